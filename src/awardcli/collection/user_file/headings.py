"""Which column of a list is what: headings as people write them, and the rows of a table that are not results."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from awardcli import messages, vocabulary
from awardcli.collection.user_file.text_file import repeated
from awardcli.language.fold import fold, to_simplified
from awardcli.model import Cell, Role

_LONGEST_HEADING = 40
"""Characters: longer cells are sentences."""
SEVERAL = ("title", "organization")
"""Roles that several columns may have; of the others the first column has it."""
_BY_PARTS = ("title", "organization", "category", "award", "year", "edition", "district", "id")
"""Roles that the last part of a heading may give: 获奖作品, 上映年份; 作品说明 is not a note on the result."""
_NAMED = ("title", "organization", "category", "award")
"""Roles whose words may be followed by 名称: 单位名称."""


def _any_of(words: str) -> str:
    """A pattern for one of the words of a list in the vocabulary, the longest first."""
    return "|".join(sorted(map(re.escape, words.split("、")), key=len, reverse=True))


_REMARK = re.compile(r"[(（\[【〔<＜][^()（）\[\]【】〔〕<>＜＞]*[)）\]】〕>＞]")
_NUMBERING = re.compile(r"\s*(?:[(（]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[)）.．、:：]|[①-⑳])\s*")
CHINESE = re.compile("[\u3400-\u9fff]+")
_LATIN_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NAME = re.compile("(?:名称|名字|全称|简称|名)$")
_AROUND = re.compile(
    rf"(?i)^(?:(?:{_any_of(vocabulary.CONTAINERS)})\.)+|\.value$|(?<=title)\.(?!id$)[a-z]{{2}}(?:-[a-z]{{2,4}})?$"
)
"""Parts of a dotted name that say nothing: those around a record, the value of a cell, a language."""
_LANGUAGE = re.compile("(?:中文|英文|外文|外国|外语|原|译)$")


def text_of(cell: object) -> str:
    """A cell on one line, without the spaces around it or a stray byte order mark; "" where it has no value."""
    if cell is None or isinstance(cell, Mapping):  # a cell of a workbook that holds an error
        return ""
    return " ".join(str(cell).replace("\ufeff", "").split("\n")).strip()


class Known(NamedTuple):
    """What a heading is known as: its role, and how surely: SURE, BY_PARTS, BESIDE or WEAK."""

    role: Role
    strength: int


SURE, BY_PARTS, BESIDE, WEAK = 4, 3, 2, 1
"""The whole heading is known; its last part is; it is that of a further title; or it says little (name)."""


@cache
def known(heading: str) -> Known | None:
    """What a heading is known as, however it is written, or None.

    >>> known("*片　名（必填）"), known("影片英文名"), known("film_name_en").role
    (Known(role='title', strength=4), Known(role='title', strength=3), 'title')
    >>> known("片长"), known("影片时长"), known("FilmId")
    (None, None, None)
    """
    if len(heading) > _LONGEST_HEADING:
        return None
    bare = _NUMBERING.sub("", heading, count=1) if _NUMBERING.match(heading) else heading
    bare = _REMARK.sub("", bare) if fold(_REMARK.sub("", bare)) else bare
    bare = _AROUND.sub("", bare)
    whole = fold(bare)
    for strength in (SURE, BESIDE, WEAK):
        names = _words_known(strength)
        if role := names.get(whole) or names.get(whole.removesuffix("s")):
            return Known(role, strength)
    chinese = "".join(CHINESE.findall(whole))
    return _by_chinese_parts(chinese) if chinese else _by_latin_parts(_words(bare))


def _by_chinese_parts(text: str) -> Known | None:
    """The role of the longest known word at the end; what is before it only describes it (报送单位, 上映年份)."""
    for start in range(len(text) - 1):
        word = text[start:]
        if word in _split(vocabulary.NOT_HEADINGS):
            return None
        if (role := _words_known(SURE).get(word)) in _BY_PARTS:
            return Known(role, BY_PARTS)
        if role := _words_known(BESIDE).get(word):
            return Known(role, BESIDE)
        if (role := _words_known(WEAK).get(word)) and not _NAME.search(word):
            return Known(role, WEAK)
    name = _NAME.search(text)
    return _name_of(text[: name.start()]) if name else None


def _name_of(text: str) -> Known | None:
    """The role of a heading that ends in 名称: that of what is named; of a work, where that is not known."""
    bare = _LANGUAGE.sub("", text)
    if not bare:
        return Known("title", BESIDE)
    role = _words_known(SURE).get(bare)
    found = Known(role, SURE) if role else _by_chinese_parts(bare)
    if found and found.role in _NAMED:
        return Known(found.role, BY_PARTS)
    if found or text.endswith(_split(vocabulary.NOT_TITLES)):
        return None
    return Known("title", WEAK if bare == text else BESIDE)


def _words(heading: str) -> list[str]:
    """The words of a heading in Latin letters: `film_name_en`, `Film Name` and `filmName` alike, without languages."""
    words = [word.lower() for word in _LATIN_WORD.findall(normalize("NFKC", heading))]
    return [word for word in words if word not in _split(vocabulary.LANGUAGE_WORDS)]


def _by_latin_parts(words: list[str]) -> Known | None:
    """The role of the last word (Release Year), or of what is named (name of the film, director name)."""
    if "of" in words:
        at = words.index("of")
        words = [*words[at + 1 :], "name"] if words[:at] in (["name"], ["title"]) else words[:at]
    if not words:
        return None
    if words[-1] in ("name", "names") or (words[1:] and words[-1] == "label"):
        found = _by_latin_parts(words[:-1]) if words[:-1] else Known("title", WEAK)
        return found if found and found.role in _NAMED else None
    if words[1:] and "date" in (words[0], words[-1]):
        return Known("year", WEAK)
    last = words[-1]
    role = _words_known(SURE).get(last) or _words_known(SURE).get(last.removesuffix("s"))
    return Known(role, BY_PARTS) if role in _BY_PARTS and role != "id" else None


@cache
def _split(names: str) -> tuple[str, ...]:
    return tuple(names.split("、"))


@cache
def _words_known(strength: int) -> Mapping[str, Role]:
    """The role of each word or heading that is known that surely, by its folded form."""
    others: Mapping[Role, str] = {"title": vocabulary.OTHER_TITLES}
    table = {SURE: vocabulary.HEADING_NAMES, BESIDE: others, WEAK: vocabulary.WEAK_HEADINGS}[strength]
    return {fold(name): role for role, names in table.items() for name in _split(names)}


def role_named(name: str) -> Role | None:
    """The role of that key or heading, such as `title` or 片名; None where it is not known."""
    found = known(name.strip())
    return found.role if found and found.strength == SURE else None


Asked = Mapping[str, Role | None]
"""The roles that `--column` gives, by heading; None for a column that has none."""
NO_ROLES: Mapping[str, Role] = {}


def is_same(heading: str, asked: str) -> bool:
    """Whether a heading is the one that an option names: the same, or the same once folded."""
    return heading == asked or fold(heading) == fold(asked) != ""


def asked_role(heading: str, asked: Asked) -> str | None:
    """The heading of `asked` that means this one: the same, or the same once folded; None where there is none."""
    if heading in asked:
        return heading
    return next((name for name in asked if is_same(heading, name)), None)


def roles_of(
    headings: Sequence[str], asked: Asked, taken: Iterable[Role | None] = (), added: Mapping[str, Role] = NO_ROLES
) -> list[Role | None]:
    """The role of each heading; `taken` are those that other columns of the list have already.

    `added` are headings of ours with their role, which only a heading that says little gives way to.

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
    for strength in (SURE, BY_PARTS, WEAK, BESIDE):  # 又名 is a title beside 名称
        if strength == WEAK:
            given.update(added.values())
        for at, heading in enumerate(headings):
            found = known(heading)
            if settled[at] or not found or found.strength != strength:
                continue
            if found.role not in given or (found.role in SEVERAL and strength != WEAK):
                roles[at], settled[at] = found.role, True
                given.add(found.role)
    return [added.get(heading, role) for heading, role in zip(headings, roles, strict=True)]


