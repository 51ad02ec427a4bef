"""Which row is the heading, and which column has which role."""
