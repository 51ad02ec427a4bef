"""Importing keeps every row or reports why not, and never leaves half a collection."""

import csv
import json
import os
import random
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
import xlsxwriter

from awardcli.collection import open_collection
from awardcli.collection.stored import StoredCollection
from awardcli.collection.user_file.tables.table_rows import LOOKED_AT
from conftest import Run
from support import AWARDCLI, Ran, copied, environment, in_copy, on_screen, written

HEADING = "片名,单位,类别,奖项,届,年份\n"
ROWS = "吾梦,文汇报社,微电影,,9,2022\n爱上海的理由,黄浦区老西门街道,微电影,最佳创意,9,2022\n"


@pytest.fixture
def films(tmp_path: Path) -> Path:
    return tmp_path / "films.awards"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return written(tmp_path / "own.csv", HEADING + ROWS)


def titles(path: Path) -> list[str | None]:
    return [result.title for result in open_collection(path)]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def summary(path: Path, read: int, kept: int, duplicates: int = 0, refused: int = 0) -> str:
    others = "".join(f", {what} {count}" for what, count in (("duplicate", duplicates), ("refused", refused)) if count)
    return f"wrote {path}: read {read}, kept {kept}{others}\n"


def left_out(path: Path, *lines: int) -> str:
    return "".join(f"{path}: line {line}: left out: identical to an earlier row\n" for line in lines)


# What is kept


def test_an_import_says_what_it_did_beside_the_data(awardcli: Run, own: Path, films: Path) -> None:
    assert awardcli("import", own, "-o", films) == Ran(0, b"", summary(films, 2, 2))
    assert names_in(films.parent) == ["films.awards", "own.csv"]


@pytest.mark.parametrize("suffix", ["csv", "tsv", "json", "jsonl", "ndjson", "awards"])
def test_whatever_is_exported_can_be_imported(awardcli: Run, tmp_path: Path, films: Path, suffix: str) -> None:
    exported = tmp_path / f"exported.{suffix}"
    assert awardcli("export", exported).code == 0
    assert awardcli("import", exported, "-o", films).err == summary(films, 77, 77)
    assert awardcli("export", "-", "--data", films).out == awardcli("export", "-", "--data", exported).out


def test_our_own_json_keeps_all_it_says(awardcli: Run, tmp_path: Path, films: Path) -> None:
    own = written(tmp_path / "films.json", (Path(__file__).parents[1] / "data" / "results.json").read_bytes())
    assert awardcli("import", own, "-o", films).code == 0
    assert [each._replace(printed=dict(each.printed)) for each in open_collection(films)] == list(open_collection(own))


def test_a_reading_that_is_no_syllable_is_kept_and_hinders_nothing(awardcli: Run, tmp_path: Path, films: Path) -> None:
    document = json.loads((Path(__file__).parents[1] / "data" / "results.json").read_text(encoding="utf-8"))
    document["results"][0]["title_pinyin"] = "hng ngq"  # 薪火
    own = written(tmp_path / "films.json", json.dumps(document))
    assert awardcli("import", own, "-o", films).code == 0
    for words in ("薪火", "薪活"):
        answers = [awardcli("search", words, "-f", "json", "--data", path).out for path in (own, films)]
        assert "9-micro-film-01" in answers[0]
        assert answers[1] == answers[0]


def test_a_workbook_is_imported(awardcli: Run, tmp_path: Path, films: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "own.xlsx") as book:
        page = book.add_worksheet()
        for number, row in enumerate(csv.reader((HEADING + ROWS).splitlines())):
            page.write_row(number, 0, row)
    assert awardcli("import", tmp_path / "own.xlsx", "-o", films).err == summary(films, 2, 2)
    assert titles(films) == ["吾梦", "爱上海的理由"]


def test_files_are_imported_one_after_the_other(awardcli: Run, tmp_path: Path, own: Path, films: Path) -> None:
    more = written(tmp_path / "more.jsonl", '{"title": "明日"}\n')
    assert awardcli("import", own, more, "-o", films).err == summary(films, 3, 3)
    assert titles(films) == ["吾梦", "爱上海的理由", "明日"]


