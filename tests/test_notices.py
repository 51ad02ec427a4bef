"""Notices in plain text: titles below or behind the name of their award, with who they are by; what is no title."""

from pathlib import Path

import pytest

from awardcli import messages
from awardcli.collection import open_collection
from awardcli.collection.loading import check
from awardcli.collection.user_file.reader import read_rows
from awardcli.collection.user_file.reading_report import BY_CONTENT, ReadAs
from awardcli.errors import InvalidDataError
from awardcli.model import Result
from conftest import Run
from support import written


def listed(path: Path, text: str) -> list[Result]:
    return list(open_collection(written(path, text)))


def rows(path: Path, text: str) -> list[tuple[str | None, ...]]:
    """The title, who it is by, and the award of each result."""
    return [(film.title, film.organization, film.award) for film in listed(path, text)]


def is_plain(path: Path, text: str) -> bool:
    """Whether every line of a text is read as a title, unchanged."""
    return [film.title for film in listed(path, text)] == list(filter(None, map(str.strip, text.splitlines())))


def test_titles_in_title_marks_have_who_they_are_by_beside_them(tmp_path: Path) -> None:
    for line, title, who in (
        ("《甲》（嘉定区委宣传部）", "甲", "嘉定区委宣传部"),
        ("1.《甲》——嘉定区委宣传部", "甲", "嘉定区委宣传部"),
        ("（1）《甲》　嘉定区委宣传部", "甲", "嘉定区委宣传部"),
        ("①《甲》 嘉定区委宣传部 张三", "甲", "嘉定区委宣传部、张三"),
        ("《甲》，张三，作家出版社", "甲", "张三、作家出版社"),
        ("市第一中学　　张三　　《甲》", "甲", "市第一中学、张三"),
        ("嘉定区委宣传部：《甲》", "甲", "嘉定区委宣传部"),
        ("嘉定区委宣传部《甲》", "甲", "嘉定区委宣传部"),
        ("《甲》（第二卷） 张三", "甲（第二卷）", "张三"),
        ("- 《甲》 选送单位：文汇报社", "甲", "文汇报社"),
        ("《甲》（文汇报社选送）", "甲", "文汇报社"),
        ("张三导演：《甲》", "甲", "张三"),
        ("《甲》 30分钟 文汇报社", "甲", "文汇报社"),
        ("《甲》 文汇报社 2021年", "甲", "文汇报社"),
    ):
        text = f"{line}\n{line.replace('甲', '乙').replace('1', '2').replace('①', '②')}\n"
        found = rows(tmp_path / "a.txt", f"某市微电影大赛获奖名单\n\n{text}")
        assert found == [(title, who, None), (title.replace("甲", "乙"), who, None)], line


def test_several_titles_in_a_line_are_several_results(tmp_path: Path) -> None:
    for line, found in (
        ("一等奖：《甲》、《乙》（嘉定区委宣传部）", [("甲", "嘉定区委宣传部"), ("乙", "嘉定区委宣传部")]),
        ("一等奖（2部）：《甲》《乙》", [("甲", None), ("乙", None)]),
        ("一等奖　《甲》（子）、《乙》（丑）", [("甲", "子"), ("乙", "丑")]),
        ("一等奖：子《甲》、丑《乙》", [("甲", "子"), ("乙", "丑")]),
        ("一等奖：《甲》 子；《乙》 丑", [("甲", "子"), ("乙", "丑")]),
        ("一等奖《甲》《乙》", [("甲", None), ("乙", None)]),
        ("一、一等奖：《甲》和《乙》", [("甲", None), ("乙", None)]),
    ):
        text = f"{line}\n二等奖：《丙》\n三等奖：《丁》\n"
        expected = [*((*each, "一等奖") for each in found), ("丙", None, "二等奖"), ("丁", None, "三等奖")]
        assert rows(tmp_path / "a.txt", text) == expected, line


def test_an_award_is_named_before_or_above_its_titles_in_many_ways(tmp_path: Path) -> None:
    for first in (
        "一等奖",
        "一等奖：",
        "一等奖（2部）",
        "一、一等奖",
        "（一）一等奖（共2名）",
        "【一等奖】",
        "★一等奖★",
        "一等奖 2名",
    ):
        second = first.replace("一等", "二等")
        for items in (
            *("甲\n乙\n", "1.甲\n2.乙\n", "1、甲\n2、乙\n", "（1）甲\n（2）乙\n", "① 甲\n② 乙\n", "《甲》\n《乙》\n"),
            *("• 甲\n• 乙\n", "- 甲\n- 乙\n"),
        ):
            below = items.replace("甲", "丙").replace("乙", "丁")
            found = rows(tmp_path / "a.txt", f"关于大赛获奖名单的公示\n\n{first}\n{items}{second}\n{below}")
            bullets = items[:2] if items[0] in "•-" else ""
            awards = ["一等奖", "一等奖", "二等奖", "二等奖"]
            expected = [(f"{title}", None, award) for title, award in zip("甲乙丙丁", awards, strict=True)]
            assert [(each or "").removeprefix(bullets) for each, _, _ in found] == list("甲乙丙丁"), (first, items)
            assert [award for _, _, award in found] == [award for _, _, award in expected], (first, items)


def test_titles_without_marks_are_parted_from_who_they_are_by_where_the_lines_are_alike(tmp_path: Path) -> None:
    for parts in ("{}（{}）", "{}({})", "{}——{}", "{} - {}", "{}　{}", "{}  {}", "{}：{}", "{} {}", "{} / {}"):
        names = [("春天的故事", "嘉定区委宣传部"), ("咏梅", "文汇报社"), ("老街坊", "马陆镇党委")]
        lines = [parts.format(*each) for each in names]
        text = f"一等奖\n{lines[0]}\n二等奖\n{lines[1]}\n{lines[2]}\n"
        awards = ["一等奖", "二等奖", "二等奖"]
        expected = [(*each, award) for each, award in zip(names, awards, strict=True)]
        assert rows(tmp_path / "a.txt", text) == expected, parts
    text = "一等奖\n市第一中学　张三　外婆的澎湖湾\n二等奖\n育才小学　李四　夏夜的风\n"
    assert rows(tmp_path / "a.txt", text)[0] == ("外婆的澎湖湾", "市第一中学、张三", "一等奖")
    text = "Gold Award\n1. Orchard by Ono\n2. Psalms by Vega\nSilver Award\n1. Field by Brandt\n"
    assert rows(tmp_path / "a.txt", text)[0] == ("Orchard", "Ono", "Gold Award")
    text = "一等奖\n爱——永恒\n二等奖\n咏梅\n画\n"
    assert [title for title, _, _ in rows(tmp_path / "a.txt", text)] == ["爱——永恒", "咏梅", "画"], "in one line alone"


def test_a_title_that_a_body_hands_in_is_no_signature(tmp_path: Path) -> None:
    lines = "咏梅\n报送：薪火（静安分局）\n報送：海草（静安區文化館）\n报送：市委宣传部（市文明办）\n报送：某局\n传承\n"
    found = [film.title for film in open_collection(written(tmp_path / "a.txt", lines))]
    assert found == ["咏梅", "报送：薪火（静安分局）", "報送：海草（静安區文化館）", "传承"]


def test_notes_signatures_and_page_marks_are_set_aside(tmp_path: Path) -> None:
    text = (
        "关于公布第九届微电影大赛获奖名单的通知\n\n各有关单位：\n    经评审，现将结果公布如下。\n\n"
        "一等奖\n《甲》（子）\n— 1 —\n二等奖\n《乙》（丑）\n（排名不分先后）\n附件：获奖证书\n联系人：王老师\n"
        "公示期三天，如有异议请反映。\n\n某市文旅局\n2022年11月1日\n"
    )
    path = written(tmp_path / "a.txt", text)
    films = open_collection(path)
    assert [(film.title, film.organization) for film in films] == [("甲", "子"), ("乙", "丑")]
    aside = [row.line for row in films.reading.set_aside]  # type: ignore[attr-defined]
    assert sorted(aside) == [1, 3, 4, 6, 8, 9, 11, 12, 13, 14, 16, 17]


def test_bodies_are_honoured_below_an_award_for_them_and_sign_above_a_date(tmp_path: Path) -> None:
    text = (
        "一、微电影\n1. 咏梅（青浦镇）\n二、微视频\n1. 传承（练塘镇）\n三、优秀组织单位\n文汇报社\n新民晚报社\n\n"
        "某市文旅局\n2022年11月1日\n"
    )
    found = listed(tmp_path / "a.txt", f"第九届微电影节获奖名单\n{text}")
    assert [(film.title, film.organization) for film in found] == [
        *(("咏梅", "青浦镇"), ("传承", "练塘镇"), (None, "文汇报社"), (None, "新民晚报社"))
    ]
    assert [film.category and film.category.name for film in found[:2]] == ["微电影", "微视频"]
    for award in ("优秀组织奖", "最佳导演", "优秀指导教师奖"):
        found = listed(tmp_path / "a.txt", f"一等奖\n《甲》\n《乙》\n{award}\n张三\n李四\n")
        assert [(film.title, film.organization) for film in found[2:]] == [(None, "张三"), (None, "李四")], award


