"""Which columns name the works, the organizations, the awards and the years where several might."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from awardcli import messages
from awardcli.collection import ListCollection, open_collection
from awardcli.collection.loading import check
from awardcli.collection.user_file.columns.column_roles import Remark, roles_of
from awardcli.collection.user_file.columns.heading_words import BY_PARTS, known, known_role
from awardcli.collection.user_file.columns.roles_by_cells import settled_roles
from awardcli.collection.user_file.reading_report import ReadAs
from awardcli.model import Cell
from conftest import Run
from support import stored_in, written


def listed(path: Path, data: str) -> ListCollection:
    """The list of a file that holds those data."""
    films = open_collection(written(path, data))
    assert isinstance(films, ListCollection)
    return films


# Names below a group


@pytest.mark.parametrize("about", ["信息", "基本信息", "情况", "资料", "内容", "名录"])
def test_a_name_below_what_is_said_of_works_is_the_title_and_of_bodies_the_organization(
    tmp_path: Path, about: str
) -> None:
    for group, name in (
        *[(group, "名称") for group in ("作品", "参赛作品", "影片", "节目", "项目", "")],
        *(("作品", "题目"), ("作品", "名字")),
    ):
        films = listed(
            tmp_path / "a.csv", f"序号,申报单位,{group}{about},,\n,,{name},类型,作者\n1,甲局,春天,微电影,子\n"
        )
        assert [(film.title, film.organization) for film in films] == [("春天", "甲局、子")], group
    for group in ("单位", "申报单位", "学校"):
        text = f"{group}{about},,作品{about},\n名称,电话,名称,作者\n甲局,1,春,子\n"
        films = listed(tmp_path / "b.csv", text)
        assert [(film.title, film.organization) for film in films] == [("春", "甲局、子")], group
    for group in ("联系人", "填表人"):
        films = listed(tmp_path / "c.csv", f"片名,导演,{group}{about},\n,,姓名,电话\n春天,子,张三,138\n")
        assert [(film.title, film.organization) for film in films] == [("春天", "子")], group


def test_headings_that_only_speak_of_works_or_contacts_have_no_role() -> None:
    for heading in (
        "作品信息",
        "作品内容",
        "基本情况",
        "活动信息名称",
        "法定代表人姓名",
        "监护人情况姓名",
        "Film Data",
    ):
        assert known(heading) is None, heading
    for heading in ("代表作", "Film Information Name", "项目基本情况名称"):
        assert roles_of([heading], {}) == ["title"], heading
    assert roles_of(["Company Details Name", "本人姓名", "获奖情况名称"], {}) == ["organization"] * 2 + ["award"]


def test_the_year_of_the_award_counts_before_that_of_the_work() -> None:
    assert roles_of(["代表作名称", "代表作年份", "所获奖项名称", "所获奖项年份"], {}) == [
        "title",
        None,
        "award",
        "year",
    ]
    assert roles_of(["Film", "Film Year", "Award Year"], {}) == ["title", None, "year"]
    assert roles_of(["影片名称", "影片又名", "中文译名"], {}) == ["title"] * 3
    assert roles_of(["片名", "上映年份", "奖项"], {}) == ["title", "year", "award"]


def test_the_time_when_a_work_was_made_is_its_year_and_a_bare_time_is_pointed_out(tmp_path: Path) -> None:
    text = "Film,{},Prize\nA,1934-03,Gold\nB,c. 1940,\nC,2015年10月,\n"
    for heading in ("Date made", "Date painted", "制作时间", "创作年月", "拍摄日期", "作品完成时间"):
        films = listed(tmp_path / "a.csv", text.format(heading))
        assert [film.edition.year for film in films] == [1934, 1940, 2015], heading
    for heading, is_doubted in (("时间", True), ("Date", True), ("提交时间", False), ("Date added", False)):
        films = listed(tmp_path / "a.csv", text.format(heading))
        assert [film.edition.year for film in films] == [None] * 3, heading
        assert films.reading
        options = [remark.option for remark in films.reading.remarks if remark.option]
        assert any(option.startswith("--column year=") for option in options) == is_doubted, heading


# Several columns of one role


def test_what_is_exported_from_several_lists_is_read_back(tmp_path: Path) -> None:
    text = "片名,奖项,年份,类别,Film,Award,Year,Category\n甲,一等奖,2021,微电影,,,,\n,,,,B,Gold,1992,Short\n"
    for heading in (text, text.replace("年份", "获奖年份").replace("奖项", "获奖等级")):
        films = listed(tmp_path / "a.csv", heading)
        assert [(film.award, film.edition.year, film.category and film.category.name) for film in films] == [
            ("一等奖", 2021, "微电影"),
            ("Gold", 1992, "Short"),
        ]
        assert films.reading is not None
        assert not films.reading.remarks  # no --fill-down
        assert [film.title for film in films.where("Year", "1992")] == ["B"]
        kept = stored_in(films, tmp_path)
        assert [(film.award, film.edition) for film in kept] == [(film.award, film.edition) for film in films]


def test_a_column_beside_a_filled_one_of_its_role_has_none(tmp_path: Path) -> None:
    for row in ("甲,2021,1999\n乙,,1998\n", "甲,2021,\n乙,2020,1998\n"):
        films = listed(tmp_path / "a.csv", "片名,获奖年份,上映年份\n" + row)
        assert [column.role for column in films.columns] == ["title", "year", None]
    films = listed(tmp_path / "b.csv", "片名,年份,上映年份\n甲,2021,\n")
    assert films.columns[2].role is None


def test_a_setting_fills_no_row_whose_second_column_says_it(tmp_path: Path, awardcli: Run) -> None:
    path = written(tmp_path / "a.csv", "片名,年份,Film,Year\n甲,2021,,\n,,B,1992\n丙,,,\n")
    awardcli("import", str(path), "--set", "year=2000", "-o", str(tmp_path / "a.awards"))
    films = open_collection(tmp_path / "a.awards")
    assert [film.edition.year for film in films] == [2021, 1992, 2000]


# Cells that name nothing, or what the cell above does


def test_ditto_is_the_value_above(tmp_path: Path) -> None:
    for ditto in ("同上", "〃", '""""', "″"):
        text = f"奖项,片名,单位\n一等奖,甲,u\n{ditto},乙,{ditto}\n{ditto},丙,{ditto}\n二等奖,丁,v\n,戊,\n{ditto},己,w\n"
        films = listed(tmp_path / "a.csv", text)
        assert [film.award for film in films] == ["一等奖"] * 3 + ["二等奖", None, None], ditto
        assert [film.organization for film in films] == ["u", "u", "u", "v", None, "w"]
        assert [(film.award, film.organization) for film in stored_in(films, tmp_path)] == [
            (film.award, film.organization) for film in films
        ]
    first = listed(tmp_path / "b.csv", "片名,单位\n同上,u\n乙,v\n")
    assert [film.title for film in first] == ["同上", "乙"]  # nothing is above it
    assert first.results[0].cells.values == ("同上", "u")


