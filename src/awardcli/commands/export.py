"""`awardcli export`: everything, or what the filters leave, as a file."""

from pathlib import Path

from awardcli.collection import open_collection
from awardcli.errors import ExitCode
from awardcli.output.columns import flat_record
from awardcli.output.delivery import Delivery, Listing, deliver
from awardcli.search.filters import Filters, filtered
from awardcli.vocabulary import FLAT


def export(export_to: Path, filters: Filters, delivery: Delivery, data: Path | None = None) -> ExitCode:
    collection = filtered(open_collection(data), filters)
    listing = Listing([flat_record(result) for result in collection], FLAT, glance=FLAT, read_from=data)
    return deliver(listing, delivery._replace(output=export_to))
