"""`awardcli list`: all results, or those that the filters leave."""

from typing import Annotated

from awardcli.commands.options import DELIVERY, FILTERS, SOURCE, Source
from awardcli.errors import ExitCode
from awardcli.output.columns import flat_record
from awardcli.output.deliver import Delivery, Listing, deliver
from awardcli.output.notes import opened, remark_uncertain
from awardcli.search.filters import Filters, filtered
from awardcli.vocabulary import FLAT


def list_(
    filters: Annotated[Filters, FILTERS],
    delivery: Annotated[Delivery, DELIVERY],
    source: Annotated[Source, SOURCE],
) -> ExitCode:
    chosen = filtered(opened(source.data), filters)
    code = deliver(
        Listing(
            records=map(flat_record, chosen),
            columns=FLAT,
            glance=("category", "award", "title", "organization"),
            read_from=source.data,
            results=lambda: chosen,
            total=chosen.__len__,
            editions=chosen.editions,
        ),
        delivery,
    )
    remark_uncertain(chosen)
    return code
