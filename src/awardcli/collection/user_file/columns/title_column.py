"""Which column most likely has the titles, or the awards, where no heading says so for sure; what is doubtful of it."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, takewhile

from awardcli import messages
from awardcli.collection.user_file.columns.column_cells import (
    LIKELY,
    MOST_DIFFERENT,
    CellsOf,
    may_be_titles,
    most_like_titles,
    texts_of,
    titleness,
)
from awardcli.collection.user_file.columns.column_roles import (
    NOMINATED,
    WON,
    Asked,
    Remark,
    asked_role,
    column_option,
    has_makers,
    is_honoured,
    is_of_bodies,
    is_of_winners,
    is_title,
    roles_of,
)
from awardcli.collection.user_file.columns.columns_by_letter import (
    column_letter,
    column_options,
    is_first_row,
    is_first_row_alike,
    options_by_letter,
    roles_by_letter,
)
from awardcli.collection.user_file.columns.heading_row import is_kind_of_work
from awardcli.collection.user_file.columns.heading_words import BY_PARTS, REMARK, WEAK, known, parts_of_heading
from awardcli.collection.user_file.columns.headings_without_roles import has_no_role
from awardcli.collection.user_file.columns.names_of_people import (
    NAME_OF_A_PERSON,
    are_people,
    is_part_of_name,
    may_name_people,
)
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.section_names import may_be_award
from awardcli.language.awards import award_names
from awardcli.language.fold import fold
from awardcli.model import Cell, Column, Role
from awardcli.vocabulary import HEADINGS

_SURELY = 0.9
"""The least score of a column that may hold titles where another names who made them."""
_OF_AWARDS = ("wins", "honours", "honors", "accolades")
"""Folded headings that are known as nothing, since they count awards as often as they name them."""


def _likely_columns(
    names: Sequence[str], roles: Sequence[Role | None], cells_of: CellsOf, asked: Asked
) -> dict[str, Role]:
    """The column that most likely has the titles, or which has awards instead; empty where none may.

    Where that is a column without a heading, it is by the cells of all of these, with the likely roles of the others.
    """
    likely = likely_title(names, roles, cells_of, asked)
    if not likely:
        return {}
    letters = list(takewhile(names.__contains__, map(column_letter, count())))
    if likely in letters:
        found = {
            name: role for name, role in roles_by_letter(list(map(cells_of, letters))).items() if name not in asked
        }
        return found if {"title", "award"} & {*found.values()} - {*asked.values()} else {}
    is_award = roles[names.index(likely)] == "award"
    has_awards = is_award or ("award" not in roles and _are_of_awards(likely, cells_of(likely)))
    return {likely: "award" if has_awards else "title"}


def _are_of_awards(heading: str, cells: Iterable[Cell]) -> bool:
    """Whether a heading says so, or more than half of what cells name may be awards: 银牌（51/239）."""
    awards = [REMARK.sub("", name) for text in texts_of(cells) for name in award_names(text)]
    return fold(heading) in _OF_AWARDS or sum(map(may_be_award, awards)) * 2 > len(awards)


def likely_title(names: Sequence[str], roles: Sequence[Role | None], cells_of: CellsOf, asked: Asked) -> str | None:
    """The column without a role that most likely has titles: short texts, mostly different; or None.

    Where another column names organizations, nearly all texts must differ: a country is no title. Winners are works
    beside those who made them, and else may be, unless they are bodies. In a list of awards alone, their names are the
    titles.
    """
    award = next((name for name, role in zip(names, roles, strict=True) if role == "award"), None)
    is_asked = award is not None and asked_role(award, asked) is not None
    if award and (is_asked or "organization" in roles or titleness(cells_of(award)) < MOST_DIFFERENT):
        award = None
    free = [(name, role) for name, role in zip(names, roles, strict=True) if asked_role(name, asked) is None]
    honoured = [name for name, role in free if role == "organization" and is_honoured(name)]
    if not has_makers(names) and (winner := next(filter(is_of_winners, honoured), None)):
        texts = texts_of(cells_of(winner))
        return winner if texts and not any(map(names_body, texts)) else None
    without = [name for name, role in free if role is None and (not known(name) or WON.fullmatch(name))]
    without = [name for name in without if may_be_titles(name, cells_of(name)) and not is_part_of_name(name)]
    nominated = [name for name in without if NOMINATED.search(fold(name))]
    without = [name for name in without if name not in nominated] or ([] if honoured else nominated)
    without += honoured if has_makers(names) else []
    least = _SURELY if "organization" in roles else LIKELY
    others = [name for name in without if not all(map(NAME_OF_A_PERSON.fullmatch, texts_of(cells_of(name))))]
    best = most_like_titles(others, cells_of, least) or most_like_titles(without, cells_of, least)
    return best if best is not None and "name" not in fold(award or "") else award


def own_title(
    names: Sequence[str], inherited: Container[str], cells_of: CellsOf, asked: Asked, *, are_candidates: bool
) -> tuple[dict[str, Role | None], list[Remark]]:
    """The roles by which a column of the records is the title instead of one that they inherit, and a remark.

    The inherited column, such as the name of the table in a dump, is vague and says the same in every row of several;
    or it names awards, as it may beside a title of the records too. That of records that `are_candidates` always names
    what these were chosen for: the award, or the one event of all that say who won.
    """
    roles = roles_of(names, asked)
    above = [name for name in names if name in inherited and is_title(name)]
    several = [name for name in above if are_candidates and len(set(texts_of(cells_of(name)))) > 1]
    of_awards = [name for name in above if name in several or are_awards(cells_of(name))]
    award: dict[str, Role | None] = {} if "award" in roles else dict.fromkeys(of_awards[:1], "award")
    titles = [name for name, role in zip(names, roles, strict=True) if role == "title"]
    if len(titles) != 1 or titles[0] not in inherited or asked_role(titles[0], asked) is not None:
        return award, []
    found, texts = known(titles[0]), texts_of(cells_of(titles[0]))
    is_one = 1 == len(set(texts)) < len(texts) == len(cells_of(titles[0]))
    is_vague = found is not None and found.strength == WEAK and (is_one or titles[0] in of_awards)
    own = {name: role for name, role in zip(names, roles, strict=True) if name not in inherited}
    if are_candidates and is_one and "organization" in own.values():
        return {titles[0]: None, **award}, []
    likely = likely_title(list(own), list(own.values()), cells_of, asked) if is_vague or are_candidates else None
    if likely is None or own[likely] or are_awards(cells_of(likely)):
        return {}, []
    if are_candidates and "award" not in roles:
        award = {titles[0]: "award"}
    heading, other = messages.on_one_line(titles[0]), messages.on_one_line(likely)
    option = column_option("title", titles[0])
    said = messages.TITLE_INHERITED_IS_AWARD if award else messages.TITLE_INHERITED
    text = said(heading=heading, value=texts[0], other=other, option=option)
    return {titles[0]: None, **award, likely: "title"}, [Remark(text)]


def are_awards(cells: Sequence[Cell]) -> bool:
    """Whether all cells of a column may be awards."""
    texts = texts_of(cells)
    return bool(texts) and all(map(may_be_award, texts))


def hints_for_titles(
    columns: Sequence[Column], cells_of: CellsOf, asked: Asked, *, is_unknown: bool, has_letters: bool
) -> tuple[list[str], Mapping[str, Role]]:
    """What to try where no column has the titles, or the row taken for the heading may be none; and the likely roles.

    Where what won `is_unknown` as well as who, the column that may have titles may also name who won.
    """
    names, roles = [name for name, _ in columns], [role for _, role in columns]
    likely: Mapping[str, Role] = {} if "title" in roles else _likely_columns(names, roles, cells_of, asked)
    is_row = has_letters and is_first_row(columns, cells_of)
    hints: list[str] = []
    if likely and not is_row:  # to name a cell of a row as the title would lose the row
        name, role = next(iter(likely.items()))
        shown = messages.on_one_line(name)
        advice = messages.TRY_AWARD if role == "award" else messages.TRY_TITLE
        hints.append(advice(heading=shown, asked=messages.quoted(shown)))
        if is_unknown and role != "award":
            hints.append(messages.TRY_ORGANIZATION(asked=messages.quoted(shown)))
    if is_row is not False:
        likely = roles_by_letter(list(map(cells_of, names)))
        hints.insert(0, messages.NO_HEADING_ROW(options=column_options(likely)))
    return hints, likely


_OF_WORDS = {"key", *chain.from_iterable(map(HEADINGS.__getitem__, ("title", "award", "category", "year", "edition")))}
"""The headings of words in JSON, whose keys do not say what they are."""


def doubts_on_titles(
    columns: Sequence[Column], cells_of: CellsOf, asked: Asked, made: Collection[str], *, has_letters: bool
) -> Iterator[Remark]:
    """That what is taken for the heading of titles may be a title itself, or the titles the people who won.

    Columns of a table may be named by letters; `made` are headings whose cells are made from other headings.
    """
    names, roles = [name for name, _ in columns], [role for _, role in columns]
    may_be_title = (roles == ["title"] and _may_be_title(names[0])) or _is_only_kind(columns, cells_of)
    if has_letters and not asked and may_be_title:
        option = options_by_letter([[name, *cells_of(name)] for name in names])
        yield Remark(messages.FIRST_MAY_BE_TITLE(heading=messages.on_one_line(" ".join(names)), option=option), option)
    titles = [name for name, role in columns if role == "title" and asked_role(name, asked) is None]
    are_bodies = all(is_of_bodies(name) for name, role in columns if role == "organization")
    is_made = bool(titles) and titles[0] in made
    if roles.count("title") != 1 or not titles or not (are_bodies or is_made):
        return
    texts = texts_of(cells_of(titles[0]))
    are_words = not has_letters and {*names} <= _OF_WORDS and are_people(texts, enough=5)
    if may_name_people(titles[0], names, texts, is_made=is_made) or are_words:
        without = ["organization" if role == "title" else role for role in roles]
        won = [name for name, role in _likely_columns(names, without, cells_of, asked).items() if role == "award"]
        option = column_options({titles[0]: "organization", **dict.fromkeys(won, "award")})
        yield Remark(messages.MAY_BE_PEOPLE(examples=messages.listed(texts[:3]), option=option), option)


def _may_be_title(heading: str) -> bool:
    """Whether a heading may be a title itself: Toy Story, 权力的游戏, 咏梅-微电影, and not Movie Title."""
    words = heading.split()
    if known(heading) and any(known(part) is None for part in parts_of_heading(heading)):
        return True
    return known(heading) == ("title", BY_PARTS) and (
        "的" in heading or (not all(map(known, words)) and len(words) > 1)
    )


def _is_only_kind(columns: Sequence[Column], cells_of: CellsOf) -> bool:
    """Whether all that is known of a heading of several columns is a kind of work, as a row has it: 咏梅, 微电影."""
    known_as = [column for column in columns if column.role]
    if not len(columns) > len(known_as) == 1 or known_as[0].role != "title" or not is_kind_of_work(known_as[0].heading):
        return False
    others = [name for name, role in columns if not role]
    are_headings = any(known(name) or has_no_role(name) or not may_be_titles(name, ()) for name in others)
    return not are_headings and is_first_row_alike([name for name, _ in columns], cells_of) is None
