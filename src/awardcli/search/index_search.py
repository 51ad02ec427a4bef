"""Search in a collection with a gram index: the hits of a scan, in the same order, without reading every result.

Each step makes an `IndexPlan` of its lookups, and runs it. A part of the plan finds either every row that matches, best
first (`BestFirst`), or the rows that are most like a term (`Likest`). Where the terms of a query may match different
fields, sets of results are combined (`AllOf`, `AnyOf`). The matcher of the step then compares the results, as in a
scan.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from heapq import heappop, heappush, merge
from itertools import chain, groupby, islice, pairwise, permutations
from operator import itemgetter
from typing import NamedTuple

from awardcli.collection.gram_index import IndexRow
from awardcli.collection.stored import StoredCollection
from awardcli.language.fold import fold
from awardcli.language.organization_names import organization_names
from awardcli.model import FieldName, Hit, Result, Tier
from awardcli.search import weights
from awardcli.search.index_lookups import (
    ANY_LENGTH,
    FieldIndex,
    Lookup,
    all_of,
    any_of,
    homophones_expression,
    initials_with_a_gap,
    literal_lookups,
    misspelt_expressions,
    near_grams,
    otherwise_written,
    own_code,
    sound_lookups,
    without_particle,
)
from awardcli.search.printed_text import Candidate
from awardcli.search.query import Query, Term
from awardcli.search.ranking import (
    Answer,
    Hits,
    Order,
    as_hit,
    in_order,
    in_title,
    matches_of,
    order_of,
    ranked,
    ranked_by_field,
)
from awardcli.search.steps import NEAR, Attempt, Step
from awardcli.search.typed_term import TypedTerm, forgiven, highest_score, is_far, missing

_FULLY_SPELT = 100
_AT_ONCE = 64
"""Results read from the file at once: about as many as a screen shows."""
_MANY_LOOKUPS = 100
"""With more lookups of a term of letters, most of which find no row, they are first run as one."""
_BEFORE_ALL = -1
"""A position before every other."""
SHORT_LIST = 500
"""The near step compares every result of a list up to this size."""
NEAR_CANDIDATES = 500
"""Index rows that the near step takes at most: those that share the most and the rarest grams."""
_COMPARED = 60
"""Of that many rows, only this many results are compared: those that share the most characters."""
_COUNTED, _COUNTED_OF_OTHERS = 20_000, 8_000
"""Rows in which grams are counted: those of the term, and those of its numbers in another form."""
_OTHERS = 150
"""Rows for numbers in another form, where there are too many rows."""
_OF_ORGANIZATIONS = 10_000
"""Results of the nearest organizations that are read before filters are applied."""


# The plan.


class BestFirst(NamedTuple):
    """Lookups of one field that together find every matching row; `widest` finds the same rows by itself."""

    field: FieldName
    lookups: tuple[Lookup, ...]
    widest: str | None = None


class Rows(NamedTuple):
    """The rows of a field that an expression finds."""

    field: FieldName
    expression: str
    longest: int = ANY_LENGTH


class Likest(NamedTuple):
    """The rows of a field that are most like a term: those of the expressions `first`, then by shared grams.

    `grams` are those of the term, `others` those of its numbers in another form. Rows with fewer than `shortest`
    characters are left out; with `strict` also rows that can only be suggested, not be answers.
    """

    field: FieldName
    term: TypedTerm
    first: tuple[Rows, ...]
    grams: tuple[str, ...]
    others: tuple[str, ...]
    shortest: int
    strict: bool


class AnyOf(NamedTuple):
    """The results that any of the sources finds."""

    sources: "tuple[Source, ...]"


class AllOf(NamedTuple):
    """The results that all of the sources find."""

    sources: "tuple[Source, ...]"


Source = Rows | Likest | AnyOf | AllOf


class IndexPlan:
    """The lookups of a query in one step; without a step, those of the results near it, to be suggested.

    `title` and `organization` find the results that match in one field. `across` finds those of which different fields
    match different terms; it is run only if one of `in_organization` finds a row. Each part is made when it is first
    read: most answers need the titles alone.
    """

    def __init__(self, query: Query, step: Step | None, index_of: Callable[[FieldName], FieldIndex]) -> None:
        self._fields, self._whole = query.fields, query.whole
        self._terms = query.apart(step or "near")
        self._step = step
        self._index_of = index_of
        self._expressions: dict[tuple[FieldName, Term], str] = {}

    @property
    def is_near(self) -> bool:
        """Whether the step finds the most similar results, and not all that match."""
        return self._step is None or self._step in NEAR

    @cached_property
    def title(self) -> BestFirst:
        """The results whose title all terms match, for a step that finds every match."""
        index = self._index_of("title")
        lookups, widest = self._complete("title")
        if self._terms:
            return BestFirst("title", (*lookups, *self._together(index)))
        return BestFirst("title", lookups, widest)

    @cached_property
    def organization(self) -> BestFirst:
        """The results whose organization the whole query matches, for a step that finds every match."""
        return BestFirst("organization", *self._complete("organization"))

    @cached_property
    def in_organization(self) -> tuple[Rows, ...]:
        """The organizations that one of several terms may match, where organizations are searched."""
        if "organization" not in self._fields:
            return ()
        return tuple(row for term in self._terms for row in self._anywhere(term, ["organization"]))

    def naming(self, names: Sequence[str]) -> Source:
        """The results with organizations that match each of the names."""
        terms = (Term([name]) for name in names if fold(name))
        return AllOf(tuple(AnyOf(tuple(self._anywhere(term, ["organization"]))) for term in terms))

    @cached_property
    def across(self) -> Source:
        """The results that match by the query as a whole, or by each of its terms in some field."""
        if not self._terms:
            return AnyOf(tuple(map(self.likest, self._fields)))
        terms = self._whole, *sorted(self._terms, key=lambda term: -len(term.text))  # the longest find the fewest
        whole, *apart = (AnyOf((*self._anywhere(term), *self._nearby(term))) for term in terms)
        return AnyOf((whole, AllOf(tuple(apart))))

    def _nearby(self, term: Term) -> list[Likest]:
        """The rows of each field that are near a term, in a near step."""
        return [self.likest(field, term) for field in self._fields] if self.is_near else []

    def _anywhere(self, term: Term, fields: Sequence[FieldName] = ()) -> list[Rows]:
        """The rows of the fields that a term may match in this step or a surer one."""
        expressions = ((field, self._expression(field, term)) for field in fields or self._fields)
        return [Rows(field, expression) for field, expression in expressions if expression]

    def _expression(self, field: FieldName, term: Term) -> str:
        """The expression of every row that a term may match literally, or also by sound in a later step."""
        if (field, term) not in self._expressions:
            index = self._index_of(field)
            found = literal_lookups(term.text, index)
            if self._step != "literal":
                found += sound_lookups(term.typed, index)
            parts = (f"({lookup.expression})" for lookup in found if lookup.tier is not Tier.PREFIX)
            self._expressions[field, term] = any_of(parts)
        return self._expressions[field, term]

    def _complete(self, field: FieldName) -> tuple[tuple[Lookup, ...], str | None]:
        """The lookups of the whole query in the literal or the sound step, and one expression for all their rows."""
        index, term = self._index_of(field), self._whole
        literal = self._step == "literal"
        lookups = tuple(literal_lookups(term.text, index) if literal else sound_lookups(term.typed, index))
        if literal:
            return lookups, lookups[-1].expression
        if term.typed.letters:
            many = len(lookups) > _MANY_LOOKUPS
            return lookups, any_of(f"({lookup.expression})" for lookup in lookups) if many else None
        # Those of short terms are as quick one by one.
        return lookups, homophones_expression(term.typed, index) if len(term.typed) > weights.SHORT else None

    def _together(self, index: FieldIndex) -> list[Lookup]:
        """The lookup of every row that all terms match."""
        expression = all_of(f"({self._expression('title', term)})" for term in self._terms)
        if self._step == "sound":
            return [Lookup(expression, Tier.SOUND, 100, ANY_LENGTH)]
        texts = [term.text for term in self._terms]
        # A text can begin with two terms only where one of them begins with the other.
        apart = not any(one.startswith(other) for one, other in permutations(texts, 2))
        covered = sum(len(text) ** 2 for text in texts) / sum(map(len, texts))
        best, units = (Tier.SUBSTRING, covered) if apart else (Tier.EQUAL, ANY_LENGTH)
        return [Lookup(expression, best, 100, units)]

    def likest(self, field: FieldName, term: Term | None = None) -> Likest:
        """The rows near a term, or the whole query: by letters, by two characters, and by shared grams."""
        term = term or self._whole
        typed, first = term.typed, []
        if self._step == "misspelt" and term.respaced:
            lookups = sound_lookups(term.respaced, self._index_of(field))
            first += [Rows(field, lookup.expression) for lookup in lookups if lookup.score == _FULLY_SPELT]
        if self._step == "misspelt":
            first += [Rows(field, each) for each in misspelt_expressions(typed, self._index_of(field))]
        first += [Rows(field, each) for each in without_particle(typed, self._index_of(field))]
        if typed.is_initials:
            first += [Rows(field, each) for each in initials_with_a_gap(typed.text)]
        short = not typed.letters and len(typed) == weights.SHORT
        if short:
            codes = [own_code(character) for character in typed.text]
            first += [Rows(field, any_of(codes), longest=weights.SHORT), Rows(field, all_of(codes))]
        grams: tuple[str, ...] = ()
        others: tuple[str, ...] = ()
        if typed.may_say_a_number or not (short or typed.is_initials):
            grams = tuple(dict.fromkeys(near_grams(typed)))
            elsewhere = dict.fromkeys(gram for other in otherwise_written(typed) for gram in near_grams(other))
            others = tuple(gram for gram in elsewhere if gram not in grams)
        by_characters = not typed.letters and not typed.may_say_a_number
        shortest = len(set(typed.characters)) - forgiven(len(typed.characters)) if by_characters else 0
        return Likest(field, typed, tuple(first), grams, others, shortest, strict=self._step is not None)


# Running it.


def answer(collection: StoredCollection, attempt: Attempt) -> Answer:
    """The answer of one attempt; titles and organizations are each searched when their hits are read."""
    query, step = attempt.query, attempt.step
    plan = _plan(collection, query, step)

    def hit_in(fields: Sequence[FieldName], result: Result) -> Hit | None:
        candidate = Candidate(result)
        matches = matches_of(candidate, attempt, fields)
        return as_hit(candidate, matches) if matches else None

    def hits_in(fields: Sequence[FieldName], results: Iterable[Result]) -> list[Hit]:
        return in_order(hit for result in results if (hit := hit_in(fields, result)))

    if plan.is_near and collection.last_position <= SHORT_LIST:
        return ranked(hits_in(query.fields, collection), attempt)
    if attempt.terms and (plan.is_near or any(True for rows in plan.in_organization for _ in _rows(collection, rows))):
        # One term may match the title and another the organization.
        return ranked(hits_in(query.fields, _results(collection, _positions(collection, plan.across))), attempt)
    if plan.is_near:

        def near_by_organization() -> Iterator[Hit]:
            positions = _positions(collection, plan.likest("organization"))
            matching = _matching_by_name(collection, positions, lambda result: bool(hit_in(("organization",), result)))
            yield from (hit for hit in hits_in(query.fields, _results(collection, matching)) if not in_title(hit))

        in_titles = partial(hit_in, ("title",))
        near_titles = _near_titles(collection, plan.likest("title"), in_titles) if "title" in query.fields else []
        near_organizations = Hits(near_by_organization) if "organization" in query.fields else ()
        return ranked_by_field(near_titles, near_organizations, attempt)

    def by_title() -> Iterator[Hit]:
        yield from best_first(collection, plan.title, partial(hit_in, ("title",)))

    def by_organization() -> Iterator[Hit]:
        hits: Iterable[Hit]
        if len(names := organization_names(query.text)) > 1:  # each of the names of a cell is a row of the index
            hits = hits_in(query.fields, _results(collection, _positions(collection, plan.naming(names))))
        else:
            hits = best_first(collection, plan.organization, partial(hit_in, query.fields))
        yield from (hit for hit in hits if not in_title(hit))

    titles = Hits(by_title) if "title" in query.fields else ()
    organizations = Hits(by_organization) if "organization" in query.fields else ()
    if query.within is None and titles:
        return Answer(titles, step, organizations)
    return Answer(Hits(lambda: chain(titles, organizations)), step)


def near_results(collection: StoredCollection, query: Query) -> Iterable[Result]:
    """The results nearest to a query, in printed order: at most a few hundred for each term."""
    if collection.last_position <= SHORT_LIST:
        return collection
    return _results(collection, _positions(collection, _plan(collection, query, None).across))


def _plan(collection: StoredCollection, query: Query, step: Step | None) -> IndexPlan:
    index = collection.gram_index

    def index_of(field: FieldName) -> FieldIndex:
        return FieldIndex(partial(index.has, field), partial(index.rows_if_common, field))

    return IndexPlan(query, step, index_of)


def _results(collection: StoredCollection, positions: Iterable[int]) -> Iterator[Result]:
    """The results at those positions, in printed order."""
    return (result for _, result in collection.results_at(sorted(positions)))


def _matching_by_name(
    collection: StoredCollection, positions: Iterable[int], matches: Callable[[Result], bool]
) -> Iterator[int]:
    """The positions of the results whose organization matches; of those that name the same one only one is read."""
    alike = {each[0]: each for each in collection.by_organization_named(positions)}
    for position, result in collection.results_at(alike):
        if matches(result):
            yield from alike[position]


# Best first: the literal and the sound step.


def best_first(collection: StoredCollection, plan: BestFirst, hit_of: Callable[[Result], Hit | None]) -> Iterator[Hit]:
    """The hits in the rows that lookups find, in the order of a scan.

    The length of a row and its lookup bound how good its hit can be. So a hit is given as soon as no later row can be
    better, and of a million equally good rows only those that the caller takes are read. Where the widest expression
    finds few rows, only that one is run.
    """
    if plan.widest:
        few = list(islice(collection.gram_index.rows(plan.field, plan.widest), _AT_ONCE + 1))
        if not few:
            return
        if plan.field == "title" and len(few) <= _AT_ONCE:
            found = collection.results_at(sorted({row.place for row in few}))
            yield from in_order(hit for _, result in found if (hit := hit_of(result)))
            return
    waiting: list[tuple[Order, int, Hit]] = []
    seen: set[int] = set()
    for _, equals in groupby(sorted(plan.lookups, key=_best), key=_best):
        for best, before, position, result in _ranked_results(collection, plan.field, list(equals), seen):
            while waiting and waiting[0][:2] < (best, before):
                yield heappop(waiting)[2]
            hit = hit_of(result)
            order = order_of(hit.tier, hit.score, hit.coverage) if hit else None
            if hit and order and order >= best:  # else a better lookup has found it before
                heappush(waiting, (order, position, hit))
            seen.add(position)
    while waiting:
        yield heappop(waiting)[2]


def _best(lookup: Lookup) -> Order:
    """The order of the best hit that a lookup can find."""
    return order_of(lookup.tier, lookup.score, 1.0)


def _best_in(lookup: Lookup, length: int) -> Order:
    """The order of the best hit that a lookup can find in a text of that length."""
    return order_of(lookup.tier, lookup.score, min(lookup.units, length) / length)


def _ranked_results(
    collection: StoredCollection, field: FieldName, lookups: Sequence[Lookup], seen: set[int]
) -> Iterator[tuple[Order, int, int, Result]]:
    """The unseen results that lookups find, as (best order, position bound, position, result).

    The best order bounds the hits of this result and of all later ones; where a waiting hit has the same order, the
    bound on the position decides whether it precedes them.
    """
    rows = merge(*(_ranked_rows(collection, field, lookup) for lookup in lookups))
    if field == "title":
        while some := list(islice(rows, _AT_ONCE)):
            allowed: dict[int, Order] = {}
            for best, position in some:
                if position not in seen:
                    allowed.setdefault(position, best)
            for position, result in collection.results_at(allowed):
                yield allowed[position], position, position, result
        return
    for best, key in rows:  # the results of one organization are anywhere in the list
        positions = [position for position in collection.positions_of([key]) if position not in seen]
        for position, result in collection.results_at(positions):
            yield best, _BEFORE_ALL, position, result


def _ranked_rows(collection: StoredCollection, field: FieldName, lookup: Lookup) -> Iterator[tuple[Order, int]]:
    """The rows that a lookup finds: the best order of a hit in each, by which they are sorted, and its place."""
    rows = collection.gram_index.rows(field, lookup.expression, shortest=lookup.shortest, longest=lookup.longest)
    return ((_best_in(lookup, row.length), row.place) for row in rows)


# Sets of results: the near step, and terms in several fields.


def _positions(collection: StoredCollection, source: Source) -> set[int]:
    """The positions of the results that a part of the plan finds."""
    if isinstance(source, AnyOf):
        return set().union(*(_positions(collection, each) for each in source.sources))
    if isinstance(source, AllOf):
        found: set[int] | None = None
        for each in source.sources:
            found = _positions(collection, each) & found if found is not None else _positions(collection, each)
            if not found:
                break
        return found or set()
    if isinstance(source, Likest):
        return set(_likest(collection, source))
    places = (row.place for row in _rows(collection, source))
    return set(places if source.field == "title" else collection.positions_of(places))


def _rows(collection: StoredCollection, rows: Rows) -> Iterator[IndexRow]:
    return collection.gram_index.rows(rows.field, rows.expression, longest=rows.longest)


def _near_titles(collection: StoredCollection, plan: Likest, hit_of: Callable[[Result], Hit | None]) -> list[Hit]:
    """The hits in the titles that are most like a term, in order.

    Hits that lack some of the term are left out once the best one has all of it (`ranked_by_field`). So titles are
    compared only as long as one that lacks as many characters could come before the best of those.
    """
    lacking = _likest(collection, plan)
    found: list[tuple[int, Hit]] = []
    best_complete = 0.0
    for position, result in collection.results_at(sorted(lacking, key=lacking.__getitem__)):
        if best_complete >= highest_score(plan.term, lacking[position]):
            break
        if hit := hit_of(result):
            found.append((position, hit))
            best_complete = max(best_complete, hit.score if hit.complete else 0)
    return in_order(hit for _, hit in sorted(found, key=itemgetter(0)))


def _likest(collection: StoredCollection, plan: Likest) -> dict[int, int]:
    """The positions of results whose text is most like a term, with how many of its characters the text lacks."""
    term, lacking = plan.term, dict[int, int]()
    places = list(islice(_likest_places(collection, plan), NEAR_CANDIDATES))
    many = len(places) == NEAR_CANDIDATES
    if plan.field == "title":
        places = list(collection.kept(places))
    if many or (plan.strict and term.characters):
        texts = [(place, printed, fold(printed)) for place, printed in collection.texts_at(plan.field, places)]
        if many:
            texts.sort(key=lambda found: _shared(term, found[2]), reverse=True)
        as_typed = not (term.letters or term.may_say_a_number)
        near = (
            (place, missing(term.characters, text) if as_typed else 0)
            for place, printed, text in texts
            if not (plan.strict and is_far(term, printed, text, surely=not many))
        )
        for place, lacks in sorted(islice(near, _COMPARED if many else None), key=itemgetter(1)):
            lacking.setdefault(place, lacks)
    else:
        lacking |= dict.fromkeys(places, 0)
    if plan.field == "title":
        return lacking
    kept = collection.kept(islice(collection.positions_of(lacking), _OF_ORGANIZATIONS))
    return dict.fromkeys(islice(kept, NEAR_CANDIDATES), 0)


def _shared(term: TypedTerm, text: str) -> int:
    """How many characters a folded text shares with a term; in a term of letters, how many pairs of them."""
    if term.letters < len(term):
        return sum(map(text.__contains__, term.text))
    return sum(one + other in text for one, other in pairwise(term.text))


def _likest_places(collection: StoredCollection, plan: Likest) -> Iterator[int]:
    """The index rows that are most like a term, the surest first; a row may come twice."""
    for rows in plan.first:
        yield from (row.place for row in _rows(collection, rows))
    if not plan.grams and not plan.others:
        return
    own, others = (
        collection.gram_index.most_like(
            plan.field, grams, NEAR_CANDIDATES, most_counted=counted, shortest=plan.shortest
        )
        for grams, counted in ((plan.grams, _COUNTED), (plan.others, _COUNTED_OF_OTHERS))
    )
    if len(own) + len(others) > NEAR_CANDIDATES:
        del others[_OTHERS:]
        del own[NEAR_CANDIDATES - len(others) :]
    yield from chain(own, others)
