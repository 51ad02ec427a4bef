"""Read the sheets of a workbook: XLSX, XLS or ODS."""

import json
import re
import subprocess
import sys
import zlib
from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from awardcli import messages
from awardcli.collection.user_file import section_names
from awardcli.collection.user_file.columns.columns_by_letter import column_letter
from awardcli.collection.user_file.refused_formats import OLE, ZIP, refusal_of_workbook
from awardcli.collection.user_file.table_lines import Line, UnderMerged
from awardcli.collection.user_file.text_file import LARGEST_CELL, refused, unreadable
from awardcli.collection.user_file.workbooks.sheet_reader import MOST_COLUMNS
from awardcli.errors import InvalidDataError

_MOST_UNPACKED = 256 << 20
"""Bytes: a workbook is a ZIP file, and a small one can unpack to anything."""
_BLOCK = 1 << 20
_LONGEST_CELL = 10_000
_WITHOUT_VALUE = re.compile(
    rb'<c r="(?P<column>[A-Z]{1,3})(?P<line>[0-9]{1,7})"'
    rb'(?:[^>]* t="e"|(?![^>]* t="str")[^>]*><f[^<]{0,9000}(?:</f>)?(?:<v ?/>|<v></v>)?</c>)'
)
_TOO_MANY_ROWS = re.compile(rb'number-rows-repeated="[0-9]{0,99}(?:[2-9][0-9]{6}|[1-9][0-9]{7})"')
"""A row of an ODS sheet repeated two million times or more: no sheet is so long, and calamine reads only a part."""
_SHEET = re.compile(rb'<sheet [^>]*\bname="(?P<name>[^"]*)"[^>]*\br:id="(?P<id>[^"]*)"')
_PART = re.compile(rb'<Relationship (?=[^>]*\bId="(?P<id>[^"]*)")(?=[^>]*\bTarget="(?P<target>[^"]*)")')
_MOST_WITHOUT_VALUE = 100_000
_MOST_MEMORY = 320 << 20
"""Bytes that reading it may take: three million short cells, a million rows of three columns."""
_MOST_SECONDS = 60
"""Seconds of CPU time, three times what the largest workbook takes; only a hostile one takes as long."""

_HIDDEN_ROW = re.compile(rb'<row (?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(?P<line>[0-9]{1,7})"')
_HIDDEN_COLUMNS = re.compile(
    rb'<col (?=[^>]*\bhidden="(?:1|true)")(?=[^>]*\bmin="(?P<first>[0-9]{1,5})")[^>]*\bmax="(?P<last>[0-9]{1,5})"'
)

_Pairs = dict[str, set[tuple[int, int]]]
"""By sheet: cells by line and column, or the first and the last of hidden rows or columns, all from 1."""


class Sheet(NamedTuple):
    """A sheet of a workbook: its name, whether it is visible, and its first rows that are not blank.

    `hidden_rows` and `hidden_columns` are the first and the last of each range, from 1.
    """

    name: str
    is_visible: bool
    first: list[Line]
    hidden_rows: Collection[tuple[int, int]] = ()
    hidden_columns: Collection[tuple[int, int]] = ()

    def why_passed(self) -> str:
        """Its name with why it is not read."""
        if not self.is_visible:
            return messages.SHEET_HIDDEN(name=self.name)
        if not self.first:
            return messages.SHEET_BLANK(name=self.name)
        is_of_others = section_names.is_of_others(self.name)
        return (messages.SHEET_OF_OTHERS if is_of_others else messages.SHEET_WITHOUT_HEADING)(name=self.name)


class Workbook:
    """A workbook being read: its sheets, then the rows of the named or else of the visible ones, in order.

    Raises UnreadableError where the file cannot be read, and InvalidDataError where it is not a workbook, or reading it
    takes too much time or memory.
    """

    def __init__(self, path: Path, data: bytes, names: Sequence[str] = ()) -> None:
        self._path = path
        self._without_value, rows, columns = _not_read_by_calamine(path) if data.startswith(ZIP) else ({}, {}, {})
        self.format = "xls" if data.startswith(OLE) else "ods" if _is_ods(path) else "xlsx"
        named = [name.strip().casefold() for name in names]
        self._lines = _output(path, named)
        self._hidden_lines: list[int] = []
        """The lines of the sheet read last that are hidden and filled."""
        self.sheets = [
            Sheet(
                name,
                is_visible,
                [self._line(name, line, cells) for line, cells in first],
                hidden_rows=[*rows.get(name, ()), *hidden_rows],
                hidden_columns=[*columns.get(name, ()), *hidden_columns],
            )
            for name, is_visible, first, hidden_rows, hidden_columns in self._next()
        ]
        self.read = [
            sheet for sheet in self.sheets if (sheet.name.strip().casefold() in named if named else sheet.is_visible)
        ]

    def rows(self, sheet: Sheet) -> Iterator[Line]:
        """The rows of a sheet, also blank ones; sheets must be read in their order, each to its end."""
        name, hidden = sheet.name, deque(sorted(sheet.hidden_rows))
        self._hidden_lines.clear()
        line = width = 0
        while (rows := self._next()) is not None:
            for cells in rows:
                line += 1
                row = self._line(name, line, cells)
                width = len(row[1])
                while hidden and hidden[0][1] < line:
                    hidden.popleft()
                if hidden and hidden[0][0] <= line and any(cell not in ("", None) for cell in row[1]):
                    self._hidden_lines.append(line)
                yield row
        for below in sorted({below for below, _ in self._without_value.get(name, ()) if below > line}):
            yield self._line(name, below, [""] * width)

    def hidden_in(self, sheet: Sheet) -> list[str]:
        """The hidden rows and columns of the sheet read last that are filled, for a message."""
        hidden = {at for first, last in sheet.hidden_columns for at in range(first - 1, min(last, MOST_COLUMNS))}
        filled = {at for _, cells, _ in sheet.first for at, cell in enumerate(cells) if cell not in ("", None)}
        letters = list(map(column_letter, sorted(hidden & filled)))
        parts = []
        if self._hidden_lines:
            parts.append(messages.LINE(line=messages.first_listed(list(map(str, self._hidden_lines)))))
        if letters:
            parts.append(messages.COLUMN(letter=messages.first_listed(letters)))
        return parts

    def finish(self) -> None:
        """Raise InvalidDataError where the process ended before all was read."""
        self._next()

    def _line(self, name: str, line: int, cells: list[object]) -> Line:
        """A row; a cell that holds an error, which calamine reads as empty, is a dictionary with its place (C7)."""
        if cells and isinstance(cells[-1], dict):
            cells = UnderMerged(cells[:-1], cells[-1]["under"])
        missing = self._without_value.get(name)
        if missing:
            cells[:] = [
                {"place": f"{column_letter(at - 1)}{line}"} if (line, at) in missing else cell
                for at, cell in enumerate(cells, start=1)
            ]
        return line, cells, None

    def _next(self) -> Any:
        line = next(self._lines, "")
        if not line.endswith("\n"):
            raise refusal_of_workbook(self._path)
        found = json.loads(line)
        if len(line) > LARGEST_CELL and any(len(str(cell)) > LARGEST_CELL for row in found or () for cell in row):
            raise refused(messages.TOO_LONG(most=LARGEST_CELL), self._path)
        return found


