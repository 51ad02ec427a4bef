"""The question that the browser asks, the thread that answers it, and the first page of the answer."""

from asyncio import wrap_future
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from threading import Event
from typing import Any, NamedTuple, TypeVar, cast

from awardcli import messages
from awardcli.collection import Collection
from awardcli.errors import UsageError
from awardcli.model import Hit, Result
from awardcli.output.columns import OutputColumn, hit_columns, result_columns
from awardcli.output.deliver import COUNTED_AT_MOST, Listing, how_many, results_listing
from awardcli.output.remarks import how_found
from awardcli.output.sorting import sorted_by
from awardcli.search.filters import filtered
from awardcli.search.find import find
from awardcli.search.query import Filters, Query
from awardcli.search.ranking import Answer
from awardcli.search.suggestions import suggestions

LISTED = COUNTED_AT_MOST
"""Results that are listed: more than anybody scrolls through, and few enough to draw at once."""

Row = Result | Hit
"""A row of the list: a hit where something is searched for, else a result."""


class Question(NamedTuple):
    """The text and the filters on the screen; an empty text asks for every result that the filters leave."""

    text: str = ""
    filters: Filters = Filters()
    within: str | None = None
    exact: bool = False
    min_score: float | None = None

    @property
    def query(self) -> Query | None:
        """The search, or None where nothing is typed; raises UsageError for a text that cannot be searched for."""
        return Query.of(self.text, self.within, self.exact, self.min_score) if self.text.strip() else None


class Page(NamedTuple):
    """The first rows of an answer, the columns that the list can show of them, and the remarks below it.

    `total` counts all rows; it is None where counting them would take longer than finding the first.
    """

    rows: Sequence[Row] = ()
    columns: Sequence[OutputColumn] = ()
    total: int | None = 0
    remarks: tuple[str, ...] = ()


def result_of(row: Row) -> Result:
    return row.result if isinstance(row, Hit) else row


def first_page(collection: Collection, question: Question) -> Page:
    """The first page of the answer to a question, which a search or a list gives too."""
    try:
        query = question.query
    except UsageError as error:
        return Page(remarks=(error.message,))
    kept = filtered(collection, question.filters)
    if query is None:
        return _page(kept, result_columns(kept).glance, len(kept))
    answer = find(kept, query)
    # Hits that are found one by one are counted only by finding them all.
    total = len(answer.hits) if isinstance(answer.hits, list) else None
    page = _page(answer.hits, hit_columns(kept, answer).glance, total)
    count = f"{LISTED}+" if page.total is None else str(page.total)
    return page._replace(remarks=(*page.remarks, *_remarks(query, answer, count, kept)))


def listing(collection: Collection, question: Question) -> Listing:
    """The whole answer to a question, to be exported; raises UsageError for a text that cannot be searched for."""
    kept = filtered(collection, question.filters)
    if question.query is None:
        return results_listing(kept)
    return Listing(find(kept, question.query).hits, hit_columns(kept), read_from=kept.path, editions=kept.editions)


def category_names(collection: Collection) -> list[str]:
    """The categories to choose from, in the order of the list."""
    return [category.name for category in collection.categories]


def district_names(collection: Collection) -> list[str]:
    """The districts to choose from, by pinyin."""
    return sorted_by(collection.names("district"), str)


def _page(rows: Iterable[Row], columns: Sequence[OutputColumn], total: int | None) -> Page:
    found = list(islice(rows, LISTED + 1))
    shown = found[:LISTED]
    if len(found) == len(shown):
        total = len(shown)
    if total == len(shown):
        remark = messages.BROWSE_COUNT(count=total)
    elif total is None:
        remark = messages.BROWSE_FIRST(shown=len(shown))
    else:
        remark = messages.BROWSE_FIRST_OF(shown=len(shown), total=total)
    return Page(shown, columns, total, (remark,))


def _remarks(query: Query, answer: Answer, count: str, kept: Collection) -> Iterator[str]:
    """The remarks that a search makes."""
    yield from how_found(answer, query, count)
    if answer.by_organization:
        yield messages.BROWSE_BY_ORGANIZATION_TOO(count=how_many(answer.by_organization))
    if not answer.hits:
        yield messages.NOTHING_FOUND(query=query.text, count=len(kept))
        if not query.exact and (names := suggestions(kept, query)):
            yield messages.SUGGESTIONS(names=messages.listed(names))


T = TypeVar("T")


class Superseded(Exception):  # noqa: N818 # not an error: the user has typed on
    """The work was given up, because another question has been asked."""


class Background:
    """A collection that one thread reads, while another draws the screen.

    Questions are answered one after the other; one that a newer question replaces is given up at once.
    """

    def __init__(self, collection: Collection) -> None:
        """Take over a collection: no other thread may read it until this is closed."""
        self._collection = collection
        self._thread = ThreadPoolExecutor(max_workers=1)

    async def answer(self, ask: Callable[[Collection], T]) -> T:
        """What `ask` returns for the collection; when this is cancelled, `ask` ends soon wherever it is."""
        stop = Event()
        try:
            return await wrap_future(self._thread.submit(self._answer, ask, stop))
        finally:
            stop.set()

    def close(self) -> None:
        """Wait for the current answer, which should have been cancelled."""
        self._thread.shutdown(cancel_futures=True)

    def _answer(self, ask: Callable[[Collection], T], stop: Event) -> T:
        connection = getattr(self._collection, "connection", None)
        if connection is not None:
            connection.given_up = stop.is_set
        try:
            return ask(cast(Collection, _Stoppable(self._collection, stop)))
        except Exception:
            if stop.is_set():  # an interrupted SQLite raises the errors of a damaged file
                raise Superseded from None
            raise


class _Stoppable:
    """A collection that raises Superseded instead of the next result once `stop` is set."""

    def __init__(self, collection: Any, stop: Event) -> None:
        self._collection = collection
        self._stop = stop

    def __getattr__(self, name: str) -> Any:
        given = getattr(self._collection, name)
        if name == "results_at":
            return lambda positions: self._until_stopped(given(positions))
        if name == "where":
            return lambda column, *names: _Stoppable(given(column, *names), self._stop)
        return given

    def __len__(self) -> int:
        return len(self._collection)

    def __iter__(self) -> Iterator[Result]:
        return self._until_stopped(self._collection)

    def _until_stopped(self, results: Iterable[Result]) -> Iterator[Result]:
        for result in results:
            if self._stop.is_set():
                raise Superseded
            yield result
