"""Pages of Markdown and lists without a heading are read whole: every table, each cell without marks, no row lost."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from awardcli.collection import ListCollection, open_collection
from awardcli.collection.user_file.markdown_page import plain
from awardcli.collection.user_file.reading_report import ReadAs
from awardcli.errors import InvalidDataError
from awardcli.model import Role
from support import written


def listed(path: Path, text: str, read_as: ReadAs | None = None) -> ListCollection:
    films = open_collection(written(path, text), read_as or ReadAs())
    assert isinstance(films, ListCollection)
    return films


def found(films: ListCollection) -> list[tuple[str | None, ...]]:
    return [(film.title, film.organization, film.award, film.category and film.category.name) for film in films]


def years(films: ListCollection) -> list[int | None]:
    return [film.edition.year for film in films]


def remarks(films: ListCollection) -> list[str]:
    return [remark.text for remark in films.reading.remarks] if films.reading else []


def test_the_marks_of_markdown_are_no_part_of_a_cell() -> None:
    for text, without in {
        "[甲](https://a.b/c_(d) 't')": "甲",
        "[甲 :material-open-in-new:](https://a.b){:target='_blank'}": "甲",
        "**一等奖** 🥇": "一等奖 🥇",
        "**`Img to Icon`** (`a.app`)": "Img to Icon (a.app)",
        "<i>Double Star</i>": "Double Star",
        "甲<br />乙": "甲\n乙",
        "[a](b)、**c** _d_ ~~e~~[^1]": "a、c d e",
        "![奖](a.png) 甲": "甲",
        "[![奖](a.png)](b) **![](c.png) 甲**": "甲",
        "![金奖](a.png)": "金奖",
        "![金奖](a.png) -": "金奖 -",
        "[![金奖](a.png)](b)": "金奖",
        "[[paper]](a.pdf) [[code]]()": "[paper] [code]",
        "[甲 [乙]](b)": "甲 [乙]",
        "\\*\\*A\\*\\* \\[1\\](b)": "**A** [1](b)",
    }.items():
        assert plain(text) == without, text
    for text in (
        "王*轩，孙*异", "李**、张**",
        "snake_case_name", "M*A*S*H", "f(x)[1]", "[REC]", "A < B > C", "5 * 3 * 2", "10:30:20",
        "Mission: Impossible: II", "__", "![](a.png)", "a_b_", "**", "<Parasite>", "[甲](乙", "~5~", "C:\\片",
    ):  # fmt: skip
        assert plain(text) == text, text


def test_every_table_of_a_page_is_read_with_the_heading_above_it(tmp_path: Path) -> None:
    page = (
        "---\ntitle: 获奖 | 名单\n---\n# 名单\n\n说明 | 文字。\n\n## 微电影\n\n|片名|单位|\n|---|---|\n|甲|子|\n||\n\n"
        "## 纪录片\n谢谢。\n片名|导演\n:-:|--\n**乙**|丑\n\n"
        "见 [附件](a|b)\n\n### 评分\n\n|标准|分值|\n|--|--|\n|创意|10|\n\n完\n"
    )
    films = listed(tmp_path / "a.md", page)
    assert found(films) == [("甲", "子", None, "微电影"), ("乙", "丑", None, "纪录片")]
    assert films.reading
    assert {row.text for row in films.reading.set_aside} >= {"## 纪录片", "谢谢。", "完"}
    assert any("line 25" in text and "标准" in text for text in remarks(films)), remarks(films)
    assert [film.title for film in listed(tmp_path / "a.md", page, ReadAs(columns={"标准": "title"}))] == ["创意"]


def test_a_heading_that_names_an_award_is_that_of_the_only_table_too(tmp_path: Path) -> None:
    table = "\n|片名|单位|\n|--|--|\n|甲|子|\n"
    for above, award in {"## 一等奖": "一等奖", "**金奖**": "金奖", "# 第九届\n说明": None, "# 获奖名单": None}.items():
        assert found(listed(tmp_path / "a.md", above + "\n" + table)) == [("甲", "子", award, None)], above
    page = f"## Trophy 25th November\n{table}## Cup\n{table.replace('甲', '乙')}"
    films = listed(tmp_path / "a.md", page)
    assert (found(films)[0][3], films.columns[-1].heading) == ("Trophy 25th November", "类别")
    page = f"# 2021年\n{table}# 2022年\n{table.replace('甲', '乙')}"
    assert years(listed(tmp_path / "a.md", page)) == [2021, 2022]


def tables(*parts: tuple[str, str, str]) -> str:
    """A page of tables, each with what is above it, its headings and its row."""
    cells = [(above, f"|{names}|", "|-" * (names.count("|") + 1) + "|", f"|{row}|") for above, names, row in parts]
    return "\n\n".join(f"{above}\n\n{names}\n{rule}\n{row}" for above, names, rule, row in cells) + "\n"


def test_a_column_of_days_does_not_displace_the_year_of_the_heading_above(tmp_path: Path) -> None:
    for names, first, second in (
        ("Contest|Date|Team", "A|3 Dec|peach", "B|5 Nov|plum"),
        ("Contest|Date|Team", "A|Dec 2016|peach", "B|Nov 2014|plum"),
        ("作品|获奖时间|奖项", "春|12月3日|金奖", "秋|5月|银奖"),
        ("作品|时间|奖项", "春|12月|金奖", "秋|11月|银奖"),
        ("Titel|Datum|Preis", "A|3. Dez.|Gold", "B|5. Nov.|Gold"),
        ("제목|날짜|상", "봄|12월 3일|대상", "여름|5월 1일|대상"),
    ):
        for begin, end in (("# ", ""), ("## ", "年"), ("## ", "년")):
            parts = ((f"{begin}2016{end}", names, first), (f"{begin}2014{end}", names, second))
            assert years(listed(tmp_path / "a.md", tables(*parts))) == [2016, 2014], (names, begin, end)
            assert years(listed(tmp_path / "a.md", tables(parts[0]))) == [2016], "the only table"
        text = f"2016年\n{names}\n{first}\n2014年\n{names}\n{second}\n".replace("|", ",")
        assert years(listed(tmp_path / "a.csv", text)) == [2016, 2014], names
    for names, first in (("Title|Year|Award", "A|2015|Gold"), ("片名|上映日期|奖项", "春|2015-05-01|金奖")):
        page = tables(("# 2016", names, first), ("# 2014", names, first.replace("2015", "2013")))
        assert years(listed(tmp_path / "a.md", page)) == [2015, 2013], "years of the rows themselves"
    films = listed(
        tmp_path / "a.md", tables(("# 2021", "赛站|队名", "A|甲"), ("# 2016", "Contest|Team|Medal", "B|乙|Gold"))
    )
    assert [(column.heading, column.role) for column in films.columns if column.role == "year"] == [("年份", "year")]


def test_results_with_a_remark_are_awards_and_an_option_for_one_table_leaves_the_others(tmp_path: Path) -> None:
    page = tables(("# 2021", "赛站|队名|成绩", "A|甲|银牌（51/239）"), ("# 2016", "Contest|Team|Medal", "B|乙|Gold"))
    option = next(text.rpartition(": ")[2] for text in remarks(listed(tmp_path / "a.md", page)) if "成绩" in text)
    assert option == "--column award=成绩"
    films = listed(tmp_path / "a.md", page, ReadAs(columns={"成绩": "award"}))
    assert [(film.award, film.edition.year) for film in films] == [("银牌（51/239）", 2021), ("Gold", 2016)]
    two = page.replace("银牌（51/239）|\n", "银牌（51/239）|\n|C|丙|铜牌（89/240）|\n")
    assert [film.award for film in listed(tmp_path / "a.md", two)] == ["银牌（51/239）", "铜牌（89/240）", "Gold"]


def test_a_line_above_each_table_is_its_name_and_ends_with_it(tmp_path: Path) -> None:
    head, rows = "时间|奖项名称|作品", ("2021|女主角|春", "2018|女演员|夏", "2017|女演员奖|秋")
    for names in (
        ("影视类", "华鼎奖", "国际影视节奖项"),
        ("电影节", "金鹰奖", "时尚盛典"),
        ("Film", "Golden Globe Award", "TV"),
    ):
        bold = [f"**{name}**" for name in names]
        for above in (names, bold, [f"{name}：" for name in bold], [f"# 获奖\n\n{names[0]}", *names[1:]]):
            films = listed(tmp_path / "a.md", tables(*zip(above, (head,) * 3, rows, strict=True)))
            assert [film.category and film.category.name for film in films] == [*names], above
        html = "".join(
            f"<p>{name}</p><table><tr><th>{head}</tr><tr><td>{row}</tr></table>".replace("|", "<td>")
            for name, row in zip(names, rows, strict=True)
        )
        films = listed(tmp_path / "a.html", html)
        assert [film.category and film.category.name for film in films] == [*names], "html"
        csv = "".join(f"{name},,\n{head}\n{row}\n,,\n" for name, row in zip(names, rows, strict=True)).replace("|", ",")
        films = listed(tmp_path / "a.csv", csv)
        assert [film.category and film.category.name for film in films] == [*names], "csv"
        assert [column.heading for column in films.columns if not column.role] == [], "csv"
    grouped = (("## 2016年\n\n**小学组**", "中学组"), ("**中学组**", "小学组"), ("## 2014年\n\n**小学组**", "中学组"))
    films = listed(tmp_path / "a.md", tables(*((above, "作品|奖项", "春|金奖") for above, _ in grouped)))
    assert years(films) == [2016, 2016, 2014]
    assert [film.category and film.category.name for film in films] == ["小学组", "中学组", "小学组"]
    for second, category in {
        "其余作品见下表，按姓氏排列。": "华鼎奖", "": "华鼎奖", "时尚盛典": None, "续表": "华鼎奖"
    }.items():  # fmt: skip
        parts = (("华鼎奖", head, rows[0]), (second, head, rows[1]), ("见下。", head, rows[2]))
        films = listed(tmp_path / "a.md", tables(*parts))
        assert [film.category and film.category.name for film in films] == ["华鼎奖", category, category], second
    films = listed(tmp_path / "a.md", tables(("## 微电影", head, rows[0]), ("Continued", head, rows[1])))
    assert [film.category and film.category.name for film in films] == ["微电影", "微电影"], "below a heading"


def test_the_advice_names_a_heading_of_the_table_and_not_of_the_page(tmp_path: Path) -> None:
    page = "## Awards & more\n\n| Nr | Gewonnen | Punkte |\n|---|---|---|\n| 1 | Gold Cup | 3 |\n| 2 | Silver | 2 |\n"
    with pytest.raises(InvalidDataError) as caught:
        listed(tmp_path / "a.md", page)
    assert "--column title=Gewonnen" in caught.value.hints[0]


def test_a_list_without_a_heading_is_read_by_the_letters_of_its_columns(tmp_path: Path) -> None:
    for name, text, role in (
        ("a.csv", "1960, Theme From Exodus\n1961, Moon River\n1966, Michelle\n", {"B": "title", "A": "year"}),
        (
            "a.txt",
            "2014|Best Song|Royals\n2014|Best Album|Lucky\n2013|Best Album|Babel\n",
            {"C": "title", "A": "year", "B": "award"},
        ),
        ("a.txt", "Royals;2014;Lorde\nBabel;2013;Mumford\n", {"A": "title", "B": "year"}),
    ):
        try:
            told = " ".join(remarks(listed(tmp_path / name, text)))
        except InvalidDataError as error:
            told = " ".join(error.hints)
        options = " ".join(f"--column {role}={letter}" for letter, role in role.items())
        assert told.endswith(options), (text, told)
        films = listed(tmp_path / name, text, ReadAs(columns=role))  # type: ignore[arg-type]
        assert [len(films), *years(films)] == [text.count("\n"), *map(int, re.findall("[0-9]+", text))], text
        assert films.reading
        assert films.reading.heading_line is None
    sentence = "Hamnet," + "a film shot in England and distributed there" + "\nSinners,a film shot in Louisiana\n"
    with pytest.raises(InvalidDataError) as caught:
        listed(tmp_path / "a.csv", sentence)
    assert [hint.rpartition(": ")[2] for hint in caught.value.hints] == ["--column title=A"]
    titled = listed(tmp_path / "a.csv", "A,B\n甲,1\n乙,2\n", ReadAs(columns={"A": "title"}))
    assert [film.title for film in titled] == ["甲", "乙"], "a heading A is a heading"
    with pytest.raises(InvalidDataError, match="no heading “C”"):
        listed(tmp_path / "a.csv", "1,甲\n2,乙\n", ReadAs(columns={"C": "title"}))


def test_a_page_without_a_table_gives_its_items_or_is_refused(tmp_path: Path) -> None:
    page = "---\ntags:\n- film\n---\n# Booker Prize\n\nSome *prose*.\n\n## Booker Prize (4)\n\n"
    page += "- [ ] 1969: P. H. Newby _Something_\n-   1970: [B](c)\n"
    films = listed(tmp_path / "a.md", page)
    assert [film.title for film in films] == ["1969: P. H. Newby Something", "1970: B"]
    assert films.reading
    assert [(row.line, row.text) for row in films.reading.set_aside] == [
        (5, "# Booker Prize"), (7, "Some *prose*."), (9, "## Booker Prize (4)")
    ]  # fmt: skip
    films = listed(tmp_path / "a.md", "# 一等奖\n\n1. **甲**\n2. 乙\n\n## 二等奖（2名）\n* 丙\n")
    assert [(film.title, film.award) for film in films] == [("甲", "一等奖"), ("乙", "一等奖"), ("丙", "二等奖")]
    assert [film.title for film in listed(tmp_path / "a.md", "# 名单\n\n甲\n乙\n")][-2:] == ["甲", "乙"]
    assert [film.title for film in listed(tmp_path / "a.md", "片名\n甲\n乙\n")] == ["甲", "乙"]
    assert [film.title for film in listed(tmp_path / "a.md", "2012\n----\n\n- 甲\n- 乙\n")] == ["甲", "乙"]
    assert [film.title for film in listed(tmp_path / "a.txt", "- 甲\n* 乙\n")] == ["- 甲", "* 乙"], "no page"
    for text, found in {
        "---\ntitle: Winners\n---\nWe have a winner.\n": "a Markdown page",
        "# Winners\n\n## 2016\nFirst came A.\n": "a Markdown page",
        "# 名单\n\n<table>\n<tr><th>片名</th></tr>\n</table>\n": "a web page",
        "## 甲\n- x\n\n<div class='a'><table><tbody>\n<tr>\n": "a web page",
        "---\nlayout: post\ntitle: Winners\n---\nFirst came:\n\n* Theme: games\n": "a Markdown page",
        "## Winner\n\n- Team\n  - Weiming\n- Title: Fast\n": "a Markdown page",
        "# My awards\n## Contest A\n### 作品甲\n- 優秀賞\n\n## Contest B\n### 作品乙\n- 奨励賞\n": "a Markdown page",
        "| 影视类 |\n| | 片名 | 奖项 | | --- | --- | | 甲 | 金奖 | |\n": "a Markdown page",
        '<article class="post">\n<p>甲</p>\n': "a web page",
        "<?php\nget_header();\n?>\n<table>\n": "program code",
    }.items():
        with pytest.raises(InvalidDataError, match=f"this is {found}") as error:
            listed(tmp_path / "a.md", text)
        assert len(error.value.hints) == (found != "program code"), "a way to a list"
    page = "---\ntitle: Winners\n---\nWe have a winner.\n\n"
    for name, text in {
        "a.md": f"{page}| title | director |\n|---|---|\n| Rain | Ada |\n",
        "a.txt": "Rain\n",
        "pasted.txt": "title\tdirector\nRain\tAda\n",
    }.items():
        assert [film.title for film in listed(tmp_path / name, text)] == ["Rain"], "the hints work"


def test_a_title_of_several_lines_is_doubted(tmp_path: Path) -> None:
    for title, is_doubted in {
        "甲乙<br>丙丁": True,
        "雨天<br>Rain": False,
        "草原<br>——一个故事": False,
        "The<br>Rain": False,
    }.items():
        films = listed(tmp_path / "b.md", f"| 奖项 | 作品 |\n|---|---|\n| 一等奖 | {title} |\n| 二等奖 | 戊己 |\n")
        assert any("several things in one" in remark for remark in remarks(films)) is is_doubted, title


def test_na_names_nobody_but_may_be_a_title(tmp_path: Path) -> None:
    films = listed(tmp_path / "a.csv", "title,director,studio\nNA,子,NA\nRoma,N/A,丑\n")
    assert [(film.title, film.organization) for film in films] == [("NA", "子"), ("Roma", "丑")]


def test_numbers_under_a_heading_that_only_ends_in_a_body_name_none(tmp_path: Path) -> None:
    films = listed(tmp_path / "a.csv", "title,laureate,age_own_firm,studio\n甲,子,25,20\n乙,丑,31,A24\n")
    assert [film.organization for film in films] == ["子、20", "丑、A24"]


def test_winners_below_headings_have_titles_in_italics_and_the_heading_as_category(tmp_path: Path) -> None:
    for mark in "*_":
        text = "# 2023 Awards\n\n## Drama\n\n- **Best Play**: *Waiting for Kim* — Ann Lee, Bo Ek\n"
        text += "- **Jury Award**: *27* — Cy Orr\n"
        text += "\n## Music\n\n- **Best Song**: *Alone, by Night*, by Di Poe\n- **Jury Award**: *Home* — Ed Fox\n"
        films = open_collection(written(tmp_path / "a.md", re.sub(r"(?<!\*)\*(?!\*)", mark, text)))
        assert [
            (film.category and film.category.name, film.award, film.title, film.organization) for film in films
        ] == [
            ("Drama", "Best Play", "Waiting for Kim", "Ann Lee、Bo Ek"),
            ("Drama", "Jury Award", "27", "Cy Orr"),
            ("Music", "Best Song", "Alone, by Night", "Di Poe"),
            ("Music", "Jury Award", "Home", "Ed Fox"),
        ], mark


def test_a_page_without_a_table_is_read_as_a_notice_evenly(tmp_path: Path) -> None:
    found = [("瞬息", None, "最佳影片", 2023), ("鲸", "布兰登", "最佳男主角", 2023), ("健听", None, "最佳影片", 2022)]
    items = ["最佳影片：《瞬息》", "最佳男主角：布兰登《鲸》", "最佳影片：《健听》"]
    for above, first, second, end in (
        ("# 奥斯卡\n\n[官网](https://a.example)", "## 2023年", "## 2022年", ""),
        ("---\norder: 1\n---\n# 影视\n\n## 奖项\n\n### 奥斯卡金像奖", "#### 2023", "#### 2022", ""),
        ("# 影视\n\n::: tabs", "@tab 2023", "@tab 2022", "\n\n:::"),
        ("# 影视", "::: details 2023年", ":::\n\n::: details 2022年", "\n\n:::"),
    ):
        for bullet in ("", "- "):
            lines = [bullet + item for item in items]
            page = "\n\n".join([above, first, *lines[:2], second, lines[2]]) + end + "\n"
            films = listed(tmp_path / "a.md", page)
            assert [(f.title, f.organization, f.award, f.edition and f.edition.year) for f in films] == found, page
    page = "# 金像奖\n\n## 2023年\n\n- 最佳影片：瞬息\n- 最佳剧本：鲸\n\n## 2022年\n\n- 最佳影片：健听\n"
    films = listed(tmp_path / "a.md", page)
    assert [(f.title, f.award, f.edition and f.edition.year) for f in films] == [
        *(("瞬息", "最佳影片", 2023), ("鲸", "最佳剧本", 2023), ("健听", "最佳影片", 2022))
    ]
    prose = "---\ntitle: x\n---\n# 名单\n\n评选由某局主办。\n\n结果如下。\n\n"
    prose += "## 一等奖\n\n- 甲（一局）\n\n## 二等奖\n\n- 乙（二局）\n- 丙（三局）\n"
    assert [(f.title, f.award) for f in listed(tmp_path / "a.md", prose)] == [
        *(("甲", "一等奖"), ("乙", "二等奖"), ("丙", "二等奖"))
    ]


_FIRST = "| 时间 | 奖项 | 作品 |\n| --- | --- | --- |\n| 2021 | 一等奖 | 春 |\n"


def test_an_option_for_a_heading_of_several_tables_reads_each_that_has_it(tmp_path: Path) -> None:
    page = f"## 论文\n\n{_FIRST}\n## 竞赛\n\n| 时间 | 奖项 | 比赛 |\n| --- | --- | --- |\n| 2023 | 三等奖 | 蓝桥杯 |\n"
    first, other = ("春", None, "一等奖", "论文"), (None, None, "三等奖", "竞赛")
    asked: Sequence[tuple[Mapping[str, Role], list[tuple[str | None, ...]]]] = (
        ({"奖项": "award"}, [first, other]),
        ({"时间": "year"}, [first]),  # no row of the other table is taken for its heading
        ({"比赛": "title"}, [("蓝桥杯", None, "三等奖", "竞赛")]),
    )
    for columns, results in asked:
        assert found(listed(tmp_path / "a.md", page, ReadAs(columns=columns))) == results, columns
    page = f"## 论文\n\n{_FIRST}\n## 个人\n\n| 时间 | 类别 | 姓名 |\n| --- | --- | --- |\n| 2023 | 三等奖 | 张三 |\n"
    films = listed(tmp_path / "a.md", page, ReadAs(columns={"类别": "award"}))
    assert found(films) == [first, (None, "张三", "三等奖", "个人")]


def test_dates_of_other_years_than_that_above_the_table_are_offered(tmp_path: Path) -> None:
    rows = (
        "| Date | Award | Work |\n| --- | --- | --- |\n| {} | First Prize | Spring |\n| {} | Second Prize | Autumn |\n"
    )
    for above, dates, is_offered in (
        ("2024", ("2019-03-01", "2021-05-06"), True),
        ("2023-2024", ("2023-12-01", "2024-05-06"), True),
        ("2024", ("2024-03-01", "2024-05-06"), False),
        ("2024", ("3 March", "6 May"), False),
    ):
        films = listed(tmp_path / "a.md", f"# {above}\n\n{rows.format(*dates)}")
        assert years(films) == [int(above[:4])] * 2
        assert any("--column year=Date" in remark for remark in remarks(films)) == is_offered, (above, dates)


def test_a_line_that_announces_a_table_is_no_name_of_it(tmp_path: Path) -> None:
    for above, below in (
        ("获奖情况如下", "以下为提名"),
        ("The winners are as follows", "The following were nominated"),
    ):
        films = listed(tmp_path / "a.md", f"{above}\n\n{_FIRST}\n{below}\n\n{_FIRST.replace('春', '夏')}")
        assert [category for *_, category in found(films)] == [None, None], above


def test_words_in_italics_among_others_in_most_items_are_titles(tmp_path: Path) -> None:
    page = (
        "A French award.\n\nLaureates\n\n- 1972: Ada Ono for _Long Rain_ (Grasset)\n- 1973: Bo Vega for *Mud* (novel)\n"
        "- 1974 to 1975: Not attributed.\n- 1976: Cy Fox, _Fog_ (short stories)\n"
        "- 1977: The jury decided not to award the prize.\n"
    )
    assert [(film.title, film.organization, film.edition.year) for film in listed(tmp_path / "a.md", page)] == [
        *(("Long Rain", "Ada Ono", 1972), ("Mud", "Bo Vega", 1973), ("Fog", "Cy Fox", 1976))
    ]
    for items in ("- _Rain_\n- _Snow_\n- _Fog_\n", "- Rain\n- The _real_ Snow\n- Fog\n"):
        titles = [film.title for film in listed(tmp_path / "a.md", items)]
        assert titles in (["Rain", "Snow", "Fog"], ["Rain", "The real Snow", "Fog"]), items


def test_headings_of_an_award_with_its_work_are_above_who_made_it(tmp_path: Path) -> None:
    page = (
        "---\ntitle: x\n---\n# 入賞作品\n\n## 大賞　系統樹\n- 山辺 真幸 殿（某大学）\n- 中川 草 殿\n    （他大学）\n\n"
        "## 金賞　AJIMI\n- 依田 和真 殿\n"
    )
    films = [(film.award, film.title, film.organization) for film in listed(tmp_path / "a.md", page)]
    assert films == [
        ("大賞", "系統樹", "山辺 真幸 殿（某大学）、中川 草 殿（他大学）"),
        ("金賞", "AJIMI", "依田 和真 殿"),
    ]
    papers = "## Best Paper: Rain\n- Ada Ono (MIT)\n- Bo Vega (City College)\n\n## Best Demo: Fog\n* Cy Fox (NASA)\n"
    assert [film.title for film in listed(tmp_path / "a.md", papers)] == ["Rain", "Fog"]
    for other in (
        "## Best Picture: Rain\n- Snow\n- Slow Fog\n\n## Best Score: Mud\n- Fog\n",  # others that were nominated
        "## Best Director: Ada Ono\n- Bo Vega (City University)\n\n## Best Actor: Cy Fox\n- Di Orr (City College)\n",
        "## 一等奖：春\n- 张三\n\n## 二等奖\n- 《秋》\n",
    ):
        assert "Rain" not in [film.title for film in listed(tmp_path / "a.md", other)], other
        assert "Ada Ono" not in [film.title for film in listed(tmp_path / "a.md", other)], other


def test_works_are_headings_below_those_of_their_awards(tmp_path: Path) -> None:
    for text, expected in {
        "## Best Study:\n### [Rain at Noon](a.html)\n\nAda Ono, Bo de Vega\n\n---\n## Best New Direction\n"
        "### On Fog at Dawn\nCy Fox and Di Orr\n": [
            ("Best Study", "Rain at Noon", "Ada Ono, Bo de Vega"),
            ("Best New Direction", "On Fog at Dawn", "Cy Fox and Di Orr"),
        ],
        "# 2023\n## Best Paper\n### A Study of Rain\n- Ada Ono (MIT)\n### On Snow\n- Cy Fox (NASA)\n": [
            ("Best Paper", "A Study of Rain", "Ada Ono (MIT)"),
            ("Best Paper", "On Snow", "Cy Fox (NASA)"),
        ],
        "## 最佳论文\n### 春的研究\n张三、李四\n## 最佳系统\n### 秋的系统\n王五\n": [
            ("最佳论文", "春的研究", "张三、李四"),
            ("最佳系统", "秋的系统", "王五"),
        ],
    }.items():
        for name in ("a.md", "a.txt"):
            films = listed(tmp_path / name, text)
            assert [(film.award, film.title, film.organization) for film in films] == expected, (name, text)
    for other in (
        "## Best Film\n### Winner\nRain\n### Nominees\nSnow Fall\n",
        "## Best Paper\n### Ann Lee\nRain on Roofs\n## Best Demo\n### Bo Vega\nSnow at Sea\n",
        "## Best Film\n### Rain on Roofs\nThe jury liked it.\n## Best Score\n### Snow of May\nA quiet piece.\n",
    ):
        with pytest.raises(InvalidDataError, match="a Markdown page"):
            listed(tmp_path / "a.md", other)


def test_the_properties_of_a_page_and_code_in_it_do_not_make_it_another_format(tmp_path: Path) -> None:
    properties = '+++\ntitle = "x"\n[menu.main]\nname = "x"\n+++\n\n'
    table = "| Film | Director |\n|---|---|\n| Rain | Ada Ono |\n"
    in_html = "<table><tr><th>Film</th><th>Director</th></tr><tr><td>Rain</td><td>Ada Ono</td></tr></table>\n"
    code = "```toml\n[menu]\nname = 1\n```\n\n"
    nested = "---\nmenu:\n  main: x\n---\n## Winners\n\n- Rain\n"
    for text in (properties + table, properties + in_html, code + table, properties + "- Rain\n", nested):
        assert [film.title for film in listed(tmp_path / "a.md", text)] == ["Rain"], text
    for text in (properties, properties[4:], properties.rstrip("+\n")):
        with pytest.raises(InvalidDataError, match="TOML"):
            listed(tmp_path / "a.md", text)


def test_a_table_below_a_bar_is_read_or_named_with_its_rows(tmp_path: Path) -> None:
    first = "| Film | Director |\n|---|---|\n| Rain | Ada Ono |\n\n"
    bar = "| Day 2 | | |\n|---|---|---|\n| | Artist | Hit |\n| Best Song | Bo Vega | Fog |\n"
    assert [film.organization for film in listed(tmp_path / "a.md", first + bar)] == ["Ada Ono", "Bo Vega"]
    unknown = listed(tmp_path / "a.md", first + bar.replace("Artist", "Foo"))
    assert any("line 5 with 2 rows below its first is not read" in text for text in remarks(unknown))
    in_html = "<table><tr><th>Film</th><th>Director</th></tr>\n<tr><td>Mud</td><td>Cy Fox</td></tr></table>\n"
    beside = listed(tmp_path / "a.md", first + in_html)
    assert [film.title for film in beside] == ["Rain"]
    assert any("in HTML in line 5 with 1 row" in text for text in remarks(beside))
