"""From the rows of a file to the results that they name: what `awardcli match` does with each row."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from functools import cached_property
from itertools import chain, islice, pairwise, product
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from awardcli.language.fold import fold, fold_character
from awardcli.language.grams import code_of
from awardcli.language.pinyin import accents
from awardcli.language.readings import is_han, read_alone
from awardcli.model import FieldName, Hit, Result, Tier
from awardcli.processes import in_processes, stands_somewhere
from awardcli.search import weights
from awardcli.search.alignment import Alignment
from awardcli.search.near import forgiven, missing
from awardcli.search.printed_text import NUMERALS, Candidate, PrintedText, WrittenForm
from awardcli.search.query import Query, Term
from awardcli.search.ranking import as_hit, matches_of
from awardcli.search.steps import Matcher, steps

if TYPE_CHECKING:
    from awardcli.search.tally import Tally


Gram = tuple[str, str]


def coded(text: str) -> str:
    """The codes of a text, folded: each character as it is read alone.

    >>> coded("上海，商海") == coded("商嗨山海"), coded("T 台")[:1]
    (True, 't')
    """
    return text.translate(_CODES)


def codes_of(readings: Iterable[str]) -> frozenset[str]:
    """The codes of readings."""
    return frozenset(map(code_of, readings))


def grams(units: Iterable[frozenset[str]]) -> Iterator[Gram]:
    """The grams of units that may each have several codes."""
    known = list(units)
    for one, other in chain(pairwise(known), zip(known, known[2:], strict=False)):
        yield from product(one, other)


def units_of(view: WrittenForm) -> list[frozenset[str]]:
    """The codes that each character of a view may have; a letter or digit is its own."""
    return [
        codes_of(readings) | {*coded(character)} for character, readings in zip(view.text, view.readings, strict=True)
    ]


def spelt_grams(field: PrintedText) -> set[Gram]:
    """The pairs of letters that may stand side by side where a field is typed in pinyin or initials."""
    found: set[Gram] = set()
    before: frozenset[str] = frozenset()
    for character, readings in zip(field.text, field.readings, strict=True):
        spellings = frozenset(chain(readings, *map(accents, readings))) or frozenset({character})
        for spelt in spellings:
            found |= set(pairwise(spelt))
        found |= {(letter, spelt[0]) for letter in before for spelt in spellings}
        before = frozenset(chain.from_iterable(spellings))
    return found


class _Codes(dict[int, str]):
    """The codes of each character, folded, as `str.translate` asks for them."""

    def __missing__(self, point: int) -> str:
        fold = fold_character(chr(point))
        self[point] = codes = "".join(code_of(said) if (said := read_alone(c)) else c for c in fold)
        return codes


_CODES = _Codes()


PART = 4
"""The fewest characters that name a longer title of which they are no more than half."""


class Line:
    """A line as names are compared with it: its text, folded, and its codes, one for each character."""

    def __init__(self, line: str) -> None:
        self.text = fold(line)
        self.code = coded(line)
        self.han = sum(map(is_han, self.text))
        self.letters = (len(self.text) - self.han) * weights.LETTER
        self.numerals = sum(map(NUMERALS.__contains__, self.text))
        self.cutoff = weights.cutoff(self.han, len(self.text) - self.han)
        self.forgiven = forgiven(self.han)
        self.is_plain = len(line.split()) == 1 and all(map(is_han, self.words[0]))

    @cached_property
    def characters(self) -> frozenset[str]:
        return frozenset(self.text)

    @cached_property
    def codes(self) -> frozenset[str]:
        return frozenset(self.code)

    @cached_property
    def words(self) -> tuple[str, str]:
        """Its text and codes without the numerals."""
        if not self.numerals:
            return self.text, self.code
        kept = [(text, code) for text, code in zip(self.text, self.code, strict=False) if text not in NUMERALS]
        return "".join(text for text, _ in kept), "".join(code for _, code in kept)


class Name:
    """A title, or an organization, as lines are compared with it."""

    def __init__(self, result: Result, field: FieldName, least_score: float) -> None:
        self.candidate = Candidate(result)
        self.field = self.candidate.field(field)
        self.text = self.field.text
        self.term = Term([self.field.original])
        typed = self.term.typed
        self.units = units_of(self.field)
        self.codes = frozenset(chain.from_iterable(self.units))
        self.has_number = not NUMERALS.isdisjoint(self.text)
        sure = [
            (character, code)
            for character, code, sound in zip(self.text, coded(self.text), typed.sounds, strict=True)
            if character not in NUMERALS and code in (codes_of([sound]) if sound else character)
        ]
        # What may be written or read otherwise is taken as found.
        self.sure_text = "".join(character for character, _ in sure)
        self._sure_codes = "".join(code for _, code in sure)
        self._characters = frozenset(self.sure_text if self.has_number else self.text)
        self._printed = frozenset(self.text)
        words = [(text, codes) for text, codes in zip(self.text, self.units, strict=True) if text not in NUMERALS]
        self._words, self._units_of_words = "".join(text for text, _ in words), [codes for _, codes in words]
        self._is_plain = all(map(is_han, self._words))
        self._forgiven = forgiven(len(typed.characters))
        self._shapes = frozenset(chain.from_iterable(typed.shapes))
        self._weight = sum(typed.near_weights)
        self._doubtful = max(self._weight - len(sure), 0.0)
        self.cutoff = max(typed.cutoff, least_score)

    def grams(self) -> set[Gram]:
        """The grams by which it is looked up; of a pair of characters, one may also be mistaken for its look-alikes."""
        units = self.units
        if len(units) == 2:
            shapes = self.term.typed.shapes
            units = [unit.union(*map(coded, alike)) for unit, alike in zip(units, shapes, strict=True)]
        digits = [units_of(view) for view in self.field.rewritten[:1]]
        return {gram for each in (units, *digits) for gram in grams(each)}

    def may_be(self, line: Line, share: float) -> bool:
        """Whether the line may be the name, by at least that share of the line's weight."""
        words, codes = line.words
        if line.is_plain and missing(words, self._printed) > line.forgiven and not self.codes.issuperset(codes):
            return False
        numbers = line.numerals if self.has_number else 0
        text, code = (words, codes) if numbers else (line.text, line.code)
        sounding = sum(map(self.codes.__contains__, code))
        same = sum(map(self._characters.__contains__, text))
        shapes = sum(map(self._shapes.__contains__, text))
        most = same + (sounding - same) * weights.SOUND.share + shapes * weights.LOOK_ALIKE.share
        if numbers:  # a number counts as one thing, and may be written otherwise
            most += weights.NUMBER + share * (numbers - weights.NUMBER)
        if most < share * (line.han + line.letters) - line.letters:
            return False
        found = sounding + numbers
        return 2 * (found + shapes) > len(self.text) or found >= line.han >= PART

    def may_stand_in(self, line: Line, share: float) -> bool:
        """Whether the line may hold the name, or that share of the name's weight."""
        far = self._is_plain and missing(self._words, line.characters) > self._forgiven
        if far and any(map(line.codes.isdisjoint, self._units_of_words)):
            return False
        same = sum(map(line.characters.__contains__, self.sure_text))
        sounding = sum(map(line.codes.__contains__, self._sure_codes))
        shapes = sum(map(self._shapes.__contains__, line.text))
        most = same + (sounding - same) * weights.SOUND.share + shapes * weights.LOOK_ALIKE.share
        return most + self._doubtful >= share * self._weight


