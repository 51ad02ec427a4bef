"""The last steps of a search, in their order: for a query that no result matches because it says more than a title."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from awardcli.collection import Collection
from awardcli.language.awards import EDITION_IN_CHINESE
from awardcli.language.dates import YEAR
from awardcli.language.fold import fold
from awardcli.language.words_about_works import (
    ABOUT_A_WORK,
    ABOUT_AWARDS,
    BEST,
    HAVING_WON,
    IN_ANY_NAME,
    KINDS_OF_WORK,
    WORKS_IN_ENGLISH,
)
from awardcli.language.words_beside_titles import WORDS_AROUND_A_TITLE
from awardcli.language.words_of_questions import ABOUT_AN_ENTRY, WHAT_IT_WON, WORDS_OF_A_QUESTION
from awardcli.model import Hit, Tier
from awardcli.search import weights
from awardcli.search.longer_query.contradicted_answer import is_contradicted, unless_denied
from awardcli.search.longer_query.questions import (
    award_of_a_prize,
    either_of_two,
    question_in_plain_words,
    title_after_its_maker,
    values_asked_about,
    work_asked_about,
    work_pointed_at,
)
from awardcli.search.longer_query.title_among_words import (
    title_among_words,
    title_behind_a_label,
    title_beside_its_award,
    title_partly_forgotten,
    title_with_its_subject,
    title_with_other_small_words,
    version_of_a_work,
    volume_of_a_work,
)
from awardcli.search.longer_query.title_and_organization import title_and_organization
from awardcli.search.longer_query.works_of_makers import values_behind_their_maker, works_of_a_maker
from awardcli.search.other_words import named_by
from awardcli.search.query import Query
from awardcli.search.ranking import Answer, Hits, has_whole_title, in_title

if TYPE_CHECKING:
    from awardcli.search.find import Searcher


def last_answers(search: "Searcher", query: Query) -> Iterator[Answer]:
    """The answer of each last step in turn, without the hits below the lowest score that the query allows."""
    is_first = search.answers_to_parts is None  # some steps search for part of a query
    if is_first:
        search.answers_to_parts = {}
    try:
        for found in _answers(search, query, in_plain_words=is_first):
            yield unless_denied(search, query, _with_outcome(search.collection, found))
    finally:
        if is_first:
            search.answers_to_parts = None


def _answers(search: "Searcher", query: Query, *, in_plain_words: bool) -> Iterator[Answer]:
    """The answers to a query in the words that were typed, then maybe that in plain words."""
    for step in _LAST_STEPS if "title" in query.fields else _FOR_ANY_FIELD:
        found = step(search, query)
        if query.min_score is not None and found.step in ("together", "around"):
            found = found._replace(hits=[hit for hit in found.hits if hit.score >= query.min_score])
        yield found
    if in_plain_words:
        yield question_in_plain_words(search, query)


def _with_outcome(collection: Collection | None, found: Answer) -> Answer:
    """The answer with only the results of an award or category that a word for winning beside values names.

    That is 入围影片 for 宝山区有几部入围; in a list without such a name the word is left out.
    """
    if collection is None or found.step != "words" or not found.hits:
        return found
    said = "/".join(found.left)
    words = (word for word in WHAT_IT_WON if word in said and len(word) >= weights.SHORT)
    names = (each for word in words for each in named_by(collection, word, Tier.SUBSTRING))
    named = next((each for each in names if each.column in ("category", "award")), None)
    if named is None:
        return found
    column = collection.column_names.results_of(named.column)
    having = Hits(lambda: (hit for hit in found.hits if {*column.names(hit.result)}.intersection(named.values)))
    left = tuple(filter(fold, (words.replace(named.term, "") for words in found.left)))
    return found._replace(hits=having, left=left, named=(*found.named, named))


def _with_year_of_works(search: "Searcher", query: Query) -> Answer:
    """The answer without the preposition before a year, beside an English word for works: films of 1972."""
    if not any(fold(term) in WORKS_IN_ENGLISH for term in query.terms):
        return Answer(())
    asked = query.asking(re.sub(rf"\b(?:from|of|in) (?={YEAR}\b)", "", query.text))
    return search.find(asked) if asked.terms != query.terms else Answer(())


def _with_edition_apart(search: "Searcher", query: Query) -> Answer:
    """The answer with an edition or year at the beginning of a term apart: 第九届获奖作品, 1985年的茅盾文学奖."""
    if "届" not in query.text and "年" not in query.text:
        return Answer(())
    word = "|".join(sorted(WORDS_AROUND_A_TITLE, key=len, reverse=True))
    edition = re.compile(rf"({EDITION_IN_CHINESE}|{YEAR}年)度?的?(.+)")
    terms: list[str] = []
    for term in query.terms:
        found = edition.fullmatch(term)
        words = re.fullmatch(rf"(?:{word}|的)+", found[2]) if found else None
        terms += [found[1], *(re.findall(word, found[2]) if words else [found[2]])] if found else [term]
    return search.find(query._replace(terms=tuple(terms))) if tuple(terms) != query.terms else Answer(())


def _with_brackets_apart(search: "Searcher", query: Query) -> Answer:
    """The sure answer with what is in brackets as a term of its own: xinhuo(2022)."""
    apart = query.asking(re.sub("[()（）\\[\\]【】]", " ", query.text))
    if apart.terms == query.terms or len(apart.terms) < weights.SHORT:
        return Answer(())
    found = search.surely(apart)
    return found if found.hits else search.by_other_words(apart)


def _with_words_apart(search: "Searcher", query: Query) -> Answer:
    """The whole titles beside words for or about works, each as a term of its own: 龙猫电影, 微电影记疫观后感."""
    words = sorted((word for word in KINDS_OF_WORK | ABOUT_A_WORK if not word.isascii()), key=len, reverse=True)
    beside = f"(?:{'|'.join(words)})"
    said = re.fullmatch(f"({beside}*)(.+?)({beside}*)", query.text)
    if not said or len(query.terms) > 1 or said[2] == query.text or len(fold(said[2])) < weights.SHORT:
        return Answer(())
    terms = (*re.findall(beside, said[1]), said[2], *re.findall(beside, said[3]))
    found = search.find(query._replace(terms=terms))
    is_sure = found.hits and (found.step == "around" or found.hits[0].score == weights.FULL_SCORE)
    return found if is_sure and has_whole_title(found.hits[0]) else Answer(())


def _without_words_of_awards(search: "Searcher", query: Query) -> Answer:
    """The answer without English words of a question about awards, first with `best` and kinds of works."""
    if ABOUT_AWARDS.isdisjoint(map(fold, query.terms)):
        return Answer(())
    said = (
        {word for word in WORDS_OF_A_QUESTION if word.isascii()}.difference(ABOUT_AN_ENTRY)
        | KINDS_OF_WORK
        | ABOUT_AWARDS
    )
    for words in (said.difference(KINDS_OF_WORK, WORKS_IN_ENGLISH, [BEST]), said):
        asked = _without(query, words)
        if _names_another_best(query, asked) or (BEST in words and _names_a_best(search.collection, query)):
            continue
        found = search.by_other_words(asked)
        if any(named.tier is Tier.EQUAL or named.term.startswith(BEST) for named in found.named):
            return _leaving(query, asked, found)
    return Answer(())


def _names_another_best(query: Query, asked: Query) -> bool:
    """Whether a query without some of its words has `best` without the next word: best director is not best film."""
    small = IN_ANY_NAME | ABOUT_AWARDS
    return any(
        fold(term) == BEST and term in asked.terms and following not in asked.terms and fold(following) not in small
        for term, following in pairwise(query.terms)
    )


def _names_a_best(collection: Collection | None, query: Query) -> bool:
    """Whether `best` and the next word name an award of the list, of which a year has none: best novel 2021."""
    pairs = (" ".join(pair) for pair in pairwise(query.terms) if fold(pair[0]) == BEST)
    return collection is not None and any(any(named_by(collection, pair, Tier.SUBSTRING)) for pair in pairs)


def _without_words_around(search: "Searcher", query: Query) -> Answer:
    """The answer without words for or about works: 影片 薪火, inception plot."""
    rest = _without(query, KINDS_OF_WORK | HAVING_WON | ABOUT_A_WORK)
    if rest.terms == query.terms:
        return Answer(())
    found = search.find(rest)
    left = [term for term in query.terms if term not in rest.terms]
    if not found.hits or not _is_meant_beside(left, found.hits[0]) or is_contradicted(search, rest, found):
        return Answer(())
    among = None if found.hits[0].places else search.collection
    if among is not None and any(named.tier is Tier.EQUAL for word in left for named in named_by(among, word)):
        return Answer(())  # 纪录片 二等奖 asks for both
    return _leaving(query, rest, found)


def _without(query: Query, words: Set[str]) -> Query:
    """The query without terms that are one of the folded words; unchanged where it has no others."""
    rest = tuple(term for term in query.terms if fold(term) not in words)
    return query._replace(terms=rest) if rest else query


def _leaving(query: Query, asked: Query, found: Answer) -> Answer:
    """The answer to fewer terms of a query, with the others as words that it leaves out."""
    return found._replace(left=[*(term for term in query.terms if term not in asked.terms), *found.left])


def _is_meant_beside(words: Sequence[str], hit: Hit) -> bool:
    """Whether a query that finds a hit may have these words beside it, none of which is part of a title.

    The hit covers most of a title: 崇明 微电影 names a district and a category, but no title. It covers all of one
    beside words about a work (inception plot).
    """
    left = set(map(fold, words))
    least = weights.LONGER_TEXT if left.isdisjoint(ABOUT_A_WORK) else weights.OTHER_TITLE - 1e-9
    return left <= HAVING_WON or (in_title(hit) and hit.coverage > least)


_FOR_ANY_FIELD: Sequence[Callable[["Searcher", Query], Answer]] = (
    _with_edition_apart,  # 第九届获奖作品
    _with_year_of_works,  # films of 1972
    _with_brackets_apart,  # xinhuo(2022)
    _with_words_apart,  # 龙猫电影, 微电影记疫观后感
    _without_words_of_awards,  # winner 2019
    _without_words_around,  # 影片 薪火
)
_LAST_STEPS = (
    either_of_two,  # 功夫还是色戒
    title_and_organization,  # 静安公安交警贴罚单
    work_asked_about,  # 谁导演了绿皮书, 余华写了什么
    works_of_a_maker,  # 李安导演, 李安2005
    values_asked_about,  # 2015年谁得了茅盾文学奖
    values_behind_their_maker,  # 公安局的微电影
    volume_of_a_work,  # 兄弟下册
    version_of_a_work,  # 86版西游记
    title_beside_its_award,  # 得过茅盾文学奖的推拿
    title_after_its_maker,  # 宫崎骏的龙猫
    title_among_words,  # 那个叫咏梅的微电影
    work_pointed_at,  # 萌芽熊那部, 雷雨作者
    title_behind_a_label,  # 第九届入围影片：距离
    title_with_other_small_words,  # Speaker of the Dead
    title_with_its_subject,  # 那个讲咖啡店的微电影
    title_partly_forgotten,  # 地球最后的什么
    award_of_a_prize,  # 第42届金马奖最佳影片
    *_FOR_ANY_FIELD,
)
