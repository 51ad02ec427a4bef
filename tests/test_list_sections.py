"""Captions, sections and names of sheets say something of the rows below them; a table beside another is doubted."""

import json
from pathlib import Path

import pytest

from awardcli import messages
from awardcli.collection.loading import check, open_collection
from awardcli.collection.user_file.reading_report import BY_CONTENT, ReadAs
from awardcli.errors import InvalidDataError
from awardcli.model import Result
from awardcli.output.sorting import sorted_by
from conftest import Run
from support import workbook, written

pytestmark = pytest.mark.usefixtures("workbooks_read_here")

Sheet = tuple[str, list[list[object]]]


def listed(path: Path, data: str | bytes, **read_as: tuple[str, ...]) -> list[Result]:
    return list(open_collection(written(path, data), ReadAs(**read_as)))  # type: ignore[arg-type]


def rows(results: list[Result], *roles: str) -> list[tuple[object, ...]]:
    """The title and the cells of those roles of each result."""
    values = {
        "category": lambda each: each.category and each.category.name,
        "award": lambda each: each.award,
        "year": lambda each: each.edition.year,
        "edition": lambda each: each.edition.number,
        "district": lambda each: each.written("district"),
    }
    return [(each.title, *(values[role](each) for role in roles)) for each in results]


def test_a_caption_above_each_repeated_heading_belongs_to_the_rows_below_it(tmp_path: Path) -> None:
    for first, second, role in (
        ("静安区", "宝山区", "district"),
        ("甲组", "乙组", "category"),
        ("2021年", "2022年", "year"),
        ("第三届", "第四届", "edition"),
    ):
        text = (
            f"评选结果,,\n{first},,\n片名,导演,学校\n春,子,一中\n夏,丑,二中\n{second},,\n片名,导演,学校\n秋,寅,三中\n"
        )
        numbers = {"2021年": 2021, "2022年": 2022, "第三届": 3, "第四届": 4}
        above, below = (numbers.get(each, each) for each in (first, second))
        found = rows(listed(tmp_path / "a.csv", text), role)
        assert found == [("春", above), ("夏", above), ("秋", below)], role


def test_a_caption_above_the_repeated_heading_of_two_columns_is_no_title(tmp_path: Path) -> None:
    table = "作品,作者\n春,张三\n{}作品,作者\n秋,李四\n"
    for caption in (
        "小学组,\n",
        "微电影,\n",
        "Junior Group,\n",
        "静安区,\n",
        "\n海淀片,\n",
        "海淀片,\n作品,作者\n夏,王五\n朝阳片,\n",
    ):
        found = open_collection(written(tmp_path / "a.csv", table.format(caption)))
        assert {"春", "秋"} <= {each.title for each in found} <= {"春", "夏", "秋"}, caption
    for title in ("夏,\n", "冬,\n海淀,\n"):
        found = open_collection(written(tmp_path / "a.csv", table.format(title)))
        assert len(list(found)) == 2 + title.count(","), "the last title of a page"


def test_a_caption_of_another_role_ends_that_of_the_table_above(tmp_path: Path) -> None:
    def each(*captions: str) -> list[tuple[object, ...]]:
        text = "".join(f"{caption}作品,单位,备注\n春,甲,\n" for caption in captions)
        return [row[1:] for row in rows(listed(tmp_path / "a.csv", text), "year", "category", "award")]

    assert each("一等奖,,\n", "二等奖,,\n", "小学组,,\n")[1:] == [(None, None, "二等奖"), (None, "小学组", None)]
    assert each("2021年,,\n", "小学组,,\n") == [(2021, None, None), (2021, "小学组", None)], "a group within a year"
    within = each("小学组,,\n一等奖,,\n", "二等奖,,\n", "中学组,,\n一等奖,,\n")
    assert [row[1:] for row in within] == [("小学组", "一等奖"), ("小学组", "二等奖"), ("中学组", "一等奖")]
    two = "Student Film Awards 2024,,\nNarrative,,\nPlace,Film,Director\n1st,春,甲\n,,\n"
    films = listed(tmp_path / "a.csv", f"{two}TV,,\nPlace,Film,Director\n1st,夏,乙\n")
    found = [row[1:] for row in rows(films, "year", "category", "award")]
    assert found == [(2024, "Narrative", "1st"), (2024, "TV", "1st")]
    assert all("Student Film Awards" in each.cells.values for each in films), "the name of the contest is kept"


def test_a_caption_above_another_heading_belongs_to_the_table_below_it(tmp_path: Path) -> None:
    text = "优秀个人\n姓名,单位,职务\n子,一中,教师\n\n优秀集体\n序号,集体名称,单位\n1,一班,三中\n"
    found = listed(tmp_path / "a.csv", text)
    assert [(each.title, each.organization, each.award) for each in found][1:] == [("一班", "三中", "优秀集体")]
    further = "优秀海报,,,\n序号,海报名称,设计者,等级\n1,春,子,金奖\n,,,\n"
    further += "指导教师,,,\n序号,教师姓名,所在学院,\n1,寅,设计学院,\n"
    assert [each.organization for each in listed(tmp_path / "a.csv", further)] == ["子", "寅、设计学院"]
    short = "片名,导演,国别\n春,子,x\n夏季\n获奖者,学校,奖项\n丑,一中,金奖\n"
    assert rows(listed(tmp_path / "a.csv", short), "category") == [("春", None), (None, "夏季")], (
        "as above a repeated one"
    )


