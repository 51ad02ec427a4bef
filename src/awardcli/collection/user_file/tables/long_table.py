"""A table of another layout, read as one with a row for each result."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from awardcli.collection.user_file.text_file import Line


class LongTable(NamedTuple):
    """A table with a row for each result: the rows above its heading, the heading, the rows below, and a remark."""

    above: Sequence[Line]
    heading: Line
    rows: Iterator[Line]
    remark: str
