"""Dates, times of day, years and the numbers of editions as people write them: 2021年度, 民國83年, 第九届, 21st."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import normalize

from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

FIRST_YEAR, LAST_YEAR = 1860, 2035
"""The years that a work or an award can have; other numbers of four digits are plain numbers."""
YEAR = "(?:1[89]|20)[0-9]{2}"
"""The pattern of a number that may be such a year."""

Date = tuple[int, int, int]
"""Year, month and day; 0 for a month or day that is not known."""

_YEAR_FIRST = lazy_pattern(
    r"([12]\d{3})\s*(?:[-/.年년]\s*(?:(\d{1,2})\s*[-/.月월]?\s*(?:(\d{1,2})\s*[日号號일.]?)?)?)?(?:[T ]\d{1,2}:\d\d.*)?"
)
_YEAR_LAST = lazy_pattern(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?([12]\d{3})(?: \d{1,2}:\d\d.*)?")
_BY_NAME = lazy_pattern(
    r"(?:(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:de |of )?)?(?P<month>[^\W\d]{3,10})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,?[ -]"
    r"(?:de )?([12]\d{3})"
)
_ERAS = {"明治": 1867, "大正": 1911, "民国": 1911, "民國": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The years before the first of each Japanese era and of the Republic of China."""
_YEAR_OF_ERA = rf"({'|'.join(_ERAS)})\s*(元|[0-9]{{1,3}}|[〇零一二三四五六七八九十百]{{1,5}})"
ERA = lazy_pattern(_YEAR_OF_ERA)
_ERA_DATE = lazy_pattern(rf"{_YEAR_OF_ERA}\s*年?度?(?:(\d{{1,2}})月(?:(\d{{1,2}})日)?)?")
_MONTHS = (
    "jan ene gen янв",
    "feb fev фев",
    "mar мар",
    "apr avr abr апр",
    "may mai mag мая май",
    "jun juin giu июн",
    "jul juil lug июл",
    "aug aou ago авг",
    "sep set сен",
    "oct okt ott out окт",
    "nov ноя",
    "dec dez dic дек",
)
"""The first letters of each month's names, in English, German, French, Spanish, Italian, Portuguese and Russian."""
_MOST_MONTHS = 12
_MOST_DIGITS = 9


def dates_of(texts: Sequence[str]) -> list[Date | None]:
    """The date that each text is, or None; whether 05/06/2021 is in May or June is decided by the others.

    >>> dates_of(["30/11/2020", "05/06/2021", "Jun 5, 2021", "2021年6月", "Rocky 1976"])
    [(2020, 11, 30), (2021, 6, 5), (2021, 6, 5), (2021, 6, 0), None]
    >>> dates_of(["05/06/2021", "05.06.2021"])
    [(2021, 0, 0), (2021, 6, 5)]
    >>> dates_of(["令和5年4月2日", "令和5年度", "2021-13"])
    [(2023, 4, 2), (2023, 0, 0), (2021, 0, 0)]
    """
    parted = [found for text in texts if (found := _YEAR_LAST.fullmatch(text.strip()))]
    day_first, month_first = (any(int(found[group]) > _MOST_MONTHS for found in parted) for group in (1, 3))
    return [_date(text.strip(), day_first=day_first, month_first=month_first) for text in texts]


def _date(text: str, *, day_first: bool, month_first: bool) -> Date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part or 0) for part in found.groups())
    elif found := _YEAR_LAST.fullmatch(text):
        year, month, day = int(found[4]), int(found[3]), int(found[1])
        if found[2] != "." and day_first == month_first:
            return year, 0, 0
        if found[2] != "." and month_first:
            month, day = day, month
    elif found := _ERA_DATE.fullmatch(text):
        year, month, day = year_of_era(found[1], found[2]) or 0, int(found[3] or 0), int(found[4] or 0)
    elif found := _BY_NAME.fullmatch(text):
        year, month, day = int(found[4]), _month(found["month"]), int(found[1] or found[3] or 0)
        if not month:
            return None
    else:
        return None
    return (year, month, day) if month <= _MOST_MONTHS else (year, 0, 0)


