"""Read a workbook in a process of its own, so that one made to harm can take no more than that process.

It is run as a script, by name, and knows nothing of the rest: `sheet_process.py FILE MEMORY SECONDS`. It writes lines
of JSON to standard output: the names of the sheets that hold something, then, if that is one, its rows, then `null`.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of merged ones, each by its line and column from 0."""


def lines_of(path: str) -> Iterator[str]:
    """What is written about a workbook; raises CalamineError where it is none."""
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_path(path)
    full = [name for name in workbook.sheet_names if workbook.get_sheet_by_name(name).start]
    yield json.dumps(full)
    if len(full) == 1:
        page = workbook.get_sheet_by_name(full[0])
        left = [""] * (page.start[1] if page.start else 0)  # rows come from the first line, but not the first column
        rows = (left + row for row in page.iter_rows())
        for row in _filled_down(rows, page.merged_cell_ranges or ()):
            yield json.dumps([_cell(cell) for cell in row])
    yield "null"


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
        for line in lines_of(path):
            parent.write(line + "\n")


if __name__ == "__main__":
    tell(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), pipe=1)