def test_awards_and_titles_in_each_line_of_a_result_page(tmp_path: Path) -> None:
    text = (
        "93rd Academy Awards\n\n* Best Picture – Nomadland\n* Best Director – Chloé Zhao, Nomadland\n"
        "* Best Actor – Anthony Hopkins, The Father\n* Best Original Screenplay – Promising Young Woman\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        ("Nomadland", None, "Best Picture"),
        ("Nomadland", "Chloé Zhao", "Best Director"),
        ("The Father", "Anthony Hopkins", "Best Actor"),
        ("Promising Young Woman", None, "Best Original Screenplay"),
    ]
    text = "最優秀作品賞　『ゴジラ』（山崎貴監督）\n最優秀脚本賞　『怪物』（坂元裕二）\n話題賞　『ゴジラ』\n"
    assert rows(tmp_path / "a.txt", f"第47回某某賞　受賞結果\n\n{text}") == [
        ("ゴジラ", "山崎貴", "最優秀作品賞"),
        ("怪物", "坂元裕二", "最優秀脚本賞"),
        ("ゴジラ", None, "話題賞"),
    ]
    text = "最佳影片：《甲》\n最佳导演：张三《乙》\n最佳男主角：李四\n"
    assert rows(tmp_path / "a.txt", text) == [
        ("甲", None, "最佳影片"),
        ("乙", "张三", "最佳导演"),
        (None, "李四", "最佳男主角"),
    ]


def test_editions_and_years_name_the_titles_below_them(tmp_path: Path) -> None:
    text = "第一届（1982年）\n《许茂》 周克芹\n《东方》 魏巍\n第二届（1985年）\n《钟鼓楼》 刘心武\n"
    found = listed(tmp_path / "a.txt", f"茅盾文学奖历届获奖作品\n\n{text}")
    assert [(film.title, film.organization, film.edition.number, film.edition.year) for film in found] == [
        ("许茂", "周克芹", 1, 1982),
        ("东方", "魏巍", 1, 1982),
        ("钟鼓楼", "刘心武", 2, 1985),
    ]


def test_a_plain_list_of_titles_stays_as_it_is(tmp_path: Path) -> None:
    for text in (
        *(
            "战狼\n2012年\n金奖\n长津湖\n最佳男友\n最佳导演\n后来\n",
            "长津湖\n1921\n2012\n战狼\n",
            "你好，李焕英\n我，机器人\n",
        ),
        *(
            "金奖\n银奖\n",
            "《甲》\n《乙》\n",
            "12. Angry Men\n3. Idiots\n",
            "2. 甲\n5. 乙\n7. 丙\n",
            "赤壁（上）\n赤壁（下）\n",
        ),
        *("甲（子）\n乙（丑）\n", "Up - Down\nLeft - Right\n", "三十而已\n二手玫瑰\n一代宗师\n", "重案六组\n专案组\n"),
        *("颁奖\n领奖\n大奖\n咏梅\n", "A: B\nC: D\n", "1917\n1942\n1921\n", "第一次的亲密接触\n第九区\n第二十条\n"),
    ):
        assert is_plain(tmp_path / "a.txt", text), text


def test_the_name_of_a_list_above_titles_in_marks_and_notes_on_it_are_no_titles(tmp_path: Path) -> None:
    below = "".join(f"《{title}》\n" for title in "甲乙丙丁戊己庚辛壬癸")
    for above in (
        *("2020年度某某作品入选名单\n（排名不分先后）\n\n", "2020年度某某作品入选名单\n", "2020年入围名单\n\n"),
        *("各位同事：\n请看名单。\n", "我最爱的电影\n\n", "片单\n（2021年）\n\n"),
    ):
        for foot in ("", "\n以上排名不分先后。\n", "\n某市文旅局\n2022年11月1日\n"):
            films = open_collection(written(tmp_path / "a.txt", above + below + foot))
            assert [film.title for film in films] == list("甲乙丙丁戊己庚辛壬癸"), (above, foot)
            aside = len(films.reading.set_aside)  # type: ignore[attr-defined]
            assert aside == len([line for line in (above + foot).splitlines() if line]), (above, foot)
    found = listed(tmp_path / "a.txt", f"入选名单\n\n{below}后来\n")
    assert [film.title for film in found] == [*"甲乙丙丁戊己庚辛壬癸", "后来"], "a title without marks is kept"


def test_a_list_in_which_only_some_titles_have_marks_is_plain(tmp_path: Path) -> None:
    below = "".join(f"《{title}》\n" for title in "甲乙丙丁")
    for text in (
        *(f"咏梅\n{below}", f"咏梅\n\n{below}".replace("\n", "\n\n"), f"咏梅\n画\n\n{below}", f"{below}后来\n"),
        *(f"获奖名单\n{below}后来\n", f"获奖名单\n后来\n{below}", "获奖名单\n《甲》\n《乙》\n后来\n"),
        *(f"片单\n{below}清明节\n画\n", "咏梅\n《甲》\n画\n《乙》\n"),
    ):
        assert is_plain(tmp_path / "a.txt", text), text


def test_a_count_from_one_on_is_no_part_of_the_titles(tmp_path: Path) -> None:
    for count in ("{}. ", "{}、", "（{}）", "({}) ", "{} ", "{}．"):
        text = "".join(f"{count.format(at)}{title}\n" for at, title in enumerate(("咏梅", "画", "1917"), start=1))
        assert [film.title for film in listed(tmp_path / "a.txt", f"本周片单：\n{text}")] == ["咏梅", "画", "1917"], (
            count
        )


def test_every_line_is_kept_and_may_be_read_as_the_title(awardcli: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "一等奖：《甲》（子）\n二等奖：《乙》（丑）\n")
    assert messages.READ_AS_NOTICE() in awardcli("validate", path).out
    exported = awardcli("export", "-", "-f", "csv", "--header", "own", "--data", path).out.splitlines()
    assert exported == ["作品,单位,奖项,line", "甲,子,一等奖,一等奖：《甲》（子）", "乙,丑,二等奖,二等奖：《乙》（丑）"]
    whole = open_collection(path, ReadAs(columns={"line": "title"}))
    assert [film.title for film in whole] == ["一等奖：《甲》（子）", "二等奖：《乙》（丑）"]
    assert awardcli("search", "甲", "--data", path, "-f", "jsonl").out.count("一等奖") > 0


def test_messages_name_titles_but_nobody_in_sentences(tmp_path: Path) -> None:
    text = "我投《甲》\n看了《乙》，很好\n推荐《丙》和《丁》\n《戊》真好看\n"
    assert rows(tmp_path / "a.txt", text) == [(title, None, None) for title in "甲乙丙丁戊"]


def test_a_page_of_markdown_may_be_a_notice(tmp_path: Path) -> None:
    page = (
        "---\norder: 1\n---\n# 金像奖\n\n官网：[x](https://example.org)\n\n## 2023年\n\n最佳影片：《甲》 Alpha\n\n"
        "最佳导演：张三《乙》\n\n### 2022年（90届）\n\n提名：\n\n《丙》（Gamma Ray, Part One）\n\n《丁》\n"
    )
    found = listed(tmp_path / "a.md", page)
    assert [(film.title, film.other_titles, film.organization, film.award, film.edition.year) for film in found] == [
        ("甲", ("Alpha",), None, "最佳影片", 2023),
        ("乙", (), "张三", "最佳导演", 2023),
        ("丙", ("Gamma Ray, Part One",), None, "提名", 2022),
        ("丁", (), None, "提名", 2022),
    ]
    for prose in (
        "# 记\n\n## 2021年\n\n看了《甲》，很好。\n\n## 2022年\n\n《乙》也不错。\n",
        "# 说明\n\n## 用法\n\n正文。\n",
    ):
        with pytest.raises(InvalidDataError):
            open_collection(written(tmp_path / "a.md", prose))


def test_feet_of_pages_between_plain_titles_are_set_aside(tmp_path: Path) -> None:
    text = "薪火\n— 1 —\n咏梅\n第 2 页 共 2 页\n画\n附件1：说明\n制表：张三\n合计：3部\n"
    films = open_collection(written(tmp_path / "a.txt", text))
    assert [film.title for film in films] == ["薪火", "咏梅", "画"]
    assert [row.line for row in films.reading.set_aside] == [2, 4, 6, 7, 8]  # type: ignore[attr-defined]
    kept = "第九区\n附件\n合计\n说明书\n审核\n1917\n"
    assert [film.title for film in listed(tmp_path / "a.txt", kept)] == kept.split()


def test_a_long_line_makes_no_notice_and_takes_no_time(tmp_path: Path) -> None:
    for long in (
        "（ " * 50_000,
        "、获一等奖" * 20_000,
        "《甲》获由" * 20_000,
        " " * 100_000 + "x",
        "一等奖：" + "、" * 100_000,
    ):
        for text in (f"一等奖\n甲\n{long}\n二等奖\n乙\n", "一等奖\n甲\n" * 300 + f"{long}\n二等奖\n乙\n"):
            assert len(listed(tmp_path / "a.txt", text)) > 2


def test_a_text_is_no_notice_where_nothing_in_it_would_be_a_result(tmp_path: Path) -> None:
    text = "咏梅 嘉定区委宣传部 参加一等奖\n画 马陆镇党委的二等奖\n传承了青浦区文化馆三等奖\n"
    assert is_plain(tmp_path / "a.txt", text)
    text = "Grand Prix\nOrchard (dir. Ono, Japan)\nAudience Award\nPsalms (dir. Vega, Spain)\n"
    assert [title for title, _, _ in rows(tmp_path / "a.txt", text)] == ["Orchard", "Psalms"], "commas make no notes"


def test_notices_of_other_shapes(tmp_path: Path) -> None:
    for text, found in (
        (
            "一等奖1名：甲（某镇）\n二等奖2名：乙（某乡）、丙（某村）\n",
            [("甲", "某镇"), ("乙", "某乡"), ("丙", "某村")],
        ),
        ("优秀影片奖\n《甲》《乙》\n优秀导演奖\n张三\n", [("甲", None), ("乙", None), (None, "张三")]),
        ("金奖\n《甲》《乙》\n优秀组织单位（2家，排名不分先后）\n某馆\n", [("甲", None), ("乙", None), (None, "某馆")]),
        ("一等奖\n张三 《甲》读后感\n二等奖\n李四 《乙》读后感\n", [("甲读后感", "张三"), ("乙读后感", "李四")]),
        ("一、微电影（2部）\n一等奖\n甲　　某镇\n二等奖\n乙　　某镇\n", [("甲", "某镇"), ("乙", "某镇")]),
        ("王五 2023/5/1 10:22:31\n《甲》真好看\n赵六 10:23\n投《乙》一票\n", [("甲", None), ("乙", None)]),
    ):
        assert [(title, who) for title, who, _ in rows(tmp_path / "a.txt", text)] == found, text


