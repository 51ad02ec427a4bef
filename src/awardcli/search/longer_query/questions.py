"""Questions: about a work, its maker or its award, or in words that only ask.

A question about a work is split into its title or maker and the words that ask: 谁导演了绿皮书, 2015年谁得了茅盾文学奖.
Any other is said in plain words, as the other steps know them: 上海海洋大学报了哪些作品 is 上海海洋大学的作品.
The words that only open or close it are taken away, and what is left is said as people who do not ask say it:
请问有没有跟修表匠有关的纪录片 is 关于修表匠的纪录片, any movies starring Tom Hanks is movies by Tom Hanks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from awardcli.language.awards import AWARD_IN_TEXT
from awardcli.language.dates import YEAR
from awardcli.language.fold import fold, to_simplified
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.language.words_about_works import KINDS_OF_WORK, WORDS_FOR_WORKS, value_of_kind
from awardcli.language.words_of_questions import (
    ASKING,
    BESIDE_A_WORK,
    BODIES,
    CLOSING,
    CLOSING_IN_ENGLISH,
    COUNTED,
    DID,
    DID_IN_ENGLISH,
    HAS_MADE,
    IS_IT_NOT,
    MADE_BY,
    MADE_BY_IN_ENGLISH,
    MAKING,
    MEASURE_WORDS,
    OF_A_WORK,
    OPENING,
    OPENING_IN_ENGLISH,
    OPINIONS,
    POINTING,
    SUBJECT,
    THAT_ONE,
    TITLE_OF_A_PERSON,
    WHAT_IT_WON,
    WHETHER,
    WHICH_BODY,
    WINNING,
    WORDS_OF_A_QUESTION,
    WORK_IN_ENGLISH,
)
from awardcli.model import Hit, Result, Tier
from awardcli.search import weights
from awardcli.search.longer_query.title_among_words import answer_leaving_out, names_of, title_with_its_subject
from awardcli.search.longer_query.works_of_makers import is_by, made_by, made_by_part
from awardcli.search.query import Query
from awardcli.search.ranking import Answer, has_whole_title, in_title
from awardcli.search.steps import NEAR, SURE

if TYPE_CHECKING:
    from awardcli.search.find import Searcher

# A question in plain words.

_MOST_OF_SUBJECT = 3
"""Titles with the same word, beyond which it does not say what one of them is about: 关于上海的片子."""
_WORK = "作品"
_ABOUT = "关于"
_JOINTS = f"^{_ABOUT}|的"
"""What plain words say in place of others: 公安局的微电影 for 公安局有几部微电影."""
_AWARD = "奖"
"""Behind a name it makes another one: 吾梦奖."""
_WORDS = "|".join(sorted(map(re.escape, {*WORDS_OF_A_QUESTION} - {_AWARD}), key=len, reverse=True))
_AROUND_WHAT_IS_ASKED = rf"^(?:{_WORDS}|\W)+|(?:{_WORDS}|\W)+$"
_IS_IT_SO = f"(?:{WHETHER}.+|是.+{IS_IT_NOT})[?？]?"
"""The pattern of a question to be answered by yes or no."""
_IN_OTHER_WORDS = (
    ("(?:一共|总共|到底|究竟)(?=[是有在拍得获])", ""),
    (f"(?<={YEAR})年?那一?[届次]的?", "年"),
    ("(?<=届)那一?[届次]的?", ""),
    ("(?<=哪)一(?=[届年次])", ""),  # no first edition
    (f"(?<=[得获拿]奖的)都?(?:[是有]{COUNTED}|有$)", ""),
    ("(?<=[得获拿]奖的)$", _WORK),
    (f"{WHICH_BODY}出(?=的)", "谁做"),
    (WHICH_BODY, "谁"),
    (rf"^哪[些几两]?[{MEASURE_WORDS}]?是(.+)(?<!是)的$", rf"\1的{_WORK}"),
)
"""The patterns of words that only stress a question, say again which edition it means, or ask with 哪, and plain words.

