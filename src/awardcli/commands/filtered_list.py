"""The list of a command with its filters applied; tells the user which names they mean, and why nothing is left."""

from typing import TYPE_CHECKING

from awardcli import messages, vocabulary
from awardcli.collection import Collection
from awardcli.commands.options import Source
from awardcli.errors import ExitCode
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.output.terminal import note
from awardcli.search.query import Filters

if TYPE_CHECKING:
    from awardcli.search.filters import Filter

_NAMES_LISTED = 8


class FilteredList:
    """The results of a list that all filters leave; `collection` is the whole list."""

    def __init__(self, collection: Collection, filters: "list[Filter]", results: Collection) -> None:
        self.collection = collection
        self.filters = filters
        self.results = results

    def narrowed(self, column: str, typed: str) -> "FilteredList":
        """Only those with a name in the column; raises UnknownNameError where the whole list has no such name."""
        from awardcli.search.filters import named, selected

        found = named(self.collection, column, typed)
        _say_what_is_meant(found)
        return FilteredList(self.collection, [*self.filters, found], selected(self.results, [found]))

    def deliver(self, listing: Listing, delivery: Delivery) -> ExitCode:
        """Deliver the listing of a command; where it has no rows, say why."""
        code = deliver(listing, delivery)
        if code is ExitCode.NOTHING:
            self.explain_empty()
        return code

    def explain_empty(self) -> None:
        """Say how many results each filter leaves by itself, since all together leave none."""
        if not self.filters:
            if not len(self.collection):
                note(messages.EMPTY_LIST())
            return
        from awardcli.search.filters import selected

        note(messages.NOTHING_LEFT())
        for each in self.filters:
            note(messages.FILTER_LEAVES(filter=each, count=len(selected(self.collection, [each]))))


def filtered_list(source: Source, filters: Filters) -> FilteredList:
    """Open the list and apply the filters; raises as `search.filters.resolved` does."""
    collection = source.opened()
    if filters == Filters():
        return FilteredList(collection, [], collection)
    from awardcli.search.filters import resolved, selected

    found = resolved(collection, filters)
    for each in found:
        _say_what_is_meant(each)
    return FilteredList(collection, found, selected(collection, found))


def _say_what_is_meant(each: "Filter") -> None:
    """Say which names a filter means, unless they were typed in full."""
    if not each.exact:
        names = tuple(map(vocabulary.value, each.names)) if each.column == "kind" else each.names
        note(messages.MEANS(typed=each.typed, names=_first(names)))


def _first(names: tuple[str, ...]) -> str:
    more = len(names) - _NAMES_LISTED
    listed = messages.listed(names[:_NAMES_LISTED])
    return messages.AND_MORE(names=listed, count=more) if more > 0 else listed
