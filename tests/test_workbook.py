"""A workbook holds what the records say, letter for letter, and nothing that Excel would act on."""

import gc
import os
import resource
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from fcntl import LOCK_EX, flock
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import Mock
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from awardcli import messages
from awardcli.collection import open_collection
from awardcli.errors import UnwritableError
from awardcli.model import Result
from awardcli.output import excel
from awardcli.output.atomic_file import temporary_folder
from awardcli.output.excel import MOST_CHARACTERS
from awardcli.vocabulary import FLAT, heading
from conftest import Run
from support import AWARDCLI, environment, flat_record, formatted, in_copy, layout, process, result, shell

pytestmark = pytest.mark.usefixtures("workbooks_read_here")

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def pack(rows: Iterable[Any], path: Path, *keys: str, **changes: Any) -> Path:
    path.write_bytes(formatted("xlsx", rows, layout(*keys, destination=path.name, **changes)))
    return path


def cells(path: Path | BytesIO) -> Sequence[Sequence[object]]:
    """The cells of the first sheet as another program reads them."""
    return CalamineWorkbook.from_object(path).get_sheet_by_index(0).to_python(skip_empty_area=False)


def part(path: Path, name: str = "xl/worksheets/sheet1.xml") -> ElementTree.Element:
    with ZipFile(path) as packed:
        return ElementTree.fromstring(packed.read(name))


def titled(*titles: str) -> list[Result]:
    return [result(title, id="x") for title in titles]


HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://example.org")',
    "+3",
    "-4",
    "@SUM(A1)",
    "http://example.org/",
    "mailto:a@example.org",
    "00123",
    "1e5",
    "2022-08-01",
    "TRUE",
    "{=A1}",
    "\t=1",
    "\x1b[31m red \x00\x07\x7f\x85",
    "\u202etxt.exe\u2066\u2028",
    "a\rb\nc\r\nd\te",
    "_x000D_",
    "_x005F_x0041_",
    "_x0041__x0042_x0043_",
    "<r><t>x</t></r>",
    "<r>&</r>",
    "<r>",
    "</t></is></c><c><f>1+1</f></c>",
    "&amp; ]]> <!-- \" '",
    " lead and trail ",
    "😀 𠮷",
    "'quoted",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_cell_reads_back_as_the_very_text(tmp_path: Path, title: str) -> None:
    path = pack(titled(title), tmp_path / "a.xlsx", "title", "id")
    assert cells(path) == [["title", "id"], [title, "x"]]


ORDINARY = st.text(st.characters(codec="utf-8", exclude_characters="_\ufffe\uffff"))


