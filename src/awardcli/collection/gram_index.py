"""The gram index of a collection file: which titles and organizations may answer a query.

Two FTS5 tables hold the grams of `language.grams`, of the results' titles and of the organizations' names. They store
no text (`content=''`), no places (`detail=none`) and no sizes (`columnsize=0`). A row's number is the length of its
folded text and then its place in the list, so that the order of the rows is the best first: what a query covers most.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log
from operator import itemgetter
from pathlib import Path
from typing import Literal, NamedTuple

from awardcli.collection.sqlite_file import reporting_damage, require_as_made
from awardcli.language.fold import fold
from awardcli.language.grams import all_grams
from awardcli.language.readings import reviewed_syllables, syllables
from awardcli.processes import Processes, stands_somewhere

Kind = Literal["title", "organization"]

TABLES: dict[Kind, str] = {"title": "title_grams", "organization": "organization_grams"}
# The ascii tokenizer takes every character beyond ASCII for part of a word, as codes are.
INDEX_SCHEMA = (
    *(
        f"""CREATE VIRTUAL TABLE IF NOT EXISTS {table}
            USING fts5(grams, content='', detail=none, columnsize=0, tokenize="ascii")"""
        for table in TABLES.values()
    ),
    """CREATE TABLE IF NOT EXISTS common_grams
        (kind TEXT, gram TEXT, rows INTEGER, PRIMARY KEY (kind, gram)) WITHOUT ROWID""",
    "CREATE TABLE IF NOT EXISTS indexed_organizations (last INTEGER)",
    "INSERT INTO indexed_organizations SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM indexed_organizations)",
)
_LAST: dict[Kind, str] = {
    "title": "SELECT max(position) FROM results",
    "organization": "SELECT max(organization) FROM organizations",
}
_SHIFT = 32
PLACE = (1 << _SHIFT) - 1
"""The bits of a row's number that are its place."""
_LONGEST = (1 << 20) - 1
_MOST_COMMON = 10_000
"""Grams that can be common, since each must be in one row of two hundred: only a stranger's file names more."""
_MOST_WITH_A_GRAM = 100_000
"""Rows of a gram that are counted, those of the shortest texts: it bounds the memory where each title has it."""
_FETCHED = 64
"""Rows that are read at once: about as many as a screen shows."""


def row_number(length: int, place: int) -> int:
    """The number of the row for a folded text of a length, at a place in the list."""
    return min(length, _LONGEST) << _SHIFT | place


class IndexRow(NamedTuple):
    """A row of the index: how long its folded text is, and its place in the list of results or organizations."""

    length: int
    place: int


