"""What is beside a title in a line: whether the title is meant all the same, how surely, and of which result."""

from awardcli.collection import open_collection
from awardcli.search.linking.link import Linker
from support import film, result
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


def test_words_for_scenes_or_for_another_kind_of_work_than_the_category_are_left_over() -> None:
    for line, left in [
        ("霸王别姬 幕后花絮", "幕后花絮"),
        ("霸王别姬精彩片段", "精彩片段"),
        ("霸王别姬 预告片", ""),
        ("霸王别姬.1993.BD1080P.mkv", ""),
    ]:
        assert (named(line), matched(line).note) == ("霸王别姬 1993", f"left over: {left}" if left else ""), line
    bundled = Linker(open_collection())
    for line, left in [
        ("传承 微电影", "微电影"),
        ("那个叫传承的微电影", "微电影"),
        ("传承 微视频", ""),
        ("传承 视频", ""),
        ("老潘的咖啡店 微电影", ""),  # its category is no kind of work
    ]:
        assert matched(line, bundled).note == (f"left over: {left}" if left else ""), line


def test_either_of_two_titles_joined_by_or_names_the_work() -> None:
    linker = Linker([film("Birdman or (The Unexpected Virtue of Ignorance)", 2014), film("Truth or Dare", 1991)])
    for line in ("Birdman", "2. Birdman (2014)", "The Unexpected Virtue of Ignorance"):
        assert matched(line, linker).note.startswith("the title goes on"), line
    for line in ("Birdman Begins", "Truth", "Dare", "Bird"):
        assert named(line, linker) is None, line
