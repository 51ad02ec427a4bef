"""Plain text for people: paragraphs of a width, aligned columns, and everything known of a result."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from awardcli import messages, vocabulary
from awardcli.collection import bundled_path
from awardcli.model import Result
from awardcli.output import terminal
from awardcli.output.sanitize import safe_text

Fact = tuple[str, object]
"""A heading and its value; a value of None is left out."""

_WIDEST = 100
"""Columns beyond which a line of prose is hard to read back to."""


def display_width(text: str) -> int:
    """The columns a terminal gives the text: two for a wide character, none for a combining one.

    >>> display_width("微电影ab")
    8
    """
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most `width` columns: broken at spaces, and between Chinese characters."""
    line = ""
    for piece in _pieces(text):
        if line and display_width(line + piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
        solid = line.rstrip()
        if display_width(solid) > width:  # a piece wider than a line
            *full, rest = _cut(solid, width)
            yield from full
            line = rest + line[len(solid) :]
    if line:
        yield line.rstrip()


def _cut(text: str, width: int) -> Iterator[str]:
    """The text in pieces of at most `width` columns, or of one character that is wider."""
    begin = filled = 0
    for at, character in enumerate(text):
        columns = display_width(character)
        if filled + columns > width and at > begin:
            yield text[begin:at]
            begin, filled = at, 0
        filled += columns
    yield text[begin:]


def _pieces(text: str) -> Iterator[str]:
    """The unbreakable pieces: a word with the space behind it, a wide character with the marks that follow it."""
    piece = ""
    for character in text:
        wide = unicodedata.east_asian_width(character) in "WF"
        closing = unicodedata.category(character) in ("Po", "Pe", "Pf")
        after_wide = piece and unicodedata.east_asian_width(piece[-1]) in "WF"
        if piece.endswith(" ") or (piece and not closing and (wide or after_wide)):
            yield piece
            piece = ""
        piece += character
    yield piece


def in_columns(rows: Iterable[tuple[str, str]], width: int, *, indent: int = 0, gap: int = 2) -> Iterator[str]:
    """Terms and what they mean, the meanings aligned and wrapped; a term too long for that has its own line."""
    rows = list(rows)
    room = max(12, width * 2 // 5)
    first = max((display_width(term) for term, _ in rows if display_width(term) <= room), default=0)
    margin = " " * (indent + first + gap)
    for term, meaning in rows:
        lines = list(wrapped(meaning, max(width - len(margin), 12))) or [""]
        padding = first + gap - display_width(term)
        if padding < gap:
            yield from packed(_choices(term), width + indent, margin=" " * indent, gap="")
        else:
            yield (" " * indent + term + " " * padding + lines.pop(0)).rstrip()
        yield from (margin + line for line in lines)


def _choices(term: str) -> list[str]:
    """The term in pieces: it can be broken between choices."""
    *before, last = term.split("|")
    return [*(f"{choice}|" for choice in before), last]


def packed(pieces: Iterable[str], room: int | None, *, margin: str = "", gap: str = "  ") -> Iterator[str]:
    """Pieces beside one another, as many in a line as `room` columns hold, none of them broken; all where it is None.

    >>> list(packed(["咏 = 咏", "悔 = 梅"], 10, margin=" "))
    [' 咏 = 咏', ' 悔 = 梅']
    """
    line = ""
    for piece in pieces:
        longer = f"{line}{gap}{piece}" if line else margin + piece
        if line and room is not None and display_width(longer) > room:
            yield line
            longer = margin + piece
        line = longer
    if line:
        yield line


def reading_width() -> int:
    """The columns to wrap prose at."""
    return min(terminal.width(), _WIDEST) if terminal.on_terminal() else 80


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text on standard output."""
    with terminal.standard_output(for_people=True) as screen:
        for line in lines:
            screen.write(f"{safe_text(line)}\n".encode())


def print_facts(facts: Iterable[Fact]) -> None:
    """Print facts, a heading and its value a line."""
    known = [(safe_text(heading), safe_text(str(value))) for heading, value in facts if value is not None]
    print_lines(in_columns(known, reading_width()))


def facts_of(result: Result, lines: Mapping[int, str]) -> Iterator[Fact]:
    """Everything known of a result, each fact under its heading: of a user's list, its row under its own headings.

    `lines` are those of the published text by number.
    """
    heading = vocabulary.heading
    if result.cells.columns:
        for column, cell in zip(result.cells.columns, result.cells.values, strict=True):
            yield column.heading, None if cell == "" else cell
        if result.written("id") is None:
            yield heading("id"), result.id
        return
    chinese = messages.language() == "zh"
    yield heading("title"), result.title or "-"
    yield heading("title_pinyin"), result.title_pinyin
    for organization in result.organizations:
        yield heading("organization"), organization.name
        yield heading("organization_pinyin"), organization.pinyin
        yield heading("district"), organization.district
        yield heading("kind"), vocabulary.value(organization.kind) if organization.kind else None
    yield heading("category"), result.category.name if result.category else None
    yield heading("award"), result.award
    yield heading("edition"), result.edition.name or result.edition.number
    yield heading("year"), result.edition.year
    yield heading("id"), result.id
    yield heading("certainty"), vocabulary.value(result.certainty)
    yield heading("note"), result.note_zh if chinese else result.note
    for number in sorted({number for numbers in result.printed.values() for number in numbers}):
        yield messages.PRINTED_LINE(number=number), lines.get(number)


def printed_lines(data: Path | None) -> dict[int, str]:
    """The lines of the published text by number; none of a list that is not the bundled one."""
    if data is not None:
        return {}
    numbered = (line.split("\t", 1) for line in bundled_path("printed-list.txt").read_text("utf-8").splitlines())
    return {int(number): text for number, text in numbered}
