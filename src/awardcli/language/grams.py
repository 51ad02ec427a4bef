"""Grams: the small pieces of a text by which an index finds what sounds or is spelt like it.

A *code* is one character that stands for a syllable and for every syllable that a southern accent confuses with it; a
character without a reading is its own code. The grams of a text are

- its characters, and their codes;
- each pair of codes that stand side by side or with one character between them;
- the code it begins with, marked as a beginning;
- the initials of each four characters in a row, marked as initials; near the end of the text, of the fewer left.

A character with several readings has the codes and initials of all of them, so a text has the grams of every way to
read it.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product
from operator import add

from awardcli.language.pinyin import all_syllables, without_accent
from awardcli.language.readings import readings_of

_FIRST_CODE = 0xE000
"""The start of Unicode's private use area, whose characters no folded text holds."""
BEGINNING = "\uf8fe"
INITIALS_BEGIN = "\uf8ff"
_NO_SYLLABLE = "\uf8fd"
INITIALS = 4
"""Initials in a gram: with three, thousands of a million titles share each; with five, few queries are long enough."""
_MOST_SPELLINGS = 16
"""Spellings of four initials that are indexed where several characters have several readings; the rarest are not."""
_SPREAD = str.maketrans(
    {letter: chr(0x80 + 13 * number) for number, letter in enumerate("0123456789abcdefghijklmnopqrstuvwxyz")}
)
"""The character that replaces each letter in a gram of initials.

FTS5 (SQLite 3.40) hashes a gram by shifting and xor-ing its bytes, and most grams of four ASCII letters collide: each
look-up in its hash table compared twelve grams on average. These two-byte characters bring that down to one.
"""


def code_of(syllable: str) -> str:
    """The code of a syllable, shared by all the syllables that an accent confuses with it, directly or in turn.

    A reviewed reading that is no Mandarin syllable gets a code that all such readings share.

    >>> code_of("shang") == code_of("san"), code_of("shang") == code_of("hai")
    (True, False)
    """
    return _codes().get(syllable, _NO_SYLLABLE)


def pairs(units: Sequence[Sequence[str]]) -> Iterator[str]:
    """The pairs of codes of characters that stand side by side, or with one between them; `units` has their codes."""
    for step in (1, 2):
        for one, other in zip(units, units[step:], strict=False):
            for first in one:
                for second in other:
                    yield first + second


def initials_expression(letters: str) -> list[str]:
    """The FTS5 phrases that a text with these initials in a row must match; fewer than four match as a prefix (`*`)."""
    letters = spread(letters)
    if len(letters) < INITIALS:
        return [f'"{INITIALS_BEGIN + letters}"*']
    return [f'"{INITIALS_BEGIN + letters[i : i + INITIALS]}"' for i in range(len(letters) - INITIALS + 1)]


def spread(letters: str) -> str:
    """Initials as a gram spells them."""
    return letters.translate(_SPREAD)


def all_grams(text: str, syllables: Sequence[str]) -> str:
    """The grams of a folded text that is not empty, with spaces between them, in no order and some of them twice.

    `syllables` has the reading of each character in its context, "" where it has none (`readings.syllables`).

    >>> {"爱", "b", code_of("ai") + "b"} <= set(all_grams("爱b", ["ai", ""]).split())
    True
    """
    if len(text) > _LONG:  # all at once would take a gigabyte; the ends of the pieces have a few grams more
        pieces = (slice(start, start + _LONG) for start in range(0, len(text), _LONG - INITIALS))
        return " ".join({gram for each in pieces for gram in all_grams(text[each], syllables[each]).split()})
    # One string of three characters a place, sliced by threes: an import does this for a million titles.
    marks = "".join(map(_first_way, text, syllables))
    codes, initials, several = marks[::3], marks[1::3], marks[2::3]
    found = [*text, *codes, BEGINNING + codes[0]]
    found += map(add, codes, codes[1:])
    found += map(add, codes, codes[2:])
    found += [INITIALS_BEGIN + initials[place : place + INITIALS] for place in range(len(text))]
    if _SEVERAL_WAYS in several:
        places = [place for place, mark in enumerate(several) if mark == _SEVERAL_WAYS]
        found += _grams_of_other_ways(text, syllables, codes, initials, places)
    return " ".join(found)


def _grams_of_other_ways(
    text: str, syllables: Sequence[str], first_codes: str, first_initials: str, places: Sequence[int]
) -> list[str]:
    """The further grams of a text whose characters at these places have more than one code or initial."""
    codes, initials = list(first_codes), list(first_initials)
    for place in places:
        codes[place], initials[place] = _codes_and_initials(text[place], syllables[place])
    found = [BEGINNING + code for code in codes[0][1:]]
    windows: set[int] = set()
    for place in places:
        before = "".join(codes[max(place - 2, 0) : place])
        for other in codes[place][1:]:
            found.append(other)
            found += [one + other for one in before]
            found += [other + after[0] for after in codes[place + 1 : place + 3]]
        if len(initials[place]) > 1:
            windows.update(range(max(place - INITIALS + 1, 0), place + 1))
    for start in windows:
        spellings = islice(product(*initials[start : start + INITIALS]), 1, _MOST_SPELLINGS)
        found += [INITIALS_BEGIN + "".join(spelling) for spelling in spellings]
    return found


_LONG = 1000
"""Characters from which the grams of a text are made in pieces, each gram kept once."""
_ONE_WAY, _SEVERAL_WAYS = "01"


@cache
def _first_way(character: str, syllable: str) -> str:
    """The code and initial of a character's reading in its context, and whether it has others: three characters."""
    codes, initials = _codes_and_initials(character, syllable)
    return codes[0] + initials[0] + (_SEVERAL_WAYS if len(codes + initials) > 2 else _ONE_WAY)


@cache
def _codes_and_initials(character: str, syllable: str) -> tuple[str, str]:
    """All codes and all initials of a folded character, of its reading in context first; its own where it has none."""
    readings = readings_of(character, syllable)
    if not readings:
        return character, spread(character)
    codes = dict.fromkeys(map(code_of, readings))
    return "".join(codes), spread("".join(dict.fromkeys(reading[0] for reading in readings)))


@cache
def _codes() -> dict[str, str]:
    first: dict[str, str] = {}
    return {
        syllable: first.setdefault(without_accent(syllable), chr(_FIRST_CODE + number))
        for number, syllable in enumerate(sorted(all_syllables()))
    }