def test_none_unknown_and_pending_are_nobody_and_no_award(tmp_path: Path) -> None:
    for none in ("无", "暂无", "-", "—", "/", "不详", "待定", "(空)"):
        films = listed(tmp_path / "a.csv", f"片名,单位,获奖情况\n甲,{none},{none}\n乙,无锡广电,一等奖\n丙,v,未获奖\n")
        assert [(film.organization, film.award) for film in films] == [
            *((None, None), ("无锡广电", "一等奖"), ("v", None))
        ], none
        assert films.results[0].cells.values == ("甲", none, none)


def test_dashes_and_words_for_nobody_name_nobody_in_any_case(tmp_path: Path) -> None:
    for nobody in (
        *("-", "--", "---", "—", "–", "－", "／", "N/A", "n/a", "none", "NONE", "TBA", "tbd", "Tbd"),
        *("No Award", "no award", "NO WINNER", "desierto", "DESIERTO"),
    ):
        (work,) = listed(tmp_path / "a.csv", f"title,organization,award\nA,{nobody},{nobody}\n")
        assert (work.organization, work.award) == (None, None), nobody
    (work,) = listed(tmp_path / "a.csv", "title,organization\nNone,Na\n")
    assert (work.title, work.organization) == ("None", "Na")


# Order


def test_a_heading_of_years_or_editions_sorts_by_the_number_read(tmp_path: Path, awardcli: Run) -> None:
    path = written(
        tmp_path / "a.csv",
        "片名,届次,年份\na,第九届,1999年\nb,第十届,二〇〇〇年\nc,第二届,2001\nd,第二十一届,民國83年\ne,不详,不详\nf,3,1927/28\n",
    )
    for sort, order in (("届次", "cfabde"), ("年份", "fdabce"), ("-年份", "cbadfe"), ("year", "fdabce")):
        found = awardcli("list", "--data", str(path), "--sort", sort, "-f", "csv", "-c", "片名")
        assert "".join(found.out.split()[1:]) == order, sort


# Who it was


def test_a_name_is_of_a_person_beside_a_title_unless_another_column_names_people() -> None:
    who, title = "organization", "title"
    for heading, roles in {
        "School,Name,Essay Title": [who, who, title],
        "학교,이름,작품명": [who, who, title],
        "name,team,song": [who, who, title],
        "Director,Name,Film": [who, None, title],
        "Rank,Name,Publisher": ["award", title, who],
        "Nom,Prénom,Club": [who, who, who],
        "film_title,person_name": [title, who],
        "Film,People": [title, who],
    }.items():
        assert roles_of(heading.split(","), {}) == roles, heading


def test_the_parts_of_a_name_are_one_person_in_any_language(tmp_path: Path) -> None:
    for headings in (
        *("name,surname", "Name,Family name", "first,last", "Given Name,Surname", "Vorname,Name", "Vorname,Nachname"),
        *("Prénom,Nom", "Nombre,Apellido", "Nombre,Apellidos", "Имя,Фамилия", "Director First Name,Director Last Name"),
    ):
        for prize in ("Prize", "Film"):
            (won,) = listed(tmp_path / "a.csv", f"{headings},{prize},Year\nMarie,Curie,Salt,1903\n")
            assert won.organization == "Marie Curie", (headings, prize)
    for headings, given, family in (("姓,名", "小明", "王"), ("姓氏,名字", "小明", "王"), ("성,이름", "철수", "김")):
        (won,) = listed(tmp_path / "a.csv", f"{headings},作品\n{family},{given},春\n")
        assert (won.title, won.organization) == ("春", f"{family}{given}"), headings


def test_a_name_that_is_whole_already_is_not_joined_with_its_part(tmp_path: Path) -> None:
    for text in (
        *("name,surname,Film\nMarie Curie,Curie,Salt\n", "year,first,full\n1903,Marie,Marie Curie\n"),
        *("Full Name,First Name,Award\nMarie Curie,Marie,Gold\n", "Vorname,Name,Film\nMarie,Marie Curie,Salt\n"),
    ):
        assert [won.organization for won in listed(tmp_path / "a.csv", text)] == ["Marie Curie"], text
    (won,) = listed(tmp_path / "a.csv", "姓名,姓,奖项\n王小明,王,一等奖\n")
    assert won.organization == "王小明"
    twins = listed(tmp_path / "a.csv", "First name 1,Surname 1,First name 2,Surname 2,Film\nA,Li,B,Wu,Salt\n")
    assert [won.organization for won in twins] == ["A Li、B Wu"]


def test_words_that_are_part_of_a_name_are_none_without_the_other_part() -> None:
    assert roles_of(["名", "奖项"], {}) == ["title", "award"]
    assert roles_of(["Year", "First", "Second"], {}) == ["year", None, None], "places"
    assert roles_of(["Film name", "Surname"], {}) == ["title", "organization"]
    assert roles_of(["片名", "姓名"], {}) == ["title", "organization"]


def test_a_champion_is_who_won_beside_a_runner_up_too() -> None:
    for champion in ("Champion", "Winner", "Champions"):
        for second in ("Runner-up", "Runners-up", "runner_up"):
            assert roles_of(["Season", champion, second], {}) == ["year", "organization", "organization"]
    assert roles_of(["Season", "Champion", "Player"], {}) == ["year", None, "organization"]


def test_headings_that_only_end_in_a_known_word_have_no_role() -> None:
    for heading in ("Job Title", "Years of Service", "Project #", "評審委員", "選考委員", "Host"):
        assert known(heading) is None, heading
    for heading in ("Project", "Title of the work", "Recipient Org:Name", "单位职务", "责编", "校名"):
        assert known(heading) is not None, heading


def test_games_are_a_meeting_beside_events_and_else_works() -> None:
    assert roles_of(["Name", "Team", "Games", "Event"], {}) == ["title", "organization", None, None]
    assert roles_of(["Games", "Developer"], {}) == ["title", "organization"]


