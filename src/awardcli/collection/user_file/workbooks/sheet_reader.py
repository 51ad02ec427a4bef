"""Read a workbook in a process of its own, so that a hostile one can take no more than that process may.

It is run as a script and imports nothing of ours: `sheet_reader.py FILE MEMORY SECONDS [SHEET...]`. It writes lines of
JSON to standard output: first a list of all sheets, each as its name, whether it is visible, its first rows, and in an
ODS workbook the hidden rows and columns as pairs of the first and the last, from 1; then the rows of each sheet to be
read, many in a line, with `null` behind each sheet; last `true`. Those sheets are the ones named, in lower case, else
the visible ones. Without the last line it is not all that the workbook holds.
"""

import json
import os
import re
import signal
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from zipfile import ZipFile, is_zipfile

Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last of merged cells, each by its row and column from 0."""

_BLOCK = 1 << 16
"""Characters of rows in one line, and in memory at once: a line for each row takes several times as long."""
_FIRST_ROWS = 20
_FIRST_CHARACTERS = 1 << 18
"""The first rows of a sheet that are not blank, and their characters: enough to find its heading."""
MOST_COLUMNS = 16_384
"""As many as the format has: a cell that claims to be further right has millions of empty ones beside it."""
_MOST_SHEETS = 5_000
"""Each takes half a millisecond; nobody has so many."""
_MOST_BESIDE = 3_000_000
"""Empty cells left of the content of a sheet: they take no memory, but a second for every two million."""


def lines_of(path: str, names: Sequence[str] = ()) -> Iterator[str]:
    """The lines about a workbook; raises CalamineError where it is not a workbook.

    The last line is missing where there are too many sheets, or a sheet has too many columns or too many empty cells
    beside its content.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    overlooked = _overlooked(path)
    with open(path, "rb") as file:  # noqa: PTH123 # by its content: given a path, the suffix would decide
        workbook = CalamineWorkbook.from_filelike(file)
        sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        if len(sheets) > _MOST_SHEETS:
            return
        only = workbook.get_sheet_by_name(sheets[0].name) if len(sheets) == 1 else None  # to be read but once
        heads = []
        for sheet in sheets:
            page = only or workbook.get_sheet_by_name(sheet.name)
            if not _is_bounded(page):
                return
            more = overlooked[sheet.name] if overlooked is not None else None
            hidden = (more.hidden_rows, more.hidden_columns) if more else ([], [])
            heads.append((sheet.name, sheet.visible == SheetVisibleEnum.Visible, _first_rows(page, more), *hidden))
        yield json.dumps(heads)
        for name, is_visible, *_ in heads:
            if name.strip().casefold() in names if names else is_visible:
                page = only or workbook.get_sheet_by_name(name)
                yield from map(json.dumps, _blocks(_rows(page, overlooked[name] if overlooked is not None else None)))
                yield "null"
    yield "true"


def _is_bounded(page: Any) -> bool:
    """Whether a sheet has neither too many empty cells beside its content nor too many columns."""
    before, last = (page.start[1], page.end[0]) if page.start and page.end else (0, 0)
    return before * last <= _MOST_BESIDE and not (page.end and page.end[1] >= MOST_COLUMNS)


class _Overlooked(NamedTuple):
    """What calamine does not read of a sheet in ODS. Cells are by row and column from 0, hidden ones are from 1."""

    merged: list[Range]
    texts: dict[tuple[int, int], str]
    """Texts with line breaks, which calamine leaves out."""
    hidden_rows: list[tuple[int, int]]
    hidden_columns: list[tuple[int, int]]


_OVERLOOKED = re.compile(rb'number-(?:rows|columns)-spanned="(?!1")|:line-break|:visibility="')
_SHEET, _TEXT = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("table", "text"))
_MOST_REPEATED = 1000
"""Equal cells or rows in one element whose text is looked at: a text with line breaks is hardly repeated."""


