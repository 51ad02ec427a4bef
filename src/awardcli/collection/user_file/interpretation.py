"""How a list is read: the options, its rows, and the account of what was taken for what."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

from awardcli import messages, vocabulary
from awardcli.collection.user_file import asides, headings
from awardcli.collection.user_file.heading_row import Heading
from awardcli.collection.user_file.headings import Remark
from awardcli.collection.user_file.text_file import Line, text_of
from awardcli.errors import InvalidDataError
from awardcli.model import Cell, Cells, Column, Role

LOOKED_AT = 500
"""Rows that are read before the first is given away: enough to see what a column holds."""
_MOST_LOOKED_AT = 4_000_000
"""Cells and characters of these rows, so that wide or long ones do not fill the memory."""
WORKBOOKS = ("xlsx", "xls", "ods")
LISTED = 1000
"""Rows set aside or refused that are listed; more are only counted."""


class ReadAs(NamedTuple):
    """How a file is to be read where its content does not decide; each field is the option of that name.

    `columns` gives headings their role, or None for no role. With `wherever` the file may lack the headings that
    `columns` and `fill_down` name: they may be those of another file.
    """

    columns: Mapping[str, Role | None] = {}
    sheets: tuple[str, ...] = ()
    encoding: str | None = None
    records: str | None = None
    fill_down: tuple[str, ...] = ()
    wherever: bool = False


BY_CONTENT = ReadAs()
"""Read a file as its content says."""


class SetAside(NamedTuple):
    """A row that is no result: its line, its text, and why: total, signature, heading or section."""

    line: int
    text: str
    why: str


class Refusal(NamedTuple):
    """A row that cannot be read: its line (in a JSON array its number), where that is in words, and the problem."""

    line: int | None
    place: str
    problem: str


class Reading(NamedTuple):
    """How a file was read, so far as it has been; what does not apply to its format is None or empty."""

    format: str
    encoding: str | None = None
    delimiter: str | None = None
    sheets: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    """Sheets that were not read, each with why."""
    heading_line: int | None = None
    records: str | None = None
    columns: tuple[Column, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    refused: tuple[Refusal, ...] = ()
    refused_count: int = 0
    remarks: tuple[Remark, ...] = ()


class UserRow(NamedTuple):
    """A row of a user's file: its number from 1, its line, and its cells.

    `source` is the file, and the sheet where it has several. A row that cannot be read has a `problem`, and what
    the file has there as `raw`; its cells are empty.
    """

    number: int
    source: str
    line: int | None
    cells: Cells
    problem: str | None = None
    raw: object = None

    @property
    def place(self) -> str:
        """Where it is: `list.csv: line 7`, or `list.json: [5]`."""
        if self.line is None:
            return f"{self.source}: [{self.number - 1}]"
        return messages.AT_LINE(path=self.source, line=self.line)


class UnknownColumnsError(InvalidDataError):
    """No heading of a list is known as a title or an organization; `reading` is how far it was read."""

    def __init__(self, message: str, reading: Reading, hints: Sequence[str]) -> None:
        super().__init__(message, hints)
        self.reading = reading


CellsOf = Callable[[str], Sequence[Cell]]
"""Gives the cells of a column in the first rows, by its heading."""


class Account:
    """What becomes known of a file while it is read, from which its `Reading` is made."""

    def __init__(self, path: Path, read_as: ReadAs) -> None:
        self.path = path
        self.asked = read_as.columns
        self._wherever = read_as.wherever
        self.fill_down = read_as.fill_down
        self.format = Reading(format="csv")
        self.columns: dict[str, Column] = {}
        """By heading, in the order of the file; of several sheets all that any of them has."""
        self.set_aside: list[SetAside] = []
        self.refused: list[Refusal] = []
        self.refused_count = 0
        self.remarks: list[Remark] = []
        self.rows = 0
        """Rows so far, of all sheets."""
        self.without_value = 0
        """Cells so far that hold an error, and were read as empty."""
        self.hints: list[str] = []
        """What to try where no heading names a title."""

    def reading(self, *more: Remark) -> Reading:
        """How the file was read, up to now, with more remarks."""
        if self.without_value:
            more = (Remark(messages.CELLS_WITHOUT_VALUE(count=self.without_value)), *more)
        return self.format._replace(
            columns=tuple(self.columns.values()),
            set_aside=tuple(self.set_aside),
            refused=tuple(self.refused),
            refused_count=self.refused_count,
            remarks=(*self.remarks, *more),
        )

    def put_aside(self, line: int, filled: Iterable[str], why: str) -> None:
        """Note a row that is not a result, by its filled cells."""
        if len(self.set_aside) < LISTED:
            self.set_aside.append(SetAside(line, " ".join(filled), why))

    def refused_row(self, number: int, source: str, line: int | None, raw: object, problem: str) -> UserRow:
        """A row that cannot be read, which is counted."""
        row = UserRow(number, source, line, Cells(), problem, raw)
        self.refuse(row, problem)
        return row

    def refuse(self, row: UserRow, problem: str) -> None:
        """Note a row that cannot be read."""
        self.refused_count += 1
        if self.refused_count <= LISTED:
            self.refused.append(Refusal(row.line or row.number, row.place, problem))

    def require(self, names: Sequence[str]) -> None:
        """Raise InvalidDataError where an option names a heading that is not among those of the file."""
        for asked in () if self._wherever else (*self.asked, *self.fill_down):
            if not any(headings.is_same(name, asked) for name in names):
                raise InvalidDataError(messages.NO_SUCH_HEADING(path=self.path, name=asked, found=some_of(names)))

    def settle(
        self,
        names: Sequence[str],
        cells_of: CellsOf,
        asked: headings.Asked,
        added: Mapping[str, Role] = {},
        *,
        all_fit: bool = True,
    ) -> tuple[Column, ...]:
        """The columns with their roles; raises UnknownColumnsError where none is a title or an organization.

        An only column is the title, unless its heading says otherwise, or rows do not fit under it.
        """
        roles, doubts = headings.settled_roles(names, cells_of, asked, added)
        if roles == [None] and all_fit and headings.asked_role(names[0], asked) is None:
            roles = ["title"]
            doubts.append(Remark(messages.ONLY_COLUMN(heading=names[0])))
        columns = tuple([Column(name, role) for name, role in zip(names, roles, strict=True)])
        likely = None if "title" in roles else headings.likely_title(names, roles, cells_of, asked)
        hints = [messages.TRY_TITLE(heading=likely, asked=messages.quoted(likely))] if likely else []
        if not {"title", "organization"} & set(roles):
            found = some_of(names)
            reading = self.reading()._replace(columns=columns)
            raise UnknownColumnsError(messages.NO_COLUMNS(path=self.path, found=found), reading, [*self.hints, *hints])
        self.remarks += [*doubts, *map(Remark, hints)]
        return self.add(columns)

    def columns_of(self, names: Iterable[str]) -> tuple[Column, ...]:
        """The columns of those headings; a heading that comes up only now gets the role that is left for it."""
        new = [name for name in names if name not in self.columns]
        if new:
            taken = [column.role for column in self.columns.values()]
            self.add(
                Column(name, role) for name, role in zip(new, headings.roles_of(new, self.asked, taken), strict=True)
            )
        return tuple([self.columns[name] for name in names])

    def add(self, columns: Iterable[Column]) -> tuple[Column, ...]:
        """Take columns in; another sheet may have some of them already."""
        columns = tuple(columns)
        for column in columns:
            self.columns.setdefault(column.heading, column)
        return columns


class UserRows:
    """The rows of a file, as they come; `columns` and `reading` grow with them.

    What the first rows decide (the heading, the role of each column) is settled when this is made. Iterate once.
    """

    def __init__(self, account: Account, rows: Iterator[UserRow], document: Mapping[str, Any] | None = None) -> None:
        self.path = account.path
        self.asked = account.asked
        """Headings with the role that the options give them."""
        self.document = document
        """The whole of a file that is our own JSON; it has no rows."""
        self.unnamed = 0
        """Results so far with neither a title nor an organization."""
        self._account = account
        self._rows = rows

    def __iter__(self) -> Iterator[UserRow]:
        return self._rows

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns so far, in the order of the file; of several sheets all that any of them has."""
        return tuple(self._account.columns.values())

    @property
    def reading(self) -> Reading:
        """How the file was read, up to the row given last."""
        unnamed = [Remark(messages.ROWS_UNNAMED(count=self.unnamed), is_harmless=True)] if self.unnamed else ()
        return self._account.reading(*unnamed)

    def refuse(self, row: UserRow, problem: str) -> None:
        """Count a row that cannot be read; those with a problem of their own are counted as they come."""
        self._account.refuse(row, problem)

    def expect(self, columns: Iterable[Column]) -> None:
        """Take in columns that later rows have."""
        self._account.add(columns)

    def drop_ids(self, twice: str) -> None:
        """Take the column of ids for one without a role, since an id occurs twice, and say so in a remark."""
        for heading, role in self.columns:
            if role == "id":
                self._account.columns[heading] = Column(heading)
                self._account.remarks.append(Remark(messages.IDS_REPEATED(heading=heading, id=twice)))


