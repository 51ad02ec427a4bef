"""A collection file keeps every column of the lists that it was made of, under its heading, cell for cell."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awardcli.collection import Collection, ListCollection, collection_builder
from awardcli.collection.collection_builder import Builder
from awardcli.collection.protocol import KEYS, MOST_COUNTED
from awardcli.collection.sqlite_file import MOST_LISTS, MOST_OWN, RESULT_COLUMNS
from awardcli.collection.stored import StoredCollection
from awardcli.errors import InvalidDataError, UsageError
from awardcli.model import Cell, Cells, Column, Edition, Result
from support import result, stored, stored_in, written

TITLE, ENGLISH = Column("片名", "title"), Column("英文名", "title")
DIRECTOR, ACTORS = Column("导演", "organization"), Column("主演", "organization")
YEAR, AWARD, NUMBER = Column("年份", "year"), Column("奖项", "award"), Column("编号", "id")
COUNTRY, SCORE = Column("国家"), Column("评分")


def row(cells: dict[Column, Cell], **changes: Any) -> Result:
    """A result of a user's list with those cells."""
    texts = [(column, "" if cell is None else str(cell).strip()) for column, cell in cells.items()]

    def under(role: str) -> list[str]:
        return [text for column, text in texts if column.role == role and text]

    titles, who, years = under("title"), under("organization"), under("year")
    return result(
        titles[0] if titles else None,
        "、".join(dict.fromkeys(who)) or None,
        **{
            "id": (under("id") or ["-"])[0],
            "award": next(iter(under("award")), None),
            "category": next(iter(under("category")), None),
            "edition": Edition(None, int(years[0][:4]) if years else None),
            "other_titles": tuple(titles[1:]),
            "cells": Cells(columns=tuple(cells), values=tuple(cells.values())),
            **changes,
        },
    )


def a_list(*rows: Result) -> ListCollection:
    """Rows as a list, each with an id of its own."""
    rows = tuple(each._replace(id=f"list-{n}") if each.id == "-" else each for n, each in enumerate(rows))
    columns = dict.fromkeys(column for each in rows for column in each.cells.columns)
    categories = [each.category for each in rows if each.category]
    return ListCollection(None, rows, list({each.edition: None for each in rows}), categories, list(columns))


def plain(results: Iterable[Result]) -> list[Result]:
    """The results, with None for "" in the columns with a role whose empty cells a collection does not tell apart."""

    def cell(column: Column, value: Cell) -> Cell:
        return None if column.role in ("title", "organization", "award", "id") and value == "" else value

    return [
        each._replace(
            printed=dict(each.printed),
            cells=each.cells._replace(values=tuple(map(cell, each.cells.columns, each.cells.values))),
        )
        for each in results
    ]


# Every cell comes back

_texts = st.sampled_from(["上海", "爱", " 花 ", "李安", "a\0b", "9.7", "1", ""])
_cells: st.SearchStrategy[Cell] = st.one_of(
    _texts, st.none(), st.integers(-5, 5), st.floats(0, 10), st.booleans().map(str)
)
_COLUMNS = (TITLE, ENGLISH, DIRECTOR, ACTORS, AWARD, YEAR, COUNTRY, SCORE)
_rows = st.tuples(
    _texts,
    _texts,
    st.sampled_from(["李安", "李安、张艺谋", " 李安", ""]),
    st.sampled_from(["张艺谋 / 李安", "周迅", None]),
    _cells,
    st.sampled_from(["1927/28", "2021", 2021, None]),
    _cells,
    _cells,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("collections")


@settings(max_examples=30, deadline=None)
@given(st.lists(_rows, min_size=1, max_size=6), st.integers(3, 8))
def test_every_cell_comes_back_as_it_was(folder: Path, drawn: Sequence[Sequence[Cell]], columns: int) -> None:
    films = a_list(*(row(dict(zip(_COLUMNS[:columns], cells, strict=False))) for cells in drawn))
    kept = stored_in(films, folder)
    assert plain(kept) == plain(films)
    assert kept.columns == tuple(films.columns)
    StoredCollection(kept.path).check()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(_rows, min_size=1, max_size=6),
    st.sampled_from(["片名", "英文名", "导演", "主演", "奖项", "年份", "国家", "评分", "title", "organization"]),
    st.lists(st.sampled_from(["上海", "李安", "周迅", "9.7", "1", "2021", "1927", "a\0b", "没有", None]), max_size=3),
)
def test_any_heading_filters_names_and_counts_as_in_the_list(
    folder: Path, drawn: Sequence[Sequence[Cell]], heading: str, names: Sequence[str | None]
) -> None:
    films = a_list(*(row(dict(zip(_COLUMNS, cells, strict=True))) for cells in drawn))
    kept = stored_in(films, folder)
    for ours, theirs in ((kept, films), (kept.where("国家", "上海", "1"), films.where("国家", "上海", "1"))):
        assert ours.names(heading) == theirs.names(heading)
        assert ours.counts(heading) == theirs.counts(heading)
        assert plain(ours.where(heading, *names)) == plain(theirs.where(heading, *names))


