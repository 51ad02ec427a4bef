"""Counts are right wherever they come from, and bars say no more than they do."""

import json
from collections import Counter
from collections.abc import Callable
from itertools import cycle, product
from pathlib import Path

import pytest

from awardcli import messages
from awardcli.collection import open_collection
from awardcli.collection.collection_builder import save_collection
from awardcli.collection.stored import StoredCollection
from awardcli.output.text_layout import display_width
from awardcli.vocabulary import COUNTED
from conftest import Run
from support import WHOLE, collection, on_screen, result, workbook, written

SHARED = [
    result("甲片", "嘉定区电影社、黄浦区某社", award="最佳创意"),
    result("乙片", "黄浦区某社、黄浦区另一社", category="微视频"),
    result(None, "某社", kind="school"),
    result("丙片", None, category=None),
]


def counts(ran_lines: list[str]) -> dict[str, int]:
    """The counts of a TSV."""
    return {value: int(count) for value, count in (line.split("\t") for line in ran_lines[1:])}


# Counting


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("category", {"微电影": 2, "微视频": 1, None: 1}),
        ("organization", {"嘉定区电影社": 1, "黄浦区某社": 2, "黄浦区另一社": 1, "某社": 1, None: 1}),
        ("district", {"嘉定区": 1, "黄浦区": 2, None: 2}),
        ("kind", {"school": 1, None: 3}),
        ("award", {"最佳创意": 1, None: 3}),
    ],
)
def test_a_result_counts_once_for_each_value_that_it_has(
    tmp_path: Path, column: str, expected: dict[str | None, int]
) -> None:
    listed = collection(SHARED)
    save_collection(listed, tmp_path / "a.awards", tmp_path / "a.awards")
    stored = StoredCollection(tmp_path / "a.awards")
    for films in (listed, stored, stored.where("certainty", "printed")):
        found = films.counts(column)
        assert found == expected
        assert [value for value in found if value] == [value for value in expected if value]  # in printed order


def test_a_column_without_any_value_is_said_to_have_none(awardcli: Run, tmp_path: Path) -> None:
    films = written(tmp_path / "a.csv", "title,奖项\n甲,\n乙,\n")
    for by in ("award", "奖项"):
        ran = awardcli("stats", "--by", by, "--data", films)
        assert (ran.code, ran.err) == (1, messages.NO_VALUES(heading="奖项") + "\n")
        assert ran.lines == ["award\tresults"]
    assert awardcli("stats", "--by", "award", "--data", films, "-f", "json").out.strip() == "[]"
    some = written(tmp_path / "b.csv", "title,奖项\n甲,\n乙,最佳\n")
    assert counts(awardcli("stats", "--by", "award", "--data", some).lines) == {"最佳": 1, "": 1}


@pytest.mark.parametrize("column", COUNTED)
def test_a_stored_list_counts_as_the_list_itself(tmp_path: Path, column: str) -> None:
    save_collection(open_collection(), tmp_path / "a.awards", tmp_path / "a.awards")
    found, expected = StoredCollection(tmp_path / "a.awards").counts(column), open_collection().counts(column)
    assert found == expected
    assert [value for value in found if value] == [value for value in expected if value]


# The command


def test_categories_are_counted_unless_asked_otherwise(awardcli: Run) -> None:
    assert counts(awardcli("stats").lines) == {
        "微视频": 22,
        "微电影": 20,
        "入围影片": 13,
        "优秀组织单位": 13,
        "专题奖": 7,
        "单项奖": 2,
    }


@pytest.mark.parametrize("asked", ["district", "区", "District"])
def test_the_counted_column_is_named_in_either_language(awardcli: Run, asked: str) -> None:
    films = open_collection()
    expected = Counter(
        district for film in films for district in {o.district for o in film.organizations if o.district}
    )
    found = counts(awardcli("stats", "--by", asked).lines)
    assert found.pop("") == sum(not any(o.district for o in film.organizations) for film in films)
    assert found == expected


