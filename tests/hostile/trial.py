"""Hand a file to awardcli in a process that may take so much time and memory, and say what was wrong with what it did."""

import contextlib
import gc
import json
import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hostile.case import Case

SECONDS = 10.0
MEBIBYTES = 400
STDERR = 16 * 1024
_LAST_RESORT = 2 << 30
"""Bytes of address space, so that no case takes the machine with it."""
NEW = "new.awards"
"""What an import makes beside the file."""
VERBS = ("validate", "search", "show", "export", "import")


class Ran(NamedTuple):
    code: int
    out: bytes
    err: bytes


class Outcome(NamedTuple):
    """What a case came to: its faults, none if it is as it should be, and what the dearest of its runs took."""

    faults: list[str]
    seconds: float
    mebibytes: float


def import_everything() -> None:
    """Have this process import what the verbs need, by running each once; its copies then begin with that."""
    with TemporaryDirectory() as folder:
        path, new = Path(folder, "films.csv"), Path(folder, "new.awards")
        path.write_text("title,organization\n吾梦,文汇报社\n", encoding="utf-8")
        case = Case("films.csv", b"")
        assert _run(["import", path, "-o", new]).code == 0
        for verb in VERBS:
            for source in (path, new):
                _run(_arguments(case, source, verb))
    gc.freeze()  # else each copy would copy the pages of these objects when it collects


def tried(case: Case) -> Outcome:
    """Every verb on a case, each within bounds."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / case.name
        path.write_bytes(case.content())
        for other, data in case.beside.items():
            (folder / other).write_bytes(data)
        faults: list[str] = []
        seconds = mebibytes = 0.0
        for verb in VERBS:
            found, took, peak = _bounded(case, path, verb)
            faults += [f"{verb}: {fault}" for fault in found]
            seconds, mebibytes = max(seconds, took), max(mebibytes, peak)
        return Outcome(faults, seconds, mebibytes)


def _bounded(case: Case, path: Path, verb: str) -> tuple[list[str], float, float]:
    """The faults of one verb, run in a process of its own; its seconds and mebibytes at most."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    child = os.fork()
    if not child:
        ours.close()
        resource.setrlimit(resource.RLIMIT_AS, (_LAST_RESORT, _LAST_RESORT))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.setitimer(signal.ITIMER_REAL, 12 * SECONDS)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        try:
            before = _contents(path.parent)
            ran = _run(_arguments(case, path, verb))
            spent = _spent()
            theirs.send((list(_faults(case, path, verb, ran, before)), *spent))
        finally:
            theirs.close()
            os._exit(0)
    theirs.close()
    try:
        faults, took, peak = ours.recv()
    except EOFError:
        faults, took, peak = ["ended without a word"], 0.0, 0.0
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        faults = [f"ended by signal {os.WTERMSIG(status)}"]
    if took > SECONDS:
        faults = [*faults, f"took {took:.0f} s"]
    if peak > MEBIBYTES:
        faults = [*faults, f"took {peak:.0f} MiB"]
    return faults, took, peak


def _spent() -> tuple[float, float]:
    """The seconds of work of this process and those it has waited for, and the mebibytes of the largest, up to now.

    Of work, since other processes may make it wait.
    """
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used), max(each.ru_maxrss for each in used) / 1024


def _faults(case: Case, path: Path, verb: str, ran: Ran, before: dict[str, int]) -> Iterator[str]:
    """What was wrong with a run, beside which the folder had these files before; looking costs time and memory too."""
    new = path.parent / NEW
    yield from _always(ran)
    if case.whatever:
        if ran.code not in (0, 1, 3):
            yield f"ended with {ran.code}: {ran.err[:300]!r}"
        new.unlink(missing_ok=True)
        if _contents(path.parent) != before:
            yield "left something behind"
        return
    refused = case.titles is None or (case.partly and verb in ("validate", "import"))
    if refused or (case.may_refuse and ran.code != _code(verb, case)):
        yield from _refusal(case, path, ran)
        if _contents(path.parent) != before:
            yield "left something behind"
        return
    if ran.code != _code(verb, case):
        yield f"ended with {ran.code}: {ran.err[:300]!r}"
        return
    assert case.titles is not None
    if verb == "export":
        yield from _differences(case.titles, json.loads(ran.out))
    if verb == "import" and case.titles:
        yield from _differences(
            case.titles, json.loads(_run(["export", "-", "-f", "json", "--data", new]).out), once=True
        )
        new.unlink()
    if _contents(path.parent) != before:
        yield "left something behind"


