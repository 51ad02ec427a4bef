"""Wide tables, with several results in a row: each group of columns that repeats becomes a row of its own."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain
from typing import Literal

from awardcli import messages, vocabulary
from awardcli.collection.user_file import rows_set_aside, section_names
from awardcli.collection.user_file.columns.column_cells import is_yes_or_no
from awardcli.collection.user_file.columns.column_roles import WON, column_option, is_of_givers
from awardcli.collection.user_file.columns.columns_by_letter import column_letter
from awardcli.collection.user_file.columns.heading_row import columns_named, is_filled
from awardcli.collection.user_file.columns.heading_words import (
    CHINESE,
    GENRES,
    SEVERAL,
    is_chinese,
    known_role,
    split,
)
from awardcli.collection.user_file.columns.headings_without_roles import is_numbering
from awardcli.collection.user_file.columns.names_of_people import are_people
from awardcli.collection.user_file.notices.titles_in_line import ItemReader
from awardcli.collection.user_file.rows_set_aside import is_total, names_body
from awardcli.collection.user_file.section_names import (
    awards_or_categories,
    is_award,
    is_competition,
)
from awardcli.collection.user_file.table_lines import Line, LongTable, UnderMerged, are_most, filled_texts, text_of
from awardcli.collection.user_file.tables.cell_items import WINNER, items_of, reader_of, titles_in
from awardcli.collection.user_file.tables.wide_headings import (
    FEWEST_AWARDS,
    NUMERALS,
    PLACED,
    columns_with_captions,
    headings_as_captions,
    with_when,
)
from awardcli.language.awards import BEST, is_of_people
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.model import Role

_Meaning = Role | Literal["number"]
"""What the captions of groups of columns say of the cells below; `number`: 1, 2, 3 say nothing of them."""


class _Groups:
    """The groups of columns that repeat in a wide table, by their captions, the outermost first.

    A group has the places of its columns by their headings; the heading is "" where it is the caption itself.
    `shared` are the columns that belong to every group, `giver` those of who gives the awards of the captions (Golden
    Globes); `meanings` is what the captions say, one for each level.
    """

    def __init__(
        self,
        shared: Mapping[int, str],
        groups: Mapping[tuple[str, ...], Mapping[str, int]],
        meanings: Sequence[_Meaning],
        giver: Mapping[int, str],
    ) -> None:
        self.shared, self.groups, self.meanings, self.giver = shared, groups, meanings, giver

    @cached_property
    def headings(self) -> list[str]:
        """The headings of the groups, each once; "" alone where each group is one column."""
        return list(dict.fromkeys(chain.from_iterable(self.groups.values())))

    @cached_property
    def places(self) -> list[int]:
        """The places of the columns in the groups."""
        return [at for group in self.groups.values() for at in group.values()]

    @cached_property
    def levels(self) -> list[int]:
        """The levels of captions that say something of the cells below."""
        return [at for at, meaning in enumerate(self.meanings) if meaning != "number"]

    @cached_property
    def people(self) -> set[int]:
        """The places of awards to people, whose cells name these and no works: Best Actor."""
        if [*self.meanings] == ["category"] and any(is_competition(caption) for caption, *_ in self.groups):
            return {group[""] for group in self.groups.values() if "" in group}
        if [*self.meanings] != ["award"]:
            return set()
        own = {group[""]: captions[0] for captions, group in self.groups.items() if "" in group}
        people = {at for at, name in own.items() if known_role(name) == "organization" or is_of_people(name)}
        are_placed = bool(people) and all(PLACED.fullmatch(caption) for caption, *_ in self.groups)
        return {*own} if are_placed else people

    @cached_property
    def award_of_rows(self) -> int | None:
        """The place of the award that each row is of, beside captions that only say when; None where there is none."""
        if not {*self.meanings} <= {"year", "edition"}:
            return None
        return next((at for at, name in self.shared.items() if not (at or name) or known_role(name) == "award"), None)

    def is_of_people(self, row: Sequence[object]) -> bool:
        """Whether the cells of a row name people, whose award it is: 最佳导演."""
        at = self.award_of_rows
        return at is not None and at < len(row) and is_of_people(text_of(row[at]))

    def texts_in(self, row: Sequence[object]) -> list[str]:
        """The texts of the filled cells of the groups in a row."""
        return [text for at in self.places if at < len(row) and not _NOTHING.fullmatch(text := text_of(row[at]))]

    @cached_property
    def winner(self) -> str:
        """The heading of who won."""
        return WINNER[self.is_chinese]

    @cached_property
    def is_chinese(self) -> bool:
        return is_chinese([*self.shared.values(), *self.headings, *chain.from_iterable(self.groups)])


_MOST_DEPTH = 3
"""Rows of captions and headings."""
_WON: tuple[Role, ...] = ("title", "award")


def by_group(first: Sequence[Line], rest: Iterator[Line]) -> LongTable | None:
    """A table whose columns repeat for awards, categories, years or numbers, as a long one; None for another.

    The captions are above the headings, or are the headings (金奖, 2021年), or a part of them (作品1, 2021年奖项).
    """
    filled = [filled_texts(cells) for _, cells, _ in first]
    is_whole = (len(texts) > 2 and not any(map(rows_set_aside.is_label, texts)) for texts in filled)
    last = next((at for at, is_so in enumerate(is_whole) if is_so), -1)
    are_totals = list(map(is_total, filled)) if last >= 0 else []
    for depth in range(_MOST_DEPTH, 0, -1):
        for at in range(min(last + 1, len(first) - depth + 1)):
            heading, below = first[at : at + depth], first[at + depth :]
            rows = [cells for (_, cells, _), is_sum in zip(below, are_totals[at + depth :], strict=True) if not is_sum]
            heading = [with_when(heading[0], rows)] if depth == 1 else heading
            giver = _givers(heading[0][1], rows) if depth == 1 else {}
            found = _groups_in([cells for _, cells, problem in heading if problem is None], giver)
            if found is None:
                continue
            names = _long_headings(found, rows)
            if names is not None:
                return _as_long_table(first[:at], heading, found, names, below, rest)
            if depth == 1:  # a further row with such words would be no heading either: cells repeat them
                return None
    return None


def _givers(heading: Sequence[object], rows: Sequence[Sequence[object]]) -> dict[int, str]:
    """The places and headings of who gives the awards that are headings beside these: award, with Golden Globes below.

    Ranks and winners are of the award of each row: 奖项, 金奖, 银奖; 奖项, 获奖作品, 获奖单位. Beside two awards, so is
    a column that says the same of every row, whatever its heading, unless it names works or makers.
    """
    names = list(map(text_of, heading))
    role, places = awards_or_categories(names)
    awards = [names[at] for at in places if role == "award"]
    if len(awards) < 2 or any(PLACED.fullmatch(name) or WON.match(fold(name)) for name in awards):
        return {}
    found: dict[int, str] = {}
    for at, name in enumerate(names):
        if not name or at in places:
            continue
        texts, role_of_it = [text_of(cells[at]) for cells in rows if cells[at:]], known_role(name)
        is_one = len(awards) < FEWEST_AWARDS and len(texts) > 1 and {*texts} == {texts[0]} != {""}
        may_be = role_of_it in (None, "category", "note") or is_of_givers(name, or_hosts=True)
        if (is_one and may_be) or (role_of_it == "award" and not any(map(BEST.match, texts))):
            found[at] = name
    return found


def _groups_in(rows: Sequence[Sequence[object]], giver: Mapping[int, str]) -> _Groups | None:
    """The groups of columns that repeat under these rows of captions and headings; None where none do."""
    columns = columns_with_captions([["" if at in giver else cell for at, cell in enumerate(cells)] for cells in rows])
    groups: dict[tuple[str, ...], dict[str, int]] = {}
    for at, (captions, name) in enumerate(columns):
        if captions and groups.setdefault(captions, {}).setdefault(name, at) != at:
            return None  # a group with the same heading twice
    shared = {at: name for at, (captions, name) in enumerate(columns) if not captions and at not in giver}
    levels = {len(captions) for captions in groups}
    if len(groups) < 2 or len(levels) > 1 or not _are_alike(groups.values()) or (len(rows) > 1 and not shared):
        return None
    meanings = [_meaning_of(list(dict.fromkeys(level))) for level in zip(*groups, strict=True)]
    known_ones = [each for each in meanings if each is not None]
    return _Groups(shared, groups, known_ones, giver) if len(known_ones) == len(meanings) else None


def _are_alike(groups: Collection[Mapping[str, int]]) -> bool:
    """Whether groups have the same headings in the same order, or known ones of the same roles in any order."""
    roles = {tuple(sorted(known_role(name) or "" for name in group)) for group in groups}
    return len({*map(tuple, groups)}) == 1 or (len(roles) == 1 and "" not in next(iter(roles)))


def _meaning_of(captions: Sequence[str]) -> _Meaning | None:
    """What captions beside one another say of the works below; None where they may be parts of one work."""
    if [*captions] == [*map(str, range(1, len(captions) + 1))] or (
        captions[1:] and NUMERALS.startswith("".join(captions))
    ):
        return "number"
    role, places = headings_as_captions(captions)
    if role and len(captions) == len(places):
        return role
    said: list[set[Role]] = [{"award"} if is_award(text) else {*section_names.caption(text)} for text in captions]
    is_one = len(said) > 1 and len(said[0]) == 1 and said[0] != {"category"}
    return next(iter(said[0])) if is_one and all(each == said[0] for each in said) else None


def _long_headings(found: _Groups, rows: Sequence[Sequence[object]]) -> Mapping[str, str] | None:
    """The heading in the long table of each heading of a group; None unless each group is a result.

    It is a work, a winner with its details, or an award of the work that the shared columns name.
    """
    shared = {known_role(name) for name in found.shared.values() if fold(name) not in split(GENRES)} - {None}
    roles = {known_role(name) for name in found.headings} - {None}
    if {*found.meanings} & (shared | roles) or shared & roles - {"organization"}:
        return None
    chinese = found.is_chinese
    if found.headings == [""]:
        role = _role_of_cells(found, shared, rows)
        return {"": vocabulary.heading(role, chinese=chinese)} if role else None
    are_works = columns_named(found.headings, {})[1] > 0
    if "number" in found.meanings:
        may_be_names = len(found.headings) == 1 and _ONLY_A_NAME.search(found.headings[0])
        are_works = "title" in roles and not may_be_names
    if not (are_works and "title" not in shared) and not ("award" in roles and not shared.isdisjoint(SEVERAL)):
        return None
    own_heading = found.winner if found.people else vocabulary.heading("title", chinese=chinese)
    return {name: name or own_heading for name in found.headings}


def _role_of_cells(found: _Groups, shared: Set[Role | None], rows: Sequence[Sequence[object]]) -> Role | None:
    """What the cells under the captions of single columns are, titles or awards; None where they may be neither."""
    filled = [text for row in rows for text in found.texts_in(row)]
    has_name = not shared.isdisjoint(SEVERAL)
    if filled and has_name and "award" not in found.meanings and all(map(is_award, filled)):
        return "award"
    if "title" in shared:
        return None
    if shared <= {"award", "category"} and not {"year", "edition"}.isdisjoint(found.meanings):
        are_titles = not are_most(str.isdecimal, filled)
    else:
        are_different = len(set(filled)) == len(filled) > 1 and all(map(CHINESE.search, filled))
        are_titles = are_different or are_most(_may_be_title, filled)
    return "title" if are_titles else None


def _as_long_table(
    above: Sequence[Line],
    heading: Sequence[Line],
    found: _Groups,
    names: Mapping[str, str],
    below: Sequence[Line],
    rest: Iterator[Line],
) -> LongTable:
    """The long table of these groups."""
    chinese = found.is_chinese
    shared = list(found.shared.values())
    if shared and not shared[0] and {*found.meanings} == {"year"}:
        shared[0] = vocabulary.heading("award", chinese=chinese)
    added = [vocabulary.heading(found.meanings[at], chinese=chinese) for at in found.levels]
    reader = None
    if list(map(known_role, names.values())) == ["title"] and found.headings == [""]:
        reader = reader_of([cell for _, cells, problem in below if problem is None for cell in _cells_of(cells, found)])
    own = [text for _, cells, _ in below if found.is_of_people(cells) for text in found.texts_in(cells)]
    has_people = bool(found.people) or are_most(lambda text: are_people([text], enough=1) or names_body(text), own)
    who = [found.winner] if found.headings == [""] and (has_people or reader) else []
    head = [*shared, *added, *names.values(), *who, *(["line"] if reader else []), *found.giver.values()]
    repeated = [{*filled_texts(cells)} for _, cells, _ in heading]
    rows = _row_by_group(chain(below, rest), found, head, repeated, reader)
    made = [*added, *(names.values() if found.headings == [""] else ())]
    return LongTable(above, (heading[-1][0], head, None), rows, _remark(found, names, heading[-1][1]), made)


def _row_by_group(
    lines: Iterator[Line],
    found: _Groups,
    heading: Sequence[str],
    repeated: Container[set[str]],
    reader: ItemReader | None,
) -> Iterator[Line]:
    """The cells of each group that has any, in a row of its own.

    Rows without any of these cells, which may be sections, and totals are given as they are; a row with the texts of
    one of the headings, which are `repeated`, as the heading.
    """
    width = 1 + max(*found.shared, *found.places, *found.giver, 0)
    work_above: list[object] = []
    for number, cells, problem in filter(is_filled, lines):
        filled = filled_texts(cells)
        if problem is None and any(map(text_of, cells[width:])):
            problem = messages.RAGGED(wanted=width, found=len(cells))
        if problem is not None or is_total(filled) or rows_set_aside.is_signature(filled):
            yield number, cells, problem
        elif {*filled} in repeated:
            yield number, heading, None
        else:
            row = [*cells, *[""] * (width - len(cells))]
            shared = [row[at] for at in found.shared]
            work = [row[at] for at, name in found.shared.items() if not is_numbering(name)]
            if work == work_above and isinstance(cells, UnderMerged):
                row = _without_merged(row, cells.places, found)
            work_above = work
            is_of_people = found.is_of_people(row) and found.winner in heading
            parts: list[list[object]] = list(_results_in(row, found, reader, is_of_people=is_of_people))
            if not parts and len(cells) == 1:
                yield number, cells, problem
            for part in parts or ([[]] if len(cells) > 1 else []):
                blank = [""] * (len(heading) - len(shared) - len(part) - len(found.giver))
                yield number, [*shared, *part, *blank, *(row[at] for at in found.giver)], None


def _without_merged(row: list[object], places: Sequence[int], found: _Groups) -> list[object]:
    """A row without the groups that are the merged cells above in it: one that is merged over two winners won once."""
    groups = [group.values() for group in found.groups.values()]
    merged = {at for group in groups if all(at in places or not text_of(row[at]) for at in group) for at in group}
    return ["" if at in merged else cell for at, cell in enumerate(row)]


def _cells_of(row: Sequence[object], found: _Groups) -> Iterator[tuple[object, str]]:
    """The filled cells of the groups of a row, each with the award that a caption or a cell beside names."""
    for captions, group in found.groups.items():
        cell = row[group[""]] if group[""] < len(row) else ""
        if not _NOTHING.fullmatch(text_of(cell)):
            yield cell, _award_of(captions, row, found)


def _award_of(captions: Sequence[str], row: Sequence[object], found: _Groups) -> str:
    beside = [text_of(row[at]) for at in found.shared if at < len(row)]
    return next(filter(is_award, [*captions, *beside]), "")


def _results_in(
    row: Sequence[object], found: _Groups, reader: ItemReader | None, *, is_of_people: bool
) -> Iterator[list[object]]:
    """The captions of each group that has cells in a row, and these.

    The cell of a group of one column may have several titles, each on a line of its own or in its marks; in a column
    or row of people it is behind that of the title, unless it is a title in its marks. A `reader` parts it into title,
    maker and its line.
    """
    for captions, group in found.groups.items():
        part = [row[group[name]] if name in group else "" for name in found.headings]
        if all(type(cell) is not dict and _NOTHING.fullmatch(text_of(cell)) for cell in part):
            continue
        parts = [part]
        if reader:
            items = items_of(reader, part[0], _award_of(captions, row, found))
            parts = [[item.title, item.who, line] for line, item in items]
        elif found.headings == [""]:
            is_person = (is_of_people or group[""] in found.people) and not text_of(part[0]).startswith("《")
            parts = [["", *part]] if is_person else [[title] for title in titles_in(part[0])]
        yield from ([*(captions[at] for at in found.levels), *each] for each in parts)


def _remark(found: _Groups, names: Mapping[str, str], heading: Sequence[object]) -> str:
    """How a wide table is read, and the option that reads each row as one result."""
    captions, group = next(iter(found.groups.items()))
    won = next(((role, at) for name, at in group.items() if (role := known_role(names[name])) in _WON), None)
    option = ""
    if won:
        role, at = won
        name = text_of(heading[at]) if at < len(heading) else ""
        option = column_option("organization" if {*found.places} == found.people else role, name or column_letter(at))
    if "number" in found.meanings:
        return messages.NUMBERED(option=option)
    if [*names] != [""] or len(captions) > 1:
        return messages.SIDE_BY_SIDE_CAPTIONED(count=len(found.groups))
    said = {"award": messages.CROSSED_AWARDS, "category": messages.CROSSED_CATEGORIES}
    return said.get(found.meanings[0], messages.CROSSED)(option=option)


_ONLY_A_NAME = chinese_pattern("(?i)(?:片名|题名|标题|title|name)$")
"""The end of headings of which several may be names of one work: 片名1, 片名2."""
_NOTHING = lazy_pattern("(?i)[-—–－/]*|n/?a|none|null")
"""Cells that say that there was none."""


def _may_be_title(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 1 and not is_yes_or_no(text)
