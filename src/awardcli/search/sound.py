"""The sound step: the whole term stands in the field, character by character, by its sound or in pinyin."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from awardcli.language.pinyin import is_syllable
from awardcli.model import Tier
from awardcli.search import worth
from awardcli.search.field import View
from awardcli.search.match import Match, Piece, matched
from awardcli.search.pattern import Pattern
from awardcli.search.worth import How

_SHORT = 2
_SHORT_SURE = 95.0
"""Inside a longer field, of two characters one must be the same: two homophones stand side by side in many fields."""


class Way(NamedTuple):
    """A way to read the rest of a term along a view: its gain, its worst tier, and its pieces."""

    gain: float
    tier: Tier
    pieces: tuple[Piece, ...]


_SAYS_LITTLE = (worth.BEGUN, worth.SHORTENED, worth.INITIAL)
_END = Way(0.0, Tier.EQUAL, ())


def sound_match(pattern: Pattern, view: View) -> Match | None:
    """The best match of a term by sound, or None; it scores less, the more is a homophone, a prefix or an initial.

    >>> from awardcli.search.field import Field
    >>> sound_match(Pattern(["aishangh"]), Field("title", "爱上海的理由")).tier.name
    'PINYIN'
    """
    if not _begins_somewhere(pattern, view):
        return None

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

    best = max((way for unit in _starts(pattern, view) if (way := rest(0, unit))), key=_surest, default=None)
    if best is None or not _says_enough(best, pattern, view):
        return None
    score = 100 * best.gain / pattern.weight
    return matched(view, best.tier, score, [piece.unit for piece in best.pieces], best.pieces, pattern.weight)


def _surest(way: Way) -> tuple[int, float]:
    return -way.tier, way.gain


def _begins_somewhere(pattern: Pattern, view: View) -> bool:
    """Whether the term's first character stands for any of the view's: mostly it does not, and that settles it."""
    first = pattern.text[0]
    if first in view.text:
        return True
    return any(map(view.may_sound, pattern.readings[0])) if pattern.han[0] else view.may_begin_with(first)


def _starts(pattern: Pattern, view: View) -> Sequence[int]:
    """The characters of the view that the term's first one may stand for, and of two Chinese ones the next as well."""
    starts = _may_stand(pattern, 0, view)
    if len(pattern) > 1 and pattern.han[0] and pattern.han[1]:
        following = set(_may_stand(pattern, 1, view))
        return [unit for unit in starts if unit + 1 in following]
    return starts


def _may_stand(pattern: Pattern, position: int, view: View) -> list[int]:
    """The characters of the view that a typed one may stand for."""
    typed, sounds = pattern.text[position], frozenset(pattern.readings[position])
    units = enumerate(zip(view.text, view.readings, strict=True))
    if pattern.han[position]:
        return [unit for unit, (printed, said) in units if printed == typed or not sounds.isdisjoint(said)]
    return [unit for unit, (printed, said) in units if printed == typed or any(r[0] == typed for r in said)]


def _says_enough(way: Way, pattern: Pattern, view: View) -> bool:
    """Whether so little is still no chance: two characters, or the letters of a single one."""
    if len(way.pieces) == len(view):
        return True
    if pattern.letters == 0 and len(pattern) <= _SHORT:
        return 100 * way.gain / pattern.weight >= _SHORT_SURE
    return True


def _stretches(pattern: Pattern, position: int, view: View, unit: int) -> Iterator[tuple[int, float, How]]:
    """How much of the term from a position on can stand for one character, for what gain and how."""
    typed = pattern.text[position]
    if typed == view.text[unit]:
        yield 1, pattern.weights[position], worth.SAME
        return
    readings = view.readings[unit]
    if pattern.han[position]:
        sound, *others = pattern.readings[position] or ("",)
        if sound in readings:
            how = worth.SOUND if sound == readings[0] else worth.OTHER_READING
            yield 1, pattern.weights[position] * how.share, how
        elif readings and readings[0] in others:
            yield 1, pattern.weights[position] * worth.OTHER_READING.share, worth.OTHER_READING
        return
    for reading in readings:
        if reading[0] == typed:
            weight = worth.LETTER * (1 if reading == readings[0] else worth.READ_OTHERWISE)
            for length, how in _spellings(pattern, position, reading):
                yield length, length * weight * how.share, how


def _spellings(pattern: Pattern, position: int, reading: str) -> Iterator[tuple[int, How]]:
    """The ways that letters from a position on give a reading: in full, begun, or by its initial."""
    end = pattern.ends[position]
    common = _common(pattern.text[position:end], reading)
    if common == len(reading):
        yield common, pattern.in_full
    elif position + common == len(pattern):
        yield common, worth.BEGUN
    elif common > 1 and not (position + common == end and is_syllable(pattern.text[position:end])):
        yield common, worth.SHORTENED
    yield 1, worth.INITIAL
    if common > 1 and reading[1] == "h":
        yield 2, worth.INITIAL


def _common(typed: str, reading: str) -> int:
    """How many letters both begin with."""
    count = 0
    for letter, wanted in zip(typed, reading, strict=False):
        if letter != wanted:
            break
        count += 1
    return count
