"""Numbers however they are written: which stretches of a text are one, its value in digits, how it is said."""

import re
from itertools import product
from typing import NamedTuple

_DIGITS = str.maketrans("０１２３４５６７８９○〇零一两二三四五六七八九", "01234567890001223456789")
_FINANCIAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９○", "0123456789〇")
_UNITS = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_ALL_UNITS = (*_UNITS, *_TENS)

_FINANCIAL_RUN = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟零万亿]{2,}|[壹贰叁柒捌玖]")
"""陆, 伍, 肆 and 拾 alone are rather a name, a troop, a market, a verb."""

_BEGINNING = re.compile("[0-9零〇一二三四五六七八九两十百千万亿廿卅卌]")
_FIGURES = re.compile("(?:[0-9]++|[零〇一二三四五六七八九](?![十百千万亿]))+|两")
_BARE_UNITS = re.compile("[百千]?(?:万亿|[万亿])|[百千]")
_PART = re.compile(
    "([0-9]{1,12}+(?:[.][0-9]{1,12})?(?=[万亿])|[0-9]{2,4}+(?![0-9])|"
    "(?:[D0-9]千)?(?:[Z]?[D0-9]百)?(?:[Z]?(?:[D]?十|[廿卅卌]))?(?:[Z]?[D0-9](?![0-9十百千]))?)"
    "(万亿|[万亿]?)".replace("D", "一二三四五六七八九两").replace("Z", "零〇")
)
"""What stands before 亿, before 万, or last: plain figures, or 千, 百, 十 and a figure, each at most once, in order."""


class Number(NamedTuple):
    """A number in a text: where it stands, and its value in plain digits (007 keeps its zeros)."""

    start: int
    end: int
    value: str


def number_spans(text: str) -> list[Number]:
    """The numbers in a simplified text, from left to right.

    A 一 inside an ordinary word (一起) is one too: the caller knows what to make of it. 十二五 is 12 and 5, 二三十 is 2
    and 30, 2022十大 is 2022 and 10, but 一百二 is 120 and 3万5 is 35000.

    >>> [number.value for number in number_spans("廿四节气 一九22 一千零一夜 1.9亿 八零后")]
    ['24', '1922', '1001', '190000000', '80']
    """
    plain = _FINANCIAL_RUN.sub(lambda run: run[0].translate(_FINANCIAL), text.translate(_FULL_WIDTH))
    numbers: list[Number] = []
    place = 0
    while begin := _BEGINNING.search(plain, place):
        start = begin.start()
        place = _end_of_amount(plain, start)
        if place == start:
            figures = _FIGURES.match(plain, start)
            place = figures.end() if figures else start + 1
        numbers.append(Number(start, place, _value(plain[start:place])))
    return numbers


def _end_of_amount(text: str, start: int) -> int:
    """Where a number with units that begins here ends; `start` if none does."""
    if bare := _BARE_UNITS.match(text, start):
        return bare.end()
    end, largest = start, 10**12 + 1
    while (part := _PART.match(text, end)) and part[1]:
        large = part[2]
        worth = 10**12 if large == "万亿" else _UNITS.get(large, 1)
        # Units fall, but 亿 may follow 万 once: 一万二千亿.
        if worth >= largest and (large != "亿" or "亿" in text[start:end]):
            break
        end, largest = part.end(), worth
    return end if any(unit in text[start:end] for unit in _ALL_UNITS) else start


def _value(written: str) -> str:
    if any(unit in written for unit in _ALL_UNITS):
        for short, long in _TENS.items():
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
            # 一百二 leaves out the unit that follows.
            following = worth // 10 if len(rest) == 1 and worth > 10 else 1
            return _amount(times or "一") * worth + _amount(rest) * following
    return int(written.translate(_DIGITS) or "0")


_SAID = ("ling", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu")
CHARACTERS_SAID = {
    **dict(zip((*_SAID, "liang", "yao"), "〇一二三四五六七八九两一", strict=True)),
    **dict(zip(("shi", "bai", "qian", "wan"), "十百千万", strict=True)),
}
"""The syllables that numbers are said with, each as a character that it is written with."""
_SMALL_UNITS_SAID = ("", "shi", "bai", "qian")
_LARGE_UNITS_SAID = ("", "wan", "yi")
_MOST_FIGURES = 12


def spoken(value: str) -> list[tuple[str, ...]]:
    """The ways to say a value in syllables, the likeliest first: as an amount, and figure by figure as a year is.

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
    """An amount with 二 or 两 where both are said, and without its last unit where that may go (一百五)."""
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
