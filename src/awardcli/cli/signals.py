"""The signals that end awardcli: turned into an exception, so that whatever is open can clean up."""

import signal
import time
from types import FrameType
from typing import Any

from awardcli.errors import CODES_OF_SIGNALS, AwardcliError, ExitCode

_RETRY = 0.001
_REPEATED_WITHIN = 1.0
"""Seconds in which a second signal counts as the same request, so that it cannot interrupt the cleaning up."""
_last_raised = [-_REPEATED_WITHIN]
_received: list[ExitCode] = []
"""The exit codes of the signals received so far."""


class Ended(BaseException):
    """A signal asked awardcli to end."""

    def __init__(self, code: ExitCode) -> None:
        self.code = code


def catch_signals() -> None:
    """Raise `Ended` when a signal asks awardcli to end; a signal that is ignored stays ignored."""
    for number, code in CODES_OF_SIGNALS.items():
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _handler(code))


def release_signals() -> None:
    """Let the signals end the process at once, as by default: nothing is left to clean up.

    One that waits for the end of an import comes too late, and is dropped: its alarm would end the process instead.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)
    for number in CODES_OF_SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


def interrupted_by(error: AwardcliError) -> ExitCode | None:
    """The exit code of the signal behind an error, or None.

    SQLite swallows exceptions raised inside its callbacks and reports SQLITE_INTERRUPT instead.
    """
    interrupted = getattr(error.__cause__, "sqlite_errorname", None) == "SQLITE_INTERRUPT"
    return _received[-1] if interrupted and _received else None


def _handler(code: ExitCode) -> Any:
    def handle(number: int, frame: FrameType | None) -> None:
        if _must_wait(frame) and hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, handle)
            signal.setitimer(signal.ITIMER_REAL, _RETRY)
        elif _last_raised[-1] + _REPEATED_WITHIN < time.monotonic():
            _last_raised.append(time.monotonic())
            _received.append(code)
            raise Ended(code)

    return handle


_UNINTERRUPTED = ("__del__", "_get_default_tempdir")
"""Functions in which an exception gets lost, or which would leave a file: `tempfile` tries a folder by making one."""


def _must_wait(frame: FrameType | None) -> bool:
    """Whether an exception raised now might get lost or leave a file: also while a module is imported."""
    while frame:
        if frame.f_code.co_filename.startswith("<frozen importlib") or frame.f_code.co_name in _UNINTERRUPTED:
            return True
        frame = frame.f_back
    return False
