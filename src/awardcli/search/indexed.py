"""Which rows of a gram index may answer a term in each step, as FTS5 expressions of quoted grams.

For the literal and the sound step an expression finds every row that answers, and some that do not: what it finds is
compared like any other candidate. For the near step it finds the rows that have most in common with the term.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Protocol

from awardcli.collection.index import Index, Kind
from awardcli.language.grams import BEGINNING, code_of, initials_expression, pairs
from awardcli.language.pinyin import all_syllables
from awardcli.language.readings import syllables
from awardcli.model import FieldName, Result
from awardcli.search.pattern import Pattern
from awardcli.search.query import Query, Term
from awardcli.search.steps import Step

NEAR_CANDIDATES = 500
"""The results that the near step compares at most: those with the most and the rarest grams in common."""
_MOST_WAYS = 200
"""Ways to read letters that are looked up; a pasted page of letters must not make more."""
_SHORT = 2
_ANY_LENGTH = 1 << 20


class Indexed(Protocol):
    """A collection with a gram index."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Result]: ...

    @property
    def gram_index(self) -> Index: ...

    def positions_of(self, organizations: Iterable[int]) -> Iterator[int]:
        """The positions of the results that name one of the organizations, by their keys."""
        ...

    def results_at(self, positions: Iterable[int]) -> Iterator[Result]:
        """The results at those positions, in the order they are asked for."""
        ...


def candidates(collection: Indexed, query: Query, step: Step) -> Iterator[Result]:
    """The results that may answer a query in a step, in printed order."""
    if step == "near" and len(collection) <= NEAR_CANDIDATES:
        yield from collection
        return
    found = _positions(collection, query.fields, query.whole, step)
    if query.apart:
        each = [_positions(collection, query.fields, term, step) for term in query.apart]
        found |= set.intersection(*each)
    yield from collection.results_at(sorted(found))


def _positions(collection: Indexed, fields: Sequence[FieldName], term: Term, step: Step) -> set[int]:
    """The positions of the results in which a term may stand, in a step or a surer one."""
    found = _found(collection, fields, literal_expression(term.text))
    if step != "literal":
        found |= _found(collection, fields, sound_expression(term.pattern))
    if step == "near":
        found |= _near(collection, fields, term.pattern)
    return found


def _found(collection: Indexed, fields: Sequence[FieldName], expression: str) -> set[int]:
    found: set[int] = set()
    if expression and "title" in fields:
        found.update(collection.gram_index.places("title", expression))
    if expression and "organization" in fields:
        found.update(collection.positions_of(collection.gram_index.places("organization", expression)))
    return found


def _near(collection: Indexed, fields: Sequence[FieldName], pattern: Pattern) -> set[int]:
    found: list[int] = []
    for field in fields:
        for expression, longest in _near_lookups(collection.gram_index, field, pattern):
            places = collection.gram_index.places(field, expression, longest=longest, ranked=NEAR_CANDIDATES)
            positions = places if field == "title" else collection.positions_of(places)
            found += islice(positions, NEAR_CANDIDATES)
    return set(found[:NEAR_CANDIDATES])


def _near_lookups(index: Index, field: Kind, pattern: Pattern) -> Iterator[tuple[str, int]]:
    """What to look up for the near step, and in texts of which length: the surest first."""
    if pattern.is_initials:
        yield from ((expression, _ANY_LENGTH) for expression in _initials_with_a_gap(pattern.text))
        return
    if not pattern.letters and len(pattern) == _SHORT:
        units = [_quoted(_own_code(character)) for character in pattern.text]
        yield " OR ".join(units), _SHORT
        yield " AND ".join(units), _ANY_LENGTH
        return
    grams = near_grams(pattern)
    rare = [gram for gram in grams if gram not in index.common(field, grams)] or grams
    if rare:
        yield " OR ".join(map(_quoted, rare)), _ANY_LENGTH


def literal_expression(text: str, *, beginning: bool = False) -> str:
    """What finds every row whose text holds a folded text, or begins with it."""
    units = [[code] for code in map(_own_code, text)]
    start = [BEGINNING + units[0][0]] if beginning else []
    return _all([*start, *_pairs_or_one(units)])


def sound_expression(pattern: Pattern) -> str:
    """What finds every row in which a term stands by sound, in pinyin or as initials."""
    if not pattern.letters:
        return _all(_pairs_or_one([[_heard(sound, typed)] for sound, typed in _heard_units(pattern)]))
    return _any([_way_expression(pattern, way) for way in _ways(pattern)])