def test_nominees_are_not_who_won_where_another_column_says_who_did(tmp_path: Path) -> None:
    for nominee, winner in {
        "후보자": "수상자",
        "候補者": "受賞者",
        "Nominado": "Ganador",
        "Nominees": "Winner",
    }.items():
        films = listed(tmp_path / "a.csv", f"作品,{winner},{nominee}\n春,甲,乙、丙\n秋,丁,戊\n")
        assert [film.organization for film in films] == ["甲", "丁"], nominee
        assert films.reading is not None
        assert [remark.option for remark in films.reading.remarks] == [f"--column organization={nominee}"]


def test_outcomes_with_places_among_them_are_no_awards_where_another_column_names_these(tmp_path: Path) -> None:
    for outcomes in (["winner (tie)", "nomination"], ["finalist", "second place"], ["提名", "第三名"]):
        rows = "".join(f"甲{at},{said},Nebula Awards\n" for at, said in enumerate(outcomes))
        assert [film.award for film in listed(tmp_path / "a.csv", f"title,result,award\n{rows}")] == [
            "Nebula Awards"
        ] * 2
        alone = "".join(f"甲{at},{said}\n" for at, said in enumerate([*outcomes, "金奖"]))
        assert [film.award for film in listed(tmp_path / "b.csv", f"title,result\n{alone}")][2] == "金奖"


def test_a_title_of_posts_or_forms_of_address_is_of_the_people_and_no_work(tmp_path: Path) -> None:
    for posts in (["Chief Engineer", "Director", "Head of Music"], ["Dr", "Ms.", "Mr"], ["Associate Professor"] * 2):
        rows = "".join(f"{post},甲{at},一等奖\n" for at, post in enumerate(posts))
        films = listed(tmp_path / "a.csv", f"Title,Honoree,Award\n{rows}")
        assert [film.title for film in films] == [None] * len(posts)
        assert films.columns[0].role is None
    films = listed(tmp_path / "a.csv", "Title,Honoree,Award\nThe Manager,甲,一等奖\nSpring,乙,二等奖\n")
    assert [film.title for film in films] == ["The Manager", "Spring"]
    assert [film.title for film in listed(tmp_path / "a.csv", "Title,Studio\nThe Director,甲\n")] == ["The Director"]


def test_events_with_results_are_categories_and_no_works(tmp_path: Path) -> None:
    for event in ("项目", "比赛项目", "參賽項目"):
        films = listed(tmp_path / "a.csv", f"{event},姓名,成绩,名次\n男子100米,甲,12.1,1\n男子100米,乙,12.4,2\n")
        assert [(film.title, film.category.name, film.organization) for film in films if film.category] == [
            (None, "男子100米", "甲"),
            (None, "男子100米", "乙"),
        ]
    assert roles_of(["参赛项目", "姓名", "名次"], {}) == ["title", "organization", "award"]


def test_the_likeliest_title_is_never_a_column_of_another_kind(tmp_path: Path) -> None:
    films = listed(tmp_path / "a.csv", "Date,Award,Recipient\n22 May 2009,A,甲\n11 June 2009,B,乙\n8 July 2009,C,丙\n")
    assert films.reading is not None
    assert [remark.option for remark in films.reading.remarks] == ["--column year=Date"]


def test_a_title_is_advised_only_of_cells_that_could_be_one_and_once_where_the_list_may_be_of_people(
    awardcli: Run, tmp_path: Path
) -> None:
    def advised(text: str) -> tuple[str | None, bool]:
        """The heading that `validate` advises as the title, and whether every command does."""
        path = written(tmp_path / "a.csv", text)
        of_validate, of_list = awardcli("validate", path).out, awardcli("list", "--data", path).err
        found = re.search(r"--column title='?(.+?)'?$", of_validate, re.MULTILINE)
        return found and found[1], "--column title=" in of_list

    for heading, *cells in (
        *(("tags", "a; b", "c; d"), ("Country", "Peru", "Chad"), ("ABBR", "P", "PR"), ("Subfield", "Law", "Art")),
        *(
            ("award_key", "smile_award", "grand_award"),
            ("Made of", "red; blue", "green; blue"),
            ("国籍", "中国", "法国"),
        ),
        *(("What", "SMA", "GA"), ("Ville de naissance", "Pau", "Nice"), ("Branch", "first_one", "second_one")),
    ):
        text = f"Year,Laureate,{heading}\n2021,Ann Lee,{cells[0]}\n2022,Bo Ek,{cells[1]}\n"
        assert advised(text) == (None, False), heading
    assert advised("Year,Laureate,Honoured for\n2021,Ann Lee,The River\n2022,Bo Ek,The Hill\n") == (
        *("Honoured for", False),
    )
    assert advised("Year,Author,Honoured for\n2021,Ann Lee,The River\n2022,Bo Ek,The Hill\n") == (
        *("Honoured for", True),
    ), "of works"
    for heading in ("Winner", "winners", "nominee", "Ganador"):
        assert advised(f"Award,{heading}\nDrama,The River\nComedy,The Hill\n") == (heading, False)
        made = advised(f"Award,{heading},Creator\nDrama,The River,A\nComedy,The Hill,B\n")
        assert made == (None, False), "they are the titles"
        assert advised(f"Award,{heading}\nDrama,Hill University\nComedy,Dale College\n") == (None, False), "bodies"
    for winners, nominees in (("得主", "入围"), ("Gewinner", "Nominiert"), ("Winner", "Shortlisted nominees")):
        found = advised(f"Award,{winners},{nominees}\nDrama,The River,The Hill\nComedy,The Dale,The Field\n")
        assert found == (winners, False), "nominees are no titles of the winner"
    assert advised("奖项,获奖者\n一等奖,张三\n二等奖,李四\n") == (None, False)
    records = [{"prize": "Drama", "winners": ["The River", "The Hill"]}]
    path = written(tmp_path / "a.json", json.dumps(records))
    assert "--column title=winners" in awardcli("validate", path).out


def test_nominees_are_no_titles_beside_a_winner(tmp_path: Path) -> None:
    words = "入围、其他提名、入围作品、候选、Nominiert、Shortlisted、Finalists、Runner-up、Runners up"
    for nominated in words.split("、"):
        for winner in ("得主", "Gewinner", "Winner"):
            text = f"奖项,{nominated},{winner}\nDrama,The Hill,The River\nComedy,The Dale,The Fjord\n"
            reading = listed(tmp_path / "a.csv", text).reading
            assert reading is not None
            advised = [remark.text for remark in reading.remarks if remark.text.startswith("no heading is known")]
            assert [text.split("--column title=")[-1] for text in advised] == [winner], nominated
            films = open_collection(written(tmp_path / "a.csv", text), ReadAs(columns={winner: "title"}))
            assert [(film.title, film.organization) for film in films] == [("The River", None), ("The Fjord", None)]
    for nominated in ("Shortlisted", "Finalist"):
        films = listed(tmp_path / "a.csv", f"Year,{nominated},Author\n2021,The Hill,A\n2022,The Dale,B\n")
        assert nominated in [column.heading for column in films.columns], "without a winner"
    text = "Film,Nominated by,Winner\nThe River,Hill Studio,A\nThe Dale,Dale Studio,B\n"
    assert [film.organization for film in listed(tmp_path / "a.csv", text)] == ["A", "B"]


