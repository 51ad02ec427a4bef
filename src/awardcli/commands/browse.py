"""`awardcli browse`: filter as you type, read what is chosen, print or export it."""

from pathlib import Path

from awardcli import messages
from awardcli.commands.show import as_record, in_full
from awardcli.errors import ExitCode, UsageError
from awardcli.output.deliver import Delivery
from awardcli.output.formats import format_named, format_of
from awardcli.output.notes import opened
from awardcli.output.terminal import drawn_on_terminal, on_terminal
from awardcli.search.filters import Filters


def browse(
    filters: Filters,
    first_query: list[str] | None = None,
    within: str | None = None,
    exact: bool = False,
    min_score: float | None = None,
    format_name: str | None = None,
    output: Path | None = None,
    force: bool = False,
    data: Path | None = None,
) -> ExitCode:
    if format_name:
        format_named(format_name)
    elif output:
        format_of(output)
    try:
        from awardcli.browser.question import Question
        from awardcli.browser.screen import browsed
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "textual":
            raise
        raise UsageError(messages.BROWSE_NEEDS_EXTRA()) from None
    question = Question(" ".join(first_query or []), filters, within, exact, min_score)
    collection = opened(data)
    with drawn_on_terminal():
        result = browsed(collection, question)
    if isinstance(result, ExitCode):
        return result
    if format_name or output or not on_terminal():
        return as_record(result, data, Delivery(format_name=format_name, output=output, force=force))
    return in_full(result, data)
