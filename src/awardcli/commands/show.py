"""`awardcli show`: one result in full, with its reading, its printed lines and what is uncertain."""

from collections.abc import Mapping
from pathlib import Path

from awardcli import messages
from awardcli.collection import Collection, ListCollection
from awardcli.errors import ExitCode, UnknownNameError
from awardcli.model import Result
from awardcli.output.columns import flat_record
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.output.facts import facts_of, printed_lines
from awardcli.output.notes import opened
from awardcli.output.text import facts_text
from awardcli.search.filters import near_names, same_name
from awardcli.vocabulary import FLAT

_MOST_TO_COMPARE = 5000
"""Ids that one is compared with to suggest the near ones: more would take seconds."""


def show(
    result_id: str,
    format_name: str | None = None,
    output: Path | None = None,
    force: bool = False,
    data: Path | None = None,
) -> ExitCode:
    collection = opened(data)
    result = _meant(collection, result_id)
    if format_name or output:
        return as_record(result, data, Delivery(format_name=format_name, output=output, force=force))
    return in_full(result, data)


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
    found = same_name(asked, ids)
    if found is not None and (result := collection.result(found)):
        return result
    near = near_names(asked, ids) if len(ids) <= _MOST_TO_COMPARE else []
    suggestion = messages.DID_YOU_MEAN(names=messages.listed(near)) if near else ""
    raise UnknownNameError(messages.NO_ID(name=asked) + suggestion, hints=[messages.WHERE_IDS()])
