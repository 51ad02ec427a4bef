"""Which rows of a table are no results, and what the sections around the others say of them."""

from collections.abc import Container, Mapping, Sequence, Set
from itertools import pairwise
from typing import Literal

from awardcli.collection.user_file import rows_set_aside, wide_tables
from awardcli.collection.user_file.heading_words import LONGEST_HEADING, NUMBERS, split
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.rows_set_aside import BARE_YEAR, SECTION_ROLES
from awardcli.collection.user_file.text_file import Line, text_of
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.model import Role

WORKBOOKS = ("xlsx", "xls", "ods")
Section = tuple[str, ...]
"""What the sections around a row say of it: "" or a cell for each of SECTION_ROLES."""
_OF_A_WORK = lazy_pattern("(?i)上映|发行|發行|出版|首播|首演|播出|公映|创作|制作|完成|release|publi|production|made")
"""Parts of headings that say when a work came out: another year than that of its award."""
_COPY = lazy_pattern(r"\s*[(（][0-9]{1,2}[)）]$")
"""What a spreadsheet adds to the name of a copied sheet."""
_WHEN: Set[Role] = {"year", "edition"}
_Kind = Literal["rule", "heading", "total", "signature", "contact", "foot", "body", "section", "year"]
"""Kinds of rows that are no results; a foot is a signature or a note, and a body signs, only if no result follows."""
NO_SECTION: Section = ("",) * len(SECTION_ROLES)
Row = tuple[int, Sequence[object], str | None, Section]
"""A row that is a result or cannot be read: its line, cells and problem, and its section."""


