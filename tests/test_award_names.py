"""Several awards in one cell: each is found and counted on its own, and the cell stays as it is written."""

import json
from pathlib import Path

import pytest

from awardcli.collection import Collection
from awardcli.collection.collection_builder import save_collection
from awardcli.collection.loading import open_collection
from awardcli.language.awards import award_names
from awardcli.search.filters import filtered
from awardcli.search.find import find
from awardcli.search.query import Filters
from support import written

pytestmark = pytest.mark.usefixtures("workbooks_read_here")

CELLS = ("人气奖", "创意奖、人气奖", "创意奖")


def test_the_awards_of_a_cell_are_parted_where_each_is_one_by_its_own_words() -> None:
    for cell in (
        *(
            "金奖；最佳导演奖",
            "一等奖、最佳编剧奖",
            "Best Film; Best Actor",
            "Best Film, Best Actor",
            "最佳影片 / 最佳导演",
        ),
        *(
            "金奖\n最佳创意奖",
            "First Prize; Audience Award",
            "三好学生、优秀学生干部",
            "최우수상、인기상",
            "銀賞、審査員特別賞",
        ),
        *("1.一等奖 2.最佳创意奖", "Best Film and Best Actor", "Oscar、Palme d'Or", "Mejor película; Mejor actriz"),
        *(
            "一等奖，最佳人气奖",
            "一等奖，三等奖",
            "1위, 3위",
            "1位, 2位",
            "1st prize, Best demo",
            "Gold, Silver",
            "冠军，最佳射手",
        ),
    ):
        assert len(award_names(cell)) == 2, cell
        assert not any(mark in name for name in award_names(cell) for mark in "、；;,\n"), cell
    for cell in ("创意奖、", "创意奖；", "创意奖、创意奖", "、创意奖"):
        assert list(award_names(cell)) == ["创意奖"], cell
    for cell in (
        *(
            "文学、艺术奖",
            "最佳男、女主角奖",
            "全国竞赛，一等奖",
            "金、银奖",
            "Best Actor, Drama",
            "Young Writers Award, Third Prize",
            "文学、",
        ),
        *("一等奖（诗歌、散文）", "City Contest; Second", "最佳导演", "Best Actor and Actress", "文学奖，一等奖"),
        *(
            "大奖，一等奖",
            "Best Film, 1st prize",
            "1st, Best Demo",
            "Third Prize, Photography",
            "대상, 1위",
            "一等奖，作者",
        ),
    ):
        assert list(award_names(cell)) == [cell], cell


def test_a_rank_or_a_count_is_no_part_of_an_award() -> None:
    ranks = "（rank 1)|（51/239）|(rk. 12/300)|（第3名）|（全国第2名）|(#12)|（并列）| (tie)"
    counts = "（2项）|（共5名）| 若干| 2项|2项|：3名|共3项| x2|×3| *2"
    for award in ("一等奖", "银牌", "Gold"):
        for more in f"{ranks}|{counts}".split("|"):
            assert list(award_names(award + more)) == [award], award + more
    for cell in (
        "金奖（小学组）",
        "金牌 (2019)",
        "Best Film (12th)",
        "第三名",
        "文学奖（诗歌）",
        "数据安全组rank1",
        "金奖2019",
    ):
        assert list(award_names(cell)) == [cell], cell
    assert not any(map(award_names, ("（164/224）", "164/224", "12 / 300", "(rank 3)")))
    assert list(award_names("银牌（51/239），最快解题奖")) == ["银牌", "最快解题奖"]


def test_awards_with_ranks_are_found_by_the_award_and_ranks_alone_are_none(tmp_path: Path) -> None:
    cells = ("一等奖（rank 1)", "一等奖", "一等奖 若干", "（164/224）", "非正式参赛（66/239）", "二等奖2项")
    path = written(tmp_path / "a.csv", "片名,奖项\n" + "".join(f"{at}甲,{cell}\n" for at, cell in enumerate(cells)))
    save_collection(open_collection(path), tmp_path / "a.awards", path)
    for found in (open_collection(path), open_collection(tmp_path / "a.awards")):
        assert found.counts("award") == {"一等奖": 3, None: 2, "二等奖": 1}
        for filters in (Filters(award="一等奖"), Filters(award=cells[0]), Filters(where=(f"奖项={cells[0]}",))):
            assert [each.title for each in filtered(found, filters)] == ["0甲", "1甲", "2甲"], filters
        assert [each.award for each in found] == [*cells[:3], None, None, cells[5]]
        assert [each.cells.values[1] for each in found] == [*cells]


