"""How far a long run is: a bar in plain characters on standard error, where a terminal shows it."""

import os
import time
from collections.abc import Iterable, Iterator
from io import BufferedReader
from typing import TypeVar

from awardcli.output import terminal

_WIDTH = 30
_SOMETIMES = 0.2
"""Seconds between two looks at the clock's worth of change: smooth enough, and nothing beside the work."""
_OFTEN = 500

T = TypeVar("T")


def watched(items: Iterable[T], file: BufferedReader) -> Iterator[T]:
    """The items, and meanwhile how much of the file they come from is read; only how many where it has no length."""
    if not terminal.is_watched():
        yield from items
        return
    length = _length(file)
    shown = time.monotonic()
    try:
        for number, item in enumerate(items, start=1):
            yield item
            if number % _OFTEN == 0 and time.monotonic() - shown > _SOMETIMES:
                terminal.overwrite(bar(file.tell() / length if length else None, number))
                shown = time.monotonic()
    finally:
        terminal.overwrite("")


def bar(share: float | None, number: int) -> str:
    """A bar for a share from 0 to 1, and the number of rows.

    >>> bar(0.5, 1200)
    '[###############               ]  50% 1,200'
    """
    if share is None:
        return f"{number:,}"
    filled = round(min(share, 1.0) * _WIDTH)
    return f"[{'#' * filled}{' ' * (_WIDTH - filled)}] {min(share, 1.0):4.0%} {number:,}"


def _length(file: BufferedReader) -> int:
    try:
        return os.fstat(file.fileno()).st_size if file.seekable() else 0
    except OSError:
        return 0
