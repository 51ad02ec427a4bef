"""A Markdown page: the rows of its tables, with the heading above each, or else its items; all without marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice, pairwise
from operator import itemgetter

from awardcli import messages
from awardcli.collection.user_file import refused_formats, rows_set_aside, section_names
from awardcli.collection.user_file.columns.column_roles import Remark, asked_role
from awardcli.collection.user_file.columns.heading_row import HEADING_WITHIN, find_heading, is_filled
from awardcli.collection.user_file.columns.heading_words import LONGEST_HEADING
from awardcli.collection.user_file.reading_report import Account, UserRow, some_of
from awardcli.collection.user_file.refused_formats import FRONT_MATTER, front_matter
from awardcli.collection.user_file.table_lines import Line, are_most, filled_texts
from awardcli.collection.user_file.tables import shifted_rows, table_layouts
from awardcli.collection.user_file.tables.laureates import award_alone, headings_of_lists
from awardcli.collection.user_file.tables.table_rows import Origin, table_rows

_RULE = re.compile(r"(?m)^ {0,3}(?=.*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\r?$")
_CELL = re.compile(r"((?:\\.|[^|])*)(?:\||$)")
_ADDRESS = r"\((?:[^()\s]|\([^()\s]*\))*(?:\s+[\"'][^\"']*[\"'])?\)(?:\{:?[^{}]*\})?"
_BRACKETED = r"\[(?:\\.|[^\[\]\\])*\](?:\([^()\s]*\))?"
"""Brackets or a picture within the text of a link: [[paper]](a.pdf)."""
_LINK = rf"(?P<picture>!)?\[(?P<link>(?:\\.|[^\[\]\\]|{_BRACKETED})*)\]{_ADDRESS}"
_TAG = r"</?(?:a|abbr|b|center|code|del|div|em|font|i|img|ins|kbd|mark|p|s|small|span|strong|sub|sup|u)\b[^<>]*>"
_MARK = re.compile(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|{_LINK}|(?P<break>(?i:<br\s*/?>))|(?i:{_TAG})|(?<!`)`{{1,3}}(?P<code>[^`]+)`{{1,3}}|"
    r"(?<!\w)(?P<stars>\*{1,3})(?=[^\s*])(?P<strong>(?:\\.|[^*\\])+)(?<=\S)(?P=stars)(?!\*)|"
    r"(?<![\w_])(?P<lines>_{1,3})(?=[^\s_])(?P<emphasized>[^_]+)(?<=\S)(?P=lines)(?![\w_])|"
    r"~~(?=[^\s~])(?P<deleted>[^~]+)~~|(?<!\S):[a-z][a-z0-9_+-]*:(?!\S)|\[\^\w+\]"
)
"""An escaped character, a link or picture, a tag, code, emphasis (not the * of 王*轩), an icon, a mark of a note."""
_MOST_NESTED = 4
TableLine = tuple[int, list[str], Line]
"""A row of a table, with the number of the table in the page, and the headings above it, the outermost first."""


def has_table(sample: str) -> bool:
    """Whether a text has a heading with the rule below it that makes it one of a table: |---|---|."""
    return _RULE.search(sample) is not None and any(True for _ in _table_lines(None, sample.splitlines(), TableNames()))


def page_rows(account: Account, sample: str, lines: Iterable[str]) -> Iterator[UserRow]:
    """The rows of the tables of a page, of which `sample` is the beginning."""
    if re.search(_LINK, sample):
        account.remarks.append(Remark(messages.LINKS_AS_TEXT(), is_harmless=True))
    names = TableNames()
    first = list(_table_lines(None, sample.splitlines(), names))
    names = TableNames(are_captioned=names.are_captioned())
    every = _table_lines(account, lines, names, front_matter(sample).count("\n"))
    return rows_of_tables(account, first, every)


def rows_of_tables(account: Account, sample: Iterable[TableLine], lines: Iterable[TableLine]) -> Iterator[UserRow]:
    """The rows of all tables of a page that have a known heading; the others are named in remarks.

    Where no table of `sample`, the first lines, has one, the first is read. Where the page has several, the
    heading above a table is the category, year or award of its rows, as the name of a sheet is.
    """
    firsts = [list(islice(map(itemgetter(2), rows), HEADING_WITHIN)) for _, rows in groupby(sample, itemgetter(0))]
    tables = [_heading(account, first) for first in firsts]
    listed = headings_of_lists(firsts, account.asked)
    fewest = 2 if any(fit > 2 for fit, _ in tables) else min(max((fit for fit, _ in tables), default=0), 1)
    found = groupby(lines, itemgetter(0))

    def every() -> Iterator[Iterator[UserRow]]:
        for number, rows in found:
            _, (*within, name), line = next(rows)
            rest = map(itemgetter(2), rows)
            first = [line, *islice(rest, HEADING_WITHIN - 1)]
            fit, heading = _heading(account, first)
            is_first = number == 1 or table_layouts.is_labelled(first[1:], account.asked)
            award = award_alone(first, listed) if fit < fewest == 1 else {}
            if award or fit >= max(fewest, 1) or (is_first and not fewest):
                is_section = len(tables) > 1 or (_is_section(name) and not _names_page(name))
                sheet, within = (name, within) if is_section else ("", [])
                origin = Origin(sheet=sheet, within=within, is_last=len(tables) == 1, asked=award)
                whole = chain(first, rest)
                is_copied = account.format.delimiter is not None  # tables in HTML say which cells are merged
                yield table_rows(account, shifted_rows.in_place(account, whole) if is_copied else whole, origin)
            else:
                passed = [number for number, cells, _ in chain(first, rest) if not rows_set_aside.is_rule(cells)]
                remark_passed(account, passed, heading, is_list=fit > 0)
        account.require(())

    parts = every()
    return chain(next(parts, ()), chain.from_iterable(parts))


def remark_passed(account: Account, lines: Sequence[int], headings: Sequence[str], *, is_list: bool = False) -> None:
    """Name a table that is not read, by the lines of its rows, with its headings; `is_list` if but for the options."""
    message = messages.TABLE_NOT_ASKED if is_list else messages.TABLE_PASSED
    account.remarks.append(Remark(message(line=lines[0], count=len(lines) - 1, headings=some_of(headings))))


def _names_page(name: str) -> bool:
    """Whether a heading names the whole list, and no award or category of its rows."""
    return rows_set_aside.names_list(name) or section_names.says_nothing(name)


def _is_section(name: str) -> bool:
    """Whether a heading names an award or a group, or nothing but a year or an edition, which may be a bare number."""
    return section_names.section(name) is not None or section_names.caption(name).keys() <= {"year", "edition"}


def _heading(account: Account, first: list[Line]) -> tuple[int, Sequence[str]]:
    """How well the first rows of a table fit a list, with its headings.

    3 where it is a list only by an option that names one of its headings: tables without such a heading are then not
    meant. 2 where it is one anyway that has such a heading, 1 where it has none, 0 where it is no list.
    """
    rows = list(filter(is_filled, first))
    heading = find_heading(rows, account.asked)
    usual = find_heading(rows, {}) if account.asked else heading
    names = [str(cell) for cell in (heading.cells if heading else first[0][1])]
    is_asked = any(asked_role(name, account.asked) is not None for name in names)
    if heading is None or (usual is None and not is_asked):
        return 0, filled_texts(first[0][1])
    return 1 + is_asked + (usual is None), filled_texts(names)


def _table_lines(
    account: Account | None, lines: Iterable[str], names_of: "TableNames", skipped: int = 0
) -> Iterator[TableLine]:
    """The rows of the tables of a page; the text around them is set aside, but for the `skipped` lines of properties.

    A line between two rows of a table belongs to it.
    """
    table = 0
    width = 0
    """Columns of the last table, if a row of it below a blank line can be told from text: it begins with a bar."""
    between: list[tuple[int, str]] = []
    """The last lines outside of a table."""
    is_below_gap = False
    names = [""]
    for (number, line), (_, below) in pairwise(chain(enumerate(lines, start=1), [(0, "")])):
        text = line.strip()
        is_row = "|" in line
        cells = cells_of(line) if is_row else []
        if is_row and _RULE.fullmatch(below.rstrip("\r\n")) and not _RULE.fullmatch(line.rstrip("\r\n")):
            names = names_of.below(between)
            _put_aside(account, between if table else _entries(between, skipped, names[-1]), names[-1])
            between, table, is_below_gap = [], table + 1, False
            width = len(cells) if text.startswith("|") else 0
        if is_row and table and (not is_below_gap or (text.startswith("|") and len(cells) == width)):
            yield from ((table, names, (held, [plain(text)], None)) for held, text in between)
            between, is_below_gap = [], False
            yield table, names, (number, cells, None)
        elif text:
            between.append((number, text))
            is_below_gap |= text.startswith("#")
        else:
            is_below_gap = True
    _put_aside(account, between)


def _entries(lines: Iterable[tuple[int, str]], skipped: int, name: str) -> Iterator[tuple[int, str]]:
    """The lines above the first table that may be entries: not its `name`, other headings, or the list's name."""
    for number, text in lines:
        is_text = number > skipped and not text.startswith("#") and re.search(r"\w", text) is not None
        if is_text and plain(text).strip(":： ") != name and not rows_set_aside.is_preface([plain(text)]):
            yield number, text


