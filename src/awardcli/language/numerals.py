"""Numbers in a text, however they are written (digits, Chinese, English, Roman, parts), and how each is said."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, product
from typing import NamedTuple
from unicodedata import normalize

from awardcli.language.fold import fold_with_places
from awardcli.language.lazy_pattern import lazy_pattern

_DIGITS = str.maketrans("０１２３４５６７８９○◯〇零一两二三四五六七八九", "012345678900001223456789")
_FINANCIAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９○◯", "0123456789〇〇")
_UNITS = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_SHORT_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_ALL_UNITS = (*_UNITS, *_SHORT_TENS)

_FINANCIAL_RUN = lazy_pattern("[壹贰叁肆伍陆柒捌玖拾佰仟零万亿]{2,}|[壹贰叁柒捌玖]")
"""Financial numerals; alone, 陆, 伍, 肆 and 拾 are usually a name, a troop, a market or a verb."""
_RUN = lazy_pattern("[.0-9零〇一二三四五六七八九两十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟]+")
"""Every character in the patterns of this module."""

_BEGINNING = lazy_pattern("[0-9零〇一二三四五六七八九两十百千万亿廿卅卌]")
_FIGURES = lazy_pattern("(?:[0-9]++|[零〇一二三四五六七八九](?![十百千万亿]))+|两")
_BARE_UNITS = lazy_pattern("[百千]?(?:万亿|[万亿])|[百千]")
_PART = lazy_pattern(
    "([0-9]{1,12}+(?:[.][0-9]{1,12})?(?=[万亿])|[0-9]{2,4}+(?![0-9])|"
    "(?:[D0-9]千)?(?:[Z]?[D0-9]百)?(?:[Z]?(?:[D]?十|[廿卅卌]))?(?:[Z]?[D0-9](?![0-9十百千]))?)"
    "(万亿|[万亿]?)".replace("D", "一二三四五六七八九两").replace("Z", "零〇")
)
"""What precedes 亿, precedes 万, or comes last: digits, or 千, 百, 十 and a figure, each at most once, in order."""


class Number(NamedTuple):
    """A number in a text: `text[start:end]`, and its value in ASCII digits (007 keeps its zeros)."""

    start: int
    end: int
    value: str


def number_spans(text: str) -> list[Number]:
    """The numbers that digits and Chinese numerals write in a simplified text, from left to right.

    The 一 of an ordinary word (一起) counts too; `title_numbers` leaves it out. 十二五 is 12 and 5, 二三十 is 2 and 30,
    2022十大 is 2022 and 10, but 一百二 is 120 and 3万5 is 35000.

    >>> [number.value for number in number_spans("廿四节气 一九22 一千零一夜 1.9亿 八零后")]
    ['24', '1922', '1001', '190000000', '80']
    """
    runs = _RUN.finditer(text.translate(_FULL_WIDTH))
    return [
        Number(run.start() + start, run.start() + end, value)
        for run in runs
        for start, end, value in _numbers_in(run[0])
    ]


@lru_cache(1 << 12)
def _numbers_in(run: str) -> tuple[Number, ...]:
    """The numbers in a run of numerals; cached, since many titles have the same runs."""
    plain = _FINANCIAL_RUN.sub(lambda run: run[0].translate(_FINANCIAL), run)
    numbers: list[Number] = []
    end = 0
    while begin := _BEGINNING.search(plain, end):
        start = begin.start()
        end = _end_of_amount(plain, start)
        if end == start:
            figures = _FIGURES.match(plain, start)
            end = figures.end() if figures else start + 1
        numbers.append(Number(start, end, _value(plain[start:end])))
    return tuple(numbers)


def _end_of_amount(text: str, start: int) -> int:
    """The end of the number with units that begins at `start`; `start` where there is none."""
    if bare := _BARE_UNITS.match(text, start):
        return bare.end()
    end, largest = start, 10**12 + 1
    while (part := _PART.match(text, end)) and part[1]:
        large = part[2]
        worth = 10**12 if large == "万亿" else _UNITS.get(large, 1)
        # Units fall from left to right, except that 亿 may follow 万 once: 一万二千亿. Decimals are of the first alone.
        is_second = large == "亿" and largest == _UNITS["万"] and "亿" not in text[start:end]
        if (worth >= largest and not is_second) or ("." in part[1] and end > start):
            break
        end, largest = part.end(), worth
    return end if any(unit in text[start:end] for unit in _ALL_UNITS) else start


def _value(written: str) -> str:
    if any(unit in written for unit in _ALL_UNITS):
        for short, long in _SHORT_TENS.items():
            written = written.replace(short, long)
        return str(_amount(written))
    return written.translate(_DIGITS)


def _amount(written: str) -> int:
    """The value of a number written with units, the largest unit first."""
    for unit, worth in _UNITS.items():
        times, found, rest = written.partition(unit)
        if found:
            whole, _, decimals = times.partition(".")
            if decimals.isdecimal():
                parts: int = 10 ** len(decimals)
                return int(whole + decimals) * worth // parts + _amount(rest)
            # 一百二 leaves out its last unit, which is the next smaller one.
            following = worth // 10 if len(rest) == 1 and worth > 10 else 1
            return _amount(times or "一") * worth + _amount(rest) * following
    return int(written.translate(_DIGITS) or "0")


def decimals(text: str, points: str = ".") -> set[str]:
    """The numbers with a point in a text: folding would make 97 of 9.7.

    >>> decimals("9.7分，1.文化"), decimals("7·21", points=".·")
    ({'9.7'}, {'7.21'})
    """
    found = re.findall(f"[0-9]+(?:[{points}][0-9]+)+", normalize("NFKC", text))
    return {re.sub(f"[{points}]", ".", number) for number in found}


# English numbers in words: cardinal numbers below a million, and ordinal ones.

_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    "nineteenth",
)
_WORD_VALUES = {
    **{word: value for words in (_ONES, _ORDINALS) for value, word in enumerate(words, 1)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **{word[:-1] + "ieth": 10 * value for value, word in enumerate(_TENS, 2)},
}
_MULTIPLIERS = {"hundred": 100, "thousand": 1000}
NUMBER_WORDS = _WORD_VALUES.keys() | _MULTIPLIERS.keys()
"""Every word of a number but `and`, in lower case."""


def _either(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_BELOW_HUNDRED = rf"(?:(?:{_either(_TENS)})(?:[-\s]+(?:{_either(_ONES[:9])}))?|(?:{_either(_ONES)}))"
CARDINAL = (
    rf"(?:(?:{_BELOW_HUNDRED}\s+)?(?:hundred|thousand)(?:\s+(?:hundred|thousand))?(?:\s+(?:and\s+)?{_BELOW_HUNDRED})?"
    rf"|{_BELOW_HUNDRED})"
)
"""The pattern of a cardinal number in lower case: seven, twenty-two, a hundred and one, twenty thousand."""
ORDINAL = (
    rf"(?:(?:(?:{_either(_TENS)})[-\s]+)?(?:{_either(_ORDINALS)})|(?:{_either(tuple(w[:-1] for w in _TENS))})ieth"
    r"|\d+(?:st|nd|rd|th))"
)
"""The pattern of an ordinal number in lower case: third, twenty-first, 20th."""


def english_value(words: str) -> int | None:
    """The value of a number in words, or of an ordinal number in digits; None for what is neither.

    >>> [english_value(words) for words in ("twelve", "four hundred", "one hundred and one", "Twenty-First", "7th")]
    [12, 400, 101, 21, 7]
    """
    total = below = 0
    for word in re.split(r"[-\s]+", words.strip().lower()):
        if word in _MULTIPLIERS:
            below = (below or 1) * _MULTIPLIERS[word]
            if word == "thousand":
                total, below = total + below, 0
        elif value := _WORD_VALUES.get(word):
            below += value
        elif found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
            below += int(found[1])
        elif word != "and":
            return None
    return total + below


# Numbers of a title as printed or typed.


class TitleNumber(NamedTuple):
    """A number in a title; offsets are into the *folded* title.

    `start` to `end` is the numeral, `value` its value in ASCII digits. `whole` also covers the words that only say that
    it numbers a part (第…季, Part …, S…, Vol. …); where there are none it is `(start, end)`. Replacing `whole` by the
    value makes 第二季, Season 2, S2, Ⅱ and 2 one and the same.
    """

    start: int
    end: int
    value: str
    whole: tuple[int, int]

    @property
    def is_part(self) -> bool:
        """Whether words around it say that it numbers a season, part, volume or the like."""
        return self.whole != (self.start, self.end)


_ROMAN = "M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LARGEST_ROMAN = 100
"""A larger one is rather a word or an abbreviation: CD, MD, MC."""
_ROMAN_CHARACTERS = lazy_pattern("[\u2160-\u217f]+")
_ROMAN_WORD = lazy_pattern("(?i)(?<![A-Za-z0-9])[IVXLC]+(?![A-Za-z0-9])")
_SURE_ROMAN = lazy_pattern("(?i)X{0,3}V?I{2,3}|XI[VX]|XVI|XX(?:I[VX]?|VI?)")
"""Roman numerals that are no word, pinyin or abbreviation in any place."""
_ROMAN_AT_END = ("I", "IV", "V", "VI", "IX", "X", "XI", "XV")
"""Roman numerals that may be words: numbers only behind a title, as the last word before a break."""
_PINYIN_OR_INITIALS = ("x", "xi", "xv")
_PRONOUN_AFTER = frozenset(
    ("and", "or", "but", "than", "as", "am", "do", "did", "have", "had", "was", "can", "shall", "should", "will")
)
"""English words after which I is the pronoun (The King and I)."""

_PART_WORDS = "seasons?|parts?|pt|volumes?|vols?|series|chapter|episode|ep|book|phase|act"
_BEFORE_NUMERAL = lazy_pattern(
    rf"(?i)(?<![A-Za-z])(?:(?:{_PART_WORDS})[\W_]*(?P<number>\d{{1,3}}|{CARDINAL}|[IVXLC]+)|"
    r"(?:no[\W_]*|(?<=.)s)(?P<digits>\d{1,3}))(?![A-Za-z0-9])"
)
_AFTER_ORDINAL = lazy_pattern(rf"(?i)(?<![A-Za-z0-9])(?P<number>{ORDINAL})[\W_]*(?:{_PART_WORDS})(?![A-Za-z])")
_PART_UNIT = lazy_pattern(
    r"[\W_]*(?:季(?!度|节|风)|部(?![分门队委长落署])|集(?![团体合中市])|[卷辑册篇章弹]|期(?![待间望])"
    "|回(?![合家国归忆])|话(?![题剧语]))"
)
_ORDINAL_BEFORE = lazy_pattern(r"第[\W_]*\Z")
_UNIT_BEFORE = lazy_pattern(r"(?<!\w)[卷部季册辑篇章]\Z")
_AT_END = lazy_pattern(r"\s*(?:\Z|[^\w\s'’.&+-])|\s+[-–—]\s")
_ORDINARY_WORDS = lazy_pattern(
    "(?<!第)一[起定样般切直些点下旦向再致律路生世心同片带体流手身边面时共贯概味举番丝声旁如经方刹瞬念并齐连瞥见]"
    "|(?<=[统唯单同专某每这那合不之])一|万一|十分(?!之|钟)|万分(?!之)|千万(?![元人里富])|百姓|百度|四川|三明治"
)
"""Words whose numeral counts nothing. 一年, 一厂 and 一大 (the First Congress) do count."""
_NUMERAL_CHARACTERS = frozenset(
    "0123456789０１２３４５６７８９ＩＶＸｉｖｘ○◯〇零一二兩两三叁參四五六陸陆七八九十百千万萬亿億廿卅卌壹贰貳柒捌玖"
) | {chr(code) for first, last in ((0x2160, 0x217F), (0x2460, 0x24FF), (0x3220, 0x32FF)) for code in range(first, last)}
_LATIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_INNER_MARK = lazy_pattern(
    r"(?<=[0-9０-９])[,，](?=[0-9０-９]{3}(?![0-9０-９]))"
    r"|(?<![0-9.])[0-9]{1,2}[.·・](?=[0-9]{1,2}(?![0-9.万亿]))"
    "|(?<=[〇一二三四五六七八九])[·・](?=[〇一二三四五六七八九])"
)
"""Ends with a mark inside a number: 1,000, 3.15, 九·一八."""


@lru_cache(1 << 10)
def title_numbers(title: str) -> tuple[TitleNumber, ...]:
    """The numbers of a title as printed or typed, from left to right, with offsets into its fold.

    Digits and Chinese numerals as `number_spans` reads them, except in ordinary words (一起); Roman numerals that are
    characters of their own (Ⅱ) or words of their own: II, III, VII and the like anywhere, I, IV, V and X only behind a
    title or after Part, Vol., 第; English words after Part, Season and the like.

    >>> for title in ("中国奇谭 第二季", "Fargo: Season Two", "战狼Ⅱ", "MIX", "一起 LIVE"):
    ...     print([number.value for number in title_numbers(title)])
    ['2']
    ['2']
    ['2']
    []
    []
    """
    if not may_number(title):
        return ()
    text, offsets = _scanned(title)
    found: list[TitleNumber] = []
    end = 0
    # Of two candidates that begin alike the longer is right: it knows the words around the numeral.
    for start, stop, value, first, last in sorted(_candidates(text), key=lambda c: (c[0], c[3] - c[4])):
        if start >= end:
            first, end = max(first, end), last  # of 第2.季2 the 季 belongs to the first
            is_part = (first, last) != (start, stop)
            found.append(
                TitleNumber(
                    start=offsets[start],
                    end=offsets[stop],
                    value=value.lstrip("0") or "0" if is_part else value,
                    whole=(offsets[first], offsets[last]),
                )
            )
    return tuple(found)


def may_number(title: str) -> bool:
    """Whether a title may have a number: a quick look that rules out most titles."""
    if not _NUMERAL_CHARACTERS.isdisjoint(title):
        return True
    if _LATIN_LETTERS.isdisjoint(title):
        return False
    return any(word in NUMBER_WORDS or not word.strip("ivxlc") for word in re.findall("[a-z]+", title.lower()))


_Candidate = tuple[int, int, str, int, int]
"""Start and end of a numeral in the scanned text, its value, start and end with the words that belong to it."""


def _scanned(title: str) -> tuple[str, list[int]]:
    """The text to look for numbers in, and for each of its characters, and its end, the offset in `fold(title)`.

    It is the fold with its capitals, its spaces and its punctuation, as these separate words. Roman numerals that are
    characters are in digits; a dot or comma inside a number is left out as `fold` does, unless a unit makes it decimal.
    """
    folded, origins = fold_with_places(title)
    inner = {mark.end() - 1 for mark in _INNER_MARK.finditer(title)}
    romans = {run.start(): run for run in _ROMAN_CHARACTERS.finditer(title)}
    length = len(origins)
    if not (inner or romans or any(map(str.isupper, title))) and len(set(origins)) == length:
        # As in most titles, each character folds to one or is left out.
        kept = dict(zip(origins, folded, strict=True))
        text = "".join(map(kept.get, range(len(title)), title))
        return text, list(accumulate(map(kept.__contains__, range(len(title))), initial=0))
    pieces: list[str] = []
    offsets: list[int] = []
    end = 0
    for index, character in enumerate(title):
        start = end
        while end < length and origins[end] == index:
            end += 1
        if romans and _ROMAN_CHARACTERS.match(character):
            run = romans.get(index)  # the run is read with its first character
            piece = str(_roman_value(normalize("NFKC", run[0]).upper()) or "") if run else ""
        elif start < end:
            piece = folded[start:end].upper() if character.isupper() else folded[start:end]
        else:
            piece = "" if index in inner else character
        pieces.append(piece)
        offsets += [start] if len(piece) == 1 else [min(start + place, end) for place in range(len(piece))]
    return "".join(pieces), [*offsets, end]


def _candidates(text: str) -> Iterator[_Candidate]:
    """What may be a number in a scanned text; candidates may overlap."""
    if not _LATIN_LETTERS.isdisjoint(text):
        yield from _latin_candidates(text)
    ordinary = {offset for word in _ORDINARY_WORDS.finditer(text) for offset in range(*word.span())}
    for start, end, value in number_spans(text):
        if start not in ordinary:
            yield start, end, value, *_part_around(text, start, end)


def _latin_candidates(text: str) -> Iterator[_Candidate]:
    """Numerals after Season and the like, before it, and Roman ones."""
    for pattern in (_BEFORE_NUMERAL, _AFTER_ORDINAL):
        for match in pattern.finditer(text):
            group = match.lastgroup or "number"
            if value := _value_of_word(match[group]):
                yield *match.span(group), value, *match.span()
    for word in _ROMAN_WORD.finditer(text):
        first, last = _part_around(text, *word.span())
        roman = _roman_value(word[0].upper())
        is_ordinal = first < word.start() or (len(word[0]) > 1 and _ORDINAL_BEFORE.search(text, 0, word.start()))
        if roman and ((is_ordinal and _is_roman_number(word[0])) or _is_roman_in_context(word)):
            yield *word.span(), str(roman), first, last


def _part_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of a numeral with the Chinese words that make it a part's: 第2季, 第二 at the end, 之二."""
    if before := _ORDINAL_BEFORE.search(text, 0, start):
        if unit := _PART_UNIT.match(text, end):
            return before.start(), unit.end()
        return (before.start(), end) if _AT_END.match(text, end) else (start, end)
    if (unit := _UNIT_BEFORE.search(text, 0, start)) and _AT_END.match(text, end):
        return unit.start(), end
    if text[:start].endswith("之") and not text[:start].endswith("分之") and _AT_END.match(text, end):
        return start - 1, end
    return start, end


