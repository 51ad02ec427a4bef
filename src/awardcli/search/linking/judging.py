"""Judge whether a line that contains a title means it: how it is spelt, what is left over, what contradicts it.

The score is 100 only where the title is spelt as in the list, every other character of the line is explained, and
nothing contradicts the title. Each doubt lowers the score by a cost (see `weights`) and becomes a `MatchRemark`. Where
the line means something else there is no score at all: 手机维修价目表 contains 手机, and "The Marine" is not "Them!".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from awardcli.language.fold import fold
from awardcli.language.numerals import english_value
from awardcli.language.words_beside_titles import (
    KINDS_OF_WORK,
    OPERAS,
    PARTS_OF_A_WORK,
    WORDS_OF_ANOTHER_WORK,
    kinds_named,
)
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.linking.line_parts import Cut, LineParts, Span, Year, is_wordless, number_value
from awardcli.search.linking.same_names import (
    DIVISIONS,
    SameName,
    is_administrative,
    is_only_a_place,
    same_name,
    without_channel,
)
from awardcli.search.linking.spelling import AS_PRINTED, Spelling, coded, slips_forgiven, spelling_of
from awardcli.search.linking.title_forms import ANOTHER_PART, ARTICLES, Facts, TitleForm, key_of, part_of


class MatchRemark(NamedTuple):
    """A doubt about a match, or another possible match: a key of `messages.MATCH_REMARKS`, and the values to list."""

    kind: str
    values: tuple[str, ...] = ()


def placements(parts: LineParts, form: TitleForm) -> Iterator[tuple[Span, Spelling]]:
    """The places where a line contains a form of a title, with how it is spelt there.

    A form that is there as printed is not looked for with slips. At most `weights.MOST_PLACES` exact places are given.
    """
    key, cuts, length = parts.key, parts.cuts, len(form.key)
    exact = 0
    start = key.find(form.key)
    while start >= 0 and exact < weights.MOST_PLACES:
        if cuts[start] > Cut.INSIDE and cuts[start + length] > Cut.INSIDE:
            exact += 1
            yield Span(start, start + length), AS_PRINTED
        start = key.find(form.key, start + 1)
    most = int(slips_forgiven(form.key))
    if exact or not slips_forgiven(form.key):
        return
    code = coded(key)
    for span in parts.readings(length + most, length - most):
        if OSA.distance(code[span.start : span.end], form.code, score_cutoff=weights.MOST_UNLIKE) > weights.MOST_UNLIKE:
            continue
        if found := spelling_of(key[span.start : span.end], form.key, of_body=form.of_body, word_ends=form.word_ends):
            yield span, found


def incomplete(parts: LineParts, form: TitleForm) -> Iterator[tuple[Span, Spelling]]:
    """The places where a line contains enough of a title, or of an organization's name, to mean it."""
    if not form.omitted:
        yield from _short_name(parts, form) if form.of_body else _unfinished(parts, form)


def _short_name(parts: LineParts, form: TitleForm) -> Iterator[tuple[Span, Spelling]]:
    """The whole line, where it is a short form of an organization's name with all its numbers: 黄浦分局, 静安公安."""
    has_numbers = all(character in parts.key for character in filter(number_value, form.key))
    if len(parts) < weights.LONG_TITLE or not has_numbers:
        return
    agreement = same_name(parts.line, form.title)
    is_longer = len(parts) >= len(form.key) and fold(without_channel(parts.line)) != form.key
    if agreement is SameName.YES or (agreement is SameName.IN_PART and not is_longer):
        lengths = sorted((len(parts), len(form.key)))
        share = weights.SHORT_NAME + (1 - weights.SHORT_NAME) * lengths[0] / lengths[1]
        yield Span(0, len(parts)), Spelling(min(share, weights.MOST_IN_DOUBT / 100), Tier.SUBSTRING)


def _unfinished(parts: LineParts, form: TitleForm) -> Iterator[tuple[Span, Spelling]]:
    """The places where a line contains most of a long title, from its beginning: 献给每一个为上海重启."""
    for span in (Span(0, len(parts)), *parts.marked):
        begun = parts.key[span.start : span.end]
        rest = form.key[len(begun) :]
        share = len(begun) / len(form.key)
        is_most = len(begun) >= weights.LONG_BEGINNING and share >= weights.UNFINISHED
        if is_most and form.han and form.key.startswith(begun) and not any(map(number_value, rest)):
            yield span, Spelling(share, Tier.PREFIX)


