"""The words and patterns of a question about a work, its maker or its award: 谁拍的, 想看, the book about.

They are in plain form: half-width, lower case, simplified.
"""

from awardcli.language.words_about_works import CHINESE_KINDS_OF_WORK, WORKS_IN_ENGLISH, words_of

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
