"""`awardcli stats`: how many results each category, organization, district, kind or award has."""

from pathlib import Path

from awardcli.errors import ExitCode
from awardcli.output.charts import with_bars
from awardcli.output.deliver import Delivery, Listing, column_named, deliver
from awardcli.output.notes import opened
from awardcli.search.filters import Filters, filtered
from awardcli.vocabulary import COUNTED


def stats(filters: Filters, delivery: Delivery, by: str = "category", data: Path | None = None) -> ExitCode:
    counted = column_named(by, COUNTED, option="--by")
    collection = filtered(opened(data), filters)
    counts = collection.counts(counted)
    # The most come first, as many in printed order; those without a value come last, however many they are.
    ranked = sorted(counts.items(), key=lambda pair: (pair[0] is None, -pair[1]))
    listing = Listing(
        records=with_bars([{counted: value, "results": count} for value, count in ranked]),
        columns=(counted, "results"),
        glance=(counted, "results", "bar"),
        read_from=data,
        editions=collection.editions,
    )
    return deliver(listing, delivery)
