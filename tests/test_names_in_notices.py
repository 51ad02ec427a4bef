"""Names of people and bodies in notices: the brackets within them, what is said of them, and how many there are."""

from pathlib import Path

from awardcli import messages
from awardcli.collection.loading import check
from awardcli.collection.user_file.reader import read_rows
from awardcli.collection.user_file.reading_report import BY_CONTENT, ReadAs
from support import written
from test_notices import listed, rows


def makers(path: Path, beside: str) -> str | None:
    """Who a work is by that has such words behind its title."""
    return rows(path, f"一等奖\n《甲》 {beside}\n二等奖\n《乙》 李四\n")[0][1]


def test_the_brackets_within_the_name_of_a_body_are_part_of_it(tmp_path: Path) -> None:
    for body in (
        "某某影视（上海）有限公司",
        "某某(深圳)文化传媒有限公司",
        "某某（集团）公司",
        "某某（中国）航天公司",
        "中国石油大学（北京）",
        "上海交通大学（闵行校区）",
        "中共某县委（宣传部）",
        "视博影视(银川公司)",
        "某公司（嘉定区）",
    ):
        path = tmp_path / "a.txt"
        assert makers(path, body) == body, body
        assert makers(path, f"张三（{body}）") == f"张三、{body}", body
        assert makers(path, f"{body}、某局") == f"{body}、某局", body
        assert rows(path, f"一等奖：{body}《甲》\n二等奖：某局《乙》")[0] == ("甲", body, "一等奖"), body
        assert rows(path, f"一等奖\n春天（{body}）\n二等奖\n秋天（某局）")[0] == ("春天", body, "一等奖"), body
        text = f"经评选，{body}的《甲》获一等奖，某局制作的《乙》获二等奖。\n《丙》由{body}拍摄，获三等奖。"
        assert [who for _, who, _ in rows(path, text)] == [body, "某局", body], body


def test_several_bodies_with_brackets_won_together_where_others_do(tmp_path: Path) -> None:
    bodies = "某影视（上海）有限公司、中国石油大学（北京）、某局"
    text = f"优秀组织奖：{bodies}\n一等奖：《甲》某校\n"
    assert rows(tmp_path / "a.txt", text)[0] == (None, bodies, "优秀组织奖")


def test_brackets_between_two_names_part_them(tmp_path: Path) -> None:
    for beside, who in (
        ("一中（张三）", "一中、张三"),
        ("张三（一中）", "张三、一中"),
        ("张三（银川公司）", "张三、银川公司"),
        ("张三（一中）某某公司", "张三、一中、某某公司"),
        ("上海广播电视台（上海文化广播集团）", "上海广播电视台、上海文化广播集团"),
        ("某局（某某影视公司）", "某局、某某影视公司"),
        ("高一（20）班 张三", "高一（20）班、张三"),
    ):
        assert makers(tmp_path / "a.txt", beside) == who, beside


def test_what_is_said_of_a_person_is_no_maker(tmp_path: Path) -> None:
    for beside, who in (
        ("张三（藏族）", "张三"),
        ("张三（女，2019级）", "张三"),
        ("张三 陕西", "张三"),
        ("张三（江西赣州）", "张三"),
        ("张三（广东省梅州市大埔县）", "张三"),
        ("张三（笔名：小四）", "张三、小四"),
        ("陕西", "陕西"),  # which no person is beside
        ("张三（陕西日报社）", "张三、陕西日报社"),
        ("张三、黄山", "张三、黄山"),  # a surname and a name too
        ("北京师范大学（珠海校区）张三", "北京师范大学（珠海校区）、张三"),
        ("某广播电视台（集团） 张三", "某广播电视台（集团）、张三"),
        ("张三词、李四曲", "张三、李四"),
        ("余小曲", "余小曲"),
        ("嘉定区 张三", "嘉定区、张三"),
    ):
        assert makers(tmp_path / "a.txt", beside) == who, beside


