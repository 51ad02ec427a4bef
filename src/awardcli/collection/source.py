"""What search, lists and export need of a place that results come from."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

from awardcli.collection.conditions import Condition
from awardcli.model import Category, Edition, Organization, Result


class Collection(Protocol):
    """Results at hand, in printed order, with the editions and categories they name.

    `path` is the file they are read from; None for the bundled list.
    """

    @property
    def path(self) -> Path | None: ...
    @property
    def editions(self) -> Sequence[Edition]: ...
    @property
    def categories(self) -> Sequence[Category]: ...

    @property
    def organizations(self) -> Sequence[Organization]:
        """The organizations that the results name, in printed order."""
        ...

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Result]: ...

    def result(self, id: str) -> Result | None:  # noqa: A002 # what a result calls it
        """The result of that very id, or None."""
        ...

    def where(self, column: str, *names: str) -> "Collection":
        """The same collection with only the results that have one of the names in a column.

        The columns are id, edition (its number, else its year), category, award, organization, district, kind and
        certainty; of several organizations each is looked at. Raises KeyError for any other.
        """
        ...

    def names(self, column: str) -> Sequence[str]:
        """The names that the results have in a column of `vocabulary.COUNTED`, or their ids, in printed order."""
        ...

    def counts(self, column: str) -> Mapping[str | None, int]:
        """How many results have each value of a column of `vocabulary.COUNTED`, in printed order; None for those
        without any. A result counts once for each of its organizations' values."""
        ...

    def category_counts(self) -> Mapping[Category, int]:
        """How many results each category has; none is left out but those without any."""
        ...

    def organization_counts(self) -> Mapping[str, int]:
        """How many results each organization has, by name."""
        ...

    def by_organization(self, names: Sequence[str]) -> Iterator[Result]:
        """The results of those organizations, one organization after the other; each result once."""
        ...


class ListCollection:
    """A collection that is all in memory."""

    def __init__(
        self,
        path: Path | None,
        results: Sequence[Result],
        editions: Sequence[Edition],
        categories: Sequence[Category],
    ) -> None:
        self.path = path
        self.results = results
        self.editions = editions
        self.categories = categories

    def __len__(self) -> int:
        return len(self.results)

    def __iter__(self) -> Iterator[Result]:
        return iter(self.results)

    @cached_property
    def organizations(self) -> Sequence[Organization]:
        return list({o.name: o for result in self.results for o in result.organizations}.values())

    def result(self, id: str) -> Result | None:  # noqa: A002 # what a result calls it
        return next((result for result in self.results if result.id == id), None)

    def where(self, column: str, *names: str) -> "ListCollection":
        kept = list(filter(Condition(column, frozenset(names)).holds, self.results))
        return ListCollection(self.path, kept, self.editions, self.categories)

    def names(self, column: str) -> Sequence[str]:
        return [name for name in self.counts(column) if name is not None]

    def counts(self, column: str) -> Mapping[str | None, int]:
        from awardcli.collection.counting import count_values

        return count_values(self.results, column)

    def category_counts(self) -> Mapping[Category, int]:
        return Counter(result.category for result in self.results if result.category is not None)

    def organization_counts(self) -> Mapping[str, int]:
        return Counter(organization.name for result in self.results for organization in result.organizations)

    def by_organization(self, names: Sequence[str]) -> Iterator[Result]:
        place = {name: number for number, name in enumerate(names)}
        of_them = self.where("organization", *names)
        return iter(sorted(of_them, key=lambda r: min(place[o.name] for o in r.organizations if o.name in place)))
