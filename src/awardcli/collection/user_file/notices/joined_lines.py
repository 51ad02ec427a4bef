"""The lines of a notice, each with those directly below that only say who its title is by; and one line in its parts.

《甲》
导演：张三              goes on with the line above: who made the title
片长：5分钟             says something else of it: set aside
（马陆镇）              goes on with it too, as do lines of names where most titles have one

二（1）班
李欣                    goes on with the class above, where each class has people below it
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from awardcli.collection.user_file.columns.heading_words import CHINESE, known_role
from awardcli.collection.user_file.notices import couplets, japanese, labels
from awardcli.collection.user_file.notices.captions import caption_of, names_alone
from awardcli.collection.user_file.notices.captions_in_context import repeats_caption, spells
from awardcli.collection.user_file.notices.labels import CREW, ROLES, TITLE
from awardcli.collection.user_file.notices.lists_of_awards import lists_of_awards
from awardcli.collection.user_file.notices.names import CLASS_ALONE, WROTE, is_clause, is_one_body, makers_of_all
from awardcli.collection.user_file.notices.notice_lines import (
    LONGEST,
    has_item_number,
    is_note,
    may_frame_or_sign,
    number_of_item,
    why_aside,
    without_item_number,
)
from awardcli.collection.user_file.notices.notice_sentences import clause_of, clauses
from awardcli.collection.user_file.notices.work_and_person import MAKER_BELOW, PERSON_ALONE, WORK_BELOW
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.section_names import NO_SECTION, Section
from awardcli.collection.user_file.table_lines import Line, text_of
from awardcli.language.awards import BEST, is_of_people
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON, SURNAME, without_spread

_MAKER = chinese_pattern("[\u3400-\u9fff]{3,}(?:选送|报送|供稿)")
"""A line that says no more than who the item above is by: 某镇选送"""
_AUTHOR = chinese_pattern(
    rf"(?:[\[【〔（(][\u3400-\u9fff]{{1,3}}[\]】〕）)])?"
    rf"(?:(?:{SURNAME})[\u3400-\u9fff]{{1,2}}?|[\u3400-\u9fff]{{1,6}}·[\u3400-\u9fff·]{{1,10}}?|.{{2,30}}[组部局院会所])"
    f"(?P<wrote>{WROTE}|[编译绘])?|(?P<verb>编?著|主编|译)"
)
_PUBLISHER = chinese_pattern("[\u3400-\u9fff]{2,16}(?:出版(?:社|公司|集团)|印书馆|中华书局)|[0-9]{4}年.{0,8}版")
_WORK_BELOW_PERSON = chinese_pattern(f"{TITLE}《.+")
"""作品：《赣江》, below who it is by"""
_OF_CREW = chinese_pattern(rf"(?:[^:：]*|.*(?:\s\|\s|(?<!\w)(?:{ROLES}|{CREW})\s*:).*)\n{CREW}\s*:.+")
"""Salt⏎Regie: Ono, or Salt | Peru⏎Writer: Ono; behind Best Film: Salt, a writer may be a winner"""
_CREW = lazy_pattern(rf"{CREW}\s*:.+")
_LABEL = lazy_pattern(
    r"\s*(?P<label>[^\s:：《》“”«»„\"][^:：《》“”«»„\"]{0,38}[^\s:：《》“”«»„\"]|[\u3400-\u9fff])\s*[：:].*"
)
_BRACKETED = lazy_pattern("[（(](?!第|共|以上|上述)[^()（）：:0-9]{2,}[)）]|<[^<>\uac00-\ud7a3]{2,}>")
"""A line in brackets that may only say who the item above is by: （马陆镇）, <新潮社>"""
_NAME = lazy_pattern("[\u3400-\u9fff]{2,4}|[\u3400-\u9fff][ \u3000]+[\u3400-\u9fff]")
_MOST = 0.6
"""The share of the titles that have a line of names below them, where such lines are no titles."""
_FEWEST_GAPS, _NEARLY_ALL = 4, 0.8
"""The blank lines that part nothing: their number, and their share of the places between two lines."""
_SEVERAL_AWARDS = lazy_pattern(r"(?<=\S)\s+(?=[▲△▶▷■◆◇]\s*[^=:▲]{1,20}상(?:\s*[=:]|\s+[\uac00-\ud7a3]))")
"""Between awards on one line: ▲작품상=파묘 ▲감독상=장재현"""
_NUMBER_WITHIN = lazy_pattern(
    r"(?<![0-9.．])(?:[（(](?P<bracketed>[0-9]{1,2})[)）]|(?P<number>[0-9]{1,2})\s*[、.．](?![0-9])|"
    "(?P<circled>[①-⑳]))"
)
"""The number of an item within a line."""
_CLOSED = lazy_pattern(r"[）)。；;，,]\s*$")
"""The end of an item before the number of the next one."""
_LABEL_BEHIND = lazy_pattern(r"[（(][0-9]{1,2}[)）]\s*[：:]")
"""（1）：甲, where the number is part of the caption: 二等奖（1）：甲"""
_IN_TITLE_MARKS = lazy_pattern("《[^《》]*》")
_NUMBER_ALONE = lazy_pattern("[0-9]{1,3}[.、．]?")
_AT_EDGES = "|｜ \t\u3000"
"""What is around the cells of a row that was copied as text: 一等奖 | |"""


class TextLine(NamedTuple):
    """A line of a text with the lines below that go on with it."""

    number: int
    text: str
    is_below_blank: bool
    section: Section = NO_SECTION
    """What the captions above say of it, once they are known."""
    is_of_title: bool = False
    """Whether it says something of the title above that is not who made it: 片长：5分钟."""
    made_all: str = ""
    """Who made all works above it up to the next caption, if it says nothing else: 以上均由甲局选送."""


class Below(NamedTuple):
    """What lines directly below the titles of a text are, that do not say it by themselves."""

    bodies: bool = False
    """Whether most titles have a line below that only names a body, which the title is by."""
    people: bool = False
    """Whether most titles in marks have a line below that only names people."""
    people_above: bool = False
    """Whether they have one above."""
    homes: str = ""
    """Where lines that only name the class or body that people are from are, as `_homes` says."""
    labels: frozenset[str] = frozenset()
    """Words before a colon that recur, and so are neither awards nor of the page: Dirección, 报送单位."""
    has_one_de: bool = False
    """Whether one line alone is de or the like with a name, which may as well end the title above it."""
    are_marked: bool = False
    """Whether titles have 《》."""
    are_spaced: bool = False
    """Whether a blank line is between nearly all lines, as in a copied page, and so parts nothing."""


def below_titles(lines: Sequence[Line]) -> Below:
    """What the first lines of a text say of those below its titles."""
    labelled = (_LABEL.match(text_of(cells[0])) for _, cells, _ in lines)
    times = Counter(found["label"] for found in labelled if found)
    recurring = frozenset(label for label, count in times.items() if count > 1)
    gaps = sum(after > before + 1 for (before, *_), (after, *_) in pairwise(lines))
    are_chinese = all(CHINESE.search(text_of(cells[0])) for _, cells, _ in lines[:_FEWEST_GAPS])
    are_spaced = are_chinese and gaps >= max(_FEWEST_GAPS, _NEARLY_ALL * (len(lines) - 1))
    are_marked = sum("《" in text_of(cells[0]) for _, cells, _ in lines) > 1
    has_one_de = sum(MAKER_BELOW.match(text_of(cells[0])) is not None for _, cells, _ in lines) == 1
    below = Below(labels=recurring, has_one_de=has_one_de, are_marked=are_marked, are_spaced=are_spaced)
    kept = [line for line in joined(lines, below) if not (line.is_of_title or why_aside(line.text))]
    texts = [labels.parted_at_labels(line.text)[0] for line in kept]  # 某公司, above 导演：张三
    titles = sum(map(_may_have_body, texts))
    pairs = [pair for pair, line in zip(pairwise(texts), kept[1:], strict=True) if not line.is_below_blank]
    bodies = sum(_may_have_body(above) and is_one_body(text) for above, text in pairs)
    has_bodies = bodies > 1 and bodies >= _MOST * titles
    are_below = _have_people(pairs)
    are_above = not are_below and _have_people([(text, above) for above, text in pairs])
    homes = "" if has_bodies else _homes(texts)
    are_below, are_above = are_below or homes == "titles", are_above and not homes
    return below._replace(bodies=has_bodies, people=are_below, people_above=are_above, homes=homes)


def _homes(texts: Sequence[str]) -> str:
    """Where lines that only name a class or body are: each "above" people from there, each "below" them, or each below
    a title in marks ("titles"), perhaps with people between; else "".

    >>> _homes(["一等奖", "二（1）班", "李欣", "二（2）班", "王五", "赵六"])
    'above'
    >>> _homes(["一等奖", "李欣", "二（1）班", "王五", "二（2）班"])
    'below'
    >>> _homes(["一等奖", "《春》", "二（1）班", "张三", "《夏》", "二（2）班"])
    'titles'
    """
    begin = next((at for at, text in enumerate(texts) if caption_of(text, None).names), len(texts))
    homes = {at for at in range(begin, len(texts)) if _is_home(texts[at])}
    people = {at for at in range(begin, len(texts)) if at not in homes and _names_winner(texts[at])}
    known = sum(any(map(PERSON.fullmatch, re.split(r"[、，,\s]+|《.*", texts[at]))) for at in people)
    last = max(people, default=0)
    homes = {at for at in homes if at < last or CLASS_ALONE.fullmatch(texts[at])}  # a body may sign at the end
    if len(homes) < 2 or 2 * known < len(people):
        return ""
    both = homes | people
    others = [at for at in range(begin, len(texts)) if at not in both]
    if all("《" in texts[others[bisect(others, at) - 1]] for at in homes):
        return "titles"
    if any(_may_have_body(texts[at]) and not ("《" in texts[at] or labels.says_maker(texts[at])) for at in others):
        return ""  # works without marks
    if all(at + 1 in people for at in homes) and all(at - 1 in both for at in people):
        return "above"
    return "below" if all(at - 1 in people for at in homes) and all(at + 1 in homes for at in people) else ""


def _is_home(text: str) -> bool:
    """Whether a line names nothing but a class, or a body where people learn or work: 二（1）班, 实验小学."""
    return CLASS_ALONE.fullmatch(text) is not None or (is_one_body(text) and not caption_of(text, None).names)


def _names_winner(text: str) -> bool:
    """Whether a line names people alone, or people and their work: 李欣, 李欣《春》."""
    people, mark, work = text.partition("《")
    return bool(people) and _names_people(people.rstrip("：: ")) and (not mark or work.endswith("》"))


def _have_people(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether most titles in marks, and no other lines, have a line beside that names people, half of whom surely are.

    Each pair is a line and the one beside it.
    """
    titles = sum("《" in text for text, _ in pairs)
    people = [(text, beside) for text, beside in pairs if _names_people(beside)]
    people = [pair for pair in people if not is_of_people(caption_of(pair[0], None).names.get("award", ""))]
    known = sum(any(map(PERSON.fullmatch, re.split(r"[、，,\s]+", beside))) for _, beside in people)
    is_most = len(people) > 1 and len(people) >= _MOST * titles and 2 * known >= len(people)
    return is_most and all("《" in text for text, _ in people)


