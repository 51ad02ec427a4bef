"""Every test starts from the same environment, language and colour, independent of who runs it."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings

from awardcli import messages
from awardcli.cli import app
from awardcli.collection.user_file.workbooks import sheet_reader, workbook_file
from awardcli.output import terminal
from support import UNHEARD, WHOLE, Ran

# Two cores that share a machine tell no time. The suite tries the same examples each time, the long runs others.
settings.register_profile("ours", deadline=None, max_examples=1000 if WHOLE else 12, derandomize=not WHOLE)
settings.load_profile("ours")

Run = Callable[..., Ran]
_UNIX_ALONE = (
    *("bench_scale", "blackbox", "browse_terminal", "completion", "docs", "faults", "hostile", "kills", "manners"),
    *("match_command", "own_input", "pager", "processes", "steering", "terminal", "together", "workbook", "writer"),
)
"""The subjects whose tests need the terminals, signals, shells, links or locks of Unix."""


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """On Windows, pass over the tests that need Unix."""
    needs_unix = collection_path.stem.removeprefix("test_") in _UNIX_ALONE or collection_path.name == "typing_in.py"
    return True if os.name == "nt" and needs_unix else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was passed over."""
    if os.name == "nt":
        terminalreporter.write_line(f"not tried, since Windows is not Unix: {', '.join(_UNIX_ALONE)}")


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(UNHEARD)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(terminal, "color_asked", "auto")
    monkeypatch.setattr(messages, "list_options", "")
    monkeypatch.setattr(messages, "reading_options", "")
    messages.settle("en")


@pytest.fixture(scope="module")
def workbooks_read_here() -> Iterator[None]:
    """Read workbooks in this process, in a hundredth of the time that a process of their own takes to begin."""
    from python_calamine import CalamineError

    def lines(path: Path, names: Sequence[str]) -> Iterator[str]:
        with suppress(CalamineError):
            yield from (f"{line}\n" for line in sheet_reader.lines_of(str(path), names))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbook_file, "_output", lines)
        yield


@pytest.fixture
def awardcli(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run awardcli in this process, into pipes; gives its exit code and what it wrote."""

    def run(*arguments: object) -> Ran:
        code = app.run([str(argument) for argument in arguments])
        raw, err = capfdbinary.readouterr()
        return Ran(int(code), raw, err.decode())

    return run


@pytest.fixture
def as_terminal(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Make standard output pass for a terminal of that many columns."""

    def pretend(columns: int = 80) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("TERM", "xterm-256color")

    return pretend
