"""Tables as people make them by hand: wrapped cells, titles in turn, captions of awards, names of lists above."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from awardcli.collection.loading import check
from awardcli.collection.user_file.columns.column_roles import NO_ROLES
from awardcli.collection.user_file.reading_report import ReadAs
from awardcli.errors import InvalidDataError
from awardcli.model import Result, Role
from support import written


def read(path: Path, text: str, columns: Mapping[str, Role | None] = NO_ROLES) -> tuple[list[Result], str]:
    """The results of a list and the remarks on it."""
    found, results = check(written(path, text), ReadAs(columns=columns))
    return list(results or ()), "\n".join(remark.text for remark in found.remarks)


def makers(result: Result) -> list[str]:
    return [each.name for each in result.organizations]


def test_a_line_that_begins_with_blanks_goes_on_with_the_name_above_unless_each_is_a_whole_name(tmp_path: Path) -> None:
    for cell, expected in (
        ("Ada\n  Ono", ["Ada Ono"]),
        ("The\n  Ember Company / Bo\n\tFund\n  / Cy Ltd.", ["The Ember Company", "Bo Fund", "Cy Ltd."]),
        ("某市教育\n    委员会", ["某市教育委员会"]),
        ("张三\n  李四", ["张三", "李四"]),
        ("Ada Ono\n  Bo Ek", ["Ada Ono", "Bo Ek"]),
        ("某市教育局\n  某市文化局", ["某市教育局", "某市文化局"]),
        ("Ada\nBo", ["Ada", "Bo"]),
    ):
        results, _ = read(tmp_path / "a.csv", f'Award,Person\nFirst Prize,"{cell}"\nSecond Prize,Di\n')
        assert makers(results[0]) == expected, cell


def test_a_vague_column_has_the_titles_of_the_rows_that_the_surer_one_leaves_blank(tmp_path: Path) -> None:
    for first, second, other, expected in (
        ("题目", "名称", "夏", "夏"),
        ("项目", "名称", "夏", "夏"),
        ("论文标题", "名称", "夏", "夏"),
        ("题目", "名称", "张三", None),  # who it was
    ):
        results, _ = read(tmp_path / "a.csv", f"{first},{second},年份\n春,,2020\n,{other},2021\n")
        assert [each.title for each in results] == ["春", expected], (first, other)
    results, _ = read(tmp_path / "a.csv", "题目,名称,年份\n春,某杯,2020\n夏,某杯,2021\n")
    assert [(each.title, each.other_titles) for each in results] == [("春", ()), ("夏", ())]


def test_a_column_with_words_beside_numbers_has_no_ids(tmp_path: Path) -> None:
    for ids, expected in (
        (("已受理", "ZL20"), "a-1"),
        (("待定", "12"), "a-1"),
        (("A1", "B"), "A1"),
        (("春一", "春二"), "春一"),
    ):
        results, _ = read(tmp_path / "a.csv", f"名称,状态/编号\n甲方法,{ids[0]}\n乙方法,{ids[1]}\n")
        assert results[0].id == expected, ids


def test_outcomes_and_short_names_of_national_prizes_are_told_apart(tmp_path: Path) -> None:
    for cell, award in (
        ("国一", "国一"),
        ("省二等", "省二等"),
        ("国特", "国特"),
        ("未进决赛", None),
        ("未能晋级复赛", None),
        ("初赛出局", None),
        ("决赛入围奖", "决赛入围奖"),
        ("未来之星奖", "未来之星奖"),
    ):
        results, _ = read(tmp_path / "a.csv", f"作品,成绩\n甲,{cell}\n乙,国二\n丙,国三\n")
        assert [each.award for each in results] == [award, "国二", "国三"], cell


def test_works_that_a_cell_lists_without_marks_are_doubted(tmp_path: Path) -> None:
    for cells, is_doubted in (
        (("甲/a、乙/b", "丙/c", "丁/d"), True),
        (("春、夏", "秋、冬", "月"), True),
        (("春、夏", "秋", "冬"), False),
        (("1、春", "2、秋", "3、冬"), False),
        (("唐、宋诗研究", "听觉、视觉的记忆", "秋"), False),
    ):
        table = "".join(f"{cell},一等奖\n" for cell in cells)
        _, remarks = read(tmp_path / "a.csv", f"作品,奖项\n{table}")
        assert ("several" in remarks) == is_doubted, cells


def test_a_caption_is_an_award_by_its_own_word_or_since_it_says_who_won_it(tmp_path: Path) -> None:
    for caption, award, year in (
        ("一、五一劳动奖章", "五一劳动奖章", None),
        ("一、获得2013年全国工人先锋号的集体", "全国工人先锋号", 2013),
        ("一、获一等奖的", "一等奖", None),
        ("一、荣获“三八红旗手”称号的我市女教师", "三八红旗手", None),
        ("一、获得金奖的秘密", None, None),
        ("一、获得2013年“学科带头人”称号的教师", "学科带头人", 2013),
        ("一、获得好评的作品", None, None),
        ("一、先锋戏剧", None, None),
    ):
        results, _ = read(tmp_path / "a.csv", f"姓名,单位\n{caption},\n张三,一中\n二、二等奖,\n李四,二中\n")
        assert (results[0].award, results[0].edition.year) == (award, year), caption


def test_a_numbered_caption_ends_what_the_one_numbered_alike_before_it_said(tmp_path: Path) -> None:
    for captions, expected in (
        (("一、教学能手", "二、一等奖"), [("教学能手", None), (None, "一等奖")]),
        (("（一）教学能手", "（二）一等奖"), [("教学能手", None), (None, "一等奖")]),
        (("一、一等奖", "二、散文类"), [(None, "一等奖"), ("散文类", None)]),
        (("一、散文类", "（一）一等奖"), [("散文类", None), ("散文类", "一等奖")]),
        (("一、散文类", "一等奖"), [("散文类", None), ("散文类", "一等奖")]),
    ):
        text = "姓名,单位\n" + "".join(f"{caption},\n张三,一中\n" for caption in captions)
        results, _ = read(tmp_path / "a.csv", text)
        assert [(each.category and each.category.name, each.award) for each in results] == expected, captions


def test_the_heading_below_the_name_of_a_list_is_found_by_its_award(tmp_path: Path) -> None:
    below = "获奖名次,行政村,金额\n一等奖,甲庄,100\n二等奖,乙岗,80\n"
    for above in ("某街道关于表彰先进的决定,,\n", "某区文艺活动,,\n三、评比奖励如下：,,\n", "", "2017年通报,,\n"):
        with pytest.raises(InvalidDataError) as refused:
            read(tmp_path / "a.csv", above + below)
        assert any("--column organization=行政村" in hint for hint in refused.value.hints), above
        results, _ = read(tmp_path / "a.csv", above + below, {"行政村": "organization"})
        assert [(each.award, each.organization) for each in results] == [("一等奖", "甲庄"), ("二等奖", "乙岗")]
    with pytest.raises(InvalidDataError) as refused:  # no row names an award
        read(tmp_path / "a.csv", "某区,,\n甲庄,100,好\n乙岗,80,好\n")
    assert "某区" in str(refused.value)


def test_two_awards_beside_what_is_said_of_the_contest_are_rows(tmp_path: Path) -> None:
    for heading, first in (
        ("届次,双年奖,推荐奖,评审", "第一届"),
        (",雙年獎,推薦獎,評審,資料來源", "第一屆 (1989)"),
        ("年份,双年奖,推荐奖,备注", "1989"),
        (",双年奖,推荐奖", "1989"),
    ):
        rest = "," * heading.count(",")
        text = f"{heading}\n{first},春,夏{rest[3:]}{',子' * (rest.count(',') > 2)}\n"
        results, _ = read(tmp_path / "a.csv", text + text.split("\n")[1].replace("春", "秋").replace("夏", "冬") + "\n")
        assert [each.title for each in results] == ["春", "夏", "秋", "冬"], heading
        assert results[0].award in ("双年奖", "雙年獎")
    results, _ = read(tmp_path / "a.csv", "作品,双年奖,推荐奖,评审\n春,夏,秋,冬\n甲,乙,丙,丁\n")
    assert [each.title for each in results] == ["春", "甲"]  # beside a work they are columns of it
    with pytest.raises(InvalidDataError):
        read(tmp_path / "a.csv", "双年奖,推荐奖,评审\n春,夏,秋\n甲,乙,丙\n")
