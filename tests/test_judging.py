"""What is beside a title in a line: whether the title is meant all the same, how surely, and of which result."""

from pathlib import Path

import pytest

from awardcli.collection import open_collection
from awardcli.search.linking import link
from awardcli.search.linking.judging import Work
from awardcli.search.linking.link import Linker
from support import film, result, stored_in, written
from test_matching import BODIES, FILMS, matched, named


def test_before_a_colon_is_who_or_what_presents_a_title_and_behind_it_a_subtitle() -> None:
    assert named("故事：霸王别姬") == "霸王别姬 1993"
    assert named("Ridley Scott: Alien") == "Alien 1979"
    for line in ("Note: Alien", "霸王别姬：故事", "Alien: Covenant"):
        assert named(line) is None, line


def test_a_number_before_a_title_is_not_its_number() -> None:
    for line in ("2人评《霸王别姬》", "三人行 霸王别姬 有感"):
        assert named(line) == "霸王别姬 1993", line
    for line in ("霸王别姬 2人评", "霸王别姬2"):
        assert named(line) is None, line


def test_a_misspelt_title_of_four_characters_may_have_words_beside_it_and_one_of_three_not() -> None:
    linker = Linker([film("青花瓷"), film("爱情万岁")])
    for line, title in [
        ("青华瓷", "青花瓷"),
        ("《青华瓷》观后", "青花瓷"),
        ("青华瓷 观后", None),
        ("爱情万睡 观后", "爱情万岁"),
    ]:
        assert named(line, linker) == title, line


def test_a_part_of_the_subtitle_says_that_the_title_goes_on() -> None:
    assert matched("英雄本色3 夕阳").note == "the title goes on: 夕阳之歌"


def test_of_two_results_of_one_title_it_is_the_one_for_which_more_speaks() -> None:
    linker = Linker([film("归来", None, "张艺谋"), film("归来", 2014, "张艺谋"), film("归来", 1999)])
    for line, found in [("归来 张艺谋 2014", "归来 2014"), ("归来 2014", "归来 2014"), ("归来 1999", "归来 1999")]:
        assert named(line, linker) == found, line


def test_a_place_in_brackets_beside_a_short_title_is_no_part_of_it() -> None:
    for line in ("英雄（武汉）", "英雄，（武汉）", "1. 英雄（武汉）"):
        assert (named(line), matched(line).note) == ("英雄 2002", "left over: 武汉"), line
    for line in ("电影 英雄（武汉）们", "新英雄（武汉）"):
        assert named(line) is None, line


def test_the_more_of_a_bodys_name_is_written_the_surer_it_is() -> None:
    linker = Linker([result(None, "上海市公安局黄浦分局"), result(None, "东方网")], "organization")
    scores = [matched(line, linker).score for line in ("黄浦分局", "公安局黄浦分局", "上海市公安局黄浦分局")]
    assert scores == sorted(set(scores))
    assert scores[-1] == 100
    assert named("东方", BODIES) is None


def test_a_year_inside_the_marks_of_a_title_is_a_part_of_it() -> None:
    for line in ("《1993霸王别姬》", "《霸王别姬1993》"):
        assert matched(line, FILMS).score < 100, line
    assert matched("1993《霸王别姬》").score == 100


def test_words_for_scenes_are_left_over_and_another_category_is_said() -> None:
    for line, left in [
        ("霸王别姬 幕后花絮", "幕后花絮"),
        ("霸王别姬精彩片段", "精彩片段"),
        ("霸王别姬 预告片", ""),
        ("霸王别姬.1993.BD1080P.mkv", ""),
    ]:
        assert (named(line), matched(line).note) == ("霸王别姬 1993", f"left over: {left}" if left else ""), line
    bundled = Linker(open_collection())
    for line, elsewhere in [
        ("传承 微电影", "微电影, 微视频"),
        ("那个叫传承的微电影", "微电影, 微视频"),
        ("传承（入围影片）", "入围影片, 微视频"),
        ("传承 入围", "入围, 微视频"),
        ("传承 微视频", ""),
        ("传承 视频", ""),
        ("老潘的咖啡店 微电影", ""),  # its category is no kind of work
    ]:
        note = f"another category or award: {elsewhere}" if elsewhere else ""
        assert matched(line, bundled).note == note, line


def test_either_of_two_titles_joined_by_or_names_the_work() -> None:
    linker = Linker([film("Birdman or (The Unexpected Virtue of Ignorance)", 2014), film("Truth or Dare", 1991)])
    for line in ("Birdman", "2. Birdman (2014)", "The Unexpected Virtue of Ignorance"):
        assert matched(line, linker).note.startswith("the title goes on"), line
    for line in ("Birdman Begins", "Truth", "Dare", "Bird"):
        assert named(line, linker) is None, line