class Held(NamedTuple):
    """A title that a line means: its form, its place in the line, and the score (0-100).

    `agreements` counts the other facts that agree: the year, the people, another cell of the result. `left` are the
    words of the line that nothing explains.
    """

    form: TitleForm
    span: Span
    tier: Tier
    score: float
    agreements: int
    remarks: tuple[MatchRemark, ...]
    left: tuple[str, ...]


class Evidence(NamedTuple):
    """What other cells of a row say of the work that it names: its years, and who made it."""

    years: tuple[int, ...] = ()
    who: tuple[str, ...] = ()


NO_EVIDENCE = Evidence()


class Judgement:
    """Judges one form of a title at one place of a line.

    `_explained` has a 1 for each character of the line's key that is explained: it belongs to the title, or to
    something known to be beside titles, or to another fact of the result.
    """

    def __init__(self, parts: LineParts, evidence: Evidence, form: TitleForm, facts: Facts, span: Span) -> None:
        self.parts = parts
        self.form = form
        self.facts = facts
        self.span = span
        self._explained = bytearray(len(parts))
        self._explain(span)
        self._who_in_line = self._says_both = self._row_agrees = False
        self._in_part: tuple[str, str] | None = None
        years = self._explain_all() if span != (0, len(parts)) else []
        self.left = self._unexplained()
        self._first_part = parts.first_part(span)
        self._year_is_parted = min(
            (min(parts.cuts[year.start], parts.cuts[year.end]) for year in years), default=Cut.EDGE
        )
        self.years = evidence.years or tuple(year.value for year in years)
        self.years_apart = min((abs(a - b) for a in self.years for b in facts.years), default=None)
        self.who = evidence.who if facts.who else ()
        names = {same_name(one, other) for one in self.who for other in facts.who}
        self.who_agrees = self._who_in_line or SameName.YES in names
        is_quoted = span in parts.quoted and (form.is_distinct or self.who_agrees or self.years_apart == 0)
        self.is_marked = span in parts.marked or span in parts.hashtags or is_quoted
        self._is_named_in_part = self._in_part is not None or SameName.IN_PART in names
        self.agreements = int(self.who_agrees) + int(self.years_apart == 0) + int(self._row_agrees)

    def held(self, spelt: Spelling) -> Held | None:
        """The title as the line means it, or None where the line means something else."""
        number = self._missing_number()
        if number is None or self._is_another_part() or not self._may_be_meant(spelt):
            return None
        doubts = [*self._doubts_of_title(spelt, number), *self._doubts_around()]
        score = 100 * spelt.share - sum(cost for cost, _ in doubts)
        return Held(
            form=self.form,
            span=self.span,
            tier=spelt.tier,
            score=round(min(score, weights.MOST_IN_DOUBT), 1) if doubts else weights.NO_DOUBT,
            agreements=self.agreements,
            remarks=tuple(remark for _, remark in doubts),
            left=self._left_over(),
        )

    def _doubts_of_title(self, spelt: Spelling, number: str) -> Iterator[tuple[float, MatchRemark]]:
        """The doubts about how the line gives the title itself, each with its cost."""
        form = self.form
        if spelt.share < 1:
            kinds = {Tier.PINYIN: "pinyin", Tier.SUBSTRING: "in part", Tier.PREFIX: "in part"}
            yield 0, MatchRemark(kinds.get(spelt.tier, "spelt"), (self.parts.printed(self.span),))
        if number:
            yield weights.NUMBER_MISSING, MatchRemark("number", (number,))
        elif form.omitted and self._says_both:
            yield weights.WORDS_OMITTED, MatchRemark("spelt", (self.parts.line.strip(),))
        elif form.first_part and not self._first_part:
            yield weights.SUBTITLE_OMITTED, MatchRemark("omitted", (form.omitted or form.first_part,))
        elif form.omitted and not (self._first_part and form.omits_first):
            only_words = form.of_body or form.omits_article or LineParts(form.omitted).is_decoration
            cost = weights.WORDS_OMITTED if only_words else weights.SUBTITLE_OMITTED
            yield cost, MatchRemark("omitted", (form.omitted,))

    def _doubts_around(self) -> Iterator[tuple[float, MatchRemark]]:
        """The doubts about the words beside the title, the year and the people, each with its cost."""
        if left := self._left_over():
            share = min(sum(map(len, map(key_of, left))) / len(self.parts), 1)
            cost = weights.LEFT_OVER + weights.ALL_LEFT_OVER * share
            yield cost, MatchRemark("left", left)
        if self.years_apart:
            cost = weights.YEAR_NEAR if self.years_apart <= weights.NEAR_YEARS else weights.YEAR_FAR
            years = (", ".join(map(str, self.years)), ", ".join(map(str, sorted(self.facts.years))))
            yield cost, MatchRemark("year", years)
        if (self.who or self._in_part) and not self.who_agrees:
            names = self._in_part or (", ".join(self.who), ", ".join(self.facts.who[:3]))
            if self._is_named_in_part:
                yield weights.WHO_IN_PART, MatchRemark("who in part", names)
            else:
                yield weights.WHO_DIFFERS, MatchRemark("who", names)

    def _left_over(self) -> tuple[str, ...]:
        """The words that are not explained, or name something else than the work, in the order of the line."""
        words = *map(self.parts.printed, self.left), *self._said_of_another()
        return tuple(sorted(words, key=self.parts.line.find))

    def _said_of_another(self) -> Iterator[str]:
        """The explained words around the title that name a part of the work, or another kind of work."""
        if self._first_part and not (self.form.first_part or self.form.omits_first):
            yield self._first_part
        for around in () if self.form.of_body else self.parts.decorations:
            if around.end <= self.span.start or around.start >= self.span.end:
                words = self.parts.printed(around)
                yield from [words] if fold(words) in PARTS_OF_A_WORK or self._is_of_another_kind(words) else ()

    def _is_of_another_kind(self, words: str) -> bool:
        """Whether words name another kind of work than the category of the result (微电影, 微视频) or the list.

        A list that names only songs may list films.
        """
        own, kinds = self.facts.kind_of_work, kinds_named(words)
        if own and words in KINDS_OF_WORK:
            return words not in own and own not in words
        return bool(kinds) and kinds.isdisjoint(self.facts.kinds) and bool(self.facts.kinds - {"song"})

    def _explain(self, span: Span) -> None:
        self._explained[span.start : span.end] = b"\1" * (span.end - span.start)

    def _explain_all(self) -> list[Year]:
        """Mark everything around the title that is explained, and give the years of the work among it."""
        parts, span = self.parts, self.span
        for around in parts.decorations:
            self._explain(around)
        starts, ends = {around.start for around in parts.decorations}, {around.end for around in parts.decorations}
        years = [year for year in parts.years if self._is_year(year)]
        for year in years:
            self._explain(Span(year.start, year.end))
        years = [year for year in years if not year.is_date or self._is_near(year)]
        for key in self.facts.other_keys:
            self._explain_key(key)
        for key in self.facts.kept_keys:
            self._row_agrees |= self._explain_key(key, Cut.GLUED if is_administrative(key) else Cut.SPACE)
        if self.form.omitted and not self.form.of_body:
            self._explain_omitted(key_of(self.form.omitted))
        for key in self.facts.who_keys:
            self._who_in_line |= self._explain_key(key)
        numbers_of_who = _numbers("".join(self.facts.who_keys))
        for left in self._left_to_explain():
            if not _numbers(parts.key[left.start : left.end]) <= numbers_of_who:
                continue  # a number beside a name is no part of it: 无间道2 刘伟强
            self._explain_name(left, _POSSESSIVE.sub("", parts.printed(left)))
        for left in self._unexplained():  # also 小说 in a list of novels
            joint = parts.key[left.start : left.end]
            is_kind = joint in WORDS_OF_ANOTHER_WORK and not kinds_named(joint).isdisjoint(self.facts.kinds)
            is_between = joint == "的" and left.start in ends and left.end in starts  # 获奖的微视频
            if is_kind or is_between or (self._who_in_line and joint in _BESIDE_NAMES):
                self._explain(left)
        self._explain(span)
        return years

    def _explain_omitted(self, omitted: str) -> None:
        """Mark the part of the title that the form omits, where the line has it elsewhere: 《五年看上海》一镜到底."""
        self._says_both = bool(omitted) and self._explain_key(omitted)
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
                self._explain(left)
                self._who_in_line = True
                return
            is_enough = is_apart or (self.form.is_distinct and len(name) > weights.LONG_TITLE)
            if agreement is SameName.IN_PART and is_enough and len(name) < len(who) and not is_only_a_place(name):
                self._explain(left)
                self._in_part = (name, who)
                return
        for cell in self.facts.kept if is_apart or is_only_a_place(name) or is_administrative(name) else ():
            agreement = same_name(name, cell)
            if is_apart and (agreement is SameName.YES or (cell.endswith(name) and len(name) > 1)):
                self._explain(left)
            self._row_agrees |= agreement is not SameName.NO

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
        while start > least and cuts[start] <= Cut.SCRIPT:
            start -= 1
        while end < most and cuts[end] <= Cut.SCRIPT:
            end += 1
        return Span(start, end)

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
            if (end <= self.span.start or start >= self.span.end) and min(cuts[start], cuts[end]) >= least:
                self._explain(Span(start, end))
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

    def _missing_number(self) -> str | None:
        """The number that only the line or only the title has; "" for none, None where it makes another work.

        A number that one of the two lacks makes another work, unless the year agrees: then it was forgotten.
        """
        key = self.parts.key
        beside = next((left for left in self.left if left.start == self.span.end), None)
        if beside and (value := number_value(key[beside.start])) is not None:
            gap = self.parts.cuts[beside.start]
            is_first = value.lstrip("0") == "1" and not english_value(self.parts.printed(beside))
            is_fraction = self.parts.gap(beside.end).strip() == "/"
            if is_first and beside.end == beside.start + 1 and not is_fraction:
                self._explain(beside)
                self.left = self._unexplained()
                self._first_part = self.parts.printed(beside)
            elif gap is not Cut.BREAK and not _COUNTED.match(self.parts.line, self.parts.offsets(beside)[0]):
                return value if self.years_apart == 0 else None
        if omitted := self.form.omitted_number:
            return omitted if self.years_apart == 0 or self.who_agrees else None
        return ""

    def _is_another_part(self) -> bool:
        """Whether the line names another part of the work than the title: (上) and (下)."""
        ours, theirs = part_of(self.form.title), part_of(self.parts.line)
        return None not in (ours, theirs) and ours != theirs

    def _may_be_meant(self, spelt: Spelling) -> bool:
        """Whether the line may mean the title, by the text beside it and the facts that contradict it."""
        form, span = self.form, self.span
        supported = bool(self.agreements) or self._in_part is not None
        if any(word.start <= span.start < span.end <= word.end and word != span for word in self.parts.decorations):
            return False  # Ray in Blu-ray
        alone = not self.left or self.is_marked or supported or self._is_marked_off()
        is_enough = form.is_distinct or form.is_alternative or supported or (form.omits_article and form.is_long)
        if form.omitted and (self.left or spelt.share < 1 or not is_enough):
            return False
        if self.left and not self._may_be_left(supported):
            return False
        if not form.is_long:
            glued = form.han and (self._is_glued(span.start, span.start - 1) or self._is_glued(span.end, span.end))
            if (glued and not supported and not self.is_marked) or not (alone or self._is_in_another_script(self.left)):
                return False
        if spelt.share < 1 and len(form.key) < weights.LONG_TITLE and not alone:
            return False
        if not spelt.is_explained and form.han and len(form.key) < weights.LONG_TO_MISTAKE and not supported:
            return False
        far = self.years_apart is not None and self.years_apart > weights.NEAR_YEARS
        is_another = self.who and not self.who_agrees and not self._is_named_in_part
        if (far and (is_another or not form.is_long)) or (self.years_apart and is_another and not form.is_long):
            return False
        if (self.years_apart or 0) > weights.FAR_YEARS and not self.who_agrees:
            return False
        # A year without brackets is rather a number of another title; between commas it may be that of an edition.
        least = Cut.MARK if self.who_agrees else Cut.BRACKET
        return self._year_is_parted >= least or (self.years_apart or 0) <= weights.FAR_YEARS

    def _is_marked_off(self) -> bool:
        """Whether all leftover text is a place before the title, or in brackets beside it: 南音（泉州）."""
        cuts, span = self.parts.cuts, self.span
        if len(self.form.key) == 1:
            return False
        if all(map(self._is_behind_a_place, self.left)):
            return cuts[span.end] >= Cut.BREAK
        edges = cuts[span.start], cuts[span.end]
        return min(edges) >= Cut.BREAK and Cut.BRACKET in edges and all(map(self._is_in_brackets, self.left))

    def _is_in_brackets(self, left: Span) -> bool:
        """Whether a bracket separates leftover text from the title."""
        between = (self.span.end, left.start) if left.start >= self.span.end else (left.end, self.span.start)
        return any(cut is Cut.BRACKET for cut in self.parts.cuts[between[0] : between[1] + 1])

    def _is_behind_a_place(self, left: Span) -> bool:
        """Whether leftover text is the place a work comes from, right before the title: 江西省兴国县兴国山歌."""
        if left.end != self.span.start:
            return False
        place = self.parts.printed(left)
        return is_administrative(place) or (
            place.endswith(DIVISIONS) and any(same_name(place, cell) is not SameName.NO for cell in self.facts.kept)
        )

    def _is_glued(self, edge: int, neighbour: int) -> bool:
        """Whether another character or letter touches the title at an edge; a number that belongs to it does not."""
        cut = self.parts.cuts[edge]
        if any(map(self._is_behind_a_place, self.left)) and edge == self.span.start:
            return False
        return cut <= Cut.SCRIPT and number_value(self.parts.key[neighbour]) is None

    def _may_be_left(self, supported: bool) -> bool:
        """Whether the leftover text may stand beside this title."""
        parts = self.parts
        if not supported and any(fold(parts.printed(left)).endswith(ANOTHER_PART) for left in self.left):
            return False
        if any(self._is_in_brackets(left) and fold(parts.printed(left)) in OPERAS for left in self.left):
            return supported
        if self.is_marked:
            return True
        if any(mark.start <= left.start < mark.end for mark in parts.marked for left in self.left):
            return False  # the line says that something else is the title
        before = [left for left in self.left if left.end <= self.span.start]
        after = [left for left in self.left if left.start >= self.span.end]
        return (not before or self._may_precede(before, supported)) and (
            not after or self._may_be_beside(after[0], supported, Span(after[0].start, after[-1].end))
        )

    def _may_precede(self, before: Sequence[Span], supported: bool) -> bool:
        """Whether the title may follow this leftover text: an article, a possessive (Niven's), or separate text."""
        whole = Span(before[0].start, before[-1].end)
        *rest, last = self.parts.printed(whole).split()
        if last.lower() in ARTICLES and not rest:
            return True
        if number_value(self.parts.key[before[-1].end - 1]) is not None and ":" in self.parts.gap(self.span.start):
            return False  # the number of another title, of which this is the subtitle
        is_whose = bool(rest) and bool(_POSSESSIVE.search(last)) and self.form.is_distinct
        return is_whose or self._may_be_beside(before[-1], supported, whole)

    def _may_be_beside(self, left: Span, supported: bool, whole: Span) -> bool:
        """Whether the cut between the title and its neighbour `left` is strong enough; `whole` is that whole side."""
        is_after = left.start >= self.span.end
        edge, far_edge = (self.span.end, left.start) if is_after else (self.span.start, left.end)
        cut = Cut.SPACE if self._is_behind_a_place(left) else self.parts.cuts[far_edge]
        if edge != far_edge:  # something known is between
            between = self.parts.printed(Span(*sorted((edge, far_edge))))
            is_word = " " not in self.parts.printed(whole) and not self._is_in_another_script([whole])
            if between.lower() == "by" and not (is_after and (self.form.is_distinct or not is_word)):
                return False  # Death by Chocolate, Call Me by Your Name
            strongest = max(self.parts.cuts[min(edge, far_edge) : max(edge, far_edge) + 1])
            cut = Cut.BREAK if strongest >= Cut.SPACE else Cut.SPACE if self.form.han else cut
        if cut <= Cut.SCRIPT:
            return False
        if cut is Cut.BREAK and edge == far_edge and ":" in self.parts.gap(edge) and not supported:
            # Behind a colon comes a subtitle, which makes it another work; before it mostly who made it.
            return not is_after and (self.form.han >= weights.LONG_TITLE or self._is_in_another_script([left]))
        if cut > Cut.MARK or (cut is Cut.MARK and self.who_agrees) or self._is_in_another_script([left]):
            return True
        is_enough = self.form.is_distinct or supported or self._is_marked_off()
        return cut is Cut.SPACE and bool(self.form.han) and is_enough

    def _is_in_another_script(self, left: Sequence[Span]) -> bool:
        """Whether all these spans are in another script than the title: mostly the title in another language."""
        text = "".join(self.parts.key[span.start : span.end] for span in left)
        has_script = bool(self.form.han or self.form.letters)
        return has_script and all(number_value(c) is None and is_wordless(c) != bool(self.form.han) for c in text)


def _numbers(key: str) -> set[str]:
    return set(filter(number_value, key))


_COUNTED = re.compile(r"[\d一二两三四五六七八九十]+[票遍次张份]|(?i:book)\s+\d+\s*[)\]]")
"""Numbers behind a title that count something else: 我投《画》一票, (Book 4) of a series."""
_POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)
_BESIDE_NAMES = frozenset(("的", "等", "等的", "和", "与", "及", "von", "de", "di", "par", "of", "av", "van"))
"""What joins a name to the title or to another name: 陈凯歌的《霸王别姬》."""
