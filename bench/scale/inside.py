"""Search in the largest list from inside Python: how long until the first 50 hits, and whether the answer is there."""

import statistics
import time
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from bench.scale.lists import Asked

import awardcli
from awardcli import Answer, Collection, Hit
from awardcli.language.fold import fold
from awardcli.language.numerals import title_numbers

SLIPS = ("typo", "deletion")
_SHOWN = 50
_TOP = 10
_LOOKED_AT = 5_000
"""Hits among which the wanted title is looked for, where more than ten are as good."""
_SCANNED = 5
"""Queries of a kind that RapidFuzz scans all titles for: each takes as long as any other."""


class Inside(NamedTuple):
    """A kind of query: milliseconds of ours (median and 95th percentile) and of a scan, and how many were answered.

    `top` counts wanted titles among the first ten, `tied` those that are as good as the tenth; `surer` the queries
    that other titles answer by a surer step, since they contain the wrong text literally; `renumbered` those not found
    whose slip made another number than the wanted title has: another number is another title.
    """

    kind: str
    p50: float
    p95: float
    scan: float
    asked: int
    top: int
    tied: int
    surer: int
    renumbered: int
    missed: tuple[str, ...]


def measured(collection: Collection, titles: Sequence[str], asked: Sequence[Asked]) -> Inside:
    """One kind of query, ours and RapidFuzz's scan of the same titles in turn."""
    from rapidfuzz import fuzz, process

    ours: list[float] = []
    scans: list[float] = []
    outcomes: list[str] = []
    every = len(asked) // _SCANNED
    for number, one in enumerate(asked):
        begin = time.perf_counter()
        answer = awardcli.find(collection, one.query)
        first = list(islice(answer.hits, _SHOWN))
        ours.append(time.perf_counter() - begin)
        outcomes.append(_outcome(answer, first, one))
        if number % every == 0:
            begin = time.perf_counter()
            process.extract(one.query, titles, scorer=fuzz.partial_ratio, processor=None, limit=_SHOWN)
            scans.append(time.perf_counter() - begin)
    ours.sort()
    return Inside(
        kind=asked[0].kind,
        p50=1000 * statistics.median(ours),
        p95=1000 * ours[int(0.95 * len(ours))],
        scan=1000 * statistics.median(scans),
        asked=len(asked),
        top=outcomes.count("top"),
        tied=outcomes.count("tied"),
        surer=outcomes.count("surer"),
        renumbered=outcomes.count("renumbered"),
        missed=tuple(one.query for one, outcome in zip(asked, outcomes, strict=True) if outcome == "missed"),
    )


def _outcome(answer: Answer, first: Sequence[Hit], asked: Asked) -> str:
    """Where the wanted title is among the hits."""
    kind, query, want = asked
    if any(hit.result.title == want for hit in first[:_TOP]):
        return "top"
    worst = first[min(len(first), _TOP) - 1].score if first else 0.0
    wanted = next((hit for hit in islice(answer.hits, _LOOKED_AT) if hit.result.title == want), None)
    if wanted and round(wanted.score, 6) >= round(worst, 6):
        return "tied"
    if kind in SLIPS and answer.step in ("literal", "sound"):
        return "surer"
    return "missed" if _numbers(query) <= _numbers(want) else "renumbered"


def _numbers(text: str) -> set[str]:
    """The values of the numbers in a query or title."""
    return {number.value for number in title_numbers(fold(text))}
