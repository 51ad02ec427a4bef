"""Rows copied from a page without the cells that are merged with those above are read below these, and said to be."""

from pathlib import Path

from awardcli.collection.loading import check
from support import written


def test_a_row_that_begins_with_a_title_goes_on_below_the_merged_cells_of_the_row_above(tmp_path: Path) -> None:
    edition = "届次|年份|作品|作者\n第一届|1997|《春》|张三\n《夏》|李四||\n第二届|1998|《秋》|王五\n"
    heading = "年份|最佳影片|最佳导演|最佳男主角"
    awards = f"{heading}\n1980|《春》|张三《夏》|李四《秋》\n《冬》|||\n1981|《雪》|赵六《雾》|王五《雨》\n"
    for text, found in (
        (edition, "春1997 夏1997 秋1998"),
        (edition.replace("|", "\t"), "春1997 夏1997 秋1998"),
        (awards, "春1980 夏1980 秋1980 冬1980 雪1981 雾1981 雨1981"),
    ):
        reading, films = check(written(tmp_path / "a.txt", text))
        said = " ".join(f"{film.title}{film.edition.year}" for film in films or ())
        assert said.replace("《", "").replace("》", "") == found, text
        assert any("read as under merged cells" in remark.text for remark in reading.remarks), text


def test_other_rows_that_begin_with_a_title_stay_where_they_are(tmp_path: Path) -> None:
    for text in (
        "作品 | 原名 | 作者\n《春》 | 《春天》 | 张三\n《夏》 | 李四 |\n",  # titles are in the first column
        "刊物 | 作品 | 作者\n《收获》 | 《春》 | 张三\n《诗刊》 | 《夏》 | 李四\n",
        "年份 | 作品 | 作者\n《春》 | 张三 |\n2020 | 《夏》 | 李四\n2021 | 《秋》 | 王五\n",  # no row is above
        "单位|作品|作者\n甲社|《春》|张三\n《诗刊》|《夏》|李四\n乙社|《秋》|王五\n",  # no cell is missing
    ):
        reading, films = check(written(tmp_path / "a.txt", text))
        assert not any("merged cells" in remark.text for remark in reading.remarks), text
        assert len(films or ()) == len(text.splitlines()) - 1, text


def _won(path: Path, text: str) -> tuple[str, int]:
    """Each result as award, title and maker, and how many remarks are on shifted rows."""
    reading, results = check(written(path / "a.txt", text))
    films = [(film.award, film.title, *(maker.name for maker in film.organizations)) for film in results or ()]
    said = " ".join(":".join(map(str, film)) for film in films)
    return said, sum("merged cells" in remark.text for remark in reading.remarks)


def test_a_row_without_an_award_goes_on_below_the_award_that_all_whole_rows_have(tmp_path: Path) -> None:
    heading = "获奖等次 | 姓名 | 作品名称 |\n"
    rows = "一等奖 | 张三 | 春 |\n二等奖 | 李四 | 夏 |\n王五 | 秋 |\n"
    rows += "佳作奖 | 张三 | 冬 |\n李四 | 雪 | |\n雾 | | |\n赵六 | 雨 |\n"
    found = "一等奖:春:张三 二等奖:夏:李四 二等奖:秋:王五 佳作奖:冬:张三 佳作奖:雪:李四 佳作奖:雾:李四 佳作奖:雨:赵六"
    assert _won(tmp_path, heading + rows) == (found, 2)
    assert _won(tmp_path, (heading + rows).replace(" ", "").replace("|", "\t")) == (found, 2)
    assert _won(tmp_path, "获奖名单\n" + heading + rows + "合计 | 7 | |\n")[0].startswith(found)
    groups = "组别 | 奖项 | 姓名 | 作品\n小学组 | 一等奖 | 张三 | 春\n二等奖 | 李四 | 夏 |\n王五 | 秋 | |\n"
    groups += "中学组 | 一等奖 | 赵六 | 冬\n钱七 | 雪 | |\n"
    assert _won(tmp_path, groups)[0] == "一等奖:春:张三 二等奖:夏:李四 二等奖:秋:王五 一等奖:冬:赵六 一等奖:雪:钱七"


