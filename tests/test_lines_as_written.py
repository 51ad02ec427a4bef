"""Lines as people write them in lists, file names, references and messages, and what looks like them but is not."""

from pathlib import Path
from typing import Any

import pytest

from awardcli.collection import open_collection
from awardcli.model import Cells, Column
from awardcli.search.linking import link
from awardcli.search.linking.judging import Work
from awardcli.search.linking.link import Linker
from support import collection, film, stored

HALVES = [
    *(film("长津湖之水门桥", 2022), film("叶问之终极一战", 2013), film("上海之春", 2020), film("青春之歌声", 2021)),
    *(film("崇明有一幢“忘记关灯”的小楼", 2022), film("我的“小时代”", 2015), film("《战狼之决战时刻》", 2017)),
    *(
        film("守护神", 2006),
        film("正义联盟之守护神", 2016),
        film("回家的路之一", 2019),
        film("指环王3：之王者无敌", 2003),
    ),
]
LINKER = Linker(
    [
        film("霸王别姬", 1993, "陈凯歌", other_titles=("Farewell My Concubine",)),
        film("画", 2022, "文汇报社"),
        film("一滴水", 2020),
        film("二手玫瑰", 2010),
        film("战狼", 2015, "吴京"),
        film("战狼2", 2017, "吴京"),
        film("①号线", 2019),
        film("七月与安生", 2016),
        film("Ringworld", 1970, "Larry Niven"),
        film("Ocean's Eleven", 2001, "Steven Soderbergh"),
        film("The Marine", 2006),
        film("Green Mile, The", 1999),
        film("12 Angry Men", 1957),
        film("The Four Hundred Blows", 1959),
        film("101 Dalmatians", 1961),
        film("The Sixth Sense", 1999),
        film("Dune: Part Two", 2024),
        film("Fargo: Season Two", 2015),
        film("Fargo: Season Three", 2017),
        film("Fargo: Season Eleven", 2030),
        film("Rocky IV", 1985),
        film("Ten", 2002),
        film("Murder", 1930, "Alfred Hitchcock"),
        film("The Graveyard Book", 2009, "Neil Gaiman"),
        film("Death", 1931),
        film("Baby", 1932),
        film("悲情城市", 1989, "侯孝贤"),
        film("小城故事", 1979, "李行"),
    ]
)


def scored(line: str, linker: Linker = LINKER) -> tuple[str | None, float]:
    """The title that a line names, and the score."""
    (found,) = linker.match([line])
    return found.result and found.result.title, found.score


def test_what_counts_the_lines_is_no_part_of_a_title() -> None:
    counts = (
        "① |①|❷|⑶|⒋|㈤|1. |12、|（3）|(3) |[7] |【7】|一、|（一）|Ⅳ. |Ⅶ、|iv) |III. |a) |B. |#38 |#3|No.38 |No. 38: |"
        "NO.4、|Top 10: |第3名：|第三名 |序号12 |编号：7 |038 - |07_|3-|1️⃣|• |○|- [x] |★|→ |1)|3．|１、"
    )
    for count in counts.split("|"):
        for title in ("霸王别姬", "画", "一滴水"):
            assert scored(count + title) == (title, 100), count + title
        if not count.endswith(("3-", "3")):
            assert scored(f"{count}Ringworld") == ("Ringworld", 100), count


def test_a_number_that_the_title_has_is_not_enumeration() -> None:
    for line, title in [
        ("①号线", "①号线"),
        ("二手玫瑰", "二手玫瑰"),
        ("#12 Angry Men", "12 Angry Men"),
        ("12. Angry Men", "12 Angry Men"),
        ("② 战狼②", "战狼2"),
        ("2. 战狼", "战狼"),
        ("七月，与安生", "七月与安生"),
    ]:
        assert scored(line) == (title, 100), line
    for line in ("战狼（3）", "战狼-3", "战狼_3.mp4", "③战狼③", "10 Dalmatians", "手玫瑰"):
        assert scored(line)[0] is None, line


