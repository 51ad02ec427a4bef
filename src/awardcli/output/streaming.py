"""Hand rows over as they come, however many: in the formats that need not see them all first."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from awardcli import messages
from awardcli.errors import bad_choice
from awardcli.output import terminal
from awardcli.output.atomic_file import atomic_write
from awardcli.output.deliver import STDOUT, require_another_file
from awardcli.output.formats import FORMATS, Format, format_named, format_of
from awardcli.output.layout import Layout
from awardcli.output.text_formats import delimited_rows, json_lines

Row = Sequence[object]


def _csv(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    return delimited_rows(rows, layout, layout.columns, delimiter=",", line_end="\r\n")


def _tsv(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    return delimited_rows(rows, layout, layout.columns, delimiter="\t", line_end="\n")


def _jsonl(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    return json_lines((dict(zip(layout.columns, row, strict=True)) for row in rows), layout)


STREAMED = {"csv": _csv, "tsv": _tsv, "jsonl": _jsonl}


class StreamDelivery(NamedTuple):
    """Where rows go and in what shape, as the options say it."""

    streamed_format: str | None = None
    output: Path | None = None
    force: bool = False
    bom: bool | None = None
    excel_safe: bool = False


class Stream(NamedTuple):
    """Where rows go, settled: every option has been checked, and nothing is written yet."""

    format: Format
    layout: Layout
    path: Path | None
    force: bool


def settle(columns: Sequence[str], delivery: StreamDelivery, read_from: Iterable[Path]) -> Stream:
    """The stream for rows of these columns.

    Raises UsageError for a format that would have to hold them all, UnwritableError for a file that is being read.
    """
    path = None if delivery.output in (None, STDOUT) else delivery.output
    if delivery.streamed_format is not None:
        format_ = format_named(delivery.streamed_format)
    else:
        format_ = format_of(path) if path else FORMATS["tsv"]
    if format_.name not in STREAMED:
        raise bad_choice("--format", format_.name, list(STREAMED))
    require_another_file(path, read_from)
    on_terminal = terminal.on_terminal() if path is None else terminal.shows(path)
    layout = Layout(
        columns=tuple(columns),
        header="en",
        bom=format_.for_excel and path is not None and not on_terminal if delivery.bom is None else delivery.bom,
        excel_safe=delivery.excel_safe,
        on_terminal=on_terminal,
    )
    return Stream(format_, layout, path, delivery.force)


def hand_over(rows: Iterable[Row], stream: Stream) -> int:
    """Write the rows as they come; gives how many there were.

    Raises UnwritableError, leaving any old file as it was.
    """
    total = 0

    def counted() -> Iterator[Row]:
        nonlocal total
        for row in rows:
            total += 1
            yield row

    texts = STREAMED[stream.format.name](counted(), stream.layout)
    mark = b"\xef\xbb\xbf" if stream.layout.bom else b""
    if stream.path is None:
        terminal.write_stdout(mark)
        for text in texts:
            terminal.write_stdout(text.encode())
        terminal.flush_stdout()
        return total
    with atomic_write(stream.path, force=stream.force) as file:
        file.write(mark)
        for text in texts:
            file.write(text.encode())
    label = stream.format.label
    said = messages.WITH_BOM(format=label) if stream.layout.bom else label
    terminal.note(messages.WRITTEN_ROWS(path=stream.path, count=total, format=said))
    return total