class Remark(NamedTuple):
    """A remark on how a list was read.

    `option` reads the list in another way that may be meant, such as `--fill-down Year`. A remark is harmless where
    nothing was lost or guessed.
    """

    text: str
    option: str | None = None
    is_harmless: bool = False


def settled_roles(
    names: Sequence[str],
    cells_of: Callable[[str], Sequence[Cell]],
    asked: Asked,
    added: Mapping[str, Role] = NO_ROLES,
) -> tuple[list[Role | None], list[Remark]]:
    """The role of each column by its name and by its cells in the first rows, and remarks on what is doubtful.

    A column whose cells are not what its heading says has no role, nor has one of ids where one occurs twice. A title
    column with the same text in every row gives way to another.
    """
    remarks: list[Remark] = []
    by_name = [name for name in names if asked_role(name, asked) is None]
    asked = {**asked, **{name: None for name in by_name if not _fits(name, cells_of(name))}}
    roles = roles_of(names, asked, added=added)
    titles = [name for name, role in zip(names, roles, strict=True) if role == "title"]
    others = [name for name in titles if _always_the_same(cells_of(name)) is None]
    for name in titles:
        if name not in others and asked_role(name, asked) is None:
            same = _always_the_same(cells_of(name))
            if others:
                roles[names.index(name)] = None
                remarks.append(
                    Remark(
                        messages.TITLE_GIVES_WAY(heading=name, value=same, other=others[0], asked=messages.quoted(name))
                    )
                )
            else:
                remarks.append(Remark(messages.TITLE_IS_ONE(heading=name, value=same)))
    for at, (name, role) in enumerate(zip(names, roles, strict=True)):
        if role == "id" and (twice := _id_of_several(at, list(map(cells_of, names)))) is not None:
            roles[at] = None
            remarks.append(Remark(messages.IDS_REPEATED(heading=name, id=twice)))
        if role in _ONCE_A_GROUP and (filled := _filled_once_a_group(cells_of(name))):
            option = f"--fill-down {messages.quoted(name)}"
            text = messages.BLANK_IN_GROUP(heading=name, filled=filled, total=len(cells_of(name)), option=option)
            remarks.append(Remark(text, option))
    return roles, remarks


