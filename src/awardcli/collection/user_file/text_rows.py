"""The rows of a text: of a table, whose separator is recognized, of a notice, or else a title in each line."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice, pairwise
from pathlib import Path

from awardcli import messages
from awardcli.collection.user_file import rows_set_aside
from awardcli.collection.user_file.columns.column_cells import is_yes_or_no
from awardcli.collection.user_file.columns.column_roles import Asked, Remark, column_option
from awardcli.collection.user_file.columns.columns_by_letter import options_by_letter
from awardcli.collection.user_file.columns.heading_row import (
    HEADING_WITHIN,
    columns_named,
    find_heading,
    is_content,
    is_filled,
    is_kind_of_work,
)
from awardcli.collection.user_file.columns.heading_words import (
    BY_PARTS,
    SEVERAL,
    SURE,
    known,
    parts_of_heading,
    sure_role,
)
from awardcli.collection.user_file.columns.headings_without_roles import has_no_role, is_numbering
from awardcli.collection.user_file.notices.item_lines import MOST
from awardcli.collection.user_file.notices.names import has_open_bracket
from awardcli.collection.user_file.notices.notice import Notice
from awardcli.collection.user_file.notices.notice_lines import why_aside
from awardcli.collection.user_file.notices.notice_rows import has_results, notice_rows
from awardcli.collection.user_file.reading_report import Account, Reading, UserRow
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.section_names import BARE_YEAR
from awardcli.collection.user_file.separators import (
    SEPARATORS,
    SNIFFED,
    TABLE_SUFFIXES,
    aligned_columns,
    find_separator,
    labelled_lines,
    numbered_lines,
    parted_lines,
    quotes_after_blanks,
)
from awardcli.collection.user_file.table_lines import Line, filled_texts, text_of, texts_by_row
from awardcli.collection.user_file.tables import shifted_rows, table_layouts
from awardcli.collection.user_file.tables.laureates import laureates_by_year
from awardcli.collection.user_file.tables.table_rows import LOOKED_AT, table_rows
from awardcli.collection.user_file.text_file import TextFile, delimited_rows
from awardcli.errors import InvalidDataError
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.model import Cells, Column

LINE = Column("line", "title")
"""The column of a file of plain lines."""
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
_COMMAS = ",，"
_BARS = "|｜│"
"""The separators of drawn tables, in which spaces around a cell only align it."""
_HEADING_LINES = 6
"""The first lines, in which the cells of a heading may be, one a line."""
_FEW_PARTED = 1 / 3
"""The most rows of a list of one column that have its separator in their text."""
_FEWEST_PARTED, _MOST_LINES_OF_ENTRY = 5, 12
"""Lines that show a comma to be a separator, since titles have some; lines of an entry with a line for each cell."""


def text_rows(account: Account, text: TextFile, *, to_match: bool) -> Iterator[UserRow]:
    """The rows of a table, or plain lines where the text is not one."""
    if _is_by_line(account.asked) and not _HEADING_LINE.search(text.sample):
        account.format = Reading(format="lines", encoding=text.encoding)
        return _plain_rows(account, text, text.lines(), to_match=to_match)
    separator, is_declared = find_separator(text.sample, account.path.suffix.lower(), account.asked)
    account.format = Reading(format="csv", encoding=text.encoding, delimiter=separator)
    source = text.lines()
    must_be_sure = to_match and not account.asked and account.path.suffix.lower() not in TABLE_SUFFIXES
    if separator in (None, "|") and "|" in text.sample:
        from awardcli.collection.user_file import markdown_page

        if markdown_page.has_table(text.sample):
            account.format = account.format._replace(delimiter="|")
            if markdown_page.has_html_table(text.sample):
                from awardcli.collection.user_file import html_tables

                html_tables.remark_lists_in_html(account, text.sample)
            return markdown_page.page_rows(account, text.sample, source)
    if must_be_sure and separator and not is_declared and not _has_sure_heading(parted_lines(text.sample, separator)):
        return _plain_rows(account, text, source, to_match=True)
    if separator is not None:
        skipped = 1 if is_declared and next(source, None) else 0
        rows = _rows_between(account, text.sample, source, separator, first_line=skipped + 1)
        return table_rows(account, rows if is_declared else _of_one_column(account, rows, separator))
    if "<t" in text.sample.lower():
        from awardcli.collection.user_file import html_tables, markdown_page

        if markdown_page.has_html_table(text.sample):
            return html_tables.page_rows(account, text, is_markdown=True)
    is_page = not to_match and _may_be_page(account.path, text.sample) and text.sample.startswith(("---", "+++"))
    asked = account.asked
    if not is_page and (found := aligned_columns(text.sample, asked) or labelled_lines(text.sample, asked)):
        separator, split = found
        if not must_be_sure or _has_sure_heading(numbered_lines(map(split, text.sample.splitlines()))):
            account.format = account.format._replace(delimiter=separator)
            return table_rows(account, numbered_lines(map(split, source)))
    return _plain_rows(account, text, source, to_match=to_match)


def _rows_between(
    account: Account, sample: str, source: Iterator[str], separator: str, *, first_line: int
) -> Iterator[Line]:
    """The rows whose cells are between such separators."""
    is_spaced = quotes_after_blanks(sample, separator)
    rows = delimited_rows(account.path, source, separator, first_line, skips_blanks=is_spaced)
    if separator in _BARS:
        rows = ((line, [str(cell).strip() for cell in cells], problem) for line, cells, problem in rows)
    return rows if separator in _COMMAS else shifted_rows.in_place(account, rows)


def _is_by_line(asked: Asked) -> bool:
    """Whether an option says what every line is: `--column title=line`."""
    return bool(asked.get(LINE.heading))


_HEADING_LINE = lazy_pattern(rf"(?mi)(?:^|[{SEPARATORS}])[\" ]*line[\" ]*(?:$|[{SEPARATORS}])")
"""A heading `line` in a table, as what is exported from a notice has it."""
_HEADING_MARKS = lazy_pattern(r"(?m)^#{1,6} +(?=[^\s#])")
"""The marks of a heading in Markdown, at the beginning of a line: ## 一等奖."""


