"""Find where a JSON text is of no use, though its syntax is right: the decoder itself does not say."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

Scan = Callable[[str, int], tuple[Any, int]]
"""Reads the value that begins at a place of a text, and gives it and the place where it ends."""


def line_of_trouble(decoder: json.JSONDecoder, text: str) -> int:
    """The line, from 1, of the last value that the decoder begins to read of a text before it gives it up.

    It is changed to read slowly, telling where it is.
    """
    from json.scanner import py_make_scanner  # type: ignore[attr-defined] # it is there, though not described

    reached = 0

    def telling(scan: Scan) -> Scan:
        def tell(text: str, at: int) -> tuple[Any, int]:
            nonlocal reached
            reached = at
            value, end = scan(text, at)
            if isinstance(value, str | dict):
                "".join(value).encode()  # raises where it, or a key, holds half a character
            return value, end

        return tell

    slow: Any = decoder
    parse_object, parse_array = slow.parse_object, slow.parse_array
    slow.parse_object = lambda at, strict, scan, *rest: parse_object(at, strict, telling(scan), *rest)
    slow.parse_array = lambda at, scan: parse_array(at, telling(scan))
    slow.scan_once = telling(py_make_scanner(slow))
    with suppress(ValueError, RecursionError):
        slow.decode(text)
    return text.count("\n", 0, reached) + 1