def test_a_heading_is_meant_however_it_is_written_and_a_key_before_a_heading(folder: Path) -> None:
    films = a_list(row({TITLE: "甲", Column("Release Country"): "中国", Column("kind"): "短片", Column("id"): "7"}))
    for each in (films, stored_in(films, folder)):
        assert each.names("release　country") == ["中国"]
        assert each.names("kind") == []
        assert each.names("kind (2)") == ["短片"]
        assert (each.names("id"), each.names("id (2)")) == (["list-0"], ["7"])
        with pytest.raises(UsageError):
            each.counts("没有")


def test_a_row_without_its_first_title_has_the_one_that_is_shown_instead(folder: Path) -> None:
    films = a_list(row({TITLE: "爱", ENGLISH: "Love"}), row({TITLE: "", ENGLISH: "Rain"}))
    for each in (films, stored_in(films, folder)):
        assert each.names("片名") == ["爱", "Rain"]
        assert [found.id for found in each.where("片名", "Rain")] == ["list-1"]


def test_a_year_is_shown_as_written_and_filtered_by_its_number(folder: Path) -> None:
    kept = stored_in(a_list(row({TITLE: "甲", YEAR: "1927/28"}), row({TITLE: "乙", YEAR: "2021"})), folder)
    assert [each.written("year") for each in kept.where("年份", "1927")] == ["1927/28"]
    assert kept.counts("year") == kept.counts("年份") == {"1927": 1, "2021": 1}


def test_each_who_column_answers_for_the_names_in_it(folder: Path) -> None:
    films = a_list(
        row({TITLE: "甲", DIRECTOR: "李安", ACTORS: "周迅、李安"}), row({TITLE: "乙", DIRECTOR: "周迅", ACTORS: ""})
    )
    for each in (films, stored_in(films, folder)):
        assert [one.title for one in each.where("导演", "周迅")] == ["乙"]
        assert [one.title for one in each.where("主演", "李安")] == ["甲"]
        assert [one.title for one in each.where("organization", "周迅")] == ["甲", "乙"]
        assert each.counts("主演") == {"周迅": 1, "李安": 1, None: 1}


# As other tools see it