def test_an_entry_above_the_heading_is_set_aside_by_name_and_no_award_of_the_rows_below(tmp_path: Path) -> None:
    table = "片名,单位\n庚辛,三单位\n壬癸,四单位\n"
    for above, aside in {
        "- 《甲乙丙》一等奖\n- 《丁戊己》二等奖\n\n": [1, 2],
        "2022年获奖名单\n甲乙,一单位\n": [2],
        "一等奖：甲乙（一单位）\n": [1],
        "获奖名单\n附件1\n甲乙\n": [3],
        "我们的片子\n填报单位：某区,日期：2022年\n2022年5月6日\n": [],
        "某区,,报送\n填报单位：,某区\n": [1],
        "作品情况,\n": [],
    }.items():
        films = open_collection(written(tmp_path / "a.csv", above + table))
        assert [(film.title, film.award) for film in films] == [("庚辛", None), ("壬癸", None)], above
        assert [row.line for row in films.reading.set_aside] == aside, above  # type: ignore[attr-defined]
    page = "---\ntitle: x\n---\n# 获奖\n\n一等奖：《甲乙丙》（某单位）\n::: card 某赛 · 二等奖\n三人参赛。\n:::\n\n"
    films = open_collection(written(tmp_path / "a.md", f"{page}|片名|单位|\n|---|---|\n|庚辛|三单位|\n"))
    assert [(film.title, film.award) for film in films] == [("庚辛", None)]
    assert [row.line for row in films.reading.set_aside] == [6, 7, 8]  # type: ignore[attr-defined]
    films = open_collection(written(tmp_path / "a.csv", "片名,单位,年份\n《甲乙丙》一等奖\n庚辛,三单位,2020\n"))
    assert [(film.title, film.award) for film in films] == [("《甲乙丙》一等奖", None), ("庚辛", None)]
    films = open_collection(written(tmp_path / "a.csv", "一等奖\n片名,单位\n庚辛,三单位\n"))
    assert [(film.title, film.award) for film in films] == [("庚辛", "一等奖")]


def test_a_year_or_an_edition_alone_names_the_rows_below_where_no_column_does(tmp_path: Path) -> None:
    text = "片名,导演,地区\n春,子,x\n2022年,,\n一等奖,,\n夏,丑,y\n2023年,,\n秋,寅,z\n"
    found = rows(listed(tmp_path / "a.csv", text), "year", "award")
    assert found == [("春", None, None), ("夏", 2022, "一等奖"), ("秋", 2023, None)]
    inside = "片名,导演,地区\n一、短片,,\n2022年,,\n春,子,x\n2023年,,\n夏,丑,y\n二、长片,,\n秋,寅,z\n"
    assert rows(listed(tmp_path / "a.csv", inside), "category", "year") == [
        ("春", "短片", 2022),
        ("夏", "短片", 2023),
        ("秋", "长片", None),
    ]
    assert len(listed(tmp_path / "a.csv", "片名,导演,国别\n1917,,\n1922,,\n秋,寅,z\n")) == 3, "films of that name"
    assert len(listed(tmp_path / "a.csv", "年份,片名,导演\n2022年,,\n,春,子\n")) == 2, "it may be filled down"


def test_a_group_row_is_no_result_once_it_is_filled_down(tmp_path: Path) -> None:
    text = "Year,Category,Winner,Work\n2021,,,\n,Fiction,Ono,Orchard\n2022,Poetry,Vega,Psalms\n,Fiction,Brandt,Field\n"
    found = listed(tmp_path / "a.csv", text, fill_down=("Year",))
    assert rows(found, "year") == [("Orchard", 2021), ("Psalms", 2022), ("Field", 2022)]
    every = listed(tmp_path / "a.csv", "Work,Year\nOrchard,2021\n,2022\n", fill_down=("Work", "Year"))
    assert len(every) == 2, "with every column filled down no row is a group"


def test_a_sheet_may_be_named_by_a_year_an_edition_or_an_award(tmp_path: Path) -> None:
    def sheets(heading: list[object], *names: str) -> bytes:
        tables: list[tuple[str, list[list[object]]]]
        tables = [(name, [heading, [f"{name}之歌", "子", "歌曲"]]) for name in names]
        return workbook(*tables)

    for names, heading, role, values in (
        (("2021年", "2022年获奖名单"), ["片名", "导演", "类别"], "year", (2021, 2022)),
        (("第九届", "第十届"), ["片名", "导演", "地区"], "edition", (9, 10)),
        (("金奖", "银奖"), ["片名", "导演", "地区"], "award", ("金奖", "银奖")),
        (("2021年金奖", "第九届一等奖"), ["片名", "导演", "地区"], "award", ("金奖", "一等奖")),
        (("2021年金奖", "2022 (2)"), ["片名", "导演", "地区"], "year", (2021, 2022)),
        (("2021 (2)", "短片(3)"), ["片名", "导演", "地区"], "category", (None, "短片")),
        (("2021短片", "2021长片"), ["片名", "导演", "地区"], "category", ("2021短片", "2021长片")),
        (("2021", "2022"), ["片名", "导演", "年份"], "category", (None, None)),
    ):
        found = rows(listed(tmp_path / "a.xlsx", sheets(list(heading), *names)), role)
        assert [each[1] for each in found] == list(values), names
    unnamed = [
        "Sheet1",
        "Sheet1 (2)",
        "工作表1",
        "表2",
        "Feuil1",
        "Tabelle1",
        "Hoja1",
        "第1页",
        "Page 2",
        "汇总",
        "总表",
    ]
    found = rows(listed(tmp_path / "a.xlsx", sheets(["片名", "导演", "地区"], *unnamed)), "category")
    assert [each[1] for each in found] == [None] * len(unnamed), "they say nothing of the rows"
    named = ["表演", "第1组", "Sheet Music", "第1页纸", "微电影汇总", "Page Turners", "微电影2"]
    found = rows(listed(tmp_path / "a.xlsx", sheets(["片名", "导演", "地区"], *named)), "category")
    assert [each[1] for each in found] == named


