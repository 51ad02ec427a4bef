"""Several awards in one line of a notice, each with its titles behind it: 一等奖：《甲》；二等奖《乙》、李四《丙》."""

import re
from collections.abc import Iterable, Sequence

from awardcli.collection.user_file import section_names
from awardcli.collection.user_file.notices.labels import is_of_no_award
from awardcli.collection.user_file.notices.names import LEADER
from awardcli.collection.user_file.notices.notice_sentences import BRACKETED_END, LONGEST_PARAGRAPH, cut, masked
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.language.awards import RANK
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import PERSON, SURNAME

_HAS_LEADER, _LEADER_AT_END = lazy_pattern(LEADER), lazy_pattern(f"{LEADER}$")
BEFORE_AWARD = (
    "(?:其中|此外|另外|同时|[获得]奖作品)?[，,]?(?:[还也又]?(?:包含|包括|有)了?|还)|"
    "以及|[及和与而](?=[特一二三四最金银铜优])|(?:其中|此外|另外)[，,]?"
)
"""What leads to an award and is no part of it: 此外还有最佳导演奖《乙》和最佳摄影奖《丁》"""
_IS_HEAD = (
    r"(?P<head>(?!荣?[获得]|[夺摘捧]|被)(?:[^，,；;。、：:《》\s【】]{2,20}|【[^，,；;。、：:《》\s【】]{2,20}】))\s*"
)
ATTRIBUTE = (
    "(?:荣?获得?|[摘夺斩]得?获?)(?P<award>[^，,；;。、：:《》\\s]{2,20}?奖)(?:的|获奖)[^，,；;。、：:《》\\s]{0,8}"
)
"""荣获一等奖的短片《甲》"""
_HEAD = chinese_pattern(
    rf"(?<![^，,；;。、：:！!\s】])(?:其中|而|此外)?(?P<won>{ATTRIBUTE})(?=《)|"
    rf"(?:(?<![^，,；;。、：:！!\s】])|(?<=[》）])(?=以及|[及和与]))(?:{BEFORE_AWARD}){{0,2}}{_IS_HEAD}(?:[：:]|(?=《))|"
    rf"(?<=[》）)])(?![（(]){_IS_HEAD.replace('head', 'close')}[：:]|"
    rf"(?<![\s，,；;。、：:！!组类第佳])(?<!单元)(?P<rank>{RANK}(?:[（(][^（()）]*[)）]|[0-9]{{1,3}}[名个部件篇])?)[：:]"
)
"""What may be an award before its titles: 一等奖：, 最佳导演张三《; with a colon also where nothing is before it."""
_MAY_NAME_AWARD = chinese_pattern("[获评奖]|最佳")
_HEAD_WITHOUT_COLON = chinese_pattern(r"(?<=[》）)])(?P<head>[^，,；;。、：:《》\s]{2,20})(?=《)")


def lists_of_awards(text: str) -> list[str]:
    """The parts of a line in which several awards each have their titles behind them; else the whole text.

    >>> lists_of_awards("获奖名单：一等奖《甲》；二等奖《乙》、《丙》。")
    ['获奖名单：', '一等奖《甲》；', '二等奖《乙》、《丙》。']
    >>> lists_of_awards("金奖：《甲》银奖：《乙》《丙》"), lists_of_awards("《甲》金奖《乙》银奖")
    (['金奖：《甲》', '银奖：《乙》《丙》'], ['《甲》金奖《乙》银奖'])
    >>> lists_of_awards("【散文】一等奖：《甲》")
    ['【散文】', '一等奖：《甲》']
    """
    if len(text) > LONGEST_PARAGRAPH or _MAY_NAME_AWARD.search(text) is None:
        return [text]
    plain = masked(text)
    begins = _begins_of_awards(text, _HEAD.finditer(plain))
    if begins and not text[: begins[0]].strip() and text.rstrip().endswith(("》", "）", ")", "。")):
        begins += _begins_of_awards(text, _HEAD_WITHOUT_COLON.finditer(plain))  # 金奖《甲》银奖《乙》
    if others := _begins_beside_awards(text, plain, begins):
        return [part.rstrip("；; ") for part in cut(text, [0, *begins, *others, len(text)])]
    before = plain[begins[0] - 1 : begins[0]] if begins else ""
    is_behind_title = before == "】" or (len(begins) == 1 and before == "》" and "《" in plain[begins[0] :])
    return cut(text, [0, *begins, len(text)]) if len(begins) > 1 or is_behind_title else [text]


_PART = lazy_pattern(r"(?<=[；;])\s*(?P<label>[^；;：:，,。、\s_]{2,8})[：:]")


def _begins_beside_awards(text: str, plain: str, awards: Sequence[int]) -> list[int]:
    """Where parts behind semicolons begin whose labels are unknown, among more awards: 首奖：甲；优等：乙；佳作：丙"""
    begins = [found.start("label") for found in _PART.finditer(plain)]
    others = [begin for begin in begins if begin not in awards]
    are_awards = len(others) < len(awards) and not any(_may_be_other(re.split("[：:]", text[at:])[0]) for at in others)
    return others if are_awards else []


def _may_be_other(label: str) -> bool:
    """Whether a label may be no award, but of a note or a title: who it is by, or what it is."""
    is_maker = PERSON.fullmatch(label) is not None or names_body(label)
    return is_maker or is_of_no_award(label) or section_names.names_group(label)


def _begins_of_awards(text: str, heads: Iterable[re.Match[str]]) -> list[int]:
    """Where heads begin that name awards, with what leads to them, or else with the last of the people before them."""
    begins = []
    for found in heads:
        name = BRACKETED_END.sub("", found.groupdict().get("award") or found[found.lastgroup or 0])
        person = (
            _PERSON_BEFORE_RANK.match(name) if text[found.start() - 1 : found.start()] in ("、", "：", ":") else None
        )
        name = _LEADER_AT_END.sub("", name)
        if section_names.is_award(name) and not _HAS_LEADER.search(name):
            begins.append(found.start() + (person.end() if person else 0))
    return begins


_PERSON_BEFORE_RANK = chinese_pattern(rf"(?:{SURNAME})[\u3400-\u9fff]{{1,2}}(?<![组类])(?={RANK})")
"""张三、李四二等奖："""
