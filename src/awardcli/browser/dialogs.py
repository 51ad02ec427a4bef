"""The dialogs over the list."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from awardcli import messages
from awardcli.output.formats import FORMATS, OF_RESULTS
from awardcli.output.sanitize import safe_text


class Dialog(ModalScreen[str | None]):
    """A dialog that gives a text, or None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]


class Choice(Dialog):
    """A dialog to choose a name: gives the name, or "" for all of them."""

    def __init__(self, heading: str, chosen: str | None) -> None:
        super().__init__()
        self._heading = heading
        self._names: list[str] = []
        self._chosen = chosen or ""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content(self._heading), classes="heading")
            yield OptionList()

    def offer(self, names: Sequence[str]) -> None:
        """Show the names, which may come later than the dialog, whose keys work at once."""
        self._names = ["", *names]
        options = self.query_one(OptionList)
        options.add_options([Option(Content(safe_text(name) or messages.ALL())) for name in self._names])
        options.highlighted = self._names.index(self._chosen) if self._chosen in self._names else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._names[event.option_index])


class FileName(Dialog):
    """A dialog for the name of a file to write: gives the typed name."""

    def __init__(self, typed: str = "", problem: str = "") -> None:
        super().__init__()
        self._typed = typed
        self._problem = problem

    def compose(self) -> ComposeResult:
        suffixes = " ".join(suffix for name in OF_RESULTS for suffix in FORMATS[name].suffixes)
        with Vertical():
            yield Static(Content(messages.BROWSE_EXPORT(suffixes=suffixes)), classes="heading")
            yield Input(self._typed, placeholder="awards.csv", select_on_focus=False)
            yield Static(Content(safe_text(self._problem)), id="problem")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(event.value.strip())


class Keys(ModalScreen[None]):
    """A dialog with all keys and their meaning; any key closes it."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        self._lines = list(lines)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content("\n".join(self._lines)))

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.dismiss()

    def on_click(self, event: Click) -> None:
        self.dismiss()
