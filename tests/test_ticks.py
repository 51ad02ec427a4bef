"""Tables with a column for each award: ticks say who won it, numbers count, and words are what they are."""

import json
from pathlib import Path
from typing import Any

import pytest

from awardcli.collection.loading import open_collection
from awardcli.collection.user_file.reading_report import ReadAs, Reading
from awardcli.model import Result
from support import written

pytestmark = pytest.mark.usefixtures("workbooks_read_here")


def read(path: Path, **read_as: object) -> tuple[list[Result], Reading]:
    found = open_collection(path, ReadAs(**read_as))  # type: ignore[arg-type]
    results = list(found)
    return results, found.reading  # type: ignore[attr-defined]


def won(path: Path, **read_as: object) -> list[tuple[str | None, str | None]]:
    """The title, or else who, and the award of each result."""
    return [(each.title or each.organization, each.award) for each in read(path, **read_as)[0]]


def test_ones_and_zeros_under_awards_are_ticks_beside_works_and_people(tmp_path: Path) -> None:
    for text in (
        "姓名,最佳射手,最佳新人\n张三,1,0\n李四,0,1\n",
        "姓名,最佳射手,最佳新人\n张三,1.0,0.0\n李四,,1.0\n",
        "片名,最佳射手,最佳新人\n张三,1,\n李四,,1\n",
        "片名,最佳射手,最佳新人\n张三,１,０\n李四,０,１\n",
        "| 运动员 | 最佳射手 | 最佳新人 |\n|---|---|---|\n| 张三 | 1 | 0 |\n| 李四 | 0 | 1 |\n",
        "演员,awards.最佳射手,awards.最佳新人\n张三,1,0\n李四,0,1\n",
        "片名,学校,最佳射手,最佳新人\n张三,一小,1,-1\n李四,二小,-1,1\n",
    ):
        path = written(tmp_path / ("a.md" if "|" in text else "a.csv"), text)
        assert won(path)[0] == ("张三", "最佳射手"), text
        assert won(path)[1][1] == "最佳新人", text
    many = "Player,Best Goalkeeper,Silver Ball,League MVP,Coach of the Year,fair_play Winner\n"
    rows = "A Lee,1,0,1,0,0\nB Ek,0,1,0,0,1\nC Dee,0,0,0,1,0\n"
    assert won(written(tmp_path / "a.csv", many + rows)) == [
        *(("A Lee", "Best Goalkeeper"), ("A Lee", "League MVP"), ("B Ek", "Silver Ball")),
        *(("B Ek", "fair_play Winner"), ("C Dee", "Coach of the Year")),
    ]
    assert won(written(tmp_path / "a.csv", "片名,导演,最佳影片\n春,张三,√\n夏,李四,\n")) == [
        *(("春", "最佳影片"), ("夏", None)),
    ]


def test_an_award_that_the_first_rows_do_not_tick_is_read_where_a_later_one_does(tmp_path: Path) -> None:
    for yes in ("√", "1"):
        path = written(tmp_path / "a.csv", "片名,单位,一等奖,优秀奖\n" + f"春,甲,{yes},\n" * 30 + f"夏,乙,,{yes}\n")
        assert won(path)[-1] == ("夏", "优秀奖"), yes


def test_booleans_of_json_and_of_workbooks_are_ticks(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"film": "Salt", "best_film": True, "best_actor": False},
        {"film": "Rain", "best_film": False, "best_actor": True},
    ]
    inside = [
        {"film": each["film"], "awards": {key: each[key] for key in ("best_film", "best_actor")}} for each in rows
    ]
    numbers = [{**each, "best_film": int(each["best_film"]), "best_actor": int(each["best_actor"])} for each in rows]
    sparse = [{key: value for key, value in each.items() if value} for each in rows]
    wanted = [("Salt", "best_film"), ("Rain", "best_actor")]
    for document in (rows, numbers, sparse, inside, {"films": rows}):
        assert won(written(tmp_path / "a.json", json.dumps(document))) == wanted, document
    lines = "\n".join(map(json.dumps, rows))
    assert won(written(tmp_path / "a.jsonl", lines)) == wanted
    one = [{"film": "Salt", "best_film": True}, {"film": "Rain", "best_film": False}]
    assert won(written(tmp_path / "a.json", json.dumps(one))) == [("Salt", "best_film"), ("Rain", None)]
    import xlsxwriter

    for yes, no in ((True, False), (1, 0), (1, None)):
        with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
            sheet = book.add_worksheet()
            for at, row in enumerate((("片名", "最佳影片", "最佳导演"), ("春", yes, no), ("夏", no, yes))):
                sheet.write_row(at, 0, row)
        assert won(tmp_path / "a.xlsx") == [("春", "最佳影片"), ("夏", "最佳导演")], yes


