"""The last steps: a query that joins a title and its organization, or contains a title among other words.

- *Together* (静安公安交警贴罚单): the query is split in two. One part matches the title and the other the organization
  of the same result: literally, by sound, or as a short form that adds nothing.
- *Around* (那个叫咏梅的微电影): the query contains a whole title. `linking` explains the words around it, as in a line
  of a file; unexplained words are reported. A title of four characters counts without a mark or an explanation.
- Words that `linking` does not know: a question about a title (谁导演了绿皮书), a maker (余华写了什么) or other
  columns (2015年谁得了茅盾文学奖), a title after its maker (宫崎骏的龙猫), half of a work (兄弟下册), and a title with
  other small words (Speaker of the Dead).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache

from awardcli.collection.protocol import Collection, other_names
from awardcli.language.fold import fold, to_simplified
from awardcli.language.numerals import title_numbers
from awardcli.language.pinyin import segment
from awardcli.language.readings import is_han
from awardcli.language.words_beside_titles import (
    ASKING,
    BESIDE_NUMBERS,
    HALF,
    IN_ANY_NAME,
    KINDS_OF_WORK,
    MADE_BY,
    MAKING,
    OF_A_WORK,
    TITLE_OF_A_PERSON,
    WINNING,
    WORDS_AROUND_A_TITLE,
    WORDS_OF_A_QUESTION,
)
from awardcli.model import Hit, Place, Result, Tier, cell_text
from awardcli.search import weights
from awardcli.search.alignment import Alignment
from awardcli.search.near import near_match
from awardcli.search.other_words import Named, texts_of_values
from awardcli.search.printed_text import NUMERALS, PARTICLE, Candidate, PrintedText
from awardcli.search.query import Query, Term
from awardcli.search.ranking import Answer, as_hit, in_order, in_title
from awardcli.search.sound import sound_match
from awardcli.search.steps import NEAR, SURE, literal_match
from awardcli.search.typed_term import TypedTerm

Search = Callable[[Query], Answer]
"""The literal and sound steps of a search in the results."""

_WHOLE = 100.0
"""The score of a literal match, unless it is part of a longer number."""
_LONGEST_SAID = 80
"""Characters of the longest question, and of a title after its maker."""
_MOST_QUESTIONS = 60
"""Ways to split a question that are tried at most."""
_SCRIPTS = r"(?<=..)[:：]\s*|(?<=[\u3400-\u9fff])\W+(?=[A-Za-z])|(?<=[A-Za-z.])\W+(?=[\u3400-\u9fff])"
"""Between a label and a name, and a name in Chinese and the same in Latin script: 导演: 姜文 Wen Jiang."""
_SIDE_BY_SIDE = "(?<=[\u3400-\u9fff])(?=[A-Za-z]{3})|(?<=[A-Za-z]{3})(?=[\u3400-\u9fff])"
"""Between a title and the same in Latin script: 龙猫totoro."""
_LABEL = re.compile("(.+)[:：](.+)")
_FILM = "片"
_BRACKET = "[（(][^（）()]*[）)]$"
_OF_AWARDS = ("award", "category", "edition")
_OF_NUMBERS = NUMERALS | BESIDE_NUMBERS
_WORD = 2
"""A Latin word or a number counts as this many Chinese characters: `dune messiah` is not Dune."""


def together(candidates: Iterable[Candidate], query: Query) -> Answer:
    """The results whose title and organization, or parts of both, were typed as one word."""
    term = query.whole
    if len(query.terms) > 1 or query.within not in (None, "any") or len(term.text) <= weights.FEW:
        return Answer(())
    found = ((candidate, halves_of(candidate, query)) for candidate in candidates)
    hits = [as_hit(candidate, halves) for candidate, halves in found if halves]
    return Answer(in_order(hits), "together" if hits else None)


def halves_of(candidate: Candidate, query: Query) -> list[tuple[Term, Alignment]]:
    """The sure matches of one part of a query in the title and of the rest in the organization; empty without both."""
    text, term = query.terms[0], query.whole.typed
    title, organization = candidate.title, candidate.organization
    if not (len(title) and len(organization) and _may_hold(term, title, organization)):
        return []
    best: list[tuple[Term, Alignment]] = []
    for one, other in _halves(text):
        in_title = _sure_match(one, title)
        in_organization = in_title and _sure_match(other, organization)
        if in_title and in_organization:
            found = [(one, in_title), (other, in_organization)]
            if not best or as_hit(candidate, found)[1:3] > as_hit(candidate, best)[1:3]:
                best = found
    return best


@lru_cache(1)
def _halves(text: str) -> Sequence[tuple[Term, Term]]:
    """The ways to split a query in two, each in both orders; made once for all candidates."""
    cuts = ((Term([text[:cut]], unfinished=False), Term([text[cut:]])) for cut in range(1, len(text)))
    return [pair for one, other in cuts if one.text and other.text for pair in ((one, other), (other, one))]


def _may_hold(term: TypedTerm, title: PrintedText, organization: PrintedText) -> bool:
    """Whether the fields have every character and syllable of the term: a cheap check that nearly all results fail.

    Most organizations have neither its first nor its last character.
    """
    every = (1 << len(term)) - 1
    found = _positions_heard(term, organization)
    ends = 1 | 1 << len(term) - 1
    return bool(found & ends) and found | _positions_heard(term, title) == every


def _positions_heard(term: TypedTerm, printed: PrintedText) -> int:
    """The positions of the term, as bits, of which a field has the character or its sound."""
    found = term.positions_found(printed)
    for position, sound in enumerate(term.sounds):
        if sound and not found >> position & 1 and printed.is_read_so(sound):
            found |= 1 << position
    return found


def _sure_match(term: Term, printed: PrintedText) -> Alignment | None:
    """The match of one half: of at least two characters, or of the whole field; a short form may only leave out."""
    typed = term.typed
    found = literal_match(term.text, printed, unfinished=term.unfinished)
    if found is None and len(typed) >= weights.SHORT:
        found = sound_match(typed, printed)
        if found is None and len(typed) > weights.SHORT and typed.may_be_complete_in(printed):
            near = near_match(typed, printed, typed.cutoff)
            found = near if near and near.is_complete else None
    if found is None or (typed.letters and found.tier is Tier.INITIALS):
        return None
    matched = found.coverage * len(printed)
    return found if matched >= weights.SHORT or found.coverage == 1 else None


def around(results: Iterable[Result], query: Query, near: Iterable[Result]) -> Answer:
    """The results whose whole title is in the query, with other words around it.

    `near` are the results that are near the query: in a collection, those that its index gives.
    """
    if query.within not in (None, "any", "title"):
        return Answer(())
    from awardcli.search.linking.line_parts import LineParts, number_value
    from awardcli.search.linking.link import titles_held
    from awardcli.search.linking.spelling import coded

    key, text = LineParts(query.text).key, fold(query.text)
    codes, has_number = set(coded(key)), any(map(number_value, key))
    is_indexed = hasattr(results, "gram_index")
    # The index finds titles that are spelt otherwise; besides these only those that the query has as printed matter.
    as_printed = (each for each in near if not is_indexed or any(fold(name) in text for name in _names_of(each)))
    held_in = [result for result in as_printed if any(_is_nearly_in(n, codes, has_number) for n in _names_of(result))]
    among = results if is_indexed else held_in
    apart = re.sub(_SIDE_BY_SIDE, " ", query.text)
    held = titles_held(query.text, among)
    if not held and apart != query.text:
        held = titles_held(apart, among)
    enough = weights.HELD_MARKED if held and f"《{held[0].title}》" in query.text else weights.HELD
    if held and len(fold(held[0].title)) >= weights.SHORT and _are_otherwise_written(held[0].left, held[0].title):
        enough = weights.HELD_MARKED
    best = [each for each in held if each.score == held[0].score >= enough]
    if best:
        hits = [Hit(each.result, Tier.NEAR, each.score, 1.0, _marked(each.result, each.place)) for each in best]
        return Answer(hits, "around", left=tuple(words for words in best[0].left if words != PARTICLE))
    return _long_title(held_in, query, near)


def _are_otherwise_written(words: Iterable[str], title: str) -> bool:
    """Whether all words beside a Chinese title are in Latin letters and no pinyin: mostly its title elsewhere."""
    text = "".join(words)
    letters = fold(text)
    is_latin = len(text) >= weights.FEW and text.isascii() and letters.isalpha()
    return is_latin and all(map(is_han, fold(title))) and not segment(letters)


def behind_a_label(query: Query, search: Search) -> Answer:
    """The results whose whole title follows a label, which ends with a word around titles: 第九届入围影片：距离."""
    said = _LABEL.fullmatch(query.text)
    if said is None or query.within not in (None, "any", "title"):
        return Answer(())
    label, title = map(str.strip, said.groups())
    if not label.endswith(tuple(WORDS_AROUND_A_TITLE)) or len(fold(title)) < weights.SHORT:
        return Answer(())
    found = search(query._replace(terms=tuple(title.split())))
    edition = next((each.value for each in title_numbers(label) if "届" in label), None)
    hits = [
        hit._replace(tier=Tier.NEAR)
        for hit in found.hits
        if in_title(hit) and hit.coverage >= weights.OTHER_TITLE
        if edition in (None, str(hit.result.edition.number))
    ]
    return Answer(hits, "around", left=(label,)) if hits else Answer(())


def asked_about(query: Query, search: Search) -> Answer:
    """The results whose whole title, or maker, is a question without its question words: 谁导演了绿皮书, 余华写了什么.

    A title of two characters counts only where the question is plainly about a work: other questions may be about
    anything (距离是多少).
    """
    if query.within not in (None, "any", "title"):
        return Answer(())
    for before, rest, after in _questions(query.text):
        left = tuple(filter(None, (before, after)))
        of_a_work, of_making = (
            any(word in "".join(left) for word in words) for words in (OF_A_WORK, MAKING + WINNING + MADE_BY)
        )
        is_meant = of_a_work or len(fold(rest)) >= weights.HELD_TERM
        if len(fold(rest)) < weights.SHORT or not (is_meant or of_making):
            continue
        found = search(query._replace(terms=tuple(rest.split())))
        whole = (hit for hit in found.hits if is_meant and in_title(hit) and hit.coverage >= weights.OTHER_TITLE)
        if hits := [hit._replace(tier=Tier.NEAR) for hit in whole]:
            return Answer(hits, "around", left=left)
        by_name = (*found.hits, *found.by_organization) if of_making and query.within != "title" else ()
        made = [(_column_of(rest, hit.result), hit) for hit in by_name if _is_by(hit.result, rest)]
        if made:
            columns = dict.fromkeys(column.heading for column in made[0][1].result.cells.columns)
            first = next((column for column in columns if any(column == own for own, _ in made)), made[0][0])
            hits = [hit for column, hit in made if column == first]
            return Answer(hits, "words", named=(Named(rest, first, (rest,), Tier.EQUAL),), left=left)
    return Answer(())


def _column_of(name: str, result: Result) -> str:
    """The heading of the list's own column in which a result has the name of an organization, or else the key."""
    pairs = zip(result.cells.columns, result.cells.values, strict=True)
    own = (column.heading for column, cell in pairs if name in (cell_text(cell) or "") and column.role is not None)
    return next(own, "organization")


