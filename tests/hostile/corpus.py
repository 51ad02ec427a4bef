"""The corpus, made anew at each run; none of it is kept."""

from collections.abc import Iterator

from hostile import databases, other_workbooks, pages, texts, workbooks
from hostile.case import Case


def corpus() -> Iterator[Case]:
    """Every case; no two have the same name."""
    for family in (texts, pages, workbooks, other_workbooks, databases):
        yield from family.cases()
