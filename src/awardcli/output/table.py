"""The table people read: folded and never cut, matched characters marked, aligned without box-drawing."""

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.box import Box
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from awardcli import vocabulary
from awardcli.output.columns import Record, shown
from awardcli.output.layout import Layout
from awardcli.output.sanitize import safe_pieces

# Lines of box-drawing are two cells wide in many Chinese consoles: a rule of hyphens under the heading is all.
_RULE = Box("    \n    \n -  \n    \n    \n    \n    \n    \n", ascii=True)
_UNBOUNDED = 100_000
_NARROWEST = 20
_MISSING = "-"
_MARK = Style(bold=True, color="red")
_AMOUNTS = {"score", "results"}


def rich_table(records: Iterable[Record], layout: Layout) -> Iterator[str]:
    """The records as one table at the width of the layout; without a width, as wide as it needs to be.

    Nothing for no records. Columns in which no record has a value are left out, unless columns were chosen.
    """
    rows = list(records)
    if not rows:
        return
    table = Table(
        box=_RULE,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
        show_header=layout.header != "none",
    )
    columns = [c for c in layout.columns if not layout.whole or any(row.get(c) is not None for row in rows)]
    chinese = layout.says_chinese
    for column in columns:
        table.add_column(
            vocabulary.heading(column, chinese=chinese),
            justify="right" if column in _AMOUNTS else "left",
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(_cell(row, column, chinese=chinese) for column in columns))
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
        yield line.rstrip() + "\n"


def _cell(row: Record, column: str, *, chinese: bool) -> Text:
    """The value as literal text, its matched places marked."""
    value = shown(row, column, chinese=chinese)
    if value is None:
        return Text(_MISSING)
    if column == "score":
        return Text(f"{value:.0f}")
    cell = Text()
    for piece, is_marked in safe_pieces(str(value), _marked(row, column)):
        cell.append(piece, _MARK if is_marked else None)
    return cell


def _marked(row: Record, column: str) -> list[tuple[int, int]]:
    places = row.get("matched")
    if not isinstance(places, list):
        return []
    return [(place["start"], place["end"]) for place in places if place["field"] == column]
