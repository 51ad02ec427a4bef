"""What is doubtful of the column of titles, by its heading and its cells, and what to try where there is none."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from awardcli import messages
from awardcli.collection.user_file.columns.column_cells import CellsOf, may_be_titles, texts_of
from awardcli.collection.user_file.columns.column_roles import Asked, Remark, asked_role, is_of_bodies
from awardcli.collection.user_file.columns.columns_by_letter import (
    column_options,
    is_first_row,
    is_first_row_alike,
    options_by_letter,
    roles_by_letter,
)
from awardcli.collection.user_file.columns.heading_row import is_kind_of_work
from awardcli.collection.user_file.columns.heading_words import BY_PARTS, known, parts_of_heading
from awardcli.collection.user_file.columns.headings_without_roles import has_no_role
from awardcli.collection.user_file.columns.likely_titles import likely_columns
from awardcli.collection.user_file.columns.names_of_people import are_people, may_name_people
from awardcli.model import Column, Role
from awardcli.vocabulary import HEADINGS

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
        won = [name for name, role in likely_columns(names, without, cells_of, asked).items() if role == "award"]
        option = column_options({titles[0]: "organization", **dict.fromkeys(won, "award")})
        yield Remark(messages.MAY_BE_PEOPLE(examples=messages.listed(texts[:3]), option=option), option)


def hints_for_titles(
    columns: Sequence[Column], cells_of: CellsOf, asked: Asked, *, is_unknown: bool, has_letters: bool
) -> tuple[list[str], Mapping[str, Role]]:
    """What to try where no column has the titles, or the row taken for the heading may be none; and the likely roles.

    Where what won `is_unknown` as well as who, the column that may have titles may also name who won.
    """
    names, roles = [name for name, _ in columns], [role for _, role in columns]
    likely: Mapping[str, Role] = {} if "title" in roles else likely_columns(names, roles, cells_of, asked)
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
