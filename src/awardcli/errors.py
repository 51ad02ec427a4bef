"""The ways a command can fail; each error knows the exit code it ends with."""

import signal
from collections.abc import Iterable, Sequence
from enum import IntEnum

from awardcli import messages


class ExitCode(IntEnum):
    """The exit codes of awardcli, documented in `awardcli help codes` and in the docs."""

    ANSWERED = 0
    NOTHING = 1
    USAGE = 2
    FILE = 3
    HANGUP = 129
    INTERRUPTED = 130
    BROKEN_PIPE = 141
    TERMINATED = 143


_SIGNALS = {"SIGINT": ExitCode.INTERRUPTED, "SIGTERM": ExitCode.TERMINATED, "SIGHUP": ExitCode.HANGUP}
CODES_OF_SIGNALS = {getattr(signal, name): code for name, code in _SIGNALS.items() if hasattr(signal, name)}
"""The signals that end awardcli; Windows has no SIGHUP."""


class AwardcliError(Exception):
    """A failure in one sentence, with hints on what to try next.

    `message` says what failed and where; it may quote a file or a query verbatim, so it is sanitized before it is
    shown. `code` is the exit code.
    """

    code = ExitCode.FILE

    def __init__(self, message: str, hints: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hints = tuple(hints)


class UsageError(AwardcliError):
    """Wrong use: an unknown option, a bad value, nothing to search for."""

    code = ExitCode.USAGE


class UnknownNameError(AwardcliError):
    """No such category, award, organization, district, kind, edition or id."""

    code = ExitCode.NOTHING


class NothingKeptError(AwardcliError):
    """An import that would keep no result: nothing is written."""

    code = ExitCode.NOTHING


class InvalidDataError(AwardcliError):
    """A file was read, but does not hold a list of results."""


class UnreadableError(AwardcliError):
    """A file that cannot be read: missing, not permitted, not text."""


class UnwritableError(AwardcliError):
    """A file or stream that cannot be written."""


_CLOSE = 0.75
"""The least similarity (difflib's ratio) of a typing slip: --colour is close to --color, not to --columns."""
_CLOSE_CHOICE = 0.6
"""Choices are few and short: cvs is close to csv."""


def close_names(name: str, known: Iterable[str], *, most: int = 2, cutoff: float = _CLOSE) -> list[str]:
    """At most `most` of the known names that are spelt like a name, closest first."""
    from difflib import get_close_matches

    return get_close_matches(name, list(known), n=most, cutoff=cutoff)


def did_you_mean(names: Sequence[str]) -> str:
    """The end of a sentence that suggests those names; empty for none."""
    return messages.DID_YOU_MEAN(names=messages.listed(names)) if names else ""


def bad_choice(option: str, value: str, choices: Sequence[str]) -> UsageError:
    """The error for a value that an option cannot have, with all choices and the closest one."""
    message = messages.BAD_CHOICE(option=option, value=value, choices=", ".join(choices))
    return UsageError(message + did_you_mean(close_names(value.lower(), choices, most=1, cutoff=_CLOSE_CHOICE)))