def _is_by(result: Result, name: str) -> bool:
    """Whether a name is the whole name of an organization or a person of a result, or all of it in one script."""
    forms = (form for each in result.organizations for form in (each.name, *re.split(_SCRIPTS, each.name)))
    return any(fold(form) == fold(name) for form in forms)


def asked_about_values(collection: Collection, query: Query, answer: Callable[[Collection, Query], Answer]) -> Answer:
    """The results that have the values that a question names: 2015年谁得了茅盾文学奖.

    The question is about works or awards: it names an award or a category, or has a word of making or winning.
    """
    text, plain = query.text, to_simplified(query.text).lower()
    of_a_kind = text.endswith((*KINDS_OF_WORK, _FILM))
    if not (of_a_kind or _may_be_question(text, plain, (*ASKING, *MAKING))) or query.within not in (None, "any"):
        return Answer(())
    places = _names_in_question(plain, texts_of_values(collection))
    if not places:
        return Answer(())
    ends = [0, *(offset for place in places for offset in place), len(text)]
    left = tuple(filter(fold, (text[start:end].strip() for start, end in zip(ends[::2], ends[1::2], strict=True))))
    found = answer(collection, query._replace(terms=tuple(text[start:end] for start, end in places)))
    is_of_award = any(named.column in _OF_AWARDS for named in found.named)
    is_about_works = is_of_award or of_a_kind or any(word in "".join(left) for word in MAKING + WINNING)
    return found._replace(left=left) if is_about_works else Answer(())