def test_names_of_people_alone_are_who_won_where_the_text_speaks_of_people(tmp_path: Path) -> None:
    for text in (
        "教师优质课评选结果\n一等奖：丁英明、王文苑\n二等奖：王海妮\n",
        "获奖教师名单\n一等奖\n丁英明\n王文苑\n二等奖\n王海妮\n",
        "一等奖（2名）\n丁英明、王文苑\n二等奖（1名）\n王海妮\n",
        "优秀选手名单\n一等奖\n1.丁英明\n2.王文苑\n二等奖\n1.王海妮\n",
        "王文苑等2名教师获一等奖，王海妮等1名教师获二等奖。\n一等奖：丁英明 王文苑\n二等奖：王海妮\n",
    ):
        found = [(None, "丁英明", "一等奖"), (None, "王文苑", "一等奖"), (None, "王海妮", "二等奖")]
        assert rows(tmp_path / "a.txt", text) == found, text
    for text in (  # works, or not known
        "一等奖：高山、白鹿\n二等奖：黄河\n",
        "教师征文评选结果\n一等奖：高山、白鹿\n二等奖：黄河\n",
        "教师微课评选结果\n一等奖：高山、白鹿、春天\n二等奖：黄河\n",
    ):
        assert all(title and not who for title, who, _ in rows(tmp_path / "a.txt", text)), text


def test_people_with_their_schools_or_teachers_won_without_a_title(tmp_path: Path) -> None:
    for text in (
        "一等奖：盘梓姗（一小）陈俊龙（二小）\n二等奖：张三（三小）\n",
        "一等奖：盘梓姗（一小）、陈俊龙（二小）\n二等奖：张三（三小）\n",
        "一等奖\n盘梓姗 一小\n陈俊龙 二小\n二等奖\n张三 三小\n",
        "盘梓姗 一小 一等奖\n陈俊龙 二小 一等奖\n张三 三小 二等奖\n",
    ):
        found = [(None, "盘梓姗、一小", "一等奖"), (None, "陈俊龙、二小", "一等奖"), (None, "张三、三小", "二等奖")]
        assert rows(tmp_path / "a.txt", text) == found, text
    for teacher in (" 指导老师：梁巧云", "（指导教师：梁巧云）", "，辅导老师：梁巧云"):
        text = f"一等奖\n盘梓姗（一小）{teacher}\n陈俊龙（二小）{teacher}\n二等奖\n张三（三小）{teacher}\n"
        assert rows(tmp_path / "a.txt", text)[0] == (None, "盘梓姗、一小、梁巧云", "一等奖"), teacher
        text = f"一等奖\n春天的故事 张三 一小{teacher}\n夏天的雨 李四 二小{teacher}\n二等奖\n秋 王五 三小{teacher}\n"
        assert rows(tmp_path / "a.txt", text)[0] == ("春天的故事", "张三、一小、梁巧云", "一等奖"), teacher
    text = "一年级获奖作品\n张三 一小 一等奖\n李四 二小 二等奖\n二年级获奖作品\n王五 一小 一等奖\n陈一 二小 二等奖\n"
    grades = [film.category.name for film in listed(tmp_path / "a.txt", text) if film.category]
    assert grades == ["一年级", "一年级", "二年级", "二年级"]
    text = "一等奖：\n张三（初一1班）、李四（初二3班）\n二等奖：\n王五（初三2班）\n"
    assert rows(tmp_path / "a.txt", text)[1] == (None, "李四、初二3班", "一等奖")
    text = "一等奖\n张三 高一（1）班\n李四 高二（3）班\n二等奖\n王五 高一（2）班\n"
    assert rows(tmp_path / "a.txt", text)[1] == (None, "李四、高二（3）班", "一等奖")
    for text in (  # of works
        "一等奖：春天（一小）、夏天（二小）\n二等奖：秋（三小）\n",
        "一等奖\n春天 张三 一小\n白鹿 李四 二小\n二等奖\n黄河 王五 三小\n",
    ):
        assert None not in [title for title, _, _ in rows(tmp_path / "a.txt", text)], text


