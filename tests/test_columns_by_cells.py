"""Columns whose cells say more than their headings: editions, keys of names, levels, joined winners, clients."""

import json
from pathlib import Path

import pytest

from awardcli.collection.loading import open_collection
from awardcli.collection.user_file.reading_report import ReadAs, Reading
from awardcli.model import Result
from support import written

pytestmark = pytest.mark.usefixtures("workbooks_read_here")


def read(path: Path, text: str, **read_as: object) -> tuple[list[Result], Reading]:
    found = open_collection(written(path, text), ReadAs(**read_as))  # type: ignore[arg-type]
    results = list(found)
    return results, found.reading  # type: ignore[attr-defined]


def without_role(reading: Reading) -> list[str]:
    return [column.heading for column in reading.columns if column.role is None]


def test_a_heading_that_ends_in_the_figures_of_a_year_is_no_content(tmp_path: Path) -> None:
    for name in ("h1800", "col12019", "x2020"):
        results, _ = read(tmp_path / "a.csv", f"片名,{name}\n春,v{name}\n夏,w{name}\n")
        assert [each.title for each in results] == ["春", "夏"]


def test_cells_that_are_editions_say_so_under_any_heading(tmp_path: Path) -> None:
    for heading, first, second in (
        *(("序号", "第1届1962年", "第3届1980年"), ("No", "72nd (2000)", "73rd (2001)"), ("#", "1st 1929", "2nd 1930")),
        *(
            ("编目", "第一届", "第二届"),
            ("番号", "第1回（1978年）", "第2回（1979年）"),
            ("场次", "第9届（2019年度）", "第10届（2020年度）"),
        ),
    ):
        results, _ = read(tmp_path / "a.csv", f"{heading},影片,导演\n{first},春,张三\n{second},夏,李四\n")
        assert all(each.edition.number for each in results), heading
        assert all(each.edition.year for each in results) or "年" not in first, heading
    for heading, first, second in (
        *(("序号", "1", "2"), ("No", "1st", "2nd"), ("章节", "第1回", "第2回"), ("场次", "第1场", "第2场")),
        *(("名次", "第1名", "第2名"), ("日期说明", "1st Feb 2000", "2nd Feb 2000"), ("参加", "第1届", "未参加")),
    ):
        results, _ = read(tmp_path / "a.csv", f"{heading},影片,导演\n{first},春,张三\n{second},夏,李四\n")
        assert not any(each.edition.number for each in results), heading


def test_a_year_with_an_edition_behind_it_has_both(tmp_path: Path) -> None:
    for cell, found in (
        *(("2010 (83rd)", (83, 2010)), ("1927/28 (1st)", (1, 1927)), ("2010年（第83届）", (83, 2010))),
        *(("2010 (1st half)", (None, 2010)), ("2010 1st", (None, 2010)), ("2010", (None, 2010))),
    ):
        results, _ = read(tmp_path / "a.csv", f"Year,Film,Director\n{cell},Rain,Ann Lee\n2011 (84th),Salt,Bo Ek\n")
        assert (results[0].edition.number, results[0].edition.year) == found, cell
    results, _ = read(tmp_path / "a.csv", "Year,Edition,Film\n2010 (83rd),7,Rain\n2011 (84th),,Salt\n")
    assert [each.edition.number for each in results] == [7, 84]


def test_keys_of_people_beside_their_names_are_no_people(tmp_path: Path) -> None:
    for text in (
        "teacher,teacherName,award\nshen,申德荣,一等奖\nkou,寇月,二等奖\n",
        "author,author_name,title\nwang-an-yi,王安忆,长恨歌\na-lai,阿来,尘埃落定\n",
        "title,director,director name\nSalt,jdoe1,John Doe\nRain,jroe2,Jane Roe\n",
        "作品,作者,作者姓名\n春,zs01,张三\n夏,ls02,李四\n",
        "title,studio,studioName\nSalt,red-fox,Red Fox\nRain,blue-owl,Blue Owl\n",
    ):
        results, reading = read(tmp_path / "a.csv", text)
        assert [len(each.organizations) for each in results] == [1, 1], text
        assert len(without_role(reading)) == 1, text
    records = [
        {"singer": "zhang", "singerName": "张三", "song": "春"},
        {"singer": "li", "singerName": "李四", "song": "夏"},
    ]
    assert [each.organization for each in read(tmp_path / "a.json", json.dumps(records))[0]] == ["张三", "李四"]
    for text in (
        "title,author,authorName\n春,王安忆,Wang Anyi\n夏,阿来,A Lai\n",
        "title,director,producerName\nSalt,cher,Ann Lee\nRain,moby,Bo Ek\n",
        "title,author\nSalt,cher\nRain,moby\n",
        "作品,作者,作者单位\n春,张三,甲局\n夏,李四,乙局\n",
        "title,film,film_name\nSalt,oscar,甲\nRain,oscar,乙\n",
        "title,team,teamName\nSalt,red,blue\nRain,green,white\n",
    ):
        _, reading = read(tmp_path / "a.csv", text)
        assert without_role(reading) == [], text


