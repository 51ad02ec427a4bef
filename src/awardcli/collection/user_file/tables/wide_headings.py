"""The captions and the heading of each column of a wide table: what groups the columns, and what the groups say."""

from collections.abc import Sequence

from awardcli import vocabulary
from awardcli.collection.user_file.columns.heading_words import (
    BY_PARTS,
    GENRES,
    Known,
    is_chinese,
    known,
    known_role,
    split,
    sure_role,
)
from awardcli.collection.user_file.columns.headings_without_roles import is_numbering
from awardcli.collection.user_file.section_names import BARE_YEAR, ORDER, awards_or_categories
from awardcli.collection.user_file.table_lines import Line, filled_texts, text_of
from awardcli.language.awards import EDITION
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.model import Role

Headed = tuple[tuple[str, ...], str]
"""The captions of a column, and its heading."""
FEWEST_AWARDS = 3
_A_KIND = Known("title", BY_PARTS)
"""Such as Live Action Short Film, which is an award beside awards."""
_OF_CONTEST = chinese_pattern(
    "(?i)^(?:评[审委]|裁判|主持|备注|judges?$|jury|jurors?$|sources?$|ref|notes?$)|[来來]源$|出处$"
)
"""Headings of what is said of a contest, or of the page, and of none of its works."""
PLACED = chinese_pattern(
    f"(?i)winners?|{ORDER}|\\w+ (?:runners?[- ]?up|place)|[冠亚季殿]军|第.名|[特一二三四]等奖|[金银铜]奖"
)
"""Places of one contest: what is under one of them is of the kind that is under the others."""
NUMERALS = "一二三四五六七八九十"
_NUMBER_IN = lazy_pattern(
    rf"(?P<before>[^0-9]*?)第?(?P<caption>[1-9][0-9]?|(?<=第)[{NUMERALS}]|[{NUMERALS}]$)(?P<after>[^0-9]*)"
)
_WHEN_IN = chinese_pattern(
    rf"(?P<before>.*?)(?P<caption>(?:1[89]|20)[0-9]{{2}}(?:\s*年度?)?|第[0-9{NUMERALS}百]+届)(?P<after>.*)"
)
_AWARD_IN = chinese_pattern(r"(?P<before>)(?P<caption>[特一二三四五六]等奖|[金银铜]奖|[冠亚季]军)(?P<after>.+)")
_LEFT_OVER = lazy_pattern(r"[(（]\s*[)）]|^[\s_.-]+|[\s_.-]+$")
"""What is in a heading besides the name of its column: 作品1, 第二作品, Award 2021, 一等奖单位."""


def with_when(heading: Line, rows: Sequence[Sequence[object]]) -> Line:
    """The heading with a name for a blank first column of years or editions."""
    line, cells, problem = heading
    texts = [text_of(row[0]) for row in rows if row]
    are_editions = all(map(EDITION.match, texts))
    if not cells or text_of(cells[0]) or not texts or not (are_editions or all(map(BARE_YEAR.fullmatch, texts))):
        return heading
    role: Role = "edition" if are_editions else "year"
    return line, [vocabulary.heading(role, chinese=is_chinese(filled_texts(cells))), *cells[1:]], problem


def columns_with_captions(rows: Sequence[Sequence[object]]) -> list[Headed]:
    """The captions and the heading of each column: captions above headings, in them, or that are headings."""
    columns = _under_captions(rows) if len(rows) > 1 else [((), text_of(cell)) for row in rows for cell in row]
    if len(rows) == 1 and (parted := _parted([name for _, name in columns])):
        return parted
    names = [name if captions or len(rows) == 1 else "" for captions, name in columns]
    if attached := _with_own_columns(names):
        return attached
    own = headings_as_captions(names)[1]
    return [((*above, name), "") if at in own else (above, name) for at, (above, name) in enumerate(columns)]


