"""Rows that lack the cells merged with those above, as in a text copied from a page.

They are shifted to the left, and moved back (`in_place`).

届次 | 年份 | 作品 | 作者 |
第一届 | 1997 | 《古船》 | 张炜 |
《活着》 | 余华 | ||              begins with a title: its edition and year are those of the row above

等次 | 姓名 | 作品 |
一等奖 | 张三 | 春 |
李四 | 夏 |                      has no award, which all whole rows have: its award is that of the row above

Year | Author | Title |
1974 | Ada Lee | Salt |
Bo Ek | Rain |                   has no year, which all whole rows have: its year is that of the row above

序号 | 类别 | 名称 | 地区 |
1 | 传统美术 | 泥塑 | 下洼镇 |
2 | 烙画 | 冯家镇 ||               is numbered and ends in a place, as whole rows do: its class is that above

In a workbook a title may be merged over several rows, each of which names a further maker of the work (`with_makers`).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, dropwhile, islice
from operator import itemgetter
from typing import NamedTuple

from awardcli import messages
from awardcli.collection.user_file.columns.column_roles import Remark
from awardcli.collection.user_file.columns.heading_words import SEVERAL, known_role
from awardcli.collection.user_file.columns.headings_without_roles import is_numbering
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.rows_set_aside import is_rule, is_signature, is_total
from awardcli.collection.user_file.section_names import BARE_YEAR, NO_YEAR, SECTION_ROLES, is_award
from awardcli.collection.user_file.table_lines import Line, UnderMerged, is_nobody, text_of
from awardcli.collection.user_file.tables.further_tables import NO_LINE
from awardcli.language.awards import EDITION
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.model import Role

_LOOKED_AT, _WIDEST = 100, 50
"""Rows, and cells of a row, by which shifted rows are recognized."""
_MOST = 2 / 3
"""The share of the rows that have a title in marks where a shifted row begins with one."""
_TITLE = lazy_pattern("[《〈]")
_Lacks = Callable[[Sequence[str]], int | None]
"""How many cells a row lacks at its beginning; None where it is of no such row, as a heading and a total are."""


def in_place(account: Account, rows: Iterator[Line]) -> Iterator[Line]:
    """The rows, each shifted one moved to the right, below the cells of the row above; a remark says how many were."""
    first = list(islice(rows, _LOOKED_AT))
    fit = [line for line in first if line[2] is None and 1 < len(line[1]) <= _WIDEST and not is_rule(line[1])]
    texts = [list(map(text_of, cells)) for _, cells, _ in fit]
    rows = chain(first, rows)
    kept, are_numbered = _kept_by(texts)
    numbers = [line for (line, _, _), row in zip(fit, texts, strict=True) if row[kept:]]
    texts = [row[kept:] for row in texts if row[kept:]]
    lacks: _Lacks | None = None
    if texts and (width := _columns_before_titles(texts)):
        lacks = partial(_lacks_before_title, width)
    elif found := _columns_of(_awards, texts) or _columns_of(_years, texts):
        lacks = partial(_lacks_before_mark, found)
        if not found.is_sure:
            below = dropwhile(lambda each: _filled(each[1]) < found.width, zip(numbers, texts, strict=True))
            shifted = [(line, row[0]) for line, row in below if lacks(row)]
            place = messages.VALUE_AT(text=messages.on_one_line(shifted[0][1]), place=messages.LINE(line=shifted[0][0]))
            account.remarks.append(Remark(messages.ROWS_MAY_BE_SHIFTED(count=len(shifted), first=place)))
            return rows
    elif are_numbered and (sizes := _columns_by_ends(texts)):
        lacks = partial(_lacks_by_size, *sizes)
    return _moved(account, rows, lacks, kept) if lacks else rows


def _kept_by(rows: Sequence[Sequence[str]]) -> tuple[int, bool]:
    """How many first cells the rows keep: the blank ones, and the number, where each row below the heading has one."""
    margin = min((next((at for at, text in enumerate(row) if text), 0) for row in rows), default=0)
    numbers = [row[margin] for row in rows if row[margin:]]
    heads = [at for at, text in enumerate(numbers) if is_numbering(text)]
    below = numbers[heads[0] + 1 :] if heads else []
    are_numbered = len(below) > 1 and all(map(str.isdecimal, below))
    return margin + are_numbered, are_numbered


def _columns_before_titles(rows: Sequence[Sequence[str]]) -> int:
    """How many columns are before that of the titles, where rows begin with a title that lack these; else 0."""
    whole = [row for row in rows if row[0] and not _TITLE.match(row[0])]
    titles = Counter(next((at for at, text in enumerate(row) if _TITLE.match(text)), 0) for row in whole)
    at, count = max(titles.items(), key=itemgetter(1), default=(0, 0))
    is_column = at > 0 and count > 1 and count >= _MOST * (len(whole) - 1)
    return at if is_column and any(_lacks_before_title(at, row) for row in rows) else 0


def _lacks_before_title(width: int, row: Sequence[str]) -> int | None:
    """`width` for a row that begins with a title and has room for the cells that it lacks."""
    if len(row) > width and _TITLE.match(row[0]) and not any(row[len(row) - width :]):
        return width
    return 0 if len(row) > width and row[0] and _TITLE.match(row[width]) else None


class _Marked(NamedTuple):
    """How many columns a whole row has, which of them is of awards, or years, and how many cells a row may lack.

    It `is_sure` unless only most whole rows have an award, each once, or others lack cells at their end.
    """

    marks: Callable[[Sequence[str]], list[int]]
    width: int
    at: int
    most: int
    is_sure: bool


def _columns_of(marks: Callable[[Sequence[str]], list[int]], rows: Sequence[Sequence[str]]) -> _Marked | None:
    """The columns of rows some of which lack cells, where all others have one award each, or one year; else None.

    The award, or year, may be one of the cells that they lack: not behind a title or a name, which won none then. Years
    count only where they are sure.
    """
    sizes = list(map(_filled, rows))
    width = max(sizes, default=0)
    if width < 3 or min(sizes) == width:
        return None
    heading, *whole = [row for row, size in zip(rows, sizes, strict=True) if size == width]
    at, count = max(Counter(at for row in whole for at in marks(row)).items(), key=itemgetter(1), default=(0, 0))
    is_of_awards = marks is _awards
    is_headed = not is_award(heading[at]) if is_of_awards else known_role(heading[at]) in ("year", "edition")
    if count < 2 or count < _MOST * len(whole) or at > width - 2 or not is_headed:
        return None
    begins = [tuple(row[: at + 1]) for row in rows if at in marks(row)]
    may_lack_it = not any(known_role(name) in SEVERAL for name in heading[:at])
    is_once = len({*begins}) == len(begins)
    is_sure = is_once and count == len(whole) == len(begins)
    found = _Marked(marks, width, at, min(width - 1, at + 1 + is_of_awards) if may_lack_it else at, is_sure)
    lacking = [row for row in rows[rows.index(heading) :] if _lacks_before_mark(found, row)]
    may_be = bool(lacking) and (is_once if is_of_awards else is_sure)
    if not may_be or {row[0] for row in lacking} & {begin[0] for begin in begins}:
        return None  # as an award that is merged over its rows is named once
    return found


def _lacks_before_mark(found: _Marked, row: Sequence[str]) -> int | None:
    """How many cells a row lacks, up to that behind the award or year that whole rows have."""
    marks, width, at, most, _ = found
    lacks, places = width - _filled(row), marks(row)
    if at in places:
        return 0
    filled = row[: width - lacks]
    is_shifted = 0 < lacks <= most and all(filled) and not (is_total(filled) or is_signature(filled))
    if marks is _years and (is_award(row[0]) or is_nobody(row[0]) or NO_YEAR.search(row[0])):
        return None
    return lacks if is_shifted and places == ([at - lacks] if lacks <= at else []) else None


def _columns_by_ends(rows: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """How many columns a whole row has, and how many numbered rows lack before their title; both without the number.

    The last cells of most of these end as those of whole rows do: 下洼镇, 冯家镇.
    """
    sizes = list(map(_filled, rows))
    width = max(sizes, default=0)
    heading, *whole = [row for row, size in zip(rows, sizes, strict=True) if size == width and all(row[:width])] or [()]
    short = [row[:size] for row, size in zip(rows, sizes, strict=True) if 0 < size < width]
    lacks = width - len(short[0]) if short else 0
    if len(whole) < 2 or len({*map(len, short)}) != 1 or not all(map(all, short)) or lacks > width - 2:
        return None
    is_title_next = known_role(heading[lacks]) == "title" and "title" not in map(known_role, heading[:lacks])
    ends = {row[width - 1][-1] for row in whole}
    alike = sum(row[-1][-1] in ends for row in short)
    return (width, lacks) if is_title_next and alike >= _MOST * len(short) else None


def _lacks_by_size(width: int, lacks: int, row: Sequence[str]) -> int | None:
    """`lacks` for a row that lacks so many of `width` cells."""
    return {width: 0, width - lacks: lacks}.get(_filled(row))


def _filled(row: Sequence[str]) -> int:
    """How many cells a row has up to its last that is not blank."""
    return max((at for at, text in enumerate(row, start=1) if text), default=0)


def _awards(row: Sequence[str]) -> list[int]:
    return [at for at, text in enumerate(row) if text and is_award(text)]


def _years(row: Sequence[str]) -> list[int]:
    return [at for at, text in enumerate(row) if BARE_YEAR.fullmatch(text) or EDITION.fullmatch(text)]


def _moved(account: Account, rows: Iterator[Line], lacks: _Lacks, kept: int) -> Iterator[Line]:
    """The rows, where those that lack cells have these from above, behind so many of their own that they have kept."""
    above: Sequence[object] = ()
    moved: defaultdict[int, list[str]] = defaultdict(list)
    for line, cells, problem in rows:
        texts = list(map(text_of, cells))
        lacked = lacks(texts[kept:]) if problem is None and texts[kept:] and not is_rule(cells) else None
        if lacked and len(above) > lacked:
            moved[lacked].append(
                messages.VALUE_AT(text=messages.on_one_line(texts[kept]), place=messages.LINE(line=line))
            )
            size = max(len(above), len(cells), lacked + _filled(texts))
            end = kept + lacked
            above = UnderMerged([*cells[:kept], *above[kept:end], *cells[kept:]][:size], range(kept, end))
            yield line, above, None
            continue
        if lacked == 0:
            above = cells
        yield line, cells, problem
    for width, found in sorted(moved.items()):
        account.remarks.append(Remark(messages.ROWS_MOVED(count=len(found), first=found[0], columns=width)))


def with_makers(account: Account, roles: Sequence[Role | None], lines: Iterable[Line]) -> Iterator[Line]:
    """The rows, where those under one merged title that only add makers to it are one: 学生姓名, one a row."""
    titles = {at for at, role in enumerate(roles) if role == "title"}
    its_own = titles | {at for at, role in enumerate(roles) if role in ("id", *SECTION_ROLES[:4])}
    work: Line = NO_LINE
    added = 0
    for line in lines:
        cells = line[1]
        if isinstance(cells, UnderMerged) and work[2] is None and titles & {*cells.places}:
            texts = {at: text_of(cell) for at, cell in enumerate(cells) if at not in cells.places}
            further = {at: text for at, text in texts.items() if text}
            if its_own.isdisjoint(further) and len(cells) == len(work[1]):
                joined = list(work[1])
                for at, text in further.items():
                    joined[at] = "、".join(filter(None, dict.fromkeys([*text_of(joined[at]).split("、"), text])))
                work = work[0], joined, None
                added += 1
                continue
        if work is not NO_LINE:
            yield work
        work = line
    if work is not NO_LINE:
        yield work
    if added:
        account.remarks.append(Remark(messages.MAKERS_JOINED(count=added), is_harmless=True))
