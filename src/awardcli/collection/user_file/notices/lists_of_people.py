"""Whether the lines of a notice without title marks name people who won, and not works.

获奖教师名单                        it says that people won,
一等奖：丁英明、王文苑、薛琳        and names nothing but people

盘梓姗 平兰小学 指导老师：梁巧云    a pupil, with their school or teacher

二（1）班                           a class, where all lines are such

张三（北京）                        a person, and where they are from
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from awardcli.collection.user_file.notices.captions import Caption
from awardcli.collection.user_file.notices.names import (
    CLASS,
    CLASS_ALONE,
    behind_brackets,
    names_beside,
    names_in,
    says_where,
    without_teacher,
)
from awardcli.collection.user_file.notices.notice_lines import may_frame_items
from awardcli.collection.user_file.notices.titles_in_line import Item, ItemReader
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.language.awards import is_of_people
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON

_OF_PEOPLE = chinese_pattern(
    r"教师|老师|同学|选手|人员|获奖者|(?:获奖|优秀)(?:学生|个人)|名学生|"
    r"(?<!第)[0-9一二三四五六七八九十]+ *[名人位][)）]?[:：]?$"
)
"""What says that people won: 获奖教师名单, 一等奖（3名）"""
_OF_WORKS = chinese_pattern(
    "影片|短片|作品|电影|视频|剧|片奖|歌曲|小说|诗|散文|图书|文学|征文|摄影|书法|绘画|论文|项目"
)
"""What says that works won, though people made them: 最佳影片, 征文"""
_NUMBER_OF_PEOPLE = lazy_pattern("(?P<number>[0-9]{1,3}) *[名人位][)）]?[:：]?$")
_SCHOOL = chinese_pattern("(?:[小中大]学|[一二三四五六七八九十附0-9][中小]|学校|学院|幼儿园)$")
_SHORT = lazy_pattern("[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff] +[\u4e00-\u9fff]")
"""As short as a name of a person is, though its surname be rare: 盘梓姗"""
_Line = tuple[str, Caption, bool]
"""A line with what it names, and whether it is known as an item by its form."""
_FEWEST, _NEARLY_ALL, _MOST = 3, 0.8, 0.6
"""People that make a list of people, and the shares of those with a usual surname, without and with their schools."""


def reading_people(reader: ItemReader, lines: Sequence[_Line]) -> ItemReader:
    """The reader of a notice, which reads people where its lines name these."""
    if reader.title_marks is not None or reader.has_spaced_names:
        return reader
    items = list(_items(reader, lines))
    people = [_people_in(item.title) for item in items]
    known = sum(map(bool, people))
    if len(items) > 1 and all(CLASS_ALONE.fullmatch(item.title) for item in items):
        return reader._replace(are_people=True)
    if known < _MOST * len(items):
        return reader
    if _have_places(items) or _are_counted(lines):
        return reader._replace(are_people=True)
    are_short = all(_SHORT.fullmatch(item.title) or named for item, named in zip(items, people, strict=True))
    are_sure = known >= _NEARLY_ALL * len(items) and sum(map(len, people)) >= _FEWEST
    are_people = are_short and (_have_schools(items, known) or (are_sure and _is_said(lines)))
    return reader._replace(are_people=are_people)


def _have_places(items: Sequence[Item]) -> bool:
    """Whether beside nearly all items is where they are from, and nothing else: 张三（北京）."""
    placed = sum(bool(item.who) and all(map(says_where, names_in(item.who))) for item in items)
    return placed >= max(_FEWEST, _NEARLY_ALL * len(items))


def _are_counted(lines: Sequence[_Line]) -> bool:
    """Whether awards say how many people won, and as many people are below them, but for one: 一等奖（2名）."""
    counts = [(at, _NUMBER_OF_PEOPLE.search(text)) for at, (text, caption, _) in enumerate(lines) if caption.names]
    agree = [
        int(found["number"]) == sum(len(_people_in(text)) for text, _, _ in lines[at + 1 : below])
        for (at, found), (below, _) in pairwise([*counts, (len(lines), None)])
        if found and not _OF_WORKS.search(lines[at][0])
    ]
    return sum(agree) > 1 and sum(agree) >= len(agree) - 1


def _have_schools(items: Sequence[Item], known: int) -> bool:
    """Whether beside nearly all items is a school, and beside few a person too, as beside works; `known` are people."""
    taught = sum(any(map(_is_school, names_in(item.who))) for item in items)
    made = sum(any(map(_people_in, names_in(item.who))) for item in items)
    return known > 1 and taught >= _NEARLY_ALL * len(items) and made * 2 < known


def _is_said(lines: Sequence[_Line]) -> bool:
    """Whether the lines around the items say that people won, and none that works did."""
    around = list(filter(None, map(_said_around, lines)))
    return any(map(_OF_PEOPLE.search, around)) and not any(map(_OF_WORKS.search, around))


def _is_school(name: str) -> bool:
    return _SCHOOL.search(name) is not None or CLASS.search(name) is not None


def may_be_people(titles: Sequence[str]) -> bool:
    """Whether all of several titles may be people."""
    people = list(map(_people_in, titles))
    return all(people) and sum(map(len, people)) >= _FEWEST


def may_be_swapped(titles: Sequence[str], makers: Sequence[str]) -> bool:
    """Whether nearly all titles may be people, and who made each may be its title: 张三（春天的故事）.

    >>> may_be_swapped(["张三", "李四", "王五"], ["春天", "山海", "秋风"]), may_be_swapped(["张三"], ["春天"])
    (True, False)
    """
    people, others = (sum(PERSON.fullmatch(name) is not None for name in names) for names in (titles, makers))
    are_people = len(titles) >= _FEWEST and people >= _MOST * len(titles)
    return are_people and others <= (1 - _NEARLY_ALL) * len(makers) and all(makers) and not any(map(names_body, makers))


def _people_in(text: str) -> list[str]:
    """The people that a text names, each with a usual surname; none where it says something else too.

    >>> _people_in("张三、李四"), _people_in("冯 晓（女）"), _people_in("张三 平兰小学"), _people_in("春天")
    (['张三', '李四'], ['冯晓'], [], [])
    """
    names, _ = names_beside(text)
    return names if all(map(PERSON.fullmatch, names)) else []


def _said_around(line: _Line) -> str:
    """What a line says of those below or behind it, unless it is an award of people or names those that won."""
    text, caption, is_item = line
    award = caption.names.get("award", "")
    if is_of_people(award) or not (caption.names or (may_frame_items(text) and not is_item)):
        return ""
    return award if caption.titles else text


def _items(reader: ItemReader, lines: Sequence[_Line]) -> Iterator[Item]:
    """What may be works, below or behind awards that are none of people; no bodies."""
    award = ""
    begin = next((at for at, line in enumerate(lines) if line[1].names), 0)
    for text, caption, is_item in lines[begin:]:
        award = caption.names.get("award", "") if caption.names else award
        if is_of_people(award):
            continue
        items: Iterable[Item] = ()
        if caption.titles:
            items = reader.items_behind(award, caption.titles)
        elif not caption.names and (is_item or not may_frame_items(text)):
            items = (each for part in behind_brackets(without_teacher(text)[0]) for each in reader.items(part, award))
        yield from (item for item in items if item.title and (item.who or not names_body(item.title)))
