"""Recognize notices: texts without a table in which awards are named, and titles with who they are by.

    关于公布第九届微电影节获奖名单的通知          preface: set aside
    各有关单位：                                  preface
    一等奖（1部）                                 caption: the award of the titles below it
    1.《甲》（嘉定区委宣传部）                    item: a title in marks, and who it is by
    二等奖：《乙》（文汇报社）、《丙》（张三）    caption with its titles behind it: two items
    优秀组织奖                                    caption of an award for bodies
    青浦区文化馆                                  item: who is honoured
    公示期三天，如有异议请反映。                  note: set aside
    某市文旅局                                    the body that signs, above a date: set aside
    2022年11月1日

A list of films is a text too, and its titles look like anything: 金奖 and 2012 are films. So a text is a notice only
where its lines agree. It has captions that together name awards, years or editions, with items below or behind them;
or most of its lines are items with words beside the title, or are numbered from 1 on. What is above the first of these
lines must look like a preface but for one line, unless awards and the marks around titles below leave no doubt. Titles
in marks and nothing else make a notice below the name of a list, so that the name is no title. A text that is no notice
is a list of titles, one a line.

What one line is by itself, `notice_lines` says; which lines are items, `item_lines`, and which are captions, `captions`
and `captions_in_context`; the titles of an item and who they are by, `titles_in_line`; who won what in a sentence,
`notice_sentences` and `notice_winners`; the results, `notice_results`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import dropwhile, pairwise
from typing import NamedTuple

from awardcli.collection.user_file.notices import captions, captions_in_context, japanese, lists_of_people, notice_lines
from awardcli.collection.user_file.notices.captions import Caption, caption_of
from awardcli.collection.user_file.notices.captions_in_context import rules_for_single_lines, with_neighbours
from awardcli.collection.user_file.notices.item_lines import MOST, NEARLY_ALL, ItemRules, item_rules
from awardcli.collection.user_file.notices.joined_lines import TextLine, below_titles, joined
from awardcli.collection.user_file.notices.layouts import Layout, layout_of_works
from awardcli.collection.user_file.notices.marked_titles import TITLE_MARKS, is_more_than_title
from awardcli.collection.user_file.notices.names import behind_brackets, names_group
from awardcli.collection.user_file.notices.notice_lines import (
    has_item_number,
    is_report,
    may_frame_or_sign,
    without_item_number,
)
from awardcli.collection.user_file.notices.titles_in_line import TITLE_WITH_LATIN, ItemReader
from awardcli.collection.user_file.notices.work_and_person import COMMA_BY, DE, begins_with_person
from awardcli.collection.user_file.table_lines import Line, is_vacant
from awardcli.language.awards import AWARD_IN_TEXT, is_of_bodies, is_of_people
from awardcli.language.fold import fold, to_simplified
from awardcli.language.lazy_pattern import chinese_pattern


class _Seen(NamedTuple):
    """What is known of a line."""

    text: str
    is_below_blank: bool
    caption: Caption
    is_marked: bool
    """Whether it has a title in title marks."""
    is_item: bool
    """Whether it has a title in marks, an award or maker beside its title, or a number, as a caption may have too."""

    @property
    def is_unknown(self) -> bool:
        """Whether it is nothing known: a title without marks, as far as one line can say."""
        return not (self.caption.names or self.is_item or may_frame_or_sign(self.text))

    @property
    def is_bare_caption(self) -> bool:
        """Whether it names something and has no titles behind it."""
        return bool(self.caption.names) and not self.caption.titles


class Notice:
    """How a text is read, by its first lines, and whether it is a notice."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Examine the first lines of a text, those that are not blank."""
        self.below = below_titles(lines)
        all_lines = list(joined(lines, self.below))
        self.has_makers_of_all = any(line.made_all for line in all_lines)
        """Whether a line says who made all works above it, so that these wait for it."""
        kept = _kept(all_lines)
        parts = Counter(line.number for line in kept)
        texts = [line.text for line in kept]
        self._item_rules = items = item_rules(texts)
        single = rules_for_single_lines(texts, items)
        awards = [single.caption_of(text).names.get("award", "") for text in texts]
        self.awards_repeated = {award for award, times in Counter(filter(None, awards)).items() if times > 1}
        """The awards that several captions name."""
        captions = with_neighbours(single, texts, are_awards=list(map(bool, awards)))
        self.title_marks, self.is_numbered = items.title_marks, items.is_numbered
        self.is_item, self.caption = items.is_item, captions.caption_of
        self._seen = [
            _Seen(text, line.is_below_blank, self.caption(text), items.is_marked(text), items.is_item(text))
            for line, text in zip(kept, texts, strict=True)
        ]
        self._listed = [seen for seen, line in zip(self._seen, kept, strict=True) if parts[line.number] == 1]
        begin = next((at for at, line in enumerate(self._seen) if line.caption.names or line.is_item), 0)
        self.theme = _theme(self._seen[begin:], self.title_marks)
        """A title alone above the first award, where each award is above titles: the theme of all; or ""."""
        begin += next((at for at, line in enumerate(self._seen[begin:]) if line.caption.names), 0) if self.theme else 0
        self.begin = _begin_of_list(kept, self._seen)
        """The line of the heading of the list, where the awards above it are those of the rules."""
        self._preface, self._below_preface = self._seen[:begin], self._seen[begin:]

    @cached_property
    def is_notice(self) -> bool:
        """Whether the text is a notice, and no list with a title in each line."""
        return self.has_captions or self._is_of_items or self.has_bare_titles

    @cached_property
    def has_captions(self) -> bool:
        """Whether captions name the award, category, year or edition of the titles below or behind them."""
        if self.has_awards_above_items:
            return True
        has_preface = bool(self._preface) and self._is_prefaced
        has_items = self.has_clear_items or has_preface or _captions_have_items(self._seen, self.outcomes)
        if not (self._is_headed and has_items):
            return False
        return _begins_with_caption(self._below_preface, self._layout, has_clear_items=self.has_clear_items)

    @cached_property
    def outcomes(self) -> frozenset[str]:
        """Captions that only say what won or was nominated, each below the award that it is of: Winner, 提名."""
        return captions.below_awards([line.caption for line in self._seen])

    @cached_property
    def has_awards_above_items(self) -> bool:
        """Whether different awards are plainly above titles, so that no other line makes them titles or cells."""
        return _has_awards_above_items(self._seen)

    @cached_property
    def has_clear_items(self) -> bool:
        """Whether titles are marked or numbered, so that another line is hardly one."""
        items = sum(line.is_item for line in self._seen)
        unknown = sum(line.is_unknown for line in self._below_preface)
        above = sum(line.is_unknown for line in self._preface)
        unknown += above if 2 * above > items else 0  # so many are titles without marks, and no preface
        return items >= MOST * (items + unknown) > 0

    @cached_property
    def has_bare_groups(self) -> bool:
        """Whether a few words alone above titles in marks are the name of a group, as no title is without marks."""
        return self.has_clear_items and _are_bare_groups(self._seen, len(self._preface), self.title_marks)

    @cached_property
    def has_bare_titles(self) -> bool:
        """Whether nearly all lines are titles in marks and no more, below the name of their list."""
        return not self._is_of_items and _has_bare_titles(self._seen, self.title_marks)

    @cached_property
    def has_clauses(self) -> bool:
        """Whether sentences say who or what won."""
        return any(line.caption.clause for line in self._seen)

    @cached_property
    def has_lists(self) -> bool:
        """Whether titles are below or behind captions, so that prose above these tells of the same works."""
        are_below = any(line.is_bare_caption for line in self._seen)
        return self.has_captions and (are_below or bool(self._list))

    @cached_property
    def _list(self) -> str:
        """The folded text of the lines from the first award on that are no sentences, if these are a list.

        They name several awards, or one that is above several titles in marks.
        """
        lines = [line for line in self._listed if not line.caption.clause]
        lines = list(dropwhile(lambda line: "award" not in line.caption.names, lines))
        lines = [line for line in lines if line.caption.names or not is_report(line.text)]
        awards = {line.caption.names["award"] for line in lines if "award" in line.caption.names}
        is_list = len(awards) > 1 or sum(line.is_marked for line in lines) > 1
        return fold(" ".join(line.text for line in lines)) if is_list and self.has_captions else ""

    def is_in_list(self, said: Iterable[str]) -> bool:
        """Whether a list of awards and their titles has all of these words, which a sentence around it says again."""
        return bool(self._list) and all(fold(each) in self._list for each in said)

    @cached_property
    def name(self) -> str:
        """The caption that names all awards, above the first year, edition or category; or ""."""
        return _name_of_awards(self._seen)

    @cached_property
    def reader(self) -> ItemReader:
        """What takes the items apart into titles and who they are by."""
        texts = [line.text for line in self._seen]
        has_latin = sum(TITLE_WITH_LATIN.search(text) is not None for text in texts) > 1
        has_awards = self._item_rules.has_awards_before_countries
        makers = _names_makers(self._seen)
        reader = ItemReader(self.title_marks, self._layout, has_latin, japanese.is_japanese(texts), has_awards, makers)
        return lists_of_people.reading_people(reader, [(line.text, line.caption, line.is_item) for line in self._seen])

    @cached_property
    def _layout(self) -> Layout:
        """Where the titles and their makers are in lines without title marks."""
        return layout_of_works(_unmarked_items(self._below_preface, self._item_rules))

    @cached_property
    def _is_prefaced(self) -> bool:
        """Whether all lines above the first caption or item look like a preface."""
        return all(notice_lines.may_frame_items(line.text) for line in self._preface)

    @cached_property
    def _is_headed(self) -> bool:
        """Whether the lines above the first caption or item are no titles: one line, or a preface by look or place."""
        has_marks = self.has_clear_items and self.title_marks is TITLE_MARKS
        is_short = self._is_prefaced or len(self._preface) < 2 or self._is_above_ranks
        return is_short or _heads_awards(self._preface, self._below_preface, has_marks=has_marks)

    @cached_property
    def _is_above_ranks(self) -> bool:
        """Whether ranks, as no two films are called, have titles with makers below, as no line of the preface is."""
        awards = {line.caption.names.get("award", "") for line in self._below_preface}
        parted = self._layout.separator if self._layout.is_clear else None
        are_ranks = sum(_RANK.fullmatch(award) is not None for award in awards) > 1
        return are_ranks and parted is not None and not any(parted.search(line.text) for line in self._preface)

    @cached_property
    def _is_of_items(self) -> bool:
        """Whether most lines are items, below lines that are no titles."""
        return self._is_headed and _is_of_items(self._seen, self._item_rules)

    def is_unknown_group(self, text: str) -> bool:
        """Whether a line is a category only since it is among awards with their titles behind them: In Competition.

        Among titles without marks it may be one too that ends as a group does, and names no kind of works: 茶器系列组.
        """
        if self.caption(text).names != {"category": without_item_number(text)}:
            return False
        may_be_title = self.title_marks is None and text.endswith(("组", "組")) and not names_group(text)
        return may_be_title or not caption_of(text, None).names

    def group(self, text: str, *, is_first: bool) -> Caption:
        """The group that a line names which is no item and no caption known; `is_first`: above the first item."""
        if not (self.has_captions or self.has_bare_groups) or notice_lines.is_note(text):
            return Caption({})
        if self.has_bare_groups and captions_in_context.may_name_group(text) and not may_frame_or_sign(text):
            return Caption({"category": text})
        may_be_heading = is_first and not (self.title_marks and captions_in_context.is_in_brackets(text))
        return Caption({} if may_be_heading else captions_in_context.group_of(text))


