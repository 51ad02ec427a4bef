"""What several commands say beside the data."""

from pathlib import Path
from typing import TYPE_CHECKING

from awardcli import messages
from awardcli.collection import Collection, ListCollection, open_collection
from awardcli.output.terminal import note, on_terminal
from awardcli.vocabulary import CERTAINTIES

if TYPE_CHECKING:
    from awardcli.collection.user_file import ReadAs

_SCANNED_AT_ONCE = 5000
"""Results that are read and searched before a reader notices."""


def opened(data: Path | None, read_as: "ReadAs | None" = None) -> Collection:
    """The collection asked for; of a large list that is read whole each time, say what is faster."""
    collection = open_collection(data, read_as)
    if data and isinstance(collection, ListCollection) and len(collection) > _SCANNED_AT_ONCE:
        name, stem = quoted(str(data)), quoted(data.stem)
        note(messages.LARGE_FILE(path=data, count=len(collection), name=name, stem=stem))
    return collection


def doubtful(collection: Collection) -> Collection:
    """Those results that the print does not make certain."""
    return collection.where("certainty", *(certainty for certainty in CERTAINTIES if certainty != "printed"))


def remark_uncertain(collection: Collection) -> None:
    """Say on a terminal how many of the results are not certain, and where to read why."""
    if on_terminal() and (first := next(iter(uncertain := doubtful(collection)), None)):
        note(messages.UNCERTAIN_HERE(count=len(uncertain), id=first.id))


def quoted(text: str) -> str:
    """The text as a shell takes it for one word; Chinese needs no quotes."""
    if text.isalnum():
        return text
    from shlex import quote

    return quote(text)
