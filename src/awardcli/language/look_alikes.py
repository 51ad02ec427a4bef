"""Characters that look alike, and so are mistaken for one another when typed or scanned."""

from functools import cache

from awardcli.language.readings import lines_beginning


@cache
def look_alikes(character: str) -> frozenset[str]:
    """The characters that look like a simplified one, by their shape or their parts; at most forty, never itself.

    >>> "梅" in look_alikes("悔"), "末" in look_alikes("未"), look_alikes("a")
    (True, True, frozenset())
    """
    lines = lines_beginning("look_alikes.txt", character)
    return frozenset(lines[0][len(character) :]) if lines else frozenset()


_SHARED = 1 / 9
"""Two characters share a component where more than this share of their look-alikes is common: 触, 烛, not 迷, 远."""


def share_a_part(one: str, other: str) -> bool:
    """Whether two characters have many look-alikes in common, mostly by a common component.

    >>> share_a_part("雌", "雄"), share_a_part("词", "日")
    (True, False)
    """
    likes = look_alikes(one), look_alikes(other)
    return len(likes[0] & likes[1]) > _SHARED * min(map(len, likes))
