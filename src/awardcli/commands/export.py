"""`awardcli export`: all results, or those that the filters leave, as a file."""

from itertools import islice
from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection, ListCollection
from awardcli.commands.filtered_list import filtered_list
from awardcli.commands.options import DELIVERY_TO_FILE, FILTERS, SOURCE, Source, argument, path
from awardcli.errors import ExitCode, UsageError
from awardcli.output.atomic_file import atomic_path
from awardcli.output.deliver import (
    STDOUT,
    Delivery,
    Listing,
    refuse_given,
    require_another_file,
    results_listing,
    sorted_rows,
)
from awardcli.output.formats import is_collection_output
from awardcli.output.terminal import note
from awardcli.search.query import Filters

ExportTo = Annotated[Path, argument("FILE", read=path, help=messages.HELP_EXPORT_TO, missing=messages.MISSING_FILE)]


def export(
    export_to: ExportTo,
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY_TO_FILE],
    source: Annotated[Source, SOURCE],
) -> ExitCode:
    filtered = filtered_list(source, filters)
    collection = filtered.results
    listing = results_listing(collection)
    delivery = delivery._replace(output=export_to)
    if not is_collection_output(delivery.format_name, export_to):
        return filtered.deliver(listing, delivery)
    code = _save(collection, listing, delivery)
    if code is ExitCode.NOTHING:
        filtered.explain_empty()
    return code


def _save(collection: Collection, listing: Listing, delivery: Delivery) -> ExitCode:
    """Write a collection file, which holds whole results; raises UsageError for options that shape rows."""
    from awardcli.collection.collection_builder import save_collection

    path = delivery.output
    assert path is not None
    if path == STDOUT:
        raise UsageError(messages.COLLECTION_TO_STDOUT())
    shaping = {
        "--columns": delivery.columns,
        "--header": delivery.header,
        "--bom": delivery.bom,
        "--excel-safe": delivery.excel_safe or None,
    }
    refuse_given(shaping, lambda option: messages.NOT_FOR_COLLECTIONS(option=option))
    require_another_file(path, [listing.read_from] if listing.read_from else [])
    if delivery.sort or delivery.limit is not None:
        kept = list(islice(sorted_rows(listing, delivery), delivery.limit))
        collection = ListCollection(
            collection.path, kept, collection.editions, collection.categories, collection.columns
        )
    with atomic_path(path, force=delivery.force) as part:
        save_collection(collection, part, path)
    note(messages.WRITTEN(path=path, count=len(collection), format="SQLite"))
    return ExitCode.ANSWERED if len(collection) else ExitCode.NOTHING
