"""Cells of lists that hold a title with who it is by, or several works."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from awardcli import messages
from awardcli.collection import ListCollection, open_collection
from awardcli.collection.loading import check
from awardcli.collection.user_file.reading_report import BY_CONTENT
from conftest import Run
from support import workbook, written

pytestmark = pytest.mark.usefixtures("workbooks_read_here")


def results(path: Path, rows: Sequence[Sequence[object]]) -> list[str]:
    """The award, title and organizations of each result of a workbook."""
    listed = open_collection(written(path, workbook(("Sheet1", [[*row] for row in rows]))))
    assert isinstance(listed, ListCollection)
    return [
        " | ".join([found.award or "", found.title or "", *(each.name for each in found.organizations)])
        for found in listed
    ]


def test_cells_of_wide_tables_are_parted_as_lines_of_notices_are(tmp_path: Path) -> None:
    schools = [
        ["一等奖", "二等奖", "三等奖"],
        ["《春》（一中 陈一诺）", "《夏》（二中 林子墨）", "空缺"],
        ["《秋》张三、李四"],
    ]
    assert results(tmp_path / "a.xlsx", schools) == [
        "一等奖 | 春 | 一中 | 陈一诺",
        "二等奖 | 夏 | 二中 | 林子墨",
        "三等奖 | ",
        "一等奖 | 秋 | 张三 | 李四",
    ]
    people = [
        ["奖项", "2020年", "2021年"],
        ["最佳剧本", "《甲》", "《乙》"],
        ["最佳表演", "陈宁（《甲》）", "刘畅（《丙》）"],
    ]
    assert results(tmp_path / "b.xlsx", people)[2:] == ["最佳表演 | 甲 | 陈宁", "最佳表演 | 丙 | 刘畅"]
    below = [
        ["Award", "2021", "2022"],
        ["Best Director", "Ada Ono\n(Rain)", "Bo Vega\n(Snow)"],
        ["Best Actress", "Di Reed\n(Rain)", "Flo Park\n(Fog)"],
        ["Best Film", "Rain", "Fog"],
    ]
    assert results(tmp_path / "c.xlsx", below) == [
        "Best Director | Rain | Ada Ono",
        "Best Director | Snow | Bo Vega",
        "Best Actress | Rain | Di Reed",
        "Best Actress | Fog | Flo Park",
        "Best Film | Rain",
        "Best Film | Fog",
    ]


def test_cells_that_do_not_agree_on_who_a_title_is_by_stay_titles(tmp_path: Path) -> None:
    for cells in (
        ["小品《年夜饭》", "歌曲《望月》", "《丰收》"],  # kinds of works
        ["Rain (South Korea)", "Snow (Macedonia)", "Fog (Mexico)"],
        ["Mission: Rain", "Snow, Again", "Fog - The Return"],
        ["张三/李四", "王五/赵六", "钱七/孙八"],
    ):
        found = results(tmp_path / "a.xlsx", [["一等奖", "二等奖", "三等奖"], cells])
        assert found == [f"{award} | {cell}" for award, cell in zip(("一等奖", "二等奖", "三等奖"), cells, strict=True)]


def test_each_work_that_a_cell_lists_is_a_result(tmp_path: Path) -> None:
    rows = [
        ["奖次", "作品名单"],
        ["一等奖", "1.《灯塔》（航标处）\n2.《浪花》（水务局）"],
        ["二等奖", "《山门》；《石径》"],
        ["单项奖", "最佳编剧：王三毛《灯塔》\n最佳演员：黄轩昂《浪花》"],
        ["合计", "6"],
    ]
    assert results(tmp_path / "a.xlsx", rows) == [
        "一等奖 | 灯塔 | 航标处",
        "一等奖 | 浪花 | 水务局",
        "二等奖 | 山门",
        "二等奖 | 石径",
        "最佳编剧 | 灯塔 | 王三毛",
        "最佳演员 | 浪花 | 黄轩昂",
    ]
    below_blank = "奖次,作品名单\n" + "二等奖,《山门》；《石径》\n" * 25 + ",\n三等奖,《山门》；《石径》\n"
    assert len(open_collection(written(tmp_path / "a.csv", below_blank))) == 52


def test_a_column_of_works_and_who_made_them_is_parted_where_marks_show_the_titles(tmp_path: Path) -> None:
    for heading in (
        "作品及作者",
        "获奖作品和单位",
        "作品/作者",
        "获奖作品名称及其作者",
        "Title and author",
        "Films & Directors",
    ):
        text = f"奖项,{heading},颁奖机构\n一等奖,《春》张三,某文联\n二等奖,《夏》李四,某文联\n"
        films = open_collection(written(tmp_path / "a.csv", text))
        assert [(film.title, film.organization) for film in films] == [("春", "张三"), ("夏", "李四")], heading
    for text in (
        "奖项,作品及作者\n一等奖,春 张三\n二等奖,夏 李四\n",
        "奖项,作品及作者,单位\n一等奖,《春》张三,一中\n二等奖,《夏》李四,二中\n",
        "奖项,作者及单位\n一等奖,《春》张三\n二等奖,《夏》李四\n",
        "奖项,作品评语及作者\n一等奖,《春》张三\n二等奖,《夏》李四\n",
    ):
        assert {film.title for film in open_collection(written(tmp_path / "a.csv", text))} == {None}, text


def test_each_work_in_the_cells_of_the_only_column_of_works_or_people_is_a_result(tmp_path: Path) -> None:
    for heading in ("获奖作品", "作品名单", "获奖名单"):
        text = f"届数,{heading}\n第八届,《春》、《夏》(节选)、《秋》(上)\n第七届,《冬》（张三）《雪》\n"
        films = open_collection(written(tmp_path / "a.csv", text))
        assert [(film.title, film.organization, film.edition.number) for film in films] == [
            ("春", None, 8),
            ("夏", None, 8),
            ("秋(上)", None, 8),
            ("冬", "张三", 7),
            ("雪", None, 7),
        ]
    for text in (
        "届数,作品,作者\n第八届,《春》《夏》,张三\n第七届,《秋》《冬》,李四\n",  # who won for both
        "年份,片名\n2020,《春》\n2021,《夏》\n2022,《秋》续《冬》\n",
        "作品,备注\n《春》《夏》,a\n《秋》《冬》,b\n",
    ):
        films = open_collection(written(tmp_path / "a.csv", text))
        assert len(list(films)) == len(text.splitlines()) - 1, text


def test_lines_of_titles_and_of_units_beside_them_belong_together_where_they_are_as_many(tmp_path: Path) -> None:
    heading = ["奖项", "获奖作品", "获奖单位"]
    both = ["一等奖", "《光》\n《盐》", "省电视台\n市广播台"]
    found = results(tmp_path / "a.xlsx", [heading, both, ["二等奖", "《路》", "文化馆"]])
    assert found == ["一等奖 | 《光》 | 省电视台", "一等奖 | 《盐》 | 市广播台", "二等奖 | 《路》 | 文化馆"]
    for other in (["二等奖", "《路》\n《桥》", "文化馆"], ["二等奖", "《路》\n《桥》", "甲\n乙\n丙"]):
        assert len(results(tmp_path / "b.xlsx", [heading, both, other])) == 2
    wrapped = ["一等奖", "长江\n之歌", "上海\n广播台"]
    assert len(results(tmp_path / "c.xlsx", [heading, wrapped])) == 1


def test_parted_cells_are_exported_with_what_was_written_and_read_back(awardcli: Run, tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv", "一等奖,二等奖,三等奖\n《春》（一中）,《夏》（二中）,《冬》（四中）\n《秋》（三中）,,\n"
    )
    before = awardcli("list", "--data", path, "-f", "json", "-c", "award,title,organization")
    option = messages.CROSSED_AWARDS(option="--column title=一等奖")
    assert option in before.err
    awardcli("export", tmp_path / "b.csv", "--data", path)
    assert "《春》（一中）" in (tmp_path / "b.csv").read_text()
    after = awardcli("list", "--data", tmp_path / "b.csv", "-f", "json", "-c", "award,title,organization")
    assert after.out == before.out


def test_awards_in_a_cell_that_says_whether_each_was_won_are_results_with_that_beside(tmp_path: Path) -> None:
    for title, heading, result, between, lost, won in (
        *(
            ("title", "awards", "result", "; ", "Nominee", "Winner"),
            ("film", "award", "result", "\n", "nominated", "won"),
        ),
        *(("片名", "奖项", "结果", "；", "提名", "获奖"), ("片名", "奖项", "结果", "、", "入围", "获奖")),
    ):
        for begin, end, none in (("(", ")", ""), ("（", "）", "-"), ("[", "]", "None"), ("【", "】", "无")):
            awards = (f"{award} {begin}{outcome}{end}" for award, outcome in (("Best Film", lost), ("Best Art", won)))
            text = (
                f'{title},{heading}\nReds,"{between.join(awards)}"\nGandhi,Best Song {begin}{won}{end}\nRain,{none}\n'
            )
            reading, collection = check(written(tmp_path / "a.csv", text), BY_CONTENT)
            assert [(each.title, each.award) for each in collection or ()] == [
                *(("Reds", "Best Film"), ("Reds", "Best Art"), ("Gandhi", "Best Song"), ("Rain", None))
            ], text
            assert any(f"--where {result}={won}" in remark.text for remark in reading.remarks)
    for text in ("title,award\nReds,Best Film (2020)\nGandhi,Gold (Winner)\n", "title,award\nReds,Gold (Winner)\n"):
        assert [each.award for each in open_collection(written(tmp_path / "a.csv", text))][-1] == "Gold (Winner)"


def test_people_that_and_joins_are_several_and_bodies_are_not(tmp_path: Path) -> None:
    for cell, names in {
        "Steven Perry and Joel Silver": ["Steven Perry", "Joel Silver"],
        "Carol Baum, and Howard Rosenman": ["Carol Baum", "Howard Rosenman"],
        "Ann Lee, Bo van Ek, and Cy Fox": ["Ann Lee", "Bo van Ek", "Cy Fox"],
        "Simon and Garfunkel": ["Simon and Garfunkel"],
        "Nick Cave and The Bad Seeds": ["Nick Cave and The Bad Seeds"],
        "Ministry of Arts and National Heritage": ["Ministry of Arts and National Heritage"],
        "Smith, John and Doe, Jane": ["Smith, John and Doe, Jane"],
    }.items():
        (work,) = open_collection(written(tmp_path / "a.csv", f"title;producers\nA;{cell}\n"))
        assert [each.name for each in work.organizations] == names
