"""A user's list is shown and exported in its own words, and programs get the fixed keys."""

import csv
import json
from pathlib import Path

import pytest

from awardcli.collection import open_collection
from awardcli.vocabulary import FLAT
from conftest import Run
from support import written

LIST = """序,片名,外文名,导演,主演,上映年份,评分,id
1,吾梦,My Dream,张三、李四,王五,1994,9.7,tt1
2,梦里人,,赵六,,1927/28,10,tt2
3,远山,Far Hills,张三,,不详,待定,
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return written(tmp_path / "list.csv", LIST)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A list with one column of each role."""
    return written(tmp_path / "plain.csv", "片名,导演,上映年份,评分\n吾梦,张三,1994,9.7\n梦里人,李四,1927/28,10\n")


def table(path: Path, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=delimiter))


@pytest.mark.parametrize(("name", "delimiter"), [("again.csv", ","), ("again.tsv", "\t")])
def test_a_list_read_and_exported_is_the_same_table(
    awardcli: Run, own: Path, tmp_path: Path, name: str, delimiter: str
) -> None:
    assert awardcli("export", tmp_path / name, "--data", own).code == 0
    assert table(tmp_path / name, delimiter) == table(own)


def test_markdown_and_pages_have_the_headings_of_the_list_too(awardcli: Run, own: Path) -> None:
    assert awardcli("export", "-", "-f", "md", "--data", own).lines[0] == (
        "| 序 | 片名 | 外文名 | 导演 | 主演 | 上映年份 | 评分 | id |"
    )
    page = awardcli("export", "-", "-f", "html", "--data", own).out
    assert ">上映年份<" in page
    assert ">1927/28<" in page


def test_programs_get_the_fixed_keys_and_then_what_these_do_not_hold(awardcli: Run, own: Path) -> None:
    first, second, third = json.loads(awardcli("export", "-", "-f", "json", "--data", own).out)
    others = ["序", "外文名", "导演", "主演", "上映年份", "评分"]
    keys = [key for key in first if key not in ("organizations", "id (2)")]
    assert keys == [*FLAT, *others]
    assert (first["organization"], first["导演"], first["主演"]) == ("张三、李四、王五", "张三、李四", "王五")
    assert (second["year"], second["上映年份"]) == (1927, "1927/28")
    assert (third["year"], third["上映年份"], third["外文名"]) == (None, "不详", "Far Hills")
    heading = awardcli("export", "-", "--data", own).lines[0].split("\t")
    assert heading == [key for key in first if key != "organizations"]


def test_what_a_key_cannot_say_is_exported_as_written_where_the_heading_is_that_key(
    awardcli: Run, tmp_path: Path
) -> None:
    cells = {"year": ("约二十世纪", "2001"), "edition": ("特别单元", "9"), "kind": ("film",), "certainty": ("maybe",)}
    two = written(tmp_path / "two.csv", "title,organization,kind\n吾梦,某社,school\n好梦,某社,news-media\n")
    assert awardcli("export", "-", "-c", "kind", "--header", "none", "--data", two).lines == ["school", "news-media"]
    for key, values in cells.items():
        for value in values:
            path = written(tmp_path / "list.csv", f"title,{key}\n吾梦,{value}\n")
            assert awardcli("import", path, "-o", tmp_path / "list.awards", "--force").code == 0
            for data in (path, tmp_path / "list.awards"):
                assert awardcli("export", "-", "-c", key, "--header", "none", "--data", data).lines == [value]


def test_a_district_in_a_list_is_that_of_the_row_though_the_organization_is_the_same(
    awardcli: Run, tmp_path: Path
) -> None:
    for heading in ("区", "district"):
        path = written(tmp_path / "list.csv", f"片名,单位,{heading}\n吾梦,某社,静安区\n好梦,某社,黄浦区\n")
        assert awardcli("import", path, "-o", tmp_path / "list.awards", "--force").code == 0
        for data in (path, tmp_path / "list.awards"):
            for name in (heading, "district"):
                found = awardcli("search", "梦", "--where", f"{name}=黄浦区", "-c", "title", "--data", data)
                assert found.lines == ["title", "好梦"]
                counted = awardcli("stats", "--by", name, "--header", "none", "--data", data).lines
                assert counted == ["静安区\t1", "黄浦区\t1"]
            districts = awardcli("export", "-", "-c", "district", "--header", "none", "--data", data).lines
            assert districts == [each.to_dict()["district"] for each in open_collection(data)] == ["静安区", "黄浦区"]


