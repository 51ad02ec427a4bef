"""A user's file: what it is by its content, and its rows, one at a time, whatever its format."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BufferedReader
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from awardcli import messages
from awardcli.collection import headings
from awardcli.collection.text_file import (
    SAMPLE,
    Line,
    TextFile,
    Watch,
    delimited_rows,
    open_binary,
    refused,
    unwatched,
)
from awardcli.errors import InvalidDataError, UsageError
from awardcli.model import Cell, Cells, Column, Role

READABLE = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".xlsx", ".awards")
_DELIMITERS = {".csv": ",", ".tsv": "\t"}
_LOOKED_AT = 500
"""Rows that are read before the first is given away: enough to see what a column holds."""
_LISTED = 1000
"""Rows set aside or refused that are kept to be listed; more are only counted."""


class ReadAs(NamedTuple):
    """How a file is to be read where its content does not decide; each field is the option of that name.

    `columns` gives headings their role, or None for no role.
    """

    columns: Mapping[str, Role | None] = {}
    sheets: tuple[str, ...] = ()
    encoding: str | None = None
    records: str | None = None
    fill_down: tuple[str, ...] = ()


BY_CONTENT = ReadAs()
"""Read a file as its content says."""


class SetAside(NamedTuple):
    """A row that is no result: its line, its text, and why: total, signature, heading or section."""

    line: int
    text: str
    why: str


class Refusal(NamedTuple):
    """A row that cannot be read: its line (in a JSON array its number), where that is in words, and the problem."""

    line: int
    place: str
    problem: str


class Reading(NamedTuple):
    """How a file was read, so far as it has been; what does not apply to its format is None or empty."""

    format: str
    encoding: str | None = None
    delimiter: str | None = None
    sheets: tuple[str, ...] = ()
    heading_line: int | None = None
    records: str | None = None
    columns: tuple[Column, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    refused: tuple[Refusal, ...] = ()
    refused_count: int = 0
    remarks: tuple[str, ...] = ()


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


class UserRows:
    """The rows of a file, as they come; `columns` and `reading` grow with them.

    What the first rows decide (the heading, the role of each column) is settled when this is made. Iterate once.
    """

    def __init__(self, path: Path, read_as: ReadAs, watch: Watch, file: BufferedReader | None) -> None:
        self.path = path
        self.read_as = read_as
        self.unnamed = 0
        """Rows so far with neither a title nor an organization."""
        self.document: Mapping[str, Any] | None = None
        """The whole of a file that is our own JSON; it has no rows."""
        self._reading = Reading(format="csv")
        self._columns: dict[str, Column] = {}
        self._set_aside: list[SetAside] = []
        self._refused: list[Refusal] = []
        self._refused_count = 0
        self._remarks: list[str] = []
        self._watch = watch
        self._rows = self._opened(file)

    def __iter__(self) -> Iterator[UserRow]:
        for row in self._rows:
            if row.problem:
                self.refuse(row, row.problem)
            yield row

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns so far, in the order of the file; of several sheets all that any of them has."""
        return tuple(self._columns.values())

    @property
    def reading(self) -> Reading:
        """How the file was read, up to the row given last."""
        remarks = list(self._remarks)
        if self.unnamed:
            remarks.append(messages.ROWS_UNNAMED(count=self.unnamed))
        return self._reading._replace(
            columns=self.columns,
            set_aside=tuple(self._set_aside),
            refused=tuple(self._refused),
            refused_count=self._refused_count,
            remarks=tuple(remarks),
        )

    def refuse(self, row: UserRow, problem: str) -> None:
        """Count a row that cannot be read; those with a problem of their own are counted as they come."""
        self._refused_count += 1
        if self._refused_count <= _LISTED:
            self._refused.append(Refusal(row.line or row.number, row.place, problem))

    def drop_ids(self, twice: str) -> None:
        """Say that the column of ids is not one, since an id occurs twice: it is kept without a role."""
        for heading, role in self.columns:
            if role == "id":
                self._columns[heading] = Column(heading)
                self._remarks.append(messages.IDS_REPEATED(heading=heading, id=twice))

    def _opened(self, file: BufferedReader | None) -> Iterator[UserRow]:
        binary = file or open_binary(self.path)
        try:
            return self._told(binary, closes=file is None)
        except BaseException:
            if file is None:
                binary.close()
            raise

    def _told(self, binary: BufferedReader, *, closes: bool) -> Iterator[UserRow]:
        """The rows of a file that is open, by what its first bytes say it is."""
        sample = _peeked(self.path, binary)
        if sample.startswith(b"PK"):
            from awardcli.collection.excel_file import sheet_lines

            binary.close()
            self._reading = Reading(format="xlsx")
            return self._table(((line, cells, None) for line, cells in sheet_lines(self.path)), str(self.path))
        text = TextFile(self.path, binary, self.read_as.encoding, self._watch, closes=closes)
        suffix = self.path.suffix.lower()
        if suffix in (".json", ".jsonl", ".ndjson"):
            from awardcli.collection import json_file

            self._reading = Reading(format=suffix[1:], encoding=text.encoding)
            if suffix != ".json":
                return self._records(json_file.read_json_lines(text))
            found = json_file.read_array(text)
            if isinstance(found, dict):
                self.document = found
                return iter(())
            if not isinstance(found, Iterator):
                raise refused(messages.BAD_JSON(reason=messages.WANTED_LIST()), self.path)
            return self._records(found)
        if suffix not in _DELIMITERS:
            raise UsageError(messages.NOT_READABLE_SUFFIX(path=self.path, suffixes=" ".join(READABLE)))
        delimiter = _DELIMITERS[suffix]
        self._reading = Reading(format="csv", encoding=text.encoding, delimiter=delimiter)
        return self._table(delimited_rows(text.lines(), delimiter), str(self.path))

    def _table(self, lines: Iterator[Line], source: str) -> Iterator[UserRow]:
        """The rows of a table under its heading, which is found here."""
        first = list(islice(filter(_holds_something, lines), headings.ROWS_LOOKED_AT))
        heading = headings.find_heading(first, self.read_as.columns)
        if not first:
            raise InvalidDataError(messages.NO_HEADING(path=self.path))
        if heading is None:
            heading = headings.Heading(first[0][0], tuple(map(str, first[0][1])), 1)
        self._reading = self._reading._replace(heading_line=heading.line)
        return self._under(heading, chain(first[heading.rows :], lines), source)

    def _under(self, heading: headings.Heading, lines: Iterable[Line], source: str) -> Iterator[UserRow]:
        width = len(heading.cells)
        names = _distinct_names(heading.cells)
        sample = list(islice(lines, _LOOKED_AT))
        roles = self._roles(names)
        columns = self._add([Column(*pair) for pair in zip(names, roles, strict=True)])
        return self._rows_under(columns, width, chain(sample, lines), source)

    def _rows_under(
        self, columns: tuple[Column, ...], width: int, lines: Iterable[Line], source: str
    ) -> Iterator[UserRow]:
        number = 0
        for line, cells, problem in lines:
            if problem is None and not _holds_something((line, cells, None)):
                continue
            number += 1
            if problem is None and len(cells) != width:
                if len(cells) < width:
                    cells = [*cells, *[""] * (width - len(cells))]
                elif any(str(cell).strip() for cell in cells[width:]):
                    problem = messages.RAGGED(wanted=width, found=len(cells))
            if problem is None and any(isinstance(cell, Mapping) for cell in cells):
                problem = messages.NO_VALUE()
            if problem is None:
                yield UserRow(number, source, line, Cells(columns, tuple(cells[:width])))  # type: ignore[arg-type]
            else:
                yield UserRow(number, source, line, Cells(), problem, list(cells))

    def _records(self, records: Iterator[Any]) -> Iterator[UserRow]:
        """The rows of JSON records, whose keys are its headings."""
        sample = list(islice(records, _LOOKED_AT))
        names = list(dict.fromkeys(key for _, value, problem in sample if problem is None for key in value))
        if "organization" in names and "organizations" in names:
            names.remove("organizations")
        if sample:
            self._add([Column(*pair) for pair in zip(names, self._roles(names), strict=True)])
        return self._rows_of_records(chain(sample, records))

    def _rows_of_records(self, records: Iterable[Any]) -> Iterator[UserRow]:
        shapes: dict[tuple[str, ...], tuple[Column, ...]] = {}
        source = str(self.path)
        for number, (line, value, problem) in enumerate(records, start=1):
            if problem is None and "organizations" in value and "organization" in value:
                del value["organizations"]  # of our own export, which has each name there once more
            if problem is not None:
                yield UserRow(number, source, line, Cells(), problem, value)
                continue
            keys = tuple(value)
            if (columns := shapes.get(keys)) is None:
                columns = self._shape(keys)
                if len(shapes) < _LISTED:
                    shapes[keys] = columns
            cells = [_cell(cell) for cell in value.values()]
            yield UserRow(number, source, line, Cells(columns, tuple(cells)))

    def _shape(self, keys: tuple[str, ...]) -> tuple[Column, ...]:
        new = [key for key in keys if key not in self._columns]
        if new:
            taken = [column.role for column in self._columns.values()]
            roles = headings.roles_of(new, self.read_as.columns, taken)
            self._add([Column(*pair) for pair in zip(new, roles, strict=True)])
        return tuple([self._columns[key] for key in keys])

    def _roles(self, names: Sequence[str]) -> list[Role | None]:
        """The role of each heading; raises InvalidDataError where none is known as a title or an organization."""
        asked = self.read_as.columns
        found = messages.listed([name for name in names if name]) or "-"
        for name in asked:
            if not any(headings.asked_role(heading, {name: None}) for heading in names):
                raise InvalidDataError(messages.NO_SUCH_HEADING(path=self.path, name=name, found=found))
        roles = headings.roles_of(names, asked)
        if not {"title", "organization"} & set(roles):
            raise InvalidDataError(messages.NO_COLUMNS(path=self.path, found=found))
        return roles

    def _add(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        for column in columns:
            self._columns.setdefault(column.heading, column)
        return tuple(columns)


def read_rows(
    path: Path, read_as: ReadAs = BY_CONTENT, *, watch: Watch = unwatched, file: BufferedReader | None = None
) -> UserRows:
    """The rows of a user's file, or of `file` where that is open already; the one reader of all commands.

    Raises UnreadableError where the file cannot be read, and InvalidDataError where it cannot be told into rows, or no
    heading is known as a title or an organization.
    """
    return UserRows(path, read_as, watch, file)


def _peeked(path: Path, binary: BufferedReader) -> bytes:
    from awardcli.collection.text_file import unreadable

    try:
        return binary.peek(SAMPLE)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def _holds_something(line: Line) -> bool:
    """Whether a row is not blank."""
    return line[2] is not None or any(map(str.strip, map(str, line[1])))


def _distinct_names(cells: Sequence[str]) -> list[str]:
    """What the columns are called: a name that occurs again is `name (2)`, an empty one the letter of its column."""
    names: list[str] = []
    for at, cell in enumerate(cells):
        name, again = cell or _letter(at), 1
        while name in names:
            again += 1
            name = f"{cell or _letter(at)} ({again})"
        names.append(name)
    return names


def _letter(at: int) -> str:
    """The letter of a column, from 0, as a spreadsheet has it.

    >>> _letter(3), _letter(27)
    ('D', 'AB')
    """
    return (_letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        return "、".join(map(str, value))
    import json

    return json.dumps(value, ensure_ascii=False)