_LEVEL = re.compile(r"(?m)^(#{1,6})[ \t]+(.*?)[# \t\r]*$")


class TableNames:
    """Names the tables of a page: by the headings around each, by their level, and the lines directly above it.

    With `are_captioned` a short line directly above a table is its name, though it may say anything: 国际影视节.
    """

    def __init__(self, *, are_captioned: bool = False) -> None:
        self._are_captioned = are_captioned
        self._around: dict[int, str] = {}
        """The headings of the page that the next table is below, by their level."""
        self._name = ""
        self._captions: list[str] = []
        """The line directly above each table that may be its name, with its marks, or ""."""
        self._are_below_headings = False
        """Whether a heading is between two tables."""

    def below(self, lines: Sequence[tuple[int, str]], own: str = "") -> list[str]:
        """The names of the table below these lines, which are all since the last table: the outermost first.

        `own` is the caption that the table has itself; it says nothing of the next one.
        """
        for _, text in lines:
            if found := _LEVEL.match(text):
                self._around = {each: above for each, above in self._around.items() if each < len(found[1])}
                self._around[len(found[1])] = plain(found[2])
                self._are_below_headings |= bool(self._captions)
        self._captions.append(caption := own or _caption_in(lines))
        name = _name_in(lines)
        if caption and self._are_captioned and not section_names.says_when(_name_in(lines[-1:]) or caption):
            name = plain(caption).strip(":： ")
        elif caption and not name:  # it ends what the last caption named
            self._name = next(reversed(self._around.values()), "")
        self._name = name or self._name
        return self._headings(own or self._name)

    def are_captioned(self) -> bool:
        """Whether each table so far has a short line directly above it that tells it from the others.

        Below headings that part the tables such a line has to be bold.
        """
        is_apart = not self._are_below_headings or all(text.startswith("**") for text in self._captions)
        return all(self._captions) and len({*self._captions}) > 1 and is_apart

    def _headings(self, name: str) -> list[str]:
        """The name of a table, below those of the headings around it that say something else of its rows."""
        said = {*section_names.caption(name)} if name else set()
        found = [name]
        for text in reversed(list(self._around.values())):
            more = section_names.caption(text).keys()
            if _is_section(text) and not rows_set_aside.names_list(text) and said.isdisjoint(more):
                found.insert(0, text)
                said |= more
        return found


