"""Tables of other layouts: side by side under the same headings, with headings in a column, or a line for each cell."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, pairwise, zip_longest

from awardcli import messages, vocabulary
from awardcli.collection.user_file import rows_set_aside
from awardcli.collection.user_file.column_roles import Asked, is_yes_or_no
from awardcli.collection.user_file.heading_row import Heading, count, is_filled
from awardcli.collection.user_file.heading_words import BY_PARTS, CHINESE, GENRES, Known, known, split
from awardcli.collection.user_file.rows_set_aside import BARE_YEAR, is_award
from awardcli.collection.user_file.text_file import Line, text_of
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.model import Role

_MOST_ON_SIDE = 100
"""Rows of a table that may lie on its side: it has a row for each heading."""


def on_its_side(
    first: Sequence[Line], rest: Iterator[Line], heading: Heading | None, asked: Asked
) -> list[Line] | None:
    """The columns of a table as rows, where its headings are in the first column; None where they are not.

    This is so where most cells of that column are known as headings, and at most one of the `heading` across. Where the
    headings repeat, several such tables are below one another, and a row alone is the caption of the table below it.
    The number of a line is that of its column. `rest` is read only where the first rows look so.
    """
    rows = [line for line in first if sum(map(bool, map(text_of, line[1]))) > 1]
    across = (
        [name for name in heading.cells if not rows_set_aside.section(name)] if heading else []
    )  # Prize, Best Director
    labels = _labels(rows, count(across, asked)[0], asked)
    if not labels or (len(set(labels)) < len(rows) and not _is_cycle(labels, rows)):
        return None
    rows = [*(first if len(set(labels)) < len(rows) else rows), *islice(filter(is_filled, rest), _MOST_ON_SIDE)]
    if len(rows) > _MOST_ON_SIDE or any(problem for _, _, problem in rows):
        return None
    tables: list[dict[str, Sequence[object]]] = [{}]
    captions: dict[int, list[Line]] = {}
    for number, cells, _ in rows:
        label = text_of(cells[0])
        if label in tables[-1]:
            tables.append({})
        if len(set(labels)) < len(rows) and label not in labels and not any(map(text_of, cells[1:])):
            is_name = not tables[0] and rows_set_aside.names_list(label)
            if not is_name:
                captions.setdefault(len(tables) - (not tables[0]), []).append((number, [Caption(label)], None))
        else:
            tables[-1][label] = cells
    names = list(dict.fromkeys(label for table in tables for label in table))
    found: list[Line] = [(1, [next(table[name][0] for table in tables if name in table) for name in names], None)]
    for at, table in enumerate(tables):
        found += captions.get(at, [])
        columns = zip_longest(*(table.get(name, ()) for name in names), fillvalue="")
        found += [(number, cells, None) for number, cells in enumerate(columns, start=1) if number > 1]
    return found


def _is_cycle(labels: Sequence[str], rows: Sequence[Line]) -> bool:
    """Whether headings in the first column repeat in the same order, with several cells beside each."""
    times = labels.index(labels[0], 1) if labels.count(labels[0]) > 1 else 0
    is_wide = all(sum(map(bool, map(text_of, cells))) > 2 for _, cells, _ in rows)
    return times > 1 and is_wide and all(label == labels[at % times] for at, label in enumerate(labels))


def labelled_records(
    first: Sequence[Line], rest: Iterator[Line], heading: Heading | None, asked: Asked
) -> list[Line] | None:
    """The rows of a list in which each cell has a line of its own behind its heading; None where it is not one.

    A heading that occurs again begins another row. A line without one goes on with the cell directly above it, or
    stands between two rows, as a section does.
    """
    rows = [line for line in first if sum(map(bool, map(text_of, line[1]))) > 1]
    labels = _labels(rows, count(heading.cells, asked)[1] if heading else 0, asked)
    if not labels or len(set(labels)) == len(rows) or any(sum(map(bool, map(text_of, row[1]))) > 2 for row in rows):
        return None
    records: list[tuple[int, dict[str, str], list[Line]]] = []
    """Each with its line, its cells by heading, and the lines above it that are no cells."""
    between: list[Line] = []
    above = 0
    for line in filter(is_filled, chain(first, rest)):
        number, cells, problem = line
        label, *values = (text_of(cells[0]), *filter(None, map(text_of, cells[1:])))
        if problem or not label or (not values and label not in labels):
            text = label or "".join(values)
            if records and not problem and not between and number == above + 1 and not rows_set_aside.is_section(text):
                _go_on(records[-1][1], text)
                above = number
            else:
                between.append(line)
            continue
        if not records or label in records[-1][1]:
            if not records:
                between = [each for each in between if rows_set_aside.is_section(text_of(each[1][0]))]
            records.append((number, {}, between))
        else:
            for _, more, _ in between:
                _go_on(records[-1][1], "".join(map(text_of, more)))
        records[-1][1][label] = " ".join(values)
        between, above = [], number
    names = list(dict.fromkeys(name for _, cells, _ in records for name in cells))
    table: list[Line] = [(records[0][0], names, None)]
    for number, found, sections in records:
        table += [*sections, (number, [found.get(name, "") for name in names], None)]
    return [*table, *between]


def _go_on(record: dict[str, str], text: str) -> None:
    """Add a line to the last cell of a row."""
    last = next(reversed(record))
    record[last] = "\n".join(filter(None, (record[last], text)))


def is_labelled(first: Sequence[Line], asked: Asked) -> bool:
    """Whether each of the first rows has a heading and a cell, or most have and the others go on with one.

    Where no heading is that of a title, several other rows are titles, above those who they are by: a notice.
    """
    rows = [line for line in first if len(line[1]) > 1]
    labels = _labels(rows, 0, asked) if len(rows) * 2 > len(first) else []
    others = (text_of(cells[0]) for _, cells, _ in first if len(cells) == 1)
    has_title = any((found := known(label)) is not None and found.role == "title" for label in {*labels, *asked})
    return bool(labels) and (has_title or sum(not rows_set_aside.is_section(text) for text in others) < 2)


def _labels(rows: Sequence[Line], known_across: int, asked: Asked) -> list[str]:
    """The cells of the first column, where most are headings, and a row across has one at most; else none."""
    names = [text_of(cells[0]) for _, cells, problem in rows if problem is None]
    different = set(names)
    named, surely = count(different, asked)
    is_label = surely > 1 and known_across < 2 and named > known_across and named * 2 >= len(different)
    return names if is_label else []


def crossed(first: Sequence[Line], rest: Iterator[Line]) -> Iterator[Line] | None:
    """The cells of a table with awards down and years across, a row for each, below their heading; None for others.

    A dash in a cell says that there was none.
    """
    head = next((at for at, (_, cells, _) in enumerate(first) if _is_years(cells)), None)
    if head is None:
        return None
    line, cells, _ = first[head]
    chinese = CHINESE.search("".join(text_of(line[1][0]) for line in first if line[1])) is not None
    names = [vocabulary.heading(role, chinese=chinese) for role in ("award", "year", "title")]
    heading: Line = (line, [text_of(cells[0]) or names[0], *names[1:]], None)
    across = dict(enumerate(map(text_of, cells[1:]), start=1))
    return chain([heading], _cell_by_cell(chain(first[head + 1 :], rest), [0], across, len(cells)))


def _cell_by_cell(
    lines: Iterable[Line], beside: Sequence[int], across: Mapping[int, str], width: int, people: Container[int] = ()
) -> Iterator[Line]:
    """The cells of the columns `across`, each in a row behind those `beside` and the heading above it.

    A cell may have several titles, each on a line of its own or in its marks. Totals are given unchanged, and a row
    without any of these cells without one, since it may be a section. A cell of one of the columns of `people` is
    behind the column of titles, unless it is a title in its marks.
    """
    for number, cells, problem in filter(is_filled, lines):
        if problem is None and any(map(text_of, cells[width:])):
            problem = messages.RAGGED(wanted=width, found=len(cells))
        if problem is not None or _is_total(cells):
            yield number, cells, problem
            continue
        cells = [*cells, *[""] * (width - len(cells))]
        same = [cells[at] for at in beside]
        if not any(text_of(cells[at]) or type(cells[at]) is dict for at in across):
            yield number, [*same, "", ""], None
        for at, name in across.items():
            if type(cells[at]) is dict or not _NOTHING.fullmatch(text_of(cells[at])):
                is_person = at in people and not text_of(cells[at]).startswith("《")
                won = [["", cells[at]]] if is_person else [[title] for title in _titles_in(cells[at])]
                yield from ((number, [*same, name, *each], None) for each in won)


def _is_total(cells: Sequence[object]) -> bool:
    filled = list(filter(None, map(text_of, cells)))
    return bool(filled) and rows_set_aside.is_total(filled)


def _titles_in(cell: object) -> Sequence[object]:
    """The titles of a cell: its lines, where all are Chinese or none is, and titles in marks; else the cell itself."""
    lines = list(filter(None, map(str.strip, cell.split("\n")))) if type(cell) is str else []
    if len({CHINESE.search(line) is None for line in lines}) != 1:
        return [cell]
    titles = [title for line in lines for title in _BETWEEN_MARKS.split(line)]
    return titles if titles[1:] else [cell]


def by_group(first: Sequence[Line], rest: Iterator[Line]) -> tuple[Role, str, Iterator[Line]] | None:
    """The cells of a table with awards or categories across, a row for each, below their heading; None for others.

    Gives also what is across, and the first of them. At least three columns are awards, or two are categories of one
    kind; none is surely a title, and the cells are names, not numbers or marks.
    """
    for at, (_, head, _) in enumerate(first):
        names = list(map(text_of, head))
        role, across = _groups(names)
        beside = [place for place in range(len(names)) if place not in across]
        if not across or len(across) < len(beside):
            continue
        meant = {at: found for at in beside if names[at] not in split(GENRES) and (found := known(names[at]))}
        by_parts = [at for at, found in meant.items() if role == "award" and found == _A_KIND and at > across[0]]
        across, beside = sorted([*across, *by_parts]), [at for at in beside if at not in by_parts]
        rows = [cells for _, cells, _ in first[at + 1 :] if not _is_total(cells)]
        below = [text_of(row[place]) for row in rows for place in across if place < len(row)]
        filled = [text for text in below if not _NOTHING.fullmatch(text)]
        if {meant[at].role for at in beside if at in meant} & {"title", role}:
            return None
        are_different = len(set(filled)) == len(filled) > 1 and all(map(CHINESE.search, filled))
        if sum(map(_names, filled)) * 2 <= len(filled) and not are_different:
            return None
        break
    else:
        return None
    chinese = CHINESE.search("".join(names)) is not None
    heading = [names[place] for place in beside]
    heading += [vocabulary.heading(each, chinese=chinese) for each in (role, "title")]
    people = {place for place in across if (found := known(names[place])) and found.role == "organization"}
    people = people if role == "award" else set()
    heading += [_WINNER[chinese]] if people else []
    columns = {place: names[place] for place in across}
    every = _cell_by_cell(chain(first[at + 1 :], rest), beside, columns, len(names), people)
    return role, names[across[0]], chain([(first[at][0], heading, None)], every)


def under_groups(first: Sequence[Line], rest: Iterator[Line]) -> tuple[int, list[Line], Iterator[Line]] | None:
    """A table whose columns repeat under categories, awards or years across, a row for each; None for others.

    The columns beside them (奖项, 序号) belong to each group. Gives how many groups there are, the rows down to the
    heading, and those below it.
    """
    for at, ((_, high, _), (line, low, problem)) in enumerate(pairwise(first)):
        width = max(len(high), len(low))
        upper, lower = ([*map(text_of, cells), *[""] * (width - len(cells))] for cells in (high, low))
        places = [place for place in range(width) if lower[place] not in ("", upper[place])]
        beside = [place for place in range(width) if upper[place] and place not in places]
        starts = [place for place in places if lower[place] == lower[places[0]]]
        wide = len(places) // max(len(starts), 1)
        blocks = [places[place : place + wide] for place in range(0, len(places), max(wide, 1))]
        names = [lower[place] for place in blocks[0]] if blocks else []
        captions = [upper[block[0]] for block in blocks]
        role = _role_of_groups(captions)
        are_alike = all([lower[place] for place in block] == names for block in blocks)
        are_merged = all(upper[place] in ("", upper[block[0]]) for block in blocks for place in block)
        meant = {found.role for name in names if (found := known(name))}
        others = {found.role for place in beside if (found := known(upper[place]))}
        if problem or not (beside and role and are_alike and are_merged and len(meant) > 1 and count(names, {})[1]):
            continue
        if role in meant | others or "title" in others:
            continue
        chinese = CHINESE.search("".join(lower)) is not None
        heading = [*(upper[place] for place in beside), vocabulary.heading(role, chinese=chinese), *names]
        again = [set(upper) - {""}, set(lower) - {""}]
        groups = list(zip(captions, blocks, strict=True))
        below = chain(first[at + 2 :], rest)
        return len(blocks), [*first[:at], (line, heading, None)], _by_block(below, heading, beside, groups, again)
    return None


def _by_block(
    lines: Iterable[Line],
    heading: Sequence[str],
    beside: Sequence[int],
    groups: Sequence[tuple[str, Sequence[int]]],
    again: Container[set[str]],
) -> Iterator[Line]:
    """The cells of each group of columns that has any, in a row behind those `beside` and the name of the group."""
    width = 1 + max(*beside, *(place for _, block in groups for place in block))
    for number, cells, problem in filter(is_filled, lines):
        filled = list(filter(None, map(text_of, cells)))
        if problem is None and any(map(text_of, cells[width:])):
            problem = messages.RAGGED(wanted=width, found=len(cells))
        if problem is not None or _is_total(cells) or rows_set_aside.is_signature(filled):
            yield number, cells, problem
            continue
        if set(filled) in again:
            yield number, heading, None
            continue
        cells = [*cells, *[""] * (width - len(cells))]
        same = [cells[at] for at in beside]
        parts = [(name, [cells[at] for at in block]) for name, block in groups]
        parts = [(name, part) for name, part in parts if is_filled((number, part, None))]
        for name, part in parts or [("", [""] * len(groups[0][1]))]:
            yield number, [*same, name, *part], None


def _role_of_groups(captions: Sequence[str]) -> Role | None:
    """What the names of groups of columns say of the works below: their award, category, year ...; None for others."""
    if not all(captions) or len(set(captions)) < max(len(captions), 2):
        return None
    if len(_groups(captions)[1]) == len(captions):
        return _groups(captions)[0]
    said = [set(rows_set_aside.caption(text)) for text in captions]
    return next(iter(said[0])) if len(said[0]) == 1 and all(each == said[0] != {"category"} for each in said) else None


def _groups(names: Sequence[str]) -> tuple[Role, list[int]]:
    """Which headings are awards, or categories of one kind, and not the columns of one work."""
    awards = [at for at, name in enumerate(names) if is_award(name)]
    if len(awards) >= _FEWEST_AWARDS:
        return "award", awards
    kinds = [[at for at, name in enumerate(names) if _SUFFIX.sub("", fold(name)) in split(kind)] for kind in _KINDS]
    kinds.append([at for at, name in enumerate(names) if _A_CLASS.fullmatch(name)])
    most = max(kinds, key=len)
    return "category", most if len(most) > 1 else []


def is_kind(name: str) -> bool:
    """Whether a text is a category by itself: 微电影, 公益类."""
    bare = _SUFFIX.sub("", fold(name))
    return any(bare in split(kind) for kind in _KINDS) or _A_CLASS.fullmatch(name) is not None


_KINDS = (
    "微电影、微视频、短视频、纪录片、动画片、故事片、短片、长片、宣传片、公益广告、专题片、mv、音乐电视、网络剧、电视剧、电影、微纪录片",
    "小说、散文、诗歌、戏剧、报告文学、童话、随笔、杂文、散文诗、长篇小说、中篇小说、短篇小说、儿童文学、诗词、寓言",
    "消息、通讯、新闻评论、系列报道、新闻摄影、新闻专题、新闻版面、副刊",
    "书法、绘画、摄影、篆刻、国画、油画、版画、雕塑、剪纸、漫画、水彩",
    "舞蹈、戏曲、小品、相声、曲艺、器乐、声乐、合唱、独唱、朗诵",
    "fiction、nonfiction、poetry、biography、autobiography、history、generalnonfiction、memoir、childrensfiction",
    "physics、chemistry、medicine、physiologyormedicine、literature、peace、economics、economicsciences",
    "物理、物理学、化学、医学、生理学或医学、文学、和平、经济、经济学",
)
"""Categories of one kind, folded: what such columns say beside one another is not said of one work."""
_SUFFIX = lazy_pattern("(?:类|组|单元|作品)$")
_A_CLASS = lazy_pattern("(?!作品|项目|参赛|奖项)[\u4e00-\u9fff]{2,6}[类組组]")
"""Such as 公益类 and 校园组."""
_BETWEEN_MARKS = lazy_pattern("(?<=》)[、，,；;\\s]*(?=《)")
_WINNER = ("winner", "获奖者")
_FEWEST_AWARDS = 3
_A_KIND = Known("title", BY_PARTS)
"""Such as Live Action Short Film, which is an award beside awards."""
_NOTHING = lazy_pattern("(?i)[-—–－/]*|n/?a|none|null")
"""Cells that say that there was none."""


def _names(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 1 and not is_yes_or_no(text)


def _is_years(cells: Sequence[object]) -> bool:
    """Whether a row has a heading of awards or categories, or none, and years behind it."""
    corner, *others = map(text_of, cells or [""])
    found = known(corner)
    is_corner = not corner or (found is not None and found.role in ("award", "category"))
    return is_corner and len(others) > 1 and all(map(BARE_YEAR.fullmatch, others))


def side_by_side(line: Line, width: int) -> Iterator[Line]:
    """The rows of the tables that a line of the file has side by side, without blank ones."""
    number, cells, problem = line
    if problem is not None:
        yield line
        return
    parts = [cells[at : at + width] for at in range(0, len(cells), width)]
    yield from (part for part in ((number, each, None) for each in parts) if is_filled(part))


def numbered_down(rows: Sequence[Line], width: int) -> bool:
    """Whether rows of tables side by side are numbered from the end of the left one on: 1 4, 2 5, 3 6."""
    rows = [line for line in rows if sum(map(bool, map(text_of, line[1]))) > 1]
    if len(rows) < 2 or len(rows[0][1]) <= width:
        return False
    left, right = map(text_of, rows[0][1][::width][:2])
    below = text_of(next(iter(rows[1][1]), ""))
    numbers = [int(text) for text in (left, below, right) if text.isdecimal()]
    return len(numbers) == 3 and numbers[1] == numbers[0] + 1 < numbers[2]


class Caption(str):
    """The first cell of a row that is the caption of the rows below it, whatever else they are."""


def by_table(lines: Iterable[Line], width: int, count: int, captions: Iterable[Line] = ()) -> Iterator[Line]:
    """The rows of tables side by side, those of the leftmost first, each table below its caption.

    A section in the first cell of a row spans all tables, and belongs to each. So does what may be below all tables,
    such as a signature, which comes at the end.
    """
    blocks: list[list[Line]] = [[caption] for caption in captions] or [[] for _ in range(count)]
    last: list[Line] = []
    for line in lines:
        number, cells, problem = line
        parts = [(number, cells[at : at + width], None) for at in range(0, len(cells), width)]
        places = [at for at, part in enumerate(parts) if is_filled(part)]
        filled = list(filter(None, map(text_of, cells)))
        if problem is not None:
            blocks[0].append(line)
        elif places and places[-1] >= count:
            blocks[0].append((number, cells, messages.RAGGED(wanted=width * count, found=len(cells))))
        elif len(filled) == 1 and text_of(cells[0]) and rows_set_aside.section(filled[0]):
            for block in blocks:
                block.append(parts[0])
        elif len(filled) == 1 and (last or rows_set_aside.may_be_below(filled, width * count)):
            last.append(parts[places[0]])
        else:
            for at in places:
                blocks[at].append(parts[at])
    return chain.from_iterable([*blocks, last])


def captions_of(above: Line, width: int, count: int) -> list[Line]:
    """The captions that a row has above each of several tables side by side; none where it is not such a row."""
    line, cells, problem = above
    found = [text_of(cells[at]) if at < len(cells) else "" for at in range(0, width * count, width)]
    if problem is not None or not all(found) or len(set(found)) == 1 or any(map(rows_set_aside.is_label, found)):
        return []
    return [(line, [Caption(text), *[""] * (width - 1)], None) for text in found]