def test_rows_that_are_the_same_are_kept_once_and_the_others_named_by_line(
    awardcli: Run, tmp_path: Path, films: Path
) -> None:
    rows = "吾梦,文汇报社,微电影,,9,2022\n"
    own = written(tmp_path / "own.csv", HEADING + rows + rows.replace("2022", "2021") + rows + rows)
    named = left_out(own, 4, 5, 2, 3, 4) + f"{own}: line 5: left out: identical to earlier rows\n"
    assert awardcli("import", own, own, "-o", films).err == summary(films, 8, 2, duplicates=6) + named
    many = written(tmp_path / "many.csv", HEADING + rows * 9 + rows.replace("2022", "2021") + rows * 2)
    named = left_out(many, 3, 4, 5, 6, 7) + f"{many}: lines 8–10, 12–13: left out: identical to earlier rows\n"
    assert awardcli("import", many, "-o", films, "--force").err.endswith(named)


def test_rows_that_differ_in_any_cell_are_all_kept(awardcli: Run, tmp_path: Path, films: Path) -> None:
    own = written(tmp_path / "own.csv", "片名,评分,年份\n甲,9,1927/28\n甲,8,1927/28\n甲,8,1927\n甲,8,1927/28\n")
    assert awardcli("import", own, "-o", films).err == summary(films, 4, 3, duplicates=1) + left_out(own, 5)
    assert [each.cells.values for each in open_collection(films)] == [
        ("甲", "9", "1927/28"),
        ("甲", "8", "1927/28"),
        ("甲", "8", "1927"),
    ]


def test_two_files_of_one_name_do_not_share_their_ids(awardcli: Run, tmp_path: Path, films: Path) -> None:
    (tmp_path / "a").mkdir()
    one = written(tmp_path / "own.csv", "title\n吾梦\n")
    other = written(tmp_path / "a" / "own.csv", "title\n明日\n")
    assert awardcli("import", one, other, "-o", films).code == 0
    assert [result.id for result in open_collection(films)] == ["own-1", "own-1-2"]


def test_a_heading_and_an_encoding_can_be_said(awardcli: Run, tmp_path: Path, films: Path) -> None:
    own = written(tmp_path / "own.csv", "剧名,学校\n吾梦,文来中学\n".encode("gb18030"))
    asked = ["--column", "title=剧名", "--column", "单位=学校", "--encoding", "GBK"]
    assert awardcli("import", own, "-o", films, *asked).code == 0
    assert [(each.title, each.organization) for each in open_collection(films)] == [("吾梦", "文来中学")]


def test_an_import_that_keeps_nothing_writes_nothing(awardcli: Run, tmp_path: Path, own: Path, films: Path) -> None:
    empty = written(tmp_path / "empty.csv", HEADING)
    nothing = "awardcli: nothing was written, since no row is left: "
    ran = awardcli("import", empty, "-o", films)
    assert ran == Ran(1, b"", f"{nothing}read 0, kept 0\n")
    assert not films.exists()
    assert awardcli("import", own, "-o", films).code == 0
    before = films.read_bytes()
    ran = awardcli("import", own, "-o", films, "--append")
    assert ran == Ran(1, b"", left_out(own, 2, 3) + f"{nothing}read 2, kept 0, duplicate 2\n")
    assert films.read_bytes() == before


def test_where_every_row_is_refused_the_first_are_named_and_nothing_is_written(
    awardcli: Run, tmp_path: Path, films: Path
) -> None:
    own = written(tmp_path / "own.csv", "片名,单位\n甲,乙,丙\n")
    ran = awardcli("import", own, "-o", films, "--rejects", tmp_path / "refused.csv")
    assert (ran.code, names_in(tmp_path)) == (1, ["own.csv"])
    assert f"{own}: line 2: 3 cells under 2 headings" in ran.err


