"""Hits that are found as they are asked for."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import overload

from awardcli.model import Hit

_KEPT = 64
"""The first hits that stay at hand: a screenful, which is asked for more than once."""


class Hits(Sequence[Hit]):
    """Hits that are found as they are asked for, of which only the first stay at hand.

    Going through all of them again finds what is beyond the first again. `find` begins to find them.
    """

    def __init__(self, find: Callable[[], Iterator[Hit]]) -> None:
        self._find = find
        self._first: list[Hit] = []
        self._rest: Iterator[Hit] | None = find()

    def __iter__(self) -> Iterator[Hit]:
        for number in range(_KEPT):
            if number == len(self._first):
                found = list(islice(self._rest, 1)) if self._rest else []
                if not found:
                    return
                self._first += found
            yield self._first[number]
        rest, self._rest = self._rest, None
        yield from rest or islice(self._find(), _KEPT, None)

    def __bool__(self) -> bool:
        return any(True for _ in self)

    def __len__(self) -> int:
        """How many there are; finds them all."""
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> list[Hit]: ...
    def __getitem__(self, place: int | slice) -> Hit | list[Hit]:
        last = place.stop if isinstance(place, slice) else place + 1
        return list(self if last is None or last <= 0 else islice(self, last))[place]
