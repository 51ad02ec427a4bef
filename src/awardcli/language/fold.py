"""Fold: reduce text to the characters a reader would compare."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from unicodedata import category, is_normalized, normalize

_TABLE = Path(__file__).parent / "tables" / "simplified.txt"


def fold(text: str) -> str:
    """Reduce a text to the characters a reader would compare.

    Width, case, spaces, punctuation, accents and traditional forms are how a title is typeset, not what it is called,
    so titles that differ only in those are the same title. Marks that make another letter stay: those of kana, and the
    vowel signs of Thai and the Indic scripts.

    >>> fold("《青山３》 Part Ａ"), fold("畫"), fold("⻘春"), fold("ﾊﾟﾘ")
    ('青山3parta', '画', '青春', 'パリ')
    """
    if text.isascii():  # most names abroad, and several times as fast
        return text.encode().translate(_LOWER, _LEFT_OUT).decode()
    folded = text.translate(_FOLDS)
    return folded if is_normalized("NFC", folded) else _composed(text)[0]


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """`fold(text)`, and for each of its characters the offset in `text` that it comes from.

    >>> fold_with_places("“疫”呼百应")
    ('疫呼百应', [1, 3, 4, 5])
    """
    folded = text.translate(_FOLDS)
    if not is_normalized("NFC", folded):
        return _composed(text)
    if len(folded) == len(text) and "" not in map(_FOLDS.get, map(ord, text)):
        return folded, list(range(len(text)))
    return folded, [offset for offset, character in enumerate(text) for _ in _FOLDS[ord(character)]]


def fold_character(character: str) -> str:
    """The fold of one character: empty where it is left out, several characters where it means several (㎞)."""
    if "\u4e00" <= character <= "\u9fff":
        return chr(_simplified_characters()[ord(character)])
    compatible = to_simplified(normalize("NFKD", character)).casefold().translate(_STROKES)
    return normalize("NFC", "".join(c for c in compatible if _is_compared(c)))


_ACCENTS = "\u0300", "\u036f"
_STROKES = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not decompose, each with the letters that people type for it."""
_OTHER_MARKS = (
    *(("\u1ab0", "\u1aff"), ("\u1dc0", "\u1dff"), ("\u20d0", "\u20ff"), ("\u302a", "\u302f"), ("\ufe00", "\ufe2f")),
    ("\U000e0100", "\U000e01ef"),
)
"""Marks that go with any script: further accents, circles around a letter, tone marks, variation selectors."""
_FIRST_VOWEL_SIGN = "\u0900"
"""Devanagari. The marks of the scripts before it (Hebrew, Arabic) are mostly left out in print."""


def _is_compared(character: str) -> bool:
    if character.isalnum():
        return not _ACCENTS[0] <= character <= _ACCENTS[1]
    if character < _FIRST_VOWEL_SIGN or category(character) not in ("Mn", "Mc"):
        return False
    return not any(first <= character <= last for first, last in _OTHER_MARKS)


class CharacterTable(dict[int, str]):
    """For `str.translate`: what a function makes of each character, which is kept when first made."""

    def __init__(self, made: Callable[[str], str]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, point: int) -> str:
        self[point] = text = self._made(chr(point))
        return text


_FOLDS = CharacterTable(fold_character)
_LOWER = bytes(range(128)).lower() + bytes(128)
_LEFT_OUT = bytes(code for code in range(128) if not chr(code).isalnum())
"""The fold of ASCII characters, and those that it leaves out."""


def _composed(text: str) -> tuple[str, list[int]]:
    """`fold_with_places` of a text in which one letter is written as several characters (ﾊﾟ, Korean of macOS)."""
    folded: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for part in _FOLDS[ord(character)]:
            both = normalize("NFC", folded[-1] + part) if folded else ""
            if len(both) == 1:
                folded[-1] = both
            else:
                folded.append(part)
                offsets.append(offset)
    return "".join(folded), offsets


# Traditional to simplified.


def to_simplified(text: str) -> str:
    """The text in simplified characters, of the same length, each character converted by itself.

    Context is ignored so that equal characters stay equal: 乾 is 干 in 乾杯 and in 乾坤; `readings` knows better.
    Radicals become the characters that they are (⻢), circles the zeros of a year (二○二二).

    >>> to_simplified("裏麼為隻綫"), to_simplified("看著乾坤 TV")
    ('里么为只线', '看着干坤 TV')
    """
    return text.translate(_simplified_characters())


def variants_of(simplified: str) -> dict[str, str]:
    """The other ways to write the characters of a simplified text, each with the character that it becomes.

    Without those that normalizing Unicode (NFKC) replaces anyway.

    >>> variants_of("里山")
    {'裏': '里', '裡': '里'}
    """
    variants = _variants()
    pairs = ((other, plain) for plain in dict.fromkeys(simplified) for other in variants.get(plain, ""))
    return {other: plain for other, plain in pairs if is_normalized("NFKC", other)}


@cache
def _variants() -> dict[str, str]:
    """The other ways to write each simplified character, one after the other."""
    table = _table()
    variants: dict[str, str] = {}
    for other, plain in zip(table[::3], table[1::3], strict=True):
        variants[plain] = variants.get(plain, "") + other
    return variants


class _SimplifiedCharacters(dict[int, int]):
    """Code points for `str.translate`, each looked up in the unparsed table when first seen."""

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
    """The pairs of the table, without its heading."""
    return _TABLE.read_text(encoding="utf-8").partition("\n")[2]
