"""Records inside a JSON document, and the cells inside a record."""

import json
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, cast

from awardcli import messages, vocabulary
from awardcli.collection.user_file.column_roles import is_honoured, is_same, is_title
from awardcli.collection.user_file.heading_words import CHINESE, SEVERAL, WEAK, known
from awardcli.collection.user_file.json_file import Record, record_of
from awardcli.collection.user_file.rows_set_aside import BARE_YEAR, EDITION, is_award, section
from awardcli.collection.user_file.text_file import LARGEST_CELL, Line, refused
from awardcli.errors import InvalidDataError
from awardcli.language.fold import to_simplified
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.model import Cell, unused_name

KEY = "key"
"""The column of keys that hold records, where these are neither years nor anything else that is known."""
_CATEGORY = lazy_pattern(r".*[^分种](?:类|组|组别|类别|单元|奖项)")


def key_heading(keys: Iterable[str], beside: Iterable[str]) -> str:
    """The heading of the keys that hold records: year, edition, award or category by what all of them say, else KEY.

    It is in Chinese where the keys, or the headings `beside` them, are.

    >>> key_heading(["2020", "2021年"], ["片名"]), key_heading(["gold", "Best Film"], []), key_heading(["films"], [])
    ('年份', 'award', 'key')
    """
    words = [to_simplified(key).replace("_", " ").strip() for key in keys]
    roles: dict[str, Callable[[str], object]] = {
        "year": BARE_YEAR.fullmatch,
        "edition": EDITION.fullmatch,
        "award": is_award,
        "category": lambda word: _CATEGORY.fullmatch(word) or section(word),
    }
    role = next((role for role, says in roles.items() if words and all(map(says, words))), None)
    chinese = CHINESE.search("".join([*words, *beside])) is not None
    return vocabulary.heading(role, chinese=chinese) if role else KEY


_LOOKED_AT = 100
"""Records of an array whose keys are compared with those of another."""


def _names_a_work(keys: Iterable[str]) -> bool:
    """Whether one of the keys is known as a title or an organization."""
    return any((found := known(key)) and found.role in SEVERAL for key in keys)


def arrays_in(document: dict[str, Any]) -> dict[str, list[Any]]:
    """The outermost arrays of records in a document, by their paths (`data.items`).

    An object that holds records by their keys, or columns by their headings, counts as an array of them; so do rows
    beside an array of headings. Arrays of the same records under several keys are one, which has `*` in its path.
    """
    if words := _words_by_key(document):
        return {"": words}
    level: dict[tuple[str, ...], dict[str, Any]] = {(): document}
    while level:
        members = {(*path, key): value for path, held in level.items() for key, value in held.items()}
        if found := {path: value for path, value in members.items() if _holds_objects(value)}:
            return {".".join(path): records for path, records in _by_key(found).items()}
        if inside := {path: records for path, held in level.items() if (records := _records_of(held))}:
            return {".".join(path): records for path, records in _by_key(inside).items()}
        level = {path: value for path, value in members.items() if isinstance(value, dict)}
    return {}


def _words_by_key(document: dict[str, Any]) -> list[Any]:
    """The titles of a document that holds lists of plain words by keys, each with its keys; else none.

    A document with one such list beside plain values is the list, unless it names a work itself.

    >>> _words_by_key({"金奖": ["甲", "乙"], "银奖": ["丙"]})[1:]
    [{'奖项': '金奖', '作品': '乙'}, {'奖项': '银奖', '作品': '丙'}]
    """
    lists = {key: value for key, value in document.items() if isinstance(value, list | dict)}
    (key, words), *others = lists.items() if lists else [("", None)]
    if not others and len(document) > 1 and is_title(key) and isinstance(words, list) and _are_words(words):
        return [{key: word} for word in words]
    if len(lists) == 1 and len(document) > 1 and not any(_is_surely_of_a_work(key) for key in document):
        document = lists
    paths: dict[tuple[str, ...], Any] = {(): document}
    while paths and all(isinstance(value, dict) and value for value in paths.values()):
        paths = {(*path, key): below for path, value in paths.items() for key, below in value.items()}
        if _names_a_work(path[-1] for path in paths):
            return []
    if () in paths or not all(map(_are_words, paths.values())):
        return []
    parts = list(zip(*paths, strict=True))
    words = [str(word) for words in paths.values() for word in words]
    chinese = CHINESE.search("".join(words)) is not None
    headings = [key_heading(set(keys), words[:1]) for keys in parts]
    kept = [at for at, keys in enumerate(parts) if len(set(keys)) > 1 or headings[at] != KEY]
    title = vocabulary.heading("title", chinese=chinese)
    found: list[Any] = []
    for path in paths:
        outer: dict[str, Any] = {}
        for at in kept:
            outer[unused_name(headings[at], outer)] = path[at]
        found += [{**outer, title: _cell(title, word)} for word in paths[path]]
    return found


