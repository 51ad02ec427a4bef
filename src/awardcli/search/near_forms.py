"""The rarer ways to be near a field: a number in another form, 的 left out, another ending, a body's short name."""

from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment, aligned
from awardcli.search.near import near_match
from awardcli.search.printed_text import PrintedText
from awardcli.search.query import Term
from awardcli.search.sound import sound_match
from awardcli.search.typed_term import TypedTerm, is_another_body

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
    """The match by sound of a term with a field without its 的 (laopankfd), or None; it covers half the field."""
    without = printed.without_particle if term.letters >= weights.FEWEST_WITHOUT_PARTICLE else None
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
