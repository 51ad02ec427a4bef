"""Which of several columns of awards has the award."""

import re
from collections.abc import Sequence

from awardcli.collection.user_file.columns.column_cells import CellsOf, texts_of
from awardcli.collection.user_file.columns.heading_words import known_role
from awardcli.collection.user_file.rows_set_aside import is_award
from awardcli.language.fold import fold
from awardcli.language.lazy_pattern import chinese_pattern


def not_yet_awards(names: Sequence[str], cells_of: CellsOf) -> list[str]:
    """The columns of awards that were asked for or judged first, beside one judged later: 推荐等级 beside 评定等级.

    Of several levels of contests the highest counts, if it says as much as each lower one: 区级奖项 beside 市级奖项.
    """
    awards = {name: len(texts) for name in names if known_role(name) == "award" and (texts := texts_of(cells_of(name)))}
    stages = {name: _place_in(_STAGES, name) for name in awards}
    given = {name: _place_in(_LEVELS, name) for name in awards if stages[name] == max(stages.values())}
    lower: list[str] = []
    if given and max(given.values()) < len(_LEVELS):
        last = max(given, key=given.__getitem__)
        lower = [name for name in given if given[name] < given[last] and awards[name] <= awards[last]]
    return [*(name for name in awards if name not in given), *lower]


def _place_in(kinds: Sequence[re.Pattern[str]], heading: str) -> int:
    """The place of the first pattern that is in a heading; behind all where none is."""
    return next((at for at, words in enumerate(kinds) if words.search(fold(heading))), len(kinds))


_STAGES = (
    chinese_pattern(
        "推荐|申报|申请|报送|海选|建议|自评|自荐|^拟|recommend|propos|suggest|requested|appliedfor|selfass|selfeval"
    ),
    chinese_pattern("初评|初审|初选|初定|预评|preliminar|initial|provisional|firstround"),
    chinese_pattern("复评|复审|semifinal|secondround"),
)
"""Parts of folded headings of what is not yet the award, in the order in which lists have them."""
_LEVELS = tuple(map(chinese_pattern, ("^[校院]级", "^[区县]级", "^市级", "^省级", "^(?:国家级|全国)")))
"""Beginnings of folded headings of awards of a level, the lowest first."""


def without_awards(names: Sequence[str], cells_of: CellsOf) -> list[str]:
    """The columns of names that are no awards by their words, beside one with some: 获奖名称 beside 获奖等级 一等奖."""
    awards = [name for name in names if known_role(name) == "award"]
    without = [name for name in awards if not any(map(is_award, texts_of(cells_of(name))))]
    return [name for name in without if _NAME_OF_AWARD.search(name)] if len(without) < len(awards) else []


_NAME_OF_AWARD = chinese_pattern("(?i)(?:名[称稱]|name)$")