def _of_results(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_other_tools_see_a_column_under_its_heading(folder: Path) -> None:
    films = a_list(row({TITLE: "甲", ENGLISH: "A", DIRECTOR: "李安", YEAR: "1927/28", COUNTRY: "中国", SCORE: 9.7}))
    path = stored_in(films, folder).path
    assert _of_results(path, 'SELECT title, "英文名", organization, "年份", "国家", "评分" FROM results') == [
        ("甲", "A", "李安", "1927/28", "中国", 9.7)
    ]
    columns = [name for _, name, *_ in _of_results(path, "PRAGMA table_info(results)")]
    assert columns == [*RESULT_COLUMNS, "英文名", "年份", "国家", "评分"]
    assert _of_results(path, "SELECT written FROM results") == [(None,)]


def test_only_what_a_result_does_not_say_as_written_is_stored_a_second_time(folder: Path) -> None:
    path = stored_in(
        a_list(row({TITLE: "甲 ", DIRECTOR: "李安", AWARD: 1}), row({TITLE: "乙", DIRECTOR: ""})), folder
    ).path
    assert _of_results(path, "SELECT written FROM results") == [('{"片名":"甲 ","奖项":1}',), (None,)]


HEADINGS = [
    *("id", "ID", "Title", "title (2)", "position", "rowid", "_rowid_", "written", "评分", "评分 ", "Name", "name"),
    *("NAME", 'a"b', "it's", "x -- y", "/* x */", "a)b", "[x]", "new\nline", "a\0b", ";", "%s", "?", "{}"),
    *("DROP TABLE x", "a" * 64, "a" * 65, "长" * 5000, "😀", " ", "select", "x AS (1)"),
]


def test_any_heading_can_name_a_column(folder: Path) -> None:
    columns = [Column(heading) for heading in HEADINGS]
    cells = [{column: f"{n} {at}" for at, column in enumerate(columns)} for n in range(2)]
    films = a_list(*(row({TITLE: "甲", **each}) for each in cells))
    kept = stored_in(films, folder)
    assert plain(kept) == plain(films)
    kept.check()
    for at, column in enumerate(columns):
        name = f"{column.heading} (2)" if column.heading in KEYS else column.heading
        assert [each.id for each in kept.where(name, f"1 {at}")] == ["list-1"], column
        assert kept.counts(name) == films.counts(name)


def test_columns_up_to_the_limit_are_kept_and_more_refused(folder: Path) -> None:
    headings = [f"{'很长的列名' * 20}{number}" for number in range(MOST_OWN)]
    films = a_list(row({TITLE: "甲", **{Column(heading): heading for heading in headings}}))
    kept = stored_in(films, folder)
    assert plain(kept) == plain(films)
    assert [each.title for each in kept.where(headings[-1], headings[-1])] == ["甲"]
    assert kept.counts(headings[7]) == {headings[7]: 1}
    with pytest.raises(InvalidDataError, match=f"more than {MOST_OWN} columns"):
        stored_in(a_list(row({TITLE: "甲", **{Column(heading): 1 for heading in [*headings, "one more"]}})), folder)


def test_numbers_that_sqlite_cannot_hold_are_kept_as_text(folder: Path) -> None:
    cells = {Column(f"{at}"): value for at, value in enumerate([2**63 - 1, 2**63, -(2**70), float("inf"), True, 1e300])}
    (kept,) = stored_in(a_list(row({TITLE: "甲", **cells})), folder)
    assert list(kept.other.values()) == [2**63 - 1, str(2**63), str(-(2**70)), "inf", "True", 1e300]


def test_each_title_of_a_result_is_in_the_index_and_given_as_a_text(folder: Path) -> None:
    films = a_list(
        row({TITLE: "甲乙", ENGLISH: "ab"}), row({TITLE: "丙", ENGLISH: "cde"}), row({TITLE: "", ENGLISH: "f"})
    )
    kept = stored_in(films, folder)
    assert list(kept.texts_at("title", [2, 3, 1])) == [
        *((2, "丙"), (2, "cde"), (3, "f"), (3, "f"), (1, "甲乙"), (1, "ab"))
    ]
    found = {gram: list(kept.gram_index.rows("title", f'"{gram}"')) for gram in "甲b丙e"}
    assert found == {"甲": [(2, 1)], "b": [(2, 1)], "丙": [(1, 2)], "e": [(3, 2)]}


# Several lists in one collection

OTHER_TITLE, MAKER = Column("影名", "title"), Column("单位", "organization")


def test_several_lists_each_keep_their_own_columns(folder: Path) -> None:
    first = [row({TITLE: "甲", DIRECTOR: "李安", COUNTRY: "中国"}), row({TITLE: "乙", DIRECTOR: "", COUNTRY: None})]
    second = [row({OTHER_TITLE: "丙", MAKER: "某社", COUNTRY: "法国", SCORE: "8"})]
    films = a_list(*first, *second)
    kept = stored_in(films, folder)
    assert plain(kept) == plain(films)
    assert kept.columns == (TITLE, DIRECTOR, COUNTRY, OTHER_TITLE, MAKER, SCORE)
    assert kept.counts("国家") == {"中国": 1, None: 1, "法国": 1}
    assert kept.counts("评分") == {None: 2, "8": 1}
    assert kept.counts("导演") == {"李安": 1, None: 2}
    assert kept.counts("影名") == {None: 2, "丙": 1}
    assert [each.title for each in kept.where("单位", "某社")] == ["丙"]


def test_rows_that_lack_some_columns_belong_to_the_same_list(folder: Path) -> None:
    films = a_list(
        row({TITLE: "甲", AWARD: "一等奖", COUNTRY: "中国"}),
        row({TITLE: "乙", SCORE: 9}),
        row({AWARD: "二等奖"}),
    )
    kept = stored_in(films, folder)
    columns = (TITLE, AWARD, COUNTRY, SCORE)
    assert [each.cells for each in kept] == [
        Cells(columns, values)
        for values in [("甲", "一等奖", "中国", None), ("乙", None, None, 9), (None, "二等奖", None, None)]
    ]


def test_a_missing_title_column_is_not_given_the_title_of_another(folder: Path) -> None:
    films = a_list(row({TITLE: "甲", ENGLISH: "A"}), row({ENGLISH: "B"}), row({TITLE: "", ENGLISH: "C"}))
    assert [(each.title, each.other_titles, each.cells.values) for each in stored_in(films, folder)] == [
        ("甲", ("A",), ("甲", "A")),
        ("B", (), (None, "B")),
        ("C", (), ("", "C")),
    ]


def test_rows_of_ever_other_columns_are_refused(folder: Path) -> None:
    rows = [row({Column(f"片名{n}", "title"): "甲"}) for n in range(MOST_LISTS + 1)]
    assert len(stored_in(a_list(*rows[:-1]), folder).columns) == MOST_LISTS
    with pytest.raises(InvalidDataError, match=f"more than {MOST_LISTS} different sets of columns"):
        stored_in(a_list(*rows), folder)


def added(path: Path, old: StoredCollection | None, *rows: Result) -> StoredCollection:
    """The collection of those rows, behind those of an old one."""
    written(path, old.path.read_bytes() if old else b"")
    with Builder(path, path, old) as builder:
        for each in rows:
            builder.add(each)
        builder.finish()
    return StoredCollection(path)


def test_an_append_unites_the_columns_and_goes_on_counting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection_builder, "_BATCH", 2)
    rows = [
        row({TITLE: f"片{n}", YEAR: f"{2020 + n % 2}", COUNTRY: "中国" if n % 3 else ""}, id=f"a-{n}") for n in range(5)
    ]
    more = [row({TITLE: f"影{n}", SCORE: n % 2, COUNTRY: "法国", AWARD: "金奖"}, id=f"b-{n}") for n in range(5)]
    films = added(tmp_path / "films.awards", added(tmp_path / "old.awards", None, *rows), *more)
    everything = a_list(*rows, *more)
    assert [each.cells.values[0] for each in films] == [each.title for each in everything]
    for name in ("国家", "评分", "奖项", "年份", "year", "award", "edition", "category", "district", "kind"):
        assert films.has_counts(name)
        assert films.counts(name) == everything.counts(name), name
        assert films.names(name) == everything.names(name), name
    films.check()
    assert films.columns == (TITLE, YEAR, COUNTRY, SCORE, AWARD)


