"""The manners of a program in a terminal: colour by choice, plain marks, help that fits, failures with hints."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import split

import pytest

from awardcli import messages
from awardcli.commands import VERBS
from awardcli.messages import Language
from awardcli.output.text_layout import display_width
from conftest import Run
from support import in_copy, on_screen, on_terminal, written

LANGUAGES: tuple[Language, ...] = ("en", "zh")
each_language = pytest.mark.parametrize("language", LANGUAGES)
SCREENS = [
    ["search", "上海"],
    ["search", "老潘的茶啡店", "--explain"],
    ["search", "科幻", "--explain"],
    ["list-by-category"],
    ["list-by-category", "微电视"],
    ["list-by-organization", "东航"],
    ["show", "9-theme-award-07"],
    ["about"],
    ["stats"],
    *([verb, "-h"] for verb in VERBS),
    ["-h"],
]


# colour


@pytest.mark.parametrize(
    ("env", "options", "coloured"),
    [
        ({}, [], True),
        ({"NO_COLOR": "1"}, [], False),
        ({"TERM": "dumb"}, [], False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, [], True),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
    ids=str,
)
def test_a_terminal_shows_colour_as_asked_and_the_same_text(
    env: dict[str, str | None], options: list[str], coloured: bool
) -> None:
    screen = on_screen("search", "上海", *options, env=env)
    assert (b"\x1b[" in screen.raw) == coloured
    assert screen.lines == on_screen("search", "上海", env={"TERM": env.get("TERM")}).lines


# marks and widths


@each_language
def test_no_screen_has_lines_dots_or_ticks_where_settings_say_that_these_are_two_columns_wide(
    awardcli: Run, as_terminal: Callable[..., None], monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setenv("RUNEWIDTH_EASTASIAN", "1")
    for arguments in SCREENS:
        as_terminal(80)
        ran = awardcli(*arguments, "--lang", language, "--color", "never")
        drawn = set(ran.out + ran.err)
        assert not {c for c in drawn if "\u2190" <= c <= "\u27bf"}  # arrows, boxes, blocks, bullets, ticks
        assert not drawn & set("…•×÷±§")


@each_language
def test_help_fits_the_terminal(awardcli: Run, as_terminal: Callable[..., None], language: Language) -> None:
    for columns in [60, 80, 120]:
        for page in [["-h"], ["help", "options"], ["help", "codes"], *([verb, "-h"] for verb in VERBS)]:
            as_terminal(columns)
            lines = awardcli(*page, "--lang", language).lines
            typed = re.compile(r"  (?:awardcli |.*eval |.*awardcli completion)")  # a line to be copied stays whole
            assert max(display_width(line) for line in lines if columns >= 80 or not typed.match(line)) <= columns


def test_help_of_every_command_has_examples_of_that_command(awardcli: Run) -> None:
    for verb in VERBS:
        lines = awardcli(verb, "-h").lines
        after = lines[lines.index(messages.EXAMPLES()) + 1 :]
        assert after[0].startswith(f"  awardcli {verb}")


@each_language
def test_an_explanation_keeps_what_belongs_together_on_one_line_of_the_terminal(
    awardcli: Run, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    for columns in [60, 80, 200]:
        for query in ["老潘的茶啡店", "aishanghai", "咏悔"]:
            monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
            monkeypatch.setenv("COLUMNS", str(columns))
            folded = re.sub("\x1b\\[.*?m", "", awardcli("search", query, "--explain", "--lang", language).err)
            pieces = [line for line in folded.splitlines() if " = " in line]
            assert pieces
            assert max(map(display_width, pieces)) <= columns
            monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
            assert "".join(folded.split()) == "".join(
                awardcli("search", query, "--explain", "--lang", language).err.split()
            )


# failures


@each_language
@pytest.mark.parametrize(
    ("arguments", "way_on"),
    [
        (["serch", "上海"], "search"),
        (["list-by-category", "微电视"], "awardcli list-by-category"),
        (["list-by-organization", "澎拜新闻"], "awardcli list-by-organization"),
        (["show", "9-micro-film-99"], "awardcli search"),
        (["search", "x", "--award", "最佳创作"], "最佳创意"),
        (["search", "x", "--kind", "polise"], "police"),
        (["search"], "awardcli search -h"),
        (["search", "x", "-f", "cvs"], "csv"),
        (["export", "-", "--sort", "titel"], "title"),
        (["export", "x.pdf"], ".csv"),
    ],
    ids=str,
)
def test_a_failure_is_said_shortly_and_names_the_way_on(
    awardcli: Run, arguments: list[str], way_on: str, language: Language
) -> None:
    ran = awardcli(*arguments, "--lang", language)
    assert ran.code in (1, 2)
    assert way_on in ran.err
    assert len(ran.err.splitlines()) <= 2
    assert ran.err.startswith(messages.FAILED(message=""))


@each_language
def test_a_failure_is_worded_the_same_on_a_terminal(language: Language) -> None:
    code, shown = on_terminal("list-by-category", "微电视", env={"AWARDCLI_LANG": language})
    assert code == 1
    messages.settle(language)
    meant = messages.NO_CATEGORY(name="微电视") + messages.DID_YOU_MEAN(names=messages.listed(["微视频", "微电影"]))
    assert shown.decode().splitlines() == [messages.FAILED(message=meant), messages.LIST_CATEGORIES()]


def test_a_command_that_is_suggested_asks_the_same_list_with_the_same_filters(
    awardcli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "剧名,类别,单位,地 区\n上海往事,微视频,北京公司,东 区\n好日子,微视频,上海公司,西 区\n"
    path = written(tmp_path / "我的 名单.csv", rows)
    of_list = f"--data '{path}' --column title=剧名"
    suggested = {
        "search 上海 --category 微视频": "search 上海 --in any --category 微视频",
        "list-by-category 纪录片": "list-by-category",
        "list --organization 广州": "list-by-organization",
        "list --where '地 区=北 区'": "stats --by '地 区'",
        "list 上海": "search 上海",
        "serch 上海": "search serch 上海",
        "show 9": "search WORD -c id,title",
        "list -f svg": "stats",
    }
    for typed, meant in suggested.items():
        ran = awardcli(*split(f"{typed} {of_list}"))
        hint = next((line for line in ran.err.splitlines() if ": awardcli " in line), "")
        assert hint.rpartition(": awardcli ")[2] == f"{meant} {of_list}", typed
        assert awardcli(*split(hint.rpartition(": awardcli ")[2])).code in (0, 1)
    monkeypatch.setenv("AWARDCLI_DATA", str(path))
    assert awardcli("search", "上海").err.endswith("awardcli search 上海 --in any\n")  # the variable holds there too
    assert awardcli("--data", str(path), "serch", "上海").err.endswith("awardcli search serch 上海\n")


def test_the_account_of_a_reading_is_suggested_with_the_options_of_the_reading(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "films.csv", "Film,Year\nSalt,1990\nRain,\nTea,\nSand,1991\nSnow,\nFog,\n合计,6\n")
    for verb in ("list", "search salt", "stats"):
        ran = awardcli(*verb.split(), "--data", path, "--encoding", "utf-8")
        assert f"awardcli validate {path} --encoding utf-8\n" in ran.err


# a list in a pipe


@contextmanager
def filled_pipe(data: str | bytes) -> Iterator[str]:
    """The name of a pipe that holds the data, or as much of it as there is room for."""
    ours, theirs = os.pipe()
    os.set_blocking(theirs, False)
    os.write(theirs, data.encode() if isinstance(data, str) else data)
    os.close(theirs)
    yield f"/dev/fd/{ours}"
    os.close(ours)


def test_a_list_is_read_from_a_pipe_to_its_last_row(awardcli: Run) -> None:
    rows = 3_000  # more than is read at a time, less than a pipe holds
    with filled_pipe("片名\n" + "".join(f"梦{number}\n" for number in range(rows))) as path:
        assert awardcli("list", "--data", path, "--count").out == f"{rows}\n"


def test_a_named_pipe_is_opened_once_and_a_device_without_end_is_refused(awardcli: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "own.csv"
    os.mkfifo(pipe)
    for command in (["list", "--count", "--data"], ["validate"], ["search", "吾梦", "--data"]):
        writing = subprocess.Popen(["/bin/sh", "-c", 'printf "片名\\n吾梦\\n" > "$0"', str(pipe)])
        assert awardcli(*command, pipe).code == 0
        assert writing.wait() == 0
    assert awardcli("validate", "/dev/zero").code == 3


def test_a_workbook_and_a_collection_are_read_by_their_names_alone(awardcli: Run, tmp_path: Path) -> None:
    own = written(tmp_path / "own.csv", "片名\n吾梦\n")
    for name in ("own.xlsx", "own.awards"):
        file = tmp_path / name
        assert awardcli("export", file, "--data", own).code == 0
        for command in (["list", "--data"], ["validate"], ["match"]):
            with filled_pipe(file.read_bytes()) as path:
                ran = awardcli(*command, path)
            assert (ran.code, ran.err) == (3, f"awardcli: {messages.ONLY_BY_NAME(path=path)}\n")
    assert awardcli("match", file).err == f"awardcli: {messages.NO_TABLE(path=file)}\n"
    with (tmp_path / "own.xlsx").open("rb") as stdin:
        assert in_copy("list", "--data", "/dev/stdin", "--count", stdin=stdin).out == "1\n"
