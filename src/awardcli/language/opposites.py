"""Opposites: characters that make another title when exchanged (春天的故事, 秋天的故事)."""

_OPPOSITES = """
    上中下 大中小 前后 左右 内外里 东西南北中 春夏秋冬 有无没不 男女 父母爸妈 爷奶 兄弟姐妹哥 我你他她 生死 婚葬 天地
    来去 早晚 日月年夜 红黑白蓝绿黄金银青紫 新旧老 爱恨 真假 好坏 冷热 高低 远近 长短 多少 先后 进出 正反歪斜 公母
    甲乙丙丁 山海江河湖 儿女 文武 古今 悲喜 胖瘦 快慢 轻重 明暗 成败 胜负 哭笑 买卖 深浅 厚薄 始终 阴阳 善恶 美丑 强弱
    贫富 聚散 升降 虚实 苦甜酸辣 师徒 城乡村镇 朝夕 开关 首尾 因果 得失 难易 攻守
"""
_OPPOSITES_OF: dict[str, set[str]] = {}
for _characters in _OPPOSITES.split():
    for _one in _characters:
        _OPPOSITES_OF.setdefault(_one, set()).update(set(_characters) - {_one})


def are_opposite(one: str, other: str) -> bool:
    """Whether two characters are opposites, or name two of a kind.

    >>> are_opposite("春", "秋"), are_opposite("婚", "葬"), are_opposite("婚", "昏")
    (True, True, False)
    """
    return other in _OPPOSITES_OF.get(one, ())
