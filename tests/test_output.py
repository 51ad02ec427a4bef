"""What every format says of the same records, held against real files and against each other.

The files in `golden/` are what a reader of each format gets; change one only after reading it.
"""

import csv
import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from io import BytesIO, StringIO
from itertools import pairwise, product
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from awardcli.errors import UsageError
from awardcli.model import Category, Edition, Hit, Organization, Place, Result, Tier
from awardcli.output.columns import HIT_COLUMNS, RESULT_COLUMNS
from awardcli.output.formats import FORMATS, format_named, format_of
from awardcli.output.sanitize import UNSAFE, safe_text
from awardcli.output.sorting import sorted_by
from awardcli.output.text_layout import display_width
from awardcli.vocabulary import FLAT, HEADINGS
from support import flat_record, formatted, layout, result

GOLDEN = Path(__file__).parent / "golden"

AWKWARD = [
    result(
        "五年看上海 | 一镜到底",
        "上海文广互动电视有限公司、金色学堂",
        id="9-micro-video-01",
        award="最佳创意",
        organizations=(
            Organization("上海文广互动电视有限公司", kind="enterprise"),
            Organization("金色学堂", kind="school"),
        ),
        category=Category("微视频", "micro-video", "Micro-video"),
    ),
    result(
        None, "黄浦区老西门街道", id="list-2", edition=Edition(None, None), category=None, kind="subdistrict-or-town"
    ),
    result('"穿"越, 时光', "A, B & C", id="list-3", edition=Edition(10, 2023), certainty="ordered", note="*see* [1]"),
    result("一\t二\r三\n四", None, id="=1+1", award="+3", certainty="uncertain", note="C:\\~_`<b>`"),
    result("[red]党员[/red] :star:", "个人", id="-4", kind="individual"),
]
RECORDS = [flat_record(each) for each in AWKWARD]
FILES = {"csv": "awards.csv", "tsv": "awards.tsv", "json": "awards.json", "jsonl": "awards.jsonl", "md": "awards.md"}


FOR_PEOPLE = ("md", "table", "html", "svg", "xlsx")


def text_of(format_: str, rows: Iterable[Any] = AWKWARD, *keys: str, **changes: Any) -> str:
    """The rows in a format, with every column unless some are named, worded for whom the format is."""
    wanted = layout(*keys, **{"for_people": format_ in FOR_PEOPLE, "nested": format_ in ("json", "jsonl"), **changes})
    return formatted(format_, rows, wanted).decode()


def shown(row: Result, key: str, *, chinese: bool) -> object:
    """What people read of a result under a key."""
    column = next(column for column in RESULT_COLUMNS if column.key == key)
    return column.for_people(chinese=chinese)(row)


# Golden files


@pytest.mark.parametrize(("format_", "name"), FILES.items())
def test_a_format_gives_its_golden_file_byte_for_byte(format_: str, name: str) -> None:
    assert text_of(format_).encode() == (GOLDEN / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "keys", "look"),
    [
        ("awards.txt", (), {}),
        ("awards-60.txt", ("category", "award", "title", "organization"), {"width": 60}),
        ("awards-zh.txt", ("title", "organization", "kind", "certainty"), {"chinese": True}),
    ],
)
def test_a_table_gives_its_golden_file(name: str, keys: tuple[str, ...], look: dict[str, Any]) -> None:
    assert text_of("table", AWKWARD, *keys, **look) == (GOLDEN / name).read_text(encoding="utf-8")


def csv_rows(text: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=delimiter, strict=True))


def markdown_rows(text: str) -> list[dict[str, str]]:
    """The rows of a Markdown table, read as GitHub reads it."""
    heading, rule, *lines = [
        [re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cell) for cell in re.split(r"(?<!\\) ?\| ?", line)[1:-1]]
        for line in text.splitlines()
    ]
    assert set(rule) == {"---"}
    return [dict(zip(heading, cells, strict=True)) for cells in lines]


