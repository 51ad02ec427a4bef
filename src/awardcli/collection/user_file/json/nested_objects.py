"""The cells of JSON records: an object inside becomes dotted columns, an array one cell."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, cast

from awardcli import messages
from awardcli.collection.user_file.columns.column_roles import is_same
from awardcli.collection.user_file.columns.heading_words import known_role
from awardcli.collection.user_file.json.json_file import Record
from awardcli.collection.user_file.json.json_keys import EXAMINED, keys_in, may_be_of_works, names_a_work
from awardcli.collection.user_file.json.json_values import MOST_NESTED, are_objects, are_rows, is_plain
from awardcli.collection.user_file.json.records_in_object import records_of
from awardcli.collection.user_file.text_file import LARGEST_CELL, refused
from awardcli.errors import InvalidDataError
from awardcli.language.awards import award_names
from awardcli.model import Cell, JsonCell, texts_in_array, unused_name

_NAMES = ("name", "label", "title", "value")
"""The keys of objects, the likeliest first, under which other records may have a word in place of the object."""


def objects_in(records: Iterable[Any], above: str = "", depth: int = 1) -> dict[str, str]:
    """The dotted names that are an object in one of the records, each with the key of its name, or "".

    >>> objects_in([{"film": "A", "prize": None}, {"film": "B", "prize": {"name": "Gold", "rank": 1}}])
    {'prize': 'name'}
    """
    held: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        for key, value in record.items() if isinstance(record, dict) else ():
            if isinstance(value, dict) and value:
                held.setdefault(key, []).append(value)
    found: dict[str, str] = {}
    for key, values in held.items() if depth < MOST_NESTED else ():
        found[above + key] = next((name for name in _NAMES if any(name in value for value in values)), "")
        found |= objects_in(values, f"{above}{key}.", depth + 1)
    return found


def flat(
    record: dict[str, Any],
    inner: dict[str, list[Any]] | None,
    objects: Mapping[str, str],
    above: str = "",
    depth: int = 1,
) -> dict[str, Cell]:
    """The cells of a record: objects inside become dotted columns, an array one cell.

    Where a name is one of the `objects` of other records, nothing is no cell, and a word is what the object is called.
    Arrays of objects, other records and several titles are added to `inner` by their paths.
    Raises InvalidDataError for a value that is longer than a cell may be, or nested too deeply.
    """
    cells: dict[str, Cell] = {}
    for key, value in record.items():
        name = f"{above}{key}"
        if name in objects and (not value or not isinstance(value, dict | list)):
            if value in (None, "", {}, []):
                continue
            name = f"{name}.{objects[name]}" if objects[name] and isinstance(value, str) else name
        if type(value) is str and len(value) <= LARGEST_CELL and name not in cells:
            cells[name] = value  # as nearly all
            continue
        if isinstance(value, dict) and value and depth < MOST_NESTED:
            if inner is not None and name not in inner and names_a_work(keys_in(records := records_of(value))):
                inner[name] = records
            for below, cell in flat(value, inner, objects, f"{name}.", depth + 1).items():
                cells[unused_name(below, cells)] = cell
            continue
        has_objects = are_objects(value)
        may_be_titles = isinstance(value, list) and len(value) > 1 and may_be_of_works(name)
        if inner is not None and (has_objects or may_be_titles or are_rows(value)):
            inner[name] = inner[name] if are_objects(inner.get(name)) else cast(list[Any], value)
        if has_objects and (who := _who(name, value)):
            cells[who[0]] = who[1]
        cells[unused_name(name, cells)] = _cell(name, value)
    return cells


def _who(heading: str, objects: Sequence[Any]) -> tuple[str, str] | None:
    """The names in an array of objects under a heading of organizations or people, with their own heading; or None."""
    for key in ("name", "姓名", "名称") if known_role(heading) == "organization" else ():
        names = [each.get(key) if isinstance(each, dict) else None for each in objects]
        if all(isinstance(name, str) for name in names):
            return f"{heading}.{key}", "、".join(map(str, names))
    return None


def flattened(records: Iterable[Record], inner: dict[str, list[Any]], fill_down: Iterable[str]) -> Iterator[Record]:
    """The records as cells by heading, filled down where the options say so."""
    above: dict[str, Cell] = dict.fromkeys(fill_down)
    records = iter(records)
    first = list(islice(records, EXAMINED))
    objects = objects_in(value for _, value, problem in first if problem is None)
    for at, (line, value, problem) in enumerate(chain(first, records)):
        if problem is not None:
            yield line, value, problem
            continue
        try:
            cells = flat(value, inner if at < EXAMINED else None, objects)
        except InvalidDataError as error:
            yield line, value, error.message
            continue
        if "organization" in cells:
            cells.pop("organizations", None)  # our own exports have each name there once more
        for name in above:
            heading = next((key for key in cells if is_same(key, name)), name)
            if cells.get(heading) in (None, ""):
                cells[heading] = above[name]
            above[name] = cells[heading]
        yield line, cells, None


def cells_of(value: object) -> tuple[list[Cell], str | None]:
    """The cells of a row that is an array, as texts and numbers, and why it is not one, or None."""
    if not isinstance(value, list):
        return [], messages.WANTED_ARRAY()
    try:
        return [as_plain(_cell(str(at), cell)) for at, cell in enumerate(value)], None
    except InvalidDataError as error:
        return [], error.message


def as_plain(cell: Cell) -> Cell:
    """A cell as text where it is an array, an object or a boolean; None for an empty one of these."""
    return (str(cell) or None) if type(cell) is JsonCell else cell


_LARGEST_INTEGER = 2**63 - 1
"""The largest integer in SQLite; a larger one is kept as text."""
_BOOLEANS = {True: JsonCell("true"), False: JsonCell("false")}


def _cell(name: str, value: object) -> Cell:
    if isinstance(value, bool):
        return _BOOLEANS[value]
    if value == {}:
        return None
    if isinstance(value, list | dict):
        value = _json_cell(name, value)
    if isinstance(value, str) and len(value) > LARGEST_CELL:
        raise refused(messages.TOO_LONG(most=LARGEST_CELL), name)
    if isinstance(value, int) and abs(value) > _LARGEST_INTEGER:
        return str(value)
    return cast(Cell, value)


_DEEPEST = 64
"""Levels of values in a cell; a deeper one is kept as text, since each reader of JSON has a bound of its own."""


def _json_cell(name: str, value: list[Any] | dict[str, Any]) -> str:
    if not isinstance(value, list) or not is_plain(value):
        try:
            text = json.dumps(value, ensure_ascii=False)
        except RecursionError as error:
            raise refused(messages.TOO_DEEP(), name) from error
        may_be_deep = text.count("[") + text.count("{") > _DEEPEST
        return text if may_be_deep and _is_deep(value) else JsonCell(text)
    cell = JsonCell.of_array(value)
    if len(value) > 1 and known_role(name) == "award" and len(award_names(cell)) < len({*texts_in_array(value)}):
        return JsonCell.of_array(value, joined_by="｜")
    return cell


def _is_deep(value: object) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        held = [each.values() if isinstance(each, dict) else each for each in level if isinstance(each, list | dict)]
        level = list(chain.from_iterable(held))
    return any(isinstance(each, list | dict) for each in level)