_Row = tuple[int, Sequence[object], str | None, tuple[str, str]]
"""A row that is a result or cannot be read: its line, cells and problem, and the category and award of its section."""


class Table:
    """The rows of a table under its heading: which are results, and which cell of them is in which column.

    `sheet` is the category of rows in a table without categories.
    """

    def __init__(
        self,
        account: Account,
        heading: Heading,
        source: str,
        sheet: str | None = None,
    ) -> None:
        self._account = account
        self._heading = heading.cells
        self._width = len(heading.cells)
        self._source = source
        self._in_workbook = account.format.format in WORKBOOKS
        names = distinct_names([cell or _letter(at) for at, cell in enumerate(heading.cells)])
        has_category = "category" in headings.roles_of(names, account.asked)
        self._sheet = sheet if sheet and not has_category else ""
        chinese = any("\u4e00" <= character <= "\u9fff" for name in names for character in name)
        added = [vocabulary.heading("category", chinese=chinese), vocabulary.heading("award", chinese=chinese)]
        self._names = distinct_names([*names, *added])
        """The columns of the table, and two for what a section or the sheet says."""
        self._roles: dict[str, Role] = {self._names[-2]: "category", self._names[-1]: "award"}
        self._places = [at for at, cell in enumerate(heading.cells) if cell]
        """The columns that the list has: those with a heading, and others once a cell of them is filled."""
        self._hides = len(self._places) != self._width
        """Whether a column of the table has been left out, or one for a section was added."""
        self._hidden = [at for at in range(len(self._names)) if at >= self._width or not heading.cells[at]]
        self._columns: tuple[Column, ...] = ()
        self._above: dict[int, object] = {
            at: "" for at, name in enumerate(names) if any(headings.is_same(name, asked) for asked in account.fill_down)
        }
        """The last cell of each column that is filled down."""
        account.require(names)

    def rows(self, lines: Iterable[Line]) -> Iterator[UserRow]:
        """The rows that are results, or cannot be read; the columns are settled when this returns."""
        results = self._results(lines)
        sample = first_of(results, LOOKED_AT, lambda row: row[1])
        whole: list[list[object]] = [[*cells, *added] for _, cells, problem, added in sample if problem is None]
        for cells in whole:
            self._show(cells)
        if self._above:
            whole = list(map(self._filled_down, whole))
            self._above = dict.fromkeys(self._above, "")
        cells_of = {self._names[at]: [cast(Cell, cells[at]) for cells in whole] for at in self._places}
        added = {name: self._roles[name] for name in cells_of if name in self._roles}
        self._columns = self._account.settle(
            list(cells_of), cells_of.__getitem__, self._account.asked, added, all_fit=len(whole) == len(sample)
        )
        return self._placed(chain(sample, results))

    def _results(self, lines: Iterable[Line]) -> Iterator[_Row]:
        """The rows that are not set aside, each as wide as the heading."""
        width, heading, already = self._width, self._heading, len(self._account.set_aside)
        section = (self._sheet, "")
        waiting: list[_Row] = []
        """Rows that are signatures, if nothing but such follows."""
        in_notes = False
        for line, cells, problem in lines:
            if problem is None:
                first = cells[0] if cells else ""
                text = first if type(first) is str and first.strip() else next(filter(None, map(text_of, cells)), "")
                if not text:
                    if self._in_workbook and any(type(cell) is dict for cell in cells):
                        yield line, self._fitted(cells), None, section
                    continue
                is_sparse = width > 1 and (text is not first or len(cells) < 2 or not cells[1])
                if is_sparse or in_notes or asides.may_be_aside(text) or text.strip() == heading[0]:
                    if asides.is_rule(cells):
                        continue
                    filled = list(filter(None, map(text_of, cells)))
                    if in_notes and not waiting and asides.is_note(filled):
                        self._account.put_aside(line, filled, "signature")
                        continue
                    if why := self._why_aside(cells, filled):
                        in_notes = why == "signature" and asides.begins_notes(filled)
                        self._account.put_aside(line, filled, why)
                        section = self._section(filled[0], section) if why == "section" else section
                        continue
                    if asides.may_be_signature(filled, width) or (in_notes and asides.is_note(filled)):
                        in_notes = in_notes or asides.begins_notes(filled)
                        waiting.append((line, self._fitted(cells), None, section))
                        continue
                if len(cells) != width:
                    if len(cells) > width and any(map(text_of, cells[width:])):
                        problem = messages.RAGGED(wanted=width, found=len(cells))
                    else:
                        cells = self._fitted(cells)
            if waiting:
                yield from waiting
                waiting = []
            in_notes = False
            yield line, cells, problem, section
        for line, cells, _, _ in waiting:
            self._account.put_aside(line, filter(None, map(text_of, cells)), "signature")
        self._account.set_aside[already:] = sorted(self._account.set_aside[already:])

    def _fitted(self, cells: Sequence[object]) -> Sequence[object]:
        """The cells, as many as the heading has."""
        return [*cells[: self._width], *[""] * (self._width - len(cells))]

    def _why_aside(self, cells: Sequence[object], filled: Sequence[str]) -> str | None:
        """Why a row is not a result, or None."""
        if asides.is_repeated(cells, self._heading):
            return "heading"
        if asides.is_total(filled):
            return "total"
        if asides.is_signature(filled):
            return "signature"
        return "section" if len(filled) == 1 and self._width > 1 and asides.section(filled[0]) else None

    def _section(self, text: str, current: tuple[str, str]) -> tuple[str, str]:
        """The category and award of the rows below a section row; another category ends the award."""
        found = asides.section(text)
        if found is None:
            return current
        role, name = found
        return (name, "") if role == "category" else (current[0], name)

    def _show(self, cells: Sequence[object]) -> bool:
        """Take in the columns without a heading of which a cell is filled here; says whether there are any."""
        new = [at for at in self._hidden if text_of(cells[at])]
        if new:
            self._hidden = [at for at in self._hidden if at not in new]
            self._places = sorted([*self._places, *new])
            self._hides = self._places != list(range(self._width))
        return bool(new)

    def _placed(self, rows: Iterable[_Row]) -> Iterator[UserRow]:
        """The rows with each cell under its column."""
        account, source, nothing = self._account, self._source, ("", "")
        number = account.rows
        for line, cells, problem, added in rows:
            number += 1
            if problem is None and self._in_workbook and any(type(cell) is dict for cell in cells):
                cells, problem = self._without_value(cells)
            if problem is not None:
                yield account.refused_row(number, source, line, list(cells), problem)
                continue
            if self._above:
                cells = self._filled_down(cells)
            if added != nothing or self._hides:
                cells = [*cells, *added]
                if self._show(cells):
                    names = [self._names[at] for at in self._places]
                    account.add(Column(name, self._roles[name]) for name in names if name in self._roles)
                    self._columns = account.columns_of(names)
                cells = [cells[at] for at in self._places]
            yield UserRow(number, source, line, Cells(self._columns, tuple(cells)))  # type: ignore[arg-type]
        account.rows = number

    def _without_value(self, cells: Sequence[object]) -> tuple[Sequence[object], str | None]:
        """The cells with those empty that hold an error; a problem where one of these is a title or an organization."""
        missing = {self._names[at] for at, cell in enumerate(cells) if type(cell) is dict}
        roles = {column.role for column in self._columns if column.heading in missing}
        if roles & {"title", "organization"}:
            return ["" if type(cell) is dict else cell for cell in cells], messages.NO_VALUE()
        self._account.without_value += len(missing)
        return [None if type(cell) is dict else cell for cell in cells], None

    def _filled_down(self, cells: Sequence[object]) -> list[object]:
        filled = list(cells)
        for at in self._above:
            if text_of(filled[at]):
                self._above[at] = filled[at]
            else:
                filled[at] = self._above[at]
        return filled