def table_rows(text: str) -> list[dict[str, str]]:
    """The rows of a table, cut where the rule under the heading says that its columns begin."""
    heading, rule, *lines = text.splitlines()
    starts = [0, *(at + 1 for at, character in enumerate(rule) if character == " "), len(rule) + 1]

    def cut(line: str) -> list[str]:
        cells, at = [""] * (len(starts) - 1), 0
        for character in line:
            cells[next(n for n, (start, end) in enumerate(pairwise(starts)) if start <= at < end)] += character
            at += display_width(character)
        return [cell.strip() for cell in cells]

    return [dict(zip(cut(heading), cut(line), strict=True)) for line in lines]


def as_text(value: object) -> str:
    return "" if value is None else str(value)


def as_shown(value: object) -> str:
    return "" if value is None else safe_text(str(value))


READERS: dict[str, tuple[Callable[[str], list[dict[str, str]]], Callable[[object], str]]] = {
    "awards.csv": (lambda text: csv_rows(text, ","), as_text),
    "awards.tsv": (lambda text: csv_rows(text, "\t"), as_text),
    "awards.md": (markdown_rows, as_shown),
    "awards.txt": (table_rows, lambda value: "-" if value is None else safe_text(str(value))),
}


def golden(name: str) -> str:
    return (GOLDEN / name).read_bytes().decode()


@pytest.mark.parametrize("name", READERS)
def test_all_formats_agree_value_for_value(name: str) -> None:
    read, as_written = READERS[name]
    documents = json.loads(golden("awards.json"))
    rows = read(golden(name))
    for (film, document, row), key in product(zip(AWKWARD, documents, rows, strict=True), FLAT):
        is_for_people = name in ("awards.md", "awards.txt")
        value = shown(film, key, chinese=False) if is_for_people else document[key]
        assert row[key] == as_written(value)


def test_a_workbook_agrees_with_json_value_for_value() -> None:
    packed = BytesIO(formatted("xlsx", AWKWARD, layout()))
    heading, *rows = CalamineWorkbook.from_filelike(packed).get_sheet_by_index(0).to_python()
    assert heading == list(FLAT)
    for document, row in zip(json.loads(golden("awards.json")), rows, strict=True):
        assert [value if value != "" else None for value in row] == [document[column] for column in FLAT]


def test_json_and_json_lines_hold_the_same_documents() -> None:
    assert [json.loads(line) for line in golden("awards.jsonl").splitlines()] == json.loads(golden("awards.json"))


def test_the_documents_are_the_flat_records_themselves() -> None:
    assert json.loads(golden("awards.json")) == RECORDS


# The flat record


def test_a_flat_record_has_its_keys_in_the_documented_order() -> None:
    assert [key for key in RECORDS[0] if key in FLAT] == list(FLAT)


def test_a_record_has_the_first_district_and_kind_that_its_organizations_have() -> None:
    shared = result(
        "吾梦", "甲、乙", organizations=(Organization("甲"), Organization("乙", district="嘉定区", kind="school"))
    )
    assert (flat_record(shared)["district"], flat_record(shared)["kind"]) == ("嘉定区", "school")


DOUBTFUL = result("吾梦", kind="police", certainty="uncertain", note="in English", note_zh="中文说明")


def test_people_read_a_value_in_their_language() -> None:
    words = {"kind": ("police", "公安"), "certainty": ("uncertain", "存疑"), "note": ("in English", "中文说明")}
    for key, (english, chinese) in words.items():
        assert shown(DOUBTFUL, key, chinese=False) == english
        assert shown(DOUBTFUL, key, chinese=True) == chinese
    assert shown(DOUBTFUL, "title", chinese=True) == shown(DOUBTFUL, "title", chinese=False) == "吾梦"


@pytest.mark.parametrize("format_", ["csv", "tsv", "json", "jsonl"])
def test_programs_read_the_same_in_either_language(format_: str) -> None:
    assert text_of(format_, [DOUBTFUL], chinese=True) == text_of(format_, [DOUBTFUL])


@pytest.mark.parametrize("format_", ["csv", "tsv"])
def test_a_chinese_heading_is_for_people_and_so_are_the_values_under_it(format_: str) -> None:
    text = text_of(format_, [DOUBTFUL], for_people=True, chinese=True)
    (row,) = csv_rows(text, "," if format_ == "csv" else "\t")
    assert (row["单位类型"], row["可靠程度"], row["说明"]) == ("公安", "存疑", "中文说明")


