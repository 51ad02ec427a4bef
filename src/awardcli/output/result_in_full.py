"""Everything known of a result, each fact under its heading."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from awardcli import messages, vocabulary
from awardcli.collection import bundled_path
from awardcli.model import Result
from awardcli.output.sanitize import safe_lines, safe_text
from awardcli.output.terminal import reading_width
from awardcli.output.text_layout import in_columns

Fact = tuple[str, object]
"""A heading and its value; a value of None is left out."""


def fact_lines(facts: Iterable[Fact]) -> Iterator[str]:
    """Facts as lines to print, the values aligned and wrapped."""
    known = [(safe_text(heading), safe_lines(str(value))) for heading, value in facts if value is not None]
    return in_columns(known, reading_width())


def facts_of(result: Result, lines: Mapping[int, str]) -> Iterator[Fact]:
    """Everything known of a result, each fact under its heading: of a user's list, its row under its own headings.

    `lines` are those of the published text by number.
    """
    heading = vocabulary.heading
    if result.cells.columns:
        for column, cell in zip(result.cells.columns, result.cells.values, strict=True):
            yield messages.on_one_line(column.heading), None if cell == "" else cell
        if result.written("id") is None:
            yield heading("id"), result.id
        return
    chinese = messages.in_chinese()
    yield heading("title"), result.title or "-"
    yield heading("title_pinyin"), result.title_pinyin
    for organization in result.organizations:
        yield heading("organization"), organization.name
        yield heading("organization_pinyin"), organization.pinyin
        yield heading("district"), organization.district
        yield heading("kind"), vocabulary.value(organization.kind) if organization.kind else None
    yield heading("category"), result.category.name if result.category else None
    yield heading("award"), result.award
    yield heading("edition"), result.edition.name or result.edition.number
    yield heading("year"), result.edition.year
    yield heading("id"), result.id
    yield heading("certainty"), vocabulary.value(result.certainty)
    yield heading("note"), result.note_zh if chinese else result.note
    for number in sorted({number for numbers in result.printed.values() for number in numbers}):
        yield messages.PRINTED_LINE(number=number), lines.get(number)


def printed_lines(data: Path | None) -> dict[int, str]:
    """The lines of the published text by number; none of a list that is not the bundled one."""
    if data is not None:
        return {}
    numbered = (line.split("\t", 1) for line in bundled_path("printed-list.txt").read_text("utf-8").splitlines())
    return {int(number): text for number, text in numbered}
