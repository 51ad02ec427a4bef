"""Arrays and booleans of JSON in columns without a role: shown as texts, written again as JSON, found by each value."""

import json
import pickle
import sqlite3
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awardcli.collection import Collection, open_collection
from awardcli.errors import InvalidDataError
from awardcli.model import JsonCell
from conftest import Run
from support import WHOLE, stored_in, written

FILMS: list[dict[str, Any]] = [
    {"title": "甲片", "director": ["张三"], "won": True, "tags": ["喜剧", "家庭"], "mix": [1, "a", None], "none": []},
    {"title": "乙片", "director": ["李四", "王五"], "won": False, "tags": ["喜剧、家庭"], "mix": "a", "none": [""]},
    {"title": "丙片", "won": None, "tags": "喜剧", "mix": ["b, c", " a "], "none": ["", ""], "info": {"tags": ["x"]}},
    {"title": "丁片", "won": "true", "tags": ["o'k\"", "红\x1b[m"], "score": [9, 8.5], "info": {"tags": "x"}},
    {"title": "戊片", "tags": "喜剧、家庭", "mix": [[1, "a"], {"a": [2]}], "score": 9, "o'k\"": [True, 2**70, 0.5]},
]


def both(folder: Path, records: object = FILMS) -> list[Collection]:
    """A list of these records, and its collection."""
    films = open_collection(written(folder / "list.json", json.dumps(records)))
    return [films, stored_in(films, folder)]


def test_json_gets_the_values_that_a_list_has_and_tables_their_texts(awardcli: Run, tmp_path: Path) -> None:
    source = written(tmp_path / "a.json", json.dumps(FILMS))
    assert awardcli("import", source, "-o", tmp_path / "a.awards").code == 0
    for data in (source, tmp_path / "a.awards"):
        exported = json.loads(awardcli("export", "-", "-f", "json", "--data", data).out)
        for film, record in zip(FILMS, exported, strict=True):
            kept = {"score (2)" if name == "score" else name: value for name, value in film.items()}
            kept.pop("director", None)
            info = kept.pop("info", {"tags": None})
            assert kept.items() <= record.items()
            assert record["info.tags"] == info["tags"]
        assert exported[1]["organization"] == "李四、王五", "a column with a role is under its key"
        [shown] = json.loads(awardcli("show", "a-1", "-f", "json", "--data", data).out)
        assert shown == exported[0]
        table = awardcli("export", "-", "-f", "csv", "-c", "title,won,tags,mix,none,score (2)", "--data", data)
        assert table.lines[1] == '甲片,true,喜剧、家庭,"[1, ""a"", null]",,'
        assert table.lines[4] == '丁片,true,"o\'k""、红\x1b[m",,,9、8.5'
        assert "红\\x1b[m" in awardcli("show", "a-4", "--data", data).out
        matched = awardcli("match", "-f", "json", written(tmp_path / "b.json", json.dumps(FILMS)), "--data", data)
        assert json.loads(matched.out)[0]["tags"] == ["喜剧", "家庭"]


def test_a_condition_holds_for_any_value_of_an_array_and_for_its_whole_text(tmp_path: Path) -> None:
    found = {
        ("tags", "喜剧"): "甲丙",
        ("tags", "家庭"): "甲",
        ("tags", "喜剧、家庭"): "甲乙戊",
        ("tags", "o'k\""): "丁",
        ("mix", "1"): "甲",
        ("mix", "a"): "甲乙丙",
        ("mix", "c"): "",
        ("mix", '[1, "a", null]'): "甲",
        ("mix", '[[1, "a"], {"a": [2]}]'): "戊",
        ("won", "true"): "甲丁",
        ("none", None): "甲乙丁戊",
        ("none", "、"): "丙",
        ("score (2)", "9"): "丁戊",
        ("info.tags", "x"): "丙丁",
        ("o'k\"", "true"): "戊",
        ("o'k\"", str(2**70)): "戊",
    }
    for films in both(tmp_path):
        for (column, name), titles in found.items():
            column = column.removesuffix(" (2)")
            assert [film.title for film in films.where(column, name)] == [f"{title}片" for title in titles], name
        assert [film.title for film in films.where("tags", "喜剧").where("won", "true")] == ["甲片"]
        assert films.where("tags", "喜剧")["list-1"].title == "甲片"
        assert films.counts("tags") == {"喜剧": 2, "家庭": 1, "喜剧、家庭": 2, "o'k\"": 1, "红\x1b[m": 1}
        assert [*films.counts("mix")] == ["1", "a", "b, c", None, '[[1, "a"], {"a": [2]}]']
        assert films.where("won", "true").counts("tags") == {"喜剧": 1, "家庭": 1, "o'k\"": 1, "红\x1b[m": 1}
        assert films.counts("none") == {None: 4, "、": 1}


