"""The ways a command can fail; each error knows the exit code it ends with."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

from awardcli import messages


class ExitCode(IntEnum):
    """What awardcli ends with; the help and the README list the same numbers."""

    ANSWERED = 0
    NOTHING = 1
    USAGE = 2
    FILE = 3
    HANGUP = 129
    INTERRUPTED = 130
    BROKEN_PIPE = 141
    TERMINATED = 143


class AwardcliError(Exception):
    """A failure to be told in one sentence, with hints on what to try next.

    The sentence says what failed and where; it may hold text from a file or a query as it is,
    so whoever shows it cleans it first.
    """

    code = ExitCode.FILE

    def __init__(self, message: str, hints: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hints = tuple(hints)


class UsageError(AwardcliError):
    """The question itself is wrong: an unknown option, a bad value, nothing to search for."""

    code = ExitCode.USAGE


class UnknownNameError(AwardcliError):
    """No such category, award, organization, district, kind, edition or id."""

    code = ExitCode.NOTHING


class InvalidDataError(AwardcliError):
    """A file was read, and what it holds is not a list of results."""


class UnreadableError(AwardcliError):
    """A file that cannot be read: missing, not permitted, not text."""


class UnwritableError(AwardcliError):
    """A file or stream that cannot be written."""


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