def _names_in_question(plain: str, names: Iterable[str]) -> Sequence[tuple[int, int]]:
    """Where a question has names, and only words of a question besides: where these take up the most; else nowhere."""
    named = {name for each in names if len(name := to_simplified(each).lower()) >= weights.SHORT and name in plain}
    best: dict[int, tuple[int, tuple[tuple[int, int], ...]]] = {0: (0, ())}
    """For each offset that a split reaches, the characters of names before it, and where these are."""
    for start in range(len(plain) if named else 0):
        if start not in best:
            continue
        length, places = best[start]
        ways = [(end, (length, places)) for end in _words_at(plain, start, WORDS_OF_A_QUESTION)]
        for name in named:
            named_at = (length + len(name), (*places, (start, start + len(name))))
            ways += [(end, named_at) for end in _words_at(plain, start, (name,))]
        for end, way in ways:
            best[end] = max(best.get(end, way), way, key=lambda each: (each[0], -len(each[1])))
    _, places = best.get(len(plain), (0, ()))
    return places


def made_by(query: Query, search: Search) -> Answer:
    """The results whose whole title follows its maker in the query: 去年闵行公安拍的记疫, 请问余华老师的兄弟."""
    if len(query.text) > _LONGEST_SAID or query.within not in (None, "any"):
        return Answer(())
    *_, (asking, text) = (
        ("", query.text),
        *((before, rest) for before, rest, after in _questions(query.text) if not after),
    )
    said = re.fullmatch(rf"(?:去年|今年|前年)?(.+?){TITLE_OF_A_PERSON}?(?:(?:{'|'.join(MAKING)})[过了]?)?的(.+)", text)
    if said is None:
        return Answer(())
    who, title = said.groups()
    found = search(query._replace(terms=(*who.split(), *title.split())))
    is_whole = found.step in (*SURE, *NEAR)
    hits = [hit for hit in found.hits if is_whole and hit.complete and _is_called(hit.result, title)]
    left = asking, text[: said.start(1)], text[said.end(1) : said.start(2)]
    return Answer(hits, "around", left=tuple(filter(None, left))) if hits else Answer(())


