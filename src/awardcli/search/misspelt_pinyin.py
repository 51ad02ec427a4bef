"""Misspelt pinyin: one or two letters missing, added, wrong or swapped (aishnaghai), measured by RapidFuzz.

`misspelt_match` compares a term with one printed text; `respelt` gives the codes to look up in a collection's index.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from awardcli.language.numerals import english_value
from awardcli.language.pinyin import LONGEST_SYLLABLE, accents, all_syllables, letters_without_accents
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment, aligned
from awardcli.search.printed_text import WrittenForm
from awardcli.search.typed_term import TypedTerm

_MOST_SPLITS = 4
"""Ways to split letters into syllables that are compared at most; the likelier ones come first."""
_SAID_ALIKE = (("(?<=.)(ie|ey|y|i)$", "i"), ("(?<=.)ph", "v"), (r"(.)\1", r"\1"), ("ck", "k"))
_MOST_PROBES = 2_000
"""Index probes of one term: they take some tenths of a second."""


def misspelt_match(term: TypedTerm, printed: WrittenForm, cutoff: float | None) -> Alignment | None:
    """The printed characters whose pinyin the term most likely misspells, or None.

    One slip is forgiven, two in a long term: a letter missing, added, wrong, or swapped with its neighbour, also in
    letters that a southern accent has changed. In valid pinyin, which may mean another word, the last slip must be a
    swap; of five syllables or more, one may be another syllable. Numbers must be the same. A `cutoff` (0-100), the
    lowest share of correct letters, replaces these rules.
    """
    if not term.may_be_misspelt or any(number.value not in printed.values for number in term.numbers):
        return None
    found = _misspelling(term, printed, cutoff)
    if found is None and cutoff is None:
        found = _wrong_syllable(term, printed.spelt)
    if found is None:
        return None
    return aligned(printed, Tier.NEAR, found.score, range(found.start, found.end), term.text)


class _Stretch(NamedTuple):
    """The printed characters from `start` to `end` (exclusive) that a term misspells, and the score (0-100)."""

    start: int
    end: int
    score: float


def _misspelling(term: TypedTerm, printed: WrittenForm, cutoff: float | None) -> _Stretch | None:
    """The stretch that the term spells with the fewest slips; without a cutoff, also one that an accent spells."""
    if cutoff is not None:
        most = int(len(term) * (100 - cutoff) / 100)
        return _Spellings(term, printed, term.text, printed.spelt, most).fewest_slips()
    most, is_pinyin = _slips(len(term)), term.is_pinyin
    most_blurred = 2 if len(term) >= weights.LONG_BLURRED_PINYIN else 1
    found = _Spellings(term, printed, term.text, printed.spelt, most, swapped=is_pinyin).fewest_slips()
    if found:
        return found
    blurred = _Spellings(term, printed, term.blurred, printed.blurred, most_blurred, swapped=is_pinyin, accented=True)
    return blurred.fewest_slips()


class _Spellings(NamedTuple):
    """The letters of a term and the syllables of a printed text, and how many slips are forgiven between them.

    `typed` and `syllables` are those of `term` and `printed`, or where `accented`, both as a southern accent blurs
    them. With `swapped` the last slip must be a swap.
    """

    term: TypedTerm
    printed: WrittenForm
    typed: str
    syllables: Sequence[str]
    most: int
    swapped: bool = False
    accented: bool = False

    def fewest_slips(self) -> _Stretch | None:
        """The stretch that is spelt with the fewest slips, or None where each has too many."""
        typed, most, whole = self.typed, self.most, "".join(self.syllables)
        shorter = min(len(typed), len(whole))
        # RapidFuzz rules nearly all texts out: a slip costs its ratio two letters of the shorter text at most.
        if not shorter or not fuzz.partial_ratio(typed, whole, score_cutoff=max(100 * (1 - 2 * most / shorter) - 1, 1)):
            return None
        share = weights.FULL_ACCENT.share if self.accented else 1.0
        best: _Stretch | None = None
        for first, last, spelling in self._stretches(whole):
            wrong = OSA.distance(typed, spelling, score_cutoff=most)
            if wrong > most or _digits(typed) != _digits(spelling) or _has_another_end(typed, spelling):
                continue
            is_short = last - first <= weights.SHORT or (wrong and len(typed) < weights.FEWEST_BLURRED)
            if self.accented and is_short:
                continue  # an accent leaves so little of it that English words are near: london, 董小姐
            if self.swapped and sorted(spelling) != sorted(typed):
                in_longer_text = last - first <= weights.LONGER_TEXT * len(self.syllables)
                if wrong == most or (wrong and in_longer_text):
                    continue
            score = 100 * (1 - wrong / len(typed)) * share
            if (best is None or score > best.score) and not self._has_another_word(first, last):
                best = _Stretch(first, last, score)
        return best

    def _stretches(self, whole: str) -> Iterator[tuple[int, int, str]]:
        """The stretches of whole words with about as many letters as the term: their offsets and their letters.

        `whole` are the letters of all syllables. The last word may be unfinished where that of the term may be.
        """
        printed, ends = self.printed, [0, *accumulate(map(len, self.syllables))]
        for first in range(len(printed)):
            if printed.splits_word(first):
                continue
            for last in range(first + 1, len(printed) + 1):
                more = ends[last] - ends[first] - len(self.typed)
                if more > self.most:
                    break
                if more >= -self.most and (self.term.unfinished or not printed.splits_word(last)):
                    if printed.crosses_names(first, last - 1):
                        break
                    yield first, last, whole[ends[first] : ends[last]]

    def _has_another_word(self, first: int, last: int) -> bool:
        """Whether any of the Latin words of a stretch is another word: under the skin is not Under the Sun of Satan.

        Latin words have no accent of pinyin. A short one that is wrong, or has another first letter, makes another
        title.
        """
        printed, words = self.printed, self.term.folded_words
        stretch = printed.text[first:last]
        if not stretch.isascii():
            is_latin = printed.text[last - 1].isascii() and printed.runs_on(first, last - 1)  # 俊 Emily of 林俊 Emily
            return is_latin or printed.splits_word(last)  # 灵鼠 St|uart is no `strings`
        if not any(map(str.isalpha, stretch)):
            return False
        if printed.splits_word(last) and last - first < weights.LONG_PINYIN:
            return True  # an unfinished short word is not misspelt as well: martian is not Martin's
        begins = [
            at for at in range(first, last) if at == first or not (printed.splits_word(at) or printed.touches(at))
        ]
        there = [printed.text[begin:end] for begin, end in pairwise([*begins, last])]
        parts = (part.casefold() for word in self.term.words for part in word.split("-"))
        if any(english_value(part) is not None and part not in stretch for part in parts):
            return True  # another number
        if len(there) == len(words) + 1 and printed.splits_word(last) and not self.typed.endswith(there[-1]):
            del there[-1]  # a next word, of which nothing is typed: the dark night for The Dark Knight R|ises
        if self.accented or len(there) != len(words):
            return self.accented
        in_longer_text = last - first <= weights.LONGER_TEXT * len(printed)
        return any(
            _is_another_word(typed, word, in_longer_text=in_longer_text, among=len(words))
            for typed, word in zip(words, there, strict=True)
        )


def _is_another_word(typed: str, word: str, *, in_longer_text: bool, among: int) -> bool:
    """Whether a typed word is another than the printed one, and no misspelling of it; it is `among` that many typed."""
    if _said(typed) == _said(word):
        return False
    has_another_begin = typed[0] != word[0] and not _has_begin_swapped(typed, word)
    if has_another_begin or OSA.distance(typed, word) > max(len(typed) // weights.LETTERS_PER_SLIP, 1):
        return True
    if len(typed) >= weights.LONG_WORD:
        return False
    is_replaced = len(typed) == len(word) and sorted(typed) != sorted(word)
    return in_longer_text or (is_replaced and among < weights.MANY_WORDS)


def _has_begin_swapped(typed: str, word: str) -> bool:
    """Whether the first two letters are swapped, which mostly makes no word (nkight); it may make a short one (cat)."""
    return len(typed) > weights.FEW and typed[:2] == word[1::-1] and typed[2:] == word[2:]


def _said(word: str) -> str:
    """A Latin word as it is said, as far as spelling leaves it open: Connie and Conny, Stephen and Steven."""
    for spelling, sound in _SAID_ALIKE:
        word = re.sub(spelling, sound, word)
    return word


def _has_another_end(typed: str, spelling: str) -> bool:
    """Whether both letters at one end differ, which mostly makes another word: laochengjz is not laochengde."""
    ends = (typed[:2], spelling[:2]), (typed[-2:], spelling[-2:])
    return any(set(one).isdisjoint(other) for one, other in ends)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _wrong_syllable(term: TypedTerm, spelt: Sequence[str]) -> _Stretch | None:
    """The stretch that has one character for each syllable of the term, with exactly one other syllable."""
    for syllables in term.splits[:_MOST_SPLITS]:
        length = len(syllables)
        if not weights.SYLLABLES_OF_LONG_TITLE <= length <= len(spelt) < length / weights.LONGER_TEXT:
            continue
        for start in range(len(spelt) - length + 1):
            same = sum(
                typed == syllable or syllable in accents(typed)
                for typed, syllable in zip(syllables, spelt[start : start + length], strict=True)
            )
            if same == length - 1:
                return _Stretch(start, start + length, 100 * same / length)
    return None


def _slips(length: int) -> int:
    """How many letters may be wrong in a term of that many letters."""
    return 1 if length < weights.LONG_PINYIN else 2


def respelt(letters: str, has: Callable[[str], bool]) -> Iterator[tuple[str, ...]]:
    """The sequences of codes that letters may misspell, those with the fewest wrong letters first.

    Codes stand for sounds that an accent does not distinguish, so letters are compared without accents; a digit is its
    own code. `has` says whether an index contains a code or a pair of codes; a sequence is given only where the index
    contains each of its pairs. The number of probes is limited, so of very many sequences not all are tried.
    """
    respelling = _Respelling(letters_without_accents(letters), has)
    yield from dict.fromkeys(
        codes for slips in range(_slips(len(letters)) + 1) for codes in respelling.sequences(0, slips, ())
    )


class _Respelling:
    """The sequences of codes that `typed` letters may misspell, and the probes of the index that these have taken."""

    def __init__(self, typed: str, has: Callable[[str], bool]) -> None:
        self._typed = typed
        self._has = has
        self._probes = 0
        self._next_codes = cache(self._find_next_codes)

    def sequences(self, start: int, slips: int, codes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The codes that were read before `start`, continued by those of the rest with that many slips at most."""
        if start == len(self._typed):
            yield codes
        for following, end, wrong in self._next_codes(start, slips):
            found = codes
            for code in following:
                if not self._may_follow(found, code):
                    break
                found = *found, code
            else:
                yield from self.sequences(end, slips - wrong, found)

    def _may_follow(self, codes: tuple[str, ...], code: str) -> bool:
        self._probes += 1
        return self._probes <= _MOST_PROBES and self._has(codes[-1] + code if codes else code)

    def _find_next_codes(self, start: int, slips: int) -> list[tuple[tuple[str, ...], int, int]]:
        """The codes that may begin at a letter, where they end, and how many letters are wrong; no dead ends."""
        typed = self._typed
        if typed[start : start + 1].isdigit():
            found: list[tuple[tuple[str, ...], int, int]] = [((typed[start],), start + 1, 0)]
        else:
            found = [
                ((code,), end, wrong)
                for end in range(start, min(start + LONGEST_SYLLABLE + slips, len(typed)) + 1)
                for code, wrong in _spelt_like(typed[start:end], slips)
            ]
        if slips:
            found += [(both, end, 1) for both, end in _swapped(typed, start)]
        return [way for way in found if way[1] == len(typed) or self._next_codes(way[1], slips - way[2])]


