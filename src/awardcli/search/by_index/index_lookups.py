"""The lookups of a term in a gram index: FTS5 expressions for each step, of which `index_plan` makes a plan.

The index has the grams of each title and of each organization's name (see `language.grams`). A code is one character
for a sound and for all sounds that a southern accent does not distinguish from it:

    printed               爱        上        海        的
    characters            爱        上        海        的
    codes                 [ai]      [san]     [hai]     [de]
    pairs                 [ai san]  [san hai]  [hai de]  [ai hai]  [san de]      neighbours, and with one between
    beginning             ^[ai]
    initials              ashd                                                  each four in a row

A term becomes an FTS5 expression of such grams, joined by AND and OR. It finds every row that matches and some more,
and the matcher of the step then compares these rows. Common grams are left out where enough rare ones remain: reading a
common gram takes longer than comparing a few rows.

The literal and sound steps find every match. They are a list of lookups, each with the best tier and score that a hit
in its rows can have, so that `index_search` can read the best rows first, and stop after a screenful:

    shanghai    read as     grams                                  best hit
                [san][hai]  [san hai]                              pinyin, 100
                [san][ha?]  [san] with each code that begins ha    pinyin, 99

The near step ranks rows by the number and rarity of the grams that they share with the term, and takes the first few
hundred.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, combinations, product
from typing import NamedTuple

from awardcli.language.grams import BEGINNING, INITIALS, code_of, initials_expression, pairs
from awardcli.language.pinyin import all_syllables, spelt_by, typed_forms
from awardcli.language.readings import syllables as syllables_of
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.typed_term import TypedTerm

ANY_LENGTH = 1 << 20
ERHUA = "er"
"""The sound of 儿, which is an r behind another syllable."""
_MOST_READINGS = 200
"""Readings of letters that are looked up at most; only a pasted page has more."""
_ENOUGH_GRAMS, _ENOUGH_PAIRS = 5, 3
"""With this many rare grams, or pairs of positions, nearly every row found also matches."""
_SLOW, _FEW_CHARACTERS = 20_000, 3
"""Characters in as many rows are left out of the lookup of a single homophone, unless fewer others remain: those that
remain leave hardly more rows, in half the time."""
_MOST_PAIRS = 64
"""Pairs of codes looked up for two neighbours; where there are more, only their initials are looked up."""
_READINGS_WITH_PARTICLE = 40
"""Readings that are looked up with 的 put in."""
_INITIAL_OF_PARTICLE = "d"
_FEW_PARTS = 4
"""A reading of more parts is looked up by its initials alone: few rows have that many in a row."""


class FieldIndex(NamedTuple):
    """Questions to the index of a field about its grams."""

    has: Callable[[str], bool]
    """Whether any row has a gram: most letters occur in no Chinese title, and need not be looked up as letters."""
    rows_if_common: Callable[[str], int]
    """How many rows have a gram, where these are many; else 0."""

    def rare(self, grams: Sequence[str]) -> Sequence[str]:
        """The grams that are not common, where there are enough of them; else all."""
        rare = [gram for gram in grams if not self.rows_if_common(gram)]
        return rare if len(rare) >= _ENOUGH_GRAMS else grams


class Lookup(NamedTuple):
    """An expression, the length of the texts to search, and the best tier and score that a hit there can have.

    Where a row has a better hit, a better lookup finds that row too. `units` is the most characters that a hit covers.
    """

    expression: str
    tier: Tier
    score: float
    units: float
    shortest: int = 1
    longest: int = ANY_LENGTH


# Expressions of grams.


def all_of(grams: Iterable[str]) -> str:
    """The expression that finds rows with all the grams, or all the expressions in brackets."""
    return " AND ".join(map(_quoted, grams))


def any_of(grams: Iterable[str]) -> str:
    """The expression that finds rows with any of the grams, or any of the expressions in brackets."""
    return " OR ".join(map(_quoted, dict.fromkeys(grams)))


def _quoted(gram: str) -> str:
    return gram if gram[0] in '"(' else f'"{gram}"'


def codes_at(term: TypedTerm, position: int) -> list[str]:
    """The codes of a typed Chinese character, the contextual one first; itself where it has no reading."""
    return list(dict.fromkeys(map(code_of, term.readings[position]))) or [term.text[position]]


def own_code(character: str) -> str:
    """The code of a character read alone; the character itself where it has no reading."""
    sound = syllables_of(character)[0]
    return code_of(sound) if sound else character


# The literal step.


def literal_lookups(text: str, index: FieldIndex) -> list[Lookup]:
    """Lookups of the rows whose text equals a folded text, begins with it, or contains it."""
    codes = [[code] for code in map(own_code, text)]
    characters = sorted(set(text))
    inside = list(index.rare([*characters, *sorted(set(pairs(codes)))]))
    rarest = min(characters, key=index.rows_if_common)
    if rarest not in inside and index.rows_if_common(rarest) < _SLOW:
        inside.append(rarest)  # pairs are of sounds, and alone find every homophone (十九 for 十久)
    length = len(text)
    return [
        Lookup(all_of(inside), Tier.EQUAL, 100, length, length, length),
        Lookup(all_of([BEGINNING + codes[0][0], *inside]), Tier.PREFIX, 100, length, length + 1),
        Lookup(all_of(inside), Tier.SUBSTRING, 100, length),
    ]


# The sound step.


def sound_lookups(term: TypedTerm, index: FieldIndex) -> list[Lookup]:
    """Lookups of the rows that a term matches by sound, in pinyin or by initials."""
    if not term.letters:
        return _homophones(term, index)
    return [lookup for reading in _readings(term, index) for lookup in _spelt(term, reading, index)]


def _homophones(term: TypedTerm, index: FieldIndex) -> list[Lookup]:
    """Lookups of the rows with one homophone, then of those with several."""
    length, expression = len(term), homophones_expression(term, index)
    losses = sorted(weight * (1 - weights.SOUND.share) / term.weight * 100 for weight in term.weights)
    one = 100 - losses[0]
    several = 100 - sum(losses[:2])
    if length <= weights.SHORT:  # so few characters count by sound only where they are the whole field
        return [Lookup(expression, Tier.SOUND, one, length, longest=length)]
    by_rarity = sorted(term.text, key=index.rows_if_common)
    most = sum(index.rows_if_common(character) < _SLOW for character in by_rarity)
    sought = by_rarity[: max(most, min(length - 1, _FEW_CHARACTERS))]
    but_one = any_of(map(all_of, combinations(sought, len(sought) - 1)))
    return [
        Lookup(f"({expression}) AND ({but_one})", Tier.SOUND, one, length),
        Lookup(expression, Tier.SOUND, several, length),
    ]


def homophones_expression(term: TypedTerm, index: FieldIndex) -> str:
    """The expression that finds rows with a character of the sound of each typed Chinese character."""
    reading = tuple(Part(term, position, position + 1) for position in range(len(term)))
    return _in_a_row(reading, [part.codes_in_full for part in reading], index)


class Part(NamedTuple):
    """Text of a term, from `start` to `end` (exclusive), that agrees with one printed character."""

    term: TypedTerm
    start: int
    end: int

    @property
    def typed(self) -> str:
        return self.term.text[self.start : self.end]

    @property
    def is_han(self) -> bool:
        return self.term.han[self.start]

    @property
    def weight(self) -> float:
        return sum(self.term.weights[self.start : self.end])

    @property
    def initials(self) -> tuple[str, ...]:
        """The initials that it may have: of a Chinese character those of all its readings."""
        if self.is_erhua:
            return self.typed, ERHUA[0]
        return tuple(dict.fromkeys(sound[0] for sound in self.term.readings[self.start])) or (self.typed[0],)

    @property
    def is_erhua(self) -> bool:
        """Whether it is an r behind a syllable, which may be 儿: huar."""
        return self.typed == ERHUA[-1] and self.start > 0 and not self.term.han[self.start - 1]

    @property
    def codes_in_full(self) -> list[str]:
        """The codes of a Chinese character, of a syllable, or of no pinyin at all; none of other letters."""
        if self.is_han:
            return codes_at(self.term, self.start)
        if syllables := [ERHUA] if self.is_erhua else spelt_by(self.typed):
            return list(dict.fromkeys(map(code_of, syllables)))
        return [] if _codes_begun_by(self.typed) else [self.typed]

    @property
    def codes_begun(self) -> list[str]:
        """The codes of all syllables that begin with it; a single letter is its own code as well."""
        if self.is_han:
            return self.codes_in_full
        typed = self.typed
        itself = [typed] if len(typed) == 1 else []
        return [*_codes_begun_by(typed), *itself, *([code_of(ERHUA)] if self.is_erhua else [])]

    @property
    def best_begun(self) -> tuple[float, Tier]:
        """The highest share that it can earn, and its tier, where it is neither a syllable in full nor printed."""
        if self.is_han or len(self.codes_begun) == 1:
            return weights.SAME.share, weights.SAME.tier
        if self.end == len(self.term):
            return weights.BEGUN.share, weights.BEGUN.tier
        one_letter = self.end == self.start + 1
        return weights.INITIAL.share, weights.INITIAL.tier if one_letter else weights.SHORTENED.tier

    @property
    def best(self) -> tuple[float, Tier]:
        """The highest share that it can earn, and its best tier."""
        share, tier = self.best_begun
        in_full = weights.FULL if self.is_erhua else self.term.in_full
        return (max(share, in_full.share), in_full.tier) if self.is_erhua or spelt_by(self.typed) else (share, tier)


Reading = tuple[Part, ...]
"""A way to read a term, part by part."""


def _spelt(term: TypedTerm, reading: Reading, index: FieldIndex) -> list[Lookup]:
    """The lookups of one reading of a term with letters."""
    units = len(reading)
    if units > _FEW_PARTS and any(part.end > part.start + 1 for part in reading):
        return [Lookup(all_of(_initials(_initials_of(reading))), Tier.PINYIN, 100, units)]
    full = [part.codes_in_full for part in reading]
    begun = [part.codes_begun for part in reading]
    best = [part.best for part in reading]
    tier = max(Tier.SOUND, *(tier for _, tier in best))
    gain = sum(part.weight * share for part, (share, _) in zip(reading, best, strict=True))
    found = []
    if all(full):
        found.append(Lookup(_in_a_row(reading, full, index), tier, 100, units))
        if begun == full:
            return found
        # The rows that only the next lookup finds have at least one unfinished syllable.
        gain -= min(part.weight * (term.in_full.share - part.best_begun[0]) for part in reading if not part.is_han)
    # A single unfinished syllable counts only where it is the whole field.
    longest = ANY_LENGTH if units > 1 else 1
    found.append(Lookup(_in_a_row(reading, begun, index), tier, 100 * gain / term.weight, units, longest=longest))
    for number, part in enumerate(reading):
        is_one_letter = part.end == part.start + 1 and not part.is_han
        if is_one_letter and len(begun[number]) > 1 and index.has(part.typed):
            # A printed letter agrees better than the initial of a character.
            codes = [*begun[:number], [part.typed], *begun[number + 1 :]]
            found.append(Lookup(_in_a_row(reading, codes, index), Tier.SOUND, 100, units, longest=longest))
    return found


def _in_a_row(reading: Reading, codes: Sequence[Sequence[str]], index: FieldIndex) -> str:
    """The expression that finds rows with a character of one of the codes for each part, one after the other."""
    if len(reading) == 1:
        return any_of(codes[0])
    neighbours = list(_paired(codes, 1))
    grams = neighbours + list(_paired(codes, 2))
    initials = _initials(_initials_of(reading)) if len(neighbours) < len(reading) - 1 else []
    rare = [each for each in grams if not any(map(index.rows_if_common, each))]
    return all_of([*(f"({any_of(each)})" for each in (rare if len(rare) >= _ENOUGH_PAIRS else grams)), *initials])


def _paired(codes: Sequence[Sequence[str]], step: int) -> Iterator[list[str]]:
    """The pairs of codes of each two parts that many steps apart, where there are not too many to look up."""
    for one, other in zip(codes, codes[step:], strict=False):
        if len(one) * len(other) <= _MOST_PAIRS:
            yield sorted({first + second for first in one for second in other})


Initials = tuple[tuple[str, ...], ...]
"""For each part of a reading, the initials that it may have."""


def _initials_of(reading: Reading) -> Initials:
    return tuple(part.initials for part in reading)


def _initials(initials: Initials) -> list[str]:
    """The grams of the initials of a reading; where a part has several, the expression of any of the grams."""
    found = []
    for start in range(max(len(initials) - INITIALS, 0) + 1):
        ways = map("".join, product(*initials[start : start + INITIALS]))
        grams = [gram for letters in ways for gram in initials_expression(letters)]
        found.append(grams[0] if len(grams) == 1 else f"({any_of(grams)})")
    return found


@cache
def _codes_begun_by(letters: str) -> list[str]:
    """The codes of the syllables that begin with the letters."""
    forms = ((syllable, form) for syllable in all_syllables() for form in typed_forms(syllable))
    return sorted({code_of(syllable) for syllable, form in forms if form.startswith(letters)})


def _readings(term: TypedTerm, index: FieldIndex) -> list[Reading]:
    """The ways to read a term: each letter begins a syllable, continues one, or is printed as a letter.

    Long readings with the same initials have the same lookup, so one of them is enough.
    """
    readings: list[dict[object, Reading]] = [{} for _ in range(len(term) + 1)]
    readings[0][()] = ()
    for position in range(len(term)):
        lengths = list(_lengths(term, position, index))
        for before in _fewest_parts(readings[position].values()):
            for length in lengths:
                reading = (*before, Part(term, position, position + length))
                short = len(reading) <= _FEW_PARTS
                key = reading if short else "".join(term.text[part.start] for part in reading)
                readings[position + length].setdefault(key, reading)
    return _fewest_parts(readings[-1].values())


def _fewest_parts(readings: Iterable[Reading]) -> list[Reading]:
    """Of too many readings those with the fewest parts: few people type one letter a character for long."""
    return sorted(readings, key=len)[:_MOST_READINGS]


def _lengths(term: TypedTerm, position: int, index: FieldIndex) -> Iterator[int]:
    """The numbers of letters from a position on that may agree with one printed character."""
    if term.han[position]:
        yield 1
        return
    if not _codes_begun_by(term.text[position]) and index.has(term.text[position]):
        yield 1
    for length in range(1, term.word_ends[position] - position + 1):
        if not _codes_begun_by(term.text[position : position + length]):
            return
        yield length


# The near step.


def near_grams(term: TypedTerm) -> Iterator[str]:
    """Pairs of codes; for a term of one character, or of letters and few characters, also the codes themselves."""
    codes = [codes_at(term, position) if han else [term.text[position]] for position, han in enumerate(term.han)]
    yield from pairs(codes)
    for position, spelt in enumerate(term.spelt):
        for reading, ways in spelt.items():
            for following in {position + length for length, _ in ways} - {len(term)}:
                for code in [code_of(other) for other in term.spelt[following]] or codes[following]:
                    yield code_of(reading) + code
    if len(codes) == 1:
        yield from codes[0]
    if term.letters and len(term.characters) <= weights.SHORT:
        yield from (code_of(reading) for spelt in term.spelt for reading in spelt)
        yield from (code for some, han in zip(codes, term.han, strict=True) if han for code in some)


def otherwise_written(term: TypedTerm) -> list[TypedTerm]:
    """The term with its numbers in digits, and in each spoken form, to be looked up as well.

    >>> [other.text for other in otherwise_written(TypedTerm(["24小时"]))]
    ['ershisi小时', 'ersi小时']
    >>> [other.text for other in otherwise_written(TypedTerm(["disanjie"]))]
    ['di3jie']
    """
    if not term.may_say_a_number:
        return []
    from awardcli.language.numerals import spoken

    found = [term.in_digits.text] if term.in_digits else []
    for start, end, value in chain((number[:3] for number in term.numbers), _spelt_numbers(term)):
        before, after = term.text[:start], term.text[end:]
        found += [before + written + after for written in (value, *map("".join, spoken(value)))]
    return [TypedTerm([other]) for other in dict.fromkeys(found) if other != term.text]


def _spelt_numbers(term: TypedTerm) -> Iterator[tuple[int, int, str]]:
    """Numbers that letters spell: where they begin and end in the term, and their value in digits."""
    from awardcli.language.numerals import CHARACTERS_SAID, number_spans, spoken

    def spellings(start: int) -> Iterator[tuple[tuple[str, ...], int]]:
        """The longest sequences of spelt numerals from a position on, and where they end."""
        ends = [
            (syllable, start + length)
            for syllable, ways in (term.spelt[start].items() if start < len(term) else ())
            for length, agreement in ways
            if syllable in CHARACTERS_SAID and agreement is weights.FULL
        ]
        for syllable, end in ends:
            for rest, last in spellings(end):
                yield (syllable, *rest), last
        if not ends:
            yield (), start

    for start in range(len(term)):
        for syllables, end in spellings(start):
            for number in number_spans("".join(map(CHARACTERS_SAID.__getitem__, syllables))):
                if number.end - number.start == len(syllables) and syllables in spoken(number.value):
                    yield start, end, number.value


def misspelt_expressions(term: TypedTerm, index: FieldIndex) -> Iterator[str]:
    """The expressions for rows with the syllables that the letters of a term may misspell."""
    from awardcli.search.misspelt_pinyin import respelt

    if term.may_be_misspelt:
        for codes in respelt(term.text, index.has):
            yield all_of(dict.fromkeys(pairs(codes)) or codes)


def without_particle(term: TypedTerm, index: FieldIndex) -> Iterator[str]:
    """The expression for rows that match a term with a 的 put in, by their initials."""
    if not term.may_lack_particle:
        return
    spelt = dict.fromkeys(map(_initials_of, _readings(term, index)[:_READINGS_WITH_PARTICLE]))
    groups = [
        all_of(_initials((*initials[:gap], (_INITIAL_OF_PARTICLE,), *initials[gap:])))
        for initials in spelt
        for gap in range(1, len(initials))
    ]
    if groups:
        yield any_of(f"({group})" for group in groups)


def initials_with_a_gap(letters: str) -> Iterator[str]:
    """The expressions for rows with these initials but for one left out, or of many initials one wrong."""
    for cut in range(2, len(letters) - 1):
        yield all_of([*initials_expression(letters[:cut]), *initials_expression(letters[cut:])])
    for wrong in range(len(letters)) if len(letters) >= weights.LONG_INITIALS else ():
        sides = letters[:wrong], letters[wrong + 1 :]
        yield all_of(gram for side in sides if len(side) > 1 for gram in initials_expression(side))
