"""`awardcli show`: one result in full, with its reading, its printed lines and what is uncertain."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from awardcli import messages, vocabulary
from awardcli.collection import Collection, ListCollection, bundled_path
from awardcli.commands.remarks import opened
from awardcli.errors import ExitCode, UnknownNameError
from awardcli.model import Result
from awardcli.output.columns import flat_record, shown
from awardcli.output.delivery import Delivery, Listing, deliver
from awardcli.output.text import Fact, facts_text
from awardcli.search.names import near_names, same_name
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
        chosen = ListCollection(data, [result], [result.edition], [result.category] if result.category else [])
        listing = Listing(
            records=[flat_record(result)],
            columns=FLAT,
            glance=FLAT,
            read_from=data,
            results=lambda: chosen,
            editions=chosen.editions,
        )
        return deliver(listing, Delivery(format_name=format_name, output=output, force=force))
    lines = _printed_lines() if collection.path is None else {}
    facts_text(_facts(result, lines, chinese=messages.language() == "zh"))
    return ExitCode.ANSWERED


def _meant(collection: Collection, asked: str) -> Result:
    """The result of that id, however it is written; raises UnknownNameError."""
    if result := collection.result(asked):
        return result
    ids = dict.fromkeys((result.id for result in collection), ())
    found = same_name(asked, ids)
    if found is not None and (result := collection.result(found)):
        return result
    near = near_names(asked, ids) if len(ids) <= _MOST_TO_COMPARE else []
    suggestion = messages.DID_YOU_MEAN(names=messages.listed(near)) if near else ""
    raise UnknownNameError(messages.NO_ID(name=asked) + suggestion, hints=[messages.WHERE_IDS()])


def _facts(result: Result, lines: Mapping[int, str], *, chinese: bool) -> Iterator[Fact]:
    """Everything known of a result, each fact with its heading; `lines` are those of the published text."""
    heading = vocabulary.heading
    record = flat_record(result)
    yield heading("title"), result.title or "-"
    yield heading("reading"), result.title_pinyin
    for organization in result.organizations:
        yield heading("organization"), organization.name
        yield heading("reading"), organization.pinyin
        yield heading("district"), organization.district
        yield heading("kind"), vocabulary.value(organization.kind, chinese=chinese) if organization.kind else None
    yield heading("category"), record["category"]
    yield heading("award"), result.award
    yield heading("edition"), result.edition.name or record["edition"]
    yield heading("year"), record["year"]
    yield heading("id"), result.id
    yield heading("certainty"), vocabulary.value(result.certainty, chinese=chinese)
    yield heading("note"), shown(record, "note", chinese=chinese)
    for number in sorted({number for numbers in result.printed.values() for number in numbers}):
        yield messages.PRINTED_LINE(number=number), lines.get(number)


def _printed_lines() -> dict[int, str]:
    """The lines of the published text by number."""
    numbered = (line.split("\t", 1) for line in bundled_path("printed-list.txt").read_text("utf-8").splitlines())
    return {int(number): text for number, text in numbered}