_YES_AND_NO = frozenset(("true", "false", "yes", "no", "y", "n", "是", "否", "√", "✓", "✔", "×"))
_ONCE_A_GROUP = ("year", "edition", "category", "award")
_FEW = 5
"""Rows: fewer may have the same title by chance."""


def _texts(cells: Iterable[Cell]) -> list[str]:
    return [text for cell in cells if cell is not None and (text := str(cell).strip())]


def _fits(heading: str, cells: Sequence[Cell]) -> bool:
    """Whether the cells of a column may be what its heading says.

    A column Winner of yes and no has no names; a heading that says little counts only for years and for ranks that
    repeat: a Place may be Cannes, and a rank of its own in every row only numbers the rows. An address is no name.
    """
    found, texts = known(heading), _texts(cells)
    if found is None or heading in vocabulary.HEADINGS[found.role]:
        return True
    if texts and all(map(_ADDRESS.match, texts)):
        return False
    if found.role in ("organization", "award") and texts and all(text.casefold() in _YES_AND_NO for text in texts):
        return False
    if found.strength != WEAK or (found.role == "title" and fold(_REMARK.sub("", heading)) in _words_known(WEAK)):
        return True
    if found.role == "title":
        return not texts or _titleness(cells) >= _LIKELY
    if found.role == "year":
        is_release = any(word in fold(heading) for word in _split(vocabulary.RELEASED))
        years = [text for text in texts if BARE_YEAR.fullmatch(text) or (is_release and _YEAR_FIRST.match(text))]
        return len(years) >= _MOST * len(texts)
    return len(set(texts)) < len(texts) and all(_RANK.fullmatch(text) or section(text) for text in texts)


