"""Which columns name the works, the organizations, the awards and the years where several might."""

from pathlib import Path

import pytest

from awardcli.collection import ListCollection, open_collection
from awardcli.collection.user_file.column_roles import roles_of
from awardcli.collection.user_file.heading_words import known
from support import written


def listed(path: Path, data: str) -> ListCollection:
    """The list of a file that holds those data."""
    films = open_collection(written(path, data))
    assert isinstance(films, ListCollection)
    return films


# Names below a group


@pytest.mark.parametrize("about", ["信息", "基本信息", "情况", "资料", "内容", "名录"])
def test_a_name_below_what_is_said_of_works_is_the_title_and_of_bodies_the_organization(
    tmp_path: Path, about: str
) -> None:
    for group, name in (
        *[(group, "名称") for group in ("作品", "参赛作品", "影片", "节目", "项目", "")],
        *(("作品", "题目"), ("作品", "名字")),
    ):
        films = listed(
            tmp_path / "a.csv", f"序号,申报单位,{group}{about},,\n,,{name},类型,作者\n1,甲局,春天,微电影,子\n"
        )
        assert [(film.title, film.organization) for film in films] == [("春天", "甲局、子")], group
    for group in ("单位", "申报单位", "学校"):
        text = f"{group}{about},,作品{about},\n名称,电话,名称,作者\n甲局,1,春,子\n"
        films = listed(tmp_path / "b.csv", text)
        assert [(film.title, film.organization) for film in films] == [("春", "甲局、子")], group
    for group in ("联系人", "填表人"):
        films = listed(tmp_path / "c.csv", f"片名,导演,{group}{about},\n,,姓名,电话\n春天,子,张三,138\n")
        assert [(film.title, film.organization) for film in films] == [("春天", "子")], group


def test_headings_that_only_speak_of_works_or_contacts_have_no_role() -> None:
    for heading in (
        "作品信息",
        "作品内容",
        "基本情况",
        "活动信息名称",
        "法定代表人姓名",
        "监护人情况姓名",
        "Film Data",
    ):
        assert known(heading) is None, heading
    for heading in ("代表作", "Film Information Name", "项目基本情况名称"):
        assert roles_of([heading], {}) == ["title"], heading
    assert roles_of(["Company Details Name", "本人姓名", "获奖情况名称"], {}) == ["organization"] * 2 + ["award"]


def test_the_year_of_the_award_counts_before_that_of_the_work() -> None:
    assert roles_of(["代表作名称", "代表作年份", "所获奖项名称", "所获奖项年份"], {}) == [
        "title",
        None,
        "award",
        "year",
    ]
    assert roles_of(["Film", "Film Year", "Award Year"], {}) == ["title", None, "year"]
    assert roles_of(["片名", "上映年份", "奖项"], {}) == ["title", "year", "award"]