def test_a_column_that_has_the_name_of_a_key_keeps_its_cells_under_another(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "片名,tier,score\n吾梦,甲,7\n")
    (record,) = json.loads(awardcli("search", "吾梦", "-f", "json", "--data", path).out)
    assert (record["tier"], record["tier (2)"], record["score (2)"]) == ("equal", "甲", "7")
    assert awardcli("search", "吾梦", "-c", "score (2)", "--header", "none", "--data", path).lines == ["7"]


def test_a_table_shows_title_who_and_year_where_there_are_several(awardcli: Run, plain: Path, tmp_path: Path) -> None:
    assert awardcli("list", "-f", "table", "--data", plain).lines[0].split() == ["片名", "导演", "上映年份"]
    assert awardcli("list", "-f", "table", "--data", plain).lines[3].split() == ["梦里人", "李四", "1927/28"]
    one_year = written(tmp_path / "one.csv", "片名,年份,评分\n吾梦,1994,9.7\n远山,1994,8\n")
    assert awardcli("list", "-f", "table", "--data", one_year).lines[0].split() == ["片名"]


def test_editions_of_one_year_are_distinguished_by_their_number(awardcli: Run, tmp_path: Path) -> None:
    two = written(tmp_path / "two.csv", "片名,届次,年份\n吾梦,8,2021\n远山,9,2021\n")
    assert awardcli("list", "-f", "table", "--data", two).lines[0].split() == ["片名", "届次"]


@pytest.mark.parametrize("asked", ["评分,片名", "评分,title", "评分,标题", "评分, 片 名"])
def test_columns_go_by_the_lists_headings_and_by_the_keys(awardcli: Run, plain: Path, asked: str) -> None:
    if asked == "评分,标题":
        assert awardcli("list", "-c", asked, "--data", plain).code == 2
    else:
        lines = awardcli("list", "-c", asked, "-f", "table", "--data", plain).lines
        assert lines[0].split() == ["评分", "片名"]
        assert lines[2].split() == ["9.7", "吾梦"]


@pytest.mark.parametrize(
    ("header", "first"),
    [
        ("en", "title,organization,year,评分"),
        ("zh", "作品,单位,年份,评分"),
        ("own", "片名,导演,上映年份,评分"),
        ("none", "吾梦,张三,1994,9.7"),
    ],
)
def test_the_heading_can_be_chosen(awardcli: Run, plain: Path, tmp_path: Path, header: str, first: str) -> None:
    columns = ("-c", "title,organization,year,评分")
    awardcli("export", tmp_path / "a.csv", *columns, "--header", header, "--data", plain)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()[0] == first


def test_programs_can_have_the_lists_own_words_too(awardcli: Run, plain: Path) -> None:
    (first, _) = json.loads(awardcli("list", "-f", "json", "--header", "own", "--data", plain).out)
    assert first == {"片名": "吾梦", "导演": "张三", "上映年份": "1994", "评分": "9.7"}


@pytest.mark.parametrize("format_", ["json", "jsonl", "html", "svg"])
def test_what_cannot_do_without_headings_says_so(awardcli: Run, format_: str) -> None:
    assert awardcli("list", "-f", format_, "--header", "none").code == 2


def test_columns_of_the_list_sort_by_number_and_count(awardcli: Run, own: Path) -> None:
    by_score = awardcli("list", "--sort", "-评分", "-c", "评分", "--header", "none", "--data", own)
    assert by_score.lines == ["10", "9.7", "待定"]
    assert awardcli("stats", "--by", "评分", "--sort", "评分", "--data", own).lines[1:] == [
        "9.7\t1",
        "10\t1",
        "待定\t1",
    ]


def test_a_search_adds_how_it_found_what_it_found(awardcli: Run, plain: Path, tmp_path: Path) -> None:
    awardcli("search", "吾梦", "--data", plain, "-o", tmp_path / "a.csv")
    assert table(tmp_path / "a.csv") == [
        ["片名", "导演", "上映年份", "评分", "match", "score"],
        ["吾梦", "张三", "1994", "9.7", "equal", "100"],
    ]


