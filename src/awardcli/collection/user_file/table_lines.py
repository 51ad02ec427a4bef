"""A row of a table as it comes from a file of any format, and the texts of its cells."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from awardcli.language.lazy_pattern import lazy_pattern

Line = tuple[int, Sequence[object], str | None]
"""A row of a table as it comes: its line number, its cells, and why it cannot be read, or None."""


class UnderMerged(list[object]):
    """The cells of a row that has some of those above too, since they are merged; `places` are those of these."""

    def __init__(self, cells: Iterable[object], places: Sequence[int]) -> None:
        super().__init__(cells)
        self.places = places


class LongTable(NamedTuple):
    """A table of another layout, read as one with a row for each result, and a remark on that.

    `made` are headings whose cells come from other headings: a blank one there says that there is none.
    """

    above: Sequence[Line]
    heading: Line
    rows: Iterator[Line]
    remark: str
    made: Collection[str] = ()


def as_written(cell: object) -> str:
    """A cell of a heading unchanged, but for a stray byte order mark; "" where it is blank."""
    text = "" if cell is None or isinstance(cell, Mapping) else str(cell).replace("\ufeff", "")
    return text if text.strip() else ""


_LONG = 400
_WIDEST_GAP = 40
_WIDE_GAP = lazy_pattern(rf"\s{{{_WIDEST_GAP + 1},}}")
"""Blanks in a row of a long cell: fewer say the same, and patterns go through them again and again."""


def text_of(cell: object) -> str:
    """A cell on one line, without surrounding spaces and invisible marks of pages; "" where it has no value.

    It is for looking at: of many blanks in a row within a long cell it keeps some. Values are taken from the cell.
    """
    if type(cell) is not str:
        if cell is None or isinstance(cell, Mapping):  # a cell of a workbook that holds an error
            return ""
        cell = str(cell)
    if not cell.isprintable():  # of few cells, and four replacements take longer than this question
        cell = cell.replace("\ufeff", "").replace("\u200b", "").replace("\xad", "").replace("\n", " ")
    text = cell.strip()
    return _WIDE_GAP.sub(lambda gap: gap[0][:_WIDEST_GAP], text) if len(text) > _LONG else text


def filled_texts(cells: Iterable[object]) -> list[str]:
    """The texts of the cells of a row that are not blank."""
    return list(filter(None, map(text_of, cells)))


def texts_by_row(rows: Iterable[Line]) -> list[list[str]]:
    """The texts of the cells of each row, with those of blank cells."""
    return [list(map(text_of, cells)) for _, cells, _ in rows]


def are_most(is_such: Callable[[str], object], texts: Collection[str]) -> bool:
    """Whether more than half of the texts are such."""
    return 2 * sum(map(bool, map(is_such, texts))) > len(texts)
