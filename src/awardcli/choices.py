"""A word that is none of those there are: refused, with those that may have been meant."""

from collections.abc import Iterable, Sequence

from awardcli import messages
from awardcli.errors import UsageError

_ALIKE = 0.75
"""Of two names, what a slip leaves alike: --colour is near --color, and not near --columns."""
_ALIKE_CHOICE = 0.6
"""Choices are few and short: cvs is near csv."""


def near(name: str, known: Iterable[str], *, most: int = 2, alike: float = _ALIKE) -> str:
    """The end of a sentence that asks whether one of the known names was meant; nothing where none is like it."""
    from difflib import get_close_matches

    found = get_close_matches(name, list(known), n=most, cutoff=alike)
    return messages.DID_YOU_MEAN(names=messages.listed(found)) if found else ""


def bad_choice(option: str, value: str, choices: Sequence[str]) -> UsageError:
    """The error for a value that an option cannot have, with all that it can have and the near ones."""
    message = messages.BAD_CHOICE(option=option, value=value, choices=", ".join(choices))
    return UsageError(message + near(value.lower(), choices, most=1, alike=_ALIKE_CHOICE))
