"""Rank hits: which alignment of a candidate counts, which of two hits is better, and which are shown."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar, overload

from awardcli.language.fold import fold
from awardcli.model import FieldName, Hit, Place, Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment
from awardcli.search.printed_text import NUMERALS, Candidate, PrintedText
from awardcli.search.query import Query, Term
from awardcli.search.steps import NEAR, Attempt, Matcher, Step

if TYPE_CHECKING:
    from awardcli.search.other_words import Named

C = TypeVar("C", bound="Compared")
Order = tuple[int, float, float]
"""A sort key of hits: the best hit has the smallest."""
_SCORE_DECIMALS, _COVERAGE_DECIMALS = 6, 9
"""Smaller differences of a score (0-100) or a coverage (0-1) come from the order of floating-point additions."""


class Compared(Protocol):
    """Something with fields to compare: a candidate, or a name that is typed as a filter."""

    def texts(self, name: FieldName) -> Sequence[PrintedText]:
        """The texts of the field of that name, the one that is shown first."""
        ...


def matches_of(
    candidate: Compared,
    attempt: Attempt,
    fields: Sequence[FieldName] | None = None,
    matcher: Matcher | None = None,
) -> list[tuple[Term, Alignment]]:
    """The match of the whole query in one field, or else one match for each term; empty without such matches.

    The fields and the matcher are those of the attempt, unless others are given.
    """
    fields, matcher = fields or attempt.fields, matcher or attempt.matcher
    together = _best(candidate, fields, attempt.whole, matcher)
    if together and (not attempt.terms or together.score >= weights.JOINED):
        return [(attempt.whole, together)]
    matches = []
    for term in attempt.terms:
        match = _best(candidate, fields, term, matcher)
        if match is None:
            return []
        matches.append((term, match))
    return matches if _small_words_agree(matches) and _numbers_agree(matches) else []


def _small_words_agree(matches: Sequence[tuple[Term, Alignment]]) -> bool:
    """Whether each word that any English name may have (of, the) matches in a field where another word matches too."""
    if not any(match.tier is Tier.NEAR for _, match in matches):
        return True
    from awardcli.language.words_about_works import IN_ANY_NAME

    fields = {match.field for term, match in matches if term.text not in IN_ANY_NAME}
    return not fields or all(match.field in fields for _, match in matches)


def _numbers_agree(matches: Sequence[tuple[Term, Alignment]]) -> bool:
    """Whether a short number typed alone is in the title too, if any term is: 黑镜 4 is no 黑镜 of 电视四台."""
    numbers = [match for term, match in matches if _is_short_number(term.text)]
    has_title = len(numbers) < len(matches) and any(match.field == "title" for _, match in matches)
    return not has_title or all(match.field == "title" for match in numbers)


def _is_short_number(text: str) -> bool:
    """Whether folded text is a number of at most two figures, or that of a season: 4, 十二, s4."""
    number = text.removeprefix("s")
    return 0 < len(number) <= weights.FIGURES_OF_A_PART and (number.isdecimal() or NUMERALS.issuperset(number))


def matching(candidates: Sequence[C], attempt: Attempt) -> Iterator[tuple[C, list[tuple[Term, Alignment]]]]:
    """The candidates that match in an attempt, with `matches_of` each; a text that several share is compared once."""
    having: dict[PrintedText, list[C]] = {}
    for each in candidates:
        for text in chain.from_iterable(map(each.texts, attempt.fields)):
            having.setdefault(text, []).append(each)
    found: dict[Term, dict[PrintedText, Alignment]] = {}

    def matched(term: Term, among: set[C] | None = None) -> set[C]:
        """The candidates, among some, with a text that matches a term."""
        texts = found[term] = {
            text: match
            for text, sharing in having.items()
            if (among is None or not among.isdisjoint(sharing)) and (match := attempt.matcher(term, text))
        }
        matching = set(chain.from_iterable(map(having.__getitem__, texts)))
        return matching if among is None else matching & among

    either, among = matched(attempt.whole), None
    # A long term leaves few candidates to compare.
    for term in sorted(attempt.terms, key=lambda term: len(term.text), reverse=True):
        among = matched(term, among)
    either.update(among or ())
    for each in candidates if either else ():
        if each in either and (matches := matches_of(each, attempt, matcher=lambda term, text: found[term].get(text))):
            yield each, matches


def _best(candidate: Compared, fields: Sequence[FieldName], term: Term, matcher: Matcher) -> Alignment | None:
    best: Alignment | None = None
    for name in fields:
        texts = candidate.texts(name)
        for printed in texts:
            match = matcher(term, printed)
            if match and (best is None or surest(match) < surest(best)):
                best = match if printed is texts[0] else _in_another_title(texts[0], match)
    return best


def _in_another_title(shown: PrintedText, match: Alignment) -> Alignment:
    """A match in another title, with slightly less coverage: an equal match in the shown title comes first.

    Its places are those in the shown title, where that contains the other one; else it has none.
    """
    start = shown.original.find(match.printed.original)
    places = tuple(Place(p.field, p.start + start, p.end + start) for p in match.places) if start >= 0 else ()
    return match._replace(places=places, coverage=match.coverage * weights.OTHER_TITLE)


def surest(match: Alignment) -> tuple[bool, bool, bool, int, float, float]:
    """The sort key of matches: literal, sound, near; then title before organization; then tier and score."""
    literal, near = match.tier <= Tier.SUBSTRING, match.tier is Tier.NEAR
    return near, not literal, match.field == "organization", match.tier, -match.score, -match.coverage


def as_hit(candidate: Candidate, matches: Sequence[tuple[Term, Alignment]]) -> Hit:
    """The hit of a candidate with a match for each term; a longer term has more weight."""
    if len(matches) == 1:
        ((_, match),) = matches
        places = tuple(sorted(match.places))
        return Hit(candidate.result, match.tier, match.score, match.coverage, places, match.is_complete)
    length = sum(len(term.text) for term, _ in matches)
    return Hit(
        result=candidate.result,
        tier=max(match.tier for _, match in matches),
        score=sum(len(term.text) * match.score for term, match in matches) / length,
        coverage=sum(len(term.text) * match.coverage for term, match in matches) / length,
        places=tuple(sorted({place for _, match in matches for place in match.places}, key=itemgetter(1, 2, 0))),
        complete=all(match.is_complete for _, match in matches),
    )


def order_of(tier: int, score: float, coverage: float) -> Order:
    """The sort key of a hit: by tier, then the higher score, then the higher coverage."""
    return tier, -round(score, _SCORE_DECIMALS), -round(coverage, _COVERAGE_DECIMALS)


def in_order(hits: Iterable[Hit]) -> list[Hit]:
    """Hits, given in printed order, from best to worst; equally good hits keep their order."""
    return sorted(hits, key=lambda hit: order_of(hit.tier, hit.score, hit.coverage))


def in_title(hit: Hit) -> bool:
    """Whether any of a hit's places is in the title; a match in another title has none."""
    return not hit.places or any(place.field == "title" for place in hit.places)


