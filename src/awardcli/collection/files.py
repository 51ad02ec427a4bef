"""Read a user's file: its encoding, its rows, its JSON."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from io import BufferedReader, FileIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple

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
_MOST_DIGITS = 1000
"""Digits of a number: to turn many more into one takes longer the more there are, without end (CVE-2020-10735)."""
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


class Row(NamedTuple):
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


def read_json(path: Path, manner: Manner = AS_IT_IS) -> Any:
    """The document of a JSON file; raises InvalidDataError with line and column where it is none.

    Keys that repeat, NaN and lone surrogates are refused: another reader could make something else of them.
    """
    return parse_json(path, read_text(path, manner))


def parse_json(path: Path, text: str) -> Any:
    """The document that is all the text of a file; raises as `read_json` does."""
    try:
        return _parse(text)
    except UnusableError as error:
        raise refused(error.problem, messages.AT_LINE(path=path, line=error.line)) from error


def read_json_lines(path: Path, manner: Manner = AS_IT_IS) -> Iterator[Row]:
    """The records of a JSON lines file; a line that is none has that as its problem."""
    number = 0
    for line, text in enumerate(text_lines(path, manner, newline="\n"), start=1):
        if not text.isspace():
            number += 1
            try:
                yield record_row(number, path, line, _parse(text))
            except UnusableError as error:
                yield Row(number, path, line, {}, error.problem, text.rstrip("\r\n"))


def record_row(number: int, path: Path, line: int | None, record: object) -> Row:
    """A JSON value as a row; one that is no object has that as its problem."""
    if isinstance(record, dict):
        return Row(number, path, line, record)
    return Row(number, path, line, {}, messages.WANTED_OBJECT(), record)


class UnusableError(Exception):
    """A text that is no JSON, or none that can be used; `line` is where."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line


def _parse(text: str) -> Any:
    try:
        document = DECODER.decode(text)
        require_characters(document, text)
    except (RecursionError, ValueError) as error:
        raise unusable(error, text) from error
    return document


def require_characters(value: object, text: str) -> None:
    """Raise UnicodeEncodeError where a value that a JSON text says holds half a character."""
    if "\\u" in text:  # the one way to it
        json.dumps(value, ensure_ascii=False).encode()


def unusable(error: RecursionError | ValueError, text: str) -> UnusableError:
    """What the decoder says of a text, as a problem and its line."""
    if isinstance(error, json.JSONDecodeError):
        return UnusableError(no_json(error.msg, error.colno), error.lineno)
    from awardcli.collection.json_trouble import line_of_trouble

    return UnusableError(messages.BAD_JSON(reason=_why(error)), line_of_trouble(_decoder(), text))


def no_json(problem: str, column: int) -> str:
    """The problem of a text that is no JSON from a column on."""
    return messages.NOT_JSON(reason=messages.AT_COLUMN(problem=problem, column=column))


def _why(error: RecursionError | ValueError) -> str:
    if isinstance(error, RecursionError):
        return messages.TOO_DEEP()
    return messages.LONE_SURROGATE() if isinstance(error, UnicodeEncodeError) else str(error)


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        raise ValueError(messages.REPEATED(value=repeated(key for key, _ in pairs)))
    return record


_INFINITE = float("inf")


def _number(text: str) -> float:
    """JSON has one kind of number: 9.0 is 9."""
    number = float(text)
    if abs(number) == _INFINITE:
        raise ValueError(messages.TOO_LARGE_A_NUMBER())
    return int(number) if number.is_integer() else number


def _whole(text: str) -> int:
    if len(text) > _MOST_DIGITS:
        raise ValueError(messages.TOO_LARGE_A_NUMBER())
    return int(text)


def _no_constant(name: str) -> None:
    raise ValueError(messages.NOT_A_NUMBER(value=name))


def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(
        object_pairs_hook=_distinct, parse_float=_number, parse_int=_whole, parse_constant=_no_constant
    )


DECODER = _decoder()
