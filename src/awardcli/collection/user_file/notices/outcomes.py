"""Captions that only say what won or was nominated, below or behind the award that both are of.

    Best Film                最佳影片
    Winner: Salt             获奖：《春》
    Nominees: Fog, Sea       提名：《夏》、《秋》

Without an award above each, such a word is an award itself: 金奖：《甲》⏎入围：《乙》、《丙》
"""

from collections.abc import Sequence

from awardcli.collection.user_file.columns.column_cells import outcome
from awardcli.collection.user_file.columns.heading_words import CHINESE
from awardcli.collection.user_file.notices.captions import Caption
from awardcli.collection.user_file.notices.labels import label_and_rest
from awardcli.collection.user_file.notices.notice_sentences import parts_of
from awardcli.language.awards import is_of_people
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

_OF_WHOM = chinese_pattern("(?i)(?<=.)(?:者|人|作品|影片|名单|单位)$|(?<=.)s(?=(?:[ -]up)?$)")
"""获奖者, 提名作品, Winners, Runners-up"""
_RANK = chinese_pattern("[特一二三四五]等奖|[金银铜]奖|[冠亚季]军|优[秀胜]奖")
"""Awards that nobody is nominated for."""
_SEVERAL = lazy_pattern("(?i)s(?:[ -]up)?$")
"""Nominees, Runners-up"""
_COMMA, _SEMICOLON = lazy_pattern(r"\s*[,，、]\s*(?:and\s+)?"), lazy_pattern(r"\s*[;；]\s*")
_MOST = 0.75
"""The share of the awards with titles that have their nominees below, where these are no award of their own."""


def of_one(name: str) -> str:
    """The word for the outcome of one of several: 提名 for 提名作品, Nominee for Nominees.

    >>> of_one("提名作品"), of_one("Nominees"), of_one("Runners-up")
    ('提名', 'Nominee', 'Runner-up')
    """
    return _OF_WHOM.sub("", name)


def outcome_and_titles(text: str) -> tuple[str, str]:
    """The word before the colon of a text that says what won or was nominated, or "", and the titles behind it.

    >>> outcome_and_titles("获奖：张三"), outcome_and_titles("春：张三")
    (('获奖', '张三'), ('', '春：张三'))
    """
    word, titles = label_and_rest(text)
    return (word, titles.strip()) if word and outcome(word) is not None else ("", text)


def below_awards(captions: Sequence[Caption]) -> frozenset[str]:
    """The words for an outcome in the captions of a text, if each is of the award above it; else none.

    Either each is directly below an award, and several awards or both outcomes are there; or most awards, none of which
    is a rank, have their titles and below these such a word.
    """
    words: set[str] = set()
    owners: set[str] = set()  # the awards above these words
    above, is_direct, are_direct = "", False, True
    awards = 0
    for caption in captions:
        award, word = caption.names.get("award", ""), outcome_and_titles(caption.titles)[0]
        is_own = outcome(award) is None
        if caption.names and is_own:
            above, is_direct = award, not caption.titles or bool(word)
            awards += bool(award)
        if word or (award and not is_own):
            words.add(word or award)
            owners.add(above)
            are_direct = are_direct and is_direct
        elif not caption.names and above not in owners:
            is_direct = False
    are_direct = are_direct and (len(owners) > 1 or len(set(map(outcome, words))) > 1)
    are_of_most = len(owners) > 1 and len(owners) >= _MOST * awards and not any(map(_RANK.match, owners))
    return frozenset(words if "" not in owners and (are_direct or are_of_most) else ())


def each_nominated(word: str, award: str, text: str) -> list[str]:
    """The titles or people behind a word for several nominees, which semicolons separate, or commas if there are none.

    Behind a word for one, a comma may be before its maker.

    >>> each_nominated("Runners-up", "Best Film", "Fog, Sea"), each_nominated("Winner", "Best Film", "Salt, Ana Ruiz")
    (['Fog', 'Sea'], ['Salt, Ana Ruiz'])
    >>> each_nominated("提名", "最佳导演", "张三；李四"), each_nominated("Nominees", "Best Film", "Fog, Bo Ek; Sea")
    (['张三', '李四'], ['Fog, Bo Ek', 'Sea'])
    """
    are_several = _SEVERAL.search(word) is not None and not CHINESE.search(text)
    are_people = outcome(word) is False and is_of_people(award) and "《" not in text
    separator = _SEMICOLON if _SEMICOLON.search(text) else _COMMA
    return list(filter(None, parts_of(text, separator))) if are_several or are_people else [text]
