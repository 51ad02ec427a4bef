"""The near step: characters of the term may be wrong, missing, added or moved, and its sounds blurred by an accent."""

from collections.abc import Collection, Container, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from awardcli.language.numerals import CHARACTERS_SAID, Number, number_spans, spoken
from awardcli.language.pinyin import accents
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment, Piece, matched
from awardcli.search.printed_text import PrintedText, WrittenForm
from awardcli.search.sound import sound_match
from awardcli.search.typed_term import TypedTerm
from awardcli.search.weights import Agreement

if TYPE_CHECKING:
    from awardcli.language.numerals import Number


_SHORT = 2
_CHARACTERS_A_SLIP = 4
"""One slip is forgiven in so many characters, and one more in as many again: 上海故事 is not 上海市…."""
_FEWEST_INITIALS = 4
"""Fewer initials with one of them missing or moved stand in every second field."""


_LETTERS_A_CHARACTER = 12
"""Twice the letters of the longest syllable: of a term longer than that, most stands nowhere in the view."""
_MOST_COMPARED = 1_000_000
"""Typed characters times those of the view: a thousand of each take seconds, and are no title."""


class Trail(NamedTuple):
    """An alignment so far: what it gained and lost, its last piece, and the trail before that."""

    gain: float
    piece: Piece
    before: "Trail | None"


def near_match(pattern: TypedTerm, view: WrittenForm, cutoff: float, *, strict: bool = True) -> Alignment | None:
    """The best alignment of a term with a view, or None where it scores less than the cutoff (0-100).

    Unless `strict`, also one that scores enough by chance: to be suggested or explained, not answered.
    """
    if pattern.is_initials and len(pattern) < _FEWEST_INITIALS:
        return None
    if len(pattern) > _LETTERS_A_CHARACTER * len(view) or len(pattern) * len(view) > _MOST_COMPARED:
        return None
    if strict and missing(pattern.characters, view.text) > forgiven(len(pattern.characters)):
        return None
    weight = sum(pattern.near_weights)
    least = cutoff / 100 * weight
    if _most(pattern, view) < least:
        return None
    gain, pieces = _best_once(pattern, view, least)
    if gain < least or (strict and not _is_near(pattern, view, pieces)):
        return None
    return matched(view, Tier.NEAR, 100 * gain / weight, [piece.unit for piece in pieces], pieces, weight)


def _best_once(pattern: TypedTerm, view: WrittenForm, least: float) -> tuple[float, tuple[Piece, ...]]:
    """The alignment in which nothing in the view is taken twice, of those tried, and its gain; 0 below the least."""
    best: tuple[float, tuple[Piece, ...]] = 0.0, ()
    without: set[int] = set()
    while (trail := _align(pattern, view, without)) and trail.gain >= max(least, best[0]):
        every = list(_pieces(trail))
        pieces = _each_once(every)
        gain = trail.gain - sum(piece.gain for piece in every if piece not in pieces)
        best = max(best, (gain, pieces), key=itemgetter(0))
        if len(pieces) == len(every):
            break
        # What took a character for which another is surer may have led the rest astray: once more without it.
        without |= {piece.start for piece in every if piece not in pieces}
    return best