def test_each_count_is_what_the_filter_finds(awardcli: Run) -> None:
    for district, count in counts(awardcli("stats", "--by", "district").lines).items():
        if district:
            assert awardcli("list", "--district", district, "--count").out == f"{count}\n"


def test_the_most_come_first_and_those_without_a_value_last(awardcli: Run) -> None:
    lines = awardcli("stats", "--by", "award").lines
    assert lines[1:] == ["非凡十年\t1", "纪检\t1", "最佳创意\t1", "最佳编剧\t1", "\t73"]


def test_columns_of_several_lists_that_are_called_alike_are_counted_as_one(awardcli: Run, tmp_path: Path) -> None:
    lists = (
        "作品名称,报送单位,年份\n春,甲局,2019\n",
        "片名,单位,年度\n夏,甲局,2020\n",
        "影片,选送单位,年\n秋,乙局、丙局,2021\n",
    )
    years = [written(tmp_path / f"{at}.csv", text) for at, text in enumerate(lists)]
    rows: list[list[list[object]]] = [[[*line.split(",")] for line in text.splitlines()] for text in lists]
    sheets = written(tmp_path / "years.xlsx", workbook(*((str(2019 + at), each) for at, each in enumerate(rows))))
    awardcli("import", *years, "-o", tmp_path / "years.awards")
    for source in (tmp_path / "years.awards", sheets):
        for by in ("单位", "选送单位", "organization"):
            found = counts(awardcli("stats", "--by", by, "--data", source).lines)
            assert found == {"甲局": 2, "乙局": 1, "丙局": 1}, (source, by)
        assert awardcli("list", "--where", "单位=乙局", "--count", "--data", source).out == "1\n", source
    makers = written(tmp_path / "makers.csv", "片名,导演\n冬,子\n")
    awardcli("import", years[0], makers, "-o", tmp_path / "others.awards")
    assert counts(awardcli("stats", "--by", "导演", "--data", tmp_path / "others.awards").lines) == {"子": 1, "": 1}
    both = written(tmp_path / "both.csv", "片名,导演,单位\n春,子,甲局\n夏,丑,\n")
    assert counts(awardcli("stats", "--by", "单位", "--data", both).lines) == {"甲局": 1, "": 1}, "of one list"


def test_filters_sorting_and_limits_work_as_everywhere(awardcli: Run, tmp_path: Path) -> None:
    assert awardcli("stats", "--district", "静安", "--kind", "police").lines == ["category\tresults", "微电影\t1"]
    assert awardcli("stats", "--sort", "category", "-n", "1").lines[1:] == ["单项奖\t2"]
    assert awardcli("stats", "--by", "organization", "--count").out == "68\n"
    mine = written(tmp_path / "mine.csv", "title,organization\n河,嘉定区某校\n山,\n")
    assert awardcli("stats", "--by", "district", "--data", mine).lines[1:] == ["嘉定区\t1", "\t1"]


def test_scripts_get_values_and_numbers(awardcli: Run) -> None:
    document = json.loads(awardcli("stats", "--by", "kind", "-f", "json").out)
    assert document[0] == {"kind": "publicity", "results": 12}
    assert json.loads(awardcli("stats", "--by", "award", "-f", "json").out)[-1] == {"award": None, "results": 73}
    assert "\r\n公安,7\r\n" in awardcli("stats", "--by", "kind", "-f", "csv", "--header", "zh").out


def test_no_results_are_no_counts(awardcli: Run) -> None:
    ran = awardcli("stats", "--category", "微电影", "--award", "最佳创意")
    assert (ran.code, ran.lines) == (1, ["category\tresults"])
    assert awardcli("stats", "--category", "微电影", "--award", "最佳创意", "-f", "table").out == ""


def test_a_column_that_cannot_be_counted_is_reported(awardcli: Run) -> None:
    ran = awardcli("stats", "--by", "titles")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("awardcli: no column “titles”; available: id, edition, ")


