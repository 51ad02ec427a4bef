"""What the name of a section says of the rows below it: an award, a category, a year; so do the names of sheets."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from awardcli.collection.user_file.columns.heading_words import LONGEST_HEADING, REMARK, any_of, split
from awardcli.collection.user_file.rows_set_aside import BULLETS, DATE
from awardcli.language.awards import BEST, COUNT_BEHIND, EDITION, may_name_award, names_award, names_award_abroad
from awardcli.language.fold import fold, to_simplified
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.places import district_of
from awardcli.model import Role

_AWARDS = (
    "优胜、优秀、优选、佳作、入围、入选、提名、入围作品、入选作品、提名作品、优秀作品、优胜作品、入围影片、入选影片、"
    "优秀影片、优秀单位、优秀个人、优秀指导教师、优秀指导老师、优秀辅导教师、优秀教师、优秀集体、优秀组织、先进个人、先进集体、"
    "gold、silver、bronze、grand prix、champion、champions、winner、winners、nominee、nominees、nomination、"
    "nominations、finalist、finalists、runner-up、runners-up、runner up、runners up、shortlist、longlist、"
    "honorable mention、honorable mentions、honourable mention、honourable mentions"
)
_BEST = (
    "影片、故事片、短片、纪录片、动画片、作品、导演、编剧、男主角、女主角、男配角、女配角、男演员、女演员、新人、"
    "摄影、剪辑、美术、音乐、音效、录音、创意、表演、人气"
)
_BEST_IN_ENGLISH = (
    "picture、film、feature、short、documentary、director、actor、actress、screenplay、script、song、score、cinematography、editing、"
    "sound、design、effects、performance、ensemble、series、album、novel、novella、novelette、story、fiction、nonfiction、poetry、book、play"
)
"""Awards that a section may name, besides those that end in 奖 or award."""
_AWARD = chinese_pattern(
    rf"(?i)(?:.{{0,12}}(?:奖|(?<![欣鉴观])賞)(?:作品|影片|单位|个人)?|[特一二三四五六甲乙丙丁优]等|"
    rf".{{2,12}}(?:奖[章状牌]|先锋号|红旗手|文明号|标兵)|.{{0,12}}劳动模范|"
    rf"(?:特别|荣誉|评委会?|评审团?)+提名|[冠亚季殿]军|(?:并列)?第[一二三四五六七八九十0-9]{{1,3}}名|"
    rf"{any_of(_AWARDS)}|最佳(?:{any_of(_BEST)})(?:提名|入围|得主|获奖者)?|"
    rf"best (?:[a-z]+ ){{0,3}}(?:{any_of(_BEST_IN_ENGLISH)})|special mentions?|.{{1,40}} (?:award|prize|medal|place)s?)"
)
_WHAT_WON = chinese_pattern(
    "(?:教学|教育|科研|学术|学科|竞赛|体育|文艺|艺术|科技|学生|教师|个人|集体|团队|论文|作品)[获得]奖$"
)
"""教学获奖: what won, and not which award."""
_COUNT_OF_WORKS = chinese_pattern("[0-9一二三四五六七八九十两]+[部篇件首个幅项](?:\\w{0,2}作品)?(?:荣|喜)?[获得]奖")
"""45篇作品获奖: a headline"""
_NUMBER = lazy_pattern(r"^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])\s*")
_NO_PRIZE = "赏"
"""The character of Japanese prizes (賞) as it is simplified: in Chinese it ends other words (豫坡豫赏)."""
_LONGEST_SECTION = 4 * LONGEST_HEADING
"""Characters of a section with its count and remarks: patterns would take long over more."""


@lru_cache(1 << 11)  # it is asked several times of a line
def section(text: str) -> tuple[Role, str] | None:
    """The role and the name of a section: a row of one cell that gives an award or category to the rows below; or None.

    >>> section("一等奖（3名）"), section("一、微电影类"), section("爱上海的理由")
    (('award', '一等奖'), ('category', '微电影类'), None)
    """
    if len(text) > _LONGEST_SECTION:
        return None
    name = _NUMBER.sub("", text)
    bare = _bare(name)
    is_entry = "《" in bare or "》" in bare  # 《甲》一等奖
    if not bare or len(bare) > LONGEST_HEADING or is_entry or _COUNT_OF_WORKS.fullmatch(bare):
        return None
    if _AWARD.fullmatch(bare) or names_award_abroad(bare) or _HONORARY.search(name):
        return "category" if _WHAT_WON.search(bare) else "award", bare
    return ("category", bare) if name != text else None


def names_group(text: str) -> bool:
    """Whether a text names those who competed together, or a district: 小学组, Junior Group, 静安区."""
    return is_category(text) or "district" in caption(text) or _GROUP.search(text) is not None


_GROUP = lazy_pattern(r"(?i)\b(?:group|category|division|section|class|level|ages?|grades?|under [0-9]+|u[0-9]{1,2})\b")
"""Words of captions in English: Junior Group, Under 18."""


def numbering_of(text: str) -> str:
    """How a section is numbered, without its number: 、 of 一、一等奖, （） of （一）小学组; "" where it is not."""
    found = _NUMBER.match(text)
    return _NUMERAL.sub("", found[0]).strip() if found else ""


_NUMERAL = lazy_pattern("[一二三四五六七八九十]")


def is_numbered_category(text: str) -> bool:
    """Whether a line is the caption of a group of works by its number: 一、传统音乐（2项）."""
    return _NUMBER.match(text) is not None and (section(text) or ("", ""))[0] == "category"


def _bare(name: str) -> str:
    """The name of a section without the count of its rows, remarks and marks around it; that of its award alone."""
    bare = COUNT_BEHIND.sub("", REMARK.sub("", name).rstrip(" \u3000:：")).strip(" \u3000:：") or name
    bare = bare.strip(" \u3000【】[]<>《》" + BULLETS)
    listed = _LIST_OF_WINNERS.fullmatch(bare) or _WHO_WON.fullmatch(bare)
    return listed["award"] if listed and (_AWARD.fullmatch(listed["award"]) or _HONORARY.search(bare)) else bare


_LIST_OF_WINNERS = chinese_pattern(
    "(?i)(?P<award>\\w{0,5}(?:(?<![获得入])奖|\\w等|[冠亚季]军|提名))(?:[获得]奖)?(?:作品|影片|单位|个人|者|人员)?(?:名单|一览表?)"
)
"""What a caption says of an award whose winners are below it: 一等奖名单; a longer one names a list."""
_WHO_WON = chinese_pattern(
    "荣?获得?“?(?P<award>.{2,16}?)”?(?:称号)?的(?:\\w{0,6}(?:人|集体|单位|人员|学生|师|员|同志|选手|作品|项目))?"
)
"""The same with who won it: 获得一等奖的会员"""
_HONORARY = chinese_pattern("^荣?获.{2,20}称号的")


def is_award(name: str) -> bool:
    """Whether a heading, or a key, names an award: what stands under it won that.

    >>> is_award("Best Actor in a Leading Role"), is_award("最佳影片"), is_award("银牌"), is_award("最佳")
    (True, True, True, False)
    """
    if name.endswith(_NO_PRIZE):
        return False
    plain = to_simplified(_IN_CAMEL_CASE.sub(" ", name)).replace("_", " ").strip()
    return names_award(plain) or is_section_of_award(plain)


_IN_CAMEL_CASE = lazy_pattern("(?<=^best)(?=[A-Z][A-Za-z]+$)")
"""Where the words of a key part that is an award: bestPicture."""


def is_section_of_award(text: str) -> bool:
    """Whether a row of that text alone names an award for the rows below it: 一等奖（2部）."""
    found = section(text)
    return found is not None and found[0] == "award"


def may_be_award(text: str) -> bool:
    """Whether a text may be what somebody won, with its contest: 全国数学竞赛金牌 (2019); a title may end alike."""
    if _NO_AWARD.match(text):
        return False
    return is_section_of_award(text) or may_name_award(to_simplified(REMARK.sub("", text)).strip())


_NO_AWARD = lazy_pattern(r"(?i)no |(?:the|an?) \w+$")
"""No Award, where nobody won, and titles: The Prize."""


class Section(NamedTuple):
    """What the sections around a row, or the name of its sheet, say of it; "" where they say nothing."""

    category: str = ""
    award: str = ""
    year: str = ""
    edition: str = ""
    district: str = ""


NO_SECTION = Section()
SECTION_ROLES = cast("tuple[Role, ...]", Section._fields)
BARE_YEAR = lazy_pattern(
    r"[(（]?(?:[12][0-9]{3}(?:[/.-][0-9]{1,4})?|[〇零○一二三四五六七八九]{4})年?[)）]?(?:[(（].*)?"
)
YEAR = lazy_pattern(
    r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?:\s*[-—–~～至/]+\s*[0-9]{2,4})?(?![0-9])(?:\s*[年년])?度?(?:[上下]半期)?|"
    r"(?:明治|大正|昭和|平成|令和)[0-9元]{1,2}年度?(?:[上下]半期)?|[〇零○一二三四五六七八九]{4}年度?"
)
"""2021年, 1982—1984, 2020/21, 昭和10年上半期, 二〇二一年"""
NO_YEAR = chinese_pattern(
    r"(?i)\b(?:unknown|undated|n\.? ?d\b|ongoing|present|future|current|century|b\.?c|spring|summer|autumn|winter)|"
    r".[代朝]$|世纪|时期$|^(?:民国|明治|大正|昭和|平成|令和)|^\W*$"
)
"""Words for a time without a number, or for none: undated, 明代, 民国."""
_SAYS_NOTHING = chinese_pattern(
    r"(?i)(?:获奖|得奖|入围|入选|作品|名单|结果|汇总|一览|表|winners?|awards?|results?|list|edition|year|"
    r"[受入]賞[者作]?|受賞歴|一覧|リスト|[수입]상[자작]?|당선[자작]|명단|목록|리스트|결과|[\W_])*"
)
"""Words around a year or an edition that name no category."""


def caption(text: str) -> Mapping[Role, str]:
    """What the caption of a group of rows, or the name of their sheet, says of each of them.

    >>> caption("2021年获奖名单"), caption("第九届微电影"), caption("静安区"), caption("金奖")
    ({'year': '2021年'}, {'edition': '第九届', 'category': '第九届微电影'}, {'district': '静安区'}, {'award': '金奖'})
    >>> caption("最佳電影"), caption("Best Musical")
    ({'award': '最佳電影'}, {'award': 'Best Musical'})
    >>> caption("一、2021 年"), caption("2021年5月"), caption("2021年一等奖")
    ({'year': '2021 年'}, {'year': '2021年5月'}, {'year': '2021年', 'award': '一等奖'})
    """
    if district_of(text) == text:
        return {"district": text}
    name = _NUMBER.sub("", text).strip("()（） \u3000")
    if YEAR.match(name) and DATE.fullmatch(name):
        return {"year": name}
    when = edition_and_year(name)
    rest = YEAR.sub("", name.removeprefix("The ").replace(when.get("edition", " "), " ")).strip()
    if when and _SAYS_NOTHING.fullmatch(rest):
        return when
    bare = _bare(text) or text
    own: tuple[Role, str] = ("award" if BEST.fullmatch(bare) else "category", bare)
    role, said = (when and section(rest)) or section(text) or own
    return {**when, role: said}


_EDITION_IN_KOREAN = lazy_pattern(r"제\s?[0-9]{1,3}\s?회|(?<![0-9])[0-9]{1,3}회(?=\s*(?:[수입]상[자작]|당선[자작]|$))")
"""제26회, 26회 수상자; 3회 수상 says how often."""


def edition_and_year(text: str) -> dict[Role, str]:
    """The edition and the year that a text names, each if it does."""
    edition = _EDITION_IN_KOREAN if "회" in text else EDITION
    patterns: Mapping[Role, re.Pattern[str]] = {"edition": edition, "year": YEAR}
    return {role: found[0] for role, each in patterns.items() if (found := each.search(text))}


def is_section(text: str) -> bool:
    """Whether a row alone says something of the rows below it: an award, a category, a year or an edition."""
    return section(text) is not None or says_when(text)


def says_when(text: str) -> bool:
    """Whether a row alone says nothing but the year or the edition of others: 2021年, 第九届; 1921 may be a title.

    >>> says_when("2022 年"), says_when("第九届（2021）"), says_when("1921"), says_when("一九四二")
    (True, True, False, False)
    """
    return not text.isdecimal() and caption(text).keys() <= {"year", "edition"}


_UNNAMED = chinese_pattern(
    r"(?i)(?:(?:sheet|table|page|feuil(?:le)?|tabelle|hoja|planilha|plan|foglio|blad|ark|arkusz|munka|taul|sayfa|лист|"
    r"trang tính|工作[表簿]|工作表单|表格?|表单|页|シート|시트)\s*[0-9]{1,4}|"
    r"(?:名单|清单|结果|数据|一览|list|data|results?)\s*[0-9]{0,4}|"
    r"第\s*[0-9一二三四五六七八九十]{1,4}\s*[页张]|附[件表录]\s*[0-9一二三四五六七八九十]{0,3}|untitled|未命名|无标题|汇总|总表|全部|summary|overview|all)表?(?:\s*[(（][0-9]{1,3}[)）])?"
)


def is_unnamed(sheet: str) -> bool:
    """Whether the name of a sheet says nothing of its rows: a spreadsheet gave it, or it is that of a summary.

    >>> [is_unnamed(name) for name in ("Sheet1 (2)", "工作表1", "汇总", "名单2", "结果", "入围名单", "微电影 (2)")]
    [True, True, True, True, True, False, False]
    """
    return _UNNAMED.fullmatch(sheet.strip()) is not None


_OTHERS = chinese_pattern(
    r"(?i)(?!.*(?:优|奖|先进|十佳|best|award|winner)).{0,8}(?:评委|评审|裁判|专家|组委|主办|承办|协办|参赛|报名|工作人员|志愿者|联系|通讯录|通信录)"
    r"(?:会|团|组|单位|人员|人|成员|委员|方式|电话|名单|一览|信息|简介|介绍|表)*(?:\s*[(（].*)?|"
    r"(?:membres|mitglieder|miembros|membri) d\w{1,4} \w{2,20}|"
    r"(?:[\w ]{0,20} )?"
    r"(?:(?<!du )(?<!der )jury|judges?|jurors?|members|committee|staff|contacts?|sponsors?|organi[sz]ers?)"
    r"(?: (?:members?|list|panel|info|details))?"
)


def is_of_others(sheet: str) -> bool:
    """Whether the name of a sheet says that it is of people who won nothing: the jury, or whom to call.

    >>> [is_of_others(name) for name in ("评委会成员名单", "联系方式", "Jury Members", "评委会奖", "评委推荐作品")]
    [True, True, True, False, False]
    """
    return _OTHERS.fullmatch(sheet.strip()) is not None


def says_nothing(text: str) -> bool:
    """Whether a heading names no award, category or year: 获奖, 作品名单, Winners."""
    return _SAYS_NOTHING.fullmatch(text) is not None


_KINDS_OF_WORKS = (
    "微电影、微视频、短视频、纪录片、动画片、故事片、短片、长片、宣传片、公益广告、专题片、mv、音乐电视、网络剧、电视剧、电影、微纪录片",
    "小说、散文、诗歌、戏剧、报告文学、童话、随笔、杂文、散文诗、长篇小说、中篇小说、短篇小说、儿童文学、诗词、寓言",
    "消息、通讯、新闻评论、系列报道、新闻摄影、新闻专题、新闻版面、副刊",
    "书法、绘画、摄影、篆刻、国画、油画、版画、雕塑、剪纸、漫画、水彩、行书、草书、楷书、隶书",
    "舞蹈、戏曲、小品、相声、曲艺、器乐、声乐、合唱、独唱、朗诵",
    "fiction、nonfiction、poetry、biography、autobiography、history、generalnonfiction、memoir、childrensfiction",
    "physics、chemistry、medicine、physiologyormedicine、literature、peace、economics、economicsciences",
    "物理、物理学、化学、医学、生理学或医学、文学、和平、经济、经济学",
)
"""Kinds of works, folded, by event."""
_SUFFIX = chinese_pattern("(?:类|组|单元|作品)$")
_CLASS = chinese_pattern("(?!作品|项目|参赛|奖项)[\u4e00-\u9fff]{2,6}[类组]")
"""公益类, 校园组"""
_COMPETITION = chinese_pattern(
    "(?i)(?:男|女|混合?|男女|青年|少年)(?:子|双|单|团|篮|排|足).{0,6}|[单双]打|(?:wo)?men(?:'|’)?s\\W.+|(?:boys|girls|ladies|mixed|(?:wo)?men)(?:'|’)?\\W(?!name).+"
)
_TEAMS = "team、teams、teamevent、团体、团体赛"
"""Folded headings of competitions of teams, beside other competitions."""


def is_category(name: str) -> bool:
    """Whether a text is a category by itself: 微电影, 公益类."""
    return is_kind_of_works(_SUFFIX.sub("", name)) or _CLASS.fullmatch(name) is not None


def is_kind_of_works(name: str) -> bool:
    """Whether a text is a kind of works by itself: 漫画, fiction."""
    folded = fold(name)
    return any(folded in split(kinds) for kinds in _KINDS_OF_WORKS)


def is_competition(name: str) -> bool:
    """Whether a text is a competition, whose winners are people: 男子单打, Women's 100 m."""
    return _COMPETITION.fullmatch(name) is not None


