"""The titles of one line of a notice, each with who it is by, its other title, year and award."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from awardcli.collection.user_file.columns.heading_words import CHINESE
from awardcli.collection.user_file.notices import couplets, japanese
from awardcli.collection.user_file.notices.labels import (
    CREW,
    FACT,
    ROLES,
    TITLE,
    has_label,
    is_role,
    label_and_rest,
    says_maker,
)
from awardcli.collection.user_file.notices.layouts import (
    BY,
    Layout,
    award_before_country,
    award_in_brackets,
    parted,
    title_and_maker_in_brackets,
    without_places,
)
from awardcli.collection.user_file.notices.marked_titles import JOINS_TITLES, entries, other_titles, titles_and_rest
from awardcli.collection.user_file.notices.names import (
    CLASS,
    KIND,
    WORDS_THAT_TELL,
    behind_brackets,
    has_open_bracket,
    is_clause,
    is_one_body,
    names_beside,
    names_in,
    says_where,
    without_teacher,
)
from awardcli.collection.user_file.notices.notice_lines import without_item_number
from awardcli.collection.user_file.notices.notice_sentences import parts_of
from awardcli.collection.user_file.notices.work_and_person import (
    COMMA_BY,
    DE,
    QUOTES,
    Named,
    begins_with_person,
    honoured,
    title_by_person,
    work_with_maker,
    works_in_marks,
)
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.language.awards import is_of_people
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON, without_spread


class Item(NamedTuple):
    """A title, or who is honoured, of a line."""

    title: str = ""
    other: str = ""
    """The title in another language."""
    who: str = ""
    said: Mapping[str, str] = {}
    """The award, year and edition that words beside the title name."""


# Words beside a title

_OF_THINGS = chinese_pattern("文|制作|出版社?|词曲|设计|主创")
"""Roles before a colon behind which a title may be."""
_CREW = chinese_pattern(rf"[.,;]?\s+(?:{ROLES}|{CREW})\s*:\s*")
"""Walk with Me | Colombia | 2023 Director: Ana Ruiz Writer: Bo Ek"""
_QUOTED_BY = lazy_pattern(r'["“]([^"“”]+)["”],?\s+by\s+([A-Z].*?)(?:,\s+in\s+.*)?')
"""A short story and where it was printed: "Orchard" by Ono, in Night Tales"""
_ROLE_AT_END = chinese_pattern(rf"{ROLES}\s*[：:]?\s*$")
_SCORE = lazy_pattern(r"[\s（(，,]+[0-9]+(?:\.[0-9]+)?\s*分[)）]?$")
"""甲 95分"""
_TITLE_LABEL = chinese_pattern(f"(?<![\u3400-\u9fff]){TITLE}")
_IN_LATIN = lazy_pattern("[^\u3040-\u9fff\uac00-\ud7a3《》]*")
_HANGUL = lazy_pattern("[\uac00-\ud7a3]")
_BEGINS_IN_QUOTES = lazy_pattern(r"""(?:«[^«»]+»|“[^“”]+”|„[^„“”]+[“”]|"[^"]+"),? (?!by )(?:d['’]|[a-zß-ÿ]+ )""")
"""« Ovni » de Ana Ruiz, where other titles have no marks"""
_QUOTED = lazy_pattern("""["“«‘'„<〈]\\s*([^"“”«»‘’'„<>〈〉]+?)\\s*["”»’'“>〉]""")
_BEGINS_WITH_NUMBER = lazy_pattern("[0-9]+ ")
"""45 Years behind an award; the number of an item there has a mark."""
_SENTENCE = chinese_pattern("(?:我|看|支持|推荐|投|想|求|请|今天|昨天|刚|大家|最|很|真|太|也|还|了|的(?!士)|这|那)")
"""How words begin that go on with a title as a sentence does: 我投《甲》, 《甲》真好看"""


_TELLS_BEHIND = chinese_pattern(
    "(?:\\s*[（(][^（()）]*[)）])?\\s*等?(?:[则也还均都主要生动真实深刻集中分别])*(?:(?:从|以|用|通过|借助?|把|将|运用|采用)[^，,。]{1,24}[，,]?)?"
    f"(?:{WORDS_THAT_TELL})[了着出]?"
)
"""《甲》等从不同角度讲述了成长之路，反映了…: what a sentence goes on to tell of the work"""
_IN_BRACKETS = chinese_pattern(r"^[（(][^()（）]*[)）]|[（(][^()（）]*[：:][^()（）]*[)）]")
"""Who made a work of which a sentence tells: directly behind it, or with a label."""


