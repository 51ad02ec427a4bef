"""Explain an answer: where each term matches a hit, and what comes nearest to a query that finds nothing."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from awardcli.collection import Collection
from awardcli.language.fold import to_simplified
from awardcli.model import Hit, Result
from awardcli.search import weights
from awardcli.search.alignment import Alignment
from awardcli.search.find import Searcher
from awardcli.search.printed_text import Candidate
from awardcli.search.query import Query, Term
from awardcli.search.ranking import Answer, matches_of, surest
from awardcli.search.steps import Attempt, steps


def explained(hit: Hit, query: Query, answer: Answer) -> list[tuple[Term, Alignment]]:
    """The matches of each term of the query in a hit of an answer, in every field that matches, the best first.

    Terms that name values of other columns have none. Where the query contains a title, that title is the only term.
    """
    candidate = Candidate(hit.result)
    if answer.step == "together":
        from awardcli.search.longer_query.title_and_organization import split_matches

        return split_matches(candidate, query)
    if answer.step == "around":
        from awardcli.search.longer_query.title_among_words import title_in

        return title_in(query, hit.result)
    asked = answer.searched(query)
    for attempt in steps(asked) if asked.terms else ():
        if found := matches_of(candidate, attempt):
            return [
                (term, match)
                for term, best in found
                for match in sorted(
                    _each_once(_everywhere(candidate, attempt, term)), key=lambda each: each.field != best.field
                )
            ]
    return []


def _each_once(matches: Iterable[Alignment]) -> list[Alignment]:
    """The matches, surest first: a cell with several titles and the title of it that matches count once."""
    kept: list[Alignment] = []
    for match in sorted(matches, key=surest):
        if not any(_are_alike(match, other) for other in kept):
            kept.append(match)
    return kept


def _are_alike(one: Alignment, other: Alignment) -> bool:
    """Whether two matches of one field agree in the same way, and one printed text contains the other."""
    shorter, longer = sorted((one.printed.original, other.printed.original), key=len)
    agreements = ([(piece.typed, piece.agreement) for piece in match.pieces] for match in (one, other))
    return (
        (one.field, one.score) == (other.field, other.score)
        and shorter in longer
        and next(agreements) == next(agreements)
    )


def _everywhere(candidate: Candidate, attempt: Attempt, term: Term) -> Iterator[Alignment]:
    """The matches of a term in every text of the fields that are searched."""
    for printed in chain.from_iterable(map(candidate.texts, attempt.fields)):
        if match := attempt.matcher(term, printed):
            yield match


class Miss(NamedTuple):
    """The result nearest to a query without hits: the match of each term, or None, and the score (0-100).

    `cutoff` is the score that it misses.
    """

    result: Result
    matches: list[tuple[Term, Alignment | None]]
    score: float
    cutoff: float

    @property
    def other_numbers(self) -> list[str]:
        """The numbers of the terms, as typed, for which the result has other numbers."""
        from awardcli.search.near_match_check import NearAlignment

        return [
            term.typed.text[number.whole[0] : number.whole[1]]
            for term, match in self.matches
            if match
            for number in NearAlignment(term.typed, match.printed, match.pieces).other_numbers()
        ]


def best_miss(results: Iterable[Result], query: Query) -> Miss | None:
    """The result nearest to the terms of a query, or None where none is near at all."""
    from awardcli.search.near import near_match

    terms = query.apart("near") or [query.whole]
    length = sum(len(term.text) for term in terms)
    best: Miss | None = None
    for candidate in Searcher(results).near_candidates(query):
        texts = list(chain.from_iterable(map(candidate.texts, query.fields)))
        matches: list[tuple[Term, Alignment | None]] = []
        for term in terms:
            found = (near_match(term.typed, printed, 1.0, strict=False) for printed in texts if len(printed))
            matches.append((term, max(filter(None, found), key=lambda match: match.score, default=None)))
        score = sum(len(term.text) * match.score for term, match in matches if match) / length
        if score and (best is None or score > best.score):
            cutoff = query.whole.typed.cutoff if query.min_score is None else query.min_score
            best = Miss(candidate.result, matches, score, cutoff)
    return best


def found_apart(results: Iterable[Result], query: Query) -> list[tuple[str, Sequence[Hit]]]:
    """The sure hits of each term by itself, where every term of a query without an answer has some; else empty."""
    found: list[tuple[str, Sequence[Hit]]] = []
    search = Searcher(results)
    for term in query.terms if query.apart("near") else ():
        alone = query._replace(terms=(term,))
        answers = (search.surely(alone), search.by_other_words(alone))
        hits = next((answer.hits for answer in answers if answer.hits), ())
        if not hits:
            return []
        found.append((term, hits))
    return found


def suggestions(results: Iterable[Result], query: Query) -> list[str]:
    """At most three titles or organizations that share most of the query, the most similar first."""
    from awardcli.search.near import near_match
    from awardcli.search.near_match_check import NearAlignment

    term = query.whole.typed
    cutoff = weights.SUGGESTED_LETTERS if term.letters == len(term) else weights.SUGGESTED_SAME_LENGTH
    scores: dict[str, float] = {}
    candidates = Searcher(results).near_candidates(query)
    texts = (candidate.texts(name) for candidate in candidates for name in query.fields)
    for printed in dict.fromkeys(chain.from_iterable(texts)):
        if not 0 < len(printed) <= weights.SUGGESTED_LENGTH * len(term) or printed.original in scores:
            continue
        match = near_match(term, printed, cutoff, strict=False)
        if match and term.is_spelt and NearAlignment(term, printed, match.pieces).is_coincidence():
            continue  # two syllables are in nearly any title
        if match and (match.score >= weights.SUGGESTED or len(printed) == len(term)):
            scores[printed.original] = match.score + match.coverage
    return sorted(scores, key=lambda name: -scores[name])[: weights.SUGGESTIONS]


def editions_instead(collection: Collection, query: Query) -> list[str]:
    """The numbers of the editions of a list, where a query names one that it does not have; else none."""
    from awardcli.language.awards import EDITION
    from awardcli.language.numerals import title_numbers

    named = {number.value for found in EDITION.finditer(query.text) for number in title_numbers(found[0])}
    numbers = [str(edition.number) for edition in collection.editions if edition.number is not None]
    return [] if named <= set(numbers) else numbers


def awards_instead(collection: Collection, query: Query) -> list[str]:
    """The awards and categories of a list, where a query without an answer is the name of an award; else none.

    Those that share the most characters with the query come first.
    """
    from awardcli.language.awards import names_award

    if not names_award(to_simplified(query.text)):
        return []
    names = [name for key in ("award", "category") if collection.has_counts(key) for name in collection.names(key)]
    return sorted(names, key=lambda name: -len({*name} & {*query.text}))