def _caption_in(lines: Sequence[tuple[int, str]]) -> str:
    """The last line above a table if it may be its name, with its marks: short, by itself, and no sentence; or ""."""
    if not lines or (lines[1:] and lines[-1][0] == lines[-2][0] + 1):
        return ""
    written = lines[-1][1]
    text = plain(written).rstrip(":： ")
    is_sentence = len(text) > LONGEST_HEADING or text.endswith(tuple("。.;；,，!！?？")) or _ANNOUNCES.fullmatch(text)
    is_note = (
        rows_set_aside.is_preface([text]) or rows_set_aside.is_bare_label(text) or section_names.says_nothing(text)
    )
    return "" if is_sentence or is_note or not _CAPTION.match(written) else written


_ANNOUNCES = re.compile("(?i)(?:以下|下面|下表|the following ).*|.*(?:如下表?|as follows| below)")
"""A line that says that the table follows: 获奖作品如下."""
_CAPTION = re.compile(r"(?:\*\*)?(?=[^#>|<!\-*+\[]).*\w")
"""A line of text, bold or not: no heading, quotation, row, tag, picture, item or link."""


def _name_in(lines: Sequence[tuple[int, str]]) -> str:
    """The last heading among lines of a page, or what the last line says; "" where there is none.

    It says something where it names an award, or is a label with a year or an edition: **2025年获奖信息**：
    """
    written = lines[-1][1].strip("# \t") if lines else ""
    last = plain(written)
    if section_names.section(last):
        return last
    if len(last) <= LONGEST_HEADING and (written.startswith("**") or last.endswith((":", "："))):
        said = section_names.caption(last)
        if when := [said[role] for role in ("edition", "year") if role in said]:
            return " ".join(when)
    return next((plain(text.strip("# \t")) for _, text in reversed(lines) if re.match("#{1,6}[ \t]", text)), "")


