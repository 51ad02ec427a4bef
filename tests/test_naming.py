"""What an organization's printed name says of it, and what it does not."""

import pytest

from awardcli.collection import open_collection
from awardcli.language.organization_names import district_of, organization_names


@pytest.mark.parametrize(
    ("name", "district"),
    [
        ("黄浦区老西门街道", "黄浦区"),
        ("上海市公安局静安分局", "静安区"),
        ("嘉定工业区党工委", "嘉定区"),
        ("上海智间网络科技有限公司(嘉定区)", "嘉定区"),
        ("上海智间网络科技有限公司（嘉定区）", "嘉定区"),
        ("上海市浦东新区人民检察院", "浦东新区"),
        ("中共长宁区委宣传部", "长宁区"),
        ("北京市朝阳区文化馆", "朝阳区"),
        ("朝阳区文化馆", "朝阳区"),
        ("某公司(朝阳区)", "朝阳区"),
    ],
)
def test_a_district_that_the_name_names_is_found(name: str, district: str) -> None:
    assert district_of(name) == district


@pytest.mark.parametrize(
    "name",
    [
        "宝山钢铁股份有限公司",  # a company that merely begins like a district
        "静安寺",
        "上海电气电站集团",
        "上海市公安局",
        "个人",
        "苏州市工业园区管委会",
        "长三角区域合作办公室",
        "深圳市保税区管理局",
        "张江高新区管委会",
        "开发区管委会",
        "西藏自治区文联",
        "居民小区业委会",
        "",
    ],
)
def test_a_name_that_names_no_district_has_none(name: str) -> None:
    assert district_of(name) is None


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
    ],
)
def test_several_organizations_stand_between_chinese_commas(printed: str, names: list[str]) -> None:
    assert organization_names(printed) == names
