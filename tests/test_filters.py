"""A name means what it names, or fails with the near ones; it never filters to nothing in silence."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from awardcli.collection import Collection, ListCollection, open_collection
from awardcli.errors import UnknownNameError, UsageError
from awardcli.model import Category, Edition, Organization
from awardcli.search.filters import close_to, filtered, named, resolved
from awardcli.search.query import Filters
from conftest import Run
from support import collection, result, stored_in, written

FILMS = open_collection()
TENTH = Edition(10, 2023, name="第十届活动")


def two_editions() -> Collection:
    return collection(
        [
            result("甲", "子局", award="最佳创意", edition=Edition(9, 2022), kind="police"),
            result("乙", "丑社", award="最佳编剧", edition=TENTH, kind="news-media"),
            result("丙", "寅区文化馆", category=None, edition=TENTH),
        ]
    )


def kept(films: Collection, **filters: Any) -> list[str | None]:
    return [film.title for film in filtered(films, Filters(**filters))]


def meant(column: str, typed: str, films: Collection = FILMS) -> list[str]:
    """The names that a name in a column means."""
    return list(named(films, column, typed).names)


def refused(ask: Callable[[], object]) -> tuple[str, tuple[str, ...]]:
    """The sentence and the hints that an unknown name gets."""
    with pytest.raises(UnknownNameError) as refusal:
        ask()
    return refusal.value.message, refusal.value.hints


# What a filter keeps


def test_no_filter_keeps_everything() -> None:
    assert list(filtered(FILMS, Filters())) == list(FILMS)


@pytest.mark.parametrize("name", ["微电影", "micro-film", "Micro-film", "MICRO FILM", " 微 电 影 ", "微電影"])
def test_a_category_is_known_by_its_name_its_english_name_and_its_id(name: str) -> None:
    chosen = filtered(FILMS, Filters(category=name))
    assert len(chosen) == 20
    assert {film.category.name for film in chosen if film.category} == {"微电影"}


def test_an_award_keeps_the_works_that_won_it() -> None:
    assert kept(FILMS, award="最佳编剧") == ["老潘的咖啡店"]


@pytest.mark.parametrize("name", ["黄浦分局", "上海市公安局黄浦分局", "黄浦 公安"])
def test_an_organization_is_known_by_its_name_or_by_parts_of_it(name: str) -> None:
    assert kept(FILMS, organization=name) == ["献给每一个为上海重启努力的你！", "老潘的咖啡店"]


def test_each_of_several_organizations_keeps_the_work_they_share() -> None:
    assert kept(FILMS, organization="金色学堂") == kept(FILMS, organization="上海文广互动电视有限公司")


@pytest.mark.parametrize("name", ["嘉定区", "嘉定"])
def test_a_district_is_known_with_and_without_its_ending(name: str) -> None:
    chosen = filtered(FILMS, Filters(district=name))
    assert len(chosen) > 5
    assert all(any(o.district == "嘉定区" for o in film.organizations) for film in chosen)


@pytest.mark.parametrize("name", ["fire-service", "fire service", "消防"])
def test_a_kind_is_known_by_its_key_and_in_both_languages(name: str) -> None:
    assert kept(FILMS, kind=name) == ["薪火", "火塘"]


@pytest.mark.parametrize("name", ["10", "2023", "第10届", "2023年", "第十届活动"])
def test_an_edition_is_known_by_number_by_year_and_by_name(name: str) -> None:
    assert kept(two_editions(), edition=name) == ["乙", "丙"]


def test_an_edition_without_a_number_is_known_by_its_year() -> None:
    films = collection([result("甲", edition=Edition(None, 2021)), result("乙", edition=Edition(None, 2022))])
    assert kept(films, edition="2022") == ["乙"]


def test_filters_are_all_to_hold() -> None:
    assert kept(two_editions(), edition="10", award="最佳编剧", kind="news-media", organization="丑社") == ["乙"]


def test_the_filters_keep_the_printed_order() -> None:
    ids = [film.id for film in FILMS]
    chosen = [film.id for film in filtered(FILMS, Filters(district="嘉定"))]
    assert chosen == sorted(chosen, key=ids.index)


def test_a_result_without_a_category_belongs_to_none() -> None:
    assert kept(two_editions(), category="微电影") == ["甲", "乙"]


# Names that nothing has


@pytest.mark.parametrize(
    ("filters", "sentence", "hint"),
    [
        (
            {"category": "微电视"},
            "no category “微电视”; did you mean 微视频, 微电影",
            "all categories: awardcli list-by-category",
        ),
        (
            {"organization": "上海市公安局黄河分局"},
            "no organization “上海市公安局黄河分局”; did you mean 上海市公安局黄浦分局",
            "all organizations: awardcli list-by-organization",
        ),
        (
            {"award": "最佳导演"},
            "no award “最佳导演”; did you mean 最佳",
            "available: 非凡十年, 纪检, 最佳创意, 最佳编剧",
        ),
        ({"district": "嘉兴区"}, "no district “嘉兴区”; did you mean 嘉定区", "available: 宝山区, 静安区"),
        ({"kind": "polise"}, "no kind “polise”; did you mean police", "available: fire-service, police"),
        ({"edition": "8"}, "no edition “8”", "available: 9"),
    ],
)
def test_an_unknown_name_gets_the_near_ones_and_where_all_are(
    filters: dict[str, Any], sentence: str, hint: str
) -> None:
    message, (first,) = refused(lambda: filtered(FILMS, Filters(**filters)))
    assert message.startswith(sentence)
    assert first.startswith(hint)


def test_a_condition_on_notes_is_told_that_they_are_only_shown() -> None:
    with pytest.raises(UsageError) as error:
        filtered(collection([result("甲")]), Filters(where=("note=",)))
    assert error.value.hints == ("notes are shown, not chosen by: -c note",)


def test_a_name_that_another_column_of_the_list_has_gets_the_condition(tmp_path: Path) -> None:
    rows = "片名,奖项,获奖 等级\n春,市民微电影节,一等奖\n夏,市民微电影节,二等奖\n"
    films = open_collection(written(tmp_path / "a.csv", rows))
    _, hints = refused(lambda: filtered(films, Filters(award="一等奖")))
    assert hints[0] == "“一等奖” is in the column 获奖 等级: --where '获奖 等级=一等奖'"
    assert len(filtered(films, Filters(where=("获奖 等级=一等奖",)))) == 1
    assert len(refused(lambda: filtered(films, Filters(award="三等奖")))[1]) == 1


@pytest.mark.parametrize("filters", [Filters(category=""), Filters(district="?"), Filters(organization=" ")])
def test_a_name_that_says_nothing_is_unknown(filters: Filters) -> None:
    refused(lambda: filtered(FILMS, filters))


def test_a_list_that_has_no_such_thing_says_so() -> None:
    message, hints = refused(lambda: filtered(collection([result("甲")]), Filters(award="最佳创意")))
    assert (message, hints) == ("no award “最佳创意”", ("available: -",))


def test_names_that_are_there_but_never_together_leave_nothing() -> None:
    assert kept(FILMS, category="微电影", award="最佳编剧") == []


# The names that a command is about


def test_a_category_is_given_by_its_printed_name() -> None:
    assert meant("category", "micro-video") == ["微视频"]


@pytest.mark.parametrize(
    ("column", "typed", "name"),
    [
        ("category", "入围", "入围影片"),
        ("category", "wdy", "微电影"),
        ("category", "danxiangjiang", "单项奖"),
        ("category", "维视频", "微视频"),
        ("category", "优秀单位", "优秀组织单位"),
        ("category", "short", "入围影片"),
        ("award", "创意", "最佳创意"),
        ("award", "feifan", "非凡十年"),
        ("district", "浦东", "浦东新区"),
        ("district", "hpq", "黄浦区"),
        ("kind", "gongan", "police"),
        ("kind", "fire", "fire-service"),
        ("edition", "第九届", "9"),
        ("edition", "上海市民微电影", "9"),
    ],
)
def test_a_name_may_be_typed_in_part_by_sound_in_pinyin_by_initials_or_in_short(
    column: str, typed: str, name: str
) -> None:
    films = collection([*FILMS, result("滩涂", "某社", organizations=(Organization("某社", district="浦东新区"),))])
    films = ListCollection(None, films.results, FILMS.editions, FILMS.categories)
    found = named(films, column, typed)
    assert (found.names, found.exact) == ((name,), typed == "第九届")


@pytest.mark.parametrize(
    ("column", "typed", "several"),
    [
        ("award", "最佳", "最佳创意, 最佳编剧"),
        ("category", "微", "微电影, 微视频"),
        ("category", "micro", "微电影, 微视频"),
    ],
)
def test_a_part_of_several_names_means_none_of_them_but_an_organization(column: str, typed: str, several: str) -> None:
    assert (
        refused(lambda: named(FILMS, column, typed))[0]
        == f"“{typed}” may mean 2 names: {several}; type one of them in full"
    )
    assert len(meant("organization", "融媒体")) > 2


@pytest.mark.parametrize("typed", ["20", "02", "202"])
def test_a_part_of_a_number_is_no_edition(typed: str) -> None:
    refused(lambda: named(FILMS, "edition", typed))


def test_what_was_typed_is_kept_for_the_reader() -> None:
    category, condition = resolved(FILMS, Filters(category="wdy", where=("奖项=最佳编剧",)))
    assert (str(category), category.exact) == ("--category wdy", False)
    assert (str(condition), condition.exact) == ("--where 奖项=最佳编剧", True)


# Conditions on any column


@pytest.mark.parametrize("condition", ["award=最佳编剧", "奖项=最佳编剧", "AWARD = 最佳編劇", "獎項=最佳编剧"])
def test_a_condition_names_a_column_by_key_or_heading_and_a_value_as_written_or_folded(condition: str) -> None:
    assert kept(FILMS, where=(condition,)) == ["老潘的咖啡店"]


def test_a_condition_takes_a_value_as_it_is_shown() -> None:
    conditions = {
        "届次=第9届": "9",
        "edition=第九届": "9",
        "年份=2022年": "2022",
        "区=静安": "静安区",
        "kind=公安": "police",
    }
    assert {each: resolved(FILMS, Filters(where=(each,)))[0].names for each in conditions} == {
        each: (name,) for each, name in conditions.items()
    }


def test_a_certainty_is_meant_by_the_word_that_is_shown_in_either_language(awardcli: Run) -> None:
    count = awardcli("list", "--where", "certainty=ordered", "--count").out
    for word in ("paired by order", "按顺序对应"):
        assert awardcli("list", "--where", f"certainty={word}", "--count").out == count != "0\n"


def test_a_condition_without_a_value_finds_what_has_none(awardcli: Run, tmp_path: Path) -> None:
    mine = written(tmp_path / "mine.csv", "片名,单位,等级,档\n甲,一社,一等奖,-\n乙,,,A\n丙,　,二等奖,\n")
    kept = str(tmp_path / "mine.awards")
    awardcli("import", mine, "-o", kept)
    for data in (mine, kept):
        for condition, titles in {
            "等级=": ["乙"],
            "等级=-": ["乙"],
            "档=": ["丙"],
            "档=-": ["甲"],
            "单位=": ["乙", "丙"],
            "category=": ["甲", "乙", "丙"],
        }.items():
            ran = awardcli("list", "--where", condition, "--data", data, "-f", "csv", "-c", "title", "--header", "none")
            assert ran.lines == titles, (data, condition)
        every = [
            word
            for name in ("单位", "district", "kind", "year", "edition", "category")
            for word in ("--where", f"{name}=")
        ]
        assert awardcli("list", *every, "--count", "--data", data).out == "2\n"
        assert awardcli("list", "--where", "片名=", "--data", data).code == 1
    assert awardcli("list", "--where", "award=", "--count").out == "73\n"


def test_a_list_and_its_collection_understand_the_same_by_a_cell(awardcli: Run, tmp_path: Path) -> None:
    rows = "春,Spring,无,无,无,好\n夏,,,\\N,-,\\N\n同上,,-,-,青浦,同上\n冬,,甲局,微电影,,无\n"
    path = written(tmp_path / "list.csv", "片名,英文名,单位,类别,区,备注\n" + rows)
    made = tmp_path / "list.awards"
    awardcli("import", path, "-o", made)
    for data in (path, made):
        for condition, count in (
            *(("片名=夏", "2"), ("title=夏", "2"), ("英文名=Spring", "1"), ("备注=好", "1"), ("备注=", "2")),
            *(("单位=", "3"), ("organization=", "3"), ("类别=", "3"), ("区=", "3"), ("district=青浦", "1")),
        ):
            ran = awardcli("list", "--data", data, "--where", condition, "--count")
            assert ran.lines == [count], (data.name, condition)
        assert awardcli("list", "--data", data, "--where", "单位=无").code == 1
        assert awardcli("stats", "--by", "区", "--data", data).lines[1:] == ["青浦\t1", "\t3"]
        assert awardcli("stats", "--by", "片名", "--data", data).lines[1] == "夏\t2"
        assert '"片名"' not in awardcli("list", "--data", data, "-f", "json").out


def test_a_column_called_as_a_key_of_a_search_is_known_by_the_name_that_json_gives_it(
    awardcli: Run, tmp_path: Path
) -> None:
    path = written(tmp_path / "list.csv", "片名,score,tier\n甲,1,x\n乙,2,y\n")
    for condition in ("score (2)=1", "score=1", "tier (2)=x"):
        assert awardcli("list", "--data", path, "--where", condition, "-c", "title").lines[1:] == ["甲"]


def test_a_search_by_another_column_shows_that_column(awardcli: Run, tmp_path: Path) -> None:
    mine = written(tmp_path / "mine.csv", "片名,导演,评分,国别\n甲,子,9.7,中国\n乙,丑,8.1,瑞典\n")
    assert awardcli("search", "9.7", "--data", mine, "-f", "table").lines[0].split() == ["片名", "导演", "评分"]
    assert awardcli("search", "乙 瑞典", "--data", mine, "-f", "table").lines[0].split() == ["片名", "导演", "国别"]
    assert awardcli("search", "甲", "--data", mine, "-f", "table").lines[0].split() == ["片名", "导演"]


def test_conditions_all_hold() -> None:
    assert kept(FILMS, where=("kind=police", "category=单项奖")) == ["老潘的咖啡店"]


def test_no_value_is_an_empty_cell_or_none_of_that_heading(awardcli: Run, tmp_path: Path) -> None:
    lists = written(tmp_path / "a.csv", "title,x\nSalt,1\nFog,\n"), written(tmp_path / "b.csv", "title,y\nSea,1\n")
    awardcli("import", *lists, "-o", tmp_path / "films.awards")
    films = open_collection(tmp_path / "films.awards")
    assert [kept(films, where=(condition,)) for condition in ("x=", "x=-")] == [["Fog", "Sea"]] * 2


def test_a_value_that_no_result_has_gets_the_closest_and_where_all_are() -> None:
    message, hints = refused(lambda: filtered(FILMS, Filters(where=("award=最佳编导",))))
    assert message.startswith("no “最佳编导” in the column award; did you mean 最佳编剧")
    assert hints == ("all values: awardcli stats --by award",)


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        ("最佳编剧", "--where must be HEADING=VALUE, not “最佳编剧”"),
        ("=x", "--where must be HEADING=VALUE, not “=x”"),
        ("year!=2022", "--where must be HEADING=VALUE, not “year!=2022”"),
        ("year>=2022", "--where must be HEADING=VALUE, not “year>=2022”"),
        ("awrd=x", "no column “awrd”; available: id, edition, "),
    ],
)
def test_a_condition_without_a_known_column_is_wrong_use(condition: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refusal:
        filtered(FILMS, Filters(where=(condition,)))
    assert refusal.value.message.startswith(sentence)


def test_an_equal_name_is_the_only_one_meant() -> None:
    films = collection([result("甲", "文汇报社"), result("乙", "文汇报社编辑部")])
    assert meant("organization", "文汇报社", films) == ["文汇报社"]
    assert meant("organization", "文汇", films) == ["文汇报社", "文汇报社编辑部"]


def test_organizations_are_meant_in_printed_order() -> None:
    names = [organization.name for organization in FILMS.organizations]
    found = meant("organization", "融媒体")
    assert len(found) > 2
    assert found == sorted(found, key=names.index)


def test_near_names_are_few_and_the_likest_comes_first() -> None:
    names: dict[str, tuple[str, ...]] = dict.fromkeys(["微电影", "微视频", "专题奖", "电影", "电影节", "电影院"], ())
    assert close_to("电影", names)[0] == "电影"
    assert len(close_to("电影", names)) == 3
    assert close_to("汽车", names) == []


def test_a_category_of_a_users_list_needs_no_id() -> None:
    films = collection([result("甲", category=Category("短片", None, None))])
    assert kept(films, category="短片") == ["甲"]


def test_a_result_may_have_several_organizations_of_different_kinds() -> None:
    both = (Organization("甲", kind="police"), Organization("乙", district="嘉定区", kind="school"))
    films = collection([result("吾梦", "甲、乙", organizations=both)])
    assert kept(films, kind="police") == kept(films, kind="school") == kept(films, district="嘉定") == ["吾梦"]


def test_a_row_is_found_by_the_kind_in_its_own_cell_whatever_its_organization_is_elsewhere(
    awardcli: Run, tmp_path: Path
) -> None:
    text = "title,organization,kind\n甲片,甲社,police\n乙片,甲社,学校\n丙片,乙社,剧团\n"
    path, stored = written(tmp_path / "films.csv", text), tmp_path / "films.awards"
    assert awardcli("import", path, "-o", stored).code == 0
    for films in (path, stored):
        found = {
            condition: awardcli(
                "list", *condition.split(), "-c", "title", "--header", "none", "--data", films
            ).out.split()
            for condition in (
                "--where kind=school",
                "--where 单位类型=学校",
                "--kind 学校",
                "--where kind=剧团",
                "--kind police",
            )
        }
        assert list(found.values()) == [["乙片"], ["乙片"], ["乙片"], ["丙片"], ["甲片", "乙片"]], films
        assert awardcli("list", "--kind", "museum", "--data", films).code == 1


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("静安公安", "上海市公安局静安分局"),
        ("东航", "中国东方航空集团有限公司"),
        ("上海民乐一厂", "上海民族乐器一厂有限公司"),
        ("huangpu fenju", "上海市公安局黄浦分局"),
        ("嘉定融媒体", "嘉定区融媒体中心"),
        ("黄埔分局", "上海市公安局黄浦分局"),
    ],
)
def test_an_organization_is_meant_by_a_short_form_its_sound_or_its_pinyin(asked: str, name: str) -> None:
    assert meant("organization", asked) == [name]


HOSTILE_HEADINGS = (
    *("a=b", "=cmd|'/C calc'!A0", "--force", "-", "-x", "a,b", ",", "a,title", "id", "../../x", "%s{0}"),
    *(
        "a\"b'c`",
        "x); DROP TABLE results;--",
        "<script>alert(1)</script>",
        "[bold]x[/bold]",
        "\x1b[31mred",
        "片\u202e名",
    ),
    "long" * 500,
)


def test_any_heading_of_a_list_can_be_counted_sorted_by_and_shown(awardcli: Run, tmp_path: Path) -> None:
    for number, heading in enumerate(HOSTILE_HEADINGS):
        cells = ("一", "二", "一")
        rows = [{"title": f"片{at}", heading: cell} for at, cell in enumerate(cells)]
        mine = written(tmp_path / f"{number}.json", json.dumps(rows))
        name = f"{heading} (2)" if heading == "id" else heading
        counts = awardcli("stats", f"--by={name}", "-f", "json", "--data", mine).out
        assert [list(each.values()) for each in json.loads(counts)] == [["一", 2], ["二", 1]], heading
        shown = awardcli("list", f"--sort={name}", f"--columns=title,{name}", "-f", "json", "--data", mine).out
        assert [list(each.values()) for each in json.loads(shown)] == [["片1", "二"], ["片0", "一"], ["片2", "一"]], (
            heading
        )
        if not heading.startswith("="):  # where = comes first, no heading is before it
            ran = awardcli("list", f"--where={name}=一", "--count", "--data", mine)
            assert (ran.code, ran.out) == (0, "2\n"), heading


def test_a_value_may_hold_an_equals_sign(awardcli: Run, tmp_path: Path) -> None:
    mine = written(tmp_path / "mine.csv", "title,题记,a=b\n吾梦,x=1,y\n")
    assert awardcli("list", "--where", "题记=x=1", "--count", "--data", mine).out == "1\n"
    ran = awardcli("list", "--where", "c=d=e", "--data", mine)
    assert (ran.code, ran.err) == (2, "awardcli: no column “c”; available: title, 题记, a=b\n")


def test_a_name_means_every_way_in_which_the_list_writes_it(tmp_path: Path) -> None:
    rows = ("title,award,director", "Salt,Best film,Mei LIN", "Fog,Best Film,Mei Lin")
    text = "\n".join((*rows, "Sea,一 等奖,臺北公司", "Sun,一等奖,台北公司", ""))
    listed = open_collection(written(tmp_path / "a.csv", text))
    for films in (listed, stored_in(listed, tmp_path)):
        assert kept(films, award="Best Film") == kept(films, organization="mei lin") == ["Salt", "Fog"]
        assert kept(films, award="一等奖") == kept(films, organization="台北公司") == ["Sea", "Sun"]
