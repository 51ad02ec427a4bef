"""Notices in plain text: what is above the first award, captions of groups that name no known award, numbered works."""

from pathlib import Path

from awardcli.collection import open_collection
from awardcli.collection.loading import check
from awardcli.collection.user_file.reading_report import BY_CONTENT
from conftest import Run
from support import written
from test_notices import facts, is_plain, listed, rows


def test_a_head_of_several_lines_is_no_title_where_awards_and_marks_below_decide(tmp_path: Path) -> None:
    heads = (
        *(
            "第三届邻里微电影活动\n获奖名单\n",
            "某市作家协会 某市日报社\n关于征文比赛获奖名单\n",
            "某市文化馆\n2023年12月1日\n",
        ),
        *("某市作家协会\n某市日报社\n", "某市文化馆文件\n某文〔2023〕5号\n关于公布评选结果的通知\n各区文化馆：\n"),
        *("四川省第九届精神文明建设\n“五个一工程”入选作品\n(30部/首)\n", "邻里的光\n春天的约会\n活动名单\n"),
        "由某市作协、某市日报联合主办的征文，共评出一等奖作品1件,\n现将获奖情况公布如下\n",
    )
    for head in heads:
        for first, second in (
            ("一等奖（1名）\n《甲》张三\n", "二等奖\n《乙》李四\n《丙》王五\n"),
            ("一等奖：《甲》张三\n", "二等奖：《乙》李四、《丙》王五\n"),
            ("一等奖\n《甲》（张三）\n\n", "二等奖\n《乙》（李四）\n《丙》（王五）\n"),
        ):
            found = rows(tmp_path / "a.txt", head + first + second)
            expected = [("甲", "张三", "一等奖"), ("乙", "李四", "二等奖"), ("丙", "王五", "二等奖")]
            assert found == expected, (head, first)
    for head in heads[:5]:
        text = f"{head}一等奖\n春天的故事（张三）\n二等奖\n老街坊（李四）\n"
        assert rows(tmp_path / "a.txt", text) == [("春天的故事", "张三", "一等奖"), ("老街坊", "李四", "二等奖")], head
    text = "Harbour Film Club\nMidsummer Gala\nBest Film: Heat\nBest Director: Michael Mann\nBest Short: Fog\n"
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["Heat", None, "Fog"]


def test_titles_above_what_looks_like_an_award_are_no_head(tmp_path: Path) -> None:
    for text in (
        *("战狼\n长津湖\n金奖\n后来\n银奖\n", "战狼\n长津湖\n一等奖\n后来\n画\n", "咏梅\n画\n《甲》\n《乙》\n"),
        *("后来\n画\n咏梅\n春\n《金奖》\n《银奖》\n", "战狼\n长津湖\n红海行动\n金奖\n《甲》\n《乙》\n"),
    ):
        assert is_plain(tmp_path / "a.txt", text), text


def test_the_caption_of_a_group_ends_the_award_above_it(tmp_path: Path) -> None:
    text = "最佳导演：许鞍（《天水》）\n最佳男演员：张家（《证人》）\n{}\n《烈日》\n《文雀》\n"
    for caption, award, group in (
        *(("推荐电影七部：", "推荐电影", None), ("推荐影片", "推荐影片", None), ("推薦電影七部：", "推薦電影", None)),
        *(
            ("入围影片：", "入围影片", None),
            ("观摩放映的短片：", None, "观摩放映的短片"),
            ("展映单元（2部）", None, "展映单元"),
        ),
        *(("特邀展演（2部）", None, "特邀展演"), ("2.电视剧/片（2部）", None, "电视剧/片"), ("小说", None, "小说")),
    ):
        found = facts(tmp_path / "a.txt", text.format(caption))
        expected = [("烈日", None, award, group, None), ("文雀", None, award, group, None)]
        assert found[2:] == expected, caption


def test_groups_of_works_are_categories_though_their_captions_are_bare(tmp_path: Path) -> None:
    works = [("甲", "张三"), ("乙", "李四"), ("丙", "王五")]
    for first, second in (
        *(("戏剧", "小说"), ("诗歌", "少儿剧"), ("1.电影（2部）", "2.电视剧/片（1部）"), ("一、电影", "二、戏剧")),
        *(("诗歌：", "小说："), ("歌舞劇類", "少兒劇"), ("戲劇", "戲曲"), ("【诗歌】", "【散文】")),
    ):
        found = facts(tmp_path / "a.txt", f"{first}\n《甲》（张三）\n《乙》（李四）\n{second}\n《丙》（王五）\n")
        groups = [each.strip("：【】").split("（")[0].lstrip("12一二.、") for each in (first, first, second)]
        assert found == [(*work, None, group, None) for work, group in zip(works, groups, strict=True)], first
        awards = f"一等奖\n《甲》张三\n二等奖\n《乙》李四\n{second}\n一等奖\n《丙》王五\n"
        expected = zip(works, ("一等奖", "二等奖", "一等奖"), groups, strict=True)
        found = facts(tmp_path / "a.txt", f"评选结果\n{first}\n{awards}")
        assert found == [(*work, award, group, None) for work, award, group in expected], first
    text = "奇妙世界\n《甲》（张三）\n《乙》（李四）\n日常风景\n《丙》（王五）\n"
    assert [group for *_, group, _ in facts(tmp_path / "a.txt", text)] == ["奇妙世界", "奇妙世界", "日常风景"]


