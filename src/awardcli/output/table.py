"""The table that people read: folded, no title ever cut, matched characters marked, aligned without box-drawing.

Where a terminal is too narrow for the columns, each row is a list of headings and values instead.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from io import StringIO
from typing import BinaryIO

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console, JustifyMethod, OverflowMethod
from rich.containers import Lines
from rich.style import Style
from rich.table import Table
from rich.text import Text

from awardcli import messages
from awardcli.output.columns import Marked, OutputColumn
from awardcli.output.formats import Layout, Values
from awardcli.output.sanitize import safe_lines, safe_pieces, safe_text
from awardcli.output.text_layout import in_columns, line_breaks, words

# The heading has a rule and no frame: lines of box-drawing are two columns wide in many Chinese consoles.
_RULES = {
    line: Box(f"    \n    \n {line}  \n    \n    \n    \n    \n    \n", ascii=line.isascii()) for line in ("-", "─")
}
_UNBOUNDED = 100_000
_NARROWEST, _NARROWEST_OF_RECORDS = 20, 32
_MISSING = "-"
_MARK = Style(bold=True, color="red")
_AMOUNTS = ("score", "results")
_GAP = 2
"""Columns of the terminal between two columns of a table."""
_LEAST, _LONGEST_WORD = 8, 12
"""Columns that long cells need at least to be readable, and that a word in them has before it may be broken."""
_BETWEEN_NAMES = re.compile(r"(?:[、|｜；;，\n]|,(?!\d)|\s/\s)\s*(?=\S)")
_MOST_NAMES, _NAMES_SHOWN = 8, 3
"""Names that a cell of a terminal's table may hold, and how many of more are shown.

A single row is shown whole where its columns were chosen.
"""


def write_table(rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
    """Write the rows as one table at the width of the layout; without a width, as wide as it needs to be.

    Nothing for no rows. Memory use grows with the rows.
    """
    rows = list(rows)
    if not rows:
        return
    # Without a width each row is one line.
    safe = safe_text if layout.width is None else safe_lines
    if layout.width is not None and (len(rows) > 1 or not layout.columns_chosen):
        rows = [list(map(partial(_with_few_names, chinese=layout.chinese), layout.columns, values)) for values in rows]
    headings = [_Cell(safe_text(heading)) for heading in layout.headings]
    cells = [[_cell(value, safe) for value in values] for values in rows]
    widths: Sequence[int | None] = [None] * len(headings)
    if layout.width is not None:
        shown = headings if layout.with_heading else [_Cell()] * len(headings)
        columns = [[heading, *column] for heading, column in zip(shown, zip(*cells, strict=True), strict=True)]
        fitting = _widths(columns, max(layout.width, _NARROWEST))
        if fitting is None and layout.with_heading and layout.width >= _NARROWEST_OF_RECORDS:
            _write_records(rows, layout, stream)
            return
        widths = fitting or widths
    _print(_rich_table(headings, cells, widths, layout), len(rows), layout, stream)


def _rich_table(
    headings: Sequence["_Cell"], cells: Iterable[Sequence["_Cell"]], widths: Sequence[int | None], layout: Layout
) -> Table:
    """Rich's table of the cells, with columns of those widths, or as wide as they need to be."""
    table = Table(
        box=_RULES["─" if layout.boxes else "-"],
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
        show_header=layout.with_heading,
    )
    for column, heading, width in zip(layout.columns, headings, widths, strict=True):
        justify: JustifyMethod = "right" if column.role in _AMOUNTS else "left"
        table.add_column(heading, justify=justify, overflow="fold", width=width)
    for row in cells:
        table.add_row(*row)
    return table


