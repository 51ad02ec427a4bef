"""The works of a maker whose name is beside a word for making, a word for works or a year.

李安导演, 李安2005, films by Kubrick, 公安局的微电影.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from awardcli.language.dates import YEAR
from awardcli.language.fold import fold
from awardcli.language.readings import is_han
from awardcli.language.words_about_works import KINDS_OF_WORK, WORKS_IN_ENGLISH, value_of_kind
from awardcli.language.words_of_questions import (
    BY_IN_ENGLISH,
    HAS_MADE,
    MADE_BY,
    MAKING,
    PARTICLES_OF_NAMES,
    WORDS_OF_A_QUESTION,
)
from awardcli.model import Result, Tier, cell_text
from awardcli.search import weights
from awardcli.search.other_words import Named
from awardcli.search.query import Query
from awardcli.search.ranking import Answer, in_title

if TYPE_CHECKING:
    from awardcli.search.find import Searcher

_BETWEEN_NAMES = "·"
"""Before the last name of a foreigner, in Chinese: 奥黛丽·赫本."""
_SCRIPTS = r"(?<=..)[:：]\s*|(?<=[\u3400-\u9fff])\W+(?=[A-Za-z])|(?<=[A-Za-z.])\W+(?=[\u3400-\u9fff])"
"""Between a label and a name, and a name in Chinese and the same in Latin script: 导演: 姜文 Wen Jiang."""
_BESIDE_A_MAKER = (*MAKING, *(word.removeprefix("的") for word in MADE_BY))
_ARTICLE = "(?:an?|the|any|some)"
_MOST_WORDS = 4
"""Words of the name of a person; that of a body may end in any word."""


def works_of_a_maker(search: "Searcher", query: Query) -> Answer:
    """The results of a maker whose whole name is beside a word for making or for works, or a year, or both.

    李安导演, 导演李安, 李安2005, 张艺谋 1994 电影, films by Kubrick. The words are those for making a work, the kinds
    of work that are no values of the list, and the headings of its own columns of makers.
    """
    if search.collection is None or not query.searches_all or len(query.text) > weights.LONGEST_QUESTION:
        return Answer(())
    own = (column.heading for column in search.collection.columns if column.role == "organization")
    values = set(map(str.casefold, search.texts_of_values))
    kinds = {kind for kind in KINDS_OF_WORK.union(WORKS_IN_ENGLISH) if value_of_kind(kind, values) is None}
    beside = (*own, *_BESIDE_A_MAKER, *(f"的{kind}" for kind in kinds if not kind.isascii()), *kinds)
    words = "|".join(re.escape(word) for word in beside if len(word) > 1 and not word.isascii())
    in_english = "|".join(kinds.intersection(WORKS_IN_ENGLISH))
    when = re.search(rf"(?:\b(?:from|of|in) )?(?<![0-9])({YEAR})(?![0-9])年?的?", query.text)
    text = " ".join(f"{query.text[: when.start()]} {query.text[when.end() :]}".split()) if when else query.text
    for pattern in (
        rf"(?:{_ARTICLE} )?(?P<who>.+?)(?:['’]s)?\s*(?:{HAS_MADE}的(?:{words})?|{words}|\b(?:{in_english}))",
        rf"(?:{words}|(?:(?:{in_english})(?: (?:{BY_IN_ENGLISH}))?|{BY_IN_ENGLISH})\b)[:：\s]*(?P<who>.+)",
        *(["(?P<who>.+)"] if when else []),
    ):
        said = re.fullmatch(pattern, text, re.IGNORECASE)
        if said is None or len(fold(said["who"])) < weights.SHORT:
            continue
        made = made_by(said["who"], search.surely(query.asking(said["who"])))
        if not made.hits and re.match(f"{HAS_MADE}的", text[said.end("who") :]):
            made = made_by_part(said["who"], search, query)
        hits = [hit for hit in made.hits if when is None or str(hit.result.edition.year) == when[1]]
        if hits:
            left = map(str.strip, (text[: said.start("who")], text[said.end("who") :]))
            return made._replace(hits=hits, left=tuple(word for word in left if word not in ("", made.named[0].column)))
    return Answer(())


def made_by(name: str, found: Answer) -> Answer:
    """The results found that have a name in full, all in the same column: the first of the list's own."""
    by_name = (hit for hit in (*found.hits, *found.by_organization) if is_by(hit.result, name))
    made = [(_column_of(name, hit.result), hit) for hit in by_name]
    if not made:
        return Answer(())
    having = {column for column, _ in made}
    own = (column.heading for column in made[0][1].result.cells.columns)
    first = next((column for column in own if column in having), made[0][0])
    hits = [hit for column, hit in made if column == first]
    names = {each.name for hit in hits for each in hit.result.organizations if _is_name_of(each.name, name)}
    return Answer(hits, "words", named=(Named(name, first, (name,) if name in names else tuple(names), Tier.EQUAL),))


