"""Misspelt pinyin: one or two letters missing, added, wrong or swapped (aishnaghai), measured by RapidFuzz."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate

from rapidfuzz.distance import OSA

from awardcli.language.grams import code_of
from awardcli.language.pinyin import LONGEST_SYLLABLE, all_syllables, is_syllable
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment, aligned
from awardcli.search.printed_text import WrittenForm
from awardcli.search.typed_term import TypedTerm

_MOST_PROBES = 2_000
"""Index probes of one term: they take some tenths of a second."""


def may_be_misspelt(term: TypedTerm) -> bool:
    """Whether a term has enough letters for one of them to be wrong."""
    return term.letters == len(term) >= weights.FEWEST_MISSPELT and not term.is_initials


def misspelt_match(term: TypedTerm, printed: WrittenForm, cutoff: float | None = None) -> Alignment | None:
    """The printed characters whose pinyin the term most likely misspells, or None.

    One slip is forgiven, two in a long term: a letter missing, added, wrong, or swapped with its neighbour. Where the
    letters are valid pinyin, which may mean another word, the last slip must be a swap. A `cutoff` (0-100), the lowest
    share of correct letters, replaces these rules.
    """
    length = len(term)
    if not may_be_misspelt(term):
        return None
    if cutoff is None:
        slips, swapped = _slips(length), term.is_pinyin
    else:
        slips, swapped = int(length * (100 - cutoff) / 100), False
    spelt = [readings[0] if readings else text for readings, text in zip(printed.readings, printed.text, strict=True)]
    whole, ends = "".join(spelt), [0, *accumulate(map(len, spelt))]
    best: tuple[int, int, int] | None = None
    for first in range(len(spelt)):
        if printed.splits_word(first):
            continue
        for last in range(first + 1, len(spelt) + 1):
            letters = ends[last] - ends[first]
            if letters > length + slips:
                break
            if letters >= length - slips and not (printed.splits_word(last) and not term.unfinished):
                spelling = whole[ends[first] : ends[last]]
                found = OSA.distance(term.text, spelling, score_cutoff=slips)
                if found == slips and swapped and sorted(spelling) != sorted(term.text):
                    continue
                if found <= slips and (best is None or found < best[0]):
                    best = found, first, last
    if best is None:
        return None
    wrong, first, last = best
    return aligned(printed, Tier.NEAR, 100 * (1 - wrong / length), range(first, last))


def _slips(length: int) -> int:
    """How many letters may be wrong in a term of that many letters."""
    return 1 if length < weights.LONG_PINYIN else 2


def respelt(letters: str, has: Callable[[str], bool]) -> Iterator[tuple[str, ...]]:
    """The sequences of syllable codes that the letters may misspell, those with the fewest wrong letters first.

    `has` says whether an index contains a code or a pair of codes; a sequence is given only where the index contains
    each of its pairs. The number of probes is limited, so of very many sequences not all are tried.
    """
    probes = 0

    def continues(codes: tuple[str, ...], code: str) -> bool:
        nonlocal probes
        probes += 1
        return probes <= _MOST_PROBES and has(codes[-1] + code if codes else code)

    def read(start: int, slips: int, codes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if start == len(letters):
            yield codes
        for syllables, end, wrong in ways(start, slips):
            found = codes
            for code in map(code_of, syllables):
                if not continues(found, code):
                    break
                found = *found, code
            else:
                yield from read(end, slips - wrong, found)

    @cache
    def ways(start: int, slips: int) -> list[tuple[tuple[str, ...], int, int]]:
        """The syllables that may begin at a letter, where they end, and how many letters are wrong; no dead ends."""
        found: list[tuple[tuple[str, ...], int, int]] = [
            ((syllable,), end, wrong)
            for end in range(start, min(start + LONGEST_SYLLABLE + slips, len(letters)) + 1)
            for syllable, wrong in _spelt_like(letters[start:end], slips)
        ]
        if slips:
            found += [(both, end, 1) for both, end in _swapped(letters, start)]
        return [way for way in found if way[1] == len(letters) or ways(way[1], slips - way[2])]

    yield from dict.fromkeys(codes for slips in range(_slips(len(letters)) + 1) for codes in read(0, slips, ()))


@cache
def _spelt_like(letters: str, slips: int) -> list[tuple[str, int]]:
    """The syllables within that many slips of the letters, each with its number of slips."""
    from rapidfuzz import process  # needed for a collection's index only

    syllables = sorted(all_syllables())
    found = process.extract(letters, syllables, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [(syllable, int(wrong)) for syllable, wrong, _ in found]


def _swapped(letters: str, start: int) -> Iterator[tuple[tuple[str, str], int]]:
    """Pairs of syllables with the last letter of one and the first of the other swapped, and where they end."""
    for end in range(start + 2, min(start + 2 * LONGEST_SYLLABLE, len(letters)) + 1):
        for swap in range(max(start, end - LONGEST_SYLLABLE), min(start + LONGEST_SYLLABLE, end - 1)):
            one = letters[start:swap] + letters[swap + 1]
            other = letters[swap] + letters[swap + 2 : end]
            if one[-1] != other[0] and is_syllable(one) and is_syllable(other):
                yield (one, other), end
