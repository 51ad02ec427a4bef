"""The one reader of users' files: recognizes the format by the content, and gives the rows one at a time."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from io import BufferedReader
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from awardcli import messages
from awardcli.collection.protocol import SQLITE
from awardcli.collection.user_file import refused_formats, section_names
from awardcli.collection.user_file.columns.column_roles import NO_ROLES, Asked, Remark
from awardcli.collection.user_file.columns.heading_row import find_heading
from awardcli.collection.user_file.doubtful_values import watched
from awardcli.collection.user_file.json import json_file, json_rows
from awardcli.collection.user_file.json.json_rows import records_option
from awardcli.collection.user_file.notices.notice_rows import sheet_rows
from awardcli.collection.user_file.reading_report import BY_CONTENT, Account, ReadAs, Reading, UserRow, UserRows
from awardcli.collection.user_file.separators import find_separator
from awardcli.collection.user_file.tables.laureates import award_alone, headings_of_lists
from awardcli.collection.user_file.tables.table_rows import Origin, table_rows
from awardcli.collection.user_file.text_file import BinaryFile, TextFile, Watch, unwatched, usable_encoding
from awardcli.collection.user_file.text_rows import WORKBOOK_SUFFIXES, text_rows
from awardcli.collection.user_file.workbooks.titles_of_sheets import RepeatedSheets, said_by_titles
from awardcli.errors import InvalidDataError, UsageError
from awardcli.model import Role
from awardcli.vocabulary import FLAT

if TYPE_CHECKING:
    from awardcli.collection.user_file.workbooks.workbook_file import Workbook


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
    rows.account.add(columns)
    return rows


def _opened(binary: BinaryFile, read_as: ReadAs, watch: Watch, *, to_match: bool) -> UserRows:
    try:
        _check(read_as)
        account = Account(binary.path, read_as)
        rows = _rows_of(account, read_as, binary, watch, to_match=to_match)
        return rows if to_match else UserRows(account, watched(account, rows), rows.document)
    except BaseException:
        binary.close()
        raise


def _check(read_as: ReadAs) -> None:
    """Raise UsageError for an unknown role or encoding."""
    if read_as.encoding:
        usable_encoding(read_as.encoding)
    for heading, role in read_as.columns.items():
        if role is not None and role not in get_args(Role):
            raise UsageError(messages.BAD_COLUMN(columns=", ".join((*FLAT, "other")), value=f"{role}={heading}"))


def _rows_of(account: Account, read_as: ReadAs, binary: BinaryFile, watch: Watch, *, to_match: bool) -> UserRows:
    """The rows of a file in the format that its first bytes show."""
    is_workbook = binary.sample.startswith((refused_formats.ZIP, refused_formats.OLE))
    if read_as.sheets and not is_workbook:
        account.does_not_fit(UsageError(messages.NO_SHEETS(path=account.path)), *map(_sheet_option, read_as.sheets))
    if (is_workbook or binary.sample.startswith(SQLITE)) and not binary.can_be_reopened:
        raise InvalidDataError(messages.ONLY_BY_NAME(path=account.path))
    if binary.sample.startswith(SQLITE):
        raise InvalidDataError(messages.NO_TABLE(path=account.path))
    if is_workbook:
        binary.close()
        _refuse_records(account, read_as)
        if read_as.encoding:
            account.does_not_fit(UsageError(messages.NO_ENCODING(path=account.path)), _encoding_option(read_as))
        return UserRows(account, _workbook_rows(account, read_as, binary.sample))
    refused_formats.refuse_bytes(account.path, binary.sample)
    try:
        text = TextFile(binary, read_as.encoding, watch, is_sure=not read_as.wherever)
    except InvalidDataError as error:
        if account.path.suffix.lower() in WORKBOOK_SUFFIXES and not read_as.encoding:
            raise InvalidDataError(messages.NOT_A_WORKBOOK(path=account.path)) from error
        raise
    if text.is_not_as_asked:
        is_utf8 = messages.IS_UTF8(path=account.path, encoding=read_as.encoding)
        account.does_not_fit(InvalidDataError(is_utf8), _encoding_option(read_as))
    if text.guessed:
        account.remarks.append(Remark(messages.READ_IN(encoding=text.encoding)))
    is_named_json = account.path.suffix.lower() in (".json", *json_rows.LINES_SUFFIXES)
    is_table = is_named_json and text.sample.lstrip()[:1] not in ("[", "{") and find_separator(text.sample, "", {})[0]
    if json_file.is_json(text.sample) or (is_named_json and not is_table):
        return json_rows.json_rows(account, read_as, text)
    _refuse_records(account, read_as)
    if refused_formats.is_web_page(text.sample):
        from awardcli.collection.user_file import html_tables

        return UserRows(account, html_tables.page_rows(account, text))
    refused_formats.refuse_text(account.path, text.sample)
    return UserRows(account, text_rows(account, text, to_match=to_match))


def _refuse_records(account: Account, read_as: ReadAs) -> None:
    if read_as.records:
        account.does_not_fit(UsageError(messages.NO_RECORDS(path=account.path)), records_option(read_as.records))


def _sheet_option(name: str) -> str:
    return f"--sheet {messages.quoted(name)}"


def _encoding_option(read_as: ReadAs) -> str:
    return f"--encoding {read_as.encoding}"


# Workbooks


def _workbook_rows(account: Account, read_as: ReadAs, sample: bytes) -> Iterator[UserRow]:
    """The rows of the sheets with a heading, or of those that the options name; the others are named in a remark."""
    from awardcli.collection.user_file.workbooks.workbook_file import Workbook

    asked = read_as.sheets
    book = Workbook(account.path, sample, asked)
    there = {sheet.name.strip().casefold() for sheet in book.sheets}
    for name in (name for name in asked if name.strip().casefold() not in there):
        names = messages.listed([sheet.name for sheet in book.sheets])
        error = InvalidDataError(messages.NO_SUCH_SHEET(path=account.path, name=name, names=names))
        account.does_not_fit(error, _sheet_option(name))
    if asked and there.isdisjoint(name.strip().casefold() for name in asked):  # they are for another file
        asked = ()
        book = Workbook(account.path, sample)
    filled = [sheet for sheet in book.read if sheet.first]
    chosen = [sheet for sheet in filled if asked or find_heading(sheet.first, account.asked)] or filled[:1]
    listed = headings_of_lists([sheet.first for sheet in chosen], account.asked)
    awards = {sheet.name: award_alone(sheet.first, listed) for sheet in filled if sheet not in chosen}
    if not asked:
        chosen = [sheet for sheet in filled if sheet in chosen or awards.get(sheet.name)]
        chosen = [sheet for sheet in chosen if not section_names.is_of_others(sheet.name)] or chosen
    if not chosen:
        raise InvalidDataError(messages.NO_HEADING(path=account.path))
    read = tuple(sheet.name for sheet in chosen)
    passed = () if asked else tuple(sheet.why_passed() for sheet in book.sheets if sheet.name not in read)
    account.format = Reading(format=book.format, sheets=read, passed=passed)
    parts = _tables_in(account, book, read, awards)
    return chain(next(parts), chain.from_iterable(parts))


def _tables_in(
    account: Account, book: "Workbook", names: Sequence[str], awards: Mapping[str, Asked]
) -> Iterator[Iterator[UserRow]]:
    """The rows of each of these sheets, which come one after the other; what is doubtful is remarked at the end.

    `awards` are the headings that are of awards in sheets that say neither what nor who won.
    """
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
            within, asked = said.get(sheet.name, ()), awards.get(sheet.name, NO_ROLES)
            origin = Origin(place, sheet.name, within, is_last=sheet.name == names[-1], asked=asked)
            yield repeated.watched(sheet.name, table_rows(account, book.rows(sheet), origin))
        if hidden := book.hidden_in(sheet):
            account.remarks.append(Remark(messages.HIDDEN_READ(what=messages.listed(hidden))))
    book.finish()
    account.remarks += repeated.remarks()
