"""What a search finds for questions and lines beside the plain title, and where it keeps silent."""

from pathlib import Path

import pytest

from awardcli.collection import Collection, open_collection
from awardcli.output.remarks import remarks_on_winners
from awardcli.search.find import find
from support import WHOLE, stored_in, written

_LISTS = {
    "films": """\
片名,导演,年份,奖项,出品单位
霸王别姬,陈凯歌,1993,最佳影片,北京电影制片厂
二十二 / Twenty Two / 22,郭柯,2015,最佳纪录片,四川光影深处文化传播有限公司
黑客帝国 / 廿二世纪杀人网络,沃卓斯基姐妹,1999,最佳剪辑,华纳兄弟
一九八四,迈克尔·莱德福,1984,最佳编剧,维珍影业
1984年的夏天,张三,2014,单项奖,上海交通大学
九条命,李四,2002,单项奖,北京师范大学
长安三万里,谢君伟,2023,最佳动画片,追光人动画设计（北京）有限公司
十二怒汉,西德尼·吕美特,1957,最佳导演,奥赖恩
花样年华,王家卫,2000,最佳男主角,春光映画
""",
    "books": """\
书名,作者,出版社,奖项,年份
活着,余华,作家出版社,格林扎纳·卡佛文学奖,1998
兄弟（上）,余华,上海文艺出版社,国际信使外国小说奖,2008
白鹿原,陈忠实,人民文学出版社,茅盾文学奖,1997
黄雀记,苏童,作家出版社,茅盾文学奖,2015
生命册,李佩甫,作家出版社,茅盾文学奖,2015
秦腔,贾平凹,作家出版社,茅盾文学奖,2008
三体,刘慈欣,重庆出版社,银河奖,2006
一百年孤独史,王五,东方出版中心,银河奖,2001
""",
    "songs": """\
歌名,演唱,年份,奖项
九百九十九朵玫瑰,邰正宵,1993,十大金曲
三百六十五里路,文章,1984,金曲奖
七里香,周杰伦,2004,十大金曲
十年,陈奕迅,2003,年度歌曲
一千零一夜,李克勤,1992,十大中文金曲
2022十大金曲串烧,群星,2022,年度歌曲
""",
    "games": """\
片名,开发者,奖项,年份
巫师3,CD Projekt,年度游戏,2015
守望先锋,暴雪娱乐,年度游戏,2016
王者荣耀,天美工作室,最佳手机游戏,2016
炉石传说,暴雪娱乐,最佳持续运营游戏,2016
教父III,派拉蒙,最佳改编,1990
教父II,派拉蒙,最佳改编,1974
The Godfather Part III,Paramount,最佳原声,1990
The Godfather Part II,Paramount,最佳原声,1974
""",
    "oscars": """\
Film,Category,Year
Milk,ACTOR IN A LEADING ROLE,2008
Doubt,ACTRESS IN A SUPPORTING ROLE,2008
The Reader,ACTRESS IN A LEADING ROLE,2008
Slumdog Millionaire,BEST PICTURE,2008
Slumdog Millionaire,DIRECTING,2008
WALL-E,MUSIC (Original Song),2008
Wings,OUTSTANDING PICTURE,1928
The Winner,FILM EDITING,1990
""",
    "places": """\
片名,地区,类型,年份
天使爱美丽,法国 德国,剧情 爱情,2001
放牛班的春天,法国 瑞士,剧情 音乐,2004
触不可及,法国,剧情 喜剧,2011
龙猫,日本,动画 奇幻,1988
""",
    "novels": """\
Novel,Author,Year,Award
Doomsday Book,Connie Willis,1993,Hugo Award
Hyperion,Dan Simmons,1990,Hugo Award
Neuromancer,William Gibson,1985,Nebula Award
The Dispossessed,Ursula K. Le Guin,1975,Hugo Award
The Forever War,Joe Haldeman,1976,Hugo Award
""",
    "prizes": """\
片名,类别,单位,奖项
归途,纪录片,浦江社,一等奖
灯火,微视频,长江社,二等奖
春风里,动画片,黄河社,最佳动画片
花样年华,微电影,浦江社,金奖
花样年华,微电影,浦江社,Silver
Moon Song,Documentary,Ann Lee,First Prize
""",
    "bests": """\
title,director,award,category,year
Salt,Ana,Best Film,film,2020
Fog,Bea,Best Director,film,2020
Air,Cy,Best Film,short,2021
Sea,Ida,Best Song,film,2021
""",
    "titles": "片名,导演\n归途,王五\n海上日出,张三\n",
}


@pytest.fixture(scope="module")
def collections(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Collection]]:
    """Each list as it is, and as a collection imported from it; and the bundled list."""
    folder = tmp_path_factory.mktemp("lists")
    made: dict[str, list[Collection]] = {"bundled": [open_collection()]}
    for name, text in _LISTS.items():
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        (folder / name).mkdir()
        made[name] = [films := open_collection(path), stored_in(films, folder / name)]
    return made


def answers(collections: dict[str, list[Collection]], name: str, asked: str) -> list[str | None]:
    """The titles that a list answers a question with, best first; its collection, asked a sample, gives the same."""
    asked_of = collections[name] if WHOLE or len(asked) % 6 == 0 else collections[name][:1]
    every = [[hit.result.title for hit in find(each, asked).hits] for each in asked_of]
    assert all(titles == every[0] for titles in every), (name, asked, every)
    return every[0]


def check(collections: dict[str, list[Collection]], expected: str, silent: str) -> None:
    """Check lines of a list, a question and the titles of its answer in their order, and questions without one."""
    for name, asked, wanted in (map(str.strip, line.split("|")) for line in expected.strip().splitlines()):
        found = answers(collections, name, asked)
        assert found[: wanted.count(";") + 1] == wanted.split("; "), (name, asked, found)
    for name, asked in (map(str.strip, line.split("|")) for line in silent.strip().splitlines()):
        assert answers(collections, name, asked) == [], (name, asked)