_HALF = 0.5
_FEWEST_GRAMS = 2
"""Grams that a longer line shares with a name, whichever of its characters is wrong."""
_HELD = 3
"""The fewest characters of a title that a longer line may hold: fewer stand in many lines by chance."""
_APART = 3
"""Up to so many characters it must stand apart there: 为什么 is a title in 《为什么》, and a question in 他为什么来."""
_HELD_SCORE = 75.0
"""What a title must score in a longer line: there is more that may be like it than in a title."""
_CUTOFF = 64.0
"""The least cutoff of a near match of Chinese characters."""
_BLOCK = 4000
_MOST_CHARACTERS = 1 << 18
"""Lines that are looked at together, and their characters, of which each takes some thirty bytes meanwhile."""
_SAMPLE = 20
"""Characters of a long title that are asked for where a stretch of a line may hold no more of it."""
_SURE = 80.0
"""No step wants more of a match than this."""

_Part = TypeVar("_Part")


class NamedMatch(NamedTuple):
    """The result that a line names, how, and how well (0-100)."""

    result: Result
    tier: Tier
    score: float


class Found(NamedTuple):
    """A named match by the position of its result among `Names.results`: what processes send each other."""

    position: int
    tier: Tier
    score: float


class _Way(NamedTuple):
    """One way in which a line names a name; the best way is the least, as hits are ordered."""

    tier: Tier
    minus_score: float
    minus_coverage: float
    position: int


