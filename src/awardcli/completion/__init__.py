"""Completion: answers a shell at every TAB, without Typer, and without any other output."""
