"""Whole processes, run in turn: how much time each takes, and how much memory at most."""

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
    """What to run, what it reads on standard input, and whether it runs in a terminal of its own."""

    words: tuple[str, ...]
    reads: Path | None = None
    in_terminal: bool = False


class Ran(NamedTuple):
    """Seconds of wall time and of CPU time, and the most memory in MiB."""

    seconds: float
    peak: float
    cpu: float = 0.0


def run(command: Command) -> Ran:
    """One run, with bytecode cached as an installed program has it; its output is read and dropped."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "AWARDCLI_DATA")}
    begin = time.perf_counter()
    status = _in_terminal(command, environment) if command.in_terminal else _in_pipe(command, environment)
    taken = time.perf_counter() - begin
    return Ran(taken, status.ru_maxrss / _KIB_A_MIB, cpu=status.ru_utime + status.ru_stime)


def medians(cases: Sequence[Sequence[Command]], rounds: int) -> list[Ran | None]:
    """The medians of each case over its commands and rounds, after one round to warm up; None without commands.

    All cases take turns, so that a machine whose speed drifts slows all of them. The peak is the highest of all runs.
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
        Ran(
            seconds=statistics.median(ran.seconds for ran in known),
            peak=max(ran.peak for ran in known),
            cpu=statistics.median(ran.cpu for ran in known),
        )
        if known
        else None
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
    """Wait for a process and return the resources it used."""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used