def made_by_part(part: str, search: "Searcher", query: Query) -> Answer:
    """The results of the only maker of whose name a text is part, or a short form that leaves out: 东航得了什么奖.

    Two characters in a row may be any word: 人民的小说 are not those of 人民文学出版社.
    """
    if not all(map(is_han, part)) or part in WORDS_OF_A_QUESTION:
        return Answer(())
    found = search.nearly(query.asking(part)._replace(within="organization"))
    hits = [hit for hit in found.hits if hit.complete and (hit.tier is Tier.NEAR or len(part) >= weights.FEW)]
    having = {name for hit in hits for name in _names_with(part, hit.result)}
    if len(having) != 1:
        return Answer(())
    (name,) = having
    return Answer(hits, "words", named=(Named(part, _column_of(name, hits[0].result), (name,), Tier.NEAR),))


def _names_with(part: str, result: Result) -> list[str]:
    """The names of a result that a text is part of; where it is part of none, the whole cell."""
    names = [each.name for each in result.organizations if part in each.name]
    return names or [result.organization or ""]


def values_behind_their_maker(search: "Searcher", query: Query) -> Answer:
    """The results with the categories and awards that are run together with part of their maker: 公安局的微电影."""
    if len(query.text) > weights.LONGEST_QUESTION:
        return Answer(())
    words = {text for text in search.texts_of_values if len(text) >= weights.SHORT} | KINDS_OF_WORK
    dated = {word for word in words if word[0].isdecimal() or word[0] == "第"}
    for at, term in enumerate(query.terms):
        when = max((word for word in dated if term.startswith(word)), key=len, default="")
        for who, values in _values_at_end(term.removeprefix(when).removeprefix("的"), words):
            terms = (*query.terms[:at], *filter(None, (when, who, *values)), *query.terms[at + 1 :])
            answer = search.by_other_words(query._replace(terms=terms))
            if hits := [hit for hit in answer.hits if hit.complete and not in_title(hit)]:
                return answer._replace(hits=hits)
    return Answer(())


def _values_at_end(text: str, values: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The ways to read the end of a text as one value or several, each with the Chinese words before these.

    Words for making are no part of these: 郑晓龙导演的电视剧.
    """
    found: tuple[str, ...] = ()
    while value := max((each for each in values if text.endswith(each)), key=len, default=""):
        text, found = text.removesuffix(value).removesuffix("的"), (value, *found)
        if len(text) < weights.SHORT:
            return
        if all(map(is_han, text)):  # not before 微电影 alone: 澎湃新闻2022年微电影
            yield text, found
            if len(who := re.sub(f"{HAS_MADE}$", "", text)) >= weights.SHORT:
                yield who, found


def _column_of(name: str, result: Result) -> str:
    """The heading of the list's own column in which a result has the name of an organization, or else the key."""
    pairs = zip(result.cells.columns, result.cells.values, strict=True)
    own = (
        column.heading
        for column, cell in pairs
        if column.role is not None and fold(name) in fold(cell_text(cell) or "")
    )
    return next(own, "organization")


def is_by(result: Result, name: str) -> bool:
    return any(_is_name_of(each.name, name) for each in result.organizations)


def _is_name_of(whole: str, name: str) -> bool:
    """Whether a name is all of another one, or all of it in one script, or a whole word of a Latin one: Kubrick."""
    forms = [whole, *re.split(_SCRIPTS, whole)]
    forms += [form.rsplit(_BETWEEN_NAMES, 1)[-1] for form in forms if _BETWEEN_NAMES in form]
    if name.isascii() and len(fold(name)) >= weights.FEW:
        forms += [shorter for form in forms if len(form.split()) <= _MOST_WORDS for shorter in _shorter_names(form)]
    return any(fold(form) == fold(name) for form in forms)


def _shorter_names(name: str) -> Iterator[str]:
    """A name in Latin letters without initials, and its last name alone: Ursula Le Guin, Le Guin for Ursula K. Le Guin.

    >>> [*_shorter_names("Ursula K. Le Guin")]
    ['Ursula Le Guin', 'Guin', 'Le Guin']
    """
    words = [word.strip("*") for word in name.split()]
    full = [word for word in words if len(fold(word)) > 1]
    yield " ".join(full)
    if full and full[-1].isalpha():
        yield full[-1]
        yield from [" ".join(full[-2:])] if fold(full[-2:][0]) in PARTICLES_OF_NAMES else []
