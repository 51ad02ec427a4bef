"""Hand an answer over: in the format, order and place that were asked for."""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from awardcli import messages, vocabulary
from awardcli.collection import bundled_path
from awardcli.errors import ExitCode, UnwritableError, UsageError
from awardcli.output import terminal
from awardcli.output.columns import STRUCTURED, Record
from awardcli.output.formats import FORMATS, Format, format_named, format_of
from awardcli.output.layout import Header, Layout
from awardcli.output.writer import atomic_write

TABLE_LIMIT = 50
"""Records that a table on a terminal shows unless `--limit` says otherwise: about one screenful to scroll back."""

_WIDE = 100
"""Columns of a terminal from which a table also shows the id: every bundled id fits without folding a title more."""

STDOUT = Path("-")
_HEADERS: dict[str, Header] = {"en": "en", "zh": "zh", "none": "none"}


class Delivery(NamedTuple):
    """Where an answer goes and in what shape, as the options say it."""

    format_name: str | None = None
    output: Path | None = None
    force: bool = False
    bom: bool | None = None
    header: str | None = None
    columns: str | None = None
    sort: str | None = None
    limit: int | None = None
    count_only: bool = False
    excel_safe: bool = False


class Listing(NamedTuple):
    """Records to hand over, the columns they have, and those that a table shows unless others were asked for."""

    records: Iterable[Record]
    columns: tuple[str, ...]
    glance: tuple[str, ...]
    read_from: Path | None = None


def deliver(listing: Listing, delivery: Delivery) -> ExitCode:
    """Write the listing where the delivery says; gives ANSWERED, or NOTHING for no records.

    Raises UsageError for options that make no sense, and UnwritableError, leaving any old file as it was.
    """
    format_, layout = _settle(listing, delivery)
    records, total = _select(listing, delivery, format_, layout)
    if delivery.count_only:
        terminal.write_stdout(f"{total}\n".encode())
        terminal.flush_stdout()
    elif delivery.output and delivery.output != STDOUT:
        _to_file(format_, records, layout, delivery, listing.read_from)
    else:
        _to_stdout(format_, records, layout)
    if len(records) < total and layout.on_terminal and not delivery.count_only:
        terminal.note(messages.SHOWN(shown=len(records), total=total))
    return ExitCode.ANSWERED if total else ExitCode.NOTHING


def _settle(listing: Listing, delivery: Delivery) -> tuple[Format, Layout]:
    """The format and layout; every option is checked here, before anything is read or written."""
    to_file = delivery.output is not None and delivery.output != STDOUT
    shown = not to_file and terminal.on_terminal()
    if delivery.format_name is not None:
        format_ = format_named(delivery.format_name)
    elif to_file and delivery.output is not None:
        format_ = format_of(delivery.output)
    else:
        format_ = FORMATS["table" if shown else "tsv"]
    if delivery.limit is not None and delivery.limit < 1:
        raise UsageError(messages.BAD_LIMIT(value=delivery.limit))
    if delivery.header is not None and delivery.header not in _HEADERS:
        raise UsageError(messages.BAD_CHOICE(option="--header", value=delivery.header, choices=", ".join(_HEADERS)))
    wide = shown and terminal.width() >= _WIDE
    glance = (*(("id",) if wide and "id" in listing.columns else ()), *listing.glance)
    usual = glance if format_.name == "table" else listing.columns
    header = _HEADERS[delivery.header] if delivery.header else None
    return format_, Layout(
        columns=usual if delivery.columns is None else _chosen(delivery.columns, listing.columns, format_),
        whole=delivery.columns is None,
        header=header if header or format_.name in ("table", "md") else "en",
        bom=format_.for_excel and to_file if delivery.bom is None else delivery.bom,
        excel_safe=delivery.excel_safe,
        on_terminal=shown,
        width=terminal.width() if shown else None,
        color=not to_file and terminal.color(),
        chinese=messages.language() == "zh",
    )


def _chosen(asked: str, columns: Sequence[str], format_: Format) -> tuple[str, ...]:
    """The columns that `--columns` names, by key or by heading in either language."""
    lists = [key for key, column in STRUCTURED.items() if format_.holds_lists and column in columns]
    return tuple(_column(name.strip(), [*columns, *lists], option="--columns") for name in asked.split(","))


def _column(name: str, known: Sequence[str], *, option: str) -> str:
    for column in known:
        if name.lower() in (column, *(text.lower() for text in vocabulary.HEADINGS[column])):
            return column
    raise UsageError(messages.BAD_CHOICE(option=option, value=name, choices=", ".join(known)))


def _select(listing: Listing, delivery: Delivery, format_: Format, layout: Layout) -> tuple[list[Record], int]:
    """The records to write, sorted and limited, and how many there were."""
    records = list(listing.records)
    if delivery.sort is not None:
        from awardcli.output.sorting import sorted_by

        descending = delivery.sort.startswith("-")
        column = _column(delivery.sort.removeprefix("-"), listing.columns, option="--sort")
        records = sorted_by(records, column, descending=descending)
    limit = delivery.limit
    if limit is None and format_.name == "table" and layout.on_terminal:
        limit = TABLE_LIMIT
    return list(islice(records, limit)), len(records)


def _to_file(
    format_: Format, records: list[Record], layout: Layout, delivery: Delivery, read_from: Path | None
) -> None:
    path = delivery.output
    assert path is not None
    if same_file(path, read_from or bundled_path()):
        raise UnwritableError(messages.OWN_INPUT(path=path))
    with atomic_write(path, force=delivery.force) as file:
        if layout.bom:
            file.write(b"\xef\xbb\xbf")
        for text in format_.load()(records, layout):
            file.write(text.encode())
    label = messages.WITH_BOM(format=format_.label) if layout.bom else format_.label
    terminal.note(messages.WRITTEN(path=path, count=len(records), format=label))


def same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:  # no such file, so not that one
        return False


def _to_stdout(format_: Format, records: list[Record], layout: Layout) -> None:
    if format_.name == "table":
        screen = terminal.Screen()
        for text in format_.load()(records, layout):
            screen.write(text)
        screen.close()
        return
    if layout.bom:
        terminal.write_stdout(b"\xef\xbb\xbf")
    for text in format_.load()(records, layout):
        terminal.write_stdout(text.encode())
    terminal.flush_stdout()
