"""All grams of many texts at once, for the index: a million titles are read at import, and most are read one way only.

What every character has is made by numpy for all texts together: the character, its code, its pairs and its initials.
What comes on top where a character has several readings is made for each such text by itself.
"""

from collections.abc import Sequence
from functools import cache
from itertools import chain, islice, product

import numpy as np
import numpy.typing as npt

from awardcli.language.grams import BEGINNING, INITIALS, INITIALS_BEGIN, code_of, spread
from awardcli.language.points import Points, points_of, text_of
from awardcli.language.readings import readings_of

_AT_ONCE = 1 << 14
"""Characters whose grams are made at once, which takes some two hundred bytes for each."""
_MOST_WAYS = 16
"""Ways to read a stretch of characters that each have several readings; beyond, the rarest are left out."""
_ONE_WAY, _SEVERAL_WAYS = "01"
_SPACE, _LINE_END = map(ord, " \n")


def text_grams(texts: Sequence[str], said: Sequence[Sequence[str]]) -> list[str]:
    """The grams of each text, with spaces between, in no order and some of them twice.

    The texts are folded, and none is empty; `said` has the `readings.syllables` of each. A very long text has the grams
    of a few more beginnings.

    >>> text_grams(["爱b"], [["ai", ""]])[0].split()[0]
    '爱'
    """
    found: list[str] = []
    start = characters = 0
    for end, text in enumerate(texts):
        if characters + len(text) > _AT_ONCE and end > start:
            found += _of_some(texts[start:end], said[start:end])
            start, characters = end, 0
        characters += len(text)
    return found + _of_some(texts[start:], said[start:])


def _of_some(texts: Sequence[str], said: Sequence[Sequence[str]]) -> list[str]:
    """The grams of texts that are made at once; a text that is too long for that is taken in stretches."""
    if len(texts) == 1 and len(texts[0]) > _AT_ONCE:
        [text], [syllables] = texts, said
        starts = range(0, len(text), _AT_ONCE - INITIALS)
        parts = (_of_some([text[at : at + _AT_ONCE]], [syllables[at : at + _AT_ONCE]]) for at in starts)
        return [" ".join(chain.from_iterable(parts))]
    if not texts:
        return []
    marks = "".join(map(_first_way, chain.from_iterable(texts), chain.from_iterable(said)))
    firsts = points_of(marks).reshape(-1, len(_first_way("a", "")))
    lengths = np.array(list(map(len, texts)))
    found = _of_first_ways(points_of("".join(texts)), firsts[:, 0], firsts[:, 1], lengths)
    for number, places in _where(firsts[:, 2] == ord(_SEVERAL_WAYS), lengths).items():
        found[number] = " ".join([found[number], *_of_other_ways(texts[number], said[number], places)])
    return found


def _where(is_so: npt.NDArray[np.bool_], lengths: npt.NDArray[np.int64]) -> dict[int, list[int]]:
    """The texts of those lengths in which something is so of characters, and the places of those."""
    ends = np.cumsum(lengths)
    characters = np.flatnonzero(is_so)
    numbers = np.searchsorted(ends, characters, "right")
    places = characters - (ends - lengths)[numbers]
    found: dict[int, list[int]] = {}
    for number, place in zip(numbers.tolist(), places.tolist(), strict=True):
        found.setdefault(number, []).append(place)
    return found


def _of_first_ways(characters: Points, codes: Points, initials: Points, lengths: npt.NDArray[np.int64]) -> list[str]:
    """The grams of texts, one behind the other, each of whose characters is read in one way."""
    ends = np.repeat(np.cumsum(lengths), lengths)
    places = np.arange(len(characters))
    left = ends - places  # characters until the end of the text, this one among them
    begins = left == np.repeat(lengths, lengths)

    def after(points: Points, step: int) -> Points:
        """What stands so many places on in the same text, or 0."""
        return np.roll(points, -step) * (left > step)

    def gram(*parts: Points | int, where: npt.NDArray[np.bool_] | bool = True) -> Points:
        """A gram for each character, behind a space; only for some of them."""
        row = np.empty((len(characters), len(parts) + 1), np.uint32)
        row[:, 0] = _SPACE
        for column, part in enumerate(parts, start=1):
            row[:, column] = part
        row[~np.broadcast_to(where, len(row))] = 0
        return row

    grams = np.hstack(
        [
            gram(characters),
            gram(codes),
            gram(ord(BEGINNING), codes, where=begins),
            gram(codes, after(codes, 1), where=left > 1),
            gram(codes, after(codes, 2), where=left > 2),
            gram(ord(INITIALS_BEGIN), initials, *(after(initials, step) for step in range(1, INITIALS))),
        ]
    )
    grams[begins, 0] = _LINE_END
    return text_of(grams)[1:].split("\n")


def _of_other_ways(text: str, said: Sequence[str], places: Sequence[int]) -> list[str]:
    """The grams that a text has besides where its characters at these places may be read otherwise."""
    codes, letters = zip(*map(_codes_and_initials, text, said), strict=True)
    found = [BEGINNING + code for code in codes[0][1:]]
    for place in places:
        others = codes[place][1:]
        found += others
        found += [one + other for one in "".join(codes[max(place - 2, 0) : place]) for other in others]
        found += [other + after[0] for other in others for after in codes[place + 1 : place + 3]]
    begins = {begin for place in places if len(letters[place]) > 1 for begin in range(place - INITIALS + 1, place + 1)}
    for begin in begins:
        if begin >= 0:
            ways = islice(product(*letters[begin : begin + INITIALS]), 1, _MOST_WAYS)
            found += [INITIALS_BEGIN + "".join(way) for way in ways]
    return found


@cache
def _codes_and_initials(character: str, said: str) -> tuple[str, str]:
    """The codes that a folded character may have, and the letters it may begin with; its own without a reading."""
    readings = readings_of(character, said)
    if not readings:
        return character, spread(character)
    codes = dict.fromkeys(map(code_of, readings))
    return "".join(codes), spread("".join(dict.fromkeys(reading[0] for reading in readings)))


@cache
def _first_way(character: str, said: str) -> str:
    """The code and the initial of the reading that a character has there, and whether it has any others."""
    codes, letters = _codes_and_initials(character, said)
    return codes[0] + letters[0] + (_SEVERAL_WAYS if len(codes + letters) > 2 else _ONE_WAY)
