"""What a value of a JSON document is: a cell, a column, words, objects."""

from collections.abc import Sequence
from typing import Any

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
