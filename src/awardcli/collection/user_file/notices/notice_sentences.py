"""The clauses of a sentence in which works and people win: who won, and which awards.

    经评选，《甲》（某局）、李四的《乙》分获一、二等奖，王五荣获“最佳导演”；特别奖由《丙》摘得。
            |  winners         | won |  awards  |    |won|  awards  |

A clause ends with the award that it names, so that none takes the award of another one. What is within the marks of a
title, quotation marks or brackets is masked: its words and commas belong to no clause.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from awardcli.collection.user_file import section_names
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern

_ENCLOSED = lazy_pattern('《[^《》]+》|『[^『』]+』|〈[^〈〉]+〉|「[^「」]+」|“[^“”]+”|"[^"]+"|[（(][^()（）]+[)）]')
_BEFORE_THAT = chinese_pattern("继[^，,；;。《》]{2,40}后[，,]")
"""继日前荣获某奖后，: what a title had won before"""
_TITLE = lazy_pattern('[《『〈「“"]')
_WON = (
    "(?:(?:分别|依次|相应|相继|陆续|共同|同时|一举|最终|随后|成功|顺利|首次|再[次度]|[由因据为借]此|当场|一并|双双|先后|全部|均|共|并|还|也|又|曾|则|都|再){0,5}"
    "(?:[荣喜斩摘捧揽同共分收]获得?|获评(?![委审论])为?|获[颁封]|获授予?|荣膺|摘(?:[得取下]|(?=[金银铜]))|夺[得取下]|[勇连]夺|捧[得回]|横扫|囊括|包揽|独揽|抱走|拿下|赢得|问鼎|"
    "被[^，,；;。《》]{0,8}?评(?:选)?为|评(?:选)?为|被授予|当选为?|并列|成为(?=[^，,；;。]{0,12}[影视][帝后])|获得?)(?![奖者]|单位))"
)
_STRONG = chinese_pattern(
    '[荣喜斩摘捧揽分]获|[获被]评|评为|荣膺|勇夺|[摘夺]得|捧|授|奖(?![金励杯状学])|[“"「『]|最[佳受具美]|称号|冠军'
)
"""What says that a clause names an award, though one that is not understood: 荣获第三, 获多项大奖"""
NOT_WON = "没有?|未能?|不曾|无缘|应该|理应|有望|可能|希望|期待|如果|争取|能否"
_NOT_WON = chinese_pattern(f"(?:{NOT_WON})$")
"""没有获得最佳影片奖: not a claim that it won"""
_NAMING = chinese_pattern("评|当选|授")
"""A verb behind which any short name is an award: 被评为年度好书"""
_END = rf"(?=\s*(?:[，,；;。！!]|$|、[^，,；;。]{{0,40}}?(?:《|{_WON})|\s《))"
_LISTED = (
    rf"(?=由|[^，,；;。]*《)(?:(?!{_WON}|奖|[该此本]片|讲述|根据|改编)[^；;。])*》(?:[（(]_*[)）])?(?=、?[，,；;。]|$)"
    rf"(?!、?[，,](?:(?!{_WON})[^；;。])*》{_WON})"
)
"""Titles and those who made them, of which commas are part: 张三的《甲》，由李四执导，王五主演的《乙》"""
_NAMED_WITH_WORKS = (
    r"(?P<count>(?<![》等0-9])[0-9两一二三四五六七八九十]+[个项部件篇首幅]\w{0,8}?)?"
    r"(?:获评(?![委审论])为?|被?评为|荣?获得?)(?P<named>[^，,；;。：:《》]{1,30}?)"
    r"(?:(?:的(?:\w{0,3}(?:作品|影片|短片|项目|节目))?(?:分别|还|另|也)?(?:[有是为]|包括)|[，,：:](?:它们|他们)?分别[有是为])[：:]?"
    rf"(?P<these>(?<=[：:]){_LISTED}(?:[；;]\s*{_LISTED})+|{_LISTED}|(?![：:]?由[^，,；;。《]*[，,])[^，,；;。]{{2,}})|"
    rf"(?(count)[，,：:]是?(?P<counted>{_LISTED})|(?!)))"
)
"""获一等奖的作品有《甲》, 5部作品获一等奖：《甲》"""
_TAKEN = "将(?P<taken>[^，,；;。：:《》]{2,80}?)(?:收入囊中|[揽纳]入囊中|揽入怀中)"
_WON_WITH_AWARD = rf"(?P<won>{_WON})(?P<object>[^，,；;。！!：:《》]{{1,60}}?){_END}"
"""获一等奖"""
_GIVEN = (
    r"(?:授予|追授|颁授)(?P<whom>[^，,；;。：:《》“”「」]{1,40}?(?:同志|教授|院士|先生|女士|老师|同学|[局厅院校所台团社]|公司|中心|[大中小]学)|"
    r"[^，,；;。！：:《》“”「」]{0,12}(?:[《“「]_+[》”」](?:[（(]_*[)）])?[、和与及]?)+)"
    r"(?:等[0-9一二三四五六七八九十百]*[项个部篇件名位](?:成果|项目|作品|影片|节目|\w{0,2}人|\w{0,2}同志)?)?"
    r"(?P<prize>[^，,；;。！：:《》“”「」]{0,24}?(?:奖|称号)|[^，,；;。！：:《》“”「」]{0,8}[“「]_+[”」](?:荣誉)?(?:称号|奖)?)"
    "(?=[，,；;。！]|$)"
)
"""授予《甲》等3项成果一等奖"""
_GIVEN_OUT = (
    r"(?P<shown>[^，,；;。：:《》]{0,24}?(?:奖|[”」]))(?:在[^，,；;。：:《》]{2,12})?(?:正式)?(?:颁出|揭晓|公布)[：:，,]"
    r"(?P<those>(?:(?!获|奖|公布)[^；;。])*?》)(?:等\w{0,6})?(?:获奖|榜上有名|获此殊荣)(?=[，,；;。]|$)"
)
"""某某奖颁出：张三的《甲》、李四的《乙》获奖"""
_AWARD_WITH_WINNER = (
    r"(?P<first>(?:(?!被|获|评为)[^，,；;。！!：:《》由]){0,24}?"
    r"(?:奖|称号|军|[影视][帝后](?:桂冠|宝座)?|[“「]_+[”」]|最[佳受具][^，,；;。！!：:《》由]{1,12}?))(?:分别|共同|则|也|还)*"
    r"(?:[由被](?P<by>[^，,；;。]{1,60}?)(?:获得?|斩获|[摘夺捧][得取走下]|拿[下走]|揽获|赢得|抱走|收获|[分共]享|平分|包揽|收入囊中)|"
    r"(?:花落|授予|颁[给予授]|颁发给|归)了?(?P<to>[^，,；;。：:获]{2,60})|"
    r"(?:的?得主|获得者)?(?:[为是])(?P<is>[^，,；;。：:获]{2,60}))(?=[，,；;。]|$)"
)
"""一等奖由《甲》获得, 花落《甲》, 为《甲》"""
_CLAIM = chinese_pattern(f"{_NAMED_WITH_WORKS}|{_TAKEN}|{_WON_WITH_AWARD}|{_GIVEN}|{_GIVEN_OUT}|{_AWARD_WITH_WINNER}")
_WINNER_ALONE = lazy_pattern("(?=.*《)|[\u3400-\u9fff·]{2,4}$")
"""What 最佳导演为 is followed by: a title, or a person; not 大奖是由某局主办的活动"""
LONGEST_PARAGRAPH = 5000
"""Characters of a paragraph in which clauses are looked for."""
_STOP = lazy_pattern("[，,；;。！!]+")
_RESPECTIVELY = chinese_pattern("分别|分获|依次")
_BESIDE_AWARD = chinese_pattern(
    "^(?:[了过]|本[届次]|此次|该|大[赛展]的|其中|此外|另外|唯一的?(?:一[个项])?的?|而|第[0-9一二三四五六七八九十]+届(?=[“「][^”」]+[”」]$))+|(?:的?好?成绩|的?殊荣|的?荣誉|奖杯|奖牌|桂冠|宝座|头衔|(?<!第)各?一[项个名]|[两二三四五六七八九十0-9]+[个大]?[个项](?:大?奖项?|殊荣|荣誉)|表彰|奖励)$"
)
"""本届特别奖, 一等奖的好成绩"""
_ENUMERATED = chinese_pattern(r"[特一二三四](?:[、和及与]?[一二三四])+等奖|[金银铜](?:[、和及与]?[金银铜])+奖")
"""一、二、三等奖"""
_BOTH = chinese_pattern("(最佳)男[、和]?女(主角|配角|演员)(奖?)")
"""最佳男、女演员"""
_BOTH_OF_ACTING = chinese_pattern("([影视]帝)([影视]后)")
_AND = chinese_pattern("、|[和及与]|以及")
_SEVERAL = chinese_pattern(
    r"^(?:多|各|数|若干|[0-9]+|[两二三四五六七八九十]+)[大类个项]|(?<![第十百0-9])[0-9两二三四五六七八九十]+\s*[个项名部篇件幅首]$|"
    "之一$|^奖项?$|^大奖项$"
)
"""多项大奖, 一等奖2项: no award of one work"""
_BEST = lazy_pattern("(?:年度)?最[佳受具美].{1,12}")
_OF_ACTING = chinese_pattern("(?:.{0,16}(?:新科|双料|[节奖]))?(?P<name>[影视][帝后])(?:桂冠|宝座|头衔|称号)?")
"""某某电影节新科影帝"""
_OF_GROUPS = chinese_pattern(
    r"(?P<groups>[^、和与及]{1,8}(?:组|类|单元)(?:[、和与及][^、和与及]{1,8}(?:组|类|单元))+)的?(?P<award>[^、和与及]+奖)"
)
"""小学组和中学组的一等奖"""
_COUNTED = chinese_pattern("[0-9]{1,3}[名个项部件篇].*奖")
_QUOTED = lazy_pattern('[“"「『](?P<name>[^“”"「」『』]{2,30})[”"」』](?P<tail>[^“”"「」『』]{0,14})')
_ENDS_QUOTED = lazy_pattern('.[“"「『](?P<name>[^“”"「」『』]{2,30})[”"」』]$')
_CERTIFICATE = chinese_pattern('证[书明][”」』"]?$')
_NAMED_SO = chinese_pattern(r"\w{0,14}?(?:奖|称号|赏)")


class Clause(NamedTuple):
    """Who or what won, with the words beside it, and the awards: none where they are not understood."""

    winners: str
    awards: tuple[str, ...]
    is_respective: bool = False
    """Whether each winner has its own award, and each title its own maker: 张三、李四的《甲》《乙》分获一、二等奖."""


class _Claim(NamedTuple):
    """A verb with its award, at a place of a text."""

    begin: int
    end: int
    winners: tuple[int, int] | None
    """Where the winners are, if behind the award."""
    awards: tuple[str, ...]


def masked(text: str) -> str:
    """A text of the same length without what is within marks, quotation marks and brackets.

    >>> masked("《甲，乙》获“最佳影片”奖")
    '《___》获“____”奖'
    """
    plain = _ENCLOSED.sub(lambda found: f"{found[0][0]}{'_' * (len(found[0]) - 2)}{found[0][-1]}", text)
    return _BEFORE_THAT.sub(lambda found: "_" * len(found[0]), plain)


def parts_of(text: str, separator: re.Pattern[str]) -> list[str]:
    """The parts of a text between separators, but for those within marks, quotation marks and brackets.

    >>> parts_of("《甲，乙》，丙（丁，戊）", re.compile("，"))
    ['《甲，乙》', '丙（丁，戊）']
    """
    spans = [found.span() for found in separator.finditer(masked(text))]
    begins, ends = [0, *(end for _, end in spans)], [*(begin for begin, _ in spans), len(text)]
    return [text[begin:end].strip() for begin, end in zip(begins, ends, strict=True)]


def has_claim(text: str) -> bool:
    """Whether a text says that something won an award."""
    return _may_claim(text) and bool(_claims(text))


def clauses(text: str) -> list[str]:
    """The clauses of a text that says what won several awards, or that a title won one; else the whole text.

    >>> clauses("经评选，《甲》获一等奖，某校获组织奖。")
    ['经评选，《甲》获一等奖，', '某校获组织奖。']
    """
    if not _may_claim(text):
        return [text]
    plain = masked(text)
    found = _claims(text)
    ends = [stop.end() for stop in _STOP.finditer(plain) if stop[0][-1] not in "，,"]
    ends = [end for end in ends if not any(claim.begin < end < claim.end for claim in found)]
    ends += [_begin_of_next(plain, claim.end) for claim in found]
    cuts = sorted({0, len(text), *(end for end in ends if not any(_goes_on(plain, end, claim) for claim in found))})
    has_title = any(_TITLE.search(text[max(cut for cut in cuts if cut <= each.begin) : each.end]) for each in found)
    return cut(text, cuts) if (has_title or sum(bool(each.awards) for each in found) > 1) and found else [text]


def cut(text: str, places: Iterable[int]) -> list[str]:
    """The parts of a text between places, without those that are blank."""
    return list(filter(None, (text[begin:end].strip() for begin, end in pairwise(sorted({*places})))))


def _begin_of_next(plain: str, end: int) -> int:
    sign = re.match(r"\s*[，,；;。！!、]*\s*", plain[end:])
    return end + (sign.end() if sign else 0)


def _goes_on(plain: str, end: int, claim: _Claim) -> bool:
    """Whether a claim at the end of a clause has no winner of its own: 《甲》获一等奖，并获最佳导演奖."""
    return claim.begin == end > 0 and claim.winners is None and plain[end - 1 : end] in ("，", ",", "、")


def clause_of(text: str) -> Clause | None:
    """What a clause says: who won, and the awards; None where it does not end with them.

    >>> clause_of("其中，《甲》《乙》分获一、二等奖。")
    Clause(winners='其中，《甲》《乙》', awards=('一等奖', '二等奖'), is_respective=True)
    >>> clause_of("《甲》获好评")
    """
    found = _claims(text) if _may_claim(text) else ()
    if not found or text[found[-1].end :].strip("，,；;。！!、 \u3000"):
        return None
    first = found[0]
    begin, end = first.winners or (0, first.begin)
    makers = _LABELLED.search(text[end:]) if first.winners is None else None  # 《甲》获一等奖（作者：张三）
    winners = text[begin:end].strip() + (makers[0] if makers else "")
    awards = tuple(award for claim in found for award in claim.awards) if all(each.awards for each in found) else ()
    return Clause(winners, awards, _RESPECTIVELY.search(masked(text)) is not None)


BRACKETED_END = lazy_pattern(r"(?<=.)[（(][^()（）]*[)）]$")
_LABELLED = lazy_pattern(r"[（(][^()（）]*[：:][^()（）]*[)）]\W*$")


def _may_claim(text: str) -> bool:
    """Whether a text has a character of each way to say that something won: the pattern takes long to compile."""
    return len(text) <= LONGEST_PARAGRAPH and _WORDS_OF_CLAIMS.search(text) is not None


_WORDS_OF_CLAIMS = chinese_pattern(
    "获(?!奖|得者)|奖[由被]|[评膺捧授颁摘夺赢拿勇问归落为是揽]|横扫|囊括|抱走|当选|并列|成为|囊中|怀中|揭晓|公布"
)


@lru_cache(1 << 8)  # it is asked several times of a line
def _claims(text: str) -> tuple[_Claim, ...]:
    """The claims of a text, in their order."""
    return tuple(_found_claims(text))


def _found_claims(text: str) -> Iterator[_Claim]:
    for found in _CLAIM.finditer(masked(text)):
        if found["taken"]:  # whose brackets may say who won each
            taken = text[slice(*found.span("taken"))]
            yield _Claim(found.start(), found.end(), None, () if re.search("[（(]", taken) else _awards(taken, ""))
            continue
        if found["won"] is None:
            winners = next(name for name in ("by", "to", "is", "these", "counted", "whom", "those") if found[name])
            award = next(name for name in ("named", "prize", "shown", "first") if found[name])
            named = _awards(text[slice(*found.span(award))], "")
            is_alone = _WINNER_ALONE.match(text[slice(*found.span(winners))]) and not _QUOTED.fullmatch(found[award])
            if named and (winners != "is" or is_alone):
                yield _Claim(found.start(), found.end(), found.span(winners), named)
            continue
        words = text[slice(*found.span("object"))]
        named = _awards(words, found["won"])
        if _NOT_WON.search(text[: found.start()]):
            named = ()
        if named or (_STRONG.search(found[0]) and not _CERTIFICATE.search(words)):
            yield _Claim(found.start(), found.end(), None, named)


def _awards(words: str, verb: str) -> tuple[str, ...]:
    """The awards that the words behind a verb name; none where one of them is not understood."""
    bare = _BESIDE_AWARD.sub("", BRACKETED_END.sub("", words.strip(" \u3000、.")))
    bare = _BOTH.sub(r"\1男\2\3、\1女\2\3", _ENUMERATED.sub(_each, bare))
    bare = _BOTH_OF_ACTING.sub(r"\1、\2", bare)
    if of_groups := _OF_GROUPS.fullmatch(bare):
        return tuple(group + of_groups["award"] for group in _AND.split(of_groups["groups"]))
    parts = parts_of(bare, _AND)
    if len(parts) == 2 and _COUNTED.fullmatch(parts[1]):  # 三等奖和20名优胜奖, which others won
        return _awards(parts[0], verb)
    awards = [_award(part, verb) for part in parts]
    return tuple(filter(None, awards if all(awards) else [_award(bare, verb)]))


def _each(found: re.Match[str]) -> str:
    kind = 2 if found[0][-2] in "等" else 1
    return "、".join(f"{rank}{found[0][-kind:]}" for rank in re.sub("[、和及与與]", "", found[0][:-kind]))


def _award(words: str, verb: str) -> str:
    """An award as it is named, without quotation marks around the whole of it; "" where it is none."""
    if not words or _SEVERAL.search(words):
        return ""
    if acting := _OF_ACTING.fullmatch(words):
        return acting["name"]
    if _CERTIFICATE.search(words):
        return ""
    if quoted := _QUOTED.fullmatch(words):
        name, tail = quoted["name"], quoted["tail"].strip()
        if not tail or tail in ("奖", "獎"):
            return name + tail if not tail or not name.endswith(tail) else name
        return words if _NAMED_SO.fullmatch(tail) else ""
    if (end := _ENDS_QUOTED.search(words)) and _award(end["name"], verb):
        return words
    is_named = section_names.is_award(words) or _BEST.fullmatch(words) or _NAMED_SO.fullmatch(words[-2:])
    is_short = _NAMING.search(verb) is not None and 1 < len(words) <= 16 and "的" not in words
    return words if is_named or is_short else ""