def test_a_class_or_school_alone_in_a_line_is_where_the_people_beside_it_are_from(tmp_path: Path) -> None:
    above = "一等奖\n二（1）班\n张三\n李四\n二（2）班\n王五\n二等奖\n三（1）班\n赵六\n"
    for one, text in (
        ("二（1）班", above),
        ("二（1）班", above + "特此公布。\n某某小学\n2021年6月1日\n"),
        ("二（1）班", above.replace("李四\n", "李四\n指导老师：孙七\n")),
        ("二（1）班", "一等奖\n张三\n二（1）班\n王五\n二（2）班\n二等奖\n赵六\n三（1）班\n"),
        ("高一2班", above.replace("二（1）班", "高一2班")),
        ("五年级三班", above.replace("二（1）班", "五年级三班")),
        ("实验小学", "一等奖\n实验小学\n张三\n育才小学\n王五\n二等奖\n一中\n赵六\n"),
    ):
        found = rows(tmp_path / "a.txt", text)
        assert [title for title, *_ in found if title] == [], text
        assert found[0] == (None, f"张三、{one}", "一等奖"), text
        assert (None, "赵六、三（1）班", "二等奖") in found or one == "实验小学", text
    for text in (
        "一等奖\n《春》\n二（1）班\n张三\n《夏》\n二（2）班\n李四\n二等奖\n《秋》\n三（1）班\n王五\n",
        "一等奖\n《春》\n张三\n二（1）班\n《夏》\n李四\n二（2）班\n二等奖\n《秋》\n王五\n三（1）班\n",
        "一等奖\n二（1）班\n张三《春》\n二（2）班\n李四《夏》\n二等奖\n三（1）班\n王五《秋》\n",
    ):
        assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["春", "夏", "秋"], text
        assert {*str(rows(tmp_path / "a.txt", text)[0][1]).split("、")} == {"张三", "二（1）班"}, text
    text = "一等奖\n二（1）班\n二（3）班\n二等奖\n三（1）班\n"
    assert rows(tmp_path / "a.txt", text)[0] == (None, "二（1）班", "一等奖")
    text = "一等奖\n二（1）班\n李欣\n春天的故事\n二等奖\n三（2）班\n王雪\n夏天的雨\n"  # unclear, and said
    reading, _ = check(written(tmp_path / "a.txt", text), BY_CONTENT)
    assert any("“三（2）班” (line 6)" in remark.text for remark in reading.remarks)
    text = "一等奖\n三年二班\n张小明的夏天\n二等奖\n春天的故事\n"
    assert rows(tmp_path / "a.txt", text)[0][0] == "三年二班"


def test_titles_that_all_may_be_people_are_doubted_and_the_command_reads_them_so(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "采用奖：田怡\n入围奖：郭学文、孔德森\n")
    assert "--column organization=作品" in " ".join(remark.text for remark in check(path)[0].remarks)
    asked = read_rows(path, ReadAs(columns={"作品": "organization"}))
    people = [row.cells.values[0] for row in asked if ("作品", "organization") in row.cells.columns]
    assert people == ["田怡", "郭学文", "孔德森"]
    path = written(tmp_path / "b.txt", "采用奖：春天\n入围奖：郭学文、孔德森\n")
    assert "organization=" not in " ".join(remark.text for remark in check(path)[0].remarks)


def test_a_line_has_several_works_where_each_of_its_parts_is_parted_as_the_other_lines_are(tmp_path: Path) -> None:
    works = [("春天的故事", "甲局"), ("夏天", "乙局"), ("秋天的月", "丁局"), ("冬天的雪", "戊局")]
    for parts in ("{} {}", "{}——{}", "{}/{}", "{}：{}", "{}　{}"):
        for joins in "；、，":
            each = [parts.format(*work) for work in works]
            text = (
                f"一等奖：{joins.join(each[:2])}\n二等奖：{each[2]}\n三等奖：{each[3]}。\n优秀组织奖：甲局{joins}乙局\n"
            )
            found = rows(tmp_path / "a.txt", text)
            assert [row[:2] for row in found[:4]] == works, (parts, joins)
            assert [row[2] for row in found[:4]] == ["一等奖", "一等奖", "二等奖", "三等奖"]
            assert [row[:2] for row in found[4:]] == [(None, "甲局、乙局")]
    for line, expected in (
        ("甲局 春天的故事；乙局 夏天的风", [("春天的故事", "甲局"), ("夏天的风", "乙局")]),
        ("春天的故事 甲局 张三；夏天的风 乙局 李四", [("春天的故事", "甲局、张三"), ("夏天的风", "乙局、李四")]),
        ("春天的故事 张三、李四；夏天的风 王五", [("春天的故事", "张三、李四"), ("夏天的风", "王五")]),
        ("春天的故事 甲局、乙局", [("春天的故事", "甲局、乙局")]),
        ("春天的故事 张三、李四 甲局", [("春天的故事", "张三、李四、甲局")]),
        ("春天的故事 甲局、乙局 张三", [("春天的故事", "甲局、乙局、张三")]),
        ("你好，李焕英 甲局", [("你好，李焕英", "甲局")]),
        ("春天的故事，作者：张三；指导：李四", [("春天的故事", "张三、李四")]),
        ("Salt, Ana Ruiz; Fog, Bea Lo", [("Salt", "Ana Ruiz"), ("Fog", "Bea Lo")]),
        ("Salt by Ana Ruiz, Fog by Bea Lo", [("Salt", "Ana Ruiz"), ("Fog", "Bea Lo")]),
        ("Salt, Ana Ruiz; producer, Bea Lo", [("Salt", "Ana Ruiz、Bea Lo")]),
    ):
        lines = f"{line}\n二等奖：{line}\n"
        assert [row[:2] for row in rows(tmp_path / "a.txt", f"一等奖：{lines}")] == [*expected, *expected], line
    couplets = "一等奖：邀天下客；赏岭南春。 项光来（北京）\n二等奖：梅红两岸；春绿一江。 卜用可（江苏）\n"
    report, _ = check(written(tmp_path / "a.txt", couplets), BY_CONTENT)
    assert not any("several works" in remark.text for remark in report.remarks)
    unclear = "一等奖：爱上 上海 甲局；夏天的风 乙局\n二等奖：秋天的月 丁局；冬天的雪 戊局\n"
    text = messages.NOTICE_SEVERAL(line=1, text=unclear.splitlines()[0], marks="《》")
    report, _ = check(written(tmp_path / "a.txt", unclear), BY_CONTENT)
    assert text in [remark.text for remark in report.remarks]


