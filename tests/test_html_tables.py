"""Tables of web pages, as office systems save them under the name of a workbook, are read like sheets."""

from contextlib import suppress
from pathlib import Path

import pytest

from awardcli.collection import open_collection
from awardcli.collection.collection_builder import save_collection
from awardcli.collection.in_memory import ListCollection
from awardcli.collection.loading import check
from awardcli.collection.user_file.reading_report import BY_CONTENT
from awardcli.errors import InvalidDataError
from awardcli.model import Result
from conftest import Run
from support import workbook, written

SAVED = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312"><style>td{mso-number-format:"\\@";}</style>
<!--[if gte mso 9]><xml><x:Name>Sheet1</x:Name></xml><![endif]--></head><body><table border=1>
<tr><td colspan=4>第九届获奖名单</td></tr><tr><th>奖项</th><th>片名</th><th>单位</th><th>时长</th></tr>
<tr><td rowspan=2>一等奖</td><td>甲&amp;乙</td><td style='mso-number-format:"\\@"' title=">">嘉定区
  委宣传部</td><td>5</td></tr><tr><td>丙<td>文汇&nbsp;报社<br>静安区<td>7
<tr><TD>二等奖</TD><td><a href="x"><b>丁</b></a></td><td></td><td>8</td></tr></table></body></html>"""


def rows(awardcli: Run, path: Path) -> list[str]:
    return (
        awardcli("export", "-", "-f", "csv", "--header", "own", "--data", path).out.removeprefix("\ufeff").splitlines()
    )


def test_a_table_saved_under_the_name_of_a_workbook_is_read(awardcli: Run, tmp_path: Path) -> None:
    for encoding in ("utf-8", "gb18030"):
        path = tmp_path / f"{encoding}.xls"
        path.write_bytes(SAVED.encode(encoding))
        found = [
            "奖项,片名,单位,时长",
            "一等奖,甲&乙,嘉定区委宣传部,5",
            '一等奖,丙,"文汇 报社',
            '静安区",7',
            "二等奖,丁,,8",
        ]
        assert rows(awardcli, path) == found
        assert "the tables of a web page" in awardcli("validate", path).out


def test_the_encoding_that_a_page_says_counts_where_its_text_shows_none(tmp_path: Path) -> None:
    path = tmp_path / "list.xls"
    text = "<html><meta charset='gbk'><table><tr><td>Title<td>Director<tr><td>Hero<td>张艺谋</table></html>"
    path.write_bytes(text.encode("gbk"))
    assert [result.organization for result in open_collection(path)] == ["张艺谋"]
    text = "<meta charset='Shift_JIS'><table><tr><td>Title<td>Director<tr><td>Hero<td>山田一郎</table>"
    path.write_bytes(text.encode("shift_jis"))
    assert [result.organization for result in open_collection(path)] == ["山田一郎"]


def test_the_heading_or_caption_above_a_table_is_that_of_a_sheet(awardcli: Run, tmp_path: Path) -> None:
    table = "<table>{}<tr><th>片名</th><th>单位</th></tr><tr><td>{}</td><td>u</td></tr></table>"
    headed = f"<h2>一等奖</h2>{table.format('', '甲')}<h2>二等奖</h2><p>评委会</p>{table.format('', '乙')}"
    page = written(tmp_path / "a.html", f"<!doctype html><html><body>{headed}<h2>菜单</h2><table><tr><td>x</table>")
    assert rows(awardcli, page) == ["片名,单位,奖项", "甲,u,一等奖", "乙,u,二等奖"]
    captions = [table.format(f"<caption>第{n}届</caption>", title) for n, title in (("九", "甲"), ("十", "乙"))]
    assert rows(awardcli, written(tmp_path / "b.xls", "".join(captions))) == [
        "片名,单位,届次",
        "甲,u,第九届",
        "乙,u,第十届",
    ]


def test_a_table_within_the_layout_of_a_page_is_read(awardcli: Run, tmp_path: Path) -> None:
    inner = "<table><tr><td>片名</td><td>奖项</td></tr><tr><td>甲</td><td>金奖</td></tr></table>"
    page = f"<div><table><tr><td>首页</td><td>关于</td></tr><tr><td colspan=2>{inner}</table></div><p>foot</p>"
    assert rows(awardcli, written(tmp_path / "a.html", page)) == ["片名,奖项", "甲,金奖"]


def test_the_tables_of_a_page_in_markdown_are_read_below_its_properties_headings_and_lists(tmp_path: Path) -> None:
    table = "<table><tr><th>片名</th><th>单位</th></tr><tr><td>{}</td><td>u</td></tr></table>\n"
    for above in (
        "---\ntitle: 名单\n---\n",
        "# 名单\n\n",
        "- [x] 已核对\n- 网页\n\n",
        "<!-- <b>按名次</b> -->\n",
        "说明。\n",
    ):
        films = open_collection(written(tmp_path / "a.md", above + table.format("甲")))
        assert [(film.title, film.organization) for film in films] == [("甲", "u")], above
    page = (
        "---\ntitle: 名单\n---\n## 一等奖\n\n" + table.format("甲") + "\n## **二等奖**\n谢谢。\n\n" + table.format("乙")
    )
    path = written(tmp_path / "b.md", page)
    assert [(film.title, film.award) for film in open_collection(path)] == [("甲", "一等奖"), ("乙", "二等奖")]


def test_a_line_break_in_a_cell_of_a_page_parts_who_won(tmp_path: Path) -> None:
    for name, head, row in (
        ("a.md", "| 奖项 | 单位 |\n|---|---|\n", "| 一等奖 | {} |\n"),
        ("a.html", "<table><tr><th>奖项<th>单位</tr>", "<tr><td>一等奖<td>{}</tr>"),
    ):
        for who, expected in {
            "某校<br>他校": ["某校", "他校"],
            "甲队（张三，李四）<br/>乙队（王五）": ["甲队（张三，李四）", "乙队（王五）"],
            "某校<br>（张三）": ["某校（张三）"],
            "某区宣传部<br>静安区": ["某区宣传部 静安区"],
            "Ada Lee,<br>Bob Ray": ["Ada Lee, Bob Ray"],
        }.items():
            films = open_collection(written(tmp_path / name, head + row.format(who)))
            assert [maker.name for film in films for maker in film.organizations] == expected, (name, who)


def test_a_footnote_mark_is_no_part_of_a_cell_and_other_raised_text_is(tmp_path: Path) -> None:
    marks = ("<sup>[1]</sup>", '<sup class="reference"><a href="#n"><span>[</span>12<span>]</span></a></sup>')
    for mark, title in (
        *((mark, "Coda") for mark in (*marks, f"{marks[0]}{marks[1]}", "<sup>[note 2]</sup>", "<sup>[a]</sup> ")),
        *(("<sup>2</sup>", "Coda2"), ("[1]", "Coda[1]"), ("<sup>th</sup> <sup>[3]</sup> II", "Codath II")),
    ):
        page = f"<table><tr><th>Film</th><th>Director</th></tr><tr><td><i>Coda</i>{mark}</td><td>A{marks[0]}</td></tr>"
        path = written(tmp_path / "a.html", f"{page}<tr><td>Roma</td><td>B</td></tr></table>")
        films = open_collection(path)
        assert [(film.title, film.organization) for film in films] == [(title, "A"), ("Roma", "B")], mark


def test_a_page_without_a_list_is_refused_by_its_name(tmp_path: Path) -> None:
    menus = "<table><tr><td>首页<td>关于<tr><td>a<td>b</table>"
    for page in ("<html><p>片名</p>", f"<html>{menus}{menus}", "<html><table><tr><td>片名</td></tr></table>"):
        with pytest.raises(InvalidDataError, match="a web page"):
            open_collection(written(tmp_path / "a.xls", page))


def test_a_hostile_page_is_refused_or_read_within_bounds(tmp_path: Path) -> None:
    begin = "<table><tr><td>片名<td>单位<tr><td>甲<td>u"
    wide = ("<tr><td colspan=1000>a", "<td rowspan=65534>")
    for more in (*wide, "<table><tr><td>", "</table>", "<!--", "<script>", "<td '\"", "<a", "<", "&#9"):
        with suppress(InvalidDataError):
            assert len(open_collection(written(tmp_path / "a.xls", begin + more * 10_000))) >= 1, more
    number = written(tmp_path / "b.xls", f"{begin}<tr><td>乙&#{'9' * 10_000};<td>v")
    assert len(open_collection(number)) == 2


def test_a_table_of_text_under_the_name_of_json_is_read_and_broken_json_is_not(tmp_path: Path) -> None:
    assert len(open_collection(written(tmp_path / "a.json", "片名,单位\n甲,u\n"))) == 1
    for broken in ('[["片名", "单位"],\n["甲", "u"\n', '{"片名": "甲", "单位": "u",\n', '[{"片名": "甲", "单位":}]'):
        with pytest.raises(InvalidDataError, match="JSON"):
            open_collection(written(tmp_path / "b.json", broken))


def test_a_row_into_which_a_name_of_the_heading_is_merged_is_of_the_heading(tmp_path: Path) -> None:
    for upper, names, row in (
        (("片名", "奖项"), ("国内", "国际"), ("春", "一等奖", "金奖")),
        (("Title", "Awards"), ("National", "International"), ("Salt", "First Prize", "Gold")),
        (("片名", "获奖情况"), ("级别", "名称"), ("春", "国家级", "金奖")),
    ):
        heading = (
            f"<tr><th rowspan=2>{upper[0]}<th colspan=2>{upper[1]}</tr><tr>{''.join(map('<th>{}'.format, names))}</tr>"
        )
        cells = "".join(map("<td>{}".format, row))
        found = list(open_collection(written(tmp_path / "a.html", f"<table>{heading}<tr>{cells}</tr></table>")))
        assert [each.title for each in found] == [row[0]], upper
        assert all(column.heading.endswith((upper[0], *names)) for column in found[0].cells.columns), upper
    years = "<tr><th>年份<th>片名<th>奖项</tr><tr><td rowspan=2>2020<td>春<td>金奖</tr><tr><td>夏<td>银奖</tr>"
    assert [each.title for each in open_collection(written(tmp_path / "a.html", f"<table>{years}</table>"))] == [
        "春",
        "夏",
    ]


def test_an_award_merged_over_the_winners_of_another_in_one_year_is_one_result(tmp_path: Path) -> None:
    for text, found in {
        # the winners of one year
        "1980*2|《春》|谢一《夏》*2|李二《秋》*2\n《冬》\n1981|《雪》|王三《雪》|张四《雨》": "春 夏 秋 冬 雪 雪 雨",
        "1980*2|《春》|谢一*2|李二*2\n《冬》\n1981|《雪》|王三|张四": "春 谢一 李二 冬 雪 王三 张四",
        "1980|《春》|谢一*2|李二\n1980|《冬》|李三": "春 谢一 李二 冬 李三",
        # an award that one person won in each of two years
        "1980|《春》|谢一|李二*2\n1981|《冬》|王三": "春 谢一 李二 冬 王三 李二",
        # nobody won it
        "1980|《春》|未設|李二\n1981|《雪》|王三|從缺": "春 - 李二 雪 王三 -",
    }.items():
        for numbers in (["", "", "", ""], ["序号|", "1|", "2|", "3|"]):
            lines = ["年份|最佳影片|最佳导演|最佳男主角", *text.split("\n")]
            rows = [
                [cell.partition("*") for cell in "".join(row).split("|")] for row in zip(numbers, lines, strict=False)
            ]
            cells = ("".join(f"<td rowspan={count or 1}>{cell}</td>" for cell, _, count in row) for row in rows)
            page = "".join(f"<tr>{row}</tr>" for row in cells)
            films = open_collection(written(tmp_path / "a.html", f"<table>{page}</table>"))
            assert " ".join((film.title or film.organization or "-").strip("《》") for film in films) == found, text


def test_a_page_of_ours_is_read_back_with_its_empty_cells_and_its_lines(awardcli: Run, tmp_path: Path) -> None:
    text = (
        "片名,单位,奖项,年份,最佳导演,影片\n春,甲局,创意奖,,,\n夏,,,,,\n-,丙局,,,,\n,,,2020,张三,秋\n,,,2021,李四,冬\n"
    )
    path = written(tmp_path / "a.csv", f'{text}风,丁局,"创意奖\n人气奖",,,\n')
    awardcli("export", str(tmp_path / "a.html"), "--data", str(path))
    expected, found = (list(open_collection(each)) for each in (path, tmp_path / "a.html"))

    def shown(results: list[Result]) -> list[tuple[object, ...]]:
        return [(each.title, each.written("organization"), each.award, each.edition.year) for each in results]

    assert shown(found) == shown(expected)
    assert found[-1].award == "创意奖\n人气奖"


def test_the_headings_around_a_table_count_by_their_level_and_its_own_caption_for_it_alone(tmp_path: Path) -> None:
    table = "<table>{}<tr><th>作品<th>奖项</tr><tr><td>春<td>金奖</tr></table>"
    page = "<h2>2016</h2><h3>小学组</h3>" + table + "<h3>中学组</h3>" + table + "<h2>2014</h2><h3>小学组</h3>" + table
    films = list(open_collection(written(tmp_path / "a.html", page.replace("{}", ""))))
    found = [(film.edition.year, film.category and film.category.name) for film in films]
    assert found == [(2016, "小学组"), (2016, "中学组"), (2014, "小学组")]
    page = table.format("<caption>小<b>学</b>组</caption>") + table.format("")
    films = list(open_collection(written(tmp_path / "a.html", page)))
    assert [film.category and film.category.name for film in films] == ["小学组", None]


def test_prizes_that_one_of_several_tables_calls_its_category_are_its_awards(tmp_path: Path) -> None:
    def table(*rows: str) -> str:
        parts = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
        return f"<table>{''.join(map('<tr>{}</tr>'.format, parts))}</table>"

    given = table("成果名称|获奖等级|授予单位", "甲|省级一等奖|省教育厅")
    by_kind = table("成果名称|类别|成员", "乙|某大学教学成果二等奖|张三", "丙|研讨会一等奖论文|李四")
    for page in (f"<h2>教学奖励</h2>{given}<h2>其他</h2>{by_kind}", f"<h2>其他</h2>{by_kind}<h2>教学奖励</h2>{given}"):
        path = written(tmp_path / "a.html", f"<html><body>{page}</body></html>")
        (tmp_path / "a.awards").unlink(missing_ok=True)
        save_collection(open_collection(path), tmp_path / "a.awards", path)
        for found in (open_collection(path), open_collection(tmp_path / "a.awards")):
            assert {each.title: (each.award, each.organization) for each in found} == {
                "甲": ("省级一等奖", None),
                "乙": ("某大学教学成果二等奖", "张三"),
                "丙": ("研讨会一等奖论文", "李四"),
            }, page
            assert [each.title for each in found.where("award", "某大学教学成果二等奖")] == ["乙"]
            assert [each.title for each in found.where("category", "教学奖励")] == ["甲"]
    kinds = table("作品|类别|成员", "乙|一等奖组|张三", "丙|微电影|李四")
    found = open_collection(written(tmp_path / "b.html", f"<html><body>{kinds}</body></html>"))
    assert [(each.award, each.category and each.category.name) for each in found] == [
        *((None, "一等奖组"), (None, "微电影"))
    ]


def test_a_table_of_awards_alone_is_read_beside_tables_that_have_all_its_headings(tmp_path: Path) -> None:
    first = "## 影视\n\n| 时间 | 奖项 | 作品 | 结果 |\n|---|---|---|---|\n| 2020 | 最佳女演员 | 甲 | 获奖 |\n"
    for heading, row, found in (
        ("| 时间 | 奖项 | 结果 |", "| 2021 | 年度人物 | 获奖 |", [("最佳女演员", "影视"), ("年度人物", "盛典")]),
        ("| 奖项 | 奖金 | 结果 |", "| 年度人物 | 500 | 获奖 |", [("最佳女演员", "影视")]),
        ("| 时间 | 结果 |", "| 2021 | 获奖 |", [("最佳女演员", "影视")]),
    ):
        rule = "|---" * (heading.count("|") - 1)
        results = open_collection(written(tmp_path / "a.md", f"{first}\n## 盛典\n\n{heading}\n{rule}|\n{row}\n"))
        assert [(each.award, each.category and each.category.name) for each in results] == found, heading
    cells = (
        "".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in ("奖项|片名", "一等奖|甲", "奖项", "二等奖")
    )
    rows = [f"<tr>{row}</tr>" for row in cells]
    page = f"<html><body><table>{''.join(rows[:2])}</table><table>{''.join(rows[2:])}</table></body></html>"
    assert [each.award for each in open_collection(written(tmp_path / "a.html", page))] == ["一等奖"], "a single column"
    films: list[list[object]] = [["时间", "奖项", "作品"], [2020, "最佳女演员", "甲"]]
    awards: list[list[object]] = [["时间", "奖项"], [2021, "年度人物"]]
    for more in ("赞助", "奖项"):
        book = workbook(("影视", films), ("盛典", awards), ("其他", [[more, "金额"], ["特别奖", 5]]))
        assert [each.award for each in open_collection(written(tmp_path / "a.xlsx", book))] == [
            "最佳女演员",
            "年度人物",
        ]


def page_of(*tables: str) -> str:
    """A page of tables, their rows and cells parted by / and |; a row of one cell is as wide as the table."""
    rows = ([row.split("|") for row in table.split("/")] for table in tables)
    return "".join(f"<table>{''.join(f'<tr>{_cells(row)}</tr>' for row in table)}</table>" for table in map(list, rows))


def _cells(row: list[str]) -> str:
    return f"<td colspan=3>{row[0]}</td>" if len(row) == 1 else "".join(f"<td>{cell}</td>" for cell in row)


def test_a_table_whose_heading_is_below_a_bar_and_begins_with_a_blank_is_read(tmp_path: Path) -> None:
    first = "|Artist|Song/Best Song|Ana Ruiz|Rain"
    for further, who in {
        "Day 1/|Artist|Record side/Best Album|Ada Ono|Snow": ["Ana Ruiz", "Ada Ono"],
        "1일차/|아티스트|앨범/음반 대상|박재범|Wind": ["Ana Ruiz", "박재범"],
        "第二日/|導演|曲子/最佳专辑|张三|风": ["Ana Ruiz", "张三"],
        "Day 2/Evening/|Band|Hit/1|Bo Li|Fog/2|Cy Fox|Mud": ["Ana Ruiz", "Bo Li", "Cy Fox"],
        "Notes/|Artist/Snow is by Ada/Fog is by Bo": ["Ana Ruiz"],  # nothing is below the blank and its name
        "Votes/|Jury|Hit/1|5|6": ["Ana Ruiz"],
    }.items():
        films = open_collection(written(tmp_path / "a.html", page_of(first, further)))
        assert [film.organization for film in films] == who, further
        remarks = films.reading.remarks if isinstance(films, ListCollection) and films.reading else ()
        assert any("not read" in remark.text for remark in remarks) == (len(who) == 1), further


def test_bars_that_tell_the_tables_of_a_page_apart_are_their_captions(tmp_path: Path) -> None:
    tables = [f"{bar}/Award|Artist|Song/Cup|Ada Ono|{song}" for bar, song in (("Day 1", "Rain"), ("Day 2", "Fog"))]
    page = f"<h3>제26회 수상자 명단</h3>{page_of(*tables)}"
    films = list(open_collection(written(tmp_path / "a.html", page)))
    assert [(film.title, film.category and film.category.name, film.edition.number) for film in films] == [
        ("Rain", "Day 1", 26), ("Fog", "Day 2", 26)
    ]  # fmt: skip
    alike = page_of(*(table.replace("Day 2", "Day 1") for table in tables))
    assert {film.category for film in open_collection(written(tmp_path / "a.html", alike))} == {None}


def test_a_table_of_a_page_that_is_not_read_is_named(awardcli: Run, tmp_path: Path) -> None:
    other = "Foo|Bar|Baz/Snow|x|y/Salt|x|y"
    menu = "a|b/c|d"
    path = written(tmp_path / "a.html", page_of("Film|Director/Rain|Ana Ruiz", other, menu, "x"))
    said = awardcli("validate", path).out
    assert "with 2 rows below its first is not read" in said
    assert "Foo, Bar, Baz; if one is: --column title=HEADING" in said
    assert "not like a list: 2 tables of 3 rows in all" in said
    alone = awardcli("list", "--data", written(tmp_path / "b.html", page_of(menu, menu, other)))
    assert alone.code == 3
    assert "--column title=Foo" in alone.err


def test_a_heading_below_a_bar_in_a_table_begins_as_that_above_does(tmp_path: Path) -> None:
    for text, expected in {
        "|Artist|Song/Best Song|Ana Ruiz|Rain/Day 2/|Artist|Record side/Best Album|Ada Ono|Snow": [
            "Ana Ruiz",
            "Ada Ono",
        ],
        "|导演|影片/一等奖|张三|春/第二日/|导演|其他/二等奖|李四|夏": ["张三", "李四"],
        "|Artist|Song/Cup|Ana Ruiz|Rain/|Artist|Who Am I/Cup|Ada Ono|Snow": ["Ana Ruiz", "Artist", "Ada Ono"],  # no bar
    }.items():
        found = [film.organization for film in open_collection(written(tmp_path / "a.html", page_of(text)))]
        assert [who for who in found if who] == expected, text


def test_parts_for_the_program_that_fills_a_page_are_left_out_and_said(tmp_path: Path) -> None:
    table = "<table><tr><th>Year<th>Director<tr><td>1977<td>J. Vane{}<tr><td>2009<td>Bo Ek</table>"
    for before, within in (
        ('<?php include("a.php"); if ($a->b > 1) { ?><main>\n', ""),
        ('{% extends "base.html" %}\n{% block body %}', "{% if x > 1 %}{% endif %}"),
        ("<%@ page import='a' %><html><% if (a < b) { %>\n", "<%= name %>"),
        ("<h1>Prizes</h1>", "<?= $more->name ?>"),
    ):
        found, films = check(written(tmp_path / "a.html", before + table.format(within)), BY_CONTENT)
        assert [each.organization for each in films or ()] == ["J. Vane", "Bo Ek"], before
        said = [each for each in found.remarks if "for the program that fills the page" in each.text]
        assert [each.is_harmless for each in said] == [not within], before
    for text in ("<?php\n$films = ['a', 'b'];\n", "<?php get_header(); ?>\n<p>none</p>\n"):
        with pytest.raises(InvalidDataError, match="program code"):
            open_collection(written(tmp_path / "b.html", text))
    plain = written(tmp_path / "c.html", table.format("<br>100%>50%, {a}"))
    assert next(iter(open_collection(plain))).organization == "J. Vane、100%>50%, {a}"
