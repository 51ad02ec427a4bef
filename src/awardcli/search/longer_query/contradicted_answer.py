"""Whether other words of a query contradict the results that are found: another year, award or maker."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from awardcli.collection import Collection
from awardcli.language.awards import AWARD_IN_TEXT
from awardcli.language.dates import FIRST_YEAR, LAST_YEAR
from awardcli.language.fold import fold, to_simplified
from awardcli.language.numerals import title_numbers
from awardcli.language.people_and_bodies import PERSON
from awardcli.language.words_about_works import FOR_THE_BEST, IN_ANY_NAME, KINDS_OF_WORK, WORKS_IN_ENGLISH
from awardcli.language.words_beside_titles import WORDS_AROUND_A_TITLE
from awardcli.language.words_of_questions import (
    DID,
    IS_IT_NOT,
    OPENING,
    THAT_ONE,
    WHETHER,
    WORDS_OF_A_QUESTION,
)
from awardcli.model import Hit, Result, Tier
from awardcli.search import weights
from awardcli.search.longer_query.works_of_makers import is_by
from awardcli.search.other_words import Named, named_by
from awardcli.search.query import Query
from awardcli.search.ranking import Answer

if TYPE_CHECKING:
    from awardcli.search.find import Searcher

_IN_ANY_LINE = IN_ANY_NAME.union(WORDS_AROUND_A_TITLE, WORDS_OF_A_QUESTION)

_DONE = f"(?:{DID})?[过了]?的?"
_IS_IT_SO = f".+?{WHETHER}由?(?P<whether>.+?){_DONE}[吗呢呀啊]?[?？]?|.+?是由?(?P<claim>.+?){_DONE}{IS_IT_NOT}[?？]?"
"""The pattern of a question whether something is so: 火塘是不是微视频, 海草是金山拍的吗."""
_BY_WHOM = f"(?:{OPENING})*(?P<who>.{{2,}}?)(?:(?P<made>{DID}[过了]?)?的?(?:{THAT_ONE})?)"
"""The pattern of words that may say who made the work behind or before them."""
_NOT_ACTED = "导演|^[^演]+$"
_NOMINATED = r"\bnominees?\b|\bnominated\b|提名"
_KINDS = KINDS_OF_WORK.union(WORKS_IN_ENGLISH)
_MOST_COMPARED = 20


def _have_won_alone(hits: Iterable[Hit]) -> bool:
    """Whether several results are the only ones of their years, and so have won: nobody else is nominated with them."""
    years = [hit.result.edition.year for hit in islice(hits, _MOST_COMPARED)]
    return len(years) > weights.SHORT and None not in years and len(set(years)) == len(years)


def unless_contradicted(search: "Searcher", query: Query, found: Answer) -> Answer:
    """The answer, or an empty one where other words of the query are those of other results only."""
    if not found.hits or is_contradicted(search, query, found) or _names_another(search, found):
        return Answer(())
    return found


def unless_denied(search: "Searcher", query: Query, found: Answer) -> Answer:
    """The answer, or an empty one where the query says of it what is so of others only.

    It asks whether it is so (火塘是不是微视频), names another maker (宫崎骏拍的泰坦尼克号), asks for the nominated, or
    for the best of works that won no such award (最佳纪录片).
    """
    if not found.hits or search.collection is None:
        return found
    if any(_is_another_best(named, fold(query.text), found.left) for named in found.named):
        return Answer(())
    if re.search(_NOMINATED, query.text.lower()) and found.step == "words" and _have_won_alone(found.hits):
        return Answer(())
    results = [hit.result for hit in islice(found.hits, _MOST_COMPARED)]
    said = re.fullmatch(_IS_IT_SO, query.text)
    claims = [(said[said.lastgroup or 0], "")] if said else []
    for by in filter(None, (re.fullmatch(_BY_WHOM, words) for words in found.left)):
        may_be = by["who"] not in _IN_ANY_LINE and (by["made"] or found.step in ("around", "together"))
        claims += [(by["who"], by["made"] or "")] if may_be else []
    for claim, made in claims:
        named = list(named_by(search.collection, claim, Tier.EQUAL))
        if _are_of_others(search.collection, named, results) if named else _is_by_others(claim, results, search, made):
            return Answer(())
    return found


def _is_another_best(named: Named, text: str, left: Iterable[str]) -> bool:
    """Whether a word for the best names awards, and the kind of work behind it, that is left out, asks for another."""
    best = fold(named.term)
    kinds = (fold(word) for word in left if any(map(fold(word).startswith, _KINDS)))
    is_whole = all(fold(value).removesuffix("奖") == best for value in named.values)
    return best in FOR_THE_BEST and not is_whole and any(best + kind in text for kind in kinds)


def is_contradicted(search: "Searcher", query: Query, found: Answer) -> bool:
    """Whether the query names a year, a category or a person that only other results have than those found.

    Part of a value counts for categories and awards alone: in other columns it may be any word.
    """
    from awardcli.search.linking.line_parts import LineParts  # it compares numbers as numbers

    collection, results = search.collection, [hit.result for hit in found.hits]
    if collection is None:
        return False
    if any(_is_of_another_year(number.value, results) for number in title_numbers(query.text)):
        return True
    shown = " ".join(title for result in results for title in result.titles)
    has_awards = any(collection.names("award")) or bool(collection.categories)
    if has_awards and _is_of_another_award(collection, query.text, shown, results):
        return True
    words = [word for word in re.split(r"\W+", query.text) if word]
    if len(words) == 1:
        return False
    titles = LineParts(shown).key
    for word in words:
        if LineParts(word).key in titles or fold(word) in KINDS_OF_WORK:
            continue
        named = [
            each
            for each in named_by(collection, word)
            if each.tier is Tier.EQUAL or each.column in ("category", "award")
        ]
        if _are_of_others(collection, named, results) if named else _is_by_others(word, results, search):
            return True
    return False


def _is_of_another_award(collection: Collection, text: str, titles: str, results: Sequence[Result]) -> bool:
    """Whether a text has words that can only be an award, in no title, and not one of the results: 最佳导演, 一等奖."""
    said = (found[0] for found in AWARD_IN_TEXT.finditer(to_simplified(text).lower()))
    awards = (award for award in said if award.split()[0] not in fold(titles))
    return any(
        _are_of_others(collection, list(named_by(collection, award, Tier.SUBSTRING)), results) for award in awards
    )


def _are_of_others(collection: Collection, named: Iterable[Named], results: Sequence[Result]) -> bool:
    """Whether none of the results has one of the named values."""
    having = [collection.where(each.column, *each.values) for each in named]
    return not any(selected.result(result.id) for selected in having for result in results)


def _is_by_others(word: str, results: Sequence[Result], search: "Searcher", made: str = "") -> bool:
    """Whether a word names an organization or a person, and not one of the results (王家卫 for 千与千寻).

    From four Chinese characters on it may be a short name (静安公安); from two where it says what they `made` (东航),
    and then it may be anybody with a surname, but not who acted, which few lists tell.
    """
    said = fold(word)
    if said in _IN_ANY_LINE or any(said in fold(result.organization or "") for result in results):
        return False
    is_short = said.isascii() or len(said) <= weights.FEW
    named = search.nearly(Query((word,), within="organization", exact=is_short and not made)).hits
    ids = {result.id for result in results}
    if any(hit.result.id in ids for hit in named):
        return False
    for hit in islice(named, 1):
        is_known = hit.complete and (len(said) >= weights.FEW or hit.tier is Tier.NEAR)
        if hit.tier is Tier.EQUAL or is_known or is_by(hit.result, word):
            return True
    makers = (each.name for result in results for each in result.organizations)
    return (
        re.search(_NOT_ACTED, made) is not None and bool(PERSON.fullmatch(word)) and any(map(PERSON.fullmatch, makers))
    )


def _is_of_another_year(number: str, results: Sequence[Result]) -> bool:
    """Whether a number is a year, and neither that of any of the results nor a number in a title."""
    if not FIRST_YEAR <= int(number) <= LAST_YEAR:
        return False
    return not any(
        result.edition.year in (None, int(number))
        or any(number == each.value for title in result.titles for each in title_numbers(title))
        for result in results
    )


def _names_another(search: "Searcher", found: Answer) -> bool:
    """Whether Latin words beside a title that is found name another result: 龙猫 inception."""
    words = " ".join(found.left)
    if not words.isascii() or not fold(words).isalpha() or found.hits[0].score >= weights.HELD:
        return False
    ids = {hit.result.id for hit in found.hits}
    return any(hit.result.id not in ids for hit in islice(search.surely(Query.of(words)).hits, len(ids) + 1))
