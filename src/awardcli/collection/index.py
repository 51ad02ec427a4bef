"""The gram index of a collection file: which titles and organizations may answer a query.

Two FTS5 tables hold the grams of `language.grams`, of the results' titles and of the organizations' names. They store
no text (`content=''`), no places (`detail=none`) and no sizes (`columnsize=0`). A row's number is the length of its
folded text and then its place in the list, so that the order of the rows is the best first: what a query covers most.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from math import log
from operator import itemgetter
from pathlib import Path
from typing import Literal, NamedTuple

from awardcli.collection.schema import damage_told, require_as_made

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
        self._common: dict[Kind, dict[str, int]] = {}
        with damage_told(path):
            require_as_made(connection, path, INDEX_SCHEMA)

    def rows(self, kind: Kind, expression: str, *, shortest: int = 0, longest: int = _LONGEST) -> Iterator[Row]:
        """The rows that answer an FTS5 expression, the shortest text first, then in the order of the list.

        Only texts of at least `shortest` and at most `longest` characters. They are read as they are asked for.
        """
        table = TABLES[kind]
        select = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid"
        with damage_told(self._path):
            cursor = self._connection.execute(select, (expression, shortest << _SHIFT, (longest + 1) << _SHIFT))
            while numbers := cursor.fetchmany(_FETCHED):
                for (number,) in numbers:
                    yield Row(number >> _SHIFT, number & PLACE)

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
        with damage_told(self._path):
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
        with damage_told(self._path):
            # As one text they are read in half the time that they take row by row.
            select = f"SELECT group_concat(rowid, ' ') FROM ({rows})"
            (numbers,) = self._connection.execute(select, (f'"{gram}"', shortest << _SHIFT)).fetchone()
        return set(map(int, (numbers or "").split()))

    def _common_grams(self, kind: Kind) -> dict[str, int]:
        """In how many rows the grams are that are in many."""
        if kind not in self._common:
            select = "SELECT gram, rows FROM common_grams WHERE kind = ? AND typeof(rows) = 'integer' LIMIT ?"
            with damage_told(self._path):
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
