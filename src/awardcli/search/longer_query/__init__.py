"""Longer queries: those that say more than a title, such as a question, or a title with other words around it."""