def test_a_title_that_lost_its_marks_is_no_group(awardcli: Run, tmp_path: Path) -> None:
    text = "一等奖\n《甲》\n咏梅\n《乙》\n二等奖\n《丙》\n《丁》\n《戊》\n"
    found = [(title, award) for title, _, award in rows(tmp_path / "a.txt", text)]
    assert found[:3] == [("甲", "一等奖"), ("咏梅", "一等奖"), ("乙", "一等奖")]
    said = awardcli("validate", written(tmp_path / "a.txt", text)).out
    assert "line 3 (“咏梅”)" in said
    for text in ("戏剧\n战狼\n诗歌\n后来\n", "《甲》\n后来\n小说\n《乙》\n"):
        assert is_plain(tmp_path / "a.txt", text), text


def test_titles_in_title_marks_are_no_bodies_and_a_sentence_is_no_table(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "第一届\n最佳影片：《梁山伯与祝英台》\n最佳导演：陶秦《千娇百媚》\n")
    assert "organizations:" not in awardcli("validate", path).out.partition("\n")[2]
    for text in ("《铃儿》获最佳导演，《星梦》获最佳编剧。\n", "《甲》获最佳导演，《星梦》获主题奖，《乙》得票多。\n"):
        assert len(list(open_collection(written(tmp_path / "a.txt", text)))) > 0, text


def test_an_edition_with_its_years_belongs_to_its_works(tmp_path: Path) -> None:
    for first, second in (
        ("第一届茅盾文学奖获奖篇目（1977—1981）", "第二届茅盾文学奖获奖篇目（1982—1984）"),
        ("1、第一届茅盾文学奖获奖篇目(1977-1981)", "2、第二届茅盾文学奖获奖篇目(1982-1984)"),
        ("第一届茅盾文学奖（1977—1981）获奖作品名单：", "第二届茅盾文学奖（1982—1984）获奖作品名单："),
        ("第一届茅盾文学奖", "第二届茅盾文学奖（1982）"),
    ):
        text = f"历届名单\n评选\n{first}\n周克，《甲》，花城出版社\n魏巍，《乙》\n荣誉奖\n李准，《丙》\n"
        text += f"{second}\n张洁，《丁》\n"
        films = list(open_collection(written(tmp_path / "a.txt", text)))
        assert [(film.title, film.award, film.edition.number) for film in films] == [
            *(("甲", "茅盾文学奖", 1), ("乙", "茅盾文学奖", 1), ("丙", "荣誉奖", 1), ("丁", "茅盾文学奖", 2)),
        ], first
        assert films[0].edition.year == (1977 if "1977" in first else None)
        assert films[3].edition.year == (1982 if "1982" in second else None)
        assert films[0].organization == "周克、花城出版社"


def test_numbered_works_behind_a_caption_have_a_result_each(tmp_path: Path) -> None:
    for text in (
        "第一届茅盾文学奖（1982年）获奖名单：1、姚雪：《甲》2、古华：《乙》\n第二届茅盾文学奖（1985年）获奖名单：1、刘心：《丙》2、张洁：《丁》\n",
        "第一届茅盾文学奖(1982年)获奖名单:(1)《甲》姚雪;(2)《乙》古华。\n第二届茅盾文学奖(1985年)获奖名单:(1)《丙》刘心;(2)《丁》张洁。\n",
    ):
        assert facts(tmp_path / "a.txt", text) == [
            ("甲", "姚雪", "茅盾文学奖", None, "第一届"),
            ("乙", "古华", "茅盾文学奖", None, "第一届"),
            ("丙", "刘心", "茅盾文学奖", None, "第二届"),
            ("丁", "张洁", "茅盾文学奖", None, "第二届"),
        ], text
    text = "一等奖：1.春天（一中）2.夏天（二中）\n二等奖：1.秋天（三中）2.冬天（四中）3.四季（五中）\n"
    assert [(title, award) for title, _, award in rows(tmp_path / "a.txt", text)] == [
        *(("春天", "一等奖"), ("夏天", "一等奖"), ("秋天", "二等奖"), ("冬天", "二等奖"), ("四季", "二等奖"))
    ]
    for text in ("1、2、3，木头人\n后来\n", "《1、甲2、乙》\n《丙》\n", "第1.5集2.0版\n画\n", "甲1、乙2、丙\n画\n"):
        assert is_plain(tmp_path / "a.txt", text), text


def test_who_is_before_a_colon_is_a_person_where_all_lines_say_so(tmp_path: Path) -> None:
    for first, second, third in (
        (
            "陈于晓（浙江杭州）：南风是一种岁月的温度（诗）。",
            "李改香（女河南郑州）：南风酒赋记（赋）；",
            "郑凤鸣（江苏）：杯里苏州大（散文）。",
        ),
        ("陈于晓：南风是一种岁月的温度", "李改香：南风酒赋记", "郑凤鸣：杯里苏州大"),
        ("陈于晓：《南风是一种岁月的温度》", "李改香：《南风酒赋记》", "郑凤鸣：《杯里苏州大》"),
        (
            "1.陈于晓（市一中）：南风是一种岁月的温度",
            "2.李改香（市二中）：南风酒赋记",
            "3.郑凤鸣（市三中）：杯里苏州大",
        ),
    ):
        found = rows(tmp_path / "a.txt", f"征文名单\n一等奖\n{first}\n第二名\n{second}\n{third}\n")
        assert [(title, (who or "").split("、")[0], award) for title, who, award in found] == [
            ("南风是一种岁月的温度", "陈于晓", "一等奖"),
            ("南风酒赋记", "李改香", "第二名"),
            ("杯里苏州大", "郑凤鸣", "第二名"),
        ], first
    text = "一等奖\n白鹿原：陈忠实\n二等奖\n江河：李四\n高山：王五\n"
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["白鹿原", "江河", "高山"]
    assert is_plain(tmp_path / "a.txt", "张思德：为人民服务\n王进喜：铁人的故事\n雷锋：永远的榜样\n"), "no award"


