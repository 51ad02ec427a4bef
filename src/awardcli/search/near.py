"""The near step: characters of the term may be wrong, missing, added or moved, and its sounds blurred by an accent."""

from collections.abc import Iterator
from typing import NamedTuple

from awardcli.language.pinyin import accents
from awardcli.model import Tier
from awardcli.search import worth
from awardcli.search.field import View
from awardcli.search.match import Match, Piece, matched
from awardcli.search.pattern import Pattern
from awardcli.search.worth import How

_SHORT = 2


class Trail(NamedTuple):
    """An alignment so far: what it gained and lost, its last piece, and the trail before that."""

    gain: float
    piece: Piece
    before: "Trail | None"


def near_match(pattern: Pattern, view: View, cutoff: float) -> Match | None:
    """The best alignment of a term with a view, or None where it scores less than the cutoff (0-100)."""
    least = cutoff / 100 * pattern.weight
    if _most(pattern, view) < least:
        return None
    best = _align(pattern, view)
    if best is None or best.gain < least:
        return None
    pieces = tuple(_pieces(best))
    return matched(view, Tier.NEAR, 100 * best.gain / pattern.weight, [piece.unit for piece in pieces], pieces)


def _pieces(trail: Trail | None) -> Iterator[Piece]:
    """The pieces of a trail, first to last."""
    if trail:
        yield from _pieces(trail.before)
        yield trail.piece


def _most(pattern: Pattern, view: View) -> float:
    """What the term could gain in the field at most, whatever the order: most fields need no closer look."""
    sounds = view.sounds
    most, covered = 0.0, 0
    for position, typed in enumerate(pattern.text):
        if typed in view.text:
            most += pattern.weights[position]
            covered = max(covered, position + 1)
        elif pattern.han[position]:
            sound = pattern.sounds[position]
            if sound in sounds:
                most += pattern.weights[position] * worth.SOUND.share
            elif not accents(sound).isdisjoint(sounds):
                most += pattern.weights[position] * worth.ACCENT.share
        elif pattern.is_initials:
            most += pattern.weights[position] * (typed in view.initials)
        else:
            spelt = pattern.spelt[position]
            longest = max((length for reading in spelt.keys() & sounds for length, _ in spelt[reading]), default=0)
            fresh = max(0, position + longest - max(covered, position))
            most += fresh * worth.LETTER
            covered = max(covered, position + longest)
    return most


def _align(pattern: Pattern, view: View) -> Trail | None:
    """The trail that gains most.

    A dynamic programme over the typed characters and those of the view, with cheap gaps and jumps back: `reached[p]`
    holds, for each character of the view, the best trail that dealt with p typed characters and came to it last.
    """
    reached: list[dict[int, Trail]] = [{} for _ in range(len(pattern) + 1)]
    for position in range(len(pattern)):
        here = reached[position]
        for trail in here.values():  # the typed character stands for nothing
            _keep(reached[position + 1], trail)
        found = [(unit, ways) for unit in range(len(view)) if (ways := _stretches(pattern, position, view, unit))]
        if not found:
            continue
        entries = _entries(pattern, here, found[-1][0] + 1)
        for unit, ways in found:
            gain, before = entries[unit]
            for length, gained, how in ways:
                piece = Piece(position, pattern.text[position : position + length], unit, how, gained)
                _keep(reached[position + length], Trail(gain + gained, piece, before))
    return max(reached[-1].values(), key=_gain, default=None)


def _gain(trail: Trail) -> float:
    return trail.gain


def _keep(trails: dict[int, Trail], trail: Trail) -> None:
    unit = trail.piece.unit
    if unit not in trails or trail.gain > trails[unit].gain:
        trails[unit] = trail


def _entries(pattern: Pattern, here: dict[int, Trail], width: int) -> list[tuple[float, Trail | None]]:
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
        if gap[0] > entry[0]:
            entry = gap
        if best.piece.unit >= unit and best.gain - jump > entry[0]:
            entry = best.gain - jump, best
        if behind:
            if behind.gain > entry[0]:
                entry = behind.gain, behind
            if behind.gain - opening > gap[0]:
                gap = behind.gain - opening, behind
        entries.append(entry)
    return entries


def _stretches(pattern: Pattern, position: int, view: View, unit: int) -> list[tuple[int, float, How]]:
    """How much of the term from a position on can stand for one character of the view, for what gain and how."""
    typed, weight = pattern.text[position], pattern.weights[position]
    if typed == view.text[unit]:
        return [(1, weight, worth.SAME)]
    readings = view.readings[unit]
    if not readings:
        return []
    if pattern.han[position]:
        if len(pattern) <= _SHORT != len(view):
            return []  # inside a longer field, two blurred characters are everywhere
        sound = pattern.sounds[position]
        how = worth.SOUND if sound == readings[0] else worth.OTHER_READING if sound in readings else worth.ACCENT
        if how is worth.ACCENT and accents(sound).isdisjoint(readings):
            return []
        return [(1, weight * how.share, how)]
    if pattern.is_initials and any(reading[0] == typed for reading in readings):
        return [(1, weight * worth.INITIAL.share, worth.INITIAL)]
    spelt = pattern.spelt[position]
    return [
        (length, length * worth.LETTER * how.share * (1 if reading == readings[0] else worth.READ_OTHERWISE), how)
        for reading in readings
        if reading in spelt
        for length, how in spelt[reading]
    ]
