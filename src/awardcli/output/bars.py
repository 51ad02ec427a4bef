"""Bars on a terminal: counts as runs of a character that is one cell wide everywhere."""

from collections.abc import Sequence
from itertools import islice

from awardcli import messages, vocabulary
from awardcli.output.columns import Record, shown
from awardcli.output.text import display_width, reading_width

_MARK = "#"
_GAPS = 4
"""Columns between the three columns of a table."""
_NARROWEST = 10
_MEASURED = 50
"""Rows that leave room for their labels; a terminal shows no more unless asked to."""


def with_bars(counts: Sequence[Record]) -> Sequence[Record]:
    """The records of a value and its `results`, each with a `bar`; the longest fills what the value leaves of a line.

    Any count but none has a bar. Values that would take more than half of a line are left to be folded.
    """
    if not counts:
        return counts
    label = next(iter(counts[0]))
    chinese = messages.language() == "zh"
    amounts = [amount for record in counts if isinstance(amount := record["results"], int)]
    most = max(amounts)
    width = reading_width()
    names = [str(shown(record, label, chinese=chinese)) for record in islice(counts, _MEASURED)]
    widest, digits = (
        max(map(display_width, (vocabulary.heading(column), *values)))
        for column, values in ((label, names), ("results", [str(most)]))
    )
    room = max(width - min(widest, width // 2) - digits - _GAPS, _NARROWEST)
    bars = [_MARK * max(round(amount * room / most), int(amount > 0)) for amount in amounts]
    return [{**record, "bar": bar} for record, bar in zip(counts, bars, strict=True)]
