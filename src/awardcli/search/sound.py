"""The sound step: the whole term stands in the field, character by character, by its sound or in pinyin."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from awardcli.language.pinyin import is_syllable
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment, Piece, matched
from awardcli.search.printed_text import WrittenForm
from awardcli.search.typed_term import TypedTerm
from awardcli.search.weights import Agreement

_SHORT = 2
_SHORT_SURE = 95.0
"""Inside a longer field, of two characters one must be the same: two homophones stand side by side in many fields."""


class Way(NamedTuple):
    """A way to read the rest of a term along a view: its gain, its worst tier, and its pieces."""

    gain: float
    tier: Tier
    pieces: tuple[Piece, ...]


_SAYS_LITTLE = (weights.BEGUN, weights.SHORTENED, weights.INITIAL)
_END = Way(0.0, Tier.EQUAL, ())


def sound_match(pattern: TypedTerm, view: WrittenForm) -> Alignment | None:
    """The best match of a term by sound, or None; it scores less, the more is a homophone, a prefix or an initial.

    >>> from awardcli.search.printed_text import PrintedText
    >>> sound_match(TypedTerm(["aishangh"]), PrintedText("title", "爱上海的理由")).tier.name
    'PINYIN'
    """
    if not _may_begin(pattern, view):
        return None
    ways = _along_letters(pattern, view) if pattern.letters else _along_characters(pattern, view)
    best = max(ways, key=_surest, default=None)
    if best is None or not _says_enough(best, pattern, view):
        return None
    score = 100 * best.gain / pattern.weight
    return matched(view, best.tier, score, [piece.unit for piece in best.pieces], best.pieces, pattern.weight)


def _may_begin(pattern: TypedTerm, view: WrittenForm) -> bool:
    """Whether the term's first character may stand for any of the view's: mostly it does not, and that settles it."""
    first = pattern.text[0]
    if first in view.text:
        return True
    return any(map(view.may_sound, pattern.readings[0])) if pattern.han[0] else view.may_begin_with(first)


def _along_characters(pattern: TypedTerm, view: WrittenForm) -> Iterator[Way]:
    """The ways to read a term of Chinese characters, each of which stands for one character."""
    for start in range(len(view) - len(pattern) + 1):
        pieces = []
        for position, typed in enumerate(pattern.text):
            how = _heard(pattern, position, view, start + position)
            if how is None:
                break
            pieces.append(Piece(position, typed, start + position, how, pattern.weights[position] * how.share))
        else:
            yield Way(sum(piece.gain for piece in pieces), max(piece.how.tier for piece in pieces), tuple(pieces))


def _along_letters(pattern: TypedTerm, view: WrittenForm) -> Iterator[Way]:
    """The best ways to read a term with letters, of which several may stand for one character."""

    @cache
    def rest(position: int, unit: int) -> Way | None:
        """The best way to read the term from a position on, along the view from a character on."""
        if position == len(pattern):
            return _END
        if unit == len(view):
            return None
        best: Way | None = None
        for length, gain, how in _stretches(pattern, position, view, unit):
            if length == len(pattern) and how in _SAYS_LITTLE and len(view) > 1:
                continue  # a syllable begun stands for too many characters
            after = rest(position + length, unit + 1)
            if after:
                piece = Piece(position, pattern.text[position : position + length], unit, how, gain)
                way = Way(gain + after.gain, max(how.tier, after.tier), (piece, *after.pieces))
                best = way if best is None else max(best, way, key=_surest)
        return best

    return (way for unit in range(len(view)) if (way := rest(0, unit)))


def _surest(way: Way) -> tuple[int, float]:
    return -way.tier, way.gain


def _says_enough(way: Way, pattern: TypedTerm, view: WrittenForm) -> bool:
    """Whether so little is still no chance: two characters, or the letters of a single one."""
    if len(way.pieces) == len(view):
        return True
    if pattern.letters == 0 and len(pattern) <= _SHORT:
        return 100 * way.gain / pattern.weight >= _SHORT_SURE
    return True


def _stretches(
    pattern: TypedTerm, position: int, view: WrittenForm, unit: int
) -> Iterator[tuple[int, float, Agreement]]:
    """How much of the term from a position on can stand for one character, for what gain and how."""
    typed = pattern.text[position]
    if pattern.han[position] or typed == view.text[unit]:
        how = _heard(pattern, position, view, unit)
        if how:
            yield 1, pattern.weights[position] * how.share, how
        return
    readings = view.readings[unit]
    for reading in readings:
        if reading[0] == typed:
            weight = weights.LETTER * (1 if reading == readings[0] else weights.READ_OTHERWISE)
            for length, how in _spellings(pattern, position, reading):
                yield length, length * weight * how.share, how


def _heard(pattern: TypedTerm, position: int, view: WrittenForm, unit: int) -> Agreement | None:
    """How a typed character stands for a printed one: as it is, or a Chinese one by its sound."""
    if pattern.text[position] == view.text[unit]:
        return weights.SAME
    sounds, readings = pattern.readings[position], view.readings[unit]
    if not sounds or not readings:
        return None
    if sounds[0] == readings[0]:
        return weights.SOUND
    return weights.OTHER_READING if sounds[0] in readings or readings[0] in sounds else None


def _spellings(pattern: TypedTerm, position: int, reading: str) -> Iterator[tuple[int, Agreement]]:
    """The ways that letters from a position on give a reading: in full, begun, or by its initial."""
    end = pattern.ends[position]
    common = _common(pattern.text[position:end], reading)
    if common == len(reading):
        yield common, pattern.in_full
    elif position + common == len(pattern):
        yield common, weights.BEGUN
    elif common > 1 and not (position + common == end and is_syllable(pattern.text[position:end])):
        yield common, weights.SHORTENED
    yield 1, weights.INITIAL
    if common > 1 and reading[1] == "h":
        yield 2, weights.INITIAL


def _common(typed: str, reading: str) -> int:
    """How many letters both begin with."""
    count = 0
    for letter, wanted in zip(typed, reading, strict=False):
        if letter != wanted:
            break
        count += 1
    return count
