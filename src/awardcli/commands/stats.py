"""`awardcli stats`: how many results have each category, organization, district or other value of a column."""

from collections import Counter
from collections.abc import Mapping
from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection
from awardcli.collection.protocol import own_heading
from awardcli.commands.filtered_list import filtered_list
from awardcli.commands.options import DELIVERY_OF_COUNTS, FILTERS, SOURCE, Source, option
from awardcli.errors import ExitCode
from awardcli.output.charts import with_bars
from awardcli.output.columns import OutputColumn, counted_columns, result_columns
from awardcli.output.deliver import Delivery, counts_listing, deliver
from awardcli.output.terminal import note
from awardcli.search.filters import headings_of
from awardcli.search.query import Filters
from awardcli.vocabulary import COUNTED

_CODED = ("kind", "certainty")
"""Roles of a user's list whose keys have a code, where the list has a word; its words are counted."""
_AS_WRITTEN = ("edition", "note", *_CODED)
"""Roles whose columns are counted cell by cell."""

By = Annotated[str, option("--by", metavar="COLUMN", choices=COUNTED, help=messages.HELP_BY)]


def stats(
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY_OF_COUNTS],
    source: Annotated[Source, SOURCE],
    by: By = "category",
) -> ExitCode:
    filtered = filtered_list(source, filters)
    counted, name = _counted(filtered.collection, by)
    columns = counted_columns(counted)
    counts = filtered.results.counts(name)
    if counted.role == "year" and None in counts and filtered.collection.columns:
        counts = _years_as_written(filtered.results, counts)
    if has_no_values := set(counts) == {None}:
        counts = {}
    # The most come first, equal ones in printed order; those without a value come last, however many they are.
    ranked = sorted(counts.items(), key=lambda pair: (pair[0] is None, -pair[1]))
    code = deliver(counts_listing(with_bars(ranked, columns.keys[0]), columns, filtered.results), delivery)
    if has_no_values:
        own = filtered.collection.columns
        if counted.own or not own:
            note(messages.NO_VALUES(heading=counted.label))
        else:
            note(messages.NO_SUCH_COLUMN(heading=counted.label))
            note(messages.COUNT_ANOTHER(columns=headings_of(own)))
    elif code is ExitCode.NOTHING:
        filtered.explain_empty()
    return code


def _years_as_written(results: Collection, counts: Mapping[str | None, int]) -> Mapping[str | None, int]:
    """The counts of years, in which a cell without a number (不详) is counted as it is written."""
    blank = len(results.where("year", None))
    if blank == counts[None]:
        return counts
    cells = (each.written("year") for each in results if each.edition.year is None)
    written = Counter(cell or None for cell in cells)
    return {**{year: count for year, count in counts.items() if year}, **written}


def _counted(collection: Collection, by: str) -> tuple[OutputColumn, str]:
    """The column to count by, and its name in the collection; raises UsageError for an unknown column."""
    columns = result_columns(collection)
    column = columns.named(by)
    roles = {each.heading: each.role for each in collection.columns}
    role = roles.get(column.own or "")
    if role not in _AS_WRITTEN:  # its key counts each name in a cell
        column = next((key for key in columns.keys if key.role and key.own and key.own == column.own), column)
    own = None if column in columns.keys and column.role and role not in _CODED else column.own
    return column, own_heading(own) if own else column.key