def test_bars_that_are_left_of_a_table_and_labels_of_years_are_no_part_of_a_caption(tmp_path: Path) -> None:
    text = "评选结果\n诗歌\n一等奖(1名) | |\n《甲》 | 张三 |\n散文\n一等奖(空缺) | |\n| 二等奖 | |\n| 《乙》 | 李四 |\n"
    assert facts(tmp_path / "a.txt", text) == [
        ("甲", "张三", "一等奖", "诗歌", None),
        ("乙", "李四", "二等奖", "散文", None),
    ]
    text = "第01届\n年份：1982年\n最佳导演：方育《父子》\n第02届\n年份：1983\n最佳导演：许鞍《投奔》\n"
    films = list(open_collection(written(tmp_path / "a.txt", text)))
    assert [(film.title, film.edition.number, film.edition.year) for film in films] == [
        ("父子", 1, 1982),
        ("投奔", 2, 1983),
    ]
    text = "2018年（90届）\n最佳影片：《水形》\n2017年（89届）\n最佳影片：《月光》\n最佳导演：达米《爱乐》\n"
    films = list(open_collection(written(tmp_path / "a.txt", text)))
    assert [(film.edition.number, film.edition.year) for film in films] == [(90, 2018), (89, 2017), (89, 2017)]


def test_what_is_said_of_a_work_or_is_a_title_itself_is_no_group(tmp_path: Path) -> None:
    for said in ("颁奖词：\n温暖动人的一部影片。", "导演：\n张三", "获奖理由：\n立意新颖。", "主演：\n李四"):
        text = f"一等奖\n《甲》\n{said}\n《乙》\n{said}\n二等奖\n《丙》\n"
        found = [(title, award, group) for title, _, award, group, _ in facts(tmp_path / "a.txt", text) if title]
        assert [each for each in found if each[0] in "甲乙丙"] == [
            *(("甲", "一等奖", None), ("乙", "一等奖", None), ("丙", "二等奖", None))
        ], said
    for text, titles in (
        ("一等奖\n老照片\n二等奖\n城市诗\n三等奖\n花开\n", ["老照片", "城市诗", "花开"]),
        ("一等奖\n咏梅\n老照片\n二等奖\n花开\n小说\n", ["咏梅", "老照片", "花开", "小说"]),
        ("一等奖\n咏梅\n小说\n二等奖\n花开\n城市之歌\n", ["咏梅", "小说", "花开", "城市之歌"]),
    ):
        assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == titles, text
    text = "小说\n一等奖\n甲\n二等奖\n乙\n诗歌\n一等奖\n丙\n"
    assert [(title, group) for title, _, _, group, _ in facts(tmp_path / "a.txt", text)] == [
        *(("甲", "小说"), ("乙", "小说"), ("丙", "诗歌"))
    ]


def test_several_awards_each_with_its_works_may_be_on_one_line(tmp_path: Path) -> None:
    for text in (
        "一等奖：①《甲》张三②《乙》李四；二等奖：①《丙》王五\n三等奖：①《丁》赵六\n",
        "一等奖：《甲》（张三）、《乙》（李四）；二等奖：《丙》（王五）。三等奖：《丁》（赵六）\n",
        "一等奖：1.《甲》，张三；2.《乙》，李四；二等奖：《丙》，王五\n三等奖：《丁》，赵六\n",
    ):
        assert rows(tmp_path / "a.txt", text) == [
            *(("甲", "张三", "一等奖"), ("乙", "李四", "一等奖"), ("丙", "王五", "二等奖"), ("丁", "赵六", "三等奖"))
        ], text


def test_people_who_won_nothing_are_no_winners_of_the_award_above(tmp_path: Path) -> None:
    for others in (
        "评委：\n王五（某大学）\n赵六（某馆）\n",
        "评委会成员名单\n王五（某大学）\n",
        "主办单位：\n某市文化馆\n某市文联\n",
    ):
        text = f"一等奖\n春天（张三）\n二等奖\n秋天（李四）\n{others}"
        assert rows(tmp_path / "a.txt", text) == [("春天", "张三", "一等奖"), ("秋天", "李四", "二等奖")], others
        text = f"一等奖\n《春》张三\n{others}二等奖\n《秋》李四\n"
        assert rows(tmp_path / "a.txt", text) == [("春", "张三", "一等奖"), ("秋", "李四", "二等奖")], others
    text = "一等奖\n春天（张三）\n评委会奖\n秋天（李四）\n"
    assert [award for *_, award in rows(tmp_path / "a.txt", text)] == ["一等奖", "评委会奖"]


def test_a_person_joined_to_an_award_that_is_named_again_is_told_from_it(tmp_path: Path) -> None:
    text = "第一届\n最佳女主角：叶童《错》\n最佳导演：方育《父子》\n"
    text += "第二届\n最佳女主角林碧琪《妹》\n最佳导演新锐《她》\n最佳女主角：惠英《长》\n"
    assert rows(tmp_path / "a.txt", text)[2:] == [
        ("妹", "林碧琪", "最佳女主角"),
        ("她", None, "最佳导演新锐"),
        ("长", "惠英", "最佳女主角"),
    ]