def test_where_a_number_may_be_the_titles_or_the_lists_both_are_named() -> None:
    linker = Linker([film("38天空"), film("天空")])
    for line in ("#38 天空", "38. 天空", "No.38 天空"):
        (found,) = linker.match([line])
        assert found.score < 100, line
        assert "天空" in found.note, line
    assert scored("38天空", linker) == ("38天空", 100)
    assert scored("#39 天空", linker) == ("天空", 100)


def test_whose_a_work_is_may_be_said_in_any_way() -> None:
    for line in (
        "Larry Niven's Ringworld",
        "Niven’s Ringworld (1970)",
        "Ringworld by Larry Niven",
        "Ringworld, by Niven",
        "Larry Niven – Ringworld",
        "Larry Niven (1970). Ringworld.",
        "[3] Larry Niven. Ringworld[M]. 1970.",
        "larry niven_ringworld.epub",
    ):
        assert scored(line) == ("Ringworld", 100), line
    for line in (
        "陈凯歌的《霸王别姬》",
        "陈凯歌导演的《霸王别姬》",
        "片名：霸王别姬  导演：陈凯歌",
        "霸王别姬-陈凯歌",
        "霸王别姬_陈凯歌_1993.pdf",
    ):
        assert scored(line) == ("霸王别姬", 100), line
    assert scored("《画》（文汇报社选送）") == ("画", 100)
    assert scored("Steven Soderbergh's Ocean's Eleven") == ("Ocean's Eleven", 100)
    for line in ("Spike Lee's Ringworld", "D. K. Farrow's Ringworld", "Ringworld by Spike Lee"):
        title, score = scored(line)
        assert title == "Ringworld", line
        assert score < 100, line
    for line in ("Rosemary's Baby", "Murder by Numbers", "Death by Chocolate", "Ocean's Twelve"):
        assert scored(line)[0] is None, line


def test_english_numbers_may_be_words_digits_or_ordinals() -> None:
    for line, title in [
        ("Twelve Angry Men", "12 Angry Men"),
        ("The 400 Blows", "The Four Hundred Blows"),
        ("One Hundred and One Dalmatians", "101 Dalmatians"),
        ("The 6th Sense", "The Sixth Sense"),
        ("Dune Part 2", "Dune: Part Two"),
        ("Dune: Part II", "Dune: Part Two"),
        ("Fargo S2", "Fargo: Season Two"),
        ("Fargo, the third season", None),
        ("Fargo Third Season", "Fargo: Season Three"),
        ("Fargo Season 11", "Fargo: Season Eleven"),
        ("Fargo: Season One", None),
        ("Ocean's 11", "Ocean's Eleven"),
        ("rocky iv", "Rocky IV"),
        ("Rocky V", None),
        ("10 (2002)", "Ten"),
        ("'Twelve Angry Men'", "12 Angry Men"),
        ("The Graveyard Book 2009", "The Graveyard Book"),
        ("The Seventh Sense", None),
    ]:
        assert scored(line) == (title, 100 if title else 0), line


def test_an_article_may_be_behind_the_title_or_left_out() -> None:
    assert scored("Marine, The") == ("The Marine", 100)
    assert scored("The Green Mile") == ("Green Mile, The", 100)
    for line, title in [("Marine", "The Marine"), ("Green Mile", "Green Mile, The"), ("The Rocky IV", "Rocky IV")]:
        found, score = scored(line)
        assert (found, score < 100) == (title, True), line
    assert scored("Them Marines")[0] is None


def test_names_of_files_hold_titles() -> None:
    for line in (
        "霸王别姬.mp4",
        "03_霸王别姬_终稿.mp4",
        "1993_霸王别姬_final_v2",
        "霸王别姬-最终版(1).mov",
        "陈凯歌_霸王别姬.docx",
        "霸王别姬_百度百科",
        "霸王别姬海报.jpg",
    ):
        assert scored(line) == ("霸王别姬", 100), line
    assert scored("Farewell.My.Concubine.1993.1080p.BluRay.x264.mkv") == ("霸王别姬", 100)
    assert scored("farewell_my_concubine_1993") == ("霸王别姬", 100)


