"""The flat records of any file that holds a list, whatever its format."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from awardcli import messages
from awardcli.collection import files
from awardcli.collection.files import AS_IT_IS, Manner, Row
from awardcli.collection.heading import headed
from awardcli.collection.rows import RowReader
from awardcli.errors import UsageError

READABLE = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".xlsx", ".awards")


def rows_of(path: Path, reader: RowReader, manner: Manner = AS_IT_IS) -> Iterator[Row]:
    """The rows of a CSV, TSV, JSON lines or XLSX file as they come.

    Raises UnreadableError where the file cannot be read, UsageError where its suffix says it is something else, and
    InvalidDataError where it cannot be told into rows, or no heading names a title or an organization.
    """
    suffix = path.suffix.lower()
    if suffix in (".csv", ".tsv"):
        rows = _under_heading(path, files.delimited_lines(path, "," if suffix == ".csv" else "\t", manner), reader)
    elif suffix == ".xlsx":
        from awardcli.collection.workbook import sheet_lines

        rows = _under_heading(path, sheet_lines(path), reader)
    elif suffix in (".jsonl", ".ndjson"):
        rows = files.read_json_lines(path, manner)
    else:
        raise UsageError(messages.NOT_READABLE_SUFFIX(path=path, suffixes=" ".join(READABLE)))
    return _whole(rows, reader)


def rows_or_document(path: Path, reader: RowReader, manner: Manner = AS_IT_IS) -> Iterator[Row] | Mapping[str, Any]:
    """The rows of a JSON array of flat records, or the one object that a JSON file holds; raises as `rows_of` does."""
    from awardcli.collection.json_array import read_array

    found = read_array(path, manner)
    if isinstance(found, Mapping):
        return found
    if not isinstance(found, Iterator):
        raise files.refused(messages.BAD_JSON(reason=messages.WANTED_LIST()), path)
    return _whole(found, reader)


def _under_heading(path: Path, lines: Iterator[tuple[int, Sequence[object]]], reader: RowReader) -> Iterator[Row]:
    headings, rows = headed(path, lines, reader.is_heading)
    reader.recognised(headings)
    reader.require_columns()
    return rows


def _whole(rows: Iterator[Row], reader: RowReader) -> Iterator[Row]:
    """The rows, and at their end a look whether any of them had the columns that a list needs."""
    readable = False
    for row in rows:
        readable = readable or not row.problem
        yield row
    if readable:
        reader.require_columns()
