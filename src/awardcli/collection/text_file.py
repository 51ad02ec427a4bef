"""Read a user's file: its encoding, its rows, its JSON."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from io import BufferedReader, FileIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

from awardcli import messages, vocabulary
from awardcli.errors import InvalidDataError, UnreadableError

MARKS = {
    b"\xff\xfe\0\0": "utf-32",  # begins as the mark of UTF-16 does, and goes first
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"\xef\xbb\xbf": "utf-8-sig",
}
"""How a file begins that says its encoding itself."""
_SAMPLE = 65536
_SURELY_UTF8 = 8
"""Chinese characters that nobody writes in another encoding so that they happen to be UTF-8."""
LARGEST_CELL = 1_000_000
"""Characters of a value: more is no title, and a reader could not bound what it takes."""
LONGEST_LINE = 16 * LARGEST_CELL
"""Characters of a line of a table or of JSON lines: a reader holds all of it."""
_GLANCE = 1 << 15
"""Characters after which whoever watches is told how far a file is read."""


def _unwatched(_: int) -> None: ...


class Manner(NamedTuple):
    """How a file is to be read: its encoding, columns by heading, and who is told of the bytes read so far."""

    encoding: str | None = None
    columns: Mapping[str, str] = {}
    watch: Callable[[int], None] = _unwatched


AS_IT_IS = Manner()


class UserRow(NamedTuple):
    """A record as a file has it: its number from 1, its line where there is one, and its fields by heading.

    A row that cannot be told has a `problem` instead, and what stands there as `raw`.
    """

    number: int
    path: Path
    line: int | None
    fields: Mapping[str, object]
    problem: str | None = None
    raw: object = None

    @property
    def place(self) -> str:
        """Where it stands: `list.csv: line 7`, or `list.json: [5]`."""
        if self.line is None:
            return f"{self.path}: [{self.number - 1}]"
        return messages.AT_LINE(path=self.path, line=self.line)


def refused(problem: str, *places: object) -> InvalidDataError:
    """The error for a problem at a place: a file and line, then perhaps a column."""
    for place in reversed(places):
        problem = messages.PLACED(place=place, problem=problem)
    return InvalidDataError(problem)


def text_lines(path: Path, manner: Manner = AS_IT_IS, newline: str = "") -> Iterator[str]:
    """The lines of a text file as they come, with their ends.

    They are UTF-8 with or without a mark, UTF-16 or UTF-32 with one, or as asked. Raises UnreadableError where the
    system refuses, and InvalidDataError where the bytes are not such text or a line is longer than LONGEST_LINE.
    """
    for number, line in enumerate(text_pieces(path, manner, LONGEST_LINE + 1, newline), start=1):
        if len(line) > LONGEST_LINE:
            raise refused(messages.TOO_LONG(most=LONGEST_LINE), messages.AT_LINE(path=path, line=number))
        yield line


def text_pieces(path: Path, manner: Manner, most: int, newline: str = "") -> Iterator[str]:
    """The lines of a text file as `text_lines` has them, a longer one in pieces of so many characters."""
    lines = 0
    try:
        with BufferedReader(FileIO(path), _SAMPLE) as binary:
            encoding = _encoding(path, binary.peek(_SAMPLE), manner.encoding)
            with TextIOWrapper(binary, encoding, newline=newline) as text:
                unseen = 0
                for piece in iter(partial(text.readline, most), ""):
                    size = len(piece)
                    lines += size < most or piece[-1] in "\r\n"
                    yield piece
                    unseen += size
                    if unseen > _GLANCE:
                        unseen = 0
                        manner.watch(binary.tell())
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(error.encoding, "replace").count("\n")
        raise _misread(path, lines + before + 1, encoding, asked=manner.encoding) from error
    except (OSError, ValueError) as error:
        raise UnreadableError(messages.CANNOT_READ(path=path, reason=messages.reason(error))) from error


def read_text(path: Path, manner: Manner = AS_IT_IS) -> str:
    """The whole file as text, however long its lines; raises as `text_lines` does."""
    return "".join(text_pieces(path, manner, sys.maxsize))


def _encoding(path: Path, sample: bytes, asked: str | None) -> str:
    """The codec that reads a file: what its mark says, else what was asked for, else UTF-8."""
    for mark, encoding in MARKS.items():
        if sample.startswith(mark):
            return encoding
    encoding = vocabulary.ENCODINGS[asked or "utf-8"]
    if encoding in ("gb18030", "big5hkscs") and _is_surely_utf8(sample):
        raise InvalidDataError(messages.IS_UTF8(path=path, encoding=asked))
    return encoding


def _is_surely_utf8(sample: bytes) -> bool:
    from codecs import getincrementaldecoder

    try:
        text = getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return sum("\u4e00" <= character <= "\u9fff" for character in text) >= _SURELY_UTF8


def _misread(path: Path, line: int, encoding: str, *, asked: str | None) -> InvalidDataError:
    if asked and encoding == vocabulary.ENCODINGS[asked]:
        return InvalidDataError(messages.NOT_ENCODED(path=path, line=line, encoding=asked))
    return InvalidDataError(messages.NOT_UTF8(path=path, line=line))


def repeated(names: Iterable[str]) -> str | None:
    """The first of the names that stands among them a second time, or None."""
    return next((name for name, times in Counter(names).items() if times > 1), None)


def delimited_lines(path: Path, delimiter: str, manner: Manner) -> Iterator[tuple[int, Sequence[str]]]:
    """The cells of a CSV or TSV file, of each line that holds something, with the number of the line where it begins.

    Raises InvalidDataError, with the line, where a quote stays open.
    """
    import csv

    csv.field_size_limit(LARGEST_CELL)
    # newline="" for csv: an end of line inside quotes belongs to the cell.
    reader = csv.reader(text_lines(path, manner), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        place = messages.AT_LINE(path=path, line=line)
        raise refused(messages.BAD_CSV(reason=error), place) from error
