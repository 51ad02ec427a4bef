"""What names a category: a kind of works (微电影, fiction), a class of them (公益类), a competition (女子单打).

Kinds are listed with the others of one event, since several of these beside one another are said of different works.
"""

from collections.abc import Sequence

from awardcli.collection.user_file.columns.heading_words import split
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern

_KINDS_OF_WORKS = (
    "微电影、微视频、短视频、纪录片、动画片、故事片、短片、长片、宣传片、公益广告、专题片、mv、音乐电视、网络剧、电视剧、电影、微纪录片",
    "小说、散文、诗歌、戏剧、报告文学、童话、随笔、杂文、散文诗、长篇小说、中篇小说、短篇小说、儿童文学、诗词、寓言",
    "消息、通讯、新闻评论、系列报道、新闻摄影、新闻专题、新闻版面、副刊",
    "书法、绘画、摄影、篆刻、国画、油画、版画、雕塑、剪纸、漫画、水彩、行书、草书、楷书、隶书",
    "舞蹈、戏曲、小品、相声、曲艺、器乐、声乐、合唱、独唱、朗诵",
    "fiction、nonfiction、poetry、biography、autobiography、history、generalnonfiction、memoir、childrensfiction",
    "physics、chemistry、medicine、physiologyormedicine、literature、peace、economics、economicsciences",
    "物理、物理学、化学、医学、生理学或医学、文学、和平、经济、经济学",
)
"""Kinds of works, folded, by event."""
_SUFFIX = chinese_pattern("(?:类|组|单元|作品)$")
_CLASS = chinese_pattern("(?!作品|项目|参赛|奖项)[\u4e00-\u9fff]{2,6}[类组]")
"""公益类, 校园组"""
_COMPETITION = chinese_pattern(
    "(?i)(?:男|女|混合?|男女|青年|少年)(?:子|双|单|团|篮|排|足).{0,6}|[单双]打|(?:wo)?men(?:'|’)?s\\W.+|(?:boys|girls|ladies|mixed|(?:wo)?men)(?:'|’)?\\W(?!name).+"
)
_TEAMS = "team、teams、teamevent、团体、团体赛"
"""Folded headings of competitions of teams, beside other competitions."""


def is_category(name: str) -> bool:
    """Whether a text is a category by itself: 微电影, 公益类."""
    return is_kind_of_works(_SUFFIX.sub("", name)) or _CLASS.fullmatch(name) is not None


def is_kind_of_works(name: str) -> bool:
    """Whether a text is a kind of works by itself: 漫画, fiction."""
    folded = fold(name)
    return any(folded in split(kinds) for kinds in _KINDS_OF_WORKS)


def is_competition(name: str) -> bool:
    """Whether a text is a competition, whose winners are people: 男子单打, Women's 100 m."""
    return _COMPETITION.fullmatch(name) is not None


def categories_of_one_event(names: Sequence[str]) -> list[int]:
    """The places of the categories among names: the kinds of works of one event, classes, or competitions."""
    bare = [_SUFFIX.sub("", fold(name)) for name in names]
    found = [[at for at, name in enumerate(bare) if name in split(kinds)] for kinds in _KINDS_OF_WORKS]
    found.append([at for at, name in enumerate(names) if _CLASS.fullmatch(name)])
    found.append(_competitions(names))
    return max(found, key=len)


def _competitions(names: Sequence[str]) -> list[int]:
    """The places of competitions of one event, each with its winner: 男子单打, 女子单打, 团体; none of another list."""
    found = [at for at, name in enumerate(names) if is_competition(name)]
    return [*found, *(at for at, name in enumerate(names) if fold(name) in split(_TEAMS))] if len(found) > 1 else []