def _is_of_sentence(beside: str) -> bool:
    """Whether the words beside a title are of a sentence around it, and name nobody."""
    words = beside.strip("：: …")
    return _SENTENCE.match(words) is not None and not (names_body(words) or says_maker(words))


# Titles in marks

_LATIN_BEHIND = lazy_pattern(
    r"^\s*(?P<title>[^\W\u3400-\u9fff][^\u3000-\u9fff\uff00-\uffef()/|\t]*?[A-Za-z][^\u3000-\u9fff\uff00-\uffef()/|\t]*?)"
    r"\s*(?=$|[\u3000-\u9fff\uff00-\uffef()/|\t]|\s[-–—]\s|\s{2}|,?\s(?:by|directed by|dir\.)\s)"
)
"""The name in Latin letters behind a Chinese title, up to its end: 《阿凡达：水之道》 Avatar: The Way of Water"""
TITLE_WITH_LATIN = lazy_pattern("[\u3400-\u9fff]》 *[A-Z]")
"""A Chinese title with such a name."""
_LATIN_IN_SAME_BRACKETS = lazy_pattern(
    r"(?<=[（(])：\s*(?P<title>[^()（）\u3400-\u9fff]*[A-Za-z]{2}[^()（）\u3400-\u9fff]*)(?=[)）])"
)
"""Such a name where it and the title are in brackets behind a maker: 张三（《水形物语》 The Shape of Water）"""
_HEAD_OF_ALL = lazy_pattern("[^《》『』「」：:；;。，,]+[：:](?=[《『「])")
"""一中：《甲》张三；《乙》李四"""
_GROUP_OF_TITLES = chinese_pattern(
    rf"(?:.*[，,：:；;。])?(?P<name>(?=..)(?:{KIND}))(?:作品)?(?:[奖类组]|单元)?有(?=[\u3400-\u9fff·]*$)"
)
"""本届获奖作品中，短篇小说有张三《甲》"""
_OF_ALL = chinese_pattern(
    r"^等?(?:这?[0-9一二三四五六七八九十两]+[部篇首件个幅](?:[\u3400-\u9fff]{0,6}(?:作品|小说|影片|电影|图书))?)?(?:获此殊荣|获奖|入选|入围|榜上有名)?(?=[。；;]?$)"
)
"""What is said of all titles of a line, behind the last: 5部长篇小说获此殊荣"""
_CONJUNCTION = chinese_pattern(r"^\s*[、，,；;]*(?:以及|[和与及])(?=\w{2})")
"""《甲》和李四的《乙》"""
WORK_OF = lazy_pattern("的[^的，、]{0,8}$")
"""湖北日报的消息, 张三拍摄的微电影"""


def _marked_items(
    text: str, spans: Sequence[re.Match[str]], award: str, *, has_latin: bool = False, has_spaces: bool = False
) -> list[Item]:
    """The titles at `spans`, each with the names behind it; with those before it where the line ends with a title.

    With `has_latin` the name in Latin letters behind a title is its own: 《RRR》 NAATU NAATU
    """
    titles, between = titles_and_rest(text, spans)
    between = [between[0], *map(_without_next_sentence, between[1:])]
    between[-1] = _OF_ALL.sub("", between[-1])
    said: dict[str, str] = {}
    if "有" in between[0] and (group := _GROUP_OF_TITLES.match(between[0])):
        said, between[0] = {"category": group["name"]}, between[0][group.end() :]
    others, between = other_titles(titles, between)
    if between[0].endswith(("：", ":")) and (_is_of_sentence(between[0]) or is_clause(between[0])):
        between[0] = ""  # 这5部获奖作品分别为：
    are_before = (
        not JOINS_TITLES.fullmatch(between[0]) and JOINS_TITLES.fullmatch(between[-1].strip("。）)")) is not None
    )
    found = []
    for at, title in enumerate(titles):
        places = range(at, -1, -1) if are_before else range(at + 1, len(between))
        beside = next((between[place] for place in places if not JOINS_TITLES.fullmatch(between[place])), "")
        if are_before:
            beside = WORK_OF.sub("", _CONJUNCTION.sub("", beside))
        if not are_before and not JOINS_TITLES.fullmatch(between[0]):
            beside = f"{between[0]}：{beside}"  # 一中：《甲》张三, 《乙》李四
        if has_latin and not (are_before or CHINESE.search(title) or is_of_people(award)):
            beside = _LATIN_BEHIND.sub("", beside)
        item = _marked_item(title, others[at], beside, award, is_behind=not are_before, has_spaces=has_spaces)
        found.append(item._replace(said={**said, **item.said}))
    return found