def test_rows_that_may_lack_an_award_are_not_moved_where_others_may_have_none(tmp_path: Path) -> None:
    heading = "获奖等次 | 姓名 | 作品名称 |\n"
    sure = "一等奖 | 张三 | 春 |\n二等奖 | 李四 | 夏 |\n三等奖 | 王五 | 秋 |\n"
    moved, remarks = _won(tmp_path, f"{heading}{sure}甲等 | 赵六 | 冬 |\n钱七 | 雪 |\n")
    assert remarks == 1
    assert "三等奖:雪" not in moved  # 甲等 may be an award, and so may 钱七
    moved, remarks = _won(tmp_path, f"{heading}{sure}优秀奖 | 赵六 |\n钱七 | 雪 |\n")
    assert remarks == 1
    assert "优秀奖:雪" not in moved  # as 赵六 lacks a title, others may
    repeated = "年份 | 奖项 | 姓名 | 作品 | 备注\n2020 | 一等奖 | 张三 | 春 | 无\n2020 | 一等奖 | 李四 | 夏 | 无\n"
    for text in (
        f"{repeated}2020 | 甲等 | 王五 | 秋\n",  # lacks what is optional
        f"{repeated.replace('2020 | 一等奖 | 李', '2020 | 二等奖 | 李')}2020 | 甲等 | 王五 | 秋\n",
        f"{heading}{sure}特等奖 | 赵六 | |\n",  # without a title
        f"{heading}{sure}优秀奖 | |\n",
        "片名\t奖项\t备注\n春江\t一等奖\t好\n夏雨\t二等奖\t好\n秋月\t\t\n",
        "title\tBest Film\tBest Director\nSalt\tWon\tNominated\nFog\tNominated\tWon\nSea\t\t\n",
        "title\taward\tresult\nSalt\tBest Film\tWon\nFog\tBest Song\tNominated\nSea\t\t\n",
        "单位 | 等次 | 作品\n甲校 | 一等奖 | 春\n乙校 | 二等奖 | 夏\n丙校 | |\n",
        "姓名 | 作品名称 | 获奖等次\n张三 | 春 | 一等奖\n李四 | 夏 | 二等奖\n王五 | 秋 |\n",  # who won nothing
    ):
        assert _won(tmp_path, text)[1] == 0, text


def test_a_moved_row_keeps_all_its_cells_below_a_row_that_lacks_its_last(tmp_path: Path) -> None:
    many = "".join(f"李四{at}\t夏{at}\t\n" for at in range(100))  # the rows by which such a table is recognized
    text = f"等次\t姓名\t作品\n一等奖\t张三\t春\n二等奖\t王五\t秋\n{many}三等奖\t赵六\n钱七\t冬\n"
    assert _won(tmp_path, text)[0].endswith("三等奖:None:赵六 三等奖:冬:钱七")


def test_numbered_rows_that_lack_the_cells_behind_their_number_have_those_of_the_row_above(tmp_path: Path) -> None:
    whole = "序号|类别|代码|名称|地区\n1|美术|Ⅶ|泥塑|下洼镇\n2|技艺|Ⅷ|烙画|富国街道\n"
    for rows, found in (
        ("3|面塑|冯家镇||\n4|剪纸|富源街道||\n5|音乐|Ⅱ|锣鼓|古城镇\n", "泥塑美术 烙画技艺 面塑技艺 剪纸技艺 锣鼓音乐"),
        ("3|面塑|好||\n4|剪纸|很好||\n", None),  # no cell is what ends whole rows
        ("3|面塑|冯家镇||\n4|剪纸|富源街道|古城镇|\n", None),  # they lack different cells
        ("面塑|冯家镇|||\n剪纸|富源街道|||\n", None),  # nor have they a number
    ):
        for text in (whole + rows, "".join(f"|{row}|\n" for row in (whole + rows).splitlines())):
            reading, films = check(written(tmp_path / "a.txt", text))
            assert any("merged cells" in remark.text for remark in reading.remarks) == (found is not None), text
            said = " ".join(f"{film.title}{film.category and film.category.name}" for film in films or ())
            assert found is None or said == found, text
    page = "".join(
        f"|{row}|\n" for row in ("序号|类别|名称|地区", "---|---|---|---", "1|美术|泥塑|甲镇", "2|技艺|烙画|乙镇")
    )
    _, films = check(written(tmp_path / "a.md", f"{page}|3|面塑|丙镇||\n|4|剪纸|甲镇||\n"))
    assert [film.title for film in films or ()] == ["泥塑", "烙画", "面塑", "剪纸"]


