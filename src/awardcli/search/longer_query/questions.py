"""A question about works (谁导演了绿皮书, 2015年谁得了茅盾文学奖), or a maker beside a title or words for works.

李安2005, films by Kubrick, 公安局的微电影, 宫崎骏的龙猫.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from awardcli.language.dates import YEAR
from awardcli.language.fold import fold, to_simplified
from awardcli.language.readings import is_han
from awardcli.language.words_about_works import KINDS_OF_WORK, WORKS_IN_ENGLISH
from awardcli.language.words_of_questions import (
    ASKING,
    BESIDE_A_WORK,
    BODIES,
    MADE_BY,
    MAKING,
    OF_A_WORK,
    PARTICLES_OF_NAMES,
    POINTING,
    TITLE_OF_A_PERSON,
    WINNING,
    WORDS_OF_A_QUESTION,
)
from awardcli.model import Result, Tier, cell_text
from awardcli.search import weights
from awardcli.search.longer_query.title_among_words import answer_leaving_out, names_of
from awardcli.search.other_words import Named
from awardcli.search.query import Query
from awardcli.search.ranking import Answer, has_whole_title, in_title
from awardcli.search.steps import NEAR, SURE

if TYPE_CHECKING:
    from awardcli.search.find import Searcher

_MOST_QUESTIONS = 60
"""Ways to split a question that are tried at most."""
_FILM = "片"
_BRACKET = "[（(][^（）()]*[）)]$"
_OF_AWARDS = ("award", "category", "edition")
_BETWEEN_NAMES = "·"
"""Before the last name of a foreigner, in Chinese: 奥黛丽·赫本."""
_SCRIPTS = r"(?<=..)[:：]\s*|(?<=[\u3400-\u9fff])\W+(?=[A-Za-z])|(?<=[A-Za-z.])\W+(?=[\u3400-\u9fff])"
"""Between a label and a name, and a name in Chinese and the same in Latin script: 导演: 姜文 Wen Jiang."""
_BESIDE_A_MAKER = (*MAKING, *(word.removeprefix("的") for word in MADE_BY))
_DID = f"(?:{'|'.join(MAKING)})[过了]?"
"""What a maker did, behind their name: 姜文导演过."""
_ARTICLE = "(?:an?|the|any|some)"
_BY = "(?:(?:directed|made|written|filmed) )?by|of|from"
"""Words before a maker, in English: films directed by Kubrick."""
_MOST_WORDS = 4
"""Words of the name of a person; that of a body may end in any word."""


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
        if not of_making or not query.searches_all:
            continue
        if any(value in said for value in search.texts_of_values if len(value) >= weights.SHORT):
            continue  # 郑晓龙导演的话剧 asks for his plays
        if (made := _made_by(rest, found)).hits or (made := _made_by_part(rest, search, query)).hits:
            return made._replace(left=left)
    return Answer(())


def work_pointed_at(search: "Searcher", query: Query) -> Answer:
    """The results whose whole title is beside words that point at it, or at who made it: 萌芽熊那部, 雷雨作者."""
    return work_asked_about(search, query, BESIDE_A_WORK)


def title_after_its_maker(search: "Searcher", query: Query) -> Answer:
    """The results whose whole title follows its maker in the query, or part of it the maker's whole name.

    去年闵行公安拍的记疫, 请问余华老师的兄弟, 周杰伦那首稻香; 侯孝贤的刺客 for 刺客聂隐娘.
    """
    if len(query.text) > weights.LONGEST_QUESTION or not query.searches_all:
        return Answer(())
    *_, (asking, text) = (
        ("", query.text),
        *((before, rest) for before, rest, after in _questions(query.text, ASKING) if not after),
    )
    pointing = "|".join(POINTING)
    of = f"(?:{_DID})?的(?:{pointing})?|{pointing}"
    said = re.fullmatch(rf"(?:去年|今年|前年)?(.+?){TITLE_OF_A_PERSON}?(?:{of})(.+)", text)
    if said is None:
        return Answer(())
    who, title = said.groups()
    found = search.nearly(query.asking(f"{who} {title}"))
    complete = [hit for hit in found.hits if hit.complete] if found.step in (*SURE, *NEAR) else []
    if hits := [hit for hit in complete if _is_called(hit.result, title)]:
        left = asking, text[: said.start(1)], text[said.end(1) : said.start(2)]
        return Answer(hits, "around", left=tuple(filter(None, left)))
    is_part = len(fold(title)) >= weights.SHORT
    return found._replace(hits=[hit for hit in complete if is_part and _is_by(hit.result, who)])


def _is_called(result: Result, title: str) -> bool:
    """Whether a title is one of a result, or such a one without its brackets: 兄弟 for 兄弟（上）."""
    return fold(title) in (fold(form) for name in names_of(result) for form in (name, re.sub(_BRACKET, "", name)))


def values_asked_about(search: "Searcher", query: Query) -> Answer:
    """The results that have the values that a question names: 2015年谁得了茅盾文学奖.

    The question is about works or awards: it names an award or a category, or has a word of making or winning.
    """
    text, plain = query.text, to_simplified(query.text).lower()
    of_a_kind = text.endswith((*KINDS_OF_WORK, _FILM))
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
    is_about_works = is_of_award or of_a_kind or any(word in "".join(left) for word in MAKING + WINNING)
    return found._replace(left=left) if is_about_works else Answer(())


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


# Works by their maker.


def works_of_a_maker(search: "Searcher", query: Query) -> Answer:
    """The results of a maker whose whole name is beside a word for making or for works, or a year, or both.

    李安导演, 导演李安, 李安2005, 张艺谋 1994 电影, films by Kubrick. The words are those for making a work, the kinds
    of work that are no values of the list, and the headings of its own columns of makers.
    """
    if search.collection is None or not query.searches_all or len(query.text) > weights.LONGEST_QUESTION:
        return Answer(())
    own = (column.heading for column in search.collection.columns if column.role == "organization")
    kinds = KINDS_OF_WORK.union(WORKS_IN_ENGLISH).difference(map(str.casefold, search.texts_of_values))
    beside = (*own, *_BESIDE_A_MAKER, *(f"的{kind}" for kind in kinds if not kind.isascii()), *kinds)
    words = "|".join(re.escape(word) for word in beside if len(word) > 1 and not word.isascii())
    in_english = "|".join(kinds.intersection(WORKS_IN_ENGLISH))
    when = re.search(rf"(?:\b(?:from|of|in) )?(?<![0-9])({YEAR})(?![0-9])年?的?", query.text)
    text = " ".join(f"{query.text[: when.start()]} {query.text[when.end() :]}".split()) if when else query.text
    for pattern in (
        rf"(?:{_ARTICLE} )?(?P<who>.+?)(?:['’]s)?\s*(?:{_DID}的(?:{words})?|{words}|\b(?:{in_english}))",
        rf"(?:{words}|(?:(?:{in_english})(?: (?:{_BY}))?|{_BY})\b)[:：\s]*(?P<who>.+)",
        *(["(?P<who>.+)"] if when else []),
    ):
        said = re.fullmatch(pattern, text, re.IGNORECASE)
        if said is None or len(fold(said["who"])) < weights.SHORT:
            continue
        made = _made_by(said["who"], search.surely(query.asking(said["who"])))
        if not made.hits and re.match(f"{_DID}的", text[said.end("who") :]):
            made = _made_by_part(said["who"], search, query)
        hits = [hit for hit in made.hits if when is None or str(hit.result.edition.year) == when[1]]
        if hits:
            left = map(str.strip, (text[: said.start("who")], text[said.end("who") :]))
            return made._replace(hits=hits, left=tuple(word for word in left if word not in ("", made.named[0].column)))
    return Answer(())


def _made_by(name: str, found: Answer) -> Answer:
    """The results found that have a name in full, all in the same column: the first of the list's own."""
    by_name = (hit for hit in (*found.hits, *found.by_organization) if _is_by(hit.result, name))
    made = [(_column_of(name, hit.result), hit) for hit in by_name]
    if not made:
        return Answer(())
    having = {column for column, _ in made}
    own = (column.heading for column in made[0][1].result.cells.columns)
    first = next((column for column in own if column in having), made[0][0])
    hits = [hit for column, hit in made if column == first]
    names = {each.name for hit in hits for each in hit.result.organizations if _is_name_of(each.name, name)}
    return Answer(hits, "words", named=(Named(name, first, (name,) if name in names else tuple(names), Tier.EQUAL),))


def _made_by_part(part: str, search: "Searcher", query: Query) -> Answer:
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
            if len(who := re.sub(f"{_DID}$", "", text)) >= weights.SHORT:
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


def _is_by(result: Result, name: str) -> bool:
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
        if not word.isascii() or not (plain[start - 1 : start] + plain[end : end + 1]).strip(" ").isalpha():
            while end < len(plain) and not fold(plain[end]):
                end += 1
            yield end