def _names_people(text: str) -> bool:
    """Whether a line has names of people alone, perhaps with bodies: 张三、李四, 某校 王五."""
    names = [name for name in re.split(r"[、，,]|(?<=\w\w)\s+", text) if not names_body(name)]
    return bool(names) and all(map(_NAME.fullmatch, names)) and not caption_of(text, None).names


def joined(lines: Iterable[Line], below: Below) -> Iterator[TextLine]:
    """The lines, each with those directly below that only say who it is by; what else is said of it is below it.

    A number alone belongs to the title in marks below it.
    """
    item: TextLine | None = None
    home = ""
    apart: list[TextLine] = []
    heads: set[str] = set()
    """Labels that were of no title when first met, and so are captions: 组别：小学组"""
    last = 0
    whole = ((number, text_of(cells[0]).strip(_AT_EDGES)) for number, cells, _ in lines)
    parts = ((number, clause) for number, line in whole if line for clause in _parts(line))
    for (number, text), (_, following) in pairwise(chain(parts, [(0, "")])):
        line = TextLine(number, text, number > last + 1 and not below.are_spaced)
        last = number
        if below.homes == "above":
            is_home = _is_home(text)
            home = text if is_home else home if home and _names_winner(text) else ""
            if home and not is_home:
                line = line._replace(text=f"{home} {text}")
            elif is_home and _names_winner(following):
                continue
        couplet = couplets.joined(item.text, text) if item and not line.is_below_blank else ""
        if item and couplet:
            item = item._replace(text=couplet)
        elif makers := makers_of_all(text) if item else "":
            yield from ([item] if item else [])
            yield from apart
            yield line._replace(is_of_title=True, made_all=makers)
            item, apart = None, []
        elif item and _goes_on(item.text, line, below):
            item = item._replace(text=f"{item.text}{_gap(item.text, line.text)}{line.text}")
        elif spells(text, item.text if item else "", following) or (item and _is_apart(item.text, line, below, heads)):
            apart.append(line._replace(is_of_title=True))
        else:
            heads.add(_label_of(text))
            yield from ([item] if item else [])
            yield from apart
            item, apart = line, []
    yield from ([item] if item else [])
    yield from apart


