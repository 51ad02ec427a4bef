"""The names of countries and of China's provinces, cities and districts, and which of them a text names."""

from functools import cache

from awardcli.language.fold import fold, to_simplified
from awardcli.language.lazy_pattern import lazy_pattern

# The countries of films as lists name them behind a title or its maker.

_COUNTRIES = """
argentina argentine argentinien armenia arménie australia australie australien austria autriche österreich
azerbaijan bangladesh belarus belgium belgique bélgica belgien belgio bosnia bolivia bolivie brazil brésil
brasil brasilien brasile bulgaria bulgarie bulgarien canada canadá kanada cambodia chad chile chili cile china
chine colombia colombie kolumbien congo croatia croatie croacia kroatien croazia cuba kuba cyprus chypre czechia
tchéquie chequia tschechien denmark danemark dinamarca dänemark danimarca ecuador équateur egypt égypte egipto
ägypten egitto england inglaterra estonia estonie ethiopia éthiopie finland finlande finlandia finnland france
francia frança frankreich georgia géorgie germany allemagne alemania alemanha deutschland germania greece grèce
grecia grécia griechenland guatemala haiti haïti hongkong hungary hongrie hungría ungarn ungheria iceland
islande islandia island india inde indien indonesia indonésie iran iraq irak ireland irlande irlanda irland
israel israël israele italy italie italia itália italien japan japon japón japão giappone jordan jordanie
kazakhstan kenya korea corée corea kosovo latvia lettonie lebanon liban líbano libanon lithuania lituanie
luxembourg luxemburg macedonia malaysia malaisie mali malta mexico mexique méxico mexiko messico moldova
mongolia mongolie montenegro morocco maroc marruecos marokko nepal népal netherlands niederlande norway norvège
noruega norwegen norvegia pakistan palestine palestina palästina panama paraguay peru pérou perú philippines
poland pologne polonia polónia polen portugal portogallo qatar quebec québec romania roumanie rumanía rumänien
russia russie rusia russland rwanda schottland schweden schweiz scotland écosse senegal sénégal serbia serbie
serbien singapore singapour slovakia slovaquie slovenia slovénie spain espagne españa espanha spanien spagna
sweden suède suecia svezia switzerland suisse suiza svizzera syria syrie syrien taiwan taïwan thailand thaïlande
tunisia tunisie tunesien turkey türkiye turquie turquía türkei turchia uganda uk ukraine ucrania ucraina uruguay
usa us venezuela vietnam wales
"""
_COUNTRIES_OF_SEVERAL_WORDS = """
united states, united states of america, états-unis, estados unidos, stati uniti, vereinigte staaten, united
kingdom, great britain, royaume-uni, reino unido, regno unito, vereinigtes königreich, grande-bretagne, gran
bretaña, großbritannien, south korea, corée du sud, corea del sur, südkorea, corea del sud, coreia do sul, north
macedonia, new zealand, nouvelle-zélande, nueva zelanda, neuseeland, nuova zelanda, hong kong, south africa,
afrique du sud, sudáfrica, südafrika, sudafrica, costa rica, puerto rico, dominican republic, república
dominicana, czech republic, république tchèque, república checa, repubblica ceca, saudi arabia, arabie saoudite,
sri lanka, burkina faso, côte d'ivoire, ivory coast, pays-bas, países bajos, paesi bassi, bosnia and
herzegovina, bosnie-herzégovine, the netherlands, el salvador
"""
_COUNTRIES_IN_CHINESE = """
中国 美国 英国 法国 德国 日本 韩国 俄罗斯 苏联 意大利 西班牙 葡萄牙 荷兰 比利时
瑞士 瑞典 挪威 丹麦 芬兰 冰岛 爱尔兰 奥地利 波兰 捷克 斯洛伐克 匈牙利 罗马尼亚 保加利亚
希腊 土耳其 塞尔维亚 克罗地亚 斯洛文尼亚 乌克兰 白俄罗斯 立陶宛 拉脱维亚 爱沙尼亚 格鲁吉亚 伊朗 伊拉克 以色列
巴勒斯坦 黎巴嫩 叙利亚 约旦 埃及 摩洛哥 突尼斯 阿尔及利亚 南非 尼日利亚 肯尼亚 印度 巴基斯坦 孟加拉国
尼泊尔 斯里兰卡 泰国 越南 柬埔寨 缅甸 马来西亚 新加坡 印度尼西亚 菲律宾 蒙古 哈萨克斯坦 吉尔吉斯斯坦 乌兹别克斯坦
加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 哥伦比亚 古巴 乌拉圭 委内瑞拉 澳大利亚 新西兰 卢森堡 香港
澳门 台湾 中国香港 中国澳门 中国台湾
"""
"""Also regions that have films of their own."""


@cache
def _countries() -> frozenset[str]:
    return frozenset(
        map(
            fold,
            [
                *_COUNTRIES.split(),
                *_COUNTRIES_IN_CHINESE.split(),
                *_COUNTRIES_OF_SEVERAL_WORDS.replace("\n", " ").split(","),
            ],
        )
    )


def is_country(text: str) -> bool:
    """Whether a text in Latin letters or Chinese is the name of a country and nothing else.

    >>> is_country("Royaume-Uni"), is_country("USA"), is_country("伊朗"), is_country("Paris, Texas"), is_country("")
    (True, True, True, False, False)
    """
    return fold(text) in _countries()


