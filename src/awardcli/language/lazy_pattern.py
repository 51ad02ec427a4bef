"""Regular expressions that are compiled when first used: a list needs few of those that a reader knows."""

import re
from collections.abc import Callable
from typing import Any, cast


class _LazyPattern:
    def __init__(self, pattern: str, rewritten: Callable[[str], str] = str) -> None:
        self._pattern = pattern
        self._rewritten = rewritten

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._rewritten(self._pattern)), name)
        setattr(self, name, found)  # the next time, it is as fast as that of a compiled pattern
        return found


def lazy_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression `pattern`, to be used like a compiled one; compiling one of CJK takes milliseconds."""
    return cast(re.Pattern[str], _LazyPattern(pattern))


def chinese_pattern(pattern: str) -> re.Pattern[str]:
    """A lazy pattern of words in simplified characters, which it also finds in traditional ones.

    >>> [found[0] for found in chinese_pattern("[优特]秀奖|单位").finditer("優秀獎 优秀奖 單位")]
    ['優秀獎', '优秀奖', '單位']
    """
    return cast(re.Pattern[str], _LazyPattern(pattern, _in_either_script))


_FIRST_IDEOGRAPH = "\u3400"
_TOKEN = re.compile(r"(?s)\\u[0-9a-fA-F]{4}|\\.|.")


def _in_either_script(pattern: str) -> str:
    """A regular expression with the traditional forms of its simplified characters; the ends of ranges stay alone."""
    from awardcli.language.fold import variants_of

    forms: dict[str, str] = {}
    for other, plain in variants_of(pattern).items():
        if other < _FIRST_IDEOGRAPH:  # a radical
            continue
        forms[plain] = forms.get(plain, "") + other
    tokens = [*_TOKEN.findall(pattern), ""]
    parts: list[str] = []
    in_class = False
    for at, token in enumerate(tokens[:-1]):
        if token == ("]" if in_class else "["):
            in_class = not in_class
        if token not in forms or (in_class and "-" in (tokens[at - 1], tokens[at + 1])):
            parts.append(token)
        else:
            parts.append(token + forms[token] if in_class else f"[{token}{forms[token]}]")
    return "".join(parts)
