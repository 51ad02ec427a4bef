"""Counts as bars: as SVG, and as characters on a terminal."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from awardcli import messages, vocabulary
from awardcli.output.columns import Record, shown
from awardcli.output.layout import Layout
from awardcli.output.sanitize import safe_text
from awardcli.output.text import display_width, reading_width, wrapped

if TYPE_CHECKING:
    from xml.etree import ElementTree as Xml

_WIDTH, _MARGIN = 800, 24
_CELL = 7.2
"""Pixels of a column of text at the size of the labels: a Chinese character has two."""
_LABEL, _SMALL, _TITLE = 14, 12, 18
"""Sizes of text, in pixels."""
_LEADING = 1.35
_WIDEST_LABEL = 36
_BAR, _BETWEEN = 18, 10
_INK, _FILL, _PALE = "#1a1a1a", "#35618c", "#595959"
# Songti and serif faces would do for none of the thin strokes at this size: every system has one of these.
_FONTS = (
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Hiragino Sans GB', "
    "'WenQuanYi Micro Hei', sans-serif"
)
_NOT_XML = re.compile("[\ufffe\uffff]")


def svg_chart(records: Iterable[Record], layout: Layout) -> Iterator[str]:
    """The counts as horizontal bars, one a row, however many; the same records give the same bytes.

    What has no value has an empty bar. The title and a list of all counts stand in it for whoever cannot see it.
    """
    from xml.etree import ElementTree as Xml

    chinese = layout.says_chinese
    counted = next(column for column in layout.columns if column != "results")
    bars = [(_name(record, counted, chinese=chinese), record.get(counted), _amount(record)) for record in records]
    heading = (messages.COUNTED_BY.zh if chinese else messages.COUNTED_BY.en).format(
        column=vocabulary.heading(counted, chinese=chinese)
    )
    name = _clean(layout.caption.title)

    chart = Xml.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-labelledby": "title desc"})
    chart.set("xml:lang", "zh-CN" if chinese else "en")
    Xml.SubElement(chart, "title", id="title").text = (messages.NOTED.zh if chinese else messages.NOTED.en).format(
        title=name, note=heading
    )
    Xml.SubElement(chart, "desc", id="desc").text = "; ".join(f"{label} {amount}" for label, _, amount in bars)
    background = Xml.SubElement(chart, "rect", fill="#ffffff")
    head = Xml.SubElement(chart, "g", {"font-family": _FONTS, "fill": _INK})
    y = _text(head, name, _MARGIN, _MARGIN, size=_TITLE, weight="bold")
    y = _text(head, heading, _MARGIN, y, size=_LABEL) + _BETWEEN

    widest = min(max((display_width(label) for label, _, _ in bars), default=0), _WIDEST_LABEL)
    begin = _MARGIN + widest * _CELL + _BETWEEN
    most = max((amount for _, _, amount in bars), default=0)
    room = _WIDTH - _MARGIN - begin - _BETWEEN - len(str(most)) * _CELL
    rows = Xml.SubElement(
        chart, "g", {"font-family": _FONTS, "font-size": str(_LABEL), "fill": _INK, "xml:lang": "zh-CN"}
    )
    for label, value, amount in bars:
        bottom = _text(rows, label, begin - _BETWEEN, y, size=_LABEL, columns=widest, anchor="end")
        middle = (y + max(bottom, y + _BAR)) / 2
        length = amount * room / most if most else 0
        bar = {"x": _px(begin), "y": _px(middle - _BAR / 2), "width": _px(length), "height": _px(_BAR)}
        look = {"fill": _FILL} if value is not None else {"fill": "none", "stroke": _FILL}
        Xml.SubElement(rows, "rect", bar | look)
        count = {"x": _px(begin + length + _BETWEEN / 2), "y": _px(middle + _LABEL / 3)}
        Xml.SubElement(rows, "text", count).text = str(amount)
        y = middle + (middle - y) + _BETWEEN
    if layout.caption.source:
        source = (messages.SOURCE.zh if chinese else messages.SOURCE.en).format(source=_clean(layout.caption.source))
        foot = Xml.SubElement(chart, "g", {"font-family": _FONTS, "fill": _PALE})
        y = _text(foot, source, _MARGIN, y + _BETWEEN, size=_SMALL)
    height = _px(y + _MARGIN)
    for size in (chart, background):
        size.set("width", str(_WIDTH))
        size.set("height", height)
    chart.set("viewBox", f"0 0 {_WIDTH} {height}")
    Xml.indent(chart)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(chart, encoding="unicode") + "\n"


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
    """Write a text in lines that end within the chart, or within so many columns; gives where the next may begin."""
    from xml.etree import ElementTree as Xml

    room = columns or int((_WIDTH - 2 * _MARGIN) / (size / 2))
    for line in wrapped(text, room):
        place = {"x": _px(x), "y": _px(y + size), "font-size": str(size), "text-anchor": anchor, "font-weight": weight}
        Xml.SubElement(group, "text", place).text = line
        y += size * _LEADING
    return y


def _name(record: Record, counted: str, *, chinese: bool) -> str:
    value = shown(record, counted, chinese=chinese)
    none = messages.NONE.zh if chinese else messages.NONE.en
    return none if value is None else _clean(str(value))


def _amount(record: Record) -> int:
    amount = record["results"]
    assert isinstance(amount, int)
    return amount


def _clean(text: str) -> str:
    """The text with nothing that steers a reader or that XML cannot hold."""
    return _NOT_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", safe_text(text))


def _px(length: float) -> str:
    """Pixels to a tenth, without a zero behind the point."""
    return f"{length:.1f}".removesuffix(".0")


_MARK = "#"
_GAPS = 4
"""Columns between the three columns of a table."""
_NARROWEST = 10
_MEASURED = 50
"""Rows that leave room for their labels; a terminal shows no more unless asked to."""


def with_bars(counts: Sequence[Record]) -> Sequence[Record]:
    """The records of a value and its `results`, each with a `bar`; the longest fills what the value leaves of a line.

    Any count but none has a bar. Values that would take more than half of a line are left to be folded.
    """
    if not counts:
        return counts
    label = next(iter(counts[0]))
    chinese = messages.language() == "zh"
    amounts = [amount for record in counts if isinstance(amount := record["results"], int)]
    most = max(amounts)
    width = reading_width()
    names = [str(shown(record, label, chinese=chinese)) for record in islice(counts, _MEASURED)]
    widest, digits = (
        max(map(display_width, (vocabulary.heading(column), *values)))
        for column, values in ((label, names), ("results", [str(most)]))
    )
    room = max(width - min(widest, width // 2) - digits - _GAPS, _NARROWEST)
    bars = [_MARK * max(round(amount * room / most), int(amount > 0)) for amount in amounts]
    return [{**record, "bar": bar} for record, bar in zip(counts, bars, strict=True)]
