"""What names an award or an edition (最佳导演, Best Picture, 第九届), and the several awards that one cell names."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from awardcli.language.dates import YEAR
from awardcli.language.fold import to_simplified
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import organization_names

EDITION_IN_CHINESE = r"第\s*[0-9一二三四五六七八九十百]{1,5}\s*[届屆回]"
EDITION = lazy_pattern(
    rf"{EDITION_IN_CHINESE}|"
    r"(?<![0-9])[0-9]{1,3}(?:st|nd|rd|th)\b"
    "(?! (?i:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|prize|place|medal))"
)
"""An ordinal in English is of an edition unless a month, or what is won in that order, is behind it: 1st Prize."""
_HONOUR = lazy_pattern(
    "(?i:best .+|(?:1st|2nd|3rd)(?: place)?|(?:[a-z-]+ ){1,3}of the year)|"
    "最佳.+|.+[奖赏](?:[0-9]{4}年?)?|[国省][特一二三]等?|[金银铜]牌(?:得主|获得者)?|年度(?!总结|报告|计划|目标|考核|名单|评选)[\u4e00-\u9fff]{2,6}"
)
_WORKS_IN_KOREAN = "작품|영화|단편|장편|다큐멘터리|애니메이션|도서|소설|시집|동화"
_PEOPLE_IN_KOREAN = (
    "감독|연출|주연|조연|남우|여우|배우|연기|신인|각본|각색|극본|시나리오|촬영|조명|편집|음악|음향|녹음|미술|의상|분장|기술|"
    "무술|시각효과|스타|공로|평생|지도자|교사|코미디|예능인|MC"
)
_OTHERS_IN_KOREAN = (
    "관객|심사위원|평론가|비평가|특별|인기|문학|예술|문화|기구|협회|우수|장려|가작|최고|"
    "입선|입상|논문|발표|포스터|아이디어|봉사|모범|교육감|장관|국무총리|대통령"
)
_IN_KOREAN = lazy_pattern(
    f"(?:.{{0,24}}(?:{_WORKS_IN_KOREAN}|{_PEOPLE_IN_KOREAN}|{_OTHERS_IN_KOREAN})|"
    "(?:.{0,20}(?:문학|예술|연기|영화|가요|음반|음원|디스크|방송|심사위원) ?)?[대금은동본]) ?상"
)
"""감독상, 최우수 작품상, 연기대상; words such as 관상 and 우상 end alike."""
_IN_JAPANESE = lazy_pattern("[準第審査員特別\u3400-\u9fff]{0,8}グランプリ")
_EDITION_BEFORE = lazy_pattern(f"^(?:{EDITION_IN_CHINESE}|{YEAR}年?度?)(?=..)")
_PRIZE_BEFORE = lazy_pattern("[\u3400-\u9fff]+?[^等金银铜大秀]奖(?=最佳..|[\u3400-\u9fff]{2,}奖$)")
_WHERE_OR_OF_WHAT = lazy_pattern("^(?:中国|全国|国际|台北|香港|上海|北京|电影|电视)+(?=.{2,}奖)")
"""What people leave out of a prize's name: 金像奖 for 香港电影金像奖."""
_BEST_IN_LATIN = "mejor(?:es)?|melhor(?:es)?|meilleure?s?|migliore?|beste[rs]?"
BEST = lazy_pattern(f"(?i:best|{_BEST_IN_LATIN}) [^,:.]{{2,40}}|最佳[^，。：:]{{1,12}}")
"""Best Musical, Mejor canción, 最佳造型设计; Best Friends and Mejor imposible are titles."""
_OF_WORKS_IN_LATIN = (
    "pel[ií]cula|films?|filme|largo|corto|curta|longa|court|long|lungo|spielfilm|kurzfilm|do[ck]ument[aá]|"
    "anima|experimental|roman|novel|libro|livr|buch|cuento|poe|s[eé]rie|[oó]pera prima|premi[eè]re? "
)
_OF_CRAFTS_IN_LATIN = (
    "gui[oó]n|roteiro|argumento|sc[eé]nario|sceneg|drehbuch|m[uú]si[ckq]|colonna|can[cç]|chanson|[fph]*otogra|kamera|imag|"
    "monta|schnitt|edi[cç]|son\\b|sonido|som\\b|vestuario|figurino|[ck]ost[uü]m|maqui|d[eé]cor|efe[ci]t"
)
_OF_PEOPLE_IN_LATIN = (
    "dire[ck]|direç|reali[sz]a|réalisa|regi[ae]|mise en scène|actor|a[ck]tri[cz]|acteur|\\bator|atriz|att(?:ore|rice)|"
    "int[eé]rpr[eé]ta|comédien(?:ne)?s?\\b|darsteller|hauptrolle|nebenrolle|schauspiel|espoir|"
    "nachwuchs|ehrenpreis|lebenswerk|d['’]honneur|r[eé]v[eé]l\\w+ (?:f[eé]m|masc)|trayectoria|carriera"
)
_PRIZE = "(?:pr[eéê]mio|prix|preis)"
WORDS_FOR_PRIZES = f"{_PRIZE}|приз|премия|диплом|награда|номинация|prize|award|medal"
"""In the languages of Europe."""
_NTH = (
    "grande?|gran|gro(?:ß|ss)er|premi[eè]re?|primer|primo|primeiro|erster|deuxième|segundo|secondo|zweiter|troisième|"
    "tercer|terzo|terceiro|dritter|1er|[23]e|[123]\\.|[1-9] ?[°º^ª]"
)
_PLACE_IN_LATIN = "class(?:\\.|ificat[oaie]|ificad[oa]|ifi[ée]e?|$)|posto|puesto|lugar"
_SURE_IN_LATIN = lazy_pattern(
    f"(?i)(?:(?:{_BEST_IN_LATIN}) (?:\\w+ )?(?:{_OF_WORKS_IN_LATIN}|{_OF_CRAFTS_IN_LATIN}|{_OF_PEOPLE_IN_LATIN})|"
    f"(?:{_NTH}) ?(?:{_PRIZE}|{_PLACE_IN_LATIN})(?: (?:d|int|nat|ex)|$)|segnalazion[ei] (?:di|d['’]|special)|"
    f"(?:{_PRIZE}|menci[oó]n|menção|mention|menzione) (?:[ei]?sp[eé][cz]ia|honor|honros|d['’]|étud|unicef|fipresci)|"
    f"{_PRIZE} d\\w*(?: la| l['’])? ?(?:jur|júri|giuria|p[uú]bli|sc[eé]nario|meill|film|court|long|crit|pre)|"
    "(?:sonder|haupt|publikums|förder|jury|ehren|nachwuchs|kritiker)preis|lobende erwähnung|palme d['’]or|"
    "(?:concha|le[oó]n|leone|lion|ours|oso|orso|urso|biznaga|espiga|palma|caméra|étoile|coppa|pardo|kikito|med[ai]\\w+|médaille)"
    " (?:d(?:e|i|['’]) ?(?:oro|or|plata|argento?|ouro|prata|bronce|bronze)|volpi)\\b|"
    "(?:goldene|silberne)r? (?:bär|palme|taube|leopard|löwe|muschel|medaille)|"
    "лучш(?:ий|ая|ее) (?:фильм|реж|акт|опер|сцен|муз|мужск|женск|докум|аним|коротк)|гран-при|приз (?:зрит|жюри|за))"
    '[^:=«»„“”"]{0,60}'
)
"""Mejor dirección, Prix du jury, Sonderpreis der Jury: in a line alone too, above titles."""
_PRIZE_FIRST = f"(?:{_PRIZE}|medall?h?a|palme|mention|menci[oó]n|menzione|menção|\\w+preis|приз|премия|номинация)\\b.+"
PRIZE_IN_LATIN = lazy_pattern(f"(?i){_PRIZE_FIRST}")
"""Prix de la mise en scène: in a line alone, an award where others are."""
AWARD_IN_LATIN = lazy_pattern(
    f"(?i)(?:{_BEST_IN_LATIN}) .+|.+(?:prix|preis)|{_PRIZE_FIRST}|"
    "(?:highly )?(?:commended|recommended)|"
    "(?:tied? )?(?:first|second|third|fourth|1st|2nd|3rd|4th)(?: (?:place|prize))?"
)
"""Prix Louis-Delluc, Second: before titles, or in capitals."""
AWARD_IN_TEXT = lazy_pattern(
    "[一二三四特头优]等奖|[金银铜]奖|优秀奖|大奖(?!赛)|最佳\\w{2}|"
    "(?:first|second|third|grand|gold|silver|bronze)(?= (?:prize|award|medal))|honou?rable mention|best [a-z]+"
)
"""Words in a text, in simplified lower case, that can only be an award."""
COUNT_BEHIND = chinese_pattern(
    r"(?:(?:\s*[:：]|(?<!第)\s)\s*[共计]?\s*[0-9一二三四五六七八九十百两]+|[共计]\s*[0-9一二三四五六七八九十百两]+|(?<![第0-9])(?<!第\s)[0-9]+)"
    r"\s*[名个部项件人篇组首]\s*$|\s*[:：]?\s*若干[名个部项件人篇组首]?\s*$"
)
"""How many won, behind the name of an award: 一等奖 2项, 优秀奖：若干."""

