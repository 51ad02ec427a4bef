"""Link the lines of someone's own list to the results that they name: what `awardcli match` does.

A line holds a title with other things around it, and which of its characters are the title only the list can tell:

    12、 电影 《 唐人街探案 Ⅱ 》 (2018)  陈思诚   1080p

    1. candidates   titles that share enough pairs of sounds with the line (or a whole key, where a title has no pair of
                    Chinese characters): 唐人街探案, 唐人街探案2, 唐人街探案3
    2. placements   where in the line each may be, between two cuts of it (`line_parts`), as printed or with a slip
                    (`spelling`): numbers are compared as numbers, so 唐人街探案2 is found in 唐人街探案Ⅱ

                      12 | 电影 | 唐人街探案 ② | ⑱ | 陈思诚 | 1080p
                                  └──────────┘     唐人街探案2: nothing is left over but what is known
                                  └────────┘ ②     唐人街探案: a number is left over, so it is another work

    3. judgement    what is around the title must be explained: enumeration, decoration, the year and the people that
                    the list has for it, its other titles, its award. What is not explained, or contradicts, is a doubt:
                    below 100 and said in a remark, or no answer at all (`judging.Judgement`)
    4. choice       the best judgement; of equals the year and the people decide, then the order of the list. Which
                    others are as good is a remark

Most lines of a catalogue name nothing in a list, and are ruled out by step 1 before they are taken apart.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import cached_property
from itertools import chain, islice, pairwise
from operator import add
from typing import NamedTuple

from rapidfuzz.distance import OSA

from awardcli import messages
from awardcli.language.fold import fold, variants_of
from awardcli.language.look_alikes import look_alikes
from awardcli.language.readings import syllables
from awardcli.model import FieldName, Result, Tier
from awardcli.processes import in_processes, stands_somewhere
from awardcli.search import weights
from awardcli.search.judging import (
    NO_EVIDENCE,
    Evidence,
    Facts,
    Held,
    Judgement,
    Remark,
    TitleForm,
    forms_of,
    incomplete,
    organizations_of,
    placements,
    titles_of,
)
from awardcli.search.line_parts import Cut, LineParts, has_edges, is_wordless, number_value
from awardcli.search.printed_text import NUMERALS
from awardcli.search.spelling import BY_PINYIN, coded, slips_forgiven


class Work(NamedTuple):
    """A work as a row of someone's own list gives it: its titles, the first its own, its years, and who made it."""

    titles: tuple[str, ...]
    years: tuple[int, ...] = ()
    who: tuple[str, ...] = ()


class Match(NamedTuple):
    """The result that a line names, None where it names none; how, how surely (0-100), and what is in doubt."""

    result: Result | None = None
    tier: Tier | None = None
    score: float = 0.0
    remarks: tuple[Remark, ...] = ()

    @property
    def note(self) -> str:
        """What is left over, what differs and what else is as good, in the language of the messages; "" for nothing."""
        said = [messages.MATCH_REMARKS[kind](values=messages.listed(values)) for kind, values in self.remarks]
        return messages.AND_THEN().join(said)


class Found(NamedTuple):
    """A match whose result is given by its position in the list: what processes send each other."""

    position: int | None
    tier: Tier | None
    score: float
    remarks: tuple[Remark, ...]


NOTHING = Found(None, None, 0.0, ())


