"""The names of people and bodies that words list, and the brackets that are part of the name of a body.

某影视（上海）有限公司        the name goes on behind the brackets
中国石油大学（北京）          they say where the body is, or which part of it
一中（张三）, 张三（一中）    a body and a person: two names
"""

import re

from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON, SURNAME
from awardcli.language.places import is_country, is_place

LEADER = (
    r"(?:(?<!…)…++|(?<!‥)‥++|(?<![.．])[.．]{3,}+|(?<![·・])[·・]{2,}+|(?<![-=—])[-=—]*+[→⇒➔➜➡⟶]|(?<![-=])[-=]++[>＞])"
)
"""What leads from an award to its titles, and from these to who they are by: 作品賞……『甲』, 一等奖→《乙》→张三

Each way is tried from the beginning of a run of its signs only, and not again from each of thousands.
"""
_NAME_SEPARATOR = lazy_pattern(
    rf"{LEADER}|\s+(?:and|&|et|y|e|und)\s+(?=[A-ZÀ-Þ]\S*\s+(?:[a-z]{{2,3}} )*[A-ZÀ-Þ])|(?<=[\uac00-\ud7a3])·|"
    r"[（(](?![0-9一二三四五六七八九十]{1,3}[)）]班)|[)）](?!班)|[\[\]【】：:，,；;。、|｜/／]|\s+(?:by|-|–|—)\s+|"
    r"[—–]{1,2}|\u3000+|\t+|\s{2,}|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff0-9])"
)
"""What separates the people and bodies of a title: 张三、李四, 一中（张三）, 一中　张三, Ono / Vega, →张三"""
_WORD = r"[^\s()（）\[\]【】、，,；;：:。|｜/／《》“”—–-]"
_BRACKETS = lazy_pattern(
    rf"(?<!{_WORD})(?P<name>{_WORD}+)[（(](?P<inside>[^()（）：:《》]{{1,12}})[)）](?P<behind>{_WORD}*)"
)
_TRADE = (
    "科技|技术|软件|文化|传媒|传播|影视|影业|影像|视频|网络|信息|实业|投资|控股|股份|贸易|教育|咨询|广告|艺术|创意|"
    "工程|建设|电子|电力|能源|医药|食品|汽车|旅游|发展|产业|服务|管理|集团|国际"
)
_REST = chinese_pattern(
    rf"(?:{_TRADE})*(?:(?:有限)?(?:责任)?(?:总|分|子)?公司|集团|工作室|事务所|研究[院所]|分社|分局|分校|校区)"
)
"""What only goes on with the name of a body: 有限公司, 文化传媒有限公司"""
_PART = chinese_pattern(
    "集团|控股|股份|筹|(?:有限|普通|特殊)合伙|[\u3400-\u9fff]{0,4}(?:校区|分校|分院|分社|分局|分行|支行|分公司|分部|总部|本部|支队|大队)|"
    "(?:宣传|组织|统战|编辑|文艺|新闻|总编|策划|教务|政治|党群)[部室处]|[党团]委|工会|办公室"
)
"""Which part of a body it is: （集团）, （闵行校区）, （宣传部）"""
_AREA = chinese_pattern("[\u3400-\u9fff]{1,4}[省市县区]")


def names_in(text: str) -> list[str]:
    """The parts of a text that may be names, with the brackets within the names of bodies.

    >>> names_in("某影视（上海）有限公司、中国石油大学（北京）"), names_in("一中（张三）")
    (['某影视（上海）有限公司', '中国石油大学（北京）'], ['一中', '张三', ''])
    """
    return _split(_NAME_SEPARATOR, text)


def _split(separator: re.Pattern[str], text: str) -> list[str]:
    """The parts of a text between separators that are none of the brackets within the names of bodies."""
    kept = _BRACKETS.sub(_with_brackets_kept, text)
    return [part.translate(_BACK) for part in separator.split(kept)]


def is_one_name(text: str) -> bool:
    """Whether nothing separates several names in a text."""
    return len(names_in(text)) == 1


def is_one_body(text: str) -> bool:
    """Whether a text is the name of one body and nothing else: 某市文旅局, 中国石油大学（北京）."""
    return (names_body(text) or text.endswith((")", "）"))) and is_one_name(text) and "《" not in text


_KEPT, _BACK = str.maketrans("（）()", "\ue000\ue001\ue002\ue003"), str.maketrans("\ue000\ue001\ue002\ue003", "（）()")
"""Characters of no script that are in place of the brackets while a text is split."""


def _with_brackets_kept(found: re.Match[str]) -> str:
    name, inside, behind = found["name"], found["inside"], found["behind"]
    if not _are_of_body(name, inside, behind):
        return found[0]
    kept = found[0].translate(_KEPT)
    if _REST.match(behind) or (names_body(behind) and not names_body(name)):
        return kept
    is_next = behind or found.string[found.end() : found.end() + 1].isspace()
    return f"{kept.removesuffix(behind)}、{behind}" if is_next else kept  # 北京师范大学（珠海校区）张三


