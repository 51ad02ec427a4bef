"""Misspelt pinyin: letters left out, doubled, swapped or wrong (aishnaghai), measured by RapidFuzz."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate

from rapidfuzz.distance import OSA

from awardcli.language.grams import code_of
from awardcli.language.pinyin import LONGEST_SYLLABLE, all_syllables, is_syllable
from awardcli.model import Tier
from awardcli.search.alignment import Alignment, matched
from awardcli.search.printed_text import WrittenForm
from awardcli.search.typed_term import TypedTerm

_FEWEST_LETTERS = 6
"""Of fewer letters one wrong could be another word altogether."""
_LONG = 10
"""From so many letters on, two may be wrong."""
_MOST_ASKED = 2_000
"""Neighbours that are looked for in an index at most, which takes some tenths of a second."""


def may_be_misspelt(pattern: TypedTerm) -> bool:
    """Whether a term is letters enough for one of them to be wrong."""
    return pattern.letters == len(pattern) >= _FEWEST_LETTERS and not pattern.is_initials


def misspelt_match(pattern: TypedTerm, view: WrittenForm, cutoff: float | None = None) -> Alignment | None:
    """The syllables of the view that a term of letters most likely misspells, or None.

    One slip is forgiven, two in a long term: a letter missing, added, wrong, or swapped with its neighbour. Letters
    that are pinyin as they stand may well mean another word: the last slip must then be a swap. A `cutoff` (0-100), the
    least share of letters that are right, takes the place of these rules.
    """
    length = len(pattern)
    if not may_be_misspelt(pattern):
        return None
    if cutoff is None:
        slips, swapped = _slips(length), pattern.is_pinyin
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


def _slips(length: int) -> int:
    """How many letters may be wrong."""
    return 1 if length < _LONG else 2


def respelt(letters: str, is_there: Callable[[str], bool]) -> Iterator[tuple[str, ...]]:
    """The codes of the syllables that the letters may have been meant for, read one after another.

    Only those of which every two neighbours are there, that is: have their pair of codes in an index. Of very many
    ways to read the letters, not all are tried.
    """
    asked = 0

    def goes_on(codes: tuple[str, ...], code: str) -> bool:
        nonlocal asked
        asked += 1
        return asked <= _MOST_ASKED and is_there(codes[-1] + code if codes else code)

    def read(start: int, slips: int, codes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if start == len(letters):
            yield codes
        for syllables, end, wrong in ways(start, slips):
            found = codes
            for code in map(code_of, syllables):
                if not goes_on(found, code):
                    break
                found = *found, code
            else:
                yield from read(end, slips - wrong, found)

    @cache
    def ways(start: int, slips: int) -> list[tuple[tuple[str, ...], int, int]]:
        """What the letters from a place on may begin with, where that ends, and how many are wrong; not a dead end."""
        found: list[tuple[tuple[str, ...], int, int]] = [
            ((syllable,), end, wrong)
            for end in range(start, min(start + LONGEST_SYLLABLE + slips, len(letters)) + 1)
            for syllable, wrong in _spelt_like(letters[start:end], slips)
        ]
        if slips:
            found += [(both, end, 1) for both, end in _swapped(letters, start)]
        return [way for way in found if way[1] == len(letters) or ways(way[1], slips - way[2])]

    # The fewest letters wrong first: if there are too many ways, they are the likelier.
    yield from dict.fromkeys(codes for slips in range(_slips(len(letters)) + 1) for codes in read(0, slips, ()))


@cache
def _spelt_like(letters: str, slips: int) -> list[tuple[str, int]]:
    """The syllables that are spelt like letters but for so many, each with how many are wrong."""
    from rapidfuzz import process  # which only a collection's index needs

    syllables = sorted(all_syllables())
    found = process.extract(letters, syllables, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [(syllable, int(wrong)) for syllable, wrong, _ in found]


def _swapped(letters: str, start: int) -> Iterator[tuple[tuple[str, str], int]]:
    """Two syllables between which two letters were swapped, and where they end."""
    for end in range(start + 2, min(start + 2 * LONGEST_SYLLABLE, len(letters)) + 1):
        for place in range(max(start, end - LONGEST_SYLLABLE), min(start + LONGEST_SYLLABLE, end - 1)):
            one = letters[start:place] + letters[place + 1]
            other = letters[place] + letters[place + 2 : end]
            if one[-1] != other[0] and is_syllable(one) and is_syllable(other):
                yield (one, other), end
