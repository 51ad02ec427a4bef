"""Whether the cells of a column fit its heading, by what they look like, and which of several columns has the award."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import permutations

from awardcli import vocabulary
from awardcli.collection.user_file.columns.heading_words import (
    BY_PARTS,
    REMARK,
    SEVERAL,
    SURE,
    WEAK,
    Known,
    known,
    known_role,
    split,
    words_known,
)
from awardcli.collection.user_file.section_names import BARE_YEAR, is_award
from awardcli.collection.user_file.table_lines import NULLS, are_most, is_mark_of_none, is_nobody
from awardcli.language.dates import is_date, is_day_of_some_year
from awardcli.language.fold import fold, to_simplified
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.model import Cell

CellsOf = Callable[[str], Sequence[Cell]]
"""Gives the cells of a column in the first rows, by its heading."""
_YES = "1、１、★、●、○、true、yes、y、是、√、✓、✔、☑、✅、はい、예、ja、oui、sí、si、sì、sim、да"
_NO = "、0、０、-1、false、no、n、否、×、✗、✘、✕、❌、いいえ、아니오、nein、non、não、нет"
_HAS_WON = (
    "won、win、获奖、得奖、获胜、受赏、수상、gagne、remporte、gano、ganado、ganada、premiado、premiada、galardonado、ganhou、vinto、vinse、"
    "gewonnen、ausgezeichnet、wygrana、kazandi、vunnet、победа、выиграл"
)
_WON = (
    f"{_HAS_WON}、winner、award、得主、gagnant、gagnante、laureat、laureate、vainqueur、ganador、ganadora、vencedor、vencedora、"
    "vincitore、vincitrice、gewinner、sieger、winnaar、zwyciezca、победитель、лауреат"
)
_LOST = (
    "nominated、nominee、nomination、selection、officialselection、shortlisted、shortlist、longlisted、longlist、finalist、runnerup、lost、loss、lose、pending、提名、获提名、入围、未获奖、"
    "未得奖、落选、候补、ノミネート、후보、nomme、nommee、selectionne、finaliste、perdu、nominado、nominada、candidato、candidata、finalista、"
    "perdio、perdido、perdida、indicado、indicada、nomeado、nomeada、perdeu、perso、nominato、nominata、nominiert、verloren、"
    "genomineerd、nominowany、nominacja、aday、nominert、номинант、номинация、номинирован、финалист"
)
"""Words for the outcome of a nomination in several languages; folded. The first name no award, as winner may."""
_OF_SEVERAL = chinese_pattern("s(?=up$|$)|(?:作品|影片|图书|歌曲|项目|者|名单)+$")
"""What folded texts about several have besides such a word: winners, runners up, 入围作品."""
_OF_WINNERS = f"{_WON}、honoree、awardee、recipient"
"""Parts of folded headings of who won, under which yes and no say so, as they do not under 导演 or 已报送."""
_SAYS_WHETHER = "won、win、status、statut、estado、статус、状态"
"""Folded headings, besides those of who won and of awards, under which yes and no say whether a work won."""
_HONORARY = "honor、honour、honors、honours、荣誉、荣誉奖"
"""Folded headings under which a flag rather says that the award is an honorary one."""
_RANKS = "名次、等、级、排名、位、rank、place"
"""Words of headings of awards under which numbers are ranks; under others they only count the awards."""
_OF_RANKS = "名次、排名、位次、순위、顺位、rank、placing、placement、standing"
"""Parts of folded headings of ranks."""
_RELEASED = (
    "pointintime、上映、首映、公映、发表、发行、出版、播出、首播、首发、刊播、刊发、学年、颁奖、获奖、授奖、授予、评选、表彰、公布、举办、公开、发卖、放送、"
    "受赏、수상、시상、개봉、출간、award、conferr、receiv、release、publi、pubdate、premiere、air、sortie、estreno、estreia、uscita、lancamento、erschein、veroffentlich、выпуск、выход、"
    "премьер、made、paint、compos、written、拍摄、摄制、制作、创作、完成时间、完成日期、week、month、周、月份"
)
"""Words that make the date under a heading that of the work or the award; folded."""
LIKELY = 0.5
"""The least score of a column that may hold titles where no column is known."""
MOST_DIFFERENT = 0.7
"""The least share of different texts in a column that may have titles."""
FEW = 5
"""Rows: fewer may have the same title by chance."""


def texts_of(cells: Iterable[Cell]) -> list[str]:
    return [
        text
        for cell in cells
        if cell is not None and (text := str(cell).strip()) and text not in NULLS and not is_mark_of_none(text)
    ]


def fits(heading: str, cells: Sequence[Cell]) -> bool:
    """Whether the cells of a column fit its heading.

    A column Winner of yes and no has no names, nor has one of addresses, or of records as JSON. A vague heading counts
    only with years, or with ranks that repeat or are said (1st, 大奖): a Place may be Cannes, and different numbers
    only number the rows.
    """
    name, found, texts = fold(heading), known(heading), texts_of(cells)
    if name in ("first", "last"):  # of names, or of years or dates
        return not is_numeric(cells)
    if name == "title" and len(texts) > 1 and are_most(_POST.search, texts):  # a film alone may be called Director
        return False
    may_be_when = found is not None and (found.role == "award" or (found.role in SEVERAL and found.strength < SURE))
    if may_be_when and texts and all(map(is_date, texts)):  # d_award: 16-May-29
        return False
    if found is None or to_simplified(heading) in vocabulary.HEADINGS[found.role]:
        return True
    if found.role == "year" and texts and all(map(is_day_of_some_year, texts)):
        return False
    if texts and (all(map(_ADDRESS_OR_JSON.match, texts)) or _name_nothing(heading, found, texts, len(cells))):
        return False
    if found.strength != WEAK or (found.role == "title" and fold(REMARK.sub("", heading)) in words_known(WEAK)):
        return True
    if found.role in SEVERAL:
        return found.role == "organization" or not texts or titleness(cells) >= LIKELY
    if found.role == "year":
        is_release = any(word in name for word in split(_RELEASED))
        years = [text for text in texts if BARE_YEAR.fullmatch(text) or (is_release and YEAR_IN.search(text))]
        return len(years) >= _MOST * len(texts)
    awards = sum(map(is_award, texts))
    is_said = len(set(texts)) < len(texts) or awards > 0 or any(map(_ORDINAL.fullmatch, texts))
    return is_said and (awards * 2 >= len(texts) > 1 or all(_RANK.fullmatch(text) or is_award(text) for text in texts))


def _name_nothing(heading: str, found: Known, texts: Sequence[str], rows: int) -> bool:
    """Whether the texts in a column of so many rows are flags, counts, or won and lost: no titles, names or awards."""
    are_yes_or_no = all(map(is_yes_or_no, texts))
    if are_yes_or_no and found.role == "award":
        return True
    if are_most(is_yes_or_no, texts) and (found.role == "organization" or found == Known("title", BY_PARTS)):
        return True
    most = rows if found.strength == BY_PARTS else len(texts)  # a flag may be in one row of Best Director
    may_be_short = found == Known("title", SURE) and not is_award(heading) and len(set(texts)) > 1  # films A, B, A
    is_short = may_be_short and all(map(str.isalpha, texts)) and not are_yes_or_no
    if found.role in SEVERAL and not is_short and len(set(texts)) < most and all(map(_FLAG.fullmatch, texts)):
        return True
    is_rank = any(word in fold(heading) for word in split(_RANKS))
    may_be_count = found.strength < SURE if found.role == "organization" else found.role == "award" and not is_rank
    numbers = [text for text in texts if found.role == "award" or not is_nobody(text)]
    if may_be_count and numbers and all(map(_NUMBER_OR_SCORE.fullmatch, numbers)):
        return True  # age_own_firm
    return found.role in SEVERAL and all(outcome(text) is not None for text in texts)


_FLAG = lazy_pattern("[A-Za-z√✓✔●○★☆×*+-]")
_POST = lazy_pattern(
    r"(?i)^(?:mr|mrs|ms|miss|dr|prof|rev)\.?$|\b(?:professor|lecturer|teacher|dean|manager|engineer|director|officer|"
    r"president|analyst|coordinator|specialist|consultant|assistant|associate|head|chair|founder|c[eft]o)(?: of .+)?$"
)
"""Forms of address and posts, by their last word: under Title they are of the people honoured."""
_ADDRESS_OR_JSON = lazy_pattern('https?://|www\\.|\\[?\\{"')
_MOST = 0.9
YEAR_IN = lazy_pattern(
    r"(?<![0-9])[12][0-9]{3}(?:(?:0[1-9]|1[0-2])(?:[0-3][0-9])?)?(?![0-9])|[〇零○一二三四五六七八九]{4}年"
)
_NUMBER_OR_SCORE = lazy_pattern(r"[0-9]+(?:\s?[.,:–-]\s?[0-9]+)?(?:\s*\(.+\))?")
_LEVEL = chinese_pattern(
    r"(?i)(?:国际|国家|全国|省部?|自治区|地?市|区|县|厅局?|校|院|系)级|(?:inter)?national|provincial|regional"
)
_MONEY = chinese_pattern(
    r"(?i)[a-z]{0,3}\s*[$€£¥￥₩₽]\s*[0-9]|(?:usd|eur|gbp|cny|rmb|jpy|chf)\s*[0-9]|"
    r"[0-9][0-9.,\s]*[万千亿km]?\s*(?:[元円원$€£¥￥₽]|美元|欧元|(?:usd|eur|gbp|cny|rmb|jpy|chf|dollars?|euros?|pounds?)$)"
)
_RANK = chinese_pattern(r"(?i)(?:no\.?|第)?\s*[0-9一二三四五六七八九十]{1,4}\s*(?:st|nd|rd|th|名|位)?|[冠亚季殿]军")
_BARE_RANK = lazy_pattern(r"(?i)(?:no\.?)?\s*[0-9]{1,4}\s*(?:st|nd|rd|th|位)?")
_ORDINAL = lazy_pattern(r"(?i)[0-9]+\s*(?:st|nd|rd|th)|第.+[名位]")


def are_other_years(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether a cell has another year than what is said of its row: 2019-03-01 below 2024年."""
    years = ((YEAR_IN.search(cell), YEAR_IN.search(said)) for cell, said in pairs)
    return any(year and other and year[0] != other[0] for year, other in years)


