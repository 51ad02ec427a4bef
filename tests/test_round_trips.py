"""What is exported can be read back, whatever it holds, in every format that can be read."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awardcli.cli import app
from awardcli.collection import open_collection
from awardcli.model import Result
from awardcli.output.formats import FORMATS
from awardcli.output.sanitize import INVISIBLE, UNSAFE
from conftest import Run
from support import WHOLE, flat_record, says_nothing, written

pytestmark = pytest.mark.usefixtures("workbooks_read_here")

WRITTEN = {".awards", *(suffix for format_ in FORMATS.values() for suffix in format_.suffixes)}
READABLE = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".xlsx", ".awards")
BOTH_WAYS = sorted(WRITTEN & set(READABLE))
EXAMPLES = 1000 if WHOLE else 10
SLOW = {".xlsx": EXAMPLES // 10, ".awards": EXAMPLES * 2 // 5}
"""Suffixes whose files take a process or a database each, and how many of them are tried."""

characters = st.one_of(st.characters(codec="utf-8"), st.sampled_from(sorted(UNSAFE | INVISIBLE)))
texts = st.text(characters, min_size=1, max_size=12).filter(
    lambda text: text == text.strip() and not says_nothing(text)
)
"""A title of / is none where a column of organizations is, which an export has for every row; 〃 is what is above."""
records = st.lists(
    st.fixed_dictionaries(
        {"id": texts, "title": texts},
        optional={
            **dict.fromkeys(("organization", "category", "award", "note"), texts),
            **dict.fromkeys(("edition", "year"), st.integers(0, 999_999_999)),
            **dict.fromkeys(("画幅", "=1+1", "a|b", "<b>", "\x1b[31m", "片长（分）"), texts),
        },
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda record: record["id"],
)


def read(path: Path) -> list[dict[str, object]]:
    films = open_collection(path)
    return [flat_record(film) | {f"own {name}": cell for name, cell in _filled(film)} for film in films]


def _filled(result: Result) -> list[tuple[str, object]]:
    """The cells without a role that are filled: not every format has others."""
    return [(name, cell) for name, cell in result.other.items() if cell not in (None, "")]


@pytest.mark.hypothesis
@pytest.mark.parametrize("suffix", BOTH_WAYS)
def test_an_export_is_read_back_the_same(suffix: str) -> None:
    @settings(max_examples=SLOW.get(suffix, EXAMPLES))
    @given(records)
    def there_and_back(rows: list[dict[str, object]]) -> None:
        with TemporaryDirectory() as folder:
            source, exported = Path(folder, "list.json"), Path(folder, f"exported{suffix}")
            source.write_text(json.dumps(rows), encoding="utf-8")
            assert app.run(["export", str(exported), "--data", str(source)]) == 0
            assert read(exported) == read(source)

    there_and_back()


def test_long_texts_with_commas_and_heading_words_are_read_back_the_same(awardcli: Run, tmp_path: Path) -> None:
    long = "申报单位：甲，单位，作品，该作品由某单位报送，丰富，讲述生动，内容丰富，故事种类，电影，戏剧，某学校"
    rows = [
        {"id": f"n{at}", "name": f"{at}", "time": "2006(第一批)", "content": f"{long * (at % 3)}。"} for at in range(30)
    ]
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"
    source = written(tmp_path / "list.json", json.dumps(rows))
    for data, out in ((source, first), (first, second)):
        assert awardcli("export", out, "--data", data).code == 0
    assert read(first) == read(source)
    assert first.read_bytes() == second.read_bytes()


def test_objects_in_arrays_name_nobody_once_they_are_text(awardcli: Run, tmp_path: Path) -> None:
    people = [{"name": "Edwin", "role": "director"}, {"name": "Mei", "role": "producer"}]
    source = written(
        tmp_path / "a.json", json.dumps([{"film": "Salt", "people": people}, {"film": "Fog", "people": []}])
    )
    assert awardcli("export", tmp_path / "a.csv", "--data", source).code == 0
    assert [film.organization for film in open_collection(tmp_path / "a.csv")] == ["Edwin、Mei", None]


def test_lists_with_other_headings_are_written_under_the_same_by_the_option_that_is_named(
    awardcli: Run, tmp_path: Path
) -> None:
    lists = ["作品名称,报送单位,年份,等级\n春,甲局,2021,一等奖\n", "片名,单位,年度,奖项\n夏,乙局,2022,二等奖\n"]
    paths = [written(tmp_path / f"{at}.csv", text) for at, text in enumerate(lists)]
    both, out = tmp_path / "both.awards", tmp_path / "out.csv"
    assert awardcli("import", *paths, "-o", both).code == 0
    said = awardcli("export", out, "--data", both).err
    assert said.endswith("one column for each: -c title,organization,year,award\n")
    ran = awardcli("export", out, "--data", both, "--force", *said.split()[-2:])
    assert ran.err.count("\n") == 1
    assert out.read_text(encoding="utf-8-sig").split()[1:] == ["春,甲局,2021,一等奖", "夏,乙局,2022,二等奖"]
    assert "different headings" not in awardcli("export", tmp_path / "one.csv", "--data", paths[0]).err


def test_every_readable_format_can_be_written_too() -> None:
    assert set(READABLE) == set(BOTH_WAYS)


def test_people_in_several_columns_are_the_same_after_an_export(awardcli: Run, tmp_path: Path) -> None:
    marathon = written(tmp_path / "a.csv", "片名,外文名,姓名,代表队\n甲,A,何杰,宁夏\n乙,B,杨绍辉,云南\n")
    for name, options in (("a.json", ()), ("a.jsonl", ()), ("en.csv", ("--header", "en"))):
        path = tmp_path / name
        assert awardcli("export", path, *options, "--data", marathon, "--force").code == 0
        found = open_collection(path)
        assert [result.organization for result in found] == ["何杰、宁夏", "杨绍辉、云南"]
        assert [result.other_titles for result in found] == [("A",), ("B",)]
        assert awardcli("list", "--where", "代表队=云南", "-c", "姓名", "--data", path).lines[1:] == ["杨绍辉"]