def _parts(text: str) -> list[str]:
    """The clauses of a sentence in which something wins; else its awards with their titles, or its numbered parts."""
    for parts_of in (clauses, _SEVERAL_AWARDS.split):
        if len(parts := parts_of(text)) > 1:
            return [each for part in parts for each in ([part] if clause_of(part) else lists_of_awards(part))]
    return [each for part in lists_of_awards(text) for each in _numbered_parts(part)]


def _numbered_parts(text: str) -> list[str]:
    """The caption of a line and the items behind it that are numbered from 1 on, or as the first; else the whole text.

    >>> _numbered_parts("一等奖：1、甲2、乙"), _numbered_parts("甲1、乙2、丙")
    (['一等奖：', '1、甲', '2、乙'], ['甲1、乙2、丙'])
    >>> _numbered_parts("（2）甲（某局）（3）乙"), _numbered_parts("二等奖（1）甲")
    (['（2）甲（某局）', '（3）乙'], ['二等奖', '（1）甲'])
    """
    begins: list[int] = []
    first = 1
    for found in _NUMBER_WITHIN.finditer(_IN_TITLE_MARKS.sub(lambda title: "《" * len(title[0]), text)):
        number = number_of_item(found)
        first = (number or 1) if found.start() == 0 else first
        if number == first + len(begins):
            begins.append(found.start())
    if not begins:
        return [text]
    head = text[: begins[0]].strip()
    parts = [text[begin:end].strip() for begin, end in pairwise([*begins, len(text)])]
    names = names_alone(head) if head else {}
    are_closed = not head and all(_CLOSED.search(part) for part in parts[:-1])  # （2）甲（某局）（3）乙
    is_head = head.endswith((":", "：")) or (not head and ("《" in text or are_closed)) or bool(names)
    may_be_one = bool(names) and (head.endswith(("）", ")")) or text[begins[0]] in "（(")  # 入围奖（3个）1.作者：张三
    are_items = (len(parts) > 1 or may_be_one) and all(any(map(str.isalpha, part)) for part in parts)
    are_items = are_items and not any(map(_LABEL_BEHIND.match, parts))
    return [*([head] if head else []), *parts] if is_head and are_items else [text]


