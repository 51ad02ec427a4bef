"""Plain text for people: facts under headings, paragraphs of a width."""

import unicodedata
from collections.abc import Iterable, Iterator

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
    """The text in stretches of at most `width` columns, or of one character that is wider."""
    begin = filled = 0
    for at, character in enumerate(text):
        columns = display_width(character)
        if filled + columns > width and at > begin:
            yield text[begin:at]
            begin, filled = at, 0
        filled += columns
    yield text[begin:]


def _pieces(text: str) -> Iterator[str]:
    """What must stay together: a word with the space behind it, a wide character with the marks that follow it."""
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
    """Terms and what they mean, the meanings aligned and wrapped; a term too long for that stands on its own line."""
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
    """The term in pieces that may stand on lines of their own: between choices it can be broken."""
    *before, last = term.split("|")
    return [*(f"{choice}|" for choice in before), last]


def packed(pieces: Iterable[str], room: int | None, *, margin: str = "", gap: str = "  ") -> Iterator[str]:
    """Pieces beside one another, as many in a line as there is room for, none of them broken; all where room is None.

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
    screen = terminal.Screen()
    for line in lines:
        screen.write(safe_text(line) + "\n")
    screen.close()


def facts_text(facts: Iterable[Fact]) -> None:
    """Print facts, a heading and its value a line."""
    known = [(safe_text(heading), safe_text(str(value))) for heading, value in facts if value is not None]
    print_lines(in_columns(known, reading_width()))
