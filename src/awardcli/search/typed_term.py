"""The typed side of a comparison: the characters of a term with their sounds, its letters, and their weights."""

from collections.abc import Container, Sequence
from functools import cached_property
from itertools import accumulate, compress
from typing import TYPE_CHECKING

from awardcli.language.confused_characters import look_alikes
from awardcli.language.fold import fold
from awardcli.language.pinyin import LONGEST_SYLLABLE, accents, letters_without_accents, segment, spelt_by, untoned
from awardcli.language.readings import is_han, readings
from awardcli.search import weights
from awardcli.search.printed_text import NUMERALS, WrittenForm
from awardcli.search.weights import Agreement

if TYPE_CHECKING:
    from awardcli.language.numerals import TitleNumber


_GENERIC = ("有限公司", "股份", "集团", "公司", "中心", "上海市", "委员会", "办公室")
"""Words that many organizations share. The list is fixed, so that a score never depends on the collection."""

_SPELT_NUMERALS = frozenset(
    ("ling", "yi", "er", "liang", "san", "si", "wu", "liu", "qi", "ba", "jiu", "shi", "bai", "qian", "wan")
)
_MEASURES = frozenset("年个届部")
"""Measure words for years, things, editions and films, which people add and leave out after a number."""

_SYLLABLE_MARKS = str.maketrans("'’·-", "    ")
"""Characters that separate syllables in pinyin (xi'an)."""

_VOWELS = frozenset("aeiouv")


