"""The rows of tables of every layout."""
