"""The district, city or province that the name of a body names: 深圳市南山区融媒体中心."""

from functools import cache

from awardcli.language.fold import to_simplified
from awardcli.language.lazy_pattern import lazy_pattern

DISTRICTS = "黄浦|徐汇|长宁|静安|普陀|虹口|杨浦|闵行|宝山|嘉定|浦东新|金山|松江|青浦|奉贤|崇明"
SHORT_DISTRICTS = DISTRICTS.replace("浦东新", "浦东")
"""The districts as they are called without 区: 浦东."""
_BUREAUS = (
    "公安|教育|司法|民政|财政|税务|审计|统计|人社|人力资源和社会保障|体育|文旅|文化旅游|文化和旅游|房管|水务|医保|医疗保障|应急|应急管理|"
    "市场监管|市场监督管理|生态环境|城管|城管执法|绿化市容|绿化和市容管理|规划资源|规划和自然资源|退役军人事务|机关事务管理"
)
_OFFICES = (
    f"(?:{_BUREAUS})局|公安(?:分局)?|[交刑巡特]警支队|消防(?:救援)?(?:[支大]队)?|融媒体中心|(?:宣传|组织|统战)部|政法委|文明办|网信办|"
    "纪委(?:监委)?|团委|妇联|总工会|残联|文联|科协|工商联|卫健委|卫生健康委(?:员会)?|(?:人民)?(?:检察|法)院"
)
"""Offices that each district of Shanghai has."""
_OURS = lazy_pattern(
    rf"(?P<name>{DISTRICTS})(?:区|分局|工业区)|"
    rf"(?:^|上海市?|[(（])(?P<short>{SHORT_DISTRICTS})(?:公安分局|(?:{_OFFICES})(?:$|[)）]))"
)
"""A district of Shanghai: the district itself, its police branch, its industrial zone, or without 区 its offices."""
_ENDS_OF_OFFICES = "局安队隊防心部委办辦会會联聯协協院"
CITIES = (
    "北京|天津|上海|重庆|石家庄|太原|呼和浩特|沈阳|大连|长春|哈尔滨|南京|苏州|无锡|常州|徐州|杭州|宁波|温州|绍兴|合肥|"
    "福州|厦门|泉州|南昌|济南|青岛|烟台|郑州|洛阳|武汉|长沙|广州|深圳|珠海|佛山|东莞|惠州|南宁|海口|三亚|成都|贵阳|昆明|"
    "拉萨|西安|兰州|西宁|银川|乌鲁木齐"
)
"""Cities that names often give without 市."""
PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|"
    "内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
"""Provinces, and regions of the same rank."""
_REGIONS = ("长三角", "珠三角", "京津冀", "大湾区", "东北", "西北", "西南", "华东", "华南", "华北", "华中")
_ELSEWHERE = lazy_pattern(
    rf"(?P<before>^|(?:{CITIES})市?|市|中共|共青团|[(（])(?!市)(?P<name>[\u4e00-\u9fff]{{1,3}}?|(?:(?!市)[\u4e00-\u9fff]){{2,6}}族)区"
    "(?![域块间划位号别隔])"
)
"""A district elsewhere: …区 at the beginning of a name, of a bracket, or behind a city."""
_KINDS_OF_AREA = lazy_pattern(
    "(?:社|园|校|院|小|景|军|战|地|矿|厂|库|辖|市|片|港|学|街|病|馆|特|灾|老|牧|垦|灌|赛|展|专|分|教|选|禁|疫|近郊|远郊|"
    "开发|自治|工业|产业|保税|保护|高新|经开|风景|度假|旅游|示范|试验|实验|功能|商务|商业|物流|加工|科教|集聚|集中|合作|服务|"
    "住宅|生活|家属|宿舍|办公|行政|森林|国有林|贫困山|边远山|偏远山|主城|中心城|古城|大湾|国家新|城市新|科技新|产业新)$"
)
"""Words before 区 that say what kind of area it is, and name no district."""
_NAMES_BEHIND_A_CITY = ("新城", "老城")
"""Districts of Xi'an, Hohhot and Luoyang; by themselves these words mean any new or old town."""


def district_of(name: str) -> str | None:
    """The district that an organization's name names, ending in 区 or 區, or None.

    A name that merely begins like a district (宝山钢铁) says nothing of where it is, unless it is an office that each
    of ours has (宝山教育局).

    >>> district_of("上海市公安局静安分局"), district_of("某公司(嘉定区)"), district_of("宝山钢铁股份有限公司")
    ('静安区', '嘉定区', None)
    >>> district_of("深圳市南山区融媒体中心"), district_of("苏州市工业园区管委会")
    ('南山区', None)
    >>> district_of("靜安區宣傳部"), district_of("上海市公安局黃浦分局")
    ('靜安區', '黃浦區')
    """
    names_area = "区" in name or "區" in name or "分局" in name
    return _district_in(name) if names_area or name.rstrip(")）")[-1:] in _ENDS_OF_OFFICES else None


@cache
def _district_in(name: str) -> str | None:
    plain = name if "区" in name else to_simplified(name)
    if ours := _OURS.search(plain):
        start, end = ours.span("name" if ours["name"] else "short")
        new = "新" if ours["short"] == "浦东" else ""
        return name[start:end] + new + ("区" if plain == name else "區")
    for found in _ELSEWHERE.finditer(plain):
        district = found["name"]
        alone = found["before"] in ("", "(", "（")
        is_kind = _KINDS_OF_AREA.search(district) or district in ("城", "山", "林", "新", "郊", "湖")
        if not is_kind and not (alone and district in _NAMES_BEHIND_A_CITY):
            return name[found.start("name") : found.end("name") + 1]
    return None


_OUR_CITY, _OUR_DISTRICTS = "上海", frozenset(SHORT_DISTRICTS.split("|"))
_PLACES = (*CITIES.split("|"), *PROVINCES.split("|"), *_REGIONS, *_OUR_DISTRICTS)


def other_places(text: str, other: str, *, instead: bool = True) -> frozenset[str]:
    """The places that a text names and the other text does not, which names another one `instead`, or need not.

    >>> other_places("长宁区宣传部", "宝山区委宣传部"), other_places("上海宝山宣传部", "宝山区委宣传部")
    (frozenset({'长宁'}), frozenset())
    """
    named, others = ({place for place in _PLACES if place in each} for each in (text, other))
    implied = set() if instead and _OUR_DISTRICTS.isdisjoint(others) else {_OUR_CITY}
    return frozenset() if instead and others <= named else frozenset(named - others - implied)
