"""The browser: what is typed is searched at once, the keys do what the screen says, and nothing waits."""

import asyncio
import os
import re
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

try:
    import textual  # noqa: F401 # only looked for
except ImportError:
    if os.environ.get("CI") == "true":
        raise
    pytest.skip("the browser needs textual: pip install '.[browse]'", allow_module_level=True)

sys.path.insert(0, str(Path(__file__).parents[1]))

from textual import _wait
from textual._compositor import Compositor
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from tools.make_picture import DOCS, PICTURES, picture, words

from awardcli import messages
from awardcli.browser.dialogs import FileName
from awardcli.browser.question import LISTED, Background, Page, Question, first_page, result_of
from awardcli.browser.results_list import ResultsList
from awardcli.browser.screen import Browser
from awardcli.collection import Collection, open_collection
from awardcli.errors import ExitCode
from awardcli.model import Result
from awardcli.output.result_in_full import facts_of, printed_lines
from awardcli.search.find import find
from awardcli.search.query import Filters
from conftest import Run
from support import collection, result

FILMS = open_collection()
EVERYTHING = Question()
_LONG = 60
"""Seconds after which a test hangs."""
_wait.SLEEP_GRANULARITY, _wait.SLEEP_IDLE = 0.004, 0.0004  # a fifth: Textual waits thus four times for each key
Test = Callable[["Seen"], Awaitable[None]]