def test_a_question_may_be_about_an_award_a_district_or_a_year(collections: dict[str, list[Collection]]) -> None:
    check(
        collections,
        expected="""
        bundled | 我想知道最佳编剧是谁 | 老潘的咖啡店
        bundled | 最佳编剧是谁 | 老潘的咖啡店
        bundled | 谁得了最佳创意奖 | 我与阿德叔
        bundled | 请问最佳创意是哪个单位的 | 我与阿德叔
        bundled | 宝山区有几部作品入围 | 距离; 一辆货车装载一份希望
        bundled | 公安入围的有几部 | 献给每一个为上海重启努力的你！
        bundled | 青浦区入围了几部 | 崧泽新时代; 为什么
        bundled | 静安区得了什么奖 | 交警只会贴罚单?; 辅德里1922
        books | 作家出版社有几本书入围 | 活着; 黄雀记; 生命册; 秦腔
        books | 2015年谁得了茅盾文学奖 | 黄雀记; 生命册
        books | 茅盾文学奖2015年是谁获得的 | 黄雀记; 生命册
        books | 1997年的茅盾文学奖是谁 | 白鹿原
        books | 谁获得了银河奖 | 三体; 一百年孤独史
        films | 谁拿了最佳男主角 | 花样年华
        songs | 十大中文金曲有哪些 | 一千零一夜
        novels | who won the Nebula Award in 1985 | Neuromancer
        """,
        silent="""
        bundled | 嘉定区有多少人
        bundled | 静安区有哪些作品入围
        bundled | 最佳男配角是谁
        bundled | 谁知道2022年的事情
        bundled | 2022年是哪一年
        bundled | 青浦区得了几个奖项目
        books | 2014年谁得了茅盾文学奖
        books | 2015年谁得了诺贝尔文学奖
        books | 谁获得了银河系
        films | 1993年是哪一年
        novels | who won the Nebula Award in 1990
        novels | who won the war
        """,
    )
    found = {hit.result.organizations[0].district for hit in find(open_collection(), "嘉定区得了几个奖").hits}
    assert found == {"嘉定区"}
    answer = find(open_collection(), "我想知道最佳编剧是谁")
    assert [(each.column, each.values) for each in answer.named] == [("award", ("最佳编剧",))]
    assert answer.left == ("我想知道", "是谁")
    for asked, left in (
        ("公安局有几部微电影", "有几部"),
        ("宝山区有几部作品入围", "有几部作品"),
        ("公安局的微电影", ""),
        ("请问公安局拍了几部微电影", "请问、拍了几部"),
    ):
        assert "、".join(find(open_collection(), asked).left) == left, asked


def test_a_question_may_be_about_what_someone_made(collections: dict[str, list[Collection]]) -> None:
    check(
        collections,
        expected="""
        books | 余华写了什么 | 活着; 兄弟（上）
        books | 苏童老师获得过什么奖 | 黄雀记
        songs | 周杰伦唱过哪些歌 | 七里香
        films | 王家卫导演了哪部电影 | 花样年华
        novels | what did Dan Simmons write | Hyperion
        books | 余华老师的兄弟 | 兄弟（上）
        books | 麻烦问一下有没有余华老师的兄弟 | 兄弟（上）
        books | 请问余华的活着 | 活着
        books | 作家陈忠实的白鹿原 | 白鹿原
        songs | 想找周杰伦的七里香 | 七里香
        books | 陈忠实的白鹿 | 白鹿原
        films | 陈凯歌导演的霸王 | 霸王别姬
        films | 陈凯歌导演过霸王别姬吗 | 霸王别姬
        books | 苏童写过黄雀记吗 | 黄雀记
        books | 贾平凹的秦腔是哪年得奖的 | 秦腔
        books | 苏童的黄雀记得过什么奖 | 黄雀记
        bundled | 哪个单位拍了萌芽熊 | 萌芽熊
        """,
        silent="""
        films | 王家卫导演过霸王别姬吗
        films | 吴京导演过霸王别姬吗
        films | 王家卫的霸王别姬
        films | 莱德福的霸王别姬
        books | 余华写过黄雀记吗
        books | 作家出版社白鹿原
        books | 余华的秦腔是哪年得奖的
        bundled | 东航拍过征途上最亮的星吗
        books | 余华的白鹿
        books | 忠实的白鹿
        films | 陈凯歌的虞姬
        films | 春光的年华
        books | 余华是谁
        books | 余华在哪里
        books | 老师的兄弟
        books | 苏童老师的兄弟
        books | 麻烦问一下有没有苏童老师的兄弟
        books | 余华老师的学生
        books | 余华老师的活
        songs | 周杰伦的十年
        songs | 想找周杰伦的十年
        films | 王家卫写了什么字
        novels | what did Dan Brown write
        """,
    )


def test_a_body_that_is_only_near_may_stand_beside_an_award_or_a_category(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        bundled | 黄浦区公安 单项奖 | 老潘的咖啡店
        bundled | 单项奖 黄浦区公安 | 老潘的咖啡店
        bundled | 黄浦公安 单项奖 | 老潘的咖啡店
        books | 上海文义出版社 2008 | 兄弟（上）
        """,
        silent="""
        bundled | 静安区公安 单项奖
        bundled | 黄浦公安 最佳导演
        bundled | 黄浦区消防 单项奖
        books | 上海文义出版社 2015
        books | 上海文物商店 2008
        """,
    )


def test_a_part_of_a_longer_number_is_found_and_a_roman_number_is_whole(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        songs | 九百九十九朵玫瑰 | 九百九十九朵玫瑰
        songs | 999朵玫瑰 | 九百九十九朵玫瑰
        songs | 九十九朵玫瑰 | 九百九十九朵玫瑰
        songs | 九朵玫瑰 | 九百九十九朵玫瑰
        songs | 朵玫瑰 | 九百九十九朵玫瑰
        songs | 九百九 | 九百九十九朵玫瑰
        songs | 十大金曲 | 2022十大金曲串烧
        films | 万里 | 长安三万里
        films | 84年的夏天 | 1984年的夏天
        books | 百年孤独 | 一百年孤独史
        songs | 千零一夜 | 一千零一夜
        """,
        silent="""
        songs | 99朵玫瑰
        films | 84年的春天
        films | 1985 年的夏天
        films | 廿三
        songs | 廿二
        """,
    )


def test_a_body_with_more_before_what_it_is_is_another_body(collections: dict[str, list[Collection]]) -> None:
    check(
        collections,
        expected="""
        films | 上海交通大学 | 1984年的夏天
        films | 上海交大 | 1984年的夏天
        films | 上海交通大 | 1984年的夏天
        films | 北京师范大学 | 九条命
        films | 北师大 | 九条命
        films | 师范大学 | 九条命
        films | 交通大学 | 1984年的夏天
        books | 人民文学出版社 | 白鹿原
        books | 上海文艺出版社 | 兄弟（上）
        bundled | 上海交大 | 抉择
        """,
        silent="""
        bundled | 上海大学
        films | 上海大学
        films | 北京大学
        films | 浙江大学
        bundled | 交通出版社
        books | 人民出版社
        books | 上海出版社
        books | 湖北人民出版社
        """,
    )


def test_words_for_or_about_a_work_may_be_run_together_with_a_whole_title(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        bundled | 微电影记疫 | 记疫
        bundled | 微电影记疫观后感 | 记疫
        bundled | 薪火微电影在线观看 | 薪火
        bundled | 咏梅 影评 | 咏梅
        songs | 十年插曲 | 十年
        bundled | 薪火短片 | 薪火
        bundled | 短片薪火 | 薪火
        """,
        silent="""
        bundled | 薪水短片
        bundled | 画电影
        bundled | 动画片嘉定
        bundled | 传承作品集
        bundled | 距离剧情片
        bundled | 画在线观看
        bundled | 记忆观后感
        bundled | 嘉定剧照
        bundled | 影评 在线观看
        """,
    )


def test_pinyin_may_be_written_with_every_vowel_and_wade_giles_with_its_umlaut(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        bundled | huminzhiduen | 护民之盾
        bundled | huminziduen | 护民之盾
        bundled | tang yüan | 党员
        films | ba1wang2 bie2ji1 | 霸王别姬
        """,
        silent="""
        bundled | huminzhiduei
        bundled | tang yuan
        bundled | T'ang yüan
        bundled | lü yüan
        """,
    )


