"""The rows of a collection file as results, each looked at before it is believed."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType, NoneType
from typing import Any, get_args
from weakref import finalize

from awardcli import messages, vocabulary
from awardcli.collection.index import Index
from awardcli.collection.schema import connect_readonly, damage_told
from awardcli.errors import InvalidDataError
from awardcli.model import MOST_NAMED, Category, Certainty, Edition, Honours, Organization, Result

_RESULTS = """
SELECT r.position, r.id, r.edition, r.category, r.award, r.title, r.title_pinyin, r.organization, r.certainty, r.note,
    r.note_zh, r.printed, l.organization, o.name, o.pinyin, o.district, o.kind
FROM results r LEFT JOIN result_organizations l ON l.result = r.position
    LEFT JOIN organizations o ON o.organization = l.organization
"""
_IN_ORDER = " ORDER BY r.position, l.place"
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


class Records:
    """An open collection file; `connection` reads it, and is closed with this."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = connect_readonly(path)
        finalize(self, self.connection.close)
        with damage_told(path):
            editions = self._described("editions", "edition", Edition._fields, _EDITION_TYPES)
            categories = self._described("categories", "category", Category._fields, _CATEGORY_TYPES)
        self.editions = {key: Edition(*values) for key, values in editions.items()}
        self.categories = {key: Category(*values) for key, values in categories.items()}
        if not all(category.honours in get_args(Honours) for category in self.categories.values()):
            raise self.damaged("categories")
        self._sound: set[tuple[type, ...]] = set()

    @cached_property
    def organizations(self) -> Mapping[int, Organization]:
        """The organizations by their key."""
        with damage_told(self.path):
            rows = self._described("organizations", "organization", Organization._fields, _ORGANIZATION_TYPES)
        if not all(is_kind(values[-1]) for values in rows.values()):
            raise self.damaged("organizations")
        return {key: Organization(*values) for key, values in rows.items()}

    @cached_property
    def gram_index(self) -> Index:
        """The gram index of the titles and the organizations' names."""
        return Index(self.connection, self.path)

    def read(self, where: str = "", values: Sequence[object] = ()) -> Iterator[tuple[int, Result]]:
        """The results `r` for which a condition holds, in printed order, each with its position."""
        with damage_told(self.path):
            rows = self.connection.execute(f"{_RESULTS} {where} {_IN_ORDER}", values)
            for position, group in groupby(rows, itemgetter(0)):
                # One row a result, or one for each of several organizations.
                found = list(islice(group, MOST_NAMED + 1))
                if len(found) > MOST_NAMED:
                    raise self.damaged(position)
                yield position, self._result(found)

    def _described(self, table: str, key: str, columns: Sequence[str], types: Sequence[set[type]]) -> dict[int, Any]:
        """The rows of a small table by their key, checked; raises InvalidDataError."""
        named = ", ".join(f'"{column}"' for column in columns)
        found = {}
        for row in self.connection.execute(f"SELECT {key}, {named} FROM {table} ORDER BY {key}"):
            if not all(type(value) in wanted for value, wanted in zip(row, (_NUMBER, *types), strict=True)):
                raise self.damaged(table)
            found[row[0]] = row[1:]
        return found

    def _result(self, rows: list[tuple[Any, ...]]) -> Result:
        organizations = []
        for row in rows:
            kinds = tuple(map(type, row))
            if kinds not in self._sound:
                self._check(row, kinds)
            if row[12] is not None:
                if not is_kind(row[16]):
                    raise self.damaged(row[0])
                organizations.append(Organization(row[13], row[14], row[15], row[16]))
        first = rows[0]
        edition = self.editions.get(first[2])
        category = None if first[3] is None else self.categories.get(first[3])
        if edition is None or (category is None and first[3] is not None) or first[8] not in _CERTAINTIES:
            raise self.damaged(first[0])
        printed = self._printed(first[0], first[11]) if first[11] else _NOTHING_PRINTED
        return Result._make((first[1], edition, category, *first[4:8], tuple(organizations), *first[8:11], printed))

    def _check(self, row: tuple[Any, ...], kinds: tuple[type, ...]) -> None:
        """Remember those types of a row's values as sound, or raise InvalidDataError."""
        both = (row[12] is None) == (row[13] is None)
        if not both or not all(kind in wanted for kind, wanted in zip(kinds, _TYPES, strict=True)):
            raise self.damaged(row[0])
        self._sound.add(kinds)

    def _printed(self, position: int, text: str) -> Mapping[str, Sequence[int]]:
        import json  # only lists of our own have printed lines

        try:
            printed = json.loads(text)
            sound = all(type(line) is int for lines in printed.values() for line in lines)
        except (ValueError, AttributeError, TypeError, RecursionError) as error:
            raise self.damaged(position) from error
        if not sound:
            raise self.damaged(position)
        return printed  # type: ignore[no-any-return] # just looked at

    def damaged(self, where: int | str) -> InvalidDataError:
        """The error for a result at a position, or for a whole table."""
        reason = messages.BAD_RECORD(position=where) if isinstance(where, int) else messages.BAD_TABLE(table=where)
        return InvalidDataError(messages.DAMAGED(path=self.path, reason=reason))


def is_kind(kind: str | None) -> bool:
    """Whether it is a kind of organization, or none."""
    return kind is None or kind in vocabulary.KINDS
