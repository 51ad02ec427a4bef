"""The table of formats, for `--format`, the suffixes of `-o` and help; and the layout that every format gets."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from awardcli import messages
from awardcli.errors import UsageError, bad_choice
from awardcli.output.columns import OutputColumn

Values = Sequence[object]
"""The values of a row in the columns of the layout; an unknown value is None."""


class Layout(NamedTuple):
    """The layout of an output, the same for all its rows.

    `columns` read the values of a row, and each has one of the `headings`, even if these are not written. `chosen` is
    true where the user named the columns, `for_people` where headings and values are not those of programs.
    `on_terminal` is true where a terminal shows the output; `width` is then its width in columns, or None, and `boxes`
    says whether it shows lines. `chinese` is the language of the words that a format adds, `title` and `source` are
    those of the list, and `destination` is the name of the file in messages.
    """

    columns: Sequence[OutputColumn]
    headings: Sequence[str]
    with_heading: bool = True
    chosen: bool = False
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


class Format(NamedTuple):
    """A format by name. `written_by` is its `module:function` in this folder, imported when it is used.

    `readers` says for whom it is; without it, for people in a file and for programs in a pipe.
    """

    name: str
    suffixes: tuple[str, ...]
    label: str
    written_by: str
    readers: Literal["people", "programs"] | None = None

    def write(self, rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
        """Write the rows; raises UsageError for a layout, UnwritableError for a value, that the format cannot have."""
        module, _, function = self.written_by.partition(":")
        getattr(import_module(f"awardcli.output.{module}"), function)(rows, layout, stream)


FORMATS = {
    format_.name: format_
    for format_ in (
        Format("table", (".txt",), "text", "table:write_table", readers="people"),
        Format("csv", (".csv",), "CSV", "text_formats:write_csv"),
        Format("tsv", (".tsv",), "TSV", "text_formats:write_tsv"),
        Format("json", (".json",), "JSON", "text_formats:write_json", readers="programs"),
        Format("jsonl", (".jsonl", ".ndjson"), "JSON lines", "text_formats:write_json_lines", readers="programs"),
        Format("md", (".md",), "Markdown", "text_formats:write_markdown", readers="people"),
        Format("html", (".html", ".htm"), "HTML", "html_page:write_page", readers="people"),
        Format("svg", (".svg",), "SVG", "charts:write_chart", readers="people"),
        Format("xlsx", (".xlsx",), "Excel", "excel:write_workbook", readers="people"),
    )
}
OF_RESULTS = tuple(name for name in FORMATS if name != "svg")
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
    name = messages.quoted(str(path))
    return UsageError(messages.ONLY_EXPORTED(), hints=[messages.TRY_EXPORT(path=name), messages.TRY_IMPORT(path=name)])