def test_an_id_that_occurs_again_is_kept_as_a_cell_and_the_row_numbered(
    awardcli: Run, tmp_path: Path, films: Path
) -> None:
    looked_at = "".join(f"{n},片{n}\n" for n in range(3, LOOKED_AT + 3))
    own = written(tmp_path / "own.csv", f"编号,片名\n1,甲\n2,丙\n{looked_at}1,乙\n")
    said = f"{own}: 1 row renumbered, as an earlier row has the same id; the first: {own}: line {LOOKED_AT + 4}\n"
    assert awardcli("import", own, "-o", films).err == said + summary(films, LOOKED_AT + 3, LOOKED_AT + 3)
    kept = list(open_collection(films))
    assert [kept[at].id for at in (0, 1, -1)] == ["1", "2", f"own-{LOOKED_AT + 3}"]
    assert [kept[at].cells.values for at in (0, 1, -1)] == [("1", "甲"), ("2", "丙"), ("1", "乙")]


def test_a_column_whose_ids_are_seen_to_repeat_is_one_of_the_list_like_any_other(
    awardcli: Run, tmp_path: Path, films: Path
) -> None:
    own = written(tmp_path / "own.csv", "ID,Title,Studio,Score\nA1,甲,子,9\nA1,乙,丑,8\nB2,丙,寅,7\nB2,丙,寅,7\n")
    remark = f"{own}: ID is not used as the id: “A1” occurs twice; rows are numbered instead\n"
    assert awardcli("import", own, "-o", films).err.startswith(remark)
    for data, of_b2 in (own, 2), (films, 1):  # a collection has a row once
        assert awardcli("stats", "--by", "ID", "--header", "none", "--data", data).lines == ["A1\t2", f"B2\t{of_b2}"]
        assert awardcli("stats", "--by", "id", "--header", "none", "--data", data).lines[0] == "own-1\t1"
        found = awardcli("list", "--where", "ID=A1", "-c", "ID,Title,id,Score", "-f", "jsonl", "--data", data).lines
        assert found == [
            '{"ID": "A1", "title": "甲", "id": "own-1", "Score": "9"}',
            '{"ID": "A1", "title": "乙", "id": "own-2", "Score": "8"}',
        ]
        hits = awardcli("search", "甲", "-c", "ID,Score,score", "-f", "jsonl", "--data", data).lines
        assert hits == ['{"ID": "A1", "Score": "9", "score": 100.0}']


def test_a_row_that_is_there_twice_does_not_spoil_the_ids(awardcli: Run, tmp_path: Path, films: Path) -> None:
    own = written(tmp_path / "own.csv", "编号,片名\n1,甲\n2,乙\n1,甲\n")
    assert awardcli("import", own, "-o", films).code == 0
    assert [each.id for each in open_collection(films)] == ["1", "2"]


def test_files_with_other_columns_make_one_collection(awardcli: Run, tmp_path: Path, films: Path) -> None:
    one = written(tmp_path / "one.csv", "片名,导演,国家\n甲,李安,中国\n")
    two = written(tmp_path / "two.jsonl", '{"影名": "乙", "评分": 8.5, "国家": "法国"}\n')
    assert awardcli("import", one, two, "-o", films).err == summary(films, 2, 2)
    kept = open_collection(films)
    assert [column.heading for column in kept.columns] == ["片名", "导演", "国家", "影名", "评分"]
    assert [(each.title, each.other) for each in kept] == [
        ("甲", {"国家": "中国"}),
        ("乙", {"评分": 8.5, "国家": "法国"}),
    ]


def test_two_editions_stay_apart(awardcli: Run, tmp_path: Path, films: Path) -> None:
    for year in ("2021", "2022"):
        own = written(tmp_path / f"{year}.csv", "片名,奖项\n甲,一等奖\n")
        assert awardcli("import", own, "-o", films, "--append", "--set", f"year={year}").code == 0
    kept = open_collection(films)
    assert kept.counts("year") == {"2021": 1, "2022": 1}
    assert [each.edition.year for each in kept] == [2021, 2022]


# What the files do not say