def _of_one_column(account: Account, rows: Iterator[Line], separator: str) -> Iterator[Line]:
    """The rows of a table; where it has one column, each row is one cell, though it may not be quoted: A, B and C."""
    first = list(islice(rows, SNIFFED))
    filled = list(filter(is_filled, first))
    parted = [any(cells[1:]) for _, cells, _ in filled]
    lines = chain(first, rows)
    if any(parted[:1]) or sum(parted) > _FEW_PARTED * len(parted):
        return lines
    heading = find_heading(filled[:HEADING_WITHIN], account.asked)
    return lines if heading and len(heading.cells) > 1 else _as_one_cell(account, lines, separator)


def _as_one_cell(account: Account, rows: Iterator[Line], separator: str) -> Iterator[Line]:
    """The rows with a cell each, up to one that names columns: the heading of a table."""
    is_said = False
    for row in rows:
        line, cells, problem = row
        if problem is None and any(cells[1:]):
            if columns_named(cells, account.asked)[0] > 1:
                yield row
                yield from rows
                return
            cells = [separator.join(map(str, cells))]
            if not is_said:
                text = messages.on_one_line(str(cells[0]))
                account.remarks.append(Remark(messages.SEPARATOR_IN_TEXT(separator=separator, line=line, text=text)))
                is_said = True
        yield line, cells, problem


# Texts without separators