def _under_captions(rows: Sequence[Sequence[object]]) -> list[Headed]:
    """The captions and the heading of each column, which the last row has; none of any where one is missing.

    A caption is that of the blank cells on its right too; a column with one name in all these rows has none.
    """
    width = max(map(len, rows))
    found: list[Headed] = []
    left: list[str] = []
    for *captions, name in zip(*([*map(text_of, row), *[""] * (width - len(row))] for row in rows), strict=True):
        texts = {*captions, name} - {""}
        if len(texts) < 2 and (any(captions) or not any(left)):
            left = []
            found.append(((), "".join(texts)))
            continue
        own = next((level for level, text in enumerate(captions) if text), len(captions))
        left = [*left[:own], *captions[own:]]
        if not name or not all(left) or len(left) < len(captions):
            return []
        found.append((tuple(left), name))
    return found


def headings_as_captions(names: Sequence[str]) -> tuple[Role | None, set[int]]:
    """Headings that are captions themselves (2020 | 2021, 一等奖 | 二等奖): what all of them say, and their places."""
    if years := _years_or_editions(names):
        return "edition" if any(EDITION.fullmatch(names[at]) for at in years) else "year", years
    role, places = awards_or_categories(names)
    others = [name for at, name in enumerate(names) if at not in places and not _OF_CONTEST.search(name)]
    if not len(others) <= len(places) > 1:
        return None, set()
    if role == "category":
        return role, {*places}
    if len(places) < FEWEST_AWARDS and not _are_of_different_works([names[at] for at in places], others):
        return None, set()
    # Live Action Short Film is an award beside awards
    by_parts = (at for at, name in enumerate(names) if known(name) == _A_KIND and fold(name) not in split(GENRES))
    return role, {*places, *(at for at in by_parts if at > places[0])}


def _years_or_editions(names: Sequence[str]) -> set[int]:
    """The places of several headings that are years or editions; none where one is merged over others below it."""
    places = {at for at, name in enumerate(names) if BARE_YEAR.fullmatch(name) or EDITION.fullmatch(name)}
    is_merged = any(not names[at + 1] and any(names[at + 1 :]) for at in places if at + 1 < len(names))
    return places if len(places) > 1 and not is_merged else set()


def _are_of_different_works(awards: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two awards beside other headings are no columns of one work.

    All others are bodies, or years and numbers; or the awards are places of one contest (一等奖, 二等奖).
    """
    named = list(filter(None, others))
    are_bodies = all(sure_role(name) == "organization" for name in named)
    are_when = all(is_numbering(name) or known_role(name) in ("year", "edition") for name in named)
    if named and (are_bodies or are_when):
        return True
    return all(others) and all(map(PLACED.fullmatch, awards))  # 一等奖,,二等奖, is merged


def _with_own_columns(names: Sequence[str]) -> list[Headed]:
    """Awards that are followed by the same headings each, as captions of both: 金奖, 单位, 银奖, 单位; else none."""
    role, places = awards_or_categories(names)
    if role != "award" or len(places) < 2:
        return []
    own = [list(names[at + 1 : end]) for at, end in zip(places, [*places[1:], len(names)], strict=True)]
    are_alike = own[0] and all(each == own[0] for each in own) and len(set(own[0])) == len(own[0])
    if not are_alike or {*map(known_role, own[0])} != {"organization"}:
        return []
    found: list[Headed] = [((), name) for name in names[: places[0]]]
    return [*found, *(((names[at],), name) for at in places for name in ("", *own[0]))]


def _parted(names: Sequence[str]) -> list[Headed]:
    """Headings parted into the number, year, edition or award that several have in them, and what is left; or none."""
    for pattern in (_WHEN_IN, _AWARD_IN, _NUMBER_IN):
        found: list[Headed] = []
        for name in names:
            part = pattern.fullmatch(name) if not EDITION.fullmatch(name) else None
            rest = _LEFT_OVER.sub("", f"{part['before']}{part['after']}") if part else ""
            is_part = part is not None and (mean := known(rest)) is not None and mean.strength >= BY_PARTS
            found.append(((part["caption"],), rest) if part and is_part else ((), name))
        if len({captions for captions, _ in found if captions}) > 1:
            return found
    return []