DISTRICTS = "黄浦|徐汇|长宁|静安|普陀|虹口|杨浦|闵行|宝山|嘉定|浦东新|金山|松江|青浦|奉贤|崇明"
"""The districts of Shanghai, without 区."""
SHORT_DISTRICTS = DISTRICTS.replace("浦东新", "浦东")
"""The same as they are called without 区: 浦东."""
LARGE_CITIES = (
    "北京|天津|上海|重庆|石家庄|太原|呼和浩特|沈阳|大连|长春|哈尔滨|南京|苏州|无锡|常州|徐州|杭州|宁波|温州|绍兴|合肥|"
    "福州|厦门|泉州|南昌|济南|青岛|烟台|郑州|洛阳|武汉|长沙|广州|深圳|珠海|佛山|东莞|惠州|南宁|海口|三亚|成都|贵阳|昆明|"
    "拉萨|西安|兰州|西宁|银川|乌鲁木齐"
)
"""Cities that names often give without 市."""
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
"""Cities that count only where a text is nothing but places: such a word may also be part of another one."""
PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|"
    "内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
"""Provinces, and regions of the same rank."""
_REGIONS = ("长三角", "珠三角", "京津冀", "大湾区", "东北", "西北", "西南", "华东", "华南", "华北", "华中")
_PROVINCES, _LARGE = frozenset(PROVINCES.split("|")), frozenset(LARGE_CITIES.split("|"))
_CITIES = _LARGE.union(_OTHER_CITIES.split("|"))
_BEHIND_PROVINCE = lazy_pattern("^(?:省|(?:壮族|回族|维吾尔)?自治区)")
_COUNTY = lazy_pattern("[\u3400-\u9fff]{1,5}[县市区旗]")


def is_place(text: str) -> bool:
    """Whether a text is a province or a city of China, perhaps with a county of it; 黄山 and 白银 may be people.

    >>> [is_place(text) for text in ("陕西", "江西赣州", "淄博", "广东省梅州市大埔县", "黄山市", "苏州市", "蘇州")]
    [True, True, True, True, True, True, True]
    >>> [is_place(text) for text in ("黄山", "湖南卫视")]
    [False, False]
    """
    from awardcli.language.people_and_bodies import PERSON

    plain = to_simplified(text)
    province = next((plain[:length] for length in (3, 2) if plain[:length] in _PROVINCES), "")
    rest = _BEHIND_PROVINCE.sub("", plain[len(province) :]) if province else plain
    city = next((rest[:length] for length in (4, 3, 2) if rest[:length] in _CITIES), "")
    behind = rest[len(city) :]
    is_other = not (province or behind) and city not in _LARGE
    county = behind.removeprefix("市") if city else behind
    is_whole = not county or _COUNTY.fullmatch(county) is not None
    return bool(province or city) and is_whole and not (is_other and PERSON.fullmatch(text))


_OUR_CITY, _OUR_DISTRICTS = "上海", frozenset(SHORT_DISTRICTS.split("|"))
_PLACES = (*LARGE_CITIES.split("|"), *PROVINCES.split("|"), *_REGIONS, *_OUR_DISTRICTS)


def other_places(text: str, other: str, *, instead: bool = True) -> frozenset[str]:
    """The places that a text names and the other text does not, which names another one `instead`, or need not.

    >>> other_places("长宁区宣传部", "宝山区委宣传部"), other_places("上海宝山宣传部", "宝山区委宣传部")
    (frozenset({'长宁'}), frozenset())
    """
    named, others = ({place for place in _PLACES if place in each} for each in (text, other))
    implied = set() if instead and _OUR_DISTRICTS.isdisjoint(others) else {_OUR_CITY}
    return frozenset() if instead and others <= named else frozenset(named - others - implied)


# The district in the name of a body: 深圳市南山区融媒体中心, 上海市公安局静安分局.

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
    rf"(?:^|上海市?(?:公安局)?|[(（])(?P<short>{SHORT_DISTRICTS})(?:(?:公安)?分局|(?:{_OFFICES})(?:$|[)）]))"
)
"""A district of Shanghai: the district itself, its police branch, its industrial zone, or without 区 its offices."""
_ENDS_OF_OFFICES = "局安队隊防心部委办辦会會联聯协協院"
_OF_THE_CITY = "市[南北中]区"
"""市南区 of 青岛, 市中区 of 济南: here 市 is of the district's own name."""
_ELSEWHERE = lazy_pattern(
    rf"(?P<before>(?<=[\u4e00-\u9fff]{{2}})(?={_OF_THE_CITY})|^|(?:{LARGE_CITIES})市?|市|中共|共青团|[(（])(?:(?!市)|(?={_OF_THE_CITY}))(?P<name>[\u4e00-\u9fff]{{1,3}}?|(?:(?!市)[\u4e00-\u9fff]){{2,6}}族)区"
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
    >>> district_of("青岛市市南区文化馆"), district_of("枣庄市中区教育局"), district_of("广州市市区某校")
    ('市南区', '市中区', None)
    >>> district_of("靜安區宣傳部"), district_of("上海市公安局黃浦分局"), district_of("上海市公安局浦东分局")
    ('靜安區', '黃浦區', '浦东新区')
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
