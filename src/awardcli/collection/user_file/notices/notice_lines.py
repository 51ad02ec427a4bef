"""What a line of a notice is by itself: an item with a number, part of the preface, a note, a body; not a caption."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from awardcli.collection.user_file import rows_set_aside
from awardcli.collection.user_file.columns.heading_words import known, sure_role
from awardcli.collection.user_file.columns.headings_without_roles import is_numbering
from awardcli.collection.user_file.notices import couplets, japanese
from awardcli.collection.user_file.notices.labels import OF_NOTES
from awardcli.collection.user_file.notices.names import is_one_body
from awardcli.collection.user_file.notices.notice_sentences import has_claim
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

# The numbers of items

_ITEM_NUMBER = lazy_pattern(
    r"(?:[（(【\[]\s*(?P<bracketed>[0-9０-９]{1,3})\s*[)）】\]]|"
    r"(?P<number>[0-9０-９]{1,3})(?:\s*(?:[．、)）]|\.(?![0-9]| (?:Preis|Platz)\b))|\s+(?=[^\s—–-]))|"
    r"(?P<circled>[①-⑳])|[•●○■□◆◇★☆▪▲△▶▷►·*+]\s*|[-–—]\s+)\s*(?:[、.．]\s*)?(?=\S)"
)
"""The number or bullet of an item: （1）咏梅, 1. 咏梅, 1 咏梅, ①咏梅, • 咏梅, - 咏梅; not 1.5, 1. Preis"""


def has_item_number(text: str) -> bool:
    """Whether a line begins with a number or a bullet."""
    return _ITEM_NUMBER.match(text) is not None


def has_bullet(text: str) -> bool:
    """Whether a line begins with a bullet."""
    found = _ITEM_NUMBER.match(text)
    return found is not None and number_of_item(found) is None


def without_item_number(text: str) -> str:
    """A line without the number or bullet at its beginning."""
    found = _ITEM_NUMBER.match(text)
    return (text[found.end() :] if found else text).strip()


def are_numbered(texts: Sequence[str]) -> bool:
    """Whether lines are numbered from 1 on, perhaps anew in each section."""
    found = filter(None, map(_ITEM_NUMBER.match, texts))
    numbers = [number for each in found if (number := number_of_item(each)) is not None]
    follow = sum(this == 1 or this == before + 1 for before, this in pairwise([0, *numbers]))
    return len(numbers) > 1 and numbers[0] == 1 and follow >= 0.9 * len(numbers)


def number_of_item(found: re.Match[str]) -> int | None:
    """The number before an item that a pattern found; None for a bullet."""
    if circled := found["circled"]:
        return ord(circled) - ord("①") + 1
    number = found["bracketed"] or found["number"]
    return int(number) if number else None


# Lines that are no items

LONGEST = 5000
"""Characters: a text with a longer line among the first is no notice, and a longer one further down is a title."""
_PREFACE = chinese_pattern(
    "(?i).*(?:名单|公示|公告|通知|通报|结果|目录|获奖|入围|片单|书单|揭晓|表彰|决定|作品|奖项|大赛|比赛|评选|征集|展播|如下|推荐|"
    "awards?|winners?|results?|nominees|festival|list|受赏|수상[자작]|명단|palmar[eèé]s|preisträger|gewinner|ganador|"
    "vincitor|vencedor|итоги|результаты|лауреаты|победител).*|"  # 第九届微电影节获奖名单
    ".*[。！!：:]|[A-Z].{30,}[.]|"  # 各有关单位：
    "[（(【].*[)）】]|"  # （2021年）
    ".*[届奖赏节](?:[0-9]{4}(?:[./-][0-9]{1,2}){2})?|"  # 金鸡奖
    "附件.*|.{2,12}文件|.{1,12}〔[0-9]{4}〕.{0,4}[0-9]+号"  # 某文〔2023〕5号
)
_NOTE = chinese_pattern(
    r"[\u3400-\u9fff]{0,8}(?:赏析|欣赏|展示|解读|点评)[：:]|"  # 作品赏析：
    r"(?i:synopsis|logline) ?:.*|.*[\uac00-\ud7a3]다\.|"  # Synopsis: two friends meet
    "[12][0-9]{2}0年代|.*[！!][0-9]{4}(?:[./-][0-9]{1,2}){2}|"  # 1990年代, 恭喜！2023.5.1
    r"附[件表录注]?\s*[0-9]{0,2}\s*(?:[：:].*)?|附[\u3400-\u9fff、]{0,16}(?:名单|目录|一览)|"  # 附件1：说明
    r".*[。！!？；;]|.{16,}，.{6,}|.{12,}[。！!][（(][\u3400-\u9fff\s]{2,16}[)）]|"  # 公示期三天。（王五）
    ".*[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?|"  # 王五 10:22:31
    "(?:评[分选审比奖]|计分|活动|[参比大]赛|投票|报名|奖[励项])(?:规则|细则|标准|办法|须知|要求|方式|设置|公式)[：:].*|"
    "特此(?:公告|通知|公示|公布)|(?:以上|上述|本)?[\u3400-\u9fff]{0,6}不分先后|"
    "[（(]?(?:以上|上述)[\u3400-\u9fff]{0,8}(?:公示|公布|名单|结果).*|"
    "[（(][共计]{0,2}[0-9一二三四五六七八九十百]+[名个部项件人篇首位][)）]|"  # （20名）
    "[（(【][^（()）]*[：:][^（()）]*[)）】]|"  # （图文：王五）
    rf"(?:{OF_NOTES})\w{{0,4}}[：:].*|"
    r"\w{0,12}(?:电话|邮箱|地址|传真|邮编|联系人|网址)[：:].*|"  # 来源：某报
    r".*(?:https?://|www\.|\S@\S).*|"
    ".*(?:如下|敬请.*)[：:]?|(?:获奖|得奖|作品){0,2}(?:名单|结果|汇总|一览)[：:]|"  # 名单如下：
    "(?:微信|手机|长按|点击|请).{0,8}(?:扫一扫|扫描|扫码|二维码|公众号).{0,24}|"  # 长按识别二维码
    r"(?:.{2,40}\s记者|通讯员|特约记者|[\u4e00-\u9fff]{0,8}(?:新闻|[报社网台]|频道|客户端)记者)"
    r"(?:[\s、/]+[\u4e00-\u9fff]{2,4})+|"  # 通讯员 王五, 某某新闻记者 王五
    r"[（(](?:完|[^()（）]{0,24}(?:记者|通讯员)[\s、/][^()（）]{2,24})[)）]|"  # （某报记者 王五）
    r"#\S+(?:\s+#\S+)*|(?:相关|延伸|推荐|更多)(?:阅读|链接|新闻|报道|文章)(?:[：:].*)?|"  # #短片 #获奖
    r"(?i:(?:(?:read|see) (?:more|also)|share (?:this|on)|by (?:our|staff)\b|related:).*|"
    r"(?:posted|updated|published)\b.*[0-9]{4}.*|the (?:full|complete|list|winners|results)\b.*:|"
    r"for immediate release|###?|about .{2,60}:.*\.|[^:]{0,40}\bcontacts?:.*)"
)


def may_be_preface(text: str) -> bool:
    """Whether a line may introduce a notice: its name, whom it is for, a sentence, words in brackets."""
    return _PREFACE.fullmatch(text) is not None


def is_note(text: str) -> bool:
    """Whether a line is a note wherever it is: a sentence, an attachment, a time, an address."""
    is_prose = _PROSE_IN_LATIN.fullmatch(text) is not None and _IN_SMALL_LETTERS.search(text) is not None
    return is_prose or (_NOTE.fullmatch(text) is not None and not couplets.begins_with_couplet(text))


def is_report(text: str) -> bool:
    """Whether a line has the form of prose, as reports above the list do: it ends with a stop and has commas."""
    return text.endswith("。") and sum(map(text.count, "，,")) > 1


_ANNOUNCES = chinese_pattern(
    "(?:根据|依据|按照|为(?:深入|进一步)?(?:贯彻|落实|讲好|推动|表彰)|现将|现予|予以|举[行办]|公[布示]|如下|经(?:专家)?评|决定).*[：:。！]$|"
    "^(?i:объявлен|назван|вручен|подведен)[а-я]*(?!.*:).*|"
    "(?:다\\.|수상[자작][^:=]*)$|(?i:\\bwe are |announc|sponsored by|congratulat).*[.!:]$"
)
_PROSE_IN_LATIN = lazy_pattern(r"[^\u3400-\u9fff\uac00-\ud7a3]{60,}[a-zß-ÿа-яё]{2}[.…]")
"""A sentence around the title: El corto “Ovni” dirigido por Ana Ruiz se ha llevado el premio."""
_IN_SMALL_LETTERS = lazy_pattern(r"(?:\b[a-zà-ÿа-яё’']+ ){3}")


def announces(text: str) -> bool:
    """Whether words beside titles are of a sentence of the notice itself: 根据《通知》要求，现将名单公布如下：

    One that says what won is none.
    """
    if japanese.is_sentence(text) or _PROSE_IN_LATIN.fullmatch(text):
        return True
    return _ANNOUNCES.search(text) is not None and not has_claim(text)


def may_frame_items(text: str) -> bool:
    """Whether a line without title marks may be above or below the items: part of the preface, a note, a date."""
    return rows_set_aside.is_date(text) or may_be_preface(text) or is_note(text)


def may_frame_or_sign(text: str) -> bool:
    """Whether a line may be above or below the items, or is the name of a body, which may sign the notice."""
    return may_frame_items(text) or is_one_body(text)


def repeats_headings(text: str) -> bool:
    """Whether a line repeats the heading of columns that are separated by spaces: 序号 片名 导演, 片名 导演."""
    words = re.split(r"[\s：:]+", text)
    are_two = len(words) == 2 and {*map(sure_role, words)} == {"title", "organization"} and "名" in text
    return are_two or (len(words) > 2 and all(is_numbering(word) or known(word) for word in words))


_AMOUNTS_OF_AWARDS = chinese_pattern(
    r"[^《》]*[\u3400-\u9fff]{2}获得?\w{0,12}奖\s*[0-9]+\s*[项个名件部篇幅首][，,；;。]?|"
    r"[^《》]*奖\s*[0-9]+\s*[项个名件部篇][，,、；;：:（(]+(?:其中)?[^《》]*奖\s*[0-9]+\s*[项个名件部篇][)）]?[；;。]?"
)
"""本报获得二等奖2篇, 自然科学奖46项，其中一等奖1项、二等奖45项；"""


_AROUND_ARTICLE = chinese_pattern(
    r"(?i)\W*+(?:(?:阅读|浏览|点击|访问)(?:量|数|次数)?\s*[：:]?\s*[0-9][0-9.,]*\s*[万wk]?\+?\s*次?|"  # 阅读 1.2万
    "(?:点击|关注|戳|长按|扫码).{0,8}(?:蓝字|关注|卡片|[原全]文|公众号|二维码|这里|此处|链接|查看|进入).{0,16}|"
    "(?:阅读|查看|展开|浏览)(?:原文|全文|更多|详情)|分享[到至][：:]?|返回(?:顶部|列表|首页)|[上下]一[篇条页][：:].*|"
    r"字[体号](?:[：:].*|[变调]?)[大小].*|(?:您?的?当前|所在)位置[：:].*|(?:首页|home)\s*[>›»|].*|微信号[：:].*|版权所有.*|.{0,30}登[录陆]\s*[|｜/]\s*注册.{0,12}|"
    r"(?<=[-—–~* ])(?:the )?end\s*[-—–~*]+)\W*|"  # — END —
    r"[^\w<&\[]*+(?:</?[a-z]+\s*/?>|&[a-z]+;|\[(?:图片?|image|img|视频)\])\W*|"  # [图片]
    r".{0,24}(?:19|20)[0-9]{2}[年./-][0-9]{1,2}[月./-][0-9]{1,2}日?(?:\s*[0-9]{1,2}:[0-9]{2})?\s*(?:来自|发[表布]于).{1,8}|"
    r"[^《》]{2,40}?(?:[.·…]{2,}|。{3,})\s*[0-9]{1,3}"  # 一等奖........3
)
"""What a page has around an article, or a document at its beginning, wherever it is copied to.