def test_a_title_without_marks_ends_before_the_brackets_that_say_who_did_what(tmp_path: Path) -> None:
    for brackets, who in (
        ("（作者：张三；指导：李四）", "张三、李四"),
        ("（作者：张三，指导老师：李四）", "张三、李四"),
        ("（张三；指导：李四）", "张三、李四"),
        ("[作者：张三；指导：李四]", "张三、李四"),
        ("【作者：张三 指导：李四】", "张三、李四"),
        ("（作者：张三；指导：李四），甲校", "张三、李四、甲校"),
        ("（甲校 作者：张三；指导：李四）", "甲校、张三、李四"),
        ("（选送单位：甲校（本部）；作者：张三）", "甲校（本部）、张三"),
        ("(Director: Ana Ruiz; Producer: Bea Lo)", "Ana Ruiz、Bea Lo"),
    ):
        text = f"【一等奖】\n春江花月夜{brackets}\n【二等奖】\n夏夜（上）{brackets}\n秋{brackets}\n"
        if "Ana" in brackets:
            text = text.replace("春江花月夜", "Salt ").replace("夏夜（上）", "Fog ").replace("秋", "Air ")
        found = [row[:2] for row in rows(tmp_path / "a.txt", text)]
        assert [maker for _, maker in found] == [who] * 3, (brackets, found)
        assert [title for title, _ in found] in (["春江花月夜", "夏夜（上）", "秋"], ["Salt", "Fog", "Air"]), brackets
    by: str | None
    for brackets, by in (
        ("(Ana Ruiz, producer)", "Ana Ruiz"),
        ("(producer Ana Ruiz)", "Ana Ruiz"),
        ("(Ana Ruiz, executive producer; Bo Ek, co-producer)", "Ana Ruiz、Bo Ek"),
        ("（张三 导演）", "张三"),
        ("（导演张三、编剧李四）", "张三、李四"),
        ("（作者：王五；指导：孙八）", "王五、孙八"),
        ("（导演剪辑版）", None),
        ("(1967)", None),
        ("（上）", None),
    ):
        title = "夏夜" if "（" in brackets else "Salt "
        text = f"Best Picture: {title}{brackets}\nBest Director: Bea Lo, Fog\nBest Short: Air\n"
        whole = title.strip() if by else f"{title}{brackets}"
        assert rows(tmp_path / "a.txt", text)[0] == (whole, by, "Best Picture"), brackets


def test_words_that_say_for_how_many_works_a_maker_counts_are_no_part_of_the_name(tmp_path: Path) -> None:
    for beside, who in (
        ("（以上甲局）", "甲局"),
        ("，均为甲局", "甲局"),
        ("（以上作品均由甲局选送）", "甲局"),
        ("，以上两部作品均为甲局拍摄", "甲局"),
        ("（均安镇）", "均安镇"),
        ("（都江堰市文旅局）", "都江堰市文旅局"),
        ("（都市报）", "都市报"),
    ):
        found = rows(tmp_path / "a.txt", f"一等奖：《春》《夏》{beside}\n二等奖：《秋》（乙局）\n")
        assert [maker for _, maker, _ in found] == [who, who, "乙局"], beside


