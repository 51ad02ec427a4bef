"""A list in traditional characters is read as the same list in simplified ones."""

from pathlib import Path

import pytest

from awardcli.collection.loading import open_collection
from awardcli.errors import InvalidDataError
from awardcli.language.fold import to_simplified, variants_of
from awardcli.language.lazy_pattern import chinese_pattern
from support import HOME, written

LISTS = HOME / "tests" / "lists" / "files" / "handed"
NOTICE = """关于公布第三届市民微电影展评选结果的通知

各有关单位：
根据《评选办法》，现将评选结果公布如下：

一等奖（2部）
1.《灯塔下的歌》（航标处）
2.《老街的早晨》（文化馆）
二等奖：《弄堂里的孩子》导演：张三
优秀组织奖
文化馆
实验小学

特此通知
市民微电影展组委会
2023年5月1日
"""
TABLES = {
    "notice.txt": NOTICE,
    "contacts.csv": "作品,,报送,\n名称,时长,联系人,电话\n咏梅,5分,张三,138\n",
    "two rows of headings.csv": "片名,导演,联系人基本信息,\n,,姓名,电话\n春天,子,张三,138\n",
    "districts.csv": "获奖名单,,,,\n奖项,静安区,,宝山区,\n,片名,单位,片名,单位\n金奖,甲,子,乙,丑\n合计,1,,1,\n",
    "signed.csv": "片名,单位\n甲,子\n制表：张三,\n",
    "a further table.csv": "片名,导演\n春,子\n夏,丑\n优秀组织奖,\n单位,\n某局,\n某报社,\n",
    "a further heading.csv": "片名,导演\n甲,子\n\n书名,作者\n乙,丑\n",
    "sections.csv": "片名,类别,单位\n春,短片,静安区教育局\n一、纪录片,,\n冬,,上海市公安局黄浦分局\n",
    "nobody.csv": "奖项,片名,单位\n一等奖,（空缺）,暂无\n二等奖,从缺,\n三等奖,春,无\n未获奖,夏,子\n",
    "numbers.csv": "片名,奖项\n吾梦,9\n海,8\n",
    "wide.csv": "单位,第一作品,第二作品\n子,甲,乙\n丑,丙,\n",
    "won or not.csv": "片名,获奖者,提名\n甲,子,\n乙,,丑\n",
}

USUAL = {ord("局"): "局", ord("奖"): "獎", ord("馆"): "館", ord("里"): "裡", ord("台"): "臺"}


def in_traditional_characters(text: str) -> str:
    """The text in the first of the traditional forms of each character, or the usual one; a radical (⺌) is none."""
    forms = {ord(plain): other for other, plain in reversed(variants_of(text).items()) if other >= "\u4e00"}
    return text.translate({**forms, **USUAL})


def reading(path: Path, text: str) -> list[list[str]]:
    """The roles of each result of the list, in simplified characters."""
    try:
        results = list(open_collection(written(path, text)))
    except InvalidDataError:
        return []
    return [
        [
            to_simplified(str(value or ""))
            for value in (
                *(result.title, *result.other_titles, result.award, result.category and result.category.name),
                *(value for each in result.organizations for value in (each.name, each.district)),
                *(result.edition.name, result.edition.year),
            )
        ]
        for result in results
    ]


def is_text(path: Path) -> bool:
    try:
        return bool(path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        return False


@pytest.mark.parametrize("name", [*TABLES, *(path.name for path in sorted(LISTS.iterdir()) if is_text(path))])
def test_a_list_in_traditional_characters_is_read_as_in_simplified_ones(tmp_path: Path, name: str) -> None:
    text = TABLES.get(name) or (LISTS / name).read_text("utf-8-sig")
    traditional = in_traditional_characters(text)
    plain = reading(tmp_path / name, to_simplified(traditional))
    assert plain or name not in TABLES
    assert reading(tmp_path / name, traditional) == plain


def test_who_signs_a_notice_in_traditional_characters_is_no_winner(tmp_path: Path) -> None:
    results = list(open_collection(written(tmp_path / "notice.txt", in_traditional_characters(NOTICE))))
    assert [result.organization for result in results][-2:] == ["文化館", "實驗小學"]


def test_a_district_is_written_as_its_list_writes_it(tmp_path: Path) -> None:
    text = "片名,單位\n甲,靜安區教育局\n乙,上海市公安局黃浦分局\n丙,深圳市南山區\n丁,普陀区\n"
    results = open_collection(written(tmp_path / "a.csv", text))
    districts = [result.organizations[0].district for result in results]
    assert districts == ["靜安區", "黃浦區", "南山區", "普陀区"]


def test_a_pattern_keeps_the_ends_of_its_ranges() -> None:
    assert chinese_pattern("[\u4e00-\u9fff]+单[位-]").fullmatch("某個單位")
    assert not chinese_pattern("[东-么]").fullmatch("車")
    assert chinese_pattern(r"\[单").match("[單")
