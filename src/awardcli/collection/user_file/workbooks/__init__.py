"""Excel and OpenDocument workbooks, and what several sheets say."""