def test_rows_that_are_in_titles_of_sheets_are_remarked_on_and_kept(tmp_path: Path) -> None:
    def read_once(*sheets: Sheet) -> str | None:
        """The option of the remark that sheets repeat others."""
        found = open_collection(written(tmp_path / "a.xlsx", workbook(*sheets)))
        assert len(found) == sum(len(rows) - 1 for _, rows in sheets), "every row is kept"
        options = [each.option for each in found.reading.remarks if each.option]  # type: ignore[attr-defined]
        assert len(options) < 2
        return options[0] if options else None

    two: list[object] = ["片名", "单位"]
    gold: Sheet = ("一等奖", [two, ["甲", "u"], ["乙", "v"]])
    silver: Sheet = ("二等奖（1名）", [two, ["丙", "w"]])
    every: list[list[object]] = [
        [*two, "奖项"],
        ["《甲》", "u", "一等奖"],
        ["乙", "v", "一等奖"],
        ["丙", "w", "二等奖"],
    ]
    assert read_once(("汇总", every), gold, silver) == "--sheet 汇总"
    assert read_once(gold, silver, ("嘉定区获奖作品", every)) == "--sheet 嘉定区获奖作品", "whatever its name and place"
    assert read_once(gold, silver, ("Sheet1 (2)", gold[1])) == "--sheet 一等奖 --sheet '二等奖（1名）'"
    years: list[Sheet] = [
        ("2021", [["片名"], ["春"], ["夏"], ["日"], ["月"]]),
        ("2022", [["片名"], ["秋"], ["冬"], ["山"], ["水"]]),
    ]
    assert read_once(*years, ("总表", [["片名", "年份"], ["春", "2021年"], ["夏", 2021], ["冬", 2022]])) == (
        "--sheet 2021 --sheet 2022"
    ), "the summary is shorter than its parts"

    ran: Sheet = ("初评", [two, ["甲", "u"], ["乙", "v"], ["丙", "w"], ["丁", "x"]])
    assert read_once(ran, ("终评", every)) == "--sheet 终评", "which says what they won"

    assert read_once(gold, silver) is None
    assert read_once(("2021", gold[1]), ("2022", gold[1])) is None, "the same won again"
    assert read_once(("一等奖", gold[1]), ("人气奖", gold[1])) is None, "another award"
    assert read_once(gold, ("入选", [two, ["甲", "u"], ["丁", "x"], ["戊", "y"]])) is None, "a few rows"
    assert read_once(("甲组", gold[1]), ("乙组", [two, ["甲", "s"], ["乙", "t"]])) is None, "by others"


def test_a_sheet_named_by_a_year_fills_its_empty_years_and_is_no_category(tmp_path: Path) -> None:
    films: list[list[object]] = [["片名", "单位", "年份"], ["春", "u", "2019"], ["夏", "v"]]
    data = workbook(("2022", films), ("2021年", films))
    found = rows(listed(tmp_path / "a.xlsx", data), "year", "category")
    assert found == [("春", 2019, None), ("夏", 2022, None), ("春", 2019, None), ("夏", 2021, None)]
    awards: list[list[object]] = [["片名", "奖项"], ["春", "最佳导演"], ["夏"]]
    found = rows(listed(tmp_path / "a.xlsx", workbook(("一等奖", awards), ("b", awards[:2]))), "award", "category")
    assert found[:2] == [("春", "最佳导演", "一等奖"), ("夏", "一等奖", "一等奖")]
    films[0][2] = "上映年份"
    found = rows(listed(tmp_path / "a.xlsx", workbook(("2022", films), ("2021", films))), "year", "category")
    assert found[:2] == [("春", 2019, None), ("夏", None, None)], "when a film came out is another year"


def test_a_name_in_a_sheet_of_an_award_for_bodies_is_that_of_a_body(tmp_path: Path) -> None:
    works: list[list[object]] = [["奖项", "名称", "单位"], ["一等奖", "甲", "u"], ["二等奖", "乙", "v"]]
    bodies: list[list[object]] = [["序号", "名称"], [1, "嘉定区教育局"], [2, "宝山区教育局"]]
    found = listed(tmp_path / "a.xlsx", workbook(("作品奖", works), ("优秀组织奖", bodies), ("作品奖2", bodies)))
    assert [(each.title, each.organization) for each in found][2:] == [
        (None, "嘉定区教育局"),
        (None, "宝山区教育局"),
        ("嘉定区教育局", None),
        ("宝山区教育局", None),
    ]


def test_columns_behind_a_blank_one_are_doubted(tmp_path: Path) -> None:
    def doubts(text: str) -> bool:
        found = open_collection(written(tmp_path / "a.csv", text)).reading  # type: ignore[attr-defined]
        begin = messages.BEHIND_A_GAP(headings="").removeprefix("{headings}")
        return any(begin in remark.text for remark in found.remarks)

    assert doubts("片名,单位,,奖项,数量\n甲,子,,金奖,1\n乙,丑,,银奖,1\n")
    assert not doubts("片名,单位,,奖项,数量\n甲,子,x,金奖,1\n乙,丑,,银奖,1\n"), "the column is not blank"
    assert not doubts("片名,单位,,备注\n甲,子,,x\n"), "one column"


def test_what_holds_records_gives_them_no_second_title(tmp_path: Path) -> None:
    nominee = {"title": "乙", "director": "丑"}
    group = {"name": "故事片", "winner": {"title": "甲", "director": "子"}, "nominees": [nominee]}
    document = {"awards": [{"name": "金鸡奖", "edition": 34, "categories": [group]}]}
    path = written(tmp_path / "a.json", json.dumps(document))
    whole = open_collection(path).reading  # type: ignore[attr-defined]
    assert whole.remarks[-1].text.startswith("“name” may only name groups")
    films = open_collection(path, ReadAs(records="awards.categories.nominees"))
    assert [(film.title, film.other_titles, film.organization, film.award) for film in films] == [
        ("乙", (), "丑", "金鸡奖")
    ]
    assert [heading for heading, _ in films.columns] == [
        *("title", "director", "name", "winner.title", "winner.director", "awards.name", "edition")
    ]
    winners = open_collection(path, ReadAs(records="awards.categories"))
    assert [film.title for film in winners] == ["甲"], "a record without a title of its own keeps the one inside it"


def test_lines_below_a_markdown_table_are_set_aside_whatever_they_say(tmp_path: Path) -> None:
    table = "# 第九届\n\n| 片名 | 导演 | 奖项 |\n|---|---|---|\n| 春 | 子 | 金奖 |\n"
    for foot in ("出处：某社", "> 投票截止 2023-12-01", "谢谢"):
        found = open_collection(written(tmp_path / "a.md", f"{table}\n{foot}\n"))
        assert [film.title for film in found] == ["春"], foot
        assert [row.text for row in found.reading.set_aside] == [foot]  # type: ignore[attr-defined]


