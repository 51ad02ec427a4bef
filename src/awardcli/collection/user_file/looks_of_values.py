"""What a value looks like: a title, organization or person that is rather a heading, a date, an award or a body."""

from collections.abc import Iterable
from typing import Literal

from awardcli.collection.user_file.columns.heading_words import SURE, known, words_known
from awardcli.collection.user_file.columns.headings_without_roles import has_no_role
from awardcli.collection.user_file.notices.names import CLASS_ALONE
from awardcli.collection.user_file.rows_set_aside import is_bare_label, names_body
from awardcli.collection.user_file.section_names import BARE_YEAR, YEAR, is_section_of_award, may_be_award, says_when
from awardcli.language.awards import EDITION
from awardcli.language.fold import fold, to_simplified
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

LONGEST = 60
"""Characters: a longer title or organization is none of the words below."""
Kind = Literal["heading", "when", "award", "body", "number", "contact", "several", "remark", "elsewhere"]
"""What a value looks like; `messages.KINDS_OF_VALUES` names each."""
_Like = tuple[Kind, bool]
"""What a value looks like, and whether its form leaves little doubt."""
_SCORE = lazy_pattern(r"[0-9]{1,3}(?:\.[0-9]+)?\s*(?:分|points?|pts)")
CONTACT = lazy_pattern(r"1[0-9]{10}|[(（]?0[0-9]{2,3}[-)） ]?[0-9]{7,8}|[^\s@]+@[^\s@]+\.[A-Za-z]{2,}")
_LABEL = lazy_pattern(r"(?P<label>[\u4e00-\u9fff]{2,6})\s*[:：]")
_TITLE_AND_MORE = lazy_pattern(r"《[^》]+》(?P<more>\s*[\s,，、（(]\s*\S)?")
TWO_TITLES = lazy_pattern("》[^《》]{0,3}《")
_SENTENCE = lazy_pattern('[A-ZÀ-Þ][^«»“”„"\u3040-\u9fff]{50,}\\.')
_WORDS_OF_SENTENCE = 6
"""Words in small letters of a sentence about a film: Ein Drama über einen Vater, dessen Kind … wird."""
_BY_WHOM = lazy_pattern(r"\S (?:by (?P<name>[A-Z]\w+ [A-Z]\w+$)|(?:by|[–—-]) \S)")
_AND_MORE = chinese_pattern(r"等\s*[0-9一二三四五六七八九十]+\s*[部名个人件位家]")
_NO_TITLE = frozenset(("待定", "未定", "TBD", "TBA", "#N/A", "#REF!"))
_NOT_SAID = frozenset(("空缺", "从缺", "不详", "未知", "暂无", "N/A"))
_SCRIPTS = lazy_pattern("(?P<kana>[\u3040-\u30ff])|(?P<chinese>[\u4e00-\u9fff])|(?P<latin>[A-Za-z])")
_FIRST_IN_CHINA = "\u2e80"
"""The scripts before it are those of Europe, among others, in which a known heading is a word of a title too."""
_PARTS = lazy_pattern(r"\s*[:：=|]\s*|\s+[-–—]\s+")
_FEWEST_PARTS = 3
"""Words of an award with who won it and a body."""
_LONGEST_WORD = 20
"""Characters of the longest known headings."""


def title_like(text: str, *, has_who: bool, is_notice: bool) -> _Like | None:
    """What a title looks like; None where it may well be one."""
    if TWO_TITLES.search(text):
        return "several", True
    if is_notice and _SENTENCE.fullmatch(text) and sum(map(str.islower, text.split())) >= _WORDS_OF_SENTENCE:
        return "remark", True
    if len(text) > LONGEST or (text.startswith("《") and text.endswith("》")):
        return None
    *before, last = text.split()
    is_labelled = _has_label(text) or (bool(before) and last >= _FIRST_IN_CHINA and _is_label(last))  # 甲 作者
    by_whom = None if has_who else _BY_WHOM.search(text)
    parts = _PARTS.split(text)  # Rabbit - Mention spéciale - France, Premio del público: Salt
    has_award = len(parts) > 1 and any(map(is_plainly_award, parts))
    is_body = not has_who and (names_body(text.rstrip("）)")) or CLASS_ALONE.fullmatch(text) is not None)
    return _first_of(
        ("heading", is_heading(text), False),
        ("remark", text in _NO_TITLE, True),
        ("remark", to_simplified(text) in _NOT_SAID, False),
        ("contact", CONTACT.fullmatch(text), True),
        ("number", _SCORE.fullmatch(text), True),
        ("number", text.isdecimal() and not is_notice, False),  # films are called 1917, 2046, 12
        ("when", _says_when(text), is_notice),
        ("several", is_labelled, True),
        ("several", has_award, is_notice or len(parts) > 2),
        ("award", is_plainly_award(text), is_notice),
        ("body", is_body, is_notice or bool(before) or text[0] in "(（"),
        ("several", by_whom, is_notice and by_whom is not None and by_whom["name"] is not None),
        ("award", may_be_award(text), False),
    )


