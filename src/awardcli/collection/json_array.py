"""The records of a JSON array, one at a time: a file of a million of them is never at hand as a whole."""

import re
from collections.abc import Iterator
from json import JSONDecodeError
from pathlib import Path
from typing import Any

from awardcli import messages
from awardcli.collection import files
from awardcli.collection.files import AS_IT_IS, DECODER, LONGEST_LINE, Manner, Row
from awardcli.errors import InvalidDataError

_BLOCK = 1 << 16
"""Characters that are read at once."""
_SPACE = re.compile(r"[ \t\n\r]*")
_LONGEST_TOKEN = len(r"\ud83c\udfac")
"""So near the end of what is at hand the decoder may take for an error what is only broken off there."""


def read_array(path: Path, manner: Manner = AS_IT_IS) -> Iterator[Row] | Any:
    """The records of a JSON array as rows, or the whole document of a file that holds anything else.

    Raises as `files.read_json` does; within an array when it comes to that place.
    """
    text = _Text(path, manner)
    if text.next() != "[":
        return text.whole()
    return (files.record_row(number, path, None, value) for number, value in enumerate(_values(text), start=1))


class _Text:
    """A JSON text: `held` is the part that is at hand, and `at` the place there that is come to."""

    def __init__(self, path: Path, manner: Manner) -> None:
        self.held = ""
        self.at = 0
        self._path = path
        self._pieces = files.text_pieces(path, manner, _BLOCK)
        self._lines = 0
        self._column = 0
        """The lines, and the characters of the last one, that were let go."""

    def next(self) -> str:
        """The next character that is no white space; none at the end."""
        while True:
            character = self.held[self.at : self.at + 1]
            if character > " ":  # which no white space is
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
                files.require_characters(value, self.held[self.at : end])
            except JSONDecodeError as error:
                broken_off = error.pos + _LONGEST_TOKEN >= len(self.held) or error.msg.startswith("Unterminated")
                if not (broken_off and self._read_on()):
                    raise self.refused(error) from error
            except (RecursionError, ValueError) as error:
                raise self.refused(error) from error
            else:
                self.at = end
                return value

    def whole(self) -> Any:
        """All of it as one document."""
        before = "\n" * self._lines + " " * self._column
        return files.parse_json(self._path, "".join([before, self.held, *self._pieces]))

    def no_json(self, problem: str) -> InvalidDataError:
        """The error for what stands here."""
        return self.refused(JSONDecodeError(problem, self.held, self.at))

    def refused(self, error: RecursionError | ValueError) -> InvalidDataError:
        """The error for one of the decoder, at its place in the file."""
        if isinstance(error, JSONDecodeError):
            column = error.colno + (self._column if error.lineno == 1 else 0)
            problem, line = files.no_json(error.msg, column), error.lineno
        else:
            found = files.unusable(error, self.held[self.at :])
            problem, line = found.problem, found.line + self.held.count("\n", 0, self.at)
        return files.refused(problem, messages.AT_LINE(path=self._path, line=self._lines + line))

    def _read_on(self) -> bool:
        """Let go of what was read, and more than double what is left; false at the end of the file."""
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
            raise files.refused(messages.TOO_LONG(most=LONGEST_LINE), place)
        self.held, self.at = "".join([left, *found]), 0
        return True


def _values(text: _Text) -> Iterator[object]:
    """The values of the array that a text has come to, which is all there is in it."""
    text.at += 1
    if text.next() != "]":
        yield text.value()
        while text.next() == ",":
            text.at += 1
            yield text.value()
        if text.next() != "]":
            raise text.no_json("Expecting ',' delimiter")
    text.at += 1
    if text.next():
        raise text.no_json("Extra data")