哪部是讲路灯的 is 讲路灯的作品, 2023那届 is 2023年.
"""
_PRIZE = "(?:获得|[得获拿])[了过的到]*(?P<prize>.+)"
_MAKER_HAS = (
    f"(?:(?P<when>{YEAR}年|第[^届]{{1,4}}届)的?)?(?P<who>.{{2,}}?)[都还]?"
    f"(?:(?:有过?|{DID}{{1,2}}[了过]?|[凭靠以]|的?(?=哪)){COUNTED}|有没有(?=.))"
    f"(?P<kind>.*?)(?:{_PRIZE}|入[选围]|[上入]榜)?"
)
"""The pattern of what a maker has, or won with a work: 公安局有几部微电影, 路遥凭哪本书得奖."""
_WON_BY = "哪[年届次]的?(.{2,}?)颁?给了?(.{2,})"
"""The pattern of when an award went to a work: 哪年的金像奖给了功夫."""
_MADE = (
    f"(.{{2,}}?)(?:{WHETHER}(?:{DID}|有)[了过]?(?:一?[{MEASURE_WORDS}])?|{DID}[了过]?(?:的(?:{THAT_ONE})?|{THAT_ONE})|的?{THAT_ONE})"
    f"(.*?)(?:的?{THAT_ONE}|的)?"
)
"""The pattern of works by who made them, and maybe by a part of their title: 宫崎骏拍的城堡那部, 李安那部漂流的."""
_IS_BY = f"(.{{2,}}?)(?:{THAT_ONE}[^是]*)?(?:{WHETHER}|是)由?(.{{2,}}?)(?:{DID})?的(?:作品)?"
_OF_BOTH = f"(.{{2,}}?)[和与跟及、](.{{2,}}?)(?:一起|合作)?(?:合?{DID})?[了过]?的?(?:{THAT_ONE})?"
_KIND_FIRST = "(?:是(?=.+(?:的|有?关)$)|(?=[讲写说跟和与关介叫]))(?:(?P<verb>[讲写说])的是)?(?P<rest>.+?)的?"
"""The pattern of what is said of works behind the word for them: 片子跟咖啡店有关, 作品是上海大学的."""
_WORKS_BY = (
    rf"(?:(?P<kind>(?:[\w-]+[ -])??{WORK_IN_ENGLISH}) )?(?:(?:that|which) )?(?:(?:is|are|was|were) )?"
    rf"(?:{MADE_BY_IN_ENGLISH}) (?:(?:the|an?) )?(?P<who>.+)"
)
_WORKS_DONE_BY = (
    rf"(?:{WORK_IN_ENGLISH} )?(?:(?:that|which) )?(?:(?:has|have|had|did|does|do) )?(?P<who>.+?) "
    rf"(?:(?:has|have|had) )?(?:{DID_IN_ENGLISH})"
)


def question_in_plain_words(search: "Searcher", query: Query) -> Answer:
    """The answer to a question in plain words, with the words that only ask as those that it leaves out."""
    text = to_simplified(query.text).lower()
    if search.collection is None or not query.searches_all or len(query.text) > weights.LONGEST_QUESTION:
        return Answer(())
    values = {value.casefold() for value in search.texts_of_values if len(value) >= weights.SHORT}
    for terms in _in_plain_words(text, values):
        asked = query._replace(terms=tuple(filter(fold, terms)))
        is_about = len(terms) == 1 and terms[0].startswith(_ABOUT)
        steps = (partial(title_with_its_subject, search),) if is_about else (search.find, search.by_other_words)
        for step in steps if asked.terms and asked.text != text else ():
            found = step(asked)
            if _is_sure(found, asked):
                return found._replace(left=_left(query, asked, found))
    return Answer(())


def _is_sure(found: Answer, asked: Query) -> bool:
    """Whether an answer explains all of a question: by values or makers in full, or as another of the last steps."""
    if not found.hits or found.step == "near" or not {*asked.terms}.isdisjoint(found.left):
        return False
    if found.step in SURE and found.left and len(list(islice(found.hits, _MOST_OF_SUBJECT + 1))) > _MOST_OF_SUBJECT:
        return False
    if found.step in ("around", "together") or found.left:
        return True
    first = list(islice(found.hits, weights.SHORT))
    if found.step == "words":
        sure = all(named.tier in (Tier.EQUAL, Tier.SOUND, Tier.PINYIN) for named in found.named)
        others = {*asked.terms}.difference(named.term for named in found.named)
        is_any = any(len(term) < weights.FEW for term in others)  # 上海 is no maker, though bodies begin so
        return sure and not any(hit.tier is Tier.NEAR or (is_any and _is_by_part(hit)) for hit in first)
    return len(asked.terms) > 1 and (not any(map(in_title, first)) or all(map(_is_of_both_fields, first)))


def _is_of_both_fields(hit: Hit) -> bool:
    """Whether a hit is by its title and its maker."""
    return len({place.field for place in hit.places}) > 1


def _is_by_part(hit: Hit) -> bool:
    """Whether a hit has part of a name in its maker."""
    return hit.tier in (Tier.PREFIX, Tier.SUBSTRING) and not in_title(hit)


def _left(query: Query, asked: Query, found: Answer) -> tuple[str, ...]:
    """The words of a query around those that an answer to it in plain words explains."""
    explained = asked.text
    for word in found.left:
        explained = explained.replace(word, " ")
    words = explained.split()
    known = sorted(
        {*words, *(part for word in words for part in re.split(_JOINTS, word) if part)}, key=len, reverse=True
    )
    pattern = "|".join(rf"\b{re.escape(word)}s?\b" if word.isascii() else re.escape(word) for word in known)
    parts = re.split(pattern, query.text, flags=re.IGNORECASE) if known else [query.text]
    return tuple(filter(fold, map(str.strip, parts)))


def _in_plain_words(text: str, values: Set[str]) -> Iterator[tuple[str, ...]]:
    """The ways to say a question plainly, each as terms; `values` are those of the list."""
    if re.match("[a-z]+['’ -]", text):  # maybe with a name in Chinese
        yield from _in_plain_english(text, values)
        return
    for pattern, plain in _IN_OTHER_WORDS:
        text = re.sub(pattern, plain, text)
    rest = re.sub(f"^(?:{OPENING})+", "", text)
    core = re.sub(f"(?:{CLOSING})+$", "", rest)
    yield from _what_a_maker_has(re.sub(r"[?？呢啊呀吗\s]+$", "", rest), values)
    if said := re.fullmatch(_WON_BY, rest):
        yield said[2], said[1]
    if re.search(_IS_IT_SO, rest) and (said := re.fullmatch(_IS_BY, core)):
        yield (f"{said[2]}的{said[1]}",)
    kinds = WORDS_FOR_WORKS | values
    first = max(filter(core.startswith, KINDS_OF_WORK | values if rest == text else kinds), key=len, default="")
    if first and (said := re.fullmatch(_KIND_FIRST, core.removeprefix(first))):
        core = f"{said['verb'] or ''}{said['rest']}的{first}"
    if core:
        yield (core,)
        yield from _in_other_plain_words(core, text, text.removesuffix(rest), values)


def _in_other_plain_words(core: str, text: str, opening: str, values: Set[str]) -> Iterator[tuple[str, ...]]:
    """The ways to say what is left of a question without the words that open and close it, apart from that itself."""
    kinds = WORDS_FOR_WORKS | values
    kind = max(filter(core.endswith, kinds), key=len, default="")
    of_kind = tuple(filter(None, (value_of_kind(kind, values),)))
    pointing = re.search(f"{THAT_ONE}$", opening)
    if pointing and len(core) < weights.HELD_LENGTH:
        yield (pointing[0] + core,)
    is_whole = core == text and not kind and core[-1] not in f"的{MEASURE_WORDS}"  # 讲咖啡店 may be anything
    pattern = f"{SUBJECT}|(.{{2,}}?)的" if pointing and core[:-1] not in values else SUBJECT
    if not is_whole and (said := re.fullmatch(pattern, core.removesuffix(kind))):
        subject = next(filter(None, said.groups()))
        yield from [(subject, *of_kind)] if of_kind else []
        yield (f"{_ABOUT}{subject}的{kind if kind in KINDS_OF_WORK else _WORK}",)
    if said := re.fullmatch(_MADE, core.removesuffix(kind)):
        who, part = said.groups()
        yield from [] if part else [(f"{who}的{kind or _WORK}",)]
        yield who, part, *of_kind
    if "叫" in text.partition(core)[2] and (said := re.fullmatch("(.{2,}?)的(.{2,})", core)):
        yield said.groups()
    if said := re.fullmatch(_OF_BOTH, core.removesuffix(kind)):
        yield *said.groups(), *of_kind
    yield from _values_and_rest(core, values)


def _what_a_maker_has(text: str, values: Set[str]) -> Iterator[tuple[str, ...]]:
    """The works that a maker has, or those with which they won something: 公安局有几部微电影, 路遥凭哪本书得奖."""
    said = re.fullmatch(_MAKER_HAS, text)
    if said is None:
        return
    when, who, kind, prize = said.group("when", "who", "kind", "prize")
    kind = kind.removesuffix(_AWARD) if when else kind
    if not kind or kind in WORDS_FOR_WORKS or kind in values:
        others = [*filter(None, (when, prize if prize != _AWARD else None))]
        yield from [] if others else [(f"{who}的{kind or _WORK}",)]
        yield who, *others, *([] if prize else [kind])


def _values_and_rest(core: str, values: Set[str]) -> Iterator[tuple[str, ...]]:
    """The values that a question names, apart from the one thing that it says besides: 上海大学在第六届拿一等奖的."""
    named = sorted((value for value in values if value in core), key=len, reverse=True)
    if not named:
        return
    pattern = "|".join(map(re.escape, named))
    others = re.split(pattern, core)
    rest = list(filter(fold, (re.sub(_AROUND_WHAT_IS_ASKED, "", other) for other in others)))
    is_question = "".join(rest) != "".join(others)
    if is_question and len(rest) == 1 and len(rest[0]) >= weights.SHORT:
        yield (*rest, *(said[0] for said in re.finditer(pattern, core)))


def _in_plain_english(text: str, values: Set[str]) -> Iterator[tuple[str, ...]]:
    rest = re.sub(rf"^(?:(?:{OPENING_IN_ENGLISH})(?:['’]| |\b[,:]? ))+", "", text)
    core = re.sub(rf"(?: (?:{CLOSING_IN_ENGLISH}))*[\s?!.]*$", "", rest)
    if said := re.fullmatch(_WORKS_BY, core):
        kind, who = (said["kind"] or "").removesuffix("s"), said["who"]
        yield (f"movies by {who}",)
        named = next((value for value in values if kind and fold(value) == fold(kind)), None)
        yield from [(named, who)] if named else [(who,)]
    if said := re.fullmatch(_WORKS_DONE_BY, core):
        yield (f"movies by {said['who']}",)
    yield tuple(core.split())


# A question about a work, its maker or its award.

_MOST_QUESTIONS = 60
"""Ways to split a question that are tried at most."""
_MOST_CLOSED = 4
"""Ways to end the title of a question at most: 推拿 and 推 in 娄烨的推拿得过什么奖."""
_BRACKET = "[（(][^（）()]*[）)]$"
_OF_AWARDS = ("award", "category", "edition")
_NAME_OF_A_PRIZE = lazy_pattern(
    "((?:(?![年届的第])[\u3400-\u9fff]){2,12}?(?:[影艺视剧画片乐术文]节|影展|(?<!等)奖)|奥斯卡(?:金像奖)?)的?|"
    r"(?i:\bwon (?:the )?([a-z]+)|\b([a-z]+) (?=(?:awards?|prizes?)\b))"
)
"""The pattern of what may be a prize of a year's awards: 金马奖, 上海市民微电影节, hugo award."""
_BEFORE_A_PRIZE = f"(?:{OPENING}|谁|{DID}|[了过是])*"
_BETWEEN = "还是| or "
_EITHER = (
    f"(?P<before>(?:{OPENING})*)(?P<one>.{{2,}}?)(?P<between>{_BETWEEN})(?P<other>.{{2,}}?)"
    f"(?P<after>(?:更|比较)?(?:{'|'.join(OPINIONS)})?(?:{CLOSING})*)"
)


