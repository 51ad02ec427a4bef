"""Readings: the toneless syllable of each character in its context, and the other syllables one may type for it."""

import re
from bisect import bisect_left
from functools import cache
from itertools import compress, count
from operator import contains
from pathlib import Path

from awardcli.language.fold import to_simplified

_TABLES = Path(__file__).parent / "tables"

_FIRST, _LAST = "\u3400", "\u9fff"
_FIRST_RARE = "\U00020000"
_CELL, _READING = 10, 6
"""Bytes of a cell in `characters.txt`, and of the padded reading at its beginning."""


def is_han(char: str) -> bool:
    """Whether a character is Chinese.

    >>> [is_han(char) for char in "海〇⼀1A、か"]
    [True, True, True, False, False, False, False]
    """
    return (
        "\u4e00" <= char <= "\u9fff"
        or char == "〇"
        or "\u3400" <= char <= "\u4dbf"
        or "\u2e80" <= char <= "\u2fdf"  # radicals, which are read as the characters that they look like
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U000323af"
    )


def syllables(text: str) -> list[str]:
    """The reading of each character of a text in its context, "" where it has none; v stands for ü.

    Traditional text is read as its simplified form.

    >>> syllables("民乐80后快樂")
    ['min', 'yue', '', '', 'hou', 'kuai', 'le']
    """
    return _read(to_simplified(text))


def readings(text: str) -> list[tuple[str, ...]]:
    """All readings of each character of a text: first the one in its context, then the others that one may type.

    The tuple is empty for characters without a reading: letters, digits, punctuation, a few of the rarest characters.

    >>> readings("民乐2")
    [('min',), ('yue', 'le'), ()]
    """
    simplified = to_simplified(text)
    return list(map(readings_of, simplified, _read(simplified)))


def first_readings(text: str) -> tuple[str, ...]:
    """`readings(text)[0]`, without reading the rest of the text.

    >>> first_readings("乐器"), first_readings("乐园")
    (('yue', 'le'), ('le', 'yue'))
    """
    simplified = to_simplified(text)
    character, said = simplified[0], _alone()[simplified[0]]
    for phrase, *its_readings in _beginning_with(simplified[:2]):
        if simplified.startswith(phrase):
            said = its_readings[0] if its_readings else said
            break
    return readings_of(character, said)


def reviewed_readings(text: str, pinyin: str | None) -> list[tuple[str, ...]]:
    """`readings` of a folded text with a reviewed `pinyin`: a syllable for each of its Chinese characters.

    In it, letters and digits are written as in the text. None: as `readings` reads the text.

    >>> reviewed_readings("民乐2", "min le 2")
    [('min',), ('le', 'yue'), ()]
    """
    return list(map(readings_of, to_simplified(text), reviewed_syllables(text, pinyin)))


def reviewed_syllables(text: str, pinyin: str | None) -> list[str]:
    """`syllables` of a folded text with a reviewed `pinyin`, as in `reviewed_readings`.

    >>> reviewed_syllables("民乐2", "min le 2")
    ['min', 'le', '']
    """
    if pinyin is None:
        return syllables(text)
    reviewed = iter([part for part in pinyin.split() if part not in text])
    return [next(reviewed, "") if is_han(character) else "" for character in text]


def read_alone(character: str) -> str:
    """The syllable of a simplified character without context, "" where it has none.

    >>> read_alone("乐")
    'le'
    """
    return _alone()[character]


def _read(simplified: str) -> list[str]:
    """Each character read alone, then, from left to right, the longest phrases read as a whole."""
    characters = list(simplified)
    said = list(map(_alone().__getitem__, characters))
    # Import reads a million titles, and few offsets begin a phrase: iterators written in C find those.
    begins = map(contains, map(_phrases().__getitem__, characters), characters[1:])
    end = 0
    for start in compress(count(), begins):
        if start >= end:
            for phrase, *its_readings in _beginning_with(simplified[start : start + 2]):
                if simplified.startswith(phrase, start):
                    end = start + len(phrase)
                    said[start:end] = its_readings or said[start:end]
                    break
    return said


@cache
def readings_of(character: str, said: str) -> tuple[str, ...]:
    """All readings of a simplified character, first the one `said` in its context; none where that is "".

    >>> readings_of("乐", "yue")
    ('yue', 'le')
    """
    if not said:
        return ()
    return tuple(dict.fromkeys((said, _alone()[character], *_other_readings().get(character, ()))))


