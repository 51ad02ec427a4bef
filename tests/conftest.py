"""Every test starts from the same environment, language and colour, whoever runs it."""

import os
import sys
from collections.abc import Callable

import pytest
from hypothesis import settings

from awardcli import messages
from awardcli.cli import app
from awardcli.output import terminal
from support import UNHEARD, WHOLE, Ran

# Two cores that share a machine tell no time. The suite tries the same examples each time, the long runs others.
settings.register_profile("ours", deadline=None, max_examples=1000 if WHOLE else 50, derandomize=not WHOLE)
settings.load_profile("ours")

Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(UNHEARD)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(terminal, "color_asked", "auto")
    messages.settle("en")


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
    """Make standard output pass for a terminal of so many columns."""

    def pretend(columns: int = 80) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("TERM", "xterm-256color")

    return pretend
