"""The text around a title that does not identify the work: enumeration, words, parts of file names.

All texts are in plain form: half-width, lower case, simplified.
"""

import re

from awardcli.language.words_beside_titles import (
    LATIN_WORDS_AROUND_A_TITLE,
    WORDS_AROUND_A_TITLE,
    WORDS_OF_ANOTHER_WORK,
)

ENUMERATION_SIGNS = "○◯①-⑳⑴-⒛⓪-⓿❶-➓㈠-㈩㊀-㊉"
"""Numbers in circles and brackets, and with a full stop behind them, each one character."""
_HAN = "\u3400-\u9fff"
_OPENS_TITLE = f'[《〈「『“"{_HAN}]'
_BAR = "[|│┃║]"
_BULLET = "[-–—*•·●○◯■□◆◇▪▫◦‣▲▼►▶▷→➢➤❖✦✧※★☆✓✔√☑☐✅❤+>]"
_COUNT = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3}|[ivx]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ]+|[a-h])"
_COUNTED_BY = "(?:no|top|num|number|item|entry|rank|序号|编号|排名|排序|作品编号|节目编号|题号|[#№])"
_COUNTS = (
    rf"[{ENUMERATION_SIGNS}]+\s*[.、:)]?",
    "\\d\ufe0f?\u20e3",  # 1️⃣
    rf"[(\[【〔<]\s*{_COUNT}\s*[)\]】〕>]\s*[.、:]?",
    r"第\s*(?:\d{1,4}|[一二三四五六七八九十]{1,3})\s*[名位号条项](?:\s*[.、:]|\s+|(?=[《〈「『]))",
    rf"{_COUNTED_BY}[.:#\s]*\d{{1,4}}(?!\d)\s*(?:[.、):,_]|[-–—]+\s|\s|(?={_OPENS_TITLE}))",
    rf"[a-zⅠ-Ⅻ]{{1,2}}-?\d{{1,4}}\s+(?={_OPENS_TITLE})",  # Ⅰ-117 密洛陀
    r"\d{1,3}/\d{2,4}\s+(?!\d)",  # 14/250
    rf"(?:附件|场次|第|作品|影片|节目)\s*{_COUNT}\s*场?\s*[:、.]",
    rf"附件\s*{_COUNT}?\s*[-–—_]\s*",
    rf"\d{{1,4}}\s*[.、):,]\s*(?!\d)|\d{{1,4}}、|\d{{1,4}}\t|\d{{1,4}}\s*{_BAR}",
    rf"\d{{1,3}}(?:\s+[-–—~]+\s*|_+|[-–—]+(?={_OPENS_TITLE}))",  # 12 - 画, 03_画, 3-画
    rf"0\d{{1,3}}[-\s]\s*|\d{{1,3}}\s+(?={_OPENS_TITLE})|\d{{1,3}}(?=[《〈「『])",
    r"[一二三四五六七八九十]{1,3}\s*[、.):]",
    r"(?:fic|\d{3}\.\d{1,4})\s+[a-z]{3}\s+(?=\w)",  # where a library keeps it: FIC BAR, 823.914 BAR
    r"(?:[ivx]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ]+)\s*[.、)]\s*(?!\d)",
    rf"[a-h](?:[)、]|\.(?={_OPENS_TITLE}|\s+(?:{_OPENS_TITLE}|[a-z0-9]{{2}}|a\s)))",  # no initials: J. K. Rowling
)
_ENUMERATION = re.compile(rf"\s*(?:{_BAR}\s*)?(?:{_BULLET}+\s*)?(?:\[[ x√✓]?\]\s*)?(?:{'|'.join(_COUNTS)})?\s*")
"""The number or bullet at the beginning of a line: `1.` `12、` `（3）` `②` `No.4 ` `iv)` `03_`."""
_LANGUAGES = "en|eng|zh|zho|chi|chs|cht|sc|tc|ja|jpn|zh-?(?:cn|tw|hk|hans|hant)|简体|繁体|简英|繁英|双语|forced|default"
_FILE = (
    rf"(?:\.(?:{_LANGUAGES})(?:[&+](?:{_LANGUAGES}))*)*"
    r"\.(?:mp4|mov|m4v|avi|mkv|wmv|flv|webm|rmvb|mpe?g|ts|mp3|wav|flac|ape|m4a|ogg|docx?|wps|pdf|pptx?|xlsx?|csv|txt|rtf|jpe?g|png|"
    r"gif|psd|zip|rar|7z|srt|ass|ssa|vtt|epub|mobi|azw3)\s*\Z"
)
_LABELS = "时长|片长|分辨率|格式|大小|编号|作品编号|码率|帧率|类型|语言|提取码|密码|链接|页数|定价|装帧"
"""Labels, followed by a colon and a property of a copy, not of the work."""
_TAPPED = "播放|点赞|评论|转发|收藏|观看|浏览|阅读|弹幕|投币|点击"
_MANY = r"\d+(?:\.\d+)?\s*[万亿kw]?\+?次?"
_YEAR = r"(?:19|20)\d\d"
_ISSUED = "修复|重映|重制|复刻|再版"
_EDITION = f"(?:remaster(?:ed)?(?![a-z])|(?:4k|数字)(?:{_ISSUED})版?|(?:{_ISSUED})版)"
_WORDS = WORDS_AROUND_A_TITLE - WORDS_OF_ANOTHER_WORK
_NOT_BEFORE = {
    "演唱": "(?!会)",
    "电影": "(?![院节])",
    "动画": "(?!师)",
    "作品": "(?!集)",
    "导演": "(?!组)",
    "制作": "(?!人)",
}
"""Characters by which the word before them is part of a longer one: 演唱会 is a work of its own."""
_AROUND = re.compile(
    "|".join(
        (
            # which edition, whose year is not that of the work
            rf"(?<!\d){_YEAR}年?(?:{_ISSUED})(?!版)",
            rf"(?:(?<!\d){_YEAR}年?\s*)?{_EDITION}(?:\s*(?:version|edition)(?![a-z]))?(?:\s*{_YEAR}(?!\d))?",
            r"\d{1,3}\s*周年\s*(?:(?:纪念|典藏|珍藏|特别|修复)?版|重映)",
            r"(?:豆瓣|评分|imdb)\s*:?\s*(?:10|\d\.\d)(?!\d)|(?<=[\s(/|])[5-9]\.\d(?!\d)(?:\s*分(?![^\s)]))?",
            *(word + _NOT_BEFORE.get(word, "") for word in sorted(_WORDS, key=len, reverse=True)),
            rf"(?<![a-z0-9])(?:{LATIN_WORDS_AROUND_A_TITLE})(?![a-z0-9])",
            # names of files, and which version it is
            _FILE,
            r"(?<=[_\-(\s])(?:v|ver\.?|version)\s?\d+(?:\.\d+)*(?=\W*\Z|[_\-.(])",
            r"(?<=[_\-\s])(?:(?:0[1-9]|1[012])(?:0[1-9]|[12]\d|3[01]))?[一二三]?[改审稿](?=\s*(?:\.[a-z0-9]{2,4}\s*)?\Z)",
            r"(?<=[_\-(])(?:final|fin|draft|rev\d*|copy|edit)(?![a-z])|\(\d{1,2}\)(?=\.[a-z])",
            # the kind of a reference ([M]), addresses
            r"\[(?:[a-z]|eb/ol|m/ol)\]|https?://\S+|www\.\S+",
            # fields with a label, and what identifies a copy
            rf"(?:{_LABELS})\s*:\s*[^\s,，。;；|│]+",
            r"isbn[-:\s]*\d[-\d\s]{8,15}[\dx](?!\w)|(?<!\w)bv[0-9a-z]{10}(?!\w)",
            rf"(?<![{_HAN}])(?:第[{_HAN}\d]{{1,4}}届)?[{_HAN}]{{2,10}}(?:奖|大赛|电影节)(?:获奖|入围|参赛|提名|推荐|优秀)?(?:作品|影片|图书|书目)?(?=\s*[:《])",
            rf"[\[{{(](?:tmdb|tvdb|imdb|douban)(?:id)?[-=]\w+[\]}})]|(?:[{_HAN}]{{2,3}}:\s*)?[{_HAN}]{{2,8}}出版社",
            # a message, and when and where something is shown
            r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d)",
            r"\A\s*#extinf:\s*-?\d+(?:\.\d+)?\s*,|\A\s*watch\s(?=.*\sonline\W*\Z)|(?<=\s)online\W*\Z",
            r"(?<![a-z])(?:live|dj)版|[(\[]\s*live\s*[)\]]|(?<=- )live\s*\Z",
            r"\A\s*(?:(?:re|fwd?|回复|答复|转发)\s*:\s*)+",
            rf"(?<![\d年])\d{{1,2}}月\d{{1,2}}[日号](?:\s*\(?(?:周|星期)[一二三四五六日天]\)?)?|(?<![\d{_HAN}])\d{{1,2}}号(?:影?厅|会议室)",
            # 20220810, 19:30, 12'30", 5分32秒
            r"(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[012])(?:0[1-9]|[12]\d|3[01])(?!\d)",
            r"(?<![\d:])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:])",
            r"(?<![\d第])\d{1,3}分\d{1,2}秒",
            r"(?<!\d)\d{1,3}['′](?:\s?[0-5]?\d(?:[\"″]|''))?(?!\w)",
            # how often it was played
            rf"(?:{_TAPPED})[量数]?\s*:?\s*{_MANY}|(?<![\d.]){_MANY}\s*(?:{_TAPPED})",
            # how long it is, what it took in, its rating
            r"(?<![第\d])\d+(?:\.\d+)?\s*(?:分钟|小时|分(?![^\s)])|集(?![\u3400-\u9fff])|mins?\b|亿|万人)|[共全]\d+集",
            r"(?<=\d)年(?:版|度|(?![\u3400-\u9fff]))|by\b|(?<=\s)等(?=\W*\Z)|等?着(?=\s*(?:[\d,;.(《/|]|\Z))|的(?:拍摄|制作|创作)(?:工作)?(?=\W*\Z)",
        )
    )
)
"""Words for a work, a copy of it or its makers, and other text that people write beside a title."""

CALLED = re.compile(
    r"(?:[那这一有]?[个部本首篇])?(?:叫做?|名叫|名为|题为)\s*([^,。/|《]+?)\s*"
    rf"的(?:{'|'.join(WORDS_AROUND_A_TITLE)}|片子|东西)"
)
"""A title introduced by words: 那个叫咏梅的微电影."""


def enumeration(plain: str) -> int:
    """The offset behind the enumeration at the beginning of a line, where the title begins.

    >>> [enumeration(plain) for plain in ("3. 画", "no.12 画", "iv) 画", "03_画", "画 3", "12 angry men")]
    [3, 6, 4, 3, 0, 0]
    """
    found = _ENUMERATION.match(plain)
    return found.end() if found else 0


def words_around(plain: str) -> list[tuple[int, int]]:
    """The spans of words that are not part of a title, unless a title has them."""
    return [word.span() for word in _AROUND.finditer(plain)]


def without_words_around(plain: str) -> str:
    """The text with a space in place of each word that is not part of most titles."""
    return _AROUND.sub(" ", plain)
