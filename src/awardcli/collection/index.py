"""The gram index of a collection file."""

import sqlite3
from collections.abc import Callable


def build_index(connection: sqlite3.Connection, since: int = 0, progress: Callable[[int], None] | None = None) -> None:
    """Index the results after position `since`, inside the transaction of whoever calls."""
