"""`awardcli stats`: how many results have each category, organization, district or other value of a column."""

from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection
from awardcli.collection.protocol import own_heading
from awardcli.commands.filtered_list import filtered_list
from awardcli.commands.options import DELIVERY_OF_COUNTS, FILTERS, SOURCE, Source, option
from awardcli.errors import ExitCode
from awardcli.output.charts import with_bars
from awardcli.output.columns import OutputColumn, counted_columns, result_columns
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.output.terminal import note
from awardcli.search.filters import headings_of
from awardcli.search.query import Filters
from awardcli.vocabulary import COUNTED

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
    if has_no_values := set(counts) == {None}:
        counts = {}
    # The most come first, equal ones in printed order; those without a value come last, however many they are.
    ranked = sorted(counts.items(), key=lambda pair: (pair[0] is None, -pair[1]))
    listing = Listing(
        rows=with_bars(ranked, columns.keys[0]),
        columns=columns,
        read_from=source.data,
        editions=filtered.results.editions,
        written=messages.WRITTEN_ROWS,
    )
    code = deliver(listing, delivery)
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


def _counted(collection: Collection, by: str) -> tuple[OutputColumn, str]:
    """The column to count by, and its name in the collection; raises UsageError for an unknown column."""
    columns = result_columns(collection)
    column = columns.named(by)
    roles = {each.heading: each.role for each in collection.columns}
    if column.own and roles.get(column.own) not in ("edition", "note"):  # its key counts each name in a cell
        column = next((key for key in columns.keys if key.role and key.own == column.own), column)
    own = None if column.role and column in columns.keys else column.own
    return column, own_heading(own) if own else column.key
