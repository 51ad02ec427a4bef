"""What names an award or an edition: 最佳导演, Best Picture, 第九届."""

from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

EDITION = lazy_pattern(
    r"第\s*[0-9一二三四五六七八九十百]{1,5}\s*[届屆回]|"
    r"(?<![0-9])[0-9]{1,3}(?:st|nd|rd|th)\b(?! (?i:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec))"
)
_HONOUR = lazy_pattern(
    "(?i:best .+|(?:1st|2nd|3rd)(?: place)?|(?:[a-z-]+ ){1,3}of the year)|"
    "最佳.+|.+[奖赏](?:[0-9]{4}年?)?|[金银铜]牌(?:得主|获得者)?|年度(?!总结|报告|计划|目标|考核|名单|评选)[\u4e00-\u9fff]{2,6}"
)
AWARD_IN_LATIN = lazy_pattern(
    "(?i)(?:mejor|melhor|meilleure?|migliore?|beste[rs]?) .+|.+(?:prix|preis)|"
    "(?:pr[eéê]mio|prix|preis|medall?h?a|palme)\\b.+|"
    "(?:highly )?(?:commended|recommended)|"
    "(?:tied? )?(?:first|second|third|fourth|1st|2nd|3rd|4th)(?: (?:place|prize))?"
)
"""Mejor dirección, Prix Louis-Delluc, Second; in a line alone only in capitals."""
AWARD_IN_TEXT = lazy_pattern(
    "[一二三四特头优]等奖|[金银铜]奖|优秀奖|大奖(?!赛)|最佳\\w{2}|"
    "(?:first|second|third|grand|gold|silver|bronze)(?= (?:prize|award|medal))|honou?rable mention|best [a-z]+"
)
"""Words in a text, in simplified lower case, that can only be an award."""


def names_award(text: str) -> bool:
    """Whether a text in simplified characters can only be the name of an award.

    >>> names_award("Best Director"), names_award("最佳影片"), names_award("银牌"), names_award("最佳")
    (True, True, True, False)
    """
    return _HONOUR.fullmatch(text) is not None


_PEOPLE = chinese_pattern(
    "(?i)组织|单位|集体|个人|导演|编剧(?!本)|演员|[男女][主配]?角|指导|教师|辅导|伯乐|作者|工作者|人物|终身|贡献|"
    "director|actor|actress|writer|team|\\bperson\\b|honorary|lifetime|direc[cç]|interpreta|actriz|\\bator|atriz|acteur|réalisat|regi[ea]"
)
_BODIES = chinese_pattern("组织|单位|集体")


def is_of_people(award: str) -> bool:
    """Whether an award or category is of people or bodies, so that a line without title marks names one: 最佳导演."""
    return _PEOPLE.search(award) is not None


def is_of_bodies(award: str) -> bool:
    """Whether an award is of bodies: 优秀组织奖."""
    return _BODIES.search(award) is not None