@cache
def _sounds() -> dict[str, str]:
    """The letters of each code, without accents."""
    from awardcli.language.grams import code_of  # needed for a collection's index only

    return {code_of(syllable): letters_without_accents(syllable) for syllable in sorted(all_syllables())}


@cache
def _codes() -> dict[str, str]:
    """The code of each syllable without accents."""
    return {letters: code for code, letters in _sounds().items()}


@cache
def _spelt_like(letters: str, slips: int) -> list[tuple[str, int]]:
    """The codes of the syllables within that many slips of the letters, each with its number of slips."""
    from rapidfuzz import process  # needed for a collection's index only

    found = process.extract(letters, _sounds(), scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [(code, int(wrong)) for _, wrong, code in found]


def _swapped(letters: str, start: int) -> Iterator[tuple[tuple[str, str], int]]:
    """Pairs of codes between whose syllables two letters were swapped, and where they end."""
    codes = _codes()
    for end in range(start + 2, min(start + 2 * LONGEST_SYLLABLE, len(letters)) + 1):
        for swap in range(max(start, end - LONGEST_SYLLABLE), min(start + LONGEST_SYLLABLE, end - 1)):
            one = codes.get(letters[start:swap] + letters[swap + 1])
            other = codes.get(letters[swap] + letters[swap + 2 : end])
            if letters[swap] != letters[swap + 1] and one and other:
                yield (one, other), end
