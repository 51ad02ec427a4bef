"""Headings of several rows, captions, stacked tables and layouts across: each row of a file is read as what it is."""

from pathlib import Path

import pytest

from awardcli import messages
from awardcli.collection.loading import open_collection
from awardcli.collection.user_file.reading_report import ReadAs, Reading, UnknownColumnsError
from awardcli.errors import InvalidDataError
from awardcli.model import Result
from conftest import Run
from support import workbook, written

pytestmark = pytest.mark.usefixtures("workbooks_read_here")


def read(path: Path, text: str | bytes, **read_as: object) -> tuple[list[Result], Reading]:
    found = open_collection(written(path, text), ReadAs(**read_as))  # type: ignore[arg-type]
    results = list(found)
    return results, found.reading  # type: ignore[attr-defined]


def headings(path: Path, text: str) -> tuple[int, list[str]]:
    """The line of the heading and the headings that have a role."""
    _, reading = read(path, text)
    return reading.heading_line or 0, [column.heading for column in reading.columns if column.role]


def test_a_heading_of_several_rows_has_the_lowest_name_of_each_column(tmp_path: Path) -> None:
    for text, line, named in (
        ("作品,,报送,,2021年得分,\n名称,时长,单位,电话,初评,终评\n咏梅,5,某报社,1,90,91\n", 2, ["作品名称", "单位"]),
        ("作品,,报送,\n名称,时长,联系人,电话\n咏梅,5分,张三,138\n", 2, ["作品名称"]),
        ("序号,片名,,单位\n,中文,英文,\n1,咏梅,Yongmei,某报社\n", 2, ["中文片名", "英文片名", "单位"]),
        ("No.,Title,,Director\n,English,Original,\n1,A,B,C\n", 2, ["English Title", "Original Title", "Director"]),
        ("片名,,得分,\n中文,英文,初评,终评\n咏梅,Yongmei,90,91\n", 2, ["中文片名", "英文片名"]),
        (
            "序号,作品信息,,\n,名称,,单位\n,中文,英文,\n1,咏梅,Yongmei,某报社\n",
            *(3, ["中文名称", "英文名称", "单位"]),
        ),
        (
            "奖项,获奖作品,,,主创,\n,名称,,类别,导演,编剧\n,中文,英文,,,\n金奖,咏梅,Yongmei,短片,子,丑\n",
            *(3, ["奖项", "中文名称", "英文名称", "类别", "导演", "编剧"]),
        ),
    ):
        assert headings(tmp_path / "a.csv", text) == (line, named), text
    for text in (
        "片名,单位,,备注\n中文,某局,x,y\n",
        "序号,片名,,单位\n1,中文,英文,\n2,法文,,某局\n",
        "作品,,单位\n名称,x,y\n",
        "作品,,单位\n甲,乙,丙\n名称,x,y\n",
        "片名,,单位,\n春,夏,秋,冬\n",
    ):
        assert len(read(tmp_path / "a.csv", text)[0]) == text.count("\n") - 1, text


def test_rows_above_a_heading_that_are_no_groups_of_its_columns_are_named(tmp_path: Path) -> None:
    table = "序号,片名,单位,奖项\n1,夏,甲局,一等奖\n"
    for above in (
        *(",春,乙局,二等奖\n", "名单,,,\n,春,乙局,二等奖\n", ",春,乙局,\n,秋,丙局,\n"),
        *("影片,票房,,\n春,3亿,,\n", "片名：春,,,\n单位：甲局,,,\n"),
    ):
        found, reading = read(tmp_path / "a.csv", above + table)
        named = [line.replace(",", " ").strip() for line in above.splitlines() if not line.startswith("名单")]
        assert [row.text for row in reading.set_aside] == named, above
        assert [result.title for result in found] == ["夏"], above
    for groups in (",作品信息,,获奖情况\n", "序号,作品,,奖项\n", ",获奖作品,,\n,作品信息,,奖项\n", ",,报送单位,\n"):
        _, reading = read(tmp_path / "a.csv", groups + table)
        assert (reading.heading_line, reading.set_aside) == (groups.count("\n") + 1, ()), groups


def test_a_heading_of_one_or_two_columns_is_found_below_the_name_of_the_list(tmp_path: Path) -> None:
    for heading, row in (
        *(("片名,得分", "木兰,98.9"), ("片名,国别", "木兰,中国"), ("排名,片名", "1,木兰"), ("书名", "木兰")),
        *(("Title,Score", "Mulan,98.9"), ("单位,得分", "某局,98.9"), ("得分,导演", "98.9,某人"), ("Film", "Mulan")),
    ):
        for above in ("2022年获奖名单", "第九届微电影大赛", "获奖名单\n附件1", "获奖名单\n填报单位：某区"):
            gaps = "," * heading.count(",")
            lines = [*(f"{line}{gaps}" for line in above.split("\n")), heading, row, row.replace("木", "花")]
            for suffix in (".csv", ".txt") if gaps == "" else (".csv",):
                found, reading = read(tmp_path / f"a{suffix}", "\n".join(lines))
                assert (len(found), reading.heading_line) == (2, len(lines) - 2), (lines, suffix)
    for text, titles in (
        ("获奖名单\n春\n片名\n夏\n", ["获奖名单", "春", "片名", "夏"]),
        ("春\n电影\n夏\n", ["春", "电影", "夏"]),
        ("获奖名单\n电影\n《春》\n《夏》\n", ["获奖名单", "电影", "《春》", "《夏》"]),
        ("获奖名单\n片名\n《春》\n《夏》\n", ["《春》", "《夏》"]),
        ("获奖名单\n电影\n春\n图书\n夏\n", ["获奖名单", "电影", "春", "图书", "夏"]),
    ):
        assert [result.title for result in read(tmp_path / "a.txt", text)[0]] == titles, text
    for text in ("获奖名单,\n电影,98.9\n夕阳,93.4\n", "获奖名单,\n木兰,导演\n夕阳,编剧\n"):
        with pytest.raises(InvalidDataError):
            read(tmp_path / "a.csv", text)


def said(result: Result, column: str) -> object:
    """The cell of a result in a column, "" where it has none."""
    names = [each.heading for each in result.cells.columns]
    return result.cells.values[names.index(column)] if column in names else ""


def cells(results: list[Result], *columns: str) -> list[tuple[object, ...]]:
    """The title of each result with the cells of those columns."""
    return [(each.title, *(said(each, name) for name in columns)) for each in results]


