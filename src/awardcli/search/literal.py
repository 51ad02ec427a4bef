"""The literal step: the term's characters stand in the field as typed, after folding."""

from awardcli.model import Tier
from awardcli.search.field import View
from awardcli.search.match import Match


def literal_match(term: str, view: View) -> Match | None:
    """The literal match of a folded term, or None; what stands there as typed scores 100.

    >>> from awardcli.search.field import Field
    >>> literal_match("上海", Field("title", "爱上海的理由")).tier.name
    'SUBSTRING'
    """
    start = view.text.find(term)
    if start < 0:
        return None
    end = start + len(term)
    tier = Tier.SUBSTRING if start else Tier.PREFIX if end < len(view) else Tier.EQUAL
    return Match(view.name, tier, 100.0, len(term) / len(view), (view.place(start, end),), view)