def _is_called(result: Result, title: str) -> bool:
    """Whether a title is one of a result, or such a one without its brackets: 兄弟 for 兄弟（上）."""
    return fold(title) in (fold(form) for name in _names_of(result) for form in (name, re.sub(_BRACKET, "", name)))


def half_of_a_work(query: Query, search: Search) -> Answer:
    """The half or volume that the query names without brackets: 兄弟下册 for 兄弟（下）."""
    said = re.fullmatch(HALF, query.text)
    if said is None or query.within not in (None, "any", "title"):
        return Answer(())
    found = search(query._replace(terms=tuple(said[1].split())))
    hits = [hit._replace(tier=Tier.NEAR) for hit in found.hits if in_title(hit) and hit.tier is Tier.EQUAL]
    return Answer(hits, "around", left=(said[2],)) if hits else Answer(())


def with_other_small_words(query: Query, search: Search) -> Answer:
    """The results whose title differs only in articles and prepositions: Speaker of the Dead."""
    rest = tuple(term for term in query.terms if fold(term) not in IN_ANY_NAME)
    if not weights.SHORT <= len(rest) < len(query.terms) or query.within not in (None, "any", "title"):
        return Answer(())
    meant = _telling_words(" ".join(rest))
    found = search(query._replace(terms=rest))
    hits = [
        hit._replace(tier=Tier.NEAR)
        for hit in found.hits
        if any(_telling_words(name) == meant for name in _names_of(hit.result))
    ]
    return Answer(hits, "around", left=tuple(term for term in query.terms if term not in rest)) if hits else Answer(())


def _telling_words(text: str) -> list[str]:
    """The folded words of a text without those that occur in any English name."""
    return [word for word in map(fold, text.split()) if word and word not in IN_ANY_NAME]


def _may_be_question(text: str, plain: str, words: Iterable[str]) -> bool:
    """Whether a text, and the same in simplified lower case, is a short one with a word that makes it a question."""
    return len(plain) == len(text) <= _LONGEST_SAID and any(word in plain for word in words)


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


