"""What several commands say beside the data."""

from collections.abc import Iterable

from awardcli import messages
from awardcli.model import Result
from awardcli.output.terminal import note, on_terminal


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
