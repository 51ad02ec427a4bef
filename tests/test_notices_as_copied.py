"""Notices as they are copied from pages: one odd line, of the page or its layout, changes the reading of no other."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from awardcli import messages
from awardcli.collection.loading import check
from awardcli.collection.user_file.notices.captions_in_context import repeats_caption, spells
from awardcli.collection.user_file.notices.notice_lines import why_aside
from awardcli.collection.user_file.reading_report import BY_CONTENT
from support import written
from test_notices import is_plain, listed, rows

MARKED = "特等奖（1篇）\n《杨柳岸》 孙一鸣\n一等奖（2篇）\n《高原舞》 王文平\n《光与影》 李玉琴\n"
NUMBERED = "一等奖\n1.春天的故事（某区文化馆）\n2.河边人家（文汇报社）\n二等奖\n1.远山（某区图书馆）\n"
PLAIN = "一等奖（1部）\n春天的故事（某区文化馆）\n二等奖（2部）\n远山（某区图书馆）\n灯火（文汇报社）\n"
KINDS = "诗歌\n一等奖（1名）\n《春风写》 祝宝玉\n散文\n一等奖（1名）\n《进城记》 谢文华\n二等奖（1名）\n《秘密》 西岭\n"


def with_line(text: str, line: str) -> Iterator[str]:
    """A text with one more line, at each place."""
    lines = text.splitlines()
    return ("\n".join([*lines[:at], line, *lines[at:]]) + "\n" for at in range(len(lines) + 1))


def are_the_same(path: Path, text: str, changed: Iterable[str]) -> bool:
    expected = rows(path, text)
    return all(rows(path, each) == expected for each in changed)


def test_a_theme_alone_in_title_marks_above_the_first_award_loses_no_award(tmp_path: Path) -> None:
    prose = "为进一步繁荣创作，由某县文联主办的征文活动结束，共评出奖项如下："
    for above in (
        "《树影》",
        f"《树影》\n{prose}",
        f"“青山”主题征文获奖名单\n《树影》\n{prose}",
        f"《树影》\n“青山”主题征文获奖名单\n{prose}",
        f"《树影》\n2023年9月9日\n{prose}\n各有关单位：",
        "活动主题：《树影》",
    ):
        for text in (MARKED, MARKED.replace("（1篇）", "").replace("（2篇）", "")):
            assert rows(tmp_path / "a.txt", f"{above}\n{text}") == rows(tmp_path / "b.txt", text), above
        found, _ = check(written(tmp_path / "a.txt", f"{above}\n{MARKED}"), BY_CONTENT)
        (theme,) = [each for each in above.splitlines() if each.endswith("《树影》")]
        said = messages.NOTICE_THEME(line=above.splitlines().index(theme) + 1, text=theme)
        assert said in [each.text for each in found.remarks], above


def test_awards_may_be_headings_in_markdown_in_any_text(tmp_path: Path) -> None:
    for text in (MARKED, NUMBERED, KINDS):
        headed = "".join(f"## {line}\n" if "奖" in line else f"{line}\n" for line in text.splitlines())
        assert rows(tmp_path / "a.txt", headed) == rows(tmp_path / "b.txt", text), text
    numbered = "# 春\n# 秋\n"  # near misses: no award, and one heading alone
    assert [each.title for each in listed(tmp_path / "a.txt", numbered)] == ["# 春", "# 秋"]
    assert "## 一等奖" in [each.title for each in listed(tmp_path / "a.txt", "## 一等奖\n春\n秋\n")]


def test_what_looks_like_an_award_or_a_group_and_was_read_as_a_maker_is_doubted(tmp_path: Path) -> None:
    def said(text: str) -> list[str]:
        found, _ = check(written(tmp_path / "a.txt", text), BY_CONTENT)
        return [each.text for each in found.remarks]

    for maker in ("优等", "一等", "电影类", "少年组别", "Miglior noir", "Menzione d’onore", "3° premio", "연기부문"):
        text = f"一等奖\n《高原舞》 王文平\n《光与影》 {maker}、李玉琴\n二等奖\n《远山》 孙一鸣\n"
        doubt = messages.NOTICE_ODD_NAMES(count=1, lines="3", names=maker)
        is_maker = maker in (rows(tmp_path / "a.txt", text)[1][1] or "")
        assert is_maker == (doubt in said(text)), maker
    for right in (MARKED, NUMBERED, PLAIN, KINDS, "一等奖\n《电影类》 王文平\n《一等奖》 李玉琴\n"):
        assert not any("looks like" in each for each in said(right)), right


def test_titles_above_the_first_award_that_may_be_works_are_titles(tmp_path: Path) -> None:
    for above, titles in (
        ("《树影》 张三", ["树影"]),
        ("《树影》\n《水影》", ["树影", "水影"]),
        ("《树影》（某局）\n《水影》（某校）", ["树影", "水影"]),
        ("入围作品：《树影》", ["树影"]),
    ):
        found = rows(tmp_path / "a.txt", f"{above}\n{MARKED}")
        assert [title for title, _, award in found][: len(titles)] == titles, above
        assert found[len(titles) :] == rows(tmp_path / "b.txt", MARKED), above
        reading, _ = check(tmp_path / "a.txt", BY_CONTENT)
        said = messages.NOTICE_ABOVE_AWARDS(line=1, text=above.splitlines()[0])
        assert (said in [each.text for each in reading.remarks]) == ("：" not in above), above
    for text in ("《树影》\n《水影》\n《光影》\n", "树影\n金奖\n银奖\n水影\n"):
        assert is_plain(tmp_path / "c.txt", text), text


def test_the_number_of_an_award_behind_a_leader_is_no_work(tmp_path: Path) -> None:
    for number in ("1名", "共2部", "一篇"):
        for sign in ("……", "......", "→", "："):
            text = MARKED.replace("（1篇）", f"{sign}{number}").replace("（2篇）", f" {sign} {number}")
            assert rows(tmp_path / "a.txt", text) == rows(tmp_path / "b.txt", MARKED), text
    text = "一等奖……《一名》\n二等奖……《第1名》\n三等奖……《1名》\n"
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["一名", "第1名", "1名"]
    assert rows(tmp_path / "a.txt", "一等奖……春江\n二等奖……1984\n")[1][0] == "1984"


def test_the_pinyin_of_a_line_above_or_of_the_caption_below_is_set_aside(tmp_path: Path) -> None:
    for text, lines in (
        (MARKED, ("TE DENG JIANG\n特等奖", "《杨柳岸》 孙一鸣\nYang Liu An", "《高原舞》 王文平\nWANG WENPING")),
        (KINDS, ("SHIGE\n诗歌", "《进城记》 谢文华\nJINCHENGJI XIE WENHUA", "SANWEN\n散文")),
        (PLAIN, ("ER DENG JIANG\n二等奖",)),
    ):
        for line in lines:
            at = line.split("\n")[0] if line.split("\n")[0] in text else line.split("\n")[1]
            assert rows(tmp_path / "a.txt", text.replace(at, line, 1)) == rows(tmp_path / "b.txt", text), line
    for line, above, below in (
        ("LI JING", "《诗歌》 王五", "李静"),
        ("AI", "爱", ""),
        ("SHI", "《诗歌》", ""),
        ("诗歌", "《诗歌》", ""),
        ("", "《诗歌》", "诗歌"),
    ):
        assert not spells(line, above, below), line
    text = "金奖\n《春江》 张三\nSpring River\n银奖\n《秋月》 李四\nAutumn Moon\n"
    found, _ = check(written(tmp_path / "a.txt", text), BY_CONTENT)
    assert messages.NOTICE_UNMARKED(line=3, text="Spring River") in [each.text for each in found.remarks]


def test_awards_above_titles_in_marks_or_numbers_are_awards_below_lines_of_any_kind(tmp_path: Path) -> None:
    for text in (MARKED, NUMBERED):
        for above in (
            "用影像记录时代\n讲好身边故事\n青山文学",
            "青山文学\n王小明\n文字与影像的相遇\n用影像记录时代",
            "“树影”\n【树影】\n▲颁奖典礼现场",
            "NO.1\nPART 01\n青山\n绿水",
        ):
            assert rows(tmp_path / "a.txt", f"{above}\n{text}") == rows(tmp_path / "b.txt", text), (above, text)


def test_lines_of_the_page_are_aside_wherever_they_are(tmp_path: Path) -> None:
    of_page = (
        *(
            "阅读量 1024",
            "阅读 1.2万",
            "浏览次数：88次",
            "阅读原文",
            "查看更多",
            "分享到：",
            "返回顶部",
            "下一篇：秋日",
        ),
        *("点击上方蓝字关注我们", "↑↑↑点击上方“蓝字”关注", "首页 > 新闻 > 公告", "字体：大 中 小", "当前位置：首页"),
        *("青山文学 2023-09-09 发表于上海", "2023-09-09 来自上海", "一、一等奖................1", "二等奖……3", "<br>"),
        *(
            "★★★",
            "----------",
            "=====",
            "🎉🎉🎉",
            "……",
            "· · ·",
            "版权所有 侵权必究",
            "微信号：qingshan",
            "- THE END -",
        ),
        *("[图片]", "&nbsp;", "—END—"),
    )
    for line in of_page:
        assert why_aside(line) == "signature", line
    for line, text in zip(of_page[::8], (MARKED, NUMBERED, PLAIN, KINDS), strict=False):
        assert are_the_same(tmp_path / "a.txt", text, with_line(text, line)), (line, text)
    for title in (
        "阅读",
        "阅读者",
        "1917",
        "关注",
        "点击",
        "首页",
        "END",
        "The End",
        "图片",
        "更多的人",
        "《……》",
        "「？」",
        "等……3人行",
    ):
        assert why_aside(title) == "", title


def test_a_caption_named_again_in_pinyin_or_english_below_it_is_aside(tmp_path: Path) -> None:
    for text, names in (
        (KINDS, {"诗歌": "SHIGE", "散文": "SANWEN"}),
        (KINDS, {"诗歌": "shī gē", "散文": "sǎn wén"}),
        (KINDS, {"诗歌": "POETRY", "散文": "Prose"}),
        (KINDS, {"一等奖（1名）": "FIRST PRIZE", "二等奖（1名）": "SECOND PRIZE"}),
        (PLAIN, {"一等奖（1部）": "First Prize", "二等奖（2部）": "Second Prize"}),
        (PLAIN, {"一等奖（1部）": "YIDENGJIANG", "二等奖（2部）": "ERDENGJIANG"}),
        (MARKED, {"特等奖（1篇）": "GRAND PRIZE"}),
    ):
        changed = "".join(f"{line}\n{names[line]}\n" if line in names else f"{line}\n" for line in text.splitlines())
        assert rows(tmp_path / "a.txt", changed) == rows(tmp_path / "b.txt", text), changed
        categories = [[result.category for result in listed(tmp_path / "c.txt", each)] for each in (changed, text)]
        assert categories[0] == categories[1], changed


def test_a_work_or_person_in_latin_letters_below_an_award_is_none_of_its_names(tmp_path: Path) -> None:
    for above, text, are_marked in (
        ("最佳影片", "PARASITE", False),
        ("最佳影片", "Parasite", True),
        ("最佳导演", "Ang Lee", True),
        ("诗歌", "UP", False),
        ("诗歌", "SANWEN 散文", False),
        ("《诗歌》", "SHIGE", True),
        ("一等奖：《甲》", "FIRST PRIZE", True),
        ("春天的故事", "SPRING", True),
    ):
        assert not repeats_caption(above, text, are_marked=are_marked), (above, text)
    text = "最佳影片\nPARASITE\n最佳导演\nAng Lee\n最佳编剧\nRoma\n"
    found = [title or who for title, who, _ in rows(tmp_path / "a.txt", text)]
    assert found == ["PARASITE", "Ang Lee", "Roma"]


def test_the_name_of_the_list_or_a_year_below_an_award_ends_it_for_no_title(tmp_path: Path) -> None:
    for line, text in (("获奖名单：", MARKED), ("名单：", PLAIN), ("（2023）", NUMBERED), ("（2023年）", PLAIN)):
        changed = list(with_line(text, line))[1:]
        assert are_the_same(tmp_path / "a.txt", text, changed), (line, text)
    text = MARKED.replace("一等奖（2篇）\n", "一等奖（2篇）\n小说：\n")
    assert [(award, title) for title, _, award in rows(tmp_path / "a.txt", text)][1:] == [
        ("一等奖", "高原舞"),
        ("一等奖", "光与影"),
    ]


def test_a_leader_joins_an_award_with_its_titles(tmp_path: Path) -> None:
    for leader in ("…", "……", "→", " → ", "⇒", "......", " ........ ", "・・・", "->", "=>", "——→"):
        for best, worst, director in (
            ("最佳影片", "最佳短片", "最佳导演"),
            ("作品賞", "短編賞", "監督賞"),
            ("一等奖", "二等奖", "最佳编导"),
        ):
            text = f"{best}{leader}《春》（张三）\n{worst}{leader}《夏》（李四）\n{director}{leader}王五（《秋》）\n"
            if best == "作品賞":
                text = text.replace("《", "『").replace("》", "』")
            found = [("春", "张三", best), ("夏", "李四", worst), ("秋", "王五", director)]
            assert rows(tmp_path / "a.txt", text) == found, text
    plain = [("最佳影片", "春天的故事", None), ("最佳导演", None, "王文平"), ("最佳编剧", None, "孙一鸣")]
    latin = [("Palme d'Or", "Anora", None), ("Best Film", "Salt Road", None), ("Best Director", None, "Ana Holm")]
    for cells in (plain, latin):
        text = "".join(f"{award} … {title or who}\n" for award, title, who in cells)
        assert rows(tmp_path / "b.txt", text) == [(title, who, award) for award, title, who in cells], text


def test_a_leader_joins_titles_with_who_they_are_by(tmp_path: Path) -> None:
    wanted = [("春", "张三", "一等奖"), ("夏", "李四", "二等奖"), ("秋", "王五", "三等奖")]
    works = {award: (title, who) for title, who, award in wanted}
    for leader in ("……", " …… ", "→", " → ", "⇒", " => ", "......", " ・・・ "):
        for form in (
            "{a}{l}《{t}》{l}{w}",
            "{a}：《{t}》{l}{w}",
            "{a}\n《{t}》{l}{w}",
            "{a}{l}{w}{l}《{t}》",
            "{a}{l}{t}{l}{w}",
        ):
            text = "".join(form.format(a=a, l=leader, t=t, w=w) + "\n" for a, (t, w) in works.items())
            assert rows(tmp_path / "a.txt", text) == wanted, text
    latin = (
        "Best Picture … Salt → Ana Ruiz\nBest Director => Mei Lin -> Fog\nBest Actor → Luis Gil for Salt by Ana Ruiz\n"
    )
    assert rows(tmp_path / "b.txt", latin) == [
        ("Salt", "Ana Ruiz", "Best Picture"),
        ("Fog", "Mei Lin", "Best Director"),
        ("Salt", "Luis Gil", "Best Actor"),
    ]
    within = "一等奖……《春……天》……张三\n二等奖……《走→》……李四\n三等奖……《等……》……真好看\n"
    assert rows(tmp_path / "c.txt", within) == [
        ("春……天", "张三", "一等奖"),
        ("走→", "李四", "二等奖"),
        ("等……", None, "三等奖"),
    ]


def test_dots_and_arrows_within_titles_lead_from_no_award(tmp_path: Path) -> None:
    text = "一等奖\n等风来……\n二等奖\n那年……夏天\n三等奖\n1→2\n"
    found = [("等风来……", None, "一等奖"), ("那年……夏天", None, "二等奖"), ("1→2", None, "三等奖")]
    assert rows(tmp_path / "a.txt", text) == found
    assert rows(tmp_path / "b.txt", "一等奖：等待……戈多\n二等奖：A→B\n")[1] == ("A→B", None, "二等奖")
    for text in ("等待……戈多\n远山……近水\n", "一个人→两个人\n三个人→四个人\n"):
        assert is_plain(tmp_path / "c.txt", text), text


def test_an_award_between_entries_with_labels_is_of_those_below_it_whatever_label_is_between(tmp_path: Path) -> None:
    text = "一等奖\n作品：《甲》\n作者：张三\n二等奖\n作品：《乙》\n作者：李四\n三等奖\n作品：《丙》\n作者：王五\n"
    expected = rows(tmp_path / "a.txt", text)
    assert [award for *_, award in expected] == ["一等奖", "二等奖", "三等奖"]
    for line in ("来源：某报", "https://example.org/a", "发布时间：2023-09-09", "评委：赵六", "主题：青山"):
        for award in ("二等奖\n", "三等奖\n"):
            assert rows(tmp_path / "b.txt", text.replace(award, f"{award}{line}\n")) == expected, line


def test_a_label_of_the_page_among_awards_with_a_colon_makes_them_no_headings(tmp_path: Path) -> None:
    for text in (
        "Best Film: Salt Road\nBest Director: Anna Holm\nBest Actress: Maria Lopez\n",
        "最佳影片：春天的故事\n最佳导演：王文平\n最佳男演员：李建国\n",
    ):
        for line in ("编辑：王小明", "责任编辑：王小明", "来源：青山日报"):
            assert are_the_same(tmp_path / "a.txt", text, with_line(text, line)), (line, text)


def test_a_heading_alone_or_of_two_columns_takes_no_award_from_titles_in_marks(tmp_path: Path) -> None:
    for line in ("广告", "作品", "电影", "片名 导演", "作品名称 作者"):
        changed = list(with_line(MARKED, line))
        assert rows(tmp_path / "a.txt", changed[0]) == rows(tmp_path / "b.txt", MARKED), line
        if " " in line:
            assert are_the_same(tmp_path / "a.txt", MARKED, changed), line


def test_a_title_in_marks_alone_above_awards_of_titles_without_is_the_theme(tmp_path: Path) -> None:
    people = "一等奖（2名）\n张建华、李文博\n二等奖（1名）\n王晓燕\n三等奖（1名）\n赵国庆\n"
    films = "某市大赛获奖名单\n金奖\n春天的故事\n银奖\n远山\n铜奖\n河边人家\n"
    for text in (people, films, PLAIN):
        assert rows(tmp_path / "a.txt", f"《树影》\n{text}") == rows(tmp_path / "b.txt", text), text
    for text in ("《树影》\n金奖\n银奖\n", "金奖\n《树影》\n银奖\n春天\n"):
        assert ("《树影》", None, None) in rows(tmp_path / "c.txt", text) or ("树影", None, "金奖") in rows(
            tmp_path / "c.txt", text
        ), text


def test_a_kind_of_work_names_its_group_though_a_line_is_below_it(tmp_path: Path) -> None:
    expected = [(each.title, each.category and each.category.name) for each in listed(tmp_path / "a.txt", KINDS)]
    for line in ("用影像记录时代", "2023年9月9日", "（排名不分先后）"):
        text = KINDS.replace("散文\n", f"散文\n{line}\n")
        found = [(each.title, each.category and each.category.name) for each in listed(tmp_path / "b.txt", text)]
        assert [each for each in found if each[0] != line] == expected, line


def test_one_label_beside_a_title_leaves_the_columns_of_the_others(tmp_path: Path) -> None:
    text = "一等奖（2名）\n春天的故事 孙一鸣\n河边人家 王文平\n二等奖（2名）\n远山 李玉琴\n灯火 郑秀蓉\n"
    for title in ("春天的故事 孙一鸣", "灯火 郑秀蓉"):
        found = rows(tmp_path / "a.txt", text.replace(title, f"{title}\n摄影：陈明"))
        assert [row[0] for row in found] == ["春天的故事", "河边人家", "远山", "灯火"], title


def test_people_who_are_counted_are_people_among_other_lines(tmp_path: Path) -> None:
    text = "一等奖（2名）\n张建华、李文博\n二等奖（3名）\n王晓燕、陈志强、刘丽萍\n三等奖（2名）\n赵国庆、孙美玲\n"
    expected = rows(tmp_path / "a.txt", text)
    assert [who for _, who, _ in expected][:2] == ["张建华", "李文博"]
    for line in ("用影像记录时代", "2023年文学之夜", "本次大赛共收到征文作品372篇，评出获奖作品若干。", "PART 01"):
        for at in (0, 2, 4):
            lines = text.splitlines()
            found = rows(tmp_path / "b.txt", "\n".join([*lines[:at], line, *lines[at:]]))
            assert [each for each in found if each in expected] == expected, (line, at)
    for works in (
        "一等奖（2部）\n王建国\n李小龙\n二等奖（1部）\n张思德\n",
        "影片（2名）\n王建国\n春天\n短片（1名）\n张思德\n",
    ):
        assert not any(who for _, who, _ in rows(tmp_path / "c.txt", works)), works


def test_numbered_titles_are_below_those_who_judged_them(tmp_path: Path) -> None:
    for line in ("评委：王小明、李大伟", "终评评委：王小明", "评审：王小明，李大伟"):
        assert are_the_same(tmp_path / "a.txt", NUMBERED, with_line(NUMBERED, line)), line


def test_sentences_below_the_heading_of_notes_are_no_results(tmp_path: Path) -> None:
    sentences = "1. 因本次征集的作品未达到要求，特等奖不予采用。\n2. 获奖作品版权归主办方所有，作者享有署名权。\n"
    for heading in ("特别说明：", "说明：", "备注：", "有关说明："):
        for text in (MARKED, NUMBERED):
            assert rows(tmp_path / "a.txt", f"{text}{heading}\n{sentences}") == rows(tmp_path / "b.txt", text), heading
    text = f"说明：\n{NUMBERED}"
    assert rows(tmp_path / "c.txt", text) == rows(tmp_path / "b.txt", NUMBERED)


def test_the_sentence_behind_the_stop_of_a_title_is_by_nobody(tmp_path: Path) -> None:
    for behind, who in (
        ("奉节脐橙一箱。", None),
        ("赠书三本。", None),
        ("张三。", "张三"),
        ("作者：张三。", "张三"),
        ("某市文化馆。", "某市文化馆"),
    ):
        found = rows(tmp_path / "a.txt", f"一等奖：《甲》。{behind}\n二等奖：《乙》、《丙》。\n")
        assert found[0] == ("甲", who, "一等奖"), behind


def test_one_line_among_awards_with_their_titles_behind_them_is_a_category_and_doubted(tmp_path: Path) -> None:
    awards = "最佳影片：春天的故事\n最佳导演：王文平\n", "最佳男演员：李建国\n最佳编剧：孙一鸣\n"
    for line in ("用影像记录时代", "青山之夜", "In Competition"):
        found, _ = check(written(tmp_path / "a.txt", f"{awards[0]}{line}\n{awards[1]}"), BY_CONTENT)
        assert messages.NOTICE_GROUP(line=3, text=line) in [each.text for each in found.remarks], line
    found, _ = check(written(tmp_path / "b.txt", f"主竞赛\n{awards[0]}新人荟萃\n{awards[1]}"), BY_CONTENT)
    assert not any(
        "读作下面" in str(each.text) or "is read as the category" in str(each.text) for each in found.remarks
    )


def test_ranks_above_titles_without_marks_are_awards_below_several_lines_of_any_kind(tmp_path: Path) -> None:
    spaced = "一等奖\n春天的故事 孙一鸣\n二等奖\n远山 李玉琴\n灯火 郑秀蓉\n"
    for above in (
        "第九届青山杯\nQINGSHAN CUP",
        "青山之夜\n文字与影像的相遇\n用影像记录时代",
        "青山\n绿水\nA Night of Films",
    ):
        for text in (PLAIN, spaced):
            assert rows(tmp_path / "a.txt", f"{above}\n{text}") == rows(tmp_path / "b.txt", text), (above, text)
    for text in (
        "青山\n绿水\n金奖\n春天\n银奖\n远山\n",
        "青山\n绿水\n一等奖\n春天\n二等奖\n冬\n",
        "青山\n绿水\n最佳拍档\n大奖\n",
    ):
        assert is_plain(tmp_path / "c.txt", text), text


def test_an_award_in_a_sentence_or_in_brackets_like_those_known_is_of_the_titles_there(tmp_path: Path) -> None:
    for text in (
        "获奖名单\n获得一等奖的作品有：\n《甲》\n获得二等奖的作品有：\n《乙》\n",
        "获奖名单\n【一等奖】《甲》\n【二等奖】《乙》\n",
    ):
        assert [each[::2] for each in rows(tmp_path / "a.txt", text)] == [("甲", "一等奖"), ("乙", "二等奖")], text
    named = rows(tmp_path / "a.txt", "获奖名单\n【最佳影片】《甲》\n【年度新锐】张三《乙》\n【最佳导演】《丙》\n")
    assert [each[::2] for each in named] == [("甲", "最佳影片"), ("乙", "年度新锐"), ("丙", "最佳导演")]


def test_the_words_of_a_picture_or_player_alone_are_no_groups(tmp_path: Path) -> None:
    text = "第三届影展\n一等奖\n视频\n《甲》\n二等奖\n视频\n《乙》\n"
    assert {each.category for each in listed(tmp_path / "a.txt", text)} == {None}


def test_an_award_of_bodies_that_each_group_has_belongs_to_its_group(tmp_path: Path) -> None:
    group = "{0}组\n优秀组织奖\n某{0}\n一等奖\n《{0}之歌》\n"
    found = listed(tmp_path / "a.txt", "".join(map(group.format, ("小学", "中学"))))
    assert [str(each.category and each.category.name) for each in found] == ["小学组"] * 2 + ["中学组"] * 2
