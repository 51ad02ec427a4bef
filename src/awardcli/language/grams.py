"""Grams: the small pieces of a text by which an index finds what sounds or is spelt like it.

A code is one character that stands for a sound and all that a southern accent does not tell from it; what has no sound
is its own code. A text's grams are its codes, the pairs of codes that stand side by side or with one between them, its
beginning, and the initials of each four characters in a row.
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

Readings = Sequence[str]


def code_of(syllable: str) -> str:
    """The code of a syllable, the same for all that an accent confuses with it, or with what that is confused with.

    >>> code_of("shang") == code_of("san"), code_of("shang") == code_of("hai")
    (True, False)
    """
    return _codes()[syllable]


def codes(character: str, readings: Readings) -> list[str]:
    """The codes of a folded character; its own where it has no reading."""
    return list(dict.fromkeys(map(code_of, readings))) if readings else [character]


def pairs(units: Sequence[Sequence[str]]) -> Iterator[str]:
    """The pairs of codes of characters that stand side by side, or with one between them."""
    for step in (1, 2):
        for one, other in zip(units, units[step:], strict=False):
            for first in one:
                for second in other:
                    yield first + second


def grams(text: str, readings: Sequence[Readings]) -> set[str]:
    """All grams of a folded text with its readings."""
    units = [codes(character, known) for character, known in zip(text, readings, strict=True)]
    found = set(pairs(units))
    for unit in units:
        found.update(unit)
    if units:
        found.update(BEGINNING + code for code in units[0])
    found.update(initial_grams(initials(text, readings)))
    return found


def initials(text: str, readings: Sequence[Readings]) -> list[list[str]]:
    """The letters that each character may begin with; a letter, digit or unread character is its own."""
    return [
        list(dict.fromkeys(reading[0] for reading in known)) if known else [character]
        for character, known in zip(text, readings, strict=True)
    ]


def initial_grams(letters: Sequence[Sequence[str]]) -> Iterator[str]:
    """A gram from each character on: its initial and those of the next three, to the end of the text."""
    for start in range(len(letters)):
        window = letters[start : start + INITIALS]
        for way in islice(product(*window), _MOST_WAYS):
            yield _joined(way)


def _joined(way: Sequence[str]) -> str:
    # A mark before it keeps initials apart from the codes of letters that stand in the text.
    return _END + "".join(way)


def initials_expression(letters: str) -> list[str]:
    """The grams, the last perhaps only begun (`*`), that a text with these initials in a row must have."""
    if len(letters) < INITIALS:
        return [f'"{_joined(letters)}"*']
    return [f'"{_joined(letters[i : i + INITIALS])}"' for i in range(len(letters) - INITIALS + 1)]


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