@given(texts=st.lists(ORDINARY | st.from_regex(r"\A(_x00[0-9A-F]{2}_?)+\Z"), max_size=5))
def test_any_text_reads_back_as_it_was(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = pack(titled(*(f"|{text}|" for text in texts)), Path(folder, "a.xlsx"), "title")
        assert [row[0] for row in cells(path)[1:]] == [f"|{text}|" for text in texts]


def test_nothing_is_a_formula_or_a_link(tmp_path: Path) -> None:
    sheet = part(pack(titled(*HOSTILE), tmp_path / "a.xlsx"))
    assert {cell.get("t") for cell in sheet.iter(f"{SHEET}c")} == {"inlineStr", None}
    numbers = [cell.get("r", "") for cell in sheet.iter(f"{SHEET}c") if cell.get("t") is None]
    assert {name.rstrip("0123456789") for name in numbers} == {"B", "C"}  # edition and year
    assert not [*sheet.iter(f"{SHEET}f"), *sheet.iter(f"{SHEET}hyperlink")]


def test_a_number_is_a_number(tmp_path: Path) -> None:
    path = pack([result("吾梦")], tmp_path / "a.xlsx", "category", "year")
    assert cells(path)[1] == ["微电影", 2022.0]


def test_the_bundled_list_comes_back_through_excel_record_for_record(awardcli: Run, tmp_path: Path) -> None:
    assert (
        awardcli("export", tmp_path / "a.xlsx").err
        == messages.WRITTEN(path=tmp_path / "a.xlsx", count=77, format="Excel") + "\n"
    )
    for header in ("en", "zh"):
        awardcli("export", tmp_path / "a.xlsx", "--force", "--header", header)
        for film, back in zip(open_collection(), open_collection(tmp_path / "a.xlsx"), strict=True):
            before, after = flat_record(film), flat_record(back)
            note = film.note_zh if header == "zh" else film.note
            assert {key: after[key] for key in FLAT} == {**{key: before[key] for key in FLAT}, "note": note}


# How it looks


def test_the_heading_is_bold_stays_in_sight_and_filters(tmp_path: Path) -> None:
    path = pack(titled("吾梦", "薪火"), tmp_path / "a.xlsx", "title", "organization")
    sheet = part(path)
    pane = next(sheet.iter(f"{SHEET}pane"))
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert next(sheet.iter(f"{SHEET}autoFilter")).get("ref") == "A1:B3"
    styles = {cell.get("r"): cell.get("s") for cell in sheet.iter(f"{SHEET}c")}
    assert styles == {"A1": "1", "B1": "1", "A2": None, "B2": None, "A3": None, "B3": None}
    fonts = list(part(path, "xl/styles.xml").iter(f"{SHEET}font"))
    assert [font.find(f"{SHEET}b") is not None for font in fonts] == [False, True]


@pytest.mark.parametrize(("title", "least", "most"), [("影" * 20, 40, 45), ("a" * 20, 20, 25), ("影" * 500, 60, 61)])
def test_a_chinese_character_counts_two_in_the_width_of_a_column(
    tmp_path: Path, title: str, least: int, most: int
) -> None:
    sheet = part(pack(titled(title), tmp_path / "a.xlsx", "title"))
    assert least <= float(next(sheet.iter(f"{SHEET}col")).get("width", "")) <= most


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        ({}, [["title", "kind"], ["吾梦", "school"]]),
        ({"for_people": True, "chinese": True}, [["作品", "单位类型"], ["吾梦", "学校"]]),
        ({"with_heading": False}, [["吾梦", "school"]]),
    ],
)
def test_headings_and_values_are_in_the_language_of_the_reader_and_headings_can_be_left_out(
    tmp_path: Path, look: dict[str, Any], expected: list[list[str]]
) -> None:
    assert cells(pack([result("吾梦", kind="school")], tmp_path / "a.xlsx", "title", "kind", **look)) == expected


def test_without_records_the_heading_is_all_there_is(tmp_path: Path) -> None:
    assert cells(pack([], tmp_path / "a.xlsx", "title")) == [["title"]]
    assert cells(pack([], tmp_path / "b.xlsx", "title", with_heading=False)) == []


def sheet_name(path: Path) -> str:
    (sheet,) = part(path, "xl/workbook.xml").iter(f"{SHEET}sheet")
    return sheet.get("name", "")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("第九届上海市民微电影（微视频）主题活动（2022）", "第九届上海市民微电影（微视频）主题活动（2022）"),
        ("我的[名单]: a/b*?\\", "我的 名单   a b"),
        ("影" * 40, "影" * 31),
        ("9th Shanghai Citizens' Micro-film Activity", "9th Shanghai Citizens"),
        ("😀" * 20, "😀" * 15),
        ("' '", "awardcli"),
        ("History", "awardcli"),
        ("a\x1b", "a x1b"),
    ],
)
def test_the_sheet_has_the_name_of_the_list_as_far_as_excel_takes_it(tmp_path: Path, title: str, name: str) -> None:
    assert sheet_name(pack(titled("吾梦"), tmp_path / "a.xlsx", title=title)) == name


