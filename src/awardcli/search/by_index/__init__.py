"""Search in a collection file: its gram index finds the results to compare."""
