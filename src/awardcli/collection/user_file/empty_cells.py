"""Words and marks in a cell that say it has no title, no organization or no award: NULL, -, N/A, 空缺, 同上.

Films are called 无, NA and None, so each set holds for the cells that are named beside it.
"""

from awardcli.collection.user_file.columns.heading_words import split
from awardcli.language.lazy_pattern import lazy_pattern


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
NOBODY = VACANT | {*NO_VALUE, *split("NA、不详、不詳、未知、待定"), *_in_any_case("n/a、none、tba、tbd")}
"""Cells of an organization that name none."""
NO_AWARD = {*split("未获奖、未獲獎、未得奖、未得獎、未入围、未入圍、无奖、無獎、无奖项、無獎項、未评奖、未評獎")}
"""Cells of an award of a work that won none."""
DITTO = frozenset(("同上", "〃", "″", '"', "''", "ditto", "Ditto"))
"""Cells that say the same as the one above."""
_MARKS = lazy_pattern(r"[-‐-―－]{1,4}|[/／]|[(（]空[)）]")


def is_mark_of_none(text: str) -> bool:
    """Whether a cell has nothing but a mark for none: -, ——, /, （空）."""
    return _MARKS.fullmatch(text) is not None


def is_nobody(text: str) -> bool:
    """Whether a cell of an organization or an award says that there is none, as databases, R and people do."""
    return text in NOBODY or is_mark_of_none(text)
