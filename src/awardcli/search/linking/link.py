"""Link the lines of a user's file to the results that they name: the core of `awardcli match`.

A line contains a title with other text around it. Only the list can tell which of its characters are the title:

    12、 电影 《 唐人街探案 Ⅱ 》 (2018)  陈思诚   1080p

    1. candidates   titles that share enough pairs of sounds with the line (or the whole key, where a title has no pair
                    of Chinese characters): 唐人街探案, 唐人街探案2, 唐人街探案3
    2. placements   the places of each candidate in the line, between two cuts (`line_parts`), as printed or with slips
                    (`spelling`). Numbers are compared by value, so 唐人街探案2 is found in 唐人街探案Ⅱ:

                      12 | 电影 | 唐人街探案 ② | ⑱ | 陈思诚 | 1080p
                                  └──────────┘     唐人街探案2: everything else is explained
                                  └────────┘ ②     唐人街探案: a number is left over, so it is another work

    3. judgement    the text around the title must be explained: enumeration, decoration, and what the list says of the
                    result (year, people, other titles, award). Unexplained or contradicting text is a doubt: it lowers
                    the score and becomes a remark, or rules the title out (`judging.Judgement`)
    4. choice       the best judgement; ties are decided by the year and the people, then by the order of the list.
                    Other results that are as good are named in a remark

Most lines of a catalogue name nothing in the list; step 1 rules them out before they are taken apart. The modules:

    line_parts        a line by itself: its key, where it is divided, its decorations and years
    title_forms       a title by itself: the forms that people write, and what the list says of its result
    title_candidates  step 1 for a list in memory; `stored_titles` for a collection file
    judging           steps 2 and 3; `spelling` says which slips a title forgives, `surroundings` explains the text
                      around it (years, categories, awards, editions), `same_names` compares people and bodies
"""

import re
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from awardcli import messages
from awardcli.language.fold import fold
from awardcli.model import FieldName, Result, Tier
from awardcli.search import weights
from awardcli.search.linking.judging import Held, Judgement, MatchRemark, Work, placements, placements_in_part
from awardcli.search.linking.line_parts import LineParts, Span, is_wordless
from awardcli.search.linking.spelling import BY_PINYIN
from awardcli.search.linking.title_candidates import FEW_OF_A_SERIES, Titles, TitlesInMemory
from awardcli.search.linking.title_forms import TitleForm, without_number

if TYPE_CHECKING:
    from awardcli.search.linking.stored_titles import StoredTitles

IN_MEMORY = 2000
"""A collection file of at most this many results is read as a whole: comparing is then faster than querying."""
FEW_LINES, LONG_LIST = 100, 5000
"""For at most this many lines, only the titles that these may contain are indexed of a list longer than this."""

_BETWEEN_MARKS = re.compile(r"》[^\w《》]*+(?:[与和及][^\w《》]*+)?(?=《)")
_BETWEEN_WORKS = re.compile(rf"{_BETWEEN_MARKS.pattern}|[、/／;；&+，]|(?:\A|\s)\d{{1,2}}[.、)]\s?")
_MOST_PARTS = 12
_RUN_TOGETHER = re.compile(r"\W*[A-Z](?:[a-z]*[A-Z])+[a-z]+(?:\d{4})?\W*")
_WORD_BEGINS = re.compile("(?<=[a-z])(?=[A-Z0-9])")
"""Where the words of a line without spaces begin: OutOfAfrica1985."""
_NO_ROW = Work(())
"""A line with nothing beside it."""


class Match(NamedTuple):
    """The result that a line names (None for none), how it matched, the score (0-100), and remarks on doubts."""

    result: Result | None = None
    tier: Tier | None = None
    score: float = 0.0
    remarks: tuple[MatchRemark, ...] = ()

    @property
    def note(self) -> str:
        """The remarks as one text in the language of messages; "" without any."""
        said = [messages.MATCH_REMARKS[kind](values=messages.listed(values)) for kind, values in self.remarks]
        return messages.AND_THEN().join(said)


NO_MATCH = Match()


