"""JSON whose keys say the title, the award or the year of what they hold, and tables with an award in each column."""

import json
from pathlib import Path

import pytest

from awardcli import messages
from awardcli.collection.loading import open_collection
from awardcli.collection.user_file.reading_report import ReadAs, UnknownColumnsError
from awardcli.errors import InvalidDataError
from awardcli.model import Result
from support import written


def listed(path: Path, data: object, read_as: ReadAs | None = None) -> list[Result]:
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return list(open_collection(written(path, text), read_as or ReadAs()))


def facts(results: list[Result]) -> list[tuple[object, ...]]:
    return [(each.award, each.title or each.organization, each.edition.year) for each in results]


def test_keys_that_hold_records_are_their_titles_awards_and_years(tmp_path: Path) -> None:
    by_award = {
        "Best Director": {
            "Roma": {"director_name": "Alfonso", "year": 2019},
            "Nomadland": {"director_name": "Chloé", "year": 2021},
        },
        "Best Original Screenplay": {
            "Her": {"writer_name": "Spike", "year": 2013},
            "Juno": {"writer_name": "Diablo", "year": 2007},
        },
    }
    every = [
        ("Best Director", "Roma", 2019),
        ("Best Director", "Nomadland", 2021),
        ("Best Original Screenplay", "Her", 2013),
        ("Best Original Screenplay", "Juno", 2007),
    ]
    for document in (by_award, {"Golden Awards": by_award}, {"data": by_award, "source": "x"}):
        assert facts(listed(tmp_path / "a.json", document)) == every
    one = listed(tmp_path / "a.json", {"awards": by_award}, ReadAs(records="awards.Best Original Screenplay"))
    assert [(each.title, dict(each.other)) for each in one] == [("Her", {}), ("Juno", {})], "nothing of the other award"


def test_what_won_is_inside_the_award_that_its_key_names(tmp_path: Path) -> None:
    document = {"awards": {"Best Picture": {"Nominees": ["A", "B"], "Winner": None}, "Directing": {"Nominees": ["C"]}}}
    found = listed(tmp_path / "a.json", document)
    assert [(each.award, each.written("organization")) for each in found] == [
        ("Best Picture", "A、B"),
        ("Directing", "C"),
    ]


def test_keys_that_are_ids_are_no_titles_and_a_title_inside_stays_the_title(tmp_path: Path) -> None:
    ids = listed(tmp_path / "a.json", {"tt01": {"director": "子"}, "tt02": {"director": "丑"}})
    assert [(each.title, each.written("organization")) for each in ids] == [(None, "子"), (None, "丑")]
    own = listed(tmp_path / "a.json", {"x": {"film": "甲"}, "y": {"film": "乙"}})
    assert [each.title for each in own] == ["甲", "乙"]
    one = {"title": {"name": "甲"}, "director": {"name": "子"}}
    assert len(listed(tmp_path / "a.json", one)) == 1, "a record, not a record for each key"


def test_a_list_of_winners_beside_its_name_is_no_award_called_winners(tmp_path: Path) -> None:
    document = {"title": "年会", "subtitle": "Banquet", "winners": [{"awardType": "优质奖", "recipientName": "子"}]}
    (found,) = listed(tmp_path / "a.json", document)
    assert (found.award, found.written("organization")) == ("优质奖", "子")
    both = {"winners": [{"film": "甲"}], "nominees": [{"film": "乙"}]}
    assert [each.award for each in listed(tmp_path / "a.json", both)] == ["winners", "nominees"]


def test_words_by_key_may_say_more_in_an_object_and_none_is_lost(tmp_path: Path) -> None:
    document = {"甲组": ["春", {"片名": "夏", "日期": "2024"}], "乙组": ["秋"]}
    found = [each.title for each in listed(tmp_path / "a.json", document)]
    assert found == ["春", "夏", "秋"]


