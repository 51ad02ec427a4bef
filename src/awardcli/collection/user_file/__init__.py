"""Reading a user's file: its format, its heading, the role of each column, and which rows are results."""
