"""Which line of a notice is a caption, and what it names for the titles below or behind it.

Some only say what won or was nominated, below or behind the award that both are of:

    Best Film                最佳影片
    Winner: Salt             获奖：《春》
    Nominees: Fog, Sea       提名：《夏》、《秋》

Without an award above each, such a word is an award itself: 金奖：《甲》⏎入围：《乙》、《丙》
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from awardcli.collection.user_file import rows_set_aside, section_names
from awardcli.collection.user_file.columns.column_cells import outcome
from awardcli.collection.user_file.columns.heading_words import CHINESE, REMARK
from awardcli.collection.user_file.notices import japanese
from awardcli.collection.user_file.notices.labels import label_and_rest
from awardcli.collection.user_file.notices.lists_of_awards import ATTRIBUTE, BEFORE_AWARD
from awardcli.collection.user_file.notices.names import KIND_AT_END, LEADER, is_one_name
from awardcli.collection.user_file.notices.notice_lines import without_item_number
from awardcli.collection.user_file.notices.notice_sentences import Clause, clause_of, parts_of
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.collection.user_file.section_names import YEAR
from awardcli.language.awards import (
    AWARD_IN_LATIN,
    AWARD_IN_TEXT,
    BEST,
    EDITION,
    PRIZE_IN_LATIN,
    RANK,
    WORDS_FOR_PRIZES,
    ends_in_prize,
    is_of_bodies,
    is_of_people,
    names_award_abroad,
)
from awardcli.language.fold import to_simplified
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON, without_spread
from awardcli.language.places import is_place
from awardcli.model import Role

_CATEGORY = chinese_pattern(
    r"[\s【\[(（★●◆■◇□○▶]*(?:(?:组别|类别|单元)[：:]\s*)?"
    r"(?P<name>[^，。！？、\s]{1,12}(?:类|(?<![套机剧班])组|单元|组别|类别|板块|赛区|年级|(?<!办)部门|の部(?:門)?)|"
    r"(?:[초중고]등|일반|청소년|대학|학생|성인|유치)부|[\uac00-\ud7a3 ]{1,12}부문|"
    r"(?i:sez(?:\.|ione)|section|secci[oó]n|seç[aã]o|categor[ií]a|catégorie|kategorie|sektion) "
    r"[A-Z0-9]{1,3} [-–—] \w[^:“«]{2,30})"
    r"(?:获奖|入围|入选)?(?:作品|作者)?(?:名单)?[】\])）\s]*(?:[(（][^)）]*[)）])?\s*[：:]?"
)
"""【微电影类】, 中学组（3部）：, 甲赛区获奖名单"""
_AWARD_IN_SENTENCE = chinese_pattern(rf".{{0,12}}?(?P<name>{RANK}|(?:入围|提名|最佳\w{{1,4}})奖).{{0,8}}[：:]")
"""获得一等奖的作品有："""
_WHICH_WON = chinese_pattern("(?P<name>[获得]奖|入围|提名)(?:作品|影片|名单)?[：:]")
"""入围影片："""
_HONOUR = chinese_pattern(
    r"(?:[（(]?[一二三四五六七八九十]{1,2}[)）、.．]+)?(?P<name>(?:优秀|先进|优胜|最佳|突出贡献)\w{0,4}(?:组织|单位|集体|个人|[教老]师|工作者)奖?)"
    "(?:获得者|获得单位|获奖者|名单)?"
)
"""An award of people or bodies: 三、优秀组织单位, 先进个人"""
_IN_BRACKETS = chinese_pattern(r"【(?P<name>(?:优秀|最佳|年度|十佳|特别)\w{1,8})】")
"""【优秀短片】"""
_BEFORE_TITLES_ONLY = chinese_pattern(
    r"年度[\u3400-\u9fff]{2,10}|[\u3400-\u9fff]{0,6}特别(?:提及|提名|推荐|关注)|[\w ]{0,20}[\uac00-\ud7a3]{2}상|"
    "第?[0-9]{1,2}位"
)
"""What is an award before titles and may be a title alone: 年度影片：《甲》, 评委会特别提及, 넷팩상, 2位"""
_WINNERS = chinese_pattern("[获得]奖(?:作品|影片|作者)$")
"""一年级获奖作品: a group, and no award"""
_COUNT_IN_KOREAN = lazy_pattern("[0-9]+ ?[명편점팀]")
_SEVERAL_WORDS = lazy_pattern("(?<=[\u3400-\u9fff)）》])[\\s\u3000]+(?=[\u3400-\u9fff])")
"""A row of a table without separators, no caption: 咏梅 某单位 一等奖"""
_ALL_YEARS = chinese_pattern("历届|历年")
"""The name of a list, not of an award: 历届金奖"""
_LIST_BEHIND = chinese_pattern(
    r"(?:完[全整])?(?:的?(?:获奖|得奖|入选|入围|评选|评奖))?(?:作品|篇目|书目|剧目|影片|作者|结果)?(?:名单|目录|一览)?(?:出炉|揭晓|公布|公示)?"
    r"(?:如下)?[：:]?(?:\s*\[[0-9]+\])?$"
)
"""What follows the name of an award in the caption of one of its editions."""
_SECOND_NAME = chinese_pattern("(?<=奖)[（(][^()（）]*奖[)）]$")
"""第九届中国戏剧奖（第31届梅花奖）"""
_GIVING = chinese_pattern(".*[颁领开抽评]奖|.*(?:获|多项|夺|摘).*")
"""What ends in 奖 and is no award: 微电影节颁奖, 我校作品荣获多项大奖"""
_WHEN_LABEL = chinese_pattern("^(?:年份|年度|届次|届别)[：:]\\s*(?=\\S)")
"""年份：1982年"""
_EDITION_IN_BRACKETS = chinese_pattern("[(（](?P<edition>[0-9]{1,3}届)[)）]")
"""2018年（90届）"""
_LIST_NAME = chinese_pattern(
    "(?:受赏|获奖|得奖|评选)?(?:作品?|者)?(?:结果|名单|公示|公告|通知|揭晓|一览|リスト|発表)+|"
    "수상[자작][()/자작 ]*(?:명단|발표|결과)?[.]?|명단|"
    "(?i:winners?|results|nominees|finalists|shortlist)(?i: announced)?!?"
)
"""What follows an award in the name of a list, no title: 第47回某某賞　受賞結果"""
_BEFORE_TITLES = (
    lazy_pattern("[：:=]"),  # 一等奖：甲, 감독상=장재현
    lazy_pattern(r"(?<!\s)\s++[-–—]\s+|[—–]{1,2}"),  # Best Picture – Nomadland
    lazy_pattern("[|｜／]"),  # 一等奖｜甲
    lazy_pattern(LEADER),  # 作品賞……『甲』, 一等奖→甲
    lazy_pattern(r"\u3000|\t|\s{2,}"),  # 一等奖　甲
    lazy_pattern(r"(?<=[】\]>])\s*(?=\S)"),  # 【一等奖】甲
    lazy_pattern(r"(?<=[\u3400-\u9fff）)상])\s"),  # 一等奖 甲, 감독상 장재현
)
"""What separates an award from the titles behind it."""
_HAS_LEADER = lazy_pattern(rf"\w\s*{LEADER}\s*\w")
_LEADS = lazy_pattern(rf"^\s*{LEADER}")
_LEADS_TO_COUNT = chinese_pattern(
    rf"(?<!\s)\s*+{LEADER}\s*+(?=[共计]{{0,2}}\s*[0-9一二三四五六七八九十百两]+\s*[名个部项件人篇组首位幅](?:作品)?$)"
)
"""Between an award and its number, which is no title: 铜奖……1名"""
_BETWEEN = " \u3000\t:：=|｜/／"
"""The signs themselves, at the end of an award and before its titles."""
_IN_ENGLISH_TOO = lazy_pattern(r"(?P<award>[A-Za-z][A-Za-z .'’&-]*?)\s*(?:[—–:：|｜／]+\s*|\s-\s+|(?=《)|$)")
"""The same award in English behind a Chinese one: 最佳影片 Best Film"""
_NUMBER_BEFORE_AWARD = chinese_pattern("^[一二三四五六七八九十]{1,3}[，,]\\s*(?=[^，,：:《]{1,16}奖)")
"""一，一等奖"""
_MARKED_AWARD = lazy_pattern(
    rf"(?i)(?P<award>(?:[\w-]+ ){{0,2}}(?:{WORDS_FOR_PRIZES})\b"
    r"[^:«»„“”\"]{0,40}"
    r"(?:«[^«»]+»|„[^„“”]+[“”]|“[^“”]+”|\"[^\"]+\"))\s*:\s*(?P<titles>.*)"
)
"""Приз им. Г. Горина "За лучший сценарий": the marks of titles within an award"""
_SPREAD = lazy_pattern("^[\u3400-\u9fff](?:[ \u3000]+[\u3400-\u9fff]){1,6}(?![\u3400-\u9fff])")
"""佳　　作, 優 秀 賞"""
_ORNAMENTS = lazy_pattern("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
"""🏆金奖"""
HAVING_WON = chinese_pattern("[获得]奖(?:作品|影片)?")
"""An award where others were shortlisted, and else the name of the list."""
_SHORTLISTED = chinese_pattern(r"(?:\w{0,2}[、.．])?(?:入围|入选|提名)\w{0,4}(?:[(（].*)?[：:]?$")
"""入围影片：, 提名奖"""
_LONGEST_CAPTION = 24
"""Characters of a caption of a category, year or edition."""
_LONGEST_AWARD = 40
"""Characters of an award with titles behind it; names in English are long."""


class Caption(NamedTuple):
    """What a line names for the titles below it, or an award with the titles behind it."""

    names: Mapping[Role, str]
    """The award, category, year or edition by role; empty where the line is no caption."""
    titles: str = ""
    """The rest of the line, where an award has its titles behind it."""
    clause: Clause | None = None
    """Who won what, where the line is a sentence that says so: the award is of these alone."""


@lru_cache(1 << 10)  # it is asked several times of a line
def caption_of(text: str, title_marks: re.Pattern[str] | None) -> Caption:
    """What a line names; one with title marks names no more than the award before them.

    >>> caption_of("二、一等奖（2部）", None).names, caption_of("第三届", None).names
    ({'award': '一等奖'}, {'edition': '第三届'})
    >>> caption_of("一等奖：春天", None)
    Caption(names={'award': '一等奖'}, titles='春天', clause=None)
    """
    bare = _LEADS_TO_COUNT.sub("：", _NUMBER_BEFORE_AWARD.sub("", _ORNAMENTS.sub("", text).strip()))
    bare = _TO_WHOM.sub("", _SPREAD.sub(_closed, bare))
    if title_marks and (found := _MARKED_AWARD.fullmatch(bare)):
        return Caption({"award": found["award"]}, found["titles"])
    mark = title_marks.search(bare) if title_marks else None
    if clause := clause_of(bare):
        award = clause.awards[0] if clause.awards else ""
        if (title_marks and (award or title_marks.search(clause.winners))) or is_of_bodies(award):
            return Caption({"award": award}, clause.winners, clause)
    if in_parts := award_in_parts(bare):
        return in_parts
    if mark is None and not _HAS_LEADER.search(bare) and (names := names_alone(bare)):
        return Caption(names)
    return _award_before_titles(bare, mark.start() if mark else None)


def award_in_parts(text: str) -> Caption | None:
    """The award in parts that a line in Latin letters begins with, and the titles behind it; else None.

    One of the parts behind the first is surely an award, as Prix de beauté is not; a colon ends them.

    >>> award_in_parts("Prix du public – Meilleur film : Ovni"), award_in_parts("Prix du jury – Prix de beauté")
    (Caption(names={'award': 'Prix du public – Meilleur film'}, titles='Ovni', clause=None), None)
    """
    head, colon, titles = without_item_number(text).partition(":")
    first, *others = _BETWEEN_PARTS.split(head.strip())
    if not others or CHINESE.search(head) or not _may_be_part(first):
        return None
    parts = list(takewhile(lambda part: _may_be_part(part) or (colon and _FOR_WHAT.match(part)), others))
    is_best = [_FOR_WHAT.match(part) or (colon and BEST.fullmatch(part)) for part in parts]
    is_sure = any(is_best) or any(map(section_names.is_section_of_award, parts))
    if not is_sure or (colon and len(parts) < len(others)):
        return None
    ends = [*(found.span() for found in _BETWEEN_PARTS.finditer(head)), (len(head), len(head))]
    end, begin = ends[len(parts)]
    return Caption({"award": head[:end].strip()}, titles.strip() or head[begin:].strip())


def _may_be_part(text: str) -> bool:
    return section_names.is_section_of_award(text) or AWARD_IN_LATIN.fullmatch(text) is not None


_BETWEEN_PARTS = lazy_pattern(r"(?<!\s)\s++[-–—]\s+|(?<!\s)\s*+[|｜]\s*")
_FOR_WHAT = lazy_pattern(r"(?i)(?:all['’]|(?:alla|allo|al|per|à la|à l['’]|au|pour|a la|por|à|ao)\s)")
"""Menzione – Alla carriera: Ana Ruiz"""
_TO_WHOM = lazy_pattern(r"(?<=\w)\s(?:a|à|au|al|ao|para|für)(?=\s?:\s*$)")
"""Menzione di merito a:"""


def _closed(found: re.Match[str]) -> str:
    """An award of single characters without the spaces between them."""
    name = re.sub(r"\s", "", found[0])
    return name if section_names.is_section_of_award(name) else found[0]


def bests_among(texts: Sequence[str], title_marks: re.Pattern[str] | None) -> frozenset[str]:
    """The lines such as 最佳动漫技术 or Prix Jean Vigo that are awards since two are known as such, or since three are
    each above another line.

    Films are called so too: 最佳拍档, or Prix de beauté directly below an award.
    """
    places = [at for at, text in enumerate(texts) if may_be_best(text)]
    known = [at for at in places if caption_of(texts[at], title_marks).names]
    are_apart = all(after > before + 1 for before, after in pairwise([*places, len(texts)]))
    if len({texts[at] for at in known}) > 1 or (are_apart and len({texts[at] for at in places}) > 2):
        return frozenset(texts[at] for at in places if at in known or at - 1 not in known)
    return frozenset()


def may_be_best(text: str) -> bool:
    """Whether a line may be an award where others are: 最佳动漫技术, Prix de la mise en scène."""
    bare = text.rstrip(": ：")
    return BEST.fullmatch(bare) is not None or PRIZE_IN_LATIN.fullmatch(bare) is not None


def names_alone(text: str) -> Mapping[Role, str]:
    """What a line without titles names for those below it."""
    text = without_spread(text)
    if names_award_abroad(bare := without_item_number(text)) and bare != text:
        return {"award": bare}
    if (
        award := _named(_HONOUR, REMARK.sub("", text).strip(" ：:"))
        or _named(_IN_BRACKETS, text)
        or _named(japanese.RANK, text)
    ):
        return {"award": award}
    if text.isupper() and AWARD_IN_LATIN.fullmatch(text.rstrip(": ")):
        return {"award": text.rstrip(": ")}
    if names := _edition_of_award(text):
        return names
    named = section_names.section(text)
    winners = award_with_winners(text)
    if winners and not (AWARD_IN_TEXT.search(to_simplified(winners[0])) or is_of_people(winners[0])):
        return {}  # 我的第一张奖（湖北 李四）
    if named and not _SEVERAL_WORDS.search(named[1]):
        if named[0] == "award":
            group = _named(_CATEGORY, named[1]) if _WINNERS.search(named[1]) else ""
            return {"category": group} if group else {} if _ALL_YEARS.search(text) else {"award": named[1]}
        if len(text) <= _LONGEST_CAPTION and not text.endswith(("。", "；")):
            return {"category": named[1]}
    if category := _named(_CATEGORY, text):
        return {"category": category}
    if award := _named(japanese.PRIZE, text) or _named(_AWARD_IN_SENTENCE, text) or _named(_WHICH_WON, text):
        return {"award": award}
    return _year_or_edition(text)


def award_with_winners(text: str) -> tuple[str, str] | None:
    """The award of a line and the people or bodies in brackets behind it; None of another line.

    >>> award_with_winners("优秀指导教师奖（王五、李四）"), award_with_winners("一等奖（小学）")
    (('优秀指导教师奖', '王五、李四'), None)
    """
    found = _WITH_WINNERS.fullmatch(text)
    names = re.split(r"[、，,\s]+", found["who"]) if found else []
    are_names = all(PERSON.fullmatch(name) or (names_body(name) and len(name) > 3) or is_place(name) for name in names)
    return (found["award"], found["who"]) if found and are_names and not all(map(is_place, names)) else None


_WITH_WINNERS = chinese_pattern(
    "(?P<award>[^（(《》：:，。]{2,24}(?:奖|个人|单位|集体|称号))[（(](?P<who>[^（()）：:《》]{2,})[)）]"
)


def _edition_of_award(text: str) -> Mapping[Role, str]:
    """The edition, the years and the award that a caption names, with words for its list; else nothing.

    >>> _edition_of_award("1、第二届某某奖获奖篇目（1982—1984）")
    {'edition': '第二届', 'year': '1982—1984', 'award': '某某奖'}
    """
    name = _SECOND_NAME.sub("", without_item_number(text))
    when = section_names.edition_and_year(name)
    for said in when.values():
        name = name.replace(said, "", 1)
    name = _LIST_BEHIND.sub("", re.sub(r"[(（]\s*[)）]", "", name)).strip()
    if when and not name and not (text.strip().isdecimal() or rows_set_aside.is_date(text)):
        return when
    is_name = when and len(name) > 1 and is_one_name(name)
    is_award = is_name and section_names.is_award(name) and not _GIVING.fullmatch(name)
    return {**when, "award": name} if is_award else {}


def _named(pattern: re.Pattern[str], text: str) -> str:
    """The `name` that a pattern finds in a whole text, or ""."""
    found = pattern.fullmatch(text)
    return found["name"] if found else ""


def _year_or_edition(text: str) -> Mapping[Role, str]:
    """The year and edition of a line, maybe an award: 2018年（90届）, 2010 Shortlist; 1984 may be a title."""
    is_number = text.isdecimal()
    text = _WHEN_LABEL.sub("", text)
    names = {} if len(text) > _LONGEST_CAPTION or rows_set_aside.is_date(text) else section_names.caption(text)
    if "category" in names:
        names = section_names.caption(REMARK.sub("", text))
        if "year" in names and (found := _EDITION_IN_BRACKETS.search(text)):
            names = {**names, "edition": found["edition"]}
    is_when = {"year", "edition"} & names.keys() and names.keys() <= {"year", "edition", "award"}
    return names if is_when and not is_number else {}


def _award_before_titles(text: str, mark: int | None) -> Caption:
    """The award at the beginning of a line, before a separator or the first title mark, which is at `mark`."""
    item = without_item_number(text)
    cuts = [mark - (len(text) - len(item))] if mark is not None else []
    cuts += [found.start() for each in _BEFORE_TITLES if (found := each.search(item))]
    for cut in sorted(cuts):
        before = item[:cut].strip(_BETWEEN)
        titles = _LEADS.sub("", item[cut:]).strip(_BETWEEN + "-–—")
        if won := _WON_BEFORE.search(before):
            before = won["award"]
        names = _edition_of_award(re.split("[，,]", before)[-1])
        if titles and "award" in names and not _names_list(titles):
            return Caption(names, titles)
        is_other = len(_TRANSLATED.sub("", before)) > _LONGEST_AWARD or YEAR.fullmatch(before) or _names_list(titles)
        if titles and not is_other and (award := _award(before)):
            translated = _IN_ENGLISH_TOO.match(titles) if CHINESE.search(before) else None
            if translated and section_names.is_award(translated["award"]):
                titles = titles[translated.end() :]
            person = _person_behind(award)
            return Caption({"award": award.removesuffix(person)}, person + titles)
    return Caption({})


def _person_behind(award: str) -> str:
    """The person that is named directly behind an award, or "".

    >>> _person_behind("最佳导演张三"), _person_behind("最佳导演")
    ('张三', '')
    """
    if section_names.is_section_of_award(award):
        return ""
    ends = range(2, len(award) - 1)
    found = (award[at:] for at in ends if is_of_people(award[:at]) and section_names.is_section_of_award(award[:at]))
    return next(filter(PERSON.fullmatch, found), "")


def _names_list(text: str) -> bool:
    """Whether a text behind an award says that it is the name of a list, perhaps of one year or edition."""
    return _LIST_NAME.fullmatch(YEAR.sub("", EDITION.sub("", text)).strip()) is not None


_AROUND_AWARD = chinese_pattern(f"^(?:(?:{BEFORE_AWARD})[，,]?){{1,2}}(?=.)|(?<=.)的?(?:获得者|获奖者|得主)$")
"""一等奖获得者：张三《甲》, 其中一等奖：《乙》"""
_TRANSLATED = lazy_pattern("(?<=[\u3400-\u9fff])[（(][^()（）\u3400-\u9fff]*[A-Za-z]{3}[^()（）\u3400-\u9fff]*[)）]$")
"""最佳剧本奖（Best Screenplay）"""
_NO_AWARD = chinese_pattern("[，,；;。》]|[颁领开]奖(?:典礼|礼)?$|颁出|[由被将]$|[如未]获")
"""第三届微电影节颁奖, 最佳导演奖颁出“双黄蛋”，由: no award before its titles"""
_WON_BEFORE = chinese_pattern(f"(?:^|[，,]|其中|而|此外){ATTRIBUTE}$")
"""本次大赛，荣获一等奖的短片《甲》"""
_IN_LABEL = lazy_pattern("^[★☆●◆■▲]?【(?P<name>[^【】]+)】$")
"""【最佳剧本】"""


def _award(text: str) -> str:
    """The award that the beginning of a line names, or ""."""
    text = _TRANSLATED.sub("", _IN_LABEL.sub(r"\g<name>", _AROUND_AWARD.sub("", text)))
    alone = KIND_AT_END.sub("", text)
    text = alone if alone.endswith(("奖", "獎")) else text  # 二等奖获奖短片《春》
    if _NO_AWARD.search(text):
        return ""
    bare = REMARK.sub("", text).strip()
    if award := _named(_HONOUR, bare):
        return award
    if (named := section_names.section(text)) is not None:
        is_whole = names_award_abroad(bare) and not _COUNT_IN_KOREAN.search(text)  # Bester Film (bis 10 Minuten)
        return "" if named[0] != "award" else text if is_whole else named[1]
    known = (AWARD_IN_LATIN, _BEFORE_TITLES_ONLY, japanese.PRIZE_OF_GROUP)
    is_award = section_names.is_award(bare) or any(each.fullmatch(bare) for each in known)
    return text if bare and is_award else ""


def names_shortlist(text: str) -> bool:
    """Whether a line is the caption of those that did not win: 入围影片：, 提名奖."""
    return _SHORTLISTED.match(text) is not None


_OF_WHOM = chinese_pattern("(?i)(?<=.)(?:者|人|作品|影片|名单|单位)$|(?<=.)s(?=(?:[ -]up)?$)")
"""获奖者, 提名作品, Winners, Runners-up"""
_SEVERAL = lazy_pattern("(?i)s(?:[ -]up)?$")
"""Nominees, Runners-up"""
_COMMA, _SEMICOLON = lazy_pattern(r"\s*[,，、]\s*(?:and\s+)?"), lazy_pattern(r"\s*[;；]\s*")
_MOST = 0.75
"""The share of the awards with titles that have their nominees below, where these are no award of their own."""


def of_one(name: str) -> str:
    """The word for the outcome of one of several: 提名 for 提名作品, Nominee for Nominees.

    >>> of_one("提名作品"), of_one("Nominees"), of_one("Runners-up")
    ('提名', 'Nominee', 'Runner-up')
    """
    return _OF_WHOM.sub("", name)


def outcome_and_titles(text: str) -> tuple[str, str]:
    """The word before the colon of a text that says what won or was nominated, or "", and the titles behind it.

    >>> outcome_and_titles("获奖：张三"), outcome_and_titles("春：张三")
    (('获奖', '张三'), ('', '春：张三'))
    """
    word, titles = label_and_rest(text)
    return (word, titles.strip()) if word and outcome(word) is not None else ("", text)


def below_awards(captions: Sequence[Caption]) -> frozenset[str]:
    """The words for an outcome in the captions of a text, if each is of the award above it; else none.

    Either each is directly below an award, and several awards or both outcomes are there; or most awards, none of which
    is a rank, have their titles and below these such a word.
    """
    words: set[str] = set()
    owners: set[str] = set()  # the awards above these words
    above, is_direct, are_direct = "", False, True
    awards = 0
    for caption in captions:
        award, word = caption.names.get("award", ""), outcome_and_titles(caption.titles)[0]
        is_own = outcome(award) is None
        if caption.names and is_own:
            above, is_direct = award, not caption.titles or bool(word)
            awards += bool(award)
        if word or (award and not is_own):
            words.add(word or award)
            owners.add(above)
            are_direct = are_direct and is_direct
        elif not caption.names and above not in owners:
            is_direct = False
    are_direct = are_direct and (len(owners) > 1 or len(set(map(outcome, words))) > 1)
    are_of_most = len(owners) > 1 and len(owners) >= _MOST * awards and not any(map(ends_in_prize, owners))
    return frozenset(words if "" not in owners and (are_direct or are_of_most) else ())


def each_nominated(word: str, award: str, text: str) -> list[str]:
    """The titles or people behind a word for several nominees, which semicolons separate, or commas if there are none.

    Behind a word for one, a comma may be before its maker.

    >>> each_nominated("Runners-up", "Best Film", "Fog, Sea"), each_nominated("Winner", "Best Film", "Salt, Ana Ruiz")
    (['Fog', 'Sea'], ['Salt, Ana Ruiz'])
    >>> each_nominated("提名", "最佳导演", "张三；李四"), each_nominated("Nominees", "Best Film", "Fog, Bo Ek; Sea")
    (['张三', '李四'], ['Fog, Bo Ek', 'Sea'])
    """
    are_several = _SEVERAL.search(word) is not None and not CHINESE.search(text)
    are_people = outcome(word) is False and is_of_people(award) and "《" not in text
    separator = _SEMICOLON if _SEMICOLON.search(text) else _COMMA
    return list(filter(None, parts_of(text, separator))) if are_several or are_people else [text]
