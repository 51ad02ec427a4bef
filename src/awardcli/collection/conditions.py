"""What a collection is narrowed by: results that have one of some names in a column."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from awardcli.model import Result

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
