"""What search, lists and export need of a place that results come from."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from awardcli.model import Category, Edition, Organization, Result


class Collection:
    """Results at hand, in printed order, with the editions and categories they name.

    `path` is the file they were read from; None for the bundled list.
    """

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
        """The organizations that the results name, in printed order."""
        return list({o.name: o for result in self.results for o in result.organizations}.values())

    def where(self, keep: Callable[[Result], bool]) -> "Collection":
        """The same collection with only the results that a filter keeps."""
        kept = [result for result in self.results if keep(result)]
        return Collection(self.path, kept, self.editions, self.categories)
