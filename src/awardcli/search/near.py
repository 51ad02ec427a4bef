"""The near step: typed characters may be wrong, missing, added or moved, and sounds blurred by an accent.

The rarer ways to be near are at the end: a number in another form, 的 left out, another ending, a body's short name.

A term is aligned with a printed text by dynamic programming. Think of a matrix with a row for each typed character and
a column for each printed one. An alignment is a path from the top row to the bottom row. In each row it either enters
one cell, where the typed character agrees with the printed one and earns its weight times the share of the agreement
(see `weights`), or it passes the row without a cell, and earns nothing: that character was typed wrong or added.
Here 老潘的咖啡店 is printed, and 老潘茶啡店的 was typed:

            老    潘    的    咖    啡    店
    老      1
    潘            1
    茶                                      no printed 茶: the row is passed
    啡                              .78      two columns were skipped: 1 - OPEN_GAP
    店                                    1
    的                  .55                  the path goes back: 1 - JUMP_BACK

Between two cells the path may

- go on to the next column, for free;
- pass over one column for each row that it passed (a wrong character), for free;
- skip columns, for OPEN_GAP and then SKIP for each further one: short names leave out much (东航);
- go back to an earlier column, for JUMP_BACK: parts in another order.

One cell may take several rows: the letters that spell a syllable agree with one printed character. The score is the
gain of the best path divided by the weight of the term. A cell of row p needs only the best paths to row p, so the work
is the number of typed characters times the number of printed ones.

Three more rules apply. An upper bound of the gain, which ignores the order of the characters, rules most texts out
before they are aligned. A path that enters a column twice is repaired: only the better cell counts. And a path with a
high score is still refused (`near_match_check`) where it has too many slips for the length of the term, or another
number.
"""

from collections.abc import Container, Iterator, Sequence, Set
from itertools import compress
from operator import attrgetter, itemgetter, mul
from typing import NamedTuple

from awardcli.language.pinyin import accents
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment, Piece, aligned
from awardcli.search.near_match_check import NearAlignment, slips_of
from awardcli.search.printed_text import PrintedText, WrittenForm
from awardcli.search.query import Term
from awardcli.search.sound import heard, sound_match
from awardcli.search.typed_term import TypedTerm, forgiven, is_another_body, may_lack, missing
from awardcli.search.weights import Agreement

_LETTERS_PER_CHARACTER = 12
"""Twice the longest syllable: a term with more letters for each printed character cannot match."""
_MOST_REPAIRS = 12
"""Paths that are tried at most: each gains less than the one before."""
_ROUNDING = 1e-6
"""Gains that differ by less are equal: the difference comes from the order of floating-point additions."""
_MOST_CELLS = 1_000_000
"""A larger matrix would take seconds; then one of the two texts is no title."""

Cell = tuple[int, list[tuple[int, float, Agreement]]]
"""A column, and the agreements with its character: how many rows, the gain, and which."""


class Path(NamedTuple):
    """A path through the matrix: its gain less its costs, its last cell, and the path up to that cell."""

    gain: float
    piece: Piece
    before: "Path | None"


def near_match(term: TypedTerm, printed: WrittenForm, cutoff: float, *, strict: bool = True) -> Alignment | None:
    """The best alignment of a term with a printed text, or None where it scores below the cutoff (0-100).

    Without `strict` an alignment that may be a coincidence counts too: good enough to suggest or explain a title.
    """
    if term.is_initials and len(term) < weights.FEWEST_INITIALS:
        return None
    if len(term) > _LETTERS_PER_CHARACTER * len(printed) or len(term) * len(printed) > _MOST_CELLS:
        return None
    needed = cutoff / 100 * term.near_weight  # the gain that reaches the cutoff
    lacked = missing(term.characters, printed.text)
    lacks_too_many = lacked > may_lack(len(term.characters)) or term.lacks_letters_of(printed)
    if (strict and lacks_too_many) or not _may_be_near(term, printed, needed, strict=strict):
        return None
    cells = _cells(term, printed)
    if strict and _another_number_is_printed(term, printed, cells):
        return None
    gain, pieces = _best_alignment(term, cells, needed)
    is_near = gain >= needed and (not strict or NearAlignment(term, printed, pieces).is_near())
    if not is_near and gain >= needed and (strays := _strays(pieces)):
        gain, pieces = _best_alignment(term, cells, needed, strays)
        is_near = gain >= needed and NearAlignment(term, printed, pieces).is_near()
    if not is_near:
        return None
    offsets = [piece.offset for piece in pieces]
    return aligned(printed, Tier.NEAR, 100 * gain / term.near_weight, offsets, term.text, pieces, term.near_weight)


