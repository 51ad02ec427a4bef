"""How part of a line spells a title: as printed, or with slips; longer titles forgive more of them.

A wrong character that is a homophone, the same with an accent, or a look-alike is half a slip; any other is a whole
one. Numbers are compared by value: another number is never a slip.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from awardcli.language.confused_characters import (
    MAY_BE_EXCHANGED,
    NEGATIONS,
    PARTICLES,
    are_opposite,
    look_alikes,
    say_the_same,
    share_a_part,
)
from awardcli.language.fold import CharacterTable, fold_character
from awardcli.language.grams import code_of
from awardcli.language.pinyin import accents
from awardcli.language.readings import is_han, read_alone, readings_of
from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.linking.line_parts import FIRST_SIGN, is_wordless, number_value
from awardcli.search.weights import Agreement


class Spelling(NamedTuple):
    """How well a title is spelt: the share of its characters that are right (0-1), and the tier of the worst of them.

    `is_explained` says that every wrong character sounds or looks like the right one, or shares a component with it.
    """

    share: float
    tier: Tier
    is_explained: bool = True


AS_PRINTED = Spelling(1.0, Tier.EQUAL)
BY_PINYIN = Spelling(weights.WRITTEN_IN_PINYIN, Tier.PINYIN)


class _Slip(NamedTuple):
    """One or more slips: their number, the share of characters that they lose, and the tier of the worst."""

    slips: float
    lost: float
    tier: Tier

    @property
    def is_alike(self) -> bool:
        """Whether every wrong character sounds or looks like the right one."""
        return self.lost <= weights.LOST_BY_A_LIKENESS * self.slips / weights.EXPLAINED_SLIP

    @property
    def is_explained(self) -> bool:
        """Whether every wrong character at least shares a component with the right one."""
        return self.lost <= weights.LOST_BY_A_PART * self.slips

    def then(self, other: "_Slip") -> "_Slip":
        """Both together."""
        return _Slip(self.slips + other.slips, self.lost + other.lost, max(self.tier, other.tier))


_NO_SLIP = _Slip(0.0, 0.0, Tier.EQUAL)
_ANY_SLIP = _Slip(1.0, 1.0, Tier.NEAR)
_LIKE_OTHERS = _Slip(1.0, weights.LOST_BY_A_PART, Tier.NEAR)
_SWAPPED = _Slip(1.0, 0.5, Tier.NEAR)
_SMALL_SLIP = _Slip(weights.EXPLAINED_SLIP, weights.LOST_BY_A_LIKENESS, Tier.NEAR)
_MAY_BE_OTHERWISE = PARTICLES | MAY_BE_EXCHANGED
_ANOTHER_TITLE = _Slip(99.0, 1.0, Tier.NEAR)
"""More slips than any title forgives."""
_TWO_PLACES = frozenset("山陕")
"""Shanxi and Shaanxi sound alike, but people do not confuse them."""
_HAN_NUMERALS = dict(zip(map(str, (*range(11), 100, 1000, 10_000)), "〇一二三四五六七八九十百千万", strict=True))


@lru_cache(1 << 16)
def likeness(one: str, other: str) -> Agreement | None:
    """The likeness of two Chinese characters: by sound, else by accent, else by shape; None without any."""
    sounds, others = (readings_of(character, read_alone(character)) for character in (one, other))
    if {one, other} == _TWO_PLACES:
        return None
    if sounds and others:
        if sounds[0] == others[0]:
            return weights.SOUND
        if not set(sounds).isdisjoint(others):
            return weights.OTHER_READING
        if not accents(sounds[0]).isdisjoint(others):
            return weights.ACCENT
    if other in look_alikes(one) or one in look_alikes(other):
        return weights.LOOK_ALIKE
    return None


@lru_cache(1 << 16)
def _wrong(typed: str, printed: str) -> _Slip:
    """The slip of typing one character for another. A number is one only for a homophone (“疫”呼百应, 一呼百应)."""
    if number_value(typed) is not None and number_value(printed) is not None:
        return _ANOTHER_TITLE
    one, other = _as_han(typed), _as_han(printed)
    is_number = (one, other) != (typed, printed)
    alike = likeness(one, other) if is_han(one) and is_han(other) else None
    sounds_alike = alike is not None and alike.tier is Tier.SOUND
    if not sounds_alike and are_opposite(one, other):
        return _ANOTHER_TITLE
    if alike:
        return _Slip(weights.EXPLAINED_SLIP, 1 - alike.share, alike.tier)
    if is_number:
        return _ANOTHER_TITLE
    if say_the_same(one, other):
        return _SMALL_SLIP
    if one in NEGATIONS or other in NEGATIONS:
        return _ANOTHER_TITLE
    return _LIKE_OTHERS if share_a_part(one, other) else _ANY_SLIP


def _as_han(character: str) -> str:
    """The Chinese numeral for a digit, or a number sign of one numeral; any other character unchanged."""
    return _HAN_NUMERALS.get(number_value(character) or character, character)


def is_only_a_number(character: str) -> bool:
    """Whether a character of a key is a number that has no single Chinese numeral, and so no homophone."""
    value = number_value(character)
    return value is not None and value not in _HAN_NUMERALS


def _left_out(character: str) -> _Slip:
    """The slip of adding or leaving out a character; 我是潘金莲 is not 我不是潘金莲."""
    if number_value(character) is not None or character in NEGATIONS:
        return _ANOTHER_TITLE
    return _SMALL_SLIP if character in PARTICLES else _ANY_SLIP


@lru_cache(1 << 12)
def least_slip(printed: str, characters: frozenset[str]) -> float:
    """The least slip by which a line with those characters lacks one of a title: half of one where any is like it."""
    others = filter(is_han, map(_as_han, characters))
    is_alike = is_han(printed) and any(likeness(other, printed) for other in others)
    return weights.EXPLAINED_SLIP if is_alike or printed in _MAY_BE_OTHERWISE else 1.0


def spelling_of(typed: str, printed: str, *, of_body: bool = False, word_ends: Sequence[int] = ()) -> Spelling | None:
    """How part of a line's key spells the key of a title, or None where it is another title.

    The name of an organization (`of_body`) forgives only characters that sound or look alike: 浙江省博物馆 is not
    江苏省博物馆. `word_ends` are the offsets in a Latin title at which its words end.
    """
    if typed == printed:
        return AS_PRINTED
    most, length = slips_forgiven(printed), len(printed)
    if not most:
        return None
    shorter = min(len(typed), length)
    start = next((at for at in range(shorter) if typed[at] != printed[at]), shorter)
    end = next((at for at in range(shorter - start) if typed[-1 - at] != printed[-1 - at]), shorter - start)
    found = _slips(typed[start : len(typed) - end], printed[start : length - end], most)
    if found.slips > most or (of_body and not found.is_alike):
        return None
    if any(map(is_wordless, printed)):
        return _in_characters(typed, printed, found, at_an_end=not start or not end)
    is_swapped = found.slips == _SWAPPED.slips and found.lost == _SWAPPED.lost and length >= weights.LONG_LATIN
    is_substituted = len(typed) == length and not is_swapped and length < weights.LONG_TO_SUBSTITUTE
    wrong = {typed[start : len(typed) - end], printed[start : length - end]}
    lacks_s = wrong == {"s", ""} and length >= weights.LONG_LATIN and length - end in word_ends[:-1]
    if not lacks_s and not _is_inside_a_word(start, length - end - is_swapped, is_substituted, word_ends or (length,)):
        return None
    return Spelling(1 - found.lost / length, found.tier, found.is_explained)


def _in_characters(typed: str, printed: str, slip: _Slip, *, at_an_end: bool) -> Spelling | None:
    """How a key spells a title with Chinese characters with that slip, at an end of the title or inside it."""
    length, is_as_long = len(printed), len(typed) == len(printed)
    if at_an_end and not is_as_long and length < weights.LONG_AT_THE_ENDS and slip.slips >= 1:
        return None  # a word before or behind a title makes another title: 新警察故事
    if length == weights.SHORT and slip.tier is Tier.NEAR:
        return None
    if is_as_long and slip.lost >= weights.ANOTHER_WORD:
        return None  # two characters without any likeness: 小麦抗白粉病 and 小麦抗赤霉病
    share = min(1 - slip.lost / length, 1.0 if length > weights.SHORT else weights.SHORT_BY_SOUND)
    if is_as_long and (not slip.is_explained or _may_be_another_word(typed, printed)):
        is_explained = slip.is_explained and length >= weights.LONG_FOR_A_LIKENESS
        return Spelling(min(share, weights.WITH_ANOTHER), slip.tier, is_explained)
    return Spelling(share, slip.tier, slip.is_explained or len(typed) > length >= weights.LONG_TO_ADD)


def _may_be_another_word(typed: str, printed: str) -> bool:
    """Whether a wrong Chinese character does not sound like the right one: 肺癌 is hardly a slip for 肝癌."""
    wrong = [(one, other) for one, other in zip(typed, printed, strict=True) if one != other]
    if {one for one, _ in wrong} == {other for _, other in wrong}:
        return False  # swapped
    words = [pair for pair in wrong if all(map(is_han, pair)) and not say_the_same(*pair)]
    return any((alike := likeness(*pair)) is None or alike.tier is Tier.NEAR for pair in words)


def _is_inside_a_word(start: int, end: int, is_substituted: bool, word_ends: Sequence[int]) -> bool:
    """Whether wrong letters are inside one word: a wrong first or last letter mostly makes another word (Aliens).

    A substituted letter in a short word makes another word too: Straw Dogs, Stray Dogs.
    """
    place = bisect_right(word_ends, start)
    word_end = word_ends[min(place, len(word_ends) - 1)]
    word_start = word_ends[place - 1] if place else 0
    is_long = word_end - word_start >= weights.LONG_WORD
    return word_start < start and end < word_end and (is_long or not is_substituted)


def _slips(typed: str, printed: str, most: float) -> _Slip:
    """The slips between two texts (characters wrong, added, left out or swapped), counted until they exceed `most`."""
    if typed == printed[-1:] + printed[1:-1] + printed[:1]:
        ends = {typed[0], typed[-1]}
        makes_another = any(map(number_value, ends)) or are_opposite(typed[0], typed[-1])
        return _ANOTHER_TITLE if makes_another else _SWAPPED
    found = _NO_SLIP
    for step in Levenshtein.opcodes(coded(typed), coded(printed)):
        one, other = typed[step.src_start : step.src_end], printed[step.dest_start : step.dest_end]
        if len(one) == len(other):
            slips = [_wrong(*pair) for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
        else:
            slips = [_left_out(character) for character in one + other]
        for slip in slips:
            found = found.then(slip)
        if found.slips > most:
            break
    return found


@lru_cache(1 << 16)
def slips_forgiven(key: str) -> float:
    """How many slips a title of that key forgives (see `weights.SLIPS_FORGIVEN`)."""
    numbers = sum(number_value(character) is not None for character in key)
    if not any(map(is_wordless, key)):
        length = len(key) + numbers
        return (length >= weights.LATIN_TO_FORGIVE) + float(length >= weights.LATIN_TO_FORGIVE_TWICE)
    return next(slips for least, slips in weights.SLIPS_FORGIVEN if len(key) >= least)


def _code(character: str) -> str:
    """The code of a character's sound, or its fold."""
    folded = _as_han(character) if ord(character) >= FIRST_SIGN else fold_character(character)
    return "".join(code_of(said) if (said := read_alone(each)) else each for each in folded)


_CODES = CharacterTable(_code)


def coded(text: str) -> str:
    """A text with each Chinese character replaced by the code of its sound, and everything else folded.

    A key keeps its length. Number signs of a single numeral get the code of that numeral.

    >>> coded("上海，商海") == coded("商嗨山海"), coded("T 台")[:1]
    (True, 't')
    """
    return text.translate(_CODES)
