"""How results become lines of a list: columns that fit its width, what matched marked."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.color import Color
from textual.content import Content
from textual.style import Style

from awardcli import vocabulary
from awardcli.browsing.asking import Listed, Page
from awardcli.output.safe import safe_pieces

MARK = Style(bold=True, foreground=Color.parse("ansi_red"))
_GAP = 2
_ROOM = 48
"""Columns that title and organization have together at least before others are shown: twelve characters each."""
_SHORTENED = ".."
"""Stands where a value goes on; the whole of it is beside the list. An ellipsis is two columns in some terminals."""


class Column(NamedTuple):
    """A column of the list and how wide it is."""

    name: str
    width: int


def columns_of(page: Page, width: int) -> list[Column]:
    """The columns that a list of that width shows of a page: as wide as their values, or as there is room."""
    widths = {
        name: max(Content(vocabulary.heading(name)).cell_length, *(cell.cell_length for cell in cells))
        for name in ("category", "award", "title", "organization", *page.telling)
        if any(cells := [_cell(listed, name) for listed in page.listed])
    }
    for dispensable in ("award", "category"):
        wanted = min(_ROOM, widths.get("title", 0) + widths.get("organization", 0))
        if _room(widths, width) < wanted:
            widths.pop(dispensable, None)
    if "title" in widths and "organization" in widths:
        room = max(_room(widths, width), 0)
        widths["title"] = min(widths["title"], max(room // 2, room - widths["organization"]))
        widths["organization"] = min(widths["organization"], room - widths["title"])
    return [Column(*column) for column in widths.items()]


def heading_of(columns: Sequence[Column]) -> Content:
    """The line above the list."""
    return _line(columns, (Content(vocabulary.heading(column.name)) for column in columns))


def line_of(listed: Listed, columns: Sequence[Column]) -> Content:
    """The line of a result."""
    return _line(columns, (_cell(listed, column.name) or Content("-") for column in columns))


def marked(printed: str, spans: Iterable[tuple[int, int]]) -> Content:
    """The printed text, never read as markup, with the spans of it marked."""
    return Content.assemble(*((piece, MARK if is_marked else "") for piece, is_marked in safe_pieces(printed, spans)))


def spans_in(listed: Listed, field: str) -> list[tuple[int, int]]:
    """Where a result matched in that field, in characters of what is printed."""
    return [(place.start, place.end) for place in listed.places if place.field == field]


def _room(widths: dict[str, int], width: int) -> int:
    """What is left for title and organization beside the other columns."""
    others = sum(wide for name, wide in widths.items() if name not in ("title", "organization"))
    return width - others - _GAP * (len(widths) - 1)


def _cell(listed: Listed, name: str) -> Content:
    """A value, empty where there is none."""
    result = listed.result
    match name:
        case "title":
            return marked(result.title or "", spans_in(listed, name))
        case "organization":
            return marked(result.organization or "", spans_in(listed, name))
        case "category":
            return marked(result.category.name if result.category else "", ())
        case "award":
            return marked(result.award or "", ())
        case "tier":
            return Content(vocabulary.value(listed.tier.name.lower()) if listed.tier is not None else "")
        case _:
            return Content("" if listed.score is None else f"{listed.score:.0f}")


def _line(columns: Sequence[Column], cells: Iterable[Content]) -> Content:
    fitted = [_fitted(cell, column.width) for cell, column in zip(cells, columns, strict=True)]
    return Content(" " * _GAP).join(fitted)


def _fitted(cell: Content, width: int) -> Content:
    if cell.cell_length > width:
        cell = cell.fold(width - len(_SHORTENED))[0].rstrip() + _SHORTENED
    return cell.pad_right(max(width - cell.cell_length, 0))
