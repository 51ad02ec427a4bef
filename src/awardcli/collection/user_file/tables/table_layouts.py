"""Tables of other layouts: wide, side by side, with headings in a column, or a line for each cell."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise, zip_longest

from awardcli import messages
from awardcli.collection.user_file import rows_set_aside, section_names
from awardcli.collection.user_file.columns.column_roles import NOMINATED, Asked, is_honoured
from awardcli.collection.user_file.columns.heading_row import (
    HEADING_WITHIN,
    NAMES_TITLES,
    Heading,
    columns_named,
    has_awards_of,
    is_filled,
)
from awardcli.collection.user_file.columns.heading_words import NUMBERING, SEVERAL, known, known_role, sure_role
from awardcli.collection.user_file.columns.headings_without_roles import has_no_role, is_numbering
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.table_lines import Line, LongTable, filled_texts, text_of, texts_by_row
from awardcli.collection.user_file.tables.award_in_heading import with_award_in_heading
from awardcli.collection.user_file.tables.cell_items import by_line, by_outcome
from awardcli.collection.user_file.tables.ticks import by_tick
from awardcli.collection.user_file.tables.wide_tables import by_group
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import lazy_pattern


def rearranged(
    first: Sequence[Line], rest: Iterator[Line], heading: Heading | None, asked: Asked, *, has_colons: bool
) -> LongTable | None:
    """A table of another layout with a row for each result; None for one that has that already.

    With `has_colons` each row is a heading, a colon and a cell, so that the `heading` found among them is none.

    `rest` is read only where the first rows are those of such a layout. Options that name headings of the file read
    each row as it is; one that names a heading which only the table of results has, as a remark may, means that table.
    """
    found = by_tick(first, rest, asked) or by_group(first, rest) or by_line(first, rest) or by_outcome(first, rest)
    if found and is_meant(found, asked, first):
        return found
    if found := with_award_in_heading(first, rest, heading, asked):
        return found
    if _are_pairs(first):
        first, rest = list(chain.from_iterable(map(_pairs, first))), chain.from_iterable(map(_pairs, rest))
        return _on_its_side(first, rest, None, asked)
    heading = None if has_colons or _are_records(first) else heading
    if heading and not asked and (found := _several_in_a_row(first, rest, heading)):
        return found
    return _on_its_side(first, rest, heading, asked) or _labelled_records(first, rest, heading, asked)


def with_cells_in_lines(lines: Sequence[Line]) -> list[Line] | None:
    """The rows of a table that was copied with a cell in each line, below the lines above it; None of another text.

        姓名
        作品
        奖次
        王一
        春天
        一等奖

    The lines make whole rows, of which two cells are surely headings, and a column has nothing but awards or numbers.
    Numbered captions (一、传统音乐) may be between the rows.
    """
    texts = [(number, text.strip("|｜ \t\u3000")) for number, (text, *_), _ in lines if isinstance(text, str)]
    texts = [(number, text) for number, text in texts if text]
    begin = next((at for at, (_, text) in enumerate(texts[:HEADING_WITHIN]) if sure_role(text)), len(texts))
    begin -= begin > 0 and begin < len(texts) and is_numbering(texts[begin - 1][1])
    above, cells = texts[:begin], texts[begin:]
    captions = [line for line in cells[2:] if section_names.is_numbered_category(line[1])]
    cells = [line for line in cells if line not in captions]
    for width in range(3, min(_WIDEST, len(cells) // 3) + 1):
        names, *rows = (cells[at : at + width] for at in range(0, len(cells), width))
        headings = [text for _, text in names]
        surely = list(filter(sure_role, headings))
        is_sure = len(surely) + is_numbering(headings[0]) > 1
        if len(cells) % width or not is_sure or {*map(known_role, headings)}.isdisjoint(SEVERAL):
            continue
        if any(row[0][0] < number < row[-1][0] for row in rows for number, _ in captions):
            continue
        columns = [[text for _, text in column] for column in zip(*rows, strict=True)]
        if any(map(_is_of_awards_or_numbers, headings, columns)):
            table = [(row[0][0], [text for _, text in row], None) for row in (names, *rows)]
            alone = [(number, [text], None) for number, text in [*above, *captions]]
            return sorted([*alone, *table])
    return None


_WIDEST = 12
"""Cells of a row that is copied with a cell in each line."""


def _is_of_awards_or_numbers(heading: str, cells: Sequence[str]) -> bool:
    is_such = str.isdecimal if is_numbering(heading) else section_names.is_award
    return (is_numbering(heading) or known_role(heading) == "award") and all(map(is_such, cells))


def _several_in_a_row(first: Sequence[Line], rest: Iterator[Line], heading: Heading) -> LongTable | None:
    """A table in which a row goes on with works, or with winners, under one heading, with a row for each; or None.

        等级    获奖单位
        一等奖  东风路小学  解放路小学
        二等奖  人民路小学  建设路小学  和平路小学

    The heading is merged over their columns, or these have none. All cells are alike, so that none is who made another.
    """
    rows = first[heading.rows :]
    width = max([len(heading.cells), *(len(cells) for _, cells, problem in rows if not problem)])
    names = [*map(text_of, heading.cells), *[""] * (width - len(heading.cells))]
    starts = [at for at, (name, following) in enumerate(pairwise(names)) if name and not following]
    roles = [known_role(name) if name else None for name in names]
    if len(starts) != 1 or roles[starts[0]] not in SEVERAL or roles.count("title") > (roles[starts[0]] == "title"):
        return None
    start = starts[0]
    end = next((at for at in range(start + 1, width) if names[at]), width)
    groups = [list(map(text_of, cells[start:end])) for _, cells, problem in rows if not problem]
    has_further_heading = any(sum(map(bool, map(known_role, filled_texts(cells)))) > 1 for _, cells, _ in rows)
    if has_further_heading or not _are_several(groups, _MARKED if roles[start] == "title" else _WHO):
        return None
    above, cells = first[: heading.rows - 1], [*heading.cells[: start + 1], *heading.cells[end:]]
    found = (part for line in filter(is_filled, chain(rows, rest)) for part in _each_of(line, start, end))
    return LongTable(above, (heading.line, cells, None), found, messages.SEVERAL_IN_A_ROW(heading=names[start]))


def _are_several(groups: Sequence[Sequence[str]], kinds: Iterable[Callable[[str], object]]) -> bool:
    """Whether some of the groups of cells have several, none has gaps, and nearly all cells are of one of the kinds."""
    every = [text for group in groups for text in group if text]
    have_gaps = any(not text and following for group in groups for text, following in pairwise(group))
    are_alike = any(sum(map(bool, map(is_one, every))) >= _NEARLY_ALL * len(every) for is_one in kinds)
    return are_alike and not have_gaps and any(len(filled_texts(group)) > 1 for group in groups)


def _each_of(line: Line, start: int, end: int) -> Iterator[Line]:
    """A row for each filled cell between two places; the row itself where none is."""
    number, cells, problem = line
    several = [cell for cell in cells[start:end] if text_of(cell)]
    if problem or len(cells) <= start:
        yield line
    else:
        yield from ((number, [*cells[:start], cell, *cells[end:]], None) for cell in several or [""])


_NEARLY_ALL = 0.9
_MARKED = (lazy_pattern("[《「『].+[》」』]").fullmatch,)
_WHO = (names_body, lazy_pattern(r"[\u4e00-\u9fff·]{2,4}|[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){1,2}").fullmatch)
"""What titles, and what winners look like if they can be told from others: 《春》; 某小学, 张三, Ann Lee."""


def is_meant(found: LongTable, asked: Asked, first: Sequence[Line]) -> bool:
    """Whether no option names a column, or one names a heading that the table found has instead of the first rows."""
    if not asked or found.asked:
        return True
    written = {text_of(cell) for _, cells, _ in first for cell in cells}
    return any(name in asked and name not in written for name in map(text_of, found.heading[1]))


def _are_pairs(first: Sequence[Line]) -> bool:
    """Whether rows have several headings, each with its cell behind it, as a form has: 片名, 春, 类别, 微电影."""
    rows = texts_by_row(first)
    columns = [*zip_longest(*(row for row in rows if sum(map(bool, row)) > 1), fillvalue="")]
    columns = list(filter(any, columns))
    labels = [list(filter(None, column)) for column in columns[::2]]
    values = [text for column in columns[1::2] for text in column if text]
    every = [text for column in labels for text in column]
    are_named = all(sum(map(_is_label, column)) * 2 >= len(column) > 1 for column in labels)
    named = sum(map(_is_label, every))
    is_apart = len(set(every)) == len(every) < named * 2 and sum(map(_is_label, values)) * 2 < named
    are_pairs = len(columns) > 3 and len(columns) % 2 == 0 and are_named and is_apart
    below = [text for row in rows[1:] for text in row[::2]]
    return are_pairs and columns_named(every, {})[1] > 1 and not _is_above_one(rows[0], below)


def _is_above_one(row: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether a row is rather the heading of a table, below which a title happens to be a label: 奖 (a film)."""
    roles = [role for text in row if (role := known_role(text))]
    return (
        len({*roles}) * 2 > len(row) and len({*roles}) == len(roles) and sum(map(_is_label, labels)) * 2 <= len(labels)
    )


