"""The browser: a screen that filters as you type. Textual is imported in this room alone."""
