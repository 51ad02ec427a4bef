"""The bar that awardcli's search is held to."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from bench.search.asking import DEV, FRESH, HARD, NEGATIVES, Parts, Scored

EACH_KIND, ALL_KINDS = 1.0, 1.0
"""R@1 on queries as people type them; those with nothing to find must all be silent."""

OTHER_FILMS, ANSWERED_IN_A_SCRIPT = 0.98, 1
"""Titles that are not in the list: the share silent over all, and how many may be answered in each script."""

EACH_FRESH_KIND, FRESH_KINDS = 0.85, 0.95
"""R@1 on kinds of query that were written before the rules for them."""

HARD_KINDS, NEAR_MISSES = 0.95, 0.93
"""Harder queries: R@1 over all of them, and the share of their near misses that is silent over all."""

ANSWERED_WORDS = 0.008
"""The share of dictionary words that may find something."""


def below_bar(parts: Parts, score: Scored) -> list[str]:
    """What in the score of one of the sets is below the bar, each with the queries that missed."""
    return list(_CHECKS[parts](score))


def _dev(score: Scored) -> Iterator[str]:
    for kind, found in score.found.items():
        if found.r1 < EACH_KIND:
            yield _complaint(f"R@1 of {kind}", found.r1, EACH_KIND, score, [kind])
    if score.over_all.r1 < ALL_KINDS:
        yield _complaint("R@1 over all kinds", score.over_all.r1, ALL_KINDS, score, score.found)
    if score.all_silent.answered:
        yield _complaint("silence where there is nothing to find", score.all_silent.share, 1, score, score.silent)


def _negatives(score: Scored) -> Iterator[str]:
    if score.all_silent.share < OTHER_FILMS:
        yield _complaint("silence on other films", score.all_silent.share, OTHER_FILMS, score, score.silent)
    for kind, silent in score.silent.items():
        if silent.answered > ANSWERED_IN_A_SCRIPT:
            bound = 1 - ANSWERED_IN_A_SCRIPT / silent.asked
            yield _complaint(f"silence of {kind}", silent.share, bound, score, [kind])


def _fresh(score: Scored) -> Iterator[str]:
    for kind, found in score.found.items():
        if found.r1 < EACH_FRESH_KIND:
            yield _complaint(f"R@1 of {kind}", found.r1, EACH_FRESH_KIND, score, [kind])
    if score.over_all.r1 < FRESH_KINDS:
        yield _complaint("R@1 over the fresh kinds", score.over_all.r1, FRESH_KINDS, score, score.found)
    if score.all_silent.share < NEAR_MISSES:
        yield _complaint("silence on fresh near misses", score.all_silent.share, NEAR_MISSES, score, score.silent)


def _hard(score: Scored) -> Iterator[str]:
    if score.over_all.r1 < HARD_KINDS:
        yield _complaint("R@1 over the harder kinds", score.over_all.r1, HARD_KINDS, score, score.found)
    if score.all_silent.share < NEAR_MISSES:
        yield _complaint("silence on near misses", score.all_silent.share, NEAR_MISSES, score, score.silent)


_CHECKS: dict[Parts, Callable[[Scored], Iterator[str]]] = {
    DEV: _dev,
    NEGATIVES: _negatives,
    FRESH: _fresh,
    HARD: _hard,
}


def words_below_bar(answered: Sequence[str], asked: int) -> list[str]:
    """What is to be said where too many dictionary words find something."""
    share = len(answered) / asked
    if share <= ANSWERED_WORDS:
        return []
    return [f"{share:.4f} of the words find something, the bar {ANSWERED_WORDS}: {' '.join(answered)}"]


def _complaint(what: str, share: float, bound: float, score: Scored, kinds: Iterable[str]) -> str:
    missed = [f"{kind}: {miss}" for kind in kinds for miss in score.misses.get(kind, [])]
    return "\n  ".join([f"{what} is {share:.3f}, the bar {bound:.3f}", *missed])