class Linker:
    """Links lines to the results of a list; it can be pickled and sent to other processes.

    `results` are a collection or any other results. `field` says whether lines name titles or organizations. Matches
    below `min_score` (0-100) are left out.
    """

    def __init__(self, results: Iterable[Result], field: FieldName = "title", min_score: float | None = None) -> None:
        is_indexed = getattr(results, "last_position", 0) > IN_MEMORY
        self._results = results if is_indexed else list(results)
        self._is_indexed = is_indexed
        self.field: FieldName = field
        self.min_score = min_score

    def __reduce__(self) -> tuple[object, ...]:
        return Linker, (self._results, self.field, self.min_score)

    @property
    def _kind_of_titles(self) -> "type[StoredTitles | TitlesInMemory]":
        if not self._is_indexed:
            return TitlesInMemory
        from awardcli.search.linking.stored_titles import StoredTitles  # with all that looks up an index

        return StoredTitles

    @cached_property
    def _titles(self) -> Titles:
        return self._kind_of_titles(cast(Any, self._results), self.field)

    def match(self, works: Iterable[str | Work], jobs: int = 1) -> Generator[Match, None, None]:
        """The match of each line or work, in their order; `jobs` processes share the work where there is enough.

        Memory use is bounded, and no process outlives the iteration.
        """
        chunk = self._kind_of_titles.chunk
        left = iter(works)
        first = list(islice(left, chunk))
        if jobs == 1 or len(first) < chunk:
            linker = self._for_few(first) if len(first) <= FEW_LINES else self
            may_hold = linker._titles.may_hold
            for work in chain(first, left):
                is_blank = isinstance(work, str) and not may_hold(work)  # most lines of a catalogue
                yield NO_MATCH if is_blank else linker.match_of(work)
            return
        from awardcli.processes import in_processes  # a search, and a short list, need one process

        chunks = chain([first], iter(lambda: list(islice(left, chunk)), []))
        with closing(in_processes(_matches, chunks, jobs, _keep, (self,))) as answers:
            yield from chain.from_iterable(answers)

    def _for_few(self, works: Iterable[str | Work]) -> "Linker":
        """A linker for these few works alone, which does not index a long list as a whole; or this one."""
        lines = [title for work in works for title in ((work,) if isinstance(work, str) else work.titles)]
        is_ready = self._is_indexed or "_titles" in self.__dict__
        if is_ready or len(cast(list[Result], self._results)) < LONG_LIST or any(map(str.isascii, lines)):
            return self
        linker = Linker(self._results, self.field, self.min_score)
        linker._titles = TitlesInMemory(cast(list[Result], self._results), self.field, lines)
        return linker

    def match_of(self, work: str | Work) -> Match:
        """The match of one line or work."""
        if isinstance(work, str):
            work = Work((work,))
        held: list[Held] = []
        line = next(iter(work.titles), "")
        if _BETWEEN_MARKS.search(line) and (several := self._several(line)).remarks:
            return several
        for title in filter(self._titles.may_hold, work.titles):
            held += self._with_whole(title, self.held(LineParts(title), work))
        return self._chosen(held) if held else self._several(line)

    def _several(self, line: str) -> Match:
        """No match, with a remark where every part of a line is a title of its own: 薪火、咏梅, 《画》和《面试》."""
        parts = list(filter(fold, _BETWEEN_WORKS.split(line)))
        if not 1 < len(parts) <= _MOST_PARTS or not all(map(self._titles.may_hold, parts)):
            return NO_MATCH
        best = [max(self.held(LineParts(part)), key=lambda one: one.score, default=None) for part in parts]
        titles = [one.form.title for one in best if one and one.score == weights.NO_DOUBT]
        if len(titles) < len(parts) or len(set(titles)) == 1:
            return NO_MATCH
        return Match(remarks=(_remark("several", titles),))

    def _with_whole(self, line: str, held: list[Held]) -> list[Held]:
        """The titles that a line means; nothing is left over beside one whose whole cell is the line."""
        best = max((one.score for one in held), default=weights.NO_DOUBT)
        if best == weights.NO_DOUBT:
            return held
        return [
            one._replace(score=weights.NO_DOUBT, remarks=(), left=())
            if {remark.kind for remark in one.remarks} == {"left"} and self._is_whole(one, line)
            else one
            for one in held
        ]

    def result(self, held: Held) -> Result:
        """The result that has a title."""
        return self._titles.result(held.form.position)

    def _is_whole(self, held: Held, line: str) -> bool:
        """Whether a line is a whole cell of a result, folded."""
        result = self.result(held)
        cells = result.titles if self.field == "title" else (result.organization or "",)
        return fold(line) in map(fold, cells)

    def held(self, parts: LineParts, row: Work = _NO_ROW) -> list[Held]:
        """The titles that a line means, in no particular order: those found by the first way of reading it."""
        found = next(filter(None, self._ways(parts, row)), [])
        return found if self.min_score is None else [one for one in found if one.score >= self.min_score]

    def _ways(self, parts: LineParts, row: Work) -> Iterator[list[Held]]:
        """What each way of reading a line finds, the likeliest first."""
        if not parts.key:
            return
        yield self._by_title(parts, row)
        if in_words := parts.in_words:
            yield self._by_title(in_words, row)
        yield list(self._without_number(parts, row))
        if _RUN_TOGETHER.fullmatch(parts.line):
            yield self._by_title(LineParts(_WORD_BEGINS.sub(" ", parts.line)), row)
        if not any(map(is_wordless, parts.key)):
            yield list(self._in_pinyin(parts, row))

    def _without_number(self, parts: LineParts, row: Work) -> Iterator[Held]:
        """The titles that a line gives with a number between title and subtitle, which the list leaves out."""
        for line, number in without_number(parts):
            for one in self._by_title(LineParts(line), row):
                has_number = any(without_number(LineParts(one.form.title)))
                if number is None and LineParts(one.form.title).first_part(Span(0, 0)):
                    yield one
                elif one.tier is Tier.EQUAL and not one.left and not has_number:
                    remarks = (*one.remarks, MatchRemark("number", (number or "1",)))
                    yield one._replace(score=one.score - weights.NUMBER_MISSING, remarks=remarks)

    def _by_title(self, parts: LineParts, row: Work) -> list[Held]:
        """The titles that a line means, found by their characters."""
        found: list[Held] = []
        for forms in self._titles.candidates(parts):
            found += self._among(forms, parts, row)
            if any(one.score == weights.NO_DOUBT for one in found):
                break
        return found

    def _among(self, forms: Iterable[TitleForm], parts: LineParts, row: Work) -> Iterator[Held]:
        """Those of the titles that a line means."""
        characters = set(parts.key)
        years = row.years or [year.value for year in parts.years]
        begun: dict[str, int] = {}
        for form in forms:
            # Most titles of a series are ruled out by their numbers alone.
            if not form.numbers <= characters:
                continue
            if form.omitted:  # a line with only the common beginning of a series does not say which it means
                begun[form.key] = begun.get(form.key, 0) + 1
                if begun[form.key] > FEW_OF_A_SERIES:
                    continue
            if form.omitted_number and not self._may_lack_number(form, parts, row, years):
                continue
            placed = list(placements(parts, form))
            if not placed or (form.of_body and form.key != parts.key):
                placed += placements_in_part(parts, form)
            for span, spelling in placed:
                if held := self._judgement(parts, row, form, span).held(spelling):
                    yield held

    def _judgement(self, parts: LineParts, row: Work, form: TitleForm, span: Span) -> Judgement:
        """The judgement of a form of a title at that place of a line."""
        return Judgement(parts, row, form, self._titles.facts(form.position), span, self._titles.listed)

    def _may_lack_number(self, form: TitleForm, parts: LineParts, row: Work, years: Collection[int]) -> bool:
        """Whether the year or the people may show that the line means a title whose number it lacks."""
        facts = self._titles.facts(form.position)
        is_named = bool(row.who) or any(key in parts.key for key in facts.who_keys)
        return is_named or not facts.years.isdisjoint(years)

    def _in_pinyin(self, parts: LineParts, row: Work) -> Iterator[Held]:
        """The titles that a line of letters means by their pinyin."""
        for span in parts.stretches(len(parts), weights.FEWEST_SPELT):
            for form in self._titles.spelt(parts.key[span.start : span.end]):
                if held := self._judgement(parts, row, form, span).held(BY_PINYIN):
                    yield held

    def _chosen(self, held: Sequence[Held]) -> Match:
        """The best of several matches, with a remark on equally good ones; none where several are equally near."""
        first, *others = _best_of_each(held)
        equal = [one for one in others if _order(one)[:3] == _order(first)[:3]]
        remarks, score = list(first.remarks), first.score
        twins = [one for one in equal if fold(one.form.title) == fold(first.form.title)]
        strangers = [one for one in equal if one not in twins]
        if strangers and first.tier is not Tier.EQUAL:
            return Match(remarks=(_remark("as near", (one.form.title for one in (first, *strangers))),))
        same = [one for one in twins if self._is_same_work(first, one)]
        different = [one for one in equal if one not in same]
        if same:
            remarks.append(_remark("also", map(self._named, same)))
        if different:
            remarks.append(_remark("as good", map(self._named, different)))
            score = min(score, weights.NO_DOUBT) - weights.SEVERAL
        return Match(self.result(first), first.tier, score, tuple(remarks))

    def _is_same_work(self, one: Held, other: Held) -> bool:
        """Whether two results with one title may be of the same work: neither people nor years contradict."""
        a, b = (self._titles.facts(held.form.position) for held in (one, other))
        same_years = not a.years or not b.years or not a.years.isdisjoint(b.years)
        may_be_same = self.field == "title" and not (a.who and b.who)  # without a title, a body was honoured itself
        return same_years and (may_be_same or not set(a.who).isdisjoint(b.who))

    def _named(self, held: Held) -> str:
        """A result as a remark names it: its id, and its award or category."""
        result = self.result(held)
        return " ".join(filter(None, (result.id, result.award or (result.category and result.category.name))))


