"""What is uncertain says so: values that look like something other than what they were read as are named."""

import json
from pathlib import Path

import pytest

from awardcli.collection.loading import check
from awardcli.collection.user_file.reader import read_rows
from awardcli.collection.user_file.reading_report import BY_CONTENT, ReadAs
from awardcli.errors import InvalidDataError
from conftest import Run
from support import workbook, written


def remarks(path: Path, read_as: ReadAs = BY_CONTENT) -> str:
    """The remarks on a list once it is read, one a line."""
    rows = read_rows(path, read_as)
    list(rows)
    return "\n".join(remark.text for remark in rows.reading.remarks)


def test_every_command_and_validate_name_the_values_and_their_lines(awardcli: Run, tmp_path: Path) -> None:
    films = "".join(f"春天{at}号,第{at}中学\n" for at in "甲乙丙丁戊")
    path = written(tmp_path / "a.csv", f"片名,单位\n{films}95分,2022\n")
    said = [
        "1 of 6 titles may be numbers: “95分” (line 7); if so, correct the file there",
        "1 of 6 people or organizations may be years or editions: “2022” (line 7); if so, correct the file there",
    ]
    assert json.loads(awardcli("validate", path, "-f", "json").out)["remarks"] == said
    assert all(text in awardcli("validate", path).out for text in said)
    assert all(f"a.csv: {text}" in awardcli("list", "--data", path).err for text in said)
    chinese = awardcli("validate", path, "--lang", "zh").out
    assert "6 个作品名中有 1 个可能是数字：“95分”（第 7 行）；若是，请在文件中改正" in chinese


def test_a_mark_behind_some_names_of_a_column_is_doubted_and_a_masked_name_is_not(tmp_path: Path) -> None:
    for names, is_doubted in {
        "Frank Herbert*,Kate Wilhelm,Ada Lee": True,
        "Ada Lee Jr.*,Kate Wilhelm": True,
        "Ada Lee †,Kate Wilhelm": True,
        "Ada Lee*,Kate Wilhelm*": False,
        "张*,王*轩,李四": False,
        "M*A*S*H,Ada": False,
    }.items():
        rows = "".join(f"{name},{at}\n" for at, name in enumerate(names.split(",")))
        said = remarks(written(tmp_path / "a.csv", f"author,pages\n{rows}"))
        assert ("“author” has a mark behind 1 name, such as" in said) is is_doubted, names


def test_what_stands_for_a_title_is_doubted_by_its_form_or_where_it_is_common(tmp_path: Path) -> None:
    for name, text, said in (
        (
            "a.csv",
            "片名,奖项\n嘉定区教育局,一等奖\n宝山区教育局,二等奖\n春天,二等奖\n",
            "2 of 3 titles may be organizations",
        ),
        ("a.csv", "名称,联系人\n嘉定区教育局,张三\n宝山区教育局,张三\n", "if so: --column organization=名称"),
        ("a.csv", "作品,作者\n第一名,张三\n第二名,李四\n", "if so: --column award=作品"),
        (
            "a.csv",
            "奖项,片名\n一等奖,导演\n二等奖,编剧\n",
            "2 of 2 titles may be headings: “导演” (line 2), “编剧” (line 3)",
        ),
        ("a.csv", "名称,清单\n一等奖,春天里\n二等奖,老街\n", "if so: --column title=清单 --column award=名称"),
        ("a.csv", "片名,奖项\n春天,一等奖\n95分,一等奖\n", "1 of 2 titles may be numbers: “95分” (line 3)"),
        ("a.csv", "片名,单位\n作者：张三,甲社\n秋日,乙社\n", "1 of 2 titles may be several things in one"),
        ("a.csv", "片名,单位,奖项\n春天,甲社,一等奖\n一等奖,乙社,二等奖\n", "1 of 2 titles may be awards: “一等奖”"),
        (
            "a.csv",
            "片名,单位,奖项\n春天,甲社,金奖\n秋日,乙社,银奖\n画,丙社,铜奖\n待定,丁社,铜奖\n",
            "1 of 4 titles may be remarks",
        ),
        (
            "a.csv",
            "名称,类型,名称\n嘉定区,片,春天\n宝山区,片,画\n",
            "if so: --column title='名称 (2)' --column organization=名称",
        ),
    ):
        assert said in remarks(written(tmp_path / name, text)), text


