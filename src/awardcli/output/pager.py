"""The pager: text longer than the screen is shown in `less`, or in the program that PAGER names."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from shlex import split
from shutil import which
from subprocess import PIPE, Popen
from typing import BinaryIO

from awardcli.output import terminal

_LESS = "less"
_LESS_OPTIONS = "FRX"
"""As git has them: end by itself where the text fits, show colours, and leave the text on the screen."""


@contextmanager
def paged_output() -> Iterator[BinaryIO]:
    """Standard output for text that people read, shown by a pager where it is longer than the screen of a terminal."""
    text = BytesIO()
    yield text
    with terminal.standard_output(for_people=True) as stream:
        lines = terminal.height()
        is_long = lines > 0 and text.getvalue().count(b"\n") >= lines
        if not (is_long and terminal.paging and _show(text.getvalue())):
            stream.write(text.getvalue())


def _show(text: bytes) -> bool:
    """Show a text in UTF-8 in the pager, until the user leaves it; False where no pager can be started."""
    command = _command()
    if not command:
        return False
    environment = {"LESS": _LESS_OPTIONS, "LESSCHARSET": "utf-8", **os.environ}
    terminal.clear_line()
    try:
        pager = Popen(command, stdin=PIPE, env=environment)
    except (OSError, ValueError):
        return False
    with _without_interrupts():
        assert pager.stdin is not None
        with suppress(BrokenPipeError):  # the user has seen enough
            pager.stdin.write(text.decode().encode(terminal.encoding(), "replace"))
        with suppress(BrokenPipeError):
            pager.stdin.close()
        pager.wait()
    return True


def _command() -> list[str]:
    """The words of the pager's command: that of AWARDCLI_PAGER or PAGER, else less; empty for none, as `cat` is."""
    named = next((os.environ[name] for name in ("AWARDCLI_PAGER", "PAGER") if name in os.environ), None)
    if named is None:
        return [_LESS] if os.name == "posix" and which(_LESS) else []
    try:
        words = split(named)
    except ValueError:  # a quote without its end
        return []
    return [] if words[:1] == ["cat"] else words


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Leave Ctrl-C to the pager, which has its own use for it, and forget it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        if hasattr(signal, "sigtimedwait"):  # not on macOS
            signal.sigtimedwait([signal.SIGINT], 0)
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
