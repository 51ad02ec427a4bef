"""Open the browser, and close it whole whatever happens."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager

from awardcli.browsing.asking import Question
from awardcli.browsing.background import Background
from awardcli.browsing.browser import SIGNALS, Browser
from awardcli.collection import Collection
from awardcli.errors import ExitCode
from awardcli.model import Result
from awardcli.output.facts import printed_lines
from awardcli.output.terminal import color
from awardcli.search import Query
from awardcli.search.filters import category_named, filtered


def browsed(collection: Collection, question: Question) -> Result | ExitCode:
    """Browse a collection; gives the result that was chosen, or the code for leaving without one.

    Raises UnknownNameError for a filter by a name that the collection does not have, and UsageError for an option with
    a value that it cannot have.
    """
    settled = _settled(collection, question)
    _tell_textual(colored=color(shown=True))
    with closing(Background(collection)) as background, _signals_as_before():
        browser = Browser(background, settled, printed_lines(collection.path))
        result = browser.run()
    if browser.failure:
        raise browser.failure
    return result or ExitCode(browser.return_code or ExitCode.INTERRUPTED)


def _settled(collection: Collection, question: Question) -> Question:
    """The question with its filters by the names that the collection has, every value of it looked at."""
    Query.of(question.text or "a", question.within, question.exact, question.min_score)
    filtered(collection, question.filters)
    category = question.filters.category and category_named(collection, question.filters.category)
    return question._replace(filters=question.filters._replace(category=category))


def _tell_textual(*, colored: bool) -> None:
    """Settle for Textual what we have settled: it takes any NO_COLOR, also an empty one, for a wish."""
    os.environ.pop("NO_COLOR", None)
    if not colored:
        os.environ["NO_COLOR"] = "1"


@contextmanager
def _signals_as_before() -> Iterator[None]:
    """The handlers of signals as they were; Textual and the browser change some."""
    numbers = [number for name in SIGNALS if (number := getattr(signal, name, None))]
    handlers = {number: signal.getsignal(number) for number in numbers}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