_BOOKS = "书名,作者,出版年\n草垛房,曹平,1997\n红辣椒,莫山,1986\n团聚,余丽,2008\n"
_STAGE = (
    "类别,作品名称,主创,年份\n话剧,大雷雨,曹平,1934\n话剧,日落,曹平,1936\n歌曲,蓉城,赵磊,2016\n"
    "戏曲,花碧莲,河南剧院,1956\n电视剧,石头城记,王林,1987\n电影,石头山记,王林,1989\n"
)
_PAPERS = (
    "No.,Paper,Authors,Year\n1,Patience Is All You Have,Ann Lee,2017\n2,Paxon: Agreement Made Simple,Bo Li,2001\n"
    "3,ZGBoost: A Scalable System,Ti Chen,2016\n4,Embers: A Study of Fire,Al Day,2011\n5,Dropper: One Way,S Li,2014\n"
)

_CONTEST = (
    "届别,年份,类别,作品名称,报送单位,导演,奖项,所在区\n第三届,2021,短片,渡口早市,江北大学,宋远舟,一等奖,江北区\n"
    "第三届,2021,短片,灯塔,江北大学,梁若溪,二等奖,南岸区\n第四届,2022,校园剧,灯下读信,南岸师范大学,何雨亭,金奖,南岸区\n"
    "第四届,2022,纪录片,补鞋匠,南岸师范大学,何雨亭,最佳摄影奖,南岸区\n第四届,2022,短片,潮汐表,滨海学院,丁一,,滨海区\n"
)
_SEASONS = (
    "片名,单位,奖项,届次,类别\n春,甲局,创意奖、人气奖,第一届,短片\n夏,乙局,人气奖,第二届,短片\n"
    "灯塔,丁局,金奖,第三届,纪录\n金奖,戊局,二等奖,第三届,纪录\nSalt,Ana,Best Film,第三届,短片\n"
    "Fog,Bea,Best Director,第三届,短片\nDivine,Eva,Gold,第三届,短片\n"
)


@pytest.fixture
def linkers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Linker]]:
    """The linkers of each list as it is, and as a collection that is searched by its index."""
    made = {}
    for name, text in (
        ("books", _BOOKS),
        ("stage", _STAGE),
        ("papers", _PAPERS),
        ("contest", _CONTEST),
        ("seasons", _SEASONS),
    ):
        works = open_collection(written(tmp_path / f"{name}.csv", text))
        made[name] = [Linker(works)]
        with monkeypatch.context() as small:
            small.setattr(link, "IN_MEMORY", 0)
            made[name].append(Linker(stored_in(works, tmp_path)))
    return made


def assert_notes(linkers: list[Linker], notes: dict[str | Work, str | None]) -> None:
    """What is remarked of the titles that the lines name; None where they name none."""
    for linker in linkers:
        for line, note in notes.items():
            found = matched(line, linker)
            assert (found.note if found.result else None) == note, line


def test_a_year_far_from_that_of_a_book_may_be_that_of_a_copy(linkers: dict[str, list[Linker]]) -> None:
    another = "another year: 2009, 1997"
    assert_notes(
        linkers["books"],
        {
            "草垛房（2009年版）": another,
            "《草垛房》2009版": another,
            "草垛房 2009": another,
            "草垛房 曹平 2009": another,
            Work(("草垛房",), years=(2009,)): another,
            "草垛房 莫山 2009": None,  # of another author
            "草垛房2（2009年版）": None,
            "新草垛房 2009": None,
            "团聚 1995": None,  # an ordinary word
        },
    )
    assert_notes(
        linkers["stage"],
        {
            "大雷雨（1984年版）": "another year: 1984, 1934",
            "花碧莲 2007": None,  # whether it is made once is unknown
            "花碧莲（2007年版）": "another year: 2007, 1956",
            "石头城记（2010年版）": None,  # made again
            "石头山记 2010": None,
        },
    )


def test_the_category_may_touch_a_short_title_and_the_kind_of_an_opera_any(linkers: dict[str, list[Linker]]) -> None:
    assert_notes(
        linkers["stage"],
        {
            "话剧日落": "",
            "话剧日落（节选）": "left over: 节选",
            "歌曲蓉城（现场）": "left over: 现场",
            "豫剧花碧莲": "left over: 豫剧",
            "昆曲花碧莲（选段）": "left over: 昆曲, 选段",
            **dict.fromkeys(("话剧日落东方", "话剧团日落", "大话剧日落", "戏曲日落", "豫剧花碧莲传", "豫剧大雷雨")),
        },
    )


def test_an_episode_belongs_to_a_series_and_makes_another_film(linkers: dict[str, list[Linker]]) -> None:
    assert_notes(
        linkers["stage"],
        {
            "石头城记第三集": "left over: 第三集",
            "石头城记 第36集": "left over: 第36集",
            **dict.fromkeys(("石头城记第二部", "石头城记第三集续", "石头山记第三集", "大雷雨第二集")),
        },
    )


def test_references_have_numbers_of_preprints_volumes_and_pages(linkers: dict[str, list[Linker]]) -> None:
    title = "Patience is all you have"
    explained = (
        *(f"1706.03762 {title}", f"arXiv:1706.03762v5 {title}", f"{title} 1706.03762", f"{title} 20:273-297, 2017"),
        *(f"{title} (12 pages)", f"{title}, 2nd printing", f"{title}. doi:10.1000/182"),
    )
    others = f"{title} 2", f"{title} 1706", f"{title} 12", "Patience 1706.03762", f"{title} Now 1706.03762"
    assert_notes(linkers["papers"], {**dict.fromkeys(explained, ""), **dict.fromkeys(others)})


