"""The table that people read: folded and never cut, matched characters marked, aligned without box-drawing."""

from collections.abc import Iterable
from io import StringIO
from typing import BinaryIO

from rich.box import Box
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from awardcli.output.columns import Marked
from awardcli.output.formats import Layout, Values
from awardcli.output.sanitize import safe_pieces, safe_text

# Lines of box-drawing are two cells wide in many Chinese consoles, so the heading has a rule of hyphens and no frame.
_RULE = Box("    \n    \n -  \n    \n    \n    \n    \n    \n", ascii=True)
_UNBOUNDED = 100_000
_NARROWEST = 20
_MISSING = "-"
_MARK = Style(bold=True, color="red")
_AMOUNTS = ("score", "results")


def write_table(rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
    """Write the rows as one table at the width of the layout; without a width, as wide as it needs to be.

    Nothing for no rows. Memory use grows with the rows.
    """
    rows = list(rows)
    if not rows:
        return
    table = Table(
        box=_RULE,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
        show_header=layout.with_heading,
    )
    for column, heading in zip(layout.columns, layout.headings, strict=True):
        table.add_column(
            Text(safe_text(heading)), justify="right" if column.role in _AMOUNTS else "left", overflow="fold"
        )
    for values in rows:
        table.add_row(*map(_cell, values))
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


def _cell(value: object) -> Text:
    """The value as literal text, what matched in it marked."""
    if value is None or value == "":
        return Text(_MISSING)
    cell = Text()
    for piece, is_marked in safe_pieces(str(value), value.spans if isinstance(value, Marked) else ()):
        cell.append(piece, _MARK if is_marked else None)
    return cell