def test_the_first_path_of_a_file_of_paths_is_no_heading(awardcli: Run, tmp_path: Path) -> None:
    for first in ("./微电影/薪火.mp4", "E:/电影/薪火.mp4", "作者/张三", "D:\\影片\\薪火.mp4", "微电影/薪火"):
        ran = awardcli("match", written(tmp_path / "paths.txt", f"{first}\n{first}\n"), "-f", "json")
        assert len(json.loads(ran.out)) == 2, first
    ran = awardcli("match", written(tmp_path / "paths.txt", "片名/Film\n薪火\n"), "-f", "json")
    assert [row["片名/Film"] for row in json.loads(ran.out)] == ["薪火"]


def test_years_of_eras_are_years(tmp_path: Path) -> None:
    text = "題名,応募者,年度\n甲,子,令和5年度\n乙,丑,平成元年度\n丙,寅,昭和63年度\n丁,卯,民國九十年\n"
    found = rows(listed(tmp_path / "a.csv", text), "year")
    assert found == [("甲", 2023), ("乙", 1989), ("丙", 1988), ("丁", 2001)]
    cells = ["昭和63年度", "平成元年度", "民國九十年", "令和5年4月"]
    assert sorted_by(sorted(cells), str) == cells


def test_a_table_of_years_across_has_a_result_in_each_cell(tmp_path: Path) -> None:
    for corner in ("奖项", ""):
        text = f"历年获奖,,,\n{corner},2021年,2022年,2023年\n最佳影片,春,秋,冬\n最佳短片,桥,—,\n"
        found = rows(listed(tmp_path / "a.csv", text), "award", "year")
        assert found == [
            ("春", "最佳影片", 2021),
            ("秋", "最佳影片", 2022),
            ("冬", "最佳影片", 2023),
            ("桥", "最佳短片", 2021),
        ]
    counts = "单位,2021,2022\n某局,3,4\n某委,1,2\n"
    assert len(listed(tmp_path / "b.csv", counts)) == 2, "numbers by year of bodies"


_CONTENT = (
    "[1] 陈忠实. 白鹿原[M]. 北京: 人民文学出版社, 1993.\n[2] 路遥. 平凡的世界[M]. 北京: 中国文联出版公司, 1986.\n",
    "［1］陈忠实．白鹿原［M］．北京：人民文学出版社，1993．\n［2］莫言．蛙［M］．上海：某出版社，2009．\n",
    "[1]陈忠实.白鹿原[M].北京:人民文学出版社,1993.\n[2]路遥.人生[M].北京:中国青年出版社,1982.\n",
    "Smith, J. (1999). A Title. Some Publisher.\nChen, Z. (1993). White Deer. Other Publisher.\n",
    "Morrison, Toni. Beloved. Vintage Publisher, 1987.\nLee, Harper. To Kill a Mockingbird. Warner Film, 1960.\n",
    "1. 甲, 某出版社\n2. 乙, 春风出版社\n3. 丙, 夏雨书店\n",
    "1、电影，张三\n2、小说，李四\n",
    "1. 电影\n2. 小说\n3. 春\n",
    "1. Inception, Film, 2010\n2. Hamlet, Play, 1601\n3. Emma, Novel, 1815\n",
    "《电影》，张三\n《春天》，李四\n",
    "新片场工作室,春天,张三\n光影工作室,秋天,李四\n",
    "春风出版社;甲;1993\n夏雨书店;乙;1994\n",
    "Academy Short Film, Tim\nOther Short Film, Tom\n",
)


def test_two_awards_of_people_beside_years_name_who_won_each(tmp_path: Path) -> None:
    for heading in ("Year,Player of the Year,Coach of the Year", "年份,年度球员,年度教练"):
        films = open_collection(written(tmp_path / "a.csv", f"{heading}\n2019,Ann Lee,Bo Ek\n2020,Cy Fox,Di Orr\n"))
        awards = heading.split(",")[1:]
        assert [(each.award, each.organization) for each in films] == [
            *zip(awards, ("Ann Lee", "Bo Ek"), strict=True),
            *zip(awards, ("Cy Fox", "Di Orr"), strict=True),
        ]
    page = "## 教学获奖\n\n|项目|负责人|\n|---|---|\n|甲|张三|\n\n## 科研获奖\n\n|项目|负责人|\n|---|---|\n|乙|李四|\n"
    films = open_collection(written(tmp_path / "a.md", page))
    assert [each.award for each in films] == [None, None], "what won, and not which award"


def test_of_awards_by_years_those_of_people_name_who_won(tmp_path: Path) -> None:
    films = open_collection(
        written(tmp_path / "a.csv", "奖项,2021,2022\n最佳影片,春天来了,河边的人\n最佳导演,张三,李四\n优秀员工,赵六,\n")
    )
    assert [(each.award, each.title, each.organization) for each in films] == [
        *(("最佳影片", "春天来了", None), ("最佳影片", "河边的人", None)),
        *(("最佳导演", None, "张三"), ("最佳导演", None, "李四"), ("优秀员工", None, "赵六")),
    ]
    unsaid = messages.MAY_BE_PEOPLE(examples="Ann Lee, Bo Ek, Cy Fox", option="--column organization=title")
    club = "Award,2021,2022\nMost improved,Ann Lee,Bo Ek\nSpirit of the Club,Cy Fox,Di Orr and Ed Poe\n"
    works = "Award,2021,2022\nMost popular,Slow Rain,The Moon\nBest Score,The Artist,Life of Pi\n"
    for text, is_doubted in ((club, True), (works, False)):
        reading, _ = check(written(tmp_path / "a.csv", text), BY_CONTENT)
        assert (unsaid in [remark.text for remark in reading.remarks]) == is_doubted, text
    people = open_collection(written(tmp_path / "a.csv", club), ReadAs({"title": "organization"}))
    assert [(each.title, each.organization) for each in people][:2] == [(None, "Ann Lee"), (None, "Bo Ek")]


