"""What separates titles without marks from who they are by, or from their award, as the lines of a notice share it.

咏梅（文汇报社）                      brackets
张三 咏梅                             one space, where the first parts are people
咏梅 文汇报社；春天的故事 区文化馆    one space in each work, and a semicolon between two
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from awardcli.collection.user_file.notices.labels import (
    ROLES,
    has_label,
    is_role_or_crew,
    parted_at_labels,
    says_maker,
)
from awardcli.collection.user_file.notices.names import (
    CLASS,
    LEADER,
    has_open_bracket,
    names_beside,
    without_role,
    without_teacher,
)
from awardcli.collection.user_file.notices.notice_lines import without_item_number
from awardcli.collection.user_file.notices.notice_sentences import parts_of
from awardcli.collection.user_file.notices.work_and_person import COMMA_BY, DE
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.section_names import YEAR, is_section_of_award
from awardcli.language.awards import AWARD_IN_LATIN, names_award
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON, SURNAME, without_spread
from awardcli.language.places import is_country

BRACKETS = lazy_pattern(r"^(?P<first>.+?)\s*[（(](?P<second>(?:[^()（）]|[（(][^()（）]*[)）]){2,})[)）]$")
_LABELLED = chinese_pattern(rf"[\s，,、；;（(【\[]{{0,9}}(?<!\w){ROLES}\s*[：:]\s*")
_IN_ENGLISH = lazy_pattern(
    r"^(?P<first>[^\u3400-\u9fff]+?)(?:,?\s+by\s+(?=[A-Z])|,\s+(?:de|di|von)\s+(?=[A-Z])|\s+[-–—]\s+|"
    r",\s+(?=[A-Z]\S*(?: \S+)+$)(?!.*,\s(?:de|di|von|by)\s))(?P<second>[^\u3400-\u9fff]+)$"
)
BY = lazy_pattern(r"^(?P<first>[^\u3400-\u9fff]+?),?\s+by\s+(?=[A-Z])(?P<second>(?!.*\sby\s+[A-Z])[^\u3400-\u9fff]+)$")
_DASH = lazy_pattern(r"^(?P<first>[^\u3400-\u9fff]+?)\s+[-–—]\s+(?P<second>[^\u3400-\u9fff]+)$")
_DASHES = lazy_pattern(r"\s*(?:[—–]{2,})\s*|\s+[-–—]\s+|(?<=[\u3400-\u9fff])[—–](?=[\u3400-\u9fff])")
_WIDE_SPACE = lazy_pattern(r"\u3000+|\t+|\s{2,}")
_ONE_SPACE = lazy_pattern(r"(?<=[\u3400-\u9fff\d])\s+(?=[\u3400-\u9fff])")
_LEADER = chinese_pattern(rf"\s+{LEADER}\s+|\s*{LEADER}\s*(?=(?:{SURNAME})[\u3400-\u9fff]{{1,2}}(?![\u3400-\u9fff]))")
"""With spaces around, or before a person: titles have dots and arrows within, 那年……夏天."""
_SEPARATORS = (
    _LEADER,  # 咏梅 → 文汇报社（上海）
    BRACKETS,  # 咏梅（文汇报社）
    _LABELLED,  # 咏梅 作者：张三
    BY,  # Stand by Me by Ono
    DE,  # Der Proband von Kim Ono
    _DASH,  # Waiting for Kim — Ono
    _IN_ENGLISH,  # Orchard by Ono, Orchard - Ono, Orchard, Kim Ono
    _DASHES,  # 咏梅——文汇报社
    _WIDE_SPACE,  # 咏梅　文汇报社
    lazy_pattern(r"\s+/\s+|(?<=[\u3400-\u9fff])/(?=[\u3400-\u9fff])|\s*[|｜／]\s*"),  # 咏梅 / 文汇报社
    lazy_pattern(r"\s*[：:]\s*"),  # 咏梅：文汇报社
    _ONE_SPACE,  # 咏梅 文汇报社
)
"""In the order in which they are tried: the last may also be within a title."""
_BESIDE_PERSON = (_LEADER, _DASHES, _WIDE_SPACE, _ONE_SPACE)
"""Those that have a title behind them where a person is before: 许侃 绿卡"""
_BY_PERSON = chinese_pattern(
    rf"^(?P<who>(?:{SURNAME})[\u3400-\u9fff]{{1,2}})\s*(?:[（(](?P<body>(?:[^()（）]|[（(][^()（）]*[)）])*)[)）])?\s*[：:]\s*(?P<title>\S.+?)"
    r"(?:[（(][\u3400-\u9fff]{0,4}(?:诗|词|赋|散文|小说|歌词|楹联|随笔|杂文|报告文学)[)）])?[。；;，,]?$"
)
"""陈于晓（浙江杭州）：南风酒赋（赋）；"""
SURELY_BEFORE_MAKER = (_LABELLED, BY, _DASHES, _LEADER)
"""Those that separate nothing but a title from who it is by; a slash may be between two people."""
_SEMICOLON, _LISTING_COMMA, _COMMA = lazy_pattern("[；;]"), lazy_pattern("、"), lazy_pattern("[，,]")
_MOST_LINES = 0.6
"""The share of lines that a separator parts: some have no name beside the title."""
_MOST_LINES_BY_SPACE = 0.8
"""The same of one space, into the same number of parts."""


def is_by_maker(text: str) -> bool:
    """Whether a line in English is a title by its maker: Corrag by Susan Fletcher."""
    return BY.match(text) is not None


def is_by_person(text: str) -> bool:
    """Whether a line is a person, a colon and more: 陈于晓：南风酒赋."""
    return _BY_PERSON.match(without_item_number(text)) is not None


def name_works(texts: Sequence[str]) -> bool:
    """Whether what is behind the colon of most such lines is neither a person nor a body, and so a work."""
    titles = [found["title"] for text in texts if (found := _BY_PERSON.match(without_item_number(text)))]
    return sum(PERSON.fullmatch(title) is not None or names_body(title) for title in titles) * 2 < len(titles)


class Layout(NamedTuple):
    """What separates a title without marks from who it is by, and which of the parts is the title."""

    separator: re.Pattern[str] | None = None
    title_at: int = 0
    names_maker: bool = False
    """Whether most first parts name a maker too: Orchard by Ono (Knopf)."""

    joins: re.Pattern[str] | None = None
    """What separates the works of a line that has several, each with its makers: 春 甲局；夏 乙局."""

    @property
    def is_clear(self) -> bool:
        """Whether the separator is hardly one of the columns of a table."""
        return self.separator in (BRACKETS, *SURELY_BEFORE_MAKER, *_BESIDE_PERSON)

    def works_of(self, text: str) -> list[str]:
        """The works of a line, each with its makers; the whole line unless each of its parts is such a work."""
        parts = parts_of(text, self.joins) if self.joins else []
        return parts if self._are_works(parts) else [text]

    def may_be_several(self, text: str, title: str) -> bool:
        """Whether a line that is read as one work has semicolons between parts, of which several have makers.

        No part begins with a word for who follows, unless the title has two parts; a couplet has no makers within.
        """
        parts = parts_of(text, _SEMICOLON)
        are_parted = sum(len(parted(part, self.separator or _ONE_SPACE)) > 1 for part in parts) > 1
        return are_parted and (_SEMICOLON.search(title) is not None or not any(map(_begins_with_role, parts[1:])))

    def _are_works(self, parts: Sequence[str]) -> bool:
        """Whether each part of a line is a work with its makers, and none begins with a word for who follows.

        A comma may also be between two makers: then all parts have bodies in the same places, and no title is one.
        """
        if len(parts) < 2 or any(has_open_bracket(part) or _begins_with_role(part) for part in parts):
            return False
        rows = [parted(part, self.separator) for part in parts]
        if min(map(len, rows)) < 2 or self.joins is _SEMICOLON:
            return min(map(len, rows)) > 1
        bodies = [list(map(names_body, row)) for row in rows]
        titles = (row[min(self.title_at, len(row) - 1)] for row in rows)
        return all(each == bodies[0] for each in bodies) and not any(map(_is_no_title, titles))


def layout_of_works(texts: Sequence[str]) -> Layout:
    """The layout of lines, of which some may have several works if all their parts are works with their makers.

    >>> layout = layout_of_works(["春 甲局；夏 乙局；秋 丙局", "冬 丁局"])
    >>> layout.works_of("春 甲局；夏 乙局"), layout.works_of("春 导演 张三；编剧 李四"), layout.works_of("甲局；乙局")
    (['春 甲局', '夏 乙局'], ['春 导演 张三；编剧 李四'], ['甲局；乙局'])
    """
    for joins in (_SEMICOLON, _LISTING_COMMA, _COMMA):
        lines = [parts_of(text, joins) for text in texts if joins.search(text)]
        if lines:
            works = [part for text in texts for part in parts_of(text, joins)]
            layout = layout_of(works)._replace(joins=joins)
            several = [parts for parts in lines if any(len(parted(part, layout.separator)) > 1 for part in parts)]
            several = [parts for parts in several if len(parts) > 1]
            if several and all(map(layout._are_works, several)):
                return layout
    return layout_of(texts)


def title_and_maker_in_brackets(text: str) -> list[str]:
    """A title and the brackets at its end, where these name somebody and what they did; else nothing.

    >>> title_and_maker_in_brackets("Salt (Ana Ruiz, producer)"), title_and_maker_in_brackets("Salt (Ana Ruiz)")
    (['Salt', 'Ana Ruiz, producer'], [])
    """
    found = BRACKETS.match(text)
    inside = found["second"] if found else ""
    words, parts = re.split("[：:，,；;、 \u3000]+", inside), re.split("[，,；;、]+", inside)
    has_role = any(map(is_role_or_crew, words)) or any(map(_begins_with_role, parts))
    names = [name for name in names_beside(inside)[0] if not name.islower()] if has_role else []
    return [found["first"], inside] if found and names else []


def has_maker_in_brackets(text: str) -> bool:
    """Whether a line is a title and brackets that name somebody and what they did: 春（作者：张三；指导：李四）."""
    return bool(title_and_maker_in_brackets(without_item_number(text)))


_AWARD_BEHIND = lazy_pattern(
    r"(?P<title>[^（()）]+(?:[（(][^（()）]*[)）])?)\s*"
    r"[（(](?P<award>[\u3400-\u9fff]{2,12}|[A-Za-z ]{4,24})[)）]\s*(?P<who>.*)"
)


def award_in_brackets(text: str) -> tuple[str, str, str] | None:
    """The title of a line, the award in brackets behind it, and the words behind these; None of another line.

    >>> award_in_brackets("七月（一等奖）作者 江苏 张三"), award_in_brackets("七月（张三）")
    (('七月', '一等奖', '作者 江苏 张三'), None)
    """
    found = _AWARD_BEHIND.fullmatch(without_item_number(text))
    if found is None or not is_section_of_award(found["award"]):
        return None
    return found["title"].strip(), found["award"], found["who"]


def has_award_in_brackets(text: str) -> bool:
    """Whether a line is a title with its award in brackets: 七月（一等奖）作者 张三."""
    return award_in_brackets(text) is not None


_AWARDED = lazy_pattern(r"(?P<title>.+)\s[-–—]\s(?P<award>.+?)\s[-–—]\s(?P<countries>[^–—]+)")


def award_before_country(text: str) -> tuple[str, str] | None:
    """The title and the award of a line in which a country follows them; else None.

    >>> award_before_country("Oh - Ovni - Mention spéciale - Royaume-Uni"), award_before_country("Oh - Ovni - Redux")
    (('Oh - Ovni', 'Mention spéciale'), None)
    """
    found = _AWARDED.fullmatch(text)
    if found is None or not all(map(is_country, re.split(r"\s*[,/]\s*", found["countries"]))):
        return None
    return found["title"], found["award"]


def has_award_before_country(text: str) -> bool:
    """Whether a line is a title, an award and a country."""
    return award_before_country(text) is not None


def are_awards_before_countries(texts: Sequence[str]) -> bool:
    """Whether most lines are titles, each with an award and a country, and half of the awards are known as such."""
    awards = [found[1] for text in texts if (found := award_before_country(text))]
    known = sum(bool(names_award(award) or AWARD_IN_LATIN.fullmatch(award)) for award in awards)
    return len(awards) > 2 and len(awards) >= _MOST_LINES * len(texts) and 2 * known >= len(awards)


def _begins_with_role(text: str) -> bool:
    """Whether a text begins with a word for who follows, as no title does: 编剧 李四, 指导：王五, producer, Ono."""
    first = re.split("[：:，,、 \u3000]", text.strip(), maxsplit=1)[0]
    return is_role_or_crew(first) or without_role(first) != first


def layout_of(texts: Sequence[str]) -> Layout:
    """The layout that most lines share; one without a separator where they share none.

    The title is the first part unless these name bodies, people, awards or years; of several parted by spaces, the
    longest other one.
    """
    if len(texts) > 1 and all(map(is_by_person, texts)) and name_works(texts):
        return Layout(_BY_PERSON, title_at=1)
    texts = [without_teacher(without_places(text)[0])[0] for text in texts]
    if 2 * sum(map(says_maker, (part for text in texts for part in parted_at_labels(text)[1:]))) < len(texts):
        firsts = (parted_at_labels(text)[0] for text in texts)
        whole = zip(texts, firsts, strict=True)
        texts = [text if has_open_bracket(first) else first for text, first in whole]  # few have a label too
    for separator in _SEPARATORS:
        rows = [parts for text in texts if len(parts := parted(text, separator)) > 1]
        if len(rows) < 2 or len(rows) < _MOST_LINES * len(texts):
            continue
        widths = Counter(map(len, rows))
        width = max(widths, key=widths.__getitem__)
        if separator is _ONE_SPACE and widths[width] < _MOST_LINES_BY_SPACE * len(texts):
            continue
        columns = list(zip(*(each for each in rows if len(each) == width), strict=True))
        lengths = {
            at: sum(map(len, cells))
            for at, cells in enumerate(columns)
            if sum(map(_is_no_title, cells)) * 2 <= len(cells)
        }
        if separator in _BESIDE_PERSON:
            works = {at: length for at, length in lengths.items() if not _are_people(columns[at])}
            lengths = works or lengths
        is_first = 0 in lengths and (width == 2 or separator not in (_WIDE_SPACE, _ONE_SPACE))
        title_at = 0 if is_first else max(lengths, key=lengths.__getitem__, default=0)
        by_maker = sum(is_by_maker(first) and not COMMA_BY.fullmatch(first) for first in columns[title_at])
        return Layout(separator, title_at, names_maker=by_maker >= _MOST_LINES * len(columns[title_at]))
    return Layout()


def _is_no_title(cell: str) -> bool:
    return (
        names_body(cell)
        or CLASS.search(cell) is not None
        or YEAR.fullmatch(cell) is not None
        or is_section_of_award(cell)
    )


def _are_people(cells: Sequence[str]) -> bool:
    """Whether most cells are persons by their surnames, as some titles look too."""
    people = sum(all(map(PERSON.fullmatch, re.split("[、，,]", cell))) for cell in cells)
    return people >= _MOST_LINES * len(cells)


def parted(text: str, separator: re.Pattern[str] | None) -> list[str]:
    """The parts of a line that a separator parts, or the whole line."""
    if separator is None or (separator is _LABELLED and not has_label(text)):
        return [text]
    if separator is _BY_PERSON:
        if (found := _BY_PERSON.match(text)) is None:
            return [text]
        body = found["body"] or ""
        is_body = names_body(body) or body.endswith(("班", "级", "队"))  # else a place
        return ["、".join((found["who"], *([body] if is_body else ()))), found["title"]]
    if separator in (BRACKETS, BY, DE, _DASH, _IN_ENGLISH):
        found = separator.match(text) or (None if separator is BRACKETS else _IN_ENGLISH.match(text))
        return [found["first"], found["second"]] if found else [text]
    if separator in (_WIDE_SPACE, _ONE_SPACE):
        text = without_spread(text)
    return list(filter(None, map(str.strip, separator.split(text))))


_IN_LAST_BRACKETS = lazy_pattern(r"\s*\((?P<places>[^()]{2,})\)$")


def without_places(text: str) -> tuple[str, str]:
    """A line without the brackets at its end, and these, where they name a country and nobody: Salt (Peru, 2023)."""
    found = _IN_LAST_BRACKETS.search(text)
    parts = found["places"].split(",") if found else []
    if found is None or not any(is_country(part) for part in parts) or names_beside(found["places"])[0]:
        return text, ""
    return text[: found.start()], found["places"]
