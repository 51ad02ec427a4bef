"""Lists without a heading, and rows around a table that are no results."""

import shlex
from pathlib import Path

import pytest

from awardcli import messages
from awardcli.collection import open_collection
from awardcli.collection.user_file.reading_report import ReadAs
from awardcli.errors import InvalidDataError
from conftest import Run
from support import workbook, written


def titles(path: Path) -> list[str | None]:
    return [film.title for film in open_collection(path)]


def test_the_option_advised_for_a_list_without_a_heading_reads_every_row(awardcli: Run, tmp_path: Path) -> None:
    for name, text, options, found in (
        ("a.tsv", "春天\t嘉定区委宣传部\n咏梅\t文汇报社\n画\t马陆镇党委\n", "A organization=B", ["春天", "咏梅", "画"]),
        ("a.csv", "嘉定区委宣传部,春天的故事\n文汇报社,咏梅\n", "B organization=A", ["春天的故事", "咏梅"]),
        ("a.csv", "春天的故事,第一中学,2021\n咏梅,第二中学,2020\n", "A organization=B year=C", None),
        ("a.csv", "Chen Kaige,Farewell My Concubine\nAng Lee,Brokeback Mountain\nBong Joon-ho,Parasite\n", "B", None),
        ("a.csv", "甲,嘉定\n乙,文汇\n", "A", ["甲", "乙"]),
        ("a.csv", "一等奖,子丑,某学校,9\n一等奖,寅卯,某中学,8\n金牌,辰巳,某小学,7\n", "B award=A organization=C", None),
        (
            "a.csv",
            "1,早安上海,融媒体中心,一等奖\n2,江边,文旅局,二等奖\n",
            "B organization=C award=D",
            ["早安上海", "江边"],
        ),
        ("a.csv", "弄堂,张三,一等奖\n江边,李四,二等奖\n", "A award=C", ["弄堂", "江边"]),
        (
            "a.csv",
            "1,Allrounder,For all fields,Award\n2,Corangamite,For the arts,Medal\n3,Art,For art,Award\n",
            "B",
            None,
        ),
    ):
        path = written(tmp_path / name, text)
        with pytest.raises(InvalidDataError) as refused:
            open_collection(path)
        asked = [word for each in options.split() for word in ("--column", each if "=" in each else f"title={each}")]
        assert refused.value.hints[0] == messages.NO_HEADING_ROW(options=shlex.join(asked)), text
        ran = awardcli("list", "--data", path, *asked, "-f", "jsonl")
        assert len(ran.lines) == text.count("\n"), text
        assert found is None or all(each in line for each, line in zip(found, ran.lines, strict=True)), text


def remarks(path: Path) -> str:
    return " ".join(remark.text for remark in open_collection(path).reading.remarks)  # type: ignore[attr-defined]


def test_a_list_of_one_column_has_its_separator_in_its_text(tmp_path: Path) -> None:
    films = "Good Night", "Goodbye, Mr. Chips", "Roma", "Argo"
    for heading in ("title", "Best Films"):
        path = written(tmp_path / "a.csv", "\n".join((heading, *films)))
        assert titles(path) == [*films], heading
        assert "“,” is part of the text, as in line 3: “Goodbye, Mr. Chips”" in remarks(path)
    assert titles(written(tmp_path / "a.csv", "title\n" + "Roma\n" * 50 + "A, B\n"))[-1] == "A, B"
    assert titles(written(tmp_path / "a.csv", 'title\n"A, B"\nRoma,\n')) == ["A, B", "Roma"]
    path = written(tmp_path / "a.csv", "获奖名单\n" * 50 + "片名,单位\n甲,子\n")
    assert [(film.title, film.organization) for film in open_collection(path)] == [("甲", "子")], "a long preface"
    for text in ("title\nA,2019\nB,2020\nC\n", "title,year\nA\nB\nC\nD,2020,x\n"):
        path = written(tmp_path / "b.csv", text)
        assert open_collection(path).reading.refused, "a table of columns"  # type: ignore[attr-defined]


def test_lines_that_are_parts_of_entries_are_doubted(tmp_path: Path) -> None:
    entries = "1954\nPICTURE\n{}The Robe\nFALSE\n1942\nACTRESS\nAda\nFoxes\nTRUE\n1973\nACTRESS\nBob\nLady\nFALSE\n"
    for gap in ("Ann\n", "\n"):
        assert "5 lines may be one result" in remarks(written(tmp_path / "a.txt", entries.format(gap)))
    for text in (
        "1917\n1984\n2046\n2012\n1900\n1941\n",
        "Rain\n\nRoma\n\nArgo\n\nGigi\n",
        "Rain\n1917\nRoma\nArgo\nGigi\n",
    ):
        assert "may be one result" not in remarks(written(tmp_path / "a.txt", text)), text
    parted = written(tmp_path / "b.txt", "Wings,silent\nCimarron,western\nGigi,musical\nArgo,drama\nRain,drama\n")
    assert "--column title=A" in remarks(parted)
    sentences = written(tmp_path / "b.txt", "Come, Rain\nGo, Sun\nRoma\nGood, Bad, Ugly\nArgo\n")
    assert "--column title=A" not in remarks(sentences)


def test_an_unknown_heading_above_numbers_or_of_a_program_is_still_advised_as_the_title(tmp_path: Path) -> None:
    for text in (
        *("舞目,得分\n长乐坊,8.8\n哑巴树,7\n", "dance_x,made_at\n长乐坊,沪\n哑巴树,京\n"),
        "获奖,内容\n一等奖,长乐坊\n二等奖,哑巴树\n",
    ):
        with pytest.raises(InvalidDataError) as refused:
            open_collection(written(tmp_path / "a.csv", text))
        assert "by letter" not in refused.value.hints[0], text


