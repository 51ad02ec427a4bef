"""Notices in plain text: lines that name awards, and the titles below or behind these, with who they are by."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import NamedTuple

from awardcli import vocabulary
from awardcli.collection.user_file import rows_set_aside
from awardcli.collection.user_file.heading_words import CHINESE, REMARK
from awardcli.collection.user_file.reading_report import Account, UserRow
from awardcli.collection.user_file.rows_set_aside import SECTION_ROLES, names_body
from awardcli.collection.user_file.sections import Section, Sections
from awardcli.collection.user_file.text_file import Line, text_of
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.model import Cells, Column, Role

LINE = Column("line", "title")
"""The column of a file of plain lines."""
_LOOKED_AT = 500
"""Lines by which a notice is recognized, and results that are read before the first is given."""
_MARKS = (
    lazy_pattern("《[^《》]+》|『[^『』]+』"),
    lazy_pattern("〈[^〈〉]+〉|「[^「」]+」"),
    lazy_pattern("“[^“”]+”"),
)
"""Marks around titles; the first of them that a text uses are its marks."""
_ITEM = lazy_pattern(
    r"(?:[（(【\[]\s*(?P<bracketed>[0-9０-９]{1,3})\s*[)）】\]]|(?P<number>[0-9０-９]{1,3})(?:\s*(?:[．、)）]|\.(?![0-9]))|\s+(?=\S))|"
    r"(?P<circled>[①-⑳])|[•●○■□◆◇★☆▪·*+]\s*|[-–—]\s+)\s*(?:[、.．]\s*)?(?=\S)"
)
"""What counts an item at the beginning of its line."""
_SECTION_ENDS = lazy_pattern(
    r"[\s【\[(（★●◆■]*(?P<name>[^，。！？、\s]{1,12}(?:类|组|单元|组别|类别|板块))(?:作品)?[】\])）\s]*(?:[(（][^)）]*[)）])?\s*[：:]?"
)
_OF_AWARD = lazy_pattern(
    r".{0,12}?(?P<award>(?:[特一二三四]等|[金银铜]|优秀|优胜|入围|提名|最佳\w{1,4})奖).{0,8}[：:]|(?P<won>获奖|得奖|入围|提名)(?:作品|影片|名单)?[：:]"
)
"""A line that ends in a colon: 获得一等奖的作品有："""
_HONOURED = lazy_pattern(
    r"(?:[（(]?[一二三四五六七八九十]{1,2}[)）、.．]+)?(?P<name>(?:优秀|先进|优胜|最佳|突出贡献)\w{0,4}(?:组织|单位|集体|个人|教师|工作者)奖?)"
)
_PARTED = lazy_pattern("(?<=[\u3400-\u9fff)）》])[\\s\u3000]+(?=[\u3400-\u9fff])")
_OF_ALL_YEARS = lazy_pattern("历届|历年|歷屆|歷年")
_LIST_NAME = lazy_pattern("(?:受賞|获奖|得奖|评选|評選)?(?:结果|結果|名单|名單|公示|公告|通知|揭晓|一览|一覧)")
"""Words behind the name of an award that name the list: 第47回某某賞　受賞結果"""
_OF_PEOPLE = lazy_pattern(
    "(?i)组织|单位|集体|个人|导演|编剧(?!本)|演员|[男女][主配]?角|指导|教师|辅导|伯乐|作者|人物|director|actor|actress|writer|team|person"
)
"""Awards of people and bodies, below which a line without title marks names one."""
_PREFACE = lazy_pattern(
    "(?i).*(?:名单|公示|公告|通知|通报|结果|目录|获奖|入围|片单|书单|揭晓|表彰|决定|作品|奖项|大赛|比赛|评选|征集|展播|如下|推荐|"
    "awards?|winners?|results?|nominees|festival|list|受賞).*|.*[。！!：:]|[（(【].*[)）】]|.*[届屆奖獎赏賞节節]|附件.*"
)
_NOTE = lazy_pattern(
    r"附[件表录注]?\s*[0-9]{0,2}\s*(?:[：:].*)?|.*[。！!？；;]|.{16,}，.{6,}|.*[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?|特此(?:公告|通知|公示)|.*(?:https?://|www\.).*|.*(?:如下|敬请.*)[：:]?"
)
_BETWEEN = lazy_pattern(r"[\s、，,；;和及与/·&]*")
_APART = lazy_pattern(
    r"[（()）\[\]【】：:，,；;。、|｜/]|\s+(?:by|-|–|—)\s+|[—–]{1,2}|\u3000+|\t+|\s{2,}|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff0-9])"
)
"""What separates the names of who a title is by."""
_LABEL = lazy_pattern(
    "(?:海报|微电影|短片|歌曲|小品|话剧|舞蹈|纪录片|微视频|论文|散文|诗歌|小说)|(?:选送|报送|推荐|申报|制作|出品|拍摄|参赛|获奖|创作|所在)?(?:单位|学校|机构|团队|部门|者|人|作者)|导演|编剧|主演|作者|译者|监督|監督|学生|设计|主创|摄影|编导|(?:指导|辅导)(?:教师|老师)?|"
    "(?i:directed|director|author|written)"
)
_ROLE_BEHIND = lazy_pattern("(?:选送|报送|推荐|供稿|出品|监督|監督|导演|编剧|执导|作品)$")
_NO_NAME = lazy_pattern(
    r"[\W\d_]*(?:分钟|分|秒|小时|部|名|票|min|minutes)?[\W\d_]*|等|第?[0-9一二三四五六七八九十]+[部名]"
)
_YEAR = lazy_pattern(r"(?:18|19|20)[0-9]{2}年?")
_PART_OF_TITLE = lazy_pattern(
    r"\s*(?:[（(](?:第.{1,3}[卷部季集辑]|[上中下全一二三四五]|[0-9]{1,2})[)）]|第.{1,3}[卷部季集辑]|[读观]后感|有感|[影书]评)"
)
_IN_LATIN = lazy_pattern(r"\s*[（(](?P<title>[^()（）\u3400-\u9fff]*[A-Za-z]{2}[^()（）\u3400-\u9fff]*)[)）]")
"""The title in another language behind a Chinese one: 《水形物语》（The Shape of Water）"""
_SHAPES = (
    lazy_pattern(r"^(?P<first>.+?)\s*[（(](?P<second>[^()（）]{2,})[)）]$"),
    lazy_pattern(r",?\s+by\s+(?=[A-Z])"),
    lazy_pattern(r"\s*(?:[—–]{2,})\s*|\s+[-–—]\s+|(?<=[\u3400-\u9fff])[—–](?=[\u3400-\u9fff])"),
    lazy_pattern(r"\u3000+|\t+|\s{2,}"),
    lazy_pattern(r"\s+/\s+|\s*[|｜]\s*"),
    lazy_pattern(r"\s*[：:]\s*"),
    lazy_pattern(r"(?<=[\u3400-\u9fff\d])\s+(?=[\u3400-\u9fff])"),
)
"""What separates a title without marks from who it is by: brackets around these, `by`, dashes, wide spaces, …"""
_BEHIND_AWARDS = (
    lazy_pattern("[：:]"),
    lazy_pattern(r"\s+[-–—]\s+|[—–]{1,2}"),
    lazy_pattern(r"\u3000|\t|\s{2,}"),
    lazy_pattern(r"(?<=[\u3400-\u9fff）)])\s"),
)
"""What separates an award from the title behind it."""
_MOST = 0.6
_LONGEST = 1000
"""Characters: a text with a longer line among the first is no notice, and a longer one further down is a title."""


class _Item(NamedTuple):
    """A title, or who is honoured, of a line."""

    title: str = ""
    other: str = ""
    who: str = ""
    award: str = ""
    year: str = ""


class Notice:
    """How a text is read: by which marks titles are recognized, or what separates them from who they are by.

    `has_sections` says whether lines that name awards, categories, years or editions say so of the lines below.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        """Examine the first lines of a text, those that are not blank."""
        texts = [text for _, cells, _ in lines if not is_foot(text := text_of(cells[0]))]
        texts = [] if any(len(text) > _LONGEST for text in texts) else texts
        self.marks: re.Pattern[str] | None = None
        for marks, least in zip(_MARKS, (0.4, 0.5, _MOST), strict=True):
            titles = sum(len(marks.findall(text)) for text in texts)
            without = sum(not marks.search(text) and not self.said(text)[0] and not _is_beside(text) for text in texts)
            if self.marks is None and titles > 1 and titles >= least * (titles + without):
                self.marks = marks
        self.is_numbered = _is_numbered(texts)
        said = [self.said(text) for text in texts]
        marked = list(map(self._is_marked, texts))
        counted = [self.is_numbered and _ITEM.match(text) is not None for text in texts]
        is_item = list(map(self.is_item, texts))
        heads = [at for at, (each, _) in enumerate(said) if each]
        awards = {each["award"] for each, _ in said if "award" in each}
        begin = min([*heads[:1], *(at for at, counts in enumerate(is_item) if counts)], default=0)
        preface = texts[:begin]
        is_prefaced = all(map(_PREFACE.fullmatch, preface))
        others = [text for text, each, item in zip(texts, said, is_item, strict=True) if not each[0] and not item]
        others = [text for text in others if not _is_beside(text) and not _is_body(text)]
        self.is_marked = sum(is_item) >= _MOST * (sum(is_item) + len(others)) > 0
        """Whether titles are marked off or numbered, so that another line hardly is one."""
        alone = [at for at in heads if not said[at][1] and "category" not in said[at][0]]
        gaps = [below - at for at, below in pairwise([*alone, len(texts)])]
        is_clear = self.is_marked or any(rest for _, rest in said) or (bool(preface) and is_prefaced)
        are_filled = all(gap > 1 for gap in gaps) or is_clear
        is_close = is_prefaced or begin < 2
        self.has_sections = (
            bool(heads)
            and heads[0] <= begin + 1
            and is_close
            and are_filled
            and (
                len(awards) > 1
                or (bool(awards) and self.is_marked)
                or (
                    len(heads) > 1
                    and (self.is_marked or all({"year", "edition"} & each.keys() for each, _ in said if each))
                )
            )
        )
        above = [
            this
            for this, below in pairwise(heads)
            if "award" in said[this][0] and not said[this][1] and "award" not in said[below][0]
            if not any(is_item[this:below])
        ]
        has_own_name = len(above) == 1 and above[0] == heads[0] and len(awards) > 1
        self.name = texts[above[0]] if has_own_name else ""
        """The name of all awards, above the first year, edition or category."""
        rests = [rest or text for text, (each, rest) in zip(texts, said, strict=True) if rest or not each][
            len(preface) :
        ]
        rests = [text for text in rests if _ITEM.match(text) or not (_is_beside(text) or _is_body(text))]
        self._find_shape([_without_count(text)[0] for text in rests if not self._is_marked(text)])
        leftover = [text for text in texts if self.marks and self._is_more_than_title(text)]
        is_list_of_marked = sum(marked) >= _MOST * (sum(marked) + len(others)) and len(leftover) * 2 >= sum(marked) > 1
        is_enumerated = sum(counted) >= _MOST * len(texts) and sum(counted) > 2
        self.is_notice = self.has_sections or ((is_list_of_marked or is_enumerated) and (is_prefaced or begin < 2))

    def is_item(self, text: str) -> bool:
        """Whether a line has a title in its marks, or is counted."""
        return self._is_marked(text) or (self.is_numbered and _ITEM.match(text) is not None)

    def _is_marked(self, text: str) -> bool:
        return self.marks is not None and self.marks.search(text) is not None

    def _is_more_than_title(self, text: str) -> bool:
        rest = self.marks.sub("", _without_count(text)[0], count=1) if self.marks else ""
        return any(map(str.isalnum, _PART_OF_TITLE.sub("", rest)))

    def _find_shape(self, texts: Sequence[str]) -> None:
        """Find what separates titles without marks from who made them, and the place of the title."""
        self._shape, self._place = None, 0
        for shape in _SHAPES:
            parts = [found for text in texts if len(found := _split(shape, text)) > 1]
            widths = Counter(map(len, parts))
            if len(parts) < 2 or len(parts) < _MOST * len(texts):
                continue
            if shape is _SHAPES[-1] and max(widths.values()) < 0.8 * len(texts):
                continue
            width = max(widths, key=widths.__getitem__)
            columns = list(zip(*(each for each in parts if len(each) == width), strict=True))
            others = [at for at, cells in enumerate(columns) if sum(map(names_body, cells)) * 2 <= len(cells)]
            lengths = {at: sum(map(len, columns[at])) for at in others}
            self._shape, self._place = (
                shape,
                0 if 0 in others and width == 2 else max(lengths, key=lengths.__getitem__, default=0),
            )
            return

    def said(self, text: str) -> tuple[dict[Role, str], str]:
        """What a line says of the lines below it, and the rest of the line, where an award has titles behind it."""
        bare = text.strip()
        mark = self.marks.search(bare) if self.marks else None
        if mark is None:
            named = rows_set_aside.section(bare)
            if found := _HONOURED.fullmatch(REMARK.sub("", bare).strip(" ：:")):
                return {"award": found["name"]}, ""
            if named and _PARTED.search(named[1]):
                named = None  # 咏梅 某单位 一等奖
            if named and named[0] == "award" and not _OF_ALL_YEARS.search(bare):
                return {"award": named[1]}, ""
            if named and len(bare) <= 24 and not bare.endswith(("。", "；")):
                return {"category": named[1]}, ""
            if found := _SECTION_ENDS.fullmatch(bare):
                return {"category": found["name"]}, ""
            if (found := _OF_AWARD.fullmatch(bare)) is not None:
                return {"award": found["award"] or found["won"]}, ""
            when = rows_set_aside.caption(bare) if len(bare) < 25 else {}
            if "category" in when:  # 2018年（90届）
                when = rows_set_aside.caption(REMARK.sub("", bare))
            if when and when.keys() <= {"year", "edition"} and not bare.isdecimal():
                return dict(when), ""
        item = _without_count(bare)[0]
        cuts = [mark.start() - (len(bare) - len(item))] if mark else []
        cuts += [found.start() for each in _BEHIND_AWARDS if (found := each.search(item))]
        for cut in sorted(cuts):
            head = item[:cut].strip(" \u3000\t:：")
            rest = item[cut:].strip(" \u3000\t:：-–—")
            if not head or not rest or len(head) > 40 or _YEAR.fullmatch(head) or _LIST_NAME.fullmatch(rest):
                continue
            if award := _award(head):
                return {"award": award}, rest
        return {}, ""

    def items(self, text: str, award: str) -> list[_Item]:
        """The titles of a line, with who they are by."""
        item, _ = _without_count(text)
        if self.marks and (spans := list(self.marks.finditer(item))):
            return self._marked(item, spans, award)
        if _OF_PEOPLE.search(award):
            parts = re.split(r"\s+[-–—]\s+|,\s+|\s*[（(]|[)）]", item) if not CHINESE.search(item) else [item]
            parts = list(filter(None, parts))
            who = parts[0] if len(parts) == 2 else "、".join(_names(item)[0]) or item
            return [_Item(title=parts[1] if len(parts) == 2 else "", who=who)]
        parts = _split(self._shape, item) if self._shape else [item]
        place = self._place if self._place < len(parts) else 0
        names, year, won = _names("、".join(part for at, part in enumerate(parts) if at != place))
        return [_Item(title=parts[place], who="、".join(names), year=year, award=won)]

    def several(self, rest: str, award: str) -> list[_Item]:
        """The titles behind an award in its line: separated by commas, or by spaces where none names a body."""
        if not self._is_marked(rest) and not _OF_PEOPLE.search(award):
            each_by = re.split(r"(?<=[)）])\s*[、，,；;]\s*", rest.strip(" 。；;"))
            if len(each_by) > 1:
                return [item for part in each_by for item in self.items(part, award)]
        if not self._is_marked(rest) and not _OF_PEOPLE.search(award) and self._shape is None:
            for each in (r"\s*[、；;]\s*", r"[\s\u3000]+" if CHINESE.search(rest) else r"\n"):
                parts = list(filter(None, re.split(each, rest.strip(" 。；;"))))
                if len(parts) > 1 and not any(map(names_body, parts)):
                    return [item for part in parts for item in self.items(part, award)]
        return self.items(rest, award)

    def _marked(self, item: str, spans: Sequence[re.Match[str]], award: str) -> list[_Item]:
        """The titles in marks, each with the names beside it: those behind it, or those before it where none are."""
        between = [item[: spans[0].start()]]
        titles = []
        for span, following in pairwise([*spans, None]):
            end = span.end() if span else 0
            part = _PART_OF_TITLE.match(item, end)
            end = part.end() if part else end
            titles.append((span[0][1:-1] if span else "") + (part[0].strip() if part else ""))
            between.append(item[end : following.start() if following else len(item)])
        is_before = not _BETWEEN.fullmatch(between[0]) and _BETWEEN.fullmatch(between[-1].strip("。）)")) is not None
        found: list[_Item] = []
        for at, title in enumerate(titles):
            places = range(at, -1, -1) if is_before else range(at + 1, len(between))
            beside = next((between[place] for place in places if not _BETWEEN.fullmatch(between[place])), "")
            if not is_before and between[0] and not _BETWEEN.fullmatch(between[0]):
                beside = f"{between[0]}：{beside}"
            abroad = _IN_LATIN.match(beside.lstrip("：")) if CHINESE.search(title) else None
            beside = beside.lstrip("：")[abroad.end() :] if abroad else beside
            is_glued = _is_sentence(beside, before=is_before)
            names, year, won = ([], "", "") if is_glued else _names(beside)
            latin = (
                [name for name in names if not CHINESE.search(name)] if CHINESE.search(title) and len(title) > 0 else []
            )
            latin = latin if not _OF_PEOPLE.search(award) else []
            who = "、".join(name for name in names if name not in latin)
            found.append(
                _Item(
                    title=title,
                    other=abroad["title"].strip() if abroad else "; ".join(latin[:1]),
                    who="、".join([who, *latin[1:]]).strip("、"),
                    year=year,
                    award=won,
                )
            )
        return found