def _print(table: Table, rows: int, layout: Layout, stream: BinaryIO) -> None:
    """Write a table as text, without the spaces at the ends of its lines."""
    screen = StringIO()
    console = Console(
        file=screen,
        width=_UNBOUNDED if layout.width is None else max(layout.width, _NARROWEST),
        height=rows,  # unused, but without it Rich would ask the environment for both
        force_terminal=layout.color,
        color_system="standard" if layout.color else None,
        no_color=not layout.color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    console.print(table)
    for line in screen.getvalue().splitlines():
        stream.write(f"{line.rstrip()}\n".encode())


def _widths(columns: Sequence[Sequence["_Cell"]], room: int) -> list[int] | None:
    """The width of each column, of its heading and cells, in a table of `room` columns; None where they do not fit.

    A column is as wide as its longest line; where that is too much for all, the widest are made narrower, but never so
    that a word of a heading is broken.
    """
    room -= _GAP * (len(columns) - 1)
    wanted = [max(cell_len(line) for cell in column for line in cell.plain.split("\n")) for column in columns]
    if sum(wanted) <= room:
        return wanted
    least = [min(wide, _least(column)) for wide, column in zip(wanted, columns, strict=True)]
    if sum(least) > room:
        return None
    widths, level = least, 0
    while sum(narrower := [min(wide, max(level, few)) for wide, few in zip(wanted, least, strict=True)]) <= room:
        widths, level = narrower, level + 1
    widest = [at for at, wide in enumerate(wanted) if widths[at] == level - 1 and wide >= level]
    for at in widest[len(widest) - (room - sum(widths)) :]:
        widths[at] += 1
    return widths


def _least(column: Sequence["_Cell"]) -> int:
    """The width that a column needs: no word of its heading is broken, and no shorter one of its cells."""
    heading, *cells = column
    of_cells = max((_longest_word(cell, _LONGEST_WORD) for cell in cells), default=0)
    return max(_LEAST, of_cells, _longest_word(heading))


def _longest_word(cell: "_Cell", most: int | None = None) -> int:
    """The width of the longest word in a cell, or of the longest of at most `most` columns."""
    found = (cell_len(word.rstrip()) for word in words(cell.plain))
    return max((wide for wide in found if most is None or wide <= most), default=0)


def _write_records(rows: Sequence[Values], layout: Layout, stream: BinaryIO) -> None:
    """Write each row as a list of headings and values, without those that are missing."""
    assert layout.width is not None
    headings = list(map(safe_text, layout.headings))
    for at, values in enumerate(rows):
        pairs = zip(headings, values, strict=True)
        said = [(heading, safe_lines(str(value))) for heading, value in pairs if value not in (None, "")]
        lines = ["", *in_columns(said, layout.width)] if at else in_columns(said, layout.width)
        for line in lines:
            stream.write(f"{line}\n".encode())


class _Cell(Text):
    """Text that is broken as ours is, with closing marks never at the beginning of a line."""

    def wrap(
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        lines = Lines()
        for paragraph in self.split("\n", allow_blank=True):
            lines.extend(paragraph.divide(line_breaks(paragraph.plain, width, cell_len, at_spaces=True)))
        for line in lines:
            line.rstrip()
        lines.justify(console, width, justify=justify or "left", overflow="fold")
        return lines


def _with_few_names(column: OutputColumn, value: object, *, chinese: bool) -> object:
    """The value; where it is many organizations or people, the first of them, up to what matched, and how many more."""
    if column.role != "organization" or not isinstance(value, str):
        return value
    ends = [found.start() for found in _BETWEEN_NAMES.finditer(value)]
    if len(ends) < _MOST_NAMES:
        return value
    spans = value.spans if isinstance(value, Marked) else ()
    matched = max((stop for _, stop in spans), default=0)
    shown = next((place for place in range(_NAMES_SHOWN - 1, len(ends)) if ends[place] >= matched), len(ends))
    if shown == len(ends):
        return value
    more = len(ends) - shown
    shortened = Marked(value[: ends[shown]].rstrip() + messages.AND_MORE.worded(chinese=chinese, names="", count=more))
    shortened.spans = spans
    return shortened


def _cell(value: object, safe: Callable[[str], str]) -> _Cell:
    """The value as literal text made `safe`, what matched in it marked."""
    if value is None or value == "":
        return _Cell(_MISSING)
    cell = _Cell()
    for piece, is_marked in safe_pieces(str(value), value.spans if isinstance(value, Marked) else (), safe):
        cell.append(piece, _MARK if is_marked else None)
    return cell
