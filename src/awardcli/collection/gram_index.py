"""The gram index of a collection file: finds the titles and organizations that can match a query.

Comparing a query with each of a million titles would take seconds. The index narrows them to a few hundred. It is an
inverted index of two FTS5 tables, one of the results' titles and one of the organizations' names. FTS5 gets a text as
the list of its grams (`language.grams`): its characters, the codes of their sounds, pairs of codes, its beginning, its
initials. For 爱上海, with the codes written as syllables:

    characters     爱  上  海
    codes          ai  shang  hai
    pairs          ai·shang  shang·hai  ai·hai
    beginning      ^ai
    initials       #ash  #sh  #h

A title with 上海, or with other characters of the same sound, has the pair shang·hai, so a search for 上海 or 尚海
reads the rows of that pair. Letters are looked up in the same way: `shanghai` as the pair, `ash` as initials. A query
with a wrong character still shares most of its pairs with the title that is meant (`most_like`).

The tables store only the rows of each gram: no text (`content=''`), no positions (`detail=none`), no lengths
(`columnsize=0`). The number of a row has the length of the text and its place instead:

     52              32 31                                 0
    +------------------+------------------------------------+
    | length of text   | place: the position of the result, |
    | (folded)         | or the key of the organization     |
    +------------------+------------------------------------+

FTS5 gives rows in the order of their numbers, so the shortest texts come first, and a query covers most of these. The
first screen of hits is then among the first rows, and a search for 月 does not read all 40,000 titles with it. A result
with several titles has a row for each length among them.

Common grams distinguish little and are slow to read. `common_grams` lists them, so that a query with enough other grams
is looked up by these.
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
from awardcli.language.readings import reviewed_syllables
from awardcli.language.title_names import other_names
from awardcli.processes import Processes

Kind = Literal["title", "organization"]

TABLES: dict[Kind, str] = {"title": "title_grams", "organization": "organization_grams"}
# The ascii tokenizer takes every character beyond ASCII for part of a word, the codes too.
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
"""Common grams that are read at most; each is in one row of two hundred, so only a damaged file has more."""
_MOST_WITH_A_GRAM = 100_000
"""Rows that are counted for a gram, those of the shortest texts: a bound on memory where every title has it."""
_KEPT = 30_000
"""Rows of grams that are kept in memory: about 3 MB."""
_FETCHED = 64
"""Rows that are read at once: about a screen of hits."""


def row_number(length: int, place: int) -> int:
    """The number of the row for a folded text of a length, at a place in the list of results or organizations."""
    return min(length, _LONGEST) << _SHIFT | place


class IndexRow(NamedTuple):
    """A row of the index: the length of its folded text, and its place in the list of results or organizations."""

    length: int
    place: int


class Index:
    """The gram index of an open collection file; its FTS5 expressions hold nothing but quoted grams."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._has: dict[tuple[Kind, str], bool] = {}
        self._common: dict[Kind, dict[str, int]] = {}
        self._with_gram: dict[tuple[Kind, str, int], set[int]] = {}
        with reporting_damage(path):
            require_as_made(connection, path, INDEX_SCHEMA)

    def rows(self, kind: Kind, expression: str, *, shortest: int = 0, longest: int = _LONGEST) -> Iterator[IndexRow]:
        """The rows that match an FTS5 expression, the shortest text first, then in the order of the list.

        Only texts of at least `shortest` and at most `longest` characters. Rows are read as they are needed.
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

    def rows_if_common(self, kind: Kind, gram: str) -> int:
        """How many rows have a gram, where these are many; else 0."""
        return self._common_grams(kind).get(gram, 0)

    def most_like(
        self, kind: Kind, grams: Sequence[str], most: int, *, most_counted: int, shortest: int = 0
    ) -> list[int]:
        """The places of at most `most` rows that have the most and the rarest of the grams, the best first.

        Each gram counts for its inverse document frequency, log(rows / rows with it). FTS5's own `rank` is 0 without
        positions. Grams are counted in about `most_counted` rows, beginning with the rarest: common grams tell
        little, and cost most. A place may occur twice, for two texts.
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
        """The numbers of the rows with a gram, of texts of at least `shortest` characters.

        They are kept for the next steps and parts of a query, which look up much the same grams.
        """
        if (known := self._with_gram.get((kind, gram, shortest))) is not None:
            return known
        table = TABLES[kind]
        rows = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= ? LIMIT {_MOST_WITH_A_GRAM}"
        with reporting_damage(self._path):
            # Reading them as one text takes half the time of reading row by row.
            select = f"SELECT group_concat(rowid, ' ') FROM ({rows})"
            (numbers,) = self._connection.execute(select, (f'"{gram}"', shortest << _SHIFT)).fetchone()
        found = set(map(int, (numbers or "").split()))
        if sum(map(len, self._with_gram.values())) + len(found) > _KEPT:
            self._with_gram.clear()
        if len(found) <= _KEPT:
            self._with_gram[kind, gram, shortest] = found
        return found

    def _common_grams(self, kind: Kind) -> dict[str, int]:
        """The grams that are in many rows, each with the number of its rows."""
        if kind not in self._common:
            select = "SELECT gram, rows FROM common_grams WHERE kind = ? AND typeof(rows) = 'integer' LIMIT ?"
            with reporting_damage(self._path):
                self._common[kind] = dict(self._connection.execute(select, (kind, _MOST_COMMON)).fetchall())
        return self._common[kind]


