"""Build a collection file from lists: every row is kept, a duplicate, or refused."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from awardcli import messages
from awardcli.collection import sqlite_file
from awardcli.collection.gram_index import Indexer, Text
from awardcli.collection.loading import is_collection, own_or_refused
from awardcli.collection.protocol import Collection
from awardcli.collection.row_reader import RowReader
from awardcli.collection.stored import StoredCollection
from awardcli.collection.text_file import Watch, unwatched
from awardcli.collection.user_file import BY_CONTENT, ReadAs, Reading, UserRows, read_rows
from awardcli.errors import InvalidDataError, UnwritableError
from awardcli.model import Category, Cell, Cells, Edition, Organization, Result

_BATCH = 5000
"""Results handed to SQLite at once: enough to save most of the calls, and a few megabytes."""


_NOTHING = 0
_ADD_RESULT = f"INSERT INTO results VALUES ({', '.join([f'nullif(?, {_NOTHING})'] * 12)})"
"""A row of which what is `_NOTHING` is left empty: Python's sqlite3 takes longer over each None than over all else."""
_ADD_LINK = "INSERT INTO result_organizations VALUES (?, ?, ?)"
_ADD_EDITION = f"REPLACE INTO editions VALUES ({','.join('?' * 12)})"
_ADD_CATEGORY = "REPLACE INTO categories VALUES (?, ?, ?, ?, ?)"
_ADD_ORGANIZATION = "REPLACE INTO organizations VALUES (?, ?, ?, ?, ?)"

Described = TypeVar("Described", Edition, Category, Organization)


class IdTakenError(Exception):
    """Another result of the collection has this id."""


class _Numbered(Generic[Described]):
    """What results share, numbered in the order of its first appearance.

    Two descriptions under one name are one as long as they say nothing contrary; `distinct` says whether those that
    do are two things, or the first is right.
    """

    def __init__(self, *, distinct: bool) -> None:
        self.values: dict[int, Described] = {}
        self._distinct = distinct
        self._last = 0
        self._numbers: dict[Described, int] = {}
        self._named: dict[object, int] = {}

    def number(self, name: object, value: Described) -> int:
        """The number of a value that goes by a name."""
        return self._numbers.get(value) or self._new(name, value)

    def take(self, number: int, name: object, value: Described) -> None:
        """A value that has its number already."""
        self.values[number] = value
        self._numbers[value] = number
        self._named.setdefault(name, number)
        self._last = max(self._last, number)

    def _new(self, name: object, value: Described) -> int:
        number = self._named.get(name)
        if number is not None:
            known = self.values[number]
            silence = known._field_defaults
            pairs = [(field, getattr(known, field), getattr(value, field)) for field in known._fields]
            contrary = any(len({old, new, silence.get(field)}) == 3 for field, old, new in pairs)
            if not contrary or not self._distinct:
                added = {field: new for field, old, new in pairs if old == silence.get(field)}
                self.values[number] = known._replace(**added)
                self._numbers[value] = number
                return number
        number = self._last + 1
        self.take(number, name, value)
        return number