def test_an_option_for_a_heading_that_only_the_table_of_results_has_is_of_that_table(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv", "Year,Winner,Author,Runner-up,Author\n2021,The River,A,The Hill,B\n2022,C,D,E,F\n"
    )
    films = open_collection(path, ReadAs(columns={"winner": "title"}))
    assert [(film.title, film.award, film.organization) for film in films][:2] == [
        *(("The River", "Winner", "A"), ("The Hill", "Runner-up", "B")),
    ]
    films = open_collection(path, ReadAs(columns={"Winner": "title"}))
    assert [(film.title, film.award, film.organization) for film in films] == [
        ("The River", None, "A"),
        ("C", None, "D"),
    ]


def test_nominees_beside_a_winner_that_an_option_makes_the_title_won_nothing(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv", "Category,Winner,Developer,Nominees\nBest Game,The River,甲,The Hill; The Dale\n"
    )
    films = open_collection(path, ReadAs(columns={"Winner": "title"}))
    assert [(film.title, film.organization) for film in films] == [("The River", "甲")]


def test_columns_named_by_letter_are_those_letters_whatever_cells_below_the_first_row_say(
    awardcli: Run, tmp_path: Path
) -> None:
    path = written(tmp_path / "a.csv", "1,,A,,Bain\n2,,A,,Bell\n3,Rev,C,E,Doudney\n4,Lt,A,D,Bidgood\n")
    refused = awardcli("validate", path)
    assert "--column title=E" in refused.err
    assert awardcli("list", "--data", path, "--column", "title=E", "-c", "title", "-f", "csv").out.split()[1:] == [
        *("Bain", "Bell", "Doudney", "Bidgood")
    ]


def test_cells_that_surely_are_awards_or_titles_give_the_role_that_no_heading_has(tmp_path: Path) -> None:
    for heading, award in (("比赛成绩", "一等奖"), ("级别", "省二等奖"), ("Outcome so far", "1st Place")):
        films = listed(tmp_path / "a.csv", f"学校,朗诵内容,{heading}\n甲,《春》,{award}\n乙,《秋》,{award}\n")
        assert [(film.title, film.award) for film in films] == [("《春》", award), ("《秋》", award)]
    for rest in ("甲,春,95", "甲,《春》（节选）,优"):
        films = listed(tmp_path / "a.csv", f"学校,朗诵内容,比赛成绩\n乙,《秋》,一等奖\n{rest}\n")
        assert [column.role for column in films.columns] == ["organization", None, None]


def test_a_title_or_name_that_is_an_award_is_read_so_where_another_column_says_who_won(tmp_path: Path) -> None:
    for text, is_award in (
        ("title,student\n全国数学竞赛一等奖,张三\n市机器人大赛金牌,李四\n", True),
        ("name,film\nGolden Bear Award,Salt\nSilver Bear Award,Rain\n", True),
        ("名称,获奖者\n一等奖,张三\n二等奖,李四\n", True),
        ("名称,学校\n一等奖,一中\n二等奖,二中\n", False),  # a body may give it
        ("name,organization\nBest Paper Award,ACM\nYoung Scholar Prize,IEEE\n", False),
        ("作品,作者\n第一名,张三\n第二名,李四\n", False),  # the heading says that it is a work
        ("title,author\nThe Prize,Irving Wallace\nThe Award,Ann Lee\n", False),
        ("标题,作者\n诺贝尔奖,张三\n春天,李四\n", False),
    ):
        columns = check(written(tmp_path / "a.csv", text))[0].columns
        assert (columns[0].role == "award") is is_award, text


def test_another_column_is_the_award_where_that_known_as_one_has_none_and_it_is_said(tmp_path: Path) -> None:
    for text, award, is_said in (
        (
            "Type,Award,Item,Film\nx,statue,Best Film,Salt\nx,star,Team Spirit,Rain\nx,star,Best Song,Snow\n",
            "Item",
            True,
        ),
        ("奖项,荣誉内容,片名\n奖杯,最佳影片奖,春\n证书,最佳导演奖,夏\n", "荣誉内容", True),
        ("獎項,名次,片名\n小說,首獎,春\n新詩,優等,夏\n", "獎項", False),  # the first of two
        ("奖项,内容,片名\n一等奖,讲述金奖,春\n二等奖,讲述银奖,夏\n", "奖项", False),
        ("Award,Notes,Film\nOscar,Best picture ever,Salt\nOscar,none,Rain\n", "Award", False),
    ):
        reading, _ = check(written(tmp_path / "a.csv", text))
        assert [column.heading for column in reading.columns if column.role == "award"] == [award], text
        assert any("has no awards, so" in remark.text for remark in reading.remarks) is is_said, text


def test_null_is_no_value_and_names_in_a_list_of_a_program_are_several(tmp_path: Path) -> None:
    films = listed(
        tmp_path / "a.csv",
        "賞名,受賞者・グループ(日本語),タイトル(日本語),タイトル(英語),授与機関(日本語),受賞年月,部門\n"
        '貢献賞,"[白井 暁彦,山口 裕太]",null,null,芸術科学会,2016-10,null\n'
        "奨励賞,\"['Lee, A.', 'B']\",null,DUAL,CEDEC,null,NULL\n",
    )
    assert [(film.title, film.organization, film.award, film.edition.year, film.category) for film in films] == [
        (None, "白井 暁彦、山口 裕太", "貢献賞", 2016, None),
        ("DUAL", "Lee, A.、B", "奨励賞", None, None),
    ]
    assert known("ゲーム・オブ・ザ・イヤー") is None
    givers = check(written(tmp_path / "b.csv", "賞名,タイトル,授与機関\n金賞,春,某学会\n"))[0].columns
    assert [column.role for column in givers] == ["award", "title", None], "who gave it made no work"


