"""An answer goes to the chosen place in the chosen shape, or not at all."""

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from awardcli import messages
from awardcli.collection import bundled_path
from awardcli.errors import ExitCode, UnwritableError, UsageError
from awardcli.output.columns import record_columns, result_columns
from awardcli.output.deliver import TABLE_LIMIT, Delivery, Listing, deliver
from awardcli.vocabulary import FLAT
from support import Ran, collection, result, written

FILMS = [result("重启", "甲社"), result("安全", None, award="最佳创意"), result("党员", "乙社")]
BOM = b"\xef\xbb\xbf"

Hand = Callable[..., Ran]


def listing(films: list[Any] = FILMS, **changes: Any) -> Listing:
    columns = result_columns(collection([]), glance=("award", "title", "organization"))
    return Listing(films, columns, **changes)


@pytest.fixture
def hand(capfdbinary: pytest.CaptureFixture[bytes]) -> Hand:
    """Hand the films over as the options say; gives the code and what was written."""

    def hand_over(given: Listing | None = None, **options: Any) -> Ran:
        code = deliver(listing() if given is None else given, Delivery(**options))
        raw, err = capfdbinary.readouterr()
        return Ran(int(code), raw, err.decode())

    return hand_over


def titles(ran: Ran) -> list[str]:
    """The titles of what was handed over as TSV."""
    return [row["title"] for row in csv.DictReader(ran.lines, delimiter="\t")]


# Which format


def test_a_pipe_gets_tsv_with_a_heading_in_english(hand: Hand) -> None:
    messages.settle("zh")
    assert hand().lines[0] == "\t".join(FLAT)


def test_a_terminal_gets_a_table(hand: Hand, as_terminal: Callable[..., None]) -> None:
    as_terminal(80)
    assert hand(columns="title").lines[1:] == ["─────", "重启", "安全", "党员"]


