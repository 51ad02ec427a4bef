"""Completion: what a shell asks for at every TAB, answered without Typer and with nothing but the answer."""
