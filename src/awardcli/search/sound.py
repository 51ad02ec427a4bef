"""The sound step: the whole term agrees with neighbouring printed characters, by sound, in pinyin or by initials."""

from collections.abc import Iterator, Sequence
from itertools import count, islice
from typing import NamedTuple

from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.language.pinyin import is_syllable, spelt_by, typed_forms
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment, Piece, aligned
from awardcli.search.printed_text import NUMERALS, Readings, WrittenForm
from awardcli.search.typed_term import TypedTerm
from awardcli.search.weights import Agreement


class SoundPath(NamedTuple):
    """A way to read the rest of a term along printed characters: the gain, the worst tier, and the pieces."""

    gain: float
    tier: Tier
    pieces: tuple[Piece, ...]


_INCOMPLETE = (weights.BEGUN, weights.SHORTENED, weights.INITIAL)
_ERHUA = "儿"
"""Typed as a mere r after a syllable."""
_EDITION = lazy_pattern(f"第[{''.join(sorted(NUMERALS))}]+届")
_END = SoundPath(0.0, Tier.EQUAL, ())


def sound_match(term: TypedTerm, printed: WrittenForm) -> Alignment | None:
    """The best match of a term by sound, or None.

    Every typed character and letter agrees with the next printed character, none of which is skipped. Homophones,
    unfinished syllables and initials lower the score.

    >>> from awardcli.search.printed_text import PrintedText
    >>> sound_match(TypedTerm(["aishangh"]), PrintedText("title", "爱上海的理由")).tier.name
    'PINYIN'
    """
    if not _may_match(term, printed):
        return None
    paths = _letters_along(term, printed) if term.letters else _characters_along(term, printed)
    best = max((path for path in paths if _is_sure(path, term, printed)), key=_surest, default=None)
    if best is None:
        return None
    score = 100 * best.gain / term.weight
    offsets = [piece.offset for piece in best.pieces]
    # Only the tone digits of pinyin can have kept the same letters from being literal (xin1).
    tier = max(best.tier, Tier.SOUND)
    return aligned(printed, tier, score, offsets, term.text, best.pieces, term.weight)


def _may_match(term: TypedTerm, printed: WrittenForm) -> bool:
    """Whether the printed text may have each typed Chinese character, or the first letter: a cheap check."""
    if not term.text:  # nothing but marks of pinyin, or bytes that are not text
        return False
    if printed.is_unread:
        return term.text in printed.text
    typed = zip(term.text, term.han, term.readings, strict=True)
    return all(
        character in printed.text
        or (any(map(printed.may_sound, readings)) if han else printed.may_begin_with(character))
        for character, han, readings in (islice(typed, 1) if term.letters else typed)
    )


def _characters_along(term: TypedTerm, printed: WrittenForm) -> Iterator[SoundPath]:
    """The paths of a term of Chinese characters alone, each of which agrees with one printed character."""
    first, sounds = term.text[0], frozenset(term.readings[0])
    for start in range(len(printed) - len(term) + 1):
        if printed.text[start] != first and sounds.isdisjoint(printed.readings[start]):
            continue
        found = []
        for position in range(len(term)):
            agreement = _agreement(term, position, printed, start + position)
            if agreement is None:
                break
            found.append(agreement)
        else:
            gains = [weight * agreement.share for weight, agreement in zip(term.weights, found, strict=True)]
            places = zip(count(), term.text, count(start), found, gains, strict=False)
            yield SoundPath(sum(gains), max(agreement.tier for agreement in found), tuple(map(Piece._make, places)))


def _letters_along(term: TypedTerm, printed: WrittenForm) -> Iterator[SoundPath]:
    """The best paths of a term with letters, several of which may agree with one printed character."""
    too_little = (*_INCOMPLETE, weights.SAME) if term.text.isalpha() else _INCOMPLETE
    known: dict[tuple[int, int], SoundPath | None] = {}

    def rest(position: int, offset: int) -> SoundPath | None:
        """The best path of the term from a position on, along the printed text from an offset on."""
        if position == len(term):
            return _END
        if offset == len(printed):
            return None
        if (position, offset) in known:
            return known[position, offset]
        best: SoundPath | None = None
        for length, gain, agreement in _agreements(term, position, printed, offset):
            if length == len(term) and agreement in too_little and len(printed) > 1:
                continue  # a single unfinished syllable or letter agrees with too many characters
            after = rest(position + length, offset + 1)
            if after:
                piece = Piece(position, term.text[position : position + length], offset, agreement, gain)
                path = SoundPath(gain + after.gain, max(agreement.tier, after.tier), (piece, *after.pieces))
                best = path if best is None else max(best, path, key=_surest)
        known[position, offset] = best
        return best

    starts = range(len(printed)) if term.han[0] else printed.begun_by(term.text[0])
    return (path for offset in starts if (path := rest(0, offset)))


def _surest(path: SoundPath) -> tuple[int, float]:
    return -path.tier, path.gain


