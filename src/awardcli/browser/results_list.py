"""The list of results, of which only the visible lines are drawn, and the pane beside it with all of the chosen one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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

from awardcli import messages, vocabulary
from awardcli.browser.keys import KEYS
from awardcli.browser.question import Page, Row, result_of
from awardcli.model import Hit
from awardcli.output.columns import Marked, OutputColumn
from awardcli.output.result_in_full import facts_of
from awardcli.output.sanitize import safe_pieces, safe_text
from awardcli.output.text_layout import line_breaks

MARK = Style(bold=True, foreground=Color.parse("ansi_red"))
_CURSOR = Style(reverse=True)
_GAP = 2
_ROOM = 48
"""Width that title and organization get together, if they need it, before other columns: twelve characters each."""
_DISPENSABLE = ("award", "category", "edition", "year")
"""Columns that are left out where there is no room, the first of them first."""
_SHORTENED = ".."
"""The end of a value that is cut; it is complete beside the list. An ellipsis is two columns wide in some terminals."""


class ListColumn(NamedTuple):
    """A column of the list and its width."""

    column: OutputColumn
    width: int


def columns_of(page: Page, width: int) -> list[ListColumn]:
    """The columns that a list of that width shows of a page: as wide as their values, or as there is room."""
    by_key = {column.key: column for column in page.columns}
    widths = {
        key: max(_heading(column).cell_length, *(cell.cell_length for cell in cells))
        for key, column in by_key.items()
        if any(cells := [_cell(row, column) for row in page.rows])
    }
    for key in _DISPENSABLE:
        wanted = min(_ROOM, widths.get("title", 0) + widths.get("organization", 0))
        if _room(widths, width) < wanted:
            widths.pop(key, None)
    if "title" in widths and "organization" in widths:
        room = max(_room(widths, width), 0)
        widths["title"] = min(widths["title"], max(room // 2, room - widths["organization"]))
        widths["organization"] = min(widths["organization"], room - widths["title"])
    return [ListColumn(by_key[key], wide) for key, wide in widths.items()]


def heading_of(columns: Sequence[ListColumn]) -> Content:
    return _line(columns, (_heading(each.column) for each in columns))


def line_of(row: Row, columns: Sequence[ListColumn]) -> Content:
    return _line(columns, (_cell(row, each.column) or Content("-") for each in columns))


def marked(text: str, spans: Iterable[tuple[int, int]]) -> Content:
    """The text with those spans of it marked, never read as markup."""
    return Content.assemble(*((piece, MARK if is_marked else "") for piece, is_marked in safe_pieces(text, spans)))


def _room(widths: dict[str, int], width: int) -> int:
    """The width that the other columns leave for title and organization."""
    others = sum(wide for key, wide in widths.items() if key not in ("title", "organization"))
    return width - others - _GAP * (len(widths) - 1)


def _heading(column: OutputColumn) -> Content:
    return Content(safe_text(column.label))


def _cell(row: Row, column: OutputColumn) -> Content:
    """A value as people read it, empty where there is none."""
    value = column.for_people(chinese=messages.in_chinese())(row)
    return marked("" if value is None else str(value), value.spans if isinstance(value, Marked) else ())


def _line(columns: Sequence[ListColumn], cells: Iterable[Content]) -> Content:
    fitted = [_fitted(cell, each.width) for cell, each in zip(cells, columns, strict=True)]
    return Content(" " * _GAP).join(fitted)


def _fitted(cell: Content, width: int) -> Content:
    if cell.cell_length > width:
        cell = cell.fold(width - len(_SHORTENED))[0].rstrip() + _SHORTENED
    return cell.pad_right(max(width - cell.cell_length, 0))


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
        """Another result is chosen, or none, or the columns have changed."""

    class Opened(Message):
        """The user wants the chosen result."""

    def __init__(self) -> None:
        super().__init__(id="results")
        self.page = Page()
        self.cursor = 0
        self.columns: list[ListColumn] = []

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor."""
        return self.page.rows[self.cursor] if self.cursor < len(self.page.rows) else None

    def show(self, page: Page) -> None:
        """List that page from its beginning."""
        self.page, self.cursor = page, 0
        self.scroll_to(0, 0, animate=False)
        self._lay_out()

    def action_move(self, lines: int) -> None:
        """Move the cursor, at most to the end of the list."""
        last = len(self.page.rows) - 1
        self.cursor = max(0, min(self.cursor + lines, last))
        top, height = round(self.scroll_target_y), max(self.size.height, 1)
        if not top <= self.cursor < top + height:
            self.scroll_to(0, self.cursor if self.cursor < top else self.cursor - height + 1, animate=False)
        self.refresh()
        self.post_message(self.Moved())

    def action_page(self, pages: int) -> None:
        """Move the cursor by as many lines as are visible."""
        self.action_move(pages * max(self.size.height, 1))

    def action_end(self, direction: int) -> None:
        """Move the cursor to the first or the last result."""
        self.action_move(direction * len(self.page.rows))

    def render_line(self, y: int) -> Strip:
        number = round(self.scroll_offset.y) + y
        if number >= len(self.page.rows):
            return Strip.blank(self.size.width, self.rich_style)
        look = self.visual_style + _CURSOR if number == self.cursor else self.visual_style
        line = line_of(self.page.rows[number], self.columns)
        return Strip(line.render_segments(look)).adjust_cell_length(self.size.width, look.rich_style)

    def on_resize(self, event: Resize) -> None:
        self._lay_out()

    def on_click(self, event: Click) -> None:
        number = round(self.scroll_offset.y) + event.y
        if number < len(self.page.rows):
            self.action_move(number - self.cursor)
            if event.chain > 1:
                self.post_message(self.Opened())

    def _lay_out(self) -> None:
        self.columns = columns_of(self.page, self.scrollable_content_region.width)
        self.virtual_size = Size(self.size.width, len(self.page.rows))
        self.refresh()
        self.post_message(self.Moved())


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
