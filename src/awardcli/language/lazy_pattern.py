"""Regular expressions that are compiled when first used: a list needs few of those that a reader knows."""

import re
from typing import Any, cast


class _LazyPattern:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern), name)
        setattr(self, name, found)  # the next time, it is as fast as that of a compiled pattern
        return found


def lazy_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression `pattern`, to be used like a compiled one; compiling one of CJK takes milliseconds."""
    return cast(re.Pattern[str], _LazyPattern(pattern))
