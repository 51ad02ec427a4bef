"""One script for comparing: traditional characters and variants become simplified, one by one."""

from functools import cache
from pathlib import Path

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
