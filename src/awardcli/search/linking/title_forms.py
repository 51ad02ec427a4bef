"""The forms in which people write a title of a list, and the other facts that the list has about its result."""

import re
from collections.abc import Iterable, Iterator
from copy import copy
from functools import cached_property, lru_cache

from awardcli.language.fold import fold
from awardcli.language.title_names import title_names, written_otherwise
from awardcli.language.words_about_works import IN_ANY_NAME, kinds_of_list
from awardcli.model import FieldName, Result
from awardcli.search import weights
from awardcli.search.linking.line_parts import Cut, LineParts, Span, is_wordless, number_value
from awardcli.search.linking.spelling import coded, is_only_a_number, least_slip, slips_forgiven


class TitleForm:
    """One form of a title: the whole title, or the title without a part that people leave out.

    `position` is the position of the result in the list. `begin` and `end` are the offsets of the form in the printed
    `title`, and `omitted` is the part left out. `first_part` are the words that number it as the first part (Vol. 1),
    which no key has. `numbers` are the number signs that a line must have to contain the form. A title with another
    title in brackets has two forms, each an alternative to the `other` (`is_alternative`).
    """

    __slots__ = (
        *("begin", "characters", "code", "end", "han", "key", "letters", "numbers", "of_body", "omitted", "position"),
        *("first_part", "is_alternative", "title", "word_ends"),
    )

    def __init__(
        self,
        position: int,
        parts: LineParts,
        span: Span,
        *,
        of_body: bool = False,
        title: str | None = None,
        other: str | None = None,
    ) -> None:
        self.position = position
        self.of_body = of_body
        self.is_alternative = other is not None
        self.title = title or parts.line
        self.key = parts.key[span.start : span.end]
        self.begin, self.end = (0, len(title)) if title else parts.offsets(span)
        before, after = Span(0, span.start), Span(span.end, len(parts))
        self.omitted = other or " ".join(filter(None, map(parts.printed, (before, after))))
        self.first_part = parts.first_part(span)
        self.code = coded(self.key)
        self.characters = frozenset(character for character in self.key if number_value(character) is None)
        self.numbers = frozenset(sign for sign in self.key if is_only_a_number(sign))
        self.han = sum(map(is_wordless, self.key))
        self.letters = sum(number_value(character) is None for character in self.key) - self.han
        ends = range(1, len(self.key) + 1)
        self.word_ends = [] if self.han else [end for end in ends if parts.cuts[span.start + end] > Cut.INSIDE]

    def at(self, position: int) -> "TitleForm":
        """The same form of another result with the same title."""
        other = copy(self)
        other.position = position
        return other

    @property
    def omits_article(self) -> bool:
        """Whether it leaves out nothing but an article."""
        return self.omitted.strip(", ").lower() in ARTICLES

    @property
    def omits_first(self) -> bool:
        """Whether it leaves out nothing but the number 1."""
        return bool(self.omitted) and number_value(key_of(self.omitted)) == "1"

    @property
    def omitted_number(self) -> str | None:
        """The number at the beginning of the omitted part, which makes it another work; None without one.

        Before the form it does so only by itself: 08:15的公交车, but not 五年看上海: 一镜到底.
        """
        omitted = key_of(self.omitted) if self.omitted and not self.is_alternative else ""
        number = number_value(omitted[:1]) if not self.begin or all(map(number_value, omitted)) else None
        return None if number == "1" else number

    def may_be_in(self, text: str, characters: frozenset[str]) -> bool:
        """Whether a folded text has enough characters of the form to contain it: a cheap check."""
        if self.of_body or self.key.startswith(text):
            return True
        missing, slips = self.characters - characters, slips_forgiven(self.key)
        if len(missing) * weights.EXPLAINED_SLIP > slips:
            return False
        return len(missing) <= slips or sum(least_slip(each, characters) for each in missing) <= slips

    @property
    def is_long(self) -> bool:
        """Whether it is long enough to be meant beside unexplained text."""
        if self.han:
            return len(self.key) >= weights.LONG_TITLE
        return self.letters >= weights.LONG_LATIN_TITLE

    @property
    def is_distinct(self) -> bool:
        """Whether it is so long that it is hardly an ordinary word or phrase."""
        letters = self.letters + weights.LETTERS_OF_A_NUMBER * (len(self.key) - self.letters - self.han)
        return self.han / weights.DISTINCT_TITLE + letters / weights.DISTINCT_LATIN_TITLE >= 1


@lru_cache(1 << 14)
def key_of(text: str) -> str:
    """The key of a text; cached, since many titles share their parts."""
    return LineParts(text).key


