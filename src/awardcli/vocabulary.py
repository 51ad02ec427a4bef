"""The words of the list in both languages: columns, kinds, certainties, tiers, and the headings of other lists."""

import re

from awardcli import messages

FLAT = (
    "id",
    "edition",
    "year",
    "category",
    "award",
    "title",
    "organization",
    "district",
    "kind",
    "certainty",
    "note",
)
"""The columns of a flat record, in the order of every output."""

COUNTED = ("category", "organization", "district", "kind", "award", "year", "edition")
"""The columns whose values `stats` counts."""

ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "big5hkscs",
}
"""What `--encoding` may say, and the widest encoding that reads it."""

HEADINGS = {
    "id": ("id", "编号"),
    "edition": ("edition", "届次"),
    "year": ("year", "年份"),
    "category": ("category", "类别"),
    "award": ("award", "奖项"),
    "title": ("title", "作品"),
    "organization": ("organization", "单位"),
    "organizations": ("organizations", "各单位"),
    "district": ("district", "区"),
    "kind": ("kind", "单位类型"),
    "certainty": ("certainty", "可靠程度"),
    "note": ("note", "说明"),
    "tier": ("match", "匹配"),
    "score": ("score", "相似度"),
    "matched": ("matched", "匹配位置"),
    "name_en": ("English name", "英文名"),
    "results": ("results", "条数"),
    "bar": ("", ""),
    "title_pinyin": ("title in pinyin", "作品拼音"),
    "organization_pinyin": ("in pinyin", "单位拼音"),
    "line": ("line", "原文"),
    "match_title": ("match_title", "获奖作品"),
    "match_organization": ("match_organization", "获奖单位"),
    "match_category": ("match_category", "获奖类别"),
    "match_award": ("match_award", "所获奖项"),
    "match_year": ("match_year", "获奖年份"),
    "match_id": ("match_id", "获奖编号"),
    "match_tier": ("match_tier", "匹配方式"),
    "match_score": ("match_score", "匹配度"),
    "match_note": ("match_note", "匹配说明"),
}

KINDS = {
    "publicity": ("publicity department", "宣传部门"),
    "police": ("police", "公安"),
    "media-centre": ("media centre", "融媒体中心"),
    "subdistrict-or-town": ("subdistrict or town", "街镇"),
    "discipline-inspection": ("discipline inspection", "纪检监察"),
    "enterprise": ("enterprise", "企业"),
    "school": ("school", "学校"),
    "museum": ("museum", "博物馆"),
    "cultural-centre": ("cultural centre", "文化馆"),
    "education-centre": ("education centre", "宣教中心"),
    "procuratorate": ("procuratorate", "检察院"),
    "fire-service": ("fire service", "消防"),
    "news-media": ("news media", "新闻媒体"),
    "government-or-party": ("government or Party body", "党政机关"),
    "association": ("association", "社会团体"),
    "individual": ("individual", "个人（非单位）"),
}

CERTAINTIES = {
    "printed": ("printed", "原文明确"),
    "ordered": ("paired by order", "按顺序对应"),
    "uncertain": ("uncertain", "存疑"),
}

_TIERS = {
    "equal": ("equal", "相同"),
    "prefix": ("prefix", "开头"),
    "substring": ("part", "包含"),
    "sound": ("sound", "同音"),
    "pinyin": ("pinyin", "拼音"),
    "initials": ("initials", "首字母"),
    "near": ("near", "近似"),
}

_HOW = {
    "same": ("same", "相同"),
    "other reading": ("other reading", "另一读音"),
    "accent": ("accent", "口音"),
    "look-alike": ("look-alike", "形近"),
    "begun": ("begun", "未打完"),
    "shortened": ("shortened", "缩写"),
    "initial": ("initial", "首字母"),
    "pinyin with an accent": ("pinyin with an accent", "带口音的拼音"),
    "another form of the number": ("another form of the number", "数的另一种写法"),
    "letters read as digits": ("letters read as digits", "字母视为数字"),
    "without a particle": ("without a particle", "省去助词"),
    "another form of the word": ("another form of the word", "单词的另一种形式"),
    "short name": ("short name", "简称"),
    "part of a longer number": ("part of a longer number", "只是数的一部分"),
}

