"""The role of each column by its cells too: what its heading says is changed where they say otherwise."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise, takewhile

from awardcli import messages
from awardcli.collection.user_file.columns.column_cells import (
    EDITION_ALONE,
    FEW,
    MOST_DIFFERENT,
    CellsOf,
    always_the_same,
    fits,
    handles_of_names,
    is_poor,
    joined_of_others,
    most_like_titles,
    not_yet_awards,
    only_counts,
    outcome,
    say_whether_won,
    texts_of,
    without_awards,
    won_nothing,
)
from awardcli.collection.user_file.columns.column_roles import (
    AUTHORS,
    FIXED_KEYS,
    NO_ROLES,
    NOMINATED,
    ONCE_A_GROUP,
    WON,
    Asked,
    Remark,
    are_of_contests,
    asked_role,
    column_option,
    fill_down_option,
    is_honoured,
    is_of_bodies,
    is_of_givers,
    is_of_winners,
    remark_on_role,
    roles_of,
)
from awardcli.collection.user_file.columns.heading_row import is_kind_of_work
from awardcli.collection.user_file.columns.heading_words import (
    BY_PARTS,
    REMARK,
    SEVERAL,
    TEXT_OF_CODE,
    WEAK,
    known,
    known_role,
    split,
)
from awardcli.collection.user_file.columns.names_of_people import are_people, is_vague
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.section_names import is_award, may_be_award, section
from awardcli.collection.user_file.table_lines import are_most
from awardcli.collection.user_file.text_file import repeated
from awardcli.language.awards import ends_in_prize
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.model import Cell, Role

_FEW_DIFFERENT = 0.2
"""The share of different texts below which a column hardly has titles."""
_FEWEST, _ENOUGH = 4, 20
"""The fewest rows by which repeated titles are recognized, and from how many on the share counts."""
_MANY = 100
"""Rows: fewer with a blank cell may be those of another list."""
_MAY_NAME_AWARDS = chinese_pattern("(?i)(?:title|name|item)s?(?:[_ .-][a-z]{2})?|标题|名称|项目(?:名称)?")
_LANGUAGE = lazy_pattern("[_ .-][a-z]{2}$")
"""The language of a column, at the end of its heading: title_en."""
_MAY_HAVE_NOMINATED = lazy_pattern("提名|nomin|номин")
_OTHERS = chinese_pattern("other|其[他它]")
_AGAIN = lazy_pattern(r" \([0-9]+\)$")
"""The number of a heading that another column has too."""
_IN_MARKS = lazy_pattern("《[^《》]+》|「[^「」]+」|『[^『』]+』")
_ORNAMENTS = lazy_pattern("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
"""🥈 亚军（2/30）"""
_HAS_NUMBER, _ONLY_WORDS = lazy_pattern("[0-9]"), lazy_pattern("[\u3400-\u9fff]{2,}")
_EDITIONS = ("edition", "th")
"""A role, and the heading with which a column of whole numbers has it; one of texts may be in Thai."""
_OF_SONGS = chinese_pattern("(?i)song|record|single|album|music|vocal|歌|曲|唱片|音乐")
"""Parts of the awards of pieces of music."""
_OUTCOMES = "成绩、战绩、result、results、achievement、achievements"
"""Folded headings under which some awards are enough: others only took part."""


def without_unfit(names: Iterable[str], cells_of: CellsOf, asked: Asked) -> Asked:
    """The roles that are asked for, and none for the columns whose cells do not fit their heading."""
    free = [name for name in names if asked_role(name, asked) is None]
    return {**asked, **dict.fromkeys(name for name in free if not fits(name, cells_of(name)))}


def settled_roles(
    names: Sequence[str], cells_of: CellsOf, asked: Asked, added: Mapping[str, Role] = NO_ROLES
) -> tuple[list[Role | None], list[Remark]]:
    """The role of each column by its name and by its cells in the first rows, and remarks on what is doubtful.

    A column whose cells do not fit its heading gets no role, nor does a column of ids with a duplicate. A title column
    with the same text in every row, or with numbers only, gives way to another title column, and one that counts bodies
    to any other. Where `asked` names the title, other title columns that hardly vary lose the role without a remark.
    """
    asked = without_unfit(names, cells_of, asked)
    asked = {**asked, **dict.fromkeys(not_yet_awards([name for name in names if name not in asked], cells_of))}
    codes = {TEXT_OF_CODE.sub("", name) for name in names if TEXT_OF_CODE.search(name)}
    poor = [name for name in names if name not in asked and (name in codes or is_poor(name, cells_of(name)))]
    counts = [
        name for name in names if name not in asked and not is_honoured(name) and only_counts(name, cells_of(name))
    ]
    poor += counts
    poor += handles_of_names([name for name in names if name not in asked and name not in poor], cells_of)
    unsettled = roles_of(names, {**asked, **dict.fromkeys(poor)}, added=added)
    several = {name: cells_of(name) for name, role in zip(names, unsettled, strict=True) if role in SEVERAL}
    poor += [name for name in joined_of_others(several) if name not in asked and is_honoured(name)]
    poor += without_awards([name for name in names if name not in asked and name not in poor], cells_of)
    roles = roles_of(names, {**asked, **dict.fromkeys(poor)}, added=added)
    worse = dict.fromkeys(name for name in poor if known_role(name) in roles or (name in counts and "title" in roles))
    if "category" in roles:  # which says what was won
        outcomes = [name for name in poor if known_role(name) == "award"]
        asked |= dict.fromkeys(name for name in outcomes if say_whether_won(name, texts_of(cells_of(name))))
    roles = roles_of(names, {**asked, **worse}, added=added)
    settling = _Settling(dict(zip(names, roles, strict=True)), cells_of, asked)
    settling.remark_on_first_award([name for name in poor if name not in codes])
    return list(settling.roles.values()), settling.remarks


class _Settling:
    """The roles that headings give, changed by what the cells of the columns say, with remarks on what is doubtful."""

    def __init__(self, roles: dict[str, Role | None], cells_of: CellsOf, asked: Asked) -> None:
        self.roles = roles
        self.remarks: list[Remark] = []
        self._cells_of, self._asked = cells_of, asked
        self._take_tracks_for_titles()
        self._take_winners_for_titles()
        self._drop_nominated()
        self._take_titles_for_awards()
        self._settle_titles()
        self._drop_repeated_ids()
        self._add_by_cells()
        self._settle_awards()
        self._add_people_of_works()
        if not self.roles.keys() >= FIXED_KEYS:  # where these say it all, as in our own JSON
            self._add_where_blank()
        self._take_categories_for_awards()
        self._remark_on_blanks()
        self._remark_on_givers()

    def _texts(self, name: str) -> list[str]:
        return texts_of(self._cells_of(name))

    def _is_free(self, name: str) -> bool:
        """Whether neither an option nor its cells have decided what a column is."""
        return asked_role(name, self._asked) is None

    def _with(self, role: Role | None) -> list[str]:
        """The columns with a role."""
        return [name for name, own in self.roles.items() if own == role]

    def _unknown(self) -> list[str]:
        """The columns without a role that may be given one."""
        return list(filter(self._is_free, self._with(None)))

    def _take_winners_for_titles(self) -> None:
        """Make the winners the titles where nothing else is and another column says who made them: Winner, Author."""
        if "title" in self.roles.values():
            return
        maker = next((name for name in self.roles if fold(name) in split(AUTHORS) and self._texts(name)), None)
        winners = [name for name in self._with("organization") if is_of_winners(name) and self._is_free(name)]
        winners.sort(key=lambda name: NOMINATED.search(fold(name)) is not None)
        texts = self._texts(winners[0]) if winners else []
        if maker and texts and texts != self._texts(maker) and not are_most(names_body, texts):
            self.roles[winners[0]] = "title"
            shown, made = messages.on_one_line(winners[0]), messages.on_one_line(maker)
            option = column_option("organization", winners[0])
            self.remarks.append(Remark(messages.WINNERS_ARE_TITLES(heading=shown, maker=made, option=option)))

    def _take_tracks_for_titles(self) -> None:
        """Make the tracks beside a team the titles where the awards are of songs; doubt those that all differ."""
        name = next((name for name in self._with("category") if fold(name) == "track"), None)
        if name is None or "title" in self.roles.values() or not self._is_free(name):
            return
        awards = [text for each in self._with("award") for text in self._texts(each)]
        if any(map(_OF_SONGS.search, awards)):
            self.roles[name] = "title"
        elif len({*self._texts(name)}) == len(self._cells_of(name)) > 1 and not are_of_contests(self.roles):
            option = column_option("title", name)
            self.remarks.append(Remark(messages.TRY_TITLE(heading=name, asked=messages.quoted(name)), option))

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

        That is another title, or a person: a body may be the one that gives the awards. Beside a winner half of the
        cells are enough, and fewer are doubted: what was won may be a challenge.
        """
        named = {name: role for name, role in self.roles.items() if role in SEVERAL and self._texts(name)}
        titles = [name for name in named if _MAY_NAME_AWARDS.fullmatch(name) and self._is_free(name)]
        texts: dict[str, list[str]] = {}
        for name in titles:  # together with its translations, which may be in a few rows only
            texts.setdefault(_LANGUAGE.sub("", name), []).extend(self._texts(name))
        words = {word for word, each in texts.items() if len(each) > 1 and all(map(may_be_award, each))}
        awards = [name for name in titles if _LANGUAGE.sub("", name) in words]
        others = [name for name in named if _LANGUAGE.sub("", name) not in words and not is_of_bodies(name)]
        says_who_won = any(found and found.strength > WEAK for found in map(known, others))
        if awards and says_who_won and "award" not in self.roles.values():
            self.roles |= {**dict.fromkeys(awards), awards[0]: "award"}
        elif titles and "award" not in self.roles.values():
            self._take_names_of_what_winners_won(titles[0])

    def _take_names_of_what_winners_won(self, name: str) -> None:
        """Make names the awards where half of them may be and a winner is beside them; fewer, or these, are doubted."""
        texts = self._texts(name)
        awards = list(filter(may_be_award, texts))
        beside = [other for other in self._with("organization") if is_of_winners(other.partition(".")[0])]
        if not awards or not beside or len(self._with("title")) > 1:
            return
        others = [text for text in texts if not may_be_award(text)]
        are_awards = len(awards) >= len(others)
        self.roles[name] = "award" if are_awards else "title"
        other: Role = "title" if are_awards else "award"
        example, *_ = (others or awards) if are_awards else awards
        self.remarks.append(remark_on_role(other, [name], messages.on_one_line(example)))

    def _settle_titles(self) -> None:
        """Take the role from title columns that hardly name works, and remark on doubtful ones."""
        titles = self._with("title")
        if not all(map(self._is_free, titles)):  # an option has decided: there is nothing to doubt
            for name in filter(self._is_free, titles):
                if self._hardly_varies(name):
                    self.roles[name] = None
            return
        different = [name for name in titles if len({*self._texts(name)}) == len(self._cells_of(name))]
        same_text = {name: same for name in titles if (same := always_the_same(self._cells_of(name)))}
        first = always_the_same(self._cells_of(titles[0]), fewest=2) if titles else None
        if first and (different or is_kind_of_work(first)):  # else one work may have won a few awards
            same_text = {titles[0]: first, **same_text}
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
        """Take the role from ids of which two different rows have the same, or some are only words: 已受理.

        Equal rows may repeat an id.
        """
        for name in self._with("id"):
            texts = self._texts(name)
            is_mixed = any(map(_ONLY_WORDS.fullmatch, texts)) and any(map(_HAS_NUMBER.search, texts))
            if is_mixed and fold(name) != "id":  # as our own files call it
                self.roles[name] = None
                continue
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
            for name in self._unknown() if role not in self.roles.values() else ():
                texts = self._texts(name)
                alike = sum(map(bool, map(is_one, texts)))
                is_known = (role, fold(name)) == _EDITIONS and "".join(texts).isdecimal()
                is_known = is_known or (fold(name) in split(_OUTCOMES) and role == "award" and alike > 1)
                is_known = is_known or (alike == len(texts) > 1 and None in map(outcome, texts))
                is_known = is_known or (alike > 0 and role == "award" and len(texts) > 1 and _end_as_prizes(texts))
                if is_known:
                    self.roles[name] = role
                    break

    def _settle_awards(self) -> None:
        """Give way to another column of awards where that known as one has none: Award: statue, Item: Best Film."""
        awards = list(filter(self._is_free, self._with("award")))
        texts = self._texts(awards[0]) if len(awards) == 1 else []
        if not texts or any(may_be_award(text) and outcome(text) is None for text in texts):
            return
        free = {name: self._texts(name) for name in self._unknown()}
        named = {name: list(filter(may_be_award, each)) for name, each in free.items() if known_role(name) != "award"}
        least = max(len(set(texts)), 2)  # a contest has one name
        others = [name for name, each in named.items() if len(each) * 2 > len(free[name]) and len(set(each)) >= least]
        if others:
            other = max(others, key=lambda name: len(set(named[name])))
            self.roles |= {awards[0]: None, other: "award"}
            self._remark_on_awards(awards[0], other)

    def remark_on_first_award(self, poor: Collection[str]) -> None:
        """Remark on the first column of awards where its cells name none, so that one behind it is the award."""
        first, *behind = [name for name in self.roles if known_role(name) == "award"] or [""]
        award = next((name for name in behind if self.roles[name] == "award"), None)
        if award and first in poor and self.roles[first] is None and not self._says_who_won(first):
            self._remark_on_awards(first, award)

    def _says_who_won(self, name: str) -> bool:
        return all(outcome(text) is not None for text in self._texts(name))

    def _remark_on_awards(self, first: str, other: str) -> None:
        option = column_option("award", first)
        shown, instead = messages.on_one_line(first), messages.on_one_line(other)
        self.remarks.append(Remark(messages.AWARDS_ELSEWHERE(heading=shown, other=instead, option=option), option))

    def _add_people_of_works(self) -> None:
        """Make a name who it was where it says the work again, or a person in rows that name nobody else.

        In a list of nominees it is Roma for Best Picture, and Ann Lee for Directing, beside the film Roma.
        """
        titles, others = self._with("title"), self._with("organization")
        by_others = {row for other in others for row in _filled_rows(self._cells_of(other))}
        for name in filter(is_vague, self._unknown()) if len(titles) == 1 else ():
            cells, works = self._cells_of(name), self._cells_of(titles[0])
            filled = _filled_rows(cells)
            people = [row for row in filled if cells[row] != works[row]]
            are_nobody_else = len(people) < len(filled) and by_others.isdisjoint(people)
            if are_nobody_else and are_people(str(cells[row]) for row in people):
                self.roles[name] = "organization"

    def _add_where_blank(self) -> None:
        """Give a role to further columns too whose cells are filled only where those of the others with it are blank.

        Such are the columns of several lists in one file: 奖项 in the rows of the first, Award in those of the second;
        题目 and 名称, which may be no title where it is beside one.
        """
        filled: dict[Role, set[int]] = {}
        """The rows in which a column with the role has text."""
        for name, role in self.roles.items():
            if role in (*ONCE_A_GROUP, "note", "title"):
                filled.setdefault(role, set()).update(_filled_rows(self._cells_of(name)))
        for name in self._unknown():
            found = known(name)
            is_title = found is not None and found.role == "title"
            if not found or (found.strength < BY_PARTS and not is_title) or found.role not in filled:
                continue
            cells, others = self._cells_of(name), filled[found.role]
            rows = _filled_rows(cells)
            if is_title and are_people(self._texts(name), enough=1):
                continue
            if others.isdisjoint(rows) and (rows or (len(cells) >= _MANY and not is_title)):
                self.roles[name] = found.role
                others.update(rows)

    def _take_categories_for_awards(self) -> None:
        """Make categories the awards of their rows, which have none yet, where each is a prize: 某校教学成果二等奖."""
        filled = {row for name in self._with("award") for row in _filled_rows(self._cells_of(name))}
        for name in filter(self._is_free, self._with("category")):
            texts = self._texts(name)
            if texts and all(map(ends_in_prize, texts)) and filled.isdisjoint(_filled_rows(self._cells_of(name))):
                self.roles[name] = "award"

    def _remark_on_givers(self) -> None:
        """Remark on who gave the awards of a list that says neither what nor who won them, or held the contest."""
        givers, awards = self._with("organization"), self._with("award")
        are_alone = bool(givers and awards) and not self._with("title")
        are_such = all(is_of_givers(name, or_hosts=True) and self._is_free(name) for name in givers)
        if are_alone and are_such and (texts := self._texts(givers[0])):
            option = " ".join([column_option("award", awards[0]), *(column_option("other", name) for name in givers)])
            shown, example = messages.on_one_line(givers[0]), messages.on_one_line(texts[0])
            self.remarks.append(Remark(messages.MAY_GIVE_AWARDS(heading=shown, example=example, option=option), option))

    def _remark_on_blanks(self) -> None:
        """Remark on columns that are filled once for a group of rows, as merged cells are."""
        every = list(self.roles.values())
        for name, role in self.roles.items():
            cells = self._cells_of(name)
            if role not in ONCE_A_GROUP or every.count(role) > 1 or (role == "award" and self._are_blank_without(name)):
                continue
            if filled := _filled_once_a_group(cells, self._groups_around(name), role):
                shown, option = messages.on_one_line(name), fill_down_option(name)
                text = messages.BLANK_IN_GROUP(heading=shown, filled=filled, total=len(cells), option=option)
                self.remarks.append(Remark(text, option))

    def _groups_around(self, name: str) -> list[tuple[str, ...]]:
        """What other columns of groups say of each row, whose groups each begin where a column of groups is filled."""
        filled = _filled_rows(self._cells_of(name))
        around = []
        for other in (other for other, role in self.roles.items() if role in ONCE_A_GROUP and other != name):
            texts = _filled_down(self._cells_of(other))
            if {row for row, (above, text) in enumerate(pairwise(texts), 1) if above != text} <= {*filled}:
                around.append(texts)
        return list(zip(*around, strict=True)) or [()] * len(self._cells_of(name))

    def _are_blank_without(self, award: str) -> bool:
        """Whether a row is blank in a column of awards since it won none, as another column says."""
        filled = set(_filled_rows(self._cells_of(award)))
        for other in [other for other, role in self.roles.items() if role not in (*SEVERAL, "award")]:
            texts: dict[bool, list[str]] = {True: [], False: []}
            for row, text in enumerate(_texts_by_row(self._cells_of(other))):
                texts[row in filled].append(text)
            if won_nothing(other, texts[True], texts[False]):
                return True
        return False


