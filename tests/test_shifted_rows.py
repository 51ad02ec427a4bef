"""Rows copied from a page without the cells that are merged with those above are read below these, and said to be."""

from pathlib import Path

from awardcli.collection.loading import check
from support import written


def test_a_row_that_begins_with_a_title_goes_on_below_the_merged_cells_of_the_row_above(tmp_path: Path) -> None:
    edition = "届次|年份|作品|作者\n第一届|1997|《春》|张三\n《夏》|李四||\n第二届|1998|《秋》|王五\n"
    heading = "年份|最佳影片|最佳导演|最佳男主角"
    awards = f"{heading}\n1980|《春》|张三《夏》|李四《秋》\n《冬》|||\n1981|《雪》|赵六《雾》|王五《雨》\n"
    for text, found in (
        (edition, "春1997 夏1997 秋1998"),
        (edition.replace("|", "\t"), "春1997 夏1997 秋1998"),
        (awards, "春1980 夏1980 秋1980 冬1980 雪1981 雾1981 雨1981"),
    ):
        reading, films = check(written(tmp_path / "a.txt", text))
        said = " ".join(f"{film.title}{film.edition.year}" for film in films or ())
        assert said.replace("《", "").replace("》", "") == found, text
        assert any("read as under merged cells" in remark.text for remark in reading.remarks), text


def test_other_rows_that_begin_with_a_title_stay_where_they_are(tmp_path: Path) -> None:
    for text in (
        "作品 | 原名 | 作者\n《春》 | 《春天》 | 张三\n《夏》 | 李四 |\n",  # titles are in the first column
        "刊物 | 作品 | 作者\n《收获》 | 《春》 | 张三\n《诗刊》 | 《夏》 | 李四\n",
        "年份 | 作品 | 作者\n《春》 | 张三 |\n2020 | 《夏》 | 李四\n2021 | 《秋》 | 王五\n",  # no row is above
        "单位|作品|作者\n甲社|《春》|张三\n《诗刊》|《夏》|李四\n乙社|《秋》|王五\n",  # no cell is missing
    ):
        reading, films = check(written(tmp_path / "a.txt", text))
        assert not any("merged cells" in remark.text for remark in reading.remarks), text
        assert len(films or ()) == len(text.splitlines()) - 1, text
