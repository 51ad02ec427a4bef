"""Search: the front door, and the place to begin reading.

A search asks one step after another until one finds something. The steps, in their order:

    literal          the characters as typed; this step is in `steps`, with the order of the first ones
    sound            every character agrees with the next one, by sound, in pinyin or by initials
    other_words      terms name values of other columns: a category, an award, a year ("words")
    near             characters may be wrong, missing or moved; `near_match_check` refuses what was not meant
    misspelt_pinyin  letters may be wrong
    longer_query     the query says more than a title: title and organization as one word ("together"), or a title
                     with words around it ("around"), which `linking` finds as in a line of a file

Most steps match a term with a field:

    query                     the terms as typed
    typed_term, printed_text  the two sides that are compared: characters, with their sounds and numbers
    alignment, weights        a match, and what each agreement in it is worth; every cutoff, each with its reason
    ranking                   which match of a result counts, and the order of the hits

In a list every result is a candidate; in a collection file the gram index gives the candidates (`by_index`). The same
matcher compares them. `suggestions` say afterwards what may have been meant.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING, cast

from awardcli.collection import Collection
from awardcli.language.fold import fold
from awardcli.model import Hit, Result, Tier
from awardcli.search import weights
from awardcli.search.printed_text import Candidate
from awardcli.search.query import Query
from awardcli.search.ranking import Answer, Hits, as_hit, in_title, matching, ranked
from awardcli.search.steps import NEAR, SURE, Attempt, steps

if TYPE_CHECKING:
    from awardcli.collection.stored import StoredCollection

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
        self.answers_to_parts: dict[tuple[str, Query], Answer] | None = None
        """What the last steps have found for parts of a query, which several of them search for; None outside them."""
        self._near: dict[Query, list[Candidate]] = {}
        self._every_candidate: list[Candidate] | None = None

    def find(self, query: Query) -> Answer:
        """The answer to a query: see the function `find`."""
        return self._once(self._find, query)

    def surely(self, query: Query) -> Answer:
        """The first answer of the literal and the sound step."""
        return self._once(self._surely, query)

    def nearly(self, query: Query) -> Answer:
        """The first answer of the literal and sound steps, by other words, and of the near step."""
        return self._once(self._nearly, query)

    def by_other_words(self, query: Query) -> Answer:
        """The answer by terms that name values of other columns."""
        return self._once(self._by_other_words, query)

    @cached_property
    def texts_of_values(self) -> Sequence[str]:
        """The values of the columns that terms may name, and their other names; of a collection only."""
        from awardcli.search.other_words import texts_of_values

        return tuple(texts_of_values(self.collection)) if self.collection is not None else ()

    def near_candidates(self, query: Query) -> list[Candidate]:
        """The results that may be near a query: in a collection file those that the index gives, or else all."""
        if not self.is_indexed:
            return self._candidates()
        if query not in self._near:
            from awardcli.search.by_index.index_search import near_results

            self._near[query] = list(map(Candidate, near_results(cast("StoredCollection", self.results), query)))
        return self._near[query]

    def _once(self, search: Callable[[Query], Answer], query: Query) -> Answer:
        """The answer of a search; to a part of a query, it is searched for only once."""
        if self.answers_to_parts is None:
            return search(query)
        asked = search.__name__, query
        if asked not in self.answers_to_parts:
            self.answers_to_parts[asked] = search(query)
        return self.answers_to_parts[asked]

    def _find(self, query: Query) -> Answer:
        found = self.nearly(query)
        if found.step == "near" and not in_title(found.hits[0]):
            from awardcli.search.longer_query.title_and_organization import title_and_organization

            near = Answer(()) if _says_more_than_a_name(query, found.hits) else found
            found = _first([title_and_organization(self, query), near])
        if not found.hits and not (query.exact or _is_page(query)):
            from awardcli.search.longer_query.last_steps import last_answers

            found = _first(last_answers(self, query))
        if query.within == "any" and found.step in SURE and not query.exact:
            others = self.by_other_words(query)
            return found._replace(hits=_both(found.hits, others.hits), named=others.named) if others.hits else found
        return found

    def _surely(self, query: Query) -> Answer:
        attempts = takewhile(lambda attempt: attempt.step in SURE, steps(query))
        return _first(map(self._of_attempt, islice(attempts, 1) if _is_page(query) else attempts))

    def _nearly(self, query: Query) -> Answer:
        found = self.surely(query)
        if found.hits or query.exact or _is_page(query):
            return found
        near = (attempt for attempt in steps(query) if attempt.step in NEAR)
        return _first(chain([self.by_other_words(query)], map(self._of_attempt, near)))

    def _by_other_words(self, query: Query) -> Answer:
        if self.collection is None:
            return Answer(())
        from awardcli.search.other_words import by_other_words

        return by_other_words(self.collection, query, Searcher)

    def _of_attempt(self, attempt: Attempt) -> Answer:
        """The answer of one attempt; it may be empty.

        A match at the end of a number, and of pinyin spaced otherwise, counts as near too.
        """
        found = self._as_attempted(attempt)
        first = next(iter(found.hits), None)
        is_near = attempt.step in NEAR or (first is not None and first.tier is Tier.NEAR)
        return found._replace(step="near") if is_near else found

    def _as_attempted(self, attempt: Attempt) -> Answer:
        if self.is_indexed:
            from awardcli.search.by_index.index_search import IndexSearch

            return IndexSearch(cast("StoredCollection", self.results), attempt).answer()
        if attempt.step == "literal" and self._every_candidate is None:  # need not prepare the whole list
            candidates = list(map(Candidate, _with_words(self.results, attempt)))
        else:
            candidates = self._candidates()
        return ranked((as_hit(candidate, matches) for candidate, matches in matching(candidates, attempt)), attempt)

    def _candidates(self) -> list[Candidate]:
        """All results; made when a step needs more of them than those with the words of the query."""
        if self._every_candidate is None:
            self._every_candidate = list(map(Candidate, self.results))
        return self._every_candidate


def _first(answers: Iterable[Answer]) -> Answer:
    """The first answer with hits; an empty one where none has any."""
    return next((answer for answer in answers if answer.hits), Answer(()))


def _says_more_than_a_name(query: Query, hits: Sequence[Hit]) -> bool:
    """Whether a query has the whole name of an organization, and other words that none has: 人民文学出版社推拿."""
    text, names = query.whole.text, {each.name for hit in hits for each in hit.result.organizations}
    longest = max((len(name) for name in map(fold, names) if name in text), default=0)
    return longest > 0 and len(text) - longest >= weights.SHORT and not hits[0].complete


def _is_page(query: Query) -> bool:
    return len(query.whole.text) > _LONGEST


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
