"""`awardcli match`: for every row of a file, the result that it names."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import tee
from pathlib import Path
from typing import Annotated, NamedTuple

from awardcli import messages
from awardcli.collection import bundled_path, open_collection
from awardcli.collection.row_reader import headings_of
from awardcli.collection.streaming import STANDARD_INPUT, Rows, open_rows
from awardcli.commands.options import DELIVERY, MIN_SCORE, SOURCE, Group, Source, argument, number, option, path
from awardcli.errors import ExitCode, InvalidDataError, UsageError, bad_choice
from awardcli.model import FieldName
from awardcli.output.progress import watched
from awardcli.output.streaming import StreamDelivery, hand_over, settle
from awardcli.output.terminal import note, standard_input
from awardcli.search.linking import NamedMatch, Names, parallel_matches

MATCH = ("match_id", "match_title", "match_organization", "match_tier", "match_score")
"""The columns put behind those of the file."""

_DEV_STDIN = Path("/dev/stdin")
_BLANK = (None,) * len(MATCH)
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
STREAM_DELIVERY = Group(
    messages.HOW_IT_IS_WRITTEN,
    {
        "streamed_format": option(
            "-f", "--format", choices=("csv", "tsv", "jsonl"), help=messages.HELP_STREAMED_FORMAT
        ),
        **DELIVERY.only("output", "force", "bom", "excel_safe").options,
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
    delivery: Annotated[StreamDelivery, STREAM_DELIVERY],
    source: Annotated[Source, SOURCE],
) -> ExitCode:
    data = source.data
    names = Names(open_collection(data), _field(naming), _score(naming))
    jobs = _jobs(naming)
    with open_rows(match_file, standard_input) as rows:
        column = _column(match_file, rows, naming)
        read_file = _DEV_STDIN if match_file == STANDARD_INPUT else match_file
        stream = settle([*rows.columns, *MATCH], delivery, [data or bundled_path(), read_file])
        kept, read = tee(rows.cells)
        with closing(parallel_matches((cells[column] for cells in read), names, jobs)) as found:
            counted = _Counted(found)
            total = hand_over(watched(_rows(kept, counted), rows.file), stream)
    note(messages.ROWS_NAMED(count=counted.count, total=total))
    return ExitCode.ANSWERED if counted.count else ExitCode.NOTHING


class _Counted:
    """Matches on their way, and how many of them there were."""

    def __init__(self, found: Iterable[NamedMatch | None]) -> None:
        self._found = found
        self.count = 0

    def __iter__(self) -> Iterator[NamedMatch | None]:
        for each in self._found:
            self.count += each is not None
            yield each


def _rows(rows: Iterable[Sequence[str]], found: Iterable[NamedMatch | None]) -> Iterator[Sequence[object]]:
    for cells, named in zip(rows, found, strict=True):
        yield [*cells, *_values(named)] if named else [*cells, *_BLANK]


def _values(named: NamedMatch) -> tuple[object, ...]:
    result = named.result
    return result.id, result.title, result.organization, named.tier.name.lower(), round(named.score, 1)


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


def _column(path: Path, rows: Rows, naming: Naming) -> int:
    """Where in a row the name stands: as `--column` says, else under a heading that is known, else in the only one."""
    columns = list(rows.columns)
    for column in columns:
        if column in MATCH:
            raise InvalidDataError(messages.COLUMN_TAKEN(path=path, column=column))
    if naming.named_column is not None:
        if naming.named_column not in columns:
            raise bad_choice("--column", naming.named_column, columns)
        return columns.index(naming.named_column)
    known = [heading for heading, meant in headings_of(columns).items() if meant == naming.field]
    if not known and len(columns) > 1:
        raise UsageError(messages.WHICH_COLUMN(path=path, found=messages.listed(columns)))
    return columns.index(known[0]) if known else 0