def test_a_character_that_shares_a_part_with_the_right_one_may_stand_for_it_in_a_short_title() -> None:
    linker = Linker([film("触不可及"), film("小城故事"), film("我家的故事"), film("黄金时代"), film("斧斧斧")])
    title, score = scored("烛不可及", linker)
    assert (title, score < 100) == ("触不可及", True)
    for line in ("小城大事", "我们的故事", "黄金年代"):
        assert scored(line, linker)[0] is None, line
    assert scored("片名：斧斧斧", linker) == ("斧斧斧", 100)


def test_the_year_or_who_lets_any_character_of_a_short_title_be_wrong() -> None:
    for line in ("悲情坝市 (1989)", "侯孝贤《悲坝城市》"):
        title, score = scored(line)
        assert (title, score < 100) == ("悲情城市", True), line
    assert scored("悲坝城市")[0] is None


def test_no_title_of_the_bundled_list_is_named_by_what_only_counts() -> None:
    linker = Linker(open_collection())
    for line in ("①", "1.", "No. 3", "第3名", "序号", "Ⅳ.", "a)", "03_.mp4", "(1)"):
        assert scored(line, linker)[0] is None, line


TWO_SCRIPTS = [
    film("花样年华 花樣年華", 2000, "王家卫"),
    film("熔炉 도가니", 2011),
    film("教父2 The Godfather: Part II", 1974),
    film("阿凡达 Avatar", 2009),
    film("幸福终点站 / 机场客运站(港),航站情缘(台)", 2004),
    film("梁山伯與祝英台The Love Eterne", 1963),
    film("泰坦尼克号  / Titanic  / 铁达尼号(港 / 台)", 1997),
    film("Kiln People (also known as Kil'n People)", 2003, category=None),
    film("花儿（莲花山花儿会）"),
    film("一起 LIVE", 2020),
    film("赤壁（下）", 2009),
]


def test_each_title_of_a_cell_names_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link, "IN_MEMORY", 0)
    for linker in (Linker(TWO_SCRIPTS), Linker(stored(tmp_path / "films.awards", collection(TWO_SCRIPTS)))):
        for line, title in [
            ("花样年华", "花样年华 花樣年華"),
            ("王家卫导演的《花样年华》", "花样年华 花樣年華"),
            ("도가니", "熔炉 도가니"),
            ("教父II", "教父2 The Godfather: Part II"),
            ("The Godfather Part 2", "教父2 The Godfather: Part II"),
            ("AVATAR", "阿凡达 Avatar"),
            ("Avatar 阿凡达", "阿凡达 Avatar"),
            ("《航站情缘》", "幸福终点站 / 机场客运站(港),航站情缘(台)"),
            ("The Love Eterne (1963)", "梁山伯與祝英台The Love Eterne"),
            ("铁达尼号", "泰坦尼克号  / Titanic  / 铁达尼号(港 / 台)"),
            ("Kiln People: A Novel [Paperback]", "Kiln People (also known as Kil'n People)"),
        ]:
            assert scored(line, linker) == (title, 100), line
        assert scored("莲花山花儿会", linker) == ("花儿（莲花山花儿会）", 85)
        for line in ("LIVE", "赤壁（上）", "教父", "The Godfather", "航站"):
            assert scored(line, linker)[0] is None, line


def test_dates_and_times_say_nothing_of_the_work() -> None:
    for line in (
        "2023.05.06 霸王别姬",
        "2021-11-22 重看《霸王别姬》",
        "19:30 霸王别姬（171分钟）",
        "霸王别姬\t171'",
        "【审片】霸王别姬-20220810-v3.mov",
        "[霸王别姬](https://example.org/v/7)",
    ):
        assert scored(line) == ("霸王别姬", 100), line
    assert scored("霸王别姬 1994-05-06")[1] < 100
    assert scored("3:10 to Yuma", Linker([film("3:10 to Yuma")])) == ("3:10 to Yuma", 100)


def test_references_name_works() -> None:
    for line in (
        "Niven, L. (1970). Ringworld. Ballantine Books.",
        "Niven, Larry. Ringworld. Ballantine Books, 1970.",
        "[4] Niven L. Ringworld[M]. New York: Ballantine, 1970.",
    ):
        assert scored(line)[0] == "Ringworld", line
    assert scored("陈凯歌（1993）。霸王别姬。")[0] == "霸王别姬"
    people = Linker([film("J. Edgar"), film("Edgar"), film("Strangelove")])
    assert [scored(line, people)[0] for line in ("J. Edgar", "K. Edgar", "Dr. Strangelove")] == ["J. Edgar", None, None]


