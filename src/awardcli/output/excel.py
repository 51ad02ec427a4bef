"""An Excel workbook of one sheet, written row by row: text stays text, and numbers are numbers."""

import re
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any

from awardcli import messages
from awardcli.errors import UnwritableError
from awardcli.output.atomic_file import complaining_once
from awardcli.output.columns import Record
from awardcli.output.layout import Layout
from awardcli.output.text import display_width
from awardcli.output.text_formats import machine_heading, machine_values

MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
"""What a sheet and a cell of Excel hold, characters as UTF-16 counts them (Microsoft's page on Excel's limits)."""

_MEASURED = 1000
"""Rows whose values a column is made wide enough for."""
_NARROWEST, _WIDEST = 8, 60
_PADDING = 3
"""Columns of the filter's button beside a heading."""
_A4 = 9

# XML has no way to write these, and readers leave Excel's own escape for them as it is.
_IMPOSSIBLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_CONTROL = "[\x00-\x08\x0b-\x1f]"
# What the library takes for markup of its own, and what reads as an escape only because one is put behind it.
_MISREAD = re.compile(rf"(?s)^<r>.*</r>$|_x[0-9A-Fa-f]{{4}}(?=_x[0-9A-Fa-f]{{4}}_|{_CONTROL})")


def pack_workbook(records: Iterable[Record], layout: Layout, path: Path, called: str) -> None:
    """Write the records into a file; what is at hand at once is bounded.

    A control character is written as Excel's escape for it (_x001B_), and reads back as itself. Raises UnwritableError
    where the extra is not installed, or something does not fit into a sheet.
    """
    try:
        import xlsxwriter
        from xlsxwriter.exceptions import FileCreateError
    except ImportError:
        raise UnwritableError(messages.NEEDS_EXTRA(path=called, extra="xlsx")) from None
    from tempfile import TemporaryDirectory
    from traceback import clear_frames

    with TemporaryDirectory(prefix="awardcli-") as folder, complaining_once(path) as file:
        book = xlsxwriter.Workbook(file, {"constant_memory": True, "tmpdir": folder})
        book.use_zip64()  # only where it must: a million rows unpack to more than the older form can say
        sheet = book.add_worksheet()
        try:
            _fill(sheet, book.add_format({"bold": True}), records, layout, called)
        except BaseException:
            sheet.row_data_fh.close()
            raise
        try:
            book.close()
        except FileCreateError as error:
            refused = error.args[0]  # what the system said
            clear_frames(refused.__traceback__)  # the archive left in them ends itself, while there is a file to end in
            raise refused from None


def _fill(sheet: Any, bold: Any, records: Iterable[Record], layout: Layout, called: str) -> None:
    headed = layout.header != "none"
    heading = machine_heading(layout)
    widths = [display_width(name) + _PADDING if headed else 0 for name in heading]
    if headed:
        for place, name in enumerate(heading):
            sheet.write_string(0, place, name, bold)
    last = 0
    for last, record in zip(count(int(headed)), records):
        if last >= MOST_ROWS:
            raise _unfit(called, messages.SHEET_FULL(most=MOST_ROWS))
        for place, value in enumerate(machine_values(record, layout)):
            if value is None:
                continue
            _write(sheet, last, place, value, layout.columns[place], called)
            if last <= _MEASURED:
                widths[place] = max(widths[place], display_width(str(value)) + 1)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(max(width, _NARROWEST), _WIDEST))
    if headed:
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(heading) - 1)
        sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _write(sheet: Any, row: int, place: int, value: object, column: str, called: str) -> None:
    if isinstance(value, int | float):
        sheet.write_number(row, place, value)
        return
    text = str(value)
    misread = _MISREAD.search(text)
    if impossible := _IMPOSSIBLE.search(text) or (misread and re.search(_CONTROL, text)):
        character = f"U+{ord(impossible[0]):04X}"
        raise _unfit(called, messages.NOT_FOR_CELLS(row=row + 1, column=column, character=character))
    if len(text) * 2 > MOST_CHARACTERS and len(text.encode("utf-16-le")) > MOST_CHARACTERS * 2:
        raise _unfit(called, messages.CELL_FULL(row=row + 1, column=column, most=MOST_CHARACTERS))
    if misread:
        sheet.write_rich_string(row, place, *text)  # character by character there is nothing to misread, nor an escape
    else:
        sheet.write_string(row, place, text)


def _unfit(called: str, reason: str) -> UnwritableError:
    return UnwritableError(messages.CANNOT_WRITE(path=called, reason=reason))
