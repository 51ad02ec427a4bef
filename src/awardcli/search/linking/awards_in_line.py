"""What a line says of the category, the award and the edition of a work beside its title.

    第五届 短片 二等奖《团长妈妈》      the list: 团长妈妈, 第六届, 短片, 一等奖
    ──┬─  ─┬─  ─┬─
      │    │    another award: a list has this name, or the words can only be an award
      │    the category: it agrees
      another edition

Names are looked up in the line by itself; `Facts` say which of them the result has (`surroundings`).
"""

import re
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from awardcli.language.words_about_works import KINDS_OF_WORK
from awardcli.language.words_beside_titles import WORDS_AROUND_A_TITLE
from awardcli.search.linking.line_parts import LineParts, Span, number_value
from awardcli.search.linking.title_forms import Facts, key_of, names_listed
from awardcli.vocabulary import AWARDS_IN_CHINESE


class Said(NamedTuple):
    """A category or award that a line names: where, and what it is called as `names_listed` has it."""

    span: Span
    names: frozenset[str]
    is_kind: bool
    is_award: bool

    def agrees_with(self, facts: Facts) -> bool:
        """Whether the result has the category or award, if only as a part of its name: 一等奖 of 微电影一等奖.

        An award may also be written with the contest before it: 市赛一等奖.
        """
        category = facts.category or ""
        awards = facts.awards | names_listed(category if _AWARD.search(category) else "")
        in_part = self.is_award and any(name in one or name.endswith(one) for name in self.names for one in awards)
        return in_part or not self.names.isdisjoint(facts.awards | names_listed(category))

    def contradicts(self, facts: Facts) -> bool:
        """Whether the result has another category or award; a kind of work (微电影) contradicts only another kind."""
        return not self.agrees_with(facts) and (not self.is_kind or facts.category in KINDS_OF_WORK)


class ListedNames:
    """The categories and awards of a list, which lines name in full or for short: 最佳创意 for 最佳创意奖."""

    def __init__(self, categories: Iterable[str], awards: Iterable[str]) -> None:
        self.names: set[str] = set()
        self._by_key: dict[str, Said] = {}
        self._longest = 0
        awards = list(awards)
        self._has_awards = bool(awards)
        for is_award, cells in ((False, categories), (True, awards)):
            for cell in cells:
                self._add(cell, is_award=is_award)
        self._last: tuple[LineParts | None, list[Said]] = None, []

    def _add(self, cell: str, *, is_award: bool) -> None:
        names = names_listed(cell)
        self.names |= names
        for written in _ways_to_write(cell):
            key = key_of(written)
            if 1 < len(key) <= _LONGEST_NAME:
                self._longest = max(self._longest, len(key))
                self._by_key.setdefault(key, Said(Span(0, 0), names, written in KINDS_OF_WORK, is_award))

    def said_in_cell(self, cell: str, facts: Facts) -> Said | None:
        """What a cell of categories or awards says of a result.

        None for words that the list does not have, such as a genre, or an award where the result has none.
        """
        names, is_award = names_listed(cell), _AWARD.search(cell) is not None
        is_known = not self.names.isdisjoint(names) or (is_award and facts.awards)
        return Said(Span(0, 0), names, is_kind=False, is_award=is_award) if is_known else None

    def said_in(self, parts: LineParts) -> list[Said]:
        """The categories and awards that a line names; of two that overlap, the longer one."""
        if self._last[0] is not parts:
            self._last = parts, self._found_in(parts)
        return self._last[1]

    def _found_in(self, parts: LineParts) -> list[Said]:
        key = parts.key
        found = [
            said._replace(span=Span(start, end))
            for start in range(len(key))
            for end in range(start + 2, min(start + self._longest, len(key)) + 1)
            if (said := self._by_key.get(key[start:end]))
        ]
        awards = parts.found(_AWARD) if self._has_awards else []
        found += (Said(span, names_listed(parts.printed(span)), is_kind=False, is_award=True) for span in awards)
        kept: list[Said] = []
        for one in sorted(found, key=lambda one: one.span.start - one.span.end):
            if all(one.span.end <= other.span.start or other.span.end <= one.span.start for other in kept):
                kept.append(one)
        return kept


def _ways_to_write(cell: str) -> set[str]:
    """How people write a category or award: in full, as 最佳创意 for 最佳创意奖, as 入围 for 入围影片."""
    ways = {cell, *(f"最佳{name}" for name in names_listed(cell) if "最佳" in cell)}
    kind = next((kind for kind in KINDS_OF_WORK if cell.endswith(kind)), None)
    if kind and (short := cell.removesuffix(kind)) in WORDS_AROUND_A_TITLE:
        ways.add(short)
    return ways


def editions_in(parts: LineParts) -> list[tuple[Span, int]]:
    """The editions that a line names, each with its number: 第六届, 6届, 首届.

    >>> [number for _, number in editions_in(LineParts("第六届短片《画》, 2008届, 首届"))]
    [6, 2008, 1]
    """
    found = []
    for at in range(1, len(parts)):
        value = "1" if parts.key[at - 1] == "首" else number_value(parts.key[at - 1])
        if value and parts.key[at] == "届":
            found.append((Span(at - 1 - (parts.key[at - 2 : at - 1] == "第"), at + 1), int(value)))
    return found


_LONGEST_NAME = 20
"""A longer category or award is prose."""
_AWARD = re.compile(
    f"((?:{'|'.join(sorted(set(chain(*AWARDS_IN_CHINESE.values()))))})奖?|"
    "(?:[特优一二三四五六]等|[金银铜]|优秀|佳作|鼓励|提名|入围|最佳[\u3400-\u9fff]{2,6}?)奖|(?<=获)[\u3400-\u9fff]{2,12}?奖)"
)
"""Words that can only be an award, in any list that has awards."""
VERBS_OF_WINNING = ("荣获", "喜获", "斩获", "获得", "夺得", "摘得", "获", "won")
"""What joins an award to the title: 《画》荣获一等奖."""