_METAVARS = {
    "CATEGORY": "类别",
    "COLLECTION": "名单库",
    "COLUMN": "列名",
    "COMMAND": "命令",
    "FILE": "文件",
    "HEADING": "列名",
    "ID": "编号",
    "KEY": "键",
    "NAME": "名称",
    "OPTIONS": "选项",
    "ORGANIZATION": "单位",
    "QUERY": "词",
    "ROLE": "角色",
    "TITLE": "作品名",
    "VALUE": "值",
}


_KINDS_OF_WORK = (
    "微电影 微视频 纪录片 纪录短片 纪录电影 短片 影片 电影 故事片 动画电影 动画片 动画短片 动画 动漫 "
    "番剧 剧集 电视剧 网剧 网络剧 网络电影 网大 短剧 微短剧 连续剧 综艺 话剧 舞台剧 音乐剧 歌剧 "
    "专题片 宣传片 公益片 公益广告 院线电影 系列片 系列短片 系列 视频 短视频 作品 小说 长篇小说 "
    "中篇小说 短篇小说 长篇 中篇 短篇 散文集 散文 诗集 诗歌 报告文学 绘本 漫画 图书 书籍 专辑 歌曲 "
    "单曲 "
)
KINDS_OF_WORK = frozenset((*_KINDS_OF_WORK.split(), "film", "movie", "documentary", "video", "novel"))
"""Words for what a work is, which people use loosely: a film may be called 影片, 短片 or 微电影."""

HAVING_WON = frozenset(("获奖", "得奖", "获奖的", "获奖作品", "得奖作品", "获奖影片", "参赛作品"))
"""Words that say no more than that a work is in a list of awards."""

_OTHER_WORDS_AROUND_A_TITLE = (
    # what copy or part of it
    "预告片 终极预告 先导预告 预告 花絮 片段 正片 全集 完整版 加长版 导演剪辑版 剪辑版 未删减版 "
    "未删减 删减版 修复版 数字修复版 重映版 重映 原版 终极版 纪念版 典藏版 公映版 院线版 国语版 "
    "粤语版 中文版 英文版 日语版 原声版 配音版 国语 粤语 双语 中字 中英字幕 双语字幕 字幕版 字幕 "
    "无字幕 高清 超清 蓝光 原盘 杜比视界 影院版 电影版 剧场版 电视剧版 动画版 真人版 主题曲 原声带 "
    "终稿 定稿 初稿 终版 最终版 修改版 修订版 送审版 成片 样片 百度百科 维基百科 哔哩哔哩 腾讯视频 爱奇艺 优酷 "
    "在线观看 免费观看 下载 片尾曲 插曲 海报 影评 观后感 读后感 剧情解析 解说 "
    # who made it, and what became of it
    "导演 编剧 主演 监制 制片 出品 出品人 执导 作者 原著 编著 著 译 翻译 演唱 选送 选送单位 报送 "
    "报送单位 制作 单位 参赛作品 获奖作品 入围作品 入围影片 参评作品 推荐作品 优秀作品 参赛 获奖 入围 "
    "提名 推荐 作品名称 片名 影片名称 书名 名称 年份 上映 首映 出版 豆瓣 评分 想看 看过 已看 在看 "
    "审片 送审 重看 重温 再看 二刷 看了 看完 读了 读完 "
    "题目 标题 又名 亦名 原名 别名 英文名 篇名 曲名 剧名 节目名称 项目名称 "
    "副本 精装 平装 精装典藏版 增订版 修订本 全译本 插图版 "
    "推荐观看 一等奖 二等奖 三等奖 特等奖 金奖 银奖 铜奖 优秀奖 获奖者 "
)
WORDS_AROUND_A_TITLE = frozenset((_KINDS_OF_WORK + _OTHER_WORDS_AROUND_A_TITLE).split())
"""Words beside a title that do not identify the work, unless a title has them."""
_WORDS_OF_ANOTHER_WORK = (
    "主题曲 原声带 片尾曲 插曲 舞台剧 话剧 音乐剧 歌剧 漫画 小说 绘本 动画版 真人版 电视剧版 "
    "读后感 观后感 影评 剧情解析 解说"
)
WORDS_OF_ANOTHER_WORK = frozenset(_WORDS_OF_ANOTHER_WORK.split())
"""Those of them that mean another work than a film of that title: `match` reports them as left over."""

