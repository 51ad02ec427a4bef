"""What an organization's printed name says of it."""

import re
from functools import cache

_SHANGHAI = "黄浦|徐汇|长宁|静安|普陀|虹口|杨浦|闵行|宝山|嘉定|浦东新|金山|松江|青浦|奉贤|崇明"
# A district of Shanghai names itself, its police branch or its industrial zone; a name that merely begins like one
# (宝山钢铁) says nothing. Elsewhere only "…市X区" or an X区 at the very start is sure to be a district.
_OURS = re.compile(rf"(?P<name>{_SHANGHAI})(?:区|分局|工业区)")
_ELSEWHERE = re.compile(r"(?:^|市|[(（])(?P<name>[\u4e00-\u9fff]{1,3}?)区(?!域)")
_NOT_DISTRICTS = re.compile(r"(?:社|园|校|院|小|景|军|地|山|林|矿|厂|库|辖|开发|自治|工业|保税|保护|新|城|市|片)$")


@cache
def district_of(name: str) -> str | None:
    """The district that an organization's name names, ending in 区, or None.

    >>> district_of("上海市公安局静安分局"), district_of("某公司(嘉定区)"), district_of("宝山钢铁股份有限公司")
    ('静安区', '嘉定区', None)
    """
    if ours := _OURS.search(name):
        return ours["name"] + "区"
    elsewhere = _ELSEWHERE.search(name)
    if elsewhere and not _NOT_DISTRICTS.search(elsewhere["name"]):
        return elsewhere["name"] + "区"
    return None


_BETWEEN = re.compile(r"[、|｜；;]|\s/\s")


def organization_names(printed: str) -> list[str]:
    """The bodies and people that a cell names, between 、 | ； ; or a slash with spaces around it.

    >>> organization_names("上海文广互动电视有限公司、金色学堂"), organization_names("张国荣 / 张丰毅")
    (['上海文广互动电视有限公司', '金色学堂'], ['张国荣', '张丰毅'])
    """
    return list(dict.fromkeys(name for name in map(str.strip, _BETWEEN.split(printed)) if name))