def test_counts_are_no_titles_and_ranks_among_other_words_are_awards() -> None:
    def roles(names: str, *columns: str) -> list[str | None]:
        cells: dict[str, list[Cell]] = {
            name: [*each.split()] for name, each in zip(names.split(), columns, strict=True)
        }
        return [*settled_roles(list(cells), cells.__getitem__, {})[0]]

    assert roles("name program year", "박나래_2019 전현무_2019 유재석", "3 4 3", "2019 2019 2018") == [
        "title",
        None,
        "year",
    ]
    assert roles("project student rank", "跳远 跳高 铅球 接力", "张 李 王 赵", "join join bronze gold")[2] == "award"
    assert roles("film place", "甲 乙 丙 丁", "Cannes Berlin Cannes Venice")[1] is None


def test_a_column_of_outcomes_is_said_not_to_be_of_winners_only_whatever_its_role(tmp_path: Path) -> None:
    for text, option in (
        ("Film,Type\nSalt,award\nRain,nomination\nSnow,selection\n", "--where Type=award"),
        ("Film,Result\nSalt,Won\nRain,Official Selection\n", "--where Result=Won"),
        ("Film,Award\nSalt,Winner\nRain,Nominee\n", "--where Award=Winner"),
    ):
        remarks = check(written(tmp_path / "a.csv", text))[0].remarks
        assert any(option in remark.text for remark in remarks), text
    games = (
        '{"games": [{"title": "A", "nominations": [{"category": "Best Audio", "result": "Winner"}]}, {"title": "B", '
    )
    games += '"nominations": [{"category": "Best Art", "result": "Nominee"}]}]}'
    reading, found = check(written(tmp_path / "a.json", games), ReadAs(records="games.nominations"))
    assert [film.award for film in found or ()] == ["Winner", "Nominee"]
    assert any("--where result=Winner" in remark.text for remark in reading.remarks)


def test_what_follows_a_preposition_is_no_part_of_what_a_heading_is_about() -> None:
    for heading, role in {
        "Title in English": "title",
        "School at the time": "organization",
        "Award from": "award",
    }.items():
        assert roles_of([heading], {}) == [role], heading
    assert known("Nominated for") is known("Reason for the award") is None


def test_an_only_heading_that_may_be_a_title_is_doubted(tmp_path: Path) -> None:
    for first in ("Toy Story", "The Jungle Book", "权力的游戏"):
        films = listed(tmp_path / "a.csv", f"{first}\n甲\n乙\n")
        assert films.reading is not None
        assert [remark.option for remark in films.reading.remarks] == ["--column title=A"], first
    for heading in ("Movie Title", "film_name", "参赛作品名称", "title"):
        films = listed(tmp_path / "a.csv", f"{heading}\n甲\n乙\n")
        assert films.reading is not None
        assert films.reading.remarks == (), heading


def test_outcomes_are_neither_who_won_nor_works_and_scores_are_no_awards(tmp_path: Path) -> None:
    films = listed(
        tmp_path / "a.csv",
        "Film,Best Picture,Shortlisted/Winner,Result\n春,Won,Winner,4-2\n秋,Nominated,Winner,2–1 (a.e.t.)\n",
    )
    assert [column.role for column in films.columns] == ["title", None, None, None]
    films = listed(tmp_path / "a.csv", "Film,Winner,Result\n春,甲,Won\n秋,乙,Nominated\n")
    assert [column.role for column in films.columns] == ["title", "organization", "award"]


def test_the_level_of_a_contest_is_no_award_beside_one(tmp_path: Path) -> None:
    films = listed(tmp_path / "a.csv", "学生姓名,获奖级别,获奖等级\n张三,国家级,一等奖\n李四,省级,二等奖\n")
    assert [film.award for film in films] == ["一等奖", "二等奖"]
    for level in ("国家级", "省级一等奖"):
        films = listed(tmp_path / "a.csv", f"学生姓名,获奖级别\n张三,{level}\n李四,校级\n")
        assert [film.award for film in films] == [level, "校级"]


def test_the_name_of_a_contest_is_no_award_beside_one(tmp_path: Path) -> None:
    for name in ("获奖名称", "奖项名称", "Award name"):
        for rank in ("获奖等级", "奖次", "Prize"):
            for order in ((name, rank), (rank, name)):
                cells = {name: ("青年影展", "微电影节"), rank: ("一等奖", "二等奖")}
                rows = "".join(
                    f"{title},{','.join(cells[each][at] for each in order)}\n" for at, title in enumerate("春秋")
                )
                films = listed(tmp_path / "a.csv", f"片名,{','.join(order)}\n{rows}")
                assert [film.award for film in films] == ["一等奖", "二等奖"], order
    films = listed(tmp_path / "a.csv", "片名,奖项名称,奖牌\n春,青年影展,\n秋,微电影节,\n")
    assert [film.award for film in films] == ["青年影展", "微电影节"]


def test_an_award_counts_before_a_bare_rank_beside_it_and_of_two_awards_the_first(tmp_path: Path) -> None:
    words, ranks = ("一等奖", "二等奖"), [("1", "2"), ("1st", "2nd"), ("第1名", "第二名"), ("冠军", "亚军")]
    for rank in ("名次", "获奖名次", "排名", "Rank"):
        for award in ("奖项", "等级", "获奖等级", "Prize"):
            for first, second in ranks:
                text = f"片名,{award},{rank}\n春,{words[0]},{first}\n秋,{words[1]},{second}\n"
                assert [film.award for film in listed(tmp_path / "a.csv", text)] == list(words), text
                text = f"片名,{rank},{award}\n春,{first},{words[0]}\n秋,{second},{words[1]}\n"
                found, is_award = listed(tmp_path / "a.csv", text), rank.endswith("名次") and not first.startswith("1")
                assert [film.award for film in found] == ([first, second] if is_award else list(words)), text
                said = [f"award={rank}" in remark.text for remark in found.reading.remarks] if found.reading else []
                assert not rank.endswith("名次") or said == [True] * (not is_award), (
                    text
                )  # others are too vague to be awards
    films = listed(tmp_path / "a.csv", "片名,名次,得分\n春,1,95\n秋,2,93\n")
    assert [film.award for film in films] == ["1", "2"], "no other column is the award"


