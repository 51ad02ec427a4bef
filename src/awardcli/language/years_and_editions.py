"""The year, and the number of an edition, that a text names: 2021年度, 民國83年; 第九届, 21st."""

from unicodedata import normalize

from awardcli.language.dates import ERA, whole_number, year_of_era
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

_YEAR = lazy_pattern(r"(?<![0-9])([12][0-9]{3})(?:(?:0[1-9]|1[0-2])(?:[0-3][0-9])?)?(?![0-9])")
_NUMERALS = "〇零一二三四五六七八九十百廿卅壹贰叁肆伍陆柒捌玖拾"
_ORDINAL = chinese_pattern(
    rf"(?i)第\s*(?P<number>[0-9]{{1,9}}|[{_NUMERALS}]{{1,7}})\s*[届回期次季]|^(?P<english>[0-9]{{1,4}})(?:st|nd|rd|th)\b|"
    r"^(?:no|vol)\.?\s*(?P<short>[0-9]{1,9})$|^(?P<first>首)[届屆]"
)
_FIRST_YEAR = 100
"""The smallest number that is a year by itself: the century of 94 is unknown."""


def edition_number(written: str) -> int | None:
    """The number of an edition, as people write it, or None.

    >>> [edition_number(text) for text in ("9", "第九届", "第31屆", "第三届（2019）", "21st", "特别单元", "1234567890")]
    [9, 9, 31, 3, 21, None, None]
    """
    written = normalize("NFKC", written)
    if found := _ORDINAL.search(written):
        return 1 if found["first"] else whole_number(found["number"] or found["english"] or found["short"])
    return whole_number(written.removesuffix("年").removesuffix("届").removesuffix("屆").removesuffix(".0"))


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
    return year if year is not None and year >= _FIRST_YEAR else None


def year_in_edition(written: str) -> str:
    """The year that the name of a numbered edition has in it, as written, or "": 第三届（2019）."""
    found = _YEAR.search(written) if _ORDINAL.search(written) else None
    return found[1] if found else ""
