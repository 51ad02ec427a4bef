"""What a reader sees on a real terminal: whole titles in straight columns, whatever its width."""

from itertools import pairwise
from pathlib import Path

import pytest

from awardcli import messages
from awardcli.collection import open_collection
from awardcli.model import Result
from support import Screen, on_screen, written

FILMS = list(open_collection())


def of_ids(*ids: str) -> list[Result]:
    """Those results of the bundled list."""
    return [film for film in FILMS if film.id in ids]


ASKED = {
    "search 爱上海": of_ids("9-micro-film-05"),
    "search 上海": of_ids("9-micro-film-05", "9-micro-film-14", "9-shortlisted-film-10", "9-micro-video-05"),
    "list-by-category 微电影": [film for film in FILMS if film.id.startswith("9-micro-film-")],
    "list-by-organization 黄浦分局": of_ids("9-shortlisted-film-10", "9-individual-award-02"),
}


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
@pytest.mark.parametrize("asked", ASKED)
def test_whatever_its_width_a_terminal_shows_every_character_in_straight_columns(asked: str, columns: int) -> None:
    screen = on_screen(*asked.split(), columns=columns)
    assert screen.code == 0
    assert_straight(screen)
    for heading in ("title", "organization"):
        expected = "".join(getattr(film, heading) or "-" for film in ASKED[asked]).replace(" ", "")
        assert sorted(screen.column(heading)) == sorted(expected)
    assert ("id" in screen.lines[0].split()) == (columns >= 100)


def assert_straight(screen: Screen) -> None:
    """Every column begins at the same place in every row, with a space before it."""
    starts = screen.column_starts()
    assert len(starts) == len(screen.lines[0].split())
    assert all(row[start - 1].text == " " for row in screen.rows for start in starts[1:])
    for first in (screen.rows[0], screen.rows[2]):
        assert all(first[start].text.strip() for start in starts)


@pytest.mark.parametrize("columns", [30, 40, 60, 80])
def test_no_line_of_a_cell_begins_with_a_closing_mark_or_ends_with_an_opening_one(tmp_path: Path, columns: int) -> None:
    marks = "，、。！？）》”；："
    cells = [f"《爱上海》的{marks[n % 9]}理由（{n}）和“那些年”{marks[n % 7]}我们走过的（路）" for n in range(12)]
    own = written(tmp_path / "own.csv", "title,organization\n" + "".join(f"{c},某社（某某区）与{c}\n" for c in cells))
    screen = on_screen("list", "--data", str(own), columns=columns)
    starts = [*screen.column_starts(), columns + 1]
    for row in screen.rows[2:]:
        for begin, end in pairwise(starts):
            line = "".join(cell.text for cell in row[begin : end - 1]).strip()
            assert line[:1] not in ("，", "、", "。", "！", "？", "）", "》", "；", "：")
            assert line[-1:] not in ("（", "《")


def test_titles_stand_in_printed_order() -> None:
    screen = on_screen("list-by-category", "微电影")
    places = [screen.text.index(film.title) for film in ASKED["list-by-category 微电影"] if film.title]
    assert places == sorted(places)


def test_what_matched_is_highlighted_and_nothing_else() -> None:
    assert on_screen("search", "上海").highlighted() == ["上海"] * 4
    assert on_screen("list-by-category", "单项奖").highlighted() == []


def test_what_matched_is_highlighted_also_where_it_is_folded_over_two_lines() -> None:
    assert "".join(on_screen("search", "“穿”越时光的上海裁缝", columns=40).highlighted()) == "穿”越时光的上海裁缝"


def test_what_matched_is_highlighted_also_across_a_mark_that_was_passed_over() -> None:
    assert on_screen("search", "穿越时光").highlighted() == ["穿”越时光"]


def test_no_character_of_uncertain_width_is_drawn_but_the_rule() -> None:
    allowed = {*"".join(str(value) for film in FILMS for value in (film.title, film.organization)), *"─“”"}
    drawn = {character for character in on_screen("search", "上海").text if not character.isascii()}
    assert drawn - allowed <= set("微电影入围片视频")


@pytest.fixture
def long_list(tmp_path: Path) -> Path:
    rows = "".join(f"梦{number},某社\n" for number in range(312))
    return written(tmp_path / "long.csv", f"title,organization\n{rows}")


def test_of_a_long_list_fifty_are_shown_and_all_are_counted(long_list: Path) -> None:
    screen = on_screen("search", "梦", "--data", str(long_list))
    assert len(screen.lines) == 2 + 50
    assert screen.err == messages.SHOWN(shown=50, total=312) + "\n"


