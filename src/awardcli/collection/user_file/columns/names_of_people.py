"""Which columns have the names of people, and the parts of them: first and last name, Prénom and Nom, 姓 and 名."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from awardcli.collection.user_file.columns.heading_words import known_role, split
from awardcli.language.awards import may_name_award
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.language.people_and_bodies import BODY_IN_ENGLISH, PERSON, organization_names

_GIVEN = (
    "firstname、firstnames、givenname、givennames、forename、forenames、prenom、prenoms、vorname、vornamen、voornaam、fornamn、fornavn、"
    "primernombre、nombredepila、imie、名、first"
)
_FAMILY = (
    "lastname、lastnames、surname、surnames、familyname、nomdefamille、nachname、familienname、zuname、achternaam、efternamn、efternavn、"
    "cognome、cognomi、apellido、apellidos、primerapellido、sobrenome、apelido、nazwisko、фамилия、姓、姓氏、氏、성、last"
)
_VAGUEST = ("first", "last")
_ONLY_IN_PAIRS = "first、last、名、姓、姓氏、氏、성"
"""Parts of names that mean something else where the other part is in no column."""
_VAGUE = "name、names、名字、名前、nom、nombre、nombres、nome、имя、naam、이름"
"""Folded headings of the other part where only one is said (name beside surname, Name beside Vorname).

