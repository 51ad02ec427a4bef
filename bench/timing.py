"""Whole processes, timed in turn: how long each takes, and how much memory at most."""

import os
import pty
import resource
import statistics
import subprocess
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

_BYTES_A_MIB = 1 << 20
_KIB_A_MIB = 1 << 10
_SCREEN = 24, 80


class Command(NamedTuple):
    """What is run, what it reads on standard input, and whether it is run in a terminal of its own."""

    words: tuple[str, ...]
    reads: Path | None = None
    in_terminal: bool = False


class Ran(NamedTuple):
    """Seconds of wall time, and the most memory in MiB."""

    seconds: float
    peak: float


def run(command: Command) -> Ran:
    """One run, with bytecode cached as an installed program has it; what it prints is read and thrown away."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "AWARDCLI_DATA")}
    begin = time.perf_counter()
    status = _in_terminal(command, environment) if command.in_terminal else _in_pipe(command, environment)
    taken = time.perf_counter() - begin
    return Ran(taken, status.ru_maxrss / _KIB_A_MIB)


def medians(cases: Sequence[Sequence[Command]], rounds: int) -> list[Ran | None]:
    """The median of each case over its commands, all of which run in turn after one round to warm up.

    The first command of every case comes before the second of any, so a machine whose speed drifts slows all of them.
    The peak is the highest of all runs. None without commands.
    """
    runs: list[list[Ran]] = [[] for _ in cases]
    for number in range(rounds + 1):
        for turn in zip_longest(*cases):
            for command, known in zip(turn, runs, strict=True):
                if command:
                    ran = run(command)
                    if number:
                        known.append(ran)
    return [
        Ran(statistics.median(ran.seconds for ran in known), max(ran.peak for ran in known)) if known else None
        for known in runs
    ]


def _in_pipe(command: Command, environment: dict[str, str]) -> resource.struct_rusage:
    with (command.reads or Path(os.devnull)).open("rb") as given:
        process = subprocess.Popen(
            command.words, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
    assert process.stdout is not None
    with process.stdout as printed:
        while printed.read(_BYTES_A_MIB):
            pass
    return _ended(process)


def _in_terminal(command: Command, environment: dict[str, str]) -> resource.struct_rusage:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, _SCREEN)
    process = subprocess.Popen(
        command.words, stdin=theirs, stdout=theirs, stderr=theirs, env={**environment, "TERM": "xterm-256color"}
    )
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as printed, suppress(OSError):  # how Linux says that the terminal is closed
        while printed.read(_BYTES_A_MIB):
            pass
    return _ended(process)


def _ended(process: subprocess.Popen[bytes]) -> resource.struct_rusage:
    """Wait for a process; gives what it used, by itself."""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used
