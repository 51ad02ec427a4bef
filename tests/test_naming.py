"""What an organization's printed name says of it, and what it does not."""

import pytest

from awardcli.collection import open_collection
from awardcli.language.people_and_bodies import organization_names
from awardcli.language.places import district_of

DISTRICTS_OF_NAMES = """
黄浦区老西门街道 黄浦区 | 上海市公安局静安分局 静安区 | 嘉定工业区党工委 嘉定区
上海智间网络科技有限公司(嘉定区) 嘉定区 | 上海智间网络科技有限公司（嘉定区） 嘉定区
上海市浦东新区人民检察院 浦东新区 | 中共长宁区委宣传部 长宁区 | 北京市朝阳区文化馆 朝阳区
朝阳区文化馆 朝阳区 | 某公司(朝阳区) 朝阳区 | 深圳市南山区融媒体中心 南山区
北京市东城区文化馆 东城区 | 北京市西城区教委 西城区 | 广州市天河区委宣传部 天河区
北京市石景山区图书馆 石景山区 | 石景山区八角街道 石景山区 | 杭州市萧山区总工会 萧山区
杭州萧山区融媒体中心 萧山区 | 西安市碑林区文化馆 碑林区 | 西安碑林区实验小学 碑林区
天津市滨海新区广播电视台 滨海新区 | 天津滨海新区图书馆 滨海新区 | 滨海新区消防救援支队 滨海新区
重庆市两江新区税务局 两江新区 | 北京市房山区青龙湖镇 房山区 | 南京市鼓楼区检察院 鼓楼区
武汉市洪山区团委 洪山区 | 佛山市禅城区政府 禅城区 | 亳州市谯城区法院 谯城区
济南市历城区文旅局 历城区 | 宁波市镇海区公安分局 镇海区 | 大连市沙河口区教育局 沙河口区
成都市龙泉驿区委 龙泉驿区 | 郑州市管城回族区文联 管城回族区 | 西安市新城区文化馆 新城区
洛阳市老城区教育局 老城区 | 中共南山区委宣传部 南山区 | 共青团罗湖区委 罗湖区
广东省深圳市福田区人民法院 福田区 | 杭州市西湖区文化馆 西湖区 | 沈阳市铁西区工业园区管委会 铁西区
某工作室（海淀区） 海淀区 | 抚顺市东洲区工会 东洲区
静安公安分局 静安区 | 静安消防 静安区 | 浦东融媒体中心 浦东新区 | 上海金山教育局 金山区 | 崇明文旅局 崇明区
上海市松江检察院 松江区 | 某工作室（长宁宣传部） 长宁区 | 靜安公安分局 靜安區 | 浦東消防救援支隊 浦東新區
嘉定公安 嘉定区 | 普陀公安分局长寿路派出所 普陀区 | 宝山交警支队 宝山区 | 青浦总工会 青浦区
"""

NO_DISTRICTS = """
宝山钢铁股份有限公司 静安寺 上海电气电站集团 上海市公安局 个人 苏州市工业园区管委会 长三角区域合作办公室
深圳市保税区管理局 张江高新区管委会 开发区管委会 西藏自治区文联 居民小区业委会 合肥市高新区融媒体中心
长春市经开区教育局 黄山风景区管委会 杭州市开发区公司 大同市云冈石窟景区 上海市小区业主论坛 幸福社区居委会
复旦大学邯郸校区 三峡库区移民局 成都军区文工团 喀什地区文联 山区支教队 贫困山区助学会 林区公安局
城区管理局 主城区改造办 新城区建设办 老城区保护协会 厦门市集美学区 南京市中心城区 三亚市度假区管委会
深圳区块链研究院 苏州市工业区服务中心 北京市区划地名办 市区融媒体中心 中国人民解放军东部战区
香港特别行政区政府 粤港澳大湾区研究院 大湾区青年影像社 福州市保税港区海关 广州市服务区管理公司
青岛市赛区组委会 革命老区建设促进会 武汉市东湖高新区管委会 珠海市科技创新海岸 上海市郊区电影院
深圳市住宅区物业 金山软件 长宁路小学 松江大学城 金山医院 宝山路消防站 松江文化馆联合会 静安面包房 虹口足球俱乐部
四川长宁教育局 嘉定新城管理局 崇明岛旅游协会 金山卫教育局 浦东发展银行 普陀山管委会 青浦教育局长杯组委会
"""


def test_a_district_that_the_name_names_is_found() -> None:
    pairs = [pair.split() for line in DISTRICTS_OF_NAMES.split("\n") for pair in line.split("|") if pair.strip()]
    assert len(pairs) > 40
    for name, district in pairs:
        assert district_of(name) == district, name


def test_a_name_that_names_no_district_has_none() -> None:
    for name in ["", *NO_DISTRICTS.split()]:
        assert district_of(name) is None, name


def test_the_rule_gives_what_the_reviewed_data_say() -> None:
    organizations = open_collection().organizations
    assert [(o.name, district_of(o.name)) for o in organizations] == [(o.name, o.district) for o in organizations]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("文汇报社", ["文汇报社"]),
        ("上海文广互动电视有限公司、金色学堂", ["上海文广互动电视有限公司", "金色学堂"]),
        ("甲、 乙 、丙、", ["甲", "乙", "丙"]),
        ("、", []),
        ("", []),
        ("张三\n李四\r\n\n王五", ["张三", "李四", "王五"]),
        ("甲局\n（推荐单位）", ["甲局\n（推荐单位）"]),
        ("1.甲局；2.乙局", ["甲局", "乙局"]),
        ("①甲局②乙局", ["甲局", "乙局"]),
        ("（1）甲局 （2）乙局", ["甲局", "乙局"]),
        ("1. Ono, 2. Vega", ["Ono", "Vega"]),
        ("1.FC Köln、3.Liga", ["1.FC Köln", "3.Liga"]),
        ("21世纪出版社、2.5次元", ["21世纪出版社", "2.5次元"]),
    ],
)
def test_several_organizations_stand_between_chinese_commas_or_line_by_line(printed: str, names: list[str]) -> None:
    assert organization_names(printed) == names
