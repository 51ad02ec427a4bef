"""The same work on several cores: chunks go to other processes, and their results come back in order."""

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
"""Chunks under way for each process: one that it works on, and two that wait."""

Chunk = TypeVar("Chunk")
Done = TypeVar("Done")


class Processes(Generic[Chunk, Done]):
    """Processes that apply the same function to chunks; results come back in the order of the chunks.

    `work` is a function of a module, so that it can be sent to a process. Each process first calls `begin`, if there is
    one, with the arguments.
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
        """Send a chunk to be worked on."""
        with _not_interrupted():
            self._waiting.append(self._pool.submit(self._work, chunk))

    def done(self, most_waiting: int) -> Iterator[Done]:
        """The results of the first chunks; waits until at most `most_waiting` chunks are under way."""
        while self._waiting and (len(self._waiting) > most_waiting or self._waiting[0].done()):
            yield self._waiting.popleft().result()

    def close(self) -> None:
        """End the processes; chunks that are not begun are dropped."""
        self._pool.shutdown(cancel_futures=True)


def in_processes(
    work: Callable[[Chunk], Done],
    chunks: Iterable[Chunk],
    jobs: int,
    begin: Callable[..., None] | None = None,
    arguments: tuple[object, ...] = (),
) -> Generator[Done, None, None]:
    """The result of `work` for each chunk, in order; only a few chunks are in memory at a time.

    No process is left when the iteration ends, however it ends.
    """
    with closing(Processes(work, jobs, begin, arguments)) as processes:
        for chunk in chunks:
            processes.give(chunk)
            yield from processes.done(jobs * _WAITING - 1)
        yield from processes.done(0)


def has_working_folder() -> bool:
    """Whether the working folder still exists; no process can be started without one."""
    try:
        return bool(Path.cwd())
    except FileNotFoundError:
        return False


def _begin(begin: Callable[..., None] | None, arguments: tuple[object, ...]) -> None:
    """What each process does first: call `begin`, and watch whether its parent is still alive."""
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
    """Block signals while processes start.

    The processes inherit the block: they ignore Ctrl-C, and this process ends them. This process handles the signal
    once they have started: a process that is cut off while it starts prints a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
