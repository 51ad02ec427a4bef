"""Grams: the small pieces of a text by which an index finds what sounds or is spelt like it.

A code is one character that stands for a sound and all that a southern accent does not tell from it; what has no sound
is its own code. A text's grams are its characters, their codes, the pairs of codes that stand side by side or with one
between them, its beginning, and the initials of each four characters in a row.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from string import ascii_lowercase, digits

from awardcli.language.pinyin import all_syllables, without_accent

_FIRST_CODE = 0xE000
"""Where the private use area begins: no folded text holds its characters."""
BEGINNING = "\uf8fe"
INITIALS_BEGIN = "\uf8ff"
_NO_SYLLABLE = "\uf8fd"
INITIALS = 4
"""Initials in a gram: with three, a million titles share each; with five, few queries have any."""
_SPREAD = str.maketrans({letter: chr(0x80 + 13 * number) for number, letter in enumerate(digits + ascii_lowercase)})
"""What stands for the letters in a gram of initials.

FTS5's hash takes the bytes of a gram for a sum of shifts, in which four letters of ASCII come to few different values:
twelve grams to one were compared for each initial, and are one for these, each of which is two bytes (SQLite 3.40).
"""


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


def initials_expression(letters: str) -> list[str]:
    """The grams, the last perhaps only begun (`*`), that a text with these initials in a row must have."""
    letters = spread(letters)
    if len(letters) < INITIALS:
        return [f'"{INITIALS_BEGIN + letters}"*']
    return [f'"{INITIALS_BEGIN + letters[i : i + INITIALS]}"' for i in range(len(letters) - INITIALS + 1)]


def spread(letters: str) -> str:
    """Initials as they stand in a gram."""
    return letters.translate(_SPREAD)


@cache
def _codes() -> dict[str, str]:
    first: dict[str, str] = {}
    return {
        syllable: first.setdefault(without_accent(syllable), chr(_FIRST_CODE + number))
        for number, syllable in enumerate(sorted(all_syllables()))
    }