def test_kinds_of_plays_beside_a_title_are_nobody_and_a_role_alone_says_who_follows(tmp_path: Path) -> None:
    text = "获奖名单\n一等奖\n电视剧《甲》 某公司\n电视纪录片《乙》（某台）\n"
    text += "二等奖\n《丙》（京剧 上海）\n《丁》（滑稽戏）（江苏）\n"
    assert [who for _, who, _ in rows(tmp_path / "a.txt", text)] == ["某公司", "某台", "上海", "江苏"]
    text = "一等奖\n《甲》\n导演：\n张三\n《乙》\n导演：\n李四\n二等奖\n《丙》\n出品单位：\n某公司\n"
    assert rows(tmp_path / "a.txt", text) == [
        *(("甲", "张三", "一等奖"), ("乙", "李四", "一等奖"), ("丙", "某公司", "二等奖"))
    ]
    text = "一等奖\n王小明：我的故乡\n二等奖\n李华：秋天的早晨\n第三名\n张伟：校园里的树\n"
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["我的故乡", "秋天的早晨", "校园里的树"]


def test_an_edition_alone_names_no_award_and_what_is_said_of_all_titles_names_nobody(tmp_path: Path) -> None:
    text = "第一届获奖作品\n《甲》周克\n《乙》（一、二）魏巍\n"
    for more in ("", "第二届获奖作品名单\n《丙》李准\n"):
        found = [(title, award, when) for title, _, award, _, when in facts(tmp_path / "a.txt", text + more)]
        assert found[:2] == [("甲", None, "第一届"), ("乙（一、二）", None, "第一届")], more
    for tail in ("", "5部长篇小说获此殊荣", "等5部作品获奖"):
        text = f"第十一届茅盾文学奖获奖作品名单出炉：杨志的《甲》、乔叶的《乙》、刘亮的《丙》{tail}。\n"
        text += "第十届茅盾文学奖：《丁》梁晓\n"
        assert [who for _, who, _ in rows(tmp_path / "a.txt", text)] == ["杨志", "乔叶", "刘亮", "梁晓"], tail


def test_people_below_a_caption_that_counts_them_won_without_a_title(tmp_path: Path) -> None:
    works = "一等奖（1名）：\n张三《甲》\n二等奖（2名）：\n李四《乙》\n王五《丙》\n"
    found = [("甲", "张三", "一等奖"), ("乙", "李四", "二等奖"), ("丙", "王五", "二等奖")]
    for caption, people in {
        "入围奖（5名）：": ["赵六、钱七、", "孙八、周九、", "吴十。"],
        "入围奖（2人）": ["赵六、钱七"],
    }.items():
        text = "\n".join([caption, *people, "", "某市文化馆", "2022年11月1日"])
        films = rows(tmp_path / "a.txt", works + text)
        assert films[:3] == found
        assert [(film[1], film[2]) for film in films[3:]] == [(each.strip("、。"), "入围奖") for each in people]
    for text in ("入围奖（2部）：\n赵六、钱七\n", "入围奖（2名）：\n名单另行公布\n"):
        assert rows(tmp_path / "a.txt", works + text) == found
        said = " ".join(remark.text for remark in check(tmp_path / "a.txt")[0].remarks)
        assert text.split("\n")[0] in said, text  # that its results are missing
    plain = "一等奖（2名）\n春天\n秋天\n二等奖（2名）\n夏天\n冬天、雪天\n"
    assert [film[0] for film in rows(tmp_path / "a.txt", plain)] == ["春天", "秋天", "夏天", "冬天、雪天"]


def test_what_a_page_says_of_reporters_and_codes_to_scan_is_no_title(tmp_path: Path) -> None:
    items = "《甲》（特等奖） 作者：张三\n《乙》（一等奖） 作者：李四\n《丙》（二等奖） 作者：王五\n"
    for text in (
        f"水美城乡 记者 张飞\n{items}",
        f"通讯员 张飞 李小明\n{items}",
        f"{items}微信扫一扫，阅读更方便\n",
        f"{items}长按识别二维码关注\n",
    ):
        assert [film[0] for film in rows(tmp_path / "a.txt", text)] == ["甲", "乙", "丙"], text
    assert rows(tmp_path / "a.txt", "10月16日，张三的《甲》获一等奖。\n微信扫一扫，阅读更方便\n") == [
        ("甲", "张三", "一等奖")
    ]
    assert [film[0] for film in rows(tmp_path / "a.txt", "最佳影片：扫一扫\n最佳短片：记者\n")] == ["扫一扫", "记者"]


def test_japanese_sentences_above_a_list_are_no_results(tmp_path: Path) -> None:
    awards = (
        "監督賞 山田太郎「春の海」\n脚本賞 鈴木花子「夏の山」\n話題賞/俳優部門 佐藤次郎\n話題賞/作品部門 「秋の空」\n"
    )
    found = [
        ("春の海", "山田太郎", "監督賞"),
        ("夏の山", "鈴木花子", "脚本賞"),
        ("", "佐藤次郎", "話題賞/俳優部門"),
        ("秋の空", None, "話題賞/作品部門"),
    ]
    for news in ("", "「春の海」(山田太郎監督)が最多の賞を受賞。\n", "佐藤さんは「秋の空」で話題賞に選ばれた。\n"):
        films = rows(tmp_path / "a.txt", news + awards)
        assert [(film[0] or "", film[1], film[2]) for film in films] == found, news


