"""Find the tables of a JSON document: arrays of records, or what an object holds; those alike are joined."""

from collections.abc import Iterable
from itertools import chain, islice
from typing import Any, NamedTuple

from awardcli.collection.user_file.columns.heading_words import known_role
from awardcli.collection.user_file.json.json_keys import (
    EXAMINED,
    IS_OF_AWARDS,
    KEY,
    heading_of_groups,
    heading_of_keys,
    heading_of_records,
    is_surely_of_a_work,
    is_surely_title,
    keys_in,
    names_a_work,
)
from awardcli.collection.user_file.json.json_values import are_objects, are_words, has_objects, is_plain
from awardcli.collection.user_file.json.records_in_object import (
    is_record,
    is_titled,
    joined_record,
    records_of,
    records_of_words,
)
from awardcli.collection.user_file.section_names import may_be_award
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

    The objects of one depth are searched together, then those inside them. Without `words`, lists of plain words are
    no records.
    """
    objects: dict[Keys, dict[str, Any]] = {(): document}
    inside_record: set[Keys] = set()
    """The objects inside one that is a record itself: only their arrays of objects are records."""
    while objects:
        if found := _records_in(objects, inside_record, words=words):
            by_depth: dict[int, dict[Keys, list[Any]]] = {}
            for path, records in found.items():
                by_depth.setdefault(len(path), {})[path] = records
            return list(chain.from_iterable(_joined_by_key(document, arrays) for arrays in by_depth.values()))
        below = {path: value for path, value in _members(objects).items() if isinstance(value, dict)}
        inside_record = {path for path in below if path[:-1] in inside_record or is_titled(objects[path[:-1]])}
        objects = below
    return []


def _records_in(objects: dict[Keys, dict[str, Any]], inside_record: set[Keys], *, words: bool) -> dict[Keys, list[Any]]:
    """The records that objects of one depth hold: as objects in another form than an array, in arrays, as words."""
    others = {path: held for path, held in objects.items() if path not in inside_record}
    found = {path: records for path, held in others.items() if (records := records_of(held, *path[-1:]))}
    if all(all(map(are_objects, objects[path].values())) for path in found):
        found = {}  # the arrays are found by their own keys
    members = _members({path: held for path, held in objects.items() if path not in found})
    arrays = {path: value for path, value in members.items() if are_objects(value)}
    if words and any(map(are_words, arrays.values())):  # of words some of which say more in an object
        arrays = {path: value for path, value in arrays.items() if not records_of_words(objects[path[:-1]])}
    # The winner may be an object beside the arrays of the others
    with_arrays = {path[:-1] for path in arrays} - inside_record
    single = {path: value for path, value in members.items() if path[:-1] in with_arrays and is_record(value)}
    found |= arrays | {path: [value] for path, value in single.items() if names_a_work(value)}
    may_be_words = words and not found and inside_record.isdisjoint(objects)
    if may_be_words and all(map(records_of_words, objects.values())):
        return {path: records_of_words(held) for path, held in objects.items()}
    return found


def _members(objects: dict[Keys, dict[str, Any]]) -> dict[Keys, Any]:
    """The values in objects, by the keys that lead to them."""
    return {(*path, key): value for path, held in objects.items() for key, value in held.items()}


def _joined_by_key(document: dict[str, Any], arrays: dict[Keys, list[Any]]) -> list[Table]:
    """The arrays of alike records joined into one, with their keys (2020, 2021; gold, silver) as columns.

    Records are alike where these keys are years, editions, awards or categories, or else by their headings.
    """
    alone = [Table(".".join(path), records, (path,)) for path, records in arrays.items()]
    headings, are_under_titles = _headings_of_works(arrays)
    first = next(iter(headings.values()), set())
    keys_by_depth = list(zip(*headings, strict=True))
    named = [heading_of_keys(keys, first) for keys in keys_by_depth]
    if are_under_titles and KEY in named:
        several = (at for at, keys in enumerate(keys_by_depth) if named[at] == KEY and len(set(keys)) > 1)
        of_titles = next(several, len(named) - 1)
        named[of_titles] = heading_of_records(keys_by_depth[of_titles], first)
    are_told = [heading != KEY and not names_a_work(keys) for keys, heading in zip(keys_by_depth, named, strict=True)]
    columns = [(at, named[at]) for at, keys in enumerate(keys_by_depth) if len(set(keys)) > 1 or are_told[at]]
    paths = list(headings)
    if any(heading == KEY for _, heading in columns):
        paths = _alike(headings, max(paths, key=lambda path: len(arrays[path])))
    if not columns or not paths:
        return alone
    of_awards = [path for path in paths if any(map(IS_OF_AWARDS.fullmatch, path))]
    having_some = [path for path in paths if _have_awards(arrays[path])] if 0 < len(of_awards) < len(paths) else []
    if having_some and {*having_some} <= {*of_awards}:
        joined = _joined_by_key(document, {path: arrays[path] for path in of_awards})
        return [*joined, *(each for each in alone if each.places[0] not in paths)]
    columns.sort(key=lambda column: len(set(keys_by_depth[column[0]])) == 1)  # what tells the records apart comes first
    columns = [(at, heading_of_groups(keys_by_depth[at], first) if name == KEY else name) for at, name in columns]
    rows: list[Any] = []
    around: set[str] = set()
    for path in paths:
        outer, beside = _outer_values(document, path, columns)
        around |= beside.keys()
        rows += [joined_record(each, {**outer, **beside}) if isinstance(each, dict) else each for each in arrays[path]]
    depths = {at for at, _ in columns}
    starred = ".".join("*" if at in depths else key for at, key in enumerate(paths[0]))
    table = Table(starred, rows, tuple(paths), frozenset(around))
    return [table, *(each for each in alone if each.places[0] not in paths)]


def _headings_of_works(arrays: dict[Keys, list[Any]]) -> tuple[dict[Keys, set[str]], bool]:
    """The headings of each array of works, and whether their keys name the works.

    Where none is of works, arrays of awards and years alone are those of the works that the keys name; others are of
    one kind where all have the same headings, such as a year and who was first.
    """
    headings = {path: {*keys_in(records)} for path, records in arrays.items()}
    if of_works := {path: keys for path, keys in headings.items() if names_a_work(keys)}:
        return of_works, False
    if of_awards := {path: keys for path, keys in headings.items() if {"award", "奖项"} & keys}:
        return of_awards, True
    keys = next(iter(headings.values()), set())
    are_alike = any(map(known_role, keys)) and all(each == keys for each in headings.values())
    return headings if are_alike else {}, False


def _alike(headings: dict[Keys, set[str]], largest: Keys) -> list[Keys]:
    """The arrays whose records are like those of the largest one; none where it is alone.

    They share half of its headings; or they surely have titles, and most roles of the headings of such an array.
    """
    most = headings[largest]
    found = {path for path, names in headings.items() if len(names & most) * 2 >= len(names | most)}
    titled = {path for path, names in headings.items() if any(map(is_surely_title, names))}
    roles = {path: frozenset(filter(None, map(known_role, headings[path]))) for path in titled}
    alike = list({roles[path] for path in titled & found})
    for each in alike:
        alike += [other for other in {*roles.values()}.difference(alike) if len(each & other) * 2 > len(each | other)]
    found |= {path for path in titled if roles[path] in alike}
    shared = set.intersection(*(headings[path] for path in found))
    is_list = len(found) > 1 and (titled >= found or names_a_work(shared) or shared == most)
    return [path for path in headings if path in found] if is_list else []


def _have_awards(records: Iterable[object]) -> bool:
    """Whether a text of records may be an award, as none of internships is, which may have the same headings."""
    texts = (text for each in islice(records, EXAMINED) if isinstance(each, dict) for text in each.values())
    return any(isinstance(text, str) and may_be_award(text) for text in texts)


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


def left_out(document: dict[str, Any], table: Table) -> tuple[list[str], list[str]]:
    """What the records of a table do not have of a document, by dotted paths: other records, and other values."""
    own = _steps(table.places)
    shared = table.path.split(".").index("*") if "*" in table.path.split(".") else len(table.places[0])
    begun, ends = set(own), {*table.places}
    records: list[str] = []
    values: list[str] = []
    objects: dict[Keys, dict[str, Any]] = {} if () in ends else {(): document}
    while objects:
        members = _members(objects)
        for path, value in members.items():
            is_cell = len(path) > shared + 1 and path[:-1] in own and is_plain(value)
            if path in begun or is_cell or value in (None, "", [], {}):
                continue
            *above, key = path
            found = tables_in({key: value}, words=False) if has_objects(value) else []
            for each in found:
                records.append(".".join([*above, each.path or key]))
                ends |= (places := {(*above, *place) for place in each.places})
                begun |= _steps(places)
            values += [] if found else [".".join(path)]
        objects = {path: value for path, value in members.items() if path in begun and path not in ends}
    return records, values


def _steps(places: Iterable[Keys]) -> set[Keys]:
    """The places of all that is on the way to places, and these."""
    return {place[:size] for place in places for size in range(len(place) + 1)}


def path_to_works(records: Iterable[object], path: str) -> str | None:
    """The path to the records of works at or below a path, or None.

    >>> path_to_works([{"name": "x", "nominees": [{"film": "A"}]}], "groups")
    'groups.nominees'
    """
    for each in islice(records, EXAMINED):
        if isinstance(each, dict):
            inside = {key: value for key, value in each.items() if are_objects(value)}
            if any(map(is_surely_of_a_work, each.keys() - inside.keys())):
                return path
            below = (path_to_works(value, f"{path}.{key}") for key, value in inside.items())
            if found := next(filter(None, below), None):
                return found
    return None
