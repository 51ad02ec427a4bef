"""Tables of one award, which only the heading of its winners names: each row has that award."""

import json
from pathlib import Path

import pytest

from awardcli.collection.loading import open_collection
from awardcli.collection.user_file.reading_report import ReadAs, Reading
from awardcli.errors import InvalidDataError
from awardcli.model import Result
from support import written

pytestmark = pytest.mark.usefixtures("workbooks_read_here")


def read(path: Path, **read_as: object) -> tuple[list[Result], Reading]:
    found = open_collection(path, ReadAs(**read_as))  # type: ignore[arg-type]
    results = list(found)
    return results, found.reading  # type: ignore[attr-defined]


def test_the_heading_of_the_winners_is_the_award_of_each_row_that_says_when(tmp_path: Path) -> None:
    for award, text in (
        ("最佳导演", "年份,最佳导演,影片\n2001,张三,春\n2002,李四,夏\n"),
        ("最佳女主角", "届次,最佳女主角\n第1届,张三\n第2届,李四\n"),
        ("最佳男主角", "序号,最佳男主角,电影\n第1届1962年,张三,春\n第2届1963年,李四,夏\n"),
        ("最佳影片", "年份,最佳影片,导演\n2001,春,张三\n2002,夏,李四\n"),
        ("Best Actress", "Year,Best Actress,Film\n2001,Ann Lee,Salt\n2002,Bo Ek,Rain\n"),
        ("Mejor actriz", "Año,Mejor actriz,Película\n2001,Ana Ruiz,Sal\n2002,Luz Gil,Mar\n"),
        ("年度歌曲", "历届名单,,\n届次,年度歌曲,演唱者\n第1届,春,张三\n第2届,夏,李四\n"),
        ("Coach of the Year", "Year,Coach of the Year,Team\n2001,Ann Lee,Reds\n2002,Bo Ek,Blues\n"),
        (
            "最佳男配角",
            "| 届 | 最佳男配角 | 电影 |\n|---|---|---|\n| 第1届 | 张三 | 《春》 |\n| 第2届 | 李四 | 《夏》 |\n",
        ),
    ):
        results, reading = read(written(tmp_path / ("a.md" if "|" in text else "a.csv"), text))
        assert [each.award for each in results] == [award, award], text
        assert all(each.title or each.organization for each in results), text
        assert any(f"“{award}”" in remark.text and "--column other=" in remark.text for remark in reading.remarks), text
    rows = [
        {"year": 2001, "best_director": "Ann Lee", "film": "Salt"},
        {"year": 2002, "best_director": "Bo Ek", "film": "Rain"},
    ]
    assert [each.award for each in read(written(tmp_path / "a.json", json.dumps(rows)))[0]] == ["best_director"] * 2
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(
            (("年份", "最佳编剧", "影片"), (2001, "张三", "春"), (2002, None, "夏"), (2003, "空缺", ""))
        ):
            sheet.write_row(at, 0, row)
    assert [each.award for each in read(tmp_path / "a.xlsx")[0]] == ["最佳编剧", None, None]


def test_winners_of_a_heading_that_names_no_kind_are_what_the_others_leave_them(tmp_path: Path) -> None:
    for text, won in (
        ("年份,茅盾文学奖,作者\n2001,春,张三\n2002,夏,李四\n", ("春", "张三")),
        ("年,最優秀作品賞,監督\n2001,春,山田\n2002,夏,佐藤\n", ("春", "山田")),
        ("年份,冠军,单位\n2001,张三,甲队\n2002,李四,乙队\n", (None, "张三、甲队")),
        ("年份,第一名,单位\n2001,张三,甲队\n2002,李四,乙队\n", (None, "张三、甲队")),
        ("年份,最佳导演奖,影片\n2001,张三,春\n2002,李四,夏\n", ("春", "张三")),
        ("Year,Best Director Award,Film\n2001,Ann Lee,Salt\n2002,Bo Ek,Rain\n", ("Salt", "Ann Lee")),
        ("Year,Best Film Award,Director\n2001,Salt,Ann Lee\n2002,Rain,Bo Ek\n", ("Salt", "Ann Lee")),
        ("年份,最佳歌曲獎\n2001,春\n2002,夏\n", ("春", None)),
        ("年份,最佳导演奖\n2001,张三\n2002,李四\n", (None, "张三")),
    ):
        results, _ = read(written(tmp_path / "a.csv", text))
        assert (results[0].title, results[0].organization) == won, text
        assert results[0].award == text.splitlines()[0].split(",")[1], text


