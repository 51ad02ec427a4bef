"""Text files: which encoding they are in, their lines, and the rows of a CSV file."""

import sys
from codecs import getincrementaldecoder
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from io import BufferedReader, FileIO, TextIOWrapper
from pathlib import Path

from awardcli import messages, vocabulary
from awardcli.errors import InvalidDataError, UnreadableError

MARKS = {
    b"\xff\xfe\0\0": "utf-32",  # must come before UTF-16, whose mark it begins with
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"\xef\xbb\xbf": "utf-8-sig",
}
"""Byte order marks, and the codec that reads the text behind each."""
SAMPLE = 1 << 16
"""Bytes at the start of a file from which its format and encoding are told."""
_SURELY_UTF8 = 8
"""Chinese characters of valid UTF-8 that are too many to be another encoding by chance."""
LARGEST_CELL = 1_000_000
"""Characters: a longer cell is refused, so that the memory for one row is bounded."""
LONGEST_LINE = 16 * LARGEST_CELL
"""Characters: a longer line is refused, since a reader holds a whole line."""
_WATCH_EVERY = 1 << 15
"""Characters between two calls of `watch`."""

Watch = Callable[[int], None]
"""Called now and then with the number of bytes read so far."""


def unwatched(_: int) -> None:
    """Watch nothing."""


def refused(problem: str, *places: object) -> InvalidDataError:
    """The error for a problem at a place: a file and line, then perhaps a column."""
    for place in reversed(places):
        problem = messages.PLACED(place=place, problem=problem)
    return InvalidDataError(problem)


def unreadable(path: Path, error: OSError | ValueError) -> UnreadableError:
    """The error for a file that the system does not let us read."""
    return UnreadableError(messages.CANNOT_READ(path=path, reason=messages.reason(error)))


def open_binary(path: Path) -> BufferedReader:
    """The file for reading bytes, of which `SAMPLE` can be peeked at; raises UnreadableError."""
    try:
        return BufferedReader(FileIO(path), SAMPLE)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


class TextFile:
    """A file of text, opened: its encoding is settled before its first line is read.

    The encoding is the one that a byte order mark names, else `asked`, else UTF-8. Raises InvalidDataError where
    `asked` is not the encoding of the text, and UnreadableError where the system does not let us read. Reading the
    text to its end, or giving it up, closes the file where `closes` says so.
    """

    def __init__(
        self,
        path: Path,
        binary: BufferedReader,
        asked: str | None = None,
        watch: Watch = unwatched,
        *,
        closes: bool = True,
    ) -> None:
        self.path = path
        self._binary = binary
        self._asked = asked
        self._watch = watch
        self._closes = closes
        self._codec = self._settle_codec()

    @property
    def encoding(self) -> str:
        """The encoding by the name that `--encoding` gives it."""
        return {"utf-8-sig": "utf-8", "big5hkscs": "big5"}.get(self._codec, self._codec)

    def lines(self, newline: str = "") -> Iterator[str]:
        """The lines with their ends; raises InvalidDataError where one is longer than LONGEST_LINE or is not text."""
        for number, line in enumerate(self.pieces(LONGEST_LINE + 1, newline), start=1):
            if len(line) > LONGEST_LINE:
                raise refused(messages.TOO_LONG(most=LONGEST_LINE), messages.AT_LINE(path=self.path, line=number))
            yield line

    def pieces(self, most: int, newline: str = "") -> Iterator[str]:
        """The lines with their ends, a longer one in pieces of `most` characters."""
        lines = 0
        text = TextIOWrapper(self._binary, self._codec, newline=newline)
        try:
            unseen = 0
            for piece in iter(partial(text.readline, most), ""):
                size = len(piece)
                lines += size < most or piece[-1] in "\r\n"
                yield piece
                unseen += size
                if unseen > _WATCH_EVERY:
                    unseen = 0
                    self._watch(self._binary.tell())
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode(error.encoding, "replace").count("\n")
            raise self._misread(lines + before + 1) from error
        except (OSError, ValueError) as error:
            raise unreadable(self.path, error) from error
        finally:
            if not self._binary.closed:
                text.detach()
            if self._closes:
                self._binary.close()

    def read(self) -> str:
        """The whole text, however long its lines are."""
        return "".join(self.pieces(sys.maxsize))

    def _settle_codec(self) -> str:
        try:
            sample = self._binary.peek(SAMPLE)
        except (OSError, ValueError) as error:
            raise unreadable(self.path, error) from error
        for mark, codec in MARKS.items():
            if sample.startswith(mark):
                return codec
        codec = vocabulary.ENCODINGS[self._asked or "utf-8"]
        if codec in ("gb18030", "big5hkscs") and _is_surely_utf8(sample):
            raise InvalidDataError(messages.IS_UTF8(path=self.path, encoding=self._asked))
        return codec

    def _misread(self, line: int) -> InvalidDataError:
        if self._asked and self._codec == vocabulary.ENCODINGS[self._asked]:
            return InvalidDataError(messages.NOT_ENCODED(path=self.path, line=line, encoding=self._asked))
        return InvalidDataError(messages.NOT_UTF8(path=self.path, line=line))


def _is_surely_utf8(sample: bytes) -> bool:
    try:
        text = getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return sum("\u4e00" <= character <= "\u9fff" for character in text) >= _SURELY_UTF8


def repeated(names: Iterable[str]) -> str | None:
    """The first of the names that occurs a second time, or None."""
    return next((name for name, times in Counter(names).items() if times > 1), None)


Line = tuple[int, Sequence[object], str | None]
"""A row of a table as it comes: its line number, its cells, and why it cannot be read, or None."""


def delimited_rows(lines: Iterable[str], delimiter: str) -> Iterator[Line]:
    """The rows of a CSV text, also blank ones; the number is that of the line where a row begins.

    A row with a broken quote has its text as its only cell, and reading goes on with the line below it. Raises
    InvalidDataError where so much text follows broken quotes that reading it again would take too long.
    """
    import csv

    csv.field_size_limit(LARGEST_CELL)
    source = iter(lines)
    current: list[str] = []
    """The lines of the row being read."""
    waiting: deque[str] = deque()
    """Lines that a broken quote had swallowed, to be read again."""
    read_again = 0

    def feed() -> Iterator[str]:
        while True:
            if waiting:
                line = waiting.popleft()
            elif (line := next(source, "")) == "":
                return
            current.append(line)
            yield line

    above = 0
    while True:
        reader = csv.reader(feed(), delimiter=delimiter, strict=True)
        line = above + 1
        try:
            for cells in reader:
                yield line, cells, None
                current.clear()
                line = above + reader.line_num + 1
        except csv.Error as error:
            problem = messages.BAD_CSV(reason=error)
            read_again += sum(map(len, current)) - len(current[0])
            if read_again > LONGEST_LINE:
                raise InvalidDataError(problem) from error
            yield line, current[:1], problem
            waiting.extendleft(reversed(current[1:]))
            current.clear()
            above = line
        else:
            return
