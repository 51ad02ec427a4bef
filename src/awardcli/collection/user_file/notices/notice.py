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

What one line is, `notice_lines` says; its titles and who they are by, `notice_items`; who won what in a sentence,
`notice_sentences` and `notice_winners`; the results, `notice_rows`.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from awardcli.collection.user_file.notices import captions_by_form, japanese, notice_lines, people
from awardcli.collection.user_file.notices.captions import HAVING_WON, Caption, caption_of, have_bests, names_shortlist
from awardcli.collection.user_file.notices.joined_lines import Below, TextLine, below_titles, joined
from awardcli.collection.user_file.notices.marked_titles import TITLE_MARKS, is_more_than_title
from awardcli.collection.user_file.notices.names import behind_brackets, is_body
from awardcli.collection.user_file.notices.notice_items import (
    TITLE_WITH_LATIN,
    ItemReader,
    Layout,
    is_by_maker,
    is_by_person,
    layout_of,
    name_works,
)
from awardcli.collection.user_file.notices.notice_lines import LONGEST, is_counted, why_aside, without_count
from awardcli.collection.user_file.notices.work_and_person import (
    QUOTES,
    are_awards_before_countries,
    begins_with_person,
    has_award_before_country,
)
from awardcli.collection.user_file.result_builder import VACANT
from awardcli.collection.user_file.rows_set_aside import BARE_YEAR, is_section_of_award
from awardcli.collection.user_file.table_lines import Line
from awardcli.language.awards import BEST
from awardcli.language.lazy_pattern import lazy_pattern

_TITLE_MARKS = (
    (TITLE_MARKS, 0.0),
    (lazy_pattern("〈[^〈〉]+〉|" + japanese.TITLE_IN_MARKS + "|<[^<>]*[\uac00-\ud7a3][^<>]*>"), 0.5),
    (lazy_pattern("(?<![A-Za-z])'[^']*[\uac00-\ud7a3][^']*'|‘[^‘’]*[\uac00-\ud7a3][^‘’]*’"), 0.5),
    (QUOTES, 0.6),
)
"""Marks around titles, in the order in which they are tried, and the share of the items that have them at least.

《》 are around titles always; “” and "" are around words of titles too.
"""
MOST = 0.6
"""The share of lines that make a text one of items: some have lost their mark or number."""
_NEARLY_ALL = 0.9
"""The share of titles in marks in a list of these alone: where more have none, the line above may be a title."""


class _Items(NamedTuple):
    """How the items of a text are told from its other lines."""

    title_marks: "re.Pattern[str] | None"
    is_numbered: bool
    is_unmarked_item: Callable[[str], bool] | None
    """What nearly all lines are where no titles are in marks: a title and its award, or a title by its maker."""

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
        return is_unmarked_item or self.is_marked(text) or (self.is_numbered and is_counted(text))


