"""Captions of groups of works that are told by their form, or by the kind of work, and not by the name of an award.

    推荐电影七部：      ends in a colon, which no title does
    2.电视剧/片（6部）  says how many works are below it
    小说                a kind of work, above titles in marks or an award
    POETRY              the caption above it again, in pinyin or English, as pages are laid out

A group is a category, unless its caption says that its works were recommended, nominated or chosen.
"""

import re
from collections.abc import Mapping, Sequence

from awardcli.collection.user_file import section_names
from awardcli.collection.user_file.columns.heading_words import CHINESE, NUMBERING, REMARK, sure_role
from awardcli.collection.user_file.columns.headings_without_roles import has_no_role
from awardcli.collection.user_file.notices.captions import caption_of
from awardcli.collection.user_file.notices.names_beside import KIND_AT_END
from awardcli.collection.user_file.section_names import is_category
from awardcli.language.awards import ends_in_prize
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.pinyin import untoned
from awardcli.language.readings import readings
from awardcli.model import Role

_IN_ORDER = lazy_pattern(r"\s*[(（]?(?P<number>[一二三四五六七八九十])[)）.．、]")
WORDS_FOR_LIST = ("名单", "名單")
_LONGEST_NAME = 24
"""Characters of the caption of a group."""
_LONGEST_ENDING = 40
"""Characters at the end of a line that may say how many works are below it."""
_AMOUNT_OF_WORKS = chinese_pattern(
    r"\s*[(（]?\s*(?<!第)[共计]?\s*[0-9一二三四五六七八九十百两]+\s*(?:[部件首篇个项名幅集种台]|部/首)(?:作品)?\s*[)）]?"
)
"""七部, （6部）"""
_NO_NAME = lazy_pattern('[，。！？；、,!?;《》“”"]|[：:].')
"""What is in sentences and lists of titles, and in no name of a group."""
_CHOSEN = chinese_pattern(
    "(?:特别|评委|观众)?(?:推荐|入围|入选|提名|提及|优秀|十佳)(?:电影|影片|短片|作品|剧目|节目|图书|歌曲|小说|视频|微电影|篇目)?"
)
_ON_ONE_WORK = chinese_pattern(
    ".*(?:词|语|理由|简介|介绍|点评|赏析|欣赏|展示|解读|评|感言|说明|内容|单位|人员|成员|编辑|[者员])"
)
"""What is said of a work, or of those who had a part in all: 颁奖词：, 主办单位："""
_WORDS_FOR_WORK = ("作品", "影片", "短片", "视频", "节目", "电影", "案例")
"""What works of any kind are called."""
_WORKS = chinese_pattern(
    "[\u3400-\u9fff]{0,4}(?:剧|剧目|片|诗|诗歌|歌曲|小说|散文|文学|图书|戏曲|电影|视频|文章|曲艺|舞蹈|音乐|美术|书法|摄影)"
)


def group_of(text: str) -> Mapping[Role, str]:
    """What the caption of a group names, that ends in a colon or says how many works there are; else nothing.

    >>> group_of("推荐电影七部："), group_of("2.电视剧/片（6部）"), group_of("特邀展演（2部）"), group_of("十二生肖")
    ({'award': '推荐电影'}, {'category': '电视剧/片'}, {'category': '特邀展演'}, {})
    """
    bare = text.strip()
    name = bare.rstrip("：: ")
    counted = _ending(_AMOUNT_OF_WORKS, name)
    says_nothing = has_no_role(name) or sure_role(name) or _ON_ONE_WORK.fullmatch(name)  # 导演：
    if counted is None and (says_nothing or section_names.says_nothing(name)):  # 获奖名单：
        return {}
    listed = name[:counted].rstrip("（( ")
    if listed.endswith(WORDS_FOR_LIST) and section_names.says_nothing(listed):  # 入选作品名单（共97部）
        return {}
    if name == bare and (counted is None or not name[counted:].strip().endswith((")", "）"))):
        return {}
    return _named(name[:counted])


def kind_of(text: str, *, is_above_title: bool) -> Mapping[Role, str]:
    """What a line names that says no more than the kind of the works below it: 小说, 推荐影片; else nothing.

    Above an award and not a title in marks only the most usual kinds are told from titles: 小说, not 老照片.
    """
    name = _bare(text[: _ending(_AMOUNT_OF_WORKS, text.strip())])
    parts = re.split("[/／和与·]", name)
    is_chosen = is_above_title and _CHOSEN.fullmatch(name) is not None
    are_kinds = all(is_category(part) or (is_above_title and _is_kind_above_title(part)) for part in parts)
    return _named(name) if is_chosen or are_kinds else {}


def _is_kind_above_title(text: str) -> bool:
    """Whether a text names a kind of works above one: 话剧, 电视专题; not 获奖作品, which is of all."""
    is_else = text.endswith(_WORDS_FOR_WORK) or text in ("专栏", "栏目")  # 专栏：王五, of the page
    is_of_press = KIND_AT_END.fullmatch(text) is not None and not is_else
    return is_of_press or _WORKS.fullmatch(text) is not None