def work_asked_about(search: "Searcher", query: Query, asking: Sequence[str] = ASKING) -> Answer:
    """The results whose whole title, or maker, is a question without its question words: 谁导演了绿皮书, 余华写了什么.

    A title of two characters counts only where the question is plainly about a work, for it may be about anything
    (距离是多少). One of `asking` makes a question of a query.
    """
    for before, rest, after in _questions(query.text, asking):
        left = tuple(filter(None, (before, after)))
        said = "".join(left)
        of_a_work, of_making = (
            any(word in said for word in words) for words in (OF_A_WORK, MAKING + WINNING + MADE_BY)
        )
        is_short = len(fold(rest)) < weights.HELD_TERM
        is_meant = (of_a_work and not before.endswith(BODIES)) if is_short else True
        if len(fold(rest)) < weights.SHORT or not (is_meant or of_making):
            continue
        found = search.surely(query.asking(rest))
        titles = filter(has_whole_title, found.hits) if is_meant else ()
        # Of two characters, a homophone is mostly another word: 记忆, 记疫.
        if whole := [hit for hit in titles if not is_short or hit.score == weights.FULL_SCORE]:
            return answer_leaving_out(whole, *left)
        if not of_making or not query.searches_all or re.search("第.+届", before):
            continue  # 第一届上海大学得了什么奖 asks for those of that edition
        if any(value in said for value in search.texts_of_values if len(value) >= weights.SHORT):
            continue  # 郑晓龙导演的话剧 asks for his plays
        made = made_by(rest, found)
        if not made.hits and rest not in search.texts_of_values:  # 静安区 is the district before it is 静安区委
            made = made_by_part(rest, search, query)
        if made.hits:
            return made._replace(left=left)
    return Answer(())


