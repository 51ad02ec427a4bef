"""The ways a question can fail; each knows the exit code it ends with."""

from collections.abc import Sequence
from enum import IntEnum


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
