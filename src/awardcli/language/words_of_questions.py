"""The words and patterns of a question about a work, its maker or its award: 谁拍的, 想看, the book about.

They are in plain form: half-width, lower case, simplified.
"""

from awardcli.language.words_about_works import CHINESE_KINDS_OF_WORK, WORKS_IN_ENGLISH, words_of

MAKING = words_of(
    "导演 执导 编剧 主演 演唱 演 唱 拍摄 拍 制作 出品 选送 报送 创作 写 做 上映 播出 "
    "directed direct made make filmed wrote write written stars starred starring director author writer star released"
)
"""Words for making or showing a work, and for who made it."""
MADE_BY = words_of("的电影 的影片 的片子 的片 的作品 的小说 的书 的歌 的歌曲 的游戏 的剧 的论文 的文章")
"""What follows whoever made a work: 姜文的电影."""
WINNING = ("获", "得", "拿", "奖", "won", "win")
TITLE_OF_A_PERSON = "(?:老师|先生|女士|同志|教授)"
"""The pattern of what people write behind a name."""
PARTICLES_OF_NAMES = frozenset(words_of("le la de del der di du da van von al el bin st"))
"""Words that are part of the last name behind them: Le Guin."""
MEASURE_WORDS = "个部首本篇张条支则"
"""The measure words of works: 一部, 那首, 哪篇, 一条 of a video."""
THAT_ONE = f"[那这][{MEASURE_WORDS}]"
"""The pattern of what points at something: 那部, 这个."""
_POINTING_AT_ANYTHING = ("这个", "这条")
POINTING = tuple(
    word for that in "那这" for measure in MEASURE_WORDS if (word := that + measure) not in _POINTING_AT_ANYTHING
)
"""Words that point at one work: 萌芽熊那部, 周杰伦那首稻香; not 这个距离, 这条弄堂."""
BESIDE_A_WORK = (*POINTING, *words_of("叫 作者 编剧 导演 歌手 原唱"))
"""Words that are beside the title of a work without asking for anything, or for who made it: 雷雨作者, 叫成都的歌."""
WANTING = words_of(
    "看 看看 看到 看过 看完 在看 听过 听完 读过 读完 听说过 找 找找 找到 搜 搜搜 搜索 查 查查 查询 求 推荐 给我 资源 "
    "链接 想找 想看 想听 想读"
)
"""Words of who wants a work, or has had it."""
OPINIONS = words_of("好看 好不好看 好听 怎么样 怎样 如何 精彩 值得 值不值得 适合 感人 多好")
"""Words of who asks how good a work is, or for whom."""
ABOUT_AN_ENTRY = words_of(
    "属于 类别 类型 哪类 几等奖 评分 得分 几分 排名 名次 国家 哪国 地区 时长 片长 多长 讲述 内容 主题 题材 "
    "结局 简介 介绍 改编 真实事件 rated rating rank ranked ranking score scores stars runtime length plot summary "
    "story review reviews cast language country publisher acted plays played actor actors actress"
)
"""Words for what a list says of a work, and for what a work says."""
WHAT_IT_WON = words_of("奖 得奖 获奖 拿奖 入围 评上 入选 提名 名单 榜单")
"""Words that ask, with others, what a work has won."""
BODIES = words_of("单位 公司 机构 部门 学校")
"""Words for who made a work. Where a short name follows, no work is meant: 找一个单位面试."""
WHICH_BODY = f"哪(?:些|几?[个所家间])(?:{'|'.join((*BODIES, *words_of('大学 学院 高校 中学 小学 医院 出版社')))})"
"""The pattern of what asks who made a work, as 谁 does: 哪所大学."""
ASKING = (
    *words_of(
        "谁 什么 啥 哪 哪儿 哪些 几 请问 吗 嘛 没有 多少 怎么 何时 请帮 麻烦 类似 有没有 是不是 能不能 播放 点播 "
        "这个 这部 这首 这本 这本书 的导演 的编剧 的主演 的作者 的原唱 的演唱 的出品 的选送 的报送 的制作 "
        "的出版社 的奖项 的获奖 的得奖 得主 "
        "who what when which where whose how please find called named titled looking have worth about tell good great "
        "win wins nominee nominated winner"
    ),
    *(*MADE_BY, *WANTING, *OPINIONS, *ABOUT_AN_ENTRY),
)
"""Words that make a question of a query."""
_BESIDE_THEM = words_of(
    "我 你 我们 你们 他们 大家 有人 有谁 想 问 问下 一下 知道 告诉 是 由 在 于 有 的 了 没 呢 啊 呀 吧 哦 过 得 这 那 "
    "类 区 要 讲 说 小孩 个 部 位 家 里 上 年 届 第 一 去年 今年 前年 人 员 者 时候 时间 出版 获 获得 拿 拿到 "
    "觉得 喜欢 最 很 挺 真 刚 奖项 片 像 跟 一样 那样 差不多 你好 您好 您 帮 帮我 帮忙 忙 请 可以 能 能否 会 去 到 下 "
    "叫做 资料 信息 情况 对 还是 都 也 主要 故事 首 歌 本 篇 老师 出版社 游戏 发行 播 首播 首演 "
    "名叫 名为 名字 片名 标题 题目 题为 谢谢 来着 好像 就是 记得 到底 究竟 一共 上榜 "
    "the a an by of in on to for from with at as it its that this there one any some anything something "
    "s d m ve re am me you i we my do does did is was were are be been has had can could would should will got get "
    "year short feature animated entitled out come came published reading read watching watch see seen "
    "want like know hear heard show give look search information info more list entry won nomination shortlisted "
    "award prize received long much many recommended"
)
WORDS_OF_A_QUESTION = tuple(
    dict.fromkeys(
        (
            *(*MAKING, *ASKING, *BESIDE_A_WORK, *CHINESE_KINDS_OF_WORK, *WORKS_IN_ENGLISH),
            *(*WHAT_IT_WON, *BODIES, *_BESIDE_THEM),
            *(count + measure for count in "一几哪" for measure in f"{MEASURE_WORDS}次"),
            *(
                asking + work
                for asking in ("什么", "哪些", *(f"几{each}" for each in MEASURE_WORDS))
                for work in "书片剧歌"
            ),
        )
    )
)
"""Single words of a question about a work, besides its title: 是 谁 拍 的."""
OF_A_WORK = (
    *(*MAKING, *CHINESE_KINDS_OF_WORK, *WANTING, *OPINIONS, *ABOUT_AN_ENTRY, *WHAT_IT_WON),
    *words_of("哪个单位 什么单位 哪年 哪一年 哪一类 哪个区 讲 说 奖项 出版社 游戏 movie film paper called"),
    *BESIDE_A_WORK,
)
"""Words with which a question can only be about a work, however short its title."""