def _order(held: Held) -> tuple[float, int, int, int, int]:
    """The sort key, best first: by score, tier, agreements, length of the title, printed order."""
    return -round(held.score, 6), held.tier, -held.agreements, -len(held.form.key), held.form.position


def _remark(kind: str, names: Iterable[str]) -> MatchRemark:
    """A remark that names the first of several titles or results, each once."""
    return MatchRemark(kind, tuple(messages.first_names(list(dict.fromkeys(names)))))


_linkers: list[Linker] = []
"""The linker of a worker process."""


def _keep(linker: Linker) -> None:
    _linkers[:] = [linker]


def _matches(works: list[str | Work]) -> list[Match]:
    return list(map(_linkers[-1].match_of, works))


def match(lines: Iterable[str | Work], results: Iterable[Result]) -> Iterator[Match]:
    """The match of each line, in their order: the result that it names, the tier, the score (0-100) and a note.

    A `Work` instead of a line also has the years and the people of a row. To match with a large list more than once,
    keep a `Linker` of it.

    >>> from awardcli import open_collection
    >>> lines = ["1. 《爱上海的理由》  文汇报社", "老潘的茶啡店 2022", "白日依山尽"]
    >>> for found in match(lines, open_collection()):
    ...     print(found.result and found.result.title, found.score, found.note or "-")
    爱上海的理由 100.0 -
    老潘的咖啡店 78.0 spelt otherwise: 老潘的茶啡店
    None 0.0 -
    """
    return Linker(results).match(lines)


def titles_held(query: str, results: Iterable[Result]) -> list[tuple[Result, Held]]:
    """The results whose titles a query means with other words around them, best first, with each title.

    >>> from awardcli import open_collection
    >>> [(held.form.title, held.left) for _, held in titles_held("海草 微电影 2022", open_collection())]
    [('海草', ())]
    """
    linker = Linker(results)
    return [(linker.result(one), one) for one in _best_of_each(linker.held(LineParts(query)))]


def _best_of_each(held: Iterable[Held]) -> list[Held]:
    """The best match of each result, best first."""
    best: dict[int, Held] = {}
    for one in sorted(held, key=_order):
        best.setdefault(one.form.position, one)
    return list(best.values())