def has_whole_title(hit: Hit) -> bool:
    """Whether a hit is of a whole title."""
    return in_title(hit) and hit.coverage >= weights.OTHER_TITLE


class Answer(NamedTuple):
    """The hits, best first, and the step that found them.

    `by_organization` are hits by organization that are left out because titles match. `named` are the terms that named
    values of other columns, `left` the words of the query that no result explains.
    """

    hits: Sequence[Hit]
    step: Step | None = None
    by_organization: Sequence[Hit] = ()
    named: "Sequence[Named]" = ()
    left: Sequence[str] = ()

    def searched(self, query: Query) -> Query:
        """The query without the terms that named values of other columns, and the words that were left out."""
        words = [word for text in (*(named.term for named in self.named), *self.left) for word in text.split()]

        def is_searched(term: str) -> bool:
            for word in sorted(words, key=len, reverse=True):
                term = term.replace(word, "")
            return bool(fold(term))

        return query._replace(terms=tuple(filter(is_searched, query.terms)))


def ranked(hits: Iterable[Hit], attempt: Attempt) -> Answer:
    """The answer of hits in printed order: hits in titles first, or alone unless the query names the fields."""
    by_title: list[Hit] = []
    by_organization: list[Hit] = []
    for hit in in_order(hits):
        (by_title if in_title(hit) else by_organization).append(hit)
    return ranked_by_field(by_title, by_organization, attempt)


def ranked_by_field(by_title: Sequence[Hit], by_organization: Sequence[Hit], attempt: Attempt) -> Answer:
    """The answer of hits in titles and hits by organization, each best first.

    In a near step, only complete hits are kept if the best title is complete, or else the best hit of all is. In the
    first case the hits by organization are not searched before they are read.
    """
    if attempt.step in NEAR:
        best = by_title[:1] if by_title and by_title[0].complete else in_order([*by_title[:1], *by_organization[:1]])
        if best and best[0].complete:
            every = by_organization
            by_title = [hit for hit in by_title if hit.complete]
            by_organization = Hits(lambda: (hit for hit in every if hit.complete))
    if attempt.query.within is None and by_title:
        return Answer(by_title, attempt.step, by_organization)
    return Answer([*by_title, *by_organization], attempt.step)


_CACHED = 64
"""Hits that are kept, about a screenful: they are read more than once."""


class Hits(Sequence[Hit]):
    """Hits found lazily; only the first are kept, and iterating beyond those again repeats the search.

    `find` starts a search from the beginning.
    """

    def __init__(self, find: Callable[[], Iterator[Hit]]) -> None:
        self._find = find
        self._first: list[Hit] = []
        self._rest: Iterator[Hit] | None = find()

    def __iter__(self) -> Iterator[Hit]:
        for number in range(_CACHED):
            if number == len(self._first):
                found = list(islice(self._rest, 1)) if self._rest else []
                if not found:
                    return
                self._first += found
            yield self._first[number]
        rest, self._rest = self._rest, None
        yield from rest or islice(self._find(), _CACHED, None)

    def __bool__(self) -> bool:
        return any(True for _ in self)

    def __len__(self) -> int:
        """The number of hits; finds all of them."""
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> list[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | list[Hit]:
        last = index.stop if isinstance(index, slice) else index + 1
        return list(self if last is None or last <= 0 else islice(self, last))[index]
