"""What to look up in a gram index for a term, as FTS5 expressions of quoted grams, and what a hit can be there.

For the literal and the sound step the lookups together find every row that answers, and some that do not: what they
find is compared like any other candidate. For the near step there are grams of which a row that answers has some.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, permutations
from typing import NamedTuple

from awardcli.language.grams import BEGINNING, code_of, initials_expression, pairs
from awardcli.language.pinyin import all_syllables, is_syllable
from awardcli.language.readings import syllables
from awardcli.model import Tier
from awardcli.search import worth
from awardcli.search.pattern import Pattern
from awardcli.search.query import Term
from awardcli.search.steps import Step

ANY_LENGTH = 1 << 20
_MOST_WAYS = 200
"""Ways to read letters that are looked up; a pasted page of letters must not make more."""
_SHORT = 2
_MOST_PAIRS = 64
"""Pairs of codes that are looked up for two neighbours; of more, the initials alone must do."""
_FEW_PARTS = 4
"""Ways of more parts are told apart by their initials alone: few rows have so many in a row."""


IsPrinted = Callable[[str], bool]
"""Whether any row has a character as it is: most letters stand in no Chinese title, and need not be looked up."""


class Lookup(NamedTuple):
    """An expression, the length of the texts to look in, and the best that a hit in those rows can be.

    What could be better is found by a better lookup too. `units` is how many characters it can cover at most.
    """

    expression: str
    tier: Tier
    score: float
    units: float
    shortest: int = 1
    longest: int = ANY_LENGTH


def lookups(term: Term, step: Step, is_printed: IsPrinted) -> list[Lookup]:
    """What finds every row that answers a term in the literal or the sound step."""
    return literal_lookups(term.text) if step == "literal" else sound_lookups(term.pattern, is_printed)


def lookups_of_all(terms: Sequence[Term], step: Step, is_printed: IsPrinted) -> list[Lookup]:
    """What finds every row that answers all terms in the literal step, or in that or the sound step."""
    together = _all(f"({anywhere(term, step, is_printed)})" for term in terms)
    if step == "sound":
        return [Lookup(together, Tier.SOUND, 100, ANY_LENGTH)]
    texts = [term.text for term in terms]
    # Only where one begins another can a text begin with both.
    apart = not any(one.startswith(other) for one, other in permutations(texts, 2))
    covered = sum(len(text) ** 2 for text in texts) / sum(map(len, texts))
    return [Lookup(together, Tier.SUBSTRING if apart else Tier.EQUAL, 100, covered if apart else ANY_LENGTH)]


def anywhere(term: Term, step: Step, is_printed: IsPrinted) -> str:
    """What finds every row that answers a term in the literal step, or in that or the sound step."""
    found = literal_lookups(term.text)
    if step != "literal":
        found += sound_lookups(term.pattern, is_printed)
    return _any(f"({lookup.expression})" for lookup in found if lookup.tier is not Tier.PREFIX)


def literal_lookups(text: str) -> list[Lookup]:
    """What finds the rows whose text is a folded text, begins with it, or has it inside."""
    codes = [[code] for code in map(_own_code, text)]
    inside = [*sorted(set(text)), *sorted(set(pairs(codes)))]
    length = len(text)
    return [
        Lookup(_all(inside), Tier.EQUAL, 100, length, length, length),
        Lookup(_all([BEGINNING + codes[0][0], *inside]), Tier.PREFIX, 100, length, length + 1),
        Lookup(_all(inside), Tier.SUBSTRING, 100, length),
    ]


def sound_lookups(pattern: Pattern, is_printed: IsPrinted) -> list[Lookup]:
    """What finds the rows in which a term stands by sound, in pinyin or as initials."""
    if not pattern.letters:
        return _homophones(pattern)
    return [lookup for way in _ways(pattern, is_printed) for lookup in _spelt(pattern, way, is_printed)]


def _homophones(pattern: Pattern) -> list[Lookup]:
    """Where a character is another of the same sound, and where several are."""
    length, expression = len(pattern), _heard(pattern)
    losses = sorted(weight * (1 - worth.SOUND.share) / pattern.weight * 100 for weight in pattern.weights)
    one = 100 - losses[0]
    several = 100 - sum(losses[:2])
    if length == 1:
        return [Lookup(expression, Tier.SOUND, one, length, longest=1)]
    but_one = [_all(sorted(set(pattern.text[:i] + pattern.text[i + 1 :]))) for i in range(length)]
    return [
        Lookup(f"({expression}) AND ({_any(but_one)})", Tier.SOUND, one, length),
        # Of two characters one must be the same, but where they are the whole field.
        Lookup(expression, Tier.SOUND, several, length, longest=length if length == _SHORT else ANY_LENGTH),
    ]


def _heard(pattern: Pattern) -> str:
    """What finds the rows in which each Chinese character may stand by its sound."""
    units = [_codes_of(pattern, position) for position in range(len(pattern))]
    return _spelling(pattern, tuple(Part(position, position + 1) for position in range(len(pattern))), units)


class Part(NamedTuple):
    """What of a term stands for one character: from `start` to `end` (exclusive)."""

    start: int
    end: int


Way = tuple[Part, ...]
"""A way to read a term, part by part."""


def _spelt(pattern: Pattern, way: Way, is_printed: IsPrinted) -> list[Lookup]:
    """The lookups of one way to read a term with letters."""
    units = len(way)
    if _told_by_initials(way):
        return [Lookup(_all(_initials(pattern, way)), Tier.PINYIN, 100, units)]
    full = [_codes_in_full(pattern, part) for part in way]
    begun = [_codes_begun(pattern, part) for part in way]
    shares = [
        (worth.FULL.share, worth.FULL.tier) if codes and not pattern.han[part.start] else _best_begun(pattern, part)
        for part, codes in zip(way, full, strict=True)
    ]
    tier = max(Tier.SOUND, *(tier for _, tier in shares))
    gains = [sum(pattern.weights[part.start : part.end]) * share for part, (share, _) in zip(way, shares, strict=True)]
    found = []
    if all(full):
        # What this does not find has at least one part not in full.
        found.append(Lookup(_spelling(pattern, way, full), tier, 100, units))
        if begun == full:
            return found
        gains[0] -= min(_lost_if_begun(pattern, part) for part in way if not pattern.han[part.start])
    spelling = _spelling(pattern, way, begun)
    # A syllable that is only begun stands for too many characters, but where it is the whole field.
    longest = ANY_LENGTH if units > 1 else 1
    found.append(Lookup(spelling, tier, 100 * sum(gains) / pattern.weight, units, longest=longest))
    for place, part in enumerate(way):
        letter = pattern.text[part.start]
        if part.end == part.start + 1 and len(begun[place]) > 1 and not pattern.han[part.start] and is_printed(letter):
            # A letter that is printed as it is, is worth more than the initial of a character.
            spelling = _spelling(pattern, way, [*begun[:place], [letter], *begun[place + 1 :]])
            found.append(Lookup(spelling, Tier.SOUND, 100, units, longest=longest))
    return found


def _told_by_initials(way: Way) -> bool:
    """Whether a way is long, and stands for all those that have the same initials."""
    return len(way) > _FEW_PARTS and any(part.end > part.start + 1 for part in way)


def _best_begun(pattern: Pattern, part: Part) -> tuple[float, Tier]:
    """The most that a part can be worth, and its tier, where it is no syllable in full and no letter as printed."""
    if pattern.han[part.start] or len(_codes_begun(pattern, part)) == 1:
        return worth.SAME.share, worth.SAME.tier
    if part.end == len(pattern):
        return worth.BEGUN.share, worth.BEGUN.tier
    if part.end == part.start + 1:
        return worth.INITIAL.share, worth.INITIAL.tier
    return worth.INITIAL.share, worth.SHORTENED.tier


def _lost_if_begun(pattern: Pattern, part: Part) -> float:
    return sum(pattern.weights[part.start : part.end]) * (worth.FULL.share - _best_begun(pattern, part)[0])


def _spelling(pattern: Pattern, way: Way, codes: Sequence[Sequence[str]]) -> str:
    """What finds the rows in which each part stands for one character that has one of its codes."""
    if len(way) == 1:
        return _any(codes[0])
    grams = [sorted(set(pairs(both))) for both in pairwise(codes) if len(both[0]) * len(both[1]) <= _MOST_PAIRS]
    initials = _initials(pattern, way) if len(grams) < len(way) - 1 else []
    return _all([*(f"({_any(each)})" for each in grams), *initials])


def _initials(pattern: Pattern, way: Way) -> list[str]:
    """The grams of the initials of a way."""
    return initials_expression("".join(pattern.sounds[part.start][:1] or pattern.text[part.start] for part in way))


def _codes_in_full(pattern: Pattern, part: Part) -> list[str]:
    """The code of a part that is a syllable, a Chinese character or what can be nothing else; none of other letters."""
    typed = pattern.text[part.start : part.end]
    if pattern.han[part.start]:
        return _codes_of(pattern, part.start)
    if is_syllable(typed):
        return [code_of(typed)]
    return [] if _codes_begun_by(typed) else [typed]


def _codes_begun(pattern: Pattern, part: Part) -> list[str]:
    """The codes of all that a part may be or begin; a letter also as it is."""
    if pattern.han[part.start]:
        return _codes_in_full(pattern, part)
    typed = pattern.text[part.start : part.end]
    return [*_codes_begun_by(typed), *([typed] if len(typed) == 1 else [])]


@cache
def _codes_begun_by(letters: str) -> list[str]:
    """The codes of the syllables that begin so."""
    return sorted({code_of(syllable) for syllable in all_syllables() if syllable.startswith(letters)})


def _ways(pattern: Pattern, is_printed: IsPrinted) -> list[Way]:
    """The ways to read a term: each letter begins a syllable, goes on with the one before it, or is printed as it is.

    Long ways that have the same initials are the same to the index.
    """
    ways: list[dict[object, Way]] = [{} for _ in range(len(pattern) + 1)]
    ways[0][()] = ()
    for position in range(len(pattern)):
        lengths = list(_lengths(pattern, position, is_printed))
        for before in ways[position].values():
            for length in lengths:
                way = (*before, Part(position, position + length))
                alike = way if len(way) <= _FEW_PARTS else "".join(pattern.text[part.start] for part in way)
                if len(ways[position + length]) < _MOST_WAYS:
                    ways[position + length].setdefault(alike, way)
    return list(ways[-1].values())


def _lengths(pattern: Pattern, position: int, is_printed: IsPrinted) -> Iterator[int]:
    """How many letters from a position on may stand for one character: all that begin some syllable."""
    if pattern.han[position]:
        yield 1
        return
    if not _codes_begun_by(pattern.text[position]) and is_printed(pattern.text[position]):
        yield 1
    for length in range(1, pattern.ends[position] - position + 1):
        if not _codes_begun_by(pattern.text[position : position + length]):
            return
        yield length


def near_grams(pattern: Pattern) -> list[str]:
    """The grams of which a row that comes near a term has some."""
    found = set(_near_grams(pattern))
    if pattern.in_digits:
        found |= set(_near_grams(pattern.in_digits))
    return sorted(found)


def _near_grams(pattern: Pattern) -> Iterator[str]:
    units: list[list[str]] = []
    for position, typed in enumerate(pattern.text):
        if pattern.han[position]:
            units.append(_codes_of(pattern, position))
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


def initials_with_a_gap(letters: str) -> Iterator[str]:
    """What finds the rows that have the initials in a row but for one left out."""
    for cut in range(2, len(letters) - 1):
        yield _all([*initials_expression(letters[:cut]), *initials_expression(letters[cut:])])


def two_characters(text: str) -> tuple[str, str]:
    """What finds the rows that have one of two characters by its sound, and those that have both."""
    codes = [_own_code(character) for character in text]
    return _any(codes), _all(codes)


def _codes_of(pattern: Pattern, position: int) -> list[str]:
    """The code of a Chinese character in its context, and by itself, which a text has that holds the very same."""
    typed, sound = pattern.text[position], pattern.sounds[position]
    return list(dict.fromkeys([code_of(sound) if sound else typed, _own_code(typed)]))


def _own_code(character: str) -> str:
    sound = syllables(character)[0]
    return code_of(sound) if sound else character


def _quoted(gram: str) -> str:
    return gram if gram[0] in '"(' else f'"{gram}"'


def _all(grams: Iterable[str]) -> str:
    return " AND ".join(map(_quoted, grams))


def _any(grams: Iterable[str]) -> str:
    return " OR ".join(map(_quoted, dict.fromkeys(grams)))
