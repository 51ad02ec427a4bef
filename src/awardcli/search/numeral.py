"""Numerals in another form: 24 for 二十四, 一千 or yi qian for 1000."""

from collections.abc import Iterator
from itertools import chain

from awardcli.language.numerals import CHARACTERS_SAID, Number, number_spans, spoken
from awardcli.model import Tier
from awardcli.search import worth
from awardcli.search.field import Field
from awardcli.search.match import Match
from awardcli.search.near import near_match
from awardcli.search.pattern import Pattern
from awardcli.search.sound import sound_match


def numeral_match(pattern: Pattern, field: Field, cutoff: float) -> Match | None:
    """The best match of a term with a field that has a numeral, one of them in another form; or None.

    With the numeral in digits on both sides the rest may also be near, at the cutoff (0-100).
    """
    if not pattern.may_say_a_number or any(number.value not in field.values for number in pattern.numbers):
        return None
    if not pattern.letters and all(pattern.text[number.start : number.end] in field.text for number in pattern.numbers):
        return None  # nothing is written otherwise
    in_digits = pattern.in_digits or pattern
    ways = [sound_match(pattern, aloud) for aloud in field.rewritten[1:]]
    for digits in field.rewritten[:1]:
        ways += [sound_match(in_digits, digits), near_match(in_digits, digits, cutoff / worth.NUMERAL)]
    best = max((match for match in ways if match and _whole(match)), key=lambda match: match.score, default=None)
    return best and best._replace(tier=Tier.NEAR, score=best.score * worth.NUMERAL)


def _whole(match: Match) -> bool:
    """Whether every numeral that it came to is there from its first character to its last: 1000 is not in 1922."""
    units = sorted(piece.unit for piece in match.pieces)
    return not units or not (match.view.is_inside(units[0]) or match.view.is_inside(units[-1] + 1))


def otherwise_written(pattern: Pattern) -> list[Pattern]:
    """The term with its numbers in digits, and said in each way, for which a field may be looked up.

    >>> [other.text for other in otherwise_written(Pattern(["24小时"]))]
    ['ershisi小时', 'ersi小时']
    >>> [other.text for other in otherwise_written(Pattern(["disanjie"]))]
    ['di3jie']
    """
    if not pattern.may_say_a_number:
        return []
    found = [pattern.in_digits.text] if pattern.in_digits else []
    for start, end, value in chain(pattern.numbers, _spelt_numbers(pattern)):
        before, after = pattern.text[:start], pattern.text[end:]
        found += [before + written + after for written in (value, *map("".join, spoken(value)))]
    return [Pattern([other]) for other in dict.fromkeys(found) if other != pattern.text]


def _spelt_numbers(pattern: Pattern) -> Iterator[Number]:
    """Where letters spell a number, from its first syllable to its last, and its value in digits."""

    def spellings(start: int) -> Iterator[tuple[tuple[str, ...], int]]:
        """The longest rows of numerals from a place on, and where they end."""
        ends = [
            (syllable, start + length)
            for syllable, ways in (pattern.spelt[start].items() if start < len(pattern) else ())
            for length, how in ways
            if syllable in CHARACTERS_SAID and how is worth.FULL
        ]
        for syllable, end in ends:
            for rest, last in spellings(end):
                yield (syllable, *rest), last
        if not ends:
            yield (), start

    for start in range(len(pattern)):
        for syllables, end in spellings(start):
            for number in number_spans("".join(map(CHARACTERS_SAID.__getitem__, syllables))):
                if number.end - number.start == len(syllables) and syllables in spoken(number.value):
                    yield Number(start, end, number.value)
