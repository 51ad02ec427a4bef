"""An Excel workbook of one sheet, written row by row: text stays text, numbers are numbers, and counts have a chart."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, count, islice
from pathlib import Path
from typing import Any, BinaryIO

from awardcli import messages
from awardcli.errors import UnwritableError, UsageError
from awardcli.output.atomic_file import temporary_folder
from awardcli.output.formats import Layout, Values
from awardcli.output.sanitize import safe_text
from awardcli.output.text_layout import display_width

MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
"""The limits of a sheet and a cell of Excel, characters counted in UTF-16 (Microsoft's page on Excel's limits)."""

_MEASURED = 1000
"""Rows whose values a column is made wide enough for."""
_NARROWEST, _WIDEST = 8, 60
_PADDING = 3
"""Columns of the filter's button beside a heading."""
_A4 = 9
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_MOST_BARS = 60
"""Counts that the chart shows: the first."""
_FILL = "#35618c"

# XML has no way to write these, and readers leave Excel's own escape for them unread.
_IMPOSSIBLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_CONTROL = "[\x00-\x08\x0b-\x1f]"
# What XlsxWriter takes for markup of its own, and what reads as an escape only because one is put behind it.
_MISREAD = re.compile(rf"(?s)^<r>.*</r>$|_x[0-9A-Fa-f]{{4}}(?=_x[0-9A-Fa-f]{{4}}_|{_CONTROL})")


class _Outlet:
    """The stream that XlsxWriter's archive writes to; it discards everything once writing has failed or ended.

    An archive that is given up writes its last part when it is destroyed. Python's zipfile needs no more of a file than
    these methods.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream: BinaryIO | None = stream

    def write(self, data: bytes) -> int:
        if self._stream is not None:
            stream, self._stream = self._stream, None
            stream.write(data)
            self._stream = stream  # only where that did not fail
        return len(data)

    def flush(self) -> None:
        """Do nothing: the caller who opened the stream flushes it."""

    def shut(self) -> None:
        """Take no more."""
        self._stream = None


def write_workbook(rows: Iterable[Values], layout: Layout, stream: BinaryIO) -> None:
    """Write the rows as a workbook, with bounded memory.

    A control character is written as Excel's escape for it (_x001B_), and reads back as itself. Raises UsageError for a
    terminal, UnwritableError where something does not fit into a sheet.
    """
    if layout.on_terminal:
        raise UsageError(messages.NOT_FOR_TERMINALS(format="xlsx"))
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    outlet = _Outlet(stream)
    rows = iter(rows)
    drawn = list(islice(rows, _MOST_BARS))
    try:
        with temporary_folder(Path(layout.destination)) as folder:
            book = xlsxwriter.Workbook(outlet, {"constant_memory": True, "tmpdir": str(folder)})
            book.use_zip64()  # used only where it must be: a million rows unpack to more than the older form can say
            sheet = book.add_worksheet(_sheet_name(layout.title))
            try:
                _fill(sheet, book.add_format({"bold": True}), chain(drawn, rows), layout)
                _draw_chart(book, sheet, drawn, layout)
                book.close()
            except BaseException:
                outlet.shut()
                raise
            finally:
                sheet.row_data_fh.close()
    except FileCreateError as error:
        raise error.args[0] from None  # what the stream said
    except BrokenPipeError:
        raise
    except OSError as error:  # of the temporary folder
        raise _unfit(layout, messages.reason(error)) from error


def _sheet_name(title: str) -> str:
    """The title as far as Excel takes it for the name of a sheet: at most 31 characters, and not all of them."""
    name = _NOT_IN_NAMES.sub(" ", safe_text(title)).strip("' ")
    if len(name.encode("utf-16-le")) > _LONGEST_NAME * 2:
        while len(name.encode("utf-16-le")) > _LONGEST_NAME * 2:
            name = name[:-1]
        name = name.rpartition(" ")[0] or name  # no half of a word
    return "awardcli" if not name.strip("' ") or name.lower() == "history" else name.strip("' ")


def _draw_chart(book: Any, sheet: Any, rows: Sequence[Values], layout: Layout) -> None:
    """Draw counts as bars beside them, in the order of the rows, which are the first of the sheet."""
    if layout.counted is None or not rows:
        return
    labels, amounts, heading = layout.counted
    first = int(layout.with_heading)
    end = first + len(rows) - 1
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "categories": [sheet.name, first, labels, end, labels],
            "values": [sheet.name, first, amounts, end, amounts],
            # What the cells hold, for programs that show a workbook without reading its cells.
            "categories_data": ["" if row[labels] is None else safe_text(str(row[labels])) for row in rows],
            "values_data": [row[amounts] for row in rows],
            "data_labels": {"value": True},
            "fill": {"color": _FILL},
            "gap": 40,
        }
    )
    chart.set_title({"name": heading})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_size({"width": 640, "height": 100 + 24 * len(rows)})
    sheet.insert_chart(first, len(layout.columns) + 1, chart)


def _fill(sheet: Any, bold: Any, rows: Iterable[Values], layout: Layout) -> None:
    """Write the heading and the rows."""
    headings, headed = layout.headings, layout.with_heading
    widths = [display_width(heading) + _PADDING if headed else 0 for heading in headings]
    if headed:
        for place, heading in enumerate(headings):
            _write(sheet, 0, place, heading, layout, bold)
    last = int(headed) - 1
    for last, values in zip(count(int(headed)), rows):
        if last >= MOST_ROWS:
            raise _unfit(layout, messages.SHEET_FULL(most=MOST_ROWS))
        for place, value in enumerate(values):
            if value is None:
                continue
            _write(sheet, last, place, value, layout)
            if last <= _MEASURED:
                widths[place] = max(widths[place], display_width(str(value)) + 1)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(max(width, _NARROWEST), _WIDEST))
    if headed:
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 0), len(headings) - 1)
        sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _write(sheet: Any, row: int, place: int, value: object, layout: Layout, look: Any = None) -> None:
    """Write one cell; raises UnwritableError where no cell can hold the value."""
    if isinstance(value, int | float):
        sheet.write_number(row, place, value, look)
        return
    text = str(value)
    misread = _MISREAD.search(text)
    if impossible := _IMPOSSIBLE.search(text) or (misread and re.search(_CONTROL, text)):
        character, heading = f"U+{ord(impossible[0]):04X}", layout.headings[place]
        raise _unfit(layout, messages.NOT_FOR_CELLS(row=row + 1, column=heading, character=character))
    if len(text) * 2 > MOST_CHARACTERS and len(text.encode("utf-16-le")) > MOST_CHARACTERS * 2:
        raise _unfit(layout, messages.CELL_FULL(row=row + 1, column=layout.headings[place], most=MOST_CHARACTERS))
    if misread:
        # Character by character there is nothing to misread, nor an escape.
        sheet.write_rich_string(row, place, *text, *([look] if look else []))
    else:
        sheet.write_string(row, place, text, look)


def _unfit(layout: Layout, reason: str) -> UnwritableError:
    return UnwritableError(messages.CANNOT_WRITE(path=layout.destination, reason=reason))
