"""The one table of formats: it feeds `--format`, the suffixes of `-o` and the help."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from awardcli import messages
from awardcli.collection import Collection
from awardcli.errors import UsageError, bad_choice
from awardcli.output.columns import Record
from awardcli.output.layout import Layout

Render = Callable[[Iterable[Record], Layout], Iterator[str]]
Pack = Callable[[Iterable[Record], Layout, Path, str], None]
Save = Callable[[Collection, Path, Path], None]


class Format(NamedTuple):
    """A format by name; `load` imports what renders it as text, at the moment it is needed."""

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], Render]
    label: str
    for_excel: bool = False
    holds_lists: bool = False
    for_people: bool = False
    """Whether its headings follow the language of messages."""
    of_counts: bool = False
    """Whether it shows counts of values, and no results."""
    load_pack: Callable[[], Pack] | None = None
    """For a format that is no text: what writes records into a file of that name, which messages call something."""
    load_save: Callable[[], Save] | None = None
    """For a format that holds more than records: what writes a whole collection into a file of that name."""

    @property
    def is_text(self) -> bool:
        return self.load_pack is None and self.load_save is None


def _table() -> Render:
    from awardcli.output.table import rich_table

    return rich_table


def _csv() -> Render:
    from awardcli.output.text_formats import csv_lines

    return csv_lines


def _tsv() -> Render:
    from awardcli.output.text_formats import tsv_lines

    return tsv_lines


def _json() -> Render:
    from awardcli.output.text_formats import json_array

    return json_array


def _jsonl() -> Render:
    from awardcli.output.text_formats import json_lines

    return json_lines


def _markdown() -> Render:
    from awardcli.output.text_formats import markdown_table

    return markdown_table


def _page() -> Render:
    from awardcli.output.html_page import html_page

    return html_page


def _chart() -> Render:
    from awardcli.output.charts import svg_chart

    return svg_chart


def _no_text() -> Render:
    raise UsageError(messages.SAVED_AS_COLLECTION())


def _pack_workbook() -> Pack:
    from awardcli.output.excel import pack_workbook

    return pack_workbook


def _save_collection() -> Save:
    from awardcli.output.database import save_collection

    return save_collection


FORMATS = {
    format_.name: format_
    for format_ in (
        Format("table", (".txt",), _table, "text", for_people=True),
        Format("csv", (".csv",), _csv, "CSV", for_excel=True),
        Format("tsv", (".tsv",), _tsv, "TSV"),
        Format("json", (".json",), _json, "JSON", holds_lists=True),
        Format("jsonl", (".jsonl", ".ndjson"), _jsonl, "JSON lines", holds_lists=True),
        Format("md", (".md",), _markdown, "Markdown", for_people=True),
        Format("html", (".html", ".htm"), _page, "HTML", for_people=True),
        Format("svg", (".svg",), _chart, "SVG", for_people=True, of_counts=True),
        Format("xlsx", (".xlsx",), _no_text, "Excel", load_pack=_pack_workbook),
        Format("awards", (".awards",), _no_text, "SQLite", load_save=_save_collection),
    )
}
_BY_SUFFIX = {suffix: format_ for format_ in FORMATS.values() for suffix in format_.suffixes}


def format_named(name: str) -> Format:
    """The format of that name; raises UsageError with all names if there is none."""
    try:
        return FORMATS[name.lower()]
    except KeyError:
        raise bad_choice("--format", name, list(FORMATS)) from None


def format_of(path: Path) -> Format:
    """The format of that file's suffix; raises UsageError with all suffixes if it is none of ours."""
    try:
        return _BY_SUFFIX[path.suffix.lower()]
    except KeyError:
        raise UsageError(messages.NO_FORMAT(path=path, suffixes=" ".join(_BY_SUFFIX))) from None
