"""The results of a notice: each title with what the captions above it name; what is no item is set aside."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from awardcli.collection.user_file import rows_set_aside, section_names
from awardcli.collection.user_file.columns.column_cells import outcome
from awardcli.collection.user_file.notices import captions
from awardcli.collection.user_file.notices.captions import Caption
from awardcli.collection.user_file.notices.captions_in_context import holds_awards
from awardcli.collection.user_file.notices.joined_lines import TextLine, joined
from awardcli.collection.user_file.notices.marked_titles import TITLE_MARKS
from awardcli.collection.user_file.notices.names import is_clause, is_one_body, names_in
from awardcli.collection.user_file.notices.notice import Notice
from awardcli.collection.user_file.notices.notice_lines import (
    LONGEST,
    is_note,
    is_report,
    may_be_preface,
    may_frame_items,
    why_aside,
    without_item_number,
)
from awardcli.collection.user_file.notices.notice_sentences import Clause
from awardcli.collection.user_file.notices.notice_winners import counts_works, is_doubtful, winners_of
from awardcli.collection.user_file.notices.titles_in_line import Item
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.section_names import NO_SECTION, Section
from awardcli.collection.user_file.table_lines import Line, says_nobody_won
from awardcli.collection.user_file.tables.sections import SectionStack
from awardcli.language.awards import ends_in_prize, is_of_bodies, is_of_people
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.model import Role

OTHER = "other"
"""The key of the title in another language, whose role is that of a title."""
OUTCOME = "result"
"""The key of what won or was nominated, which has no role."""
_ABOUT_WORKS = chinese_pattern("(?!.*(?:(?<!颁)奖|最佳|提名|入围)).{13,}。")
"""A sentence about titles that were taken out of it, where others say what won; none that names an award."""
_PROSE = lazy_pattern("[\u3400-\u9fff“”]{14}")
"""So many characters in a row are mostly more than a maker, and the words that it won an award."""
_MANY_CLAUSES = 3
_JURY = chinese_pattern("(?:[初复终]评|特邀)?(?:评委|评审)\\w{0,4}[：:].+")
"""评委：张三（《诗刊》主编）"""
_POST = chinese_pattern("》?.{0,6}(?:主编|编辑|编审|总编|主席|会长|理事|会员|社长|院长|教授|记者|评论家)")
"""What a member of the jury is, beside a journal in title marks: 《诗刊》主编"""
_COUNT_OF_PEOPLE = lazy_pattern("[0-9一二三四五六七八九十]+ *[名人位][)）]?[:：]?$")
"""入围奖（17名）："""
_NAMES = lazy_pattern("[\u4e00-\u9fff]{2,4}(?:[、，,][\u4e00-\u9fff]{2,4})*(?P<more>[、，,])?[。.]?")
"""Names of people, perhaps with more in the next line: 张三、李四、"""
_QUESTION = chinese_pattern("(?!恭喜|祝贺|热烈|感谢|欢迎|快来|敬请|请|点击)[^。；;]{2,20}[？?！!]")
"""地沟油，你去了哪里？ directly below a caption: a title, and no sentence of the notice"""
_NOTES = chinese_pattern("(?:特别|几点|相关|有关|补充)?(?:说明|备注|注意事项|声明|提示)[：:]")
_ENDED_BY: Sequence[tuple[Role, Role]] = (("year", "edition"), ("edition", "year"))
"""A caption with the second ends the first where the last results had only that: 第96届 below 2023 is of another."""


class NoticeResult(NamedTuple):
    """A result of a notice: its line, and its cells by key."""

    number: int
    text: str
    cells: dict[str, str]

    def made_by(self, makers: str) -> "NoticeResult":
        """The result by these makers, unless it has its own."""
        return self._replace(cells={**self.cells, "organization": self.cells["organization"] or makers})


class Results:
    """The results of a notice, line by line; what is no item is set aside in `account`.

    A line without marks or number may belong to the end of the notice: it is held back until an item or a caption
    follows, or the end.
    """

    def __init__(self, account: Account, notice: Notice) -> None:
        self._account = account
        self._notice = notice
        self._sections = SectionStack()
        self._held: list[TextLine] = []
        self._has_begun = False
        """Whether the preface has ended."""
        self._last: Section = NO_SECTION
        """The section of the last results."""
        self._is_below_note = False
        """Whether the line above is a note, below which a body may sign."""
        self._is_below_award = False
        """Whether titles are known by their numbers, and no item is below the last caption of an award so far."""
        self._award_in_brackets = ""
        """The award in brackets directly above, which is the group of another below it: 【短篇小说奖】 above 首奖."""
        self._is_below_caption = False
        """Whether titles are mostly without marks, and the line is directly below a caption, as a note hardly is."""
        self._is_below_others = False
        """Whether the lines are of people who won nothing: the jury."""
        self._is_jury_named = False
        """Whether the line above names the jury, so that no numbers below do."""
        self._award_before = ""
        """The award that a line named before its titles: it holds up to the next caption."""
        self._is_below_clause = False
        """Whether the last results are of a clause with titles, so that no line below has one without marks."""
        self._outcome = ""
        """What the caption above says of the award above it: Nominees."""
        self._are_people = False
        """Whether the caption above says how many people won."""
        self._has_notes = False
        """Whether notes on the whole have begun, and no caption is below them."""
        self._has_more_people = False
        """Whether the line above ends between two of them: 张三、"""
        self._group = ""
        """The category that a clause named for those up to the next stop: 小学组：《甲》获一等奖，《乙》获二等奖；"""
        self._clauses: Counter[int] = Counter()
        """How many clauses that say who won what a line has."""
        self.sentences: list[TextLine] = []
        """Lines of prose, of which who won what is told by the words around the titles."""
        self.repeating: list[TextLine] = []
        """Clauses that say no more than the list does."""
        self.unclear: list[TextLine] = []
        """Clauses that say that something won, of which the award is not understood."""

    def of(self, lines: Iterable[Line]) -> Iterator[NoticeResult]:
        """The results of all lines."""
        above: list[NoticeResult] = []  # those of which a line below may say who made all
        for line in joined(lines, self._notice.below):
            if line.made_all:
                above += self._results_held()
                yield from (result.made_by(line.made_all) for result in above)
                above = []
            section = self._sections.section
            found = self._take(line._replace(section=section))
            if self._notice.has_makers_of_all:
                above += found
                if self._sections.section != section:
                    yield from above
                    above = []
            else:
                yield from found
            if not line.text.endswith(("，", ",")):
                self._group = ""
        yield from above
        items = self._items_held()
        for line in self._held[items:]:
            self._put_aside(line)
        del self._held[items:]
        yield from self._results_held()

    def _take(self, line: TextLine) -> Iterator[NoticeResult]:
        if len(line.text) > LONGEST:
            yield from self._results(line, [Item(title=line.text)])
            return
        if line.is_of_title:
            self._put_aside(line, "label")
            return
        notice = self._notice
        is_item = notice.is_item(line.text)
        caption = self._caption(line.text, is_item=is_item)
        is_of_others = self._is_of_others(line, caption)
        is_empty = not (is_item or fold(line.text))  # separators only
        is_theme = not self._has_begun and line.text == notice.theme
        is_of_report = not (caption.names or caption.clause) and self._is_report(line)
        is_of_rules = line.number <= notice.begin  # of the awards, above the heading of the list
        is_aside = (
            is_of_others or is_empty or is_theme or is_of_report or self._is_in_notes(line.text, caption) or is_of_rules
        )
        if (why := why_aside(line.text)) or is_aside:
            self._put_aside(line, why or "signature")
            return
        if people := self._people(line, is_else=bool(caption.names or caption.clause) or is_item):
            yield from self._results_held()
            yield from self._results(line, [Item(who=people)])
            return
        if not caption.names and not is_item and self._is_taken_aside(line):
            return
        if not self._has_begun and (is_item or "award" not in caption.names):
            self._put_held_aside()
        yield from self._results_held()
        begins = (is_item or bool(caption.titles)) and not caption.clause
        self._has_begun = self._has_begun or begins or not notice.has_clear_items
        self._is_below_award = self._is_below_caption = self._is_below_clause = False
        group, self._award_in_brackets = self._award_in_brackets, ""
        if group and (below := caption.names.get("award")) and outcome(below) is None and not holds_awards(line.text):
            self._sections.enter({"category": group, "award": ""})
            line = line._replace(section=self._sections.section)
        if caption.clause:
            yield from self._winners(line, caption.clause)
        elif not caption.names:
            yield from self._results(line)
        elif caption.titles:
            if len(caption.names) > 1:  # with an edition or a year
                self._sections.enter(caption.names)
                line = line._replace(section=self._sections.section)
            yield from self._results(line, self._items_behind(caption, line.section))
        else:
            self._enter(line, caption)

    def _items_behind(self, caption: Caption, section: Section) -> list[Item]:
        """The items behind an award, or behind the outcome of the award above: 提名：《甲》、《乙》"""
        award = caption.names.get("award", "")
        self._outcome, titles = captions.outcome_and_titles(caption.titles)
        if award in self._notice.outcomes:
            self._outcome = award
        elif self._outcome in self._notice.outcomes:
            self._award_before = award
        else:
            self._award_before, self._outcome, titles = award, "", caption.titles
        award = self._award_before or section.award
        parts = captions.each_nominated(self._outcome, award, titles) if self._outcome else [titles]
        return [item for part in parts for item in self._notice.reader.items_behind(award, part)]

    def _is_in_notes(self, text: str, caption: Caption) -> bool:
        """Whether a line begins notes on the whole (特别说明：) or is one of the sentences below, numbered or not."""
        begins = self._has_begun and _NOTES.fullmatch(text) is not None
        self._has_notes = begins or (self._has_notes and not caption.names)
        is_sentence = text.endswith(("。", "；")) and "《" not in without_item_number(text)[:1]
        return begins or (self._has_notes and is_sentence)

    def _caption(self, text: str, *, is_item: bool) -> Caption:
        """What a line names: who won what, or what captions of this notice do, or a group."""
        caption = self._notice.caption(text)
        if caption.clause or (caption.names and self._notice.has_captions):
            return caption
        return Caption({}) if is_item else self._notice.group(text, is_first=not self._has_begun)

    def _is_taken_aside(self, line: TextLine) -> bool:
        """Set a line aside that is of the preface or a note, or hold one back that may be of the end, if it is such."""
        is_alone = self._is_below_award and not may_frame_items(line.text)
        is_preface = self._is_preface(line) and not is_alone
        is_aside = is_note(line.text) and not (self._is_below_caption and _QUESTION.fullmatch(line.text))
        if is_preface or is_aside or self._is_about_other(line) or self._is_below_clause:
            self._put_aside(line)
            self._is_below_note = self._has_begun
            return True
        line = line._replace(is_below_blank=line.is_below_blank or self._is_below_note)
        self._is_below_note = False
        is_only = is_alone and not self._has_begun  # the only title of its award, if no item follows
        self._has_begun = self._has_begun or not is_only
        if is_held := is_only or self._may_be_foot(line):
            self._held.append(line)
        return is_held

    def _put_held_aside(self) -> None:
        """Set the lines held back aside, which are above the first item."""
        for line in self._held:
            self._put_aside(line)
        self._held = []

    def _is_report(self, line: TextLine) -> bool:
        """Whether a line above all awards only tells of works that are in lists below, or where clauses say what won.

        So do prose, a sentence behind one that is set aside, and headlines: 《甲》由某局拍摄，讲述了……, 《甲》成大赢家
        """
        notice, aside = self._notice, self._account.set_aside
        if any(line.section) or self._award_before or notice.title_marks is None:
            return False
        titles, beside = notice.title_marks.findall(line.text), notice.title_marks.sub("", line.text)
        is_behind_aside = bool(aside) and aside[-1].line == line.number
        if notice.has_lists and (is_report(line.text) or is_behind_aside or (titles and notice.is_in_list(titles))):
            return True
        return notice.has_clauses and _ABOUT_WORKS.fullmatch(beside) is not None

    def _winners(self, line: TextLine, clause: Clause) -> Iterator[NoticeResult]:
        """The results of a clause, whose award is of no other line; it is set aside where nobody surely won it."""
        self._award_before = ""
        is_unsure = not clause.awards and self._notice.has_lists and self._is_report(line)
        items = [] if is_unsure else winners_of(clause, self._notice.title_marks)
        said = (
            word for item in items for word in (item.title, *item.who.split("、"), *map(_bare_award, clause.awards))
        )
        if items and self._notice.is_in_list(said):
            self.repeating.append(line)
            self._put_aside(line)
            return
        self._has_begun = self._has_begun or bool(items)
        self._group = next((item.said["category"] for item in items if "category" in item.said), self._group)
        items = [item._replace(said={"category": self._group, **item.said}) if self._group else item for item in items]
        self._is_below_clause = self._notice.title_marks is TITLE_MARKS and any(item.title for item in items)
        yield from self._results(line, items)
        self._clauses[line.number] += 1
        if self._clauses[line.number] == _MANY_CLAUSES or is_doubtful(clause, items):
            self.sentences.append(line)
        if not items:
            self._put_aside(line)
        has_winner = len(clause.awards) > 1 or (clause.awards and not counts_works(clause))
        if (items and not clause.awards) or (not items and has_winner):
            self.unclear.append(line)

    def _is_prose(self, text: str) -> bool:
        """Whether a line with titles is of sentences: it has commas, and so many words beside these."""
        marks = self._notice.title_marks
        beside = marks.sub("", text) if marks else text
        return sum(map(beside.count, "，,。")) > 1 and _PROSE.search(beside) is not None

    def _people(self, line: TextLine, *, is_else: bool) -> str:
        """The people of a line below a caption that counts people, where titles are in marks and it has none; or ""."""
        found = None if is_else or not self._are_people else _NAMES.fullmatch(line.text)
        names = line.text.strip("、，,。.") if found else ""
        are_several = len(names_in(names)) > 1
        is_known = names and (are_several or self._has_more_people) and self._notice.title_marks is TITLE_MARKS
        self._has_more_people = found is not None and found["more"] is not None
        return names if is_known else ""

    def _is_of_others(self, line: TextLine, caption: Caption) -> bool:
        """Whether a line is of people who won nothing, up to the next caption or title in marks: 评委：, 主办单位："""
        marks = self._notice.title_marks
        is_marked = marks is not None and marks.search(line.text) is not None and not _POST.search(line.text)
        is_numbered = marks is None and self._is_jury_named and self._notice.is_item(line.text)
        if caption.names or caption.clause or is_marked or is_numbered:
            self._is_below_others = False
        if caption.names.keys() <= {"category"}:
            name = caption.names.get("category", line.text.rstrip("：: "))
            self._is_jury_named = _JURY.fullmatch(line.text) is not None
            self._is_below_others |= self._is_jury_named or section_names.is_of_others(name)
        return self._is_below_others

    def _enter(self, line: TextLine, caption: Caption) -> None:
        award = caption.names.get("award", "")
        self._outcome = award if award in self._notice.outcomes else ""
        self._award_before = self._award_before if self._outcome else ""
        self._is_below_caption = not self._notice.has_clear_items
        self._is_below_award = "award" in caption.names and self._notice.title_marks is None
        self._are_people = _COUNT_OF_PEOPLE.search(line.text) is not None
        self._put_aside(line, "section")
        if self._outcome:
            return
        last = self._last._asdict()
        ended = {role: "" for role, other in _ENDED_BY if last[role] and not last[other] and other in caption.names}
        names = dict(caption.names)
        if names.keys() == {"award"} and holds_awards(line.text):
            self._award_in_brackets = award
            names |= {"category": ""} if section_names.is_award(line.section.category) else {}
        if line.text == self._notice.name:
            del names["award"]
        if line.section.edition.strip("第") == names.get("edition", "").strip("第"):
            names.pop("edition", None)  # named again, so that its year goes on
        is_below_titles = line.section == self._last
        if is_below_titles and last["award"] and not last["category"] and names.keys() == {"category"}:
            names["award"] = ""  # whose titles are directly below it, so that it is above no groups
        self._sections.enter({**ended, **names})

    def _put_aside(self, line: TextLine, why: str = "signature") -> None:
        self._account.put_aside(line.number, [line.text], why)

    def _is_of_people(self, section: Section) -> bool:
        return is_of_people(self._award_before or section.award or section.category)

    def _is_preface(self, line: TextLine) -> bool:
        """Whether a line above the first title introduces the notice."""
        if self._has_begun or self._is_of_people(line.section):
            return False
        notice = self._notice
        is_clear = notice.has_captions or notice.has_bare_titles or (notice.is_numbered and notice.has_clear_items)
        return is_clear or may_be_preface(line.text)

    def _is_about_other(self, line: TextLine) -> bool:
        """Whether a line names a journal or document in title marks, and no work: 《甲》第三期的作品："""
        is_such = "《" in line.text and self._notice.title_marks is TITLE_MARKS
        return is_such and not (is_one_body(line.text) or self._is_of_people(line.section))

    def _may_be_foot(self, line: TextLine) -> bool:
        """Whether a line is no title if no item follows: it has no mark among titles that do, or may sign."""
        may_be_title = self._notice.has_bare_titles or not self._notice.has_clear_items
        is_unmarked = not may_be_title and not self._is_of_people(line.section)
        is_below_whole = bool(self._award_before)  # which has its titles behind it
        return is_unmarked or is_below_whole or is_one_body(line.text) or rows_set_aside.is_date(line.text)

    def _items_held(self) -> int:
        """How many of the lines held back at the end are items: not the date, nor the bodies that sign above it."""
        held = self._held
        is_first = self._is_below_award and bool(held) and not is_one_body(held[0].text)
        if self._notice.has_clear_items and not (is_first or self._is_of_people(self._sections.section)):
            return 0
        if not held or not rows_set_aside.is_date(held[-1].text):
            return len(held)
        below_blank = [at for at, line in enumerate(held) if line.is_below_blank]
        signing = 1 if is_of_people(held[-1].section.category + held[-1].section.award) else 2
        return below_blank[-1] if below_blank else max(len(held) - signing, 0)

    def _results_held(self) -> Iterator[NoticeResult]:
        held, self._held = self._held, []
        self._has_begun = self._has_begun or bool(held)
        return chain.from_iterable(map(self._results, held))

    def _results(self, line: TextLine, items: Sequence[Item] | None = None) -> Iterator[NoticeResult]:
        """The results of the items of a line, with what its section says of them."""
        self._last = line.section
        named: dict[str, str] = line.section._asdict()
        named["award"] = self._award_before or named["award"]
        if items is None:
            items = self._notice.reader.items(line.text, named["award"] or named["category"])
        if items and self._clauses[line.number] < _MANY_CLAUSES and self._is_prose(line.text):
            self.sentences.append(line)
        if is_of_bodies(named["award"]) and named["award"] not in self._notice.awards_repeated:
            named["category"] = ""
        for title, other, who, said in items:
            is_unmarked = self._notice.title_marks is not None and title == line.text
            if says_nobody_won(title or who, is_sentence=is_unmarked):
                self._put_aside(line, "vacant")
                continue
            names = [name for name in who.split("、") if not is_clause(name)]
            if len(names) < len(who.split("、")):
                self.sentences.append(line)
                who = "、".join(names)
            if not (title or who):
                self._put_aside(line)
                self.unclear += [] if self._notice.has_lists else [line]
                continue
            if named["award"] and outcome(said.get("award", "")) is False:  # 入围, below 最佳影片
                said = {**said, "award": named["award"], OUTCOME: said["award"]}
            own = {"title": title, OTHER: other, "organization": who, OUTCOME: captions.of_one(self._outcome)}
            yield NoticeResult(line.number, line.text, {**named, **own, **said})


def _bare_award(award: str) -> str:
    """An award as a list may have it: 最佳影片 for 最佳影片奖."""
    return award if ends_in_prize(award) else award.rstrip("奖獎")
