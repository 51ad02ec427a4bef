"""How a candidate becomes a hit, which of two hits is better, and the answer that hits make."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, Protocol, overload

from awardcli.model import FieldName, Hit, Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment
from awardcli.search.printed_text import Candidate, PrintedText
from awardcli.search.query import Query, Term
from awardcli.search.steps import Matcher, Step

Order = tuple[int, float, float]
"""What hits are sorted by, the least first."""
_SAME_SCORE, _SAME_COVERAGE = 6, 9
"""Decimals of a score (0-100) and a coverage (0-1): what differs beyond them was only added up in another order."""


class Compared(Protocol):
    """What has fields to compare."""

    def field(self, name: FieldName) -> PrintedText:
        """The field of that name."""
        ...


def matches_of(
    candidate: Compared, fields: Sequence[FieldName], whole: Term, terms: Sequence[Term], matcher: Matcher
) -> list[tuple[Term, Alignment]]:
    """How the query stands in one of the fields as a whole, or each term in any of them; empty where it does not."""
    together = _best(candidate, fields, whole, matcher)
    if together and (not terms or together.score >= weights.JOINED):
        return [(whole, together)]
    matches = []
    for term in terms:
        match = _best(candidate, fields, term, matcher)
        if match is None:
            return []
        matches.append((term, match))
    return matches


def _best(candidate: Compared, fields: Sequence[FieldName], term: Term, matcher: Matcher) -> Alignment | None:
    best: Alignment | None = None
    for name in fields:
        match = matcher(term, candidate.field(name))
        if match and (best is None or _surest(match) < _surest(best)):
            best = match
    return best


def _surest(match: Alignment) -> tuple[bool, bool, bool, int, float]:
    """Literal before sound before near, then title before organization, then by tier and score."""
    literal, near = match.tier <= Tier.SUBSTRING, match.tier is Tier.NEAR
    return near, not literal, match.field == "organization", match.tier, -match.score


def as_hit(candidate: Candidate, matches: Sequence[tuple[Term, Alignment]]) -> Hit:
    """The hit of matches, one a term; a longer term counts for more."""
    if len(matches) == 1:
        ((_, match),) = matches
        return Hit(candidate.result, match.tier, match.score, match.coverage, tuple(sorted(match.places)))
    length = sum(len(term.text) for term, _ in matches)
    return Hit(
        result=candidate.result,
        tier=max(match.tier for _, match in matches),
        score=sum(len(term.text) * match.score for term, match in matches) / length,
        coverage=sum(len(term.text) * match.coverage for term, match in matches) / length,
        places=tuple(sorted({place for _, match in matches for place in match.places}, key=lambda place: place[1:])),
    )


def order_of(tier: int, score: float, coverage: float) -> Order:
    """The order of a hit: by tier, then the higher score, then the higher coverage."""
    return tier, -round(score, _SAME_SCORE), -round(coverage, _SAME_COVERAGE)


def in_title(hit: Hit) -> bool:
    """Whether any of a hit's places is in the title."""
    return any(place.field == "title" for place in hit.places)


class Answer(NamedTuple):
    """The hits, best first, and the step that found them.

    `by_organization` are the hits by organization, left out since titles answered.
    """

    hits: Sequence[Hit]
    step: Step | None = None
    by_organization: Sequence[Hit] = ()


def ranked(hits: Sequence[Hit], query: Query, step: Step) -> Answer:
    """The answer of hits in printed order: those in titles first, or alone where nothing else was asked for."""
    by_title: list[Hit] = []
    by_organization: list[Hit] = []
    for hit in in_order(hits):
        (by_title if in_title(hit) else by_organization).append(hit)
    if query.within is None and by_title:
        return Answer(by_title, step, by_organization)
    return Answer(by_title + by_organization, step)


def in_order(hits: Iterable[Hit]) -> list[Hit]:
    """Hits in printed order, the best first; what is as good keeps its order."""
    return sorted(hits, key=lambda hit: order_of(hit.tier, hit.score, hit.coverage))


_KEPT = 64
"""The first hits that stay at hand: a screenful, which is asked for more than once."""


class Hits(Sequence[Hit]):
    """Hits that are found as they are asked for, of which only the first stay at hand.

    Going through all of them again finds what is beyond the first again. `find` begins to find them.
    """

    def __init__(self, find: Callable[[], Iterator[Hit]]) -> None:
        self._find = find
        self._first: list[Hit] = []
        self._rest: Iterator[Hit] | None = find()

    def __iter__(self) -> Iterator[Hit]:
        for number in range(_KEPT):
            if number == len(self._first):
                found = list(islice(self._rest, 1)) if self._rest else []
                if not found:
                    return
                self._first += found
            yield self._first[number]
        rest, self._rest = self._rest, None
        yield from rest or islice(self._find(), _KEPT, None)

    def __bool__(self) -> bool:
        return any(True for _ in self)

    def __len__(self) -> int:
        """How many there are; finds them all."""
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> list[Hit]: ...
    def __getitem__(self, place: int | slice) -> Hit | list[Hit]:
        last = place.stop if isinstance(place, slice) else place + 1
        return list(self if last is None or last <= 0 else islice(self, last))[place]