RANK = "(?:[特优一二三四五]等|[金银铜]|优[秀胜])奖"
"""An award of a contest that has several of them in order."""
_LIKE_AWARD = lazy_pattern(
    "(?i:(?:first|second|third|grand|gold|silver|bronze) (?:prize|medal|award|place)s?\\b.*|"
    "best .+|(?:[a-z-]+ ){1,3}of the year)|最佳.+|"
    ".{2,12}奖(?:[\u4e00-\u9fff]{0,4}单元)?最佳[\u4e00-\u9fff]{2,8}|.*(?:奖|(?<![欣鉴观悬])赏|[金银铜]牌|[特一二三优]等|第[一二三四五六七八九十0-9]{1,3}名|"
    "[冠亚季殿]军|称号|[奖奨]学[金生](?:给付|制度)?|返还免除|장학[금생]|奖励|荣誉|佳作|三好学生|先进(?:个人|工作者|集体)|优秀[\u4e00-\u9fff]{1,8}|"
    "(?i:\\b(?:премия|приз|награда|медаль)|"
    "\\b(?:awards?|prizes?|medals?|scholarships?|fellowships?|nominees?|honou?rable mention|(?:1st|2nd|3rd) place)|"
    "(?<![a-z])(?:rk|rank)[. ]{0,2}[0-9/]+))[A-Za-z]?(?:\\W{0,2}[0-9]{4}年?)?"
)
"""Names of awards as people list them, with the contest before them: 全国数学竞赛金牌, Best Paper Award 2023."""