class _Captions(NamedTuple):
    """What lines name for the titles below or behind them: by themselves, or by what most lines of the text are."""

    items: _Items
    has_bests: bool = False
    """Whether some lines alone are known as awards for the best, so that others that begin so are awards too."""
    has_shortlist: bool = False
    """Whether a caption says that titles were shortlisted, so that 获奖作品： is of those that won."""
    has_labels: bool = False
    """Whether most lines are an award, a colon and its titles, so that it need not be known."""
    has_labels_in_brackets: bool = False
    """Whether an award in brackets has its titles behind it, so that others there are too: 【新人】《甲》."""
    has_groups: bool = False
    """Whether the other lines are categories, each above such lines: In Competition."""
    has_years: bool = False
    """Whether numbers alone in lines are years."""
    has_kinds: bool = False
    """Whether kinds of works alone in lines are categories, each above titles in marks or an award: 小说."""

    def of(self, text: str) -> Caption:
        """What a line names."""
        found = caption_of(text, self.items.title_marks)
        if found.names:
            is_of_all = not self.has_shortlist and HAVING_WON.fullmatch(found.names.get("award", ""))
            return Caption({}) if is_of_all else found
        if self.has_bests and BEST.fullmatch(text.rstrip(": ")):
            return Caption({"award": text.rstrip(": ")})
        if self.has_labels and (label := _label(text)):
            return Caption({"award": without_count(label["award"])}, label["titles"])
        if self.has_labels_in_brackets and (label := _LABEL_IN_BRACKETS.fullmatch(text)):
            is_known = caption_of(label["award"], None).names  # 【微电影类】
            return Caption({} if is_known else {"award": label["award"]}, label["titles"])
        if self.has_groups and self.may_be_group(text):
            return Caption({"category": without_count(text)})
        has_marks = self.items.title_marks is not None
        is_kind = self.has_kinds and not self.items.is_marked(text)
        if is_kind and (kind := captions_by_form.kind_of(text, is_above_title=has_marks)):
            return Caption(kind)
        return Caption({"year": text.strip("()（） ")} if self.has_years and BARE_YEAR.fullmatch(text) else {})

    def may_be_group(self, text: str) -> bool:
        """Whether a line is nothing else that is known."""
        is_else = _label(text) or self.items.is_item(text) or _is_beside(text) or BARE_YEAR.fullmatch(text)
        return not is_else and not caption_of(text, self.items.title_marks).names


class _Seen(NamedTuple):
    """What a line is by itself."""

    text: str
    is_below_blank: bool
    caption: Caption
    is_marked: bool
    """Whether it has a title in title marks."""
    is_item: bool
    """Whether it has a title in marks or is numbered; a caption may be numbered too."""

    @property
    def is_unknown(self) -> bool:
        """Whether it is nothing known: a title without marks, as far as one line can say."""
        return not (self.caption.names or self.is_item or _is_beside(self.text))

    @property
    def is_bare_caption(self) -> bool:
        """Whether it names something and has no titles behind it."""
        return bool(self.caption.names) and not self.caption.titles