ANOTHER_PART = (
    *("最终季", "终章", "完结篇", "前传", "后传", "外传", "番外", "番外篇"),
    *("续集", "前篇", "后篇", "上部", "下部", "特别篇"),
    *("prequel", "sequel", "finalseason", "ova", "special"),
)
"""Words that make a title that of another work, as a number does; folded."""
ARTICLES = ("the", "a", "an")
_EDGE = r"[^\w《》〈〉「」『』]"
_PART = re.compile(rf"(?:^|{_EDGE})(?P<part>[上中下]|[前后](?=[集部篇编]))[集部篇编卷册辑]?(?:$|{_EDGE})")
_BRACKETED = re.compile(r"[(（]([^()（）]+)[)）]")
_EITHER = re.compile(r"(.+?),? or(?:: ?| ?\(|, )(.+?)\)?", re.IGNORECASE)
"""A title with another one: Birdman or (The Unexpected Virtue of Ignorance)."""
_SECOND_HALF = re.compile(r"\W*(?P<front>\w{2,}?)之(?P<behind>[\u3400-\u9fff]{3,})\W*")
_BEHIND = re.compile(rf"(?P<rest>.+), (?P<article>{'|'.join(ARTICLES)})", re.IGNORECASE)

_FOOTNOTE = re.compile(r"(?<=\S)\s*\[(?:(?:note|nb|注)\s*)?(?:\d{1,2}|[a-z])\]\s*\Z", re.IGNORECASE)
"""A footnote mark behind a title, in a list copied from a web page: The Wheel of Time[Note 3]."""
_COMPANY = re.compile(r"(?:(?:股份|集团|控股)?有限(?:责任)?公司|集团公司|(?:co\W*)?ltd\.?|inc\.?)\s*\Z", re.IGNORECASE)
"""Endings of companies' names that people leave out."""


def forms_of(position: int, title: str, field: FieldName = "title") -> list[TitleForm]:
    """The forms of a title, or of an organization's name, the whole one first; none where it folds to nothing.

    >>> [(form.key, form.omitted) for form in forms_of(0, "《大家聊巨变》系列纪录短片")]
    [('大家聊巨变系列纪录短片', ''), ('大家聊巨变', '系列纪录短片')]
    """
    title = _FOOTNOTE.sub("", title) or title
    parts = LineParts(title)
    length = len(parts)
    if not length:
        return []
    whole, of_body = Span(0, length), field == "organization"
    found: dict[str, TitleForm] = {}
    for span in (whole, *(_parts_of_body(parts) if of_body else _parts_of_title(parts))):
        key = parts.key[span.start : span.end]
        if key and key not in found:
            found[key] = TitleForm(position, parts, span, of_body=of_body)
    others: list[tuple[LineParts, str | None]] = []
    if not of_body:
        others += ((LineParts(one), another) for one, another in (*_alternatives(title), *without_number(parts)))
        others += ((in_words, None) for in_words in filter(None, [parts.in_words]))
    if moved := _with_article_moved(title):
        others.append((LineParts(moved), None))
    for other, left_out in others:
        form = TitleForm(position, other, Span(0, len(other)), of_body=of_body, title=title, other=left_out)
        found[other.key] = form
    return list(found.values())


def _parts_of_body(parts: LineParts) -> Iterator[Span]:
    """The short forms of an organization's name: without the ending of a company, and without brackets at its end."""
    if company := _COMPANY.search(parts.line):
        yield parts.span(0, company.start())
    if bracket := next((at for at, cut in enumerate(parts.cuts[1:-1], 1) if cut is Cut.BRACKET), None):
        yield Span(0, bracket)


def _parts_of_title(parts: LineParts) -> Iterator[Span]:
    """The parts of a title that people use for the whole.

    They are the title without decoration, in 《》, before a subtitle or number, the subtitle, and from a quotation on.
    """
    yield _without_decoration(parts)
    yield from parts.marked
    yield from (Span(quoted.start, len(parts)) for quoted in parts.quoted if quoted.start)
    for bracket in _BRACKETED.finditer(parts.line):
        yield parts.span(*bracket.span(1))
    yield from _beside_breaks(parts)
    if number_value(parts.key[-1]) is not None and parts.cuts[-2] > Cut.INSIDE and len(parts) > weights.DISTINCT_TITLE:
        yield Span(0, len(parts) - 1)
    if behind := _BEHIND.fullmatch(parts.line):
        yield parts.span(0, behind.end("rest"))
    words = parts.line.split()
    if len(words) > 1 and words[0].lower() in ARTICLES:
        yield Span(len(words[0]), len(parts))


def _without_decoration(parts: LineParts) -> Span:
    """A title without the decoration at its beginning and its end."""
    start, end = 0, len(parts)
    for span in parts.decorations:
        start = max(start, span.end) if span.start <= start and span.end < end else start
    for span in reversed(parts.decorations):
        end = min(end, span.start) if span.end >= end and span.start > start else end
    return Span(start, end)