def test_captions_above_tables_side_by_side_say_something_of_each_of_their_rows(tmp_path: Path) -> None:
    below = "春,某局,秋,某报社\n夏,某镇,冬,\n"
    for captions, column in (
        (("一等奖", "二等奖"), "奖项"),
        (("微电影", "微视频"), "类别"),
        (("2021年", "2022年"), "年份"),
        (("第八届", "第九届"), "届次"),
        (("甲组", "乙组"), "类别"),
        (("静安区", "黄浦区"), "区"),
    ):
        left, right = captions
        found, reading = read(tmp_path / "a.csv", f"名单,,,\n{left},,{right},\n片名,单位,片名,单位\n{below}")
        assert cells(found, column) == [("春", left), ("夏", left), ("秋", right), ("冬", right)], captions
        assert [(row.line, row.text) for row in reading.set_aside] == [(2, f"{left} {right}")]
    found, reading = read(tmp_path / "a.csv", f"填报单位：某局,,日期：2021,\n片名,单位,片名,单位\n{below}")
    assert (len(found), [column.heading for column in reading.columns]) == (4, ["片名", "单位"]), "labels"


def test_a_row_across_tables_side_by_side_belongs_to_all_or_is_below_all(tmp_path: Path) -> None:
    table = "2021年,,2022年,\n片名,单位,片名,单位\n一等奖,,,\n春,某局,秋,某报社\n二等奖,,,\n夏,某镇,冬,某县\n"
    for foot in ("合计：4部,,,\n", "制表：张三,,,\n", "（以上排名不分先后）,,,\n", "日期：2022年5月1日,,,\n"):
        found, reading = read(tmp_path / "a.csv", table + foot)
        assert cells(found, "年份", "奖项") == [
            ("春", "2021年", "一等奖"),
            ("夏", "2021年", "二等奖"),
            ("秋", "2022年", "一等奖"),
            ("冬", "2022年", "二等奖"),
        ], foot
        assert [row.line for row in reading.set_aside] == [1, 3, 5, *range(7, 7 + foot.count("\n"))], foot
    longer = "2021年,,2022年,\n片名,单位,片名,单位\n春,某局,秋,某报社\n夏,,,\n,,冬,\n"
    assert cells(read(tmp_path / "a.csv", longer)[0], "年份") == [
        *(("春", "2021年"), ("夏", "2021年"), ("秋", "2022年"), ("冬", "2022年")),
    ]
    with pytest.raises(InvalidDataError, match="line 3: 5 cells under 4 headings"):
        read(tmp_path / "a.csv", "甲组,,乙组,\n片名,单位,片名,单位\n春,某局,秋,某报社,夏\n")


def test_a_further_table_is_found_behind_a_blank_column_too(tmp_path: Path) -> None:
    first = "奖项,作品,制作单位,\n最佳纪录片,春,u,\n最佳短片,秋,v,\n"
    for between in ("\n二、个人奖,,,\n", "二、个人奖,,,\n", "\n"):
        text = f"{first}{between}奖项,获奖人,作品,所在单位\n最佳摄影,张三,春,w\n最佳剪辑,李四,秋,x\n"
        for margin in ("", ",", ",,"):
            moved = "".join(f"{margin}{line}\n" if line else "\n" for line in text.splitlines())
            found, _ = read(tmp_path / "a.csv", moved)
            assert [(each.title, each.award, each.organization) for each in found] == [
                *(("春", "最佳纪录片", "u"), ("秋", "最佳短片", "v")),
                *(("春", "最佳摄影", "张三、w"), ("秋", "最佳剪辑", "李四、x")),
            ], moved
    found, _ = read(tmp_path / "a.csv", ",作品,单位\n,春,u\n甲,秋,v\n,作品,冬\n")
    assert [each.title for each in found] == ["春", "秋", "作品"], "a row of words of headings, and one in the margin"


def test_a_list_of_awards_alone_has_its_heading_below_its_name_and_the_option_that_reads_it(tmp_path: Path) -> None:
    rows = "1,新創獎,2015,口頭發表\n2,Fellowship Award,2012,\n3,最佳論文獎,2017,\n"
    for above in ("某實驗室 獲獎紀錄,,,\n", "Awards\n", "獲獎情況,,,\n,,,\n", ""):
        path = written(tmp_path / "a.csv", f"{above}編號,獎項名稱,年度,說明\n{rows}")
        with pytest.raises(UnknownColumnsError) as refused:
            open_collection(path)
        assert refused.value.hints == (messages.TRY_AWARD(heading="獎項名稱", asked="獎項名稱"),), above
        found, _ = read(path, path.read_text(), columns={"獎項名稱": "award"})
        assert [(each.award, each.edition.year) for each in found] == [
            *(("新創獎", 2015), ("Fellowship Award", 2012), ("最佳論文獎", 2017))
        ]


def test_a_column_without_a_heading_is_called_by_its_letter_beside_headings(tmp_path: Path) -> None:
    text = '"",result,genre\nSalt,Nominee,Drama\nRain,Winner,Action\nFog,Nominee,Drama\n'
    found, reading = read(tmp_path / "a.csv", text, columns={"A": "title"})
    assert [(each.title, each.award) for each in found] == [("Salt", "Nominee"), ("Rain", "Winner"), ("Fog", "Nominee")]
    assert reading.heading_line == 1
    rows = "1,Best Effort Award,FALSE\n2,Art Award,TRUE\n3,Music Award,FALSE\n"
    with pytest.raises(UnknownColumnsError) as refused:
        read(tmp_path / "a.csv", rows)
    assert refused.value.hints == (messages.NO_HEADING_ROW(options="--column award=B"),)
    found, _ = read(tmp_path / "a.csv", rows, columns={"B": "award"})
    assert [each.award for each in found] == ["Best Effort Award", "Art Award", "Music Award"]


def test_captions_above_the_repeated_heading_part_a_table_of_single_spaces(tmp_path: Path) -> None:
    heading = "序列号 项目名称 申报地区\n"
    begin = f"某区名录\n（共4项）\n一、传统美术（共2项）\n{heading}132 剪纸 甲镇\n133 核雕 乙镇\n"
    rest = f"二、传统医药（共2项）\n{heading}134 灸法 甲镇\n135 痧症 乙镇\n"
    found, reading = read(tmp_path / "a.txt", begin + rest)
    assert [(each.title, said(each, "类别")) for each in found] == [
        *(("剪纸", "传统美术"), ("核雕", "传统美术"), ("灸法", "传统医药"), ("痧症", "传统医药"))
    ]
    assert reading.delimiter == " "
    for other in (
        rest.replace(heading, ""),
        rest.replace("134 灸法 甲镇", "灸法"),
        rest.replace(heading, "序号 名称\n"),
    ):
        assert read(tmp_path / "a.txt", begin + other)[1].delimiter is None, other


