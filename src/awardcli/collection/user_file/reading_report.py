"""The report on how a file was read (columns, rows set aside or refused), and the options that change the reading."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from awardcli import messages
from awardcli.collection.user_file.columns import column_roles
from awardcli.collection.user_file.columns.column_cells import CellsOf
from awardcli.collection.user_file.columns.column_roles import Remark, fill_down_option
from awardcli.collection.user_file.columns.roles_by_cells import settled_roles
from awardcli.collection.user_file.columns.title_column import doubts_on_titles, hints_for_titles
from awardcli.errors import AwardcliError, InvalidDataError
from awardcli.model import Cells, Column, Role

LISTED = 1000
"""Rows set aside or refused that are listed; more are only counted."""
MOST_COLUMNS = 20_000
"""Columns of a list: a few more than a sheet of Excel can have."""


class ReadAs(NamedTuple):
    """The options on how to read a file, which override what its content shows; each field is the option of that name.

    `columns` gives headings their role, or None for no role. With `wherever` an option that does not fit this file is
    left for another one, and noted in the reading; else it is an error.
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
    """A row that is no result: its line, its text, and why: total, signature, heading, section, label or vacant."""

    line: int
    text: str
    why: str


class Refusal(NamedTuple):
    """A row that cannot be read: its line (in a JSON array its number), its place in words, and the problem."""

    line: int | None
    place: str
    problem: str


class Reading(NamedTuple):
    """How a file was read, up to the row read last; fields that do not apply to its format are None or empty."""

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
    unfit: Mapping[str, AwardcliError] = {}
    """The options that do not fit the file, as typed, each with the error where it fits no other file either."""

    @property
    def is_page(self) -> bool:
        """Whether it is a page in HTML or Markdown, where a cell has several lines only if its author marked them."""
        return self.format == "html" or self.delimiter == "|"


