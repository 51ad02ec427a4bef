"""Why a hit is one, or why the best candidate is none."""

from collections.abc import Iterable
from typing import NamedTuple

from awardcli.model import Hit, Result
from awardcli.search.candidate import Candidate
from awardcli.search.finding import nearest
from awardcli.search.hits import matches_of
from awardcli.search.match import Match
from awardcli.search.query import Query, Term
from awardcli.search.steps import steps


class Miss(NamedTuple):
    """The best candidate of a query without hits, how it matched, and the score it should have had (0-100)."""

    result: Result
    match: Match
    term: Term
    cutoff: float


def explained(hit: Hit, query: Query) -> list[tuple[Term, Match]]:
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