def test_a_table_with_awards_across_has_a_result_in_each_cell(tmp_path: Path) -> None:
    medals = "届次,年份,金牌,银牌,铜牌\n第一届,2019,春风,秋雨,冬雪\n第二届,2020,山河,—,大海\n"
    assert facts(listed(tmp_path / "a.csv", medals)) == [
        ("金牌", "春风", 2019),
        ("银牌", "秋雨", 2019),
        ("铜牌", "冬雪", 2019),
        ("金牌", "山河", 2020),
        ("铜牌", "大海", 2020),
    ]
    records = [
        {
            "Year": 1929,
            "Best Actor": "Emil",
            "Best Picture": "Wings",
            "Live Action Short Film": "NA",
            "Best Sound": "X Y",
        },
        {
            "Year": 1930,
            "Best Actor": "Warner",
            "Best Picture": "NA",
            "Live Action Short Film": "Heroes",
            "Best Sound": "",
        },
    ]
    assert facts(listed(tmp_path / "a.json", records)) == [
        ("Best Actor", "Emil", 1929),
        ("Best Picture", "Wings", 1929),
        ("Best Sound", "X Y", 1929),
        ("Best Actor", "Warner", 1930),
        ("Live Action Short Film", "Heroes", 1930),
    ]
    schools = listed(tmp_path / "b.csv", "学校,一等奖,二等奖,三等奖\n甲中学,春风,,秋雨\n")
    assert [(each.award, each.title, each.written("organization")) for each in schools] == [
        ("一等奖", "春风", "甲中学"),
        ("三等奖", "秋雨", "甲中学"),
    ]


def test_columns_of_awards_with_counts_or_marks_and_few_of_them_are_columns(tmp_path: Path) -> None:
    for text, titles in {
        "学校,金奖,银奖,铜奖\n甲中学,3,2,1\n乙中学,1,0,4\n": [None, None],
        "片名,最佳影片,最佳导演,最佳摄影\n春风,2,,1\n山河,,1,\n": ["春风", "山河"],
        "year,best picture,director\n2019,Roma,Alfonso\n": ["Roma"],
    }.items():
        assert [each.title for each in listed(tmp_path / "a.csv", text)] == titles, text


def test_two_awards_beside_years_alone_are_an_award_each(tmp_path: Path) -> None:
    for when in ("年份,", "序号,届次,"):
        for film, directors in (("{}", ("谢晋", "王苹")), ("《{}》", ("谢晋《红日》", "王苹（《槐树》）"))):
            rows = "".join(
                f"{'1,' * when.count(',')}{film.format(title)},{who}\n"
                for title, who in zip(("红日", "李双"), directors, strict=True)
            )
            found = listed(tmp_path / "a.csv", f"{when}最佳影片,最佳导演\n{rows}")
            works = [None if film == "{}" else "红日", None if film == "{}" else "槐树"]
            assert [(each.award, each.title, each.written("organization")) for each in found] == [
                *(("最佳影片", "红日", None), ("最佳导演", works[0], "谢晋")),
                *(("最佳影片", "李双", None), ("最佳导演", works[1], "王苹")),
            ], (when, film)
    (roma,) = listed(tmp_path / "a.csv", "year,best picture,director\n2019,Roma,Alfonso\n")
    assert (roma.title, roma.written("organization")) == ("Roma", "Alfonso")


def test_awards_to_people_name_people_whatever_the_end_of_their_headings(tmp_path: Path) -> None:
    for text in (
        "年份,最佳影片奖,最佳导演奖,最佳男演员奖\n2020,春,张三,李四\n",
        "Year,Best Film Award,Best Director Award,Best Actor Award\n2020,春,张三,李四\n",
    ):
        found = listed(tmp_path / "a.csv", text)
        assert [(each.title, each.written("organization")) for each in found] == [
            *(("春", None), (None, "张三"), (None, "李四")),
        ], text


def test_competitions_side_by_side_are_categories_each_with_who_won_it(tmp_path: Path) -> None:
    for headings in (
        *(("男子单打", "女子单打", "团体"), ("男单", "女单", "混双"), ("Men's League", "Women's League", "Team")),
        *(("mens-league", "womens-league", "mens-cuppers"), ("Men's Singles", "Women's Singles", "Team Event")),
    ):
        text = f"year,{','.join(headings)}\n2012,Oriel,Hart Hall,Wadham\n2013,王皓,李晓霞,--\n"
        found = listed(tmp_path / "a.csv", text)
        assert [(each.category and each.category.name, each.written("organization")) for each in found] == [
            *zip(headings, ("Oriel", "Hart Hall", "Wadham"), strict=True),
            *zip(headings[:2], ("王皓", "李晓霞"), strict=True),
        ], headings
    for text in (
        *("姓名,单位,男子单打,女子单打\n张三,一中,1,2\n", "Name,Team,Men's size\n张三,一中,L\n"),
        "Product,Men's price,Women's price\nShoe,10,20\n",
    ):
        assert len(listed(tmp_path / "a.csv", text)) == 1, text