def test_letters_may_be_swapped_in_a_long_title_in_latin_script() -> None:
    novels = Linker([film("Children of God"), film("The Curse of Chalion"), film("The Trial")])
    lines = ["Childern of God", "The Cruse of Chalion", "The Trail", "#ChildrenOfGod"]
    assert [scored(line, novels)[0] for line in lines] == [
        *("Children of God", "The Curse of Chalion", None, "Children of God")
    ]


def test_what_makes_another_work_is_no_answer_or_a_doubt() -> None:
    works = Linker(
        [
            film("Past Master", 1969, "R. A. Lafferty"),
            film("大英雄", 2022),
            film("五年看上海 | 一镜到底", 2022),
            film("死无对证", 2016),
            film("Your Name", 2016),
            film("The Silence of the Lambs", 1991),
        ]
    )
    for line in (
        *("Past Master Revisited", "New Past Master", "大英雄主题曲", "六年看上海 | 一镜到底", "加勒比海盗5：死无对证"),
        *("A Guide to Call Me by Your Name", "The Silence of the Lambs (1901)"),
    ):
        assert scored(line, works)[0] is None, line
    for line in ("大英雄（漫画）", "《大英雄》观后感", "The Silence of the Lambs (1993)"):
        assert 0 < scored(line, works)[1] < 100, line
    for line in ("Lafferty, R. A. Past Master", "R. A. Lafferty: Past Master"):
        assert scored(line, works) == ("Past Master", 100), line


def test_a_bar_is_typed_in_many_ways() -> None:
    for bar in "丨｜│┃▏‖|∣":
        for title in ("霸王别姬", "画", "一滴水"):
            assert scored(f"视频{bar}{title}") == (title, 100), bar
        assert scored(f"霸王别姬{bar}陈凯歌") == ("霸王别姬", 100), bar


def test_a_vote_names_the_title_in_title_marks() -> None:
    for line in (
        "我投05号作品《霸王别姬》一票",
        "我最喜欢12号作品《霸王别姬》",
        "《霸王别姬》看了三遍",
        "《霸王别姬》两遍",
    ):
        title, score = scored(line)
        assert (title, score < 100) == ("霸王别姬", True), line
    assert scored("《战狼》2") == ("战狼2", 100)
    assert scored("《战狼》3")[0] is None


def test_the_year_of_an_edition_or_concert_is_not_that_of_the_work() -> None:
    linker = Linker([film("七里香", 2004), film("Let It Be", 1970), film("修复版", 2001)])
    for title in ("七里香", "Let It Be"):
        for beside in (
            *(" (2019 Remaster)", " - Remastered 2009", " (Remastered)", " (2009 Remastered Version)"),
            *(" 4K修复版 2018", " 2023重映版", "（2019年数字修复版）"),
        ):
            assert scored(title + beside, linker) == (title, 100), beside
        for beside in (" (Live at Wembley)", " (Live at Wembley 1999)"):
            found, score = scored(title + beside, linker)
            assert found == title, beside
            assert score < 100, beside
        assert scored(f"{title} (1930)", linker)[0] is None
    assert scored("修复版", linker) == ("修复版", 100)
    assert scored("七里香 2023年重映", linker) == ("七里香", 100)
    assert scored("敦煌壁画", Linker([film("敦煌壁画修复")]))[0] is None


def test_where_a_library_keeps_a_book_is_no_part_of_its_title() -> None:
    for line in ("FIC GAI The Graveyard Book", "813.54 GAI The Graveyard Book", "FIC NIV Ringworld"):
        assert scored(line)[1] == 100, line
    assert scored("The GAI Ten")[0] is None


def test_what_a_page_counts_of_a_video_is_no_part_of_its_title() -> None:
    for line in ("画  播放 1.2万  点赞 300", "画 3.5万次播放", "画[公益短片]", "画 | 评论：12 | 转发：3"):
        assert scored(line) == ("画", 100), line
    assert scored("播放画")[0] is None


