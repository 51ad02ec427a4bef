"""A collection held in memory."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from awardcli.collection.protocol import (
    KEYS,
    MOST_COUNTED,
    ColumnNames,
    Counts,
    ResultColumn,
    as_texts,
    columns_of_result,
    described,
    names_in,
    required_result,
)
from awardcli.model import Category, Column, Edition, Organization, Result

if TYPE_CHECKING:
    from awardcli.collection.user_file.reading_report import Reading


class ListCollection:
    """A collection that is all in memory."""

    def __init__(
        self,
        path: Path | None,
        results: Sequence[Result],
        editions: Sequence[Edition],
        categories: Sequence[Category],
        columns: Sequence[Column] = (),
    ) -> None:
        self.path = path
        self.results = results
        self.editions = editions
        self.categories = categories
        self.columns = columns
        self.reading: Reading | None = None
        """How the user's file was read; None for the bundled list."""
        self._names: dict[str, list[str]] = {}
        """A cache of `names`, which a search reads several times for the same column."""
        self._places: dict[str, Mapping[str | None, Sequence[int]]] = {}
        """The same of `where`."""
        self._uncounted: set[str] = set()
        """The columns that turned out to have more different names than are counted."""

    def __repr__(self) -> str:
        return described(self)

    def __len__(self) -> int:
        return len(self.results)

    def __iter__(self) -> Iterator[Result]:
        return iter(self.results)

    @cached_property
    def column_names(self) -> ColumnNames:
        return ColumnNames(self.columns, lambda: map(columns_of_result, self._firsts.values()))

    @cached_property
    def _firsts(self) -> Mapping[int, Result]:
        """The first result of those with the same columns."""
        return {id(result.cells.columns): result for result in reversed(self.results)}

    @cached_property
    def organizations(self) -> Sequence[Organization]:
        return list({o.name: o for result in self.results for o in result.organizations}.values())

    def __getitem__(self, id: str) -> Result:  # noqa: A002 # the field's name
        return required_result(self, id)

    def result(self, id: str) -> Result | None:  # noqa: A002 # the field's name
        return next((result for result in self.results if result.id == id), None)

    def where(self, column: str, *names: str | int | None) -> "ListCollection":
        having = self._places_by_name(column)
        places = sorted({place for name in as_texts(names) for place in having.get(name, ())})
        kept = [self.results[place] for place in places]
        return ListCollection(self.path, kept, self.editions, self.categories, self.columns)

    def _places_by_name(self, column: str) -> Mapping[str | None, Sequence[int]]:
        """For each name in a column, the places of the results that have it; None for those without a name."""
        if column not in self._places:
            columns, having = self.column_names.selecting(column), dict[str | None, list[int]]()
            for place, result in enumerate(self.results):
                for name in names_in(columns, result):
                    having.setdefault(name, []).append(place)
            self._places[column] = having
        return self._places[column]

    def names(self, column: str) -> Sequence[str]:
        if column not in self._names:
            self._names[column] = self.column_names.results_of(column).names_of(self.results)
        return self._names[column]

    def counts(self, column: str) -> Mapping[str | None, int]:
        return count_names(self.results, self.column_names.results_of(column))

    def has_counts(self, column: str) -> bool:
        if column not in self._names and column not in self._uncounted:
            of_result, names = self.column_names.results_of(column), dict[str, None]()
            results = self._having(column)
            for begin in range(0, len(results), MOST_COUNTED):
                names |= dict.fromkeys(of_result.names_of(results[begin : begin + MOST_COUNTED]))
                if len(names) > MOST_COUNTED:  # the rest of a long list need not be read
                    self._uncounted.add(column)
                    return False
            self._names[column] = list(names)
        return column not in self._uncounted and len(self._names[column]) <= MOST_COUNTED

    def _having(self, column: str) -> Sequence[Result]:
        """The results that may have a cell in a column: those with the heading; all for a key."""
        alike = None if column in KEYS else self._by_heading.get(column)
        return self.results if alike is None else [*chain.from_iterable(alike)]

    @cached_property
    def _by_heading(self) -> Mapping[str, Sequence[Sequence[Result]]]:
        """For each heading, the results that have it, in groups with the same columns: JSON records may each differ."""
        alike: dict[int, list[Result]] = {}
        for result in self.results:
            alike.setdefault(id(result.cells.columns), []).append(result)
        having: dict[str, list[Sequence[Result]]] = {}
        for results in alike.values():
            for column in results[0].cells.columns:
                having.setdefault(column.heading, []).append(results)
        return having

    def category_counts(self) -> Mapping[Category, int]:
        return Counter(result.category for result in self.results if result.category is not None)

    def organization_counts(self) -> Mapping[str, int]:
        return Counter(organization.name for result in self.results for organization in result.organizations)

    def by_organization(self, names: Sequence[str]) -> Iterator[Result]:
        order = {name: number for number, name in enumerate(names)}
        of_them = self.where("organization", *names)
        return iter(sorted(of_them, key=lambda r: min(order[o.name] for o in r.organizations if o.name in order)))


def count_names(results: Iterable[Result], column: ResultColumn) -> Counts:
    """How many results have each name in a column, in their order; None counts those without any."""
    counts = Counter[str | None]()
    for result in results:
        names = column.names(result)
        if len(names) == 1:
            counts[names[0]] += 1
        else:
            counts.update(names or (None,))
    return dict(counts)
