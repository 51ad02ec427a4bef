"""Find what answers a query: surest step first, and in each step the best answer first."""

from collections.abc import Iterable
from typing import cast

from awardcli.model import Result
from awardcli.search.candidate import Candidate
from awardcli.search.hits import Answer, as_hit, matches_of, ranked
from awardcli.search.query import Query
from awardcli.search.steps import NEAR, steps

_LONGEST = 200
"""Characters beyond which nobody remembers a title: a pasted page is looked for as it stands, or not at all."""


def find(results: Iterable[Result], query: str | Query) -> Answer:
    """What answers a query in a collection or any other results, in printed order.

    Hits in titles come first; those by organization alone only where no title answers, or `within` is "any". In a
    collection file they are found as they are asked for.
    Raises UsageError for a query with nothing to search for.
    """
    if isinstance(query, str):
        query = Query.of(query)
    whole, terms = query.whole, query.apart
    prepared = None if hasattr(results, "gram_index") else [Candidate(result) for result in results]
    for step, matcher in steps(query):
        if step != "literal" and len(whole.text) > _LONGEST:
            break
        if prepared is None:
            from awardcli.search.best_first import Indexed
            from awardcli.search.indexed import answer

            found = answer(cast(Indexed, results), query, step, matcher)
        else:
            hits = [
                as_hit(candidate, matches)
                for candidate in prepared
                if (matches := matches_of(candidate, query.fields, whole, terms, matcher))
            ]
            found = ranked(hits, query, step)
        if found.hits:
            return found._replace(step="near") if step in NEAR else found
    return Answer(())


def nearest(results: Iterable[Result], query: Query) -> Iterable[Result]:
    """The results that may come near a query: those that an index finds, or all where there is none."""
    if not hasattr(results, "gram_index"):
        return results
    from awardcli.search.best_first import Indexed
    from awardcli.search.indexed import near_candidates

    return near_candidates(cast(Indexed, results), query)