def test_a_table_copied_from_a_pdf_has_the_feet_of_its_pages_set_aside(tmp_path: Path) -> None:
    heading = "序号 作品名称 作者 单位 奖项\n"
    rows = "1 焊花 李海 二公司 金奖\n", "2 午休 王红 机关 银奖\n"
    for foot in ("— {} —", "-{}-", "第{}页 共2页", "第 {} 页"):
        text = f"附件\n第五届摄影大赛获奖名单\n{heading}{rows[0]}{foot}\n{heading}{rows[1]}{foot}\n".replace("{}", "1")
        films = open_collection(written(tmp_path / "a.txt", text))
        assert [(film.title, film.organization, film.award, film.category) for film in films] == [
            ("焊花", "李海、二公司", "金奖", None),
            ("午休", "王红、机关", "银奖", None),
        ], foot
        assert [row.line for row in films.reading.set_aside] == [5, 6, 8], foot  # type: ignore[attr-defined]


def test_signatures_totals_and_attachments_below_a_table_are_no_results(tmp_path: Path) -> None:
    table = "序号,作品名称,报送单位,主创\n1,甲,子,张三\n2,乙,丑,李四\n"
    for foot in (
        *("填表人,张三,联系电话,123\n", "审核人,,日期,2022年1月1日\n", "总分,,,\n", "总得分,,,98\n"),
        *("附件1：说明,,,\n", "附表2,,,\n", "附件：联系表,,,\n"),
    ):
        assert titles(written(tmp_path / "a.csv", table + foot)) == ["甲", "乙"], foot
    for row, title in (("3,联系电话,寅,王五\n", "联系电话"), ("附件,总分,寅,王五\n", "总分"), ("3,附件1,,\n", "附件1")):
        assert titles(written(tmp_path / "a.csv", table + row)) == ["甲", "乙", title], row


def test_the_heading_is_found_below_a_long_preface(tmp_path: Path) -> None:
    preface: list[list[object]] = [[f"第{at}条：请填写"] for at in range(40)]
    table: list[list[object]] = [["序号", "作品名称", "报送单位"], ["1", "甲", "子"], ["2", "乙", "丑"]]
    assert titles(written(tmp_path / "a.xlsx", workbook(("名单", preface + table)))) == ["甲", "乙"]


def test_an_award_named_once_for_several_rows_is_doubted(tmp_path: Path) -> None:
    for awards, is_doubted in (
        (("一等奖", "", "二等奖", "", "三等奖", ""), True),
        (("一等奖", "二等奖", "", "三等奖", ""), True),
        (("一等奖", "", "一等奖", "二等奖"), False),
        (("一等奖", "二等奖", "三等奖"), False),
        (("", "一等奖", "", "二等奖"), False),
        (("甲级", "乙级", "", "丙级"), False),
    ):
        text = "奖项,片名\n" + "".join(f"{award},片{at}\n" for at, award in enumerate(awards))
        remarks = open_collection(written(tmp_path / "a.csv", text)).reading.remarks  # type: ignore[attr-defined]
        assert any(remark.option == "--fill-down 奖项" for remark in remarks) == is_doubted, awards
    for heading, cells, is_doubted in (
        *(("是否获奖", ("是", "否", "是", "待定"), False), ("备注", ("", "未提交", "", ""), False)),
        *(("结果", ("Won", "Nominated", "Won", "Nominated"), False), ("是否公示", ("是", "否", "是", "否"), True)),
        *(("是否获奖", ("是", "是", "是", "是"), True), ("备注", ("", "方言版", "", ""), True)),
        *(("导演", ("甲", "未央", "乙", "未名"), True), ("英文名", ("Up", "Unsubmitted", "Her", "It"), True)),
    ):
        awards = ("一等奖", "", "二等奖", "")
        rows = (f"{award},片{at},{cell}\n" for at, (award, cell) in enumerate(zip(awards, cells, strict=True)))
        written(tmp_path / "a.csv", f"奖项,片名,{heading}\n" + "".join(rows))
        remarks = open_collection(tmp_path / "a.csv").reading.remarks  # type: ignore[attr-defined]
        assert any(remark.option == "--fill-down 奖项" for remark in remarks) == is_doubted, (heading, cells)


def test_titles_of_one_letter_are_titles(tmp_path: Path) -> None:
    assert titles(written(tmp_path / "a.csv", "片名,单位\nA,子\nA,丑\nD,寅\n")) == ["A", "A", "D"]


def test_a_list_of_awards_without_a_heading_has_its_works_and_years_named_too(tmp_path: Path) -> None:
    for works, options in (
        (("Sea", "", "Rain", "", "Salt", "", "Fog"), "B --column title=D --column year=A --column organization=C"),
        (("Rome", "", "Rome", "", "Oslo", "", "Oslo"), "B --column year=A --column organization=C"),
    ):
        rows = [f"{2025 - at}\t第{at + 3}届创新奖\t建筑学会\t{work}" for at, work in enumerate(works)]
        path = written(tmp_path / "a.tsv", "\n".join(rows) + "\n")
        with pytest.raises(InvalidDataError) as refused:
            titles(path)
        assert refused.value.hints == (messages.NO_HEADING_ROW(options=f"--column award={options}"),), works
        found = open_collection(path, ReadAs(columns={"B": "award"}))
        assert len(list(found)) == len(works)
        options_left = [remark.option or remark.text for remark in found.reading.remarks]  # type: ignore[attr-defined]
        assert not any("award=" in option for option in options_left), works
        assert any("title=D" in option for option in options_left) == ("title" in options), works
