"""The gram index of a collection file: which titles and organizations may answer a query.

Two FTS5 tables hold the grams of `language.grams`, of the results' titles and of the organizations' names. They store
no text (`content=''`), no places (`detail=none`) and no sizes (`columnsize=0`). A row's number is the length of its
folded text and then its place in the list, so that the order of the rows is the best first: what a query covers most.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from awardcli.collection.schema import damage_told
from awardcli.language.fold import fold
from awardcli.language.grams import grams
from awardcli.language.readings import reviewed_readings

Kind = Literal["title", "organization"]

_TABLES: dict[Kind, str] = {"title": "title_grams", "organization": "organization_grams"}
_SOURCES: dict[Kind, str] = {
    "title": "SELECT position, title, title_pinyin FROM results WHERE title IS NOT NULL AND position > ?",
    "organization": "SELECT organization, name, pinyin FROM organizations WHERE organization > ?",
}
_SHIFT = 32
_MASK = (1 << _SHIFT) - 1
_LONGEST = (1 << 20) - 1
_COMMON = 0.005
_FEW = 500
"""A gram in more than this share of the rows, and in more than so many, is too common while there are rarer ones."""

# The ascii tokenizer takes every character beyond ASCII for part of a word, as codes are.
_SCHEMA = (
    *(
        f"""CREATE VIRTUAL TABLE IF NOT EXISTS {table}
            USING fts5(grams, content='', detail=none, columnsize=0, tokenize="ascii")"""
        for table in _TABLES.values()
    ),
    "CREATE TABLE IF NOT EXISTS common_grams (kind TEXT, gram TEXT, PRIMARY KEY (kind, gram)) WITHOUT ROWID",
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
        f"INSERT INTO common_grams SELECT ?, term FROM temp.{words} WHERE doc > ?",
        (kind, max(total * _COMMON, _FEW)),
    )
    connection.execute(f"DROP TABLE temp.{words}")


class Index:
    """The gram index of an open collection file; every expression is made of quoted grams alone."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def places(self, kind: Kind, expression: str, *, longest: int = _LONGEST, ranked: int = 0) -> Iterator[int]:
        """The places of the rows that answer an FTS5 expression, the shortest text first, in the order of the list.

        Only texts of at most `longest` characters. With `ranked`, so many rows at most, those with the most and the
        rarest grams of the expression first.
        """
        table = _TABLES[kind]
        select = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid < ?"
        order = f"ORDER BY rank LIMIT {ranked}" if ranked else "ORDER BY rowid"
        with damage_told(self._path):
            rows = self._connection.execute(f"{select} {order}", (expression, (longest + 1) << _SHIFT))
            numbers = [number for (number,) in rows]
        yield from (number & _MASK for number in numbers)

    def common(self, kind: Kind, wanted: Sequence[str]) -> set[str]:
        """Those of the grams that are in too many rows to search by."""
        marks = ",".join("?" * len(wanted))
        select = f"SELECT gram FROM common_grams WHERE kind = ? AND gram IN ({marks})"
        with damage_told(self._path):
            return {gram for (gram,) in self._connection.execute(select, (kind, *wanted))}