def are_surely_captions(texts: Sequence[str]) -> bool:
    """Whether lines that may be captions are hardly titles.

    They are kinds of works numbered 一、二、, or each says that it is above a list, or how many works are below.

    >>> are_surely_captions(["一、小说", "二、散文"]), are_surely_captions(["一等奖（1名）", "二等奖 2名"])
    (True, True)
    """
    numbers = [found["number"] for text in texts if (found := _IN_ORDER.match(text))]
    are_numbered = len(numbers) == len(texts) > 1 and "一二三四五六七八九十".startswith("".join(numbers))
    if are_numbered and all(kind_of(text, is_above_title=True) for text in texts):
        return True
    bare = [text.rstrip("：: ") for text in texts]
    return bool(bare) and all(_ending(_AMOUNT_OF_WORKS, text) or text.endswith(WORDS_FOR_LIST) for text in bare)


def may_name_group(text: str) -> bool:
    """Whether a line may be the name of a group that is not known: a few words, no sentence."""
    return 1 < len(text) <= _LONGEST_NAME // 2 and _NO_NAME.search(text) is None


_IN_BRACKETS = chinese_pattern("【(?P<award>[^【】]+奖)】")


def holds_awards(text: str) -> bool:
    """Whether a line is an award in brackets and no rank, and so the group of another award directly below it.

    >>> holds_awards("【短篇小说奖】"), holds_awards("【一等奖】"), holds_awards("短篇小说奖")
    (True, False, False)
    """
    found = _IN_BRACKETS.fullmatch(text.strip())
    return found is not None and not ends_in_prize(found["award"])


def _named(name: str) -> Mapping[Role, str]:
    bare = _bare(name)
    if not bare or len(bare) > _LONGEST_NAME or _NO_NAME.search(bare):
        return {}
    return {"award" if _CHOSEN.fullmatch(bare) or section_names.is_award(bare) else "category": bare}


def _bare(name: str) -> str:
    name = NUMBERING.sub("", name.strip())
    return REMARK.sub("", name).strip("：: ") or name.strip("【】[]()（） ")


def _ending(pattern: re.Pattern[str], text: str) -> int | None:
    """Where the words at the end of a text begin that a pattern finds; or None."""
    ending = pattern.finditer(text, max(len(text) - _LONGEST_ENDING, 0))
    return next((found.start() for found in ending if found.end() == len(text) and found.start()), None)


_IN_LATIN = lazy_pattern(r"[A-Za-zÀ-ÿĀ-ǜ'’&/·. -]*[A-Za-z][A-Za-zÀ-ÿĀ-ǜ'’&/·. -]*")
_LONGEST_IN_LATIN = 48


def repeats_caption(above: str, text: str, *, are_marked: bool) -> bool:
    """Whether a line in Latin letters names the caption above it again; `are_marked`: titles have 《》 in this text.

    It is the pinyin of its name, or both are awards. Where titles have marks, so that a line without is hardly one, any
    other line below the caption of a category is its name too, and one in capitals below that of an award.

    >>> repeats_caption("诗歌", "SHIGE", are_marked=False), repeats_caption("一等奖", "First Prize", are_marked=False)
    (True, True)
    >>> repeats_caption("诗歌", "POETRY", are_marked=True), repeats_caption("最佳影片", "Parasite", are_marked=False)
    (True, False)
    """
    if len(text) > _LONGEST_IN_LATIN or not _IN_LATIN.fullmatch(text) or not CHINESE.search(above):
        return False
    if not (names := _names_of(above)):
        return False
    award = names.get("award", "")
    is_pinyin = any(_is_pinyin(text, name) for name in names.values())
    if is_pinyin or (award and section_names.is_award(text.title())):
        return True
    return are_marked and (text.isupper() if award else True)


def spells(text: str, above: str, below: str) -> bool:
    """Whether a line in Latin letters is the pinyin of a name in the line above it, or of the caption below it.

    >>> spells("SHIGE", "《诗歌》 王五", ""), spells("LI JING", "《诗歌》 王五", ""), spells("YIN JIANG", "", "银奖")
    (True, False, True)
    """
    if len(text) > _LONGEST_IN_LATIN or not _IN_LATIN.fullmatch(text) or not CHINESE.search(above + below):
        return False
    words = [word for word in CHINESE.findall(above) if len(word) > 1]
    return any(_is_pinyin(text, name) for name in (*words, "".join(words), *_names_of(below).values()))


def _names_of(line: str) -> Mapping[Role, str]:
    """What a line names if it is a caption without titles."""
    caption = caption_of(line, None)
    if caption.titles or caption.clause:
        return {}
    return caption.names or kind_of(line, is_above_title=True)


def _is_pinyin(text: str, name: str) -> bool:
    """Whether letters spell each character of a name, in any of its readings."""
    spelt = re.sub("[^a-z]", "", untoned(text.lower()))
    each = readings("".join(CHINESE.findall(name)))
    pattern = "".join(f"(?:{'|'.join(map(re.escape, said))})" for said in each)
    return bool(each) and re.fullmatch(pattern, spelt) is not None
