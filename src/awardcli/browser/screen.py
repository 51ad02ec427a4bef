"""The screen: the query at the top, the results below it, and the chosen one in full beside them."""

import os
import signal
import sys
from asyncio import get_running_loop, sleep
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, ClassVar

from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.driver import Driver
from textual.screen import ModalScreen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.style import Style
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from awardcli import messages, vocabulary
from awardcli.browser.dialogs import Choice, FileName, Keys
from awardcli.browser.keys import KEYS, key_lines
from awardcli.browser.question import (
    Background,
    Page,
    Question,
    category_names,
    district_names,
    first_page,
    listing,
    result_of,
)
from awardcli.browser.results_list import ResultsList, detail_of, heading_of
from awardcli.collection import Collection
from awardcli.errors import CODES_OF_SIGNALS, AwardcliError, ExitCode
from awardcli.model import Result
from awardcli.output.deliver import Delivery, deliver
from awardcli.output.formats import format_of
from awardcli.output.result_in_full import printed_lines
from awardcli.output.sanitize import safe_text
from awardcli.output.terminal import color, notes_kept, shows_boxes
from awardcli.search.filters import filtered, named
from awardcli.search.query import Query

_PAUSE = 0.03
"""Seconds without a keystroke before the search: too short to notice, and a pasted word is searched once."""
_PATIENCE = 0.25
"""Seconds after which the screen says that a search is still running."""
_TERMINAL_CHECKED = 1.0
"""Seconds between two looks whether the terminal is still there."""
_PROMPT = "> "
_CSS = """
Screen { layout: vertical; }
Input, Input:focus { height: 1; border: none; padding: 0; background-tint: ansi_default 0%; }
Input > .input--cursor, Input:focus > .input--cursor, OptionList > .option-list--option-highlighted,
OptionList:focus > .option-list--option-highlighted {
    background: ansi_default; color: ansi_default; text-style: reverse;
}
#asked { height: 1; }
#asked Static { width: auto; text-style: bold; }
#asked Input { width: 1fr; }
#filters { height: auto; max-height: 3; }
#panes { height: 1fr; layout: vertical; }
#listed { height: 3fr; }
#heading { height: 1; text-style: bold underline; }
#results { height: 1fr; overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
#detail { height: 2fr; scrollbar-gutter: stable; scrollbar-size-vertical: 1; border-top: solid ansi_default; }
#detail:focus { border-top: solid ansi_blue; }
.-wide #panes { layout: horizontal; }
.-wide #listed { width: 3fr; height: 1fr; }
.-wide #detail {
    width: 2fr; height: 1fr; margin-left: 1; padding-left: 1; border-top: none; border-left: solid ansi_default;
}
.-wide #detail:focus { border-top: none; border-left: solid ansi_blue; }
#remarks { height: auto; max-height: 4; min-height: 1; }
#keys { height: 1; text-style: reverse; }
ModalScreen { align: center middle; }
ModalScreen > Vertical {
    width: 90%; max-width: 76; height: auto; max-height: 90%; padding: 0 1;
    background: ansi_default; border: solid ansi_default;
}
ModalScreen .heading { text-style: bold; }
ModalScreen OptionList, ModalScreen OptionList:focus { height: auto; max-height: 16; border: none; padding: 0; }
"""
"""The terminal's own colours; borders are drawn as lines, or with hyphens and bars where these are two columns wide."""


