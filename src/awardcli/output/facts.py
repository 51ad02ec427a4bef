"""Everything known of one result, fact by fact."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from awardcli import messages, vocabulary
from awardcli.collection import bundled_path
from awardcli.model import Result
from awardcli.output.columns import flat_record, shown
from awardcli.output.text import Fact


def facts_of(result: Result, lines: Mapping[int, str]) -> Iterator[Fact]:
    """Everything known of a result, each fact with its heading; `lines` are those of the published text by number."""
    chinese = messages.language() == "zh"
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


def printed_lines(data: Path | None) -> dict[int, str]:
    """The lines of the published text by number; none of a list that is not the bundled one."""
    if data is not None:
        return {}
    numbered = (line.split("\t", 1) for line in bundled_path("printed-list.txt").read_text("utf-8").splitlines())
    return {int(number): text for number, text in numbered}
