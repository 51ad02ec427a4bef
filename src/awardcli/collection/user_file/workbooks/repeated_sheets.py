"""Find the sheets of a workbook whose rows are in its other sheets too: a summary and its parts, or a copy."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain

from awardcli import messages
from awardcli.collection.user_file.columns.column_roles import Remark
from awardcli.collection.user_file.reading_report import UserRow
from awardcli.collection.user_file.result_builder import edition_number, year_number
from awardcli.collection.user_file.table_lines import text_of
from awardcli.language.fold import fold
from awardcli.model import Cells, Role

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
