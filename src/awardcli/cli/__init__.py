"""The command line: the Typer app, its help, and the signals that end it."""
