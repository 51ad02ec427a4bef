"""`awardcli match`: the result that each row of a file names."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import tee
from math import inf
from pathlib import Path
from typing import Annotated, NamedTuple

from awardcli import messages
from awardcli.collection import Collection, ListCollection, open_collection
from awardcli.collection.loading import is_collection, refused_rows
from awardcli.collection.user_file.reader import read_rows
from awardcli.collection.user_file.reading_report import BY_CONTENT, ReadAs, Reading, UserRow, UserRows, require_use
from awardcli.collection.user_file.text_rows import LINE
from awardcli.commands.options import DELIVERY, MIN_SCORE, SOURCE, Group, Source, argument, number, opened, option, path
from awardcli.errors import ExitCode, InvalidDataError, UsageError
from awardcli.language.dates import FIRST_YEAR, edition_number
from awardcli.language.people_and_bodies import organization_names
from awardcli.model import Cell, Column, FieldName, Role
from awardcli.output.columns import columns_behind, editions_told_apart
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.output.progress import ProgressBar, watched_file
from awardcli.output.remarks import remarks_of, report_refused
from awardcli.output.terminal import note, on_terminal, standard_input
from awardcli.search.linking.judging import Work
from awardcli.search.linking.line_parts import years_in
from awardcli.search.linking.link import NO_MATCH, Linker, Match
from awardcli.search.weights import NO_DOUBT

MATCH = (
    *("match_title", "match_organization", "match_category", "match_award", "match_year"),
    *("match_id", "match_tier", "match_score", "match_note"),
)
"""The columns added behind those of the file."""
_GLANCE = ("match_title", "match_category", "match_award", "match_year", "match_score", "match_note")
"""The added columns that a table shows behind the column that names a work; the year only where there are several."""

STANDARD_INPUT = Path("-")
_DEV_STDIN = Path("/dev/stdin")


MatchFile = Annotated[Path, argument("FILE", read=path, help=messages.HELP_MATCH_FILE, missing=messages.MISSING_FILE)]
NAMING = Group(
    messages.WHAT_A_ROW_NAMES,
    {
        "field": option("--field", choices=("title", "organization"), help=messages.HELP_FIELD),
        "min_score": MIN_SCORE,
        "jobs": option("--jobs", metavar="N", read=number(int, 1, inf, messages.BAD_JOBS), help=messages.HELP_JOBS),
    },
)


class Naming(NamedTuple):
    """The options on what a row names, the lowest score, and the number of processes."""

    field: FieldName | None = None
    min_score: float | None = None
    jobs: int | None = None


def match(
    match_file: MatchFile,
    naming: Annotated[Naming, NAMING],
    delivery: Annotated[Delivery, DELIVERY],
    source: Annotated[Source, SOURCE],
) -> ExitCode:
    """The reading options apply to the file whose rows are matched.

    Those that do not fit it are for the list of `--data`.
    """
    if match_file == STANDARD_INPUT and source.data and _is_standard_input(source.data):
        raise UsageError(messages.INPUT_READ_TWICE())
    read_as = source.read_as() or BY_CONTENT
    is_list = source.data is not None and not is_collection(source.data)
    read_as = read_as._replace(wherever=is_list)
    collection = opened(source.data, read_as) if is_list else open_collection(source.data)
    with ProgressBar() as bar, _opened(match_file, read_as, bar) as table:
        listed = collection.reading if isinstance(collection, ListCollection) else None
        require_use([table.reading, *([listed] if listed else [])])
        if taken := next((heading for heading in table.headings if heading in MATCH), None):
            raise _taken(taken, table.headings, match_file)
        roles = [column.role for column in table.columns]
        field = naming.field or _usual_field(roles)
        linker, works = Linker(collection, field, naming.min_score), _Works(table.columns, field)
        kept, read = tee(table.rows)
        with closing(linker.match(map(works.work, read), naming.jobs or _cores())) as found:
            is_open = not naming.field and {"title", "organization"} <= {*roles}
            by_organization = _ByOrganization(table.columns, collection, naming.min_score) if is_open else None
            counted = _MatchedRows(kept, found, by_organization)
            glance = [key for key in _GLANCE if key != "match_year" or editions_told_apart(collection.editions)]
            listing = _listing(counted, table, (works.name, *glance), match_file, delivery)
            deliver(listing._replace(read_from=source.data), delivery)
    _remark(counted)
    if counted.by_organization:
        note(messages.PLACED(place=match_file.name, problem=messages.ROWS_BY_BODY(count=counted.by_organization)))
    if field == "organization" and not naming.field:
        note(messages.PLACED(place=match_file.name, problem=messages.MATCHED_BY_ORGANIZATION()))
    elif field == "title" and "organization" in roles and not counted.count:
        note(messages.TRY_BY_ORGANIZATION())
    return ExitCode.ANSWERED if counted.count else ExitCode.NOTHING


def _is_standard_input(path: Path) -> bool:
    """Whether a path is standard input where that can be read only once, as a pipe."""
    from awardcli.output.atomic_file import same_file

    return same_file(path, _DEV_STDIN) and not path.is_file()


def _taken(column: str, headings: Sequence[str], path: Path) -> InvalidDataError:
    """The error for a file with a column of ours: what `match` wrote before, which is not written over."""
    others = ",".join(heading for heading in headings if heading not in MATCH)
    again = messages.MATCH_AGAIN(path=messages.quoted_path(path), columns=messages.quoted(others))
    hints = [again] if others and path != STANDARD_INPUT else []
    return InvalidDataError(messages.COLUMN_TAKEN(path=path, column=column), hints)


def _usual_field(roles: Sequence[Role | None]) -> FieldName:
    """What a row names unless `--field` says so: a title, if there is a column of them."""
    return "organization" if roles[:1] == ["organization"] and "title" not in roles else "title"


def _remark(counted: "_MatchedRows") -> None:
    """Say how many rows were matched, and how many of them are in doubt."""
    named = messages.ROWS_NAMED if counted.is_whole else messages.FIRST_ROWS_NAMED
    in_doubt = messages.AND_IN_DOUBT(count=counted.in_doubt) if counted.in_doubt else ""
    note(named(count=counted.count, total=counted.total) + in_doubt)


class _MatchedRows:
    """Rows with their matches, which are counted as they pass: those that are not blank, and those that name a result.

    `in_doubt` counts those below 100 of the latter, `by_organization` those without a title, and `is_whole` says
    whether all rows have passed.
    """

    def __init__(self, rows: Iterable["_Row"], found: Iterable[Match], second_try: "_ByOrganization | None") -> None:
        self._rows = zip(rows, found, strict=True)
        self._second_try = second_try
        self.count = self.total = self.in_doubt = self.by_organization = 0
        self.is_whole = False

    def __iter__(self) -> Iterator[list[object]]:
        for row, named in self._rows:
            if named.result is None and self._second_try:
                named = self._second_try.match_of(row)
                self.by_organization += named.result is not None
            cells, problem = row
            self.total += any(cell not in (None, "") for cell in cells)
            self.count += named.result is not None
            self.in_doubt += named.result is not None and named.score < NO_DOUBT
            yield [*cells, *_values(named, problem or named.note)]
        self.is_whole = True

    def all_named(self) -> int:
        """How many of all rows name a result; all pass."""
        for _ in self:
            pass
        return self.count


def _listing(
    counted: _MatchedRows, table: "_FileRows", glance: Sequence[str], match_file: Path, delivery: Delivery
) -> Listing:
    """What to deliver: the rows of a file with the columns of their matches; a table shows those of `glance`."""
    is_shown = on_terminal() and not (delivery.output or delivery.format_name)
    in_table = is_shown or delivery.format_name == "table"
    is_for_reader = is_shown and not delivery.count_only
    is_piped, of_lines = match_file == STANDARD_INPUT, tuple(table.columns) == (LINE,)
    return Listing(
        rows=_answered(counted) if is_for_reader else counted,
        columns=columns_behind(table.headings, MATCH, glance, of_lines=of_lines, in_table=in_table),
        total=counted.all_named,
        inputs=[_DEV_STDIN if is_piped else match_file],
        written_message=messages.WRITTEN_ROWS,
        title="" if is_piped else match_file.stem,
        counts_all=delivery.limit is None,
    )


def _answered(rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    """The rows, or none where no row has a match or a note: such a table would only repeat the file."""
    left = iter(rows)
    before = []
    for row in left:
        before.append(row)
        if any(value is not None for value in row[-len(MATCH) :]):
            yield from before
            yield from left
            return


def _values(named: Match, noted: str) -> tuple[object, ...]:
    """The cells under `MATCH`."""
    result = named.result
    if result is None or named.tier is None:
        return (*(None,) * (len(MATCH) - 1), noted or None)
    return (
        result.title,
        result.organization,
        result.category.name if result.category else None,
        result.award,
        result.written("year") or result.edition.year or result.written("edition") or result.edition.number,
        result.id,
        named.tier.name.lower(),
        round(named.score, 1),
        noted or None,
    )


_LEAST_ADDRESS_SPACE = 1 << 30
"""Bytes below which other processes are not worth it: waiting for each takes a thread's stack."""


