"""A collection file: results read from it as they are needed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from awardcli import messages
from awardcli.collection.conditions import Condition
from awardcli.collection.counting import count_stored, stored_names
from awardcli.collection.index import Index, Kind
from awardcli.collection.records import Records, is_kind
from awardcli.collection.schema import damage_told
from awardcli.collection.selection import FIRST, organization_keys, selection_of, storable
from awardcli.errors import InvalidDataError
from awardcli.model import Category, Edition, Organization, Result

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

    @property
    def editions(self) -> Sequence[Edition]:
        return list(self.records.editions.values())

    @property
    def categories(self) -> Sequence[Category]:
        return list(self.records.categories.values())

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
