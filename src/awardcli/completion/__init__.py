"""Completion: what a shell asks for at every TAB, answered without Typer and with nothing but the answer."""

from awardcli.completion.shells import main

__all__ = ["main"]
