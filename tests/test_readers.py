"""Every kind of file is read row by row: each row is right, or refused with its place."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date, datetime, time, timedelta
from io import StringIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from awardcli import messages
from awardcli.collection import open_collection
from awardcli.collection.user_file import text_file
from awardcli.collection.user_file.reader import read_rows
from awardcli.collection.user_file.reading_report import BY_CONTENT, ReadAs, UserRow
from awardcli.collection.user_file.result_builder import ResultBuilder
from awardcli.collection.user_file.text_file import BinaryFile, TextFile
from awardcli.collection.user_file.workbooks import workbook_file
from awardcli.collection.user_file.workbooks.sheet_reader import lines_of
from awardcli.errors import InvalidDataError, UnreadableError
from awardcli.model import Cell, Column, Role
from hostile.workbooks import FILMS, SHEET, SOUND, book, cell, packed
from hostile.workbooks import sheet as sheet_of
from support import AWARDCLI, WHOLE, environment, written

LIST = "片名,单位,类别\n吾梦,黄浦区老西门街道,微电影\n爱上海的理由,文汇报社,微电影\n我们的故事在这里开始,个人,微视频\n"
TITLES = ["吾梦", "爱上海的理由", "我们的故事在这里开始"]


def read(path: Path, read_as: ReadAs = BY_CONTENT) -> list[UserRow]:
    return list(read_rows(path, read_as))


def titles(path: Path, read_as: ReadAs = BY_CONTENT) -> list[str | None]:
    rows = read_rows(path, read_as)
    reader = ResultBuilder(rows)
    return [reader.result(row).title for row in rows]


def fields(row: UserRow) -> dict[str, Cell]:
    """The cells of a row by their headings."""
    return {column.heading: cell for column, cell in zip(*row.cells, strict=True)}


def text_lines(path: Path, read_as: ReadAs = BY_CONTENT) -> Iterator[str]:
    yield from TextFile(BinaryFile(path), read_as.encoding).lines()


def sheet(path: Path, *rows: list[object], more: dict[str, list[list[object]]] | None = None) -> Path:
    """A workbook with those rows in its first sheet, and more sheets by name."""
    with xlsxwriter.Workbook(path) as book:
        for name, lines in {"list": list(rows), **(more or {})}.items():
            page = book.add_worksheet(name)
            for number, line in enumerate(lines):
                page.write_row(number, 0, line)
    return path


# Encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_needs_no_word_of_its_encoding(tmp_path: Path, encoding: str) -> None:
    assert titles(written(tmp_path / "list.csv", LIST.encode(encoding))) == TITLES


@pytest.mark.parametrize(
    ("asked", "encoding"), [("gb18030", "gb18030"), ("gbk", "gbk"), ("gb2312", "gb2312"), ("utf-8", "utf-8")]
)
def test_another_encoding_is_read_when_it_is_named(tmp_path: Path, asked: str, encoding: str) -> None:
    assert titles(written(tmp_path / "list.csv", LIST.encode(encoding)), ReadAs(encoding=asked)) == TITLES


def test_a_mark_goes_before_what_was_asked(tmp_path: Path) -> None:
    assert titles(written(tmp_path / "list.csv", LIST.encode("utf-16")), ReadAs(encoding="gb18030")) == TITLES


def test_a_few_characters_may_be_utf_8_by_chance(tmp_path: Path) -> None:
    seven, eight = "上海的理由故事A".encode(), "上海的理由故事在A".encode()
    assert list(text_lines(written(tmp_path / "list.csv", seven), ReadAs(encoding="gb18030"))) == [
        seven.decode("gb18030")
    ]
    with pytest.raises(InvalidDataError, match="this is UTF-8 text"):
        list(text_lines(written(tmp_path / "list.csv", eight), ReadAs(encoding="gb18030")))


def test_utf_8_is_not_misread_as_something_else(tmp_path: Path) -> None:
    with pytest.raises(InvalidDataError, match="this is UTF-8 text, not gb18030; leave --encoding out"):
        read(written(tmp_path / "list.csv", LIST), ReadAs(encoding="gb18030"))


@pytest.mark.parametrize("line", [1, 2, 5000, 12345])
def test_the_line_that_is_no_text_is_named(tmp_path: Path, line: int) -> None:
    lines = [b"title\n", *[f"吾梦{number}\n".encode() for number in range(20_000)]]
    lines[line - 1] = b"\xb0\xae\n"
    with pytest.raises(InvalidDataError, match=rf"line {line} is not UTF-8"):
        list(text_lines(written(tmp_path / "list.csv", b"".join(lines))))


@pytest.mark.parametrize("most", [999, 1000, 1001])
def test_the_line_that_is_no_text_is_named_also_where_lines_are_read_in_pieces(tmp_path: Path, most: int) -> None:
    long = b"x" * 19_999 + b"\n"  # a block may end where a line does
    path = written(tmp_path / "list.json", long * 3 + b"\xb0\xae\n")
    with pytest.raises(InvalidDataError, match=r"line 4 is not UTF-8"):
        list(TextFile(BinaryFile(path)).pieces(most))


@pytest.mark.parametrize("most", [1, 2, 3, 4, 5, 100])
def test_the_mark_of_dos_is_taken_off_where_the_text_ends_and_nowhere_else(tmp_path: Path, most: int) -> None:
    for text, read in (
        ("ab\x1a", "ab"),
        ("ab\n\x1a", "ab\n"),
        ("a\x1ab\x1a", "a\x1ab"),
        ("a\x1a\nb\x1a\x1ac\n", "a\x1a\nb\x1a\x1ac\n"),
        ("\x1a", ""),
    ):
        path = written(tmp_path / "list.json", text.encode())
        assert "".join(TextFile(BinaryFile(path)).pieces(most)) == read, text


def test_commas_in_all_cells_of_the_only_column_separate_none(tmp_path: Path) -> None:
    for name, text in (
        ("a.tsv", "line\nHello, Dolly\nCorrina, Corrina\n"),
        ("a.tsv", "片名\n你好，多莉\n怪兽，公司\n"),
        ("a.csv", "title\na;b\nc;d\n"),
        ("a.csv", "title\na|b\nc|d\n"),
    ):
        path = written(tmp_path / name, text)
        assert [film.title for film in open_collection(path)] == text.split("\n")[1:-1]
    path = written(tmp_path / "a.tsv", "title,year\nDolly,1969\nCorrina,1994\n")
    assert [film.title for film in open_collection(path)] == ["Dolly", "Corrina"], "a table under the wrong suffix"


def test_bytes_that_are_not_what_was_asked_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", b"title\n\xff\xff\n")
    with pytest.raises(InvalidDataError, match="line 2 is not gb18030 text; correct this line"):
        read(path, ReadAs(encoding="gb18030"))


# Rows


def test_broken_quotes_are_read_again_only_so_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "list.csv", "title,note\n" + '甲,"乙\n' * 50)
    assert {row.problem is None for row in read(path)} == {False}
    monkeypatch.setattr(text_file, "LONGEST_LINE", 100)
    with pytest.raises(InvalidDataError, match=r"list\.csv: line \d+: not valid CSV"):
        read(path)


def test_a_row_knows_where_it_begins(tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", 'title,note\n"two\nlines",x\n\n吾梦,y\n')
    assert [(row.number, row.place) for row in read(path)] == [(1, f"{path}: line 2"), (2, f"{path}: line 5")]


def test_only_the_ragged_row_is_refused_and_quoted(tmp_path: Path) -> None:
    ragged, sound = read(written(tmp_path / "list.csv", "title,note\na,b,c\n吾梦,\n"))
    assert (ragged.problem, ragged.raw) == ("3 cells under 2 headings", ["a", "b", "c"])
    assert sound.problem is None


def test_only_the_invalid_json_line_is_refused(tmp_path: Path) -> None:
    path = written(
        tmp_path / "list.jsonl", '{"title": "吾梦"\n[1]\n\n{"title": "a", "title": "b"}\n{"title": "吾梦"}\n'
    )
    assert [(row.line, row.problem is None) for row in read(path)] == [(1, False), (2, False), (4, False), (5, True)]


def test_a_quote_that_stays_open_costs_its_own_row_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", 'title,note\n吾梦,x\n"open,x\n山河,"two\nlines"\n')
    assert [(row.line, row.problem is None) for row in read(path)] == [(2, True), (3, False), (4, True)]


def test_records_may_differ_in_their_keys(tmp_path: Path) -> None:
    path = written(tmp_path / "list.jsonl", '{"title": "吾梦"}\n{"片名": "爱上海的理由"}\n{"单位": "文汇报社"}\n')
    assert titles(path) == ["吾梦", "爱上海的理由", None]


def test_files_are_read_as_they_come(tmp_path: Path) -> None:
    path = written(tmp_path / "list.jsonl", '{"title": "吾梦"}\n' * 100_000 + "{")
    assert next(iter(read_rows(path))).number == 1


def test_the_progress_of_reading_is_reported(tmp_path: Path) -> None:
    told: list[int] = []
    path = written(tmp_path / "list.csv", "title\n" + "吾梦\n" * 30_000)
    list(read_rows(path, watch=told.append))
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] <= path.stat().st_size
    assert len(told) == len("title\n" + "吾梦\n" * 30_000) // text_file._WATCH_EVERY


def test_a_value_has_an_end(tmp_path: Path) -> None:
    path = written(tmp_path / "list.jsonl", '{"title": "%s"}' % ("x" * 1_000_001))
    with pytest.raises(InvalidDataError, match="title: longer than 1,000,000 characters"):
        open_collection(path)
    assert titles(written(path, '{"title": "%s"}' % ("x" * 1_000_000))) == ["x" * 1_000_000]


@pytest.mark.parametrize("ends", ["", "\n"])
def test_a_line_has_an_end(tmp_path: Path, ends: str) -> None:
    path = written(tmp_path / "list.csv", "title\n" + "x" * 16_000_001)
    with pytest.raises(InvalidDataError, match="line 2: longer than 16,000,000 characters"):
        list(text_lines(path))
    (_, line) = text_lines(written(path, "title\n" + "x" * (16_000_000 - len(ends)) + ends))
    assert len(line) == 16_000_000


# Headings


@pytest.mark.parametrize("heading", ["片名", "作品", "作品名称", "标题", "title", " Title "])
def test_a_title_has_many_names(tmp_path: Path, heading: str) -> None:
    assert titles(written(tmp_path / "list.csv", f"{heading}\n吾梦\n")) == ["吾梦"]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        *[(name, "organization") for name in ("单位", "报送单位", "出品单位", "作者")],
        *[("类别", "category"), ("奖项", "award"), ("届", "edition"), ("年份", "year"), ("区", "district")],
    ],
)
def test_other_columns_have_too(tmp_path: Path, heading: str, column: Role) -> None:
    path = written(tmp_path / "list.csv", f"片名,{heading}\n吾梦,9\n")
    assert read_rows(path).columns[1:] == (Column(heading, column),)


HEADS = json.dumps([["list", True, [[1, ["title"]], [2, ["吾梦"]]], [], []]])
HEADING: list[object] = ["序号", "类别", "片名", "单位"]
ABOVE: list[list[object]] = [["第八届获奖名单", "", "", ""], ["（排名不分先后）", "", "", ""]]


def test_lines_above_the_heading_are_skipped(tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.xlsx", *ABOVE, [], HEADING, [1, "微电影", "吾梦", "个人"], ["", "", "山河", ""])
    assert [(row.number, row.line, fields(row)["片名"]) for row in read(path)] == [(1, 5, "吾梦"), (2, 6, "山河")]
    table = written(
        tmp_path / "list.csv", "第八届获奖名单,,,\n（排名不分先后）\n\n序号,类别,片名,单位\n1,微电影,吾梦,个人\n"
    )
    assert titles(table) == ["吾梦"]


def test_a_merged_cell_fills_each_of_its_rows_that_has_other_cells(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as book:
        page = book.add_worksheet()
        page.merge_range(1, 1, 1, 3, "第八届获奖名单")
        for line, cells in enumerate(
            [["类别", "片名", "单位"], ["", "吾梦", "个人"], ["", "山河", ""], [], ["", "大海", ""], ["", "长江", ""]],
            2,
        ):
            page.write_row(line, 1, cells)
        page.merge_range(3, 1, 6, 1, "微电影")
    found = [(row.line, fields(row)["类别"], fields(row)["片名"]) for row in read(tmp_path / "list.xlsx")]
    assert found == [(4, "微电影", "吾梦"), (5, "微电影", "山河"), (7, "微电影", "大海"), (8, "", "长江")]


def test_what_a_file_has_under_merged_cells_is_not_lost(tmp_path: Path) -> None:
    merged = sheet_of(FILMS).replace("</worksheet>", '<mergeCells><mergeCell ref="A1:B4"/></mergeCells></worksheet>')
    assert titles(written(tmp_path / "list.xlsx", packed(SOUND | {SHEET: merged}))) == ["吾梦", "追梦人", "中国梦"]


def test_a_workbook_is_read_where_little_work_is_allowed(tmp_path: Path) -> None:
    path = written(tmp_path / "list.xlsx", packed(SOUND))
    command = [
        "bash",
        "-c",
        'ulimit -t 30 -d 300000; exec "$@"',
        "-",
        *AWARDCLI,
        "list",
        "-c",
        "title",
        "--data",
        str(path),
    ]
    ran = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True)
    assert ran.stdout == "title\n吾梦\n追梦人\n中国梦\n"


def test_cells_merged_right_of_all_that_a_sheet_holds_are_passed_over(tmp_path: Path) -> None:
    for column in "CDE":  # the films are in A and B
        merges = f'<mergeCells><mergeCell ref="{column}1:{column}4"/></mergeCells></worksheet>'
        data = packed(SOUND | {SHEET: sheet_of(FILMS).replace("</worksheet>", merges)})
        assert titles(written(tmp_path / "list.xlsx", data)) == ["吾梦", "追梦人", "中国梦"]


def test_a_title_without_a_value_is_refused_also_beside_an_empty_column(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as made:
        page = made.add_worksheet()
        page.write_row(0, 1, ["片名", "单位"])
        page.write_formula(1, 1, "=1/0", value="#DIV/0!")
        page.write(1, 2, "个人")
    with pytest.raises(InvalidDataError, match="line 2: cell B2 "):
        titles(tmp_path / "list.xlsx")


def test_an_organization_without_a_value_is_empty_and_said_where_the_title_is_there(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as made:
        page = made.add_worksheet()
        page.write_row(0, 0, ["片名", "单位", "导演"])
        page.write_row(1, 0, ["吾梦", "", "甲"])
        page.write_formula(1, 1, "=VLOOKUP(A2,B:C,2)", value="#N/A")
        page.write_row(2, 0, ["追梦人", "个人"])
        page.write_formula(2, 2, "=NA()", value="#N/A")
    collection = open_collection(tmp_path / "list.xlsx")
    assert [(result.title, result.organization) for result in collection] == [("吾梦", "甲"), ("追梦人", "个人")]
    remarks = collection.reading.remarks  # type: ignore[attr-defined]
    assert [remark.text for remark in remarks] == [str(messages.CELLS_WITHOUT_VALUE(count=2))]


ERROR, UNWORKED = '<c r="{}" t="e"><v>#DIV/0!</v></c>', '<c r="{}"><f>B1</f></c>'


@pytest.mark.parametrize("block", [16, 1 << 20])
@pytest.mark.parametrize("kind", [ERROR, UNWORKED])
@pytest.mark.parametrize(
    ("place", "line"),
    [("A2", 2), ("AB3", 3), ("A5", 5), ("A9", 9)],
)
def test_a_row_named_by_a_cell_without_a_value_is_refused_in_any_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, line: int, kind: str, block: int
) -> None:
    monkeypatch.setattr(workbook_file, "_BLOCK", block)
    heading = f'<row r="1">{cell("A1", "title")}{cell("AB1", "organization")}</row>'
    rows = {number: cell(f"A{number}", "吾梦") + cell(f"AB{number}", "个人") for number in (2, 3, 7)}
    rows[line] = kind.format(place)
    data = book(heading + "".join(f'<row r="{number}">{cells}</row>' for number, cells in sorted(rows.items())))
    with pytest.raises(InvalidDataError, match=f"line {line}: cell {place} holds an error"):
        titles(written(tmp_path / "list.xlsx", data))


@pytest.mark.parametrize("kind", [ERROR, UNWORKED])
def test_a_last_row_without_a_value_is_reported_once(tmp_path: Path, kind: str) -> None:
    cells = (cell("A1", "片名"), cell("A2", "吾梦"), kind.format("A3"))
    rows = "".join(f'<row r="{number}">{each}</row>' for number, each in enumerate(cells, start=1))
    assert [row.line for row in read(written(tmp_path / "list.xlsx", book(rows)))] == [2, 3]


@pytest.mark.parametrize("kind", [ERROR, UNWORKED])
def test_a_workbook_that_holds_but_a_cell_without_a_value_is_refused(tmp_path: Path, kind: str) -> None:
    with pytest.raises(InvalidDataError):
        read(written(tmp_path / "list.xlsx", book(f'<row r="1">{kind.format("A1")}</row>')))


@pytest.mark.parametrize("kind", [ERROR, UNWORKED])
def test_a_column_whose_heading_has_no_value_is_called_by_its_letter(tmp_path: Path, kind: str) -> None:
    heading, row = cell("A1", "片名") + kind.format("B1"), cell("A2", "吾梦") + cell("B2", "个人")
    data = book(f'<row r="1">{heading}</row><row r="2">{row}</row>')
    assert [fields(row) for row in read(written(tmp_path / "list.xlsx", data))] == [{"片名": "吾梦", "B": "个人"}]


def test_a_workbook_of_errors_alone_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_file, "_MOST_WITHOUT_VALUE", 100)
    monkeypatch.setattr(workbook_file, "_BLOCK", 1000)
    rows = "".join(f'<row r="{number}">{ERROR.format(f"A{number}")}</row>' for number in range(1, 1000))
    with pytest.raises(InvalidDataError, match="unpacks to more"):
        read(written(tmp_path / "list.xlsx", book(rows)))


def test_a_heading_further_down_may_have_names_that_were_explained(tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "获奖名单\n剧名,单位\n吾梦,个人\n")
    assert titles(path, ReadAs(columns={"剧名": "title"})) == ["吾梦"]


def test_a_record_that_reads_like_one_heading_is_no_heading(tmp_path: Path) -> None:
    assert titles(written(tmp_path / "list.csv", "片单\n吾梦\n标题\n山河\n")) == ["吾梦", "标题", "山河"]
    assert titles(written(tmp_path / "own.csv", "片名,类别\n吾梦,甲\n标题,组别\n")) == ["吾梦", "标题"]


def test_the_heading_is_the_line_that_names_the_most_columns(tmp_path: Path) -> None:
    assert titles(written(tmp_path / "list.csv", "片名,片长\n作品,单位\n吾梦,5\n")) == ["吾梦"]


def test_a_heading_is_not_looked_for_beyond_the_first_lines(tmp_path: Path) -> None:
    text = "{}片名,某人\n吾梦,个人\n"
    for above, within in (("获奖名单\n", 110), ("甲,乙\n", 19)):
        assert titles(written(tmp_path / "list.csv", text.format(above * within))) == ["吾梦"]
        with pytest.raises(InvalidDataError, match="headings: "):
            read(written(tmp_path / "list.csv", text.format(above * (within + 11))))


def test_any_other_heading_can_be_explained(tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "title,剧名\n9,吾梦\n")
    assert titles(path, ReadAs(columns={"剧名": "title"})) == ["吾梦"]


def test_a_heading_that_is_explained_must_be_there(tmp_path: Path) -> None:
    for asked, headings in (("X", "序号, 片名"), ("C", "序号, 片名")):  # letters of no column
        films = written(tmp_path / "letters.csv", "序号,片名\n1,春\n")
        with pytest.raises(InvalidDataError, match=f"no heading “{asked}”; headings: {headings}"):
            open_collection(films, ReadAs(columns={asked: "title"}))
    with pytest.raises(InvalidDataError, match="no heading “剧名”; headings: title"):
        read(written(tmp_path / "list.csv", "title\n吾梦\n"), ReadAs(columns={"剧名": "title", "社": "organization"}))


def test_every_other_column_is_kept(tmp_path: Path) -> None:
    (film,) = open_collection(written(tmp_path / "list.csv", "title,片长,题目\n吾梦,5,x\n"))
    assert (film.title, film.other_titles, film.other) == ("吾梦", ("x",), {"片长": "5"})


# Workbooks


def test_a_workbook_is_read_by_its_headings(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "list.xlsx", ["片名", "单位", "届", "年份"], ["吾梦", "文汇报社", 9, 2022.0], ["a", "", "", ""]
    )
    films = list(open_collection(path))
    assert [(film.title, film.organization, film.edition[:2]) for film in films] == [
        ("吾梦", "文汇报社", (9, 2022)),
        ("a", None, (None, None)),
    ]


def test_a_date_in_a_workbook_is_text_and_a_number_is_whole_where_it_can_be(tmp_path: Path) -> None:
    cells = {
        "片名": (date(2022, 8, 1), "yyyy-mm-dd", "2022-08-01"),
        "单位": (datetime(2022, 8, 1, 9, 30), "yyyy-mm-dd hh:mm", "2022-08-01T09:30:00"),
        "备注": (time(9, 30), "hh:mm", "09:30:00"),
        "片长": (timedelta(hours=95, minutes=30), "[h]:mm:ss", "95:30:00"),
        "届": (9, "0", 9),
        "分": (9.5, "0.0", 9.5),
        "有": (True, None, "TRUE"),
    }
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as book:
        page = book.add_worksheet()
        for column, (heading, (value, shown, _)) in enumerate(cells.items()):
            page.write(0, column, heading)
            page.write(1, column, value, book.add_format({"num_format": shown} if shown else {}))
    (row,) = read(tmp_path / "list.xlsx")
    assert fields(row) == {heading: found for heading, (_, _, found) in cells.items()}


def test_a_row_of_a_workbook_knows_its_line_past_empty_ones(tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.xlsx", [], ["title"], ["吾梦"], [], ["爱上海的理由"])
    assert [row.line for row in read(path)] == [3, 5]


def test_of_a_long_workbook_every_row_is_read_and_knows_its_line(tmp_path: Path) -> None:
    lines = range(2, 6000)
    rows: list[list[object]] = [[f"{line}" + "影" * 20] if line % 7 else [] for line in lines]
    path = sheet(tmp_path / "list.xlsx", ["title"], *rows)
    found = [(row.line, fields(row)["title"]) for row in read(path)]
    assert found == [(line, f"{line}" + "影" * 20) for line in lines if line % 7]


def test_a_workbook_is_sent_in_bounded_blocks(tmp_path: Path) -> None:
    long: list[object] = ["影" * 30_000]
    short: list[object] = ["影"]
    rows = [long] * 10 + [short] * 30_000
    path = sheet(tmp_path / "list.xlsx", *rows)
    _, *blocks, last = lines_of(str(path))
    assert blocks.pop() == "null"
    assert last == "true"
    assert max(len(json.loads(block)) for block in blocks) > 10_000
    assert max(map(len, blocks)) < 6 * 100_000
    assert [row for block in blocks for row in json.loads(block)] == rows


@pytest.mark.parametrize(
    "told", ["", "[", f"{HEADS}\n", f'{HEADS}\n[["title"], ["吾梦"]]\n', f'{HEADS}\n[["title"], ["吾梦"]]\nnull\n']
)
def test_a_workbook_whose_process_ends_before_the_last_word_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    monkeypatch.setattr(workbook_file, "reading", lambda *_: nullcontext(StringIO(told)))
    with pytest.raises(InvalidDataError, match="not a readable workbook"):
        read(sheet(tmp_path / "list.xlsx", ["title"], ["吾梦"]))


def test_a_workbook_is_read_in_no_more_memory_than_it_may_take(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sheet(tmp_path / "list.xlsx", ["title"], ["吾梦"])
    assert titles(path) == ["吾梦"]
    monkeypatch.setattr(workbook_file, "_MOST_MEMORY", 1 << 20)
    with pytest.raises(InvalidDataError, match="not a readable workbook"):
        read(path)


@pytest.mark.parametrize("lines", [183, 184] if WHOLE else [184])  # reading three million cells takes seconds
def test_too_many_empty_cells_beside_a_list_are_refused(tmp_path: Path, lines: int) -> None:
    rows = f'<row r="1">{cell("XFD1", "title")}</row><row r="{lines + 1}">{cell(f"XFD{lines + 1}", "吾梦")}</row>'
    path = written(tmp_path / "list.xlsx", book(rows))
    if lines == 183:
        assert titles(path) == ["吾梦"]
        return
    with pytest.raises(InvalidDataError, match="more than three million cells"):
        read(path)


@pytest.mark.parametrize("column", ["XFE", "HAAAA"])
def test_more_columns_than_a_workbook_has_are_refused(tmp_path: Path, column: str) -> None:
    rows = f'<row r="1">{cell("A1", "title")}{cell(f"{column}1", "x")}</row><row r="2">{cell("A2", "吾梦")}</row>'
    with pytest.raises(InvalidDataError, match="not a readable workbook"):
        read(written(tmp_path / "list.xlsx", book(rows)))


@pytest.mark.skipif(not hasattr(signal, "alarm"), reason="this system has no alarm")
def test_a_workbook_that_is_waited_for_too_long_is_given_up() -> None:
    script = """import sys, time
