"""Read the first sheet of an XLSX workbook."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from awardcli import messages
from awardcli.collection.files import Row, headed
from awardcli.errors import InvalidDataError, UnreadableError

_MOST_UNPACKED = 1 << 30
"""Bytes: a million rows of ten short cells; a workbook is a ZIP file, and a small one can unpack to anything."""


def read_workbook(path: Path) -> tuple[Sequence[str], Iterator[Row]]:
    """The heading and the rows of the first sheet; an empty row is no row.

    Raises UnreadableError where the file cannot be read or the extra is not installed, and InvalidDataError where it
    is no workbook, unpacks to more than a gibibyte, or another sheet holds something too: nothing is left out in
    silence.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise UnreadableError(messages.NEEDS_EXTRA(path=path, extra="xlsx")) from None
    _check_size(path)
    try:
        workbook = CalamineWorkbook.from_path(path)
        full = [name for name in workbook.sheet_names if workbook.get_sheet_by_name(name).total_height]
        if len(full) > 1:
            raise InvalidDataError(messages.SEVERAL_SHEETS(path=path, names=messages.listed(full)))
        rows = workbook.get_sheet_by_name(full[0]).to_python(skip_empty_area=False) if full else []
    except CalamineError as error:
        raise InvalidDataError(messages.NOT_A_WORKBOOK(path=path)) from error
    return headed(path, _lines(rows))


def _check_size(path: Path) -> None:
    """Unpack the workbook once without keeping it, since what it says of its size need not be so."""
    try:
        with ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > _MOST_UNPACKED:
                raise InvalidDataError(messages.TOO_LARGE(path=path))
            # Reads no part beyond the size it declares, and finds a part that is longer by its checksum.
            if packed.testzip() is not None:
                raise InvalidDataError(messages.NOT_A_WORKBOOK(path=path))
    except OSError as error:
        raise UnreadableError(messages.CANNOT_READ(path=path, reason=messages.reason(error))) from error
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError) as error:
        raise InvalidDataError(messages.NOT_A_WORKBOOK(path=path)) from error


def _lines(rows: Sequence[Sequence[object]]) -> Iterator[tuple[int, Sequence[object]]]:
    for line, cells in enumerate(rows, start=1):
        if any(str(cell).strip() for cell in cells):
            yield line, [_cell(cell) for cell in cells]


def _cell(value: object) -> object:
    """A cell as JSON would have it: whole numbers without a point, dates as text."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value