def test_counts_have_a_chart_that_the_workbook_draws_itself(awardcli: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    awardcli("stats", "--by", "district", "--lang", "zh", "-o", path)
    rows = cells(path)
    assert rows[0] == ["区", "条数"]
    chart = part(path, "xl/charts/chart1.xml")
    references = [each.text for each in chart.iter() if each.tag.endswith("}f")]
    assert [str(reference).rpartition("!")[2] for reference in references] == [
        f"$A$2:$A${len(rows)}",
        f"$B$2:$B${len(rows)}",
    ]
    assert messages.COUNTED_BY.worded(chinese=True, column="区") in "".join(chart.itertext())


@pytest.mark.parametrize(
    ("arguments", "is_drawn"),
    [(("list",), False), (("stats", "-c", "category"), False), (("stats", "--category", "微电影"), True)],
)
def test_only_counts_have_a_chart(awardcli: Run, tmp_path: Path, arguments: tuple[str, ...], is_drawn: bool) -> None:
    awardcli(*arguments, "-o", tmp_path / "a.xlsx")
    with ZipFile(tmp_path / "a.xlsx") as packed:
        assert any("charts" in name for name in packed.namelist()) == is_drawn


# What does not fit


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "MOST_ROWS", 3)
    assert len(cells(pack(titled("a", "b"), tmp_path / "a.xlsx"))) == 3
    with pytest.raises(UnwritableError, match=r"b\.xlsx: cannot be written: a sheet of Excel has 3 rows"):
        pack(titled("a", "b", "c"), tmp_path / "b.xlsx")
    assert len(cells(pack(titled("a", "b", "c"), tmp_path / "c.xlsx", with_heading=False))) == 3


@pytest.mark.parametrize("character", ["影", "😀"])
def test_a_text_longer_than_a_cell_holds_is_refused(tmp_path: Path, character: str) -> None:
    most = character * (MOST_CHARACTERS // (1 if character == "影" else 2))
    assert cells(pack(titled(most), tmp_path / "a.xlsx", "title"))[1] == [most]
    with pytest.raises(UnwritableError, match="row 2, title: an Excel cell holds at most 32,767 characters"):
        pack(titled(most + character), tmp_path / "b.xlsx")


@pytest.mark.parametrize(
    ("title", "name"),
    [("a\ufffe", "FFFE"), ("\uffff", "FFFF"), ("\ud800", "D800"), ("<r>\x1b</r>", "001B"), ("_x0000\x08", "0008")],
)
def test_what_no_workbook_can_hold_is_refused_by_name(tmp_path: Path, title: str, name: str) -> None:
    with pytest.raises(UnwritableError, match=rf"row 2, title: a workbook cannot hold the character U\+{name}"):
        pack(titled(title), tmp_path / "a.xlsx")


def test_what_does_not_fit_leaves_the_old_file_and_nothing_beside_it(awardcli: Run, tmp_path: Path) -> None:
    (tmp_path / "list.jsonl").write_text('{"title": "%s"}\n' % ("影" * 40_000), encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(b"old")
    ran = awardcli("export", tmp_path / "a.xlsx", "--force", "--data", tmp_path / "list.jsonl")
    assert (ran.code, "an Excel cell holds" in ran.err) == (3, True)
    assert (tmp_path / "a.xlsx").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "list.jsonl"]


def test_a_failure_while_writing_leaves_nothing_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))

    def stopped() -> Iterator[Result]:
        yield from titled("吾梦")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pack(stopped(), tmp_path / "a.xlsx")
    assert list(scratch.iterdir()) == []


def test_what_a_killed_process_left_is_removed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left, used, young = (tmp_path / f"awardcli-{digit * 16}.tmp" for digit in "abc")
    mine = tmp_path / "awardcli-notes"
    for folder in (left, used, young, mine):
        folder.mkdir()
        (folder / "tmp1").write_text("吾梦", encoding="utf-8")
        if folder != young:
            os.utime(folder, (0, 0))
    lock = os.open(used, os.O_RDONLY)
    flock(lock, LOCK_EX)
    with temporary_folder(tmp_path / "a.xlsx") as folder:
        assert {*tmp_path.iterdir()} == {used, young, mine, folder}
        assert folder.stat().st_mode & 0o777 == 0o700
    assert {*tmp_path.iterdir()} == {used, young, mine}
    os.close(lock)


