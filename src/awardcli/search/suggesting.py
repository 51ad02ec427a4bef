"""What might have been meant where nothing answers: labelled suggestions, never records."""

from collections.abc import Iterable

from awardcli.model import Result
from awardcli.search.candidate import Candidate
from awardcli.search.field import Field
from awardcli.search.query import Query

_MOST = 3
_SHORT = 2
_LIKE_ENOUGH = 50.0
"""Half the characters."""
_SPELT_LIKE_ENOUGH = 72.0
"""Letters agree by chance far more often than characters do."""


def suggestions(results: Iterable[Result], query: Query) -> list[str]:
    """At most three titles or organizations that share half of what was typed, likest first."""
    from awardcli.search.near import near_match

    pattern = query.whole.pattern
    cutoff = _SPELT_LIKE_ENOUGH if pattern.letters == len(pattern) else _LIKE_ENOUGH
    scores: dict[str, float] = {}
    for result in results:
        for field in _fields(Candidate(result), query):
            if field.printed in scores or (len(pattern) <= _SHORT and len(field) != len(pattern)):
                continue
            match = near_match(pattern, field, cutoff, strict=False)
            if match:
                scores[field.printed] = match.score + match.coverage
    return sorted(scores, key=lambda name: -scores[name])[:_MOST]


def _fields(candidate: Candidate, query: Query) -> list[Field]:
    return [field for name in query.fields if len(field := candidate.field(name))]
