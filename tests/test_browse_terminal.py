"""The browser on a real terminal: what Enter chooses is printed when the screen is as it was before."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyte
import pytest

from awardcli import messages
from awardcli.commands import VERBS
from awardcli.commands.browse import TEXTUAL
from conftest import Run
from support import AWARDCLI, HOME, copied, environment, hear_every_signal, written

try:
    import awardcli.browser.screen  # noqa: F401 # once, for every copy of this process
except ImportError:
    if os.environ.get("CI") == "true":
        raise
    pytest.skip("the browser needs textual: pip install '.[browse]'", allow_module_level=True)

_PATIENCE = 60.0
_AS_BEFORE = b"\x1b[?1049l"
"""What leaves the browser's screen for the one before it."""


class Sitting:
    """A user at a terminal in which awardcli runs; `before` are the settings of the terminal before it began."""

    def __init__(self, terminal: int, running: "subprocess.Popen[bytes]", before: list[Any]) -> None:
        self.terminal = terminal
        self.before = before
        self.running = running
        self.raw = b""
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)

    def press(self, keys: str) -> None:
        os.write(self.terminal, keys.encode())

    def sees(self, text: str) -> None:
        """Wait until that text is on the screen."""
        end = time.monotonic() + _PATIENCE
        while text not in (shown := "\n".join(self._screen.display).replace(" ", "")):
            before = len(self.raw)
            while len(self.raw) == before:
                assert time.monotonic() < end, shown
                self.read()

    def ends(self) -> int:
        """Wait until awardcli ends; gives its exit code."""
        end = time.monotonic() + _PATIENCE
        while self.running.poll() is None:
            assert time.monotonic() < end, "\n".join(self._screen.display)
            self.read()
        self.read()
        return self.running.returncode

    def read(self) -> None:
        """Take what was drawn until now."""
        while select.select([self.terminal], [], [], 0.01)[0]:
            try:
                data = os.read(self.terminal, 65536)
            except OSError:  # Linux says so when the other side has closed
                return
            self.raw += data
            # pyte takes what it does not know (keyboard protocol, styles of underlines) for text
            self._stream.feed(data)


