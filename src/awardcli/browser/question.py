"""What the browser asks of a collection: the question, the thread that answers it, and the first page of the answer."""

from asyncio import wrap_future
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from threading import Event
from typing import Any, NamedTuple, TypeVar, cast

from awardcli import messages
from awardcli.collection import Collection
from awardcli.errors import UsageError
from awardcli.model import Hit, Place, Result, Tier
from awardcli.output.columns import HIT, hit_columns, result_columns, sorted_by
from awardcli.output.deliver import COUNTED_AT_MOST, Listing, how_many
from awardcli.search.filters import Filters, filtered
from awardcli.search.find import find, suggestions
from awardcli.search.query import Query
from awardcli.search.ranking import Answer

LISTED = COUNTED_AT_MOST
"""Results that are listed: more than anybody scrolls through, and few enough to draw at once."""


class Question(NamedTuple):
    """What is typed and chosen on the screen; no text asks for every result that the filters leave."""

    text: str = ""
    filters: Filters = Filters()
    within: str | None = None
    exact: bool = False
    min_score: float | None = None

    @property
    def query(self) -> Query | None:
        """The search; None where nothing is typed. Raises UsageError where what is typed cannot be searched for."""
        return Query.of(self.text, self.within, self.exact, self.min_score) if self.text.strip() else None


class Listed(NamedTuple):
    """A result in the list, and how it matched; nothing of that where nothing was searched for."""

    result: Result
    places: Sequence[Place] = ()
    tier: Tier | None = None
    score: float | None = None


class Page(NamedTuple):
    """The first results that answer, and what is to be said of them; `telling` are the columns that say how they match.

    `total` counts all that answer; it is None where counting them would take longer than finding the first.
    """

    listed: Sequence[Listed] = ()
    total: int | None = 0
    telling: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def first_page(collection: Collection, question: Question) -> Page:
    """The first results that answer a question, the same as a search or a list gives."""
    try:
        query = question.query
    except UsageError as error:
        return Page(remarks=(error.message,))
    kept = filtered(collection, question.filters)
    if query is None:
        return _page(map(Listed, kept), len(kept))
    answer = find(kept, query)
    telling = () if answer.step in (None, "literal") else HIT if answer.step == "near" else ("tier",)
    # Hits that are found as they are asked for are counted by whoever finds them all.
    page = _page(map(_listed, answer.hits), len(answer.hits) if isinstance(answer.hits, list) else None)
    count = f"{LISTED}+" if page.total is None else str(page.total)
    remarks = _remarks(query, answer, count, kept)
    return page._replace(telling=telling, remarks=(*page.remarks, *remarks))


def listing(collection: Collection, question: Question) -> Listing:
    """All that answers a question, as it is exported; raises UsageError where it cannot be searched for."""
    kept = filtered(collection, question.filters)
    if question.query is None:
        return Listing(kept, result_columns(kept), read_from=kept.path, editions=kept.editions)
    return Listing(find(kept, question.query).hits, hit_columns(kept), read_from=kept.path, editions=kept.editions)


def category_names(collection: Collection) -> list[str]:
    """The categories to choose from, in the order of the list."""
    return [category.name for category in collection.categories]


def district_names(collection: Collection) -> list[str]:
    """The districts to choose from, by pinyin."""
    return sorted_by(collection.names("district"), str)


def _page(listed: Iterator[Listed], total: int | None) -> Page:
    found = list(islice(listed, LISTED + 1))
    shown = found[:LISTED]
    if len(found) == len(shown):
        total = len(shown)
    if total == len(shown):
        said = messages.BROWSE_COUNT(count=total)
    elif total is None:
        said = messages.BROWSE_FIRST(shown=len(shown))
    else:
        said = messages.BROWSE_FIRST_OF(shown=len(shown), total=total)
    return Page(shown, total, remarks=(said,))


def _listed(hit: Hit) -> Listed:
    return Listed(hit.result, hit.places, hit.tier, hit.score)


def _remarks(query: Query, answer: Answer, count: str, kept: Collection) -> Iterator[str]:
    """What a search says beside its hits."""
    if answer.step == "sound":
        yield messages.FOUND_BY_SOUND(query=query.text, count=count)
    if answer.step == "near":
        yield messages.ONLY_NEAR(query=query.text, count=count)
    if answer.by_organization:
        yield messages.BROWSE_BY_ORGANIZATION_TOO(count=how_many(answer.by_organization))
    if not answer.hits:
        yield messages.NOTHING_FOUND(query=query.text, count=len(kept))
        if not query.exact and (names := suggestions(kept, query)):
            yield messages.SUGGESTIONS(names=messages.listed(names))


T = TypeVar("T")


class Superseded(Exception):  # noqa: N818 # no error: nobody waits for this answer any more
    """Work that was given up, since what was asked has changed."""


class Background:
    """A collection that one thread reads, while another draws.

    What is asked is done one after the other; what nobody waits for any more is given up at once.
    """

    def __init__(self, collection: Collection) -> None:
        """From now on nobody else may read the collection, until this is closed."""
        self._collection = collection
        self._thread = ThreadPoolExecutor(max_workers=1)

    async def answer(self, asked: Callable[[Collection], T]) -> T:
        """What `asked` gives for the collection; cancelled, it ends soon wherever it is."""
        stop = Event()
        try:
            return await wrap_future(self._thread.submit(self._answer, asked, stop))
        finally:
            stop.set()

    def close(self) -> None:
        """Wait for what is being done; it should have been cancelled."""
        self._thread.shutdown(cancel_futures=True)

    def _answer(self, asked: Callable[[Collection], T], stop: Event) -> T:
        connection = getattr(self._collection, "connection", None)
        if connection is not None:
            connection.given_up = stop.is_set
        try:
            return asked(cast(Collection, _Watched(self._collection, stop)))
        except Exception:
            if stop.is_set():  # SQLite was interrupted, and whoever read from it takes that for damage
                raise Superseded from None
            raise


class _Watched:
    """A collection that stops handing out results as soon as nobody waits for them."""

    def __init__(self, collection: Any, stop: Event) -> None:
        self._collection = collection
        self._stop = stop

    def __getattr__(self, name: str) -> Any:
        given = getattr(self._collection, name)
        if name == "results_at":
            return lambda positions: self._until_stopped(given(positions))
        if name == "where":
            return lambda column, *names: _Watched(given(column, *names), self._stop)
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