def test_a_long_or_coined_word_before_a_colon_names_the_work_by_itself(linkers: dict[str, list[Linker]]) -> None:
    assert_notes(
        linkers["papers"],
        {
            "ZGBoost": "the title goes on: A Scalable System",
            "Dropper": "the title goes on: One Way",
            **dict.fromkeys(("Paxon", "Embers", "ZGBoost 2", "Dropper Networks", "One Way", "Boost")),
        },
    )
    assert named("TRON", Linker([film("TRON: Legacy", 2010)])) is None


def test_an_award_category_or_edition_in_the_line_agrees_or_is_said(linkers: dict[str, list[Linker]]) -> None:
    first, second = "another category or award: {}, 短片, 一等奖", "another category or award: {}, 短片, 二等奖"
    assert_notes(
        linkers["contest"],
        {
            **dict.fromkeys(
                ("渡口早市（一等奖）", "短片一等奖《渡口早市》", "渡口早市 荣获一等奖", "渡口早市获一等奖"), ""
            ),
            **dict.fromkeys(("《渡口早市》（第三届）", "第3届 渡口早市 江北大学", "第三届短片一等奖《渡口早市》"), ""),
            **dict.fromkeys(
                ("补鞋匠 最佳摄影", "补鞋匠（纪录片，最佳摄影奖）", "灯塔 第三届", "灯塔 南岸", "2021 灯塔"), ""
            ),
            **dict.fromkeys(("渡口早市（二等奖）", "短片二等奖《渡口早市》", "渡口早市二等奖"), first.format("二等奖")),
            "《渡口早市》荣获金奖": first.format("金奖"),
            "渡口早市 特等奖": first.format("特等奖"),  # no award of the list
            "《渡口早市》获评委会大奖": first.format("评委会大奖"),
            "渡口早市（校园剧）": first.format("校园剧"),
            "灯塔 江北大学 一等奖": second.format("一等奖"),
            "潮汐表（一等奖）": "another category or award: 一等奖, 短片",
            "补鞋匠（最佳摄影，一等奖）": "another category or award: 一等奖, 纪录片, 最佳摄影奖",
            "渡口早市（第四届）": "another edition: 4, 3",
            "第四届短片一等奖《渡口早市》": "another edition: 4, 3",
            "灯塔（第四届）": "another edition: 4, 3",
            "灯下读信 短片电影周": "left over: 周",
        },
    )


def test_a_short_title_beside_another_award_or_edition_is_meant_in_doubt(linkers: dict[str, list[Linker]]) -> None:
    award, edition = "another category or award: {}, 短片, 人气奖", "another edition: {}, {}"
    assert_notes(
        linkers["seasons"],
        {
            **dict.fromkeys(
                ("夏 人气奖", "夏 第2届", "第二届 夏", "夏（第二届，人气奖）", "春 首届", "灯塔第三届"), ""
            ),
            **dict.fromkeys(("夏 创意奖", "夏（创意奖）", "创意奖 夏", "夏，创意奖"), award.format("创意奖")),
            "夏 荣获创意奖": award.format("创意奖"),
            "夏 乙局 金奖": award.format("金奖"),
            "夏 最佳剪辑奖": award.format("最佳剪辑奖"),  # no award of the list
            **dict.fromkeys(("夏 第一届", "夏（第一届）", "第1届 夏", "夏 首届"), edition.format(1, 2)),
            **dict.fromkeys(("灯塔第一届", "第一届灯塔"), edition.format(1, 3)),
            "夏 第一届 创意奖": award.format("创意奖") + "; " + edition.format(1, 2),
            "金奖 创意奖": "another category or award: 创意奖, 纪录, 二等奖",
            "Salt Best Director": "another category or award: Best Director, 短片, Best Film",
        },
    )
    others = "夏令营 创意奖", "夏 令营 创意奖", "夏 甲局 创意奖", "春 夏 创意奖", "第一届灯塔杯", "灯塔奖 创意奖"
    parts_of_titles = "灯塔2 创意奖", "夏 创意", "夏 首届展览", "第一届", "Fog Gold", "Fog Best Actor"
    assert_notes(linkers["seasons"], dict.fromkeys((*others, *parts_of_titles)))


def test_a_slip_in_the_name_of_who_made_it_is_a_doubt(linkers: dict[str, list[Linker]]) -> None:
    assert_notes(
        linkers["contest"],
        {
            "灯塔 梁若熙": "spelt otherwise: 梁若熙, 梁若溪",
            "灯塔 粱若溪": "spelt otherwise: 粱若溪, 梁若溪",
            "灯塔（江北大雪）": "spelt otherwise: 江北大雪, 江北大学",
            "灯塔 梁若溪": "",
            **dict.fromkeys(("灯塔 周若溪", "灯塔 若溪桥", "潮汐表 丁二"), None),
        },
    )
