"""The one sanitiser: characters that steer a terminal or are invisible become visible escapes."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
# Every character that reorders its neighbours (CVE-2021-42574), and the two Unicode line ends.
_BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_LINE_ENDS = [0x2028, 0x2029]
UNSAFE = frozenset(map(chr, [*_CONTROLS, *_BIDI, *_LINE_ENDS]))

# The two joiners stay: emoji and several scripts are written with them.
_WITHOUT_WIDTH = [
    0x00AD,
    0x180E,
    0x200B,
    *range(0x2060, 0x2065),
    *range(0x206A, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
]
_TAGS = [0xE0001, *range(0xE0020, 0xE0080)]
INVISIBLE = frozenset(map(chr, [*_WITHOUT_WIDTH, *_TAGS]))
"""Characters of no width, which make titles that look the same different."""


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


@cache
def _escapes(escape: Callable[[str], str]) -> dict[int, str]:
    return {ord(character): escape(character) for character in UNSAFE | INVISIBLE}


def safe_text(text: str) -> str:
    r"""The text with every control, bidi, line-end or invisible character and lone surrogate as a visible escape.

    >>> print(safe_text("red \x1b[31m"))
    red \x1b[31m
    """
    if text.isprintable():
        return text
    return _without_surrogates(text.translate(_escapes(_escape)))


def safe_lines(text: str) -> str:
    """The text with its line breaks where nothing else in it needs an escape, else as `safe_text` has it.

    Bilingual workbooks have line breaks in their cells.

    >>> safe_lines("归途\\r\\nHomeward")
    '归途\\nHomeward'
    """
    lines = text.replace("\r\n", "\n")
    return lines if safe_text(plain := lines.replace("\n", "")) == plain else safe_text(text)


def safe_pieces(
    printed: str, spans: Iterable[tuple[int, int]], safe: Callable[[str], str] = safe_text
) -> Iterator[tuple[str, bool]]:
    """The text in pieces made `safe`, each with whether it is marked; `spans` are character offsets, end exclusive.

    >>> list(safe_pieces("爱上海的理由", [(1, 3)]))
    [('爱', False), ('上海', True), ('的理由', False)]
    """
    end = 0
    for start, stop in sorted(spans):
        if start > end:
            yield safe(printed[end:start]), False
        if stop > max(start, end):
            yield safe(printed[max(start, end) : stop]), True
        end = max(end, stop)
    if end < len(printed):
        yield safe(printed[end:]), False


def safe_json(document: str) -> str:
    """A JSON text on one line with those characters as JSON escapes, so that it means the same."""
    return _without_surrogates(document.translate(_escapes(_json_escape)))


def shortened(text: str, most: int) -> str:
    """The text, with its middle left out where it is longer than `most` characters.

    >>> shortened("0123456789", 7)
    '0123…89'
    """
    if len(text) <= most:
        return text
    end = (most - 1) // 3
    return f"{text[: most - 1 - end]}…{text[len(text) - end :]}"


def _without_surrogates(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
