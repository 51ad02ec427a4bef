"""Find the tables of a JSON document: arrays of records, or what an object holds; those alike are joined."""

from collections.abc import Iterable
from itertools import chain, islice
from typing import Any, NamedTuple

from awardcli.collection.user_file.json.json_keys import (
    EXAMINED,
    KEY,
    heading_over,
    is_surely_of_a_work,
    key_heading,
    keys_in,
    names_a_work,
)
from awardcli.collection.user_file.json.json_values import are_words, as_list, holds_more, holds_objects, is_plain
from awardcli.collection.user_file.json.records_in_object import (
    is_record,
    is_titled,
    joined_record,
    records_of,
    words_of,
)
from awardcli.model import unused_name

Keys = tuple[str, ...]
"""The keys that lead to a value inside a document, from the outermost."""


class Table(NamedTuple):
    """Records of a document: their path, with `*` where several keys became a column, and the keys to each part.

    `around` are the names of the values that they have from the objects around them.
    """

    path: str
    records: list[Any]
    places: tuple[Keys, ...]
    around: frozenset[str] = frozenset()


def tables_in(document: dict[str, Any], *, words: bool = True) -> list[Table]:
    """The outermost records of a document; those that are alike under several keys are one table.

    Without `words`, lists of plain words are no records.
    """
    level: dict[Keys, dict[str, Any]] = {(): document}
    parts: set[Keys] = set()
    """Places inside an object that is a record itself, where only arrays of objects are records."""
    while level:
        found = {path: records for path, held in level.items() if path not in parts and (records := records_of(held))}
        if all(all(map(holds_objects, level[path].values())) for path in found):
            found = {}  # the arrays are found by their own keys
        members = {
            (*path, key): value for path, held in level.items() if path not in found for key, value in held.items()
        }
        lists = {path: value for path, value in members.items() if holds_objects(value)}
        if words and any(map(are_words, lists.values())):  # of words some of which say more in an object
            lists = {path: value for path, value in lists.items() if not words_of(level[path[:-1]])}
        beside = {path[:-1] for path in lists} - parts  # the winner in an object, the others in arrays
        ones = {path: [value] for path, value in members.items() if path[:-1] in beside and is_record(value)}
        found |= lists | {path: [value] for path, (value,) in ones.items() if names_a_work(value)}
        if words and not found and all(path not in parts and words_of(held) for path, held in level.items()):
            found = {path: words_of(held) for path, held in level.items()}
        if found:
            sizes = dict.fromkeys(map(len, found))
            groups = ({path: records for path, records in found.items() if len(path) == size} for size in sizes)
            return list(chain.from_iterable(_by_key(document, group) for group in groups))
        inside = {path: value for path, value in members.items() if isinstance(value, dict)}
        parts = {path for path in inside if path[:-1] in parts or is_titled(level[path[:-1]])}
        level = inside
    return []


def left_out(document: dict[str, Any], table: Table) -> tuple[list[str], list[str]]:
    """What the records of a table do not have of a document, by dotted paths: other records, and other values."""
    own = _steps(table.places)
    shared = table.path.split(".").index("*") if "*" in table.path.split(".") else len(table.places[0])
    begun, ends = set(own), {*table.places}
    records: list[str] = []
    values: list[str] = []
    level: dict[Keys, dict[str, Any]] = {} if () in ends else {(): document}
    while level:
        members = {(*path, key): value for path, held in level.items() for key, value in held.items()}
        for path, value in members.items():
            is_cell = len(path) > shared + 1 and path[:-1] in own and is_plain(value)
            if path in begun or is_cell or value in (None, "", [], {}):
                continue
            *above, key = path
            found = tables_in({key: value}, words=False) if holds_more(value) else []
            for each in found:
                records.append(".".join([*above, each.path or key]))
                ends |= (places := {(*above, *place) for place in each.places})
                begun |= _steps(places)
            values += [] if found else [".".join(path)]
        level = {path: value for path, value in members.items() if path in begun and path not in ends}
    return records, values


def _steps(places: Iterable[Keys]) -> set[Keys]:
    """The places of all that is on the way to places, and these."""
    return {place[:size] for place in places for size in range(len(place) + 1)}


def _by_key(document: dict[str, Any], arrays: dict[Keys, list[Any]]) -> list[Table]:
    """The arrays of alike records joined into one, with their keys (2020, 2021; gold, silver) as columns.

    Records are alike where these keys are years, editions, awards or categories, or else where all arrays share half of
    their headings.
    """
    every = [Table(".".join(path), records, (path,)) for path, records in arrays.items()]
    all_headings = {path: {*keys_in(records)} for path, records in arrays.items()}
    headings = {path: keys for path, keys in all_headings.items() if names_a_work(keys)}
    under_titles = not headings  # awards and years alone, under the titles of the works
    if under_titles:
        headings = {path: keys for path, keys in all_headings.items() if {"award", "奖项"} & keys}
    first = next(iter(headings.values()), set())
    parts = list(zip(*headings, strict=True))
    named = [(heading_over if under_titles else key_heading)(keys, first) for keys in parts]
    kept = [at for at, keys in enumerate(parts) if len(set(keys)) > 1 or (named[at] != KEY and not names_a_work(keys))]
    paths = list(headings)
    if any(named[at] == KEY for at in kept):
        largest = headings[max(paths, key=lambda path: len(arrays[path]))]
        paths = [path for path in paths if len(headings[path] & largest) * 2 >= len(headings[path] | largest)]
        shared = set.intersection(*(headings[path] for path in paths))
        if len(paths) < 2 or not names_a_work(shared):
            return every
    if not kept:
        return every
    kept.sort(key=lambda at: len(set(parts[at])) == 1)  # what tells the records apart before what holds them all
    joined: list[Any] = []
    around: set[str] = set()
    columns = [(at, named[at]) for at in kept]
    for path in paths:
        outer, beside = _outer_values(document, path, columns)
        around |= beside.keys()
        joined += [
            joined_record(each, {**outer, **beside}) if isinstance(each, dict) else each for each in arrays[path]
        ]
    starred = ".".join("*" if at in kept else part for at, part in enumerate(paths[0]))
    table = Table(starred, joined, tuple(paths), frozenset(around))
    return [table, *(each for each in every if each.places[0] not in paths)]


def _outer_values(
    document: dict[str, Any], path: Keys, columns: list[tuple[int, str]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The keys of a path that are columns, by heading, and the plain values of the objects below the first of these."""
    outer: dict[str, Any] = {}
    for at, heading in columns:
        outer[unused_name(heading, outer)] = path[at]
    beside: dict[str, Any] = {}
    held: Any = document
    for at, key in enumerate(path):
        if at > min(at for at, _ in columns):
            beside |= {name: each for name, each in held.items() if is_plain(each)}
        held = held[key]
    return outer, beside


def path_to_works(records: Iterable[object], path: str) -> str | None:
    """The path to the records of works at or below a path, or None.

    >>> path_to_works([{"name": "x", "nominees": [{"film": "A"}]}], "groups")
    'groups.nominees'
    """
    for each in islice(records, EXAMINED):
        if isinstance(each, dict):
            inside = {key: value for key, value in each.items() if holds_objects(value)}
            if any(map(is_surely_of_a_work, each.keys() - inside.keys())):
                return path
            below = (path_to_works(value, f"{path}.{key}") for key, value in inside.items())
            if found := next(filter(None, below), None):
                return found
    return None


def keys_at(document: dict[str, Any], place: Keys) -> list[str]:
    """The keys of the first records at a place in a document."""
    held: Any = document
    for key in place:
        held = held[key]
    return keys_in(as_list(held))
