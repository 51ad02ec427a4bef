"""`awardcli list-by-organization`: what an organization won, or the organizations with their counts."""

from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection, ListCollection
from awardcli.commands.options import DELIVERY, FILTERS, SOURCE, Source, argument
from awardcli.errors import ExitCode
from awardcli.output.columns import Record, flat_record
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.output.notes import opened, remark_uncertain
from awardcli.output.terminal import note, on_terminal
from awardcli.search.filters import Filters, filtered, organizations_named
from awardcli.vocabulary import FLAT

NamedOrganization = Annotated[
    tuple[str, ...], argument("[ORGANIZATION]...", names="organization", help=messages.HELP_NAMED_ORGANIZATION)
]


def list_by_organization(
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY],
    source: Annotated[Source, SOURCE],
    named_organization: NamedOrganization = (),
) -> ExitCode:
    data = source.data
    collection = filtered(opened(data), filters)
    if not named_organization:
        return deliver(_organizations(collection, data), delivery)
    asked = " ".join(named_organization)
    meant = organizations_named(collection, asked)
    if meant != [asked]:
        note(messages.ORGANIZATIONS_MEANT(asked=asked, names=messages.listed(meant)))
    chosen = collection.where("organization", *meant)
    code = deliver(
        Listing(
            records=map(flat_record, collection.by_organization(meant)),
            columns=FLAT,
            glance=("organization", "category", "award", "title"),
            read_from=data,
            results=lambda: _grouped(collection, meant),
            total=chosen.__len__,
            editions=collection.editions,
        ),
        delivery,
    )
    if on_terminal():
        note(messages.ORGANIZATION_COUNT(count=len(chosen), organizations=len(meant)))
    remark_uncertain(chosen)
    return code


def _grouped(collection: Collection, names: list[str]) -> Collection:
    """The results of those organizations as a list of their own, one organization after the other."""
    results = list(collection.by_organization(names))
    return ListCollection(collection.path, results, collection.editions, collection.categories)


def _organizations(collection: Collection, data: Path | None) -> Listing:
    columns = ("organization", "district", "kind", "results")
    counts = collection.organization_counts()
    records: list[Record] = [
        {
            "organization": organization.name,
            "district": organization.district,
            "kind": organization.kind,
            "results": counts[organization.name],
        }
        for organization in collection.organizations
    ]
    return Listing(records, columns, columns, read_from=data, editions=collection.editions)
