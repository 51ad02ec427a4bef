"""Find what answers a query: surest step first, and in each step the best answer first; explain and suggest."""

from collections.abc import Iterable
from typing import NamedTuple, cast

from awardcli.model import Hit, Result
from awardcli.search.alignment import Alignment
from awardcli.search.printed_text import Candidate, PrintedText
from awardcli.search.query import Query, Term
from awardcli.search.ranking import Answer, as_hit, matches_of, ranked
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
            from awardcli.search.index_search import Indexed, answer

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
    from awardcli.search.index_search import Indexed, near_candidates

    return near_candidates(cast(Indexed, results), query)


class Miss(NamedTuple):
    """The best candidate of a query without hits, how it matched, and the score it should have had (0-100)."""

    result: Result
    match: Alignment
    term: Term
    cutoff: float


def explained(hit: Hit, query: Query) -> list[tuple[Term, Alignment]]:
    """How each term of the query matched in a hit."""
    candidate = Candidate(hit.result)
    for _, matcher in steps(query):
        if matches := matches_of(candidate, query.fields, query.whole, query.apart, matcher):
            return matches
    return []


def best_miss(results: Iterable[Result], query: Query) -> Miss | None:
    """The result that comes nearest to the query as a whole, or None where nothing comes near at all."""
    from awardcli.search.near import near_match

    term = query.whole
    cutoff = term.pattern.floor if query.min_score is None else query.min_score
    best: Miss | None = None
    for result in nearest(results, query):
        candidate = Candidate(result)
        for name in query.fields:
            match = near_match(term.pattern, candidate.field(name), best.match.score if best else 1.0, strict=False)
            if match and (best is None or match.score > best.match.score):
                best = Miss(result, match, term, cutoff)
    return best


_MOST = 3
_HALF = 50.0
"""Half the characters, where both are of the same length."""
_LIKE_ENOUGH = 60.0
"""Three characters of five, wherever they stand."""
_SPELT_LIKE_ENOUGH = 72.0
"""Letters agree by chance far more often than characters do."""
_TIMES = 4
"""A name so many times as long as what was typed has a few characters of nearly anything."""


def suggestions(results: Iterable[Result], query: Query) -> list[str]:
    """At most three titles or organizations that share most of what was typed, likest first."""
    from awardcli.search.near import near_match

    pattern = query.whole.pattern
    cutoff = _SPELT_LIKE_ENOUGH if pattern.letters == len(pattern) else _HALF
    scores: dict[str, float] = {}
    for result in nearest(results, query):
        for field in _fields(Candidate(result), query):
            if field.printed in scores or len(field) > _TIMES * len(pattern):
                continue
            match = near_match(pattern, field, cutoff, strict=False)
            if match and (match.score >= _LIKE_ENOUGH or len(field) == len(pattern)):
                scores[field.printed] = match.score + match.coverage
    return sorted(scores, key=lambda name: -scores[name])[:_MOST]


def _fields(candidate: Candidate, query: Query) -> list[PrintedText]:
    return [field for name in query.fields if len(field := candidate.field(name))]