def test_what_stands_for_a_maker_is_doubted_by_its_form_or_where_it_is_common(tmp_path: Path) -> None:
    for text, said in (
        (
            "片名,单位\n春天,2022\n秋日,甲社\n",
            "1 of 2 people or organizations may be years or editions: “2022” (line 2)",
        ),
        ("片名,单位\n张三,《春天》 嘉定区教育局\n李四,乙社\n", "may be several things in one: “《春天》 嘉定区教育局”"),
        ("片名,单位\n春天,021-59530000\n秋日,甲社\n", "may be phone numbers or e-mails: “021-59530000”"),
        ("单位,作品\n《春天》,甲镇\n《秋日》,乙社\n", "if so: --column title=单位 --column organization=作品"),
        ("片名,单位\n春天,等5部\n秋日,甲社\n", "may be remarks: “等5部”"),
        ("片名,单位\n春天,责任编辑、王五\n秋日,甲社\n", "may be headings: “责任编辑、王五”"),
        ("片名,单位\n春天,Best Director\n秋日,Best Screenplay\n", "2 of 2 people or organizations may be awards"),
    ):
        assert said in remarks(written(tmp_path / "a.csv", text)), text


def test_films_named_like_a_year_a_heading_or_an_award_are_not_doubted(tmp_path: Path) -> None:
    for text in (
        "片名,导演,年份\n1917,门德斯,2019\n2046,王家卫,2004\n花样年华,王家卫,2000\n12,米哈尔科夫,2007\n",
        "片名,单位\n微电影：薪火,甲社\n老街 短片,乙社\n故事：我们,丙社\n",
        "片名,单位\n导演,甲社\n春天,乙社\n获奖,丙社\n",
        "Film,Director,Award\nWinner,Ann Lee,Winner\nUp,Pete Docter,Winner\nGold,Stephen Gaghan,Winner\n",
        "片名,单位\n春天,一等奖影视公司\n秋日,导演协会\n故乡,360\n医院,作家出版社\n",
        "片名,单位\n《导演》,《收获》\n《秋日》,《诗刊》社\n《画》,甲社\n《路》,乙社\n",
        "Film,Director\nStand by Me,Rob Reiner\nMonsters University,Dan Scanlon\nX - Men,Bryan Singer\n",
        "奖项,获奖者\n导演,张三\n编剧,李四\n摄影,王五\n",
        "片名,导演\n霸王别姬,导演: 陈凯歌\n活着,导演: 张艺谋\n",
        "award_body,film,year\nIndian Telly Awards,Rishta,2001\nScreen Awards,Kai Po Che,2002\n",
        "Award,Novel,Author\nBest Film Award,Dune,Ann\nBest Song Prize,No Award,No Award\n",
        "片名,单位\n无,\n暂无,甲社\n春天,无\n秋日,乙社\n",
    ):
        assert remarks(written(tmp_path / "a.csv", text)) == "", text


def test_one_odd_value_among_many_is_no_doubt_wherever_it_is(tmp_path: Path) -> None:
    films = [f"春天{at}号,甲社" for at in range(400)]
    for at in (0, 200, 399):
        text = "\n".join(["片名,单位", *films[:at], "95分,2022", *films[at:]])
        assert remarks(written(tmp_path / "a.csv", text)) == "", at
    half = "\n".join(["片名,单位", *films, *["95分,甲社"] * 400])
    said = remarks(written(tmp_path / "a.csv", half))
    assert "titles looked at may be numbers" in said
    assert "(line 40" in said


def test_two_works_in_a_row_are_doubted_and_two_names_of_one_are_not(tmp_path: Path) -> None:
    said = remarks(written(tmp_path / "a.csv", "学校,参赛作品,推荐作品\n一中,春天,秋日\n二中,画,\n"))
    assert (
        "参赛作品, 推荐作品 are read as names of one work, in 1 row of different ones, such as “春天” and “秋日”"
        in said
    )
    assert "--column other=推荐作品" in said
    for text in (
        "片名,英文名,又名\n活着,To Live,人生\n画,Painting,图\n",
        "片名,影片\n活着,活着\n画,画\n",
        "title.ja,title.zh\nひだまり工房,末班渡轮\nとうきょう,东京\n",
    ):
        assert "names of one work" not in remarks(written(tmp_path / "a.csv", text)), text