@pytest.mark.parametrize(
    ("format_", "start"),
    [("csv", "id,"), ("tsv", "id\t"), ("json", "["), ("jsonl", "{"), ("md", "| id"), ("table", "award"), ("JSON", "[")],
)
def test_a_format_may_be_chosen_by_name(hand: Hand, format_: str, start: str) -> None:
    assert hand(format_name=format_).out.startswith(start)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.csv", BOM + b"id,"),
        ("a.TSV", b"id\t"),
        ("a.json", b"["),
        ("a.ndjson", b"{"),
        ("a.md", b"|"),
        ("a.txt", b"aw"),
    ],
)
def test_the_suffix_of_a_file_decides(hand: Hand, tmp_path: Path, name: str, start: bytes) -> None:
    hand(output=tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_chosen_format_takes_precedence_over_the_suffix(hand: Hand, tmp_path: Path) -> None:
    hand(output=tmp_path / "a.data", format_name="jsonl")
    assert len((tmp_path / "a.data").read_text(encoding="utf-8").splitlines()) == 3


def test_a_hyphen_is_standard_output(hand: Hand) -> None:
    assert hand(output=Path("-")) == hand()


# Byte order mark


@pytest.mark.parametrize(
    ("name", "bom", "marked"),
    [
        ("a.csv", None, True),
        ("a.csv", False, False),
        ("a.tsv", None, False),
        ("a.tsv", True, True),
        ("a.json", None, False),
    ],
)
def test_a_csv_file_is_marked_for_excel_and_no_other_unless_asked(
    hand: Hand, tmp_path: Path, name: str, bom: bool | None, marked: bool
) -> None:
    hand(output=tmp_path / name, bom=bom)
    assert (tmp_path / name).read_bytes().startswith(BOM) == marked


def test_csv_on_standard_output_is_not_marked_unless_asked(hand: Hand) -> None:
    assert hand(format_name="csv").raw.startswith(b"id")
    assert hand(format_name="csv", bom=True).raw.startswith(BOM + b"id")


def test_what_was_written_is_said_with_its_count_and_its_mark(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert hand(output=path) == Ran(
        0, b"", messages.WRITTEN(path=path, count=3, format=messages.WITH_BOM(format="CSV")) + "\n"
    )
    assert hand(output=path, force=True, bom=False).err == messages.WRITTEN(path=path, count=3, format="CSV") + "\n"


# Columns


@pytest.mark.parametrize("asked", ["title,organization", "作品,单位", " Title , ORGANIZATION ", "title,单位"])
def test_columns_are_chosen_by_key_or_by_heading_in_either_language(hand: Hand, asked: str) -> None:
    assert hand(columns=asked).lines == ["title\torganization", "重启\t甲社", "安全\t", "党员\t乙社"]


def test_columns_come_in_the_chosen_order(hand: Hand) -> None:
    assert hand(columns="title,id", limit=1).lines == ["title\tid", "重启\t重启"]


@pytest.mark.parametrize("asked", ["titel", "", "title,", "organizations", "matched", "score"])
def test_a_column_that_is_not_there_is_wrong_use_and_all_are_named(hand: Hand, asked: str) -> None:
    with pytest.raises(UsageError, match=r"no column .*; available: id, edition, year, "):
        hand(columns=asked)


def test_a_list_is_a_column_where_the_format_can_hold_it(hand: Hand) -> None:
    (document,) = json.loads(hand(columns="title,organizations", format_name="json", limit=1).out)
    assert document == {"title": "重启", "organizations": ["甲社"]}


# Heading


@pytest.mark.parametrize(("header", "first"), [("en", "title"), ("zh", "作品"), ("none", "重启")])
def test_the_heading_is_as_asked(hand: Hand, header: str, first: str) -> None:
    assert hand(columns="title", header=header).lines[0] == first


# Order and number


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("title", ["安全", "重启", "党员"]),
        ("-title", ["党员", "重启", "安全"]),
        ("作品", ["安全", "重启", "党员"]),
        ("organization", ["重启", "党员", "安全"]),
        ("-organization", ["党员", "重启", "安全"]),
    ],
)
def test_records_are_sorted_by_a_column_and_chinese_by_its_pinyin(hand: Hand, sort: str, expected: list[str]) -> None:
    assert titles(hand(sort=(sort,))) == expected


@pytest.mark.parametrize("sort", ["titel", "", "-", "organizations"])
def test_an_unknown_column_to_sort_by_is_wrong_use(hand: Hand, sort: str) -> None:
    with pytest.raises(UsageError, match=r"no column .*; available: id"):
        hand(sort=(sort,))


def test_a_limit_is_taken_after_sorting(hand: Hand) -> None:
    assert titles(hand(sort=("title",), limit=2)) == ["安全", "重启"]


def test_a_pipe_gets_everything(hand: Hand) -> None:
    many = listing([result(str(number)) for number in range(TABLE_LIMIT + 1)])
    assert len(hand(many, format_name="table").lines) == 2 + TABLE_LIMIT + 1


def test_a_terminal_gets_a_screenful_and_a_remark_says_so(hand: Hand, as_terminal: Callable[..., None]) -> None:
    as_terminal()
    many = listing([result(str(number)) for number in range(312)])
    shown = hand(many)
    assert len(shown.lines) == 2 + 50
    assert shown.err == "50 of 312; all: -n 312\n"
    assert len(hand(many, limit=312).lines) == 2 + 312
    assert hand(many, limit=312).err == ""
    assert hand(many, limit=5).err == "5 of 312; all: -n 312\n"


def test_only_a_table_is_cut_to_a_screenful(hand: Hand, as_terminal: Callable[..., None]) -> None:
    as_terminal()
    many = listing([result(str(number)) for number in range(60)])
    assert len(hand(many, format_name="csv").lines) == 1 + 60


