"""Plain text for people: nothing is lost in wrapping, and columns stay aligned."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardcli.output.result_in_full import fact_lines
from awardcli.output.terminal import print_lines, reading_width
from awardcli.output.text_layout import display_width, in_columns, wrapped

prose = st.text("ab c，。上海“（é\u0301", max_size=60)


@pytest.mark.parametrize(("text", "width"), [("", 0), ("ab", 2), ("微电影", 6), ("ａ（", 4), ("e\u0301", 1), ("“”", 2)])
def test_a_wide_character_takes_two_columns_and_a_combining_one_none(text: str, width: int) -> None:
    assert display_width(text) == width


def test_prose_is_broken_at_spaces_and_between_chinese_characters() -> None:
    assert list(wrapped("who won what", 8)) == ["who won", "what"]
    assert list(wrapped("查询获奖名单", 8)) == ["查询获奖", "名单"]
    assert list(wrapped("see 获奖名单", 8)) == ["see 获奖", "名单"]


def test_no_line_begins_with_a_closing_mark() -> None:
    assert list(wrapped("获奖名单，查询", 8)) == ["获奖名", "单，查询"]


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert list(wrapped("abcdefgh", 3)) == ["abc", "def", "gh"]
    assert list(wrapped("微电", 1)) == ["微", "电"]


def test_a_word_as_long_as_a_line_leaves_no_space_behind() -> None:
    assert list(wrapped("abc def", 3)) == ["abc", "def"]


def test_nothing_is_no_line() -> None:
    assert list(wrapped("  ", 8)) == []


@given(prose, st.integers(2, 30))
def test_wrapping_loses_nothing_but_spaces_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(line == line.strip() != "" for line in lines)
    assert all(display_width(line) <= width for line in lines)


def test_meanings_are_aligned_behind_the_longest_term() -> None:
    assert list(in_columns([("作品", "吾梦"), ("id", "9-micro-video-13")], 40)) == [
        "作品  吾梦",
        "id    9-micro-video-13",
    ]


def test_a_long_meaning_goes_on_below_itself() -> None:
    assert list(in_columns([("id", "one two three four")], 16)) == ["id  one two", "    three four"]


def test_a_term_too_long_for_a_column_has_a_line_of_its_own() -> None:
    rows = [("id", "short"), ("--format table|csv|tsv", "how to write it")]
    assert list(in_columns(rows, 30, indent=2)) == [
        "  id  short",
        "  --format table|csv|tsv",
        "      how to write it",
    ]


def test_a_term_may_have_no_meaning() -> None:
    assert list(in_columns([("id", "")], 30)) == ["id"]


def test_there_may_be_nothing_to_align() -> None:
    assert list(in_columns([], 30)) == []


@pytest.mark.parametrize(("terminal", "columns", "width"), [(True, "60", 60), (True, "200", 100), (False, "60", 80)])
def test_prose_is_as_wide_as_the_terminal_but_not_too_wide_to_read(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, columns: str, width: int
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    monkeypatch.setenv("COLUMNS", columns)
    assert reading_width() == width


def test_lines_are_printed_with_what_would_steer_a_terminal_made_visible(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    print_lines(["吾梦", "a\x1b[31m\nb"])
    assert capfdbinary.readouterr().out == "吾梦\na\\x1b[31m\\x0ab\n".encode()


def test_facts_without_a_value_are_left_out(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    print_lines(fact_lines([("title", "吾梦"), ("award", None), ("year", 2022)]))
    assert capfdbinary.readouterr().out.decode() == "title  吾梦\nyear   2022\n"
