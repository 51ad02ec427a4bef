"""Grams: the small pieces of a text by which an index finds what sounds or is spelt like it.

A code is one character that stands for a sound and all that a southern accent does not tell from it; what has no sound
is its own code. A text's grams are its characters, their codes, the pairs of codes that stand side by side or with one
between them, its beginning, and the initials of each four characters in a row.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import chain, islice, product
from operator import add

from awardcli.language.pinyin import accents, all_syllables
from awardcli.language.readings import readings_of

_FIRST_CODE = 0xE000
"""Where the private use area begins: no folded text holds its characters."""
BEGINNING = "\uf8fe"
_END = "\uf8ff"
_NO_SYLLABLE = "\uf8fd"
_STRETCH = 10_000
"""Characters whose grams are made at once; no title has so many."""
INITIALS = 4
"""Initials in a gram: with three, a million titles share each; with five, few queries have any."""
_MOST_WAYS = 16
"""Ways to read a stretch of characters that each have several readings; beyond, the rarest are left out."""


def code_of(syllable: str) -> str:
    """The code of a syllable, the same for all that an accent confuses with it, or with what that is confused with.

    What a list gives as a reading and is no syllable has a code too, one for all.

    >>> code_of("shang") == code_of("san"), code_of("shang") == code_of("hai")
    (True, False)
    """
    return _codes().get(syllable, _NO_SYLLABLE)


def pairs(units: Sequence[Sequence[str]]) -> Iterator[str]:
    """The pairs of codes of characters that stand side by side, or with one between them."""
    for step in (1, 2):
        for one, other in zip(units, units[step:], strict=False):
            for first in one:
                for second in other:
                    yield first + second


def grams(text: str, said: Sequence[str]) -> Collection[str]:
    """All grams of a folded text with its `readings.syllables`, each at least once.

    A very long text has those of a few more beginnings.
    """
    if len(text) > _STRETCH:  # whose grams all at once, again and again, would take hundreds of megabytes
        starts = range(0, len(text), _STRETCH)
        ends = [start + _STRETCH + INITIALS for start in starts]
        return {
            gram for start, end in zip(starts, ends, strict=True) for gram in _grams(text[start:end], said[start:end])
        }
    return _grams(text, said)


def _grams(text: str, said: Sequence[str]) -> list[str]:
    if not text:
        return []
    codes, letters = zip(*map(_codes_and_initials, text, said), strict=True)
    sounds, initials = "".join(codes), "".join(letters)
    places = range(len(text))
    found = [*text, *sounds, *(BEGINNING + code for code in codes[0])]
    # A million titles are read at import: where each character has one reading, as most have, the grams are slices.
    if len(sounds) == len(text):
        found += map(add, sounds, sounds[1:])
        found += map(add, sounds, sounds[2:])
    else:
        found += chain(*map(_paired, codes, codes[1:]), *map(_paired, codes, codes[2:]))
    if len(initials) == len(text):
        found += [_END + initials[place : place + INITIALS] for place in places]
    else:
        for place in places:
            window = letters[place : place + INITIALS]
            if len(together := "".join(window)) == len(window):
                found.append(_END + together)
            else:
                found += [_END + "".join(way) for way in islice(product(*window), _MOST_WAYS)]
    return found


@cache
def _paired(one: str, other: str) -> tuple[str, ...]:
    """The pairs of the codes that two characters may have: the same neighbours come again and again."""
    return tuple(first + second for first in one for second in other)


@cache
def _codes_and_initials(character: str, said: str) -> tuple[str, str]:
    """The codes that a folded character may have, and the letters it may begin with; its own without a reading."""
    readings = readings_of(character, said)
    if not readings:
        return character, character
    codes = dict.fromkeys(map(code_of, readings))
    return "".join(codes), "".join(dict.fromkeys(reading[0] for reading in readings))


def initials_expression(letters: str) -> list[str]:
    """The grams, the last perhaps only begun (`*`), that a text with these initials in a row must have."""
    if len(letters) < INITIALS:
        return [f'"{_END + letters}"*']
    return [f'"{_END + letters[i : i + INITIALS]}"' for i in range(len(letters) - INITIALS + 1)]


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for number, syllable in enumerate(sorted(all_syllables())):
        alike = [syllable] if syllable not in found else []
        while alike:
            one = alike.pop()
            found[one] = chr(_FIRST_CODE + number)
            alike += accents(one) - found.keys()
    return found
