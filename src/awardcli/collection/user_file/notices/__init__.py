"""Notices: lines that name awards, and titles with who they are by."""
