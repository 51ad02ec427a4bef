"""A page says what the records say, finds what awardcli finds by text and sound, and asks nothing of the world."""

import re
import time
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from awardcli.cli import app
from awardcli.collection import open_collection
from awardcli.errors import ExitCode
from awardcli.language.fold import fold, variants_of
from awardcli.model import Result
from awardcli.output.sanitize import UNSAFE, safe_text
from awardcli.output.sorting import sorted_by
from awardcli.vocabulary import FLAT
from browser import Page, browser, needs_chromium
from conftest import Run
from support import WHOLE, flat_record, formatted, layout, result, written
from test_output import AWKWARD, shown

HOSTILE = [
    "<b>粗</b><script>window.harmed = 1</script>",
    "</script><img src=x onerror='window.harmed = 1'>",
    '" autofocus onfocus="window.harmed = 1" x="',
    "' ' '",
    "</td></tr></tbody></table><h1>",
    "<!-- --> ]]> &amp; &lt;",
    "\x1b[31m\x00\x7f\u202e\u2066\u2028",
    "{{7*7}} ${7*7} $title",
]


class Parsed(HTMLParser):
    """The tags, attributes and cells of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, list[str]] = {}
        self.rows: list[list[str]] = []
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, []).append(value or "")
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in ("td", "th"):
            self.rows[-1][-1] += data


def html(rows: list[Result] = AWKWARD, *keys: str, **changes: Any) -> str:
    look = {"for_people": True, "title": "名单", "source": "某处", **changes}
    return formatted("html", rows, layout(*keys, **look)).decode()


def titled(*titles: str) -> list[Result]:
    return [result(title, id=str(n)) for n, title in enumerate(titles)]


# What it says


@pytest.mark.parametrize("chinese", [False, True])
def test_a_page_agrees_with_the_results_value_for_value(chinese: bool) -> None:
    _heading, *rows = Parsed(html(columns_chosen=True, chinese=chinese)).rows
    for film, row in zip(AWKWARD, rows, strict=True):
        values = [shown(film, key, chinese=chinese) for key in FLAT]
        assert row == ["-" if value is None else safe_text(str(value)) for value in values]


def test_what_tells_a_reader_nothing_is_left_out_unless_chosen() -> None:
    films = list(open_collection())
    assert Parsed(html(films)).rows[0] == ["category", "award", "title", "organization", "district", "kind", "note"]
    assert Parsed(html(films, columns_chosen=True)).rows[0] == list(FLAT)


@pytest.mark.parametrize(
    ("chinese", "language", "first"),
    [(False, "en", "title"), (True, "zh-CN", "作品")],
)
def test_a_page_speaks_the_language_of_its_heading(chinese: bool, language: str, first: str) -> None:
    text = html(AWKWARD, "title", chinese=chinese)
    assert Parsed(text).attributes["lang"][0] == language
    assert Parsed(text).rows[0] == [first]
    assert ("来源：某处" in text) == (language == "zh-CN")


def test_a_page_of_nothing_is_a_page(awardcli: Run) -> None:
    assert Parsed(html([])).rows == [[]]
    assert Parsed(html([], columns_chosen=True)).rows == [list(FLAT)]
    ran = awardcli("export", "-", "-f", "html", "--category", "微电影", "--award", "最佳创意")
    assert (ran.code, ran.out.startswith("<!DOCTYPE html>")) == (1, True)


def test_the_same_records_give_the_same_page(awardcli: Run) -> None:
    assert awardcli("export", "-", "-f", "html").raw == awardcli("export", "-", "-f", "html").raw


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_is_text_whatever_it_looks_like(value: str) -> None:
    plain, parsed = Parsed(html(titled("吾梦"))), Parsed(html(titled(value), title=value, source=value))
    assert parsed.tags == plain.tags
    assert parsed.attributes.keys() == plain.attributes.keys()
    assert safe_text(value) in parsed.rows[1]
    assert not (UNSAFE - {"\n"}) & set(html(titled(value)))


def test_the_policy_lets_the_style_and_the_script_of_the_page_in_and_nothing_else() -> None:
    text = html()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_a_page_names_nothing_that_lies_elsewhere() -> None:
    text = html()
    assert not {"src", "href", "action", "style"} & Parsed(text).attributes.keys()
    assert not re.search(r"https?:|@import|url\(|fetch\(|XMLHttp|eval\(|innerHTML", text)


# In a browser


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled list as a page in Chinese."""
    path = tmp_path_factory.mktemp("pages") / "awards.html"
    assert app.run(["export", str(path), "--header", "zh", "--lang", "en"]) is ExitCode.ANSWERED
    return path