def test_counts_scores_ranks_and_flags_of_other_things_are_no_ticks(tmp_path: Path) -> None:
    for text in (
        "姓名,一等奖,二等奖\n张三,2,0\n李四,1,1\n",
        "学校,一等奖,二等奖,三等奖\n一小,1,0,1\n二小,0,1,3\n",
        "片名,最佳影片,最佳导演\n春,9.5,8.0\n夏,9.0,1.0\n",
        "Film,Best Picture Rank,Best Director Rank\nSalt,1,0\nRain,0,1\n",
        "姓名,一等奖数,二等奖数\n张三,1,0\n李四,0,1\n",
        "Film,best_picture_nominee,best_actor_nominee\nSalt,1,0\nRain,0,1\n",
        "片名,最佳影片提名,最佳导演提名\n春,1,0\n夏,0,1\n",
        "片名,is_sequel,is_remake\n春,1,0\n夏,0,1\n",
        "片名,Winner\n春,True\n夏,False\n",
        "片名,是否获奖\n春,1\n夏,0\n",
        "片名,奖项,最佳影片\n春,一等奖,1\n夏,二等奖,0\n",
    ):
        results, _ = read(written(tmp_path / "a.csv", text))
        assert {each.award for each in results} == ({"一等奖", "二等奖"} if "奖项" in text else {None}), text
        assert len(results) == 2, text
    results, _ = read(written(tmp_path / "a.csv", "片名,最佳影片,最佳导演,首映\n春,1,0,1\n夏,0,1,0\n"))
    assert [each.other for each in results] == [{"首映": "1"}, {"首映": "0"}]


def test_awards_with_a_word_for_counts_in_their_names_are_ticked(tmp_path: Path) -> None:
    for awards in (
        ("Best Picture", "Best Original Score"),
        ("best_picture", "best_original_score"),
        ("Best Picture", "Best Coming-of-Age Film"),
        ("Best First Time Director", "Best Film of All Time"),
        ("男单冠军", "总冠军"),
        ("最佳影片", "最佳总导演"),
    ):
        path = written(tmp_path / "a.csv", f"Film,{','.join(awards)}\nSalt,Y,N\nRain,N,Y\n")
        assert won(path) == [("Salt", awards[0]), ("Rain", awards[1])], awards


def test_a_column_that_counts_awards_beside_ticks_has_none(tmp_path: Path) -> None:
    for counted in ("Awards", "Awards Won", "award_count", "总奖牌数", "总成绩"):
        text = f"Film,Best Picture,Best Director,{counted}\nSalt,1,0,1\nRain,0,1,2\n"
        assert won(written(tmp_path / "a.csv", text)) == [("Salt", "Best Picture"), ("Rain", "Best Director")], counted


def test_ones_beside_bodies_may_count_and_an_option_says_that_they_are_ticks(tmp_path: Path) -> None:
    for text in (
        "学校名称,一等奖,二等奖\n一小,1,0\n二小,0,1\n",
        "Team,First Prize,Second Prize\n一小,1,0\n二小,0,1\n",
        "参赛单位,一等奖,二等奖\n一小,1,\n二小,,1\n",
    ):
        path = written(tmp_path / "a.csv", text)
        results, reading = read(path)
        assert [each.award for each in results] == [None, None], text
        heading = "奖项" if "一等奖" in text else "award"
        option = f"--column award={heading}"
        assert any(remark.option == option for remark in reading.remarks), text
        assert won(path, columns={heading: "award"})[0] == ("一小", "一等奖" if heading == "奖项" else "First Prize")
    for counts in ("1,3\n二小,0,1", "0,0\n二小,0,0"):
        _, reading = read(written(tmp_path / "a.csv", f"学校,一等奖,二等奖\n一小,{counts}\n"))
        assert not any("award=" in (remark.option or "") for remark in reading.remarks), counts
    path = written(tmp_path / "a.json", json.dumps([{"school": "一小", "一等奖": 1, "二等奖": 0}]))
    assert won(path, columns={"奖项": "award"}) == [("一小", "一等奖")]


def test_a_count_far_below_ones_and_zeros_is_refused_with_the_option_that_reads_counts(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "姓名,一等奖,二等奖\n" + "张三,1,0\n" * 30 + "李四,3,1\n")
    results, reading = read(path)
    assert len(results) == 30
    assert "--column other=一等奖" in str(reading.refused[0]), reading.refused
    assert len(read(path, columns={"一等奖": None})[0]) == 31


