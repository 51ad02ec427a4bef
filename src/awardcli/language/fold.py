"""Fold: reduce text to the characters a reader would compare."""

from functools import cache
from pathlib import Path
from unicodedata import normalize

_TABLE = Path(__file__).parent / "tables" / "simplified.txt"


def to_simplified(text: str) -> str:
    """The text in simplified characters, of the same length, each character folded by itself.

    Without context, so that whatever is folded alike compares alike: 乾 is 干 in 乾杯 and in 乾坤. The readings know.

    >>> to_simplified("裏麼為隻綫"), to_simplified("看著乾坤 TV")
    ('里么为只线', '看着干坤 TV')
    """
    return text.translate(_simplified_characters())


def variants_of(simplified: str) -> dict[str, str]:
    """The other ways to write the characters of a simplified text, each with the one that it is folded to.

    >>> variants_of("里山")
    {'裏': '里', '裡': '里'}
    """
    wanted = set(simplified)
    return {pair[0]: pair[1] for pair in _table().split() if pair[1] in wanted}


class _SimplifiedCharacters(dict[int, int]):
    """Code points as `str.translate` asks for them, each looked up in the unparsed table when first seen."""

    def __init__(self, table: str) -> None:
        super().__init__()
        self._traditional, self._simplified = table[::3], table[1::3]

    def __missing__(self, code: int) -> int:
        place = self._traditional.find(chr(code))
        self[code] = found = code if place < 0 else ord(self._simplified[place])
        return found


@cache
def _simplified_characters() -> _SimplifiedCharacters:
    return _SimplifiedCharacters(_table())


def _table() -> str:
    """Pairs of a character and its simplified one, without the heading."""
    return _TABLE.read_text(encoding="utf-8").partition("\n")[2]


_FIRST_COMBINING, _LAST_COMBINING = "\u0300", "\u036f"


def fold(text: str) -> str:
    """Reduce a text to the characters a reader would compare.

    Width, case, spaces, punctuation, tone marks and traditional forms are how a title is typeset,
    not what it is called, so titles that differ only in those are the same title.

    >>> fold("《青山３》 Part Ａ"), fold("畫")
    ('青山3parta', '画')
    """
    return text.translate(_FOLDS)


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """`fold(text)`, and for each of its characters the offset in `text` that it comes from.

    >>> fold_with_places("“疫”呼百应")
    ('疫呼百应', [1, 3, 4, 5])
    """
    folded = text.translate(_FOLDS)
    if len(folded) == len(text) and "" not in map(_FOLDS.get, map(ord, text)):
        return folded, list(range(len(text)))
    return folded, [offset for offset, character in enumerate(text) for _ in _FOLDS[ord(character)]]


def fold_character(character: str) -> str:
    """One character's fold: empty for what a reader passes over, longer than one where it stands for several (㎞)."""
    if "\u4e00" <= character <= "\u9fff":
        return to_simplified(character)
    compatible = to_simplified(normalize("NFKD", character)).casefold()
    return "".join(c for c in compatible if c.isalnum() and not _FIRST_COMBINING <= c <= _LAST_COMBINING)


class _Folds(dict[int, str]):
    """The fold of each character, as `str.translate` asks for it."""

    def __missing__(self, point: int) -> str:
        self[point] = folded = fold_character(chr(point))
        return folded


_FOLDS = _Folds()
