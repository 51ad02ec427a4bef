"""Find the records inside a JSON document: in arrays, under keys that name what they hold, as columns or as rows."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any, NamedTuple

from awardcli import vocabulary
from awardcli.collection.user_file.columns.column_cells import is_yes_or_no
from awardcli.collection.user_file.columns.column_roles import is_honoured, is_title
from awardcli.collection.user_file.columns.heading_words import SEVERAL, SURE, WEAK, is_chinese, known, known_role
from awardcli.collection.user_file.rows_set_aside import BARE_YEAR, is_award, section
from awardcli.language.awards import EDITION
from awardcli.language.fold import to_simplified
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.model import unused_name

Keys = tuple[str, ...]
"""The keys that lead to a value inside a document, from the outermost."""
KEY = "key"
"""The heading of keys that hold records, where these are neither years nor anything else that is known."""
EXAMINED = 100
"""Records of an array whose keys are examined, and the most keys that are examined one by one."""
MOST_NESTED = 8
"""Levels of nested objects that become columns; deeper ones are kept as JSON."""
_CATEGORY = chinese_pattern(r".*[^分种](?:类|组|组别|类别|单元|奖项)")
_AWARDS = lazy_pattern("(?i).+ (?:awards?|prizes?|medals?|winners?|finalists?|nominees?)|champions?|runners? up")
"""Keys that are awards beside others: specialAwards."""
_CAPITAL = lazy_pattern("(?<=[a-z])(?=[A-Z])")
_IS_KEY = lazy_pattern("[a-z]+(?:[-_A-Z][A-Za-z]*)?$")
"""A key of a program, not a title: level, zh-CN."""
_IS_ID = lazy_pattern("[\\w.:-]*[0-9][\\w.:-]*")


class Table(NamedTuple):
    """Records of a document: their path, with `*` where several keys became a column, and the keys to each part.

    `around` are the names of the values that they have from the objects around them.
    """

    path: str
    records: list[Any]
    places: tuple[Keys, ...]
    around: frozenset[str] = frozenset()


def is_nested(values: Sequence[Any]) -> bool:
    """Whether arrays in an array hold nothing but objects, and so are no rows of cells: [[{…}, {…}], [{…}]]."""
    held = [each for value in values if isinstance(value, list) for each in value if each is not None]
    are_arrays = all(value is None or isinstance(value, list) for value in values)
    return bool(held) and are_arrays and all(isinstance(each, dict) for each in held)


def unnested(value: Any, nested: int = 0) -> Any:
    """A document in which the objects of arrays within an array are those of this array."""
    if isinstance(value, dict) and nested < MOST_NESTED:
        return {key: unnested(held, nested + 1) for key, held in value.items()}
    if isinstance(value, list) and is_nested(value):
        return [each for held in value for each in held or () if each is not None]
    return value


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
        if words and any(map(_are_words, lists.values())):  # of words some of which say more in an object
            lists = {path: value for path, value in lists.items() if not words_of(level[path[:-1]])}
        beside = {path[:-1] for path in lists} - parts  # the winner in an object, the others in arrays
        ones = {path: [value] for path, value in members.items() if path[:-1] in beside and _is_record(value)}
        found |= lists | {path: [value] for path, (value,) in ones.items() if names_a_work(value)}
        if words and not found and all(path not in parts and words_of(held) for path, held in level.items()):
            found = {path: words_of(held) for path, held in level.items()}
        if found:
            sizes = dict.fromkeys(map(len, found))
            groups = ({path: records for path, records in found.items() if len(path) == size} for size in sizes)
            return list(chain.from_iterable(_by_key(document, group) for group in groups))
        inside = {path: value for path, value in members.items() if isinstance(value, dict)}
        parts = {path for path in inside if path[:-1] in parts or _is_titled(level[path[:-1]])}
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
    named = [(_heading_of if under_titles else key_heading)(keys, first) for keys in parts]
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


def records_of(held: dict[str, Any]) -> list[Any]:
    """The records that an object holds in another form than an array of objects, or none.

    >>> records_of({"m1": {"title": "A"}, "m2": {"title": "B"}})
    [{'key': 'm1', 'title': 'A'}, {'key': 'm2', 'title': 'B'}]
    >>> records_of({"title": ["A", "B"], "year": {"0": 1, "1": 2}})
    [{'title': 'A', 'year': 1}, {'title': 'B', 'year': 2}]
    >>> records_of({"columns": ["title"], "data": [["A"], ["B"]]})
    [['title'], ['A'], ['B']]
    """
    values = list(held.values())
    sizes = {len(value) for value in values if isinstance(value, list | dict)}
    if len(sizes) == 1 and all(map(_is_column, values)) and names_a_work(key for key in held if not is_award(key)):
        columns = [list(value.values()) if isinstance(value, dict) else value for value in values]
        return [dict(zip(held, cells, strict=True)) for cells in zip(*columns, strict=True)]
    rows = [value for value in values if isinstance(value, list) and value and isinstance(value[0], list)]
    heads = [value for value in values if isinstance(value, list) and all(isinstance(each, str) for each in value)]
    if len(rows) == 1 and all(is_plain(cell) for cell in rows[0][0]) and not any(map(holds_more, values)):
        return [*(head for head in heads if len(head) == len(rows[0][0])), *rows[0]]
    return _under_ids(held) or _under_names(held) or _under_titles(held)


def _under_ids(held: dict[str, Any]) -> list[Any]:
    """The objects of an object, where all have a heading of works or awards, or of anything and titles for keys."""
    values = list(held.values())
    if len(values) < 2 or not all(isinstance(value, dict) for value in values) or key_heading(held, ()) != KEY:
        return []
    shared = (key for key in values[0] if all(key in value and is_plain(value[key]) for value in values))
    common = [key for key in shared if is_honoured(key) or not is_award(key)]
    says_enough = names_a_work(common) or (any(map(known, common)) and not all(map(_IS_ID.fullmatch, held)))
    if not any(map(_is_surely_of_a_work, common)) and (names_a_work(held) or not says_enough):
        return []
    heading = _heading_of(held, common)
    return [joined_record({unused_name(heading, value): key}, value) for key, value in held.items()]


def _under_names(held: dict[str, Any]) -> list[Any]:
    """What years, editions, awards or categories hold: a record, a title, or several; none where there is more inside.

    Other plain values of the object are in each record.

    >>> _under_names({"金奖": ["甲", {"片名": "乙"}], "银奖": "丙"})[1:]
    [{'奖项': '金奖', '片名': '乙'}, {'奖项': '银奖', '作品': '丙'}]
    """
    keys = _names_among(held)
    inside = [(key, each) for key in keys for each in as_list(held[key]) if each not in (None, {})]
    words = [each for _, each in inside if isinstance(each, str)]
    if not all(isinstance(each, str) or _is_record(each) for _, each in inside):
        return []
    others = [value for key, value in held.items() if key not in keys]
    if sum(map(_may_be_title, words)) * 2 < len(words) or any(each and not is_plain(each) for each in others):
        return []
    heading, title = key_heading(keys, words[:1]), word_heading("", words)
    beside = {key: value for key, value in held.items() if key not in keys and is_plain(value)}
    records = ((key, each if isinstance(each, dict) else {title: each}) for key, each in inside)
    return [joined_record({unused_name(heading, each): key}, {**each, **beside}) for key, each in records]


def holds_winners(record: object) -> bool:
    """Whether a record holds several awards, and what won one of them in an object.

    >>> holds_winners({"year": 2021, "best_film": "A", "best_director": {"name": "x", "film": "B"}})
    True
    """
    if not isinstance(record, dict):
        return False
    inside = [value for key, value in record.items() if is_award(key) and not is_honoured(key)]
    has_winner = any(isinstance(each, dict) and names_a_work(each) for each in inside)
    return len(inside) > 1 and has_winner and bool(winners_of(record))


def winners_of(record: dict[str, Any]) -> list[Any]:
    """What won each award that a record holds, with its other values, or none.

    >>> winners_of({"year": 2021, "host": {"name": "H"}, "best_film": "A", "best_director": None})
    [{'award': 'best_film', 'title': 'A', 'year': 2021, 'host': {'name': 'H'}}]
    """
    beside = {key: value for key, value in record.items() if not (is_award(key) or is_plain(value))}
    won = records_of({key: value for key, value in record.items() if key not in beside})
    return [joined_record(each, beside) for each in won if isinstance(each, dict)]


def _names_among(held: dict[str, Any]) -> list[str]:
    """The keys that are years, editions, awards or categories: all, or several of one role in what is no record."""
    roles = {key: role_of(key) for key in islice(held, EXAMINED)}
    named = Counter(filter(None, roles.values()))
    if not named or any(_is_surely_of_a_work(key) for key, role in roles.items() if role is None):
        return []
    role, count = named.most_common(1)[0]
    keys = [key for key in roles if roles[key] == role] if len(held) == len(roles) else list(held)
    if key_role(keys) != role or (count == 1 and len(held) > 1):
        return []
    if any(is_honoured(key) and held[key] and not holds_more(held[key]) for key in keys):
        return []  # they say who won
    return keys if all(_may_be_won(held[key]) for key in keys) else []


def _under_titles(held: dict[str, Any]) -> list[Any]:
    """The awards that an object has under each title, or none.

    >>> _under_titles({"Roma": ["Best Director", "Best Film"], "Juno": "Best Screenplay"})[1]
    {'title': 'Roma', 'award': 'Best Film'}
    """
    inside = [(key, word) for key, value in held.items() for word in as_list(value)]
    if not all(isinstance(word, str) and is_award(word) for _, word in inside):
        return []
    if any((found := known(key)) and found.strength in (SURE, WEAK) for key in held) or all(map(_IS_KEY.match, held)):
        return []  # the object is the award itself: its name, its level, its text in several languages
    title, award = _heading("title", held), word_heading("", [word for _, word in inside])
    return [{title: key, award: word} for key, word in inside]


def words_of(held: dict[str, Any]) -> list[Any]:
    """The titles of an object that holds lists of plain words by keys, or one beside its plain values; else none.

    >>> words_of({"north": ["A"], "south": ["B"]}), words_of({"name": "My list", "items": ["A"]})
    ([{'key': 'north', 'title': 'A'}, {'key': 'south', 'title': 'B'}], [{'title': 'A'}])
    """
    lists = {key: value for key, value in held.items() if isinstance(value, list | dict)}
    if not lists or not all(map(_are_words, lists.values())):
        return []
    if len(lists) == 1:
        ((key, words),) = lists.items()
        if not is_title(key) and any(map(_is_surely_of_a_work, held)):
            return []
        return [each if isinstance(each, dict) else {word_heading(key, words): each} for each in words]
    if len(lists) < len(held) or names_a_work(held):
        return []
    title = word_heading("", list(chain.from_iterable(lists.values())))
    records = (
        (key, each if isinstance(each, dict) else {title: each}) for key, words in lists.items() for each in words
    )
    return [joined_record({unused_name(KEY, each): key}, each) for key, each in records]


def word_heading(key: str, words: Iterable[object]) -> str:
    """The heading of plain words under a key: the key where it is known as that of works or people, else by the words.

    >>> word_heading("films", ["A"]), word_heading("items", ["A"]), word_heading("", ["金奖"])
    ('films', 'title', '奖项')
    """
    texts = [word for word in words if isinstance(word, str)]
    role = "award" if texts and all(map(is_award, texts)) else "title"
    return key if is_honoured(key) or (names_a_work([key]) and not is_award(key)) else _heading(role, texts)


def key_role(keys: Iterable[str]) -> str | None:
    """The role of keys that hold records: year, edition, award or category, by what all of them say; or None."""
    keys = list(keys)
    are_several = len(keys) > 1
    words = [to_simplified(_CAPITAL.sub(" ", key) if are_several else key).replace("_", " ").strip() for key in keys]
    roles: dict[str, Callable[[str], object]] = {
        "year": BARE_YEAR.fullmatch,
        "edition": EDITION.fullmatch,
        "award": lambda word: is_award(word) or (are_several and _AWARDS.fullmatch(word)),
        "category": lambda word: _CATEGORY.fullmatch(word) or section(word),
    }
    return next((role for role, says in roles.items() if words and all(map(says, words))), None)


@lru_cache(1024)
def role_of(key: str) -> str | None:
    """The role of a key that holds records, by itself."""
    return key_role([key])


def key_heading(keys: Iterable[str], beside: Iterable[str]) -> str:
    """The heading of the keys that hold records, by their role, in Chinese where they, or those `beside`, are; or KEY.

    >>> key_heading(["2020", "2021年"], ["片名"]), key_heading(["gold", "Best Film"], []), key_heading(["films"], [])
    ('年份', 'award', 'key')
    """
    keys = list(keys)
    role = key_role(keys)
    return _heading(role, [*keys, *beside]) if role else KEY


def _heading(role: str, texts: Iterable[str]) -> str:
    """The heading of a role, in Chinese where texts are."""
    return vocabulary.heading(role, chinese=is_chinese(texts))


def _heading_of(keys: Iterable[str], inside: Iterable[str]) -> str:
    """The heading of keys that each hold a record: the award of its winner or nominees, or the title it lacks.

    >>> _heading_of(["Roma", "Parasite"], ["director", "year"]), _heading_of(["Directing"], ["winner"])
    ('title', 'award')
    """
    if (heading := key_heading(keys, inside)) != KEY or any(map(is_title, inside)) or all(map(_IS_ID.fullmatch, keys)):
        return heading
    return _heading("award" if any(map(is_honoured, inside)) else "title", [*keys, *inside])


def path_to_works(records: Iterable[object], path: str) -> str | None:
    """The path to the records of works at or below a path, or None.

    >>> path_to_works([{"name": "x", "nominees": [{"film": "A"}]}], "groups")
    'groups.nominees'
    """
    for each in islice(records, EXAMINED):
        if isinstance(each, dict):
            inside = {key: value for key, value in each.items() if holds_objects(value)}
            if any(map(_is_surely_of_a_work, each.keys() - inside.keys())):
                return path
            below = (path_to_works(value, f"{path}.{key}") for key, value in inside.items())
            if found := next(filter(None, below), None):
                return found
    return None


def joined_record(record: dict[str, Any], outer: dict[str, Any]) -> dict[str, Any]:
    """A record with more values behind its own, under other names where it has theirs already."""
    joined = dict(record)
    for name, value in outer.items():
        give_way(name, joined)
        joined[unused_name(name, joined)] = value
    return joined


def give_way(name: str, record: dict[str, Any]) -> None:
    """Rename the value of that name where it is only winner or nominee: it gives way to what was won."""
    if name in record and is_honoured(str(record[name])):
        record[unused_name(KEY, record)] = record.pop(name)


def as_list(value: object) -> list[Any]:
    """A value that may be one or several as several."""
    return value if isinstance(value, list) else [value]


def keys_at(document: dict[str, Any], place: Keys) -> list[str]:
    """The keys of the first records at a place in a document."""
    held: Any = document
    for key in place:
        held = held[key]
    return keys_in(as_list(held))


def keys_in(records: Iterable[object]) -> list[str]:
    """The keys of the first records of an array."""
    return list(dict.fromkeys(key for each in islice(records, EXAMINED) if isinstance(each, dict) for key in each))


def names_a_work(keys: Iterable[str]) -> bool:
    """Whether one of the keys is known as a title or an organization."""
    return any(known_role(key) in SEVERAL for key in keys)


def holds_objects(value: object) -> bool:
    """Whether a value is an array with objects."""
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def holds_more(value: object) -> bool:
    """Whether a value is an object, or an array with objects."""
    return isinstance(value, dict) or holds_objects(value)


def is_plain(value: object) -> bool:
    """Whether a value is a cell: neither an object nor an array of more than plain values."""
    return not isinstance(value, dict) and not any(isinstance(each, dict | list) for each in as_list(value))


def _is_record(value: object) -> bool:
    """Whether a value is an object that is one record: neither its keys nor its arrays hold further works."""
    if not isinstance(value, dict) or _names_among(value) or _under_ids(value) or _under_titles(value):
        return False
    inside = (key for each in value.values() if isinstance(each, list) for key in keys_in(each))
    return _is_titled(value) or not any(is_surely_title(key) for key in inside)


def _is_titled(record: dict[str, Any]) -> bool:
    """Whether a record surely says a title, perhaps in several languages."""
    names = [key for key in record if is_surely_title(key) and not is_award(key)]
    titles = [record[name] for name in names]
    return any(all(map(is_plain, value.values())) if isinstance(value, dict) else is_plain(value) for value in titles)


def is_surely_title(key: str) -> bool:
    """Whether a key is known as a title, and not only by a word as vague as name."""
    return is_title(key) and _is_surely_of_a_work(key)


def _is_surely_of_a_work(key: str) -> bool:
    found = known(key)
    return found is not None and found.role in SEVERAL and found.strength > WEAK


def _is_column(value: object) -> bool:
    """Whether a value is an array, or an object with numbers for keys, as pandas writes a column."""
    return isinstance(value, list) or (isinstance(value, dict) and all(map(str.isdigit, value)))


def _are_words(value: object) -> bool:
    """Whether a value is an array of words, some of which may say more in an object."""
    if not isinstance(value, list) or not all(isinstance(each, str | dict) for each in value):
        return False
    return not value or isinstance(value[0], str)


def _may_be_won(value: object) -> bool:
    """Whether a value may be the winner of an award: an object, words, or nothing."""
    return isinstance(value, str | dict | None) or _are_words(value) or holds_objects(value)


def _may_be_title(word: str) -> bool:
    return any(map(str.isalpha, word)) and not (is_yes_or_no(word) or is_award(word) or word.casefold() in _RESULTS)


_RESULTS = ("won", "nominated", "lost", "finalist", "shortlisted")
"""What was reached, where the keys are awards."""