def _is_surely_of_a_work(key: str) -> bool:
    found = known(key)
    return found is not None and found.role in SEVERAL and found.strength > WEAK


def _are_words(value: object) -> bool:
    """Whether a value is an array of words, some of which may say more in an object."""
    return (
        isinstance(value, list)
        and all(isinstance(each, str | dict) for each in value)
        and (not value or isinstance(value[0], str))
    )


def _by_key(arrays: dict[tuple[str, ...], list[Any]]) -> dict[tuple[str, ...], list[Any]]:
    """The arrays of alike records joined into one, with their keys (2020, 2021; gold, silver) as columns.

    Records are alike where these keys are years, editions, awards or categories, or else where all arrays share half of
    their headings.
    """
    headings = {path: names for path, records in arrays.items() if _names_a_work(names := _keys_of(records))}
    first = next(iter(headings.values()), set())
    parts = list(zip(*headings, strict=True))
    named = [key_heading(keys, first) for keys in parts]
    kept = [at for at, keys in enumerate(parts) if len(set(keys)) > 1 or (named[at] != KEY and not _names_a_work(keys))]
    kept.sort(key=lambda at: len(set(parts[at])) == 1)  # what tells the records apart before what holds them all
    paths = list(headings)
    if any(named[at] == KEY for at in kept):
        largest = headings[max(paths, key=lambda path: len(arrays[path]))]
        paths = [path for path in paths if len(headings[path] & largest) * 2 >= len(headings[path] | largest)]
        if len(paths) < 2 or not _names_a_work(set.intersection(*(headings[path] for path in paths))):
            return arrays
    if not kept:
        return arrays
    joined: list[Any] = []
    for path in paths:
        outer: dict[str, Any] = {}
        for at in kept:
            outer[unused_name(named[at], outer)] = path[at]
        joined += [_joined(each, outer) if isinstance(each, dict) else each for each in arrays[path]]
    starred = tuple("*" if at in kept else part for at, part in enumerate(paths[0]))
    return {starred: joined, **{path: records for path, records in arrays.items() if path not in paths}}


def path_to_works(records: Iterable[object], path: str) -> str | None:
    """The path to the records of works at or below a path, or None.

    >>> path_to_works([{"name": "x", "nominees": [{"film": "A"}]}], "groups")
    'groups.nominees'
    """
    for each in islice(records, _LOOKED_AT):
        if isinstance(each, dict):
            inside = {key: value for key, value in each.items() if _holds_objects(value)}
            if any(map(_is_surely_of_a_work, each.keys() - inside.keys())):
                return path
            below = (path_to_works(value, f"{path}.{key}") for key, value in inside.items())
            if found := next(filter(None, below), None):
                return found
    return None


def first_path(document: dict[str, Any], path: str) -> str:
    """The path with the first key that holds records in place of each `*`."""
    found: list[str] = []
    held: Any = document
    for part in path.split("."):
        inside = (key for key, value in held.items() if isinstance(value, dict) or _holds_objects(value))
        found.append(next(inside) if part == "*" else part)
        held = held.get(found[-1], {})
    return ".".join(found)