class UserRow(NamedTuple):
    """A row of a user's file: its number from 1, its line, and its cells.

    `source` is the file, with the sheet where it has several. A row that cannot be read has a `problem`, its content in
    the file as `raw`, and no cells.
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
            return messages.PLACED(place=self.source, problem=f"[{self.number - 1}]")
        return messages.AT_LINE(path=self.source, line=self.line)


class UnknownColumnsError(InvalidDataError):
    """No heading of a list is known as a title or an organization; `reading` is how it was read up to there.

    `likely` are the columns that most likely are the title and others: by letter where the first row may be no heading.
    """

    def __init__(self, message: str, reading: Reading, hints: Sequence[str], likely: Mapping[str, Role]) -> None:
        super().__init__(message, hints)
        self.reading = reading
        self.likely = likely


class Account:
    """Collects the facts of a `Reading` while a file is read."""

    def __init__(self, path: Path, read_as: ReadAs) -> None:
        self.path = path
        self.asked = read_as.columns
        roles = {name: role or "other" for name, role in read_as.columns.items()}
        self._missing = {name: f"--column {messages.quoted(f'{role}={name}')}" for name, role in roles.items()}
        """The headings that options name and no table has had so far, each with its option."""
        self._missing |= {name: fill_down_option(name) for name in read_as.fill_down if name not in self._missing}
        self._may_miss = read_as.wherever
        self._unfit: dict[str, AwardcliError] = {}
        self.fill_down = read_as.fill_down
        self.made: Collection[str] = ()
        """Headings of the table that is read now whose cells are made from other headings, as those of ticks are."""
        self.from_sections: set[str] = set()
        """Headings whose cells are texts above the rows."""
        self.format = Reading(format="csv")
        self.columns: dict[str, Column] = {}
        """By heading, in the order of the file; of several sheets all that any of them has."""
        self._roles: set[Role | None] = set()
        self.set_aside: list[SetAside] = []
        self.refused: list[Refusal] = []
        self.refused_count = 0
        self.remarks: list[Remark] = []
        self.rows = 0
        """Rows so far, of all sheets."""
        self.without_value = 0
        """Cells so far that hold an error, and were read as empty."""
        self.hints: list[str] = []
        """Hints for the error that no heading names a title."""

    def reading(self, *more: Remark) -> Reading:
        """How the file was read, up to now, with more remarks."""
        if self.without_value:
            more = (Remark(messages.CELLS_WITHOUT_VALUE(count=self.without_value)), *more)
        missing = self._missing_in(list(self.columns)) if self._may_miss else {}
        unfit = self._unfit | {option: self._no_heading(name, ()) for name, option in missing.items()}
        if unfit:
            text = messages.OPTIONS_NOT_USED(options=messages.listed(list(unfit)))
            more = (*more, Remark(text, is_harmless=not self._unfit))
        return self.format._replace(
            columns=tuple(self.columns.values()),
            set_aside=tuple(self.set_aside),
            refused=tuple(self.refused),
            refused_count=self.refused_count,
            remarks=tuple(dict.fromkeys((*self.remarks, *more))),
            unfit=unfit,
        )

    def does_not_fit(self, error: AwardcliError, *options: str) -> None:
        """Raise the error for options that do not fit this file, unless they may be for another one."""
        if not self._may_miss:
            raise error
        self._unfit |= dict.fromkeys(options, error)

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

    def require(self, names: Sequence[str], inside: Mapping[str, Sequence[str]] = {}, *, is_last: bool = True) -> None:
        """Raise InvalidDataError where an option names a heading that is not among those of the file.

        `inside` are the headings of records inside the records, by the option that reads these. Unless `is_last`, the
        heading may be that of a further table.
        """
        self._missing = self._missing_in(names)
        if is_last and self._missing and not self._may_miss:
            asked = next(iter(self._missing))
            error = self._no_heading(asked, names)
            holders = [option for option, keys in inside.items() if any(column_roles.is_same(k, asked) for k in keys)]
            error.hints = tuple(messages.HEADING_INSIDE(name=asked, option=each) for each in holders)
            raise error

    def _missing_in(self, names: Sequence[str]) -> dict[str, str]:
        """The missing headings, with their options, that are not among these either."""
        return {
            asked: option
            for asked, option in self._missing.items()
            if not any(column_roles.is_same(name, asked) for name in names)
        }

    def _no_heading(self, asked: str, names: Sequence[str]) -> InvalidDataError:
        found = some_of(list(dict.fromkeys([*self.columns, *names])))
        return InvalidDataError(messages.NO_SUCH_HEADING(path=self.path, name=asked, found=found))

    def require_width(self, width: int, line: int | None = None) -> None:
        """Raise InvalidDataError where a list has so many columns that examining each would take too long."""
        if width > MOST_COLUMNS:
            place = self.path if line is None else messages.AT_LINE(path=self.path, line=line)
            raise InvalidDataError(messages.PLACED(place=place, problem=messages.TOO_WIDE(most=MOST_COLUMNS)))

    def settle(
        self,
        names: Sequence[str],
        cells_of: CellsOf,
        asked: column_roles.Asked,
        added: Mapping[str, Role] = {},
        *,
        all_fit: bool = True,
        has_letters: bool = True,
    ) -> tuple[Column, ...]:
        """The columns with their roles; raises UnknownColumnsError where none is a title or an organization.

        An only column is the title, unless its heading says otherwise, or rows do not fit under it. Columns of a table
        may be named by letters.
        """
        self.require_width(len(names))
        self.from_sections.update(added)
        roles, doubts = settled_roles(names, cells_of, asked, added)
        made = set(map(column_roles.fill_down_option, (*self.made, *added)))  # a blank cell there is one of nothing
        doubts = [doubt for doubt in doubts if doubt.option not in made]
        is_only = roles == [None] and all_fit and any(map(str.isalnum, names[0]))
        if is_only and column_roles.asked_role(names[0], asked) is None:
            roles = ["title"]
            doubts.append(Remark(messages.ONLY_COLUMN(heading=messages.on_one_line(names[0]))))
        columns = tuple(map(Column, names, roles))
        doubts += doubts_on_titles(columns, cells_of, asked, self.made, has_letters=has_letters)
        is_of_awards = any(role == "award" and column_roles.asked_role(name, asked) for name, role in columns)
        is_unknown = {"title", "organization"}.isdisjoint(roles) and not is_of_awards
        hints, likely = hints_for_titles(columns, cells_of, asked, is_unknown=is_unknown, has_letters=has_letters)
        if is_unknown:
            found = some_of([name for name in names if name not in {*self.made, *added}])
            reading = self.reading()._replace(columns=columns)
            hints = [*self.hints, *hints]
            raise UnknownColumnsError(messages.NO_COLUMNS(path=self.path, found=found), reading, hints, likely)
        is_harmless = "organization" in roles and not column_roles.has_makers(names)  # it may be a list of people
        doubts += [Remark(hint, is_harmless=is_harmless) for hint in hints]
        self.remarks += [remark for remark in doubts if remark not in self.remarks]
        return self.add(columns)

    def columns_of(self, names: Iterable[str]) -> tuple[Column, ...]:
        """The columns of those headings; a new heading gets a role that no column has yet."""
        new = [name for name in names if name not in self.columns]
        if new:
            self.require_width(len(self.columns) + len(new))
            roles = column_roles.roles_of(new, self.asked, self._roles)
            self.add(map(Column, new, roles))
        return tuple([self.columns[name] for name in names])

    def add(self, columns: Iterable[Column]) -> tuple[Column, ...]:
        """Add columns; those of an earlier sheet with the same headings stay."""
        columns = tuple(columns)
        for column in columns:
            self._roles.add(self.columns.setdefault(column.heading, column).role)
        return columns


class UserRows:
    """The rows of a file, as they come; `columns` and `reading` grow with them.

    The heading and the role of each column are known when this is made. Iterate it once.
    """

    def __init__(self, account: Account, rows: Iterator[UserRow], document: Mapping[str, Any] | None = None) -> None:
        self.path = account.path
        self.asked = account.asked
        """Headings with the role that the options give them."""
        self.document = document
        """The whole of a file that is our own JSON; it has no rows."""
        self.unnamed = 0
        """Results so far with neither a title nor an organization."""
        self.account = account
        self._rows = rows

    def __iter__(self) -> Iterator[UserRow]:
        return self._rows

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns so far, in the order of the file; of several sheets all that any of them has."""
        return tuple(self.account.columns.values())

    @property
    def reading(self) -> Reading:
        """How the file was read, up to the row given last."""
        unnamed = [Remark(messages.ROWS_UNNAMED(count=self.unnamed), is_harmless=True)] if self.unnamed else ()
        return self.account.reading(*unnamed)

    def drop_ids(self, twice: str) -> None:
        """Take the role from the column of ids, since the id `twice` occurs twice, and remark on it."""
        for heading, role in self.columns:
            if role == "id":
                self.account.columns[heading] = Column(heading)
                self.account.remarks.append(
                    Remark(messages.IDS_REPEATED(heading=messages.on_one_line(heading), id=twice))
                )


def require_use(readings: Sequence[Reading]) -> None:
    """Raise the error for an option that fits none of the files that were read."""
    first = readings[0].unfit if readings else {}
    for option in first:
        errors = [reading.unfit.get(option) for reading in readings]
        if None not in errors:
            raise max(filter(None, errors), key=lambda error: error.code)


_MOST_NAMED, _LONGEST_NAME = 30, 40
"""Headings that a message names, and characters of each."""


def some_of(names: Sequence[str]) -> str:
    """Headings for a message: the first of them, shortened."""
    shown = [messages.on_one_line(name)[:_LONGEST_NAME] for name in names[:_MOST_NAMED]]
    return messages.listed([*shown, *(["…"] if len(names) > _MOST_NAMED else [])]) or "-"
