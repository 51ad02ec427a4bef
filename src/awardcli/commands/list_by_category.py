"""`awardcli list-by-category`: the results of one category, or the categories with their counts."""

from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection
from awardcli.commands.chosen import chosen
from awardcli.commands.options import DELIVERY, FILTERS, SOURCE, Source, argument
from awardcli.errors import ExitCode
from awardcli.output.columns import record_columns
from awardcli.output.deliver import Delivery, Listing, deliver, results_listing
from awardcli.output.notes import remark_uncertain
from awardcli.output.terminal import note, on_terminal
from awardcli.search.filters import Filters

NamedCategory = Annotated[str | None, argument("[CATEGORY]", names="category", help=messages.HELP_NAMED_CATEGORY)]


def list_by_category(
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY],
    source: Annotated[Source, SOURCE],
    named_category: NamedCategory = None,
) -> ExitCode:
    data = source.data
    selection = chosen(source, filters, category=named_category)
    results = selection.results
    if named_category is None:
        if not selection.collection.categories:
            note(messages.NO_CATEGORIES())
        code = deliver(_categories(results, data), delivery)
        if code is ExitCode.NOTHING and selection.collection.categories:
            selection.explain_empty()
        return code
    (category,) = selection.filters[-1].names
    code = deliver(results_listing(results, data, glance=("award", "title", "organization")), delivery)
    if code is ExitCode.NOTHING:
        selection.explain_empty()
    elif on_terminal():
        note(messages.CATEGORY_COUNT(name=category, count=len(results)))
    remark_uncertain(results)
    return code


def _categories(collection: Collection, data: Path | None) -> Listing:
    counts = collection.category_counts()
    rows = [
        {"category": category.name, "id": category.id, "name_en": category.name_en, "results": counts[category]}
        for category in collection.categories
        if counts.get(category)
    ]
    glance = ("category", "results") if messages.language() == "zh" else ("category", "name_en", "results")
    columns = record_columns(("category", "id", "name_en", "results"), glance)
    return Listing(rows, columns, read_from=data, editions=collection.editions, written=messages.WRITTEN_ROWS)
