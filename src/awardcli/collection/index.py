"""The gram index of a collection file: which titles and organizations may answer a query.

Two FTS5 tables hold the grams of `language.grams`, of the results' titles and of the organizations' names. They store
no text (`content=''`), no places (`detail=none`) and no sizes (`columnsize=0`). A row's number is the length of its
folded text and then its place in the list, so that the order of the rows is the best first: what a query covers most.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log
from pathlib import Path
from typing import Literal, NamedTuple

from awardcli.collection.schema import damage_told, require_as_made
from awardcli.language.fold import fold
from awardcli.language.grams import grams
from awardcli.language.readings import reviewed_readings

Kind = Literal["title", "organization"]

_TABLES: dict[Kind, str] = {"title": "title_grams", "organization": "organization_grams"}
_SOURCES: dict[Kind, str] = {
    "title": "SELECT position, title, title_pinyin FROM results WHERE title IS NOT NULL AND position > ?",
    "organization": "SELECT organization, name, pinyin FROM organizations WHERE organization > ?",
}
_LAST: dict[Kind, str] = {
    "title": "SELECT max(position) FROM results",
    "organization": "SELECT max(organization) FROM organizations",
}
_SHIFT = 32
_MASK = (1 << _SHIFT) - 1
_LONGEST = (1 << 20) - 1
_COMMON = 0.005
_FEW = 500
"""A gram in more than this share of the rows, and in more than so many, is common."""
_MOST_COUNTED = 30_000
"""Rows in which grams are counted at most, beginning with the rarest: the common ones tell little, and cost most."""
_BATCH = 64

# The ascii tokenizer takes every character beyond ASCII for part of a word, as codes are.
_SCHEMA = (
    *(
        f"""CREATE VIRTUAL TABLE IF NOT EXISTS {table}
            USING fts5(grams, content='', detail=none, columnsize=0, tokenize="ascii")"""
        for table in _TABLES.values()
    ),
    """CREATE TABLE IF NOT EXISTS common_grams
        (kind TEXT, gram TEXT, rows INTEGER, PRIMARY KEY (kind, gram)) WITHOUT ROWID""",
    "CREATE TABLE IF NOT EXISTS indexed_organizations (last INTEGER)",
    "INSERT INTO indexed_organizations SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM indexed_organizations)",
)


def build_index(connection: sqlite3.Connection, since: int = 0, progress: Callable[[int], None] | None = None) -> None:
    """Index the results after position `since`, and organizations not yet indexed, inside the caller's transaction.

    `progress` is told now and then how many texts are indexed.
    """
    for statement in _SCHEMA:
        connection.execute(statement)
    done = 0
    for kind, table in _TABLES.items():
        after = since if kind == "title" else _last_organization(connection)
        for rows in _batches(_numbered(connection, kind, after)):
            connection.executemany(f"INSERT INTO {table} (rowid, grams) VALUES (?, ?)", rows)
            done += len(rows)
            if progress:
                progress(done)
        _note_common_grams(connection, kind)


def _last_organization(connection: sqlite3.Connection) -> int:
    (last,) = connection.execute("SELECT last FROM indexed_organizations").fetchone()
    connection.execute(
        "UPDATE indexed_organizations SET last = (SELECT coalesce(max(organization), 0) FROM organizations)"
    )
    return int(last)


def _numbered(connection: sqlite3.Connection, kind: Kind, after: int) -> Iterator[tuple[int, str]]:
    """The rows to index in the order of their numbers, which FTS5 takes far faster than any other order."""
    connection.execute("CREATE TEMP TABLE folded (number INTEGER PRIMARY KEY, text TEXT, pinyin TEXT)")
    rows = connection.execute(_SOURCES[kind], (after,))
    folded = ((place, fold(text), pinyin) for place, text, pinyin in rows)
    numbered = ((min(len(text), _LONGEST) << _SHIFT | place, text, pinyin) for place, text, pinyin in folded if text)
    connection.executemany("INSERT INTO folded VALUES (?, ?, ?)", numbered)
    for number, text, pinyin in connection.execute("SELECT number, text, pinyin FROM folded ORDER BY number"):
        yield number, " ".join(grams(text, reviewed_readings(text, pinyin)))
    connection.execute("DROP TABLE temp.folded")


def _batches(rows: Iterable[tuple[int, str]], size: int = 10_000) -> Iterator[list[tuple[int, str]]]:
    batch: list[tuple[int, str]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _note_common_grams(connection: sqlite3.Connection, kind: Kind) -> None:
    """Remember which grams are in too many rows to search by: asking the index each time would read them all."""
    words = f"{_TABLES[kind]}_words"
    total = connection.execute(f"SELECT count(*) FROM {'results' if kind == 'title' else 'organizations'}").fetchone()[
        0
    ]
    connection.execute(f"CREATE VIRTUAL TABLE temp.{words} USING fts5vocab('main', '{_TABLES[kind]}', 'row')")
    connection.execute("DELETE FROM common_grams WHERE kind = ?", (kind,))
    connection.execute(
        f"INSERT INTO common_grams SELECT ?, term, doc FROM temp.{words} WHERE doc > ?",
        (kind, max(total * _COMMON, _FEW)),
    )
    connection.execute(f"DROP TABLE temp.{words}")


class Row(NamedTuple):
    """A row of the index: how long its folded text is, and its place in the list of results or organizations."""

    length: int
    place: int


class Index:
    """The gram index of an open collection file; every expression is made of quoted grams alone."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._has: dict[tuple[Kind, str], bool] = {}
        with damage_told(path):
            require_as_made(connection, path, _SCHEMA)

    def rows(self, kind: Kind, expression: str, *, shortest: int = 0, longest: int = _LONGEST) -> Iterator[Row]:
        """The rows that answer an FTS5 expression, the shortest text first, then in the order of the list.

        Only texts of at least `shortest` and at most `longest` characters. They are read as they are asked for.
        """
        table = _TABLES[kind]
        select = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid"
        with damage_told(self._path):
            cursor = self._connection.execute(select, (expression, shortest << _SHIFT, (longest + 1) << _SHIFT))
            while numbers := cursor.fetchmany(_BATCH):
                for (number,) in numbers:
                    yield Row(number >> _SHIFT, number & _MASK)

    def has(self, kind: Kind, gram: str) -> bool:
        """Whether any row has a gram."""
        known = self._has.get((kind, gram))
        if known is None:
            known = self._has[kind, gram] = any(True for _ in self.rows(kind, f'"{gram}"'))
        return known

    def most_like(self, kind: Kind, grams: Sequence[str], most: int, *, shortest: int = 0) -> list[int]:
        """The places of the rows that have the most and the rarest of the grams, the best first; `most` at most.

        Each gram counts for the information it gives, the logarithm of how rare it is. FTS5's own `rank` is 0
        where it stores no places.
        """
        table = _TABLES[kind]
        worth: defaultdict[int, float] = defaultdict(float)
        counted = 0
        common = self._common(kind, grams)
        with damage_told(self._path):
            size = self._connection.execute(_LAST[kind]).fetchone()[0] or 0
        for gram in sorted(grams, key=lambda gram: common.get(gram, 0)):
            if counted + common.get(gram, 0) > _MOST_COUNTED and counted:
                break
            with damage_told(self._path):
                select = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= ?"
                numbers = self._connection.execute(select, (f'"{gram}"', shortest << _SHIFT)).fetchall()
            counted += len(numbers)
            information = log(size / (len(numbers) + 1) + 1)
            for (number,) in numbers:
                worth[number] += information
        least = min(sorted(worth.values(), reverse=True)[:most], default=0)
        best = sorted((-value, number) for number, value in worth.items() if value >= least)
        return [number & _MASK for _, number in best[:most]]

    def _common(self, kind: Kind, wanted: Sequence[str]) -> dict[str, int]:
        """In how many rows the grams among these are that are in many."""
        marks = ",".join("?" * len(wanted))
        select = f"SELECT gram, rows FROM common_grams WHERE kind = ? AND gram IN ({marks})"
        with damage_told(self._path):
            return dict(self._connection.execute(select, (kind, *wanted)).fetchall())