def test_the_rest_of_a_long_list_is_shown_with_a_limit(long_list: Path) -> None:
    screen = on_screen("search", "梦", "--data", str(long_list), "-n", "120")
    assert len(screen.lines) == 2 + 120


def test_a_long_list_by_one_organization_or_category_says_one_number_of_its_results(tmp_path: Path) -> None:
    rows = "".join(f"梦{number},某社,短片\n" for number in range(1200))
    path = str(written(tmp_path / "long.csv", f"title,organization,category\n{rows}"))
    stored = str(tmp_path / "long.awards")
    on_screen("import", path, "-o", stored)
    for data in (path, stored):
        for command in (["list-by-organization", "某社"], ["list-by-category", "短片"]):
            assert on_screen(*command, "--data", data).err == messages.SHOWN(shown=50, total=1200) + "\n"


def test_every_format_is_shown_line_by_line_on_a_terminal() -> None:
    screen = on_screen("search", "爱上海", "-f", "csv", "-c", "title,organization", "--lang", "zh")
    assert screen.lines == ["title,organization", "爱上海的理由,文汇报社"]


def test_headings_follow_the_language_of_the_reader() -> None:
    assert on_screen("search", "爱上海", env={"LC_ALL": "zh_CN.UTF-8"}).lines[0].split() == ["类别", "作品", "单位"]


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_facts_fit_the_terminal_and_lose_nothing(columns: int) -> None:
    screen = on_screen("show", "9-theme-award-07", columns=columns)
    told = screen.text.replace(" ", "").replace("\n", "")
    assert "Thetitleismissingfromtheprint" in told
    assert "市纪委监委驻市委宣传部纪检监察组" in told


def test_a_hostile_title_leaves_the_screen_as_it_was(tmp_path: Path) -> None:
    title = "梦\x1b[2J\x1b[1;1H\x1b]0;title\x07\x9b31m\u202e[bold]x[/bold]"
    own = written(tmp_path / "own.csv", f"title,organization\n{title},某社\n")
    screen = on_screen("search", "梦", "--data", str(own), columns=200)
    assert r"梦\x1b[2J\x1b[1;1H\x1b]0;title\x07\x9b31m\u202e[bold]x[/bold]" in screen.text
    assert screen.lines[0].split() == ["title", "organization"]
    assert screen.highlighted() == ["梦"]


def test_a_table_shows_the_first_of_many_names_and_everything_else_has_them_all(tmp_path: Path) -> None:
    cast = [f"{family}小{given}" for family in "赵钱孙" for given in "明红刚"]
    for between in ("、", " / ", ", "):
        rows = "".join(f'{title},"{between.join(names)}"\n' for title, names in (("甲", cast), ("乙", cast[:8])))
        films = written(tmp_path / "films.csv", f"片名,主演\n{rows}")
        shown = on_screen("list", "--data", str(films), "--lang", "zh", columns=200).text
        assert f"{between.join(cast[:3])}等，另有 6 个" in shown
        assert between.join(cast[:8]) in shown  # eight are few enough
        of_sixth = on_screen("search", cast[5], "--data", str(films), columns=200, env={"NO_COLOR": "1"}).text
        assert f"{between.join(cast[:6])} and 3 more" in of_sixth  # up to the one that was searched for
    films = written(tmp_path / "films.csv", f"片名,主演\n甲,{'、'.join(cast)}\n乙,丙\n")
    for whole in (["show", "甲"], ["list", "-n", "1", "-c", "主演"], ["list", "-f", "csv"]):
        assert "、".join(cast) in on_screen(*whole, "--data", str(films), columns=200).text
    title = "、".join(cast)
    films = written(tmp_path / "titles.csv", f"片名,主演\n{title},甲\n乙,丙\n")
    assert title in on_screen("list", "--data", str(films), columns=200).text  # no title is ever cut


def test_a_list_of_which_only_titles_are_known_shows_short_columns_beside_them(tmp_path: Path) -> None:
    rows = "".join(
        f"https://example.org/{n}/a-long-address,第{n}部,{n}.5,一样,{'长' * 40}{n},批次{n}\n" for n in range(3)
    )
    films = written(tmp_path / "films.csv", f"link,片名,评分人数,语言,简介,备用\n{rows}")
    assert on_screen("list", "--data", str(films), columns=80).lines[0].split() == ["片名", "评分人数", "备用"]
    assert on_screen("list", "--data", str(films), columns=20).lines[0].split() == ["片名", "评分人数"]
    assert on_screen("list", "--data", str(films), "-c", "片名", columns=80).lines[0].split() == ["片名"]
    named = written(tmp_path / "named.csv", f"link,片名,导演,语言,简介,备用\n{rows}")
    assert on_screen("list", "--data", str(named), columns=80).lines[0].split() == ["片名", "导演"]
