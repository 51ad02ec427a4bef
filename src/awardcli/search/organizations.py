"""The organizations that a user means: by name, part of it, sound, pinyin or short form."""

from collections.abc import Sequence
from typing import NamedTuple

from awardcli.errors import UsageError
from awardcli.language.fold import fold
from awardcli.model import FieldName, Organization
from awardcli.search import worth
from awardcli.search.field import Field
from awardcli.search.hits import matches_of
from awardcli.search.match import Match
from awardcli.search.query import Query, Term
from awardcli.search.steps import NEAR, steps

_SUGGESTIONS = 3


class Meant(NamedTuple):
    """The names that were meant, in printed order, or else those that are merely near, likest first."""

    names: list[str]
    near: list[str]


class _Named:
    """An organization as `matches_of` compares it."""

    def __init__(self, organization: Organization) -> None:
        self.name = organization.name
        self._field = Field("organization", organization.name, organization.pinyin)

    def field(self, name: FieldName) -> Field:
        return self._field


def organizations_meant(asked: str, organizations: Sequence[Organization]) -> Meant:
    """The organizations that a name means; an equal name is the only one meant.

    A short form leaves characters out, and may move others, but has none of its own (静安公安); what is like a name
    in any other way is only near.
    """
    try:
        query = Query.of(asked, within="organization")
    except UsageError:
        return Meant([], [])
    named = [_Named(organization) for organization in organizations]
    for step, matcher in steps(query):
        found = [
            (each.name, ms)
            for each in named
            if (ms := matches_of(each, query.fields, query.whole, query.apart, matcher))
        ]
        if step == "literal" and (equal := [name for name, _ in found if fold(name) == query.whole.text]):
            return Meant(equal, [])
        if found and step not in NEAR:
            return Meant([name for name, _ in found], [])
        if short := [name for name, matches in found if all(_is_short_form(term, match) for term, match in matches)]:
            return Meant(short, [])
        if found:
            found.sort(key=lambda pair: -min(match.score for _, match in pair[1]))
            return Meant([], [name for name, _ in found[:_SUGGESTIONS]])
    return Meant([], [])


def _is_short_form(term: Term, match: Match) -> bool:
    """Whether every character typed stands in the name as it is."""
    if not match.pieces:
        return True
    return all(piece.how is worth.SAME for piece in match.pieces) and len(match.pieces) == len(term.pattern)