def _is_sentence(beside: str, *, before: bool) -> bool:
    """Whether the words beside a title go on with it as a sentence does: 我投《甲》, 看了《甲》，很好."""
    words = beside.strip("：: ")
    return re.match(
        "(?:我|看|支持|推荐|投|想|求|请|今天|昨天|刚|大家|最|很|真|太|也|还|了|的(?!士)|这|那)", words
    ) is not None and (not names_body(words))


def _is_body(text: str) -> bool:
    """Whether a line is the name of a body alone."""
    return names_body(text) and _APART.search(text) is None


def _is_beside(text: str) -> bool:
    """Whether a line without title marks may be above or below the items: a name, a note, a date."""
    return rows_set_aside.is_date(text) or bool(_PREFACE.fullmatch(text) or _NOTE.fullmatch(text))


def page_lines(sample: str, lines: Iterable[str]) -> Iterable[str] | None:
    """The lines of a page in Markdown, without marks, where they are a notice of titles in title marks; else None."""
    from awardcli.collection.user_file import markdown_page

    begin = list(markdown_page.plain_lines(sample, sample.splitlines()))
    notice = Notice([(at, [text], None) for at, text in enumerate(begin[:_LOOKED_AT]) if text])
    if notice.marks is None or not (notice.has_sections and notice.is_marked):
        return None
    marked = [text for text in begin if notice.marks.search(text)]
    is_prose = sum(text.endswith("。") or len(text) > 80 for text in marked) > 0.2 * len(marked)
    return None if is_prose else markdown_page.plain_lines(sample, lines)


