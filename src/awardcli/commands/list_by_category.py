"""`awardcli list-by-category`: the results of one category, or the categories with their counts."""

from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection
from awardcli.commands.options import DELIVERY, FILTERS, SOURCE, Source, argument
from awardcli.errors import ExitCode
from awardcli.output.columns import Record, flat_record
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.output.notes import opened, remark_uncertain
from awardcli.output.terminal import note, on_terminal
from awardcli.search.filters import Filters, category_named, filtered
from awardcli.vocabulary import FLAT

NamedCategory = Annotated[str | None, argument("[CATEGORY]", names="category", help=messages.HELP_NAMED_CATEGORY)]


def list_by_category(
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY],
    source: Annotated[Source, SOURCE],
    named_category: NamedCategory = None,
) -> ExitCode:
    data = source.data
    collection = filtered(opened(data), filters)
    if named_category is None:
        if not collection.categories:
            note(messages.NO_CATEGORIES())
        return deliver(_categories(collection, data), delivery)
    category = category_named(collection, named_category)
    chosen = collection.where("category", category)
    code = deliver(
        Listing(
            records=map(flat_record, chosen),
            columns=FLAT,
            glance=("award", "title", "organization"),
            read_from=data,
            results=lambda: chosen,
            total=chosen.__len__,
            editions=collection.editions,
        ),
        delivery,
    )
    if on_terminal():
        note(messages.CATEGORY_COUNT(name=category, count=len(chosen)))
    remark_uncertain(chosen)
    return code


def _categories(collection: Collection, data: Path | None) -> Listing:
    columns = ("category", "id", "name_en", "results")
    counts = collection.category_counts()
    records: list[Record] = [
        {
            "category": category.name,
            "id": category.id,
            "name_en": category.name_en,
            "results": counts.get(category, 0),
        }
        for category in collection.categories
    ]
    glance = ("category", "results") if messages.language() == "zh" else ("category", "name_en", "results")
    return Listing([r for r in records if r["results"]], columns, glance, read_from=data, editions=collection.editions)
