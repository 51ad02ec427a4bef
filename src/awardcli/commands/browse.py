"""`awardcli browse`: filter as you type, read the chosen result, print or export it."""

import sys
from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.commands.options import DELIVERY, FILTERS, SOURCE, Exact, MinScore, Source, Within, argument
from awardcli.commands.show import as_row, in_full
from awardcli.errors import ExitCode, UsageError
from awardcli.messages import quoted
from awardcli.output.deliver import Delivery
from awardcli.output.formats import format_named, format_of
from awardcli.output.remarks import remark_large
from awardcli.output.terminal import drawn_on_terminal, on_terminal
from awardcli.search.query import Filters

TEXTUAL = "textual>=8.2,<9"
"""The requirement of the browser, the same as in pyproject.toml."""
_DELIMITED = ("tsv", "csv")

FirstQuery = Annotated[tuple[str, ...], argument("[QUERY]...", help=messages.HELP_FIRST_QUERY)]


def browse(
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY.only("format_name", "output", "force", "columns", "header")],
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
        raise UsageError(messages.BROWSE_NEEDS_TEXTUAL(), hints=[_installing(TEXTUAL)]) from None
    question = Question(" ".join(first_query), filters, within, exact, min_score)
    collection = source.opened()
    remark_large(collection)
    with drawn_on_terminal():
        result = browsed(collection, question)
    if isinstance(result, ExitCode):
        return result
    if delivery == Delivery() and on_terminal():
        return in_full(result, collection)
    if delivery.output is None and (delivery.format_name or "tsv") in _DELIMITED and not on_terminal():
        delivery = delivery._replace(header=delivery.header or "none")  # so that `cut` gets the record alone
    return as_row(result, collection, delivery)


def _installing(package: str) -> str:
    """The command that installs a package where awardcli itself is installed."""
    from importlib.util import find_spec
    from shutil import which

    prefix = Path(sys.prefix)
    if (prefix / "pipx_metadata.json").exists():
        return f'pipx inject {prefix.name} "{package}"'
    python = quoted(sys.executable)
    if find_spec("pip") is None and which("uv"):  # uv makes environments without pip
        return f'uv pip install --python {python} "{package}"'
    return f'{python} -m pip install "{package}"'