_ADDRESS = re.compile("https?://|www\\.")
_MOST = 0.9
BARE_YEAR = re.compile(r"[(（]?(?:[12][0-9]{3}(?:[/.-][0-9]{1,4})?|[〇零○一二三四五六七八九]{4})年?[)）]?(?:[(（].*)?")
_YEAR_FIRST = re.compile(r"[(（]?[12][0-9]{3}(?![0-9])|[〇零○一二三四五六七八九]{4}年")
_RANK = re.compile(r"(?i)(?:no\.?|第)?\s*[0-9一二三四五六七八九十]{1,4}\s*(?:st|nd|rd|th|名|位)?")


def _always_the_same(cells: Sequence[Cell]) -> str | None:
    """The text that is in every row, or None."""
    texts = _texts(cells)
    return texts[0] if _FEW <= len(texts) == len(cells) and len(set(texts)) == 1 else None


def _filled_once_a_group(cells: Sequence[Cell]) -> int:
    """How many cells are filled, where each may stand for the rows below it; else 0.

    So it may be where the first is filled, most are blank, and no value is repeated by the next one.
    """
    texts = ["" if cell is None else str(cell).strip() for cell in cells]
    filled = [text for text in texts if text]
    repeats = any(text == following for text, following in pairwise(filled))
    return len(filled) if texts and texts[0] and len(filled) * 2 < len(texts) and not repeats else 0


def _id_of_several(at: int, columns: Sequence[Sequence[Cell]]) -> str | None:
    """An id in the column at that place that rows with other cells have too, or None; a row may be there twice."""
    return repeated(_texts({str(row): row[at] for row in zip(*columns, strict=True)}.values()))


_LIKELY, _SURELY = 0.5, 0.9
"""Scores of a column that may hold titles where nothing else is known, and where names are."""
_LONGEST_TITLE = 60
_NOT_A_TITLE = re.compile(r"(?i)\s*(?:https?:|www\.|/|[-+]?[0-9.,:/%年月日 -]+(?:分钟?|人评价|亿|万|元|部|min)?\s*$)")


def likely_title(
    names: Sequence[str], roles: Sequence[Role | None], cells_of: Callable[[str], Sequence[Cell]], asked: Asked
) -> str | None:
    """The column without a role that is likeliest to hold titles: short texts, mostly different; None where none is.

    Where another column names who made the works they must be all but different: a country is no title.
    """
    without = [
        name for name, role in zip(names, roles, strict=True) if role is None and asked_role(name, asked) is None
    ]
    scores = {name: _titleness(cells_of(name)) for name in without}
    best = max(scores, key=scores.__getitem__, default=None)
    cutoff = _SURELY if "organization" in roles else _LIKELY
    return best if best is not None and scores[best] >= cutoff else None


def _titleness(cells: Sequence[Cell]) -> float:
    """The share of cells that could be titles, less where they repeat."""
    fit = [text for text in _texts(cells) if len(text) <= _LONGEST_TITLE and not _NOT_A_TITLE.match(text)]
    return len(set(fit)) / len(cells) if fit else 0.0


# Rows below the heading that are not results


