"""Words for works, their kinds, their makers and their awards, and the words of a question about a work.

They are in plain form: half-width, lower case, simplified.
"""

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
WORKS_IN_ENGLISH = (
    *_ENGLISH_KINDS_OF_WORK,
    *words_of("work book story tale song paper article play series"),
    *words_of("works books stories tales songs papers articles plays"),
)
"""English words for works, in a question or beside a maker; many are words of titles too: The Jungle Book."""

HAVING_WON = frozenset(("获奖", "得奖", "获奖的", "获奖作品", "得奖作品", "获奖影片", "参赛作品"))
"""Words that only say that a work is in a list of awards."""
BEST = "best"
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

MAKING = words_of(
    "导演 执导 编剧 主演 演唱 演 唱 拍摄 拍 制作 出品 选送 报送 创作 写 做 上映 播出 "
    "directed direct made make filmed wrote write written stars starred starring director author writer star released"
)
"""Words for making or showing a work, and for who made it."""
WINNING = ("获", "得", "拿", "奖", "won", "win")
TITLE_OF_A_PERSON = "(?:老师|先生|女士|同志|教授)"
"""The pattern of what people write behind a name."""
POINTING = words_of("那个 那部 那首 那本 那篇 那张 这部 这首 这本 这篇 这张")
"""Words that point at one work: 萌芽熊那部, 周杰伦那首稻香; 这个 may point at anything (这个距离)."""
BESIDE_A_WORK = (*POINTING, *words_of("叫 作者 编剧 导演 歌手 原唱"))
"""Words that are beside the title of a work without asking for anything, or for who made it: 雷雨作者, 叫成都的歌."""
ASKING = words_of(
    "谁 什么 哪 哪儿 哪些 几 请问 吗 多少 怎么 何时 请帮 麻烦 查询 有没有 能不能 想找 想看 想听 想读 播放 点播 "
    "这个 这部 这首 这本 这本书 的导演 的编剧 的主演 的作者 的原唱 的演唱 的出品 的选送 的报送 的制作 "
    "的出版社 的奖项 的获奖 的得奖 的电影 的影片 的作品 的小说 的书 的歌 的歌曲 的游戏 的剧 "
    "who what when which where whose please find called looking have worth"
)
"""Words that make a question of a query."""
_BESIDE_THEM = words_of(
    "我 你 我们 你们 他们 大家 有人 想 问 一下 知道 看过 是 由 在 于 有 的 了 呢 啊 呀 吧 过 得 这 那 个 部 位 家 里 "
    "年 届 第 一 去年 今年 前年 人 员 单位 公司 机构 部门 学校 者 作者 时候 时间 出版 获 得 获得 拿 拿到 奖 获奖 得奖 "
    "片 讲 说 内容 好看 你好 您好 您 帮 请 找 查 搜 看 看到 可以 能 去 一个 一部 叫做 叫 资料 "
    "首 歌 一首 本 老师 奖项 出版社 游戏 发行 播 首播 首演 名叫 名为 "
    "is was were did does do the a by of in to year short feature animated called about that it out come "
    "came published reading watching win won me you i we do want for watch any named"
)
WORDS_OF_A_QUESTION = tuple(
    dict.fromkeys((*MAKING, *ASKING, *BESIDE_A_WORK, *CHINESE_KINDS_OF_WORK, *WORKS_IN_ENGLISH, *_BESIDE_THEM))
)
"""Single words of a question about a work, besides its title: 是 谁 拍 的."""
OF_A_WORK = (
    *(*MAKING, *CHINESE_KINDS_OF_WORK),
    *words_of("哪个单位 什么单位 哪年 哪一年 获奖 得奖 奖项 出版社 游戏 movie film paper called"),
    *BESIDE_A_WORK,
)
"""Words with which a question can only be about a work, however short its title."""

MADE_BY = words_of("的电影 的影片 的片子 的作品 的小说 的书 的歌 的歌曲 的游戏 的剧 的论文 的文章")
"""What follows whoever made a work: 姜文的电影."""
_COUNTED_BY = "个部首本篇张"
"""What works are counted by: 一部, 那首, 哪篇."""
_ONE = f"(?:[那这有一]?一?[{_COUNTED_BY}])?"
_ABOUT = "讲述|讲的是|讲|有关|关于|描写|描述"
ABOUT_SOMETHING = (
    f"(?:有没有)?{_ONE}(?:{_ABOUT}|写|说|拍|有)(?:的是|了)?(?P<what>.{{2,}}?)"
    f"(?:的故事)?的?(?:[那这][{_COUNTED_BY}])?(?P<kind>[^的]+)"
)
"""The pattern of a work by what it is about, which ends in a word for works: 那个讲咖啡店的微电影."""
ABOUT_ALONE = (
    f"(?:有没有|有什么|有哪些|想看|想找)?{_ONE}(?:{_ABOUT})(?:的是|了)?(?P<what>.{{2,}}?)"
    f"(?:的故事)?的(?:是?哪[{_COUNTED_BY}])?"
)
"""The pattern of a work by what it is about, without a word for works: 有没有讲急诊室的."""
_WORK_IN_ENGLISH = f"(?:{'|'.join(WORKS_IN_ENGLISH)})"
ABOUT_IN_ENGLISH = (
    rf"(?i)(?:(?P<one>the|an?|that|this) )?(?:one|{_WORK_IN_ENGLISH}) "
    "(?:about|(?(one)(?:on|with)|(?:(?<=paper )|(?<=papers ))on)) (?:(?:the|an?) )?(?P<what>.{3,})"
)
"""The pattern of a work by what it is about: book about the hungry caterpillar, the one with the wild things."""
_TELLS_NOTHING = "best|first|second|last|next|new|newest|old|other|same|whole|good|great|big|short|long|full"
OF_SUBJECT_IN_ENGLISH = rf"(?i)(?:the|that) (?!(?:{_TELLS_NOTHING})\b)(?P<what>[a-z-]{{4,}}) {_WORK_IN_ENGLISH}"
"""The pattern of a work by a word of its title: the bitcoin paper."""
FORGOTTEN = r"什么|啥|多少|[〇零一二三四五六七八九十百千0-9]*几|\bsome(?:thing|one|where)\b|…+|\.{3,}"
"""What stands for words of a title that are not remembered: 地球最后的什么."""
RANKS_OF_AWARDS = frozenset("一二三四特头金银铜大优最")
"""Characters before 奖 that make a rank, not a short name: 金奖 is not 金鸡百花奖."""
TITLE_AND_VOLUME = "(.+[上中下])([集部篇编卷册辑])"
"""The pattern of a title with the volume that is meant, and the word for volumes: 兄弟下册."""
BESIDE_NUMBERS = frozenset("第之季部集编卷辑册篇章弹期回话点时刻半分")
"""Characters that number a part of a work or a time together with a numeral."""
IN_ANY_NAME = frozenset(words_of("a an the of and or in on at to for from by with"))
"""English words that are in the name of anything."""