HIT_ON_FILM = Hit(result("爱上海的理由"), Tier.SUBSTRING, 100 / 3, 0.5, (Place("title", 1, 3),))


def test_a_hit_adds_its_tier_its_score_and_its_places() -> None:
    assert {column.key: column.read(HIT_ON_FILM) for column in HIT_COLUMNS} == {
        "tier": "substring",
        "score": 33.3,
        "matched": [{"field": "title", "start": 1, "end": 3}],
    }


# CSV and TSV


def test_csv_lines_end_with_cr_lf_exactly_once() -> None:
    text = text_of("csv", [result("甲"), result("乙")])
    assert text.count("\r\n") == text.count("\n") == text.count("\r") == 3
    assert text.endswith("\r\n")


def test_tsv_lines_end_with_lf() -> None:
    text = text_of("tsv", [result("甲")])
    assert "\r" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("plain, 逗号", "plain, 逗号"),
        ("tab\there", '"tab\there"'),
        ("bare\rreturn", '"bare\rreturn"'),
        ("new\nline", '"new\nline"'),
        ('say "hi"', '"say ""hi"""'),
        ("", ""),
    ],
)
def test_a_tsv_cell_is_quoted_where_it_must_be(title: str, cell: str) -> None:
    assert text_of("tsv", [result(title)], "title", "kind") == f"title\tkind\n{cell}\t\n"


@pytest.mark.parametrize("format_", ["csv", "tsv"])
def test_the_heading_can_be_left_out(format_: str) -> None:
    assert text_of(format_, AWKWARD, "title", "district").split()[0].startswith("title")
    assert text_of(format_, AWKWARD, "title", "district", with_heading=False).startswith("五年看上海")


@pytest.mark.parametrize("format_", ["csv", "tsv"])
def test_without_records_the_heading_is_all_there_is(format_: str) -> None:
    assert text_of(format_, [], "id", "title").split() in (["id,title"], ["id", "title"])


@pytest.mark.parametrize("start", [*"=+-@\t\r\n", *"\uff1d\uff0b\uff0d\uff20", " =", "\u3000@"])
def test_what_excel_would_take_for_a_formula_is_left_alone_unless_asked(start: str) -> None:
    film = [result(f"{start}1+1")]
    plain = csv_rows(text_of("csv", film), ",")[0]["title"]
    safe = csv_rows(text_of("csv", film, excel_safe=True), ",")[0]["title"]
    assert (plain, safe) == (f"{start}1+1", f"'{start}1+1")


def test_text_that_is_no_formula_is_unchanged_by_excel_safe() -> None:
    assert text_of("csv", [AWKWARD[0]], excel_safe=True) == text_of("csv", [AWKWARD[0]])


@pytest.mark.parametrize("format_", ["csv", "tsv", "json", "jsonl"])
def test_a_machine_format_on_a_terminal_shows_what_would_steer_it(format_: str) -> None:
    steering = [result("\x1b[31m吾梦\u202e")]
    shown = text_of(format_, steering, on_terminal=True)
    assert not UNSAFE & set(shown.replace("\r\n", "").replace("\n", "").replace("\t", ""))
    assert (r"\u001b[31m吾梦\u202e" if "json" in format_ else r"\x1b[31m吾梦\u202e") in shown


@pytest.mark.parametrize("format_", ["csv", "tsv", "json", "jsonl"])
def test_a_machine_format_elsewhere_is_exact(format_: str) -> None:
    text = text_of(format_, [result("\x1b[31m吾梦\u202e")])
    assert (r"\u001b[31m吾梦" if "json" in format_ else "\x1b[31m吾梦") + "\u202e" in text


cells = st.text(st.characters(codec="utf-8"))


@given(titles=st.lists(cells, max_size=4))
def test_any_csv_reader_gets_back_what_was_written(titles: list[str]) -> None:
    records = [result(title, id="x") for title in titles]
    assert [row["title"] for row in csv_rows(text_of("csv", records), ",")] == titles
    assert [row["title"] for row in csv_rows(text_of("tsv", records), "\t")] == titles