def test_the_number_of_a_row_is_none_of_the_cells_that_it_may_lack(tmp_path: Path) -> None:
    for heading, rows in (
        ("序号|奖项|作品|作者", "1|一等奖|春|张三\n2|夏|李四|\n3|二等奖|秋|王五\n4|冬|赵六|\n"),
        ("No.|届次|作品|作者", "1|第一届|《春》|张三\n2|《夏》|李四|\n3|第二届|《秋》|王五\n4|《冬》|赵六|\n"),
    ):
        for text in (f"{heading}\n{rows}", "".join(f"|{row}|\n" for row in f"{heading}\n{rows}".splitlines())):
            reading, films = check(written(tmp_path / "a.txt", text))
            assert [(film.title or "").strip("《》") for film in films or ()] == ["春", "夏", "秋", "冬"], text
            assert [film.organization for film in films or ()] == ["张三", "李四", "王五", "赵六"], text
            assert any("2 rows without the first 1 cell" in remark.text for remark in reading.remarks), text


def test_a_row_without_its_year_goes_on_below_the_year_of_the_row_above(tmp_path: Path) -> None:
    rows = "Year | Author | Title | Genre\n1973 | Ann Lee | Rain | Novel\n1974 | Bo Ek | Salt | Novel\n"
    rows += "Cy Fox | Fog | Novel |\n1975 | Di Yu | Sea | Novel\n"
    editions = "届次 | 作品 | 作者\n第一届 | 春 | 张三\n夏 | 李四\n第二届 | 秋 | 王五\n"
    bars = "".join(f"| {row} |\n" for row in rows.splitlines())
    for text, found in ((rows, "None:Fog:Cy Fox"), (bars, "None:Fog:Cy Fox"), (editions, "None:夏:李四")):
        said, remarks = _won(tmp_path, text)
        assert found in said, text
        assert remarks == 1, text
    _, films = check(written(tmp_path / "a.txt", rows))
    assert [film.edition.year for film in films or ()] == [1973, 1974, 1974, 1975]


def test_a_name_under_years_is_doubted_with_its_line_where_the_row_is_not_surely_shifted(tmp_path: Path) -> None:
    commas = "Year,Author,Title\n1973,Ann Lee,Rain\nBo Ek,Salt,\n1975,Cy Fox,Fog\n"
    bars = commas.replace(",", " | ")
    noted = (
        commas.replace("Title", "Title,Note").replace("Rain", "Rain,").replace("Salt,", "Salt,,").replace("Fog", "Fog,")
    )
    many = commas + "".join(f"{1900 + at},A,Work {at}\n" for at in range(90))
    for text, is_said in (
        (commas, True),
        (noted, True),
        (many, True),
        (bars.replace("1973", "1975"), True),  # years are repeated
        (f"{bars}1976 | Di Yu |\n", True),  # another row lacks its end
        (bars.replace("Bo Ek | Salt", "Unknown | Salt"), False),
        (bars.replace("Bo Ek | Salt", "Special Mention | Salt"), False),
        (bars.replace("Bo Ek | Salt", "Total | 3"), False),
        *((commas.replace("Bo Ek", when), False) for when in ("明代", "民国", "Early 20th century", "n.d.", "TBA")),
        (commas.replace("1973", "Di Yu").replace("1975", "Ed Om"), False),  # no list of years
        (commas.replace("Year,Author", "Author,Year").replace("1973,Ann Lee", "Ann Lee,1973"), False),
    ):
        reading, _ = check(written(tmp_path / "a.txt", text))
        assert any("“Bo Ek” (line 3)" in remark.text for remark in reading.remarks) == is_said, text
        assert not any("read as under merged" in remark.text for remark in reading.remarks), text
