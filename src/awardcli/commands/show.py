"""`awardcli show`: one result in full, with its reading, its printed lines and what is uncertain."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection, ListCollection
from awardcli.commands.options import DELIVERY, SOURCE, Source, argument
from awardcli.errors import ExitCode, UnknownNameError, did_you_mean
from awardcli.model import Result
from awardcli.output.deliver import Delivery, deliver, results_listing
from awardcli.output.notes import opened
from awardcli.output.text import facts_of, print_facts, printed_lines
from awardcli.search.filters import close_to, equal_name

ResultId = Annotated[str, argument("ID", names="id", help=messages.HELP_ID, missing=messages.MISSING_ID)]


def show(
    result_id: ResultId,
    delivery: Annotated[Delivery, DELIVERY.only("format_name", "output", "force")],
    source: Annotated[Source, SOURCE],
) -> ExitCode:
    collection = opened(source.data)
    result = _meant(collection, result_id)
    if delivery.format_name or delivery.output:
        return as_row(result, collection, source.data, delivery)
    return in_full(result, source.data)


def in_full(result: Result, data: Path | None) -> ExitCode:
    """Print everything known of a result; `data` is the list that it was read from."""
    print_facts(facts_of(result, printed_lines(data)))
    return ExitCode.ANSWERED


def as_row(result: Result, collection: Collection, data: Path | None, delivery: Delivery) -> ExitCode:
    """Deliver one result of a collection; `data` is the list that it was read from."""
    listing = results_listing(ListCollection(data, [result], [result.edition], [], collection.columns), data)
    columns = listing.columns.own or tuple(column for column in listing.columns.keys if not column.nested)
    return deliver(listing._replace(columns=listing.columns._replace(glance=columns)), delivery)


def _meant(collection: Collection, asked: str) -> Result:
    """The result of that id, however it is written; raises UnknownNameError."""
    if result := collection.result(asked):
        return result
    ids: Mapping[str, tuple[()]] = dict.fromkeys(collection.names("id"), ())
    found = equal_name(asked, ids)
    if found is not None and (result := collection.result(found)):
        return result
    raise UnknownNameError(
        messages.NO_ID(name=asked) + did_you_mean(close_to(asked, ids)), hints=[messages.WHERE_IDS()]
    )