def test_a_short_title_may_be_wanted_or_asked_about_by_a_column(collections: dict[str, list[Collection]]) -> None:
    check(
        collections,
        expected="""
        bundled | 我想看宣誓日 | 宣誓日
        bundled | 我想看面试 | 面试
        bundled | 在哪儿可以看到面试 | 面试
        bundled | 有谁看过早回 | 早回
        bundled | 吾梦好不好看 | 吾梦
        bundled | 火塘属于什么奖 | 火塘
        bundled | 早回是哪个区的 | 早回
        bundled | 能不能帮我找找记疫 | 记疫
        bundled | 距离得了什么奖 | 距离
        bundled | 萌芽熊的出品单位 | 萌芽熊
        bundled | 咏梅的奖项 | 咏梅
        bundled | 距离的导演 | 距离
        bundled | 哪里可以看大英雄 | 大英雄
        bundled | 在哪儿能看到宣誓日 | 宣誓日
        bundled | 咏梅这部微电影 | 咏梅
        books | 我想读秦腔这本书 | 秦腔
        books | 白鹿原的作者 | 白鹿原
        books | 三体的出版社 | 三体
        songs | 想听七里香 | 七里香
        songs | 七里香这首歌 | 七里香
        novels | is Neuromancer worth reading | Neuromancer
        novels | tell me about Hyperion | Hyperion
        novels | what year is Hyperion from | Hyperion
        novels | summary of Hyperion please | Hyperion
        novels | did Neuromancer win anything | Neuromancer
        novels | who's the publisher of Doomsday Book | Doomsday Book
        films | 霸王别姬的导演 | 霸王别姬
        """,
        silent="""
        bundled | 我想看面子
        bundled | 我想看宣传日
        bundled | 记忆在哪看
        bundled | 面试是什么
        bundled | 去哪里面试
        bundled | 距离的单位
        bundled | 这个距离
        bundled | 面子的出品单位
        books | 这本书
        books | 想读鹿原
        books | 红高粱的作者
        songs | 想听七里
        songs | 这首七里歌
        novels | is it worth reading
        novels | tell me about the war
        films | 霸王的导演
        """,
    )


def test_one_character_in_place_of_two_makes_another_title_and_a_maker_of_others_contradicts(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        bundled | 爱商海的理由 | 爱上海的理由
        bundled | 爱上的理由 | 爱上海的理由
        bundled | 高温下坚守 | 高温下的坚守
        bundled | 高温里的坚守 | 高温下的坚守
        books | 陈忠实 白鹿原 | 白鹿原
        books | 白鹿原 电影 | 白鹿原
        books | 白鹿原 张艺谋 | 白鹿原
        films | 霸王别姬 陈凯歌 电影 | 霸王别姬
        """,
        silent="""
        bundled | 爱情的理由
        bundled | 高原的坚守
        bundled | 爱你的理由
        bundled | 高山的坚守
        books | 余华 白鹿原
        books | 白鹿原 作家出版社
        books | 余华 白鹿原 小说
        films | 王家卫 霸王别姬
        films | 霸王别姬 春光映画
        """,
    )


def test_a_roman_number_is_whole_a_year_may_touch_its_award_and_all_have_won(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        games | 教父II | 教父II
        games | 教父III | 教父III
        games | The Godfather Part II | The Godfather Part II
        games | the godf | The Godfather Part II
        games | 2016年度游戏 | 守望先锋
        games | 2015年度游戏 | 巫师3
        games | 获奖作品 最佳手机游戏 | 王者荣耀
        games | 获奖 守望 | 守望先锋
        bundled | 获奖 咖啡店 | 老潘的咖啡店
        """,
        silent="""
        games | 教父IV
        games | The Godfather Part IV
        games | 2014年度游戏
        games | 2016年度歌手
        games | 获奖作品 最佳电脑游戏
        games | 获奖 守门
        bundled | 获奖 茶馆
        """,
    )
    assert answers(collections, "games", "教父II") == ["教父II"]
    assert answers(collections, "games", "2016年度游戏") == ["守望先锋"]


