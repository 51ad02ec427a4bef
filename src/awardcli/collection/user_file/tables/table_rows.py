"""The rows of a table: find its heading, and put each cell of the rows below under its column."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate, chain, groupby, pairwise, zip_longest
from operator import itemgetter
from typing import NamedTuple, TypeVar, cast

from awardcli import messages, vocabulary
from awardcli.collection.user_file import rows_set_aside, section_names
from awardcli.collection.user_file.columns.column_roles import NO_ROLES, Asked, Remark, asked_role, is_same, roles_of
from awardcli.collection.user_file.columns.columns_by_letter import column_letter, column_options, roles_by_letter
from awardcli.collection.user_file.columns.heading_row import (
    HEADING_WITHIN,
    Heading,
    columns_named,
    distinct_names,
    find_heading,
    is_content,
    is_filled,
    repeated_block,
)
from awardcli.collection.user_file.columns.heading_words import SEVERAL, WEAK, Known, is_chinese, known, known_role
from awardcli.collection.user_file.columns.roles_by_cells import without_unfit
from awardcli.collection.user_file.reading_report import Account, UnknownColumnsError, UserRow, some_of
from awardcli.collection.user_file.section_names import NO_SECTION, SECTION_ROLES
from awardcli.collection.user_file.table_lines import Line, as_written, filled_texts, text_of, texts_by_row
from awardcli.collection.user_file.tables import table_layouts
from awardcli.collection.user_file.tables.further_tables import (
    NO_LINE,
    FurtherTable,
    are_captions_alone,
    is_alone,
    is_caption,
)
from awardcli.collection.user_file.tables.laureates import heading_of_awards
from awardcli.collection.user_file.tables.sections import WORKBOOKS, Row, Sections, fitted
from awardcli.collection.user_file.tables.shifted_rows import with_makers
from awardcli.collection.user_file.text_file import refused
from awardcli.errors import InvalidDataError
from awardcli.language.awards import is_of_bodies
from awardcli.language.fold import fold
from awardcli.model import Cell, Cells, Column, Role

LOOKED_AT = 500
"""Rows that are read before the first is yielded, by which the role of each column is decided."""
_MOST_LOOKED_AT = 4_000_000
"""A bound on the cells and characters of these rows, so that wide or long ones do not fill the memory."""
_LONGEST_PREFACE = 100
"""Rows more that are looked at for a heading where the first ones have a single cell each."""


class Origin(NamedTuple):
    """Where the rows of a table come from: the place in messages (the file if empty), the sheet, and what is around it.

    `within` are the headings of a page around that of a table, which is its `sheet`. Where `is_last` is false, further
    sheets or tables may follow, which may have the headings that options name. `asked` are roles that it has beside
    other tables.
    """

    source: str = ""
    sheet: str = ""
    within: Sequence[str] = ()
    is_last: bool = True
    asked: Asked = NO_ROLES


_FILE = Origin()


class _Parts(NamedTuple):
    """A table as it comes: the rows above its heading, the heading, the first rows below that, and the rest."""

    above: list[Line]
    heading: Heading
    below: list[Line]
    rest: Iterator[Line]


def table_rows(
    account: Account, lines: Iterator[Line], origin: Origin = _FILE, captions: Sequence[Line] = ()
) -> Iterator[UserRow]:
    """The rows of a table under its heading, which is found here; raises InvalidDataError where there is none.

    A table below another one begins with its heading; `captions` are the rows directly above that.
    """
    above, heading, below, rest = parts = _parts_of(account, lines)
    if account.format.heading_line is None:
        account.format = account.format._replace(heading_line=heading.line or None)
    if below and (rows_set_aside.is_translated(heading.cells, below[0][1]) or rows_set_aside.is_units(below[0][1])):
        account.put_aside(below[0][0], filled_texts(below[0][1]), "heading")
        del below[0]
    every = lines = chain(below, rest)
    preface = len(above) - heading.upper
    further = FurtherTable(account, heading)
    if (width := repeated_block(heading.cells)) is not None:
        heading, lines = heading._replace(cells=heading.cells[:width]), _side_by_side(account, parts, width, every)
    elif heading.line:  # not letters, which name the columns of all rows
        lines = further.rows_above(every)
    sample = _first_of(lines, LOOKED_AT)
    names = distinct_names([cell or column_letter(at) for at, cell in enumerate(heading.cells)])
    account.require(names, is_last=origin.is_last and not further.heading)
    table = _Table(account, heading, names, origin, sample)
    repeated = (line for line, (_, cells, _) in pairwise(sample) if rows_set_aside.is_repeated(cells, heading.cells))
    others = [*captions, *filter(is_caption, repeated), *further.captions]
    own = _captions(table, above, others, sample)
    for caption in (above_it := [*own, *captions]):
        table.begin_under(caption, is_nearest=caption is above_it[-1])
    _put_aside_above(account, above[:preface], heading.cells, {line for line, _, _ in own})
    return chain(table.rows(chain(sample, lines)), _further_rows(account, further, every, origin))


def _further_rows(account: Account, further: FurtherTable, lines: Iterator[Line], origin: Origin) -> Iterator[UserRow]:
    """The rows of a further table below, whose heading is found by reading the table above it."""
    if further.heading:
        line, cells, _ = further.heading
        rows = table_rows(account, chain([further.heading], further.ahead, lines), origin, further.captions)
        account.put_aside(line, filled_texts(cells), "heading")
        yield from rows


def _parts_of(account: Account, lines: Iterator[Line]) -> _Parts:
    """The heading of a table and the rows around it; of a table of another layout rearranged.

    Where the options name columns by letter, the letters are the heading. Where none is known, it is the first row.
    """
    account.made = ()
    asked, filled = account.asked, filter(is_filled, lines)  # of a million rows only the first are asked
    first = _first_of(filled, HEADING_WITHIN)
    if len(first) == HEADING_WITHIN and all(len(filled_texts(cells)) == 1 for _, cells, _ in first):
        first += _first_of(filled, _LONGEST_PREFACE)
    if not first:
        raise InvalidDataError(messages.NO_HEADING(path=account.path))
    for line, cells, _ in first:
        account.require_width(len(cells), line)
    if by_letter(asked) and (letters := _letters_as_heading(first, asked)):
        return _Parts([], letters, first, lines)
    has_colons = account.format.delimiter == table_layouts.COLON
    if not has_colons and (has_colons := table_layouts.is_labelled_in_cells(first, asked)):
        account.format = account.format._replace(delimiter=account.format.delimiter and table_layouts.COLON)
        first, lines = list(map(table_layouts.parted_at_colon, first)), map(table_layouts.parted_at_colon, lines)
    is_named = any(asked_role(text, asked) is not None for _, cells, _ in first for text in filled_texts(cells))
    heading = find_heading(first, asked if is_named else {})
    if found := table_layouts.rearranged(first, lines, heading, asked, has_colons=has_colons):
        account.remarks += [Remark(found.remark)] if found.remark else []
        account.made = found.made
        account.require(list(found.asked), is_last=False)
        line, cells, _ = found.heading
        return _Parts([*found.above], Heading(line, tuple(map(as_written, cells)), 1), [], found.rows)
    heading = heading or heading_of_awards(first, asked) or _first_as_heading(account, first)
    return _Parts(first[: heading.rows - 1], heading, first[heading.rows :], lines)


def _letters_as_heading(first: Sequence[Line], asked: Asked) -> Heading | None:
    """The letters of the columns as the heading; None where options name a heading of the file, or no such column.

    A column without a heading beside others is called by its letter, too.
    """
    usual = find_heading(first, {})
    above = usual.cells if usual else first[0][1]
    blank = {column_letter(at) for at, cell in enumerate(above) if not text_of(cell)}
    widths = Counter(len(cells) for _, cells, _ in first if cells)
    letters = tuple(map(column_letter, range(max(widths, key=widths.__getitem__, default=0))))
    is_named = any(cell in asked for cell in above)
    is_beyond = usual is not None and not asked.keys() <= {*letters}  # the message names the headings that there are
    is_other = is_named or is_beyond or asked.keys() <= blank
    return None if is_other or not letters else Heading(0, letters, 1)


def _first_as_heading(account: Account, first: Sequence[Line]) -> Heading:
    """The first row as the heading; raises InvalidDataError where it cannot be read, or is surely a result."""
    line, cells, problem = first[0]
    if problem is not None:
        raise refused(problem, messages.AT_LINE(path=account.path, line=line))
    heading = Heading(line, tuple(map(as_written, cells)), 1)
    if not account.asked and columns_named(cells, {})[0] and is_content(texts := texts_by_row(first), 0):
        columns = list(zip_longest(*texts, fillvalue=""))
        likely = roles_by_letter(columns)
        hint = messages.NO_HEADING_ROW(options=column_options(likely))
        found = some_of(heading.cells)
        raise UnknownColumnsError(
            messages.NO_COLUMNS(path=account.path, found=found), account.reading(), [hint], likely
        )
    return heading


def by_letter(asked: Asked) -> bool:
    """Whether the options name columns by their letters only, as those of a list without a heading are named."""
    return bool(asked) and all(re.fullmatch("[A-Z]{1,2}", name) for name in asked)


def _captions(table: "_Table", above: Sequence[Line], others: Sequence[Line], below: Iterable[Line]) -> list[Line]:
    """The rows directly above a heading that caption the rows below it, the highest first.

    They are looked for upwards, up to the first row that is none. A row of one filled cell is one where it is a section
    that no column gives, or where further tables have captions (`others`); the name of the list is one only where one
    of these is such a name. A name with nothing but a year or an edition (2021年获奖名单) is one if a row alone in
    `below` gives another (2022年).
    """
    alone = [text_of(line[1][0]) for line in below if is_alone(line)]
    further = {role for text in alone if section_names.says_when(text) for role in section_names.caption(text)}
    may_name = any(rows_set_aside.names_list(text_of(cells[0])) for _, cells, _ in others)
    found: list[Line] = []
    for line in reversed(above):
        filled = filled_texts(line[1])
        may_be = bool(others) and bool(filled) and (may_name or not rows_set_aside.names_list(filled[0]))
        if len(filled) != 1 or not (may_be or table.may_be_under(filled[0], further)):
            break
        found.insert(0, (line[0], filled, None))
    return found


def _put_aside_above(account: Account, above: Sequence[Line], heading: Sequence[str], captions: Set[int]) -> None:
    """Set the rows above a heading aside that may be entries: neither captions nor about the whole list.

    A first row alone is the name of the list.
    """
    for line, cells, _ in above[bool(above) and rows_set_aside.may_name_list(above[0][1]) :]:
        filled = list(dict.fromkeys(filled_texts(cells)))
        is_of_heading = rows_set_aside.is_rule(cells) or {*heading}.issuperset(filled)
        if line not in captions and not is_of_heading and not rows_set_aside.is_preface(filled):
            account.put_aside(line, filled, "signature")


def _side_by_side(account: Account, parts: _Parts, width: int, lines: Iterator[Line]) -> Iterator[Line]:
    """The rows of tables side by side as those of one; captions are taken from the rows above."""
    count, above = -(-len(parts.heading.cells) // width), parts.above
    if above and (captions := table_layouts.captions_of(above[-1], width, count)):
        del above[-1]
        account.remarks.append(Remark(messages.SIDE_BY_SIDE_CAPTIONED(count=count)))
        return table_layouts.by_table(lines, width, count, captions)
    if table_layouts.numbered_down(parts.below, width):
        account.remarks.append(Remark(messages.SIDE_BY_SIDE_DOWN(count=count)))
        return table_layouts.by_table(lines, width, count)
    account.remarks.append(Remark(messages.SIDE_BY_SIDE(count=count)))
    return (part for line in lines for part in table_layouts.side_by_side(line, width))


class _Table:
    """The rows of a table under its heading: which are results, and which cell of them is in which column.

    The name of its sheet is the year, the edition or the category of its rows where no column is. `sample` are its
    first rows.
    """

    def __init__(
        self, account: Account, heading: Heading, names: Sequence[str], origin: Origin, sample: Sequence[Line]
    ) -> None:
        self._account = account
        self._already = len(account.set_aside)
        self._heading = tuple(map(text_of, heading.cells))
        self._width = len(heading.cells)
        self._source = origin.source or str(account.path)
        self._in_workbook = account.format.format in WORKBOOKS
        self._asked = {**_named_bodies(names, origin.sheet), **origin.asked, **account.asked}
        whole = [fitted(cells, self._width) for _, cells, problem in sample if not problem and any(cells[1:])]
        cells_of = dict(zip(names, cast(Iterable[Sequence[Cell]], zip(*whole, strict=True)), strict=False))
        roles = roles_of(names, without_unfit(cells_of, cells_of.__getitem__, self._asked))
        self._sections = Sections(account, self._heading, roles, sample, origin.sheet, origin.within)
        said = {role for name, role in zip(names, roles, strict=True) if all(map(text_of, cells_of.get(name, ())))}
        self._sections.said_by_columns = said
        chinese = is_chinese(account.columns or names)
        by_heading = {vocabulary.heading(role, chinese=chinese): role for role in SECTION_ROLES}
        # a fixed key, or 类别 beside 類別, would mean the column of that role instead
        own = {*roles, *map(fold, names)} - {*names}
        own |= {name for name, role in by_heading.items() if account.columns.get(name, (name, role))[1] != role}
        of_sections = [f"{name} (2)" if name in own else name for name in by_heading]
        self._names = distinct_names([*names, *of_sections])
        """The columns of the table, and one for each role that a section or sheet may have."""
        self._roles: dict[str, Role] = dict(zip(self._names[len(names) :], SECTION_ROLES, strict=True))
        self._hidden = [at for at in range(len(self._names)) if at >= self._width or not heading.cells[at]]
        """The columns of `_names` that are not in the list: those without a heading, until a cell of them is filled."""
        self._places = [at for at in range(self._width) if at not in self._hidden]
        """The columns that are."""
        self._columns: tuple[Column, ...] = ()
        self._above: dict[int, object] = {
            at: "" for at, name in enumerate(names) if any(is_same(name, asked) for asked in account.fill_down)
        }
        """The last cell of each column that is filled down."""
        for at in [at for at in self._above if names[at] in account.made]:
            del self._above[at]
            account.remarks.append(Remark(messages.NOT_FILLED_DOWN(heading=messages.on_one_line(names[at]))))
        self._are_captions_alone = self._width == 2 and are_captions_alone(sample, heading.cells)
        self._begins_again = False
        """Whether a further table with the same heading has begun, below a blank row."""

    def rows(self, lines: Iterable[Line]) -> Iterator[UserRow]:
        """The rows that are results, or cannot be read; the columns are settled when this returns."""
        may_be_merged = self._account.format.delimiter is None  # no table of text merges cells
        results = self._results(with_makers(self._account, self._sections.roles, lines) if may_be_merged else lines)
        results = self._filled_down(results) if self._above else results
        sample = _first_of(results, LOOKED_AT)
        whole: list[list[object]] = [[*cells, *added] for _, cells, problem, added in sample if problem is None]
        for cells in whole:
            self._show(cells)
        if apart := self._behind_a_gap():
            headings = messages.listed([messages.on_one_line(self._names[at]) for at in apart])
            self._account.remarks.append(Remark(messages.BEHIND_A_GAP(headings=headings)))
        self._remark_on_unnamed()
        cells_of = {self._names[at]: [cast(Cell, cells[at]) for cells in whole] for at in self._places}
        added = {name: self._roles[name] for name in cells_of if name in self._roles}
        said = [name for name, role in added.items() if self._says(role, cells_of, cells_of[name])]
        added = {name: role for name, role in added.items() if name not in said}
        asked = {**self._asked, **dict.fromkeys(said)}
        self._columns = self._account.settle(
            list(cells_of), cells_of.__getitem__, asked, added, all_fit=len(whole) == len(sample)
        )
        self._part_from_captions()
        return self._placed(chain(sample, results))

    def _part_from_captions(self) -> None:
        """Exchange the headings of a column of its own and of captions, where those of another table had the former."""
        account, names = self._account, self._names
        for at, (heading, role) in zip(self._places, self._columns, strict=True):
            given = account.columns[heading].role
            if role and role != given and heading in account.from_sections and at < self._width:
                captions = next(place for place, name in enumerate(names) if self._roles.get(name) == given)
                self._roles[heading] = self._roles.pop(names[captions])
                names[at], names[captions] = names[captions], heading
        roles = [role for _, role in self._columns]
        self._columns = account.add(Column(names[at], role) for at, role in zip(self._places, roles, strict=True))

    def _says(self, role: Role, cells_of: Mapping[str, Sequence[Cell]], sections: Sequence[Cell]) -> bool:
        """Whether a column of the table has the role in each row for which a section says it too."""
        own = next((name for name, each in zip(self._names, self._sections.roles, strict=False) if each == role), None)
        if own is None or own not in cells_of:
            return False
        return all(text_of(cell) or not text_of(said) for cell, said in zip(cells_of[own], sections, strict=True))

    def _behind_a_gap(self) -> list[int]:
        """The columns behind the first blank one, where they may be another table: two at least on each side."""
        shown = [at for at in self._places if at < self._width]
        gap = next((at for at, following in pairwise(shown) if following > at + 1), self._width)
        apart = [at for at in shown if at > gap]
        return apart if len(apart) > 1 and len(shown) - len(apart) > 1 else []

    def _remark_on_unnamed(self) -> None:
        """Remark on several columns without a heading behind that of titles or winners: they may have more of them."""
        shown = [at for at in self._places if at < self._width]
        headings = list(accumulate(map(bool, self._heading)))
        groups = [list(group) for _, group in groupby(shown, headings.__getitem__)]
        for first, *further in groups:
            if len(further) > 1 and self._heading[first] and known_role(self._heading[first]) in SEVERAL:
                columns = some_of([self._names[at] for at in further])
                text = messages.UNNAMED_BESIDE(columns=columns, heading=self._heading[first])
                self._account.remarks.append(Remark(text))

    def begin_under(self, caption: Line, *, is_nearest: bool = True) -> None:
        """Begin the rows of a table by its caption."""
        self._sections.begin_table(caption[0], text_of(caption[1][0]), is_nearest=is_nearest)

    def may_be_under(self, text: str, further: Set[Role]) -> bool:
        """Whether a text above the heading is a section of the rows below it, since no column has its role."""
        if self._width == 1 or not section_names.is_section(text) or rows_set_aside.is_date(text):
            return False
        said = section_names.caption(text).keys()
        is_name = rows_set_aside.names_list(text) and section_names.says_when(text) and not said & further
        return not is_name and not said & {*self._sections.roles}

    def _results(self, lines: Iterable[Line]) -> Iterator[Row]:
        """The rows that are not set aside, each as wide as the heading."""
        width, heading, sections = self._width, self._heading, self._sections
        begins = "", fold(heading[0])[:1]  # a cheap check that most rows fail
        above = 0
        for row, following in pairwise(chain(lines, [NO_LINE])):
            line, cells, problem = row
            if problem is None:
                first = cells[0] if cells else ""
                text = first if type(first) is str and first.strip() else next(filter(None, map(text_of, cells)), "")
                if not text:
                    if self._in_workbook and any(type(cell) is dict for cell in cells):
                        yield line, fitted(cells, width), None, sections.section
                    continue
                is_sparse = width > 1 and (text is not first or len(cells) < 2 or not cells[1])
                is_below_gap, above = line > above + 1, line
                if is_sparse and self._is_caption(row, following, is_below_gap=is_below_gap):
                    self.begin_under(row)
                    continue
                may_be_aside = (
                    is_sparse
                    or sections.in_notes
                    or (not text.isdecimal() and rows_set_aside.may_be_aside(text))
                    or (fold(text[0]) in begins and rows_set_aside.is_same_heading(text, heading[0]))
                )
                if may_be_aside and sections.take(line, cells, is_first=text is first):
                    self._begins_again |= is_below_gap and rows_set_aside.is_repeated(cells, heading)
                    continue
                if len(cells) > width and any(map(text_of, cells[width:])):
                    problem = messages.RAGGED(wanted=width, found=len(cells))
                elif len(cells) != width:
                    cells = fitted(cells, width)
                for at, name in sections.of_sheet.items():
                    if not text_of(cells[at]):
                        cells = [*cells[:at], name, *cells[at + 1 :]]
            if sections.is_open:
                yield from sections.close()
            sections.has_results = True
            yield line, cells, problem, sections.section
        yield from sections.finish()

    def _is_caption(self, line: Line, following: Line, *, is_below_gap: bool) -> bool:
        """Whether a row alone is the caption of those below, since the heading is repeated under it: 静安区.

        In a table of two columns it is one below a gap, or where its words or others say so; else it may be the last
        title of a page.
        """
        if type(line[1][0]) is table_layouts.CaptionCell:
            return True
        if not (is_caption(line) and rows_set_aside.is_repeated(following[1], self._heading)):
            return False
        text = text_of(line[1][0])
        are_captioned = self._width > 2 or is_below_gap or self._are_captions_alone
        return are_captioned or section_names.names_group(text)

    def _show(self, cells: Sequence[object]) -> bool:
        """Add the columns without a heading that have a filled cell here; gives whether there are any."""
        new = [at for at in self._hidden if text_of(cells[at])]
        if new:
            self._hidden = [at for at in self._hidden if at not in new]
            self._places = sorted([*self._places, *new])
        return bool(new)

    def _hides(self) -> bool:
        """Whether a column of the table is left out, or one for a section was added."""
        return self._places != list(range(self._width))

    def _placed(self, rows: Iterable[Row]) -> Iterator[UserRow]:
        """The rows with each cell under its column."""
        account, source = self._account, self._source
        number, hides = account.rows, self._hides()
        for line, cells, problem, added in rows:
            number += 1
            if problem is None and self._in_workbook and any(type(cell) is dict for cell in cells):
                cells, problem = self._without_value(cells)
            if problem is not None:
                yield account.refused_row(number, source, line, list(cells), problem)
                continue
            if added is not NO_SECTION or hides:
                cells = [*cells, *added]
                if self._show(cells):
                    names = [self._names[at] for at in self._places]
                    account.add(Column(name, self._roles[name]) for name in names if name in self._roles)
                    self._columns, hides = account.columns_of(names), self._hides()
                cells = [cells[at] for at in self._places]
            yield UserRow(number, source, line, Cells(self._columns, tuple(cells)))  # type: ignore[arg-type]
        account.rows = number
        aside = sorted(dict.fromkeys(account.set_aside[self._already :]), key=itemgetter(0))
        account.set_aside[self._already :] = [
            rows[0]._replace(text=" ".join(row.text for row in rows))
            for rows in (list(rows) for _, rows in groupby(aside, itemgetter(0, 2)))
        ]

    def _without_value(self, cells: Sequence[object]) -> tuple[Sequence[object], str | None]:
        """The cells with errors emptied; a problem where the title or all that names the row is one."""
        roles = {column.heading: column.role for column in self._columns}
        by_role = [(roles.get(name), cell) for name, cell in zip(self._names, cells, strict=False)]
        missing = [(role, cell["place"]) for role, cell in by_role if type(cell) is dict]
        has_title = any(role == "title" and text_of(cell) for role, cell in by_role)
        naming = {"title"} if has_title else SEVERAL
        if place := next((place for role, place in missing if role in naming), None):
            return ["" if type(cell) is dict else cell for cell in cells], messages.NO_VALUE(cell=place)
        self._account.without_value += len(missing)
        return [None if type(cell) is dict else cell for cell in cells], None

    def _filled_down(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows with the value above in each blank cell of the columns filled down; one of these alone is aside."""
        for line, cells, problem, section in rows:
            if self._begins_again:
                self._above, self._begins_again = dict.fromkeys(self._above, ""), False
            if problem is None:
                filled = [at for at, cell in enumerate(cells) if text_of(cell) or type(cell) is dict]
                self._above.update({at: cells[at] for at in self._above if at in filled})
                if filled and len(self._above) < len(cells) and self._above.keys() >= {*filled}:
                    self._account.put_aside(line, [text_of(cells[at]) for at in filled], "section")
                    continue
                cells = [cell if at in filled else self._above.get(at, cell) for at, cell in enumerate(cells)]
            yield line, cells, problem, section


def _named_bodies(names: Sequence[str], sheet: str) -> Asked:
    """The role of a column such as 名称 in a sheet that is named by an award for bodies: 组织奖."""
    if not is_of_bodies(section_names.caption(sheet).get("award", "")):
        return {}
    return {name: "organization" for name in names if known(name) == Known("title", WEAK)}


T = TypeVar("T", Line, Row)


def _first_of(rows: Iterator[T], most: int) -> list[T]:
    """The first rows, at most that many, fewer where they are very wide or long."""
    first: list[T] = []
    size = 0
    for row in rows:
        first.append(row)
        size += len(row[1]) + sum(map(len, map(str, row[1])))
        if len(first) == most or size > _MOST_LOOKED_AT:
            break
    return first
