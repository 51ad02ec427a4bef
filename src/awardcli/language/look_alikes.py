"""Characters that look alike, and so are taken for one another when written or scanned."""

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "tables" / "look_alikes.txt"


@cache
def look_alikes(character: str) -> frozenset[str]:
    """The characters that look like a simplified one, itself left out; at most sixteen.

    >>> "梅" in look_alikes("悔"), look_alikes("a")
    (True, frozenset())
    """
    table = _lines()
    start = table.find("\n" + character)
    return frozenset(table[start + 2 : table.index("\n", start + 1)]) if start >= 0 else frozenset()


@cache
def _lines() -> str:
    return _TABLE.read_text(encoding="utf-8")
