"""`awardcli import`: build a collection file from lists, or add to one; every row is kept, left out or refused."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, BinaryIO, NamedTuple

from awardcli import messages
from awardcli.collection import Collection
from awardcli.collection.collection_builder import Builder, IdTakenError
from awardcli.collection.loading import is_collection, own_or_refused, stored_collection
from awardcli.collection.stored import StoredCollection
from awardcli.collection.user_file.columns.heading_words import SEVERAL, sure_role
from awardcli.collection.user_file.reader import read_rows
from awardcli.collection.user_file.reading_report import BY_CONTENT, ReadAs, Reading, UserRows, require_use
from awardcli.collection.user_file.result_builder import ResultBuilder
from awardcli.collection.user_file.text_file import Watch
from awardcli.commands.options import READING, Force, Source, argument, option, path
from awardcli.errors import ExitCode, InvalidDataError, NothingKeptError, UnwritableError, UsageError
from awardcli.model import Cells, Column, Result, cell_text
from awardcli.output.atomic_file import atomic_path, atomic_write, same_file
from awardcli.output.deliver import DEV_STDOUT, STDOUT
from awardcli.output.progress import ProgressBar, watched_file
from awardcli.output.remarks import remarks_of
from awardcli.output.sanitize import safe_text
from awardcli.output.terminal import note, shows

_SHOWN = 5
"""Refused rows, and rows left out, that are named one by one: enough to see the pattern."""
_NAMED = 1000
"""Rows left out that are named at all, the others by runs of lines: some screens of text."""

Files = Annotated[
    tuple[Path, ...], argument("FILE...", read=path, help=messages.HELP_FILES, missing=messages.MISSING_FILE)
]
CollectionTo = Annotated[
    Path | None, option("-o", "--output", metavar="COLLECTION", read=path, help=messages.HELP_COLLECTION)
]
Append = Annotated[bool, option("--append", help=messages.HELP_APPEND)]
Rejects = Annotated[Path | None, option("--rejects", metavar="FILE", read=path, help=messages.HELP_REJECTS)]


class Setting(NamedTuple):
    """A value for a column that the files do not have, or leave blank; `typed` is the whole option."""

    column: Column
    value: str
    typed: str


def _setting(typed: str) -> Setting:
    """The setting of `--set COLUMN=VALUE`, where the column is a role or any heading; raises UsageError."""
    name, _, value = (part.strip() for part in typed.partition("="))
    if not name or not value:
        raise UsageError(messages.BAD_SET(value=typed))
    return Setting(column=Column(name, sure_role(name)), value=value, typed=typed)


Settings = Annotated[
    tuple[Setting, ...], option("--set", metavar="COLUMN=VALUE", read=_setting, repeated=True, help=messages.HELP_SET)
]


def import_(
    files: Files,
    reading: Annotated[Source, READING],
    collection_to: CollectionTo = None,
    append: Append = False,
    settings: Settings = (),
    rejects: Rejects = None,
    force: Force = False,
) -> ExitCode:
    target = _target(files, rejects, collection_to)
    if append and force and not rejects:
        raise UsageError(messages.NOT_WITH(option="--force", other="--append"))
    with (
        atomic_path(target, force=force, append=append) as part,
        _refused_to(rejects, force=force) as refused_rows,
        _no_collecting(),
        ProgressBar() as bar,
        Builder(part, target, StoredCollection(target) if part.stat().st_size else None) as builder,
    ):
        importer = _Importer(builder, settings, refused_rows)
        collections = [file for file in files if is_collection(file)]
        lists = len(files) - len(collections)
        read_as = (reading.read_as() or BY_CONTENT)._replace(wherever=lists > 1)
        for file in files:
            is_for_lists = lists and file in collections  # the options on how to read are, where there are lists
            remarks = importer.take(file, BY_CONTENT if is_for_lists else read_as, watched_file(bar, file))
            for remark in remarks:
                note(messages.PLACED(place=file, problem=remark))
        require_use(importer.readings)
        importer.require_something()
        builder.finish(lambda done: bar.show(messages.INDEXING(), done / max(importer.kept, 1)))
    note(messages.IMPORTED(path=target, counts=importer.counts))
    importer.name_the_same()
    if rejects:
        note(messages.REJECTED(path=messages.STDOUT() if rejects == STDOUT else rejects, count=importer.refused))
    return ExitCode.ANSWERED


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Look for no garbage: a million rows make no cycles, and looking for them is a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class _Importer:
    """Adds files to a collection and counts what became of every row."""

    def __init__(self, builder: Builder, settings: Sequence[Setting], refused_rows: "_RefusedRows") -> None:
        self.read = self.kept = self.same = self.refused = 0
        self._builder = builder
        self._settings = settings
        self._refused_rows = refused_rows
        self._same: list[str] = []
        """The places of the first rows that were left out as the same."""
        self._further_same: dict[str, list[int]] = {}
        """By file, the lines of the others."""
        self.readings: list[Reading] = []
        """How each list was read."""
        self._renumbered: list[str] = []
        """The places of rows whose own id another row has."""
        self._problems: list[str] = []
        """The first problems."""

    @property
    def counts(self) -> str:
        """What became of the rows, without what became of none."""
        numbers = {"read": self.read, "kept": self.kept, "same": self.same, "refused": self.refused}
        is_said = ("read", "kept")
        said = [messages.COUNTED_ROWS[key](count=n) for key, n in numbers.items() if n or key in is_said]
        return messages.listed(said)

    def take(self, file: Path, read_as: ReadAs, watch: Watch) -> list[str]:
        """Add a file; gives the remarks on how it was read.

        Raises UnreadableError, and InvalidDataError where its rows cannot be told apart: then none can be refused by
        itself.
        """
        if is_collection(file):
            stored = stored_collection(file, read_as)
            stored.check_pages()
            return self._add_collection(stored)
        rows = read_rows(file, read_as, watch=watch)
        if rows.document is not None:
            self.readings.append(rows.reading)
            return self._add_collection(own_or_refused(file, rows.document))
        return self._add_rows(rows)

    def require_something(self) -> None:
        """Raise InvalidDataError for refused rows that have nowhere to go, and NothingKeptError for no results."""
        if self._problems and not (self._refused_rows.file and self.kept):
            more = self.refused - len(self._problems)
            hints = [*self._problems, *([messages.MORE_REFUSED(count=more)] if more else [])]
            if not self._refused_rows.file:
                problem = messages.ROWS_REFUSED(read=self.read, refused=self.refused)
                raise InvalidDataError(problem, hints=[*hints, messages.TRY_REJECTS()])
            raise NothingKeptError(messages.NOTHING_KEPT(counts=self.counts), hints=hints)
        if not self.kept:
            self.name_the_same()
            raise NothingKeptError(messages.NOTHING_KEPT(counts=self.counts))

    def name_the_same(self) -> None:
        """Name the rows that were left out: the first ones each, the others by runs of lines."""
        for place in self._same:
            note(messages.PLACED(place=place, problem=messages.SAME_ROW()))
        named = len(self._same)
        for source, lines in self._further_same.items():
            note(messages.SAME_LINES(path=source, count=len(lines), lines=_in_runs(lines)))
            named += len(lines)
        if self.same > named:
            note(messages.MORE_REFUSED(count=self.same - named))

    def _add_rows(self, rows: UserRows) -> list[str]:
        reader, blanks = ResultBuilder(rows), _Blanks(self._settings)
        for row in rows:
            self.read += 1
            if row.problem:  # a hostile file has a million of them
                self._refuse(row.place, row.problem, row.raw)
                continue
            if self._settings:
                row = row._replace(cells=blanks.filled(row.cells))
            try:
                result = reader.result(row)
            except InvalidDataError as error:
                problem = error.message.removeprefix(messages.PLACED(place=row.place, problem=""))
                raw = {column.heading: cell for column, cell in zip(*row.cells, strict=True)}
                self._refuse(row.place, problem, raw)
                continue
            place = partial(getattr, row, "place")
            if not self._add(result, place, partial(reader.id_of, row.number)):
                self._leave_out(place)
                if row.line is not None and _SHOWN < self.same <= _NAMED:
                    self._further_same.setdefault(str(row.source), []).append(row.line)
        reading = rows.reading
        self.readings.append(reading)
        remarks = [*remarks_of(rows.path, reading, in_full=True), *blanks.remarks()]
        if self._renumbered:
            remarks.append(messages.RENUMBERED(count=len(self._renumbered), place=self._renumbered[0]))
            self._renumbered.clear()
        return remarks

    def _add_collection(self, collection: Collection) -> list[str]:
        if self._settings:
            raise UsageError(messages.SET_IS_FOR_LISTS(path=collection.path))
        self._builder.describe(collection.editions, collection.categories)
        for result in collection:
            self.read += 1
            place = partial("{}: {}".format, collection.path, result.id)
            if not self._add(result, place, partial(str, result.id)):
                self._leave_out(place)
        return []

    def _add(self, result: Result, place: Callable[[], str], other_id: Callable[[], str]) -> bool:
        """Add a result: under another id, or that with -2, -3 and so on, where one has its id; False if it is there."""
        number = 0
        while True:
            try:
                is_added = self._builder.add(result)
                break
            except IdTakenError:
                number += 1
                if number == 1 and result.id != other_id():
                    self._renumbered.append(place())
                result = result._replace(id=other_id() if number == 1 else f"{other_id()}-{number}")
        self.kept += is_added
        return is_added

    def _leave_out(self, place: Callable[[], str]) -> None:
        """Count a row that is the same as another, and remember where the first ones are."""
        self.same += 1
        if len(self._same) < _SHOWN:
            self._same.append(place())

    def _refuse(self, place: str, problem: str, raw: object) -> None:
        self.refused += 1
        self._refused_rows.take(place, problem, raw)
        if len(self._problems) < _SHOWN:
            self._problems.append(messages.PLACED(place=place, problem=problem))


def _in_runs(lines: Sequence[int]) -> str:
    """Lines in order, those that follow each other as one: 7–12, 14.

    >>> _in_runs([7, 8, 9, 14])
    '7–9, 14'
    """
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][-1] + 1:
            runs[-1][1:] = [line]
        else:
            runs.append([line])
    return messages.listed(["–".join(map(str, run)) for run in runs])


class _Blanks:
    """The blank cells of a file, which settings fill."""

    def __init__(self, settings: Sequence[Setting]) -> None:
        self._settings = settings
        self._unused = {setting.typed for setting in settings}
        self._columns: tuple[Column, ...] | None = None
        self._filled: tuple[Column, ...] = ()
        self._places: list[int] = []

    def filled(self, cells: Cells) -> Cells:
        """A row with the value of each setting, where it has no cell for it or a blank one."""
        if cells.columns is not self._columns:
            self._columns = cells.columns
            self._filled, self._places = self._plan(cells.columns)
        values = [*cells.values, *[None] * (len(self._filled) - len(cells.values))]
        for setting, place in zip(self._settings, self._places, strict=True):
            role = self._filled[place].role
            alike = (
                value
                for column, value in zip(self._filled, values, strict=True)
                if column.role == role not in (None, *SEVERAL)
            )
            if not any((cell_text(value) or "").strip() for value in (values[place], *alike)):
                values[place] = setting.value
                self._unused.discard(setting.typed)
        return Cells(columns=self._filled, values=tuple(values))

    def remarks(self) -> list[str]:
        """What to say of the settings that filled no cell."""
        return [
            messages.SET_FILLED_NOTHING(setting=each.typed) for each in self._settings if each.typed in self._unused
        ]

    def _plan(self, columns: Sequence[Column]) -> tuple[tuple[Column, ...], list[int]]:
        """The columns of filled rows, and the place of each setting among them."""
        filled, places = list(columns), []
        for setting in self._settings:
            heading, role = setting.column
            place = next(
                (at for at, each in enumerate(filled) if each.heading == heading or (role and each.role == role)), None
            )
            if place is None:
                place = len(filled)
                filled.append(setting.column)
            places.append(place)
        return tuple(filled), places


class _RefusedRows:
    """The file for rows that cannot be read, where there is one."""

    def __init__(self, file: BinaryIO | None, shown: bool = False) -> None:
        self.file = file
        self._shown = shown
        if file:
            file.write(b"\xef\xbb\xbf")  # for Excel, as every CSV file has
            self._write(["place", "problem", "row"])

    def take(self, place: str, problem: str, raw: object) -> None:
        """Write a refused row: its place, its problem, and the row itself as JSON."""
        if self.file:
            import json

            self._write([place, problem, json.dumps(raw, ensure_ascii=False, default=str)])

    def _write(self, cells: list[str]) -> None:
        from awardcli.output.formats import delimited_line

        assert self.file is not None
        shown = [safe_text(cell) for cell in cells] if self._shown else cells
        self.file.write(delimited_line(shown).encode("utf-8", "backslashreplace"))


@contextmanager
def _refused_to(path: Path | None, *, force: bool) -> Iterator[_RefusedRows]:
    """Where refused rows go; their file is whole before the collection replaces the old one."""
    if path is None:
        yield _RefusedRows(None)
        return
    file_path = DEV_STDOUT if path == STDOUT else path
    with atomic_write(file_path, force=force) as file:
        yield _RefusedRows(file, shown=shows(file_path))


def _target(files: tuple[Path, ...], rejects: Path | None, target: Path | None) -> Path:
    """The collection to write; raises UsageError where it is one of the files being read."""
    if target is None:
        raise UsageError(messages.MISSING_COLLECTION())
    if target.suffix.lower() != ".awards":
        raise UsageError(messages.NOT_A_COLLECTION_NAME(path=target))
    for written in (target, rejects):
        if written and any(same_file(written, path) for path in files):
            raise UnwritableError(messages.OWN_INPUT(path=written))
    if rejects and same_file(rejects, target):
        raise UnwritableError(messages.OWN_OUTPUT(path=rejects))
    return target
