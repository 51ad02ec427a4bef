"""Couplets in a notice: one work of two lines, with who wrote it below them.

春犁碧海；
梦筑苍穹。
——广东阳江 王 衍
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


def is_couplet(text: str) -> bool:
    """Whether a text is two lines of verse of the same length.

    >>> is_couplet("春犁碧海；梦筑苍穹。"), is_couplet("各单位要高度重视；认真组织。")
    (True, False)
    """
    found = _COUPLET.fullmatch(text)
    return found is not None and len(found["first"] or found["line"]) == len(found["second"])


def begins_with_couplet(text: str) -> bool:
    """Whether a text is a couplet, perhaps with who wrote it behind it: 春犁碧海；梦筑苍穹。 ——王衍."""
    couplet, _, behind = text.partition(" ")
    return is_couplet(couplet) and (not behind or _BY_WHOM.fullmatch(behind) is not None)


def joined(item: str, text: str) -> str:
    """A couplet of these two lines, or a work with the line that says who it is by; "" where the second is another.

    >>> joined("春犁碧海；", "梦筑苍穹。"), joined("上联：春犁碧海", "下联：梦筑苍穹")
    ('春犁碧海；梦筑苍穹。', '春犁碧海；梦筑苍穹。')
    >>> joined("春天的故事", "——广东阳江 王衍"), joined("最美的人", "——记王老师")
    ('春天的故事 ——广东阳江 王衍', '')
    """
    if is_couplet(item + text):
        return item + text
    halves = _LABELLED.fullmatch(item), _LABELLED.fullmatch(text)
    if halves[0] and halves[1] and not halves[0]["is_second"] and halves[1]["is_second"]:
        return f"{halves[0]['line']}；{halves[1]['line']}。"
    found = _BY_WHOM.fullmatch(text)
    if found is None or (found["names"] and not is_couplet(item)):
        return ""
    *_, last = words = (found["who"] or "").replace("·", " ").split() or [""]
    name = "".join(words[-2:]) if len(last) == 1 else last
    return f"{item} {text}" if found["names"] or PERSON.fullmatch(name) else ""
