"""Search in a collection with a gram index: the hits of a scan, in the same order, without reading every result.

Each attempt makes an `IndexPlan` of its lookups. `PlanReader` gives what the parts of the plan find, and the matcher of
the attempt then compares these results, as in a scan.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from heapq import heappop, heappush, merge
from itertools import chain, groupby, islice, pairwise
from operator import itemgetter

from awardcli.collection.gram_index import IndexRow
from awardcli.collection.stored import StoredCollection
from awardcli.language.fold import fold
from awardcli.language.people_and_bodies import organization_names
from awardcli.model import FieldName, Hit, Result, Tier
from awardcli.search.by_index.index_lookups import FieldIndex, Lookup
from awardcli.search.by_index.index_plan import AllOf, AnyOf, BestFirst, IndexPlan, MostAlike, Rows, Source
from awardcli.search.printed_text import Candidate
from awardcli.search.query import Query
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
from awardcli.search.typed_term import TypedTerm, highest_score, is_far, missing

_AT_ONCE = 64
"""Results read from the file at once: about as many as a screen shows."""
_MOST_WAITING = 5_000
"""Hits that wait in memory for those before them; of any more only the positions wait, and they are read again."""
_BEFORE_ALL = -1
"""A position before every other."""
_AFTER_ALL: tuple[Order, int] = (max(Tier) + 1, 0.0, 0.0), 0
"""An order and a position after every other."""
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


class IndexSearch:
    """The answer of one attempt in a collection."""

    def __init__(self, collection: StoredCollection, attempt: Attempt) -> None:
        self._collection = collection
        self._attempt = attempt
        self._matcher = cache(attempt.matcher) if attempt.step in NEAR else attempt.matcher
        """Near titles are compared once for each text: those of a series share names (兵要望江南 占星第十三)."""
        self._plan = _plan(collection, attempt.query, attempt.step)
        self._reader = PlanReader(collection)

    def answer(self) -> Answer:
        """The answer; titles and organizations are each searched when their hits are read."""
        attempt, plan, reader, fields = self._attempt, self._plan, self._reader, self._attempt.fields
        if plan.is_near and _is_short(self._collection):
            return ranked(self._hits(self._collection), attempt)
        in_organization = (row for rows in plan.in_organization for row in reader.rows(rows))
        titles = Hits(self._titles) if "title" in fields and not plan.is_near else ()
        if attempt.terms and (plan.is_near or any(True for _ in in_organization) or not titles):
            # One term may match the title and another the organization, or another name of the title.
            return ranked(self._hits(reader.results(reader.positions(plan.across))), attempt)
        by_organization = self._near_organizations if plan.is_near else self._organizations
        organizations = Hits(by_organization) if "organization" in fields else ()
        if plan.is_near:
            near_titles = self._near_titles() if "title" in fields else ()
            return ranked_by_field(near_titles, organizations, attempt)
        if attempt.query.within is None and titles:
            return Answer(titles, attempt.step, organizations)
        return Answer(Hits(lambda: chain(titles, organizations)), attempt.step)

    def _hit(self, result: Result, fields: Sequence[FieldName] | None = None) -> Hit | None:
        """The hit of a result, if it matches in the fields of the query or those given."""
        candidate = Candidate(result)
        matches = matches_of(candidate, self._attempt, fields, self._matcher)
        return as_hit(candidate, matches) if matches else None

    def _hits(self, results: Iterable[Result]) -> list[Hit]:
        return in_order(hit for result in results if (hit := self._hit(result)))

    def _titles(self) -> Iterator[Hit]:
        """The hits in titles, of a step that finds every match."""
        return self._reader.best_first(self._plan.title, partial(self._hit, fields=("title",)))

    def _organizations(self) -> Iterator[Hit]:
        """The hits by organization alone, of a step that finds every match."""
        hits: Iterable[Hit]
        names = organization_names(self._attempt.query.text)
        if len(names) > 1:  # each of the names of a cell is a row of the index
            hits = self._hits(self._reader.results(self._reader.positions(self._plan.naming(names))))
        else:
            hits = self._reader.best_first(self._plan.organization, self._hit)
        yield from (hit for hit in hits if not in_title(hit))

    def _near_titles(self) -> list[Hit]:
        """The near hits in titles, in order.

        Hits that lack some of the term are left out once the best one has all of it (`ranked_by_field`). So titles are
        compared only as long as one that lacks as many characters could come before the best of those.
        """
        plan = self._plan.most_alike("title")
        lacking = self._reader.most_alike(plan)
        found: list[tuple[int, Hit]] = []
        best_complete = 0.0
        for position, result in self._collection.results_at(sorted(lacking, key=lacking.__getitem__)):
            if best_complete >= highest_score(plan.term, lacking[position]):
                break
            if hit := self._hit(result, ("title",)):
                found.append((position, hit))
                best_complete = max(best_complete, hit.score if hit.complete else 0)
        return in_order(hit for _, hit in sorted(found, key=itemgetter(0)))

    def _near_organizations(self) -> Iterator[Hit]:
        """The near hits by organization alone; of the results that name the same ones only one is compared."""
        positions = self._reader.positions(self._plan.most_alike("organization"))
        alike = {each[0]: each for each in self._collection.by_organization_named(positions)}
        matching: list[int] = []
        for position, result in self._collection.results_at(alike):
            if self._hit(result, ("organization",)):
                matching += alike[position]
        yield from (hit for hit in self._hits(self._reader.results(matching)) if not in_title(hit))


def near_results(collection: StoredCollection, query: Query) -> Iterable[Result]:
    """The results nearest to a query, in printed order: at most a few hundred for each term."""
    if _is_short(collection):
        return collection
    reader = PlanReader(collection)
    return reader.results(reader.positions(_plan(collection, query, None).across))


def _is_short(collection: StoredCollection) -> bool:
    """Whether the near step compares all of the collection."""
    return collection.last_position <= SHORT_LIST


def _plan(collection: StoredCollection, query: Query, step: Step | None) -> IndexPlan:
    index = collection.gram_index

    def index_of(field: FieldName) -> FieldIndex:
        return FieldIndex(partial(index.has, field), partial(index.rows_if_common, field))

    return IndexPlan(query, step, index_of)


_Waiting = tuple[Order, int, Hit | None]
"""A hit that a later row may precede, in a heap by its order, then by its position."""


class PlanReader:
    """What the parts of a plan find in a collection: positions, results, or hits."""

    def __init__(self, collection: StoredCollection) -> None:
        self._collection = collection
        self._index = collection.gram_index

    def results(self, positions: Iterable[int]) -> Iterator[Result]:
        """The results at those positions, in printed order."""
        return (result for _, result in self._collection.results_at(sorted(positions)))

    def rows(self, wanted: Rows) -> Iterator[IndexRow]:
        return self._index.rows(wanted.field, wanted.expression, longest=wanted.longest)

    # Best first: the literal and the sound step.

    def best_first(self, plan: BestFirst, hit_of: Callable[[Result], Hit | None]) -> Iterator[Hit]:
        """The hits in the rows that lookups find, in the order of a scan.

        The length of a row and its lookup bound how good its hit can be. So a hit is given as soon as no later row can
        be better, and of a million equally good rows only those that the caller takes are read. Where the widest
        expression finds few rows, only that one is run.
        """
        if plan.widest:
            few = list(islice(self._index.rows(plan.field, plan.widest), _AT_ONCE + 1))
            if not few:
                return
            if plan.field == "title" and len(few) <= _AT_ONCE:
                found = self._collection.results_at(sorted({row.place for row in few}))
                yield from in_order(hit for _, result in found if (hit := hit_of(result)))
                return
        waiting: list[_Waiting] = []
        seen: set[int] = set()
        for _, equals in groupby(sorted(plan.lookups, key=_best_order), key=_best_order):
            for best, before, position, result in self._ranked_results(plan.field, list(equals), seen):
                yield from self._before((best, before), waiting, hit_of)
                hit = hit_of(result)
                order = order_of(hit.tier, hit.score, hit.coverage) if hit else None
                if hit and order and order >= best:  # else a better lookup has found it before
                    heappush(waiting, (order, position, hit if len(waiting) < _MOST_WAITING else None))
                seen.add(position)
        yield from self._before(_AFTER_ALL, waiting, hit_of)

    def _before(
        self, bound: tuple[Order, int], waiting: list[_Waiting], hit_of: Callable[[Result], Hit | None]
    ) -> Iterator[Hit]:
        """The waiting hits before a bound; those of which only the position waits are read again."""
        while waiting and waiting[0][:2] < bound:
            some = [heappop(waiting)]
            while waiting and waiting[0][:2] < bound and len(some) < _AT_ONCE:
                some.append(heappop(waiting))
            again = dict(self._collection.results_at(position for _, position, hit in some if hit is None))
            yield from filter(None, (hit or hit_of(again[position]) for _, position, hit in some))

    def _ranked_results(
        self, field: FieldName, lookups: Sequence[Lookup], seen: set[int]
    ) -> Iterator[tuple[Order, int, int, Result]]:
        """The unseen results that lookups find, as (best order, position bound, position, result).

        The best order bounds the hits of this result and of all later ones; where a waiting hit has the same order, the
        bound on the position decides whether it precedes them.
        """
        rows = merge(*(self._ranked_rows(field, lookup) for lookup in lookups))
        if field == "title":
            while some := list(islice(rows, _AT_ONCE)):
                allowed: dict[int, Order] = {}
                for best, position in some:
                    if position not in seen:
                        allowed.setdefault(position, best)
                for position, result in self._collection.results_at(allowed):
                    yield allowed[position], position, position, result
            return
        for best, key in rows:  # the results of one organization are anywhere in the list
            positions = [position for position in self._collection.positions_of([key]) if position not in seen]
            for position, result in self._collection.results_at(positions):
                yield best, _BEFORE_ALL, position, result

    def _ranked_rows(self, field: FieldName, lookup: Lookup) -> Iterator[tuple[Order, int]]:
        """The rows that a lookup finds: the best order of a hit in each, by which they are sorted, and its place."""
        rows = self._index.rows(field, lookup.expression, shortest=lookup.shortest, longest=lookup.longest)
        return ((_best_order_in(lookup, row.length), row.place) for row in rows)

    # Sets of results: the near step, and terms in several fields.

    def positions(self, source: Source) -> set[int]:
        """The positions of the results that a part of the plan finds."""
        if isinstance(source, AnyOf):
            return set().union(*(self.positions(each) for each in source.sources))
        if isinstance(source, AllOf):
            found: set[int] | None = None
            for each in source.sources:
                found = self.positions(each) & found if found is not None else self.positions(each)
                if not found:
                    break
            return found or set()
        if isinstance(source, MostAlike):
            return set(self.most_alike(source))
        places = (row.place for row in self.rows(source))
        return set(places if source.field == "title" else self._collection.positions_of(places))

    def most_alike(self, plan: MostAlike) -> dict[int, int]:
        """The positions of results whose text is most like a term, with how many of its characters the text lacks."""
        places = list(islice(self._most_alike_places(plan), NEAR_CANDIDATES))
        many = len(places) == NEAR_CANDIDATES
        if plan.field == "title":
            places = list(self._collection.kept(places))
        if many or (plan.strict and plan.term.characters):
            lacking = self._may_be_near(plan, places, many=many)
        else:
            lacking = dict.fromkeys(places, 0)
        if plan.field == "title":
            return lacking
        kept = self._collection.kept(islice(self._collection.positions_of(lacking), _OF_ORGANIZATIONS))
        return dict.fromkeys(islice(kept, NEAR_CANDIDATES), 0)

    def _may_be_near(self, plan: MostAlike, places: Sequence[int], *, many: bool) -> dict[int, int]:
        """The places whose text may be near, with how many characters of the term it lacks, the fewest first.

        Of `many` places only those are kept that share the most characters.
        """
        term = plan.term
        texts = [(place, printed, fold(printed)) for place, printed in self._collection.texts_at(plan.field, places)]
        if many:
            texts.sort(key=lambda found: _shared(term, found[2]), reverse=True)
        as_typed = not (term.letters or term.may_say_a_number)
        near = (
            (place, missing(term.characters, text) if as_typed else 0)
            for place, printed, text in texts
            if not (plan.strict and is_far(term, printed, text, surely=not many))
        )
        lacking: dict[int, int] = {}
        for place, lacks in sorted(islice(near, _COMPARED if many else None), key=itemgetter(1)):
            lacking.setdefault(place, lacks)
        return lacking

    def _most_alike_places(self, plan: MostAlike) -> Iterator[int]:
        """The index rows that are most like a term, the surest first; a row may come twice."""
        for rows in plan.first:
            yield from (row.place for row in self.rows(rows))
        if not plan.grams and not plan.others:
            return
        own, others = (
            self._index.most_like(plan.field, grams, NEAR_CANDIDATES, most_counted=counted, shortest=plan.shortest)
            for grams, counted in ((plan.grams, _COUNTED), (plan.others, _COUNTED_OF_OTHERS))
        )
        if len(own) + len(others) > NEAR_CANDIDATES:
            del others[_OTHERS:]
            del own[NEAR_CANDIDATES - len(others) :]
        yield from chain(own, others)


def _best_order(lookup: Lookup) -> Order:
    """The order of the best hit that a lookup can find."""
    return order_of(lookup.tier, lookup.score, 1.0)


def _best_order_in(lookup: Lookup, length: int) -> Order:
    """The order of the best hit that a lookup can find in a text of that length."""
    return order_of(lookup.tier, lookup.score, min(lookup.units, length) / length)


def _shared(term: TypedTerm, text: str) -> int:
    """How many characters a folded text shares with a term; in a term of letters, how many pairs of them."""
    if term.letters < len(term):
        return sum(map(text.__contains__, term.text))
    return sum(one + other in text for one, other in pairwise(term.text))
