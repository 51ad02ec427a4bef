"""What `match` reads comes row by row: rows are right, or refused with their line."""

import gc
import sys
from contextlib import suppress
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any

import pytest

from awardcli.collection import streaming
from awardcli.collection.streaming import open_rows
from awardcli.errors import AwardcliError, InvalidDataError, UnreadableError, UsageError
from support import written

LIST = "title,organization\r\n吾梦,老西门街道\r\n\r\n追梦人,文汇报社\r\n"


def holding(raw: Any) -> BufferedReader:
    """A file of what BytesIO holds."""
    return BufferedReader(raw)


def nobody() -> BufferedReader:
    pytest.fail("standard input was asked for")


def read(path: Path) -> list[list[str]]:
    """The columns, then the cells of each row."""
    with open_rows(path, nobody) as rows:
        return [list(rows.columns), *map(list, rows.cells)]


def refusal(path: Path, error: type[AwardcliError] = InvalidDataError) -> str:
    with pytest.raises(error) as told:
        read(path)
    return told.value.message.removeprefix(f"{path}: ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize(("suffix", "delimiter"), [(".csv", ","), (".tsv", "\t"), (".CSV", ",")])
def test_a_table_has_columns_and_rows_and_an_empty_line_is_none(
    tmp_path: Path, suffix: str, delimiter: str, encoding: str
) -> None:
    path = written(tmp_path / f"films{suffix}", LIST.replace(",", delimiter).encode(encoding))
    assert read(path) == [["title", "organization"], ["吾梦", "老西门街道"], ["追梦人", "文汇报社"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["films.txt", "films", "films.TXT"])
def test_without_a_table_every_line_is_a_row(tmp_path: Path, name: str, encoding: str) -> None:
    path = written(tmp_path / name, "吾梦,甲\r\n\n 追梦人\t\nend".encode(encoding))
    assert read(path) == [["line"], ["吾梦,甲"], [""], [" 追梦人\t"], ["end"]]


def test_a_mark_further_down_is_what_the_line_says(tmp_path: Path) -> None:
    assert read(written(tmp_path / "films.txt", "吾梦\n\ufeff追梦人\n")) == [["line"], ["吾梦"], ["\ufeff追梦人"]]


def test_both_orders_of_utf_16_are_read(tmp_path: Path) -> None:
    for mark, encoding in [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]:
        assert read(written(tmp_path / "films.csv", mark + "title\n吾梦\n".encode(encoding))) == [["title"], ["吾梦"]]


def test_standard_input_holds_lines_and_stays_open() -> None:
    given = holding(BytesIO("吾梦\r\n追梦人\n".encode()))
    with open_rows(Path("-"), lambda: given) as rows:
        assert (list(rows.columns), list(rows.cells)) == (["line"], [["吾梦"], ["追梦人"]])
    assert not given.closed


def test_wide_text_from_standard_input_leaves_it_open_too() -> None:
    given = holding(BytesIO("吾梦\n".encode("utf-16")))
    with open_rows(Path("-"), lambda: given) as rows:
        assert list(rows.cells) == [["吾梦"]]
    assert not given.closed


def test_the_file_knows_how_far_it_is_read_and_is_closed_in_the_end(tmp_path: Path) -> None:
    path = written(tmp_path / "films.txt", "吾梦\n" * 100_000)
    with open_rows(path, nobody) as rows:
        next(rows.cells)
        assert 0 < rows.file.tell() < 1000
        assert sum(1 for _ in rows.cells) == 99_999
        assert rows.file.tell() == path.stat().st_size
    assert rows.file.closed


@pytest.mark.parametrize("name", ["films.xlsx", "films.json", "films.csv.gz"])
def test_another_suffix_is_wrong_use_and_the_known_ones_are_named(tmp_path: Path, name: str) -> None:
    assert ".csv .tsv .txt" in refusal(written(tmp_path / name, LIST), UsageError)


def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    assert refusal(tmp_path / "films.csv", UnreadableError) == "cannot be read: no such file or folder"
    assert refusal(tmp_path, UnreadableError) == "cannot be read: it is a folder"
    assert "null" in refusal(Path("a\0b.csv"), UnreadableError)


def test_a_file_that_breaks_off_while_it_is_read_is_said_to_be_so(tmp_path: Path) -> None:
    class Broken(BytesIO):
        def readinto(self, buffer: object) -> int:
            raise OSError(5, "Input/output error")

    broken = holding(Broken(b"x"))
    with pytest.raises(UnreadableError, match="cannot be read"), open_rows(Path("-"), lambda: broken) as rows:
        list(rows.cells)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty; the first line of a list is its heading"),
        ("\n\n", "empty; the first line of a list is its heading"),
        ('"吾"梦\n', "line 1: not valid CSV: ',' expected after '\"'"),
        ("\ntitle,title\na,b\n", "line 2: duplicate “title”"),
        ("title,organization\n吾梦,甲\n\n追梦人\n", "line 4: 1 cell under 2 headings"),
        ("title\n吾梦,甲\n", "line 2: 2 cells under 1 heading"),
        ('title\n"两\n行"\n"吾梦\n追梦人\n', "line 4: not valid CSV: unexpected end of data"),
        ('title\n"吾"梦\n', "line 2: not valid CSV: ',' expected after '\"'"),
        (f"title\n{'梦' * 1_000_001}\n", "line 2: not valid CSV: field larger than field limit (1000000)"),
    ],
)
def test_a_table_that_is_none_is_refused_with_the_line(tmp_path: Path, text: str, why: str) -> None:
    assert refusal(written(tmp_path / "films.csv", text)) == why


def test_a_value_may_have_a_million_characters(tmp_path: Path) -> None:
    assert len(read(written(tmp_path / "films.csv", f"title\n{'梦' * 1_000_000}\n"))[1][0]) == 1_000_000


@pytest.mark.parametrize("name", ["films.txt", "films.csv"])
def test_the_line_that_is_no_text_is_named(tmp_path: Path, name: str) -> None:
    for line in (1, 2, 3):
        data = b"title\n" * (line - 1) + "吾梦\n".encode("gbk") + b"title\n"
        assert f"line {line} is not UTF-8 text" in refusal(written(tmp_path / name, data))


def test_half_a_wide_character_is_refused(tmp_path: Path) -> None:
    assert "is not UTF-8 text" in refusal(written(tmp_path / "films.txt", "吾梦\n追".encode("utf-16")[:-1]))


def test_a_wide_file_is_let_go_of_before_it_is_closed_wherever_reading_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)  # which shows a traceback behind the message
    for text in ("title,title\n", "title\n吾梦,甲\n", "title\n吾梦\n追梦人\n"):
        with suppress(InvalidDataError), open_rows(written(tmp_path / "f.csv", text.encode("utf-16")), nobody) as rows:
            next(rows.cells)
        gc.collect()
    assert not told


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_line_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    monkeypatch.setattr(streaming, "LONGEST_LINE", 6)
    text = "abcde\nabcde\n"
    assert read(written(tmp_path / "films.txt", text.encode(encoding))) == [["line"], ["abcde"], ["abcde"]]
    path = written(tmp_path / "films.txt", f"{text}abcdef\n".encode(encoding))
    assert refusal(path) == "line 3: longer than 6 characters"