def _value_of_word(word: str) -> str:
    """The value of a numeral after Part and the like; "" for a letter or word that is no numeral (Part C)."""
    if word.isdecimal():
        return word
    if value := english_value(word):
        return str(value)
    return str(_roman_value(word.upper()) or "") if _is_roman_number(word) else ""


def _is_roman_number(word: str) -> bool:
    """Whether letters after 第 or Part are a Roman numeral: Part C is rather a letter."""
    return len(word) > 1 or word.upper() in "IVX"


def _is_roman_in_context(word: re.Match[str]) -> bool:
    """Whether a word that could be a Roman numeral is one, with no other word to say so."""
    letters, text = word[0], word.string
    if not (letters.isupper() or letters.islower()):
        return False
    if _SURE_ROMAN.fullmatch(letters):
        return True
    if letters.upper() not in _ROMAN_AT_END or not _AT_END.match(text, word.end()):
        return False
    before = re.findall(r"\w", text[: word.start()])
    if len(before) < 2 or text[: word.start()].endswith((".", "&", "'")):
        return False  # the whole title, 大V, A.I, R&I
    if letters.islower():
        return letters not in _PINYIN_OR_INITIALS and (len(letters) > 1 or before[-1] >= "\u3400")
    previous = re.search(r"([A-Za-z]+)\W*\Z", text[: word.start()])
    return not (letters == "I" and previous and previous[1].lower() in _PRONOUN_AFTER)


