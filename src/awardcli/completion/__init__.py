"""Completion: what the shells ask for at every TAB, answered without Typer and without a word out of place."""

from awardcli.completion.shells import main

__all__ = ["main"]
