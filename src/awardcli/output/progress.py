"""The progress bar of a long task, in plain characters on standard error, where that is a terminal."""

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from awardcli import messages
from awardcli.output import terminal

_WIDTH = 30
_PAUSE = 0.1
"""Seconds between two drawings: smooth enough, and no work worth mentioning."""


class ProgressBar:
    """Shows the progress of a long task on a terminal; cleared when anything else is written or the block ends."""

    def __init__(self) -> None:
        self._is_watched = terminal.is_watched() and terminal.can_redraw()
        self._drawn_at = float("-inf")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        terminal.clear_line()

    def show(self, task: str, share: float | None) -> None:
        """Draw the bar at a share (0-1) of the task; only the name of the task where the share is not known."""
        if not self._is_watched or time.monotonic() < self._drawn_at + _PAUSE:
            return
        terminal.overwrite(drawn(task, share))
        self._drawn_at = time.monotonic()


def watched_file(bar: ProgressBar, path: Path) -> Callable[[int], None]:
    """A function that shows how much of a file has been read; of a pipe, whose size is unknown, only its name."""
    try:
        size = path.stat().st_size
    except (OSError, ValueError):
        size = 0
    task = messages.READING(path=path)
    return lambda done: bar.show(task, done / size if size else None)


def drawn(task: str, share: float | None) -> str:
    """A bar with the name of the task.

    >>> drawn("indexing", 0.5)
    '[###############               ]  50% indexing'
    """
    if share is None:
        return task
    share = min(max(share, 0.0), 1.0)
    filled = int(share * _WIDTH)
    return f"[{'#' * filled}{' ' * (_WIDTH - filled)}] {share:4.0%} {task}"