@cache
def others_read(beginning: str) -> frozenset[str]:
    """The simplified characters that have several readings, one of which begins so.

    >>> "乐" in others_read("yue"), "乐" in others_read("le"), "海" in others_read("hai")
    (True, True, False)
    """
    alone = _alone()
    return frozenset(
        character
        for character, others in _other_readings().items()
        if any(reading.startswith(beginning) for reading in (alone[character], *others))
    )


@cache
def read_so(syllable: str) -> frozenset[str]:
    """The simplified characters that may be read so, alone or in a phrase, and some others.

    >>> "乐" in read_so("yue"), "朴" in read_so("po"), "海" in read_so("hai"), "海" in read_so("yue")
    (True, True, True, False)
    """
    said, alone, phrases = syllable.encode(), _table("characters.txt"), _table("phrases.txt")
    found = [chr(ord(_FIRST) + cell.start() // _CELL) for cell in re.finditer(said.ljust(_READING), alone)]
    for reading in re.finditer(rb" %b\b" % said, phrases):
        line = phrases.rfind(b"\n", 0, reading.start()) + 1
        found += phrases[line : phrases.index(b" ", line)].decode()
    for rare in re.findall(rb"\n%b (.*)" % said, b"\n" + _table("rare_characters.txt")):
        found += rare.decode()
    return others_read(syllable).union(found, "〇" if syllable == "ling" else "")


class _Alone(dict[str, str]):
    """Characters and their readings without context, each looked up in the unparsed tables when first seen."""

    def __init__(self, table: bytes) -> None:
        super().__init__({"〇": "ling"})
        self._table = table

    def __missing__(self, character: str) -> str:
        reading = ""
        if _FIRST <= character <= _LAST:
            start = (ord(character) - ord(_FIRST)) * _CELL
            reading = self._table[start : start + _READING].decode("ascii").rstrip(" -")
        elif character >= _FIRST_RARE:
            reading = _read_rare(character)
        self[character] = reading
        return reading


def _read_rare(character: str) -> str:
    """The syllable at the beginning of the line of `rare_characters.txt` that has the character, "" if none has."""
    table = _table("rare_characters.txt")
    found = table.find(character.encode("utf-8", "surrogatepass"))
    if found < 0:
        return ""
    line = table.rfind(b"\n", 0, found) + 1
    return table[line : table.index(b" ", line)].decode("ascii")


class _Phrases(dict[str, str]):
    """The second characters of the phrases that begin with each character, looked up when it is first seen.

    `beginnings` has a word for each character that begins a phrase: the character, then those second ones. A phrase
    without readings is read by its characters; it only keeps another phrase from beginning inside it.
    """

    def __init__(self, beginnings: str) -> None:
        super().__init__()
        self._beginnings = f" {beginnings} "

    def __missing__(self, character: str) -> str:
        start = self._beginnings.find(f" {character}") + 2
        self[character] = second = self._beginnings[start : self._beginnings.index(" ", start)] if start > 1 else ""
        return second


@cache
def _beginning_with(text: str) -> list[list[str]]:
    """The phrases that begin with a text, longest first, each with its readings."""
    lines = [line.split(" ") for line in lines_beginning("phrases.txt", text)] if is_han(text[0]) else []
    return sorted(lines, key=lambda line: -len(line[0]))


def lines_beginning(name: str, text: str) -> list[str]:
    """The lines of a sorted table that begin with a text, found by bisection."""
    table, wanted = _table(name), text.encode("utf-8", "surrogatepass")

    def beginning_of_line(offset: int) -> bytes:
        line = table.rfind(b"\n", 0, offset) + 1
        return table[line : line + len(wanted)]

    end = start = bisect_left(range(len(table)), wanted, key=beginning_of_line)
    while table.startswith(wanted, end):
        end = table.index(b"\n", end) + 1
    return table[start:end].decode().splitlines()


@cache
def _alone() -> _Alone:
    return _Alone(_table("characters.txt"))


@cache
def _phrases() -> _Phrases:
    return _Phrases(_table("phrase_beginnings.txt").decode())


@cache
def _other_readings() -> dict[str, tuple[str, ...]]:
    lines = _table("other_readings.txt").decode().splitlines()
    return {line[0]: tuple(line[2:].split(" ")) for line in lines}


@cache
def _table(name: str) -> bytes:
    """The bytes of a table, without its heading."""
    return (_TABLES / name).read_bytes().partition(b"\n")[2]