def test_letters_without_an_accent_stand_for_those_that_have_none_to_fold() -> None:
    linker = Linker([film("Kış Uykusu"), film("Łódź"), film("Smørrebrød")])
    for line, title in (("Kis Uykusu", "Kış Uykusu"), ("LODZ", "Łódź"), ("Smorrebrod", "Smørrebrød")):
        assert scored(line, linker) == (title, 100), line
    assert scored("Kas Uykusu", linker)[0] is None


def test_an_hour_may_be_written_without_its_zero() -> None:
    linker = Linker([film("08:15的公交车"), film("007的公交站")])
    assert scored("8:15的公交车", linker) == ("08:15的公交车", 100)
    for line in ("9:15的公交车", "8:30的公交车", "7的公交站"):
        assert scored(line, linker)[0] is None, line


def test_a_title_may_hold_what_parts_a_line() -> None:
    linker = Linker([film("I, Daniel Blake", 2016, "Ken Loach"), film("Rocky", 1976), film("Missing", 1982)])
    for line in ("2016: Ken Loach, I, Daniel Blake", "I, Daniel Blake, Ken Loach, 2016", "Film: I, Daniel Blake"):
        assert scored(line, linker) == ("I, Daniel Blake", 100), line
    assert scored("Rewatched “I, Daniel Blake” (2016) last night", linker)[0] == "I, Daniel Blake"
    assert scored("Rewatched “Missing” (1982)", linker)[0] == "Missing"
    for line in ("Rewatched “Missing” last night", "Rewatched “Missing” (1999)", "Rocky II, Daniel Blake"):
        assert scored(line, linker)[0] is None, line


def test_a_character_that_only_looks_alike_is_mostly_another_word() -> None:
    linker = Linker([film("肝癌早期诊断技术的建立"), film("青花瓷", 2008, "周杰伦")])
    assert scored("肺癌早期诊断技术的建立", linker) == ("肝癌早期诊断技术的建立", 78)
    assert scored("青花瓶", linker)[0] is None
    for line in ("青花瓶 2008", "青花瓶 周杰伦"):
        assert scored(line, linker) == ("青花瓷", 78), line
    assert scored("青花磁", linker)[1] > 90


def test_messages_programmes_and_files_of_subtitles_name_works() -> None:
    for line, title in (
        ("Re: Ringworld", "Ringworld"),
        ("转发：回复：悲情城市参评材料", "悲情城市"),
        ("5月13日 周六 14:00 霸王别姬 1号厅", "霸王别姬"),
        ("霸王别姬 30周年纪念版", "霸王别姬"),
        ("附件3：悲情城市", "悲情城市"),
        ("14/250 悲情城市 豆瓣9.0", "悲情城市"),
        ("Ringworld.en.srt", "Ringworld"),
        ("悲情城市.HD1080P.国粤双语.mp4", "悲情城市"),
        ("悲情城市（1989年版）", "悲情城市"),
    ):
        found = LINKER.match([line])
        assert [(match.result and match.result.title, match.score) for match in found] == [(title, 100.0)], line
    for line in ("悲情城市演唱会", "战狼 3号"):
        assert next(LINKER.match([line])).result is None, line


def test_volumes_halves_and_times_are_written_in_several_ways() -> None:
    linker = Linker([film("李自成（第二卷）"), film("兄弟（上）", 2005, "余华"), film("08:15"), film("穆斯林的葬礼")])
    for line, title in (
        ("李自成（卷二）", "李自成（第二卷）"),
        ("李自成 卷二", "李自成（第二卷）"),
        ("兄弟（上册）余华", "兄弟（上）"),
        ("8点15", "08:15"),
        ("八点一刻", "08:15"),
    ):
        assert [match.result and match.result.title for match in linker.match([line])] == [title], line
    for line in ("李自成（卷三）", "兄弟（下册）余华", "8点16", "八点半", "穆斯林的婚礼"):
        assert next(linker.match([line])).result is None, line


