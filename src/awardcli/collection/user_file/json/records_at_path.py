"""The records at a path inside JSON that `--records` names, with the values of the objects around them."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from awardcli import messages
from awardcli.collection.user_file.columns.column_roles import WON, Remark, is_honoured
from awardcli.collection.user_file.columns.heading_words import known_role
from awardcli.collection.user_file.json.json_file import Record, record_of
from awardcli.collection.user_file.json.json_keys import (
    EXAMINED,
    IS_LANGUAGE,
    heading_of_groups,
    heading_of_keys,
    heading_of_records,
    heading_of_words,
    is_surely_title,
    keys_in,
    names_a_work,
    role_of_key,
)
from awardcli.collection.user_file.json.json_values import (
    MOST_NESTED,
    are_objects,
    are_rows,
    as_list,
    has_objects,
    is_plain,
    rows_as_objects,
)
from awardcli.collection.user_file.json.records_in_object import records_of, records_of_words
from awardcli.errors import InvalidDataError
from awardcli.language.fold import fold
from awardcli.model import unused_name

_Holders = tuple[tuple[str, dict[str, Any]], ...]
"""The key and the plain values of each object around a record, the innermost first."""


class _Inside(NamedTuple):
    """A value at a path inside another, its key, and the objects around it.

    An object in an array that has nothing at the rest of the path comes itself, with `is_there` false.
    """

    value: Any
    key: str
    around: _Holders
    is_there: bool = True


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
    others: dict[str, None] = {}
    """The paths to arrays in objects that have nothing at the path."""
    none: Iterable[None] = (None,)
    found = (
        (record, inside)
        for record in records
        for inside in (_expanded([record[1]], path, left) if record[2] is None else none)
    )
    first = list(islice(found, EXAMINED))
    own = {*keys_in(inside.value for _, inside in first if inside and inside.is_there)}
    words = [inside.value for _, inside in first if inside and isinstance(inside.value, str)]
    is_there = False
    for record, inside in chain(first, found):
        if inside is None:
            yield record
        elif inside.is_there:
            is_there = True
            value = inside.value
            are_translations = isinstance(value, dict) and inside.key and all(map(IS_LANGUAGE.fullmatch, value))
            if not isinstance(value, dict | list) or are_translations:
                value = {heading_of_words(inside.key, words or [value]): value}
            joined = _with_those_around(value, inside.around, own, added) if isinstance(value, dict) else value
            yield record_of(record[0], joined)
        else:
            filled = {name: each for name, each in inside.value.items() if each not in ([], {})}
            plain = _plain(filled, left, inside.key)
            if any(each and (is_honoured(name) or is_surely_title(name)) for name, each in plain.items()):
                yield record_of(record[0], _with_those_around({}, ((inside.key, plain), *inside.around), own, added))
            else:
                without.append(json.dumps(inside.value, ensure_ascii=False))
                above = path[: path.index(inside.key) + 1] if inside.key in path else []
                held = (name for name, each in filled.items() if isinstance(each, list))
                others.update((".".join([*above, name]), None) for name in held)
    if not is_there:
        raise InvalidDataError(messages.NO_SUCH_RECORDS(path=file, records=asked))
    if without:
        text = messages.WITHOUT_RECORDS(count=len(without), path=asked, records=messages.first_listed(without))
        options = [f"--records {messages.quoted(each)}" for each in others]
        remarks.append(Remark(text))
        remarks += [Remark(messages.OTHER_RECORDS(path=asked, option=option), option) for option in options]
    if left:
        names = messages.listed([f"{name} ({count})" for name, count in left.items()])
        remarks.append(Remark(messages.VALUES_LEFT_OUT(names=names)))


def _expanded(
    value: object, path: Sequence[str], left: Counter[str], key: str = "", around: _Holders = ()
) -> Iterator[_Inside]:
    """The values at a path inside a value, through every array on the way.

    `key` is that of the value. The part `*` of a path means every key, which becomes one of the values around. The
    values of the objects around that are no cells are counted in `left` by their paths.
    """
    if isinstance(value, list):
        has_values = any(values for _, values in around)
        held = rows_as_objects(value) if not path and has_values and are_rows(value) else value
        for each in held:
            is_end = not path and not are_objects(each)
            inside = iter([_Inside(each, key, around)]) if is_end else _expanded(each, path, left, key, around)
            if first := next(inside, None):
                yield first
                yield from inside
            elif isinstance(each, dict):
                yield _Inside(each, key, around, is_there=False)
    elif not path and value not in (None, {}):
        records = isinstance(value, dict) and (records_of(value, key) or records_of_words(value))
        yield from (_Inside(each, key, around) for each in records or [value])
    elif isinstance(value, dict) and path[:1] == ["*"] and "*" not in value:
        yield from _under_every_key(value, path[1:], left, key, around)
    elif isinstance(value, dict):
        parts = (".".join(path[:size]) for size in range(len(path), 0, -1))  # a key may have a point itself
        if (name := next(filter(value.__contains__, parts), None)) is None:
            yield from _expanded(records_of(value), path, left, key, around)
            return
        plain = _plain({other: each for other, each in value.items() if other != name}, left, key)
        are_winners = is_honoured(name) or WON.match(fold(name))
        is_said = role_of_key(name) and not are_winners and not _says_less(name, keys_in(as_list(value[name])))
        said = {heading_of_keys([name], keys_in(as_list(value[name]))): name} if is_said else {}
        rest = path[name.count(".") + 1 :]
        yield from _expanded(value[name], rest, left, name, (("", said), (key, plain), *around))


def _says_less(key: str, keys: Iterable[str]) -> bool:
    """Whether records under a key such as nominations have an award or a category themselves."""
    return fold(key) in _NOMINATIONS and any(known_role(name) in ("award", "category") for name in keys)


_NOMINATIONS = ("awards", "prizes", "honors", "honours", "medals", "nominations", "nominees", "finalists", "shortlist")


def _under_every_key(
    value: dict[str, Any], path: Sequence[str], left: Counter[str], key: str, around: _Holders
) -> Iterator[_Inside]:
    """The values at a path inside all that an object holds, each with its key."""
    held = {name: each for name, each in value.items() if has_objects(each)} or value
    any_held = next(iter(held.values()), None)
    names = keys_in((isinstance(any_held, dict) and records_of(any_held)) or as_list(any_held))
    under_titles = "award" in map(known_role, names) and not names_a_work(names)
    heading = (heading_of_records if under_titles else heading_of_groups)(held, names)
    plain = _plain({name: each for name, each in value.items() if name not in held}, left, key)
    for name, each in held.items():
        inside = _expanded(each, path, left, name, (("", {heading: name}), (key, plain), *around))
        if first := next(inside, None):
            yield first
            yield from inside
        elif each not in (None, "", [], {}):
            left[".".join(filter(None, [key, name]))] += 1


def _plain(record: dict[str, Any], left: Counter[str], key: str, above: str = "", depth: int = 1) -> dict[str, Any]:
    """The plain values of a record and of the objects inside it, these by dotted names; others are counted in `left`.

    >>> _plain({"id": 1, "name": {"en": "A"}, "prizes": [{"year": 2000}]}, left := Counter(), "people"), left
    ({'id': 1, 'name.en': 'A'}, Counter({'people.prizes': 1}))
    """
    values: dict[str, Any] = {}
    for name, value in record.items():
        if is_plain(value) and (not isinstance(value, list) or len(value) <= EXAMINED):
            values[f"{above}{name}"] = value
        elif isinstance(value, dict) and depth < MOST_NESTED and not _are_other_records(name, value):
            values |= _plain(value, left, key, f"{above}{name}.", depth + 1)
        else:
            left[".".join(filter(None, [key, f"{above}{name}"]))] += len(value)
    return values


def _are_other_records(key: str, value: dict[str, Any]) -> bool:
    """Whether an object around records holds records itself: those of another year."""
    return bool((role_of_key(key) or any(map(has_objects, value.values()))) and records_of(value))


def _with_those_around(
    record: dict[str, Any], around: _Holders, own: set[str], added: dict[str, str]
) -> dict[str, Any]:
    """A record with the values around it; a name that records have, `own`, is that of another thing around them."""
    joined = dict(record)
    for key, values in around:
        for name, value in values.items():
            is_other = name in joined or (name in own and names_a_work([name]))
            heading = unused_name(f"{key}.{name}" if key and is_other else name, joined)
            joined[heading] = value
            added[heading] = key
    return joined
