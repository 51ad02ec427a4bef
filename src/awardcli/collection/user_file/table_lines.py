"""A row of a table as it comes from a file of any format, the texts of its cells, and which of them say: no value."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from awardcli.collection.user_file.columns.heading_words import split
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

Line = tuple[int, Sequence[object], str | None]
"""A row of a table as it comes: its line number, its cells, and why it cannot be read, or None."""


class UnderMerged(list[object]):
    """The cells of a row that has some of those above too, since they are merged; `places` are those of these."""

    def __init__(self, cells: Iterable[object], places: Sequence[int]) -> None:
        super().__init__(cells)
        self.places = places


class LongTable(NamedTuple):
    """A table of another layout, read as one with a row for each result, and a remark on that.

    `made` are headings whose cells come from other headings: a blank one there says that there is none. `asked` are
    headings of the file that options name and this table has not.
    """

    above: Sequence[Line]
    heading: Line
    rows: Iterator[Line]
    remark: str
    made: Collection[str] = ()
    asked: Collection[str] = ()


def as_written(cell: object) -> str:
    """A cell of a heading unchanged, but for a stray byte order mark; "" where it is blank."""
    text = "" if cell is None or isinstance(cell, Mapping) else str(cell).replace("\ufeff", "")
    return text if text.strip() else ""


_LONG = 400
_WIDEST_GAP = 40
_WIDE_GAP = lazy_pattern(rf"\s{{{_WIDEST_GAP + 1},}}")
"""Blanks in a row of a long cell: fewer say the same, and patterns go through them again and again."""


def text_of(cell: object) -> str:
    """A cell on one line, without surrounding spaces and invisible marks of pages; "" where it has no value.

    It is for looking at: of many blanks in a row within a long cell it keeps some. Values are taken from the cell.
    """
    if type(cell) is not str:
        if cell is None or isinstance(cell, Mapping):  # a cell of a workbook that holds an error
            return ""
        cell = str(cell)
    if not cell.isprintable():  # of few cells, and four replacements take longer than this question
        cell = cell.replace("\ufeff", "").replace("\u200b", "").replace("\xad", "").replace("\n", " ")
    text = cell.strip()
    return _WIDE_GAP.sub(lambda gap: gap[0][:_WIDEST_GAP], text) if len(text) > _LONG else text


def filled_texts(cells: Iterable[object]) -> list[str]:
    """The texts of the cells of a row that are not blank."""
    return list(filter(None, map(text_of, cells)))


def texts_by_row(rows: Iterable[Line]) -> list[list[str]]:
    """The texts of the cells of each row, with those of blank cells."""
    return [list(map(text_of, cells)) for _, cells, _ in rows]


def are_most(is_such: Callable[[str], object], texts: Collection[str]) -> bool:
    """Whether more than half of the texts are such."""
    return 2 * sum(map(bool, map(is_such, texts))) > len(texts)


def _in_any_case(words: str) -> set[str]:
    """The words as people write them: no award, No award, No Award, NO AWARD; Na is a name, though NA is none."""
    return {form(word) for word in split(words) for form in (str.lower, str.capitalize, str.title, str.upper)}


NULLS = frozenset(("NULL", "null", "\\N"))
"""What databases and programs write for an empty cell."""
NO_VALUE = ("", *NULLS)
"""Cells of any column that are empty."""
NONE = frozenset(split("无、無、暂无、暫無、（无）、（無）、(无)、(無)"))
VACANT = NONE | {
    *split(
        "空缺、从缺、從缺、（空缺）、(空缺)、（从缺）、（從缺）、(从缺)、(從缺)、未设、未設、未颁发、未頒發、該当作なし、該当作品なし、"
        "該当者なし、該当なし、受賞作なし、受賞者なし"
    ),
    *_in_any_case("No award、No award given、No winner、Not awarded、Desierto、Desierta"),
}
"""Cells of an award that nobody won."""
_NOT_GIVEN = chinese_pattern(
    r"(?i)(?:no (?:awards?|winners?|prizes?|recipients?|laureates?)|not)(?: (?:was|were|is|are|has been))?"
    r"(?: (?:awarded|given|selected|chosen|presented|announced))?"
    r"(?: (?:this|that|in|for)(?: the)? (?:year|edition|[0-9]{4}))?\.?|"
    "(?:本届|本年度?|[该此]奖项?|.{1,8}奖)(?:空缺|从缺|暂缺|未颁发|未评出)。?"
)
"""The same in a sentence: No winner awarded this year."""
_NOBODY = VACANT | {*NO_VALUE, *split("NA、不详、不詳、未知、待定"), *_in_any_case("n/a、none、tba、tbd")}
"""Cells of an organization that name none."""
_NO_AWARD = chinese_pattern(
    "未能?[获得评]得?奖项?|未能?(?:进入?|晋级|入围|入选|通过)[^\\W奖]{0,4}|无奖项?|[初复预半]赛(?:出局|淘汰|止步)|被?淘汰|"
    "非正式参赛|打星(?:参赛)?"
)
DITTO = frozenset(("同上", "〃", "″", '"', "''", "ditto", "Ditto"))
"""Cells that say the same as the one above."""
_MARKS = lazy_pattern(r"[-‐-―－]{1,4}|[/／]|[(（]空[)）]")


def is_mark_of_none(text: str) -> bool:
    """Whether a cell has nothing but a mark for none: -, ——, /, （空）."""
    return _MARKS.fullmatch(text) is not None


def is_vacant(text: str) -> bool:
    """Whether a cell says that nobody won an award.

    >>> [is_vacant(text) for text in ("空缺", "No winner awarded this year", "一等奖空缺", "No Country for Old Men")]
    [True, True, True, False]
    """
    return text in VACANT or _NOT_GIVEN.fullmatch(text) is not None


def is_no_award(text: str) -> bool:
    """Whether a cell of an award says that its work won none, whatever its rank.

    >>> [is_no_award(text) for text in ("未獲獎", "未进决赛", "初赛出局", "决赛入围", "未来之星奖")]
    [True, True, True, False, False]
    """
    return _NO_AWARD.fullmatch(text) is not None


def is_nobody(text: str) -> bool:
    """Whether a cell of an organization or an award says that there is none, as databases, R and people do."""
    return text in _NOBODY or is_mark_of_none(text) or _NOT_GIVEN.fullmatch(text) is not None


_GIVEN_TO_NOBODY = lazy_pattern(
    r"(?i)\bnot (?:to |be )*(?:award|attribute|confer|present)(?:e?d)?\b|\bno (?:award|prize|winner)s?\b|"
    r"\bnon (?:attribu|décern)ée?s?\b|\bnicht (?:vergeben|verliehen)\b|\bno se (?:otorgó|concedió)\b|\bnon assegnato\b"
)


def says_nobody_won(text: str, *, is_sentence: bool) -> bool:
    """Whether a line says that nobody won, by its last word (诗歌奖：空缺), or as a sentence without a title may.

    >>> says_nobody_won("一等奖 空缺", is_sentence=False), says_nobody_won("1940: Not attributed.", is_sentence=True)
    (True, True)
    """
    is_said = re.split(r"[\s\uff1a:\uff08(]+", text.rstrip(")\uff09"))[-1] in VACANT
    return is_said or (is_sentence and _GIVEN_TO_NOBODY.search(text) is not None)
