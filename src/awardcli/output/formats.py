"""The table of formats, the layout that each gets, and those of plain text: CSV, TSV, JSON, JSON lines, Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from awardcli import messages
from awardcli.errors import UsageError, bad_choice
from awardcli.model import JsonCell
from awardcli.output.columns import OutputColumn
from awardcli.output.sanitize import safe_json, safe_lines, safe_text

Values = Sequence[object]
"""The values of a row in the columns of the layout; an unknown value is None."""


class Layout(NamedTuple):
    """The layout of an output, the same for all its rows.

    `columns` read the values of a row, and each has one of the `headings`, even if these are not written.
    `columns_chosen` is true where the user named the columns, `for_people` where headings and values are not those of
    programs. `on_terminal` is true where a terminal shows the output; `width` is then its width in columns, or None,
    and `boxes` says whether it shows lines. `chinese` is the language of the words that a format adds, `title` and
    `source` are those of the list, and `destination` is the name of the file in messages.
    """

    columns: Sequence[OutputColumn]
    headings: Sequence[str]
    with_heading: bool = True
    columns_chosen: bool = False
    for_people: bool = False
    excel_safe: bool = False
    on_terminal: bool = False
    width: int | None = None
    color: bool = False
    boxes: bool = False
    chinese: bool = False
    title: str = "awardcli"
    source: str | None = None
    destination: str = ""

    @property
    def counted(self) -> tuple[int, int, str] | None:
        """Where counts have their values, where their amounts, and what a chart of them is called; None for others."""
        roles = [column.role for column in self.columns]
        if "results" not in roles or len(roles) == 1:
            return None
        amounts = roles.index("results")
        values = int(amounts == 0)
        counted_by = messages.COUNTED_BY_OWN if self.columns[values].own else messages.COUNTED_BY
        return values, amounts, counted_by.worded(chinese=self.chinese, column=safe_text(self.headings[values]))


class Format(NamedTuple):
    """A format by name. `written_by` is its `module:function` in this folder, imported when it is used.

    `readers` says for whom it is; without it, for people in a file and for programs in a pipe. What else differs:

    - `of_counts`: it shows counts only, no results;
    - `headings_as_written`: headings are those of the list to the letter, with their line breaks;
    - `needs_headings`: it cannot be without them (`--header none`);
    - `has_arrays`: its values may be arrays, so it has the columns that hold several (`organizations`, `matched`);
    - `never_shows_empty`: no column without a value, not even one of a user's own list;
    - `is_binary`: it is no text, and cannot begin with a byte order mark;
    - `is_for_spreadsheets`: a spreadsheet takes its values for formulas, unless `--excel-safe` prevents that.
    """

    name: str
    suffixes: tuple[str, ...]
    label: str | messages.Message
    written_by: str
    readers: Literal["people", "programs"] | None = None
    of_counts: bool = False
    headings_as_written: bool = False
    needs_headings: bool = False
    has_arrays: bool = False
    never_shows_empty: bool = False
    is_binary: bool = False
    is_for_spreadsheets: bool = False

    def write(self, rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
        """Write the rows; raises UsageError for a layout, UnwritableError for a value, that the format cannot have."""
        module, _, function = self.written_by.partition(":")
        getattr(import_module(f"awardcli.output.{module}"), function)(rows, layout, stream)


_OF_JSON = {"headings_as_written": True, "needs_headings": True, "has_arrays": True}
FORMATS = {
    format_.name: format_
    for format_ in (
        Format("table", (".txt",), messages.PLAIN_TEXT, "table:write_table", "people", never_shows_empty=True),
        Format("csv", (".csv",), "CSV", "formats:write_csv", headings_as_written=True, is_for_spreadsheets=True),
        Format("tsv", (".tsv",), "TSV", "formats:write_tsv", headings_as_written=True, is_for_spreadsheets=True),
        Format("json", (".json",), "JSON", "formats:write_json", "programs", **_OF_JSON),
        Format("jsonl", (".jsonl", ".ndjson"), "JSON lines", "formats:write_json_lines", "programs", **_OF_JSON),
        Format("md", (".md",), "Markdown", "formats:write_markdown", "people"),
        Format(
            *("html", (".html", ".htm"), "HTML", "html_page:write_page", "people"),
            needs_headings=True,
            never_shows_empty=True,
        ),
        Format("svg", (".svg",), "SVG", "charts:write_chart", "people", of_counts=True, needs_headings=True),
        Format("xlsx", (".xlsx",), "Excel", "excel:write_workbook", "people", headings_as_written=True, is_binary=True),
    )
}
OF_RESULTS = tuple(name for name, format_ in FORMATS.items() if not format_.of_counts)
"""Formats that show results; a chart shows counts only."""
_BY_SUFFIX = {suffix: format_ for format_ in FORMATS.values() for suffix in format_.suffixes}
HEADERS = ("en", "zh", "own", "none")
"""What `--header` can be."""

COLLECTION = "awards"
"""The format of a collection file, which holds results rather than rows: only `import` and `export` write it."""


def is_collection_output(name: str | None, path: Path | None) -> bool:
    """Whether the output is a collection file, by the name of the format or the suffix of the file."""
    return name.lower() == COLLECTION if name else bool(path and path.suffix.lower() == f".{COLLECTION}")


def format_named(name: str, offered: Sequence[str] = OF_RESULTS) -> Format:
    """The format of that name; raises UsageError with the names of those offered if there is none."""
    if is_collection_output(name, None):
        raise _only_exported(Path(f"FILE.{COLLECTION}"))
    try:
        return FORMATS[name.lower()]
    except KeyError:
        raise bad_choice("--format", name, offered) from None


def format_of(path: Path, offered: Sequence[str] = OF_RESULTS) -> Format:
    """The format of a file's suffix; raises UsageError with the suffixes of those offered if it has none of them."""
    if is_collection_output(None, path):
        raise _only_exported(path)
    try:
        return _BY_SUFFIX[path.suffix.lower()]
    except KeyError:
        suffixes = " ".join(suffix for name in offered for suffix in FORMATS[name].suffixes)
        raise UsageError(messages.NO_FORMAT(path=path, suffixes=suffixes)) from None


def _only_exported(path: Path) -> UsageError:
    name = messages.quoted_path(path)
    return UsageError(messages.ONLY_EXPORTED(), hints=[messages.TRY_EXPORT(path=name), messages.TRY_IMPORT(path=name)])


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
        read = [value.value if type(value) is JsonCell else value for value in values]
        document = encode(dict(zip(layout.headings, read, strict=True)))
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
    return "" if value is None else safe_lines(str(value)).translate(_ESCAPED).replace("\n", "<br>")
