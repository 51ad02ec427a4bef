"""Filters: which results of a collection a command is about."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from awardcli import messages, vocabulary
from awardcli.collection import Collection
from awardcli.errors import UnknownNameError
from awardcli.model import Edition
from awardcli.search.names import near_names, same_name
from awardcli.vocabulary import labelled

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
    from awardcli.search.organizations import organizations_meant

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
