"""Which column of a list is what: headings as people write them, and the row of a table that holds them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from awardcli import vocabulary
from awardcli.language.fold import fold
from awardcli.model import Role

ROWS_LOOKED_AT = 20
"""A heading is among the first rows that are not blank; above it are the name of the table and remarks."""
_LONGEST_HEADING = 40
"""Characters: longer cells are sentences."""
_SEVERAL = ("title", "organization")
"""Roles that several columns may have; of the others the first column has it."""
_BY_PARTS = ("title", "organization", "category", "award", "year", "edition", "district", "id")
"""Roles that the last part of a heading may give: 获奖作品, 上映年份; 作品说明 is not a note on the result."""
_NAMED = ("title", "organization", "category", "award")
"""Roles whose words may be followed by 名称: 单位名称."""

_REMARK = re.compile(r"[(（\[【〔<＜][^()（）\[\]【】〔〕<>＜＞]*[)）\]】〕>＞]")
_NUMBERING = re.compile(r"\s*(?:[(（]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[)）.．、:：]|[①-⑳])\s*")
_CHINESE = re.compile("[\u3400-\u9fff]+")
_LATIN_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NAME = re.compile("(?:名称|名字|全称|简称|名)$")
_LANGUAGE = re.compile("(?:中文|英文|外文|外国|外语|原|译)$")


class Known(NamedTuple):
    """What a heading is known as: its role, and how surely: SURE, BY_PARTS or WEAK."""

    role: Role
    strength: int


SURE, BY_PARTS, WEAK = 3, 2, 1
"""The whole heading is known; its last part is; or it says little, and counts only where no other has the role."""


@cache
def known(heading: str) -> Known | None:
    """What a heading is known as, however it is written, or None.

    >>> known("*片　名（必填）"), known("影片英文名"), known("film_name_en").role
    (Known(role='title', strength=3), Known(role='title', strength=2), 'title')
    >>> known("片长"), known("影片时长"), known("FilmId")
    (None, None, None)
    """
    if len(heading) > _LONGEST_HEADING:
        return None
    bare = _NUMBERING.sub("", heading, count=1) if _NUMBERING.match(heading) else heading
    bare = _REMARK.sub("", bare) if fold(_REMARK.sub("", bare)) else bare
    whole = fold(bare)
    if role := _names().get(whole):
        return Known(role, SURE)
    if role := _weak_names().get(whole):
        return Known(role, WEAK)
    chinese = "".join(_CHINESE.findall(whole))
    return _by_chinese_parts(chinese) if chinese else _by_latin_parts(_words(bare))


def _by_chinese_parts(text: str) -> Known | None:
    """The role of the longest known word at the end; what is before it only describes it (报送单位, 上映年份)."""
    for start in range(len(text) - 1):
        word = text[start:]
        if word in vocabulary.NOT_HEADINGS:
            return None
        if (role := _names().get(word)) in _BY_PARTS:
            return Known(role, BY_PARTS)
        if (role := _weak_names().get(word)) and not _NAME.search(word):
            return Known(role, WEAK)
    name = _NAME.search(text)
    return _name_of(text[: name.start()]) if name else None


def _name_of(text: str) -> Known | None:
    """The role of a heading that ends in 名称: that of what is named; a name in another language is a title."""
    bare = _LANGUAGE.sub("", text)
    if not bare:
        return Known("title", BY_PARTS)
    role = _names().get(bare)
    found = Known(role, SURE) if role else _by_chinese_parts(bare)
    if found and found.role in _NAMED:
        return Known(found.role, BY_PARTS)
    return None if found or bare == text else Known("title", BY_PARTS)


def _words(heading: str) -> list[str]:
    """The words of a heading in Latin letters: `film_name_en`, `Film Name` and `filmName` alike, without languages."""
    words = [word.lower() for word in _LATIN_WORD.findall(normalize("NFKC", heading))]
    return [word for word in words if word not in vocabulary.LANGUAGES]


def _by_latin_parts(words: list[str]) -> Known | None:
    """The role of the last word (Release Year), or of what is named (name of the film, director name)."""
    if "of" in words:
        at = words.index("of")
        words = [*words[at + 1 :], "name"] if words[:at] in (["name"], ["title"]) else words[:at]
    if not words:
        return None
    if words[-1] in ("name", "names"):
        found = _by_latin_parts(words[:-1]) if words[:-1] else Known("title", WEAK)
        return found if found and found.role in _NAMED else None
    last = words[-1]
    role = _names().get(last) or _names().get(last.removesuffix("s"))
    return Known(role, BY_PARTS) if role in _BY_PARTS and role != "id" else None


@cache
def _names() -> Mapping[str, Role]:
    """The role of each heading that is known as a whole, by its folded name."""
    return {fold(name): role for role, names in vocabulary.HEADING_NAMES.items() for name in names}


@cache
def _weak_names() -> Mapping[str, Role]:
    return {fold(name): role for role, names in vocabulary.WEAK_HEADINGS.items() for name in names}


def role_named(name: str) -> Role | None:
    """The role of that key or heading, such as `title` or 片名; None where it is not known."""
    found = known(name.strip())
    return found.role if found and found.strength == SURE else None


Asked = Mapping[str, Role | None]
"""The roles that `--column` gives, by heading; None for a column that has none."""


def asked_role(heading: str, asked: Asked) -> str | None:
    """The heading of `asked` that means this one: the same, or the same once folded; None where there is none."""
    if heading in asked:
        return heading
    return next((name for name in asked if fold(name) == fold(heading) != ""), None) if asked else None


def roles_of(headings: Sequence[str], asked: Asked, taken: Iterable[Role | None] = ()) -> list[Role | None]:
    """The role of each heading; `taken` are those that other columns of the list have already.

    >>> roles_of(["片名", "英文名", "导演", "片长", "奖项", "名次"], {})
    ['title', 'title', 'organization', None, 'award', None]
    """
    roles: list[Role | None] = [None] * len(headings)
    settled = [False] * len(headings)
    given: set[Role | None] = set(taken)
    for at, heading in enumerate(headings):
        if (name := asked_role(heading, asked)) is not None:
            roles[at], settled[at] = asked[name], True
            given.add(asked[name])
    for strength in (SURE, BY_PARTS, WEAK):
        for at, heading in enumerate(headings):
            found = known(heading)
            if settled[at] or not found or found.strength != strength:
                continue
            if found.role not in given or (found.role in _SEVERAL and strength != WEAK):
                roles[at], settled[at] = found.role, True
                given.add(found.role)
    return roles


Line = tuple[int, Sequence[object], str | None]


class Heading(NamedTuple):
    """The heading of a table: the number of its line, its cells, and how many of the rows looked at it ends with."""

    line: int
    cells: tuple[str, ...]
    rows: int


def find_heading(rows: Sequence[Line], asked: Asked) -> Heading | None:
    """The heading among the first rows of a table, those that are not blank; None where none is known.

    It is the row that names the most columns, a title or an organization among them; a row below the first must name
    two. Where the heading takes two rows, the name in the lower one counts, and the upper where that is empty.
    """
    counted = [_count(cells, asked) if problem is None else (0, 0) for _, cells, problem in rows]
    best = max(range(len(rows)), key=counted.__getitem__, default=0)
    if not rows or not counted[best][0] or (best and counted[best][0] < 2):
        return None
    above = rows[best - 1] if best and rows[best - 1][0] == rows[best][0] - 1 else None
    if above and _filled(above[1]) > 1:
        return Heading(rows[best][0], _joined(above[1], rows[best][1]), best + 1)
    below = rows[best + 1] if best + 1 < len(rows) else None
    if below and below[2] is None and _is_lower_half(rows[best][1], below[1], asked):
        return Heading(below[0], _joined(rows[best][1], below[1]), best + 2)
    return Heading(rows[best][0], tuple(map(_text, rows[best][1])), best + 1)


def _count(cells: Iterable[object], asked: Asked) -> tuple[int, int]:
    """How many columns cells name, and how many of them surely; none where no title or organization is named."""
    texts = [text for cell in cells if (text := _text(cell))]
    named = [(asked[name], SURE) for text in texts if (name := asked_role(text, asked)) is not None]
    named += [found for text in texts if asked_role(text, asked) is None and (found := known(text))]
    if not any(role in _SEVERAL for role, _ in named):
        return 0, 0
    return len(named), sum(strength == SURE for _, strength in named)


def _is_lower_half(upper: Sequence[object], lower: Sequence[object], asked: Asked) -> bool:
    """Whether a row goes on with the heading above it: it names columns, and leaves out those named above for good."""
    pairs = [(_text(cell), _text(under)) for cell, under in zip(upper, lower, strict=False)]
    names = [under for _, under in pairs if under]
    empty = [cell for cell, under in pairs if cell and not under]
    return (
        bool(names)
        and all(known(name) or asked_role(name, asked) for name in names)
        and any((found := known(cell)) and found.role in _SEVERAL for cell in empty)
    )


def _joined(upper: Sequence[object], lower: Sequence[object]) -> tuple[str, ...]:
    width = max(len(upper), len(lower))
    names = [[*map(_text, cells), *[""] * (width - len(cells))] for cells in (upper, lower)]
    return tuple(low or high for high, low in zip(*names, strict=True))


def _filled(cells: Iterable[object]) -> int:
    return sum(map(bool, map(_text, cells)))


def _text(cell: object) -> str:
    """A heading as its column is called: on one line, without the spaces around it or a stray byte order mark."""
    if cell is None or isinstance(cell, Mapping):  # a cell of a workbook that holds an error
        return ""
    return " ".join(str(cell).strip("\ufeff \t\r\n").split("\n")).strip()