def test_what_a_list_lacks_is_pointed_out_in_a_column_without_a_role(tmp_path: Path) -> None:
    for text, option in (
        ("片名,2021年,2022年\n甲,一等奖,\n乙,,二等奖\n", "--column award=2021年"),
        ("片名,2021,2022\n甲,一等奖,\n乙,,二等奖\n", "--column award=2021"),
        ("奖项,影片,备注\n最佳影片,,《春天》\n最佳导演,,《秋日》\n", "--column title=备注"),
        ("片名,批次\n甲,2006(第一批)\n乙,2008(第二批)\n", "--column year=批次"),
        ("片名,代表,单位\n,春天的故事,甲社\n,秋日私语,乙社\n画,老街,丙社\n", "--column title=代表"),
    ):
        path = written(tmp_path / "a.csv", text)
        assert option in remarks(path), text
        columns = {heading: role for role, _, heading in (each.partition("=") for each in option.split()[1::2])}
        assert option not in remarks(path, ReadAs(columns=columns)), text  # type: ignore[arg-type]
    assert remarks(written(tmp_path / "a.csv", "片名,入学时间,毕业时间\n甲,2015,2019\n乙,2016,2020\n")) == ""


def test_a_column_that_says_who_won_and_who_did_not_is_pointed_out_with_the_option_for_those_that_did(
    awardcli: Run, tmp_path: Path
) -> None:
    for heading, won, lost in (
        *(("Result", "Won", "Nominated"), ("Outcome", "WINNER", "Pending"), ("结果", "获奖", "提名")),
        *(("Winner", "True", "False"), ("Winner", "True", ""), ("Winner", "1", "0"), ("是否获奖", "是", "否")),
        *(("isWinner", "True", "False"), ("得主", "是", "否"), ("获奖单位", "是", "")),
        *(("status", "Vencedor", "Indicado"), ("Statut", "Gagnant", "Nommée"), ("Ergebnis", "Gewonnen", "Nominiert")),
        *(("Result", "Win", "Loss"), ("итог", "Победа", "Номинация"), ("結果", "受賞", "ノミネート")),
        *(("Win", "1", "-1"), ("Winner", "1", "-1"), ("status", "true", "false"), ("Win", "yes", "no")),
    ):
        text = f"Film,Award,{heading}\n春,Oscar,{won}\n秋,Oscar,{lost}\n冬,Oscar,{lost}\n"
        path = written(tmp_path / "a.csv", text)
        said = awardcli("list", "--data", str(path)).err
        assert f"(“{lost or '-'}”); only those that did: --where {heading}={won}" in said, heading
        assert awardcli("list", "--count", "--data", str(path), "--where", f"{heading}={won}").out == "1\n"
    for heading, first, second in (
        *(("Result", "Won", "Won"), ("Result", "Won", ""), ("Result", "4-2", "Won"), ("Colour", "yes", "no")),
        *(("Rating", "1", "0"), ("Rating", "1", "-1"), ("Winner", "甲", "乙"), ("status", "1", "2")),
        *(
            ("已报送", "是", ""),
            ("是否提交", "是", "否"),
            ("导演", "√", ""),
            ("Nominee", "yes", "no"),
            ("选送单位", "1", "0"),
        ),
    ):
        text = f"Film,Award,{heading}\n春,Oscar,{first}\n秋,Oscar,{second}\n"
        said = awardcli("list", "--data", str(written(tmp_path / "a.csv", text))).err
        assert "--where" not in said, (heading, first)


def test_a_column_that_an_option_names_is_not_doubted(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "片名,奖项\n嘉定区教育局,一等奖\n宝山区教育局,二等奖\n")
    assert "may be organizations" in remarks(path)
    assert remarks(path, ReadAs(columns={"片名": "title"})) == ""