def work_pointed_at(search: "Searcher", query: Query) -> Answer:
    """The results whose whole title is beside words that point at it, or at who made it: 萌芽熊那部, 雷雨作者."""
    return work_asked_about(search, query, BESIDE_A_WORK)


def title_after_its_maker(search: "Searcher", query: Query) -> Answer:
    """The results whose whole title follows its maker in the query, or part of it the maker's whole name.

    去年闵行公安拍的记疫, 请问余华老师的兄弟, 周杰伦那首稻香, 莫言写过蛙吗; 侯孝贤的刺客 for 刺客聂隐娘.
    """
    if len(query.text) > weights.LONGEST_QUESTION or not query.searches_all:
        return Answer(())
    pointing = "|".join(POINTING)
    of = rf"(?:{HAS_MADE})?的(?:{pointing})?|{pointing}|{HAS_MADE}(?<=[过了])"
    ways = [("", query.text, ""), *_questions(query.text, ASKING)]
    *_, opened = (way for way in ways if not way[2])
    closed = [way for way in reversed(ways) if way[2]]
    for asking, text, after in (opened, *closed[:_MOST_CLOSED]):
        said = re.fullmatch(rf"(?:去年|今年|前年)?(.+?){TITLE_OF_A_PERSON}?(?:{of})(.+)", text)
        if said is None:
            continue
        (who, title), joint = said.groups(), text[said.end(1) : said.start(2)]
        find = search.surely if after or joint[-1] in "过了" else search.nearly
        found = find(query.asking(f"{who} {title}"))
        complete = [hit for hit in found.hits if hit.complete] if found.step in (*SURE, *NEAR) else []
        if hits := [hit for hit in complete if _is_called(hit.result, title)]:
            left = asking, text[: said.start(1)], joint, after
            return Answer(hits, "around", left=tuple(filter(None, left)))
        is_part = len(fold(title)) >= weights.SHORT and not after
        if hits := [hit for hit in complete if is_part and is_by(hit.result, who)]:
            return found._replace(hits=hits)
    return Answer(())