def test_small_words_are_part_of_an_award_or_category_beside_other_terms(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        oscars | ACTOR IN A LEADING ROLE 2008 | Milk
        oscars | 2008 actress in a leading role | The Reader
        oscars | actress in a supporting role in 2008 | Doubt
        oscars | doubt actress in a supporting role | Doubt
        """,
        silent="""
        oscars | ACTOR IN A LEADING ROLE 1928
        oscars | actor at a leading role 2008
        oscars | in a leading role 2009
        oscars | actress in a leading role milk
        oscars | actor in a 2008
        """,
    )
    for each in collections["oscars"]:
        (category, year) = find(each, "actor in a leading role in 2008").named
        assert (category.term, year.term) == ("actor in a leading role", "2008")


def test_english_words_may_ask_for_what_was_best_or_has_won(collections: dict[str, list[Collection]]) -> None:
    check(
        collections,
        expected="""
        oscars | best picture winner 2008 | Slumdog Millionaire
        oscars | who won best actress 2008 | Doubt; The Reader
        oscars | best actress in a leading role 2008 | The Reader
        oscars | what won best picture in 1928 | Wings
        oscars | best director 2008 | Slumdog Millionaire
        oscars | best supporting actress nominees | Doubt
        oscars | best song 2008 | WALL-E
        oscars | 1928 winner | Wings
        oscars | the winner | The Winner
        novels | best novel 1985 | Neuromancer
        novels | nominees 1976 | The Forever War
        """,
        silent="""
        oscars | best actor 1928
        oscars | best costume 2008
        oscars | best doubt
        oscars | winner takes milk
        oscars | who won the reader 1990
        oscars | best wings
        novels | best novel 1986
        novels | the best hyperion
        """,
    )
    for each in collections["oscars"]:
        (named, year) = find(each, "best picture 2008").named
        assert (named.term, named.values, year.term) == ("best picture", ("BEST PICTURE",), "2008")


def test_the_best_of_a_kind_is_the_award_of_that_name_and_no_other(collections: dict[str, list[Collection]]) -> None:
    check(
        collections,
        expected="""
        bests | best film | Salt; Air
        bests | best films of 2021 | Air
        bests | film best director | Fog
        bests | best | Salt; Fog; Air; Sea
        bundled | 最佳 | 我与阿德叔; 老潘的咖啡店
        bundled | 最佳创意作品 | 我与阿德叔
        bundled | 谁得了最佳编剧 | 老潘的咖啡店
        """,
        silent="""
        bests | best song 2020
        bests | best documentary
        bests | best picture
        bundled | 最佳纪录片
        bundled | 最佳影片
        bundled | 最佳动画片奖
        bundled | 谁得了最佳短片
        bundled | 优秀纪录片
        bundled | 优秀微视频
        """,
    )


def test_a_question_who_won_is_told_that_a_collection_has_others_too(tmp_path: Path) -> None:
    text = """\
Film,Category,Year,Winner
Milk,ACTOR,2008,True
Doubt,ACTRESS,2008,
The Reader,ACTRESS,2008,True
Wings,PICTURE,1928,True
"""
    nominees = stored_in(open_collection(written(tmp_path / "nominees.csv", text)), tmp_path)
    for asked, count in (("who won best actress 2008", 1), ("winner 1928", 1), ("best actress 2008", 0), ("milk", 0)):
        assert len([*remarks_on_winners(nominees, find(nominees, asked))]) == count, asked
    winners = nominees.where("Winner", "True")
    answer = find(winners, "who won best actress 2008")
    assert [hit.result.title for hit in answer.hits] == ["The Reader"]
    assert not [*remarks_on_winners(winners, answer)]


def test_an_award_that_the_result_did_not_win_finds_nothing(collections: dict[str, list[Collection]]) -> None:
    check(
        collections,
        expected="""
        prizes | 归途 一等奖 | 归途
        prizes | 归途一等奖 | 归途
        prizes | 一等奖《归途》 | 归途
        prizes | 归途 一等奖 微电影 | 归途
        prizes | 影片 二等奖 | 灯火
        prizes | 花样年华 金奖 | 花样年华
        prizes | 春风里最佳动画片 | 春风里
        prizes | moon song first prize | Moon Song
        bundled | 最佳编剧老潘的咖啡店 | 老潘的咖啡店
        oscars | best actress the reader | The Reader
        oscars | slumdog millionaire best director | Slumdog Millionaire
        titles | 归途 一等奖 | 归途
        """,
        silent="""
        prizes | 归途 二等奖
        prizes | 归途二等奖
        prizes | 二等奖《归途》
        prizes | 获优秀奖的归途
        prizes | 花样年华 银奖
        prizes | 花样年华 微电影 铜奖
        prizes | 春风里最佳导演
        prizes | 纪录片 二等奖
        prizes | 微视频 浦江社 一等奖
        prizes | moon song second prize
        prizes | moon song gold medal
        prizes | moon song best director
        bundled | 咏梅 一等奖
        bundled | 特等奖 咏梅
        bundled | 老潘的咖啡店大奖
        oscars | the reader best picture
        oscars | milk best actress
        oscars | good slumdog best writer
        """,
    )
    for each in collections["oscars"]:
        (hit,) = find(each, "slumdog millionaire best director").hits
        assert hit.result.to_dict()["category"] == "DIRECTING"


def test_a_word_beside_a_title_that_the_result_does_not_have_is_said_not_to_be_searched_for(
    collections: dict[str, list[Collection]],
) -> None:
    for line in """
        bundled | 传承 微电影 | 传承 | 微电影
        bundled | 传承微电影 | 传承 | 微电影
        bundled | 微电影《传承》 | 传承 | 微电影
        bundled | 那个叫传承的微电影 | 传承 | 微电影
        bundled | 画 微视频 | 画 | 微视频
        bundled | 画 高清 | 画 | 高清
        bundled | 海草 微视频 2022 | 海草 | 微视频
        bundled | 老潘的咖啡店 微电影 | 老潘的咖啡店 | 微电影
        bundled | 海草 微电影 2022 | 海草 |
        bundled | 微视频《传承》 | 传承 |
        bundled | 那个叫咏梅的微电影 | 咏梅 |
        prizes | 归途 微电影 | 归途 | 微电影
        prizes | 归途 一等奖 纪录片 | 归途 |
        prizes | 灯火 微视频 | 灯火 |
        prizes | moon song novel | Moon Song | novel
        prizes | moon song documentary | Moon Song |
        prizes | moon song full version | Moon Song | full version
        titles | 海上日出 一等奖 | 海上日出 | 一等奖
        titles | 海上日出 电影 | 海上日出 | 电影
    """.strip().splitlines():
        name, asked, title, left = map(str.strip, line.split("|"))
        for each in collections[name]:
            answer = find(each, asked)
            assert [hit.result.title for hit in answer.hits] == [title], asked
            assert "、".join(answer.left) == left, asked


def test_english_words_about_a_work_may_stand_beside_its_whole_title(collections: dict[str, list[Collection]]) -> None:
    check(
        collections,
        expected="""
        novels | the book Neuromancer | Neuromancer
        novels | neuromancer ending explained | Neuromancer
        novels | hyperion plot summary | Hyperion
        novels | hyperion audiobook free download | Hyperion
        oscars | milk cast | Milk
        oscars | doubt full movie online | Doubt
        oscars | wings soundtrack | Wings
        """,
        silent="""
        novels | book plot
        novels | forever ending
        novels | doomsday ending explained
        novels | free war
        oscars | song cast
        oscars | slumdog song
        oscars | full reader review
        """,
    )


def test_part_of_the_name_of_a_body_may_be_asked_about_or_run_together_with_an_award(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        bundled | 东航得了什么奖 | 一骑当先
        bundled | 世外小学拍了什么 | 传承
        bundled | 澎湃新闻微电影 | 不停诊的急诊室
        bundled | 澎湃新闻2022年微电影 | 不停诊的急诊室
        bundled | 第九届文汇报社专题奖 | 《大家聊巨变》系列纪录短片
        bundled | 公安局的微电影 | 交警只会贴罚单?; 记疫
        bundled | 东航微电影 | 一骑当先
        prizes | 浦江社一等奖 | 归途
        prizes | 浦江社纪录片一等奖 | 归途
        prizes | 黄河社的动画片 | 春风里
        """,
        silent="""
        bundled | 南航得了什么奖
        bundled | 上海得了什么奖
        bundled | 电影公司拍了什么
        bundled | 外滩小学得了什么奖
        bundled | 2021年澎湃新闻微电影
        bundled | 中共二大纪念馆的微电影
        bundled | 中共一大纪念馆的微视频
        bundled | 文汇报社单项奖
        bundled | 消防局的微电影
        bundled | 春天的微电影
        prizes | 浦江社二等奖
        prizes | 浦江社微视频一等奖
        prizes | 海河社的动画片
        """,
    )
    for each in collections["bundled"]:
        (named,) = find(each, "东航得了什么奖").named
        assert (named.term, named.values) == ("东航", ("中国东方航空集团有限公司",))


def test_a_body_with_another_word_in_the_place_that_tells_it_from_others_is_not_found(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        bundled | 奉贤柘林镇 | 早回
        bundled | 上海市世外小雪 | 传承
        bundled | 中国东方航空股份有限公司 | 一骑当先
        bundled | 澎拜新闻 | 不停诊的急诊室
        bundled | 嘉定马陆镇党委 | 画
        bundled | 长宁区消防支队 | 火塘
        bundled | 青浦区委宣船部 | 幸福是什么
        bundled | 黄浦公安 老潘的咖啡店 | 老潘的咖啡店
        bundled | 最佳编剧 老潘的咖啡店 | 老潘的咖啡店
        """,
        silent="""
        bundled | 奉贤区高境镇党委
        bundled | 嘉定区南翔镇党委
        bundled | 中国南方航空集团有限公司
        bundled | 上海市世外中学
        bundled | 上海市实验小学
        bundled | 嘉定区卫健委
        bundled | 上海百事集团
        bundled | 上海图书馆
        bundled | 青浦区委组织部
        bundled | 上海民族乐器二厂
        bundled | 嘉定区马桥镇党委
        bundled | 静安公安 老潘的咖啡店
        bundled | 最佳导演 老潘的咖啡店
        films | 最佳导演 霸王别姬
        """,
    )


def test_a_title_may_follow_a_label_or_come_with_its_name_in_another_script(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        bundled | 第九届市民微电影入围影片：距离 | 距离
        bundled | 获奖作品：薪火 | 薪火
        bundled | short film called 逐梦长三角 | 逐梦长三角
        books | 三体threebody | 三体
        books | 活着 to live | 活着
        books | 余华的小说 | 活着; 兄弟（上）
        films | 王家卫的电影 | 花样年华
        novels | conny willis | Doomsday Book
        novels | ursula k le guinn | The Dispossessed
        """,
        silent="""
        bundled | 第十届市民微电影入围影片：距离
        bundled | 最佳导演：薪火
        bundled | 远方：距离
        books | 三体2threebody
        books | 三体人threebody
        books | 三体ab
        books | 活着 jiaoda
        books | 活着daxue
        books | 人民的小说
        films | 上海的电影
        novels | donny willis
        novels | conny wallace
        """,
    )


