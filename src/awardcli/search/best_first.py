"""Hits from a gram index, the best first, without looking at more rows than are asked for."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import islice
from typing import Protocol

from awardcli.collection.index import Index, Kind
from awardcli.model import Hit, Result
from awardcli.search.hits import Order, in_order, order_of
from awardcli.search.lookups import Lookup

_AT_ONCE = 64
"""Results that are read from the file at once: about as many as a screen shows."""

_BEFORE_ALL = -1
"""A position before every other."""


class Indexed(Protocol):
    """A collection with a gram index."""

    def __iter__(self) -> Iterator[Result]: ...

    @property
    def last_position(self) -> int: ...
    @property
    def gram_index(self) -> Index: ...

    def positions_of(self, organizations: Iterable[int]) -> Iterator[int]:
        """The positions of the results that name one of the organizations, by their keys."""
        ...

    def texts_at(self, kind: Kind, places: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The titles at those positions, or the names of those organizations, in the order they are asked for."""
        ...

    def kept(self, positions: Sequence[int]) -> list[int]:
        """Those of the positions whose results belong to the collection, in the order given."""
        ...

    def results_at(self, positions: Iterable[int]) -> Iterator[tuple[int, Result]]:
        """The results at those positions with their positions, in the order they are asked for."""
        ...


def best_first(
    collection: Indexed,
    kind: Kind,
    lookups: Iterable[Lookup],
    hit_of: Callable[[Result], Hit | None],
    widest: str | None = None,
) -> Iterator[Hit]:
    """The hits among the rows that lookups find, in the order of a whole search.

    A row's number and its lookup say how good a hit in it can be. A hit is given as soon as no later row can be
    better: of a million rows that answer equally well only those that are asked for are read. What finds few rows is
    asked but once: by the `widest` expression, which finds all that the lookups find.
    """
    if widest:
        few = list(islice(collection.gram_index.rows(kind, widest), _AT_ONCE + 1))
        if not few:
            return
        if kind == "title" and len(few) <= _AT_ONCE:
            found = collection.results_at(sorted(row.place for row in few))
            yield from in_order(hit for _, result in found if (hit := hit_of(result)))
            return
    waiting: list[tuple[Order, int, Hit]] = []
    seen: set[int] = set()
    ranked = sorted(lookups, key=_best)
    as_good = Counter(map(_best, ranked))
    for lookup in ranked:
        # What is as good as a lookup can be is not found again, but by another that is no better.
        remembers_all = kind == "organization" or as_good[_best(lookup)] > 1
        for best, before, position, result in _rows(collection, kind, lookup, seen):
            while waiting and waiting[0][:2] < (best, before):
                yield heappop(waiting)[2]
            hit = hit_of(result)
            order = order_of(hit.tier, hit.score, hit.coverage) if hit else None
            if hit and order and order >= best:  # else a better lookup found it, and it has been given
                heappush(waiting, (order, position, hit))
            if remembers_all or order != best:
                seen.add(position)
    while waiting:
        yield heappop(waiting)[2]


def _best(lookup: Lookup) -> Order:
    """The order of the best hit that a lookup can find."""
    return order_of(lookup.tier, lookup.score, 1.0)


def _rows(collection: Indexed, kind: Kind, lookup: Lookup, seen: set[int]) -> Iterator[tuple[Order, int, int, Result]]:
    """The results that a lookup finds and were not seen, with the best that they and all after them can be.

    After that comes the position before which an equally good hit is the next one, and the result's own.
    """
    rows = collection.gram_index.rows(kind, lookup.expression, shortest=lookup.shortest, longest=lookup.longest)
    if kind == "title":
        while some := list(islice(rows, _AT_ONCE)):
            lengths = {row.place: row.length for row in some if row.place not in seen}
            for position, result in collection.results_at(lengths):
                yield _best_in(lookup, lengths[position]), position, position, result
        return
    for row in rows:  # an organization's results stand anywhere in the list
        positions = [position for position in collection.positions_of([row.place]) if position not in seen]
        for position, result in collection.results_at(positions):
            yield _best_in(lookup, row.length), _BEFORE_ALL, position, result


def _best_in(lookup: Lookup, length: int) -> Order:
    """The order of the best hit that a lookup can find in a text of a length."""
    return order_of(lookup.tier, lookup.score, min(lookup.units, length) / length)
