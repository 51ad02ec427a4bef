"""Sentences of a notice in which awards stand before their titles, in several ways, and the words around makers."""

from pathlib import Path

from awardcli.collection.user_file.notices.notice_sentences import lists_of_awards
from test_notices import rows


def test_an_award_before_its_title_behind_a_comma_is_that_of_this_title(tmp_path: Path) -> None:
    best = [("甲", None, "最佳影片"), ("乙", None, "最佳导演奖"), ("丙", None, "最佳编剧奖")]
    for text in (
        "颁奖典礼上，《甲》获最佳影片，最佳导演奖《乙》，最佳编剧奖《丙》。",
        "《甲》获最佳影片；此外还有最佳导演奖《乙》和最佳编剧奖《丙》。",
        "《甲》获最佳影片！获奖作品还包含了最佳导演奖《乙》，以及最佳编剧奖 《丙》。",
        "《甲》获最佳影片，其中，最佳导演奖《乙》、最佳编剧奖《丙》。",
    ):
        assert rows(tmp_path / "a.txt", text) == best, text
    for text, found in (
        ("《甲》获最佳影片，最佳导演奖张三《乙》，最佳编剧奖李四《丙》。", [None, "张三", "李四"]),
        ("《甲》获最佳影片，张三的《乙》获最佳导演奖，最佳编剧奖《丙》。", [None, "张三", None]),
    ):
        assert rows(tmp_path / "a.txt", text) == [
            (title, who, award) for (title, _, award), who in zip(best, found, strict=True)
        ], text
    text = "《和》获和平奖，《乙》获与时俱进奖，《丙》和《丁》获一等奖。"
    assert [award for *_, award in rows(tmp_path / "a.txt", text)] == ["和平奖", "与时俱进奖", "一等奖", "一等奖"]


def test_an_award_may_be_named_before_the_list_of_those_who_won_it(tmp_path: Path) -> None:
    found = [("甲", "张三", "银牌"), ("乙", "某剧院", "银牌"), ("丙", "李四", "铜牌")]
    for text in (
        "2个项目获得银牌，分别是张三的《甲》，某剧院的《乙》，1个项目获得铜牌，是李四的《丙》。",
        "有2个项目获得银牌，分别是：张三的《甲》、某剧院的《乙》。李四的《丙》获得铜牌。",
        "获得银牌的是：张三的《甲》，某剧院的《乙》。获得铜牌的是李四的《丙》。",
        "2个项目获得银牌，张三的作品《甲》、某剧院的作品《乙》，1个项目获得铜牌，分别是李四同学作品《丙》。",
    ):
        assert rows(tmp_path / "a.txt", text) == found, text
    for text, *won in (
        ("某剧院的《甲》等12个小品获得银奖，《乙》获得金奖。", ("甲", "某剧院", "银奖"), ("乙", None, "金奖")),
        ("《甲》2部作品获得银奖，《乙》获得金奖。", ("甲", None, "银奖"), ("乙", None, "金奖")),
        ("获得金奖的是《甲》，《乙》获得银奖。", ("甲", None, "金奖"), ("乙", None, "银奖")),
        ("获得金奖的是《甲》，该片由《乙》导演张三执导。《丙》获银奖。", ("甲", None, "金奖"), ("丙", None, "银奖")),
        ("获得一等奖的有张三、李四，《乙》获银奖。", (None, "张三、李四", "一等奖"), ("乙", None, "银奖")),
    ):
        assert [row for row in rows(tmp_path / "a.txt", text) if row[2]] == won, text
    text = "获二等奖的作品是：由张三、李四采写，王五编辑的通讯《甲》，由赵六采写，孙七编辑的《乙》。"
    assert rows(tmp_path / "a.txt", text) == [("甲", "张三、李四、王五", "二等奖"), ("乙", "赵六、孙七", "二等奖")]


def test_words_beside_makers_and_countries_behind_them_are_nobody(tmp_path: Path) -> None:
    for clause, who in (
        ("张三凭借短篇小说《甲》获新人奖", "张三"),
        ("张三凭出演《甲》获新人奖", "张三"),
        ("由张三老师主讲的课程《甲》荣获新人奖", "张三"),
        ("张三的《甲》则收获了新人奖", "张三"),
        ("来自珠海的微电影《甲》获得新人奖", None),
        ("来自珠海一中张三的《甲》获得新人奖", "珠海一中张三"),
        ("新人奖颁给了张三的《甲》", "张三"),
        ("新人奖是出演《甲》的张三", "张三"),
    ):
        found = rows(tmp_path / "a.txt", f"{clause}，《乙》获特别奖。")
        assert found == [("甲", who, "新人奖"), ("乙", None, "特别奖")], clause
    for line, who in (
        ("快板《甲》作者：张三", "张三"),
        ("《甲》（组照）张三", "张三"),
        ("张三《甲》（伊朗）", "张三"),
        ("《甲》（法国 / 波兰）", None),
        ("《甲》张三（中国美术学院）", "张三、中国美术学院"),
    ):
        assert rows(tmp_path / "a.txt", f"一等奖\n{line}\n《乙》 李四\n")[0] == ("甲", who, "一等奖"), line
    text = "《惩罚》将最佳影片奖和最佳摄影奖收入囊中。《乙》获特别奖。"
    assert [award for *_, award in rows(tmp_path / "a.txt", text)] == ["最佳影片奖", "最佳摄影奖", "特别奖"]


def test_a_label_in_brackets_before_a_title_is_an_award_where_another_is(tmp_path: Path) -> None:
    text = "【评审团大奖】《甲》\n【最佳剧本】《乙》\n【年度新锐】 王五 《丙》\n"
    found = [("甲", None, "评审团大奖"), ("乙", None, "最佳剧本"), ("丙", "王五", "年度新锐")]
    assert rows(tmp_path / "a.txt", text) == found
    text = "★评审团大奖：《甲》\n"
    text += "★最佳导演银狮奖（Silver Lion for the best director of a film）：《乙》\n★最佳剧本奖：《丙》"
    assert [award for *_, award in rows(tmp_path / "a.txt", text)] == ["评审团大奖", "最佳导演银狮奖", "最佳剧本奖"]
    text = "一等奖\n【甲校】《甲》\n【乙校】《乙》\n"
    assert {award for *_, award in rows(tmp_path / "a.txt", text)} == {"一等奖"}


def test_many_words_that_lead_to_awards_take_no_time() -> None:
    assert lists_of_awards(text := "其中此外还有以及" * 500 + "奖") == [text]


def test_several_words_for_making_behind_a_maker_are_no_part_of_it(tmp_path: Path) -> None:
    for made, who in (
        ("由市中心小学张三老师指导并拍摄的作品", "市中心小学张三"),
        ("李四编剧兼导演的", "李四"),
        ("并州剧团拍摄的", "并州剧团"),
    ):
        text = f"{made}《春》获得一等奖。\n《夏》获二等奖。\n"
        assert rows(tmp_path / "a.txt", text)[0] == ("春", who, "一等奖"), made