@pytest.fixture
def bundled(page: Page, exported: Path) -> Path:
    """That page, open in the browser."""
    page.open(exported)
    return exported


def titles(page: Page) -> list[str]:
    """The titles that are to be seen, from top to bottom."""
    cells = (
        "[...document.querySelectorAll('td.title')].filter((cell) => cell.offsetParent).map((cell) => cell.innerText)"
    )
    found: list[str] = page.get(cells)
    return found


def count(page: Page) -> int:
    """How many rows the page says that it shows."""
    return int(re.findall(r"\d+", page.get("document.querySelector('.count').innerText"))[0])


@needs_chromium
def test_the_box_finds_by_text_pinyin_and_initials(page: Page, bundled: Path) -> None:
    for typed in (
        "阿德",
        "ade",
        "wyads",
        "我與阿德",
        "ＡＤＥ",
        "我与 阿德叔",
        "wo yu ade",
        "Ādé",
        "nanjing 阿德",
        "hpqnjdljd",
    ):
        page.type(typed)
        assert titles(page) == ["我与阿德叔"], typed
    page.type("不在其中")
    assert (titles(page), count(page)) == ([], 0)
    assert page.get("document.querySelector('.nothing').offsetParent !== null")
    page.type("?！")
    assert count(page) == 77
    page.type("")
    assert count(page) == len(open_collection())
    assert page.get("document.querySelector('.nothing').offsetParent === null")


@needs_chromium
def test_the_count_is_said_once_where_all_is_shown(page: Page, bundled: Path) -> None:
    assert page.get("document.querySelector('.count').innerText") == "共 77 条"
    page.type("阿德")
    assert page.get("document.querySelector('.count').innerText") == "1 条，共 77 条"


@needs_chromium
def test_a_wrong_character_that_sounds_like_the_right_one_is_found(page: Page, bundled: Path) -> None:
    for typed, title in {"我与啊得": "我与阿德叔", "老盘的咖啡店": "老潘的咖啡店", "艾上海": "爱上海的理由"}.items():
        page.type(typed)
        assert titles(page) == [title], typed
    page.type("旧金山")
    assert count(page) == 0


@needs_chromium
def test_one_character_wrong_missing_or_too_many_is_found_and_another_number_is_not(page: Page, bundled: Path) -> None:
    for typed, title in {
        "奋斗的民乐入": "奋斗的民乐人",
        "老潘咖啡店": "老潘的咖啡店",
        "不停诊的大急诊室": "不停诊的急诊室",
        "老潘的茶啡店": "老潘的咖啡店",
    }.items():
        page.type(typed)
        assert titles(page) == [title], typed
    for typed in ("中共十大红色", "上海滩头", "共同的家园", "面试官们"):
        page.type(typed)
        assert count(page) == 0, typed


@needs_chromium
def test_the_box_takes_a_number_in_any_form_and_another_for_another_title(
    page: Page, tmp_path: Path, awardcli: Run
) -> None:
    names = (
        "二十四节气的浪漫",
        "战狼Ⅱ",
        "中国奇谭 第二季",
        "7号房",
        "一九二二年的春天",
        "三只小口袋的故事",
        "一起来",
        "The Godfather Part II",
    )
    own = written(tmp_path / "own.csv", "作品\n" + "\n".join(names) + "\n")
    assert awardcli("export", tmp_path / "own.html", "--data", own).code == 0
    page.open(tmp_path / "own.html")
    for typed, title in (
        ("24节气", "二十四节气的浪漫"),
        ("廿四节气", "二十四节气的浪漫"),
        ("战狼2", "战狼Ⅱ"),
        ("战狼二", "战狼Ⅱ"),
        ("战狼II", "战狼Ⅱ"),
        ("中国奇谭2", "中国奇谭 第二季"),
        ("七号房", "7号房"),
        ("1922年的春天", "一九二二年的春天"),
        ("3只小口袋的故事", "三只小口袋的故事"),
        ("godfather 2", "The Godfather Part II"),
        ("一起", "一起来"),
    ):
        page.type(typed)
        assert titles(page) == [title], typed
    for typed in (
        *("4节气", "25节气", "战狼3", "战狼Ⅲ", "中国奇谭 第三季", "17号房", "922年的春天", "两只小口袋的故事", "1起来"),
        *("二十五节气的浪漫", "godfather 3", "十号房", "一九二一年的春天"),
    ):
        page.type(typed)
        assert count(page) == 0, typed