def _without_next_sentence(words: str) -> str:
    """The words behind a title without the sentence that follows its stop and names neither people nor bodies.

    >>> [_without_next_sentence(words) for words in ("。奉节脐橙一箱。", "。张三", "。作者：张三")]
    ['', '。张三', '。作者：张三']
    """
    stop = _STOP_AND_MORE.search(words)
    if stop is None or has_label(stop["more"]):
        return words
    names = filter(None, map(str.strip, names_in(stop["more"])))
    return words if all(PERSON.fullmatch(name) or names_body(name) for name in names) else words[: stop.start()]


_STOP_AND_MORE = lazy_pattern(r"。\s*(?P<more>[^。\s][^《》]*)$")


def _marked_item(title: str, other: str, beside: str, award: str, *, is_behind: bool, has_spaces: bool = False) -> Item:
    """A title with what the words beside it say: a name in Latin letters beside a Chinese title is its other title."""
    is_chinese = CHINESE.search(title) is not None
    beside = FACT.sub("", beside)
    words = beside.lstrip("：")
    if is_behind and _TELLS_BEHIND.match(words) and not names_body(re.split("[，,（(]", words)[0]):
        words = beside = "、".join(_IN_BRACKETS.findall(beside))
    found = _LATIN_IN_SAME_BRACKETS.search(words) if is_chinese and not other else None
    if found is None and is_chinese and not other and is_behind and not is_of_people(award):
        found = _LATIN_BEHIND.match(words)
    if found:
        other, beside = found["title"].strip(), words[: found.start()] + words[found.end() :]
    names, said = ([], {}) if _is_of_sentence(beside) else names_beside(beside, has_spaces=has_spaces)
    is_latin = is_chinese and not other and not is_of_people(award)
    latin = [name for name in names if is_latin and not CHINESE.search(name) and not _is_labelled(name, beside)]
    who = [*(name for name in names if name not in latin), *latin[1:]]
    return Item(title=title, other=other or "".join(latin[:1]), who="、".join(who), said=said)


def _is_labelled(name: str, beside: str) -> bool:
    """Whether a word before a name says that it is of a person or body: 导演：Ang Lee."""
    return _ROLE_AT_END.search(beside[: beside.index(name)]) is not None


