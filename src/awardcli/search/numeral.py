"""Numerals in another form: 24 for 二十四, 一千 or yi qian for 1000."""

from awardcli.model import Tier
from awardcli.search import worth
from awardcli.search.field import Field
from awardcli.search.match import Match
from awardcli.search.near import near_match
from awardcli.search.pattern import Pattern
from awardcli.search.sound import sound_match


def numeral_match(pattern: Pattern, field: Field, cutoff: float) -> Match | None:
    """The best match of a term with a field that has a numeral, one of them in another form; or None.

    With the numeral in digits on both sides the rest may also be near, at the cutoff (0-100).
    """
    if not pattern.may_say_a_number or any(number.value not in field.values for number in pattern.numbers):
        return None
    patterns = [pattern, pattern.in_digits] if pattern.in_digits else [pattern]
    ways = [sound_match(typed, view) for view in field.rewritten for typed in patterns]
    ways += [near_match(patterns[-1], view, cutoff / worth.NUMERAL) for view in field.rewritten[:1]]
    best = max((match for match in ways if match and _whole(match)), key=lambda match: match.score, default=None)
    return best and best._replace(tier=Tier.NEAR, score=best.score * worth.NUMERAL)


def _whole(match: Match) -> bool:
    """Whether every numeral that it came to is there from its first character to its last: 1000 is not in 1922."""
    units = sorted(piece.unit for piece in match.pieces)
    return not units or not (match.view.is_inside(units[0]) or match.view.is_inside(units[-1] + 1))