def facts(path: Path, text: str) -> list[tuple[str | None, ...]]:
    """The title, who it is by, the award, the category, and the edition or year of each result."""
    return [
        (*each, film.category and film.category.name, film.written("edition") or film.written("year"))
        for each, film in zip(rows(path, text), listed(path, text), strict=True)
    ]


def test_titles_in_book_title_marks_are_titles_beside_awards_of_people_and_bodies(tmp_path: Path) -> None:
    text = (
        "一、一等奖（1件）\n1．《光影》 嘉定二中 陈晓 指导教师：周敏\n"
        "二、优秀指导教师\n1．周敏 嘉定二中\n2．何平 普通小学\n三、优秀组织奖\n嘉定二中\n普通小学\n"
        "特此公布。\n嘉定区教育局\n2022年12月8日\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        ("光影", "嘉定二中、陈晓、周敏", "一等奖"),
        (None, "周敏、嘉定二中", "优秀指导教师"),
        (None, "何平、普通小学", "优秀指导教师"),
        (None, "嘉定二中", "优秀组织奖"),
        (None, "普通小学", "优秀组织奖"),
    ]
    text = "一等奖(1名):《南风》(一中,王一)\n优秀指导教师(2名):孙四(一中);周五(二中)\n最佳组织奖获得单位：甲区、乙区\n"
    assert rows(tmp_path / "a.txt", text) == [
        ("南风", "一中、王一", "一等奖"),
        (None, "孙四、一中", "优秀指导教师"),
        (None, "周五、二中", "优秀指导教师"),
        (None, "甲区、乙区", "最佳组织奖"),
    ]


def test_a_line_that_only_names_a_year_is_a_section_in_every_spelling(tmp_path: Path) -> None:
    text = "{}\n最佳影片：《甲》\n最佳导演：空缺\n{}\n最佳影片：《乙》\n"
    for first, second in (("2019", "2020"), ("2019年", "2020"), ("【2019】", "(2020)"), ("二〇一九年", "2020年度")):
        found = facts(tmp_path / "a.txt", text.format(first, second))
        years = [each.strip("【】()") for each in (first, second)]
        assert found == [("甲", None, "最佳影片", None, years[0]), ("乙", None, "最佳影片", None, years[1])], first
    text = "2022\nBest Film: “Quiet Sea”\nBest Actor: Jan Novak, “North”\n2023\nBest Film: The Ferry\n"
    assert [(title, year) for title, _, _, _, year in facts(tmp_path / "a.txt", text)] == [
        *(("Quiet Sea", "2022"), ("North", "2022"), ("The Ferry", "2023"))
    ]
    text = "2023年\n最佳影片：《甲》\n第96届\n最佳影片：《乙》\n"
    assert facts(tmp_path / "a.txt", text)[1] == ("乙", None, "最佳影片", None, "第96届")
    assert listed(tmp_path / "a.txt", text)[1].written("year") in (None, ""), "that of another edition"
    text = "最佳影片\n2012\n最佳短片\n1921\n画\n"
    assert [title for title, *_ in facts(tmp_path / "a.txt", text)] == ["2012", "1921", "画"], "below an award, films"


def test_lines_that_say_who_a_title_is_by_belong_to_the_title_above(tmp_path: Path) -> None:
    for below, who in (
        ("导演：顾宁\n出品单位：东方影业", "顾宁、东方影业"),
        ("（马陆镇）", "马陆镇"),
        ("导演：Ang Lee", "Ang Lee"),
        ("嘉定区委宣传部", "嘉定区委宣传部"),
    ):
        for first, second in (("《海上》", "《门》"), ("1.海上", "2.门"), ("海上", "门")):
            text = f"最佳影片\n{first}\n{below}\n最佳短片\n{second}\n{below}\n（图文：王小二）\n"
            found = [("海上", who, "最佳影片"), ("门", who, "最佳短片")]
            assert rows(tmp_path / "a.txt", text) == found, (first, below)


def test_awards_in_english_have_titles_and_makers_behind_them(tmp_path: Path) -> None:
    text = (
        "Palme d'Or: The Lamp by Ines Duarte\nGrand Prix: Salt Roads, Tom Hale and Amy Ford\nJury Prize: Fog by Li Na\n"
        "Best Director: Ines Duarte for The Lamp\nSpecial Mention: Night Bus – Omar Aziz\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        ("The Lamp", "Ines Duarte", "Palme d'Or"),
        ("Salt Roads", "Tom Hale、Amy Ford", "Grand Prix"),
        ("Fog", "Li Na", "Jury Prize"),
        ("The Lamp", "Ines Duarte", "Best Director"),
        ("Night Bus", "Omar Aziz", "Special Mention"),
    ]
    text = (
        "FEATURES\nGolden Lynx: Still, Ana Reis\nJury Prize: Oak, Paul Brandt\n\nSHORTS\nGolden Lynx: Fog, Mia Kang\n"
    )
    assert [(title, group) for title, _, _, group, _ in facts(tmp_path / "a.txt", text)] == [
        *(("Still", "FEATURES"), ("Oak", "FEATURES"), ("Fog", "SHORTS"))
    ]
    text = "Best Picture\nAnora – Alex Coco, producer\n\nBest Song\n“El Mal” – Camille\n\nHonorary Award\nJane Fonda\n"
    assert rows(tmp_path / "a.txt", text) == [
        ("Anora", "Alex Coco", "Best Picture"),
        ("El Mal", "Camille", "Best Song"),
        (None, "Jane Fonda", "Honorary Award"),
    ]


def test_what_is_beside_a_title_and_nobody_is_no_maker_and_no_title(tmp_path: Path) -> None:
    for text, found in (
        ("第一名 甲 95分\n第二名：乙（92.5分）\n并列第三名 丙 90分\n", [("甲", None), ("乙", None), ("丙", None)]),
        ("【一等奖】《甲》\n【优秀奖】《乙》等5部\n", [("甲", None), ("乙", None)]),
        ("金奖：甲 作者：张三\n银奖：乙 作者：李四\n", [("甲", "张三"), ("乙", "李四")]),
        ("一等奖：\n1、《甲》——一中选送，导演张三\n2、《乙》——二中选送\n", [("甲", "一中、张三"), ("乙", "二中")]),
        ("一等奖：甲\n三等奖(3个):丁,戊,己\n", [("甲", None), ("丁", None), ("戊", None), ("己", None)]),
        ("一等奖：甲（一镇）、乙（二镇）\n二等奖：空缺\n特别奖：从缺\n", [("甲", "一镇"), ("乙", "二镇")]),
        ("一等奖\n《甲》（外一篇）作者：张三\n《乙》（外3首） 李四\n", [("甲", "张三"), ("乙", "李四")]),
        (
            "一等奖\n希腊摄影作品《甲》\n中国美术学院《乙》\n张三《丙》\n",
            [("甲", None), ("乙", "中国美术学院"), ("丙", "张三")],
        ),
        ("一等奖\n《甲》（外交学院）\n《乙》（外滩一中）\n", [("甲", "外交学院"), ("乙", "外滩一中")]),
        ("🏆金奖\n《甲》\n🥈银奖\n《乙》\n", [("甲", None), ("乙", None)]),
        ("• 最佳影片 Best Film\n《甲》\n• 最佳导演 Best Director\n李四 《乙》\n", [("甲", None), ("乙", "李四")]),
        ("序号 作品 作者 单位\n一等奖：甲\n序号 作品 作者 单位\n二等奖：乙\n", [("甲", None), ("乙", None)]),
    ):
        assert [(title, who) for title, who, _ in rows(tmp_path / "a.txt", text)] == found, text
    assert rows(tmp_path / "a.txt", "《甲》 张三 荣获一等奖\n《乙》 李四 获二等奖\n")[0] == ("甲", "张三", "一等奖")
    text = "微电影类\n一等奖：《甲》\n微视频类\n一等奖：《乙》\n优秀组织奖\n一区\n"
    assert [(who, group) for _, who, _, group, _ in facts(tmp_path / "a.txt", text)][2] == ("一区", None)
    assert [film.title for film in listed(tmp_path / "a.txt", "咏梅\n画\n\x1a")] == ["咏梅", "画"], (
        "the end of a DOS file"
    )


def test_a_notice_that_cannot_be_told_is_said_to_be_doubtful_and_others_are_not(awardcli: Run, tmp_path: Path) -> None:
    for text, doubt in (
        ("一等奖：《甲》（子）\n二等奖：《乙》（丑）\n", ""),
        ("一等奖（1部）\n甲\n二等奖（2部）\n乙\n丙\n优秀组织奖（2家）\n一馆\n二馆\n", ""),
        ("一等奖\n春天\n嘉定区委宣传部\n二等奖\n秋日\n文汇报社\n", messages.NOTICE_WITH_NAMES()),
        ("一等奖\n春天\n文汇报社\n二等奖\n秋日\n画\n", "1 of 4 titles may be organizations: “文汇报社” (line 3)"),
        (
            "一等奖（1部）\n春天\n张三\n二等奖（1部）\n秋日\n",
            messages.NOTICE_MISCOUNTED(line=1, caption="一等奖（1部）", count=2),
        ),
    ):
        path = written(tmp_path / "a.txt", text)
        said = awardcli("search", "甲", "--data", path).err
        assert (doubt in said) if doubt else ("title=line" not in said), text
        assert doubt in awardcli("validate", path).out, text


