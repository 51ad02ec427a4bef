"""How one term answers in one field."""

from collections.abc import Sequence
from typing import NamedTuple

from awardcli.model import FieldName, Place, Tier
from awardcli.search.printed_text import WrittenForm
from awardcli.search.weights import Agreement


class Piece(NamedTuple):
    """A stretch of the term, as compared, that stands for one character of the field, how, and what it gains."""

    start: int
    typed: str
    unit: int
    how: Agreement
    gain: float


class Alignment(NamedTuple):
    """A term found in a field: how, how well (0-100), which share of the field it covers (0-1), and where.

    `pieces` say which part of the term stands for which character of `view`; a literal match has none. What they gain
    is out of `weight`.
    """

    field: FieldName
    tier: Tier
    score: float
    coverage: float
    places: tuple[Place, ...]
    view: WrittenForm
    pieces: tuple[Piece, ...] = ()
    weight: float = 1.0


def matched(
    view: WrittenForm, tier: Tier, score: float, units: Sequence[int], pieces: Sequence[Piece] = (), weight: float = 1.0
) -> Alignment:
    """A match of the characters of a view at those offsets; neighbours share a place."""
    offsets = sorted(set(units))
    runs: list[list[int]] = []
    for offset in offsets:
        if runs and runs[-1][1] == offset:
            runs[-1][1] = offset + 1
        else:
            runs.append([offset, offset + 1])
    places = tuple(dict.fromkeys(view.place(start, end) for start, end in runs))
    return Alignment(view.name, tier, min(score, 100.0), len(offsets) / len(view), places, view, tuple(pieces), weight)
