"""A collection file: results read from it as they are needed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType, NoneType
from typing import Any, get_args
from weakref import finalize

from awardcli import messages, vocabulary
from awardcli.collection.counting import count_stored, count_values
from awardcli.collection.index import Index, Kind
from awardcli.collection.naming import MOST_NAMED
from awardcli.collection.schema import connect_readonly, damage_told
from awardcli.collection.source import Keep, count_categories, count_organizations, organizations_of
from awardcli.errors import InvalidDataError
from awardcli.model import Category, Certainty, Edition, Honours, Organization, Result

_RESULTS = """
SELECT r.position, r.id, r.edition, r.category, r.award, r.title, r.title_pinyin, r.organization, r.certainty, r.note,
    r.note_zh, r.printed, l.organization, o.name, o.pinyin, o.district, o.kind
FROM results r LEFT JOIN result_organizations l ON l.result = r.position
    LEFT JOIN organizations o ON o.organization = l.organization
"""
_IN_ORDER = " ORDER BY r.position, l.place"
_TEXTS: Mapping[Kind, tuple[str, str, str]] = {
    "title": ("title", "results", "position"),
    "organization": ("name", "organizations", "organization"),
}
_BATCH = 200
_TEXT: set[type] = {str}
_TEXT_OR_NOT: set[type] = {str, NoneType}
_NUMBER: set[type] = {int}
_NUMBER_OR_NOT: set[type] = {int, NoneType}
_TYPES = (
    *(_NUMBER, _TEXT, _NUMBER, _NUMBER_OR_NOT),
    *([_TEXT_OR_NOT] * 4),
    *(_TEXT, *([_TEXT_OR_NOT] * 3)),
    *(_NUMBER_OR_NOT, *([_TEXT_OR_NOT] * 4)),
)
_EDITION_TYPES = (*([_NUMBER_OR_NOT] * 2), *([_TEXT_OR_NOT] * 5), *([_NUMBER_OR_NOT] * 3), _TEXT_OR_NOT)
_CATEGORY_TYPES = (_TEXT, _TEXT_OR_NOT, _TEXT_OR_NOT, _TEXT)
_ORGANIZATION_TYPES = (_TEXT, *([_TEXT_OR_NOT] * 3))
_CERTAINTIES = frozenset(get_args(Certainty))
_NOTHING_PRINTED: Mapping[str, Sequence[int]] = MappingProxyType({})


class StoredCollection:
    """The results of a collection file, in printed order; what is at hand at once is bounded."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = connect_readonly(path)
        finalize(self, self.connection.close)
        with damage_told(path):
            editions = self._described("editions", "edition", Edition._fields, _EDITION_TYPES)
            categories = self._described("categories", "category", Category._fields, _CATEGORY_TYPES)
        self.numbered_editions = {key: Edition(*values) for key, values in editions.items()}
        self.numbered_categories = {key: Category(*values) for key, values in categories.items()}
        if not all(category.honours in get_args(Honours) for category in self.numbered_categories.values()):
            raise self._damaged("categories")
        self._sound: set[tuple[type, ...]] = set()

    @property
    def editions(self) -> Sequence[Edition]:
        return list(self.numbered_editions.values())

    @property
    def categories(self) -> Sequence[Category]:
        return list(self.numbered_categories.values())

    @property
    def organizations(self) -> Sequence[Organization]:
        return list(self.numbered_organizations.values())

    @cached_property
    def numbered_organizations(self) -> Mapping[int, Organization]:
        """The organizations by their key."""
        with damage_told(self.path):
            rows = self._described("organizations", "organization", Organization._fields, _ORGANIZATION_TYPES)
        if not all(_is_kind(values[-1]) for values in rows.values()):
            raise self._damaged("organizations")
        return {key: Organization(*values) for key, values in rows.items()}

    @property
    def last_position(self) -> int:
        """The position of the last result; 0 where there is none."""
        with damage_told(self.path):
            (position,) = self.connection.execute("SELECT max(position) FROM results").fetchone()
        return position or 0

    @cached_property
    def _length(self) -> int:
        with damage_told(self.path):
            (length,) = self.connection.execute("SELECT count(*) FROM results").fetchone()
        return int(length)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Result]:
        return self._read(_RESULTS + _IN_ORDER)

    def result(self, id: str) -> Result | None:  # noqa: A002 # what a result calls it
        return next(self._read(f"{_RESULTS} WHERE r.id = ? {_IN_ORDER}", (_storable(id),)), None)

    def results_at(self, positions: Iterable[int]) -> Iterator[tuple[int, Result]]:
        """The results at those positions, in the order they are asked for; a position without one is left out."""
        positions = iter(positions)
        while batch := list(islice(positions, _BATCH)):
            marks = ",".join("?" * len(batch))
            rows = self._grouped(f"{_RESULTS} WHERE r.position IN ({marks}) {_IN_ORDER}", batch)
            found = {position: self._result(group) for position, group in rows}
            yield from ((position, found[position]) for position in batch if position in found)

    @cached_property
    def gram_index(self) -> Index:
        """The gram index of the titles and the organizations' names."""
        return Index(self.connection, self.path)

    def positions_of(self, organizations: Iterable[int]) -> Iterator[int]:
        """The positions of the results that name one of the organizations, by their keys."""
        for key in organizations:
            with damage_told(self.path):
                rows = self.connection.execute("SELECT result FROM result_organizations WHERE organization = ?", (key,))
                yield from (position for (position,) in rows.fetchall())

    def texts_at(self, kind: Kind, places: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The titles at those positions, or the names of those organizations, without the rest of the results."""
        column, table, key = _TEXTS[kind]
        places = iter(places)
        while batch := list(islice(places, _BATCH)):
            marks = ",".join("?" * len(batch))
            with damage_told(self.path):
                rows = self.connection.execute(f"SELECT {key}, {column} FROM {table} WHERE {key} IN ({marks})", batch)
                found = dict(rows.fetchall())
            yield from ((place, text) for place in batch if isinstance(text := found.get(place), str))

    def where(self, keep: Keep) -> "Kept":
        return Kept(self, (keep,))

    def counts(self, column: str) -> Mapping[str | None, int]:
        with damage_told(self.path):
            counts = count_stored(self.connection, column)
        if not all(type(value) in _TEXT_OR_NOT for value in counts) or (
            column == "kind" and not all(map(_is_kind, counts))
        ):
            raise self._damaged("results")
        return counts

    def category_counts(self) -> Mapping[Category, int]:
        with damage_told(self.path):
            rows = self.connection.execute("SELECT category, count(*) FROM results GROUP BY category").fetchall()
        return {self.numbered_categories[key]: count for key, count in rows if key in self.numbered_categories}

    def organization_counts(self) -> Mapping[str, int]:
        query = "SELECT organization, count(*) FROM result_organizations GROUP BY organization"
        with damage_told(self.path):
            rows = self.connection.execute(query).fetchall()
        names = self.numbered_organizations
        return {names[key].name: count for key, count in rows if key in names}

    def check_pages(self) -> None:
        """Raise InvalidDataError where SQLite finds the file damaged anywhere; reads all of it."""
        with damage_told(self.path):
            (verdict,) = self.connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise InvalidDataError(messages.DAMAGED(path=self.path, reason=verdict))

    def check(self) -> None:
        """Raise InvalidDataError where anything in the file is not as it should be; reads all of it."""
        self.check_pages()
        _ = self.gram_index  # looks at its tables
        for _ in self:
            pass

    def _described(self, table: str, key: str, columns: Sequence[str], types: Sequence[set[type]]) -> dict[int, Any]:
        """The rows of a small table by their key, checked; raises InvalidDataError."""
        named = ", ".join(f'"{column}"' for column in columns)
        found = {}
        for row in self.connection.execute(f"SELECT {key}, {named} FROM {table} ORDER BY {key}"):
            if not all(type(value) in wanted for value, wanted in zip(row, (_NUMBER, *types), strict=True)):
                raise self._damaged(table)
            found[row[0]] = row[1:]
        return found

    def _read(self, query: str, values: Sequence[object] = ()) -> Iterator[Result]:
        for _, group in self._grouped(query, values):
            yield self._result(group)

    def _grouped(self, query: str, values: Sequence[object] = ()) -> Iterator[tuple[int, list[tuple[Any, ...]]]]:
        """The rows of each result with its position: one a result, or one for each of several organizations."""
        with damage_told(self.path):
            rows = self.connection.execute(query, values)
            for position, group in groupby(rows, itemgetter(0)):
                found = list(islice(group, MOST_NAMED + 1))
                if len(found) > MOST_NAMED:
                    raise self._damaged(position)
                yield position, found

    def _result(self, rows: list[tuple[Any, ...]]) -> Result:
        organizations = []
        for row in rows:
            kinds = tuple(map(type, row))
            if kinds not in self._sound:
                self._check(row, kinds)
            if row[12] is not None:
                if not _is_kind(row[16]):
                    raise self._damaged(row[0])
                organizations.append(Organization(row[13], row[14], row[15], row[16]))
        first = rows[0]
        edition = self.numbered_editions.get(first[2])
        category = None if first[3] is None else self.numbered_categories.get(first[3])
        if edition is None or (category is None and first[3] is not None) or first[8] not in _CERTAINTIES:
            raise self._damaged(first[0])
        printed = self._printed(first[0], first[11]) if first[11] else _NOTHING_PRINTED
        return Result._make((first[1], edition, category, *first[4:8], tuple(organizations), *first[8:11], printed))

    def _check(self, row: tuple[Any, ...], kinds: tuple[type, ...]) -> None:
        """Remember those types of a row's values as sound, or raise InvalidDataError."""
        both = (row[12] is None) == (row[13] is None)
        if not both or not all(kind in wanted for kind, wanted in zip(kinds, _TYPES, strict=True)):
            raise self._damaged(row[0])
        self._sound.add(kinds)

    def _printed(self, position: int, text: str) -> Mapping[str, Sequence[int]]:
        try:
            printed = json.loads(text)
            sound = all(type(line) is int for lines in printed.values() for line in lines)
        except (ValueError, AttributeError, TypeError, RecursionError) as error:
            raise self._damaged(position) from error
        if not sound:
            raise self._damaged(position)
        return printed  # type: ignore[no-any-return] # just looked at

    def _damaged(self, where: int | str) -> InvalidDataError:
        """The error for a result at a position, or for a whole table."""
        reason = messages.BAD_RECORD(position=where) if isinstance(where, int) else messages.BAD_TABLE(table=where)
        return InvalidDataError(messages.DAMAGED(path=self.path, reason=reason))


class Kept:
    """What filters keep of a collection file: read, filtered and handed on one by one."""

    def __init__(self, whole: StoredCollection, filters: tuple[Keep, ...]) -> None:
        self.path = whole.path
        self.editions = whole.editions
        self.categories = whole.categories
        self._whole = whole
        self._filters = filters

    @cached_property
    def organizations(self) -> Sequence[Organization]:
        return organizations_of(self)

    @cached_property
    def _length(self) -> int:
        return sum(1 for _ in self)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Result]:
        return (result for result in self._whole if self._keeps(result))

    def result(self, id: str) -> Result | None:  # noqa: A002 # what a result calls it
        found = self._whole.result(id)
        return found if found and self._keeps(found) else None

    @property
    def last_position(self) -> int:
        return self._whole.last_position

    @property
    def gram_index(self) -> Index:
        return self._whole.gram_index

    def positions_of(self, organizations: Iterable[int]) -> Iterator[int]:
        return self._whole.positions_of(organizations)

    def texts_at(self, kind: Kind, places: Iterable[int]) -> Iterator[tuple[int, str]]:
        return self._whole.texts_at(kind, places)

    def results_at(self, positions: Iterable[int]) -> Iterator[tuple[int, Result]]:
        return (found for found in self._whole.results_at(positions) if self._keeps(found[1]))

    def where(self, keep: Keep) -> "Kept":
        return Kept(self._whole, (*self._filters, keep))

    def counts(self, column: str) -> Mapping[str | None, int]:
        return count_values(self, column)

    def category_counts(self) -> Mapping[Category, int]:
        return count_categories(self)

    def organization_counts(self) -> Mapping[str, int]:
        return count_organizations(self)

    def _keeps(self, result: Result) -> bool:
        return all(keep(result) for keep in self._filters)


def _is_kind(kind: str | None) -> bool:
    return kind is None or kind in vocabulary.KINDS


def _storable(text: str) -> str:
    """The text as SQLite can look for it: half a character, which no file holds, as another that none does."""
    return text.encode("utf-8", "replace").decode()