def _roman_value(numeral: str) -> int:
    """The value of a Roman numeral in capitals; 0 for other letters, or one too large to number a part."""
    if not re.fullmatch(_ROMAN, numeral):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    total = sum(value if value >= after else -value for value, after in zip(values, [*values[1:], 0], strict=True))
    return total if total <= _LARGEST_ROMAN else 0


# Numbers as they are said.


_SAID = ("ling", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu")
CHARACTERS_SAID = {
    **dict(zip((*_SAID, "liang", "yao"), "〇一二三四五六七八九两一", strict=True)),
    **dict(zip(("shi", "bai", "qian", "wan"), "十百千万", strict=True)),
}
"""Each syllable of a spoken number, with the character that writes it."""
_SMALL_UNITS_SAID = ("", "shi", "bai", "qian")
_LARGE_UNITS_SAID = ("", "wan", "yi")
_MOST_FIGURES = 12


def spoken(value: str) -> list[tuple[str, ...]]:
    """The ways to say a value in syllables, the likeliest first: as an amount, and figure by figure like a year.

    Empty for anything but a number of at most twelve ASCII digits.

    >>> spoken("1922")
    [('yi', 'jiu', 'er', 'er'), ('yi', 'qian', 'jiu', 'bai', 'er', 'shi', 'er')]
    >>> spoken("2"), spoken("80")
    ([('er',), ('liang',)], [('ba', 'shi'), ('ba', 'ling')])
    """
    if not value.isdecimal() or not value.isascii() or len(value) > _MOST_FIGURES:
        return []
    figures = [tuple(_SAID[int(figure)] for figure in value)]
    if len(value) == 3 and "1" in value:
        figures.append(tuple("yao" if figure == "1" else _SAID[int(figure)] for figure in value))  # 110, 119
    amounts = [] if value.startswith("0") else _amounts_said(value)
    is_year = len(value) == 4 and not value.endswith("00")
    return list(dict.fromkeys(figures + amounts if is_year else amounts + figures))


def _amounts_said(value: str) -> list[tuple[str, ...]]:
    """The ways to say an amount: 二 or 两 where both are usual, the last unit left out where it may be (一百五)."""
    said: list[tuple[str, ...]] = []
    skipped_zero = False
    for place in range(len(value) - 1, -1, -1):
        figure, small = value[-place - 1], place % 4
        group = int(value) // 10000 ** (place // 4) % 10000
        if figure == "0":
            skipped_zero = True
        else:
            if skipped_zero and said:
                said.append(("ling",))
            skipped_zero = False
            if not (figure == "1" and small == 1 and not said):  # 十五, not 一十五
                either = figure == "2" and (small > 1 or group == 2)
                said.append(("er", "liang") if either else (_SAID[int(figure)],))
            if small:
                said.append((_SMALL_UNITS_SAID[small],))
        if small == 0 and place and group:
            said.append((_LARGE_UNITS_SAID[place // 4],))
            skipped_zero = False
    ways = list(product(*said))
    if re.fullmatch("[1-9]{2}0+", value) and len(value) > 2 and said[-1][0] in _SMALL_UNITS_SAID:
        ways += [way[:-1] for way in ways if way[-2] != "liang"]
    return ways
