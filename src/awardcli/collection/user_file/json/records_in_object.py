"""The records that one JSON object holds: under ids, titles, years or awards, as columns, or as rows."""

from collections import Counter
from itertools import chain, islice
from typing import Any

from awardcli.collection.user_file.columns.column_cells import is_yes_or_no
from awardcli.collection.user_file.columns.column_roles import is_honoured, is_title
from awardcli.collection.user_file.columns.heading_words import SURE, WEAK, is_chinese, known
from awardcli.collection.user_file.json.json_keys import (
    EXAMINED,
    IS_ID,
    KEY,
    heading_in_language,
    heading_of_keys,
    heading_of_records,
    heading_of_words,
    is_surely_of_a_work,
    is_surely_title,
    keys_in,
    names_a_work,
    role_of_key,
    role_of_keys,
)
from awardcli.collection.user_file.json.json_values import (
    are_objects,
    are_rows,
    are_words,
    as_list,
    has_objects,
    is_column,
    is_plain,
    rows_as_objects,
)
from awardcli.collection.user_file.json.nominees_in_arrays import named_works
from awardcli.collection.user_file.section_names import is_award, is_of_others
from awardcli.collection.user_file.tables.cell_items import WINNER
from awardcli.language.awards import is_of_people
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.model import unused_name

_IS_KEY = lazy_pattern("[$@#_]*[a-z]+(?:[-_A-Z][A-Za-z]*)?$")
"""A key of a program, not a title: level, zh-CN, $t."""


def records_of(held: dict[str, Any], above: str = "") -> list[Any]:
    """The records that an object, under the key `above`, holds in another form than an array of objects, or none.

    >>> records_of({"m1": {"title": "A"}, "m2": {"title": "B"}})
    [{'key': 'm1', 'title': 'A'}, {'key': 'm2', 'title': 'B'}]
    >>> records_of({"title": ["A", "B"], "year": {"0": 1, "1": 2}})
    [{'title': 'A', 'year': 1}, {'title': 'B', 'year': 2}]
    >>> records_of({"columns": ["title"], "data": [["A"], ["B"]]})
    [['title'], ['A'], ['B']]
    """
    values = list(held.values())
    sizes = {len(value) for value in values if isinstance(value, list | dict)}
    are_columns = len(sizes) == 1 and all(map(is_column, values)) and not (len(values) == 1 and _is_by_year(values[0]))
    if are_columns and names_a_work(key for key in held if not is_award(key)):
        columns = [list(value.values()) if isinstance(value, dict) else value for value in values]
        return [dict(zip(held, cells, strict=True)) for cells in zip(*columns, strict=True)]
    rows = [
        value
        for key, value in held.items()
        if isinstance(value, list) and value and isinstance(value[0], list) and not role_of_key(key)
    ]
    heads = [value for value in values if isinstance(value, list) and all(isinstance(each, str) for each in value)]
    if len(rows) == 1 and all(is_plain(cell) for cell in rows[0][0]) and not any(map(has_objects, values)):
        return [*(head for head in heads if len(head) == len(rows[0][0])), *rows[0]]
    return _under_ids(held) or _under_names(held, above) or _under_titles(held)


def _under_ids(held: dict[str, Any]) -> list[Any]:
    """The objects under keys that are ids or titles: {"m1": {...}, "m2": {...}}; else none.

    All have a key of a work or award in common, or any known one where the keys above them are titles.
    """
    values = list(held.values())
    if len(values) < 2 or not all(isinstance(value, dict) for value in values) or heading_of_keys(held, ()) != KEY:
        return []
    shared = (key for key in values[0] if all(key in value and is_plain(value[key]) for value in values))
    common = [key for key in shared if is_honoured(key) or not is_award(key)]
    says_enough = names_a_work(common) or (any(map(known, common)) and not all(map(IS_ID.fullmatch, held)))
    if not any(map(is_surely_of_a_work, common)) and (names_a_work(held) or not says_enough):
        return []
    heading = heading_of_records(held, common)
    return [joined_record({unused_name(heading, value): key}, value) for key, value in held.items()]