def is_day_of_some_year(text: str) -> bool:
    """Whether a text is a day or a month without a year.

    >>> [is_day_of_some_year(text) for text in ("12月3日", "3 Dec", "11월", "3. Dez.", "12/3", "15", "2015-03")]
    [True, True, True, True, True, False, False]
    """
    found = _BY_NAME.fullmatch(f"{text} 2000")
    is_by_name = found is not None and _month(found["month"]) > 0
    return is_by_name or (not text.isdecimal() and _YEAR_FIRST.fullmatch(f"2000年{text}") is not None)


def is_date(text: str) -> bool:
    """Whether a text is a date, and more than a bare year, which may be written in two digits.

    >>> [is_date(text) for text in ("16-May-29", "4/16/29", "2019-03-01", "Jun 5, 2021", "1928", "1/2", "1st", "2-1")]
    [True, True, True, True, False, False, False, False]
    """
    [found] = dates_of([_SHORT_YEAR.sub(r"\g<1>20\g<3>", text.strip())])
    return found is not None and (found[1] > 0 or not text.strip()[:4].isdecimal())


_SHORT_YEAR = lazy_pattern(r"^(\d{1,2}([-/. ])(?:\d{1,2}|[^\W\d]{3,10})\2)(\d\d)$")


def year_of_era(era: str, number: str) -> int | None:
    """The year of that number in an era; None where the number is no whole one.

    >>> year_of_era("民国", "八十三"), year_of_era("平成", "元")
    (1994, 1989)
    """
    found = 1 if number == "元" else whole_number(number)
    return None if found is None else _ERAS[era] + found


def whole_number(written: str) -> int | None:
    """A whole number in figures or Chinese numerals that is all of a text, or None."""
    if not written or len(written) > _MOST_DIGITS:
        return None
    if written.isascii() and written.isdigit():
        return int(written)
    from awardcli.language.numerals import number_spans

    match number_spans(written):
        case [number] if number.end - number.start == len(written):
            return int(number.value)
    return None


def _month(name: str) -> int:
    """The number of a month by its name or the beginning of it; 0 for another word."""
    from awardcli.language.fold import fold

    folded = fold(name)
    return next((number for number, begins in enumerate(_MONTHS, 1) if folded.startswith(tuple(begins.split()))), 0)


class ClockTime(NamedTuple):
    """A time of day in a text: `start` to `middle` is the hour with its sign, `middle` to `end` the minute."""

    start: int
    middle: int
    end: int
    hour: int
    minute: int


_CLOCK = (
    r"(?<![\d一二三四五六七八九十:：])(?P<hour>[01]?\d|2[0-4]|二十[一二三四]?|十?[一二两三四五六七八九]|十)[点點时:：]"
    r"(?P<minute>[0-5]\d|[二三四五]?十[一二三四五六七八九]?|[一三]刻|半)分?(?![\d一二三四五六七八九十:：])"
)
_CLOCK_SIGNS = frozenset("点點时:：")
_PARTS_OF_AN_HOUR = {"一刻": 15, "半": 30, "三刻": 45}


def clock_times(text: str) -> list[ClockTime]:
    """The times of day in a text, however they are written.

    >>> [(time.hour, time.minute) for time in clock_times("08:15 八点一刻 8点15分 十二点半")]
    [(8, 15), (8, 15), (8, 15), (12, 30)]
    """
    return [
        ClockTime(
            start=found.start(),
            middle=found.start("minute"),
            end=found.end(),
            hour=_number(found["hour"]),
            minute=_PARTS_OF_AN_HOUR.get(found["minute"]) or _number(found["minute"]),
        )
        for found in (re.finditer(_CLOCK, text) if not _CLOCK_SIGNS.isdisjoint(text) else ())
    ]


def _number(numeral: str) -> int:
    from awardcli.language.numerals import number_spans

    return int(number_spans(numeral)[0].value)