def test_other_headings_that_begin_like_awards_are_none(tmp_path: Path) -> None:
    for text in (
        "Year,Film,Best Director Award\n2001,Salt,Winner\n2002,Rain,Nominee\n",
        "Year,Paper,Best Paper Award\n2001,Salt,Gold\n2002,Rain,Silver\n",
        "年份,年度主题,片名\n2001,环保,春\n2002,和平,夏\n",
        "年份,奖项,片名\n2001,最佳影片,春\n2002,最佳导演,夏\n",
        "Year,Best Known Work,Author\n2001,Salt,Ann Lee\n2002,Rain,Bo Ek\n",
        "Year,Best Lap,Player\n2001,First,Ann Lee\n2002,Last,Bo Ek\n",
        "年份,最佳成绩,选手\n2001,十秒,张三\n2002,九秒,李四\n",
        "年份,获奖作品,作者\n2001,春,张三\n2002,夏,李四\n",
        "年份,主要获奖作品,作者\n2001,春,张三\n2002,夏,李四\n",
        "Year,Winner,Film\n2001,Ann Lee,Salt\n2002,Bo Ek,Rain\n",
        "年份,最佳影片提名,导演\n2001,春,张三\n2002,夏,李四\n",
        "年份,最佳影片得分,导演\n2001,9,张三\n2002,8,李四\n",
        "年份,姓名,国家奖学金\n2001,张三,一等奖\n2002,李四,二等奖\n",
    ):
        results, reading = read(written(tmp_path / "a.csv", text))
        assert not any("--column other=" in remark.text and "读作" in remark.text for remark in reading.remarks), text
        wanted = (
            {"最佳影片", "最佳导演"} if "奖项" in text else {"一等奖", "二等奖", "Gold", "Silver", "Winner", "Nominee"}
        )
        assert {each.award for each in results} <= {*wanted, None}, text


def test_where_nothing_says_when_an_option_names_the_award(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "姓名,最佳歌曲\n张三,春\n李四,夏\n")
    results, reading = read(path)
    assert [each.award for each in results] == [None, None]
    assert "--column award=奖项" in [remark.option for remark in reading.remarks]
    assert [each.award for each in read(path, columns={"奖项": "award"})[0]] == ["最佳歌曲"] * 2
    path = written(tmp_path / "a.csv", "年份,最佳导演,影片\n2001,张三,春\n2002,李四,夏\n")
    assert [each.award for each in read(path, columns={"奖项": None})[0]] == [None, None]
    for text, role in (
        ("年份,茅盾文学奖,作者\n2001,春,张三\n2002,夏,李四\n", "title"),
        ("Year,Best Director Award,Film\n2001,张三,春\n2002,李四,夏\n", "organization"),
    ):
        award = text.split(",")[1]
        results, _ = read(written(tmp_path / "a.csv", text), columns={award: role})
        assert next((each.title, each.organization, each.award) for each in results) == ("春", "张三", award), text
    works = written(tmp_path / "a.csv", "年份,文学大奖,国家\n2001,张三,甲国\n2002,李四,乙国\n")
    results, _ = read(works, columns={"文学大奖": "organization"})
    assert [(each.organization, each.award) for each in results] == [("张三", "文学大奖"), ("李四", "文学大奖")]


def test_totals_and_repeated_headings_have_no_award(tmp_path: Path) -> None:
    text = "年份,最佳导演,影片\n2001,张三,春\n2002,李四,夏\n年份,最佳导演,影片\n2003,王五,秋\n合计,3,3\n"
    results, reading = read(written(tmp_path / "a.csv", text))
    assert [each.title for each in results] == ["春", "夏", "秋"]
    assert [row.why for row in reading.set_aside] == ["heading", "total"]


def test_nominees_beside_the_winners_of_a_heading_won_nothing(tmp_path: Path) -> None:
    for text in (
        "Year,Best Actress,Film,Best Actress nominee\n2020,Ana,Salt,Eva\n2021,Bea,Fog,Ida\n",
        "Year,Best Actress,Film,Nominees\n2020,Ana,Salt,Eva\n2021,Bea,Fog,Ida\n",
        "年份,最佳女主角,影片,最佳女主角提名\n2020,Ana,春,Eva\n2021,Bea,夏,Ida\n",
    ):
        results, _ = read(written(tmp_path / "a.csv", text))
        assert [each.organization for each in results] == ["Ana", "Bea"], text
        assert {each.award for each in results} == {text.split(",")[1]}, text


def test_an_award_that_an_option_takes_away_is_not_said_to_be_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "年份,最佳导演,影片\n2001,张三,春\n2002,李四,夏\n")
    results, reading = read(path, columns={"奖项": None})
    assert [each.award for each in results] == [None, None]
    assert not any("最佳导演" in remark.text for remark in reading.remarks)
    _, reading = read(path, fill_down=("奖项",))
    assert any("--fill-down" in remark.text for remark in reading.remarks)


def test_an_empty_object_of_json_beside_others_is_no_award(tmp_path: Path) -> None:
    films: list[dict[str, object]] = [{"title": "Salt", "awards": {"best_film": True}}, {"title": "Fog"}]
    nothing: tuple[object, ...] = ({}, [], None, "")
    for empty in nothing:
        path = written(tmp_path / "a.json", json.dumps([*films, {"title": "Sea", "awards": empty}]))
        assert [each.award for each in read(path)[0]] == ["best_film", None, None], empty


def test_an_error_names_the_headings_of_the_file_alone(tmp_path: Path) -> None:
    with pytest.raises(InvalidDataError) as error:
        read(written(tmp_path / "a.csv", "年份,一等奖\n2020,春天的故事\n2021,夏天的故事\n"))
    assert "一等奖" in str(error.value)
    assert "奖项" not in str(error.value)