def _overlooked(path: str) -> Mapping[str, _Overlooked] | None:
    """What calamine does not read of an ODS workbook, by sheet; None of another workbook."""
    if not is_zipfile(path):
        return None
    found = defaultdict[str, _Overlooked](lambda: _Overlooked([], {}, [], []))
    with ZipFile(path) as packed:
        if "content.xml" not in packed.namelist():
            return None
        with packed.open("content.xml") as file:
            blocks = iter(lambda: file.read(1 << 20), b"")
            if not any(map(_OVERLOOKED.search, blocks)):
                return found
        from xml.etree.ElementTree import iterparse

        with packed.open("content.xml") as file:
            row = column = 0
            for event, element in iterparse(file, ("start", "end")):
                repeated = int(element.get(f"{_SHEET}number-columns-repeated", 1))
                is_hidden = element.get(f"{_SHEET}visibility", "visible") != "visible"
                match event, element.tag.removeprefix(_SHEET):
                    case "start", "table":
                        sheet = found[element.get(f"{_SHEET}name", "")]
                        row = column = 0
                    case "end", "table-column":
                        if is_hidden:
                            sheet.hidden_columns.append((column + 1, column + repeated))
                        column += repeated
                    case "end", "table-row":
                        rows = int(element.get(f"{_SHEET}number-rows-repeated", 1))
                        if is_hidden:
                            sheet.hidden_rows.append((row + 1, row + rows))
                        _look_at_cells(element, row, min(rows, _MOST_REPEATED), sheet)
                        row += rows
                        element.clear()
    return found


def _look_at_cells(cells: Any, row: int, rows: int, sheet: _Overlooked) -> None:
    """Add the merged cells of a row and its texts with line breaks."""
    column = 0
    for cell in cells:
        columns = int(cell.get(f"{_SHEET}number-columns-repeated", 1))
        high, wide = (int(cell.get(f"{_SHEET}number-{each}-spanned", 1)) for each in ("rows", "columns"))
        if high > 1 or wide > 1:
            sheet.merged.append(((row, column), (row + high - 1, column + wide - 1)))
        if next(cell.iter(f"{_TEXT}line-break"), None) is not None:
            text = "\n".join("".join(_pieces(each)) for each in cell if each.tag == f"{_TEXT}p")
            places = (
                (row + down, column + right) for down in range(rows) for right in range(min(columns, _MOST_REPEATED))
            )
            sheet.texts.update(dict.fromkeys(places, text))
        column += columns