_YEAR = lazy_pattern(r"(?<![0-9])([12][0-9]{3})(?:(?:0[1-9]|1[0-2])(?:[0-3][0-9])?)?(?![0-9])")
_NUMERALS = "〇零一二三四五六七八九十百廿卅壹贰叁肆伍陆柒捌玖拾"
_ORDINAL = chinese_pattern(
    rf"(?i)[第제]\s*(?P<number>[0-9]{{1,9}}|[{_NUMERALS}]{{1,7}})\s*[届回期次季회]|^(?P<english>[0-9]{{1,4}})(?:st|nd|rd|th)\b|"
    r"^(?:no|vol)\.?\s*(?P<short>[0-9]{1,9})$|^(?P<first>首)[届屆]"
)
_AFTER_EDITION = lazy_pattern(r"年$|[届屆회]$|\.0$")
_NUMBER_ALONE = lazy_pattern(
    rf"\(?(?P<number>[0-9]{{1,4}}|[{_NUMERALS}]{{1,5}})\)?(?:\s*\((?P<year>[12][0-9]{{3}})年?\))?"
)
"""A number by itself, in brackets or none, or with a year in brackets behind it: (5), 6 (2015)"""
_SMALLEST_YEAR = 100
"""The smallest number that is a year by itself: the century of 94 is unknown."""


def edition_number(written: str) -> int | None:
    """The number of an edition, as people write it, or None.

    >>> [edition_number(text) for text in ("9", "第九届", "第31屆", "第三届（2019）", "21st", "26회", "特别单元")]
    [9, 9, 31, 3, 21, 26, None]
    >>> [edition_number(text) for text in ("（七）", "6 (2015)", "1234567890")]
    [7, 6, None]
    """
    written = normalize("NFKC", written)
    if found := _ORDINAL.search(written):
        return 1 if found["first"] else whole_number(found["number"] or found["english"] or found["short"])
    if found := _NUMBER_ALONE.fullmatch(written):
        return whole_number(found["number"])
    return whole_number(_AFTER_EDITION.sub("", written))


def year_number(written: str) -> int | None:
    """The year in a text, or None; the first of several (1927/28).

    >>> [year_number(text) for text in ("1927/28", "(1994)", "202106", "20190601", "民國83年", "令和元年度", "不详")]
    [1927, 1994, 2021, 2019, 1994, 2019, None]
    """
    written = normalize("NFKC", written)
    if found := ERA.search(written):
        return year_of_era(found[1], found[2])
    if found := _YEAR.search(written):
        return int(found[1])
    year = whole_number(written.removesuffix("年").removesuffix(".0"))
    return year if year is not None and year >= _SMALLEST_YEAR else None


def year_in_edition(written: str) -> str:
    """The year that the name of a numbered edition has in it, as written, or "": 第三届（2019）, 6 (2015)."""
    if numbered := _NUMBER_ALONE.fullmatch(normalize("NFKC", written)):
        return numbered["year"] or ""
    found = _YEAR.search(written) if _ORDINAL.search(written) else None
    return found[1] if found else ""


def edition_in_year(written: str) -> str:
    """The edition that a year has behind it, as written, or "".

    >>> [edition_in_year(text) for text in ("2010 (83rd)", "1927/28 (1st)", "2019年（第九届）", "2019第9届")]
    ['83rd', '1st', '第九届', '第9届']
    >>> [edition_in_year(text) for text in ("2019 (2nd half)", "2019 2nd", "2019年第3期", "83rd", "2019")]
    ['', '', '', '', '']
    """
    found = _EDITION_BESIDE.fullmatch(written.strip())
    return (found[1] or found[2]) if found else ""


_EDITION_BESIDE = lazy_pattern(
    r"[12][0-9]{3}(?:[/–-][0-9]{2,4})?\s*年?度?\s*(?:[(（]\s*([0-9]{1,3}(?:st|nd|rd|th))\s*[)）]|"
    rf"[(（]?\s*(第\s*(?:[0-9]{{1,3}}|[{_NUMERALS}]{{1,5}})\s*[届屆回])\s*[)）]?)"
)