def names_award(text: str) -> bool:
    """Whether a text in simplified characters can only be the name of an award.

    >>> names_award("Best Director"), names_award("最佳影片"), names_award("银牌"), names_award("最佳")
    (True, True, True, False)
    """
    return _HONOUR.fullmatch(text) is not None or names_award_abroad(text)


@lru_cache(1 << 12)
def parts_of_award(name: str) -> Sequence[str]:
    """What else a Chinese award is called: without its edition, by its prize alone, or by what is best alone.

    >>> parts_of_award("第36届香港电影金像奖最佳女主角")
    ('香港电影金像奖最佳女主角', '第36届香港电影金像奖', '香港电影金像奖', '金像奖', '最佳女主角')
    >>> parts_of_award("最佳女主角奖"), parts_of_award("文学奖")
    (('最佳女主角',), ())
    """
    whole = _EDITION_BEFORE.sub("", name)
    said = _PRIZE_BEFORE.match(whole)
    prize, award = (said[0], whole[said.end() :]) if said else (whole, whole)
    short = _WHERE_OR_OF_WHAT.sub("", prize) if prize.endswith("奖") else ""
    best = award.removesuffix("奖") if award.startswith("最佳") else award
    parts = dict.fromkeys((whole, name.removesuffix(award), prize, short, award, best))
    return tuple(part for part in parts if part not in ("", name))


def names_award_abroad(text: str) -> bool:
    """Whether a text can only be an award in Korean, Japanese, or a language of Europe other than English.

    >>> names_award_abroad("감독상"), names_award_abroad("Mejor dirección"), names_award_abroad("Mejor imposible")
    (True, True, False)
    """
    if text.endswith("상"):
        return _IN_KOREAN.fullmatch(text) is not None
    if text.endswith("グランプリ"):
        return _IN_JAPANESE.fullmatch(text) is not None
    # Only a text that begins like one of these languages: the pattern takes long to compile.
    may_be_latin = text[:1] < _FIRST_IN_ASIA and text[:1].isalnum() and not text.isdecimal()
    return may_be_latin and _SURE_IN_LATIN.fullmatch(text) is not None


