"""Search, explain and suggest: the front door.

`find` runs the steps in their order (`steps`) until one finds something. In a list every result is a candidate; in a
collection file the gram index gives the candidates (`index_search`). Either way the same matcher compares each
candidate, and `ranking` orders the hits.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple, cast

from awardcli.collection import Collection
from awardcli.language.fold import fold
from awardcli.model import Hit, Result, Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment
from awardcli.search.printed_text import Candidate, Shared
from awardcli.search.query import Query, Term
from awardcli.search.ranking import Answer, Hits, as_hit, in_title, matches_of, matching, ranked, surest
from awardcli.search.steps import NEAR, SURE, Matcher, Step, steps

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
    if isinstance(query, str):
        query = Query.of(query)
    if isinstance(results, Iterator):
        results = list(results)
    found = _first(_answers(results, query))
    if query.within == "any" and found.step in SURE and not query.exact:
        others = _by_other_words(results, query)
        return found._replace(hits=_both(found.hits, others.hits), named=others.named) if others.hits else found
    return found


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
    from awardcli.collection.protocol import ColumnNames
    from awardcli.search.other_words import named_by

    if query.within is not None or query.exact or answer.step not in SURE:
        return None
    worst = Tier.SUBSTRING if answer.step == "literal" else Tier.INITIALS
    named = next(named_by(collection, query.text, worst), None)
    hits = list(islice(chain(answer.hits, answer.by_organization), _MOST_COUNTED + 1)) if named else []
    if named is None or len(hits) > _MOST_COUNTED:
        return None
    column, counts = ColumnNames(collection.columns).results_of(named.column), collection.counts(named.column)
    having = sum(not set(named.values).isdisjoint(column.names(hit.result)) for hit in hits)
    count = sum(counts[value] for value in named.values) - having
    return (named, count) if count > 0 else None


def _answers(
    results: Iterable[Result], query: Query, last: Step | None = None, known: list[Candidate] | None = None
) -> Iterator[Answer]:
    """The answers of each step in turn, up to the sound or the near step where `last` says so.

    `known` are the candidates of all these results, where another query has been compared with them.
    """
    candidates = known or _candidates(results, with_words_of=query)
    tried_words = False
    for step, asked, matcher in steps(query):
        if step not in SURE and last in SURE:
            return
        if step != "literal" and len(query.whole.text) > _LONGEST:
            return
        if step not in SURE and not tried_words:
            tried_words = True
            yield _by_other_words(results, query)
        found = _step(results, candidates, asked, step, matcher)
        yield found._replace(step="near") if step in NEAR else found
        if step == "literal":
            candidates = known or _candidates(results)
    if not query.exact and last is None:
        from awardcli.language.words_beside_titles import BEST
        from awardcli.search.inside_query import (
            around,
            asked_about,
            asked_about_values,
            behind_a_label,
            half_of_a_work,
            made_by,
            together,
            with_other_small_words,
        )

        surely, nearly = partial(_surely, results, known=candidates), partial(_nearly, results, known=candidates)
        candidates = _candidates_of(_near(results, query)) if candidates is None else candidates
        yield _scoring(together(candidates, query), query.min_score)
        yield _scoring(asked_about(query, surely), query.min_score)
        if hasattr(results, "where"):
            yield asked_about_values(cast(Collection, results), query, _by_other_words)
        yield _scoring(half_of_a_work(query, surely), query.min_score)
        yield _scoring(made_by(query, nearly), query.min_score)
        near = [candidate.result for candidate in candidates]
        for held in (around(results, query, near), behind_a_label(query, surely)):
            held = _scoring(held, query.min_score)
            if held.hits and not _contradicted(results, query, held) and not _names_another(results, held):
                yield held
        yield _scoring(with_other_small_words(query, surely), query.min_score)
        if (dated := query.with_year_apart()).terms != query.terms:
            named_in_full = _by_other_words(results, dated)
            if all(named.tier is Tier.EQUAL for named in named_in_full.named):
                yield named_in_full
        if (apart := query.with_edition_apart()).terms != query.terms:
            yield find(results, apart)
        for asked in query.without_words_of_awards():
            found = _by_other_words(results, asked)
            if any(named.tier is Tier.EQUAL or named.term.startswith(BEST) for named in found.named):
                yield found._replace(left=[*(term for term in query.terms if term not in asked.terms), *found.left])
        if (rest := query.without_words_around()).terms != query.terms:
            found = find(results, rest)
            left = [term for term in query.terms if term not in rest.terms]
            if found.hits and _is_meant_beside(left, found.hits[0]) and not _contradicted(results, rest, found):
                yield found._replace(left=[*left, *found.left])


def _candidates(results: Iterable[Result], with_words_of: Query | None = None) -> list[Candidate] | None:
    """All results as candidates, or those with the words of a query; None where an index gives them."""
    if hasattr(results, "gram_index"):
        return None
    return _candidates_of(_with_words(results, with_words_of) if with_words_of else results)


def _candidates_of(results: Iterable[Result]) -> list[Candidate]:
    shared: Shared = {}
    return [Candidate(result, shared) for result in results]


def _with_words(results: Iterable[Result], query: Query) -> Iterator[Result]:
    """The results that have a query, or each of its terms, in their texts: a cheap check that most of a list fails."""
    whole, terms = query.whole.text, [term.text for term in query.apart("literal")]
    folded = cache(fold)
    for result in results:
        text = "\n".join(map(folded, (*result.titles, result.organization or "")))
        if whole in text or (terms and all(term in text for term in terms)):
            yield result


def _step(
    results: Iterable[Result], candidates: Sequence[Candidate] | None, query: Query, step: Step, matcher: Matcher
) -> Answer:
    """The answer of one step."""
    if candidates is None:
        from awardcli.search.index_search import answer

        return answer(cast("StoredCollection", results), query, step, matcher)
    hits = [as_hit(candidate, matches) for candidate, matches in matching(candidates, query, step, matcher)]
    return ranked(hits, query, step)


def _is_meant_beside(words: Sequence[str], hit: Hit) -> bool:
    """Whether a query that finds a hit may have these words beside it, none of which is part of a title.

    The hit covers most of a title: 崇明 微电影 names a district and a category, but no title. It covers all of one
    beside words about a work (inception plot).
    """
    from awardcli.language.words_beside_titles import ABOUT_A_WORK, HAVING_WON

    left = set(map(fold, words))
    least = weights.LONGER_TEXT if left.isdisjoint(ABOUT_A_WORK) else weights.OTHER_TITLE - 1e-9
    return left <= HAVING_WON or (in_title(hit) and hit.coverage > least)


def _by_other_words(results: Iterable[Result], query: Query) -> Answer:
    from awardcli.search.other_words import by_other_words

    if not hasattr(results, "where"):
        return Answer(())
    return by_other_words(cast(Collection, results), query, _surely, _nearly)


def _scoring(found: Answer, cutoff: float | None) -> Answer:
    """The answer with the hits that score at least as much."""
    return found._replace(hits=[hit for hit in found.hits if hit.score >= cutoff]) if cutoff is not None else found


def _contradicted(results: Iterable[Result], query: Query, found: Answer) -> bool:
    """Whether words of the query apply to other results, and not to those found."""
    from awardcli.search.other_words import contradicts

    return hasattr(results, "where") and contradicts(
        cast(Collection, results), query, (hit.result for hit in found.hits), partial(_nearly, results)
    )


def _names_another(results: Iterable[Result], found: Answer) -> bool:
    """Whether Latin words beside a title that is found name another result: 龙猫 inception."""
    words = " ".join(found.left)
    if not words.isascii() or not fold(words).isalpha() or found.hits[0].score >= weights.HELD:
        return False
    ids = {hit.result.id for hit in found.hits}
    return any(hit.result.id not in ids for hit in islice(_surely(results, Query.of(words)).hits, len(ids) + 1))


def _surely(results: Iterable[Result], query: Query, known: list[Candidate] | None = None) -> Answer:
    """The answer of the literal and the sound step."""
    return _first(_answers(results, query, "sound", known))


def _nearly(results: Iterable[Result], query: Query, known: list[Candidate] | None = None) -> Answer:
    """The same, or else the answer of the near step."""
    return _first(_answers(results, query, "near", known))


def _first(answers: Iterable[Answer]) -> Answer:
    """The first answer with hits, or an empty one."""
    return next((answer for answer in answers if answer.hits), Answer(()))


def explained(hit: Hit, query: Query, answer: Answer) -> list[tuple[Term, Alignment]]:
    """The matches of each term of the query in a hit of an answer, in every field that matches, the best first.

    Terms that name values of other columns are left out; of a query that contains a title, there is only that title.
    """
    candidate = Candidate(hit.result)
    if answer.step == "together":
        from awardcli.search.inside_query import halves_of

        return halves_of(candidate, query)
    if answer.step == "around":
        from awardcli.search.inside_query import title_in

        return title_in(query, hit.result)
    asked = answer.searched(query)
    for step, meant, matcher in steps(asked) if asked.terms else ():
        if found := matches_of(candidate, meant.fields, meant.whole, meant.apart(step), matcher):
            return [
                (term, match)
                for term, best in found
                for match in sorted(
                    _each_once(_everywhere(candidate, meant, term, matcher)), key=lambda each: each.field != best.field
                )
            ]
    return []


def _each_once(matches: Iterable[Alignment]) -> list[Alignment]:
    """The matches without those of a cell with several titles that one of these explains alike."""
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


def _everywhere(candidate: Candidate, query: Query, term: Term, matcher: Matcher) -> Iterator[Alignment]:
    """The matches of a term in every text of the fields that a query searches."""
    for printed in chain.from_iterable(map(candidate.texts, query.fields)):
        if match := matcher(term, printed):
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
        from awardcli.search.near import other_numbers

        return [
            term.typed.text[number.whole[0] : number.whole[1]]
            for term, match in self.matches
            if match
            for number in other_numbers(term.typed, match.printed, match.pieces)
        ]


def best_miss(results: Iterable[Result], query: Query) -> Miss | None:
    """The result nearest to the terms of a query, or None where none is near at all."""
    from awardcli.search.near import near_match

    terms = query.apart("near") or [query.whole]
    length = sum(len(term.text) for term in terms)
    best: Miss | None = None
    for result in _near(results, query):
        texts = list(chain.from_iterable(map(Candidate(result).texts, query.fields)))
        matches: list[tuple[Term, Alignment | None]] = []
        for term in terms:
            found = (near_match(term.typed, printed, 1.0, strict=False) for printed in texts if len(printed))
            matches.append((term, max(filter(None, found), key=lambda match: match.score, default=None)))
        score = sum(len(term.text) * match.score for term, match in matches if match) / length
        if score and (best is None or score > best.score):
            cutoff = query.whole.typed.cutoff if query.min_score is None else query.min_score
            best = Miss(result, matches, score, cutoff)
    return best


def found_apart(results: Iterable[Result], query: Query) -> list[tuple[str, Sequence[Hit]]]:
    """The sure hits of each term by itself, where every term of a query without an answer has some; else empty."""
    found: list[tuple[str, Sequence[Hit]]] = []
    for term in query.terms if query.apart("near") else ():
        alone = query._replace(terms=(term,))
        answers = (_surely(results, alone), _by_other_words(results, alone))
        hits = next((answer.hits for answer in answers if answer.hits), ())
        if not hits:
            return []
        found.append((term, hits))
    return found


def suggestions(results: Iterable[Result], query: Query) -> list[str]:
    """At most three titles or organizations that share most of the query, the most similar first."""
    from awardcli.search.near import is_coincidence, near_match

    term = query.whole.typed
    cutoff = weights.SUGGESTED_LETTERS if term.letters == len(term) else weights.SUGGESTED_SAME_LENGTH
    scores: dict[str, float] = {}
    shared: Shared = {}
    texts = (Candidate(result, shared).texts(name) for result in _near(results, query) for name in query.fields)
    for printed in dict.fromkeys(chain.from_iterable(texts)):
        if not 0 < len(printed) <= weights.SUGGESTED_LENGTH * len(term) or printed.original in scores:
            continue
        match = near_match(term, printed, cutoff, strict=False)
        if match and term.is_spelt and is_coincidence(term, printed, match.pieces):
            continue  # two syllables are in nearly any title
        if match and (match.score >= weights.SUGGESTED or len(printed) == len(term)):
            scores[printed.original] = match.score + match.coverage
    return sorted(scores, key=lambda name: -scores[name])[: weights.SUGGESTIONS]


def _near(results: Iterable[Result], query: Query) -> Iterable[Result]:
    """The results that may be near a query: those that the index gives, or all without an index."""
    if not hasattr(results, "gram_index"):
        return results
    from awardcli.search.index_search import near_results

    return near_results(cast("StoredCollection", results), query)
