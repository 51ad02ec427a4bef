"""What may be misread in a notice, line by line."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby, islice, takewhile

from awardcli import messages
from awardcli.collection.user_file.notices.captions import may_be_best
from awardcli.collection.user_file.notices.labels import has_label
from awardcli.collection.user_file.notices.marked_titles import TITLE_MARKS
from awardcli.collection.user_file.notices.names import has_open_bracket, is_one_body
from awardcli.collection.user_file.notices.notice import Notice
from awardcli.collection.user_file.notices.notice_lines import LONGEST, is_note, may_frame_or_sign, repeats_headings
from awardcli.collection.user_file.notices.notice_results import NoticeResult
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.section_names import SECTION_ROLES, is_section_of_award
from awardcli.collection.user_file.table_lines import VACANT
from awardcli.collection.user_file.tables.table_rows import LOOKED_AT
from awardcli.language.awards import WORDS_FOR_PRIZES, is_of_people
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON

_AMOUNT_OF_WINNERS = chinese_pattern("([0-9]{1,3}) *[名部个件项篇首人位](?:作品)?[)）]?[:：]?$")
"""一等奖（2部）"""
_SAYS_THAT_WON = chinese_pattern(f"获(?!得?者|奖者)|[夺摘]得|评为|当选|荣膺|领奖|(?i:\\b(?:{WORDS_FOR_PRIZES}))")
"""What says of the titles in its sentence that they won: 《甲》获, 《乙》的主演上台领奖"""


_LIKE_CAPTION = chinese_pattern(
    "[^《》]{1,12}(?:类|组别|部门|부문)|.*[(（]?共?[0-9]{1,4} *[部名件项篇首幅个][)）]|"
    "[0-9,.]{2,9} *元.*|第[一二三四五六七八九十]{1,2}名.*|[特一二三四五六七八九优]等.{0,4}|"
    "(?i:[1-9][°ºª^] ?(?:class|premio|prix|prêmio|lugar).*)"
)
"""What a title or a maker does not look like: 戏剧类, 优秀作品奖（85部）, 5000元×1名, 1º prêmio nacional"""
_CUT_OFF = lazy_pattern("【[^【】]*】[：:]?|.*[：:，,、]")
_WORDS = chinese_pattern(
    "(?:含|被|获|等|还|因|凭|据).{2,}|(?:包括|其中|此外).*|[和与及由经含被获等]|[和与及由经].{3,}|"
    ".*(?:被|获|由|是|分享|[摘夺]得|收获|揭晓|打造|授予|举行)|.*[奖，：“”].*|.+的.+|[\u3400-\u9fff]{1,3}[画舞曲戏]|"
    "[\uac00-\ud7a3]+부문 .+"
)
"""Words of a sentence, or a kind of works, in the place of a maker: 含剧目, 长篇小说奖被, 分享, 昆曲"""
_MORE_THAN_AWARD = chinese_pattern(
    "(?:[荣喜]?获(?!奖)|[摘夺捧斩被将]|折桂|问鼎).+|.*等(?:多|[0-9两二三四五六七八九十]+)[个项].*"
)
"""An award with words of a sentence: 折桂银奖, 最佳导演等多个奖项"""
_FEW = 0.15
_BRACKETS = lazy_pattern("、 *[（(]([^（）()]*)[)）]")
"""What is in the brackets directly behind a title, whose place a comma has."""
_BETWEEN = chinese_pattern(r"[^\w·]+|获得?|[由被将]")
_NAMES_AWARD = chinese_pattern("(?<![获得颁领评发设])奖$|最佳|第[一二三四五六七八九十]名$|[冠亚季]军$")


def doubts(account: Account, notice: Notice, results: Sequence[NoticeResult], unclear: Container[int]) -> Iterator[str]:
    """What may be misread, those doubts first of which the most lines may be; `results` are the first ones.

    Lines that are `unclear` are named elsewhere.
    """
    yield from _of_lines_of_names(notice, results)
    yield from _of_titles_without_marks(notice, results)
    yield from _of_lines_above_awards(results)
    yield from _of_lines_aside(account, notice)
    yield from _of_titles_aside(account, notice, results, unclear)
    yield from _of_several_works(notice, results)
    yield from _of_captions(account, notice, results)


def doubts_on_results(notice: Notice, results: Sequence[NoticeResult], unclear: Container[int]) -> Iterator[str]:
    """What may be misread of the titles, makers and awards; lines that are `unclear` are named elsewhere."""
    yield from _of_names(notice, results)
    yield from _of_titles_without_makers(notice, results)
    yield from _of_awards_left(notice, results, unclear)


def _of_names(notice: Notice, results: Sequence[NoticeResult]) -> Iterator[str]:
    """Whether titles without marks, makers and awards are something else: a caption, a count, words of a sentence."""
    found: dict[int, str] = {}
    for number, text, cells in results:
        title, makers = cells["title"], cells["organization"].split("、")
        is_odd = _is_part_of_text(title) or (not notice.reader.is_marked(text) and _may_be_caption(title))
        odd = [title] if is_odd else [name for name in makers if _may_be_caption(name) or _is_of_sentence(name)]
        odd += filter(_MORE_THAN_AWARD.fullmatch, [cells["award"]])
        if odd:
            found.setdefault(number, messages.on_one_line(odd[0]))
    for number, name in _shared_makers(results):
        found.setdefault(number, name)
    if found:
        lines, names = _first_of(sorted(found.items()))
        yield messages.NOTICE_ODD_NAMES(count=len(found), lines=lines, names=names)


def _first_of(found: Iterable[tuple[int, str]]) -> tuple[str, str]:
    """The first of the lines where names were found, and of these, as remarks list them."""
    numbers, names = zip(*found, strict=True)
    lines = list(map(str, dict.fromkeys(numbers)))
    return messages.first_listed(lines), messages.first_listed(list(dict.fromkeys(names)))


def _is_part_of_text(title: str) -> bool:
    """Whether what is read as a title is a caption in brackets, or cut off: 【散文组】, 以下共八名：, 春（一等."""
    return _CUT_OFF.fullmatch(title) is not None or has_open_bracket(title)


def _may_be_caption(name: str) -> bool:
    if not name:
        return False
    return _LIKE_CAPTION.fullmatch(name) is not None or is_section_of_award(name) or may_be_best(name)


def _is_of_sentence(name: str) -> bool:
    """Whether what is read as a maker may be words of a sentence, or a kind of works."""
    return _WORDS.fullmatch(name) is not None and PERSON.fullmatch(name) is None and not names_body(name)


def _shared_makers(results: Sequence[NoticeResult]) -> Iterator[tuple[int, str]]:
    """The lines whose titles all have a maker of their own and one more that the line names once, without a colon.

    It may be of the first title only: 张三《甲》李四《乙》（王五）
    """
    for (number, text), rows in groupby(results, lambda result: (result.number, result.text)):
        makers = [result.cells["organization"].split("、") for result in rows if result.cells["title"]]
        shared = [name for name in makers[0] if name and all(name in names for names in makers)] if makers[1:] else []
        if shared and all(len(names) > len(shared) for names in makers):
            odd = (name for name in shared if text.count(name) == 1 and not names_body(name))
            yield from ((number, name) for name in odd if not re.search(f"{re.escape(name)}\\s*[：:]", text))


def _of_titles_without_makers(notice: Notice, results: Sequence[NoticeResult]) -> Iterator[str]:
    """Whether a few titles without marks, the only ones without makers, were not parted from these, or are people."""
    titles = [(result.number, result.cells) for result in results if result.cells["title"]]
    alone = [(line, messages.on_one_line(cells["title"])) for line, cells in titles if not cells["organization"]]
    if alone and notice.title_marks is None and len(alone) <= _FEW * len(titles):
        lines, names = _first_of(alone)
        yield messages.NOTICE_WITHOUT_MAKERS(count=len(alone), lines=lines, titles=names)


def _of_awards_left(notice: Notice, results: Sequence[NoticeResult], unclear: Container[int]) -> Iterator[str]:
    """Whether an award in brackets behind a title, or in a line with a title that has none, is in no result."""
    found: dict[int, str] = {}
    for (number, text), group in groupby(results, lambda result: (result.number, result.text)):
        rows = [result.cells for result in group]
        if len(text) > LONGEST or number in unclear:
            continue
        words = notice.title_marks.sub("、", text) if notice.title_marks else text
        words = words if not all(cells["award"] for cells in rows) else "、".join(_BRACKETS.findall(words))
        said = fold(" ".join(cell for cells in rows for cell in cells.values()))
        named = filter(_NAMES_AWARD.search, (part.strip() for part in _BETWEEN.split(words)))
        left = [award for award in named if is_section_of_award(award) and fold(award) not in said]
        left = [award for award in left if not any(cells["award"] and cells["award"] in award for cells in rows)]
        if left:
            found.setdefault(number, left[0])
    if found:
        lines, awards = _first_of(found.items())
        yield messages.NOTICE_AWARDS_LEFT(count=len(found), lines=lines, awards=awards)


def _of_lines_of_names(notice: Notice, results: Sequence[NoticeResult]) -> Iterator[str]:
    """Whether lines that only name bodies or people are titles."""
    has_bodies = notice.below.bodies and not any(is_one_body(result.cells["title"]) for result in results)
    if has_bodies or notice.below.people or notice.below.people_above or notice.below.has_one_de:
        yield messages.NOTICE_WITH_NAMES()


def _of_titles_without_marks(notice: Notice, results: Sequence[NoticeResult]) -> Iterator[str]:
    """Whether lines without title marks among titles that have them are captions."""
    for number, text, cells in results if notice.title_marks is TITLE_MARKS else ():
        if cells["title"] == text and TITLE_MARKS.search(text) is None and not notice.is_item(text):
            yield messages.NOTICE_UNMARKED(line=number, text=text)


def _of_lines_above_awards(results: Sequence[NoticeResult]) -> Iterator[str]:
    """Whether the first of the lines that are above the first award, where all others have one, is a work."""
    above = list(takewhile(lambda result: not any(map(result.cells.get, SECTION_ROLES)), results))
    others = results[len(above) :]
    if above and others and not is_note(above[0].text) and all(each.cells.get("award") for each in others):
        yield messages.NOTICE_ABOVE_AWARDS(line=above[0].number, text=messages.on_one_line(above[0].text))


def _of_lines_aside(account: Account, notice: Notice) -> Iterator[str]:
    """Whether the theme is a work, and whether a heading of columns that spaces separate is no caption."""
    for row in account.set_aside:
        if row.text == notice.theme:
            yield messages.NOTICE_THEME(line=row.line, text=row.text)
        if row.why in ("section", "heading") and repeats_headings(row.text):
            yield messages.NOTICE_OF_COLUMNS(line=row.line, heading=row.text)


def _of_titles_aside(
    account: Account, notice: Notice, results: Sequence[NoticeResult], unclear: Container[int]
) -> Iterator[str]:
    """Whether titles in marks that are only in lines set aside won, as these lines say."""
    titles = " ".join(fold(result.cells["title"]) for result in results)
    found: dict[str, str] = {}
    marks = notice.title_marks
    rows = [row for row in account.set_aside if row.line not in unclear]
    for row in rows:
        sentences = "。".join(filter(_SAYS_THAT_WON.search, re.split("[。；;]", row.text)))
        lost = (title for title in (marks.findall(sentences) if marks else ()) if fold(title) not in titles)
        found |= {str(row.line): title for title in islice(lost, 1)}
    if found:
        lines, lost_titles = messages.first_listed(list(found)), messages.first_listed(list(found.values()))
        yield messages.NOTICE_TITLES_ASIDE(count=len(found), lines=lines, titles=lost_titles)


def _of_several_works(notice: Notice, results: Sequence[NoticeResult]) -> Iterator[str]:
    """Whether lines without title marks, each read as one work, name several."""
    reader, times = notice.reader, Counter(result.number for result in results)
    for number, text, cells in results:
        is_alone = times[number] == 1 and not reader.is_marked(text)
        may_be_several = cells["title"].count("、") > 2 or reader.layout.may_be_several(text, cells["title"])
        if is_alone and may_be_several and not is_of_people(cells["award"]):
            yield messages.NOTICE_SEVERAL(line=number, text=messages.on_one_line(text), marks="《》")


def _of_captions(account: Account, notice: Notice, results: Sequence[NoticeResult]) -> Iterator[str]:
    """Whether an unknown caption is a group, a line set aside below an award won it, and a caption counts otherwise."""
    sections = [(row.line, row.text) for row in account.set_aside if row.why == "section"]
    groups = [(line, text) for line, text in sections if notice.is_unknown_group(text)]
    if len(groups) == 1:
        yield messages.NOTICE_GROUP(line=groups[0][0], text=groups[0][1])
    last = max([*(result.number for result in results), *(row.line for row in account.set_aside)], default=0) + 1
    for at, (line, text) in enumerate(sections):
        below = sections[at + 1][0] if at + 1 < len(sections) else last
        found = _cells_between(results, line, below)
        if not found and "award" in notice.caption(text).names:
            aside = (row for row in account.set_aside if line < row.line < below and _may_be_title(row.text))
            if row := next(aside, None):
                yield messages.NOTICE_NOTHING_BELOW(caption=text, line=row.line, text=messages.on_one_line(row.text))
        said = _AMOUNT_OF_WINNERS.search(text) if len(results) < LOOKED_AT else None
        if said is None:
            continue
        winners = len(found)
        if not found:  # other captions are between it and its results
            end = next((number for number, other in sections[at + 1 :] if _is_beside(notice, text, other)), last)
            found = _cells_between(results, line, end)
        elif not any(each["title"] for each in found):
            winners = sum(each["organization"].count("、") + 1 for each in found)
        if int(said[1]) not in (len(found), winners):
            yield messages.NOTICE_MISCOUNTED(line=line, caption=text, count=len(found))


def _cells_between(results: Sequence[NoticeResult], begin: int, end: int) -> list[dict[str, str]]:
    """The cells of the results of the lines from `begin` on, before `end`."""
    return [result.cells for result in results if begin <= result.number < end]


def _is_beside(notice: Notice, caption: str, other: str) -> bool:
    """Whether two captions are of one level: both say how many results they have, and name the same of them."""
    roles = [notice.caption(text).names.keys() or {"category"} for text in (caption, other)]
    return _AMOUNT_OF_WINNERS.search(other) is not None and not roles[0].isdisjoint(roles[1])


def _may_be_title(text: str) -> bool:
    return not (may_frame_or_sign(text) or has_label(text) or text in VACANT)
