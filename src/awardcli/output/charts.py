"""Counts as bars: as SVG, and as characters on a terminal."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from awardcli import messages, vocabulary
from awardcli.errors import UsageError
from awardcli.output.columns import OutputColumn
from awardcli.output.formats import Layout, Values
from awardcli.output.sanitize import safe_text
from awardcli.output.terminal import reading_width, shows_boxes
from awardcli.output.text_layout import display_width, wrapped

if TYPE_CHECKING:
    from xml.etree import ElementTree as Xml

_WIDTH, _MARGIN = 800, 24
_CELL = 7.2
"""Pixels of a terminal column at the size of the labels; a Chinese character takes two."""
_LABEL, _SMALL, _TITLE = 14, 12, 18
"""Sizes of text, in pixels."""
_LEADING = 1.35
_WIDEST_LABEL = 36
_BAR, _BETWEEN = 18, 10
_INK, _FILL, _PALE = "#1a1a1a", "#35618c", "#595959"
# Serif faces lose their thin strokes at this size; every system has one of these.
_FONTS = (
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Hiragino Sans GB', "
    "'WenQuanYi Micro Hei', sans-serif"
)
_NOT_XML = re.compile("[\ufffe\uffff]")


def write_chart(rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
    """Write counts as horizontal bars, one a row, however many; the same counts give the same bytes.

    The bar of the results without a value is empty. The title and a list of all counts are included as text for screen
    readers. Raises UsageError where the rows are not counts.
    """
    from xml.etree import ElementTree as Xml

    chinese = layout.chinese
    heading, bars = _bars_of(rows, layout)
    name = _clean(layout.title)
    chart = Xml.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-labelledby": "title desc"})
    chart.set("xml:lang", "zh-CN" if chinese else "en")
    Xml.SubElement(chart, "title", id="title").text = messages.VALUE_OF.worded(
        chinese=chinese, name=name, value=heading
    )
    Xml.SubElement(chart, "desc", id="desc").text = "; ".join(f"{bar.label} {bar.amount}" for bar in bars)
    background = Xml.SubElement(chart, "rect", fill="#ffffff")
    head = Xml.SubElement(chart, "g", {"font-family": _FONTS, "fill": _INK})
    y = _text(head, name, _MARGIN, _MARGIN, size=_TITLE, weight="bold")
    y = _text(head, heading, _MARGIN, y, size=_LABEL) + _BETWEEN
    y = _draw_bars(chart, bars, y)
    if layout.source:
        source = messages.SOURCE.worded(chinese=chinese, source=_clean(layout.source))
        foot = Xml.SubElement(chart, "g", {"font-family": _FONTS, "fill": _PALE})
        y = _text(foot, source, _MARGIN, y + _BETWEEN, size=_SMALL)
    height = _px(y + _MARGIN)
    for size in (chart, background):
        size.set("width", str(_WIDTH))
        size.set("height", height)
    chart.set("viewBox", f"0 0 {_WIDTH} {height}")
    Xml.indent(chart)
    text = Xml.tostring(chart, encoding="unicode")
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode())


class _Bar(NamedTuple):
    """A bar of a chart: its label, whether that is a value, and how many results it counts."""

    label: str
    has_value: bool
    amount: int


def _bars_of(rows: Iterable[Values], layout: Layout) -> tuple[str, list[_Bar]]:
    """The heading and the bars of a chart; raises UsageError where the rows are not counts."""
    if layout.counted is None:
        raise UsageError(messages.ONLY_COUNTS(format="svg"))
    label_at, amount_at, heading = layout.counted
    none = messages.NONE.worded(chinese=layout.chinese)
    labels = ((values[label_at], int(str(values[amount_at]))) for values in rows)
    bars = [_Bar(none if value is None else _clean(str(value)), value is not None, amount) for value, amount in labels]
    return _clean(heading), bars


def _draw_bars(chart: "Xml.Element", bars: Sequence[_Bar], y: float) -> float:
    """Draw the bars from y on; gives the y below them."""
    from xml.etree import ElementTree as Xml

    widest = min(max((display_width(bar.label) for bar in bars), default=0), _WIDEST_LABEL)
    begin = _MARGIN + widest * _CELL + _BETWEEN
    most = max((bar.amount for bar in bars), default=0)
    room = _WIDTH - _MARGIN - begin - _BETWEEN - len(str(most)) * _CELL
    look = {"font-family": _FONTS, "font-size": str(_LABEL), "fill": _INK, "xml:lang": "zh-CN"}
    drawn = Xml.SubElement(chart, "g", look)
    for bar in bars:
        bottom = _text(drawn, bar.label, begin - _BETWEEN, y, size=_LABEL, columns=widest, anchor="end")
        middle = (y + max(bottom, y + _BAR)) / 2
        length = bar.amount * room / most if most else 0
        place = {"x": _px(begin), "y": _px(middle - _BAR / 2), "width": _px(length), "height": _px(_BAR)}
        Xml.SubElement(drawn, "rect", place | ({"fill": _FILL} if bar.has_value else {"fill": "none", "stroke": _FILL}))
        count = {"x": _px(begin + length + _BETWEEN / 2), "y": _px(middle + _LABEL / 3)}
        Xml.SubElement(drawn, "text", count).text = str(bar.amount)
        y = middle + (middle - y) + _BETWEEN
    return y


def _text(
    group: "Xml.Element",
    text: str,
    x: float,
    y: float,
    *,
    size: int,
    columns: int = 0,
    anchor: str = "start",
    weight: str = "normal",
) -> float:
    """Write a text in lines of at most `columns`, or of the chart's width; gives the y at which the next may begin."""
    from xml.etree import ElementTree as Xml

    room = columns or int((_WIDTH - 2 * _MARGIN) / (size / 2))
    for line in wrapped(text, room):
        place = {"x": _px(x), "y": _px(y + size), "font-size": str(size), "text-anchor": anchor, "font-weight": weight}
        Xml.SubElement(group, "text", place).text = line
        y += size * _LEADING
    return y


def _clean(text: str) -> str:
    """The text without characters that steer a terminal, or that XML cannot hold."""
    return _NOT_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", safe_text(text))


def _px(length: float) -> str:
    """Pixels to a tenth, without a zero behind the point."""
    return f"{length:.1f}".removesuffix(".0")


_GAPS = 4
"""Columns between the three columns of a table."""
_NARROWEST = 10
_MEASURED = 50
"""Rows that leave room for their labels; a terminal shows no more unless asked to."""


Count = tuple[str | None, int]
"""A value, and how many results have it."""


def with_bars(counts: Sequence[Count], column: OutputColumn) -> list[tuple[str | None, int, str]]:
    """The counts of a column's values, each with its bar; the longest fills what the value leaves of a line.

    Every count above zero has a bar. Values that would take more than half of a line are left to be folded.
    """
    if not counts:
        return []
    chinese = messages.in_chinese()
    show = column.for_people(chinese=chinese)
    most = max(count for _, count in counts)
    width = reading_width()
    names = [str(show(count)) for count in islice(counts, _MEASURED)]
    widest = max(map(display_width, (column.label, *names)))
    digits = max(map(display_width, (vocabulary.heading("results"), str(most))))
    mark = "█" if shows_boxes() else "#"
    room = max(width - min(widest, width // 2) - digits - _GAPS, _NARROWEST)
    return [(value, count, mark * max(round(count * room / most), int(count > 0))) for value, count in counts]
