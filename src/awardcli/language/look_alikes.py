"""Characters that look alike, and so are mistaken for one another when typed or scanned."""

from bisect import bisect_left
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "tables" / "look_alikes.txt"


@cache
def look_alikes(character: str) -> frozenset[str]:
    """The characters that look like a simplified one, by their shape or their parts; at most forty, never itself.

    >>> "梅" in look_alikes("悔"), "末" in look_alikes("未"), look_alikes("a")
    (True, True, frozenset())
    """
    table, wanted = _table(), character.encode("utf-8", "surrogatepass")

    def beginning_of_line(offset: int) -> bytes:
        line = table.rfind(b"\n", 0, offset) + 1
        return table[line : line + len(wanted)]

    start = bisect_left(range(len(table)), wanted, key=beginning_of_line)
    if not table.startswith(wanted, start):
        return frozenset()
    return frozenset(table[start + len(wanted) : table.index(b"\n", start)].decode())


@cache
def _table() -> bytes:
    """The bytes of the table without its heading, its lines sorted."""
    return _TABLE.read_bytes().partition(b"\n")[2]


_SHARED = 1 / 8
"""Two characters share a component where more than this share of their look-alikes is common: 触, 烛, not 迷, 远."""


def share_a_part(one: str, other: str) -> bool:
    """Whether two characters have many look-alikes in common, mostly by a common component.

    >>> share_a_part("雌", "雄"), share_a_part("词", "日")
    (True, False)
    """
    likes = look_alikes(one), look_alikes(other)
    return len(likes[0] & likes[1]) > _SHARED * min(map(len, likes))
