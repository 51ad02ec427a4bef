"""A first, quick look at a line: how many grams it shares with each name, counted for all names at once.

Each gram has one large integer with a byte for every name, 1 where the name has the gram. Their sum over a line is the
count for each name, and one more addition carries into a byte's highest bit where it is enough.
"""

import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress, count, repeat

from awardcli.search.grams import BREAK, Gram

LONGEST = 60
"""The codes that are counted at once: a byte has no room for the grams of more."""
_STEP = 30
"""A longer line is counted in stretches that begin so far apart: what it holds stands in one of them."""
NEVER = 0x7F
"""More grams than such a line can share, and still be counted on in a byte."""

_SHORT = 3
"""Codes of a line that may share a gram with a name, and yet no neighbours: the first and the last are all it has."""
_ENOUGH = 0x80
_MOST_BYTES = 512
"""Beyond so many names several share a byte: what the count says is then only less sharp."""


_NONE = repeat(0)
_TWO_BYTES = f"utf-16-{sys.byteorder[0]}e"


class Tally:
    """Counts for all names at once.

    `fewest(n, neighbours)` says how many grams each name asks of a line of n codes; of neighbours alone, or of all.
    """

    def __init__(
        self, sharing: Mapping[Gram, Iterable[int]], names: int, fewest: Callable[[int, bool], list[int]]
    ) -> None:
        self._names = names
        self._bytes = min(names, _MOST_BYTES)
        self._fewest = fewest
        self._enough = int.from_bytes(bytes([_ENOUGH]) * self._bytes)
        self._lacking_neighbours = _Lacking(lambda length: self._lack(length, True))
        self._lacking = _Lacking(lambda length: self._lack(length, False))
        self._counts = {
            gram: sum(1 << 8 * byte for byte in {position % self._bytes for position in positions})
            for gram, positions in sharing.items()
        }
        self._of_neighbours = {_pairs("".join(gram))[0][0]: names for gram, names in self._counts.items()}

    def sharing(self, codes: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
        """Which of the lines of these codes share enough grams with any name, and the positions of the names."""
        text = BREAK.join(codes)
        nexts = list(accumulate(len(code) + len(BREAK) for code in codes))
        neighbours = dict.fromkeys((line for line, code in enumerate(codes) if len(code) == _SHORT), 0)
        # Most lines share none: they are passed over without a look at them one by one.
        for first, pairs in enumerate(_pairs(text)):
            for place in compress(count(), map(self._of_neighbours.__contains__, pairs)):
                line = bisect_right(nexts, 2 * place + first)
                neighbours[line] = neighbours.get(line, 0) + self._of_neighbours[pairs[place]]
        for line, shared in neighbours.items():
            code = codes[line]
            if len(code) > LONGEST:
                found = self._in_stretches(code)
            elif shared + self._lacking_neighbours[len(code)] & self._enough:
                found = self._shared(code, shared)
            else:
                continue
            if found:
                yield line, found

    def _in_stretches(self, code: str) -> list[int]:
        stretches = [code[start : start + LONGEST] for start in range(0, len(code) - _STEP, _STEP)]
        return sorted({position for _, found in self.sharing(stretches) for position in found})

    def _shared(self, code: str, neighbours: int) -> list[int]:
        """The positions of the names that share enough grams with a line, whose neighbours have been counted."""
        counts = neighbours + sum(map(self._counts.get, zip(code, code[2:], strict=False), _NONE))
        enough = counts + self._lacking[len(code)] & self._enough
        found: list[int] = []
        while enough:
            highest = enough.bit_length() - 1
            found += range(highest // 8, self._names, self._bytes)
            enough ^= 1 << highest
        return found

    def _lack(self, length: int, neighbours: bool) -> int:
        """What must be added to the counts so that the fewest make `_ENOUGH`."""
        fewest = [NEVER] * self._bytes
        for position, wanted in enumerate(self._fewest(length, neighbours)):
            byte = position % self._bytes
            fewest[byte] = min(fewest[byte], wanted)
        return int.from_bytes(bytes(_ENOUGH - wanted for wanted in fewest), "little")


def _pairs(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """The pairs of codes in a text as numbers, which are made and looked up sooner than pairs of strings.

    First those that begin at even places, then those at odd ones. A code is two bytes.
    """
    codes = memoryview(text.encode(_TWO_BYTES, "surrogatepass"))
    even, odd = (codes[2 * first : len(codes) - (len(codes) - 2 * first) % 4] for first in (0, 1))
    return even.cast("I"), odd.cast("I")


class _Lacking(dict[int, int]):
    """What must be added to the counts, for each length of a line; worked out when first asked for."""

    def __init__(self, lack: Callable[[int], int]) -> None:
        super().__init__()
        self._lack = lack

    def __missing__(self, length: int) -> int:
        self[length] = lacking = self._lack(length)
        return lacking
