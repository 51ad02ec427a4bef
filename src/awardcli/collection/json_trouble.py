"""Find where a JSON text is of no use, though its syntax is right: the decoder itself does not say."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any


def line_of_trouble(decoder: json.JSONDecoder, text: str) -> int:
    """The line, from 1, of the last thing that the decoder begins to read of a text before it gives it up.

    It is changed to read slowly, telling where it is.
    """
    from json.scanner import py_make_scanner  # type: ignore[attr-defined] # it is there, though not described

    reached = 0

    def telling(parse: Callable[..., Any]) -> Callable[..., Any]:
        def tell(at: Any, *rest: Any) -> Any:
            nonlocal reached
            reached = at[1] if isinstance(at, tuple) else rest[0]
            value = parse(at, *rest)
            if isinstance(value[0], str):
                value[0].encode()  # raises where it holds half a character
            return value

        return tell

    slow: Any = decoder
    for name in ("parse_object", "parse_array", "parse_string"):
        setattr(slow, name, telling(getattr(slow, name)))
    slow.scan_once = py_make_scanner(slow)
    with suppress(ValueError, RecursionError):
        slow.decode(text)
    return text.count("\n", 0, reached) + 1