HAS_MADE = f"(?:{'|'.join(MAKING)})[过了]?"
"""The pattern of what a maker did, right behind their name, which may end in 报: 姜文导演过."""
DID = f"(?:{'|'.join((*MAKING, *words_of('报 交 送 导 得 拿 获')))})"
"""The pattern of what a maker did; 报, 交 and 送 hand a work in."""
COUNTED = f"(?:哪些|哪[几一两]|哪|什么|啥|多少|几)[{MEASURE_WORDS}]?"
"""The pattern of what asks which works, or how many."""
_HELPING = (
    "请问|麻烦|帮忙|帮我|帮|给我|替我|请|求推荐|求|推荐|(?:想|要)?问(?:一?下|问)?|[你您]好|(?:有?谁|有人|大家|[你您])?知道|谁?能?告诉我|"
    "能不能|能否|可不可以|可以|能|我们|我|想知道|想要|想|要|正?在|看看|找找|查查|搜搜|了解|列出|列|[看找查搜听读]|该(?=[看听读])|一下|下|再|"
    "想起来了?|(?:应该|大概|可能|好像|似乎|印象[中里])(?:就?是)?|就是|是不是(?=有)"
)
_HAVING = (
    f"(?:听说|是否)?有(?:没有|什么|哪些|啥)?|(?:(?:有?谁|有?没?有?人)?还|有?谁)?记得|都|哪些|什么|哪[{MEASURE_WORDS}]|"
    "(?<=有)人[看听读]过"
)
_A_PIECE = f"[一几两那这][{MEASURE_WORDS}些种]|(?<=[有看找求])[{MEASURE_WORDS}些](?!人)"
_HEARD_OF = (
    "(?:(?:上一?|前)[次回周]|上个?(?:星期|礼拜|月)|(?:前|这)[几两]?[天年]|昨[天晚]|今[天年]|去年|之前|以前|小时候|刚[才刚]?|最近)"
    "我?(?=[看听读])|(?<=[看听读])(?:过的?|到的?|的)|"
    f"[\u4e00-\u9fff]{{1,4}}(?:说|讲|推荐|提到|介绍|分享|[播放])[过了]?的(?={THAT_ONE})"
)
OPENING = f"{_HELPING}|{_HAVING}|{_A_PIECE}|{_HEARD_OF}|[,，\\s]"
"""The pattern of words that open a question: 请问, 想找, 有没有, 一部, 上次看的."""
CLOSING = (
    f"都?(?:叫做|名叫|颁?给了?|[有是叫])(?:{COUNTED}|谁)[部个位]?(?:名字|作品|片子)?|都?有(?:没有)?|[吗呢嘛吧啊呀么哦]|推荐|谢谢|来着|对不对|对|"
    "在?(?:哪里|哪儿|哪|什么地方|怎么)(?:能|可以)?[看听读找下](?:得?到)?|[,，?？。!！\\s]"
)
"""The pattern of words that close a question: 有哪些, 吗."""
WHETHER = "(?:是不是|是否是?)"
"""The pattern of what asks whether something is so: 火塘是不是微视频."""
IS_IT_NOT = "(?:吗|吧|么|对不对|对吗)"
"""The pattern of what asks so at the end: 火塘是微视频吗."""
OPENING_IN_ENGLISH = (
    "please|can|could|would|you|i|we|d|m|am|s|want|wanna|to|like|see|watch|read|find|search|for|show|me|tell|give|list|"
    "looking|look|up|do|know|have|got|is|are|was|there|any|some|all|the|an?|of|which|what|anything|something|everything"
)
"""The pattern of words that open a question in English."""
CLOSING_IN_ENGLISH = (
    "please|thanks|(?:are|is) there|there (?:are|is)|(?:do )?you have|(?:in|on) the list|winners?|nominees?|won"
)
"""The pattern of words that close one."""
BY_IN_ENGLISH = "(?:(?:directed|made|written|filmed|published|released|produced) )?by|of|from"
"""What is between works and their maker, in English."""
MADE_BY_IN_ENGLISH = f"{BY_IN_ENGLISH}|in|with|starring|featuring"
"""The same, or between works and their place or whoever is in them."""
DID_IN_ENGLISH = (
    "direct(?:ed)?|ma[kd]e|film(?:ed)?|shot|wr[io]te|written|publish(?:ed)?|(?:star(?:red)?|play(?:ed)?|act(?:ed)?) in"
)
"""What a maker did, in English."""
SUBJECT = (
    f"(?:[跟和与同]|关于|有关)(.{{2,}}?)(?:有关|相关)(?:的|{THAT_ONE})*|以(.{{2,}}?)[为作](?:题材|主题|背景|主角)的?|"
    "(.{2,}?)题材的?|(?:讲述?|说|介绍|内容是|主角是|里面?有|(?:片名|标题|名字|题目)[里中]?(?:带|含有?|有))(?:的是|了)?(.{2,}?)"
    f"(?:的?{THAT_ONE}|的)?|(?:关于|描写|描述|写|拍|叫什么|叫啥)(.{{2,}}?)的?|(.{{2,}}?)的?{THAT_ONE}的?"
)
"""The pattern of what a work is about, before a word for works: 跟裁缝有关的, 主角是裁缝的, 咖啡店那个."""