def _questions(text: str) -> Iterator[tuple[str, str, str]]:
    """The ways to split a question into question words, a title, and question words; the longest titles first."""
    plain = to_simplified(text).lower()
    if not _may_be_question(text, plain, ASKING):
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
        if any(word in plain[:begin] or word in plain[end:] for word in ASKING):
            yield text[:begin].strip(), text[begin:end].strip(), text[end:].strip()


def _names_of(result: Result) -> tuple[str, ...]:
    """The title of a result, then its other names."""
    return (result.title, *other_names(result)) if result.title else ()


def _is_nearly_in(title: str, codes: Set[str], has_number: bool) -> bool:
    """Whether a query, given by the codes of its key, has nearly all sounds of a title: a cheap check."""
    from awardcli.search.linking.line_parts import LineParts
    from awardcli.search.linking.spelling import coded

    def lacks(text: str) -> int:
        return sum(code not in codes for code in coded(text))

    text = fold(title)
    if has_number:
        # Making a key takes long, and leaves everything in a title but its numbers and the words that number a part.
        others = "".join(character for character in text if is_han(character) and character not in _OF_NUMBERS)
        if lacks(others) > len(text) // weights.CHARACTERS_PER_SLIP:
            return False
        text = LineParts(title).key
    return lacks(text) <= len(coded(text)) // weights.CHARACTERS_PER_SLIP


def _long_title(results: Iterable[Result], query: Query, others: Iterable[Result]) -> Answer:
    """The results with the longest title that the query contains as printed: four characters, or a term of three."""
    typed, terms = PrintedText("title", query.text), [fold(term) for term in query.terms]
    longest, hits = 0, list[Hit]()
    left: tuple[str, ...] = ()
    for result in results:
        for name in _names_of(result):
            title = fold(name)
            said = _said(name)
            is_term = len(query.terms) > 1 and said >= weights.HELD_TERM and title in terms
            held = literal_match(title, typed, unfinished=False) if said >= weights.HELD_LENGTH else None
            is_held = held is not None and held.score == _WHOLE and not _is_numbered(typed, title)
            if not title or len(title) < longest or not (is_term or is_held):
                continue
            if len(title) > longest:
                longest, hits = len(title), []
            left = tuple(filter(None, typed.text.partition(title)[::2]))
            at = (result.title or "").find(name)
            own = (Place("title", at, at + len(name)),) if at >= 0 else ()
            hits.append(Hit(result, Tier.NEAR, 100 * len(title) / len(typed), 1.0, own))
            break
    if not hits or any(_is_of_another(part, others, hits) for part in left):
        return Answer(())
    return Answer(hits, "around", left=left)


def _said(title: str) -> int:
    """The length of a title in Chinese characters, where a Latin word or a number counts as two."""
    han = sum(map(is_han, title))
    words = "".join(" " if is_han(character) else character for character in title).split()
    return han + _WORD * sum(bool(said) and said not in IN_ANY_NAME for said in map(fold, words))


def _is_numbered(typed: PrintedText, title: str) -> bool:
    """Whether a number touches a title in the query: 中国奇谭3 is not 中国奇谭."""
    start = typed.text.index(title)
    ends = start, start + len(title)
    return any(number.whole[0] == ends[1] or number.whole[1] == ends[0] for number in title_numbers(typed.original))


def _is_of_another(text: str, results: Iterable[Result], hits: Sequence[Hit]) -> bool:
    """Whether a text contradicts the hits: it names the organization of other results only."""
    term, own = Term([text]), {hit.result.organization for hit in hits}
    naming = {result.organization for result in results if _sure_match(term, Candidate(result).organization)}
    return bool(naming) and naming.isdisjoint(own)


def title_in(query: Query, result: Result) -> list[tuple[Term, Alignment]]:
    """The title of a result that a query contains, matched as the term, with the query as the printed text."""
    typed = PrintedText("title", query.text)
    terms = [Term([title], unfinished=False) for title in _names_of(result)]
    found = [
        (term, match)
        for term in terms
        if (
            match := literal_match(term.text, typed, unfinished=False)
            or near_match(term.typed, typed, 1.0, strict=False)
        )
    ]
    return [max(found, key=lambda pair: (pair[1].score, len(pair[0].text)))] if found else []


def _marked(result: Result, place: Place) -> tuple[Place, ...]:
    """The place to mark, unless it is beyond the shown title: then it is that of another title."""
    return (place,) if result.title and place.end <= len(result.title) else ()