def test_notices_in_other_languages(tmp_path: Path) -> None:
    text = "MEJOR PELÍCULA\n- Pa negre\nMEJOR DIRECCIÓN\n- Agustí Villaronga por Pa negre\n"
    assert rows(tmp_path / "a.txt", text)[1] == ("Pa negre", "Agustí Villaronga", "MEJOR DIRECCIÓN")
    text = "Documentário: Muchos Hijos, Un Mono, de Gustavo Salmerón\nMelhor Filme: Madre, de Rodrigo Sorogoyen\n"
    assert rows(tmp_path / "a.txt", text)[0] == ("Muchos Hijos, Un Mono", "Gustavo Salmerón", "Documentário")
    text = "第001回 昭和10年上半期 石川達三 「蒼氓」\n第002回 昭和10年下半期 該当作なし\n第003回 鶴田知也 「城」\n"
    assert facts(tmp_path / "a.txt", text) == [
        ("蒼氓", "石川達三", None, None, "第001回"),
        ("城", "鶴田知也", None, None, "第003回"),
    ]
    text = "最佳歌曲獎:《天光》/有料音樂/滅火器\n最佳國語專輯獎:呸/華納國際音樂/蔡依林\n最佳新人獎:花/有料音樂/蕭煌奇\n"
    assert rows(tmp_path / "a.txt", text)[1] == ("呸", "華納國際音樂、蔡依林", "最佳國語專輯獎")
    text = (
        "Lupiani\nFirst: Jackson, “Food”\nSecond: Ann, “Enzymes”\nPirlot\nFirst: Jo, “Plants”\nTie Second: Al, “Ice”\n"
    )
    assert facts(tmp_path / "a.txt", text)[2:] == [
        ("Plants", "Jo", "First", "Pirlot", None),
        ("Ice", "Al", "Tie Second", "Pirlot", None),
    ]


def test_what_looks_like_a_notice_and_is_none_stays_a_list(tmp_path: Path) -> None:
    for text in (
        "Avengers: Endgame\nMission: Impossible\nStar Wars: A New Hope\n",
        "Good Night, and Good Luck\nCrouching Tiger, Hidden Dragon\nO Brother, Where Art Thou?\n",
        "Best in Show\nParasite\nBest Friends\nTitanic\n",
        "火影忍者\n动物园\n幼儿园\n办公室\n",
    ):
        assert is_plain(tmp_path / "a.txt", text), text
    text = "Gold Award\nCrouching Tiger, Hidden Dragon\nSilver Award\nParasite\nThe Pianist\n"
    assert rows(tmp_path / "a.txt", text)[0] == ("Crouching Tiger, Hidden Dragon", None, "Gold Award"), "one comma"
    text = "# Hugo Award\n\n## Best Novel\n\n- 1954: Bradbury Fahrenheit\n\n## Best Novella\n\n- 1968: Farmer Riders\n"
    found = facts(tmp_path / "a.md", text)
    assert found == [
        ("Bradbury Fahrenheit", None, "Best Novel", None, "1954"),
        ("Farmer Riders", None, "Best Novella", None, "1968"),
    ]


def test_titles_in_english_have_quotation_marks_or_a_dash_or_the_last_by_behind_them(tmp_path: Path) -> None:
    for lines, found in (
        (
            ('First Place: "The Ferry," Jane Moore, City Times', 'Second Place: "Alone," Carlos Diaz'),
            [("The Ferry", "Jane Moore、City Times", "First Place"), ("Alone", "Carlos Diaz", "Second Place")],
        ),
        (
            ("Best Feature: Chicken for Linda! — Ann Lee", "Best Short: 27 — Bo Ek", "Best Film: 45 Years"),
            [
                *[("Chicken for Linda!", "Ann Lee", "Best Feature"), ("27", "Bo Ek", "Best Short")],
                ("45 Years", None, "Best Film"),
            ],
        ),
        (
            ("1. The Bridge by Ann Lee", "2. Stand by Me by Bo Ek", "3. By Night, Cy Orr"),
            [("The Bridge", "Ann Lee", None), ("Stand by Me", "Bo Ek", None), ("By Night", "Cy Orr", None)],
        ),
        (
            ('Best Actor: Tom Hanks, "Philadelphia"', 'Best Film: "Heat," Michael Mann'),
            [("Philadelphia", "Tom Hanks", "Best Actor"), ("Heat", "Michael Mann", "Best Film")],
        ),
    ):
        assert rows(tmp_path / "a.txt", "\n".join(lines)) == found, lines


def test_a_line_that_begins_with_a_title_does_not_go_on_with_the_one_above(tmp_path: Path) -> None:
    text = "获奖名单\n\n一等奖\n《甲》 南京东路街道\n《乙》 市公安局\n\n二等奖\n《丙》 豫园街道\n《丁》 文旅局\n"
    found = [film.cells.values[-1] for film in listed(tmp_path / "a.txt", text)]
    assert found == [line for line in text.splitlines() if "《" in line]


def test_sentences_of_the_notice_itself_name_no_titles(tmp_path: Path) -> None:
    text = "各区教育局：\n根据《大赛的通知》（沪教〔2023〕5号）要求，现将获奖名单公布如下：\n一等奖\n《甲》（子）。\n"
    text += "《公示》（丑）。\n二等奖\n《丙》 寅\n颁奖典礼于10月20日在《东方之门》剧场举行。\n"
    found = [("甲", "子", "一等奖"), ("公示", "丑", "一等奖"), ("丙", "寅", "二等奖")]
    assert rows(tmp_path / "a.txt", text) == found


def test_captions_in_brackets_or_without_a_number_of_works_end_the_award_above(tmp_path: Path) -> None:
    text = "【最佳短片】\n《甲》（子）\n【最佳导演】\n张三（《乙》）\n【优秀短片】\n《丙》（寅）\n"
    assert [award for _, _, award in rows(tmp_path / "a.txt", text)] == ["最佳短片", "最佳导演", "优秀短片"]
    text = "一等奖1个：\n甲 张三\n二等奖1个：\n乙 李四\n鼓励奖若干：\n丙 王五\n"
    assert [award for _, _, award in rows(tmp_path / "a.txt", text)] == ["一等奖", "二等奖", "鼓励奖"]


def test_a_list_of_titles_on_one_line_below_its_name_is_read(tmp_path: Path) -> None:
    found = [("甲", None, None), ("乙", None, None), ("丙", None, None)]
    assert rows(tmp_path / "a.txt", "2022年优秀作品名单（共3部）\n\n《甲》、《乙》、《丙》\n") == found


def test_lines_that_each_end_with_their_award_are_read(tmp_path: Path) -> None:
    lines = "浦江之恋 融媒体中心 一等奖\n城市记忆 档案局 二等奖\n平凡英雄 血液中心 二等奖\n"
    found = [("浦江之恋", "融媒体中心", "一等奖"), ("城市记忆", "档案局", "二等奖"), ("平凡英雄", "血液中心", "二等奖")]
    for above in ("", "2022年获奖名单\n"):
        assert rows(tmp_path / "a.txt", above + lines) == found, above
    for text in ("梦 一等奖\n红楼梦\n水浒传 某社\n", "获得金奖\n金奖\n一等奖\n", "小明中奖\n大奖\n中奖\n"):
        assert is_plain(tmp_path / "a.txt", text), text


def test_titles_by_their_makers_below_the_years_of_their_lists_are_read(tmp_path: Path) -> None:
    text = "Rhys Prize Shortlist\n2010 Shortlist:\nBomber County by Daniel Swift\nStand by Me by Amy Ito\n"
    films = listed(tmp_path / "a.txt", text + "The 2009 shortlist:\nCorrag by Susan Lee\n")
    assert [(film.title, film.organization, film.award, film.edition and film.edition.year) for film in films] == [
        ("Bomber County", "Daniel Swift", "Shortlist", 2010),
        ("Stand by Me", "Amy Ito", "Shortlist", 2010),
        ("Corrag", "Susan Lee", "shortlist", 2009),
    ]
    text = "The results were as follows:\nHighly recommended - Sun by Pavan\n2nd place - Robot by Amy\n"
    assert rows(tmp_path / "a.txt", text) == [("Sun", "Pavan", "Highly recommended"), ("Robot", "Amy", "2nd place")]
    assert is_plain(tmp_path / "a.txt", "Stand by Me\nNight by Day\nAlien\nHeat\n")


def test_titles_of_works_in_the_sentences_of_a_notice_are_no_winners(tmp_path: Path) -> None:
    for sentence in (
        "为讲好本区故事，区委宣传部举办了大赛。经评审，决定授予《钢花》等2部作品一等奖，《江风》等2部作品二等奖。",
        "经专家评选，《钢花》《江风》等作品获奖。",
        "为推动《条例》实施，现对《钢花》等作品予以表彰。",
    ):
        winners = "一等奖\n钢花（宝钢集团）\n灯彩（罗店镇）\n二等奖\n江风（友谊路街道）\n"
        wanted = [("钢花", "宝钢集团", "一等奖"), ("灯彩", "罗店镇", "一等奖"), ("江风", "友谊路街道", "二等奖")]
        assert rows(tmp_path / "a.txt", f"关于表彰优秀作品的决定\n{sentence}\n{winners}") == wanted, sentence


def test_a_number_alone_is_that_of_the_title_in_marks_below_and_who_sent_it_in_follows(tmp_path: Path) -> None:
    text = "01\n《稻香》\n崇明区文化馆选送\n\n02\n《潮声》\n奉贤区文化馆报送\n"
    assert rows(tmp_path / "a.txt", text) == [("稻香", "崇明区文化馆", None), ("潮声", "奉贤区文化馆", None)]
    assert is_plain(tmp_path / "a.txt", "12\n1917\n300\n穿越火线\n")
    assert rows(tmp_path / "a.txt", "Best Film: MOON (dir. Kim Lee)\nBest Short: RIVER (directed by Tom Hart)\n") == [
        ("MOON", "Kim Lee", "Best Film"),
        ("RIVER", "Tom Hart", "Best Short"),
    ]