def _may_be_near(term: TypedTerm, printed: WrittenForm, needed: float, *, strict: bool) -> bool:
    """Whether the term can gain what is needed with the forgiven slips, whatever the order of its characters."""
    covered = term.positions_covered(printed) if term.letters else 0
    if term.is_spelt:
        return covered.bit_count() * weights.LETTER >= needed
    shares = [
        weights.SAME.share if covered >> position & 1 else _best_share(term, position, printed)
        for position in range(len(term))
    ]
    if sum(map(mul, term.near_weights, shares)) < needed:
        return False
    return not strict or slips_of(term, compress(shares, term.han)) <= forgiven(len(term.characters))


def _best_share(term: TypedTerm, position: int, printed: WrittenForm) -> float:
    """The highest share that a typed character can earn, other than as part of a syllable in full."""
    character = term.text[position]
    if character in printed.text:
        return weights.SAME.share
    if not term.han[position]:
        return weights.INITIAL.share if term.is_initials and character in printed.initials else 0.0
    sound, *others = term.readings[position] or ("",)
    if sound in printed.sounds:
        return weights.SOUND.share
    if not printed.sounds.isdisjoint(others):
        return weights.OTHER_READING.share
    if not accents(sound).isdisjoint(printed.sounds):
        return weights.ACCENT.share
    return 0.0 if term.shapes[position].isdisjoint(printed.text) else weights.LOOK_ALIKE.share


def _another_number_is_printed(term: TypedTerm, printed: WrittenForm, cells: Sequence[Sequence[Cell]]) -> bool:
    """Whether a number in the term rules the text out before it is aligned, as it does most titles of a series.

    A number of two characters or more must be printed, unless the numbers that are printed, all of whose characters
    agree with typed ones, are together long enough to be that number with a slip (二十是节气 for 二十四节气, not
    二十六节气); `NearAlignment.other_numbers` decides that later.
    """
    numbers = [number for number in term.numbers if number.end - number.start > 1]
    if not numbers or all(number.value in printed.values for number in numbers):
        return False
    columns = {offset for row in cells for offset, _ in row}
    agreeing = sum(number.end - number.start for number in printed.numbers if columns.issuperset(range(*number[:2])))
    return any(agreeing < number.end - number.start for number in numbers if number.value not in printed.values)


def _strays(pieces: Sequence[Piece]) -> set[tuple[int, int]]:
    """The cells that agree by sound or shape only, away from all others: a chance agreement of a wrong character."""
    offsets = {piece.offset for piece in pieces}
    return {
        (piece.position, piece.offset)
        for piece in pieces
        if piece.agreement is not weights.SAME and offsets.isdisjoint((piece.offset - 1, piece.offset + 1))
    }


def _best_alignment(
    term: TypedTerm, cells: Sequence[Sequence[Cell]], needed: float, without: Set[tuple[int, int]] = frozenset()
) -> tuple[float, tuple[Piece, ...]]:
    """The gain and the pieces of the best alignment that enters each column once; 0 where it gains less than needed.

    It enters none of the cells `without`: pairs of a row and a column.
    """
    best: tuple[float, tuple[Piece, ...]] = 0.0, ()
    lost = set(without)
    for _ in range(_MOST_REPAIRS):
        path = _best_path(term, cells, needed - _ROUNDING, lost)
        if path is None or path.gain < max(needed, best[0]):
            break
        every = list(_pieces(path))
        pieces = _each_once(every)
        gain = path.gain - sum(piece.gain for piece in every if piece not in pieces)
        best = max(best, (gain, pieces), key=itemgetter(0))
        if len(pieces) == len(every):
            break
        # Without a cell that lost its column to another, the path may take a better way.
        lost |= {(piece.position, piece.offset) for piece in every if piece not in pieces}
    return best


