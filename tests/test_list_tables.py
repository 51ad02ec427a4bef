"""Headings of several rows, captions, stacked tables and layouts across: each row of a file is read as what it is."""

from pathlib import Path

from awardcli.collection.loading import open_collection
from awardcli.collection.user_file.reading_report import ReadAs, Reading
from awardcli.model import Result
from support import written


def read(path: Path, text: str | bytes, **read_as: object) -> tuple[list[Result], Reading]:
    found = open_collection(written(path, text), ReadAs(**read_as))  # type: ignore[arg-type]
    results = list(found)
    return results, found.reading  # type: ignore[attr-defined]


def headings(path: Path, text: str) -> tuple[int, list[str]]:
    """The line of the heading and the headings that have a role."""
    _, reading = read(path, text)
    return reading.heading_line or 0, [column.heading for column in reading.columns if column.role]


def test_a_heading_of_several_rows_has_the_lowest_name_of_each_column(tmp_path: Path) -> None:
    for text, line, named in (
        ("作品,,报送,,2021年得分,\n名称,时长,单位,电话,初评,终评\n咏梅,5,某报社,1,90,91\n", 2, ["作品名称", "单位"]),
        ("作品,,报送,\n名称,时长,联系人,电话\n咏梅,5分,张三,138\n", 2, ["作品名称"]),
        ("序号,片名,,单位\n,中文,英文,\n1,咏梅,Yongmei,某报社\n", 2, ["中文片名", "英文片名", "单位"]),
        ("No.,Title,,Director\n,English,Original,\n1,A,B,C\n", 2, ["English Title", "Original Title", "Director"]),
        ("片名,,得分,\n中文,英文,初评,终评\n咏梅,Yongmei,90,91\n", 2, ["中文片名", "英文片名"]),
        (
            "序号,作品信息,,\n,名称,,单位\n,中文,英文,\n1,咏梅,Yongmei,某报社\n",
            *(3, ["中文名称", "英文名称", "单位"]),
        ),
        (
            "奖项,获奖作品,,,主创,\n,名称,,类别,导演,编剧\n,中文,英文,,,\n金奖,咏梅,Yongmei,短片,子,丑\n",
            *(3, ["奖项", "中文名称", "英文名称", "类别", "导演", "编剧"]),
        ),
    ):
        assert headings(tmp_path / "a.csv", text) == (line, named), text
    for text in (
        "片名,单位,,备注\n中文,某局,x,y\n",
        "序号,片名,,单位\n1,中文,英文,\n2,法文,,某局\n",
        "作品,,单位\n名称,x,y\n",
        "作品,,单位\n甲,乙,丙\n名称,x,y\n",
        "片名,,单位,\n春,夏,秋,冬\n",
    ):
        assert len(read(tmp_path / "a.csv", text)[0]) == text.count("\n") - 1, text