def always_the_same(cells: Sequence[Cell], fewest: int = FEW) -> str | None:
    """The text that is in every row, of that many at least, or None."""
    texts = texts_of(cells)
    return texts[0] if fewest <= len(texts) == len(cells) and len(set(texts)) == 1 else None


def yes_or_no(text: str) -> bool | None:
    """Whether a cell says yes (True) or no (False), as a word, a mark, or 1 and 0; None where it says neither.

    >>> yes_or_no("√"), yes_or_no("0.0"), yes_or_no(""), yes_or_no("2")
    (True, False, False, None)
    """
    return _meanings(_YES, _NO).get(text.casefold().removesuffix(".0").removesuffix("\ufe0f"))


def is_yes_or_no(text: str) -> bool:
    """Whether a cell is only a mark, or yes or no."""
    return yes_or_no(text) is not None


def won_and_lost(heading: str, texts: Sequence[str]) -> tuple[str, str] | None:
    """A cell that says won and one, perhaps blank, that says it did not, where all say one or the other; else None.

    >>> won_and_lost("Result", ["Nominated", "Won"]), won_and_lost("Winner", ["True", "False"])
    (('Won', 'Nominated'), ('True', 'False'))
    >>> won_and_lost("荣誉", ["True", "False"])
    """
    outcomes = {outcome(text): text for text in texts if text}
    flags = {yes_or_no(text): text for text in texts if _says_whether_won(heading)}
    said = next((each for each in (outcomes, flags) if each.keys() == {True, False}), None)
    return (said[True], said[False]) if said else None