def _pieces(element: Any) -> Iterator[str]:
    """The pieces of a paragraph's text; spaces, tabs and line breaks are elements of their own."""
    signs = {f"{_TEXT}s": " " * int(element.get(f"{_TEXT}c", 1)), f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
    yield signs.get(element.tag, element.text or "")
    for each in element:
        yield from _pieces(each)
        yield each.tail or ""


def _rows(page: Any, more: _Overlooked | None) -> Iterator[list[object]]:
    """The rows from the first line of a sheet on, from its first column on."""
    before = [""] * (page.start[1] if page.start else 0)  # rows come from the first line, not the first column
    rows: Iterator[list[object]] = ([*before, *map(_cell, row)] for row in page.iter_rows())
    if more is not None:
        rows = _as_in_ods(rows, more.texts)
    merged = more.merged if more else page.merged_cell_ranges
    return _filled_down(rows, merged, page.end[1] if page.end else 0) if merged else rows


_DURATION = re.compile(r"PT([0-9]{2,9})H([0-9]{2})M([0-9]{2})(?:\.[0-9]+)?S")
"""How calamine gives a duration of more than a day, which is no time of the day."""


def _as_in_ods(rows: Iterable[list[object]], texts: Mapping[tuple[int, int], str]) -> Iterator[list[object]]:
    """The rows with texts in place of those without line breaks, and durations as LibreOffice shows them."""
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            if type(cell) is str and cell.startswith("PT") and (duration := _DURATION.fullmatch(cell)):
                row[column] = ":".join(duration.groups())
            elif (line, column) in texts:
                row[column] = texts[line, column]
        yield row


def _first_rows(page: Any, more: _Overlooked | None) -> list[tuple[int, list[object]]]:
    """The first rows of a sheet that are not blank, each with its line."""
    found = []
    size = 0
    for line, cells in enumerate(_rows(page, more), start=1):
        if any(map(str.strip, map(str, cells))):
            found.append((line, cells))
            size += sum(map(len, map(str, cells)))
            if len(found) == _FIRST_ROWS or size > _FIRST_CHARACTERS:
                break
    return found


def _blocks(rows: Iterable[list[object]]) -> Iterator[list[list[object]]]:
    """The rows, as many together as make some _BLOCK characters."""
    block: list[list[object]] = []
    size = 0
    for cells in rows:
        block.append(cells)
        size += len(cells) + sum(map(len, map(str, cells)))
        if size > _BLOCK:
            yield block
            block, size = [], 0
    yield block


def _filled_down(rows: Iterable[list[Any]], merged: Iterable[Range], end: int) -> Iterator[list[Any]]:
    """The rows, where each row under merged cells has their values, if it is not blank, and at its end their places.

    A row merged into one cell, up to the column `end` of the sheet, has only that.
    """
    beginning: dict[int, list[tuple[int, int]]] = {}
    whole: set[int] = set()
    for (first, column), (last, right) in merged:
        if column == 0 and right >= end > 0 and first == last:
            whole.add(first)
        if last > first:
            beginning.setdefault(first, []).append((column, last))
    open_cells: dict[int, tuple[int, Any]] = {}
    """By column: the last line of the merged cell, and its value."""
    for line, row in enumerate(rows):
        open_cells = {column: cell for column, cell in open_cells.items() if cell[0] >= line}
        under: list[int] = []
        if open_cells and any(cell != "" for cell in row):
            under = [column for column in open_cells if row[column] == ""]  # a value hidden under one is not lost
            for column in under:
                row[column] = open_cells[column][1]
        open_cells |= {column: (last, row[column]) for column, last in beginning.get(line, ()) if column < len(row)}
        yield row[:1] if line in whole and not any(row[1:]) else [*row, {"under": under}] if under else row


def _cell(value: object) -> object:
    """A cell as JSON has it: whole numbers without a point, dates as text, truth and durations as Excel shows them."""
    if type(value) is str:
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, timedelta):  # [h]:mm:ss, which Excel shows in hours alone
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return value if isinstance(value, int | float) else str(value)


def _bound(memory: int, seconds: int) -> None:
    """Take no more than that, nor than already allowed, where the system can enforce it."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for limit, most in ((resource.RLIMIT_DATA, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        allowed = [most, *(each for each in resource.getrlimit(limit) if each != resource.RLIM_INFINITY)]
        resource.setrlimit(limit, (min(allowed), min(allowed)))


def write(path: str, memory: int, seconds: int, pipe: int, names: Sequence[str] = ()) -> None:
    """Write all lines to the file descriptor `pipe`, taking no more than that many bytes of memory and seconds."""
    _bound(memory, seconds)
    with os.fdopen(pipe, "w", encoding="utf-8", errors="surrogatepass") as parent:
        for line in _in_time(lines_of(path, names), seconds):
            parent.write(line + "\n")


def _in_time(lines: Iterator[str], seconds: int) -> Iterator[str]:
    """The lines, where none takes longer; else the process ends: short of memory, a reader may wait for ever.

    The time that the other process takes to read them does not count.
    """
    alarm = getattr(signal, "alarm", int)  # Windows has none
    alarm(seconds)
    for line in lines:
        alarm(0)
        yield line
        alarm(seconds)
    alarm(0)


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), pipe=1, names=sys.argv[4:])