def _keys_of(records: object) -> set[str]:
    """The keys of the first records of an array."""
    first = islice(records, _LOOKED_AT) if isinstance(records, list) else ()
    return {key for each in first if isinstance(each, dict) for key in each}


def _records_of(held: dict[str, Any]) -> list[Any]:
    """The records that an object holds in another form than an array of objects, or none.

    >>> _records_of({"m1": {"title": "A"}, "m2": {"title": "B"}})
    [{'key': 'm1', 'title': 'A'}, {'key': 'm2', 'title': 'B'}]
    >>> _records_of({"title": ["A", "B"], "year": {"0": 1, "1": 2}})
    [{'title': 'A', 'year': 1}, {'title': 'B', 'year': 2}]
    """
    values = list(held.values())
    sizes = {len(value) for value in values if isinstance(value, list | dict)}
    if len(values) > 1 and all(isinstance(value, dict) for value in values):
        common = set(values[0]).intersection(*values)
        if (_names_a_work(common) and not _names_a_work(held)) or any(map(_is_surely_of_a_work, common)):
            heading = _heading_of(held, common)
            return [_joined({unused_name(heading, value): key}, value) for key, value in held.items()]
    if _names_a_work(held) and len(sizes) == 1 and all(map(_is_column, values)):
        columns = [list(value.values()) if isinstance(value, dict) else value for value in values]
        return [dict(zip(held, cells, strict=True)) for cells in zip(*columns, strict=True)]
    rows = [value for value in values if isinstance(value, list) and value and isinstance(value[0], list)]
    heads = [value for value in values if isinstance(value, list) and all(isinstance(each, str) for each in value)]
    return [*(head for head in heads if len(head) == len(rows[0][0])), *rows[0]] if len(rows) == 1 else []


def _heading_of(keys: Iterable[str], inside: Iterable[str]) -> str:
    """The heading of the keys that each hold a record: the award of its winner or nominees, or the title it lacks.

    >>> _heading_of(["Roma", "Parasite"], ["director", "year"]), _heading_of(["Directing"], ["winner"])
    ('title', 'award')
    """
    if (heading := key_heading(keys, inside)) != KEY or any(map(is_title, inside)):
        return heading
    if all(map(_IS_ID.fullmatch, keys)):
        return KEY
    chinese = CHINESE.search("".join([*keys, *inside])) is not None
    return vocabulary.heading("award" if any(map(is_honoured, inside)) else "title", chinese=chinese)


_IS_ID = lazy_pattern("[\\w.:-]*[0-9][\\w.:-]*")


def _is_column(value: object) -> bool:
    """Whether a value is an array, or an object with numbers for keys, as pandas writes a column."""
    return isinstance(value, list) or (isinstance(value, dict) and all(map(str.isdigit, value)))


def own_roles_first(names: Iterable[str], added: Container[str]) -> dict[str, None]:
    """The names of added values that are no titles or organizations, since the records surely have their own."""
    found = {name: each for name in names if (each := known(name)) and each.role in SEVERAL}
    own = {each.role for name, each in found.items() if name not in added and each.strength > WEAK}
    return {name: None for name, each in found.items() if name in added and each.role in own}


def keys_in(records: Iterable[object]) -> list[str]:
    """The keys of the first records of an array."""
    return list(dict.fromkeys(key for each in islice(records, _LOOKED_AT) if isinstance(each, dict) for key in each))


