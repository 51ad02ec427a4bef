"""Made-up input for what reads strangers' data."""
