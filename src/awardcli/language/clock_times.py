"""Times of day in a text, in figures and in Chinese."""

import re
from typing import NamedTuple

from awardcli.language.numerals import number_spans


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
    return int(number_spans(numeral)[0].value)