def is_foot(text: str) -> bool:
    """Whether a line is surely no title: the foot of a page, a signature, a total with its number."""
    is_counted = rows_set_aside.is_total([text]) and any(map(str.isdecimal, text))
    return rows_set_aside.is_signature([text]) or is_counted


def _award(text: str) -> str:
    """The award that the beginning of a line names, or ""."""
    if (named := rows_set_aside.section(text)) is not None:
        return named[1] if named[0] == "award" else ""
    bare = REMARK.sub("", text).strip()
    return text if bare and rows_set_aside.is_award(bare) else ""


def _without_count(text: str) -> tuple[str, int | None]:
    """A line without what counts it, and its number where that is one."""
    if (found := _ITEM.match(text)) is None:
        return text.strip(), None
    number = found["bracketed"] or found["number"]
    circled = found["circled"]
    return text[found.end() :].strip(), int(number) if number else ord(circled) - ord("①") + 1 if circled else None


def _is_numbered(texts: Sequence[str]) -> bool:
    """Whether lines are counted from 1 on, perhaps anew in each section."""
    numbers = [number for text in texts if (number := _without_count(text)[1]) is not None]
    follow = sum(this == 1 or this == before + 1 for before, this in pairwise([0, *numbers]))
    return len(numbers) > 1 and numbers[0] == 1 and follow >= 0.9 * len(numbers)


