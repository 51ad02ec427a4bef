"""Check a document in our own JSON, and give its problems."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeGuard, cast, get_args

from awardcli import messages, vocabulary
from awardcli.model import MOST_NAMED, Certainty, Honours

Problem = tuple[str, str]
"""A place (`results[3].title`) and the problem there."""

Check = Callable[[object], str | None]


def _text(pattern: str = r"\S", *, null: bool = False) -> Check:
    found = re.compile(pattern).search

    def check(value: object) -> str | None:
        if value is None and null:
            return None
        if not isinstance(value, str):
            return messages.WANTED_TEXT()
        return None if found(value) else messages.WANTED_PATTERN(value=value)

    return check


_MOST = 2**53 - 1
"""The largest whole number that every JSON reader keeps (RFC 8259, 6)."""


def _whole(minimum: int, *, null: bool = False) -> Check:
    def check(value: object) -> str | None:
        if value is None and null:
            return None
        if not _is_whole(value) or not minimum <= value <= _MOST:
            return messages.WANTED_NUMBER(minimum=minimum)
        return None

    return check


def _is_whole(value: object) -> TypeGuard[int]:
    """Whether a value is a whole number; JSON has one kind of number, so 9.0 is one, but true is not."""
    return not isinstance(value, bool) and (isinstance(value, int) or (isinstance(value, float) and value.is_integer()))


def _one_of(*choices: str | None) -> Check:
    names = ", ".join(choice for choice in choices if choice)

    def check(value: object) -> str | None:
        if value is not None and not isinstance(value, str):
            return messages.WANTED_TEXT()
        return None if value in choices else messages.WANTED_CHOICE(choices=names)

    return check


def _list(item: Check) -> Check:
    def check(value: object) -> str | None:
        if not isinstance(value, list):
            return messages.WANTED_LIST()
        problem = next((problem for problem in map(item, value) if problem), None)
        return problem or (messages.WANTED_DISTINCT() if len(set(value)) < len(value) else None)

    return check


def _record(checks: Mapping[str, Check]) -> Check:
    def check(value: object) -> str | None:
        return next((f"{key}: {problem}" if key else problem for key, problem in _fields(value, checks)), None)

    return check


_PINYIN = r"^([a-z0-9]+( [a-z0-9]+)*)?$"
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$"
_ID = r"^[1-9][0-9]*-[a-z0-9]+(-[a-z0-9]+)*-[0-9]{2,}$"
_LINES = _list(_whole(1))

_SHAPES: dict[str, dict[str, Check]] = {
    "editions": {
        "number": _whole(1),
        "year": _whole(1),
        "name": _text(),
        "name_en": _text(null=True),
        "theme": _text(null=True),
        "begin": _text(_DATE, null=True),
        "end": _text(_DATE, null=True),
        "submissions": _whole(0, null=True),
        "honoured_works": _whole(0, null=True),
        "views": _whole(0, null=True),
        "source": _text(),
    },
    "categories": {
        "id": _text(_SLUG),
        "name": _text(),
        "name_en": _text(null=True),
        "honours": _one_of(*get_args(Honours)),
    },
    "organizations": {
        "name": _text(),
        "pinyin": _text(_PINYIN),
        "district": _text(null=True),
        "kind": _one_of(*vocabulary.KINDS, None),
    },
    "results": {
        "id": _text(_ID),
        "edition": _whole(1),
        "category": _text(_SLUG),
        "award": _text(null=True),
        "title": _text(null=True),
        "title_pinyin": _text(_PINYIN, null=True),
        "organizations": _list(_text()),
        "printed": _record({"award": _LINES, "title": _LINES, "organization": _LINES}),
        "certainty": _one_of(*get_args(Certainty)),
        "note": _text(null=True),
        "note_zh": _text(null=True),
    },
}


_MOST_OF_THEM = 3


def is_own(document: Mapping[str, Any]) -> bool:
    """Whether a document is meant as our own JSON: it has most of the sections."""
    return len(_SHAPES.keys() & document.keys()) >= _MOST_OF_THEM


_ONCE = {"editions": "number", "categories": "id", "organizations": "name", "results": "id"}
"""The unique key of each section."""


def problems_of(document: object) -> Iterator[Problem]:
    """All problems of a document; references are checked only if its shape is right."""
    shapely = True
    for problem in shape_problems(document):
        shapely = False
        yield problem
    if shapely:
        yield from reference_problems(cast(Mapping[str, Any], document))


def shape_problems(document: object) -> Iterator[Problem]:
    """Every place where the document breaks the Schema, in the order of the file."""
    if not isinstance(document, dict):
        yield "", messages.WANTED_OBJECT()
        return
    yield from _strange_keys(document, _SHAPES)
    for section, checks in _SHAPES.items():
        records = document.get(section)
        if not isinstance(records, list):
            yield section, messages.WANTED_LIST()
            continue
        if not records and section in ("editions", "categories"):
            yield section, messages.WANTED_SOME()
        for index, record in enumerate(records):
            place = f"{section}[{index}]"
            found = [(f"{place}.{key}" if key else place, problem) for key, problem in _fields(record, checks)]
            yield from found
            if section == "results" and not found:
                yield from _contradictions(place, record)


def _fields(record: object, checks: Mapping[str, Check]) -> Iterator[Problem]:
    if not isinstance(record, dict):
        yield "", messages.WANTED_OBJECT()
        return
    yield from _strange_keys(record, checks)
    for key, check in checks.items():
        if key in record and (problem := check(record[key])):
            yield key, problem


def _strange_keys(record: Mapping[str, object], known: Mapping[str, object]) -> Iterator[Problem]:
    """The keys that are missing, then the unknown ones."""
    yield from (("", messages.KEY_MISSING(key=key)) for key in known if key not in record)
    yield from (("", messages.KEY_UNKNOWN(key=key)) for key in record if key not in known)


def _contradictions(place: str, record: Mapping[str, Any]) -> Iterator[Problem]:
    if record["certainty"] != "printed" and not (record["note"] and record["note_zh"]):
        yield f"{place}.note", messages.WANTED_NOTE()
    if (record["title"] is None) != (record["title_pinyin"] is None):
        yield f"{place}.title_pinyin", messages.WANTED_BOTH()
    if record["title"] is None and not record["organizations"]:
        yield place, messages.NOTHING_NAMED()


def reference_problems(document: Mapping[str, Any]) -> Iterator[Problem]:
    """Where a document of the right shape contradicts itself: something is listed twice, or referred to but missing."""
    for section, key in _ONCE.items():
        seen = set()
        for index, record in enumerate(document[section]):
            if record[key] in seen:
                yield f"{section}[{index}].{key}", messages.REPEATED(value=record[key])
            seen.add(record[key])
    editions = {edition["number"] for edition in document["editions"]}
    categories = {category["id"] for category in document["categories"]}
    organizations = {organization["name"] for organization in document["organizations"]}
    for index, record in enumerate(document["results"]):
        place = f"results[{index}]"
        if record["edition"] not in editions:
            yield f"{place}.edition", messages.NOT_DESCRIBED(value=record["edition"])
        if record["category"] not in categories:
            yield f"{place}.category", messages.NOT_DESCRIBED(value=record["category"])
        if len(record["organizations"]) > MOST_NAMED:
            yield f"{place}.organizations", messages.TOO_MANY_NAMED(most=MOST_NAMED)
        for name in record["organizations"]:
            if name not in organizations:
                yield f"{place}.organizations", messages.NOT_DESCRIBED(value=name)
