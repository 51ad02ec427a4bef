"""Which rows of a table are no results, and what the sections around the others say of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import pairwise
from typing import Literal, NamedTuple

from awardcli.collection.user_file import rows_set_aside, section_names
from awardcli.collection.user_file.columns.heading_words import LONGEST_HEADING
from awardcli.collection.user_file.columns.headings_without_roles import is_numbering
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.section_names import BARE_YEAR, NO_SECTION, SECTION_ROLES, Section, is_category
from awardcli.collection.user_file.table_lines import Line, filled_texts, text_of
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.model import Role

WORKBOOKS = ("xlsx", "xls", "ods")
_OF_A_WORK = chinese_pattern("(?i)上映|发行|出版|首播|首演|播出|公映|创作|制作|完成|release|publi|production|made")
"""Parts of headings that say when a work came out: another year than that of its award."""
_COPY = lazy_pattern(r"\s*[(（][0-9]{1,2}[)）]$")
"""What a spreadsheet adds to the name of a copied sheet."""
_WHEN: Set[Role] = {"year", "edition"}
_Kind = Literal["rule", "heading", "total", "signature", "contact", "foot", "body", "section", "year"]
"""Kinds of rows that are no results; a foot is a signature or a note, and a body signs, only if no result follows."""
Row = tuple[int, Sequence[object], str | None, Section]
"""A row that is a result or cannot be read: its line, cells and problem, and its section."""


class SectionStack:
    """The sections, one inside another, that the next row belongs to."""

    def __init__(self) -> None:
        self.section = NO_SECTION
        """What the sections so far say of the rows below."""
        self._within: dict[Role, str] = {}
        """The same by role, the outermost first."""
        self._is_year_of_edition = False
        """Whether one caption said both."""
        self._said_last: dict[str, Set[Role]] = {}
        """What the last caption that is numbered so said: 、 of 一、一等奖."""

    def enter(self, said: Mapping[Role, str], numbering: str = "") -> None:
        """Begin a section by what its caption says; it ends the last section of its role, with those inside that.

        A year and an edition of one caption end together. One that is numbered ends what the last of that `numbering`
        said: 一、教学能手 ends at 二、一等奖.
        """
        when = _WHEN & said.keys()
        ended = {*said, *(_WHEN if when and self._is_year_of_edition else ())}
        if numbering:
            ended |= self._said_last.get(numbering, set())
            self._said_last[numbering] = {*said}
        outer = list(self._within)
        for role in outer[next((at for at, role in enumerate(outer) if role in ended), len(outer)) :]:
            del self._within[role]
        self._within.update(said)
        self._is_year_of_edition = when == _WHEN if when else self._is_year_of_edition
        self.section = Section(**self._within) if self._within else NO_SECTION


class _Sparse(NamedTuple):
    """A row that may be no result: its line, its cells, the texts of the filled ones, whether the first is filled."""

    line: int
    cells: Sequence[object]
    filled: Sequence[str]
    is_first: bool


class Sections(SectionStack):
    """Tells which rows of a table are no results, with the section that the rows below a section row belong to.

    Some rows are signatures or notes only if no result follows: they wait until the next result, or the end. So are
    years, which belong to the rows below if there are any.
    """

    def __init__(
        self,
        account: Account,
        heading: Sequence[str],
        roles: Sequence[Role | None],
        sample: Sequence[Line],
        sheet: str,
        within: Sequence[str],
    ) -> None:
        """`sample` are the first rows of the table, `within` the headings of a page around that of the `sheet`."""
        super().__init__()
        self.roles = roles
        """The roles of the columns."""
        self.is_open = False
        """Whether the last rows were no results, so that the next may be part of them."""
        self.in_notes = False
        self.of_sheet: dict[int, str] = {}
        """What the name of the sheet says, by the place of the column whose empty cells it fills."""
        self.said_by_columns: Set[Role | None] = set()
        """The roles of the columns that are filled in each of the first rows."""
        self.has_results = False
        """Whether a result was since the last caption."""
        self._of_tables: set[Role] = set()
        """What the captions of tables have said, besides when."""
        self._account = account
        self._in_workbook = account.format.format in WORKBOOKS
        self._heading = heading
        self._width = len(heading)
        self._has_bare_sections = _has_bare_sections(sample)
        self._of_sections = _columns_of_sections(sample, roles)
        """The places of the columns that have nothing but sections of one role."""
        self._categories = _kinds_alone(sample)
        """Texts that are categories where they are alone in a row: 微电影."""
        self._waiting: list[Row] = []
        self._signers = 0
        """The last of the waiting rows that are a person or body only if a date or a signature follows."""
        self._years: list[Row] = []
        """The rows that are dates of a signature only if no result follows."""
        self._is_closing = False
        self._contacts = 0
        """The line of the last row of contacts (联系人, 电话), which those directly below it belong to."""
        self._kinds: Sequence[tuple[_Kind, Callable[[_Sparse], bool]]] = (
            ("rule", lambda row: rows_set_aside.is_rule(row.cells)),
            ("foot", lambda row: bool(self._waiting) and self._is_further_note(row)),
            ("signature", self._is_further_note),
            ("year", self._is_year),
            ("heading", lambda row: rows_set_aside.is_repeated(row.cells, self._heading)),
            ("total", lambda row: rows_set_aside.is_total(row.filled)),
            ("signature", self._is_signature),
            ("section", self._is_section),
            ("contact", self._is_contact),
            ("foot", lambda row: rows_set_aside.may_be_signature(row.filled, self._width)),
            ("body", self._may_sign),
        )
        """In the order in which they are tried."""
        for text in within:
            self.enter(self._said(section_names.caption(text)))
        sheet = _COPY.sub("", sheet)
        if sheet and not section_names.is_unnamed(sheet):
            self._enter_sheet(sheet)

    def _enter_sheet(self, sheet: str) -> None:
        """Begin with what the name of the sheet says, of all its rows or where a column of that role is empty."""
        every = section_names.caption(sheet)
        is_category = not every.keys() <= _WHEN and "category" not in self.roles
        self.enter(self._said(every) or ({"category": sheet} if is_category else {}))
        for at, role in enumerate(self.roles):
            if role in {*_WHEN, "award"} & every.keys() and not _OF_A_WORK.search(self._heading[at]):
                self.of_sheet[at] = every[role]

    def begin_table(self, line: int, text: str, *, is_nearest: bool) -> None:
        """Begin the rows of a table by a caption above its heading, which is set aside.

        The nearest is the category where a column says the award. It ends what the last table was captioned, also by
        another role, unless it is inside that: 小学组 ends 二等奖, and not 2021年.
        """
        self._account.put_aside(line, [text], "section")
        said = section_names.caption(text)
        own = said.keys() - _WHEN
        if is_nearest and own and own <= self.said_by_columns and "category" not in self.roles:
            name = next(said[role] for role in SECTION_ROLES if role in own)
            said, own = {**{role: said[role] for role in _WHEN & said.keys()}, "category": name}, {"category"}
        if own and self.has_results and own.isdisjoint(self._within):
            for role in self._of_tables & self._within.keys():
                del self._within[role]
        self._of_tables |= own
        self.has_results = False
        self.enter(said)

    def _said(self, caption: Mapping[Role, str]) -> dict[Role, str]:
        """What a caption says that no column does."""
        return {role: name for role, name in caption.items() if role not in self.roles}

    def take(self, line: int, cells: Sequence[object], *, is_first: bool) -> bool:
        """Set a row aside, or let it wait, unless it is a result; `is_first` says whether its first cell is filled."""
        filled = filled_texts(cells)
        row = _Sparse(line, cells, filled, is_first)
        kind = next((kind for kind, is_such in self._kinds if is_such(row)), None)
        if kind is None or kind == "rule":
            return kind is not None
        self.is_open = True
        if kind == "year":
            self._take_year(line, filled[0])
            return True
        if kind == "body" or kind == "foot":
            self._waiting.append((line, fitted(cells, self._width), None, self.section))
            self._signers = self._signers + 1 if kind == "body" else 0
        else:
            self._account.put_aside(line, filled, "signature" if kind == "contact" else kind)
        if kind in ("foot", "signature", "contact"):
            self._signers, self._is_closing = 0, True
            self._contacts = line if kind == "contact" else 0
            self.in_notes |= kind == "contact" or rows_set_aside.begins_notes(filled)
        elif kind != "body":
            self.in_notes = self._is_closing = False
        if kind == "section":
            self.has_results = False
            self.enter(self._said_by_section(cells, filled[0]), section_names.numbering_of(filled[0]))
        return True

    def _said_by_section(self, cells: Sequence[object], text: str) -> Mapping[Role, str]:
        """What a section says: in a column that has nothing but sections, what that column is of."""
        said, found = dict(section_names.caption(text)), section_names.section(text)
        at = next(at for at, cell in enumerate(cells) if text_of(cell))
        role = self.roles[at] if found and at in self._of_sections else None
        if found and role:
            del said[found[0]]
            said[role] = found[1]
        return said

    def _take_year(self, line: int, year: str) -> None:
        """Let a year wait, of the rows below it if there are any; or set a date below a body that signs aside."""
        signed = self._waiting[len(self._waiting) - self._signers :]
        is_date = rows_set_aside.is_date(year)
        is_below_body = bool(signed) and rows_set_aside.may_be_signer("".join(map(text_of, signed[-1][1])))
        if is_date and is_below_body:
            self._waiting = self._waiting[: -self._signers]
            self._put_aside([*signed, (line, [year], None, NO_SECTION)])
        else:
            self.enter(section_names.caption(year))
            self._years.append((line, [year], None, NO_SECTION))
        if is_date or is_below_body:
            self._signers, self._is_closing = 0, True

    def close(self) -> list[Row]:
        """Begin anew, since a result follows; the rows that waited are results then, and the years are sections."""
        waiting, self._waiting = self._waiting, []
        self._put_aside(self._years, "section")
        self._years = []
        self.is_open = self.in_notes = self._is_closing = False
        self._signers = 0
        return waiting

    def finish(self) -> list[Row]:
        """Set the waiting rows aside, since no result follows; gives those that are results all the same."""
        self._put_aside(self._years)
        settled = len(self._waiting) - self._signers
        self._put_aside(self._waiting[:settled])
        return self._waiting[settled:]

    def _put_aside(self, rows: Iterable[Row], why: str = "signature") -> None:
        for line, cells, _, _ in rows:
            self._account.put_aside(line, filled_texts(cells), why)

    def _is_alone(self, row: _Sparse) -> bool:
        return len(row.filled) == 1 and self._width > 1

    def _is_merged(self, row: _Sparse) -> bool:
        """Whether a cell is merged over the whole width of a sheet."""
        return self._in_workbook and len(row.cells) == 1 and self._is_alone(row)

    def _is_further_note(self, row: _Sparse) -> bool:
        return self.in_notes and rows_set_aside.is_further_note(row.filled)

    def _is_year(self, row: _Sparse) -> bool:
        """Whether a text alone is a year or an edition, merged over the width or in the column of numbers or titles."""
        if not self._is_alone(row) or not section_names.says_when(row.filled[0]):
            return False
        at = self._place(row.cells)
        is_in_place = at is not None and self.roles[at] not in section_names.caption(row.filled[0])
        return is_in_place or self._is_merged(row)

    def _is_signature(self, row: _Sparse) -> bool:
        text = row.filled[0]
        is_long = len(text) > LONGEST_HEADING or rows_set_aside.may_be_signature(row.filled, self._width)
        if self._is_merged(row) and is_long:
            return True
        is_label = row.is_first and is_numbering(self._heading[0]) and rows_set_aside.is_bare_label(text)
        return is_label or rows_set_aside.is_signature(row.filled)

    def _is_section(self, row: _Sparse) -> bool:
        """Whether a text alone in a row says something of the rows below it."""
        if not self._is_alone(row):
            return False
        text = row.filled[0]
        is_caption = bool(text_of(row.cells[0])) and self._has_bare_sections
        if self._width > 2 and text in self._categories and "category" not in self.roles:
            is_caption |= self._place(row.cells) is not None
        return self._is_merged(row) or is_caption or section_names.section(text) is not None

    def _is_contact(self, row: _Sparse) -> bool:
        is_below_contact = row.line == self._contacts + 1 > 1 and any(map(rows_set_aside.is_contact, row.filled[1:]))
        return is_below_contact or rows_set_aside.heads_contacts(row.filled)

    def _may_sign(self, row: _Sparse) -> bool:
        is_person = self._is_closing and row.is_first
        return self._width > 2 and len(row.filled) == 1 and (is_person or rows_set_aside.may_be_signer(row.filled[0]))

    def _place(self, cells: Sequence[object]) -> int | None:
        """The place of the first filled cell, where a caption may be: the first, or the next behind a number."""
        at = next(at for at, cell in enumerate(cells) if text_of(cell))
        return at if at == 0 or (at == 1 and is_numbering(self._heading[0])) else None


def fitted(cells: Sequence[object], width: int) -> Sequence[object]:
    """The cells of a row, as many as the heading has."""
    return [*cells[:width], *[""] * (width - len(cells))]


_FEWEST_COLUMNS = 3


def _has_bare_sections(rows: Sequence[Line]) -> bool:
    """Whether rows filled in their first cell only are sections, though they name no award: In Competition.

    They are where the table begins with such a row, has several, and a row with more cells follows each.
    """
    filled = [[at for at, cell in enumerate(cells) if text_of(cell)] for _, cells, problem in rows if not problem]
    filled = [cells for cells in filled if cells]
    alone = [cells == [0] for cells in filled]
    most = max(map(len, filled), default=0)
    return (
        most >= _FEWEST_COLUMNS
        and alone[0]
        and not alone[-1]
        and sum(alone) > 1
        and not any(this and following for this, following in pairwise(alone))
        and not any(BARE_YEAR.fullmatch(text_of(cells[0])) for _, cells, _ in rows if cells)
    )


def _kinds_alone(rows: Sequence[Line]) -> set[str]:
    """The categories alone in rows, if there are several or they are beside another section, each with a row below."""
    texts = [filled_texts(cells) for _, cells, problem in rows if not problem]
    alone = ["", *(found[0] if len(found) == 1 else "" for found in texts if found), ""]
    at_kinds = [at for at, text in enumerate(alone) if is_category(text)]
    if any(at + 2 == len(alone) or at + 1 in at_kinds for at in at_kinds):
        return set()
    beside = [text for at in at_kinds for text in (alone[at - 1], alone[at + 1]) if text]
    kinds = {alone[at] for at in at_kinds}
    return kinds if len(kinds) > 1 or any(map(section_names.is_section, beside)) else set()


def _columns_of_sections(rows: Sequence[Line], roles: Sequence[Role | None]) -> set[int]:
    """The places of columns of categories or awards in which only rows alone have a cell, which say one role."""
    said: dict[int, set[Role]] = {at: set() for at, role in enumerate(roles) if role in ("category", "award")}
    for _, cells, _ in rows:
        filled = [at for at, cell in enumerate(cells) if text_of(cell)]
        if filled[1:]:
            said = {at: found for at, found in said.items() if at not in filled}
        elif filled and filled[0] in said and (found := section_names.section(text_of(cells[filled[0]]))):
            said[filled[0]].add(found[0])
    return {at for at, found in said.items() if len(found) == 1}
