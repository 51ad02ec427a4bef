"""Tables and lists in pages of Markdown and HTML."""