class TypedTerm:
    """One term, or all terms of a query read as one.

    `text` is folded. `han` says for each of its characters whether it is Chinese, and `characters` are those that are;
    `letters` counts the others. `weights` has the weight of each character. No syllable crosses a word boundary, and
    a Latin word may be `unfinished` at the end of the term.
    """

    def __init__(self, words: Sequence[str], *, unfinished: bool = True) -> None:
        self.words = tuple(words)
        self.unfinished = unfinished
        folded = [fold(part) for part in untoned(" ".join(words)).translate(_SYLLABLE_MARKS).split()]
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
        # For each character the end of the word that it belongs to.
        self.word_ends = [end for end, word in zip(accumulate(map(len, folded)), folded, strict=True) for _ in word]

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def readings(self) -> list[tuple[str, ...]]:
        """The readings of each character, the contextual one first; empty for letters and digits."""
        return readings(self.text)

    @cached_property
    def sounds(self) -> list[str]:
        """The contextual reading of each character; empty for letters and digits."""
        return [readings[0] if readings else "" for readings in self.readings]

    @cached_property
    def shapes(self) -> list[frozenset[str]]:
        """For each character, the characters of similar shape."""
        return [look_alikes(character) for character in self.text]

    @cached_property
    def spelt(self) -> list[dict[str, list[tuple[int, Agreement]]]]:
        """For each position, the readings that letters from there spell in full, with the number of letters and how."""
        found: list[dict[str, list[tuple[int, Agreement]]]] = [{} for _ in self.text]
        for start, han in enumerate(self.han):
            furthest = 0 if han else min(start + LONGEST_SYLLABLE, self.word_ends[start])
            for end in range(start + 1, furthest + 1):
                letters = self.text[start:end]
                for number, reading in enumerate(spelt_by(letters)):
                    agreement = weights.RESPELT if number else weights.FULL
                    found[start].setdefault(reading, []).append((end - start, agreement))
                for reading in accents(letters):  # also where they are no syllable: zuang for zhuang
                    found[start].setdefault(reading, []).append((end - start, weights.FULL_ACCENT))
        return found

    @cached_property
    def wanted(self) -> list[frozenset[str]]:
        """For each position, the printed characters and readings that it may agree with, other than as an initial."""
        return [
            shapes.union((character, *readings, *spelt), *map(accents, readings[:1]))
            for character, readings, shapes, spelt in zip(
                self.text, self.readings, self.shapes, self.spelt, strict=True
            )
        ]

    @cached_property
    def positions_wanting(self) -> dict[str, list[int]]:
        """For each printed character and reading in `wanted`, the positions that may agree with it."""
        found: dict[str, list[int]] = {}
        for position, wanted in enumerate(self.wanted):
            for each in wanted:
                found.setdefault(each, []).append(position)
        return found

    @cached_property
    def spelt_positions(self) -> dict[str, int]:
        """For each reading that its letters spell in full, the positions of those letters, as bits."""
        bits: dict[str, int] = {}
        for start, spelt in enumerate(self.spelt):
            for reading, ways in spelt.items():
                for length, _ in ways:
                    bits[reading] = bits.get(reading, 0) | ((1 << length) - 1) << start
        return bits

    def positions_found(self, printed: WrittenForm) -> int:
        """The positions, as bits, of the characters in a printed text and of the letters that spell a sound of it."""
        found = sum(1 << position for position, character in enumerate(self.text) if character in printed.text)
        for reading in self.spelt_positions.keys() & printed.sounds if self.spelt_positions else ():
            found |= self.spelt_positions[reading]
        return found

    def may_be_complete_in(self, printed: WrittenForm) -> bool:
        """Whether a match in a printed text may cover every character of it."""
        return self.positions_covered(printed) == (1 << len(self)) - 1

    def lacks_letters_of(self, printed: WrittenForm) -> bool:
        """Whether it is letters that a text without readings has not all in order: only as misspelt they match it."""
        if self.characters or not printed.is_unread:
            return False
        left = iter(printed.text)
        return not all(letter in left for letter in self.text)

    def positions_covered(self, printed: WrittenForm) -> int:
        """The most of `positions_found` that one match may cover: in a Latin text it enters each letter once."""
        if not printed.is_unread:
            return self.positions_found(printed)
        return sum(
            1 << position
            for position, (character, earlier) in enumerate(zip(self.text, self._earlier, strict=True))
            if printed.text.count(character) > earlier
        )

    @cached_property
    def _earlier(self) -> list[int]:
        """For each position, how often its letter occurs before it; 0 in numbers, which have weights of their own."""
        return [
            0 if position in self.number_positions else self.text.count(character, 0, position)
            for position, character in enumerate(self.text)
        ]

    @cached_property
    def may_say_a_number(self) -> bool:
        """Whether it has a number, or letters that spell one."""
        return bool(self.numbers) or any(not _SPELT_NUMERALS.isdisjoint(spelt) for spelt in self.spelt)

    @cached_property
    def numbers(self) -> "Sequence[TitleNumber]":
        """Its numbers, with offsets into `text`."""
        from awardcli.language.numerals import title_numbers

        typed = " ".join(self.words)
        # Where tones or marks of pinyin were removed, the offsets are those of the text that is left.
        return title_numbers(typed if fold(typed) == self.text else self.text)

    @cached_property
    def number_positions(self) -> frozenset[int]:
        """The positions of its numerals."""
        return frozenset(position for number in self.numbers for position in range(number.start, number.end))

    @cached_property
    def in_digits(self) -> "TypedTerm | None":
        """The term with its numbers in digits (二十四 as 24, 第二季 as 2), or None where that changes nothing."""
        text, end = "", 0
        for number in self.numbers:
            text += self.text[end : number.whole[0]] + number.value
            end = number.whole[1]
        text += self.text[end:]
        return None if text == self.text else TypedTerm([text])

    @cached_property
    def without_numerals(self) -> str:
        """Its Chinese characters without numerals and measure words: a near text contains most of them."""
        numerals = NUMERALS | _MEASURES if self.may_say_a_number else frozenset()
        return "".join(character for character in self.characters if character not in numerals)

    @cached_property
    def near_weights(self) -> list[float]:
        """The weight of each character in the near step, where a number is one unit however long it is."""
        found = list(self.weights)
        for number in self.numbers:
            length = number.end - number.start
            if length > 1:
                found[number.start : number.end] = [weights.NUMBER / length] * length
            if number.end < len(self) > weights.SHORT and self.text[number.end] in _MEASURES:
                found[number.end] = weights.MEASURE
        return found

    @cached_property
    def near_weight(self) -> float:
        """The sum of `near_weights`."""
        return sum(self.near_weights)

    @cached_property
    def most_gained(self) -> list[float]:
        """For each position, the most that its characters from there on can earn."""
        each = zip(self.near_weights, self.han, strict=True)
        gains = [weight if han else max(weight, weights.LETTER) for weight, han in each]
        return list(accumulate(reversed(gains)))[::-1]

    @cached_property
    def is_initials(self) -> bool:
        """Whether its letters look like initials rather than pinyin in full."""
        return self.letters == len(self) and self._vowels <= weights.VOWELS_OF_PINYIN * len(self)

    @cached_property
    def may_be_misspelt(self) -> bool:
        """Whether it has enough letters for one of them to be wrong, and enough vowels to be no initials."""
        vowels = self._vowels > weights.VOWELS_OF_MISSPELT * len(self)
        return vowels and self.letters == len(self) >= weights.FEWEST_MISSPELT

    @cached_property
    def folded_words(self) -> list[str]:
        """Its words, each folded by itself."""
        return list(filter(None, map(fold, self.words)))

    @cached_property
    def blurred(self) -> str:
        """Its letters as a southern accent blurs them."""
        return letters_without_accents(self.text)

    @property
    def _vowels(self) -> int:
        return sum(character in _VOWELS for character in self.text)

    @cached_property
    def splits(self) -> list[list[str]]:
        """The ways to split its letters into whole syllables, the likeliest first."""
        return segment(self.text)

    @property
    def is_pinyin(self) -> bool:
        """Whether its letters split into whole syllables."""
        return bool(self.splits)

    @cached_property
    def is_spelt(self) -> bool:
        """Whether it is letters alone that are read as syllables, not as initials."""
        return self.letters == len(self) and not self.is_initials and self.text.isalpha()

    @cached_property
    def may_lack_particle(self) -> bool:
        """Whether it has letters, and enough beside them for a 的 to have been left out: laopankfd, 老潘kfd."""
        letters = self.letters + len(self.characters) / weights.LETTER
        return self.letters > 0 and letters >= weights.FEWEST_WITHOUT_PARTICLE

    @cached_property
    def in_full(self) -> Agreement:
        """How a syllable in full agrees with a character; among initials (zsess) it may also be two of them."""
        return weights.FULL_AMONG_INITIALS if self.is_initials and not self.is_pinyin else weights.FULL

    @cached_property
    def name_parts(self) -> tuple[str, ...]:
        """The parts of a body's short name: shared words, places without 区, the rest (长宁|公安局, 隧道|公司).

        Empty where a part is one character, and for a name of places and shared words alone (上海公司).
        """
        if self.letters or len(self) <= weights.FEW:
            return ()
        from awardcli.language.places import LARGE_CITIES, SHORT_DISTRICTS

        shared, place = "|".join(_GENERIC), f"{LARGE_CITIES}|{SHORT_DISTRICTS}"
        if not any(word in self.text for word in f"{shared}|{place}".split("|")):
            return ()  # as of most queries, for which compiling the pattern would take longest
        import re

        parts = re.findall(f"({shared})|({place})(?:新?区)?|((?:(?!{shared}|{place}).)+)", self.text)
        words = tuple(next(filter(None, part)) for part in parts)
        says = any(rest for _, _, rest in parts)
        return words if says and len(words) > 1 and all(len(word) >= weights.SHORT for word in words) else ()

    @cached_property
    def cutoff(self) -> float:
        """The lowest score (0-100) of a near match."""
        return weights.INITIALS_CUTOFF if self.is_initials else weights.cutoff(len(self) - self.letters, self.letters)