def _is_called(result: Result, title: str) -> bool:
    """Whether a title is one of a result, or such a one without its brackets: 兄弟 for 兄弟（上）."""
    return fold(title) in (fold(form) for name in names_of(result) for form in (name, re.sub(_BRACKET, "", name)))


def values_asked_about(search: "Searcher", query: Query) -> Answer:
    """The results that have the values that a question names: 2015年谁得了茅盾文学奖.

    The question is about works or awards: it names an award or a category, or has a word of making or winning.
    """
    text, plain = query.text, to_simplified(query.text).lower()
    of_a_kind = text.endswith(tuple(WORDS_FOR_WORKS))
    may_be_question = of_a_kind or _may_be_question(text, plain, (*ASKING, *MAKING))
    words = WORDS_OF_A_QUESTION if may_be_question else ("的",)  # 浦东新区纪录片一等奖
    is_split = len(plain) == len(text) <= weights.LONGEST_QUESTION
    places = _names_in_question(plain, search.texts_of_values, words) if is_split else ()
    if not places:
        return Answer(())
    ends = [0, *(offset for place in places for offset in place), len(text)]
    left = tuple(filter(fold, (text[start:end].strip() for start, end in zip(ends[::2], ends[1::2], strict=True))))
    found = search.by_other_words(query._replace(terms=tuple(text[start:end] for start, end in places)))
    is_of_award = any(named.column in _OF_AWARDS for named in found.named)
    is_about_works = is_of_award or of_a_kind or any(word in "".join(left) for word in MAKING + WINNING + WHAT_IT_WON)
    return found._replace(left=left) if is_about_works else Answer(())


