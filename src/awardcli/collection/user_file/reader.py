"""The one reader of users' files: recognizes the format by the content, and gives the rows one at a time."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BufferedReader
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from awardcli import messages
from awardcli.collection.protocol import SQLITE
from awardcli.collection.user_file import (
    json_document,
    json_file,
    json_records,
    other_formats,
    rows_set_aside,
    table_layouts,
)
from awardcli.collection.user_file.column_roles import ONCE_A_GROUP, Asked, Remark, own_title
from awardcli.collection.user_file.columns_by_letter import options_by_letter
from awardcli.collection.user_file.heading_row import HEADING_WITHIN, find_heading, is_content, is_filled
from awardcli.collection.user_file.heading_words import SEVERAL, SURE, WEAK, known
from awardcli.collection.user_file.implausible_values import watched
from awardcli.collection.user_file.notice import Notice, page_lines
from awardcli.collection.user_file.notice_lines import is_foot, why_foot
from awardcli.collection.user_file.notice_rows import notice_results, notice_rows, sheet_rows
from awardcli.collection.user_file.reading_report import (
    BY_CONTENT,
    LISTED,
    Account,
    ReadAs,
    Reading,
    UserRow,
    UserRows,
    some_of,
)
from awardcli.collection.user_file.repeated_sheets import RepeatedSheets
from awardcli.collection.user_file.sheet_titles import said_by_titles
from awardcli.collection.user_file.table_rows import LOOKED_AT, Origin, by_letter, table_rows
from awardcli.collection.user_file.text_file import (
    BinaryFile,
    Line,
    TextFile,
    Watch,
    delimited_rows,
    text_of,
    unwatched,
)
from awardcli.collection.user_file.wide_tables import unfolded
from awardcli.errors import InvalidDataError, UsageError
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.model import Cells, Column, Role

if TYPE_CHECKING:
    from awardcli.collection.user_file.excel_file import Workbook

LINE = Column("line", "title")
"""The column of a file of plain lines."""
_WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
_JSON_LINES_SUFFIXES = (".jsonl", ".ndjson")
_TABLE_SUFFIXES = {".csv": ",", ".tsv": "\t", ".tab": "\t"}
"""Suffixes of tables, and the separator to use where the text does not show one."""
_SAID_SEPARATOR = lazy_pattern(r"(?i)\ufeff?\"?sep=(?P<separator>.)\"?\r?\n")
_SEPARATORS = ",\t;|，；｜│"
"""The separators that are tried."""
_BARS = "|｜│"
"""The separators of drawn tables, in which spaces around a cell only align it."""
_COLON = lazy_pattern(r"[:：]\s*|\t+")
_WIDE_SPACE, _ANY_SPACE = lazy_pattern(r"[ \t]{2,}|\t|\u3000+"), lazy_pattern(r"[ \t\u3000]+")
_HEADING_LINES = 6
"""The first lines, in which the cells of a heading may be, one a line."""
_SNIFFED = 40
"""Lines by which the separator is recognized."""
_MOSTLY = 0.5
"""The share of rows with the same number of cells by which a text without the suffix of a table is one."""


def read_rows(
    path: Path,
    read_as: ReadAs = BY_CONTENT,
    *,
    watch: Watch = unwatched,
    file: BufferedReader | None = None,
    to_match: bool = False,
) -> UserRows:
    """The rows of a user's file, or of `file` where it is open already, for every command.

    With `to_match` a text may be empty, and `columns` is complete from the beginning: the file is read twice, unless it
    is a pipe.

    Raises UnreadableError where the file cannot be read, InvalidDataError where it is not a list or no heading is known
    as a title or an organization, and UsageError for an option that means nothing for its format.
    """
    binary = BinaryFile(path, file)
    if not (to_match and binary.can_be_reopened):
        return _opened(binary, read_as, watch, to_match=to_match)
    first = _opened(binary, read_as, unwatched, to_match=True)
    if first.document is not None:
        return first
    if first.reading.format != "lines":
        deque(first, maxlen=0)
    columns = first.columns
    binary.close()
    del first  # it may hold a whole document
    rows = _opened(BinaryFile(path), read_as, watch, to_match=True)
    rows.expect(columns)
    return rows


def _opened(binary: BinaryFile, read_as: ReadAs, watch: Watch, *, to_match: bool) -> UserRows:
    try:
        account = Account(binary.path, read_as)
        rows = _rows_of(account, read_as, binary, watch, to_match=to_match)
        return rows if to_match else UserRows(account, watched(account, rows), rows.document)
    except BaseException:
        binary.close()
        raise


def _rows_of(account: Account, read_as: ReadAs, binary: BinaryFile, watch: Watch, *, to_match: bool) -> UserRows:
    """The rows of a file in the format that its first bytes show."""
    is_workbook = binary.sample.startswith((other_formats.ZIP, other_formats.OLE))
    if read_as.sheets and not is_workbook:
        raise UsageError(messages.NO_SHEETS(path=account.path))
    if (is_workbook or binary.sample.startswith(SQLITE)) and not binary.can_be_reopened:
        raise InvalidDataError(messages.ONLY_BY_NAME(path=account.path))
    if binary.sample.startswith(SQLITE):
        raise InvalidDataError(messages.NO_TABLE(path=account.path))
    if is_workbook:
        binary.close()
        _refuse_records(account, read_as)
        if read_as.encoding:
            raise UsageError(messages.NO_ENCODING(path=account.path))
        return UserRows(account, _workbook_rows(account, read_as, binary.sample))
    other_formats.refuse_bytes(account.path, binary.sample)
    try:
        text = TextFile(binary, read_as.encoding, watch)
    except InvalidDataError as error:
        if account.path.suffix.lower() in _WORKBOOK_SUFFIXES and not read_as.encoding:
            raise InvalidDataError(messages.NOT_A_WORKBOOK(path=account.path)) from error
        raise
    if text.guessed:
        account.remarks.append(Remark(messages.READ_IN(encoding=text.encoding)))
    is_named_json = account.path.suffix.lower() in (".json", *_JSON_LINES_SUFFIXES)
    is_table = is_named_json and text.sample.lstrip()[:1] not in ("[", "{") and _separator(text.sample, "", {})[0]
    if json_file.is_json(text.sample) or (is_named_json and not is_table):
        return _json_rows(account, read_as, text)
    _refuse_records(account, read_as)
    if other_formats.is_web_page(text.sample):
        from awardcli.collection.user_file import html_tables

        return UserRows(account, html_tables.page_rows(account, text))
    other_formats.refuse_text(account.path, text.sample)
    return UserRows(account, _text_rows(account, text, to_match=to_match))


def _refuse_records(account: Account, read_as: ReadAs) -> None:
    if read_as.records:
        raise UsageError(messages.NO_RECORDS(path=account.path))


# Workbooks


def _workbook_rows(account: Account, read_as: ReadAs, sample: bytes) -> Iterator[UserRow]:
    """The rows of the sheets with a heading, or of those that the options name; the others are named in a remark."""
    from awardcli.collection.user_file.excel_file import Workbook

    book = Workbook(account.path, sample, read_as.sheets)
    for name in read_as.sheets:
        if not any(sheet.name.strip().casefold() == name.strip().casefold() for sheet in book.sheets):
            names = messages.listed([sheet.name for sheet in book.sheets])
            raise InvalidDataError(messages.NO_SUCH_SHEET(path=account.path, name=name, names=names))
    filled = [sheet for sheet in book.read if sheet.first]
    chosen = [sheet for sheet in filled if read_as.sheets or find_heading(sheet.first, account.asked)] or filled[:1]
    if not read_as.sheets:
        chosen = [sheet for sheet in chosen if not rows_set_aside.is_of_others(sheet.name)] or chosen
    if not chosen:
        raise InvalidDataError(messages.NO_HEADING(path=account.path))
    read = tuple(sheet.name for sheet in chosen)
    passed = () if read_as.sheets else tuple(sheet.why_passed() for sheet in book.sheets if sheet.name not in read)
    account.format = Reading(format=book.format, sheets=read, passed=passed)
    parts = _tables_in(account, book, read)
    return chain(next(parts), chain.from_iterable(parts))


def _tables_in(account: Account, book: "Workbook", names: Sequence[str]) -> Iterator[Iterator[UserRow]]:
    """The rows of each of these sheets, which come one after the other; what is doubtful is remarked at the end."""
    repeated = RepeatedSheets()
    said = said_by_titles({sheet.name: sheet.first for sheet in book.read if sheet.name in names}, account.asked)
    for sheet in book.read:
        if sheet.name not in names:
            deque(book.rows(sheet), maxlen=0)
            continue
        if len(names) == 1:
            yield sheet_rows(account, book.rows(sheet))
        else:
            place = messages.PLACED(place=account.path, problem=sheet.name)
            origin = Origin(place, sheet.name, said.get(sheet.name, ()))
            yield repeated.watched(sheet.name, table_rows(account, book.rows(sheet), origin))
        if hidden := book.hidden_in(sheet):
            account.remarks.append(Remark(messages.HIDDEN_READ(what=messages.listed(hidden))))
    book.finish()
    account.remarks += repeated.remarks()


# JSON


def _json_rows(account: Account, read_as: ReadAs, text: TextFile) -> UserRows:
    """The rows of an array of objects, of JSON lines, or of the records inside a document."""
    from awardcli.collection.own_json import is_own

    found = json_file.read_json(text, lines=account.path.suffix.lower() in _JSON_LINES_SUFFIXES)
    account.format = Reading(format=found.format, encoding=text.encoding, records=read_as.records)
    records: Iterable[json_file.Record] = found.records
    added: dict[str, str] = {}
    if found.document is not None:
        if read_as.records is None and is_own(found.document):
            return UserRows(account, iter(()), found.document)
        records = [(None, found.document, None)] if read_as.records else _outermost(account, found.document, added)
    if read_as.records:
        records = json_records.records_at(account.path, read_as.records, records, added, account.remarks)
    records = iter(records)
    if (first := next(records, None)) is None:
        return UserRows(account, _record_rows(account, ()))
    records = chain([first], records)
    if isinstance(first[1], list):
        lines = ((number, *json_records.cells_of(value)) for number, (_, value, _) in enumerate(records, start=1))
        return UserRows(account, table_rows(account, lines))
    if isinstance(first[1], str) and found.format == "json":
        account.add([LINE])
        lines = ((number, *json_records.cells_of([value])) for number, (_, value, _) in enumerate(records, start=1))
        return UserRows(account, _line_rows(account, filter(is_filled, lines), every=True))
    begin = list(islice(records, HEADING_WITHIN))
    records = chain(begin, records)
    if not account.asked and any(json_document.holds_winners(value) for _, value, _ in begin):
        return UserRows(account, _record_rows(account, json_records.by_award(records), added))
    may_be_crossed = isinstance(first[1], dict) and sum(map(rows_set_aside.is_award, first[1])) > 2
    if may_be_crossed and not account.asked and unfolded(list(json_records.lines_of(begin)), iter(())):
        return UserRows(account, table_rows(account, json_records.lines_of(records)))
    return UserRows(account, _record_rows(account, records, added))


def _outermost(account: Account, document: dict[str, Any], added: dict[str, str]) -> Iterable[json_file.Record]:
    """The outermost records of a document; of several tables those whose keys name the most columns."""

    def columns_named(table: json_document.Table) -> tuple[int, int]:
        keys = json_records.keys_in(table.records)
        return sum(known(key) is not None for key in keys), len(table.records)

    tables = json_document.tables_in(document)
    if not tables:
        return [(None, document, None)]
    chosen = max(tables, key=columns_named)
    account.format = account.format._replace(records=chosen.path or None)
    added.update(dict.fromkeys(chosen.around, ""))
    others, values = json_document.left_out(document, chosen)
    for other in others:
        option = f"--records {messages.quoted(other)}"
        account.remarks.append(Remark(messages.OTHER_RECORDS(path=chosen.path, option=option), option))
    if values:
        option = f"--records {messages.quoted(chosen.path)}"
        said = [found.role for value in values if (found := known(value)) and found.strength == SURE]
        text = messages.OUTSIDE_RECORDS(names=some_of(values), option=option)
        account.remarks.append(Remark(text, option, is_harmless={*said}.isdisjoint(ONCE_A_GROUP)))
    if "*" in chosen.path.split("."):
        option = f"--records {messages.quoted('.'.join(chosen.places[0]))}"
        account.remarks.append(Remark(messages.RECORDS_BY_KEY(option=option), option, is_harmless=True))
    return (json_file.record_of(None, value) for value in chosen.records)


def _record_rows(
    account: Account, records: Iterable[json_file.Record], added: Mapping[str, str] = {}
) -> Iterator[UserRow]:
    """The rows of records, whose keys are the headings; a row has the columns of its own keys.

    `added` are the names that come from the objects around the records, with the keys of these.
    """
    inner: dict[str, list[Any]] = {}
    flattened = json_records.flattened(records, inner, account.fill_down)
    sample = list(islice(flattened, LOOKED_AT))
    cells = [value for _, value, problem in sample if problem is None]
    names = list(dict.fromkeys(name for value in cells for name in value))
    above = f"{account.format.records}." if account.format.records else ""
    works = {name: json_document.path_to_works(held, name) for name, held in inner.items()}
    options = {name: f"--records {messages.quoted(above + (path or name))}" for name, path in works.items()}
    holders = {name: options[name] for name, held in inner.items() if json_document.holds_objects(held)}
    account.hints += [messages.TRY_RECORDS(heading=name, option=option) for name, option in holders.items()]
    if cells:
        account.require(names, {options[name]: json_records.keys_in(inner[name]) for name in holders})
        roles: dict[str, Role | None] = dict.fromkeys(holders)
        roles |= {
            **json_records.roles_by_place(names, added, above.rpartition(".")[0].rpartition(".")[2]),
            **account.asked,
        }
        changed, doubts = own_title(names, added, lambda name: [value.get(name) for value in cells], roles)
        account.settle(names, lambda name: [value.get(name) for value in cells], {**roles, **changed})
        account.remarks += doubts
    titles = [heading for heading, role in account.columns.values() if role == "title"]
    is_vague = bool(titles) and (found := known(titles[0])) is not None and found.strength == WEAK
    for name, option in options.items():
        text = messages.TRY_RECORDS(heading=name, option=option)
        if name not in holders:
            text = messages.SEVERAL_TITLES(heading=name, option=option)
        elif is_vague and works[name]:
            text = messages.TRY_RECORDS_OF_GROUP(heading=name, title=titles[0], option=option)
        if name in holders or name in titles:
            account.remarks.append(Remark(text, option))
    return _rows_of_keys(account, chain(sample, flattened))


def _rows_of_keys(account: Account, records: Iterable[json_file.Record]) -> Iterator[UserRow]:
    shapes: dict[tuple[str, ...], tuple[Column, ...]] = {}
    source = str(account.path)
    for number, (line, value, problem) in enumerate(records, start=1):
        if problem is not None:
            yield account.refused_row(number, source, line, value, problem)
            continue
        if not any(cell is not None and str(cell).strip() for cell in value.values()):
            continue
        keys = tuple(value)
        if (columns := shapes.get(keys)) is None:
            columns = account.columns_of(keys)
            if len(shapes) < LISTED:
                shapes[keys] = columns
        yield UserRow(number, source, line, Cells(columns, tuple(value.values())))


# Texts


def _text_rows(account: Account, text: TextFile, *, to_match: bool) -> Iterator[UserRow]:
    """The rows of a table, or plain lines where the text is not one."""
    separator, is_said = _separator(text.sample, account.path.suffix.lower(), account.asked)
    account.format = Reading(format="csv", encoding=text.encoding, delimiter=separator)
    source = text.lines()
    if separator in (None, "|") and "|" in text.sample:
        from awardcli.collection.user_file import markdown_page

        if markdown_page.has_table(text.sample):
            account.format = account.format._replace(delimiter="|")
            return markdown_page.page_rows(account, text.sample, source)
    if separator is not None:
        skipped = 1 if is_said and next(source, None) else 0
        rows = delimited_rows(account.path, source, separator, skipped + 1)
        if separator in _BARS:
            rows = ((line, [str(cell).strip() for cell in cells], problem) for line, cells, problem in rows)
        return table_rows(account, rows)
    is_page = not to_match and _may_be_page(account.path, text.sample) and text.sample.startswith(("---", "+++"))
    if not is_page and (gap := _gap(text.sample, account.asked)):
        account.format = account.format._replace(delimiter=" ")
        parts = (_parted(line, gap) for line in source)
        return table_rows(account, ((number, cells, None) for number, cells in enumerate(parts, start=1)))
    if not is_page and _is_labelled(text.sample, account.asked):
        account.format = account.format._replace(delimiter=":")
        parts = (_COLON.split(line.strip(), maxsplit=1) for line in source)
        return table_rows(account, ((number, cells, None) for number, cells in enumerate(parts, start=1)))
    return _plain_rows(account, text, source, to_match=to_match)


def _plain_rows(account: Account, text: TextFile, source: Iterable[str], *, to_match: bool) -> Iterator[UserRow]:
    """The rows of a text without a separator: of a table of one column, of a notice, or else each line."""
    page = source if to_match else _page_lines(account, text.sample, source)
    every: Iterator[Line] = ((at, [line.rstrip("\r\n")], None) for at, line in enumerate(page, start=1))
    lines = filter(is_filled, every)
    first = list(islice(lines, HEADING_WITHIN if to_match else LOOKED_AT))
    if not first and not to_match:
        raise InvalidDataError(messages.NO_HEADING(path=account.path))
    notice = None if to_match or account.asked.get(LINE.heading) else Notice(first)
    if page is source and _begins_with_heading(first, notice):
        return table_rows(account, chain(first, lines))
    if account.path.suffix.lower() in _WORKBOOK_SUFFIXES:
        raise InvalidDataError(messages.NOT_A_WORKBOOK(path=account.path))
    account.format = account.format._replace(format="lines")
    if notice and notice.is_notice and any(notice_results(Account(account.path, BY_CONTENT), notice, first)):
        return notice_rows(account, notice, chain(first, lines))
    account.add([LINE])
    if not to_match:
        account.remarks += _remarks_on_lines(text.sample, first)
    return _line_rows(account, chain(first, lines), every=to_match or bool(account.asked))


def _page_lines(account: Account, sample: str, source: Iterable[str]) -> Iterable[str]:
    """The lines of a page in Markdown, of a notice or of its items, without marks; `source` itself of another text."""
    if not _may_be_page(account.path, sample):
        return source
    from awardcli.collection.user_file import markdown_page

    return page_lines(sample, source) or markdown_page.page_items(account, sample, source)


def _begins_with_heading(first: Sequence[Line], notice: Notice | None) -> bool:
    """Whether the first line is the heading of a table of one column: title, 片名/title; not a path as films/title."""
    text = text_of(first[0][1][0]) if first else ""
    words = [known(word) for word in re.split("[/\\\\]", text)]
    if not all(word and word.strength == SURE and word.role in SEVERAL for word in words) or text.startswith("# "):
        return False
    is_caption = notice is not None and notice.has_captions and bool(notice.caption(text).names)
    return not is_caption and not is_content(first[:HEADING_WITHIN], 0)


def _remarks_on_lines(sample: str, first: Sequence[Line]) -> Iterator[Remark]:
    """That each line is a title; how a text is read as a table that has a separator and no heading."""
    begin = [found for line in sample.splitlines()[:_HEADING_LINES] if (found := known(line.strip()))]
    is_by_cell = sum(found.strength == SURE for found in begin) > 1
    yield Remark(messages.A_CELL_A_LINE() if is_by_cell else messages.READ_AS_LINES())
    separator, _ = _separator(sample, "", {"A": "title"})
    if separator and separator not in ",，":
        parts = zip(*(str(cells[0]).split(separator) for _, cells, _ in first), strict=False)
        options = options_by_letter(list(parts))
        yield Remark(messages.BY_LETTER(separator=separator, options=options), options)


def _may_be_page(path: Path, sample: str) -> bool:
    """Whether a text without a table may be a page in Markdown or HTML."""
    return path.suffix.lower() in (".md", ".markdown") or "<t" in sample.lower()


def _gap(sample: str, asked: Asked) -> "re.Pattern[str] | None":
    """The separator of a table aligned with spaces, as pasted from a document; None where a text is not one.

    Each row below the heading has as many cells as the heading, or only one (not where single spaces separate them).
    """
    lines = sample.splitlines()[:_SNIFFED]
    for gap in (_WIDE_SPACE, _ANY_SPACE):
        rows: list[Line] = [(n, _parted(line, gap), None) for n, line in enumerate(lines, start=1)]
        rows = list(filter(is_filled, rows))
        heading = find_heading(rows[:HEADING_WITHIN], asked)
        if heading is None or heading.known < 2:
            continue
        widths = Counter(
            len(cells) for _, cells, _ in rows[heading.rows :] if not rows_set_aside.is_aside(cells, heading.cells)
        )
        alone = widths[1] if gap is _WIDE_SPACE else 0
        if (whole := widths[len(heading.cells)]) > alone and whole + alone == widths.total():
            return gap
    return None


def _parted(line: str, gap: "re.Pattern[str]") -> list[str]:
    """The cells of a line between such gaps; the foot of a page is a single one: — 1 —."""
    text = line.strip()
    return [text] if rows_set_aside.is_signature([text]) else gap.split(text)


def _is_labelled(sample: str, asked: Asked) -> bool:
    """Whether a text has a heading, a colon and a cell in each line."""
    rows: list[Line] = [
        (n, _COLON.split(line.strip(), maxsplit=1), None) for n, line in enumerate(sample.splitlines(), start=1)
    ]
    return table_layouts.is_labelled(list(filter(is_filled, rows))[:HEADING_WITHIN], asked)


def _line_rows(account: Account, lines: Iterable[Line], *, every: bool) -> Iterator[UserRow]:
    """Each line as a row; feet of pages, signatures and totals are set aside, unless `every` line counts."""
    source, columns, number = str(account.path), (LINE,), 0
    for line, cells, _ in lines:
        text = str(cells[0])
        if not every and rows_set_aside.may_be_aside(text) and is_foot(bare := text.strip()):
            account.put_aside(line, [bare], why_foot(bare))
            continue
        number += 1
        yield UserRow(number, source, line, Cells(columns, (text,)))


def _separator(sample: str, suffix: str, asked: Asked) -> tuple[str | None, bool]:
    """The separator of a text, and whether its first line declares it (sep=); None where the text is not a table.

    The best separator makes a row name the most columns, or else gives the most rows the same number of cells. Most
    rows have it, or the suffix is a table's and the first row its heading. A text without such a suffix is a table
    only where a row names two columns, or all rows have the same number of cells and the first names one.
    """
    import csv

    if said := _SAID_SEPARATOR.match(sample):
        return said["separator"], True
    usual = _TABLE_SUFFIXES.get(suffix)
    lines = sample.splitlines(keepends=True)[:_SNIFFED]
    best: tuple[int, float, bool, str] | None = None
    for separator in _SEPARATORS:
        rows: list[Line] = [(n, row, None) for n, row in enumerate(csv.reader(lines, delimiter=separator), start=1)]
        rows = list(filter(is_filled, rows))
        heading = find_heading(rows[:HEADING_WITHIN], asked)
        rows = rows[heading.rows - 1 :] if heading and heading.rows < len(rows) else rows
        widths = Counter(len(cells) for _, cells, _ in rows)
        width = max(widths, key=widths.__getitem__, default=1)
        even = round(widths[width] / len(rows), 1) if width > 1 else 0.0
        if width == 1 and separator != usual:
            continue
        is_table = usual or (heading and (heading.known > 1 or (heading.rows == 1 and even == 1.0)))
        is_table = is_table or (even == 1.0 and len(rows) > 1 and by_letter(asked))
        is_first = usual and heading and heading.rows == 1  # the rows below may have different widths
        if separator == usual or (is_table and (even > _MOSTLY or is_first)):
            this = heading.known if heading else 0, even, separator == usual, separator
            best = this if best is None else max(best, this)
    return (best[3] if best and best[:2] > (0, 0.0) else usual), False
