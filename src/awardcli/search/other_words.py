"""The "other words" step: terms that name a category, award, district, kind, edition, year or other value.

`嘉定 微电影` means the micro-films by organizations with 嘉定 in their name: 微电影 is no title, but a category.
Terms that name a value select results as filters do, and the other terms are searched among these.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain, combinations, islice, product
from typing import TYPE_CHECKING, NamedTuple

from awardcli.collection import Collection
from awardcli.language.fold import fold
from awardcli.language.readings import first_readings, is_han
from awardcli.language.words_about_works import BEST, IN_ANY_NAME, RANKS_OF_AWARDS
from awardcli.model import Hit, Result, Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment
from awardcli.search.printed_text import NUMERALS, PrintedText
from awardcli.search.query import Query, Term
from awardcli.search.ranking import Answer, Hits, has_whole_title
from awardcli.search.steps import SURE, literal_match
from awardcli.vocabulary import AWARDS_IN_CHINESE, KINDS, value

if TYPE_CHECKING:
    from awardcli.search.find import Searcher
    from awardcli.search.typed_term import TypedTerm

_MOST_WAYS = 32
"""Combinations of terms read as values that are tried at most."""

_NOT_OF_KINDS = (Tier.PREFIX, Tier.SUBSTRING, Tier.INITIALS)
"""Tiers that do not name a kind: the name of a kind (government or Party body) is not a text of the list."""

_LONGEST_OF_PARTS = 40
"""A longer value is prose."""
_MOST_COUNTED = 1000
"""With more hits it takes too long to count those that have a value."""
_SHORTEST_WITH_PARTS = 5
"""Characters of an award of which a part may be named by itself: 国际金像奖."""
_AWARD = "奖"
_BEST_OF_ALL = "最佳"


class Named(NamedTuple):
    """A term that names values of a column, and the least sure tier of them."""

    term: str
    column: str
    values: tuple[str, ...]
    tier: Tier

    def shown(self, among: Container[str] | None = None) -> list[str]:
        """The values, or those of them that are among others, as people call them in the language of messages.

        Of values of several words (法国 德国), it is only the one that was typed.
        """
        if len(self.values) > 1 and all(self.term in (each, *_parts(each)) for each in self.values):
            return [self.term]
        values = [each for each in self.values if among is None or each in among]
        return list(map(value, values)) if self.column == "kind" else values


def by_other_words(collection: Collection, query: Query, searcher: "type[Searcher]") -> Answer:
    """The results that have the values that some terms name in other columns, and that the other terms match.

    Beside values named in full, the others may also be near the name of an organization (黄浦公安 单项奖).
    """
    if not query.searches_all:
        return Answer(())
    for joined in _with_values_joined(collection, query):
        found = by_other_words(collection, joined, searcher)
        if found.hits:
            return found
    for rest, best in _best_of(collection, query):
        selected = collection.where(best.column, *best.values)
        asked = query._replace(terms=rest)
        found = by_other_words(selected, asked, searcher) if rest else _all(selected, best.tier)
        if rest and not found.hits:
            found = Answer([hit for hit in searcher(selected).surely(asked).hits if has_whole_title(hit)])
        if found.hits:
            return found._replace(step="words", named=(best, *found.named))
    ways = list(islice(_ways(collection, query), _MOST_WAYS))
    for rest, names in ways:
        selected, named = _selected(collection, names)
        found = searcher(selected).surely(query._replace(terms=rest)) if rest else _all(selected, _worst(named))
        if found.hits:
            return found._replace(step="words", named=tuple(named))
    for rest, names in ways:
        if rest and _worst(names) is Tier.EQUAL:
            selected, named = _selected(collection, names)
            found = searcher(selected).nearly(query._replace(terms=rest, within="organization"))
            if found.hits:
                return found._replace(step="words", named=tuple(named))
    return Answer(())


def _ways(collection: Collection, query: Query) -> Iterator[tuple[tuple[str, ...], list[Named]]]:
    """The remaining terms, and the values that the others name: first all terms as one, then one, two and so on."""
    if len(query.terms) > 1:
        yield from (((), [named]) for named in named_by(collection, query.text))
    each = {number: list(named_by(collection, term)) for number, term in enumerate(query.terms)}
    naming = [number for number, names in each.items() if names]
    for count in range(1, len(naming) + 1):
        for chosen in combinations(naming, count):
            rest = tuple(term for number, term in enumerate(query.terms) if number not in chosen)
            yield from ((rest, list(names)) for names in product(*(each[number] for number in chosen)))


def _selected(collection: Collection, names: Sequence[Named]) -> tuple[Collection, list[Named]]:
    """The results that have the named values, and these.

    Terms that name the same values of a column are one name (best film); a cell may also name several (创意奖 人气奖).
    """
    joined: list[Named] = []
    for named in names:
        for at, same in enumerate(joined):
            both = tuple(value for value in same.values if same.column == named.column and value in named.values)
            if both:
                joined[at] = Named(f"{same.term} {named.term}", named.column, both, max(same.tier, named.tier))
                break
        else:
            joined.append(named)
    for named in joined:
        collection = collection.where(named.column, *named.values)
    return collection, joined


def _worst(names: Iterable[Named]) -> Tier:
    """The least sure tier of some names."""
    return max(named.tier for named in names)


def _best_of(collection: Collection, query: Query) -> Iterator[tuple[tuple[str, ...], Named]]:
    """The awards or categories that `best` and the words behind it name, with the other terms: best actress 2010.

    A value has these words, in that order (BEST PICTURE), at its beginning (ACTRESS IN A LEADING ROLE) or anywhere;
    it may name the work in place of the person (best director, DIRECTING).
    """
    terms = [fold(term) for term in query.terms]
    start = terms.index(BEST) if BEST in terms else len(terms)
    for end in range(len(terms), start + 1, -1):
        meant = [word for word in terms[start + 1 : end] if word not in IN_ANY_NAME]
        stems = [_stem(word) for word in meant]
        others = (*query.terms[:start], *query.terms[end:])
        rests = dict.fromkeys((others, _without_small(others)))
        ways = list(_awards_for_the_best(collection, stems)) if stems else []
        is_award = any(is_in_full for is_in_full, _, _ in ways)  # then the category film is not meant beside Best Film
        for (is_in_full, column, names), rest in product(ways, rests):
            if is_in_full or not is_award:
                yield rest, Named(" ".join(query.terms[start:end]), column, names, Tier.SUBSTRING)
        if is_award:
            return


def _awards_for_the_best(collection: Collection, stems: Sequence[str]) -> Iterator[tuple[bool, str, tuple[str, ...]]]:
    """The awards or categories with the words behind `best`, surest first, and whether their column has one in full."""
    for column, values in _values(collection):
        if column not in ("category", "award"):
            continue
        words = {name: [_stem(word) for word in map(fold, re.findall(r"\w+", name)) if word] for name in values}
        having = tuple(name for name, found in words.items() if set(stems) <= set(found))
        beginning = tuple(name for name in having if words[name][: len(stems)] == stems)
        in_full = tuple(name for name in having if " ".join((BEST, *stems)) in " ".join(words[name]))
        yield from ((bool(in_full), column, names) for names in dict.fromkeys((in_full, beginning, having)) if names)


def _with_values_joined(collection: Collection, query: Query) -> Iterator[Query]:
    """The query with a value of several terms as one term, where it has a small word (film with music 2022).

    By itself a small word names nothing; each term of other values is part of them (film music). Small words between
    the others may be left out: film with music in 2022.
    """
    folded, length = list(map(fold, query.terms)), len(query.terms)
    runs = [
        (start, end)
        for start, end in combinations(range(length + 1), 2)
        if 1 < end - start < length and not IN_ANY_NAME.isdisjoint(folded[start:end])
    ]
    values = {fold(text) for text in texts_of_values(collection)} if runs else frozenset()
    for start, end in sorted(runs, key=lambda run: run[0] - run[1]):
        if "".join(folded[start:end]) in values:
            value, others = " ".join(query.terms[start:end]), (query.terms[:start], query.terms[end:])
            for before, after in dict.fromkeys((others, tuple(map(_without_small, others)))):
                yield query._replace(terms=(*before, value, *after))


def _without_small(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(term for term in terms if fold(term) not in IN_ANY_NAME)


def _stem(word: str) -> str:
    """A word without its ending, the same for a person and what they do: director, directing; itself where short."""
    rest = re.sub("(or|er|ing|s)$", "", word)
    return rest if len(rest) >= weights.SHORTEST_STEM else word


def _all(results: Iterable[Result], tier: Tier) -> Answer:
    """The answer of all results."""
    return Answer(Hits(lambda: (Hit(result, tier, 100.0, 1.0, ()) for result in results)), "words")


def texts_of_values(collection: Collection) -> Iterator[str]:
    """The values of all columns that may be named, and their other names."""
    return (text for _, values in _values(collection) for others in values.values() for text in others)


def named_by(collection: Collection, text: str, worst: Tier = Tier.INITIALS) -> Iterator[Named]:
    """The columns in which typed text names values: the values that equal it, or else those that contain it.

    `worst` is the least sure tier that counts. A kind is named in full only.
    """
    term = Term([text])
    if not term.text:
        return
    tier_of = cache(partial(_tier, term, worst))  # values share other names: 金像奖
    for column, values in _values(collection):
        tiers = {value: [tier for tier in map(tier_of, texts) if tier is not None] for value, texts in values.items()}
        found = {value: min(each) for value, each in tiers.items() if each}
        if column == "kind":
            found = {value: tier for value, tier in found.items() if tier not in _NOT_OF_KINDS}
        best = min(found.values(), default=None)
        if best is not None:
            sure = [value for value, tier in found.items() if (tier is Tier.EQUAL) == (best is Tier.EQUAL)]
            yield Named(text, column, tuple(sure), max(found[value] for value in sure))


def more_by_words(collection: Collection, query: Query, answer: Answer) -> tuple[Named, int] | None:
    """A column in which the query names values, and how many results with these are not among the hits; or None."""
    if query.within is not None or query.exact or answer.step not in SURE:
        return None
    worst = Tier.SUBSTRING if answer.step == "literal" else Tier.INITIALS
    named = next(named_by(collection, query.text, worst), None)
    hits = list(islice(chain(answer.hits, answer.by_organization), _MOST_COUNTED + 1)) if named else []
    if named is None or len(hits) > _MOST_COUNTED:
        return None
    column, counts = collection.column_names.results_of(named.column), collection.counts(named.column)
    having = sum(not set(named.values).isdisjoint(column.names(hit.result)) for hit in hits)
    count = sum(counts[value] for value in named.values) - having
    return (named, count) if count > 0 else None


def _tier(term: Term, worst: Tier, text: str) -> Tier | None:
    """The tier by which a term names a value by one of its texts, or None."""
    match = _match_of_value(term, PrintedText("title", text), worst)
    if match is None:
        return None
    from awardcli.language.numerals import decimals  # a literal search mostly names no value

    return match.tier if decimals(text) == decimals(" ".join(term.words)) else None


def _match_of_value(term: Term, printed: PrintedText, worst: Tier) -> Alignment | None:
    """The match of a term with a value that it equals, that contains it, or the whole of which sounds like it."""
    if match := literal_match(term.text, printed) if len(printed) else None:
        is_little = len(term.text) < weights.SHORT or term.text in IN_ANY_NAME
        # One character is in too many values, and part of a number is another number.
        if match.tier is Tier.EQUAL or not (is_little or not NUMERALS.isdisjoint(term.text)):
            return match
    if worst <= Tier.SUBSTRING:
        return None
    if (match := _with_same_number(term, printed)) or not _may_sound_like(term.typed, printed):
        return match
    from awardcli.search.sound import sound_match

    match = sound_match(term.typed, printed)
    return match if match and match.coverage == 1 else None


def _with_same_number(term: Term, printed: PrintedText) -> Alignment | None:
    """The match of a term that equals a value but for the form of its number: 非凡10年, 非凡十年."""
    if NUMERALS.isdisjoint(term.text) or NUMERALS.isdisjoint(printed.text):
        return None
    meant = (term.typed.in_digits or term.typed).text
    found = None if meant.isdecimal() else next((literal_match(meant, form) for form in printed.rewritten[:1]), None)
    return found._replace(tier=Tier.SOUND) if found and found.tier is Tier.EQUAL else None


def _may_sound_like(term: "TypedTerm", printed: PrintedText) -> bool:
    """Whether a whole value may sound like a term: cheap checks that rule most values out."""
    if not weights.SHORT <= len(printed) <= len(term):
        return False
    if not term.letters:
        return len(printed) == len(term) > weights.SHORT  # two homophones are another word (己见, 纪检)
    first = term.text[0]
    alike = term.han[0] or first == printed.text[0]
    return alike or any(reading[0] == first for reading in first_readings(printed.text))


def _values(collection: Collection) -> Iterator[tuple[str, Mapping[str, Iterable[str]]]]:
    """The columns that may be named, each with its values and their other names."""
    names_of_categories = {category.name for category in collection.categories}
    categories = {
        category.name: _texts(
            category.name, category.id, category.name_en, *_other_names(category.name, names_of_categories)
        )
        for category in collection.categories
    }
    if categories:
        yield "category", categories
    for column in ("award", "district", "kind", "year"):
        if collection.has_counts(column) and (names := dict.fromkeys(collection.names(column))):
            yield column, {name: _texts(name, *_aliases(column, name, names)) for name in names}
    editions = {
        name: _texts(*_names_of_edition(edition.number))
        for edition in collection.editions
        if edition.number is not None and (name := edition.short_name)
    }
    if editions:
        yield "edition", editions
    for heading in (each.heading for each in collection.columns if each.role is None):
        if collection.has_counts(heading):
            yield heading, {name: (name, *_parts(name)) for name in collection.names(heading)}


def _parts(name: str) -> list[str]:
    """The Chinese words of a value, with spaces or slashes between them, each a value as well: 法国 德国."""
    parts = re.split(r"[\s/]+", name) if len(name) <= _LONGEST_OF_PARTS else []
    return parts if len(parts) > 1 and all(len(part) > 1 and all(map(is_han, part)) for part in parts) else []


def _texts(*texts: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _aliases(column: str, name: str, names: Container[str]) -> tuple[str, ...]:
    """The other names of an award, district, kind or year, which is one of the `names` of the list."""
    if column == "kind":
        return KINDS.get(name, ())
    if column == "award":
        return (*_forms_of_award(name), *_other_names(name, names))
    return (f"{name}年", f"{name[-2:]}年") if column == "year" else (re.sub("新?区$", "", name),)


def _other_names(award: str, names: Container[str]) -> tuple[str, ...]:
    """An English award or category in Chinese, or parts of a Chinese one, which are no other ones of the list."""
    found = AWARDS_IN_CHINESE.get(fold(award), ())
    found = () if any(name in names for name in found) else found
    if len(award) < _SHORTEST_WITH_PARTS or (_AWARD not in award and not award.startswith(("第", "1", "2"))):
        return found
    from awardcli.language.awards import parts_of_award  # no award of the bundled list needs it

    return (*found, *(part for part in parts_of_award(award) if part not in names))


def _forms_of_award(name: str) -> tuple[str, ...]:
    """The other forms of an award: with 奖 behind it, without 最佳, and shortened.

    >>> _forms_of_award("最佳创意"), _forms_of_award("茅盾文学奖")
    (('最佳创意奖', '创意奖'), ('茅奖',))
    """
    if name.endswith(_AWARD):
        is_long = len(name) > weights.FEW and name[0] not in RANKS_OF_AWARDS
        return (name[0] + _AWARD,) if is_long else ()
    return tuple(dict.fromkeys((name + _AWARD, name.removeprefix(_BEST_OF_ALL) + _AWARD)))


def _names_of_edition(number: int) -> Iterator[str]:
    """What an edition is called by its number: 第9届, 9届, 第九届, 九届."""
    figures = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else figures[tens % 10] + "十"
    in_chinese = [f"{ten}{figures[ones] if ones else ''}"] if 0 < number < 100 else []
    for count in (str(number), *in_chinese):
        yield from (f"第{count}届", f"{count}届")