def test_attachments_telephones_corrections_and_sites_are_beside_a_title() -> None:
    linker = Linker(
        [film("悲情城市", 1989, "侯孝贤"), film("Let It Go", 2013), film("7 Years", 2015), film("活着", 1993)]
    )
    for line, title in (
        ("附件2-悲情城市-报名表.doc", "悲情城市"),
        ("侯孝贤+悲情城市+13800000000", "悲情城市"),
        ("作品二：悲情城市", "悲情城市"),
        ("悲情城市_0513改.mp4", "悲情城市"),
        ("悲情城市_三审.mp4", "悲情城市"),
        ("Watch Let It Go online", "Let It Go"),
        ("7 Years lyrics", "7 Years"),
        ("Let It Go (Live)", "Let It Go"),
        ("#EXTINF:225,侯孝贤 - 悲情城市", "悲情城市"),
        ("悲情城市 1989 chs&eng", "悲情城市"),
        ("[FLAC] 悲情城市（伴奏）", "悲情城市"),
        ("悲情城市，侯孝贤等著", "悲情城市"),
        ("1989年度 悲情城市", "悲情城市"),
    ):
        assert scored(line, linker) == (title, 100), line
    for line in ("Watch Let It Be online", "作品二：悲情", "Live and Let It Go Online", "悲情城市2-报名表.doc", "跟着"):
        assert scored(line, linker)[0] is None, line


def test_a_preposition_a_fraction_and_two_contradictions_make_another_work() -> None:
    room = film("Room", 2015)._replace(cells=Cells((Column("role", None),), ("ACTRESS IN A LEADING ROLE",)))
    linker = Linker([room, film("Rocky III", 1982), film("告白", 2010, "中岛哲也", other_titles=("母亲",))])
    for line in ("Room in Rome", "Rocky III 1/2", "Rocky III 2"):
        assert scored(line, linker)[0] is None, line
    assert scored("Rocky III 1982", linker)[0] == "Rocky III"
    mothers = [Work(("母亲",), years=(2009,), who=("奉俊昊",)), Work(("母亲",), years=(2010,))]
    assert [match.result and match.result.title for match in linker.match(mothers)] == [None, "告白"]


def test_half_of_a_title_in_two_parts_names_it_in_doubt() -> None:
    titles = ["花开满庭 集美仙桥", "五年看上海 |\n一镜到底穿越江河观新颜", "力量之源·中共四大红色故事"]
    titles += ("终结者2：审判日", "Dr. Strangelove or: How I Learned to Stop Worrying")
    titles += ("Birdman or (The Unexpected Virtue of Ignorance)", "Life or Something Like It")
    titles += ("The Lord of the Rings: The Two Towers", "《大家聊巨变》系列纪录短片")
    linker = Linker([film(title, 2014) for title in titles])
    lines = ["花开满庭", "集美仙桥.mp4", "《五年看上海》", "一镜到底穿越江河观新颜", "中共四大红色故事"]
    lines += ("Dr Strangelove", "How I Learned to Stop Worrying", "Birdman (2014)", "The Two Towers")
    for line in lines:
        assert 80 <= scored(line, linker)[1] < 100, line
    for line in ("集美", "红色故事", "审判日", "观新颜", "Life", "系列纪录短片", "Two Towers of Pisa", "集美仙桥小学"):
        assert scored(line, linker)[0] is None, line


def test_a_number_between_title_and_subtitle_may_be_in_the_line_alone() -> None:
    titles = ("指环王：双塔奇兵", "The Lord of the Rings: The Two Towers", "英雄本色3：夕阳之歌")
    linker = Linker([film(title) for title in titles])
    for line in ("指环王2：双塔奇兵", "指环王之双塔奇兵", "Lord of the Rings 2 - The Two Towers", "英雄本色之夕阳之歌"):
        assert 50 <= scored(line, linker)[1] < 100, line
    for line in ("指环王2", "指环王2：王者无敌", "英雄本色2：夕阳之歌", "Lord of the Rings 2 - The Return of the King"):
        assert scored(line, linker)[0] is None, line


def test_a_long_title_in_latin_script_forgives_more() -> None:
    titles = ("Schindler's List", "Pirates of the Caribbean: The Curse of the Black Pearl", "No Country for Old Men")
    linker = Linker([film(title) for title in (*titles, "Stray Dogs", "The Soldiers", "Sons of Saul")])
    for line, title in (
        ("Schindler List", titles[0]),
        ("Pirates of the Carribean The Curse of the Black Pearl", titles[1]),
        ("No Country for Old Man", titles[2]),
    ):
        found, score = scored(line, linker)
        assert (found, score < 100) == (title, True), line
    for line in ("Schindler Lists", "Straw Dogs", "The Soldier", "Son of Saul", "Pirates of the Arabian Sea"):
        assert scored(line, linker)[0] is None, line