@needs_chromium
def test_what_was_found_is_marked(page: Page, bundled: Path) -> None:
    for typed, found in {
        "阿德": "阿德",
        "ade": "阿德",
        "wyads": "我与阿德叔",
        "我与啊得": "我与阿德",
        "老潘咖啡店": "老潘的咖啡店",
    }.items():
        page.type(typed)
        assert page.get("[...CSS.highlights.get('found')].map((range) => range.toString())") == [found], typed
        page.type("")
        assert page.get("CSS.highlights.get('found').size") == 0


@needs_chromium
def test_the_lines_of_a_cell_stay_apart_in_their_column_and_each_is_marked(
    page: Page, awardcli: Run, tmp_path: Path
) -> None:
    path = written(tmp_path / "a.csv", '片名,单位,奖项\n春,甲局,"创意奖\n人气奖"\n夏,乙局,一等奖\n')
    assert awardcli("export", tmp_path / "a.html", "--data", path, "-q").code == 0
    line = "((at) => { const range = new Range(), text = document.querySelector('td.award').firstChild;"
    line += " range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect(); })"
    for width in (390, 1200):
        page.open(tmp_path / "a.html", width=width)
        assert page.get(f"{line}(0).left") == page.get(f"{line}(4).left"), width
        assert page.get(f"{line}(0).top") < page.get(f"{line}(4).top"), width
        for typed in ("创意", "人气"):
            page.type(typed)
            assert page.get("[...CSS.highlights.get('found')].map((range) => range.toString())") == [typed], width
        page.type("")


@needs_chromium
def test_the_query_is_in_the_address(page: Page, bundled: Path) -> None:
    page.type("阿德")
    address = page.get("location.href")
    assert page.get("decodeURI(location.hash)") == "#q=阿德"
    page.get("(() => { location.hash = new URLSearchParams({q: '咏梅', category: '微电影'}); })()")
    until = time.monotonic() + 10
    while titles(page) != ["咏梅"] and time.monotonic() < until:
        pass
    assert titles(page) == ["咏梅"]
    assert page.get("document.querySelector('select').value") == "微电影"
    assert address.startswith(bundled.as_uri())


@needs_chromium
def test_columns_keep_their_widths_whatever_is_found(page: Page, bundled: Path) -> None:
    widths = "[...document.querySelectorAll('th')].map((one) => Math.round(one.getBoundingClientRect().width))"
    before = page.get(widths)
    page.type("阿德")
    assert page.get(widths) == before


def traditional(text: str) -> str:
    """The text in the last of the other ways to write each of its characters."""
    others = {plain: other for other, plain in variants_of(fold(text)).items()}
    return "".join(others.get(character, character) for character in text)


@needs_chromium
def test_pinyin_is_found_from_the_beginning_of_a_syllable(page: Page, bundled: Path) -> None:
    page.type("ade")  # neither jia de nor xia de
    assert titles(page) == ["我与阿德叔"]
    page.type("iade")
    assert count(page) == 0
    page.type("yongm")
    assert titles(page) == ["咏梅"]


@needs_chromium
def test_the_box_reads_pinyin_as_people_type_it(page: Page, tmp_path: Path, awardcli: Run) -> None:
    typed = {
        "绿色家园": ["lǜ sè", "lüse", "lu:se", "lyuse", "luse", "lvs"],
        "女儿红": ["nǚ ér", "nu\u0308er", "nyuer"],
        "咏梅": ["yong3mei2", "yǒngméi", "yong'mei"],
        "云上日子": ["yvn", "yun2shang4"],
        "花儿与少年": ["huar", "huaer"],
        "掠夺者": ["lueduo", "lveduo"],
        "马上就到": ["⻢上"],
        "二〇二二年的春天": ["二○二二"],
        "日记2": ["riji2"],
    }
    (tmp_path / "list.csv").write_text("片名\n" + "\n".join(typed), encoding="utf-8")
    assert awardcli("export", tmp_path / "page.html", "--data", tmp_path / "list.csv").code == 0
    page.open(tmp_path / "page.html")
    for title, words in typed.items():
        for text in words:
            page.type(text)
            assert titles(page) == [title], text
    page.type("lv3 2")
    assert titles(page) == []


@needs_chromium
def test_the_box_folds_as_awardcli_does(page: Page, bundled: Path) -> None:
    texts = [
        *(film.title for film in open_collection() if film.title),
        *(
            "愛上海的理由",
            *(traditional(film.title) for film in open_collection() if film.title),
            "《老潘的咖啡店》！",
            "ＡＢＣ １２",
            "Straße ſ Σς",
            "yǒng méi",
            "㎞ ½ ﬁ",
            "か゛が ﾊﾟﾘ 한국 กินข้าว कहानी é❤️ מִלָּה",
            "⼈⼯",
            "穿“越”",
        ),
    ]
    for text in texts:
        assert page.get(f"fold({text!r})") == fold(text), text