class Index:
    """The gram index of an open collection file; every expression is made of quoted grams alone."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._has: dict[tuple[Kind, str], bool] = {}
        self._common: dict[Kind, dict[str, int]] = {}
        with reporting_damage(path):
            require_as_made(connection, path, INDEX_SCHEMA)

    def rows(self, kind: Kind, expression: str, *, shortest: int = 0, longest: int = _LONGEST) -> Iterator[IndexRow]:
        """The rows that answer an FTS5 expression, the shortest text first, then in the order of the list.

        Only texts of at least `shortest` and at most `longest` characters. They are read as they are asked for.
        """
        table = TABLES[kind]
        select = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid"
        with reporting_damage(self._path):
            cursor = self._connection.execute(select, (expression, shortest << _SHIFT, (longest + 1) << _SHIFT))
            while numbers := cursor.fetchmany(_FETCHED):
                for (number,) in numbers:
                    yield IndexRow(number >> _SHIFT, number & PLACE)

    def has(self, kind: Kind, gram: str) -> bool:
        """Whether any row has a gram."""
        known = self._has.get((kind, gram))
        if known is None:
            known = self._has[kind, gram] = any(True for _ in self.rows(kind, f'"{gram}"'))
        return known

    def is_common(self, kind: Kind, gram: str) -> bool:
        """Whether many rows have a gram."""
        return gram in self._common_grams(kind)

    def most_like(
        self, kind: Kind, grams: Sequence[str], most: int, *, most_counted: int, shortest: int = 0
    ) -> list[int]:
        """The places of the rows that have the most and the rarest of the grams, the best first; `most` at most.

        Each gram counts for the information it gives, the logarithm of how rare it is. FTS5's own `rank` is 0
        where it stores no places. Grams are counted in about `most_counted` rows, beginning with the rarest: the
        common ones tell little, and cost most.
        """
        common = self._common_grams(kind)
        with reporting_damage(self._path):
            size = self._connection.execute(_LAST[kind]).fetchone()[0] or 0
        counted = 0
        found: list[tuple[float, set[int]]] = []
        for gram in sorted(grams, key=lambda gram: common.get(gram, 0)):
            if counted + common.get(gram, 0) > most_counted and counted:
                break
            numbers = self._numbers(kind, gram, shortest)
            counted += len(numbers)
            found.append((log(size / (len(numbers) + 1) + 1), numbers))
        return [number & PLACE for number in _worth_most(found, most)]

    def _numbers(self, kind: Kind, gram: str, shortest: int) -> set[int]:
        """The numbers of the rows that have a gram, of texts of at least so many characters."""
        table = TABLES[kind]
        rows = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= ? LIMIT {_MOST_WITH_A_GRAM}"
        with reporting_damage(self._path):
            # As one text they are read in half the time that they take row by row.
            select = f"SELECT group_concat(rowid, ' ') FROM ({rows})"
            (numbers,) = self._connection.execute(select, (f'"{gram}"', shortest << _SHIFT)).fetchone()
        return set(map(int, (numbers or "").split()))

    def _common_grams(self, kind: Kind) -> dict[str, int]:
        """In how many rows the grams are that are in many."""
        if kind not in self._common:
            select = "SELECT gram, rows FROM common_grams WHERE kind = ? AND typeof(rows) = 'integer' LIMIT ?"
            with reporting_damage(self._path):
                self._common[kind] = dict(self._connection.execute(select, (kind, _MOST_COMMON)).fetchall())
        return self._common[kind]


def _worth_most(found: Sequence[tuple[float, set[int]]], most: int) -> list[int]:
    """The rows that are worth the most in all, the best first: each of the sets says what to be in it is worth.

    Only what is in several of them is added up one by one: most rows are in one.
    """
    once: set[int] = set()
    several: set[int] = set()
    for _, numbers in found:
        several |= once & numbers
        once |= numbers
    worth = dict.fromkeys(several, 0.0)
    for value, numbers in found:
        for number in several & numbers:
            worth[number] += value
    best = sorted((-value, number) for number, value in worth.items())[:most]
    for value, numbers in sorted(found, key=itemgetter(0), reverse=True):
        if len(best) == most and -best[-1][0] > value:
            break
        best = sorted([*best, *((-value, number) for number in numbers - several)])[:most]
    return [number for _, number in best]


_COMMON = 0.005
_FEW = 500
"""A gram in more than this share of the rows, and in more than so many, is common."""
_BATCH = 5_000
"""Texts whose grams are made at once."""
_SORTED = 1 << 16
"""Rows that FTS5 gets in the order of their numbers, which it takes far faster than any other: some 20 MB."""
_GATHERED = 32 << 20
"""Bytes of grams that FTS5 gathers in memory before it writes them; its own limit is a megabyte."""
_MANY = 4
"""Batches from which on other cores take part: to begin takes them as long as one or two."""
_AHEAD = 16
"""Batches that may wait for their grams: while the cores are at them, the next rows are read."""
_MOST_PIECES = 1000
"""Pieces that FTS5 may leave unjoined until the end."""

Text = tuple[int, str, str | None, tuple[str, ...]]
"""The place of a text in the list, the text, its reviewed reading, and other texts for the same place."""
_Row = tuple[int, bytes]
"""The number of a row of the index, and its grams; in UTF-8, as SQLite has them, for they come from other processes."""
Progress = Callable[[int], None]


class Indexer:
    """Indexes the titles of results as they come, and at the end the organizations, inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for statement in INDEX_SCHEMA:
            connection.execute(statement)
        self._titles = _Grams(connection, "title")
        self._organizations = _Grams(connection, "organization")

    def add_titles(self, texts: Iterable[Text]) -> None:
        """Take the titles of results, none of them empty; they are indexed by and by."""
        self._titles.add(texts)

    def finish(self, progress: Progress | None = None) -> None:
        """Index what is left, and the organizations not yet indexed; `progress` is told how many titles are indexed."""
        self._titles.finish(progress)
        select = "SELECT organization, name, pinyin FROM organizations WHERE name <> '' AND organization > ?"
        names = self._connection.execute(select, (self._last_organization(),))
        self._organizations.add((place, name, pinyin, ()) for place, name, pinyin in names)
        self._organizations.finish()

    def close(self) -> None:
        """End what works for it, also where the index is not finished."""
        self._titles.close()
        self._organizations.close()

    def _last_organization(self) -> int:
        (last,) = self._connection.execute("SELECT last FROM indexed_organizations").fetchone()
        self._connection.execute(
            "UPDATE indexed_organizations SET last = (SELECT coalesce(max(organization), 0) FROM organizations)"
        )
        return int(last)