def test_an_outcome_is_no_award_beside_one(tmp_path: Path) -> None:
    for outcome, won, lost in (("Result", "Won", "Nominated"), ("获奖情况", "获奖", "提名"), ("结果", "获奖", "入围")):
        for award in ("Prize", "奖项"):
            rows = [("春", won, "最佳影片"), ("秋", lost, "最佳导演")]
            films = listed(
                tmp_path / "a.csv", f"片名,{outcome},{award}\n" + "".join(",".join(row) + "\n" for row in rows)
            )
            assert [film.award for film in films] == ["最佳影片", "最佳导演"], (outcome, award)
        films = listed(tmp_path / "a.csv", f"片名,{outcome}\n春,{won}\n秋,{lost}\n")
        assert [film.award for film in films] == [won, lost], "no other column is the award"
        films = listed(tmp_path / "a.csv", f"片名,类别,{outcome}\n春,短片,{won}\n秋,长片,{lost}\n")
        assert [film.award for film in films] == [None, None], "the category says what was won"
    films = listed(tmp_path / "a.csv", "片名,结果,奖项\n春,一等奖,甲杯\n秋,提名,甲杯\n")
    assert [film.award for film in films] == ["一等奖", "提名"], "more than outcomes"


def test_a_track_beside_teams_is_a_title_where_its_award_is_of_a_song_and_doubted_where_all_differ(
    tmp_path: Path,
) -> None:
    doubt = messages.TRY_TITLE(heading="track", asked="track")
    for rows, title, is_doubted in (
        ("Hello,Song of the Year,A Band\nSky,Record of the Year,B Band\n", "Hello", False),
        ("Health,First Prize,Peach\nMoney,First Prize,Plum\n", None, True),
        ("Health,First Prize,Peach\nHealth,Second Prize,Plum\n", None, False),
    ):
        films = listed(tmp_path / "a.csv", f"track,award,team\n{rows}")
        assert next(iter(films)).title == title, rows
        reading = check(tmp_path / "a.csv", ReadAs())[0]
        assert (doubt in [remark.text for remark in reading.remarks]) == is_doubted, rows


def test_who_gave_the_awards_of_a_list_of_awards_alone_is_doubted_as_who_won(tmp_path: Path) -> None:
    option = "--column award=荣誉名称 --column other=颁奖部门"
    doubt = messages.MAY_GIVE_AWARDS(heading="颁奖部门", example="市教育局", option=option)
    for headings, is_doubted in (
        ("荣誉名称,颁奖部门", True),
        ("荣誉名称,颁奖部门,姓名", False),
        ("荣誉名称,出品单位", False),
    ):
        more = (",张三", ",李四") if "姓名" in headings else ("", "")
        rows = f"优秀教师,市教育局{more[0]}\n先进个人,市总工会{more[1]}\n"
        reading = check(written(tmp_path / "a.csv", f"{headings}\n{rows}"), ReadAs())[0]
        assert (doubt in [remark.text for remark in reading.remarks]) == is_doubted, headings
    written(tmp_path / "a.csv", "荣誉名称,颁奖部门\n优秀教师,市教育局\n")
    films = open_collection(tmp_path / "a.csv", ReadAs({"荣誉名称": "award", "颁奖部门": None}))
    assert [(each.award, each.organization) for each in films] == [("优秀教师", None)]


def test_dates_of_weeks_and_months_are_years(tmp_path: Path) -> None:
    for heading, date in (
        ("Week", "2020-06-29"),
        ("周次", "2020年6月29日"),
        ("月份", "2020年6月"),
        ("Month", "2020-06"),
    ):
        films = listed(tmp_path / "a.csv", f"{heading},片名\n{date},春\n{date},秋\n")
        assert [film.edition.year for film in films] == [2020, 2020], heading
    for heading, number in (("Week", "1"), ("周次", "第1周"), ("月份", "6月"), ("Month", "June")):
        films = listed(tmp_path / "a.csv", f"{heading},片名\n{number},春\n{number},秋\n")
        assert [film.edition.year for film in films] == [None, None], heading


def test_what_was_given_counts_and_not_what_was_asked_for_or_judged_first(tmp_path: Path) -> None:
    for before, given in (
        *(
            ("推荐等级", "评定等级"),
            ("申报奖项", "获奖等级"),
            ("建议奖级", "最终等级"),
            ("自评等级", "奖项"),
            ("拟获奖项", "奖项"),
        ),
        *(("初评结果", "终评结果"), ("初評結果", "複評結果"), ("推荐等级", "初评结果"), ("复评结果", "终评结果")),
        *(("Recommended award", "Award"), ("Preliminary result", "Final result"), ("区级奖项", "市级奖项")),
        *(("校级奖项", "省级奖项"), ("市级获奖等级", "全国奖项")),
    ):
        for first, second in ((before, given), (given, before)):
            words = {before: ("一等奖", "一等奖"), given: ("二等奖", "三等奖")}
            rows = "".join(f"{work},{words[first][at]},{words[second][at]}\n" for at, work in enumerate("春秋"))
            films = listed(tmp_path / "a.csv", f"片名,{first},{second}\n{rows}")
            assert [film.award for film in films] == ["二等奖", "三等奖"], (first, second)
    films = listed(tmp_path / "a.csv", "片名,推荐等级,评定等级\n春,一等奖,\n秋,二等奖,\n")
    assert [film.award for film in films] == ["一等奖", "二等奖"], "nothing is judged yet"
    films = listed(tmp_path / "a.csv", "片名,评定等级,推荐等级\n春,,一等奖\n秋,二等奖,一等奖\n")
    assert [film.award for film in films] == [None, "二等奖"], "spring was given nothing"
    films = listed(tmp_path / "a.csv", "片名,区级奖项,市级奖项\n春,一等奖,\n秋,二等奖,三等奖\n")
    assert [film.award for film in films] == ["一等奖", "二等奖"], "few came to the higher contest"
    films = listed(tmp_path / "a.csv", "片名,推荐单位,推荐等级\n春,甲局,一等奖\n")
    assert [film.award for film in films] == ["一等奖"], "no other column is the award"


def test_money_is_no_award_beside_a_place(tmp_path: Path) -> None:
    for heading, money in (
        *(
            ("Prize", "$10,000"),
            ("prize_text", "US$ 5k"),
            ("Prize (USD)", "10000"),
            ("奖励", "5000元"),
            ("奖项", "￥800"),
        ),
        *(("Premio", "€ 500"), ("Prix", "500 €"), ("Award", "10,000 USD")),
    ):
        films = listed(tmp_path / "a.csv", f'project,{heading},place\nA,"{money}",1st\nB,"{money}",2nd\n')
        assert [film.award for film in films] == ["1st", "2nd"], heading
    films = listed(tmp_path / "a.csv", "片名,奖项\n春,￥800\n秋,￥500\n")
    assert [film.award for film in films] == ["￥800", "￥500"], "no other column is the award"
    films = listed(tmp_path / "a.csv", "project,Prize,place\nA,1 Million Euro Prize,Rome\nB,Golden Dollar,Oslo\n")
    assert [film.award for film in films] == ["1 Million Euro Prize", "Golden Dollar"]