@contextmanager
def sitting(
    *arguments: str,
    stdin: int | None = None,
    stdout: int | None = None,
    stderr: int | None = None,
    env: Mapping[str, str] | None = None,
    controlling: bool = True,
    new: bool = False,
) -> Iterator[Sitting]:
    """Run `awardcli browse` with a terminal of its own; a stream that is not given is that terminal.

    A terminal that is not `controlling` sends no signal when it is closed. The process is a `new` one or a copy of
    this one.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    before = termios.tcgetattr(ours)

    def take_terminal() -> None:
        hear_every_signal()
        os.setsid()
        if controlling:
            fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)

    given = {"stdin": stdin, "stdout": stdout, "stderr": stderr}
    streams: dict[str, Any] = {name: theirs if stream is None else stream for name, stream in given.items()}
    with (
        subprocess.Popen(
            [*AWARDCLI, "browse", *arguments], env=environment(**(env or {})), preexec_fn=take_terminal, **streams
        )
        if new
        else copied("browse", *arguments, env=env, before=take_terminal, **streams)
    ) as running:
        os.close(theirs)
        seat = Sitting(ours, running, before)
        try:
            yield seat
        finally:
            if running.poll() is None:
                running.kill()
            os.close(ours)


def after(raw: bytes) -> str:
    """What was written to the terminal once it was as before."""
    return raw.rpartition(_AS_BEFORE)[2].decode()


def test_the_typed_title_is_found_and_enter_prints_it_after_the_screen_is_restored() -> None:
    with sitting(new=True) as seat:
        seat.sees("薪火")
        seat.press("aishanghai")
        seat.sees("1result")
        seat.press("\r")
        assert seat.ends() == 0
    told = after(seat.raw)
    assert "爱上海的理由" in told
    assert "ai shang hai de li you" in told
    assert "9-micro-film-05" in told


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ((), ["9-micro-film-05\t9\t2022\t微电影\t\t爱上海的理由\t文汇报社\t\tnews-media\tprinted\t"]),
        (("-c", "title,organization"), ["爱上海的理由\t文汇报社"]),
        (("-c", "title", "--header", "en"), ["title", "爱上海的理由"]),
    ],
    ids=str,
)
def test_a_pipe_gets_the_record_alone_while_the_terminal_is_drawn_on(
    options: tuple[str, ...], lines: list[str]
) -> None:
    with sitting("爱上海", *options, stdout=subprocess.PIPE) as seat:
        seat.sees("爱上海的理由")
        seat.press("\r")
        assert seat.ends() == 0
        assert seat.running.stdout is not None
        assert seat.running.stdout.read().decode().splitlines() == lines


def test_the_chosen_format_is_used_and_written_to_the_chosen_file(tmp_path: Path) -> None:
    with sitting("爱上海", "-o", str(tmp_path / "one.json")) as seat:
        seat.sees("爱上海的理由")
        seat.press("\r")
        assert seat.ends() == 0
    assert "9-micro-film-05" in (tmp_path / "one.json").read_text(encoding="utf-8")


def test_it_is_drawn_on_the_terminal_also_where_all_streams_go_elsewhere() -> None:
    with sitting("爱上海", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as seat:
        seat.sees("爱上海的理由")
        seat.press("\r")
        assert seat.ends() == 0
        assert seat.running.stdout is not None
        assert b"9-micro-film-05" in seat.running.stdout.read()


def test_leaving_prints_nothing_and_ends_with_130() -> None:
    with sitting(stdout=subprocess.PIPE) as seat:
        seat.sees("薪火")
        seat.press("\x03")
        assert seat.ends() == 130
        assert seat.running.stdout is not None
        assert seat.running.stdout.read() == b""
    assert _AS_BEFORE in seat.raw


def begun(seat: Sitting) -> None:
    """Read until the browser takes the screen, which is not drawn yet."""
    while b"\x1b[?1049h" not in seat.raw:
        seat.read()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("wait", [0.0, 0.02, 0.05])
def test_a_signal_while_the_screen_begins_ends_it_too(number: signal.Signals, code: int, wait: float) -> None:
    with sitting() as seat:
        begun(seat)
        time.sleep(wait)
        seat.running.send_signal(number)
        assert seat.ends() == code
        assert termios.tcgetattr(seat.terminal) == seat.before
    assert _AS_BEFORE in seat.raw


def test_a_terminal_that_goes_while_the_screen_begins_ends_it() -> None:
    with sitting() as seat:
        begun(seat)
        with Path(os.devnull).open("r+b") as nothing:
            os.dup2(nothing.fileno(), seat.terminal)  # closes our end
        assert seat.running.wait(timeout=30) == 129


def test_bytes_that_are_no_text_are_passed_over() -> None:
    with sitting() as seat:
        seat.sees("薪火")
        os.write(seat.terminal, b"\xff\xb4\xba")
        time.sleep(0.3)  # what is read together with them is passed over too
        seat.press("咏梅")
        seat.sees("1result")
        seat.press("\r")
        assert seat.ends() == 0
    assert "Traceback" not in seat.raw.decode()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_and_leaves_the_terminal_as_it_was(number: signal.Signals, code: int) -> None:
    with sitting(new=True) as seat:
        seat.sees("薪火")
        assert termios.tcgetattr(seat.terminal) != seat.before
        seat.running.send_signal(number)
        assert seat.ends() == code
        assert termios.tcgetattr(seat.terminal) == seat.before
    assert _AS_BEFORE in seat.raw


def test_a_terminal_that_goes_without_a_signal_ends_it() -> None:
    with sitting(stdout=subprocess.PIPE, controlling=False) as seat:
        seat.sees("薪火")
        with Path(os.devnull).open("r+b") as nothing:
            os.dup2(nothing.fileno(), seat.terminal)  # closes our end
        assert seat.running.wait(timeout=30) == 129


@pytest.mark.parametrize(
    ("arguments", "env", "colored"),
    [((), {}, True), ((), {"NO_COLOR": "1"}, False), (("--color", "never"), {}, False), ((), {"NO_COLOR": ""}, True)],
    ids=str,
)
def test_colour_follows_the_option_and_the_environment(
    arguments: Sequence[str], env: dict[str, str], colored: bool
) -> None:
    with sitting("上海", *arguments, env=env) as seat:
        seat.sees("爱上海的理由")
        seat.press("\x1b")
        seat.ends()
    styles = {part.partition(b"m")[0] for part in seat.raw.split(b"\x1b[")[1:]}
    numbers = {number for style in styles for number in style.split(b";")}
    assert (b"31" in numbers) == colored
    assert numbers & {b"34", b"38", b"48"} <= ({b"34"} if colored else set())


@pytest.mark.parametrize("example", VERBS["browse"].examples)
def test_every_example_in_the_help_works(example: str) -> None:
    with sitting(*example.split()[1:]) as seat:
        seat.sees("result")
        seat.press("\x1b")
        assert seat.ends() == 130


def test_messages_and_headings_follow_the_language() -> None:
    with sitting("--lang", "zh") as seat:
        seat.sees("F2类别：全部")
        seat.press("\x1b")
        seat.ends()


# Where it cannot be


@pytest.mark.parametrize("env", [{}, {"TERM": "dumb"}], ids=str)
def test_without_a_terminal_search_is_named(env: dict[str, str]) -> None:
    with copied("browse", env=env, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        out, err = running.communicate()
    assert (running.returncode, out) == (2, b"")
    assert err.decode().splitlines() == [messages.FAILED(message=messages.NO_TERMINAL()), messages.TRY_SEARCH()]


def test_without_the_extra_its_installation_is_named() -> None:
    code = "import sys; sys.modules['textual'] = None; from awardcli.cli.app import run; sys.exit(int(run(['browse'])))"
    ran = subprocess.run([sys.executable, "-c", code], env=environment(), check=False, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (2, "")
    install = f'{sys.executable} -m pip install "{TEXTUAL}"'
    assert ran.stderr.splitlines() == [messages.FAILED(message=messages.BROWSE_NEEDS_TEXTUAL()), install]


def test_in_an_environment_of_pipx_the_hint_is_a_command_of_pipx(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, awardcli: Run
) -> None:
    for module in [name for name in sys.modules if name.startswith("awardcli.browser")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "textual", None)
    (tmp_path / "awardcli").mkdir()
    written(tmp_path / "awardcli" / "pipx_metadata.json", "{}")
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "awardcli"))
    assert awardcli("browse").err.endswith('pipx inject awardcli "textual>=8.2,<9"\n')


def test_the_hint_asks_for_the_versions_that_the_package_does() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["optional-dependencies"]["browse"] == [TEXTUAL]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--category", "微申影"), 1, "did you mean 微电影"),
        (("--in", "nowhere"), 2, "--in"),
        (("--min-score", "200"), 2, "--min-score"),
        (("？",), 2, "nothing to search for"),
        (("-f", "pdf"), 2, "--format"),
        (("-o", "awards"), 2, "unknown suffix"),
        (("--data", "nowhere.csv"), 3, "no such file"),
    ],
)
def test_wrong_use_is_reported_before_anything_is_drawn(arguments: tuple[str, ...], code: int, said: str) -> None:
    with sitting(*arguments) as seat:
        assert seat.ends() == code
    assert said in seat.raw.decode()
    assert b"\x1b[?1049h" not in seat.raw
