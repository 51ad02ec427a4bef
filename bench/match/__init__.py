"""How well `match` matches, and how fast."""
