"""Plain text for people: the width of text, paragraphs of a width, and aligned columns."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

_GAP = 2
"""The columns of a terminal between a term and its meaning."""


def display_width(text: str) -> int:
    """The columns a terminal gives the text: two for a wide character, none for a combining one.

    >>> display_width("微电影ab")
    8
    """
    return sum(0 if unicodedata.combining(c) else 2 if _is_wide(c) else 1 for c in text)


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most `width` columns, without the spaces around them; its own line breaks are kept."""
    for paragraph in text.split("\n"):
        for begin, end in pairwise([0, *line_breaks(paragraph, width), len(paragraph)]):
            if line := paragraph[begin:end].strip():
                yield line


def line_breaks(
    text: str, width: int, measure: Callable[[str], int] = display_width, *, at_spaces: bool = False
) -> Iterator[int]:
    """The offsets at which a text is broken into lines of at most `width` columns, spaces at their ends not counted.

    It is broken behind spaces and between Chinese characters; with `at_spaces` behind a space wherever what follows up
    to the next one fits into a line. No line begins with a closing mark (，。）》) or ends with an opening one: they
    belong to the characters beside them. A longer piece is broken anywhere.
    """
    begin = allowed = space = 0
    used = solid = 0  # the columns of the line so far, and without the spaces at its end
    for at, character in enumerate(text, start=1):
        used += measure(character)
        solid = solid if character == " " else used
        while solid > width and at > begin + 1:
            if at_spaces and space > begin and measure(text[space : space + width + 1].partition(" ")[0]) <= width:
                begin = space
            else:
                begin = allowed if allowed > begin else at - 1
            used, solid = measure(text[begin:at]), measure(text[begin:at].rstrip(" "))
            yield begin
        if at < len(text) and _may_break(character, text[at]):
            allowed = at
            if character == " ":
                space = at


def words(text: str) -> Iterator[str]:
    """The parts of a text between which a line may end.

    >>> list(words("match_title（必填）"))
    ['match_title', '（必', '填）']
    """
    ends = [at for at in range(1, len(text)) if text[at - 1] == "\n" or _may_break(text[at - 1], text[at])]
    for begin, end in pairwise([0, *ends, len(text)]):
        yield text[begin:end]


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    closing = unicodedata.category(after) in ("Po", "Pe", "Pf") or after in "—…·々ー"
    if before == " ":
        return not (closing and _is_wide(after))
    return not closing and unicodedata.category(before) not in ("Ps", "Pi") and (_is_wide(before) or _is_wide(after))


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def in_columns(rows: Iterable[tuple[str, str]], width: int, *, indent: int = 0) -> Iterator[str]:
    """Terms with their meanings aligned and wrapped; a term too long for that has its own line."""
    rows = list(rows)
    room = max(12, width * 2 // 5)
    first = max((display_width(term) for term, _ in rows if display_width(term) <= room), default=0)
    margin = " " * (indent + first + _GAP)
    for term, meaning in rows:
        lines = list(wrapped(meaning, max(width - len(margin), 12))) or [""]
        padding = first + _GAP - display_width(term)
        if padding < _GAP:
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