def test_winners_that_join_two_other_columns_are_named_once(tmp_path: Path) -> None:
    for text in (
        "Year,Winner,Artist,Album\n1985,Prince Purple Rain,Prince,Purple Rain\n2011,Adele 21,Adele,21\n",
        "Year,Winner,Artist,Album\n1985,Prince Rain,Prince,Rain (LP)\n1986,A Ha Hunt,A Ha,Hunt\n1987,Cher,Cher,\n",
        "年份,获奖者,歌手,歌名\n2001,张三《春》,张三,春\n2002,李四《夏》,李四,夏\n",
        "Year,Winner,Director,Film\n2001,Salt (Ann Lee),Ann Lee,Salt\n2002,Rain (Bo Ek),Bo Ek,Rain\n",
    ):
        results, reading = read(tmp_path / "a.csv", text)
        assert {len(each.organizations) for each in results} == {1}, text
        assert len(without_role(reading)) == 1, text
    text = "Year,Winner,Artist,Album\n1985,Prince,The Revolution,Purple Rain\n2011,Adele 21,Adele,21\n"
    assert without_role(read(tmp_path / "a.csv", text)[1]) == []


def test_a_column_of_levels_is_not_offered_as_titles_of_awards(tmp_path: Path) -> None:
    for level in (("校级", "省级", "国家级"), ("市级", "市级", "区级"), ("National", "Provincial", "National")):
        rows = zip(("优秀团员奖", "优秀学生奖", "国家奖学金"), level, strict=True)
        text = "名称,级别\n" + "".join(map("{},{}\n".format, *zip(*rows, strict=True)))
        _, reading = read(tmp_path / "a.csv", text)
        option = "--column award=名称"
        assert any(option in remark.text for remark in reading.remarks), level
        assert not any("title=" in remark.text for remark in reading.remarks), level
        results, _ = read(tmp_path / "a.csv", text, columns={"名称": "award"})
        assert [each.award for each in results] == ["优秀团员奖", "优秀学生奖", "国家奖学金"], level
    _, reading = read(tmp_path / "a.csv", "名称,作业\n优秀团员奖,春天来了\n优秀学生奖,麦浪\n国家奖学金,炊烟\n")
    assert any("--column title=作业" in remark.text for remark in reading.remarks)


def test_of_two_title_columns_that_with_one_text_is_not_the_title_in_a_short_list_too(tmp_path: Path) -> None:
    for heading in ("film,film_name,year", "作品,作品名称,年份", "Work,Work Title,Year"):
        for rows in (2, 4, 6):
            text = f"{heading}\n" + "".join(f"movie,Rain{at},{2010 + at}\n" for at in range(rows))
            results, reading = read(tmp_path / "a.csv", text)
            assert [each.title for each in results] == [f"Rain{at}" for at in range(rows)], text
            option = f"--column title={heading.split(',')[0]}"
            assert [remark.text.endswith(option) for remark in reading.remarks] == [True], text
    _, reading = read(tmp_path / "a.csv", "film,film_name,year\nmovie,Rain,1\nshort,Snow,2\nmovie,Wind,3\n")
    assert reading.remarks[0].text.endswith("--column other=film"), "not the one that says more"
    for text in ("片名,英文名\n春,Spring\n春,Spring\n", "片名,英文名\n春,Spring\n", "片名,奖项\n春,金奖\n春,银奖\n"):
        _, reading = read(tmp_path / "a.csv", text)
        assert (reading.columns[0].role, reading.remarks) == ("title", ()), "one work may have several awards"
    assert "“movie” in every row" in read(tmp_path / "a.csv", "film,year\nmovie,1\nmovie,2\n")[1].remarks[0].text