class Notice:
    """How a text is read, by its first lines, and whether it is a notice."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Examine the first lines of a text, those that are not blank."""
        self.below = below_titles(lines)
        kept = _kept(lines, self.below)
        texts = [line.text for line in kept]
        items = _items_of(texts)
        self.title_marks, self.is_numbered = items.title_marks, items.is_numbered
        self.is_item = items.is_item
        has_bests = have_bests(texts, self.title_marks)
        captions = _Captions(items, has_bests, any(map(names_shortlist, texts)))
        awards = [captions.of(text).names.get("award", "") for text in texts]
        self.awards_repeated = {award for award, times in Counter(filter(None, awards)).items() if times > 1}
        """The awards that several captions name."""
        captions = _with_those_beside(captions, texts, list(map(bool, awards)))
        self.caption = captions.of
        seen = [
            _Seen(
                line.text,
                line.is_below_blank,
                captions.of(line.text),
                items.is_marked(line.text),
                items.is_item(line.text),
            )
            for line in kept
        ]
        preface = seen[: next((at for at, line in enumerate(seen) if line.caption.names or line.is_item), 0)]
        is_prefaced = all(notice_lines.is_beside_items(line.text) for line in preface)
        below = seen[len(preface) :]
        counted = sum(line.is_item for line in seen)
        above = sum(line.is_unknown for line in preface)
        others = sum(line.is_unknown for line in (seen if 2 * above > counted else below))
        self.has_clear_items = counted >= MOST * (counted + others) > 0
        """Whether titles are marked or numbered, so that another line is hardly one."""
        has_sure_captions = self.has_clear_items or bool(preface and is_prefaced) or _are_filled(seen)
        layout = layout_of(_unmarked_items(below, items))
        has_marks = self.has_clear_items and self.title_marks is TITLE_MARKS
        is_headed = is_prefaced or len(preface) < 2 or _heads_awards(preface, below, has_marks=has_marks)
        begins_so = _begins_with_caption(below, layout, has_clear_items=self.has_clear_items)
        self.has_captions = is_headed and has_sure_captions and begins_so
        """Whether captions name the award, category, year or edition of the titles below or behind them."""
        self.has_bare_groups = self.has_clear_items and _are_bare_groups(seen, len(preface), self.title_marks)
        """Whether a few words alone above titles in marks are the name of a group, as no title is without marks."""
        self.has_clauses = any(line.caption.clause for line in seen)
        """Whether sentences say who or what won."""
        self.has_lists = self.has_captions and any(line.is_bare_caption for line in seen)
        """Whether titles are below captions, so that prose above these tells of the same works."""
        self.name = _name_of_awards(seen)
        """The caption that names all awards, above the first year, edition or category; or ""."""
        has_latin = sum(TITLE_WITH_LATIN.search(text) is not None for text in texts) > 1
        is_japanese, has_awards = japanese.is_japanese(texts), items.has_awards_before_countries
        reader = ItemReader(self.title_marks, layout, has_latin, is_japanese, has_awards)
        self.reader = people.reading_people(reader, [(line.text, line.caption, line.is_item) for line in seen])
        is_of_items = is_headed and _is_of_items(seen, items)
        self.has_bare_titles = not is_of_items and _has_bare_titles(seen, self.title_marks)
        """Whether nearly all lines are titles in marks and no more, below the name of their list."""
        self.is_notice = self.has_captions or is_of_items or self.has_bare_titles

    def group(self, text: str, *, is_first: bool) -> Caption:
        """The group that a line names which is no item and no caption known; `is_first`: above the first item."""
        if not (self.has_captions or self.has_bare_groups) or self.is_item(text) or notice_lines.is_note(text):
            return Caption({})
        if self.has_bare_groups and captions_by_form.may_name_group(text) and not _is_beside(text):
            return Caption({"category": text})
        return Caption({} if is_first else captions_by_form.group_of(text))


def _kept(lines: Sequence[Line], below: Below) -> list[TextLine]:
    """The lines of a text that may be part of a notice; none where one is too long."""
    kept = [line for line in joined(lines, below) if not (line.is_of_title or why_aside(line.text))]
    return [] if any(len(line.text) > LONGEST for line in kept) else kept


# What the lines name


def _with_those_beside(captions: _Captions, texts: Sequence[str], are_awards: Sequence[bool]) -> _Captions:
    """The captions, with those that are known by the other lines; `are_awards` says which lines name an award."""
    captions = captions._replace(has_labels=_are_labelled(texts, are_awards))
    known = (each["label"] for each in map(_LABEL_IN_BRACKETS.fullmatch, texts) if each)
    captions = captions._replace(has_labels_in_brackets=any(map(is_section_of_award, known)))
    if captions.has_labels or captions.items.has_awards_before_countries:
        captions = captions._replace(has_groups=_are_groups(texts, captions))
    captions = captions._replace(has_kinds=_are_kinds(texts, captions))
    return captions._replace(has_years=_are_years(texts, captions))


_LABEL = lazy_pattern(r"(?P<award>[^：:=，。,.|《》]{2,60})[：:=]\s*(?P<titles>.+)")
"""Palme d'Or: Anora"""
_LABEL_IN_BRACKETS = lazy_pattern("[★☆●◆■▲]?(?P<label>【(?P<award>[^【】《》：:]{2,20})】)(?P<titles>.*《.+)")
"""【年度新锐】张三《甲》"""


def _label(text: str) -> "re.Match[str] | None":
    return None if why_aside(text) or notice_lines.is_note(text) else _LABEL.fullmatch(text)


