"""Every command as its user sees it: standard output, standard error, exit code."""

import csv
import errno
import json
import re
import shlex
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from awardcli import __version__, messages
from awardcli.cli.signals import Ended, release_signals
from awardcli.collection import bundled_path, open_collection
from awardcli.commands import VERBS
from awardcli.commands.options import options_of
from awardcli.errors import CODES_OF_SIGNALS, ExitCode
from awardcli.messages import Language
from awardcli.output.formats import FORMATS, OF_RESULTS
from awardcli.output.text_layout import display_width
from awardcli.vocabulary import ENCODINGS, FLAT, heading
from conftest import Run
from support import Ran, written

LANGUAGES: tuple[Language, ...] = ("en", "zh")
OWN = "编号,片名,出品单位,奖项,届次\nA-1,吾梦,黄浦区老西门街道,最佳创意,9\nA-2,党员,嘉定区融媒体中心,,9\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A list of the user's."""
    return written(tmp_path / "own.csv", OWN)


def rows(ran: Ran) -> list[dict[str, str]]:
    """What was written as TSV."""
    return list(csv.DictReader(ran.lines, delimiter="\t"))


def column(ran: Ran, name: str) -> list[str]:
    return [row[name] for row in rows(ran)]


def said(*lines: str) -> str:
    """Those remarks, as standard error has them."""
    return "".join(f"{line}\n" for line in lines)


def failed(message: str, *hints: str) -> str:
    """That failure and those hints, as standard error has them."""
    return said(messages.FAILED(message=message), *hints)


# search


def test_search_gives_what_the_title_answers_and_counts_the_rest(awardcli: Run) -> None:
    ran = awardcli("search", "上海")
    assert ran.code == 0
    assert ran.lines[0] == "\t".join((*FLAT, "tier", "score"))
    assert column(ran, "title") == [
        "爱上海的理由",
        "“穿”越时光的上海裁缝",
        "献给每一个为上海重启努力的你！",
        "五年看上海 | 一镜到底穿越江河观新颜",
    ]
    assert set(column(ran, "tier")) == {"substring"}
    assert ran.err == said(messages.MORE_BY(count=19, column="organization", query="上海", filters=""))


def test_words_are_quoted_where_a_shell_would_take_them_apart(awardcli: Run) -> None:
    err = awardcli("search", "上海 公").err
    assert "awardcli search '上海 公' --in any" in err


def test_search_in_both_fields_shows_what_was_only_counted(awardcli: Run) -> None:
    ran = awardcli("search", "上海", "--in", "any")
    assert (len(rows(ran)), ran.err) == (4 + 19, "")


def test_what_the_remark_says_to_type_can_be_typed(awardcli: Run) -> None:
    remark = awardcli("search", "上海").err
    typed = shlex.split(remark.partition("awardcli ")[2])
    assert len(rows(awardcli(*typed))) == 4 + 19


def test_search_falls_back_on_organizations_without_a_word(awardcli: Run) -> None:
    ran = awardcli("search", "黄浦分局")
    assert column(ran, "title") == ["献给每一个为上海重启努力的你！", "老潘的咖啡店"]
    assert (ran.code, ran.err) == (0, "")


def test_search_says_that_its_answer_is_only_near(awardcli: Run) -> None:
    ran = awardcli("search", "老潘的茶啡店")
    assert column(ran, "title")[0] == "老潘的咖啡店"
    assert ran.code == 0
    assert ran.err == said(messages.ONLY_NEAR(count=1))


def test_search_that_finds_nothing_says_so_and_ends_with_1(awardcli: Run) -> None:
    ran = awardcli("search", "科幻", "--exact")
    assert ran.code == 1
    assert ran.lines == ["\t".join((*FLAT, "tier", "score"))]
    assert ran.err == said(messages.NOTHING_FOUND(query="科幻", count=77))


def test_what_might_be_meant_is_suggested_apart_from_the_data(awardcli: Run) -> None:
    ran = awardcli("search", "吾爱", "-f", "json")
    assert ran[:2] == (1, b"[]\n")
    assert ran.err.startswith(said(messages.NOTHING_FOUND(query="吾爱", count=77)))


@pytest.mark.parametrize("query", ["年过海", "山年国", "走边国"])
def test_a_long_title_that_holds_a_little_of_everything_is_not_suggested(
    awardcli: Run, tmp_path: Path, query: str
) -> None:
    path = written(tmp_path / "own.csv", "title\n春天里的大山和那些年我们一起走过的小小的海边的故事\n")
    assert awardcli("search", query, "--data", path).err == said(messages.NOTHING_FOUND(query=query, count=1))


def test_search_says_that_its_answer_was_found_by_sound(awardcli: Run) -> None:
    ran = awardcli("search", "我与阿德书")
    assert column(ran, "title") == ["我与阿德叔"]
    assert (ran.code, ran.err) == (0, said(messages.FOUND_BY_SOUND(count=1)))


@pytest.mark.parametrize("query", ["上海", "aishanghai", "老潘的茶啡店", "科幻", "，科，幻"])
def test_an_explanation_is_given_beside_the_data_and_changes_nothing(awardcli: Run, query: str) -> None:
    explained, plain = awardcli("search", query, "--explain"), awardcli("search", query)
    assert explained[:2] == plain[:2]
    assert explained.err.startswith(plain.err)
    assert len(explained.err) > len(plain.err)


def test_an_explanation_says_what_stood_for_what(awardcli: Run) -> None:
    lines = awardcli("search", "aishanghai", "--explain").err.splitlines()
    assert lines[1].startswith("9-micro-film-05 爱上海的理由: ")
    assert re.findall(r"(\w+) = (\w)", lines[3]) == [("ai", "爱"), ("shang", "上"), ("hai", "海")]


def test_an_explanation_says_what_was_not_there_and_what_it_cost(awardcli: Run) -> None:
    err = awardcli("search", "老潘的茶店", "--explain").err
    assert messages.EXPLAIN_MISSING(text="茶") in err
    assert messages.EXPLAIN_SKIPPED(text="咖啡") in err


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        (["14O周年"], ["“14O周年” read as “140周年”", "letters read as digits: -4.0"]),
        (["laopankfd"], ["d = 店 (begun", "without a particle: -"]),
        (["24节气"], ["4 = 二十四 (same", "another form of the number: -4.0"]),
        (["2"], ["part of a longer number: -4.0"]),
        (["aishnaghai"], ["aishnaghai for ai shang hai"]),
        (["hsin huo"], ["“hsin huo” read as “xin huo”"]),
        (["公安杨浦"], ["passed over: 局: -7.5"]),
        (["潘老的咖啡店"], ["moved: 老"]),
        (["马陆镇画"], ["“画” in title: equal", "“马陆镇” in organization: part"]),
        (["那个叫咏梅的微电影"], ["holds “咏梅”: part", "around it: 那个叫, 的微电影"]),
        (["嘉定 微电影"], ["“微电影” in category: 微电影", "“嘉定” in organization: prefix"]),
        (["上海", "--in", "any"], ["“上海” in title: part, 100.0\n  “上海” in organization: prefix"]),
        (["中共十大纪念馆"], ["but another number than 十"]),
        (["yongmei", "--exact"], ["without --exact: 9-micro-film-03 咏梅: pinyin"]),
        (["薪火 海草"], ["it has nothing like 海草", "“薪火” in title"]),
        (
            ["最佳编剧 嘉定"],
            ["“最佳编剧” is the award 最佳编剧 of 1 result\n", "“嘉定” is the district 嘉定区 of 8 results"],
        ),
        (["嘉定 宣誓"], ["but 嘉定 is said of other results"]),
    ],
)
def test_an_explanation_says_of_every_term_how_it_was_read_and_what_lowered_its_score(
    awardcli: Run, query: list[str], lines: list[str]
) -> None:
    err = awardcli("search", *query, "--explain").err
    assert [line for line in lines if line not in err] == []


