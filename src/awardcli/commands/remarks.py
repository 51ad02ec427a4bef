"""What several commands say beside the data."""

from collections.abc import Iterable
from pathlib import Path

from awardcli import messages
from awardcli.collection import Collection, ListCollection, open_collection
from awardcli.model import Result
from awardcli.output.terminal import note, on_terminal

_SCANNED_AT_ONCE = 5000
"""Results that are read and searched before a reader notices."""


def opened(data: Path | None) -> Collection:
    """The collection asked for; of a large list that is read whole each time, say what is faster."""
    collection = open_collection(data)
    if data and isinstance(collection, ListCollection) and len(collection) > _SCANNED_AT_ONCE:
        name, stem = quoted(str(data)), quoted(data.stem)
        note(messages.LARGE_FILE(path=data, count=len(collection), name=name, stem=stem))
    return collection


def remark_uncertain(results: Iterable[Result]) -> None:
    """Say on a terminal how many of the results are not certain, and where to read why."""
    if on_terminal():
        doubtful = [result.id for result in results if result.certainty != "printed"]
        if doubtful:
            note(messages.UNCERTAIN_HERE(count=len(doubtful), id=doubtful[0]))


def quoted(text: str) -> str:
    """The text as a shell takes it for one word; Chinese needs no quotes."""
    if text.isalnum():
        return text
    from shlex import quote

    return quote(text)
