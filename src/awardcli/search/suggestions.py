"""What is suggested where a query finds nothing: names like it, what its terms find apart, other awards or editions."""

from collections.abc import Iterable, Sequence
from itertools import chain

from awardcli.collection import Collection
from awardcli.language.fold import to_simplified
from awardcli.model import Hit, Result
from awardcli.search import weights
from awardcli.search.find import Searcher
from awardcli.search.query import Query

_MOST = 3


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
        if match and not NearAlignment(term, printed, match.pieces).may_be_meant():
            continue
        if match and (match.score >= weights.SUGGESTED or len(printed) == len(term)):
            scores[printed.original] = match.score + match.coverage
    return sorted(scores, key=lambda name: -scores[name])[:_MOST]


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