def test_a_first_line_like_the_lines_below_it_is_no_heading(tmp_path: Path) -> None:
    for text in _CONTENT:
        found = listed(tmp_path / "a.txt", text)
        assert [each.cells.values[-1] for each in found] == text.splitlines(), text
    for first in ("新片场工作室,春天,2020\n光影工作室,秋天,2021\n", "1. 甲,某出版社\n2. 乙,某公司\n"):
        with pytest.raises(InvalidDataError):
            open_collection(written(tmp_path / "a.csv", first))


def test_headings_of_several_words_stay_headings(tmp_path: Path) -> None:
    for heading, below in {
        "出版社名称,书": "春风出版社,甲\n夏雨出版社,乙\n",
        "出版单位,地点": "春风出版社,北京\n某单位,上海\n",
        "Publisher / Verlag,Ort": "Springer,Berlin\nReclam Verlag,Leipzig\n",
        "作品名称（必填）,手机": "甲,1\n乙,2\n",
        "作者/单位,地点": "子,北京\n丑,上海\n",
        "1.姓名,2.参赛作品": "子,甲\n丑,乙\n",
        "单位,2021,2022": "某局,3,4\n某委,1,2\n",
        "报送单位,参赛作品,获奖年份": "某公司,甲,2020\n某单位,乙,2021\n",
        "影片（2021）,导演": "甲（2021）,子\n乙（2021）,丑\n",
    }.items():
        for name in ("a.csv", "a.txt"):
            found = open_collection(written(tmp_path / name, f"{heading}\n{below}"))
            assert (len(found), [column.heading for column in found.columns]) == (2, heading.split(",")), heading


def test_a_place_in_a_workbook_is_said_in_the_language_of_the_reader(awardcli: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(("街镇", [["编号", "片名"], ["a", "春"], ["a", "春"]]), ("市", [["片名"], ["秋"]])))
    ran = awardcli("import", path, "-o", tmp_path / "a.awards", "--lang", "zh")
    assert "a.xlsx：街镇：第 3 行" in ran.err


def test_a_notice_of_lines_has_its_sections_as_awards(tmp_path: Path) -> None:
    notice = "征文获奖名单\n\n一等奖（2名）\n一中　子　《甲》\n二中　丑　《乙》\n二等奖：\n《丙》\n优秀组织奖\n某小学\n"
    found = listed(tmp_path / "a.txt", notice)
    assert rows(found, "award") == [
        ("甲", "一等奖"),
        ("乙", "一等奖"),
        ("丙", "二等奖"),
        (None, "优秀组织奖"),
    ]
    for lines in ("华表奖\n金鸡奖\n百花奖\n", "春\n秋\n一等奖\n冬\n二等奖\n夏\n", "春\n提名\n秋\n"):
        assert len(listed(tmp_path / "b.txt", lines)) == len(lines.splitlines()), "titles, and no sections"


def test_champions_are_who_won_unless_they_are_awards_below_one_another(tmp_path: Path) -> None:
    for heading in ("冠军", "Champion", "Meister", "Campeón", "Sieger"):
        found = listed(tmp_path / "a.csv", f"Saison,{heading},x\n2020,甲队,3\n2021,乙队,4\n")
        assert [film.organization for film in found] == ["甲队", "乙队"], heading
    lines = "冠军，甲队\n亚军，乙队\n季军，丙队\n"
    assert len(listed(tmp_path / "b.txt", lines)) == 3
    assert len(listed(tmp_path / "c.csv", "片名,冠军\n甲,3\n乙,4\n")[0].organizations) == 0, "how often"


def test_cells_of_databases_without_a_value_name_nothing(tmp_path: Path) -> None:
    found = listed(tmp_path / "a.csv", "参赛菜品,author,prize_level\n甲,NULL,金奖\n乙,\\N,银奖\n评委签字：,,\n")
    assert [(film.title, film.organization, film.award) for film in found] == [
        ("甲", None, "金奖"),
        ("乙", None, "银奖"),
    ]


def test_a_table_of_uneven_rows_is_parted_as_its_first_row_is(tmp_path: Path) -> None:
    text = "Ceremony\tYear\tFilm\tName\n1\t1927\tA\n2\t1928\tB\tX\n3\t1929\tC\tY\t\n4\t1930\tD\tZ\tz\t\n"
    assert open_collection(written(tmp_path / "a.csv", text)).columns[2].role == "title"


def sheet(path: Path, text: str, *, is_merged: bool) -> list[Result]:
    """The results of a sheet with those rows, those of one cell merged over the width or not."""
    import xlsxwriter

    lines = [line.split(",") for line in text.splitlines()]
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        for at, cells in enumerate(lines):
            page.write_row(at, 0, cells)
            if is_merged and len(cells) == 1 and cells[0]:
                page.merge_range(at, 0, at, max(map(len, lines)) - 1, cells[0])
    return list(open_collection(path))


def test_a_year_alone_says_so_of_the_rows_below_it_however_it_is_written(tmp_path: Path) -> None:
    for heading, more in (("片名,单位,时长", ",5"), ("片名,单位", "")):
        for first, second in (
            ("2021年", "2022年"),
            ("2021 年", "2022 年度"),
            ("二〇二一年", "（2022年）"),
            ("一、2021年", "二、2022年"),
            ("2021年获奖作品", "2022年获奖作品"),
            ("2021年5月", "2022年6月1日"),
        ):
            below = f"{heading}\n{first}\n甲,u{more}\n乙,v{more}\n{second}\n丙,w{more}\n"
            above = f"{first}\n一等奖\n{heading}\n甲,u{more}\n\n二等奖\n{heading}\n乙,v{more}\n\n"
            above += f"{second}\n一等奖\n{heading}\n丙,w{more}\n"
            for text in (below, above):
                for is_merged in (True, False):
                    found = sheet(tmp_path / "a.xlsx", text, is_merged=is_merged)
                    assert rows(found, "year") == [("甲", 2021), ("乙", 2021), ("丙", 2022)], (text, is_merged)
    with_column = "片名,单位,年份\n2021年\n甲,u,\n2022年\n乙,v,\n丙,w,2019\n"
    found = sheet(tmp_path / "a.xlsx", with_column, is_merged=False)
    assert rows(found, "year") == [("甲", 2021), ("乙", 2022), ("丙", 2019)]


