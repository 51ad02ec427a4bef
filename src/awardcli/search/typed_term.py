"""A term as it is compared: its characters with their sounds, its letters, and what each weighs."""

from collections.abc import Sequence
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING

from awardcli.language.fold import fold
from awardcli.language.look_alikes import look_alikes
from awardcli.language.pinyin import LONGEST_SYLLABLE, accents, is_syllable, segment, untoned
from awardcli.language.readings import is_han, readings
from awardcli.search import weights
from awardcli.search.weights import Agreement

if TYPE_CHECKING:
    from awardcli.language.numerals import Number


_GENERIC = ("有限公司", "股份", "集团", "公司", "中心", "上海市", "委员会", "办公室")
"""Words that stand in many organizations' names. The list is fixed, so that a score never depends on the collection."""

NUMERALS = frozenset("0123456789〇零一二两三四五六七八九十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟")
_SHORT = 2
"""Of so few characters (十年) none weighs little."""
_SPELT_NUMERALS = frozenset(
    ("ling", "yi", "er", "liang", "san", "si", "wu", "liu", "qi", "ba", "jiu", "shi", "bai", "qian", "wan")
)
_MEASURES = frozenset("年个届部")
"""What counts years, things, editions and films, and is often left out or put in behind a number."""

_SYLLABLE_MARKS = str.maketrans("'’·-", "    ")
"""What sets syllables apart in pinyin (xi'an)."""

_VOWELS = frozenset("aeiouv")
_FEWEST_VOWELS = 0.25
"""Pinyin in full has a vowel in four letters at least (zhuang); initials have hardly any (wyads)."""


