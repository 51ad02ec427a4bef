"""Codes and grams: which names are worth comparing with a line at all.

A code is one character for a sound, the same for all that an accent does not tell apart; what has no sound is its own
code. A gram is a pair of codes that stand side by side or have one between them.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, product

from awardcli.language.fold import fold_character
from awardcli.language.grams import code_of
from awardcli.language.pinyin import accents
from awardcli.language.readings import read_alone
from awardcli.search.field import Field, View

Gram = tuple[str, str]


def coded(text: str) -> str:
    """The codes of a text, folded: each character as it is read alone.

    >>> coded("上海，商海") == coded("商嗨山海"), coded("T 台")[:1]
    (True, 't')
    """
    return text.translate(_CODES)


def codes_of(readings: Iterable[str]) -> frozenset[str]:
    """The codes of readings."""
    return frozenset(map(code_of, readings))


def grams(units: Iterable[frozenset[str]]) -> Iterator[Gram]:
    """The grams of units that may each have several codes."""
    known = list(units)
    for one, other in chain(pairwise(known), zip(known, known[2:], strict=False)):
        yield from product(one, other)


def units_of(view: View) -> list[frozenset[str]]:
    """The codes that each character of a view may have; a letter or digit is its own."""
    return [
        codes_of(readings) | {*coded(character)} for character, readings in zip(view.text, view.readings, strict=True)
    ]


def spelt_grams(field: Field) -> set[Gram]:
    """The pairs of letters that may stand side by side where a field is typed in pinyin or initials."""
    found: set[Gram] = set()
    before: frozenset[str] = frozenset()
    for character, readings in zip(field.text, field.readings, strict=True):
        spellings = frozenset(chain(readings, *map(accents, readings))) or frozenset({character})
        for spelt in spellings:
            found |= set(pairwise(spelt))
        found |= {(letter, spelt[0]) for letter in before for spelt in spellings}
        before = frozenset(chain.from_iterable(spellings))
    return found


class _Codes(dict[int, str]):
    """The codes of each character, folded, as `str.translate` asks for them."""

    def __missing__(self, point: int) -> str:
        fold = fold_character(chr(point))
        self[point] = codes = "".join(code_of(said) if (said := read_alone(c)) else c for c in fold)
        return codes


_CODES = _Codes()