_FIRST_IN_ASIA = "\u1100"
"""The scripts before it are those of Europe, among others; of those behind it are Chinese, kana and Hangul."""

_BODIES = "组织|单位|集体"
_OF_BODIES = chinese_pattern(_BODIES)
_PEOPLE = chinese_pattern(
    f"(?i){_BODIES}|个人|导演|编剧(?!本)|演员|[男女][主配]?角|指导|教师|辅导|伯乐|作者|工作者|人物|终身|贡献|監督|[男女]优|俳优|主演|助演|新人赏|"
    "员工|职工|干部|运动员|球员|队员|志愿者|班主任|歌手|教练|选手|乐队|乐团|"
    "(?:团队|机构|院校|企业|出版社|制作人|制片人|主持人)(?![^奖]{0,8}(?:片|作品|案例|项目|节目|歌|画))|"
    "director|actor|actress|writer|team|newcomer|\\bplayer|athlete|coach\\b|employee|volunteer|"
    f"\\bperson\\b|honorary|lifetime|{_OF_PEOPLE_IN_LATIN}|"
    f"(?:{_PEOPLE_IN_KOREAN}) ?상"
)


def is_of_people(award: str) -> bool:
    """Whether an award or category is of people or bodies, so that a line without title marks names one: 最佳导演."""
    return _PEOPLE.search(award) is not None


def is_of_bodies(award: str) -> bool:
    """Whether an award is of bodies: 优秀组织奖."""
    return _OF_BODIES.search(award) is not None


def may_name_award(text: str) -> bool:
    """Whether a text in simplified characters ends, or begins, as names of awards do; a title may do so too.

    >>> [may_name_award(text) for text in ("全国竞赛金牌", "First Prize, City Contest", "诗词鉴赏", "Prize Fighter")]
    [True, True, False, False]
    """
    return _LIKE_AWARD.fullmatch(text) is not None


@lru_cache(1 << 12)
def award_names(printed: str) -> Sequence[str]:
    """The awards that a cell names, parted as people and bodies are, where each part is an award by its own words.

    A comma parts only sure awards and places, and no place from an award before it, in which it may be: 文学奖，一等奖.
    An array of JSON is joined by 、, which no language without Chinese characters has in a name, or else by ｜.

    >>> award_names("创意奖、人气奖"), award_names("Best Film; Best Actor"), award_names("Best Film, Best Actor")
    (['创意奖', '人气奖'], ['Best Film', 'Best Actor'], ['Best Film', 'Best Actor'])
    >>> award_names("文学、艺术奖"), award_names("文学奖，一等奖"), award_names("Best Actor, Drama")
    (['文学、艺术奖'], ['文学奖，一等奖'], ['Best Actor, Drama'])
    >>> award_names("Oscar、Palme d'Or"), award_names("创意奖、"), award_names("金奖、金奖")
    (['Oscar', "Palme d'Or"], ['创意奖'], ['金奖'])
    >>> award_names("年度优秀作品｜每周人气作品")
    ['年度优秀作品', '每周人气作品']
    >>> award_names("1위, 3위"), award_names("1st prize, Best demo"), award_names("1st, Best demo")
    (['1위', '3위'], ['1st prize', 'Best demo'], ['1st, Best demo'])

    A rank or a count beside an award is no part of its name; alone it names none.

    >>> award_names("银牌（51/239），最快解题奖"), award_names("一等奖 若干"), award_names("（164/224）")
    (['银牌', '最快解题奖'], ['一等奖'], [])
    """
    return list(dict.fromkeys(filter(None, map(without_count, _parted(printed)))))


