"""Sentences of a notice in which awards stand before their titles, in several ways, and the words around makers."""

from pathlib import Path

from awardcli import messages
from awardcli.collection.user_file.notices.lists_of_awards import lists_of_awards
from conftest import Run
from test_notices import listed, rows


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


def test_an_award_with_a_colon_behind_a_title_has_its_titles_behind_it(tmp_path: Path) -> None:
    for text, won in (
        ("金奖：《甲》银奖：《乙》铜奖：《丙》", [("甲", None, "金奖"), ("乙", None, "银奖"), ("丙", None, "铜奖")]),
        ("金奖《甲》《乙》银奖《丙》", [("甲", None, "金奖"), ("乙", None, "金奖"), ("丙", None, "银奖")]),
        (
            "一等奖（2部）：《甲》（张三）《乙》（李四）二等奖（1部）：《丙》",
            [("甲", "张三", "一等奖"), ("乙", "李四", "一等奖"), ("丙", None, "二等奖")],
        ),
        ("一等奖1名:张三《甲》二等奖1名:王五《乙》", [("甲", "张三", "一等奖"), ("乙", "王五", "二等奖")]),
        (
            "最佳影片：《甲》最佳导演：张三《乙》最佳编剧：李四《丙》",
            [("甲", None, "最佳影片"), ("乙", "张三", "最佳导演"), ("丙", "李四", "最佳编剧")],
        ),
        ("小学组一等奖：《甲》中学组一等奖：《乙》", [("甲", None, "小学组一等奖"), ("乙", None, "中学组一等奖")]),
        (
            "一等奖：《金奖：故事》《甲》二等奖：《银奖》",
            [("金奖：故事", None, "一等奖"), ("甲", None, "一等奖"), ("银奖", None, "二等奖")],
        ),
        ("《甲》《乙》一等奖：《丙》", [("甲", None, None), ("乙", None, None), ("丙", None, "一等奖")]),
    ):
        assert rows(tmp_path / "a.txt", text) == won, text
    text = "一等奖：张三、李四二等奖：王五、赵六\n优秀指导教师：孙七"
    assert [award for *_, award in rows(tmp_path / "a.txt", text)] == ["一等奖"] * 2 + ["二等奖"] * 2 + ["优秀指导教师"]


def test_who_won_may_be_named_in_quotation_marks_before_or_by_an_award_of_acting(tmp_path: Path) -> None:
    two = "《甲》获一等奖"
    for text, *won in (
        (f"“特别奖”由肖华、梁声获得，{two}。", (None, "肖华、梁声", "特别奖")),
        (f"张三、李四脱颖而出，荣获新人奖。{two}。", (None, "张三、李四", "新人奖")),
        (f"张三和李四分别凭《乙》和《丙》成为电影节新科影帝，{two}。", ("乙", "张三", "影帝"), ("丙", "李四", "影帝")),
        (f"影后桂冠被张三和李四摘得，{two}。", (None, "张三、李四", "影后")),
        (f"优秀画册奖颁给了张三、李四等6人。{two}。", (None, "张三、李四", "优秀画册奖")),
        (f"杭州市的张三等10人夺得编剧奖；{two}。", (None, "张三", "编剧奖")),
        (f"来自某中学的张三获新人奖，{two}。", (None, "某中学、张三", "新人奖")),
        (f"某剧院获得唯一的组织奖，{two}。", (None, "某剧院", "组织奖")),
        (f"“天河一号”等3项成果获特等奖，{two}。", ("天河一号", None, "特等奖")),
    ):
        assert [row for row in rows(tmp_path / "a.txt", text) if row[0] != "甲"] == won, text


def test_an_award_that_is_given_to_somebody_is_theirs(tmp_path: Path) -> None:
    for text, *won in (
        ("授予《甲》一等奖，授予《乙》等45项成果二等奖。", ("甲", None, "一等奖"), ("乙", None, "二等奖")),
        (
            "授予“甲”国家奖一等奖，授予“乙”等4项成果国家奖二等奖；授予“丙”特等奖。",
            ("甲", None, "国家奖一等奖"),
            ("乙", None, "国家奖二等奖"),
            ("丙", None, "特等奖"),
        ),
        (
            "授予某局先进集体称号，授予张三同志“劳动模范”称号。《甲》获一等奖。",
            (None, "某局", "先进集体称号"),
            (None, "张三", "“劳动模范”称号"),
            ("甲", None, "一等奖"),
        ),
        (
            "第五届“某某文学奖”颁出：张三的小说《甲》、李四的小说《乙》获奖。首奖授予王五的《丙》。",
            ("甲", "张三", "某某文学奖"),
            ("乙", "李四", "某某文学奖"),
            ("丙", "王五", "首奖"),
        ),
    ):
        assert rows(tmp_path / "a.txt", text) == won, text