def test_cells_that_say_won_and_nominated_are_results_with_that_in_a_column(tmp_path: Path) -> None:
    for text, won_, lost in (
        ("片名,最佳影片,最佳导演\n春,获奖,提名\n夏,,获奖\n", "获奖", "提名"),
        ("Film,Best Film,Best Director\n春,Won,Nominated\n夏,,Won\n", "Won", "Nominated"),
        ("| 片名 | 最佳影片 | 最佳导演 |\n|---|---|---|\n| 春 | 获奖 | 入围 |\n| 夏 | | 获奖 |\n", "获奖", "入围"),
    ):
        results, reading = read(written(tmp_path / ("a.md" if "|" in text else "a.csv"), text))
        assert [(each.title, [*each.other.values()]) for each in results] == [
            *(("春", [won_]), ("春", [lost]), ("夏", [won_])),
        ], text
        assert any(f"={won_}" in remark.text for remark in reading.remarks), text
    path = written(tmp_path / "a.json", json.dumps({"片名": "春", "最佳影片": "提名", "最佳导演": "获奖"}))
    assert won(path) == [("春", "最佳影片"), ("春", "最佳导演")]
    other = "片名,最佳影片,最佳导演\n春,✔,✘\n夏,❌,✅\n"
    assert won(written(tmp_path / "a.csv", other)) == [("春", "最佳影片"), ("夏", "最佳导演")]
    other = "姓名,三好学生,优秀团员\n张三,1,0\n李四,1,1\n"
    assert won(written(tmp_path / "a.csv", other)) == [("张三", "三好学生"), ("李四", "三好学生"), ("李四", "优秀团员")]
    rows = "1,春,甲社,一等奖,2019\n2,夏,乙社,提名,2019\n1,秋,甲社,一等奖,2020\n2,冬,乙社,提名,2020\n"
    assert len(won(written(tmp_path / "a.csv", f"序号,片名,制作单位,所获奖项,年份\n{rows}"))) == 4
    for text in ("片名,最佳影片,最佳导演\n春,获奖,张三\n夏,提名,李四\n", "片名,成绩,名次\n春,获奖,1\n夏,提名,2\n"):
        assert len(read(written(tmp_path / "a.csv", text))[0]) == 2, text


def test_rows_that_are_no_results_are_set_aside_among_ticks(tmp_path: Path) -> None:
    rows = "片名,单位,一等奖,二等奖\n春,甲局,1,0\n冬,甲局,1,0\n"
    for below, why in (
        ("合计,,2,0\n", "total"),
        ("合计,,1,1\n", "total"),
        (",合计,2,\n", "total"),
        ("总计：2 部,,,\n", "total"),
        ("制表：张三,,日期：2020-01-01,\n", "signature"),
        ("制表人,,,张三\n", "signature"),
        ("片名,单位,一等奖,二等奖\n", "heading"),
        ("片名,单位,一等奖,二等奖\n夏,乙局,0,1\n", "heading"),
    ):
        results, reading = read(written(tmp_path / "a.csv", rows + below))
        assert [row.why for row in reading.set_aside] == [why], below
        assert not reading.refused, below
        wanted = [("春", "一等奖"), ("冬", "一等奖"), *([("夏", "二等奖")] if "夏" in below else [])]
        assert [(each.title, each.award) for each in results] == wanted, below
        assert "张三" not in reading.remarks[0].text, below
    results, _ = read(written(tmp_path / "a.csv", rows + "Total Recall,乙局,0,1\n制表人,,,√\n"))
    assert [(each.title, each.award) for each in results[2:]] == [("Total Recall", "二等奖"), ("制表人", "二等奖")]
    sections = "片名,学校,最佳导演,最佳摄影\n甲组,,,\n春,一小,√,-\n乙组,,,\n夏,二小,-,√\n"
    results, _ = read(written(tmp_path / "a.csv", sections))
    assert [(each.title, each.category and each.category.name) for each in results] == [("春", "甲组"), ("夏", "乙组")]


