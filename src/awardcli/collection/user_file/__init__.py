"""A file of the user's, read row by row: what it is, which column is what, and which rows are results."""
