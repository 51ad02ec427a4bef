"""Whenever awardcli is killed, the old or the new file is left, complete, and the next run works.

`make test-kill` tries each signal at 300 moments and more; the suite tries a few of them.
"""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile, is_zipfile

import pytest

from support import WHOLE, environment, hear_every_signal, in_copy, process, written

MOMENTS = 22 if WHOLE else 1
"""For each signal, case, and an old file or none: 18 cases make 396 moments for a signal."""
ENDINGS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -signal.SIGKILL}
CASES = {
    "csv": "export {new}.csv --data {list}",
    "json": "export {new}.json --data {list}",
    "md": "export {new}.md --data {list}",
    "html": "export {new}.html --data {list}",
    "xlsx": "export {new}.xlsx --data {list}",
    "awards": "export {new}.awards --data {list}",
    "import": "import {list} -o {new}.awards --rejects {new}-rejects.csv",
    "append": "import {list} -o {new}.awards",
    "match": "match {lines} -o {new}.tsv --jobs 2",
}

EVERY = [(name, replaces, number) for name in CASES for replaces in (True, False) for number in ENDINGS]
TRIED = EVERY if WHOLE else random.Random(2022).sample(EVERY, 3)


class Case(NamedTuple):
    """A command line, the file it writes, what that file holds before and after, and the seconds it takes."""

    arguments: Sequence[str]
    target: Path
    old: bytes | None
    new: bytes
    seconds: float


def in_folder(name: str, folder: Path, inputs: Path, *, replaces: bool) -> tuple[list[str], Path]:
    """The command line of a case that writes into a folder, and the file it writes."""
    places = {"new": folder / "new", "list": inputs / "list.csv", "lines": inputs / "lines.txt"}
    arguments = [part.format(**places) for part in CASES[name].split()]
    target = next(Path(part) for part in arguments[1:] if part.startswith(str(places["new"])))
    return [*arguments, *(["--append"] if name == "append" else ["--force"] if replaces else [])], target