def _end_as_prizes(texts: Iterable[str]) -> bool:
    """Whether all end as prizes do in Korean, as other words do too: 음반 대상, 힙합상, 관상."""
    return all(text.endswith("상") for text in texts)


def _is_award(text: str) -> bool:
    return is_award(REMARK.sub("", _ORNAMENTS.sub("", text)).strip())


def _filled_rows(cells: Sequence[Cell]) -> list[int]:
    return [row for row, cell in enumerate(cells) if texts_of([cell])]


def _filled_down(cells: Sequence[Cell]) -> list[str]:
    above = ""
    return [above := text or above for text in _texts_by_row(cells)]


def _texts_by_row(cells: Sequence[Cell]) -> list[str]:
    return ["" if cell is None else str(cell).strip() for cell in cells]


def _filled_once_a_group(cells: Sequence[Cell], groups: Sequence[tuple[str, ...]], role: Role) -> int:
    """How many cells are filled, if each may also apply to the blank rows below it; else 0.

    They may where the first cell is filled, and no two successive filled cells are the same in one of the `groups` of
    other columns. Of three rows or more at least half are blank, unless all are names of awards, each once.
    """
    texts = _texts_by_row(cells)
    filled = [text for text in texts if text]
    in_groups = [row for row in zip(texts, groups, strict=True) if row[0]]
    if not filled or not texts[0] or any(row == following for row, following in pairwise(in_groups)):
        return 0
    are_awards = role == "award" and 1 < len(filled) == len(set(filled)) < len(texts) and all(map(section, filled))
    return len(filled) if are_awards or len(filled) * 2 <= len(texts) > 2 else 0