_HEADS_LIST = chinese_pattern(
    "[【\\[（(]?(?:获奖|得奖|中奖|入选|评选)?(?:作品|作者|人员)?(?:名单|结果)(?:如下|公布)?[】\\]）)]?[：:]?"
)
_SUM = chinese_pattern("[0-9](?:元|万)|[x×*][0-9]+名|奖金|奖品|奖励|名额|评[分选]|规则")
"""What rules say of an award, and no list: 一等奖1名：5000元×1名"""


def _begin_of_list(lines: Sequence[TextLine], seen: Sequence[_Seen]) -> int:
    """The number of the only line that heads the list, if awards both above and below are there, above in rules; or 0.

    The rules name sums beside several of the awards, and no title in marks.
    """
    heads = [at for at, line in enumerate(seen) if _HEADS_LIST.fullmatch(line.text)]
    if len(heads) != 1:
        return 0
    above, below = seen[: heads[0]], seen[heads[0] + 1 :]
    awards = {line.caption.names["award"] for line in below if "award" in line.caption.names}
    rules = [line for line in above if line.caption.names.get("award") in awards and _SUM.search(line.text)]
    return lines[heads[0]].number if len(rules) > 1 and not any(line.is_marked for line in above) else 0


def _kept(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines of a text that may be part of a notice; none where one is too long."""
    kept = [line for line in lines if not (line.is_of_title or notice_lines.why_aside(line.text))]
    return [] if any(len(line.text) > notice_lines.LONGEST for line in kept) else kept


def _unmarked_items(seen: Sequence[_Seen], items: ItemRules) -> list[str]:
    """What may be titles without marks, with who they are by: lines, and what is behind captions."""
    captions = (line.caption for line in seen if not is_of_bodies(line.caption.names.get("award", "")))
    behind = (
        text for caption in captions if caption.titles for text in behind_brackets(caption.titles.strip(" 。；;"))
    )
    behind = (text for text in behind if not begins_with_person(text))
    alone = [line.text for line in seen if not line.caption.names]
    may_be = [text for text in alone if items.is_item(text) or has_item_number(text) or not may_frame_or_sign(text)]
    found = [without_item_number(text) for text in (*behind, *may_be) if not items.is_marked(text)]
    return [text for text in found if not is_vacant(text)]


def _names_makers(seen: Sequence[_Seen]) -> bool:
    """Whether half of the titles with awards of works have who made them behind de, réalisé par or the like."""
    works, award = [], ""
    for line in seen:
        award = line.caption.names.get("award", "") if line.caption.names else award
        text = line.caption.titles or ("" if line.caption.names or may_frame_or_sign(line.text) else line.text)
        works += [text] if text and award and not is_of_people(award) else []
    return 2 * sum(any(each.fullmatch(text) for each in (DE, COMMA_BY)) for text in works) >= len(works) > 0


# What kind of notice they make

_RANK = chinese_pattern("(?i)[特一二三四五]等奖|(?:grand|first|second|third|1st|2nd|3rd) (?:prize|place)s?")


def _begins_with_caption(seen: Sequence[_Seen], layout: Layout, *, has_clear_items: bool) -> bool:
    """Whether a caption is the first or second line below the preface, and the captions agree with each other."""
    is_first = any(line.caption.names for line in seen[:2])
    return is_first and _captions_agree(seen, layout, has_clear_items=has_clear_items)


def _captions_agree(seen: Sequence[_Seen], layout: Layout, *, has_clear_items: bool) -> bool:
    """Whether the captions are those of one notice:

    - different awards
    - a single award, where titles are clear or have their makers beside them
    - several captions, where titles are clear or all are years or editions; one year or edition above clear titles
    - numbered captions, or such as say how many titles are below
    """
    captions = [line.caption.names for line in seen if line.caption.names]
    awards = {names["award"] for names in captions if "award" in names}
    are_when = all({"year", "edition"} & names.keys() for names in captions)
    if len(awards) > 1 or (awards and (has_clear_items or layout.is_clear)) or _are_sure(seen):
        return True
    return (has_clear_items or are_when) if len(captions) > 1 else (has_clear_items and are_when and bool(captions))


def _are_sure(seen: Sequence[_Seen]) -> bool:
    """Whether the captions directly above titles are numbered or say how many there are, and none is the last line."""
    innermost = [line.text for line, below in pairwise(seen) if line.is_bare_caption and not below.caption.names]
    return captions_in_context.are_surely_captions(innermost) and not seen[-1].is_bare_caption


def _has_awards_above_items(seen: Sequence[_Seen]) -> bool:
    """Whether different awards are directly above titles in marks or with numbers, most of them, or before such titles.

    They are captions whatever one other line looks like: among such titles a line without a mark is none. A category
    may be between.
    """
    seen = [line for line in seen if not (line.is_bare_caption and line.caption.names.keys() == {"category"})]
    innermost = [pair for pair in pairwise(seen) if pair[0].is_bare_caption and not pair[1].is_bare_caption]
    awards = [
        (line.caption.names["award"], below.is_marked or (below.is_item and has_item_number(below.text)))
        for line, below in innermost
        if "award" in line.caption.names
        if below.is_marked or not is_of_people(line.caption.names["award"])
    ]
    filled = {award for award, is_above_title in awards if is_above_title}
    if len(filled) > 1 and 2 * len(filled) > len({award for award, _ in awards}):
        return True
    marked = [line.caption for line in seen if line.is_marked]
    before = [each.names["award"] for each in marked if each.titles and not each.clause and "award" in each.names]
    return len({*before}) > 2 and len(before) >= MOST * len(marked)


_LABEL_OF_THEME = chinese_pattern(r"^[\u3400-\u9fff]{0,6}主题\s*[：:]")


def _theme(seen: Sequence[_Seen], marks: "re.Pattern[str] | None") -> str:
    """The first line, a title in marks, if nothing but prose is between it and the first award; or "".

    Only a label may be before it: 主题：《家园》
    """
    award = next((at for at, line in enumerate(seen) if line.caption.names), 0)
    between = seen[1:award]
    is_alone = (
        award > 0
        and seen[0].is_marked
        and marks is not None
        and not is_more_than_title(_LABEL_OF_THEME.sub("", seen[0].text), marks)
    )
    if not is_alone or any(line.is_item or not may_frame_or_sign(line.text) for line in between):
        return ""
    return seen[0].text if _has_awards_above_items(seen[award:]) else ""


def _heads_awards(preface: Sequence[_Seen], seen: Sequence[_Seen], *, has_marks: bool) -> bool:
    """Whether lines above the first caption or item are a preface and no titles, since those below are plainly others.

    All titles below have marks (`has_marks`), with captions or numbers; or most lines are awards with their titles
    behind them; or awards are named and only one of the lines above does not look like a preface.
    """
    numbered = sum(line.is_marked and has_item_number(line.text) for line in seen)
    if has_marks and (numbered >= NEARLY_ALL * len(seen) or any(line.caption.names for line in seen)):
        return True
    are_labelled = sum(bool(line.caption.titles) for line in seen) >= max(MOST * len(seen), 2)
    is_alone = sum(not may_frame_or_sign(line.text) for line in preface) < 2
    return are_labelled or (is_alone and any("award" in line.caption.names for line in seen))


def _is_of_items(seen: Sequence[_Seen], items: ItemRules) -> bool:
    """Whether most lines are items, by one of three signs.

    Three or more are numbered, `MOST` of all. Or nearly all have the same other form, and none of these is a caption.
    Or two or more have a title in marks, `MOST` of these and the unknown lines, half of them with words beside it.
    """
    counted = sum(has_item_number(line.text) for line in seen) if items.is_numbered else 0
    if counted > 2 and counted >= MOST * len(seen):
        return True
    if items.is_unmarked_item is not None and not any(line.caption.names for line in seen if line.is_item):
        return True
    marked = sum(line.is_marked for line in seen)
    if items.title_marks is None or marked < 2:
        return False
    unknown = sum(line.is_unknown for line in seen)
    texts = [line.text for line in seen if line.is_marked or notice_lines.is_note(line.text)]
    more = sum(is_more_than_title(without_item_number(text), items.title_marks) for text in texts)
    return marked >= MOST * (marked + unknown) and 2 * more >= marked


def _has_bare_titles(seen: Sequence[_Seen], marks: "re.Pattern[str] | None") -> bool:
    """Whether nearly all lines below the name of a list, and notes on it, are titles in marks.

    A single line above them is a name too that does not look like one, if the only blank line is below it.
    """
    begin = next((at for at, line in enumerate(seen) if line.is_marked), 0)
    above, below = seen[:begin], seen[begin:]
    is_apart = len(below) > 1 and below[0].is_below_blank and not below[1].is_below_blank
    unlike_names = sum(not notice_lines.may_frame_items(line.text) for line in above)
    marked = sum(len(marks.findall(line.text)) for line in below if marks and line.is_marked)
    unmarked = sum(not (line.is_marked or may_frame_or_sign(line.text)) for line in below)
    is_named = bool(above) and unlike_names <= (1 if is_apart else 0)
    return is_named and marked > 1 and marked >= NEARLY_ALL * (marked + unmarked)


def _are_bare_groups(seen: Sequence[_Seen], begin: int, marks: "re.Pattern[str] | None") -> bool:
    """Whether each unknown line, from the last one above the first caption or item on, is the name of a group.

    Each is a few words directly above a title in marks or an award, where these titles have words beside them.
    """
    if marks is None or begin == 0:
        return False
    lines = seen[begin - 1 :]
    names = [at for at, line in enumerate(lines) if line.is_unknown]
    titles = [line.text for line in lines if line.is_marked]
    are_above = all(
        captions_in_context.may_name_group(lines[at].text) and at + 1 < len(lines) and not lines[at + 1].is_unknown
        for at in names
    )
    are_full = all(is_more_than_title(without_item_number(text), marks) for text in titles)
    return are_above and are_full and len(names) > 1 and names[0] == 0


def _captions_have_items(seen: Sequence[_Seen], outcomes: frozenset[str]) -> bool:
    """Whether titles are behind a caption, or every caption of an award, a year or an edition has a line below it.

    Two in a row would be film titles (金奖, 银奖); only the first may be the name of the whole list, if a blank line is
    below it or it ends in 名单. A year is of the award directly above it, or of all below it in brackets or in line 1.
    """
    if any(line.caption.titles for line in seen):
        return True
    bare = {at: line.caption.names for at, line in enumerate(seen) if line.is_bare_caption}
    captions = [at for at, names in bare.items() if "category" not in names and names.get("award") not in outcomes]
    is_above = len(captions) > 2 and captions[0] + 1 == captions[1]
    is_name = is_above and (
        seen[captions[1]].is_below_blank or seen[captions[0]].text.endswith(captions_in_context.WORDS_FOR_LIST)
    )
    captions = captions[is_name:]
    are_apart = all(
        below - at > 1 or _is_year_of_award(seen[at], seen[below], is_first=at == 0) for at, below in pairwise(captions)
    )
    is_last = bool(captions) and captions[-1] + 1 == len(seen)
    return are_apart and not (is_last and "award" in seen[-1].caption.names)


def _is_year_of_award(line: _Seen, below: _Seen, *, is_first: bool) -> bool:
    """Whether one of two captions in a row is the year of the other, in brackets, below the award, or in line 1."""
    years = [each.text for each in (line, below) if each.caption.names.keys() <= {"year", "edition"}]
    is_beside = line.text not in years or is_first or line.text.startswith(("（", "("))
    return len(years) == 1 and is_beside


def _name_of_awards(seen: Sequence[_Seen]) -> str:
    """The first caption, where it alone names an award directly above a caption that names none; or ""."""
    captions = [at for at, line in enumerate(seen) if line.caption.names]
    awards = {seen[at].caption.names["award"] for at in captions if "award" in seen[at].caption.names}
    above = [
        at
        for at, below in pairwise(captions)
        if seen[at].is_bare_caption and "award" in seen[at].caption.names and "award" not in seen[below].caption.names
        if not any(line.is_item for line in seen[at:below])
    ]
    is_rank = bool(above) and AWARD_IN_TEXT.fullmatch(to_simplified(seen[above[0]].caption.names["award"].lower()))
    is_own_name = len(above) == 1 and above == captions[:1] and len(awards) > 1 and not is_rank
    return seen[above[0]].text if is_own_name else ""