_MAKING = (
    "导演 执导 编剧 主演 演 拍摄 拍 制作 出品 选送 报送 创作 写 做 上映 播出 "
    "directed direct made make filmed wrote write written stars starred starring director author writer star released"
)
MAKING = tuple(_MAKING.split())
"""Words for making or showing a work, and for who made it."""
_ASKING = "谁 什么 哪 几 请问 吗 多少 怎么 何时 who what when which where whose"
ASKING = tuple(_ASKING.split())
"""Words that make a question of a query."""
_BESIDE_THEM = (
    "我 你 大家 有人 想 问 一下 知道 看过 是 由 在 于 有 的 了 呢 啊 呀 吧 过 得 这 那 个 部 位 家 里 年 届 第 一 "
    "去年 今年 前年 人 员 单位 公司 机构 部门 学校 者 作者 片子 时候 时间 出版 获 得 获得 拿 奖 获奖 得奖 "
    "讲 说 内容 好看 "
    "is was were did does do the a by of in to year film movie book novel work story called about that it out come "
    "came published win won"
)
WORDS_OF_A_QUESTION = tuple(dict.fromkeys((*MAKING, *ASKING, *_KINDS_OF_WORK.split(), *_BESIDE_THEM.split())))
"""What a question about a work has beside its title, each as short as it is a word: 是 谁 拍 的."""

LATIN_WORDS_AROUND_A_TITLE = (
    "official (?:hd )?(?:trailer|video|teaser)|trailer|teaser|film|movie|the movie|motion picture|feature film|"
    "documentary|short film|tv series|mini[- ]?series|novel|a novel|film adaptation|"
    "(?:u|f)?hd|4k|8k|(?:480|576|720|1080|1440|2160)[pi]|blu-?ray|bd(?:rip)?|dvd(?:rip)?|web-?dl|web-?rip|hdtv|"
    r"hdr(?:10)?|imax|2d|3d|x26[45]|h\.?26[45]|hevc|aac|dts|mkv|mp4|avi|remastered|remaster|director'?s cut|"
    "extended(?: cut| edition)?|special edition|theatrical(?: cut)?|final cut|uncut|unrated|"
    "dubbed|subbed|subtitled|sub|dub|mandarin|cantonese|"
    r"(?:\d+(?:st|nd|rd|th) )?anniversary(?: edition)?|(?:revised|collector'?s|limited|deluxe|second|first) edition|"
    r"(?:currently |now )?reading|just (?:read|finished|watched)|"
    r"(?:a (?:film|novel|book|movie) )?by|directed by|written by|dir\. by|dir|director|author|starring|"
    "best picture|winner|nominee|nominated|won|title|full movie|ebook|imdb|wikipedia|goodreads|letterboxd|youtube|"
    r"bilibili|paperback|hardcover|audiobook|kindle edition|a\.?k\.?a\.?|also known as"
)
"""The same in Latin script, as a regular expression of whole words."""


def heading(column: str, *, chinese: bool | None = None) -> str:
    """The column's heading for people, in the language of messages unless said otherwise.

    >>> heading("title", chinese=True)
    '作品'
    """
    return HEADINGS[column][_chosen(chinese)]


def value(name: str, *, chinese: bool | None = None) -> str:
    """A kind, certainty, tier or way to match as people call it; any other value unchanged."""
    for words in (KINDS, CERTAINTIES, _TIERS, _HOW):
        if name in words:
            return words[name][_chosen(chinese)]
    return name


def metavar(text: str, *, chinese: bool | None = None) -> str:
    """What help shows for a value to be typed, in the language of messages unless said otherwise.

    >>> metavar("HEADING=VALUE", chinese=True)
    '列名=值'
    """
    return re.sub("[A-Z]+", lambda word: _METAVARS.get(word[0], word[0]), text) if _chosen(chinese) else text


def labelled(name: str) -> str:
    """A name to choose from; a kind with what it is called in Chinese, where that is the language of messages."""
    return f"{name} {value(name)}" if name in KINDS and messages.language() == "zh" else name


def kind_named(name: str | None) -> str | None:
    """The kind of that name in either language, or None."""
    return next((kind for kind, names in KINDS.items() if name in (kind, *names)), None)


def _chosen(chinese: bool | None) -> int:
    return messages.language() == "zh" if chinese is None else chinese
