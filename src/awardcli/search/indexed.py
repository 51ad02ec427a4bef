"""Search in a collection with a gram index: the same hits in the same order as a scan, without reading all of it."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, islice

from awardcli.collection.index import Kind, Row
from awardcli.language.fold import fold
from awardcli.model import FieldName, Hit, Result
from awardcli.search.best_first import Indexed, best_first
from awardcli.search.candidate import Candidate
from awardcli.search.hits import Answer, as_hit, in_title, matches_of, ranked
from awardcli.search.lazy import Hits
from awardcli.search.lookups import (
    anywhere,
    initials_with_a_gap,
    lookups,
    lookups_of_all,
    near_grams,
    two_characters,
)
from awardcli.search.near import forgiven, is_far
from awardcli.search.pattern import Pattern
from awardcli.search.query import Query, Term
from awardcli.search.steps import Matcher, Step

NEAR_CANDIDATES = 500
"""The results that the near step compares at most: those with the most and the rarest grams in common."""
_OF_MANY = 150
"""Those of them that are compared where even more have a gram in common: what is meant is among the first."""
_SHORT = 2


def answer(collection: Indexed, query: Query, step: Step, matcher: Matcher) -> Answer:
    """What answers a query in the literal or the sound step, found as it is asked for."""
    whole, terms = query.whole, query.apart

    def hit_in(fields: Sequence[FieldName], result: Result) -> Hit | None:
        candidate = Candidate(result)
        matches = matches_of(candidate, fields, whole, terms, matcher)
        return as_hit(candidate, matches) if matches else None

    if terms and "organization" in query.fields and _any_in_an_organization(collection, terms, step):
        # One term may stand in the title and another in the organization: each is looked up by itself.
        results = _each(collection, query.fields, whole, terms, step)
        return ranked([hit for result in results if (hit := hit_in(query.fields, result))], query, step)

    def by_title() -> Iterator[Hit]:
        is_printed = partial(collection.gram_index.has, "title")
        known = lookups(whole, step, is_printed) + (lookups_of_all(terms, step, is_printed) if terms else [])
        return best_first(collection, "title", known, partial(hit_in, ("title",)))

    def by_organization() -> Iterator[Hit]:
        known = lookups(whole, step, partial(collection.gram_index.has, "organization"))
        hits = best_first(collection, "organization", known, partial(hit_in, query.fields))
        return (hit for hit in hits if not in_title(hit))

    titles = Hits(by_title) if "title" in query.fields else ()
    organizations = Hits(by_organization) if "organization" in query.fields else ()
    if query.within is None and titles:
        return Answer(titles, step, organizations)
    return Answer(Hits(lambda: chain(titles, organizations)), step)


def near_candidates(collection: Indexed, query: Query, *, strict: bool) -> Iterator[Result]:
    """The results that come nearest to a query, in printed order: at most a few hundred for each term.

    With `strict` only those that may answer it in the near step.
    """
    if collection.last_position <= NEAR_CANDIDATES:
        return iter(collection)
    fields, whole, terms = query.fields, query.whole, query.apart
    found = _near(collection, fields, whole, strict)
    if terms:  # of which only one need be misspelt
        each = [_positions(collection, fields, t, "sound") | _near(collection, fields, t, strict) for t in terms]
        found |= _positions(collection, fields, whole, "sound") | set.intersection(*each)
    return (result for _, result in collection.results_at(sorted(found)))


def _any_in_an_organization(collection: Indexed, terms: Sequence[Term], step: Step) -> bool:
    """Whether an organization's name may hold one of the terms."""
    return any(True for term in terms for _ in _rows(collection, "organization", term, step))


def _each(
    collection: Indexed, fields: Sequence[FieldName], whole: Term, terms: Sequence[Term], step: Step
) -> Iterator[Result]:
    """The results in which the whole query may stand, or each term somewhere; in printed order."""
    found = _positions(collection, fields, whole, step)
    found |= set.intersection(*(_positions(collection, fields, term, step) for term in terms))
    return (result for _, result in collection.results_at(sorted(found)))


def _positions(collection: Indexed, fields: Sequence[FieldName], term: Term, step: Step) -> set[int]:
    """The positions of the results in which a term may stand, in a step or a surer one."""
    found: set[int] = set()
    for field in fields:
        places = (row.place for row in _rows(collection, field, term, step))
        found.update(_results_of(collection, field, places))
    return found


def _rows(collection: Indexed, field: Kind, term: Term, step: Step) -> Iterator[Row]:
    """The rows of the index in which a term may stand, in a step or a surer one."""
    index = collection.gram_index
    expression = anywhere(term, step, partial(index.has, field))
    return index.rows(field, expression) if expression else iter(())


def _near(collection: Indexed, fields: Sequence[FieldName], term: Term, strict: bool) -> set[int]:
    """The positions of the results that come nearest to a term."""
    pattern = term.pattern
    found: set[int] = set()
    for field in fields:
        places = list(islice(_near_places(collection, field, pattern), NEAR_CANDIDATES))
        if strict and not (pattern.may_say_a_number and len(places) != _OF_MANY):
            texts = collection.texts_at(field, places)
            places = [place for place, text in texts if not is_far(pattern, fold(text))]
        found.update(islice(_results_of(collection, field, iter(places)), NEAR_CANDIDATES))
    return found


def _near_places(collection: Indexed, field: Kind, pattern: Pattern) -> Iterator[int]:
    """The rows of the index that come nearest to a term, the surest first."""
    index = collection.gram_index
    if pattern.is_initials:
        for expression in initials_with_a_gap(pattern.text):
            yield from (row.place for row in index.rows(field, expression))
    elif not pattern.letters and len(pattern) == _SHORT:
        one, both = two_characters(pattern.text)
        yield from (row.place for row in index.rows(field, one, longest=_SHORT))
        yield from (row.place for row in index.rows(field, both))
    elif grams := near_grams(pattern):
        alike = not pattern.letters and not pattern.may_say_a_number
        shortest = len(set(pattern.characters)) - forgiven(pattern) if alike else 0
        places = index.most_like(field, grams, NEAR_CANDIDATES, shortest=shortest)
        yield from places if len(places) < NEAR_CANDIDATES else places[:_OF_MANY]


def _results_of(collection: Indexed, field: Kind, places: Iterator[int]) -> Iterator[int]:
    """The positions of the results whose titles, or whose organizations, stand in those rows of the index."""
    return places if field == "title" else collection.positions_of(places)