# JSON


def test_no_records_are_an_empty_array() -> None:
    assert text_of("json", []) == "[]\n"
    assert text_of("jsonl", []) == ""


def test_an_array_has_one_record_a_line() -> None:
    lines = text_of("json").splitlines()
    assert (lines[0], lines[-1]) == ("[", "]")
    assert [json.loads(line.removesuffix(",")) for line in lines[1:-1]] == RECORDS


def test_chinese_is_not_escaped_and_missing_values_are_null() -> None:
    (line,) = text_of("jsonl", [AWKWARD[1]]).splitlines()
    assert '"title": null' in line
    assert '"organization": "黄浦区老西门街道"' in line


def test_only_json_holds_lists_each_behind_its_column() -> None:
    (document,) = json.loads(text_of("json", [HIT_ON_FILM], of_hits=True))
    keys = list(document)
    assert keys[keys.index("organization") + 1] == "organizations"
    assert keys[-2:] == ["score", "matched"]
    for format_ in ("csv", "tsv", "md", "table"):
        assert not {"organizations", "matched"} & set(re.split(r"\W+", text_of(format_).splitlines()[0]))


def test_a_lone_surrogate_is_written_as_an_escape() -> None:
    text = text_of("jsonl", [result("\ud800")], "title")
    assert text.encode() == b'{"title": "\\ud800"}\n'


# Markdown


@pytest.mark.parametrize("character", "\\|`*_[]<>&~")
def test_markdown_shows_its_own_marks_letter_for_letter(character: str) -> None:
    text = text_of("md", [result(f"a{character}b")], "title")
    assert text.splitlines()[2] == f"| a\\{character}b |"


def test_a_line_end_in_markdown_is_shown_and_breaks_no_row() -> None:
    assert text_of("md", [AWKWARD[3]], "title").splitlines()[2] == r"| 一\\x09二\\x0d三\\x0a四 |"
    for line_end in ("\n", "\r\n"):
        assert text_of("md", [result(f"归途{line_end}<Home>")], "title").splitlines()[2] == r"| 归途<br>\<Home\> |"


def test_a_markdown_table_always_has_a_heading_if_only_an_empty_one() -> None:
    assert text_of("md", AWKWARD, "title", "award").splitlines()[0] == "| title | award |"
    assert text_of("md", AWKWARD, "title", "award", chinese=True).splitlines()[0] == "| 作品 | 奖项 |"
    assert text_of("md", AWKWARD, "title", "award", with_heading=False).splitlines()[0] == "|  |  |"


# Tables


def test_a_table_of_nothing_is_nothing() -> None:
    assert text_of("table", []) == ""


def test_a_missing_value_is_a_hyphen() -> None:
    assert text_of("table", [result("吾梦")], "title", "award").splitlines() == [
        "title  award",
        "------ -----",
        "吾梦   -",
    ]


def test_the_heading_of_a_table_can_be_left_out() -> None:
    assert text_of("table", [result("吾梦")], "title", with_heading=False) == "吾梦\n"
    films = [result("吾梦", "文汇报社")]
    without = text_of("table", films, "organization", "title", with_heading=False, width=40)
    assert without == "文汇报社  吾梦\n"  # as narrow as the values are


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_a_table_cuts_nothing_and_is_no_wider_than_asked(width: int) -> None:
    lines = text_of("table", AWKWARD, "title", width=width).splitlines()
    assert max(map(display_width, lines)) <= width
    assert "".join(lines[2:]).replace(" ", "") == "".join(
        safe_text(each.title or "-").replace(" ", "") for each in AWKWARD
    )


def test_no_word_of_a_heading_is_broken_however_many_columns_there_are() -> None:
    keys = ("title", "organization", "category", "award", "year", "district", "kind", "certainty", "note", "id")
    headings = [f"{key}_in_print" if number % 2 else f"{key} of print" for number, key in enumerate(keys)]
    for width in (40, 60, 80, 120):
        for count in range(1, len(keys) + 1):
            lines = text_of("table", AWKWARD, *keys[:count], width=width, headings=headings[:count]).splitlines()
            assert max(map(display_width, lines)) <= width
            words = " ".join(lines).split()
            assert set(" ".join(headings[:count]).split()) <= set(words)


