"""What becomes of cells and rows: shown, counted, filtered and exported as written; what is left out is said."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter

from awardcli.collection import open_collection
from awardcli.language.people_and_bodies import organization_names
from awardcli.messages import settle
from conftest import Run
from support import written

pytestmark = pytest.mark.usefixtures("workbooks_read_here")

BROKEN = '片名,导演\n咏梅,张三\n"画"面,李四\n早回,王五\n'


def test_rows_that_cannot_be_read_are_said_to_be_left_out_also_by_a_quiet_command(
    awardcli: Run, tmp_path: Path
) -> None:
    path, one = written(tmp_path / "list.csv", BROKEN), written(tmp_path / "one.txt", "早回\n")
    said = "list.csv: 1 row left out, cannot be read; line 3: not valid CSV: text follows a closing quote\n"
    for command in (
        ("export", tmp_path / "out.csv", "-q", "--data", path),
        ("list", "-q", "--count", "--data", path),
        ("search", "早回", "-q", "--data", path),
        ("stats", "-q", "--by", "导演", "--data", path),
        ("match", one, "-q", "--data", path),
    ):
        ran = awardcli(*command)
        assert (ran.code, ran.err) == (0, said)
    ran = awardcli(
        "match", path, "-q", "-o", tmp_path / "matched.csv", "--data", written(tmp_path / "b.csv", "片名\n早回\n")
    )
    assert (ran.code, ran.err) == (0, said.replace("left out, cannot be read", "cannot be read, not matched"))
    assert awardcli("export", tmp_path / "b2.csv", "-q", "--data", tmp_path / "b.csv").err == ""


def test_a_problem_of_a_row_is_worded_in_the_language_of_messages(awardcli: Run, tmp_path: Path) -> None:
    settle("zh")
    for row, problem in {'"画"面,李四': "右引号后面还有文字", '"画,李四': "引号只有开头，没有结尾"}.items():
        path = written(tmp_path / "list.csv", f"片名,导演\n{row}\n")
        assert f"第 2 行：不是有效的 CSV：{problem}" in awardcli("validate", path, "--lang", "zh").out


def test_an_option_that_may_be_given_once_is_refused_the_second_time(awardcli: Run) -> None:
    for option, values in {
        "--award": ("最佳编剧", "最佳创意"),
        "--category": ("微电影", "微电影"),
        "-n": ("1", "2"),
        "--data": ("a.csv", "b.csv"),
    }.items():
        ran = awardcli("list", option, values[0], option, values[1])
        assert (ran.code, "is given twice" in ran.err) == (2, True)
    assert "is given twice" in awardcli("--data", "a.csv", "list", "--data", "b.csv").err
    assert awardcli("--lang", "zh", "list", "--lang", "en", "-n", "1").code == 0


def test_a_second_sort_orders_the_rows_that_are_the_same_by_the_first(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "片名,年份,评分\n甲,2020,3\n乙,2021,9\n丙,2020,9\n丁,2021,3\n")

    def order(*sorts: str) -> str:
        options = [f"--sort={each}" for each in sorts]
        return "".join(awardcli("list", *options, "-c", "片名", "--header", "none", "--data", path).lines)

    assert [order("年份", "评分"), order("-年份", "评分"), order("评分", "-年份"), order("年份")] == [
        "甲丙丁乙",
        "丁乙甲丙",
        "丁甲乙丙",
        "甲丙乙丁",
    ]


def test_a_count_of_matches_is_of_the_rows_that_match(awardcli: Run, tmp_path: Path) -> None:
    ran = awardcli("match", written(tmp_path / "a.txt", "咏梅\n无此作品\n\n画\n"), "--count")
    assert (ran.code, ran.out) == (0, "2\n")
    ran = awardcli("match", written(tmp_path / "b.txt", "无此作品\n"), "--count")
    assert (ran.code, ran.out) == (1, "0\n")


def test_a_table_of_matches_has_words_for_headings_and_a_file_the_keys(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "片名,score\n咏梅,1\n")
    shown = awardcli("match", path, "-f", "table").lines[0]
    assert shown.split("  ") == ["片名", "match title", "match category", "match score"]
    assert awardcli("match", path, "-f", "table", "-c", "match title,match_category").code == 0
    assert awardcli("match", path, "-f", "csv").lines[0].startswith("片名,score,match_title,match_organization,")


def test_the_mark_that_ends_a_character_reference_parts_no_names() -> None:
    assert [
        organization_names(cell)
        for cell in ("Simon &amp; Schuster", "Gr&uuml;n; Rot", "A&#38;B；C", "R&D;Q&A;X", "a\0b")
    ] == [
        ["Simon &amp; Schuster"],
        ["Gr&uuml;n", "Rot"],
        ["A&#38;B", "C"],
        ["R&D", "Q&A", "X"],
        ["a\0b"],
    ]


def test_an_award_that_a_list_does_not_have_names_those_that_it_has(awardcli: Run, tmp_path: Path) -> None:
    for query, nearest in (
        ("最佳导演", "最佳创意, 最佳编剧, "),
        ("优秀组织奖", "优秀组织单位, "),
        ("Best Director", ""),
    ):
        assert f"the awards and categories of this list: {nearest}" in awardcli("search", query).err
    without = written(tmp_path / "list.csv", "片名\n咏梅\n")
    for ran in (awardcli("search", "最佳导演", "--data", without), awardcli("search", "没有的作品")):
        assert "of this list" not in ran.err


def test_an_edition_that_a_list_does_not_have_names_those_that_it_has(awardcli: Run) -> None:
    for query in ("第十届", "第8届", "8th", "第十届 微电影", "第八届 薪火"):
        err = awardcli("search", query).err
        assert "the editions of this list: 9\n" in err, query
        assert "did you mean" not in err, query
    for query in ("第九届 没有的作品", "世界", "第十章"):
        assert "editions of this list" not in awardcli("search", query).err, query


def test_rejects_cannot_go_into_the_collection_itself(awardcli: Run, tmp_path: Path) -> None:
    path, made = written(tmp_path / "list.csv", BROKEN), tmp_path / "a.awards"
    ran = awardcli("import", path, "-o", made, "--rejects", made)
    assert (ran.code, ran.err) == (
        3,
        f"awardcli: {made} is the collection to write; name another file for --rejects\n",
    )


def test_rows_set_aside_are_listed_in_the_order_of_the_file(awardcli: Run, tmp_path: Path) -> None:
    path = written(
        tmp_path / "list.csv", "片名,单位,奖项\n甲,u,一等奖\n\n微视频,,\n片名,导演,奖项\n乙,v,二等奖\n合计,2,\n"
    )
    lines = awardcli("validate", path).lines
    at = lines.index("3 rows set aside")
    assert [line.split()[1] for line in lines[at + 1 : at + 4]] == ["4", "5", "7"]
    assert lines[at + 2].endswith("(heading)")


def test_kinds_and_certainties_of_a_list_are_counted_filtered_and_denied_as_it_writes_them(
    awardcli: Run, tmp_path: Path
) -> None:
    text = "片名,可靠程度,单位类型\n甲,低,公安\n乙,待核实,媒体\n丙,不可靠,学校\n丁,存疑,\n戊,,\n"
    path, made = written(tmp_path / "list.csv", text), tmp_path / "list.awards"
    awardcli("import", path, "-o", made)
    for data in (path, made):

        def answer(*command: str, data: Path = data) -> list[str]:
            return awardcli(*command, "--data", data).lines[1:]

        certainties = ["低\t1", "待核实\t1", "不可靠\t1", "存疑\t1", "\t1"]
        assert answer("stats", "--by", "可靠程度") == answer("stats", "--by", "certainty") == certainties
        assert answer("stats", "--by", "单位类型") == ["公安\t1", "媒体\t1", "学校\t1", "\t2"]
        for kind, title in {"公安": "甲", "police": "甲", "媒体": "乙", "school": "丙"}.items():
            assert answer("list", "--kind", kind, "-c", "title") == [title]
        for value, title in {"不可靠": "丙", "存疑": "丁", "uncertain": "丁", "": "戊"}.items():
            assert answer("list", "--where", f"可靠程度={value}", "-c", "title") == [title]
        codes = answer("list", "-c", "certainty,kind")
        assert codes == ["\tpolice", "\t", "\tschool", "uncertain\t", "printed\t"]


def test_the_kind_of_a_row_is_what_the_row_says(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "片名,单位,单位类型\n甲,u,公安\n乙,u,学校\n丙,u,\n")
    assert awardcli("list", "-c", "kind", "--header", "none", "--data", path).lines == ["police", "school", "police"]


def test_a_year_without_a_number_is_counted_as_written(awardcli: Run, tmp_path: Path) -> None:
    path, made = (
        written(tmp_path / "list.csv", "片名,年份\n甲,民国\n乙,不详\n丙,2021\n丁,(2021)\n戊,不详\n"),
        tmp_path / "a.awards",
    )
    blank = written(tmp_path / "blank.csv", "片名,年份\n甲,民国\n乙,\n丙,2021\n丁,民国83年\n")
    awardcli("import", path, "-o", made)
    for data in (path, made):
        assert awardcli("stats", "--by", "年份", "--data", data).lines[1:] == ["2021\t2", "不详\t2", "民国\t1"]
    assert awardcli("stats", "--by", "year", "--data", blank).lines[1:] == ["2021\t1", "1994\t1", "民国\t1", "\t1"]


def test_results_without_a_group_are_counted_beside_the_groups(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "片名,奖项\n甲,一等奖\n乙,\n丙,\n")
    assert "2 results without award\n" in awardcli("list-by-category", "--data", path).err
    path = written(tmp_path / "list.csv", "片名,类别\n甲,微电影\n乙,\n")
    assert "1 result without category\n" in awardcli("list-by-category", "--data", path).err
    assert awardcli("list-by-category").err == ""


def test_advice_can_be_followed(awardcli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "-x.csv", "片名,单位\n甲,u\n合计,1\n")
    assert awardcli("list", "--data=-x.csv").err == "-x.csv: 1 row set aside; see: awardcli validate ./-x.csv\n"
    assert awardcli("validate", "./-x.csv").code == 0
    for command in (("validate", "-"), ("import", "-", "-o", "a.awards"), ("list", "--data", "-")):
        assert "give the file /dev/stdin instead of -\n" in awardcli(*command).err


def test_films_named_by_a_letter_are_titles_and_marks_are_none(tmp_path: Path) -> None:
    def role_of_first(text: str) -> str | None:
        return open_collection(written(tmp_path / "list.csv", text)).columns[0].role

    assert role_of_first("片名,单位\nA,u\nA,v\nD,w\n") == "title"
    for marks in ("x x -", "√ √ ×", "Y N Y"):
        cells = marks.split()
        text = "".join(f"{cell},甲{place},u\n" for place, cell in enumerate(cells))
        assert role_of_first(f"电影,片名,单位\n{text}") is None


def _ods(*rows: str, columns: str = "") -> bytes:
    """An ODS workbook with one sheet of these rows, each as XML."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name='S'>{columns}"
        f"{''.join(rows)}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    data = BytesIO()
    with ZipFile(data, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        packed.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{manifest}"/>')
        packed.writestr("content.xml", content)
    return data.getvalue()


def _row(*cells: str, attributes: str = "") -> str:
    """A row of an ODS sheet; a cell is its text, or XML."""
    texts = (
        cell
        if cell.startswith("<table")
        else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row {attributes}>{''.join(texts)}</table:table-row>"


def test_an_ods_workbook_is_read_with_its_merged_cells_line_breaks_and_durations(awardcli: Run, tmp_path: Path) -> None:
    three_rows = 'office:value-type="string" table:number-rows-spanned="3"'
    merged = f"<table:table-cell {three_rows}><text:p>一等奖</text:p></table:table-cell>"
    two = "<table:table-cell office:value-type='string'><text:p>丙</text:p><text:p>丁</text:p></table:table-cell>"
    covered = "<table:covered-table-cell/>"
    times = [
        f'<table:table-cell office:value-type="time" office:time-value="{time}"><text:p>x</text:p></table:table-cell>'
        for time in ("PT95H30M00S", "PT01H45M07S", "PT00H00M30S")
    ]
    path = written(
        tmp_path / "list.ods",
        _ods(
            _row("奖项", "片名", "片长"),
            _row(merged, "甲<text:line-break/>又名<text:s text:c='2'/>乙", times[0]),
            _row(covered, "PT2H", times[1], attributes="table:visibility='collapse'"),
            _row(covered, two, times[2]),
            _row("", "戊", "附", attributes="table:number-rows-repeated='2'"),
            columns="<table:table-column table:number-columns-repeated='2'/>"
            "<table:table-column table:visibility='collapse'/>",
        ),
    )
    cells = [result.cells.values for result in open_collection(path)]
    assert cells[0] == ("一等奖", "甲\n又名  乙", "95:30:00")
    assert cells[1:3] == [("一等奖", "PT2H", "01:45:07"), ("一等奖", "丙\n丁", "00:00:30")]
    assert cells[3:] == [("", "戊", "附")] * 2
    assert "hidden in the workbook, but read: line 3, column C\n" in awardcli("validate", path).out


def test_hidden_rows_and_columns_of_a_workbook_are_read_and_said(awardcli: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("微电影", "微视频"):
            sheet = book.add_worksheet(name)
            for line, cells in enumerate(
                (["片名", "单位", "备注"], [f"{name}甲", "u", "a"], [f"{name}乙", "v", "b"], ["丙", name, "c"])
            ):
                sheet.write_row(line, 0, cells)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(9, None, None, {"hidden": True})
        sheet.set_column(2, 50, None, None, {"hidden": True})
    ran = awardcli("list", "--data", path, "--count")
    assert (ran.out, ran.err) == ("6\n", "list.xlsx: hidden in the workbook, but read: line 3, column C\n")


def test_a_column_of_the_nominated_makes_nobody_a_winner(awardcli: Run, tmp_path: Path) -> None:
    def roles(headings: str) -> list[str | None]:
        path = written(
            tmp_path / "list.csv", f"{headings}\n最佳男主角,张三,春风,李四,山河\n最佳女主角,王五,秋雨,赵六,大海\n"
        )
        return [column.role for column in open_collection(path).columns]

    assert roles("奖项,获奖者,影片,提名者,提名影片") == ["award", "organization", "title", None, None]
    assert roles("Award,Winner,Film,Nominee,Nominated film") == ["award", "organization", "title", None, None]
    assert roles("奖项,获奖影片,提名影片,提名单位,导演") == ["award", "title", None, "organization", "organization"]
    assert roles("Award,Player,Film,Other Finalists,Note") == ["award", "organization", "title", None, "note"]
    assert roles("奖项,导演,影片,其他入围者,备注") == ["award", "organization", "title", None, "note"]
    assert roles("奖项,导演,影片,提名者,备注") == ["award", "organization", "title", "organization", "note"]
    written(tmp_path / "list.csv", "奖项,获奖者,提名者\n最佳男主角,张三,李四\n")
    assert "otherwise: --column organization=提名者\n" in awardcli("validate", tmp_path / "list.csv").out
    asked = awardcli("list", "--column", "organization=提名者", "-c", "organization", "--data", tmp_path / "list.csv")
    assert asked.lines[1:] == ["张三、李四"]


def test_an_award_of_people_in_a_table_of_awards_across_names_who_won(tmp_path: Path) -> None:
    def won(text: str) -> list[tuple[str | None, str | None, str | None]]:
        results = open_collection(written(tmp_path / "list.csv", text))
        return [(each.award, each.title, each.organization) for each in results]

    assert won("年份,最佳影片,最佳导演,最佳编剧\n2019,春风,张三,《山河》\n2020,秋雨,,王五\n") == [
        ("最佳影片", "春风", None),
        ("最佳导演", None, "张三"),
        ("最佳编剧", "《山河》", None),
        ("最佳影片", "秋雨", None),
        ("最佳编剧", None, "王五"),
    ]
    people = "Year,Best Director,Best Actor,Best Actress\n2019,Ann Lee,Bo Li,Cy Wu\n2020,Dan Ho,Ed Zu,Fay Ng\n"
    assert won(people)[0] == ("Best Director", None, "Ann Lee")
    for heading in ("年份,冠军,亚军,季军", "Year,Champion,Runner-up,Third place", "Year,Winner,Runner-up,Third place"):
        places = won(f"{heading}\n2019,A B,C D,E F\n2020,G H,J K,L M\n")
        assert [title for _, title, _ in places] == [None] * 6, "the same kind in all columns"
    assert won("年份,年度歌曲,年度专辑,年度歌手\n2019,春,夏集,张三\n2020,秋,冬集,李四\n")[:3] == [
        *(("年度歌曲", "春", None), ("年度专辑", "夏集", None), ("年度歌手", None, "张三"))
    ]
    of_the_year = won(
        "Year,Song of the Year,Album of the Year,Artist of the Year\n2019,Spring,May,Ann Lee\n2020,Fall,June,Bo Ek\n"
    )
    assert of_the_year[1:3] == [("Album of the Year", "May", None), ("Artist of the Year", None, "Ann Lee")]
    assert won("年份,年度歌曲,歌手\n2019,春,张三\n2020,秋,李四\n")[0] == ("年度歌曲", "春", "张三"), "one award"
    assert won("年份,金牌,银牌,铜牌\n2019,春风,秋雨,冬雪\n2020,山河,大海,高原\n")[0] == ("金牌", "春风", None)


def test_awards_that_each_have_columns_of_their_own_are_results_each(tmp_path: Path) -> None:
    def won(text: str) -> list[tuple[str | None, str | None, str | None]]:
        found = open_collection(written(tmp_path / "a.csv", text))
        return [(each.award, each.title, each.organization) for each in found]

    works = won("年度,一等奖,单位,二等奖,单位\n2021,春,一小,夏,二小\n2022,秋,三小,,\n")
    assert works == [("一等奖", "春", "一小"), ("二等奖", "夏", "二小"), ("一等奖", "秋", "三小")]
    assert won("一等奖,作者,单位,二等奖,作者,单位\n春,子,一小,夏,丑,二小\n")[0] == ("一等奖", "春", "子、一小")
    assert won("年度,一等奖,二等奖\n2021,春,夏\n2022,秋,冬\n")[1] == ("二等奖", "夏", None)
    assert won("学校,一等奖,二等奖\n一小,3,1\n二小,0,2\n") == [(None, None, "一小"), (None, None, "二小")], "counts"
    people = won("Category,Winner,School,Runner-up,School\nDrama,Ann Lee,Hill High,Bo Ek,Dale High\n")
    assert people == [("Winner", None, "Ann Lee、Hill High"), ("Runner-up", None, "Bo Ek、Dale High")]
    assert len(won("片名,金奖,单位,银奖,单位\n春,a,一小,b,二小\n")) == 1, "of one work"


def test_a_mark_for_nothing_is_no_title_beside_who_won(tmp_path: Path) -> None:
    marks = "片名,单位\n-,一中\n—,二中\n/,三中\n（空）,四中\n春,五中\n"
    assert [each.title for each in open_collection(written(tmp_path / "a.csv", marks))] == [None] * 4 + ["春"]


def test_a_note_in_the_column_of_numbers_is_no_result(tmp_path: Path) -> None:
    table = "序号,作品名称,单位\n1,海,一中\n备注,以上按得分排序,\n序号,作品名称,单位\n2,山,二中\n"
    assert [each.title for each in open_collection(written(tmp_path / "a.csv", table))] == ["海", "山"]


def test_a_notice_typed_into_a_sheet_reads_as_its_text_does(awardcli: Run, tmp_path: Path) -> None:
    text = "2023年优秀微电影名单 一等奖 《星光》闵行区文旅局 《夜雨》长宁区文旅局 二等奖 《灯下》普陀区文旅局"
    lines = text.replace("》", "》\u3000").split(" ")
    path = tmp_path / "a.xlsx"
    for column in (0, 1):
        with xlsxwriter.Workbook(path) as book:
            book.add_worksheet().write_column(1, column, lines)
        found = [(each.title, each.organization, each.award) for each in open_collection(path)]
        assert found == [
            ("星光", "闵行区文旅局", "一等奖"),
            ("夜雨", "长宁区文旅局", "一等奖"),
            ("灯下", "普陀区文旅局", "二等奖"),
        ]
    whole = awardcli("list", "--data", str(path), "--column", "title=line", "-f", "jsonl").out
    assert whole.count("\n") == len(lines)