def test_numbered_captions_may_be_between_the_rows_of_a_table_with_a_cell_in_each_line(tmp_path: Path) -> None:
    cells = [
        "序号",
        "项目名称",
        "申报地区",
        "一、传统音乐（2项）",
        "1",
        "丝竹",
        "甲区",
        "2",
        "锣鼓",
        "乙县",
        "二、传统戏剧",
        "3",
        "越剧",
        "丙市",
    ]
    found, _ = read(tmp_path / "a.txt", "某市名录\n（共3项）\n" + "\n\n".join(cells))
    assert [(each.title, said(each, "类别")) for each in found] == [
        *(("丝竹", "传统音乐"), ("锣鼓", "传统音乐"), ("越剧", "传统戏剧"))
    ]
    cells[8:8], cells[10:11] = ["二、传统戏剧"], []
    found, _ = read(tmp_path / "a.txt", "\n".join(cells))
    assert len(found) > 4, "a caption within a row"


def test_the_caption_of_the_first_of_stacked_tables_belongs_to_its_rows(tmp_path: Path) -> None:
    first, second = "序号,片名,单位,\n1,春,某局,\n", "序号,作品名称,单位,导演\n1,秋,某报社,子\n"
    for above, between, column, given in (
        ("微电影,,,\n", "微视频,,,\n", "类别", ("微电影", "微视频")),
        ("微电影,,,\n", "优秀组织奖,,,\n", "类别", ("微电影", "")),
        ("获奖名单,,,\n微电影,,,\n", ",,,\n微视频,,,\n", "类别", ("微电影", "微视频")),
        ("2021年获奖名单,,,\n", "2022年获奖名单,,,\n", "年份", ("2021年", "2022年")),
        ("获奖名单,,,\n", "微视频,,,\n", "类别", ("", "微视频")),
        ("2021年度获奖名单,,,\n", "微视频,,,\n", "类别", ("", "微视频")),
        ("微电影,,,\n一等奖,,,\n", ",,,\n微视频,,,\n一等奖,,,\n", "类别", ("微电影", "微视频")),
        ("微电影,,,\n", ",,,\n制表：张三,,,\n微视频,,,\n", "类别", ("微电影", "微视频")),
        ("微电影,,,\n", "", "类别", ("", "")),
    ):
        found, _ = read(tmp_path / "a.csv", above + first + between + second)
        titles = ["春", "秋"]
        expected = list(zip(titles, given, strict=True))
        assert [(film.titles[-1], said(film, column)) for film in found] == expected, (above, between)


def test_a_further_table_may_have_one_column_below_an_award(tmp_path: Path) -> None:
    films = "片名,导演\n春,子\n夏,丑\n"
    found, _ = read(tmp_path / "a.csv", f"{films}优秀组织奖,\n单位,\n某局,\n某报社,\n")
    assert [(each.title, each.organization, each.award) for each in found] == [
        *(("春", "子", None), ("夏", "丑", None)),
        *((None, "某局", "优秀组织奖"), (None, "某报社", "优秀组织奖")),
    ]
    for rows in ("单位,\n秋,寅\n", "优秀组织奖,\n电影,\n秋,寅\n"):
        found, _ = read(tmp_path / "a.csv", films + rows)
        assert [each.title for each in found] == ["春", "夏", rows.splitlines()[-2].strip(","), "秋"], "a title"


def test_known_headings_alone_in_a_row_begin_a_further_table_without_a_blank_row(tmp_path: Path) -> None:
    first = "奖项,片名,单位\n一等奖,甲,u\n"
    for above, heading, row, given in (
        ("二、微视频,,\n", "片名,单位,奖项", "乙,v,金奖", ("乙", "v", "金奖", "微视频")),
        ("静安区,,\n", "片名,单位,奖项", "乙,v,金奖", ("乙", "v", "金奖", "")),
        ("微视频,,\n", "单位,片名,", "v,乙,", ("乙", "v", None, "微视频")),
        ("", "片名,单位,奖项", "乙,v,金奖", ("乙", "v", "金奖", "")),
        ("", "书名,作者,", "乙,v,", ("乙", "v", None, "")),
        ("优秀组织奖,,\n", "单位,联系人,", "v,w,", (None, "v", "优秀组织奖", "")),
        ("优秀组织奖,,\n", "获奖单位,联系电话,", "v,123,", (None, "v", "优秀组织奖", "")),
        ("三、短片,,\n", "时长,片名,单位", "5,乙,v", ("乙", "v", None, "短片")),
        ("三、短片,,\n", "No.,*片名（必填）,选送学校", "1,乙,v", ("乙", "v", None, "短片")),
    ):
        found, reading = read(tmp_path / "a.csv", f"{first}{above}{heading}\n{row}\n")
        shown = [(each.title, each.organization, each.award, said(each, "类别")) for each in found]
        assert shown == [("甲", "u", "一等奖", ""), given], (above, heading)
        assert reading.set_aside[-1].text == heading.replace(",", " ").strip(), (above, heading)
    films = "片名,类别,单位\n春,短片,某局\n"
    for rows in (
        "秋,动画,学校\n电影,动画,学校\n",  # values of their columns
        "电影,课程,学校\n小说,动画,团队\n冬,短片,某局\n",
        "冬,短片,某局\n标题,组别,单位\n",  # with nothing below
        "一、短片,,\n电影,x,某学校\n冬,短片,另一学校\n",
        "一、短片,,\n《电影》,《导演》,单位\n冬,短片,某局\n",
        "一、短片,,\n电影,5分,上海大学\n冬,短片,某局\n",
    ):
        assert len(read(tmp_path / "a.csv", films + rows)[0]) == 1 + rows.count("\n") - ("一、" in rows), rows