def test_what_a_maker_or_an_award_is_called_is_no_name(tmp_path: Path) -> None:
    text = "年度影片：《稻香》\n年度导演：王一（《稻香》）\n评委会特别提及：《桥头》\n"
    assert rows(tmp_path / "a.txt", text) == [
        ("稻香", None, "年度影片"),
        ("稻香", "王一", "年度导演"),
        ("桥头", None, "评委会特别提及"),
    ]
    text = "1.《稻香》（纪录片，12分钟，崇明区文化馆）\n2.《潮声》（剧情片，8分钟，某制片厂）\n"
    assert [who for _, who, _ in rows(tmp_path / "a.txt", text)] == ["崇明区文化馆", "某制片厂"]


def test_english_sentences_of_a_notice_are_no_winners_and_makers_follow_by(tmp_path: Path) -> None:
    text = (
        "2023 Short Film Awards – Winners Announced!\n\n"
        "We are delighted to announce them, sponsored by “Camera World”.\n\n"
        "Best Drama: “Paper Moon” by Kim Lee\nBest Animation: “Cloud” by Ana Ruiz\n\n"
        "Congratulations to all our winners!\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        ("Paper Moon", "Kim Lee", "Best Drama"),
        ("Cloud", "Ana Ruiz", "Best Animation"),
    ]
    text = (
        "Winners of the 2022 Book Prize\n\nFiction\nWinner: Hutch, by Tess Gunty (Knopf)\n"
        "Finalists: Babylon, by Ann Lee (Ecco)\nPoetry\nWinner: Stand by Me (Astra House)\nFinalists: Sky (Hogarth)\n"
    )
    assert [(title, who) for title, who, _ in rows(tmp_path / "a.txt", text)] == [
        ("Hutch", "Tess Gunty、Knopf"),
        ("Babylon", "Ann Lee、Ecco"),
        ("Stand by Me", "Astra House"),
        ("Sky", "Hogarth"),
    ]


def test_a_notice_in_traditional_characters_is_read_as_in_simplified_ones(tmp_path: Path) -> None:
    for title_line in ("第十屆華文青年文學獎得獎名單", "臺北文學獎 第25屆 得獎名單公告", "青年文學獎結果"):
        text = (
            f"{title_line}\n\n【小說組】\n首獎｜〈瓦斯〉／楊双子\n優等獎｜〈紙房子〉／葉儀萱\n"
            "散文組\n首獎：〈早餐車〉 黃胤諴（國立臺灣大學）\n"
        )
        found = [
            (film.title, film.award, film.category and film.category.name) for film in listed(tmp_path / "a.txt", text)
        ]
        assert found == [("瓦斯", "首獎", "小說組"), ("紙房子", "優等獎", "小說組"), ("早餐車", "首獎", "散文組")], (
            title_line
        )
    assert rows(tmp_path / "a.txt", text)[2][1] == "黃胤諴、國立臺灣大學"
    text = "金馬獎得獎名單\n最佳導演：許鞍華《第一爐香》\n年度台灣傑出電影工作者：陳新發\n優秀組織單位\n市電影協會\n"
    assert rows(tmp_path / "a.txt", text) == [
        ("第一爐香", "許鞍華", "最佳導演"),
        (None, "陳新發", "年度台灣傑出電影工作者"),
        (None, "市電影協會", "優秀組織單位"),
    ]


def test_a_japanese_notice_names_prizes_and_labels_who_made_what(tmp_path: Path) -> None:
    text = (
        "第28回 日本絵本大賞 受賞作品発表\n\n大賞\n『パンや』（作：小林ゆき／出版社：みどり書房）\n\n"
        "翻訳絵本賞\n『つき』（作：アンナ／訳：菱木晃子）\n\n●主題歌賞（劇場部門）\n『うた』（『パンや』より）\n監督：森下真／制作：凪\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        ("パンや", "小林ゆき、みどり書房", "大賞"),
        ("つき", "アンナ、菱木晃子", "翻訳絵本賞"),
        ("うた", "森下真、凪", "主題歌賞"),
    ]


def test_a_film_show_is_no_prize_though_its_last_character_is_that_of_prizes(tmp_path: Path) -> None:
    assert is_plain(tmp_path / "a.txt", "春\n作品欣赏\n秋\n冬\n")


def test_a_wide_slash_and_a_bar_separate_an_award_its_title_and_who_made_it(tmp_path: Path) -> None:
    for between in "／｜|/":
        text = f"某奖揭晓\n一等奖{between}《甲》{between}张三{between}某局\n✨ 最佳美术{between}《乙》{between}李四\n"
        expected = [("甲", "张三、某局", "一等奖"), ("乙", "李四", "最佳美术")]
        assert rows(tmp_path / "a.txt", text) == expected, between


def test_the_english_beside_an_award_or_a_title_is_the_same_in_another_language(tmp_path: Path) -> None:
    text = (
        "某电影周获奖名单\n最佳影片 Best Film —— 《北方来信》 Letters from the North\n"
        "最佳导演 Best Director —— 林晚（《盐田》 Salt Fields）\n特别奖 Special Jury Prize：《渡口》（The Ferry）\n"
    )
    films = listed(tmp_path / "a.txt", text)
    assert [(film.title, film.organization, film.award) for film in films] == [
        ("北方来信", None, "最佳影片"),
        ("盐田", "林晚", "最佳导演"),
        ("渡口", None, "特别奖"),
    ]
    assert [film.other_titles for film in films] == [("Letters from the North",), ("Salt Fields",), ("The Ferry",)]


def test_a_press_release_in_english_is_a_notice(tmp_path: Path) -> None:
    text = (
        "FOR IMMEDIATE RELEASE\n\nTORONTO, May 1, 2023 - The festival today announced its award winners.\n\n"
        'Best Short Film: "Salt", directed by Mei Lin (Taiwan)\nAudience Award: "Harbour", directed by Tom Reyes\n\n'
        "About the festival: The festival was founded in 1981.\nMedia contact: press@festival.example\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        ("Salt", "Mei Lin", "Best Short Film"),
        ("Harbour", "Tom Reyes", "Audience Award"),
    ]


def test_lines_that_begin_with_best_are_awards_where_two_are_known_as_such(tmp_path: Path) -> None:
    text = "Best Play\nLeopoldstadt by Tom\n\nBest Musical\nKimberly by Jo\n\nBest Score\nTopdog by Ann\n"
    assert [award for *_, award in rows(tmp_path / "a.txt", text)] == ["Best Play", "Best Musical", "Best Score"]
    assert is_plain(tmp_path / "a.txt", "Up\nBest in Show\nHeat\nBest Friends\n")


def test_a_maker_and_a_publisher_follow_a_title_in_english(tmp_path: Path) -> None:
    text = "POETRY\nWinner: Tradition by Jo Brown (Knopf)\nFinalist: Stand by Me by Ann Lee (Ecco)\n"
    assert rows(tmp_path / "a.txt", text + "FICTION\nWinner: Sky by Kim Ono (Astra)\n")[:2] == [
        ("Tradition", "Jo Brown、Knopf", "Winner"),
        ("Stand by Me", "Ann Lee、Ecco", "Finalist"),
    ]
    text = (
        'Best Story: "Batman" by Jo Conroy, in Pride 2022 (DC)\nBest Series: Nightwing, by Tom Taylor (DC)\n'
        "Best Novel: Sky, by Ann (DC)\n"
    )
    assert rows(tmp_path / "a.txt", text)[0] == ("Batman", "Jo Conroy、DC", "Best Story")


def test_the_imprint_of_an_article_is_set_aside(tmp_path: Path) -> None:
    text = "一等奖：《春水》 张三\n二等奖：《秋水》 李四\n（完）\n责任编辑：王五\n来源：新华社\n#电影 #金奖\n"
    assert rows(tmp_path / "a.txt", text) == [("春水", "张三", "一等奖"), ("秋水", "李四", "二等奖")]


def test_an_award_may_stand_behind_its_titles_in_a_sentence_with_several(tmp_path: Path) -> None:
    for line in (
        "　　经评选，《甲》（某局）、《乙》（县工会）获一等奖；《丙》（林场）获二等奖；市一中、市二中获优秀组织奖。",
        "《甲》（某局）、《乙》（县工会）分别荣获一等奖，林场的《丙》摘得二等奖。市一中、市二中荣获优秀组织奖。",
        "經評選，《甲》（某局）、《乙》（县工会）獲一等奖；《丙》（林场）獲二等奖；市一中、市二中獲优秀组织奖。",
    ):
        found = rows(
            tmp_path / "a.txt",
            f"关于表彰优秀短视频的通报\n各有关单位：\n{line}\n特此通报。\n县委宣传部\n2023年12月12日\n",
        )
        assert found == [
            *(("甲", "某局", "一等奖"), ("乙", "县工会", "一等奖"), ("丙", "林场", "二等奖")),
            (None, "市一中、市二中", "优秀组织奖"),
        ], line
    assert is_plain(tmp_path / "a.txt", "获得\n他获得了；他失去了。\n春获秋收\n")


def test_a_sentence_with_spaces_above_a_notice_is_no_heading(tmp_path: Path) -> None:
    text = "本报讯（记者 周某）昨日，第五届诗歌节在杭州闭幕。\n\n一等奖：《春水》 张三\n二等奖：《秋叶》 李四\n"
    assert rows(tmp_path / "a.txt", text) == [("春水", "张三", "一等奖"), ("秋叶", "李四", "二等奖")]


def test_several_bodies_behind_an_award_are_who_won_it_and_no_titles(tmp_path: Path) -> None:
    text = "一等奖：市统计局、县林业局\n二等奖：一中、区文化馆、某某大学\n三等奖：我的大学\n"
    assert rows(tmp_path / "a.txt", text) == [
        (None, "市统计局、县林业局", "一等奖"),
        (None, "一中、区文化馆、某某大学", "二等奖"),
        ("我的大学", None, "三等奖"),
    ]


