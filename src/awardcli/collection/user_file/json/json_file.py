"""JSON files: read an array or lines one record at a time, and give the line of an error."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from json import JSONDecodeError
from pathlib import Path
from typing import Any, NamedTuple

from awardcli import messages
from awardcli.collection.user_file.text_file import LONGEST_LINE, TextFile, refused, repeated
from awardcli.errors import InvalidDataError

_MOST_DIGITS = 1000
"""Digits of a number: converting more takes time that grows with their square (CVE-2020-10735)."""

Scan = Callable[[str, int], tuple[Any, int]]
"""Decodes the value that begins at an offset of a text; gives it and the offset where it ends."""


def _line_of_trouble(decoder: json.JSONDecoder, text: str) -> int:
    """The line, from 1, of the last value that the decoder began to read before it failed.

    Changes the decoder, which is slow afterwards.
    """
    from json.scanner import py_make_scanner  # type: ignore[attr-defined] # it is there, though not documented

    reached = 0

    def noting(scan: Scan) -> Scan:
        def note(text: str, at: int) -> tuple[Any, int]:
            nonlocal reached
            reached = at
            value, end = scan(text, at)
            if isinstance(value, str | dict):
                "".join(value).encode()  # raises where it, or a key, holds half a character
            return value, end

        return note

    slow: Any = decoder
    parse_object, parse_array = slow.parse_object, slow.parse_array
    slow.parse_object = lambda at, strict, scan, *rest: parse_object(at, strict, noting(scan), *rest)
    slow.parse_array = lambda at, scan: parse_array(at, noting(scan))
    slow.scan_once = noting(py_make_scanner(slow))
    with suppress(ValueError, RecursionError):
        slow.decode(text)
    return text.count("\n", 0, reached) + 1


_BLOCK = 1 << 16
"""Characters that are read at once."""
_SPACE = re.compile(r"[ \t\n\r]*")
_LONGEST_TOKEN = len(r"\ud83c\udfac")
"""Characters: an error so near the end of the text in memory may only be a value cut in two."""
_BEGINNING = re.compile(r"[\s\ufeff]*(?:\[\s*)?\{\s*(?:[\"'}]|\w+\s*:)")
"""The beginning of JSON that holds objects, or of a text like it with keys in other quotes, or in none."""


Record = tuple[int | None, Any, str | None]
"""A value as it comes: its line number in JSON lines, the value, and why it is not a record, or None."""


class JsonFile(NamedTuple):
    """The content of a JSON file: an iterator of records, or a whole document that is an object."""

    format: str
    """json or jsonl."""
    records: Iterator[Record] = iter(())
    document: dict[str, Any] | None = None


def is_json(sample: str) -> bool:
    """Whether a text that begins so is JSON that holds objects."""
    return _BEGINNING.match(sample) is not None


def read_json(file: TextFile, *, lines: bool = False) -> JsonFile:
    """The records of an array or of JSON lines, or the document that is an object.

    It is lines where the first line is an object by itself and more follows; a file named so, with `lines`, also where
    its beginning is broken, but not where that is the beginning of one document. Raises InvalidDataError with the line
    of what is not JSON; within an array or lines when that line is reached.
    """
    text = _Text(file)
    first = text.next()
    if (lines or first == "{") and text.is_lines(are_named=lines):
        return JsonFile("jsonl", records=_records_of_lines(text.lines()))
    if first == "[":
        return JsonFile("json", records=(record_of(None, value) for value in _values(text)))
    document = text.whole()
    if not isinstance(document, dict):
        raise refused(messages.BAD_JSON(reason=messages.WANTED_LIST()), file.path)
    return JsonFile("json", document=document)


def _records_of_lines(lines: Iterable[tuple[int, str]]) -> Iterator[Record]:
    for line, text in lines:
        if text and not text.isspace():
            try:
                yield record_of(line, _parse(text))
            except (RecursionError, ValueError) as error:
                yield line, text.rstrip("\r\n"), _problem(error, text)[0]


def record_of(line: int | None, value: object) -> Record:
    """A JSON value as a record, which must be an object."""
    return line, value, None if isinstance(value, dict) else messages.WANTED_OBJECT()


class _Text:
    """A JSON text read in blocks: `held` is the part in memory, `at` the offset reached in it."""

    def __init__(self, file: TextFile) -> None:
        self.held = ""
        self.at = 0
        self._path = file.path
        self._pieces = file.pieces(_BLOCK, newline="\n")
        self._lines = 0
        self._column = 0
        """The lines before `held`, and the characters of its first line before it."""

    def next(self) -> str:
        """The next character that is not white space; "" at the end."""
        while True:
            character = self.held[self.at : self.at + 1]
            if character > " ":  # JSON's white space is all below
                return character
            self.at = _SPACE.match(self.held, self.at).end()  # type: ignore[union-attr] # it always matches
            if self.at < len(self.held) or not self._read_on():
                return self.held[self.at : self.at + 1]

    def value(self) -> object:
        """The value that comes next."""
        self.next()
        while True:
            try:
                value, end = DECODER.raw_decode(self.held, self.at)
                if end + _LONGEST_TOKEN >= len(self.held) and self._read_on():
                    continue  # a number may go on
                _require_characters(value, self.held[self.at : end])
            except JSONDecodeError as error:
                broken_off = error.pos + _LONGEST_TOKEN >= len(self.held) or error.msg.startswith("Unterminated")
                if not (broken_off and self._read_on()):
                    raise self.refused(error) from error
            except (RecursionError, ValueError) as error:
                raise self.refused(error) from error
            else:
                self.at = end
                return value

    def is_lines(self, *, are_named: bool) -> bool:
        """Whether the first line is a value by itself, and more than blank lines follow it.

        Where the name of the file says so, any text is lines unless it begins one document: with a value that goes on
        in the next line, or with an array of records that is all there is.
        """
        while (end := self.held.find("\n", self.at)) < 0 or not self.held[end:].strip():
            if len(self.held) > LONGEST_LINE or not self._read_on():
                return are_named and not _ARRAY_OF_RECORDS.match(self.held, self.at)
        first = self.held[self.at : end].rstrip()
        trouble = _trouble(first)
        if trouble is None or not are_named:
            return trouble is None
        if trouble < len(first) or _ONLY_OPENS.fullmatch(first):
            return trouble < len(first)
        second = self._line_behind(end)
        is_next_record = second[:1] == first[:1] and _trouble(second) is None
        return is_next_record or _trouble(f"{first}\n{second}") == len(first) + 1

    def _line_behind(self, end: int) -> str:
        """The first line behind an offset that is not blank, as much of it as may be held."""
        while "\n" not in self.held[end:].lstrip() and len(self.held) < end + LONGEST_LINE:
            before = self.at
            if not self._read_on():
                break
            end -= before
        return self.held[end:].strip().partition("\n")[0].rstrip()

    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines from here on, each with its number."""
        number = self._lines + self.held.count("\n", 0, self.at) + 1
        line = ""
        for piece in chain(re.findall(r".*\n|.+", self.held[self.at :]), self._pieces):
            line += piece
            if len(line) > LONGEST_LINE:
                raise refused(messages.TOO_LONG(most=LONGEST_LINE), messages.AT_LINE(path=self._path, line=number))
            if piece.endswith("\n"):
                yield number, line
                number, line = number + 1, ""
        yield number, line

    def whole(self) -> Any:
        """All of it as one document."""
        before = "\n" * self._lines + " " * self._column
        return parse_json(self._path, "".join([before, self.held, *self._pieces]))

    def refused(self, error: RecursionError | ValueError) -> InvalidDataError:
        """The error for one of the decoder, at its place in the file."""
        if isinstance(error, JSONDecodeError):
            column = error.colno + (self._column if error.lineno == 1 else 0)
            problem, line = _no_json(error.msg, column), error.lineno
        else:
            problem, line = _problem(error, self.held[self.at :])
            line += self.held.count("\n", 0, self.at)
        return refused(problem, messages.AT_LINE(path=self._path, line=self._lines + line))

    def _read_on(self) -> bool:
        """Drop the text already parsed and read on, more than doubling the rest; false at the end of the file."""
        gone, left = self.held[: self.at], self.held[self.at :]
        found = []
        wanted = len(left) + _BLOCK
        for piece in self._pieces:
            found.append(piece)
            wanted -= len(piece)
            if wanted <= 0:
                break
        if not found:
            return False
        self._lines += gone.count("\n")
        self._column = len(gone) - gone.rfind("\n") - 1 + (0 if "\n" in gone else self._column)
        if len(left) > LONGEST_LINE:
            place = messages.AT_LINE(path=self._path, line=self._lines + 1)
            raise refused(messages.TOO_LONG(most=LONGEST_LINE), place)
        self.held, self.at = "".join([left, *found]), 0
        return True


