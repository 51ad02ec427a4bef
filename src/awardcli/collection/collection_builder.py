"""Build a collection file from results: its tables, its index, and the counts of its values."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from itertools import chain
from math import isfinite
from operator import itemgetter
from pathlib import Path
from types import NoneType, TracebackType
from typing import Any, Generic, NamedTuple, Self, TypeVar

from awardcli import messages
from awardcli.collection import sqlite_file
from awardcli.collection.gram_index import Indexer, Text
from awardcli.collection.protocol import KEYS, MOST_COUNTED, Collection, name_in, names_of_values, own_heading
from awardcli.collection.sql_conditions import FIRST
from awardcli.collection.sqlite_file import MOST_LISTS, MOST_OWN, RESULT_COLUMNS, SHARED_COLUMNS
from awardcli.collection.stored import StoredCollection
from awardcli.errors import InvalidDataError, UnwritableError
from awardcli.model import Category, Cell, Column, Edition, JsonCell, Organization, Result, cell_text

_BATCH = 5000
"""Results handed to SQLite at once: a few megabytes, which save most of the calls."""
_LARGEST_ARRAYS = 2_000_000
"""Characters in the arrays of a row; with more they are kept as texts only, or a row would be too large for SQLite."""
_NOTHING = 0
_OURS = ", ".join([f"nullif(?, {_NOTHING})"] * len(RESULT_COLUMNS))
"""The values of awardcli's own columns, where `_NOTHING` becomes NULL: Python's sqlite3 is slow with None."""
_ADD_LINK = "INSERT INTO result_organizations VALUES (?, ?, ?)"
_ADD_EDITION = f"REPLACE INTO editions VALUES ({','.join('?' * 12)})"
_ADD_CATEGORY = "REPLACE INTO categories VALUES (?, ?, ?, ?, ?)"
_ADD_ORGANIZATION = "REPLACE INTO organizations VALUES (?, ?, ?, ?, ?)"
_ADD_COLUMN = "INSERT INTO list_columns (list, heading, role, stored_as) VALUES (?, ?, ?, ?)"
_ADD_COUNT = "INSERT INTO value_counts (name, value, results) VALUES (?, ?, ?)"

Described = TypeVar("Described", Edition, Category, Organization)


class IdTakenError(Exception):
    """Another result of the collection has this id."""


class _Numbered(Generic[Described]):
    """Editions, categories or organizations that results share, numbered in the order in which they first occur.

    Values with the same name are merged unless a field conflicts. On conflict, `distinct` keeps both; otherwise the
    first wins.
    """

    def __init__(self, *, distinct: bool) -> None:
        self.values: dict[int, Described] = {}
        self._distinct = distinct
        self._last = 0
        self._numbers: dict[Described, int] = {}
        self._named: dict[object, int] = {}

    def number(self, name: object, value: Described) -> int:
        """The number of a value with that name."""
        return self._numbers.get(value) or self._new(name, value)

    def take(self, number: int, name: object, value: Described) -> None:
        """Add a value that has a number already."""
        self.values[number] = value
        self._numbers[value] = number
        self._named.setdefault(name, number)
        self._last = max(self._last, number)

    def _new(self, name: object, value: Described) -> int:
        number = self._named.get(name)
        if number is not None:
            known = self.values[number]
            default = known._field_defaults
            pairs = [(field, getattr(known, field), getattr(value, field)) for field in known._fields]
            conflict = any(len({old, new, default.get(field)}) == 3 for field, old, new in pairs)
            if not conflict or not self._distinct:
                added = {field: new for field, old, new in pairs if old == default.get(field)}
                self.values[number] = known._replace(**added)
                self._numbers[value] = number
                return number
        number = self._last + 1
        self.take(number, name, value)
        return number


class _CellPlaces(NamedTuple):
    """The places of cells in rows with certain columns, by the columns of `results` that store them; -1 for no cell.

    `ours` has the place and heading of each cell that one of awardcli's own columns stores too, with that column. `own`
    has the place of the cell for each further column of `results`.
    """

    list: int
    ours: tuple[tuple[int, str, str], ...]
    own: tuple[int, ...]
    has_ids: bool
    """Whether the rows have an id of their list."""


_COUNTED_ROLES = (None, "district")
"""Roles of further columns that count by themselves: an organization has only one district, a list a column of them."""


class _Lists:
    """The lists that results come from, with the columns of each and the columns of `results` that store their cells.

    Rows belong to a list if it has all of their columns that have a role; their columns without a role are added to it.
    So all results of a list have the title, say, under the same heading.
    """

    def __init__(self, connection: sqlite3.Connection, called: Path, old: StoredCollection | None) -> None:
        self.own: dict[str, str] = {}
        """The further columns of `results`, by heading."""
        self.counted: set[str] = {each.heading for each in old.columns if each.role in _COUNTED_ROLES} if old else set()
        """The headings of those of them whose values are counted."""
        self._connection = connection
        self._called = called
        self._lists: dict[int, dict[str, tuple[Column, str]]] = {}
        self._layouts: dict[tuple[Column, ...], _CellPlaces] = {}
        for number, each in old.records.lists.items() if old else ():
            pairs = list(zip(each.columns, each.stored_as, strict=True))
            self._lists[number] = {column.heading: (column, name) for column, name in pairs}
            self.own |= {column.heading: name for column, name in pairs if name not in RESULT_COLUMNS}

    def layout(self, columns: tuple[Column, ...]) -> _CellPlaces | None:
        """The places of cells in rows with these columns; None before `add`."""
        return self._layouts.get(columns)

    def add(self, result: Result) -> None:
        """Add the columns of a result where they are new; raises InvalidDataError where there are too many."""
        columns = result.cells.columns
        number = next((number for number, known in self._lists.items() if _fit(columns, known)), None)
        if number is None:
            if len(self._lists) >= MOST_LISTS:
                raise InvalidDataError(messages.TOO_MANY_LISTS(path=self._called, most=MOST_LISTS))
            number = max(self._lists, default=0) + 1
        known = self._lists.setdefault(number, {})
        ours = _given_by(result)
        for column in columns:
            if column.heading not in known:
                name = column.role if column.role and column in ours else self._own_column(column)
                known[column.heading] = column, name
                self._connection.execute(_ADD_COLUMN, (number, *column, name))
        self._layouts.clear()  # the others lack the columns that are new
        places = {column.heading: place for place, column in enumerate(columns)}
        stored = {name: (places.get(heading, -1), heading) for heading, (_, name) in known.items()}
        self._layouts[columns] = _CellPlaces(
            list=number,
            ours=tuple((*stored[name], name) for name in stored if name in RESULT_COLUMNS),
            has_ids=stored.get("id", (-1,))[0] >= 0,
            own=tuple(stored.get(name, (-1,))[0] for name in self.own.values()),
        )

    def _own_column(self, column: Column) -> str:
        heading = column.heading
        if heading not in self.own:
            if len(self.own) >= MOST_OWN:
                raise InvalidDataError(messages.TOO_MANY_COLUMNS(path=self._called, most=MOST_OWN))
            self.own[heading] = sqlite_file.add_column(self._connection, heading, self.own.values())
            if column.role in _COUNTED_ROLES:
                self.counted.add(heading)
        return self.own[heading]


def _fit(columns: Iterable[Column], known: Mapping[str, tuple[Column, str]]) -> bool:
    """Whether rows with these columns belong to a list, which must have all of them that have a role."""
    return all(known[each.heading][0] == each if each.heading in known else each.role is None for each in columns)


def _given_by(result: Result) -> set[Column]:
    """The columns of a new list whose cells are mostly the same as the values of awardcli's own columns."""
    cells = list(zip(result.cells.columns, result.cells.values, strict=True))
    found = {column.role: column for column, _ in reversed(cells) if column.role in SHARED_COLUMNS}
    titles = [(column, (cell_text(cell) or "").strip()) for column, cell in cells if column.role == "title"]
    for column, text in reversed(titles):
        if text in ("", result.title):
            found["title"] = column  # the first, unless another is asked to be first
    if sum(column.role == "organization" for column, _ in cells) > 1:
        del found["organization"]
    return set(found.values())


