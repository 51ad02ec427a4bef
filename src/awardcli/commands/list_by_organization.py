"""`awardcli list-by-organization`: what an organization won, or the organizations with their counts."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection, ListCollection
from awardcli.commands.chosen import chosen
from awardcli.commands.options import DELIVERY, FILTERS, SOURCE, Source, argument
from awardcli.errors import ExitCode
from awardcli.output.columns import Record, flat_record
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.output.notes import remark_uncertain
from awardcli.output.terminal import note, on_terminal
from awardcli.search.filters import Filters
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
    selection = chosen(source, filters, organization=" ".join(named_organization) or None)
    results = selection.results
    if not named_organization:
        code = deliver(_organizations(results, data), delivery)
        if code is ExitCode.NOTHING:
            selection.explain_empty()
        return code
    meant = selection.filters[-1].names
    code = deliver(
        Listing(
            records=map(flat_record, results.by_organization(meant)),
            columns=FLAT,
            glance=("organization", "category", "award", "title"),
            read_from=data,
            results=lambda: _grouped(results, meant),
            total=results.__len__,
            editions=results.editions,
        ),
        delivery,
    )
    if code is ExitCode.NOTHING:
        selection.explain_empty()
    elif on_terminal():
        note(messages.ORGANIZATION_COUNT(count=len(results), organizations=len(meant)))
    remark_uncertain(results)
    return code


def _grouped(collection: Collection, names: Sequence[str]) -> Collection:
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
