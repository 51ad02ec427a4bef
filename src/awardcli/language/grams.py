"""Grams: the small pieces of a text by which an index finds what sounds or is spelt like it.

A code is one character that stands for a sound and all that a southern accent does not tell from it; what has no sound
is its own code. A text's grams are its characters, their codes, the pairs of codes that stand side by side or with one
between them, its beginning, and the initials of each four characters in a row.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product

from awardcli.language.pinyin import accents, all_syllables

_FIRST_CODE = 0xE000
"""Where the private use area begins: no folded text holds its characters."""
BEGINNING = "\uf8fe"
_END = "\uf8ff"
INITIALS = 4
"""Initials in a gram: with three, a million titles share each; with five, few queries have any."""
_MOST_WAYS = 16
"""Ways to read a stretch of characters that each have several readings; beyond, the rarest are left out."""

Readings = tuple[str, ...]


def code_of(syllable: str) -> str:
    """The code of a syllable, the same for all that an accent confuses with it, or with what that is confused with.

    >>> code_of("shang") == code_of("san"), code_of("shang") == code_of("hai")
    (True, False)
    """
    return _codes()[syllable]


def pairs(units: Sequence[Sequence[str]]) -> Iterator[str]:
    """The pairs of codes of characters that stand side by side, or with one between them."""
    for step in (1, 2):
        for one, other in zip(units, units[step:], strict=False):
            for first in one:
                for second in other:
                    yield first + second


def grams(text: str, readings: Sequence[Readings]) -> set[str]:
    """All grams of a folded text with its readings."""
    if not text:
        return set()
    units = [_codes_and_initials(character, known) for character, known in zip(text, readings, strict=True)]
    # Most characters have one reading: their grams are slices, and only the others need every combination.
    sounds = "".join([codes[0] for codes, _ in units])
    letters = "".join([letters[0] for _, letters in units])
    found = {*text, *sounds, BEGINNING + sounds[0]}
    found.update([sounds[i : i + 2] for i in range(len(sounds) - 1)])
    found.update([sounds[i] + sounds[i + 2] for i in range(len(sounds) - 2)])
    found.update([_END + letters[i : i + INITIALS] for i in range(len(letters))])
    if any(len(codes) > 1 or len(letters) > 1 for codes, letters in units):
        found.update(_other_grams([codes for codes, _ in units], [letters for _, letters in units]))
    return found


def _other_grams(units: Sequence[Sequence[str]], letters: Sequence[Sequence[str]]) -> Iterator[str]:
    """The grams of characters that have several readings, with those of their neighbours."""
    yield from (code for unit in units if len(unit) > 1 for code in unit)
    yield from (BEGINNING + code for code in units[0])
    for step in (1, 2):
        for one, other in zip(units, units[step:], strict=False):
            if len(one) > 1 or len(other) > 1:
                yield from (first + second for first in one for second in other)
    for start in range(len(letters)):
        window = letters[start : start + INITIALS]
        if any(len(known) > 1 for known in window):
            yield from (_END + "".join(way) for way in islice(product(*window), _MOST_WAYS))


@cache
def _codes_and_initials(character: str, readings: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of a folded character and the letters that it may begin with; its own where it has no reading."""
    if not readings:
        return (character,), (character,)
    codes = tuple(dict.fromkeys(map(code_of, readings)))
    return codes, tuple(dict.fromkeys(reading[0] for reading in readings))


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