def test_lists_with_arrays_and_with_words_are_one_collection(awardcli: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", written(tmp_path / "new.csv", "title,tags\n己片,喜剧\n庚片,喜剧、家庭\n")
    written(old, json.dumps(FILMS[:2], ensure_ascii=False))
    both_lists = tmp_path / "a.awards"
    assert awardcli("import", old, "-o", both_lists).code == 0
    assert awardcli("import", new, "-o", both_lists, "--append").code == 0
    assert "kept 0" in awardcli("import", old, "-o", both_lists, "--append").err, "the same results"
    films = open_collection(both_lists)
    assert films.counts("tags") == {"喜剧": 2, "家庭": 1, "喜剧、家庭": 2}
    assert [film.other.get("tags") for film in films] == [["喜剧", "家庭"], ["喜剧、家庭"], "喜剧", "喜剧、家庭"]


plain = st.one_of(st.text(max_size=4), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.booleans())
values = st.one_of(
    st.booleans(),
    st.lists(st.one_of(plain, st.none(), st.sampled_from(["甲", "甲、乙", "true", "1"])), max_size=4),
    st.lists(st.one_of(st.lists(plain, max_size=2), st.dictionaries(st.sampled_from("ab"), plain)), min_size=1),
)


@pytest.mark.hypothesis
def test_whatever_the_values_a_list_and_its_collection_are_the_same() -> None:
    @settings(max_examples=200 if WHOLE else 10)
    @given(st.lists(st.fixed_dictionaries({"画幅": values}, optional={"片长": values}), min_size=1, max_size=4))
    def same(drawn: list[dict[str, Any]]) -> None:
        with TemporaryDirectory() as folder:
            films, kept = both(Path(folder), [{"title": f"{at}号影片", **record} for at, record in enumerate(drawn)])
            for film, stored, record in zip(films, kept, drawn, strict=True):
                assert record.items() <= film.to_dict().items() <= stored.to_dict().items()
            for column in [column.heading for column in films.columns if column.role is None]:
                assert [*films.counts(column).items()] == [*kept.counts(column).items()]
                assert films.names(column) == kept.names(column)
                texts = (str(cell).strip() for film in films for cell in film.cells.values)
                for name in filter(None, (*films.counts(column), *texts)):
                    found = [film.id for film in films.where(column, name)]
                    assert found == [film.id for film in kept.where(column, name)]

    same()


def test_a_value_nested_too_deeply_stays_a_text(tmp_path: Path) -> None:
    for depth, is_kept in ((64, True), (65, False), (900, False)):
        text = "[" * depth + "]" * depth
        for films in both(tmp_path, [{"title": "甲片", "x": json.loads(text)}]):
            assert films["list-1"].other["x"] == (json.loads(text) if is_kept else text)


def test_damaged_values_are_refused(tmp_path: Path) -> None:
    path = both(tmp_path)[1].path
    assert path
    for damage in (
        '{"tags": [NaN]}',
        '{"tags": [[1]]}',
        '{"tags": true}',
        '{"mix": true}',
        '{"tags": 1',
        '{"won": {}}',
    ):
        for text in ("[1e999]", "甲", b"[1]", 3):
            with sqlite3.connect(path) as connection:
                connection.execute("UPDATE results SET written = ?, mix = ?, tags = ?", (damage, text, text))
            connection.close()
            films = open_collection(path)
            with pytest.raises(InvalidDataError):
                list(films)
            with suppress(InvalidDataError):
                films.counts("tags")
            with suppress(InvalidDataError):
                list(films.where("tags", "甲"))


def test_a_cell_is_the_same_in_another_process() -> None:
    for cell in (JsonCell("true"), JsonCell("甲、乙", ("甲", "乙"))):
        again = pickle.loads(pickle.dumps(cell))
        assert (type(again), again, again.value) == (JsonCell, cell, cell.value)
