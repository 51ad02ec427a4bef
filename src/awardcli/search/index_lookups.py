"""FTS5 expressions, made of quoted grams alone, and the codes of a term that they are made of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import permutations
from typing import NamedTuple

from awardcli.language.grams import BEGINNING, code_of, initials_expression, pairs
from awardcli.language.pinyin import all_syllables, is_syllable
from awardcli.language.readings import syllables
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.query import Term
from awardcli.search.steps import Step
from awardcli.search.typed_term import TypedTerm


def codes_at(pattern: TypedTerm, position: int) -> list[str]:
    """The codes of a Chinese character of a term, in its context first; itself where it has no reading."""
    return list(dict.fromkeys(map(code_of, pattern.readings[position]))) or [pattern.text[position]]


def own_code(character: str) -> str:
    """The code of a character that stands alone; itself where it has no reading."""
    sound = syllables(character)[0]
    return code_of(sound) if sound else character


def all_of(grams: Iterable[str]) -> str:
    """What finds the rows that have all the grams, or answer all the expressions in brackets."""
    return " AND ".join(map(_quoted, grams))


def any_of(grams: Iterable[str]) -> str:
    """What finds the rows that have any of the grams, or answer any of the expressions in brackets."""
    return " OR ".join(map(_quoted, dict.fromkeys(grams)))


def _quoted(gram: str) -> str:
    return gram if gram[0] in '"(' else f'"{gram}"'


ANY_LENGTH = 1 << 20
_MOST_WAYS = 200
"""Ways to read letters that are looked up; a pasted page of letters must not make more."""
_SHORT = 2
_ENOUGH, _ENOUGH_PAIRS = 5, 3
"""Grams, or places of pairs, that are not common, which hardly a row has together that does not answer."""
_MOST_PAIRS = 64
"""Pairs of codes that are looked up for two neighbours; of more, the initials alone must do."""
_FEW_PARTS = 4
"""Ways of more parts are told apart by their initials alone: few rows have so many in a row."""


class Known(NamedTuple):
    """What an index knows of its grams."""

    has: Callable[[str], bool]
    """Whether any row has a gram: most letters stand in no Chinese title as they are, and need not be looked up."""
    is_common: Callable[[str], bool]
    """Whether many rows have it."""

    def rare(self, grams: Sequence[str]) -> Sequence[str]:
        """The grams that are not common, where they are enough to tell a row by; else all."""
        rare = [gram for gram in grams if not self.is_common(gram)]
        return rare if len(rare) >= _ENOUGH else grams


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


def lookups(term: Term, step: Step, known: Known) -> list[Lookup]:
    """What finds every row that answers a term in the literal or the sound step."""
    return literal_lookups(term.text, known) if step == "literal" else sound_lookups(term.pattern, known)


def widest(term: Term, step: Step, known: Known) -> str | None:
    """What finds by itself all that the lookups for a term find; None where they are as quick one by one."""
    if step == "literal":
        return lookups(term, step, known)[-1].expression
    return None if term.pattern.letters or len(term.pattern) <= _SHORT else _heard(term.pattern, known)


def lookups_of_all(terms: Sequence[Term], step: Step, known: Known) -> list[Lookup]:
    """What finds every row that answers all terms in the literal step, or in that or the sound step."""
    together = all_of(f"({anywhere(term, step, known)})" for term in terms)
    if step == "sound":
        return [Lookup(together, Tier.SOUND, 100, ANY_LENGTH)]
    texts = [term.text for term in terms]
    # Only where one begins another can a text begin with both.
    apart = not any(one.startswith(other) for one, other in permutations(texts, 2))
    covered = sum(len(text) ** 2 for text in texts) / sum(map(len, texts))
    return [Lookup(together, Tier.SUBSTRING if apart else Tier.EQUAL, 100, covered if apart else ANY_LENGTH)]


def anywhere(term: Term, step: Step, known: Known) -> str:
    """What finds every row that answers a term in the literal step, or in that or the sound step."""
    found = literal_lookups(term.text, known)
    if step != "literal":
        found += sound_lookups(term.pattern, known)
    return any_of(f"({lookup.expression})" for lookup in found if lookup.tier is not Tier.PREFIX)


def literal_lookups(text: str, known: Known) -> list[Lookup]:
    """What finds the rows whose text is a folded text, begins with it, or has it inside."""
    codes = [[code] for code in map(own_code, text)]
    inside = known.rare([*sorted(set(text)), *sorted(set(pairs(codes)))])
    length = len(text)
    return [
        Lookup(all_of(inside), Tier.EQUAL, 100, length, length, length),
        Lookup(all_of([BEGINNING + codes[0][0], *inside]), Tier.PREFIX, 100, length, length + 1),
        Lookup(all_of(inside), Tier.SUBSTRING, 100, length),
    ]


def sound_lookups(pattern: TypedTerm, known: Known) -> list[Lookup]:
    """What finds the rows in which a term stands by sound, in pinyin or as initials."""
    if not pattern.letters:
        return _homophones(pattern, known)
    return [lookup for way in _ways(pattern, known) for lookup in _spelt(pattern, way, known)]


def _homophones(pattern: TypedTerm, known: Known) -> list[Lookup]:
    """Where a character is another of the same sound, and where several are."""
    length, expression = len(pattern), _heard(pattern, known)
    losses = sorted(weight * (1 - weights.SOUND.share) / pattern.weight * 100 for weight in pattern.weights)
    one = 100 - losses[0]
    several = 100 - sum(losses[:2])
    if length == 1:
        return [Lookup(expression, Tier.SOUND, one, length, longest=1)]
    but_one = [all_of(known.rare(sorted(set(pattern.text[:i] + pattern.text[i + 1 :])))) for i in range(length)]
    return [
        Lookup(f"({expression}) AND ({any_of(but_one)})", Tier.SOUND, one, length),
        # Of two characters one must be the same, but where they are the whole field.
        Lookup(expression, Tier.SOUND, several, length, longest=length if length == _SHORT else ANY_LENGTH),
    ]


def _heard(pattern: TypedTerm, known: Known) -> str:
    """What finds the rows in which each Chinese character may stand by its sound."""
    units = [codes_at(pattern, position) for position in range(len(pattern))]
    return _spelling(pattern, tuple(Part(position, position + 1) for position in range(len(pattern))), units, known)


class Part(NamedTuple):
    """What of a term stands for one character: from `start` to `end` (exclusive)."""

    start: int
    end: int


Way = tuple[Part, ...]
"""A way to read a term, part by part."""


def _spelt(pattern: TypedTerm, way: Way, known: Known) -> list[Lookup]:
    """The lookups of one way to read a term with letters."""
    units = len(way)
    if _told_by_initials(way):
        return [Lookup(all_of(_initials(pattern, way)), Tier.PINYIN, 100, units)]
    full = [_codes_in_full(pattern, part) for part in way]
    begun = [_codes_begun(pattern, part) for part in way]
    shares = [_best(pattern, part) for part in way]
    tier = max(Tier.SOUND, *(tier for _, tier in shares))
    gains = [sum(pattern.weights[part.start : part.end]) * share for part, (share, _) in zip(way, shares, strict=True)]
    found = []
    if all(full):
        # What this does not find has at least one part not in full.
        found.append(Lookup(_spelling(pattern, way, full, known), tier, 100, units))
        if begun == full:
            return found
        gains[0] -= min(_lost_if_begun(pattern, part) for part in way if not pattern.han[part.start])
    spelling = _spelling(pattern, way, begun, known)
    # A syllable that is only begun stands for too many characters, but where it is the whole field.
    longest = ANY_LENGTH if units > 1 else 1
    found.append(Lookup(spelling, tier, 100 * sum(gains) / pattern.weight, units, longest=longest))
    for place, part in enumerate(way):
        letter = pattern.text[part.start]
        if part.end == part.start + 1 and len(begun[place]) > 1 and not pattern.han[part.start] and known.has(letter):
            # A letter that is printed as it is, is worth more than the initial of a character.
            spelling = _spelling(pattern, way, [*begun[:place], [letter], *begun[place + 1 :]], known)
            found.append(Lookup(spelling, Tier.SOUND, 100, units, longest=longest))
    return found


def _told_by_initials(way: Way) -> bool:
    """Whether a way is long, and stands for all those that have the same initials."""
    return len(way) > _FEW_PARTS and any(part.end > part.start + 1 for part in way)


def _best(pattern: TypedTerm, part: Part) -> tuple[float, Tier]:
    """The most that a part can be worth, and the best tier."""
    share, tier = _best_begun(pattern, part)
    if is_syllable(pattern.text[part.start : part.end]):
        return max(share, pattern.in_full.share), pattern.in_full.tier
    return share, tier


def _best_begun(pattern: TypedTerm, part: Part) -> tuple[float, Tier]:
    """The most that a part can be worth, and its tier, where it is no syllable in full and no letter as printed."""
    if pattern.han[part.start] or len(_codes_begun(pattern, part)) == 1:
        return weights.SAME.share, weights.SAME.tier
    if part.end == len(pattern):
        return weights.BEGUN.share, weights.BEGUN.tier
    if part.end == part.start + 1:
        return weights.INITIAL.share, weights.INITIAL.tier
    return weights.INITIAL.share, weights.SHORTENED.tier


def _lost_if_begun(pattern: TypedTerm, part: Part) -> float:
    return sum(pattern.weights[part.start : part.end]) * (pattern.in_full.share - _best_begun(pattern, part)[0])


def _spelling(pattern: TypedTerm, way: Way, codes: Sequence[Sequence[str]], known: Known) -> str:
    """What finds the rows in which each part stands for one character that has one of its codes."""
    if len(way) == 1:
        return any_of(codes[0])
    neighbours = list(_paired(codes, 1))
    grams = neighbours + list(_paired(codes, 2))
    initials = _initials(pattern, way) if len(neighbours) < len(way) - 1 else []
    rare = [each for each in grams if not any(map(known.is_common, each))]
    return all_of([*(f"({any_of(each)})" for each in (rare if len(rare) >= _ENOUGH_PAIRS else grams)), *initials])


def _paired(codes: Sequence[Sequence[str]], step: int) -> Iterator[list[str]]:
    """The pairs of the codes of each two that stand so far apart, where they are not too many to look up."""
    for one, other in zip(codes, codes[step:], strict=False):
        if len(one) * len(other) <= _MOST_PAIRS:
            yield sorted({first + second for first in one for second in other})


def _initials(pattern: TypedTerm, way: Way) -> list[str]:
    """The grams of the initials of a way."""
    return initials_expression("".join(pattern.sounds[part.start][:1] or pattern.text[part.start] for part in way))


def _codes_in_full(pattern: TypedTerm, part: Part) -> list[str]:
    """The code of a part that is a syllable, a Chinese character or what can be nothing else; none of other letters."""
    typed = pattern.text[part.start : part.end]
    if pattern.han[part.start]:
        return codes_at(pattern, part.start)
    if is_syllable(typed):
        return [code_of(typed)]
    return [] if _codes_begun_by(typed) else [typed]


def _codes_begun(pattern: TypedTerm, part: Part) -> list[str]:
    """The codes of all that a part may be or begin; a letter also as it is."""
    if pattern.han[part.start]:
        return _codes_in_full(pattern, part)
    typed = pattern.text[part.start : part.end]
    return [*_codes_begun_by(typed), *([typed] if len(typed) == 1 else [])]


@cache
def _codes_begun_by(letters: str) -> list[str]:
    """The codes of the syllables that begin so."""
    return sorted({code_of(syllable) for syllable in all_syllables() if syllable.startswith(letters)})


def _ways(pattern: TypedTerm, known: Known) -> list[Way]:
    """The ways to read a term: each letter begins a syllable, goes on with the one before it, or is printed as it is.

    Long ways that have the same initials are the same to the index.
    """
    ways: list[dict[object, Way]] = [{} for _ in range(len(pattern) + 1)]
    ways[0][()] = ()
    for position in range(len(pattern)):
        lengths = list(_lengths(pattern, position, known))
        for before in _fewest_parts(ways[position].values()):
            for length in lengths:
                way = (*before, Part(position, position + length))
                alike = way if len(way) <= _FEW_PARTS else "".join(pattern.text[part.start] for part in way)
                ways[position + length].setdefault(alike, way)
    return _fewest_parts(ways[-1].values())


def _fewest_parts(ways: Iterable[Way]) -> list[Way]:
    """Of too many ways those of the fewest parts: nobody means a letter by a character for long."""
    return sorted(ways, key=len)[:_MOST_WAYS]


def _lengths(pattern: TypedTerm, position: int, known: Known) -> Iterator[int]:
    """How many letters from a position on may stand for one character: all that begin some syllable."""
    if pattern.han[position]:
        yield 1
        return
    if not _codes_begun_by(pattern.text[position]) and known.has(pattern.text[position]):
        yield 1
    for length in range(1, pattern.ends[position] - position + 1):
        if not _codes_begun_by(pattern.text[position : position + length]):
            return
        yield length


def near_grams(pattern: TypedTerm) -> tuple[list[str], list[str]]:
    """The grams of which a row that comes near a term has some; and those of its numbers written otherwise."""
    from awardcli.search.near import otherwise_written

    own = dict.fromkeys(_near_grams(pattern))
    others = dict.fromkeys(gram for way in otherwise_written(pattern) for gram in _near_grams(way))
    return list(own), [gram for gram in others if gram not in own]


def _near_grams(pattern: TypedTerm) -> Iterator[str]:
    """Pairs of codes; then the codes themselves of a term of one character or of letters, which are found apart too."""
    units = [codes_at(pattern, place) if han else [pattern.text[place]] for place, han in enumerate(pattern.han)]
    yield from pairs(units)
    for position, spelt in enumerate(pattern.spelt):
        for reading, ways in spelt.items():
            for following in {position + length for length, _ in ways} - {len(pattern)}:
                for code in [code_of(r) for r in pattern.spelt[following]] or units[following]:
                    yield code_of(reading) + code
    if len(units) == 1:
        yield from units[0]
    if not pattern.characters:
        yield from (code_of(reading) for spelt in pattern.spelt for reading in spelt)


def misspelt_lookups(pattern: TypedTerm, known: Known) -> Iterator[str]:
    """What finds the rows whose syllables the letters of a term may have been meant for."""
    from awardcli.search.misspelt_pinyin import may_be_misspelt, respelt

    if may_be_misspelt(pattern):
        for codes in respelt(pattern.text, known.has):
            yield all_of(dict.fromkeys(pairs(codes)) or codes)


def initials_with_a_gap(letters: str) -> Iterator[str]:
    """What finds the rows that have the initials in a row but for one left out."""
    for cut in range(2, len(letters) - 1):
        yield all_of([*initials_expression(letters[:cut]), *initials_expression(letters[cut:])])


def two_characters(text: str) -> tuple[str, str]:
    """What finds the rows that have one of two characters by its sound, and those that have both."""
    codes = [own_code(character) for character in text]
    return any_of(codes), all_of(codes)
