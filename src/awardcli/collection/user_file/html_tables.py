"""A page in HTML: the rows of its tables, which office systems also save under the name of a workbook."""

import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path

from awardcli import messages
from awardcli.collection.user_file import refused_formats
from awardcli.collection.user_file.columns.column_roles import Asked, Remark
from awardcli.collection.user_file.columns.heading_row import HEADING_WITHIN, find_heading
from awardcli.collection.user_file.columns.heading_words import LONGEST_HEADING, known
from awardcli.collection.user_file.markdown_page import (
    TableNames,
    remark_passed,
    rows_of_tables,
    with_html_headings,
)
from awardcli.collection.user_file.reading_report import Account, Reading, UserRow
from awardcli.collection.user_file.table_lines import Line, UnderMerged, filled_texts, is_mark_of_none
from awardcli.collection.user_file.tables.laureates import award_alone, headings_of_lists
from awardcli.collection.user_file.text_file import LARGEST_CELL, TextFile, refused
from awardcli.errors import InvalidDataError

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<hidden>script|style|title|xml)\b.*?(?:</(?P=hidden)\s*>|\Z)|"
    r"<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*+)(?P<attributes>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)/?>|"
    r"<[!?/a-z][^<>]*+>?|[^<]++|<++",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, a part that is not shown, a tag, another mark, or text; all of it in linear time."""
_SPAN = re.compile(r"(?i)\b(?P<way>col|row)span\s*=\s*[\"']?\s*(?P<count>[0-9]{1,6})")
_MOST_WIDE, _MOST_HIGH = 1000, 65534
"""Columns and rows of a merged cell, as browsers read them."""
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_WRAPPED = re.compile("(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*\r?\n[ \t]*(?=[\u2e80-\u9fff\uff00-\uffef])")
"""A line end within Chinese text, where the program that saved the page wrapped it."""
_EMPTY = re.compile(r"(?i)\bclass\s*=\s*[\"']?[^\"'>]*\bnone\b")
"""The attributes of a cell in which a page that awardcli wrote shows a dash for nothing."""
_FOOTNOTE = re.compile(r"\s*\[[^\[\]]{1,20}\]\s*")
_BLOCKS = frozenset(("br", "p", "div", "li", "tr", "td", "th", "table", "caption", "h1", "h2", "h3", "h4", "h5", "h6"))
"""Tags that begin a new line."""
_MOST_TEXT, _MOST_PARTS = 32 << 20, 1_200_000
"""Characters; tags and texts, and cells with those that merged ones cover: a page is held in memory."""


def page_rows(account: Account, text: TextFile, *, is_markdown: bool = False) -> Iterator[UserRow]:
    """The rows of the tables of a page, each like a sheet of a workbook; around them the page may be in Markdown.

    Raises InvalidDataError for a page without a table that may be a list, and for one that is too large.
    """
    account.format = Reading(format="html", encoding=text.encoding)
    page = StringIO()
    for piece in text.pieces(_MOST_TEXT):
        if page.tell() + len(piece) > _MOST_TEXT:
            raise InvalidDataError(messages.PAGE_TOO_LARGE(path=account.path))
        page.write(piece)
    html = with_html_headings(page.getvalue()) if is_markdown else _without_templates(account, page.getvalue())
    tables = _tables_in(account.path, html)
    long = [table for table in tables if len(table.rows) > 1]
    headed = {table: None for table in long if find_heading(table.rows[:HEADING_WITHIN], account.asked)}
    listed = headings_of_lists([table.rows[:HEADING_WITHIN] for table in headed], account.asked)
    fit = [table for table in long if table in headed or award_alone(table.rows[:HEADING_WITHIN], listed)]
    likely = sorted((table for table in long if _headings_of(table)), key=lambda table: len(table.rows))
    read = fit or likely[-1:] or long  # the error for a likely one says which option reads it
    if len(read) > max(len(fit), 1) or not read:
        raise refused_formats.refusal(account.path, "web page")
    account.remarks.append(Remark(messages.TABLES_OF_PAGE(), is_harmless=True))
    are_read = {*read}
    _remark_passed(account, [table for table in tables if table.rows and table not in are_read])
    _take_bars_for_captions(read, account.asked)
    _name_tables(tables, read)
    lines = [(number, table.names, line) for number, table in enumerate(read, start=1) for line in table.rows]
    return rows_of_tables(account, lines, lines)


def _without_templates(account: Account, html: str) -> str:
    """A page without the parts for the program that fills it, on the same lines; they are said."""
    parts = refused_formats.template_parts(html)
    if not parts:
        return html
    tags = html.lower()
    begin, end = tags.find("<table"), tags.rfind("</table")
    inside = [part for part in parts if begin < part[0] < end]
    first, last = (inside or parts)[0]
    example, line = messages.on_one_line(html[first:last])[:LONGEST_HEADING], html.count("\n", 0, first) + 1
    text = messages.TEMPLATES(count=len(parts), example=example, line=line)
    account.remarks.append(Remark(text, is_harmless=not inside))
    return refused_formats.without_parts(html, parts)


def remark_lists_in_html(account: Account, text: str) -> None:
    """Name the lists in HTML on a page of which the tables in Markdown are read."""
    for table in _tables_in(account.path, text):
        if find_heading(table.rows[:HEADING_WITHIN], account.asked):
            count = len(table.rows) - 1
            account.remarks.append(Remark(messages.HTML_BESIDE_MARKDOWN(line=table.rows[0][0], count=count)))


def _remark_passed(account: Account, tables: Iterable["_Table"]) -> None:
    """Name the tables that are not read: each that may be a list with its headings, and the others together."""
    others = []
    for table in tables:
        if headings := _headings_of(table):
            remark_passed(account, [line for line, _, _ in table.rows], headings)
        else:
            others.append(table)
    if others:
        lines = messages.first_listed([str(table.rows[0][0]) for table in others])
        count, rows = len(others), sum(len(table.rows) for table in others)
        account.remarks.append(Remark(messages.TABLES_NOT_LISTS(count=count, lines=lines, rows=rows), is_harmless=True))


def _headings_of(table: "_Table") -> Sequence[str]:
    """The first texts side by side in a table that may be a list; empty for a menu or the like.

    Such a list has three columns or more, or a known heading.
    """
    rows = [texts for _, cells, _ in table.rows if len(texts := filled_texts(cells)) > 1]
    if len(rows) < 2 or not (len(rows[0]) > 2 or any(map(known, rows[0]))):
        return ()
    return rows[0]


class _Table:
    """A table being read; a cell merged over several rows is in each of them, one over several columns in the first."""

    def __init__(self, above: list[tuple[int, str]]) -> None:
        self.above = above
        """The lines of text above it, since the last cell or table, as `TableNames` takes them."""
        self.caption = ""
        self.names = [""]
        self.rows: list[Line] = []
        self.is_open = False
        """Whether a cell is open."""
        self.cell: list[str] = []
        """The texts of the open cell."""
        self._raised = 0
        """The parts of the open cell before the raised text in it."""
        self._spans = 1, 1
        self._may_be_empty = False
        """Whether a dash in the open cell stands for nothing."""
        self._row: list[tuple[str, int, int]] | None = None
        """The cells of the row being read, each with its columns and rows."""
        self._line = 0
        self._above: dict[int, tuple[int, str]] = {}
        """By column: the rows that a merged cell goes on for, and its text."""

    def begin_row(self, line: int) -> int:
        """Begin a row, after ending the one before; gives the number of its cells."""
        size = self.end_row()
        self._row, self._line = [], line
        return size

    def begin_cell(self, attributes: str, line: int) -> None:
        """Begin a cell, after ending the one before."""
        self.end_cell()
        if self._row is None:
            self.begin_row(line)
        spans = {found["way"].lower(): int(found["count"]) for found in _SPAN.finditer(attributes)}
        self._spans = max(min(spans.get("col", 1), _MOST_WIDE), 1), max(min(spans.get("row", 1), _MOST_HIGH), 1)
        self._may_be_empty = _EMPTY.search(attributes) is not None
        self.cell, self.is_open = [], True

    def raise_text(self, *, is_end: bool) -> None:
        """Begin or end raised text in the open cell; a footnote mark in it, such as [1], is no part of the cell."""
        if not self.is_open:
            return
        if is_end and _FOOTNOTE.fullmatch("".join(self.cell[self._raised :])):
            del self.cell[self._raised :]
        self._raised = len(self.cell)

    def end_cell(self) -> None:
        """End the open cell, where there is one."""
        if self.is_open and self._row is not None:
            if sum(map(len, self.cell)) > LARGEST_CELL:
                raise refused(messages.TOO_LONG(most=LARGEST_CELL), messages.LINE(line=self._line))
            text = _joined(self.cell)
            self._row.append(("" if self._may_be_empty and is_mark_of_none(text) else text, *self._spans))
        self.is_open = False

    def end_row(self) -> int:
        """End the row, where there is one; gives the number of its cells."""
        self.end_cell()
        if self._row is None:
            return 0
        cells: list[str] = []
        merged: dict[int, tuple[int, str]] = {}
        for text, wide, high in self._row:
            while len(cells) in self._above:
                cells.append(self._above[len(cells)][1])
            merged |= {len(cells) + at: (high, "" if at else text) for at in range(wide if high > 1 else 0)}
            cells += [text, *[""] * (wide - 1 if len(self._row) > 1 else 0)]
        for at in sorted(self._above):
            if at >= len(cells):
                cells += [*[""] * (at - len(cells)), self._above[at][1]]
        if any(text for text, _, _ in self._row):
            self.rows.append((self._line, UnderMerged(cells, [*self._above]), None))
        merged = {**self._above, **merged}
        self._above = {at: (high - 1, text) for at, (high, text) in merged.items() if high > 1}
        self._row = None
        return len(cells)


class _Page:
    """A page being read: its tables in the order in which they begin, by its texts and tags as they come."""

    def __init__(self, text: str) -> None:
        self.tables: list[_Table] = []
        self.cells = 0
        """The cells so far, with those that merged ones cover."""
        self._open: list[_Table] = []
        self._above = [""]
        """The lines of text since the last cell or table; a heading begins with `#`, as in Markdown."""
        self._text, self._counted, self._line = text, 0, 1
        """The whole text, how much of it is counted in lines, and the line there."""

    def add_text(self, text: str) -> None:
        """Add a text that is shown."""
        shown = _SPACE.sub(" ", _WRAPPED.sub("", text))
        self._above[-1] += shown if len(self._above[-1]) <= LONGEST_HEADING else ""
        if self._open and self._open[-1].is_open:
            self._open[-1].cell.append(shown)

    def begin(self, tag: str, attributes: str, at: int) -> None:
        """Read a tag that begins a part of the page, at this offset."""
        if tag in _BLOCKS:
            self._begin_line("#" * int(tag[1]) + " " if tag[0] == "h" else "")
        if tag == "table":
            self._open.append(_Table(_lines_of(self._above)))
            self.tables.append(self._open[-1])
        elif not self._open:
            return
        elif tag == "tr":
            self.cells += self._open[-1].begin_row(self._line_at(at))
        elif tag in ("td", "th"):
            self._open[-1].begin_cell(attributes, self._line)
        elif tag == "sup":
            self._open[-1].raise_text(is_end=False)
        if tag in ("table", "td", "th"):
            self._above = [""]

    def end(self, tag: str, at: int) -> None:
        """Read a tag that ends a part of the page, at this offset."""
        if tag in _BLOCKS:
            self._begin_line("")
        if not self._open:
            return
        table = self._open[-1]
        if tag == "table":
            self.cells += self._open.pop().end_row()
        elif tag == "tr":
            self._line_at(at)
            self.cells += table.end_row()
        elif tag in ("td", "th"):
            table.end_cell()
        elif tag == "sup":
            table.raise_text(is_end=True)
        elif tag == "caption":
            table.caption = " ".join(text for _, text in _lines_of(self._above))
        if tag in ("table", "td", "th"):
            self._above = [""]

    def _begin_line(self, text: str) -> None:
        self._above.append(text)
        if self._open and self._open[-1].is_open:
            self._open[-1].cell.append("\n")

    def _line_at(self, at: int) -> int:
        self._line += self._text.count("\n", self._counted, at)
        self._counted = at
        return self._line


def _tables_in(path: Path, text: str) -> list[_Table]:
    """All tables of a page, in the order in which they begin; raises InvalidDataError where it has too many parts."""
    page = _Page(text)
    for parts, token in enumerate(_TOKEN.finditer(text)):
        if parts > _MOST_PARTS or page.cells > _MOST_PARTS:
            raise InvalidDataError(messages.PAGE_TOO_LARGE(path=path))
        if (tag := token["tag"]) is None:
            if token.start("hidden") < 0 and (token[0][0] != "<" or token[0][-1] == "<"):
                page.add_text(token[0])
        elif token["end"]:
            page.end(tag.lower(), token.start())
        else:
            page.begin(tag.lower(), token["attributes"], token.start())
    for table in page.tables:
        table.end_row()  # where the page leaves it open
    return page.tables


def _take_bars_for_captions(tables: Sequence[_Table], asked: Asked) -> None:
    """Make the first row of a table its caption, where it is one cell above the heading, and others have others."""
    bars: dict[_Table, str] = {}
    for table in tables:
        first, heading = filled_texts(table.rows[0][1]), find_heading(table.rows[:HEADING_WITHIN], asked)
        if len(first) == 1 and heading and heading.rows - heading.upper > 1 and not table.caption:
            bars[table] = first[0]
    if len({*bars.values()}) > 1:
        for table, bar in bars.items():
            table.caption = bar
            del table.rows[0]


def _name_tables(tables: Iterable[_Table], read: Iterable[_Table]) -> None:
    """Give the tables that are read their names; below a table that is not, its headings count on."""
    are_read = {*read}
    parts: list[tuple[_Table, list[tuple[int, str]]]] = []
    above: list[tuple[int, str]] = []
    for table in tables:
        if table in are_read:
            parts.append((table, above + table.above))
            above = []
        else:
            above += (line for line in table.above if line[1].startswith("#"))
    names = TableNames()
    for table, lines in parts:
        table.names = names.below(lines, table.caption)
    if names.are_captioned():
        names = TableNames(are_captioned=True)
        for table, lines in parts:
            table.names = names.below(lines, table.caption)


def _lines_of(above: Sequence[str]) -> list[tuple[int, str]]:
    """The headings among lines of text, and the last ones, with numbers that make each a paragraph."""
    lines = enumerate(above)
    near = len(above) - _MOST_ABOVE
    found = [(2 * at, _unescaped(line).strip()) for at, line in lines if at >= near or line.startswith("#")]
    return [(number, line) for number, line in found if line.strip("# ")]


_MOST_ABOVE = 30
"""Lines above a table among which its name is looked for."""


def _joined(pieces: list[str]) -> str:
    """The text of a cell, a line for each block in it."""
    if len(pieces) == 1:
        return _unescaped(pieces[0]).strip()
    lines = _unescaped("".join(pieces)).split("\n")
    return "\n".join(filter(None, (_SPACE.sub(" ", line).strip() for line in lines)))


def _unescaped(text: str) -> str:
    """A text with the characters that its entities name; one with a number beyond all characters stays as it is."""
    if "&" not in text:
        return text
    from html import unescape

    try:
        return unescape(text).replace("\xa0", " ")
    except ValueError:
        return text