def _beside_breaks(parts: LineParts) -> Iterator[Span]:
    """The parts of a title before and behind its first break, and its first middle dot."""
    han = sum(map(is_wordless, parts.key))
    least = Cut.SPACE if han >= 2 * weights.DISTINCT_TITLE - 2 else Cut.BREAK
    subtitle = (at for at, cut in enumerate(parts.cuts[1:-1], 1) if cut >= least and cut is not Cut.MARK)
    middle_dot = (at for at in range(1, len(parts)) if "·" in parts.gap(at))
    for at in (next(subtitle, None), next(middle_dot, None)):
        if at is not None:
            yield Span(0, at)
            second, numbers = Span(at, len(parts)), map(number_value, parts.key[at - 1 : at + 1])
            is_part = parts.line.endswith(ANOTHER_PART) or LineParts(parts.printed(second)).is_decoration
            if parts.cuts[at] < Cut.BRACKET and not all(numbers) and not is_part:
                yield second


def _alternatives(title: str) -> Iterator[tuple[str, str]]:
    """Each of two titles joined by `or:`, or one in brackets and one around them, with the other; both are long enough.

    >>> list(_alternatives("格萨（斯）尔")), list(_alternatives("茶馆（第二季）"))
    ([('格萨尔', '斯'), ('格斯尔', '萨')], [])
    >>> list(_alternatives("黄初平（黄大仙）传说"))[1:3], list(_alternatives("谚语（沪谚）"))
    ([('黄大仙传说', '黄初平'), ('黄大仙', '黄初平传说')], [('沪谚', '谚语')])
    >>> list(_alternatives("西游记之大圣归来"))
    [('大圣归来', '西游记之')]
    """
    if at := second_half(title):
        yield title[at:], title[:at]
    if either := _EITHER.fullmatch(title):
        yield either[1], either[2]
        yield either[2], either[1]
    bracket = _BRACKETED.search(title)
    if not bracket or _BRACKETED.search(title, bracket.end()):
        return
    before, inside, after = title[: bracket.start()].strip(), bracket[1].strip(), title[bracket.end() :].strip()
    around = before + after
    yield from written_otherwise(title)
    for one, other in ((inside, around), (around, inside)):
        if _is_title_by_itself(LineParts(one)) and (other in one or _is_title_by_itself(LineParts(other))):
            yield one, other
    if len(inside) == weights.SHORT and not set(inside).isdisjoint(around) and all(map(is_wordless, inside)):
        yield inside, around


def second_half(title: str) -> int:
    """Where the second half of a Chinese title begins, by which people call it: 水门桥 of 长津湖之水门桥; else 0.

    Neither half is a word or two: 上海之春, 战争之王, 青春之歌声.

    >>> list(map(second_half, ["长津湖之水门桥", "叶问之终极一战", "上海之春", "青春之歌声", "水之道之无间"]))
    [4, 3, 0, 0, 0]
    """
    found = _SECOND_HALF.fullmatch(title)
    is_enough = found is not None and max(len(found["front"]), len(found["behind"]) - 1) >= weights.LONG_TITLE
    return found.start("behind") if found and is_enough else 0


def without_number(parts: LineParts) -> Iterator[tuple[str, str | None]]:
    """A title and subtitle without the number between them, with that number; None for 1, which no number means too.

    >>> list(without_number(LineParts("指环王3：王者无敌"))), list(without_number(LineParts("十二怒汉：大审判")))
    ([('指环王：王者无敌', '3'), ('指环王之王者无敌', '3')], [])
    """
    for at in range(1, len(parts) - 1):
        value = number_value(parts.key[at])
        if value and parts.cuts[at + 1] is Cut.BREAK:
            begin, end = parts.offsets(Span(at, at + 1))
            shorter = LineParts(parts.line[:begin] + parts.line[end:])
            subtitle = TitleForm(0, parts, Span(at + 1, len(parts)))
            if subtitle.is_long and len(shorter) == len(parts) - 1:
                omitted = None if value == "1" else value
                yield shorter.line, omitted
                if subtitle.han:
                    yield f"{parts.line[:begin]}之{parts.printed(Span(at + 1, len(parts)))}", omitted
            return


@lru_cache(1 << 14)
def part_of(text: str) -> str | None:
    """Which part of a work in several parts a text names: the second in 哈利·波特与死亡圣器(下).

    >>> part_of("死亡圣器(下)"), part_of("赛德克·巴莱 上：太阳旗"), part_of("上海滩"), part_of("《上》")
    ('下', '上', None, None)
    """
    found = _PART.search(text)
    return found["part"] if found else None