_ONE = f"(?:[那这有一]?一?[{MEASURE_WORDS}])?"
_ABOUT = "讲述|讲的是|讲|有关|关于|描写|描述"
ABOUT_SOMETHING = (
    f"(?:有没有)?{_ONE}(?:{_ABOUT}|写|说|拍|有)(?:的是|了)?(?P<what>.{{2,}}?)"
    f"(?:的故事)?的?(?:{THAT_ONE})?(?P<kind>[^的]+)"
)
"""The pattern of a work by what it is about, which ends in a word for works: 那个讲咖啡店的微电影."""
ABOUT_ALONE = (
    f"(?:有没有|有什么|有哪些|想看|想找)?{_ONE}(?:{_ABOUT})(?:的是|了)?(?P<what>.{{2,}}?)"
    f"(?:的故事)?的(?:是?哪[{MEASURE_WORDS}])?"
)
"""The pattern of a work by what it is about, without a word for works: 有没有讲急诊室的."""
WORK_IN_ENGLISH = f"(?:{'|'.join(WORKS_IN_ENGLISH)})"
ABOUT_IN_ENGLISH = (
    rf"(?i)(?:(?P<one>the|an?|that|this) )?(?:one|{WORK_IN_ENGLISH}) "
    "(?:about|(?(one)(?:on|with)|(?:(?<=paper )|(?<=papers ))on)) (?:(?:the|an?) )?(?P<what>.{3,})"
)
"""The pattern of a work by what it is about: book about the hungry caterpillar, the one with the wild things."""
_TELLS_NOTHING = "best|first|second|last|next|new|newest|old|other|same|whole|good|great|big|short|long|full"
OF_SUBJECT_IN_ENGLISH = rf"(?i)(?:the|that) (?!(?:{_TELLS_NOTHING})\b)(?P<what>[a-z-]{{4,}}) {WORK_IN_ENGLISH}"
"""The pattern of a work by a word of its title: the bitcoin paper."""
FORGOTTEN = r"什么|啥|多少|[〇零一二三四五六七八九十百千0-9]*几|\bsome(?:thing|one|where)\b|…+|\.{3,}"
"""What stands for words of a title that are not remembered: 地球最后的什么."""
