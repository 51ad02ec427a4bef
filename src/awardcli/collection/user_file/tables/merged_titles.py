"""Rows under a title that is merged over them, each with a further maker of the work."""

from collections.abc import Iterable, Iterator, Sequence

from awardcli import messages
from awardcli.collection.user_file.columns.column_roles import Remark
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.section_names import SECTION_ROLES
from awardcli.collection.user_file.table_lines import Line, UnderMerged, text_of
from awardcli.collection.user_file.tables.further_tables import NO_LINE
from awardcli.model import Role


def with_makers(account: Account, roles: Sequence[Role | None], lines: Iterable[Line]) -> Iterator[Line]:
    """The rows, where those under one merged title that only add makers to it are one: 学生姓名, one a row."""
    titles = {at for at, role in enumerate(roles) if role == "title"}
    its_own = titles | {at for at, role in enumerate(roles) if role in ("id", *SECTION_ROLES[:4])}
    work: Line = NO_LINE
    added = 0
    for line in lines:
        cells = line[1]
        if isinstance(cells, UnderMerged) and work[2] is None and titles & {*cells.places}:
            texts = {at: text_of(cell) for at, cell in enumerate(cells) if at not in cells.places}
            further = {at: text for at, text in texts.items() if text}
            if its_own.isdisjoint(further) and len(cells) == len(work[1]):
                joined = list(work[1])
                for at, text in further.items():
                    joined[at] = "、".join(filter(None, dict.fromkeys([*text_of(joined[at]).split("、"), text])))
                work = work[0], joined, None
                added += 1
                continue
        if work is not NO_LINE:
            yield work
        work = line
    if work is not NO_LINE:
        yield work
    if added:
        account.remarks.append(Remark(messages.MAKERS_JOINED(count=added), is_harmless=True))