class ItemReader(NamedTuple):
    """Reads the items of lines by the marks around titles, or by the layout of those without marks."""

    title_marks: re.Pattern[str] | None
    layout: Layout
    has_latin: bool = False
    """Whether Chinese titles in marks have their names in Latin letters behind them."""
    has_spaced_names: bool = False
    """Whether names of people have a space within, as in Japanese: 九段 理江."""
    has_awards_before_countries: bool = False
    """Whether a title has its award and its country behind it: Rabbit - Mention spéciale - France."""
    names_makers: bool = False
    """Whether titles with awards of works have their makers behind de, von or the like: Ovni de Ana Ruiz."""
    are_people: bool = False
    """Whether what is in the place of titles is people who won."""

    def items(self, text: str, award: str) -> list[Item]:
        """The titles of a line below an award or category; of one of people, who is honoured."""
        if not self.are_people:
            return [item for work in self._works(without_item_number(text)) for item in self._items(work, award)]
        parts = behind_brackets(without_item_number(text))
        names = re.split(r"[、，,\s]+", without_spread(parts[0])) if len(parts) == 1 else []
        parts = names if len(names) > 1 and all(map(PERSON.fullmatch, names)) else parts
        return [item for part in parts for work in self._works(part) for item in self._items(work, award)]

    def is_marked(self, text: str) -> bool:
        """Whether a text has a title in the marks of titles."""
        return self.title_marks is not None and self.title_marks.search(text) is not None

    def _works(self, text: str) -> list[str]:
        """The works of a line, each with its makers, where these have no marks."""
        return [text] if self.is_marked(text) else self.layout.works_of(text)

    def _items(self, text: str, award: str) -> list[Item]:
        item = _SCORE.sub("", _TITLE_LABEL.sub("", text, count=1))
        items = self._in_marks(item, award) or self._of_known_form(item, award) or [self._parted(item, text)]
        return list(map(_as_people, items)) if self.are_people else items

    def _in_marks(self, item: str, award: str) -> list[Item]:
        """The titles in their marks; none of a line without."""
        is_latin = _IN_LATIN.fullmatch(item) is not None
        if self.title_marks and self.is_marked(item):
            if is_latin:
                return [_made(work) for work in works_in_marks(item, self.title_marks)]
            return self._in_entries(item, award)
        if is_latin and _BEGINS_IN_QUOTES.match(item):
            return [_made(work) for work in works_in_marks(item, QUOTES)]
        return []

    def _in_entries(self, text: str, award: str) -> list[Item]:
        """The titles of the entries of a line: a name before a colon at its beginning belongs to all of them."""
        marks = cast(re.Pattern[str], self.title_marks)
        parts = entries(text, marks)
        head = _HEAD_OF_ALL.match(parts[0])
        for at in range(1, len(parts) if head else 0):
            parts[at] = head[0] + parts[at] if head and not _HEAD_OF_ALL.match(parts[at]) else parts[at]
        each = ((part, list(marks.finditer(part))) for part in parts)
        options = {"has_latin": self.has_latin, "has_spaces": self.has_spaced_names}
        return [item for part, spans in each for item in _marked_items(part, spans, award, **options)]

    def _of_known_form(self, item: str, award: str) -> list[Item]:
        """The title of a line that is a couplet or has a crew, an award and a country, a person or a book."""
        couplet, who = couplets.couplet_and_maker(item)
        if couplet:
            return [Item(title=couplet, who="、".join(names_beside(who)[0]))]
        if not is_of_people(award) and (won := award_in_brackets(item)):
            names, said = names_beside(won[2])
            return [Item(title=won[0], who="、".join(names), said={**said, "award": won[1]})]
        made = _CREW.split(item) if ":" in item and _IN_LATIN.fullmatch(item) else []
        if len(made) > 1 and not has_open_bracket(made[0]):
            title, *details = re.split(r"\s+\|\s+", made[0])
            names, said = names_beside("、".join((*details, *made[1:])))
            return [Item(title=title, who="、".join(names), said=said)]
        if self.has_awards_before_countries and (awarded := award_before_country(item)):
            return [Item(title=awarded[0], said={"award": awarded[1]})]
        if is_of_people(award) or begins_with_person(item):
            work = japanese.honoured(item) if self.has_spaced_names else None
            if work is None:
                return [_honoured(item, names_maker=self.names_makers)]
            return [Item(title=work[1], who="、".join(names_beside(work[0], has_spaces=True)[0]))]
        if maker := _maker_alone(item):
            return [Item(who="、".join(names_beside(maker)[0]))]
        if (by_person := title_by_person(item)) is not None:
            return [_made(by_person)]
        if book := japanese.BOOK.fullmatch(item):
            names, _ = names_beside(f"{book['who']}、{book['publisher'] or ''}", has_spaces=self.has_spaced_names)
            return [Item(title=book["title"], who="、".join(names))]
        return []

    def _parted(self, item: str, text: str) -> Item:
        """The title and its makers, as the layout of the lines parts them; `text` itself, of separators only."""
        item, places = without_places(item)
        item, teacher = without_teacher(item)
        made = COMMA_BY.fullmatch(item) if self.layout.separator is BY else None  # Orchard, written by Ono
        parts = list(made.groups()) if made else parted(item, self.layout.separator) or [text]
        parts = parts if len(parts) > 1 else title_and_maker_in_brackets(item) or parts
        by = [_QUOTED_BY, COMMA_BY, *([BY] if self.layout.names_maker else [])]
        by += [DE] if self.names_makers and len(parts) == 1 else []
        if found := next(filter(None, (each.fullmatch(parts[0]) for each in by)), None):
            parts[:1] = found.groups()  # Orchard, by Ono (Knopf)
        title_at = self.layout.title_at if self.layout.title_at < len(parts) else 0
        others = "、".join([*(part for at, part in enumerate(parts) if at != title_at), places, teacher])
        names, said = names_beside(others, has_spaces=self.has_spaced_names)
        return Item(title=_unquoted(parts[title_at]), who="、".join(names), said=said)

    def items_behind(self, award: str, text: str) -> list[Item]:
        """The titles behind an award in its line: separated by commas, or by spaces where none names a body."""
        if self.is_marked(text) or couplets.couplet_and_maker(text)[1]:
            return self.items(text, award)
        if self.title_marks and (people := _people_alone(text)):
            return [Item(who="、".join(people))]
        bare = _SCORE.sub("", text.strip(" 。；;"))
        parts = [work for part in behind_brackets(bare) for work in self.layout.works_of(part)]
        if len(parts) == 1 and self.layout.separator is None and not is_of_people(award):
            commas = r"\s*[、；;，,]\s*" if len(re.findall("[，,]", bare)) > 1 else r"\s*[、；;]\s*"  # 你好，李焕英
            if not (CHINESE.search(text) or _HANGUL.search(text)):
                commas = r"\s*[、；;]\s*"
            separators = (commas, r"[\s\u3000]+") if CHINESE.search(text) else (commas,)
            ways = (list(filter(None, parts_of(bare, re.compile(each)))) for each in separators)  # 甲、乙, else 甲 乙
            splits = [way for way in ways if len(way) > 1]
            if any(all(map(is_one_body, each)) for each in splits):
                return [_honoured(bare)]  # 某局、某校
            parts = next((each for each in splits if not any(map(names_body, each))), parts)
        parts = [part if _BEGINS_WITH_NUMBER.match(part) else without_item_number(part) for part in parts]
        return [item for part in parts for item in self._items(part, award)]


