"""CSV and TSV."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from awardcli import vocabulary
from awardcli.output.columns import Record, shown
from awardcli.output.layout import Layout
from awardcli.output.safe import safe_text

_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""How a value begins that a spreadsheet may compute (OWASP, CSV injection); the wide signs where one is Chinese."""


class _Echo:
    """A file for csv.writer that hands each line back."""

    @staticmethod
    def write(line: str) -> str:
        return line


def delimited(records: Iterable[Record], layout: Layout, *, delimiter: str, line_end: str) -> Iterator[str]:
    """The records as lines with a heading; a value that holds the delimiter, a quote or a line end is quoted."""
    rows = (machine_values(record, layout) for record in records)
    return delimited_rows(rows, layout, machine_heading(layout), delimiter=delimiter, line_end=line_end)


def machine_heading(layout: Layout) -> Sequence[str]:
    """The fixed names of the columns, unless Chinese ones were asked for."""
    if layout.header != "zh":
        return layout.columns
    return [vocabulary.heading(column, chinese=True) for column in layout.columns]


def machine_values(record: Record, layout: Layout) -> list[object]:
    """The values of the columns themselves; under Chinese headings as people read them."""
    if layout.header != "zh":
        return list(map(record.get, layout.columns))
    return [shown(record, column, chinese=True) for column in layout.columns]


def delimited_rows(
    rows: Iterable[Sequence[object]], layout: Layout, heading: Sequence[str], *, delimiter: str, line_end: str
) -> Iterator[str]:
    """The rows as lines, under that heading unless the layout wants none."""
    # csv quotes the characters of its line end only, and a bare CR splits a row for many readers: always give it both.
    line = partial(_line, csv.writer(_Echo(), delimiter=delimiter, lineterminator="\r\n"), line_end)
    if layout.on_terminal or layout.excel_safe:
        heading = [_cell(name, layout) for name in heading]
        rows = ([_cell(value, layout) for value in row] for row in rows)
    if layout.header in ("en", "zh"):
        yield line(heading)
    yield from map(line, rows)


def _line(writer: Any, line_end: str, cells: Iterable[object]) -> str:
    text: str = writer.writerow(cells)
    return text.removesuffix("\r\n") + line_end


def csv_line(cells: Iterable[str]) -> str:
    """Cells as a line of CSV."""
    return _line(csv.writer(_Echo(), lineterminator="\r\n"), "\r\n", cells)


def _cell(value: object, layout: Layout) -> str:
    text = "" if value is None else str(value)
    if layout.on_terminal:
        text = safe_text(text)
    if layout.excel_safe and _FORMULA.match(text):
        return f"'{text}"
    return text


csv_lines = partial(delimited, delimiter=",", line_end="\r\n")
tsv_lines = partial(delimited, delimiter="\t", line_end="\n")
