"""`awardcli match`: for every row of a file, the result that it names."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import tee
from pathlib import Path
from typing import Annotated, NamedTuple

from awardcli import messages
from awardcli.collection import open_collection
from awardcli.collection.headings import roles_of
from awardcli.collection.streaming import STANDARD_INPUT, Rows, open_rows
from awardcli.commands.options import DELIVERY, MIN_SCORE, SOURCE, Group, Source, argument, number, option, path
from awardcli.errors import ExitCode, InvalidDataError, UsageError, bad_choice
from awardcli.language.organization_names import organization_names
from awardcli.model import FieldName, Role
from awardcli.output.columns import plain_columns
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.output.progress import ProgressBar
from awardcli.output.terminal import note, standard_input
from awardcli.search.line_parts import LineParts
from awardcli.search.linking import Linker, Match, Work

MATCH = (
    *("match_title", "match_organization", "match_category", "match_award", "match_year"),
    *("match_id", "match_tier", "match_score", "match_note"),
)
"""The columns put behind those of the file."""
_GLANCE = ("match_title", "match_award", "match_score", "match_note")
"""Those that a table shows behind the column that names a work."""

_DEV_STDIN = Path("/dev/stdin")
_FIELDS: dict[str, FieldName] = {"title": "title", "organization": "organization"}


MatchFile = Annotated[Path, argument("FILE", read=path, help=messages.HELP_MATCH_FILE, missing=messages.MISSING_FILE)]
NAMING = Group(
    messages.WHAT_A_ROW_NAMES,
    {
        "field": option("--field", choices=("title", "organization"), help=messages.HELP_FIELD),
        "named_column": option("--column", metavar="NAME", help=messages.HELP_LINE_COLUMN),
        "min_score": MIN_SCORE,
        "jobs": option("--jobs", metavar="N", read=number(int, messages.BAD_JOBS), help=messages.HELP_JOBS),
    },
)


class Naming(NamedTuple):
    """What a row names, where in the row, and how surely."""

    field: str = "title"
    named_column: str | None = None
    min_score: float | None = None
    jobs: int | None = None


def match(
    match_file: MatchFile,
    naming: Annotated[Naming, NAMING],
    delivery: Annotated[Delivery, DELIVERY],
    source: Annotated[Source, SOURCE.only("data")],
) -> ExitCode:
    data = source.data
    linker = Linker(open_collection(data), _field(naming), _score(naming))
    jobs = _jobs(naming)
    with open_rows(match_file, standard_input) as rows:
        columns = _columns(match_file, rows, naming)
        headings = [*rows.columns, *MATCH]
        kept, read = tee(rows.cells)
        with closing(linker.match(map(columns.work, read), jobs)) as found:
            counted = _Counted(found)
            listing = Listing(
                rows=ProgressBar().over(_rows(kept, counted), rows.file),
                columns=plain_columns(headings, glance=(rows.columns[columns.name], *_GLANCE)),
                read_from=data,
                inputs=[_DEV_STDIN if match_file == STANDARD_INPUT else match_file],
                written=messages.WRITTEN_ROWS,
            )
            deliver(listing, delivery)
    note(messages.ROWS_NAMED(count=counted.count, total=counted.total))
    return ExitCode.ANSWERED if counted.count else ExitCode.NOTHING


class _Counted:
    """Matches on their way, and how many of them name a result."""

    def __init__(self, found: Iterable[Match]) -> None:
        self._found = found
        self.count = self.total = 0

    def __iter__(self) -> Iterator[Match]:
        for each in self._found:
            self.total += 1
            self.count += each.result is not None
            yield each


def _rows(rows: Iterable[Sequence[str]], found: Iterable[Match]) -> Iterator[Sequence[object]]:
    for cells, named in zip(rows, found, strict=True):
        yield [*cells, *_values(named)]


def _values(named: Match) -> tuple[object, ...]:
    """The cells under `MATCH`."""
    result = named.result
    if result is None or named.tier is None:
        return (*(None,) * (len(MATCH) - 1), named.note or None)
    return (
        result.title,
        result.organization,
        result.category.name if result.category else None,
        result.award,
        result.written("year") or result.edition.year,
        result.id,
        named.tier.name.lower(),
        round(named.score, 1),
        named.note or None,
    )


def _field(naming: Naming) -> FieldName:
    if naming.field not in _FIELDS:
        raise bad_choice("--field", naming.field, list(_FIELDS))
    return _FIELDS[naming.field]


def _score(naming: Naming) -> float | None:
    if naming.min_score is not None and not 0 <= naming.min_score <= 100:
        raise UsageError(messages.BAD_SCORE(value=naming.min_score))
    return naming.min_score


def _jobs(naming: Naming) -> int:
    if naming.jobs is None:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if naming.jobs < 1:
        raise UsageError(messages.BAD_JOBS(value=naming.jobs))
    return naming.jobs


class _Columns(NamedTuple):
    """Where in a row the name is, and what else is known of it: its years, and who made it."""

    name: int
    years: Sequence[int] = ()
    who: Sequence[int] = ()

    def work(self, cells: Sequence[str]) -> Work | str:
        """The work that a row gives."""
        if not self.years and not self.who:
            return cells[self.name]
        return Work(
            titles=(cells[self.name],),
            years=tuple(year.value for at in self.years for year in LineParts(cells[at]).years),
            who=tuple(name for at in self.who for name in organization_names(cells[at])),
        )


def _columns(path: Path, rows: Rows, naming: Naming) -> _Columns:
    """The columns that say what a row names: as `--column` says, else by known headings, else the only column."""
    columns, field = list(rows.columns), _field(naming)
    for column in columns:
        if column in MATCH:
            raise InvalidDataError(messages.COLUMN_TAKEN(path=path, column=column))
    known: dict[Role | None, list[int]] = {}
    for at, role in enumerate(roles_of(columns, {})):
        known.setdefault(role, []).append(at)
    if naming.named_column is not None:
        if naming.named_column not in columns:
            raise bad_choice("--column", naming.named_column, columns)
        name = columns.index(naming.named_column)
    elif field not in known and len(columns) > 1:
        raise UsageError(messages.WHICH_COLUMN(path=path, found=messages.listed(columns)))
    else:
        name = known.get(field, [0])[0]
    other: Role = "organization" if field == "title" else "title"
    years, who = ([at for at in known.get(role, []) if at != name] for role in ("year", other))
    return _Columns(name, years, who)
