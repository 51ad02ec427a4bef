"""`awardcli export`: everything, or what the filters leave, as a file."""

from pathlib import Path

from awardcli.errors import ExitCode
from awardcli.output.columns import flat_record
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.output.notes import opened
from awardcli.search.filters import Filters, filtered
from awardcli.vocabulary import FLAT


def export(export_to: Path, filters: Filters, delivery: Delivery, data: Path | None = None) -> ExitCode:
    collection = filtered(opened(data), filters)
    listing = Listing(
        records=map(flat_record, collection),
        columns=FLAT,
        glance=FLAT,
        read_from=data,
        results=lambda: collection,
        total=collection.__len__,
        editions=collection.editions,
    )
    return deliver(listing, delivery._replace(output=export_to))