def test_what_the_file_does_not_say_is_filled_in(awardcli: Run, tmp_path: Path, films: Path) -> None:
    own = written(tmp_path / "own.csv", "片名,届次,国家\n甲,,中国\n乙,第八届,\n")
    settings = ["--set", "年份=2021", "--set", "edition=九", "--set", "国家=法国", "--set", "主办=某社"]
    assert awardcli("import", own, "-o", films, *settings).code == 0
    kept = open_collection(films)
    assert [column.heading for column in kept.columns] == ["片名", "届次", "国家", "年份", "主办"]
    assert [each.cells.values for each in kept] == [
        ("甲", "九", "中国", "2021", "某社"),
        ("乙", "第八届", "法国", "2021", "某社"),
    ]
    assert [(each.edition.number, each.edition.year) for each in kept] == [(9, 2021), (8, 2021)]


def test_a_setting_that_fills_nothing_is_said(awardcli: Run, tmp_path: Path, films: Path) -> None:
    own = written(tmp_path / "own.csv", "片名,年份\n甲,2020\n")
    ran = awardcli("import", own, "-o", films, "--set", "year=2021")
    assert ran.code == 0
    assert f"{own}: --set year=2021 changed nothing: every row has a value\n" in ran.err
    assert [each.edition.year for each in open_collection(films)] == [2020]


@pytest.mark.parametrize("typed", ["year", "=2021", "year=", " = "])
def test_a_setting_without_name_or_value_is_wrong_use(awardcli: Run, own: Path, films: Path, typed: str) -> None:
    ran = awardcli("import", own, "-o", films, "--set", typed)
    assert (ran.code, "--set must be COLUMN=VALUE" in ran.err) == (2, True)


def test_a_collection_is_not_filled_in(awardcli: Run, tmp_path: Path, own: Path, films: Path) -> None:
    assert awardcli("import", own, "-o", films).code == 0
    ran = awardcli("import", films, "-o", tmp_path / "more.awards", "--set", "year=2021")
    assert (ran.code, "is no list but a collection" in ran.err) == (2, True)


# What is refused

FAULTY = 'title,kind,id\n吾梦,,1\nno,x,2,y\n"a"b,,3\n明日,x,4\nragged,,5,,y\nlast,,6\n'


def test_a_row_that_is_refused_fails_the_import(awardcli: Run, tmp_path: Path, films: Path) -> None:
    own = written(tmp_path / "own.csv", FAULTY)
    ran = awardcli("import", own, "-o", films)
    assert (ran.code, ran.out) == (3, "")
    lines = ran.err.splitlines()
    assert lines[0] == "awardcli: nothing imported: 3 of 6 rows cannot be read"
    assert lines[1:4] == [
        f"{own}: line 3: 4 cells under 3 headings",
        f"{own}: line 4: not valid CSV: text follows a closing quote",
        f"{own}: line 6: 5 cells under 3 headings",
    ]
    assert names_in(tmp_path) == ["own.csv"]


def test_refused_rows_go_to_a_file_and_the_others_are_imported(awardcli: Run, tmp_path: Path, films: Path) -> None:
    own, rejects = written(tmp_path / "own.csv", FAULTY), tmp_path / "refused.csv"
    ran = awardcli("import", own, "-o", films, "--rejects", rejects)
    assert ran.code == 0
    assert ran.err == summary(films, 6, 3, refused=3) + f"wrote {rejects}: 3 refused rows\n"
    assert titles(films) == ["吾梦", "明日", "last"]
    with rejects.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["place"] for row in rows] == [f"{own}: line {line}" for line in (3, 4, 6)]
    assert rows[2]["problem"] == "5 cells under 3 headings"
    assert [json.loads(row["row"]) for row in rows][1:] == [['"a"b,,3\n'], ["ragged", "", "5", "", "y"]]


