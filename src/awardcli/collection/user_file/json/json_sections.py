"""JSON records that are no results: one that only names an award is a section of those below it, others are totals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from awardcli import vocabulary
from awardcli.collection.user_file.columns.heading_words import is_chinese, known_role
from awardcli.collection.user_file.json.json_file import Record
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.rows_set_aside import is_total
from awardcli.collection.user_file.section_names import SECTION_ROLES, caption, is_section_of_award
from awardcli.collection.user_file.table_lines import text_of
from awardcli.collection.user_file.tables.sections import SectionStack
from awardcli.model import Role, unused_name

_MANY = 3
"""Filled cells that neither a section nor a total has."""


class JsonSections:
    """Sets records of several columns aside that are sections or totals, and adds to the others what sections say."""

    def __init__(self, account: Account, names: Sequence[str]) -> None:
        """`names` are the columns of the first records."""
        self._account = account
        self._are_of_one_column = len(names) < 2
        self._headings: Mapping[Role, str] = {
            role: unused_name(vocabulary.heading(role, chinese=is_chinese(names)), names) for role in SECTION_ROLES
        }
        self._stack = SectionStack()
        self._said: Mapping[str, str] = {}
        """What the section says of the next records, by heading."""

    def added(self, names: Iterable[str]) -> dict[str, Role]:
        """Those of the columns that sections have added, with their roles."""
        return {heading: role for role, heading in self._headings.items() if heading in names}

    def results(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records, of which one that is set aside has no cells: its number still counts."""
        for number, (line, cells, problem) in enumerate(records, start=1):
            if problem is None and (why := self._why_aside(cells)):
                self._account.put_aside(line or number, filter(None, map(text_of, cells.values())), why)
                yield line, {}, None
            elif problem is None and self._said:
                yield line, {**cells, **self._said}, None
            else:
                yield line, cells, problem

    def _why_aside(self, cells: Mapping[str, object]) -> str | None:
        """Why a record is no result, or None; an award under the heading of awards was won by nobody named."""
        if self._are_of_one_column:
            return None
        filled = list(islice(((name, text) for name, cell in cells.items() if (text := text_of(cell))), _MANY))
        if not filled or len(filled) == _MANY:
            return None
        if is_total([text for _, text in filled]):
            return "total"
        name, text = filled[0]
        if len(filled) > 1 or known_role(name) in SECTION_ROLES or not is_section_of_award(text):
            return None
        self._stack.enter(caption(text))
        section = self._stack.section._asdict()
        self._said = {heading: section[role] for role, heading in self._headings.items() if section[role]}
        return "section"