def test_several_titles_in_marks_name_several_works() -> None:
    linker = Linker([film("画"), film("面试"), film("薪火")])
    for line in ("《画》和《面试》", "《画》、《面试》", "《薪火》《画》"):
        (found,) = linker.match([line])
        assert (found.result, found.note.partition(":")[0]) == (None, "several works"), line
    for line in ("《薪火》《薪火》", "《画》《初稿》", "《薪火》与《新火》"):
        assert scored(line, linker)[0] in ("薪火", "画"), line


def test_who_sends_a_work_in_writes_telephones_numbers_and_letters_around_it() -> None:
    linker = Linker(
        [
            film("距离", 2022, "宝山区高境镇党委"),
            film("面试", 2022, "青浦区融媒体徐泾镇分中心"),
            film("纪念中国有电140周年", 2022, "国网上海市电力公司"),
            film("党员"),
            film("大英雄"),
        ]
    )
    for line, title in (
        ("高境镇 距离 021-56123456", "距离"),
        ("138-0013-8000+距离+宝山区高境镇党委", "距离"),
        ("宝山区高境镇党委 距离 67812345转801", "距离"),
        ("(青浦)徐泾融媒_面试_0712定稿.mp4", "面试"),
        ("国网电力纪念中国有电140周年", "纪念中国有电140周年"),
        ("Re: 关于报送微视频大英雄的函", "大英雄"),
        ("微视频-19：大英雄", "大英雄"),
        ("12 / 20 党员", "党员"),
    ):
        assert scored(line, linker)[0] == title, line
    for line in ("距离 2001 2010", "关于报送党员的材料", "黄浦融媒_面试", "国网浙江纪念中国有电140周年"):
        assert scored(line, linker)[0] is None, line


def test_a_cell_that_contains_the_title_says_nothing_else_of_the_work() -> None:
    columns = (Column("Film", "title"), Column("Detail", None))
    rocky = film("Rocky", 1976)._replace(cells=Cells(columns, ("Rocky", "Rocky Balboa")))
    assert [scored(line, Linker([rocky]))[0] for line in ("Rocky", "Rocky Balboa")] == ["Rocky", None]


def test_a_first_part_that_only_one_of_the_two_names_is_said() -> None:
    for line, title, note in (
        ("杀死比尔1", "杀死比尔", "left over: 1"),
        ("杀死比尔", "杀死比尔1", "the title goes on: 1"),
        ("杀死比尔（第一部）2003", "杀死比尔", "left over: 第一部"),
        ("杀死比尔", "杀死比尔：第一部", "the title goes on: 第一部"),
        ("第一季：中国奇谭", "中国奇谭", "left over: 第一季"),
        ("《进击的巨人》S1", "进击的巨人", "left over: S1"),
        ("Kill Bill", "Kill Bill: Vol. 1", "the title goes on: Vol. 1"),
        ("Dune: Part One", "Dune", "left over: Part One"),
        ("Dune (2021) - Part I", "Dune", "left over: Part I"),
        ("画1", "画", "left over: 1"),
    ):
        (found,) = Linker([film(title)]).match([line])
        assert (found.result and found.result.title, found.score < 100, found.note) == (title, True, note), line
    for line, title in (
        *(("杀死比尔 Vol. 1", "杀死比尔1"), ("Kill Bill 1", "Kill Bill: Vol. 1"), ("Dune Part 1", "Dune: Part One")),
        *(("中国奇谭（一）", "中国奇谭 第一季"), ("杀死比尔(1).mp4", "杀死比尔"), ("No. 1 杀死比尔", "杀死比尔")),
        *(("1. 杀死比尔", "杀死比尔"), ("第1章：画", "画"), ("封神：朝歌风云", "封神第一部：朝歌风云")),
        *(("封神1：朝歌风云", "封神第一部：朝歌风云"), ("封神第一部：朝歌风云", "封神1：朝歌风云")),
        *(("Pride & Prejudice", "Pride and Prejudice"), ("一一", "一一")),
    ):
        assert scored(line, Linker([film(title)])) == (title, 100), line
    linker = Linker([film("Kill Bill"), film("Kill Bill: Vol. 1"), film("Kill Bill: Vol. 2")])
    for line, title in (("Kill Bill 1", "Kill Bill: Vol. 1"), ("Kill Bill", "Kill Bill")):
        assert scored(line, linker) == (title, 100), line