def test_a_name_beside_a_title_is_who_it_was_and_ids_are_no_likely_titles(tmp_path: Path) -> None:
    oscars = "year_film,category,name,film,winner\n1927,ACTOR,Emil Jannings,The Last Command,True\n"
    found = listed(tmp_path / "a.csv", f"{oscars}1927,ART,Harry,,False\n")
    assert [(each.title, each.written("organization")) for each in found] == [
        ("The Last Command", "Emil Jannings"),
        (None, "Harry"),
    ]
    own = listed(tmp_path / "a.csv", "name,film,director\n甲奖,春风,子\n乙奖,山河,丑\n")
    assert [each.written("organization") for each in own] == ["子", "丑"], "who it was is known already"
    nobel = "firstname,surname,year,category,name,city\nElinor,Ostrom,2009,economics,Indiana University,Bloomington\n"
    (ostrom,) = listed(tmp_path / "a.csv", nobel)
    assert (ostrom.title, ostrom.organization) == (None, "Elinor Ostrom、Indiana University")
    contests = "name,name_zh,organizer,tracks\nA Cup,,B,AI\nC Cup,,D,Web\n"
    assert [each.written("organization") for each in listed(tmp_path / "a.csv", contests)] == [None, None]
    for text, expected in {
        "year,contest,award,team,track\n2025,A,Gold,peach,AI\n2024,B,Silver,plum,Web\n": (None, "AI"),
        "Track,竞赛名称,奖项,队名\nAI,中国杯,一等奖,桃队\nWeb,世界杯,二等奖,李队\n": (None, "AI"),
        '[{"hackathon":"A","track":"AI","prize":"1st","team":"Peach"}]': (None, "AI"),
        "title,track,award,author\nFoo,NLP,Best Paper,Ann\nBar,Vision,Best Demo,Bob\n": ("Foo", "NLP"),
        "track,award,singer\nHello,Best Song,Adele\nBye,Best Record,Bob\n": ("Hello", None),
        "track,award,band members\nHello,Best Song,Adele\nBye,Best Record,Bob\n": ("Hello", None),
        "track,award,year\nHello,Best Song,2001\nBye,Best Record,2002\n": ("Hello", None),
    }.items():
        first = listed(tmp_path / ("a.json" if text.startswith("[") else "a.csv"), text)[0]
        assert (first.title, first.category and first.category.name) == expected, text
    for text, heading in {
        "Award_ID,Award_Name,Field\na1,Scott Award,Labor\na2,Bendix Prize,History\n": "Award_Name",
        '[{"_id": {"$oid": "5c3d76ef"}, "time": "2019-01-01", "award": "年度演员"}]': "award",
    }.items():
        with pytest.raises(UnknownColumnsError) as refused:
            listed(tmp_path / "a.json" if text.startswith("[") else tmp_path / "a.csv", text)
        assert messages.TRY_AWARD(heading=heading, asked=heading) in refused.value.hints


def test_a_column_of_the_records_is_the_title_before_a_vague_one_from_around_them(tmp_path: Path) -> None:
    def titled(around: dict[str, object], *records: dict[str, object], **columns: str) -> tuple[list[str], int]:
        path = written(tmp_path / "a.json", json.dumps([{**around, "data": records}], ensure_ascii=False))
        found = open_collection(path, ReadAs(records="data", columns=columns))  # type: ignore[arg-type]
        reading = found.reading  # type: ignore[attr-defined]
        doubts = sum("from around the records" in remark.text for remark in reading.remarks)
        return [column.heading for column in reading.columns if column.role == "title"], doubts

    table: dict[str, object] = {"type": "table", "name": "zp", "database": "contest"}
    rows: list[dict[str, object]] = [{"zpid": "1", "zpmc": "城南旧巷", "jx": "一等奖"}, {"zpid": "2", "zpmc": "浪花"}]
    assert titled(table, *rows) == (["zpmc"], 1)
    assert titled(table, *rows, name="title") == (["name"], 0), "the option decides"
    assert titled(table, rows[0]) == (["name"], 0), "one row says nothing of the others"
    assert titled({"film": "Roma"}, {"event": "Cannes"}, {"event": "Venice"}) == (["film"], 0), "it is surely a title"
    assert titled({"name": "Roma"}, {"year": 2018}, {"year": 2019}) == (["name"], 0), "no column of theirs is likely"
    assert titled({"name": "Gala"}, {"film": "Rain"}, {"film": "Snow"}) == (["film"], 0)


