"""The one sanitiser: nothing that steers a terminal leaves it as it came."""

_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
# Every character that reorders its neighbours (CVE-2021-42574), and the two Unicode line ends.
_BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_LINE_ENDS = [0x2028, 0x2029]
UNSAFE = frozenset(map(chr, [*_CONTROLS, *_BIDI, *_LINE_ENDS]))

_VISIBLE = {ord(c): f"\\x{ord(c):02x}" if ord(c) < 0x100 else f"\\u{ord(c):04x}" for c in UNSAFE}
_JSON = {ord(c): f"\\u{ord(c):04x}" for c in UNSAFE}


def safe_text(text: str) -> str:
    r"""The text with every control, bidi and line-end character, and every lone surrogate, as a visible escape.

    >>> print(safe_text("red \x1b[31m"))
    red \x1b[31m
    """
    if text.isprintable():
        return text
    return _without_surrogates(text.translate(_VISIBLE))


def safe_json(document: str) -> str:
    """A JSON text on one line with the same characters as JSON escapes, so that it says the same."""
    return _without_surrogates(document.translate(_JSON))


def _without_surrogates(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
