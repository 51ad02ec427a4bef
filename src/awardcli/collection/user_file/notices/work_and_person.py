"""A work and a person in one line of a notice in Korean or a language of Europe: which is which, by marks and words."""

import re
from typing import NamedTuple

from awardcli.collection.user_file.notices.names import LEADER
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
_BODY_IN_KOREAN = lazy_pattern(
    rf"[{_HANGUL}A-Z ]+(?:학교|대학원?|유치원|학원|회사|연구[소원]|협회|재단|센터|[시군구]청|병원)"
)
"""홍길동(서울초등학교)"""
_SCHOOL_IN_SHORT = lazy_pattern(rf"[{_HANGUL}]{{2,4}}(?:[초중대]|여?고|여중)")
"""홍길동(서울초)"""
_TITLE_BY = lazy_pattern(rf"(?:['‘<](?P<quoted>[^'’<>]+)['’>]|(?P<title>[^()]+?))\s*\((?P<who>[{_HANGUL}, ]+)\)")
_FOR_WORK = lazy_pattern(
    r"(?P<who>[^:]+?),?\s+(?:por|pour|für|per|POR|POUR|FÜR|PER)\s+(?P<title>[\"'“«„A-ZÀ-Þ0-9¡¿].*)"
)
"""Chris Sparling por Buried"""
_CAPITAL_WORD = r"[A-ZÀ-Þ][\w.'’-]+"
_PEOPLE_FOR_WORK = lazy_pattern(
    r"[A-ZÀ-Þ](?:[^,:]* [^,:]+|[^:]*, [^:]+ (?:y|e|et|und) [A-ZÀ-Þ][^,:]*) (?:por|pour|für|per) [A-ZÀ-Þ¡¿].*|"
    rf"(?i:(?!(?:les?|la|une?|des|il|lo)\b)){_CAPITAL_WORD} {_CAPITAL_WORD} (?:dans|nel) [A-ZÀ-Þ].*"
)
"""The same below any award. A title may have a comma, and por may be before who made it: Madre, por Rodrigo Reis"""
_BEFORE_WORK = lazy_pattern(rf"\s+(?:{LEADER}|[-–—]|for|in|dans|nel|im)\s+|,\s+(?:for )?|\s+\(")
"""Between who is honoured and their work: Chloé Zhao, Nomadland"""

_CAPITAL = "[A-ZÀ-Þ]"
_PARTICLE = "de|la|del|van|von|der|di|da|dos|le"
_PERSON_IN_LATIN = rf"(?={_CAPITAL}[\w.'’-]*(?:(?:\s(?:{_PARTICLE}))*\s{_CAPITAL}|\s(?:&|et|e|y|und)\s{_CAPITAL}))"
_WORK = r"^(?P<first>[^\u3040-\u9fff]*[^\u3040-\u9fff\s,]),?\s"
DE = lazy_pattern(rf"{_WORK}(?:(?:de|di|von|da|do)\s|d['’])(?P<second>{_PERSON_IN_LATIN}.+)$")
"""Les Jours de Claude Conseil de Ana Ruiz: the last that is before two names"""
_BY_PERSON = lazy_pattern(rf"{_WORK}by\s(?P<second>{_PERSON_IN_LATIN}.+)$")
_MADE = (
    r"(?:(?:(?i:(?:written|directed|produced|created|réalisée?|écrite?|dirigid[oa]|escrit[oa]|realizad[oa]|dirett[oa]|"
    r"scritt[oa])(?: (?:and|et|y|e|und) [^\W\d_]+)?|(?:an?|une?|una?|eine?|uma) (?:films?|filme|película|novel|roman)"
    r"|regia)\s)?"
    r"(?:by|par|por|de|di|von|da|do)\s|d['’])\s*(?=[A-ZÀ-Þ])"
)
"""by, de, réalisé par, Written and directed by, un film de: before who made a work"""
MAKER_BELOW = lazy_pattern(rf"{_MADE}[^\u3400-\u9fff]+")
"""A whole line below a title: de Laurent Petit"""
COMMA_BY = lazy_pattern(rf"([^\u3400-\u9fff]+?),\s+{_MADE}([A-ZÀ-Þ][^\u3400-\u9fff]+)")
WORK_BELOW = lazy_pattern(r"(?:dans|nel|im|in|per|por|pour|für|for)\s+[\"'“«„A-ZÀ-Þ0-9¡¿].*")
"""A whole line below who is honoured: dans CHE"""
PERSON_ALONE = lazy_pattern(rf"{_CAPITAL}[\w.'’-]*(?:\s(?:(?:{_PARTICLE})\s)*{_CAPITAL}[\w.'’-]*){{1,3}}")
_PERSON_BEFORE_WORK = lazy_pattern(
    rf"{_PERSON_IN_LATIN}.+\s(?:for|in|por|pour|für|per|dans|nel|im)\s+[\"'“«„¡¿0-9A-ZÀ-Þ]"
)
_FEWEST_WORDS = 3
"""The words before de that are hardly the given names of a person: Post Tenebras Lux de Carlos Reygadas"""