def say_whether_won(heading: str, texts: Sequence[str]) -> bool:
    """Whether texts only say of each row that it won or not (Won, Nominated), and name no award, as Winner may."""
    found = won_and_lost(heading, texts)
    return found is not None and fold(found[0]) in split(_HAS_WON)


def _says_whether_won(heading: str) -> bool:
    """Whether yes and no under a heading say who won: 是否获奖, Winner, and neither 已报送 nor 导演."""
    found, name = known(heading), fold(heading)
    is_of_winners = any(word in name for word in split(_OF_WINNERS))
    is_award = found is not None and found.role == "award" and name not in split(_HONORARY)
    may_say = is_award or (found is not None and found.role == "organization" and is_of_winners)
    return may_say or name in split(_SAYS_WHETHER)


def won_nothing(heading: str, with_award: Iterable[str], without: Iterable[str]) -> bool:
    """Whether the texts of a column say that one of the rows without an award won nothing.

    One text is 未提交 or Nominated, or under 是否获奖 all rows with an award have yes, and one of the others has not.

    >>> won_nothing("备注", [], ["未提交"]), won_nothing("是否获奖", ["是"], ["待定"])
    (True, True)
    >>> won_nothing("备注", ["是"], ["否"]), won_nothing("是否获奖", ["是"], ["是"])
    (False, False)
    """
    rest = [text for text in without if text]
    if any(_WON_NOTHING.search(text) or outcome(text) is False for text in rest):
        return True
    won = list(map(yes_or_no, with_award))
    return _says_whether_won(heading) and bool(won) and all(won) and not all(map(yes_or_no, rest))


