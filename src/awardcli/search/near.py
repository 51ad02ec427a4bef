"""The near step: characters of the term may be wrong, missing, added or moved, and its sounds blurred by an accent."""

from collections.abc import Collection, Container, Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from awardcli.language.pinyin import accents
from awardcli.model import Tier
from awardcli.search import worth
from awardcli.search.field import View
from awardcli.search.match import Match, Piece, matched
from awardcli.search.pattern import Pattern
from awardcli.search.worth import How

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


def near_match(pattern: Pattern, view: View, cutoff: float, *, strict: bool = True) -> Match | None:
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


def _best_once(pattern: Pattern, view: View, least: float) -> tuple[float, tuple[Piece, ...]]:
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


def _is_near(pattern: Pattern, view: View, pieces: Sequence[Piece]) -> bool:
    """Whether pieces that score enough are the term with a slip, and not what stands in a view by chance."""
    if _is_chance(pattern, pieces):
        return False
    return _slips(pattern, pieces) <= forgiven(len(pattern.characters)) and _same_numbers(pattern, view, pieces)


def _is_chance(pattern: Pattern, pieces: Sequence[Piece]) -> bool:
    """Whether it is two syllables that merely both stand somewhere: they do in every second field."""
    if not pattern.is_spelt or len(pieces) > _SHORT:
        return False
    return len(pieces) < _SHORT or pieces[1].unit != pieces[0].unit + 1


def _slips(pattern: Pattern, pieces: Sequence[Piece]) -> int:
    """How many Chinese characters of the term are not there, or only something like them."""
    found = sum(pattern.han[piece.start] and piece.how is worth.SAME for piece in pieces)
    return len(pattern.characters) - found


def is_far(pattern: Pattern, text: str) -> bool:
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


def _same_numbers(pattern: Pattern, view: View, pieces: Sequence[Piece]) -> bool:
    """Whether the view has every number of the term, or something like it: another number is another title."""
    found = {piece.start for piece in pieces if pattern.han[piece.start]}
    return all(
        number.value in view.values
        or found.issuperset(range(number.start, number.end))
        or _is_a_slip(number, view, pieces)
        for number in pattern.numbers
    )


def _is_a_slip(number: "Number", view: View, pieces: Sequence[Piece]) -> bool:
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


def _most(pattern: Pattern, view: View) -> float:
    """What the term could gain in the view at most, whatever the order: most views need no closer look."""
    covered = 0
    if pattern.letters:
        covered = pattern.places_of(view.text)
        for reading in pattern.covers.keys() & view.sounds:
            covered |= pattern.covers[reading]
        if pattern.is_spelt:
            return covered.bit_count() * worth.LETTER
    return sum(
        weight * (worth.SAME.share if covered >> position & 1 else _best_share(pattern, position, view))
        for position, weight in enumerate(pattern.near_weights)
    )


def _best_share(pattern: Pattern, position: int, view: View) -> float:
    """The most that a typed character can be worth in the view, other than as part of a syllable in full."""
    typed = pattern.text[position]
    if typed in view.text:
        return worth.SAME.share
    if not pattern.han[position]:
        return worth.INITIAL.share if pattern.is_initials and typed in view.initials else 0.0
    sound, *others = pattern.readings[position] or ("",)
    if sound in view.sounds:
        return worth.SOUND.share
    if not view.sounds.isdisjoint(others):
        return worth.OTHER_READING.share
    if not accents(sound).isdisjoint(view.sounds):
        return worth.ACCENT.share
    return 0.0 if pattern.shapes[position].isdisjoint(view.text) else worth.LOOK_ALIKE.share


def _align(pattern: Pattern, view: View, without: Collection[int] = ()) -> Trail | None:
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


def _units(pattern: Pattern, position: int, view: View) -> Sequence[int]:
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


def _entries(pattern: Pattern, here: dict[int, Trail], width: int, position: int) -> list[tuple[float, Trail | None]]:
    """For each character of the view, the best way to come to it: the gain left after the way, and the trail."""
    if not here:
        return [(0.0, None)] * width
    share = worth.LETTERS_GAP if pattern.letters == len(pattern) else 1.0
    opening, skip, jump = worth.OPEN_GAP * share, worth.SKIP * share, worth.JUMP_BACK * share
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


def _stretches(pattern: Pattern, position: int, view: View, unit: int) -> list[tuple[int, float, How]]:
    """How much of the term from a position on can stand for one character of the view, for what gain and how."""
    typed, weight = pattern.text[position], pattern.near_weights[position]
    if typed == view.text[unit]:
        return [(1, weight, worth.SAME)]
    readings = view.readings[unit]
    if not readings:
        return []
    if pattern.han[position]:
        if len(pattern) <= _SHORT != len(view):
            return []  # inside a longer field, two blurred characters are everywhere
        how = _likeness(pattern, position, view, unit)
        return [(1, weight * how.share, how)] if how else []
    if pattern.is_initials and any(reading[0] == typed for reading in readings):
        return [(1, weight * worth.INITIAL.share, worth.INITIAL)]
    spelt = pattern.spelt[position]
    return [
        (length, length * worth.LETTER * how.share * (1 if reading == readings[0] else worth.READ_OTHERWISE), how)
        for reading in readings
        if reading in spelt
        for length, how in spelt[reading]
    ]


def _likeness(pattern: Pattern, position: int, view: View, unit: int) -> How | None:
    """How a typed Chinese character is like a printed one, surest first."""
    (sound, *others), readings = pattern.readings[position] or ("",), view.readings[unit]
    if sound in readings:
        return worth.SOUND if sound == readings[0] else worth.OTHER_READING
    if readings[0] in others:
        return worth.OTHER_READING
    if not accents(sound).isdisjoint(readings):
        return worth.ACCENT
    return worth.LOOK_ALIKE if view.text[unit] in pattern.shapes[position] else None
