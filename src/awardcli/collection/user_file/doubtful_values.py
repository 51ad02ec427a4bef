"""Remark on values that look like something other than what they were read as: a title 联系人, an organization 2022.

Any one value may be right, since films are called 1917, 导演 and Winner. So a value is only doubted

- where a third of the values look so, and at least two; in a table nearly all that are headings, and no numeric titles;
- where its row looks wrong in another way too: in another cell, or without the organization that most rows have;
- where its form leaves little doubt (95分, 作者：张三, 2022 as an organization), unless it is one of many values.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from awardcli import messages, vocabulary
from awardcli.collection.user_file.columns.column_cells import YEAR_IN, are_other_years, outcome, won_and_lost
from awardcli.collection.user_file.columns.column_roles import (
    Remark,
    asked_role,
    column_option,
    is_honoured,
    remark_on_role,
)
from awardcli.collection.user_file.columns.columns_by_letter import options_by_letter
from awardcli.collection.user_file.columns.heading_words import BY_PARTS, SEVERAL, WEAK, known, words_known
from awardcli.collection.user_file.columns.names_of_people import NAME_OF_A_PERSON
from awardcli.collection.user_file.columns.title_column import likely_title
from awardcli.collection.user_file.doubtful_makers import (
    FilledCells,
    on_givers,
    on_makers_alone,
    on_marks,
    on_voters,
    texts_under,
)
from awardcli.collection.user_file.json.json_keys import KEY
from awardcli.collection.user_file.looks_of_values import (
    CONTACT,
    LONGEST,
    TWO_TITLES,
    Kind,
    are_words,
    is_award_alone,
    is_heading,
    is_plainly_award,
    maker_like,
    script_of,
    title_like,
)
from awardcli.collection.user_file.reading_report import Account, UserRow
from awardcli.collection.user_file.rows_set_aside import is_bare_label, names_body
from awardcli.collection.user_file.section_names import NO_YEAR, is_award, may_be_award
from awardcli.collection.user_file.table_lines import are_most, is_nobody, text_of
from awardcli.collection.user_file.tables.award_in_heading import doubtful_awards
from awardcli.language.awards import ASIAN
from awardcli.language.dates import year_number
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import BODY_IN_ENGLISH
from awardcli.model import Role

_MOST_ROWS, _MOST_CELLS = 150, 20_000
"""Rows of a list, and their cells, that are looked at; of a longer one every second, fourth … row, over its length."""
_MANY, _RARE, _MOST, _NEARLY_ALL = 1 / 3, 1 / 20, 2 / 3, 0.9
"""Shares: of values that look alike, of values too few to doubt, of rows that have what most have, and of all."""
_EXAMPLES = 3
_LONGEST_AWARD, _LONGEST_AWARD_IN_LATIN = 40, 120
"""Characters: a longer award is a sentence."""
_COUNTED_AWARDS = chinese_pattern(
    r"(?i)[0-9]+ (?:\w+ )?(?:wins?|won|nominations?|awards?)\b.*|(?:won|nominated for) [0-9]+ .+|"
    r"(?:[共累合]计?)?(?:获奖|提名|获得?)[0-9]+[次项个].*|[0-9]+[次项个](?:获奖|提名|奖).*"
)
"""How many awards a work won, and not which: 3 wins & 1 nomination."""
_YEAR = lazy_pattern(r"[(（]?(?:1[89]|20)[0-9]{2}(?:[/–-][0-9]{2,4})?年?度?[)）]?(?:[(（].*)?")
_Said = Mapping[Role, Sequence[str]]
"""The filled cells of a row by role."""


class _Doubt(NamedTuple):
    """A value of a row that looks like something else; `is_plain` where there is little doubt that it is."""

    role: Role
    kind: Kind
    text: str
    row: UserRow
    is_plain: bool


def watched(account: Account, rows: Iterable[UserRow]) -> Iterator[UserRow]:
    """The rows as they come; once the last is read, `account` has the remarks on the values of some of them."""
    kept: list[UserRow] = []
    every = 1
    for at, row in enumerate(rows):
        if at % every == 0:
            kept.append(row)
            if len(kept) > _MOST_ROWS or len(kept) * len(row.cells.values) > _MOST_CELLS:
                del kept[1::2]
                every *= 2
        yield row
    kept = [row for row in kept if row.problem is None]
    cells = list(map(_cells, kept))
    account.remarks += [*_on_values(account, kept, cells, is_part=every > 1), *_on_columns(account, cells)]


def _cells(row: UserRow) -> FilledCells:
    texts = zip(row.cells.columns, map(text_of, row.cells.values), strict=True)
    return {heading: text for (heading, _), text in texts if text}


def _on_values(
    account: Account, rows: Sequence[UserRow], cells: Sequence[FilledCells], *, is_part: bool
) -> Iterator[Remark]:
    """Remarks on values that look like something else, by role and by what they look like."""
    guessed = _guessed(account)
    said = [_said_by_role(row, filled, guessed) for row, filled in zip(rows, cells, strict=True)]
    awards = {text for texts in said for text in texts.get("award", ())}
    is_notice, is_advised = _is_notice(account), _has_other_title(account)
    is_by_key = (KEY, None) in account.columns.values()
    for (role, kind), alike in _doubts_by_kind(account, rows, said, guessed, awards).items():
        every = [texts[role] for texts in said if role in texts]
        total = len(every) if (role, kind) == ("title", "award") else sum(map(len, every))
        is_common = len(alike) >= max(2, (_NEARLY_ALL if kind == "heading" and not is_notice else _MANY) * total)
        if not is_common or (role == "title" and kind == "number"):
            alike = [doubt for doubt in alike if doubt.is_plain]
        is_of_awards = (role, kind) == ("title", "award") and not awards
        if len(alike) < (1 if kind == "elsewhere" else max(1, _RARE * total)) or (
            is_of_awards and len(alike) * (3 if is_by_key else 2) <= total
        ):
            continue
        are_nearly_all = len(alike) >= _NEARLY_ALL * total and not (role == "title" and is_notice)
        may_be_column = are_nearly_all or is_of_awards
        if (may_be_column and role == "title" and is_advised) or (is_of_awards and _has_title_for_award(account)):
            continue
        option = _options_for_column(account, role, kind, cells) if may_be_column else ""
        if role == "organization" and kind in _NO_MAKERS and not (is_notice or account.made):
            option = _options_without(account, cells)
        yield _remark(account, alike, total, option, is_part=is_part)


def _guessed(account: Account) -> set[str]:
    """The columns whose role, or that they have none, no option says."""
    return {heading for heading in account.columns if asked_role(heading, account.asked) is None}


def _said_by_role(row: UserRow, filled: FilledCells, guessed: Container[str]) -> _Said:
    """What a row has in the columns whose roles were guessed."""
    texts: dict[Role, list[str]] = {}
    for heading, role in row.cells.columns:
        if role and heading in guessed and heading in filled:
            texts.setdefault(role, []).append(filled[heading])
    return texts


def _has_other_title(account: Account) -> bool:
    """Whether a remark on a table names another title column already."""
    titles = [f"“{messages.on_one_line(heading)}”" for heading, role in account.columns.values() if role == "title"]
    return not _is_notice(account) and any(
        "--column title=" in remark.text or ("--records" in remark.text and any(map(remark.text.count, titles)))
        for remark in account.remarks
    )


def _has_title_for_award(account: Account) -> bool:
    """Whether a remark advises already that the titles are the awards."""
    titles = {column_option("award", heading) for heading, role in account.columns.values() if role == "title"}
    return any(remark.option in titles for remark in account.remarks)


def _doubts_by_kind(
    account: Account, rows: Sequence[UserRow], said: Sequence[_Said], guessed: Container[str], awards: set[str]
) -> Mapping[tuple[Role, Kind], list[_Doubt]]:
    """The doubtful values by role and by what they look like; they are plain where the row is wrong in another way."""
    is_notice = _is_notice(account)
    years = [text for texts in said for text in texts.get("year", ())]
    may_lack_cells = not is_notice and account.format.format != "json"
    have_years = may_lack_cells and sum(year_number(text) is not None for text in years) >= _MOST * len(years)
    have_who = sum("organization" in texts for texts in said) >= _MOST * len(rows)
    doubts: defaultdict[tuple[Role, Kind], list[_Doubt]] = defaultdict(list)
    for row, texts in zip(rows, said, strict=True):
        found = list(_doubts(row, texts, awards, is_notice=is_notice))
        found += [
            _Doubt("year", "elsewhere", text, row, True)
            for text in texts.get("year", ())
            if have_years and _is_no_year(text)
        ]
        if is_notice:  # whose line has the title in its marks
            found = [doubt for doubt in found if f"《{doubt.text}》" not in text_of(row.cells.values[-1])]
        found += _titles_by_line(row, guessed, is_page=account.format.is_page)
        found += _listed_titles(row, texts) if may_lack_cells else []  # arrays of JSON have a remark of their own
        is_wrong = (have_who and "organization" not in texts) or len({doubt.role for doubt in found}) > 1
        for doubt in found:
            doubts[doubt.role, doubt.kind].append(doubt._replace(is_plain=doubt.is_plain or is_wrong))
    return doubts


def _is_no_year(text: str) -> bool:
    """Whether a text under a heading of years is a name instead, in a list whose rows have years."""
    has_number = any(map(str.isnumeric, text)) or year_number(text) is not None
    return len(text) > 1 and not (has_number or is_nobody(text) or is_award(text) or NO_YEAR.search(text))


def _options_for_column(account: Account, role: Role, kind: Kind, cells: Sequence[FilledCells]) -> str:
    """The options that read a column otherwise of which (nearly) all values look alike; "" where none is known."""
    if role == "title":
        return _options_for_titles(account, kind, cells)
    if (role, kind) == ("organization", "several"):
        return _options_to_swap(account)
    columns = [heading for heading, each in account.columns.values() if each == role]
    is_counted = (role, kind) == ("award", "number") and len(columns) == 1
    return column_option("other", columns[0]) if is_counted else ""


def _options_without(account: Account, cells: Sequence[FilledCells]) -> str:
    """The options that take their role from the columns of makers that name none: all cells are numbers, years or so.

    It is "" where there are none, or where no other column would say what or who won.
    """
    guessed = _guessed(account)
    others = []
    for heading, role in account.columns.values():
        likes = [maker_like(text, is_notice=False) for text in texts_under(heading, cells) if not is_nobody(text)]
        if role == "organization" and heading in guessed and likes:
            others += [heading] if all(like and like[0] in _NO_MAKERS for like in likes) else []
    is_said = any(role in ("title", "organization") and name not in others for name, role in account.columns.values())
    return " ".join(column_option("other", name) for name in others) if is_said else ""


_NO_MAKERS: tuple[Kind, ...] = ("number", "when", "contact")


def _doubts(row: UserRow, said: _Said, awards: set[str], *, is_notice: bool) -> Iterator[_Doubt]:
    """The doubtful values of a row; `awards` are those of the whole list."""
    for text in said.get("title", ())[:1]:
        if title := title_like(text, has_who="organization" in said, is_notice=is_notice):
            is_theirs = text in awards and (not text.isascii() or " " in text)  # Winner may be both
            yield _Doubt("title", title[0], text, row, title[1] or is_theirs)
    for text in said.get("organization", ()):
        who = maker_like(text, is_notice=is_notice)
        is_journal = text[0] == "《" and any(title[0] == "《" for title in said.get("title", ()))
        if who and not is_journal:
            yield _Doubt("organization", who[0], text, row, who[1])
    for text in said.get("award", ()):
        if len(text) > (_LONGEST_AWARD if ASIAN.search(text) else _LONGEST_AWARD_IN_LATIN):
            yield _Doubt("award", "remark", text, row, False)
        elif _COUNTED_AWARDS.fullmatch(text):
            yield _Doubt("award", "number", text, row, True)
    for role in _GROUPS:
        for text in said.get(role, ()):
            if CONTACT.fullmatch(text):
                yield _Doubt(role, "contact", text, row, True)
            elif len(text) <= LONGEST and is_bare_label(text) and not is_plainly_award(text):
                yield _Doubt(role, "heading", text, row, False)


def _titles_by_line(row: UserRow, guessed: Container[str], *, is_page: bool) -> Iterator[_Doubt]:
    """A title of several lines in one script (甲乙<br>丙丁); in two it is a title and its translation."""
    for (heading, role), cell in zip(*row.cells, strict=True):
        if role == "title" and heading in guessed and "\n" in str(cell) and not TWO_TITLES.search(text_of(cell)):
            lines = [line.strip() for line in str(cell).split("\n")]
            scripts = [script_of(line) for line in lines if line[:1].isalnum()]
            if len(set(scripts)) < len(scripts):
                yield _Doubt("title", "several", text_of(cell), row, is_page and "latin" not in scripts)


def _listed_titles(row: UserRow, said: _Said) -> Iterator[_Doubt]:
    """Titles that may be several without marks: 春、夏; plainly so with a path each: ann/rain、bo/snow."""
    for text in said.get("title", ()):
        parts = text.split("、")
        if len(parts) > 1 and all(parts) and not _ONE_TITLE.search(text):
            yield _Doubt("title", "several", text, row, all("/" in part for part in parts))


_ONE_TITLE = chinese_pattern("^[(（]?[0-9一二三四五六七八九十]+、|[的与及和之等《》“”（）()]|研究|分析|应用")
"""What one title has that lists within it, or that is numbered: 听觉、视觉与记忆, 唐、宋研究, 1、春."""
_GROUPS: tuple[Role, ...] = ("category", "award")


def _is_notice(account: Account) -> bool:
    """Whether the rows are those of a notice, not of lines that are a title each."""
    return account.format.format == "lines" and len(account.columns) > 1


def _remark(account: Account, alike: Sequence[_Doubt], total: int, option: str, *, is_part: bool) -> Remark:
    """The remark on values that look alike, with examples; `option` may put it right."""
    role, kind = alike[0].role, alike[0].kind
    file = messages.PLACED(place=account.path, problem="")
    examples = [
        messages.VALUE_AT(text=messages.on_one_line(text)[:LONGEST], place=row.place.removeprefix(file))
        for _, _, text, row, _ in alike[:_EXAMPLES]
    ]
    advice = messages.CORRECT_THERE()
    if option:
        advice = messages.IF_SO(option=option)
    elif role == "title" and kind in ("body", "several") and _is_notice(account):
        advice = messages.MARK_TITLES(marks="《》")
    elif (role, kind) == ("title", "several"):
        advice = messages.PART_TITLES()
    return Remark(
        messages.IMPLAUSIBLE(
            count=len(alike),
            total=total,
            role=messages.ROLES_OF_VALUES[role](),
            part=messages.LOOKED_AT() if is_part else "",
            kind=messages.KINDS_OF_VALUES[kind](),
            examples=messages.listed([*examples, *(["…"] if len(alike) > _EXAMPLES else [])]),
            advice=advice,
        )
    )


def _options_for_titles(account: Account, kind: Kind, cells: Sequence[FilledCells]) -> str:
    """The options that give the title column the role that its cells look like, and another column the titles."""
    meant: Mapping[Kind, Role] = {"body": "organization", "award": "award", "when": "year"}
    if _is_notice(account):
        return column_option("award", "line")
    if kind not in meant:
        return ""
    other = _other_title(account, cells)
    titles = [heading for heading, role in account.columns.values() if role == "title"]
    found = [column_option("title", other)] if other else []
    is_by_key = (KEY, None) in account.columns.values() and are_words(texts_under(KEY, cells))
    if kind == "award":
        titles = [name for name in titles if is_by_key or are_most(is_award_alone, texts_under(name, cells))]
    if kind == "award" or (len(titles) == 1 and (other or kind == "body")):
        found += [column_option(meant[kind], title) for title in titles]
    if kind == "award" and is_by_key and not other:  # the people, who each have awards
        found.append(column_option("organization", KEY))
    if kind == "award" and any(map(may_be_award, titles)):  # the first row is no heading
        return options_by_letter([[name, *(row.get(name, "") for row in cells)] for name in account.columns])
    return " ".join(found)


def _options_to_swap(account: Account) -> str:
    """The options by which makers that are all in 《》 are the titles and the titles are who made these."""
    columns = account.columns.values()
    titles, makers = ([name for name, role in columns if role == wanted] for wanted in ("title", "organization"))
    is_one_of_each = len(titles) == len(makers) == 1 and not _is_notice(account)
    return f"{column_option('title', makers[0])} {column_option('organization', titles[0])}" if is_one_of_each else ""


def _on_columns(account: Account, cells: Sequence[FilledCells]) -> Iterator[Remark]:
    """Remarks on columns without a role that may have titles, awards, years or who won, and on two works in a row."""
    columns = list(account.columns.values())
    roles = {role for _, role in columns}
    titles = [heading for heading, role in columns if role == "title"]
    untitled = [row for row in cells if row.keys().isdisjoint(titles)]
    if titles and len(untitled) > max(1, len(cells) / 2) and (other := _other_title(account, untitled)):
        heading, option = messages.on_one_line(other), column_option("title", other)
        text = messages.TITLES_ELSEWHERE(count=len(untitled), total=len(cells), heading=heading, option=option)
        yield Remark(text, option)
    if not ("award" in roles or account.asked or _is_notice(account)):
        texts_by_name = {name: texts_under(name, cells) for name in account.columns}
        yield from doubtful_awards(texts_by_name, {name for name, role in columns if role is None})
    guessed = _guessed(account)
    for heading, role in columns:
        if role in (None, "award") and heading in guessed:
            lost = not_all_won(heading, [row.get(heading, "") for row in cells])
            yield from [Remark(lost)] if lost else []
    for wanted, headings in _roles_by_looks(account, cells, titles, guessed).items():
        if wanted != "year" or len(headings) == 1:  # neither 入学时间 nor 毕业时间
            texts = texts_under(headings[0], cells)
            example = next(filter(may_be_award, texts if wanted == "award" else ()), texts[0])
            yield remark_on_role(wanted, headings, example)
    yield from _on_two_titles(account, cells, titles)
    if account.format.format not in ("json", "lines"):
        yield from on_makers_alone(columns, cells)
    yield from on_voters(columns, guessed)
    yield from on_givers(columns, cells, guessed)
    yield from on_marks([heading for heading, role in columns if role in SEVERAL], cells)


def _roles_by_looks(
    account: Account, cells: Sequence[FilledCells], titles: Sequence[str], guessed: Container[str]
) -> Mapping[Role, list[str]]:
    """The roles that a list lacks, each with the columns without a role whose values look like it."""
    columns = list(account.columns.values())
    roles = {role for _, role in columns}
    named, awarded = (
        [text for heading, role in columns if role == wanted for text in texts_under(heading, cells)]
        for wanted in ("title", "award")
    )
    has_awards = "award" in roles and (not awarded or None in map(outcome, awarded))  # not only Won, Nominated
    categories = [heading for heading, role in columns if role == "category"]  # which says what the keys do not
    of_categories = [name for name in categories if are_most(is_award_alone, texts_under(name, cells))]
    are_titles_awards = sum(map(is_award_alone, named)) * 3 > len(named)
    who = [heading.partition(".")[0] for heading, role in columns if role == "organization"]
    says_who_won = bool(who) and ("title" not in roles or any(map(is_honoured, who)))
    looks: defaultdict[Role, list[str]] = defaultdict(list)
    year = next((name for name, role in columns if role == "year" and name in account.from_sections), KEY)
    for heading, role in columns:
        texts = texts_under(heading, cells)
        if role is not None or heading not in guessed or not texts:
            continue
        is_of_groups = account.format.format == "json" and not are_titles_awards and _are_keys_of_groups(heading, texts)
        are_awards = are_most(is_plainly_award, texts)
        if says_who_won and not are_awards:
            are_awards = sum(map(may_be_award, texts)) * 3 >= len(texts)
        if not has_awards and (are_awards or is_of_groups):
            looks["award"] += of_categories if is_of_groups and of_categories else [heading]
        elif _names_bodies(heading, texts) or (
            heading == KEY and "organization" not in roles and _may_be_people(cells, titles)
        ):
            looks["organization"].append(heading)
        elif len(texts) > 1 and not heading.isdecimal() and _are_years(heading, texts):
            both = [(row[heading], row[year]) for row in cells if heading in row and year in row]
            if "year" not in roles or are_other_years(both):
                looks["year"].append(heading)
    return looks


def _names_bodies(heading: str, texts: Sequence[str]) -> bool:
    """Whether a column rather names who made the works than these: Production, with Universal Pictures."""
    bodies = (names_body(text) or BODY_IN_ENGLISH.search(text) for text in texts)
    return _OF_WORKS_OR_BODIES.fullmatch(fold(heading)) is not None and sum(map(bool, bodies)) * 2 > len(texts)


_OF_WORKS_OR_BODIES = lazy_pattern("(?:co)?productions?(?:names?)?|.*方")


def _are_years(heading: str, texts: Sequence[str]) -> bool:
    """Whether the values under a heading are all years."""
    when = words_known(WEAK).get(fold(heading.removesuffix(".value")))  # as Wikidata writes it
    is_when = when == "year" or _OF_CONTESTS.search(heading)
    return all(map(YEAR_IN.search if is_when else _YEAR.fullmatch, texts))


_OF_CONTESTS = chinese_pattern("(?i)contest|competition|event|比赛|竞赛|赛事|大赛|活动")
"""In headings whose cells may begin with the year: 2025年某市赛小学组."""


def _are_keys_of_groups(heading: str, texts: Sequence[str]) -> bool:
    """Whether a column is of keys that hold titles: words, no kinds of works, each with several (cannes); or awards.

    Beside one that is an award, the others may be awards too: Director beside Best Picture.
    """
    are_groups = are_words(texts) and 1 < len(set(texts)) * 2 <= len(texts)
    return heading == KEY and (are_groups or any(map(is_plainly_award, texts)))


def _may_be_people(cells: Sequence[FilledCells], titles: Sequence[str]) -> bool:
    """Whether keys may say who has the words that each holds, as rows of these alone show; awards are doubted so."""
    bare = {vocabulary.heading("title", chinese=chinese) for chinese in (True, False)} & {*titles}
    words = [row[title] for row in cells for title in bare if row.keys() == {KEY, title}]
    keys = {*texts_under(KEY, cells)}
    if len(keys) > 1 and all(map(NAME_OF_A_PERSON.fullmatch, keys)):
        return True
    return bool(words) and len(keys) > 1 and are_words(keys) and not are_most(is_award_alone, words)


def not_all_won(heading: str, texts: Sequence[str]) -> str | None:
    """The remark on a column whose cells say that not all of the results won, or None."""
    found = won_and_lost(heading, texts)
    if found is None:
        return None
    asked = messages.quoted(messages.on_one_line(f"{heading}={found[0]}"))
    return messages.NOT_ALL_WON(heading=messages.on_one_line(heading), lost=found[1] or "-", asked=asked)


def _on_two_titles(account: Account, cells: Sequence[FilledCells], titles: Sequence[str]) -> Iterator[Remark]:
    """A remark where the title columns rather have several works than several names of one, which differ in script."""
    surely = [name for name in titles if (found := known(name)) and found.strength >= BY_PARTS]
    both = [[row[name] for name in surely if name in row] for row in cells]
    two = [row for row in both if len({*map(fold, row)}) > 1 and len({*map(script_of, row)}) < len(row)]
    titled = sum(map(bool, both))
    if not account.asked and len(two) * 2 >= titled > 0:
        poorest = min(reversed(surely), key=lambda name: len({row.get(name) for row in cells}))
        names, option = messages.listed(list(map(messages.on_one_line, surely))), column_option("other", poorest)
        text = messages.SEVERAL_WORKS(headings=names, count=len(two), first=two[0][0], second=two[0][1], option=option)
        yield Remark(text)


def _other_title(account: Account, rows: Sequence[FilledCells]) -> str | None:
    """The heading of the column without a role that may have the titles of rows; None where no column may.

    One with the heading of the title column, or with titles in 《》, comes first.
    """
    columns = list(account.columns.values())
    titles = tuple(f"{heading} (" for heading, role in columns if role == "title")
    others = [column for column in columns if column.role != "title" and column.heading != "line"]
    for heading, role in others:
        texts = texts_under(heading, rows)
        if role in (None, "note") and texts and (heading.startswith(titles) or all("《" in text for text in texts)):
            return heading
    others = [column for column in others if column.role or not is_heading(column.heading)]  # 联系人
    others = [column for column in others if not are_most(names_body, texts_under(column.heading, rows))]
    names, roles = [heading for heading, _ in others], [role for _, role in others]
    found = likely_title(names, roles, lambda name: [row.get(name) for row in rows], account.asked)
    return found if found and roles[names.index(found)] is None else None