def _is_label(text: str) -> bool:
    return known(text) is not None or has_no_role(text) or rows_set_aside.is_bare_label(text)


def _pairs(line: Line) -> Iterator[Line]:
    number, cells, problem = line
    pairs = ((number, cells[at : at + 2], problem) for at in range(0, max(len(cells), 1), 2))
    return iter([line]) if problem else filter(is_filled, pairs)


def _on_its_side(
    first: Sequence[Line], rest: Iterator[Line], heading: Heading | None, asked: Asked
) -> LongTable | None:
    """A table whose headings are in the first column, turned; None for another.

    This is so where most cells of that column are known as headings, and at most one of the `heading` across. Where the
    headings repeat, several such tables are below one another, and a row alone is the caption of the table below it.
    The number of a line is that of its column.
    """
    rows = [line for line in first if len(filled_texts(line[1])) > 1]
    texts = texts_by_row(rows)
    if any(has_awards_of(texts[:1], row) for row in texts[1:]):
        return None
    across = [name for name in heading.cells if _is_name(name)] if heading else []
    labels = _labels(rows, columns_named(across, asked)[0], asked)
    are_several = len(set(labels)) < len(rows)
    if not labels or (are_several and not _is_cycle(labels, rows)):
        return None
    tables: list[dict[str, Sequence[object]]] = [{}]
    captions: dict[int, list[Line]] = {}
    unread: list[Line] = []
    for line in chain(first if are_several else rows, filter(is_filled, rest)):
        number, cells, problem = line
        label = text_of(cells[0]) if cells else ""
        if problem:
            unread.append(line)
            continue
        if label in tables[-1]:
            tables.append({})
        if are_several and label not in labels and not any(map(text_of, cells[1:])):
            is_name = not tables[0] and rows_set_aside.names_list(label)
            if not is_name:
                captions.setdefault(len(tables) - (not tables[0]), []).append((number, [CaptionCell(label)], None))
        else:
            tables[-1][label] = cells
    names = list(dict.fromkeys(label for table in tables for label in table))
    found: list[Line] = []
    for at, table in enumerate(tables):
        found += captions.get(at, [])
        columns = zip_longest(*(table.get(name, ()) for name in names), fillvalue="")
        found += [(number, cells, None) for number, cells in enumerate(columns, start=1) if number > 1]
    heads = [next(table[name][0] for table in tables if name in table) for name in names]
    return LongTable([], (1, heads, None), iter([*found, *unread]), messages.ON_ITS_SIDE())