def test_a_line_may_say_who_made_all_works_above_it(tmp_path: Path) -> None:
    for line in ("（以上甲局）", "以上均由甲局选送", "（以上作品均由甲局选送）", "以上两部作品为甲局拍摄。"):
        text = f"一等奖\n《春》（丙局）\n《夏》\n《雨》\n{line}\n《秋》\n（以上乙局）\n二等奖\n《冬》\n"
        makers = ["丙局", "甲局", "甲局", "乙局", None]
        assert [maker for _, maker, _ in rows(tmp_path / "a.txt", text)] == makers, line
        text = f"一等奖\n春天的故事\n夏天的雨\n{line}\n二等奖\n冬\n"
        assert [maker for _, maker, _ in rows(tmp_path / "a.txt", text)] == ["甲局", "甲局", None], line
    for line in ("以上排名不分先后", "（以上名单公示七天）"):
        text = f"一等奖\n《春》\n《夏》\n{line}\n二等奖\n《冬》\n"
        assert [maker for _, maker, _ in rows(tmp_path / "a.txt", text)] == [None] * 3, line


def test_brackets_behind_an_award_of_people_name_who_won_it_and_behind_a_title_who_made_it(tmp_path: Path) -> None:
    text = "一等奖\n春（李四）\n我的第一张奖（湖北 张三）\n二等奖\n夏（赵六）\n"
    text += "优秀组织奖（某某小学）\n优秀指导教师奖（王五、李四）\n"
    assert rows(tmp_path / "a.txt", text) == [
        *(("春", "李四", "一等奖"), ("我的第一张奖", "张三", "一等奖"), ("夏", "赵六", "二等奖")),
        *((None, "某某小学", "优秀组织奖"), (None, "王五、李四", "优秀指导教师奖")),
    ]
    for award in ("优秀组织奖（3个）", "优秀组织奖（小学）", "优秀组织奖（某某小学）"):  # the last has others below
        text = f"一等奖\n《春》（李四）\n{award}\n甲中学\n乙中学\n"
        assert [who for *_, who in [row[:2] for row in rows(tmp_path / "a.txt", text)]] == ["李四", "甲中学", "乙中学"]


def test_awards_of_teams_and_institutions_are_theirs_among_titles_in_marks(tmp_path: Path) -> None:
    text = "最佳动漫作品\n《春》\n《夏》\n《秋》\n最佳动漫团队\n某某公司\n最佳教育机构\n某学院\n"
    text += "最佳出版社\n某出版社\n最佳动漫技术\n手机标准（ITU）\n"
    assert [row[:2] for row in rows(tmp_path / "a.txt", text)] == [
        *(("春", None), ("夏", None), ("秋", None), (None, "某某公司"), (None, "某学院"), (None, "某出版社")),
    ]
    reading, _ = check(tmp_path / "a.txt", BY_CONTENT)
    said = messages.NOTICE_NOTHING_BELOW(caption="最佳动漫技术", line=12, text="手机标准（ITU）")
    assert said in [remark.text for remark in reading.remarks]
    text = "银奖\n大唐餐具\n古城天气瓶\n金奖\n山水茶器系列组\n红枣咖啡\n"
    reading, _ = check(written(tmp_path / "a.txt", text), BY_CONTENT)
    assert messages.NOTICE_GROUP(line=5, text="山水茶器系列组") in [remark.text for remark in reading.remarks]


def test_brackets_that_say_who_did_what_part_lines_without_captions_and_their_commas_part_no_columns(
    tmp_path: Path,
) -> None:
    for lines, found in (
        (
            "春江花月夜（作者：张三；指导：李四）\n夏夜（作者：王五；指导：孙八）\n秋（作者：赵六；指导：钱七）\n冬（作者：赵六）\n",
            [("春江花月夜", "张三、李四"), ("夏夜", "王五、孙八"), ("秋", "赵六、钱七"), ("冬", "赵六")],
        ),
        (
            "Salt (Ana Ruiz, producer)\nFog (Bo Ek, director)\nSea (Cy Day, writer)\nAir (Dan Oz, director)\n",
            [("Salt", "Ana Ruiz"), ("Fog", "Bo Ek"), ("Sea", "Cy Day"), ("Air", "Dan Oz")],
        ),
        ("夏夜（导演剪辑版）\n秋（导演剪辑版）\n", [("夏夜（导演剪辑版）", None), ("秋（导演剪辑版）", None)]),
    ):
        assert [row[:2] for row in rows(tmp_path / "a.txt", lines)] == found, lines
    report, _ = check(
        written(tmp_path / "a.txt", "春（作者：张三；指导：李四）\n夏（作者：王五；指导：孙八）\n"), BY_CONTENT
    )
    assert not any("--column title=A" in remark.text for remark in report.remarks)
