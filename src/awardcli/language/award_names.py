"""The several awards that one cell names: 创意奖、人气奖; Best Film; Best Actor."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from awardcli.language.awards import may_name_award, names_award
from awardcli.language.fold import to_simplified
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.organization_names import organization_names


@lru_cache(1 << 12)
def award_names(printed: str) -> Sequence[str]:
    """The awards that a cell names, parted as people and bodies are, where each part is an award by its own words.

    A comma parts only sure awards and places, and no place from an award before it, in which it may be: 文学奖，一等奖.
    An array of JSON is joined by 、, which no language without Chinese characters has in a name.

    >>> award_names("创意奖、人气奖"), award_names("Best Film; Best Actor"), award_names("Best Film, Best Actor")
    (['创意奖', '人气奖'], ['Best Film', 'Best Actor'], ['Best Film', 'Best Actor'])
    >>> award_names("文学、艺术奖"), award_names("文学奖，一等奖"), award_names("Best Actor, Drama")
    (['文学、艺术奖'], ['文学奖，一等奖'], ['Best Actor, Drama'])
    >>> award_names("Oscar、Palme d'Or"), award_names("创意奖、"), award_names("金奖、金奖")
    (['Oscar', "Palme d'Or"], ['创意奖'], ['金奖'])
    >>> award_names("1위, 3위"), award_names("1st prize, Best demo"), award_names("1st, Best demo")
    (['1위', '3위'], ['1st prize', 'Best demo'], ['1st, Best demo'])
    """
    if _SEPARATOR.search(printed) is None:
        return [printed]
    parts = organization_names(printed)
    if parts and parts != [printed]:
        is_array = "、" in printed and _ASIAN.search(printed) is None
        return parts if is_array or all(map(_is_award, parts)) else [printed]
    parts = list(filter(None, map(str.strip, _COMMA.split(printed))))
    places = [_PLACE.fullmatch(part) for part in map(to_simplified, parts)]
    are_apart = all(
        above is not None if below else above is None or above["of"] is not None for above, below in pairwise(places)
    )
    are_awards = all(place or names_award(to_simplified(part)) for part, place in zip(parts, places, strict=True))
    return parts if are_apart and are_awards else [printed]


def _is_award(text: str) -> bool:
    plain = to_simplified(_REMARK.sub("", text))
    return not _HALF.search(plain) and (names_award(plain) or may_name_award(plain))


_SEPARATOR = lazy_pattern(r"[、|｜；;,，\n]|\s/\s| and |^[(（]?1|①")
_COMMA = lazy_pattern("[,，]")
_ASIAN = lazy_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_REMARK = lazy_pattern(r"\s*[(（][^()（）]*[)）]$")
_HALF = lazy_pattern("^最佳[男女]$")
"""The first half of 最佳男、女主角奖."""
_PLACE = chinese_pattern(
    r"(?i)(?P<of>[特优一二三四]等奖|[金银铜][奖牌]|优秀奖|[冠亚季殿]军|第[一二三四五六七八九十0-9]{1,3}名|"
    r"[0-9]{1,2} ?[위등位]|(?:1st|2nd|3rd|[4-9]th|first|second|third|gold|silver|bronze) (?:place|prize|medal))|"
    "1st|2nd|3rd|first|second|third|gold|silver|bronze"
)
"""A place in a contest; `of` says that it is an award by itself, as 1st is not: 1st, Best Demo."""
