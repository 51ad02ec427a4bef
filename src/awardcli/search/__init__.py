"""Search: the query, the steps, the hits. Knows nothing of how an answer is shown."""
