"""Which lines of a text are items: each a title with what is said of it.

Titles have marks around them, or lines are numbered from 1 on; or nearly all lines have one other form, a title and its
award or a title by its maker. One line alone does not tell: “” are around words of titles too, and 1984 is a film.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from awardcli.collection.user_file.notices import japanese, notice_lines
from awardcli.collection.user_file.notices.captions import caption_of
from awardcli.collection.user_file.notices.layouts import (
    are_awards_before_countries,
    has_award_before_country,
    has_award_in_brackets,
    has_maker_in_brackets,
    is_by_maker,
    is_by_person,
    layout_of,
    name_works,
)
from awardcli.collection.user_file.notices.marked_titles import TITLE_MARKS
from awardcli.collection.user_file.notices.notice_lines import has_bullet, has_item_number
from awardcli.collection.user_file.notices.titles_in_line import ItemReader
from awardcli.collection.user_file.notices.work_and_person import QUOTES
from awardcli.collection.user_file.section_names import is_section_of_award
from awardcli.language.lazy_pattern import lazy_pattern


class _Marks(NamedTuple):
    """Marks around titles, and what shows that they are around the titles of a text."""

    title: "re.Pattern[str]"
    fewest: int
    """Titles in these marks."""
    share: float
    """The least share of the items that have them: 《》 are around titles always, “” around words of titles too."""


_MARKS_IN_ORDER = (
    _Marks(TITLE_MARKS, 1, 0.0),
    _Marks(lazy_pattern("〈[^〈〉]+〉|" + japanese.TITLE_IN_MARKS + "|<[^<>]*[\uac00-\ud7a3][^<>]*>"), 2, 0.5),
    _Marks(lazy_pattern("(?<![A-Za-z])'[^']*[\uac00-\ud7a3][^']*'|‘[^‘’]*[\uac00-\ud7a3][^‘’]*’"), 2, 0.5),
    _Marks(QUOTES, 2, 0.6),
)
MOST = 0.6
"""A text is a list of items where at least this share of its lines are: some have lost their mark or number."""
NEARLY_ALL = 0.9
"""The share of titles in marks in a list of these alone: where more have none, the line above may be a title."""


class ItemRules(NamedTuple):
    """How the items of a text are told from its other lines."""

    title_marks: "re.Pattern[str] | None"
    is_numbered: bool
    is_unmarked_item: Callable[[str], bool] | None
    """What nearly all lines are where no titles are in marks: a title and its award, or a title by its maker."""
    has_bullets: bool = False
    """Whether several lines have a bullet, so that these are items among numbers too."""

    @property
    def has_awards_before_countries(self) -> bool:
        """Whether nearly all lines are a title, its award and its country."""
        return self.is_unmarked_item is has_award_before_country

    def is_marked(self, text: str) -> bool:
        """Whether a line has a title in title marks."""
        marks = self.title_marks
        return marks is not None and marks.search(text) is not None and not notice_lines.announces(marks.sub("", text))

    def is_item(self, text: str) -> bool:
        """Whether a line has a title in its marks, is numbered, or has a title and its award or maker."""
        is_unmarked_item = self.is_unmarked_item is not None and self.is_unmarked_item(text)
        return is_unmarked_item or self.is_marked(text) or self.is_counted(text)

    def is_counted(self, text: str) -> bool:
        """Whether a line has its number, where lines are numbered; one bullet alone is of no item: ▲颁奖现场."""
        return self.is_numbered and has_item_number(text) and (self.has_bullets or not has_bullet(text))


def item_rules(texts: Sequence[str]) -> ItemRules:
    """The rules that nearly all items of a text keep to."""
    marks = _title_marks(texts)
    captions = [caption_of(text, marks).names for text in texts]
    has_awards = any("award" in names for names in captions)
    others = [text for text, names in zip(texts[1:], captions[1:], strict=True) if "category" not in names]
    are_by_persons = has_awards and _are_nearly_all(is_by_person, texts) and name_works(texts)
    is_unmarked_item = is_by_person if are_by_persons else _form_of_items(others)
    has_bullets = sum(map(has_bullet, texts)) > 1
    return ItemRules(marks, notice_lines.are_numbered(texts), is_unmarked_item if marks is None else None, has_bullets)


def _form_of_items(texts: Sequence[str]) -> Callable[[str], bool] | None:
    """A test of what nearly all lines are: a title and its award (甲 某单位 一等奖), a title by its maker; or None."""
    if are_awards_before_countries(texts):
        return has_award_before_country
    layout = layout_of(texts)
    names_award = partial(_names_award, ItemReader(None, layout))
    if layout.separator and sum(map(names_award, texts)) >= max(NEARLY_ALL * len(texts), 2):
        return names_award
    forms = (is_by_maker, has_award_in_brackets, has_maker_in_brackets)
    return next((form for form in forms if _are_nearly_all(form, texts)), None)


def _are_nearly_all(is_such: Callable[[str], bool], texts: Sequence[str]) -> bool:
    """Whether several lines are such items, and nearly all of those that may be items."""
    such = sum(map(is_such, texts))
    others = sum(
        not (is_such(text) or notice_lines.may_frame_items(text) or caption_of(text, None).names) for text in texts
    )
    return such > 2 and such >= NEARLY_ALL * (such + others)


def _names_award(reader: ItemReader, text: str) -> bool:
    return any("award" in item.said for item in reader.items(text, ""))


def _title_marks(texts: Sequence[str]) -> "re.Pattern[str] | None":
    """The first marks that enough titles of a text have, and enough of the lines that may be items; or None."""
    texts = list(map(japanese.without_magazines, texts))
    unmarked = [text for text in texts if not caption_of(text, None).names and not notice_lines.may_frame_items(text)]
    for marks, fewest, share in _MARKS_IN_ORDER:
        items = [text for text in texts if not notice_lines.announces(marks.sub("", text))]
        found = (title for text in items for title in marks.findall(text))
        titles = sum(not is_section_of_award(title) for title in found)  # <최우수상> 홍길동 '빛'
        without = sum(not marks.search(text) for text in unmarked)
        is_theme = titles == 1 and _is_above_awards(texts, marks)
        if titles >= max(fewest, share * (titles + without)) and not is_theme:
            return marks
    return None


def _is_above_awards(texts: Sequence[str], marks: re.Pattern[str]) -> bool:
    """Whether the only title in marks is alone in a line above all awards, whose titles have none: it is the theme."""
    at = next(at for at, text in enumerate(texts) if marks.search(text))
    awards = [place for place, text in enumerate(texts) if "award" in caption_of(text, marks).names]
    return marks.fullmatch(texts[at]) is not None and len(awards) > 1 and at < awards[0]