@needs_chromium
def test_a_category_and_a_district_can_be_chosen(page: Page, bundled: Path) -> None:
    def choose(column: str, value: str) -> None:
        box = f"[...document.querySelectorAll('label')].find((one) => one.innerText.startsWith('{column}')).control"
        page.get(
            f"(() => {{ const box = {box}; box.value = '{value}';"
            " box.dispatchEvent(new Event('input', {bubbles: true})); })()"
        )

    films = [flat_record(film) for film in open_collection()]
    choose("区", "嘉定区")
    assert count(page) == sum(film["district"] == "嘉定区" for film in films)
    choose("类别", "微电影")
    both = [film["title"] for film in films if (film["district"], film["category"]) == ("嘉定区", "微电影")]
    assert titles(page) == both
    page.type("hua")
    assert titles(page) == ["画"]


@needs_chromium
def test_a_heading_sorts_as_awardcli_does_and_back(page: Page, bundled: Path) -> None:
    films = list(open_collection())
    heading = "document.querySelector('th.title')"
    button = f"{heading}.querySelector('button')"
    page.get(f"{button}.focus()")
    for way, expected in (
        ("ascending", sorted_by(films, attrgetter("title"))),
        ("descending", sorted_by(films, attrgetter("title"), descending=True)),
        ("none", films),
    ):
        page.press("Enter", 13)
        assert page.get(f"{heading}.getAttribute('aria-sort')") == way
        assert titles(page) == [film.title or "-" for film in expected]
    page.get("document.querySelector('th.district button').click()")
    assert page.get("[...document.querySelectorAll('[aria-sort=ascending]')].map((one) => one.innerText.trim())") == [
        "区"
    ]


@needs_chromium
def test_long_addresses_are_broken_and_leave_the_other_columns_their_room(
    page: Page, tmp_path: Path, awardcli: Run
) -> None:
    address = "https://example.org/" + "films/" * 30
    rows = "".join(f"雾港志第{n}部,某市电影家协会,{address}{n},一句较长的说明文字写在这里\n" for n in range(5))
    films = written(tmp_path / "a.csv", f"作品,单位,网址,说明\n{rows}")
    assert awardcli("list", "--data", films, "-o", str(tmp_path / "a.html")).code == 0
    page.open(tmp_path / "a.html", width=1200)
    widths = page.get("[...document.querySelectorAll('tbody tr:first-child td')].map((one) => one.offsetWidth)")
    assert page.get("document.documentElement.scrollWidth") <= 1200
    assert widths[2] <= 260
    assert widths[0] >= 220


@needs_chromium
@pytest.mark.parametrize("width", [320, 390, 600, 768, 769, 1024, 1600] if WHOLE else [320, 768, 769])
def test_nothing_is_cut_off_at_any_width(page: Page, exported: Path, width: int) -> None:
    page.open(exported, width=width)
    assert page.get("document.documentElement.scrollWidth") <= width
    outside = (
        "[...document.querySelectorAll('td, th, h1, p, input, select, button')].filter((one) => one.offsetParent &&"
    )
    outside += f" (one.getBoundingClientRect().right > {width} || one.scrollWidth > one.clientWidth + 1)).length"
    assert page.get(outside) == 0


@needs_chromium
def test_a_list_of_many_columns_has_a_card_for_each_row_on_every_screen_and_on_paper(
    page: Page, awardcli: Run, tmp_path: Path
) -> None:
    headings = ["片名", *(f"A_heading_{number}" for number in range(29)), "简介"]
    rows = [[f"第{n}部", *(f"值{n}-{number}" for number in range(29)), "很长的一段话。" * 30] for n in range(9)]
    path = written(tmp_path / "a.csv", "".join(",".join(row) + "\n" for row in [headings, *rows]))
    assert awardcli("export", tmp_path / "a.html", "--data", path, "-q").code == 0
    for width in (390, 800, 1200, 1900):
        page.open(tmp_path / "a.html", width=width)
        assert page.get("document.documentElement.scrollWidth") <= width
        cut = "[...document.querySelectorAll('td, th')].filter((one) => one.scrollWidth > one.clientWidth + 1).length"
        assert page.get(cut) == 0
        assert page.get("getComputedStyle(document.querySelector('tbody tr')).display") == "grid"
        label = "getComputedStyle(document.querySelectorAll('tbody td')[1], '::before')"
        assert page.get(f"{label}.content") == '"A_heading_0"'
        assert page.get(f"parseFloat({label}.height)") < 30  # in one line
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf())) <= 5


