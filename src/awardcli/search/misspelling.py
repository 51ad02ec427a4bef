"""Misspelt pinyin: letters left out, doubled, swapped or wrong (aishnaghai), measured by RapidFuzz."""

from itertools import accumulate

from rapidfuzz.distance import OSA

from awardcli.model import Tier
from awardcli.search.field import View
from awardcli.search.match import Match, matched
from awardcli.search.pattern import Pattern

_FEWEST_LETTERS = 6
"""Of fewer letters one wrong could be another word altogether."""
_LONG = 10
"""From so many letters on, two may be wrong."""


def misspelt_match(pattern: Pattern, view: View, cutoff: float | None = None) -> Match | None:
    """The syllables of the view that a term of letters most likely misspells, or None.

    One slip is forgiven, two in a long term: a letter missing, added, wrong, or swapped with its neighbour. Letters
    that are pinyin as they stand may well mean another word: the last slip must then be a swap. A `cutoff` (0-100), the
    least share of letters that are right, takes the place of these rules.
    """
    length = len(pattern)
    if pattern.letters < length or length < _FEWEST_LETTERS or pattern.is_initials:
        return None
    if cutoff is None:
        slips, swapped = 1 if length < _LONG else 2, pattern.is_pinyin
    else:
        slips, swapped = int(length * (100 - cutoff) / 100), False
    spelt = [readings[0] if readings else text for readings, text in zip(view.readings, view.text, strict=True)]
    whole, ends = "".join(spelt), [0, *accumulate(map(len, spelt))]
    best: tuple[int, int, int] | None = None
    for first in range(len(spelt)):
        for last in range(first + 1, len(spelt) + 1):
            letters = ends[last] - ends[first]
            if letters > length + slips:
                break
            if letters >= length - slips:
                spelling = whole[ends[first] : ends[last]]
                found = OSA.distance(pattern.text, spelling, score_cutoff=slips)
                if found == slips and swapped and sorted(spelling) != sorted(pattern.text):
                    continue
                if found <= slips and (best is None or found < best[0]):
                    best = found, first, last
    if best is None:
        return None
    wrong, first, last = best
    return matched(view, Tier.NEAR, 100 * (1 - wrong / length), range(first, last))
