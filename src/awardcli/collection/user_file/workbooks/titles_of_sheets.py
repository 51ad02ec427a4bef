"""What the sheets of a workbook say of each other: how the titles above their tables differ, and which rows repeat.

2021年度优秀小说名单 and 2022年度优秀小说名单 say a year each, 专利奖金奖项目名单 and 专利奖银奖项目名单 an award.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from os.path import commonprefix

from awardcli import messages
from awardcli.collection.user_file.columns.column_roles import Asked, Remark
from awardcli.collection.user_file.columns.heading_row import find_heading
from awardcli.collection.user_file.reading_report import UserRow
from awardcli.collection.user_file.rows_set_aside import is_signature
from awardcli.collection.user_file.section_names import caption, is_section_of_award
from awardcli.collection.user_file.table_lines import Line, filled_texts, text_of
from awardcli.language.awards import AWARD_IN_TEXT
from awardcli.language.dates import edition_number, year_number
from awardcli.language.fold import fold, to_simplified
from awardcli.language.lazy_pattern import chinese_pattern
from awardcli.model import Cells, Role

# Titles above the tables

_LIST_WORDS = chinese_pattern(
    "(?i)(?:获奖|得奖|项目|作品|单位|个人|人员|名单|结果|汇总|一览|公示|公告|目录|表|winners?|list|results?|[(（][^)）]*[)）]|\\s)+$"
)
"""The end of the title of a list, behind the award that it is of."""
_PRAISE = chinese_pattern("(?:优秀|最佳|十佳)$")


def said_by_titles(sheets: Mapping[str, Sequence[Line]], asked: Asked) -> Mapping[str, Sequence[str]]:
    """What the titles of sheets say of their rows, each as a caption, by the names of the sheets.

    `sheets` are the first rows of each sheet.
    """
    titles = {name: title for name, rows in sheets.items() if (title := _title(rows, asked))}
    captions = [caption(title) for title in titles.values()]
    said = ([each.get("year", "") for each in captions], [each.get("edition", "") for each in captions])
    differing = [texts for texts in (*said, _awards(list(titles.values()))) if len({*texts}) > 1]
    return {name: list(filter(None, texts)) for name, *texts in zip(titles, *differing, strict=True)}


def _title(rows: Sequence[Line], asked: Asked) -> str:
    """The longest text alone in a row above the heading, that is no mark of an attachment; "" where there is none."""
    heading = find_heading(rows, asked)
    above = [filled_texts(cells) for _, cells, _ in rows[: heading.rows - 1 if heading else 0]]
    alone = [filled[0] for filled in above if len(filled) == 1 and not is_signature(filled)]
    return max(alone, key=len, default="")


def _awards(titles: Sequence[str]) -> list[str]:
    """The award in each title: a usual one, or else what is between the beginning of all titles and the last words.

    >>> _awards(["专利奖金奖项目名单", "专利奖银奖项目名单"]), _awards(["优秀组织奖名单", "优秀指导奖名单", "名单"])
    (['金奖', '银奖'], ['优秀组织奖', '优秀指导奖', ''])
    """
    begin = _PRAISE.sub("", commonprefix(titles))  # noqa: RUF071 - of texts, and of no paths
    awards = []
    for title in titles:
        own = _LIST_WORDS.sub("", title[len(begin) :])
        usual = AWARD_IN_TEXT.search(to_simplified(own).lower())
        award = own[usual.start() : usual.end()] if usual else own
        awards.append(award if is_section_of_award(award) else "")
    return awards


# Repeated rows

_NEARLY_ALL = 0.9
"""The share of the rows of a sheet that are in other sheets too by which the sheet is a repeated one."""
_MOST_ROWS, _MOST_ALIKE = 50_000, 20
"""Rows of a workbook that are compared, and those of one title; a longer workbook is not compared."""
_COMPARED: tuple[Role, ...] = ("organization", "award", "year", "edition")
"""Rows of one title are different where both have cells of such a role, and none of these is the same."""
_Said = dict[Role | None, set[object]]


class RepeatedSheets:
    """Compares the rows of the sheets of a workbook as they come."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        """The number of rows by sheet, in the order of the workbook."""
        self._by_title: defaultdict[object, list[tuple[str, _Said]]] = defaultdict(list)
        """The rows of each title, or of who it was where they have none: the sheet of each, and what else it says."""
        self._with_awards: set[str] = set()

    def watched(self, sheet: str, rows: Iterator[UserRow]) -> Iterator[UserRow]:
        """The rows of a sheet, which are noted."""
        for row in rows:
            if row.problem is None and self._counts.total() < _MOST_ROWS:
                self._counts[sheet] += 1
                title, said = _said(row.cells)
                if "award" in said:
                    self._with_awards.add(sheet)
                if title:
                    self._by_title[title].append((sheet, said))
            yield row

    def remarks(self) -> list[Remark]:
        """A remark where nearly all rows of sheets are in others too, with the option that reads only these others."""
        if not 1 < len(self._counts) <= self._counts.total() < _MOST_ROWS:
            return []
        found: defaultdict[str, list[set[str]]] = defaultdict(list)
        for sheet, others in chain.from_iterable(map(_others, self._by_title.values())):
            found[sheet].append(others)
        order = list(self._counts)
        kept, repeated, within = {*order}, Counter[str](), set[str]()
        for sheet in sorted(order, key=lambda name: (self._counts[name], -order.index(name))):  # the smallest first
            there = [both for others in found[sheet] if (both := others & kept)]
            if len(there) >= _NEARLY_ALL * self._counts[sheet]:
                kept.remove(sheet)
                repeated[sheet] = len(there)
                within.update(*there)
        if not repeated:
            return []
        # Of those that ran for an award and those that won it, only the latter say who won.
        read = repeated if kept.isdisjoint(self._with_awards) and self._with_awards else kept
        option = " ".join(f"--sheet {messages.quoted(name)}" for name in order if name in read)
        names, within_those = (
            messages.listed([name for name in order if name in some]) for some in (repeated, within & kept)
        )
        text = messages.SHEETS_REPEATED(count=repeated.total(), names=names, others=within_those, option=option)
        return [Remark(text, option)]


def _said(cells: Cells) -> tuple[object, _Said]:
    """The folded first title of a row, or else who it was, and its cells of the roles that are compared."""
    title, said = "", _Said()
    for (_, role), cell in zip(cells.columns, cells.values, strict=True):
        if (role == "title" and not title) or role in _COMPARED:
            text = text_of(cell)
            if role == "title":
                title = fold(text)
            elif text:
                number = year_number(text) if role == "year" else edition_number(text) if role == "edition" else None
                said.setdefault(role, set()).add(number or fold(text))
    return title or tuple(sorted(map(str, said.get("organization", ())))), said


def _others(rows: list[tuple[str, _Said]]) -> Iterator[tuple[str, set[str]]]:
    """The sheet of each row of one title, with the other sheets that have the row too."""
    if len(rows) <= _MOST_ALIKE:
        for sheet, said in rows:
            yield sheet, {name for name, other in rows if name != sheet and _are_alike(said, other)}


def _are_alike(one: _Said, other: _Said) -> bool:
    return all(one[role] & other[role] for role in one.keys() & other.keys())