def maker_like(text: str, *, is_notice: bool) -> _Like | None:
    """What an organization or a person looks like; None where it may well be one."""
    if len(text) > LONGEST:
        return None
    parts, title = text.split("、"), _TITLE_AND_MORE.match(text)
    is_led = any(is_heading(part[:-n]) and not names_body(part) for part in parts for n in (2, 3))  # 导演张三
    return _first_of(
        ("several", title, title is not None and title["more"] is not None),
        ("when", _says_when(text), True),
        ("contact", CONTACT.fullmatch(text), True),
        ("number", text.isdecimal(), False),
        ("number", _SCORE.fullmatch(text), True),
        ("heading", any(is_heading(part.removeprefix("优秀")) for part in parts), len(parts) > 1),
        ("remark", any(map(_AND_MORE.fullmatch, parts)), True),
        ("award", is_plainly_award(text) and not text.endswith("Awards"), False),  # a ceremony, which gives them
        ("several", is_notice and any(map(_has_label, parts)), True),  # a table may have 导演: 张三 in each cell
        ("several", is_notice and is_led, False),
    )


def _first_of(*looks: tuple[Kind, object, bool]) -> _Like | None:
    """The first of the kinds that a value looks like; each with whether it does, and whether there is little doubt."""
    return next(((kind, is_plain) for kind, is_like, is_plain in looks if is_like), None)


def is_heading(text: str) -> bool:
    """Whether a text is surely known as a heading, or is a label: 联系人."""
    is_short = 1 < len(text) <= _LONGEST_WORD
    return is_short and (fold(text) in words_known(SURE) or has_no_role(text) or is_bare_label(text))


def _has_label(text: str) -> bool:
    """Whether a text begins with a heading and a colon: 联系人：张三."""
    found = _LABEL.match(text)
    return found is not None and _is_label(found["label"])


def _is_label(text: str) -> bool:
    """Whether a text is a heading, and not what a work is, as in 微电影：薪火."""
    return is_heading(text) and words_known(SURE).get(fold(text)) not in ("title", "category")


def _says_when(text: str) -> bool:
    may_be = text[0].isdigit() or text[0] in "第(（〇二一"
    return may_be and (BARE_YEAR.fullmatch(text) is not None or says_when(text))


def is_plainly_award(text: str) -> bool:
    """Whether a text is an award as the caption above rows may be: 一等奖, Best Film."""
    return len(text) <= LONGEST and is_section_of_award(text) and text[:3].casefold() != "no "  # No Award: nobody won


def is_award_alone(text: str) -> bool:
    """Whether a text may be an award, and not who won it and a body before it: 张三 一中 一等奖.

    >>> [is_award_alone(text) for text in ("张三 一中 一等奖", "第9回 市民 バレエ 優秀賞")]
    [False, True]
    """
    if not may_be_award(text):
        return False
    words = text.split()
    is_of_contest = EDITION.search(text) is not None or any(map(YEAR.fullmatch, words))
    return text.isascii() or len(words) < _FEWEST_PARTS or is_of_contest or not is_plainly_award(words[-1])


def are_words(texts: Iterable[str]) -> bool:
    """Whether texts begin with a letter and none is known as a heading."""
    return all(text[0].isalpha() and known(text) is None for text in texts)


def script_of(text: str) -> str | None:
    """The script of a text: kana, chinese or latin; None for another."""
    found = [each.lastgroup for each in _SCRIPTS.finditer(text)]
    return min(filter(None, found), key=("kana", "chinese", "latin").index, default=None)
