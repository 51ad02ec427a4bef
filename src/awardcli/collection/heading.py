"""The heading of a table, and the rows under it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path

from awardcli import messages
from awardcli.collection.files import Row, refused, repeated
from awardcli.errors import InvalidDataError

IsHeading = Callable[[Iterable[object], int], bool]
"""Whether cells are a heading that names so many columns at least."""

_LOWEST = 10
"""The lines among which a heading is looked for: above it stand the table's name and remarks on it."""
_SURELY = 2
"""The columns that a heading below the first line must name: no record does."""
_MARK_IN_TEXT = "\ufeff"


def headed(
    path: Path, lines: Iterator[tuple[int, Sequence[object]]], is_heading: IsHeading
) -> tuple[Sequence[str], Iterator[Row]]:
    """The heading and the rows under it.

    The heading is the first line, unless that names no column and one of the next surely is one; what stands above is
    passed over. Raises InvalidDataError where there is no heading, or it names something twice or is no text. A row
    with more or fewer cells than the heading has that as its problem.
    """
    line, cells = next(lines, (1, []))
    if not cells:
        raise InvalidDataError(messages.NO_HEADING(path=path))
    if not is_heading(cells, 1):
        below = list(islice(lines, _LOWEST - 1))
        at = next((at for at, (_, cells) in enumerate(below) if is_heading(cells, _SURELY)), None)
        if at is not None:
            line, cells = below[at]
            del below[: at + 1]
        lines = chain(below, lines)
    if any(isinstance(cell, Mapping) for cell in cells):  # an error in a workbook, or a formula without a value
        raise refused(messages.WANTED_TEXT(), messages.AT_LINE(path=path, line=line))
    heading = [str(cell).strip().strip(_MARK_IN_TEXT).strip() for cell in cells]  # some programs write a mark twice
    if (twice := repeated(name for name in heading if name)) is not None:
        raise refused(messages.REPEATED(value=twice), messages.AT_LINE(path=path, line=line))
    return heading, _rows(path, heading, lines)


def _rows(path: Path, heading: Sequence[str], lines: Iterable[tuple[int, Sequence[object]]]) -> Iterator[Row]:
    wanted = len(heading)
    for number, (line, cells) in enumerate(lines, start=1):
        if len(cells) == wanted:
            yield Row(number, path, line, dict(zip(heading, cells, strict=True)))
        else:
            yield Row(number, path, line, {}, messages.RAGGED(wanted=wanted, found=len(cells)), cells)