def _are_labelled(texts: Sequence[str], are_captions: Sequence[bool]) -> bool:
    """Whether most lines have a colon behind an award: half of these known or repeated, or one known where all have."""
    labels = [label["award"] if (label := _label(text)) else "" for text in texts]
    times = Counter(filter(None, labels))
    known = sum(times[label] > (0 if is_caption else 1) for label, is_caption in zip(labels, are_captions, strict=True))
    others = sum(not (label or _is_beside(text)) for text, label in zip(texts, labels, strict=True))
    is_known = any(map(min, map(bool, labels), are_captions)) and (not others or 2 * known >= times.total())
    return is_known and times.total() >= MOST * (times.total() + others)


def _are_groups(texts: Sequence[str], captions: _Captions) -> bool:
    """Whether, among lines of an award and its titles, each other line is above such a line: In Competition."""
    pairs = [(text, below) for text, below in pairwise(texts) if captions.may_be_group(text)]
    others = map(captions.of, texts[1:])  # the first may name all
    is_below = any("award" in caption.names and not caption.titles for caption in others)
    return bool(pairs) and not is_below and all(_label(below) or captions.items.is_item(below) for _, below in pairs)


def _are_kinds(texts: Sequence[str], captions: _Captions) -> bool:
    """Whether each kind of work alone in a line is above a title in marks, an award, or another kind.

    Where titles have no marks, the first is above all awards, since a kind may be the title of the last film below one.
    """
    are_marked = [captions.items.is_marked(text) for text in texts]
    are_awards = ["award" in captions.of(text).names for text in texts]
    kinds = [
        at
        for at, text in enumerate(texts)
        if not are_marked[at] and captions_by_form.kind_of(text, is_above_title=True)
    ]
    if not kinds or kinds[-1] + 1 == len(texts):
        return False
    is_first = captions.items.title_marks is not None or not any(are_awards[: kinds[0]])
    return is_first and all(at + 1 in kinds or are_marked[at + 1] or are_awards[at + 1] for at in kinds)


def _are_years(texts: Sequence[str], captions: _Captions) -> bool:
    """Whether numbers alone in lines are years: each is directly above a caption or a title in marks.

    None is directly below a caption, where it would be a film, and the first is above the first award.
    """
    found = list(map(captions.of, texts))
    years = [at for at, text in enumerate(texts) if BARE_YEAR.fullmatch(text) and not found[at].names]
    begin = next((at for at, caption in enumerate(found) if "award" in caption.names), len(texts))
    is_above = any(at in years or "year" in found[at].names for at in range(begin))
    is_known = [*(bool(c.names) or captions.items.is_marked(text) for text, c in zip(texts, found, strict=True)), False]
    are_apart = all(found[at - 1].titles or not found[at - 1].names for at in years if at)
    return bool(years) and is_above and all(is_known[at + 1] for at in years) and are_apart


# What the items are


def _items_of(texts: Sequence[str]) -> _Items:
    marks = _title_marks(texts)
    captions = [caption_of(text, marks).names for text in texts]
    has_awards = any("award" in names for names in captions)
    others = [text for text, names in zip(texts[1:], captions[1:], strict=True) if "category" not in names]
    are_by_persons = has_awards and _are_nearly_all(is_by_person, texts) and name_works(texts)
    is_unmarked_item = is_by_person if are_by_persons else _item_of(others)
    return _Items(marks, notice_lines.is_numbered(texts), is_unmarked_item if marks is None else None)


def _item_of(texts: Sequence[str]) -> Callable[[str], bool] | None:
    """What nearly all lines are: a title and its award (甲 某单位 一等奖), or a title by its maker; or None."""
    if are_awards_before_countries(texts):
        return has_award_before_country
    layout = layout_of(texts)
    names_award = partial(_names_award, ItemReader(None, layout))
    if layout.separator and sum(map(names_award, texts)) >= max(_NEARLY_ALL * len(texts), 2):
        return names_award
    return is_by_maker if _are_nearly_all(is_by_maker, texts) else None