_COUNT = re.compile(
    r"(?:(?:\s*[:：]|\s)\s*[共计]?\s*[0-9一二三四五六七八九十百两]+|[共计]\s*[0-9一二三四五六七八九十百两]+|(?<![第0-9])[0-9]+)"
    r"\s*[名个部项件人篇组首]\s*$"
)
_NUMBER = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])\s*")
_AMOUNT = re.compile(r"[-+¥￥$]?[0-9０-９][0-9０-９.,，%]*\s*\w{0,3}")
_DATE = re.compile(
    r"(?:[0-9０-９]{2,4}|[〇零○一二三四五六七八九十]{4})\s*[年./-][0-9０-９一二三四五六七八九十\s年月日号./-]*"
)
_UNIT = "[部个件项条人份篇名次集首家]"
_TOTAL = re.compile(
    rf"(?:{_any_of(vocabulary.TOTALS)})(?:部数|人数|件数|数量|数|分)?共?[0-9]*{_UNIT}?(?:作品)?|共[0-9]+{_UNIT}(?:作品)?|"
    r"[0-9]+(?:rows?|行(?:记录)?)(?:inset.*)?"
)
_LABEL = re.compile(
    rf"(?i)\s*(?:(?:{_any_of(vocabulary.LABELS)})(?:{_any_of(vocabulary.LABELLED)}|[(（][^)）]*[)）])*|"
    rf"(?:单位)?[(（](?:盖章|公章|签章)[)）]|{_any_of(vocabulary.LABELS_IN_ENGLISH)})\s*[0-9]{{0,2}}\s*(?P<colon>[:：])?"
)
_AWARD = re.compile(
    rf"(?i)(?:.{{0,12}}奖(?:作品|影片|单位|个人)?|[冠亚季殿]军|第[一二三四五六七八九十0-9]{{1,3}}名|"
    rf"{_any_of(vocabulary.AWARDS)}|最佳(?:{_any_of(vocabulary.BEST)})|"
    rf"best (?:{_any_of(vocabulary.BEST_IN_ENGLISH)})|.{{1,40}} (?:award|prize|medal|place)s?)"
)
_FOOT = re.compile(
    rf"(?i)[(（]?(?:{_any_of(vocabulary.CONTINUED)})(?:\s*[0-9一二三四五六七八九十]{{1,3}})?[)）]?|"
    r"[-—–－]+\s*[0-9]{1,4}\s*[-—–－]+|第\s*[0-9]{1,4}\s*页.{0,12}|page\s+[0-9]{1,4}.{0,8}"
)
_NOTES = re.compile(rf"(?i)\s*[(（【]?(?:{_any_of(vocabulary.NOTES)})[)）】]?\s*[0-9]{{0,2}}\s*(?P<colon>[:：])?")
_NUMBERED = re.compile(r"\s*(?:[(（]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]|[①-⑳*＊※])")
_BULLET = "★☆◆◇●○■□▲△※*·•-—"


_MAY_BE_ASIDE = re.compile(
    r"\s*(?:[合总總共小累平制製填编編审審复複覆核对對负負主經经办辦承联聯统統汇彙整录錄打更公发發报報盖蓋签簽日时時备備注註]|"
    r"[说說附数數来來单單电電(（]|[-:=+\u2500-\u257f]|[0-9]+ rows|"
    r"(?i:total|subtotal|sum|grand|average|notes?|source|date|sign|prepared|compiled|approved|checked))"
)


def may_be_aside(text: str) -> bool:
    """Whether a row that begins so may be a total, a signature or a drawn line: a quick look for most rows."""
    return _MAY_BE_ASIDE.match(text) is not None


def is_total(filled: Sequence[str]) -> bool:
    """Whether the filled cells of a row add up others: 合计 first, and numbers behind it."""
    return bool(_TOTAL.fullmatch(fold(filled[0]))) and all(map(_AMOUNT.fullmatch, filled[1:]))


def is_signature(filled: Sequence[str]) -> bool:
    """Whether the filled cells of a row say who made the table, and when, or are a note to it, or the foot of a page.

    制表：…, 日期：…, 填表人： with a name in the next cell, 续表, — 1 —
    """
    if len(filled) == 1 and _FOOT.fullmatch(filled[0].strip()):
        return True
    follows_label = False
    for text in filled:
        if not (_has_colon(text) or _DATE.fullmatch(text) or follows_label):
            return False
        follows_label = text.endswith((":", "："))
    return _has_colon(filled[0])


def may_be_signature(filled: Sequence[str], width: int) -> bool:
    """Whether a row is a signature if no result is below it: a label without a colon, a date alone, a label and a name.

    Or a sentence by itself: 以上共2部作品, （排名不分先后）. Most of its cells must be blank.
    """
    if len(filled) * 2 > max(width, 2):
        return False
    if _has_colon(filled[0]) or (len(filled) == 1 and _is_foot(filled[0], width)):
        return True
    is_label = (label := _LABEL.match(to_simplified(filled[0]))) is not None and label.end() == len(filled[0])
    return width > 2 and (is_label or (len(filled) == 1 and _DATE.fullmatch(filled[0]) is not None))


