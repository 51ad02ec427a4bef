"""The streams: what a terminal is, how wide it is, whether it has colour, and what is said beside the data."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn, TextIO, cast

from awardcli import messages
from awardcli.errors import UnreadableError, UnwritableError, UsageError
from awardcli.output.sanitize import safe_text, shortened

if TYPE_CHECKING:
    from io import BufferedReader

_USUAL_WIDTH = 80
_LONGEST_NOTE = 1000
"""Characters that anybody reads of one remark; what a remark quotes may be a megabyte."""


def on_terminal() -> bool:
    """Whether a terminal shows what goes to standard output."""
    return bool(sys.stdout and sys.stdout.isatty())


def shows(path: Path) -> bool:
    """Whether a terminal shows what is written to the file of that name (`/dev/tty`)."""
    try:
        if not path.is_char_device():
            return False
        descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
    except (OSError, ValueError):
        return False
    try:
        return os.isatty(descriptor)
    finally:
        os.close(descriptor)


def width() -> int:
    """The columns of the terminal: COLUMNS where it is a positive number, else what the terminal says, else 80."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and int(asked[:6]) > 0:
        return int(asked[:6])
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL_WIDTH
    except (OSError, ValueError):
        return _USUAL_WIDTH


color_asked: Literal["auto", "always", "never"] = "auto"
"""What `--color` says; settled once, before any command runs."""


def color(shown: bool | None = None) -> bool:
    """Whether to colour: as `--color` says, else as the environment and the terminal do.

    `shown` is whether a terminal shows it: standard output, unless said otherwise.

    FORCE_COLOR and NO_COLOR count when they are set to anything but nothing (no-color.org), FORCE_COLOR=0 says no.
    """
    if color_asked != "auto":
        return color_asked == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return (on_terminal() if shown is None else shown) and os.environ.get("TERM") != "dumb"


quiet = False
"""Whether `--quiet` leaves remarks out; set once, before any command runs."""


def note(message: str) -> None:
    """Make a remark on standard error, unless `--quiet` leaves remarks out."""
    if _kept:
        _kept[-1].append(message)
    elif not quiet:
        report(message)


def report(message: str) -> None:
    """Write one line to standard error, cut where it is very long.

    A closed or full standard error is no reason to fail.
    """
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    line = shortened(safe_text(message), _LONGEST_NOTE).encode(encoding, "replace").decode(encoding)
    try:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        pass


_kept: list[list[str]] = []


@contextmanager
def notes_kept() -> Iterator[list[str]]:
    """What would be said meanwhile, kept in a list instead: for whoever shows it otherwise."""
    _kept.append([])
    try:
        yield _kept[-1]
    finally:
        _kept.pop()


@contextmanager
def drawn_on_terminal() -> Iterator[None]:
    """Let Textual draw on the terminal and read its keys meanwhile, also where the standard streams go elsewhere.

    Raises UsageError where there is no terminal that can be drawn on.
    """
    missing = UsageError(messages.NO_TERMINAL(), hints=[messages.TRY_SEARCH()])
    if os.environ.get("TERM") == "dumb":
        raise missing
    before = {name: getattr(sys, name) for name in ("__stdin__", "__stdout__", "__stderr__")}
    with ExitStack() as opened:
        keys, screen = sys.stdin, sys.stderr
        if not (_is_terminal(keys) and _is_terminal(screen) and (os.name == "posix" or on_terminal())):
            terminal = Path("/dev/tty")
            try:
                keys = opened.enter_context(terminal.open(encoding="utf-8"))
                screen = opened.enter_context(terminal.open("w", encoding="utf-8", errors="replace"))
            except OSError:
                raise missing from None
        try:
            vars(sys).update(__stdin__=keys, __stdout__=screen, __stderr__=screen)
            yield
        finally:
            vars(sys).update(before)


def _is_terminal(stream: TextIO | None) -> bool:
    return bool(stream and stream.isatty())


class Bar:
    """How far a long task is, as a bar on standard error; only on a terminal, and gone when the task ends."""

    _CELLS = 30

    def __init__(self) -> None:
        self._live = sys.stderr is not None and sys.stderr.isatty()
        self._shown = ""

    def show(self, task: str, share: float) -> None:
        """Draw the bar at that share, 0 to 1, of the task; what is drawn already is not drawn again."""
        if not self._live:
            return
        share = min(max(share, 0.0), 1.0)
        filled = int(share * self._CELLS)
        line = f"[{'#' * filled}{'.' * (self._CELLS - filled)}] {share:4.0%} {safe_text(task)}"
        if line != self._shown:
            self._write(f"\r{line}\x1b[K")
            self._shown = line

    def close(self) -> None:
        """Take the bar away."""
        if self._shown:
            self._write("\r\x1b[K")
            self._shown = ""

    def _write(self, text: str) -> None:
        encoding = sys.stderr.encoding or "utf-8"
        with suppress(OSError, ValueError):
            sys.stderr.write(text.encode(encoding, "replace").decode(encoding))
            sys.stderr.flush()


def standard_input() -> "BufferedReader":
    """Standard input as bytes; raises UnreadableError where it is closed."""
    if sys.stdin is None:
        raise UnreadableError(messages.CLOSED_STDIN())
    return cast("BufferedReader", sys.stdin.buffer)


def is_watched() -> bool:
    """Whether a terminal shows what goes to standard error."""
    return bool(sys.stderr and sys.stderr.isatty())


def overwrite(line: str) -> None:
    """Show a line on standard error in place of the one before; an empty one clears it."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"\r{line}\x1b[K")
        sys.stderr.flush()


class Screen:
    """Standard output for text that people read; it shows `?` for what it cannot, and says so once."""

    def __init__(self) -> None:
        self._encoding = _stdout().encoding or "utf-8"
        self._lossy = False

    def write(self, text: str) -> None:
        """Write text, in the encoding of the terminal."""
        try:
            data = text.encode(self._encoding)
        except UnicodeEncodeError:
            data = text.encode(self._encoding, "replace")
            self._lossy = True
        write_stdout(data)

    def close(self) -> None:
        """Flush, and give the hint if something could not be shown."""
        flush_stdout()
        if self._lossy:
            note(messages.LOSSY(encoding=self._encoding))


def write_stdout(data: bytes) -> None:
    """Write bytes to standard output.

    Raises UnwritableError where it is full or closed, and BrokenPipeError where its reader is gone.
    """
    try:
        while data:  # an unbuffered stream may take a part only
            data = data[_stdout().buffer.write(data) :]
    except OSError as error:
        _fail(error)


def flush_stdout() -> None:
    """Flush standard output; raises as `write_stdout` does."""
    try:
        _stdout().flush()
    except OSError as error:
        _fail(error)


def _stdout() -> TextIO:
    if sys.stdout is None:
        raise UnwritableError(messages.CLOSED_STDOUT())
    return sys.stdout


def _fail(error: OSError) -> NoReturn:
    if isinstance(error, BrokenPipeError):
        raise error
    raise UnwritableError(messages.CANNOT_WRITE(path=messages.STDOUT(), reason=messages.reason(error))) from error