def test_each_word_of_a_value_with_several_is_a_value(collections: dict[str, list[Collection]]) -> None:
    check(
        collections,
        expected="""
        places | 法国 | 天使爱美丽; 放牛班的春天; 触不可及
        places | 法国 爱情 | 天使爱美丽
        places | 法国 2004 | 放牛班的春天
        places | 日本动画 | 龙猫
        places | 法国电影 | 天使爱美丽; 放牛班的春天; 触不可及
        places | 喜剧片 | 触不可及
        bundled | 嘉定电影 | 咏梅
        """,
        silent="""
        places | 日本 爱情
        places | 日本爱情片
        places | 英国电影
        bundled | 警察电影
        bundled | 战争片
        """,
    )
    for each in collections["places"]:
        (named,) = find(each, "法国").named
        assert named.shown() == ["法国"]


def test_a_latin_word_of_its_own_comes_before_the_same_letters_across_words(tmp_path: Path) -> None:
    path = tmp_path / "films.csv"
    rows = ("Strange Love of Ivy,1946", "Dr. Strangelove or: How I Learned,1964", "Star Wars,1977", "Warrior,2011")
    path.write_text("\n".join(("Film,Year", *rows, "The War,1994", "War Horse,2012")), "utf-8")
    films = open_collection(path)
    for each in (films, stored_in(films, tmp_path)):
        assert [hit.result.edition.year for hit in find(each, "strangelove").hits] == [1964, 1946]
        assert [hit.result.edition.year for hit in find(each, "strange love").hits] == [1946, 1964]
        assert [hit.result.title for hit in find(each, "starwars").hits] == ["Star Wars"]
        titles = [hit.result.title for hit in find(each, "war").hits]
        assert titles == ["War Horse", "Warrior", "The War", "Star Wars"]


def test_a_title_with_characters_in_brackets_is_found_without_them_and_a_sum_as_it_is_spoken(tmp_path: Path) -> None:
    path = tmp_path / "heritage.csv"
    path.write_text("名称\n格萨（斯）尔\n黄初平（黄大仙）传说\n茶馆（话剧）选段\n谚语（沪谚）\n1+1\n", encoding="utf-8")
    heritage = open_collection(path)
    for each in (heritage, stored_in(heritage, tmp_path)):
        for asked, title in [
            ("格萨尔", "格萨（斯）尔"),
            ("格萨斯尔", "格萨（斯）尔"),
            ("gesaer", "格萨（斯）尔"),
            ("黄大仙传说", "黄初平（黄大仙）传说"),
            ("黄初平传说", "黄初平（黄大仙）传说"),
            ("茶馆选段", "茶馆（话剧）选段"),
            ("一加一", "1+1"),
        ]:
            hits = find(each, asked).hits
            assert [(hit.result.title, hit.coverage > 0.99) for hit in hits] == [(title, True)], asked
        for asked in ("茶馆传说", "格尔木", "沪语", "一加二"):
            assert not find(each, asked).hits, asked


