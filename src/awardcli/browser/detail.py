"""The pane beside the list: everything known of the chosen result, nothing of it cut."""

from collections.abc import Iterable, Iterator, Mapping

from textual.content import Content

from awardcli import vocabulary
from awardcli.browser.question import Row, result_of
from awardcli.browser.results_list import marked
from awardcli.model import Hit
from awardcli.output.result_in_full import facts_of
from awardcli.output.text_layout import line_breaks

_GAP = 2
_NARROWEST = 12
"""The width of a value below which its heading is on a line above it."""


def detail_of(row: Row, lines: Mapping[int, str], width: int) -> Content:
    """Everything that `show` prints of a result, in lines of at most `width` columns, the matched characters marked."""
    known = [(heading, str(value)) for heading, value in facts_of(result_of(row), lines) if value is not None]
    facts = [(marked(heading, ()), marked(value, _spans(heading, value, row))) for heading, value in known]
    indent = max(heading.cell_length for heading, _ in facts) + _GAP
    return Content("\n").join(_in_two_columns(facts, indent, width))


def _spans(heading: str, value: str, row: Row) -> Iterator[tuple[int, int]]:
    """What matched in the value under a heading: in the title, and in each organization's name."""
    if not isinstance(row, Hit):
        return
    for field, text in (("title", row.result.title), ("organization", row.result.organization)):
        own = [column.heading for column in row.result.cells.columns if column.role == field]
        at = (text or "").find(value)
        if heading in (own or [vocabulary.heading(field)]) and at >= 0:
            inside = [(max(p.start - at, 0), min(p.end - at, len(value))) for p in row.places if p.field == field]
            yield from ((start, end) for start, end in inside if start < end)


def _lines_of(value: Content, width: int) -> list[Content]:
    """The value broken as a table breaks it, with closing marks never at the beginning of a line."""
    return [line.rstrip() for line in value.divide(list(line_breaks(value.plain, width, at_spaces=True)))]


def _in_two_columns(facts: Iterable[tuple[Content, Content]], indent: int, width: int) -> Iterator[Content]:
    beside = width - indent >= _NARROWEST
    for heading, value in facts:
        wrapped = _lines_of(value, max(width - indent if beside else width, 2))
        heading = heading.stylize("dim")
        if beside:
            first, *wrapped = wrapped
            yield heading.pad_right(indent - heading.cell_length) + first
            yield from (line.pad_left(indent) for line in wrapped)
        else:
            yield heading
            yield from wrapped