@needs_chromium
@pytest.mark.parametrize("width", [390, 1200])
def test_without_scripts_the_whole_list_is_there(page: Page, exported: Path, width: int) -> None:
    page.open(exported, width=width, scripts=False)
    said = page.read_out()
    names = [name for _, name in said]
    for film in open_collection():
        assert safe_text(film.title or film.organization or "") in names
    assert not any(role in ("searchbox", "combobox", "button") for role, _ in said)


@needs_chromium
@pytest.mark.parametrize("width", [390, 1200])
def test_a_screen_reader_finds_a_table_and_labelled_boxes(page: Page, exported: Path, width: int) -> None:
    page.open(exported, width=width)
    said = page.read_out()
    roles = [role for role, _ in said]
    assert roles.count("table") == 1
    assert roles.count("row") == 78
    assert [name for role, name in said if role == "columnheader"] == [
        "类别",
        "奖项",
        "作品",
        "单位",
        "区",
        "单位类型",
        "说明",
    ]
    assert [name for role, name in said if role in ("searchbox", "combobox")] == [
        "查找（汉字、拼音或首字母）",
        "类别",
        "区",
    ]


@needs_chromium
def test_a_hostile_list_does_no_harm(page: Page, awardcli: Run, tmp_path: Path) -> None:
    films = "".join(
        f'"{title.replace(chr(34), chr(34) * 2)}","{title.replace(chr(34), chr(34) * 2)}"\n' for title in HOSTILE
    )
    mine = written(tmp_path / "mine.csv", f"title,category\n{films}")
    assert awardcli("export", tmp_path / "mine.html", "--data", mine).code == 0
    page.open(tmp_path / "mine.html")
    assert titles(page) == [safe_text(title) for title in HOSTILE]
    assert page.get("window.harmed") is None
    assert page.requests() == [(tmp_path / "mine.html").as_uri()]
    assert page.complaints() == []


@needs_chromium
def test_the_page_asks_for_nothing_and_the_browser_has_nothing_to_complain_of(page: Page, bundled: Path) -> None:
    assert page.requests() == [bundled.as_uri()]
    assert page.complaints() == []


@needs_chromium
def test_foreign_scripts_may_not_run(page: Page, exported: Path, tmp_path: Path) -> None:
    changed = exported.read_text(encoding="utf-8").replace("</main>", "<script>window.harmed = 1</script></main>")
    page.open(written(tmp_path / "changed.html", changed))
    assert page.get("window.harmed") is None
    assert any("Content Security Policy" in complaint for complaint in page.complaints())


@needs_chromium
def test_the_page_prints(page: Page, bundled: Path) -> None:
    printed = page.pdf()
    assert printed.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) in range(3, 7)
    page.call("Emulation.setEmulatedMedia", media="print")
    assert page.get("document.querySelector('.controls').offsetParent === null")
    assert page.get("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@needs_chromium
@pytest.mark.parametrize("dark", [False, True])
def test_text_stands_out_from_the_paper_by_day_and_by_night(page: Page, exported: Path, dark: bool) -> None:
    page.open(exported, dark=dark)
    paper = luminance(page.get("getComputedStyle(document.body).backgroundColor"))
    assert (paper < 0.5) == dark
    for selector in ("td.title", ".count", "td.note", "th", "td.none"):
        ink = luminance(page.get(f"getComputedStyle(document.querySelector('{selector}')).color"))
        assert (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05) >= 4.5, selector  # WCAG 2.2, 1.4.3


def luminance(color: str) -> float:
    """The relative luminance of a colour as WCAG has it, 0 to 1."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@needs_chromium
def test_a_chart_is_drawn_with_all_of_its_words(page: Page, awardcli: Run, tmp_path: Path) -> None:
    awardcli("stats", "--by", "organization", "--header", "zh", "-o", tmp_path / "a.svg")
    page.open(tmp_path / "a.svg")
    inside = "[...document.querySelectorAll('text')].every((one) => { const box = one.getBBox();"
    inside += " return box.x >= 0 && box.x + box.width <= 800; })"
    assert page.get(inside)
    crossing = (
        "[...document.querySelectorAll('rect')].slice(1).some((bar) => [...document.querySelectorAll('text')].some("
    )
    crossing += (
        "(one) => { const [a, b] = [bar.getBBox(), one.getBBox()]; return a.x < b.x + b.width && b.x < a.x + a.width"
    )
    crossing += " && a.y < b.y + b.height && b.y < a.y + a.height; }))"
    assert not page.get(crossing)
    assert page.requests() == [(tmp_path / "a.svg").as_uri()]
