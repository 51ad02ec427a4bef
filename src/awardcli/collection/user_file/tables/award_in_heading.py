"""Tables of one award, which only the heading of its winners names: 年份 | 最佳导演 | 影片."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from awardcli import messages, vocabulary
from awardcli.collection.user_file.columns.column_cells import EDITION_ALONE, yes_or_no
from awardcli.collection.user_file.columns.column_roles import (
    NOMINATED,
    WON,
    Asked,
    Remark,
    asked_role,
    column_option,
    has_makers,
    is_honoured,
)
from awardcli.collection.user_file.columns.columns_by_letter import column_options
from awardcli.collection.user_file.columns.heading_row import Heading, is_filled
from awardcli.collection.user_file.columns.heading_words import SEVERAL, WEAK, is_chinese, known, known_role
from awardcli.collection.user_file.rows_set_aside import is_aside, is_repeated
from awardcli.collection.user_file.section_names import is_award, section
from awardcli.collection.user_file.table_lines import (
    Line,
    LongTable,
    UnderMerged,
    are_most,
    filled_texts,
    is_nobody,
    text_of,
)
from awardcli.collection.user_file.tables.cell_items import WINNER
from awardcli.collection.user_file.tables.ticks import flags_of_awards, may_be_ticks
from awardcli.language.awards import is_of_people
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern


def with_award_in_heading(
    first: Sequence[Line], rest: Iterator[Line], heading: Heading | None, asked: Asked
) -> LongTable | None:
    """A table with the award of one heading in a column of its own; None for another.

        届次,最佳男主角,电影           届次,最佳男主角,电影,奖项
        第1届,崔嵬,《红旗谱》          第1届,崔嵬,《红旗谱》,最佳男主角

    It says when each was won, or an option asks for the awards: a singer has a best song without one (姓名,最佳歌曲). A
    row alone that names an award is that of the rows below.
    """
    line = heading.line if heading else first[0][0]
    at = next((at for at, (number, *_) in enumerate(first) if number == line), 0)
    names = list(map(text_of, first[at][1]))
    rows = [list(map(text_of, cells)) for _, cells, problem in first[at + 1 :] if problem is None]
    columns = dict(
        zip(names, zip_longest(*(row for row in rows if not is_aside(row, names)), fillvalue=""), strict=False)
    )
    award = _award_of_all(columns) if all(names[1:]) and len(columns) == len(names) else None
    added = vocabulary.heading("award", chinese=is_chinese(names))
    says_when = any(_says_when(name, texts) for name, texts in columns.items())
    is_asked = "award" in asked.values() and added not in asked
    alone = [filled[0] for _, cells, _ in first if len(filled := filled_texts(cells)) == 1]
    if award is None or is_asked or not (says_when or added in asked) or any(map(_names_award, alone)):
        return None
    is_refused = asked.get(added, "award") is None  # by the option that the remark would name
    remark = "" if is_refused else messages.AWARD_IN_HEADING(heading=messages.on_one_line(award), added=added)
    cells = list(first[at][1])
    if asked_role(award, asked) is None:
        cells[names.index(award)] = _heading_of_winners(award, [name for name in names if name != award])
    cells.append(added)
    lines = _with_award(chain(first[at + 1 :], rest), names, names.index(award), cells)
    return LongTable(first[:at], (line, cells, None), lines, remark, [added])


def _award_of_all(columns: Mapping[str, Iterable[str]]) -> str | None:
    """The one heading of a table that is an award, with those who won it below; None of another table."""
    awards = [
        name for name in columns if is_award(name) and not _NO_AWARD.search(name) and not NOMINATED.search(fold(name))
    ]
    others = {known_role(name) for name in columns if name not in awards}
    if len(awards) != 1 or not others.isdisjoint(_OF_AWARDS):
        return None
    award, texts = awards[0], [text for text in columns[awards[0]] if text and not is_nobody(text)]
    is_best = _BEST.match(award) is not None and (is_of_people(award) or "title" not in others)
    if known_role(award) in _OF_AWARDS and not is_best:
        return None
    says_who = is_honoured(award) or WON.search(fold(award))
    may_be = known_role(award) in SEVERAL or not fold(award).startswith("年度")  # 年度主题
    are_names = bool(texts) and are_most(_is_name, texts) and not any(map(is_award, texts))
    return award if may_be and are_names and not says_who else None


def _heading_of_winners(award: str, others: Sequence[str]) -> str:
    """The heading of the winners: their own, or one that says what they are beside the others: 茅盾文学奖 | 作者."""
    found, chinese = known(award), is_chinese([award, *others])
    roles = set(map(known_role, others))
    if found is not None and found.role not in _OF_AWARDS:
        return WINNER[chinese] if found.strength == WEAK and "organization" in roles else award
    if is_of_people(award):
        return WINNER[chinese]
    are_works = known_role(_PRIZE.sub("", award)) == "title" or (has_makers(others) and "title" not in roles)
    return vocabulary.heading("title", chinese=chinese) if are_works else award


def _says_when(heading: str, texts: Sequence[str]) -> bool:
    """Whether a column has years or editions, by its heading or its cells: 第1届1962年 under 序号."""
    filled = list(filter(None, texts))
    return known_role(heading) in ("year", "edition") or (bool(filled) and all(map(EDITION_ALONE.fullmatch, filled)))


def doubtful_awards(columns: Mapping[str, Sequence[str]], without_role: Container[str]) -> Iterator[Remark]:
    """A remark where headings are awards, but 1 below may count, or nothing says that the rows are of the award.

    Or where nobody knows whether the headings above yes and no are awards.
    """
    option = column_option("award", vocabulary.heading("award", chinese=is_chinese(columns)))
    free = {name: texts for name, texts in columns.items() if name in without_role}
    if ticks := may_be_ticks(free):
        names = messages.listed(list(map(messages.on_one_line, ticks)))
        yield Remark(messages.MAY_BE_TICKS(headings=names, option=option), option)
    elif award := _award_of_all(columns):
        yield Remark(messages.MAY_BE_AWARD_OF_ALL(heading=messages.on_one_line(award), option=option), option)
    elif flags := flags_of_awards(free):
        option = column_options(dict.fromkeys(flags, "award"))
        text = messages.FLAGS_MAY_BE_AWARDS(
            headings=messages.listed(list(map(messages.on_one_line, flags))), option=option
        )
        yield Remark(text, option, is_harmless=True)


def _names_award(text: str) -> bool:
    return (found := section(text)) is not None and found[0] == "award"


def _is_name(text: str) -> bool:
    return any(map(str.isalpha, text)) and yes_or_no(text) is None


def _with_award(lines: Iterator[Line], names: Sequence[str], place: int, heading: Sequence[object]) -> Iterator[Line]:
    """The rows with the award behind, which is the name at `place`, where the cell there names who won it.

    The names, where they are repeated, become the new `heading`.
    """
    award, width = names[place], len(names)
    for number, cells, problem in filter(is_filled, lines):
        if problem is not None or len(cells) > width or len(filled_texts(cells)) < 2 or is_aside(cells, names):
            yield number, heading if is_repeated(cells, names) else cells, problem
            continue
        row = [*cells, *[""] * (width - len(cells))]
        row.append(award if not is_nobody(text_of(row[place])) else "")
        yield number, UnderMerged(row, cells.places) if isinstance(cells, UnderMerged) else row, None


_OF_AWARDS = ("award", "category")
_PRIZE = chinese_pattern("(?i)[ _](?:award|prize)$|奖$")
_BEST = lazy_pattern("(?i)best[ _]|最佳")
"""The beginning of awards that may end as the heading of a column of awards does: Best Director Award."""
_NO_AWARD = chinese_pattern(
    "(?i)best[ _-]?(?:known|sell|match|guess|practi|time|score|result|rank|place|position|finish|lap|of$|price|buy)|"
    "最佳(?:成绩|名次|时间|排名|得分|状态|答案|匹配|实践|单圈)|提名|入围|候选"
)
"""Headings of what somebody did best, and of who did not win."""
