"""Records inside JSON that are offered by an option: the option reads, and has the values around them."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from awardcli.collection.loading import open_collection
from awardcli.collection.user_file.reading_report import ReadAs, UnknownColumnsError
from awardcli.errors import InvalidDataError
from support import written

Rows = list[tuple[object, ...]]


def read(path: Path, data: object, options: str = "") -> tuple[Rows, list[str]]:
    """The title, who it was, award and year of each result, and the options that the reading offers."""
    words = shlex.split(options)
    asked = dict(zip(words[::2], words[1::2], strict=True))
    role, _, heading = asked.get("--column", "").partition("=")
    columns: Any = {heading: role} if heading else {}
    read_as = ReadAs(columns=columns, records=asked.get("--records"))
    found: Any = open_collection(written(path / "a.json", json.dumps(data, ensure_ascii=False)), read_as)
    rows: Rows = [(each.title, each.written("organization") or None, each.award, each.edition.year) for each in found]
    return rows, [remark.option for remark in found.reading.remarks if remark.option]


def offered(path: Path, data: object) -> list[str]:
    """The options that a reading offers for other records, or those of the refusal."""
    try:
        return [option for option in read(path, data)[1] if "--records" in option]
    except UnknownColumnsError as error:
        return [f"--records{hint.partition('--records')[2]}" for hint in error.hints if "--records" in hint]


def test_arrays_in_an_array_are_rows_with_the_values_around_them(tmp_path: Path) -> None:
    pairs = [["东方", "魏巍"], ["芙蓉镇", "古华", "二版"]]
    both: Rows = [("东方", None, None, 1982), ("芙蓉镇", None, None, 1982)]
    for data, option in (
        ([{"year": 1982, "works": pairs}], "--records works --column title=A"),
        ([{"year": 1982, "list": pairs}], "--records list --column title=A"),
        ({"festival": "x", "years": [{"year": 1982, "works": pairs}]}, "--records years.works --column title=A"),
    ):
        assert offered(tmp_path, data) == [option], data
        assert read(tmp_path, data, option)[0] == both
    later: Rows = [("春", None, None, 1991)]
    by_year = {"1982": pairs, "1991": [["春", "张三"]]}
    for document in (by_year, {"list": by_year}):
        assert read(tmp_path, document, "--column title=A")[0] == [*both, *later]
    with_heading = [["书名", "作者"], ["东方", "魏巍"]]
    assert read(tmp_path, {"1982": with_heading, "1991": [["书名", "作者"], ["春", "张三"]]})[0] == [
        ("东方", "魏巍", None, 1982),
        ("春", "张三", None, 1991),
    ]
    assert offered(tmp_path, [{"year": 1982, "works": with_heading}]) == ["--records works"]
    assert read(tmp_path, [{"year": 1982, "works": with_heading}], "--records works")[0] == [
        ("东方", "魏巍", None, 1982)
    ]
    for plain in (
        {"title": "春", "path": [[121.4, 31.2], [121.5, 31.3]]},
        {"title": "春", "path": [["a"], ["b"]]},
        {"title": "春", "words": ["a", "b"]},
        {"title": "春", "words": []},
        {"title": "春", "path": [[["a", "b"]]]},
    ):
        assert (read(tmp_path, [plain]), offered(tmp_path, [plain])) == (([("春", None, None, None)], []), []), plain


def test_rows_without_a_heading_are_offered_by_letter_so_that_none_is_lost(tmp_path: Path) -> None:
    for rows, option in (
        ([["春", "张三", 2020], ["夏", "李四", 2021]], "--column title=A --column year=C"),
        ([["春", "张三"], ["夏", "李四"]], "--column title=A"),
        ([["Salt", "Ana Ruiz"], ["Fog", "Mei Lin"]], "--column title=A"),
        ([["一中", "春"], ["二中", "夏"]], "--column title=B --column organization=A"),
        ([["title", "year"], ["春", 2020]], ""),
        ([["film_name", "by_whom"], ["春", "张三"]], ""),
    ):
        document = {"works": rows, "other": [["x", 1]]}
        for data in ([{"group": "x", "works": rows}], *([document] if option else [])):
            assert offered(tmp_path, data)[0] == f"--records works {option}".rstrip(), data
        assert option or [title for title, *_ in read(tmp_path, document)[0]] == ["春"]


def test_an_option_that_would_make_other_values_results_too_is_not_offered(tmp_path: Path) -> None:
    films, books = [{"title": "Salt", "director": "Ana"}], [{"title": "Fog", "author": "Bea"}]
    document = {"films": films, "books": books, "updated": "2022"}
    assert offered(tmp_path, document)[0] == "--records '*'"
    assert "--records '*'" not in offered(tmp_path, {**document, "jury": [{"name": "Eve"}]})


def test_each_option_that_is_offered_for_other_records_reads_some(tmp_path: Path) -> None:
    tried = 0
    for data in (
        {"tags": [{"id": 1}], "films": [{"title": "甲", "director": "乙"}]},
        {"source": "x", "data": {"Roma": {"Best Director": {"year": 2019}}, "Juno": {"Best Song": {"year": 2008}}}},
        {"x": "y", "data": {"Roma": [{"award": "Best Song", "year": 2019}], "Juno": [{"award": "Best Film"}]}},
        [{"title": "甲", "tags": [{"id": 1}]}],
        [{"group": "甲", "members": [{"no": 1}, {"no": 2}]}],
        [[{"film": ["春", "夏"]}], [{"film": ["秋", "冬"]}]],
        [{"year": 2020, "data": [{"book": "A", "by": "Ann Lee"}]}],
        [{"year": 2020, "data": [{"what": "Sea", "whom": "Ann Lee"}, {"what": "Red Road", "whom": "Bo Diaz"}]}],
        {"a": [{"title": "甲", "cast": [{"name": "子"}]}], "b": [{"title": "乙", "cast": []}]},
    ):
        for option in offered(tmp_path, data):
            tried += 1
            assert read(tmp_path, data, option)[0], (data, option)
    assert tried == 8
    with pytest.raises(InvalidDataError):
        read(tmp_path, [{"group": "甲", "members": [{"no": 1}]}], "--records members")


def test_the_name_of_what_holds_records_is_their_award_where_it_is_one(tmp_path: Path) -> None:
    books = [
        {"year": 2024, "title": "Orbital", "author": "Ann Lee"},
        {"year": 2023, "title": "Sea", "author": "Bo Diaz"},
    ]
    for key in ("name", "title"):
        data = [
            {key: "Booker Prize", "items": books},
            {key: "Nobel Prize", "items": [{"title": None, "author": "Cy Poe"}]},
        ]
        assert "--records items" in offered(tmp_path, data), key
        assert not any("items" in option for option in read(tmp_path, data)[1] if "--records" not in option), key
        rows, _ = read(tmp_path, data, "--records items")
        assert rows == [
            ("Orbital", "Ann Lee", "Booker Prize", 2024),
            ("Sea", "Bo Diaz", "Booker Prize", 2023),
            (None, "Cy Poe", "Nobel Prize", None),
        ], key
    short = [
        {"name": "Booker Prize", "items": [{"t": "Orbital", "a": "Ann Lee"}, {"t": "Prophet Song", "a": "Paul Lynch"}]}
    ]
    assert read(tmp_path, short, "--records items")[0] == [
        ("Orbital", None, "Booker Prize", None),
        ("Prophet Song", None, "Booker Prize", None),
    ], "what may be names of people is less likely the title"
    for group in ("Fiction", "Ann Lee", "青年组"):
        data = [{"name": group, "items": books}]
        assert {row[2] for row in read(tmp_path, data, "--records items")[0]} == {None}, group
    of_works = [{"name": "Booker Prize", "items": [{**books[0], "award": "Shortlist"}]}]
    assert read(tmp_path, of_works, "--records items")[0][0][2] == "Shortlist", "the records say their own"


def test_arrays_side_by_side_are_one_list_where_their_records_say_the_same(tmp_path: Path) -> None:
    contests = [{"title": "Silver", "event": "x", "year": 2025}, {"title": "Top", "event": "y", "year": 2024}]
    grants = [{"title": "Young Researcher", "org": "z", "period": "2025.09"}]
    honours = [{"title": "Honour", "institution": "u", "year": "2022"}]
    for data, count in (
        ({"contests": contests, "grants": grants, "honours": honours}, 4),
        (
            {
                "电影": [{"片名": "春", "年份": 2021, "导演": "子"}],
                "图书": [{"片名": "秋", "作者": "丑", "出版社": "某社"}],
            },
            2,
        ),
        ({"电影": [{"片名": "春", "导演": "子"}], "图书": [{"书名": "秋", "作者": "丑"}]}, 2),
        ({"films": [{"title": "A", "director": "x"}], "books": [{"title": "B", "author": "y", "isbn": 1}]}, 2),
        ({"lists": {"songs": [{"song": "A", "singer": "x"}], "books": [{"book": "B", "author": "y"}]}}, 2),
    ):
        assert len(read(tmp_path, data)[0]) == count, data
    cases: list[tuple[dict[str, list[Any]], str]] = [
        ({"contests": contests, "grants": grants}, "--records grants"),
        ({"films": [{"title": "A", "director": "x", "year": 1}], "genres": [{"title": "Drama"}]}, "--records genres"),
        ({"films": [{"title": "A", "director": "x"}], "people": [{"name": "x", "born": 1}]}, "--records people"),
        ({"films": [{"title": "A", "director": "x"}], "jury": [{"name": "x", "title": "Dr"}]}, "--records jury"),
        ({"films": [{"title": "A", "year": 1}], "schools": [{"school": "B", "city": "x"}]}, "--records schools"),
    ]
    for one, option in cases:
        rows, options = read(tmp_path, one)
        assert (len(rows), option in options) == (len(next(iter(one.values()))), True), one


def test_lists_of_words_under_an_unknown_key_are_offered_as_titles_where_none_is_known(tmp_path: Path) -> None:
    for key in ("list", "entries", "内容"):
        data = [{"award": "一等奖", key: ["《春》 张三", "《夏》 李四"]}, {"award": "二等奖", key: ["《秋》 王五"]}]
        assert offered(tmp_path, data) == [f"--records {key}"], key
        assert [row[2] for row in read(tmp_path, data, f"--records {key}")[0]] == ["一等奖", "一等奖", "二等奖"], key
    for plain in ({"title": "春", "list": ["a", "b"]}, {"author": "张三", "list": ["甲", "乙"]}):
        assert offered(tmp_path, [plain]) == [], plain


def test_the_text_alone_in_an_object_has_the_role_of_the_object(tmp_path: Path) -> None:
    for text in ("rendered", "$t", "#text", "value", "en-US", "zh"):
        data = [{"title": {text: "Sea"}, "acf": {"author": {text: "Ann Lee"}, "awardYear": {text: "2020"}}}]
        assert read(tmp_path, data) == ([("Sea", "Ann Lee", None, 2020)], []), text
    translated = [{"award": "金奖", "works": [{"zh": "春", "en": "Spring"}, {"zh": "地", "en": "Land"}]}]
    assert offered(tmp_path, translated) == ["--records works"]
    assert [row[0] for row in read(tmp_path, translated, "--records works")[0]] == ["春", "地"]
    for key in ("url", "href", "length", "slug"):
        data = [{"title": {key: "x"}, "film": "Sea"}]
        assert read(tmp_path, data)[0] == [("Sea", None, None, None)], key


def test_keys_that_may_be_names_of_people_are_offered_as_who_won(tmp_path: Path) -> None:
    won = {"Ang Lee": {"Best Director": ["Sea", "Life"]}, "Chloe Zhao": {"Best Director": ["Land"]}}
    assert "--column organization=key" in read(tmp_path, won)[1]
    assert [row[1] for row in read(tmp_path, won, "--column organization=key")[0]] == [
        "Ang Lee",
        "Ang Lee",
        "Chloe Zhao",
    ]
    for keys in (("features", "shorts"), ("part1", "part2"), ("Sea", "Land")):
        data = {key: [{"title": f"A{key}", "country": "x"}] for key in keys}
        assert "--column organization=key" not in read(tmp_path, data)[1], keys


def test_keys_that_are_kinds_of_works_are_categories_and_names_in_objects_are_who_won(tmp_path: Path) -> None:
    for keys, heading in (
        (("电影", "图书"), "类别"),
        (("微电影", "短片", "动画"), "类别"),
        (("films", "novels"), "category"),
    ):
        path = written(tmp_path / "k.json", json.dumps({key: [{"片名": f"春{key}", "导演": "子"}] for key in keys}))
        found: Any = open_collection(path)
        assert [each.category.name for each in found] == [*keys]
        assert heading in [column.heading for column in found.reading.columns]
    for other in (("电影", "甲队"), ("winners", "films"), ("作品", "影片")):
        path = written(tmp_path / "k.json", json.dumps({key: [{"片名": f"春{key}", "导演": "子"}] for key in other}))
        assert {each.category for each in open_collection(path)} == {None}, other
    for key in ("name", "姓名", "名称"):
        data = [{"片名": "春", "作者": [{key: "张三", "班": 1}, {key: "李四"}]}]
        assert read(tmp_path, data)[0] == [("春", "张三、李四", None, None)], key
    assert read(tmp_path, [{"片名": "春", "作者": [{"班": "一"}]}])[0] == [("春", None, None, None)]


def test_awards_deep_under_years_are_offered_as_awards_beside_a_flat_array_of_other_things(tmp_path: Path) -> None:
    def ceremonies(*wins: str) -> dict[str, Any]:
        return {"count": 1, "ceremonies": [{"ceremony": "Asia Artist Awards", "wins": list(wins)}]}

    years = {"2019": ceremonies("Rookie of the Year"), "2020": ceremonies("Next Leader", "Best Performer")}
    songs = {"showWins": [{"song": "ICY", "wins": 12}, {"song": "LOCO", "wins": 3}]}
    option = "--records groupAwards.ceremonies --column award=wins"
    assert offered(tmp_path, {"groupAwards": years, **songs}) == [option]
    rows, _ = read(tmp_path, {"groupAwards": years, **songs}, option)
    assert [row[2:] for row in rows] == [("Rookie of the Year", 2019), ("Next Leader、Best Performer", 2020)]
    in_chinese = {"2019年": ceremonies("最佳新人奖"), "2020年": ceremonies("最佳女演员", "人气奖")}
    assert offered(tmp_path, {"groupAwards": in_chinese, **songs}) == [option]
    unsure = {"2019": ceremonies("Next Leader"), "2020": ceremonies("Dalla Dalla – Digital Bonsang", "Fans' Pick")}
    assert offered(tmp_path, {"groupAwards": unsure, **songs}) == [option], "as the key says"
    works = {"2019": {"count": 1, "ceremonies": [{"ceremony": "Asia Artist Awards", "films": [{"title": "A"}]}]}}
    assert not any("award=" in each for each in offered(tmp_path, {"groupAwards": works, **songs})), "works"


def test_the_rank_of_what_is_around_a_record_is_no_award_of_the_record(tmp_path: Path) -> None:
    for holder, records in (
        ({"country": "中国", "rank": "2"}, [{"title": "跳水"}, {"title": "游泳"}]),
        ({"team": "Peach", "rank": 1}, [{"title": "Diving"}, {"title": "Golf"}]),
    ):
        rows, _ = read(tmp_path, [{**holder, "events": records}, {**holder, "events": records}], "--records events")
        assert {row[2] for row in rows} == {None}, holder
    placed = [{"rank": 1, "films": [{"title": "A"}, {"title": "B"}]}, {"rank": 2, "films": [{"title": "C"}]}]
    assert [row[2] for row in read(tmp_path, placed, "--records films")[0]] == ["1", "1", "2"], "all that it ranks"


def test_awards_under_the_keys_of_people_are_theirs_though_some_names_say_nothing(tmp_path: Path) -> None:
    for rest in ("优秀论文", "123"):
        first = [
            {"name": "比赛一等奖", "type": "竞赛", "stamp": "某学院"},
            {"name": rest, "type": "说课", "stamp": "某局"},
        ]
        second = [
            {"name": "省三等奖", "type": "论文", "stamp": "某中学"},
            {"name": rest, "type": "课", "stamp": "某校"},
        ]
        data = {"lzy": first, "dh": second}
        found: Any = open_collection(written(tmp_path / "a.json", json.dumps(data)))
        said = [remark.text for remark in found.reading.remarks if "may be awards" in remark.text]
        option = "--column award=name --column organization=key"
        assert [text.partition("if so: ")[2] for text in said] == [option], said
        by_person = open_collection(tmp_path / "a.json", ReadAs(columns={"name": "award", "key": "organization"}))
        assert [(each.award, each.organization) for each in by_person][::2] == [
            ("比赛一等奖", "lzy"),
            ("省三等奖", "dh"),
        ]


def test_arrays_of_names_are_people_and_what_they_won_is_offered(tmp_path: Path) -> None:
    won = {"2019": [("张伟, 李娜", "数学竞赛 第二名"), ("王芳", "论文奖")], "2020": [("赵敏", "编程竞赛金牌")]}
    data: dict[str, Any] = {
        "获奖 Awards": {
            f"year {year}": [{"name": [who], "content": what} for who, what in each] for year, each in won.items()
        },
        "实习 Internships": {"year 2020": [{"name": ["周杰"], "content": "某公司"}]},
    }
    rows, options = read(tmp_path, data)
    assert rows[0] == (None, "张伟, 李娜", None, 2019)
    assert {"--records '实习 Internships.*'"} <= {*options}, "those are no awards"
    rows, _ = read(tmp_path, data, "--column award=content")
    assert rows == [(None, who, what, int(year)) for year, each in won.items() for who, what in each]
    for other in (
        [{"name": ["Parasite", "기생충"], "award": "Best Film"}, {"name": ["Roma"], "award": "Best Short"}],
        [
            {"name": ["Citizen Kane"], "year": [1941]},
            {"name": ["Pulp Fiction"], "year": [1994]},
            {"name": ["Toy Story"]},
        ],
    ):
        assert all(title and not who for title, who, *_ in read(tmp_path, other)[0]), other


def test_names_that_are_those_of_people_are_doubted_as_titles(tmp_path: Path) -> None:
    option = "--column organization=name"
    for names, is_doubted in (
        (["张伟", "李娜", "王芳", "刘洋"], True),
        (["Tim Lee", "Bo Ek / Di Wu", "Cy Fox"], True),
        (["김철수", "이영희", "박민수", "최지우"], True),
        (["山田 太郎", "佐藤 花子", "高橋 一郎", "林 まり"], True),
        (["白蛇传", "黄土地", "红高粱", "霸王别姬"], False),
        (["Citizen Kane", "Alien", "Toy Story", "The Third Man"], False),
    ):
        for more in ({}, {"school": "x"}):
            data = [{"name": name, "award": "Gold", **more} for name in names]
            assert (option in read(tmp_path, data)[1]) == is_doubted, names
    assert read(tmp_path, [{"team": "A", "names": "Ann Lee; Bo Ek", "award": "Gold"}])[0][0][0] is None


def test_several_nominees_beside_a_title_may_be_works_of_an_award(tmp_path: Path) -> None:
    data = [{"title": "Directing", "nominees": ["Hamnet", "Sinners"]}, {"title": "Sound", "nominees": ["F1"]}]
    assert "--records nominees" in offered(tmp_path, data)


def test_nominees_in_arrays_are_a_result_each_parted_from_their_work_where_it_is_named_alone(tmp_path: Path) -> None:
    data: dict[str, Any] = {
        "categories": [
            {"name": "Best Film", "nominees": ["Anora", "Wicked", "Emma"]},
            {"name": "Best Actress", "nominees": ["Mikey Lee - Anora", "Cynthia Poe (Wicked)", "Ann Diaz - Sea"]},
            {"name": "Best Foreign Film", "nominees": ["Emma (France)", "Sea"]},
        ]
    }
    assert [row[:3] for row in read(tmp_path, data)[0]] == [
        ("Anora", None, "Best Film"),
        ("Wicked", None, "Best Film"),
        ("Emma", None, "Best Film"),
        ("Anora", "Mikey Lee", "Best Actress"),
        ("Wicked", "Cynthia Poe", "Best Actress"),
        ("Sea", "Ann Diaz", "Best Actress"),
        ("Emma (France)", None, "Best Foreign Film"),
        ("Sea", None, "Best Foreign Film"),
    ]
    data["categories"] = data["categories"][:1]
    assert len(read(tmp_path, data, "--column title=nominees")[0]) == 3
    for other in (
        [{"film": "Anora", "nominees": ["Ann Lee", "Bo Ek"]}],
        [{"award": "Best Film", "winner": "Anora", "nominees": ["Anora", "Wicked"]}],
        [{"award": "Physics", "laureates": ["Ann Lee", "Bo Ek"]}],
        [{"name": "Anora", "nominations": ["Best Film", "Best Actress"]}],
    ):
        assert len(read(tmp_path, other)[0]) == 1, other


def test_the_title_around_what_was_chosen_is_that_of_the_award_or_the_event(tmp_path: Path) -> None:
    polls = [{"title": name, "options": [{"label": f"{name}-{at}"} for at in "ab"]} for name in ("Game", "Song")]
    assert offered(tmp_path, polls) == ["--records options"]
    assert read(tmp_path, polls, "--records options")[0][1] == ("Game-b", None, "Game", None)
    words = [{"title": name, "options": [f"{name}-{at}" for at in "ab"]} for name in ("Game", "Song")]
    assert offered(tmp_path, words) == ["--records options"]
    assert read(tmp_path, words, "--records options")[0][1] == ("Game-b", None, "Game", None)
    event = {"title": "Banquet", "winners": [{"awardType": "25年资奖", "recipientName": each} for each in "甲乙"]}
    assert read(tmp_path, event, "--records winners")[0] == [(None, each, "25年资奖", None) for each in "甲乙"]
    film = [{"title": "Anora", "cast": [{"label": "Ann Lee"}, {"label": "Bo Ek"}]}]
    assert [row[0] for row in read(tmp_path, film, "--records cast")[0]] == ["Anora", "Anora"]
    nominated = [{"title": "Anora", "nominees": [{"person": "Ann Lee", "award": "Best Actress"}]}] * 2
    assert read(tmp_path, nominated[:1], "--records nominees")[0] == [("Anora", "Ann Lee", "Best Actress", None)]


def test_places_as_keys_are_a_result_each_in_all_contests_with_the_same_keys(tmp_path: Path) -> None:
    for keys in (("champ", "pos2", "pos3"), ("champion", "runner_up", "third_place"), ("first", "second", "third")):
        contests = {
            name: [{"year": 2017, **{key: f"{name}{at}" for at, key in enumerate(keys)}}] for name in ("salon", "stage")
        }
        rows, options = read(tmp_path, contests)
        won = [(f"{name}{at}", key, 2017) for name in contests for at, key in enumerate(keys)]
        assert [(title or who, award, year) for title, who, award, year in rows] == won, keys
        assert "--records salon" in options
    unknown = {"a": [{"t": "Sea", "n": 3}], "b": [{"t": "Wicked", "n": 4}]}
    assert [row[0] for row in read(tmp_path, unknown, "--column title=t")[0]] == ["Sea"], "of nothing known in common"


def test_words_that_are_people_or_have_them_beside_a_work_are_told_apart(tmp_path: Path) -> None:
    people = {"2020": "Ann Lee", "2021": ["Bo Diaz", "Cy Fox"], "2022": "Di Wu"}
    assert read(tmp_path, {"winners": people})[0][2] == (None, "Cy Fox", None, 2021)
    assert read(tmp_path, {"films": {**people, "2022": "Alien"}})[0][3][:2] == ("Alien", None)
    won = {"Best Film": ["Anora", "Wicked"], "Best Actor": ["Ann Lee - Anora", "Bo Diaz - Emma"]}
    assert [row[:3] for row in read(tmp_path, won)[0][2:]] == [
        ("Anora", "Ann Lee", "Best Actor"),
        ("Emma", "Bo Diaz", "Best Actor"),
    ]
    winners = [{"award": "Gold", "winners": ["Sea", "Red Road"]}]
    assert "--records winners" in read(tmp_path, winners, "--column title=winners")[1]
    several = [{"teacher": "张三", "awards": ["年度优秀设计", "每周人气作品"]}]
    assert read(tmp_path, several)[0] == [(None, "张三", "年度优秀设计｜每周人气作品", None)], "one would say less"


def test_what_keys_say_is_known_in_camel_case_by_year_and_inside_an_object(tmp_path: Path) -> None:
    lists = {"bestPicture": ["Sea", "Wicked"], "bestDirector": ["Ann Lee", "Bo Diaz"]}
    assert read(tmp_path, lists)[0][1:3] == [
        ("Wicked", None, "bestPicture", None),
        (None, "Ann Lee", "bestDirector", None),
    ]
    assert read(tmp_path, {"films": {"2020": "Sea", "2021": "Wicked"}})[0][1] == ("Wicked", None, None, 2021)
    for key in ("name", "recipient"):
        records = [
            {key: {"first": first, "last": last}, "award": "Gold"} for first, last in (("Ann", "Lee"), ("Bo", "Ek"))
        ]
        assert [title or award for title, _, award, _ in read(tmp_path, records)[0]] == ["Gold", "Gold"]
    for awards in (
        {"2020": ["Gold Prize"], "2021": ["Best Paper Award", "Dean Prize"]},
        {"2020": ["金奖"], "2021": ["银奖"]},
    ):
        assert [row[3] for row in read(tmp_path, {"honors": awards})[0]][:2] == [2020, 2021], "the years are no titles"
    outcomes = [{"name": "Sea", "status": "winner"}, {"name": "Wicked", "status": "nominee"}]
    assert [row[2] for row in read(tmp_path, outcomes)[0]] == [None, None]
    lines = [{"year": 2020, "list": ["张三 论文奖", "李四 春江"]}]
    assert [row[0] for row in read(tmp_path, lines, "--records list")[0]] == ["张三 论文奖", "李四 春江"]


def test_people_under_awards_in_groups_are_doubted_as_titles_and_as_keys_are_who_won(tmp_path: Path) -> None:
    groups = {
        "小学组": {"一等奖": ["张伟", "李娜"], "二等奖": ["王芳"]},
        "中学组": {"一等奖": ["刘洋"], "二等奖": ["陈静"]},
    }
    assert "--column organization=作品" in read(tmp_path, groups)[1]
    works = {
        "小学组": {"一等奖": ["春江", "夏"], "二等奖": ["秋水"]},
        "中学组": {"一等奖": ["冬雪"], "二等奖": ["白鹿"]},
    }
    assert not any("organization" in option for option in read(tmp_path, works)[1])
    keys = {name: {"award": "Gold", "year": 2020} for name in ("Ann Lee", "Bo Diaz", "Cy Fox", "Di Wu")}
    assert read(tmp_path, {"students": keys})[0][1] == (None, "Bo Diaz", "Gold", 2020)
    films = {
        name: {"year": 2020, "director": "x"} for name in ("Toy Story", "Pulp Fiction", "Red Road", "Citizen Kane")
    }
    assert read(tmp_path, films)[0][1][0] == "Pulp Fiction"


def test_names_beside_a_film_are_people_where_they_are_not_the_film_again(tmp_path: Path) -> None:
    def nominees(*people: str, by: str = "") -> dict[str, Any]:
        films = [{"name": film, "film": film, "producers": "Red House"} for film in ("Tide", "Moon")]
        others = [{"name": name, "film": "Tide", **({"producers": by} if by else {})} for name in people]
        held = {"Best Picture": films, "Directing": others}
        return {"2026": [{"name": award, "nominees": each} for award, each in held.items()]}

    def read_nominees(data: dict[str, Any]) -> Rows:
        path = written(tmp_path / "a.json", json.dumps(data, ensure_ascii=False))
        found = open_collection(path, ReadAs(records="*.nominees"))
        return [(each.title, each.organization, each.award, each.edition.year) for each in found]

    people = ("Chloé Zhao", "Josh Safdie", "Jessie Buckley", "Rose Byrne")
    assert "--records '*.nominees'" in offered(tmp_path, nominees(*people))
    rows = read_nominees(nominees(*people))
    assert rows[:2] == [("Tide", "Red House", "Best Picture", 2026), ("Moon", "Red House", "Best Picture", 2026)]
    assert rows[2:] == [("Tide", name, "Directing", 2026) for name in people]
    for near_miss in (nominees("La marée", "Eau 1", "Eau 2", "Eau 3"), nominees(*people, by="Blue House")):
        assert {who for _, who, _, _ in read_nominees(near_miss)[2:]} <= {None, "Blue House"}  # translations, or who


def test_words_one_key_below_an_award_are_read_and_their_keys_offered_as_awards(tmp_path: Path) -> None:
    for awards, below in (
        (("Best Picture", "Original Song", "Director", "Makeup and Hair"), "entries"),
        (("最佳影片", "导演", "美术"), "入围"),
    ):
        data = {award: {below: ["Red Tide", "Blue Moon"]} for award in awards}
        rows, options = read(tmp_path, data)
        assert [row[0] for row in rows] == ["Red Tide", "Blue Moon"] * len(awards)
        assert "--column award=key" in options
        assert [row[2] for row in read(tmp_path, data, "--column award=key")[0]][::2] == [*awards]
    one = {"title": {"en": "Tide", "zh": "潮"}, "director": "Ann Lee", "cast": [{"name": "Bo Ek"}]}  # near miss
    assert "--column award=key" not in read(tmp_path, {"films": [one]})[1]


def test_a_key_of_words_beside_awards_loses_no_title_and_the_jury_wins_nothing(tmp_path: Path) -> None:
    for awards in (("Best Picture", "Best Editing", "Directing"), ("最佳影片", "最佳剪辑", "视觉呈现")):
        data = {award: ["Red Tide", "Blue Moon"] for award in awards}
        rows, options = read(tmp_path, data)
        assert [row[0] for row in rows] == ["Red Tide", "Blue Moon"] * 3
        assert "--column award=key" in options
        assert [row[2] for row in read(tmp_path, data, "--column award=key")[0]][::2] == [*awards]
    for beside in ("Jury", "评委", "tags"):
        rows, options = read(tmp_path, {"Best Picture": ["Red Tide"], "Best Editing": ["Blue Moon"], beside: ["Bo Ek"]})
        assert [row[0] for row in rows] == ["Red Tide", "Blue Moon"], beside
        assert not options, beside


def test_the_records_that_say_who_won_are_offered_and_not_the_groups_around_them(tmp_path: Path) -> None:
    def event(title: str, *groups: str) -> dict[str, object]:
        places = [{"award": "优胜", "name": "张三"}, {"award": "亚军", "name": "李四"}]
        return {"title": title, "groups": [{"category": group, "places": places} for group in groups]}

    data = {"spring": event("春季赛", "男子单打", "女子单打"), "autumn": event("秋季赛", "男子单打", "女子单打")}
    assert offered(tmp_path, data) == ["--records groups.places"]
    assert len(read(tmp_path, data, "--records groups.places")[0]) == 8


def test_keys_beside_categories_that_are_awards_are_not_advised_as_awards(tmp_path: Path) -> None:
    def record(award: str, work: str) -> dict[str, object]:
        return {"year": 2012, "category": award, "work": work, "won": True}

    awards = {
        "wen-hsia": ["特別貢獻獎", "特別獎"],
        "feng": ["最佳年度歌曲獎", "特別貢獻獎"],
        "fei": ["最佳年度歌曲獎", "特別獎"],
    }
    for named, option in (
        (awards, "--column award=category"),
        ({key: ["歌曲類", "專輯類"] for key in awards}, "--column award=key"),
    ):
        groups = {key: [record(each, f"{key}{len(each)}") for each in held] for key, held in named.items()}
        options = [each for each in read(tmp_path, {"artists": groups})[1] if "award=" in each]
        assert options == [option], groups


def test_several_awards_in_an_array_are_offered_as_awards_by_the_option_that_reads_each(tmp_path: Path) -> None:
    for name, awards in (
        ("titles", ["City Ballet 大阪 2020 優秀賞", "第9回 市民 バレエ 優秀賞"]),
        ("title", ["Best Paper Award, ICX", "Best Demo Award"]),
    ):
        data = [{"year": 2020, name: awards}, {"year": 2021, name: ["City Prize"]}]
        assert offered(tmp_path, data) == [f"--records {name} --column award={name}"]
        rows, _ = read(tmp_path, data, offered(tmp_path, data)[0])
        assert rows == [(None, None, awards[0], 2020), (None, None, awards[1], 2020), (None, None, "City Prize", 2021)]
    for words in (["Rain", "Salt"], ["张三 一中 一等奖", "李四 二中 一等奖"]):
        assert offered(tmp_path, [{"year": 2020, "titles": words}]) == ["--records titles"]
