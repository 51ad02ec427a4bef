"""Whether two names mean the same person or organization: equal, or one a short form of the other.

Organizations differ by place (浙江, 静安), number (第十) and branch: 上海市公安局 is not its 静安分局.
A name without such a part may still mean the organization, which is a doubt (`SameName.IN_PART`).
"""

import re
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from awardcli.language.fold import fold
from awardcli.language.places import DISTRICTS, LARGE_CITIES, PROVINCES
from awardcli.search import weights
from awardcli.search.linking.line_parts import LineParts, is_wordless, number_value

_PLACE = f"{PROVINCES}|{LARGE_CITIES}|{DISTRICTS}"
_PLACES = re.compile(f"{_PLACE}|浦东")
_SAYS_NOTHING = re.compile(
    "新区|第|市|省|区|县|镇|乡|街道|人民|股份|控股|有限|责任|集团|公司|中国|国家|社|委员会|办事处|党工委|党委|党组|总部|本部|分?局|大学附属|附属|"
    "工作室|等"
)
"""Words that can be left out of an organization's name without making it another."""
_LEFT_OUT_BETWEEN = ("委", "救援", "体")
"""What people leave out inside a name: 青浦区(委)宣传部, 消防(救援)支队, 融媒(体)中心."""
_CHANNEL = re.compile("(?:官方)?(?:网站?|官网|客户端|(?:微信)?公众号|微博|视频号)$")
_MEDIUM = re.compile("新闻网?|[日晚早时]报社?|卫视|电视台")
_ITS_PLACE = "市省"
"""A name that begins so leaves its place out, as local people do: 市退役军人事务局."""


def without_channel(name: str) -> str:
    """The name of a news medium without its channel (澎湃新闻网, 澎湃新闻客户端), unless too little is left."""
    shorter = _CHANNEL.sub("", name)
    return shorter if len(shorter) > weights.FAMILY_NAME else name


def begins_a_medium(name: str, medium: str) -> bool:
    """Whether a name is that of a news medium without the word for what it is: 澎湃 for 澎湃新闻."""
    return medium.startswith(name) and bool(_MEDIUM.fullmatch(medium, len(name))) and not is_only_a_place(name)


def is_only_a_place(name: str) -> bool:
    """Whether a name is nothing but a place: 上海市, 嘉定."""
    return not _says_something(_PLACES.sub("", name))


DIVISIONS = tuple("省市区县州盟旗")
"""The endings of administrative divisions' names."""
_ADMINISTRATIVE = re.compile(rf"(?:{_PLACE})[\u4e00-\u9fff、]{{0,20}}(?:{'|'.join(DIVISIONS)})")


def is_administrative(text: str) -> bool:
    """Whether a text is a place given by its administrative divisions.

    >>> [is_administrative(text) for text in ("江西省兴国县", "云南楚雄州大姚县", "上海", "我们小区")]
    [True, True, False, False]
    """
    return bool(_ADMINISTRATIVE.fullmatch(text))


class SameName(Enum):
    """How two names agree."""

    YES = "yes"
    IN_PART = "in part"
    """One lacks a part by which organizations differ."""
    NO = "no"


@lru_cache(1 << 14)
def same_name(one: str, other: str) -> SameName:
    """How two names of people or organizations agree.

    >>> [same_name(*pair).value for pair in [("Coppola", "Francis Coppola"), ("Ang Lee", "Spike Lee")]]
    ['yes', 'no']
    >>> [same_name(name, "上海市公安局静安分局").value for name in ("静安公安", "上海市公安局", "黄浦公安")]
    ['yes', 'in part', 'no']
    """
    short, long = sorted((fold(one), fold(other)), key=len)
    if short == long or not short:
        return SameName.YES if short else SameName.NO
    if not (any(map(is_wordless, short)) and any(map(is_wordless, long))):
        return SameName.YES if _is_same_in_latin(one, other) else SameName.NO
    if len(short) == 1:
        return SameName.NO
    if short in map(fold, re.split(r"[\W_]+", one if fold(one) == long else other)):
        return SameName.YES  # 姜文 in 导演: 姜文 Wen Jiang
    begun = long[len(short) :] if long.startswith(short) else long
    is_body = len(long) >= weights.SHORTENED_NAME or not _says_something(begun) or begins_a_medium(short, long)
    return _same_body(short, long) if is_body else SameName.NO


def _is_same_in_latin(one: str, other: str) -> bool:
    """Whether two names share a family name, and the longer one has each other word of the shorter, or its initial."""
    few, many = sorted((_words(one), _words(other)), key=len)
    has_name = any(len(word) >= weights.FAMILY_NAME and word in many for word in few)
    return has_name and all(any(a == b or (a[0] == b[0] and 1 in (len(a), len(b))) for b in many) for a in few)


def _same_body(short: str, long: str) -> SameName:
    """How two names of organizations agree, the shorter given first."""
    chunks = _chunks(short, long)
    numbers, others = (set(filter(None, map(number_value, LineParts(name).key))) for name in (short, long))
    if not chunks or not numbers <= others:
        return SameName.NO
    where, here = set(_PLACES.findall(long)), set(_PLACES.findall(short))
    lacks = numbers != others or bool(where and not here and short[0] not in _ITS_PLACE)
    words = [chunk for chunk in chunks if chunk.stop - chunk.start >= weights.WORD_OF_A_NAME]
    for one, after in pairwise(sorted(chunks, key=lambda chunk: chunk.start)):
        between = _PLACES.sub("", long[one.stop : after.start]).lstrip("区县")
        if between in _LEFT_OUT_BETWEEN:
            lacks = True
        elif one in words and after in words and _says_something(between):
            return SameName.NO  # 上海大学, 上海交通大学
    lacks = lacks or bool(words and _says_something(long[max(chunk.stop for chunk in chunks) :]))
    return SameName.IN_PART if lacks else SameName.YES


def _says_something(part: str) -> bool:
    return bool(_SAYS_NOTHING.sub("", part).strip())


def _chunks(short: str, long: str) -> list[range]:
    """Where a name has the words and characters of a shorter one, in the order of the latter; empty if it lacks one."""
    found: list[range] = []
    at = 0
    while at < len(short):
        end = next((end for end in range(len(short), at, -1) if short[at:end] in long), at)
        after = found[-1].stop if found and end - at < weights.WORD_OF_A_NAME else 0
        start = long.find(short[at:end], after)
        if end > at and start >= 0:
            found.append(range(start, start + end - at))
        elif _says_something(short[at]):
            return []
        at = max(end, at + 1)
    return found


def _words(name: str) -> list[str]:
    return [word for part in name.replace("-", " ").split() if (word := fold(part))]