class Seen:
    """A browser as its user sees it."""

    def __init__(self, browser: Browser, pilot: Pilot[Result]) -> None:
        self.browser = browser
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until the screen is still."""
        await self.pilot.press(*keys)
        await self.settled()

    async def type(self, text: str) -> None:
        """Have that text in the search box, as if it was pasted there."""
        self.browser.query_one(Input).value = text
        await self.settled()

    async def settled(self) -> None:
        await self.pilot.pause()
        while self.browser.is_running and (self.browser.searching or not self._is_mounted):
            await asyncio.sleep(0.005)
        await self.pilot.pause()

    @property
    def _is_mounted(self) -> bool:
        """Whether a new dialog is whole. On a busy machine `pause` takes a process that waits for its turn for idle."""
        return all(widget.is_mounted for widget in self.browser.screen.walk_children(Widget, with_self=True))

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        strips = self.browser.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def results(self) -> ResultsList:
        return self.browser.screen_stack[0].query_one(ResultsList)

    @property
    def titles(self) -> list[str | None]:
        """The titles in the list."""
        return [result_of(row).title for row in self.results.page.rows]

    @property
    def chosen(self) -> str | None:
        row = self.results.chosen
        return result_of(row).title if row else None

    @property
    def remarks(self) -> list[str]:
        """The line below the list."""
        return str(self.browser.screen_stack[0].query_one("#remarks", Static).content).splitlines()

    @property
    def detail(self) -> str:
        """The whole of the pane, without the spaces and line ends that lay it out."""
        return "".join(str(self.browser.screen_stack[0].query_one("#facts", Static).content).split())

    @property
    def marked(self) -> list[str]:
        """The text that is marked as matched in the list, line by line."""
        strips = [self.results.render_line(y) for y in range(len(self.results.page.rows))]
        return [
            "".join(s.text for s in strip if s.style and s.style.bold and s.style.color and s.style.color.number == 1)
            for strip in strips
        ]


@asynccontextmanager
async def browsing(
    films: Collection = FILMS, question: Question = EVERYTHING, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Seen]:
    background = Background(films)
    browser = Browser(background, question, printed_lines(films.path))

    def no_update(compositor: Compositor, **_: object) -> None:  # nobody looks: `Seen.lines` draws what it reads
        compositor._dirty_regions.clear()

    try:
        with patch.multiple(Compositor, render_full_update=no_update, render_partial_update=no_update):
            async with browser.run_test(size=size) as pilot:
                seen = Seen(browser, pilot)
                await seen.settled()
                yield seen
    finally:
        background.close()


def browsed(test: Test, *arguments: Any, **options: Any) -> Browser:
    """Run a test before a browser; gives the browser as it was left."""

    async def run() -> Browser:
        async with browsing(*arguments, **options) as seen:
            await test(seen)
        return seen.browser

    return asyncio.run(asyncio.wait_for(run(), _LONG))


# Searching


def test_it_begins_with_everything_and_the_cursor_in_the_search_box() -> None:
    async def test(seen: Seen) -> None:
        assert seen.titles == [film.title for film in FILMS]
        assert isinstance(seen.browser.focused, Input)
        assert seen.remarks == [messages.BROWSE_COUNT(count=77)]

    browsed(test)


def test_the_browser_finds_and_remarks_the_same_as_search() -> None:
    remarks = {
        "上海": messages.BROWSE_BY_ORGANIZATION_TOO(count=19),
        "嘉定 画": None,
        "川成": messages.FOUND_BY_SOUND(count=1),
        "aishangh": messages.FOUND_BY_PINYIN(count=1),
        "奋斗的民乐入": messages.ONLY_NEAR(count=1),
        "科幻": messages.NOTHING_FOUND(query="科幻", count=77),
        "共同的家园": messages.SUGGESTIONS(names="共同的名字"),
        "？": messages.NOTHING_TO_SEARCH(query="？"),
    }

    async def test(seen: Seen) -> None:
        for typed, said in remarks.items():
            await seen.type(typed)
            expected = find(FILMS, typed).hits if typed != "？" else []
            assert seen.titles == [hit.result.title for hit in expected]
            assert said is None or said in seen.remarks

    browsed(test)


def test_the_list_shows_how_a_result_matched_unless_literally() -> None:
    async def test(seen: Seen) -> None:
        await seen.type("yongmei")
        assert seen.lines[2].split()[-1] == "match"
        assert seen.lines[3].split()[-1] == "pinyin"
        await seen.type("咏悔")
        assert seen.lines[3].split()[-2:] == ["near", "81"]

    browsed(test)


def test_what_matched_is_marked() -> None:
    async def test(seen: Seen) -> None:
        assert "".join(seen.marked) == ""
        await seen.type("上海")
        assert seen.marked == ["上海"] * 4

    browsed(test)


def test_it_can_begin_with_a_query_and_with_filters() -> None:
    question = Question("上海", Filters(category="微电影"), within="any")

    async def test(seen: Seen) -> None:
        assert set(seen.titles) > {"爱上海的理由"}
        assert {category.name for row in seen.results.page.rows if (category := result_of(row).category)} == {"微电影"}
        assert "category: 微电影" in seen.lines[1]
        await seen.press("backspace", "backspace")
        assert len(seen.titles) == 20

    browsed(test, question=question)


def test_results_by_organization_are_a_key_away() -> None:
    async def test(seen: Seen) -> None:
        await seen.type("上海")
        await seen.press("f4")
        assert len(seen.titles) == 23
        await seen.press("f4")
        assert len(seen.titles) == 4

    browsed(test)


def test_filters_are_chosen_by_key() -> None:
    async def test(seen: Seen) -> None:
        for key, filtered, names in (("f2", "category", 6), ("f3", "district", 14)):
            await seen.press(key)
            options = seen.browser.screen.query_one(OptionList)
            assert options.option_count == names + 1
            await seen.press("down", "enter")
            name = getattr(seen.browser.question.filters, filtered)
            assert name in seen.lines[1]
            assert 0 < len(seen.titles) < 77
            await seen.press(key)
            await seen.press("up", "enter")
            assert len(seen.titles) == 77
            await seen.press(key)
            await seen.press("down", "escape")
            assert len(seen.titles) == 77

    browsed(test)


def test_filters_are_chosen_with_the_mouse() -> None:
    async def test(seen: Seen) -> None:
        await seen.pilot.click("#filters", offset=(5, 0))
        await seen.settled()
        await seen.pilot.click(OptionList, offset=(2, 2))
        await seen.settled()
        assert seen.browser.question.filters.category == "微视频"

    browsed(test)


def test_nothing_under_a_filter_is_said_so() -> None:
    async def test(seen: Seen) -> None:
        assert seen.remarks[0] == messages.BROWSE_COUNT(count=0)
        assert messages.NOTHING_FOUND(query="咏梅", count=22) in seen.remarks

    browsed(test, question=Question("咏梅", Filters(category="微视频")))


# Moving and choosing


def test_arrows_move_while_one_types() -> None:
    async def test(seen: Seen) -> None:
        await seen.press("down", "down")
        assert seen.chosen == "咏梅"
        await seen.press("up")
        assert seen.chosen == "交警只会贴罚单?"
        await seen.press("pagedown")
        assert seen.results.cursor == 1 + seen.results.size.height
        await seen.type("画")
        assert (seen.results.cursor, seen.chosen) == (0, "画")

    browsed(test)


def test_the_list_scrolls_to_its_end_and_back() -> None:
    async def test(seen: Seen) -> None:
        await seen.press("tab", "end")
        assert seen.results.cursor == 76
        assert str(result_of(seen.results.page.rows[76]).organization) in seen.text
        await seen.press("down", "home")
        assert seen.results.cursor == 0
        assert "薪火" in seen.lines[3]

    browsed(test)


def test_the_mouse_chooses_and_twice_prints() -> None:
    async def test(seen: Seen) -> None:
        await seen.pilot.click(ResultsList, offset=(12, 4))
        await seen.settled()
        assert seen.chosen == "爱上海的理由"
        await seen.pilot.click(ResultsList, offset=(12, 2), times=2)

    chosen = browsed(test).return_value
    assert chosen is not None
    assert chosen.title == "咏梅"


def test_enter_gives_the_chosen_result() -> None:
    async def test(seen: Seen) -> None:
        await seen.type("上海")
        await seen.press("down", "enter")

    chosen = browsed(test).return_value
    assert chosen is not None
    assert chosen.title == "“穿”越时光的上海裁缝"


def test_enter_waits_for_what_was_typed_last() -> None:
    async def test(seen: Seen) -> None:
        seen.browser.query_one(Input).value = "爱上海"
        await seen.pilot.press("enter")
        await seen.settled()

    chosen = browsed(test).return_value
    assert chosen is not None
    assert chosen.title == "爱上海的理由"


def test_enter_on_nothing_does_nothing() -> None:
    async def test(seen: Seen) -> None:
        await seen.type("科幻")
        await seen.press("enter")
        assert seen.browser.is_running
        assert seen.chosen is None

    browsed(test)


@pytest.mark.parametrize("key", ["escape", "ctrl+q", "ctrl+c"])
def test_leaving_chooses_nothing(key: str) -> None:
    async def test(seen: Seen) -> None:
        await seen.press(key)

    left = browsed(test)
    assert (left.return_value, left.return_code) == (None, ExitCode.INTERRUPTED)


def test_the_keys_are_listed() -> None:
    async def test(seen: Seen) -> None:
        await seen.press("tab")
        for key in ("f1", "question_mark"):
            await seen.press(key)
            for does in (messages.KEY_PRINT(), messages.KEY_EXPORT(), "130"):
                assert does in seen.text
            await seen.press("escape")
            assert messages.KEY_EXPORT() not in seen.text
        assert seen.browser.is_running

    browsed(test)


# The pane


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
def test_the_pane_tells_all_that_show_tells(size: tuple[int, int]) -> None:
    async def test(seen: Seen) -> None:
        await seen.type("纪检监察组")
        film = FILMS.result("9-theme-award-07")
        assert film is not None
        for heading, value in facts_of(film, printed_lines(None)):
            assert value is None or "".join(f"{heading}{value}".split()) in seen.detail

    browsed(test, size=size)


def test_what_matched_is_marked_in_the_pane_too() -> None:
    async def test(seen: Seen) -> None:
        await seen.type("金色学堂")
        content: Any = seen.browser.query_one("#facts", Static).content
        assert [content.plain[span.start : span.end] for span in content.spans if span.style != "dim"] == ["金色学堂"]

    browsed(test)


# How it looks


@pytest.mark.parametrize(
    ("size", "language"), [((60, 20), "zh"), ((80, 24), "en"), ((80, 24), "zh"), ((120, 40), "en")]
)
def test_whatever_the_size_columns_are_straight_and_no_line_is_too_long(size: tuple[int, int], language: Any) -> None:
    messages.settle(language)

    async def test(seen: Seen) -> None:
        strips = seen.browser.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {size[0]}
        assert seen.lines[-1] == messages.KEYS_LINE()
        rows = [seen.results.render_line(y) for y in range(10)]
        start = 0
        for column in seen.results.columns[:-1]:
            start += column.width + 2
            for row in rows:
                assert row.crop(start - 2, start).text == "  "
                assert not row.crop(start, start + 2).text.startswith(" ")

    browsed(test, size=size)


def test_a_value_too_wide_for_its_column_is_marked_as_going_on() -> None:
    async def test(seen: Seen) -> None:
        await seen.type("穿越时光")
        assert ".." in seen.text
        assert "上海文广互动电视有限公司" in seen.detail
        assert "金色学堂" in seen.detail

    browsed(test, size=(50, 20))


@pytest.mark.parametrize("size", [(20, 5), (8, 3), (300, 8)])
def test_an_odd_size_is_no_reason_to_fail(size: tuple[int, int]) -> None:
    async def test(seen: Seen) -> None:
        await seen.type("上海")
        assert len(seen.titles) == 4

    browsed(test, size=size)


def test_no_character_of_uncertain_width_is_drawn_around_the_data() -> None:
    async def test(seen: Seen) -> None:
        await seen.type("咏梅")
        await seen.press("f1")
        drawn = {character for character in seen.text if not character.isascii()}
        assert all("\u4e00" <= character <= "\u9fff" or character in "（）" for character in drawn)

    browsed(test)


def test_data_is_never_taken_for_markup_or_for_commands_to_the_terminal() -> None:
    title = "梦\x1b[2J\u202e[bold red]x[/] [@click=app.leave]y[/]"
    films = collection([result(title, "[b]社\x07[/b]", category="[u]类\x9b[/u]", award="[i]"), result("吾梦")])

    async def test(seen: Seen) -> None:
        shown = r"梦\x1b[2J\u202e[bold red]x[/] [@click=app.leave]y[/]"
        await seen.type("梦")
        assert shown in seen.text
        assert r"[b]社\x07[/b]" in seen.text
        assert not any(character < " " or character in "\u202e\x9b" for line in seen.lines for character in line)
        await seen.press("f2")
        await until_shown(seen, r"[u]类\x9b[/u]")  # the names may come later than their dialog

    browsed(test, films, size=(160, 30))


# Exporting


async def export_to(seen: Seen, name: object) -> None:
    """Ask for an export from wherever the focus is, to a file of that name."""
    await seen.press("ctrl+e")
    seen.browser.screen.query_one(Input).value = str(name)
    await until_written(seen)


async def until_shown(seen: Seen, text: str) -> None:
    while text not in seen.text:
        await asyncio.sleep(0.01)


async def until_written(seen: Seen) -> None:
    dialogue = seen.browser.screen
    await seen.press("enter")
    while seen.browser.screen is dialogue or not (
        isinstance(seen.browser.screen, FileName) or seen.remarks[0].startswith("wrote")
    ):
        await asyncio.sleep(0.01)
    await seen.pilot.pause()


def test_an_e_is_typed_in_the_search_box_and_exports_in_the_list() -> None:
    async def test(seen: Seen) -> None:
        await seen.press("e")
        assert seen.browser.query_one(Input).value == "e"
        await seen.press("backspace", "tab")
        await seen.press("e")
        assert len(seen.browser.screen_stack) == 2
        await seen.press("escape")
        await seen.press("slash")
        await seen.press("e")
        assert seen.browser.query_one(Input).value == "e"

    browsed(test)


def test_what_answers_is_exported_as_search_exports_it(tmp_path: Path, awardcli: Run) -> None:
    names = ("found.csv", "found.json", "found.xlsx")

    async def test(seen: Seen) -> None:
        await seen.type("上海")
        for name in names:
            await export_to(seen, tmp_path / name)
            assert seen.remarks[0].startswith(f"wrote {tmp_path / name}: 4 results")
            assert seen.browser.is_running

    browsed(test)
    for name in names:
        assert awardcli("search", "上海", "-o", tmp_path / f"same-{name}").code == 0
        if name != "found.xlsx":  # which holds when it was made
            assert (tmp_path / name).read_bytes() == (tmp_path / f"same-{name}").read_bytes()


def test_without_a_query_everything_that_the_filters_leave_is_exported(tmp_path: Path, awardcli: Run) -> None:
    async def test(seen: Seen) -> None:
        await export_to(seen, tmp_path / "all.csv")

    browsed(test, question=Question(filters=Filters(district="嘉定区")))
    awardcli("export", tmp_path / "same.csv", "--district", "嘉定区")
    assert (tmp_path / "all.csv").read_bytes() == (tmp_path / "same.csv").read_bytes()


def test_a_file_that_exists_is_only_replaced_when_that_is_confirmed(tmp_path: Path) -> None:
    old = tmp_path / "old.csv"
    old.write_text("mine", encoding="utf-8")

    async def test(seen: Seen) -> None:
        remarks = seen.remarks
        await export_to(seen, old)
        said = str(seen.browser.screen.query_one("#problem", Static).content)
        assert said == messages.BROWSE_REPLACE(path=old)
        assert old.read_text(encoding="utf-8") == "mine"
        await seen.press("escape")
        assert old.read_text(encoding="utf-8") == "mine"
        await export_to(seen, "nowhere/awards.csv")
        await seen.press("escape")
        assert seen.remarks == remarks  # it writes nothing any more
        await export_to(seen, old)
        await until_written(seen)
        assert "薪火" in old.read_text(encoding="utf-8")

    browsed(test)


def test_what_cannot_be_written_is_said_and_another_name_can_be_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = {
        "awards": "unknown suffix",
        "-": "unknown suffix",
        "nowhere/awards.csv": "no such folder",
        "~nobody-here/awards.csv": "no such folder",
    }

    async def test(seen: Seen) -> None:
        for name, said in refused.items():
            await export_to(seen, name)
            assert said in str(seen.browser.screen.query_one("#problem", Static).content)
            assert seen.browser.screen.query_one(Input).value == name
            seen.browser.screen.query_one(Input).value = "awards.csv"
            await until_written(seen)
            assert seen.remarks[0].startswith("wrote awards.csv: 77")
            assert [path.name for path in tmp_path.iterdir()] == ["awards.csv"]
            (tmp_path / "awards.csv").unlink()

    browsed(test)


def test_the_list_being_read_is_not_overwritten(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("title\n梦\n", encoding="utf-8")

    async def test(seen: Seen) -> None:
        await export_to(seen, own)
        await until_written(seen)
        assert messages.OWN_INPUT(path=own) in str(seen.browser.screen.query_one("#problem", Static).content)

    browsed(test, open_collection(own))
    assert own.read_text(encoding="utf-8") == "title\n梦\n"


# Large collections


class Slow:
    """A list whose every result takes a while, and which counts those that were asked for."""

    def __init__(self, films: Sequence[Result]) -> None:
        self.films = collection(films)
        self.read = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.films, name)

    def __len__(self) -> int:
        return len(self.films)

    def __iter__(self) -> Iterator[Result]:
        for film in self.films:
            self.read += 1
            time.sleep(0.01)
            yield film


def test_a_keystroke_never_waits_and_supersedes_the_search_before_it() -> None:
    slow = Slow([result(f"梦{number}") for number in range(150)])

    async def test(seen: Seen) -> None:
        box = seen.browser.query_one(Input)
        for typed in ("梦", "梦1", "梦14", "梦149"):
            began = slow.read
            while slow.read < began + 3:  # the search goes on
                await asyncio.sleep(0.001)
            await seen.pilot.press(typed[-1])
            assert box.value == typed
        await seen.settled()
        assert seen.titles == ["梦149"]
        # Searched to the end once; the others were given up.
        assert slow.read < 3 * 150

    async def run() -> None:
        background = Background(slow)
        browser = Browser(background, Question(), {})
        async with browser.run_test() as pilot:
            await test(Seen(browser, pilot))
        background.close()

    asyncio.run(run())


def test_what_sqlite_does_is_given_up_too(tmp_path: Path, awardcli: Run) -> None:
    awardcli("export", tmp_path / "films.awards")
    films: Any = open_collection(tmp_path / "films.awards")
    films.connection.bound(1 << 50)  # or else it would be ended for what it takes
    forever = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n) SELECT count(*) FROM n"

    def ask_forever(_: Collection) -> None:
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            films.connection.execute(forever).fetchall()

    async def test() -> int:
        background = Background(films)
        endless = asyncio.create_task(background.answer(ask_forever))
        await asyncio.sleep(0.05)
        endless.cancel()
        length = await background.answer(len)
        background.close()
        return length

    assert asyncio.run(asyncio.wait_for(test(), 20)) == 77


def test_of_a_long_list_the_first_are_listed_and_all_are_counted() -> None:
    films = collection([result(f"梦{number}") for number in range(LISTED + 20)])

    async def test(seen: Seen) -> None:
        assert len(seen.titles) == LISTED
        assert seen.remarks == [messages.BROWSE_FIRST_OF(shown=LISTED, total=LISTED + 20)]
        await seen.type("梦")
        assert seen.remarks[0] == messages.BROWSE_FIRST_OF(shown=LISTED, total=LISTED + 20)

    browsed(test, films)


@pytest.fixture
def stored(tmp_path: Path, awardcli: Run) -> Collection:
    """A collection file of more results than are listed."""
    rows = "".join(f"梦{number},某社,{'甲' if number % 2 else '乙'}\n" for number in range(2 * LISTED + 100))
    (tmp_path / "long.csv").write_text(f"title,organization,category\n{rows}", encoding="utf-8")
    assert awardcli("import", tmp_path / "long.csv", "-o", tmp_path / "long.awards").code == 0
    return open_collection(tmp_path / "long.awards")


def test_a_collection_file_is_not_read_whole_to_show_the_first_page(stored: Collection) -> None:
    page = first_page(stored, Question())
    assert (len(page.rows), page.total) == (LISTED, 2 * LISTED + 100)
    kept = first_page(stored, Question(filters=Filters(category="甲")))
    assert (len(kept.rows), kept.total) == (LISTED, LISTED + 50)
    assert kept.remarks == (messages.BROWSE_FIRST_OF(shown=LISTED, total=LISTED + 50),)


def test_a_collection_file_is_browsed_like_a_list(stored: Collection) -> None:
    async def test(seen: Seen) -> None:
        await seen.type("meng77")
        assert seen.titles[0] == "梦77"
        await seen.press("f2")
        await seen.press("down", "enter")
        assert seen.browser.question.filters.category in ("甲", "乙")

    browsed(test, stored)


def test_an_unforeseen_failure_ends_it_and_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(seen: Seen) -> None:
        monkeypatch.setattr("awardcli.browser.screen.first_page", broken)
        await seen.type("a")

    def broken(films: Collection, question: Question) -> Page:
        raise ZeroDivisionError

    left = browsed(test)
    assert isinstance(left.failure, ZeroDivisionError)
    assert left.return_value is None


# The pictures of it


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_in_the_readmes_are_of_this_browser(name: str) -> None:
    committed = (DOCS / name).read_text(encoding="utf-8")
    assert words(committed) == words(picture(PICTURES[name]))
    assert not re.search(r"@font-face|url\(.?http|textLength", committed)
