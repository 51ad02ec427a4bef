"""What is beside a title in a line: which of its words are explained, by what, and which are left over.

    第五届 短片 二等奖《团长妈妈》      the list: 团长妈妈, 第六届, 短片, 一等奖
    ──┬─  ─┬─  ─┬─
      │    │    another award: a list has this name, or the words can only be an award
      │    the category: it agrees
      another edition

The names of categories and awards are looked up in the line by itself (`ListedNames`); `Facts` say which of them the
result has.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from awardcli.language.fold import fold
from awardcli.language.words_about_works import KINDS_OF_WORK, kinds_named
from awardcli.language.words_beside_titles import PARTS_OF_A_WORK, WORDS_AROUND_A_TITLE, WORDS_OF_ANOTHER_WORK
from awardcli.search import weights
from awardcli.search.linking.line_parts import Cut, LineParts, Span, Year, is_wordless, number_value
from awardcli.search.linking.same_names import DIVISIONS, SameName, is_administrative, is_only_a_place, same_name
from awardcli.search.linking.spelling import spelling_of
from awardcli.search.linking.title_forms import Facts, TitleForm, key_of, names_listed
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
            if 1 < len(key) <= _LONGEST_AWARD:
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


_LONGEST_AWARD = 20
"""A longer category or award is prose."""
_AWARD = re.compile(
    f"((?:{'|'.join(sorted(set(chain(*AWARDS_IN_CHINESE.values()))))})奖?|"
    "(?:[特优一二三四五六]等|[金银铜]|优秀|佳作|鼓励|提名|入围|最佳[\u3400-\u9fff]{2,6}?)奖|(?<=获)[\u3400-\u9fff]{2,12}?奖)"
)
"""Words that can only be an award, in any list that has awards."""
VERBS_OF_WINNING = ("荣获", "喜获", "斩获", "获得", "夺得", "摘得", "获", "won")
"""What joins an award to the title: 《画》荣获一等奖."""


_LONGEST_NAME = 60
"""Characters of a name without a cut in it; a longer run of text is many words, such as titles run together."""
_KNOWN, _OF_RESULT = b"\1", b"\2"
"""What explains a character of a line: it is known beside titles, or says what the result has."""


class Surroundings:
    """The words of a line around one form of a title at one place.

    They are explained if they are known to be beside titles, or are another fact of the result. `left` are the spans
    that are not, `years` those of the work, `first_part` the words that number it as the first part (Vol. 1).
    `who_in_line` says that they name who made it, `in_part` has the part of such a name and the whole, `misspelt` such
    a name with a slip and without, `row_agrees` says that they name another cell of the result, and `says_both` that
    they have what the form omits. `editions` are those in the line; `listed_alike` counts the categories and awards
    that agree, `listed_elsewhere` are the others.
    """

    def __init__(self, parts: LineParts, form: TitleForm, facts: Facts, span: Span, listed: ListedNames) -> None:
        self.parts = parts
        self.form = form
        self.facts = facts
        self.span = span
        self.who_in_line = self.says_both = self.row_agrees = False
        self.in_part: tuple[str, str] | None = None
        self.misspelt: tuple[str, str] | None = None
        self._named: Span | None = None
        self.first_part = parts.first_part(span)
        # What explains each character of the line's key; 0 for nothing.
        self._explained = bytearray(len(parts))
        self._explain(span)
        self.listed_alike = 0
        self.years: list[Year] = []
        self.editions: list[tuple[Span, int]] = []
        self._elsewhere: list[Span] = []
        if span != (0, len(parts)):
            self.years = self._explain_all()
            self._compare_listed(listed)
        self.left = self._unexplained()

    def take_as_first_part(self, left: Span) -> None:
        """Read leftover text as the number of a first part, which belongs to the title."""
        self._explain(left)
        self.left = self._unexplained()
        self.first_part = self.parts.printed(left)

    def left_over(self) -> tuple[str, ...]:
        """The words that are not explained, or name something else than the work, in the order of the line."""
        said = [*self._elsewhere, *(span for span, _ in self.editions)] if self.facts.edition else self._elsewhere
        left = [one for one in self.left if not any(one.start >= span.start and one.end <= span.end for span in said)]
        words = *map(self.parts.printed, left), *self._said_of_another()
        return tuple(sorted(words, key=self.parts.line.find))

    def _said_of_another(self) -> Iterator[str]:
        """The explained words around the title that name a part of the work, or another kind of work."""
        if self.first_part and not (self.form.first_part or self.form.omits_first):
            yield self.first_part
        for around in () if self.form.of_body else self.parts.decorations:
            of_name = [self._named] if self._named else []  # 图书 in 钱学森图书馆
            if any(each.start <= around.start < each.end for each in (*of_name, *self._elsewhere)):
                continue
            if around.end <= self.span.start or around.start >= self.span.end:
                words = self.parts.printed(around)
                yield from [words] if fold(words) in PARTS_OF_A_WORK or self._is_of_another_kind(words) else ()

    def _is_of_another_kind(self, words: str) -> bool:
        """Whether words name another category (微视频, not 微电影), or another kind of work than the list.

        A list that names only songs may list films.
        """
        kinds = kinds_named(words)
        return bool(kinds) and kinds.isdisjoint(self.facts.kinds) and bool(self.facts.kinds - {"song"})

    @property
    def listed_elsewhere(self) -> list[str]:
        """The categories and awards in the line that the result does not have."""
        return list(map(self.parts.printed, self._elsewhere))

    def _compare_listed(self, listed: ListedNames) -> None:
        """Compare the categories, awards and editions in the line with those of the result."""
        self.editions = [one for one in editions_in(self.parts) if self._is_outside(one[0])]
        for span, number in self.editions if self.facts.edition else ():
            self._explain(span, _OF_RESULT if number == self.facts.edition else _KNOWN)
        for said in listed.said_in(self.parts):
            if said.is_award:
                self._explain_verb(said.span.start)
            if not self._is_beside(said.span):
                continue
            if said.agrees_with(self.facts):
                self.listed_alike += 1
                self._explain(said.span, _OF_RESULT)
            elif said.contradicts(self.facts) and not all(
                each == _OF_RESULT[0] for each in self._explained[said.span.start : said.span.end]
            ):
                self._elsewhere.append(said.span)
                words = self.parts.printed(said.span)
                if said.is_award and not (words.isascii() and words.isalpha()):  # Lone Winner
                    self._explain(said.span)

    def _explain_verb(self, end: int) -> None:
        """Mark the verb of winning that ends there, behind the title: 荣获 before 一等奖."""
        verb = next((verb for verb in VERBS_OF_WINNING if self.parts.key.endswith(verb, self.span.end, end)), "")
        self._explain(Span(end - len(verb), end))

    def _is_beside(self, span: Span) -> bool:
        """Whether a span is outside the title, and a word: it touches nothing that is not explained."""
        cuts, explained = self.parts.cuts, self._explained
        begins = cuts[span.start] > Cut.SCRIPT or explained[span.start - 1]
        ends = cuts[span.end] > Cut.SCRIPT or explained[span.end]
        return self._is_outside(span) and bool(begins and ends)

    def _is_outside(self, span: Span) -> bool:
        return span.end <= self.span.start or span.start >= self.span.end

    def is_marked_off(self) -> bool:
        """Whether all leftover text is a place before the title, or in brackets beside it: 南音（泉州）."""
        cuts, (start, end) = self.parts.cuts, self.span
        if len(self.form.key) == 1:
            return False
        if all(map(self.is_behind_a_place, self.left)):
            return cuts[end] >= Cut.BREAK
        while cuts[start] <= Cut.SCRIPT and self._explained[start - 1]:
            start -= 1
        edges = cuts[start], cuts[end]
        return min(edges) >= Cut.BREAK and Cut.BRACKET in edges and all(map(self.is_in_brackets, self.left))

    def is_in_brackets(self, left: Span) -> bool:
        """Whether a bracket separates leftover text from the title."""
        between = (self.span.end, left.start) if left.start >= self.span.end else (left.end, self.span.start)
        return any(cut is Cut.BRACKET for cut in self.parts.cuts[between[0] : between[1] + 1])

    def is_behind_a_place(self, left: Span) -> bool:
        """Whether leftover text is the place a work comes from, right before the title: 江西省兴国县兴国山歌."""
        if left.end != self.span.start:
            return False
        place = self.parts.printed(left)
        return is_administrative(place) or (
            place.endswith(DIVISIONS) and any(same_name(place, cell) is not SameName.NO for cell in self.facts.kept)
        )

    def is_glued(self, edge: int, neighbour: int) -> bool:
        """Whether another character or letter touches the title at an edge.

        Neither a number that belongs to it nor its category or another kind of work counts: 话剧雷雨, 薪火微电影.
        """
        cut = self.parts.cuts[edge]
        kinds = [around for around in self.parts.decorations if around.start <= neighbour < around.end]
        if len(self.form.key) > 1 and any(self.parts.printed(kind) in KINDS_OF_WORK for kind in kinds):
            return False
        category = self.facts.category_key
        if category and neighbour < edge and len(self.form.key) > 1 and self.parts.key.endswith(category, 0, edge):
            return False
        if any(map(self.is_behind_a_place, self.left)) and edge == self.span.start:
            return False
        if len(self.form.key) > 1 and any(span.start <= neighbour < span.end for span, _ in self.editions):
            return False
        return cut <= Cut.SCRIPT and number_value(self.parts.key[neighbour]) is None

    def is_in_another_script(self, left: Sequence[Span]) -> bool:
        """Whether all these spans are in another script than the title: mostly the title in another language."""
        text = "".join(self.parts.key[span.start : span.end] for span in left)
        has_script = bool(self.form.han or self.form.letters)
        return has_script and all(number_value(c) is None and is_wordless(c) != bool(self.form.han) for c in text)

    def _explain(self, span: Span, by: bytes = _KNOWN) -> None:
        self._explained[span.start : span.end] = by * (span.end - span.start)

    def _explain_all(self) -> list[Year]:
        """Mark everything around the title that is explained, and give the years of the work among it."""
        for around in self.parts.decorations:
            self._explain(around)
        years = [year for year in self.parts.years if self._is_year(year)]
        for year in years:
            self._explain(Span(year.start, year.end))
        self._explain_facts()
        self._explain_names()
        self._explain_joints()
        self._explain(self.span)
        return [year for year in years if not year.is_date or self._is_near(year)]

    def _explain_facts(self) -> None:
        """Mark what the line has of the result as the list writes it."""
        for key in self.facts.other_keys:
            self._explain_key(key)
        for key in self.facts.kept_keys:
            self.row_agrees |= self._explain_key(key, Cut.GLUED if is_administrative(key) else Cut.SPACE)
        if self.form.omitted and not self.form.of_body:
            self._explain_omitted(key_of(self.form.omitted))
        for key in self.facts.who_keys:
            self.who_in_line |= self._explain_key(key)

    def _explain_names(self) -> None:
        """Mark names of the result that the line writes otherwise.

        Another number beside a name is no part of it: 无间道2 刘伟强.
        """
        numbers_of_who = _numbers("".join(self.facts.who_keys))
        for left in self._left_to_explain():
            if (
                not all(self._explained[left.start : left.end])
                and _numbers(self.parts.key[left.start : left.end]) <= numbers_of_who
            ):
                self._explain_name(left, POSSESSIVE.sub("", self.parts.printed(left)))

    def _explain_joints(self) -> None:
        """Mark leftover words that join the explained ones, or name the kind of work that the list has: 小说."""
        decorations = self.parts.decorations
        starts, ends = {around.start for around in decorations}, {around.end for around in decorations}
        for left in self._unexplained():
            joint = self.parts.key[left.start : left.end]
            is_kind = joint in WORDS_OF_ANOTHER_WORK and not kinds_named(joint).isdisjoint(self.facts.kinds)
            is_between = joint == "的" and left.start in ends and left.end in starts  # 获奖的微视频
            if is_kind or is_between or (self.who_in_line and joint in _BESIDE_NAMES):
                self._explain(left)

    def _explain_omitted(self, omitted: str) -> None:
        """Mark the part of the title that the form omits, where the line has it elsewhere: 《五年看上海》一镜到底."""
        self.says_both = bool(omitted) and self._explain_key(omitted)
        for left in self._unexplained():
            if left.end - left.start > 1 and self.parts.key[left.start : left.end] in omitted:
                self._explain(left)

    def _explain_name(self, left: Span, name: str) -> None:
        """Mark a name that the result has as an organization or in another cell.

        A part of such a name, or a place that touches the title, counts as an agreement but stays unexplained.
        """
        is_apart = self._is_apart(left)
        for who in self.facts.who:
            agreement = same_name(name, who)
            if agreement is SameName.YES:
                self._explain(left, _OF_RESULT)
                self.who_in_line = True
                return
            is_enough = is_apart or (self.form.is_distinct and len(name) > weights.LONG_TITLE)
            if agreement is SameName.IN_PART and is_enough and len(name) < len(who) and not is_only_a_place(name):
                self._explain(left)
                self.in_part = (name, who)
                self._named = left
                return
            if is_apart and len(name) > weights.SHORT and spelling_of(key_of(name), key_of(who), of_body=True):
                self._explain(left, _OF_RESULT)
                self.misspelt = (name, who)
                return
        for cell in self.facts.kept if is_apart or is_only_a_place(name) or is_administrative(name) else ():
            agreement = same_name(name, cell)
            if is_apart and (agreement is SameName.YES or (cell.endswith(name) and len(name) > 1)):
                self._explain(left)
            self.row_agrees |= agreement is not SameName.NO

    def _is_apart(self, left: Span) -> bool:
        """Whether leftover text is separated from the title: by a space, a mark or a change of script."""
        edge = self.span.start if left.end == self.span.start else self.span.end if left.start == self.span.end else 0
        return self.parts.cuts[edge] > Cut.GLUED

    def _left_to_explain(self) -> list[Span]:
        """The leftover spans, preceded by each side of the title as a whole: Banks, I. is one name."""
        left = self._unexplained()
        sides = (
            [one for one in left if one.end <= self.span.start],
            [one for one in left if one.start >= self.span.end],
        )
        whole = [side for side in sides if len(side) > 1 and all(a.end == b.start for a, b in pairwise(side))]
        words = [word for one in left if (word := self._word_around(one)) != one]
        return [Span(side[0].start, side[-1].end) for side in whole] + words + left

    def _word_around(self, left: Span) -> Span:
        """A leftover span with the decoration words that touch it: 图书 in 钱学森图书馆 is part of a name."""
        start, end, cuts = *left, self.parts.cuts
        least, most = (0, self.span.start) if left.end <= self.span.start else (self.span.end, len(self.parts))
        while start > least and cuts[start] <= Cut.SCRIPT and end - start <= _LONGEST_NAME:
            start -= 1
        while end < most and cuts[end] <= Cut.SCRIPT and end - start <= _LONGEST_NAME:
            end += 1
        return Span(start, end) if end - start <= _LONGEST_NAME else left

    def _is_year(self, year: Year) -> bool:
        """Whether a year in the line is that of the work, not a number of its title: 唐人街探案1900, 《1942》."""
        start, end = min(year.start, self.span.start), max(year.end, self.span.end)
        is_in_title = year.start < self.span.end and year.end > self.span.start
        is_in_same_mark = any(mark.start <= start and end <= mark.end for mark in self.parts.marked)
        return not is_in_title and not is_in_same_mark and (year.apart or self._is_near(year))

    def _is_near(self, year: Year) -> bool:
        return any(abs(year.value - known) <= weights.NEAR_YEARS for known in self.facts.years)

    def _explain_key(self, key: str, least: Cut = Cut.GLUED) -> bool:
        """Mark every place of the key outside the title with cuts of at least `least` at both ends; whether any."""
        cuts, found = self.parts.cuts, False
        least = least if len(key) > 1 else max(least, Cut.SCRIPT)
        start = self.parts.key.find(key)
        while start >= 0:
            end = start + len(key)
            if self._is_outside(Span(start, end)) and min(cuts[start], cuts[end]) >= least:
                self._explain(Span(start, end), _OF_RESULT)
                found = True
            start = self.parts.key.find(key, start + 1)
        return found

    def _unexplained(self) -> list[Span]:
        """The spans that are not explained, split where the line has a cut stronger than a space."""
        found: list[Span] = []
        start: int | None = None
        for offset, explained in enumerate((*self._explained, 1)):
            if start is not None and (explained or self.parts.cuts[offset] > Cut.SPACE):
                found.append(Span(start, offset))
                start = None
            if start is None and not explained:
                start = offset
        return found


def _numbers(key: str) -> set[str]:
    return set(filter(number_value, key))


POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)
_BESIDE_NAMES = frozenset(("的", "等", "等的", "和", "与", "及", "von", "de", "di", "par", "of", "av", "van"))
"""What joins a name to the title or to another name: 陈凯歌的《霸王别姬》."""
