"""A first, quick look at a line: how many grams it shares with each name, counted for all names at once.

Each gram has one large integer with a byte for every name, 1 where the name has the gram. Their sum over a line is the
count for each name, and one more addition carries into a byte's highest bit where it is enough.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, repeat

from awardcli.search.grams import Gram

LONGEST = 60
"""The longest line that can be counted, in codes: a byte has no room for the grams of more."""
NEVER = 0x7F
"""More grams than such a line can share, and still be counted on in a byte."""

_ENOUGH = 0x80
_MOST_BYTES = 512
"""Beyond so many names several share a byte: what the count says is then only less sharp."""


_NONE = repeat(0)


class Tally:
    """Counts for all names at once.

    `fewest(n, neighbours)` says how many grams each name asks of a line of n codes; of neighbours alone, or of all.
    """

    def __init__(
        self, sharing: Mapping[Gram, Sequence[int]], names: int, fewest: Callable[[int, bool], list[int]]
    ) -> None:
        self._bytes = min(names, _MOST_BYTES)
        self._fewest = fewest
        self._enough = int.from_bytes(bytes([_ENOUGH]) * self._bytes)
        self._lacking_neighbours = _Lacking(lambda length: self._lack(length, True))
        self._lacking = _Lacking(lambda length: self._lack(length, False))
        counts = {
            gram: sum(1 << 8 * byte for byte in {position % self._bytes for position in positions})
            for gram, positions in sharing.items()
        }
        self._count = counts.get

    def may_name(self, code: str) -> bool:
        """Whether a line of these codes shares enough grams with any name; most share too few neighbours already."""
        shared = sum(map(self._count, pairwise(code), _NONE))
        if not shared + self._lacking_neighbours[len(code)] & self._enough:
            return False
        shared += sum(map(self._count, zip(code, code[2:], strict=False), _NONE))
        return bool(shared + self._lacking[len(code)] & self._enough)

    def _lack(self, length: int, neighbours: bool) -> int:
        """What must be added to the counts so that the fewest make `_ENOUGH`."""
        fewest = [NEVER] * self._bytes
        for position, wanted in enumerate(self._fewest(length, neighbours)):
            byte = position % self._bytes
            fewest[byte] = min(fewest[byte], wanted)
        return int.from_bytes(bytes(_ENOUGH - wanted for wanted in fewest), "little")


class _Lacking(dict[int, int]):
    """What must be added to the counts, for each length of a line; worked out when first asked for."""

    def __init__(self, lack: Callable[[int], int]) -> None:
        super().__init__()
        self._lack = lack

    def __missing__(self, length: int) -> int:
        self[length] = lacking = self._lack(length)
        return lacking