def test_an_explanation_names_the_columns_of_a_list_and_the_title_that_matched(awardcli: Run, tmp_path: Path) -> None:
    path = written(
        tmp_path / "own.csv",
        "片名,英文片名,导演,上映年份,产地\n大腕,Big Shot,冯小刚,2001,北京\n活着,,张艺谋,1994,西安\n",
    )
    err = awardcli("search", "big", "冯小刚", "北京", "2001", "--explain", "--data", path).err
    for line in (
        "“big” in 英文片名 (Big Shot): prefix",
        "“冯小刚” in 导演: equal",
        "“北京” in 产地: 北京",
        "“2001” in 上映年份: 2001",
    ):
        assert line in err


def test_an_explanation_of_nothing_names_the_nearest_miss_and_what_it_lacks(awardcli: Run) -> None:
    err = awardcli("search", "科幻", "--explain").err
    assert re.search(r"^nearest: 9-[a-z0-9-]+ .*; the cutoff is [\d.]+$", err, re.MULTILINE)


def test_where_nothing_comes_near_an_explanation_says_so(awardcli: Run, tmp_path: Path) -> None:
    empty = written(tmp_path / "empty.csv", "title,organization\n")
    ran = awardcli("search", "吾梦", "--explain", "--data", empty)
    assert ran.err == said(messages.EMPTY_LIST(), messages.EXPLAIN_NOTHING())


def test_search_takes_several_words_and_options_between_them(awardcli: Run) -> None:
    ran = awardcli("search", "黄浦", "-c", "title", "重启")
    assert ran.lines == ["title", "献给每一个为上海重启努力的你！"]


def test_search_takes_a_lowest_score(awardcli: Run) -> None:
    assert awardcli("search", "老潘的茶啡店", "--min-score", "100").code == 1


def test_search_counts(awardcli: Run) -> None:
    assert awardcli("search", "上海", "--count").out == "4\n"
    assert awardcli("search", "科幻", "--count")[:2] == (1, b"0\n")


def test_search_in_json_says_where_it_matched(awardcli: Run) -> None:
    (document,) = json.loads(awardcli("search", "爱上海", "-f", "json").out)
    assert document["matched"] == [{"field": "title", "start": 0, "end": 3}]
    assert document["organizations"] == ["文汇报社"]
    assert document["award"] is None


def test_search_looks_only_where_the_filters_leave_it(awardcli: Run) -> None:
    ran = awardcli("search", "上海", "--category", "微视频")
    assert column(ran, "title") == ["五年看上海 | 一镜到底穿越江河观新颜"]


def test_search_on_a_terminal_shows_a_table_and_how_near_its_answers_are(
    awardcli: Run, as_terminal: Callable[..., None]
) -> None:
    as_terminal(80)
    assert "score" not in awardcli("search", "上海").lines[0]
    assert "score" in awardcli("search", "老潘的茶啡店").lines[0]


# list


def test_all_results_are_listed(awardcli: Run) -> None:
    assert awardcli("list").raw == awardcli("export", "-").raw
    assert awardcli("list", "--count").out == "77\n"


def test_what_the_filters_leave_is_listed(awardcli: Run) -> None:
    assert column(awardcli("list", "--district", "嘉定", "--category", "微视频"), "district") == ["嘉定区"] * 3


def test_on_a_terminal_a_list_shows_at_most_50_results(awardcli: Run, as_terminal: Callable[..., None]) -> None:
    as_terminal(200)
    assert messages.SHOWN(shown=50, total=77) in awardcli("list").err


# list-by-category


def test_the_categories_are_listed_with_their_counts(awardcli: Run) -> None:
    ran = awardcli("list-by-category", "-c", "category,id,results", "--header", "none")
    assert ran.lines == [
        "微电影\tmicro-film\t20",
        "微视频\tmicro-video\t22",
        "专题奖\ttheme-award\t7",
        "入围影片\tshortlisted-film\t13",
        "单项奖\tindividual-award\t2",
        "优秀组织单位\toutstanding-organizer\t13",
    ]
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(("language", "heading"), [("en", "category English name results"), ("zh", "类别 条数")])
def test_on_a_terminal_the_categories_are_named_in_the_readers_language(
    awardcli: Run, as_terminal: Callable[..., None], language: Language, heading: str
) -> None:
    as_terminal()
    lines = awardcli("list-by-category", "--lang", language, "--color", "never").lines
    assert lines[0].split() == heading.split()
    assert lines[2].split()[-1] == "20"


def test_a_category_is_listed_in_printed_order(awardcli: Run) -> None:
    ran = awardcli("list-by-category", "微电影")
    assert column(ran, "id") == [f"9-micro-film-{number:02}" for number in range(1, 21)]


