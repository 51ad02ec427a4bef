"""Read a user's file: its encoding, its rows, its JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from awardcli import messages
from awardcli.errors import InvalidDataError, UnreadableError

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
LARGEST_CELL = 1_000_000


class Row(NamedTuple):
    """A record as a file has it: its number from 1, where it stands (`line 7`), and its fields by heading."""

    number: int
    place: str
    fields: Mapping[str, object]


def refused(problem: str, *places: object) -> InvalidDataError:
    """The error for a problem at a place: a file and line, then perhaps a column."""
    for place in reversed(places):
        problem = messages.PLACED(place=place, problem=problem)
    return InvalidDataError(problem)


def read_text(path: Path) -> str:
    """The file as text: UTF-8 with or without a mark, or UTF-16 with one.

    Raises UnreadableError where the system refuses, and InvalidDataError where the bytes are not such text.
    """
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableError(messages.CANNOT_READ(path=path, reason=messages.reason(error))) from error
    encoding = "utf-16" if data.startswith(UTF16_MARKS) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidDataError(messages.NOT_UTF8(path=path, line=line)) from error


def read_delimited(path: Path, delimiter: str) -> tuple[Sequence[str], Iterator[Row]]:
    """The heading and the rows of a CSV or TSV file; an empty line is no row.

    Raises InvalidDataError where there is no heading or it names something twice, and, while the rows are read, with
    the line where a row has more or fewer cells than the heading, or a quote stays open.
    """
    lines = _lines(path, delimiter)
    place, cells = next(lines, ("", []))
    if not cells:
        raise InvalidDataError(messages.NO_HEADING(path=path))
    heading = [cell.strip() for cell in cells]
    for name in heading:
        if name and heading.count(name) > 1:
            raise refused(messages.REPEATED(value=name), place)
    return heading, _rows(heading, lines)


def _rows(heading: Sequence[str], lines: Iterable[tuple[str, Sequence[str]]]) -> Iterator[Row]:
    for number, (place, cells) in enumerate(lines, start=1):
        if len(cells) != len(heading):
            raise refused(messages.RAGGED(wanted=len(heading), found=len(cells)), place)
        yield Row(number, place, dict(zip(heading, cells, strict=True)))


def _lines(path: Path, delimiter: str) -> Iterator[tuple[str, Sequence[str]]]:
    """The lines of a delimited file that hold something, each with the place where it begins."""
    import csv

    csv.field_size_limit(LARGEST_CELL)
    # newline="" for csv: an end of line inside quotes belongs to the cell.
    reader = csv.reader(StringIO(read_text(path), newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield messages.AT_LINE(path=path, line=line), cells
            line = reader.line_num + 1
    except csv.Error as error:
        place = messages.AT_LINE(path=path, line=line)
        raise refused(messages.BAD_CSV(reason=error), place) from error


def read_json(path: Path) -> Any:
    """The document of a JSON file; raises InvalidDataError with line and column where it is none.

    Keys that repeat, NaN and lone surrogates are refused: another reader could make something else of them.
    """
    return _parse(read_text(path), path)


def read_json_lines(path: Path) -> Iterator[Row]:
    """The records of a JSON lines file; raises InvalidDataError with the line that is none."""
    number = 0
    for line, text in enumerate(read_text(path).split("\n"), start=1):
        if text.strip():
            number += 1
            yield record_row(number, messages.AT_LINE(path=path, line=line), _parse(text, path, line))


def record_row(number: int, place: str, record: object) -> Row:
    """A JSON value as a row; raises InvalidDataError where it is no object."""
    if not isinstance(record, dict):
        raise refused(messages.WANTED_OBJECT(), place)
    return Row(number, place, record)


def _parse(text: str, path: Path, line: int | None = None) -> Any:
    """The value that a JSON text holds: the whole of a file, or one `line` of it."""
    place = path if line is None else messages.AT_LINE(path=path, line=line)
    try:
        document = json.loads(text, object_pairs_hook=_distinct, parse_float=_number, parse_constant=_no_constant)
        json.dumps(document, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        place = messages.AT_LINE(path=path, line=line or error.lineno)
        raise refused(messages.NOT_JSON(reason=f"{error.msg}, column {error.colno}"), place) from error
    except RecursionError as error:
        raise InvalidDataError(messages.BAD_JSON(path=place, reason=messages.TOO_DEEP())) from error
    except UnicodeEncodeError as error:
        raise InvalidDataError(messages.BAD_JSON(path=place, reason=messages.LONE_SURROGATE())) from error
    except ValueError as error:
        raise InvalidDataError(messages.BAD_JSON(path=place, reason=error)) from error
    return document


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(messages.REPEATED(value=next(key for key in keys if keys.count(key) > 1)))
    return record


def _number(text: str) -> float:
    """JSON has one kind of number: 9.0 is 9."""
    number = float(text)
    return int(number) if number.is_integer() else number


def _no_constant(name: str) -> None:
    raise ValueError(messages.NOT_A_NUMBER(value=name))