def _each_once(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without those whose column another piece enters for a higher gain."""
    best: dict[int, Piece] = {}
    for piece in pieces:
        best[piece.offset] = max(best.get(piece.offset, piece), piece, key=attrgetter("gain"))
    return tuple(piece for piece in pieces if best[piece.offset] is piece)


def _best_path(
    term: TypedTerm, cells: Sequence[Sequence[Cell]], needed: float, lost: Container[tuple[int, int]]
) -> Path | None:
    """The path with the highest gain that enters none of the `lost` cells: pairs of a row and a column.

    `reached[p]` has, for each column of a last cell, the best path through the first p rows that ends there. Paths that
    can no longer gain what is needed are dropped.
    """
    reached: list[dict[int, Path]] = [{} for _ in range(len(term) + 1)]
    for position, row in enumerate(cells):
        least = needed - term.most_gained[position]
        here = {offset: path for offset, path in reached[position].items() if path.gain >= least}
        if not term.is_spelt:  # the misspelt step deals with wrong letters
            for path in here.values():
                _keep_best(reached[position + 1], path)
        row = [cell for cell in row if (position, cell[0]) not in lost] if lost else row
        entries = _entries(term, here, [offset for offset, _ in row], position) if here or least <= 0 else []
        for (offset, found), (gain, before) in zip(row, entries, strict=False):
            for length, gained, agreement in found if gain >= least else ():
                piece = Piece(position, term.text[position : position + length], offset, agreement, gained)
                _keep_best(reached[position + length], Path(gain + gained, piece, before))
    return max(reached[-1].values(), key=attrgetter("gain"), default=None)


def _cells(term: TypedTerm, printed: WrittenForm) -> list[list[Cell]]:
    """For each row, the cells in which its character agrees with a printed one, by ascending column."""
    cells: list[list[Cell]] = [[] for _ in range(len(term))]
    rows = term.positions_wanting
    keys_wanted = rows.keys()
    for offset, (character, keys) in enumerate(zip(printed.text, printed.readings, strict=True)):
        if term.is_initials:
            keys = (*keys, *(reading[0] for reading in keys))
        if character in rows or not keys_wanted.isdisjoint(keys):
            for position in sorted({at for key in (character, *keys) for at in rows.get(key, ())}):
                if found := _agreements(term, position, printed, offset):
                    cells[position].append((offset, found))
    return cells


def _keep_best(paths: dict[int, Path], path: Path) -> None:
    offset = path.piece.offset
    if offset not in paths or path.gain > paths[offset].gain:
        paths[offset] = path


def _entries(
    term: TypedTerm, here: dict[int, Path], columns: Sequence[int], position: int
) -> list[tuple[float, Path | None]]:
    """For each of the columns, which ascend, the best path to enter it from in this row, with its gain.

    `skipping` is the path that gains most where it skips columns, `skipping_gain` what it gains up to `skipped_to`.
    """
    if not here:
        return [(0.0, None)] * len(columns)
    share = weights.LETTERS_GAP if term.letters == len(term) else 1.0
    opening, skip, jump = weights.OPEN_GAP * share, weights.SKIP * share, weights.JUMP_BACK * share
    best = max(here.values(), key=attrgetter("gain"))
    entries: list[tuple[float, Path | None]] = []
    not_skipping = sorted(here, reverse=True)  # the columns of the last cells of paths that have no gap yet
    skipping: Path | None = None
    skipping_gain, skipped_to = -1.0, 0
    for column in columns:
        while not_skipping and not_skipping[-1] < column - 1:
            last = not_skipping.pop()
            skipping_gain, skipped_to = skipping_gain - skip * (last + 1 - skipped_to), last + 1
            if here[last].gain - opening > skipping_gain:
                skipping_gain, skipping = here[last].gain - opening, here[last]
        skipping_gain, skipped_to = skipping_gain - skip * (column - skipped_to), column
        entry: tuple[float, Path | None] = (skipping_gain, skipping) if skipping_gain > 0 else (0.0, None)
        if best.piece.offset >= column and best.gain - jump > entry[0]:  # jump back
            entry = best.gain - jump, best
        passing = here.get(column - 2)  # pass a wrong character
        if passing and passing.gain > entry[0] and passing.piece.position + len(passing.piece.typed) < position:
            entry = passing.gain, passing
        beside = here.get(column - 1)  # go on to the next column
        if beside and beside.gain > entry[0]:
            entry = beside.gain, beside
        entries.append(entry)
    return entries


def _agreements(
    term: TypedTerm, position: int, printed: WrittenForm, offset: int
) -> list[tuple[int, float, Agreement]]:
    """The agreements of typed text from a position on with a printed character: (length, gain, agreement)."""
    character, weight = term.text[position], term.near_weights[position]
    if character == printed.text[offset]:
        return [(1, weight, weights.SAME)]
    readings = printed.readings[offset]
    if not readings:
        return []
    if term.han[position]:
        if len(term) <= weights.SHORT and len(printed) != weights.SHORT:
            return []  # two blurred characters occur in nearly every longer field
        agreement = _likeness(term, position, printed, offset)
        return [(1, weight * agreement.share, agreement)] if agreement else []
    if term.is_initials and any(reading[0] == character for reading in readings):
        return [(1, weight * weights.INITIAL.share, weights.INITIAL)]
    spelt = term.spelt[position]
    return [
        (
            length,
            length * weights.LETTER * agreement.share * (1 if reading == readings[0] else weights.READ_OTHERWISE),
            agreement,
        )
        for reading in readings
        if reading in spelt
        for length, agreement in spelt[reading]
    ]


def _likeness(term: TypedTerm, position: int, printed: WrittenForm, offset: int) -> Agreement | None:
    """The surest agreement of a typed Chinese character with another printed one, or None."""
    if position in term.number_positions and offset in printed.number_offsets:
        return None  # another number
    typed, readings = term.readings[position], printed.readings[offset]
    if same := heard(typed, readings):
        return same
    if typed and not accents(typed[0]).isdisjoint(readings):
        return weights.ACCENT
    return weights.LOOK_ALIKE if printed.text[offset] in term.shapes[position] else None


def _pieces(path: Path | None) -> Iterator[Piece]:
    """The pieces of a path, first to last."""
    backwards = []
    while path:
        backwards.append(path.piece)
        path = path.before
    return reversed(backwards)


# The rarer ways to be near.

_ENDINGS = ("ing", "es", "ed", "e", "s")


def numeral_match(term: TypedTerm, printed: PrintedText, cutoff: float) -> Alignment | None:
    """The best match of a term with a field whose number is written in another form, or None.

    With the numbers of both in digits, the rest may be near, at the cutoff (0-100).
    """
    if not term.may_say_a_number:
        return None
    if not term.letters and all(term.text[number.start : number.end] in printed.text for number in term.numbers):
        return None  # every number is in the same form
    if any(number.value not in printed.values for number in term.numbers):
        return None
    in_digits = term.in_digits or term
    found = [sound_match(term, aloud) for aloud in printed.rewritten[1:]]
    for digits in printed.rewritten[:1]:
        found += [sound_match(in_digits, digits), near_match(in_digits, digits, cutoff / weights.NUMERAL.share)]
    best = max(
        (match for match in found if match and _has_whole_numbers(match)), key=lambda match: match.score, default=None
    )
    return best and best.in_form(weights.NUMERAL)


def _has_whole_numbers(match: Alignment) -> bool:
    """Whether the match neither begins nor ends inside a rewritten number: 1000 is not in 1922."""
    offsets = sorted(piece.offset for piece in match.pieces)
    return not offsets or not any(map(match.printed.splits_number, (offsets[0], offsets[-1] + 1)))


def particle_match(term: TypedTerm, printed: PrintedText) -> Alignment | None:
    """The match by sound of a term with a field without its 的 (laopankfd, 老潘kfd), or None; it covers half of it."""
    without = printed.without_particle if term.may_lack_particle else None
    match = sound_match(term, without) if without else None
    if match is None or len(match.pieces) <= weights.LONGER_TEXT * len(printed):
        return None
    return match.in_form(weights.WITHOUT_PARTICLE)


def inflected_match(term: Term, printed: PrintedText) -> Alignment | None:
    """The match of a Latin word that is printed with another ending: dancing, Dances with Wolves."""
    if len(term.words) > 1 or len(term.text) < weights.SHORTEST_STEM or not term.text.isascii():
        return None
    meant = _stem(term.text)
    if len(meant) < weights.SHORTEST_STEM or meant not in printed.text:
        return None
    start = printed.text.index(meant)
    end = next((at for at in range(start + 1, len(printed)) if not printed.splits_word(at)), len(printed))
    if printed.splits_word(start) or _stem(printed.text[start:end]) != meant:
        return None
    return aligned(printed, Tier.NEAR, 100.0, range(start, end), term.text).in_form(weights.INFLECTED)


def _stem(word: str) -> str:
    """An English word without the ending of a plural or a verb form."""
    ending = next((ending for ending in _ENDINGS if word.endswith(ending)), "")
    return word.removesuffix(ending)


def short_name_match(term: TypedTerm, printed: PrintedText) -> Alignment | None:
    """The match of a short name whose words are all in an organization: 长宁区公安局, 隧道公司."""
    if printed.field != "organization" or not (parts := term.name_parts) or not all(p in printed.text for p in parts):
        return None
    starts = [printed.text.index(part) for part in parts]
    offsets = [at for start, part in zip(starts, parts, strict=True) for at in range(start, start + len(part))]
    crosses = len(set(offsets)) < len(offsets) or printed.crosses_names(min(offsets), max(offsets))
    if crosses or is_another_body(term, printed, offsets):
        return None
    return aligned(printed, Tier.NEAR, 100.0, offsets, term.text).in_form(weights.SHORT_NAME_FORM)


def spelt_short_name_match(typed: TypedTerm, printed: PrintedText, cutoff: float) -> Alignment | None:
    """The match of a short name in pinyin, which is enough only beside another term (jueze jiaoda)."""
    is_name = printed.field == "organization" and typed.is_spelt and typed.is_pinyin
    if not is_name or typed.lacks_letters_of(printed):
        return None
    found = near_match(typed, printed, cutoff, strict=False)
    offsets = [piece.offset for piece in found.pieces] if found else []
    is_one = len(offsets) >= weights.SHORT and not printed.crosses_names(min(offsets), max(offsets))
    return found if found and found.is_complete and is_one and offsets == sorted(offsets) else None