class Names:
    """The titles (or organizations) of results, made ready for `matches`; it can be sent to other processes.

    Of several results with the same name the first stands for all. `min_score` (0-100) takes the place of the near
    step's own cutoff, and no match scores less.
    """

    def __init__(self, results: Iterable[Result], field: FieldName = "title", min_score: float | None = None) -> None:
        self.field_name: FieldName = field
        self.min_score = min_score
        firsts: dict[str, Result] = {}
        for result in results:
            if text := fold((result.title if field == "title" else result.organization) or ""):
                firsts.setdefault(text, result)
        self.results = list(firsts.values())

    @cached_property
    def _names(self) -> list[Name]:
        return [Name(result, self.field_name, _HELD_SCORE) for result in self.results]

    @cached_property
    def _spelling(self) -> dict[Gram, list[int]]:
        """The names that each pair of letters stands in, in pinyin or as initials."""
        return _positions(spelt_grams(name.field) for name in self._names)

    @cached_property
    def _single(self) -> dict[str, list[int]]:
        """The names of one character that each code may stand for."""
        return _positions(name.codes if len(name.text) == 1 else () for name in self._names)

    @cached_property
    def _tally(self) -> "Tally":
        from awardcli.search.tally import Tally  # numpy, which a process that only hands lines out need not wait for

        return Tally(_positions(name.grams() for name in self._names), len(self._names), self._fewest)

    def __reduce__(self) -> tuple[object, ...]:
        return Names, (self.results, self.field_name, self.min_score)

    def find(self, lines: Iterable[str]) -> Iterator[Found | None]:
        """For each line the one that it names, or None."""
        left = iter(lines)
        while block := list(islice(left, _BLOCK)):
            yield from self._find(block)

    def _find(self, lines: list[str]) -> list[Found | None]:
        if len(lines) > 1 and sum(map(len, lines)) > _MOST_CHARACTERS:
            half = len(lines) // 2
            return self._find(lines[:half]) + self._find(lines[half:])
        found: list[Found | None] = [None] * len(lines)
        sharing, plain = self._tally.look(lines)
        for number in sharing.keys() | plain:
            others = sharing.get(number, ())
            line = Line(lines[number])
            code = line.code
            typed = self._single.get(code, []) + self._spelt(code)
            typed += [position for position in others if self._may_be(line, self._names[position])]
            held = [position for position in others if self._may_hold(line, self._names[position])]
            if typed or held:
                found[number] = self.best(lines[number], typed, held)
        return found

    def _may_be(self, line: Line, name: Name) -> bool:
        return len(line.code) <= len(name.text) and name.may_be(line, self._least(line.cutoff))

    def _may_hold(self, line: Line, name: Name) -> bool:
        return len(name.text) >= _HELD and name.may_stand_in(line, self._least(name.cutoff))

    def _fewest(self, length: int, neighbours: bool) -> list[int]:
        """For each name, the fewest grams that a line of so many codes shares with it to be it or hold it."""
        from awardcli.search.tally import LONGEST, NEVER

        typed = self._fewest_grams(length, _CUTOFF, neighbours)
        part = length - 1 if neighbours else 2 * length - 3
        uncertain = 1 if neighbours else _FEWEST_GRAMS
        found = []
        for name in self._names:
            most = len(name.text)
            may_be_whole = length <= most < 2 * length or length == LONGEST <= most
            as_whole = min(typed, uncertain if name.has_number else NEVER) if may_be_whole else NEVER
            as_part = part if PART <= length <= most else NEVER
            held = (
                self._fewest_grams(min(len(name.sure_text), _SAMPLE), name.cutoff, neighbours)
                if most >= _HELD
                else NEVER
            )
            found.append(min(as_whole, as_part, held, NEVER))
        return found

    def _fewest_grams(self, length: int, cutoff: float, neighbours: bool = False) -> int:
        """How many grams a near match of so many characters shares at least.

        There are two for each character but the last, which has none, and the one before; a wrong one spoils four.
        Among neighbours it is one for each and two spoilt; of three characters the first and last may be all there is.
        """
        wrong = int((1 - self._least(cutoff)) * length)
        if neighbours:
            return max(length - 1 - 2 * wrong, 0 if length < PART else 1)
        return max(2 * length - 3 - 4 * wrong, 1 if length < PART else _FEWEST_GRAMS)

    def _least(self, cutoff: float) -> float:
        """The share of its weight that a match must gain, whatever the step."""
        return min(cutoff if self.min_score is None else self.min_score, _SURE) / 100

    def _spelt(self, code: str) -> list[int]:
        """The names that letters may spell: at least half of their pairs stand in the name's pinyin or initials."""
        if not code.isascii():
            return []
        counts: dict[int, int] = {}
        for pair in pairwise(code):
            for position in self._spelling.get(pair, ()):
                counts[position] = counts.get(position, 0) + 1
        return [position for position, count in counts.items() if count * 2 >= len(code) - 1]

    def best(self, line: str, typed: Iterable[int] | None = None, held: Iterable[int] | None = None) -> Found | None:
        """Which of the names a line is or holds, at those positions or at any; None for none.

        Two that are named equally well leave it open which is meant: that is none too.
        """
        if not fold(line):
            return None
        everything = range(len(self._names))
        query = Query.of(line, self.field_name, min_score=self.min_score)
        field = PrintedText(self.field_name, line)
        for _, matcher in steps(query):
            ways = [
                *self._typed(query, everything if typed is None else typed, matcher),
                *self._held(field, everything if held is None else held, matcher),
            ]
            if ways:
                return self._only(sorted(ways))
        return None

    def _typed(self, query: Query, positions: Iterable[int], matcher: Matcher) -> Iterator[_Way]:
        whole, apart = query.whole, query.apart("near")
        for position in positions:
            candidate = self._names[position].candidate
            if found := matches_of(candidate, query.fields, whole, apart, matcher):
                hit = as_hit(candidate, found)
                if _is_whole_enough(hit, whole, len(self._names[position].text)):
                    yield _Way(hit.tier, -hit.score, -hit.coverage, position)

    def _held(self, field: PrintedText, positions: Iterable[int], matcher: Matcher) -> Iterator[_Way]:
        least = _HELD_SCORE if self.min_score is None else self.min_score
        for position in positions:
            name = self._names[position]
            if len(name.text) < _HELD:
                continue
            match = matcher(name.term, field)
            if match and match.score >= least and (len(name.text) > _APART or _stands_apart(match, field)):
                yield _Way(match.tier, -match.score, -match.coverage, position)

    def _only(self, ways: list[_Way]) -> Found | None:
        best = ways[0]
        if any(way[:3] == best[:3] and way.position != best.position for way in ways[1:]):
            return None
        if self.min_score is not None and -best.minus_score < self.min_score:
            return None
        return Found(best.position, best.tier, -best.minus_score)