def test_a_date_is_that_of_a_signature_at_the_end_or_below_a_body(tmp_path: Path) -> None:
    table = "片名,单位,时长\n2021年\n甲,u,5\n"
    for foot in (
        "上海市某区教育局\n2022年6月\n",
        "\n2022年\n",
        "制表：张三\n2022年6月1日\n",
        "2022年6月1日\n注：略。\n",
    ):
        for is_merged in (True, False):
            assert rows(sheet(tmp_path / "a.xlsx", table + foot, is_merged=is_merged), "year") == [("甲", 2021)], foot
    signed = f"{table}\n上海市某区教育局\n2022年6月1日\n\n二等奖\n乙,v,6\n"
    found = sheet(tmp_path / "a.xlsx", signed, is_merged=False)
    assert rows(found, "year", "award") == [("甲", 2021, None), ("乙", 2021, "二等奖")]
    films = sheet(
        tmp_path / "a.xlsx", "片名,单位,时长\n1921,u,5\n2022,v,6\n1917\n2022年,w,7\n甲,x,8\n", is_merged=False
    )
    assert rows(films, "year") == [(title, None) for title in ("1921", "2022", "1917", "2022年", "甲")]


def test_the_first_of_several_editions_is_above_the_heading(tmp_path: Path) -> None:
    below = "奖项,片名,单位\n一等奖,甲,u\n{}\n一等奖,乙,v\n{}\n一等奖,丙,w\n"
    for first, numbers in (("第九届", 9), ("第九届获奖名单", 9), ("名单", None)):
        found = listed(tmp_path / "a.csv", f"{first},,\n" + below.format("第十届,,", "2023年（第十一届）,,"))
        assert rows(found, "edition", "year") == [("甲", numbers, None), ("乙", 10, None), ("丙", 11, 2023)], first
    both = listed(tmp_path / "a.csv", below.format("2022年（第十届）,,", "2023年,,"))
    assert rows(both, "edition", "year") == [("甲", None, None), ("乙", 10, 2022), ("丙", None, 2023)]
    one = listed(tmp_path / "a.csv", "第三届获奖名单,,\n片名,单位,x\n甲,u,1\n")
    assert rows(one, "edition") == [("甲", None)], "the name of the whole list"


def test_kinds_of_works_alone_between_other_rows_are_their_categories(tmp_path: Path) -> None:
    for text, categories in (
        ("片名,单位,时长\n2021年\n微电影\n一等奖\n甲,u,5\n微视频\n一等奖\n乙,v,6\n", ("微电影", "微视频")),
        ("片名,单位,时长\n微电影\n甲,u,5\n微视频\n乙,v,6\n", ("微电影", "微视频")),
        ("片名,单位,时长\n甲,u,5\n微视频\n一等奖\n乙,v,6\n", (None, "微视频")),
        ("序号,片名,单位\n,微电影类,\n1,甲,u\n,微视频类,\n1,乙,v\n", ("微电影类", "微视频类")),
    ):
        found = rows(sheet(tmp_path / "a.xlsx", text, is_merged=False), "category")
        assert found == list(zip("甲乙", categories, strict=True)), text
    for text in ("小说\n诗歌\n甲,u,5\n", "甲,u,5\n小说\n乙,v,6\n", "小说\n甲,u,5\n诗歌\n"):
        films = sheet(tmp_path / "a.xlsx", f"片名,单位,时长\n{text}", is_merged=False)
        assert len(films) == text.count("\n"), text


def test_organizations_of_an_award_may_have_a_numbered_table_of_their_own(tmp_path: Path) -> None:
    for heading in ("单位", "获奖单位", "学校"):
        below = f"优秀组织奖,,\n序号,{heading},\n1,文汇报社,\n2,嘉定区委宣传部,\n"
        table = f"一等奖,,\n序号,片名,单位\n1,春天的故事,黄浦区文旅局\n{below}"
        bodies = [("文汇报社", "优秀组织奖"), ("嘉定区委宣传部", "优秀组织奖")]
        for text, films in ((below, []), (table, [("黄浦区文旅局", "一等奖")])):
            found = listed(tmp_path / "a.csv", text)
            assert [(each.organization, each.award) for each in found] == [*films, *bodies], text
            assert [each.title for each in found[len(films) :]] == [None, None], text
    titled = listed(tmp_path / "a.csv", "一等奖,,\n序号,片名,单位\n1,单位,个人\n2,春天的故事,个人\n")
    assert [each.title for each in titled] == ["单位", "春天的故事"]


def test_a_heading_of_two_rows_may_have_known_names_in_both(tmp_path: Path) -> None:
    below = "一等奖,春天的故事,5分,文汇报社,王大明\n二等奖,月光码头,6分,灯塔公司,李小红\n"
    for upper, lower in (
        ("奖项,作品,,报送,", ",名称,时长,单位,联系人"),
        ("奖项,作品,,报送,", "奖项,名称,时长,单位,联系人"),
        ("奖项,作品信息,,选送,", ",片名,时长,学校,联系人"),
    ):
        found = listed(tmp_path / "a.csv", f"{upper}\n{lower}\n{below}")
        assert rows(found, "award") == [("春天的故事", "一等奖"), ("月光码头", "二等奖")], upper
        assert [each.organization for each in found] == ["文汇报社", "灯塔公司"], upper
    named = listed(tmp_path / "a.csv", "片名,,单位,\n中文名,英文名,名称,地区\n咏梅,Yongmei,文汇报社,上海\n")
    assert [(each.titles, each.organization) for each in named] == [(("咏梅", "Yongmei"), "文汇报社")]
    captioned = "2021年获奖汇总表,,,\n竞赛名称,作品,参赛学生,\n竞赛名称,作品,姓名,学院\n春季赛,咏梅,王大明,美术学院\n"
    films = open_collection(written(tmp_path / "a.csv", captioned))
    assert [column.heading for column in films.columns] == ["竞赛名称", "作品", "姓名", "学院"]
    for first in ("春天的故事,名称,单位", "单位,文汇报社,第一集"):
        found = listed(tmp_path / "a.csv", f"片名,单位,\n{first}\n月光码头,灯塔公司,\n")
        assert len(found) == 2, first


