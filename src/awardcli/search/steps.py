"""The three steps of a search, each a way to match one term in one field."""

from collections.abc import Callable, Iterator
from typing import Literal

from awardcli.search import worth
from awardcli.search.field import Field
from awardcli.search.literal import literal_match
from awardcli.search.match import Match
from awardcli.search.query import Query, Term

Step = Literal["literal", "sound", "near"]
"""In their order; a later one runs only where the earlier ones found nothing."""

Matcher = Callable[[Term, Field], Match | None]


def steps(query: Query) -> Iterator[tuple[Step, Matcher]]:
    """The steps that a query may take; what a step needs is imported when it is its turn."""
    yield "literal", _literal
    if query.exact:
        return
    from awardcli.search.sound import sound_match

    yield "sound", lambda term, field: _literal(term, field) or sound_match(term.pattern, field)
    yield "near", _near(query.min_score)


def _literal(term: Term, field: Field) -> Match | None:
    return literal_match(term.text, field)


def _near(min_score: float | None) -> Matcher:
    from awardcli.search.misspelling import misspelt_match
    from awardcli.search.near import near_match
    from awardcli.search.numeral import numeral_match
    from awardcli.search.sound import sound_match

    def match(term: Term, field: Field) -> Match | None:
        surer = _literal(term, field) or sound_match(term.pattern, field) or numeral_match(term.pattern, field)
        if surer:
            return surer
        cutoff = term.pattern.floor if min_score is None else min_score
        near = near_match(term.pattern, field, cutoff)
        misspelt = misspelt_match(term.pattern, field, worth.MISSPELT if min_score is None else min_score)
        return max(near, misspelt, key=lambda way: way.score) if near and misspelt else near or misspelt

    return match
