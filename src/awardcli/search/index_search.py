"""Search in a collection with a gram index: the same hits in the same order as a scan, without reading all of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from heapq import heappop, heappush, nlargest
from itertools import chain, islice
from typing import Protocol

from awardcli.collection.gram_index import Index, IndexRow, Kind
from awardcli.language.fold import fold
from awardcli.model import FieldName, Hit, Result
from awardcli.search.index_lookups import (
    Known,
    Lookup,
    anywhere,
    initials_with_a_gap,
    lookups,
    lookups_of_all,
    misspelt_lookups,
    near_grams,
    two_characters,
    widest,
)
from awardcli.search.near import forgiven, is_far
from awardcli.search.printed_text import Candidate
from awardcli.search.query import Query, Term
from awardcli.search.ranking import Answer, Hits, Order, as_hit, in_order, in_title, matches_of, order_of, ranked
from awardcli.search.steps import NEAR, Matcher, Step
from awardcli.search.typed_term import TypedTerm

_AT_ONCE = 64
"""Results that are read from the file at once: about as many as a screen shows."""

_BEFORE_ALL = -1
"""A position before every other."""


class Indexed(Protocol):
    """A collection with a gram index."""

    def __iter__(self) -> Iterator[Result]: ...

    @property
    def last_position(self) -> int: ...
    @property
    def gram_index(self) -> Index: ...

    def positions_of(self, organizations: Iterable[int]) -> Iterator[int]:
        """The positions of the results that name one of the organizations, by their keys."""
        ...

    def texts_at(self, kind: Kind, places: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The titles at those positions, or the names of those organizations, in the order they are asked for."""
        ...

    def kept(self, positions: Sequence[int]) -> list[int]:
        """Those of the positions whose results belong to the collection, in the order given."""
        ...

    def results_at(self, positions: Iterable[int]) -> Iterator[tuple[int, Result]]:
        """The results at those positions with their positions, in the order they are asked for."""
        ...


def best_first(
    collection: Indexed,
    kind: Kind,
    lookups: Iterable[Lookup],
    hit_of: Callable[[Result], Hit | None],
    widest: str | None = None,
) -> Iterator[Hit]:
    """The hits among the rows that lookups find, in the order of a whole search.

    A row's number and its lookup say how good a hit in it can be. A hit is given as soon as no later row can be
    better: of a million rows that answer equally well only those that are asked for are read. What finds few rows is
    asked but once: by the `widest` expression, which finds all that the lookups find.
    """
    if widest:
        few = list(islice(collection.gram_index.rows(kind, widest), _AT_ONCE + 1))
        if not few:
            return
        if kind == "title" and len(few) <= _AT_ONCE:
            found = collection.results_at(sorted(row.place for row in few))
            yield from in_order(hit for _, result in found if (hit := hit_of(result)))
            return
    waiting: list[tuple[Order, int, Hit]] = []
    seen: set[int] = set()
    ranked = sorted(lookups, key=_best)
    as_good = Counter(map(_best, ranked))
    for lookup in ranked:
        # What is as good as a lookup can be is not found again, but by another that is no better.
        remembers_all = kind == "organization" or as_good[_best(lookup)] > 1
        for best, before, position, result in _ranked_rows(collection, kind, lookup, seen):
            while waiting and waiting[0][:2] < (best, before):
                yield heappop(waiting)[2]
            hit = hit_of(result)
            order = order_of(hit.tier, hit.score, hit.coverage) if hit else None
            if hit and order and order >= best:  # else a better lookup found it, and it has been given
                heappush(waiting, (order, position, hit))
            if remembers_all or order != best:
                seen.add(position)
    while waiting:
        yield heappop(waiting)[2]


def _best(lookup: Lookup) -> Order:
    """The order of the best hit that a lookup can find."""
    return order_of(lookup.tier, lookup.score, 1.0)


def _ranked_rows(
    collection: Indexed, kind: Kind, lookup: Lookup, seen: set[int]
) -> Iterator[tuple[Order, int, int, Result]]:
    """The results that a lookup finds and were not seen, with the best that they and all after them can be.

    After that comes the position before which an equally good hit is the next one, and the result's own.
    """
    rows = collection.gram_index.rows(kind, lookup.expression, shortest=lookup.shortest, longest=lookup.longest)
    if kind == "title":
        while some := list(islice(rows, _AT_ONCE)):
            lengths = {row.place: row.length for row in some if row.place not in seen}
            for position, result in collection.results_at(lengths):
                yield _best_in(lookup, lengths[position]), position, position, result
        return
    for row in rows:  # an organization's results stand anywhere in the list
        positions = [position for position in collection.positions_of([row.place]) if position not in seen]
        for position, result in collection.results_at(positions):
            yield _best_in(lookup, row.length), _BEFORE_ALL, position, result