def test_the_award_of_a_clause_is_that_of_its_own_words(tmp_path: Path) -> None:
    for claim, award in (
        ("荣获“最佳女演员奖”。", "最佳女演员奖"),
        ("榮獲「最佳女演員」。", "最佳女演員"),
        ("获最佳女演员", "最佳女演员"),
        ("获“最佳女演员”奖。", "最佳女演员奖"),
        ("荣膺“乡村之光”主题奖。", "“乡村之光”主题奖"),
        ("被评为最佳短片。", "最佳短片"),
        ("获评年度十大好书。", "年度十大好书"),
        ("最终夺得本届大赛一等奖。", "大赛一等奖"),
        ("捧得金奖奖杯。", "金奖"),
        ("荣获2016中国（台州）微电影大赛摄影奖。", "2016中国（台州）微电影大赛摄影奖"),
        ("荣获“最美短片”称号。", "“最美短片”称号"),
        ("被观众评为最受欢迎作品。", "最受欢迎作品"),
        ("获“中国梦”主题大赛“一等奖”。", "“中国梦”主题大赛“一等奖”"),
        ("获得第二名，并获奖金5000元。", "第二名"),
        ("获得一等奖（作者：李四）。", "一等奖"),
        ("并列二等奖。", "二等奖"),
    ):
        text = f"《甲》获得最佳导演奖。\n张三《一起》{claim}\n《乙》斩获最佳影片奖。\n"
        found = rows(tmp_path / "a.txt", text)
        who = "张三、李四" if "李四" in claim else "张三"
        assert found == [("甲", None, "最佳导演奖"), ("一起", who, award), ("乙", None, "最佳影片奖")], claim
    sentence = "《铃儿》获最佳导演，《星梦》被评为最佳编剧，《风》荣获“最佳摄影”。"
    assert [award for *_, award in rows(tmp_path / "a.txt", sentence)] == ["最佳导演", "最佳编剧", "最佳摄影"]


def test_a_claim_whose_award_is_not_understood_takes_no_other_one_and_is_said(awardcli: Run, tmp_path: Path) -> None:
    for claim in ("荣获全国展映入选资格", "荣获多项大奖", "获一二三等奖及优秀奖"):
        for text in (f"《甲》获得最佳导演奖。\n《乙》{claim}。\n", f"三等奖：《甲》\n《乙》{claim}。\n"):
            assert all(award is None for title, _, award in rows(tmp_path / "a.txt", text) if title == "乙"), text
            assert rows(tmp_path / "a.txt", text)[0][0] == "甲"
            assert messages.NOTICE_AWARD_UNKNOWN(line=2, text=f"《乙》{claim}。") in awardcli(
                "validate", tmp_path / "a.txt"
            ).out.replace("\n", ""), text
    text = "《甲》《乙》等30部作品分获一、二等奖及优秀奖。《甲》获一等奖，《乙》获二等奖。\n"
    assert rows(tmp_path / "a.txt", text) == [("甲", None, "一等奖"), ("乙", None, "二等奖")]
    assert rows(tmp_path / "a.txt", "《甲》《乙》分获一、二等奖，《丙》获最佳导演奖和最佳编剧奖。\n") == [
        *(("甲", None, "一等奖"), ("乙", None, "二等奖"), ("丙", None, "最佳导演奖"), ("丙", None, "最佳编剧奖"))
    ]


def test_a_clause_of_a_person_or_a_body_alone_is_a_result_without_a_title(tmp_path: Path) -> None:
    for who in ("张耀东", "某市第一中学", "张三、李四"):
        for sign in "，；。,":
            text = f"《甲》获最佳影片奖{sign}{who}获最佳导演奖{sign}李四的《乙》获最佳摄影奖。"
            expected = [("甲", None, "最佳影片奖"), (None, who, "最佳导演奖"), ("乙", "李四", "最佳摄影奖")]
            assert rows(tmp_path / "a.txt", text) == expected, text
    text = "我校在大赛中共获一等奖2项、二等奖3项。其中《甲》获一等奖，学校荣获组织奖。"
    assert rows(tmp_path / "a.txt", text) == [("甲", None, "一等奖"), (None, "学校", "组织奖")]
    for who in ("5部作品", "其余入围的20件作品", "此外，15部作品"):
        text = f"《甲》获最佳影片奖，{who}荣获优秀奖，《乙》获最佳摄影奖。"
        assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["甲", "乙"], text


def test_each_maker_in_a_sentence_belongs_to_its_own_title(tmp_path: Path) -> None:
    for winners, found in (
        ("张浩的《甲》、李四的《乙》和王五的《丙》", [("甲", "张浩"), ("乙", "李四"), ("丙", "王五")]),
        ("汉语系张浩的作品《甲》和旦知布的作品《乙》", [("甲", "汉语系张浩"), ("乙", "旦知布")]),
        ("经过专家组评选，其中，作品《甲》以及《乙》", [("甲", None), ("乙", None)]),
        ("湖北日报的消息《甲》、新华社的通讯《乙》等17件作品", [("甲", "湖北日报"), ("乙", "新华社")]),
        ("某中学报送的《甲》《乙》《丙》等3部作品", [("甲", "某中学"), ("乙", "某中学"), ("丙", "某中学")]),
        ("张三的《甲》和李四的《乙》两部作品", [("甲", "张三"), ("乙", "李四")]),
        ("《甲》（某局）、李四的《乙》", [("甲", "某局"), ("乙", "李四")]),
        ("《甲》、李四的《乙》", [("甲", None), ("乙", "李四")]),
        ("由王一、王二老师指导，张三等同学创作的微电影《甲》", [("甲", "王一、王二、张三")]),
        ("6项单项奖分别是：《甲》张三", [("甲", "张三")]),
        ("张三凭借《甲》", [("甲", "张三")]),
        ("《甲》中小李的扮演者张三", [("甲", "张三")]),
        ("《甲》的编剧张三", [("甲", "张三")]),
        ("《甲》主创张三、李四", [("甲", "张三、李四")]),
        ("求是杂志社的《甲》和学校戏剧组的《乙》", [("甲", "求是杂志社"), ("乙", "学校戏剧组")]),
        ("学校戏剧组的《甲》", [("甲", "学校戏剧组")]),
        ("我最喜欢《甲》", [("甲", None)]),
        ("由于《甲》，作者：张三，最终", [("甲", "张三")]),
        ("我台选送的广播剧《甲》、专题《乙》", [("甲", "我台"), ("乙", None)]),
        ("高二（3）班陈同学的《甲》", [("甲", "高二（3）班陈同学")]),
        ("张三同学采写的通讯《甲》、李老师的评论《乙》", [("甲", "张三"), ("乙", "李老师")]),
        ("某集团拍摄、某局出品的微电影《甲》经过多轮评审及网络投票，最终", [("甲", "某集团、某局")]),
    ):
        text = f"{winners}获一等奖，《丁》获二等奖。"
        expected = [*((*each, "一等奖") for each in found), ("丁", None, "二等奖")]
        assert rows(tmp_path / "a.txt", text) == expected, winners


def test_a_group_at_the_beginning_of_a_clause_is_its_category_up_to_the_next_stop(tmp_path: Path) -> None:
    for sign in ("：", "", "，"):
        text = f"小学组{sign}《甲》获一等奖，李四的《乙》获二等奖；《丙》获特别奖；中学组{sign}张三的《丁》获一等奖。"
        found = [(film.title, film.category and film.category.name) for film in listed(tmp_path / "a.txt", text)]
        assert found == [("甲", "小学组"), ("乙", "小学组"), ("丙", None), ("丁", "中学组")], sign
        assert rows(tmp_path / "a.txt", text)[3] == ("丁", "张三", "一等奖")


def test_several_awards_in_a_line_each_have_their_own_titles(tmp_path: Path) -> None:
    for text in (
        *("一等奖：《甲》；二等奖：《乙》、《丙》；三等奖：《丁》。", "一等奖《甲》，二等奖《乙》《丙》，三等奖《丁》"),
        *(
            "获奖名单：一等奖《甲》、二等奖《乙》和《丙》、三等奖《丁》",
            "一等奖（1部）：《甲》　二等奖（2部）：《乙》《丙》　三等奖：《丁》",
        ),
        "一等奖：甲；二等奖：乙、丙；三等奖：丁",
    ):
        found = [("甲", None, "一等奖"), ("乙", None, "二等奖"), ("丙", None, "二等奖"), ("丁", None, "三等奖")]
        assert rows(tmp_path / "a.txt", text + "\n") == found, text
    text = "最佳原创歌曲《甲》、最佳导演张三《乙》、最佳创意方案《丙》，诗歌奖空缺\n"
    assert rows(tmp_path / "a.txt", text) == [
        *(("甲", None, "最佳原创歌曲"), ("乙", "张三", "最佳导演"), ("丙", None, "最佳创意方案"))
    ]
    text = "一等奖获得者：张三《甲》\n二等奖获得者：李四《乙》、王五《丙》\n"
    assert rows(tmp_path / "a.txt", text)[1:] == [("乙", "李四", "二等奖"), ("丙", "王五", "二等奖")]
    assert (
        rows(tmp_path / "a.txt", "最佳影片：《甲》（导演：张三） 出品：某公司\n最佳短片：《乙》\n")[0][1]
        == "张三、某公司"
    )


def test_what_did_not_win_has_no_award(tmp_path: Path) -> None:
    for words in ("没有", "未能", "应该", "有望", "无缘"):
        found = rows(tmp_path / "a.txt", f"《甲》获得金奖\n《乙》{words}获得最佳影片奖\n")
        assert found == [("甲", None, "金奖"), ("乙", None, None)], words