def _positions(parts: Iterable[Iterable[_Part]]) -> dict[_Part, list[int]]:
    """Where each part is one of those given: by the positions of all that have it."""
    found: dict[_Part, list[int]] = {}
    for position, its_parts in enumerate(parts):
        for part in its_parts:
            found.setdefault(part, []).append(position)
    return found


def _is_whole_enough(hit: Hit, typed: Term, length: int) -> bool:
    """Whether what was typed names the whole of a title of that length, and not merely stands in it somewhere.

    More than half of it does, as do four of its characters in a row. A near match must be the former, and have no more
    characters than the title: where it has, the line is a longer one that may hold it.
    """
    if hit.coverage > _HALF:
        return hit.tier is not Tier.NEAR or typed.typed.letters > 0 or len(typed.text) <= length
    return hit.tier is not Tier.NEAR and round(hit.coverage * length) >= PART


def _stands_apart(match: Alignment, field: PrintedText) -> bool:
    """Whether spaces, punctuation or the line's ends set the match off from the rest of the line."""
    start, end = match.places[0].start, match.places[-1].end
    around = field.original[start - 1 : start] + field.original[end : end + 1]
    return not any(map(str.isalnum, around))


def matches(lines: Iterable[str], names: Names) -> Iterator[NamedMatch | None]:
    """For each line the result that it names, or None, in the order of the lines.

    >>> from awardcli import open_collection
    >>> names = Names(open_collection())
    >>> lines = ["爱上海的理甶", "2022 老潘的茶啡店 短片", "白日依山尽"]
    >>> [match and match.result.title for match in matches(lines, names)]
    ['爱上海的理由', '老潘的咖啡店', None]
    """
    for found in names.find(lines):
        yield found and NamedMatch(names.results[found.position], found.tier, found.score)


CHUNK = 8000
"""Lines that go out at once: some hundredths of a second's work, so that nobody waits long for an interrupt."""

_names: list[Names] = []
"""In a working process: the names it compares with."""


def parallel_matches(lines: Iterable[str], names: Names, jobs: int) -> Generator[NamedMatch | None, None, None]:
    """`matches` by that many processes, with few lines in memory at any time; what fits one chunk needs none of them.

    However the iteration ends, no process is left when it has.
    """
    left = iter(lines)
    first = list(islice(left, CHUNK))
    if jobs == 1 or len(first) < CHUNK or not stands_somewhere():
        yield from matches(chain(first, left), names)
        return
    chunks = chain([first], iter(lambda: list(islice(left, CHUNK)), []))
    with closing(in_processes(_find, map(_together, chunks), jobs, _know, (names,))) as answers:
        for found in chain.from_iterable(answers):
            yield found and NamedMatch(names.results[found.position], found.tier, found.score)


def _know(names: Names) -> None:
    _names.append(names)


def _together(lines: list[str]) -> list[str] | str:
    """The lines as one text, which goes to another process in a fraction of the time, where it can be told apart."""
    text = "\n".join(lines)
    return text if text.count("\n") < len(lines) else lines


def _find(lines: list[str] | str) -> list[Found | None]:
    return list(_names[-1].find(lines.split("\n") if isinstance(lines, str) else lines))