class _Counts:
    """Counts the results with each value of the columns with few values, while results are stored.

    With these counts a search reads the categories, awards and other values of a million results in a millisecond.
    """

    def __init__(self, old: StoredCollection | None) -> None:
        self._old = old
        self._total = len(old) if old else 0
        self._counts: dict[str, Counter[Any] | None] = {}
        """By column; None for a column with too many values."""

    def add(self, columns: Mapping[str, int], rows: Sequence[Sequence[object]], arrays: Set[str]) -> None:
        """Count stored rows; `columns` has the place of each column in a row, `arrays` are those with arrays."""
        for name, place in columns.items():
            if name not in self._counts:
                self._counts[name] = self._begin(name)
            if (counter := self._counts[name]) is not None:
                values = map(itemgetter(place), rows)
                counter.update(chain.from_iterable(map(_counted, values)) if name in arrays else values)
                if len(counter) > MOST_COUNTED:
                    self._counts[name] = None
        self._total += len(rows)

    def rows(self, texts: Mapping[str, Callable[[Any], str | None]]) -> Iterator[tuple[str, str | None, int]]:
        """The rows of `value_counts`; `texts` has functions for columns whose stored values are not the texts."""
        for name, counter in self._counts.items():
            text_of = texts.get(name, name_in)
            counts: Counter[str | None] = Counter()
            for value, count in counter.items() if counter else ():
                counts[(value.strip() or None) if type(value) is str else text_of(value)] += count
            yield from ((name, text, count) for text, count in counts.items())

    def _begin(self, name: str) -> Counter[Any] | None:
        """The counts of the results that were stored earlier; None where they have too many values."""
        if self._old and (name in KEYS or name in {own_heading(each.heading) for each in self._old.columns}):
            known = self._old.records.counted(name)
            return Counter(known) if known or not self._total else None
        return Counter({None: self._total} if self._total else {})