def award_of_a_prize(search: "Searcher", query: Query) -> Answer:
    """The results of the award and year that a question names with their prize: 第42届金马奖最佳影片, hugo award 1985.

    The file of a list, or its editions, may be called after a prize: then no other is meant. Otherwise an award or
    category must be named, and the prize is said not to be searched for.
    """
    if search.collection is None or not query.searches_all or len(query.text) > weights.LONGEST_QUESTION:
        return Answer(())
    own = [fold(name) for edition in search.collection.editions if (name := edition.name)]
    file = [fold(search.collection.path.stem)] if search.collection.path else []
    for said in _NAME_OF_A_PRIZE.finditer(to_simplified(query.text)):
        start, end = said.span(said.lastindex or 0)
        start += re.match(_BEFORE_A_PRIZE, query.text[start:end]).end()  # type: ignore[union-attr] # maybe nothing
        prize = query.text[start:end]
        if len(prize) < weights.FEW or AWARD_IN_TEXT.search(prize) or prize.endswith(tuple(search.texts_of_values)):
            continue
        is_own = any(fold(prize[:-1]) in name for name in (*own, *file))
        if own and not is_own:
            continue
        rest = query.asking(f"{query.text[:start]}{query.text[said.end() :]}")
        found = search.find(rest) if fold(rest.text) else Answer(())
        is_sure = found.step == "words" and all(named.tier is Tier.EQUAL for named in found.named)
        is_of_award = any(named.column in _OF_AWARDS[:2] for named in found.named)
        if is_sure and (is_own or is_of_award):
            return found if is_own else found._replace(left=[*found.left, prize])
    return Answer(())