def _worth_most(found: Sequence[tuple[float, set[int]]], most: int) -> list[int]:
    """The `most` rows with the highest sums, the best first; a row gets the value of each set that it is in.

    Only rows in several sets are added up one by one: most rows are in one.
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
    least = sorted(worth.values(), reverse=True)[most - 1] if len(worth) > most else 0.0
    best = sorted((-value, number) for number, value in worth.items() if value >= least)[:most]
    for value, numbers in sorted(found, key=itemgetter(0), reverse=True):
        if len(best) == most and -best[-1][0] > value:
            break
        best = sorted([*best, *((-value, number) for number in sorted(numbers - several)[:most])])[:most]
    return [number for _, number in best]


_COMMON = 0.005
_FEW = 500
"""A gram is common that is in more than this share of the rows, and in more than this number of them."""
_BATCH = 5_000
"""Texts whose grams are made together."""
_SORTED = 1 << 16
"""Rows that are sorted together before they are inserted, which makes FTS5 several times as fast; about 20 MB."""
_GATHERED = 32 << 20
"""Bytes of grams that FTS5 gathers in memory before it writes them; its default is a megabyte."""
_MANY = 4
"""Batches from which other cores take part: starting a process takes as long as one or two batches."""
_AHEAD = 16
"""Batches that may wait for their grams while further rows are read."""
_MOST_PIECES = 1000
"""Segments that FTS5 may leave unmerged until the end."""

Text = tuple[int, str, str | None, tuple[str, ...], bool]
"""The place of a text in the list, the text, its reviewed reading, other texts for the same place, and whether these
texts are cells of titles, which may hold several names. Those are looked for in the worker processes."""
_Row = tuple[int, bytes]
"""The number of a row of the index, and its grams; in UTF-8, which is quickest to send between processes."""
Progress = Callable[[int], None]


class Indexer:
    """Indexes the titles of results as they come, and the organizations at the end, in the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for statement in INDEX_SCHEMA:
            connection.execute(statement)
        self._titles = _Grams(connection, "title")
        self._organizations = _Grams(connection, "organization")

    def add_titles(self, texts: Iterable[Text]) -> None:
        """Take the titles of results; they are indexed later, many at a time."""
        self._titles.add(texts)

    def finish(self, progress: Progress | None = None) -> None:
        """Index the remaining titles and organizations; `progress` gets the number of titles indexed so far."""
        self._titles.finish(progress)
        select = "SELECT organization, name, pinyin FROM organizations WHERE name <> '' AND organization > ?"
        names = self._connection.execute(select, (self._last_organization(),))
        self._organizations.add((place, name, pinyin, (), False) for place, name, pinyin in names)
        self._organizations.finish()

    def close(self) -> None:
        """End the worker processes, whether or not the index is finished."""
        self._titles.close()
        self._organizations.close()

    def _last_organization(self) -> int:
        (last,) = self._connection.execute("SELECT last FROM indexed_organizations").fetchone()
        self._connection.execute(
            "UPDATE indexed_organizations SET last = (SELECT coalesce(max(organization), 0) FROM organizations)"
        )
        return int(last)


