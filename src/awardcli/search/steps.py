"""The steps of a search, each a way to match one term in one field."""

from collections.abc import Callable, Iterator
from typing import Literal

from awardcli.model import Tier
from awardcli.search.alignment import Alignment
from awardcli.search.printed_text import PrintedText, WrittenForm
from awardcli.search.query import Query, Term


def literal_match(term: str, view: WrittenForm) -> Alignment | None:
    """The literal match of a folded term, or None; what stands there as typed scores 100.

    >>> from awardcli.search.printed_text import PrintedText
    >>> literal_match("上海", PrintedText("title", "爱上海的理由")).tier.name
    'SUBSTRING'
    """
    start = view.text.find(term)
    if start < 0:
        return None
    end = start + len(term)
    tier = Tier.SUBSTRING if start else Tier.PREFIX if end < len(view) else Tier.EQUAL
    return Alignment(view.name, tier, 100.0, len(term) / len(view), (view.place(start, end),), view)


Step = Literal["literal", "sound", "near", "misspelt"]
"""In their order; a later one runs only where the earlier ones found nothing. To a reader the last two are one."""
NEAR: tuple[Step, ...] = ("near", "misspelt")
"""What a reader knows as the near step."""

_FULLY_SPELT = 100.0

Matcher = Callable[[Term, PrintedText], Alignment | None]


def steps(query: Query) -> Iterator[tuple[Step, Matcher]]:
    """The steps that a query may take; what a step needs is imported when it is its turn.

    Letters are compared as misspelt only where no accent and no gap explains them.
    """
    yield "literal", _literal
    if query.exact:
        return
    from awardcli.search.sound import sound_match

    yield "sound", lambda term, field: _literal(term, field) or sound_match(term.pattern, field)
    near = _near(query.min_score, alone=not query.apart)
    yield "near", near
    if any(term.pattern.is_spelt for term in (query.whole, *query.apart)):
        # Of several terms some may be misspelt and others not; a single one has been tried in every other way.
        others = near if query.apart else _nothing
        yield "misspelt", lambda term, field: others(term, field) or _spelt_otherwise(term, field, query.min_score)


def _nothing(term: Term, field: PrintedText) -> Alignment | None:
    return None


def _literal(term: Term, field: PrintedText) -> Alignment | None:
    return literal_match(term.text, field)


def _near(min_score: float | None, *, alone: bool) -> Matcher:
    """The near step; of several terms some may be surer, which for a term `alone` the steps before have ruled out."""
    from awardcli.search.near import near_match, numeral_match
    from awardcli.search.sound import sound_match

    def match(term: Term, field: PrintedText) -> Alignment | None:
        pattern = term.pattern
        cutoff = pattern.floor if min_score is None else min_score
        surer = None if alone else _literal(term, field) or sound_match(pattern, field)
        return surer or numeral_match(pattern, field, cutoff) or near_match(pattern, field, cutoff)

    return match


def _spelt_otherwise(term: Term, field: PrintedText, min_score: float | None) -> Alignment | None:
    """The match of letters that are spaced otherwise, or misspelt."""
    from awardcli.search.misspelt_pinyin import misspelt_match  # and with it RapidFuzz, which no other query needs
    from awardcli.search.sound import sound_match

    respaced = sound_match(term.respaced, field) if term.respaced else None
    if respaced and respaced.score == _FULLY_SPELT:
        return respaced._replace(tier=Tier.NEAR)
    return misspelt_match(term.pattern, field, min_score)