def either_of_two(search: "Searcher", query: Query) -> Answer:
    """The whole titles between which a question asks: 功夫还是色戒好看. One alone must be plainly that of a work."""
    may_ask = re.search(_BETWEEN, query.text) and len(query.text) <= weights.LONGEST_QUESTION
    said = re.fullmatch(_EITHER, query.text) if may_ask else None
    if said is None:
        return Answer(())
    found = {at: list(filter(has_whole_title, search.surely(query.asking(said[at])).hits)) for at in ("one", "other")}
    left = [said["before"], said["between"], *(said[at] for at, hits in found.items() if not hits), said["after"]]
    alone = next((said[at] for at, hits in found.items() if hits), "")
    is_meant = all(found.values()) or len(fold(alone)) > weights.SHORT or said["after"].startswith(OPINIONS)
    return answer_leaving_out([*found["one"], *found["other"]] if is_meant else (), *left)


def _names_in_question(plain: str, names: Iterable[str], words: Iterable[str]) -> Sequence[tuple[int, int]]:
    """Where a question has names, and only these words besides: where names take up the most; else nowhere."""
    named = {name for each in names if len(name := to_simplified(each).lower()) >= weights.SHORT and name in plain}
    best: dict[int, tuple[int, tuple[tuple[int, int], ...]]] = {0: (0, ())}
    """For each offset that a split reaches, the characters of names before it, and where these are."""
    for start in range(len(plain) if named else 0):
        if start not in best:
            continue
        length, places = best[start]
        ways = [(end, (length, places)) for end in _words_at(plain, start, words)]
        for name in named:
            named_at = (length + len(name), (*places, (start, start + len(name))))
            ways += [(end, named_at) for end in _words_at(plain, start, (name,))]
        for end, way in ways:
            best[end] = max(best.get(end, way), way, key=lambda each: (each[0], -len(each[1])))
    _, places = best.get(len(plain), (0, ()))
    return places


# How a question is split.


def _may_be_question(text: str, plain: str, words: Iterable[str]) -> bool:
    """Whether a text, and the same in simplified lower case, is a short one with a word that makes it a question."""
    return len(plain) == len(text) <= weights.LONGEST_QUESTION and any(word in plain for word in words)


def _questions(text: str, asking: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The ways to split a question into question words, a title, and question words; the longest titles first.

    One of the words around the title is one of `asking`.
    """
    plain = to_simplified(text).lower()
    if not _may_be_question(text, plain, asking):
        return
    length = len(plain)
    ends = {0}
    for start in range(length):
        if start in ends:
            ends.update(_words_at(plain, start, WORDS_OF_A_QUESTION))
    begins = {length}
    for start in reversed(range(length)):
        if not begins.isdisjoint(_words_at(plain, start, WORDS_OF_A_QUESTION)):
            begins.add(start)
    ways = sorted(((begin, end) for begin in ends for end in begins if begin < end), key=lambda way: way[0] - way[1])
    for begin, end in ways[:_MOST_QUESTIONS]:
        if any(word in plain[:begin] or word in plain[end:] for word in asking):
            yield text[:begin].strip(), text[begin:end].strip(), text[end:].strip()


def _words_at(plain: str, start: int, words: Iterable[str]) -> Iterator[int]:
    """The ends of the words that begin at an offset, with the spaces and punctuation behind them."""
    for word in words:
        end = start + len(word)
        if not plain.startswith(word, start):
            continue
        beside = (plain[start - 1 : start] + plain[end : end + 1]).strip(" ")
        if not word.isascii() or word.isdecimal() or not beside.isalpha():
            while end < len(plain) and not fold(plain[end]):
                end += 1
            yield end