def _people_alone(text: str) -> list[str]:
    """The people that a text names, where it is nothing but their names: 张三、李 四; else none."""
    names = re.split(r"\s*[、，,]\s*", without_spread(text.strip(" 。.；;")))
    return names if all(PERSON.fullmatch(name) or _PERSON_ALONE.fullmatch(name) for name in names) else []


_PERSON_ALONE = lazy_pattern(r"[A-ZÀ-ÞА-Я][\w'’-]+(?: [A-ZÀ-ÞА-Я][\w'’-]*\.?){1,3}")
"""Павел Чухрай, Ana M. Ruiz"""


def _maker_alone(item: str) -> str:
    """Who a line without a title names behind their role, or "": 1.作者：张三, of whose work nothing is said."""
    label, who = label_and_rest(item)
    is_maker = label and not _OF_THINGS.match(label) and is_role(label)
    return who.strip() if is_maker and _WHO.fullmatch(who.lstrip()) else ""


_WHO = lazy_pattern("[^：:《》]{2,}")


def _as_people(item: Item) -> Item:
    """An item whose title is the name of people who won: 张三; one whose title is longer than any name stays."""
    names, _ = names_beside(item.title)
    is_name = any(len(name) <= _LONGEST_NAME or "·" in name or names_body(name) or CLASS.search(name) for name in names)
    if not (is_name or item.who) and CHINESE.fullmatch(item.title):
        return item
    beside = [name for name in names_in(item.who) if name and not says_where(name)]  # 张三（北京）
    return item._replace(title="", who="、".join([*names, *beside]))


_LONGEST_NAME = 6
"""Characters of the name of a person without a dot; a longer line among them is of the page: 用影像记录时代"""


def _made(work: Named) -> Item:
    names, said = names_beside(work.who)
    return Item(title=work.title, who="、".join(names), said=said)


def _unquoted(title: str) -> str:
    return found[1] if (found := _QUOTED.fullmatch(title)) else title


def _honoured(text: str, *, names_maker: bool = False) -> Item:
    """Who is honoured by a line, and the title that a line in English names beside them: Chloé Zhao, Nomadland.

    `names_maker`: most other lines are a title with its maker, so that de is before one here too.
    """
    if CHINESE.search(text):
        return Item(who="、".join(names_beside(text)[0]) or text)
    if (work := work_with_maker(text, names_maker=names_maker)) is not None:
        return _made(work)._replace(title=_unquoted(work.title))
    title, who = honoured(text)
    if (of_work := work_with_maker(title, names_maker=names_maker)) is not None:
        title = of_work.title
    return Item(title=_unquoted(title), who="、".join(names_beside(who)[0]) or ("" if title else text))
