"""What the keys of a JSON document say: years, awards and categories that hold records, titles, and their headings."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice

from awardcli import vocabulary
from awardcli.collection.user_file.columns.column_cells import outcome
from awardcli.collection.user_file.columns.column_roles import (
    NOMINATED,
    has_makers,
    is_honoured,
    is_of_winners,
    is_title,
)
from awardcli.collection.user_file.columns.heading_row import is_kind_of_work
from awardcli.collection.user_file.columns.heading_words import SEVERAL, WEAK, is_chinese, known, known_role
from awardcli.collection.user_file.columns.names_of_people import are_people
from awardcli.collection.user_file.section_names import BARE_YEAR, YEAR, caption, is_award, section
from awardcli.collection.user_file.tables.cell_items import RESULT, WINNER
from awardcli.language.awards import EDITION
from awardcli.language.fold import fold, to_simplified
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

KEY = "key"
"""The heading of keys that hold records, where these are neither years nor anything else that is known."""
EXAMINED = 100
"""Records of an array whose keys are examined, and the most keys that are examined one by one."""
_CATEGORY = chinese_pattern(r".*[^分种](?:类|组|组别|类别|单元|奖项)")
_AWARDS = lazy_pattern("(?i).+ (?:awards?|prizes?|medals?|winners?|finalists?|nominees?)|champions?|runners? up")
"""Keys that are awards beside others: specialAwards."""
IS_OF_AWARDS = chinese_pattern("(?i)(?:awards?|prizes?|honou?rs?|and|[获得]奖|奖项|荣誉|수상|受賞|[\\W_])+")
"""A key that says of its records that they are the awards: 獲獎 Awards."""
_LANGUAGE = "(?:en|zh|cn|ja|jp|ko|kr|fr|de|es|it|pt|ru)(?:[-_][A-Za-z]{2,4})?"
IS_LANGUAGE = lazy_pattern(_LANGUAGE)
"""A key of a text in one language: zh, en-US."""
IS_TEXT = lazy_pattern(f"[$#@_]*(?:t|text|value|rendered|raw|plain_?text|content|cdata|{_LANGUAGE})")
"""The key of the text in an object that may say more of it: {"rendered": "Emma"}."""
_CAPITAL = lazy_pattern("(?<=[a-z])(?=[A-Z])")
HAS_OPTIONS = chinese_pattern("(?i)(?:options|choices|candidates|contenders)$|选项|备选")
"""A key of records between which people chose."""
IS_ID = lazy_pattern("[\\w.:-]*[0-9][\\w.:-]*")
"""A key that is an id and no title: m1, 2021-03."""


def heading_of_words(key: str, words: Iterable[object]) -> str:
    """The heading of plain words under a key: the key where it is known as that of works or people, else by the words.

    >>> heading_of_words("films", ["A"]), heading_of_words("items", ["A"]), heading_of_words("", ["金奖"])
    ('films', 'title', '奖项')
    """
    texts = [word for word in words if isinstance(word, str)]
    if is_honoured(key) or (names_a_work([key]) and not is_award(key)):
        return key
    if are_people(texts):
        return WINNER[is_chinese(texts)]
    return heading_in_language("award" if texts and all(map(is_award, texts)) else "title", texts)


def role_of_keys(keys: Iterable[str]) -> str | None:
    """The role of keys that hold records: year, edition, award or category, by what all of them say; or None."""
    keys = list(keys)
    are_several = len(keys) > 1
    words = [to_simplified(_CAPITAL.sub(" ", key) if are_several else key).replace("_", " ").strip() for key in keys]
    roles: dict[str, Callable[[str], object]] = {
        "year": lambda word: BARE_YEAR.fullmatch(word) or (YEAR.search(word) and caption(word).keys() == {"year"}),
        "edition": EDITION.fullmatch,
        "award": lambda word: is_award(word) or (are_several and _AWARDS.fullmatch(word)),
        "category": lambda word: _CATEGORY.fullmatch(word) or section(word),
    }
    says_more = not all(map(IS_OF_AWARDS.fullmatch, words))
    return next((role for role, says in roles.items() if says_more and all(map(says, words))), None)


@lru_cache(1024)
def role_of_key(key: str) -> str | None:
    """The role of a key that holds records, by itself."""
    return role_of_keys([key])


def heading_of_keys(keys: Iterable[str], beside: Iterable[str]) -> str:
    """The heading of the keys that hold records, by their role, in Chinese where they, or those `beside`, are; or KEY.

    Those that say who won, or who did not, are a column of results: the winners are beside the nominees.

    >>> [heading_of_keys(keys, []) for keys in (["2020", "2021年"], ["gold", "Best Film"], ["films"])]
    ['年份', 'award', 'key']
    >>> heading_of_keys(["winners", "nominees"], [])
    'result'
    """
    keys = list(keys)
    outcomes = set(map(outcome, keys))
    are_winners = all(map(is_honoured, keys)) or (len(set(keys)) == 1 and all(map(_says_who, keys)))
    if outcomes == {True, False} or (keys and None not in outcomes and are_winners):
        return RESULT[is_chinese([*keys, *beside])]
    role = role_of_keys(keys)
    return heading_in_language(role, [*keys, *beside]) if role else KEY


def _says_who(key: str) -> bool:
    """Whether a key is of those who won, or who did not: winners, 入围."""
    return is_honoured(key) or NOMINATED.search(fold(key)) is not None


def heading_of_groups(keys: Iterable[str], beside: Iterable[str]) -> str:
    """The heading of the keys of arrays that are read as one list: kinds of works are categories.

    >>> heading_of_groups(["电影", "图书"], []), heading_of_groups(["winners", "films"], [])
    ('类别', 'key')
    """
    keys = list(keys)
    heading, is_chosen = heading_of_keys(keys, beside), len(set(keys)) > 1 and all(map(is_kind_of_work, keys))
    return heading_in_language("category", keys) if heading == KEY and is_chosen else heading


def heading_in_language(role: str, texts: Iterable[str]) -> str:
    """The heading of a role, in Chinese where texts are."""
    return vocabulary.heading(role, chinese=is_chinese(texts))


def heading_of_records(keys: Iterable[str], inside: Iterable[str]) -> str:
    """The heading of the keys of records: what each lacks, the award of its winner or nominees, or else its title.

    Keys that are people won it themselves.

    >>> heading_of_records(["Roma", "Parasite"], ["director", "year"]), heading_of_records(["Directing"], ["winner"])
    ('title', 'award')
    >>> heading_of_records(["张伟", "李娜", "王芳", "刘洋"], ["奖项"])
    '获奖者'
    """
    heading = heading_of_keys(keys, inside)
    if heading != KEY or any(map(is_title, inside)) or all(map(IS_ID.fullmatch, keys)):
        return heading
    if are_people(keys) and not has_makers(inside):
        return WINNER[is_chinese([*keys, *inside])]
    return heading_in_language("award" if any(map(is_honoured, inside)) else "title", [*keys, *inside])


def is_of_candidates(key: str) -> bool:
    """Whether records under a key were chosen or voted for: the title around them is that of their award or poll."""
    name = key.rpartition(".")[2]
    return _says_who(name) or HAS_OPTIONS.search(name) is not None


def keys_in(records: Iterable[object]) -> list[str]:
    """The keys of the first records of an array."""
    return list(dict.fromkeys(key for each in islice(records, EXAMINED) if isinstance(each, dict) for key in each))


def names_a_work(keys: Iterable[str]) -> bool:
    """Whether one of the keys is known as a title or an organization."""
    return any(known_role(key) in SEVERAL for key in keys)


def is_surely_title(key: str) -> bool:
    """Whether a key is known as a title, and not only by a word as vague as name."""
    return is_title(key) and is_surely_of_a_work(key)


def may_be_of_works(heading: str) -> bool:
    """Whether several words under a heading may be a work each: it is of titles, of winners, or not known."""
    return known_role(heading) in ("title", None) or is_of_winners(heading)


def is_surely_of_a_work(key: str) -> bool:
    found = known(key)
    return found is not None and found.role in SEVERAL and found.strength > WEAK
