"""Tables that tick the awards or categories of each row, which have a column each: √, 是, true, 1."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, takewhile, zip_longest
from typing import NamedTuple

from awardcli import messages, vocabulary
from awardcli.collection.user_file.columns.column_cells import fits, is_yes_or_no, outcome, won_and_lost, yes_or_no
from awardcli.collection.user_file.columns.column_roles import (
    NOMINATED,
    WON,
    Asked,
    asked_role,
    column_option,
    is_honoured,
    is_of_bodies,
)
from awardcli.collection.user_file.columns.heading_row import columns_named, is_heading_row, line_of_heading
from awardcli.collection.user_file.columns.heading_words import (
    BY_PARTS,
    REMARK,
    Known,
    is_chinese,
    known,
    known_role,
    sure_role,
)
from awardcli.collection.user_file.reading_report import some_of
from awardcli.collection.user_file.rows_set_aside import (
    is_amount,
    is_aside,
    is_bare_label,
    is_repeated,
    may_be_signature,
)
from awardcli.collection.user_file.section_names import awards_or_categories, is_award, may_be_award
from awardcli.collection.user_file.table_lines import (
    Line,
    LongTable,
    filled_texts,
    is_no_award,
    is_nobody,
    text_of,
    texts_by_row,
)
from awardcli.collection.user_file.tables.cell_items import RESULT
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.model import Role

_Columns = Sequence[Sequence[str]]
"""The texts of the cells of each column."""


def by_tick(first: Sequence[Line], rest: Iterator[Line], asked: Asked, ticked: Sequence[str] = ()) -> LongTable | None:
    """A table that ticks the award or category of each row in columns of these; None for another.

        姓名,最佳射手,最佳新人
        张三,√,
        李四,√,√

    A row with several ticks is as many results, and so is the award of a column 奖项 beside these. 1 is a tick beside a
    work or a person, or where an option asks for the awards: a body may have one first prize of several. Where cells
    say won and nominated, so does a column of its own. Categories may be ticked beside awards, which are `ticked` then.
    An option may name the column of an award that nobody else would know: --column award=Nebula.
    """
    with_ticks = [at for at, texts in enumerate(texts_by_row(first)) if any(map(_is_tick, texts))]
    for at, (number, cells, _) in enumerate(first[: max(with_ticks, default=0)]):  # of most tables none is asked
        heading = list(map(text_of, cells))
        names = [_INSIDE.sub("", text) for text in heading]
        rows = _results_below(heading, first[at + 1 :])
        columns = [list(map(text_of, column)) for column in zip_longest(*rows, fillvalue="")][: len(names)]
        columns += [[] for _ in names[len(columns) :]]
        asked_for = [place for place, name in enumerate(heading) if _is_asked(name, columns[place], asked)]
        role, places = ("award", asked_for) if asked_for else _ticked_columns(names, columns)
        may_be_result = len(places) == 1 and number != line_of_heading(first, asked)  # of a single award
        if not places or may_be_result:
            continue
        if any(map(is_heading_row, first[: max(at - 1, 0)])):
            return None  # a table above, below which this one is found
        others = _beside(places, heading, first[at - 1][1] if at else ())
        if not columns_named(others.values(), {})[0]:
            continue
        of_role = (place for place, name in others.items() if known_role(name) == role)
        own = next((place for place in of_role if fits(others[place], columns[place])), None)  # Awards may count
        added = vocabulary.heading(role, chinese=is_chinese(names)) if own is None else others[own]
        filled = [text for place in places for text in columns[place] if text]
        are_marks = any(_is_tick(text) and not _NUMBER.fullmatch(text) for text in filled)
        if not (are_marks or asked_for or any(map(_names_one, others.values())) or added in asked):
            return None
        result = [RESULT[is_chinese(names)]] if not {True, False}.isdisjoint(map(outcome, filled)) else []
        head = number, [*(name for place, name in others.items() if place != own), added, *result], None
        table = _Ticks(heading, names, places, [*others], own, head, are_parts=role == "category")
        below, lines = list(_row_by_tick(iter(first[at + 1 :]), table)), _row_by_tick(rest, table)
        ticked = [*ticked, *(heading[place] for place in places)]
        again = None if asked_for else by_tick([head, *below], lines, asked, ticked)
        if again and not again.above:
            return again._replace(above=first[:at], made=[added, *again.made])
        remark = "" if asked_for else _remark(ticked, filled)
        return LongTable(
            first[:at], head, chain(below, lines), remark, [added, *result], [heading[at] for at in asked_for]
        )
    return None


def _is_asked(heading: str, texts: Sequence[str], asked: Asked) -> bool:
    """Whether an option says that a column of ticks is of an award, which its heading names."""
    name = asked_role(heading, asked)
    is_of_award = name is not None and asked[name] == "award" and not _says_whether(heading)
    return is_of_award and all(map(_is_flag, texts)) and any(_is_tick(text) and outcome(text) is None for text in texts)


def _beside(places: Sequence[int], heading: Sequence[str], above: Sequence[object]) -> dict[int, str]:
    """The headings beside those of `places`; where one is below a merged group, that of the row above."""
    return {
        place: name or text_of(next(iter(above[place : place + 1]), ""))
        for place, name in enumerate(heading)
        if place not in places
    }


def _remark(ticked: Sequence[str], texts: Sequence[str]) -> str:
    """How the ticks under these headings are read, the option that leaves them alone, and a text that is no tick."""
    headings = some_of([_INSIDE.sub("", name) for name in ticked])
    remark = messages.TICKED(headings=headings, option=column_option("other", ticked[0]))
    odd = next((text for text in texts if not _is_flag(text)), None)
    return messages.ODD_AMONG_TICKS(remark=remark, text=messages.on_one_line(odd)) if odd else remark


def _results_below(heading: Sequence[str], lines: Sequence[Line]) -> list[Sequence[object]]:
    """The cells of the rows that may be results, up to a further table."""
    own = takewhile(lambda line: not _is_further_heading(line, heading), lines)
    return [cells for _, cells, _ in own if not is_aside(cells, heading) and not _is_signed(cells)]


def _ticked_columns(names: Sequence[str], columns: _Columns) -> tuple[Role, list[int]]:
    """What the headings of the columns with ticks are, and the places of these; none of another table.

    Flags among those of awards are of awards too: Golden Boot. Where one award is counted, 1 is a count of each.
    """
    of_winners = [at for at, name in enumerate(names) if name and not _is_not_of_winners(name)]
    flags = [at for at in of_winners if all(map(_is_flag, columns[at]))]
    role, found = awards_or_categories(names)
    if role == "award":
        awards = (at for at in flags if may_be_award(names[at]) or _AT_TIMES.fullmatch(names[at]))
        found = sorted({*found, *(at for at in awards if sure_role(names[at]) is None)})
    if any(_is_count(text) for at in found for text in columns[at]):
        return role, []
    places = [at for at in found if at in of_winners and _are_flags(columns[at])]
    if role == "award" and places:
        flags = [at for at in flags if any(columns[at])]
        among = set(filter(lambda at: places[0] < at < places[-1] and not known(names[at]), flags))
        for at in (*sorted(among), *sorted(among, reverse=True)):
            places += [at] if at not in places and {at - 1, at + 1} & {*places} else []
        places = sorted({*places, *(at for at in flags if _WINNER_OF.search(names[at]))})
    if len(places) == 1 and (len(found) > 1 or not _is_surely_award(names, places[0], columns[places[0]])):
        return role, []
    texts = [text for at in places for text in columns[at]]
    others = sum(not _is_flag(text) for text in texts)
    return role, places if sum(map(_is_tick, texts)) >= max(others, 1) else []


def _is_surely_award(names: Sequence[str], place: int, texts: Sequence[str]) -> bool:
    """Whether one heading is an award, and neither says that there is one (Winner) nor is beside awards (奖项).

    Best Director Award may have won and nominated as any column of awards has.
    """
    if known_role(names[place]) == "award" and not any(map(yes_or_no, texts)):
        return False
    others = [*names[:place], *names[place + 1 :]]
    return is_award(names[place]) and not _says_whether(names[place]) and "award" not in map(known_role, others)


def _says_whether(heading: str) -> bool:
    """Whether flags under a heading say which rows won, and not what: Winner, 是否获奖, Award, and not Booker Prize."""
    if is_honoured(heading) or WON.match(fold(heading)):
        return True
    return known_role(heading) == "award" and not _names_award_in_english(heading)


def _names_award_in_english(heading: str) -> bool:
    """Whether a heading is known as that of awards only since it is the name of one: Booker Prize, hugo_award."""
    plain = heading.replace("_", " ")
    return known(heading) == ("award", BY_PARTS) and plain.isascii() and _NAME_OF_AWARD.fullmatch(plain) is not None


def may_be_ticks(columns: Mapping[str, Sequence[str]]) -> list[str]:
    """The headings of several awards that have 1 and 0 alone, which may be ticks or count, among these of a table."""
    awards = {name: texts for name, texts in columns.items() if is_award(name) and not _is_not_of_winners(name)}
    filled = [text for texts in awards.values() for text in texts]
    are_flags = all(_NUMBER.fullmatch(text) and is_yes_or_no(text) for text in filled) and any(map(yes_or_no, filled))
    return [*awards] if are_flags and len(awards) > 1 else []


def flags_of_awards(columns: Mapping[str, Sequence[str]]) -> list[str]:
    """The headings among these that may name awards nobody knows, as names do, above yes and no in words: Nebula."""
    if any(won_and_lost(name, texts) for name, texts in columns.items()):
        return []  # that says what won
    named = ((name, texts) for name, texts in columns.items() if _NAME.search(name) and not _is_not_of_winners(name))
    unknown = ((name, texts) for name, texts in named if known(name) in _MAY_NAME_AWARD)
    return [
        name
        for name, texts in unknown
        if any(map(yes_or_no, texts)) and all(map(is_yes_or_no, texts)) and not any(map(is_amount, texts))
    ]


def _is_not_of_winners(heading: str) -> bool:
    """Whether a column says who did not win, or counts: ESPY Finalist, 一等奖数."""
    return NOMINATED.search(fold(heading)) is not None or _NOT_WON.search(heading) is not None


def _names_one(heading: str) -> bool:
    """Whether a column names works or people, which win an award once, and no bodies."""
    role = known_role(heading)
    return role == "title" or (role == "organization" and not is_of_bodies(heading))


class _Ticks(NamedTuple):
    """A table of ticks: its heading, the names of its columns, and the places of those with ticks and of the others.

    `own` is the place of a column that says without ticks what these say, and `long` the heading of the table of
    results. Several ticks in a row are one cell together where they `are_parts` of what is said of one work.
    """

    heading: Sequence[str]
    names: Sequence[str]
    places: Sequence[int]
    others: Sequence[int]
    own: int | None
    long: Line
    are_parts: bool


def _row_by_tick(lines: Iterator[Line], table: _Ticks) -> Iterator[Line]:
    """The cells of the other columns of each row, with the heading of each that is ticked in it, if any is.

    A row that may be set aside is given as it is, and the heading, where it is repeated, as that of the results. So are
    the rows from the heading of a further table on.
    """
    names = table.names
    for line in lines:
        if _is_further_heading(line, table.heading):
            yield from chain([line], lines)
            return
        number, cells, problem = line
        if is_repeated(cells, table.heading):
            yield number, table.long[1], problem
            continue
        if problem is not None or len(cells) > len(names) or len(cells) == 1 or is_aside(cells, table.heading):
            yield number, cells, problem
            continue
        if _is_signed(cells):
            label, *signers = filled_texts(cells)
            yield number, [f"{label}:", *signers], None
            continue
        row = [*cells, *[""] * (len(names) - len(cells))]
        texts = {names[at]: text for at in table.places if not _is_none(text := text_of(row[at]))}
        same = [row[at] for at in table.others if at != table.own]
        own = "" if table.own is None else text_of(row[table.own])
        if counted := next((name for name, text in texts.items() if _is_count(text)), None):
            shown = messages.on_one_line(counted)
            yield number, cells, messages.NOT_A_TICK(heading=shown, text=texts[counted], quoted=messages.quoted(shown))
            continue
        said = {_as_ticked(name, text): text if outcome(text) is not None else "" for name, text in texts.items()}
        if own and not (said and (is_nobody(own) or is_no_award(own))):
            said = {str(row[table.own or 0]): "", **said}
        if table.are_parts:
            said = {"、".join(said): ""}
        has_result = len(same) + 1 < len(table.long[1])
        for award, result in (said or {"": ""}).items():
            yield number, [*same, award, *([result] if has_result else [])], None


def _is_further_heading(line: Line, heading: Sequence[str]) -> bool:
    """Whether a row is the heading of a further table, which neither repeats that of this one nor ticks anything."""
    has_tick = any(yes_or_no(text) is not None for text in filled_texts(line[1]))  # as most rows
    return not has_tick and is_heading_row(line) and not is_repeated(line[1], heading)


def _is_signed(cells: Sequence[object]) -> bool:
    """Whether a row is a label, and who signs in another column: 制表人, 张三."""
    filled = filled_texts(cells)
    has_name = len(filled) > 1 and not all(map(_is_flag, filled[1:]))
    return has_name and is_bare_label(filled[0]) and may_be_signature(filled, len(cells))


def _as_ticked(name: str, text: str) -> str:
    """The award or category that a cell ticks, with what the cell adds: 最佳影片（并列）."""
    if _is_flag(text):
        return f"{name}{''.join(REMARK.findall(text))}"
    return f"{name} {text}"


def _are_flags(texts: Sequence[str]) -> bool:
    """Whether cells say yes or no, but for a few: more of them do in so many words than do not."""
    others = sum(not _is_flag(text) for text in texts)
    return others == 0 or sum(_is_flag(text) and not is_nobody(text) for text in texts) > others


@lru_cache(1 << 11)  # it is asked several times of a cell, and cells say the same
def _is_flag(text: str) -> bool:
    """Whether a cell says yes or no, also with a remark, or that an award was won or not: √（并列）, -, 获奖."""
    return _is_none(text) or yes_or_no(REMARK.sub("", text).strip()) is not None or outcome(text) is not None


def _is_tick(text: str) -> bool:
    return _is_flag(text) and not _is_none(text)


@lru_cache(1 << 11)
def _is_none(text: str) -> bool:
    return yes_or_no(REMARK.sub("", text).strip()) is False or is_nobody(text)


def _is_count(text: str) -> bool:
    return is_amount(text) and yes_or_no(text) is None


_NAME_OF_AWARD = lazy_pattern(
    r"(?i)(?:(?!(?:won|wins?|winn\w+|any|has|have|had|receiv\w+|got|is|was|were|did|given|which|other|total|an?|the|this|"
    r"no|level|type)\b)[\w'’.&-]+ )+(?:award|prize|medal)"
)
"""Booker Prize, and neither Won Award nor Has Prize."""
_NUMBER = lazy_pattern(r"[0-9０-９]+(?:[.,][0-9]+)?")
_INSIDE = lazy_pattern(r"^(?:\w+\.)+(?=\w)")
"""The object in which a key is, or which a program writes before it: awards.best_picture."""
_MAY_NAME_AWARD = (None, Known("title", BY_PARTS), Known("year", BY_PARTS))
"""What is known of headings of flags that may name awards: Spiel des Jahres has words for games and years."""
_NAME = lazy_pattern("^(?!(?:[Ii]s|[Hh]as|[Ww]as|[Cc]an)[A-Z_ ])[^.]*[A-Z][a-z]{3}")
"""Hugo, peoplesChoice, and neither isSequel nor win."""
_AT_TIMES = chinese_pattern(
    "(?i)(?:[a-z-]+ ){1,3}(?<!s )of the (?:month|week|match|game|day|season|round|quarter|tournament)|"
    "(?:月度|季度|赛季|[每本][月周季])[\u3400-\u9fff]{0,4}(?:[星员人曲手师生者家片]|进?球|人物|作品|最佳|主播)"
)
"""Awards that are given several times a year: Player of the Month, 月度球员."""
_WINNER_OF = chinese_pattern("(?i)\\w.* winner$|.+(?:得主|获得者)$")
"""Headings that say which award a flag is of: MVP Winner."""
_NOT_WON = chinese_pattern(
    "(?i)(?:^|\\W|_)(?<!original[\\W_])(?<!musical[\\W_])(?<!of[\\W_])(?<!all[\\W_])(?<!first[\\W_])"
    "(?:no|num|number|count|total|times?|rank|points?|score|age)(?:\\W|_|$)|"
    "提名|入围|候选|[数次]$|人数|次数|排名|名次|得分|分数|票数|合计|总(?:[分计数和共额]|成绩|积分|奖[牌项金]|[获得]奖|$)"
)
"""In headings of who did not win, of what is counted, or of points; Original Score and 总冠军 are awards."""
