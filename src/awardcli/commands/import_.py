"""`awardcli import`: build a collection file from lists, or add to one."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

from awardcli import messages
from awardcli.collection.importing import Builder, Importer
from awardcli.collection.stored import StoredCollection
from awardcli.collection.user_file import BY_CONTENT, ReadAs
from awardcli.commands.options import READING, Force, Source, argument, option, path
from awardcli.errors import ExitCode, InvalidDataError, UnwritableError, UsageError
from awardcli.output.atomic_file import atomic_path, atomic_write, same_file
from awardcli.output.progress import ProgressBar, watched_file
from awardcli.output.sanitize import safe_text
from awardcli.output.terminal import note, shows

_SHOWN = 5
"""Refused rows to tell of one by one: enough to see what they have in common."""


Files = Annotated[
    tuple[Path, ...], argument("FILE...", read=path, help=messages.HELP_FILES, missing=messages.MISSING_FILE)
]
CollectionTo = Annotated[
    Path | None, option("-o", "--output", metavar="COLLECTION", read=path, help=messages.HELP_COLLECTION)
]
Append = Annotated[bool, option("--append", help=messages.HELP_APPEND)]
Rejects = Annotated[Path | None, option("--rejects", metavar="FILE", read=path, help=messages.HELP_REJECTS)]


def import_(
    files: Files,
    reading: Annotated[Source, READING],
    collection_to: CollectionTo = None,
    append: Append = False,
    rejects: Rejects = None,
    force: Force = False,
) -> ExitCode:
    target = _target(files, rejects, collection_to)
    with atomic_path(target, force=force, append=append) as part, _refusals(rejects, force=force) as refusals:
        importer = _import(files, reading.read_as() or BY_CONTENT, part, target, refusals)
    told = {"read": importer.read, "kept": importer.kept, "duplicates": importer.duplicates}
    note(messages.IMPORTED(path=target, **told, refused=importer.refused))
    if rejects:
        note(messages.REJECTED(path=rejects, count=importer.refused))
    return ExitCode.ANSWERED if importer.read else ExitCode.NOTHING


def _import(files: tuple[Path, ...], read_as: ReadAs, part: Path, target: Path, refusals: "_Refusals") -> Importer:
    """Add the files to the collection that `part` becomes; raises InvalidDataError where a row has nowhere to go."""
    bar = ProgressBar()
    gc.disable()  # a million rows make no cycles, and looking for them is a tenth of the time
    try:
        old = StoredCollection(target) if part.stat().st_size else None
        with Builder(part, target, old) as builder:
            importer = Importer(builder, refusals.take)
            for path in files:
                read = importer.take(path, read_as, watched_file(bar, path))
                bar.clear()
                for remark in read.remarks if read else ():
                    note(messages.PLACED(place=path, problem=remark))
            refusals.require_a_place(importer)
            builder.finish(lambda done: bar.show(messages.INDEXING(), done / max(importer.kept, 1)))
    finally:
        gc.enable()
        bar.clear()
    return importer


class _Refusals:
    """The rows that are refused: written down where there is a file for them, else the first are remembered."""

    def __init__(self, file: BinaryIO | None, shown: bool = False) -> None:
        self._file = file
        self._shown = shown
        self._first: list[str] = []
        if file:
            file.write(b"\xef\xbb\xbf")  # for Excel, as every CSV file has
            self._write(["place", "problem", "row"])

    def take(self, place: str, problem: str, raw: object) -> None:
        """Take a refused row: its place, what is wrong with it, and the row itself."""
        if self._file:
            import json

            self._write([place, problem, json.dumps(raw, ensure_ascii=False, default=str)])
        elif len(self._first) < _SHOWN:
            self._first.append(messages.PLACED(place=place, problem=problem))

    def require_a_place(self, importer: Importer) -> None:
        """Raise InvalidDataError with the first rows refused where there is no file for them."""
        if not self._first:
            return
        more = [messages.MORE_REFUSED(count=importer.refused - _SHOWN)] if importer.refused > _SHOWN else []
        raise InvalidDataError(
            messages.ROWS_REFUSED(read=importer.read, refused=importer.refused),
            hints=[*self._first, *more, messages.TRY_REJECTS()],
        )

    def _write(self, cells: list[str]) -> None:
        from awardcli.output.text_formats import csv_line

        assert self._file is not None
        self._file.write(csv_line(map(safe_text, cells) if self._shown else cells).encode("utf-8", "backslashreplace"))


@contextmanager
def _refusals(path: Path | None, *, force: bool) -> Iterator[_Refusals]:
    """Where refused rows go; their file is whole before the collection takes its place."""
    if path is None:
        yield _Refusals(None)
        return
    with atomic_write(path, force=force) as file:
        yield _Refusals(file, shown=shows(path))


def _target(files: tuple[Path, ...], rejects: Path | None, target: Path | None) -> Path:
    """The collection to write, which is none of the files being read."""
    if target is None:
        raise UsageError(messages.MISSING_COLLECTION())
    if target.suffix.lower() != ".awards":
        raise UsageError(messages.NOT_A_COLLECTION_NAME(path=target))
    for written in (target, rejects):
        if written and any(same_file(written, path) for path in files):
            raise UnwritableError(messages.OWN_INPUT(path=written))
    if rejects and same_file(rejects, target):
        raise UnwritableError(messages.OWN_INPUT(path=rejects))
    return target
