"""`python -m hostile [WORD...]`: the whole corpus, or the files whose names begin with a word or have it as their suffix.

As many files at a time as there are cores. Ends with 1 where one has a fault.
"""

import multiprocessing
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import NamedTuple

from hostile.case import Case
from hostile.corpus import corpus
from hostile.trial import VERBS, import_everything, tried


class Share(NamedTuple):
    """What one process found: how many files it tried, how many had a fault, and which took most."""

    number: int = 0
    failed: int = 0
    slowest: tuple[float, str] = (0.0, "")
    largest: tuple[float, str] = (0.0, "")


_next = multiprocessing.Value("i")
"""The number of the first file that no process has taken yet."""


@cache
def chosen(words: tuple[str, ...]) -> list[Case]:
    """The files that the words name; AssertionError where a word names none, or two files have the same name."""
    names: Counter[str] = Counter()
    found: dict[str, list[Case]] = {word: [] for word in words}
    for case in corpus():
        names[case.name] += 1
        for word in words:
            if case.name.startswith(word) or f".{case.name.split('.')[-1]}" == word:
                found[word].append(case)
    assert len(names) > 521
    assert max(names.values()) == 1, names.most_common(1)
    assert all(found.values()), found
    return [case for cases in found.values() for case in cases]


def share(words: tuple[str, ...]) -> Share:
    """Try one file after the other that no other process has taken; the faults are printed as they are found."""
    found = Share()
    for number, case in enumerate(chosen(words) if words else corpus()):  # all at once take hundreds of MiB
        with _next:
            is_taken = number < _next.value
            _next.value = max(_next.value, number + 1)
        if is_taken:
            continue
        outcome = tried(case)
        found = Share(
            number=found.number + 1,
            failed=found.failed + bool(outcome.faults),
            slowest=max(found.slowest, (outcome.seconds, case.name)),
            largest=max(found.largest, (outcome.mebibytes, case.name)),
        )
        for fault in outcome.faults:
            print(f"{case.name}: {fault}", flush=True)
    return found


def main(words: list[str]) -> int:
    begun = time.monotonic()
    import_everything()  # once, so that no process need do it
    chosen(tuple(words))
    at_once = os.cpu_count() or 1
    with ProcessPoolExecutor(at_once, multiprocessing.get_context("fork")) as pool:
        shares = list(pool.map(share, [tuple(words)] * at_once))
    number, failed = sum(each.number for each in shares), sum(each.failed for each in shares)
    slowest, largest = max(each.slowest for each in shares), max(each.largest for each in shares)
    print(f"{number} files, {number * len(VERBS)} runs, {failed} with a fault, {time.monotonic() - begun:.0f} s")
    print(f"slowest: {slowest[0]:.1f} s, {slowest[1]}; largest: {largest[0]:.0f} MiB, {largest[1]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
