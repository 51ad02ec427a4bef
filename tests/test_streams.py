"""What a terminal is, how wide it is, whether it has colour, and what becomes of what it cannot take."""

import io
import os
import sys
from typing import Any, Literal

import pytest

from awardcli.errors import UnwritableError
from awardcli.output import terminal


@pytest.fixture
def terminal_of_80(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size((80, 24)))
    monkeypatch.setenv("TERM", "xterm")


# Width


@pytest.mark.usefixtures("terminal_of_80")
@pytest.mark.parametrize(
    ("columns", "width"),
    [("120", 120), ("1", 1), ("0", 80), ("-5", 80), ("abc", 80), ("²", 80), ("", 80), ("9" * 5000, 999_999)],
)
def test_columns_counts_where_it_is_a_number_of_columns(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.width() == width


def test_a_terminal_that_does_not_know_its_width_has_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size((0, 0)))
    assert terminal.width() == 80


def test_without_a_terminal_there_are_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert terminal.width() == 80


def test_a_closed_standard_output_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert not terminal.on_terminal()


# Colour


@pytest.mark.usefixtures("terminal_of_80")
@pytest.mark.parametrize(
    ("environment", "colour"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ],
    ids=str,
)
def test_a_terminal_is_coloured_unless_the_environment_says_no(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], colour: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal.color() == colour


@pytest.mark.parametrize(
    ("environment", "colour"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "0"}, False), ({"FORCE_COLOR": ""}, False)],
    ids=str,
)
def test_a_pipe_is_coloured_only_by_force(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], colour: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal.color() == colour


@pytest.mark.parametrize(("asked", "colour"), [("always", True), ("never", False)])
def test_options_take_precedence_over_the_environment(
    monkeypatch: pytest.MonkeyPatch, asked: Literal["always", "never"], colour: bool
) -> None:
    monkeypatch.setattr(terminal, "color_asked", asked)
    monkeypatch.setenv("NO_COLOR" if colour else "FORCE_COLOR", "1")
    assert terminal.color() == colour


# What cannot be shown or written


class Stream(io.TextIOWrapper):
    """A stream in an encoding, whose writes fail as told."""

    def __init__(self, encoding: str = "utf-8", failure: Exception | None = None) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, write_through=True)
        self.failure = failure

    def write(self, text: str) -> int:
        self._fail()
        return super().write(text)

    def flush(self) -> None:
        self._fail()
        super().flush()

    def _fail(self) -> None:
        if getattr(self, "failure", None):
            raise self.failure  # type: ignore[misc] # not None, as just seen

    @property
    def bytes(self) -> bytes:
        buffer: Any = self.buffer
        value: bytes = buffer.getvalue()
        return value


def test_a_character_that_the_terminal_lacks_is_shown_as_a_question_mark_and_said_once(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    stream = Stream("gbk")
    monkeypatch.setattr(sys, "stdout", stream)
    with terminal.standard_output(for_people=True) as screen:
        screen.write("吾梦🎬\n".encode())
        screen.write("🎬\n".encode())
    assert stream.bytes.decode("gbk") == "吾梦?\n?\n"
    assert capfdbinary.readouterr().err.decode() == (
        "your terminal (gbk) shows some characters as ?; a file has them all\n"
    )


def test_a_terminal_that_shows_everything_gets_no_remark(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdout", Stream("gbk"))
    with terminal.standard_output(for_people=True) as screen:
        screen.write("吾梦\n".encode())
    assert capfdbinary.readouterr().err == b""


def test_a_note_shows_question_marks_where_it_must(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream("ascii")
    monkeypatch.setattr(sys, "stderr", stream)
    terminal.note("没有 a\x1b")
    assert stream.bytes == b"?? a\\x1b\n"


class Watched(Stream):
    """A terminal of 30 columns that shows standard error."""

    def isatty(self) -> bool:
        return True


def test_a_remark_is_wrapped_on_a_terminal_and_the_command_at_its_end_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Watched()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("NO_COLOR", "1")
    terminal.note("short: awardcli show 1")
    terminal.note("存疑 1 条，详见：awardcli show 9-micro-film-05")
    terminal.note("too long for one line of a terminal: awardcli show 9-micro-film-05")
    assert stream.bytes.decode().splitlines() == [
        "short: awardcli show 1",
        "存疑 1 条，详见：",
        "  awardcli show 9-micro-film-05",
        "too long for one line of a",
        "terminal:",
        "  awardcli show 9-micro-film-05",
    ]


def test_a_remark_is_dim_and_an_error_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Watched()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    terminal.note("a remark")
    terminal.report("an error")
    assert stream.bytes.decode() == "\x1b[2ma remark\x1b[0m\nan error\n"


@pytest.mark.parametrize("failure", [OSError("full"), BrokenPipeError(), ValueError("closed")], ids=repr)
def test_a_note_that_cannot_be_written_is_no_reason_to_fail(
    monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    stream = Stream(failure=failure)
    monkeypatch.setattr(sys, "stderr", stream)
    terminal.note("anything")
    assert stream.bytes == b""
    stream.failure = None


def test_without_standard_error_nothing_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    terminal.note("anything")


def test_a_full_standard_output_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(failure=OSError(28, "No space left on device"))
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(UnwritableError, match="standard output: cannot be written: the disk is full"):
        terminal.flush_stdout()
    stream.failure = None


def test_a_stream_that_takes_a_part_only_gets_the_rest_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(io.BytesIO):
        def write(self, data: Any) -> int:
            return super().write(data[:3])

    slow = Slow()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(slow, write_through=True))
    terminal.write_stdout("爱上海的理由".encode())
    assert slow.getvalue().decode() == "爱上海的理由"


def test_a_broken_pipe_is_distinguished_from_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(failure=BrokenPipeError())
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(BrokenPipeError):
        terminal.flush_stdout()
    stream.failure = None


def test_a_closed_standard_output_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    for use in (
        terminal.standard_output(for_people=True).__enter__,
        terminal.flush_stdout,
        lambda: terminal.write_stdout(b"x"),
    ):
        with pytest.raises(UnwritableError, match="standard output is closed"):
            use()