def _is_name(heading: str) -> bool:
    """Whether a cell is no award, which a heading across may be: Prize, Best Director."""
    return section_names.section(heading) is None or sure_role(heading) is not None


def _is_cycle(labels: Sequence[str], rows: Sequence[Line]) -> bool:
    """Whether headings in the first column repeat in the same order, with several cells beside each."""
    times = labels.index(labels[0], 1) if labels.count(labels[0]) > 1 else 0
    is_wide = all(len(filled_texts(cells)) > 2 for _, cells, _ in rows)
    return times > 1 and is_wide and all(label == labels[at % times] for at, label in enumerate(labels))


def _labelled_records(
    first: Sequence[Line], rest: Iterator[Line], heading: Heading | None, asked: Asked
) -> LongTable | None:
    """A list in which each cell has a line of its own behind its heading, with a row for each result; None for another.

    A line without a heading goes on with the cell directly above it, or stands between two rows, as a section does.
    """
    rows = [line for line in first if len(filled_texts(line[1])) > 1]
    labels = _labels(rows, columns_named(heading.cells, asked)[1] if heading else 0, asked)
    if not labels or len(set(labels)) == len(rows) or any(len(filled_texts(row[1])) > 2 for row in rows):
        return None
    found = _Records(labels)
    for line in filter(is_filled, chain(first, rest)):
        found.take(line)
    names = list(dict.fromkeys(name for _, cells, _ in found.records for name in cells))
    table: list[Line] = []
    for number, cells, sections in found.records:
        table += [*sections, (number, [cells.get(name, "") for name in names], None)]
    heading_line = found.records[0][0], names, None
    return LongTable(found.preface, heading_line, iter([*table, *found.between]), messages.LABELLED())


