"""A term as it is compared: its characters with their sounds, its letters, and what each weighs."""

import re
from collections.abc import Sequence
from functools import cached_property

from awardcli.language.fold import fold
from awardcli.language.numerals import number_spans
from awardcli.language.pinyin import LONGEST_SYLLABLE, accents, is_syllable, untone
from awardcli.language.readings import is_han, syllables
from awardcli.search import worth
from awardcli.search.worth import How

_GENERIC = ("有限公司", "股份", "集团", "公司", "中心", "上海市", "委员会", "办公室")
"""Words that stand in many organizations' names. The list is fixed, so that a score never depends on the collection."""

_SYLLABLE_MARKS = re.compile("['’·-]")
"""What sets syllables apart in pinyin (xi'an)."""

_VOWELS = frozenset("aeiouv")
_FEWEST_VOWELS = 0.25
"""Pinyin in full has a vowel in four letters at least (zhuang); initials have hardly any (wyads)."""


class Pattern:
    """One term, or all terms of a query read as one.

    `text` is folded, `weights` says what each of its characters weighs, `han` which are Chinese.
    No syllable spans the place where one word ends and the next begins.
    """

    def __init__(self, words: Sequence[str]) -> None:
        folded = [fold(part) for word in words for part in _SYLLABLE_MARKS.split(untone(word))]
        self.text = "".join(folded)
        self.han = [is_han(character) for character in self.text]
        self.letters = self.han.count(False)
        self.weights = [worth.CHARACTER if han else worth.LETTER for han in self.han]
        for word in _GENERIC:
            start = self.text.find(word)
            if start >= 0 and len(word) < len(self.text):
                self.weights[start : start + len(word)] = [worth.GENERIC] * len(word)
        self.weight = sum(self.weights)
        # ends[i]: where the word that character i belongs to ends
        self.ends = [end for end, word in zip(_running(map(len, folded)), folded, strict=True) for _ in word]

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def sounds(self) -> list[str]:
        """The reading of each character in its context; empty for letters and digits."""
        return syllables(self.text)

    @cached_property
    def spelt(self) -> list[dict[str, list[tuple[int, How]]]]:
        """For each position, the readings that its letters may spell in full: how many letters, and how."""
        found: list[dict[str, list[tuple[int, How]]]] = [{} for _ in self.text]
        for start, han in enumerate(self.han):
            furthest = 0 if han else min(start + LONGEST_SYLLABLE, self.ends[start])
            for end in range(start + 1, furthest + 1):
                syllable = self.text[start:end]
                if is_syllable(syllable):
                    found[start].setdefault(syllable, []).append((end - start, worth.FULL))
                    for reading in accents(syllable):
                        found[start].setdefault(reading, []).append((end - start, worth.FULL_ACCENT))
        return found

    @cached_property
    def in_digits(self) -> "Pattern | None":
        """The term with its numerals in digits (二十四 as 24), or None where that changes nothing."""
        text, end = "", 0
        for number in number_spans(self.text):
            text += self.text[end : number.start] + number.value
            end = number.end
        text += self.text[end:]
        return None if text == self.text else Pattern([text])

    @cached_property
    def is_initials(self) -> bool:
        """Whether its letters look like initials rather than pinyin in full."""
        vowels = sum(character in _VOWELS for character in self.text)
        return self.letters == len(self) and vowels <= _FEWEST_VOWELS * len(self)

    @property
    def floor(self) -> float:
        """The least score, 0-100, of a near match."""
        return worth.INITIALS_FLOOR if self.is_initials else worth.floor(len(self) - self.letters, self.letters)


def _running(lengths: "map[int]") -> list[int]:
    totals, total = [], 0
    for length in lengths:
        total += length
        totals.append(total)
    return totals