def work_with_maker(text: str, *, names_maker: bool) -> Named | None:
    """The work of a line that has it in the place of who is honoured, with who made it; else None.

    A name may have de in it, but not by: so de is before a maker where it is in most lines, or behind several words.

    >>> work_with_maker("Salt by Ana Ruiz", names_maker=False), work_with_maker("Miguel de Cervantes", names_maker=True)
    (Named(title='Salt', who='Ana Ruiz'), None)
    >>> work_with_maker("Sal, de Ana Ruiz", names_maker=False)
    Named(title='Sal', who='Ana Ruiz')
    >>> work_with_maker("Sal de Ana Ruiz", names_maker=True), work_with_maker("Juan de San Martín", names_maker=False)
    (Named(title='Sal', who='Ana Ruiz'), None)
    """
    if found := COMMA_BY.fullmatch(text):
        return Named(*found.groups())
    if ":" in text or _PERSON_BEFORE_WORK.search(text):  # Meilleur acteur : Bo Ek dans Sal de Ana Ruiz
        return None
    by_maker, found = _BY_PERSON.fullmatch(text), DE.fullmatch(text)
    if found and not names_maker and len(found["first"].split()) < _FEWEST_WORDS:
        found = None
    found = by_maker or found
    return Named(found["first"], found["second"]) if found else None


def honoured(text: str) -> Named:
    """Who a line without title marks honours, and the work that it names beside them.

    >>> honoured("Chloé Zhao, Nomadland"), honoured("곽경택·김태균(암수살인)").title
    (Named(title='Nomadland', who='Chloé Zhao'), '암수살인')
    """
    if found := _IN_KOREAN.fullmatch(text) or _FOR_WORK.fullmatch(text):
        is_body = _BODY_IN_KOREAN.fullmatch(found["title"]) is not None
        return Named("", "、".join((found["who"], found["title"]))) if is_body else Named(found["title"], found["who"])
    parts = list(filter(None, _BEFORE_WORK.split(text, maxsplit=1)))
    if len(parts) < 2:
        return Named("", text)
    who, title = parts
    return Named(title if "(" in title else title.rstrip(")"), who)


def title_by_person(text: str) -> Named | None:
    """A title with who made it in brackets behind, in Korean: one in quotation marks, or by a person; else None.

    >>> title_by_person("벌새(김보라 감독)"), title_by_person("벌새(상)")
    (Named(title='벌새', who='김보라 감독'), None)
    """
    found = _TITLE_BY.fullmatch(text)
    if found is None or not (found["quoted"] or _PERSON_IN_KOREAN.fullmatch(found["who"])):
        return None
    return Named(found["quoted"] or found["title"], found["who"])


def begins_with_person(text: str) -> bool:
    """Whether a line without title marks says who did what, whatever its award: Chris Sparling por Buried.

    >>> begins_with_person("홍상수(그 여자)"), begins_with_person("벌새(김보라)"), begins_with_person("홍상수(부산초)")
    (True, False, False)
    """
    if (found := _IN_KOREAN.fullmatch(text)) is None:
        return _PEOPLE_FOR_WORK.fullmatch(text) is not None
    who, title = found["who"].split("·")[0], found["title"]
    are_other = (_PERSON_IN_KOREAN, _BODY_IN_KOREAN, _SCHOOL_IN_SHORT)
    return _PERSON_IN_KOREAN.fullmatch(who) is not None and not any(each.fullmatch(title) for each in are_other)


# Titles in quotation marks, in a language of Europe

