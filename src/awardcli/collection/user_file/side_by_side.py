"""Several tables side by side under headings that are the same."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from awardcli.collection.user_file import asides
from awardcli.collection.user_file.heading_row import count, is_filled
from awardcli.collection.user_file.text_file import Line, text_of


def repeated_block(heading: Sequence[str]) -> int | None:
    """How many columns each of several tables side by side has, whose headings are the same; None for one table.

    >>> repeated_block(["片名", "单位", "", "片名", "单位"]), repeated_block(["片名", "单位", "单位"])
    (3, None)
    """
    names = list(filter(None, heading))
    width = next((at for at, name in enumerate(heading) if at > 1 and name == heading[0]), 0)
    block = list(filter(None, heading[:width]))
    if len(block) < 2 or len(names) % len(block) or names != block * (len(names) // len(block)):
        return None
    alike = all(heading[at] == heading[at % width] for at in range(len(heading)))
    return width if alike and count(block, {})[0] else None


def rows_of(line: Line, width: int) -> Iterator[Line]:
    """The rows of tables side by side that a line holds, blank ones left out."""
    number, cells, problem = line
    if problem is not None:
        yield line
        return
    parts = [cells[at : at + width] for at in range(0, len(cells), width)]
    yield from (part for part in ((number, each, None) for each in parts) if is_filled(part))


def numbered_down(rows: Sequence[Line], width: int) -> bool:
    """Whether rows of tables side by side are numbered from the end of the left one on: 1 4, 2 5, 3 6."""
    rows = [line for line in rows if sum(map(bool, map(text_of, line[1]))) > 1]
    if len(rows) < 2 or len(rows[0][1]) <= width:
        return False
    left, right = map(text_of, rows[0][1][::width][:2])
    below = text_of(next(iter(rows[1][1]), ""))
    numbers = [int(text) for text in (left, below, right) if text.isdecimal()]
    return len(numbers) == 3 and numbers[1] == numbers[0] + 1 < numbers[2]


def block_by_block(lines: Iterable[Line], width: int, count: int) -> Iterator[Line]:
    """The rows of tables side by side, those of the left one first; what spans them is in each, or at the end."""
    blocks: list[list[Line]] = [[] for _ in range(count + 1)]
    for line in lines:
        number, cells, problem = line
        filled = list(filter(None, map(text_of, cells)))
        if problem is None and len(filled) == 1 and not asides.section(filled[0]):
            blocks[-1].append((number, cells[:width], None) if text_of(cells[0]) else line)
        elif problem is None and len(filled) > 1:
            for at in range(count):
                blocks[at].append((number, cells[at * width : (at + 1) * width], None))
        else:
            for block in blocks[: 1 if problem else -1]:
                block.append((number, cells[:width], problem))
    return filter(is_filled, chain.from_iterable(blocks))