def test_a_blank_award_of_a_row_without_ticks_is_not_filled_down(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv", "片名,单位,一等奖,最佳导演,最佳摄影\n春,甲局,1,0,0\n夏,乙局,0,1,1\n秋,丙局,0,0,0\n"
    )
    assert not any("--fill-down" in (remark.option or "") for remark in read(path)[1].remarks)
    results, reading = read(path, fill_down=("奖项",))
    assert [each.award for each in results] == ["一等奖", "最佳导演", "最佳摄影", None]
    assert any("--fill-down" in remark.text for remark in reading.remarks)
    path = written(tmp_path / "a.csv", "年份,影片,最佳导演,最佳摄影\n2020,春,√,\n,夏,,√\n,秋,√,\n2021,冬,,√\n")
    assert "--fill-down 年份" in [remark.option for remark in read(path)[1].remarks]
    assert [each.edition.year for each in read(path, fill_down=("年份",))[0]] == [2020, 2020, 2020, 2021]


def test_the_award_of_a_column_beside_ticks_is_one_more_of_the_row(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv", "片名,奖项,最佳导演,最佳摄影\n春,一等奖,1,0\n夏,未获奖,0,1\n秋,,0,1\n冬,二等奖,0,0\n"
    )
    assert won(path) == [
        *(("春", "一等奖"), ("春", "最佳导演"), ("夏", "最佳摄影"), ("秋", "最佳摄影"), ("冬", "二等奖")),
    ]
    path = written(tmp_path / "a.csv", "Film,Award,Best Actor,Best Song\nSalt,Jury Prize,✓,✓\nFog,,,✓\n")
    assert won(path) == [
        *(("Salt", "Jury Prize"), ("Salt", "Best Actor"), ("Salt", "Best Song"), ("Fog", "Best Song")),
    ]
    both = "片名,微电影,微视频,一等奖,二等奖\n春,√,,√,\n夏,,√,√,√\n秋,√,√,,\n"
    results, reading = read(written(tmp_path / "a.csv", both))
    assert [(each.title, each.category and each.category.name, each.award) for each in results] == [
        *(
            ("春", "微电影", "一等奖"),
            ("夏", "微视频", "一等奖"),
            ("夏", "微视频", "二等奖"),
            ("秋", "微电影、微视频", None),
        ),
    ]
    assert all(name in reading.remarks[0].text for name in ("一等奖", "二等奖", "微电影", "微视频"))


def test_a_cell_that_is_more_than_a_tick_leaves_the_others_ticks(tmp_path: Path) -> None:
    rows = "片名,年份,最佳导演,最佳摄影\n春,2020,是,否\n夏,2021,否,{}\n秋,2022,否,否\n"
    for cell, award, is_said in (
        ("是（并列）", "最佳摄影（并列）", False),
        ("√(并列)", "最佳摄影(并列)", False),
        ("待定", None, False),
        ("-", None, False),
        ("并列", "最佳摄影 并列", True),
    ):
        results, reading = read(written(tmp_path / "a.csv", rows.format(cell)))
        assert [each.award for each in results] == ["最佳导演", award, None], cell
        assert all(each.organization is None for each in results), cell
        assert any(f"“{cell}”" in remark.text for remark in reading.remarks) == is_said, cell
    path = written(tmp_path / "a.csv", "Film,Best Film,Best Director\nSalt,1,0\nFog,0,1\nSea,0,maybe\n")
    assert won(path)[:2] == [("Salt", "Best Film"), ("Fog", "Best Director")]
    path = written(tmp_path / "a.csv", "片名,最佳导演,最佳摄影\n春,张三,-\n夏,-,李四\n秋,-,-\n")
    assert [(each.organization, each.award) for each in read(path)[0]] == [("张三", None), ("李四", None), (None, None)]


def test_tables_with_ticks_below_other_tables_are_read_each_under_its_own_heading(tmp_path: Path) -> None:
    ticks, others = "片名,单位,一等奖,二等奖\n春,甲局,1,0\n夏,乙局,0,1\n", "秋,丙局,1,0\n冬,丁局,0,1\n"
    works = ("春", "夏", "秋", "冬")
    for text, awards in (
        (ticks + "片名,单位,一等奖,二等奖\n" + others, ("一等奖", "二等奖") * 2),
        (ticks + "\n片名,单位,最佳导演,最佳摄影\n" + others, ("一等奖", "二等奖", "最佳导演", "最佳摄影")),
        (ticks + "片名,单位,最佳导演,最佳摄影\n" + others, ("一等奖", "二等奖", "最佳导演", "最佳摄影")),
        (ticks + "\n片名,单位,奖项\n秋,丙局,优秀奖\n冬,丁局,优秀奖\n", ("一等奖", "二等奖", "优秀奖", "优秀奖")),
        (
            "片名,单位,奖项\n春,甲局,一等奖\n夏,乙局,二等奖\n\n片名,单位,最佳导演,最佳摄影\n" + others,
            ("一等奖", "二等奖", "最佳导演", "最佳摄影"),
        ),
    ):
        assert won(written(tmp_path / "a.csv", text)) == list(zip(works, awards, strict=True)), text
        marked = text.replace(",1", ",√").replace(",0", ",")
        assert won(written(tmp_path / "a.csv", marked)) == list(zip(works, awards, strict=True)), marked
    many = ticks + "雨,甲局,0,1\n" * 25
    assert won(written(tmp_path / "a.csv", f"{many}\n片名,单位,最佳导演,最佳摄影\n{others}"))[-2:] == [
        *(("秋", "最佳导演"), ("冬", "最佳摄影")),
    ]
    years = f"2021年获奖名单,,,\n{ticks}2022年获奖名单,,,\n片名,单位,最佳导演,最佳摄影\n{others}合计,,1,1\n"
    results, _ = read(written(tmp_path / "a.csv", years))
    assert [(each.title, each.edition.year) for each in results] == list(
        zip(works, (2021, 2021, 2022, 2022), strict=True)
    )