def test_a_person_beside_a_title_is_its_maker_on_either_side(tmp_path: Path) -> None:
    works = (("绿卡", "许侃"), ("野猪岭饭店", "冯飞"), ("旅人", "盖东林"), ("夜奔", "胡静"))
    expected = [
        (title, who, award) for (title, who), award in zip(works, ("一等奖", "一等奖", "二等奖", "二等奖"), strict=True)
    ]
    for form in ("{0} {1}", "{1} {0}", "{0}　{1}", "{1}　{0}", "{1}——{0}"):
        first, second, third, fourth = (form.format(*work) for work in works)
        text = f"一等奖\n{first}\n{second}\n二等奖\n{third}\n{fourth}\n"
        assert rows(tmp_path / "a.txt", text) == expected, form
    spread = "一等奖\n绿 卡 许 侃\n野猪岭饭店 冯 飞\n二等奖\n旅 人 盖东林\n夜 奔 胡 静\n"
    assert rows(tmp_path / "a.txt", spread) == expected
    both_look_so = "金奖\n白鹿原 王全安\n江湖 贾樟柯\n银奖\n钟鼓楼 刘心武\n方舟 张洁\n"
    assert [title for title, *_ in rows(tmp_path / "a.txt", both_look_so)] == ["白鹿原", "江湖", "钟鼓楼", "方舟"]


def test_captions_that_are_numbered_or_counted_or_name_a_list_are_sure(tmp_path: Path) -> None:
    for first, second, names in (
        ("一、中篇小说", "二、散 文", ("中篇小说", "散文")),
        ("（一）书法", "（二）摄影", ("书法", "摄影")),
        ("中学组获奖名单", "小学组获奖名单", ("中学组", "小学组")),
        ("甲赛区获奖名单", "乙赛区获奖名单：", ("甲赛区", "乙赛区")),
    ):
        for award in ("", "二等奖 2名\n"):
            text = f"{first}\n{award}绿卡 许侃\n夜奔 胡静\n{second}\n{award}煎饼 王延昌\n大漆 漆宇勤\n"
            found = facts(tmp_path / "a.txt", text)
            assert [fact[0] for fact in found] == ["绿卡", "夜奔", "煎饼", "大漆"], text
            assert [names[0] in str(fact) for fact in found] == [True, True, False, False], text
    single = "一等奖（3名）\n张三 春天\n李四 夏天来了\n王五 秋天\n"
    assert rows(tmp_path / "a.txt", single)[1] == ("夏天来了", "李四", "一等奖")
    assert rows(tmp_path / "a.txt", single.replace("（3名）", ""))[1] == ("夏天来了", "李四", "一等奖")
    for text in ("一、春天\n张三\n二、夏天\n李四\n", "一、小说\n二、电影\n三、诗歌\n", "金奖\n红高粱\n黄土地\n"):
        assert is_plain(tmp_path / "a.txt", text), text


def test_the_work_below_a_person_is_theirs(tmp_path: Path) -> None:
    text = "一等奖2名\n胡刚毅\n作品：《赣江》\n市一中\n作品：《新余》\n二等奖1名\n姜华\n作品：《阳光》\n"
    expected = [("赣江", "胡刚毅", "一等奖"), ("新余", "市一中", "一等奖"), ("阳光", "姜华", "二等奖")]
    assert rows(tmp_path / "a.txt", text) == expected


def test_prose_above_the_captions_of_lists_tells_of_their_works(tmp_path: Path) -> None:
    prose = (
        "某某文学奖近日揭晓，许侃的小说《绿卡》、胡静的散文《夜奔》等2篇作品，分别获小说、散文等2个奖项。\n"
        "记者获悉，这些作品有的被《某某月报》转载，有的受到评论家高度评价推荐，代表了最高水平。\n（某报记者 曾世湘）\n"
    )
    text = f"{prose}附：获奖名单\n一、小说\n绿卡 许侃\n二、散文\n夜奔 胡静\n"
    assert [fact[:2] for fact in facts(tmp_path / "a.txt", text)] == [("绿卡", "许侃"), ("夜奔", "胡静")]
    text = "第一届某某奖近日揭晓，张三的《春》获得一等奖，众望所归。\n二等奖\n《夏》（李四）\n《秋》（王五）\n"
    assert rows(tmp_path / "a.txt", text)[0] == ("春", "张三", "一等奖")


def test_the_only_title_of_an_award_needs_no_number_where_others_have_one(tmp_path: Path) -> None:
    for text in (
        "一等奖\n春天的故事（张三）\n二等奖\n1.夏天的风（李四）\n2.秋天的雨（王五）\n",
        "一等奖\n1.春天的故事（张三）\n2.夏天的风（李四）\n二等奖\n秋天的雨（王五）\n",
        "二等奖\n（1）夏天的风（李四）\n（2）秋天的雨（王五）\n一等奖\n春天的故事（张三）\n某某组委会\n2020年1月1日\n",
    ):
        found = sorted((title, award) for title, _, award in rows(tmp_path / "a.txt", text))
        assert [title for title, _ in found] == ["夏天的风", "春天的故事", "秋天的雨"], text
        assert {("秋天的雨", "二等奖"), ("春天的故事", "一等奖")} <= set(found), text
    for line in ("官网：某站", "（排名不分先后）", "某市作品", "一份名单如下："):  # with titles of the award below them
        text = f"一等奖\n{line}\n1.夏\n2.秋\n二等奖\n1.冬\n2.雪\n"
        assert [title for title, _, _ in rows(tmp_path / "b.txt", text)] == ["夏", "秋", "冬", "雪"], line
    text = "金像奖\n\n官网：某站\n\n2023年\n\n最佳影片\n1.夏\n2.秋\n最佳短片\n1.冬\n2.雪\n"
    assert [title for title, _, _ in rows(tmp_path / "c.txt", text)] == ["夏", "秋", "冬", "雪"]