def test_a_work_called_no_is_no_heading_of_numbers(tmp_path: Path) -> None:
    films = "Film,Country,Category\nAmour,Austria,Foreign Film\n"
    for row in ("No,Chile,Foreign Film", "No,Pablo Larraín,Short Film", "No,Gael,Best Picture"):
        for below in ("", "Wind,Italy,Documentary\n", "\nWind,Italy,Documentary\n"):
            found, _ = read(tmp_path / "a.csv", f"{films}{row}\n{below}")
            assert [each.title for each in found] == ["Amour", "No", *(["Wind"] if below else [])], (row, below)
    for heading, row in (
        ("No,Team Name,Film", "1,Blue,Wind"),
        ("No,Title,Director", "one,Wind,Ann"),
        ("No.,Team Name,Film", "1,Blue,Wind"),
    ):
        found, _ = read(tmp_path / "a.csv", f"{films}\n{heading}\n{row}\n")
        assert [each.title for each in found] == ["Amour", "Wind"], heading


def test_a_heading_is_repeated_however_it_is_written_then(tmp_path: Path) -> None:
    for heading, again in (
        ("Title,Director", "TITLE,DIRECTOR"),
        ("Title ,Director", "Title,Director"),
        ("片　名*,导演", "片名,导演"),
        ("序 号,片 名（必填）", "序号,片名"),
        ("Title,Director", "Ｔｉｔｌｅ,Director"),
    ):
        found, reading = read(tmp_path / "a.csv", f"{heading}\n1,Rain\n{again}\n2,Snow\n")
        assert (len(found), len(reading.columns), len(reading.set_aside)) == (2, 2, 1), again
    for text in ("Film\nRain\nFILM\nSnow\n", "Film,Director\nRain,Ann\nFILM,\nfilm,Bo\n"):
        assert len(read(tmp_path / "a.csv", text)[0]) == 3, "one cell alone may be a title"


def test_an_option_may_name_the_heading_of_a_further_table(tmp_path: Path) -> None:
    text = "奖项,片名,单位,\n金奖,甲,u,\n,,,\n组别,片名,导演,奖项\n青年,丙,w,\n,丁,x,金奖\n,戊,y,\n"
    found, reading = read(tmp_path / "a.csv", text)
    assert [remark.option for remark in reading.remarks] == ["--fill-down 组别"]
    found, _ = read(tmp_path / "a.csv", text, fill_down=("组别",))
    assert cells(found, "组别")[1:] == [("丙", "青年"), ("丁", "青年"), ("戊", "青年")]
    for options in ({"fill_down": ("组",)}, {"columns": {"名": "title"}}):
        with pytest.raises(InvalidDataError, match="奖项, 片名, 单位, 组别, 导演"):
            read(tmp_path / "a.csv", text, **options)


def test_an_option_may_name_a_heading_that_only_a_later_sheet_or_table_of_a_page_has(tmp_path: Path) -> None:
    first: list[list[object]] = [["片名", "单位"], ["春", "甲"], ["夏", "乙"]]
    second: list[list[object]] = [
        ["片名", "单位", "奖项"],
        ["冬", "甲", "金奖"],
        ["雪", "乙", ""],
        ["雨", "丙", "银奖"],
    ]
    (tmp_path / "a.xlsx").write_bytes(workbook(("微电影", first), ("微视频", second)))
    tables = (["| " + " | ".join(map(str, row)) + " |" for row in rows] for rows in (first, second))
    page = "\n\n".join(
        "\n".join(["# 表", row, "|--|--|--|"[: 1 + 3 * row.count(" | ") + 3], *rest]) for row, *rest in tables
    )
    for path in (tmp_path / "a.xlsx", written(tmp_path / "a.md", page)):
        awards = [film.award for film in open_collection(path, ReadAs(fill_down=("奖项",)))]
        assert awards == [None, None, "金奖", "金奖", "银奖"], path
        assert not any(film.award for film in open_collection(path, ReadAs(columns={"奖项": None}))), path
        with pytest.raises(InvalidDataError, match="片名, 单位"):
            open_collection(path, ReadAs(fill_down=("等级",)))


def test_a_further_table_may_have_a_column_more_than_the_first(tmp_path: Path) -> None:
    for gap in ("", "\n", ",\n"):
        found, reading = read(tmp_path / "a.csv", f"片名,单位\n春,甲\n{gap}片名,单位,奖项\n冬,甲,金奖\n雪,乙,银奖\n")
        assert [(film.title, film.award) for film in found] == [("春", None), ("冬", "金奖"), ("雪", "银奖")], gap
        assert [row.why for row in reading.set_aside] == ["heading"], gap
    found, reading = read(tmp_path / "a.csv", "片名,单位,奖项\n春,甲,金奖\n片名,单位,\n冬,甲,银奖\n")
    assert [(film.title, film.award) for film in found] == [("春", "金奖"), ("冬", "银奖")]  # it repeats the first


