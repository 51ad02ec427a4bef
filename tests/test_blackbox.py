"""Every command in every circumstance: the code that is promised, the same bytes where they are promised, and no noise.

`make test-blackbox` tries the whole product of commands and circumstances; the suite a sample of it.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from hostile.workbooks import FILMS, packed, parts, sheet
from support import (
    AWARDCLI,
    WHOLE,
    be_nobody_special,
    environment,
    hear_every_signal,
    in_copy,
    needs_a_full_disk,
    written,
)

COMMANDS: dict[str, int] = {
    "search 上海": 0,
    "search yongmei -f json": 0,
    "search 薪火 -f table": 0,
    "search 没有这样的片名啊": 1,
    "search 河 --data {desk}/films.awards -f csv": 0,
    "search": 2,
    "search 上海 --frobnicate": 2,
    "search 上海 --data {desk}/none.csv": 3,
    "search 上海 --data {desk}/bad.csv": 3,
    "list --where 单位=文汇报社 --data {desk}/list.xlsx --sheet list": 0,
    "list --data {desk}/list.json --records data.items --header own -f html": 0,
    "list --count": 0,
    "show 咏梅": 0,
    "list-by-category": 0,
    "list-by-category 微电影 -f jsonl": 0,
    "list-by-category 没有": 1,
    "list-by-organization 文汇报社 -f md": 0,
    "show 9-micro-film-05": 0,
    "show 9-micro-film-05 -f json": 0,
    "stats --by district -f csv": 0,
    "export - -f json": 0,
    "export - --data {desk}/list.csv": 0,
    "export {out}/new.csv --sort title": 0,
    "export {out}/new.json --header zh --lang zh": 0,
    "export {out}/new.xlsx": 0,
    "export {out}/new.awards": 0,
    "export {desk}/list.csv": 3,
    "export {locked}/new.csv": 3,
    "export {out}/none/new.csv": 3,
    "about": 0,
    "validate {desk}/list.csv": 0,
    "validate {desk}/bad.csv": 3,
    "import {desk}/list.csv -o {out}/new.awards": 0,
    "import {desk}/bad.csv -o {out}/new.awards": 3,
    "import {desk}/list.csv -o {locked}/new.awards": 3,
    "import {desk}/list.xlsx -o {out}/new.awards --set year=2021 --fill-down 单位": 0,
    "match {desk}/lines.txt": 0,
    "match {desk}/list.xlsx -o {out}/new.csv": 0,
    "match {desk}/lines.txt -o {out}/new.jsonl --jobs 2": 0,
    "--help": 0,
    "export --help": 0,
    "--version": 0,
    "serch": 2,
}
TEXT = ("-f table", "about", "--help", "9-micro-film-05", "show")
"""What in a command says that people read the answer: then only machine formats are the same bytes everywhere."""


class Circumstance(NamedTuple):
    """The surroundings of a run in shell syntax: variables, redirections, folder and limits."""

    env: Mapping[str, str | None] = {}
    streams: str = ""
    stands: str = "."
    limits: str = ""


PLAIN = Circumstance()
SAME = {
    "the C locale": Circumstance({"LC_ALL": None, "LANG": "C"}),
    "a locale of ASCII alone": Circumstance({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "another locale": Circumstance({"LC_ALL": "en_US.UTF-8"}),
    "a terminal of ASCII": Circumstance({"PYTHONIOENCODING": "ascii"}),
    "a terminal of GBK": Circumstance({"PYTHONIOENCODING": "gbk"}),
    "no columns": Circumstance({"COLUMNS": "0"}),
    "one column": Circumstance({"COLUMNS": "1"}),
    "fewer columns than none": Circumstance({"COLUMNS": "-5"}),
    "columns that are no number": Circumstance({"COLUMNS": "abc", "LINES": "abc"}),
    "no TERM": Circumstance({"TERM": None}),
    "a dumb terminal": Circumstance({"TERM": "dumb"}),
    "no home": Circumstance({"HOME": None, "XDG_CACHE_HOME": None, "XDG_CONFIG_HOME": None}),
    "a home that is not there": Circumstance({"HOME": "/nowhere", "XDG_CACHE_HOME": "/nowhere"}),
    "no folder for passing files": Circumstance({"TMPDIR": "/nowhere"}),
    "no path": Circumstance({"PATH": ""}),
    "another hash seed": Circumstance({"PYTHONHASHSEED": "1"}),
    "yet another hash seed": Circumstance({"PYTHONHASHSEED": "4294967295"}),
    "another time zone": Circumstance({"TZ": "Asia/Shanghai"}),
    "a time zone that is none": Circumstance({"TZ": "Nowhere/None"}),
    "unbuffered": Circumstance({"PYTHONUNBUFFERED": "1"}),
    "Python's development mode": Circumstance({"PYTHONDEVMODE": "1"}),
    "standard input closed": Circumstance(streams="<&-"),
    "standard error closed": Circumstance(streams="2>&-"),
    "a full standard error": Circumstance(streams="2>/dev/full"),
    "only standard output": Circumstance(streams="<&- 2>&-"),
    "a folder that is gone": Circumstance(stands="gone"),
    "a folder that may not be written": Circumstance(stands="locked"),
    "one core": Circumstance(limits="[ -x /usr/bin/taskset ] && /usr/bin/taskset -pc 0 $$ >/dev/null;"),
    "twenty open files": Circumstance(limits="ulimit -n 20;"),
    "half a minute of work": Circumstance(limits="ulimit -t 30;"),
    "200 MiB of memory": Circumstance(limits="ulimit -v 204800;"),
    "60 MiB of memory": Circumstance(limits="ulimit -v 61440;"),
}
FULL = Circumstance(streams=">/dev/full")
CLOSED = Circumstance(streams=">&-")
CUT = {"head": Circumstance(streams="| head -n 1"), "nobody": Circumstance(streams="| true")}
EVERY = [(command, name) for command in COMMANDS for name in (*SAME, "full", "closed", *CUT)]
TRIED = EVERY if WHOLE else random.Random(9).sample(EVERY, 4)


class Outcome(NamedTuple):
    code: int
    out: bytes
    err: str
    files: Mapping[str, bytes]


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lists to read, which nobody writes."""
    folder = tmp_path_factory.mktemp("desk")
    written(folder / "list.csv", "title,organization\n河边的人,某电影学院\n爱上海的理由,文汇报社\n")
    written(folder / "list.json", '{"data": {"items": [{"片名": "河边的人", "导演": "张三"}]}}')
    written(folder / "list.xlsx", packed(parts(sheet(FILMS.replace("organization", "单位")))))
    written(folder / "bad.csv", "title,organization\n河边的人,某电影学院,多\n")
    written(folder / "lines.txt", "爱上海的理由\n白日依山尽\n")
    assert in_copy("import", str(folder / "list.csv"), "-o", str(folder / "films.awards")).code == 0
    return folder