def test_each_column_that_is_filled_once_a_group_is_named_though_its_groups_say_the_same(tmp_path: Path) -> None:
    for first, rows in (
        ("年份", "2019,金奖,春\n,,夏\n,,秋\n2020,金奖,冬\n,,雨\n,,雪\n"),
        ("届次", "第1届,金奖,春\n,,夏\n第2届,金奖,冬\n,,雨\n"),
        ("类别", "长片,金奖,春\n,,夏\n短片,金奖,冬\n,,雨\n"),
    ):
        _, reading = read(tmp_path / "a.csv", f"{first},奖项,片名\n{rows}")
        assert [remark.option for remark in reading.remarks] == [f"--fill-down {first}", "--fill-down 奖项"], first
        _, reading = read(tmp_path / "a.csv", f"{first},奖项,片名\n{rows}", fill_down=(first,))
        assert [remark.option for remark in reading.remarks] == ["--fill-down 奖项"], "as well where one is filled"
    for rows in (
        "长片,金奖,春\n短片,金奖,夏\n长片,,秋\n短片,,冬\n",
        "长片,金奖,春\n长片,,夏\n长片,金奖,秋\n长片,,冬\n",
    ):
        assert read(tmp_path / "a.csv", f"类别,奖项,片名\n{rows}")[1].remarks == (), rows


def test_clients_are_no_makers_beside_those_who_made_the_works(tmp_path: Path) -> None:
    for text in (
        "title,award,client,winners\nSalt,Gold,Acme,Ann Lee\nRain,Silver,Zeta,Bo Ek\n",
        "作品名称,奖项,委托单位,设计单位\n春,金奖,某公司,甲社\n夏,银奖,某厂,乙社\n",
        "Title,Client,Agency\nSalt,Acme,Red Fox\nRain,Zeta,Blue Owl\n",
    ):
        results, _ = read(tmp_path / "a.csv", text)
        assert [len(each.organizations) for each in results] == [1, 1], text
    results, _ = read(tmp_path / "a.csv", "title,award,client\nSalt,Gold,Acme\nRain,Silver,Zeta\n")
    assert [each.organization for each in results] == ["Acme", "Zeta"]


def test_awards_in_russian_are_doubted_as_titles_like_those_in_english(tmp_path: Path) -> None:
    for first, second in (
        ("Букеровская премия", "Гонкуровская премия"),
        ("Золотая медаль", "Главный приз"),
        ("Booker Prize", "Goncourt Prize"),
    ):
        _, reading = read(tmp_path / "a.csv", f"title\n{first}\n{second}\nТихий Дон\n")
        assert any("--column award=title" in remark.text for remark in reading.remarks), first
    for titles in (
        ("первая премия", "два мира", "три сестры"),
        ("Старая книга", "Мой автор", "Школа"),
        ("Тихий Дон", "Автор", "Год"),
    ):
        _, reading = read(tmp_path / "a.csv", "title\n" + "\n".join(titles) + "\n")
        assert not any("one:" in remark.text for remark in reading.remarks), titles
    _, reading = read(tmp_path / "a.csv", "片名\n甲乙 作者\n丙丁\n")
    assert any("several things" in remark.text for remark in reading.remarks)


def test_years_in_the_names_of_contests_are_offered_as_years(tmp_path: Path) -> None:
    for heading in ("比赛", "赛事名称", "contest", "competition"):
        rows = "2025年某市赛小学组,春,一小\n2024年某市赛初中组,夏,二小\n"
        _, reading = read(tmp_path / "a.csv", f"{heading},作品,学校\n{rows}")
        assert f"--column year={heading}" in [remark.option for remark in reading.remarks], heading
        results, _ = read(tmp_path / "a.csv", f"{heading},作品,学校\n{rows}", columns={heading: "year"})
        assert [each.edition.year for each in results] == [2025, 2024], heading
    for text in ("比赛,作品,学校,年份\n2025年市赛,春,一小,2025\n", "比赛,作品,学校\n市赛,春,一小\n省赛,夏,二小\n"):
        _, reading = read(tmp_path / "a.csv", text)
        assert not any("year=" in (remark.option or "") for remark in reading.remarks), text