def test_rows_are_the_same_only_where_every_cell_is(tmp_path: Path) -> None:
    cells: dict[Column, Cell] = {TITLE: "甲", DIRECTOR: "李安", COUNTRY: "中国"}
    rows = [
        row(cells, id="1"),
        row(cells, id="2"),
        row({**cells, COUNTRY: "法国"}, id="3"),
        row({**cells, TITLE: "甲 "}, id="4"),
        row({**cells, SCORE: None}, id="5"),
        row({**cells, SCORE: 8}, id="6"),
        row({NUMBER: "7", **cells}),
        row({NUMBER: "8", **cells}),
    ]
    first = added(tmp_path / "first.awards", None, *rows)
    assert [each.id for each in first] == ["1", "3", "4", "6", "7", "8"]
    again = [each._replace(id=f"{each.id}x") if each.id not in "78" else each for each in rows]
    assert len(added(tmp_path / "again.awards", first, *again)) == len(first)


def test_a_column_of_many_values_is_counted_when_asked(folder: Path) -> None:
    films = a_list(
        *(row({TITLE: f"{n}", COUNTRY: f"{n % MOST_COUNTED}", SCORE: f"{n}"}) for n in range(MOST_COUNTED + 1))
    )
    kept = stored_in(films, folder)
    for heading in ("国家", "评分"):
        assert kept.has_counts(heading) == films.has_counts(heading) == (heading == "国家")
        assert kept.counts(heading) == films.counts(heading)
        assert kept.names(heading) == films.names(heading)
        assert films.has_counts(heading) == (heading == "国家")