def categories_of_one_event(names: Sequence[str]) -> list[int]:
    """The places of the categories among names: the kinds of works of one event, classes, or competitions."""
    bare = [_SUFFIX.sub("", fold(name)) for name in names]
    found = [[at for at, name in enumerate(bare) if name in split(kinds)] for kinds in _KINDS_OF_WORKS]
    found.append([at for at, name in enumerate(names) if _CLASS.fullmatch(name)])
    found.append(_competitions(names))
    return max(found, key=len)


def _competitions(names: Sequence[str]) -> list[int]:
    """The places of competitions of one event, each with its winner: 男子单打, 女子单打, 团体; none of another list."""
    found = [at for at, name in enumerate(names) if is_competition(name)]
    return [*found, *(at for at, name in enumerate(names) if fold(name) in split(_TEAMS))] if len(found) > 1 else []


ORDER = (
    r"champ(?:ion)?s?|runners?[-_ ]?up|(?:first|second|third|fourth|fifth)(?:[-_ ]place)?|"
    r"(?:pos(?:ition)?|place|rank)[-_ ]?[1-9]"
)
"""Places of one contest that may mean something else alone: champ, pos2, third."""
_IN_ORDER = lazy_pattern(f"(?i){ORDER}")


def awards_or_categories(names: Sequence[str]) -> tuple[Role, list[int]]:
    """The places of the headings that are awards, or categories of one event, whichever are more."""
    placed = [name for name in names if _IN_ORDER.fullmatch(name)]
    awards = [at for at, name in enumerate(names) if is_award(name) or (len(placed) > 1 and name in placed)]
    categories = categories_of_one_event(names)
    return ("award", awards) if len(awards) >= len(categories) else ("category", categories)
