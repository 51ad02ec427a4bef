"""Filters: which results of a collection a command is about, and the names that a user means."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from awardcli import messages, vocabulary
from awardcli.collection import Collection
from awardcli.errors import UnknownNameError, UsageError
from awardcli.language.fold import fold
from awardcli.model import Edition, FieldName, Organization
from awardcli.search import weights
from awardcli.search.alignment import Alignment
from awardcli.search.printed_text import PrintedText
from awardcli.search.query import Query, Term
from awardcli.search.ranking import matches_of
from awardcli.search.steps import NEAR, steps
from awardcli.vocabulary import labelled

_SUGGESTIONS = 3
_LIKE_ENOUGH = 0.5
"""微电 is still suggested 微视频 beside 微电影, and half of any short name is worth showing."""


def same_name(asked: str, names: Mapping[str, Iterable[str | None]]) -> str | None:
    """The name that is meant: equal after folding to the name itself, or to one of its other names or ids."""
    wanted = fold(asked)
    for name, others in names.items():
        if wanted in (fold(other) for other in (name, *others) if other):
            return name
    return None


def near_names(asked: str, names: Mapping[str, Iterable[str | None]]) -> list[str]:
    """At most three names like the one asked for, by themselves or by one of their other names; likest first."""
    from difflib import get_close_matches

    wanted = fold(asked)
    folded = {fold(other): name for name, others in names.items() for other in (*others, name) if other}
    close = get_close_matches(wanted, folded, n=_SUGGESTIONS, cutoff=_LIKE_ENOUGH)
    holding = [other for other in folded if wanted and wanted in other]
    return list(dict.fromkeys(folded[other] for other in close + holding))[:_SUGGESTIONS]


_SUGGESTIONS = 3


class Meant(NamedTuple):
    """The names that were meant, in printed order, or else those that are merely near, likest first."""

    names: list[str]
    near: list[str]


class _Named:
    """An organization as `matches_of` compares it."""

    def __init__(self, organization: Organization) -> None:
        self.name = organization.name
        self._field = PrintedText("organization", organization.name, organization.pinyin)

    def field(self, name: FieldName) -> PrintedText:
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
            if (ms := matches_of(each, query.fields, query.whole, query.apart(step), matcher))
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


def _is_short_form(term: Term, match: Alignment) -> bool:
    """Whether every character typed stands in the name as it is."""
    if not match.pieces:
        return True
    return all(piece.agreement is weights.SAME for piece in match.pieces) and len(match.pieces) == len(term.typed)


Names = Mapping[str, Iterable[str | None]]
"""Names, each with what else it is called."""


class Filters(NamedTuple):
    """What a result must be, as the options say it; None is anything."""

    category: str | None = None
    award: str | None = None
    organization: str | None = None
    district: str | None = None
    kind: str | None = None
    edition: str | None = None


def filtered(collection: Collection, filters: Filters) -> Collection:
    """The collection with only the results that the filters leave.

    Raises UnknownNameError, with the near names, where the collection has no such name: never filters in silence.
    """
    kept = collection
    if filters.category is not None:
        kept = kept.where("category", category_named(collection, filters.category))
    if filters.award is not None:
        awards: Names = dict.fromkeys(collection.names("award"), ())
        kept = kept.where("award", _known(messages.NO_AWARD, filters.award, awards))
    if filters.organization is not None:
        kept = kept.where("organization", *organizations_named(collection, filters.organization))
    if filters.district is not None:
        districts = {name: (name.removesuffix("区"),) for name in collection.names("district")}
        kept = kept.where("district", _known(messages.NO_DISTRICT, filters.district, districts))
    if filters.kind is not None:
        kinds = {name: vocabulary.KINDS[name] for name in collection.names("kind")}
        kept = kept.where("kind", _known(messages.NO_KIND, filters.kind, kinds))
    if filters.edition is not None:
        editions = {name: _edition_names(e) for e in collection.editions if (name := e.short_name)}
        kept = kept.where("edition", _known(messages.NO_EDITION, filters.edition, editions))
    return kept


def category_named(collection: Collection, asked: str) -> str:
    """The category meant by a name, English name or id; raises UnknownNameError."""
    categories = {c.name: (c.id, c.name_en) for c in collection.categories}
    return _known(messages.NO_CATEGORY, asked, categories, list_all=messages.LIST_CATEGORIES())


def organizations_named(collection: Collection, asked: str) -> list[str]:
    """The organizations meant by a name, part of one or a short form, in printed order; raises UnknownNameError."""

    meant = organizations_meant(asked, collection.organizations)
    if meant.names:
        return meant.names
    near = meant.near or near_names(asked, {organization.name: () for organization in collection.organizations})
    raise _unknown(messages.NO_ORGANIZATION, asked, near, list_all=messages.LIST_ORGANIZATIONS())


def _edition_names(edition: Edition) -> list[str | None]:
    """What else it is called."""
    year = edition.year and [str(edition.year), f"{edition.year}年"]
    number = edition.number and [f"第{edition.number}届"]
    return [*(year or ()), *(number or ()), edition.name]


def _known(message: messages.Message, asked: str, names: Names, *, list_all: str | None = None) -> str:
    """The name that is meant; raises UnknownNameError with the near ones, and how to list all."""
    name = same_name(asked, names)
    if name is None:
        everything = list_all or messages.ALL_NAMES(names=messages.listed(list(map(labelled, names))) or "-")
        raise _unknown(message, asked, near_names(asked, names), list_all=everything)
    return name


def _unknown(message: messages.Message, asked: str, near: Sequence[str], *, list_all: str) -> UnknownNameError:
    suggestion = messages.DID_YOU_MEAN(names=messages.listed(near)) if near else ""
    return UnknownNameError(message(name=asked) + suggestion, hints=[list_all])