class _Grams:
    """One of the two FTS5 tables, with the texts and rows that are still to be written.

    Worker processes make the grams of many texts, while this process goes on reading.
    """

    def __init__(self, connection: sqlite3.Connection, kind: Kind) -> None:
        self._connection = connection
        self._kind = kind
        self._table = TABLES[kind]
        self._texts: list[Text] = []
        self._rows: list[_Row] = []
        self._done = 0
        self._progress: Progress | None = None
        self._processes: Processes[list[Text], list[_Row]] | None = None
        # FTS5 is faster where it gathers many rows before it writes, and merges its segments once, at the end.
        for option, value in (("hashsize", _GATHERED), ("automerge", 0), ("crisismerge", _MOST_PIECES)):
            connection.execute(f"INSERT INTO {self._table} ({self._table}, rank) VALUES (?, ?)", (option, value))

    def add(self, texts: Iterable[Text]) -> None:
        """Take texts; where there are many, hand them out and write the rows that are ready."""
        self._texts += texts
        if len(self._texts) >= (_BATCH if self._processes else _MANY * _BATCH):
            self._hand_out()
            self._take_in(_AHEAD)

    def finish(self, progress: Progress | None = None) -> None:
        """Write everything, and note the common grams."""
        self._progress = progress
        self._hand_out()
        self._take_in(0)
        self._write()
        # A look-up in one segment takes half the time of one in ten.
        self._connection.execute(f"INSERT INTO {self._table} ({self._table}) VALUES ('optimize')")
        _note_common_grams(self._connection, self._kind)

    def close(self) -> None:
        if self._processes:
            self._processes.close()

    def _hand_out(self) -> None:
        """Give all texts to worker processes; where there is only one core, make their grams here."""
        others = (os.cpu_count() or 1) - 1  # one core goes on reading and writing, which takes the most time
        if not self._processes and len(self._texts) >= _MANY * _BATCH and others:
            self._processes = Processes(_grams_of, others)
        for start in range(0, len(self._texts), _BATCH):
            batch = self._texts[start : start + _BATCH]
            if self._processes:
                self._processes.give(batch)
            else:
                self._take(_grams_of(batch))
        self._texts.clear()

    def _take_in(self, most_waiting: int) -> None:
        """Take the rows that are ready, waiting until at most `most_waiting` batches are under way."""
        for rows in self._processes.done(most_waiting) if self._processes else ():
            self._take(rows)

    def _take(self, rows: list[_Row]) -> None:
        """Collect rows, and write them many at a time."""
        self._rows += rows
        if len(self._rows) >= _SORTED:
            self._write()

    def _write(self) -> None:
        self._rows.sort()
        for start in range(0, len(self._rows), _BATCH):  # signals are handled in between
            rows = self._rows[start : start + _BATCH]
            insert = f"INSERT INTO {self._table} (rowid, grams) VALUES (?, CAST(? AS TEXT))"
            self._connection.executemany(insert, rows)
            self._done += len(rows)
            if self._progress:
                self._progress(self._done)
        self._rows.clear()


def _grams_of(texts: Sequence[Text]) -> list[_Row]:
    """The index rows of texts; a text that folds to nothing has none. Texts of one place and length share a row."""
    rows: list[_Row] = []
    for place, first, pinyin, others, are_cells in texts:
        found: dict[int, str] = {}
        others = other_names(first, others) if are_cells else others
        for printed, reading in ((first, pinyin), *((other, None) for other in others)):
            if text := fold(printed):
                number, grams = row_number(len(text), place), all_grams(text, reviewed_syllables(text, reading))
                found[number] = f"{found[number]} {grams}" if number in found else grams
        rows += [(number, grams.encode()) for number, grams in found.items()]
    return rows


def _note_common_grams(connection: sqlite3.Connection, kind: Kind) -> None:
    """List the grams that are in many rows; counting them at each query would read all these rows."""
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
