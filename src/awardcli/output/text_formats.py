"""The text formats: CSV, TSV, JSON, JSON lines, Markdown."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from awardcli.output.formats import Layout, Values
from awardcli.output.sanitize import safe_json, safe_text

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""How a value begins that a spreadsheet may compute (OWASP, CSV injection); the wide signs in a Chinese Excel."""
_LINES_AT_ONCE = 100


def write_csv(rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
    """Write the rows as CSV (RFC 4180), its lines ended by CR LF as Excel writes them."""
    _write(_delimited(rows, layout, ",", "\r\n"), stream)


def write_tsv(rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
    """Write the rows as tab-separated values, quoted as in CSV where they hold a tab, a quote or a line end."""
    _write(_delimited(rows, layout, "\t", "\n"), stream)


def write_json(rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
    """Write the rows as one JSON array, a row a line; `[]` for none."""
    _write(_array(_documents(rows, layout)), stream)


def write_json_lines(rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
    """Write the rows as JSON objects, one a line."""
    _write((document + "\n" for document in _documents(rows, layout)), stream)


def write_markdown(rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
    """Write the rows as a table in GitHub's dialect, whose heading has to be there, if only with empty cells."""
    _write(_markdown(rows, layout), stream)


def _write(texts: Iterable[str], stream: BinaryIO) -> None:
    """Write texts in blocks, as UTF-8; half a character, which UTF-8 cannot hold, as an escape."""
    texts = iter(texts)
    while block := "".join(islice(texts, _LINES_AT_ONCE)):
        stream.write(block.encode("utf-8", "backslashreplace"))


def _delimited(rows: Iterable[Values], layout: Layout, delimiter: str, line_end: str) -> Iterator[str]:
    def line(values: Values) -> str:
        if layout.on_terminal or layout.excel_safe:
            values = [_delimited_cell(value, layout) for value in values]
        return delimited_line(values, delimiter=delimiter, line_end=line_end)

    if layout.with_heading:
        yield line(layout.headings)
    yield from map(line, rows)


def delimited_line(values: Values, *, delimiter: str = ",", line_end: str = "\r\n") -> str:
    """Values as one line of CSV; a cell that holds the delimiter, a quote or a line end is quoted."""
    cells = ["" if value is None else str(value) for value in values]
    line = delimiter.join(cells)
    if line and line.count(delimiter) < len(cells) and not ('"' in line or "\r" in line or "\n" in line):
        return line + line_end
    import csv  # mostly nothing has to be quoted, and importing it is a hundredth of the start-up
    from io import StringIO

    # csv quotes the characters of its line end only, and a bare CR splits a row for many readers: always give it both.
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return text.getvalue().removesuffix("\r\n") + line_end


def _delimited_cell(value: object, layout: Layout) -> str:
    text = "" if value is None else str(value)
    if layout.on_terminal:
        text = safe_text(text)
    if layout.excel_safe and (text.startswith(("\t", "\r", "\n")) or text.lstrip().startswith(_FORMULA)):
        return f"'{text}"
    return text


def _array(documents: Iterable[str]) -> Iterator[str]:
    opening = "[\n"
    for document in documents:
        yield opening + document
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _documents(rows: Iterable[Values], layout: Layout) -> Iterator[str]:
    import json

    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    for values in rows:
        document = encode(dict(zip(layout.headings, values, strict=True)))
        yield safe_json(document) if layout.on_terminal else document


_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\|`*_[]<>&~"})


def _markdown(rows: Iterable[Values], layout: Layout) -> Iterator[str]:
    yield _markdown_row(map(_markdown_cell, layout.headings if layout.with_heading else [None] * len(layout.headings)))
    yield _markdown_row("---" for _ in layout.headings)
    for values in rows:
        yield _markdown_row(map(_markdown_cell, values))


def _markdown_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _markdown_cell(value: object) -> str:
    return "" if value is None else safe_text(str(value)).translate(_ESCAPED)
