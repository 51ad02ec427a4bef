"""Rows of a text that lack the cells which are merged with those above in the page that the text was copied from.

届次 | 年份 | 作品 | 作者 |
第一届 | 1997 | 《古船》 | 张炜 |
《活着》 | 余华 | ||              begins with a title: its edition and year are those of the row above
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from operator import itemgetter

from awardcli import messages
from awardcli.collection.user_file.columns.column_roles import Remark
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.text_file import Line, UnderMerged, text_of
from awardcli.language.lazy_pattern import lazy_pattern

_LOOKED_AT, _WIDEST = 100, 50
"""Rows, and cells of a row, by which shifted rows are recognized."""
_MOST = 2 / 3
"""The share of the rows that have a title in marks where a shifted row begins with one."""
_TITLE = lazy_pattern("[《〈]")


def in_place(account: Account, rows: Iterator[Line]) -> Iterator[Line]:
    """The rows, each shifted one moved to the right, below the cells of the row above; a remark says how many were."""
    first = list(islice(rows, _LOOKED_AT))
    width = _merged_columns([cells for _, cells, problem in first if problem is None])
    rows = chain(first, rows)
    return _moved(account, rows, width) if width else rows


def _merged_columns(rows: Sequence[Sequence[object]]) -> int:
    """How many columns are before that of the titles, where rows begin with a title that lack these; else 0."""
    texts = [list(map(text_of, cells)) for cells in rows if 1 < len(cells) <= _WIDEST]
    whole = [row for row in texts if row[0] and not _TITLE.match(row[0])]
    titles = Counter(next((at for at, text in enumerate(row) if _TITLE.match(text)), 0) for row in whole)
    at, count = max(titles.items(), key=itemgetter(1), default=(0, 0))
    is_column = at > 0 and count > 1 and count >= _MOST * (len(whole) - 1)
    return at if is_column and any(_is_shifted(row, at) for row in texts) else 0


def _is_shifted(row: Sequence[str], width: int) -> bool:
    """Whether a row begins with a title, and has room for the cells that it lacks."""
    return len(row) > width and _TITLE.match(row[0]) is not None and not any(row[len(row) - width :])


def _moved(account: Account, rows: Iterator[Line], width: int) -> Iterator[Line]:
    above: Sequence[object] = ()
    moved: list[str] = []
    for line, cells, problem in rows:
        texts = list(map(text_of, cells))
        if problem is None and len(above) > width and _is_shifted(texts, width):
            moved.append(messages.VALUE_AT(text=messages.on_one_line(texts[0]), place=messages.LINE(line=line)))
            yield line, UnderMerged([*above[:width], *cells[: len(cells) - width]], range(width)), None
            continue
        if problem is None and len(texts) > width and texts[0] and _TITLE.match(texts[width]):
            above = cells
        yield line, cells, problem
    if moved:
        account.remarks.append(Remark(messages.ROWS_MOVED(count=len(moved), first=moved[0], columns=width)))