@pytest.mark.parametrize("rows", [random.Random(seed).choices(FAULTY.splitlines()[1:], k=300) for seed in range(5)])
def test_nothing_vanishes(awardcli: Run, tmp_path: Path, films: Path, rows: list[str]) -> None:
    own = written(tmp_path / "own.csv", "title,kind,id\n" + "\n".join(rows) + "\n")
    ran = awardcli("import", own, "-o", films, "--rejects", tmp_path / "refused.csv")
    read, kept, duplicates, refused = (int(part.split()[-1]) for part in ran.err.splitlines()[0].split(","))
    assert read == kept + duplicates + refused == 300
    assert kept == len(open_collection(films))
    assert refused == len((tmp_path / "refused.csv").read_text(encoding="utf-8").splitlines()) - 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("import own.csv", 2, "the collection to write is missing"),
        ("import", 2, "the name of a file is missing"),
        ("import own.csv -o films.db", 2, "the name of a collection must end in .awards"),
        ("import own.csv -o a.awards --column name", 2, "--column must be ROLE=HEADING"),
        ("import own.csv -o a.awards --column x=y", 2, "--column must be ROLE=HEADING"),
        ("import own.csv -o a.awards --column title=剧名", 3, "no heading “剧名”"),
        ("import own.csv -o a.awards --encoding klingon", 2, "--encoding cannot be “klingon”"),
        ("import own.csv -o a.awards --encoding klingon", 2, "any other encoding that Python knows"),
        ("import own.csv -o a.awards --encoding gb18030", 3, "this is UTF-8 text"),
        ("import none.csv -o a.awards", 3, "no such file"),
        ("import own.csv -o own.awards --rejects own.csv --force", 3, "is the list being read"),
        ("import own.csv -o a.awards --rejects a.awards", 3, "is the collection to write"),
        ("import a.awards -o a.awards --force", 3, "is the list being read"),
        ("import own.csv -o none/a.awards", 3, "cannot be written"),
    ],
)
def test_wrong_use_leaves_nothing_behind(
    awardcli: Run, own: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, code: int, said: str
) -> None:
    monkeypatch.chdir(own.parent)
    text = "片名,单位\n吾梦吾梦吾梦吾梦,文汇报社\n"
    written(own, text)
    ran = awardcli(*arguments.split())
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert names_in(own.parent) == ["own.csv"]
    assert own.read_text(encoding="utf-8") == text


# The file that is left


def test_an_old_collection_is_replaced_by_force_alone(awardcli: Run, own: Path, films: Path) -> None:
    assert awardcli("import", own, "-o", films).code == 0
    assert awardcli("import", own, "-o", films) == Ran(3, b"", f"awardcli: {films} exists; --force replaces it\n")
    assert awardcli("import", own, "-o", films, "--force").code == 0


def test_appending_adds_new_results(awardcli: Run, own: Path, films: Path) -> None:
    assert awardcli("import", own, "-o", films, "--append").err == summary(films, 2, 2)
    written(own, HEADING + ROWS.replace("吾梦", "明日") + "新片,某社,微电影,,9,2022\n")
    assert awardcli("import", own, "-o", films, "--append").err == summary(films, 3, 2, duplicates=1) + left_out(own, 3)
    assert titles(films) == ["吾梦", "爱上海的理由", "明日", "新片"]
    again = StoredCollection(films)
    again.check()
    assert [result.id for result in again] == ["own-1", "own-2", "own-1-2", "own-3"]
    assert again.organization_counts() == {"文汇报社": 2, "黄浦区老西门街道": 1, "某社": 1}
    assert [(edition.number, edition.year) for edition in again.editions] == [(9, 2022)]


