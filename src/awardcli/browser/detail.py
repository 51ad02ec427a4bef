"""The pane beside the list: everything known of the chosen result, nothing of it cut."""

from collections.abc import Iterable, Iterator, Mapping

from textual.content import Content

from awardcli import vocabulary
from awardcli.browser.question import Listed
from awardcli.browser.results_list import marked, spans_in
from awardcli.output.text import facts_of

_GAP = 2
_NARROWEST = 12
"""Columns of a value below which its heading stands above it."""


def detail_of(listed: Listed, lines: Mapping[int, str], width: int) -> Content:
    """What `show` tells of a result, in lines of at most `width` columns, what matched marked."""
    known = [(name, str(value)) for name, value in facts_of(listed.result, lines) if value is not None]
    facts = [(Content(name), _value(name, value, listed)) for name, value in known]
    indent = max(name.cell_length for name, _ in facts) + _GAP
    return Content("\n").join(_in_two_columns(facts, indent, width))


def _value(name: str, value: str, listed: Listed) -> Content:
    """The value of a fact; in a title and in each organization's name, what matched is marked."""
    for field, printed in (("title", listed.result.title), ("organization", listed.result.organization)):
        at = (printed or "").find(value)
        if name == vocabulary.heading(field) and at >= 0:
            end = at + len(value)
            inside = [(max(start, at), min(stop, end)) for start, stop in spans_in(listed, field)]
            return marked(value, [(start - at, stop - at) for start, stop in inside if start < stop])
    return marked(value, ())


def _in_two_columns(facts: Iterable[tuple[Content, Content]], indent: int, width: int) -> Iterator[Content]:
    beside = width - indent >= _NARROWEST
    for name, value in facts:
        wrapped = value.wrap(max(width - indent if beside else width, 2))
        name = name.stylize("dim")
        if beside:
            first, *wrapped = wrapped
            yield name.pad_right(indent - name.cell_length) + first
            yield from (line.pad_left(indent) for line in wrapped)
        else:
            yield name
            yield from wrapped
