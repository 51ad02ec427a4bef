"""`awardcli list`: all results, or those that the filters leave."""

from typing import Annotated

from awardcli.commands.chosen import chosen
from awardcli.commands.options import DELIVERY, FILTERS, SOURCE, Source
from awardcli.errors import ExitCode
from awardcli.output.columns import flat_record
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.output.notes import remark_uncertain
from awardcli.search.filters import Filters
from awardcli.vocabulary import FLAT


def list_(
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY],
    source: Annotated[Source, SOURCE],
) -> ExitCode:
    selection = chosen(source, filters)
    results = selection.results
    code = deliver(
        Listing(
            records=map(flat_record, results),
            columns=FLAT,
            glance=("category", "award", "title", "organization"),
            read_from=source.data,
            results=lambda: results,
            total=results.__len__,
            editions=results.editions,
        ),
        delivery,
    )
    if code is ExitCode.NOTHING:
        selection.explain_empty()
    remark_uncertain(results)
    return code
