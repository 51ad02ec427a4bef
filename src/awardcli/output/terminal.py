"""The standard streams and the terminal: its size, its colours, and the remarks on standard error."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, NoReturn, TextIO, cast

from awardcli import messages
from awardcli.errors import UnreadableError, UnwritableError, UsageError
from awardcli.output.sanitize import safe_text, shortened
from awardcli.output.text_layout import display_width, wrapped

if TYPE_CHECKING:
    from io import BufferedReader

_USUAL_WIDTH = 80
_WIDEST = 100
"""Columns beyond which a line of prose is hard to read."""
_BEFORE_COPIED = r"(: |\uff1a)(?=awardcli |--[a-z-]+ \S*(?:'.*')?$)"
"""The colon before a command, or an option with its value, at the end of a message."""
_LONGEST_NOTE = 1000
"""Characters of a remark that are shown: it may quote a megabyte."""


def on_terminal() -> bool:
    """Whether a terminal shows what goes to standard output."""
    return bool(sys.stdout and sys.stdout.isatty())


def shows(path: Path) -> bool:
    """Whether a file is a terminal, such as `/dev/tty`."""
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


def width(stream: TextIO | None = None) -> int:
    """The columns of the terminal that shows a stream, standard output unless given; 80 where they are not known."""
    return _size("COLUMNS", stream or sys.stdout) or _USUAL_WIDTH


def height() -> int:
    """The lines of the terminal that shows standard output; 0 where there is none."""
    return 0 if not on_terminal() or not can_redraw() else _size("LINES", sys.stdout)


def _size(variable: Literal["COLUMNS", "LINES"], stream: TextIO) -> int:
    """The number in a variable of the environment, else what the terminal says; 0 where neither is known."""
    asked = os.environ.get(variable, "")
    if asked.isascii() and asked.isdigit() and int(asked[:6]):
        return int(asked[:6])
    try:
        size = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return 0
    return size.columns if variable == "COLUMNS" else size.lines


def shows_boxes(shown: bool | None = None) -> bool:
    """Whether a terminal shows lines (─) and blocks (█) in one column each.

    `shown` says whether there is a terminal; without it, standard output decides. The terminal must show UTF-8. Some
    are set to draw these characters two columns wide, as the old Windows console does; the settings that tell are
    VTE_CJK_WIDTH (GNOME's terminals), RUNEWIDTH_EASTASIAN (fzf and others), a locale with @cjkwide, and for Windows
    Terminal, which draws them in one column, WT_SESSION.
    """
    if not (on_terminal() if shown is None else shown) or not can_redraw():
        return False
    if (_stdout().encoding or "").lower().replace("-", "") != "utf8":
        return False
    if os.name == "nt" and not os.environ.get("WT_SESSION"):
        return False
    locale = next((value for name in ("LC_ALL", "LC_CTYPE", "LANG") if (value := os.environ.get(name))), "")
    is_wide = os.environ.get("VTE_CJK_WIDTH") in ("2", "wide") or os.environ.get("RUNEWIDTH_EASTASIAN") == "1"
    return not is_wide and "@cjkwide" not in locale


def reading_width() -> int:
    """The columns to wrap prose at on standard output."""
    return min(width(), _WIDEST) if on_terminal() else _USUAL_WIDTH


def prose(text: str) -> Iterator[str]:
    """A sentence in lines as wide as a terminal shows, in one line elsewhere."""
    return wrapped(safe_text(text), reading_width()) if on_terminal() else iter([text])


color_asked: Literal["auto", "always", "never"] = "auto"
"""The value of `--color`, set before a command runs."""


def color(shown: bool | None = None) -> bool:
    """Whether to use colours: `--color` decides, then the environment, then whether there is a terminal.

    `shown` says whether there is a terminal; without it, standard output decides. NO_COLOR and FORCE_COLOR count unless
    they are empty (no-color.org); FORCE_COLOR=0 means no colours.
    """
    if color_asked != "auto":
        return color_asked == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return (on_terminal() if shown is None else shown) and can_redraw()


paging = True
"""Whether a pager may be used; `--no-pager` sets it, before a command runs."""
quiet = False
"""Whether `--quiet` leaves remarks out; set before a command runs."""


def note(message: str) -> None:
    """Make a remark on standard error, dim where a terminal has colour, unless `--quiet` leaves remarks out."""
    if _kept:
        _kept[-1].append(message)
    elif not quiet:
        _write_lines(message, dim=is_watched() and color(shown=True))


def report(message: str) -> None:
    """Write one line to standard error, as an error or a hint."""
    _write_lines(message)


def _write_lines(message: str, *, dim: bool = False) -> None:
    """Write a message to standard error, cut where it is very long.

    On a terminal it is wrapped where it does not fit into a line; a command or option at its end is then on a line of
    its own, never broken, so that it can be copied. A closed or full standard error is no reason to fail.
    """
    if sys.stderr is None:
        return
    text = shortened(safe_text(message), _LONGEST_NOTE)
    lines = [text]
    if is_watched() and display_width(text) > (columns := width(sys.stderr)):
        prose, *ending = re.split(_BEFORE_COPIED, text, maxsplit=1)
        colon, copied = ending or ("", "")
        lines = [*wrapped(prose + colon.rstrip(), columns), *([f"  {copied}"] if copied else ())]
    clear_line()
    with suppress(OSError, ValueError):
        for line in lines:
            sys.stderr.write(f"\x1b[2m{_encodable(line)}\x1b[0m\n" if dim else _encodable(line) + "\n")
        sys.stderr.flush()


_kept: list[list[str]] = []


@contextmanager
def notes_kept() -> Iterator[list[str]]:
    """The remarks made within the block, collected in a list instead of written."""
    _kept.append([])
    try:
        yield _kept[-1]
    finally:
        _kept.pop()


@contextmanager
def drawn_on_terminal() -> Iterator[None]:
    """Let Textual draw on the terminal and read its keys, also where the standard streams are redirected.

    Raises UsageError where there is no terminal that can be drawn on.
    """
    missing = UsageError(messages.NO_TERMINAL(), hints=[messages.TRY_SEARCH()])
    if not can_redraw():
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
            screen = cast(TextIO, _Screen(screen))
            vars(sys).update(__stdin__=keys, __stdout__=screen, __stderr__=screen)
            yield
        finally:
            vars(sys).update(before)


class _Screen:
    """A terminal to draw on, which takes everything even after it has gone.

    An error would end the thread in which Textual writes, and Textual would wait for that thread for ever.
    """

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal

    def __getattr__(self, name: str) -> Any:
        return getattr(self._terminal, name)

    def write(self, text: str) -> int:
        with suppress(OSError):
            self._terminal.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._terminal.flush()


def _is_terminal(stream: TextIO | None) -> bool:
    return bool(stream and stream.isatty())


def standard_input() -> "BufferedReader":
    """Standard input as bytes; raises UnreadableError where it is closed."""
    if sys.stdin is None:
        raise UnreadableError(messages.CLOSED_STDIN())
    return cast("BufferedReader", sys.stdin.buffer)


def can_redraw() -> bool:
    """Whether a terminal does more than show text: it moves the cursor, and clears a line."""
    return os.environ.get("TERM") != "dumb"


def is_watched() -> bool:
    """Whether a terminal shows what goes to standard error."""
    return bool(sys.stderr and sys.stderr.isatty())


_is_overwriting = False
"""Whether the last line of the terminal is one that `overwrite` shows."""


def overwrite(line: str) -> None:
    """Show a line on standard error in place of the one before, until something else is written there.

    An empty line clears it.
    """
    global _is_overwriting
    _is_overwriting = bool(line)
    with suppress(OSError, ValueError):
        sys.stderr.write(f"\r{_encodable(safe_text(line))}\x1b[K")
        sys.stderr.flush()


def clear_line() -> None:
    """Clear the line that `overwrite` shows, before something else is written."""
    if _is_overwriting:
        overwrite("")


def _encodable(text: str) -> str:
    """The text with `?` for characters that standard error cannot encode."""
    encoding = sys.stderr.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


class _StandardOutput:
    """Standard output as a binary stream; with an encoding, text is converted to it, with `?` for other characters."""

    def __init__(self, encoding: str | None = None) -> None:
        self.encoding = encoding
        self.is_lossy = False

    def write(self, data: bytes) -> int:
        """Write bytes, of text in UTF-8 where there is an encoding; raises as `write_stdout` does."""
        if self.encoding:
            text = data.decode()
            try:
                data = text.encode(self.encoding)
            except UnicodeEncodeError:
                data = text.encode(self.encoding, "replace")
                self.is_lossy = True
        write_stdout(data)
        return len(data)


@contextmanager
def standard_output(*, for_people: bool = False) -> Iterator[BinaryIO]:
    """Standard output as a binary stream, flushed when the block ends; raises as `write_stdout` does.

    Text `for_people` is written in UTF-8 too; a terminal gets it in its own encoding, and a remark says where that
    cannot show everything.
    """
    stream = _StandardOutput(encoding() if for_people else None)
    yield cast(BinaryIO, stream)
    flush_stdout()
    if stream.is_lossy:
        note(messages.LOSSY(encoding=stream.encoding))


def encoding() -> str:
    """The encoding of standard output for text that people read."""
    return _stdout().encoding or "utf-8"


def write_stdout(data: bytes) -> None:
    """Write bytes to standard output.

    Raises UnwritableError where it is full or closed, and BrokenPipeError where its reader is gone.
    """
    clear_line()
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


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text on standard output."""
    with standard_output(for_people=True) as stream:
        for line in lines:
            stream.write(f"{safe_text(line)}\n".encode())


def _stdout() -> TextIO:
    if sys.stdout is None:
        raise UnwritableError(messages.CLOSED_STDOUT())
    return sys.stdout


def _fail(error: OSError) -> NoReturn:
    if isinstance(error, BrokenPipeError):
        raise error
    raise UnwritableError(messages.CANNOT_WRITE(path=messages.STDOUT(), reason=messages.reason(error))) from error
