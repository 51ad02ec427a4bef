"""Where a further table begins below another one, and the rows alone that may be its captions."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from awardcli import messages
from awardcli.collection.user_file import rows_set_aside, section_names
from awardcli.collection.user_file.columns.column_roles import Remark
from awardcli.collection.user_file.columns.heading_row import (
    Heading,
    has_headings_only,
    is_heading_row,
    is_heading_under_caption,
)
from awardcli.collection.user_file.columns.heading_words import SURE, words_known
from awardcli.collection.user_file.columns.headings_without_roles import NUMBERS, is_numbering
from awardcli.collection.user_file.reading_report import Account
from awardcli.collection.user_file.table_lines import Line, text_of
from awardcli.language.fold import fold, to_simplified

NO_LINE: Line = (0, (), None)
_MOST_CAPTIONS = 3


class FurtherTable:
    """Finds the table below another one: its heading, the captions directly above that, and the line below it."""

    def __init__(self, account: Account, heading: Heading) -> None:
        self.captions: Sequence[Line] = ()
        self.heading: Line | None = None
        self.ahead: Sequence[Line] = ()
        """The line below the heading, which has been read too."""
        self._account = account
        self._above = heading
        """The heading of the table above."""
        self._margin = next((at for at, cell in enumerate(heading.cells) if text_of(cell)), 0)
        """The blank columns on the left of the table above: a sheet may begin in its column B."""
        first = next(filter(None, map(text_of, heading.cells)), "")
        self._words = {*words_known(SURE), *NUMBERS, to_simplified(first)} - {""}
        """How a heading surely begins; simplified."""

    def rows_above(self, lines: Iterable[Line]) -> Iterator[Line]:
        """The lines above the heading of the further table, which is found by reading them."""
        margin = self._margin
        held: list[Line] = []
        above: Line = self._without_margin((self._above.line, self._above.cells, None))
        number = self._above.line
        for whole, next_whole in pairwise(chain(lines, [NO_LINE])):
            line, below = map(self._without_margin, (whole, next_whole)) if margin else (whole, next_whole)
            at, cells, problem = line
            begins_as_heading = bool(cells) and self._begins_as_heading(cells)
            is_usual = len(cells) > 1 and cells[1] and not begins_as_heading
            if not (is_usual or problem or any(cells)):
                yield whole
                continue
            is_below_gap, number = at > number + 1, at
            around, above = (above, below), line
            may_be_heading = begins_as_heading or (held and cells)
            captions = list(map(self._without_margin, held if may_be_heading else ()))
            if may_be_heading and self._is_heading(line, around, captions, is_below_gap=is_below_gap):
                self.captions, self.heading = captions, whole
                self.ahead = [next_whole] if next_whole is not NO_LINE else []
                return
            may_be_caption = not is_usual and is_caption(line)
            if not (is_usual or may_be_caption) and is_alone(line):  # the foot of a table
                number = 0
            is_section = may_be_caption and self._may_be_section(line, below)
            if held and (not is_section or len(held) == _MOST_CAPTIONS):
                yield from held
                held = []
            if is_section or (may_be_caption and is_below_gap):
                held.append(whole)
            else:
                yield whole
        yield from held

    def _without_margin(self, line: Line) -> Line:
        """A row as it is right of the margin, unless it has text there."""
        at, cells, problem = line
        return line if any(map(text_of, cells[: self._margin])) else (at, cells[self._margin :], problem)

    def _begins_as_heading(self, cells: Sequence[object]) -> bool:
        first = cells[0]
        return type(first) is str and (first if first.isascii() else to_simplified(first)) in self._words

    def _is_heading(
        self, line: Line, around: tuple[Line, Line], captions: Sequence[Line], *, is_below_gap: bool
    ) -> bool:
        """Whether a row is the heading of a further table; a row of words of headings that is a result is doubted.

        Such a heading is below a gap or captions, begins with that of a numbering (序号), is wider than the first or
        has known headings only; or it says below an award that only bodies or people follow. A first cell No above no
        number may be a title: the other cells decide.
        """
        at, cells, problem = line
        may_be_titled_no = text_of(cells[0]) == "No" and not text_of(next(iter(around[1][1]), "")).isdecimal()
        others = (at, cells[1:], problem) if may_be_titled_no else line
        begins_as_heading = self._begins_as_heading(cells)
        is_apart = is_below_gap or bool(captions)
        is_whole = begins_as_heading and has_headings_only(line, *around)
        may_be = is_whole or (begins_as_heading and is_heading_row(others, of_two=is_apart or may_be_titled_no))
        may_be |= bool(captions) and is_heading_under_caption(others)
        may_be |= self._begins_alike(line) and len(around[1][1]) > len(cells)  # with text below the blank
        if may_be and not self._repeats(line):
            is_wider = len(cells) > len(self._above.cells) - self._margin
            if is_whole or is_apart or is_wider or is_numbering(text_of(cells[0])):
                return True
            self._account.remarks.append(Remark(messages.MAY_BE_HEADING(line=at)))
        return bool(captions) and _says_who_below_award(captions[-1], line)

    def _may_be_section(self, line: Line, below: Line) -> bool:
        """Whether a row alone may be the caption of a further table, as any is beside numbers or above a heading."""
        text, heading = text_of(line[1][0]), self._above.cells[self._margin :]
        is_beside_numbers = is_numbering(text_of(heading[0])) and not text.isdecimal()
        is_above_heading = len(heading) > 2 and has_headings_only(below, line, line) and not self._repeats(below)
        is_above_heading |= self._begins_alike(self._without_margin(below))
        return section_names.is_section(text) or is_beside_numbers or is_above_heading

    def _begins_alike(self, line: Line) -> bool:
        """Whether a row begins as the heading above it does, with a blank and a known name: _ | Artist | Album."""
        texts, heading = list(map(text_of, line[1])), self._above.cells[self._margin :]
        is_as_wide = self._margin > 0 and len(texts) == len(heading) > 1 and all(texts)
        return is_as_wide and texts[0] == heading[0] and fold(texts[0]) in words_known(SURE)

    def _repeats(self, line: Line) -> bool:
        return rows_set_aside.is_repeated(line[1], self._above.cells[self._margin :])


def _says_who_below_award(caption: Line, line: Line) -> bool:
    """Whether a row says, alone and below an award, that only bodies or people follow."""
    is_below_award = section_names.is_section_of_award(text_of(caption[1][0])) and is_caption(line)
    return is_below_award and words_known(SURE).get(fold(text_of(line[1][0]))) == "organization"


def is_alone(line: Line) -> bool:
    """Whether only the first cell of a row is filled."""
    _, cells, problem = line
    if len(cells) > 1 and cells[1]:  # as in most rows
        return False
    return bool(cells) and not any(cells[1:]) and problem is None and text_of(cells[0]) != ""


def is_caption(line: Line) -> bool:
    """Whether a row alone may be a caption, and is not the foot of a page."""
    return is_alone(line) and not rows_set_aside.is_signature([text_of(line[1][0])])


def are_captions_alone(rows: Sequence[Line], heading: Sequence[str]) -> bool:
    """Whether there are several rows with a first cell only, all directly above the heading, which is repeated."""
    alone = list(filter(is_alone, rows))
    above = [row for row, (_, cells, _) in pairwise(rows) if rows_set_aside.is_repeated(cells, heading)]
    return len(alone) > 1 and alone == list(filter(is_alone, above))
