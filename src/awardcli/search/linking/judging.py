"""Where a line contains a title, and whether it means it: how it is spelt, what is left over, what contradicts it.

The score is 100 only where the title is spelt as in the list, every other character of the line is explained, and
nothing contradicts the title. Each doubt lowers the score by a cost (see `weights`) and becomes a `MatchRemark`. Where
the line means something else there is no score at all: 手机维修价目表 contains 手机, and "The Marine" is not "Them!".
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from awardcli.language.fold import fold
from awardcli.language.numerals import english_value
from awardcli.language.words_about_works import OPERAS
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.linking.line_parts import Cut, LineParts, Span, number_value
from awardcli.search.linking.same_names import SameName, begins_a_medium, same_name, without_channel
from awardcli.search.linking.spelling import AS_PRINTED, Spelling, coded, slips_forgiven, spelling_of
from awardcli.search.linking.surroundings import POSSESSIVE, ListedNames, Surroundings
from awardcli.search.linking.title_forms import ANOTHER_PART, ARTICLES, Facts, TitleForm, key_of, part_of


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
    for span in parts.stretches(length + most, length - most):
        if OSA.distance(code[span.start : span.end], form.code, score_cutoff=weights.MOST_UNLIKE) > weights.MOST_UNLIKE:
            continue
        if found := spelling_of(key[span.start : span.end], form.key, of_body=form.of_body, word_ends=form.word_ends):
            yield span, found


def placements_in_part(parts: LineParts, form: TitleForm) -> Iterator[tuple[Span, Spelling]]:
    """The places where a line contains enough of a title, or of an organization's name, to mean it."""
    if not form.omitted:
        yield from _short_name(parts, form) if form.of_body else _unfinished(parts, form)


def _short_name(parts: LineParts, form: TitleForm) -> Iterator[tuple[Span, Spelling]]:
    """The whole line, where it is a short form of an organization's name with all its numbers: 黄浦分局, 静安公安."""
    has_numbers = all(character in parts.key for character in filter(number_value, form.key))
    if (len(parts) < weights.LONG_TITLE and not begins_a_medium(parts.line, form.title)) or not has_numbers:
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


class MatchRemark(NamedTuple):
    """A doubt about a match, or another possible match: a key of `messages.MATCH_REMARKS`, and the values to list."""

    kind: str
    values: tuple[str, ...] = ()


class Held(NamedTuple):
    """A title that a line means: its form, its place in the line, and the score (0-100).

    `agreements` counts the other facts that agree: the year, the people, the award, another cell of the result. `left`
    are the words of the line that nothing explains.
    """

    form: TitleForm
    span: Span
    tier: Tier
    score: float
    agreements: int
    remarks: tuple[MatchRemark, ...]
    left: tuple[str, ...]


class Work(NamedTuple):
    """A work as a row of a user's file gives it: its titles, the main one first, its years, and who made it.

    `listed` are its cells of categories and awards, `editions` the numbers of its editions.
    """

    titles: tuple[str, ...]
    years: tuple[int, ...] = ()
    who: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    editions: tuple[int, ...] = ()


