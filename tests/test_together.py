"""Several at one collection: each import is whole or refused in good time, no row is lost, and readers see all or none.

`make test-collections` runs twelve at once, 20 rounds, and damages 10,000 files; the suite does a little of both.
"""

import random
import sqlite3
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

import pytest

from awardcli import messages
from awardcli.collection.stored import StoredCollection
from conftest import Run
from support import WHOLE, copied, in_copy, written

ROUNDS = 20 if WHOLE else 1
AT_ONCE = 12 if WHOLE else 6
ROWS = 20
"""Of each import; they differ, so that a sum says whose rows are there."""


def started(*arguments: object) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return copied(*map(str, arguments), stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe)


def lists(folder: Path) -> list[Path]:
    """A list for each import, of 20, 21, 22 ... rows that no other has; every other list has a column that none has."""
    found = []
    for turn in range(AT_ONCE):
        heading, cell = (f",幅{turn}", f",格{turn}") if turn % 2 else ("", "")
        rows = "".join(f"片{turn}之{row}{cell}\n" for row in range(ROWS + turn))
        found.append(written(folder / f"list{turn}.csv", f"title{heading}\n{rows}"))
    return found


def rows_in(path: Path) -> dict[str, int]:
    """How many rows of each import a sound collection has."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    films = StoredCollection(path)
    films.check()
    counts: dict[str, int] = {}
    for result in films:
        turn = int((result.title or "").removeprefix("片").split("之")[0])
        assert list(filter(None, result.other.values())) == ([f"格{turn}"] if turn > 0 and turn % 2 else [])
        counts[(result.title or "").split("之")[0]] = counts.get((result.title or "").split("之")[0], 0) + 1
    return counts


@pytest.mark.parametrize("turn", range(ROUNDS))
@pytest.mark.parametrize(
    ("option", "there"),
    [("--append", False), ("", False), ("--append", True), ("--force", True)][: None if WHOLE else 2],
)
def test_of_several_imports_at_once_each_is_whole_or_refused(
    tmp_path: Path, turn: int, option: str, there: bool
) -> None:
    films = tmp_path / "films.awards"
    whole = {f"片{each}": ROWS + each for each in range(AT_ONCE)}
    sources = lists(tmp_path)
    if there:
        assert in_copy("import", str(written(tmp_path / "old.csv", "title\n片-1之0\n")), "-o", str(films)).code == 0
    running = [started("import", source, "-o", films, *filter(None, [option])) for source in sources]
    reading = [started("export", "-", "-c", "title", "--header", "none", "--data", films) for _ in range(3)]
    for reader in reading:
        seen, err = reader.communicate(timeout=60)
        assert reader.returncode == 0 or (reader.returncode == 3 and not there), err.decode()
        counts: dict[str, int] = {}
        for title in seen.decode().splitlines():
            counts[title.split("之")[0]] = counts.get(title.split("之")[0], 0) + 1
        counts.pop("片-1", None)
        assert counts.items() <= whole.items()  # of an import all or nothing
    said = [each.communicate(timeout=120)[1].decode() for each in running]
    codes = [each.returncode for each in running]
    assert set(codes) <= {0, 3}, said
    assert all(len(err.splitlines()) == 1 for err in said)
    won = {f"片{each}": ROWS + each for each, code in enumerate(codes) if code == 0}
    stands = rows_in(films)
    old = stands.pop("片-1", None)
    if option == "--append":
        assert (stands, old) == (won, 1 if there else None)
        assert won == whole  # each waits for the others
    else:
        assert len(stands) == 1
        assert stands.items() <= won.items()
        assert len(won) == 1 or option == "--force"
    assert not list(tmp_path.glob(".*"))


@contextmanager
def held(path: Path, how: str) -> Iterator[None]:
    """Another program has the collection open and does this with it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(how)
        yield


def test_a_collection_that_another_program_holds_is_refused_after_a_while(awardcli: Run, tmp_path: Path) -> None:
    films, own = tmp_path / "films.awards", written(tmp_path / "own.csv", "title\n吾梦\n")
    assert awardcli("import", own, "-o", films).code == 0
    before = films.read_bytes()
    began = time.monotonic()
    with held(films, "BEGIN EXCLUSIVE"):
        running = [
            started(*command)
            for command in (
                ["search", "吾梦", "--data", films],
                ["import", own, "-o", films, "--append"],
                ["import", films, "-o", tmp_path / "other.awards"],
            )
        ]
        said = [each.communicate(timeout=60)[1].decode() for each in running]
    assert time.monotonic() - began < 30
    assert [each.returncode for each in running] == [3, 3, 3]
    assert said == [f"awardcli: {messages.LOCKED(path=films)}\n"] * 3
    assert films.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["films.awards", "own.csv"]


def test_a_collection_that_another_program_keeps_a_log_of_is_refused(awardcli: Run, tmp_path: Path) -> None:
    films, own = tmp_path / "films.awards", written(tmp_path / "own.csv", "title\n吾梦\n")
    assert awardcli("import", own, "-o", films).code == 0
    with held(films, "PRAGMA journal_mode = WAL"):
        pass
    names = sorted(path.name for path in tmp_path.iterdir())
    for command in (["search", "吾梦", "--data", films], ["import", own, "-o", films, "--append"]):
        ran = awardcli(*command)
        assert (ran.code, ran.err) == (3, f"awardcli: {messages.LOGGED(path=films)}\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == names == ["films.awards", "own.csv"]


# Damage

FLIPS = 10_000 if WHOLE else 60
CUTS = 500 if WHOLE else 10
SHARES = 20 if WHOLE else 1
"""Tests that the damaged files are shared among, so that several can run at once."""
COMMANDS: Sequence[Sequence[str]] = (
    ["validate", "{films}"],
    ["search", "上海", "--data", "{films}"],
    ["export", "-", "--data", "{films}"],
    ["import", "{own}", "-o", "{films}", "--append"],
)


def damaged(sound: bytes) -> Iterator[bytes]:
    """The file cut, with a bit flipped here and there, and with each byte of its first 17 made another."""
    dice = random.Random(2022)
    for _ in range(CUTS):
        yield sound[: dice.randrange(len(sound))]
    for place in range(17):
        yield sound[:place] + bytes([sound[place] ^ 0xFF]) + sound[place + 1 :]
    for _ in range(FLIPS):
        data = bytearray(sound)
        for _ in range(dice.choice((1, 1, 1, 8, 64))):
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        yield bytes(data)


@pytest.mark.parametrize("share", range(SHARES))
def test_a_damaged_collection_is_refused_or_read_and_never_made_worse(
    awardcli: Run, tmp_path: Path, share: int
) -> None:
    films, own = tmp_path / "films.awards", written(tmp_path / "own.csv", "title\n新片\n")
    assert awardcli("export", films).code == 0
    refused = 0
    for turn, data in islice(enumerate(damaged(films.read_bytes())), share, None, SHARES):
        written(films, data)
        for command in COMMANDS if WHOLE or turn % 4 == 0 else COMMANDS[turn % 3 :: 3]:
            began = time.monotonic()
            ran = awardcli(*(part.format(films=films, own=own) for part in command))
            assert ran.code in (0, 1, 3), (turn, command, ran.err)
            assert "should not have happened" not in ran.err, (turn, command, ran.err)
            assert time.monotonic() - began < 30
            refused += ran.code == 3
            if ran.code == 3:
                assert films.read_bytes() == data
        if films.read_bytes() != data:  # it was sound enough to be added to
            StoredCollection(films).check_pages()
    assert refused > 20
