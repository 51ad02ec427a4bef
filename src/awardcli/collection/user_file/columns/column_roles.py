"""The role of each column of a list, by its heading and its cells."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple, get_args

from awardcli import messages
from awardcli.collection.user_file.columns.column_cells import (
    EDITION_ALONE,
    FEW,
    CellsOf,
    always_the_same,
    fits,
    handles_of_names,
    is_poor,
    joined_of_others,
    most_like_titles,
    not_yet_awards,
    texts_of,
    without_awards,
    won_nothing,
)
from awardcli.collection.user_file.columns.heading_words import (
    BESIDE,
    BY_PARTS,
    GENRES,
    REMARK,
    SEVERAL,
    SURE,
    TEXT_OF_CODE,
    WEAK,
    known,
    known_role,
    split,
    words_known,
)
from awardcli.collection.user_file.columns.names_of_people import is_part_of_name, places_of_people
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.section_names import is_award, may_be_award, section
from awardcli.collection.user_file.table_lines import are_most
from awardcli.collection.user_file.text_file import repeated
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.model import Cell, Role

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
    people, again = places_of_people(names, is_titled=any(map(_is_surely_title, titled)), has_who=has_who)
    is_of_music, is_of_contest = (any(map(" ".join(folded).count, split(of))) for of in (_OF_MUSIC, _OF_CONTESTS))
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
    several = {"title"} if set(headings) >= FIXED_KEYS else SEVERAL
    is_of_sport = not {*map(fold, headings)}.isdisjoint(split(_OF_SPORT))
    unsettled = list(range(len(headings)))
    for at, heading in enumerate(headings):
        if (name := asked_role(heading, asked)) is not None and heading not in added:
            roles[at] = asked[name]
            given.add(asked[name])
        if name is not None or (is_of_sport and fold(heading) == "games"):
            unsettled.remove(at)
    for strength in (SURE, BY_PARTS, WEAK, BESIDE):  # 又名 is a title beside 名称
        if strength == WEAK:
            given.update(added.values())
        for at in sorted(unsettled, key=lambda at: not _YEAR_OF_AWARD.search(headings[at])):
            found = known(headings[at])
            is_of_award = found is not None and found.role == "year" and _YEAR_OF_AWARD.search(headings[at])
            if not found or (SURE if is_of_award else found.strength) != strength:
                continue
            if found.role not in given or (found.role in several and strength != WEAK):
                roles[at] = found.role
                unsettled.remove(at)
                if not fold(headings[at]).startswith("runner"):  # the champion is in another column
                    given.add(found.role)
    return roles


_YEAR_OF_AWARD = chinese_pattern("(?i)奖.*年[份度]?$|(?:award|festival).*year|year.*festival")
"""It counts before the year of the work."""


def _is_surely_title(heading: str) -> bool:
    return words_known(SURE).get(fold(heading)) == "title" or known(heading) == ("title", BY_PARTS)


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


def without_unfit(names: Iterable[str], cells_of: CellsOf, asked: Asked) -> Asked:
    """The roles that are asked for, and none for the columns whose cells do not fit their heading."""
    free = [name for name in names if asked_role(name, asked) is None]
    return {**asked, **dict.fromkeys(name for name in free if not fits(name, cells_of(name)))}


def settled_roles(
    names: Sequence[str], cells_of: CellsOf, asked: Asked, added: Mapping[str, Role] = NO_ROLES
) -> tuple[list[Role | None], list[Remark]]:
    """The role of each column by its name and by its cells in the first rows, and remarks on what is doubtful.

    A column whose cells do not fit its heading gets no role, nor does a column of ids with a duplicate. A title column
    with the same text in every row, or with numbers only, gives way to another title column. Where `asked` names the
    title, other title columns that hardly vary lose the role without a remark.
    """
    asked = without_unfit(names, cells_of, asked)
    asked = {**asked, **dict.fromkeys(not_yet_awards([name for name in names if name not in asked], cells_of))}
    codes = {TEXT_OF_CODE.sub("", name) for name in names if TEXT_OF_CODE.search(name)}
    poor = [name for name in names if name not in asked and (name in codes or is_poor(name, cells_of(name)))]
    poor += handles_of_names([name for name in names if name not in asked and name not in poor], cells_of)
    unsettled = roles_of(names, {**asked, **dict.fromkeys(poor)}, added=added)
    several = {name: cells_of(name) for name, role in zip(names, unsettled, strict=True) if role in SEVERAL}
    poor += [name for name in joined_of_others(several) if name not in asked and is_honoured(name)]
    poor += without_awards([name for name in names if name not in asked and name not in poor], cells_of)
    roles = roles_of(names, {**asked, **dict.fromkeys(poor)}, added=added)
    worse = dict.fromkeys(name for name in poor if known_role(name) in roles)
    roles = roles_of(names, {**asked, **worse}, added=added)
    settling = _Settling(dict(zip(names, roles, strict=True)), cells_of, asked)
    return list(settling.roles.values()), settling.remarks


class _Settling:
    """The roles that headings give, changed by what the cells of the columns say, with remarks on what is doubtful."""

    def __init__(self, roles: dict[str, Role | None], cells_of: CellsOf, asked: Asked) -> None:
        self.roles = roles
        self.remarks: list[Remark] = []
        self._cells_of, self._asked = cells_of, asked
        self._take_winners_for_titles()
        self._drop_nominated()
        self._take_titles_for_awards()
        self._settle_titles()
        self._drop_repeated_ids()
        self._add_by_cells()
        self._settle_awards()
        self._add_where_blank()
        self._remark_on_blanks()

    def _texts(self, name: str) -> list[str]:
        return texts_of(self._cells_of(name))

    def _is_free(self, name: str) -> bool:
        """Whether neither an option nor its cells have decided what a column is."""
        return asked_role(name, self._asked) is None

    def _take_winners_for_titles(self) -> None:
        """Make the winners the titles where nothing else is and another column says who made them: Winner, Author."""
        if "title" in self.roles.values():
            return
        maker = next((name for name in self.roles if fold(name) in split(_AUTHORS) and self._texts(name)), None)
        winners = [name for name, role in self.roles.items() if role == "organization" and is_of_winners(name)]
        winners = sorted(filter(self._is_free, winners), key=lambda name: NOMINATED.search(fold(name)) is not None)
        texts = self._texts(winners[0]) if winners else []
        if maker and texts and texts != self._texts(maker) and not are_most(names_body, texts):
            self.roles[winners[0]] = "title"
            shown, made = messages.on_one_line(winners[0]), messages.on_one_line(maker)
            option = column_option("organization", winners[0])
            self.remarks.append(Remark(messages.WINNERS_ARE_TITLES(heading=shown, maker=made, option=option)))

    def _drop_nominated(self) -> None:
        """Take the role from columns of what was nominated where another says what won; other finalists won nothing."""
        named = {name: role for name, role in self.roles.items() if role in SEVERAL}
        nominated = [name for name in named if NOMINATED.search(fold(name))]
        won = {
            role
            for name, role in named.items()
            if is_honoured(name) or is_award(name) or (role == "title" and WON.match(fold(name)))
            if name not in nominated and self._texts(name)
        }
        are_beside = len(named) > len(nominated) or "award" in self.roles.values()
        others = [name for name in nominated if are_beside and _OTHERS.search(fold(name))]
        for name in filter(self._is_free, nominated if won else others):
            role, shown, option = named[name], messages.on_one_line(name), column_option(named[name], name)
            may_have_nominated = won == {"title"} and _MAY_HAVE_NOMINATED.search(fold(name)) and not is_honoured(name)
            if role == "title" or not may_have_nominated:
                self.roles.update(dict.fromkeys([name, *self._again_behind(name)]))
                self.remarks.append(Remark(messages.ONLY_NOMINATED(heading=shown, option=option), option))

    def _again_behind(self, name: str) -> Iterable[str]:
        """The columns behind one of nominees that say of these what others say of who won: Author (2)."""
        names = list(self.roles)
        behind = names[names.index(name) + 1 :]
        return takewhile(lambda other: _AGAIN.search(other) and self._is_free(other), behind)

    def _take_titles_for_awards(self) -> None:
        """Make columns as vague as title and name the award, where each of their cells is one and another says who won.

        That is another title, or a person: a body may be the one that gives the awards.
        """
        named = {name: role for name, role in self.roles.items() if role in SEVERAL and self._texts(name)}
        awards = [name for name in named if _MAY_NAME_AWARDS.fullmatch(name) and self._is_free(name)]
        awards = [name for name in awards if len(texts := self._texts(name)) > 1 and all(map(may_be_award, texts))]
        words = {_LANGUAGE.sub("", name) for name in awards}
        others = [name for name in named if _LANGUAGE.sub("", name) not in words and not is_of_bodies(name)]
        says_who_won = any(found and found.strength > WEAK for found in map(known, others))
        if awards and says_who_won and "award" not in self.roles.values():
            self.roles |= {**dict.fromkeys(awards), awards[0]: "award"}

    def _settle_titles(self) -> None:
        """Take the role from title columns that hardly name works, and remark on doubtful ones."""
        titles = [name for name, role in self.roles.items() if role == "title"]
        if not all(map(self._is_free, titles)):  # an option has decided: there is nothing to doubt
            for name in filter(self._is_free, titles):
                if self._hardly_varies(name):
                    self.roles[name] = None
            return
        same_text = {name: same for name in titles if (same := always_the_same(self._cells_of(name))) is not None}
        others = [name for name in titles if name not in same_text]
        for name, same in same_text.items():
            shown = messages.on_one_line(name)
            if others:
                self.roles[name] = None
                instead, option = messages.on_one_line(others[0]), column_option("title", name)
                text = messages.TITLE_GIVES_WAY(heading=shown, value=same, other=instead, option=option)
                self.remarks.append(Remark(text))
            elif self._likelier_title(name) is None:
                self.remarks.append(Remark(messages.TITLE_IS_ONE(heading=shown, value=same)))
        title = next((name for name in titles if self.roles[name] == "title"), None)
        if title and (other := self._likelier_title(title)):
            texts = self._texts(title)
            shown, instead = messages.on_one_line(title), messages.on_one_line(other)
            more = {"count": len(set(texts)), "total": len(texts), "option": column_option("title", other)}
            self.remarks.append(Remark(messages.TITLE_REPEATS(heading=shown, other=instead, **more)))

    def _likelier_title(self, title: str) -> str | None:
        """A likelier title column than one that hardly varies; or None.

        A list may call the name of the award its title, and the work its nominee.
        """
        if not self._hardly_varies(title):
            return None
        others = (name for name, role in self.roles.items() if role in (None, "organization"))
        return most_like_titles(others, self._cells_of, MOST_DIFFERENT)

    def _hardly_varies(self, title: str) -> bool:
        """Whether a title column repeats too few texts to name works; fewer count beside a column such as nominee."""
        if always_the_same(self._cells_of(title)) is not None:
            return True
        texts = self._texts(title)
        most = 1 if len(texts) < _ENOUGH else int(_FEW_DIFFERENT * len(texts))
        if fold(title) == "title" and any(map(is_honoured, self.roles)):
            most = max(most, len(texts) // 2)
        return len(texts) >= _FEWEST and len(set(texts)) <= most and (len(set(texts)) > 1 or len(texts) >= FEW)

    def _drop_repeated_ids(self) -> None:
        """Take the role from a column of ids in which two different rows have the same; equal rows may repeat it."""
        for name in [name for name, role in self.roles.items() if role == "id"]:
            rows = zip(*map(self._cells_of, self.roles), strict=True)
            ids = {str(row): cell for row, cell in zip(rows, self._cells_of(name), strict=True)}
            if (twice := repeated(texts_of(ids.values()))) is not None:
                self.roles[name] = None
                self.remarks.append(Remark(messages.IDS_REPEATED(heading=messages.on_one_line(name), id=twice)))

    def _add_by_cells(self) -> None:
        """Make a column what each of its cells surely is, where none is: 一等奖, 《春》, 第1届1962年."""
        kinds: dict[Role, Callable[[str], object]] = {"award": _is_award, "title": _IN_MARKS.fullmatch}
        kinds["edition"] = EDITION_ALONE.fullmatch
        for role, is_one in kinds.items():
            for name in self.roles if role not in self.roles.values() else ():
                texts = self._texts(name)
                alike = sum(map(bool, map(is_one, texts)))
                is_known = (role, fold(name)) == _EDITIONS and "".join(texts).isdecimal()
                is_known = is_known or (fold(name) in split(_OUTCOMES) and role == "award" and alike > 1)
                if self.roles[name] is None and self._is_free(name) and (is_known or alike == len(texts) > 1):
                    self.roles[name] = role
                    break

    def _settle_awards(self) -> None:
        """Give way to another column of awards where that known as one has none: Award: statue, Item: Best Film."""
        awards = [name for name, role in self.roles.items() if role == "award" and self._is_free(name)]
        if len(awards) != 1 or not (texts := self._texts(awards[0])) or any(map(may_be_award, texts)):
            return
        free = {name: self._texts(name) for name, role in self.roles.items() if role is None and self._is_free(name)}
        named = {name: list(filter(may_be_award, each)) for name, each in free.items() if known_role(name) != "award"}
        least = max(len(set(texts)), 2)  # a contest has one name
        others = [name for name, each in named.items() if len(each) * 2 > len(free[name]) and len(set(each)) >= least]
        if others:
            other = max(others, key=lambda name: len(set(named[name])))
            self.roles |= {awards[0]: None, other: "award"}
            shown, instead = messages.on_one_line(awards[0]), messages.on_one_line(other)
            option = column_option("award", awards[0])
            self.remarks.append(Remark(messages.AWARDS_ELSEWHERE(heading=shown, other=instead, option=option), option))

    def _add_where_blank(self) -> None:
        """Give a role to further columns too whose cells are filled only where those of the others with it are blank.

        Such are the columns of several lists in one file: 奖项 in the rows of the first, Award in those of the second.
        """
        filled: dict[Role, set[int]] = {}
        """The rows in which a column with the role has text."""
        for name, role in self.roles.items():
            if role in (*ONCE_A_GROUP, "note"):
                filled.setdefault(role, set()).update(_filled_rows(self._cells_of(name)))
        for name, role in self.roles.items():
            found = known(name) if role is None and self._is_free(name) else None
            if not found or found.strength < BY_PARTS or found.role not in filled:
                continue
            cells, others = self._cells_of(name), filled[found.role]
            rows = _filled_rows(cells)
            if others.isdisjoint(rows) and (rows or len(cells) >= _MANY):
                self.roles[name] = found.role
                others.update(rows)

    def _remark_on_blanks(self) -> None:
        """Remark on columns that are filled once for a group of rows, as merged cells are."""
        every = list(self.roles.values())
        for name, role in self.roles.items():
            cells = self._cells_of(name)
            if role not in ONCE_A_GROUP or every.count(role) > 1 or self._are_blank_without(name, role):
                continue
            if filled := _filled_once_a_group(cells, role):
                shown, option = messages.on_one_line(name), fill_down_option(name)
                text = messages.BLANK_IN_GROUP(heading=shown, filled=filled, total=len(cells), option=option)
                self.remarks.append(Remark(text, option))

    def _are_blank_without(self, name: str, role: Role) -> bool:
        """Whether a row is blank in a column of awards since it won none, as another column says."""
        filled = set(_filled_rows(self._cells_of(name)))
        for other in [other for other, own in self.roles.items() if role == "award" and own not in SEVERAL]:
            texts: dict[bool, list[str]] = {True: [], False: []}
            for row, cell in enumerate(self._cells_of(other)):
                texts[row in filled].append("" if cell is None else str(cell).strip())
            if other != name and won_nothing(other, texts[True], texts[False]):
                return True
        return False


_MAY_NAME_AWARDS = chinese_pattern("(?i)(?:title|name|item)s?(?:[_ .-][a-z]{2})?|标题|名称|项目(?:名称)?")
_LANGUAGE = lazy_pattern("[_ .-][a-z]{2}$")
"""The language of a column, at the end of its heading: title_en."""
_MAY_HAVE_NOMINATED = lazy_pattern("提名|nomin|номин")
_OTHERS = chinese_pattern("other|其[他它]")
_AGAIN = lazy_pattern(r" \([0-9]+\)$")
"""The number of a heading that another column has too."""
_IN_MARKS = lazy_pattern("《[^《》]+》|「[^「」]+」|『[^『』]+』")
WON = chinese_pattern("获奖|得奖|winning")
"""A folded heading, or its beginning, of what won."""
NOMINATED = chinese_pattern(
    "^(?:其[他它]|获|被)?(?:提名|入围|候选)|^候补|^후보|nomin|номинант|shortlist|longlist|finalist|^runner"
)
"""Folded headings of what was only nominated."""


def _is_award(text: str) -> bool:
    return is_award(REMARK.sub("", _ORNAMENTS.sub("", text)).strip())


_ORNAMENTS = lazy_pattern("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
"""🥈 亚军（2/30）"""
_EDITIONS = ("edition", "th")
"""A role, and the heading with which a column of whole numbers has it; one of texts may be in Thai."""
_OUTCOMES = "成绩、战绩、result、results、achievement、achievements"
"""Folded headings under which some awards are enough: others only took part."""


def _filled_rows(cells: Sequence[Cell]) -> list[int]:
    return [row for row, cell in enumerate(cells) if texts_of([cell])]


_HONOURED = (
    "winner、winners、nominee、nominees、nominated、nomineefilm、laureate、得主、获奖者、得奖者、得奖、受赏者、수상자、ganador、"
    "ganadora、laureat、vincitore、vencedor、gewinner、preistrager、победитель、лауреат"
)
"""Folded headings of the honoured works or people."""
_AUTHORS = (
    "author、authors、director、directors、writer、artist、creator、creators、developer、developers、designer、composer、作者、导演、"
    "监督、着者"
)
"""Folded headings of the people who make works."""
_MAKERS = f"{_AUTHORS}、publisher、studio、company、staff、workers、出版社"
"""The same, and those of the bodies that bring works out."""
_BODIES = (
    "school、university、college、institution、organization、company、team、club、"
    "学校、院校、学院、单位、机构、公司、企业、학교、소속"
)
"""Ends of folded headings of bodies: beside these alone, a name is that of a person."""
_OF_SPORT = "sport、event、medal"
"""Folded headings beside which the games are a meeting, not works."""
_OF_MUSIC = "album、song、artist、singer、band、composer"
_OF_CONTESTS = "competition、contest、hackathon、challenge、conference、team、members、比赛、竞赛、大赛、赛事、会议、队"
"""Parts of folded headings beside which a track is a piece of music, and beside which it is a category."""
ONCE_A_GROUP = ("year", "edition", "category", "award")
_MANY = 100
"""Rows: fewer with a blank cell may be those of another list."""


_FEW_DIFFERENT, MOST_DIFFERENT = 0.2, 0.7
"""Shares of different texts: a column below the first hardly has titles, one from the second on may have them."""
_FEWEST, _ENOUGH = 4, 20
"""The fewest rows by which repeated titles are recognized, and from how many on the share counts."""


def column_option(role: str, heading: str) -> str:
    """The option that gives a column a role, to be copied."""
    return f"--column {role}={messages.quoted(messages.on_one_line(heading))}"


def is_honoured(heading: str) -> bool:
    """Whether a heading is that of who or what won, or was nominated."""
    return fold(heading) in split(_HONOURED)


def is_of_bodies(heading: str) -> bool:
    """Whether a heading is that of bodies: 学校, 学校名称, Team."""
    return fold(heading).removesuffix("名称").removesuffix("name").endswith(split(_BODIES))


def is_title(heading: str) -> bool:
    """Whether a heading is known as that of a title."""
    return known_role(heading) == "title"


def _filled_once_a_group(cells: Sequence[Cell], role: Role) -> int:
    """How many cells are filled, if each may also apply to the blank rows below it; else 0.

    They may where the first cell is filled, and no two successive filled cells are the same. Of three rows or more at
    least half are blank, unless all are names of awards, each once.
    """
    texts = ["" if cell is None else str(cell).strip() for cell in cells]
    filled = [text for text in texts if text]
    if not filled or not texts[0] or any(text == following for text, following in pairwise(filled)):
        return 0
    are_awards = role == "award" and 1 < len(filled) == len(set(filled)) < len(texts) and all(map(section, filled))
    return len(filled) if are_awards or len(filled) * 2 <= len(texts) > 2 else 0


def has_makers(names: Iterable[str]) -> bool:
    """Whether a heading says who made the works of a list: author, director, publisher."""
    return any(fold(name) in split(_MAKERS) for name in names)


def is_of_winners(heading: str) -> bool:
    """Whether a heading is of winners that may be works: Winner, and neither Laureate nor 获奖者."""
    return fold(heading) in split(_WINNERS)


_WINNERS = (
    "得主、winner、winners、nominee、nominees、nominated、ganador、ganadora、vincitore、vencedor、gewinner、победитель"
)
