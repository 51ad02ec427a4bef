"""Opposites: characters that make another title when exchanged (春天的故事, 秋天的故事)."""

_MIXED_UP = "东西南北中 有无没不 我你他她"
_OPPOSITES = f"""
    {_MIXED_UP}
    上中下 大中小 前后 左右 内外里 春夏秋冬 男女 父母爸妈 爷奶公婆 叔伯婶姨姑舅 兄弟姐妹哥 生死 婚葬 天地 牛羊马狗猫鸡
    来去 早晚 日月年夜 红黑白蓝绿黄金银青紫 新旧老 老小 亮暗 爱恨 真假 好坏 冷热 高低 远近 长短 多少 先后 进出 正反歪斜
    甲乙丙丁 山海江河湖 儿女 文武 古今 悲喜 胖瘦 快慢 轻重 明暗 成败 胜负 哭笑 买卖 深浅 厚薄 始终 阴阳 善恶 美丑 强弱
    贫富 聚散 升降 虚实 苦甜酸辣 师徒 城乡村镇 朝夕 开关 首尾 因果 得失 难易 攻守 公母
"""
_OPPOSITES_OF: dict[str, set[str]] = {}
for _characters in _OPPOSITES.split():
    for _one in _characters:
        _OPPOSITES_OF.setdefault(_one, set()).update(set(_characters) - {_one})
_MIXED_UP_WITH = [*map(set, _MIXED_UP.split())]


def are_mixed_up(one: str, other: str) -> bool:
    """Whether two characters are opposites that people exchange in a title which they otherwise remember: 我, 你."""
    return any({one, other} <= alike for alike in _MIXED_UP_WITH)


def are_opposite(one: str, other: str) -> bool:
    """Whether two characters are opposites, or name two of a kind.

    >>> are_opposite("春", "秋"), are_opposite("婚", "葬"), are_opposite("婚", "昏")
    (True, True, False)
    """
    return other in _OPPOSITES_OF.get(one, ())