def test_each_of_several_winners_in_a_clause_has_its_own_maker_and_group(tmp_path: Path) -> None:
    for text, *won in (
        ("张三和李四分别凭《甲》和《乙》获最佳演员奖。", ("甲", "张三", "最佳演员奖"), ("乙", "李四", "最佳演员奖")),
        ("影片《甲》的导演哈斯朝鲁获新人奖。《乙》获一等奖。", ("甲", "哈斯朝鲁", "新人奖"), ("乙", None, "一等奖")),
        ("《甲》、《乙》的摄影张三、李四同获最佳摄影奖。", ("甲", "张三", "最佳摄影奖"), ("乙", "李四", "最佳摄影奖")),
        ("《甲》和《乙》分别获得小学组和中学组的一等奖。", ("甲", None, "小学组一等奖"), ("乙", None, "中学组一等奖")),
        (
            "张和平和李四的《甲》获一等奖，和平小学与一中的《乙》获二等奖。",
            ("甲", "张和平、李四", "一等奖"),
            ("乙", "和平小学、一中", "二等奖"),
        ),
        (
            "陳柏霖與新銳演員余函彌主演的《甲》獲一等獎，與時俱進工作室的《乙》獲二等獎。",
            ("甲", "陳柏霖、余函彌", "一等獎"),
            ("乙", "與時俱進工作室", "二等獎"),
        ),
        (
            "波兰导演安娜（Anna Ek）凭借《甲》（Salt）获一等奖，《乙》（Dry）里的张三（Zhang）获二等奖。",
            ("甲", "安娜、Anna Ek", "一等奖"),
            ("乙", "张三、Zhang", "二等奖"),
        ),
        (
            "某剧院的《甲》等6人获三等奖和20名优胜奖，《乙》获得了年度最佳影片。",
            ("甲", "某剧院", "三等奖"),
            ("乙", None, "年度最佳影片"),
        ),
    ):
        assert rows(tmp_path / "a.txt", text) == won, text


def test_an_award_directly_before_a_title_is_its_award_and_what_a_sentence_tells_of_the_work_is_by_nobody(
    tmp_path: Path,
) -> None:
    for text in (
        "双创类二等奖获奖网络公益短片《春》《秋》等从不同角度讲述了成长之路，反映了各地推进创新，宣扬理念的新气象。",
        "大赛揭晓。双创类二等奖短片《春》《秋》展现了乡村新貌。",
        "本次大赛，荣获双创类二等奖的短片《春》《秋》则以轻松的笔调，描绘了山乡巨变，令人动容。",
    ):
        found = rows(tmp_path / "a.txt", text + "李四创作的《冬》获三等奖。\n")
        awards = [("春", None, "双创类二等奖"), ("秋", None, "双创类二等奖"), ("冬", "李四", "三等奖")]
        assert found == awards, text
    text = (
        "一等奖作品《春》（作者：张三）以细腻的笔触描绘了乡村，荣获二等奖的短片《夏》反映时代，三等奖《秋》由李四执导。"
    )
    assert rows(tmp_path / "a.txt", text + "\n") == [
        *(("春", "张三", "一等奖"), ("夏", None, "二等奖"), ("秋", "李四", "三等奖")),
    ]
    text = "一等奖\n《春》某某讲述工作室\n《夏》反映社\n二等奖\n《秋》（某局）\n"
    assert [who for _, who, _ in rows(tmp_path / "a.txt", text)] == ["某某讲述工作室", "反映社", "某局"]


def test_an_event_in_title_marks_at_which_something_won_is_no_work(tmp_path: Path) -> None:
    for where in ("在某市举办的《春之声》音乐会上", "在某台《星光大道》的舞台上", "在《甲》颁奖典礼上"):
        text = f"{where}，张三演唱的《茉莉花》获一等奖，李四的《秋》获二等奖。\n"
        assert rows(tmp_path / "a.txt", text) == [("茉莉花", "张三", "一等奖"), ("秋", "李四", "二等奖")], where
    assert rows(tmp_path / "a.txt", "《春》在音乐会上获一等奖，《夏》获二等奖。\n")[0][0] == "春"