def _plain_rows(account: Account, text: TextFile, source: Iterable[str], *, to_match: bool) -> Iterator[UserRow]:
    """The rows of a text without a separator: of a table of one column, of a notice, or else each line."""
    is_by_line = _is_by_line(account.asked)
    has_headings = len(_HEADING_MARKS.findall(text.sample)) > 1
    if not (to_match or is_by_line) and (has_headings or _may_be_page(account.path, text.sample)):
        from awardcli.collection.user_file.works_in_headings import works_in_headings

        source = list(source)
        if works := works_in_headings(account, source):
            return table_rows(account, iter(works))
    page = source if to_match else _page_lines(account, text.sample, source)
    lines: Iterator[Line] = filter(is_filled, numbered_lines([line.rstrip("\r\n")] for line in page))
    first = list(islice(lines, HEADING_WITHIN if to_match else LOOKED_AT))
    if not first and not to_match:
        raise InvalidDataError(messages.NO_HEADING(path=account.path))
    notice = None if to_match or is_by_line else Notice(first)
    is_whole = notice is not None and len(first) < LOOKED_AT
    if is_whole and (rows := table_layouts.with_cells_in_lines(first)):
        account.remarks.append(Remark(messages.READ_BY_LINES(), is_harmless=True))
        return table_rows(account, iter(rows))
    if is_whole and (rows := laureates_by_year(account, first)):
        account.remarks.append(Remark(messages.READ_BY_YEARS(option=column_option("title", LINE.heading))))
        return table_rows(account, iter(rows))
    lines = chain(first, lines)
    if page is source and not is_by_line and _begins_with_heading(first, notice):
        return table_rows(account, lines)
    if account.path.suffix.lower() in WORKBOOK_SUFFIXES:
        raise InvalidDataError(messages.NOT_A_WORKBOOK(path=account.path))
    account.format = account.format._replace(format="lines")
    if notice and has_results(notice, first):
        return notice_rows(account, notice, lines)
    if not to_match:
        account.remarks += _remarks_on_lines(text.sample, first)
    return line_rows(account, lines, every=to_match or bool(account.asked))


def _page_lines(account: Account, sample: str, source: Iterable[str]) -> Iterable[str]:
    """The lines of a page in Markdown, of a notice or of its items, without marks; `source` itself of another text.

    In any text awards may be headings in Markdown: ## 一等奖.
    """
    if not _may_be_page(account.path, sample):
        lines = sample.splitlines()
        if sum(map(bool, map(_HEADING_MARKS.match, lines))) > 1:
            without = partial(_HEADING_MARKS.sub, "")
            return map(without, source) if _notice_of(list(map(without, lines[:LOOKED_AT]))).has_captions else source
        return source
    from awardcli.collection.user_file import markdown_page

    if _is_notice_in_markdown(list(markdown_page.plain_lines(sample, sample.splitlines()))):
        return markdown_page.plain_lines(sample, source)
    return markdown_page.page_items(account, sample, source)


def _notice_of(begin: Sequence[str]) -> Notice:
    """The notice of the first lines of a text."""
    return Notice([(at, [text], None) for at, text in enumerate(begin[:LOOKED_AT]) if text])


def _is_notice_in_markdown(begin: Sequence[str]) -> bool:
    """Whether the first lines of a page, without its marks, are a notice.

    The titles of such a page are in title marks, or most of its lines are an award with its titles behind it.
    """
    notice = _notice_of(begin)
    captions = [notice.caption(text) for text in begin if text]
    labelled = sum(bool(caption.titles) for caption in captions)
    are_labelled = labelled > 1 and labelled >= MOST * (labelled + sum(not caption.names for caption in captions))
    marks = notice.title_marks
    if not (notice.has_captions and (are_labelled or (marks and notice.has_clear_items))):
        return False
    marked = [text for text in begin if marks and marks.search(text) and not notice.caption(text).titles]
    return sum(text.endswith("。") or len(text) > 80 for text in marked) <= 0.2 * len(marked)  # else it is prose


def _may_be_page(path: Path, sample: str) -> bool:
    """Whether a text without a table may be a page in Markdown or HTML."""
    return path.suffix.lower() in (".md", ".markdown") or "<t" in sample.lower()


def _begins_with_heading(first: Sequence[Line], notice: Notice | None) -> bool:
    """Whether the first line is the heading of a table of one column: title, 片名/title, 作品 | 单位.

    Each of its parts is a heading; 咏梅 | 微电影 is a title and its kind, and films/title a path. The name of the list
    may be above it.
    """
    below_name = find_heading(first[:HEADING_WITHIN], {})
    at = below_name.rows - 1 if below_name else 0
    text = text_of(first[at][1][0]) if first else ""
    parts = list(map(str.strip, parts_of_heading(text) or [text]))
    sure = [part for part in parts if sure_role(part) in SEVERAL]
    if not sure or text.startswith("# ") or (len(parts) > 1 and all(map(is_kind_of_work, sure))):
        return False
    if not all(map(_is_part_of_heading, parts)):
        return False
    if notice is not None and notice.has_awards_above_items:
        return False
    is_caption = notice is not None and notice.has_captions and bool(notice.caption(text).names)
    next_role = sure_role(text_of(first[at + 1][1][0])) if at + 1 < len(first) else None
    if next_role not in (None, sure_role(sure[0])):
        return False  # a table with a cell in each line
    return not is_caption and not is_content(texts_by_row(first[:HEADING_WITHIN]), at)


