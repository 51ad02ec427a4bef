"""The one table of the browser's keys: how each is spelt, what it does, and its action."""

from collections.abc import Iterator
from typing import NamedTuple

from awardcli import messages
from awardcli.output.text_layout import in_columns


class Key(NamedTuple):
    """Keys as help spells them, their meaning, and the action to which Textual binds them by its own names."""

    spelling: str
    does: messages.Message
    action: str | None = None
    anywhere: str = ""
    in_list: str = ""


KEYS = (
    Key("Enter", messages.KEY_PRINT, "choose", "enter"),
    Key("Up Down PgUp PgDn", messages.KEY_MOVE),
    Key("Tab", messages.KEY_TAB),
    Key("/", messages.KEY_BACK, "type", in_list="slash"),
    Key("F2, c", messages.KEY_CATEGORY, "choose_category", "f2", "c"),
    Key("F3, d", messages.KEY_DISTRICT, "choose_district", "f3", "d"),
    Key("F4, o", messages.KEY_ORGANIZATIONS, "toggle_organizations", "f4", "o"),
    Key("Ctrl+E, e", messages.KEY_EXPORT, "export", "ctrl+e", "e"),
    Key("F1, ?", messages.KEY_HELP, "keys", "f1", "question_mark"),
    Key("Esc, Ctrl+C, Ctrl+Q", messages.KEY_LEAVE, "leave", "escape,ctrl+c,ctrl+q"),
)


def key_lines(width: int) -> Iterator[str]:
    """All keys with their meaning, in lines of at most that width."""
    return in_columns([(key.spelling, key.does()) for key in KEYS], width)