def test_what_a_caption_says_beside_its_award_is_no_part_of_it(tmp_path: Path) -> None:
    works = "《甲》 张三\n《乙》 李四\n"
    for caption, award in (
        ("获奖名单：", None),
        ("获奖作品：", None),
        ("获奖名单：\n梅花表演奖（第31届戏剧梅花奖）", "梅花表演奖"),
        ("第九届中国戏剧奖·梅花表演奖（第31届中国戏剧梅花奖）", "中国戏剧奖·梅花表演奖"),
        ("最佳影片奖（金奖）", "最佳影片奖"),
        ("优秀奖\n（20名）", "优秀奖"),
        ("优秀奖\n（共20名，以姓氏笔画为序）", "优秀奖"),
    ):
        text = f"{caption}\n{works}"
        assert rows(tmp_path / "a.txt", text) == [("甲", "张三", award), ("乙", "李四", award)], caption
    text = f"入围作品：\n{works}获奖作品：\n《丙》 王五\n"  # where some did not win
    assert [award for _, _, award in rows(tmp_path / "b.txt", text)] == ["入围作品", "入围作品", "获奖作品"]
    bodies = "优秀组织奖名单\n（2个）\n新区中学\n朝阳小学\n优秀书法指导老师（2名）\n张三  新区中学\n李四  朝阳小学\n"
    found = rows(tmp_path / "c.txt", bodies)
    assert found[0] == (None, "新区中学", "优秀组织奖")
    assert found[-1] == (None, "李四、朝阳小学", "优秀书法指导老师")


def test_a_jury_with_its_journals_in_title_marks_won_nothing(tmp_path: Path) -> None:
    works = "一等奖\n《和平》 胡平\n二等奖\n《春》 周华\n"
    for jury in (
        "评委名单：\n一、初评评委\n匡国泰：《诗歌世界》杂志主编，诗歌学会副会长",
        "评委（姓氏笔画为序）：\n王夫刚： 诗人、《诗歌网》编辑副主任\n张三",
        "评委：张三（《诗刊》主编）、李四（作家）",
    ):
        assert [title for title, _, _ in rows(tmp_path / "a.txt", works + jury)] == ["和平", "春"], jury
    text = works + "评委会特别奖：《夏》 王五\n评委推荐作品\n《秋》 赵六\n"
    assert [title for title, _, _ in rows(tmp_path / "b.txt", text)][2:] == ["夏", "秋"]


def test_an_award_of_which_only_lines_without_marks_are_below_is_doubted(tmp_path: Path) -> None:
    works = "二等奖\n《夏》\n《秋》\n《冬》\n三等奖\n《雪》\n"
    for line, is_doubted in (("春天的故事", True), ("（排名不分先后）", False)):
        remarks = check(written(tmp_path / "a.txt", f"一等奖\n{line}\n{works}"))[0].remarks
        assert any(f"“{line}”" in text and "“一等奖”" in text for text, *_ in remarks) == is_doubted, line


def test_the_name_of_a_list_may_be_directly_above_its_first_award(tmp_path: Path) -> None:
    text = "第四届延安文学奖获奖名单\n中篇小说奖\n绿卡 许侃\n旅人 冯飞\n短篇小说奖\n拱卒 高上兴\n煎饼 王延昌\n"
    assert rows(tmp_path / "a.txt", text)[0] == ("绿卡", "许侃", "中篇小说奖")
    assert is_plain(tmp_path / "b.txt", "金奖\n银奖\n铜奖\n红高粱\n")  # films


def outcomes(path: Path, text: str) -> list[tuple[str | None, ...]]:
    """What won or was nominated, the award, and which of both."""
    found: list[tuple[str | None, ...]] = []
    for film in listed(path, text):
        cells = dict(zip((column.heading for column in film.cells.columns), film.cells.values, strict=True))
        said = cells.get("结果") or cells.get("result")
        found.append((film.title or film.organization, film.award, str(said) if said else None))
    return found