class _Grams:
    """One of the two FTS5 tables, with what is on its way there.

    Of many texts the grams are made by processes on the other cores, while this one goes on reading.
    """

    def __init__(self, connection: sqlite3.Connection, kind: Kind) -> None:
        self._connection = connection
        self._kind = kind
        self._table = TABLES[kind]
        self._texts: list[Text] = []
        self._rows: list[_Row] = []
        self._done = 0
        self._processes: Processes[list[Text], list[_Row]] | None = None
        # Let FTS5 gather many rows before it writes, and join what it wrote only at the end: both save time.
        for option, value in (("hashsize", _GATHERED), ("automerge", 0), ("crisismerge", _MOST_PIECES)):
            connection.execute(f"INSERT INTO {self._table} ({self._table}, rank) VALUES (?, ?)", (option, value))

    def add(self, texts: Iterable[Text]) -> None:
        """Take texts; where they are many, what has become of earlier ones is written."""
        self._texts += texts
        if len(self._texts) >= (_BATCH if self._processes else _MANY * _BATCH):
            self._hand_out()
            self._take_in(_AHEAD)

    def finish(self, progress: Progress | None = None) -> None:
        """Write all that is left, and note what is common."""
        self._hand_out(progress)
        self._take_in(0, progress)
        self._write(progress)
        # Of one piece a gram is looked up twice as soon as of ten.
        self._connection.execute(f"INSERT INTO {self._table} ({self._table}) VALUES ('optimize')")
        _note_common_grams(self._connection, self._kind)

    def close(self) -> None:
        if self._processes:
            self._processes.close()

    def _hand_out(self, progress: Progress | None = None) -> None:
        """Have the grams of all texts made, or make them where there is no other core."""
        others = (os.cpu_count() or 1) - 1  # one core goes on reading and writing, which takes the most time
        if not self._processes and len(self._texts) >= _MANY * _BATCH and others and stands_somewhere():
            self._processes = Processes(_grams_of, others)
        for start in range(0, len(self._texts), _BATCH):
            batch = self._texts[start : start + _BATCH]
            if self._processes:
                self._processes.give(batch)
            else:
                self._take(_grams_of(batch), progress)
        self._texts.clear()

    def _take_in(self, most_waiting: int, progress: Progress | None = None) -> None:
        """Take what the other cores have made, until no more than so many batches wait for them."""
        for rows in self._processes.done(most_waiting) if self._processes else ():
            self._take(rows, progress)

    def _take(self, rows: list[_Row], progress: Progress | None) -> None:
        """Rows that are made; they are written many at a time."""
        self._rows += rows
        if len(self._rows) >= _SORTED:
            self._write(progress)

    def _write(self, progress: Progress | None = None) -> None:
        self._rows.sort()
        for start in range(0, len(self._rows), _BATCH):  # between which signals are heard
            rows = self._rows[start : start + _BATCH]
            insert = f"INSERT INTO {self._table} (rowid, grams) VALUES (?, CAST(? AS TEXT))"
            self._connection.executemany(insert, rows)
            self._done += len(rows)
            if progress:
                progress(self._done)
        self._rows.clear()


def _grams_of(texts: Sequence[Text]) -> list[_Row]:
    """The index rows of texts; a text that folds to nothing has none. Texts of one place and length share a row."""
    rows: list[_Row] = []
    for place, printed, pinyin, others in texts:
        if text := fold(printed):
            grams = all_grams(text, reviewed_syllables(text, pinyin))
            rows.append((row_number(len(text), place), grams.encode()))
        if others:
            by_number = dict(rows[-1:]) if text else {}
            del rows[len(rows) - len(by_number) :]
            for other in filter(None, map(fold, others)):
                number = row_number(len(other), place)
                grams = all_grams(other, syllables(other))
                by_number[number] = b" ".join([*filter(None, [by_number.get(number)]), grams.encode()])
            rows += by_number.items()
    return rows


def _note_common_grams(connection: sqlite3.Connection, kind: Kind) -> None:
    """Remember which grams are in too many rows to search by: asking the index each time would read them all."""
    words = f"{TABLES[kind]}_words"
    counted = "results" if kind == "title" else "organizations"
    (total,) = connection.execute(f"SELECT count(*) FROM {counted}").fetchone()
    connection.execute(f"CREATE VIRTUAL TABLE temp.{words} USING fts5vocab('main', '{TABLES[kind]}', 'row')")
    connection.execute("DELETE FROM common_grams WHERE kind = ?", (kind,))
    connection.execute(
        f"INSERT INTO common_grams SELECT ?, term, doc FROM temp.{words} WHERE doc > ?",
        (kind, max(total * _COMMON, _FEW)),
    )
    connection.execute(f"DROP TABLE temp.{words}")