def _under_names(held: dict[str, Any], above: str) -> list[Any]:
    """The records or words under years, editions, awards or categories; none where there is more inside.

    Words are titles, or doubted as such where some are awards under years, and the winners of an award of people, which
    may be the key `above`, unless that names a winner itself. Other plain values of the object are in each record.

    >>> _under_names({"金奖": ["甲", {"片名": "乙"}], "最佳导演": "丙"}, "")[1:]
    [{'奖项': '金奖', '片名': '乙'}, {'奖项': '最佳导演', '获奖者': '丙'}]
    """
    keys = _group_keys(held)
    inside = [(key, each) for key in keys for each in _each_in(held[key]) if each not in (None, {})]
    words = [each for _, each in inside if isinstance(each, str)]
    if not all(isinstance(each, str) or is_record(each) for _, each in inside):
        return []
    others = [value for key, value in held.items() if key not in keys]
    are_awards = role_of_keys(keys) in ("year", "edition") and any(map(is_award, words))
    are_titles = sum(map(_may_be_title, words)) * 2 >= len(words) or are_awards
    if not are_titles or any(each and not is_plain(each) for each in others):
        return []
    heading, title = heading_of_keys(keys, words[:1]), heading_in_language("title", words)
    of_words = title if are_awards else heading_of_words(above if is_honoured(above) else "", words)
    beside = {key: value for key, value in held.items() if key not in keys and is_plain(value)}
    may_be_people = not above or role_of_key(above) or known(above) or _IS_KEY.match(above)
    winner, named = WINNER[is_chinese([title])], named_works(words)

    def record_of_word(word: str, work: str, who: str, key: str) -> dict[str, Any]:
        if work:
            return {title: work, winner: who} if who else {title: work}
        award = next((name for name in (key, above) if role_of_key(name) == "award"), "")
        is_person = may_be_people and is_of_people(award) and "《" not in word
        return {winner if is_person else of_words: word}

    records: list[Any] = []
    for key in keys:
        each_of_key = [each for each in _each_in(held[key]) if each not in (None, {})]
        parts = iter(named.parted([each for each in each_of_key if isinstance(each, str)]))
        for each in each_of_key:
            record = each if isinstance(each, dict) else record_of_word(each, *next(parts), key)
            records.append(joined_record({unused_name(heading, record): key}, {**record, **beside}))
    return records


def holds_winners(record: object) -> bool:
    """Whether a record holds several awards, and what won one of them in an object.

    >>> holds_winners({"year": 2021, "best_film": "A", "best_director": {"name": "x", "film": "B"}})
    True
    """
    if not isinstance(record, dict):
        return False
    inside = [value for key, value in record.items() if is_award(key) and not is_honoured(key)]
    has_winner = any(isinstance(each, dict) and names_a_work(each) for each in inside)
    return len(inside) > 1 and has_winner and bool(records_of_winners(record))


def records_of_winners(record: dict[str, Any]) -> list[Any]:
    """What won each award that a record holds, with its other values, or none.

    >>> records_of_winners({"year": 2021, "host": {"name": "H"}, "best_film": "A", "best_director": None})
    [{'award': 'best_film', 'title': 'A', 'year': 2021, 'host': {'name': 'H'}}]
    """
    beside = {key: value for key, value in record.items() if not (is_award(key) or is_plain(value))}
    won = records_of({key: value for key, value in record.items() if key not in beside})
    return [joined_record(each, beside) for each in won if isinstance(each, dict)]


def _group_keys(held: dict[str, Any]) -> list[str]:
    """The keys that are years, editions, awards or categories: all keys, or at least two of one role; else none.

    None where another key surely says a title or a maker: then the object is one record, with these for its values.
    """
    roles = {key: role_of_key(key) for key in islice(held, EXAMINED)}
    named = Counter(filter(None, roles.values()))
    if not named or any(is_surely_of_a_work(key) for key, role in roles.items() if role is None):
        return []
    role, count = named.most_common(1)[0]
    keys = [key for key in roles if roles[key] == role] if len(held) == len(roles) else list(held)
    if role_of_keys(keys) != role or (count == 1 and len(held) > 1):
        return []
    if any(is_honoured(key) and held[key] and not has_objects(held[key]) for key in keys):
        return []  # they say who won
    if role == "award" and all(are_words(held[key]) for key in keys):
        keys = [key for key in held if key in keys or _may_be_award(key, held[key])]
    return keys if all(_may_be_won(held[key]) for key in keys) else []