@pytest.mark.parametrize("name", ["individual-award", "Individual Award", "单项奖"])
def test_a_category_may_be_named_in_several_ways(awardcli: Run, name: str) -> None:
    assert column(awardcli("list-by-category", name), "title") == ["我与阿德叔", "老潘的咖啡店"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_category_gets_the_near_ones_and_the_command_that_lists_all(
    awardcli: Run, language: Language
) -> None:
    ran = awardcli("list-by-category", "微电视", "--lang", language)
    unknown = messages.NO_CATEGORY(name="微电视") + messages.DID_YOU_MEAN(names=messages.listed(["微视频", "微电影"]))
    assert ran == Ran(1, b"", failed(unknown, messages.LIST_CATEGORIES()))


def test_a_category_that_the_filters_leave_nothing_of_is_empty(awardcli: Run) -> None:
    assert awardcli("list-by-category", "单项奖", "--district", "嘉定", "--count")[:2] == (1, b"0\n")


def test_on_a_terminal_the_count_is_said(awardcli: Run, as_terminal: Callable[..., None]) -> None:
    as_terminal()
    err = awardcli("list-by-category", "微电影").err
    assert err == said(messages.CATEGORY_COUNT(name="微电影", count=20))


@pytest.mark.parametrize(
    "arguments", [["list-by-category", "单项奖"], ["search", "老潘"], ["list-by-organization", "黄浦区南京东路街道"]]
)
def test_on_a_terminal_it_is_said_that_a_result_is_not_certain_and_where_to_read_why(
    awardcli: Run, as_terminal: Callable[..., None], arguments: list[str]
) -> None:
    assert "awardcli show" not in awardcli(*arguments).err
    as_terminal()
    (remark,) = [line for line in awardcli(*arguments).err.splitlines() if "awardcli show" in line]
    shown = awardcli(*shlex.split(remark.partition("awardcli ")[2]))
    assert shown.code == 0
    assert "paired by order" in shown.out


def test_categories_are_counted_among_what_the_filters_leave(awardcli: Run) -> None:
    ran = awardcli("list-by-category", "--kind", "fire-service", "-c", "category,results")
    assert ran.lines[1:] == ["微电影\t1", "专题奖\t1"]


def test_a_list_without_categories_is_grouped_by_award(awardcli: Run, own: Path) -> None:
    ran = awardcli("list-by-category", "--data", own)
    assert (ran.code, ran.lines, ran.err) == (
        0,
        ["award\tresults", "最佳创意\t1"],
        said(messages.NO_CATEGORIES(), messages.WITHOUT_VALUE(count=1, column="award")),
    )
    one = awardcli("list-by-category", "创意", "--data", own)
    assert column(one, "id") == ["A-1"]
    assert one.err == said(messages.NO_CATEGORIES(), messages.MEANS(typed="创意", names="最佳创意"))


# list-by-organization


def test_the_organizations_are_listed_with_their_counts(awardcli: Run) -> None:
    ran = awardcli("list-by-organization")
    assert ran.lines[0] == "organization\tdistrict\tkind\tresults"
    assert len(rows(ran)) == 68
    assert {row["organization"]: row["results"] for row in rows(ran)}["上海市公安局黄浦分局"] == "2"


def test_part_of_a_name_means_an_organization_and_it_is_said_which(awardcli: Run) -> None:
    ran = awardcli("list-by-organization", "黄浦分局")
    assert column(ran, "title") == ["献给每一个为上海重启努力的你！", "老潘的咖啡店"]
    assert ran.err == said(messages.MEANS(typed="黄浦分局", names="上海市公安局黄浦分局"))


def test_a_full_name_needs_no_remark(awardcli: Run) -> None:
    assert awardcli("list-by-organization", "上海市公安局黄浦分局").err == ""


def test_each_of_several_organizations_is_its_own_group(awardcli: Run) -> None:
    names = column(awardcli("list-by-organization", "融媒体"), "organization")
    assert len(set(names)) > 2
    assert [name for at, name in enumerate(names) if name not in names[:at]] == [
        name for at, name in enumerate(names) if at == 0 or names[at - 1] != name
    ]


def test_a_work_that_two_organizations_share_is_listed_once(awardcli: Run) -> None:
    assert column(awardcli("list-by-organization", "金色学堂"), "id") == ["9-micro-film-14"]


def test_an_unknown_organization_gets_the_command_that_lists_all(awardcli: Run) -> None:
    ran = awardcli("list-by-organization", "不存在的单位xyz")
    assert (ran.code, ran.raw) == (1, b"")
    assert ran.err == failed(messages.NO_ORGANIZATION(name="不存在的单位xyz"), messages.LIST_ORGANIZATIONS())


def test_on_a_terminal_results_and_organizations_are_counted(awardcli: Run, as_terminal: Callable[..., None]) -> None:
    as_terminal()
    assert (
        said(messages.ORGANIZATION_COUNT(count=2, organizations=1)) in awardcli("list-by-organization", "黄浦分局").err
    )


# Filters that leave nothing


@pytest.mark.parametrize(
    "verb", [["list"], ["stats"], ["list-by-category"], ["list-by-organization"], ["export", "-"], ["search", "爱"]]
)
def test_filters_that_leave_nothing_together_are_named_with_what_each_leaves(awardcli: Run, verb: list[str]) -> None:
    ran = awardcli(*verb, "--district", "黄浦区", "--category", "微电影")
    assert ran.code == 1
    assert ran.err == said(messages.NOTHING_LEFT(), "  --category 微电影: 20", "  --district 黄浦区: 4")


def test_a_name_that_the_filters_exclude_is_not_called_unknown(awardcli: Run) -> None:
    ran = awardcli("list-by-organization", "文汇", "--category", "入围影片")
    means = messages.MEANS(typed="文汇", names="文汇报社")
    assert (ran.code, ran.err) == (
        1,
        said(means, messages.NOTHING_LEFT(), "  --category 入围影片: 13", "  文汇: 3"),
    )


def test_a_search_says_that_the_filters_are_why_it_finds_nothing(awardcli: Run) -> None:
    ran = awardcli("search", "爱上海", "--exact", "--category", "入围影片")
    assert ran.err == said(messages.NOTHING_FOUND_FILTERED(query="爱上海", count=13, found=1))


def test_a_condition_on_any_column_selects(awardcli: Run) -> None:
    assert column(awardcli("list", "--where", "奖项=最佳编剧", "--where", "kind=police"), "title") == ["老潘的咖啡店"]


# show


def test_a_result_is_shown_in_full(awardcli: Run) -> None:
    ran = awardcli("show", "9-theme-award-07")
    assert ran.code == 0
    for fact in (
        "-",
        "纪检",
        "市纪委监委驻市委宣传部纪检监察组",
        "专题奖",
        "2022",
        "uncertain",
        "discipline inspection",
    ):
        assert re.search(rf"^[a-z ]+ {fact}$", ran.out, re.MULTILINE)
    assert "The title is missing from the print" in ran.out
    assert ran.lines[-2:] == ["printed line 136  纪检", "printed line 144  市纪委监委驻市委宣传部纪检监察组"]


def test_a_result_is_shown_in_chinese(awardcli: Run) -> None:
    ran = awardcli("show", "9-theme-award-07", "--lang", "zh")
    assert "纪检监察" in ran.out
    assert "存疑" in ran.out
    assert not re.search("missing|certainty|printed", ran.out)


def test_the_readings_are_shown(awardcli: Run) -> None:
    assert "ai shang hai de li you" in awardcli("show", "9-micro-film-05").out


def test_an_id_is_known_however_it_is_written(awardcli: Run) -> None:
    assert awardcli("show", "9-MICRO-FILM-05") == awardcli("show", "9-micro-film-05")


def test_an_unknown_id_gets_near_ones_and_where_ids_are(awardcli: Run) -> None:
    ran = awardcli("show", "9-micro-film-99")
    assert (ran.code, ran.raw) == (1, b"")
    assert ran.err.startswith(messages.FAILED(message=messages.NO_ID(name="9-micro-film-99")))
    assert ran.err.endswith(said(messages.WHERE_IDS()))


@pytest.mark.parametrize("typed", ["咏梅", "yongmei", "泳梅", "五年看上海 一镜到底", "9-MICRO-FILM-03"])
def test_a_result_is_shown_by_its_title_too(awardcli: Run, typed: str) -> None:
    ran = awardcli("show", typed)
    assert (ran.code, ran.err) == (0, "")
    assert re.search("^title +(咏梅|五年看上海)", ran.out)


def test_a_title_that_is_equal_is_the_only_one_shown(awardcli: Run, tmp_path: Path) -> None:
    films = written(tmp_path / "own.csv", "title,organization\n画,甲\n画家,乙\n")
    assert "甲" in awardcli("show", "画", "--data", films).out


def test_a_title_that_means_several_results_lists_them(awardcli: Run) -> None:
    ran = awardcli("show", "上海")
    assert column(ran, "id") == column(awardcli("search", "上海"), "id")
    assert (ran.code, ran.err) == (0, said(messages.SEVERAL_MEANT(typed="上海", count=4)))


def test_a_bare_number_is_an_id_or_a_title_or_else_the_number_of_a_row(awardcli: Run, tmp_path: Path) -> None:
    films = written(tmp_path / "films.csv", "title,organization\n雾港志,甲\n1,乙\n十里1,丙\n")
    assert "乙" in awardcli("show", "1", "--data", films).out
    assert "丙" in awardcli("show", "3", "--data", films).out
    assert awardcli("show", "4", "--data", films).code == 1
    own_ids = written(tmp_path / "own.csv", "id,title\n2,雾港志\n1,春风\n")
    assert "春风" in awardcli("show", "1", "--data", own_ids).out


def test_a_title_that_is_only_near_is_suggested(awardcli: Run) -> None:
    ran = awardcli("show", "老潘的茶啡店")
    unknown = messages.NO_ID(name="老潘的茶啡店") + messages.DID_YOU_MEAN(names="老潘的咖啡店")
    assert (ran.code, ran.err) == (1, failed(unknown, messages.WHERE_IDS()))


def test_a_result_may_be_handed_over_as_a_record(awardcli: Run) -> None:
    (document,) = json.loads(awardcli("show", "9-micro-film-05", "-f", "json").out)
    assert (document["id"], document["title"]) == ("9-micro-film-05", "爱上海的理由")


def test_a_result_may_be_written_to_a_file(awardcli: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    assert awardcli("show", "9-micro-film-05", "-o", path).raw == b""
    assert json.loads(path.read_text(encoding="utf-8"))["id"] == "9-micro-film-05"


def test_a_result_of_a_users_list_is_shown_in_its_own_words(awardcli: Run, own: Path) -> None:
    ran = awardcli("show", "A-1", "--data", own)
    assert ran.lines == [
        "编号      A-1",
        "片名      吾梦",
        "出品单位  黄浦区老西门街道",
        "奖项      最佳创意",
        "届次      9",
    ]


def test_a_users_copy_of_our_json_has_no_printed_lines_to_show(awardcli: Run, tmp_path: Path) -> None:
    copy = bundled_path().read_text(encoding="utf-8").replace('"title": [13]', '"title": [9999]')
    ran = awardcli("show", "9-theme-award-07", "--data", written(tmp_path / "copy.json", copy))
    assert ran.code == 0
    assert "printed line" not in ran.out


# export


def test_everything_is_exported_for_excel(awardcli: Run, tmp_path: Path) -> None:
    ran = awardcli("export", tmp_path / "awards.csv")
    format_ = messages.WITH_BOM(format="CSV")
    assert ran == Ran(0, b"", said(messages.WRITTEN(path=tmp_path / "awards.csv", count=77, format=format_)))
    assert (tmp_path / "awards.csv").read_bytes().startswith(b"\xef\xbb\xbfid,edition,")
    assert (tmp_path / "awards.csv").read_bytes().count(b"\r\n") == 78


def test_what_the_filters_leave_is_exported(awardcli: Run, tmp_path: Path) -> None:
    awardcli("export", tmp_path / "police.json", "--kind", "police")
    documents = json.loads((tmp_path / "police.json").read_text(encoding="utf-8"))
    assert {document["kind"] for document in documents} == {"police"}


def test_an_export_to_a_hyphen_is_standard_output(awardcli: Run) -> None:
    assert len(rows(awardcli("export", "-"))) == 77


def test_an_existing_file_is_not_exported_over_unless_forced(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "awards.csv", "old")
    assert awardcli("export", path) == Ran(3, b"", failed(messages.EXISTS(path=path)))
    assert path.read_text(encoding="utf-8") == "old"
    assert awardcli("export", path, "--force").code == 0


def test_a_list_is_not_exported_over_itself(awardcli: Run, own: Path) -> None:
    ran = awardcli("export", own, "--data", own, "--force")
    assert ran == Ran(3, b"", failed(messages.OWN_INPUT(path=own)))
    assert own.read_text(encoding="utf-8") == OWN


@pytest.mark.parametrize("format_", ["csv", "json"])
def test_an_export_for_machines_is_the_same_in_either_language(awardcli: Run, format_: str) -> None:
    chinese = awardcli("export", "-", "-f", format_, "--lang", "zh")
    assert chinese.raw == awardcli("export", "-", "-f", format_, "--lang", "en").raw


# about


@pytest.mark.parametrize("language", LANGUAGES)
def test_about_says_where_the_list_is_from_and_how_it_adds_up(awardcli: Run, language: Language) -> None:
    ran = awardcli("about", "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    told = re.sub(r"\s+", "", ran.out)
    for fact in (
        "第九届上海市民微电影（微视频）主题活动",
        "668",
        messages.RESULTS_ADD_UP(results=77, works=64, organizations=13),
        messages.UNCERTAIN_ADD_UP(count=5, without=1),
        messages.VIEWED(count="1.9 亿" if language == "zh" else "190,000,000"),
        f"awardcli {__version__}",
        messages.LICENCE(),
    ):
        assert re.sub(r"\s+", "", fact) in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_about_fits_a_screen_and_gives_every_doubt_its_reason_once(awardcli: Run, language: Language) -> None:
    lines = awardcli("about", "--lang", language).lines
    assert len(lines) < 24
    assert max(map(display_width, lines)) <= 80
    told = "".join("".join(lines).split())
    notes = {film.note_zh if language == "zh" else film.note for film in open_collection()} - {None}
    assert all(told.count("".join(str(note).split())) == 1 for note in notes)
    doubtful = [film.title or film.id for film in open_collection() if film.certainty != "printed"]
    assert all(title in told for title in doubtful)


def test_about_gives_every_category_its_count(awardcli: Run) -> None:
    counts = "微电影 20、微视频 22、专题奖 7、入围影片 13、单项奖 2、优秀组织单位 13"
    assert counts in awardcli("about", "--lang", "zh").out


def test_about_a_users_list_says_only_what_the_list_says(
    awardcli: Run, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own.parent)
    assert awardcli("about", "--data", own.name).lines == [
        "file           own.csv",
        "edition        9",
        "results        2",
        "organizations  2",
        f"version        awardcli {__version__}",
    ]


def test_about_a_long_list_says_how_many_editions_and_categories_there_are(awardcli: Run, tmp_path: Path) -> None:
    rows = "".join(f"梦{n},类{n},{1950 + n}\n" for n in range(40))
    out = awardcli("about", "--data", written(tmp_path / "a.csv", f"title,category,year\n{rows}")).out
    assert re.search("year +1950 to 1989 .40 years.\n", out)
    assert re.search("categories +40", out)


def test_about_names_few_years_in_order_on_one_line(awardcli: Run, tmp_path: Path) -> None:
    films = written(tmp_path / "a.csv", "title,year\n甲,2019\n乙,1998\n丙,2005\n丁,2005\n戊,\n")
    assert "year           1998, 2005, 2019" in awardcli("about", "--data", films).lines
    assert "年份  1998、2005、2019" in awardcli("about", "--data", films, "--lang", "zh").lines
    unknown = written(tmp_path / "b.csv", "title,year\n甲,\n乙,\n")
    assert "\nyear" not in awardcli("about", "--data", unknown).out


def test_editions_and_years_are_counted_apart(awardcli: Run, tmp_path: Path) -> None:
    rows = "".join(
        f"片{n},第{number}届,{year}\n"
        for n, (number, year) in enumerate(((9, 2021), (9, 2022), (10, 2022), (10, 2023)))
    )
    films = written(tmp_path / "a.csv", f"片名,届次,年份\n{rows}")
    lines = awardcli("about", "--data", films).lines
    assert "editions       2, 2021 to 2023" in lines
    mixed = written(tmp_path / "b.csv", f"片名,届次,年份\n{rows}片9,,1994\n片10,,1997\n")
    lines = awardcli("about", "--data", mixed).lines
    assert "editions       2, 2021 to 2023" in lines
    assert "year           1994, 1997" in lines


def test_about_a_doubtful_result_without_a_note_says_no_more_than_that(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "title,certainty\n吾梦,uncertain\n")
    out = awardcli("about", "--data", path).out
    assert messages.UNCERTAIN_ADD_UP(count=1, without=0) in out
    assert "None" not in out


def test_the_list_can_be_cited_in_words_and_in_bibtex(awardcli: Run) -> None:
    lines = awardcli("about", "--cite").lines
    assert lines[0] == (
        "9th Shanghai Citizens' Micro-film (Micro-video) Activity (2022): award list, 77 results. "
        f"Source: 第九届上海市民微电影（微视频）主题活动巡礼. Compiled in awardcli {__version__}."
    )
    assert lines[2] == "@misc{awardcli,"
    assert "  year = {2022}," in lines
    assert lines[-1] == "}"


def test_what_bibtex_would_take_for_a_command_is_taken_from_a_title(awardcli: Run, tmp_path: Path) -> None:
    own = written(tmp_path / "a{b}%&.csv", "title\n吾梦\n")
    assert "  title = {ab\\%\\&}," in awardcli("about", "--cite", "--data", own).lines


# validate


def test_a_valid_list_is_said_to_be_so(awardcli: Run, own: Path) -> None:
    valid = messages.VALID(path=own, counts="results: 2, organizations: 2")
    ran = awardcli("validate", own)
    assert (ran.code, ran.lines[0], ran.err) == (0, valid, "")
    assert ran.lines[1] == "read as a table of text, UTF-8, separated by commas, heading in line 1"
    assert [line.split() for line in ran.lines[2:]][1] == ["片名", "title"]


def test_the_bundled_list_is_valid(awardcli: Run) -> None:
    ran = awardcli("validate", bundled_path())
    assert ran.lines == [
        messages.VALID(path=bundled_path(), counts="results: 77, categories: 6, organizations: 68"),
        "read as JSON, UTF-8",
    ]


def test_every_problem_of_a_list_is_printed(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "title,year\n甲,1,2\n乙,2022\n丙,1,2\n")
    ran = awardcli("validate", path)
    ragged = messages.RAGGED(wanted=2, found=3)
    assert ran.lines[-2:] == [f"  {path}: line 2: {ragged}", f"  {path}: line 4: {ragged}"]
    assert (ran.code, ran.err) == (3, failed(messages.PROBLEMS(path=path, count=2, shown=2)))


def test_of_very_many_problems_the_first_are_printed_and_all_counted(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "title,year\n" + "甲,1,2\n" * 100)
    ran = awardcli("validate", path)
    assert sum("line" in line for line in ran.lines[1:]) == 20
    assert ran.err == failed(messages.PROBLEMS(path=path, count=100, shown=20))


def test_a_file_that_cannot_be_read_is_said_to_be_so(awardcli: Run, tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    missing = messages.CANNOT_READ(path=path, reason="no such file or folder")
    assert awardcli("validate", path) == Ran(3, b"", failed(missing))


def test_a_bad_list_is_refused_by_every_command_with_where_to_see_all_its_problems(
    awardcli: Run, tmp_path: Path
) -> None:
    path = written(tmp_path / "a.csv", "title,year\n甲,1,2\n乙,1,2\n")
    for verb in (["search", "甲"], ["list-by-category"], ["list-by-organization"], ["show", "1"], ["export", "-"]):
        problem = f"{path}: line 2: {messages.RAGGED(wanted=2, found=3)}"
        assert awardcli(*verb, "--data", path) == Ran(3, b"", failed(problem, messages.TRY_VALIDATE(path=path)))


# A list of the user's


def test_a_users_list_answers_every_command(awardcli: Run, own: Path) -> None:
    assert column(awardcli("search", "吾梦", "--data", own), "id") == ["A-1"]
    assert column(awardcli("list-by-organization", "融媒体", "--data", own), "id") == ["A-2"]
    assert column(awardcli("export", "-", "--data", own, "--district", "嘉定"), "id") == ["A-2"]


@pytest.mark.parametrize("verb", [["search", "吾梦"], ["list"], ["show", "吾梦"], ["stats", "--by", "award"]])
def test_a_heading_that_is_not_known_may_be_explained_wherever_a_list_is_named(
    awardcli: Run, tmp_path: Path, verb: list[str]
) -> None:
    films = written(tmp_path / "own.csv", "某某列,奖项\n吾梦,最佳创意\n".encode("gb18030"))
    reading = ["--column", "title=某某列", "--encoding", "gb18030"]
    ran = awardcli(*verb, "--data", films, *reading)
    assert ran.code == 0
    assert "最佳创意" in ran.out


@pytest.mark.parametrize(
    "place",
    [
        lambda own: ["--data", own, "search", "吾梦"],
        lambda own: [f"--data={own}", "search", "吾梦"],
        lambda own: ["search", "--data", own, "吾梦"],
        lambda own: ["search", "吾梦", f"--data={own}"],
    ],
)
def test_the_list_is_named_before_or_after_the_verb(
    awardcli: Run, own: Path, place: Callable[[Path], list[object]]
) -> None:
    assert column(awardcli(*place(own)), "id") == ["A-1"]


def test_the_environment_may_name_the_list(awardcli: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWARDCLI_DATA", str(own))
    assert column(awardcli("search", "吾梦"), "id") == ["A-1"]
    assert column(awardcli("search", "爱上海", "--data", bundled_path()), "id") == ["9-micro-film-05"]


# Wrong use

WRONG: list[tuple[str, Callable[[], str]]] = [
    ("serch 上海", lambda: messages.NO_SUCH_COMMAND(name="serch") + messages.DID_YOU_MEAN(names="search")),
    ("list-by-org", lambda: messages.NO_SUCH_COMMAND(name="list-by-org") + did_you_mean("list-by-organization")),
    (
        "list-by",
        lambda: messages.NO_SUCH_COMMAND(name="list-by") + did_you_mean("list-by-category", "list-by-organization"),
    ),
    ("find 爱上海", lambda: messages.NO_SUCH_COMMAND(name="find") + did_you_mean("search")),
    ("version", lambda: messages.NO_SUCH_COMMAND(name="version") + did_you_mean("--version")),
    ("help serch", lambda: messages.NO_SUCH_COMMAND(name="serch") + did_you_mean("search")),
    ("export a.csv -o b.csv", lambda: messages.NOT_AN_OPTION_OF(command="export", name="-o")),
    ("show 9-micro-film-05 --kind police", lambda: messages.NOT_AN_OPTION_OF(command="show", name="--kind")),
    ("--data a.csv validate b.csv", lambda: messages.NOT_AN_OPTION_OF(command="validate", name="--data")),
    ("--verson", lambda: messages.NO_SUCH_OPTION(name="--verson") + messages.DID_YOU_MEAN(names="--version")),
    ("-x", lambda: messages.NO_SUCH_OPTION(name="-x")),
    ("--data a.csv", lambda: messages.MISSING_COMMAND()),
    ("--data=a.csv", lambda: messages.MISSING_COMMAND()),
    ("search", lambda: messages.MISSING_QUERY()),
    ("show", lambda: messages.MISSING_ID()),
    ("export", lambda: messages.MISSING_FILE()),
    ("import", lambda: messages.MISSING_FILE()),
    ("import a.csv", lambda: messages.MISSING_COLLECTION()),
    ("completion", lambda: messages.MISSING_SHELL()),
    ("export a.csv b.csv", lambda: messages.TOO_MANY(name="b.csv")),
    ("search x --limit", lambda: messages.MISSING_VALUE(name="--limit")),
    ("search x --lang", lambda: messages.MISSING_VALUE(name="--lang")),
    ("search x --exact=1", lambda: messages.NO_VALUE_TAKEN(name="--exact")),
    ("search x -x", lambda: messages.NOT_AN_OPTION_OF(command="search", name="-x")),
    (
        "search x --categry y",
        lambda: messages.NOT_AN_OPTION_OF(command="search", name="--categry") + did_you_mean("--category"),
    ),
    (
        "search x --colour y",
        lambda: messages.NOT_AN_OPTION_OF(command="search", name="--colour") + did_you_mean("--color"),
    ),
    ("list --sheet x", lambda: messages.READING_NEEDS_DATA(option="--sheet")),
    ("list --data a.csv --encoding utf-9", lambda: bad_choice("--encoding", "utf-9", ", ".join(ENCODINGS), "utf-8")),
    (
        "list --data a.csv --column price=x",
        lambda: messages.BAD_COLUMN(columns=", ".join((*FLAT, "other")), value="price=x"),
    ),
    *(
        (
            f"list --data a.csv --column {turned}",
            lambda turned=turned, right=right: messages.COLUMN_TURNED(value=turned, option=right),
        )
        for turned, right in {"nominee=title": "--column title=nominee", "某列=作品": "--column 作品=某列"}.items()
    ),
    ("search x -n 0", lambda: messages.BAD_LIMIT(value=0)),
    ("search x -n -3", lambda: messages.BAD_LIMIT(value=-3)),
    ("search x -nabc", lambda: messages.BAD_LIMIT(value="abc")),
    ("search x --limit=1.5 --exact", lambda: messages.BAD_LIMIT(value="1.5")),
    ("search x --min-score many --exact", lambda: messages.BAD_SCORE(value="many")),
    ("search x --min-score=101", lambda: messages.BAD_SCORE(value="101")),
    ("search x --min-score nan", lambda: messages.BAD_SCORE(value="nan")),
    ("search x --in note", lambda: bad_choice("--in", "note", "title, organization, any")),
    ("search x --color red", lambda: bad_choice("--color", "red", "auto, always, never")),
    ("search x --lang fr", lambda: bad_choice("--lang", "fr", "en, zh")),
    ("search x -f cvs", lambda: bad_choice("--format", "cvs", ", ".join(OF_RESULTS), "csv")),
    ("search x --in titel", lambda: bad_choice("--in", "titel", "title, organization, any", "title")),
    ("search x --color allways", lambda: bad_choice("--color", "allways", "auto, always, never", "always")),
    ("search x --header eng", lambda: bad_choice("--header", "eng", "en, zh, own, none", "en")),
    ("completion bsh", lambda: bad_choice("SHELL", "bsh", "bash, zsh, fish", "bash")),
    ("search x --header fr", lambda: bad_choice("--header", "fr", "en, zh, own, none")),
    ("search x -f pdf", lambda: bad_choice("--format", "pdf", ", ".join(OF_RESULTS))),
    ("search x -c '' -f csv", lambda: no_column("")),
    ("search x --sort titel", lambda: no_column("titel") + messages.DID_YOU_MEAN(names="title")),
    (
        "export a.pdf",
        lambda: messages.NO_FORMAT(path="a.pdf", suffixes=" ".join(s for f in OF_RESULTS for s in FORMATS[f].suffixes)),
    ),
    ("search ？", lambda: messages.NOTHING_TO_SEARCH(query="？")),
]


def did_you_mean(*names: str) -> str:
    return messages.DID_YOU_MEAN(names=messages.listed(names))


def no_column(name: str) -> str:
    """What is wrong with the name of a column, and what is not."""
    known = (*FLAT, "tier", "score")
    if messages.language() == "zh":
        return messages.NO_COLUMN(name=name, choices="、".join(heading(key) for key in known))
    return messages.NO_COLUMN(name=name, choices=", ".join(known))


def bad_choice(option: str, value: str, choices: str, meant: str = "") -> str:
    near = messages.DID_YOU_MEAN(names=meant) if meant else ""
    return messages.BAD_CHOICE(option=option, value=value, choices=choices) + near


def test_wrong_use_is_reported_in_our_words_in_both_languages(awardcli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in LANGUAGES:
        for typed, sentence in WRONG:
            monkeypatch.setenv("AWARDCLI_LANG", language)
            ran = awardcli(*shlex.split(typed))
            assert messages.language() == language
            assert (ran.code, ran.raw) == (2, b""), typed
            assert ran.err.startswith(failed(sentence())), typed


def test_wrong_use_of_a_command_names_its_help(awardcli: Run) -> None:
    assert awardcli("show").err.endswith(said(messages.SEE_HELP(command="awardcli show")))
    assert awardcli("--shw").err.endswith(said(messages.SEE_HELP(command="awardcli")))


def test_a_word_that_is_nearly_a_command_gets_the_search_for_it_too(awardcli: Run) -> None:
    assert awardcli("shw", "上 海").err.endswith(said(messages.SEARCH_INSTEAD(query="shw '上 海'")))


# Words without a command


@pytest.mark.parametrize("words", [["爱上海"], ["aishanghai"], ["嘉定", "融媒体", "--count"], ["sh", "-f", "json"]])
def test_words_that_name_no_command_are_a_search(awardcli: Run, words: list[str]) -> None:
    assert awardcli(*words) == awardcli("search", *words)
    assert awardcli(*words).code == 0


def test_a_list_may_be_named_before_words_without_a_command(awardcli: Run, own: Path) -> None:
    assert column(awardcli("--data", own, "吾梦"), "id") == ["A-1"]


def test_an_argument_too_many_hints_at_quotes(awardcli: Run) -> None:
    ran = awardcli("export", "my", "list.csv", "--lang", "zh")
    assert ran.err == failed(messages.TOO_MANY(name="list.csv"), messages.QUOTE_IT())


# Options for every command

NOTHING_IN_CHINESE = messages.NOTHING_FOUND.zh.format(query="科幻", count=77)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "zh", "search", "科幻"],
        ["--lang=zh", "search", "科幻"],
        ["search", "--lang", "zh", "科幻"],
        ["search", "科幻", "--lang=zh"],
        ["--lang", "en", "search", "科幻", "--lang", "zh"],
    ],
)
def test_the_language_is_given_before_or_after_the_verb(awardcli: Run, arguments: list[str]) -> None:
    assert awardcli(*arguments).err.splitlines()[0] == NOTHING_IN_CHINESE


@pytest.mark.parametrize(
    ("environment", "chinese"),
    [
        ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, True),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_US"}, True),
        ({"LC_ALL": "en_US", "LANG": "zh_CN"}, False),
        ({"LC_ALL": "zh_CN", "AWARDCLI_LANG": "en"}, False),
        ({"LC_ALL": "C", "AWARDCLI_LANG": "zh"}, True),
        ({"LC_ALL": "", "LANG": "ZH_CN"}, True),
        ({"LC_ALL": "", "LANG": "de_DE.UTF-8"}, False),
        ({"LC_ALL": ""}, False),
    ],
    ids=str,
)
def test_without_it_the_environment_settles_the_language(
    awardcli: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], chinese: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (awardcli("search", "科幻").err.splitlines()[0] == NOTHING_IN_CHINESE) == chinese


@pytest.mark.parametrize(("locale", "chinese"), [("Chinese (Simplified)_China", True), ("zh_CN", True), (None, False)])
def test_on_windows_the_locale_settles_the_language(
    awardcli: Run, monkeypatch: pytest.MonkeyPatch, locale: str | None, chinese: bool
) -> None:
    monkeypatch.delenv("LC_ALL")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("locale.getlocale", lambda: (locale, "cp936"))
    assert (awardcli("search", "科幻").err.splitlines()[0] == NOTHING_IN_CHINESE) == chinese


@pytest.mark.parametrize(
    ("arguments", "colour"),
    [
        (["search", "上海", "-f", "table"], False),
        (["--color", "always", "search", "上海", "-f", "table"], True),
        (["search", "上海", "-f", "table", "--color=always"], True),
        (["search", "上海", "-f", "table", "--color", "never"], False),
        (["search", "上海", "-f", "csv", "--color", "always"], False),
    ],
)
def test_colour_is_given_before_or_after_the_verb(awardcli: Run, arguments: list[str], colour: bool) -> None:
    assert (b"\x1b[1;31m" in awardcli(*arguments).raw) == colour


@pytest.mark.parametrize("arguments", [["search", "上海", "-q"], ["--quiet", "search", "上海"]])
def test_quiet_leaves_the_remarks_out(awardcli: Run, arguments: list[str]) -> None:
    ran = awardcli(*arguments)
    assert (len(rows(ran)), ran.err) == (4, "")


def test_quiet_keeps_the_errors(awardcli: Run) -> None:
    assert awardcli("list-by-category", "微电视", "-q") == awardcli("list-by-category", "微电视")


def test_behind_two_hyphens_nothing_is_an_option(awardcli: Run) -> None:
    assert awardcli("search", "--exact", "--", "--lang").err == said(messages.NOTHING_FOUND(query="--lang", count=77))
    assert awardcli("search", "--exact", "--", "-h").code == 1
    assert column(awardcli("search", "-c", "title", "--", "爱上海"), "title") == ["爱上海的理由"]


# Help and version


@pytest.mark.parametrize("arguments", [["-V"], ["--version"], ["--lang", "zh", "-V"]])
def test_the_version_is_printed(awardcli: Run, arguments: list[str]) -> None:
    assert awardcli(*arguments) == Ran(0, f"awardcli {__version__}\n".encode(), "")


@pytest.mark.parametrize("arguments", [["-h"], ["--help"], ["-h", "search"]])
def test_bare_awardcli_gives_its_help(awardcli: Run, arguments: list[str]) -> None:
    assert awardcli() == awardcli(*arguments)
    assert awardcli().code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_bare_awardcli_fits_a_screen_of_22_lines(awardcli: Run, language: Language) -> None:
    assert len(awardcli("--lang", language).lines) <= 22


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_exit_codes_and_variables_have_a_page_of_their_own(awardcli: Run, language: Language) -> None:
    out = awardcli("help", "codes", "--lang", language).out
    for name in ("AWARDCLI_DATA", "AWARDCLI_LANG", "NO_COLOR", "FORCE_COLOR", "AWARDCLI_DEBUG"):
        assert name in out
    assert out.startswith(messages.EXIT_CODES())
    first = out.partition("\n\n")[0]
    documented = [
        int(code) for code in re.findall(r"^  (\d[\d, ]*?)  ", first, re.MULTILINE) for code in code.split(",")
    ]
    assert sorted(documented) == sorted(ExitCode)


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_opens_with_a_sentence_and_three_examples(awardcli: Run, language: Language) -> None:
    lines = awardcli("--lang", language).lines
    assert lines[0] == messages.ABOUT_AWARDCLI()
    assert [line.startswith("  awardcli ") for line in lines[2:6]] == [True, True, True, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_every_command(awardcli: Run, language: Language) -> None:
    out = awardcli("--lang", language).out
    for name, verb in VERBS.items():
        assert name in out or verb.group is messages.GROUP_HELP


def test_help_of_a_command_is_given_by_help_too(awardcli: Run) -> None:
    for verb in VERBS:
        assert awardcli("help", verb) == awardcli(verb, "-h")


def test_help_of_a_command_begins_with_its_own_options_and_has_no_others_but_shared_ones(awardcli: Run) -> None:
    out = awardcli("stats", "-h").out
    assert out.index("--by") < out.index(messages.EXAMPLES()) < out.index("--category")
    assert out.index("svg") < out.index(messages.EXAMPLES())
    assert "--explain" not in out
    assert "--category" not in awardcli("show", "-h").out


def test_help_of_a_command_is_in_the_chosen_language(awardcli: Run) -> None:
    for verb in VERBS:
        chinese = awardcli(verb, "--help", "--lang", "zh").out
        assert VERBS[verb].summary.zh in chinese
        prose = re.sub("JSON lines|  awardcli .*", "", chinese)
        assert not re.search(r" [a-z]+ [a-z]+ [a-z]+ ", prose)


def test_help_of_a_command_names_all_its_options_and_explains_them_there_or_with_the_shared_ones(awardcli: Run) -> None:
    explained = awardcli("help", "options").out
    for name, verb in VERBS.items():
        page = awardcli(name, "-h").out
        for option in options_of(verb.load()).values():
            assert all(spelling in page for spelling in option.spellings), (name, option)
            assert option.help() in re.sub(r"\n +", " ", page + explained), (name, option)


def test_help_of_a_command_fits_a_screen(awardcli: Run) -> None:
    for language in LANGUAGES:
        for name in VERBS:
            lines = awardcli(name, "-h", "--lang", language).lines
            assert len(lines) <= (30 if name == "import" else 24), (name, language)


@pytest.mark.parametrize(
    "example", sorted({each for verb in VERBS.values() if verb.name != "browse" for each in verb.examples})
)
def test_every_example_in_the_help_works(
    awardcli: Run, monkeypatch: pytest.MonkeyPatch, own: Path, example: str
) -> None:
    monkeypatch.chdir(own.parent)
    own.rename("my-list.csv")
    for name in ("2021.csv", "2022.csv", "more.csv", "old.csv"):
        heading, encoding = ("剧名", "gb18030") if name == "old.csv" else ("title", "utf-8")
        written(Path(name), f"{heading},organization\n{name},文汇报社\n".encode(encoding))
    assert awardcli(*shlex.split(example)).code == 0


# What should not happen


def fail(*_: object) -> None:
    raise ZeroDivisionError("by\x1bzero")


def test_a_bug_is_reported_in_one_line(awardcli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awardcli.commands.options.opened", fail)
    monkeypatch.setenv("AWARDCLI_DEBUG", "0")
    assert awardcli("about") == Ran(3, b"", failed(messages.INTERNAL(error=r"ZeroDivisionError: by\x1bzero")))


def test_what_the_system_lacks_is_no_bug(awardcli: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "own.xlsx"
    assert awardcli("export", own).code == 0
    for lack, words in (
        (MemoryError(), "there is not enough memory"),
        (SystemError("error return without exception set"), "there is not enough memory"),
        (ImportError("a.so: failed to map segment from shared object"), "there is not enough memory"),
        (OSError(errno.EMFILE, "?"), "too many files are open"),
        (OSError(errno.EAGAIN, "?"), "the system allows no more processes"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr("awardcli.commands.options.opened", Mock(side_effect=lack))
            assert awardcli("about") == Ran(3, b"", failed(words))
        with monkeypatch.context() as patch:
            patch.setattr("subprocess.Popen", Mock(side_effect=lack))
            for command in (["list", "--data", own], ["import", own, "-o", tmp_path / "own.awards"]):
                ran = awardcli(*command)
                assert (ran.code, ran.lines, len(ran.err.splitlines())) == (3, [], 1)
                assert ran.err.endswith(f"{words}\n")
                assert "write" not in ran.err


def test_who_looks_for_a_bug_sees_where_it_is(awardcli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awardcli.commands.options.opened", fail)
    monkeypatch.setenv("AWARDCLI_DEBUG", "1")
    ran = awardcli("about")
    assert ran.code == 3
    assert ran.lines == []
    assert re.search(r'\n  File ".*/test_cli.py", line \d+, in fail\n', ran.err)
    assert r"ZeroDivisionError: by\x1bzero" in ran.err


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="alarms are of Unix")
def test_a_signal_that_waits_for_an_import_is_dropped_where_the_process_ends_anyway() -> None:
    """Python's own end would let the alarm of it end the process, with a code that nothing promises."""
    numbers = {number: signal.getsignal(number) for number in CODES_OF_SIGNALS}
    signal.setitimer(signal.ITIMER_REAL, 60)
    try:
        release_signals()
        assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in numbers.items():
            signal.signal(number, handler)


@pytest.mark.parametrize(
    ("ending", "code"), [(KeyboardInterrupt(), 130), (BrokenPipeError(), 141), (Ended(ExitCode.HANGUP), 129)]
)
def test_what_ends_a_run_early_is_quiet_and_known_by_its_code(
    awardcli: Run, monkeypatch: pytest.MonkeyPatch, ending: BaseException, code: int
) -> None:
    def end(*_: object) -> None:
        raise ending

    monkeypatch.setattr("awardcli.commands.options.opened", end)
    assert awardcli("about") == Ran(code, b"", "")


def test_an_argument_that_is_no_text_is_looked_for_all_the_same(awardcli: Run) -> None:
    assert awardcli("show", "\ud800").err.startswith(messages.FAILED(message=messages.NO_ID(name=r"\ud800")))


def test_the_language_of_a_run_is_not_that_of_the_one_before(awardcli: Run) -> None:
    awardcli("--lang", "zh", "-V")
    awardcli("-V")
    assert messages.language() == "en"


# What is typed, in words


def test_a_help_page_in_chinese_has_chinese_metavars(awardcli: Run) -> None:
    typed = {name: awardcli(name, "-h", "--lang", "zh").out for name in VERBS}
    assert typed["export"].splitlines()[0] == "用法：awardcli export 文件 [选项]"
    for page in typed.values():
        assert set(re.findall(r"(?:^  |--[a-z-]+ )\[?([A-Z]{2,}|N)\b", page, re.MULTILINE)) <= {"N", "SHELL"}


def test_options_that_mean_nothing_together_are_refused(awardcli: Run) -> None:
    for typed, message in (
        ("search 上海 --exact --min-score 50", messages.NOT_WITH(option="--min-score", other="--exact")),
        ("list --count --sort title", messages.NOT_WITH(option="--sort", other="--count")),
        ("list -f table --bom", messages.NOT_WITH(option="--bom", other="table")),
        ("show 咏梅 -f json --force", messages.FORCE_NEEDS_FILE()),
    ):
        assert awardcli(*typed.split())[:3:2] == (2, failed(message)), typed


def test_a_word_for_a_command_that_takes_none_is_searched_for_instead(awardcli: Run) -> None:
    ran = awardcli("list", "微电影")
    message = messages.TAKES_NO_ARGUMENT(command="list", name="微电影")
    hints = messages.SEARCH_INSTEAD(query="微电影"), messages.SEE_HELP(command="awardcli list")
    assert (ran.code, ran.err) == (2, failed(message, *hints))


def test_show_lists_the_results_of_an_organization_with_their_ids(awardcli: Run) -> None:
    ran = awardcli("show", "文汇报社")
    assert ran.err == said(messages.SEVERAL_MEANT(typed="文汇报社", count=3))
    assert column(ran, "id") == ["9-micro-film-05", "9-micro-video-03", "9-theme-award-01"]


def test_results_without_a_title_are_listed_with_their_ids(awardcli: Run, as_terminal: Callable[..., None]) -> None:
    as_terminal(80)
    assert "9-outstanding-organizer-01  嘉定区委宣传部" in awardcli("list-by-category", "优秀组织单位").out
    assert "9-micro-film-01" not in awardcli("list-by-category", "微电影").out


def test_the_count_of_hits_precedes_remarks_on_uncertain_results(
    awardcli: Run, as_terminal: Callable[..., None]
) -> None:
    as_terminal(80)
    uncertain = messages.UNCERTAIN_HERE(count=1, id="9-individual-award-02")
    assert awardcli("search", "lpdkfd").err == said(messages.FOUND_BY_PINYIN(count=1), uncertain)


def test_quiet_leaves_out_remarks_and_not_the_explanation(awardcli: Run) -> None:
    ran = awardcli("search", "yongmei", "--explain", "-q")
    assert ran.err.startswith("9-micro-film-03 咏梅")


def test_a_kind_that_was_meant_is_named_as_people_call_it(awardcli: Run) -> None:
    ran = awardcli("list", "--kind", "gongan", "--count", "--lang", "zh")
    assert ran.err == "“gongan”指：公安\n"


def test_a_file_in_place_of_a_command_gets_hints_on_what_to_do_with_it(
    awardcli: Run, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own.parent)
    hints = messages.SEARCH_FILE(path="own.csv"), messages.MATCH_FILE(path="own.csv")
    ran = awardcli("own.csv")
    assert (ran.code, ran.err) == (2, failed(messages.IS_A_FILE(name="own.csv"), *hints))
    assert awardcli("other.csv").code == 1


def test_a_line_break_in_a_cell_breaks_the_line_on_a_terminal(
    awardcli: Run, as_terminal: Callable[..., None], tmp_path: Path
) -> None:
    as_terminal(80)
    path = written(tmp_path / "own.csv", '片名,导演\n"归途\nHomeward","林一帆\nLIN Yifan"\n')
    assert awardcli("list", "--data", path, "--color", "never").lines[2:] == ["归途      林一帆", "Homeward  LIN Yifan"]
    assert awardcli("show", "归途", "--data", path).lines[:2] == ["片名  归途", "      Homeward"]


def test_a_list_with_neither_categories_nor_awards_says_so(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "own.csv", "片名,导演\n归途,林一帆\n")
    ran = awardcli("list-by-category", "--data", path)
    hint = "its columns: 片名, 导演; if one is the {0}: --column {0}=HEADING".format
    assert (ran.code, ran.out, ran.err) == (1, "", said(messages.NEITHER_CATEGORIES_NOR_AWARDS(), hint("category")))
    for column in ("category", "award", "kind"):
        ran = awardcli("list", f"--{column}", "微电影", "--data", path)
        assert (ran.code, ran.err) == (1, failed(messages.NO_SUCH_COLUMN(heading=column), hint(column)))
    assert awardcli("list", "--category", "林一帆", "--data", path, "--column", "category=导演").code == 0


def test_a_list_without_organizations_is_not_said_to_be_empty(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "own.csv", "片名,片长\n归途,90\n远山,80\n")
    for words in ([], ["文汇"]):
        ran = awardcli("list-by-organization", *words, "--data", path)
        assert ran.code == 1
        assert messages.NO_SUCH_COLUMN(heading="organization") in ran.err
        assert "--column organization=HEADING" in ran.err
    counted = awardcli("stats", "--data", path)
    assert counted.err.endswith(f"to count by one: awardcli stats --by HEADING --data {path}\n")


def test_an_unknown_format_is_answered_with_those_that_the_command_has(awardcli: Run) -> None:
    for command, is_offered in (("export x.pdf", False), ("list -f pdf", False), ("stats -o x.pdf", True)):
        assert ("svg" in awardcli(*command.split()).err) == is_offered, command
