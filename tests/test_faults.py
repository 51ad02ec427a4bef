"""Whatever call the system refuses and wherever the disk is full, the old file stays and nothing lies beside it.

`make test-faults` looks at every 512 bytes; the suite at a few sizes.
"""

import itertools
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from awardcli.output.formats import FORMATS
from conftest import Run
from faults import CALLS, Faults, faulty
from support import WHOLE, written

CASES = {
    format_.name: f"{'stats -o' if format_.name == 'svg' else 'export'} {{new}}{format_.suffixes[0]}"
    for format_ in FORMATS.values()
} | {
    "awards": "export {new}.awards",
    "import": "import {list} -o {new}.awards",
    "append": "import {list} -o {new}.awards --append",
    "match": "match {list} -o {new}.csv",
}
# The formats that are text go one way; a workbook holds when it was made, and is never the same.
REFUSED = [name for name in CASES if name != "xlsx"] if WHOLE else ["csv", "awards", "append"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def arguments(name: str, folder: Path, rows: int = 400) -> tuple[list[str], Path]:
    """The command line of a case that writes into a folder, from a list of that many rows; and the file it writes."""
    own = written(
        folder.parent / "list.csv", "title,organization\n" + "爱上海的理由,文汇报社\n吾梦,某社\n" * (rows // 2)
    )
    line = CASES[name].format(new=folder / "new", list=own).split()
    target = next(Path(part) for part in line[1:] if Path(part).parent == folder)
    return line, target


def old_file(run: Run, target: Path) -> bytes:
    """What a file holds before a command replaces it or adds to it."""
    if target.suffix != ".awards":
        return b"old"
    small = written(target.parent.parent / "small.csv", "title\n从前\n")
    assert run("import", small, "-o", target).code == 0
    return target.read_bytes()


def prepare(target: Path, old: bytes | None) -> None:
    """Empty the folder of the target, but for the old file if there is one."""
    for left in target.parent.iterdir():
        left.unlink()
    if old is not None:
        target.write_bytes(old)


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("name", "replaces"),
    [(name, replaces) for name in REFUSED for replaces in (True, False) if WHOLE or replaces or name == REFUSED[0]],
)
def test_whichever_call_is_refused_the_old_file_or_the_new_one_is_left(
    awardcli: Run, folder: Path, name: str, replaces: bool
) -> None:
    line, target = arguments(name, folder, rows=400 if WHOLE else 20)
    line += ["--force"] if replaces and name != "append" else []
    old = old_file(awardcli, target) if replaces else None
    prepare(target, old)
    assert awardcli(*line).code == 0
    new = target.read_bytes()
    refused: list[str] = []
    for call in CALLS:
        for turn in itertools.count(1):
            prepare(target, old)
            with faulty(Faults(call, turn)) as faults:
                ran = awardcli(*line)
            if not faults.refused:
                assert ran.code == 0
                break
            refused.append(call)
            now = held(folder)
            if call == "unlink":  # what cannot be taken away stays, but it is not in the way
                now = {name: data for name, data in now.items() if not name.endswith((".part", ".lock"))}
            before = {} if old is None else {target.name: old}
            assert now == {target.name: new} if ran.code == 0 else now in (before, {target.name: new}), (call, turn)
            assert ran.code in (0, 3), (call, turn)
            assert ran.code == 0 or ran.err.startswith("awardcli: ")
            assert ran.code == 0 or len(ran.err.splitlines()) == 1
    assert set(refused) >= {"open", "fsync", "chmod", "replace" if replaces else "link"}
    print(f"{len(refused)} calls refused")


@pytest.mark.parametrize("name", CASES)
def test_wherever_the_disk_is_full_the_old_file_stays(awardcli: Run, folder: Path, name: str) -> None:
    line, target = arguments(name, folder)
    line += ["--force"] if name != "append" else []
    old = old_file(awardcli, target)
    prepare(target, old)
    assert awardcli(*line).code == 0
    size = target.stat().st_size
    prepare(target, old)
    rooms = range(0, size, 512 if WHOLE else size // 2)
    for room in rooms:
        with faulty(Faults(room=room)) as faults:
            ran = awardcli(*line)
        assert faults.refused
        assert (ran.code, held(folder)) == (3, {target.name: old}), room
        assert "the disk is full" in ran.err
    with faulty(Faults(room=2 * size)):  # a workbook says when it was made, and is not always as long
        assert awardcli(*line).code == 0
    print(f"{len(rooms)} sizes of the disk")


def test_a_fault_of_sqlite_is_one_that_it_meets(tmp_path: Path) -> None:
    """The faults above are no good if SQLite never hears of them."""
    full = pytest.raises(sqlite3.OperationalError, match="full")
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection, faulty(Faults(room=0)), full:
        connection.execute("CREATE TABLE a (b)")