def _gap(item: str, text: str) -> str:
    """What joins a line with the item it goes on with: nothing within a title, a comma before by or de."""
    return "" if _is_within_title(item, text) else ", " if MAKER_BELOW.fullmatch(text) else " "


def _is_within_title(item: str, text: str) -> bool:
    """Whether a title whose marks open in a line ends in the next: 《我和我⏎的家乡》."""
    rest, end, _ = text.partition("》")
    return item.rfind("《") > item.rfind("》") and bool(end) and "《" not in rest


def _goes_on(item: str, line: TextLine, below: Below) -> bool:
    """Whether a line says no more than who the item above is by, or ends one that was cut."""
    text = without_spread(line.text)
    if len(item) + len(text) > LONGEST or (why_aside(text) and not labels.OF_PAGE.fullmatch(text)):
        return False
    if line.is_below_blank:
        return japanese.MAKER_OF_BOOK.fullmatch(text) is not None and _may_have_body(item)
    is_numbered = _NUMBER_ALONE.fullmatch(item) is not None and text.startswith("《")
    if is_numbered or _is_within_title(item, text) or japanese.is_title_below_person(item, text):
        return True
    if below.homes in ("below", "titles") and _is_home(text):
        return "《" in item if below.homes == "titles" else _names_winner(item)
    if below.people_above and "《" in text and _names_people(item):
        return True
    if MAKER_BELOW.fullmatch(text):
        return not CHINESE.search(item) and _may_have_body(item)
    if WORK_BELOW.fullmatch(text):
        return PERSON_ALONE.fullmatch(item) is not None
    if _WORK_BELOW_PERSON.fullmatch(text):
        return PERSON.fullmatch(without_item_number(item)) is not None or is_one_body(without_item_number(item))
    if _is_alone(item) and _ends_with_role(item):
        return not ("《" in text or has_item_number(text) or caption_of(text, None).names)
    return _has_role(item, text, below) or (_names_maker(item, text, below) and _may_have_body(item))