def test_a_workbook_needs_no_folder_for_temporary_files_but_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.gettempdir", Mock(side_effect=FileNotFoundError))
    pack(titled("吾梦"), tmp_path / "a.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_a_workbook_that_is_given_up_half_written_complains_of_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def stop(*_: object) -> None:
        raise error

    complaints: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", complaints.append)
    monkeypatch.setattr("zipfile._ZipWriteFile.__init__", stop)  # while the archive believes itself to be written to
    with pytest.raises(type(error)):
        pack(titled("吾梦"), tmp_path / "a.xlsx")
    gc.collect()
    assert complaints == []


def test_a_full_disk_is_reported_in_one_line_and_leaves_no_file(tmp_path: Path) -> None:
    def little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

    scratch = tmp_path / "scratch"
    scratch.mkdir()
    # Half a file of bytecode or of coverage would stay, and do harm.
    unmeasured = dict.fromkeys(name for name in os.environ if name.startswith("COV"))
    env = {"TMPDIR": str(scratch), "PYTHONDONTWRITEBYTECODE": "1", **unmeasured}
    ran = process("export", "a.xlsx", env=env, cwd=tmp_path, preexec_fn=little)
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert ran.err.startswith("awardcli: a.xlsx: cannot be written: ")
    assert [path.name for path in tmp_path.iterdir()] == ["scratch"]
    assert list(scratch.iterdir()) == []


# Where it goes


def test_a_pipe_takes_a_workbook() -> None:
    ran = in_copy("list-by-category", "单项奖", "-f", "xlsx", "-c", "title")
    assert cells(BytesIO(ran.raw)) == [["title"], ["我与阿德叔"], ["老潘的咖啡店"]]
    assert shell("awardcli search 上海 -f xlsx | head -c 1 >/dev/null").code in (0, 141)


def test_a_terminal_does_not(awardcli: Run, as_terminal: Any, tmp_path: Path) -> None:
    as_terminal(80)
    ran = awardcli("export", "-", "-f", "xlsx")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "awardcli: a terminal cannot show xlsx; write it to a file with -o\n"
    assert awardcli("search", "上海", "-o", tmp_path / "a.xlsx").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "上海"),
        ("list-by-category",),
        ("list-by-category", "微电影"),
        ("list-by-organization",),
        ("list-by-organization", "黄浦分局"),
        ("export", "-"),
        ("show", "9-micro-film-05"),
    ],
    ids=" ".join,
)
def test_every_command_that_lists_writes_one(awardcli: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    tsv = awardcli(*arguments, "-f", "tsv").lines
    packed = awardcli(*arguments, "-f", "xlsx").raw
    (tmp_path / "a.xlsx").write_bytes(packed)
    rows = cells(tmp_path / "a.xlsx")
    assert set(rows[0]) <= {heading(key) for key in tsv[0].split("\t")}
    assert len(rows) == len(tsv)


@pytest.mark.parametrize("option", ["--bom", "--excel-safe"])
def test_options_for_csv_are_refused_for_a_workbook(awardcli: Run, tmp_path: Path, option: str) -> None:
    ran = awardcli("export", tmp_path / "a.xlsx", option)
    assert (ran.code, ran.err) == (2, f"awardcli: {messages.NOT_WITH(option=option, other='xlsx')}\n")
    assert list(tmp_path.iterdir()) == []


def test_memory_is_bounded_however_many_rows_there_are() -> None:
    # Twenty thousand rows at once would be some forty megabytes of records alone.
    script = (
        "import resource, sys; from awardcli.output.columns import columns_behind;"
        "from awardcli.output.formats import FORMATS, Layout;"
        "columns = columns_behind(['id', 'title'], [], []).keys;"
        "rows = ([str(n), f'{n:06}' + '影' * 400] for n in range(20_000));"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "file = open(sys.argv[1], 'wb');"
        "FORMATS['xlsx'].write(rows, Layout(columns, ['id', 'title']), file);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    with TemporaryDirectory() as folder:
        ran = subprocess.run(
            [AWARDCLI[0], "-c", script, f"{folder}/a.xlsx"],
            env=environment(),
            capture_output=True,
            check=True,
            timeout=60,
        )
    assert int(ran.stdout) < 20_000  # kilobytes