def _is_title_by_itself(parts: LineParts) -> bool:
    """Whether a Chinese text may be a title by itself, not a number, a part or a kind of work."""
    is_part = parts.line.startswith("第") or parts.line.endswith(ANOTHER_PART) or bool(parts.decorations)
    return not is_part and sum(map(is_wordless, parts.key)) >= weights.LONG_TITLE


def _with_article_moved(title: str) -> str | None:
    """A title in Latin script with its article moved to the end, as in catalogues, or back to the front.

    >>> _with_article_moved("The Marine"), _with_article_moved("Marine, The"), _with_article_moved("Marine")
    ('Marine, The', 'The Marine', None)
    """
    if found := _BEHIND.fullmatch(title):
        return f"{found['article']} {found['rest']}"
    first, _, rest = title.partition(" ")
    return f"{rest}, {first}" if rest and first.lower() in ARTICLES else None


class Facts:
    """What a list says of a result besides the compared title: organizations, years, other titles, category, award.

    `who` are the organizations; where these are compared, the titles take their place. `kept` are the short cells of
    columns without a role, and the districts: 云南省双柏县, 嘉定区. `listed` are its category and award, `awards`
    the names in the latter (`names_listed`), `edition` is the number of its edition.
    """

    def __init__(self, result: Result, field: FieldName) -> None:
        titles, who = _distinct(titles_of(result)), _distinct(organizations_of(result))
        self.who, self.same = (who, titles) if field == "title" else (titles, who)
        self.years = _years_of(result)
        self.category = result.category.name if result.category else None
        self.awards = names_listed(result.award or "")
        self.listed = tuple(filter(None, (self.category, result.award)))
        self.edition = result.edition.number
        self._others = [*self.listed, result.edition.name]
        headings = [column.heading for column in result.cells.columns if column.role == "title"]
        self._of_kinds = [*self.listed, *headings]
        self.kept = _distinct(_kept_of(result))

    @cached_property
    def who_keys(self) -> list[str]:
        """The keys of `who`."""
        return _keys(self.who)

    @cached_property
    def category_key(self) -> str:
        """The key of the result's category; "" without one."""
        return key_of(self.category or "")

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of work that the result's category and award and the heading of its title name."""
        return frozenset().union(*map(kinds_of_list, self._of_kinds))

    @cached_property
    def kept_keys(self) -> list[str]:
        """The keys of `kept`."""
        return _keys(self.kept)

    @cached_property
    def other_keys(self) -> list[str]:
        """The keys of the result's other titles, its award, category and edition."""
        return _keys([*self.same, *filter(None, self._others)])


@lru_cache(1 << 14)
def names_listed(cell: str) -> frozenset[str]:
    """The categories and awards in a cell, folded, without the words that people add or leave out.

    >>> sorted(names_listed("最佳创意奖、微电影类"))
    ['创意', '微电影']
    """
    return frozenset(filter(None, (fold(_NOT_OF_NAMES.sub("", name.strip())) for name in _BETWEEN_NAMES.split(cell))))


_NOT_OF_NAMES = re.compile(r"\A最佳|(?<=..)(?:奖|类|组|单元)\Z")
_BETWEEN_NAMES = re.compile(r"[,，、/|;；]")


def titles_of(result: Result) -> Iterator[str]:
    """The titles of a result, the main one first, each followed by the titles that it contains."""
    for title in result.titles:
        yield from title_names(title)


def organizations_of(result: Result) -> Iterator[str]:
    """The organizations of a result: all as printed, then one by one."""
    yield from filter(None, (result.organization, *(organization.name for organization in result.organizations)))


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _keys(texts: Iterable[str]) -> list[str]:
    return _distinct(key for text in texts if (key := LineParts(text).key))


def _kept_of(result: Result) -> Iterator[str]:
    """The words of a result's cells without a role, and its districts.

    A cell that contains the title says nothing else of it: Rocky Balboa, the part for which Rocky was nominated.
    """
    titles = tuple(map(fold, result.titles))
    kept = (cell for (_, role), cell in zip(*result.cells, strict=True) if role is None)
    for cell in kept:
        if isinstance(cell, str) and len(cell) <= _LONGEST_KEPT and not any(title in fold(cell) for title in titles):
            yield from (
                part
                for part in (cell.strip(), *_KEPT_PARTS.split(cell))
                if len(word := fold(part)) > 1 and word not in IN_ANY_NAME
            )
    written = result.written("district")
    yield from [written] if written else filter(None, (organization.district for organization in result.organizations))


_LONGEST_KEPT = 40
"""Longer cells are prose, which shares words with a line by chance."""
_KEPT_PARTS = re.compile(r"[\s,，、/|;；]+")


def _years_of(result: Result) -> frozenset[int]:
    """The years of a result; both of a season written as 1927/28."""
    years = {result.edition.year} if result.edition.year else set()
    if written := result.written("year"):
        years |= {year.value for year in LineParts(written).years}
    return frozenset(years)
