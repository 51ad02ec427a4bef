"""The one thread that reads the collection, so that a keystroke never waits for an answer."""

from asyncio import wrap_future
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any, TypeVar, cast

from awardcli.collection import Collection
from awardcli.model import Result

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