class TypedTerm:
    """One term, or all terms of a query read as one.

    `text` is folded, `weights` says what each of its characters weighs, `han` which are Chinese: the `characters`.
    No syllable spans the place where one word ends and the next begins.
    """

    def __init__(self, words: Sequence[str]) -> None:
        folded = [fold(part) for word in words for part in _syllables_apart(word)]
        self.text = "".join(folded)
        self.han = [is_han(character) for character in self.text]
        self.characters = "".join(compress(self.text, self.han))
        self.letters = len(self.text) - len(self.characters)
        self.weights = [weights.CHARACTER if han else weights.LETTER for han in self.han]
        for word in _GENERIC:
            start = self.text.find(word)
            if start >= 0 and len(word) < len(self.text):
                self.weights[start : start + len(word)] = [weights.GENERIC] * len(word)
        self.weight = sum(self.weights)
        # ends[i]: where the word that character i belongs to ends
        self.ends = [end for end, word in zip(_running(map(len, folded)), folded, strict=True) for _ in word]

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def readings(self) -> list[tuple[str, ...]]:
        """The readings of each character, the one in its context first; none of letters and digits."""
        return readings(self.text)

    @cached_property
    def sounds(self) -> list[str]:
        """The reading of each character in its context; empty for letters and digits."""
        return [readings[0] if readings else "" for readings in self.readings]

    @cached_property
    def shapes(self) -> list[frozenset[str]]:
        """The characters that each of its characters looks like."""
        return [look_alikes(character) for character in self.text]

    @cached_property
    def sought(self) -> list[frozenset[str]]:
        """The characters and readings that what is typed at each position may stand for, but as an initial."""
        return [
            shapes.union((typed, *readings, *spelt), *map(accents, readings[:1]))
            for typed, readings, shapes, spelt in zip(self.text, self.readings, self.shapes, self.spelt, strict=True)
        ]

    @cached_property
    def spelt(self) -> list[dict[str, list[tuple[int, Agreement]]]]:
        """For each position, the readings that its letters may spell in full: how many letters, and how."""
        found: list[dict[str, list[tuple[int, Agreement]]]] = [{} for _ in self.text]
        for start, han in enumerate(self.han):
            furthest = 0 if han else min(start + LONGEST_SYLLABLE, self.ends[start])
            for end in range(start + 1, furthest + 1):
                letters = self.text[start:end]
                if is_syllable(letters):
                    found[start].setdefault(letters, []).append((end - start, weights.FULL))
                for reading in accents(letters):  # the letters need be no syllable: zuang is how some say zhuang
                    found[start].setdefault(reading, []).append((end - start, weights.FULL_ACCENT))
        return found

    @cached_property
    def may_say_a_number(self) -> bool:
        """Whether it has a numeral, or letters that spell one: a quick look that most terms end with."""
        if not NUMERALS.isdisjoint(self.text):
            return True
        return any(not _SPELT_NUMERALS.isdisjoint(spelt) for spelt in self.spelt)

    @cached_property
    def surest(self) -> str:
        """Its Chinese characters but those that a number may be written with: what a near text has most of."""
        numbers = NUMERALS | _MEASURES if self.may_say_a_number else frozenset()
        return "".join(character for character in self.characters if character not in numbers)

    @cached_property
    def numbers(self) -> "list[Number]":
        """The numbers in it."""
        if NUMERALS.isdisjoint(self.text):
            return []
        from awardcli.language.numerals import number_spans  # only the near step looks at numerals

        return number_spans(self.text)

    @cached_property
    def near_weights(self) -> list[float]:
        """What each character weighs in the near step, where a number is one thing whatever its length."""
        found = list(self.weights)
        for number in self.numbers:
            length = number.end - number.start
            if length > 1:
                found[number.start : number.end] = [weights.NUMBER / length] * length
            if number.end < len(self) > _SHORT and self.text[number.end] in _MEASURES:
                found[number.end] = weights.MEASURE
        return found

    @cached_property
    def covers(self) -> dict[str, int]:
        """For each reading that its letters may spell, the positions of those letters, as bits."""
        bits: dict[str, int] = {}
        for start, spelt in enumerate(self.spelt):
            for reading, ways in spelt.items():
                for length, _ in ways:
                    bits[reading] = bits.get(reading, 0) | ((1 << length) - 1) << start
        return bits

    def places_of(self, text: str) -> int:
        """The positions of its characters that stand in a text as they are, as bits."""
        return sum(1 << position for position, typed in enumerate(self.text) if typed in text)

    @cached_property
    def in_digits(self) -> "TypedTerm | None":
        """The term with its numerals in digits (二十四 as 24), or None where that changes nothing."""
        text, end = "", 0
        for number in self.numbers:
            text += self.text[end : number.start] + number.value
            end = number.end
        text += self.text[end:]
        return None if text == self.text else TypedTerm([text])

    @cached_property
    def is_initials(self) -> bool:
        """Whether its letters look like initials rather than pinyin in full."""
        vowels = sum(character in _VOWELS for character in self.text)
        return self.letters == len(self) and vowels <= _FEWEST_VOWELS * len(self)

    @cached_property
    def in_full(self) -> Agreement:
        """What a syllable in full is worth; among initials (zsess) it may just as well be two of them."""
        return weights.FULL_AMONG_INITIALS if self.is_initials and not self.is_pinyin else weights.FULL

    @cached_property
    def is_pinyin(self) -> bool:
        """Whether its letters are whole syllables as they stand."""
        return bool(segment(self.text))

    @property
    def is_spelt(self) -> bool:
        """Whether it is letters alone, and they spell syllables."""
        return self.letters == len(self) and not self.is_initials and self.text.isalpha()

    @property
    def floor(self) -> float:
        """The least score, 0-100, of a near match."""
        return weights.INITIALS_FLOOR if self.is_initials else weights.floor(len(self) - self.letters, self.letters)


def _syllables_apart(word: str) -> list[str]:
    """The parts of a word that no syllable spans, without the tones of pinyin."""
    return untoned(word).translate(_SYLLABLE_MARKS).split()


def _running(lengths: "map[int]") -> list[int]:
    totals, total = [], 0
    for length in lengths:
        total += length
        totals.append(total)
    return totals
