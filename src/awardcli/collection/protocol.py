"""What search, lists and export need of a place that results come from."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from awardcli.model import Category, Column, Edition, Organization, Result

VALUES: dict[str, Callable[[Result], Iterable[str | None]]] = {
    "id": lambda result: (result.id,),
    "edition": lambda result: (result.edition.short_name,),
    "category": lambda result: (result.category.name if result.category else None,),
    "award": lambda result: (result.award,),
    "organization": lambda result: [organization.name for organization in result.organizations],
    "district": lambda result: [organization.district for organization in result.organizations],
    "kind": lambda result: [organization.kind for organization in result.organizations],
    "certainty": lambda result: (result.certainty,),
}
"""What a result has in a column by which results are kept or counted."""


class Condition(NamedTuple):
    """That a result has one of the names in a column of `VALUES`."""

    column: str
    names: frozenset[str]

    def holds(self, result: Result) -> bool:
        """Whether a result is kept."""
        return not self.names.isdisjoint(VALUES[self.column](result))


Counts = dict[str | None, int]
"""How many results each value has; None for those without any."""


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
    def columns(self) -> Sequence[Column]:
        """The columns of a user's list in its order, with their roles; none of the bundled list."""
        ...

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
