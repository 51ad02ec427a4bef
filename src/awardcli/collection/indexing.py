"""Build the gram index of a collection file, while the collection is being written."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from awardcli.collection.index import INDEX_SCHEMA, TABLES, Kind, row_number
from awardcli.language.fold import fold
from awardcli.language.readings import reviewed_syllables
from awardcli.parallel import Processes, stands_somewhere

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

Text = tuple[int, str, str | None]
"""The place of a text in the list, the text, and its reviewed reading."""
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
        self._organizations.add(self._connection.execute(select, (self._last_organization(),)))
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
    """The rows of texts; nothing of what folds to nothing."""
    from awardcli.collection.text_grams import text_grams  # and with it numpy

    folded = [(place, text, pinyin) for place, printed, pinyin in texts if (text := fold(printed))]
    known = [text for _, text, _ in folded]
    grams = text_grams(known, [reviewed_syllables(text, pinyin) for _, text, pinyin in folded])
    return [(row_number(len(text), place), row.encode()) for (place, text, _), row in zip(folded, grams, strict=True)]


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
