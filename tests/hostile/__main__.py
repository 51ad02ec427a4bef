"""`python -m hostile [WORD...]`: the whole corpus, or the files whose names begin with a word or have it as their suffix.

Ends with 1 where one has a fault.
"""

import sys
import time

import awardcli.__main__  # as every run begins; once, so that no process need import it
import awardcli.collection.stored  # noqa: F401
from hostile.corpus import corpus
from hostile.trial import VERBS, tried


def main(words: list[str]) -> int:
    begun = time.monotonic()
    number = failed = 0
    slowest = largest = (0.0, "")
    for case in corpus():
        if words and not any(case.name.startswith(word) or f".{case.name.split('.')[-1]}" == word for word in words):
            continue
        number += 1
        outcome = tried(case)
        slowest, largest = max(slowest, (outcome.seconds, case.name)), max(largest, (outcome.mebibytes, case.name))
        failed += bool(outcome.faults)
        for fault in outcome.faults:
            print(f"{case.name}: {fault}", flush=True)
    print(f"{number} files, {number * len(VERBS)} runs, {failed} with a fault, {time.monotonic() - begun:.0f} s")
    print(f"slowest: {slowest[0]:.1f} s, {slowest[1]}; largest: {largest[0]:.0f} MiB, {largest[1]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