def run_in(circumstance: Circumstance, command: str, desk: Path, place: Path) -> Outcome:
    """Run a command in a circumstance; what it writes goes into a new folder."""
    out, locked, gone = (place / name for name in ("out", "locked", "gone"))
    for folder in (out, locked, gone):
        folder.mkdir(parents=True)
    locked.chmod(0o555)
    arguments = command.format(desk=desk, out=out, locked=locked)
    stands = {"gone": gone, "locked": locked}.get(circumstance.stands, out)
    leave = f"rmdir '{gone}';" if circumstance.stands == "gone" else ""
    # The builtins of bash need no path.
    before = f"cd '{stands}'; {leave} {circumstance.limits}"
    script = f"{before} '{sys.executable}' -m awardcli {arguments} {circumstance.streams}"
    env = environment(**circumstance.env)
    if circumstance.streams.startswith("|"):
        script = f"set -o pipefail; {script}"
    ran = subprocess.run(
        ["/bin/bash", "-c", script],
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
        preexec_fn=be_nobody_special,
    )
    files = {path.name: path.read_bytes() for path in (*out.iterdir(), *locked.iterdir())}
    said = ran.stderr.decode("utf-8", "replace").replace(str(place), "PLACE").splitlines(keepends=True)
    err = "".join(line for line in said if not line.startswith("/bin/bash: warning: setlocale"))
    return Outcome(ran.returncode, ran.stdout.replace(os.fsencode(place), b"PLACE"), err, files)