def _is_sure(path: SoundPath, term: TypedTerm, printed: WrittenForm) -> bool:
    """Whether the path is no coincidence.

    Two Chinese characters count only where they are the whole field: 火车 is not in 一辆货车. A Latin word must match a
    whole word. The number of an edition is no other word: 第十届 is not in 平凡的世界.
    """
    if "届" in term.text and _is_edition_heard(path, term):
        return False
    if term.letters and printed.has_part_of_word([piece.offset for piece in path.pieces], unfinished=term.unfinished):
        return False
    first, last = path.pieces[0].offset, path.pieces[-1].offset
    if printed.ends_in_roman_number(last + 1):
        return False
    if term.letters == len(term) and is_inside_words(path.pieces, term, printed):
        return False
    if sum(map(bool, printed.readings[first : last + 1])) < weights.ENOUGH and printed.crosses_names(first, last):
        return False  # among many names any few initials are found
    return len(path.pieces) == len(printed) or term.letters > 0 or len(term) > weights.SHORT


def _is_edition_heard(path: SoundPath, term: TypedTerm) -> bool:
    """Whether a character of the number of an edition only sounds like the printed one."""
    edition = _EDITION.search(term.text)
    if edition is None:
        return False
    pieces = (piece for piece in path.pieces if edition.start() <= piece.position < edition.end())
    return any(piece.agreement is not weights.SAME for piece in pieces)


def is_inside_words(pieces: Sequence[Piece], term: TypedTerm, printed: WrittenForm) -> bool:
    """Whether letters agree by chance: from inside a word into the next one, or with a short word that they only begin.

    `june` is neither 俊 E of 林俊 Emily nor 俊二 of 岩井俊二, nor `deer` 德尔 of 唐·钱德尔.
    """
    offsets = [piece.offset for piece in pieces]
    first, last = min(offsets), max(offsets)
    if not first or not printed.touches(first):
        return False
    is_short = len(term) <= weights.SHORT_PINYIN and len(pieces) <= weights.SHORT
    is_latin = not printed.text[first].isascii() and printed.text[last].isascii()
    if printed.runs_on(first, last):
        return is_short or is_latin
    _, typed, _, agreement, gain = pieces[-1]
    is_blurred = gain < len(typed) * weights.LETTER * agreement.share
    only_begins = agreement is weights.BEGUN and (len(typed) == 1 or not is_syllable(typed) or is_blurred)
    return is_short and (only_begins or printed.is_in_foreign_name(first, last))


def _agreements(
    term: TypedTerm, position: int, printed: WrittenForm, offset: int
) -> Iterator[tuple[int, float, Agreement]]:
    """The agreements of typed text from a position on with a printed character: (length, gain, agreement)."""
    character = term.text[position]
    if term.han[position] or character == printed.text[offset]:
        agreement = _agreement(term, position, printed, offset)
        if agreement:
            yield 1, term.weights[position] * agreement.share, agreement
        return
    readings = printed.readings[offset]
    for reading in readings:
        if reading[0] == character:
            weight = weights.LETTER * (1 if reading == readings[0] else weights.READ_OTHERWISE)
            for length, agreement in _spellings(term, position, reading):
                yield length, length * weight * agreement.share, agreement
    if character == "r" and printed.text[offset] == _ERHUA and position and not term.han[position - 1]:
        yield 1, weights.LETTER * weights.FULL.share, weights.FULL  # huar for 花儿


def _agreement(term: TypedTerm, position: int, printed: WrittenForm, offset: int) -> Agreement | None:
    """The agreement of a typed character with the same printed one, or with one of the same sound; or None."""
    if term.text[position] == printed.text[offset]:
        return weights.SAME
    return heard(term.readings[position], printed.readings[offset])


def heard(typed: Readings, printed: Readings) -> Agreement | None:
    """The agreement of two characters with these readings that sound the same; None where they do not."""
    if not typed or not printed:
        return None
    if typed[0] == printed[0]:
        return weights.SOUND
    return weights.OTHER_READING if typed[0] in printed or printed[0] in typed else None


def _spellings(term: TypedTerm, position: int, reading: str) -> Iterator[tuple[int, Agreement]]:
    """The ways in which letters from a position on spell a reading: in full, unfinished, or by its initial."""
    end = term.word_ends[position]
    for number, form in enumerate(typed_forms(reading)):
        common = _common_length(term.text[position:end], form)
        if common == len(form):
            yield common, weights.RESPELT if number else term.in_full
        elif position + common == len(term):
            yield common, weights.BEGUN
        elif common > 1 and not spelt_by(term.text[position : position + common]):
            yield common, weights.SHORTENED
    yield 1, weights.INITIAL
    if term.text.startswith(reading[:2], position, end) and reading[1:2] == "h":
        yield 2, weights.INITIAL


def _common_length(typed: str, reading: str) -> int:
    """How many letters both begin with."""
    count = 0
    for letter, wanted in zip(typed, reading, strict=False):
        if letter != wanted:
            break
        count += 1
    return count