@pytest.fixture(scope="session")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lists long enough that writing takes a good part of the time."""
    folder = tmp_path_factory.mktemp("inputs")
    rows = "".join(f"片名{number},某社{number % 50}\n" for number in range(4_000 if WHOLE else 1_000))
    written(folder / "list.csv", f"title,organization\n{rows}")
    written(folder / "lines.txt", "爱上海的理由\n" + "白日依山尽\n" * (20_000 if WHOLE else 5_000))
    written(folder / "old.csv", "title\n从前\n")
    return folder


@pytest.fixture(scope="session")
def case_of(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, bool], Case]:
    """Each case by name, run to its end."""
    known: dict[tuple[str, bool], Case] = {}

    def case(name: str, replaces: bool) -> Case:
        if (name, replaces) not in known:
            folder = tmp_path_factory.mktemp("undisturbed")
            arguments, target = in_folder(name, folder, inputs, replaces=replaces)
            old = _old(target, inputs) if replaces else None
            began = time.monotonic()
            ran = process(*arguments)
            assert ran.code == 0, ran.err
            known[name, replaces] = Case(arguments, target, old, content(target), time.monotonic() - began)
        return known[name, replaces]

    return case


def _old(target: Path, inputs: Path) -> bytes:
    if target.suffix == ".awards":
        assert in_copy("import", str(inputs / "old.csv"), "-o", str(target)).code == 0
        return target.read_bytes()
    return written(target, "old\n").read_bytes()


def content(path: Path) -> bytes:
    """The content of a file; of a workbook the parts without the one that has the time of writing."""
    if not is_zipfile(path):
        return path.read_bytes()
    with ZipFile(path) as packed:
        return b"".join(packed.read(name) for name in packed.namelist() if name != "docProps/core.xml")


# What comes before is Python's own start, for which no program answers.
BEGUN = """
import os, signal
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.write(1, b"begun")
from awardcli.__main__ import main
main()
"""


def ended(
    arguments: Sequence[str], number: signal.Signals, after: Callable[[], None], scratch: Path
) -> tuple[int, str]:
    """Run a command line and end it by a signal at a moment; gives its code and what it said."""
    with subprocess.Popen(
        [sys.executable, "-c", BEGUN, *arguments],
        env=environment(TMPDIR=str(scratch)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_every_signal,
    ) as running:
        assert running.stdout is not None
        running.stdout.read(len(b"begun"))
        after()
        running.send_signal(number)
        _, err = running.communicate(timeout=60)
    return running.returncode, err.decode()


def moments(case: Case, folder: Path, count: int, seed: object) -> list[Callable[[], None]]:
    """Moments to wait for: half of them anywhere, half from when the new file is being written."""
    dice = random.Random(str(seed))

    def any_time() -> None:
        time.sleep(dice.uniform(0, case.seconds))

    def while_it_is_written() -> None:
        until = time.monotonic() + 2 * case.seconds
        while time.monotonic() < until and not any(name.suffix == ".part" for name in folder.iterdir()):
            time.sleep(0.001)
        time.sleep(dice.uniform(0, case.seconds / 2))

    return [while_it_is_written if turn % 2 else any_time for turn in range(1, count + 1)]


@pytest.mark.parametrize(("name", "replaces", "number"), TRIED, ids=lambda value: getattr(value, "name", value))
def test_whenever_it_is_ended_the_old_file_or_the_new_one_is_left(
    case_of: Callable[[str, bool], Case],
    inputs: Path,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    number: signal.Signals,
    replaces: bool,
) -> None:
    case = case_of(name, replaces)
    arguments, target = in_folder(name, tmp_path, inputs, replaces=replaces)
    rejects = tmp_path / "new-rejects.csv"
    scratch = tmp_path_factory.mktemp("scratch")
    struck = 0
    for moment in moments(case, tmp_path, MOMENTS, (name, replaces, number)):
        for left in tmp_path.iterdir():
            left.unlink()
        if case.old is not None:
            written(target, case.old)
        code, err = ended(arguments, number, moment, scratch)
        assert number is signal.SIGKILL or not any(scratch.iterdir())
        struck += code != 0
        assert code in (0, ENDINGS[number], -number), err
        stands = content(target) if target.exists() else None
        assert stands in (case.old, case.new), f"{len(stands or b'')} bytes"
        assert stands == case.new or code != 0
        # Killed, it cannot tell the processes that it began.
        assert stands == case.new or err == "" or number is signal.SIGKILL, err
        assert "Traceback" not in err or number is signal.SIGKILL, err
        strays = {path for path in tmp_path.iterdir() if path not in (target, rejects)}
        assert number is signal.SIGKILL or strays == set()
        assert all(stray.suffix in (".part", ".lock") for stray in strays)
    print(f"{struck} of {MOMENTS} before it had ended by itself")
    again = arguments if replaces or not target.exists() else [*arguments, "--force"]
    rejects.unlink(missing_ok=True)
    nothing_new = name == "append" and stands == case.new
    assert in_copy(*again).code == int(nothing_new)
    assert content(target) == case.new or name == "append"


STRUCK_AS_A_FOLDER_IS_TRIED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
made = os.open
def struck(path, flags, *mode):
    handle = made(path, flags, *mode)
    if os.path.dirname(path) == os.environ["TMPDIR"]:
        os.open = made
        os.kill(os.getpid(), signal.SIGINT)
    return handle
os.open = struck
from awardcli.__main__ import main
main()
"""


def test_a_signal_leaves_no_file_by_which_the_temporary_folder_is_tried(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    export = [sys.executable, "-c", STRUCK_AS_A_FOLDER_IS_TRIED, "export", str(tmp_path / "new.xlsx")]
    struck = subprocess.run(export, env=environment(TMPDIR=str(scratch)), check=False, capture_output=True)
    assert (struck.returncode, struck.stderr) == (ENDINGS[signal.SIGINT], b"")
    assert list(tmp_path.rglob("*")) == [scratch]
