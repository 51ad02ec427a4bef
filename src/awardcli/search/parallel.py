"""The same matches across the cores: lines go out in chunks, what they name comes back in order."""

import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing, contextmanager
from itertools import chain, islice
from multiprocessing import connection, get_context, parent_process
from pathlib import Path

from awardcli.search.matching import Found, NamedMatch, Names, matches

CHUNK = 8000
"""Lines that go out at once: some hundredths of a second's work, so that nobody waits long for an interrupt."""
_WAITING = 3
"""Chunks for each process, of which one is worked on."""

_names: list[Names] = []
"""In a working process: the names it compares with."""


def parallel_matches(lines: Iterable[str], names: Names, jobs: int) -> Generator[NamedMatch | None, None, None]:
    """`matches` by that many processes, with few lines in memory at any time; what fits one chunk needs none of them.

    However the iteration ends, no process is left when it has.
    """
    left = iter(lines)
    first = list(islice(left, CHUNK))
    if jobs == 1 or len(first) < CHUNK or not _stands_somewhere():
        yield from matches(chain(first, left), names)
        return
    chunks = chain([first], iter(lambda: list(islice(left, CHUNK)), []))
    with closing(_found(chunks, names, jobs)) as answers:
        for found in chain.from_iterable(answers):
            yield found and NamedMatch(names.results[found.position], found.tier, found.score)


def _stands_somewhere() -> bool:
    """Whether the working folder is still there: other processes are told to begin in it."""
    try:
        return bool(Path.cwd())
    except FileNotFoundError:
        return False


def _found(chunks: Iterable[list[str]], names: Names, jobs: int) -> Generator[list[Found | None], None, None]:
    waiting: deque[Future[list[Found | None]]] = deque()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (names,))
    try:
        for chunk in chunks:
            with _not_interrupted():
                waiting.append(pool.submit(_find, chunk))
            if len(waiting) >= jobs * _WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(names: Names) -> None:
    """What each process does first: know the names, and watch whether anybody still waits for it."""
    _names.append(names)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        connection.wait([parent.sentinel])
        os._exit(1)


def _find(lines: list[str]) -> list[Found | None]:
    return list(_names[-1].find(lines))


@contextmanager
def _not_interrupted() -> Iterator[None]:
    """Leave signals to this process: those that begin meanwhile never hear of them, and end when this one tells them.

    Nor does this one before they have begun: half told what to do, they would complain.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