def _split(shape: re.Pattern[str], text: str) -> list[str]:
    if shape is _SHAPES[0]:
        found = shape.match(text)
        return [found["first"], found["second"]] if found else [text]
    return list(filter(None, map(str.strip, shape.split(text))))


def _names(text: str) -> tuple[list[str], str, str]:
    """The people and bodies that words beside a title name, the year, and the award."""
    names: list[str] = []
    year = award = ""
    for part in _APART.split(text):
        name = _ROLE_BEHIND.sub("", part.strip(" \t\u3000-–—.·"))
        if _YEAR.fullmatch(name):
            year = name
        elif rows_set_aside.section(name) and name[-1:] in "奖獎军名":
            award = name
        elif name and not _LABEL.fullmatch(name) and not _NO_NAME.fullmatch(name):
            names.append(name)
    return list(dict.fromkeys(names)), year, award


_COLUMNS: tuple[str, ...] = ("title", "other", "organization", *SECTION_ROLES)


class _Held(NamedTuple):
    """A line that may belong to the end of a notice, with its section."""

    line: int
    text: str
    is_below_gap: bool
    section: Section


def notice_rows(account: Account, notice: Notice, lines: Iterable[Line]) -> Iterator[UserRow]:
    """The rows of a notice; what is no item is set aside. The columns are settled when this returns."""
    results = results_in(account, notice, lines)
    sample = list(islice(results, _LOOKED_AT))
    is_chinese = any(CHINESE.search(text) for _, text, _ in sample)
    names: dict[str, Column] = {
        role: Column(
            vocabulary.heading("title" if role == "other" else role, chinese=is_chinese)
            + (" (2)" if role == "other" else ""),
            "title" if role == "other" else role,  # type: ignore[arg-type]
        )
        for role in _COLUMNS
    }
    used = ["title", *(role for role in _COLUMNS[1:] if any(cells.get(role) for _, _, cells in sample))]
    account.add([*(names[role] for role in used), Column("line")])

    def rows() -> Iterator[UserRow]:
        source = str(account.path)
        for number, (line, text, cells) in enumerate(chain(sample, results), start=1):
            used.extend(role for role in cells if cells[role] and role not in used)
            columns = account.columns_of([*(names[role].heading for role in used), "line"])
            yield UserRow(number, source, line, Cells(columns, (*(cells.get(role, "") for role in used), text)))

    return rows()


