"""Find the heading of a table: the row that names the most columns, with rows of groups above it and of names below."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise, zip_longest
from typing import NamedTuple

from awardcli.collection.user_file import rows_set_aside, section_names
from awardcli.collection.user_file.columns.column_roles import Asked, asked_role
from awardcli.collection.user_file.columns.heading_words import (
    ABOUT,
    BY_PARTS,
    CHINESE,
    LANGUAGES,
    LONGEST_HEADING,
    REMARK,
    SEVERAL,
    SURE,
    WEAK,
    Known,
    known,
    known_role,
    split,
    sure_role,
)
from awardcli.collection.user_file.columns.headings_without_roles import has_no_role, is_numbering
from awardcli.collection.user_file.table_lines import (
    Line,
    UnderMerged,
    are_most,
    as_written,
    filled_texts,
    text_of,
    texts_by_row,
)
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.words_about_works import KINDS_OF_WORK

HEADING_WITHIN = 20
"""A heading is among the first rows that are not blank; above it are the name of the table and remarks."""
_MOST_ROWS = 3
"""Rows of a heading from the first that names columns on."""
_OF_CONTENT = (lazy_pattern(r"(?<![0-9A-Za-z])(?:1[89]|20)[0-9]{2}年?\W{0,2}$"), lazy_pattern(r"\s*《.*》\s*$"))
"""Shapes of cells below a heading: one that ends in a year, a title in its marks."""
_NUMBERED = lazy_pattern(r"\s*[\[［(（【]?([0-9]{1,4})[\]］)）】.．、]\s*\S")
NAMES_TITLES = chinese_pattern("(?i)(?:名|名称|题目|标题|titles?)$")
"""The ends of headings that are no kind of work, as 电影 is: 片名."""
_KINDS_OF_WORK = {*KINDS_OF_WORK, "俳句", "短歌", "川柳"} - {"作品", "影片"}
_BEHIND_WORDS = lazy_pattern("[.,:：)）]+$")
_LAST_WORD = lazy_pattern("(?:[\u4e00-\u9fff]{2}|[^\\W\\d_\u4e00-\u9fff]+)$")


class Heading(NamedTuple):
    """The heading of a table: its line, its cells as written, and after how many of the rows looked at it ends.

    `known` counts the cells that are known, and `upper` its rows of groups above the last row.
    """

    line: int
    cells: tuple[str, ...]
    rows: int
    known: int = 0
    upper: int = 0


def find_heading(rows: Sequence[Line], asked: Asked) -> Heading | None:
    """The heading among the first rows of a table, those that are not blank; None where none is known.

    It is the row that names the most columns, a title or an organization among them. Where the heading takes several
    rows, the lowest name of a column counts.
    """
    best = _best_row(rows, asked)
    if best is None or _is_form(rows[best][1], rows[best + 1 :]):
        return None
    line, cells, _ = rows[best]
    above = rows[best - 1] if best and rows[best - 1][0] == line - 1 else None
    names, last = tuple(map(as_written, cells)), best
    for at, (number, lower, problem) in enumerate(rows[best + 1 : best + _MOST_ROWS], start=best + 1):
        if problem or not _is_lower_half(names, lower, asked):
            break
        line, names, last = number, _joined(names, lower), at
    first = best
    if above and _is_upper_half(above[1], names):
        higher = rows[best - 2][1] if best > 1 and rows[best - 2][0] == above[0] - 1 else ()
        higher = higher if _is_upper_half(higher, names) else ()
        joined = _joined(above[1], names, higher)
        if joined != names or all(known(group) or _is_group(group) for group, _ in _groups(above[1], names)):
            first -= 1 + bool(higher)
        names = joined
    return Heading(line, names, last + 1, known=columns_named(names, asked)[0], upper=last - first)


def line_of_heading(rows: Sequence[Line], asked: Asked) -> int:
    """The line of the heading of a table, or of its first row where no heading is known."""
    found = find_heading(rows, asked)
    return found.line if found else rows[0][0]


def _best_row(rows: Sequence[Line], asked: Asked) -> int | None:
    """The row that names the most columns, or an earlier one that is surely a heading; None where no row names any.

    A row below the first must name two, or one surely below narrower rows or beside numbers.
    """
    counted = [columns_named(cells, asked) if problem is None else (0, 0) for _, cells, problem in rows]
    texts = texts_by_row(rows)
    for at in [at for at, (named, _) in enumerate(counted) if named]:
        is_asked = any(asked_role(text, asked) is not None for text in texts[at])
        is_result = not asked and (is_content(texts, at) or has_awards_of(texts[:at], texts[at]))
        if is_result or (not is_asked and _is_below_names(texts, at)):
            counted[at] = (0, 0)
    widths = [len(filled_texts(cells)) for _, cells, _ in rows]
    best = max(range(len(rows)), key=counted.__getitem__, default=0)
    are_headings = [is_heading_row(row, of_two=True) for row in rows[:best]]
    best = next((at for at in range(best - 1) if are_headings[at] and not is_heading_row(rows[at + 1])), best)
    best = next((at for at in range(best) if _is_whole(rows[at], counted[at], widths[best])), best)
    if best and not counted[best][1]:  # a body in a row (某某有限公司) is known by its last word too
        best = next((at for at in range(best) if counted[at][1] and widths[at] >= widths[best]), best)
    if not rows or not counted[best][0]:
        return None
    if best and counted[best][0] < 2:
        width = max(widths[best], _columns_headed(texts, best) if max(widths[:best]) < 2 else 0)
        is_wider = width > 2 and max(widths[:best]) < 3
        is_numbered = max(widths[:best]) < 2 and is_numbering(text_of(rows[best][1][0]))  # 序号, 单位
        is_whole = is_numbered or (is_wider and counted[best][1])
        if not is_whole and not _is_below_name(rows, best):
            return None
    return best


def _columns_headed(rows: Sequence[Sequence[str]], at: int) -> int:
    """How many columns a heading may be of: those that it names, and blank ones that most rows below have text in.

    >>> _columns_headed([["Day 1"], ["", "Artist", "Side"], ["Best Song", "Ada Ono", "Rain"]], 1)
    3
    """
    below = [row for row in rows[at + 1 :] if len(list(filter(None, row))) > 1]
    columns = zip_longest(rows[at], *below, fillvalue="")
    return sum(bool(text) or are_most(bool, under) for text, *under in columns)


def columns_named(cells: Iterable[object], asked: Asked) -> tuple[int, int]:
    """How many columns cells name, and how many of them surely; none where no title or organization is named.

    An award is enough where an option names it.
    """
    texts = [text for cell in cells if (text := text_of(cell))]
    named = [(asked[name], SURE) for text in texts if (name := asked_role(text, asked)) is not None]
    is_of_awards = ("award", SURE) in named
    named += [found for text in texts if asked_role(text, asked) is None and (found := known(text))]
    if not is_of_awards and not any(role in SEVERAL for role, _ in named):
        return 0, 0
    return len(named), sum(strength == SURE for _, strength in named)


def has_awards_of(above: Sequence[Sequence[str]], texts: Sequence[str]) -> bool:
    """Whether a row has an award below 奖项, in a row of as many names: a row with 最佳影片 is no heading."""
    rows = [names for names in above if all(names) and len(set(names)) == len(names) == len(texts) > 1]
    return any(
        sure_role(name) in ("award", "category") and section_names.is_award(text)
        for names in rows
        for name, text in zip(names, texts, strict=True)
    )


def _is_below_names(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a row with words of headings is a result, since one above it has a name for each of its cells.

    It names an award (awarder, award above Film Prize, Winner), or each of its cells that is known has one of its role
    in another row (event, outcome, role above Cannes, Winner, Director and Berlin, Nominee, Writer).
    """
    texts = rows[at]
    filled = list(filter(None, texts))
    names = next((above for above in range(at) if _may_be_names(rows[above], texts)), None)
    if len(filled) < 2 or names is None:
        return False
    if any(section_names.is_award(text) and sure_role(text) is None for text in filled):
        return True
    roles = {place: found.role for place, text in enumerate(texts) if (found := known(text))}
    others = [row for number, row in enumerate(rows) if number not in (names, at)]
    return len(roles) > 1 and all(
        any(known_role(row[place]) == role for row in others if place < len(row)) for place, role in roles.items()
    )