def test_makers_before_titles_behind_an_award_are_parted_as_in_sentences(tmp_path: Path) -> None:
    text = "一等奖：某报的消息《甲》、某社的评论《乙》和李四的言论《丙》\n二等奖：某校的《丁》《戊》\n"
    found = [("甲", "某报"), ("乙", "某社"), ("丙", "李四"), ("丁", "某校"), ("戊", "某校")]
    assert [(title, who) for title, who, _ in rows(tmp_path / "a.txt", text)] == found


def test_awards_in_sentences_may_be_named_before_who_won_them(tmp_path: Path) -> None:
    text = "荣获一等奖的作品有《甲》《乙》，荣获二等奖的作品是李四的《丙》。"
    assert rows(tmp_path / "a.txt", text) == [
        *(("甲", None, "一等奖"), ("乙", None, "一等奖"), ("丙", "李四", "二等奖"))
    ]
    for clause, found in (
        ("最佳影片奖由《甲》获得", ("甲", None, "最佳影片奖")),
        ("最佳影片花落《甲》", ("甲", None, "最佳影片")),
        ("其中评委会大奖授予张三的《甲》", ("甲", "张三", "评委会大奖")),
        ("最佳編劇則由《甲》導演張三奪得", ("甲", "張三", "最佳編劇")),
        ("最佳男演員為張三（《甲》）", ("甲", "張三", "最佳男演員")),
        ("最佳导演得主是张三", (None, "张三", "最佳导演")),
        ("获得最佳导演奖的是张三", (None, "张三", "最佳导演奖")),
        ("终身成就奖颁给张三", (None, "张三", "终身成就奖")),
    ):
        expected = [found, ("乙", None, "特别奖")]
        assert rows(tmp_path / "a.txt", f"{clause}，《乙》获特别奖。") == expected, clause
    text = "最佳导演和最佳男、女演员分别由张三、李四和王五斩获；《乙》获特别奖。"
    assert rows(tmp_path / "a.txt", text) == [
        *((None, "张三", "最佳导演"), (None, "李四", "最佳男演员"), (None, "王五", "最佳女演员")),
        ("乙", None, "特别奖"),
    ]
    for other in (
        "微电影大奖是由某局主办的活动，",
        "《丙》由某局拍摄制作，讲述了三代人包粽子的故事。",
        "获一等奖的有5部作品，",
    ):
        text = f"{other}《乙》获特别奖。《甲》获大奖。"
        assert rows(tmp_path / "a.txt", text) == [("乙", None, "特别奖"), ("甲", None, "大奖")], other
    text = "评出优秀作品3部，其中一等奖1部：《甲》；二等奖2部：《乙》《丙》。"
    assert [award for *_, award in rows(tmp_path / "a.txt", text)] == ["一等奖", "二等奖", "二等奖"]


def test_parts_kinds_and_versions_behind_a_title_are_nobody(tmp_path: Path) -> None:
    text = "二等奖：《时光》、《黄金》、《守护》之家人篇\n三等奖：《除邪》、《守护》之110篇、《读心》\n"
    assert rows(tmp_path / "a.txt", text) == [
        *(("时光", None, "二等奖"), ("黄金", None, "二等奖"), ("守护之家人篇", None, "二等奖")),
        *(("除邪", None, "三等奖"), ("守护之110篇", None, "三等奖"), ("读心", None, "三等奖")),
    ]
    for beside in ("格律诗词", "自由诗", "散文诗", "散文", "小说", "修订本", "组诗", "报告文学", "增订版"):
        text = f"一等奖\n张三《甲》（{beside}）\n二等奖\n李四《乙》（{beside}）\n"
        assert rows(tmp_path / "a.txt", text) == [("甲", "张三", "一等奖"), ("乙", "李四", "二等奖")], beside
    for body in ("诗歌学会", "散文杂志社", "诗刊社", "王诗", "张文", "故事会编辑部"):
        text = f"一等奖\n《甲》（{body}）\n二等奖\n《乙》（{body}）\n"
        assert rows(tmp_path / "a.txt", text)[0] == ("甲", body, "一等奖"), body


def test_a_name_in_latin_letters_behind_a_title_is_kept_whole(tmp_path: Path) -> None:
    text = (
        "最佳视觉效果：《阿凡达：水之道》 Avatar: The Way of Water\n"
        "最佳短片：《男孩》 The Boy, the Mole and the Horse\n最佳影片：《健听女孩》 CODA (Apple)\n"
        "最佳导演：《犬之力》 Jane Campion\n"
    )
    films = listed(tmp_path / "a.txt", text)
    assert [(film.title, film.other_titles, film.organization) for film in films] == [
        ("阿凡达：水之道", ("Avatar: The Way of Water",), None),
        ("男孩", ("The Boy, the Mole and the Horse",), None),
        ("健听女孩", ("CODA",), "Apple"),
        ("犬之力", (), "Jane Campion"),
    ]
    text = "最佳影片：《春水》 Spring\n最佳短片：《秋水》 Autumn\n最佳歌曲：《RRR》 NAATU NAATU\n"
    assert [who for _, who, _ in rows(tmp_path / "a.txt", text)] == [None, None, None]
    text = "最佳影片：《Spring》 Mei Lin\n最佳短片：《Autumn》 Bo Ek\n"
    assert [who for _, who, _ in rows(tmp_path / "a.txt", text)] == ["Mei Lin", "Bo Ek"]


def test_one_sentence_is_no_table(tmp_path: Path) -> None:
    for text in ("《甲》获最佳导演，《乙》获最佳编剧。", "《甲》荣获「最佳影片」，《乙》榮獲「最佳導演獎」。"):
        assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["甲", "乙"], text


def test_lines_that_only_look_like_claims_stay_titles(tmp_path: Path) -> None:
    for text in (
        *("获得\n他获得了；他失去了。\n春获秋收\n", "斩获\n我获奖了\n夺得锦标\n", "最佳男友\n被评为\n最佳损友\n"),
        *("《荣获一等奖》\n《获奖之后》\n", "咏梅，荣获一等奖的人\n捧得归\n画\n"),
    ):
        assert is_plain(tmp_path / "a.txt", text), text
    text = "一等奖\n《获奖，之后》（子）\n二等奖\n《他荣获一等奖，走了》（丑）\n"
    assert rows(tmp_path / "a.txt", text) == [*(("获奖，之后", "子", "一等奖"), ("他荣获一等奖，走了", "丑", "二等奖"))]


def test_results_from_prose_are_doubted_by_their_lines(tmp_path: Path) -> None:
    prose = "在昨晚的颁奖礼上，《老丁》获最佳影片，王五导演的《集合》获最佳导演奖，李四凭《接手》获最佳编剧奖。\n"
    for text, lines in (
        (f"影展揭晓\n{prose}", "line 2"),
        (f"影展揭晓\n{prose}{prose}", "lines 2, 3"),
        ("《甲》荣获一等奖。\n《乙》荣获二等奖。\n张三的《丙》获三等奖。\n", ""),
        ("一等奖：《甲》（上海市虹口区人民政府新闻办公室）\n二等奖：《乙》（某局），《丙》（某镇）\n", ""),
    ):
        rows_read = read_rows(written(tmp_path / "a.txt", text), BY_CONTENT)
        list(rows_read)
        said = [remark.text for remark in rows_read.reading.remarks if "sentences" in remark.text]
        assert [f"({lines})" in each for each in said] == ([True] if lines else []), text


def test_a_line_of_separators_is_set_aside(tmp_path: Path) -> None:
    text = (
        "★最佳导演银狮奖（Silver Lion）：瑞典导演罗伊执导「关于无尽」（About Endlessness），瑞典。\n"
        "★最佳女演员奖（Volpi Cup）：法国女星爱莉安主演「世界的胜利」（Gloria Mundi），法国。\n：\n——\n"
        "★最佳剧本奖（Best screenplay）：「继园台七号」（No. 7 Cherry Lane）导演杨凡，香港。\n"
    )
    found = read_rows(written(tmp_path / "a.txt", text), BY_CONTENT)
    assert all(film.title != "：" and film.title != "——" for film in open_collection(tmp_path / "a.txt"))
    list(found)
    assert {3, 4} <= {row.line for row in found.reading.set_aside}


def test_a_couplet_is_one_work_of_two_lines_with_who_wrote_it_below(tmp_path: Path) -> None:
    couplets = (("春犁碧海", "梦筑苍穹", "王衍"), ("虎气催春回大地", "兔毫书福挂长天", "李汉涛"))
    for sign, below in (
        *(("；", "（{}）"), ("；", "——{}"), ("；", "作者：{}"), ("，", "（{}）"), ("；", "—— {}")),
        *(("；", ""), ("：", "作者：{}")),
    ):
        text = ""
        for award, (first, second, who) in zip(("一等奖（1名）", "二等奖"), couplets, strict=True):
            lines = (f"上联：{first}", f"下联：{second}") if sign == "：" else (f"{first}{sign}", f"{second}。")
            text += "\n".join(filter(None, (award, *lines, below.format(who)))) + "\n"
        found = listed(tmp_path / "a.txt", text)
        assert [(each.title, each.organization) for each in found] == [
            (f"{first}{sign if sign == '，' else '；'}{second}。", who if below else None)
            for first, second, who in couplets
        ], (sign, below)
    text = "一等奖\n春天的故事\n——王衍\n二等奖\n夏天的风\n——广东普宁 李汉涛\n"
    assert [film[:2] for film in rows(tmp_path / "a.txt", text)] == [
        ("春天的故事", "王衍"),
        ("夏天的风", "广东普宁、李汉涛"),
    ]


