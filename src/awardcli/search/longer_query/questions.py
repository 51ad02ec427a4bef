"""A question about a work, its maker or its award: 谁导演了绿皮书, 宫崎骏的龙猫, 2015年谁得了茅盾文学奖."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from awardcli.language.awards import AWARD_IN_TEXT
from awardcli.language.fold import fold, to_simplified
from awardcli.language.lazy_pattern import lazy_pattern
from awardcli.language.words_about_works import WORDS_FOR_WORKS
from awardcli.language.words_of_questions import (
    ASKING,
    BESIDE_A_WORK,
    BODIES,
    CLOSING,
    DID,
    HAS_MADE,
    MADE_BY,
    MAKING,
    OF_A_WORK,
    OPENING,
    OPINIONS,
    POINTING,
    TITLE_OF_A_PERSON,
    WHAT_IT_WON,
    WINNING,
    WORDS_OF_A_QUESTION,
)
from awardcli.model import Result, Tier
from awardcli.search import weights
from awardcli.search.longer_query.title_among_words import answer_leaving_out, names_of
from awardcli.search.longer_query.works_of_makers import is_by, made_by, made_by_part
from awardcli.search.query import Query
from awardcli.search.ranking import Answer, has_whole_title
from awardcli.search.steps import NEAR, SURE

if TYPE_CHECKING:
    from awardcli.search.find import Searcher

_MOST_QUESTIONS = 60
"""Ways to split a question that are tried at most."""
_MOST_CLOSED = 4
"""Ways to end the title of a question at most: 推拿 and 推 in 娄烨的推拿得过什么奖."""
_BRACKET = "[（(][^（）()]*[）)]$"
_OF_AWARDS = ("award", "category", "edition")
_PRIZE = lazy_pattern(
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
    for said in _PRIZE.finditer(to_simplified(query.text)):
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