They say who it was where another column surely has the titles, too: name, film.
"""
_WHOLE = "full、fullname、姓名、氏名、성명、nomcomplet、nombrecompleto、nomecompleto、фио"
_WITH_FAMILY_FIRST = lazy_pattern("[\u3041-\u309f\u3400-\u9fff\uac00-\ud7a3\\s]+")
"""Names in Chinese, Japanese or Korean; those in katakana are of people from abroad."""

NAME_OF_A_PERSON = lazy_pattern(r"[A-ZÀ-ÞА-ЯЁ][\w'.-]*(?: [A-ZÀ-ÞА-ЯЁ][\w'.-]*){1,2}")
"""What may be the whole name of a person: Samantha Harvey, Ласло Краснахоркаи; a title may be written so too."""
_IN_EAST_ASIA = lazy_pattern(
    "[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노곽성차주우구민진엄채원천방공현함변염추석선설마길][가-힣]{2}|"
    "[\u3400-\u9fff]{1,3}[ \u3000][\u3041-\u30ff\u3400-\u9fff]{1,3}"
)
"""A usual Korean surname and a given name, or two names apart: 김철수, 山田 太郎."""
_ENOUGH, _MOST = 4, 0.9
"""Different texts, and their share, that are written as names of people: so many are hardly titles."""

_HONORIFIC = lazy_pattern(
    r"(?:Dr|Prof|Mrs?|Ms|Sir|Dame|Lord|Lady|Shri|Sri|Smt|Kumari|Justice|Rev|Herr|Frau)\b\.? \S.*|"
    ".{2,6}(?:先生|女士|教授|博士|院士)"
)
_OF_PEOPLE = (
    "nationalit、nacionalidad、nazionalita、citizen、rationale、motivation、citation、born、birth、died、death、gender、sex、profession、"
    "occupation、geboren、geburt、国籍、性别、出生、籍贯、民族、职业、职务"
)
_OF_PLACES = "country、place、state、land、pays、pais、paese、国家、地区"
_OF_WORKS = (
    "genre、runtime、duration、length、format、type、rating、release、language、film、类型、片长、时长、语言、上映"
)
"""Beginnings of folded headings beside which a vague one is of people or of works; beside places it may be of both."""


class NameInParts(NamedTuple):
    """The columns of a given and of a family name of the same people; either may be the whole name if it is `vague`."""

    given: int
    family: int
    is_vague: bool = False


def names_in_parts(headings: Sequence[str]) -> list[NameInParts]:
    """The columns whose cells are one name together.

    >>> names_in_parts(["Last Name", "First Name", "Team"]), names_in_parts(["Film", "name", "surname"])
    ([NameInParts(given=1, family=0, is_vague=False)], [NameInParts(given=1, family=2, is_vague=True)])
    >>> names_in_parts(["Director First Name", "Author Last Name"])
    []
    """
    parts: dict[tuple[str, str], int] = {}
    for at, heading in enumerate(headings):
        if part := _part(heading):
            parts.setdefault(part, at)
    vague = next((at for at, heading in enumerate(headings) if fold(heading) in split(_VAGUE)), None)
    found = []
    for (whose, kind), at in parts.items():
        other = parts.get((whose, "family" if kind == "given" else "given"))
        if other is not None:
            found += [NameInParts(at, other)] if kind == "given" else []
        elif vague is not None and not whose and fold(headings[at]) not in _VAGUEST:
            found.append(NameInParts(vague, at, True) if kind == "family" else NameInParts(at, vague, True))
    return found


@cache
def _part(heading: str) -> tuple[str, str] | None:
    """Whose name a heading has a part of ("" where it does not say), and which part; None where it has none."""
    folded = fold(heading)
    bare = folded.rstrip("0123456789")
    above, _, last = heading.rpartition(".")
    if above and (is_vague(above) or known_role(above) == "organization"):
        kinds = (("given", _GIVEN), ("family", _FAMILY))
        return next(((fold(above), kind) for kind, words in kinds if fold(last) in split(words)), None)
    for kind, words in (("given", _GIVEN), ("family", _FAMILY)):
        if bare in split(words):
            return folded[len(bare) :], kind
        word = next((word for word in split(words) if bare.endswith(word) and word not in split(_ONLY_IN_PAIRS)), None)
        if word and known_role(whose := bare.removesuffix(word)) == "organization":
            return whose + folded[len(bare) :], kind
    return None


def is_vague(heading: str) -> bool:
    """Whether a heading is that of names which may be of people or of anything else: name."""
    return fold(heading) in split(_VAGUE)


def is_part_of_name(heading: str) -> bool:
    """Whether a heading is that of a given or of a family name: no column of titles."""
    return _part(heading) is not None


def may_name_people(heading: str, headings: Sequence[str], texts: Sequence[str], *, is_made: bool) -> bool:
    """Whether the texts under a vague heading may be people who won, and no works: Shri Satyajit Ray, or beside born.

    Without such signs they are written as names of people are: enough of them, or beside a country, which works have
    too, all.
    """
    if len(texts) < 2:
        return False
    if is_made:
        return are_people(texts)
    if not is_vague(heading):
        return False
    of_people, of_places, of_works = (
        any(fold(name).startswith(split(words)) for name in headings) for words in (_OF_PEOPLE, _OF_PLACES, _OF_WORKS)
    )
    honoured = sum(map(bool, map(_HONORIFIC.fullmatch, texts)))
    alike = honoured + sum(map(bool, map(NAME_OF_A_PERSON.fullmatch, texts)))
    is_of_people = honoured * 2 >= len(texts) or (of_people and alike * 2 >= len(texts))
    return not of_works and (is_of_people or (of_places and alike >= len(texts)) or are_people(texts))


def are_people(texts: Iterable[str], enough: int = _ENOUGH) -> bool:
    """Whether enough texts are written as names of people are, of whom each may have several: no titles by chance.

    >>> are_people(["Ann Lee / Bo Ek", "Cy Fox", "Di Wu"]), are_people(["张伟, 李娜", "王芳", "山田 太郎"])
    (True, True)
    >>> are_people(["Citizen Kane", "Pulp Fiction", "Toy Story", "Alien"]), are_people(["白蛇传", "黄土地"])
    (False, False)
    """
    names = {*chain.from_iterable(_COMMA.split(name) for text in texts for name in organization_names(text))}
    forms = (NAME_OF_A_PERSON, PERSON, _IN_EAST_ASIA)
    others = {name for name in names if _DIGIT.search(name) or may_name_award(name)}
    people = sum(any(form.fullmatch(name) for form in forms) for name in names - others)
    return len(names) >= enough and people >= _MOST * len(names)


_DIGIT = lazy_pattern("[0-9]")
_COMMA = lazy_pattern(r"[,，]\s*")


def places_of_people(
    headings: Sequence[str], *, is_titled: bool, has_who: bool, has_bodies: bool
) -> tuple[set[int], set[int]]:
    """The columns that say who it was beside the others, whatever they mean alone, and those that say it again.

    The latter have a part of a name that is whole in another column. `is_titled` says whether a column surely has the
    titles, `has_who` whether another one is known to say who it was, and `has_bodies` whether one has their school or
    team, of which several names in a row are members.
    """
    folded = list(map(fold, headings))
    parts = {at for at, heading in enumerate(headings) if _part(heading)}
    whole = {at for at, name in enumerate(folded) if name in split(_WHOLE)} if parts else set()
    vague = {at for at, name in enumerate(folded) if name in split(_VAGUE)}
    are_others = (vague and not is_titled) or "second" in folded  # first, second; name (of a work), first, last
    pairs = names_in_parts([name if fold(name) not in _VAGUEST or not are_others else "" for name in headings])
    who = whole | {at for given, family, _ in pairs for at in (given, family)}
    is_other_name = any(name.startswith("name") and name != "name" for name in folded)
    if any(folded[at] not in split(_ONLY_IN_PAIRS) for at in parts) or (
        is_titled and not has_who and not is_other_name
    ):
        who |= vague
    who |= {at for at in vague if folded[at] == "names" and has_bodies}
    return who, (parts - who if whole else set())


def names_both(whole: str, given: str, family: str) -> bool:
    """Whether a whole name is that of a person whose names are in parts too; of the given names one is enough.

    >>> names_both("CADBURY, Sir Ian DL", "Ian Hill", "Cadbury"), names_both("I. H. Cadbury", "Ian Hill", "Cadbury")
    (True, True)
    >>> names_both("Ann Cadbury", "Ian", "Cadbury"), names_both("Cadbury", "Ian", "Cadbury")
    (False, False)
    """
    (said, first, last) = ({*_WORD.findall(text.casefold())} for text in (whole, given, family))
    others = said - last
    is_first = any(word in others or word[0] in others for word in first)
    return bool(last) and last <= said and is_first and BODY_IN_ENGLISH.search(whole) is None


_WORD = lazy_pattern(r"\w+")


def joined(given: str, family: str, *, is_vague: bool) -> str:
    """A name from its parts: 王小明, Marie Curie; one that is whole already stays so, where it may be.

    >>> joined("Marie", "Curie", is_vague=True), joined("Marie Curie", "Curie", is_vague=True)
    ('Marie Curie', 'Marie Curie')
    >>> joined("小明", "王", is_vague=False), joined("王小明", "王", is_vague=True)
    ('王小明', '王小明')
    """
    is_from_here = _WITH_FAMILY_FIRST.fullmatch(given + family)
    for part, other in ((given, family), (family, given)) if is_vague else ():
        if other and (f" {other} " in f" {part} " or (is_from_here and len(part) > 2 and part.startswith(other))):
            return part
    return f"{family}{given}" if is_from_here else " ".join(filter(None, (given, family)))