def _are_nearly_all(is_such: Callable[[str], bool], texts: Sequence[str]) -> bool:
    """Whether several lines are such items, and nearly all of those that may be items."""
    such = sum(map(is_such, texts))
    others = sum(
        not (is_such(text) or notice_lines.is_beside_items(text) or caption_of(text, None).names) for text in texts
    )
    return such > 2 and such >= _NEARLY_ALL * (such + others)


def _names_award(reader: ItemReader, text: str) -> bool:
    return any("award" in item.said for item in reader.items(text, ""))


def _title_marks(texts: Sequence[str]) -> "re.Pattern[str] | None":
    """The marks around the titles of a text, which has two such titles and not many lines that have none."""
    texts = list(map(japanese.without_magazines, texts))
    unmarked = [text for text in texts if not caption_of(text, None).names and not notice_lines.is_beside_items(text)]
    for marks, least in _TITLE_MARKS:
        found = (
            title for text in texts if not notice_lines.announces(marks.sub("", text)) for title in marks.findall(text)
        )
        titles = sum(not is_section_of_award(title) for title in found)  # <최우수상> 홍길동 '빛'
        without = sum(not marks.search(text) for text in unmarked)
        if titles > (least > 0) and titles >= least * (titles + without):
            return marks
    return None


def _is_beside(text: str) -> bool:
    """Whether a line that is no item may be above or below the items."""
    return notice_lines.is_beside_items(text) or is_body(text)


def _unmarked_items(seen: Sequence[_Seen], items: _Items) -> list[str]:
    """What may be titles without marks, with who they are by: lines, and what is behind captions."""
    behind = (text for line in seen if line.caption.titles for text in behind_brackets(line.caption.titles))
    behind = (text for text in behind if not begins_with_person(text))
    alone = (line.text for line in seen if not line.caption.names)
    texts = [*behind, *(text for text in alone if items.is_item(text) or is_counted(text) or not _is_beside(text))]
    found = [without_count(text) for text in texts if not items.is_marked(text)]
    return [text for text in found if text not in VACANT]


# What kind of notice they make


def _begins_with_caption(seen: Sequence[_Seen], layout: Layout, *, has_clear_items: bool) -> bool:
    """Whether a caption is the first or second line below the preface, and the captions agree with each other.

    Different awards do; a single award where titles are clear or have their makers beside them; captions without
    awards where titles are clear, where all are years or editions, or where they are numbered or counted.
    """
    captions = [line.caption.names for line in seen if line.caption.names]
    awards = {names["award"] for names in captions if "award" in names}
    are_when = all({"year", "edition"} & names.keys() for names in captions)
    agree = (len(captions) > 1 and (has_clear_items or are_when)) or (has_clear_items and are_when and bool(captions))
    agree = agree or _are_sure(seen) or len(awards) > 1 or (bool(awards) and (has_clear_items or layout.is_clear))
    return agree and any(line.caption.names for line in seen[:2])


def _are_sure(seen: Sequence[_Seen]) -> bool:
    """Whether the captions directly above lines that are none are numbered or counted, and none is the last line."""
    innermost = [line.text for line, below in pairwise(seen) if line.is_bare_caption and not below.caption.names]
    return captions_by_form.are_surely_captions(innermost) and not seen[-1].is_bare_caption


def _heads_awards(preface: Sequence[_Seen], seen: Sequence[_Seen], *, has_marks: bool) -> bool:
    """Whether lines above the first caption or item are no titles, as captions are below.

    All titles there have marks (`has_marks`), with captions or numbers; or most lines are awards with their titles
    behind them; or awards are named and only one of the lines above does not look like a preface.
    """
    are_numbered = sum(line.is_marked and is_counted(line.text) for line in seen) >= _NEARLY_ALL * len(seen)
    if has_marks and (are_numbered or any(line.caption.names for line in seen)):
        return True
    are_labelled = sum(bool(line.caption.titles) for line in seen) >= max(MOST * len(seen), 2)
    is_alone = sum(not _is_beside(line.text) for line in preface) < 2
    return are_labelled or (is_alone and any("award" in line.caption.names for line in seen))


