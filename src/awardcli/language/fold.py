"""Fold: reduce text to the characters a reader would compare."""

from functools import cache
from unicodedata import normalize

from awardcli.language.script import to_simplified

_FIRST_COMBINING, _LAST_COMBINING = "\u0300", "\u036f"


def fold(text: str) -> str:
    """Reduce a text to the characters a reader would compare.

    Width, case, spaces, punctuation, tone marks and traditional forms are how a title is typeset,
    not what it is called, so titles that differ only in those are the same title.

    >>> fold("《青山３》 Part Ａ"), fold("畫")
    ('青山3parta', '画')
    """
    return "".join(map(fold_character, text))


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """`fold(text)`, and for each of its characters the offset in `text` that it comes from.

    >>> fold_with_places("“疫”呼百应")
    ('疫呼百应', [1, 3, 4, 5])
    """
    folded: list[str] = []
    places: list[int] = []
    for offset, character in enumerate(text):
        for kept in fold_character(character):
            folded.append(kept)
            places.append(offset)
    return "".join(folded), places


@cache
def fold_character(character: str) -> str:
    """One character's fold: empty for what a reader passes over, longer than one where it stands for several (㎞)."""
    if "\u4e00" <= character <= "\u9fff":
        return to_simplified(character)
    compatible = to_simplified(normalize("NFKD", character)).casefold()
    return "".join(c for c in compatible if c.isalnum() and not _FIRST_COMBINING <= c <= _LAST_COMBINING)
