"""Characters that people take for one another: of like shape, of one meaning, or opposites.

A look-alike is typed or scanned by mistake; a small word (和, 与) is left out, added or exchanged; opposites make
another title when exchanged (春天的故事, 秋天的故事).
"""

from collections.abc import Mapping, Set
from functools import cache

from awardcli.language.readings import lines_beginning


@cache
def look_alikes(character: str) -> frozenset[str]:
    """The characters that look like a simplified one, by their shape or their parts; at most forty, never itself.

    >>> "梅" in look_alikes("悔"), "末" in look_alikes("未"), look_alikes("a")
    (True, True, frozenset())
    """
    lines = lines_beginning("look_alikes.txt", character)
    return frozenset(lines[0][len(character) :]) if lines else frozenset()


_SHARED = 1 / 10
"""Two characters share a component where more than this share of their look-alikes is common: 触, 烛, not 迷, 远."""


def share_a_part(one: str, other: str) -> bool:
    """Whether two characters have many look-alikes in common, mostly by a common component.

    >>> share_a_part("雌", "雄"), share_a_part("词", "日")
    (True, False)
    """
    likes = look_alikes(one), look_alikes(other)
    return len(likes[0] & likes[1]) > _SHARED * min(map(len, likes))


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


_MIXED_UP = "东西南北中 有无没不 我你他她"
_OPPOSITES = f"""
    {_MIXED_UP}
    上中下 大中小 前后 左右 内外里 春夏秋冬 男女 父母爸妈 爷奶公婆 叔伯婶姨姑舅 兄弟姐妹哥 生死 婚葬 天地 牛羊马狗猫鸡
    来去 早晚 日月年夜 红黑白蓝绿黄金银青紫 新旧老 老小 亮暗 爱恨 真假 好坏 冷热 高低 远近 长短 多少 先后 进出 正反歪斜
    甲乙丙丁 山海江河湖 儿女 文武 古今 悲喜 胖瘦 快慢 轻重 明暗 成败 胜负 哭笑 买卖 深浅 厚薄 始终 阴阳 善恶 美丑 强弱
    贫富 聚散 升降 虚实 苦甜酸辣 师徒 城乡村镇 朝夕 开关 首尾 因果 得失 难易 攻守 公母
"""


def are_mixed_up(one: str, other: str) -> bool:
    """Whether two characters are opposites that people exchange in a title which they otherwise remember: 我, 你."""
    return other in _in_groups_with(_MIXED_UP).get(one, ())


def are_opposite(one: str, other: str) -> bool:
    """Whether two characters are opposites, or name two of a kind.

    >>> are_opposite("春", "秋"), are_opposite("婚", "葬"), are_opposite("婚", "昏")
    (True, True, False)
    """
    return other in _in_groups_with(_OPPOSITES).get(one, ())


@cache
def _in_groups_with(groups: str) -> Mapping[str, Set[str]]:
    """For each character of the groups, the others of its groups."""
    found: dict[str, set[str]] = {}
    for group in groups.split():
        for character in group:
            found.setdefault(character, set()).update(set(group) - {character})
    return found