def test_the_lines_of_a_notice_are_named_and_how_to_mark_its_titles(tmp_path: Path) -> None:
    assert "may be" not in remarks(written(tmp_path / "lines.txt", "1917\n导演\n2046\nWinner\n花样年华\n"))
    text = "一等奖\n春天的故事 张三 嘉定一中\n秋日 李四 安亭小学\n二等奖\n画 赵六 南翔中学\n路\n"
    said = remarks(written(tmp_path / "a.txt", text))
    assert (
        "3 of 4 titles may be organizations: “春天的故事 张三 嘉定一中” (line 2), “秋日 李四 安亭小学” (line 3)" in said
    )
    assert "if so, mark the titles in the file with 《》" in said


def test_a_place_in_a_workbook_has_its_sheet(tmp_path: Path) -> None:
    works: list[list[object]] = [["奖项", "名称", "单位"], ["一等奖", "甲", "u"], ["二等奖", "乙", "v"]]
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        workbook(("作品奖", works), ("表彰", [["序号", "名称"], [1, "嘉定区教育局"], [2, "宝山区教育局"]]))
    )
    assert "2 of 4 titles may be organizations: “嘉定区教育局” (表彰: line 2)" in remarks(path)


def test_an_option_that_a_remark_names_is_taken_for_that_very_list(tmp_path: Path) -> None:
    for name, text, heading, count in (
        ("a.txt", "一、微电影（2部）\n《春》\n《夏》\n", "line", 3),
        ("a.txt", "周克芹，《许茂》，百花社\n魏巍，《东方》，人民社\n", "line", 2),
        ("a.txt", 'Best Film:\n"Salt", by Mei Lin\nBest Actor:\nTom Lee, for "Rain"\n', "line", 4),
        ("a.csv", "line,title\n《春》（甲社）,春\n《夏》（乙社）,夏\n", "line", 2),
        ("a.csv", "名称,类型,名称\n嘉定区,片,春天\n宝山区,片,画\n", "名称 (2)", 2),
    ):
        rows = read_rows(written(tmp_path / name, text), ReadAs(columns={heading: "title"}))
        assert len(list(rows)) == count, text
        assert next(column.role for column in rows.columns if column.heading == heading) == "title"
    page = "<table><tr><td>名称</td><td>级别</td></tr><tr><td>数学竞赛金牌</td><td>省级</td></tr></table>"
    rows = read_rows(written(tmp_path / "a.html", page * 2), ReadAs(columns={"名称": "award"}))
    assert [row.cells.values[0] for row in rows] == ["数学竞赛金牌"] * 2
    for text in ('{"2020": 5, "2021": 7}', '{"春": {"金奖": true, "银奖": false}, "山": {"金奖": false}}'):
        with pytest.raises(InvalidDataError) as refused:
            list(read_rows(written(tmp_path / "a.json", text)))
        assert "=A" not in "".join(refused.value.hints)


def test_titles_that_are_awards_are_doubted_with_an_option_that_reads_them(tmp_path: Path) -> None:
    for name, text, option in (
        ("a.csv", "Title,Year\nBest Director Award,2001\nGolden Bear Award,2002\n", "--column award=Title"),
        ("a.csv", "名称,学校\n全国数学竞赛金牌,一中\n优秀学生,二中\n春天,三中\n", "--column award=名称"),
        (
            "a.csv",
            "title_ja,title_en,month\n優秀論文賞,Best Paper,5\n奨励賞2023,Young Scientist,6\n",
            "--column award=title_ja",
        ),
        (
            "a.csv",
            "title_ja,title_en\n論文賞,Paper Award\n奨励賞,Medal\n",
            "--column award=title_ja --column award=title_en",
        ),
        (
            "a.json",
            '[{"title": "编程竞赛特优獎", "description": "本校学生获得特优獎。"}, {"title": "国家奖学金"}]',
            "--column award=title",
        ),
        ("a.json", '{"a": ["芥川賞2023"], "b": ["直木賞2024", "課題図書"]}', "--column award=作品"),
        (
            "a.csv",
            "title_zh,title_en,year\n未来科技獎,Future Tech,2025\n課程獎勵,Teaching,2024\n發表 佳作,Talk,2020\n",
            "--column award=title_zh",
        ),
        ("a.txt", "2019年数学竞赛一等奖\n2020年优秀毕业生\n作文\n", "--column award=line"),
    ):
        path = written(tmp_path / name, text)
        assert f"if so: {option}" in remarks(path).replace("\n", " ") + "\n", text
        headings = [heading.removeprefix("award=") for heading in option.split()[1::2]]
        rows = read_rows(path, ReadAs(columns=dict.fromkeys(headings, "award")))
        assert "may be awards" not in "".join(remark.text for _ in [list(rows)] for remark in rows.reading.remarks), (
            text
        )
    for text in (
        "片名,导演\n一等奖,张三\n春天,李四\n秋天,王五\n",
        "Title,Director\nThe Prize,Ann Lee\nSalt,Bo Chan\nRain,Cy Twombly\n",
        "书名,作者\n诗词鉴赏,张三\n名画欣赏,李四\n",
    ):
        assert remarks(written(tmp_path / "a.csv", text)) == "", text
    people = "盘梓 平兰小学 一等奖（指导老师：甲）\n戴煜 北极小学 二等奖（指导老师：乙）\n"
    assert "may be awards" in remarks(written(tmp_path / "a.txt", people))
    assert "--column award" not in remarks(tmp_path / "a.txt")