class Builder:
    """Builds a collection file in one transaction, which `finish` commits.

    `path` is an empty file, or a copy of `old` to add to; `called` is its name in messages. Results are compared by a
    hash of 8 bytes: of a million results, two different ones collide once in ten million imports.
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
        self._counts = _Counts(old)
        self._arrays: set[str] = set()
        """The headings of the columns in which some cell is an array."""
        with self._reporting():
            self._connection = sqlite_file.connect_copy(path) if old else sqlite_file.connect_new(path)
        with sqlite_file.closed_on_failure(self._connection):
            with self._reporting():
                self._indexer = Indexer(self._connection)
            self._lists = _Lists(self._connection, called, old)
            self._columns: tuple[Column, ...] = ()
            self._layout = _NO_LIST
            self._before = self._remember(old) if old else 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._indexer.close()
        self._connection.close()

    def describe(self, editions: Iterable[Edition], categories: Iterable[Category]) -> None:
        """Add the editions and categories of a collection, in its order."""
        for edition in editions:
            self._editions.number((edition.number, edition.year), edition)
        for category in categories:
            self._categories.number(category.name, category)

    def add(self, result: Result, *, once: bool = True) -> bool:
        """Append a result; with `once` only if no other has the same content, whatever their ids.

        Raises IdTakenError where another has its id, and InvalidDataError where its columns are too many.
        """
        cells, written = self._cells_to_store(result)
        content = _content(result, self._layout, cells, written)
        if once and content in self._known:
            return False
        if (id_ := hash(result.id)) in self._ids:
            raise IdTakenError
        self._known.add(content)
        self._ids.add(id_)
        self.kept += 1
        position = self._before + self.kept
        self._results.append(self._row(position, result, cells, written))
        if result.title:
            are_cells = bool(result.cells.columns)
            self._titles.append((position, result.title, result.title_pinyin, result.other_titles, are_cells))
        for place, each in enumerate(result.organizations):
            self._links.append((position, place, self._organizations.number(each.name, each)))
        if len(self._results) >= _BATCH:
            self._flush()
        return True

    def _row(
        self, position: int, result: Result, cells: tuple[Cell, ...], written: Mapping[str, object]
    ) -> tuple[object, ...]:
        """The row of `results` for a result."""
        edition, category = result.edition, result.category
        if edition is not self._edition:  # mostly it is the same one, and hashing it takes time
            self._edition = edition
            self._edition_number = self._editions.number((edition.number, edition.year), edition)
        return (
            position,
            result.id,
            self._edition_number,
            self._categories.number(category.name, category) if category else _NOTHING,
            result.award or _NOTHING,
            result.title or _NOTHING,
            result.title_pinyin or _NOTHING,
            result.organization or _NOTHING,
            result.certainty,
            result.note or _NOTHING,
            result.note_zh or _NOTHING,
            _as_json(dict(result.printed)) if result.printed else _NOTHING,
            self._layout.list,
            _as_json(written) if written else _NOTHING,
            *cells,
        )

    def finish(self, progress: Callable[[int], None] | None = None) -> None:
        """Write and index everything, and commit; `progress` gets the number of titles indexed so far."""
        self._flush()
        with self._reporting():
            self._connection.executemany(_ADD_EDITION, _rows(self._editions))
            self._connection.executemany(_ADD_CATEGORY, _rows(self._categories))
            self._connection.executemany(_ADD_ORGANIZATION, _rows(self._organizations))
            self._indexer.finish(progress)
            sqlite_file.add_indexes(self._connection)  # last, in the space that merging the gram index has freed
            self._write_counts()
            self._connection.execute("COMMIT")

    def _cells_to_store(self, result: Result) -> tuple[tuple[Cell, ...], dict[str, object]]:
        """The cells of a result for the further columns of `results`, and the cells that differ from its own values."""
        columns, values = result.cells
        if columns != self._columns:
            if columns and not self._lists.layout(columns):
                self._flush()  # the results so far have fewer columns
                with self._reporting():
                    self._lists.add(result)
            self._columns, self._layout = columns, self._lists.layout(columns) or _NO_LIST
        if not columns:
            return (None,) * len(self._lists.own), {}
        values = (*values, None)  # where a place is -1
        cells = tuple(map(values.__getitem__, self._layout.own))
        written: dict[str, object] = {}
        if cells and not (kinds := set(map(type, cells))) <= _PLAIN:
            if JsonCell in kinds:
                written = self._json_values(cells)
            cells = tuple(map(_storable_cell, cells))
        given = {
            "id": result.id,
            "award": result.award,
            "category": result.category and result.category.name,
            "title": result.title,
            "organization": result.organization,
            "note": result.note,
        }
        for place, heading, name in self._layout.ours:
            cell, text = values[place], given[name]
            if cell != text and not (text is None and cell == ""):
                written[heading] = cell
        return cells, written

    def _json_values(self, cells: Sequence[Cell]) -> dict[str, object]:
        """The values of the cells that are arrays, by their headings; true for other JSON, whose text is its value."""
        found = {heading: cell for heading, cell in zip(self._lists.own, cells, strict=True) if type(cell) is JsonCell}
        if sum(map(len, found.values())) > _LARGEST_ARRAYS:
            return {}
        self._arrays.update(heading for heading, cell in found.items() if cell.values)
        return {heading: True if cell.values is None else cell.value for heading, cell in found.items()}

    def _remember(self, old: StoredCollection) -> int:
        """Take over the results of a sound collection; gives its last position."""
        old.check_pages()
        for number, edition in old.records.editions.items():
            self._editions.take(number, (edition.number, edition.year), edition)
        for number, category in old.records.categories.items():
            self._categories.take(number, category.name, category)
        for number, organization in old.records.organizations.items():
            self._organizations.take(number, organization.name, organization)
        for result in old:
            cells, written = self._cells_to_store(result)
            self._known.add(_content(result, self._layout, cells, written))
            self._ids.add(hash(result.id))
        return old.last_position

    def _flush(self) -> None:
        with self._reporting():
            add_result = f"INSERT INTO results VALUES ({_OURS}{', ?' * len(self._lists.own)})"
            self._connection.executemany(add_result, self._results)
            self._connection.executemany(_ADD_LINK, self._links)
            self._indexer.add_titles(self._titles)
        places = {heading: place for place, heading in enumerate(self._lists.own, start=len(RESULT_COLUMNS))}
        own = {own_heading(heading): places[heading] for heading in self._lists.counted}
        self._counts.add(_COUNTED | own, self._results, {own_heading(heading) for heading in self._arrays})
        self._results.clear()
        self._titles.clear()
        self._links.clear()

    def _write_counts(self) -> None:
        """Write how many results have each value, of the columns with few."""
        editions, categories = self._editions.values, self._categories.values
        texts: dict[str, Callable[[Any], str | None]] = {
            "edition": lambda number: editions[number].short_name if number else None,
            "year": lambda number: cell_text(editions[number].year) if number else None,
            "category": lambda number: categories[number].name if number else None,
            "award": lambda _: None,
        }
        self._connection.execute("DELETE FROM value_counts")
        self._connection.executemany(_ADD_COUNT, self._counts.rows(texts))
        for name in ("district", "kind"):
            self._connection.executemany(_ADD_COUNT, self._counts_of_organizations(name))

    def _counts_of_organizations(self, name: str) -> list[tuple[str, str | None, int]]:
        """How many results name an organization with each value of a column; none where the values are many."""
        of_organizations = f"""FROM organizations o JOIN result_organizations l USING (organization)
            WHERE o.{name} <> ''"""
        select = f"SELECT count(DISTINCT o.{name}), count(DISTINCT l.result) {of_organizations}"
        values, results = self._connection.execute(select).fetchone()
        if values > MOST_COUNTED:
            return []
        select = f"SELECT o.{name}, count(DISTINCT l.result) {of_organizations} GROUP BY 1 ORDER BY min({FIRST})"
        rows = self._connection.execute(select).fetchall()
        without = self._before + self.kept - results
        return [(name, value, count) for value, count in [*rows, *([(None, without)] if without else ())]]

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        """Turn SQLite's errors into UnwritableError."""
        try:
            yield
        except sqlite3.Error as error:
            raise UnwritableError(
                messages.CANNOT_WRITE(path=self._called, reason=sqlite_file.why_not_written(error))
            ) from error


