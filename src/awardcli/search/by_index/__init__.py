"""Search in a collection file: its gram index finds the results to compare.

index_plan       what a query looks up, as one value
index_lookups    the lookups of a term, as expressions of FTS5
index_search     carries the plan out, and compares what it finds
"""
