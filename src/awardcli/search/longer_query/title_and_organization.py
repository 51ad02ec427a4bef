"""A title and its organization typed as one word: 静安公安交警贴罚单."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from awardcli.model import Tier
from awardcli.search import weights
from awardcli.search.alignment import Alignment
from awardcli.search.near import near_match, short_name_match
from awardcli.search.printed_text import Candidate, PrintedText
from awardcli.search.query import Query, Term
from awardcli.search.ranking import Answer, as_hit, in_order
from awardcli.search.sound import sound_match
from awardcli.search.steps import literal_match
from awardcli.search.typed_term import TypedTerm

if TYPE_CHECKING:
    from awardcli.search.find import Searcher


def title_and_organization(search: "Searcher", query: Query) -> Answer:
    """The results whose title and organization, or parts of both, were typed as one word: 静安公安交警贴罚单.

    One part of the word must match the title and the rest the organization of the same result: literally, by sound, or
    as a short form that adds nothing.
    """
    if len(query.terms) > 1 or not query.searches_all or len(query.whole.text) <= weights.FEW:
        return Answer(())
    found = ((candidate, split_matches(candidate, query)) for candidate in search.near_candidates(query))
    return Answer(in_order(as_hit(candidate, matches) for candidate, matches in found if matches), "together")


def split_matches(candidate: Candidate, query: Query) -> list[tuple[Term, Alignment]]:
    """The sure matches of one part of a query in the title and of the rest in the organization; empty without both."""
    text, term = query.terms[0], query.whole.typed
    title, organization = candidate.title, candidate.organization
    if not (len(title) and len(organization) and _may_hold(term, title, organization)):
        return []
    best: list[tuple[Term, Alignment]] = []
    for one, other in _splits(text):
        by_title = sure_match(one, title)
        by_organization = by_title and sure_match(other, organization)
        if by_title and by_organization:
            found = [(one, by_title), (other, by_organization)]
            if not best or as_hit(candidate, found)[1:3] > as_hit(candidate, best)[1:3]:
                best = found
    return best


@lru_cache(1)
def _splits(text: str) -> Sequence[tuple[Term, Term]]:
    """The ways to split a query in two, each in both orders; made once for all candidates.

    Of a Latin word split in two both parts are whole words: davidlaw is no David and the beginning of Lawrence.
    """
    cuts = (
        (Term([text[:cut]], unfinished=False), Term([text[cut:]], unfinished=not text[cut - 1 : cut + 1].isascii()))
        for cut in range(1, len(text))
    )
    return [pair for one, other in cuts if one.text and other.text for pair in ((one, other), (other, one))]


def _may_hold(term: TypedTerm, title: PrintedText, organization: PrintedText) -> bool:
    """Whether the fields have every character and syllable of the term: a cheap check that nearly all results fail.

    Most organizations have neither its first nor its last character.
    """
    every = (1 << len(term)) - 1
    found = _positions_heard(term, organization)
    ends = 1 | 1 << len(term) - 1
    return bool(found & ends) and found | _positions_heard(term, title) == every


def _positions_heard(term: TypedTerm, printed: PrintedText) -> int:
    """The positions of the term, as bits, of which a field has the character or its sound."""
    found = term.positions_found(printed)
    for position, sound in enumerate(term.sounds):
        if sound and not found >> position & 1 and printed.is_read_so(sound):
            found |= 1 << position
    return found


def sure_match(term: Term, printed: PrintedText) -> Alignment | None:
    """The match of one part of a query: of at least two characters, or of the whole field.

    A short form may only leave characters out.
    """
    typed = term.typed
    found = literal_match(term.text, printed, unfinished=term.unfinished)
    if found is None and len(typed) >= weights.SHORT:
        found = sound_match(typed, printed)
        if found is None and len(typed) > weights.SHORT and typed.may_be_complete_in(printed):
            near = near_match(typed, printed, typed.cutoff)
            found = near if near and near.is_complete else short_name_match(typed, printed)
    if found is None or (typed.letters and found.tier is Tier.INITIALS):
        return None
    matched = found.coverage * len(printed)
    return found if matched >= weights.SHORT or found.coverage == 1 else None
