"""`awardcli export`: everything, or what the filters leave, as a file."""

from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.commands.chosen import chosen
from awardcli.commands.options import DELIVERY, FILTERS, SOURCE, Source, argument, path
from awardcli.errors import ExitCode
from awardcli.output.columns import flat_record
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.search.filters import Filters
from awardcli.vocabulary import FLAT

ExportTo = Annotated[Path, argument("FILE", read=path, help=messages.HELP_EXPORT_TO, missing=messages.MISSING_FILE)]


def export(
    export_to: ExportTo,
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY.without("output", "count_only")],
    source: Annotated[Source, SOURCE],
) -> ExitCode:
    selection = chosen(source, filters)
    collection = selection.results
    listing = Listing(
        records=map(flat_record, collection),
        columns=FLAT,
        glance=FLAT,
        read_from=source.data,
        results=lambda: collection,
        total=collection.__len__,
        editions=collection.editions,
    )
    code = deliver(listing, delivery._replace(output=export_to))
    if code is ExitCode.NOTHING:
        selection.explain_empty()
    return code