def _values(text: _Text) -> Iterator[object]:
    """The values of the array at the current position of a text, which must be all that is left in it."""
    text.at += 1
    if text.next() != "]":
        yield text.value()
        while text.next() == ",":
            text.at += 1
            yield text.value()
        if text.next() != "]":
            raise text.refused(JSONDecodeError("Expecting ',' delimiter", text.held, text.at))
    text.at += 1
    if text.next():
        raise text.refused(JSONDecodeError("Extra data", text.held, text.at))


_ONLY_OPENS = re.compile(r"[\[{\s]+")
"""A first line that only opens values: that of one document on several lines."""
_ARRAY_OF_RECORDS = re.compile(r"\[\s*[\[{]")


def _trouble(line: str) -> int | None:
    """The offset of what is wrong in a line as a JSON value, its end where the value goes on behind it; else None.

    >>> _trouble('{"a": 1}'), _trouble('{"a": 1,'), _trouble('{"a": b,')
    (None, 8, 6)
    """
    try:
        _parse(line)
    except JSONDecodeError as error:
        return error.pos
    except (RecursionError, ValueError):
        return 0
    return None


def parse_json(path: Path, text: str) -> Any:
    """The document of a JSON text; raises InvalidDataError with the line where it is not JSON.

    Repeated keys, NaN and lone surrogates are refused: another reader could make something else of them.
    """
    try:
        return _parse(text)
    except (RecursionError, ValueError) as error:
        problem, line = _problem(error, text)
        raise refused(problem, messages.AT_LINE(path=path, line=line)) from error


def _parse(text: str) -> Any:
    document = DECODER.decode(text)
    _require_characters(document, text)
    return document


def _require_characters(value: object, text: str) -> None:
    """Raise UnicodeEncodeError where a value that a JSON text says holds half a character."""
    if "\\u" in text:  # the one way to it
        json.dumps(value, ensure_ascii=False).encode()


def _problem(error: RecursionError | ValueError, text: str) -> tuple[str, int]:
    """An error of the decoder as a problem and its line."""
    if isinstance(error, JSONDecodeError):
        return _no_json(error.msg, error.colno), error.lineno
    if isinstance(error, RecursionError):
        reason = messages.TOO_DEEP()
    else:
        reason = messages.LONE_SURROGATE() if isinstance(error, UnicodeEncodeError) else str(error)
    return messages.BAD_JSON(reason=reason), _line_of_trouble(_decoder(), text)


def _no_json(problem: str, column: int) -> str:
    """The problem of a text that is no JSON from a column on."""
    worded = messages.JSON_PROBLEMS.get(problem.removesuffix(": "))
    return messages.NOT_JSON(reason=messages.AT_COLUMN(problem=worded() if worded else problem, column=column))


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