def test_questions_written_without_a_look_at_the_rules_find_their_titles(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        bundled | 听到这种声音，你就应该 | 听到这种声音你就应该...
        bundled | 代货车装载一份希望 | 一辆货车装载一份希望
        bundled | 党源 | 党员
        bundled | 党贝 | 党员
        bundled | 风茂在变爱不变 | 风貌在变爱不变
        bundled | 逐梦长角三 | 逐梦长三角
        bundled | 崇明有一幢忘記關燈的小樓 | 崇明有一幢“忘记关灯”的小楼
        bundled | zhuimeng changsanjiao | 逐梦长三角
        bundled | fengmaozaibain | 风貌在变爱不变
        bundled | mygqcwm | 每一个清晨，我们就这样唤醒金山
        bundled | cmyyzwjgdxl | 崇明有一幢“忘记关灯”的小楼
        bundled | 一位8O后青年 | 回答~一位80后青年的初心自述
        bundled | 竖新镇花开满庭 | 花开满庭 集美仙桥
        bundled | 求《宣誓日》完整版 | 宣誓日
        bundled | 有个叫火塘的片子 | 火塘
        bundled | 普陀区 入围 | 刘书记的党建日记2
        """,
        silent="""
        bundled | 大英雄传
        bundled | 面试题
        bundled | 抉择权
        bundled | 我家的小楼
        bundled | 青浦公安薪火
        bundled | 辅德里1923
        bundled | 共同的敌人
        bundled | 幸福来敲门
        """,
    )


def test_the_whole_name_of_a_maker_may_touch_a_word_for_making_or_a_year(tmp_path: Path) -> None:
    text = "年份,片名,导演\n2005,断背山,李安\n2000,卧虎藏龙,李安\n1994,活着,张艺谋\n"
    films = open_collection(written(tmp_path / "films.csv", text))

    def titles(query: str) -> list[str | None]:
        return [hit.result.title for hit in find(films, query).hits]

    for query in ("李安导演", "导演李安", "导演：李安", "李安执导", "李安作品"):
        assert titles(query) == ["断背山", "卧虎藏龙"], query
    assert (titles("李安2005"), titles("张艺谋导演"), titles("导演 张艺谋")) == (["断背山"], ["活着"], ["活着"])
    assert (titles("李安的片子"), titles("李安片子 2000")) == (["断背山", "卧虎藏龙"], ["卧虎藏龙"])
    assert titles("李安有几部片") == titles("李安的片") == ["断背山", "卧虎藏龙"]
    for query in ("张艺谋 1994 电影", "1994年张艺谋的电影", "张艺谋1994年的电影", "电影 张艺谋 1994"):
        assert titles(query) == ["活着"], query
    for query in ("李安琪导演", "导演李", "李安影院", "李安2006", "王李安导演", "李安 1994 电影", "安导演的电影"):
        assert titles(query) == [], query


def test_a_maker_may_stand_beside_english_words_for_works(tmp_path: Path) -> None:
    text = (
        "year,film,director\n1980,The Shining,Stanley Kubrick\n1968,2001,Stanley Kubrick\n1975,Jaws,Steven Spielberg\n"
    )
    films = open_collection(written(tmp_path / "films.csv", text + "2000,Vision,Lynch Film School\n"))

    def titles(query: str) -> list[str | None]:
        return [hit.result.title for hit in find(films, query).hits]

    for query in ("Kubrick films", "films by Stanley Kubrick", "movies directed by Kubrick", "directed by kubrick"):
        assert titles(query) == ["The Shining", "2001"], query
    for query in ("films by Kubrick 1980", "Kubrick 1980 movie", "1980 film by Stanley Kubrick"):
        assert titles(query) == ["The Shining"], query
    for query in (
        "films by Kubricks",
        "Kubrick 1981 movie",
        "Stanley films by",
        "films by Nolan",
        "film school movies",
    ):
        assert titles(query) == [], query


def test_a_work_may_be_asked_for_by_what_it_is_about_and_with_what_is_in_brackets(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        """
        bundled | 那个讲咖啡店的微电影 | 老潘的咖啡店
        bundled | 讲裁缝的片子 | “穿”越时光的上海裁缝
        bundled | 关于路灯的故事的那部短片 | 一盏路灯的前世今生
        bundled | 薪火片子 | 薪火
        bundled | 薪火 片子 | 薪火
        bundled | xinhuo(2022) | 薪火
        bundled | yongmei（微电影） | 咏梅
        """,
        """
        bundled | 讲什么的片子
        bundled | 讲爱的微电影
        bundled | 讲咖啡馆的微电影
        bundled | 讲咖啡店
        bundled | xinhuo(2021)
        bundled | yongmei（微视频）
        bundled | 那个卖咖啡店的微电影
        """,
    )


def test_a_short_title_may_touch_its_award(tmp_path: Path) -> None:
    text = "书名,作者,奖项\n推拿,毕飞宇,茅盾文学奖\n玉米,毕飞宇,鲁迅文学奖\n"
    books = open_collection(written(tmp_path / "books.csv", text))
    for query in ("茅盾文学奖推拿", "推拿茅盾文学奖", "得过茅盾文学奖的推拿"):
        assert [hit.result.title for hit in find(books, query).hits] == ["推拿"], query
    for query in ("鲁迅文学奖推拿", "茅盾文学奖推", "茅盾文学奖的推拿师"):
        assert not find(books, query).hits, query


def test_the_edition_and_the_prize_are_asked_for_with_a_short_word_for_works(tmp_path: Path) -> None:
    text = "届次,年份,书名,作者,奖项\n第九届,2015,繁花,金宇澄,茅盾文学奖\n第三届,1991,平凡的世界,路遥,茅盾文学奖\n"
    books = open_collection(written(tmp_path / "books.csv", text + "第十届,2019,主角,陈彦,茅盾文学奖\n"))
    for asked, titles in (
        ("第九届茅盾文学奖有哪些书", ["繁花"]),
        ("2019年茅盾文学奖有什么书", ["主角"]),
        ("第三届有几本书", ["平凡的世界"]),
        ("第十届茅盾文学奖", ["主角"]),  # 的世界 sounds like 第十届
        ("第四届茅盾文学奖", []),
    ):
        assert [hit.result.title for hit in find(books, asked).hits] == titles, asked


def test_an_award_may_be_asked_for_by_part_of_its_name(tmp_path: Path) -> None:
    text = "片名,导演,主演,年份,奖项\n红伞,方明,白露,2017,第54届江海奖最佳女主角\n"
    text += "绿灯,安文,周游,2018,第9届上海电影梧桐奖最佳女主角\n"
    text += "山雨,方明,江水,2017,第54届江海奖最佳导演\n纸船,李四,王冬,2019,最佳新人奖\n"
    films = open_collection(written(tmp_path / "films.csv", text))
    for asked, titles in (
        ("最佳女主角是谁", ["红伞", "绿灯"]),
        ("谁得了江海奖", ["红伞", "山雨"]),
        ("梧桐奖有哪些", ["绿灯"]),
        ("2017年江海奖最佳导演是谁", ["山雨"]),
        ("第54届江海奖有哪些", ["红伞", "山雨"]),
        ("最佳新人是谁", ["纸船"]),
        ("2017年江海奖的山雨", ["山雨"]),
        ("最佳女主角白露", ["红伞"]),
        ("方明得过最佳导演吗", ["山雨"]),
        ("方明得过几次江海奖", ["红伞", "山雨"]),
        ("2018年的梧桐奖得主", ["绿灯"]),
        ("最佳男主角是谁", []),
        ("2018年江海奖是谁", []),
        ("江海奖绿灯", []),
        ("2018年江海奖的山雨", []),
        ("最佳女主角江水", []),
    ):
        assert [hit.result.title for hit in find(films, asked).hits] == titles, asked


def test_a_maker_in_full_may_touch_a_short_title(collections: dict[str, list[Collection]]) -> None:
    check(
        collections,
        expected="""
        bundled | 嘉定区马陆镇党委画 | 画
        books | 上海文艺出版社兄弟 | 兄弟（上）
        books | 人民文学出版社白鹿原 | 白鹿原
        books | 秦腔作家出版社 | 秦腔
        books | 人民文学出板社 | 白鹿原
        """,
        silent="""
        books | 人民文学出版社活着
        books | 上海文艺出版社秦腔
        books | 人民文学出版社围城
        books | 上海文艺出版社海上
        """,
    )
    assert find(open_collection(), "嘉定区马陆镇党委画").step == "together"


def test_english_words_may_be_abbreviated(tmp_path: Path) -> None:
    text = "film,director\nDoctor Zhivago,Lean\nDr. Strangelove,Kubrick\nKramer vs. Kramer,Benton\n"
    text += "Doctor Who,Newman\nKing Dom,Lee\nTerminator 2: Judgment Day,Cameron\n"
    films = open_collection(written(tmp_path / "films.csv", text))
    for query, title in (
        ("dr zhivago", "Doctor Zhivago"),
        ("Doctor Strangelove", "Dr. Strangelove"),
        ("kramer versus kramer", "Kramer vs. Kramer"),
        ("Dr. Who", "Doctor Who"),
        ("Doct0r Who", "Doctor Who"),
        ("k1ng dom", "King Dom"),
        ("Zh1vago", "Doctor Zhivago"),
        ("terminator two", "Terminator 2: Judgment Day"),
    ):
        assert [hit.result.title for hit in find(films, query).hits] == [title], query
    for query in ("mr zhivago", "dr lecter", "saint", "who2", "kram3", "z1", "terminator three", "two"):
        assert not find(films, query).hits, query


def test_a_number_beside_a_title_is_that_of_the_work(tmp_path: Path) -> None:
    text = "片名,单位\n黑镜 第一季,英国电视四台\n黑镜 第二季,英国电视四台\n叶问,电影公司\n叶问2,电影公司\n"
    films = open_collection(written(tmp_path / "films.csv", text))
    for query, titles in (
        ("黑镜 2", ["黑镜 第二季"]),
        ("黑镜 4", []),
        ("黑镜 四", []),
        ("黑镜 S4", []),
        ("叶wen2", ["叶问2"]),
        ("叶wen4", []),
        ("电视 四", ["黑镜 第一季", "黑镜 第二季"]),
    ):
        assert [hit.result.title for hit in find(films, query).hits] == titles, query


def test_a_question_is_answered_as_its_plain_words_are(collections: dict[str, list[Collection]]) -> None:
    check(
        collections,
        expected="""
        bundled | 请问有没有一部关于货车的微电影 | 一辆货车装载一份希望
        bundled | 找找跟民乐有关的作品 | 奋斗的民乐人
        bundled | 求一部以路灯为题材的短片 | 一盏路灯的前世今生
        bundled | 有个视频讲的是公园 | 有一种公园叫西渡
        bundled | 咖啡店那个片子 | 老潘的咖啡店
        bundled | 那条讲咖啡店的视频 | 老潘的咖啡店
        bundled | 一支关于路灯的短片 | 一盏路灯的前世今生
        bundled | 萌芽熊那条 | 萌芽熊
        bundled | 澎湃新闻有哪些微电影 | 不停诊的急诊室
        bundled | 文汇报社送过哪些片子 | 爱上海的理由
        bundled | 列一下单项奖都有谁 | 我与阿德叔; 老潘的咖啡店
        bundled | 海草是金山拍的吗 | 海草
        bundled | 海草是否是金山拍的 | 海草
        bundled | 早回是不是奉贤的 | 早回
        bundled | 萌芽熊是微视频吧 | 萌芽熊
        bundled | 老潘的咖啡店是不是黄浦公安的 | 老潘的咖啡店
        bundled | 就是闵行公安拍的那个 | 记疫
        bundled | 消防拍的那个薪火在哪能看 | 薪火
        bundled | 讲裁缝的那个叫啥来着 | “穿”越时光的上海裁缝
        bundled | 谁还记得传承是哪个学校拍的 | 传承
        bundled | 澎湃新闻在第九届拍的微电影是哪一部 | 不停诊的急诊室
        bundled | micro-videos from qingpu | 幸福是什么
        books | 余华有哪些小说 | 活着; 兄弟（上）
        books | 余华有几本书 | 活着; 兄弟（上）
        books | 帮我找余华写的活着 | 活着
        novels | is there a novel named Hyperion | Hyperion
        novels | any books by le guin | The Dispossessed
        novels | which novels did Dan Simmons write | Hyperion
        novels | books that William Gibson has written | Neuromancer
        places | 日本的动画有哪些 | 龙猫
        places | 有没有法国的喜剧片 | 触不可及
        prizes | 浦江社纪录片一等奖 | 归途
        """,
        silent="""
        bundled | 有没有讲跳伞的片子
        bundled | 一条关于足球的视频
        bundled | 这条距离
        bundled | 跟足球有关的视频
        bundled | 松江区有哪些微视频
        bundled | 海草是青浦拍的吗
        bundled | 海草是否是青浦拍的
        bundled | 早回是不是嘉定的
        bundled | 火塘是不是微视频
        bundled | 传承是入围影片吗
        bundled | 爱上海的理由是澎湃新闻拍的吗
        bundled | 澎湃新闻拍的爱上海的理由
        bundled | 澎湃新闻在第八届拍的微电影是哪一部
        bundled | 就是闵行公安局长
        bundled | 2022年上海有多少人
        bundled | 咏梅是嘉定公安拍的吗
        bundled | 想找一份工作
        bundled | 上海有什么好玩的
        bundled | films from hangzhou
        books | 余华有哪些诗
        books | 莫言有哪些小说
        books | 帮我找苏童写的活着
        novels | any books by guinness
        novels | which novels did Dan Brown write
        novels | is there a novel named Hyper
        places | 日本的喜剧有哪些
        prizes | 长江社纪录片一等奖
        """,
    )


def test_a_question_may_begin_with_which_work_and_ask_what_a_maker_won_or_when(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        bundled | 哪部是讲路灯的 | 一盏路灯的前世今生
        bundled | 哪个片子跟咖啡店有关 | 老潘的咖啡店
        bundled | 哪部片子写的是裁缝 | “穿”越时光的上海裁缝
        bundled | 哪部是闵行公安的 | 记疫
        bundled | 记疫是哪家单位拍的 | 记疫
        books | 哪本书是苏童的 | 黄雀记
        books | 苏童得奖的是哪本书 | 黄雀记
        books | 苏童凭哪本书得奖 | 黄雀记
        books | 贾平凹的哪部小说得了茅盾文学奖 | 秦腔
        books | 重庆出版社得奖的有 | 三体
        books | 2015年苏童得了什么奖 | 黄雀记
        books | 2015年是哪些书 | 黄雀记; 生命册
        books | 哪年的银河奖给了三体 | 三体
        books | 有本小说写的是孤独 | 一百年孤独史
        books | 茅盾文学奖2008 | 秦腔
        books | 三体是哪个出版社出的 | 三体
        books | 刘慈欣写的那本书叫什么来着 | 三体
        films | 王家卫的年华叫什么 | 花样年华
        films | 哪所大学得了单项奖 | 1984年的夏天; 九条命
        """,
        silent="""
        bundled | 哪部是讲火箭的
        bundled | 哪个片子跟我有关
        bundled | 哪部片子写的是海军
        bundled | 哪部是松江公安的
        books | 有本小说写的是海军
        books | 哪本是好的
        books | 哪本书是莫言的
        books | 莫言得奖的是哪本书
        books | 苏童凭哪本书得了银河奖
        books | 余华的哪部小说得了茅盾文学奖
        books | 译林出版社得奖的有
        books | 2008年苏童得了什么奖
        books | 第一届苏童得了什么奖
        books | 2016年是哪些书
        books | 哪年的银河奖给了秦腔
        books | 茅盾文学奖2009
        books | 莫言写的那本书叫什么来着
        films | 陈凯歌的年华叫什么
        films | 哪所大学最好
        """,
    )


