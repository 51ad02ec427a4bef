"""What a value of JSON is: plain, words, objects, nested, or rows of cells in an array of arrays."""

from collections.abc import Sequence
from typing import Any

from awardcli.collection.user_file.columns.columns_by_letter import column_letter
from awardcli.collection.user_file.columns.heading_row import HEADING_WITHIN, find_heading
from awardcli.collection.user_file.table_lines import text_of
from awardcli.model import unused_name

MOST_NESTED = 8
"""Levels of nested objects that become columns; deeper ones are kept as JSON."""


def is_nested(values: Sequence[Any]) -> bool:
    """Whether arrays in an array hold nothing but objects, and so are no rows of cells: [[{…}, {…}], [{…}]]."""
    held = [each for value in values if isinstance(value, list) for each in value if each is not None]
    are_arrays = all(value is None or isinstance(value, list) for value in values)
    return bool(held) and are_arrays and all(isinstance(each, dict) for each in held)


def as_list(value: object) -> list[Any]:
    """A value that may be one or several as several."""
    return value if isinstance(value, list) else [value]


def are_objects(value: object) -> bool:
    """Whether a value is an array with objects."""
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def has_objects(value: object) -> bool:
    """Whether a value is an object, or an array with objects."""
    return isinstance(value, dict) or are_objects(value)


def is_plain(value: object) -> bool:
    """Whether a value is a cell: neither an object nor an array of more than plain values."""
    return not isinstance(value, dict) and not any(isinstance(each, dict | list) for each in as_list(value))


def is_column(value: object) -> bool:
    """Whether a value is an array, or an object with numbers for keys, as pandas writes a column."""
    return isinstance(value, list) or (isinstance(value, dict) and all(map(str.isdigit, value)))


def are_words(value: object) -> bool:
    """Whether a value is an array of words, some of which may say more in an object."""
    if not isinstance(value, list) or not all(isinstance(each, str | dict) for each in value):
        return False
    return not value or isinstance(value[0], str)


def are_rows(value: object) -> bool:
    """Whether a value is an array of rows with words in them; points of a map have none.

    >>> are_rows([["Emma", "Jane Austen"], ["Ulysses", "James Joyce", 1922]]), are_rows([[121.4, 31.2]])
    (True, False)
    """
    if not isinstance(value, list) or not all(isinstance(row, list) and is_plain(row) for row in value):
        return False
    return any(len(row) > 1 for row in value) and all(any(isinstance(cell, str) for cell in row) for row in value)


def rows_as_objects(rows: Sequence[list[Any]]) -> list[dict[str, Any]]:
    """Rows as objects: the keys are the cells of the first row where it is a heading, or else letters.

    >>> rows_as_objects([["title", "author"], ["Emma", "Jane Austen"]])
    [{'title': 'Emma', 'author': 'Jane Austen'}]
    >>> rows_as_objects([["Emma", "Jane Austen"]])
    [{'A': 'Emma', 'B': 'Jane Austen'}]
    """
    has_heading = _has_heading(rows)
    keys: dict[str, None] = {}
    for at in range(max(map(len, rows))):
        name = text_of(rows[0][at]) if has_heading and at < len(rows[0]) else ""
        keys[unused_name(name or column_letter(at), keys)] = None
    return [dict(zip(keys, row, strict=False)) for row in rows[has_heading:]]


def unnested(value: Any, nested: int = 0) -> Any:
    """A document in which the objects of arrays within an array are those of this array, as are rows under a heading.

    >>> unnested({"films": [["title", "author"], ["Emma", "Jane Austen"]], "years": [[{"year": 1815}]]})
    {'films': [{'title': 'Emma', 'author': 'Jane Austen'}], 'years': [{'year': 1815}]}
    """
    if isinstance(value, dict) and nested < MOST_NESTED:
        return {key: unnested(held, nested + 1) for key, held in value.items()}
    if isinstance(value, list) and is_nested(value):
        return [each for held in value for each in held or () if each is not None]
    return rows_as_objects(value) if are_rows(value) and _has_heading(value) else value


def _has_heading(rows: Sequence[list[Any]]) -> bool:
    lines = [(number, row, None) for number, row in enumerate(rows[:HEADING_WITHIN], start=1)]
    heading = find_heading(lines, {})
    return heading is not None and heading.rows == 1 and len(rows) > 1