def of_list(title: str, heading: str, **facts: Any) -> Linker:
    """A linker for one title of a list with that heading."""
    return Linker([film(title, category=None, cells=Cells((Column(heading, "title"),), (title,)), **facts)])


def test_another_kind_of_work_than_the_lists_is_said() -> None:
    films = [of_list("红高粱", heading) for heading in ("片名", "影片名称", "Film")]
    films += (of_list("红高粱", "作品", award="最佳影片"), Linker([film("红高粱", category="微视频")]))
    for linker in films:
        for words in ("（电视剧）", "（小说）", " (TV series)", "（a novel）", "（歌曲）", "（长篇小说）"):
            (found,) = linker.match([f"红高粱{words}"])
            assert (bool(found.result), found.score < 100) == (True, True), words
            assert found.note == f"left over: {words.strip(' ()（）')}", words
        for words in ("（微电影）", " (2022 film)", "预告片", "（短片）", " 高清 完整版", " https://movie.example/1"):
            assert scored(f"红高粱{words}", linker) == ("红高粱", 100), words
    (found,) = films[0].match(["红高粱（剧集版）"])
    assert found.note == "left over: 剧集, 版"
    books = of_list("红高粱", "书名"), of_list("红高粱", "title", award="Best Novel")
    for linker in books:
        assert scored("红高粱（电影）", linker)[1] < 100
        for words in ("（小说）", "（长篇小说）", " (novel)"):
            assert scored(f"红高粱{words}", linker) == ("红高粱", 100), words
    for words in ("（电影）", "（电视剧）", " (novel)"):
        assert scored(f"红高粱{words}", of_list("红高粱", "作品名称")) == ("红高粱", 100), words
        assert scored(f"红高粱{words}", of_list("红高粱", "作品", award="最佳原创歌曲")) == ("红高粱", 100), words
    assert scored("红高粱（电视剧）", of_list("红高粱", "剧名")) == ("红高粱", 100)


def test_a_part_of_the_work_is_said() -> None:
    for words in ("花絮", "片段", "名场面"):
        for line in (f"霸王别姬（{words}）", f"《霸王别姬》{words}", f"霸王别姬{words}.mp4", f"【{words}】霸王别姬"):
            (found,) = LINKER.match([line])
            assert (found.result and found.result.title, found.score < 100) == ("霸王别姬", True), line
            assert found.note == f"left over: {words}", line
    assert scored("人生片段", Linker([film("人生片段")])) == ("人生片段", 100)


def test_the_second_half_of_a_title_is_the_title_in_doubt(tmp_path: Path) -> None:
    """Behind 之, or from a quotation on; neither a word, nor more or less than the half, nor the half before it."""
    halves = {
        "水门桥": ("长津湖之水门桥", 85.0),
        "《水门桥》 2022": ("长津湖之水门桥", 85.0),
        "终极一战": ("叶问之终极一战", 85.0),
        "《忘记关灯的小楼》": ("崇明有一幢“忘记关灯”的小楼", 85.0),
        "决战时刻": ("《战狼之决战时刻》", 85.0),
        "守护神": ("守护神", 100.0),
    }
    others = ["春", "歌声", "小时代", "忘记关灯", "水门桥头", "水门乔", "长津湖", "叶问", "水门桥的秘密", "一"]
    for linker in (Linker(HALVES), Linker(stored(tmp_path / "halves.awards", collection(HALVES)))):
        for line, (title, score) in halves.items():
            found = linker.match_of(line)
            assert (found.result and found.result.title, found.score) == (title, score), line
        assert linker.match_of("水门桥").note == "the title goes on: 长津湖之"
        assert [linker.match_of(line).result for line in others] == [None] * len(others)