def _has_sure_heading(rows: Iterable[Line]) -> bool:
    """Whether rows have a heading that is surely no row of a list to be matched, which would lose it.

    One of its cells is a known word, not only at its end and not the kind of a work; above it are no rows of cells.
    """
    filled = list(islice(filter(is_filled, rows), HEADING_WITHIN))
    heading = find_heading(filled, {})
    if heading is None or any(
        len(filled_texts(cells)) > 1 for _, cells, _ in filled[: heading.rows - heading.upper - 1]
    ):
        return False
    words = list(filter(sure_role, map(text_of, heading.cells)))
    return not all(map(is_kind_of_work, words)) or is_numbering(text_of(heading.cells[0]))


def _is_part_of_heading(text: str) -> bool:
    """Whether a part of a line names a column: a known word, a number of rows, and not a body (某某电视台)."""
    word = known(text)
    is_word = word is not None and (word.strength == SURE or (word.strength == BY_PARTS and not names_body(text)))
    return is_word or is_numbering(text) or has_no_role(text)


def _remarks_on_lines(sample: str, first: Sequence[Line]) -> Iterator[Remark]:
    """That each line is a title; how a text is read as a table that has a separator and no heading."""
    begin = [text for line in sample.splitlines()[:SNIFFED] if (text := line.strip("|｜ \t"))]
    headings = [is_numbering(line) or sure_role(line) is not None for line in begin]
    is_by_cell = sum(headings[:_HEADING_LINES]) > 1 or any(map(all, pairwise(headings)))
    yield Remark(messages.A_CELL_A_LINE() if is_by_cell else messages.READ_AS_LINES())
    if lines := _lines_of_entry(sample.splitlines()):
        yield Remark(messages.LINES_OF_RESULT(count=lines[0], text=lines[1]))
    separator, _ = find_separator(sample, "", {"A": "title"})
    is_sure = len(first) >= _FEWEST_PARTED and all(str(cells[0]).count(separator or "") == 1 for _, cells, _ in first)
    if separator and (separator not in ",，" or is_sure):
        columns = list(zip(*(str(cells[0]).split(separator) for _, cells, _ in first), strict=False))
        options = options_by_letter(columns)
        if not any(map(has_open_bracket, columns[0])):  # 春（作者：张三；指导：李四）
            yield Remark(messages.BY_LETTER(separator=separator, options=options), options)


def _lines_of_entry(lines: Sequence[str]) -> tuple[int, str] | None:
    """How many lines each entry has where one of them is a year in all, or yes or no; with the first such line."""
    texts = [line.strip() for line in lines]
    for size in range(2, min(_MOST_LINES_OF_ENTRY, len(texts) // 3) + 1):
        for column in (texts[at::size][: len(texts) // size] for at in range(size)):
            for is_such in (BARE_YEAR.fullmatch, is_yes_or_no):
                if all(column) and all(map(is_such, column)) and not all(map(is_such, texts)):
                    return size, column[0]
    return None


def line_rows(account: Account, lines: Iterable[Line], *, every: bool) -> Iterator[UserRow]:
    """Each line as a row, a title unless an option says otherwise."""
    role = account.asked.get(LINE.heading) or LINE.role
    return _row_by_line(account, account.add([LINE._replace(role=role)]), lines, every=every)


def _row_by_line(
    account: Account, columns: tuple[Column, ...], lines: Iterable[Line], *, every: bool
) -> Iterator[UserRow]:
    """Each line as a row; feet of pages, signatures and totals are set aside, unless `every` line counts."""
    source, number = str(account.path), 0
    for line, cells, _ in lines:
        text = str(cells[0])
        if not every and rows_set_aside.may_be_aside(text) and (why := why_aside(text.strip())):
            account.put_aside(line, [text.strip()], why)
            continue
        number += 1
        yield UserRow(number, source, line, Cells(columns, (text,)))
