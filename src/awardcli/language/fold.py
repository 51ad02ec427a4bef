"""Fold: reduce text to the characters a reader would compare."""

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
