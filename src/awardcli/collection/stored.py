"""A collection file: results read from it as they are needed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType, NoneType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args
from weakref import finalize

from awardcli import messages, vocabulary
from awardcli.collection.gram_index import Index, Kind
from awardcli.collection.protocol import Condition, Counts
from awardcli.collection.sqlite_file import connect_readonly, damage_told
from awardcli.errors import InvalidDataError
from awardcli.model import MOST_NAMED, Category, Certainty, Column, Edition, Honours, Organization, Result
from awardcli.vocabulary import CERTAINTIES

if TYPE_CHECKING:
    from sqlite3 import Connection


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
        return Result(
            id=first[1],
            edition=edition,
            category=category,
            award=first[4],
            title=first[5],
            title_pinyin=first[6],
            organization=first[7],
            organizations=tuple(organizations),
            certainty=first[8],
            note=first[9],
            note_zh=first[10],
            printed=printed,
        )

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


# Positions in order make the set of them several times as fast, and it is read in that order.
_OF_ORGANIZATIONS = """r.position IN (SELECT DISTINCT result FROM result_organizations WHERE organization IN
    ({}) ORDER BY result)"""
_HOLDS = {
    "id": "r.id IN ({})",
    "edition": "r.edition IN (SELECT edition FROM editions WHERE CAST(coalesce(number, year) AS TEXT) IN ({}))",
    "category": "r.category IN (SELECT category FROM categories WHERE name IN ({}))",
    "award": "r.award IN ({})",
    "organization": _OF_ORGANIZATIONS.format("SELECT value FROM json_each(?)"),
    "district": _OF_ORGANIZATIONS.format("SELECT organization FROM organizations WHERE district IN ({})"),
    "kind": _OF_ORGANIZATIONS.format("SELECT organization FROM organizations WHERE kind IN ({})"),
    # By those not wanted: a result of a certainty that there is not is read, and refused.
    "certainty": "ifnull(r.certainty, '') NOT IN ({})",
}


_ALL = "WHERE TRUE"


class Selection(NamedTuple):
    """The results `r` that a query is about, as its WHERE with the values for it."""

    where: str = _ALL
    values: tuple[object, ...] = ()

    @property
    def links(self) -> str:
        """The links `l` between such results and their organizations, as what its WHERE is about."""
        if self.where == _ALL:
            return "result_organizations l"
        # CROSS says in which order to look: SQLite would go through all the links first.
        return "results r CROSS JOIN result_organizations l ON l.result = r.position"


_PLACES = 1 << 20
"""More than one result has organizations: a cell is shorter than that."""
FIRST = f"l.result * {_PLACES} + l.place"
"""A number for a link that says where in the list it stands."""


def selection_of(conditions: Iterable[Condition], connection: "Connection") -> Selection:
    """The results of a file for which all conditions hold; raises sqlite3.Error where the file is damaged."""
    holding: list[str] = []
    values: list[object] = []
    for column, names in conditions:
        wanted = sorted(map(storable, names if column != "certainty" else CERTAINTIES.keys() - names))
        holding.append(_HOLDS[column].format(",".join("?" * len(wanted))))
        # An organization may be meant by a part of its name: of more names than a statement takes values.
        values += [_as_json(organization_keys(wanted, connection))] if column == "organization" else wanted
    return Selection(f"WHERE {_together(holding)}", tuple(values)) if holding else Selection()


def _as_json(keys: Iterable[int]) -> str:
    import json  # which most searches need not

    return json.dumps(list(keys))


def _together(holding: Sequence[str]) -> str:
    """That all of them hold, no deeper than need be: how deep an expression may be is limited."""
    if len(holding) == 1:
        return holding[0]
    half = len(holding) // 2
    return f"({_together(holding[:half])} AND {_together(holding[half:])})"


def organization_keys(names: Iterable[str], connection: "Connection") -> Iterator[int]:
    """The keys of the organizations of those names; raises sqlite3.Error where the file is damaged."""
    for name in names:
        query = "SELECT organization FROM organizations WHERE name = ?"
        yield from (key for (key,) in connection.execute(query, (storable(name),)))


def storable(text: str) -> str:
    """The text as SQLite can look for it: half a character, which no file holds, as another that none does."""
    return text.encode("utf-8", "replace").decode()


_COLUMNS_OF_RESULTS = {"id": "r.id", "category": "c.name", "award": "r.award"}
_COLUMNS_OF_ORGANIZATIONS = {"organization": "o.name", "district": "o.district", "kind": "o.kind"}


def count_stored(connection: "Connection", column: str, selected: Selection) -> Counts:
    """The same counts of results of a collection file; raises sqlite3.Error where it is damaged."""
    if column in _COLUMNS_OF_RESULTS:
        value = _COLUMNS_OF_RESULTS[column]
        query = f"""SELECT nullif({value}, ''), count(*) FROM results r LEFT JOIN categories c USING (category)
            {selected.where} GROUP BY 1 ORDER BY min(r.position)"""
        return dict(connection.execute(query, selected.values).fetchall())
    value = _COLUMNS_OF_ORGANIZATIONS[column]
    query = f"""SELECT {value}, count(DISTINCT l.result) FROM {selected.links} JOIN organizations o
        ON o.organization = l.organization {selected.where} AND {value} <> '' GROUP BY 1 ORDER BY min({FIRST})"""
    counts = dict(connection.execute(query, selected.values).fetchall())
    query = f"""SELECT count(*) FROM results r {selected.where} AND NOT EXISTS (SELECT 1 FROM result_organizations l
        JOIN organizations o USING (organization) WHERE l.result = r.position AND {value} <> '')"""
    (without,) = connection.execute(query, selected.values).fetchone()
    return counts | ({None: without} if without else {})


def stored_names(connection: "Connection", column: str, selected: Selection) -> list[str]:
    """The values of such a column in printed order; raises sqlite3.Error where the file is damaged."""
    if column in _COLUMNS_OF_ORGANIZATIONS:
        value = _COLUMNS_OF_ORGANIZATIONS[column]
        query = f"""SELECT {value} FROM {selected.links} JOIN organizations o ON o.organization = l.organization
            {selected.where} AND {value} <> '' GROUP BY 1 ORDER BY min({FIRST})"""
        return [value for (value,) in connection.execute(query, selected.values)]
    # An id stands once. Other values SQLite gives as it first meets them, in printed order without an index of them.
    each, order = ("", "ORDER BY r.position") if column == "id" else ("DISTINCT", "")
    query = f"""SELECT {each} {_COLUMNS_OF_RESULTS[column]} FROM results r LEFT JOIN categories c USING (category)
        {selected.where} {order}"""
    return [value for (value,) in connection.execute(query, selected.values) if value]


_TEXTS: Mapping[Kind, tuple[str, str, str]] = {
    "title": ("title", "results", "position"),
    "organization": ("name", "organizations", "organization"),
}
_BATCH = 200


class StoredCollection:
    """The results of a collection file, or those of them for which conditions hold, in printed order.

    What is at hand at once is bounded.
    """

    def __init__(self, path: Path, records: Records | None = None, conditions: tuple[Condition, ...] = ()) -> None:
        self.path = path
        self.records = records or Records(path)
        self.connection = self.records.connection
        self._conditions = conditions
        with damage_told(path):
            self._selected = selection_of(conditions, self.connection)

    def __reduce__(self) -> tuple[object, ...]:
        return StoredCollection, (self.path, None, self._conditions)

    @property
    def editions(self) -> Sequence[Edition]:
        return list(self.records.editions.values())

    @property
    def categories(self) -> Sequence[Category]:
        return list(self.records.categories.values())

    @property
    def columns(self) -> Sequence[Column]:
        return ()

    @cached_property
    def organizations(self) -> Sequence[Organization]:
        known = self.records.organizations
        if not self._conditions:
            return list(known.values())
        links = f"{self._selected.links} {self._selected.where}"
        keys = self._rows(f"SELECT l.organization FROM {links} GROUP BY 1 ORDER BY min({FIRST})")
        return [known[key] for (key,) in keys if key in known]

    @property
    def last_position(self) -> int:
        """The position of the last result of the file; 0 where there is none."""
        with damage_told(self.path):
            (position,) = self.connection.execute("SELECT max(position) FROM results").fetchone()
        return position or 0

    @cached_property
    def _length(self) -> int:
        ((length,),) = self._rows(f"SELECT count(*) FROM results r {self._selected.where}")
        return int(length)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Result]:
        return (result for _, result in self.records.read(*self._selected))

    def result(self, id: str) -> Result | None:  # noqa: A002 # what a result calls it
        found = next((result for _, result in self.records.read("WHERE r.id = ?", (storable(id),))), None)
        return found if found and self._holds(found) else None

    def results_at(self, positions: Iterable[int]) -> Iterator[tuple[int, Result]]:
        """The results at those positions, in the order they are asked for; a position without one is left out."""
        positions = iter(positions)
        while batch := list(islice(positions, _BATCH)):
            marks = ",".join("?" * len(batch))
            found = dict(self.records.read(f"WHERE r.position IN ({marks})", batch))
            at_hand = ((position, found[position]) for position in batch if position in found)
            yield from ((position, result) for position, result in at_hand if self._holds(result))

    @property
    def gram_index(self) -> Index:
        """The gram index of the titles and the organizations' names of the whole file."""
        return self.records.gram_index

    def positions_of(self, organizations: Iterable[int]) -> Iterator[int]:
        """The positions of the results of the file that name one of the organizations, by their keys."""
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

    def kept(self, positions: Sequence[int]) -> list[int]:
        """Those of the positions at which the conditions hold, in the order given."""
        if not self._conditions:
            return list(positions)
        kept: set[int] = set()
        for start in range(0, len(positions), _BATCH):
            batch = positions[start : start + _BATCH]
            marks = ",".join("?" * len(batch))
            query = f"SELECT r.position FROM results r {self._selected.where} AND r.position IN ({marks})"
            with damage_told(self.path):
                kept.update(
                    position for (position,) in self.connection.execute(query, (*self._selected.values, *batch))
                )
        return [position for position in positions if position in kept]

    def where(self, column: str, *names: str) -> "StoredCollection":
        condition = Condition(column, frozenset(names))
        return StoredCollection(self.path, self.records, (*self._conditions, condition))

    def names(self, column: str) -> Sequence[str]:
        with damage_told(self.path):
            found = stored_names(self.connection, column, self._selected)
        self._require_names(column, found)
        return found

    def counts(self, column: str) -> Mapping[str | None, int]:
        with damage_told(self.path):
            counts = count_stored(self.connection, column, self._selected)
        self._require_names(column, filter(None, counts))
        return counts

    def category_counts(self) -> Mapping[Category, int]:
        rows = self._rows(f"SELECT category, count(*) FROM results r {self._selected.where} GROUP BY category")
        known = self.records.categories
        return {known[key]: count for key, count in rows if key in known}

    def organization_counts(self) -> Mapping[str, int]:
        links = f"{self._selected.links} {self._selected.where}"
        rows = self._rows(f"SELECT l.organization, count(*) FROM {links} GROUP BY 1")
        known = self.records.organizations
        return {known[key].name: count for key, count in rows if key in known}

    def by_organization(self, names: Sequence[str]) -> Iterator[Result]:
        with damage_told(self.path):
            keys = list(organization_keys(names, self.connection))
        return (result for _, result in self.results_at(_once(self.positions_of(keys))))

    def check_pages(self, pragma: str = "quick_check") -> None:
        """Raise InvalidDataError where SQLite finds the file damaged anywhere; reads all of it."""
        with damage_told(self.path):
            (verdict,) = self.connection.execute(f"PRAGMA {pragma}(1)").fetchone()
        if verdict != "ok":
            raise InvalidDataError(messages.DAMAGED(path=self.path, reason=verdict))

    def check(self) -> None:
        """Raise InvalidDataError where anything in the file is not as it should be; reads all of it."""
        self.check_pages("integrity_check")  # an id that another result has stands out by its index
        _ = self.gram_index  # looks at its tables
        for _ in self:
            pass

    def _holds(self, result: Result) -> bool:
        return all(condition.holds(result) for condition in self._conditions)

    def _rows(self, query: str) -> list[Any]:
        """The rows of a query about the results for which the conditions hold."""
        with damage_told(self.path):
            return self.connection.execute(query, self._selected.values).fetchall()

    def _require_names(self, column: str, names: Iterable[object]) -> None:
        """Raise InvalidDataError for a name that is no text, or a kind that there is not."""
        if not all(isinstance(name, str) and (column != "kind" or is_kind(name)) for name in names):
            raise self.records.damaged("results")


def _once(positions: Iterable[int]) -> Iterator[int]:
    """Each position where it stands first."""
    given: set[int] = set()
    for position in positions:
        if position not in given:
            given.add(position)
            yield position
