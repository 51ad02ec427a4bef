"""Find what answers a query: surest step first, and in each step the best answer first."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, cast

from awardcli.model import FieldName, Hit, Result, Tier
from awardcli.search import worth
from awardcli.search.candidate import Candidate
from awardcli.search.field import Field
from awardcli.search.match import Match
from awardcli.search.query import Query, Term
from awardcli.search.steps import Matcher, Step, steps

_LONGEST = 200
"""Characters beyond which nobody remembers a title: a pasted page is looked for as it stands, or not at all."""


class Answer(NamedTuple):
    """The hits, best first, and the step that found them.

    `by_organization` counts the results whose organization answers too, left out since titles answered.
    """

    hits: Sequence[Hit]
    step: Step | None = None
    by_organization: int = 0


def find(results: Iterable[Result], query: str | Query) -> Answer:
    """What answers a query in a collection or any other results, in printed order.

    Hits in titles come first; those by organization alone only where no title answers, or `within` is "any".
    Raises UsageError for a query with nothing to search for.
    """
    if isinstance(query, str):
        query = Query.of(query)
    whole, terms = query.whole, query.apart
    prepared = None if hasattr(results, "gram_index") else [Candidate(result) for result in results]
    for step, matcher in steps(query):
        if step != "literal" and len(whole.text) > _LONGEST:
            break
        candidates = map(Candidate, likely(results, query, step)) if prepared is None else prepared
        hits = [
            as_hit(candidate, matches)
            for candidate in candidates
            if (matches := matches_of(candidate, query.fields, whole, terms, matcher))
        ]
        if hits:
            return _answer(hits, query, step)
    return Answer(())


class Compared(Protocol):
    """What has fields to compare."""

    def field(self, name: FieldName) -> Field:
        """The field of that name."""
        ...


def likely(results: Iterable[Result], query: Query, step: Step) -> Iterable[Result]:
    """The results that may answer a query in a step: those that an index finds, or all where there is none."""
    if not hasattr(results, "gram_index"):
        return results
    from awardcli.search.indexed import Indexed, candidates

    return candidates(cast(Indexed, results), query, step)


def matches_of(
    candidate: Compared, fields: Sequence[FieldName], whole: Term, terms: Sequence[Term], matcher: Matcher
) -> list[tuple[Term, Match]]:
    """How the query stands in one of the fields as a whole, or each term in any of them; empty where it does not."""
    together = _best(candidate, fields, whole, matcher)
    if together and (not terms or together.score >= worth.JOINED):
        return [(whole, together)]
    matches = []
    for term in terms:
        match = _best(candidate, fields, term, matcher)
        if match is None:
            return []
        matches.append((term, match))
    return matches


def _best(candidate: Compared, fields: Sequence[FieldName], term: Term, matcher: Matcher) -> Match | None:
    matches = (matcher(term, candidate.field(name)) for name in fields)
    return min((match for match in matches if match), key=_surest, default=None)


def _surest(match: Match) -> tuple[bool, bool, bool, int, float]:
    """Literal before sound before near, then title before organization, then by tier and score."""
    literal, near = match.tier <= Tier.SUBSTRING, match.tier is Tier.NEAR
    return near, not literal, match.field == "organization", match.tier, -match.score


def as_hit(candidate: Candidate, matches: Sequence[tuple[Term, Match]]) -> Hit:
    """The hit of matches, one a term; a longer term counts for more."""
    length = sum(len(term.text) for term, _ in matches)
    return Hit(
        result=candidate.result,
        tier=max(match.tier for _, match in matches),
        score=sum(len(term.text) * match.score for term, match in matches) / length,
        coverage=sum(len(term.text) * match.coverage for term, match in matches) / length,
        places=tuple(sorted({place for _, match in matches for place in match.places}, key=lambda place: place[1:])),
    )


def _answer(hits: Sequence[Hit], query: Query, step: Step) -> Answer:
    by_title = sorted((hit for hit in hits if _in_title(hit)), key=_order)
    by_organization = sorted((hit for hit in hits if not _in_title(hit)), key=_order)
    if query.within is None and by_title:
        return Answer(by_title, step, by_organization=len(by_organization))
    return Answer(by_title + by_organization, step)


def _in_title(hit: Hit) -> bool:
    return any(place.field == "title" for place in hit.places)


def _order(hit: Hit) -> tuple[int, float, float]:
    """Best first; sorting is stable, so what is left keeps its printed order."""
    return hit.tier, -hit.score, -hit.coverage
