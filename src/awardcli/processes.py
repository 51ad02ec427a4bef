"""The same work on several cores: chunks go out, and what became of each comes back in their order."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing, contextmanager
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import Generic, TypeVar

_WAITING = 3
"""Chunks for each process, of which one is worked on."""

Chunk = TypeVar("Chunk")
Done = TypeVar("Done")


class Processes(Generic[Chunk, Done]):
    """Processes that do the same work with every chunk; what became of each comes back in the order of the chunks.

    `work` is a function of a module; with `begin` each of the processes begins by calling it with the arguments.
    """

    def __init__(
        self,
        work: Callable[[Chunk], Done],
        jobs: int,
        begin: Callable[..., None] | None = None,
        arguments: tuple[object, ...] = (),
    ) -> None:
        self._work = work
        self._waiting: deque[Future[Done]] = deque()
        self._pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (begin, arguments))

    def give(self, chunk: Chunk) -> None:
        """Have a chunk worked on."""
        with _not_interrupted():
            self._waiting.append(self._pool.submit(self._work, chunk))

    def done(self, most_waiting: int) -> Iterator[Done]:
        """What has become of the first chunks; it is waited for while more than so many are under way."""
        while self._waiting and (len(self._waiting) > most_waiting or self._waiting[0].done()):
            yield self._waiting.popleft().result()

    def close(self) -> None:
        """Leave no process behind; what they have not begun is not done."""
        self._pool.shutdown(cancel_futures=True)


def in_processes(
    work: Callable[[Chunk], Done],
    chunks: Iterable[Chunk],
    jobs: int,
    begin: Callable[..., None] | None = None,
    arguments: tuple[object, ...] = (),
) -> Generator[Done, None, None]:
    """What `work` makes of each chunk, as `Processes` do, with few of them in memory at any time.

    However the iteration ends, no process is left when it has.
    """
    with closing(Processes(work, jobs, begin, arguments)) as processes:
        for chunk in chunks:
            processes.give(chunk)
            yield from processes.done(jobs * _WAITING - 1)
        yield from processes.done(0)


def stands_somewhere() -> bool:
    """Whether the working folder is still there: other processes are told to begin in it."""
    try:
        return bool(Path.cwd())
    except FileNotFoundError:
        return False


def _begin(begin: Callable[..., None] | None, arguments: tuple[object, ...]) -> None:
    """What each process does first: its own beginning, and watch whether anybody still waits for it."""
    if begin:
        begin(*arguments)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        connection.wait([parent.sentinel])
        os._exit(1)


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