def results_in(account: Account, notice: Notice, lines: Iterable[Line]) -> Iterator[tuple[int, str, dict[str, str]]]:
    """The line, the text and the cells by role of each result."""
    sections = Sections(account, [""], "", (), has_bare_sections=False)
    held: list[_Held] = []
    last = 0
    has_begun = False
    inline = ""
    """The award that a line named before its titles: it holds up to the next section."""

    def is_of_people(section: Section) -> bool:
        return _OF_PEOPLE.search(inline or section[1] or section[0]) is not None

    def found(line: _Held, items: Iterable[_Item] | None = None) -> Iterator[tuple[int, str, dict[str, str]]]:
        said: dict[str, str] = dict(zip(SECTION_ROLES, line.section, strict=True))
        said["award"] = inline or said["award"]
        items = notice.items(line.text, said["award"] or said["category"]) if items is None else items
        for title, other, who, award, year in items:
            own = {"title": title, "other": other, "organization": who}
            yield line.line, line.text, {**said, **own, "award": award or said["award"], "year": year or said["year"]}

    for number, cells, _ in lines:
        text = text_of(cells[0])
        line = _Held(number, text, number > last + 1, sections.section)
        last = number
        if len(text) > _LONGEST:
            yield from found(line, [_Item(title=text)])
            continue
        if is_foot(text):
            account.put_aside(number, [text], "total" if rows_set_aside.is_total([text]) else "signature")
            continue
        said, rest = notice.said(text) if notice.has_sections else ({}, "")
        is_item = notice.is_item(text)
        if not said and not is_item:
            may_be_preface = not has_begun and not is_of_people(line.section)
            is_preface = notice.has_sections or (notice.is_numbered and notice.is_marked) or _PREFACE.fullmatch(text)
            if (may_be_preface and is_preface) or _NOTE.fullmatch(text):
                account.put_aside(number, [text], "signature")
                continue
            has_begun = True
            is_doubtful = notice.is_marked and not is_of_people(line.section)
            if is_doubtful or _is_body(text) or rows_set_aside.is_date(text):
                held.append(line)
                continue
        yield from chain.from_iterable(map(found, held))
        held, has_begun = [], has_begun or is_item or bool(rest) or not notice.is_marked
        if not said:
            yield from found(line)
            continue
        inline = said["award"] if rest else ""
        if rest:
            yield from found(line, notice.several(rest, inline))
            continue
        account.put_aside(number, [text], "section")
        if text != notice.name:
            sections.enter(said)
    kept = _kept(held, is_marked=notice.is_marked and not is_of_people(sections.section))
    for each in held[kept:]:
        account.put_aside(each.line, [each.text], "signature")
    yield from chain.from_iterable(map(found, held[:kept]))


def _kept(held: Sequence[_Held], *, is_marked: bool) -> int:
    """How many of the last lines are items still: not the date, nor the bodies that sign above it."""
    if is_marked:
        return 0
    if not held or not rows_set_aside.is_date(held[-1].text):
        return len(held)
    if (signers := next((at for at in range(len(held) - 1, -1, -1) if held[at].is_below_gap), None)) is not None:
        return signers
    return max(len(held) - (1 if _OF_PEOPLE.search("".join(held[-1].section[:2])) else 2), 0)
