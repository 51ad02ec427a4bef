"""`awardcli match` as its user meets it: files in, files out, exit codes, signals."""

import csv
import json
import os
import pty
import signal
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from awardcli import messages
from awardcli.commands import match as match_command
from awardcli.output.progress import drawn
from conftest import Run
from support import AWARDCLI, environment, hear_every_signal, in_copy, on_screen, shell, workbook, written

MATCH = [
    *("match_title", "match_organization", "match_category", "match_award", "match_year"),
    *("match_id", "match_tier", "match_score", "match_note"),
]
FILMS = '编号,片名,"备 注"\n1,爱上海的理甶,"a, ""b"""\n2,白日依山尽,\n3, 薪火 ,=1+1\n'


@pytest.fixture
def films(tmp_path: Path) -> Path:
    return written(tmp_path / "films.csv", FILMS)


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More lines than are read in the time of a test."""
    return written(tmp_path_factory.mktemp("lines") / "long.txt", "白日依山尽黄河入海流\n" * 600_000)


def alive_in(session: int) -> list[str]:
    """The processes of a session that still run, by what `ps` says of them."""
    listed = subprocess.run(["ps", "-eo", "sess=,stat=,args="], check=True, capture_output=True, text=True).stdout
    found = [line.split(None, 2) for line in listed.splitlines()]
    return [args for number, state, args in found if number == str(session) and not state.startswith("Z")]


def test_a_table_keeps_its_columns_and_rows_and_gains_nine(awardcli: Run, films: Path, tmp_path: Path) -> None:
    ran = awardcli("match", films, "-o", tmp_path / "out.csv")
    assert ran.code == 0
    data = (tmp_path / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert rows[0] == ["编号", "片名", "备 注", *MATCH]
    assert [row[:3] for row in rows[1:]] == [
        ["1", "爱上海的理甶", 'a, "b"'],
        ["2", "白日依山尽", ""],
        ["3", " 薪火 ", "=1+1"],
    ]
    assert rows[1][3:] == [
        *("爱上海的理由", "文汇报社", "微电影", "", "2022", "9-micro-film-05", "near", "78.0"),
        "spelt otherwise: 爱上海的理甶",
    ]
    assert rows[2][3:] == [""] * 9
    assert rows[3][3:] == ["薪火", "宝山区消防救援支队", "微电影", "", "2022", "9-micro-film-01", "equal", "100.0", ""]
    assert "2 of 3 rows matched" in ran.err


def test_a_part_of_a_heading_means_a_column_of_the_file_before_one_that_is_added(
    awardcli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "mine.csv", "参赛作品名称,报送单位\n咏梅,嘉定区委宣传部\n")
    for language in ("en", "zh"):
        monkeypatch.setenv("AWARDCLI_LANG", language)
        assert awardcli("match", path, "-c", "作品,单位").lines == ["参赛作品名称\t报送单位", "咏梅\t嘉定区委宣传部"]


def test_the_year_and_the_people_of_a_row_are_evidence(awardcli: Run, tmp_path: Path) -> None:
    mine = written(tmp_path / "mine.csv", "片名,年份,单位\n小城之春,1948,费穆\n小城之春,2002,田壮壮\n")
    asked = written(tmp_path / "asked.csv", "片名,年份,单位\n小城之春,2002,\n小城之春,,费穆\n小城之春,2003,田壮壮\n")
    rows = [line.split("\t") for line in awardcli("match", asked, "--data", mine).lines[1:]]
    assert [(row[8], row[10], row[11]) for row in rows] == [
        ("mine-2", "100.0", ""),
        ("mine-1", "100.0", ""),
        ("mine-2", "94.0", "another year: 2003, 2002"),
    ]


def scores(awardcli: Run, table: Path, *options: str) -> list[tuple[str, str, str]]:
    rows = csv.DictReader(awardcli("match", table, *options, "--format", "tsv").lines, delimiter="\t")
    return [(row["match_id"].removeprefix("9-"), row["match_score"], row["match_note"]) for row in rows]


def test_another_category_award_or_edition_is_a_doubt_and_a_word_of_no_list_is_none(
    awardcli: Run, tmp_path: Path
) -> None:
    rows = (
        "薪火,第八届,,\n薪火,第九届,微电影类,\n薪火,2022,剧情,一等奖\n薪火,9,微视频,\n我与阿德叔,,单项奖,最佳编剧奖\n"
    )
    assert scores(awardcli, written(tmp_path / "t.csv", f"作品,届次,类别,奖项\n{rows}")) == [
        ("micro-film-01", "94.0", "another edition: 8, 9"),
        ("micro-film-01", "100.0", ""),
        ("micro-film-01", "100.0", ""),
        ("micro-film-01", "94.0", "another category or award: 微视频, 微电影"),
        ("individual-award-01", "94.0", "another category or award: 最佳编剧奖, 单项奖, 最佳创意"),
    ]


def test_an_award_that_nobody_in_the_list_has_contradicts_another_in_a_row_as_in_a_line(
    awardcli: Run, tmp_path: Path
) -> None:
    listed = written(tmp_path / "list.csv", "片名,奖项\n薪火,一等奖\n咏梅,二等奖\n画,\n")
    awards = ("三等奖", "最佳导演", "市赛二等奖", "爱情", "二等奖")
    table = written(tmp_path / "t.csv", "片名,奖项\n" + "".join(f"咏梅,{award}\n" for award in awards) + "画,金奖\n")
    assert [score for _, score, _ in scores(awardcli, table, "--data", str(listed))] == [
        *("94.0", "94.0", "100.0", "100.0", "100.0"),
        "100.0",
    ]
    lines = written(tmp_path / "t.txt", "".join(f"咏梅 {award}\n" for award in ("三等奖", "最佳导演", "二等奖")))
    assert [score for _, score, _ in scores(awardcli, lines, "--data", str(listed))] == ["94.0", "94.0", "100.0"]


def test_of_several_results_it_is_the_one_with_the_award_of_the_row(awardcli: Run, tmp_path: Path) -> None:
    listed = written(tmp_path / "list.csv", "片名,奖项\n寄生虫,最佳影片\n寄生虫,最佳导演\n")
    table = written(tmp_path / "t.csv", "片名,奖项\n寄生虫,最佳导演奖\n")
    assert scores(awardcli, table, "--data", str(listed)) == [("list-2", "100.0", "")]


def test_a_file_of_organizations_alone_is_matched_by_organization(awardcli: Run, tmp_path: Path) -> None:
    bodies = written(tmp_path / "t.csv", "单位,奖项\n嘉定区委宣传部,优秀组织单位\n嘉定区委宣传部,\n")
    assert scores(awardcli, bodies) == [
        ("outstanding-organizer-01", "100.0", ""),
        ("micro-film-03", "95.0", "as good: 9-outstanding-organizer-01 优秀组织单位"),
    ]
    assert "matched by organization" in awardcli("match", bodies).err
    beside = written(tmp_path / "b.csv", "内容,单位\n薪火,宝山区消防救援支队\n")
    assert scores(awardcli, beside) == [("micro-film-01", "100.0", "")]
    other = awardcli(
        "match", written(tmp_path / "n.csv", "序号,单位,电话\n1,嘉定区委宣传部,22223333\n2,澎湃新闻,64311234\n")
    )
    assert (other.code, "--field organization" in other.err) == (1, True)


def test_a_row_without_a_title_names_what_a_body_won_for_no_title(awardcli: Run, tmp_path: Path) -> None:
    assert awardcli("export", tmp_path / "own.csv").code == 0
    ran = awardcli("match", tmp_path / "own.csv")
    assert "77 of 77 rows matched" in ran.err
    assert "14 rows without a title matched by organization" in ran.err
    gaps = written(
        tmp_path / "gaps.csv", "片名,单位,奖项\n,文汇报社,\n,澎湃新闻,优秀组织单位\n,嘉定区委宣传部,优秀组织单位\n"
    )
    assert scores(awardcli, gaps) == [("", "", ""), ("", "", ""), ("outstanding-organizer-01", "100.0", "")], (
        "a title that is missing is not guessed"
    )


def test_a_workbook_comes_back_with_what_each_work_has_won(awardcli: Run, tmp_path: Path) -> None:
    mine = written(
        tmp_path / "mine.csv", "我们的片子\n作品名称,出品单位,时长\n《老潘的茶啡店》,黄浦分局,12\n不在其中,,3\n"
    )
    book, back = tmp_path / "mine.xlsx", tmp_path / "back.xlsx"
    assert awardcli("list", "--data", mine, "-o", book).code == 0
    assert awardcli("match", book, "-o", back).code == 0
    rows = [line.split("\t") for line in awardcli("list", "--data", back, "-f", "tsv", "--header", "own").lines]
    assert rows[0] == ["作品名称", "出品单位", "时长", *MATCH]
    assert rows[1][3:7] == ["老潘的咖啡店", "上海市公安局黄浦分局", "单项奖", "最佳编剧"]
    assert rows[2][3:] == [""] * 9
    with zipfile.ZipFile(back) as opened:
        assert b'<sheet name="mine"' in opened.read("xl/workbook.xml")


def test_json_is_read_and_written(awardcli: Run, tmp_path: Path) -> None:
    mine = written(tmp_path / "mine.json", '[{"movie_name": "画", "seen": true}, {"movie_name": "无", "seen": false}]')
    found = json.loads(awardcli("match", mine, "-f", "json").out)
    assert [(row["movie_name"], row["seen"], row["match_id"]) for row in found] == [
        ("画", True, "9-micro-film-07"),
        ("无", False, None),
    ]


def test_columns_that_come_up_late_are_there_from_the_first_row(awardcli: Run, tmp_path: Path) -> None:
    """A key of a later record, a column without a heading, an award above rows, a sheet with other columns."""
    records = [{"片名": f"片{n}"} for n in range(600)] + [{"片名": "薪火", "得分": 7}]
    sheets: list[tuple[str, list[list[object]]]] = [
        ("2020", [["片名"], ["画"]]),
        ("2021", [["作品", "得分"], ["薪火", 7]]),
    ]
    lists: dict[str, str | bytes] = {
        "array.json": json.dumps(records),
        "inside.json": json.dumps({"data": {"list": records}}),
        "lines.jsonl": "".join(f"{json.dumps(record)}\n" for record in records),
        "hidden.csv": "片名,\n" + "画,\n" * 600 + "薪火,7\n",
        "section.csv": "片名,单位\n" + "画,甲\n" * 600 + "一等奖,\n薪火,甲\n",
        "sheets.xlsx": workbook(*sheets),
    }
    for name, data in lists.items():
        ran = awardcli("match", written(tmp_path / name, data), "-f", "jsonl")
        assert ran.code == 0, ran.err
        found = [json.loads(line) for line in ran.lines]
        assert len({tuple(record) for record in found}) == 1, name
        assert (found[-1]["match_title"], found[0].keys() == found[-1].keys()) == ("薪火", True), name
        assert len(found[0]) == len(MATCH) + {"section.csv": 3, "sheets.xlsx": 4}.get(name, 2), name


def test_an_only_column_is_the_title_for_every_command(awardcli: Run, tmp_path: Path) -> None:
    lists: dict[str, str | bytes] = {
        "a.csv": "Work Item\n薪火\n画\n",
        "a.xlsx": workbook(("Sheet1", [["Work Item"], ["薪火"], ["画"]])),
        "a.json": '[{"Work Item": "薪火"}, {"Work Item": "画"}]',
    }
    for name, data in lists.items():
        mine = written(tmp_path / name, data)
        remark = "“Work Item” is not a known heading; as the only column it is read as the title"
        for command in ("match {}", "search 薪火 --data {}", "import {} -o {}.awards"):
            ran = awardcli(*(word.format(mine) for word in command.split()))
            assert (ran.code, remark in ran.err) == (0, True), (name, command, ran.err)
        assert remark in awardcli("validate", mine).out
    for heading in ("年份", "类别", "编号"):
        mine = written(tmp_path / "a.csv", f"{heading}\n1\n2\n")
        assert [awardcli(*each).code for each in (["match", mine], ["list", "--data", mine], ["validate", mine])] == [
            3
        ] * 3


def test_in_a_pipe_it_is_tsv(awardcli: Run, films: Path) -> None:
    ran = awardcli("match", films)
    assert ran.lines[0].split("\t") == ["编号", "片名", "备 注", *MATCH]
    assert len(ran.lines) == 4


def test_lines_come_from_a_text_and_blank_ones_are_no_rows(awardcli: Run, tmp_path: Path) -> None:
    ran = awardcli("match", written(tmp_path / "lines.txt", "\ufeff画\r\n\r\nxinhuo"), "-f", "jsonl")
    records = [json.loads(line) for line in ran.lines]
    assert [record["line"] for record in records] == ["画", "xinhuo"]
    assert [record["match_title"] for record in records] == ["画", "薪火"]
    assert list(records[0]) == ["line", *MATCH]
    assert "2 of 2 rows" in ran.err
    table = awardcli("match", tmp_path / "lines.txt", "-f", "table", "--lang", "zh")
    assert table.lines[0].split()[:2] == ["原文", "获奖作品"]


def test_a_line_that_names_a_body_is_compared_with_bodies_alone(awardcli: Run, tmp_path: Path) -> None:
    lines = written(tmp_path / "bodies.txt", "上海市公安局静安分局\n嘉定区融媒体中心\n")
    ran = awardcli("match", lines, "--field", "organization", "-f", "json")
    assert [(row["match_score"], row["match_note"]) for row in json.loads(ran.out)] == [(100, None)] * 2


def test_lines_come_from_standard_input() -> None:
    ran = shell("printf '画\\n白日依山尽\\n' | awardcli match - | cut -f 1,2")
    assert ran.lines == ["line\tmatch_title", "画\t画", "白日依山尽\t"]


def test_a_file_in_utf_16_is_read(awardcli: Run, tmp_path: Path) -> None:
    ran = awardcli("match", written(tmp_path / "films.tsv", "片名\n画\n".encode("utf-16")))
    assert ran.lines[1].startswith("画\t画\t")


def test_nothing_named_ends_with_1_and_every_row_is_there(awardcli: Run, tmp_path: Path) -> None:
    ran = awardcli("match", written(tmp_path / "lines.txt", "白日依山尽\n黄河入海流\n"))
    assert (ran.code, len(ran.lines)) == (1, 3)


def test_the_column_and_the_field_may_be_chosen(awardcli: Run, tmp_path: Path) -> None:
    table = written(tmp_path / "t.csv", "甲,乙\n画,文汇报社\n")
    unknown = awardcli("match", table)
    assert unknown.code == 3
    assert "甲, 乙" in unknown.err
    assert awardcli("match", table, "--column", "title=甲").lines[1].split("\t")[2] == "画"
    assert awardcli("match", table, "--column", "title=none").code == 3
    assert awardcli("match", table, "--column", "甲").code == 2
    ran = awardcli("match", table, "--column", "单位=乙", "--field", "organization", "--lang", "zh")
    assert ran.lines[1].split("\t")[3] == "文汇报社"
    assert ran.code == 0


def test_the_heading_of_the_field_is_found(awardcli: Run, tmp_path: Path) -> None:
    table = written(tmp_path / "t.csv", "片名,出品单位\n画,文汇报社\n")
    assert awardcli("match", table).lines[1].split("\t")[2] == "画"
    assert awardcli("match", table, "--field", "organization").lines[1].split("\t")[3] == "文汇报社"


def test_another_list_may_be_matched_with(awardcli: Run, films: Path, tmp_path: Path) -> None:
    mine = written(tmp_path / "mine.csv", "title\n白日依山尽\n")
    assert awardcli("match", films, "--data", mine).lines[2].split("\t")[3] == "白日依山尽"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--jobs", "0"], "--jobs"),
        (["--jobs", "x"], "--jobs"),
        (["--field", "award"], "--field"),
        (["--min-score", "101"], "--min-score"),
        (["-f", "jsom"], "--format"),
        (["-o", "out.xyz"], "suffix"),
    ],
)
def test_wrong_use_is_reported_before_anything_is_written(
    awardcli: Run, films: Path, options: list[str], said: str
) -> None:
    ran = awardcli("match", films, *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("name", "text", "code", "said"),
    [
        ("a.csv", "片名,b\n画,1,2\n", 3, "line 2"),
        ("a.csv", "片名\n画\n\n".encode() + b"\xff", 3, "line 4"),
        ("a.csv", "", 3, "empty"),
        ("a.csv", '片名\n"画\n', 3, "line 2"),
        ("a.csv", "片名,match_id\n1,2\n", 3, "match_id"),
        ("a.xlsx", "x", 3, "not a readable"),
        ("a.jsonl", "{\n", 3, "line 1"),
    ],
)
def test_an_unreadable_row_is_reported_with_its_line_and_leaves_no_file(
    awardcli: Run, tmp_path: Path, name: str, text: str | bytes, code: int, said: str
) -> None:
    ran = awardcli("match", written(tmp_path / name, text), "-o", tmp_path / "out.csv")
    assert ran.code == code
    assert said in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


def test_a_row_that_cannot_be_read_is_written_with_the_reason_and_the_others_are_matched(
    awardcli: Run, tmp_path: Path
) -> None:
    files = {
        "a.csv": ("片名,b\n爱上海的理由,1,2\n爱上海的理由,3\n", "3 cells under 2 headings"),
        "b.csv": ('片名,b\n爱上海的理由,3\n"爱上海的理由', "a quote is opened"),
        "c.jsonl": ('{"title":\n{"title": "爱上海的理由"}\n{"title": "吾梦", "b": NaN}\n', "not valid JSON"),
    }
    for name, (text, reason) in files.items():
        ran = awardcli("match", written(tmp_path / name, text), "-f", "json")
        rows = json.loads(ran.out)
        assert ran.code == 0
        assert [row["match_id"] for row in rows if not row["match_note"]] == ["9-micro-film-05"]
        noted = [row for row in rows if row["match_note"]]
        assert reason in noted[0]["match_note"]
        assert not any(row["match_id"] for row in noted)
        assert reason in ran.err
        assert f"1 of {len(rows)} rows matched" in ran.err
        assert "爱上海的理由" in str(rows[0]) or '{"title":' in str(rows[0])  # as it is in the file


def test_a_row_with_cells_too_many_comes_back_with_all_of_them(awardcli: Run, tmp_path: Path) -> None:
    mine = written(tmp_path / "a.csv", "片名,b\n吾梦,3\n画,1,2,,第三\n")
    rows = json.loads(awardcli("match", mine, "-f", "json").out)
    assert (rows[1]["片名"], rows[1]["match_note"]) == ("画", "5 cells under 2 headings: 2, 第三")


def test_the_rows_that_match_wrote_are_matched_again_by_the_command_that_is_named(
    awardcli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    awardcli("match", written(tmp_path / "mine.csv", "片名,b\n吾梦,3\n"), "-o", "m.csv")
    ran = awardcli("match", "m.csv")
    assert (ran.code, "already has a column match_title" in ran.err) == (3, True)
    command = ran.err.split("awardcli ")[-1].split()
    assert command == ["export", "NEW.csv", "-c", "片名,b", "--data", "m.csv"]
    assert awardcli(*command).code == 0
    assert awardcli("match", "NEW.csv", "-f", "csv").lines[1].startswith("吾梦,3,吾梦,")


def test_a_title_beside_its_kind_is_no_heading_of_lines(awardcli: Run, tmp_path: Path) -> None:
    """Nor is one in columns, above kinds of works; 作品 | 单位 is, and a row of it is no line."""
    for first in (
        *("咏梅-微电影", "咏梅 | 微电影", "咏梅｜微电影", "微电影、咏梅、嘉定", "7 | 咏梅 | 嘉定区委宣传部 | 微电影"),
        *("咏梅 & 微电影", "微電影、咏梅", "微电影 | 静安区文化馆", "咏梅 | 导演"),
    ):
        ran = awardcli("match", written(tmp_path / "a.txt", f"{first}\n海草\n薪火\n"), "-f", "jsonl")
        assert (len(ran.lines), json.loads(ran.lines[0])["line"]) == (3, first)
    parted = written(tmp_path / "a.txt", "咏梅 | 微电影\n薪火 | 微视频\n")
    assert [json.loads(line)["match_title"] for line in awardcli("match", parted, "-f", "jsonl").lines] == [
        "咏梅",
        "薪火",
    ]
    for first in (
        "作品 | 单位",
        "作品-单位",
        "序号、作品",
        "片名/title",
        "参赛作品、选送单位",
        "微电影",
        "作品名称（微电影）",
    ):
        ran = awardcli("match", written(tmp_path / "a.txt", f"{first}\n海草\n薪火\n"), "-f", "jsonl")
        assert [next(iter(json.loads(line).items())) for line in ran.lines] == [(first, "海草"), (first, "薪火")]


def test_a_text_is_a_table_to_match_only_where_its_heading_is_sure(awardcli: Run, tmp_path: Path) -> None:
    for text in (
        "1｜咏梅｜某某学校\n2｜薪火｜某某团队\n3｜年度人物｜某某团队\n",
        "电影\t海草\n微视频\t传承\n",
        "吾梦，文汇报社\n面试\n3，最美导演，某某学校，微电影\n",
        "张三导演工作室  最后的电影\n某某学校  我的学校\n",
    ):
        ran = awardcli("match", written(tmp_path / "a.txt", text), "-f", "jsonl")
        assert [json.loads(line)["line"] for line in ran.lines] == text.splitlines()
    for between in "\t|；，":
        for headings in (("作品", "单位"), ("序号", "片名"), ("影片", "时长"), ("Title", "Year")):
            lines = [between.join(cells) for cells in (headings, ("春", "2021"), ("夏", "2022"), ("海草", "2023"))]
            ran = awardcli("match", written(tmp_path / "a.txt", "\n".join(lines)), "-f", "jsonl")
            assert [tuple(json.loads(line))[:2] for line in ran.lines] == [headings] * 3
    said = "may need --column title=A"  # in a table a first row that may be one of them is doubted
    for text, is_doubted in {
        "咏梅-微电影\n海草\n薪火\n": True,
        "咏梅,微电影\n海草,文化馆\n薪火,\n": True,
        "电影,片长\n海草,5分钟\n": False,
        "Film,Country\nSalt,US\nFog,UK\n": False,
    }.items():
        ran = awardcli("match", written(tmp_path / "a.csv", text), "-f", "csv")
        assert (said in ran.err) == is_doubted, text


def test_a_list_of_no_records_has_no_matches(awardcli: Run, tmp_path: Path) -> None:
    for name, text in {"a.json": "[]", "a.jsonl": "\n"}.items():
        path = written(tmp_path / name, text)
        ran = awardcli("match", path, "-f", "json")
        assert (ran.code, ran.out) == (1, "[]\n")
        assert awardcli("match", path, "-f", "table").code == 1


def test_headings_that_options_name_may_be_those_of_either_file(awardcli: Run, tmp_path: Path) -> None:
    films = written(tmp_path / "films.csv", "Picture,Yr\nXenocide,1991\nTitus,\n")
    seen = written(tmp_path / "seen.csv", "Name of it,When\nTitus,1992\nXenocide,1990\n")
    asked = ["--column", "title=Picture", "--column", "year=Yr", "--fill-down", "Yr"]
    asked += ["--column", "title=Name of it", "--column", "year=When"]
    ran = awardcli("match", seen, "--data", films, *asked, "-f", "json")
    assert [(row["match_title"], row["match_year"], row["match_note"]) for row in json.loads(ran.out)] == [
        ("Titus", "1991", "another year: 1992, 1991"),
        ("Xenocide", "1991", "another year: 1990, 1991"),
    ]
    assert awardcli("match", seen, "--data", films, *asked, "--column", "award=Prize").code == 3


def test_a_missing_file_and_its_own_input_are_refused(awardcli: Run, films: Path, tmp_path: Path) -> None:
    assert awardcli("match", tmp_path / "none.csv").code == 3
    assert awardcli("match", films, "-o", films, "--force").code == 3
    assert films.read_text(encoding="utf-8") == FILMS


def test_a_formula_is_made_harmless_where_asked(awardcli: Run, films: Path) -> None:
    assert "\t'=1+1\t" in awardcli("match", films, "--excel-safe").out


def test_ctrl_c_leaves_no_file_and_no_process(endless: Path, tmp_path: Path) -> None:
    with subprocess.Popen(
        [*AWARDCLI, "match", str(endless), "-o", str(tmp_path / "out.csv"), "--jobs", "2"],
        env=environment(),
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=hear_every_signal,
    ) as running:
        while len(alive_in(running.pid)) < 3:  # it, and the two that share the work
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (130, b"")
    assert list(tmp_path.iterdir()) == []
    until = time.monotonic() + 10
    while alive_in(running.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert alive_in(running.pid) == []


def test_a_reader_that_has_seen_enough_ends_it_quietly(endless: Path) -> None:
    ran = shell(f"awardcli match '{endless}' --jobs 2 | head -n 1")
    assert (ran.code, len(ran.lines), ran.err) == (141, 1, "")


def test_without_a_terminal_there_is_no_bar(awardcli: Run, films: Path) -> None:
    assert "#" not in awardcli("match", films).err


def test_on_a_terminal_a_bar_comes_and_goes(endless: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*AWARDCLI, "match", str(endless), "-o", str(tmp_path / "out.tsv")],
        env=environment(),
        stderr=theirs,
        start_new_session=True,
    ) as running:
        os.close(theirs)
        shown = b""
        while b"#" not in shown:
            shown += os.read(ours, 1000)
        running.send_signal(signal.SIGTERM)
    os.close(ours)
    assert running.returncode == 143
    assert shown.isascii()


def test_a_bar_says_how_much_and_how_many() -> None:
    assert drawn("7", 1.0) == f"[{'#' * 30}] 100% 7"
    assert drawn("1,000", None) == "1,000"


def test_standard_input_may_be_a_file_or_empty(tmp_path: Path) -> None:
    written(tmp_path / "plain.txt", "The Last Tram\nLV1\n")
    written(tmp_path / "empty.txt", "")
    for name, rows in (("plain.txt", 2), ("empty.txt", 0)):
        ran = shell(f"awardcli match - < {name}", cwd=tmp_path)
        assert (ran.code, len(ran.lines)) == (1, rows + 1)


def test_people_who_read_chinese_have_chinese_headings_behind_their_own(awardcli: Run, tmp_path: Path) -> None:
    listed = written(tmp_path / "mine.csv", "片名,获奖作品\n咏梅,是\n")
    table = awardcli("match", listed, "-f", "md", "--lang", "zh").lines
    assert table[0].startswith("| 片名 | 获奖作品 | 获奖作品 (2) | 获奖单位 | 获奖类别 |")
    assert "| 相同 |" in table[2]
    assert awardcli("match", listed, "--lang", "zh").lines[0].startswith("片名\t获奖作品\tmatch_title\t")


def test_a_terminal_is_told_that_nothing_matched_without_the_file_printed_back(tmp_path: Path, awardcli: Run) -> None:
    unknown = written(tmp_path / "unknown.csv", "title\n量子色动力学\n拓扑绝缘体\n")
    shown = on_screen("match", str(unknown))
    assert (shown.code, shown.text.strip()) == (1, "")
    assert messages.ROWS_NAMED(count=0, total=2) in shown.err
    assert "量子色动力学" in on_screen("match", str(unknown), "-f", "table").text
    assert on_screen("match", str(unknown), "--count").text.strip() == "0"
    assert "量子色动力学" in awardcli("match", unknown).out
    some = written(tmp_path / "some.csv", "title\n量子色动力学\n老潘的咖啡店\n")
    assert "量子色动力学" in on_screen("match", str(some), columns=120).text


def test_a_table_of_matches_tells_editions_apart_where_the_list_has_several(tmp_path: Path, awardcli: Run) -> None:
    lines = written(tmp_path / "lines.csv", "title\n晨光\n远山\n")
    for heading, editions in (("年份", ("2021", "2022")), ("届次", ("第三届", "第四届"))):
        list_ = written(tmp_path / "list.csv", f"片名,{heading}\n晨光,{editions[0]}\n远山,{editions[1]}\n")
        shown = awardcli("match", lines, "--data", list_, "-f", "table").out
        assert "match year" in shown
        assert all(edition in shown for edition in editions)
    assert "match year" not in awardcli("match", lines, "-f", "table").out


def test_a_line_that_is_a_cell_of_the_list_is_that_one_without_a_doubt(awardcli: Run, tmp_path: Path) -> None:
    text = "Title,Director\nHarsh Mistress[Note 2],Robert\nFar Hills,Anne\n远山（导演剪辑版）,张三\n"
    plain = written(tmp_path / "n.csv", text)
    lines = written(tmp_path / "lines.txt", "Harsh Mistress[Note 2]\n远山（导演剪辑版）\nfar hills\n")
    for asked in (plain, lines):
        rows = list(csv.DictReader(awardcli("match", asked, "--data", plain, "-f", "csv").out.splitlines()))
        assert [(row["match_score"], row["match_note"]) for row in rows] == [("100.0", "")] * 3
    beside = written(tmp_path / "beside.txt", "Harsh Mistress[Note 3]\n")
    assert "100.0" not in awardcli("match", beside, "--data", plain, "-f", "csv").out


def test_an_option_on_reading_is_for_the_files_that_it_fits_and_refused_where_it_fits_none(
    awardcli: Run, tmp_path: Path
) -> None:
    seen = written(tmp_path / "seen.csv", "片名,导演\n晨光,甲\n远山,乙\n")
    sheet, other = "--sheet=剧情片", "--sheet=纪录片"
    book = written(tmp_path / "b.xlsx", workbook(("剧情片", [["片名"], ["晨光"]]), ("纪录片", [["片名"], ["远山"]])))
    films = [{"title": "晨光"}, {"title": "远山"}]
    data = written(tmp_path / "d.json", json.dumps({"jury": [{"name": "Ann"}], "editions": [{"films": films}]}))
    sjis = written(tmp_path / "s.csv", "作品名\n晨光のうた\n".encode("shift_jis"))
    greek = written(tmp_path / "g.csv", "片名\n晨光のうた\n")
    every = [
        (seen, book, [sheet], ["晨光", None]),
        (book, seen, [other], ["远山"]),
        (book, book, [sheet, other], ["晨光", "远山"]),
        (seen, data, ["--records=editions.films"], ["晨光", "远山"]),
        (greek, sjis, ["--encoding=shift_jis"], ["晨光のうた"]),
        (sjis, greek, ["--encoding=shift_jis"], ["晨光のうた"]),
    ]
    for asked, by, options, wanted in every:
        ran = awardcli("match", asked, "--data", by, *options, "-f", "json", "--lang", "en")
        assert [row["match_title"] for row in json.loads(ran.out)] == wanted, (asked, by, ran.err)
        assert ran.err.count("not used") == (asked != by), ran.err
    made, into = tmp_path / "m.awards", ("-o", tmp_path / "m.awards", "--force")
    ran = awardcli("import", seen, book, data, sheet, "--records=editions.films", *into, "--lang", "en")
    assert (ran.code, "read 5, kept 4, duplicate 1" in ran.err) == (0, True), ran.err
    refused = [
        ([seen, data, "--sheet=x"], 2, "--sheet is for workbooks"),
        ([seen, book, "--sheet=x"], 3, "no sheet “x”"),
        ([seen, data, "--records=x"], 3, "no records at “x”"),
        ([book, seen, "--column=title=x", "--column=title=片名"], 3, "no heading “x”"),
        ([seen, greek, "--encoding=big5"], 3, "this is UTF-8"),
    ]
    made.unlink()
    for words, code, problem in refused:
        ran = awardcli("import", *words, *into, "--lang", "en")
        assert (ran.code, problem in ran.err, made.exists()) == (code, True, False), ran.err
        ran = awardcli("match", words[0], "--data", *words[1:], "--lang", "en")
        assert (ran.code, problem in ran.err) == (code, True), ran.err


def test_a_file_and_a_list_that_are_both_standard_input_are_refused() -> None:
    read, write = os.pipe()
    os.close(write)
    with os.fdopen(read, "rb") as stdin:
        ran = in_copy("match", "-", "--data", "/dev/stdin", stdin=stdin)
    assert (ran.code, ran.err) == (2, f"awardcli: {messages.INPUT_READ_TWICE()}\n")


def test_one_core_matches_where_the_address_space_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    for limit, is_small in ((60 << 20, True), (8 << 30, False), (resource.RLIM_INFINITY, False)):
        monkeypatch.setattr(resource, "getrlimit", lambda _, limit=limit: (limit, limit))
        monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
        assert match_command._cores() == (1 if is_small else 2)