QUOTES = lazy_pattern('«[^«»]+»|„[^„“”]+[“”]|“[^“”]+”|"[^"]+"|‘[^‘’]{2,}’(?![a-z])')
_TIED = lazy_pattern(
    r"(?i)\s*[,;]?\s*\ba?ex[ -]?(?:a?e|æ)quo\b\s*(?:(?:avec|with|con|com|mit|et|and|y|e)\b)?\s*|\s*;\s*"
)
"""Between two that share an award: X EX AEQUO avec Y"""
_JOINS = lazy_pattern(r"[\s,&]*(?:\b(?:and|et|y|e|und)\b[\s,&]*)?")
_JOINS_AT_END = lazy_pattern(r"(?:[,&)./–—-]|\s(?:and|et|y|e|und))\s*$")
_FOR_AT_END = lazy_pattern(
    r",?\s*\b(?:por|pour|für|per|for|in|con|dans|nel|no|en|im|за)"
    r"(?: (?:le|la|el|il|the|den))?(?: (?i:films?|filme|película|фильм))?\s*$"
)
"""Ana Ruiz dans le film (« Masques »)"""
_OF_WORK = lazy_pattern(
    r"(?i)[\s,(]*(?:de|du|di|da|do|from|aus|von|из)l?(?: (?:the|le|la|el|il|o|dem))?"
    r"(?: (?:films?|filme|película|série|serie|musical|фильма))?\s*"
)
_CAPITAL_BEHIND = lazy_pattern(r"\s[A-ZÀ-ÞА-Я]")
"""« Ovni » de « Chico » Gómez"""
_LOWER = "a-zß-ÿ"
_BEFORE_MAKER = lazy_pattern(rf"^[\s,(–—:-]*(?:(?:[{_LOWER}]+\s+)*(?:[{_LOWER}]+\s+|d['’]\s*))?(?=[“«„A-ZÀ-Þ0-9])")
"""réalisé par le cinéaste (Olivier Smolders), d’(Olivier Smolders), de, di, von, by"""
_NEXT_SENTENCE = lazy_pattern(rf"(?<=[{_LOWER}][{_LOWER}][{_LOWER}][{_LOWER}][{_LOWER}])\.\s+[A-ZÀ-Þ].*")


def works_in_marks(text: str, marks: re.Pattern[str]) -> list[Named]:
    """The works of a line with title marks, each with who is before it, or behind it.

    >>> works_in_marks("« Ovni » de Bo Ek et « Sal » d’Ana Ruiz", re.compile("«[^»]+»"))
    [Named(title='Ovni', who='Bo Ek'), Named(title='Sal', who='Ana Ruiz')]
    """
    return [work for part in _TIED.split(text) for work in _works(part, marks)]


def _works(text: str, marks: re.Pattern[str]) -> list[Named]:
    found: list[Named] = []
    end = 0
    is_for = is_before = False
    for span in marks.finditer(text):
        beside, title = text[end : span.start()], span[0][1:-1].strip().removesuffix(",")
        for_work = _FOR_AT_END.search(beside)
        who = beside[: for_work.start()] if for_work else beside
        if not found:
            is_before, is_for = bool(who.strip()), for_work is not None
            found.append(Named(title, who))
        elif _JOINS.fullmatch(beside):  # « Ovni » et « Sal »
            found.append(Named(title, found[-1].who if is_before else ""))
        elif _OF_WORK.fullmatch(beside) and not _CAPITAL_BEHIND.match(text, span.end()):
            pass  # « Chanson », de « Ovni »: what it is from, and no maker
        elif is_before and for_work:  # Ana Ruiz por « Ovni » y Bo Ek por « Sal »
            found.append(Named(title, who[_JOINS.match(who).end() :]))  # type: ignore[union-attr]
        elif for_work:  # « Chanson » de Bo Ek, pour « Ovni »
            found = _made_by(found, who)
        elif _JOINS_AT_END.search(beside):  # « Ovni » de Bo Ek et « Sal »
            found = found if is_before else _made_by(found, beside)
            found.append(Named(title, found[-1].who if is_before else ""))
        else:  # Juan « Chico » Gómez
            continue
        end = span.end()
    if is_before and not is_for and found:
        return [*found[:-1], found[-1]._replace(who=f"{found[-1].who}、{_maker(text[end:])}")]
    return found if is_before else _made_by(found, text[end:])


def _made_by(works: list[Named], text: str) -> list[Named]:
    """The works, those without a maker by the one that a text names behind them."""
    maker = _maker(text)
    return [work if work.who else work._replace(who=maker) for work in works]


def _maker(text: str) -> str:
    return _BEFORE_MAKER.sub("", _NEXT_SENTENCE.sub("", _JOINS_AT_END.sub("", text)))
