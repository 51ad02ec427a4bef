"""What search, lists and export need of a place that results come from."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

from awardcli.model import Category, Edition, Organization, Result

Keep = Callable[[Result], bool]


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

    def where(self, keep: Keep) -> "Collection":
        """The same collection with only the results that a filter keeps."""
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
        return organizations_of(self.results)

    def result(self, id: str) -> Result | None:  # noqa: A002 # what a result calls it
        return next((result for result in self.results if result.id == id), None)

    def where(self, keep: Keep) -> "ListCollection":
        kept = [result for result in self.results if keep(result)]
        return ListCollection(self.path, kept, self.editions, self.categories)

    def counts(self, column: str) -> Mapping[str | None, int]:
        from awardcli.collection.counting import count_values

        return count_values(self.results, column)

    def category_counts(self) -> Mapping[Category, int]:
        return count_categories(self.results)

    def organization_counts(self) -> Mapping[str, int]:
        return count_organizations(self.results)


def organizations_of(results: Iterable[Result]) -> list[Organization]:
    """The organizations that the results name, each once, in the results' order."""
    return list({o.name: o for result in results for o in result.organizations}.values())


def count_categories(results: Iterable[Result]) -> Counter[Category]:
    """How many of the results each category has."""
    return Counter(result.category for result in results if result.category is not None)


def count_organizations(results: Iterable[Result]) -> Counter[str]:
    """How many of the results each organization has, by name."""
    return Counter(organization.name for result in results for organization in result.organizations)