def _is_of_items(seen: Sequence[_Seen], items: _Items) -> bool:
    """Whether most lines are items, by one of three signs.

    Three or more are numbered, `MOST` of all. Or nearly all have the same other form, and none of these is a caption.
    Or two or more have a title in marks, `MOST` of these and the unknown lines, half of them with words beside it.
    """
    counted = sum(is_counted(line.text) for line in seen) if items.is_numbered else 0
    if counted > 2 and counted >= MOST * len(seen):
        return True
    if items.is_unmarked_item is not None and not any(line.caption.names for line in seen if line.is_item):
        return True
    marked = sum(line.is_marked for line in seen)
    if items.title_marks is None or marked < 2:
        return False
    unknown = sum(line.is_unknown for line in seen)
    texts = [line.text for line in seen if line.is_marked or notice_lines.is_note(line.text)]
    more = sum(is_more_than_title(without_count(text), items.title_marks) for text in texts)
    return marked >= MOST * (marked + unknown) and 2 * more >= marked


def _has_bare_titles(seen: Sequence[_Seen], marks: "re.Pattern[str] | None") -> bool:
    """Whether nearly all lines below the name of a list, and notes on it, are titles in marks.

    A single line above them is a name too that does not look like one, if the only blank line is below it.
    """
    begin = next((at for at, line in enumerate(seen) if line.is_marked), 0)
    above, below = seen[:begin], seen[begin:]
    is_apart = len(below) > 1 and below[0].is_below_blank and not below[1].is_below_blank
    unlike_names = sum(not notice_lines.is_beside_items(line.text) for line in above)
    marked = sum(len(marks.findall(line.text)) for line in below if marks and line.is_marked)
    unmarked = sum(not (line.is_marked or _is_beside(line.text)) for line in below)
    is_named = bool(above) and unlike_names <= (1 if is_apart else 0)
    return is_named and marked > 1 and marked >= _NEARLY_ALL * (marked + unmarked)


def _are_bare_groups(seen: Sequence[_Seen], begin: int, marks: "re.Pattern[str] | None") -> bool:
    """Whether all lines that are nothing known, the last one above the first caption and those below, name groups.

    Each is a few words directly above a title in marks or an award, where these titles have words beside them.
    """
    if marks is None or begin == 0:
        return False
    lines = seen[begin - 1 :]
    names = [at for at, line in enumerate(lines) if line.is_unknown]
    titles = [line.text for line in lines if line.is_marked]
    are_above = all(
        captions_by_form.may_name_group(lines[at].text) and at + 1 < len(lines) and not lines[at + 1].is_unknown
        for at in names
    )
    are_full = all(is_more_than_title(without_count(text), marks) for text in titles)
    return are_above and are_full and len(names) > 1 and names[0] == 0


def _are_filled(seen: Sequence[_Seen]) -> bool:
    """Whether titles are behind a caption, or below each caption of an award, a year or an edition is another line.

    Two such captions in a row are titles: 金奖 and 银奖 in a list of films. But the first may name all, above a gap, or
    as 名单.
    """
    if any(line.caption.titles for line in seen):
        return True
    captions = [at for at, line in enumerate(seen) if line.is_bare_caption and "category" not in line.caption.names]
    is_above = len(captions) > 2 and captions[0] + 1 == captions[1]
    is_name = is_above and (seen[captions[1]].is_below_blank or seen[captions[0]].text.endswith(("名单", "名單")))
    return all(below - at > 1 for at, below in pairwise([*captions[is_name:], len(seen)]))


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
    is_own_name = len(above) == 1 and above == captions[:1] and len(awards) > 1
    return seen[above[0]].text if is_own_name else ""