@pytest.fixture(scope="session")
def usually(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Outcome]:
    """What a command does where nothing is special."""
    known: dict[str, Outcome] = {}

    def outcome(command: str) -> Outcome:
        if command not in known:
            known[command] = run_in(PLAIN, command, desk, tmp_path_factory.mktemp("usual"))
            assert known[command].code == COMMANDS[command]
        return known[command]

    return outcome


def is_same_everywhere(command: str) -> bool:
    return not any(part in command for part in TEXT) or "-f json" in command


@needs_a_full_disk
@pytest.mark.parametrize(("command", "name"), TRIED)
def test_every_command_keeps_its_promise_in_every_circumstance(
    usually: Callable[[str], Outcome], desk: Path, tmp_path: Path, command: str, name: str
) -> None:
    usual = usually(command)
    circumstance = {**SAME, "full": FULL, "closed": CLOSED, **CUT}[name]
    found = run_in(circumstance, command, desk, tmp_path / "here")
    assert "Traceback" not in found.err
    assert "Exception ignored" not in found.err
    assert len(found.err.splitlines()) <= max(1, len(usual.err.splitlines()) + (usual.code == 0))
    if name in SAME:
        assert found.code == usual.code, found.err
        assert found.out == usual.out or not is_same_everywhere(command)
    elif name in CUT:
        assert found.code in (usual.code, 141)
    else:
        assert found.code == (3 if usual.out else usual.code), found.err
    if name in SAME or not usual.out:
        assert found.files.keys() == usual.files.keys()
        for file, data in found.files.items():
            assert data == usual.files[file] or file.endswith(".xlsx"), file  # which holds when it was made
    else:
        assert found.files == {}


def be_nobody_special_who_hears() -> None:
    hear_every_signal()
    be_nobody_special()


@pytest.mark.parametrize("command", [each for each in COMMANDS if WHOLE or "--jobs" in each])
def test_a_hang_up_ends_any_command_quietly(
    usually: Callable[[str], Outcome], desk: Path, tmp_path: Path, command: str
) -> None:
    usual, dice = usually(command), random.Random(command)
    (tmp_path / "locked").mkdir(mode=0o555)
    (tmp_path / "out").mkdir()
    arguments = command.format(desk=desk, out=tmp_path / "out", locked=tmp_path / "locked").split()
    with subprocess.Popen(
        [*AWARDCLI, *arguments],
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=be_nobody_special_who_hears,
    ) as running:
        time.sleep(dice.uniform(0, 0.4))
        running.send_signal(signal.SIGHUP)
        _, err = running.communicate(timeout=60)
    assert running.returncode in (usual.code, 129, -signal.SIGHUP)
    assert len(err.splitlines()) <= max(1, len(usual.err.splitlines()))
    left = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert left.keys() in ({}.keys(), usual.files.keys())


WATCHING = """
import json, sys
from awardcli.cli import app

def heard(event, details):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "webbrowser.", "os.system", "os.exec", "pty.")):
        print(event, details, file=sys.__stderr__)
    if event in ("subprocess.Popen", "os.posix_spawn") and details[0] != sys.executable:
        print(event, details, file=sys.__stderr__)

sys.addaudithook(heard)
for arguments in json.loads(sys.argv[1]):
    app.run(arguments)
"""


def test_no_command_connects_to_anything_runs_another_program_or_keeps_anything_at_home(
    desk: Path, tmp_path: Path
) -> None:
    for name in ("home", "out", "locked"):
        (tmp_path / name).mkdir()
    folders = {"desk": desk, "out": tmp_path / "out", "locked": tmp_path / "locked"}
    commands = [command.format(**folders).split() for command, code in COMMANDS.items() if code < 2]
    ran = subprocess.run(
        [sys.executable, "-c", WATCHING, json.dumps([*commands, ["export", f"{tmp_path}/out/districts.html"]])],
        env=environment(HOME=str(tmp_path / "home")),
        cwd=tmp_path / "out",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert [line for line in ran.stderr.splitlines() if line.startswith(("socket", "subprocess", "os.", "pty"))] == []
    assert len(list((tmp_path / "out").iterdir())) == 6
    assert list((tmp_path / "home").iterdir()) == []