def _are_of_body(name: str, inside: str, behind: str) -> bool:
    """Whether brackets are part of the name of a body, by what is before, in and behind them."""
    if _REST.match(behind):  # 某影视（上海）有限公司
        return True
    is_where = says_where(inside)
    if names_body(name):
        return is_where or any(each.fullmatch(inside) for each in (_AREA, _PART))
    if names_body(behind):  # 某某（中国）航天公司; 张三（一中）某公司
        return is_where and PERSON.fullmatch(name) is None
    ends = [at for at in range(2, len(inside)) if is_place(inside[:at])]  # 视博影视(银川公司)
    is_branch = any(_REST.fullmatch(inside[at:]) for at in ends)
    return is_branch and PERSON.fullmatch(name) is None and "·" not in name


def says_where(name: str) -> bool:
    """Whether a word beside a person or body says where they are from: 湖北, 江西赣州, 法国."""
    return is_place(name) or is_country(name)


_CLAUSE = chinese_pattern(
    r".*(?:点击|查看|扫码|上台|代替|凭借|[凭在].{0,20}[饰扮]演|[荣喜斩]获|获[得奖]|领奖|表示|认为|举[行办]|正在|"
    r"[0-9]{1,2}月[0-9]{1,2}日|[0-9]+[部篇件名位]|刊登|电话[0-9]).*"
)
_LONGEST_PERSON = 4


def is_clause(name: str) -> bool:
    """Whether words in the place of a name tell something, so that they are none.

    >>> is_clause("胡静代替吴刚上台领奖"), is_clause("点击这里查看名单"), is_clause("张获"), is_clause("某局某部")
    (True, True, False, False)
    """
    return len(name) > _LONGEST_PERSON and _CLAUSE.fullmatch(name) is not None


_BEHIND_BRACKETS = chinese_pattern(
    rf"(?<=[)）])\s*(?:[、，,；;]\s*(?!指导|辅导)|(?=(?:{SURNAME})[\u3400-\u9fff]{{1,2}}\s*[（(]))"
)


def behind_brackets(text: str) -> list[str]:
    """The items of a line that has a comma, or a person, behind the brackets of each: 甲（某镇）、乙（某乡）.

    >>> behind_brackets("张三（一小）李四（二小）"), behind_brackets("春（上）（一小）")
    (['张三（一小）', '李四（二小）'], ['春（上）（一小）'])
    """
    return _split(_BEHIND_BRACKETS, text)


CLASS = chinese_pattern("[0-9一二三四五六七八九十)）]班$|[一二三四五六七八九十]年级$|[0-9]{2,4}级$")
"""高一（1）班, 2019级"""
CLASS_ALONE = chinese_pattern(
    "[\u3400-\u9fff]{0,12}?(?:[0-9一二三四五六七八九]年级|[0-9一二三四五六七八九初高][一二三]?|[0-9]{2,4}级[\u3400-\u9fff]{0,8})"
    r"\s*(?:[（(][0-9一二三四五六七八九十]{1,2}[)）]|(?<=级)[0-9一二三四五六七八九十]{1,2}|(?<=[初高][一二三])[0-9一二三四五六七八九十]{1,2}|"
    "(?<=[0-9])[0-9]{1,2})\\s*[班中队]{1,2}"
)
"""A whole text: 二（1）班, 三年级二班, 实验小学五（2）中队; not 三年二班, which may be a song"""
_TEACHER = chinese_pattern(
    r"(?<![\s，,、；;])[\s，,、；;]*+[（(]?\s*(?:指导|辅导)(?:教师|老师)?\s*[：:]\s*(?P<who>[^：:()（）]+?)\s*[)）]?$"
)


def without_teacher(text: str) -> tuple[str, str]:
    """A line without the teacher at its end, who is not the one whose name parts it alike: 春 张三 指导老师：李四.

    >>> without_teacher("春（张三；指导：李四）"), without_teacher("春（张三，指导：李四")
    (('春（张三）', '李四'), ('春（张三', '李四'))
    """
    found = _TEACHER.search(text)
    if found is None or not found.start():
        return text, ""
    rest = text[: found.start()]
    return rest + text[found.end("who") :].strip() * has_open_bracket(rest), found["who"]


def has_open_bracket(text: str) -> bool:
    """Whether a bracket in a text is not closed in it."""
    return any(text.count(begin) > text.count(end) for begin, end in _BRACKET_PAIRS)


_BRACKET_PAIRS = (("（", "）"), ("(", ")"), ("【", "】"), ("[", "]"))
