"""Couplets in a notice: one work of two lines, with who wrote it below them.

春犁碧海；
梦筑苍穹。
——广东阳江 王 衍

邀天下客；赏岭南春。 项光来（北京顺义）    or all in one line
"""

from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON

_COUPLET = lazy_pattern(
    "(?:(?P<first>[\u3400-\u9fff，、·]{4,})[；;]|(?P<line>[\u3400-\u9fff·]{4,})[，,])(?P<second>[\u3400-\u9fff，、·]{4,})[。.！!]"
)
_LABELLED = chinese_pattern("(?:上|(?P<is_second>下))联[：:]\\s*(?P<line>.+?)[；;，,。.]?")
_BY_WHOM = lazy_pattern(
    r"[—–-]{1,2}\s*(?P<who>[\u3400-\u9fff]{1,8}(?:[\s·][\u3400-\u9fff]{1,8}){0,2})|[（(](?:作者\s*[：:]\s*)?(?P<names>[^（）()《》：:]{2,24})[)）]"
)
"""——广东阳江 王 衍, （王海兵 湖南）"""
_BANNER = chinese_pattern("\\s*横[批额联][：:]\\s*[\u3400-\u9fff]{2,8}[。！]?")
"""横批：天地人和, which is said with a couplet and is no part of its lines"""
_COMMA = lazy_pattern("[；;，,]")
_LONGEST_LINE = 60
"""Characters of the first line of a couplet."""
_BESIDE_NAME = lazy_pattern(r"[\s（()）、]+")
_SPREAD_NAME = lazy_pattern("(?<![\u3400-\u9fff])([\u3400-\u9fff])[ \u3000]+([\u3400-\u9fff])(?![\u3400-\u9fff])")
"""李 云"""
_LONGEST_NAME = 12
"""Characters of a name, or of where its bearer is from."""
_WITH_PLACE = lazy_pattern(r"[\u3400-\u9fff]{2,4}\s*[（(][\u3400-\u9fff\s]{2,12}[)）]")
"""项光来（北京顺义）, whatever the surname"""


def _is_couplet(text: str) -> bool:
    """Whether a text is two lines of verse of the same length.

    >>> _is_couplet("春犁碧海；梦筑苍穹。"), _is_couplet("各单位要高度重视；认真组织。")
    (True, False)
    """
    found = _COUPLET.fullmatch(text)
    return found is not None and len(found["first"] or found["line"]) == len(found["second"])


def couplet_and_maker(text: str) -> tuple[str, str]:
    """The couplet that a text begins with and who wrote it, if the rest is a name or nothing; else "" twice.

    >>> couplet_and_maker("春犁碧海；梦筑苍穹。王衍（北京）"), couplet_and_maker("春犁碧海，梦筑苍穹 王衍")
    (('春犁碧海；梦筑苍穹。', '王衍（北京）'), ('春犁碧海，梦筑苍穹', '王衍'))
    >>> couplet_and_maker("春犁碧海，梦筑苍穹。各单位要认真组织。")
    ('', '')
    """
    text = _BANNER.sub(" ", text).rstrip()
    for comma in _COMMA.finditer(text, 0, _LONGEST_LINE):
        end = 2 * comma.start() + 1
        stop = "。" if text[end : end + 1].isspace() else text[end : end + 1]
        if _is_couplet(text[:end] + stop):
            who = text[end:].lstrip("。.！! \u3000—–-")
            couplet = text[:end] + ("" if text[end].isspace() else stop)
            return (couplet, who) if not who or _names_person(who) else ("", "")
    return "", ""


def _names_person(text: str) -> bool:
    """Whether a text only names people, perhaps with where they are from: 湖北 周永鳳, 卜用可（江苏扬州市）."""
    text = _SPREAD_NAME.sub(r"\1\2", text.lstrip("（( ").removeprefix("作者").lstrip("：: "))
    words = list(filter(None, _BESIDE_NAME.split(text)))
    is_short = all(len(word) <= _LONGEST_NAME for word in words) and text.endswith((*")）", *words[-1:]))
    return is_short and (any(map(PERSON.fullmatch, words)) or _WITH_PLACE.fullmatch(text) is not None)


def begins_with_couplet(text: str) -> bool:
    """Whether a text is a couplet, perhaps with who wrote it behind it: 春犁碧海；梦筑苍穹。 ——王衍."""
    return couplet_and_maker(text)[0] != ""


def joined(item: str, text: str) -> str:
    """A couplet of these two lines, or a work with the line that says who it is by; "" where the second is another.

    >>> joined("春犁碧海；", "梦筑苍穹。"), joined("上联：春犁碧海", "下联：梦筑苍穹")
    ('春犁碧海；梦筑苍穹。', '春犁碧海；梦筑苍穹。')
    >>> joined("春天的故事", "——广东阳江 王衍"), joined("最美的人", "——记王老师")
    ('春天的故事 ——广东阳江 王衍', '')
    """
    if _is_couplet(item + text):
        return item + text
    item, banner = _BANNER.sub("", item), "".join(_BANNER.findall(item))
    if _BANNER.fullmatch(text):
        return f"{item} {text}" if _is_couplet(item) else ""
    halves = _LABELLED.fullmatch(item), _LABELLED.fullmatch(text)
    if halves[0] and halves[1] and not halves[0]["is_second"] and halves[1]["is_second"]:
        return f"{halves[0]['line']}；{halves[1]['line']}。"
    found = _BY_WHOM.fullmatch(text)
    if found is None or (found["names"] and not _is_couplet(item)):
        return ""
    *_, last = words = (found["who"] or "").replace("·", " ").split() or [""]
    name = "".join(words[-2:]) if len(last) == 1 else last
    return f"{item}{banner} {text}" if found["names"] or PERSON.fullmatch(name) else ""
