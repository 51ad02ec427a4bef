"""Where a further table begins below another one, and the rows alone that may be its captions."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from awardcli import messages
from awardcli.collection.user_file import rows_set_aside
from awardcli.collection.user_file.column_roles import Remark
from awardcli.collection.user_file.heading_row import (
    Heading,
    has_headings_only,
    is_heading,
    is_heading_under_caption,
)
from awardcli.collection.user_file.heading_words import NUMBERS, SURE, split, words_known
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.text_file import Line, text_of

NO_LINE: Line = (0, (), None)
_MOST_CAPTIONS = 3


def lines_above_heading(
    account: Account, lines: Iterable[Line], heading: Heading, found: list[Line], ahead: list[Line]
) -> Iterator[Line]:
    """The lines above the heading of another table, which is put into `found`, as are captions directly above it.

    The line below that heading, which has been read too, is put into `ahead`.
    """
    words = {*words_known(SURE), *split(NUMBERS), text_of(heading.cells[0])} - {""}
    held: list[Line] = []
    above: Line = (heading.line, heading.cells, None)
    number = heading.line
    for line, below in pairwise(chain(lines, [NO_LINE])):
        at, cells, problem = line
        first = cells[0] if cells and type(cells[0]) is str else ""
        is_usual = len(cells) > 1 and cells[1] and first not in words
        if not (is_usual or problem or any(cells)):
            yield line
            continue
        is_below_gap, number = at > number + 1, at
        around, above = (above, below), line
        if _begins_table(account, line, first in words, around, heading, held, is_below_gap=is_below_gap):
            found += [*held, line]
            ahead += [below] if below is not NO_LINE else []
            return
        may_be_caption = not is_usual and is_caption(line)
        if not (is_usual or may_be_caption) and is_alone(line):  # the foot of a table
            number = 0
        is_section = may_be_caption and _may_be_section(line, below, heading)
        if held and (not is_section or len(held) == _MOST_CAPTIONS):
            yield from held
            held = []
        if is_section or (may_be_caption and is_below_gap):
            held.append(line)
        else:
            yield line
    yield from held


def _begins_table(
    account: Account,
    line: Line,
    begins_as_heading: bool,
    around: tuple[Line, Line],
    heading: Heading,
    held: Sequence[Line],
    *,
    is_below_gap: bool,
) -> bool:
    """Whether a row is the heading of a further table; a row of words of headings that is a result is doubted.

    Such a heading is below a gap or captions, which are `held`, begins with that of a numbering (序号), is wider than
    the first or has known headings only; or it says below an award that only bodies or people follow.
    """
    at, cells, _ = line
    is_whole = begins_as_heading and has_headings_only(line, *around)
    is_heading_alone = begins_as_heading and is_heading(line, of_two=is_below_gap or bool(held))
    is_further = is_whole or is_heading_alone or (bool(held) and is_heading_under_caption(line))
    if is_further and not _repeats(line, heading):
        is_apart = is_below_gap or bool(held) or is_whole
        if is_apart or cells[0] in split(NUMBERS) or len(cells) > len(heading.cells):
            return True
        account.remarks.append(Remark(messages.MAY_BE_HEADING(line=at)))
    is_below_award = bool(held) and rows_set_aside.is_section_of_award(text_of(held[-1][1][0])) and is_caption(line)
    return is_below_award and words_known(SURE).get(text_of(cells[0])) == "organization"


def _may_be_section(line: Line, below: Line, heading: Heading) -> bool:
    """Whether a row alone may be the caption of a further table, as any is beside numbers or above known headings."""
    text = text_of(line[1][0])
    is_beside_numbers = text_of(heading.cells[0]) in split(NUMBERS) and not text.isdecimal()
    is_above_heading = len(heading.cells) > 2 and has_headings_only(below, line, line) and not _repeats(below, heading)
    return rows_set_aside.is_section(text) or is_beside_numbers or is_above_heading


def _repeats(line: Line, heading: Heading) -> bool:
    return rows_set_aside.is_repeated(line[1], heading.cells)


def is_alone(line: Line) -> bool:
    """Whether only the first cell of a row is filled."""
    _, cells, problem = line
    if len(cells) > 1 and cells[1]:  # as in most rows
        return False
    return bool(cells) and not any(cells[1:]) and problem is None and text_of(cells[0]) != ""


def is_caption(line: Line) -> bool:
    """Whether a row alone may be a caption, and is not the foot of a page."""
    return is_alone(line) and not rows_set_aside.is_signature([text_of(line[1][0])])