def _cores() -> int:
    """The cores that this process may use: one where its address space is limited."""
    with suppress(ImportError):  # Windows
        import resource

        if 0 <= resource.getrlimit(resource.RLIMIT_AS)[0] < _LEAST_ADDRESS_SPACE:
            return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Row(NamedTuple):
    """A row of a file: a cell for every column of it, and why the row cannot be read, where it cannot."""

    cells: Sequence[Cell]
    problem: str | None = None


class _FileRows(NamedTuple):
    """The columns of a file and its rows; and how it was read, before its rows were."""

    columns: Sequence[Column]
    rows: Iterator[_Row]
    reading: Reading

    @property
    def headings(self) -> list[str]:
        """The headings of the columns."""
        return [column.heading for column in self.columns]


@contextmanager
def _opened(path: Path, read_as: ReadAs, bar: ProgressBar) -> Iterator[_FileRows]:
    """The rows of a file or of standard input; afterwards the remarks on how it was read."""
    file = standard_input() if path == STANDARD_INPUT else None
    rows = read_rows(path, read_as, watch=watched_file(bar, path), file=file, to_match=True)
    if rows.document is not None:
        raise InvalidDataError(messages.NO_ROWS_TO_MATCH(path=path))
    columns = rows.columns
    yield _FileRows(columns, _readable(rows, columns), rows.reading)
    reading = rows.reading
    for remark in remarks_of(path, reading, in_full=path == STANDARD_INPUT):
        note(messages.PLACED(place=path.name, problem=remark))
    report_refused(path, reading, messages.ROWS_UNMATCHED)


