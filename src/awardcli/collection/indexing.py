"""Build the gram index of a collection file."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import chain, islice

from awardcli.collection.index import INDEX_SCHEMA, PLACE, TABLES, Kind, row_number
from awardcli.language.fold import fold
from awardcli.language.grams import grams
from awardcli.language.readings import reviewed_syllables
from awardcli.parallel import in_processes, stands_somewhere

_SOURCES: dict[Kind, tuple[str, str, str, str]] = {
    "title": ("results", "position", "title", "title_pinyin"),
    "organization": ("organizations", "organization", "name", "pinyin"),
}
"""A table, with the columns of its key, of the text and of the reviewed reading."""
_COMMON = 0.005
_FEW = 500
"""A gram in more than this share of the rows, and in more than so many, is common."""
_BATCH = 5_000
_GATHERED = 32 << 20
"""Bytes of grams that FTS5 gathers in memory before it writes them; its own limit is a megabyte."""
_MANY = 4
"""Batches from which on all cores take part: to begin takes them as long as one or two."""


def build_index(connection: sqlite3.Connection, since: int = 0, progress: Callable[[int], None] | None = None) -> None:
    """Index the results after position `since`, and organizations not yet indexed, inside the caller's transaction.

    `progress` is told now and then how many texts are indexed.
    """
    for statement in INDEX_SCHEMA:
        connection.execute(statement)
    done = 0
    for kind, table in TABLES.items():
        after = since if kind == "title" else _last_organization(connection)
        _gather_much(connection, table)
        for rows in _numbered(connection, kind, after):
            connection.executemany(f"INSERT INTO {table} (rowid, grams) VALUES (?, ?)", rows)
            done += len(rows)
            if progress:
                progress(done)
        _as_one_piece(connection, table)
        _note_common_grams(connection, kind)


def _gather_much(connection: sqlite3.Connection, table: str) -> None:
    """Let FTS5 gather many rows before it writes, and join what it wrote only at the end: both save time."""
    for option, value in (("hashsize", _GATHERED), ("automerge", 0)):
        connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", (option, value))


def _as_one_piece(connection: sqlite3.Connection, table: str) -> None:
    """Join all that FTS5 wrote: of one piece a gram is looked up twice as soon as of ten."""
    connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def _last_organization(connection: sqlite3.Connection) -> int:
    (last,) = connection.execute("SELECT last FROM indexed_organizations").fetchone()
    connection.execute(
        "UPDATE indexed_organizations SET last = (SELECT coalesce(max(organization), 0) FROM organizations)"
    )
    return int(last)


def _numbered(connection: sqlite3.Connection, kind: Kind, after: int) -> Iterator[list[tuple[int, str]]]:
    """The rows to index in the order of their numbers, which FTS5 takes far faster than any other order; in batches."""
    table, key, text, pinyin = _SOURCES[kind]
    connection.execute("CREATE TEMP TABLE numbered (number INTEGER PRIMARY KEY)")
    rows = connection.execute(f"SELECT {key}, {text} FROM {table} WHERE {text} <> '' AND {key} > ?", (after,))
    # Counted here and not by a function of SQL, in which a signal would become an error of SQLite's.
    numbers = ((row_number(len(fold(text)), place),) for place, text in rows)
    connection.executemany("INSERT INTO temp.numbered VALUES (?)", numbers)
    texts = connection.execute(
        f"""SELECT number, {text}, {pinyin} FROM temp.numbered CROSS JOIN {table} ON {key} = number & ?
            ORDER BY number""",
        (PLACE,),
    )
    batches = iter(lambda: texts.fetchmany(_BATCH), [])
    first = list(islice(batches, _MANY))
    jobs = os.cpu_count() or 1
    if len(first) < _MANY or jobs == 1 or not stands_somewhere():
        yield from map(_grams_of, chain(first, batches))
    else:
        with closing(in_processes(_grams_of, chain(first, batches), jobs)) as found:
            yield from found
    connection.execute("DROP TABLE temp.numbered")


def _grams_of(texts: Sequence[tuple[int, str, str | None]]) -> list[tuple[int, str]]:
    """The numbers of texts with their grams; nothing of what folds to nothing."""
    folded = ((number, fold(text), pinyin) for number, text, pinyin in texts)
    said = ((number, text, reviewed_syllables(text, pinyin)) for number, text, pinyin in folded if text)
    return [(number, " ".join(grams(text, syllables))) for number, text, syllables in said]


def _note_common_grams(connection: sqlite3.Connection, kind: Kind) -> None:
    """Remember which grams are in too many rows to search by: asking the index each time would read them all."""
    words = f"{TABLES[kind]}_words"
    total = connection.execute(f"SELECT count(*) FROM {'results' if kind == 'title' else 'organizations'}").fetchone()[
        0
    ]
    connection.execute(f"CREATE VIRTUAL TABLE temp.{words} USING fts5vocab('main', '{TABLES[kind]}', 'row')")
    connection.execute("DELETE FROM common_grams WHERE kind = ?", (kind,))
    connection.execute(
        f"INSERT INTO common_grams SELECT ?, term, doc FROM temp.{words} WHERE doc > ?",
        (kind, max(total * _COMMON, _FEW)),
    )
    connection.execute(f"DROP TABLE temp.{words}")