def test_any_column_can_be_counted_by(awardcli: Run) -> None:
    assert awardcli("stats", "--by", "title", "-n", "1").lines[1].endswith("\t1")
    assert awardcli("stats", "--by", "year").lines == ["year\tresults", "2022\t77"]
    assert awardcli("stats", "--by", "certainty", "-f", "md", "--lang", "zh").lines[2] == "| 原文明确 | 72 |"


def test_a_collection_holds_results_and_no_counts(awardcli: Run, tmp_path: Path) -> None:
    assert awardcli("stats", "-o", tmp_path / "a.awards").code == 2


def test_the_remark_on_a_written_file_counts_rows(awardcli: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    label = messages.WITH_BOM(format="CSV")
    assert awardcli("stats", "-o", path).err == messages.WRITTEN_ROWS(path=path, count=6, format=label) + "\n"


# Bars


WIDTHS = (40, 60, 80, 120)


@pytest.mark.parametrize(
    ("by", "columns"), list(product(COUNTED, WIDTHS) if WHOLE else zip(COUNTED, cycle(WIDTHS), strict=False))
)
def test_bars_fit_the_screen_and_stand_in_the_proportion_of_the_counts(by: str, columns: int) -> None:
    screen = on_screen("stats", "--by", by, "-n", "100", columns=columns)
    assert screen.code == 0
    assert all(len(row) == columns for row in screen.rows)
    bars = [line for line in screen.lines[2:] if "█" in line]
    amounts = [int(line.split("█")[0].split()[-1]) for line in bars]
    lengths = [line.count("█") for line in bars]
    assert sorted(amounts) == sorted(open_collection().counts(by).values())
    most, longest = max(amounts), max(lengths)
    for amount, length in zip(amounts, lengths, strict=True):
        assert length == max(1, round(amount * longest / most)), (amount, length)


def test_bars_begin_in_one_column(awardcli: Run) -> None:
    for by in COUNTED:
        lines = awardcli("stats", "--by", by, "-f", "table").lines[2:]
        assert len({display_width(line.partition("#")[0]) for line in lines}) == 1


@pytest.mark.parametrize(
    "env",
    [{"VTE_CJK_WIDTH": "2"}, {"RUNEWIDTH_EASTASIAN": "1"}, {"LC_ALL": "zh_CN.UTF-8@cjkwide"}, {"TERM": "dumb"}],
    ids=str,
)
def test_where_blocks_are_two_columns_wide_bars_and_rules_are_ascii(env: dict[str, str | None]) -> None:
    text = on_screen("stats", env=env).text
    assert "#" in text
    assert not {"█", "─"} & set(text)


def test_a_bar_in_a_pipe_is_of_characters_that_are_one_cell_wide_everywhere(awardcli: Run) -> None:
    for by in COUNTED:
        ran = awardcli("stats", "--by", by, "-f", "table")
        drawn = {character for line in ran.lines[1:] for character in line if not character.isalnum()}
        assert drawn <= set("#- ()、"), drawn


def test_the_least_of_counts_has_a_bar_and_the_most_fills_the_line(awardcli: Run, tmp_path: Path) -> None:
    rows = ["甲"] * 5000 + ["乙"]
    mine = written(tmp_path / "mine.csv", "title,category\n" + "".join(f"{n},{c}\n" for n, c in enumerate(rows)))
    most, least = awardcli("stats", "--data", mine, "-f", "table").lines[2:]
    assert least.split() == ["乙", "1", "#"]
    assert display_width(most) == 80


def test_without_room_for_a_bar_there_is_one_all_the_same() -> None:
    assert "█" in on_screen("stats", "--by", "organization", columns=20).text


def test_bars_are_for_a_table_alone(awardcli: Run, as_terminal: Callable[[int], None]) -> None:
    as_terminal(80)
    assert "█" in awardcli("stats").out
    for format_ in ("tsv", "csv", "json", "jsonl", "md"):
        assert "#" not in awardcli("stats", "-f", format_).out
    assert "#" not in awardcli("stats", "-f", "table", "-c", "category,results").out
