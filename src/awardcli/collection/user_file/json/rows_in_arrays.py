"""Arrays of arrays inside JSON: rows of cells, under a heading of their own or under letters."""

from collections.abc import Sequence
from typing import Any

from awardcli.collection.user_file.columns.columns_by_letter import column_letter
from awardcli.collection.user_file.columns.heading_row import HEADING_WITHIN, find_heading
from awardcli.collection.user_file.json.json_values import MOST_NESTED, is_nested, is_plain
from awardcli.collection.user_file.table_lines import text_of
from awardcli.model import unused_name


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
