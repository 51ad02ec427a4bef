"""What the title above the table of each sheet says of its rows, where the sheets of a workbook differ in it.

2021年度优秀小说名单 and 2022年度优秀小说名单 say a year each, 专利奖金奖项目名单 and 专利奖银奖项目名单 an award.
"""

from collections.abc import Mapping, Sequence
from os.path import commonprefix

from awardcli.collection.user_file.columns.column_roles import Asked
from awardcli.collection.user_file.columns.heading_row import find_heading
from awardcli.collection.user_file.rows_set_aside import caption, is_section_of_award, is_signature
from awardcli.collection.user_file.table_lines import Line, filled_texts
from awardcli.language.awards import AWARD_IN_TEXT
from awardcli.language.fold import to_simplified
from awardcli.language.lazy_pattern import chinese_pattern

_LIST_WORDS = chinese_pattern(
    "(?i)(?:获奖|得奖|项目|作品|单位|个人|人员|名单|结果|汇总|一览|公示|公告|目录|表|winners?|list|results?|[(（][^)）]*[)）]|\\s)+$"
)
"""The end of the title of a list, behind the award that it is of."""
_PRAISE = chinese_pattern("(?:优秀|最佳|十佳)$")


def said_by_titles(sheets: Mapping[str, Sequence[Line]], asked: Asked) -> Mapping[str, Sequence[str]]:
    """What the titles of sheets say of their rows, each as a caption, by the names of the sheets.

    `sheets` are the first rows of each sheet.
    """
    titles = {name: title for name, rows in sheets.items() if (title := _title(rows, asked))}
    captions = [caption(title) for title in titles.values()]
    said = ([each.get("year", "") for each in captions], [each.get("edition", "") for each in captions])
    differing = [texts for texts in (*said, _awards(list(titles.values()))) if len({*texts}) > 1]
    return {name: list(filter(None, texts)) for name, *texts in zip(titles, *differing, strict=True)}


def _title(rows: Sequence[Line], asked: Asked) -> str:
    """The longest text alone in a row above the heading, that is no mark of an attachment; "" where there is none."""
    heading = find_heading(rows, asked)
    above = [filled_texts(cells) for _, cells, _ in rows[: heading.rows - 1 if heading else 0]]
    alone = [filled[0] for filled in above if len(filled) == 1 and not is_signature(filled)]
    return max(alone, key=len, default="")


def _awards(titles: Sequence[str]) -> list[str]:
    """The award in each title: a usual one, or else what is between the beginning of all titles and the last words.

    >>> _awards(["专利奖金奖项目名单", "专利奖银奖项目名单"]), _awards(["优秀组织奖名单", "优秀指导奖名单", "名单"])
    (['金奖', '银奖'], ['优秀组织奖', '优秀指导奖', ''])
    """
    begin = _PRAISE.sub("", commonprefix(titles))  # noqa: RUF071 - of texts, and of no paths
    awards = []
    for title in titles:
        own = _LIST_WORDS.sub("", title[len(begin) :])
        usual = AWARD_IN_TEXT.search(to_simplified(own).lower())
        award = own[usual.start() : usual.end()] if usual else own
        awards.append(award if is_section_of_award(award) else "")
    return awards
