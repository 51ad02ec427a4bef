"""A name and a line, as far as one must know them to say whether comparing them is worth the while.

What a near match could gain at most is counted, whatever the order of the characters, and of Chinese characters alone
how many are missing: the near step forgives few, and the sound step none that is not there by its sound. That is quick,
and never says no to a match, but for what is read in an unusual way in both.
"""

from functools import cached_property
from itertools import chain

from awardcli.language.fold import fold
from awardcli.language.readings import is_han
from awardcli.model import FieldName, Result
from awardcli.search import worth
from awardcli.search.candidate import Candidate
from awardcli.search.grams import Gram, coded, codes_of, grams, units_of
from awardcli.search.near import forgiven, missing
from awardcli.search.pattern import NUMERALS
from awardcli.search.query import Term

PART = 4
"""The fewest characters that name a longer title of which they are no more than half."""


class Line:
    """A line as names are compared with it: its text, folded, and its codes, one for each character."""

    def __init__(self, line: str) -> None:
        self.text = fold(line)
        self.code = coded(line)
        self.han = sum(map(is_han, self.text))
        self.letters = (len(self.text) - self.han) * worth.LETTER
        self.numerals = sum(map(NUMERALS.__contains__, self.text))
        self.floor = worth.floor(self.han, len(self.text) - self.han)
        self.forgiven = forgiven(self.han)
        self.is_plain = len(line.split()) == 1 and all(map(is_han, self.words[0]))

    @cached_property
    def characters(self) -> frozenset[str]:
        return frozenset(self.text)

    @cached_property
    def codes(self) -> frozenset[str]:
        return frozenset(self.code)

    @cached_property
    def words(self) -> tuple[str, str]:
        """Its text and codes without the numerals."""
        if not self.numerals:
            return self.text, self.code
        kept = [(text, code) for text, code in zip(self.text, self.code, strict=False) if text not in NUMERALS]
        return "".join(text for text, _ in kept), "".join(code for _, code in kept)


class Name:
    """A title, or an organization, as lines are compared with it."""

    def __init__(self, result: Result, field: FieldName, least_score: float) -> None:
        self.candidate = Candidate(result)
        self.field = self.candidate.field(field)
        self.text = self.field.text
        self.term = Term([self.field.printed])
        pattern = self.term.pattern
        self.units = units_of(self.field)
        self.codes = frozenset(chain.from_iterable(self.units))
        self.has_number = not NUMERALS.isdisjoint(self.text)
        sure = [
            (character, code)
            for character, code, sound in zip(self.text, coded(self.text), pattern.sounds, strict=True)
            if character not in NUMERALS and code in (codes_of([sound]) if sound else character)
        ]
        # What may be written or read otherwise is taken as found.
        self.sure_text = "".join(character for character, _ in sure)
        self._sure_codes = "".join(code for _, code in sure)
        self._characters = frozenset(self.sure_text if self.has_number else self.text)
        self._printed = frozenset(self.text)
        words = [(text, codes) for text, codes in zip(self.text, self.units, strict=True) if text not in NUMERALS]
        self._words, self._units_of_words = "".join(text for text, _ in words), [codes for _, codes in words]
        self._is_plain = all(map(is_han, self._words))
        self._forgiven = forgiven(len(pattern.characters))
        self._shapes = frozenset(chain.from_iterable(pattern.shapes))
        self._weight = sum(pattern.near_weights)
        self._doubtful = max(self._weight - len(sure), 0.0)
        self.floor = max(pattern.floor, least_score)

    def grams(self) -> set[Gram]:
        """The grams by which it is looked up; of a pair of characters, one may also be mistaken for its look-alikes."""
        units = self.units
        if len(units) == 2:
            shapes = self.term.pattern.shapes
            units = [unit.union(*map(coded, alike)) for unit, alike in zip(units, shapes, strict=True)]
        digits = [units_of(view) for view in self.field.rewritten[:1]]
        return {gram for each in (units, *digits) for gram in grams(each)}

    def may_be(self, line: Line, share: float) -> bool:
        """Whether the line may be the name, by at least that share of the line's weight."""
        words, codes = line.words
        if line.is_plain and missing(words, self._printed) > line.forgiven and not self.codes.issuperset(codes):
            return False
        numbers = line.numerals if self.has_number else 0
        text, code = (words, codes) if numbers else (line.text, line.code)
        sounding = sum(map(self.codes.__contains__, code))
        same = sum(map(self._characters.__contains__, text))
        shapes = sum(map(self._shapes.__contains__, text))
        most = same + (sounding - same) * worth.SOUND.share + shapes * worth.LOOK_ALIKE.share
        if numbers:  # a number counts as one thing, and may be written otherwise
            most += worth.NUMBER + share * (numbers - worth.NUMBER)
        if most < share * (line.han + line.letters) - line.letters:
            return False
        found = sounding + numbers
        return 2 * (found + shapes) > len(self.text) or found >= line.han >= PART

    def may_stand_in(self, line: Line, share: float) -> bool:
        """Whether the line may hold the name, or that share of the name's weight."""
        far = self._is_plain and missing(self._words, line.characters) > self._forgiven
        if far and any(map(line.codes.isdisjoint, self._units_of_words)):
            return False
        same = sum(map(line.characters.__contains__, self.sure_text))
        sounding = sum(map(line.codes.__contains__, self._sure_codes))
        shapes = sum(map(self._shapes.__contains__, line.text))
        most = same + (sounding - same) * worth.SOUND.share + shapes * worth.LOOK_ALIKE.share
        return most + self._doubtful >= share * self._weight
