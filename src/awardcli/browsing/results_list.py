"""The list of results: only the lines in sight are drawn."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from awardcli.browsing.asking import Listed, Page
from awardcli.browsing.keys import KEYS
from awardcli.browsing.rows import Column, columns_of, line_of

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