def test_groups_classes_and_kinds_beside_a_maker_are_no_part_of_the_name(tmp_path: Path) -> None:
    for beside, group in (
        ("小学组张三的《春》", "小学组"),
        ("张三（高中组）的《春》", "高中组"),
        ("小学高年级张三的《春》", "小学高年级"),
        ("我校张三同学的《春》", None),
        ("张三采写的《春》一文", None),
        ("张三主持的《春》栏目", None),
        ("张三编辑的《春》版面", None),
        ("由张三等作者创作的《春》", None),
    ):
        first, _ = listed(tmp_path / "a.txt", f"{beside}获一等奖，李四的《秋》获二等奖。\n")
        assert (first.organization, first.category and first.category.name) == ("张三", group), beside
    text = "五年级（2）班张三的《春》获一等奖，李四的《秋》获二等奖。\n"
    assert rows(tmp_path / "a.txt", text)[0][1] == "五年级（2）班、张三"
    first, second = listed(tmp_path / "a.txt", "一等奖：《春》 小学组张三\n二等奖：《秋》（课题组 李四）\n")
    assert (first.category and first.category.name, first.organization) == ("小学组", "张三")
    assert second.organization == "课题组、李四"


def test_a_sentence_that_does_not_say_who_won_is_named_in_a_remark(awardcli: Run, tmp_path: Path) -> None:
    for clause in ("张三、李四、王五分别凭《乙》和《丙》获最佳女演员奖。", "经过激烈角逐，荣获优秀组织奖。"):
        text = f"《甲》获一等奖。\n{clause}"
        assert rows(tmp_path / "a.txt", text) == [("甲", None, "一等奖")], clause
        said = awardcli("validate", tmp_path / "a.txt").out.replace("\n", "")
        assert messages.NOTICE_AWARD_UNKNOWN(line=2, text=clause) in said, clause
    text = "《甲》获一等奖。\n5部作品脱颖而出，荣获优秀奖。\n本报获得二等奖2 篇，三等奖1 篇。"
    assert rows(tmp_path / "a.txt", text) == [("甲", None, "一等奖")]
    assert "not clearly" not in awardcli("validate", tmp_path / "a.txt").out


def test_headlines_and_what_is_said_of_works_name_no_award(tmp_path: Path) -> None:
    won = [("甲", None, "最佳作品奖"), (None, "张三", "最佳演员奖")]
    for line in ("第三届微电影节颁奖 400余件作品角逐“金花奖”", "第三届微电影节颁奖典礼：400余件作品角逐“金花奖”"):
        assert rows(tmp_path / "a.txt", f"{line}\n《甲》获“最佳作品奖”。\n张三获最佳演员奖。") == won, line
    text = "《甲》荣获银奖，《乙》荣获铜奖。\n获奖作品赏析：\n微电影《甲》由某学院选送，讲述一名村干部为村民谋福利。"
    assert rows(tmp_path / "a.txt", text) == [("甲", None, "银奖"), ("乙", None, "铜奖")]
    text = "最佳女主角奖颁出了“双黄蛋”，由《甲》主演张三和《乙》主演李四共同摘得。\n《丙》斩获最佳影片奖。"
    assert [award for *_, award in rows(tmp_path / "a.txt", text)] == [None, None, "最佳影片奖"]
    for text in ("一，一等奖：《甲》（张三）\n二，二等奖：《乙》", "一、一等奖：《甲》（张三）\n二、二等奖：《乙》"):
        assert rows(tmp_path / "a.txt", text) == [("甲", "张三", "一等奖"), ("乙", None, "二等奖")], text
    text = "1.国家最高奖：《甲》\n2.国家自然奖46项，其中一等奖1项、二等奖45项；\n3.国家发明奖：《乙》"
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["甲", "乙"]


def test_those_who_won_too_are_named_behind_their_award(tmp_path: Path) -> None:
    expected = [("甲", "张三", "金奖"), ("乙", "李四", "银奖"), ("丙", "王五", "银奖"), ("丁", "赵六", "铜奖")]
    for silver, bronze in (
        ("获得银奖的还有：", "获铜奖的是："),
        ("获得银奖的还有", "获铜奖的还有"),
        ("荣获银奖的作品还有：", "获得铜奖的作品有："),
        ("获银奖的也有：", "获铜奖的另有："),
        ("获得银奖的包括", "获得铜奖的包括"),
    ):
        text = f"张三的《甲》获金奖。{silver}李四的《乙》、王五的《丙》。{bronze}赵六的《丁》。\n"
        for each in (text, text.replace("。", "。\n")):
            assert rows(tmp_path / "a.txt", each) == expected, each
    for text in ("张三的《甲》获金奖。李四的《乙》还有续集。\n", "张三的《甲》获金奖。还有《乙》参展。\n"):
        assert rows(tmp_path / "b.txt", text)[1][2] is None, text
