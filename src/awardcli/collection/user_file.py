"""The rows of a user's file, whatever its format."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from awardcli import messages
from awardcli.collection import json_file, text_file
from awardcli.collection.row_reader import RowReader
from awardcli.collection.text_file import AS_IT_IS, Manner, UserRow, refused, repeated
from awardcli.errors import InvalidDataError, UsageError

IsHeading = Callable[[Iterable[object], int], bool]
"""Whether cells are a heading that names so many columns at least."""

_LOWEST = 10
"""The lines among which a heading is looked for: above it stand the table's name and remarks on it."""
_SURELY = 2
"""The columns that a heading below the first line must name: no record does."""
_MARK_IN_TEXT = "\ufeff"


def headed(
    path: Path, lines: Iterator[tuple[int, Sequence[object]]], is_heading: IsHeading
) -> tuple[Sequence[str], Iterator[UserRow]]:
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


def _rows(path: Path, heading: Sequence[str], lines: Iterable[tuple[int, Sequence[object]]]) -> Iterator[UserRow]:
    wanted = len(heading)
    for number, (line, cells) in enumerate(lines, start=1):
        if len(cells) == wanted:
            yield UserRow(number, path, line, dict(zip(heading, cells, strict=True)))
        else:
            yield UserRow(number, path, line, {}, messages.RAGGED(wanted=wanted, found=len(cells)), cells)


READABLE = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".xlsx", ".awards")


def rows_of(path: Path, reader: RowReader, manner: Manner = AS_IT_IS) -> Iterator[UserRow]:
    """The rows of a CSV, TSV, JSON lines or XLSX file as they come.

    Raises UnreadableError where the file cannot be read, UsageError where its suffix says it is something else, and
    InvalidDataError where it cannot be told into rows, or no heading names a title or an organization.
    """
    suffix = path.suffix.lower()
    if suffix in (".csv", ".tsv"):
        rows = _under_heading(path, text_file.delimited_lines(path, "," if suffix == ".csv" else "\t", manner), reader)
    elif suffix == ".xlsx":
        from awardcli.collection.excel_file import sheet_lines

        rows = _under_heading(path, sheet_lines(path), reader)
    elif suffix in (".jsonl", ".ndjson"):
        rows = json_file.read_json_lines(path, manner)
    else:
        raise UsageError(messages.NOT_READABLE_SUFFIX(path=path, suffixes=" ".join(READABLE)))
    return _whole(rows, reader)


def rows_or_document(path: Path, reader: RowReader, manner: Manner = AS_IT_IS) -> Iterator[UserRow] | Mapping[str, Any]:
    """The rows of a JSON array of flat records, or the one object that a JSON file holds; raises as `rows_of` does."""
    from awardcli.collection.json_file import read_array

    found = read_array(path, manner)
    if isinstance(found, Mapping):
        return found
    if not isinstance(found, Iterator):
        raise text_file.refused(messages.BAD_JSON(reason=messages.WANTED_LIST()), path)
    return _whole(found, reader)


def _under_heading(path: Path, lines: Iterator[tuple[int, Sequence[object]]], reader: RowReader) -> Iterator[UserRow]:
    headings, rows = headed(path, lines, reader.is_heading)
    reader.recognised(headings)
    reader.require_columns()
    return rows


def _whole(rows: Iterator[UserRow], reader: RowReader) -> Iterator[UserRow]:
    """The rows, and at their end a look whether any of them had the columns that a list needs."""
    readable = False
    for row in rows:
        readable = readable or not row.problem
        yield row
    if readable:
        reader.require_columns()