def test_tables_side_by_side_under_captions_are_read_each_under_its_own(tmp_path: Path) -> None:
    below = "春天的故事,文汇报社,秋日,灯塔公司\n咏梅,嘉定区委宣传部,冬雪,学校\n"
    found = listed(tmp_path / "a.csv", f"一等奖,,二等奖,\n片名,单位,片名,单位\n{below}")
    awards = [("春天的故事", "一等奖"), ("咏梅", "一等奖"), ("秋日", "二等奖"), ("冬雪", "二等奖")]
    assert rows(found, "award") == awards
    assert [each.organization for each in found] == ["文汇报社", "嘉定区委宣传部", "灯塔公司", "学校"]
    numbered = "1,春天的故事,文汇报社,1,秋日,灯塔公司\n2,咏梅,嘉定区委宣传部,,,\n"
    found = listed(tmp_path / "a.csv", f"2021年,,,2022年,,\n序号,片名,单位,序号,片名,单位\n{numbered}")
    assert rows(found, "year") == [("春天的故事", 2021), ("咏梅", 2021), ("秋日", 2022)]
    collection = open_collection(written(tmp_path / "a.csv", f"甲组,,乙组,\n片名,单位,片名,单位\n{below}"))
    assert len(list(collection)) == 4
    assert [each.why for each in collection.reading.set_aside] == ["section"]  # type: ignore[attr-defined]


def test_a_list_named_by_letters_has_no_other_heading(tmp_path: Path) -> None:
    for text in ("\n奖项,片名,单位\n一等奖,吾梦,个人\n", "一等奖,画,个人\n\n奖项,片名,单位\n一等奖,吾梦,个人\n"):
        found = listed(tmp_path / "a.csv", text, columns={"B": "title"})  # type: ignore[arg-type]
        assert [each.title for each in found][-2:] == ["片名", "吾梦"]


def test_none_and_vacant_are_nobody_and_no_work_that_nobody_made(tmp_path: Path) -> None:
    text = (
        "片名,英文名,导演,单位,奖项\n春,无,子,无,金奖\n空缺,,,,特等奖\n（空缺）,,暂无,-,银奖\n空缺,Vacancy,丑,,金奖\n"
    )
    found = listed(
        tmp_path / "a.csv", text + "无,Anora,寅,N/A,铜奖\n无,,卯,,铜奖\n夏,,,从缺,铜奖\n无人区,,无名氏,无锡台,铜奖\n"
    )
    assert [(each.title, each.other_titles, each.organization) for each in found] == [
        ("春", (), "子"),
        (None, (), None),
        (None, (), None),
        ("空缺", ("Vacancy",), "丑"),
        ("Anora", (), "寅"),
        ("无", (), "卯"),
        ("夏", (), None),
        ("无人区", (), "无名氏、无锡台"),
    ]
    assert [each.written("title") for each in found][1] == "空缺", "cells are kept"
    assert [each.title for each in listed(tmp_path / "a.csv", "片名,年份\n空缺,2001\n无,2002\n")] == ["空缺", "无"]


def test_ranks_and_lists_of_winners_alone_in_a_row_are_awards(tmp_path: Path) -> None:
    for first, second, awards in (
        ("1st Prize", "2nd Prize", ("1st Prize", "2nd Prize")),
        ("1st Place", "3rd place", ("1st Place", "3rd place")),
        ("一等", "二等（2名）", ("一等", "二等")),
        ("甲等", "特别提名", ("甲等", "特别提名")),
        ("一等奖名单", "二等奖获奖作品名单", ("一等奖", "二等奖")),
    ):
        for text in ("序号,片名,导演\n{},,\n1,春,u\n{},,\n2,夏,v\n", "片名,导演\n{},\n春,u\n{},\n夏,v\n"):
            found = rows(listed(tmp_path / "a.csv", text.format(first, second)), "award", "edition", "category")
            assert found == [("春", awards[0], None, None), ("夏", awards[1], None, None)], first
    text = "片名,导演\n甲的名单,\n春,u\n获奖名单,\n平等,\n"
    assert [each.title for each in listed(tmp_path / "a.csv", text)] == ["甲的名单", "春", "获奖名单", "平等"]
    edition = "Film,Director,Length\n25th Academy Awards,,\nRain,Ann,1\n"
    assert rows(listed(tmp_path / "a.csv", edition), "edition")[0][1] == 25


def test_a_section_may_say_that_there_are_several(tmp_path: Path) -> None:
    for name in ("优秀奖若干", "优秀奖若干名", "优秀奖（若干）", "优秀奖：若干部"):
        text = f"片名,单位,时长\n二等奖（1名）,,\n春,u,1\n{name},,\n夏,v,2\n"
        assert rows(listed(tmp_path / "a.csv", text), "award") == [("春", "二等奖"), ("夏", "优秀奖")], name
    text = "片名,单位,时长\n二等奖,,\n春,u,1\n若干,,\n往事若干,,\n夏,v,2\n"
    assert rows(listed(tmp_path / "a.csv", text), "award")[1:3] == [("若干", "二等奖"), ("往事若干", "二等奖")]


