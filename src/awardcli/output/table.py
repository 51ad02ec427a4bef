"""The table that people read: folded, no title ever cut, matched characters marked, aligned without box-drawing."""

import re
from collections.abc import Callable, Iterable
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
from awardcli.output.text import line_breaks

# The heading has a rule and no frame: lines of box-drawing are two columns wide in many Chinese consoles.
_RULES = {
    line: Box(f"    \n    \n {line}  \n    \n    \n    \n    \n    \n", ascii=line.isascii()) for line in ("-", "─")
}
_UNBOUNDED = 100_000
_NARROWEST = 20
_MISSING = "-"
_MARK = Style(bold=True, color="red")
_AMOUNTS = ("score", "results")
_BETWEEN_NAMES = re.compile(r"(?:[、|｜；;，\n]|,\s|\s/\s)\s*(?=\S)")
_MOST_NAMES, _NAMES_SHOWN = 8, 3
"""Names that a cell of a terminal's table may hold, and how many of more are shown; a single row is shown whole."""


def write_table(rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
    """Write the rows as one table at the width of the layout; without a width, as wide as it needs to be.

    Nothing for no rows. Memory use grows with the rows.
    """
    rows = list(rows)
    if not rows:
        return
    table = Table(
        box=_RULES["─" if layout.boxes else "-"],
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
        show_header=layout.with_heading,
    )
    for column, heading in zip(layout.columns, layout.headings, strict=True):
        table.add_column(
            _Cell(safe_text(heading)), justify="right" if column.role in _AMOUNTS else "left", overflow="fold"
        )
    # Without a width each row is one line.
    safe = safe_text if layout.width is None else safe_lines
    if layout.width is not None and len(rows) > 1:
        rows = [list(map(partial(_with_few_names, chinese=layout.chinese), layout.columns, values)) for values in rows]
    for values in rows:
        table.add_row(*(_cell(value, safe) for value in values))
    screen = StringIO()
    console = Console(
        file=screen,
        width=_UNBOUNDED if layout.width is None else max(layout.width, _NARROWEST),
        height=len(rows),  # unused, but Rich would otherwise ask the environment for both
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
