"""Read the first sheet of an XLSX workbook."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from awardcli import messages
from awardcli.errors import InvalidDataError, UnreadableError

_MOST_UNPACKED = 256 << 20
"""Bytes: a workbook is a ZIP file, and a small one can unpack to anything."""
_BLOCK = 1 << 20
_LONGEST_CELL = 10_000
_WITHOUT_VALUE = re.compile(
    rb'<c r="(?P<column>[A-Z]{1,3})(?P<line>[0-9]{1,7})"'
    rb'(?:[^>]* t="e"|(?![^>]* t="str")[^>]*><f[^<]{0,9000}(?:</f>)?(?:<v/>|<v></v>)?</c>)'
)
_MOST_WITHOUT_VALUE = 100_000
_NO_VALUE: Mapping[str, object] = {}
"""What stands for a cell without a value: no text, so that its row is refused where the cell is read."""
_MOST_MEMORY = 320 << 20
"""Bytes that reading it may take: three million short cells, a million rows of three columns."""
_MOST_SECONDS = 60
"""Of work, three times what the largest takes; only what was made to take for ever takes as long."""


def sheet_lines(path: Path) -> Iterator[tuple[int, Sequence[object]]]:
    """The cells of the first sheet, of each line that holds something, with its number.

    Raises UnreadableError where the file cannot be read or the extra is not installed, and InvalidDataError where it
    is no workbook, takes more than it may to read, or another sheet holds something too: nothing is left out in
    silence.
    """
    try:
        import python_calamine  # noqa: F401 - it is used in another process, where nobody could say that it is missing
    except ImportError:
        raise UnreadableError(messages.NEEDS_EXTRA(path=path, extra="xlsx")) from None
    return _lines(path, _cells_without_value(path))


def _cells_without_value(path: Path) -> set[tuple[int, int]]:
    """The places, line and column from 1, of cells that hold an error or a formula never worked out.

    They would be read as empty. The workbook is unpacked once, and not kept: what it says of its size need not be so.
    """
    unpacked = 0
    found: set[tuple[int, int]] = set()
    try:
        with ZipFile(path) as packed:
            for part in packed.infolist():
                with packed.open(part) as file:  # no part is read beyond the size it declares, or with a wrong checksum
                    end = b""
                    while block := file.read(_BLOCK):
                        unpacked += len(block)
                        if unpacked > _MOST_UNPACKED or len(found) > _MOST_WITHOUT_VALUE:
                            raise InvalidDataError(messages.TOO_LARGE(path=path))
                        found.update(map(_place, _WITHOUT_VALUE.finditer(end + block)))
                        end = block[-_LONGEST_CELL:]
    except OSError as error:
        raise UnreadableError(messages.CANNOT_READ(path=path, reason=messages.reason(error))) from error
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, _zlib_error()) as error:
        raise InvalidDataError(messages.NOT_A_WORKBOOK(path=path)) from error
    return found


def _place(cell: "re.Match[bytes]") -> tuple[int, int]:
    column = 0
    for letter in cell["column"]:
        column = column * 26 + letter - ord("A") + 1
    return int(cell["line"]), column


def _zlib_error() -> type[Exception]:
    import zlib

    return zlib.error


def _lines(path: Path, without_value: set[tuple[int, int]]) -> Iterator[tuple[int, Sequence[object]]]:
    """The rows that hold something, each with its line."""
    broken = {line for line, _ in without_value}
    with _reading(path) as reader:
        full = _next(path, reader)
        if len(full) > 1:
            raise InvalidDataError(messages.SEVERAL_SHEETS(path=path, names=messages.listed(full)))
        line = width = 0
        for line, cells in enumerate(_rows(path, reader), start=1):
            if line in broken:
                cells = [_NO_VALUE if (line, at) in without_value else cell for at, cell in enumerate(cells, start=1)]
            if any(map(str.strip, map(str, cells))):
                yield line, cells
            width = len(cells)
        for below in sorted(broken):
            if below > line:
                yield below, [_NO_VALUE if (below, at) in without_value else "" for at in range(1, width + 1)]


@contextmanager
def _reading(path: Path) -> Iterator[IO[str]]:
    """What another process reads of the workbook: whatever becomes of it, this one goes on."""
    script = str(Path(__file__).with_name("sheet_process.py"))
    command = [sys.executable, "-P", script, str(path.absolute()), str(_MOST_MEMORY), str(_MOST_SECONDS)]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        errors="surrogatepass",
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout
        finally:
            process.kill()


def _rows(path: Path, reader: IO[str]) -> Iterator[list[object]]:
    """The rows that it tells of, many at a time."""
    while (rows := _next(path, reader)) is not None:
        yield from rows


def _next(path: Path, reader: IO[str]) -> Any:
    """The next thing it says; raises InvalidDataError where it ended without the last word."""
    line = reader.readline()
    if not line.endswith("\n"):
        raise InvalidDataError(messages.NOT_A_WORKBOOK(path=path))
    return json.loads(line)