def test_headings_that_count_or_name_a_place_have_no_role_and_players_are_who() -> None:
    for heading in (
        *("days_to_ceremony", "Number of editions", "years since the award", "Years of service", "No. of awards"),
        *("Anzahl der Preise", "Ville Org", "Ville du club", "Département Org", "Ciudad del equipo", "Ort der Schule"),
    ):
        assert known(heading) is None, heading
    for heading, role in (
        *(("Age group", "category"), ("Year of the award", "year"), ("Ceremony", "edition"), ("Club", "organization")),
        *(("No. of edition", None), ("Edition no.", "edition"), ("Years", "year"), ("City University", "organization")),
    ):
        assert roles_of([heading], {}) == [role], heading
    players = ["Joueur 1", "Jugador", "Spielerin", "Giocatore", "Jogador", "игрок"]
    assert roles_of(players, {}) == ["organization"] * len(players)


def test_the_text_beside_a_code_has_the_role_and_the_name_of_an_object_is_what_the_object_is(tmp_path: Path) -> None:
    for code in (1, "wdy"):
        for of in ("category", "award"):
            for text in (f"{of}_text", f"{of}Text", f"{of}_dictText", f"{of}_dict_text"):
                for record in ({"title": "春", of: code, text: "甲"}, {"title": "春", text: "甲", of: code}):
                    films = listed(tmp_path / "a.json", json.dumps([record, {**record, "title": "秋"}]))
                    assert [(film.category.name if film.category else film.award) for film in films] == ["甲", "甲"], (
                        record
                    )
    films = listed(tmp_path / "a.csv", "title,category,categoryName\n春,1,甲\n秋,2,乙\n")
    assert [film.category and film.category.name for film in films] == ["甲", "乙"]
    films = listed(tmp_path / "b.csv", "title,category\n春,1\n秋,2\n")
    assert [film.category and film.category.name for film in films] == ["1", "2"]
    assert known("context") == known("full text") == known("subtext") is None
    for heading in ("unit.name", "unitName", "submit_unit_name", "dept.name", "department.name", "school.data.name"):
        assert known(heading) == ("organization", BY_PARTS), heading
    assert known("award.data.attributes.name") == known("award.name")
    assert known("unit") == known("department") == known("user.name") is None


def test_winners_are_works_where_another_column_says_who_made_them(tmp_path: Path) -> None:
    rows = "2021,《春》,张三\n2022,Sky,Ann Lee\n2023,Sea,Bo Ek\n"
    for heading, title in (
        ("Year,Winner,Author", "Winner"),
        ("Year,Winner,Director", "Winner"),
        *(("年份,得主,作者", "得主"), ("年份,得主,著者", "得主")),
        ("Year,Winner,Country", None),  # a person's
        ("Year,Winner,Publisher", None),  # a writer has one too
        ("Year,Laureate,Author", None),
    ):
        reading = check(written(tmp_path / "a.csv", f"{heading}\n{rows}"))[0]
        titles = [column.heading for column in reading.columns if column.role == "title"]
        assert titles == ([title] if title else []), heading
        said = messages.WINNERS_ARE_TITLES(heading="Winner", maker="Author", option="--column organization=Winner")
        assert (said in [remark.text for remark in reading.remarks]) == (heading == "Year,Winner,Author")


def test_a_second_heading_below_ends_a_row_of_several_winners(tmp_path: Path) -> None:
    text = "组织奖,,\n序号,单位,\n1,博物馆,\n2,美术馆,\n,,\n优秀指导教师,,\n序号,姓名,单位\n1,章鱼,一中\n2,柳絮,二中\n"
    found = [(result.award, result.organization) for result in listed(tmp_path / "a.csv", text)]
    assert found == [
        ("组织奖", "博物馆"),
        ("组织奖", "美术馆"),
        ("优秀指导教师", "章鱼、一中"),
        ("优秀指导教师", "柳絮、二中"),
    ]


def test_nominees_are_the_works_where_another_column_says_who_made_them_and_none_says_who_won(tmp_path: Path) -> None:
    for who in ("artist", "director", "author"):
        (work,) = listed(tmp_path / "a.csv", f"year,category,nominee,{who}\n2000,Best Album,Supernatural,Santana\n")
        assert (work.title, work.organization) == ("Supernatural", "Santana"), who
    assert roles_of(["year", "category", "nominee", "film"], {}) == ["year", "category", "organization", "title"]


def test_a_project_beside_what_it_achieved_is_a_work_unless_another_column_names_people(tmp_path: Path) -> None:
    projects = "2025,AWS GameDay,云架构挑战,{} 亚军\n2025,黑客松,语音控制,决赛入围\n2024,挑战赛,智能家居,{} 参与奖\n"
    for signs in (("", ""), ("🥈", "🎖️")):
        found = listed(tmp_path / "a.csv", f"年份,赛事,项目,成绩\n{projects.format(*signs)}")
        assert [(each.title, each.award and each.award.split()[-1]) for each in found] == [
            *(("云架构挑战", "亚军"), ("语音控制", "决赛入围"), ("智能家居", "参与奖"))
        ]
    sport = listed(tmp_path / "a.csv", "姓名,项目,成绩\n张三,跳远,8.1\n李四,跳高,2.1\n")
    assert [each.written("organization") for each in sport] == ["张三", "李四"]
    assert [each.category.name for each in sport if each.category] == ["跳远", "跳高"]


def test_the_year_of_a_festival_counts_before_that_of_the_work() -> None:
    assert roles_of(["title", "year_festival", "Year"], {}) == ["title", "year", None]
    assert roles_of(["title", "year_film", "year_award"], {}) == ["title", "year", None]


def test_what_produced_or_sent_in_a_work_is_known_and_so_is_the_full_name_of_who_did() -> None:
    for heading in (
        "出品",
        "承制",
        "联合摄制",
        "词曲",
        "获奖集体",
        "node.work.author.fullName",
        "director.displayName",
    ):
        assert known_role(heading) == "organization", heading
    assert known_role("出品年份") == "year"
    assert [known(heading) for heading in ("display", "full", "author.fullText")] == [None] * 3