def _readable(rows: UserRows, columns: Sequence[Column]) -> Iterator[_Row]:
    """The rows, also those that cannot be read; raises InvalidDataError where that is all of them."""
    unread: list[_Row] = []
    for row in rows:
        if row.problem is None:
            yield from unread
            yield _Row(_cells(row, columns))
            break
        unread.append(_unread(row, columns))
    else:
        if unread:
            raise refused_rows(rows.path, rows.reading)
    for row in rows:
        yield _Row(_cells(row, columns)) if row.problem is None else _unread(row, columns)


def _unread(row: UserRow, columns: Sequence[Column]) -> _Row:
    """A row that cannot be read, with the cells that it has; those without a column are in the problem."""
    raw = row.raw if isinstance(row.raw, list) else [row.raw]
    cells = [cell if cell is None or isinstance(cell, str | int | float) else str(cell) for cell in raw]
    further = messages.listed([str(cell) for cell in cells[len(columns) :] if cell not in (None, "")])
    problem = messages.VALUE_OF(name=row.problem, value=further) if further else row.problem
    return _Row([*cells, *(None,) * len(columns)][: len(columns)], problem)


def _cells(row: UserRow, columns: Sequence[Column]) -> Sequence[Cell]:
    """The cells of a row under the columns of the whole file."""
    if row.cells.columns == columns:
        return row.cells.values
    under = {column.heading: cell for column, cell in zip(*row.cells, strict=True)}
    if new := under.keys() - {column.heading for column in columns}:
        raise InvalidDataError(messages.PLACED(place=row.place, problem=messages.NEW_COLUMN(column=min(new))))
    return [under.get(column.heading) for column in columns]


class _ByOrganization:
    """The second try for a row that names an organization and no title.

    It may match only results that have no title either: awards to the organization itself.
    """

    def __init__(self, columns: Sequence[Column], collection: Collection, min_score: float | None) -> None:
        self._titles = [place for place, column in enumerate(columns) if column.role == "title"]
        self._works = _Works(columns, "organization")
        self._linker = Linker(collection, "organization", min_score)

    def match_of(self, row: "_Row") -> Match:
        """The match of a row; none where it has a title, or the result does."""
        if any(row.cells[place] not in (None, "") for place in self._titles):
            return NO_MATCH
        found = self._linker.match_of(self._works.work(row))
        return found if found.result and not found.result.title else NO_MATCH


class _Works:
    """Makes a work of each row: the name in it, with what the other cells say of it."""

    def __init__(self, columns: Sequence[Column], field: FieldName) -> None:
        places: dict[Role | None, list[int]] = {}
        for place, column in enumerate(columns):
            places.setdefault(column.role, []).append(place)
        self._names = places.get(field) or [0]
        self._years = places.get("year") or places.get("edition") or []
        who = places.get("organization" if field == "title" else "title", [])
        self._who = [place for place in who if place not in self._names]  # a plain line is a name only
        self._listed = [*places.get("category", []), *places.get("award", [])]
        self._editions = places.get("edition", [])
        self.name = columns[self._names[0]].heading if columns else ""  # a file without rows has no headings

    def work(self, row: _Row) -> Work | str:
        """The work of a row; a plain text where the row has nothing but a name, and "" where it cannot be read."""
        if row.problem is not None:
            return ""
        cells = row.cells
        names = [str(cell) for place in self._names if (cell := cells[place]) not in (None, "")]
        if len(names) == 1 and not (self._years or self._who or self._listed or self._editions):
            return names[0]
        editions = (edition_number(str(cells[place] or "")) for place in self._editions)
        return Work(
            titles=tuple(names),
            years=tuple(year for place in self._years for year in years_in(str(cells[place] or ""))),
            who=tuple(name for place in self._who for name in organization_names(str(cells[place] or ""))),
            listed=tuple(str(cell) for place in self._listed if (cell := cells[place])),
            editions=tuple(number for number in editions if number and number < FIRST_YEAR),
        )