def test_awards_of_a_month_or_a_week_are_ticked_beside_other_awards(tmp_path: Path) -> None:
    for text, award in (
        ("姓名,最佳射手,月度球员,年度进球\n张三,√,,\n李四,,√,\n王五,,,√\n", "月度球员"),
        ("姓名,最佳射手,每周之星\n张三,1,0\n李四,0,1\n", "每周之星"),
        ("Player,Player of the Year,Man of the Match\nAda,1,0\nBo,0,1\n", "Man of the Match"),
        ("Player,Top Scorer,Best Player,Team of the Week\nAda,0,1,0\nBo,0,0,1\n", "Team of the Week"),
    ):
        assert won(written(tmp_path / "a.csv", text))[1][1] == award, text
    for other in ("本月出勤", "Days of the Week", "月度总结"):
        text = f"姓名,最佳射手,最佳新人,{other}\n张三,√,,√\n李四,,√,√\n"
        assert [award for _, award in won(written(tmp_path / "a.csv", text))] == ["最佳射手", "最佳新人"], other


def test_the_name_of_an_award_in_english_is_ticked_alone_also_where_every_row_has_it(tmp_path: Path) -> None:
    for award in ("Booker Prize", "hugo_award", "Game Award", "Caldecott Medal"):
        path = written(tmp_path / "a.csv", f"Title,Year,{award}\nRain,1999,True\nSalt,2010,True\n")
        assert won(path) == [("Rain", award), ("Salt", award)]
        path = written(
            tmp_path / "a.json", json.dumps([{"title": "Rain", award: True}, {"title": "Salt", award: False}])
        )
        assert won(path) == [("Rain", award), ("Salt", None)]
    for heading in ("Award", "Won Award", "Award Received", "Has Prize", "Prize Winner", "Prize Money", "是否获奖"):
        path = written(tmp_path / "a.csv", f"Title,Year,{heading}\nRain,1999,True\nSalt,2010,False\n")
        assert won(path) == [("Rain", None), ("Salt", None)], heading


def test_an_option_that_names_a_column_of_ticks_says_that_its_heading_is_the_award(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "Title,Spiel_des_Jahres\nRain,True\nSalt,True\n")
    assert [remark.option for remark in read(path)[1].remarks] == ["--column award=Spiel_des_Jahres"]
    path = written(tmp_path / "a.csv", "Title,Hugo,Nebula\nRain,True,False\nSalt,True,True\n")
    _, reading = read(path)
    options = "--column award=Hugo --column award=Nebula"
    assert [remark.option for remark in reading.remarks] == [options]
    for asked, found in (
        ({"Hugo": "award", "Nebula": "award"}, [("Rain", "Hugo"), ("Salt", "Hugo"), ("Salt", "Nebula")]),
        ({"nebula": "award", "Title": "title"}, [("Rain", None), ("Salt", "Nebula")]),
    ):
        assert [(each.title, each.award) for each in read(path, columns=asked)[0]] == found
    path = written(tmp_path / "a.json", json.dumps([{"title": "Rain", "hugo": True}, {"title": "Salt", "hugo": False}]))
    assert [each.award for each in read(path, columns={"hugo": "award"})[0]] == ["hugo", None]
    for heading in ("是否获奖", "isSequel", "Award", "Won?", "Director", "show"):
        path = written(tmp_path / "a.csv", f"Title,{heading}\nRain,True\nSalt,False\n")
        assert not any("only yes or no" in remark.text for remark in read(path)[1].remarks), heading
