"""A title with other words around it: 那个叫咏梅的微电影, 第九届入围影片：距离, 茅盾文学奖推拿.

`linking` explains the words around a title, as in a line of a file; words that it does not explain, or that the result
does not have, are reported. A title of four characters counts without a mark or an explanation. Words that contradict
the result that has the title, such as another year or award, rule it out.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from awardcli.collection.protocol import other_names
from awardcli.language.awards import names_award
from awardcli.language.dates import YEAR
from awardcli.language.fold import fold, to_simplified
from awardcli.language.numerals import english_value, may_number, title_numbers
from awardcli.language.pinyin import segment
from awardcli.language.readings import is_han
from awardcli.language.words_about_works import (
    BESIDE_NUMBERS,
    HAVING_WON,
    IN_ANY_NAME,
    KINDS_OF_WORK,
    TITLE_AND_VOLUME,
    WORDS_FOR_WORKS,
)
from awardcli.language.words_beside_titles import WORDS_AROUND_A_TITLE, words_around
from awardcli.language.words_of_questions import (
    ABOUT_ALONE,
    ABOUT_IN_ENGLISH,
    ABOUT_SOMETHING,
    FORGOTTEN,
    OF_SUBJECT_IN_ENGLISH,
    WORDS_OF_A_QUESTION,
)
from awardcli.model import Hit, Place, Result, Tier, cell_text
from awardcli.search import weights
from awardcli.search.alignment import Alignment
from awardcli.search.longer_query.contradicted_answer import unless_contradicted
from awardcli.search.longer_query.title_and_organization import sure_match
from awardcli.search.longer_query.works_of_makers import is_by
from awardcli.search.near import near_match
from awardcli.search.printed_text import NUMERALS, PARTICLE, Candidate, PrintedText
from awardcli.search.query import Query, Term
from awardcli.search.ranking import Answer, has_whole_title, in_title
from awardcli.search.steps import literal_match

if TYPE_CHECKING:
    from awardcli.search.find import Searcher
    from awardcli.search.linking.judging import Held
    from awardcli.search.linking.title_forms import TitleForm

_SIDE_BY_SIDE = "(?<=[\u3400-\u9fff])(?=[A-Za-z]{3})|(?<=[A-Za-z]{3})(?=[\u3400-\u9fff])"
"""Between a title and the same in Latin script: 龙猫totoro."""
_LABEL = re.compile("(.+)[:：](.+)")
_OF_NUMBERS = NUMERALS | BESIDE_NUMBERS
_STORY = "故事"
"""讲故事的 is about no work."""
_VERSION = f"(?:(?:{YEAR}|[0-9]{{2}})年?|[老新旧])版"
_HAS_WON = "(?:荣?获|得)[过了得]?|拿[过了到]"
"""Before an award: 得过茅盾文学奖的推拿."""


def title_among_words(search: "Searcher", query: Query) -> Answer:
    """The results whose whole title is in the query, with other words around it: 那个叫咏梅的微电影."""
    candidates = [candidate.result for candidate in search.near_candidates(query)]
    with_title_in = _with_title_in(query, candidates, is_indexed=search.is_indexed)
    to_link: Iterable[Result] = search.results if search.is_indexed else with_title_in
    found = _as_linked(query, to_link) or _with_longest_title_in(query, with_title_in, candidates)
    return unless_contradicted(search, query, found)


def title_behind_a_label(search: "Searcher", query: Query) -> Answer:
    """The results whose whole title follows a label, which ends with a word around titles: 第九届入围影片：距离."""
    said = _LABEL.fullmatch(query.text)
    if said is None:
        return Answer(())
    label, title = map(str.strip, said.groups())
    if not label.endswith(tuple(WORDS_AROUND_A_TITLE)) or len(fold(title)) < weights.SHORT:
        return Answer(())
    edition = next((each.value for each in title_numbers(label) if "届" in label), None)
    whole = filter(has_whole_title, search.surely(query.asking(title)).hits)
    hits = [hit for hit in whole if edition in (None, str(hit.result.edition.number))]
    return unless_contradicted(search, query, answer_leaving_out(hits, label))


def title_with_its_subject(search: "Searcher", query: Query) -> Answer:
    """The results that have in their title what the query says a work is about: 那个讲咖啡店的微电影, 写梁庄的那本书.

    Where the word for works is a value of the list, only the results that have it count, if any has.
    """
    plain = to_simplified(query.text)
    said = re.fullmatch(ABOUT_SOMETHING, plain)
    kind = said["kind"] if said else ""
    if kind not in WORDS_FOR_WORKS:
        ways = (re.fullmatch(each, plain) for each in (ABOUT_ALONE, ABOUT_IN_ENGLISH, OF_SUBJECT_IN_ENGLISH))
        said, kind = next(filter(None, ways), None), ""
    if said is None or said["what"] in (*WORDS_OF_A_QUESTION, _STORY):
        return Answer(())
    what = query.text[said.start("what") : said.end("what")]
    found = search.by_other_words(query.asking(f"{what} {kind}")) if kind else Answer(())
    if not found.hits:
        found = search.surely(query.asking(what))
    left = query.text[: said.start("what")], query.text[said.end("what") :]
    return found._replace(hits=list(filter(in_title, found.hits)), left=left)


def title_beside_its_award(search: "Searcher", query: Query) -> Answer:
    """The results whose whole title, or maker, is run together with values of the list.

    得过茅盾文学奖的推拿, 2022绿萝三等奖, 第35届金鸡奖长津湖, 最佳女主角张小斐.
    """
    values = {text for text in search.texts_of_values if len(text) >= weights.SHORT and text in query.text}
    if len(query.terms) > 1 or not query.searches_all or not values:
        return Answer(())
    value = "|".join(map(re.escape, sorted(values, key=len, reverse=True)))
    won = f"(?:{_HAS_WON})?(?:{value})"
    said = re.fullmatch(f"((?:{won}奖?的?)*)(.+?)((?:{won})*)", query.text)
    name = said[2] if said else ""
    named = re.findall(value, f"{said[1]} {said[3]}") if said else []
    if len("".join(named)) <= weights.SHORT or len(fold(name)) < weights.SHORT or name in values:
        return Answer(())
    found = search.by_other_words(query.asking(" ".join((*named, name))))
    return found._replace(hits=[hit for hit in found.hits if has_whole_title(hit) or is_by(hit.result, name)])


def volume_of_a_work(search: "Searcher", query: Query) -> Answer:
    """The volume, or half, that the query names without brackets: 兄弟下册 for 兄弟（下）."""
    said = re.fullmatch(TITLE_AND_VOLUME, query.text)
    if said is None:
        return Answer(())
    found = search.surely(query.asking(said[1])).hits
    return answer_leaving_out((hit for hit in found if in_title(hit) and hit.tier is Tier.EQUAL), said[2])


def version_of_a_work(search: "Searcher", query: Query) -> Answer:
    """The results whose whole title is beside a version: the year of its making, in two figures too, old or new.

    86版西游记, 西游记1986年版, 老版红楼梦.
    """
    said = re.fullmatch(f"(?P<version>{_VERSION})的?(?P<title>.+)", query.text)
    said = said or re.fullmatch(f"(?P<title>.+?)(?P<version>{_VERSION})", query.text)
    if said is None:
        return Answer(())
    year = "".join(filter(str.isdecimal, said["version"]))
    if len(fold(said["title"])) < (weights.SHORT if year else weights.FEW):  # 新版手机
        return Answer(())
    found = filter(has_whole_title, search.surely(query.asking(said["title"])).hits)
    hits = (hit for hit in found if str(hit.result.edition.year or year).endswith(year))
    return answer_leaving_out(hits, said["version"])


def title_partly_forgotten(search: "Searcher", query: Query) -> Answer:
    """The results whose title has what the query remembers beside a word for what is forgotten: 地球最后的什么."""
    parts = re.split(f"({FORGOTTEN})", query.text.lower())
    remembered, forgotten = parts[::2], parts[1::2]
    if not forgotten or not any(len(fold(part)) > weights.HELD_TERM for part in remembered):
        return Answer(())
    hits = search.surely(query.asking(" ".join(remembered))).hits
    return answer_leaving_out((hit for hit in hits if in_title(hit) and hit.complete), *forgotten)


def title_with_other_small_words(search: "Searcher", query: Query) -> Answer:
    """The results whose title differs only in articles and prepositions: Speaker of the Dead."""
    rest = tuple(term for term in query.terms if fold(term) not in IN_ANY_NAME)
    if not weights.SHORT <= len(rest) < len(query.terms):
        return Answer(())
    meant, found = _telling_words(" ".join(rest)), search.surely(query._replace(terms=rest)).hits
    hits = (hit for hit in found if any(_telling_words(name) == meant for name in names_of(hit.result)))
    return answer_leaving_out(hits, *(term for term in query.terms if term not in rest))


def answer_leaving_out(hits: Iterable[Hit], *words: str) -> Answer:
    """The answer to part of a query: its hits count as near, and the user is told which words were left out."""
    return Answer([hit._replace(tier=Tier.NEAR) for hit in hits], "around", left=tuple(filter(None, words)))


def _telling_words(text: str) -> list[str]:
    """The folded words of a text without those that occur in any English name."""
    return [word for word in map(fold, text.split()) if word and word not in IN_ANY_NAME]


def names_of(result: Result) -> tuple[str, ...]:
    """The title of a result, then its other names."""
    return (result.title, *other_names(result)) if result.title else ()


# Which results have their title in the query.


def _with_title_in(query: Query, candidates: Iterable[Result], *, is_indexed: bool) -> list[Result]:
    """The candidates nearly all of whose title is in the query: a cheap check that most fail."""
    from awardcli.search.linking.line_parts import LineParts, number_value
    from awardcli.search.linking.spelling import coded

    key, text = LineParts(query.text).key, fold(query.text)
    codes, has_number = set(coded(key)), any(map(number_value, key))
    if is_indexed:  # `linking` finds titles that are spelt otherwise by the index: only those as printed are left
        candidates = (result for result in candidates if any(fold(name) in text for name in names_of(result)))
    return [result for result in candidates if any(_is_nearly_in(name, codes, has_number) for name in names_of(result))]


def _is_nearly_in(title: str, codes: Set[str], has_number: bool) -> bool:
    """Whether a query, given by the codes of its key, has nearly all sounds of a title."""
    from awardcli.search.linking.line_parts import LineParts
    from awardcli.search.linking.spelling import coded

    def lacks(text: str) -> int:
        return sum(code not in codes for code in coded(text))

    text = fold(title)
    if has_number and may_number(title):
        # Making a key takes long, and leaves everything in a title but its numbers and the words that number a part.
        others = "".join(character for character in text if is_han(character) and character not in _OF_NUMBERS)
        if lacks(others) > len(text) // weights.CHARACTERS_PER_SLIP:
            return False
        text = LineParts(title).key
    return lacks(text) <= len(coded(text)) // weights.CHARACTERS_PER_SLIP


def _as_linked(query: Query, results: Iterable[Result]) -> Answer | None:
    """The results that `linking` finds in the query as in a line of a file, with the highest score; None without."""
    from awardcli.search.linking.link import titles_held

    linked = titles_held(query.text, results)
    apart = re.sub(_SIDE_BY_SIDE, " ", query.text)
    if not linked and apart != query.text:
        linked = titles_held(apart, results)
    if not linked:
        return None
    best = linked[0][1]
    title = best.form.title
    is_sure = f"《{title}》" in query.text or (
        len(fold(title)) >= weights.SHORT and _are_title_abroad(best.left, title)
    )
    if best.score < (weights.HELD_MARKED if is_sure else weights.HELD) or _says_another_award(best):
        return None
    if best.tier is Tier.PINYIN:  # beside pinyin only the words of a question are passed over: `questions`
        return None
    hits = [
        Hit(result, Tier.NEAR, each.score, 1.0, _marked(result, each.form))
        for result, each in linked
        if each.score == best.score
    ]
    left = tuple(words for words in best.left if words != PARTICLE)
    return Answer(hits, "around", left=(*left, *_passed_over(query, title, left, [hit.result for hit in hits])))


def _says_another_award(held: "Held") -> bool:
    """Whether a query names another award or edition than that of the title in it; words for works are used loosely."""
    said = {remark.kind: remark.values for remark in held.remarks}
    is_listed = "listed" in said and said["listed"][0] not in KINDS_OF_WORK
    names = (words for words in held.left if not re.search(FORGOTTEN, words))  # not 得了什么奖
    return is_listed or "edition" in said or any(map(names_award, names))


def _passed_over(query: Query, title: str, left: Iterable[str], results: Sequence[Result]) -> Iterator[str]:
    """The words that `linking` passes over beside a title and not every result has in a cell: 微电影 for a 微视频."""
    known = fold(" ".join((title, *left)))
    cells = [fold(" ".join(_texts_of(result))) for result in results]
    for start, end in words_around(to_simplified(query.text).lower()):
        word = fold(query.text[start:end])
        is_known = word in HAVING_WON or word in known or all(word in text for text in cells)
        if len(word) >= weights.SHORT and not is_known:
            yield query.text[start:end]


def _texts_of(result: Result) -> Iterator[str]:
    """The texts of a result that a word beside its title may repeat."""
    yield from (result.category.name, result.category.name_en or "") if result.category else ()
    yield from filter(None, (result.award, *map(cell_text, result.cells.values)))


def _are_title_abroad(words: Iterable[str], title: str) -> bool:
    """Whether all words beside a Chinese title are in Latin letters and no pinyin: mostly the title it has abroad."""
    text = "".join(words)
    letters = fold(text)
    is_latin = len(text) >= weights.FEW and text.isascii() and letters.isalpha()
    return is_latin and all(map(is_han, fold(title))) and not segment(letters)


def _marked(result: Result, form: "TitleForm") -> tuple[Place, ...]:
    """The place of a form of a title in the shown title, unless it is beyond that: then it is of another title."""
    shown = result.title or ""
    shift = max(shown.find(form.title), 0)
    place = Place("title", form.begin + shift, form.end + shift)
    return (place,) if place.end <= len(shown) else ()


def _with_longest_title_in(query: Query, results: Iterable[Result], candidates: Iterable[Result]) -> Answer:
    """The results with the longest title that the query contains as printed: four characters, or a term of three.

    None where the words beside it name an organization that only other candidates have.
    """
    typed = PrintedText("title", query.text)
    terms = [fold(term) for term in query.terms] if len(query.terms) > 1 else []
    longest = 0
    found: list[tuple[Result, str]] = []
    for result in results:
        name = next(
            (name for name in names_of(result) if len(fold(name)) >= longest and _contains(typed, terms, name)), ""
        )
        if len(fold(name)) > longest:
            longest, found = len(fold(name)), []
        if name:
            found.append((result, name))
    if not found:
        return Answer(())
    start = typed.text.index(title := fold(found[-1][1]))
    place = typed.place(start, start + len(title))
    left = tuple(filter(fold, (query.text[: place.start].strip(), query.text[place.end :].strip())))
    if any(
        english_value(part) is not None or _is_of_another_body(part, candidates, [result for result, _ in found])
        for part in left
    ):
        return Answer(())
    score = 100 * longest / len(typed)
    hits = [Hit(result, Tier.NEAR, score, 1.0, _places_of(name, result)) for result, name in found]
    return Answer(hits, "around", left=left)


def _is_of_another_body(text: str, results: Iterable[Result], found: Iterable[Result]) -> bool:
    """Whether a text names an organization that `results` have, and none that those found have."""
    term, own = Term([text]), {result.organization for result in found}
    naming = {result.organization for result in results if sure_match(term, Candidate(result).organization)}
    return bool(naming) and naming.isdisjoint(own)


def _contains(typed: PrintedText, terms: Container[str], name: str) -> bool:
    """Whether a query contains a title as printed, with no number beside it, or as a term of its own."""
    title, length = fold(name), _length_in_characters(name)
    if title in terms and length >= weights.HELD_TERM:
        return True
    held = literal_match(title, typed, unfinished=False) if title and length >= weights.HELD_LENGTH else None
    return held is not None and held.score == weights.FULL_SCORE and not _is_numbered(typed, title)


def _places_of(name: str, result: Result) -> tuple[Place, ...]:
    """The place of one of its names in the shown title of a result; none of a name that is not in it."""
    start = (result.title or "").find(name)
    return (Place("title", start, start + len(name)),) if start >= 0 else ()


def _length_in_characters(title: str) -> int:
    """The length of a title in Chinese characters, where a Latin word or a number counts as two."""
    han = sum(map(is_han, title))
    words = "".join(" " if is_han(character) else character for character in title).split()
    return han + weights.LATIN_WORD * sum(bool(word) and word not in IN_ANY_NAME for word in map(fold, words))


def _is_numbered(typed: PrintedText, title: str) -> bool:
    """Whether a number touches a title in the query: 中国奇谭3 is not 中国奇谭."""
    start = typed.text.index(title)
    ends = start, start + len(title)
    return any(number.whole[0] == ends[1] or number.whole[1] == ends[0] for number in title_numbers(typed.original))


# For `--explain`.


def title_in(query: Query, result: Result) -> list[tuple[Term, Alignment]]:
    """The title of a result that a query contains, matched as the term, with the query as the printed text."""
    typed = PrintedText("title", query.text)
    found: list[tuple[Term, Alignment]] = []
    for term in (Term([name], unfinished=False) for name in names_of(result)):
        match = literal_match(term.text, typed, unfinished=False)
        if match := match or near_match(term.typed, typed, 1.0, strict=False):
            found.append((term, match))
    return [max(found, key=lambda pair: (pair[1].score, len(pair[0].text)))] if found else []