def _is_foot(text: str, width: int) -> bool:
    """Whether a text is a sentence below a table: about it, or, where the table has columns, in brackets or ended."""
    said = text.strip("()（）[]【】 \u3000" + _BULLET)
    if said.startswith(_split(vocabulary.CLOSING)):
        return True
    is_ended = text.endswith("。") or bool(_REMARK.fullmatch(text))
    return width > 1 and is_ended and (len(CHINESE.sub("", said)) + 6 <= len(said) or said.count(" ") > 1)


def begins_notes(filled: Sequence[str]) -> bool:
    """Whether the only cell of a row says that notes on the table follow: 说明：, 备注, 注：1.…"""
    label = _NOTES.match(to_simplified(filled[0])) if len(filled) == 1 else None
    return label is not None and (label.end() == len(filled[0]) or bool(label["colon"]))


def is_note(filled: Sequence[str]) -> bool:
    """Whether a row below such a one is a further note: a numbered line, or one that ends as a sentence does."""
    return len(filled) == 1 and (_NUMBERED.match(filled[0]) is not None or filled[0].endswith(("。", "；", ";")))


def is_label(text: str) -> bool:
    """Whether a cell above a table is a label, and no heading: 填报单位：某区"""
    return text.endswith((":", "：")) or _has_colon(text)


def _has_colon(text: str) -> bool:
    label = _LABEL.match(to_simplified(text))
    return label is not None and bool(label["colon"])


def section(text: str) -> tuple[Role, str] | None:
    """The award or category that a row with no other cell gives the rows below it, with its role; or None.

    >>> section("一等奖（3名）"), section("一、微电影类"), section("爱上海的理由")
    (('award', '一等奖'), ('category', '微电影类'), None)
    """
    name = _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text
    bare = _COUNT.sub("", _REMARK.sub("", name)).strip(" \u3000:：") or name
    bare = bare.strip(" \u3000【】[]<>《》" + _BULLET)
    if not bare or len(bare) > _LONGEST_HEADING:
        return None
    if _AWARD.fullmatch(to_simplified(bare)):
        return "award", bare
    return ("category", bare) if name != text else None


_RULE = re.compile(r"[+|:\s]*[-=\u2500-\u257f][-=+|:\s\u2500-\u257f]+")


def is_rule(cells: Sequence[object]) -> bool:
    """Whether a row is a drawn line, as a table in Markdown or of a database has it: |---|:--|, +----+----+."""
    return _RULE.fullmatch("".join(map(text_of, cells))) is not None


def is_translated(heading: Sequence[object], below: Sequence[object]) -> bool:
    """Whether a row says the heading above it in another language: 片名, 导演 and Title, Director.

    Two columns at least mean the same in both, and none means something else.

    >>> is_translated(["片名", "导演"], ["Title", "Director"]), is_translated(["片名", "导演"], ["A", "B"])
    (True, False)
    """
    both = zip(map(text_of, heading), map(text_of, below), strict=False)
    pairs = [(above, under) for above, under in both if above and under]
    if any((CHINESE.search(above) is None) == (CHINESE.search(under) is None) for above, under in pairs):
        return False
    roles = [(one.role, other.role) for above, under in pairs if (one := known(above)) and (other := known(under))]
    return len(roles) > 1 and all(one == other for one, other in roles) and any(one in SEVERAL for one, _ in roles)


def is_repeated(cells: Sequence[object], heading: Sequence[str]) -> bool:
    """Whether a row says the heading again."""
    texts = [text_of(cell) for cell in cells]
    return (
        any(texts)
        and all(text in ("", name) for text, name in zip(texts, heading, strict=False))
        and sum(map(bool, texts)) * 2 > sum(map(bool, heading))
    )
