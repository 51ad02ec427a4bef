"""Filters: which results of a collection a command is about."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from awardcli import messages, vocabulary
from awardcli.collection import Collection
from awardcli.errors import UnknownNameError
from awardcli.model import Edition, Result
from awardcli.search.names import near_names, same_name
from awardcli.vocabulary import labelled


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
    for keep in _predicates(collection, filters):
        collection = collection.where(keep)
    return collection


def category_named(collection: Collection, asked: str) -> str:
    """The category meant by a name, English name or id; raises UnknownNameError."""
    categories = {c.name: (c.id, c.name_en) for c in collection.categories}
    return _known(messages.NO_CATEGORY, asked, categories, list_all=messages.LIST_CATEGORIES())


def organizations_named(collection: Collection, asked: str) -> list[str]:
    """The organizations meant by a name, part of one or a short form, in printed order; raises UnknownNameError."""
    from awardcli.search.organizations import organizations_meant

    meant = organizations_meant(asked, collection.organizations)
    if meant.names:
        return meant.names
    near = meant.near or near_names(asked, {organization.name: () for organization in collection.organizations})
    raise _unknown(messages.NO_ORGANIZATION, asked, near, list_all=messages.LIST_ORGANIZATIONS())


def _predicates(collection: Collection, filters: Filters) -> Iterable[Callable[[Result], bool]]:
    if filters.category is not None:
        category = category_named(collection, filters.category)
        yield lambda result: result.category is not None and result.category.name == category
    if filters.award is not None:
        awards = {result.award: () for result in collection if result.award}
        award = _known(messages.NO_AWARD, filters.award, awards)
        yield lambda result: result.award == award
    if filters.organization is not None:
        meant = set(organizations_named(collection, filters.organization))
        yield lambda result: any(organization.name in meant for organization in result.organizations)
    if filters.district is not None:
        districts = {o.district: (o.district.removesuffix("区"),) for o in collection.organizations if o.district}
        district = _known(messages.NO_DISTRICT, filters.district, districts)
        yield lambda result: any(organization.district == district for organization in result.organizations)
    if filters.kind is not None:
        kinds = {o.kind: vocabulary.KINDS[o.kind] for o in collection.organizations if o.kind}
        kind = _known(messages.NO_KIND, filters.kind, kinds)
        yield lambda result: any(organization.kind == kind for organization in result.organizations)
    if filters.edition is not None:
        editions = {name: _edition_names(e) for e in collection.editions if (name := e.short_name)}
        edition = _known(messages.NO_EDITION, filters.edition, editions)
        yield lambda result: edition == result.edition.short_name


def _edition_names(edition: Edition) -> list[str | None]:
    """What else it is called."""
    year = edition.year and [str(edition.year), f"{edition.year}年"]
    number = edition.number and [f"第{edition.number}届"]
    return [*(year or ()), *(number or ()), edition.name]


def _known(
    message: messages.Message, asked: str, names: Mapping[str, Iterable[str | None]], *, list_all: str | None = None
) -> str:
    """The name that is meant; raises UnknownNameError with the near ones, and how to list all."""
    name = same_name(asked, names)
    if name is None:
        everything = list_all or messages.ALL_NAMES(names=messages.listed(list(map(labelled, names))) or "-")
        raise _unknown(message, asked, near_names(asked, names), list_all=everything)
    return name


def _unknown(message: messages.Message, asked: str, near: Sequence[str], *, list_all: str) -> UnknownNameError:
    suggestion = messages.DID_YOU_MEAN(names=messages.listed(near)) if near else ""
    return UnknownNameError(message(name=asked) + suggestion, hints=[list_all])
