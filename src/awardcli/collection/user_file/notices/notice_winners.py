"""The results of a clause that says who or what won: each title with its own makers, or people and bodies alone."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile

from awardcli.collection.user_file.notices.marked_titles import JOINS_TITLES, other_titles, titles_and_rest
from awardcli.collection.user_file.notices.names import (
    KIND_AT_END,
    REPORTER,
    TELLS,
    is_one_body,
    names_beside,
    names_in,
    without_profession,
)
from awardcli.collection.user_file.notices.notice_sentences import NOT_WON, Clause, masked, parts_of
from awardcli.collection.user_file.notices.titles_in_line import WORK_OF, Item
from awardcli.collection.user_file.rows_set_aside import names_body
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import COMPOUND_SURNAME, PERSON, SURNAME

_COMMAS = lazy_pattern("[，,；;]+")
_JOIN = chinese_pattern("[、，,；;]|以及|[和及与]")
_LEAD = chinese_pattern(
    f"^(?:本[报刊台社网]讯?)?{REPORTER}\\s*(?=[\u3400-\u9fff]{{2}})|^(?:我[校院系县市区台社局])?(?:教师|学生)?(?=(?:{SURNAME})[\u3400-\u9fff]{{1,2}}(?:\\b|同学|[老教]师|同志|选手))|"
    "^(?:(?:以及|及其|分别由|[由及而]|[和与](?![平谐美时]))(?!\\w?$)|由于|因为|其中|此外|另外|另有|还有|同时|最终|最后|包括|获奖|(?:分别)?(?:是|为)[：:]?)+[，,、]?"
)
"""What begins a clause, before a name: 其中，由; or 本报记者"""
_MADE = (
    "拍摄|摄制|制作|创作|创排|排演|出品|报送|选送|推荐|供稿|采写|采编|撰稿|录制|执导|导演|编剧|主演|出演|指导|领衔主演|编导|编辑|主讲|撰写|合作|带来|"
    "演唱|演奏|朗诵|表演|主持|策划|改编|设计|书写|绘制|作词|作曲|词曲|[主承协举]办"
)
_MAKER_CLAUSE = chinese_pattern(f"(?:其中)?由?.+(?:{_MADE})(?:，|,|、|的|$)?")
"""由张三老师指导，"""
_MADE_BY = chinese_pattern(f"(?:联合|共同|原创|分别|并|兼)?(?:{_MADE}){{1,4}}$")
"""张三指导并拍摄"""
_TOGETHER = chinese_pattern("联合|共同|合[作著编]|携手")
"""张三、李四合作的: by both"""
_HAS_ROLES = chinese_pattern(f"(?:{_MADE})[、，,和与及]")
"""张三指导、李四拍摄的"""
_JOINS_PEOPLE = chinese_pattern("以及|[和与及、]")
_HOW_WON = chinese_pattern(
    "(?:从.{0,12}中)?(?:脱颖而出|名列前茅|不负众望|表现(?:优异|突出|出色|抢眼)|一?路?过关斩将|力压群雄|实力不凡|喜获佳绩|载誉而归)$"
)
"""张三、李四脱颖而出，获一等奖"""
_EACH_BY = chinese_pattern("(?P<who>.+?)(?:分别|各自)(?:凭借?着?|以|因)(?:其|在|出演|主演|影片|作品|自己的)*$")
"""张三和李四分别凭《甲》和《乙》"""
_ET_AL = chinese_pattern(
    "等(?:单位|同学|同志|老师|教师|作者|作家|选手|师生|团队|人|学校|[0-9]+|[两二三四五六七八九十]+|学生|导演|部门|$).*$"
)
_BY_MEANS = chinese_pattern(
    "(?:(?<=..)[则也还又])?(?:凭借?着?|以|因|用|在)(?:其|在|作品|影片|自己|参演|出演|主演|执导)*$"
)
"""张三凭借《甲》"""
_WHICH_PERSON = chinese_pattern(rf"^(?P<of>[^、]{{2,12}})的(?=(?:{SURNAME})[\u3400-\u9fff]{{1,2}}$)")
"""首度入围的张三凭《甲》"""
_TITLE_OF_PERSON = chinese_pattern(
    "(?:(?<=..)[0-9]{4}级)?(?<=..)(?<![班系院校部组][\u3400-\u9fff])"
    f"(?:学生|同学|老师|教师|同志|先生|女士|选手|{REPORTER})(?=[\u3400-\u9fff（(]|$)"
)
"""传媒学院2014级学生张三, 新华社记者张三, 张三同学; not that of 陈同学"""
_FROM = chinese_pattern("^来自(?:(?:[^的中校局院团社台厅]{2}|[^的中校局院团社台厅]{1,6}[省市县区州国])的(?=.))?")
"""来自珠海的微电影, 来自某校张三的"""
_DATE = lazy_pattern("[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:的)?$")
_GROUP = chinese_pattern(
    "(?:经[^，,《》]{0,30}[，,])?(?:其中)?[，,]?在?"
    "(?P<name>(?:(?![和与及])[\u3400-\u9fff]){1,8}?(?:(?<![小剧目制作题道访研究查趣])组别?(?![合长织员])|类别?|单元|赛道)|(?:小学|初中|高中|中学)?[低中高]年级)"
    f"(?!的)中?\\s*[：:，,]?\\s*(?=《|.{{0,40}}的[\u3400-\u9fff]{{0,6}}《|(?:{SURNAME})[\u3400-\u9fff]{{1,2}}《)"
)
"""小学组：《甲》, 小学高年级张三的作品《甲》, at the beginning of a clause"""
_ROLES = "导演|编剧|编导|主演|主创(?:人员)?|作者|演员|摄影师?|剪辑师?|制片人?|作曲|配音|[男女][主配]角?"
_ROLE = chinese_pattern(
    f"^[中里]?的(?:{_ROLES})[：:]?(?=[\u3400-\u9fff·]{{2,}})|^[中里]的(?=[\u3400-\u9fff·]{{2,}})|"
    f"^的?(?:{_ROLES})[：:]?(?=[\u3400-\u9fff]{{2,3}}(?:$|[、和]))|^的(?=[\u3400-\u9fff]{{2,3}}$)"
)
"""《甲》的编剧张三, 出演《甲》的张三"""
_NAMES_ROLE = chinese_pattern(f"[中里]?的(?:{_ROLES})")
_MESSAGE = chinese_pattern("我(?![校院系区县市省台社馆局队班])[^的]{0,6}|[看投想求请]了?|支持|推荐")
"""我最喜欢《甲》: a sentence, which names no maker"""
_ACTED_BY = chinese_pattern("^中.{0,12}的(?:扮演|饰演)者")
"""《甲》中小李的扮演者张三"""
_PERSON = chinese_pattern(
    rf"[\u3400-\u9fff]{{2,3}}|(?:{COMPOUND_SURNAME})[\u3400-\u9fff]{{1,2}}|"
    "[\u3400-\u9fff]{1,8}·[\u3400-\u9fff·]{1,12}|[A-Z][A-Za-z .'’-]+"
)
_NOBODY = chinese_pattern(
    "[一两二三四五六七八九十]+[部件个篇首]|作品|影片|剧组|本片|该片|[他她它其]们?|一举|从中|等.*|最终|凭.*|以.|中的.|这.|分别|两[部名位].?|.+[名位]|曾经|已经|首次|再次|成功|"
    f"{NOT_WON}"
)
_COUNT_OF_WORKS = chinese_pattern(
    "(?:[0-9]+|[两二三四五六七八九十百]+)(?:多|余)?[部件个篇幅首项]|作品$|影片$|短片$|^(?:本|该|此)片|^[他她它]们?$|有.*(?:作品|人|名)$"
)
"""5部作品荣获优秀奖 names none."""
_NUMBER_OF_PEOPLE = chinese_pattern(
    "(?:^|(?<=..))(?:[0-9]+|[两二三四五六七八九十]+)[名位个](?:同学|老师|人|选手|学生)?$"
)
_NUMBER_WON = chinese_pattern("等(?:[0-9]+|[一两二三四五六七八九十]+)[名位人个家][\u3400-\u9fff]{0,10}$")
"""张三等10位青年摄影人"""
_OF_PLACE = chinese_pattern("^(?:来自)?[^的、]{2,6}[省市县区州旗]的(?=.)")
_FROM_BODY = chinese_pattern("^来自(?P<body>[^的、]{2,16})的(?=..)")
"""来自某校的张三"""
_BY_ACTING = chinese_pattern("(?<=..)(?:凭借?着?|因|以)(?:在.*)?(?:饰演|扮演|出演|主演|演唱|执导).*$")
"""张三凭饰演李四"""
_OCCASION = chinese_pattern("在.{1,20}[中上里]$")
"""我校在大赛中"""
_GOES_ON = chinese_pattern("并(?!州)|且|还|也|同时|从而|[进因继]而")
_RANK = chinese_pattern("[特一二三四]等奖$")
_ODD = chinese_pattern(
    "[\u3400-\u9fff]{1,3}[画舞曲戏]|[\u3400-\u9fff]{9,}|(?:作者|编[辑导]|责编|记者|通讯员|摄像|播音).{3,}|.+的.+|.*[“”].*|.+[组类]..+"
)
_PERSON_AT_END = chinese_pattern(rf"(?:{SURNAME})[\u3400-\u9fff]{{1,2}}$")
_LONGEST_WINNER = 60


def winners_of(clause: Clause, title_marks: re.Pattern[str] | None) -> list[Item]:
    """The results of a clause, with an award that is "" where it is not understood.

    None where nobody is named, or where several works share several awards, so that each may have won any of them.
    """
    group = _GROUP.match(clause.winners)
    if group:
        found = winners_of(clause._replace(winners=clause.winners[group.end() :]), title_marks)
        return [item._replace(said={"category": group["name"], **item.said}) for item in found]
    spans = list(title_marks.finditer(clause.winners)) if title_marks else []
    found = _titles(clause, spans) if spans else _in_quotes(clause) or _people(clause)
    awards = clause.awards
    if not (spans or awards):
        return []
    if clause.is_respective and len(awards) == len(found) > 1:
        return [_won(item, award) for item, award in zip(found, awards, strict=True)]
    if clause.is_respective and not spans and min(len(awards), len(found)) > 1:
        return []  # 张三、李四、王五分获一、二等奖
    if not spans and len(found) > 1:
        found = [Item(who="、".join(item.who for item in found))]
    ranks = [rank[0] for rank in map(_RANK.search, awards) if rank]
    has_ranks = len(ranks) > 1
    if len(ranks) == len(awards) > len({*ranks}):  # 声乐类、器乐类一等奖: which group each is of, is not said
        return [_won(item, ranks[0]) for item in found] if len({*ranks}) == 1 else []
    if len(awards) > 1 and (len(found) > 1 or has_ranks):
        return []
    return [_won(item, award) for item in found for award in awards or ("",)]


def _won(item: Item, award: str) -> Item:
    return item._replace(said={**item.said, "award": award})


def counts_works(clause: Clause) -> bool:
    """Whether a clause only says how many works won: 5部作品荣获优秀奖."""
    return _COUNT_OF_WORKS.search(_HOW_WON.sub("", clause.winners.strip("，, "))) is not None


# Titles and those who made them


def _titles(clause: Clause, spans: Sequence[re.Match[str]]) -> list[Item]:
    titles, between = titles_and_rest(clause.winners, spans)
    others, between = other_titles(titles, between)
    if (each := _EACH_BY.fullmatch(between[0])) and not between[-1].strip():
        people = _people_of(each["who"], is_in_list=True)
        pairs = zip(titles, others, people, strict=True) if len(people) == len(titles) else ()
        return [Item(title, other, who) for title, other, who in pairs]
    before = [_nearest(between[0]), *[""] * (len(titles) - 1)]
    behind = [""] * (len(titles) - 1) + [between[-1]]
    for at, words in enumerate(between[1:-1]):
        if JOINS_TITLES.fullmatch(KIND_AT_END.sub("", words) if clause.is_respective else words):
            is_list = not any(sign in words for sign in "，,；;")
            before[at + 1] = before[at] if is_list and not behind[at] else ""
        else:
            behind[at], before[at + 1] = _parted(words)
    crew = _behind(behind[-1])[0] if not any(behind[:-1]) else []
    are_each = clause.is_respective and _are_alike([[name] for name in crew], len(titles))
    crew = crew if are_each or _NAMES_ROLE.match(behind[-1]) else []
    makers = _of_each(before, is_respective=clause.is_respective)
    found = []
    for at, (title, other, ahead, after) in enumerate(zip(titles, others, makers, behind, strict=True)):
        names, said = _behind(after)
        names = ([crew[at]] if len(crew) == len(titles) else crew) or names  # 《甲》、《乙》的摄影张三、李四
        who = list(dict.fromkeys([*ahead, *names]))
        found.append(Item(title=title, other=other, who="、".join(who), said={**_group_in(before[at]), **said}))
    return found


def _group_in(words: str) -> dict[str, str]:
    """The group that the words before a title name with their only maker: 小学组张三的, 张三（高中组）的."""
    said = names_beside(WORK_OF.sub("", words))[1] if "组" in words or "組" in words else {}
    return {"category": said["category"]} if "category" in said and not _JOIN.search(words) else {}


def _nearest(words: str) -> str:
    """The words directly before a title, with the clauses before them that name a maker: 由张三指导，李四拍摄的"""
    plain = masked(words)
    colon = max(plain.rfind(sign) for sign in "：:")
    cuts = [found.end() for found in re.finditer("[，,；;]", plain) if found.end() - 1 > colon]
    begins = [colon + 1, *cuts]
    parts = [words[b:e] for b, e in zip(begins, [*cuts, len(words)], strict=True)]
    first = len(parts) - 1
    while first and _MAKER_CLAUSE.fullmatch(parts[first - 1]):
        first -= 1
    return "".join(parts[first:])


def _parted(words: str) -> tuple[str, str]:
    """The words between two titles, parted into those that belong to the first and to the second."""
    plain = masked(words)
    joins = list(_JOIN.finditer(plain))
    if not joins:
        return ("", words) if WORK_OF.search(words) else (words, "")
    if not plain[: joins[0].start()].strip():
        return "", words
    if not plain[joins[-1].end() :].strip():
        at = joins[-1].start()
        return (words[:at] if at > 1 else words), ""
    return words[: joins[0].start()], words[joins[0].end() :]


def _of_each(before: Sequence[str], *, is_respective: bool) -> list[list[str]]:
    """Who made each title, by the words before it: if respectively, 张三、李四的《甲》《乙》 by one each."""
    makers: list[list[str]] = []
    for words, places in groupby(before):
        units, number = _makers(words), len(list(places))
        are_parted = is_respective and _are_alike(units, number)
        are_parted = are_parted and not (_TOGETHER.search(words) or _HAS_ROLES.search(words))
        makers += units if are_parted else [[name for names in units for name in names]] * number
    return makers


def _are_alike(makers: Sequence[Sequence[str]], number: int) -> bool:
    """Whether makers are as many as titles, and all people or all bodies, so that each may have made its own."""
    forms = {(len(names), names_body(names[0])) for names in makers}
    return len(makers) == number > 1 and len(forms) == 1


def is_doubtful(clause: Clause, items: Sequence[Item]) -> bool:
    """Whether it is open who made which of the works that won respectively, or a maker may be more than a name."""
    is_open = clause.is_respective and not _TOGETHER.search(clause.winners)
    shared = (this.who.split("、") for this, other in pairwise(items) if this.who == other.who and this.title)
    is_shared = is_open and any(max(Counter(map(names_body, names)).values()) > 1 for names in shared)
    return is_shared or any(_is_odd(name) for item in items for name in item.who.split("、"))


def _is_odd(name: str) -> bool:
    """Whether what is read as a maker may be more than a name: 为家乡人民写下动人篇章的李四, 作者某某编辑某某."""
    if TELLS.match(name):
        return True
    return _ODD.fullmatch(name) is not None and not names_body(name) and not names_body(_PERSON_AT_END.sub("", name))


def _makers(words: str) -> list[list[str]]:
    """The makers that the words before a title list, each with where they are from: 张三（一中）、李四（二中）的"""
    makers: list[list[str]] = []
    if _MESSAGE.fullmatch(words.strip()):
        return []
    for clause in re.split("[，,]", _FROM.sub("", words.strip())):
        for part in _LEAD.sub("", clause.strip("、 \u3000")).split("、"):
            name = _LEAD.sub("", part.strip())
            if (winner := _BY_MEANS.sub("", name)) != name:
                name = _WHICH_PERSON.sub(lambda of: f"{of['of']}、" if names_body(of["of"]) else "", winner)
            name = _BY_MEANS.sub("", KIND_AT_END.sub("", WORK_OF.sub("", _ET_AL.sub("", name))))
            name = _NUMBER_OF_PEOPLE.sub("", KIND_AT_END.sub("", _DATE.sub("", _ET_AL.sub("", _MADE_BY.sub("", name)))))
            if TELLS.match(name) and not (names_body(name) or name.endswith(("室", "队", "隊", "组", "組"))):
                break
            makers += [names_beside(_TITLE_OF_PERSON.sub("、", one))[0] for one in _people_of(name)]
    return list(filter(None, makers))


def _behind(words: str) -> tuple[list[str], dict[str, str]]:
    """Who made a title, or won for it, by the words behind it: （某局）, 张三"""
    first, *others = parts_of(words.strip().removeprefix("分别").removeprefix("分別"), _COMMAS)
    by = _MADE_BY.sub("", first.removeprefix("由")) if first.startswith("由") else first  # 由某公司拍摄
    found, said = names_beside(_ROLE.sub("", _ACTED_BY.sub("", by)))
    if first[:1] not in ("（", "(") and not _NAMES_ROLE.match(first):
        found = list(filter(_is_maker, found))
    return found + [_ROLE.sub("", words) for words in others if _ROLE.match(words)], said


def _is_maker(name: str) -> bool:
    """Whether a word behind a title is a person or a body; 两部 and 脱颖而出 are none."""
    return _NOBODY.fullmatch(name) is None and (is_one_body(name) or _PERSON.fullmatch(name) is not None)


# People and bodies alone


def _people_of(words: str, *, is_in_list: bool = False) -> list[str]:
    """The people and bodies that words name: parted at 和 and 与 only where a name is on both sides.

    Behind other names, one with a rare surname may be the last.

    >>> _people_of("张和平和李四"), _people_of("与时俱进工作室"), _people_of("张三、某剧团与李四")
    (['张和平', '李四'], ['与时俱进工作室'], ['张三', '某剧团', '李四'])
    """
    for join in _JOINS_PEOPLE.finditer(words):
        first, others = words[: join.start()], _people_of(words[join.end() :])
        if _is_name(first) and (all(map(_is_name, others)) or (is_in_list and _PERSON.fullmatch("".join(others)))):
            return [first, *others]
    return [words]


def _is_name(words: str) -> bool:
    bare = without_profession(_TITLE_OF_PERSON.sub("", words))
    return names_body(bare) or PERSON.fullmatch(bare) is not None or ("·" in bare and len(bare) > 3)


def _in_quotes(clause: Clause) -> list[Item]:
    """The work in quotation marks that wins alone: “甲”等5项成果."""
    found = _WORK_IN_QUOTES.fullmatch(clause.winners)
    return [Item(title=found["title"])] if found and clause.awards else []


_WORK_IN_QUOTES = chinese_pattern(
    "(?:其中|此外)?[，,]?(?:项目|成果|作品)?[“「](?P<title>[^“”「」]{2,})[”」]"
    "(?:等[0-9一二三四五六七八九十百]+[项个部件篇].*|项目|一文)?"
)


def _groups_of_people(winners: str) -> list[str]:
    """The words behind the last comma, and the groups directly before it that are nothing but names of people.

    >>> _groups_of_people("昨日，张三、李四，王五"), _groups_of_people("评委张三，王五")
    (['张三、李四', '王五'], ['王五'])
    """
    *before, last = parts_of(parts_of(winners, _COLON)[-1], _COMMA)
    others = takewhile(lambda words: all(map(PERSON.fullmatch, _JOINS_PEOPLE.split(words))), reversed(before))
    return [*reversed(list(others)), last]


_COLON, _COMMA = lazy_pattern("[：:；;]"), lazy_pattern("[，,]")


def _people(clause: Clause) -> list[Item]:
    """Who won where no title is named; nobody where the words are of a number of works."""
    winners = clause.winners.rstrip("，, ")
    groups = _groups_of_people(winners)
    if clause.is_respective and len(groups) == len(clause.awards) > 1:
        found = [_people(clause._replace(winners=group, is_respective=False)) for group in groups]
        return [Item(who="、".join(item.who for item in items)) for items in found]
    words = _LEAD.sub("", "、".join(groups))
    if _GOES_ON.match(words) and not all(map(_is_name, _people_of(words))):
        return []  # 并破格获得一等奖
    if winners != clause.winners and not (_HOW_WON.search(words) or all(map(_is_name, _people_of(words)))):
        return []  # 经过激烈角逐，荣获一等奖
    words = _NUMBER_OF_PEOPLE.sub("", _OCCASION.sub("", _HOW_WON.sub("", words)))
    words = _FROM_BODY.sub(lambda found: f"{found['body']}、" if names_body(found["body"]) else found[0], words)
    words = _BY_ACTING.sub("", _NUMBER_WON.sub("", words))
    if not words or len(words) > _LONGEST_WINNER or _COUNT_OF_WORKS.search(words):
        return []
    parts = names_in(words) if not clause.is_respective else re.split("[、和与與及]", words)
    bare = [
        _TITLE_OF_PERSON.sub("", _OF_PLACE.sub("", one.strip()))
        for part in parts
        for one in _people_of(part, is_in_list=len(parts) > 1)
    ]
    names = [name for part in bare for name in names_beside(part)[0] or ([part] if names_body(part) else [])]
    return [Item(who=name) for name in names]
