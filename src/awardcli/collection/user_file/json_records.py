"""The cells of JSON records, with the values of the objects around them."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple, cast

from awardcli import messages
from awardcli.collection.user_file.column_roles import Remark, is_honoured, is_same, is_title
from awardcli.collection.user_file.heading_words import SEVERAL, WEAK, known
from awardcli.collection.user_file.json_document import (
    as_list,
    give_way,
    holds_more,
    holds_objects,
    is_plain,
    key_heading,
    names_a_work,
    records_of,
    role_of,
    winners_of,
    word_heading,
    words_of,
)
from awardcli.collection.user_file.json_file import Record, record_of
from awardcli.collection.user_file.text_file import LARGEST_CELL, Line, refused
from awardcli.errors import InvalidDataError
from awardcli.model import Cell, Role, unused_name

_LOOKED_AT = 100
"""Records whose keys are examined before the first is given."""


def roles_by_place(names: Sequence[str], added: Mapping[str, str], key: str) -> dict[str, Role | None]:
    """The roles that names have by where they are: in the records, under `key`, or `added` from the object of a key.

    An added title or organization has none where the records surely have their own. A vague name beside a title, under
    awards or categories, is that of the award or the category.

    >>> roles_by_place(["name", "film", "films.title"], {"films.title": "films"}, "awards")
    {'films.title': None, 'name': 'award'}
    """
    found = {name: each for name in names if (each := known(name)) and each.role in SEVERAL}
    own = {each.role for name, each in found.items() if name not in added and each.strength > WEAK}
    roles: dict[str, Role | None] = {name: None for name, each in found.items() if name in added and each.role in own}
    if any(each.role == "title" and each.strength > WEAK for each in found.values()):
        for name in (name for name, each in found.items() if each.strength == WEAK):
            by_key = known(f"{added.get(name, key)}.{name}")
            if by_key and by_key.role in ("award", "category"):
                roles[name] = by_key.role
    return roles


def keys_in(records: Iterable[object]) -> list[str]:
    """The keys of the first records of an array."""
    return list(dict.fromkeys(key for each in islice(records, _LOOKED_AT) if isinstance(each, dict) for key in each))


Holders = tuple[tuple[str, dict[str, Any]], ...]
"""The key and the plain values of each object around a record, the innermost first."""


class Inside(NamedTuple):
    """A value at a path inside another, its key, and the objects around it.

    An object in an array that has nothing at the rest of the path comes itself, with `is_there` false.
    """

    value: Any
    key: str
    around: Holders
    is_there: bool = True


def expanded(
    value: object, path: Sequence[str], left: Counter[str], key: str = "", around: Holders = ()
) -> Iterator[Inside]:
    """The values at a path inside a value, through every array on the way.

    `key` is that of the value. The part `*` of a path means every key, which becomes one of the values around. The
    values of the objects around that are no cells are counted in `left` by their paths.
    """
    if isinstance(value, list):
        for each in value:
            is_there = False
            is_end = not path and not holds_objects(each)
            for inside in [Inside(each, key, around)] if is_end else expanded(each, path, left, key, around):
                is_there = True
                yield inside
            if not is_there and isinstance(each, dict):
                yield Inside(each, key, around, is_there)
    elif not path and value not in (None, {}):
        records = isinstance(value, dict) and (records_of(value) or words_of(value))
        yield from (Inside(each, key, around) for each in records or [value])
    elif isinstance(value, dict) and path[:1] == ["*"] and "*" not in value:
        held = {name: each for name, each in value.items() if holds_more(each)} or value
        heading = key_heading(held, next(map(keys_in, map(as_list, held.values())), []))
        plain = _plain({name: each for name, each in value.items() if name not in held}, left, key)
        for name, each in held.items():
            is_there = False
            for inside in expanded(each, path[1:], left, name, (("", {heading: name}), (key, plain), *around)):
                is_there = True
                yield inside
            if not is_there and each not in (None, "", [], {}):
                left[".".join(filter(None, [key, name]))] += 1
    elif isinstance(value, dict):
        for size in range(len(path), 0, -1):  # a key may have a point itself
            if (name := ".".join(path[:size])) in value:
                plain = _plain({other: each for other, each in value.items() if other != name}, left, key)
                is_said = role_of(name) and not is_honoured(name)
                said = {key_heading([name], keys_in(as_list(value[name]))): name} if is_said else {}
                yield from expanded(value[name], path[size:], left, name, (("", said), (key, plain), *around))
                return
        yield from expanded(records_of(value), path, left, key, around)


def _plain(record: dict[str, Any], left: Counter[str], key: str, above: str = "", depth: int = 1) -> dict[str, Any]:
    """The plain values of a record and of the objects inside it, these by dotted names; others are counted in `left`.

    >>> _plain({"id": 1, "name": {"en": "A"}, "prizes": [{"year": 2000}]}, left := Counter(), "people"), left
    ({'id': 1, 'name.en': 'A'}, Counter({'people.prizes': 1}))
    """
    values: dict[str, Any] = {}
    for name, value in record.items():
        if is_plain(value) and (not isinstance(value, list) or len(value) <= _LOOKED_AT):
            values[f"{above}{name}"] = value
        elif isinstance(value, dict) and depth < _DEEPEST and not _are_other_records(name, value):
            values |= _plain(value, left, key, f"{above}{name}.", depth + 1)
        else:
            left[".".join(filter(None, [key, f"{above}{name}"]))] += len(value)
    return values


def _are_other_records(key: str, value: dict[str, Any]) -> bool:
    """Whether an object around records holds records itself: those of another year."""
    return bool((role_of(key) or any(map(holds_more, value.values()))) and records_of(value))


def records_at(
    file: Path, asked: str, records: Iterable[Record], added: dict[str, str], remarks: list[Remark]
) -> Iterator[Record]:
    """The records at the path that `--records` names, each with the plain values of the objects around it.

    The names of these are put into `added`; one that the record has too gets its key in front: `categories.name`. An
    object without records is one itself if it says a title or a winner. What is left out is added to `remarks` at the
    end. Raises InvalidDataError where there are no records.
    """
    path = asked.removeprefix("$").replace("[*]", "").replace("[]", "").strip(".").split(".")
    left: Counter[str] = Counter()
    without: list[str] = []

    def insides() -> Iterator[tuple[Record, Inside | None]]:
        for record in records:
            if record[2] is not None:
                yield record, None
            for each in expanded([record[1]], path, left) if record[2] is None else ():
                yield record, each

    found = insides()
    first = list(islice(found, _LOOKED_AT))
    own = {*keys_in(inside.value for _, inside in first if inside and inside.is_there)}
    is_there = False
    for record, inside in chain(first, found):
        if inside is None:
            yield record
        elif inside.is_there:
            is_there = True
            value = inside.value
            if not isinstance(value, dict | list):
                value = {word_heading(inside.key, [value]): value}
            joined = _with_those_around(value, inside.around, own, added) if isinstance(value, dict) else value
            yield record_of(record[0], joined)
        else:
            filled = {name: each for name, each in inside.value.items() if each not in ([], {})}
            plain = _plain(filled, left, inside.key)
            if any(plain[name] and _says_what_won(name) for name in plain):
                yield record_of(record[0], _with_those_around({}, ((inside.key, plain), *inside.around), own, added))
            else:
                without.append(json.dumps(inside.value, ensure_ascii=False))
    if not is_there:
        raise InvalidDataError(messages.NO_SUCH_RECORDS(path=file, records=asked))
    if without:
        text = messages.WITHOUT_RECORDS(count=len(without), path=asked, records=messages.first_listed(without))
        remarks.append(Remark(text))
    if left:
        names = messages.listed([f"{name} ({count})" for name, count in left.items()])
        remarks.append(Remark(messages.VALUES_LEFT_OUT(names=names)))


def _says_what_won(heading: str) -> bool:
    found = known(heading)
    return is_honoured(heading) or (is_title(heading) and found is not None and found.strength > WEAK)


def _with_those_around(record: dict[str, Any], around: Holders, own: set[str], added: dict[str, str]) -> dict[str, Any]:
    """A record with the values around it; a name that records have, `own`, is that of another thing around them."""
    joined = dict(record)
    for key, values in around:
        for name, value in values.items():
            give_way(name, joined)
            is_other = name in joined or (name in own and names_a_work([name]))
            heading = unused_name(f"{key}.{name}" if key and is_other else name, joined)
            joined[heading] = value
            added[heading] = key
    return joined


_DEEPEST = 8
"""Levels of nested objects that become columns; deeper ones are kept as JSON."""


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
    for key, values in held.items() if depth < _DEEPEST else ():
        found[above + key] = next((name for name in _NAMES if any(name in value for value in values)), "")
        found |= objects_in(values, f"{above}{key}.", depth + 1)
    return found


def flat(
    record: dict[str, Any],
    inner: dict[str, list[Any]] | None,
    objects: Mapping[str, str] = {},
    above: str = "",
    depth: int = 1,
) -> dict[str, Cell]:
    """The cells of a record: objects inside become dotted columns, an array of words one cell.

    Where a name is one of the `objects` of other records, nothing is no cell, and a word is what the object is called.
    Arrays of objects are kept as JSON. They, other records and several titles are added to `inner` by their paths.
    Raises InvalidDataError for a value that is longer than a cell may be, or nested too deeply.
    """
    cells: dict[str, Cell] = {}
    for key, value in record.items():
        name = f"{above}{key}"
        if name in objects and not isinstance(value, dict | list):
            if value in (None, ""):
                continue
            name = f"{name}.{objects[name]}" if objects[name] and isinstance(value, str) else name
        if type(value) is str and len(value) <= LARGEST_CELL and name not in cells:
            cells[name] = value  # as nearly all
            continue
        if isinstance(value, dict) and value and depth < _DEEPEST:
            if inner is not None and name not in inner and names_a_work(keys_in(records := records_of(value))):
                inner[name] = records
            for below, cell in flat(value, inner, objects, f"{name}.", depth + 1).items():
                cells[unused_name(below, cells)] = cell
            continue
        has_objects = holds_objects(value)
        if inner is not None and (has_objects or (isinstance(value, list) and len(value) > 1 and is_title(name))):
            inner[name] = inner[name] if holds_objects(inner.get(name)) else value
        if has_objects and (names := _who(name, value)):
            cells[f"{name}.name"] = names
        cells[unused_name(name, cells)] = _cell(name, value)
    return cells


def _who(heading: str, objects: Sequence[Any]) -> str | None:
    """The names in an array of objects under a heading of organizations or people, such as directors; else None."""
    found = known(heading)
    names = [each.get("name") if isinstance(each, dict) else None for each in objects]
    if found is None or found.role != "organization" or not all(isinstance(name, str) for name in names):
        return None
    return "、".join(map(str, names))


def flattened(records: Iterable[Record], inner: dict[str, list[Any]], fill_down: Iterable[str]) -> Iterator[Record]:
    """The records as cells by heading, filled down where the options say so."""
    above: dict[str, Cell] = dict.fromkeys(fill_down)
    records = iter(records)
    first = list(islice(records, _LOOKED_AT))
    objects = objects_in(value for _, value, problem in first if problem is None)
    for at, (line, value, problem) in enumerate(chain(first, records)):
        if problem is None:
            try:
                cells = flat(value, inner if at < _LOOKED_AT else None, objects)
            except InvalidDataError as error:
                problem = error.message
            else:
                if "organization" in cells:
                    cells.pop("organizations", None)  # our own exports have each name there once more
                for name in above:
                    heading = next((key for key in cells if is_same(key, name)), name)
                    if cells.get(heading) in (None, ""):
                        cells[heading] = above[name]
                    above[name] = cells[heading]
                yield line, cells, None
                continue
        yield line, value, problem


def by_award(records: Iterable[Record]) -> Iterator[Record]:
    """What won each award that a record holds, with its other values; a record without awards as it is."""
    for line, value, problem in records:
        won = winners_of(value) if problem is None and isinstance(value, dict) else []
        yield from [record_of(line, each) for each in won] or [(line, value, problem)]


def lines_of(records: Iterable[Record]) -> Iterator[Line]:
    """Records as the rows of a table under the keys of the first ones; one with a further key cannot be read."""
    flat_records = flattened(records, {}, ())
    sample = list(islice(flat_records, _LOOKED_AT))
    names = list(dict.fromkeys(name for _, cells, problem in sample if problem is None for name in cells))
    yield 1, names, None
    for number, (line, cells, problem) in enumerate(chain(sample, flat_records), start=1):
        if problem is None and not cells.keys() <= {*names}:
            problem = messages.RAGGED(wanted=len(names), found=len(cells))
        yield line or number, [str(cells)] if problem else [cells.get(name) for name in names], problem


def cells_of(value: object) -> tuple[list[Cell], str | None]:
    """The cells of a row that is an array, and why it is not one, or None."""
    if not isinstance(value, list):
        return [], messages.WANTED_OBJECT()
    try:
        return [_cell(str(at), cell) for at, cell in enumerate(value)], None
    except InvalidDataError as error:
        return [], error.message


_LARGEST_INTEGER = 2**63 - 1
"""The largest integer in SQLite; a larger one is kept as text."""


def _cell(name: str, value: object) -> Cell:
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        value = "、".join(str(_cell(name, each)) for each in value) or None
    if isinstance(value, bool | list | dict):
        try:
            value = json.dumps(value, ensure_ascii=False)
        except RecursionError as error:
            raise refused(messages.TOO_DEEP(), name) from error
    if isinstance(value, str) and len(value) > LARGEST_CELL:
        raise refused(messages.TOO_LONG(most=LARGEST_CELL), name)
    if isinstance(value, int) and abs(value) > _LARGEST_INTEGER:
        return str(value)
    return cast(Cell, value)