def _may_be_names(above: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether a row may name the columns of one below it: a name for each cell, each another, and no values."""
    names = list(filter(None, above))
    pairs = list(zip_longest(above, texts, fillvalue=""))
    return (
        len(names) == len(set(names))
        and all(name and name != text for name, text in pairs if text)
        and not any(map(_is_value, names))
    )


def _is_value(text: str) -> bool:
    """Whether a text above a heading is no name of a column: a number, an award, a title in its marks, a label."""
    has_value = any(map(str.isdigit, text)) or "《" in text or len(text) > LONGEST_HEADING
    is_named = sure_role(text) is None and section_names.is_award(text)
    return has_value or is_named or is_kind_of_work(text) or rows_set_aside.is_label(text)


def is_content(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a row with words of headings looks like the rows around it, and so is none: 某工作室, 《春》, 2020.

    A cell of it is numbered before or after the cell of the next row, or has the shape of most cells of its column; or
    each of its cells that is known shares its last word with most cells of its column, or is an award as these are.
    """
    texts = rows[at]
    is_other = [each != at and row != texts for each, row in enumerate(rows)]
    shared = surely = 0
    has_shape = False
    for place, text in enumerate(texts):
        column = [row[place] if place < len(row) else "" for row in rows]
        others = [other for other, counts in zip(column, is_other, strict=True) if counts and other]
        has_shape |= _is_like_others(text, others)
        has_shape |= _is_numbered_beside(text, [*column[max(at - 1, 0) : at], *column[at + 1 : at + 2]])
        if found := known(text):
            end = _LAST_WORD.search(_BEHIND_WORDS.sub("", text))
            alike = sum(_BEHIND_WORDS.sub("", other).endswith(end[0]) for other in others) if end else 0
            is_named = sure_role(text) != "award" and section_names.is_award(text)
            is_shared = 2 * alike > len(others) or (is_named and are_most(section_names.is_award, others))
            shared += is_shared
            surely += found.strength == SURE and not is_shared
    return surely < 2 and (has_shape or (shared > 0 and not surely and shared == sum(map(bool, map(known, texts)))))


def _is_like_others(text: str, others: Sequence[str]) -> bool:
    """Whether a cell is the same section as another of its column, or has the shape of most of them."""
    if text in others and section_names.section(text) is not None:  # 一等奖 above 一等奖
        return True
    if known(text) == Known("organization", WEAK) and are_most(section_names.section, others):  # 冠军 among awards
        return True
    shapes: list[Callable[[str], object]] = [is_kind_of_work, *(shape.search for shape in _OF_CONTENT)]
    return any(has_shape(text) and are_most(has_shape, others) for has_shape in shapes)


def _is_numbered_beside(text: str, beside: Iterable[str]) -> bool:
    """Whether a cell has the number before or after that of one beside it: 2. 乙 below 1. 甲."""
    number = _NUMBERED.match(text)
    others = filter(None, map(_NUMBERED.match, beside)) if number else ()
    return number is not None and any(abs(int(other[1]) - int(number[1])) == 1 for other in others)


def is_kind_of_work(text: str) -> bool:
    """Whether a text is a heading that may be a kind of works too: 微电影, but not 作品."""
    return fold(text) in _KINDS_OF_WORK


def _is_whole(line: Line, counted: tuple[int, int], width: int) -> bool:
    """Whether a row is a heading with a name of its own for each column, two known: no row below it is the heading."""
    texts = filled_texts(line[1])
    return counted[0] > 1 and counted[1] > 0 and len(texts) == len(set(texts)) >= width


def _is_below_name(rows: Sequence[Line], at: int) -> bool:
    """Whether a row of one or two cells is a heading, since all above it only says what the list is.

    One cell is surely the heading of titles, and neither captions nor titles in their marks are below it. Of two cells
    one is surely a heading, the other may be one, as a number is not, and most cells below are none.
    """
    above, texts = [filled_texts(cells) for _, cells, _ in rows[:at]], filled_texts(rows[at][1])
    below = [filled_texts(cells) for _, cells, _ in rows[at + 1 :]]
    if not rows_set_aside.may_name_list(rows[0][1]) or not all(map(rows_set_aside.is_preface, above[1:])):
        return False
    if len(texts) == 1:
        is_title = known(texts[0]) == Known("title", SURE) and rows_set_aside.is_preface(above[0])
        are_alike = not any(map(_may_be_caption, chain.from_iterable(below)))  # 电影 above 《春》 is a category
        return is_title and bool(below) and (are_alike or NAMES_TITLES.search(texts[0]) is not None)
    columns = list(zip(*(cells for cells in below if len(cells) == 2), strict=True))
    if len(texts) != 2 or not columns or len(columns[0]) * 2 <= len(below):
        return False
    are_headings = any(sum(map(_is_surely_heading, column)) * 2 >= len(column) for column in columns)
    return not are_headings and not any("《" in text or rows_set_aside.is_amount(text) for text in texts)


def _may_be_caption(text: str) -> bool:
    return "《" in text or section_names.is_section(text) or _is_surely_heading(text)


def _is_form(heading: Sequence[object], below: Sequence[Line]) -> bool:
    """Whether a seeming heading is the first line of a form, which has a heading in each line: 片名 …, 单位 …

    A line of which a further cell is a heading too belongs to a table, unless that of titles is below its first.
    """
    at = next((at for at, cell in enumerate(heading) if known_role(text_of(cell)) in SEVERAL), 0)
    if any(sure_role(text_of(cell)) for cell in heading[1:]):
        labels = [text_of(cells[0]) for _, cells, _ in below if cells]
        if not any(map(NAMES_TITLES.search, labels)) or not _is_surely_heading(labels[0]):
            return False
        at = 0
    texts = [text_of(cells[at]) for _, cells, problem in below if problem is None and len(cells) > at]
    names = list(filter(sure_role, texts))
    return len(set(names)) > 1 and len(names) * 2 > len(texts)


def _is_lower_half(upper: Sequence[object], lower: Sequence[object], asked: Asked) -> bool:
    """Whether a row is the lower half of the heading above it: surely where a name is merged down into it.

    At least one of its cells is under an empty cell (of a merged group), none is a number, and all that is under a
    known name is a name. Either every column of the groups has a name, known under a title or an organization; or half
    of the names are known, two of them under another name, one surely; or it is empty under a title or an organization.
    """
    above = [*map(text_of, upper), *[""] * (len(lower) - len(upper))]
    below = [*_below(above, lower), *[""] * (len(upper) - len(lower))]
    pairs = list(zip(above, below, strict=True))
    names = list(filter(None, below))
    others = [known(name) for cell, name in pairs if name != cell]
    works = [name for cell, name in pairs if known_role(cell) in SEVERAL]
    if not any(name and not cell for cell, name in pairs) or any(map(str.isdecimal, names)):
        return False
    if isinstance(lower, UnderMerged) and any(
        name and name == above[at] for at, name in enumerate(below) if at in lower.places
    ):
        return True
    if len(filled_texts(lower)) > len(upper) and not any(found and found.strength == SURE for found in others):
        return False  # a result with a cell too many
    named = sum(known(name) is not None or asked_role(name, asked) is not None for name in names)
    are_names = all(known(name) or has_no_role(name) for cell, name in pairs if name not in ("", cell) and known(cell))
    are_whole = all(name or cell for cell, name in pairs) and len(names) == len(set(names))
    is_sure = any(found and found.role in SEVERAL and found.strength >= BY_PARTS for found in others)
    if are_whole and are_names and any(works) and len(names) > 2:
        return True
    return named * 2 >= len(names) and ((is_sure and are_names and sum(map(bool, others)) > 1) or "" in works)


def _below(above: Sequence[str], lower: Iterable[object]) -> list[str]:
    """The names of the lower row of a heading; a language has the title of its group behind it: 中文片名."""
    groups = [*_filled_right(above)]
    return [
        f"{name}{'' if CHINESE.search(group) else ' '}{group}"
        if fold(name) in split(LANGUAGES) and known_role(group) in SEVERAL
        else name
        for group, name in zip(groups, map(as_written, lower), strict=False)
    ]


def _joined(upper: Sequence[object], lower: Sequence[object], higher: Sequence[object] = ()) -> tuple[str, ...]:
    """The names of the lower row, or of the upper where the lower is empty.

    A name that occurs twice gets the name of its group in front, where the groups differ: 作品名称 and 单位名称.
    So does a name in a group of contacts, and one that may name anything (名称). `higher` is a row above both.
    """
    width = max(len(upper), len(lower))
    names = [[*map(as_written, cells), *[""] * (width - len(cells))] for cells in (upper, lower, higher[:width])]
    names[1] = _below(names[0], names[1])
    joined = [low or high for high, low, _ in zip(*names, strict=True)]
    if repeated_block(joined) is not None:
        return tuple(joined)  # tables side by side, each with its caption above
    rows = (_filled_right(names[0]), _filled_right(names[2]))
    groups = [row for row in rows if len(set(row)) > 1]  # a caption over all columns is no group
    for name in dict.fromkeys(filter(None, names[1])):
        places = [at for at, low in enumerate(names[1]) if low == name]
        for group in groups:
            parts = [group[at] for at in places]
            is_contact = has_no_role(ABOUT.sub("", text_of(parts[0])))
            is_vague = len(places) == 1 and (found := known(text_of(name))) is not None and found.strength == WEAK
            if all(parts) and [*parts] != [name] and (len(set(parts)) == len(places) > 1 or is_contact or is_vague):
                for at, part in zip(places, parts, strict=True):
                    joined[at] = f"{part}{'' if CHINESE.search(part) else ' '}{name}"
                break
    return tuple(joined)


def _filled_right(cells: Sequence[str]) -> list[str]:
    """The cells, each empty one filled from the left, as the name of a merged group is."""
    left = ""
    return [left := cell or left for cell in cells]


def is_heading_row(line: Line, *, of_two: bool = False) -> bool:
    """Whether a row is a heading by itself: it has three cells or more, two of them surely known, at most one unknown.

    Behind a heading of numbers (序号), which no result has, one that is known is enough.

    With `of_two`, so is a row of two cells side by side that are both known.
    """
    _, cells, problem = line
    texts = [text for cell in cells if (text := text_of(cell))] if problem is None else []
    if len(texts) != len(set(texts)) or len(texts) < (2 if of_two else 3) or not columns_named(cells, {})[0]:
        return False
    is_numbered = is_numbering(texts[0])
    found = [known(text) for text in texts[is_numbered:]]
    surely = sum(each is not None and each.strength == SURE for each in found) + is_numbered
    if len(texts) == 2:
        return (surely == 2 or is_numbered) and None not in found and all(map(text_of, cells[:2]))
    return (surely > 1 or is_numbered) and found.count(None) < 2


def has_headings_only(line: Line, above: Line, below: Line) -> bool:
    """Whether all the cells of a row are surely headings, two at least, and those around it are its rows.

    These are neither headings only, nor have they a cell of it in the same column, as values of a column have.
    """
    texts = list(map(text_of, line[1]))
    around = [list(map(text_of, cells)) for _, cells, _ in (above, below)]
    are_shared = any(text and text == other for each in around for text, other in zip(texts, each, strict=False))
    return _names_all(texts) and any(around[1]) and not are_shared and not any(map(_names_all, around))


def is_heading_under_caption(line: Line) -> bool:
    """Whether a row directly below a caption is a heading: most of its cells are headings, and surely so.

    One that no work is called (序号, 联系人) makes the others sure: 获奖单位, 联系人.
    """
    texts = filled_texts(line[1])
    found = list(map(known, texts))
    are_sure = list(map(_is_surely_heading, texts))
    named = sum(map(bool.__or__, are_sure, (each is not None and each.strength >= BY_PARTS for each in found)))
    is_plain = any(rows_set_aside.is_bare_label(text) or is_numbering(text) or has_no_role(text) for text in texts)
    is_distinct = len(texts) == len(set(texts)) > 1 and line[2] is None and columns_named(texts, {})[0] > 0
    return is_distinct and named * 2 > len(texts) and (is_plain or sum(are_sure) * 2 > len(texts))


def _names_all(texts: Iterable[str]) -> bool:
    filled = list(filter(None, texts))
    is_distinct = len(filled) == len(set(filled)) > 1
    return is_distinct and all(map(_is_surely_heading, filled)) and columns_named(filled, {})[0] > 0


def _is_surely_heading(text: str) -> bool:
    """Whether a text is a known heading as a whole, and not a title in its marks: 单位, 序号, 联系人, 《电影》."""
    if is_numbering(text) or has_no_role(text):
        return True
    return ("《" not in text and sure_role(text) is not None) or rows_set_aside.is_bare_label(text)


def _is_upper_half(cells: Sequence[object], lower: Sequence[object]) -> bool:
    """Whether the row above a heading is its upper half, and not an entry, the name of the table or labels.

    Each of its cells is above several names (as a merged one is) or none, or repeats the name, or is a heading.
    """
    groups = list(_groups(cells, lower))
    are_groups = all(len(names) != 1 or names == [group] or _is_group(group) for group, names in groups)
    return len(groups) > 1 and are_groups and not any(rows_set_aside.is_label(group) for group, _ in groups)


def _groups(cells: Sequence[object], lower: Sequence[object]) -> Iterator[tuple[str, list[str]]]:
    """The filled cells of a row, each with the names below it and below the blank cells behind it."""
    starts = [at for at, cell in enumerate(cells) if text_of(cell)]
    for start, end in pairwise([*starts, max(len(cells), len(lower))]):
        yield text_of(cells[start]), filled_texts(lower[start:end])


def _is_group(text: str) -> bool:
    """Whether a text surely heads columns: 单位, 序号, 作品信息."""
    about = REMARK.sub("", text)
    return _is_surely_heading(text) or about != ABOUT.sub("", about)


def repeated_block(heading: Sequence[str]) -> int | None:
    """How many columns each of several tables side by side has, whose headings are the same; None for one table.

    >>> repeated_block(["片名", "单位", "", "片名", "单位"]), repeated_block(["片名", "单位", "单位"])
    (3, None)
    >>> repeated_block(["片名", "单位", "", "片名", "", "单位"]) is None  # the gaps differ
    True
    """
    names = list(filter(None, heading))
    width = next((at for at, name in enumerate(heading) if at > 1 and name == heading[0]), 0)
    block = list(filter(None, heading[:width]))
    times = len(names) // max(len(block), 1)
    if len(block) < 2 or times < 2 or names != block * times:
        return None
    alike = all(heading[at] == heading[at % width] for at in range(len(heading)))
    return width if alike and columns_named(block, {})[0] else None


def is_filled(line: Line) -> bool:
    """Whether a row is neither blank nor a drawn line; a cell of a workbook that holds an error is not blank."""
    _, cells, problem = line
    is_filled = problem is not None or any(type(cell) is dict or text_of(cell) for cell in cells)
    return is_filled and not rows_set_aside.is_rule(cells)


def distinct_names(names: Sequence[str]) -> list[str]:
    """The names of columns, each different: one that occurs again becomes `name (2)`."""
    found: dict[str, None] = {}
    again = dict.fromkeys(names, 1)
    for name in names:
        free = name
        while free in found:
            again[name] += 1
            free = f"{name} ({again[name]})"
        found[free] = None
    return list(found)