def test_filters_and_counts_know_each_award_of_a_cell_in_every_format(tmp_path: Path) -> None:
    import xlsxwriter

    rows = list(zip(("甲乙", "丙丁", "戊己"), CELLS, strict=True))
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([("片名", "奖项"), *rows]):
            sheet.write_row(at, 0, row)
    table = "".join(f"| {title} | {awards} |\n" for title, awards in rows)
    in_latin = "".join(f"{title},{cell.replace('、', '; ')}\n" for title, cell in rows)
    records = [{"title": title, "awards": cell.split("、")} for title, cell in rows]
    for path in (
        written(tmp_path / "a.csv", "片名,奖项\n" + "".join(map("{},{}\n".format, *zip(*rows, strict=True)))),
        written(tmp_path / "b.csv", f"title,awards\n{in_latin}"),
        written(tmp_path / "a.json", json.dumps(records)),
        written(tmp_path / "a.md", f"| 片名 | 奖项 |\n|---|---|\n{table}"),
        tmp_path / "a.xlsx",
    ):
        check(open_collection(path), path)
        save_collection(open_collection(path), tmp_path / f"{path.name}.awards", path)
        check(open_collection(tmp_path / f"{path.name}.awards"), path)


def check(collection: Collection, path: Path) -> None:
    assert collection.counts("award") == {"人气奖": 2, "创意奖": 2}, path
    assert [each.title for each in filtered(collection, Filters(award="人气奖"))] == ["甲乙", "丙丁"], path
    assert [each.title for each in filtered(collection, Filters(award="创意"))] == ["丙丁", "戊己"], path
    heading = next(column.heading for column in collection.columns if column.role == "award")
    assert [each.title for each in filtered(collection, Filters(where=(f"{heading}=创意奖",)))] == ["丙丁", "戊己"], (
        path
    )
    both = filtered(filtered(collection, Filters(award="创意奖")), Filters(award="人气奖"))
    assert [each.title for each in both] == ["丙丁"], path
    as_in_a_cell = str(next(each.award for each in collection if each.title == "丙丁"))
    for filters in (Filters(award=as_in_a_cell), Filters(where=(f"{heading}={as_in_a_cell}",))):
        assert [each.title for each in filtered(collection, filters)] == ["丙丁"], path
    assert [hit.result.title for hit in find(collection, "创意奖 人气奖").hits] == ["丙丁"], path
    assert both.counts("award") == {"人气奖": 1, "创意奖": 1} or [*both.counts("award")] == ["创意奖", "人气奖"], path
    assert [str(each.award).replace("; ", "、") for each in collection] == [*CELLS], path


def test_a_result_without_an_award_stays_one(tmp_path: Path) -> None:
    found = open_collection(written(tmp_path / "a.csv", "片名,奖项\n甲乙,未获奖\n丙丁,金奖；银奖\n戊己,\n"))
    assert found.counts("award") == {None: 2, "金奖": 1, "银奖": 1}
    assert [each.title for each in found.where("award", None)] == ["甲乙", "戊己"]


def test_awards_typed_together_are_each_wanted_though_a_cell_is_written_nearly_so(tmp_path: Path) -> None:
    found = open_collection(written(tmp_path / "a.csv", '片名,奖项\n甲,"创意奖,人气奖"\n乙,创意奖 人气奖\n丙,人气奖\n'))
    for typed in ("创意奖、人气奖", "人气奖、创意奖", "创意奖,人气奖"):
        assert [each.title for each in filtered(found, Filters(award=typed))] == ["甲"], typed
    assert [each.title for each in filtered(found, Filters(award="创意奖 人气奖"))] == ["乙"]
