"""Words around what people remember: pointing at a work, asking for its year or maker, saying what it is about."""

import pytest

from awardcli.collection import Collection, open_collection
from awardcli.search.find import find
from support import stored_in, written

_WORKS = """\
类别,作品名称,主创,年份
电视剧,红楼梦,王扶林,1987
电视剧,西游记,杨洁,1986
电视剧,金婚,郑晓龙,2007
电视剧,那年花开月正圆,丁黑,2017
话剧,雷雨,曹禺,1934
话剧,茶馆,老舍,1957
歌曲,成都,赵雷,2016
歌曲,稻香,周杰伦,2008
歌曲,2002年的第一场雪,刀郎,2004
电影,手机,冯小刚,2003
电影,地球最后的夜晚,毕赣,2018
电影,Shakespeare in Love,John Madden,1998
图书,活了100万次的猫,佐野洋子,1977
图书,The Very Hungry Caterpillar,Eric Carle,1969
论文,杂交水稻的实践与理论,袁隆平,1977
论文,The Byzantine Generals Problem,Leslie Lamport,1982
"""


@pytest.fixture(scope="module", params=["list", "collection"])
def works(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Collection:
    folder = tmp_path_factory.mktemp("works")
    path = written(folder / "works.csv", _WORKS)
    return open_collection(path) if request.param == "list" else stored_in(open_collection(path), folder)


def first(works: Collection, query: str) -> str | None:
    """The title of the first hit, or None."""
    hits = find(works, query).hits
    return hits[0].result.title if hits else None


def check(works: Collection, expected: str, silent: str) -> None:
    """Each line of `expected` is a query, a bar and the first title; those of `silent` find nothing."""
    titles = {
        query: title for query, _, title in (line.strip().partition(" | ") for line in expected.strip().splitlines())
    }
    assert {query: first(works, query) for query in titles} == titles
    queries = [line.strip() for line in silent.strip().splitlines()]
    assert {query: first(works, query) for query in queries} == dict.fromkeys(queries)


def test_words_that_point_at_a_work_may_be_before_or_behind_its_whole_title(works: Collection) -> None:
    check(
        works,
        """
        成都那首歌 | 成都
        那首叫成都的歌 | 成都
        叫成都的歌 | 成都
        那个西游记 | 西游记
        雷雨那部话剧 | 雷雨
        周杰伦那首稻香 | 稻香
        老舍那个茶馆 | 茶馆
        老舍的那部茶馆 | 茶馆
        老舍写的这部茶馆 | 茶馆
        雷雨的作者 | 雷雨
        雷雨作者 | 雷雨
        茶馆的作者是谁 | 茶馆
        雷雨哪一年 | 雷雨
        金婚哪年播的 | 金婚
        成都是哪年的歌 | 成都
        """,
        """
        那个地方
        这个地方
        那首歌
        这个
        成都那个地方
        成都哪一年解放
        赵雷那首稻香
        作者是谁
        """,
    )


def test_a_work_may_be_asked_for_by_its_maker_and_what_they_did(works: Collection) -> None:
    check(
        works,
        """
        郑晓龙导演的电视剧 | 金婚
        郑晓龙导演的 | 金婚
        曹禺写的话剧 | 雷雨
        曹禺创作的 | 雷雨
        袁隆平的论文 | 杂交水稻的实践与理论
        袁隆平写的文章 | 杂交水稻的实践与理论
        papers by lamport | The Byzantine Generals Problem
        leslie lamport articles | The Byzantine Generals Problem
        article by leslie lamport | The Byzantine Generals Problem
        book by eric carle | The Very Hungry Caterpillar
        eric carle's story | The Very Hungry Caterpillar
        """,
        """
        郑晓龙导演的话剧
        郭敬明导演的电视剧
        导演的
        papers by newton
        works by god
        """,
    )


def test_what_a_work_is_about_may_be_said_without_a_word_for_works_and_in_english(works: Collection) -> None:
    check(
        works,
        """
        有没有讲水稻的 | 杂交水稻的实践与理论
        那篇讲水稻的 | 杂交水稻的实践与理论
        有没有一篇讲水稻的论文 | 杂交水稻的实践与理论
        一部关于夜晚的 | 地球最后的夜晚
        关于夜晚的 | 地球最后的夜晚
        讲花开的是哪部 | 那年花开月正圆
        book about the hungry caterpillar | The Very Hungry Caterpillar
        the one with the caterpillar | The Very Hungry Caterpillar
        a movie about love | Shakespeare in Love
        paper on byzantine generals | The Byzantine Generals Problem
        papers on byzantine generals | The Byzantine Generals Problem
        stories about a caterpillar | The Very Hungry Caterpillar
        """,
        """
        有没有讲道理的
        那部讲道理的
        讲故事的
        关于我们的
        book about dragons
        play with love
        one on one
        """,
    )


def test_english_words_may_ask_for_works_of_a_year_and_of_a_maker_and_point_at_one(works: Collection) -> None:
    check(
        works,
        """
        films of 1998 | Shakespeare in Love
        books from 1969 | The Very Hungry Caterpillar
        a john madden movie from 1998 | Shakespeare in Love
        john madden's film | Shakespeare in Love
        which movies did john madden direct | Shakespeare in Love
        the byzantine paper | The Byzantine Generals Problem
        the story about the hungry caterpillar | The Very Hungry Caterpillar
        """,
        """
        films of 1997
        the first paper
        the quantum paper
        tesla's paper
        """,
    )


def test_the_year_of_a_work_may_be_beside_its_title_as_its_version(works: Collection) -> None:
    check(
        works,
        """
        86版西游记 | 西游记
        1987版红楼梦 | 红楼梦
        老版红楼梦 | 红楼梦
        西游记86版 | 西游记
        西游记 1986年版 | 西游记
        红楼梦老版 | 红楼梦
        """,
        """
        95版西游记
        西游记95版
        2010年版红楼梦
        新版手机
        手机新版
        老版
        """,
    )


def test_a_word_may_stand_for_what_is_forgotten_of_a_title(works: Collection) -> None:
    check(
        works,
        """
        地球最后的什么 | 地球最后的夜晚
        活了多少万次的猫 | 活了100万次的猫
        二零零几年的第一场雪 | 2002年的第一场雪
        the very hungry something | The Very Hungry Caterpillar
        """,
        """
        什么
        多少次的狗
        最后的几个
        something about mary
        """,
    )