def _output(path: Path, names: Sequence[str]) -> Iterator[str]:
    """The lines that `sheet_reader` writes about a workbook."""
    with reading(path, names) as lines:
        yield from lines


@contextmanager
def reading(path: Path, names: Sequence[str] = ()) -> Iterator[IO[str]]:
    """The output of a process that reads the workbook (`sheet_reader`): a crash there is only an error here."""
    script = str(Path(__file__).with_name("sheet_reader.py"))
    command = [sys.executable, "-P", script, str(path.resolve()), str(_MOST_MEMORY), str(_MOST_SECONDS), *names]
    try:
        started = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="surrogatepass",
        )
    except OSError as error:
        raise unreadable(path, error) from error
    with started as process:
        assert process.stdout is not None
        try:
            yield process.stdout
        finally:
            process.kill()


def _is_ods(path: Path) -> bool:
    with ZipFile(path) as packed:
        return "content.xml" in packed.namelist()


def _not_read_by_calamine(path: Path) -> tuple[_Pairs, _Pairs, _Pairs]:
    """The cells of each sheet that hold an error, or a formula that was never calculated; the hidden rows and columns.

    Unpacks the workbook in blocks, since its declared size cannot be trusted.
    """
    cells, rows, columns = (defaultdict[str, set[tuple[int, int]]](set) for _ in range(3))
    """By the part of the ZIP file."""
    index: defaultdict[str, bytes] = defaultdict(bytes)
    unpacked = 0
    try:
        with ZipFile(path) as packed:
            for part in packed.infolist():
                name, end = part.filename, b""
                with packed.open(part) as file:  # no part is read beyond its declared size, or with a wrong checksum
                    while block := file.read(_BLOCK):
                        unpacked += len(block)
                        if unpacked > _MOST_UNPACKED or len(cells[name]) > _MOST_WITHOUT_VALUE:
                            raise InvalidDataError(messages.TOO_LARGE(path=path))
                        if name.endswith(("workbook.xml", "workbook.xml.rels")):
                            index[name] += block
                        text = end + block
                        if _TOO_MANY_ROWS.search(text):
                            raise InvalidDataError(messages.NOT_A_WORKBOOK(path=path))
                        cells[name].update(map(_place, _WITHOUT_VALUE.finditer(text)))
                        if b'hidden="' in block and len(rows[name]) < _MOST_WITHOUT_VALUE:
                            rows[name].update((int(row["line"]),) * 2 for row in _HIDDEN_ROW.finditer(text))
                            every = _HIDDEN_COLUMNS.finditer(text)
                            columns[name].update((int(each["first"]), int(each["last"])) for each in every)
                        end = text[-_LONGEST_CELL:]
    except OSError as error:
        raise unreadable(path, error) from error
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, zlib.error) as error:
        raise refusal_of_workbook(path) from error
    return _by_sheet(cells, index), _by_sheet(rows, index), _by_sheet(columns, index)


def _by_sheet(found: _Pairs, index: Mapping[str, bytes]) -> _Pairs:
    """The cells or ranges by the names of sheets instead of the parts of the ZIP file that hold these."""
    from html import unescape

    if not any(found.values()):
        return {}
    workbook, relations = index.get("xl/workbook.xml", b""), index.get("xl/_rels/workbook.xml.rels", b"")
    parts = {part["id"]: part["target"].decode("utf-8", "replace") for part in _PART.finditer(relations)}
    sheets: _Pairs = {}
    for sheet in _SHEET.finditer(workbook):
        target = parts.get(sheet["id"], "")
        part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        sheets[unescape(sheet["name"].decode("utf-8", "replace"))] = found.get(part, set())
    return sheets


def _place(cell: "re.Match[bytes]") -> tuple[int, int]:
    column = 0
    for letter in cell["column"]:
        column = column * 26 + letter - ord("A") + 1
    return int(cell["line"]), column