def test_won_and_nominated_below_an_award_are_of_that_award(tmp_path: Path) -> None:
    first, second = "最佳影片", "最佳导演"
    won = [("春", first, "获奖"), ("夏", first, "提名"), ("秋", first, "提名"), ("张三", second, "获奖")]
    won += [("李四", second, "提名"), ("王五", second, "提名")]
    for text in (
        "最佳影片\n获奖：《春》\n提名：《夏》、《秋》\n最佳导演\n获奖：张三\n提名：李四、王五\n",
        "最佳影片\n获奖作品：《春》\n提名作品：《夏》、《秋》\n最佳导演\n获奖者：张三\n提名者：李四、王五\n",
        "最佳影片\n获奖者：《春》\n提名：\n《夏》\n《秋》\n最佳导演\n获奖者：张三\n提名：\n李四\n王五\n",
        "最佳影片 获奖：《春》\n最佳影片 提名：《夏》《秋》\n最佳导演 获奖：张三\n最佳导演 提名：李四、王五\n",
        "最佳影片\n获奖：《春》\n提名：《夏》；《秋》\n最佳导演\n获奖：张三\n提名：李四；王五\n",
    ):
        assert outcomes(tmp_path / "a.txt", text) == won, text
    film, director = ("Salt", "Fog", "Sea"), ("Ana Ruiz", "Bea Lo", "Cy Day")
    for text, word in (
        (
            "Best Film\nWinner: Salt\nNominees: Fog, Sea\nBest Director\nWinner: Ana Ruiz\nNominees: Bea Lo, Cy Day\n",
            "W",
        ),
        (
            "Best Film\nWinner\nSalt\nNominees\nFog\nSea\nBest Director\nWinner\nAna Ruiz\nNominees\nBea Lo\nCy Day\n",
            "W",
        ),
        (
            (
                "Best Film\nWinner: Salt, by Bo Ek\nNominees: Fog, by Al Oz; Sea, by Jo Po\n"
                "Best Director\nWinner: Ana Ruiz\nNominees: Bea Lo; Cy Day\n"
            ),
            "W",
        ),
        (
            (
                "Mejor película\nGanadora: Salt\nNominadas: Fog, Sea\n"
                "Mejor dirección\nGanadora: Ana Ruiz\nNominadas: Bea Lo, Cy Day\n"
            ),
            "G",
        ),
    ):
        found = outcomes(tmp_path / "a.txt", text)
        assert [name for name, _, _ in found] == [*film, *director], text
        assert [award for _, award, _ in found] == [text.split("\n")[0]] * 3 + [found[3][1]] * 3
        assert [(said or "")[0] for _, _, said in found] == [word, "N", "N"] * 2
    text = "最佳影片：《春》\n提名：《夏》\n最佳导演：张三《春》\n提名：李四《夏》\n"
    assert outcomes(tmp_path / "a.txt", text)[1::2] == [("夏", first, "提名"), ("夏", second, "提名")]
    assert outcomes(tmp_path / "a.txt", "最佳影片\n提名：《夏》\n获奖：《春》\n") == [won[1], won[0]]
    assert outcomes(tmp_path / "a.txt", "最佳影片\n《春》 甲局\n《夏》 乙局 入围\n")[1] == ("夏", first, "入围")


def test_shortlisted_is_an_award_of_its_own_where_no_award_is_above_each(tmp_path: Path) -> None:
    for text, awards in (
        ("金奖：《甲》\n入围：《乙》、《丙》\n提名：《丁》\n", ["金奖", "入围", "入围", "提名"]),
        (
            "小学组\n一等奖：《甲》\n入围：《乙》\n中学组\n特等奖：《丙》\n入围：《丁》\n",
            ["一等奖", "入围", "特等奖", "入围"],
        ),
        ("最佳影片\n《甲》\n最佳导演\n张三\n提名\n《乙》\n《丙》\n", ["最佳影片", "最佳导演", "提名", "提名"]),
        ("一等奖\n获奖作品：《甲》\n二等奖\n获奖作品：《乙》\n", ["一等奖", "二等奖"]),
        ("Winner: Salt\nNominees: Fog\n", ["Winner", "Nominees"]),
        ("《春》 甲局 获一等奖\n《夏》 乙局 获提名\n《秋》 丙局 入围\n", ["一等奖", "提名", "入围"]),
        (
            "小学组\n最佳影片：《甲》\n最佳编剧：《乙》\n入围：《丙》\n中学组\n最佳影片：《丁》\n最佳摄影：《戊》\n入围：《己》\n",
            ["最佳影片", "最佳编剧", "入围", "最佳影片", "最佳摄影", "入围"],
        ),
    ):
        found = outcomes(tmp_path / "a.txt", text)
        assert [award for _, award, _ in found] == awards, text
        assert not any(said for _, _, said in found), text


def test_the_number_of_a_caption_counts_what_is_below_the_captions_within_it(tmp_path: Path) -> None:
    def is_miscounted(text: str) -> bool:
        report, _ = check(written(tmp_path / "a.txt", text), BY_CONTENT)
        return any("another number" in remark.text for remark in report.remarks)

    for text, number in (
        (
            "一、微电影类（{}部）\n一等奖\n《春》（甲）\n二等奖\n《夏》（乙）\n二、微视频类（1部）\n一等奖\n《冬》（丙）\n",
            2,
        ),
        ("一等奖（{}部）\n微电影类\n《春》（甲）\n二等奖（2部）\n微电影类\n《夏》（乙）\n微视频类\n《冬》（丙）\n", 1),
        (
            "中学组（{}部）\n微电影类\n《春》（甲）\n微视频类\n《夏》（乙）\n《冬》（丙）\n小学组（1部）\n微电影类\n《秋》（丁）\n",
            3,
        ),
        ("一等奖（{}部）\n《春》（甲）\n《秋》（甲）\n二等奖（2部）\n《夏》（乙）\n《冬》（丙）\n", 2),
    ):
        assert not is_miscounted(text.format(number)), text
        assert is_miscounted(text.format(number + 1)), text


def test_kinds_of_works_first_below_each_award_are_the_categories_of_the_titles_below_them(tmp_path: Path) -> None:
    text = "{}大奖\n广播专题\n地沟油，你去了哪里？\n电视消息\n夏天的雨声\n提名奖\n电视专题\n秋天的田野\n评论\n冬夜\n"
    for above, title in (("", "秋天的田野"), ("某台获奖名单\n", "秋天的田野"), ("", "《秋天的田野》")):
        found = listed(tmp_path / "a.txt", text.format(above).replace("秋天的田野", title))
        assert [(each.category and each.category.name, each.award, each.title) for each in found] == [
            ("广播专题", "大奖", "地沟油，你去了哪里？"),
            ("电视消息", "大奖", "夏天的雨声"),
            ("电视专题", "提名奖", "秋天的田野"),
            ("评论", "提名奖", "冬夜"),
        ], (above, title)
    text = "金奖\n喜剧\n春天的故事\n银奖\n夏天的雨声\n诗歌\n"  # films
    assert [each.title for each in listed(tmp_path / "a.txt", text)] == ["喜剧", "春天的故事", "夏天的雨声", "诗歌"]
    text = "一等奖\n春天的故事\n恭喜以上获奖者！\n二等奖\n恭喜获奖！\n夏天的雨声\n"
    assert [each.title for each in listed(tmp_path / "a.txt", text)] == ["春天的故事", "夏天的雨声"]