def test_how_many_awards_a_work_won_is_doubted_as_an_award_and_which_is_not(tmp_path: Path) -> None:
    for awards, is_doubted in {
        "3 wins & 1 nomination.|Nominated for 1 Oscar. Another 5 wins.|Won 2 Oscars.|1 nomination.": True,
        "获奖3次|提名1次，获奖2次|2项提名|共获5项": True,
        "Winner|1st Prize|Nominated for Best Film|Won: Gold": False,
        "2 Gold Medals|一等奖|第3名|获奖": False,
    }.items():
        rows = "".join(f"春{at},{award}\n" for at, award in enumerate(awards.split("|")))
        said = remarks(written(tmp_path / "a.csv", f"title,Awards\n{rows}"))
        assert ("4 awards may be numbers" in said and "if so: --column other=Awards" in said) is is_doubted, awards


def test_keys_above_several_titles_are_pointed_out_as_awards_and_names_of_kinds_and_numbers_are_not(
    tmp_path: Path,
) -> None:
    for keys, is_said in ((("cannes", "oscar"), True), (("films", "books"), False), (("1a", "1b"), False)):
        text = json.dumps({key: [f"{key} one", f"{key} two"] for key in keys})
        assert ("--column award=key" in remarks(written(tmp_path / "a.json", text))) is is_said, keys
    path = written(tmp_path / "a.json", '{"cannes": ["Salt", "Rain"], "oscar": ["Mist", "Snow"]}')
    assert remarks(path, ReadAs(columns={"key": "award"})) == ""
    assert "award=key" not in remarks(written(tmp_path / "b.json", '{"ann": ["Salt"], "bo": ["Mist"]}'))


def test_rows_of_makers_alone_below_a_title_are_pointed_out(tmp_path: Path) -> None:
    text = "年份,片名,导演\n2018,甲片,张三\n2015,丁片,赵六\n,,钱七\n2014,戊片,孙八\n"
    path = written(tmp_path / "a.csv", text)
    assert "in 1 row only people or organizations are named (“钱七”)" in remarks(path)
    assert "--fill-down 年份 --fill-down 片名" in remarks(path)
    filled = list(check(path, ReadAs(fill_down=("年份", "片名")))[1] or ())
    assert [(film.title, film.organization, film.edition.year) for film in filled][2] == ("丁片", "钱七", 2015)
    bodies = written(tmp_path / "b.csv", "奖项,片名,单位\n一等奖,甲,某局\n二等奖,乙,某台\n优秀组织奖,,某校\n")
    assert "are named" not in remarks(bodies), "an award of bodies"


def test_a_sentence_below_a_title_without_marks_is_doubted(tmp_path: Path) -> None:
    about = "Ein packendes Drama über einen jungen Vater, dessen Kind gegen seinen Willen weggegeben wird."
    short = "Ein Drama um einen Vater, dessen Kind bald weggegeben wird."
    films = "1. Preis\n\nKinderspiel\n\n{about}\n\n2. Preis\n\nWelk\n\n{about}\n"
    assert "2 of 4 titles may be remarks" in remarks(written(tmp_path / "a.txt", films.replace("{about}", short)))
    found, results = check(written(tmp_path / "a.txt", films.replace("{about}", about)), BY_CONTENT)
    assert [result.title for result in results or ()] == ["Kinderspiel", "Welk"]
    assert [row.text for row in found.set_aside if row.why == "signature"] == [about, about]
    titles = written(
        tmp_path / "b.txt", "1. Preis\nDer Vater, der Sohn und das Kind, das niemand haben wollte\n2. Preis\nWelk\n"
    )
    assert "remarks" not in remarks(titles)


