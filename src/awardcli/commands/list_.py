"""`awardcli list`: all results, or those that the filters leave."""

from typing import Annotated

from awardcli.commands.filtered_list import filtered_list
from awardcli.commands.options import DELIVERY, FILTERS, SOURCE, Source
from awardcli.errors import ExitCode
from awardcli.output.deliver import Delivery, results_listing
from awardcli.search.query import Filters


def list_(
    filters: Annotated[Filters, FILTERS], delivery: Annotated[Delivery, DELIVERY], source: Annotated[Source, SOURCE]
) -> ExitCode:
    filtered = filtered_list(source, filters)
    return filtered.deliver(results_listing(filtered.results), delivery)
