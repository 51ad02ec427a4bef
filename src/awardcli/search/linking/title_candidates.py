"""Candidates for a line: the titles of a list in memory that it may contain, found by pairs of sounds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from operator import add

from awardcli.collection.protocol import KEYS
from awardcli.language.confused_characters import look_alikes
from awardcli.language.fold import CharacterTable, fold, variants_of
from awardcli.language.numerals import english_value
from awardcli.language.readings import syllables
from awardcli.language.words_beside_titles import without_words_around
from awardcli.model import FieldName, Result
from awardcli.search import weights
from awardcli.search.linking.line_parts import PLAIN, Cut, LineParts, Span, is_wordless, number_value
from awardcli.search.linking.spelling import coded, is_only_a_number, slips_forgiven
from awardcli.search.linking.surroundings import ListedNames
from awardcli.search.linking.title_forms import (
    ARTICLES,
    Facts,
    TitleForm,
    forms_of,
    organizations_of,
    part_of,
    second_half,
    titles_of,
)
from awardcli.search.printed_text import NUMERALS


class Titles:
    """The titles (or organizations) of a list, as lines are linked to them."""

    chunk: int
    """Lines that go to a process at once: some tenths of a second of work, so that it can be interrupted soon."""

    def __init__(self, field: FieldName) -> None:
        self._field: FieldName = field
        self._facts: dict[int, Facts] = {}

    @cached_property
    def listed(self) -> ListedNames:
        """The categories and awards of the list."""
        return ListedNames(self._names_in("category"), self._names_in("award"))

    def _names_in(self, column: str) -> Iterable[str]:
        """The names in a column of the list, each once."""
        raise NotImplementedError

    def may_hold(self, line: str) -> bool:
        """A cheap check that rules out most lines that name nothing."""
        raise NotImplementedError

    def candidates(self, parts: LineParts) -> Iterator[Iterable[TitleForm]]:
        """The forms of titles that a line may contain, in groups, the likeliest first; a form may come twice.

        Where a group has a match without a doubt, the next groups are not needed.
        """
        raise NotImplementedError

    def spelt(self, letters: str) -> Iterable[TitleForm]:
        """The titles that letters spell in pinyin."""
        raise NotImplementedError

    def result(self, position: int) -> Result:
        """The result at a position."""
        raise NotImplementedError

    def facts(self, position: int) -> Facts:
        """The other facts about the result at a position."""
        if position not in self._facts:
            self._facts[position] = Facts(self.result(position), self._field)
        return self._facts[position]


FEW_OF_A_SERIES = 64
"""Titles of one series that are compared with a line; of a longer series, those with its numbers and this many."""


class _Series:
    """The entries of titles that differ only in their numbers; most series have one."""

    __slots__ = ("by_number", "entries")

    def __init__(self, entry: int) -> None:
        self.entries = [entry]
        self.by_number: dict[str, list[int]] = {}


class TitlesInMemory(Titles):
    """An index of the titles (or organizations) of a list in memory, by the pairs of sounds in them.

    A title without a pair of Chinese characters is found by its whole key (画, 2046); a long one in Latin script also
    by either half, one of which a wrong letter leaves intact. Titles are taken apart only when a line may contain them.
    """

    chunk = 4000

    def __init__(
        self, results: Sequence[Result], field: FieldName = "title", lines: Iterable[str] | None = None
    ) -> None:
        """Index all titles, or with `lines` only those that these lines may contain, which takes less time."""
        super().__init__(field)
        self.results = results
        self._wanted = None if lines is None else {pair for line in lines for pair in pairs_of(coded(line))}
        self._entries: list[tuple[int, str]] = []
        self._by_fold: dict[str, list[int]] = {}
        self._series: list[_Series] = []
        self._least_pairs: list[int] = []
        self._by_stem: dict[str, int] = {}
        self._by_pair: dict[str, list[int]] = {}
        self._by_key: dict[str, list[TitleForm]] = {}
        self._by_half: dict[tuple[int, str, frozenset[str]], list[TitleForm]] = {}
        self._by_beginning: dict[str, list[int]] = {}
        """Titles in Latin script not yet taken apart, by the first two letters of their first and last word.

        A leading article does not count as the first word.
        """
        self._taken_apart: set[int] = set()
        self._longest_key = 0
        self._signs: set[str] = set()
        """Characters of the titles that are found by their keys: a line that contains such a title has one of these."""
        self._single: set[str] = set()
        """The titles of one Chinese character."""
        self._forms: dict[int, list[TitleForm]] = {}
        names_of = titles_of if field == "title" else organizations_of
        for position, result in enumerate(results):
            for title in dict.fromkeys(names_of(result)):
                self._add(position, title)
        self._is_crowded = any(len(series) > _CROWDED for series in self._by_pair.values())
        for characters in (self._signs, self._single):
            characters.update(variants_of("".join(characters)))
        self._found_otherwise = self._signs | self._single | _LETTERS
        """A line that contains a title without sharing a pair with it has one of these characters."""

    def _names_in(self, column: str) -> Iterable[str]:
        return KEYS[column].names_of(self.results)

    def _add(self, position: int, title: str) -> None:
        entry, folded, code = len(self._entries), fold(title), coded(title)
        may_share = len(folded) <= weights.FEW or code.isascii()
        if self._wanted is not None and not may_share and self._wanted.isdisjoint(pairs_of(code)):
            return
        self._entries.append((position, title))
        self._by_fold.setdefault(folded, []).append(entry)
        is_sure = sure_pairs(folded) > 0
        if not is_sure:
            self._add_by_key(entry, folded)
        stem = _NUMERAL_RUN.sub("#", title) if is_sure else title
        series = self._by_stem.setdefault(stem, len(self._series))
        if series < len(self._series):
            self._series[series].entries.append(entry)
            return
        distinct = [pair for pair in set(pairs_of(code)) if not pair.isascii()]
        least = min(map(least_pairs, pieces_of(title, folded))) if self._field == "title" else 1
        self._series.append(_Series(entry))
        self._least_pairs.append(min(least, len(distinct)) or 1)
        for pair in distinct:
            self._by_pair.setdefault(pair, []).append(series)
        if is_sure and len(folded) == weights.FEW:  # one wrong character may leave it no pair
            for at, character in enumerate(folded):
                for alike in look_alikes(character):
                    for pair in pairs_of(coded(folded[:at] + alike + folded[at + 1 :])):
                        self._by_pair.setdefault(pair, []).append(series)

    def _add_by_key(self, entry: int, folded: str) -> None:
        title = self._entries[entry][1]
        words = _WORD_BEGINNING.findall(_ARTICLE.sub("", title)) if folded.isascii() else []
        for begins in {word.lower() for word in (words[:1] + words[-1:])}:
            self._by_beginning.setdefault(begins, []).append(entry)
        is_number = bool(words and english_value(title))
        if is_number or not words:
            self._take_apart(entry)
        if len(folded) == 1 and is_wordless(folded):
            self._single.add(folded)
        elif han := "".join(filter(is_wordless, folded)):
            self._signs.update(han, "0123456789" if NUMERALS.intersection(han) else "")
        else:
            self._signs.update(_NUMERAL_SIGNS if is_number or folded.isdecimal() else ())
            self._signs.update(() if folded.isdecimal() else _LETTERS)

    def _take_apart(self, entry: int) -> None:
        """Index a title by its keys, and by their halves."""
        if entry in self._taken_apart:
            return
        self._taken_apart.add(entry)
        for form in self._forms_of(entry):
            self._by_key.setdefault(form.key, []).append(form)
            self._longest_key = max(self._longest_key, len(form.key))
            if not form.han and slips_forgiven(form.key):
                for half in _halves(form.key, len(form.key)):
                    self._by_half.setdefault((*half, form.numbers), []).append(form)

    def _forms_of(self, entry: int) -> list[TitleForm]:
        if entry not in self._forms:
            self._forms[entry] = forms_of(*self._entries[entry], self._field)
        return self._forms[entry]

    def result(self, position: int) -> Result:
        return self.results[position]

    def may_hold(self, line: str) -> bool:
        if self._is_crowded and fold(line) in self._by_fold:
            return True
        if shared := self._sharing(coded(line)):
            text = fold(line)
            characters = frozenset(text)
            for series in shared:
                entries = self._series[series].entries
                if len(entries) > FEW_OF_A_SERIES:
                    return True
                for entry in entries:
                    if any(form.may_be_in(text, characters) for form in self._forms_of(entry)):
                        return True
        if self._found_otherwise.isdisjoint(line):
            return False
        if not self._signs.isdisjoint(line):
            return True
        if not self._single.isdisjoint(line) and self._single_marked_off.search(line):
            return True
        return line.isascii() and _letters(line) in self._by_pinyin

    @cached_property
    def _single_marked_off(self) -> re.Pattern[str]:
        """A title of one character with no Chinese character beside it."""
        return re.compile(f"(?<![{HAN}])[{''.join(sorted(self._single))}](?![{HAN}])")

    def _sharing(self, code: str) -> list[int]:
        """The series whose titles share enough pairs with a coded line."""
        shared = self._by_pair.keys() & map(add, code, code[1:])
        if len(shared) < 2:
            return self._by_one_pair.get(shared.pop(), []) if shared else []
        counts: dict[int, int] = {}
        for pair in shared:
            for series in self._by_pair[pair]:
                counts[series] = counts.get(series, 0) + 1
        return [series for series, count in counts.items() if count >= self._least_pairs[series]]

    @cached_property
    def _by_one_pair(self) -> dict[str, list[int]]:
        """The series that need one shared pair only, by that pair; most lines share no more with any title."""
        found = {}
        for pair, among in self._by_pair.items():
            if enough := [series for series in among if self._least_pairs[series] == 1]:
                found[pair] = enough
        return found

    def _entries_of(self, series: "_Series", key: str) -> Iterable[int]:
        """The entries of a series that a line's key may contain; of many, those with its numbers and the first ones."""
        if len(series.entries) <= FEW_OF_A_SERIES:
            return series.entries
        if not series.by_number:
            for entry in series.entries:
                for sign in set(filter(number_value, LineParts(self._entries[entry][1]).key)) or {""}:
                    series.by_number.setdefault(sign, []).append(entry)
        numbered = chain.from_iterable(series.by_number.get(sign, ()) for sign in {"", *filter(number_value, key)})
        return dict.fromkeys(chain(numbered, series.entries[:FEW_OF_A_SERIES]))

    def candidates(self, parts: LineParts) -> Iterator[Iterable[TitleForm]]:
        if self._is_crowded:
            yield self._as_printed(parts)
        yield self._candidates(parts)

    def _as_printed(self, parts: LineParts) -> Iterator[TitleForm]:
        """The titles that equal the whole line, or a marked part of it, once folded."""
        for span in (Span(0, len(parts)), *parts.marked):
            for entry in self._by_fold.get(fold(parts.printed(span)), ()):
                yield self._forms_of(entry)[0]

    def _candidates(self, parts: LineParts) -> Iterator[TitleForm]:
        for series in self._sharing(coded(parts.line)):
            for entry in self._entries_of(self._series[series], parts.key):
                yield from self._forms_of(entry)
        if self._signs.isdisjoint(parts.line) and self._single.isdisjoint(parts.line):
            return
        for begins in set(_WORD_BEGINNING.findall(_INNER_CAPITAL.sub(" ", parts.line))) if self._by_beginning else ():
            for entry in self._by_beginning.pop(begins.lower(), ()):
                self._take_apart(entry)
        halves: dict[int, TitleForm] = {}
        for span in parts.stretches(self._longest_key + 1):
            stretch = parts.key[span.start : span.end]
            yield from self._by_key.get(stretch, ())
            if self._by_half and min(parts.cuts[span.start], parts.cuts[span.end]) >= Cut.SPACE:
                numbers = frozenset(filter(is_only_a_number, stretch))
                for length in (len(stretch) - 1, len(stretch), len(stretch) + 1):
                    for half in _halves(stretch, length):
                        halves.update((id(form), form) for form in self._by_half.get((*half, numbers), ()))
                halves.update((id(form), form) for form in self._by_key.get(_swapped_in_the_middle(stretch), ()))
        yield from halves.values()

    def spelt(self, letters: str) -> Iterable[TitleForm]:
        return [self._forms_of(entry)[0] for entry in self._by_pinyin.get(letters, ())]

    @cached_property
    def _by_pinyin(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for entry, (_, title) in enumerate(self._entries):
            said = syllables(fold(title))
            if len(said) >= weights.FEWEST_SYLLABLES and all(said) and sum(map(len, said)) >= weights.FEWEST_SPELT:
                found.setdefault("".join(said), []).append(entry)
        return found


HAN = "\u3400-\u4e27\u4e29-\u9fff"
"""Chinese characters without 丨, which people type for a bar."""
_NUMERAL_RUN = re.compile(f"[{''.join(sorted(NUMERALS))}]+")
_PAIRS_A_SLIP = 2
_CROWDED = 1000
"""Series that share one pair; from this many on, a line is first looked up as printed."""
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_NUMERAL_SIGNS = NUMERALS | frozenset("IVXivx○兩萬億")

_ARTICLE = re.compile(rf"\A\W*(?:{'|'.join(ARTICLES)})\W+", re.IGNORECASE)
_SUFFIX = re.compile(r"\.\w{2,4}\s*\Z")
_INNER_CAPITAL = re.compile("(?<=[a-z])(?=[A-Z])")
_WORD_BEGINNING = re.compile("(?<![A-Za-z])[A-Za-z]{2}")


def pairs_of(code: str) -> Iterator[str]:
    return map(add, code, code[1:])


def _sort(character: str) -> str:
    """`h` for a Chinese character, `l` for a letter, a space for a numeral."""
    is_number = character in NUMERALS or number_value(character) is not None
    return " " if is_number else "h" if is_wordless(character) else "l"


_SORTS = CharacterTable(_sort)


def sure_pairs(key: str) -> int:
    """How many pairs a title shares with a line that spells it as printed, however the numbers are written."""
    sorts = key.translate(_SORTS)
    letters = len(re.findall("l(?=l)", sorts)) if "l" in sorts else 0
    return sum(len(run) - 1 for run in sorts.split()) - letters


def least_pairs(key: str) -> int:
    """The fewest pairs that a title shares with a line that spells it with all forgiven slips, or most of it."""
    spelt = sure_pairs(key) - _PAIRS_A_SLIP * int(slips_forgiven(key))
    begun = int(len(key) * weights.UNFINISHED) - 1 if len(key) >= weights.LONG_BEGINNING else spelt
    return max(min(spelt, begun), 1)


def pieces_of(title: str, folded: str) -> list[str]:
    """The pieces of a title between marks, spaces and decorations, each folded: the shortest forms of it."""
    parted = without_words_around(title.translate(PLAIN))
    pieces = [fold(piece) for piece in (*re.split(r"[\W_]+", parted), *filter(None, [title[second_half(title) :]]))]
    shortest = weights.LONG_TITLE - 1 if part_of(title) else weights.LONG_TITLE
    return [piece for piece in pieces if len(piece) >= shortest] or [folded]


def _letters(line: str) -> str:
    return "".join(filter(_LETTERS.__contains__, _SUFFIX.sub("", line))).lower()


def _halves(text: str, length: int) -> tuple[tuple[int, str], tuple[int, str]]:
    """The halves of a key of that length as they begin and end a text; a wrong letter leaves one of them intact."""
    half = length // 2
    return (length, text[:half]), (-length, text[len(text) - (length - half) :])


def _swapped_in_the_middle(text: str) -> str:
    """A text with the two letters swapped where its halves meet, which leaves neither half intact."""
    half = len(text) // 2
    return text[: half - 1] + text[half - 1 : half + 1][::-1] + text[half + 1 :] if half else text
