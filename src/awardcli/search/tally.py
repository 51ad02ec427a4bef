"""A first, quick look at many lines at once: how many grams each shares with each name.

Most lines share none with any, and are passed over without a look at them one by one: numpy counts for all of them.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from awardcli.language.fold import fold_character
from awardcli.language.points import points_of
from awardcli.search.linking import Gram, coded

Numbers = npt.NDArray[np.int64]
"""One number for each code, gram, or line of a block."""
_Found = dict[int, list[int]]

LONGEST = 60
"""The codes that are counted at once."""
_STEP = 30
"""A longer line is counted in stretches that begin so far apart: what it holds stands in one of them."""
NEVER = 0x7F
"""More grams than such a line can share."""

_MOST_CODES = 2048
"""Codes that are told apart; where the names have more, some share a number, and the count is only less sharp."""
_MOST_AT_ONCE = 1 << 20
"""Grams shared with names that are counted at once, which takes some fifty bytes for each."""
_PASSED_OVER, _SEVERAL, _UNKNOWN = 0xFFFD, 0xFFFE, 0xFFFF
"""In the place of a code's number: the character has no code, it has several, nobody has asked for it yet."""


class Tally:
    """Counts for all names at once.

    `sharing` has the positions of the names that have a gram; `fewest(n, neighbours)` says how many grams each name
    asks of a line of n codes: of codes side by side alone, or of all.
    """

    def __init__(
        self, sharing: Mapping[Gram, Iterable[int]], names: int, fewest: Callable[[int, bool], list[int]]
    ) -> None:
        self._names = names
        self._fewest = fewest
        self._asked = np.zeros((2, LONGEST + 1, names), np.uint8)
        self._known_lengths: set[int] = set()
        self._number_codes(set(chain.from_iterable(sharing)))
        positions: dict[int, set[int]] = {}
        for (one, other), having in sharing.items():
            positions.setdefault(self._codes[one] * self._size + self._codes[other], set()).update(having)
        self._grams = np.zeros(self._size**2, np.int32)
        self._grams[list(positions)] = range(1, len(positions) + 1)
        self._sizes: Numbers = np.array([0, *map(len, positions.values())])
        self._begins = np.cumsum(self._sizes) - self._sizes
        self._positions: Numbers = np.fromiter(chain.from_iterable(positions.values()), np.int64)

    def _number_codes(self, codes: Iterable[str]) -> None:
        """Give each code of a name a number, first the letters and digits, and one to the others of each kind."""
        plain = sorted(filter(str.isascii, codes))
        said = sorted(set(codes).difference(plain))
        self._other_plain, self._other_said = 0, len(plain) + 1
        most = _MOST_CODES - self._other_said
        self._codes = {code: number for number, code in enumerate(plain, start=1)}
        self._codes |= {code: self._other_said + 1 + place % most for place, code in enumerate(said)}
        self._size = self._other_said + 1 + min(len(said), most)
        self._of_characters = np.full(sys.maxunicode + 1, _UNKNOWN, np.uint16)
        self._several: dict[int, str] = {}

    def look(self, lines: Sequence[str]) -> tuple[_Found, list[int]]:
        """The lines that share enough grams with names, each with the positions of those, and the plain ones.

        Those are the lines of letters and digits alone, and of one character: what such lines may be is told otherwise.
        """
        codes, of = self._coded(lines)
        lengths = np.bincount(of, minlength=len(lines))
        plain = np.ones(len(lines), bool)
        plain[of[codes >= self._other_said]] = False
        return self._sharing(codes, of, lengths), np.flatnonzero(plain | (lengths == 1)).tolist()

    def _coded(self, lines: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The numbers of the codes of all lines in one row, and the line that each is of."""
        points = points_of("".join(lines))
        codes = self._of_characters[points]
        if _UNKNOWN in codes:
            for point in np.unique(points[codes == _UNKNOWN]).tolist():
                self._of_characters[point] = self._number_of(point)
            codes = self._of_characters[points]
        if _SEVERAL in codes:
            return self._coded([line.translate(self._several) for line in lines])
        of = np.repeat(np.arange(len(lines)), list(map(len, lines)))
        kept = codes != _PASSED_OVER
        return codes[kept].astype(np.int64), of[kept]

    def _number_of(self, point: int) -> int:
        code = coded(chr(point))
        if len(code) > 1:
            self._several[point] = fold_character(chr(point))
            return _SEVERAL
        return (
            self._codes.get(code, self._other_plain if code.isascii() else self._other_said) if code else _PASSED_OVER
        )

    def _sharing(self, codes: Numbers, of: Numbers, lengths: Numbers) -> _Found:
        if (lengths > LONGEST).any():
            return self._of_short_and_long(codes, of, lengths)
        grams, lines = zip(*(self._grams_of(codes, of, step) for step in (1, 2)), strict=True)
        sizes = self._sizes[np.concatenate(grams)]
        if sizes.sum() > _MOST_AT_ONCE and len(lengths) > 1:
            middle = len(lengths) // 2
            cut = np.searchsorted(of, middle)
            rest = self._sharing(codes[cut:], of[cut:] - middle, lengths[middle:])
            return self._sharing(codes[:cut], of[:cut], lengths[:middle]) | {
                middle + line: names for line, names in rest.items()
            }
        return self._counted(np.concatenate(grams), np.concatenate(lines), int(sizes[: len(grams[0])].sum()), lengths)

    def _grams_of(self, codes: Numbers, of: Numbers, step: int) -> tuple[Numbers, Numbers]:
        """The grams that names have of codes so far apart, and the line that each is of."""
        grams = self._grams[codes[:-step] * self._size + codes[step:]]
        places = np.flatnonzero(grams)
        places = places[of[places] == of[places + step]]
        return grams[places].astype(np.int64), of[places]

    def _counted(self, grams: Numbers, lines: Numbers, neighbours: int, lengths: Numbers) -> _Found:
        """The names that share enough of those grams of lines, of which the first so many are of neighbours."""
        sizes = self._sizes[grams]
        ends = np.cumsum(sizes)
        places = np.repeat(self._begins[grams] - ends + sizes, sizes) + np.arange(sizes.sum())
        pairs = np.repeat(lines, sizes) * self._names + self._positions[places]
        known, which = np.unique(pairs, return_inverse=True)
        of, names = np.divmod(known, self._names)
        self._ask(lengths[of])
        of_neighbours = np.bincount(which[:neighbours], minlength=len(known))
        enough = of_neighbours >= self._asked[1, lengths[of], names]
        enough &= np.bincount(which, minlength=len(known)) >= self._asked[0, lengths[of], names]
        found: _Found = {}
        for line, name in zip(of[enough].tolist(), names[enough].tolist(), strict=True):
            found.setdefault(line, []).append(name)
        return found

    def _ask(self, lengths: Numbers) -> None:
        for length in set(np.unique(lengths).tolist()) - self._known_lengths:
            self._known_lengths.add(length)
            for neighbours in (False, True):
                self._asked[int(neighbours), length] = self._fewest(length, neighbours)

    def _of_short_and_long(self, codes: Numbers, of: Numbers, lengths: Numbers) -> _Found:
        """What lines share, of which some are longer than is counted at once."""
        short = lengths[of] <= LONGEST
        found = self._sharing(codes[short], of[short], np.where(lengths <= LONGEST, lengths, 0))
        ends = np.cumsum(lengths)
        for line in np.flatnonzero(lengths > LONGEST).tolist():
            code = codes[ends[line] - lengths[line] : ends[line]]
            stretches = [code[start : start + LONGEST] for start in range(0, len(code) - _STEP, _STEP)]
            sizes = np.array(list(map(len, stretches)))
            parts = self._sharing(np.concatenate(stretches), np.repeat(np.arange(len(sizes)), sizes), sizes)
            if names := sorted(set(chain.from_iterable(parts.values()))):
                found[line] = names
        return found