class QueryInput(Input):
    """The box for the query, from which the keys that move in the list work too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.move(-1)", show=False),
        Binding("down", "app.move(1)", show=False),
        Binding("pageup", "app.page(-1)", show=False),
        Binding("pagedown", "app.page(1)", show=False),
    ]


class PlainScrollBar(ScrollBarRender):
    """A scroll bar of blanks: block elements are two columns wide in some terminals."""

    VERTICAL_BARS = [" "] * 8  # Textual wants eight
    HORIZONTAL_BARS = VERTICAL_BARS


class Browser(App[Result]):
    """The browser; returns the result that was chosen with Enter, else `return_code` says how it was left."""

    CSS = _CSS.replace("solid", "ascii")
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 # as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(name, key.action, show=False, priority=name.startswith("ctrl"))  # before the box edits its text
        for key in KEYS
        if key.action
        for name in filter(None, key.anywhere.split(","))
    ]

    def __init__(self, background: Background, question: Question, lines: Mapping[int, str]) -> None:
        """Browse the collection of `background`, beginning with a question; `lines` are those of the published text."""
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"  # the terminal's own colours, dark or light
        self.question = question
        self.failure: BaseException | None = None
        self._background = background
        self._lines = lines
        self.searching = False
        self._choose_when_found = False
        self._remarks: Sequence[str] = ()
        """The remarks on the answer that is shown."""
        self.signalled: ExitCode | None = None
        """The exit code of a signal that came before the screen was there, which ends the browser as soon as it is."""
        ScrollBar.renderer = PlainScrollBar

    def get_driver_class(self) -> type[Driver]:
        """The driver of Textual, which goes on reading the keys behind bytes that are no text."""

        class PatientDriver(super().get_driver_class()):  # type: ignore[misc] # a class made for the platform
            def run_input_thread(self) -> None:
                while True:
                    with suppress(UnicodeDecodeError):
                        super().run_input_thread()
                        return

        return PatientDriver

    def compose(self) -> ComposeResult:
        with Horizontal(id="asked"):
            yield Static(_PROMPT)
            yield QueryInput(
                self.question.text, placeholder=messages.BROWSE_PLACEHOLDER(), select_on_focus=False, id="query"
            )
        yield Static(id="filters")
        with Container(id="panes"):
            with Vertical(id="listed"):
                yield Static(id="heading")
                yield ResultsList()
            with VerticalScroll(id="detail"):
                yield Static(id="facts")
        yield Static(id="remarks")
        yield Static(Content(messages.KEYS_LINE()), id="keys")

    def on_mount(self) -> None:
        for number, code in CODES_OF_SIGNALS.items():
            with suppress(NotImplementedError, ValueError, RuntimeError):  # Windows; not the main thread
                get_running_loop().add_signal_handler(number, self.action_leave, code)
        if _has_terminal():
            self.set_interval(_TERMINAL_CHECKED, self._leave_without_terminal)
        if self.signalled:
            self.action_leave(self.signalled)
        self.query_one(QueryInput).focus()
        self._ask()

    def _leave_without_terminal(self) -> None:
        """Leave once the terminal has gone without a signal: Textual would read its end for ever."""
        if not _has_terminal():
            self.action_leave(ExitCode.HANGUP)

    # the question

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "query" and event.value != self.question.text:
            self._ask(text=event.value)

    def _ask(self, **changes: Any) -> None:
        """Ask the question with those changes; the search for the one before is given up."""
        self.question = self.question._replace(**changes)
        self._choose_when_found = False
        self.searching = True
        if "text" not in changes:
            self.query_one("#filters", Static).update(filters_line(self.question))
        self._search(self.question)

    @work(exclusive=True, group="search", exit_on_error=False)
    async def _search(self, question: Question) -> None:
        await sleep(_PAUSE)
        patience = self.set_timer(_PATIENCE, self._say_searching)
        try:
            page = await self._background.answer(partial(first_page, question=question))
        except AwardcliError as error:
            page = Page(remarks=(error.message, *error.hints))
        finally:
            patience.stop()
        self.searching = False
        self._remarks = page.remarks
        self._say(*page.remarks)
        self.query_one(ResultsList).show(page)
        if self._choose_when_found:
            self.action_choose()

    def _say_searching(self) -> None:
        self._say(messages.BROWSE_SEARCHING())

    def _say(self, *remarks: str) -> None:
        self.query_one("#remarks", Static).update(Content("\n".join(map(safe_text, remarks))))

    # the answer

    def on_results_list_moved(self) -> None:
        results = self.query_one(ResultsList)
        self.query_one("#heading", Static).update(heading_of(results.columns), layout=False)
        self._show_detail()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_detail)

    def _show_detail(self) -> None:
        pane, chosen = self.query_one("#detail"), self.query_one(ResultsList).chosen
        width = pane.scrollable_content_region.width
        facts = detail_of(chosen, self._lines, width) if chosen else Content()
        self.query_one("#facts", Static).update(facts)
        pane.scroll_home(animate=False)

    # the keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a dialog is open the keys are its own, except those that leave."""
        return action == "leave" or not isinstance(self.screen, ModalScreen)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "query":
            self.action_choose()

    def on_results_list_opened(self) -> None:
        self.action_choose()

    def action_move(self, lines: int) -> None:
        """Move in the list, wherever the focus is."""
        self.query_one(ResultsList).action_move(lines)

    def action_page(self, pages: int) -> None:
        """Move in the list by as many lines as are visible."""
        self.query_one(ResultsList).action_page(pages)

    def action_type(self) -> None:
        """Go back to the query."""
        self.query_one(QueryInput).focus()

    def action_choose(self) -> None:
        """Leave with the chosen result; while a search is running, with the first that it finds."""
        chosen = self.query_one(ResultsList).chosen
        if self.searching:
            self._choose_when_found = True
        elif chosen:
            self.exit(result_of(chosen))

    def action_leave(self, code: ExitCode = ExitCode.INTERRUPTED) -> None:
        """Leave without a result."""
        self.exit(return_code=code)

    def action_toggle_organizations(self) -> None:
        """Show hits by organization beside those by title, or stop doing so."""
        self._ask(within=None if self.question.within == "any" else "any")

    def action_keys(self) -> None:
        """Show all keys, in the room that the style sheet leaves in a dialog."""
        self.push_screen(Keys(key_lines(min(self.size.width * 9 // 10, 76) - 4)))

    def action_choose_category(self) -> None:
        """Choose a category to filter by."""
        self._choose("category", category_names)

    def action_choose_district(self) -> None:
        """Choose a district to filter by."""
        self._choose("district", district_names)

    @work(exclusive=True, group="choice", exit_on_error=False)
    async def _choose(self, filter_name: str, names_of: Callable[[Collection], list[str]]) -> None:
        choice = Choice(vocabulary.heading(filter_name), getattr(self.question.filters, filter_name))
        await self.push_screen(choice, partial(self._filter, filter_name))
        names = await self._background.answer(names_of)
        if choice.is_current:
            choice.offer(names)

    def _filter(self, filter_name: str, name: str | None) -> None:
        if name is not None:
            changed: dict[str, Any] = {filter_name: name or None}
            self._ask(filters=self.question.filters._replace(**changed))

    @work(exclusive=True, group="export", exit_on_error=False)
    async def action_export(self) -> None:
        """Export the whole answer to a file; ask for its name until it can be written, or the dialog is left."""
        typed, problem, replaced = "", "", None
        while name := await self.push_screen_wait(FileName(typed, problem)):
            typed, path = name, expanded(name)
            if path != replaced and path.exists() and not path.is_dir():
                problem, replaced = messages.BROWSE_REPLACE(path=name), path
                continue
            self._say(messages.BROWSE_WRITING(path=name))
            write = partial(export, question=self.question, path=path, force=path == replaced)
            try:
                self._say(*await self._background.answer(write))
            except AwardcliError as error:
                problem = error.message
                self._say(*self._remarks)
            else:
                return

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Leave after an unforeseen failure, which `browsed` raises."""
        if event.state is WorkerState.ERROR:
            self.failure = event.worker.error
            self.exit(return_code=ExitCode.FILE)


class BrowserWithLines(Browser):
    """The browser on a terminal that shows lines in one column."""

    CSS = _CSS


def filters_line(question: Question) -> Content:
    """The filters, with the keys that change some of them; clicking does the same."""
    filters = question.filters
    organizations_too = messages.BROWSE_YES() if question.within == "any" else messages.BROWSE_NO()
    changeable = [
        ("F2", vocabulary.heading("category"), filters.category or messages.ALL(), "choose_category"),
        ("F3", vocabulary.heading("district"), filters.district or messages.ALL(), "choose_district"),
        ("F4", messages.BROWSE_ORGANIZATIONS_TOO(), organizations_too, "toggle_organizations"),
    ]
    fixed = filters._replace(category=None, district=None, where=())._asdict()
    others = [(vocabulary.heading(name), value) for name, value in fixed.items() if value]
    others += [(heading, value) for heading, _, value in (condition.partition("=") for condition in filters.where)]
    parts = [
        Content.styled(
            safe_text(f"{key} {messages.VALUE_OF(name=name, value=value)}"),
            Style.from_meta({"@click": f"app.{action}"}),
        )
        for key, name, value, action in changeable
    ]
    parts += [Content(safe_text(messages.VALUE_OF(name=name, value=value))) for name, value in others]
    return Content("  ").join(parts)


def export(collection: Collection, question: Question, path: Path, force: bool) -> list[str]:
    """Write the whole answer to a question and return the remarks on it; raises as `deliver` does."""
    format_of(path)  # refuses a name without a suffix, - among them
    with notes_kept() as notes:
        deliver(listing(collection, question), Delivery(output=path, force=force))
    return notes


def _has_terminal() -> bool:
    """Whether the keys come from a terminal (in tests they do not)."""
    return bool(sys.__stdin__ and sys.__stdin__.isatty())


def expanded(name: str) -> Path:
    """The file of a name as typed, with ~ as in a shell."""
    try:
        return Path(name).expanduser()
    except RuntimeError:  # no such user
        return Path(name)


def browsed(collection: Collection, question: Question) -> Result | ExitCode:
    """Browse a collection and return the result that was chosen, or the exit code for leaving without one.

    Raises UnknownNameError for a filter by a name that the collection does not have, and UsageError for a value that an
    option cannot have.
    """
    checked = _checked(collection, question)
    _set_color_of_textual(colored=color(shown=True))
    kind = BrowserWithLines if shows_boxes(True) else Browser
    lines = printed_lines(collection.path)
    with closing(Background(collection)) as background:
        browser = kind(background, checked, lines)
        with _signals_noted(browser):
            result = browser.run()
    if browser.failure:
        raise browser.failure
    return result or ExitCode(browser.return_code or ExitCode.INTERRUPTED)


def _checked(collection: Collection, question: Question) -> Question:
    """The question with every value checked, and the category by the name that the collection has for it."""
    Query.of(question.text or "a", question.within, question.exact, question.min_score)
    filtered(collection, question.filters)
    category = question.filters.category and named(collection, "category", question.filters.category).names[0]
    return question._replace(filters=question.filters._replace(category=category))


def _set_color_of_textual(*, colored: bool) -> None:
    """Make Textual colour as we do: by itself it would take even an empty NO_COLOR for a wish."""
    os.environ.pop("NO_COLOR", None)
    if not colored:
        os.environ["NO_COLOR"] = "1"


@contextmanager
def _signals_noted(browser: Browser) -> Iterator[None]:
    """Let signals only be noted until the browser handles them itself, for an exception gets lost in Textual."""

    def note(number: int, frame: FrameType | None) -> None:
        browser.signalled = CODES_OF_SIGNALS[signal.Signals(number)]

    handlers = {number: signal.getsignal(number) for number in CODES_OF_SIGNALS}
    try:
        for number, handler in handlers.items():
            if handler is not signal.SIG_IGN:
                signal.signal(number, note)
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