class Judgement:
    """Judges one form of a title at one place of a line, by the words around it and the rest of the row."""

    def __init__(
        self, parts: LineParts, row: Work, form: TitleForm, facts: Facts, span: Span, listed: ListedNames
    ) -> None:
        self.parts = parts
        self.form = form
        self.facts = facts
        self.span = span
        self.around = Surroundings(parts, form, facts, span, listed)
        years = self.around.years
        self._year_is_parted = min(
            (min(parts.cuts[year.start], parts.cuts[year.end]) for year in years), default=Cut.EDGE
        )
        self.years = row.years or tuple(year.value for year in years)
        self.years_apart = min((abs(a - b) for a in self.years for b in facts.years), default=None)
        self.who = row.who if facts.who else ()
        names = {same_name(one, other) for one in self.who for other in facts.who}
        self.who_agrees = self.around.who_in_line or SameName.YES in names
        is_quoted = span in parts.quoted and (form.is_distinct or self.who_agrees or self.years_apart == 0)
        self.is_marked = span in parts.marked or span in parts.hashtags or is_quoted
        is_misspelt = self.around.misspelt is not None
        self._is_named_in_part = self.around.in_part is not None or is_misspelt or SameName.IN_PART in names
        around = self.around
        self.editions = row.editions if facts.edition else ()
        if facts.edition and not self.editions:
            self.editions = tuple(number for _, number in around.editions)
        self.agreements = int(self.who_agrees) + int(self.years_apart == 0) + int(around.row_agrees)
        self.agreements += int(facts.edition in self.editions)
        said = {cell: said for cell in row.listed if (said := listed.said_in_cell(cell, facts))}
        elsewhere = [cell for cell, one in said.items() if not one.agrees_with(facts)]
        self.listed_alike = len(said) - len(elsewhere) + around.listed_alike
        self.listed_elsewhere = tuple(dict.fromkeys((*elsewhere, *around.listed_elsewhere)))
        self.is_supported = bool(self.agreements) or self.around.in_part is not None or is_misspelt

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
            agreements=self.agreements + self.listed_alike,
            remarks=tuple(remark for _, remark in doubts),
            left=self.around.left_over(),
        )

    def _doubts_of_title(self, spelt: Spelling, number: str) -> Iterator[tuple[float, MatchRemark]]:
        """The doubts about how the line gives the title itself, each with its cost."""
        form = self.form
        if spelt.share < 1:
            kinds = {Tier.PINYIN: "pinyin", Tier.SUBSTRING: "in part", Tier.PREFIX: "in part"}
            yield 0, MatchRemark(kinds.get(spelt.tier, "spelt"), (self.parts.printed(self.span),))
        if number:
            yield weights.NUMBER_MISSING, MatchRemark("number", (number,))
        elif form.omitted and self.around.says_both:
            yield weights.WORDS_OMITTED, MatchRemark("spelt", (self.parts.line.strip(),))
        elif form.first_part and not self.around.first_part:
            yield weights.SUBTITLE_OMITTED, MatchRemark("omitted", (form.omitted or form.first_part,))
        elif form.omitted and not (self.around.first_part and form.omits_first):
            only_words = form.of_body or form.omits_article or LineParts(form.omitted).is_decoration
            cost = weights.WORDS_OMITTED if only_words else weights.SUBTITLE_OMITTED
            yield cost, MatchRemark("omitted", (form.omitted,))

    def _doubts_around(self) -> Iterator[tuple[float, MatchRemark]]:
        """The doubts about the words beside the title, the year and the people, each with its cost."""
        if left := self.around.left_over():
            share = min(sum(map(len, map(key_of, left))) / len(self.parts), 1)
            cost = weights.LEFT_OVER + weights.ALL_LEFT_OVER * share
            yield cost, MatchRemark("left", left)
        if self.years_apart:
            cost = weights.YEAR_NEAR if self.years_apart <= weights.NEAR_YEARS else weights.YEAR_FAR
            years = (", ".join(map(str, self.years)), ", ".join(map(str, sorted(self.facts.years))))
            yield cost, MatchRemark("year", years)
        if self.listed_elsewhere:
            listed = ", ".join(self.listed_elsewhere), ", ".join(self.facts.listed)
            yield weights.LISTED_ELSEWHERE, MatchRemark("listed", tuple(filter(None, listed)))
        if self.editions and self.facts.edition not in self.editions:
            editions = ", ".join(map(str, self.editions)), str(self.facts.edition)
            yield weights.LISTED_ELSEWHERE, MatchRemark("edition", editions)
        if self.around.misspelt and not self.who_agrees:
            yield weights.WHO_IN_PART, MatchRemark("spelt", self.around.misspelt)
        elif (self.who or self.around.in_part) and not self.who_agrees:
            names = self.around.in_part or (", ".join(self.who), ", ".join(self.facts.who[:3]))
            if self._is_named_in_part:
                yield weights.WHO_IN_PART, MatchRemark("who in part", names)
            else:
                yield weights.WHO_DIFFERS, MatchRemark("who", names)

    def _missing_number(self) -> str | None:
        """The number that only the line or only the title has; "" for none, None where it makes another work.

        A number that one of the two lacks makes another work, unless the year agrees: then it was forgotten.
        """
        key = self.parts.key
        beside = next((left for left in self.around.left if left.start == self.span.end), None)
        if beside and (value := number_value(key[beside.start])) is not None:
            gap = self.parts.cuts[beside.start]
            is_first = value.lstrip("0") == "1" and not english_value(self.parts.printed(beside))
            is_fraction = self.parts.gap(beside.end).strip() == "/"
            if is_first and beside.end == beside.start + 1 and not is_fraction:
                self.around.take_as_first_part(beside)
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
        span = self.span
        if any(word.start <= span.start < span.end <= word.end and word != span for word in self.parts.decorations):
            return False  # Ray in Blu-ray
        return (
            self._is_enough(spelt)
            and (not self.around.left or self._may_be_left())
            and not self._is_contradicted(spelt)
        )

    def _is_enough(self, spelt: Spelling) -> bool:
        """Whether the line has enough of the title to mean it, for what is left over beside it."""
        form, around, supported = self.form, self.around, self.is_supported
        if form.omitted and (around.left or spelt.share < 1 or not self._may_omit()):
            return False
        if not form.is_long and self._is_glued() and not (supported or self.is_marked):
            return False
        if around.left and not (self.is_marked or supported or around.is_marked_off()):
            if not form.is_long and not around.is_in_another_script(around.left):
                return False
            if spelt.share < 1 and len(form.key) < weights.LONG_TITLE:
                return False
        return spelt.is_explained or not form.han or len(form.key) >= weights.LONG_TO_MISTAKE or supported

    def _may_omit(self) -> bool:
        """Whether the title may be meant by a form that leaves out part of it."""
        form, is_all = self.form, self.span == (0, len(self.parts))
        is_enough = form.is_distinct or form.is_alternative or (form.omits_article and form.is_long)
        return is_enough or self.is_supported or (is_all and self._is_name_before_subtitle())

    def _is_name_before_subtitle(self) -> bool:
        """Whether the form is one Latin word before a colon that names the work by itself: XGBoost, Dropout.

        A film of such a name is rather another one (TRON), and so is a work of a short ordinary word (Alien, Dune).
        """
        name, _, rest = self.form.title.partition(":")
        if self.form.begin or key_of(name) != self.form.key or " " in name or not self.facts.kinds <= _WITH_EDITIONS:
            return False
        is_coined = not name[1:].islower() and not rest.isupper()
        return self.form.letters >= weights.LONG_LATIN_TITLE and (is_coined or len(name) >= weights.LATIN_TO_FORGIVE)

    def _is_glued(self) -> bool:
        """Whether other characters touch a Chinese title, which may then be part of a word."""
        start, end = self.span
        return bool(self.form.han) and (self.around.is_glued(start, start - 1) or self.around.is_glued(end, end))

    def _is_contradicted(self, spelt: Spelling) -> bool:
        """Whether the year is that of another work, or both the year and the people are."""
        apart, is_long = self.years_apart or 0, self.form.is_long
        is_another = self.who and not self.who_agrees and not self._is_named_in_part
        if apart > weights.NEAR_YEARS and (is_another or not is_long):
            return True
        if apart and is_another and not is_long:
            return True
        # A year that no comma parts from the words around it is rather a number of another title.
        is_parted = self.who_agrees and self._year_is_parted >= Cut.MARK
        return apart > weights.FAR_YEARS and not is_parted and not self._may_be_of_an_edition(spelt)

    def _may_be_of_an_edition(self, spelt: Spelling) -> bool:
        """Whether a year far from that of the work may be that of a copy: 草房子（2009年版）.

        Books are printed again, and plays performed again; a film of that title is rather another one. Of an unknown
        kind of work 版 behind the year says so.
        """
        form, kinds = self.form, self.facts.kinds
        if spelt != AS_PRINTED or form.omitted or not (form.han or form.is_distinct) or self.around.left_over():
            return False
        return kinds <= _WITH_EDITIONS if kinds else any(year.is_of_edition for year in self.around.years)

    def _may_be_left(self) -> bool:
        """Whether the leftover text may stand beside this title."""
        parts, around = self.parts, self.around
        if not self.is_supported and any(fold(parts.printed(left)).endswith(ANOTHER_PART) for left in around.left):
            return False
        if any(around.is_in_brackets(left) and fold(parts.printed(left)) in OPERAS for left in around.left):
            return self.is_supported
        if self.is_marked:
            return True
        if any(mark.start <= left.start < mark.end for mark in parts.marked for left in around.left):
            return False  # the line says that something else is the title
        before = [left for left in around.left if left.end <= self.span.start]
        after = [left for left in around.left if left.start >= self.span.end]
        return (not before or self._may_precede(before)) and (not after or self._may_be_followed_by(after))

    def _may_be_followed_by(self, after: Sequence[Span]) -> bool:
        """Whether this leftover text may follow the title: an episode of a series (西游记第一集), or separate text."""
        whole = Span(after[0].start, after[-1].end)
        is_episode = _EPISODE.fullmatch(self.parts.printed(whole)) and "series" in self.facts.kinds
        return bool(is_episode and self.form.is_long) or self._may_be_beside(after[0], whole)

    def _may_precede(self, before: Sequence[Span]) -> bool:
        """Whether the title may follow this leftover text: an article, a possessive (Niven's), or separate text.

        The kind of an opera touches its title: 豫剧花木兰.
        """
        whole = Span(before[0].start, before[-1].end)
        if self.parts.printed(whole) in OPERAS and self.facts.category in OPERAS and self.form.is_long:
            return True
        *rest, last = self.parts.printed(whole).split()
        if last.lower() in ARTICLES and not rest:
            return True
        if number_value(self.parts.key[before[-1].end - 1]) is not None and ":" in self.parts.gap(self.span.start):
            return False  # the number of another title, of which this is the subtitle
        is_whose = bool(rest) and bool(POSSESSIVE.search(last)) and self.form.is_distinct
        return is_whose or self._may_be_beside(before[-1], whole)

    def _may_be_beside(self, left: Span, whole: Span) -> bool:
        """Whether the cut between the title and its neighbour `left` is strong enough; `whole` is that whole side."""
        is_after = left.start >= self.span.end
        edge, far_edge = (self.span.end, left.start) if is_after else (self.span.start, left.end)
        between = Span(*sorted((edge, far_edge)))  # what is known there, if anything
        if self.parts.printed(between).lower() == "by":
            is_word = " " not in self.parts.printed(whole) and not self.around.is_in_another_script([whole])
            if not is_after or (is_word and not self.form.is_distinct):
                return False  # Death by Chocolate, Call Me by Your Name
        cut, is_foreign = self._cut_over(between, far_edge, left), self.around.is_in_another_script([left])
        if cut <= Cut.SCRIPT:
            return False
        if cut is Cut.BREAK and edge == far_edge and ":" in self.parts.gap(edge) and not self.is_supported:
            # Behind a colon comes a subtitle, which makes it another work; before it mostly who made it.
            return not is_after and (self.form.han >= weights.LONG_TITLE or is_foreign)
        if cut > Cut.MARK or (cut is Cut.MARK and self.who_agrees) or is_foreign:
            return True
        is_enough = self.form.is_distinct or self.is_supported or self.around.is_marked_off()
        return cut is Cut.SPACE and bool(self.form.han) and is_enough

    def _cut_over(self, between: Span, at: int, left: Span) -> Cut:
        """The cut at an edge of leftover text, stronger where something known is between it and the title."""
        if between.start < between.end:
            if max(self.parts.cuts[between.start : between.end + 1]) >= Cut.SPACE:
                return Cut.BREAK
            if self.form.han:
                return Cut.SPACE
        return Cut.SPACE if self.around.is_behind_a_place(left) else self.parts.cuts[at]


_EPISODE = re.compile(r"第\s*[\d一二三四五六七八九十百]+\s*[集期]")
_WITH_EDITIONS = frozenset(("book", "play"))
"""Kinds of work that are made once, and then printed or performed with other years."""
_COUNTED = re.compile(r"[\d一二两三四五六七八九十]+[票遍次张份]|(?i:book)\s+\d+\s*[)\]]")
"""Numbers behind a title that count something else: 我投《画》一票, (Book 4) of a series."""