def test_keys_that_may_be_people_are_pointed_out_with_the_awards_that_each_has(tmp_path: Path) -> None:
    badges = written(tmp_path / "a.json", '{"ann": ["G2 Maintainer", "G6 Maintainer"], "bo": ["G Contributor"]}')
    assert "if so: --column organization=key" in remarks(badges)
    people = written(tmp_path / "b.json", '{"张三": ["一等奖 2023", "优秀学生"], "李四": ["二等奖 2022"]}')
    assert "if so: --column award=作品 --column organization=key" in remarks(people)
    assert remarks(people, ReadAs(columns={"作品": "award", "key": "organization"})) == ""
    assert "organization=key" not in remarks(written(tmp_path / "c.json", '{"2020": ["Salt"], "2021": ["Mist"]}'))


def test_who_may_give_the_awards_is_pointed_out_beside_who_won(tmp_path: Path) -> None:
    contests = [("甲市作协", "甲市作协诗歌赛"), ("乙省文联", "乙省文联散文展"), ("丙大学", "短文赛")]
    for others, is_said in ((contests, True), ([(body, "诗歌赛") for body, _ in contests], False)):
        rows = [f"张{at},{body},{event},一等奖" for at, (body, event) in enumerate(others)]
        text = "\n".join(["获奖者,机构,赛名,奖项", *rows])
        assert ("--column other=机构" in remarks(written(tmp_path / "a.csv", text))) == is_said


def test_titles_that_are_awards_count_with_their_translations(tmp_path: Path) -> None:
    text = "title,title_en,winner,event\n우수논문상,,김철수,x\n대상,Grand Prize,이영희,y\n장학금,Scholarship,박민수,z"
    _, found = check(written(tmp_path / "a.csv", text), BY_CONTENT)
    assert [result.award for result in found or ()] == ["우수논문상", "대상", "장학금"]


def test_the_body_of_a_voter_is_doubted_as_who_won(tmp_path: Path) -> None:
    option = "--column other=affiliation --column organization=1st"
    for voter, is_said in (("voter_name", True), ("writer", False)):
        text = f"{voter},affiliation,1st,award\nAnn Lee,Globe,Bo Diaz,MVP\nCy Fox,Herald,Di Wu,MVP"
        assert (option in remarks(written(tmp_path / "a.csv", text))) == is_said


def test_a_column_without_a_role_that_has_awards_or_bodies_is_named_with_the_command(tmp_path: Path) -> None:
    for text, option in (
        ("label,winner\nTop Scorer,Ann Lee\nBest Goalkeeper,Bo Ek\nFair Play,Cy Fox\n", "--column award=label"),
        ("honor_key,recipient\nBest Coach,Ann Lee\nTop Scorer,Bo Ek\n", "--column award=honor_key"),
        ("何项,获奖者\n一等奖,张三\n其他,李四\n鼓励,王五\n", "--column award=何项"),
        ("label,winner\nTop Scorer,Ann Lee\nRed,Bo Ek\nBlue,Cy Fox\n", ""),
        ("label,winner,award\nBest Goalkeeper,Ann Lee,Cup\nBest Coach,Bo Ek,Cup\n", ""),
        (
            "FilmName,ProductionName\nCrash,Lions Films\nMunich,Universal Pictures\n",
            "--column organization=ProductionName",
        ),
        ("title,Production\nCrash,1994 in Rome\nMunich,on stage\n", ""),
    ):
        path = written(tmp_path / "a.csv", text)
        said = remarks(path)
        assert ("if so: --column" in said) == bool(option), text
        assert option in said, text
        if option:
            role, _, heading = option.removeprefix("--column ").partition("=")
            assert "if so:" not in remarks(
                path, ReadAs(columns={heading: "award" if role == "award" else "organization"})
            )
