"""Which rows of a gram index may answer a term in each step, as FTS5 expressions of quoted grams.

For the literal and the sound step an expression finds every row that answers, and some that do not: what it finds is
compared like any other candidate. For the near step it finds the rows that have most in common with the term.
"""

from collections.abc import Iterable, Iterator, Sequence

from awardcli.language.grams import BEGINNING, code_of, initials_expression, pairs
from awardcli.language.pinyin import all_syllables, segment
from awardcli.language.readings import syllables
from awardcli.search.pattern import Pattern

_MOST_WAYS = 200
"""Ways to read letters that are looked up; a pasted page of letters must not make more."""
_SHORT = 2


def literal_expression(text: str, *, beginning: bool = False) -> str:
    """What finds every row whose text holds a folded text, or begins with it."""
    units = [[code] for code in map(_own_code, text)]
    start = [BEGINNING + units[0][0]] if beginning else []
    return _all([*start, *_pairs_or_one(units)])


def sound_expression(pattern: Pattern) -> str:
    """What finds every row in which a term stands by sound, in pinyin or as initials."""
    if not pattern.letters:
        return _all(_pairs_or_one([[_heard(sound, typed)] for sound, typed in _heard_units(pattern)]))
    ways = [_all(initials_expression(way)) for way in _initials(pattern)]
    if pattern.is_spelt:
        # Two syllables have too few initials to be told from others by them.
        spelt = [way for way in segment(pattern.text) if len(way) <= _SHORT]
        ways = [way for way in ways if len(pattern.text) > _SHORT or way] if not spelt else ways
        ways += [_all(_pairs_or_one([[code_of(syllable)] for syllable in way])) for way in spelt]
    return _any(ways)


def near_expressions(pattern: Pattern) -> list[str]:
    """What finds the rows that have most grams in common with a term, each gram by itself."""
    found = set(_near_grams(pattern))
    if pattern.in_digits:
        found |= set(_near_grams(pattern.in_digits))
    return sorted(map(_quoted, found))


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


def _initials(pattern: Pattern) -> list[str]:
    """The initials that a term may stand for: each letter begins a syllable, or goes on with the one before it."""
    ways: list[dict[str, None]] = [{} for _ in range(len(pattern) + 1)]
    ways[0][""] = None
    for position in range(len(pattern)):
        for before in ways[position]:
            for length in _lengths(pattern, position):
                if len(ways[position + length]) < _MOST_WAYS:
                    ways[position + length][before + _initial(pattern, position)] = None
    return list(ways[-1])


def _initial(pattern: Pattern, position: int) -> str:
    sound = pattern.sounds[position] if pattern.han[position] else ""
    return sound[:1] or pattern.text[position]


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