class _Records:
    """The rows of a list that has a line for each cell: each row begins with a heading that occurs again."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.records: list[tuple[int, dict[str, str], list[Line]]] = []
        """Each with its line, its cells by heading, and the lines above it that are no cells."""
        self.preface: list[Line] = []
        self.between: list[Line] = []
        """The lines below the last cell."""
        self._labels = labels
        self._above = 0
        """The line of the last cell."""

    def take(self, line: Line) -> None:
        """Take a line: a cell of the last row, or of another one, or one between two."""
        number, cells, problem = line
        label, *values = (text_of(cells[0]), *filled_texts(cells[1:]))
        if problem or not label or (not values and label not in self._labels):
            text, is_next = label or "".join(values), number == self._above + 1
            if self.records and not problem and not self.between and is_next and not section_names.is_section(text):
                self._go_on(text)
                self._above = number
            else:
                self.between.append(line)
            return
        is_again = bool(self.records) and label in self.records[-1][1]
        begins_rows = label == self._labels[0] or self._labels.count(self._labels[0]) < 2
        if is_again and not begins_rows and number == self._above + 1:  # below a blank line it would begin another row
            record = self.records[-1][1]
            record[label], self._above = "、".join([record[label], *values]), number
            return
        is_apart = label == self._labels[0] and number > self._above + 1
        is_below_section = any(section_names.is_section(text_of(cells[0])) for _, cells, _ in self.between)
        if not self.records or is_again or is_apart or is_below_section:
            self._begin(number)
        for _, more, _ in self.between:
            self._go_on("".join(map(text_of, more)))
        self.records[-1][1][label] = " ".join(values)
        self.between, self._above = [], number

    def _begin(self, number: int) -> None:
        """Begin another row, below the lines so far; those above the first row are its sections or the preface."""
        if not self.records:
            self.preface = [each for each in self.between if not section_names.is_section(text_of(each[1][0]))]
        sections = [each for each in self.between if each not in self.preface]
        self.records.append((number, {}, sections))
        self.between = []

    def _go_on(self, text: str) -> None:
        """Add a line to the last cell."""
        record = self.records[-1][1]
        last = next(reversed(record))
        record[last] = "\n".join(filter(None, (record[last], text)))


def is_labelled(first: Sequence[Line], asked: Asked) -> bool:
    """Whether each of the first rows has a heading and a cell, or most have and the others go on with one.

    Where no heading is that of a title, several other rows are titles, or one in marks, above those who they are by: a
    notice.
    """
    rows = [line for line in first if len(line[1]) > 1]
    labels = _labels(rows, 0, asked) if len(rows) * 2 > len(first) else []
    others = [text_of(cells[0]) for _, cells, _ in first if len(cells) == 1]
    if any("《" in text_of(cells[1]) and section_names.is_award(text_of(cells[0])) for _, cells, _ in rows):
        return False  # 最佳影片：《春》
    has_title = "title" in map(known_role, (*labels, *asked))
    if {*map(known_role, labels)} - {None} == {"title"} and not any(map(NAMES_TITLES.search, labels)):
        return False  # kinds of works: 电影：春, 图书：夏
    names = list(filter(known, labels))
    awards = sum(map(_is_honour, names))
    if 2 * awards > len(names) or awards == len(names):
        return False  # awards: Winner: Salt, Runner-up: Rain
    titles = [text for text in others if not section_names.is_section(text)]
    return bool(labels) and (has_title or (len(titles) < 2 and not any("《" in text for text in titles)))


def _is_honour(name: str) -> bool:
    return is_honoured(name) or NOMINATED.search(fold(name)) is not None or section_names.is_award(name)


COLON = ":"
_COLON = lazy_pattern(r"[:：]\s*|\t+")


def at_colon(text: str) -> list[str]:
    """A heading and its cell, between which a colon is; the text alone where it has none."""
    parts = _COLON.split(text.strip(), maxsplit=1)
    return [NUMBERING.sub("", parts[0]) or parts[0], *parts[1:]] if len(parts) > 1 else parts


def is_labelled_in_cells(first: Sequence[Line], asked: Asked) -> bool:
    """Whether rows have one cell each, which holds a heading, a colon and a cell: 片名：春."""
    are_alone = all(len(filled_texts(cells)) < 2 and problem is None for _, cells, problem in first)
    return are_alone and is_labelled(list(map(parted_at_colon, first)), asked)


def parted_at_colon(line: Line) -> Line:
    """A row of one cell with its heading and its cell apart; any other as it is."""
    number, cells, problem = line
    filled = filled_texts(cells)
    return (number, at_colon(filled[0]), None) if problem is None and len(filled) == 1 else line


def _are_records(first: Sequence[Line]) -> bool:
    """Whether a heading across is a cell behind its own heading, as 类别, 电影 is among 片名, 春 and 导演, 某人.

    Headings of several roles repeat in the first column, the first of them too, with another cell behind each.
    """
    rows = [texts for _, cells, _ in first if len(texts := filled_texts(cells)) == 2]
    behind: dict[str, list[str]] = {}
    for label, cell in rows:
        behind.setdefault(label, []).append(cell)
    again = [label for label, cells in behind.items() if len(cells) > 1 and len(set(cells)) > 1]
    roles = set(map(sure_role, again)) - {None}
    return bool(rows) and rows[0][0] in again and len(roles) > 1


def _labels(rows: Sequence[Line], known_across: int, asked: Asked) -> list[str]:
    """The cells of the first column, where most are headings, and a row across has one at most; else none."""
    names = [text_of(cells[0]) for _, cells, problem in rows if problem is None]
    different = set(names)
    named, surely = columns_named(different, asked)
    is_label = surely > 1 and known_across < 2 and named > known_across and named * 2 >= len(different)
    return names if is_label else []


def side_by_side(line: Line, width: int) -> Iterator[Line]:
    """The rows of the tables that a line of the file has side by side, without blank ones."""
    number, cells, problem = line
    if problem is not None:
        yield line
        return
    parts = [cells[at : at + width] for at in range(0, len(cells), width)]
    yield from (part for part in ((number, each, None) for each in parts) if is_filled(part))


def numbered_down(rows: Sequence[Line], width: int) -> bool:
    """Whether rows of tables side by side are numbered from the end of the left one on: 1 4, 2 5, 3 6."""
    rows = [line for line in rows if len(filled_texts(line[1])) > 1]
    if len(rows) < 2 or len(rows[0][1]) <= width:
        return False
    left, right = map(text_of, rows[0][1][::width][:2])
    below = text_of(next(iter(rows[1][1]), ""))
    numbers = [int(text) for text in (left, below, right) if text.isdecimal()]
    return len(numbers) == 3 and numbers[1] == numbers[0] + 1 < numbers[2]


class CaptionCell(str):
    """The first cell of a row that is the caption of the rows below it, whatever else they are."""


def by_table(lines: Iterable[Line], width: int, count: int, captions: Iterable[Line] = ()) -> Iterator[Line]:
    """The rows of tables side by side, those of the leftmost first, each table below its caption.

    A section in the first cell of a row spans all tables, and belongs to each. So does what may be below all tables,
    such as a signature, which comes at the end.
    """
    blocks: list[list[Line]] = [[caption] for caption in captions] or [[] for _ in range(count)]
    last: list[Line] = []
    for line in lines:
        number, cells, problem = line
        parts = [(number, cells[at : at + width], None) for at in range(0, len(cells), width)]
        places = [at for at, part in enumerate(parts) if is_filled(part)]
        filled = filled_texts(cells)
        if problem is not None:
            blocks[0].append(line)
        elif places and places[-1] >= count:
            blocks[0].append((number, cells, messages.RAGGED(wanted=width * count, found=len(cells))))
        elif len(filled) == 1 and text_of(cells[0]) and section_names.section(filled[0]):
            for block in blocks:
                block.append(parts[0])
        elif len(filled) == 1 and (last or rows_set_aside.may_be_below(filled, width * count)):
            last.append(parts[places[0]])
        else:
            for at in places:
                blocks[at].append(parts[at])
    return chain.from_iterable([*blocks, last])


def captions_of(above: Line, width: int, count: int) -> list[Line]:
    """The captions that a row has above each of several tables side by side; none where it is not such a row."""
    line, cells, problem = above
    found = [text_of(cells[at]) if at < len(cells) else "" for at in range(0, width * count, width)]
    if problem is not None or not all(found) or len(set(found)) == 1 or any(map(rows_set_aside.is_label, found)):
        return []
    return [(line, [CaptionCell(text), *[""] * (width - 1)], None) for text in found]