def test_records_that_only_name_an_award_or_a_total_are_no_results(tmp_path: Path) -> None:
    films = [{"片名": "春", "导演": "甲"}, {"片名": "夏", "导演": "乙"}]
    for first, second, total in (
        ({"片名": "一等奖"}, {"片名": "二等奖"}, {"片名": "合计：2部"}),
        ({"片名": "一等奖", "导演": None}, {"片名": "二等奖（1部）", "导演": ""}, {"片名": "合计", "导演": "2部"}),
        ({"序号": "一等奖", "片名": None}, {"序号": "二等奖", "片名": None}, {"序号": "总计", "片名": 2}),
    ):
        records = [first, films[0], second, films[1], total]
        lines = "".join(json.dumps(each) + "\n" for each in records)
        for path in (written(tmp_path / "a.json", json.dumps(records)), written(tmp_path / "a.jsonl", lines)):
            reading, found = check(path)
            shown = [(each.title, each.award) for each in found or ()]
            assert shown == [("春", "一等奖"), ("夏", "二等奖")], records
            assert [(each.line, each.why) for each in reading.set_aside] == [
                (1, "section"),
                (3, "section"),
                (5, "total"),
            ]
            assert reading.columns[-1] == ("奖项", "award")
    others: list[list[object]] = [
        [{"片名": "一等奖"}, {"片名": "合计"}],  # lists of titles alone
        [{"片名": "春", "奖项": "金奖"}, {"片名": None, "奖项": "银奖"}],  # won by nobody that is named
        [{"片名": "春", "导演": "甲"}, {"片名": "获奖之后"}],
    ]
    for each in others:
        reading, found = check(written(tmp_path / "a.json", json.dumps(each)))
        assert (len(found or ()), reading.set_aside) == (2, ()), each
    with pytest.raises(InvalidDataError):
        check(written(tmp_path / "a.json", "[{}]"))


def test_the_title_of_each_sheet_says_the_year_the_edition_or_the_award_in_which_it_differs(tmp_path: Path) -> None:
    def read(*titles: str, names: tuple[str, ...] = ("Sheet1", "Sheet2"), headings: str = "作品,作者") -> list[object]:
        sheets: list[Sheet] = [
            (name, [[title], [*headings.split(",")], ["春", "甲"]]) for name, title in zip(names, titles, strict=True)
        ]
        (tmp_path / "a.xlsx").write_bytes(workbook(*sheets))
        films = open_collection(tmp_path / "a.xlsx")
        of_films = ((film.edition, film.award, film.category and film.category.name) for film in films)
        return [(edition.year, edition.number, award, category) for edition, award, category in of_films]

    assert read("2021年度优秀小说名单", "2022年度优秀小说名单") == [(2021, None, None, None), (2022, None, None, None)]
    assert read("第八届影展名单", "第九届影展名单") == [(None, 8, None, None), (None, 9, None, None)]
    assert read("2021年影展名单", "影展名单") == [(2021, None, None, None), (None, None, None, None)]
    for names in (("附件1", "附件2"), ("Sheet1", "Sheet2"), ("附表一", "附表二")):
        titles = ("第三届专利奖金奖项目名单（20项）", "第三届专利奖银奖项目名单（60项）")
        assert read(*titles, names=names) == [(None, None, "金奖", None), (None, None, "银奖", None)]
    awards = [(None, None, award, None) for award in ("优秀作品奖", "优秀组织奖")]
    assert read("第三届影展优秀作品奖获奖名单", "第三届影展优秀组织奖获奖名单") == awards
    assert read("2021年名单", "2022年名单", names=("2019", "2020"))[0] == (2019, None, None, None), (
        "the sheet is nearer"
    )
    assert read("2021年名单", "2022年名单", headings="作品,年份") == [(None, None, None, None)] * 2, (
        "a column is nearest"
    )
    assert read("影展名单", "影展名单") == [(None, None, None, None)] * 2
    assert read("微电影作品名单", "纪录片作品名单") == [(None, None, None, None)] * 2, "no award"


def test_what_sections_say_beside_a_column_of_the_same_role_is_a_column_that_can_be_asked_for(
    awardcli: Run, tmp_path: Path
) -> None:
    path = written(
        tmp_path / "a.csv", "标题,体裁,作者\n一、文字类,,\n春,通讯,子\n夏,消息,丑\n二、视频类,,\n秋,直播,寅\n"
    )
    assert [film.category and film.category.name for film in open_collection(path)] == ["通讯", "消息", "直播"]
    assert awardcli("list", "--data", path, "--where", "类别=文字类", "--count").out == "2\n"
    assert awardcli("stats", "--by", "类别", "--data", path, "-f", "csv").out.split()[1:] == ["文字类,2", "视频类,1"]
    path = written(tmp_path / "c.csv", "Film,Prize,Who\nBest Picture,,\nA,Gold,子\nB,Silver,丑\n")
    assert awardcli("list", "--data", path, "--where", "award (2)=Best Picture", "--count").out == "2\n"
    blank = "片名,奖项,作者\n一等奖,,\n春,金奖,子\n夏,,丑\n"
    assert [film.award for film in listed(tmp_path / "b.csv", blank)] == ["金奖", "一等奖"], (
        "a section fills blank cells"
    )


def test_sections_in_a_column_that_has_nothing_else_say_what_it_does(awardcli: Run, tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv",
        "Category,Nominee,Title,Result\nBEST ACTOR,,,\n,Ann Lee,A,Won\n,Bo Ek,B,Nominated\n"
        "BEST ACTRESS,,,\n,Cy Dee,C,Won\n",
    )
    found = [film.category and film.category.name for film in open_collection(path)]
    assert found == ["BEST ACTOR", "BEST ACTOR", "BEST ACTRESS"]
    assert awardcli("list", "--data", path, "--category", "BEST ACTOR", "--count").out == "2\n"
    two = "奖项,片名,单位\n一、微电影类,,\n一等奖,,\n,春,甲局\n二等奖,,\n,夏,乙局\n"
    both = [(film.category and film.category.name, film.award) for film in listed(tmp_path / "b.csv", two)]
    assert both == [("微电影类", "一等奖"), ("微电影类", "二等奖")], "sections of two roles"
    filled = "类别,片名,单位\n一等奖,,\n短片,春,甲局\n二等奖,,\n长片,夏,乙局\n"
    both = [(film.category and film.category.name, film.award) for film in listed(tmp_path / "c.csv", filled)]
    assert both == [("短片", "一等奖"), ("长片", "二等奖")], "a column with cells of its own"