def is_far(term: TypedTerm, printed: str, text: str, *, surely: bool) -> bool:
    """Whether a printed text, folded to `text`, lacks too many of the term's Chinese characters to be near it.

    Where both may say a number, its numerals do not count, since they may be written otherwise, and half of the other
    characters may be homophones. All may be, so that such a text is never far `surely`.
    """
    from awardcli.language.numerals import may_number

    if missing(term.characters, text) <= may_lack(len(term.characters)):
        return False
    if not (term.may_say_a_number and (may_number(printed) or not NUMERALS.isdisjoint(text))):
        return True
    others = term.without_numerals
    return not surely and missing(others, text) > max(may_lack(len(term.characters)), len(others) // 2)


def is_another_body(term: TypedTerm, printed: WrittenForm, offsets: Sequence[int]) -> bool:
    """Whether an organization has other words before what it is than a term that agrees at those offsets.

    上海大学 is not 上海交通大学, nor is its library the other's: 上海大学钱学森图书馆.
    """
    from awardcli.language.people_and_bodies import KINDS_OF_BODIES

    if printed.field != "organization":
        return False
    starts = [printed.text.find(kind, min(offsets)) for kind in KINDS_OF_BODIES if kind in term.text]
    return any(start in offsets and start - 1 not in offsets and min(offsets) < start for start in starts)


def missing(characters: str, text: Container[str]) -> int:
    """How many of the characters a text, or a set of characters, does not contain."""
    return len(characters) - sum(map(text.__contains__, characters))


def highest_score(term: TypedTerm, lacking: int) -> float:
    """The highest score (0-100) of a near match in a text without `lacking` of a term's Chinese characters.

    Each of them may be heard, one of these with an accent: a text of homophones alone is found by an earlier step.
    """
    lost = lacking * (1 - weights.SOUND.share) + weights.SOUND.share - weights.ACCENT.share if lacking else 0
    return 100 * (1 - lost * min(term.near_weights) / term.near_weight)


def forgiven(characters: int) -> int:
    """How many of a term's Chinese characters may be wrong or missing."""
    return -(-characters // weights.CHARACTERS_PER_SLIP)


def may_lack(characters: int) -> int:
    """How many of a term's Chinese characters a near text may lack: explained slips count less."""
    return int(forgiven(characters) / (weights.EXPLAINED_SLIP if characters > weights.SHORT else 1))
