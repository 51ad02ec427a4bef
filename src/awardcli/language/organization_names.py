"""The names of organizations: the words for kinds of bodies, and the several names in one cell."""

from awardcli.language.lazy_pattern import lazy_pattern

KINDS_OF_BODIES = ("大学", "学院", "出版社", "医院", "电影制片厂", "银行", "电视台", "图书馆", "博物馆")
"""What a body is, at the end of its name: the words before it tell it from others of its place."""
WHAT_BODIES_ARE = (*"省市区县旗镇乡村社校院部局厅处科所队站馆厂", *KINDS_OF_BODIES, "小学", "中学", "集团")
"""What a body or a place is: the characters before it tell it from others."""
_BETWEEN = lazy_pattern(
    "(?P<entity>&(?:#x?[0-9a-fA-F]{2,6}|amp|quot|apos|nbsp|[lg]t|middot|[mn]dash|[lr][sd]quo|szlig|"
    r"[A-Za-z](?:acute|grave|circ|uml|tilde|ring|cedil|slash|caron|elig));)|"
    r"[、|｜；;]|\s/\s|(?<=\S)[ \t]{0,9}[\r\n]+[ \t]{0,9}(?=[^\s(（])"
)
_NUMBER = lazy_pattern(
    r"(?:^|[\s、；;，,]{1,3})[(（]?(?P<figures>[1-9][0-9]?)[)）.．、](?![0-9])\s*|(?P<circled>[①-⑳])\s*"
)
"""The number of a name in a cell that numbers its names: 1.甲局；2.乙局"""


def organization_names(printed: str) -> list[str]:
    """The bodies and people that a cell names, between 、 | ； ; or a slash with spaces around it, or line by line.

    The word `and` separates only people, where each has a first and a last name. The ; that ends a character reference
    of a web page (&amp;) separates nothing, nor does the line break before a bracket. Numbers before the names, from 1
    on, are no part of them.

    >>> organization_names("上海文广互动电视有限公司、金色学堂"), organization_names("张国荣 / 张丰毅")
    (['上海文广互动电视有限公司', '金色学堂'], ['张国荣', '张丰毅'])
    >>> organization_names("张三\\n李四"), organization_names("1.甲局 2.乙局"), organization_names("1.FC Köln")
    (['张三', '李四'], ['甲局', '乙局'], ['1.FC Köln'])
    >>> organization_names("Ann Lee and Bo Ek"), organization_names("Simon and Garfunkel")
    (['Ann Lee', 'Bo Ek'], ['Simon and Garfunkel'])
    """
    if printed[:1] in "1①(（" and _are_numbered(printed):
        printed = _NUMBER.sub("、", printed)
    first, *others = _BETWEEN.split(printed)
    names = [first]
    for entity, text in zip(others[::2], others[1::2], strict=True):
        if entity:
            names[-1] += entity + text
        else:
            names.append(text)
    if " and " in printed:
        names = [person for name in names for person in _joined_by_and(name.strip())]
    if len(names) == 1:
        return [name] if (name := names[0].strip()) else []
    return list(dict.fromkeys(filter(None, map(str.strip, names))))


def _are_numbered(printed: str) -> bool:
    """Whether a cell numbers several names, from 1 on."""
    numbers = [int(each["figures"] or ord(each["circled"]) - ord("①") + 1) for each in _NUMBER.finditer(printed)]
    return len(numbers) > 1 and numbers == [*range(1, len(numbers) + 1)]


_NAME_OF_PERSON = (
    r"(?!The |His |Her )[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:de|la|van|von|der|di|da|del|bin) ){0,2}[A-ZÀ-Þ][\w.'’-]*){1,3}"
)
_PEOPLE = lazy_pattern(rf"{_NAME_OF_PERSON}(?:, {_NAME_OF_PERSON})*,? and {_NAME_OF_PERSON}")
"""Ann Lee and Bo Ek; Ann Lee, Bo Ek, and Cy Fox"""
_BODY_IN_ENGLISH = lazy_pattern(
    r"\b(?:University|College|School|Institute|Department|Ministry|Museum|Academy|Society|Association|Center|Centre|Council|Foundation|Bank|"
    r"Company|Co|Corporation|Corp|Inc|Ltd|LLP|LLC|Group|Sons|Brothers|Partners|Press|Books|Studios?|Pictures|Films|Records|Arts|Sciences?|"
    r"Band|Orchestra|Singers|Boys|Girls)\b"
)
"""Words of names that may have an and within: Ministry of Arts and National Heritage."""


def _joined_by_and(name: str) -> list[str]:
    """The people that and joins, where each of them has a first and a last name; else the name alone.

    >>> _joined_by_and("Ann Lee, Bo Ek, and Cy Fox"), _joined_by_and("Nick Cave and The Bad Seeds")
    (['Ann Lee', 'Bo Ek', 'Cy Fox'], ['Nick Cave and The Bad Seeds'])
    """
    if _PEOPLE.fullmatch(name) is None or _BODY_IN_ENGLISH.search(name):
        return [name]
    *others, last = name.rsplit(" and ", 1)
    return [*others[0].rstrip(",").split(", "), last]
