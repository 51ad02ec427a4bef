"""`awardcli browse`: filter as you type, read what is chosen, print or export it."""

from typing import Annotated

from awardcli import messages
from awardcli.commands.options import (
    DELIVERY,
    FILTERS,
    SOURCE,
    Exact,
    MinScore,
    Source,
    Within,
    argument,
)
from awardcli.commands.show import as_row, in_full
from awardcli.errors import ExitCode, UsageError
from awardcli.output.deliver import Delivery
from awardcli.output.formats import format_named, format_of
from awardcli.output.terminal import drawn_on_terminal, on_terminal
from awardcli.search.filters import Filters

FirstQuery = Annotated[tuple[str, ...], argument("[QUERY]...", help=messages.HELP_FIRST_QUERY)]


def browse(
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY.only("format_name", "output", "force")],
    source: Annotated[Source, SOURCE],
    first_query: FirstQuery = (),
    within: Within = None,
    exact: Exact = False,
    min_score: MinScore = None,
) -> ExitCode:
    if delivery.format_name:
        format_named(delivery.format_name)
    elif delivery.output:
        format_of(delivery.output)
    try:
        from awardcli.browser.question import Question
        from awardcli.browser.screen import browsed
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "textual":
            raise
        raise UsageError(messages.BROWSE_NEEDS_EXTRA()) from None
    question = Question(" ".join(first_query), filters, within, exact, min_score)
    collection = source.opened()
    with drawn_on_terminal():
        result = browsed(collection, question)
    if isinstance(result, ExitCode):
        return result
    if delivery.format_name or delivery.output or not on_terminal():
        return as_row(result, collection, source.data, delivery)
    return in_full(result, source.data)
