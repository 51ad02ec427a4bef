"""What might have been meant where nothing answers: labelled suggestions, never records."""

from collections.abc import Iterable

from awardcli.model import Result
from awardcli.search.candidate import Candidate
from awardcli.search.field import Field
from awardcli.search.finding import nearest
from awardcli.search.query import Query

_MOST = 3
_HALF = 50.0
"""Half the characters, where both are of the same length."""
_LIKE_ENOUGH = 60.0
"""Three characters of five, wherever they stand."""
_SPELT_LIKE_ENOUGH = 72.0
"""Letters agree by chance far more often than characters do."""
_TIMES = 4
"""A name so many times as long as what was typed has a few characters of nearly anything."""


def suggestions(results: Iterable[Result], query: Query) -> list[str]:
    """At most three titles or organizations that share most of what was typed, likest first."""
    from awardcli.search.near import near_match

    pattern = query.whole.pattern
    cutoff = _SPELT_LIKE_ENOUGH if pattern.letters == len(pattern) else _HALF
    scores: dict[str, float] = {}
    for result in nearest(results, query):
        for field in _fields(Candidate(result), query):
            if field.printed in scores or len(field) > _TIMES * len(pattern):
                continue
            match = near_match(pattern, field, cutoff, strict=False)
            if match and (match.score >= _LIKE_ENOUGH or len(field) == len(pattern)):
                scores[field.printed] = match.score + match.coverage
    return sorted(scores, key=lambda name: -scores[name])[:_MOST]


def _fields(candidate: Candidate, query: Query) -> list[Field]:
    return [field for name in query.fields if len(field := candidate.field(name))]
