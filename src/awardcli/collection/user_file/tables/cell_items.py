"""Cells that hold titles with who they are by, and several of them: read as the lines of a notice are.

    一等奖                        二等奖                     each cell of a wide table is a result
    《月球菜园》（一中 陈一诺）     《会飞的地铁》（二中 林子墨）

    奖次    作品名单                                         each line of a cell is a result
    一等奖  1.《灯塔》（航标处）⏎2.《浪花》（水务局）

    奖项    获奖作品        获奖单位                           the lines of two cells belong together
    一等奖  《光》⏎《盐》    省电视台⏎市广播台

    片名    奖项                                          each award of a cell is a result, which it won or did not
    甲      最佳影片（提名）；最佳导演（获奖）

So they are read only where most cells agree; else each is a title, and doubted.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from awardcli import messages, vocabulary
from awardcli.collection.user_file.columns.column_cells import outcome
from awardcli.collection.user_file.columns.column_roles import ONCE_A_GROUP, column_option
from awardcli.collection.user_file.columns.heading_words import (
    CHINESE,
    WEAK,
    Known,
    is_chinese,
    known,
    known_role,
    sure_role,
)
from awardcli.collection.user_file.notices.captions import caption_of
from awardcli.collection.user_file.notices.layouts import BRACKETS, SURELY_BEFORE_MAKER, Layout, layout_of
from awardcli.collection.user_file.notices.marked_titles import TITLE_MARKS, marked_titles
from awardcli.collection.user_file.notices.names import names_in
from awardcli.collection.user_file.notices.notice_lines import has_item_number, without_item_number
from awardcli.collection.user_file.notices.titles_in_line import Item, ItemReader
from awardcli.collection.user_file.rows_set_aside import is_total, names_body
from awardcli.collection.user_file.table_lines import (
    Line,
    LongTable,
    as_written,
    filled_texts,
    is_nobody,
    is_vacant,
    text_of,
)
from awardcli.language.awards import is_of_people
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

WINNER = ("winner", "获奖者")
RESULT = ("result", "结果")
_GOES_ON = lazy_pattern(r"\s*\n\s*(?=[(（])|(?<=[》』])\s*\n\s*(?![^\n]*[《『])")
"""The line break before who a title is by: Chloé Zhao⏎(Nomadland), 《甲》⏎张三"""
_WHO_FIRST = lazy_pattern("[^《》]+[（(]《[^《》]+》[)）]")
"""陈宁（《水岸》）"""
_LIST = chinese_pattern(
    "(?:获奖|得奖|入选|入围)?(?:作品|项目|影片)?名单|(?i:winners|winning (?:works|films|entries))|"
    "(?:获奖|得奖|入选|入围)?(?:作品|项目|影片|节目|片名|书名|题目|曲目)(?:名称)?[及和与、/]其?"
    "(?:作者|导演|编剧|主创(?:人员)?|(?:作者|报送|选送)?单位)|"
    "(?i:(?:work|film|book|title)s? (?:and|&) (?:author|director|artist|maker)s?)"
)
"""Headings of cells that list several works, or titles with who these are by."""
_EDITION = chinese_pattern(
    "(?<=》)[ \u3000]*[(（](?:节选|选段|组诗|(?:短篇|中篇|长篇|小说|散文|诗歌?|作品)集|[修增]订[本版])[)）]"
)
"""What of a work won, or its edition: no maker."""
_MOST = 0.6
"""The share of the cells that have title marks."""


def reader_of(cells: Sequence[tuple[object, str]]) -> ItemReader | None:
    """The reader of cells, each with its award, of which most hold a title and who it is by; None for others."""
    lines = [(line, award) for cell, award in cells for line in lines_of(cell) if not is_vacant(line)]
    marked = sum(bool(marked_titles(line)) for line, _ in lines)
    if marked >= _MOST * len(lines):
        reader = ItemReader(TITLE_MARKS, Layout())
    else:
        layout = layout_of([without_item_number(line) for line, award in lines if not is_of_people(award)])
        is_sure = layout.separator in SURELY_BEFORE_MAKER or (
            layout.separator is BRACKETS and sum(map(_names_body_behind, (line for line, _ in lines))) * 2 >= len(lines)
        )
        reader = ItemReader(None, layout if is_sure and layout.title_at == 0 else Layout())
    lines = [(line, award) for line, award in lines if not TITLE_MARKS.fullmatch(line)]  # by nobody, as a winner may be
    items = [(line, item) for line, award in lines for item in reader.items(line, award)]
    parted = [(line, item.who) for line, item in items if item.title and item.who]
    is_most = len(parted) * 2 > len(items) or all(_WHO_FIRST.fullmatch(line) for line, _ in parted)
    makers = {who for _, who in parted}  # those of countries repeat
    return reader if len(parted) > 1 and is_most and len(makers) * 2 > len(parted) else None


def _names_body_behind(line: str) -> bool:
    """Whether the brackets at the end of a line name a body, and not a country, say: 张三（一中）."""
    return (found := BRACKETS.match(line)) is not None and any(map(names_body, names_in(found["second"])))


def lines_of(cell: object) -> list[str]:
    """The lines of a cell, each with the line below that says who its title is by."""
    return list(filter(None, map(str.strip, _GOES_ON.sub(" ", as_written(cell)).splitlines())))


def items_of(reader: ItemReader, cell: object, award: str) -> Iterator[tuple[str, Item]]:
    """The items of a cell, each with its line."""
    for line in lines_of(cell):
        items = [Item(title=line)] if is_vacant(line) else reader.items(line, award)
        yield from ((line, item) for item in items)


def by_line(first: Sequence[Line], rest: Iterator[Line]) -> LongTable | None:
    """A table in whose cells several works are line by line, with a row for each; None for another."""
    for at, (number, cells, problem) in enumerate(first):
        names = list(map(text_of, cells))
        givers = [name for name in names if known(name) == Known("organization", WEAK)]  # 颁奖机构 made no work
        roles = [None if _LIST.fullmatch(name) or name in givers else known_role(name) for name in names]
        if problem or len(names) < 2 or not all(names) or not {*ONCE_A_GROUP} & {*roles}:
            continue
        below = [line[1] for line in first[at + 1 :] if line[2] is None and not is_total(filled_texts(line[1]))]
        after = chain(first[at + 1 :], rest)
        if "organization" not in roles and (place := _place_of_lists(names, roles, below)) is not None:
            chinese = is_chinese(names)
            name = names[place] if roles[place] == "title" else vocabulary.heading("title", chinese=chinese)
            names[place] = "line" if known_role(names[place]) else names[place]
            heading = [*names, name, WINNER[chinese]]
            award_at = roles.index("award") if "award" in roles else None
            rows = _row_by_item(after, len(names), place, award_at)
            names[place] = text_of(cells[place])
        elif "title" in roles and _agree(below, roles):
            place, heading, rows = roles.index("title"), names, _row_by_line(after, roles)
        else:
            return None
        option = column_option("title", names[place])
        return LongTable(first[:at], (number, heading, None), rows, messages.BY_LINE(option=option))
    return None


def by_outcome(first: Sequence[Line], rest: Iterator[Line]) -> LongTable | None:
    """A table whose cells say whether each award was won, with a row for each award, and that in a column of its own.

    None for another table, or where all were won.
    """
    for at, (number, cells, problem) in enumerate(first):
        names = list(map(text_of, cells))
        place = next((place for place, name in enumerate(names) if sure_role(name) == "award"), None)
        if problem or place is None or len(names) < 2 or not all(names):
            continue
        below = [line[1][place] for line in first[at + 1 :] if line[2] is None and len(line[1]) == len(names)]
        awards = [award for cell in below for award in _awards_of(cell)]
        won = [outcome(award["outcome"]) if award else None for award in awards]
        if None in won or not {*won} >= {False}:
            return None
        heading = [*names, RESULT[is_chinese(names)]]
        option = column_option("award", names[place])
        rows = _row_by_award(chain(first[at + 1 :], rest), len(names), place)
        return LongTable(first[:at], (number, heading, None), rows, messages.BY_OUTCOME(option=option))
    return None


_AWARD_AND_OUTCOME = lazy_pattern(r"(?P<award>.*\S)\s*[(（\[【](?P<outcome>[^()（）\[\]【】]+)[)）\]】]")
_BETWEEN_AWARDS = lazy_pattern(r"(?<=[)）\]】])\s*[;；、,，\n]\s*")


def _awards_of(cell: object) -> list["re.Match[str] | None"]:
    """The awards that a cell names, each with what is behind it in brackets; None for one without."""
    text = as_written(cell).strip()
    awards = () if is_nobody(text) else filter(None, _BETWEEN_AWARDS.split(text))
    return list(map(_AWARD_AND_OUTCOME.fullmatch, awards))


def _row_by_award(lines: Iterator[Line], width: int, place: int) -> Iterator[Line]:
    """A row for each award of the cell at `place`, with its outcome behind; a row without any as it is."""
    for number, cells, problem in lines:
        awards = _awards_of(cells[place]) if problem is None and len(cells) == width else []
        if not awards or None in awards:
            yield number, cells, problem
        for award in filter(None, awards if None not in awards else ()):
            yield number, [*cells[:place], award["award"], *cells[place + 1 :], award["outcome"]], None


def _place_of_lists(names: Sequence[str], roles: Sequence[object], rows: Sequence[Sequence[object]]) -> int | None:
    """The place of the one column that lists works, with a title in marks in each line; else None.

    It is named so, or is the one of titles and has several in nearly every cell.
    """
    titles = [place for place, role in enumerate(roles) if role == "title"]
    places = titles or [place for place, name in enumerate(names) if _LIST.fullmatch(name)]
    cells = [row[places[0]] for row in rows if places[0] < len(row)] if len(places) == 1 else []
    lines = [line for cell in cells for line in lines_of(cell) if not is_vacant(line)]
    several = sum(len(marked_titles(as_written(cell))) > 1 for cell in cells)
    are_lists = bool(lines) and all(map(marked_titles, lines)) and (not titles or several >= _NEARLY * len(cells))
    return places[0] if are_lists else None


_NEARLY = 0.8


def _row_by_item(lines: Iterator[Line], width: int, place: int, award_at: int | None) -> Iterator[Line]:
    """A row for each item of the cell at `place`, with its line there, and its title and maker at the end.

    An award before the title counts as that of the row.
    """
    reader = ItemReader(TITLE_MARKS, Layout())
    for number, cells, problem in lines:
        is_result = problem is None and place < len(cells) <= width and not is_total(filled_texts(cells))
        texts = lines_of(cells[place]) if is_result else []
        if not texts:
            yield number, cells, problem
        for line in texts:
            row = list(cells)
            row[place] = line
            found = caption_of(line, TITLE_MARKS)
            if award_at is not None and found.titles and "award" in found.names:
                row[award_at] = found.names["award"]
            award = text_of(row[award_at]) if award_at is not None else ""
            for _, item in items_of(reader, _EDITION.sub("", found.titles or line), award):
                yield number, [*row, *[""] * (width - len(row)), item.title, item.who], None


def _agree(rows: Sequence[Sequence[object]], roles: Sequence[object]) -> bool:
    """Whether rows have several titles, and all that do have as many lines of who these are by."""
    several = [row for row in rows if len(_titles(row, roles)) > 1]
    return bool(several) and all(_places_of_lines(row, roles) for row in several)


def _titles(row: Sequence[object], roles: Sequence[object]) -> list[str]:
    """The lines of a cell of titles, if each has marks or a number."""
    at = roles.index("title")
    lines = _lines(row[at]) if at < len(row) else []
    are_items = all(TITLE_MARKS.fullmatch(without_item_number(line)) or has_item_number(line) for line in lines)
    return lines if are_items else []


def _lines(cell: object) -> list[str]:
    return list(filter(None, map(str.strip, as_written(cell).splitlines())))


def _places_of_lines(row: Sequence[object], roles: Sequence[object]) -> list[int]:
    """The places of the cells that have a line for each title of a row; none where none of these says who."""
    count = len(_titles(row, roles))
    places = [at for at, cell in enumerate(row) if count > 1 and len(_lines(cell)) == count]
    is_said = any(role == "organization" for at, role in enumerate(roles) if at in places)
    return places if is_said else []


def _row_by_line(lines: Iterator[Line], roles: Sequence[object]) -> Iterator[Line]:
    """A row for each of the titles of a row, with its line of the cells that have as many."""
    for number, cells, problem in lines:
        places = _places_of_lines(cells, roles) if problem is None and len(cells) <= len(roles) else []
        if not places:
            yield number, cells, problem
            continue
        for parts in zip(*(map(without_item_number, _lines(cells[at])) for at in places), strict=True):
            part = dict(zip(places, parts, strict=True))
            yield number, [part.get(at, cell) for at, cell in enumerate(cells)], None


def titles_in(cell: object) -> Sequence[object]:
    """The titles of a cell: its lines, where all are Chinese or none is, and titles in marks; else the cell itself."""
    lines = list(filter(None, map(str.strip, cell.split("\n")))) if type(cell) is str else []
    if len({CHINESE.search(line) is None for line in lines}) != 1:
        return [cell]
    titles = [title for line in lines for title in _BETWEEN_MARKS.split(line)]
    return titles if titles[1:] else [cell]


_BETWEEN_MARKS = lazy_pattern("(?<=》)[、，,；;\\s]*(?=《)")
