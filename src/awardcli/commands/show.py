"""`awardcli show`: one result in full, with its reading, its printed lines and what is uncertain."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection, ListCollection
from awardcli.commands.options import DELIVERY, SOURCE, Source, argument
from awardcli.errors import ExitCode, UnknownNameError, did_you_mean
from awardcli.model import Result
from awardcli.output.columns import flat_record
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.output.facts import facts_of, printed_lines
from awardcli.output.notes import opened
from awardcli.output.text import facts_text
from awardcli.search.filters import close_to, equal_name
from awardcli.vocabulary import FLAT

ResultId = Annotated[str, argument("ID", names="id", help=messages.HELP_ID, missing=messages.MISSING_ID)]


def show(
    result_id: ResultId,
    delivery: Annotated[Delivery, DELIVERY.only("format_name", "output", "force")],
    source: Annotated[Source, SOURCE],
) -> ExitCode:
    result = _meant(opened(source.data), result_id)
    if delivery.format_name or delivery.output:
        return as_record(result, source.data, delivery)
    return in_full(result, source.data)


def in_full(result: Result, data: Path | None) -> ExitCode:
    """Print everything known of a result; `data` is the list that it was read from."""
    facts_text(facts_of(result, printed_lines(data)))
    return ExitCode.ANSWERED


def as_record(result: Result, data: Path | None, delivery: Delivery) -> ExitCode:
    """Hand one result over as the delivery says; `data` is the list that it was read from."""
    chosen = ListCollection(data, [result], [result.edition], [result.category] if result.category else [])
    listing = Listing(
        records=[flat_record(result)],
        columns=FLAT,
        glance=FLAT,
        read_from=data,
        results=lambda: chosen,
        editions=chosen.editions,
    )
    return deliver(listing, delivery)


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