def test_columns_that_do_not_fit_are_written_as_a_list_of_headings_and_values() -> None:
    films = [result("吾梦", "上海市公安局黄浦分局"), result("爱上海的理由", None, award="最佳创意")]
    keys, headings = ("title", "organization", "award"), ["作品名称及备注", "match_organization", "match_award"]
    assert text_of("table", films, *keys, width=40, headings=headings).splitlines() == [
        "作品名称及备注  吾梦",
        "match_organization",
        "                上海市公安局黄浦分局",
        "",
        "作品名称及备注  爱上海的理由",
        "match_award     最佳创意",
    ]


def test_of_many_names_a_terminal_shows_the_first_whatever_parts_them() -> None:
    cast = ["巩俐", "葛优", "英达", "蒋雯丽", "吴大维", "吕齐", "雷汉", "尹治", "马明威"]
    for comma in ("、", "，", ",", ", ", "；", " / ", "|"):
        films = [result("霸王别姬", comma.join(cast)), result("十", "1,000,000,000,000,000,000,000,000,000 人")]
        lines = text_of("table", films, "organization", width=80).splitlines()
        assert lines[2] == f"{comma.join(cast[:3])} and 6 more"
        assert lines[3].endswith(",000 人")


def test_a_terminal_that_says_it_has_one_column_gets_a_table_all_the_same() -> None:
    assert "吾" in text_of("table", [result("吾梦")], "title", width=1)


def test_a_table_does_not_depend_on_what_the_environment_says_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {"width": 120, "color": True}
    usual = text_of("table", **asked)
    for name, value in {"TERM": "dumb", "COLUMNS": "²", "LINES": "²", "NO_COLOR": "1", "JUPYTER_COLUMNS": "9"}.items():
        monkeypatch.setenv(name, value)
    assert text_of("table", **asked) == usual


def test_matched_characters_are_marked_where_colour_is_wanted() -> None:
    hits = [HIT_ON_FILM]
    assert "爱\x1b[1;31m上海\x1b[0m的理由" in text_of("table", hits, "title", of_hits=True, color=True)
    assert "\x1b" not in text_of("table", hits, "title", of_hits=True, color=False)


def test_a_mark_covers_escapes_too() -> None:
    hit = Hit(result("a\x1bb"), Tier.EQUAL, 100, 1, (Place("title", 1, 2),))
    assert "a\x1b[1;31m\\x1b\x1b[0mb" in text_of("table", [hit], "title", of_hits=True, color=True)


def test_a_score_is_shown_whole_and_a_tier_by_its_name() -> None:
    lines = text_of("table", [HIT_ON_FILM], "tier", "score", of_hits=True, chinese=True).splitlines()
    assert lines == ["匹配  相似度", "----- ------", "包含      33"]


def test_no_line_drawing_or_other_character_of_uncertain_width_is_added() -> None:
    drawn = set(text_of("table", color=True)) - set("".join(as_shown(v) for r in RECORDS for v in r.values()))
    assert all(unicodedata.east_asian_width(character) in ("Na", "N") for character in drawn if character.isprintable())
    assert not any("\u2500" <= character <= "\u25ff" for character in drawn)


# Sorting


def by_title(films: list[Result], **options: Any) -> list[str | None]:
    return [film.title for film in sorted_by(films, attrgetter("title"), **options)]


def films(*names: str | None) -> list[Result]:
    return [result(name) for name in names]


def test_chinese_is_sorted_by_its_pinyin() -> None:
    assert by_title(films("重启", "安全", "中国", "北京")) == ["安全", "北京", "重启", "中国"]


def test_marks_around_a_title_do_not_count_in_sorting() -> None:
    assert by_title(films("党员", "《二十四节气》", "“穿”越")) == ["“穿”越", "党员", "《二十四节气》"]


