"""The list of results: its columns and lines, of which only those in sight are drawn."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.color import Color
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from awardcli import vocabulary
from awardcli.browser.dialogs import KEYS
from awardcli.browser.question import Listed, Page
from awardcli.output.sanitize import safe_pieces

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


_CURSOR = Style(reverse=True)


class ResultsList(ScrollView, can_focus=True):
    """Results a line each, one of them chosen by key or mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
        *(Binding(key.in_list, f"app.{key.action}", show=False) for key in KEYS if key.in_list),
    ]

    class Moved(Message):
        """Another result is chosen, or none; or the same is drawn under another heading."""

    class Opened(Message):
        """The chosen result is wanted."""

    def __init__(self) -> None:
        super().__init__(id="results")
        self.page = Page()
        self.cursor = 0
        self.columns: list[Column] = []

    @property
    def chosen(self) -> Listed | None:
        """The result under the cursor."""
        return self.page.listed[self.cursor] if self.cursor < len(self.page.listed) else None

    def show(self, page: Page) -> None:
        """List that page from its beginning."""
        self.page, self.cursor = page, 0
        self.scroll_to(0, 0, animate=False)
        self._lay_out()

    def action_move(self, lines: int) -> None:
        """Move the cursor, at most to the end of the list."""
        last = len(self.page.listed) - 1
        self.cursor = max(0, min(self.cursor + lines, last))
        top, height = round(self.scroll_target_y), max(self.size.height, 1)
        if not top <= self.cursor < top + height:
            self.scroll_to(0, self.cursor if self.cursor < top else self.cursor - height + 1, animate=False)
        self.refresh()
        self.post_message(self.Moved())

    def action_page(self, pages: int) -> None:
        """Move the cursor by as many lines as are in sight."""
        self.action_move(pages * max(self.size.height, 1))

    def action_end(self, direction: int) -> None:
        """Move the cursor to the first or the last result."""
        self.action_move(direction * len(self.page.listed))

    def render_line(self, y: int) -> Strip:
        number = round(self.scroll_offset.y) + y
        if number >= len(self.page.listed):
            return Strip.blank(self.size.width, self.rich_style)
        look = self.visual_style + _CURSOR if number == self.cursor else self.visual_style
        line = line_of(self.page.listed[number], self.columns)
        return Strip(line.render_segments(look)).adjust_cell_length(self.size.width, look.rich_style)

    def on_resize(self, event: Resize) -> None:
        self._lay_out()

    def on_click(self, event: Click) -> None:
        number = round(self.scroll_offset.y) + event.y
        if number < len(self.page.listed):
            self.action_move(number - self.cursor)
            if event.chain > 1:
                self.post_message(self.Opened())

    def _lay_out(self) -> None:
        self.columns = columns_of(self.page, self.scrollable_content_region.width)
        self.virtual_size = Size(self.size.width, len(self.page.listed))
        self.refresh()
        self.post_message(self.Moved())