def test_a_heading_of_records_inside_is_found_with_the_option_that_reads_them(tmp_path: Path) -> None:
    document = {
        "meta": {"name": "zp"},
        "groups": [{"name": "x", "data": [{"zpmc": "春之歌"}], "people": [{"xm": "子"}]}],
    }
    path = written(tmp_path / "a.json", json.dumps(document, ensure_ascii=False))
    for name, hints in (("zpmc", ["groups.data"]), ("XM", ["groups.people"]), ("foo", [])):
        with pytest.raises(InvalidDataError, match="no heading") as error:
            open_collection(path, ReadAs(columns={name: "title"}))
        assert [hint.rpartition(" ")[2] for hint in error.value.hints] == hints
        if hints:
            assert len(listed(path, document, ReadAs(columns={name: "title"}, records=hints[0]))) == 1


def test_an_object_a_word_and_nothing_under_one_key_are_one_column(tmp_path: Path) -> None:
    gold = {"name": "Gold", "rank": 1}
    for key in ("prize", "award"):
        for values in ([gold, None, "Bronze"], [None, "Bronze", gold], ["Bronze", "", {"label": "Gold"}]):
            records = [{"film": f"film {at}", key: value} for at, value in enumerate(values)]
            found = listed(tmp_path / "a.json", records)
            assert sorted(each.award or "" for each in found) == ["", "Bronze", "Gold"], values
    found = listed(
        tmp_path / "a.json", [{"film": {"zh": "春", "en": "A"}}, {"film": None, "note": "x"}, {"film": "秋"}]
    )
    assert [each.title for each in found] == ["春", None, "秋"], "the language of a word is not known"
    inside = [{"film": "A", "won": {"prize": gold}}, {"film": "B", "won": {"prize": None}}, {"film": "C", "won": None}]
    assert facts(listed(tmp_path / "a.json", inside))[0] == facts(listed(tmp_path / "b.json", inside[:1]))[0]
    found = listed(tmp_path / "a.json", [{"film": "A", "prize": None}, {"film": "B", "prize": "Gold"}])
    assert [each.award for each in found] == [None, "Gold"], "no object"


def test_records_that_hold_awards_have_a_result_for_each_of_them(tmp_path: Path) -> None:
    def found(*records: dict[str, object]) -> list[tuple[object, ...]]:
        every = listed(tmp_path / "a.json", list(records))
        return [(each.edition.year, each.award, each.title, each.organization) for each in every]

    director: dict[str, object] = {"name": "x", "film": "B"}
    for best_film in ("A", {"film": "A"}):
        first: dict[str, object] = {"year": 2021, "best_film": best_film, "best_director": director, "jury": ["j", "k"]}
        later: dict[str, object] = {
            "year": 2022,
            "best_film": None,
            "best_director": {"name": "y", "film": "D"},
            "jury": [],
        }
        assert found(first, later) == [
            (2021, "best_film", "A", None),
            (2021, "best_director", "B", "x"),
            (2022, "best_director", "D", "y"),
        ]
    assert found({"届次": "第九届", "年份": 2021, "最佳影片": "春", "最佳导演": {"姓名": "子", "影片": "夏"}}) == [
        (2021, "最佳影片", "春", None),
        (2021, "最佳导演", "夏", "子"),
    ]
    actors = {"best_actor": {"name": "x"}, "best_actress": {"name": "y"}}
    assert [each[2] for each in found({"title": "A", **actors}, {"title": "B", **actors})] == ["A", "B"], "of a film"