def test_a_question_may_recall_a_work_by_when_it_was_seen_by_a_word_or_by_whether_someone_made_it(
    collections: dict[str, list[Collection]],
) -> None:
    check(
        collections,
        expected="""
        bundled | 上次看的那个急诊室的片子 | 不停诊的急诊室
        bundled | 前几天看的宣誓日是谁拍的 | 宣誓日
        bundled | 小时候看过的那部记疫 | 记疫
        bundled | 就是那个咖啡店的 | 老潘的咖啡店
        bundled | 那个叫什么急诊室来着 | 不停诊的急诊室
        bundled | 有部片子叫什么路灯来着 | 一盏路灯的前世今生
        bundled | 崇明区是不是拍过一个小楼的片子 | 崇明有一幢“忘记关灯”的小楼
        bundled | 澎湃新闻那部急诊室的微电影 | 不停诊的急诊室
        bundled | 静安公安有没有片子上榜 | 交警只会贴罚单?
        books | 余华有没有小说获奖 | 活着; 兄弟（上）
        books | 2015那届茅盾文学奖是谁 | 黄雀记; 生命册
        films | 1957年那一届的最佳导演 | 十二怒汉
        prizes | 黄河社的那个春风的动画片 | 春风里
        """,
        silent="""
        bundled | 上次看的那个医生
        bundled | 昨天的距离
        bundled | 就是那个好吃的
        bundled | 他叫什么名字来着
        bundled | 叫什么火箭来着
        bundled | 嘉定区是不是拍过一个小楼的片子
        bundled | 澎湃新闻那部路灯的微电影
        bundled | 虹口公安有没有片子上榜
        bundled | 上海有没有地铁
        books | 莫言有没有小说获奖
        books | 2014那届茅盾文学奖是谁
        films | 1999年那一届的最佳导演
        places | 就是那个日本的
        prizes | 浦江社的那个春风的动画片
        """,
    )


