"""The browser: a screen that filters as you type. Only this folder imports Textual."""
