"""A user's file row by row, however long it is: nothing of it is kept but the row at hand."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from functools import partial
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import AnyStr, NamedTuple

from awardcli import messages
from awardcli.collection.text_file import LARGEST_CELL, LONGEST_LINE, MARKS, refused, repeated
from awardcli.errors import InvalidDataError, UnreadableError, UsageError

STANDARD_INPUT = Path("-")
PLAIN = "line"
"""The one column of a file that is no table."""

_DELIMITERS = {".csv": ",", ".tsv": "\t"}
PLAIN_SUFFIXES = (".txt", "")
_MARK = b"\xef\xbb\xbf"


class Rows(NamedTuple):
    """The columns of a file and its rows, each with as many cells, and the file, which knows how far it is read."""

    columns: Sequence[str]
    cells: Iterator[Sequence[str]]
    file: BufferedReader


@contextmanager
def open_rows(path: Path, standard_input: Callable[[], BufferedReader]) -> Iterator[Rows]:
    """The rows of a CSV or TSV file, or the lines of any other (.txt, no suffix, or `-` for standard input).

    UTF-8 with or without a mark, or UTF-16 or UTF-32 with one. In a table an empty line is no row; without one every
    line is. Raises UnreadableError where the system refuses, UsageError for another suffix, and InvalidDataError, at
    the latest when that row is reached, with the line that is no text, no CSV, or has other cells than the heading.
    """
    suffix = "" if path == STANDARD_INPUT else path.suffix.lower()
    if suffix not in _DELIMITERS and suffix not in PLAIN_SUFFIXES:
        suffixes = " ".join(filter(None, (*_DELIMITERS, *PLAIN_SUFFIXES)))
        raise UsageError(messages.NOT_READABLE_SUFFIX(path=path, suffixes=suffixes))
    opened = nullcontext(standard_input()) if path == STANDARD_INPUT else _opened(path)
    with opened as file, closing(_texts(path, file)) as texts:  # which lets go of the file before it is closed
        if suffix in _DELIMITERS:
            yield _table(path, file, texts, _DELIMITERS[suffix])
        else:
            yield Rows([PLAIN], ([text.rstrip("\r\n")] for text in texts), file)


def _opened(path: Path) -> BufferedReader:
    try:
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise UnreadableError(messages.CANNOT_READ(path=path, reason=messages.reason(error))) from error


def _table(path: Path, file: BufferedReader, texts: Iterator[str], delimiter: str) -> Rows:
    rows = _rows(path, texts, delimiter)
    line, heading = next(rows, (1, []))
    if not heading:
        raise InvalidDataError(messages.NO_HEADING(path=path))
    if (twice := repeated(heading)) is not None:
        raise refused(messages.REPEATED(value=twice), messages.AT_LINE(path=path, line=line))
    return Rows(heading, _checked(path, rows, len(heading)), file)


def _checked(path: Path, rows: Iterator[tuple[int, list[str]]], wanted: int) -> Iterator[list[str]]:
    for line, cells in rows:
        if len(cells) != wanted:
            place = messages.AT_LINE(path=path, line=line)
            raise refused(messages.RAGGED(wanted=wanted, found=len(cells)), place)
        yield cells


def _rows(path: Path, texts: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table that are not empty, each with the line where it begins."""
    import csv

    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(texts, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise refused(messages.BAD_CSV(reason=error), messages.AT_LINE(path=path, line=line)) from error


def _bounded(path: Path, number: int, line: AnyStr) -> AnyStr:
    if len(line) > LONGEST_LINE:
        raise refused(messages.TOO_LONG(most=LONGEST_LINE), messages.AT_LINE(path=path, line=number))
    return line


def _texts(path: Path, file: BufferedReader) -> Generator[str, None, None]:
    """The lines of a file as text, with their ends."""
    number = 1
    try:
        encoding = next((encoding for mark, encoding in MARKS.items() if file.peek(4)[:4].startswith(mark)), "utf-8")
        if encoding in ("utf-16", "utf-32"):
            wide = TextIOWrapper(file, encoding=encoding, newline="")
            try:
                for text in iter(partial(wide.readline, LONGEST_LINE + 1), ""):
                    yield _bounded(path, number, text)
                    number += 1
            finally:
                wide.detach()  # the file is closed by whoever opened it
            return
        for data in iter(partial(file.readline, LONGEST_LINE + 1), b""):
            yield _bounded(path, number, data if number > 1 else data.removeprefix(_MARK)).decode()
            number += 1
    except UnicodeDecodeError as error:
        raise InvalidDataError(messages.NOT_UTF8(path=path, line=number)) from error
    except OSError as error:
        raise UnreadableError(messages.CANNOT_READ(path=path, reason=messages.reason(error))) from error
