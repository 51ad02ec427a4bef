"""Which rows of a table are no results, and what the sections around the others say of them."""

from collections.abc import Collection, Mapping, Sequence

from awardcli.collection.user_file import rows_set_aside
from awardcli.collection.user_file.heading_words import LONGEST_HEADING
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.rows_set_aside import SECTION_ROLES
from awardcli.collection.user_file.text_file import text_of
from awardcli.model import Role

WORKBOOKS = ("xlsx", "xls", "ods")
Section = tuple[str, ...]
"""What the sections around a row say of it: "" or a cell for each of SECTION_ROLES."""
NO_SECTION: Section = ("",) * len(SECTION_ROLES)
Row = tuple[int, Sequence[object], str | None, Section]
"""A row that is a result or cannot be read: its line, cells and problem, and its section."""


class Sections:
    """Tells which rows of a table are no results, with the section that the rows below a section row belong to.

    Some rows are signatures or notes only if no result follows: they wait until the next result, or the end.
    """

    def __init__(
        self,
        account: Account,
        heading: Sequence[str],
        sheet: str,
        roles: Collection[Role | None],
        *,
        has_bare_sections: bool,
    ) -> None:
        self.section = NO_SECTION
        """What the sections so far say of the rows below."""
        self._within: dict[Role, str] = {}
        """The same by role, the outermost first."""
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
        self._waiting: list[Row] = []
        self._signers = 0
        """The last of the waiting rows that are a person or body only if a date or a signature follows."""
        self._is_closing = False
        if sheet and not rows_set_aside.is_unnamed(sheet):
            said = {role: name for role, name in rows_set_aside.caption(sheet).items() if role not in roles}
            self.enter(said or ({"category": sheet} if "category" not in roles else {}))

    def enter(self, said: Mapping[Role, str]) -> None:
        """Begin a section by what its caption says; it ends the last section of its role, with those inside that."""
        for role, name in said.items():
            outer = list(self._within)
            for inner in outer[outer.index(role) :] if role in outer else ():
                del self._within[inner]
            self._within[role] = name
        self.section = tuple(self._within.get(role, "") for role in SECTION_ROLES) if self._within else NO_SECTION

    def take(self, line: int, cells: Sequence[object], *, is_first: bool) -> bool:
        """Set a row aside, or let it wait, unless it is a result; `is_first` says whether its first cell is filled."""
        if rows_set_aside.is_rule(cells):
            return True
        filled = list(filter(None, map(text_of, cells)))
        is_note = self.in_notes and rows_set_aside.is_note(filled)
        if is_note and not self._waiting:
            self._account.put_aside(line, filled, "signature")
            self._is_closing = True
        elif why := self._why_aside(cells, filled):
            self.in_notes = why == "signature" and rows_set_aside.begins_notes(filled)
            self._is_closing = why == "signature"
            self._signers = 0 if self._is_closing else self._signers
            self._account.put_aside(line, filled, why)
            if why == "section":
                self.enter(rows_set_aside.caption(filled[0]))
        elif is_note or rows_set_aside.may_be_signature(filled, self._width):
            self.in_notes = self.in_notes or rows_set_aside.begins_notes(filled)
            self._waiting.append((line, fitted(cells, self._width), None, self.section))
            self._signers, self._is_closing = 0, True
        elif (
            len(filled) == 1
            and self._width > 2
            and ((self._is_closing and is_first) or rows_set_aside.is_body(filled[0]))
        ):
            self._waiting.append((line, fitted(cells, self._width), None, self.section))
            self._signers += 1
        else:
            return False
        self.is_open = True
        return True

    def close(self) -> list[Row]:
        """Begin anew, since a result follows; the rows that waited are results then."""
        waiting, self._waiting = self._waiting, []
        self.is_open = self.in_notes = self._is_closing = False
        self._signers = 0
        return waiting

    def finish(self) -> list[Row]:
        """Set the waiting rows aside, since no result follows; gives those that are results all the same."""
        settled = len(self._waiting) - self._signers
        for line, cells, _, _ in self._waiting[:settled]:
            self._account.put_aside(line, filter(None, map(text_of, cells)), "signature")
        return self._waiting[settled:]

    def _why_aside(self, cells: Sequence[object], filled: Sequence[str]) -> str | None:
        """Why a row is not a result, or None."""
        if rows_set_aside.is_repeated(cells, self._heading):
            return "heading"
        if rows_set_aside.is_total(filled):
            return "total"
        if rows_set_aside.is_signature(filled):
            return "signature"
        if len(filled) > 1 or self._width == 1:
            return None
        if self._in_workbook and len(cells) == 1:  # merged over the whole width
            is_note = len(filled[0]) > LONGEST_HEADING or rows_set_aside.may_be_signature(filled, self._width)
            return "signature" if is_note else "section"
        is_caption = bool(text_of(cells[0])) and (self._has_bare_sections or self._is_dated(filled[0]))
        return "section" if is_caption or rows_set_aside.section(filled[0]) else None

    def _is_dated(self, text: str) -> bool:
        """Whether a row alone gives the rows below a year or an edition that no column says: 2021年, 第九届."""
        said = rows_set_aside.caption(text).keys() if self._width > 2 and not text.isdecimal() else set()
        return {"year", "edition"} >= said != set() and not said & set(self.roles)


def fitted(cells: Sequence[object], width: int) -> Sequence[object]:
    """The cells of a row, as many as the heading has."""
    return [*cells[:width], *[""] * (width - len(cells))]