class TitleIndex:
    """The titles (or organizations) of a list in memory, by the pairs of sounds in them.

    A title that has no pair of Chinese characters is found by its whole key (画, 2046), a long one in Latin script also
    by the half of it that a wrong letter leaves. Titles are taken apart only where a line shares enough with them.
    """

    def __init__(self, results: Sequence[Result], field: FieldName = "title") -> None:
        self.results = results
        self.field = field
        self._entries: list[tuple[int, str]] = []
        self._by_pair: dict[str, list[int]] = {}
        self._least_pairs: list[int] = []
        self._by_key: dict[str, list[TitleForm]] = {}
        self._by_half: dict[tuple[int, str], list[TitleForm]] = {}
        self._longest_key = 0
        self._signs: set[str] = set()
        """Of the titles that are found by their keys, characters of which a line has one that holds such a title."""
        self._forms: dict[int, list[TitleForm]] = {}
        self._facts: dict[int, Facts] = {}
        names_of = titles_of if field == "title" else organizations_of
        for position, result in enumerate(results):
            for title in dict.fromkeys(names_of(result)):
                self._add(position, title)

    def _add(self, position: int, title: str) -> None:
        entry, folded, code = len(self._entries), fold(title), coded(title)
        self._entries.append((position, title))
        for pair in set(_pairs(code)):
            if not pair.isascii():
                self._by_pair.setdefault(pair, []).append(entry)
        if not _sure_pairs(folded):
            self._add_by_key(entry, folded)
        elif len(folded) == _SHORT:
            for at, character in enumerate(folded):
                for alike in look_alikes(character):
                    for pair in _pairs(coded(folded[:at] + alike + folded[at + 1 :])):
                        self._by_pair.setdefault(pair, []).append(entry)
        # A title with marks or spaces has parts by which it may be named.
        keys = [folded] if folded == title else [form.key for form in self._forms_of(entry)]
        self._least_pairs.append(min(map(_least_pairs, keys), default=1) if self.field == "title" else 1)

    def _add_by_key(self, entry: int, folded: str) -> None:
        for form in self._forms_of(entry):
            self._by_key.setdefault(form.key, []).append(form)
            self._longest_key = max(self._longest_key, len(form.key))
            if not form.han and slips_forgiven(form.key):
                for half in _halves(form.key, len(form.key)):
                    self._by_half.setdefault(half, []).append(form)
        if han := "".join(filter(is_wordless, folded)):
            self._signs.update(han, variants_of(han), "0123456789" if NUMERALS.intersection(han) else "")
        else:
            self._signs.update(_NUMERAL_SIGNS if folded.isdecimal() else _LETTERS)

    def _forms_of(self, entry: int) -> list[TitleForm]:
        if entry not in self._forms:
            self._forms[entry] = forms_of(*self._entries[entry], self.field)
        return self._forms[entry]

    def facts(self, position: int) -> Facts:
        """What else is known of the result at a position."""
        if position not in self._facts:
            self._facts[position] = Facts(self.results[position], self.field)
        return self._facts[position]

    def result(self, position: int) -> Result:
        """The result at a position."""
        return self.results[position]

    def may_hold(self, line: str) -> bool:
        """A quick look at a line that rules out most of those that name nothing."""
        code = coded(line)
        entries = self._sharing(code)
        if entries:
            if len(code) != len(line) or has_edges(line):
                return True
            # A line without any cut is the title itself, or holds it as printed between what is known of it.
            text = fold(line)
            if any(self._may_be(text, code, entry) for entry in entries):
                return True
        return not self._signs.isdisjoint(line) or (line.isascii() and _letters(line) in self._by_pinyin)

    def _sharing(self, code: str) -> list[int]:
        """The entries that share enough pairs with a coded line."""
        shared = list(filter(self._by_pair.__contains__, _pairs(code)))
        if len(shared) < 2:
            return [entry for pair in shared for entry in self._by_pair[pair] if self._least_pairs[entry] == 1]
        counts: dict[int, int] = {}
        for pair in set(shared):
            for entry in self._by_pair[pair]:
                counts[entry] = counts.get(entry, 0) + 1
        return [entry for entry, count in counts.items() if count >= self._least_pairs[entry]]

    def _may_be(self, text: str, code: str, entry: int) -> bool:
        """Whether a folded line and its code may be a form of a title, begin it, or hold it as printed."""
        for form in self._forms_of(entry):
            if form.key in text or form.of_body or form.code.startswith(code):
                return True
            if OSA.distance(code, form.code, score_cutoff=weights.MOST_UNLIKE) <= weights.MOST_UNLIKE:
                return True
        return False

    def candidates(self, parts: LineParts) -> Iterator[TitleForm]:
        """The forms of titles that a line may hold."""
        for entry in self._sharing(coded(parts.line)):
            yield from self._forms_of(entry)
        if self._signs.isdisjoint(parts.line):
            return
        halves: dict[int, TitleForm] = {}
        for span in parts.readings(self._longest_key + 1):
            reading = parts.key[span.start : span.end]
            yield from self._by_key.get(reading, ())
            if self._by_half and min(parts.cuts[span.start], parts.cuts[span.end]) >= Cut.SPACE:
                for length in (len(reading) - 1, len(reading), len(reading) + 1):
                    for half in _halves(reading, length):
                        halves.update((id(form), form) for form in self._by_half.get(half, ()))
        yield from halves.values()

    def spelt(self, letters: str) -> Sequence[TitleForm]:
        """The titles that letters spell in pinyin."""
        return [self._forms_of(entry)[0] for entry in self._by_pinyin.get(letters, ())]

    @cached_property
    def _by_pinyin(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for entry, (_, title) in enumerate(self._entries):
            said = syllables(fold(title))
            if len(said) >= weights.FEWEST_SYLLABLES and all(said) and sum(map(len, said)) >= weights.FEWEST_SPELT:
                found.setdefault("".join(said), []).append(entry)
        return found


_SHORT = 3
"""A title of so many characters may have no pair left where one is a look-alike."""
_PAIRS_A_SLIP = 2
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_NUMERAL_SIGNS = NUMERALS | frozenset("IVXivx○兩萬億")


def _pairs(code: str) -> Iterator[str]:
    return map(add, code, code[1:])


def _sure_pairs(key: str) -> int:
    """How many pairs of a title a line has that spells it as printed, however it writes the numbers."""
    return sum(
        (is_wordless(one) or is_wordless(other)) and _is_sure(one) and _is_sure(other) for one, other in pairwise(key)
    )


def _is_sure(character: str) -> bool:
    return character not in NUMERALS and number_value(character) is None


def _least_pairs(key: str) -> int:
    """How many pairs of a title a line has at least that spells it with all slips forgiven, or most of it."""
    spelt = _sure_pairs(key) - _PAIRS_A_SLIP * int(slips_forgiven(key))
    begun = int(len(key) * weights.UNFINISHED) - 1 if len(key) >= weights.LONG_BEGINNING else spelt
    return max(min(spelt, begun), 1)


def _letters(line: str) -> str:
    return "".join(filter(_LETTERS.__contains__, line)).lower()


def _halves(reading: str, length: int) -> tuple[tuple[int, str], tuple[int, str]]:
    """The halves of a key of that length, of which a wrong letter leaves one, by how they begin and end a reading."""
    half = length // 2
    return (length, reading[:half]), (-length, reading[len(reading) - (length - half) :])


class Linker:
    """Links lines to the results of a list; it can be sent to other processes.

    `field` is what the lines name, titles or organizations; `min_score` (0-100) leaves out what scores less.
    """

    def __init__(self, results: Iterable[Result], field: FieldName = "title", min_score: float | None = None) -> None:
        self.results = list(results)
        self.field: FieldName = field
        self.min_score = min_score

    def __reduce__(self) -> tuple[object, ...]:
        return Linker, (self.results, self.field, self.min_score)

    @cached_property
    def _titles(self) -> TitleIndex:
        return TitleIndex(self.results, self.field)

    def match(self, works: Iterable[str | Work], jobs: int = 1) -> Generator[Match, None, None]:
        """For each line, or work, what it names, in their order; by several processes where there are many.

        Few lines are in memory at any time, and however the iteration ends, no process is left when it has.
        """
        left = iter(works)
        first = list(islice(left, CHUNK))
        if jobs == 1 or len(first) < CHUNK or not stands_somewhere():
            for work in chain(first, left):
                yield self._match(self.find(work))
            return
        chunks = chain([first], iter(lambda: list(islice(left, CHUNK)), []))
        with closing(in_processes(_find, chunks, jobs, _know, (self,))) as answers:
            yield from map(self._match, chain.from_iterable(answers))

    def _match(self, found: Found) -> Match:
        result = None if found.position is None else self._titles.result(found.position)
        return Match(result, found.tier, found.score, found.remarks)

    def find(self, work: str | Work) -> Found:
        """What a line or a work names, by its position."""
        titles = (work,) if isinstance(work, str) else work.titles
        evidence = NO_EVIDENCE if isinstance(work, str) else Evidence(work.years, work.who)
        held: list[Held] = []
        for title in titles:
            if self._titles.may_hold(title):
                held += self.held(LineParts(title), evidence)
        return self._chosen(held) if held else NOTHING

    def held(self, parts: LineParts, evidence: Evidence = NO_EVIDENCE) -> list[Held]:
        """The titles that a line means, in no order."""
        if not parts.key:
            return []
        found: list[Held] = []
        for form in self._titles.candidates(parts):
            for span, spelt in list(placements(parts, form)) or incomplete(parts, form):
                judgement = Judgement(parts, evidence, form, self._titles.facts(form.position), span)
                if one := judgement.held(spelt):
                    found.append(one)
        if not found and not any(map(is_wordless, parts.key)):
            for span in parts.readings(len(parts), weights.FEWEST_SPELT):
                for form in self._titles.spelt(parts.key[span.start : span.end]):
                    judgement = Judgement(parts, evidence, form, self._titles.facts(form.position), span)
                    if one := judgement.held(BY_PINYIN):
                        found.append(one)
        return found if self.min_score is None else [one for one in found if one.score >= self.min_score]

    def _chosen(self, held: Sequence[Held]) -> Found:
        """The best of what a line may mean, with what else is as good; none where several are only as near."""
        best: dict[int, Held] = {}
        for one in sorted(held, key=_order):
            best.setdefault(one.form.position, one)
        first, *others = best.values()
        equal = [one for one in others if _order(one)[:3] == _order(first)[:3]]
        remarks, score = list(first.remarks), first.score
        twins = [one for one in equal if fold(one.form.title) == fold(first.form.title)]
        strangers = [one for one in equal if one not in twins]
        if strangers and first.tier is not Tier.EQUAL:
            names = dict.fromkeys(one.form.title for one in (first, *strangers))
            return NOTHING._replace(remarks=(Remark("as near", _first(list(names))),))
        same = [one for one in twins if self._is_same_work(first, one)]
        different = [one for one in equal if one not in same]
        if same:
            remarks.append(Remark("also", _first([self._named(one) for one in same])))
        if different:
            remarks.append(Remark("as good", _first([self._named(one) for one in different])))
            score = min(score, weights.MOST_IN_DOUBT + 1) - weights.SEVERAL
        return Found(first.form.position, first.tier, score, tuple(remarks))

    def _is_same_work(self, one: Held, other: Held) -> bool:
        """Whether two results of one title are of the same work: nobody and no year contradicts."""
        a, b = (self._titles.facts(held.form.position) for held in (one, other))
        same_years = not a.years or not b.years or not a.years.isdisjoint(b.years)
        return same_years and (not a.who or not b.who or not set(a.who).isdisjoint(b.who))

    def _named(self, held: Held) -> str:
        """A result as a remark names it: its id, and its award or category."""
        result = self._titles.result(held.form.position)
        return " ".join(filter(None, (result.id, result.award or (result.category and result.category.name))))


def _order(held: Held) -> tuple[float, int, int, int, int]:
    """The best judgement is the least: the score, the tier, the agreements, the longest title, the printed order."""
    return -round(held.score, 6), held.tier, -held.agreements, -len(held.form.key), held.form.position


_MOST_NAMED = 5


def _first(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(names) if len(names) <= _MOST_NAMED else (*names[:_MOST_NAMED], f"… {len(names)}")


CHUNK = 4000
"""Lines that go to a process at once: some tenths of a second's work, so that nobody waits long for an interrupt."""

_linkers: list[Linker] = []
"""In a working process: the linker that it uses."""


def _know(linker: Linker) -> None:
    _linkers.append(linker)


def _find(works: list[str | Work]) -> list[Found]:
    return list(map(_linkers[-1].find, works))


def match(lines: Iterable[str | Work], results: Iterable[Result]) -> Iterator[Match]:
    """For each line the result that it names, its tier, its score (0-100) and a note; in the order of the lines.

    A `Work` instead of a line also has the years and the people of a row. To match lines more than once with a large
    list, keep a `Linker` of it.

    >>> from awardcli import open_collection
    >>> lines = ["1. 《爱上海的理由》  文汇报社", "老潘的茶啡店 2022", "白日依山尽"]
    >>> for found in match(lines, open_collection()):
    ...     print(found.result and found.result.title, found.score, found.note or "-")
    爱上海的理由 100.0 -
    老潘的咖啡店 83.3 spelt otherwise: 老潘的茶啡店
    None 0.0 -
    """
    return Linker(results).match(lines)