from awardcli.collection.user_file.workbooks import sheet_reader
sheet_reader.lines_of = lambda path, names: (time.sleep(3 * (at == int(sys.argv[1]))) or "x" * 70_000 for at in (0, 1))
sheet_reader.write("", 1 << 30, 1, pipe=1)"""
    ends = {0: -signal.SIGALRM, 1: -signal.SIGALRM, 2: 0}  # by the line that it waits for: the last for none
    running = [subprocess.Popen([sys.executable, "-c", script, str(waits)], stdout=subprocess.PIPE) for waits in ends]
    # The pipe of the last is full for the two seconds of the others, which is not the fault of the workbook.
    for process, end in zip(running, ends.values(), strict=True):
        with process:
            told, _ = process.communicate()
        assert process.returncode == end
        assert (told.count(b"\n") == 2) == (end == 0)


def test_every_sheet_with_a_heading_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    more: dict[str, list[list[object]]] = {"2023": [["title"], ["x"]], "cover": [["by us"]], "empty": []}
    path = sheet(tmp_path / "list.xlsx", ["title"], ["吾梦"], more=more)
    films = open_collection(path)
    said = [(film.title, film.category and film.category.name, film.edition.year) for film in films]
    assert said == [("吾梦", None, None), ("x", None, 2023)]
    rows = read_rows(path)
    assert rows.reading.sheets == ("list", "2023")
    assert rows.reading.passed == ("cover (no heading known)", "empty (blank)")
    assert titles(path, ReadAs(sheets=("2023",))) == ["x"]
    with pytest.raises(InvalidDataError, match="no sheet “2024”; its sheets: list, 2023, cover, empty"):
        read(path, ReadAs(sheets=("2024",)))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04 and no workbook at all"])
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(InvalidDataError, match="not a readable workbook"):
        read(written(tmp_path / "list.xlsx", data))


def test_a_zip_file_is_no_workbook(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "list.xlsx", "w") as packed:
        packed.writestr("a.txt", "x")
    with pytest.raises(InvalidDataError, match="an archive"):
        read(tmp_path / "list.xlsx")


def test_a_workbook_whose_texts_are_gone_is_not_read_as_empty(tmp_path: Path) -> None:
    whole = sheet(tmp_path / "whole.xlsx", ["title"], ["河边的人"])
    with ZipFile(whole) as packed, ZipFile(tmp_path / "list.xlsx", "w") as rest:
        for name in packed.namelist():
            if "sharedStrings" not in name:
                rest.writestr(name, packed.read(name))
    with pytest.raises(InvalidDataError, match="not a readable workbook"):
        read(tmp_path / "list.xlsx")


def test_a_workbook_may_not_unpack_to_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_file, "_MOST_UNPACKED", 100_000)
    with ZipFile(tmp_path / "list.xlsx", "w", ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", "0" * 200_000)
    with pytest.raises(InvalidDataError, match="unpacks to more than 256 MiB"):
        read(tmp_path / "list.xlsx")


def test_a_missing_workbook_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file or folder"):
        read(tmp_path / "list.xlsx")


@pytest.mark.parametrize("count", [1000, 1001])
def test_a_result_names_a_thousand_organizations_at_most(tmp_path: Path, count: int) -> None:
    """Each of them is read with all that the result says: a row of fifty thousand took all the memory there is."""
    names = "、".join(f"社{number}" for number in range(count))
    path = written(tmp_path / "many.csv", f"title,organization\n吾梦,{names}\n")
    if count == 1000:
        assert len(next(iter(open_collection(path))).organizations) == count
    else:
        with pytest.raises(InvalidDataError, match="organization: more than 1000 organizations"):
            open_collection(path)