_NO_LIST = _CellPlaces(list=_NOTHING, ours=(), own=(), has_ids=False)
_PLAIN = {str, NoneType}
_COUNTED = {
    name: RESULT_COLUMNS.index(column)
    for name, column in {"edition": "edition", "year": "edition", "category": "category", "award": "award"}.items()
}
"""awardcli's own columns whose values are counted, with their places in a stored row."""


def _rows(shared: _Numbered[Any]) -> Iterator[tuple[object, ...]]:
    return ((number, *value) for number, value in shared.values.items())


def _counted(cell: Cell) -> Sequence[Cell]:
    return (names_of_values(cell) or (None,)) if type(cell) is JsonCell else (cell,)


def _storable_cell(cell: Cell) -> Cell:
    """The cell, as text where it is a number that SQLite or JSON cannot store; an array is left for its values."""
    if type(cell) is JsonCell:
        return cell if cell.values else str(cell) or None
    if isinstance(cell, bool) or (isinstance(cell, int) and abs(cell) >= 1 << 63):
        return str(cell)
    return str(cell) if isinstance(cell, float) and not isfinite(cell) else cell


def _content(result: Result, layout: _CellPlaces, cells: Sequence[Cell], written: Mapping[str, object]) -> int:
    """A hash of a result without an id that awardcli made; its cells count as texts, a missing one as empty."""
    texts = [str(cell) if cell not in (None, "") else None for cell in cells]
    while texts and texts[-1] is None:
        texts.pop()
    edition, category = result.edition, result.category
    return hash(
        (
            result.id if layout.has_ids else None,
            result.title,
            result.organization,
            category and category.name,
            result.award,
            edition.number,
            edition.year,
            result.certainty,
            result.note,
            tuple(texts),
            tuple((heading, str(cell)) for heading, cell in written.items() if cell not in (None, "")),
        )
    )


_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def save_collection(collection: Collection, path: Path, called: Path) -> None:
    """Write a whole collection to the empty file `path`, which is `called` so in messages."""
    with Builder(path, called) as builder:
        builder.describe(collection.editions, collection.categories)
        for result in collection:
            builder.add(result, once=False)
        builder.finish()