def _put_aside(account: Account | None, lines: Iterable[tuple[int, str]], name: str = "") -> None:
    """Set lines outside of tables aside, of which `name` is that of the table below."""
    for number, text in lines:
        if account:
            is_section = text.startswith("#") or plain(text).strip(":： ") == name
            account.put_aside(number, [text], "section" if is_section else "signature")


_HTML_TABLE = re.compile(r"(?im)^[ \t]*(?:<div\b[^<>]*>)?<(?:table|thead|tbody)\b[^<>]*>")
_HEADING = re.compile(r"(?m)^#{1,6}[ \t]+\S")
_SETEXT = re.compile(r"(?m)^(\S.*)\r?\n(?:=+|-+)[ \t]*\r?$")
_NESTED = re.compile(r"(?m)^(?:[ ]{2,}|\t[ \t]*)(?:[-*+]|[0-9]{1,3}[.)])[ \t]+\S")
ITEM = re.compile(r"(?m)^[ \t]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)(.*)")

_TABLE_IN_LINE = re.compile(r"\|[ \t]*:?-{3,}:?[ \t]*\|")

_BULLET = re.compile(r"^[-*+][ \t]+")
_HEADING_LINE = re.compile(r"[ \t]{0,3}(?:#{1,6}(?=[ \t])|:{3,}[ \t]*[\w#-]*|@tab(?::active)?(?=[ \t]))[ \t]*")
"""## 2023, and the beginning or end of a part of a page: ::: details 2023, @tab 2023, :::"""
_LINK_ALONE = re.compile(rf"(?!.*[《<*]){_LINK}")
_ITALICS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])(?P<title>[^*_]+)(?<=\S)\1(?![\w*_])")


def has_html_table(sample: str) -> bool:
    """Whether a text has tables in HTML, as a page in Markdown may, below its properties, headings and lists."""
    return _HTML_TABLE.search(sample) is not None


def with_html_headings(page: str) -> str:
    """A page without its properties, and with its headings in HTML as its tables are; each line stays where it is."""
    text = FRONT_MATTER.sub(lambda front: "\n" * front[0].count("\n"), page)
    return _LEVEL.sub(lambda found: f"<h{len(found[1])}>{plain(found[2])}</h{len(found[1])}>", text)