def _way_expression(pattern: Pattern, way: Sequence[str]) -> str:
    """What finds the rows in which each part of a term, a syllable or its beginning, stands for one character."""
    if len(way) <= _SHORT and not any(len(part) == 1 and part.isalpha() and part.isascii() for part in way):
        # Few characters have their sound in common, and many their initials.
        grams = set(pairs([_codes_begun_by(part) for part in way])) or set(_codes_begun_by(way[0]))
        return " OR ".join(map(_quoted, sorted(grams)))
    return _all(initials_expression("".join(_initial(part) for part in way)))


@cache
def _codes_begun_by(part: str) -> list[str]:
    """The codes of the syllables that begin so, or of a character or digit itself."""
    if not (part.isascii() and part.isalpha()):
        return [_own_code(part)]
    return sorted({code_of(syllable) for syllable in all_syllables() if syllable.startswith(part)})


def _initial(part: str) -> str:
    sound = syllables(part)[0] if not part.isascii() else ""
    return sound[:1] or part[:1]


def near_grams(pattern: Pattern) -> list[str]:
    """The grams of which a row that comes near a term has some."""
    found = set(_near_grams(pattern))
    if pattern.in_digits:
        found |= set(_near_grams(pattern.in_digits))
    return sorted(found)


def _initials_with_a_gap(letters: str) -> Iterator[str]:
    """What finds the rows that have the initials in a row but for one left out."""
    for cut in range(2, len(letters) - 1):
        yield _all([*initials_expression(letters[:cut]), *initials_expression(letters[cut:])])


def _near_grams(pattern: Pattern) -> Iterator[str]:
    units: list[list[str]] = []
    for position, typed in enumerate(pattern.text):
        if pattern.han[position]:
            units.append(list(dict.fromkeys([_own_code(typed), _heard(pattern.sounds[position], typed)])))
        else:
            units.append([typed])
    yield from pairs(units)
    for position, spelt in enumerate(pattern.spelt):
        for reading, ways in spelt.items():
            for length, _ in ways:
                following = position + length
                if following < len(pattern):
                    after = [code_of(r) for r in pattern.spelt[following]] or units[following]
                    for code in after:
                        yield code_of(reading) + code


def _heard_units(pattern: Pattern) -> Iterator[tuple[str, str]]:
    return zip(pattern.sounds, pattern.text, strict=True)


def _heard(sound: str, typed: str) -> str:
    return code_of(sound) if sound else typed


def _own_code(character: str) -> str:
    """The code of a character by itself, which an index has whatever its reading in context."""
    sound = syllables(character)[0]
    return code_of(sound) if sound else character


def _pairs_or_one(units: Sequence[Sequence[str]]) -> list[str]:
    return sorted(set(pairs(units))) or list(units[0])


def _ways(pattern: Pattern) -> list[tuple[str, ...]]:
    """The ways to read a term: each letter begins a syllable, or goes on with the one before it.

    Long ways that have the same initials are the same to the index.
    """
    ways: list[dict[str, tuple[str, ...]]] = [{} for _ in range(len(pattern) + 1)]
    ways[0][""] = ()
    for position in range(len(pattern)):
        for before in ways[position].values():
            for length in _lengths(pattern, position):
                heard = pattern.sounds[position] if pattern.han[position] else ""
                way = (*before, heard or pattern.text[position : position + length])
                known = " ".join(way) if len(way) <= _SHORT else "".join(map(_initial, way))
                if len(ways[position + length]) < _MOST_WAYS:
                    ways[position + length].setdefault(known, way)
    return list(ways[-1].values())


def _lengths(pattern: Pattern, position: int) -> Iterator[int]:
    """How many letters from a position on may stand for one character: all that begin some syllable."""
    yield 1
    if pattern.han[position]:
        return
    for length in range(2, pattern.ends[position] - position + 1):
        letters = pattern.text[position : position + length]
        if not any(syllable.startswith(letters) for syllable in all_syllables()):
            return
        yield length


def _quoted(gram: str) -> str:
    return gram if gram.startswith('"') else f'"{gram}"'


def _all(grams: Iterable[str]) -> str:
    return " AND ".join(map(_quoted, grams))


def _any(ways: Sequence[str]) -> str:
    return " OR ".join(f"({way})" for way in dict.fromkeys(ways))
