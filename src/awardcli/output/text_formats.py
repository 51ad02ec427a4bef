"""The text formats: CSV, TSV, JSON, JSON lines, Markdown."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from awardcli import vocabulary
from awardcli.output.columns import STRUCTURED, Record, shown
from awardcli.output.layout import Layout
from awardcli.output.sanitize import safe_json, safe_text

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
        heading = [_delimited_cell(name, layout) for name in heading]
        rows = ([_delimited_cell(value, layout) for value in row] for row in rows)
    if layout.header in ("en", "zh"):
        yield line(heading)
    yield from map(line, rows)


def _line(writer: Any, line_end: str, cells: Iterable[object]) -> str:
    text: str = writer.writerow(cells)
    return text.removesuffix("\r\n") + line_end


def csv_line(cells: Iterable[str]) -> str:
    """Cells as a line of CSV."""
    return _line(csv.writer(_Echo(), lineterminator="\r\n"), "\r\n", cells)


def _delimited_cell(value: object, layout: Layout) -> str:
    text = "" if value is None else str(value)
    if layout.on_terminal:
        text = safe_text(text)
    if layout.excel_safe and _FORMULA.match(text):
        return f"'{text}"
    return text


csv_lines = partial(delimited, delimiter=",", line_end="\r\n")
tsv_lines = partial(delimited, delimiter="\t", line_end="\n")


def json_array(records: Iterable[Record], layout: Layout) -> Iterator[str]:
    """One array, a record a line; `[]` for nothing."""
    opening = "[\n"
    for document in _documents(records, layout):
        yield opening + document
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def json_lines(records: Iterable[Record], layout: Layout) -> Iterator[str]:
    """One record a line."""
    for document in _documents(records, layout):
        yield document + "\n"


def _documents(records: Iterable[Record], layout: Layout) -> Iterator[str]:
    keys = list(_keys(layout))
    for record in records:
        document = json.dumps({key: record[key] for key in keys if key in record}, ensure_ascii=False, allow_nan=False)
        yield safe_json(document) if layout.on_terminal else _encodable(document)


def _keys(layout: Layout) -> Iterator[str]:
    """The columns, with what only JSON can hold behind the column it belongs to."""
    behind = {column: key for key, column in STRUCTURED.items()} if layout.whole else {}
    for column in layout.columns:
        yield column
        if column in behind:
            yield behind[column]


def _encodable(document: str) -> str:
    """The document with lone surrogates as JSON escapes: UTF-8 cannot hold them."""
    return document.encode("utf-8", "backslashreplace").decode("utf-8")


_ACTIVE = re.compile(r"([\\|`*_\[\]<>&~])")


def markdown_table(records: Iterable[Record], layout: Layout) -> Iterator[str]:
    """The records as a table in GitHub's dialect, which cannot do without a heading."""
    chinese = layout.says_chinese
    yield _markdown_row(vocabulary.heading(column, chinese=chinese) for column in layout.columns)
    yield _markdown_row("---" for _ in layout.columns)
    for record in records:
        yield _markdown_row(_markdown_cell(shown(record, column, chinese=chinese)) for column in layout.columns)


def _markdown_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _markdown_cell(value: object) -> str:
    return "" if value is None else _ACTIVE.sub(r"\\\1", safe_text(str(value)))