def test_an_award_may_be_named_with_its_prize(collections: dict[str, list[Collection]], tmp_path: Path) -> None:
    check(
        collections,
        expected="""
        bundled | 第九届上海市民微电影节专题奖 | 《大家聊巨变》系列纪录短片
        films | 1993年百花奖最佳影片是哪部 | 霸王别姬
        films | 百花奖最佳剪辑 | 黑客帝国 / 廿二世纪杀人网络
        prizes | 谁得了校园影视节的纪录片一等奖 | 归途
        """,
        silent="""
        bundled | 第九届百花奖专题奖
        bundled | 第八届上海市民微电影节专题奖
        films | 1994年百花奖最佳影片
        films | 1993年百花奖最佳配乐
        films | 1993年百花奖
        films | 百花奖
        books | 2015年鲁迅文学奖
        prizes | 校园影视节纪录片特等奖
        """,
    )
    hugo = open_collection(written(tmp_path / "hugo-nominees.csv", "Title,Author,Year\nDune,Frank Herbert,1966\n"))
    for asked in ("who won the hugo in 1966", "hugo award 1966"):
        assert [hit.result.title for hit in find(hugo, asked).hits] == ["Dune"], asked
    for asked in ("who won the nebula in 1966", "hugo award 1967", "nebula prize"):
        assert not find(hugo, asked).hits, asked
    rows = "prize,year,th,film\nbest_film,2005,42,功夫\nbest_film,2007,44,色，戒\nbest_director,2007,44,色，戒\n"
    horses = open_collection(written(tmp_path / "horses.csv", rows))
    found = find(horses, "第42届金马奖最佳影片")
    assert ([hit.result.title for hit in found.hits], list(found.left)) == (["功夫"], ["金马奖"])
    assert not find(horses, "第43届金马奖最佳影片").hits
    first = open_collection(written(tmp_path / "first.csv", f"{rows}best_film,1962,1,星星月亮太阳\n"))
    assert [hit.result.title for hit in find(first, "功夫是哪一届的最佳影片来着").hits] == ["功夫"]
    thai = open_collection(written(tmp_path / "thai.csv", "片名,th,导演\n功夫,คนเล็กหมัดเทวดา,周星驰\n"))
    assert {column.heading: column.role for column in thai.columns}["th"] is None


def test_either_of_two_works_may_be_meant(collections: dict[str, list[Collection]]) -> None:
    check(
        collections,
        expected="""
        bundled | 薪火还是海草 | 薪火; 海草
        bundled | 我该看海草还是薪火呢 | 海草; 薪火
        bundled | 薪火还是战狼好看 | 薪火
        bundled | 战狼还是宣誓日 | 宣誓日
        novels | hyperion or neuromancer | Hyperion; Neuromancer
        """,
        silent="""
        bundled | 距离还是时间
        bundled | 上海还是北京
        bundled | 战狼还是流浪地球好看
        novels | war or peace
        """,
    )


def test_a_kind_of_film_that_is_a_value_of_the_list_counts(tmp_path: Path) -> None:
    text = "片名,导演,类型\n龙猫,宫崎骏,动画 奇幻\n推手,李安,剧情 家庭\n"
    films = open_collection(written(tmp_path / "films.csv", text))
    for asked, title in (
        ("宫崎骏拍的动画片", "龙猫"),
        ("李安拍的剧情片", "推手"),
        ("李安的影片", "推手"),
        ("李安拍的动画片", None),
    ):
        assert [hit.result.title for hit in find(films, asked).hits] == ([title] if title else []), asked


def test_a_title_may_come_with_who_spoke_of_it_what_one_thinks_of_it_and_all_that_it_won(
    collections: dict[str, list[Collection]], tmp_path: Path
) -> None:
    check(
        collections,
        expected="""
        bundled | 我妈说的那个早回 | 早回
        bundled | 学校放的那部传承 | 传承
        bundled | 我觉得火塘挺好看的 | 火塘
        bundled | 大家觉得萌芽熊怎么样 | 萌芽熊
        bundled | 刚看完为什么，讲的是什么 | 为什么
        bundled | 薪火是真实事件改编的吗 | 薪火
        bundled | 获得微电影奖的薪火 | 薪火
        books | 2008茅盾文学奖秦腔 | 秦腔
        books | 拿了银河奖的三体 | 三体
        """,
        silent="""
        bundled | 我妈说的那个人
        bundled | 我觉得你挺好看的
        bundled | 朋友推荐的那个餐厅
        bundled | 刚看完病
        bundled | 获得微视频奖的薪火
        books | 2009茅盾文学奖秦腔
        books | 拿了茅盾文学奖的三体
        """,
    )
    text = "届别,年份,类别,片名,奖项\n第五届,2021,短片,早餐铺,一等奖\n第六届,2022,短片,绿萝,三等奖\n"
    films = open_collection(written(tmp_path / "films.csv", text))
    for asked in ("2022短片绿萝三等奖", "三等奖短片绿萝2022", "第六届绿萝短片三等奖", "短片绿萝得三等奖"):
        assert [hit.result.title for hit in find(films, asked).hits] == ["绿萝"], asked
    for asked in ("2021短片绿萝三等奖", "第六届绿萝短片一等奖", "第五届早餐铺短片三等奖"):
        assert not find(films, asked).hits, asked


def test_two_makers_may_be_asked_for_together(tmp_path: Path) -> None:
    text = "片名,主演\n春光乍泄,张国荣、梁朝伟\n霸王别姬,张国荣、张丰毅\n"
    films = open_collection(written(tmp_path / "films.csv", text))
    for asked, title in (
        ("梁朝伟和张国荣演的那部", "春光乍泄"),
        ("张丰毅跟张国荣的电影", "霸王别姬"),
        ("梁朝伟和张丰毅的电影", None),
    ):
        assert [hit.result.title for hit in find(films, asked).hits] == ([title] if title else []), asked


def test_a_short_year_or_edition_names_it(tmp_path: Path) -> None:
    text = "届别,年份,类别,片名,奖项\n第五届,2021,短片,早餐铺,一等奖\n第六届,2022,短片,核酸亭,二等奖\n"
    films = open_collection(written(tmp_path / "films.csv", f"{text}第100届,2023,微电影,渡口,三等奖\n"))
    for asked, title in (
        ("21年一等奖", "早餐铺"),
        ("22年的短片", "核酸亭"),
        ("21年那一届得一等奖的叫什么来着", "早餐铺"),
        ("6届短片", "核酸亭"),
        ("五届 短片", "早餐铺"),
        ("第一百届获奖作品", "渡口"),
    ):
        assert [hit.result.title for hit in find(films, asked).hits] == [title], asked
    for asked in ("22年一等奖", "7届短片", "20年的短片"):
        assert not find(films, asked).hits, asked
