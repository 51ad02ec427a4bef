"""The same work on several cores: chunks go to other processes, and their results come back in order.

Such a process runs this file as a script: it reads pickled chunks from standard input, and writes pickled results to
standard output.
"""

import gc
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

from awardcli import GC_THRESHOLDS

_WAITING = 3
"""Chunks under way for each process: the one that it works on, and two that wait."""

Chunk = TypeVar("Chunk")
Done = TypeVar("Done")


class Processes(Generic[Chunk, Done]):
    """Processes that apply the same function to chunks; results come back in the order of the chunks.

    `work` must be a module-level function, so that it can be pickled. Each process first calls `begin`, if given, with
    the arguments. Where the system refuses another process, or a process ends early, for instance because `work` fails
    there, this process does the work itself, and raises its errors.
    """

    def __init__(
        self,
        work: Callable[[Chunk], Done],
        jobs: int,
        begin: Callable[..., object] | None = None,
        arguments: tuple[object, ...] = (),
    ) -> None:
        self._work = work
        self._begin = begin
        self._arguments = arguments
        self._waiting: deque[tuple[Chunk, Future[Done] | None]] = deque()
        self._threads = ThreadPoolExecutor(jobs)
        """Each thread waits for the answers of one process."""
        self._started: list[subprocess.Popen[bytes]] = []
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._alone = False
        """Whether other processes have failed, so that this one does the rest."""

    def give(self, chunk: Chunk) -> None:
        """Send a chunk to be worked on."""
        future = None
        if not self._alone:
            try:
                with _not_interrupted():
                    future = self._threads.submit(self._ask, chunk)
            except RuntimeError:  # the system refuses another thread
                self._alone = True
        self._waiting.append((chunk, future))

    def done(self, most_waiting: int) -> Iterator[Done]:
        """The results of the first chunks; waits until at most `most_waiting` chunks are under way."""
        while self._waiting and (len(self._waiting) > most_waiting or _is_done(self._waiting[0][1])):
            yield self._result(*self._waiting.popleft())

    def close(self) -> None:
        """End the processes; chunks that are not begun are dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._kill()
        self._threads.shutdown()
        self._kill()  # one may have started meanwhile
        for process in self._started:
            with suppress(OSError), process:
                pass

    def _kill(self) -> None:
        for process in self._started:
            process.kill()

    def _result(self, chunk: Chunk, future: "Future[Done] | None") -> Done:
        if future:
            try:
                return future.result()
            except (OSError, EOFError, pickle.UnpicklingError, MemoryError):
                self._alone = True
        if self._begin:
            self._begin(*self._arguments)
        return self._work(chunk)

    def _ask(self, chunk: Chunk) -> Done:
        """The result of a chunk, from a process that is idle or new."""
        try:
            process = self._idle.get_nowait()
        except Empty:
            process = self._start()
        _send(process, chunk)
        assert process.stdout is not None
        answer: Done = pickle.load(process.stdout)
        self._idle.put(process)
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        # Its standard error is discarded: this process repeats failed work, and reports the error.
        process = subprocess.Popen(
            [sys.executable, "-P", __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._started.append(process)
        _send(process, sys.path)
        _send(process, (self._work, self._begin, self._arguments))
        return process


def in_processes(
    work: Callable[[Chunk], Done],
    chunks: Iterable[Chunk],
    jobs: int,
    begin: Callable[..., object] | None = None,
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


def _is_done(future: "Future[Any] | None") -> bool:
    return future is not None and future.done()


def _send(process: subprocess.Popen[bytes], value: object) -> None:
    assert process.stdin is not None
    pickle.dump(value, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()


@contextmanager
def _not_interrupted() -> Iterator[None]:
    """Block signals while a thread starts.

    The thread, and the process that it starts, inherit the block: they ignore Ctrl-C, and this process ends them.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def main() -> None:
    """Work on chunks until the parent process ends this one, or ends itself; all pickles are our own."""
    gc.set_threshold(*GC_THRESHOLDS)
    chunks, results = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    sys.path[:] = pickle.load(chunks)
    work, begin, arguments = pickle.load(chunks)
    if begin:
        begin(*arguments)
    while True:
        pickle.dump(work(pickle.load(chunks)), results, pickle.HIGHEST_PROTOCOL)
        results.flush()


if __name__ == "__main__":
    main()