class Sections:
    """Tells which rows of a table are no results, with the section that the rows below a section row belong to.

    Some rows are signatures or notes only if no result follows: they wait until the next result, or the end. So are
    years, which belong to the rows below if there are any.
    """

    def __init__(
        self,
        account: Account,
        heading: Sequence[str],
        sheet: str,
        roles: Sequence[Role | None],
        *,
        has_bare_sections: bool,
        kinds: Container[str] = (),
        within: Sequence[str] = (),
    ) -> None:
        self.section = NO_SECTION
        """What the sections so far say of the rows below."""
        self._within: dict[Role, str] = {}
        """The same by role, the outermost first."""
        self._is_year_of_edition = False
        """Whether one caption said both."""
        self.roles = roles
        """The roles of the columns."""
        self.is_open = False
        """Whether the last rows were no results, so that the next may be part of them."""
        self.in_notes = False
        self._account = account
        self._in_workbook = account.format.format in WORKBOOKS
        self._heading = heading
        self._width = len(heading)
        self._has_bare_sections = has_bare_sections
        self._kinds = kinds
        """Texts that are categories where they are alone in a row: 微电影."""
        self._waiting: list[Row] = []
        self._signers = 0
        """The last of the waiting rows that are a person or body only if a date or a signature follows."""
        self._years: list[tuple[int, str]] = []
        """The rows that are dates of a signature only if no result follows."""
        self._is_closing = False
        self._contacts = 0
        """The line of the last row of contacts (联系人, 电话), which those directly below it belong to."""
        self.of_sheet: dict[int, str] = {}
        """What the name of the sheet says, by the place of the column whose empty cells it fills."""
        sheet = _COPY.sub("", sheet)
        for text in within:
            self.enter({role: name for role, name in rows_set_aside.caption(text).items() if role not in roles})
        if sheet and not rows_set_aside.is_unnamed(sheet):
            every = rows_set_aside.caption(sheet)
            said = {role: name for role, name in every.items() if role not in roles}
            is_when = every.keys() <= _WHEN
            self.enter(said or ({"category": sheet} if not is_when and "category" not in roles else {}))
            for at, role in enumerate(roles):
                if role in {*_WHEN, "award"} & every.keys() and not _OF_A_WORK.search(heading[at]):
                    self.of_sheet[at] = every[role]

    def enter(self, said: Mapping[Role, str]) -> None:
        """Begin a section by what its caption says; it ends the last section of its role, with those inside that.

        A year and an edition of one caption end together.
        """
        when = _WHEN & said.keys()
        ended = {*said, *(_WHEN if when and self._is_year_of_edition else ())}
        outer = list(self._within)
        for role in outer[next((at for at, role in enumerate(outer) if role in ended), len(outer)) :]:
            del self._within[role]
        self._within.update(said)
        self._is_year_of_edition = when == _WHEN if when else self._is_year_of_edition
        self.section = tuple(self._within.get(role, "") for role in SECTION_ROLES) if self._within else NO_SECTION

    def take(self, line: int, cells: Sequence[object], *, is_first: bool) -> bool:
        """Set a row aside, or let it wait, unless it is a result; `is_first` says whether its first cell is filled."""
        filled = list(filter(None, map(text_of, cells)))
        kind = self._kind_of(line, cells, filled, is_first=is_first)
        if kind in (None, "rule"):
            return kind is not None
        self.is_open = True
        if kind == "year":
            self._take_year(line, filled[0])
        elif kind == "body" or kind == "foot":
            self._waiting.append((line, fitted(cells, self._width), None, self.section))
            self._signers = self._signers + 1 if kind == "body" else 0
        else:
            self._account.put_aside(line, filled, "signature" if kind == "contact" else kind)
        if kind == "section":
            self.enter(rows_set_aside.caption(filled[0]))
        if kind in ("foot", "signature", "contact"):
            self._signers, self._is_closing = 0, True
            self._contacts = line if kind == "contact" else 0
            self.in_notes |= kind == "contact" or rows_set_aside.begins_notes(filled)
        elif kind in ("heading", "total", "section"):
            self.in_notes = self._is_closing = False
        return True

    def _kind_of(self, line: int, cells: Sequence[object], filled: Sequence[str], *, is_first: bool) -> _Kind | None:
        """What kind of row it is; None for a result."""
        if rows_set_aside.is_rule(cells):
            return "rule"
        if self.in_notes and rows_set_aside.is_note(filled):
            return "foot" if self._waiting else "signature"
        is_alone = len(filled) == 1 and self._width > 1
        if is_alone and self._says_when(cells, filled[0]):
            return "year"
        if rows_set_aside.is_repeated(cells, self._heading):
            return "heading"
        if rows_set_aside.is_total(filled):
            return "total"
        is_label = is_first and self._heading[0] in split(NUMBERS) and rows_set_aside.is_bare_label(filled[0])
        if is_label or rows_set_aside.is_signature(filled):
            return "signature"
        if is_alone and self._in_workbook and len(cells) == 1:  # merged over the whole width
            is_note = len(filled[0]) > LONGEST_HEADING or rows_set_aside.may_be_signature(filled, self._width)
            return "signature" if is_note else "section"
        if is_alone and self._is_section(cells, filled[0]):
            return "section"
        if rows_set_aside.heads_contacts(filled) or (
            line == self._contacts + 1 > 1 and any(map(rows_set_aside.is_contact, filled[1:]))
        ):
            return "contact"
        if rows_set_aside.may_be_signature(filled, self._width):
            return "foot"
        may_sign = (self._is_closing and is_first) or rows_set_aside.is_body(filled[0])
        return "body" if may_sign and is_alone and self._width > 2 else None

    def _take_year(self, line: int, year: str) -> None:
        """Let a year wait, of the rows below it if there are any; or set a date below a body that signs aside."""
        signed = self._waiting[len(self._waiting) - self._signers :]
        is_date = rows_set_aside.is_date(year)
        is_below_body = bool(signed) and rows_set_aside.is_body("".join(map(text_of, signed[-1][1])))
        if is_date and is_below_body:
            self._waiting = self._waiting[: -self._signers]
            for at, texts, _, _ in [*signed, (line, [year], None, NO_SECTION)]:
                self._account.put_aside(at, filter(None, map(text_of, texts)), "signature")
        else:
            self.enter(rows_set_aside.caption(year))
            self._years.append((line, year))
        if is_date or is_below_body:
            self._signers, self._is_closing = 0, True

    def close(self) -> list[Row]:
        """Begin anew, since a result follows; the rows that waited are results then, and the years are sections."""
        waiting, self._waiting = self._waiting, []
        self._put_years_aside("section")
        self.is_open = self.in_notes = self._is_closing = False
        self._signers = 0
        return waiting

    def finish(self) -> list[Row]:
        """Set the waiting rows aside, since no result follows; gives those that are results all the same."""
        self._put_years_aside("signature")
        settled = len(self._waiting) - self._signers
        for line, cells, _, _ in self._waiting[:settled]:
            self._account.put_aside(line, filter(None, map(text_of, cells)), "signature")
        return self._waiting[settled:]

    def _is_section(self, cells: Sequence[object], text: str) -> bool:
        """Whether a text alone in a row says something of the rows below it."""
        is_caption = bool(text_of(cells[0])) and self._has_bare_sections
        if self._width > 2 and text in self._kinds and "category" not in self.roles:
            is_caption |= self._place(cells) is not None
        return is_caption or rows_set_aside.section(text) is not None

    def _says_when(self, cells: Sequence[object], text: str) -> bool:
        """Whether a text alone is a year or an edition, merged over the width or in the column of numbers or titles."""
        if not rows_set_aside.says_when(text):
            return False
        if self._in_workbook and len(cells) == 1:
            return True
        at = self._place(cells)
        return at is not None and self.roles[at] not in rows_set_aside.caption(text)

    def _place(self, cells: Sequence[object]) -> int | None:
        """The place of the first filled cell, where a caption may be: the first, or the next behind a number."""
        at = next(at for at, cell in enumerate(cells) if text_of(cell))
        return at if at == 0 or (at == 1 and self._heading[0] in split(NUMBERS)) else None

    def _put_years_aside(self, why: str) -> None:
        for line, year in self._years:
            self._account.put_aside(line, [year], why)
        self._years = []


def fitted(cells: Sequence[object], width: int) -> Sequence[object]:
    """The cells of a row, as many as the heading has."""
    return [*cells[:width], *[""] * (width - len(cells))]


_FEWEST_COLUMNS = 3


def has_bare_sections(rows: Sequence[Line]) -> bool:
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


def kinds_alone(rows: Sequence[Line]) -> set[str]:
    """The categories alone in rows, if there are several or they are beside another section, each with a row below."""
    texts = [list(filter(None, map(text_of, cells))) for _, cells, problem in rows if not problem]
    alone = ["", *(found[0] if len(found) == 1 else "" for found in texts if found), ""]
    at_kinds = [at for at, text in enumerate(alone) if wide_tables.is_kind(text)]
    if any(at + 2 == len(alone) or at + 1 in at_kinds for at in at_kinds):
        return set()
    beside = [text for at in at_kinds for text in (alone[at - 1], alone[at + 1]) if text]
    kinds = {alone[at] for at in at_kinds}
    return kinds if len(kinds) > 1 or any(map(rows_set_aside.is_section, beside)) else set()
