"""Small words of Chinese titles, which people leave out, add and exchange."""

PARTICLES = frozenset("的之了与和吗呢啊呀")
NEGATIONS = frozenset("不没无非未")
_SAYING_THE_SAME = ("和与跟及同", "的之", "到见", "里中内", "么样", "该当", "了过着", "只仅", "栋幢座")
MAY_BE_EXCHANGED = frozenset("".join(_SAYING_THE_SAME))


def say_the_same(one: str, other: str) -> bool:
    """Whether people exchange two characters because they mean the same: 我和阿德叔 for 我与阿德叔, 看不到.

    >>> say_the_same("和", "与"), say_the_same("到", "见"), say_the_same("和", "不")
    (True, True, False)
    """
    return any(one in same and other in same for same in _SAYING_THE_SAME)