def test_a_collection_of_the_list_is_shown_in_the_same_words(awardcli: Run, own: Path, tmp_path: Path) -> None:
    films = tmp_path / "films.awards"
    assert awardcli("import", own, "-o", films).code == 0
    awardcli("export", tmp_path / "again.csv", "--data", films)
    assert table(tmp_path / "again.csv") == table(own)
    assert (
        awardcli("list", "-f", "table", "--data", films).lines == awardcli("list", "-f", "table", "--data", own).lines
    )


def test_the_bundled_list_is_exported_in_the_language_of_its_reader(awardcli: Run, tmp_path: Path) -> None:
    awardcli("--lang", "zh", "export", tmp_path / "a.csv", "--kind", "police", "-n", "1")
    heading, row = table(tmp_path / "a.csv")
    assert heading == [
        "编号",
        "届次",
        "年份",
        "类别",
        "作品",
        "单位",
        "区",
        "单位类型",
        "可靠程度",
    ]  # none without values
    assert "公安" in row
    awardcli("--lang", "zh", "export", tmp_path / "b.csv", "--header", "en")
    assert table(tmp_path / "b.csv")[0] == list(FLAT)


def test_a_cell_as_it_is_shown_finds_its_rows_in_a_list_and_in_its_collection(awardcli: Run, tmp_path: Path) -> None:
    rows = ("甲,赵六、王五,第29届,2022-08-12, 中国,补", "乙,王五,LXX,1927/28,中国 ,", "丙,李四,30,,中国,补")
    text = "\n".join(["片名,导演,届次,首映日期,产地,备注", *rows])
    plain = written(tmp_path / "l.csv", text)
    assert awardcli("import", plain, "-o", tmp_path / "l.awards").code == 0
    for source in (plain, tmp_path / "l.awards"):
        for asked, found in {
            "届次=第29届": "甲",
            "届次=29": "甲",
            "届次=LXX": "乙",
            "首映日期=2022-08-12": "甲",
            "首映日期=1927": "乙",
            "导演=赵六、王五": "甲",
            "导演=王五": "甲 乙",
            "产地=中国": "甲 乙 丙",
            "备注=补": "甲 丙",
        }.items():
            out = awardcli(
                "list", "--data", source, "--where", asked, "-c", "片名", "-f", "csv", "--header", "none"
            ).out
            assert out.split() == found.split(), (source, asked)
        for heading, values in {
            "届次": "第29届,1 LXX,1 30,1",
            "产地": "中国,3",
            "备注": "补,2 ,1",
            "首映日期": "1927,1 2022,1 ,1",
        }.items():
            out = awardcli("stats", "--data", source, "--by", heading, "-f", "csv", "--header", "none").out
            assert sorted(out.splitlines()) == sorted(values.split(" ")), (source, heading)
        refused = awardcli("list", "--data", source, "--where", "首映日期=2022-08-13", "--lang", "en")
        assert (refused.code, "did you mean 2022" in refused.err) == (1, True)


def test_people_as_they_are_shown_are_found_in_a_collection_as_in_its_list(awardcli: Run, tmp_path: Path) -> None:
    plain = written(tmp_path / "p.csv", "编号,获奖者,单位\n1,孔祥,第一车间\n2,邢云,销售部\n3,邢云,采购部\n")
    assert awardcli("import", plain, "-o", tmp_path / "p.awards").code == 0
    for query in ("邢云、销售部", "邢云、销", "云、采购", "邢云", "销售部、邢云", "孔祥、采购部"):
        found = [
            awardcli("search", query, "--data", source, "-f", "csv").out for source in (plain, tmp_path / "p.awards")
        ]
        assert found[0] == found[1], query
    assert "equal,100.0" in awardcli("search", "邢云、销售部", "--data", tmp_path / "p.awards", "-f", "csv").out


def test_a_collection_keeps_the_order_of_columns_that_only_later_rows_have(awardcli: Run, tmp_path: Path) -> None:
    rows = [{"title": "甲", "年": 1}, {"title": "乙", "originalTitle": "B", "年": 2}, {"title": "丙", "片长": 9}]
    plain = written(tmp_path / "l.json", json.dumps(rows))
    assert awardcli("import", plain, "-o", tmp_path / "l.awards").code == 0
    assert (
        awardcli("export", "-f", "csv", "--data", plain).out
        == awardcli("export", "-f", "csv", "--data", tmp_path / "l.awards").out
    )


