"""What separates the cells of a text: a comma, a tab, another sign, gaps of blanks, or labels."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice, pairwise

from awardcli.collection.user_file import rows_set_aside, section_names
from awardcli.collection.user_file.columns.column_roles import Asked
from awardcli.collection.user_file.columns.heading_row import HEADING_WITHIN, find_heading, is_filled
from awardcli.collection.user_file.notices.names import has_open_bracket
from awardcli.collection.user_file.notices.notice_sentences import has_claim
from awardcli.collection.user_file.table_lines import Line, filled_texts
from awardcli.collection.user_file.tables import table_layouts
from awardcli.collection.user_file.tables.table_rows import by_letter
from awardcli.language.lazy_pattern import lazy_pattern

TABLE_SUFFIXES = {".csv": ",", ".tsv": "\t", ".tab": "\t"}
"""Suffixes of tables, and the separator to use where the text does not show one."""
_DECLARED_SEPARATOR = lazy_pattern(r"(?i)\ufeff?\"?sep=(?P<separator>.)\"?\r?\n")
SEPARATORS = ",\t;|，；｜│"
"""The separators that are tried."""
WIDE_SPACE, _ANY_SPACE = lazy_pattern(r"[ \t]{2,}|\t|\u3000+"), lazy_pattern(r"[ \t\u3000]+")
_IN_SENTENCE = lazy_pattern('[，。！？]|.[,;:：]$|^[(（"“‘]|^[^(（]*[)）]|[(（][^)）]*$')
"""What no name of a column has: the spaces of a sentence separate no cells, as in First Prize: Ann Lee (A School)."""
_THOUSANDS = lazy_pattern(r"(?<=[^\d,\r\n])\d{1,3}(?:,\d{3})+(?=[^\d,\r\n])")
"""A number in words, whose commas separate nothing: 奖金60,000元; not the cells of 3,300 or 甲,12,100."""
SNIFFED = 40
"""Lines by which the separator is recognized."""
_MOSTLY = 0.5
"""The share of rows with the same number of cells by which a text without the suffix of a table is one."""


def numbered_lines(rows: Iterable[list[str]]) -> Iterator[Line]:
    return ((number, cells, None) for number, cells in enumerate(rows, start=1))


def find_separator(sample: str, suffix: str, asked: Asked) -> tuple[str | None, bool]:
    """The separator of a text, and whether its first line declares it (sep=); None where the text is not a table.

    The best separator makes a row name the most columns, or else gives the most rows the same number of cells.
    """
    if declared := _DECLARED_SEPARATOR.match(sample):
        return declared["separator"], True
    usual = TABLE_SUFFIXES.get(suffix)
    fits: list[tuple[tuple[int, float], bool, str]] = []
    for separator in SEPARATORS:
        text = _THOUSANDS.sub("", sample) if separator == "," else sample
        rows = list(filter(is_filled, parted_lines(text, separator)))
        if fit := _fit(rows, asked, usual, is_usual=separator == usual):
            fits.append((fit, separator == usual, separator))
    best, _, separator = max(fits, default=((0, 0.0), True, ""))
    return (separator if best > (0, 0.0) else usual), False


def parted_lines(sample: str, separator: str) -> Iterator[Line]:
    import csv

    lines, is_spaced = sample.splitlines(keepends=True)[:SNIFFED], quotes_after_blanks(sample, separator)
    return numbered_lines(csv.reader(lines, delimiter=separator, skipinitialspace=is_spaced))


def quotes_after_blanks(sample: str, separator: str) -> bool:
    """Whether cells are quoted behind the blank that follows a separator: "Salt", "Ana, Bea".

    A quote that ends before its cell does is a part of the cell: Salt, "Ana" and Bea.
    """
    begins = rf"{re.escape(separator)} +\""
    if not re.search(begins, sample):
        return False
    whole = rf'{begins}(?:[^"]|"")*+(?:" *(?={re.escape(separator)}|[\r\n]|\Z)|\Z)'
    return re.search(begins, re.sub(whole, "", sample)) is None


def _fit(rows: list[Line], asked: Asked, usual: str | None, *, is_usual: bool) -> tuple[int, float] | None:
    """How many columns the heading of rows names, and which share of the rows has the same number of cells.

    `usual` is the separator of the suffix. None where they are no table. Most rows of one have the same number of
    cells, or the suffix is a table's and the first row its heading. A text without such a suffix is a table only where
    a row names two columns, or all rows have the same number of cells and the first names one.
    """
    has_suffix = usual is not None
    if not is_usual and all(len(cells) < 2 for _, cells, _ in rows):
        return None  # as with most separators
    heading = find_heading(rows[:HEADING_WITHIN], asked)
    if heading and _are_parts_of_a_line(heading.cells, has_suffix=has_suffix):
        return None
    names = heading.cells if heading else rows[0][1] if rows and usual == "\t" else ()
    if len(names) == 1 and not is_usual:
        return None  # a column alone, whose cells have commas
    rows = rows[heading.rows - 1 :] if heading and heading.rows < len(rows) else rows
    widths = Counter(len(cells) for _, cells, _ in rows)
    width = max(widths, key=widths.__getitem__, default=1)
    even = round(widths[width] / len(rows), 1) if width > 1 else 0.0
    named = heading.known if heading else 0
    if is_usual:
        return named, even
    is_first = heading is not None and heading.rows == 1
    is_whole = even == 1.0 and (is_first or (len(rows) > 1 and by_letter(asked)))
    is_table = has_suffix or named > 1 or is_whole
    # below a heading in the first row the others may have different widths
    is_even = even > _MOSTLY or (has_suffix and is_first)
    return (named, even) if width > 1 and is_table and is_even else None


def _are_parts_of_a_line(cells: Sequence[str], *, has_suffix: bool) -> bool:
    """Whether the cells of a heading are rather parts of a sentence, or of a line: Salt (Ana Ruiz, producer).

    A bracket that no cell closes is one too few: 得分（满分100.
    """
    # Only cells that may be sentences are asked (《甲》获最佳导演。): the pattern of claims takes long to compile.
    has_sentence = any(has_claim(cell) for cell in cells if "《" in cell or "。" in cell)
    is_parted = any(map(has_open_bracket, cells)) and not has_open_bracket("".join(cells))
    return has_sentence or (is_parted and not has_suffix)


def aligned_columns(sample: str, asked: Asked) -> tuple[str, Callable[[str], list[str]]] | None:
    """The separator of a table aligned with spaces, as pasted from a document, and how to split its lines; or None.

    Each row below the heading has as many cells as the heading, or only one: where single spaces separate them, above
    the heading that is repeated. That it is makes one known name enough.
    """
    lines = sample.splitlines()[:SNIFFED]
    for gap in (WIDE_SPACE, _ANY_SPACE):
        split = partial(_split_at_gaps, gap)
        rows = list(filter(is_filled, numbered_lines(map(split, lines))))
        heading = find_heading(rows[:HEADING_WITHIN], asked)
        if heading is None or any(map(_IN_SENTENCE.search, heading.cells)):
            continue
        names = [*heading.cells]
        texts = [list(map(str, cells)) for _, cells, _ in rows[heading.rows :]]
        alone = [row for row, below in pairwise(texts) if len(row) == 1 and below == names]
        captions = sum(not rows_set_aside.is_aside(row, names) for row in alone)
        if heading.known < 2 and not captions:
            continue
        if _are_awards_above(rows[: heading.rows - 1], len(heading.cells)):
            continue
        widths = Counter(len(row) for row in texts if not rows_set_aside.is_aside(row, names))
        single = widths[1] if gap is WIDE_SPACE else captions
        if (even := widths[len(heading.cells)]) > single and even + single == widths.total():
            return " ", split
    return None


def _are_awards_above(rows: list[Line], width: int) -> bool:
    """Whether rows above a heading are an award and as many cells as the heading has: those of a notice."""
    texts = [filled_texts(cells) for _, cells, _ in rows]
    award = next(
        (at for at, cells in enumerate(texts) if section_names.is_section_of_award(" ".join(cells))), len(texts)
    )
    return any(len(cells) == width for cells in texts[award + 1 :])


def _split_at_gaps(gap: "re.Pattern[str]", line: str) -> list[str]:
    """The cells of a line between such gaps; the foot of a page is a single one: — 1 —."""
    text = line.strip()
    return [text] if rows_set_aside.is_signature([text]) else gap.split(text)


def labelled_lines(sample: str, asked: Asked) -> tuple[str, Callable[[str], list[str]]] | None:
    """The colon, and how to split lines at it, where a text has a heading, a colon and a cell in each line; or None."""
    rows = filter(is_filled, numbered_lines(map(table_layouts.at_colon, sample.splitlines())))
    is_labelled = table_layouts.is_labelled(list(islice(rows, HEADING_WITHIN)), asked)
    return (table_layouts.COLON, table_layouts.at_colon) if is_labelled else None
