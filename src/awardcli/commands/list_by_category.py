"""`awardcli list-by-category`: the results of one category, or the categories with their counts."""

from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection
from awardcli.commands.filtered_list import filtered_list
from awardcli.commands.options import DELIVERY, FILTERS, SOURCE, Source, argument
from awardcli.errors import ExitCode
from awardcli.output.columns import record_columns
from awardcli.output.deliver import Delivery, Listing, counts_listing, results_listing
from awardcli.output.terminal import note
from awardcli.search.filters import column_hint
from awardcli.search.query import Filters
from awardcli.vocabulary import heading

NamedCategory = Annotated[
    tuple[str, ...], argument("[CATEGORY]...", names="category", help=messages.HELP_NAMED_CATEGORY)
]


def list_by_category(
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY],
    source: Annotated[Source, SOURCE],
    named_category: NamedCategory = (),
) -> ExitCode:
    filtered = filtered_list(source, filters)
    column = "category"
    if not filtered.collection.categories:
        column = "award"
        if not any(filtered.collection.names("award")):
            note(messages.NEITHER_CATEGORIES_NOR_AWARDS())
            if filtered.collection.columns:
                note(column_hint(filtered.collection, "category"))
            return ExitCode.NOTHING
        note(messages.NO_CATEGORIES())
    if not named_category:
        return filtered.deliver(_counted(filtered.results, column), delivery)
    filtered = filtered.narrowed(column, " ".join(named_category))
    results = filtered.results
    listing = results_listing(results, _glance(results))
    summary = messages.CATEGORY_COUNT(name=filtered.filters[-1].names[0], count=len(results))
    return filtered.deliver(listing._replace(summary=summary), delivery)


def _glance(results: Collection) -> tuple[str, ...]:
    """The keys that a table shows; the id where there are no titles to show a result by."""
    honoured = {category.honours for category, count in results.category_counts().items() if count}
    return ("id", "organization") if honoured == {"organization"} else ("award", "title", "organization")


def _counted(results: Collection, column: str) -> Listing:
    """The categories, or the awards, with how many results each has."""
    if column == "category":
        keys: tuple[str, ...] = ("category", "id", "name_en", "results")
        glance = [key for key in keys if key != "id" and not (key == "name_en" and messages.in_chinese())]
        counts = results.category_counts()
        rows = [
            {"category": category.name, "id": category.id, "name_en": category.name_en, "results": counts[category]}
            for category in results.categories
            if counts.get(category)
        ]
    else:
        keys = ("award", "results")
        glance = list(keys)
        rows = [{"award": award, "results": count} for award, count in results.counts("award").items() if award]
    if without := results.counts(column).get(None):
        note(messages.WITHOUT_VALUE(count=without, column=heading(column)))
    return counts_listing(rows, record_columns(keys, glance), results)
