"""Sort rows by a value of theirs: numbers by value, dates by time, Chinese by its pinyin."""

import re
from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any

from awardcli.language.dates import dates_of
from awardcli.language.fold import fold
from awardcli.language.readings import syllables

_DIGITS, _MOST_DIGITS = re.compile("[0-9]+"), 20
_FIRST_YEAR, _NO_YEAR = 1000, 3000
_NUMBER = r"(?a)\s*[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?\s*"


def sorted_by(rows: Iterable[Any], read: Callable[[Any], object], *, descending: bool = False) -> list[Any]:
    """The rows in the order of a value: numbers by value, then dates, then text by pinyin, then those without a value.

    Descending order turns each of these round. Rows with the same value keep their order. A column has dates where most
    of its texts are some; a year alone is one of them then.
    """
    numbers: list[tuple[Any, Any]] = []
    texts: list[tuple[str, Any]] = []
    missing: list[Any] = []
    is_number = re.compile(_NUMBER).fullmatch
    for row in rows:
        value = read(row)
        if value is None or value == "":
            missing.append(row)
        elif isinstance(value, int | float):
            numbers.append((value, row))
        elif is_number(text := str(value)):
            numbers.append((float(text.strip().replace(",", "").rstrip("%")), row))
        else:
            texts.append((text, row))
    dated = dates_of([text for text, _ in texts])
    dates: list[tuple[Any, Any]] = []
    if (len(dated) - dated.count(None)) * 2 > len(dated):
        dates = [((date, text), row) for date, (text, row) in zip(dated, texts, strict=True) if date]
        dates += [(((number, 0, 0), ""), row) for number, row in numbers if _FIRST_YEAR <= number < _NO_YEAR]
        texts = [each for date, each in zip(dated, texts, strict=True) if not date]
        numbers = [each for each in numbers if not _FIRST_YEAR <= each[0] < _NO_YEAR]
    spelt = [(_spelt(text), row) for text, row in texts]
    for group in (numbers, dates, spelt):
        group.sort(key=itemgetter(0), reverse=descending)
    return [*(row for group in (numbers, dates, spelt) for _, row in group), *missing]


def _spelt(text: str) -> tuple[tuple[str, ...], str]:
    """The sort key of a text: numbers by value, then pinyin, with letters before syllables of the same letters."""
    folded = _DIGITS.sub(lambda digits: digits[0].zfill(_MOST_DIGITS), fold(text))
    return tuple(syllable or character for syllable, character in zip(syllables(folded), folded, strict=True)), text
