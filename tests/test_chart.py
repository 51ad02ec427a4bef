"""A chart is valid SVG that shows the counts, whatever text the values hold."""

from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from awardcli import messages
from awardcli.output.columns import RESULT_COLUMNS, counted_columns
from awardcli.output.formats import Layout
from awardcli.output.sanitize import UNSAFE
from conftest import Run
from support import formatted, written

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parent / "golden" / "districts.svg"


Count = tuple[str | None, int]


def chart(counts: list[Count], **changes: Any) -> ElementTree.Element:
    columns = counted_columns(next(column for column in RESULT_COLUMNS if column.key == "district")).keys
    headings = [column.heading(chinese=changes.get("chinese", False)) for column in columns]
    look = Layout(**{"columns": columns, "headings": headings, "title": "名单", "source": "某处", **changes})
    return ElementTree.fromstring(formatted("svg", counts, look))


def counted(*values: str | None, amount: int = 1) -> list[Count]:
    return [(value, amount + place) for place, value in enumerate(values)]


def texts(drawn: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in drawn.iter(f"{SVG}text")]


def bars(drawn: ElementTree.Element) -> list[tuple[float, float]]:
    """Where each bar begins and how long it is; the first rectangle is the paper."""
    return [(float(r.get("x", "0")), float(r.get("width", "0"))) for r in [*drawn.iter(f"{SVG}rect")][1:]]


def test_a_chart_gives_its_golden_file_byte_for_byte(awardcli: Run, tmp_path: Path) -> None:
    path = tmp_path / "districts.svg"
    ran = awardcli("stats", "--by", "district", "--header", "zh", "-o", path)
    assert ran.err == messages.WRITTEN_ROWS(path=path, count=15, format="SVG") + "\n"
    assert path.read_bytes() == GOLDEN.read_bytes()


def test_a_chart_has_a_title_a_description_its_values_and_its_source() -> None:
    drawn = chart(counted("嘉定区", "静安区"), chinese=True)
    assert (drawn.get("role"), drawn.get("aria-labelledby")) == ("img", "title desc")
    assert drawn.findtext(f"{SVG}title") == "名单：各区获奖数"
    assert drawn.findtext(f"{SVG}desc") == "嘉定区 1; 静安区 2"
    assert texts(drawn) == ["名单", "各区获奖数", "嘉定区", "1", "静安区", "2", "来源：某处"]


def test_a_chart_speaks_the_language_of_its_heading() -> None:
    assert texts(chart([]))[1] == "results by district"
    assert texts(chart([], chinese=True))[1] == "各区获奖数"


def test_bars_are_as_long_as_the_counts_say() -> None:
    drawn = chart([(str(n), n) for n in (100, 50, 1)])
    begins, lengths = zip(*bars(drawn), strict=True)
    assert len(set(begins)) == 1
    assert lengths[1] == pytest.approx(lengths[0] / 2, abs=0.1)
    assert lengths[2] == pytest.approx(lengths[0] / 100, abs=0.1)


def test_what_has_no_value_is_named_and_has_an_empty_bar() -> None:
    drawn = chart(counted("嘉定区", None))
    assert "(none)" in texts(drawn)
    _paper, known, unknown = drawn.iter(f"{SVG}rect")
    assert known.get("fill") not in (None, "none")
    assert (unknown.get("fill"), unknown.get("stroke") is not None) == ("none", True)


@pytest.mark.parametrize("number", [0, 1, 5, 200])
@pytest.mark.parametrize("amount", [1, 10_000_000])
def test_nothing_is_drawn_outside_the_chart_or_over_something_else(number: int, amount: int) -> None:
    names = [("某" * (number % 40 + 1)) + str(n) for n in range(number)]
    drawn = chart(counted(*names, amount=amount))
    width, height = (float(drawn.get(size, "0")) for size in ("width", "height"))
    assert drawn.get("viewBox") == f"0 0 {width:g} {height:g}"
    tops = [float(r.get("y", "0")) for r in [*drawn.iter(f"{SVG}rect")][1:]]
    assert all(second - first >= 18 for first, second in pairwise(tops))
    assert all(x > 0 and x + length < width - 8 * len(str(amount)) for x, length in bars(drawn))
    lows = [float(text.get("y", "0")) for text in drawn.iter(f"{SVG}text")]
    assert max(lows) < height


def test_a_long_name_is_broken_and_never_cut() -> None:
    long = "上海市" * 30
    assert long in "".join(texts(chart(counted(long))))
    assert sum("上" in text for text in texts(chart(counted(long)))) > 1


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "&amp;", "]]>", "\x00\x1b[31m\u202e\ufffe\uffff", "\"'", "\ud800"]
)
def test_a_name_is_text_whatever_it_looks_like(name: str) -> None:
    drawn = chart(counted(name), title=name, source=name)
    assert {element.tag for element in drawn.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "g", "rect", "text")
    }
    everything = "".join("".join(element.itertext()) for element in drawn.iter())
    assert not (UNSAFE - set("\n ")) & set(everything)
    if name.isprintable():
        assert name in texts(drawn)


def test_a_chart_needs_nothing_from_elsewhere() -> None:
    text = GOLDEN.read_text(encoding="utf-8")
    assert text.count("http") == 1  # the name of the language
    assert "href" not in text
    assert "script" not in text


@pytest.mark.parametrize(
    "arguments",
    [("search", "上海", "-f", "svg"), ("export", "a.svg"), ("stats", "-c", "category", "-f", "svg")],
    ids=" ".join,
)
def test_only_counts_make_a_chart(awardcli: Run, arguments: tuple[str, ...]) -> None:
    ran = awardcli(*arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", f"awardcli: {messages.ONLY_COUNTS(format='svg')}\n")


def test_the_lists_of_names_with_their_counts_make_one_too(awardcli: Run) -> None:
    for arguments in (("list-by-category",), ("list-by-organization", "-n", "3")):
        drawn = ElementTree.fromstring(awardcli(*arguments, "-f", "svg").out)
        assert len(bars(drawn)) == (6 if arguments == ("list-by-category",) else 3)


def test_the_name_of_a_list_without_editions_is_that_of_its_file(awardcli: Run, tmp_path: Path) -> None:
    mine = written(tmp_path / "我的名单.csv", "title,category\n河,甲\n")
    drawn = ElementTree.fromstring(awardcli("stats", "--data", mine, "-f", "svg").out)
    assert drawn.findtext(f"{SVG}title") == "我的名单: results by category"


def test_the_chart_of_a_list_of_ones_own_does_not_call_its_rows_awards(awardcli: Run, tmp_path: Path) -> None:
    films = written(tmp_path / "films.csv", "片名,国家\n甲,中国\n乙,中国\n丙,日本\n")
    for name, said in (("own.svg", "各国家条数"), ("bundled.svg", "各区获奖数")):
        of_list = ["--by", "国家", "--data", films] if name == "own.svg" else ["--by", "district"]
        assert awardcli("stats", *of_list, "--lang", "zh", "-o", tmp_path / name).code == 0
        assert said in (tmp_path / name).read_text(encoding="utf-8")