def _best_in(lookup: Lookup, length: int) -> Order:
    """The order of the best hit that a lookup can find in a text of a length."""
    return order_of(lookup.tier, lookup.score, min(lookup.units, length) / length)


SHORT_LIST = 500
"""A list of so many results is short: the near step compares all of it."""
NEAR_CANDIDATES = 500
"""The rows of an index that the near step takes at most: those with the most and the rarest grams in common."""
_COMPARED = 60
"""Where there are so many, the results of them that are compared: those with the most characters in common."""
_COUNTED, _COUNTED_OF_OTHERS = 20_000, 8_000
"""Rows in which grams are counted: those of the term, and those of its numbers written otherwise."""
_OTHERS = 150
"""The candidates that are there for a number written otherwise at most, where there are too many."""
_OF_ORGANIZATIONS = 10_000
"""The results of the nearest organizations among which those are looked for that filters keep."""
_SHORT = 2


def answer(collection: Indexed, query: Query, step: Step, matcher: Matcher) -> Answer:
    """What answers a query in a step: in titles and organizations apart, and each only when it is asked for."""
    whole, terms = query.whole, query.apart

    def hit_in(fields: Sequence[FieldName], result: Result) -> Hit | None:
        candidate = Candidate(result)
        matches = matches_of(candidate, fields, whole, terms, matcher)
        return as_hit(candidate, matches) if matches else None

    def hits_in(fields: Sequence[FieldName], results: Iterable[Result]) -> list[Hit]:
        return in_order(hit for result in results if (hit := hit_in(fields, result)))

    # One term may stand in the title and another in the organization: each is looked up by itself.
    if step in NEAR and (terms or _is_short(collection)):
        return ranked(hits_in(query.fields, near_candidates(collection, query, step)), query, step)
    if terms and "organization" in query.fields and _any_in_an_organization(collection, terms, step):
        return ranked(hits_in(query.fields, _each(collection, query.fields, whole, terms, step)), query, step)

    def by_title() -> Iterator[Hit]:
        if step in NEAR:
            return iter(hits_in(("title",), _results(collection, _near(collection, "title", whole, step))))
        known = _known(collection, "title")
        hit_of = partial(hit_in, ("title",))
        if terms:
            both = lookups(whole, step, known) + lookups_of_all(terms, step, known)
            return best_first(collection, "title", both, hit_of)
        return best_first(collection, "title", lookups(whole, step, known), hit_of, widest(whole, step, known))

    def by_organization() -> Iterator[Hit]:
        if step in NEAR:
            results = _results(collection, _near(collection, "organization", whole, step))
            answering = _by_name(results, lambda result: hit_in(("organization",), result) is not None)
            hits = iter(hits_in(query.fields, answering))
        else:
            known, hit_of = _known(collection, "organization"), partial(hit_in, query.fields)
            found = lookups(whole, step, known)
            hits = best_first(collection, "organization", found, hit_of, widest(whole, step, known))
        yield from (hit for hit in hits if not in_title(hit))

    titles = Hits(by_title) if "title" in query.fields else ()
    organizations = Hits(by_organization) if "organization" in query.fields else ()
    if query.within is None and titles:
        return Answer(titles, step, organizations)
    return Answer(Hits(lambda: chain(titles, organizations)), step)


def near_candidates(collection: Indexed, query: Query, step: Step | None = None) -> Iterator[Result]:
    """The results that come nearest to a query, in printed order: at most a few hundred for each term.

    With a `step` only those that may answer it in that.
    """
    if _is_short(collection):
        return iter(collection)
    fields, whole, terms = query.fields, query.whole, query.apart

    def near(term: Term) -> set[int]:
        return set().union(*(_near(collection, field, term, step) for field in fields))

    found = near(whole)
    if terms:  # of which only one need be misspelt
        each = [_positions(collection, fields, term, "sound") | near(term) for term in terms]
        found |= _positions(collection, fields, whole, "sound") | set.intersection(*each)
    return _results(collection, found)


def _by_name(results: Iterable[Result], answers: Callable[[Result], bool]) -> Iterator[Result]:
    """The results whose organizations answer, which is asked but once of all the results that name the same."""
    known: dict[object, bool] = {}
    for result in results:
        name = result.organization, result.organizations
        if name not in known:
            known[name] = answers(result)
        if known[name]:
            yield result


