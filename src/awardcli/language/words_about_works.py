"""Words for works, their kinds and their awards, in plain form: half-width, lower case, simplified."""

from collections.abc import Container
from functools import lru_cache

from awardcli.language.fold import fold


def words_of(text: str) -> tuple[str, ...]:
    """The words in a text, each once."""
    return tuple(dict.fromkeys(text.split()))


CHINESE_KINDS_OF_WORK = words_of(
    "微电影 微视频 纪录片 纪录短片 纪录电影 短片 影片 片子 电影 故事片 动画电影 动画片 动画短片 动画 动漫 "
    "番剧 剧集 电视剧 网剧 网络剧 网络电影 网大 短剧 微短剧 连续剧 综艺 话剧 舞台剧 音乐剧 歌剧 "
    "专题片 宣传片 公益片 公益短片 公益视频 公益微电影 公益宣传片 公益广告 院线电影 "
    "系列片 系列短片 系列 视频 短视频 作品 小说 长篇小说 "
    "中篇小说 短篇小说 长篇 中篇 短篇 散文集 散文 诗集 诗歌 报告文学 绘本 漫画 图书 书籍 专辑 歌曲 单曲 论文 文章"
)
_ENGLISH_KINDS_OF_WORK = words_of(
    "film movie picture documentary video novel films movies pictures documentaries videos novels"
)
KINDS_OF_WORK = frozenset((*CHINESE_KINDS_OF_WORK, *_ENGLISH_KINDS_OF_WORK))
"""Words for kinds of work, which people use loosely: a film may be called 影片, 短片 or 微电影."""
WORDS_FOR_WORKS = KINDS_OF_WORK | {"片", "书", "剧", "歌"}
"""The same, and those of one character, which also end the names of kinds: 喜剧片."""


def value_of_kind(kind: str, values: Container[str]) -> str | None:
    """The value of a list that a word for a kind of work names, if any: 动画 for 动画片."""
    return next((word for word in (kind, kind.removesuffix("片")) if word in values), None)


WORKS_IN_ENGLISH = (
    *_ENGLISH_KINDS_OF_WORK,
    *words_of("work book story tale song paper article play series"),
    *words_of("works books stories tales songs papers articles plays"),
)
"""English words for works, in a question or beside a maker; many are words of titles too: The Jungle Book."""

HAVING_WON = frozenset(("获奖", "得奖", "获奖的", "获奖作品", "得奖作品", "获奖影片", "参赛作品"))
"""Words that only say that a work is in a list of awards."""
BEST = "best"
FOR_THE_BEST = (BEST, "最佳", "优秀", "杰出", "最美")
"""Words with which the names of several awards begin, which are no award by themselves."""
ABOUT_AWARDS = frozenset(
    words_of(
        "best winner winners winning nominee nominees nominated nomination nominations shortlisted won wins award "
        "awards prize prizes"
    )
)
"""English words that ask for what won something: winner 2019, who won best actress 2010."""
ABOUT_A_WORK = frozenset(
    words_of(
        "book books series show game games anime play song album ending endings explained explanation plot summary "
        "synopsis review reviews cast soundtrack trailer wiki wikipedia imdb goodreads online streaming stream watch "
        "download free full subtitles quotes quote pdf epub ebook audiobook mod mods dlc walkthrough remake meaning "
        "analysis rating script "
        "影评 书评 观后感 读后感 剧情 剧情解析 剧照 预告 预告片 花絮 主题曲 片尾曲 插曲 原声带 在线观看 免费观看"
    )
)
"""Words for what people want to know or have of a work, beside its whole title: inception plot, 薪火影评."""

_KINDS = {
    "film": "电影 影片 故事片 film movie motionpicture",
    "series": "电视剧 网剧 网络剧 剧集 连续剧 番剧 综艺 tvseries miniseries",
    "play": "话剧 舞台剧 音乐剧 歌剧",
    "book": "小说 散文 诗集 诗歌 报告文学 图书 书籍 novel",
    "song": "歌曲 单曲 专辑",
}
"""The kinds of work, each with the words that name it."""
_KINDS_IN_LISTS = {
    "film": "片名 短片 视频 纪录片 专题片 宣传片 公益片 影视 picture",
    "series": "剧名 影视 television",
    "play": "剧名",
    "book": "书名 picturebook",
    "song": "歌名 曲名 song",
}
"""Further words that name a kind only in a list: beside a title, 视频 may mean any copy."""
_SIGNS_OF_ADDRESS = frozenset("/.:")


@lru_cache(1 << 12)
def kinds_named(words: str) -> frozenset[str]:
    """The kinds of work that words beside a title name, where works of different kinds often share a title.

    >>> [sorted(kinds_named(words)) for words in ("微电影", "TV series", "a novel", "高清", "www.film.example")]
    [['film'], ['series'], ['book'], [], []]
    """
    return _kinds(fold(words), _KINDS) if _SIGNS_OF_ADDRESS.isdisjoint(words) else frozenset()


@lru_cache(1 << 12)
def kinds_of_list(words: str) -> frozenset[str]:
    """The kinds of work that a category, an award or the heading of the titles names.

    >>> [sorted(kinds_of_list(words)) for words in ("片名", "Best Novel", "作品名称", "剧名")]
    [['film'], ['book'], [], ['play', 'series']]
    """
    return _kinds(fold(words), _KINDS) | _kinds(fold(words), _KINDS_IN_LISTS)


def _kinds(folded: str, words: dict[str, str]) -> frozenset[str]:
    return frozenset(kind for kind, names in words.items() if any(name in folded for name in names.split()))


OPERAS = frozenset(words_of("京剧 越剧 昆曲 昆剧 评剧 豫剧 黄梅戏 粤剧 川剧 沪剧 淮剧 锡剧 秦腔 评弹 舞剧 戏曲"))
"""Kinds of plays that have many titles in common with films and books, in brackets: 霸王别姬（京剧）."""

RANKS_OF_AWARDS = frozenset("一二三四特头金银铜大优最")
"""Characters before 奖 that make a rank, not a short name: 金奖 is not 金鸡百花奖."""
TITLE_AND_VOLUME = "(.+[上中下])([集部篇编卷册辑])"
"""The pattern of a title with the volume that is meant, and the word for volumes: 兄弟下册."""
BESIDE_NUMBERS = frozenset("第之季部集编卷辑册篇章弹期回话点时刻半分")
"""Characters that number a part of a work or a time together with a numeral."""
IN_ANY_NAME = frozenset(words_of("a an the of and or in on at to for from by with"))
"""English words that are in the name of anything."""