def merged(path: Path, rows: list[list[object]], *wide: int) -> list[Result]:
    """The results of a sheet in which the rows of those numbers are merged over the whole width."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
            if at in wide:
                sheet.merge_range(at, 0, at, len(rows[-1]) - 1, row[0])
    return list(open_collection(path))


def test_makers_in_rows_of_their_own_under_a_merged_title_made_one_work(tmp_path: Path) -> None:
    import xlsxwriter

    def results(texts: str, *columns: int) -> list[tuple[str | None, str | None, str | None]]:
        """Of a sheet in which the cells of those columns are merged over the first two rows below the heading."""
        with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
            sheet = book.add_worksheet()
            table = [line.split(",") for line in texts.split()]
            for at, row in enumerate(table):
                sheet.write_row(at, 0, row)
            for column in columns:
                sheet.merge_range(1, column, 2, column, table[1][column])
        return [(each.title, each.organization, each.award) for each in open_collection(tmp_path / "a.xlsx")]

    first, other = ("春", "张一、李二、甲局", "一等奖"), ("夏", "王三、乙局", "二等奖")
    table = "作品名称,学生姓名,学校,奖项 春,张一,甲局,一等奖 {} 夏,王三,乙局,二等奖"
    assert results(table.format(",李二,,"), 0, 2, 3) == [first, other]
    assert results(table.format(",李二,甲局,"), 0, 3) == [first, other]
    assert results(table.format(",李二,,三等奖"), 0, 2)[1] == ("春", "李二、甲局", "三等奖")  # it won twice
    assert results(table.format("秋,李二,,"), 2, 3)[1] == ("秋", "李二、甲局", "一等奖")  # two works of a school
    assert len(results(table.format("春,李二,,"), 2, 3)) == 3  # two works of one title
    cells = "<tr><td rowspan=2>春<td>张一<td rowspan=2>一等奖</tr><tr><td>李二</tr>"
    (tmp_path / "a.html").write_text(f"<table><tr><th>作品<th>作者<th>奖项</tr>{cells}</table>", encoding="utf-8")
    assert [each.organization for each in open_collection(tmp_path / "a.html")] == ["张一、李二"]


def test_a_row_merged_over_the_whole_width_is_no_result(tmp_path: Path) -> None:
    table: list[list[object]] = [
        ["片名", "导演", "国别"],
        ["春", "子", "x"],
        ["Light Feather（2项）"],
        ["夏", "丑", "y"],
    ]
    for text, category in (
        ("Light Feather（2项）", "Light Feather"),
        ("（以上排名不分先后）", ""),
        (
            "以下各片均由评委会根据打分结果及网络投票综合评定，并报组委会批准，排名不分先后，特此说明。",
            "",
        ),
    ):
        table[2] = [text]
        assert cells(merged(tmp_path / "a.xlsx", table, 2), "类别") == [("春", ""), ("夏", category)], text
    assert [film.title for film in merged(tmp_path / "a.xlsx", [*table[:2], ["秋"], table[3]])] == ["春", "秋", "夏"]


def test_tables_on_their_side_may_be_below_one_another(tmp_path: Path) -> None:
    films = "片名,春,秋,冬\n导演,子,丑,寅\n", "片名,夏,雨\n导演,卯,辰\n"
    for above, between, given in (
        ("", "", ("", "")),
        ("名单,,,\n", "\n", ("", "")),
        ("一等奖,,,\n", "二等奖,,\n", ("一等奖", "二等奖")),
        ("名单\n微电影,,,\n", ",,\n微视频,,\n", ("微电影", "微视频")),
        ("名单\n", "二等奖\n", ("", "二等奖")),
    ):
        found, _ = read(tmp_path / "a.csv", above + films[0] + between + films[1])
        column = "类别" if "微电影" in above else "奖项"
        expected = [(title, given[0]) for title in "春秋冬"] + [(title, given[1]) for title in "夏雨"]
        assert cells(found, column) == expected, (above, between)
        assert [each.organization for each in found] == list("子丑寅卯辰")
    assert len(read(tmp_path / "a.csv", "片名,导演\n片名,导演\n春,子\n")[0]) == 1


def test_categories_of_one_kind_across_have_a_result_in_each_cell(tmp_path: Path) -> None:
    for heading, beside in (
        ("单位,微电影,微视频", "单位"),
        ("奖项,微电影类,微视频类", "奖项"),
        ("年份,小说,诗歌", "年份"),
        ("学校,校园组,社会组", "学校"),
        ("Year,Fiction,Nonfiction", "Year"),
        ("年份,物理学,化学", "年份"),
    ):
        left, right = heading.split(",")[1:]
        text = f'{heading}\n1,春天,秋天\n2,夏天,—\n3,《甲》、《乙》,"丙丁\n戊己"\n4,"雨天\nRain",\n合计,5,3\n'
        found, reading = read(tmp_path / "a.csv", text)
        category = "category" if heading.isascii() else "类别"
        assert cells(found, beside, category) == [
            *(("春天", "1", left), ("秋天", "1", right), ("夏天", "2", left)),
            *(("《甲》", "3", left), ("《乙》", "3", left), ("丙丁", "3", right), ("戊己", "3", right)),
            ("雨天\nRain", "4", left),
        ], heading
        assert [(row.line, row.text, row.why) for row in reading.set_aside] == [(8, "合计 5 3", "total")], heading
    one, _ = read(tmp_path / "a.csv", "单位,微电影,微视频\n某局,春天,秋天\n", columns={"微电影": "title"})
    assert [each.title for each in one] == ["春天"], "as the remark says"
    for text in (
        "电影,歌曲,歌手\n春天,秋天,子\n夏天,冬天,丑\n",
        "大类,小类,片名\n甲类,乙类,春天\n丙类,丁类,夏天\n",
        "片名,微电影,微视频\n春天,是的,不是\n夏天,不是,是的\n",
        "姓名,文学,物理\n张三,90,80\n李四,70,60\n",
        "小说,电影\n春天,春天里\n夏天,夏天里\n",
    ):
        assert len(read(tmp_path / "a.csv", text)[0]) == 2, text


def test_columns_that_repeat_under_groups_have_a_result_in_each_group(tmp_path: Path) -> None:
    for left, right, column in (
        ("微电影", "微视频", "类别"),
        ("青年组", "少年组", "类别"),
        ("2021", "2022年", "年份"),
        ("第八届", "第九届", "届次"),
        ("静安区", "宝山区", "区"),
        ("一等奖", "二等奖", "奖项"),
    ):
        beside = "学院" if column == "奖项" else "奖项"
        head = f"{beside},{left},,{right},\n,片名,单位,片名,单位\n"
        rows = "金奖,甲,u,乙,v\n银奖,丙,w,,\n"
        for text in (f"获奖名单,,,,\n{head}{rows}", head.replace(",,", f",{left},", 1) + rows + head):
            found, _ = read(tmp_path / "a.csv", f"{text}合计,2,,1,\n制表：张三,,,,\n")
            assert [(each.title, said(each, "单位"), said(each, beside), said(each, column)) for each in found] == [
                *(("甲", "u", "金奖", left), ("乙", "v", "金奖", right), ("丙", "w", "银奖", left)),
            ], text
    for groups, names in (
        ("作品,,单位,", "名称,电话,名称,电话"),
        ("中文,,英文,", "片名,导演,片名,导演"),
        ("微电影,,微视频,", "片名,时长,单位,时长"),
    ):
        found, _ = read(tmp_path / "a.csv", f"奖项,{groups}\n,{names}\n金奖,甲,u,乙,v\n")
        assert sum(said(each, "奖项") == "金奖" for each in found) == 1, names


def test_rows_of_tables_across_that_name_nothing_are_not_lost(tmp_path: Path) -> None:
    for text in (
        "奖项,2021,2022\n一、短片,,\n最佳影片,春天,秋天\n合计,1,1\n制表：张三,,\n",
        "年份,最佳影片,最佳短片,最佳动画\n2021,春天,—,秋天\n合计,1,0,1\n制表：张三,,,\n",
    ):
        found, reading = read(tmp_path / "a.csv", text)
        assert [each.title or each.organization for each in found] == ["春天", "秋天"], text
        assert [row.why for row in reading.set_aside][-2:] == ["total", "signature"], text


def test_the_line_above_a_table_of_a_page_may_say_its_year_and_a_name_of_the_page_says_nothing(tmp_path: Path) -> None:
    table = "| 作品 | 作者 |\n|---|---|\n| {} | 子 |\n\n"
    for first, second in (
        ("**已确认的2025年获奖信息**：", "**已确认的2026年获奖信息**："),
        ("2025年：", "2026年："),
        ("## 2025年", "## 2026年"),
    ):
        page = f"{first}\n{table.format('春')}{second}\n{table.format('秋')}"
        assert cells(read(tmp_path / "a.md", page)[0], "年份") == [("春", "2025年"), ("秋", "2026年")], first
    for above in ("# 历届获奖作品", "本站自2015年起收录获奖作品。"):
        _, reading = read(tmp_path / "a.md", f"{above}\n\n{table.format('春')}")
        assert [column.heading for column in reading.columns] == ["作品", "作者"], above
    card = "## 作品\n\n| 字段 | 内容 |\n|---|---|\n| 作品名称 | {} |\n| 作者 | 子 |\n\n"
    found, _ = read(tmp_path / "a.md", card.format("春") + card.format("夏") + card.format("秋"))
    assert [(each.title, each.organization) for each in found] == [("春", "子"), ("夏", "子"), ("秋", "子")]


def test_columns_of_groups_may_stand_in_another_order_or_under_other_words_of_the_same_meaning(tmp_path: Path) -> None:
    for second in ("导演,影片", "导演,片名", "作者,影片"):
        head = f"年份,最佳影片,,最佳导演,\n,影片,出品方,{second}\n"
        found, _ = read(tmp_path / "a.csv", f"{head}2020,甲,u,v,乙\n2021,丙,w,x,丙\n")
        assert [(each.title, each.organization, said(each, "奖项")) for each in found] == [
            *(("甲", "u", "最佳影片"), ("乙", "v", "最佳导演"), ("丙", "w", "最佳影片"), ("丙", "x", "最佳导演")),
        ], second
    found, _ = read(tmp_path / "a.csv", "年份,最佳影片,,最佳导演,\n,影片,出品方,导演,国家\n2020,甲,u,v,中国\n")
    assert [each.title for each in found] == ["甲"], "a country is no work"


def test_columns_that_repeat_in_any_way_have_a_result_in_each_group(tmp_path: Path) -> None:
    """Captions in two rows, in the heading, or as numbers; awards of works, people and bodies."""
    for text, columns, expected in (
        (
            "单位,一等奖,,二等奖,\n,微电影,微视频,微电影,微视频\nu,甲,乙,丙,丁\n",
            ("奖项", "类别"),
            [
                *(("甲", "一等奖", "微电影"), ("乙", "一等奖", "微视频")),
                *(("丙", "二等奖", "微电影"), ("丁", "二等奖", "微视频")),
            ],
        ),
        (
            ("奖项,2021,,,,2022,,,\n,微电影,,微视频,,微电影,,微视频,\n"
            ",片名,单位,片名,单位,片名,单位,片名,单位\n金奖,甲,u,乙,v,丙,w,丁,x\n"),
            ("年份", "类别", "单位"),
            [
                *(("甲", "2021", "微电影", "u"), ("乙", "2021", "微视频", "v")),
                *(("丙", "2022", "微电影", "w"), ("丁", "2022", "微视频", "x")),
            ],
        ),
        (
            "奖项,微电影,,微视频,\n,片名,单位,作品,学校\n金奖,甲,u,乙,v\n",
            ("类别", "单位", "学校"),
            [("甲", "微电影", "u", ""), ("乙", "微视频", "", "v")],
        ),
        (
            "年份,一等奖作品,一等奖单位,二等奖作品,二等奖单位\n2021,甲,u,乙,v\n",
            ("奖项", "单位"),
            [("甲", "一等奖", "u"), ("乙", "二等奖", "v")],
        ),
        ("Film,2021 Award,2022 Award\nAa,Gold,Silver\nBb,,Gold\n", ("year", "Award"), [
            *(("Aa", "2021", "Gold"), ("Aa", "2022", "Silver"), ("Bb", "2022", "Gold")),
        ]),
        ("片名,2021年,2022年\n甲,一等奖,\n乙,,二等奖\n", ("年份", "奖项"), [
            *(("甲", "2021年", "一等奖"), ("乙", "2022年", "二等奖")),
        ]),
        ("奖项,第八届,第九届,小计\n金奖,甲,乙,2\n", ("届次", "小计"), [("甲", "第八届", "2"), ("乙", "第九届", "2")]),
        ("导演,金奖,银奖\n张三,甲,\n李四,,乙\n", ("导演", "奖项"), [("甲", "张三", "金奖"), ("乙", "李四", "银奖")]),
        ("获奖者,作品1,作品2,奖项1,奖项2\n张三,甲,乙,金奖,银奖\n李四,丙,,铜奖,\n", ("获奖者", "奖项"), [
            *(("甲", "张三", "金奖"), ("乙", "张三", "银奖"), ("丙", "李四", "铜奖")),
        ]),
        ("单位,第一作品,第二作品\nu,甲,乙\nv,丙,\n", ("单位",), [("甲", "u"), ("乙", "u"), ("丙", "v")]),
    ):  # fmt: skip
        found, reading = read(tmp_path / "a.csv", text)
        assert cells(found, *columns) == expected, text
        assert len(reading.remarks) == 1, "it says so"
    for text in (
        "片名,第一导演,第二导演\n甲,某某,某人\n",
        "片名1,片名2,导演\n甲,A,某某\n",
        "1.片名,2.单位,3.奖项\n甲,u,金奖\n",
        "片名,2021年,2022年\n甲,100,200\n",
        "作品名称,队员1姓名,队员1学号,队员2姓名,队员2学号\n甲,某某,1,某人,2\n",
        "导演,获奖,提名\n张三,3,5\n",
        "年份,片名\n1917,2012\n",
    ):
        found, reading = read(tmp_path / "a.csv", text)
        assert (len(found), [each.heading for each in reading.columns]) == (1, text.split("\n")[0].split(",")), text
    one, _ = read(tmp_path / "a.csv", "单位,作品1,作品2\nu,甲,乙\n", columns={"作品1": "title"})
    assert [each.titles for each in one] == [("甲", "乙")], "as the remark says"


def test_a_form_may_have_several_headings_in_a_row_each_before_its_cell(tmp_path: Path) -> None:
    for text in (
        "申报表,,,\n作品名称,春天,作品类别,微电影\n单位,某局,联系人,张三\n作品简介,讲述,获奖情况,金奖\n",
        "作品名称,春天,,\n作品类别,微电影,时长,5分钟\n单位,某局,电话,138\n作者,某局,奖项,金奖\n作品简介,讲述,,\n",
        "片名,春天,类别,微电影,时长,5\n单位,某局,导演,某局,备注,x\n奖项,金奖,年份,2021,时间,x\n",
    ):
        found, _ = read(tmp_path / "a.csv", text)
        shown = [(each.title, each.organization, each.award, each.category and each.category.name) for each in found]
        assert shown == [("春天", "某局", "金奖", "微电影")], text
    assert len(read(tmp_path / "a.csv", "片名,春,微电影\n导演,子,丑\n奖项,金奖,银奖\n")[0]) == 2, "a table on its side"


def test_a_first_row_of_headings_is_the_heading_though_those_below_are_words_of_headings(tmp_path: Path) -> None:
    for text in (
        "Award,Winner\nDirector,Ann Lee\nActor,Bob\nActress,Eve\nScreenplay,Joe\n",
        "题名,责任者,出版社\n作者,鲁迅,人文社\n编剧,李渔,中华\n",
        "id,organization,title,片长（分）\n0,0,奖,0\n",
    ):
        found, reading = read(tmp_path / "a.csv", text)
        assert (len(found), reading.columns[0].heading) == (text.count("\n") - 1, text.split(",")[0]), text


def test_a_table_of_contacts_below_a_list_is_no_part_of_it(tmp_path: Path) -> None:
    films = "片名,单位\n春,某局\n\n"
    for contacts in ("联系人,电话\n张三,138\n李四,139\n", "联系人,联系电话\n张三,138\n"):
        found, reading = read(tmp_path / "a.csv", f"{films}{contacts}\n片名,导演,奖项\n秋,子,金奖\n")
        assert [(each.title, each.organization) for each in found] == [("春", "某局"), ("秋", "子")], contacts
        assert [row.why for row in reading.set_aside] == ["signature"] * contacts.count("\n") + ["heading"], contacts
        found, _ = read(tmp_path / "a.csv", f"{films}{contacts}秋,某镇\n")
        assert [each.title for each in found] == ["春", "秋"], "a result below them"
        found, _ = read(tmp_path / "a.csv", f"{films}{contacts}1917,某镇\n300,某县\n")
        assert [each.title for each in found] == ["春", "1917", "300"], "numbers are titles, too"
    found, _ = read(tmp_path / "a.csv", "片名,联系人,电话\n春,张三,138\n秋,李四,139\n")
    assert [each.title for each in found] == ["春", "秋"], "columns of a list"


def test_what_is_filled_down_ends_where_the_same_heading_begins_a_further_table(tmp_path: Path) -> None:
    rows = "奖项,片名\n金奖,春\n,夏\n{}奖项,片名\n,秋\n银奖,冬\n"
    for between, award in (("\n", ""), ("", "金奖")):  # a blank row between tables; a heading on each page of one
        found, _ = read(tmp_path / "a.csv", rows.format(between), fill_down=("奖项",))
        assert cells(found, "奖项") == [("春", "金奖"), ("夏", "金奖"), ("秋", award), ("冬", "银奖")], between


def test_columns_of_people_may_be_counted_in_chinese(tmp_path: Path) -> None:
    found, _ = read(tmp_path / "a.csv", "片名,导演一,导演二\n春,张三,李四\n")
    assert [each.organization for each in found] == ["张三、李四"]


def test_headings_of_several_levels_above_the_tables_of_a_page_all_say_something_of_the_rows(tmp_path: Path) -> None:
    table = "| 片名 | 单位 |\n|---|---|\n| {} | u |\n"
    page = "# 名单\n## {}\n### {}\n" + table.format("春") + "### {}\n" + table.format("夏") + "## {}\n### {}\n{}"
    for outer, inner, column in (
        (("2021年", "2022年"), ("一等奖", "二等奖"), "年份"),
        (("第八届", "第九届"), ("微电影", "微视频"), "届次"),
        (("一等奖", "二等奖"), ("2021年", "2022年"), "奖项"),
    ):
        text = page.format(outer[0], *inner, outer[1], inner[0], table.format("秋"))
        found, _ = read(tmp_path / "a.md", text)
        assert cells(found, column) == [("春", outer[0]), ("夏", outer[0]), ("秋", outer[1])], outer
        assert [said(each, {"一等奖": "奖项", "微电影": "类别", "2021年": "年份"}[inner[0]]) for each in found] == [
            *(inner[0], inner[1], inner[0]),
        ]
    found, _ = read(tmp_path / "a.md", "# Films\n## A\n" + table.format("春") + "## B\n" + table.format("夏"))
    assert cells(found, "类别") == [("春", "A"), ("夏", "B")], "the name of the page"


def test_ticks_in_columns_of_awards_or_categories_say_which_each_row_has(tmp_path: Path) -> None:
    def results(text: str) -> list[tuple[str | None, str | None, str | None]]:
        (tmp_path / "a.csv").write_text(text.replace(" ", "\n"), encoding="utf-8")
        found = open_collection(tmp_path / "a.csv")
        return [(each.title, each.award, each.category and each.category.name) for each in found]

    first, other = ("春", "一等奖", None), ("夏", "二等奖", None)
    for text in (
        "作品名称,学校,一等奖,二等奖,三等奖 春,一小,√,, 夏,二小,,√,",
        "序号,作品名称,学校,作者,一等奖,二等奖 1,春,一小,张三,是,否 2,夏,二小,李四,否,是",
        "作品名称,学校,奖项,, ,,一等奖,二等奖,三等奖 春,一小,1,, 夏,二小,,1,",
    ):
        assert results(text) == [first, other], text
    twice = results("片名,单位,金奖,银奖 春,一小,√,√ 夏,二小,,")
    assert twice == [("春", "金奖", None), ("春", "银奖", None), ("夏", None, None)]
    both = results("片名,单位,微电影,纪录片 春,一小,√,√ 夏,二小,,√")
    assert both == [("春", None, "微电影、纪录片"), ("夏", None, "纪录片")]
    assert len(results("学校,一等奖,二等奖,三等奖 一小,1,1,1 二小,,1,1")) == 2  # they are counted


def test_a_sheet_of_the_jury_or_of_contacts_beside_works_is_passed_over(awardcli: Run, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, *rows in (
            ("获奖", ["作品", "单位"], ["春", "一小"]),
            ("评委", ["姓名", "职务"], ["张三", "主任"]),
            ("联系方式", ["单位", "电话"], ["一小", "021-1"]),
            ("优秀指导教师", ["姓名", "单位"], ["李四", "二小"]),
        ):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    found = [(each.award, each.organization) for each in open_collection(path)]
    assert found[1:] == [("优秀指导教师", "李四、二小")]
    assert "评委 (jury or contacts), 联系方式 (jury or contacts)" in awardcli("validate", str(path)).out
    assert "张三" in awardcli("list", "--data", str(path), "--sheet", "评委").out


def test_several_works_or_winners_in_a_row_under_one_heading_are_rows_of_their_own(tmp_path: Path) -> None:
    def found_in(text: str) -> list[tuple[str | None, str | None, str | None]]:
        return [(film.award, film.title, film.organization) for film in read(tmp_path / "a.csv", text)[0]]

    works = "一等奖,《春水》,,\n二等奖,《麦浪》,《炊烟》,\n三等奖,《石桥》,《晒秋》,《赶集》\n"
    titles = ["《春水》", "《麦浪》", "《炊烟》", "《石桥》", "《晒秋》", "《赶集》"]
    assert [title for _, title, _ in found_in(f"奖项,获奖作品,,\n{works}")] == titles
    assert [title for _, title, _ in found_in(f"2021年获奖名单,,,\n奖项,获奖作品,,\n{works}")] == titles, (
        "a title above"
    )
    assert found_in("奖项,获奖作品,,年份\n一等奖,《春》,,2021\n二等奖,《夏》,《秋》,2021\n")[1:] == [
        *(("二等奖", "《夏》", None), ("二等奖", "《秋》", None))
    ]
    for winners in (("东风小学", "解放小学", "人民小学"), ("张三", "李四", "王五"), ("Ann Lee", "Bo Ek", "Cy Dee")):
        one, two, three = winners
        for heading in ("等级,获奖者,", "等级,获奖单位,", "Prize,Winners,"):
            found = found_in(f"{heading}\n一等奖,{one},\n二等奖,{two},{three}\n")
            assert found == [("一等奖", None, one), ("二等奖", None, two), ("二等奖", None, three)], heading
    for text in (
        "奖项,获奖作品,\n一等奖,《春》,张三\n二等奖,《夏》,李四\n",
        "奖项,获奖作品,\n一等奖,春水,\n二等奖,麦浪,炊烟\n",
        "片名,主演,\n春,张三,李四\n夏,王五,\n",
        "等级,获奖单位,\n一等奖,东风小学,95\n二等奖,人民小学,93\n",
    ):
        assert len(found_in(text)) == 2, text
    _, reading = read(tmp_path / "a.csv", "奖项,获奖作品,,\n一等奖,春水,晒秋,\n二等奖,麦浪,炊烟,石桥\n")
    assert [remark.text for remark in reading.remarks] == [messages.UNNAMED_BESIDE(columns="C, D", heading="获奖作品")]


def test_a_wide_table_below_a_row_with_fewer_cells_is_read(tmp_path: Path) -> None:
    text = '学校,校园组,社会组\n4,"雨天\n3,《甲》、《乙》,"丙丁\n1,春天,秋天\n戊己"\n'
    found, reading = read(tmp_path / "a.csv", text)
    assert found
    assert all(not remark.text.rstrip().endswith(":") for remark in reading.remarks)


def test_a_row_with_words_of_headings_below_a_name_for_each_of_its_cells_is_a_result(tmp_path: Path) -> None:
    for text in (
        "awarder,award\nIstanbul Film Awards,Winner - Best Director\nOslo Film Awards,Nominee - Best Film\n",
        "event,result\nOslo Film Awards,Winner\nBerlin Film Prize,Nominee\nLisbon,Winner\n",
        "awarder,award\nFilm Award,Director\n",
        "event,result,role\nBerlin,Winner,Director\nLisbon,Nominee,Writer\n",
        "category,award\nFilm,Best Director\nBook,Author of the Year\n",
        "place,what\nFilm Award,Director\nBook Prize,Author\n",
        "My awards,\nawarder,award\nFilm Award,Director\nBook Prize,Author\n",
    ):
        named = text.replace("My awards,\n", "").split(",", 1)[0]
        results, reading = read(tmp_path / "a.csv", text, columns={named: "organization"})
        assert len(results) == text.count("\n") - reading.heading_line, text  # type: ignore[operator]
        with pytest.raises(InvalidDataError) as refused:
            read(tmp_path / "a.csv", text)
        assert text.startswith(refused.value.message.split("headings: ")[1].split(",")[0]), text
    for text, line in (
        ("年度,2021\n作品名称,报送单位\n甲,某校\n", 2),
        ("奖项,一等奖\n参赛作品,报送单位\n甲,某校\n", 2),
        ("Year,2021\nFilm title,Film director\nSalt,Ann Lee\n", 2),
        ("Category,Feature\nFilm title,Studio\nSalt,Blue Studio\n", 2),
        ("作品信息,,单位信息\n名称,时长,名称\n甲,3,某校\n", 2),
        ("Film,Director,Award\nDirector,Ann Lee,Film Award\nTitle,Bo Diaz,Book Prize\n", 1),
    ):
        assert read(tmp_path / "a.csv", text)[1].heading_line == line, text


def test_cells_across_are_parted_where_a_sign_or_a_body_says_who_made_each(tmp_path: Path) -> None:
    across = "年份,最佳影片,最佳剧本\n2019,{},{}\n2020,{},{}\n2021,{},{}\n"
    works = {
        "甲梦": "某学校",
        "乙歌": "第二小学",
        "丙路": "某区教育局",
        "丁河": "第三小学",
        "戊山": "某区文旅局",
        "己海": "某校",
    }
    for sign in ("{}——{}", "{}（{}）"):
        results, _ = read(tmp_path / "a.csv", across.format(*(sign.format(*work) for work in works.items())))
        assert {result.title: result.organization for result in results} == works, sign
    of_countries = [f"{title}（{country}）" for title, country in zip(works, ("法国", "德国") * 3, strict=True)]
    results, _ = read(tmp_path / "a.csv", across.format(*of_countries))
    assert [result.title for result in results] == of_countries
