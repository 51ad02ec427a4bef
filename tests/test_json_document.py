"""JSON documents of many shapes: each value is a cell of some result, or a remark names it as left out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from awardcli.collection.loading import check, open_collection
from awardcli.collection.protocol import CellReader
from awardcli.collection.user_file.reading_report import ReadAs, Reading
from awardcli.errors import InvalidDataError
from awardcli.model import Column
from support import written


def read(path: Path, data: object, records: str | None = None) -> tuple[list[tuple[object, ...]], Reading]:
    """The title, who it was, award, category and year of each result, and how the document was read."""
    found: Any = open_collection(
        written(path / "a.json", json.dumps(data, ensure_ascii=False)), ReadAs(records=records)
    )
    results: list[tuple[object, ...]] = []
    for each in found:
        category = each.category and each.category.name
        results.append((each.title, each.written("organization") or None, each.award, category, each.edition.year))
    return results, found.reading


def said(reading: Reading) -> str:
    return "\n".join(remark.text for remark in reading.remarks)


FILM, FILM_2 = {"片名": "春风", "导演": "子"}, {"片名": "山河", "导演": "丑"}
BY_NAMES: list[tuple[object, list[tuple[object, ...]]]] = [
    # by year and award, in either order: a record, records, a title, titles, or some of each
    (
        {"2021": {"最佳影片": FILM, "最佳导演": FILM_2}, "2022": {"最佳影片": {"片名": "秋水"}}},
        [("春风", "子", "最佳影片", 2021), ("山河", "丑", "最佳导演", 2021), ("秋水", None, "最佳影片", 2022)],
    ),
    (
        {"2021": {"最佳影片": [FILM, FILM_2], "最佳导演": {"片名": "夏雨"}}, "2022": {"最佳影片": "秋水"}},
        [("春风", "子", "最佳影片", 2021), ("山河", "丑", "最佳影片", 2021), ("夏雨", None, "最佳导演", 2021),
         ("秋水", None, "最佳影片", 2022)],
    ),
    (
        {"2021": {"最佳影片": "春风", "最佳导演": "山河"}, "2022": {"最佳影片": ["秋水", "夏雨"]}},
        [("春风", None, "最佳影片", 2021), (None, "山河", "最佳导演", 2021), ("秋水", None, "最佳影片", 2022),
         ("夏雨", None, "最佳影片", 2022)],
    ),
    (
        {"Best Film": {"2021": {"film": "Roma"}, "2022": {"film": "Juno"}}, "Best Actor": {"2021": {"actor": "Al"}}},
        [("Roma", None, "Best Film", 2021), ("Juno", None, "Best Film", 2022), (None, "Al", "Best Actor", 2021)],
    ),
    (
        {"Best Film": {"2021": "Roma", "2022": "Juno"}, "Best Actor": {"2021": "Al"}},
        [("Roma", None, "Best Film", 2021), ("Juno", None, "Best Film", 2022), (None, "Al", "Best Actor", 2021)],
    ),
    # by title, with the awards inside
    (
        {"Roma": {"Best Director": {"at": "US", "year": 2019}}, "Juno": {"Best Director": {"at": "UK", "year": 2008}}},
        [("Roma", None, "Best Director", 2019), ("Juno", None, "Best Director", 2008)],
    ),
    (
        {"Roma": ["Best Director", "Best Film"], "Juno": "Best Screenplay"},
        [("Roma", None, "Best Director", None), ("Roma", None, "Best Film", None),
         ("Juno", None, "Best Screenplay", None)],
    ),
    (
        {"Roma": [{"award": "Best Director", "year": 2019}], "Juno": [{"award": "Best Screenplay", "year": 2008}]},
        [("Roma", None, "Best Director", 2019), ("Juno", None, "Best Screenplay", 2008)],
    ),
    ({"Roma": {"year": 2018}, "Juno": {"year": 2007}}, [("Roma", None, None, 2018), ("Juno", None, None, 2007)]),
    # one level, titles only
    ({"一等奖": "春风", "二等奖": "山河"}, [("春风", None, "一等奖", None), ("山河", None, "二等奖", None)]),
    ({"2020": "Parasite", "2021": "Nomadland"}, [("Parasite", None, None, 2020), ("Nomadland", None, None, 2021)]),
    # the winner as an object, the others in arrays
    (
        {"champion": FILM, "runnerUp": FILM_2, "specialAwards": [{"片名": "秋水", "导演": "寅"}]},
        [("秋水", "寅", "specialAwards", None), ("春风", "子", "champion", None), ("山河", "丑", "runnerUp", None)],
    ),
    # what stands beside is in each record
    (
        {"一等奖": ["春风"], "二等奖": ["山河"], "说明": "共2部", "年份": 2021},
        [("春风", None, "一等奖", 2021), ("山河", None, "二等奖", 2021)],
    ),
    (
        {"2021": {"host": "甲台", "films": [FILM]}, "2022": {"host": "乙台", "films": [FILM_2]}},
        [("春风", "子", None, 2021), ("山河", "丑", None, 2022)],
    ),
    (
        {"editions": {"78": {"year": 2021, "films": [FILM]}, "79": {"year": 2022, "films": [FILM_2]}}},
        [("春风", "子", None, 2021), ("山河", "丑", None, 2022)],
    ),
]  # fmt: skip


def test_keys_of_years_awards_and_titles_are_columns_in_any_order_of_nesting(tmp_path: Path) -> None:
    for document, expected in BY_NAMES:
        for wrapped in (document, {"source": "x", "data": document}):
            results, _ = read(tmp_path, wrapped)
            assert [(title, who, award, year) for title, who, award, _, year in results] == expected, wrapped
    deep = {"第一届": {"故事片类": {"一等奖": ["春风", "夏雨"]}, "纪录片类": {"一等奖": ["秋水"]}}}
    assert [each[:4] for each in read(tmp_path, deep)[0]] == [
        ("春风", None, "一等奖", "故事片类"),
        ("夏雨", None, "一等奖", "故事片类"),
        ("秋水", None, "一等奖", "纪录片类"),
    ]


def test_what_is_advised_reads_the_same_records_and_those_of_one_key(tmp_path: Path) -> None:
    document = BY_NAMES[1][0]
    every, reading = read(tmp_path, document)
    assert (reading.records, read(tmp_path, document, "*")[0]) == ("*", every)
    (option,) = [remark.option for remark in reading.remarks]
    one, reading = read(tmp_path, document, option and option.removeprefix("--records "))
    assert (one, "2022" in said(reading)) == (every[:3], True), "with its year; the others are named as left out"


def test_a_winner_and_nominees_are_all_of_the_award_that_holds_them(tmp_path: Path) -> None:
    novels = {"winner": {"title": "A", "author": "x"}, "nominees": [{"title": "B", "author": "y"}]}
    document = {"year": 2020, "awards": {"Best Novel": novels, "Best Novella": {"winner": {"title": "C"}}}}
    every = [("A", "x", "Best Novel"), ("B", "y", "Best Novel"), ("C", None, "Best Novella")]
    results, reading = read(tmp_path, document)
    assert [each[:3] for each in results] == every
    assert "left out, since they are outside the records: year" in said(reading)
    results, _ = read(tmp_path, document, "awards.*")
    assert [(*each[:3], each[4]) for each in results] == [(*each, 2020) for each in every]
    found = open_collection(tmp_path / "a.json", ReadAs(records="awards.*"))
    assert [CellReader().under("result")(each) for each in found] == ["winner", "nominees", "winner"]
    _, reading = read(tmp_path, [{"year": 2020, "awards": {"Best Novel": {"title": "A"}, "Best Film": {"title": "B"}}}])
    assert "to read these: --records awards" in said(reading)


def test_objects_without_records_are_results_or_named_as_left_out(tmp_path: Path) -> None:
    nobel = {
        "prizes": [
            {"year": "2020", "category": "peace", "laureates": [{"firstname": "Ann"}]},
            {"year": "1916", "category": "peace", "overallMotivation": "none"},
        ]
    }
    results, reading = read(tmp_path, nobel, "prizes.laureates")
    assert results == [(None, "Ann", None, "peace", 2020)]
    assert '1 object: {"year": "1916", ' in said(reading)
    awards = [
        {"award": "一等奖", "films": ["春风", "山河"]},
        {"award": "二等奖", "films": [{"title": "秋水", "url": "u"}]},
        {"award": "三等奖", "winners": "丁"},
        {"award": "优秀奖", "films": [], "note": "空缺"},
    ]
    results, reading = read(tmp_path, {"awards": awards}, "awards.films")
    assert [each[:3] for each in results] == [
        ("春风", None, "一等奖"),
        ("山河", None, "一等奖"),
        ("秋水", None, "二等奖"),
        (None, "丁", "三等奖"),
    ]
    assert "空缺" in said(reading)
    films = [{"title": "春风", "people": [{"name": "子"}]}, {"title": "山河", "people": []}, {"title": "秋水"}]
    results, _ = read(tmp_path, {"data": {"items": films}}, "data.items.people")
    assert [each[:2] for each in results] == [("春风", "子"), ("山河", None), ("秋水", None)]


def test_lists_around_records_are_cells_and_further_records_there_are_counted(tmp_path: Path) -> None:
    film = {
        "name": "春风",
        "credits": {"director": "子", "writer": ["丑", "寅"]},
        "cast": [{"name": "卯"}, {"name": "辰"}],
        "awards": [{"name": "金奖", "year": 2021}, {"prize": "银奖", "year": 2022}],
    }
    path = written(tmp_path / "a.json", json.dumps({"festival": "某节", "films": [film]}))
    found: Any = open_collection(path, ReadAs(records="films.awards"))
    around = {"films.name": "春风", "credits.director": "子", "credits.writer": "丑、寅", "festival": "某节"}
    rows = [dict(zip([heading for heading, _ in each.cells.columns], each.cells.values, strict=True)) for each in found]
    assert rows == [{"name": "金奖", "year": 2021, **around}, {"prize": "银奖", "year": 2022, **around}]
    assert "films.cast (2)" in said(found.reading)


def test_values_outside_the_records_are_named_with_the_option_that_keeps_them(tmp_path: Path) -> None:
    records = [{"title": "春风"}, {"title": "山河"}]
    for document, names, option in (
        ({"count": 2, "next": None, "results": records}, "count", "results"),
        ({"@odata.context": "x", "value": records}, "@odata.context", "value"),
        ({"d": {"results": records, "__count": "2"}}, "d.__count", "d.results"),
        ({"took": 1, "hits": {"total": 2, "hits": records}}, "took, hits.total", "hits.hits"),
        ({"data": {"films": {"edges": [{"node": each} for each in records], "pageInfo": {"end": 1}}}},
         "data.films.pageInfo", "data.films.edges"),
        ({"meta": {"tags": ["a"]}, "data": {"films": records}}, "meta", "data.films"),
        ({"festival": "某节", "year": 2021, "jury": ["子"], "films": records}, "festival, year, jury", "films"),
    ):  # fmt: skip
        results, reading = read(tmp_path, document)
        assert [each[0] for each in results] == ["春风", "山河"]
        (remark,) = reading.remarks
        assert (remark.option, remark.is_harmless) == (f"--records {option}", "year" not in names), document
        assert f": {names};" in remark.text
        again, reading = read(tmp_path, document, option)
        assert [each[0] for each in again] == ["春风", "山河"]
        assert {name.rpartition(".")[2] for name in names.split(", ")} <= {
            part for column in reading.columns for part in column.heading.split(".")
        }
    deep = {"a": {"b": {"c": [{"title": "甲"}]}}, "y": {"films": records}}
    assert "others: --records a.b.c" in said(read(tmp_path, deep)[1])


def test_a_record_is_not_taken_apart_and_counts_or_marks_are_no_titles(tmp_path: Path) -> None:
    for document in (
        {"title": "春风", "genres": ["x", "y"], "info": {"tags": ["a", "b"]}},
        {"title": {"zh": "春风", "en": "Wind"}, "awards": {"2020": {"award": "金奖"}, "2021": {"award": "银奖"}}},
        {"片名": "春风", "最佳影片": 2, "最佳导演": 1},
    ):
        results, _ = read(tmp_path, document)
        assert [each[0] for each in results] == ["春风"], document
    for refused in (
        {"2020": 5, "2021": 7},
        {"甲中学": {"一等奖": 3, "二等奖": 1}},
        {"春风": {"金奖": True, "银奖": False}, "山河": {"金奖": False}},
    ):
        with pytest.raises(InvalidDataError):
            read(tmp_path, refused)


def test_several_titles_of_a_row_are_a_row_each_where_the_remark_says_so(tmp_path: Path) -> None:
    awards = [{"award": "一等奖", "films": ["春风", "山河"], "year": 2021}, {"award": "二等奖", "films": ["秋水"]}]
    for document, option in ((awards, "films"), ({"awards": awards}, "awards.films")):
        _, reading = read(tmp_path, document)
        assert [remark.option for remark in reading.remarks if "several titles" in remark.text] == [
            f"--records {option}"
        ]
        results, _ = read(tmp_path, document, option)
        assert [(each[0], each[2]) for each in results] == [("春风", "一等奖"), ("山河", "一等奖"), ("秋水", "二等奖")]
    assert "several titles" not in said(
        read(tmp_path, [{"title": "春风", "genres": ["x", "y"]}, {"title": ["山河"]}])[1]
    )


def test_an_object_that_is_an_award_itself_holds_no_records(tmp_path: Path) -> None:
    for award in (
        *({"name": "Best Short"}, {"id": 3, "attributes": {"name": "Best Short"}}, {"zh": "金奖", "en": "Gold Award"}),
        *({"zh-CN": "金奖"}, {"level": "一等奖", "label": "Gold Medal"}, {"code": "G", "desc": "Gold Medal"}),
    ):
        results, reading = read(tmp_path, [{"title": title, "year": 2022, "award": award} for title in ("春", "秋")])
        assert all(remark.option is None for remark in reading.remarks), award
        assert all(each[2] for each in results), award
    results, _ = read(tmp_path, {"year": 2022, "awards": {"Roma": "Best Film", "juno": "Best Director"}})
    assert [(each[0], each[2]) for each in results] == [("Roma", "Best Film"), ("juno", "Best Director")]


def test_a_name_among_awards_or_categories_is_theirs_beside_a_title(tmp_path: Path) -> None:
    awards = [{"name": "金奖", "films": ["春风", "山河"]}]
    results, _ = read(tmp_path, {"categories": [{"name": "故事片", "awards": awards}]}, "categories.awards.films")
    assert [each[:4] for each in results] == [("春风", None, "金奖", "故事片"), ("山河", None, "金奖", "故事片")]
    results, _ = read(
        tmp_path, {"films": [{"name": "春风", "awards": [{"name": "金奖"}, {"name": "银奖"}]}]}, "films.awards"
    )
    assert [each[:3] for each in results] == [("春风", None, "金奖"), ("春风", None, "银奖")]
    results, _ = read(tmp_path, {"awards": [{"name": "金奖", "film": "春风"}, {"name": "银奖", "film": "山河"}]})
    assert [each[:3] for each in results] == [("春风", None, "金奖"), ("山河", None, "银奖")]
    results, _ = read(tmp_path, {"awards": [{"name": "春风", "year": 2020}, {"name": "山河", "year": 2021}]})
    assert [each[0] for each in results] == ["春风", "山河"], "no other title is there"


def test_the_way_into_records_under_keys_is_the_one_advised(tmp_path: Path) -> None:
    first, second = {"片名": "春风", "cast": [{"name": "子"}]}, {"片名": "山河", "cast": [{"name": "丑"}]}
    for document in ({"tt1": first, "tt2": second}, {"2020": {"金奖": first, "银奖": second}}):
        (option,) = [remark.option for remark in read(tmp_path, document)[1].remarks if "“cast”" in remark.text]
        found: Any = open_collection(tmp_path / "a.json", ReadAs(records=str(option).split()[1].strip("'")))
        assert [(each.title, {"子", "丑"} & {*each.cells.values}) for each in found] == [
            ("春风", {"子"}),
            ("山河", {"丑"}),
        ]


def test_the_columns_of_a_row_are_looked_through_once_for_all_its_cells(tmp_path: Path) -> None:
    looked_through = 0

    class Counted(tuple[Column, ...]):
        def __iter__(self) -> Iterator[Column]:
            nonlocal looked_through
            looked_through += 1
            return super().__iter__()

    found: Any = open_collection(written(tmp_path / "a.json", json.dumps([{"title": "A", "x": 1}, {"title": "B"}])))
    first, second = found
    row = first._replace(cells=first.cells._replace(columns=Counted(first.cells.columns)))
    cells = CellReader()
    reads = [cells.under(heading) for heading in ("x", "title", "y")]
    assert [[read(each) for read in reads] for each in (second, row)] == [[None, "B", None], [1, "A", None]]
    assert looked_through == 1


def test_what_is_no_award_among_several_awards_of_a_record_says_more_of_each(tmp_path: Path) -> None:
    text = """[{"year": 2021, "place": {"city": "Y"}, "best_film": "A", "best_director": {"name": "x", "film": "B"}},
        {"year": 2022, "best_film": "C", "best_director": null, "best_song": ["D"]}]"""
    results = list(open_collection(written(tmp_path / "list.json", text)))
    found = [(result.award, result.title, result.edition.year, result.other.get("place.city")) for result in results]
    assert found == [
        ("best_film", "A", 2021, "Y"),
        ("best_director", "B", 2021, "Y"),
        ("best_film", "C", 2022, None),
        ("best_song", "D", 2022, None),
    ]


def test_objects_in_arrays_within_an_array_are_its_records(tmp_path: Path) -> None:
    nested = '[[{"title":"A"},{"title":"B"}],[null,{"title":"C"}]]'
    for text in (nested, f'{{"winners":{nested}}}', f'{{"of":{{"all":{nested}}},"x":1}}'):
        found = open_collection(written(tmp_path / "a.json", text))
        assert [result.title for result in found] == ["A", "B", "C"], text
    for text in ('[["title","year"],["A",2021]]', '[["title","more"],["A",{"x":1}]]'):
        assert [result.title for result in open_collection(written(tmp_path / "a.json", text))] == ["A"], "a table"
    words = '{"goals":[[null,{"at":845,"colour":"red"},{"at":1,"colour":"blue"}],[null,{"at":2,"colour":"red"}]]}'
    with pytest.raises(InvalidDataError, match="at, colour"):
        open_collection(written(tmp_path / "a.json", words))


def test_records_of_other_objects_beside_those_asked_for_are_named_with_their_option(tmp_path: Path) -> None:
    text = """[{"title": "优胜奖", "items": [{"name": "甲组", "winners": [{"medal": "金奖", "title": "春"}]}]},
    {"title": "推荐奖", "items": [{"name": "乙", "works": [{"title": "夏"}]}, {"name": "丙", "works": ["秋"]}]}]"""
    path = written(tmp_path / "a.json", text)
    for asked, other in (("items.winners", "--records items.works"), ("items.works", "--records items.winners")):
        said = [remark.text for remark in check(path, ReadAs(records=asked))[0].remarks]
        assert any(other in remark for remark in said), said
        assert not any(f"--records {asked}." in remark for remark in said), said


def test_words_under_several_keys_are_all_read_where_some_say_more_in_an_object(tmp_path: Path) -> None:
    text = '{"a": ["春"], "b": ["夏", {"title": "秋", "date": "2024"}], "c": ["冬"]}'
    _, films = check(written(tmp_path / "a.json", text))
    assert [film.title for film in films or ()] == ["春", "夏", "秋", "冬"]


def test_a_first_row_in_arrays_that_is_like_those_below_it_is_no_heading(tmp_path: Path) -> None:
    rows = [["春风", "张三", "最佳影片"], ["山河", "李四", "最佳歌曲"]]
    for data in (
        {"2020": rows, "2021": [["秋水", "王五", "最佳影片"]]},
        {
            "2021": {"金奖": [["春风", "张三"], ["山河", "李四"]], "银奖": [["夏雨", "王五"]]},
            "2022": {"金奖": [["秋水", "赵六"]]},
        },
        {
            "2021": {"金奖": [["春", "张三"], ["夏", "李四"]]},
            "2022": {"金奖": [["冬", "赵六"]], "银奖": [["秋", "王五"]]},
        },
    ):
        with pytest.raises(InvalidDataError) as refused:
            read(tmp_path, data)
        assert "--column title=A" in str(refused.value.hints), data
        found = open_collection(tmp_path / "a.json", ReadAs(columns={"A": "title"}))
        assert len(list(found)) == json.dumps(data).count("[[") + json.dumps(data).count("], ["), data
    for heading in (["片名", "导演", "最佳影片"], ["片名", "导演", "奖项"]):
        results, _ = read(tmp_path, {"2020": [heading, *rows], "2021": [heading, ["秋水", "王五", "最佳影片"]]})
        assert [each[0] for each in results] == ["春风", "山河", "秋水"], heading


def test_winners_beside_nominees_have_their_keys_as_the_result(tmp_path: Path) -> None:
    won, lost = [{"title": "A", "director": "x", "award": "Best Film"}], [{"title": "B", "award": "Best Film"}]
    both = [("A", "x", "Best Film"), ("B", None, "Best Film")]
    for keys in (("winners", "nominees"), ("Winner", "Nominee"), ("winners", "runners_up"), ("获奖作品", "入围作品")):
        data = dict(zip(keys, (won, lost), strict=True))
        for document, year in ((data, None), ({"2021": data, "2022": {keys[0]: []}}, 2021)):
            results, reading = read(tmp_path, document)
            assert [(*each[:3], each[4]) for each in results] == [(*each, year) for each in both], document
            heading = "结果" if "入围作品" in keys else "result"
            assert reading.columns[[each.heading for each in reading.columns].index(heading)].role is None
            assert f"--where {heading}={keys[0]}" in said(reading), document
    for other in (("gold", "silver"), ("champions", "runners up"), ("nominees", "finalists"), ("winners", "films")):
        _, reading = read(tmp_path, dict(zip(other, (won, lost), strict=True)))
        assert "--where" not in said(reading), other
        assert "result" not in {each.heading for each in reading.columns}, other


def test_arrays_of_rows_under_the_same_heading_are_one_list(tmp_path: Path) -> None:
    heading = ["title", "author"]
    for document in (
        {"films": [heading, ["A", "x"]], "books": [heading, ["B", "z"]]},
        {"films": [heading, ["A", "x"], ["B", "z"]]},
        {"电影": [["片名", "导演"], ["A", "x"]], "图书": [["片名", "作者"], ["B", "z"]]},
    ):
        results, _ = read(tmp_path, document)
        assert [each[:2] for each in results] == [("A", "x"), ("B", "z")], document
    results, _ = read(tmp_path, {"title": ["A", "B"], "author": [["x", "z"], ["u", "v"]]})
    assert [each[:2] for each in results] == [("A", "x、z"), ("B", "u、v")], "columns, one of several names each"


def test_words_under_awards_of_people_are_who_won(tmp_path: Path) -> None:
    people = [(None, "张三", "最佳导演"), (None, "李四", "最佳女主角")]
    for document in (
        {"最佳影片": "春江", "最佳导演": "张三", "最佳女主角": "李四"},
        {"最佳影片": ["春江"], "最佳导演": ["张三"], "最佳女主角": ["李四"]},
        {"2021": {"最佳影片": "春江", "最佳导演": "张三", "最佳女主角": "李四"}, "2022": {"最佳影片": []}},
        {"awards": {"最佳影片": "春江", "最佳导演": "张三", "最佳女主角": "李四"}},
        {"最佳影片": {"2021": "春江"}, "最佳导演": {"2021": "张三"}, "最佳女主角": {"2021": ["李四"]}},
    ):
        results, _ = read(tmp_path, document)
        assert [each[:3] for each in results] == [("春江", None, "最佳影片"), *people], document
    for works in (
        {"最佳导演": "《夏》", "最佳影片": "《春》"},
        {"金奖": "夏", "银奖": "春"},
        {"张三": {"最佳导演": ["夏", "春"]}},
    ):
        assert [str(each[0]).strip("《》") for each in read(tmp_path, works)[0]] == ["夏", "春"], works


def test_a_document_named_as_json_lines_is_a_document_and_broken_lines_keep_their_own_errors(tmp_path: Path) -> None:
    def titles(text: str) -> tuple[str, list[str | None]]:
        found: Any = open_collection(written(tmp_path / "a.jsonl", text))
        return found.reading.format, [each.title for each in found]

    rain, snow = {"title": "Rain"}, {"title": "Snow"}
    for document in ([rain, snow], {"items": [rain, snow]}, {"count": 2, "items": [rain, snow]}):
        for indent in (None, 0, 1):
            assert titles(f"\n{json.dumps(document, indent=indent)}\n") == ("json", ["Rain", "Snow"]), document
    assert titles('[{"title": "Rain"},\n{"title": "Snow"}]') == ("json", ["Rain", "Snow"])
    assert titles(json.dumps(rain | {"cast": [{"name": "Ann"}]})) == ("jsonl", ["Rain"])
    assert titles('["title", "year"]\n["Rain", 2019]') == ("jsonl", ["Rain"])
    for broken in ('{"title": "Wind",', '{"title": "Wind"', '{"title": "Wi', '{"title":', "{'title': 'Wind'}", "Wind"):
        assert titles(f'{broken}\n{{"title": "Rain"}}\n') == ("jsonl", ["Rain"]), broken
    assert titles('{"title": "Wind"\n[1]\n{"title": "Rain"}\n') == ("jsonl", ["Rain"])
    for broken in ('[\n {"title": "Rain"},\n {"title": Snow}\n]', '{\n "title": "Rain",\n "year": x\n}'):
        with pytest.raises(InvalidDataError, match="line 3"):
            titles(broken)


def test_a_path_to_what_won_adds_no_award_to_those_of_the_list(tmp_path: Path) -> None:
    for key in ("获奖作品", "得奖作品", "获奖单位"):
        for around in ({"奖项": "金树奖"}, {"年份": 2019}):
            results, reading = read(tmp_path, [{**around, key: [{"片名": "晨光", "导演": "甲"}]}], key)
            assert results == [("晨光", "甲", around.get("奖项"), None, around.get("年份"))]
            assert [column.heading for column in reading.columns] == ["片名", "导演", *around]
    results, _ = read(tmp_path, [{"年份": 2019, "一等奖": [{"片名": "晨光"}]}], "一等奖")
    assert results == [("晨光", None, "一等奖", None, 2019)]
