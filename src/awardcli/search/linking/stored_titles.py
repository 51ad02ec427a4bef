"""Candidates for a line: the titles of a collection file that it may contain, found by its gram index."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property, lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from awardcli.language.dates import clock_times
from awardcli.language.fold import fold
from awardcli.language.grams import code_of, pairs
from awardcli.language.numerals import title_numbers
from awardcli.language.pinyin import segment
from awardcli.language.readings import syllables
from awardcli.language.title_names import title_names
from awardcli.language.words_beside_titles import INTRODUCED, enumeration, words_around
from awardcli.model import FieldName, Result
from awardcli.search import weights
from awardcli.search.by_index.index_lookups import FieldIndex, all_of, any_of
from awardcli.search.linking.line_parts import (
    PART_OF_WORK,
    PLAIN,
    Cut,
    LineParts,
    Span,
    is_wordless,
    number_sign,
    number_value,
)
from awardcli.search.linking.spelling import coded, is_only_a_number, least_slip, slips_forgiven
from awardcli.search.linking.title_candidates import HAN, Titles, least_pairs, pairs_of, pieces_of, sure_pairs
from awardcli.search.linking.title_forms import TitleForm, forms_of, organizations_of, second_half, titles_of

if TYPE_CHECKING:
    from awardcli.collection.stored import StoredCollection

_MOST_READINGS = 24
"""Parts of a line that are looked up at most; only a pasted page has more."""
_MOST_ROWS = 200
"""Rows that one look-up gives at most."""
_NEAREST = 60
"""Rows compared with a part of a line: those with the most and the rarest pairs in common."""
_COUNTED = 20_000
_KEPT = 20_000
"""Results that stay in memory."""
_IN_CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")
_IN_CHINESE_ALONE = re.compile(rf"([{HAN}〇]+)[{HAN}〇0-9\s·,.、。:;!?]*")
_IN_ONE_PIECE = re.compile(r"[^\s·:]*")
_LONGEST_TITLE = 400
_NUMBER_LENGTH = 8
"""Characters by which a number may be longer in the index: 第二十四季 for 24."""


class LineContent(NamedTuple):
    """What a title may share with a line: pairs of sounds, characters of its key, and those that a title begins at."""

    pairs: Set[str]
    characters: frozenset[str]
    begins: Set[str]


class StoredTitles(Titles):
    """The titles (or organizations) of a collection file, found by its gram index; only some of them are in memory.

    Each part of a line between two strong cuts is looked up: exactly, as the beginning of a title, without its numbers,
    and last by the rows most like it.
    """

    chunk = 100

    def __init__(self, collection: "StoredCollection", field: FieldName = "title") -> None:
        super().__init__(field)
        self._collection = collection
        index = collection.gram_index
        self._index = FieldIndex(lambda gram: index.has(field, gram), lambda gram: index.rows_if_common(field, gram))
        self._names: dict[int, list[_IndexedName]] = {}
        self._results: dict[int, Result] = {}

    def _names_in(self, column: str) -> Iterable[str]:
        return self._collection.names(column)

    def may_hold(self, line: str) -> bool:
        return bool(fold(line))

    def candidates(self, parts: LineParts) -> Iterator[Iterable[TitleForm]]:
        spans = list(islice(_looked_up(parts), _MOST_READINGS))
        begins = {parts.key[span.start] for span in (Span(0, len(parts)), *parts.marked)}
        shared = LineContent(set(pairs_of(coded(parts.line))), frozenset(parts.key), begins)
        keys = [parts.key[span.start : span.end] for span in spans]
        texts = [fold(parts.printed(span)) for span in spans]
        for text in texts:
            yield self._found(all_of(self._index.rare(_grams(text))), len(text), len(text), shared)
        for text in texts:
            if len(text) >= weights.LONG_TITLE:  # it may be a part of a title
                yield self._found(all_of(self._index.rare(_grams(text))), len(text) + 1, _LONGEST_TITLE, shared)
            elif len(text) == len(parts) > 1:  # it may lack which part it is: 兄弟（下）
                for part in "上中下":
                    yield self._found(all_of(_grams(text + part)), len(text) + 1, len(text) + 2, shared)
        for key, text in zip(keys, texts, strict=True):
            if numbers := sum(map(bool, map(number_value, key))):
                yield self._found(self._expression(key), len(key) - numbers, len(text) + _NUMBER_LENGTH, shared)
        for key in keys:
            if slips_forgiven(key) and (grams := list(dict.fromkeys(_grams(key)))):
                index = self._collection.gram_index
                yield self._forms_at(index.most_like(self._field, grams, _NEAREST, most_counted=_COUNTED), shared)

    def spelt(self, letters: str) -> Iterable[TitleForm]:
        for said in segment(letters):
            if len(said) >= weights.FEWEST_SYLLABLES:
                codes = [[code_of(syllable)] for syllable in said]
                for form in self._found(all_of(dict.fromkeys(pairs(codes))), len(said), len(said)):
                    if "".join(syllables(form.key)) == letters:
                        yield form

    def result(self, position: int) -> Result:
        if position in self._results:
            return self._results[position]
        ((_, found),) = self._collection.results_at([position])
        self._results[position] = found
        return found

    def _expression(self, key: str) -> str:
        """The expression for rows with all of a key but its numbers; for these alone where it is nothing else."""
        runs = "".join(" " if number_value(character) else character for character in key).split()
        if grams := list(dict.fromkeys(gram for run in runs for gram in _grams(run))):
            return all_of(self._index.rare(grams))
        written = "".join(filter(None, map(number_value, key)))
        ways = (written, written.translate(_IN_CHINESE))
        return any_of(f"({all_of(_grams(way))})" for way in ways)

    def _found(
        self, expression: str, shortest: int, longest: int, shared: LineContent | None = None
    ) -> Iterator[TitleForm]:
        rows = self._collection.gram_index.rows(self._field, expression, shortest=shortest, longest=longest)
        yield from self._forms_at((row.place for row in islice(rows, _MOST_ROWS)), shared)

    def _forms_at(self, places: Iterable[int], shared: LineContent | None) -> Iterator[TitleForm]:
        """The forms of the titles, or of the organizations, at those places of the index.

        Unless `shared` is None, only of those that share enough of these pairs of sounds.
        """
        positions = list(dict.fromkeys(places))
        if self._field == "organization":
            found = (islice(self._collection.positions_of([place]), _MOST_ROWS) for place in positions)
            positions = list(dict.fromkeys(chain.from_iterable(found)))
        if len(self._names) > _KEPT:
            self._names.clear()
            self._results.clear()
            self._facts.clear()
        for position, names in self._names_at([each for each in positions if each not in self._names]):
            self._names[position] = [_indexed(name, self._field) for name in dict.fromkeys(names)]
        for position in positions:
            for name in self._names.get(position, ()):
                if shared is None or name.may_share(shared):
                    yield from (form.at(position) for form in name.forms)

    def _names_at(self, positions: Sequence[int]) -> Iterator[tuple[int, Iterable[str]]]:
        """The titles, or organizations, of the results at those positions, where possible without the rest of them.

        Most of these results are ruled out by their titles alone.
        """
        if self._field == "title" and not self._collection.has_other_titles:
            for position, title in self._collection.texts_at("title", self._collection.kept(positions)):
                yield position, title_names(title) if title else ()
            return
        for position, result in self._collection.results_at(positions):
            self._results[position] = result
            yield position, titles_of(result) if self._field == "title" else organizations_of(result)


class _IndexedName:
    """A title or organization of results; its forms are made only when a line shares enough pairs with it."""

    def __init__(self, name: str, field: FieldName) -> None:
        self._name = name
        self._field = field
        self._folded = fold(name)

    def may_share(self, shared: LineContent) -> bool:
        """Whether a line that shares that has enough of the name to hold it.

        Only where the name begins as the line does, the line may be unfinished; else each character that it lacks is a
        slip, and the longest form forgives the most.
        """
        if self._has_sure_pairs and self._own_pairs.isdisjoint(shared.pairs):  # the cheapest check fails the most
            return False
        numbers, characters = self._needed
        if not numbers <= shared.characters:
            return False
        missing = characters - shared.characters
        if missing and self._folded[0] not in shared.begins:
            slips = sum(least_slip(each, shared.characters) for each in missing)
            if slips > slips_forgiven(self._folded):
                return False
        return not self._has_sure_pairs or len(self._own_pairs & shared.pairs) >= self._least_pairs

    @cached_property
    def _own_pairs(self) -> Set[str]:
        """The pairs of sounds in the name."""
        return frozenset(pair for pair in pairs_of(coded(self._name)) if not pair.isascii())

    @cached_property
    def _has_sure_pairs(self) -> bool:
        """Whether a line that holds the name shares pairs with it, whatever is spelt otherwise."""
        return (
            self._field == "title"
            and len(self._folded) > weights.FEW
            and bool(self._own_pairs)
            and sure_pairs(self._folded) > 0
        )

    @cached_property
    def _least_pairs(self) -> int:
        """How many of the pairs such a line has at least."""
        return min(*map(least_pairs, pieces_of(self._name, self._folded)), len(self._own_pairs))

    @cached_property
    def _needed(self) -> tuple[Set[str], Set[str]]:
        """Signs of numbers without which no line holds the name, and characters of which it lacks few.

        They are in the first words of a title in Chinese without brackets, decoration or a long subtitle. Each of its
        forms has these words; only a number at their end, or one that names a part, may be left out.
        """
        plain = self._name.translate(PLAIN)
        words = _IN_CHINESE_ALONE.fullmatch(plain) if self._field == "title" else None
        is_replaced = clock_times(plain) or PART_OF_WORK.search(plain)
        if (
            second_half(self._name)
            or words is None
            or is_replaced
            or enumeration(plain)
            or INTRODUCED.search(plain)
            or words_around(plain)
        ):
            return frozenset(), frozenset()
        end, numbers = words.end(1), title_numbers(self._name)
        if len(fold(plain[end:])) >= weights.DISTINCT_TITLE and not _IN_ONE_PIECE.fullmatch(plain, end):
            return frozenset(), frozenset()
        inside = (number_sign(each.value) for each in numbers if each.end < end and not each.is_part)
        in_numbers = {offset for each in numbers for offset in range(*each.whole)}
        others = {self._folded[offset] for offset in range(end) if offset not in in_numbers}
        return frozenset(filter(is_only_a_number, inside)), frozenset() if 0 in in_numbers else others

    @cached_property
    def forms(self) -> list[TitleForm]:
        """The forms of the name, for any result that has it."""
        return forms_of(0, self._name, self._field)


@lru_cache(1 << 12)
def _indexed(name: str, field: FieldName) -> _IndexedName:
    """A name that many results may have."""
    return _IndexedName(name, field)


def _grams(text: str) -> list[str]:
    """The pairs of codes in a text as the index has them; the text itself where it is one character."""
    code = coded(text)
    return list(pairs([[unit] for unit in code])) if len(code) > 1 else [text]


def _looked_up(parts: LineParts) -> Iterator[Span]:
    """The parts of a line that may be a title: the marked ones, then those between two strong cuts, longest first.

    A space between two Latin words counts as a strong cut only beside a decoration or a year.
    """
    yield from parts.marked
    known = [*parts.decorations, *(Span(year.start, year.end) for year in parts.years)]
    around = {offset for span in known for offset in span}
    edges = [
        offset
        for offset in parts.edges
        if parts.cuts[offset] > Cut.SPACE or offset in around or _is_between_scripts(parts, offset)
    ]
    spans = [Span(start, end) for at, start in enumerate(edges) for end in edges[at + 1 :]]
    yield from sorted(spans, key=lambda span: span.start - span.end)


def _is_between_scripts(parts: LineParts, offset: int) -> bool:
    one, other = parts.key[offset - 1], parts.key[offset]
    return is_wordless(one) or is_wordless(other)
