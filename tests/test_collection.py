"""Where results come from: our own JSON, and lists as people have them. What is wrong is said with its place."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import awardcli
from awardcli import messages
from awardcli.collection import Collection, ListCollection, bundled_path, open_collection
from awardcli.collection.loading import check
from awardcli.collection.user_file.reading_report import ReadAs
from awardcli.collection.user_file.text_file import BinaryFile, TextFile
from awardcli.errors import InvalidDataError, UnreadableError, UsageError
from awardcli.model import Edition
from awardcli.vocabulary import FLAT, HEADINGS
from support import collection, flat_record, formatted, layout, result, says_nothing, stored_in, written

LINE = "title,organization\n"
RECORD = (*FLAT, "organizations")


def records(opened: Collection) -> list[dict[str, object]]:
    """The flat records of a collection, as an export in English has them."""
    return [{key: value for key, value in flat_record(each).items() if key in RECORD} for each in opened]


def opened(path: Path, text: str | bytes, read_as: ReadAs = ReadAs()) -> Collection:  # noqa: B008
    """The collection of a file that holds that text."""
    return open_collection(written(path, text), read_as)


def refusal(path: Path, text: str | bytes) -> str:
    """Why a file that holds that text is refused."""
    with pytest.raises(InvalidDataError) as refused:
        opened(path, text)
    return refused.value.message


# The bundled list


def test_the_bundled_list_is_the_one_of_the_checkout() -> None:
    assert bundled_path().parts[-2:] == ("data", "results.json")
    assert (bundled_path().parents[1] / "pyproject.toml").is_file()


def test_an_installed_package_carries_the_list_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathlib.Path.is_file", lambda self: False)
    assert bundled_path().parts[-3:] == ("awardcli", "data", "results.json")


def test_the_bundled_list_comes_without_a_path_and_in_printed_order() -> None:
    films = open_collection()
    assert films.path is None
    assert len(films) == 77
    assert [each.id for each in films][:2] == ["9-micro-film-01", "9-micro-film-02"]
    assert [category.name for category in films.categories] == [
        "微电影",
        "微视频",
        "专题奖",
        "入围影片",
        "单项奖",
        "优秀组织单位",
    ]


def test_two_organizations_that_share_a_work_are_two() -> None:
    (shared,) = [each for each in open_collection() if each.id == "9-micro-film-14"]
    assert shared.organization == "上海文广互动电视有限公司、金色学堂"
    assert [organization.name for organization in shared.organizations] == ["上海文广互动电视有限公司", "金色学堂"]


def test_our_own_json_of_a_user_says_the_same_as_the_bundled_list(tmp_path: Path) -> None:
    copy = opened(tmp_path / "copy.json", bundled_path().read_bytes())
    assert copy.path == tmp_path / "copy.json"
    assert list(copy) == list(open_collection())


def test_a_collection_is_what_a_filter_keeps_of_it() -> None:
    films = collection([result("甲"), result("乙", "某公司"), result("丙")])
    kept = films.where("organization", "文汇报社")
    assert [each.title for each in kept] == ["甲", "丙"]
    assert [organization.name for organization in kept.organizations] == ["文汇报社"]
    assert kept.categories == films.categories


def test_the_public_names_are_there_and_no_others() -> None:
    for name in awardcli.__all__:
        assert getattr(awardcli, name)
    with pytest.raises(AttributeError, match="no attribute 'everything'"):
        _ = awardcli.everything


# Formats and headings


def rows_as_csv(delimiter: str) -> Callable[[list[dict[str, str]]], str]:
    def text(rows: list[dict[str, str]]) -> str:
        return "".join(delimiter.join(cells) + "\r\n" for cells in [list(rows[0]), *(row.values() for row in rows)])

    return text


WRITINGS: dict[str, Callable[[list[dict[str, str]]], str]] = {
    ".csv": rows_as_csv(","),
    ".tsv": rows_as_csv("\t"),
    ".json": json.dumps,
    ".jsonl": lambda rows: "\n".join(map(json.dumps, rows)),
    ".ndjson": lambda rows: "\r\n".join(map(json.dumps, rows)) + "\r\n\r\n",
    ".CSV": rows_as_csv(","),
}
ROWS = [
    {
        "作品名称": "老潘的咖啡店",
        "报送单位": "上海市公安局黄浦分局",
        "组别": "单项奖",
        "届次": "第9届",
        "年份": "2022年",
    },
    {"作品名称": "我与阿德叔", "报送单位": "黄浦区南京东路街道、个人", "组别": "单项奖", "届次": "9", "年份": "2022"},
]


@pytest.mark.parametrize("suffix", WRITINGS)
def test_every_format_says_the_same(tmp_path: Path, suffix: str) -> None:
    cafe, uncle = opened(tmp_path / f"list{suffix}", WRITINGS[suffix](ROWS))
    assert (cafe.id, uncle.id) == ("list-1", "list-2")
    assert cafe.title == "老潘的咖啡店"
    assert cafe.category is not None
    assert cafe.category.name == "单项奖"
    assert cafe.edition == uncle.edition == Edition(9, 2022)
    assert [(o.name, o.district, o.kind, o.pinyin) for o in cafe.organizations] == [
        ("上海市公安局黄浦分局", "黄浦区", None, None)
    ]
    assert [o.name for o in uncle.organizations] == ["黄浦区南京东路街道", "个人"]
    assert (cafe.certainty, cafe.note, cafe.printed) == ("printed", None, {})


@pytest.mark.parametrize("language", [0, 1])
def test_our_own_headings_are_read_in_both_languages(tmp_path: Path, language: int) -> None:
    headings = [HEADINGS[column][language] for column in FLAT]
    cells = ["a-1", "9", "2022", "微电影", "最佳创意", "吾梦", "个人", "", "individual", "ordered", "说明"]
    (read,) = opened(tmp_path / "list.csv", f"{','.join(headings)}\n{','.join(cells)}\n")
    assert [str(value or "") for key, value in flat_record(read).items() if key in FLAT] == cells


def test_headings_may_be_in_any_case_and_have_spaces_around_them(tmp_path: Path) -> None:
    (read,) = opened(tmp_path / "list.csv", " TITLE , 片长\n吾梦,5\n")
    assert read.title == "吾梦"


def test_a_district_that_a_list_gives_goes_before_the_one_in_the_name(tmp_path: Path) -> None:
    text = "title,organization,district\n甲,黄浦某社,静安区\n乙,黄浦区某局,\n丙,子、黄浦区丑,嘉定区\n"
    assert [[o.district for o in each.organizations] for each in opened(tmp_path / "list.csv", text)] == [
        ["静安区"],
        ["黄浦区"],
        ["嘉定区", "黄浦区"],
    ]


def test_the_first_of_two_headings_that_mean_the_same_counts(tmp_path: Path) -> None:
    (read,) = opened(tmp_path / "list.csv", "片名,标题\n吾梦,党员\n")
    assert read.title == "吾梦"


def test_kind_and_certainty_are_read_as_keys_and_as_people_call_them(tmp_path: Path) -> None:
    text = "title,organization,kind,certainty\n甲,子,公安,存疑\n乙,丑,police,uncertain\n"
    assert [(each["kind"], each["certainty"]) for each in records(opened(tmp_path / "list.csv", text))] == [
        ("police", "uncertain")
    ] * 2


def test_a_kind_is_that_of_the_first_organization(tmp_path: Path) -> None:
    (read,) = opened(tmp_path / "list.csv", "title,organization,kind\n甲,子、丑、寅,police\n")
    assert [organization.kind for organization in read.organizations] == ["police", None, None]


def test_spaces_around_a_value_are_ignored_and_an_empty_value_is_none(tmp_path: Path) -> None:
    (read,) = opened(tmp_path / "list.csv", "title,organization,award\n 吾梦 ,\u3000,\n")
    assert (read.title, read.organization, read.award) == ("吾梦", None, None)


def test_quotes_behind_the_blank_after_a_comma_are_none_of_the_cell(tmp_path: Path) -> None:
    for text, found in (
        ('"title", "director"\n"Salt", "Ana, Bea"\n"Fog", ""\n', [("Salt", "Ana, Bea"), ("Fog", None)]),
        ('片名;单位\n夏; "乙; 局"\n秋;  "丙\n丁"\n', [("夏", "乙; 局"), ("秋", "丙\n丁")]),
        ('片名,单位\n夏, "乙"的局\n秋, "丙"\n', [("夏", '"乙"的局'), ("秋", '"丙"')]),  # here they are of the cell
    ):
        results = open_collection(written(tmp_path / "a.csv", text))
        assert [(each.title, each.organization) for each in results] == found


def test_line_ends_and_commas_inside_quotes_belong_to_the_value(tmp_path: Path) -> None:
    (read,) = opened(tmp_path / "list.csv", 'title,organization\r\n"五年, ""看""\r\n上海",某社\r\n')
    assert read.title == '五年, "看"\r\n上海'


def test_a_nul_character_is_kept(tmp_path: Path) -> None:
    (read,) = opened(tmp_path / "list.csv", "title\n吾\0梦\n")
    assert read.title == "吾\0梦"


def test_empty_lines_are_no_rows(tmp_path: Path) -> None:
    assert [each.id for each in opened(tmp_path / "list.csv", "\n\ntitle,award\n\n吾梦,\n,\n党员,\n\n")] == [
        "list-1",
        "list-2",
    ]


def test_numbers_in_json_are_read_as_people_write_them(tmp_path: Path) -> None:
    (read,) = opened(tmp_path / "list.json", '[{"id": 7, "title": 1922, "edition": 9.0, "year": "2022"}]')
    assert (read.id, read.title, read.edition) == ("7", "1922", Edition(9, 2022))


@pytest.mark.parametrize(
    ("edition", "number"),
    [("第九届", 9), ("九", 9), ("第十二届", 12), ("第9届", 9), ("123456789", 123456789)],
)
@pytest.mark.parametrize(("year", "stands_for"), [("二〇二二年", 2022), ("2022年", 2022), ("", None)])
def test_editions_and_years_are_read_as_people_write_them(
    tmp_path: Path, edition: str, number: int, year: str, stands_for: int | None
) -> None:
    (read,) = opened(tmp_path / "list.csv", f"title,edition,year\n甲,{edition},{year}\n")
    assert read.edition == Edition(number, stands_for)


@pytest.mark.parametrize("edition", ["九和十", "一二三四五六七八九〇", "九年级", "特别单元"])
def test_a_cell_with_more_than_a_number_is_no_edition_and_kept_as_written(tmp_path: Path, edition: str) -> None:
    (read,) = opened(tmp_path / "list.csv", f"title,edition\n甲,{edition}\n")
    assert (read.edition, read.written("edition")) == (Edition(None, None), edition)


def test_a_whole_number_in_our_own_json_may_have_a_point(tmp_path: Path) -> None:
    text = bundled_path().read_text(encoding="utf-8").replace('"number": 9,', '"number": 9.0,')
    assert [str(edition.number) for edition in opened(tmp_path / "copy.json", text).editions] == ["9"]


def test_ids_of_a_list_are_kept(tmp_path: Path) -> None:
    text = "编号,title\nA-1,吾梦\n,党员\n"
    assert [each.id for each in opened(tmp_path / "list.csv", text)] == ["A-1", "list-2"]


def test_a_title_or_an_organization_is_enough(tmp_path: Path) -> None:
    assert len(opened(tmp_path / "list.csv", "title,organization\n甲,\n,个人\n")) == 2


@pytest.mark.parametrize(("name", "text"), [("a.json", "[]"), ("a.jsonl", ""), ("a.csv", LINE), ("a.tsv", "title\n")])
def test_a_list_may_hold_no_results(tmp_path: Path, name: str, text: str) -> None:
    assert list(opened(tmp_path / name, text)) == []


# Encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_its_mark_or_as_utf_8_without(tmp_path: Path, encoding: str) -> None:
    (read,) = opened(tmp_path / "list.csv", "title,organization\n吾梦,老西门街道\n".encode(encoding))
    assert (read.title, read.organization) == ("吾梦", "老西门街道")


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_both_orders_of_utf_16_are_read(tmp_path: Path, mark: bytes) -> None:
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    (read,) = opened(tmp_path / "list.csv", mark + "title\n吾梦\n".encode(encoding))
    assert read.title == "吾梦"


def test_utf_16_asked_for_needs_no_mark_and_utf_8_is_not_read_so(tmp_path: Path) -> None:
    for order in ("le", "be"):
        (read,) = opened(tmp_path / "list.csv", "title\n吾梦\n".encode(f"utf-16-{order}"), ReadAs(encoding="utf-16"))
        assert read.title == "吾梦"
    for title in ("吾梦", "我们的一千公里和老潘的咖啡店"):
        with pytest.raises(InvalidDataError, match="utf-16"):
            opened(tmp_path / "list.csv", f"title\n{title}\n".encode(), ReadAs(encoding="utf-16"))


def test_a_wrong_value_in_how_to_read_is_refused(tmp_path: Path) -> None:
    wrong: Sequence[dict[str, Any]] = ({"encoding": "nope"}, {"encoding": "base64"}, {"columns": {"title": "nope"}})
    for each in wrong:
        with pytest.raises(UsageError):
            opened(tmp_path / "list.csv", "title\n吾梦\n", ReadAs(**each))


def test_a_year_or_an_edition_may_be_selected_by_its_number(tmp_path: Path) -> None:
    text = "title,year,edition\n吾梦,2021,8\n薪火,2022,9\n"
    listed = opened(tmp_path / "list.csv", text)
    for films in (listed, stored_in(listed, tmp_path)):
        for column, number in (("year", 2022), ("edition", 9)):
            assert [each.title for each in films.where(column, number)] == ["薪火"]


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "big5", "utf-16-le", "utf-16-be"])
def test_plainly_chinese_text_is_read_and_its_encoding_reported(tmp_path: Path, encoding: str) -> None:
    films = opened(tmp_path / "list.csv", "title,organization\nplain,plain\n我的文字,中文小品\n".encode(encoding))
    assert isinstance(films, ListCollection)
    assert [each.title for each in films] == ["plain", "我的文字"]
    assert films.reading
    assert films.reading.encoding == {"gbk": "gb18030"}.get(encoding, encoding.removesuffix("-le").removesuffix("-be"))
    assert [remark.text for remark in films.reading.remarks] == [messages.READ_IN(encoding=films.reading.encoding)]


@pytest.mark.parametrize(
    "data",
    [
        "Film,Prize\nL'Été des goélands,Grand Prix\nDéjà la brume,\n".encode("latin-1"),
        "제목,감독\n기생충,봉준호\n살인의 추억,봉준호\n".encode("euc-kr"),
        "作品,監督\n千と千尋の神隠し,宮崎駿\n七人の侍,黒澤明\n".encode("shift-jis"),
        "作品,監督\n千と千尋の神隠し,宮崎駿\n七人の侍,黒澤明\n".encode("euc-jp"),
        "片名,单位\n我,文\n".encode() + b"\xff\n",
    ],
)
def test_an_encoding_that_is_not_plain_is_refused_with_the_choice(tmp_path: Path, data: bytes) -> None:
    assert "--encoding" in refusal(tmp_path / "list.csv", data)


def test_half_a_utf_16_character_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", b"\xff\xfet")
    with pytest.raises(InvalidDataError, match="is not UTF-8 text"):
        TextFile(BinaryFile(path)).read()


# Files that cannot be read


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"none\.csv: cannot be read: no such file or folder"):
        open_collection(tmp_path / "none.csv")


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(UnreadableError, match="it is a folder"):
        open_collection(tmp_path / "folder.json")


def test_a_name_that_no_file_can_have_is_said_to_be_so() -> None:
    with pytest.raises(UnreadableError, match="null"):
        open_collection("a\0b.csv")


@pytest.mark.parametrize("name", ["list.txt", "list", "list.csv.gz", "list.json", "list.xls"])
def test_the_content_of_a_file_goes_before_its_suffix(tmp_path: Path, name: str) -> None:
    for text in (LINE + "甲,乙\n", '{"title": "甲"}\n{"title": "乙"}\n', '[{"title": "甲"}]', "片名\t单位\n甲\t乙\n"):
        if name != "list.json" or text[0] in "[{":
            assert next(iter(opened(tmp_path / name, text))).title == "甲"


# Files that are not valid


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty; the first line of a list is its heading"),
        ("\n \n", "empty; the first line of a list is its heading"),
        ("a,b\n1,2\n", "no column is known as a title or an organization; headings: a, b"),
        ("奖项,年份\n", "no column is known as a title or an organization; headings: 奖项, 年份"),
        ("title,organization\n\n吾梦,个人,x\n", "line 3: 3 cells under 2 headings"),
        ('title\n"吾梦\n', "line 2: not valid CSV: a quote is opened and not closed"),
        ('title\n"吾"梦\n', "line 2: not valid CSV: text follows a closing quote"),
        (f"title\n{'梦' * 1_000_001}\n", "line 2: not valid CSV: a cell is too long"),
    ],
)
def test_a_csv_file_that_is_no_list_is_refused_with_the_line(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "list.csv"
    assert refusal(path, text) == f"{path}: {why}"


def test_no_optional_cell_refuses_a_row(tmp_path: Path) -> None:
    text = "title,organization,kind,certainty,year,edition\n甲,某局,fairy,perhaps,去年,1234567890\n"
    (read,) = opened(tmp_path / "list.csv", text)
    assert (read.organizations[0].kind, read.certainty, read.edition) == (None, "printed", Edition(None, None))
    assert read.cells.values == ("甲", "某局", "fairy", "perhaps", "去年", "1234567890")


def test_an_id_that_repeats_is_no_id(tmp_path: Path) -> None:
    films = opened(tmp_path / "list.csv", "id,title\nA,甲\nB,乙\nA,丙\n")
    assert [(each.id, each.other) for each in films] == [
        ("list-1", {"id": "A"}),
        ("list-2", {"id": "B"}),
        ("list-3", {"id": "A"}),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", ": line 1: not valid JSON: a value is missing, column 1"),
        ('[\n{"title": "甲"},\n{"title": }\n]', ": line 3: not valid JSON: a value is missing, column 11"),
        ("[] []", ": line 1: not valid JSON: more follows the end, column 4"),
        ('"吾梦"', ": unusable JSON: must be a list"),
        ('[\n{"title": "甲"},\n{"title": 1e999}]', ": line 3: unusable JSON: a number too large to read"),
        ("[{}]", ": no column is known as a title or an organization; headings: -"),
        ('[{"film_id": 7, "n": 1}]', ": no column is known as a title or an organization; headings: film_id, n"),
        ('[{"title": NaN}]', ": line 1: unusable JSON: NaN is not a JSON number"),
        ('[{"title": -Infinity}]', ": line 1: unusable JSON: -Infinity is not a JSON number"),
        ('[{"title": "甲", "title": "乙"}]', ": line 1: unusable JSON: duplicate “title”"),
        ('[{"title": "\\ud83d"}]', ": line 1: unusable JSON: half a character (a lone surrogate)"),
        ("[" * 100_000, ": line 1: unusable JSON: nested too deeply"),
        ('{"editions": [], "categories": [], "results": []}', ": missing key organizations"),
    ],
)
def test_a_json_file_that_is_no_list_is_refused_with_the_place(tmp_path: Path, text: str, why: str) -> None:
    assert refusal(tmp_path / "list.json", text) == f"{tmp_path}/list.json{why}"


@pytest.mark.parametrize(
    "value",
    [
        *("NaN", "-Infinity", "1e999", "9" * 1001, '"\\ud83d"', '["x", "\\ud83d"]', '{"\\ud83d": 1}', "[" * 100_000),
        *('{"a": 1, "a": 2}', '[[{"x": NaN}]]', '[{"a": [], "b": NaN}, 7]'),
    ],
)
@pytest.mark.parametrize("line", [1, 2, 4])
def test_of_a_value_that_is_of_no_use_the_line_is_named(tmp_path: Path, value: str, line: int) -> None:
    ends = "\n" * (line - 1)
    text = f'\n[{{"title": "甲", "x": [[], 7], {ends}"n": {value},\n"m": "z"}},\n{{"title": "丙"}}]\n'
    assert f"list.json: line {line + 1}: unusable JSON: " in refusal(tmp_path / "list.json", text)


@pytest.mark.parametrize("digits", [1001, 5000])
def test_a_number_has_a_thousand_digits_at_most(tmp_path: Path, digits: int) -> None:
    text = '[{"title": %s}]'
    (read,) = opened(tmp_path / "list.json", text % ("9" * 1000))
    assert read.title == "9" * 1000
    assert refusal(tmp_path / "list.json", text % ("9" * digits)).endswith("a number too large to read")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"title": }', "line 3: not valid JSON: a value is missing, column 11"),
        ("[]", "line 3: must be an object"),
        ('{"title": NaN}', "line 3: unusable JSON: NaN is not a JSON number"),
        ('{"title": "\\ud83d"}', "line 3: unusable JSON: half a character (a lone surrogate)"),
        ("[" * 100_000, "line 3: unusable JSON: nested too deeply"),
        ("{} {}", "line 3: not valid JSON: more follows the end, column 4"),
    ],
)
def test_a_json_line_that_is_no_record_is_refused_with_its_number(tmp_path: Path, line: str, why: str) -> None:
    path = written(tmp_path / "list.jsonl", f'{{"title": "甲"}}\n\n{line}\n{{"title": "乙"}}\n')
    (refused,) = check(path)[0].refused
    assert f"{refused.place}: {refused.problem}" == f"{path}: {why}"
    assert [each.title for each in open_collection(path)] == ["甲", "乙"]


def test_all_problems_are_found_and_the_first_is_reported_with_a_hint_to_see_the_rest(tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "title,year\n甲,1,2\n丙,1,2\n")
    first, second = check(path)[0].refused
    assert (first.place, second.place) == (f"{path}: line 2", f"{path}: line 3")
    with pytest.raises(InvalidDataError) as refused:
        open_collection(path)
    assert refused.value.message == f"{first.place}: {first.problem}"
    assert refused.value.hints == (f"all problems: awardcli validate {path}",)


def test_one_problem_alone_needs_no_hint(tmp_path: Path) -> None:
    with pytest.raises(InvalidDataError) as refused:
        opened(tmp_path / "list.csv", "title,year\n甲,1,2\n")
    assert refused.value.hints == ()


def test_a_problem_of_our_own_json_names_its_place(tmp_path: Path) -> None:
    document = json.loads(bundled_path().read_bytes())
    document["results"][3]["title"] = 7
    path = tmp_path / "copy.json"
    assert refusal(path, json.dumps(document)) == f"{path}: results[3].title: must be text"


# What is exported can be read back


def exported(format_: str, opened: Collection, *, in_chinese: bool = False) -> bytes:
    return formatted(format_, opened, layout(for_people=in_chinese, chinese=in_chinese))


@pytest.mark.parametrize("format_", ["csv", "tsv", "json", "jsonl"])
def test_the_bundled_list_reads_back_as_it_was_exported(tmp_path: Path, format_: str) -> None:
    films = open_collection()
    again = opened(tmp_path / f"again.{format_}", exported(format_, films))
    assert records(again) == records(films)


@pytest.mark.parametrize("format_", ["csv", "tsv"])
def test_an_export_in_chinese_for_excel_reads_back_with_its_chinese_notes(tmp_path: Path, format_: str) -> None:
    films = open_collection()
    again = opened(tmp_path / f"again.{format_}", b"\xef\xbb\xbf" + exported(format_, films, in_chinese=True))
    assert records(again) == [
        {**record, "note": film.note_zh} for record, film in zip(records(films), films, strict=True)
    ]


cells = st.text(st.characters(codec="utf-8"), min_size=1).filter(
    lambda text: text == text.strip() and "、" not in text and not says_nothing(text)
)


@pytest.mark.parametrize("format_", ["csv", "tsv", "json", "jsonl"])
@given(rows=st.lists(st.tuples(cells, cells), max_size=4))
@example(rows=[("0", "[0]"), ("1", "['甲', '乙']")])
def test_whatever_characters_a_list_holds_it_reads_back(
    tmp_path_factory: pytest.TempPathFactory, format_: str, rows: list[tuple[str, str]]
) -> None:
    films = collection(
        [result(title, organization, id=f"r-{n}", category=None) for n, (title, organization) in enumerate(rows)]
    )
    again = opened(tmp_path_factory.mktemp("lists") / f"again.{format_}", exported(format_, films))
    assert records(again) == records(films)


def test_a_list_called_dash_is_answered_with_the_name_of_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableError) as caught:
        open_collection(Path("-"))
    assert list(caught.value.hints) == [messages.NAME_STDIN()]


def test_what_is_wrong_with_json_is_said_in_our_words(tmp_path: Path) -> None:
    for text in (
        "",
        "{",
        "[1 2]",
        '{"a" 1}',
        "[1] 2",
        '["a',
        r'["\x"]',
        r'["\u12"]',
        '"\n"',
        r'"\x"',
        r'"\u12"',
        "[1,]",
        '{"a":1,}',
    ):
        said = refusal(tmp_path / "a.json", text)
        assert any(problem() in said for problem in messages.JSON_PROBLEMS.values()), (text, said)
