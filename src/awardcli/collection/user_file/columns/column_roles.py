"""The role of each column of a list by the words of its heading, and the options that give it another."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, get_args

from awardcli import messages
from awardcli.collection.user_file.columns.heading_words import (
    BESIDE,
    BY_PARTS,
    GENRES,
    SEVERAL,
    SURE,
    WEAK,
    Known,
    known,
    known_role,
    split,
)
from awardcli.collection.user_file.columns.names_of_people import is_part_of_name, places_of_people
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern
from awardcli.model import Role

Asked = Mapping[str, Role | None]
"""The roles that `--column` gives, by heading; None for a column that has none."""
NO_ROLES: Mapping[str, Role] = {}
FIXED_KEYS = frozenset(get_args(Role))


def is_same(heading: str, asked: str) -> bool:
    """Whether a heading is the one that an option names: the same, or the same once folded."""
    return heading == asked or fold(heading) == fold(asked) != ""


def asked_role(heading: str, asked: Asked) -> str | None:
    """The heading of `asked` that means this one: the same, or the same once folded; None where there is none."""
    if heading in asked:
        return heading
    return next((name for name in asked if is_same(heading, name)), None)


def roles_of(
    headings: Sequence[str], asked: Asked, taken: Iterable[Role | None] = (), added: Mapping[str, Role] = NO_ROLES
) -> list[Role | None]:
    """The role of each heading; `taken` are the roles that other columns of the list have already.

    `added` are headings that awardcli adds, with their roles. Such a role is not given to a heading that says little.
    Beside all the fixed keys, as our own JSON has them, `organization` has what the other columns of people say.

    >>> roles_of(["片名", "英文名", "导演", "片长", "奖项", "名次"], {})
    ['title', 'title', 'organization', None, 'award', None]
    """
    given = set(taken)
    roles = _roles_by_words(headings, asked, given, added)
    folded = list(map(fold, headings))
    who = [name for name, role in zip(folded, roles, strict=True) if role == "organization"]
    are_bodies = bool(who) and all(map(is_of_bodies, who))
    has_who = "organization" in {*roles, *given} and not are_bodies
    titled = [name for name, role in zip(headings, roles, strict=True) if role == "title"]
    without = {name for name in headings if (of := asked_role(name, asked)) is not None and not asked[of]}
    names = ["" if name in without and is_part_of_name(name) else name for name in headings]
    is_titled, has_bodies = bool({*map(known, titled)} & _SURE_TITLES), any(map(is_of_bodies, who))
    is_own = {*headings} >= FIXED_KEYS
    people, again = places_of_people(
        [] if is_own else names, is_titled=is_titled, has_who=has_who, has_bodies=has_bodies
    )
    is_of_music = any(map(" ".join(folded).count, split(_OF_MUSIC)))
    is_of_contest = are_of_contests(headings) or any(map(" ".join(folded).count, split(_OF_TEAMS)))
    free = [at for at, heading in enumerate(headings) if asked_role(heading, asked) is None]
    for at in filter((people | again).__contains__, free):
        roles[at] = "organization" if at in people else None
    for at in free:
        is_genre = folded[at] in split(GENRES) and not is_of_music
        is_genre = is_genre and ((folded[at] == "track" and is_of_contest) or roles.count("title") > 1)
        is_event = roles[at] == "title" and folded[at].endswith("项目") and "成绩" in folded and "organization" in roles
        if is_event or is_genre:
            roles[at] = None if "category" in roles else "category"
    return [added.get(heading, role) for heading, role in zip(headings, roles, strict=True)]


def _roles_by_words(
    headings: Sequence[str], asked: Asked, given: set[Role | None], added: Mapping[str, Role]
) -> list[Role | None]:
    """The role of each heading by an option or its own words, the surest first; they are added to those `given`."""
    roles: list[Role | None] = [None] * len(headings)
    several = {"title"} if {*headings} >= FIXED_KEYS else SEVERAL
    is_of_sport = not {*map(fold, headings)}.isdisjoint(split(_OF_SPORT))
    are_of_givers = list(map(is_of_givers, headings))
    are_years_of_award = [_YEAR_OF_AWARD.search(heading) is not None for heading in headings]
    unsettled = sorted(range(len(headings)), key=lambda at: are_of_givers[at] - are_years_of_award[at])
    for at, heading in enumerate(headings):
        if (name := asked_role(heading, asked)) is not None and heading not in added:
            roles[at] = asked[name]
            given.add(asked[name])
        if name is not None or (is_of_sport and fold(heading) == "games"):
            unsettled.remove(at)
    for strength in (SURE, BY_PARTS, WEAK, BESIDE):  # 又名 is a title beside 名称
        if strength == WEAK:
            given.update(added.values())
        for at in [*unsettled]:
            found = known(headings[at])
            is_of_award = found is not None and found.role == "year" and are_years_of_award[at]
            if not found or (SURE if is_of_award else found.strength) != strength:
                continue
            if are_of_givers[at] and {"title", "award"} <= given:
                continue
            if found.role not in given or (found.role in several and strength != WEAK):
                roles[at] = found.role
                unsettled.remove(at)
                if not fold(headings[at]).startswith("runner"):  # the champion is in another column
                    given.add(found.role)
    return roles


_YEAR_OF_AWARD = chinese_pattern("(?i)奖.*年[份度]?$|(?:award|festival).*year|year.*festival")
"""It counts before the year of the work."""
_SURE_TITLES = {Known("title", SURE), Known("title", BY_PARTS)}


class Remark(NamedTuple):
    """A remark on how a list was read.

    `option` gives another way of reading that may be meant, such as `--fill-down Year`. A remark is harmless where
    nothing was lost or guessed.
    """

    text: str
    option: str | None = None
    is_harmless: bool = False


def fill_down_option(heading: str) -> str:
    return f"--fill-down {messages.quoted(messages.on_one_line(heading))}"


WON = chinese_pattern("获奖|得奖|winning")
"""A folded heading, or its beginning, of what won."""
NOMINATED = chinese_pattern(
    "^(?:其[他它]|获|被)?(?:提名|入围|候选)|^候补|^후보|nomin|номинант|shortlist|longlist|finalist|^runner"
)
"""Folded headings of what was only nominated."""
_HONOURED = (
    "winner、winners、nominee、nominees、nominated、nomineefilm、laureate、得主、获奖者、得奖者、得奖、受赏者、수상자、ganador、"
    "ganadora、laureat、vincitore、vencedor、gewinner、preistrager、победитель、лауреат"
)
"""Folded headings of the honoured works or people."""
AUTHORS = (
    "author、authors、director、directors、writer、artist、creator、creators、developer、developers、designer、composer、作者、导演、"
    "监督、着者"
)
"""Folded headings of the people who make works."""
_MAKERS = f"{AUTHORS}、publisher、studio、company、staff、workers、出版社"
"""The same, and those of the bodies that bring works out."""
_BODIES = (
    "school、university、college、institution、organization、company、team、club、affiliation、"
    "学校、院校、学院、单位、机构、公司、企业、학교、소속"
)
"""Ends of folded headings of bodies: beside these alone, a name is that of a person."""
_OF_SPORT = "sport、event、medal"
"""Folded headings beside which the games are a meeting, not works."""
_OF_MUSIC = "album、song、artist、singer、band、composer"
_OF_CONTESTS = "competition、contest、hackathon、challenge、conference、比赛、竞赛、大赛、赛事、会议"
_OF_TEAMS = "team、members、队"
"""Parts of folded headings beside which a track is a piece of music, and beside which it is a category.