@pytest.mark.parametrize(
    "options",
    [
        *({"format_name": "csv"}, {"output": Path("a.csv")}, {"columns": "title"}, {"header": "zh"}, {"bom": True}),
        *({"sort": "title"}, {"limit": 1}),
    ],
    ids=str,
)
def test_what_shapes_rows_has_no_meaning_for_a_count(hand: Hand, options: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="has no meaning with --count"):
        hand(count_only=True, **options)


@pytest.mark.parametrize("format_", ["table", "json", "md", "html"])
def test_formulas_are_of_no_concern_outside_csv_and_tsv(hand: Hand, format_: str) -> None:
    with pytest.raises(UsageError, match=f"--excel-safe has no meaning with {format_}"):
        hand(format_name=format_, excel_safe=True)


# Nothing


@pytest.mark.parametrize(
    ("options", "out"),
    [
        ({}, "\t".join(FLAT) + "\n"),
        ({"format_name": "csv"}, ",".join(FLAT) + "\r\n"),
        ({"format_name": "csv", "header": "none"}, ""),
        ({"format_name": "json"}, "[]\n"),
        ({"format_name": "jsonl"}, ""),
        ({"format_name": "table"}, ""),
        ({"count_only": True}, "0\n"),
    ],
)
def test_an_empty_answer_is_an_empty_document_and_exit_code_1(hand: Hand, options: dict[str, Any], out: str) -> None:
    assert hand(listing([]), **options) == Ran(ExitCode.NOTHING, out.encode(), "")


def test_no_records_are_written_to_a_file_as_well(hand: Hand, tmp_path: Path) -> None:
    assert hand(listing([]), output=tmp_path / "a.json").code == ExitCode.NOTHING
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == "[]\n"


# Width


def test_a_wide_terminal_shows_the_id(hand: Hand, as_terminal: Callable[..., None]) -> None:
    as_terminal(99)
    assert "id" not in hand().lines[0]
    as_terminal(100)
    assert "id" in hand().lines[0]


def test_what_has_no_id_shows_none(hand: Hand, as_terminal: Callable[..., None]) -> None:
    as_terminal(200)
    keys = ("category", "results")
    counts = Listing([{"category": "微电影", "results": 20}], record_columns(keys, glance=keys))
    assert hand(counts).lines[1:] == ["───────── ───────", "微电影         20"]


def test_a_file_of_text_is_as_wide_as_it_needs_to_be_and_plain(
    hand: Hand, as_terminal: Callable[..., None], tmp_path: Path
) -> None:
    as_terminal(20)
    long = "上" * 60
    hand(listing([result(long)]), output=tmp_path / "a.txt")
    assert long in (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "\x1b" not in (tmp_path / "a.txt").read_text(encoding="utf-8")


# Files that stay as they are


def test_wrong_use_leaves_an_old_file_alone(hand: Hand, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "old")
    with pytest.raises(UsageError):
        hand(output=path, force=True, columns="titel")
    assert path.read_text(encoding="utf-8") == "old"


def test_the_list_that_is_being_read_is_never_written_to(hand: Hand, tmp_path: Path) -> None:
    own = written(tmp_path / "own.csv", "title\n吾梦\n")
    link = tmp_path / "link.csv"
    link.symlink_to(own)
    for output in (own, link):
        with pytest.raises(UnwritableError, match="is the list being read"):
            hand(listing(read_from=own), output=output, force=True)
    assert own.read_text(encoding="utf-8") == "title\n吾梦\n"


def test_the_bundled_list_is_never_written_to(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awardcli.output.atomic_file.atomic_write", lambda *_, **__: pytest.fail("written to"))
    with pytest.raises(UnwritableError, match="is the list being read"):
        hand(output=bundled_path(), force=True)


def test_a_name_too_long_for_a_file_is_no_surprise(hand: Hand, tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="the name is too long"):
        hand(listing(read_from=bundled_path()), output=tmp_path / ("x" * 300 + ".csv"))


def test_a_failure_while_writing_leaves_the_old_file(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = written(tmp_path / "a.json", "old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UnwritableError, match="the disk is full"):
        hand(output=path, force=True)
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]