What is before its words is passed at once (`*+`), since a line of 5,000 dashes would be tried from each of them.
"""


def _is_around_article(text: str) -> bool:
    return _AROUND_ARTICLE.fullmatch(text) is not None or not (
        any(map(str.isalnum, text)) or set("《『「〈") & set(text)
    )


@lru_cache(1 << 10)  # it is asked several times of a line
def why_aside(text: str) -> str:
    """Why a line is surely no title: a total with its number, a heading, a signature; "" where it may be one."""
    is_total = rows_set_aside.is_total([text]) or _AMOUNTS_OF_AWARDS.fullmatch(without_item_number(text)) is not None
    if is_total and any(map(str.isdecimal, text)):
        return "total"
    if repeats_headings(text):
        return "heading"
    handed_in = _HANDED_IN.fullmatch(text)  # it looks like a signature, as 报送：某分局 is
    if handed_in and names_body(handed_in["body"]) and not names_body(handed_in["title"]):
        return ""
    return "signature" if rows_set_aside.is_signature([text.lstrip("> ")]) or _is_around_article(text) else ""


_HANDED_IN = chinese_pattern("(?:选送|报送)[：:](?P<title>.+)[（(](?P<body>[^（）()]+)[）)]")
"""A title behind a label, with the body that hands it in: 报送：春（某分局）."""