def test_an_award_in_brackets_directly_above_another_is_the_category(tmp_path: Path) -> None:
    def found(text: str) -> list[tuple[str | None, ...]]:
        return [
            (each.category and each.category.name, each.award, each.title) for each in listed(tmp_path / "a.txt", text)
        ]

    stories = [("短篇小说奖", "首奖", "春"), ("短篇小说奖", "佳作", "夏")]
    poems = [("新诗奖", "首奖", "秋"), ("新诗奖", "佳作", "冬")]
    for behind in ("〈{}〉张一鸣\n", "\n〈{}〉张一鸣\n"):
        group = f"【{{}}】\n首奖 {behind.format('{}')}佳作 {behind.format('{}')}"
        text = group.format("短篇小说奖", "春", "夏") + group.format("新诗奖", "秋", "冬")
        assert found(text) == [*stories, *poems], text
        last = [(None, "小品奖", "山"), (None, "小品奖", "河")]
        assert found(text + "【小品奖】\n〈山〉李四海\n〈河〉王五湖\n") == [*stories, *poems, *last], text
    won = "【最佳影片奖】\n获奖：《春》\n提名：《夏》\n【最佳导演奖】\n获奖：《春》\n提名：《秋》\n"
    assert {each[:2] for each in found(won)} == {(None, "最佳影片奖"), (None, "最佳导演奖")}
    ranks = "【一等奖】\n《春》\n【二等奖】\n【三等奖】\n《夏》\n"
    assert found(ranks) == [(None, "一等奖", "春"), (None, "三等奖", "夏")]


def test_an_unknown_label_among_awards_that_semicolons_part_is_an_award(tmp_path: Path) -> None:
    text = "获奖名单\n首奖：张一鸣〈春〉；{}：李四海〈夏〉；佳作：王五湖〈秋〉；赵六河〈冬〉。\n"
    for label in ("优等", "特别推介", "年度之选"):
        awards = ["首奖", label, "佳作", "佳作"]
        assert [each.award for each in listed(tmp_path / "a.txt", text.format(label))] == awards, label
    for label in ("孙七星", "作者", "某市文化馆", "小学组", "评委之选"):  # who made it, a group, a note
        found = listed(tmp_path / "a.txt", text.format(label))
        assert (len(found), label in [each.award for each in found]) == (4, False), label


def test_a_group_between_an_award_and_its_titles_takes_no_award_from_them(tmp_path: Path) -> None:
    said = "入选作品包括特别奖2部，其中有《春风》《夏雨》。优秀作品奖2部，其中有《秋水》《冬雪》。\n"
    head = "某工程入选作品公示\n{}某工程\n入选作品名单（共4部）\n"
    text = (
        "特别奖（2部）\n电影类《春风》 甲局\n图书类《夏雨》 乙局\n"
        "优秀作品奖（2部）\n（一）电影类（2部）\n《秋水》 甲局\n《冬雪》 丙局\n"
    )
    works = [
        ("电影类", "特别奖", "春风"),
        ("图书类", "特别奖", "夏雨"),
        ("电影类", "优秀作品奖", "秋水"),
        ("电影类", "优秀作品奖", "冬雪"),
    ]
    for above in ("", head.format(""), head.format(said)):
        found = listed(tmp_path / "a.txt", above + text)
        assert [(each.category and each.category.name, each.award, each.title) for each in found] == works, above
        assert [name for _, name, _ in rows(tmp_path / "a.txt", above + text)] == ["甲局", "乙局", "甲局", "丙局"]
    near = "一等奖\n某剧组《春风》 \n某栏目组《夏雨》\n二等奖\n电视《秋水》 甲局\n"
    assert [name for _, name, _ in rows(tmp_path / "a.txt", near)] == ["某剧组", "某栏目组", "甲局"]


def test_rules_above_the_heading_of_the_list_are_no_results(tmp_path: Path) -> None:
    rules = (
        "某大赛获奖者公布\n创意奖：作品创意新颖，手法成熟，受观众喜爱。\n评分规则：得分=播放量x0.3\n"
        "一等奖1名：5000元×1名\n二等奖2名（官方评选）：3000元×2名\n"
    )
    text = "一等奖：还有一天就下班了\n二等奖：夏天的雨声、秋天的田野\n"
    titles = ["还有一天就下班了", "夏天的雨声", "秋天的田野"]
    for heading in ("【获奖名单】", "获奖名单", "获奖名单："):
        assert [each.title for each in listed(tmp_path / "a.txt", f"{rules}{heading}\n{text}")] == titles, heading
    without, _ = check(written(tmp_path / "a.txt", rules + text), BY_CONTENT)
    assert any("5000元×1名" in each.text for each in without.remarks)
    lists = f"小学组\n{text}获奖名单\n中学组\n{text.replace('秋', '冬')}"  # near miss: no rules above
    assert [each.title for each in listed(tmp_path / "a.txt", lists)][:3] == titles
