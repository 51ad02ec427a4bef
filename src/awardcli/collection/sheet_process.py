"""Read a workbook in a process of its own, so that one made to harm can take no more than that process.

It is run as a script, by name, and knows nothing of the rest: `sheet_process.py FILE MEMORY SECONDS`. It writes lines
of JSON to standard output: the names of the sheets that hold something, then, if that is one, its rows, many in a
line, then `null`. Without that last word it is not all that the workbook holds.
"""

import json
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of merged ones, each by its line and column from 0."""

_BLOCK = 1 << 16
"""Characters of rows that are told together, and in memory at once: row by row it takes several times as long."""
_MOST_COLUMNS = 16_384
"""As many as the format has: a cell that says it stands further right has millions of empty ones beside it."""
_MOST_BESIDE = 3_000_000
"""Empty cells left of what a sheet holds: they take no memory, but a second for every two million."""


def lines_of(path: str) -> Iterator[str]:
    """What is written about a workbook; raises CalamineError where it is none.

    The last word is missing where too much is empty beside what the sheet holds, or it has more columns than there are.
    """
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_path(path)
    names = workbook.sheet_names
    # An only one is not looked at before: that would be to read it twice.
    full = names if len(names) == 1 else [name for name in names if workbook.get_sheet_by_name(name).start]
    yield json.dumps(full)
    if len(full) == 1:
        page = workbook.get_sheet_by_name(full[0])
        before, last = (page.start[1], page.end[0]) if page.start and page.end else (0, 0)
        if before * last > _MOST_BESIDE or (page.end and page.end[1] >= _MOST_COLUMNS):
            return
        rows = ([""] * before + row for row in page.iter_rows())  # they come from the first line, not the first column
        merged = page.merged_cell_ranges
        yield from map(json.dumps, _blocks(_filled_down(rows, merged) if merged else rows))
    yield "null"


def _blocks(rows: Iterable[list[Any]]) -> Iterator[list[list[object]]]:
    """The rows with cells as JSON would have them, so many together that they are some _BLOCK characters."""
    block: list[list[object]] = []
    size = 0
    for row in rows:
        cells = [cell if type(cell) is str else _cell(cell) for cell in row]
        block.append(cells)
        size += len(cells) + sum(map(len, map(str, cells)))
        if size > _BLOCK:
            yield block
            block, size = [], 0
    yield block


def _filled_down(rows: Iterable[list[Any]], merged: Iterable[Range]) -> Iterator[list[Any]]:
    """The rows, with what a cell merged over several of them says in each that holds something."""
    beginning: dict[int, list[tuple[int, int]]] = {}
    for (first, column), (last, _) in merged:
        if last > first:
            beginning.setdefault(first, []).append((column, last))
    says: dict[int, tuple[int, Any]] = {}
    for line, row in enumerate(rows):
        says = {column: said for column, said in says.items() if said[0] >= line}
        if any(cell != "" for cell in row):
            for column, (_, value) in says.items():
                if row[column] == "":  # what the file has under it, where Excel does not show it, is not lost
                    row[column] = value
        says |= {column: (last, row[column]) for column, last in beginning.get(line, ()) if column < len(row)}
        yield row


def _cell(value: object) -> object:
    """A cell as JSON would have it: whole numbers without a point, dates as text."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value if isinstance(value, str | int | float) else str(value)


def _bound(memory: int, seconds: int) -> None:
    """Take no more than that, where the system can see to it."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for limit, most in ((resource.RLIMIT_DATA, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(limit, (most, most))


def tell(path: str, memory: int, seconds: int, pipe: int) -> None:
    """Write it all to the other process, and take no more than so many bytes and seconds for it."""
    _bound(memory, seconds)
    with os.fdopen(pipe, "w", encoding="utf-8", errors="surrogatepass") as parent:
        for line in _in_time(lines_of(path), seconds):
            parent.write(line + "\n")


def _in_time(lines: Iterator[str], seconds: int) -> Iterator[str]:
    """The lines, where none takes longer; else the process ends: without memory, what reads may wait for ever.

    However long the other process takes to read them does not count.
    """
    alarm = getattr(signal, "alarm", int)  # Windows has none
    alarm(seconds)
    for line in lines:
        alarm(0)
        yield line
        alarm(seconds)
    alarm(0)


if __name__ == "__main__":
    tell(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), pipe=1)