def test_refused_rows_go_to_standard_output_by_its_usual_name(tmp_path: Path) -> None:
    own = written(tmp_path / "own.csv", "title,year\na,1\nb,2,3\n")
    words = ("import", str(own), "-o", str(tmp_path / "own.awards"), "--rejects", "-")
    importing = copied(*words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = importing.communicate()
    assert out.decode("utf-8-sig").splitlines()[0] == "place,problem,row"
    assert err.decode().endswith("wrote standard output: 1 refused row\n")


def test_force_beside_append_is_refused_but_for_the_file_of_refused_rows(
    awardcli: Run, tmp_path: Path, own: Path, films: Path
) -> None:
    assert awardcli("import", own, "-o", films).code == 0
    refused = awardcli("import", own, "-o", films, "--append", "--force")
    assert (refused.code, refused.err) == (2, "awardcli: --force has no meaning with --append\n")
    rejects, more = written(tmp_path / "rejects.jsonl", "old"), written(tmp_path / "more.csv", "片名\n明日\n")
    assert awardcli("import", more, "-o", films, "--append", "--force", "--rejects", rejects).code == 0


def test_an_award_among_several_is_still_found_after_more_was_added(awardcli: Run, tmp_path: Path) -> None:
    first = written(tmp_path / "first.csv", "title,award\na,金奖；银奖\nb,金奖\n")
    more = written(tmp_path / "more.csv", "title,award\nc,铜奖\nd,铜奖、金奖\n")
    films = tmp_path / "films.awards"
    awardcli("import", first, "-o", films)
    awardcli("import", more, "-o", films, "--append")
    for award, count in (("金奖", "3"), ("银奖", "1"), ("铜奖", "2"), ("金奖；银奖", "1")):
        assert awardcli("list", "--data", films, "--where", f"award={award}", "--count").lines == [count]
    assert awardcli("stats", "--by", "award", "--data", films).lines[1:] == ["金奖\t3", "铜奖\t2", "银奖\t1"]


def test_appending_to_what_was_described_says_no_less(awardcli: Run, own: Path, films: Path) -> None:
    assert awardcli("export", films).code == 0
    assert awardcli("import", own, "-o", films, "--append").code == 0
    assert open_collection(films).editions == open_collection().editions
    assert [c.name_en for c in open_collection(films).categories] == [c.name_en for c in open_collection().categories]


def test_a_damaged_collection_is_not_added_to(awardcli: Run, own: Path, films: Path) -> None:
    assert awardcli("export", films).code == 0
    data = films.read_bytes()[:-20_000]
    films.write_bytes(data)
    assert awardcli("import", own, "-o", films, "--append").code == 3
    assert films.read_bytes() == data
    assert names_in(films.parent) == ["films.awards", "own.csv"]


@pytest.mark.parametrize("table", ["results", "results_by_id", "title_grams_data"])
def test_a_collection_with_a_damaged_page_is_not_added_to(awardcli: Run, own: Path, films: Path, table: str) -> None:
    assert awardcli("export", films).code == 0
    with closing(sqlite3.connect(films)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(films.read_bytes())
    data[(page - 1) * size] = 0xFF
    films.write_bytes(data)
    assert awardcli("import", own, "-o", films, "--append").code == 3
    assert films.read_bytes() == data


def test_two_imports_do_not_add_at_once(awardcli: Run, own: Path, films: Path) -> None:
    assert awardcli("import", own, "-o", films).code == 0
    more = [written(own.parent / f"more{n}.csv", "title\n" + "".join(f"{n}-{i}\n" for i in range(999))) for n in "12"]
    running = [copied("import", str(path), "-o", str(films), "--append", stderr=subprocess.PIPE) for path in more]
    codes = [(each.communicate()[0], each.returncode)[1] for each in running]
    assert set(codes) <= {0, 3}
    assert len(open_collection(films)) == 2 + 999 * codes.count(0)


def test_a_full_disk_leaves_the_old_collection(awardcli: Run, own: Path, films: Path) -> None:
    assert awardcli("import", own, "-o", films).code == 0
    before = films.read_bytes()
    large = written(own.parent / "large.csv", "title\n" + "".join(f"片{number}\n" for number in range(4_000)))
    ran = subprocess.run(
        [
            "bash",
            "-c",
            'ulimit -f 100; trap "" XFSZ; exec "$@"',
            "-",
            *AWARDCLI,
            "import",
            large,
            "-o",
            films,
            "--force",
        ],
        env=environment(PYTHONDONTWRITEBYTECODE="1"),  # half a file of bytecode would stay, and end every later run
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 3
    assert films.read_bytes() == before
    assert names_in(own.parent) == ["films.awards", "large.csv", "own.csv"]


# How far it is


def test_a_bar_is_drawn_on_a_terminal_alone(awardcli: Run, own: Path, films: Path) -> None:
    large = written(own.parent / "large.csv", "title\n" + "".join(f"片{number}\n" for number in range(3_000)))
    assert "[#" not in awardcli("import", large, "-o", films).err
    drawn = {}
    for kind in ("xterm", "dumb"):
        ours, theirs = os.openpty()
        ran = in_copy("import", str(large), "-o", str(films), "--force", stderr=theirs, env={"TERM": kind})
        os.close(theirs)
        drawn[kind] = os.read(ours, 100_000).decode()
        os.close(ours)
        assert ran.code == 0
    assert "[######" in drawn["xterm"]
    assert drawn["xterm"].index("\r\x1b[K") < drawn["xterm"].index("wrote")
    assert drawn["dumb"].startswith("wrote")
    assert on_screen("list", "--count", "--data", str(films)).lines == ["3000"]


def test_a_search_of_a_large_plain_file_is_answered_with_a_word_of_import(awardcli: Run, tmp_path: Path) -> None:
    large = written(tmp_path / "large.csv", "title\n" + "".join(f"片{number}\n" for number in range(5001)))
    assert awardcli("search", "片42", "--data", large).err.endswith(f": awardcli import {large} -o large.awards\n")
    assert awardcli("search", "片42", "--count", "--data", large).err == ""
    assert awardcli("list", "--data", large).err == ""
    small = written(tmp_path / "small.csv", "title\n" + "".join(f"片{number}\n" for number in range(5000)))
    assert "awardcli import" not in awardcli("search", "片42", "--data", small).err


def test_rows_that_differ_in_how_a_file_writes_an_empty_cell_or_a_number_are_the_same(
    awardcli: Run, tmp_path: Path
) -> None:
    lists = {"a.csv": "Film,Who,Year\n甲,u,\n", "b.jsonl": '{"Film": "乙"}\n{"Film": "丙", "Who": "", "评分": 9}\n'}
    stored = tmp_path / "all.awards"
    awardcli("import", *(written(tmp_path / name, text) for name, text in lists.items()), "-o", stored)
    for name in ("all.xlsx", "all.csv", "all.tsv"):
        awardcli("export", tmp_path / name, "--data", stored)
        assert "duplicate 3" in awardcli("import", tmp_path / name, "-o", stored, "--append").err


def test_other_titles_in_one_cell_are_each_found_and_the_whole_cell_too(awardcli: Run, tmp_path: Path) -> None:
    rows = "晨光,早霞、朝光\n远山,Hills / Far Hills\n江,R &amp; R\n红、白,爱、回家\n"
    plain, made = written(tmp_path / "a.csv", f"片名,又名\n{rows}"), tmp_path / "a.awards"
    array = [{"片名": "晨光", "又名": ["早霞", "朝光"]}]
    assert [each.other_titles for each in open_collection(written(tmp_path / "a.json", json.dumps(array)))] == [
        ("早霞", "朝光")
    ]
    assert awardcli("import", plain, "-o", made).code == 0
    for data in (plain, made):
        apart = [each.other_titles for each in open_collection(data)]
        assert apart == [("早霞", "朝光"), ("Hills", "Far Hills"), ("R &amp; R",), ("爱、回家",)]
        for name, title in {"朝光": "晨光", "早霞、朝光": "晨光", "Far Hills": "远山", "爱、回家": "红、白"}.items():
            found = awardcli("list", "--data", data, "--where", f"又名={name}", "-c", "title", "--header", "none").lines
            assert found == [title], (data, name)
        assert awardcli("list", "--data", data, "--where", "又名=回家").code == 1
        assert awardcli("list", "--data", data, "--where", "片名=红").code == 1
        names = written(tmp_path / "n.txt", "朝光\nFar Hills\n")
        matched = awardcli("match", names, "--data", data, "-c", "match_title", "--header", "none", "-f", "tsv").lines
        assert matched == ["晨光", "远山"]