def _is_short(collection: Indexed) -> bool:
    """Whether the near step compares all of it."""
    return collection.last_position <= SHORT_LIST


def _results(collection: Indexed, positions: Iterable[int]) -> Iterator[Result]:
    """The results at those positions, in printed order."""
    return (result for _, result in collection.results_at(sorted(positions)))


def _known(collection: Indexed, kind: Kind) -> Known:
    """What the index of a collection knows of the grams of its titles, or of its organizations' names."""
    index = collection.gram_index
    return Known(partial(index.has, kind), partial(index.is_common, kind))


def _any_in_an_organization(collection: Indexed, terms: Sequence[Term], step: Step) -> bool:
    """Whether an organization's name may hold one of the terms."""
    return any(True for term in terms for _ in _rows(collection, "organization", term, step))


def _each(
    collection: Indexed, fields: Sequence[FieldName], whole: Term, terms: Sequence[Term], step: Step
) -> Iterator[Result]:
    """The results in which the whole query may stand, or each term somewhere; in printed order."""
    found = _positions(collection, fields, whole, step)
    found |= set.intersection(*(_positions(collection, fields, term, step) for term in terms))
    return _results(collection, found)


def _positions(collection: Indexed, fields: Sequence[FieldName], term: Term, step: Step) -> set[int]:
    """The positions of the results in which a term may stand, in a step or a surer one."""
    found: set[int] = set()
    for field in fields:
        places = (row.place for row in _rows(collection, field, term, step))
        found.update(_results_of(collection, field, places))
    return found


def _rows(collection: Indexed, field: Kind, term: Term, step: Step) -> Iterator[IndexRow]:
    """The rows of the index in which a term may stand, in a step or a surer one."""
    expression = anywhere(term, step, _known(collection, field))
    return collection.gram_index.rows(field, expression) if expression else iter(())


def _near(collection: Indexed, field: Kind, term: Term, step: Step | None) -> set[int]:
    """The positions of the results whose titles, or organizations, come nearest to a term.

    With a `step` only those that may answer it in that.
    """
    pattern = term.pattern
    places = list(islice(_near_places(collection, field, pattern, step), NEAR_CANDIDATES))
    many = len(places) == NEAR_CANDIDATES
    if field == "title":
        places = collection.kept(places)
    if many or (step and pattern.characters and not pattern.may_say_a_number):
        texts = ((place, fold(text)) for place, text in collection.texts_at(field, places))
        near = [(place, text) for place, text in texts if not (step and is_far(pattern, text))]
        if many:
            near = nlargest(_COMPARED, near, key=lambda found: pattern.places_of(found[1]).bit_count())
        places = [place for place, _ in near]
    if field == "title":
        return set(places)
    return set(collection.kept(list(islice(collection.positions_of(places), _OF_ORGANIZATIONS)))[:NEAR_CANDIDATES])


def _near_places(collection: Indexed, field: Kind, pattern: TypedTerm, step: Step | None) -> Iterator[int]:
    """The rows of the index that come nearest to a term, the surest first; a row may come twice."""
    index = collection.gram_index
    if step == "misspelt":
        for expression in misspelt_lookups(pattern, _known(collection, field)):
            yield from (row.place for row in index.rows(field, expression))
    if pattern.is_initials:
        for expression in initials_with_a_gap(pattern.text):
            yield from (row.place for row in index.rows(field, expression))
    short = not pattern.letters and len(pattern) == _SHORT
    if short:
        one, both = two_characters(pattern.text)
        yield from (row.place for row in index.rows(field, one, longest=_SHORT))
        yield from (row.place for row in index.rows(field, both))
    if pattern.may_say_a_number or not (short or pattern.is_initials):
        alike = not pattern.letters and not pattern.may_say_a_number
        shortest = len(set(pattern.characters)) - forgiven(len(pattern.characters)) if alike else 0
        own, others = (
            index.most_like(field, grams, NEAR_CANDIDATES, most_counted=counted, shortest=shortest)
            for grams, counted in zip(near_grams(pattern), (_COUNTED, _COUNTED_OF_OTHERS), strict=True)
        )
        if len(own) + len(others) > NEAR_CANDIDATES:
            del others[_OTHERS:]
            del own[NEAR_CANDIDATES - len(others) :]
        yield from chain(own, others)


def _results_of(collection: Indexed, field: Kind, places: Iterator[int]) -> Iterator[int]:
    """The positions of the results whose titles, or whose organizations, stand in those rows of the index."""
    return places if field == "title" else collection.positions_of(places)
