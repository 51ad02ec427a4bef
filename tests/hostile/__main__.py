"""`python -m hostile [WORD...]`: the whole corpus, or the files whose names begin with a word or have it as their suffix.

As many files at a time as there are cores. Ends with 1 where one has a fault.
"""

import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

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


def share(words: list[str]) -> Share:
    """Try one file after the other that no other process has taken; the faults are printed as they are found."""
    found = Share()
    for number, case in enumerate(corpus()):
        with _next:
            is_taken = number < _next.value
            _next.value = max(_next.value, number + 1)
        is_wanted = not words or any(case.name.startswith(w) or f".{case.name.split('.')[-1]}" == w for w in words)
        if is_taken or not is_wanted:
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
    at_once = os.cpu_count() or 1
    with ProcessPoolExecutor(at_once, multiprocessing.get_context("fork")) as pool:
        shares = list(pool.map(share, [words] * at_once))
    number, failed = sum(each.number for each in shares), sum(each.failed for each in shares)
    slowest, largest = max(each.slowest for each in shares), max(each.largest for each in shares)
    print(f"{number} files, {number * len(VERBS)} runs, {failed} with a fault, {time.monotonic() - begun:.0f} s")
    print(f"slowest: {slowest[0]:.1f} s, {slowest[1]}; largest: {largest[0]:.0f} MiB, {largest[1]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