def _arguments(case: Case, path: Path, verb: str) -> list[object]:
    query = next((title for title in case.titles or () if title), None) or "梦"
    match verb:
        case "search":
            return ["search", "--data", path, "--", query[:100] if any(map(str.isalnum, query[:100])) else "梦"]
        case "show":
            return ["show", case.id or "no such id", "--data", path]
        case "export":
            return ["export", "-", "-f", "json", "--data", path]
        case "import":
            return ["import", path, "-o", path.parent / NEW]
        case _:
            return [verb, path]


def _code(verb: str, case: Case) -> int:
    """What a verb ends with where the file is right: a list may be empty, and no result has an id that none has."""
    if verb == "show":
        return int(case.id is None)
    found = any(case.titles or ()) if verb == "search" else bool(case.titles)
    return int(verb != "validate" and not found)


def _always(ran: Ran) -> Iterator[str]:
    said = (ran.out + ran.err).decode(errors="replace")
    if b"Traceback" in ran.err or "should not have happened" in said or b"panicked" in ran.err:
        yield f"a bug: {ran.err[-300:]!r}"
    if len(ran.err) > STDERR:
        yield f"{len(ran.err)} bytes on standard error"


def _refusal(case: Case, path: Path, ran: Ran) -> Iterator[str]:
    if ran.code != case.code:
        yield f"ended with {ran.code}, not {case.code}: {ran.err[:300]!r}"
        return
    said = (ran.out + ran.err).decode(errors="replace")
    if path.name[:50] not in said and NEW not in said:
        yield f"does not name the file: {said[:300]!r}"
    if case.place not in said.replace(path.name, ""):
        yield f"does not name the place, {case.place}: {said[:300]!r}"


def _differences(
    titles: tuple[str | None, ...], records: list[dict[str, str | None]], *, once: bool = False
) -> Iterator[str]:
    expected = list(dict.fromkeys(titles)) if once and len(records) < len(titles) else list(titles)
    found = [record["title"] for record in records]
    if found != expected:
        yield f"titles differ: {str(found)[:200]} for {str(expected)[:200]}"


def _run(arguments: list[object]) -> Ran:
    """awardcli in this process, its streams in files."""
    from awardcli.cli import app

    with TemporaryDirectory() as folder, contextlib.ExitStack() as opened:
        paths = [Path(folder) / name for name in ("out", "err")]
        kept = [os.dup(number) for number in (1, 2)]
        sys.stdout.flush()
        sys.stderr.flush()
        for number, file in enumerate(paths, start=1):
            descriptor = os.open(file, os.O_CREAT | os.O_WRONLY)
            os.dup2(descriptor, number)
            os.close(descriptor)
        streams = sys.stdout, sys.stderr
        sys.stdout = opened.enter_context(open(1, "w", encoding="utf-8", closefd=False))
        sys.stderr = opened.enter_context(open(2, "w", encoding="utf-8", closefd=False))
        try:
            code = int(app.run([str(argument) for argument in arguments]))
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            sys.stdout, sys.stderr = streams
            for number, descriptor in enumerate(kept, start=1):
                os.dup2(descriptor, number)
                os.close(descriptor)
        out, err = (file.read_bytes() for file in paths)
    return Ran(code, out, err)


def _contents(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in folder.iterdir()}