def _each_once(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without those for which another, worth more, takes the same character of the view."""
    surest: dict[int, Piece] = {}
    for piece in pieces:
        known = surest.setdefault(piece.unit, piece)
        if piece.gain > known.gain:
            surest[piece.unit] = piece
    return tuple(piece for piece in pieces if surest[piece.unit] is piece)


def _is_near(pattern: TypedTerm, view: WrittenForm, pieces: Sequence[Piece]) -> bool:
    """Whether pieces that score enough are the term with a slip, and not what stands in a view by chance."""
    if _is_chance(pattern, pieces):
        return False
    return _slips(pattern, pieces) <= forgiven(len(pattern.characters)) and _same_numbers(pattern, view, pieces)


def _is_chance(pattern: TypedTerm, pieces: Sequence[Piece]) -> bool:
    """Whether it is two syllables that merely both stand somewhere: they do in every second field."""
    if not pattern.is_spelt or len(pieces) > _SHORT:
        return False
    return len(pieces) < _SHORT or pieces[1].unit != pieces[0].unit + 1


def _slips(pattern: TypedTerm, pieces: Sequence[Piece]) -> int:
    """How many Chinese characters of the term are not there, or only something like them."""
    found = sum(pattern.han[piece.start] and piece.how is weights.SAME for piece in pieces)
    return len(pattern.characters) - found


def is_far(pattern: TypedTerm, text: str) -> bool:
    """Whether a folded text lacks more of the term's Chinese characters than are forgiven: most texts do.

    Of a term with a number, which may be written otherwise, only the others count, and half of them may be homophones.
    """
    if not pattern.may_say_a_number:
        return missing(pattern.characters, text) > forgiven(len(pattern.characters))
    return missing(pattern.surest, text) > max(forgiven(len(pattern.characters)), len(pattern.surest) // 2)


def missing(characters: str, text: Container[str]) -> int:
    """How many of the characters do not stand in a text, or are not among those of one."""
    return len(characters) - sum(map(text.__contains__, characters))


def forgiven(characters: int) -> int:
    """How many of a term's Chinese characters may be wrong or missing."""
    return -(-characters // _CHARACTERS_A_SLIP)


def _same_numbers(pattern: TypedTerm, view: WrittenForm, pieces: Sequence[Piece]) -> bool:
    """Whether the view has every number of the term, or something like it: another number is another title."""
    found = {piece.start for piece in pieces if pattern.han[piece.start]}
    return all(
        number.value in view.values
        or found.issuperset(range(number.start, number.end))
        or _is_a_slip(number, view, pieces)
        for number in pattern.numbers
    )


def _is_a_slip(number: "Number", view: WrittenForm, pieces: Sequence[Piece]) -> bool:
    """Whether a number of one character stands for some other character: where it should be is no number at all."""
    from awardcli.language.numerals import number_spans

    before = [piece.unit for piece in pieces if piece.start < number.start]
    after = [piece.unit for piece in pieces if piece.start >= number.end]
    if number.end - number.start > 1 or not (before and after):
        return False
    between = view.text[before[-1] + 1 : after[0]]
    return len(between) == 1 and not number_spans(between)


def _pieces(trail: Trail | None) -> Iterator[Piece]:
    """The pieces of a trail, first to last."""
    backwards = []
    while trail:
        backwards.append(trail.piece)
        trail = trail.before
    return reversed(backwards)


def _most(pattern: TypedTerm, view: WrittenForm) -> float:
    """What the term could gain in the view at most, whatever the order: most views need no closer look."""
    covered = 0
    if pattern.letters:
        covered = pattern.places_of(view.text)
        for reading in pattern.covers.keys() & view.sounds:
            covered |= pattern.covers[reading]
        if pattern.is_spelt:
            return covered.bit_count() * weights.LETTER
    return sum(
        weight * (weights.SAME.share if covered >> position & 1 else _best_share(pattern, position, view))
        for position, weight in enumerate(pattern.near_weights)
    )


def _best_share(pattern: TypedTerm, position: int, view: WrittenForm) -> float:
    """The most that a typed character can be worth in the view, other than as part of a syllable in full."""
    typed = pattern.text[position]
    if typed in view.text:
        return weights.SAME.share
    if not pattern.han[position]:
        return weights.INITIAL.share if pattern.is_initials and typed in view.initials else 0.0
    sound, *others = pattern.readings[position] or ("",)
    if sound in view.sounds:
        return weights.SOUND.share
    if not view.sounds.isdisjoint(others):
        return weights.OTHER_READING.share
    if not accents(sound).isdisjoint(view.sounds):
        return weights.ACCENT.share
    return 0.0 if pattern.shapes[position].isdisjoint(view.text) else weights.LOOK_ALIKE.share


def _align(pattern: TypedTerm, view: WrittenForm, without: Collection[int] = ()) -> Trail | None:
    """The trail that gains most, in which the typed characters at the places `without` stand for nothing.

    A dynamic programme over the typed characters and those of the view, with cheap gaps and jumps back: `reached[p]`
    holds, for each character of the view, the best trail that dealt with p typed characters and came to it last.
    """
    reached: list[dict[int, Trail]] = [{} for _ in range(len(pattern) + 1)]
    for position in range(len(pattern)):
        here = reached[position]
        if not pattern.is_spelt:  # letters are forgiven where they are measured as misspelt
            for trail in here.values():  # the typed character stands for nothing
                _keep(reached[position + 1], trail)
        if position in without:
            continue
        units = _units(pattern, position, view)
        found = [(unit, ways) for unit in units if (ways := _stretches(pattern, position, view, unit))]
        if not found:
            continue
        entries = _entries(pattern, here, found[-1][0] + 1, position)
        for unit, ways in found:
            gain, before = entries[unit]
            for length, gained, how in ways:
                piece = Piece(position, pattern.text[position : position + length], unit, how, gained)
                _keep(reached[position + length], Trail(gain + gained, piece, before))
    return max(reached[-1].values(), key=_gain, default=None)


def _units(pattern: TypedTerm, position: int, view: WrittenForm) -> Sequence[int]:
    """The characters of the view that a typed one may stand for."""
    if pattern.is_initials:
        return range(len(view))
    return sorted({unit for sought in pattern.sought[position] for unit in view.units.get(sought, ())})


def _gain(trail: Trail) -> float:
    return trail.gain


def _keep(trails: dict[int, Trail], trail: Trail) -> None:
    unit = trail.piece.unit
    if unit not in trails or trail.gain > trails[unit].gain:
        trails[unit] = trail


def _entries(pattern: TypedTerm, here: dict[int, Trail], width: int, position: int) -> list[tuple[float, Trail | None]]:
    """For each character of the view, the best way to come to it: the gain left after the way, and the trail."""
    if not here:
        return [(0.0, None)] * width
    share = weights.LETTERS_GAP if pattern.letters == len(pattern) else 1.0
    opening, skip, jump = weights.OPEN_GAP * share, weights.SKIP * share, weights.JUMP_BACK * share
    best = max(here.values(), key=_gain)
    entries: list[tuple[float, Trail | None]] = []
    gap: tuple[float, Trail | None] = (-1.0, None)
    for unit in range(width):
        entry: tuple[float, Trail | None] = (0.0, None)
        gap = gap[0] - skip, gap[1]
        behind = here.get(unit - 1)
        instead = here.get(unit - 2)
        if gap[0] > entry[0]:
            entry = gap
        if best.piece.unit >= unit and best.gain - jump > entry[0]:
            entry = best.gain - jump, best
        if instead and instead.gain > entry[0] and instead.piece.start + len(instead.piece.typed) < position:
            entry = instead.gain, instead  # a wrong character
        if behind:
            if behind.gain > entry[0]:
                entry = behind.gain, behind
            if behind.gain - opening > gap[0]:
                gap = behind.gain - opening, behind
        entries.append(entry)
    return entries


def _stretches(pattern: TypedTerm, position: int, view: WrittenForm, unit: int) -> list[tuple[int, float, Agreement]]:
    """How much of the term from a position on can stand for one character of the view, for what gain and how."""
    typed, weight = pattern.text[position], pattern.near_weights[position]
    if typed == view.text[unit]:
        return [(1, weight, weights.SAME)]
    readings = view.readings[unit]
    if not readings:
        return []
    if pattern.han[position]:
        if len(pattern) <= _SHORT != len(view):
            return []  # inside a longer field, two blurred characters are everywhere
        how = _likeness(pattern, position, view, unit)
        return [(1, weight * how.share, how)] if how else []
    if pattern.is_initials and any(reading[0] == typed for reading in readings):
        return [(1, weight * weights.INITIAL.share, weights.INITIAL)]
    spelt = pattern.spelt[position]
    return [
        (length, length * weights.LETTER * how.share * (1 if reading == readings[0] else weights.READ_OTHERWISE), how)
        for reading in readings
        if reading in spelt
        for length, how in spelt[reading]
    ]


def _likeness(pattern: TypedTerm, position: int, view: WrittenForm, unit: int) -> Agreement | None:
    """How a typed Chinese character is like a printed one, surest first."""
    (sound, *others), readings = pattern.readings[position] or ("",), view.readings[unit]
    if sound in readings:
        return weights.SOUND if sound == readings[0] else weights.OTHER_READING
    if readings[0] in others:
        return weights.OTHER_READING
    if not accents(sound).isdisjoint(readings):
        return weights.ACCENT
    return weights.LOOK_ALIKE if view.text[unit] in pattern.shapes[position] else None


def numeral_match(pattern: TypedTerm, field: PrintedText, cutoff: float) -> Alignment | None:
    """The best match of a term with a field that has a numeral, one of them in another form; or None.

    With the numeral in digits on both sides the rest may also be near, at the cutoff (0-100).
    """
    if not pattern.may_say_a_number or any(number.value not in field.values for number in pattern.numbers):
        return None
    if not pattern.letters and all(pattern.text[number.start : number.end] in field.text for number in pattern.numbers):
        return None  # nothing is written otherwise
    in_digits = pattern.in_digits or pattern
    ways = [sound_match(pattern, aloud) for aloud in field.rewritten[1:]]
    for digits in field.rewritten[:1]:
        ways += [sound_match(in_digits, digits), near_match(in_digits, digits, cutoff / weights.NUMERAL)]
    best = max((match for match in ways if match and _whole(match)), key=lambda match: match.score, default=None)
    return best and best._replace(tier=Tier.NEAR, score=best.score * weights.NUMERAL)


def _whole(match: Alignment) -> bool:
    """Whether every numeral that it came to is there from its first character to its last: 1000 is not in 1922."""
    units = sorted(piece.unit for piece in match.pieces)
    return not units or not (match.view.is_inside(units[0]) or match.view.is_inside(units[-1] + 1))


def otherwise_written(pattern: TypedTerm) -> list[TypedTerm]:
    """The term with its numbers in digits, and said in each way, for which a field may be looked up.

    >>> [other.text for other in otherwise_written(TypedTerm(["24小时"]))]
    ['ershisi小时', 'ersi小时']
    >>> [other.text for other in otherwise_written(TypedTerm(["disanjie"]))]
    ['di3jie']
    """
    if not pattern.may_say_a_number:
        return []
    found = [pattern.in_digits.text] if pattern.in_digits else []
    for start, end, value in chain(pattern.numbers, _spelt_numbers(pattern)):
        before, after = pattern.text[:start], pattern.text[end:]
        found += [before + written + after for written in (value, *map("".join, spoken(value)))]
    return [TypedTerm([other]) for other in dict.fromkeys(found) if other != pattern.text]


def _spelt_numbers(pattern: TypedTerm) -> Iterator[Number]:
    """Where letters spell a number, from its first syllable to its last, and its value in digits."""

    def spellings(start: int) -> Iterator[tuple[tuple[str, ...], int]]:
        """The longest rows of numerals from a place on, and where they end."""
        ends = [
            (syllable, start + length)
            for syllable, ways in (pattern.spelt[start].items() if start < len(pattern) else ())
            for length, how in ways
            if syllable in CHARACTERS_SAID and how is weights.FULL
        ]
        for syllable, end in ends:
            for rest, last in spellings(end):
                yield (syllable, *rest), last
        if not ends:
            yield (), start

    for start in range(len(pattern)):
        for syllables, end in spellings(start):
            for number in number_spans("".join(map(CHARACTERS_SAID.__getitem__, syllables))):
                if number.end - number.start == len(syllables) and syllables in spoken(number.value):
                    yield Number(start, end, number.value)
