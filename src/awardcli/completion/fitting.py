"""Which names fit what somebody has begun to type."""

from collections.abc import Callable, Sequence
from os.path import commonprefix

from awardcli.language.fold import fold


def fitting(names: Sequence[str], typed: str) -> list[str]:
    """The names that begin as typed; where none does, those that hold it, or else those that begin so in pinyin.

    A shell puts what all names have in common in place of what was typed. Where that would lose some of it, names that
    do not begin as typed are not given.

    >>> fitting(["黄浦区", "静安区"], "hp"), fitting(["上海市公安局黄浦分局", "上海市公安局静安分局"], "黄浦")
    (['黄浦区'], ['上海市公安局黄浦分局'])
    """
    fits: Callable[[str, str], bool]
    for fits in (_begins, _holds, _sounds):
        if found := [name for name in names if fits(name, typed)]:
            common = commonprefix(found)  # noqa: RUF071 # of names, not of paths
            return found if fits is _begins or not common or fits(common, typed) else []
    return []


def _begins(name: str, typed: str) -> bool:
    folded = fold(typed)
    return name.startswith(typed) or bool(folded and fold(name).startswith(folded))


def _holds(name: str, typed: str) -> bool:
    folded = fold(typed)
    return bool(folded) and folded in fold(name)


def _sounds(name: str, typed: str) -> bool:
    """Whether the name begins so in pinyin: in full, or by initials."""
    from awardcli.language.readings import syllables

    if not (typed.isascii() and typed.isalpha()):
        return False
    folded = fold(name)
    spelt = [syllable or character for syllable, character in zip(syllables(folded), folded, strict=True)]
    return any(way.startswith(typed.lower()) for way in ("".join(spelt), "".join(each[0] for each in spelt)))
