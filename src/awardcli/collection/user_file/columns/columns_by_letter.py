"""The columns of a list without a heading: their letters, what they may hold, and whether its first row is one."""

from collections.abc import Mapping, Sequence

from awardcli.collection.user_file.columns.column_cells import (
    MOST_DIFFERENT,
    NOT_A_TITLE,
    CellsOf,
    is_yes_or_no,
    texts_of,
)
from awardcli.collection.user_file.columns.column_roles import column_option
from awardcli.collection.user_file.columns.heading_words import BY_PARTS, LONGEST_HEADING, known
from awardcli.collection.user_file.columns.names_of_people import NAME_OF_A_PERSON
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.section_names import BARE_YEAR, is_award
from awardcli.collection.user_file.table_lines import are_most
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.model import Cell, Column, Role

_NEARLY_ALL = 0.8
"""The share of different texts in a column of the works of some awards."""
_FEW = 2
"""Cells of a column: as many or fewer do not show what it has."""


def column_letter(at: int) -> str:
    """The letter of a column, from 0, as a spreadsheet has it.

    >>> column_letter(3), column_letter(27)
    ('D', 'AB')
    """
    return (column_letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def options_by_letter(columns: Sequence[Sequence[Cell]]) -> str:
    """The options that read a list without a heading, by the likely roles of its columns.

    >>> options_by_letter([["2013", "2014"], ["song", "song"], ["Royals", "Stay With Me"]])
    '--column title=C --column year=A'
    """
    return column_options(roles_by_letter(columns))


def column_options(roles: Mapping[str, Role]) -> str:
    """The options that give columns their roles, by heading or letter."""
    return " ".join(column_option(role, heading) for heading, role in roles.items())


def roles_by_letter(columns: Sequence[Sequence[Cell]]) -> dict[str, Role]:
    """The letters of the likely title of a list without a heading, and of bodies, years and awards.

    >>> roles_by_letter([["一中", "二中"], ["甲", "乙"]])
    {'B': 'title', 'A': 'organization'}
    """
    texts = list(map(texts_of, columns))
    bodies = [are_most(names_body, each) for each in texts]
    are_names = [not any(bodies) and all(map(NAME_OF_A_PERSON.fullmatch, each)) for each in texts]
    scores = [
        (len({text for text in each if not NOT_A_TITLE.match(text)}) >= MOST_DIFFERENT * max(len(cells), 1))
        - body
        - (bool(each) and (all(map(is_award, each)) or all(map(is_yes_or_no, each))))
        - is_name / 2
        for cells, each, body, is_name in zip(columns, texts, bodies, are_names, strict=True)
    ]
    title = scores.index(max(scores))
    awards = [at for at, each in enumerate(texts) if are_most(is_award, each)]
    roles: dict[int, Role] = {title: "title"}
    if title in awards or (awards and scores[title] <= 0):  # a list of awards, perhaps with the works of some
        likely = {at: _share_of_titles(each) - bodies[at] - are_names[at] for at, each in enumerate(texts)}
        title = max((at for at in likely if at not in awards), key=likely.__getitem__, default=awards[0])
        title = title if likely[title] >= _NEARLY_ALL else awards[0]
        roles = {awards[0]: "award", **({title: "title"} if title != awards[0] else {})}
    for at, each in enumerate(texts):
        is_year, are_awards = (bool(each) and all(map(matches, each)) for matches in (BARE_YEAR.fullmatch, is_award))
        role: Role | None = "organization" if bodies[at] else "year" if is_year else "award" if are_awards else None
        if at != title and role and role not in roles.values():
            roles[at] = role
    return {column_letter(at): role for at, role in roles.items()}


def _share_of_titles(texts: Sequence[str]) -> float:
    """The share of the filled cells that differ and may be titles; 0 where too few are filled to say so."""
    different = {text for text in texts if not NOT_A_TITLE.match(text) and not is_yes_or_no(text)}
    return len(different) / len(texts) if len(texts) > _FEW else 0


def is_first_row_alike(names: Sequence[str], cells_of: CellsOf) -> bool | None:
    """Whether a row taken for a heading is like the rows below it: surely, not, or None where it may be either.

    A heading names numbers, or is written as a name in a program: film_name. A body above bodies is no heading, nor is
    an award above awards.
    """
    columns = [texts_of(cells_of(name)) for name in names]
    pairs = list(zip(names, columns, strict=True))
    if any(names_body(name) and are_most(names_body, texts) for name, texts in pairs):
        return True
    if any(_may_be_cell(name, texts) and all(map(is_award, texts)) for name, texts in pairs):
        return True
    is_named = any(_IDENTIFIER.fullmatch(name) for name in names)
    is_over_numbers = any(
        texts and all(map(NOT_A_TITLE.match, texts)) and not NOT_A_TITLE.match(name) for name, texts in pairs
    )
    return False if is_named or is_over_numbers else None


def is_first_row(columns: Sequence[Column], cells_of: CellsOf) -> bool | None:
    """Whether a row taken for a heading is the first row of the list: surely, not, or None where it may be either.

    It is a row where it is like those below it, or has a sentence, or a number among other cells, and no heading is
    known but that of an award which may be a cell.
    """
    names = [column.heading for column in columns]
    if any(role and not (role == "award" and _may_be_cell(name, cells_of(name))) for name, role in columns):
        return False
    numbers = sum(name.strip().isdecimal() for name in names)
    is_alike = len(names) > 1 and is_first_row_alike(names, cells_of)
    if is_alike or 0 < numbers < len(names) or any(len(name) > LONGEST_HEADING for name in names):
        return True
    has_role = any(column.role for column in columns)
    return None if not has_role and (numbers or is_alike is None) else False


def _may_be_cell(award: str, cells: Sequence[Cell]) -> bool:
    """Whether an award that a first row names may be a cell: it is no known heading (一等奖), or is like the cells."""
    texts, found = texts_of(cells), known(award)
    is_like_them = found is not None and found.strength == BY_PARTS and bool(texts) and are_most(is_award, texts)
    return (is_award(award) and (not found or is_like_them)) or award in texts


_IDENTIFIER = lazy_pattern("[a-z]+(?:_[a-z0-9]+)+|[a-z]+(?:[A-Z][a-z0-9]*)+|[a-z]+")
