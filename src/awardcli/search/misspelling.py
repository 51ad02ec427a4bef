"""Misspelt pinyin: letters left out, doubled or swapped (aishnaghai), compared by RapidFuzz."""

from itertools import accumulate

from rapidfuzz import fuzz

from awardcli.model import Tier
from awardcli.search.field import View
from awardcli.search.match import Match, matched
from awardcli.search.pattern import Pattern

_FEWEST_LETTERS = 6
"""Of fewer letters one wrong could be another word altogether."""

_MOST_OF_A_SYLLABLE = 0.5


def misspelt_match(pattern: Pattern, view: View, cutoff: float) -> Match | None:
    """The stretch of the field that is spelt most like a term of letters, or None below the cutoff (0-100)."""
    if pattern.letters < len(pattern) or len(pattern) < _FEWEST_LETTERS or pattern.is_initials:
        return None
    spelt = [
        readings[0] if readings else character for readings, character in zip(view.readings, view.text, strict=True)
    ]
    whole = "".join(spelt)
    if len(whole) < len(pattern):
        score, start, end = fuzz.ratio(pattern.text, whole, score_cutoff=cutoff), 0, len(whole)
    else:
        found = fuzz.partial_ratio_alignment(pattern.text, whole, score_cutoff=cutoff)
        score, start, end = (found.score, found.dest_start, found.dest_end) if found else (0.0, 0, 0)
    if score < cutoff or not score:
        return None
    ends = list(accumulate(map(len, spelt)))
    units = [
        unit
        for unit, (syllable, last) in enumerate(zip(spelt, ends, strict=True))
        if min(end, last) - max(start, last - len(syllable)) >= _MOST_OF_A_SYLLABLE * len(syllable)
    ]
    return matched(view, Tier.NEAR, score, units) if units else None
