"""`awardcli list-by-organization`: what an organization won, or the organizations with their counts."""

from typing import Annotated

from awardcli import messages
from awardcli.collection import Collection
from awardcli.commands.filtered_list import filtered_list
from awardcli.commands.options import DELIVERY, FILTERS, SOURCE, Source, argument
from awardcli.errors import ExitCode
from awardcli.output.columns import record_columns
from awardcli.output.deliver import Delivery, Listing, counts_listing, results_listing
from awardcli.search.filters import no_such_column
from awardcli.search.query import Filters

NamedOrganization = Annotated[
    tuple[str, ...], argument("[ORGANIZATION]...", names="organization", help=messages.HELP_NAMED_ORGANIZATION)
]


def list_by_organization(
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY],
    source: Annotated[Source, SOURCE],
    named_organization: NamedOrganization = (),
) -> ExitCode:
    filtered = filtered_list(source, filters)
    if not named_organization:
        code = filtered.deliver(_counted(filtered.results), delivery)
        if filtered.collection.columns and not filtered.collection.organizations:
            raise no_such_column(filtered.collection, "organization")
        return code
    filtered = filtered.narrowed("organization", " ".join(named_organization))
    results, meant = filtered.results, filtered.filters[-1].names
    listing = results_listing(results, glance=("organization", "category", "award", "title"))
    summary = messages.ORGANIZATION_COUNT(count=len(results), organizations=len(meant))
    return filtered.deliver(listing._replace(rows=results.by_organization(meant), summary=summary), delivery)


def _counted(results: Collection) -> Listing:
    """The organizations with how many results each has."""
    counts = results.organization_counts()
    rows = [
        {
            "organization": organization.name,
            "district": organization.district,
            "kind": organization.kind,
            "results": counts[organization.name],
        }
        for organization in results.organizations
    ]
    keys = ("organization", "district", "kind", "results")
    return counts_listing(rows, record_columns(keys, glance=keys), results)