def test_a_nominee_that_is_the_work_itself_did_not_make_it(tmp_path: Path) -> None:
    table = "name,role,workTitle\nLes Collines,Film,Les Collines\nMariama Diallo,Actrice,Les Collines\n"
    records = '[{"name":"春","role":"影片","film":"春"},{"name":"张三","role":"导演","film":"春"}]'
    for name, text, who in (("a.csv", table, "Mariama Diallo"), ("a.json", records, "张三")):
        assert [each.organization for each in listed(tmp_path / name, text)] == [None, who], name
    album = "album,artist\nMetallica,Metallica\nLow,David Bowie\n"
    assert [each.organization for each in listed(tmp_path / "a.csv", album)] == ["Metallica", "David Bowie"]


def test_titles_that_may_be_people_are_doubted_with_the_command_that_makes_them_so(tmp_path: Path) -> None:
    def remarks(text: str) -> Sequence[Remark]:
        films = listed(tmp_path / "a.csv", text)
        assert films.reading
        return films.reading.remarks

    for text, heading in (
        ("year,name,country\n2024,Han Kang,Sydkorea\n2023,Jon Fosse,Norge\n", "name"),
        (
            "year,award,name,place\n1954,Padma Shri,Dr. S. N. Bose,Delhi\n1958,Padma Shri,Shri S. Ray,Delhi\n",
            "name",
        ),
        (
            "year,name,nationality,rationale\n1954,Sarvapalli Rao,India,for peace\n1955,Bhagwan Das,India,for poems\n",
            "name",
        ),
        ("Jahr,Name,geboren\n1990,Anna Schmidt,1950\n1991,Karl Roth,1940\n", "Name"),
        ("年份,名字,国籍\n2020,张三先生,中国\n2021,李四女士,中国\n", "名字"),
    ):
        option = next(remark.option for remark in remarks(text) if "may be people who won" in remark.text)
        assert option == f"--column organization={heading}", text
        people = open_collection(tmp_path / "a.csv", ReadAs(columns={heading: "organization"}))
        assert all(each.organization and not each.title for each in people), text
    for text in (
        "year,name,country\n1999,Toy Story,USA\n1998,Mulan,USA\n",
        "year,name,country,genre\n1999,Toy Story,USA,animation\n1998,Pulp Fiction,USA,crime\n",
        "year,name,award\n1999,Toy Story,Best Film\n1998,Pulp Fiction,Best Film\n",
        "title,country\nJackie Brown,USA\nErin Brockovich,USA\n",
        "name,director,country\nJackie Brown,Quentin Tarantino,USA\nErin Brockovich,Steven Soderbergh,USA\n",
    ):
        assert not [remark.text for remark in remarks(text) if "may be people" in remark.text], text


def test_a_name_in_parts_is_nobody_else_than_the_whole_one_beside_it(awardcli: Run, tmp_path: Path) -> None:
    for heading, line, who in (
        ("name,forenames,surname", "Mrs Ann Mary BRUCE CBE,Mrs Ann Mary,Bruce", ["Mrs Ann Mary BRUCE CBE"]),
        ("name,first name,last name", '"Curie, Marie",Marie Salomea,Curie', ["Curie, Marie"]),
        ("name,firstname,lastname", "A. Lee,Ann,Lee", ["A. Lee"]),
        ("laureate,firstname,surname", "Sir Bo EK,Bo,Ek", ["Sir Bo EK"]),
        ("name,forenames,surname", "Cy Lee,Ann,Lee", ["Cy Lee", "Ann Lee"]),  # the father
        ("name,forenames,surname", "Ann Lee Pictures,Ann,Lee", ["Ann Lee Pictures", "Ann Lee"]),
        ("name,forenames,surname", "Lee,Ann,Lee", ["Lee", "Ann Lee"]),
    ):
        films = list(open_collection(written(tmp_path / "a.csv", f"{heading},award\n{line},CH\n")))
        assert [each.name for each in films[0].organizations] == who, line
        for suffix in ("json", "jsonl", "tsv"):  # what awardcli wrote says once more who it was
            path = tmp_path / f"b.{suffix}"
            assert awardcli("export", path, "--force", "--data", tmp_path / "a.csv").code == 0
            said = [(each.title, each.organizations) for each in open_collection(path)]
            assert said == [(None, films[0].organizations)], suffix


def test_chinese_names_between_commas_are_several_people(tmp_path: Path) -> None:
    for cell, count in (
        ("黃小瑋, 王中", 2),
        ("张国荣,巩俐,葛优", 3),
        ("弗兰克·德,斯蒂芬·金", 2),
        ("张三，静安区", 1),
        ("王小明, Jr.", 1),
        ("上海,北京", 1),
    ):
        for name, text in (
            ("a.json", json.dumps([{"作者": [cell], "片名": "春"}])),
            ("a.csv", f'作者,片名\n"{cell}",春\n'),
        ):
            assert [len(each.organizations) for each in listed(tmp_path / name, text)] == [count], cell


def test_a_column_of_numbers_is_nobody(tmp_path: Path) -> None:
    for heading, cells, is_said in (
        ("Theaters", ("5", "12"), False),
        ("LimitedTheaters", ("NA", "1,532"), False),
        ("Studios", ("3", ""), False),
        ("Team", ("254", "1114"), True),
        ("Team", ("254", "Robonauts"), None),
        ("Bands", ("311", "Blur"), None),
    ):
        rows = "".join(f'{film},Haggis,"{cell}"\n' for film, cell in zip(("Crash", "Munich"), cells, strict=True))
        path = written(tmp_path / "a.csv", f"film,director,{heading}\n{rows}")
        for asked in ({}, {heading: None}):  # as the doubt says
            found, films = check(path, ReadAs(columns=asked))
            assert found
            said = "\n".join(remark.text for remark in found.remarks)
            assert (f"if so: --column other={heading}" in said) == (is_said is True and not asked), cells
            others = 0 if asked or is_said is False else 2
            assert sum(len(each.organizations) for each in films or ()) == 2 + others, cells


def test_columns_of_places_are_no_likely_titles(tmp_path: Path) -> None:
    def said(heading: str) -> str:
        text = f"{heading},姓名,award\nOslo,Ann Lee,CH\nBonn,Bo Ek,DBE\nLyon,Cy Fox,Kt\n"
        found, _ = check(written(tmp_path / "a.csv", text))
        return "\n".join(remark.text for remark in found.remarks) if found else ""

    for heading in ("birth_city_now", "county", "birthCity", "省（市）", "县/区", "Home State"):
        assert not said(heading), heading
    for heading in ("estate", "velocity", "故事"):
        assert f"--column title={heading}" in said(heading), heading
