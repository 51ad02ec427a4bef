"""A work and a person in one line of a notice in Korean or a language of Europe: which is which, by marks and words."""

from typing import NamedTuple

from awardcli.language.lazy_pattern import lazy_pattern


class Named(NamedTuple):
    """A work and who made it, or is honoured for it, as a line has them."""

    title: str
    who: str


# Without marks: who is honoured, and their work

_HANGUL = "\uac00-\ud7a3"
_IN_KOREAN = lazy_pattern(rf"(?P<who>[{_HANGUL}·, ]+?)\s*[(（]\s*['‘<〈]?(?P<title>[^()（）]+?)['’>〉]?\s*[)）]")
"""장재현(파묘)"""
_FAMILY_NAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원"
    "천방공현함변염여추도소석선설마길연위표명기"
)
_PERSON_IN_KOREAN = lazy_pattern(rf"(?:고 )?[{_FAMILY_NAMES}][{_HANGUL}]{{2}}(?: (?:감독|작가|배우))?")
"""홍상수, 홍상수 감독: a family name and two more syllables, as most have."""
_FOR_WORK = lazy_pattern(r"(?P<who>[^:]+?),?\s+(?:por|pour|für|per)\s+(?P<title>[\"'“«„A-ZÀ-Þ0-9¡¿].*)")
"""Chris Sparling por Buried"""
_PEOPLE_FOR_WORK = lazy_pattern(
    r"[A-ZÀ-Þ](?:[^,:]* [^,:]+|[^:]*, [^:]+ (?:y|e|et|und) [A-ZÀ-Þ][^,:]*) (?:por|pour|für|per) [A-ZÀ-Þ¡¿].*"
)
"""The same below any award. A title may have a comma, and por may be before who made it: Madre, por Rodrigo Reis"""
_BEFORE_WORK = lazy_pattern(r"\s+(?:[-–—]|for|in)\s+|,\s+(?:for )?|\s+\(")
"""Between who is honoured and their work: Chloé Zhao, Nomadland"""


def honoured(text: str) -> Named:
    """Who a line without title marks honours, and the work that it names beside them.

    >>> honoured("Chloé Zhao, Nomadland"), honoured("곽경택·김태균(암수살인)").title
    (Named(title='Nomadland', who='Chloé Zhao'), '암수살인')
    """
    if found := _IN_KOREAN.fullmatch(text) or _FOR_WORK.fullmatch(text):
        return Named(found["title"], found["who"])
    parts = list(filter(None, _BEFORE_WORK.split(text, maxsplit=1)))
    if len(parts) < 2:
        return Named("", text)
    who, title = parts
    return Named(title if "(" in title else title.rstrip(")"), who)


def begins_with_person(text: str) -> bool:
    """Whether a line without title marks says who did what, whatever its award: Chris Sparling por Buried.

    >>> begins_with_person("홍상수(그 여자)"), begins_with_person("벌새(김보라)"), begins_with_person("홍상수")
    (True, False, False)
    """
    if (found := _IN_KOREAN.fullmatch(text)) is None:
        return _PEOPLE_FOR_WORK.fullmatch(text) is not None
    who, title = found["who"].split("·")[0], found["title"]
    return _PERSON_IN_KOREAN.fullmatch(who) is not None and not _PERSON_IN_KOREAN.fullmatch(title)