def _may_be_award(key: str, value: Any) -> bool:
    """Whether a key beside awards has words as they do, and nothing says that it is no award: Directing, not jury."""
    return bool(value) and are_words(value) and not (known(key) or is_of_others(key) or _IS_KEY.match(key))


def _under_titles(held: dict[str, Any]) -> list[Any]:
    """The awards that an object has under each title, or those of each person, or none.

    >>> _under_titles({"Roma": ["Best Director", "Best Film"], "Juno": "Best Screenplay"})[1]
    {'title': 'Roma', 'award': 'Best Film'}
    """
    inside = [(key, word) for key, value in held.items() for word in as_list(value)]
    if not all(isinstance(word, str) and is_award(word) for _, word in inside):
        return []
    if any((found := known(key)) and found.strength in (SURE, WEAK) for key in held) or all(map(_IS_KEY.match, held)):
        return []  # the object is the award itself: its name, its level, its text in several languages
    who_or_what, award = heading_of_words("", held), heading_of_words("", [word for _, word in inside])
    return [{who_or_what: key, award: word} for key, word in inside]


def records_of_words(held: dict[str, Any]) -> list[Any]:
    """The titles of an object that holds lists of plain words by keys, or one beside its plain values; else none.

    >>> records_of_words({"north": ["A"], "south": ["B"]}), records_of_words({"name": "My list", "items": ["A"]})
    ([{'key': 'north', 'title': 'A'}, {'key': 'south', 'title': 'B'}], [{'title': 'A'}])
    """
    lists = {key: value for key, value in held.items() if isinstance(value, list | dict)}
    if not lists or not all(map(are_words, lists.values())):
        return []
    if len(lists) == 1:
        ((key, words),) = lists.items()
        if not is_title(key) and any(map(is_surely_of_a_work, held)):
            return []
        return [each if isinstance(each, dict) else {heading_of_words(key, words): each} for each in words]
    if len(lists) < len(held) or names_a_work(held):
        return []
    title = heading_of_words("", list(chain.from_iterable(lists.values())))
    records = (
        (key, each if isinstance(each, dict) else {title: each}) for key, words in lists.items() for each in words
    )
    return [joined_record({unused_name(KEY, each): key}, each) for key, each in records]


def joined_record(record: dict[str, Any], outer: dict[str, Any]) -> dict[str, Any]:
    """A record with more values behind its own, under other names where it has theirs already."""
    joined = dict(record)
    for name, value in outer.items():
        joined[unused_name(name, joined)] = value
    return joined


def is_record(value: object) -> bool:
    """Whether a value is an object that is one record: neither its keys nor its arrays hold further works."""
    if not isinstance(value, dict) or _group_keys(value) or _under_ids(value) or _under_titles(value):
        return False
    inside = (key for each in value.values() if isinstance(each, list) for key in keys_in(each))
    return is_titled(value) or not any(is_surely_title(key) for key in inside)


def is_titled(record: dict[str, Any]) -> bool:
    """Whether a record surely says a title, perhaps in several languages."""
    names = [key for key in record if is_surely_title(key) and not is_award(key)]
    titles = [record[name] for name in names if not _is_by_year(record[name])]
    return any(all(map(_is_one, value.values())) if isinstance(value, dict) else is_plain(value) for value in titles)


def _is_one(value: object) -> bool:
    """Whether a value is one text or number, or none: no array of the works under an award such as Original Song."""
    return is_plain(value) and not isinstance(value, list)


def _is_by_year(value: object) -> bool:
    """Whether a value is an object with years for keys: no column of a data frame, nor a title in languages."""
    return isinstance(value, dict) and role_of_keys(value) == "year"


def _may_be_won(value: object) -> bool:
    """Whether a value may be the winner of an award: an object, words, or nothing."""
    return isinstance(value, str | dict | None) or are_words(value) or are_objects(value) or are_rows(value)


def _each_in(value: Any) -> list[Any]:
    """The records or words under a key; an array of arrays has a record in each."""
    return rows_as_objects(value) if are_rows(value) else as_list(value)


def _may_be_title(word: str) -> bool:
    return any(map(str.isalpha, word)) and not (is_yes_or_no(word) or is_award(word) or word.casefold() in _RESULTS)


_RESULTS = ("won", "nominated", "lost", "finalist", "shortlisted")
"""What was reached, where the keys are awards."""