def without_count(award: str) -> str:
    """An award without the rank or the count beside it: 一等奖（rank 1）, 二等奖 2项; "" for a rank alone.

    >>> [without_count(text) for text in ("一等奖（rank 1)", "一等奖（小学组）", "金奖（2019）", "第三名")]
    ['一等奖', '一等奖（小学组）', '金奖（2019）', '第三名']
    >>> [without_count(text) for text in ("银奖，总榜第 10 名", "第 3 名")]
    ['银奖', '第 3 名']
    """
    bare = _RANK.sub("", award) if award[-1:] in ")）" else "" if _RANK_ALONE.fullmatch(award) else award
    bare = _RANK_OF_ALL.sub("", bare) if bare[-1:] in "名位" else bare
    if bare[-1:].isdecimal():
        return _TIMES.sub("", bare)
    return COUNT_BEHIND.sub("", bare) if bare[-1:] in _ENDS_OF_COUNTS else bare


def ends_in_prize(text: str) -> bool:
    """Whether a text ends in a place of a contest, which no category does: 某大学教学成果二等奖, 一等奖论文."""
    return _ENDS_IN_PRIZE.search(without_count(text)) is not None


def _parted(printed: str) -> Sequence[str]:
    if _SEPARATOR.search(printed) is None or _RANK_ALONE.fullmatch(printed):
        return [printed]
    parts = organization_names(printed)
    if parts and parts != [printed]:
        is_array = "｜" in printed or ("、" in printed and ASIAN.search(printed) is None)
        return parts if is_array or all(map(_is_award, parts)) else [printed]
    parts = list(filter(None, map(str.strip, _COMMA.split(printed))))
    parts = [without_count(part) or part for part in parts]
    places = [_PLACE.fullmatch(part) for part in map(to_simplified, parts)]
    are_apart = all(
        above is not None if below else above is None or above["of"] is not None for above, below in pairwise(places)
    )
    are_awards = all(place or names_award(to_simplified(part)) for part, place in zip(parts, places, strict=True))
    return parts if are_apart and are_awards else [printed]


def _is_award(text: str) -> bool:
    plain = to_simplified(_REMARK.sub("", text))
    return not _HALF.search(plain) and (names_award(plain) or may_name_award(plain))


_SEPARATOR = lazy_pattern(r"[、|｜；;,，\n]|\s/\s| and |^[(（]?1|①")
_COMMA = lazy_pattern("[,，]")
ASIAN = lazy_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_REMARK = lazy_pattern(r"\s*[(（][^()（）]*[)）]$")
_RANK = chinese_pattern(
    r"(?i)\s*[(（]\s*(?!(?:1[89]|20)[0-9]{2}\s*[)）])(?:并列|tied?|(?:rank(?:ed)?|rk|no|排名|名次|位列|全[国省市场]|[共计])?"
    r"[\s.:：#]*第?\s*[0-9]+(?:(?:st|nd|rd|th) place)?(?:\s*[/／]\s*[0-9]+)?\s*[名位个部项件人篇组首队支次]?)\s*[)）]$"
)
"""A rank or a count in brackets at the end; a year is none."""
_RANK_OF_ALL = chinese_pattern(r"\s*[,，;；]\s*(?:总榜?|总分|总排名|排名|全[国省市场])第?\s*[0-9]+\s*[名位]$")
"""银奖，总榜第 10 名"""
_TIMES = lazy_pattern(r"(?:\s+[xX*]|\s*×)\s?[0-9]{1,3}$")
"""Gold x2, 铜奖×3"""
_RANK_ALONE = lazy_pattern(r"[0-9]+\s*[/／]\s*[0-9]+")
_ENDS_OF_COUNTS = "名个部项件人篇组首干"
_HALF = lazy_pattern("^最佳[男女]$")
"""The first half of 最佳男、女主角奖."""
_NTH_PRIZE = (
    rf"{RANK}|[金银铜]牌|[冠亚季殿]军|第[一二三四五六七八九十0-9]{{1,3}}名|"
    r"[0-9]{1,2} ?[위등位]|(?:1st|2nd|3rd|[4-9]th|first|second|third|gold|silver|bronze) (?:place|prize|medal)"
)
_PLACE = chinese_pattern(rf"(?i)(?P<of>{_NTH_PRIZE})|1st|2nd|3rd|first|second|third|gold|silver|bronze")
"""A place in a contest; `of` says that it is an award by itself, as 1st is not: 1st, Best Demo."""
_ENDS_IN_PRIZE = chinese_pattern(rf"(?i)(?:{_NTH_PRIZE})(?:作品|论文|项目|成果|得主|获得者|s)?$")
