"""Numerals in another form: 24 for 二十四, 一千 or yi qian for 1000."""

from awardcli.model import Tier
from awardcli.search import worth
from awardcli.search.field import Field
from awardcli.search.match import Match
from awardcli.search.pattern import Pattern
from awardcli.search.sound import sound_match


def numeral_match(pattern: Pattern, field: Field) -> Match | None:
    """The best match by sound of a term with a field that has a numeral, one of them in another form; or None."""
    patterns = [pattern, pattern.in_digits] if pattern.in_digits else [pattern]
    found = (sound_match(typed, view) for view in field.rewritten for typed in patterns)
    best = max((match for match in found if match), key=lambda match: match.score, default=None)
    return best and best._replace(tier=Tier.NEAR, score=best.score * worth.NUMERAL)