# Files of strangers


@pytest.fixture
def listed(tmp_path: Path) -> StoredCollection:
    films = a_list(row({TITLE: "甲", ENGLISH: "A", DIRECTOR: "李安", YEAR: "1927/28", COUNTRY: "中国", SCORE: 9.7}))
    return stored(tmp_path / "films.awards", films)


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TABLE list_columns"],
        ["DROP TABLE value_counts"],
        ["DROP TABLE list_columns", "CREATE VIEW list_columns AS SELECT 1 AS place, '国家' AS stored_as"],
        ["ALTER TABLE results ADD COLUMN more"],
        ["ALTER TABLE results DROP COLUMN 国家"],
        ["DELETE FROM list_columns"],
        ["DELETE FROM list_columns WHERE heading = '国家'"],
        ["UPDATE list_columns SET stored_as = 'certainty' WHERE heading = '国家'"],
        ["UPDATE list_columns SET stored_as = 'title' WHERE heading = '国家'"],
        ["UPDATE list_columns SET stored_as = x'41' WHERE heading = '国家'"],
        ["UPDATE list_columns SET heading = x'41' WHERE heading = '国家'"],
        ["UPDATE list_columns SET heading = '评分' WHERE heading = '国家'"],
        ["UPDATE list_columns SET role = 'x' WHERE heading = '国家'"],
        ["UPDATE list_columns SET list = 'x'"],
        ["UPDATE results SET list = 7"],
        ["UPDATE results SET list = 'x'"],
        ["UPDATE results SET written = '['"],
        ["UPDATE results SET written = '[1]'"],
        ["""UPDATE results SET written = '{"片名": true}'"""],
        ["""UPDATE results SET written = '{"片名": [1]}'"""],
        ["""UPDATE results SET written = '{"片名": NaN}'"""],
        ["UPDATE results SET 国家 = x'41'"],
        ["UPDATE results SET 国家 = 9e999"],
        ["UPDATE results SET 国家 = CAST(x'ff' AS TEXT)"],
        [
            "ALTER TABLE results DROP COLUMN 评分",
            "ALTER TABLE results ADD COLUMN 评分 AS (hex(zeroblob(100000000)))",
        ],
        ["CREATE TRIGGER t AFTER INSERT ON list_columns BEGIN DELETE FROM editions; END"],
        ["CREATE INDEX by_country ON results (upper(国家))"],
    ],
    ids=lambda statements: statements[-1],
)
def test_damaged_columns_are_refused(listed: StoredCollection, statements: list[str]) -> None:
    with closing(sqlite3.connect(listed.path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    with pytest.raises(InvalidDataError, match="damaged"):
        StoredCollection(listed.path).check()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE value_counts SET results = 'x' WHERE name = 'kind'",
        "UPDATE value_counts SET value = x'41' WHERE name = 'kind'",
        "UPDATE value_counts SET value = 'fairy' WHERE name = 'kind'",
    ],
)
def test_damaged_counts_are_refused(listed: StoredCollection, statement: str) -> None:
    with closing(sqlite3.connect(listed.path)) as connection, connection:
        connection.execute(statement)
    for read in (Collection.counts, Collection.names):
        with pytest.raises(InvalidDataError, match="damaged"):
            getattr(StoredCollection(listed.path), read.__name__)("kind")


def test_a_list_of_endless_columns_is_refused(listed: StoredCollection) -> None:
    with closing(sqlite3.connect(listed.path)) as connection, connection:
        rows = ((f"{number}", f"{number}") for number in range(100_000))
        connection.executemany("INSERT INTO list_columns (list, heading, stored_as) VALUES (1, ?, ?)", rows)
    with pytest.raises(InvalidDataError, match="the table list_columns is malformed"):
        StoredCollection(listed.path)