def test_a_column_of_dates_is_no_award_whatever_letters_are_around_the_word(tmp_path: Path) -> None:
    works, awards = ("Tide,Ann Lee", "Moon,Bo Ek", "Sun,Cy Fox"), ["best_actor", "best_film", "best_actor"]
    for dates in (("16-May-29", "3-Apr-30", "5-Nov-30"), ("4/16/29", "3/3/30", "5/1/30"), ("2019年3月1日",) * 3):
        for when, award in (("d_award", "type_award"), ("award_d", "award_t"), ("Award", "award_name")):
            rows = [
                ",".join(each) for each in zip(works, dates, ("best_actor", "best_film", "best_actor"), strict=True)
            ]
            results, reading = read(tmp_path / "a.csv", "\n".join([f"film,name,{when},{award}", *rows]))
            assert [each.award for each in results] == awards, (dates, when)
            assert without_role(reading) == [when]
    for heading, cells in (("film_d", ("9/11", "1917", "2046")), ("d_award", ("1st", "2nd", "3rd"))):  # near misses
        rows = [f"{cell},{name}" for cell, name in zip(cells, ("Ann Lee", "Bo Ek", "Cy Fox"), strict=True)]
        assert not without_role(read(tmp_path / "a.csv", "\n".join([f"{heading},winner", *rows]))[1]), heading


def test_a_name_beside_a_winner_is_the_award_where_half_of_the_names_are_awards(tmp_path: Path) -> None:
    names = ("Best Use of Data", "City Prize", "Dinner", "Sunshine", "Galaxy")
    for names_read, award, option in (
        (names[:2], "Best Use of Data", None),
        (names[:4], "Best Use of Data", "--column title=name"),
        (names, None, "--column award=name"),
        (names[2:], None, None),
    ):
        rows = [{"name": name, "winner": {"name": f"Team {len(name)}", "link": "x"}} for name in names_read]
        results, reading = read(tmp_path / "a.json", json.dumps(rows))
        assert results[0].award == award, names_read
        assert results[0].organization == f"Team {len(names_read[0])}"
        assert [remark.option for remark in reading.remarks] == [option] * (option is not None), names_read
    results, _ = read(tmp_path / "a.csv", "名称,得主\n最佳影片,春\n环保挑战,夏\n")
    assert [each.award for each in results] == ["最佳影片", "环保挑战"]


def test_a_column_of_prizes_in_korean_is_of_awards_below_no_heading(tmp_path: Path) -> None:
    for texts, are_awards in {
        ("대상", "신인상", "본상"): True,
        ("음반 대상", "음반 본상", "Ceci 인기상"): True,
        ("디스크 대상", "힙합상", "제작자상"): True,
        ("정상", "이상", "비상"): False,  # states
        ("대상", "관객", "본상"): False,  # most are awards, which is said
    }.items():
        lines = "".join(f"{text},김영희,봄날 {at}\n" for at, text in enumerate(texts))
        results, reading = read(tmp_path / "a.csv", f",아티스트,곡명\n{lines}")
        assert ["--column award=A"] * ("관객" in texts) == [remark.option for remark in reading.remarks], texts
        assert [each.award for each in results] == (list(texts) if are_awards else [None] * 3), texts


def test_a_name_in_japanese_is_of_a_work_or_of_who_made_it_as_others_are(tmp_path: Path) -> None:
    for text, expected in {
        "賞,俳句,名前\n佳作,雪の道,山田太郎\n": ("雪の道", "山田太郎"),
        "賞,句,氏名\n佳作,雪の道,山田太郎\n": ("雪の道", "山田太郎"),
        "賞,名前,監督\n佳作,雪の道,山田太郎\n": ("雪の道", "山田太郎"),
        "部門,作品,名前\n俳句,雪の道,山田太郎\n短歌,秋の海,森一郎\n": ("雪の道", "山田太郎"),
    }.items():
        results, _ = read(tmp_path / "a.csv", text)
        assert (results[0].title, results[0].organization) == expected, text