_WON_NOTHING = chinese_pattern(
    "(?i)^(?:[未没]有?(?:获|得|评|入|提交|报送|参[赛评加]|通过)|落选|落榜|弃权|退赛|淘汰|无奖|"
    "(?:not |never |un)(?:award|submit|select|won)|withdrawn|disqualified|rejected)"
)


def outcome(text: str) -> bool | None:
    """Whether a cell says that it won (True), or was only nominated (False); None where it says neither.

    >>> [outcome(text) for text in ("Won", "Runners-up", "获奖者", "入围作品", "提名奖", "金奖")]
    [True, False, True, False, None, None]
    """
    said = _meanings(_WON, _LOST)
    return said.get(fold(text), said.get(_OF_SEVERAL.sub("", fold(text))))


@cache
def _meanings(yes: str, no: str) -> Mapping[str, bool]:
    """The words of two lists, with whether they say yes."""
    return {**dict.fromkeys(split(yes), True), **dict.fromkeys(split(no), False)}


def is_poor(heading: str, cells: Sequence[Cell]) -> bool:
    """Whether another column, if any, rather has the role.

    Numbers are hardly titles, and levels of contests, money, bare ranks (1, 1st, but not 冠军) and outcomes (Won,
    Nominated, with places among them) hardly awards.
    """
    found, texts = known(heading), texts_of(cells)
    if found is None or found.role not in ("title", "category", "award") or not texts:
        return False
    if found.role != "award":
        return is_numeric(cells)
    is_of_ranks = any(word in fold(heading) for word in split(_OF_RANKS))
    are_ranks = is_of_ranks and all(map(_BARE_RANK.fullmatch, texts))
    are_levels = all(map(_LEVEL.fullmatch, texts))
    are_money = are_most(_MONEY.match, texts)
    outcomes = [outcome(REMARK.sub("", text)) for text in texts]
    are_outcomes = any(each is not None for each in outcomes) and all(
        said is not None or _PLACE.fullmatch(text) for said, text in zip(outcomes, texts, strict=True)
    )
    return are_ranks or are_levels or are_money or are_outcomes


_PLACE = chinese_pattern(
    r"(?i)(?:first|second|third|fourth|fifth|[0-9](?:st|nd|rd|th)) place|honou?rable mention|第?.名"
)
"""A place among outcomes (winner, nomination, second place), where the award is in a column of its own."""


def is_numeric(cells: Sequence[Cell]) -> bool:
    texts = texts_of(cells)
    return bool(texts) and all(map(NOT_A_TITLE.match, texts))


_LONGEST_TITLE = 60
_UNITS = "分钟?|秒|小时|人评价|亿|万|元|部|届|屆|回|期|次|名|회|min|mins|minutes|st|nd|rd|th"
NOT_A_TITLE = chinese_pattern(
    rf'(?i)\s*(?:\[?\{{"|\[\["|https?:|www\.|/|[^@\s]+@|第?\s*[-+]?[0-9.,:/%年月日 -]+(?:{_UNITS})?\s*$)'
)


