"""JSON and JSON lines: where their records are, and the rows of these."""