_MOST_NAMED, _LONGEST_NAME = 30, 40
"""Headings that a message names, and characters of each."""


def some_of(names: Sequence[str]) -> str:
    """Headings for a message: the first of them, shortened."""
    shown = [name[:_LONGEST_NAME] for name in names[:_MOST_NAMED]]
    return messages.listed([*shown, *(["…"] if len(names) > _MOST_NAMED else [])]) or "-"


T = TypeVar("T")


def first_of(rows: Iterator[T], most: int, cells_of: Callable[[T], Sequence[object]]) -> list[T]:
    """The first rows, at most that many, and fewer where they are very wide or long."""
    first: list[T] = []
    size = 0
    for row in rows:
        first.append(row)
        cells = cells_of(row)
        size += len(cells) + sum(map(len, map(str, cells)))
        if len(first) == most or size > _MOST_LOOKED_AT:
            break
    return first


def distinct_names(names: Sequence[str]) -> list[str]:
    """What columns are called: a name that occurs again is `name (2)`."""
    found: dict[str, None] = {}
    again = dict.fromkeys(names, 1)
    for name in names:
        free = name
        while free in found:
            again[name] += 1
            free = f"{name} ({again[name]})"
        found[free] = None
    return list(found)


def _letter(at: int) -> str:
    """The letter of a column, from 0, as a spreadsheet has it.

    >>> _letter(3), _letter(27)
    ('D', 'AB')
    """
    return (_letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)