def test_a_word_of_a_column_that_only_some_records_have_finds_them(awardcli: Run, tmp_path: Path) -> None:
    records = [
        {"title": "吾梦", "城市": "昆明"},
        {"title": "远山"},
        {"title": "梦里人", "产地": "大理", "城市": "昆明"},
    ]
    path = written(tmp_path / "a.jsonl", "\n".join(map(json.dumps, records)))
    for word, titles in {"昆明": "吾梦\n梦里人\n", "大理": "梦里人\n"}.items():
        assert awardcli("search", word, "-c", "title", "--header", "none", "--data", path).out == titles


def test_a_markdown_table_is_read_back_cell_for_cell(awardcli: Run, tmp_path: Path) -> None:
    rows = ["片名,导演,A,book_name", '甲|乙,"王五, ""六""",x\\,<b>*_~&', "丙,赵六,,\\|", "丁\\_,,[1],`"]
    plain = written(tmp_path / "l.csv", "\n".join(rows) + "\n")
    assert awardcli("export", tmp_path / "l.md", "--data", plain).code == 0
    assert awardcli("export", tmp_path / "again.csv", "--data", tmp_path / "l.md").code == 0
    assert table(tmp_path / "again.csv") == table(plain)


def test_a_whole_name_comes_before_a_longer_one_that_begins_with_it(awardcli: Run, tmp_path: Path) -> None:
    rows = [
        "片名,作者,出版社",
        "眼,한강수,돌베개",
        "告,한강,문학동네",
        "雨,王安忆,人文",
        "云,王安,作家",
        "河,Smith，Jo,X",
    ]
    plain = written(tmp_path / "l.csv", "\n".join(rows) + "\n")
    assert awardcli("import", plain, "-o", tmp_path / "l.awards").code == 0
    for query, found in {"한강": "告 眼", "王安": "云 雨", "王安忆": "雨", "Smith": "河"}.items():
        for source in (plain, tmp_path / "l.awards"):
            out = awardcli("search", query, "--data", source, "-c", "片名", "-f", "csv", "--header", "none").out
            assert out.split() == found.split(), (query, source)


def test_a_title_column_that_the_option_names_gives_way_to_none_before_it(awardcli: Run, tmp_path: Path) -> None:
    path, stored = tmp_path / "list.csv", tmp_path / "list.awards"
    path.write_text("片名,英文名,又名\n甲,A,一\n乙,B,二\n", encoding="utf-8")
    asked = ("--column", "title=英文名")
    awardcli("import", path, "-o", stored, *asked)
    for source in (("--data", path, *asked), ("--data", stored)):
        first = json.loads(awardcli("export", "-", "-f", "jsonl", *source).out.splitlines()[0])
        assert (first["title"], first["片名"], first["又名"]) == ("A", "甲", "一")
        assert "英文名" not in first
        assert "英文名" in awardcli("list", "-f", "table", *source).out.splitlines()[0]
        assert "甲" in awardcli("list", "--where", "片名=甲", *source).out


def test_options_on_how_to_read_a_list_are_not_ignored_where_nothing_is_read(awardcli: Run, tmp_path: Path) -> None:
    stored, book = tmp_path / "list.awards", tmp_path / "list.xlsx"
    awardcli("export", stored)
    awardcli("export", book)
    for command in (("validate", stored), ("list", "--data", stored), ("import", stored, "-o", tmp_path / "b.awards")):
        refused = awardcli(*command, "--column", "title=A")
        assert (refused.code, "is a collection" in refused.err) == (2, True)
    assert awardcli("validate", book, "--encoding", "gb18030").code == 2


def test_the_district_of_a_row_is_its_own_cell_where_the_list_has_such_a_column(awardcli: Run, tmp_path: Path) -> None:
    path, stored = tmp_path / "list.csv", tmp_path / "list.awards"
    path.write_text("区,片名,单位\n嘉定区,甲,公司A\n宝山区,乙,公司A\n,丙,公司A\n,丁,静安区教育局\n", encoding="utf-8")
    awardcli("import", path, "-o", stored)
    for source in (path, stored):
        shown = awardcli("list", "-c", "district", "--header", "none", "--data", source).lines
        assert shown == ["嘉定区", "宝山区", '""', '""']
        assert awardcli("stats", "--by", "district", "--data", source).lines[1:] == ["嘉定区\t1", "宝山区\t1", "\t2"]