def plain_lines(sample: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines of a page without marks, blank in its properties and where a link is all there is.

    Words in italics have quotation marks instead where most items have such. A year that is a heading is in brackets,
    since it would else be a title.
    """
    skipped = front_matter(sample).count("\n")
    items = ITEM.findall(sample)
    are_in_italics = are_most(_ITALICS.search, items)
    for number, line in enumerate(lines, start=1):
        begin = _HEADING_LINE.match(line)
        text = line[begin.end() :].strip("# \t\r\n") if begin else _BULLET.sub("", line.strip())
        text = f"({text})" if begin and text.isdecimal() else "" if _LINK_ALONE.fullmatch(text) else text
        text = _in_quotation_marks(text) if are_in_italics else text
        yield "" if number <= skipped else plain(text)


def _in_quotation_marks(line: str) -> str:
    """A line with quotation marks around what is in italics, as a title among other words is."""
    return _ITALICS.sub(r"“\g<title>”", line)


def _has_words_around_italics(item: str) -> bool:
    return _ITALICS.search(item) is not None and any(map(str.isalnum, _ITALICS.sub("", item)))


def page_items(account: Account, sample: str, lines: Iterable[str]) -> Iterable[str]:
    """The lines of a page without a table, of which those that are no items are set aside and become blank.

    An item loses its bullet and its marks, but for quotation marks around words in italics where most items have such
    among others: 1972: Ada Ono for _Rain_. A heading that names an award stays, as the section of the items below it.
    A text without items stays as it is. Raises InvalidDataError where the page has properties or several headings and
    no items, or items that are awards; where its items are nested or mostly in prose; where its tables are in one line.
    """
    front = front_matter(sample)
    text = _SETEXT.sub(r"# \1", sample[len(front) :])
    found = list(map(plain, map(itemgetter(1), ITEM.finditer(text))))
    items, awards = len(found), sum(map(section_names.is_section_of_award, found))
    prose = sum(bool(line.strip(" -=*_")) for line in text.splitlines()) - items - len(_HEADING.findall(text))
    is_page = bool(front) or len(_HEADING.findall(text)) > 1
    if is_page and (awards * 2 > items or not items):
        raise refused_formats.refusal(account.path, "Markdown page")
    sections = {section_names.section(award) for line in text.splitlines() if (award := _award_in(line))}
    is_prose = prose * 2 > items and len(sections) < 2
    if _TABLE_IN_LINE.search(text) or (items and (_NESTED.search(text) or is_prose)):
        raise refused_formats.refusal(account.path, "Markdown page")
    if not items:
        return lines
    are_in_italics = are_most(_has_words_around_italics, list(map(itemgetter(1), ITEM.finditer(text))))
    quoted = _in_quotation_marks if are_in_italics else str
    return _items(account, map(quoted, lines), front.count("\n"), has_sections=len(sections) > 1)


def _items(account: Account, lines: Iterable[str], skipped: int, *, has_sections: bool) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        item = ITEM.match(line) if number > skipped else None
        text = plain(item[1].strip()) if item else _award_in(line) if has_sections else ""
        if not text and number > skipped and line.strip():
            account.put_aside(number, [line.strip()], "section" if line.startswith("#") else "signature")
        yield text


def _award_in(line: str) -> str:
    """The text of a heading of a page that names an award; "" for another line."""
    text = plain(line.strip("# \t\r\n")) if line.startswith("#") else ""
    return text if section_names.is_section_of_award(text) else ""


def cells_of(line: str) -> list[str]:
    """The cells of a row of a Markdown table, without marks.

    >>> cells_of("| a\\\\|b\\\\_c | **d** |"), cells_of("[王*轩](https://a.b/c_(d)) | <i>x</i>")
    (['a|b_c', 'd'], ['王*轩', 'x'])
    """
    cells = [found[1].strip() for found in _CELL.finditer(line.strip().removeprefix("|"))]
    return [plain(cell) for cell in (cells[:-1] if len(cells) > 1 and not cells[-1] else cells)]


def plain(text: str) -> str:
    """A text without the marks of Markdown: of a link its text is left, of a line break a line end.

    The text of a picture counts where there are no other words. A text of nothing but marks stays as it is written.

    >>> plain("![奖](a.png) [甲](b)"), plain("![金奖](a.png)")
    ('甲', '金奖')
    """
    if not _MAY_HAVE_MARKS.search(text):
        return text
    without = _without_marks(text)
    return without if any(map(str.isalnum, without)) else _without_marks(text, has_pictures=True) or text


_MAY_HAVE_MARKS = re.compile(r"[\\\[<`*_~:]")


def _without_marks(text: str, nested: int = 0, *, has_pictures: bool = False) -> str:
    def without(found: re.Match[str]) -> str:
        if found["break"]:
            return "\n"
        inner = found["link"] or found["strong"] or found["emphasized"] or found["deleted"]
        if found["picture"] and not has_pictures:
            return ""
        if inner:
            return _without_marks(inner, nested + 1, has_pictures=has_pictures)
        return found["escaped"] or found["code"] or ""

    return text if nested > _MOST_NESTED else _MARK.sub(without, text).strip()
