"""The provinces and cities of China as lists name them beside a person: 陕西, 江西赣州, 广东省梅州市大埔县."""

import re

from awardcli.language.districts import CITIES, PROVINCES
from awardcli.language.fold import to_simplified
from awardcli.language.person_names import PERSON

_OTHER_CITIES = (
    "唐山|秦皇岛|邯郸|邢台|保定|张家口|承德|沧州|廊坊|衡水|大同|阳泉|长治|晋城|朔州|晋中|运城|忻州|临汾|吕梁|包头|乌海|赤峰|"
    "通辽|鄂尔多斯|呼伦贝尔|巴彦淖尔|乌兰察布|鞍山|抚顺|本溪|丹东|锦州|营口|阜新|辽阳|盘锦|铁岭|朝阳|葫芦岛|吉林|四平|辽源|"
    "通化|白山|松原|白城|延边|齐齐哈尔|鸡西|鹤岗|双鸭山|大庆|伊春|佳木斯|七台河|牡丹江|黑河|绥化|南通|连云港|淮安|盐城|扬州|"
    "镇江|泰州|宿迁|嘉兴|湖州|金华|衢州|舟山|台州|丽水|芜湖|蚌埠|淮南|马鞍山|淮北|铜陵|安庆|黄山|滁州|阜阳|宿州|六安|亳州|"
    "池州|宣城|莆田|三明|漳州|南平|龙岩|宁德|景德镇|萍乡|九江|新余|鹰潭|赣州|吉安|宜春|抚州|上饶|淄博|枣庄|东营|潍坊|济宁|"
    "泰安|威海|日照|临沂|德州|聊城|滨州|菏泽|开封|平顶山|安阳|鹤壁|新乡|焦作|濮阳|许昌|漯河|三门峡|南阳|商丘|信阳|周口|"
    "驻马店|济源|黄石|十堰|宜昌|襄阳|鄂州|荆门|孝感|荆州|黄冈|咸宁|随州|恩施|株洲|湘潭|衡阳|邵阳|岳阳|常德|张家界|益阳|郴州|"
    "永州|怀化|娄底|湘西|韶关|汕头|江门|湛江|茂名|肇庆|梅州|汕尾|河源|阳江|清远|中山|潮州|揭阳|云浮|柳州|桂林|梧州|北海|"
    "防城港|钦州|贵港|玉林|百色|贺州|河池|来宾|崇左|儋州|自贡|攀枝花|泸州|德阳|绵阳|广元|遂宁|内江|乐山|南充|眉山|宜宾|广安|"
    "达州|雅安|巴中|资阳|六盘水|遵义|安顺|毕节|铜仁|曲靖|玉溪|保山|昭通|丽江|普洱|临沧|楚雄|红河|文山|西双版纳|大理|德宏|"
    "日喀则|昌都|林芝|山南|那曲|铜川|宝鸡|咸阳|渭南|延安|汉中|榆林|安康|商洛|嘉峪关|金昌|白银|天水|武威|张掖|平凉|酒泉|庆阳|"
    "定西|陇南|临夏|海东|石嘴山|吴忠|固原|中卫|克拉玛依|吐鲁番|哈密|昌吉|伊犁|喀什|和田"
)
_PROVINCES = frozenset(PROVINCES.split("|"))
_USUAL = frozenset(CITIES.split("|"))
_CITIES = _USUAL.union(_OTHER_CITIES.split("|"))
_BEHIND_PROVINCE = re.compile("^(?:省|(?:壮族|回族|维吾尔)?自治区)")
_COUNTY = re.compile("[\u3400-\u9fff]{1,5}[县市区旗]")


def is_place(text: str) -> bool:
    """Whether a text is a province or a city of China, perhaps with a county of it; 黄山 and 白银 may be people.

    >>> [is_place(text) for text in ("陕西", "江西赣州", "淄博", "广东省梅州市大埔县", "黄山市", "苏州市", "蘇州")]
    [True, True, True, True, True, True, True]
    >>> [is_place(text) for text in ("黄山", "湖南卫视")]
    [False, False]
    """
    plain = to_simplified(text)
    province = next((plain[:length] for length in (3, 2) if plain[:length] in _PROVINCES), "")
    rest = _BEHIND_PROVINCE.sub("", plain[len(province) :]) if province else plain
    city = next((rest[:length] for length in (4, 3, 2) if rest[:length] in _CITIES), "")
    behind = rest[len(city) :]
    is_other = not (province or behind) and city not in _USUAL
    county = behind.removeprefix("市") if city else behind
    is_whole = not county or _COUNTY.fullmatch(county) is not None
    return bool(province or city) and is_whole and not (is_other and PERSON.fullmatch(text))