class Builder:
    """A collection file in the making: one transaction, kept when the block ends.

    `path` is an empty file, or a copy of `old` to add to; `called` is what messages call it. Two results that say the
    same are told by a hash of 8 bytes: among a million, two different ones share it once in ten million imports.
    """

    def __init__(self, path: Path, called: Path, old: StoredCollection | None = None) -> None:
        self.kept = 0
        self._called = called
        self._results: list[tuple[object, ...]] = []
        self._titles: list[Text] = []
        self._links: list[tuple[int, int, int]] = []
        self._editions = _Numbered[Edition](distinct=True)
        self._categories = _Numbered[Category](distinct=True)
        self._organizations = _Numbered[Organization](distinct=False)
        self._edition: Edition | None = None
        self._edition_number = 0
        self._known: set[int] = set()
        self._ids: set[int] = set()
        self._before = self._remember(old) if old else 0
        with self._told():
            self._connection = sqlite_file.connect_copy(path) if old else sqlite_file.connect_new(path)
            self._indexer = Indexer(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._indexer.close()
        self._connection.close()

    def describe(self, editions: Iterable[Edition], categories: Iterable[Category]) -> None:
        """Take over what a collection says of itself, in its order."""
        for edition in editions:
            self._editions.number((edition.number, edition.year), edition)
        for category in categories:
            self._categories.number(category.name, category)

    def add(self, result: Result, *, once: bool = True) -> bool:
        """Add a result behind the others; with `once` not if it says the same as one of them, whatever their ids.

        Raises IdTakenError where another has its id.
        """
        said = _said(result)
        if once and said in self._known:
            return False
        if (id_ := hash(result.id)) in self._ids:
            raise IdTakenError
        self._known.add(said)
        self._ids.add(id_)
        self.kept += 1
        position = self._before + self.kept
        _, edition, category, award, title, pinyin, organization, named, certainty, note, note_zh, printed, *_ = result
        if edition is not self._edition:  # mostly it is the same one, and hashing it takes its time
            self._edition = edition
            self._edition_number = self._editions.number((edition.number, edition.year), edition)
        self._results.append(
            (
                position,
                result.id,
                self._edition_number,
                self._categories.number(category.name, category) if category else _NOTHING,
                award or _NOTHING,
                title or _NOTHING,
                pinyin or _NOTHING,
                organization or _NOTHING,
                certainty,
                note or _NOTHING,
                note_zh or _NOTHING,
                json.dumps(dict(printed), separators=(",", ":")) if printed else _NOTHING,
            )
        )
        if title:
            self._titles.append((position, title, pinyin))
        for place, each in enumerate(named):
            self._links.append((position, place, self._organizations.number(each.name, each)))
        if len(self._results) >= _BATCH:
            self._flush()
        return True

    def finish(self, progress: Callable[[int], None] | None = None) -> None:
        """Write what is left, index it, and end the transaction; `progress` is told how many results are indexed."""
        self._flush()
        with self._told():
            self._connection.executemany(_ADD_EDITION, _rows(self._editions))
            self._connection.executemany(_ADD_CATEGORY, _rows(self._categories))
            self._connection.executemany(_ADD_ORGANIZATION, _rows(self._organizations))
            self._indexer.finish(progress)
            sqlite_file.add_indexes(self._connection)  # now, in the room of what has been joined
            self._connection.execute("COMMIT")

    def _remember(self, old: StoredCollection) -> int:
        """Begin with what a sound collection holds; gives its last position."""
        old.check_pages()
        for number, edition in old.records.editions.items():
            self._editions.take(number, (edition.number, edition.year), edition)
        for number, category in old.records.categories.items():
            self._categories.take(number, category.name, category)
        for number, organization in old.records.organizations.items():
            self._organizations.take(number, organization.name, organization)
        for result in old:
            self._known.add(_said(result))
            self._ids.add(hash(result.id))
        return old.last_position

    def _flush(self) -> None:
        with self._told():
            self._connection.executemany(_ADD_RESULT, self._results)
            self._connection.executemany(_ADD_LINK, self._links)
            self._indexer.add_titles(self._titles)
        self._results.clear()
        self._titles.clear()
        self._links.clear()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise UnwritableError(messages.CANNOT_WRITE(path=self._called, reason=sqlite_file.reason(error))) from error


def _rows(shared: _Numbered[Any]) -> Iterator[tuple[object, ...]]:
    return ((number, *value) for number, value in shared.values.items())


def _said(result: Result) -> int:
    """What a result says, as a hash of 8 bytes: the results of two rows that say the same have the same."""
    edition, category = result.edition, result.category
    return hash(
        (result.title, result.organization, category and category.name, result.award, edition.number, edition.year)
    )


Reject = Callable[[str, str, object], None]
"""Takes a refused row: its place, what is wrong with it, and the row itself."""


class Importer:
    """Adds files to a collection and counts what became of every row."""

    def __init__(self, builder: Builder, reject: Reject) -> None:
        self.read = self.kept = self.duplicates = self.refused = 0
        self._builder = builder
        self._reject = reject

    def take(self, path: Path, read_as: ReadAs = BY_CONTENT, watch: Watch = unwatched) -> Reading | None:
        """Add a file; gives how it was read, or None for a collection.

        Raises UnreadableError, and InvalidDataError where the file cannot be told into rows: then it is not known
        where the next row begins, and none can be refused by itself.
        """
        if is_collection(path):
            stored = StoredCollection(path)
            stored.check_pages()
            self._collection(stored)
            return None
        rows = read_rows(path, read_as, watch=watch)
        if rows.document is not None:
            self._collection(own_or_refused(path, rows.document))
            return None
        self._rows(rows)
        return rows.reading

    def _rows(self, rows: UserRows) -> None:
        reader = RowReader(rows)
        for row in rows:
            self.read += 1
            if row.problem:  # of which a hostile file has a million
                self._refuse(row.place, row.problem, row.raw)
                continue
            try:
                result = reader.result(row)
            except InvalidDataError as error:
                problem = error.message.removeprefix(messages.PLACED(place=row.place, problem=""))
                self._refuse(row.place, problem, _by_heading(row.cells))
                continue
            try:
                self._add(result)
            except IdTakenError:
                if result.id == reader.id_of(row.number):  # given by us, to another row of that number
                    self._add_under_another_id(result)
                else:
                    self._refuse(row.place, messages.REPEATED(value=result.id), _by_heading(row.cells))

    def _collection(self, collection: Collection) -> None:
        """Add results that are checked already; only an id that another file uses too is a reason to refuse one."""
        self._builder.describe(collection.editions, collection.categories)
        for number, result in enumerate(collection):
            self.read += 1
            try:
                self._add(result)
            except IdTakenError:
                raw = {"id": result.id, "title": result.title, "organization": result.organization}
                self._refuse(f"{collection.path}: [{number}]", messages.REPEATED(value=result.id), raw)

    def _add(self, result: Result) -> None:
        if self._builder.add(result):
            self.kept += 1
        else:
            self.duplicates += 1

    def _add_under_another_id(self, result: Result) -> None:
        number = 2
        while True:
            try:
                return self._add(result._replace(id=f"{result.id}-{number}"))
            except IdTakenError:
                number += 1

    def _refuse(self, place: str, problem: str, raw: object) -> None:
        self.refused += 1
        self._reject(place, problem, raw)


def save_collection(collection: Collection, path: Path, called: Path) -> None:
    """Write all of a collection into the empty file `path`, which messages call `called`."""
    with Builder(path, called) as builder:
        builder.describe(collection.editions, collection.categories)
        for result in collection:
            try:
                builder.add(result, once=False)
            except IdTakenError:
                raise InvalidDataError(messages.REPEATED(value=result.id)) from None
        builder.finish()


def _by_heading(cells: Cells) -> dict[str, Cell]:
    return {column.heading: cell for column, cell in zip(cells.columns, cells.values, strict=True)}