def test_numbers_are_sorted_by_value_and_missing_values_come_last() -> None:
    years = [2022, None, 992]
    assert sorted_by(years, lambda year: year) == [992, 2022, None]
    assert sorted_by(years, lambda year: year, descending=True) == [2022, 992, None]


def test_numbers_written_as_text_are_sorted_by_value_before_other_text() -> None:
    cells = ["9.7", "待定", "10", "1,234", "", "-3", "8.5%"]
    assert sorted_by(cells, lambda cell: cell) == ["-3", "8.5%", "9.7", "10", "1,234", "待定", ""]
    assert sorted_by(cells, lambda cell: cell, descending=True) == ["1,234", "10", "9.7", "8.5%", "-3", "待定", ""]


def test_dates_in_mixed_forms_are_sorted_by_what_is_known_of_them() -> None:
    in_order = ["30/11/2020", "2021", "2021年3月", "Jun 5 2021", "7 juillet 2021", "12/07/2021", "1. Februar 2022"]
    assert sorted_by(sorted(in_order), str) == in_order
    assert sorted_by(sorted([*in_order, "unknown"]), str, descending=True) == [*in_order[::-1], "unknown"]
    assert sorted_by(["05/06/2021", "03/04/2020"], str) == ["03/04/2020", "05/06/2021"], "only the year is plain"
    assert sorted_by(["12/31/2020", "02/01/2020"], str) == ["02/01/2020", "12/31/2020"], "the month is first"


def test_texts_with_a_year_are_no_dates() -> None:
    titles = ["Airport 1975", "Airport 1970", "Blade Runner 2049", "Death Race 2000", "2012年的爱情"]
    assert sorted_by(titles, str)[:2] == ["2012年的爱情", "Airport 1970"]


def test_numbers_inside_text_are_sorted_by_value() -> None:
    films = [result(title) for title in ("第10届", "100分钟", "第2届", "99 分钟", "第1届2", "第1届10")]
    in_order = ["99 分钟", "100分钟", "第1届2", "第1届10", "第2届", "第10届"]
    assert [film.title for film in sorted_by(films, attrgetter("title"))] == in_order
    assert [film.title for film in sorted_by(films, attrgetter("title"), descending=True)] == in_order[::-1]


def test_equals_keep_their_order_in_both_directions() -> None:
    listed = [result("吾梦", id=str(number)) for number in range(3)]
    for descending in (True, False):
        assert [each.id for each in sorted_by(listed, attrgetter("title"), descending=descending)] == ["0", "1", "2"]


@given(st.lists(st.one_of(st.none(), cells), unique=True, max_size=6), st.randoms())
def test_sorting_loses_nothing_and_missing_values_stay_last(names: list[str | None], random: Any) -> None:
    random.shuffle(names)
    ordered = sorted_by(names, lambda name: name)
    assert sorted(map(repr, ordered)) == sorted(map(repr, names))
    assert None not in ordered[: len(names) - len({None, ""} & set(names))]


# The table of formats


def test_a_format_is_known_by_name_and_by_suffix_in_any_case() -> None:
    assert format_named("CSV") is format_of(Path("a.Csv")) is FORMATS["csv"]
    assert format_of(Path("a.ndjson")) is FORMATS["jsonl"]


def test_an_unknown_format_is_wrong_use_and_all_are_named() -> None:
    with pytest.raises(UsageError, match="--format cannot be “pdf”; choose from: table, csv, tsv, json, jsonl, md"):
        format_named("pdf")


@pytest.mark.parametrize("name", ["a.pdf", "a", ".csv"])
def test_an_unknown_suffix_is_wrong_use_and_all_are_named(name: str) -> None:
    with pytest.raises(UsageError, match=r"\.txt \.csv \.tsv \.json \.jsonl \.ndjson \.md"):
        format_of(Path(name))


def test_no_suffix_means_two_formats() -> None:
    suffixes = [suffix for format_ in FORMATS.values() for suffix in format_.suffixes]
    assert len(set(suffixes)) == len(suffixes)


def test_every_column_that_a_format_may_show_has_a_heading() -> None:
    assert {column.key for column in (*RESULT_COLUMNS, *HIT_COLUMNS)} <= HEADINGS.keys()