def test_numbered_makers_below_an_award_are_people_and_no_form(tmp_path: Path) -> None:
    for above, first in (
        ("采用奖（1个）：田怡\n入围奖（3个）", ""),
        ("采用奖：田怡\n入围奖：", ""),
        ("入围奖\n", None),
    ):
        text = f"{above}1.作者：田怡\n2.作者：郭学文\n3.作者：孔德森\n"
        reading, collection = check(written(tmp_path / "a.txt", text), BY_CONTENT)
        found = [(each.award, each.title, each.organization) for each in collection or ()]
        nominated = [("入围奖", None, who) for who in ("田怡", "郭学文", "孔德森")]
        assert found == ([] if first is None else [("采用奖", "田怡", None)]) + nominated, above
        assert not any("another number" in remark.text for remark in reading.remarks), above
    form = listed(tmp_path / "a.txt", "1.作品名称：春\n2.作者：张三\n3.单位：一中\n")
    assert [(each.title, each.organization) for each in form] == [("春", "张三、一中")]


def test_a_paragraph_of_many_works_is_read_and_many_blanks_and_commas_take_no_time(tmp_path: Path) -> None:
    many = "、".join(f"《作{number}品的故事》（市第{number}中学 张小明）" for number in range(150))
    text = f"一等奖：《春》（甲局）、《夏》（乙局）\n二等奖：{many}\n三等奖：《丁》（丙局）\n"
    assert len(rows(tmp_path / "a.txt", text)) == 153
    for filling in (" " * 20_000, "，" * 4900, " 、" * 2400):
        text = f"一等奖\n《春》（甲局）{filling}《冬》\n{filling}\n二等奖\n《夏》（乙局）\n"
        assert rows(tmp_path / "a.txt", text), filling[:2]


def test_blanks_within_a_cell_are_kept_and_take_no_time(tmp_path: Path) -> None:
    title = f"春江{' ' * 20_000}水"
    assert listed(tmp_path / "a.csv", f"片名,单位\n{title},甲局\n夏雨,乙局\n")[0].title == title


def test_a_title_that_goes_over_a_line_end_is_one_and_marks_that_nobody_sees_are_dropped(tmp_path: Path) -> None:
    text = "一等奖\n《甲》 张三\n《我和我\n的家乡》（李四）\n二等奖\n《丙》\u200b 王五\n"
    assert rows(tmp_path / "a.txt", text)[1:] == [("我和我的家乡", "李四", "一等奖"), ("丙", "王五", "二等奖")]


def test_blank_lines_between_all_lines_part_nothing(tmp_path: Path) -> None:
    lines = ("获奖名单", "一等奖", "《甲》", "作者：张三", "二等奖", "《乙》", "作者：李四", "《丙》", "作者：王五")
    expected = [("甲", "张三", "一等奖"), ("乙", "李四", "二等奖"), ("丙", "王五", "二等奖")]
    for gap in ("\n", "\n\n"):
        assert rows(tmp_path / "a.txt", gap.join(lines)) == expected
    numbered = (
        "结果公布如下：",
        "“心中的歌”",
        "——优秀歌词",
        "1. 《甲》作者：张三",
        "2. 《乙》作者：李四",
        "3. 《丙》作者：王五",
    )
    for gap in ("\n", "\n\n"):
        found = rows(tmp_path / "a.txt", gap.join(numbered))
        assert [each[:2] for each in found] == [each[:2] for each in expected]


def test_a_couplet_ends_where_its_second_line_is_as_long_as_the_first_before_who_wrote_it(tmp_path: Path) -> None:
    long = "山川入画，云水生香，一卷丹青铺大地；岁月如歌，春风得意，万家灯火映新程。"
    for couplet in (
        "春到人间；福临门第。",
        "春到人间，福临门第。",
        "春到人间；福临门第 ",
        "岁岁平安，年年有余！",
        long,
    ):
        for who in (
            "张三（北京）",
            " 张三（江苏扬州）",
            "仝三（北京）",
            "——湖南 张三",
            "张 三（北京）",
            "　作者：张三",
        ):
            for line in (
                f"一等奖：{couplet}{who}\n二等奖：山高月小；水落石出。李四\n",
                f"一等奖\n1、{couplet}{who}\n二等奖\n2、山高\n",
            ):
                title, maker, _ = rows(tmp_path / "a.txt", line)[0]
                assert (title, maker) == (couplet.strip(), "仝三" if "仝" in who else "张三"), line
    for title in ("春风化雨，润物无声", "过新年，喜洋洋，张灯结彩", "月下独酌，与谁同赏"):
        assert rows(tmp_path / "a.txt", f"一等奖\n{title}（张三）\n二等奖\n夏（李四）\n")[0][:2] == (title, "张三")
    text = "一等奖\n《春》\n二等奖\n《夏》\n请各单位高度重视，认真组织好学习。各部门要落实到人\n"
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["春", "夏"]


def test_the_banner_of_a_couplet_is_no_title_and_hides_no_author(tmp_path: Path) -> None:
    for lines in (
        "春到人间；\n福临门第。\n{}",
        "上联：春到人间\n下联：福临门第\n{}",
        "春到人间；福临门第。{}",
        "春到人间；福临门第。\n{}",
    ):
        for who in ("\n——北京 张三", "\n作者：张三", ""):
            text = f"一等奖\n{lines.format('横批：天地人和')}{who}\n二等奖\n山高月小；水落石出。李四\n"
            assert rows(tmp_path / "a.txt", text)[0][:2] == ("春到人间；福临门第。", "张三" if who else None), text
    text = "一等奖：春天的歌；夏天的雨。\n二等奖：秋天的风\n"  # may be two titles
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["春天的歌", "夏天的雨", "秋天的风"]


def test_an_award_in_brackets_behind_a_title_is_its_award_as_below_pictures(tmp_path: Path) -> None:
    for behind, maker in (
        (" 张三 摄", "张三"),
        ("作者 江苏 张三", "张三"),
        (" 作者：张三、李四", "张三、李四"),
        ("", None),
    ):
        lines = [
            f"{title}（{award}）{behind}" for title, award in (("春", "一等奖"), ("夏（上）", "金奖"), ("秋", "优秀奖"))
        ]
        prose = "8月12日，大赛的各个奖项已全部产生。（李四）"
        for text in (
            "\n\n".join(["摄影大赛获奖作品选登", *lines, prose, "（本报记者 王五）"]),
            "\n".join(["一等奖《雪》", *lines, prose]),
        ):
            found = [row for row in rows(tmp_path / "a.txt", text + "\n") if row[0] != "雪"]
            awards = [("春", maker, "一等奖"), ("夏（上）", maker, "金奖"), ("秋", maker, "优秀奖")]
            assert found == awards, text
    assert is_plain(tmp_path / "a.txt", "春天\n夏天（一等奖学金）\n大奖（金奖）\n最佳损友（粤语）\n")


def test_items_go_on_in_the_line_of_the_one_whose_number_is_before_theirs(tmp_path: Path) -> None:
    text = "一等奖：（1）春（某局）\n（2）夏（某校）（3）秋（某社）\n二等奖（1）冬（某台）\n（2）雪（某馆）\n"
    assert [(title, award) for title, _, award in rows(tmp_path / "a.txt", text)] == [
        *(("春", "一等奖"), ("夏", "一等奖"), ("秋", "一等奖"), ("冬", "二等奖"), ("雪", "二等奖")),
    ]
    text = "一等奖（1）：春（某局）\n二等奖（1）：夏1.2（某校）\n"
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["春", "夏1.2"]


def test_a_couplet_with_commas_and_its_author_is_no_prose(tmp_path: Path) -> None:
    couplet = "卅五年汲古创新，为不老文明，再添活力；两行韵串珠缀玉，让无穷风物，各散奇香。"
    for below in ("——河南 曹文献", "（曹文献 河南）", "（作者：曹文献）"):
        for lines in (couplet, couplet.replace("；", "；\n")):
            text = f"一等奖\n{lines}\n{below}\n二等奖\n夏天的风吹来了，山河壮丽；春日的雨落下时，大地清新。\n{below}\n"
            found = rows(tmp_path / "a.txt", text)
            assert [title for title, *_ in found if title][0::2] == [couplet], (below, lines)
            assert [award for *_, award in found] == ["一等奖", "二等奖"]


def test_three_lines_that_begin_with_best_are_awards_and_words_that_end_as_prizes_in_japan_none(tmp_path: Path) -> None:
    text = "获奖公示名单\n最佳动漫作品\n《甲》\n《乙》\n最佳动漫技术\n《丙》\n最佳动漫国际市场开拓\n《丁》\n"
    assert [(title, award) for title, _, award in rows(tmp_path / "a.txt", text)] == [
        *(("甲", "最佳动漫作品"), ("乙", "最佳动漫作品"), ("丙", "最佳动漫技术"), ("丁", "最佳动漫国际市场开拓"))
    ]
    assert is_plain(tmp_path / "a.txt", "最佳拍档\n英雄本色\n最佳损友\n最佳女婿\n")
    text = "一等奖\n豫坡豫赏 豫赏豫坡（张三）\n二等奖\n古城套组（李四）\n三等奖\n夏（王五）\n"
    assert [award for *_, award in rows(tmp_path / "a.txt", text)] == ["一等奖", "二等奖", "三等奖"]


def test_people_with_where_they_are_from_in_brackets_won_without_a_title(tmp_path: Path) -> None:
    text = "征文获奖名单\n一等奖\n张三（北京）\n李四（四川）\n二等奖\n王五、赵六（湖北）\n曾 志（江西赣州）\n"
    expected = [("张三", "一等奖"), ("李四", "一等奖"), ("王五、赵六", "二等奖"), ("曾志", "二等奖")]
    assert [(who, award) for title, who, award in rows(tmp_path / "a.txt", text) if not title] == expected
    films = "获奖影片\n一等奖\n红高粱（北京）\n黄土地（四川）\n二等奖\n白鹿原（湖北）\n山河（湖北）\n"
    assert [title for title, *_ in rows(tmp_path / "a.txt", films)] == ["红高粱", "黄土地", "白鹿原", "山河"]