def titleness(cells: Sequence[Cell]) -> float:
    """The share of cells that could be titles, less where they repeat."""
    fit = [text for text in texts_of(cells) if len(text) <= _LONGEST_TITLE and not NOT_A_TITLE.match(text)]
    if all(map(is_yes_or_no, fit)):
        return 0.0
    return len(set(fit)) / len(cells) if max(map(len, fit), default=0) > 1 else 0.0


def most_like_titles(names: Iterable[str], cells_of: CellsOf, least: float) -> str | None:
    """The column with the highest `titleness`, or None where none reaches `least`."""
    scores = {name: titleness(cells_of(name)) for name in names}
    best = max(scores, key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= least else None


def may_be_titles(heading: str, cells: Sequence[Cell]) -> bool:
    """Whether a column may have titles: no ids, addresses, codes, tags, subjects, levels, places, files, sentences."""
    texts = texts_of(cells)
    are_codes = bool(texts) and all(map(_CODE.fullmatch, texts))
    are_levels = bool(texts) and all(map(_LEVEL.fullmatch, texts))
    are_others = are_levels or are_most(_SEVERAL_OR_A_SENTENCE.search, texts)
    return not (_NAMES_NOTHING.search(heading) or are_codes or are_others)


_NAMES_NOTHING = chinese_pattern(
    r"(?i)职务|职称|职位|电话|(?:^|[^a-z])o?id$|[a-z]I[Dd]$|"
    "(?:slug|uuid|guid|url|code|key|abbr|(?<!proto)types?|tags?|keywords?|subjects?|subfield|field|genre|language|gender|sex|"
    "level|frequency|nationality|venue|location|birthplace|"
    "description|summary|abstract|association|organi[sz]er)(?:_(?:en|zh|ja))?$|"
    "(?:(?<![a-z])|(?-i:(?<=[a-z])(?=[A-Z])))"
    "(?:country|nation|region|state|county|province|city|town|continent)(?-i:(?![a-z]))|"
    "(?:国别|国籍|籍贯|学科|专业|领域|标签|关键词|代码|缩写|性别|民族|语言|语种|题材)$|"
    "(?:国家|地区|省份|城市|地点|(?:^|所在|所属|出生)(?:省|市|县|区|州|乡镇?|镇|街道|地))(?:[(（/、].*)?$|"
    "^(?:其[它他]|others?)$|^(?:ville|pays|ciudad|país|stadt|ort|cidade)"
)
"""Headings of ids and addresses, and of what a work or a person is counted with or said to be: tags, places."""
_SEVERAL_OR_A_SENTENCE = lazy_pattern(r"(?i);|。$|\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|mp[34])$")
_CODE = lazy_pattern("[A-Z0-9]{1,4}|[a-z0-9]+(?:[_-][a-z0-9]+)+")
"""A cell that is a short form of a name (PR) or its key in a program: smile_award."""


def only_counts(heading: str, cells: Sequence[Cell]) -> bool:
    """Whether a column says how many bodies or people there are, and not which: Theaters with numbers; Team 254 is one.

    >>> only_counts("Theaters", ["1,532", "NA"]), only_counts("Team", ["254"]), only_counts("Bands", ["311, Blur"])
    (True, False, False)
    """
    texts = [text for text in texts_of(cells) if not is_nobody(text)]
    is_plural = fold(heading).endswith("s") and known(heading) == ("organization", SURE)
    return is_plural and bool(texts) and all(map(_COUNT.fullmatch, texts))


_COUNT = lazy_pattern("[0-9]{1,3}(?:,?[0-9]{3})*")


def handles_of_names(names: Iterable[str], cells_of: CellsOf) -> list[str]:
    """The columns whose cells are keys for the names in another one: teacher: shen beside teacherName: 申德荣."""
    folded = {fold(name): name for name in names}
    found = []
    for whole, name in folded.items():
        other = next((folded[whole + end] for end in split(_NAMES) if whole + end in folded), None)
        texts, named = texts_of(cells_of(name)), texts_of(cells_of(other)) if other else []
        is_key = bool(named) and len(set(texts)) == len(set(named)) and all(map(_HANDLE.fullmatch, texts))
        if is_key and not any(map(_HANDLE.fullmatch, named)):
            found.append(name)
    return found


_NAMES = "name、fullname、名、名称、姓名"
"""Ends of folded headings of names, beside those of keys."""
_HANDLE = lazy_pattern(r"[a-z0-9]+(?:[_.-][a-z0-9]+)*")


def joined_of_others(columns: Mapping[str, Sequence[Cell]]) -> list[str]:
    """The columns whose cells are those of two others, joined: Prince Purple Rain beside Prince and Purple Rain.

    The second may be missing or cut in some rows, but not in most.
    """
    folded = {name: [fold(str(cell or "")) for cell in cells] for name, cells in columns.items()}
    found = []
    for name, texts in folded.items():
        others = [each for other, each in folded.items() if other != name and any(each)]
        for first, second in permutations(others, 2):
            rest = [text[len(begin) :] for text, begin in zip(texts, first, strict=True) if text.startswith(begin)]
            are_joined = len(rest) == len(texts) and all(map(str.startswith, second, rest))
            if are_joined and are_most(bool, rest) and all(first):
                found.append(name)
                break
    return found


EDITION_ALONE = chinese_pattern(
    r"第\s*[0-9一二三四五六七八九十百]{1,5}\s*(?:届(?:\s*[(（]?\s*(?:1[89]|20)[0-9]{2}\s*年?度?\s*[)）]?)?|"
    r"回\s*[(（]?\s*(?:1[89]|20)[0-9]{2}\s*年?度?\s*[)）]?)|"
    r"[0-9]{1,3}(?:st|nd|rd|th)\s*[(（,，]?\s*(?:1[89]|20)[0-9]{2}\s*[)）]?"
)
"""第1届, 第1届1962年, 第1回（1962年）, 72nd (2000): by itself 1st may be a rank, and 第1回 a chapter."""


# Several columns of awards


def not_yet_awards(names: Sequence[str], cells_of: CellsOf) -> list[str]:
    """The columns of awards that were asked for or judged first, beside one judged later: 推荐等级 beside 评定等级.

    Of several levels of contests the highest counts, if it says as much as each lower one: 区级奖项 beside 市级奖项.
    """
    awards = {name: len(texts) for name in names if known_role(name) == "award" and (texts := texts_of(cells_of(name)))}
    stages = {name: _place_in(_STAGES, name) for name in awards}
    given = {name: _place_in(_LEVELS, name) for name in awards if stages[name] == max(stages.values())}
    lower: list[str] = []
    if given and max(given.values()) < len(_LEVELS):
        last = max(given, key=given.__getitem__)
        lower = [name for name in given if given[name] < given[last] and awards[name] <= awards[last]]
    return [*(name for name in awards if name not in given), *lower]


def _place_in(kinds: Sequence[re.Pattern[str]], heading: str) -> int:
    """The place of the first pattern that is in a heading; behind all where none is."""
    return next((at for at, words in enumerate(kinds) if words.search(fold(heading))), len(kinds))


_STAGES = (
    chinese_pattern(
        "推荐|申报|申请|报送|海选|建议|自评|自荐|^拟|recommend|propos|suggest|requested|appliedfor|selfass|selfeval"
    ),
    chinese_pattern("初评|初审|初选|初定|预评|preliminar|initial|provisional|firstround"),
    chinese_pattern("复评|复审|semifinal|secondround"),
)
"""Parts of folded headings of what is not yet the award, in the order in which lists have them."""
_LEVELS = tuple(map(chinese_pattern, ("^[校院]级", "^[区县]级", "^市级", "^省级", "^(?:国家级|全国)")))
"""Beginnings of folded headings of awards of a level, the lowest first."""


def without_awards(names: Sequence[str], cells_of: CellsOf) -> list[str]:
    """The columns of names that are no awards by their words, beside one with some: 获奖名称 beside 获奖等级 一等奖."""
    awards = [name for name in names if known_role(name) == "award"]
    without = [name for name in awards if not any(map(is_award, texts_of(cells_of(name))))]
    return [name for name in without if _NAME_OF_AWARD.search(name)] if len(without) < len(awards) else []


_NAME_OF_AWARD = chinese_pattern("(?i)(?:名称|name)$")
