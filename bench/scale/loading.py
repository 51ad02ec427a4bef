"""Import beside reading the same file into one bare SQLite table, and match beside comparing everything."""

import csv
import json
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from bench.match.speed import Compared, compared, made_up
from bench.scale.lists import AWARDCLI, Lists
from bench.timing import Command, Ran, run

import awardcli

_BATCH = 5_000
_MOST_ROUNDS = 3
"""Turns of an import and a bare insertion at most."""
_SEED = 20220101


class Imported(NamedTuple):
    """An import: median seconds, those of a bare insertion, the most memory in MiB, and the bytes written and read."""

    suffix: str
    seconds: float
    bare: float
    peak: float
    written: int
    read: int


def imported(lists: Lists, size: int, suffix: str, rounds: int) -> Imported:
    """The import of a list and a bare insertion of it, in turn."""
    rounds = min(rounds, _MOST_ROUNDS)
    path = lists.csv(size) if suffix == "csv" else lists.json_lines(size)
    collection, table = lists.folder / "imported.awards", lists.folder / "bare.db"
    bare: list[float] = []
    ran: list[Ran] = []
    for number in range(rounds):
        print(f"importing: {suffix}, {number + 1} of {rounds}", file=sys.stderr)
        bare.append(_bare_insertion(path, table))
        ran.append(run(Command((AWARDCLI, "import", str(path), "-o", str(collection), "--force"))))
    written = collection.stat().st_size
    collection.unlink()
    return Imported(
        suffix=suffix,
        seconds=median(each.seconds for each in ran),
        bare=median(bare),
        peak=max(each.peak for each in ran),
        written=written,
        read=lists.json_lines(size).stat().st_size,
    )


def _bare_insertion(path: Path, table: Path) -> float:
    table.unlink(missing_ok=True)
    begin = time.perf_counter()
    connection = sqlite3.connect(table)
    connection.execute("CREATE TABLE films (title TEXT, organization TEXT, category TEXT, award TEXT)")
    with path.open(encoding="utf-8", newline="") as file:
        rows = iter(_csv_rows(file) if path.suffix == ".csv" else _json_rows(file))
        while batch := list(islice(rows, _BATCH)):
            connection.executemany("INSERT INTO films VALUES (?, ?, ?, ?)", batch)
    connection.commit()
    connection.close()
    taken = time.perf_counter() - begin
    table.unlink()
    return taken


def _csv_rows(file: Iterable[str]) -> Iterator[Sequence[object]]:
    rows = csv.reader(file)
    next(rows)
    return rows


def _json_rows(file: Iterable[str]) -> Iterator[Sequence[object]]:
    for line in file:
        record = json.loads(line)
        yield [record.get(key) for key in ("title", "organization", "category", "award")]


class Matched(NamedTuple):
    """A match of many lines, beside comparing every pair, and the most memory of the command in MiB.

    The lines are the titles of the list, or made up.
    """

    made_up: bool
    lines: int
    compared: Compared
    peak: float


def matched(lists: Lists, number: int, jobs: int, *, make_up: bool) -> Matched:
    """The match of that many lines against the bundled titles.

    The command runs before the lines are in memory here: what this process holds counts as held by those it begins.
    """
    bundled = awardcli.open_collection()
    titles = [result.title for result in bundled if result.title]

    def lines() -> Iterator[str]:
        if make_up:
            return islice(made_up(titles, Random(_SEED)), number)
        return (" ".join(record["title"].split()) for record in lists.records(number))

    print(f"matching: {'made-up lines' if make_up else 'titles'}", file=sys.stderr)
    path, found = lists.folder / "lines.txt", lists.folder / "matched.csv"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines())
    ran = run(Command((AWARDCLI, "match", str(path), "-o", str(found), "--force", "--jobs", str(jobs))))
    return Matched(make_up, number, compared(bundled, lines()), ran.peak)