def _has_role(item: str, text: str, below: Below) -> bool:
    """Whether a line has a word for who made the item above it: 导演：张三, Regie: Ono."""
    label = _label_of(text)
    if labels.OF_PAGE.fullmatch(text):
        return label in below.labels and _may_have_body(item)
    if labels.says_maker(text) or _MAKER.fullmatch(text):
        is_caption = _is_alone(text) and ("《" not in item or labels.ART_ALONE.fullmatch(text))  # 获奖单位：, 摄影：
        return not is_caption
    is_own = label in below.labels and _label_of(item) not in below.labels  # Prix du jury : « Ovni »⏎Scénario : Ono
    return _CREW.fullmatch(text) is not None and (is_own or _OF_CREW.fullmatch(f"{item}\n{text}") is not None)


def _names_maker(item: str, text: str, below: Below) -> bool:
    """Whether a line only names who made the item above it: （马陆镇）, 陈芳著."""
    if item.startswith("<") or item.endswith("。"):
        return False
    if BEST.fullmatch(text):  # 最佳出版社
        return False
    is_bracketed = _BRACKETED.fullmatch(text) is not None and not (is_clause(text) or is_note(text))
    is_known = is_bracketed or japanese.MAKER_OF_BOOK.fullmatch(text) is not None or _wrote(text)
    return is_known or (below.bodies and is_one_body(text)) or (below.people and "《" in item and _names_people(text))


_SIGNS_OF_BOOKS = frozenset("著编編译譯绘繪口整注註校笔筆版馆館局")


def _wrote(text: str) -> bool:
    """Whether a line says who wrote a book, or published it: 陈芳著, [英]安·李 著 张三 译, 某某出版社."""
    if _SIGNS_OF_BOOKS.isdisjoint(text):
        return False
    parts = re.split(r"[\s、，,；;]+", text)
    authors = [found for part in parts if (found := _AUTHOR.fullmatch(part))]
    publishers = sum(_PUBLISHER.fullmatch(part) is not None for part in parts)
    wrote = any(found["wrote"] or found["verb"] for found in authors)
    return len(authors) + publishers >= len(parts) and (wrote or publishers > 0)


def _is_of_title(item: str, line: TextLine) -> bool:
    """Whether a line has a label that says something else of the title above it: 片长：5分钟.

    So has one of an award that is above those who won it, with nothing behind its label: 获奖单位：
    """
    text = without_spread(line.text)
    if not labels.has_label(text):
        return False
    if _is_alone(text) and labels.says_maker(text) and not line.is_below_blank:
        return "award" in caption_of(item, None).names
    if line.is_below_blank or not _may_have_body(item) or why_aside(text):
        return False
    if labels.IS_FACT.fullmatch(text):
        return True
    is_title = "《" in item and _LABEL.match(item) is None  # behind 一等奖：《甲》, another award may follow
    is_known = known_role(_label_of(text)) in ("title", "award", "year", "edition") or caption_of(text, None).names
    return is_title and labels.UNKNOWN.fullmatch(text) is not None and not is_known


def _is_apart(item: str, line: TextLine, below: Below, heads: Collection[str]) -> bool:
    """Whether a line is set aside: it names the caption above again, or says of the title what is not kept."""
    is_of_title = _is_of_title(item, line) and _label_of(line.text) not in heads
    return is_of_title or repeats_caption(item, line.text, are_marked=below.are_marked)


def _ends_with_role(item: str) -> bool:
    """Whether a line with a title ends with a word that says who the next one names: 《甲》 导演："""
    behind = re.split("[》)）]", item.rstrip(":："))
    return len(behind) > 1 and any(labels.is_role(word) for word in _words_at_end(behind[-1]))


def _words_at_end(text: str) -> Iterator[str]:
    """The last word, the last two words, and so on."""
    return (text[space.end() :].rstrip() for space in re.finditer(r"\s", text))


def _is_alone(label: str) -> bool:
    return label.endswith((":", "："))


def _label_of(text: str) -> str:
    """The words before the colon of a line, or ""."""
    found = _LABEL.match(without_spread(text))
    return found["label"] if found else ""


def _may_have_body(text: str) -> bool:
    """Whether a line may be a title that has the body it is by in the line below."""
    return "《" in text or has_item_number(text) or not (may_frame_or_sign(text) or caption_of(text, None).names)