def _holds_objects(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


Holders = tuple[tuple[str, dict[str, Any]], ...]
"""The key and the plain values of each object around a record, the innermost first."""


def expanded(
    value: object, path: Sequence[str], around: Holders = (), key: str = ""
) -> Iterator[tuple[object, Holders]]:
    """The values at a path inside a value, through every array on the way, each with the objects around it.

    `key` is that of the value. The part `*` of a path means every key, which becomes one of the values around.
    """
    if isinstance(value, list):
        for each in value:
            yield from expanded(each, path, around, key)
    elif not path:
        for each in (_records_of(value) if isinstance(value, dict) else ()) or [value]:
            yield each, around
    elif isinstance(value, dict) and path[0] == "*" not in value:
        plain = {name: each for name, each in value.items() if not isinstance(each, list | dict)}
        inside = {name: each for name, each in value.items() if isinstance(each, list | dict)}
        heading = key_heading(inside, next(map(_keys_of, inside.values()), ()))
        for name, each in inside.items():
            yield from expanded(each, path[1:], (("", {heading: name}), (key, plain), *around), name)
    elif isinstance(value, dict):
        for size in range(len(path), 0, -1):  # a key may have a point itself
            if (name := ".".join(path[:size])) in value:
                others = {other: each for other, each in value.items() if other != name}
                is_list = {other: isinstance(each, dict) and _records_of(each) for other, each in others.items()}
                plain = _plain({other: each for other, each in others.items() if not is_list[other]})
                yield from expanded(value[name], path[size:], ((key, plain), *around), name)
                return


def _plain(record: dict[str, Any], above: str = "", depth: int = 1) -> dict[str, Any]:
    """The plain values of a record and of the objects inside it, these by dotted names; arrays are left out.

    >>> _plain({"id": 1, "name": {"en": "A"}, "prizes": [{"year": 2000}]})
    {'id': 1, 'name.en': 'A'}
    """
    values: dict[str, Any] = {}
    for key, value in record.items():
        if isinstance(value, dict):
            values |= _plain(value, f"{above}{key}.", depth + 1) if depth < _DEEPEST else {}
        elif not isinstance(value, list):
            values[f"{above}{key}"] = value
    return values


def records_at(file: Path, asked: str, records: Iterable[Record], added: set[str]) -> Iterator[Record]:
    """The records at the path that `--records` names, each with the plain values of the objects around it.

    The names of these are put into `added`; one that the record has too gets its key in front: `categories.name`.
    Raises InvalidDataError where there are no records.
    """
    path = asked.removeprefix("$").replace("[*]", "").replace("[]", "").strip(".").split(".")
    found = False
    for line, value, problem in records:
        if problem is not None:
            yield line, value, problem
            continue
        for each, around in expanded(value, path):
            found = True
            yield record_of(line, _with_those_around(each, around, added) if isinstance(each, dict) else each)
    if not found:
        raise InvalidDataError(messages.NO_SUCH_RECORDS(path=file, records=asked))


def _with_those_around(record: dict[str, Any], around: Holders, added: set[str]) -> dict[str, Any]:
    joined = dict(record)
    for key, values in around:
        for name, value in values.items():
            heading = f"{key}.{name}" if key and name in joined else name
            heading = unused_name(heading, joined)
            joined[heading] = value
            added.add(heading)
    return joined


def _joined(record: dict[str, Any], outer: dict[str, Any]) -> dict[str, Any]:
    joined = dict(record)
    for name, value in outer.items():
        joined[unused_name(name, joined)] = value
    return joined


_DEEPEST = 8
"""Levels of nested objects that become columns; deeper ones are kept as JSON."""


def flat(record: dict[str, Any], inner: dict[str, list[Any]], above: str = "", depth: int = 1) -> dict[str, Cell]:
    """The cells of a record: objects inside become dotted columns, an array of words one cell.

    Arrays of objects are added to `inner` by their paths; these are kept as JSON. Raises InvalidDataError for a value
    that is longer than a cell may be, or nested too deeply.
    """
    cells: dict[str, Cell] = {}
    for key, value in record.items():
        name = f"{above}{key}"
        if type(value) is str and len(value) <= LARGEST_CELL and name not in cells:
            cells[name] = value  # as nearly all
            continue
        if isinstance(value, dict) and value and depth < _DEEPEST:
            for below, cell in flat(value, inner, f"{name}.", depth + 1).items():
                cells[unused_name(below, cells)] = cell
            continue
        if _holds_objects(value):
            inner.setdefault(name, value)
            if names := _who(name, value):
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
    for line, value, problem in records:
        if problem is None:
            try:
                cells = flat(value, inner)
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
