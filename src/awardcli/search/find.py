"""Search: the front door, and the place to begin reading.

A search asks one step after another until one finds something. A step matches a term with a field:

    query                     the terms as typed
    steps                     literal, sound, near, misspelt: which step comes when, and the literal one itself
    typed_term, printed_text  the two sides that a step compares: characters, with their sounds and numbers
    sound                     every character agrees with the next one, by sound, in pinyin or by initials
    near                      characters may be wrong, missing or moved; `near_match_check` refuses what was not meant
    misspelt_pinyin           letters may be wrong
    alignment, weights        a match, and what each agreement in it is worth; every cutoff, each with its reason
    ranking                   which match of a result counts, and the order of the hits

Terms that name values of other columns (`other_words`) are tried before the near step. A query that says more than a
title comes last (`longer_query`, which links it like a line of a file: `linking`). In a list every result is a
candidate; in a collection file the gram index gives the candidates (`by_index`). The same matcher compares them.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, Literal, cast

from awardcli.collection import Collection
from awardcli.language.fold import fold
from awardcli.model import Hit, Result, Tier
from awardcli.search.printed_text import Candidate
from awardcli.search.query import Query
from awardcli.search.ranking import Answer, Hits, as_hit, matching, ranked
from awardcli.search.steps import NEAR, SURE, Attempt, steps

if TYPE_CHECKING:
    from awardcli.collection.stored import StoredCollection
    from awardcli.search.other_words import Named

_MOST_COUNTED = 1000
"""With more hits it takes too long to count those that have a value."""
_LONGEST = 200
"""Characters of a query beyond which it is no title: a pasted page is searched literally only."""


def find(results: Iterable[Result], query: str | Query) -> Answer:
    """The answer to a query in a collection, or in any results in printed order.

    Hits in titles come first; hits by organization or by words of other columns count only where no title matches, or
    where `within` is "any". In a collection file hits are found lazily, as they are iterated.
    Raises UsageError for a query with nothing to search for.
    """
    return Searcher(results).find(Query.of(query) if isinstance(query, str) else query)


class Searcher:
    """Answers any number of queries in the same results, which are prepared for comparing only once.

    `collection` is the results as a collection, which has columns; None for any other iterable.
    """

    def __init__(self, results: Iterable[Result]) -> None:
        self.results = list(results) if isinstance(results, Iterator) else results
        self.collection = cast(Collection, results) if hasattr(results, "where") else None
        self.is_indexed = hasattr(results, "gram_index")
        self._near: dict[Query, list[Candidate]] = {}

    def find(self, query: Query) -> Answer:
        """The answer to a query: see the function `find`."""
        found = self._first_answer(query)
        if query.within == "any" and found.step in SURE and not query.exact:
            others = self.by_other_words(query)
            return found._replace(hits=_both(found.hits, others.hits), named=others.named) if others.hits else found
        return found

    def surely(self, query: Query) -> Answer:
        """The first answer of the literal and the sound step."""
        return self._first_answer(query, until="sound")

    def nearly(self, query: Query) -> Answer:
        """The first answer of the literal and sound steps, by other words, and of the near step."""
        return self._first_answer(query, until="near")

    def by_other_words(self, query: Query) -> Answer:
        """The answer by terms that name values of other columns."""
        if self.collection is None:
            return Answer(())
        from awardcli.search.other_words import by_other_words

        return by_other_words(self.collection, query, Searcher)

    @cached_property
    def texts_of_values(self) -> Sequence[str]:
        """The values of the columns that terms may name, and their other names; of a collection only."""
        from awardcli.search.other_words import texts_of_values

        return tuple(texts_of_values(self.collection)) if self.collection is not None else ()

    def near_candidates(self, query: Query) -> list[Candidate]:
        """The results that may be near a query: in a collection file those that the index gives, or else all."""
        if not self.is_indexed:
            return self._candidates
        if query not in self._near:
            from awardcli.search.by_index.index_search import near_results

            self._near[query] = list(map(Candidate, near_results(cast("StoredCollection", self.results), query)))
        return self._near[query]

    def _first_answer(self, query: Query, until: Literal["sound", "near", "last"] = "last") -> Answer:
        """The first answer with hits of the steps up to one, or an empty one."""
        return next((answer for answer in self._answers(query, until) if answer.hits), Answer(()))

    def _answers(self, query: Query, until: Literal["sound", "near", "last"]) -> Iterator[Answer]:
        """The answers of the steps in turn: the sure ones, other words, the near ones, the last ones."""
        for are_sure, attempts in groupby(steps(query), lambda attempt: attempt.step in SURE):
            if not are_sure:
                if until == "sound":
                    return
                yield self.by_other_words(query)
            for attempt in attempts:
                if attempt.step != "literal" and len(query.whole.text) > _LONGEST:
                    return
                found = self._of_attempt(attempt)
                first = next(iter(found.hits), None)
                is_near = attempt.step in NEAR or (first is not None and first.tier is Tier.NEAR)
                yield found._replace(step="near") if is_near else found
        if until == "last" and not query.exact:
            from awardcli.search.longer_query.last_steps import last_answers

            yield from last_answers(self, query)

    def _of_attempt(self, attempt: Attempt) -> Answer:
        """The answer of one attempt; it may be empty."""
        if self.is_indexed:
            from awardcli.search.by_index.index_search import IndexSearch

            return IndexSearch(cast("StoredCollection", self.results), attempt).answer()
        is_first = attempt.step == "literal" and "_candidates" not in self.__dict__
        candidates = list(map(Candidate, _with_words(self.results, attempt))) if is_first else self._candidates
        return ranked((as_hit(candidate, matches) for candidate, matches in matching(candidates, attempt)), attempt)

    @cached_property
    def _candidates(self) -> list[Candidate]:
        """All results; made when a step needs more of them than those with the words of the query."""
        return list(map(Candidate, self.results))


def _with_words(results: Iterable[Result], attempt: Attempt) -> Iterator[Result]:
    """The results that may have a query, or each of its terms, in a text: a cheap check that most of a list fails.

    Chinese characters in brackets inside a title may be left out, and then a query is not part of it: 格萨（斯）尔.
    """
    whole, terms = attempt.whole.text, [term.text for term in attempt.terms]
    may_leave_out = not whole.isascii()
    folded = cache(fold)
    for result in results:
        text = "\n".join(map(folded, (*result.titles, result.organization or "")))
        is_held = whole in text or (terms and all(term in text for term in terms))
        if is_held or (may_leave_out and any("（" in title or "(" in title for title in result.titles)):
            yield result


def _both(hits: Sequence[Hit], others: Sequence[Hit]) -> Sequence[Hit]:
    """The hits, then the other hits of results that are not among them."""

    def one_after_the_other() -> Iterator[Hit]:
        known = set()
        for hit in hits:
            known.add(hit.result.id)
            yield hit
        yield from (hit for hit in others if hit.result.id not in known)

    return Hits(one_after_the_other)


def more_by_words(collection: Collection, query: Query, answer: Answer) -> "tuple[Named, int] | None":
    """A column in which the query names values, and how many results with these are not among the hits; or None."""
    from awardcli.search.other_words import named_by

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
