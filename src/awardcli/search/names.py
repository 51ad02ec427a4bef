"""The names that a user means: of a category, an award, a district, a kind, an edition."""

from collections.abc import Iterable, Mapping

from awardcli.language.fold import fold

_SUGGESTIONS = 3
_LIKE_ENOUGH = 0.5
"""微电 is still suggested 微视频 beside 微电影, and half of any short name is worth showing."""


def same_name(asked: str, names: Mapping[str, Iterable[str | None]]) -> str | None:
    """The name that is meant: equal after folding to the name itself, or to one of its other names or ids."""
    wanted = fold(asked)
    for name, others in names.items():
        if wanted in (fold(other) for other in (name, *others) if other):
            return name
    return None


def near_names(asked: str, names: Mapping[str, Iterable[str | None]]) -> list[str]:
    """At most three names like the one asked for, by themselves or by one of their other names; likest first."""
    from difflib import get_close_matches

    wanted = fold(asked)
    folded = {fold(other): name for name, others in names.items() for other in (*others, name) if other}
    close = get_close_matches(wanted, folded, n=_SUGGESTIONS, cutoff=_LIKE_ENOUGH)
    holding = [other for other in folded if wanted and wanted in other]
    return list(dict.fromkeys(folded[other] for other in close + holding))[:_SUGGESTIONS]
