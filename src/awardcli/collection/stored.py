"""A collection in a file: results are read as they are needed, and SQLite counts and filters them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from awardcli import messages
from awardcli.collection.gram_index import Index, Kind
from awardcli.collection.protocol import (
    KEYS,
    ColumnNames,
    Counts,
    ListColumns,
    ResultColumn,
    as_texts,
    counts_by_name,
    described,
    own_heading,
    required_result,
    whole_cells,
)
from awardcli.collection.records import Records, is_kind
from awardcli.collection.sql_conditions import FIRST, SOURCES, Condition, organization_keys, selection_of, storable
from awardcli.collection.sqlite_file import CELL, reporting_damage
from awardcli.errors import InvalidDataError
from awardcli.model import (
    Category,
    Column,
    Edition,
    Organization,
    Result,
)

_COUNTED = CELL | {bytes}
"""The types of values that are counted: an array is JSON in bytes."""
_BATCH = 200
_FEW = 5_000
"""Results of a part of a collection whose values are counted fast: a larger part has no counts of its own."""


class StoredCollection:
    """The results of a collection file, or those for which conditions hold, in printed order.

    Memory use is bounded.
    """

    def __init__(self, path: Path, records: Records | None = None, conditions: tuple[Condition, ...] = ()) -> None:
        self.path = path
        self.records = records or Records(path)
        self.connection = self.records.connection
        self._conditions = conditions
        with reporting_damage(path):
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
        return self.records.columns

    @cached_property
    def column_names(self) -> ColumnNames:
        lists = self.records.lists.values()
        return ColumnNames(self.columns, lambda: [ListColumns(each.columns, each.title_heading) for each in lists])

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
        ((position,),) = self.records.rows("SELECT max(position) FROM results")
        return position or 0

    @cached_property
    def _length(self) -> int:
        ((length,),) = self._rows(f"SELECT count(*) FROM results r {self._selected.where}")
        return int(length)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Result]:
        return (result for _, result in self.records.read(self._selected.where, self._selected.values))

    def __repr__(self) -> str:
        return described(self)

    def __getitem__(self, id: str) -> Result:  # noqa: A002 # the field's name
        return required_result(self, id)

    def result(self, id: str) -> Result | None:  # noqa: A002 # the field's name
        found = next((result for _, result in self.records.read("WHERE r.id = ?", (storable(id),))), None)
        return found if found and self._holds(found) else None

    def results_at(self, positions: Iterable[int]) -> Iterator[tuple[int, Result]]:
        """The results at those positions, in the order given; a position without one is left out."""
        for batch, marks in _batches(positions):
            found = dict(self.records.read(f"WHERE r.position IN ({marks})", batch))
            there = ((position, found[position]) for position in batch if position in found)
            yield from ((position, result) for position, result in there if self._holds(result))

    @property
    def gram_index(self) -> Index:
        """The gram index of the titles and the organizations' names of the whole file."""
        return self.records.gram_index

    def positions_of(self, organizations: Iterable[int]) -> Iterator[int]:
        """The positions of the results of the file that name one of the organizations, by their keys."""
        for key in organizations:
            with reporting_damage(self.path):
                rows = self.connection.execute("SELECT result FROM result_organizations WHERE organization = ?", (key,))
                yield from (position for (position,) in rows)

    def by_organization_named(self, positions: Iterable[int]) -> list[list[int]]:
        """The positions of results in groups whose organizations are printed alike."""
        found: dict[object, list[int]] = {}
        for batch, marks in _batches(positions):
            select = f"SELECT position, organization FROM results WHERE position IN ({marks})"
            for position, printed in self.records.rows(select, batch):
                found.setdefault(printed, []).append(position)
        return list(found.values())

    def texts_at(self, kind: Kind, places: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The titles at those positions, or the names of those organizations, without the rest of the results.

        In the order given; of a result with several titles each has its own pair.
        """
        texts, table, key = "o.name", "organizations o", "o.organization"
        if kind == "title":
            texts, table, key = ", ".join(["r.title", *self.records.other_title_columns]), "results r", "r.position"
        for batch, marks in _batches(places):
            rows = self.records.rows(f"SELECT {key}, {texts} FROM {table} WHERE {key} IN ({marks})", batch)
            found = {place: texts for place, *texts in rows}
            yield from ((place, text) for place in batch for text in found.get(place, ()) if isinstance(text, str))

    @property
    def has_other_titles(self) -> bool:
        """Whether results may have titles in further columns."""
        return bool(self.records.other_title_columns)

    def kept(self, positions: Iterable[int]) -> Iterator[int]:
        """Those of the positions at which the conditions hold, in the order given."""
        if not self._conditions:
            yield from positions
            return
        for batch, marks in _batches(positions):
            query = f"SELECT r.position FROM results r {self._selected.where} AND r.position IN ({marks})"
            kept = {position for (position,) in self.records.rows(query, (*self._selected.values, *batch))}
            yield from (position for position in batch if position in kept)

    def where(self, column: str, *names: str | int | None) -> "StoredCollection":
        meant = self.column_names.meant(column)
        if not isinstance(meant, str) and meant.role is None:
            columns = self.records.columns_selecting(meant)
        else:
            written = self.column_names.written(column)
            cells = whole_cells(written, self.records.column_under(written)) if written else ()
            columns = self._column(column)[1], *cells
        condition = Condition(columns, frozenset(as_texts(names)))
        return StoredCollection(self.path, self.records, (*self._conditions, condition))

    def names(self, column: str) -> Sequence[str]:
        name, of_results = self._column(column)
        if (counts := self._counted(name, of_results)) is not None:
            return [name for name in counts if name is not None]
        if of_results.table == "organizations":
            rows = self._rows(f"SELECT {of_results.sql} {self._of_organizations(of_results)}")
        else:
            # Ids are all different. Other values come in printed order as SQLite first meets them.
            each, order = ("", "ORDER BY r.position") if name == "id" else ("DISTINCT", "")
            source = f"{SOURCES[of_results.table]} {self._selected.where}"
            rows = self._rows(f"SELECT {each} {of_results.sql} FROM {source} {order}")
        self._require_cells(name, rows)
        return list(dict.fromkeys(each for (cell,) in rows for each in of_results.names_in(cell)))

    def counts(self, column: str) -> Mapping[str | None, int]:
        name, of_results = self._column(column)
        if (counts := self._counted(name, of_results)) is not None:
            return counts
        sql = of_results.sql
        if of_results.table == "organizations":
            rows = self._rows(f"SELECT {sql}, count(DISTINCT l.result) {self._of_organizations(of_results)}")
            rows += self._rows(
                f"""SELECT NULL, count(*) FROM results r {self._selected.where} AND NOT EXISTS
                (SELECT 1 FROM result_organizations l JOIN organizations o USING (organization)
                WHERE l.result = r.position AND {sql} <> '')"""
            )
        else:
            source = f"{SOURCES[of_results.table]} {self._selected.where}"
            rows = self._rows(f"SELECT {sql}, count(*) FROM {source} GROUP BY 1 ORDER BY min(r.position)")
        self._require_cells(name, rows)
        return counts_by_name(rows, of_results)

    def has_counts(self, column: str) -> bool:
        is_counted = self.records.counted(self._column(column)[0]) is not None
        return is_counted and (not self._conditions or len(self) <= _FEW)

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
        with reporting_damage(self.path):
            keys = list(organization_keys(names, self.connection))
        return (result for _, result in self.results_at(_once(self.positions_of(keys))))

    def check_pages(self, pragma: str = "quick_check") -> None:
        """Raise InvalidDataError where SQLite finds the file damaged anywhere; reads all of it."""
        ((verdict,),) = self.records.rows(f"PRAGMA {pragma}(1)")
        if verdict != "ok":
            raise InvalidDataError(messages.DAMAGED(path=self.path, reason=verdict))

    def check(self) -> None:
        """Raise InvalidDataError where anything in the file is damaged; reads all of it."""
        self.check_pages("integrity_check")  # also finds an id twice, by its index
        _ = self.gram_index  # checks its tables
        for _ in self:
            pass

    def _column(self, column: str) -> tuple[str, ResultColumn]:
        """The name of a column in `value_counts`, and the column of results; raises UsageError for no column."""
        meant = self.column_names.meant(column)
        if isinstance(meant, str):
            return meant, KEYS[meant]
        return own_heading(meant.heading), self.records.column_under(meant)

    def _of_organizations(self, column: ResultColumn) -> str:
        """The values of a column of the organizations of the results, in printed order."""
        return f"""FROM {self._selected.links} JOIN organizations o ON o.organization = l.organization
            {self._selected.where} AND {column.sql} <> '' GROUP BY 1 ORDER BY min({FIRST})"""

    def _counted(self, name: str, column: ResultColumn) -> Counts | None:
        """The counts that the import made of a column; None without these, or for a part of the results."""
        counted = None if self._conditions else self.records.counted(name)
        return None if counted is None else counts_by_name(counted.items(), column)

    def _holds(self, result: Result) -> bool:
        return all(condition.holds(result) for condition in self._conditions)

    def _rows(self, query: str) -> list[Any]:
        """The rows of a query about the results for which the conditions hold."""
        return self.records.rows(query, self._selected.values)

    def _require_cells(self, column: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Raise InvalidDataError where the first value of a row is no cell, or no kind of organization."""
        if not all(type(row[0]) in _COUNTED and (column != "kind" or is_kind(row[0])) for row in rows):
            raise self.records.damaged("results")


def _batches(places: Iterable[int]) -> Iterator[tuple[list[int], str]]:
    """The places, so many at a time as one statement has, each time with the marks for them in SQL."""
    places = iter(places)
    while batch := list(islice(places, _BATCH)):
        yield batch, ",".join("?" * len(batch))


def _once(positions: Iterable[int]) -> Iterator[int]:
    """Each position once, where it first occurs."""
    seen: set[int] = set()
    for position in positions:
        if position not in seen:
            seen.add(position)
            yield position
