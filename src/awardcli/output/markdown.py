"""A Markdown table, its values shown letter for letter."""

import re
from collections.abc import Iterable, Iterator

from awardcli import vocabulary
from awardcli.output.columns import Record, shown
from awardcli.output.layout import Layout
from awardcli.output.safe import safe_text

_ACTIVE = re.compile(r"([\\|`*_\[\]<>&~])")


def markdown_table(records: Iterable[Record], layout: Layout) -> Iterator[str]:
    """The records as a table in GitHub's dialect, which cannot do without a heading."""
    chinese = layout.says_chinese
    yield _row(vocabulary.heading(column, chinese=chinese) for column in layout.columns)
    yield _row("---" for _ in layout.columns)
    for record in records:
        yield _row(_cell(shown(record, column, chinese=chinese)) for column in layout.columns)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cell(value: object) -> str:
    return "" if value is None else _ACTIVE.sub(r"\\\1", safe_text(str(value)))