Beside teams alone it may be either.
"""
_HOSTS = chinese_pattern("主办|承办|协办|举办")
_GIVES = chinese_pattern("授[奖予与]|颁[奖发]|发证|评[选审]|表彰|认定|awarding|granting|conferring|issuing")
ONCE_A_GROUP = ("year", "edition", "category", "award")


def column_option(role: str, heading: str) -> str:
    """The option that gives a column a role, to be copied."""
    return f"--column {role}={messages.quoted(messages.on_one_line(heading))}"


def remark_on_role(role: Role, headings: Sequence[str], example: str) -> Remark:
    """A remark that columns may have a role, such as by a value of them, with the option that gives it to the first."""
    option, names = column_option(role, headings[0]), messages.listed(list(map(messages.on_one_line, headings)))
    what = messages.ROLES_OF_VALUES[role]()
    return Remark(messages.ROLE_NOT_KNOWN(headings=names, example=example, role=what, option=option), option)


def is_honoured(heading: str) -> bool:
    """Whether a heading is that of who or what won, or was nominated."""
    return fold(heading) in split(_HONOURED)


def is_of_bodies(heading: str) -> bool:
    """Whether a heading is that of bodies: 学校, 学校名称, Team."""
    return fold(heading).removesuffix("名称").removesuffix("name").endswith(split(_BODIES))


def is_of_givers(heading: str, *, or_hosts: bool = False) -> bool:
    """Whether a heading is that of who gives the award (授予单位, Awarding Body), or holds the contest: 主办单位."""
    name = fold(heading)
    is_such = _GIVES.match(name) is not None or (or_hosts and _HOSTS.match(name) is not None)
    return is_such and known(heading) == ("organization", WEAK)


def are_of_contests(headings: Iterable[str]) -> bool:
    """Whether one of the headings says that a list is of contests, whose tracks are categories."""
    return any(map(" ".join(map(fold, headings)).count, split(_OF_CONTESTS)))


def is_title(heading: str) -> bool:
    """Whether a heading is known as that of a title."""
    return known_role(heading) == "title"


def has_makers(names: Iterable[str]) -> bool:
    """Whether a heading says who made the works of a list: author, director, publisher."""
    return any(fold(name) in split(_MAKERS) for name in names)


def is_of_winners(heading: str) -> bool:
    """Whether a heading is of winners that may be works: Winner, and neither Laureate nor 获奖者."""
    return fold(heading) in split(_WINNERS)


_WINNERS = (
    "得主、winner、winners、nominee、nominees、nominated、ganador、ganadora、vincitore、vencedor、gewinner、победитель"
)
