"""`awardcli stats`: how many results each category, organization, district, kind or award has."""

from typing import Annotated

from awardcli import messages
from awardcli.commands.chosen import chosen
from awardcli.commands.options import DELIVERY, FILTERS, SOURCE, Source, option
from awardcli.errors import ExitCode
from awardcli.output.charts import with_bars
from awardcli.output.deliver import Delivery, Listing, column_named, deliver
from awardcli.search.filters import Filters
from awardcli.vocabulary import COUNTED

By = Annotated[str, option("--by", choices=COUNTED, help=messages.HELP_BY)]


def stats(
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY],
    source: Annotated[Source, SOURCE],
    by: By = "category",
) -> ExitCode:
    counted = column_named(by, COUNTED, option="--by")
    selection = chosen(source, filters)
    counts = selection.results.counts(counted)
    # The most come first, as many in printed order; those without a value come last, however many they are.
    ranked = sorted(counts.items(), key=lambda pair: (pair[0] is None, -pair[1]))
    listing = Listing(
        records=with_bars([{counted: value, "results": count} for value, count in ranked]),
        columns=(counted, "results"),
        glance=(counted, "results", "bar"),
        read_from=source.data,
        editions=selection.results.editions,
    )
    code = deliver(listing, delivery)
    if code is ExitCode.NOTHING:
        selection.explain_empty()
    return code
