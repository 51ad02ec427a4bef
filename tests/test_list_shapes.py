"""The shapes that lists have: each rule of the reader in several of them."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from awardcli import messages
from awardcli.collection import ListCollection, open_collection
from awardcli.collection.loading import check
from awardcli.collection.user_file.columns.column_roles import Remark, asked_role, roles_of
from awardcli.collection.user_file.columns.heading_words import known
from awardcli.collection.user_file.reading_report import MOST_COLUMNS, ReadAs, Reading, UnknownColumnsError
from awardcli.collection.user_file.rows_set_aside import is_signature, is_total, may_be_signature
from awardcli.collection.user_file.section_names import section
from awardcli.errors import InvalidDataError, UsageError
from awardcli.language.dates import edition_number, year_number
from conftest import Run
from support import workbook, written

pytestmark = pytest.mark.usefixtures("workbooks_read_here")


def listed(path: Path, data: str | bytes, read_as: ReadAs | None = None) -> ListCollection:
    """The list of a file that holds those data."""
    films = open_collection(written(path, data), read_as)
    assert isinstance(films, ListCollection)
    return films


def reading(path: Path, data: str | bytes, read_as: ReadAs | None = None) -> Reading:
    return check(written(path, data), read_as)[0]


def roles(found: Reading) -> dict[str, str | None]:
    return {column.heading: column.role for column in found.columns}


def titles(films: ListCollection) -> list[str | None]:
    return [film.title for film in films]


def awards(films: ListCollection) -> list[tuple[str | None, str | None]]:
    return [(film.title, film.award) for film in films]


# Headings

HEADINGS = {
    "title": (
        "片 名|片　名|*作品名称|作品名称（全称）|【片名】|《作品》名称|1.片名|（一）作品名称|① 片名|片名：|"
        "作品\n名称|電影名|曲名|影片名|影片中文名|"
        "获奖作品|参赛作品名称|论文题目|作品英文名|Film Title|film_title|FilmTitle|Movie|movie-name|title.zh|"
        "titleTranslate.zh-Hans|"
        "获奖成果|案例|Title & Author|Nominee / Film|片名/Title|"
        "filmLabel|filmLabel.value|游戏名|产品名称|工程名称|户外装置名称|"
        "original_title|Name of film|Song|作品名称（必填，不超过20字）|Photo Title|Hack|Mobile app|Winner Title"
    ),
    "organization": (
        "刊播单位/发布平台|拍摄者|厨师|主讲教师|著作权人|诗人|歌手|作家|Playwright|Founders|辅导老师|设计师|"
        "Student name|"
        "報送單位|推荐单位（盖章）|学 校|出版社|第一作者|导演姓名|学生姓名|词作者|獲獎者|Author(s)|"
        "Directed by|director_name|Production Company|"
        "Produced by|Photo by|Won By|Runner-up|Runners-up|Team Members|Production Companies|高校名称|教职工名称|队长|"
        "组长姓名-组长ID|主办单位|颁奖机构|Awarding Institution|winnerGym|"
        "冠军战队|乐团|名次/团队|honoured_person|编辑|"
        "Publisher(s)|author.name|Awarded to|主创人员|选送学校|作者1|单位全称|directorLabel|企业名称|开发商|出版者"
    ),
    "award": (
        "獎項|获奖等级|等次|名次|奖项名称|所获奖项|Prize|Award Name|评选结果|"
        "综合排名|表彰称号|单项奖名称|奖励名称|Award Title|Final Rank|Awards Won"
    ),
    "category": (
        "组 别|参赛组别|類別|作品类别|奖项类别|Category|CanonicalCategory|award_category|学段|Category Title|Age Group"
    ),
    "year": (
        "年 份|上映年份|获奖年度|出版年|年代|获奖年月|Year|Release Year|year_of_release|festivalYear|"
        "Date Awarded|Awarded"
    ),
    "edition": "届 次|屆數|届别|Ceremony|edition",
    "note": "備考|备 注|Remarks|note",
}
HEADINGS_ABROAD = {
    "title": (
        "タイトル|映画タイトル|作品名|受賞作|邦題|제목|영화명|작품명|수상작|Filmtitel|Buchtitel|Originaltitel|"
        "TITEL|Titre du film|Titre original|"
        "Œuvre|Título|Título original|Película|Título do filme|Nombre de la película|Titolo|"
        "Titolo originale|Filme|Livro|"
        "Название|Название фильма|Оригинальное название|Фильм|What is the title of your film?|您的作品名称是？|"
        "Best Picture|Boektitel|Titel van de film|Tytuł filmu|Książka|Film adı|Kitap ismi|Eser|Tên phim|Tên tác phẩm|"
        "ชื่อภาพยนตร์|Judul film|Nama karya|Filmens titel|Název|得獎作品|中文片名|"
        "프로그램명|게임명|アプリ名|jogo|Juego|Projeto"
    ),
    "organization": (
        "監督|監督名|製作会社|受賞者|受賞者名|脚本|감독|감독명|출판사|수상자|Regie|Regisseur/in|Autor:innen|"
        "Preisträgerin|Verlag|"
        "Réalisateur·rice|Réalisateur(s)|Nom du réalisateur|Maison d'édition|Lauréate|"
        "Dirigida por|Autor(a)|Director/a|Editorial|"
        "Regista|Casa editrice|Vincitore|Autore|Realizador|Prémio: vencedor|Режиссёр|Режиссер|"
        "Автор книги|Издательство|Director's name|"
        "1、您的姓名：|指导老师|Full Name|Winnaar|Uitgeverij|Reżyser|"
        "Wydawnictwo|Yönetmen|Yazarı: yazar|Đạo diễn|Tác giả|"
        "Nhà xuất bản|ผู้กำกับ|Sutradara|Nama penerbit|Regissör|得獎者|製作公司|主辦單位|女主角|"
        "팀명|회사명|チーム名|Equipe|Escuela|Призёр"
    ),
    "year": (
        "公開年|受賞年度|연도|개봉연도|Jahr|Erscheinungsjahr|Année de sortie|Año|Año de estreno|"
        "Anno di uscita|Ano|Год|Год выпуска|"
        "Jaar|Publicatiejaar|Rok wydania|Yapım yılı|Ödül yılı|Năm phát hành|ปี|Tahun rilis|年度|頒獎年份|"
        "year_film|Year Published|Date de sortie|Fecha de estreno"
    ),
    "award": (
        "受賞歴|수상내역|Filmpreis|Auszeichnung|Prix|Premio|Prêmio|Prémio|Премия|"
        "등위|순위|수상등급|順位|premiacao|Médaille|得獎紀錄|Prijs|Nagroda|Ödül|Giải thưởng|รางวัล|Penghargaan|獎項|賞"
    ),
    "category": (
        "受賞部門|부문|Kategorie|Catégorie|Categoría|Номинация|部門|"
        "応募部門|カテゴリー|Categorie|Kategoria|Hạng mục|สาขา|Kategori"
    ),
    "edition": "回|回数|회차|Édition|Edizione",
}
NOT_HEADINGS = (
    "入学时间|毕业年份|出生日期|作品ID|作者_id|seasons_with_team|提名|Sponsored by|Awarded By|Presented by|评审专家|"
    "参赛国家|工作人员|评分人数|役名|大会名|"
    "국가명|수상여부|Produktionsland|Autor-ID|Pays|Año de nacimiento|País|Страна|Birth Year|"
    "Year of birth|出生年份|Film-Link|Durée|"
    "片长|影片时长|评分人数|豆瓣评分|联系人|联系电话|序号|FilmId|NomineeIds|data_id|Critics Score|简介|"
    "导演简介|作品简介|国家|地区|类型|活动名称|"
    "作者单位地址|poster|票房|语言|上映地|编码|获奖感言|IMDb|"
    "label|film.type|filmLabel.xml:lang|平台名称|国名|用户名|赛事名称|笔名|"
    "部门|報送部门|Kraj|Ülke|Negara|Quốc gia|Geboortejaar|Rok urodzenia|Doğum yılı|Năm sinh|Geburtsjahr|Nr|Sıra|Taal"
)


def test_a_heading_is_known_however_it_is_dressed() -> None:
    for table in (HEADINGS, HEADINGS_ABROAD):
        for role, headings in table.items():
            for heading in headings.split("|"):
                found = known(heading)
                assert found, heading
                assert found.role == role, heading
    for heading in NOT_HEADINGS.split("|"):
        assert known(heading) is None, heading


def test_a_column_of_addresses_is_neither_title_nor_anything_else(tmp_path: Path) -> None:
    text = "film,filmLabel,directorLabel,pubdate\n" + "".join(
        f"http://x/Q{n},片{n},甲,{n + 1990}-05-01\n" for n in range(3)
    )
    found = reading(tmp_path / "a.csv", text)
    assert roles(found) == {"film": None, "filmLabel": "title", "directorLabel": "organization", "pubdate": "year"}


def test_a_date_is_a_year_where_it_is_that_of_the_work(tmp_path: Path) -> None:
    dates = ["1993-07-26(中国香港)", "2020.11", "1961年", "二〇〇〇年"]
    for heading, role in {"上映日期": "year", "首播时间": "year", "报送时间": None, "更新日期": None}.items():
        rows = "".join(f"片{n},{date}\n" for n, date in enumerate(dates))
        assert roles(reading(tmp_path / "a.csv", f"片名,{heading}\n{rows}"))[heading] == role, heading
    films = listed(tmp_path / "a.csv", "片名,时间\n甲,一九九八年\n乙,2020.11\n丙,二○二一\n")
    assert [film.edition.year for film in films] == [1998, 2020, 2021]
    months = listed(tmp_path / "a.csv", "作品,获奖时间,序号\n甲,202108,1\n乙,20190630,2\n丙,2020.6,3\n")
    assert [film.edition.year for film in months] == [2021, 2019, 2020]
    assert roles(reading(tmp_path / "a.csv", "片名,诺贝尔年,青年\n甲,2005,是\n乙,2009,否\n")) == {
        "片名": "title",
        "诺贝尔年": "year",
        "青年": None,
    }
    for text, role in (("4,2,1", None), ("2019-2020学年,2020学年,2021", "year")):
        rows = "".join(f"{name},{year}\n" for name, year in zip("甲乙丙", text.split(","), strict=True))
        assert roles(reading(tmp_path / "a.csv", f"片名,学年\n{rows}"))["学年"] == role, text
    both = reading(tmp_path / "a.csv", "上映日期,片名,年份\n2001-02-03,甲,2002\n")
    assert roles(both) == {"上映日期": None, "片名": "title", "年份": "year"}


def test_a_rank_is_an_award_where_it_repeats_or_is_said_to_be_one(tmp_path: Path) -> None:
    for heading, ranks, role in (
        ("Place", "1st,2nd,3rd", "award"),
        ("Place", "1,1,2", "award"),
        ("순위", "대상,금상,장려상", "award"),
        ("順位", "最優秀賞,優秀賞,入選", "award"),
        ("排名", "第1名,第2名,第3名", "award"),
        ("Rank", "1,2,3", None),
        ("Place", "Cannes,Venice,Berlin", None),
    ):
        rows = "".join(f"{name},{rank}\n" for name, rank in zip("甲乙丙", ranks.split(","), strict=True))
        assert roles(reading(tmp_path / "a.csv", f"片名,{heading}\n{rows}"))[heading] == role, ranks


def test_the_foot_of_a_page_is_no_result(tmp_path: Path) -> None:
    feet = ["续表,,,", ",— 1 —,,", "第 2 页 共 3 页,,,", "填表人：,张三,,联系电话：138"]
    last = ["以上共3部作品，排名不分先后。,,,"]
    text = "片名,单位,奖项,备注\n甲,子,,\n" + "\n".join(feet) + "\n续集,,,\n第一页,丑,,\n" + "\n".join(last)
    films = listed(tmp_path / "a.csv", text)
    assert titles(films) == ["甲", "续集", "第一页"]
    assert films.reading
    lines = [row.line for row in films.reading.set_aside]
    assert lines == sorted(lines)
    assert len(lines) == len(feet + last)


def test_a_role_goes_to_the_heading_that_says_most() -> None:
    assert roles_of(["CanonicalCategory", "Category"], {}) == [None, "category"]
    assert roles_of(["奖项", "名次"], {}) == ["award", None]
    assert roles_of(["名称", "片名"], {}) == [None, "title"]
    assert roles_of(["名字", "又名"], {}) == ["title", "title"]
    assert roles_of(["片名", "影片名", "导演", "出品公司"], {"影片名": None}) == ["title", None, *["organization"] * 2]
    assert roles_of(["F1", "片名"], {"f 1": "title"}) == ["title", "title"]
    assert roles_of(["参评项目", "题目"], {}) == ["category", "title"]
    assert roles_of(["Track", "Project"], {}) == ["category", "title"]
    assert roles_of(["Track", "Album", "Artist"], {}) == ["title", "title", "organization"]
    assert roles_of(["主办单位", "作品名称", "学生姓名"], {}) == [None, "title", "organization"]
    assert roles_of(["活动", "主办单位"], {}) == [None, "organization"]
    assert roles_of(["毕业作品", "毕业院校", "毕业时间"], {}) == ["title", "organization", None]


@pytest.mark.parametrize(
    "above", ["", "第三届获奖名单,,\n", "名单\n\n（排名不分先后）,,\n单位：,某校,\n", "2021年报送作品,,\n\n,,\n"]
)
def test_the_heading_is_found_below_other_lines(tmp_path: Path, above: str) -> None:
    found = reading(tmp_path / "a.csv", f"{above}序号,片名,单位\n1,甲,乙\n")
    assert roles(found) == {"序号": None, "片名": "title", "单位": "organization"}
    assert found.heading_line == above.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "names", "line"),
    [
        ("作品信息,,单位\n片名,类别,\n甲,乙,丙\n", ["片名", "类别", "单位"], 2),
        ("序号,片名,获奖情况,\n,,奖项,届次\n1,甲,乙,9\n", ["序号", "片名", "奖项", "届次"], 2),
        ("名单,,,\n序号,作品信息,,备注\n,片名,单位,\n1,甲,乙,丙\n", ["序号", "片名", "单位", "备注"], 3),
        ("片名,单位,奖项\n一等奖,,\n甲,乙,丙\n", ["片名", "单位", "奖项"], 1),
    ],
)
def test_a_heading_over_two_rows_is_joined(tmp_path: Path, text: str, names: list[str], line: int) -> None:
    found = reading(tmp_path / "a.csv", text)
    assert (list(roles(found))[: len(names)], found.heading_line) == (names, line)


def test_a_heading_in_another_language_below_the_first_is_no_result(tmp_path: Path) -> None:
    for text in (
        "片名,导演\nTitle,Director\n",
        "入围名单\n序号,片名,导演,片长\nNo.,Film Title,Director,Runtime\n",
        "Film,Director,Year\n影片,导演,年份\n",
        "编码,作品名称,作者\nCode,Title,Author\n",
    ):
        width = text.splitlines()[-1].count(",") + 1
        row = ["1", "薪火", "甲", "2"][width == 2 or text.startswith("Film") :][:width]
        films = listed(tmp_path / "a.csv", f"{text}{','.join(row)}\n")
        assert titles(films) == ["薪火"], text
        assert films.reading
        assert [row.why for row in films.reading.set_aside] == ["heading"], text
        assert films.columns[0].heading == text.splitlines()[-2].split(",")[0], text
    kept = listed(tmp_path / "a.csv", "片名,导演,年份\nDirector,Title,2020\nThe Title,Author,2020\n")
    assert titles(kept) == ["Director", "The Title"]


def test_a_column_is_called_by_its_heading_a_number_or_its_letter(tmp_path: Path) -> None:
    found = reading(tmp_path / "a.csv", "片名,片名,,单位,\n甲,乙,丙,丁,\n")
    assert list(roles(found)) == ["片名", "片名 (2)", "C", "单位"]
    row = ",".join(["甲"] * 703)
    wide = list(roles(reading(tmp_path / "b.csv", f"片名{',' * 702}\n{row}\n{row}\n")))
    assert [wide[at - 1] for at in (2, 26, 27, 52, 53, 702, 703)] == ["B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_a_list_without_a_known_title_names_the_likeliest(tmp_path: Path) -> None:
    text = "F1,F2,F3,F4\n1,月光码头,https://a.b/1,88分钟\n2,灯塔看守人,https://a.b/2,90分钟\n"
    with pytest.raises(UnknownColumnsError) as refused:
        listed(tmp_path / "a.csv", text)
    assert refused.value.hints == (
        messages.TRY_TITLE(heading="F2", asked="F2"),
        messages.TRY_ORGANIZATION(asked="F2"),
    )
    films = listed(tmp_path / "a.csv", text, ReadAs(columns={"F2": "title", "F4": None}))
    assert films.reading
    assert (titles(films), roles(films.reading)["F4"]) == (["月光码头", "灯塔看守人"], None)


def test_a_title_that_is_always_the_same_gives_way_to_another(tmp_path: Path) -> None:
    rows = "".join(f"oscar,片{number},{1990 + number}\n" for number in range(6))
    films = listed(tmp_path / "a.csv", "film,film_name,year\n" + rows)
    assert titles(films)[:2] == ["片0", "片1"]
    assert films.reading
    assert films.reading.remarks[0].text.endswith("--column title=film")
    alone = reading(tmp_path / "b.csv", "film,year\n" + "oscar,1990\n" * 6)
    assert [remark.text for remark in alone.remarks] == [messages.TITLE_IS_ONE(heading="film", value="oscar")]


def test_more_columns_than_there_is_time_for_are_refused(tmp_path: Path) -> None:
    wide = [f"c{number}" for number in range(MOST_COLUMNS)]
    for name, data in {
        "a.csv": f"title,{','.join(wide)}\n吾梦\n",
        "a.json": json.dumps([{"title": "吾梦"} | dict.fromkeys(wide, 1)]),
        "b.json": json.dumps([{"title": "吾梦"} | dict.fromkeys(wide[at::2], 1) for at in (0, 1)]),
    }.items():
        with pytest.raises(InvalidDataError, match=r"more than 20,000 columns"):
            listed(tmp_path / name, data)


def test_a_weak_heading_is_a_year_where_nine_of_ten_cells_are(tmp_path: Path) -> None:
    for years, role in {9: "year", 8: None}.items():
        rows = "".join(f"片{n},{1990 + n if n < years else '不详'}\n" for n in range(10))
        assert roles(reading(tmp_path / "a.csv", f"片名,时间\n{rows}"))["时间"] == role, years


def test_a_row_with_blank_cells_behind_its_heading_is_read_and_one_with_more_refused(tmp_path: Path) -> None:
    films = listed(tmp_path / "a.csv", "片名,单位\n甲,某社,,\n乙,某社,多,\n丙\n")
    assert titles(films) == ["甲", "丙"]
    assert films.reading is not None
    assert [refused.place for refused in films.reading.refused] == [f"{tmp_path / 'a.csv'}: line 3"]


def test_a_column_counts_by_what_its_cells_are(tmp_path: Path) -> None:
    text = "Winner,Place,时间,排名,片名\nTrue,Cannes,1994,1,甲\nFalse,Venice,1995(中国),2,乙\nTrue,Cannes,1996,3,丙\n"
    found = roles(reading(tmp_path / "a.csv", text))
    assert found == {"Winner": None, "Place": None, "时间": "year", "排名": None, "片名": "title"}
    again = roles(reading(tmp_path / "a.csv", "rank,date,film\n1,2019-02-11,甲\n2,2019-02-12,乙\n1,2019-02-13,丙\n"))
    assert again == {"rank": "award", "date": None, "film": "title"}


def test_what_cells_are_not_a_heading_does_not_make_of_them(tmp_path: Path) -> None:
    globes = "year_film,year_award,film,nominee,win\n1943,1944,甲,乙,True\n1944,1945,丙,丁,False\n"
    assert roles(reading(tmp_path / "a.csv", globes)) == {
        "year_film": "year",
        "year_award": None,
        "film": "title",
        "nominee": "organization",
        "win": None,
    }
    counted = 'Title,Original release date,Awards,Лауреат\nA,"May 3, 1982",4,Да\nB,"June 1, 1983",0,Нет\n'
    found = reading(tmp_path / "b.csv", counted)
    assert list(roles(found).values()) == ["title", "year", None, None]
    numbers = "片名,名次\n1984,1\n1917,2\n"
    assert list(roles(reading(tmp_path / "c.csv", numbers)).values()) == ["title", "award"]


def test_the_likeliest_title_is_no_number_and_may_be_what_was_honoured(tmp_path: Path) -> None:
    won = reading(tmp_path / "a.csv", "Year,Winner,Publisher,Country\n2019,The Testaments,Secker,Canada\n")
    assert [remark.text[-21:] for remark in won.remarks] == ["--column title=Winner"]
    rows = "".join(f"2019,第{n // 30}届大奖,歌{n},人{n}\n" for n in range(60))
    grammy = reading(tmp_path / "b.csv", f"year,title,nominee,artist\n{rows}")
    assert [remark.text[-22:] for remark in grammy.remarks] == ["--column title=nominee"]
    people = reading(tmp_path / "c.csv", "姓名,性别,所用时间\n张三,男,100秒\n李四,女,90秒\n")
    assert people.remarks == ()


# What a file is

TABLE = "片名{0}单位\n甲,一{0}乙;二\n丙|三{0}丁\n"


@pytest.mark.parametrize("separator", ["\t", ";", "|", ","])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.txt", "a", "a.xls", "a.dat"])
def test_the_separator_is_the_one_that_parts_the_heading(tmp_path: Path, name: str, separator: str) -> None:
    text = f"片名{separator}单位{separator}奖项\n甲{separator}乙{separator}\n丙{separator}丁{separator}戊\n"
    found = reading(tmp_path / name, text)
    assert (found.format, found.delimiter) == ("csv", separator)
    assert list(roles(found)) == ["片名", "单位", "奖项"]


def test_a_bracket_that_a_heading_does_not_close_parts_no_columns(tmp_path: Path) -> None:
    for heading in ("片名,单位,得分（满分100", "片名,单位[报送,得分", "片名,单位,:("):
        assert titles(listed(tmp_path / "a.txt", f"{heading}\n甲,乙,1\n丙,丁,2\n")) == ["甲", "丙"], heading
    assert titles(listed(tmp_path / "b.txt", "Film (Director, Year)\nSalt (Ana, 1999)\n")) != ["Salt (Ana"]


def test_lines_without_a_heading_are_titles(tmp_path: Path) -> None:
    films = listed(tmp_path / "a.txt", "薪火\n\n爱上海，的理由\n我的导演, 我的作品\n")
    assert films.reading
    assert (films.reading.format, titles(films)) == ("lines", ["薪火", "爱上海，的理由", "我的导演, 我的作品"])
    headed = listed(tmp_path / "b.txt", "片 名\n甲, 一\n乙\n")
    assert titles(headed) == ["甲, 一", "乙"]


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-16-le", "utf-8-sig"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_an_encoding_is_found_in_any_table(tmp_path: Path, encoding: str, separator: str) -> None:
    text = f"片名{separator}作者\n海的女子{separator}林文小\n山中人家{separator}王大明\n"
    assert titles(listed(tmp_path / "a.txt", text.encode(encoding))) == ["海的女子", "山中人家"]


def test_chinese_far_below_ascii_decides_the_encoding(tmp_path: Path) -> None:
    head = b"title,director\n" + b"Film,Somebody\n" * 20_000
    films = listed(tmp_path / "a.csv", head + "海上的月光,王大明\n山中的人家,李小文\n".encode("gb18030"))
    assert films.results[-1].title == "山中的人家"


def test_records_inside_a_document_are_found(tmp_path: Path) -> None:
    document = (
        '{"page": 1, "data": {"list": [{"title": "甲", "by": {"name": "乙"}, "tags": ["丙", "丁"], "won": true}]}}'
    )
    films = listed(tmp_path / "a.json", document)
    assert films.reading
    assert films.reading.records == "data.list"
    assert films.results[0].other == {"by.name": "乙", "tags": ["丙", "丁"], "won": True}
    two = reading(tmp_path / "b.json", '{"tags": [{"name": "x"}], "films": [{"title": "甲", "director": "乙"}]}')
    other = Remark(messages.OTHER_RECORDS(path="films", option="--records tags"), "--records tags")
    assert (two.records, two.remarks) == ("films", (other,))


def test_records_inside_records_are_named_and_read_when_chosen(tmp_path: Path) -> None:
    document = (
        '[{"year": 2000, "name": "x", "films": [{"title": "甲"}, {"title": "乙", "year": 1999}]}, {"year": 2001}]'
    )
    found = reading(tmp_path / "a.json", document)
    assert "--records films" in [remark.option for remark in found.remarks]
    films = listed(tmp_path / "a.json", document, ReadAs(records="films"))
    assert [(film.title, film.edition.year) for film in films] == [("甲", 2000), ("乙", 1999)]
    assert films.results[1].other == {"year (2)": 2000, "name": "x"}
    with pytest.raises(InvalidDataError, match="no records at “nothing"):
        listed(tmp_path / "a.json", document, ReadAs(records="nothing.here"))


def test_dotted_names_are_judged_by_their_parts(tmp_path: Path) -> None:
    for record, wanted in (
        ({"type": "Feature", "properties": {"name": "薪火"}, "geometry": None}, {"properties.name": "title"}),
        ({"title": {"romaji": "Xinhuo", "english": "Torch", "native": "薪火"}},
         dict.fromkeys(["title.romaji", "title.english", "title.native"], "title")),
        ({"title": {"pt": "Tocha", "zh-Hans": "薪火", "id": 7}},
         {"title.pt": "title", "title.zh-Hans": "title", "title.id": None}),
        ({"node": {"title": "薪火", "director": {"name": "甲"}}},
         {"node.title": "title", "node.director.name": "organization"}),
        ({"title": "薪火", "country": {"name": "法国"}}, {"title": "title", "country.name": None}),
        ({"title": "薪火", "release_date": "2001-07-20"}, {"release_date": "year"}),
        ({"title": "薪火", "releaseDate": "2001-07-20"}, {"releaseDate": "year"}),
        ({"title": "薪火", "attributes": {"pub_date": "2001-07-20"}}, {"attributes.pub_date": "year"}),
        ({"title": "薪火", "datePublished": "2001-07-20"}, {"datePublished": "year"}),
        ({"title": "薪火", "birth_date": "1971-07-20"}, {"birth_date": None}),
    ):  # fmt: skip
        found = roles(reading(tmp_path / "a.json", json.dumps([record, record])))
        assert {heading: found[heading] for heading in wanted} == wanted, record


def test_arrays_under_several_keys_are_one_list_and_the_key_a_column(tmp_path: Path) -> None:
    one, two = {"片名": "薪火", "单位": "甲"}, {"片名": "画", "单位": "乙"}
    for document, path, column in (
        ({"2020": [one], "2021": [two]}, "*", ("年份", "year", ["2020", "2021"])),
        ({"金奖": [one], "银奖": [two]}, "*", ("奖项", "award", ["金奖", "银奖"])),
        ({"data": {"故事片类": [one], "纪录片类": [two]}}, "data.*", ("类别", "category", ["故事片类", "纪录片类"])),
        ({"第一届": [one], "第二届": [two]}, "*", ("届次", "edition", ["第一届", "第二届"])),
        ({"winners": [one], "nominees": [two]}, "*", ("结果", "award", ["winners", "nominees"])),
        ({"north": [one], "south": [two], "tags": [{"id": 1}]}, "*", ("key", None, ["north", "south"])),
    ):
        films = listed(tmp_path / "a.json", json.dumps(document))
        heading, role, keys = column
        assert films.reading
        assert (titles(films), films.reading.records) == (["薪火", "画"], path), document
        assert roles(films.reading)[heading] == role, document
        assert [film.cells.values[-1] for film in films] == keys, document
        chosen = path.replace("*", keys[1])
        assert titles(listed(tmp_path / "a.json", json.dumps(document), ReadAs(records=chosen))) == ["画"]
        if "tags" not in document:
            again = listed(tmp_path / "a.json", json.dumps(document), ReadAs(records=path))
            assert [film.cells.values for film in again] == [film.cells.values for film in films], document
    nested = {"2020": {"金奖": [one], "银奖": []}, "2021": {"金奖": [two]}}
    films = listed(tmp_path / "a.json", json.dumps(nested))
    assert [(film.title, film.edition.year, film.award) for film in films] == [
        ("薪火", 2020, "金奖"), ("画", 2021, "金奖"),
    ]  # fmt: skip
    others = {"films": [{"title": "甲", "director": "乙", "year": 1}], "people": [{"name": "丙", "born": 2}]}
    assert reading(tmp_path / "a.json", json.dumps(others)).records == "films"


@pytest.mark.parametrize("read_as", [ReadAs(sheets=("x",)), ReadAs(records="x")])
def test_an_option_that_means_nothing_for_a_format_is_refused(tmp_path: Path, read_as: ReadAs) -> None:
    with pytest.raises(UsageError):
        listed(tmp_path / "a.csv", "片名\n甲\n", read_as)


# Workbooks


def test_sheets_are_categories_where_there_are_none(tmp_path: Path) -> None:
    data = workbook(
        ("封面", [["第三届影展"], ["主办：某校"]]),
        ("填表说明", [["片名", "填写全称"], ["单位", "填写全称"], ["奖项", "没有不填"]]),
        ("短片", [["短片单元"], [], ["片名", "导演"], ["甲", "乙"], ["合计", 1]]),
        ("长片", [["影片名称", "导演", "类别"], ["丙", "丁", "剧情"]]),
        ("字典", [["片名", "类别"], ["x", "y"]]),
        hidden=("字典",),
    )
    films = listed(tmp_path / "a.xlsx", data)
    assert [(film.title, film.category and film.category.name) for film in films] == [("甲", "短片"), ("丙", "剧情")]
    assert films.reading
    assert films.reading.sheets == ("短片", "长片")
    assert [name.split()[0] for name in films.reading.passed] == ["封面", "填表说明", "字典"]
    assert titles(listed(tmp_path / "a.xlsx", data, ReadAs(sheets=("字典",)))) == ["x"]


def test_a_table_may_begin_in_any_column_and_hold_sections(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [],
        ["", "", "获奖名单"],
        ["", "序号", "片名", "单位"],
        ["", "一等奖", "", ""],
        ["", 1, "甲", "乙"],
        ["", "二等奖（2名）"],
        ["", 2, "丙", "丁"],
    ]
    films = listed(tmp_path / "a.xlsx", workbook(("S", rows)))
    assert awards(films) == [("甲", "一等奖"), ("丙", "二等奖")]
    assert [list(film.other.values()) for film in films] == [[1], [2]]


# Rows that are not results

SECTIONS = {
    "award": (
        "一等奖|一等奖：|【一等奖】|一等奖（共3名）|一等獎(3名)|金獎 2名|铜奖3部|特等奖 1 名|★一等奖|冠軍|"
        "第一名|第1名（2名）|优秀奖|評審獎|最佳导演奖|"
        "最佳影片|入围|优秀组织奖(10个)|First Prize|Second Place|Gold Award|Best Picture|Winners|Nominees|"
        "Grand Prix|Honorable Mentions"
    ),
    "category": "一、微电影|（二）微视频类|三、优秀组织单位",
}
TOTALS = "合计|合　计|总计：8部|小计,3|共计8部作品|共 8 部|Total,8|总 计,20部,35%|合计部数,8"
SIGNATURES = (
    "制表：张三|制表人：张三,审核人：李四|製表：陳,審核：林|日期：2023年6月1日|填表人：王 审核：赵 日期：2023|"
    "备注：排名不分先后|注：一人一票|（以下空白）|某区教育局（盖章）|© 2023 Festival Office|"
    "说明：按得票|联系人：张,电话：1|单位（盖章）：|统计时间：2023|数据来源：官网|Note: by votes|Prepared by: X"
)
LAST_SIGNATURES = "制表人,张三|审核|2023年5月1日|日期,2023"
RESULTS = "爱上海的理由|诺贝尔奖得主,某校|日期,某单位,一等奖|总计划|合计,某单位|注意安全|一起走|制表人的故事,甲"


def test_section_rows_name_an_award_or_a_numbered_category() -> None:
    for role, texts in SECTIONS.items():
        for text in texts.split("|"):
            found = section(text)
            assert found, text
            assert found[0] == role, text
    assert [section(text) for text in ("爱上海的理由", "A类", "获奖名单", "1. 片名")] == [None] * 4


def test_totals_and_signatures_are_no_results() -> None:
    for text in TOTALS.split("|"):
        assert is_total(text.split(",")), text
    for text in SIGNATURES.split("|"):
        assert is_signature(text.split(",")), text
    for text in LAST_SIGNATURES.split("|"):
        assert may_be_signature(text.split(","), width=5), text
    for text in RESULTS.split("|"):
        filled = text.split(",")
        assert not any((is_total(filled), is_signature(filled), may_be_signature(filled, width=4))), text


def test_notes_and_sentences_below_a_table_are_set_aside(tmp_path: Path) -> None:
    for feet in (
        ["（以上排名不分先后）"],
        ["（按作品名称首字母排列）", "填表人：某某"],
        ["说明：", "1.本表按姓氏笔画排列。", "2.每单位限报三部。"],
        ["备注：", "（1）每单位限报三部", "（2）逾期不候"],
        ["注：1. 每单位限报三部；", "2. 逾期不候"],
        ["填报说明：", "①每单位限报三部", "②逾期不候", "本表一式两份。"],
        ["※以上排名不分先后"],
        ["注1：每单位限报三部", "注2：逾期不候"],
        ["(in no particular order)"],
        ["本次评选共收到作品一百二十部。"],
    ):
        for heading, row, blank in (("序号,片名,单位", "1,薪火,甲", ",,"), ("片名,单位", "薪火,甲", ",")):
            text = "\n".join([heading, row, *(f"{foot}{blank}" for foot in feet)])
            films = listed(tmp_path / "a.csv", f"{text}\n")
            assert titles(films) == ["薪火"], text
            assert films.reading
            assert [row.text for row in sorted(films.reading.set_aside)] == feet, text
    for row in (
        "（一个人的旅程与归途）,甲",
        "我们都是追梦人。,甲",
        "[REC],",
        "1.每单位限报三部。,甲",
        "2. 远方,",
        "你好。,",
    ):
        films = listed(tmp_path / "a.csv", f"片名,单位\n薪火,甲\n{row}\n")
        assert titles(films) == ["薪火", row.split(",")[0]], row
        assert titles(listed(tmp_path / "a.csv", f"片名,单位\n{row}\n薪火,甲\n"))[0] == row.split(",")[0], row
    kept = listed(tmp_path / "a.csv", "片名,单位\n（以上排名不分先后的人生）,\n薪火,甲\n")
    assert titles(kept) == ["（以上排名不分先后的人生）", "薪火"]


def test_section_rows_are_the_award_of_the_rows_below_them(tmp_path: Path) -> None:
    text = "片名,单位\n一等奖,\n甲,子\n,\n二等奖（2名）,\n乙,丑\n片名,单位\n丙,寅\n优秀组织奖,\n,卯\n合计,4\n"
    films = listed(tmp_path / "a.csv", text)
    assert awards(films) == [("甲", "一等奖"), ("乙", "二等奖"), ("丙", "二等奖"), (None, "优秀组织奖")]
    assert films.reading
    assert [(row.line, row.why) for row in films.reading.set_aside] == [
        (2, "section"), (5, "section"), (7, "heading"), (9, "section"), (11, "total"),
    ]  # fmt: skip


DRAWN = {
    "films.md": "# 名单\n\n| 片名 | 单位 |\n|---|:--|\n| 薪火 | 甲 |\n| 画 | 乙 |\n",
    "narrow.md": "|片名|单位|\n|-|-|\n|薪火|甲|\n|画|乙|\n",
    "pandas.md": "|    | 片名 | 单位 |\n|---:|:-----|:----:|\n|  0 | 薪火 | 甲 |\n|  1 | 画 | 乙 |\n",
    "psql.txt": " title | studio\n-------+-------\n 薪火  | 甲\n 画    | 乙\n(2 rows)\n",
    "mysql.txt": "+----+\n| title | studio |\n+----+\n| 薪火 | 甲 |\n| 画 | 乙 |\n+----+\n2 rows in set\n",
    "box.txt": "┌──┬──┐\n│ 片名 │ 单位 │\n├──┼──┤\n│ 薪火 │ 甲 │\n│ 画 │ 乙 │\n└──┴──┘\n",
    "ruled.tsv": "片名\t单位\n====\t====\n薪火\t甲\n画\t乙\n",
    "ruled.csv": "----,----\n片名,单位\n----,----\n薪火,甲\n画,乙\n----,----\n",
    "one.txt": "片名\n----\n薪火\n画\n",
    "lines.txt": "薪火\n————\n画\n====\n",
}  # fmt: skip


def test_a_drawn_line_is_passed_over_like_a_blank_one(tmp_path: Path) -> None:
    for name, text in DRAWN.items():
        films = listed(tmp_path / name, text.replace("—", "-"))
        assert titles(films) == ["薪火", "画"], name
        assert name in ("one.txt", "lines.txt") or [film.organization for film in films] == ["甲", "乙"], name
        assert films.reading
        assert [row.why for row in films.reading.set_aside] in ([], ["total"]), name


def test_what_only_begins_like_a_drawn_line_is_kept(tmp_path: Path) -> None:
    names = ["-", "=", "+", "--X", "-1", "==1==", ":-)", "::", "++"]
    assert titles(listed(tmp_path / "albums.txt", "片名\n" + "\n".join(names))) == names
    assert len(listed(tmp_path / "a.csv", "片名,单位\n--,某校\n薪火,--\n")) == 2


def test_separators_may_be_full_width(tmp_path: Path) -> None:
    for separator in "，；｜":
        text = f"片名{separator}单位\n薪火{separator}甲,乙\n画{separator}丙\n"
        assert titles(listed(tmp_path / "a.txt", text)) == ["薪火", "画"], separator


def test_json_holds_records_in_many_forms(tmp_path: Path) -> None:
    """By their keys, as columns, as rows below a heading or beside it, inside other objects."""
    rows = [["薪火", "甲"], ["画", "乙"]]
    by_key = {"m1": {"片名": "薪火", "单位": "甲"}, "m2": {"片名": "画", "单位": "乙", "年份": 2000}}
    columns = {"片名": ["薪火", "画"], "单位": ["甲", "乙"]}
    numbered = {"片名": {"0": "薪火", "1": "画"}, "单位": {"0": "甲", "1": "乙"}}
    split = {"columns": ["片名", "单位"], "index": [0, 1], "data": rows}
    for document in (
        by_key,
        {"data": {"films": by_key}, "total": 2},
        columns,
        numbered,
        split,
        [["片名", "单位"], *rows],
    ):
        films = listed(tmp_path / "a.json", json.dumps(document))
        assert [(film.title, film.organization) for film in films] == [("薪火", "甲"), ("画", "乙")], document
    assert listed(tmp_path / "a.json", json.dumps(by_key)).results[1].other == {"key": "m2"}
    assert titles(listed(tmp_path / "a.json", '["薪火", "画"]')) == ["薪火", "画"]
    bindings = [{"film": {"type": "uri", "value": f"http://x/{n}"}, "filmLabel": {"value": f"片{n}"}} for n in range(2)]
    sparql = {"head": {"vars": ["film", "filmLabel"]}, "results": {"bindings": bindings}}
    assert titles(listed(tmp_path / "a.json", json.dumps(sparql))) == ["片0", "片1"]


def test_an_object_that_only_looks_like_many_records_is_one(tmp_path: Path) -> None:
    one = {"片名": {"zh": "薪火", "en": "Torch"}, "导演": {"zh": "甲", "en": "A"}}
    films = listed(tmp_path / "a.json", json.dumps(one))
    assert [(film.title, film.other_titles) for film in films] == [("薪火", ("Torch",))]
    paged = {"data": {"items": [{"片名": "薪火"}], "total": 1}, "meta": {"total": 1, "page": 1}}
    assert titles(listed(tmp_path / "a.json", json.dumps(paged))) == ["薪火"]


def test_tables_side_by_side_are_read_as_one(tmp_path: Path) -> None:
    for heading, row in {
        "片名,单位,,片名,单位": "薪火,甲,,画,乙",
        "片名,单位,片名,单位": "薪火,甲,画,乙",
        "序号,片名,单位,序号,片名,单位": "1,薪火,甲,2,画,乙",
    }.items():
        films = listed(
            tmp_path / "a.csv", f"{heading}\n{row}\n{row.partition('画')[0].replace('薪火', '河').rstrip(',2')}\n"
        )
        assert [(film.title, film.organization) for film in films] == [("薪火", "甲"), ("画", "乙"), ("河", "甲")], (
            heading
        )
        assert films.reading
        assert "side by side" in films.reading.remarks[0].text
    assert titles(listed(tmp_path / "a.csv", "片名,演员,演员\n薪火,甲,乙\n")) == ["薪火"]
    assert listed(tmp_path / "a.csv", "片名,单位,片名\n薪火,甲,Torch\n").results[0].other_titles == ("Torch",)


def test_tables_side_by_side_are_read_as_they_are_numbered(tmp_path: Path) -> None:
    heading = "序号,片名,单位,序号,片名,单位\n"
    down = "1,甲,子,4,丁,卯\n2,乙,丑,5,戊,辰\n3,丙,寅,,,\n（以上排名不分先后）,,,,,\n"
    films = listed(tmp_path / "a.csv", heading + down)
    assert titles(films) == list("甲乙丙丁戊")
    assert films.reading
    assert films.reading.remarks[0].text == messages.SIDE_BY_SIDE_DOWN(count=2)
    films = listed(tmp_path / "a.csv", f"{heading}一等奖,,,,,\n{down}")
    assert awards(films) == [(title, "一等奖") for title in "甲乙丙丁戊"]
    across = listed(tmp_path / "a.csv", f"{heading}1,甲,子,2,乙,丑\n3,丙,寅,4,丁,卯\n")
    assert titles(across) == list("甲乙丙丁")
    assert across.reading
    assert across.reading.remarks[0].text == messages.SIDE_BY_SIDE(count=2)


def test_any_encoding_may_be_named(tmp_path: Path) -> None:
    for encoding in ("shift_jis", "windows-1252", "EUC-KR", "latin-1"):
        text = "title,who\ncafé,x\n" if encoding in ("windows-1252", "latin-1") else "title,who\n七人,x\n"
        path = written(tmp_path / "a.csv", text.encode(encoding))
        films = open_collection(path, ReadAs(encoding=encoding))
        assert [film.title for film in films] == [text.split("\n")[1].split(",")[0]], encoding


def test_a_list_keeps_its_own_award_beside_a_section(tmp_path: Path) -> None:
    films = listed(
        tmp_path / "a.csv", "片名,奖项,单位\n一、微电影,,\n一等奖,,\n甲,最佳摄影,子\n乙,,丑\n二、微视频,,\n丙,,寅\n"
    )
    assert [(film.title, film.award, film.category and film.category.name) for film in films] == [
        ("甲", "最佳摄影", "微电影"),
        ("乙", "一等奖", "微电影"),
        ("丙", None, "微视频"),
    ]


def test_a_row_that_only_looks_like_a_signature_is_kept_in_mid_table(tmp_path: Path) -> None:
    text = "片名,单位,奖项,备注\n日期,,,\n甲,子,,\n审核人,李四,,\n"
    films = listed(tmp_path / "a.csv", text)
    assert titles(films) == ["日期", "甲"]


def test_a_column_of_titles_alone_has_no_sections(tmp_path: Path) -> None:
    assert titles(listed(tmp_path / "a.csv", "片名\n一等奖\n第一名\n最佳影片\n")) == ["一等奖", "第一名", "最佳影片"]


# Cells


def test_blank_cells_within_a_group_are_doubted_and_filled_when_asked(tmp_path: Path) -> None:
    text = "年份,片名\n2001,甲\n,乙\n,丙\n2002,丁\n,戊\n"
    option = "--fill-down 年份"
    remark = Remark(messages.BLANK_IN_GROUP(heading="年份", filled=2, total=5, option=option), option)
    assert reading(tmp_path / "a.csv", text).remarks == (remark,)
    films = listed(tmp_path / "a.csv", text, ReadAs(fill_down=("年 份",)))
    assert [film.edition.year for film in films] == [2001, 2001, 2001, 2002, 2002]
    assert films.reading
    assert films.reading.remarks == ()
    sparse = "奖项,片名\n一等奖,甲\n一等奖,乙\n,丙\n,丁\n,戊\n"
    assert reading(tmp_path / "b.csv", sparse).remarks == ()
    records = '[{"year": 2001, "title": "甲"}, {"title": "乙"}]'
    assert [each.edition.year for each in listed(tmp_path / "c.json", records, ReadAs(fill_down=("year",)))] == [
        2001
    ] * 2
    with pytest.raises(InvalidDataError, match="no heading “届次”"):
        listed(tmp_path / "a.csv", text, ReadAs(fill_down=("届次",)))


YEARS = {
    "1994": 1994,
    "1994年": 1994,
    "１９９４": 1994,
    "1927/28": 1927,
    "(1994)": 1994,
    "[2001]": 2001,
    "c. 1950": 1950,
    "1961(中国大陆)": 1961,
    "2019-06-01": 2019,
    "2019/6/1": 2019,
    "2019年6月": 2019,
    "20190601": 2019,
    "6/12/1998": 1998,
    "Jun 12 1998": 1998,
    "民國83年": 1994,
    "民国七十二年": 1983,
    "民國元年": 1912,
    "二〇一九": 2019,
    "一九九四年": 1994,
    "2020-2021年度": 2020,
    "618": 618,
    **dict.fromkeys(["不详", "94年", "", "第3届"]),
}
EDITIONS = {
    "9": 9,
    "第九届": 9,
    "第1屆": 1,
    "第三届（2019）": 3,
    "第 5 届": 5,
    "第廿三届": 23,
    "第叁届": 3,
    "首届": 1,
    "21st": 21,
    "3rd": 3,
    "第3回": 3,
    "2022": 2022,
    "2022年": 2022,
    "No. 7": 7,
    **dict.fromkeys(["特别单元", ""]),
}


def test_years_and_editions_are_read_as_people_write_them() -> None:
    for written_year, year in YEARS.items():
        assert year_number(written_year) == year, written_year
    for written_edition, number in EDITIONS.items():
        assert edition_number(written_edition) == number, written_edition


def test_a_year_stays_as_written_and_one_is_read_from_an_edition(tmp_path: Path) -> None:
    film, two_years, other = listed(
        tmp_path / "a.csv", "届次,片名\n第三届（2019）,甲\n第四届（2019-2020）,丙\n特别单元,乙\n"
    )
    assert two_years.edition[:2] == (4, 2019)
    assert (film.edition[:2], film.written("edition")) == ((3, 2019), "第三届（2019）")
    assert (other.edition[:2], other.written("edition")) == ((None, None), "特别单元")


def test_records_may_be_asked_for_at_any_depth_under_keys_that_differ(tmp_path: Path) -> None:
    years = {year: {"data": {"films": [{"title": title}]}} for year, title in (("2020", "甲"), ("2021", "乙"))}
    films = listed(tmp_path / "a.json", json.dumps(years), ReadAs(records="*.data.films"))
    assert [(film.title, film.edition.year) for film in films] == [("甲", 2020), ("乙", 2021)]


def test_a_json_table_may_have_a_single_row_and_other_texts_beside_its_heading(tmp_path: Path) -> None:
    (film,) = listed(
        tmp_path / "a.json",
        '{"known": ["title", "award", "year"], "columns": ["title", "year"], "data": [["甲", 2020]]}',
    )
    assert (film.title, film.edition.year) == ("甲", 2020)


def test_organizations_count_where_no_key_has_them_in_one_text(tmp_path: Path) -> None:
    (film,) = listed(tmp_path / "a.json", '[{"title": "甲", "organizations": ["甲社", "乙社"]}]')
    assert [each.name for each in film.organizations] == ["甲社", "乙社"]


def test_a_lower_heading_may_name_one_column_only(tmp_path: Path) -> None:
    (film,) = listed(tmp_path / "a.csv", "片名,单位,\n,,年份\n甲,甲社,2020\n")
    assert (film.title, film.edition.year) == ("甲", 2020)


def test_a_section_between_rows_of_a_cell_a_line_gives_its_award_to_those_below(tmp_path: Path) -> None:
    first, second = listed(tmp_path / "a.csv", "片名,甲\n单位,甲社\n一、二等奖\n片名,乙\n单位,乙社\n")
    assert (first.organization, first.award, second.organization, second.award) == ("甲社", None, "乙社", "二等奖")


def test_an_option_means_the_heading_written_so_before_one_that_is_the_same_once_folded() -> None:
    assert asked_role("title", {"TITLE": None, "title": "title"}) == "title"


def test_several_columns_and_several_names_in_a_cell_are_all_who(tmp_path: Path) -> None:
    text = "片名,导演,编剧,主演,出品公司\n甲,子、丑,子,寅 / 卯|辰,巳；午\n"
    (film,) = listed(tmp_path / "a.csv", text)
    assert [organization.name for organization in film.organizations] == list("子丑寅卯辰巳午")
    assert film.organization == "子、丑、子、寅 / 卯|辰、巳；午"


def test_the_first_filled_title_is_the_title(tmp_path: Path) -> None:
    films = listed(tmp_path / "a.csv", "片名,英文名,又名\n甲,A,乙\n,B,\n丙,,丙\n")
    assert [(film.title, film.other_titles) for film in films] == [("甲", ("A", "乙")), ("B", ()), ("丙", ())]


def test_rows_that_cannot_be_read_are_left_out_and_counted(tmp_path: Path) -> None:
    text = '片名,单位\n"甲"一,子\n乙,丑\n丙,寅,卯\n"丁,辰\n戊,巳\n'
    films = listed(tmp_path / "a.csv", text)
    assert titles(films) == ["乙", "戊"]
    assert films.reading
    assert [row.line for row in films.reading.refused] == [2, 4, 5]
    with pytest.raises(InvalidDataError, match="line 2"):
        listed(tmp_path / "b.csv", "片名\n甲,乙\n丙,丁\n")


def test_a_row_with_neither_title_nor_organization_is_kept_and_counted(tmp_path: Path) -> None:
    films = listed(tmp_path / "a.csv", "序号,片名,单位\n1,甲,子\n2,,\n")
    assert titles(films) == ["甲", None]
    assert films.reading
    assert [remark.text for remark in films.reading.remarks] == [messages.ROWS_UNNAMED(count=1)]


def test_another_way_to_read_is_one_line_except_where_a_list_is_checked_or_imported(
    awardcli: Run, tmp_path: Path
) -> None:
    films = written(tmp_path / "films.csv", "title,奖项\n甲,一等奖\n乙,\n丙,\n丁,二等奖\n戊,\n己,\n合计,6\n")
    in_full = messages.BLANK_IN_GROUP(heading="奖项", filled=2, total=6, option="--fill-down 奖项")
    line = "films.csv: 1 row set aside; may need --fill-down 奖项; see: awardcli validate"
    for command in (["list"], ["search", "甲"], ["stats", "--by", "奖项"], ["list", "--count"]):
        assert awardcli(*command, "--data", films).err.splitlines()[0] == f"{line} {films}"
    assert in_full in awardcli("validate", films).lines
    assert in_full in awardcli("import", films, "-o", tmp_path / "films.awards").err
    nested = [{"title": title, "people": [{"name": "乙"}], "prizes": [{"of": "丁"}]} for title in ("甲", "丙")]
    inner = written(tmp_path / "films.json", json.dumps({"page": 1, "films": nested}))
    assert awardcli("list", "--data", inner).err == (
        f"films.json: may need --records films.people, --records films.prizes; see: awardcli validate {inner}\n"
    )
    every_key = written(tmp_path / "years.json", json.dumps({"2020": [{"title": "甲"}], "2021": [{"title": "乙"}]}))
    assert awardcli("list", "--data", every_key).err == ""


def test_a_body_above_a_date_at_the_end_is_a_signature(tmp_path: Path) -> None:
    for end in (
        "某区教育局,,\n二〇二三年六月十日,,\n",
        ",,上海市XX区教育局\n,,2023年12月1日\n",
        ",,某省科学技术协会\n,,2023年6月10日\n",
        "公示期：七天,,\n,某市文联办公室,\n2023.6.10,,\n",
    ):
        films = listed(tmp_path / "a.csv", f"序号,作品名称,作者\n1,甲,子\n2,乙,丑\n{end}")
        assert titles(films) == ["甲", "乙"], end
        assert films.reading
        assert all(row.why == "signature" for row in films.reading.set_aside)
    films = listed(tmp_path / "a.csv", "作品名称,作者,单位\n音乐会,,\n某区教育局,,\n乙,丑,寅\n白鹿原的社,,\n")
    assert titles(films) == ["音乐会", "某区教育局", "乙", "白鹿原的社"]


def test_totals_are_known_in_every_language_of_headings(tmp_path: Path) -> None:
    for word in (
        "Summe",
        "Insgesamt",
        "TOTAL",
        "Totale",
        "Total général",
        "Suma",
        "Итого",
        "Всего",
        "합계",
        "合計",
        "Toplam",
    ):
        films = listed(tmp_path / "a.csv", f"Title,Author,EUR\nFog,Ann,5 000\nTea,Bo,6.000\n{word},,11 000 €\n")
        assert titles(films) == ["Fog", "Tea"], word
    assert titles(listed(tmp_path / "a.csv", "Title,Author,EUR\nSum,Ann,5\nTotal Recall,,\nИтого жизнь,,7\n"))[1:] == [
        "Total Recall",
        "Итого жизнь",
    ]


def test_the_heading_is_above_rows_of_bodies_and_may_name_one_column_surely(tmp_path: Path) -> None:
    rows = "1,话剧《深海》,创作资助项目,广东话剧院公司,广东\n2,舞剧《咏春》,创作资助项目,深圳歌剧院公司,深圳\n"
    for heading in ("序号,项目名称,项目类型,申报主体,所在地区", "序号,项目名称,项目类型,申报方,所在地区"):
        films = listed(tmp_path / "a.csv", f"资助项目名单,,,,\n（按类别排序）,,,,\n{heading}\n{rows}")
        assert titles(films) == ["话剧《深海》", "舞剧《咏春》"], heading


def test_a_genre_beside_a_title_is_a_category(tmp_path: Path) -> None:
    for heading, role in {"项目,题目,作者": "category", "项目,作者": "title", "类别,项目,题目": None}.items():
        row = ",".join(["消息", "一论", "王一"][: heading.count(",") + 1])
        assert roles(reading(tmp_path / "a.csv", f"{heading}\n{row}\n"))["项目"] == role, heading


def test_the_lower_half_of_a_heading_may_name_columns_that_are_not_known(tmp_path: Path) -> None:
    text = "序号,作品信息,,参赛单位,奖项\n,名称,时长（分钟）,,\n1,春风,5,一中,一等奖\n"
    films = listed(tmp_path / "a.csv", text)
    assert (titles(films), films.results[0].award) == (["春风"], "一等奖")


def test_units_in_brackets_below_a_heading_belong_to_it(tmp_path: Path) -> None:
    films = listed(tmp_path / "a.csv", "片名,票房,时长,导演\n,（万元）,（分钟）,（中文名）\n甲,1,2,子\n（无题）,,,\n")
    assert titles(films) == ["甲", "（无题）"]


def test_a_subtotal_may_name_its_group_and_a_section_its_nominees(tmp_path: Path) -> None:
    films = listed(tmp_path / "a.csv", "县区,作品,作者,奖金\n东区,甲,子,200\n东区小计,,,200\n西区,合计人生,丑,1\n")
    assert titles(films) == ["甲", "合计人生"]
    stacked = "最佳影片提名,,\n片名,出品公司,\n甲,子,\n,,\n最佳导演提名,,\n导演,片名,国家\n丑,乙,中国\n"
    assert awards(listed(tmp_path / "a.csv", stacked)) == [("甲", "最佳影片提名"), ("乙", "最佳导演提名")]


def test_a_column_of_flags_names_nothing(tmp_path: Path) -> None:
    text = "Film,Best Picture,Best Director\nOppenheimer,W,W\nPoor Things,N,\nMaestro,N,\n"
    assert list(roles(reading(tmp_path / "a.csv", text)).values()) == ["title", None, None]
    assert list(roles(reading(tmp_path / "a.csv", "Film,等级\nFog,A\nTea,B\nRye,A\n")).values()) == ["title", "award"]


def test_the_encoding_that_is_proposed_fits_the_text(tmp_path: Path) -> None:
    russian = "Название,Режиссёр\nЛевиафан,Андрей Звягинцев\nБРАТ,Алексей Балабанов\n"
    for encoding, text in (
        ("windows-1252", "titre,auteur\nL'été,Zoé\nÀ bout,André\n"),
        ("windows-1252", "Titel,Regie\nDer Himmel über Berlin,Wenders\nDie Büchse,Pabst\nStraße,Jürgen\n"),
        ("windows-1252", "Titel,Regi\nLåt den rätte komma in,Alfredson\nTurist,Östlund\n"),
        ("windows-1252", "Título,Diretor\nO pagador de promessas,Anselmo Duarte\nAs canções,João\n"),
        ("windows-1250", "Tytuł,Reżyser\nPopiół i diament,Wajda\nBoże Ciało,Komasa\n"),
        ("windows-1250", "Název,Režisér\nOstře sledované vlaky,Menzel\nHoří má panenko,Forman\n"),
        ("windows-1250", "title,director\nTestről és lélekről,Enyedi\nAz ötödik pecsét,Fábri\nSzerelem,Makk Károly\n"),
        ("windows-1254", "Film adı,Yönetmen\nKış Uykusu,Ceylan\nYol,Şerif Gören\nSürü,Ökten\n"),
        ("windows-1251", russian),
        ("koi8-r", russian),
        ("windows-1253", "title,director\nΗ αιωνιότητα και μια μέρα,Αγγελόπουλος\nΡεμπέτικο,Φέρρης\n"),
        ("windows-1255", "title,director\nואלס עם באשיר,ארי פולמן\n"),
        ("windows-1256", "title,director\nباب الحديد,يوسف شاهين\nالأرض,يوسف شاهين\n"),
        ("cp874", "title,director\nลุงบุญมีระลึกชาติ,อภิชาติพงศ์\n"),
        ("shift_jis", "作品名,作者\nこころの旅,山田\nさくら,川上\n"),
        ("shift_jis", "映画,監督\n君の名は,新海誠\n七人の侍,黒澤明\n"),
        ("euc-jp", "作品,監督\n万引き家族,是枝裕和\n東京物語,小津\n"),
        ("euc-kr", "제목,감독\n자산어보,이준익\n"),
        ("gb18030", "Title,Director\nHero,张艺谋\nCafe,x\n"),
        ("gb18030", "片名\n春\n"),
    ):
        with pytest.raises(InvalidDataError, match=f"--encoding {encoding} "):
            listed(tmp_path / "a.csv", text.encode(encoding))
        read = listed(tmp_path / "a.csv", text.encode(encoding), ReadAs(encoding=encoding))
        assert titles(read) == [line.split(",")[0] for line in text.splitlines()[1:]]
    damaged = "片名,单位\n春天,u\n".encode("gb18030") + b"\xb1\n" + "秋日的故事,嘉定区委宣传部\n".encode("gb18030")
    for read_as, found in ((None, "--encoding gb18030 "), (ReadAs(encoding="gb18030"), "line 3 is not gb18030")):
        with pytest.raises(InvalidDataError, match=found):
            listed(tmp_path / "a.csv", damaged, read_as)


def test_keys_that_are_years_are_the_years(tmp_path: Path) -> None:
    years = reading(tmp_path / "a.json", '{"1988": {"film": "甲"}, "1989": {"film": "乙"}}')
    assert roles(years) == {"year": "year", "film": "title"}
    others = reading(tmp_path / "a.json", '{"x": {"film": "甲"}, "1989": {"film": "乙"}}')
    assert roles(others) == {"key": None, "film": "title"}


def test_a_sheet_may_be_named_without_its_spaces_and_capitals(tmp_path: Path) -> None:
    data = workbook(("Shorts ", [["片名", "导演"], ["甲", "子"]]), ("Jury", [["片名"], ["乙"]]))
    assert titles(listed(tmp_path / "a.xlsx", data, ReadAs(sheets=("shorts",)))) == ["甲"]


def test_lines_of_a_heading_and_a_cell_are_read_as_rows(tmp_path: Path) -> None:
    for text in (
        "片名：甲\n导演：子\n\n片名：乙\n导演：丑\n",
        "获奖名单\n片名: 甲\n导演: 子\n片名: 乙\n导演: 丑\n时长: 9\n",
        "片名,甲\n导演,子\n,\n片名,乙\n导演,丑\n",
        "Title: 甲\nDirector: 子\n\nTitle: 乙\nDirector: 丑\n",
        "片名\t甲\n导演\t子\n片名\t乙\n导演\t丑\n",
        "类别：电影\n片名：甲\n导演：子\n\n类别：图书\n片名：乙\n导演：丑\n",
        "类别,电影\n片名,甲\n导演,子\n\n类别,图书\n片名,乙\n导演,丑\n",
        "Title: 甲\nDirector: 子\nAward: Best Film\n\nTitle: 乙\nDirector: 丑\nAward: Best Short\n",
    ):
        for suffix in (".csv",) if "," in text else (".txt",) if "\t" in text else (".txt", ".csv", ".xlsx"):
            data = workbook(("名单", [[line] for line in text.splitlines()])) if suffix == ".xlsx" else text
            films = listed(tmp_path / f"a{suffix}", data)
            assert [(film.title, film.organization) for film in films] == [("甲", "子"), ("乙", "丑")], (text, suffix)
            assert films.reading
            assert [remark.text for remark in films.reading.remarks] == [messages.LABELLED()]
    for suffix in (".txt", ".csv"):
        kinds = listed(tmp_path / f"a{suffix}", "片名\n微电影：春\n纪录片：夏\n微电影：秋\n")
        assert titles(kinds) == ["微电影：春", "纪录片：夏", "微电影：秋"], suffix
    form = listed(tmp_path / "a.csv", "Award,Best Film\nTitle,甲\nDirector,子\n")
    assert [(film.title, film.organization, film.award) for film in form] == [("甲", "子", "Best Film")]
    for text in ("奖项,影片\n纪录片,春\n导演,夏\n编剧,秋\n", "类别,作品\n电影,春\n图书,夏\n电影,秋\n图书,冬\n"):
        assert len(listed(tmp_path / "a.csv", text)) == text.count("\n") - 1, text
    text = "片名：甲\n导演：子\n导演：丑\n片名：乙\n导演：寅\n"
    assert [film.organization for film in listed(tmp_path / "a.txt", text)] == ["子、丑", "寅"], "twice in one row"
    text = "片名：甲\n导演：子\n\n导演：丑\n\n片名：乙\n导演：寅\n"
    assert [film.title for film in listed(tmp_path / "a.txt", text)] == ["甲", None, "乙"], "a row without a title"


def test_a_line_without_a_heading_goes_on_with_the_cell_above_it_or_is_a_section(tmp_path: Path) -> None:
    text = "一等奖\n作品名称：甲\n作者：子\n简介：很长，\n他说：“好”\n没有了。\n\n二等奖\n作品名称：乙\n作者：丑\n"
    films = listed(tmp_path / "a.txt", text)
    assert awards(films) == [("甲", "一等奖"), ("乙", "二等奖")]
    assert [film.organization for film in films] == ["子", "丑"]
    assert (films.results[0].other["简介"], films.results[0].other["他说"]) == ("很长，", "“好”\n没有了。")


def test_a_column_whose_cells_could_be_headings_makes_no_lines_of_cells(tmp_path: Path) -> None:
    films = listed(tmp_path / "a.csv", "类别,作品\n微电影,甲\n微电影,乙\n纪录片,丙\n")
    assert titles(films) == ["甲", "乙", "丙"]
    for text in ("Mission: Impossible\nAlien: Covenant\nStar Wars: A New Hope\nStar Wars: Andor\n", "甲：一\n甲：二\n"):
        films = listed(tmp_path / "b.txt", text)
        assert titles(films) == text.splitlines()


def test_a_table_on_its_side_is_read_by_its_columns(tmp_path: Path) -> None:
    for text in (
        "片名,甲,乙,丙\n导演,子,丑,寅\n年份,2019,2020,2021\n奖项,一等奖,,\n",
        "获奖名单,,,\n\n片名：,甲,乙,丙\n导演：,子,丑,寅\n时长,9,9,9\n",
        "Title;甲;乙;丙\nDirector;子;丑;寅\n",
        "Prize,Golden Bear,Silver Bear Jury Prize,Best Director\nFilm,甲,乙,丙\nDirector,子,丑,寅\nCountry,x,y,z\n",
    ):
        films = listed(tmp_path / "a.csv", text)
        assert [(film.title, film.organization) for film in films] == [("甲", "子"), ("乙", "丑"), ("丙", "寅")]
        assert films.reading
        assert films.reading.remarks[0].text == messages.ON_ITS_SIDE()
    for text in (
        "Title{0}Author\nFog{0}Ann\nYear{0}Bo\nPrize{0}Tom\n",
        "片名{0}导演\n导演{0}王一\n年份{0}李二\n盐{0}张三\n",
    ):
        for separator in ",;\t|":
            assert len(titles(films := listed(tmp_path / "b.csv", text.format(separator)))) == 3, (text, separator)
            assert films.reading
            assert films.reading.remarks == ()
    upright = "Category,Winner,Film\nDirector,甲,A\nActor,乙,B\nFilm,丙,C\n"
    assert titles(listed(tmp_path / "b.csv", upright)) == ["A", "B", "C"]


def test_a_section_directly_above_the_heading_counts(tmp_path: Path) -> None:
    text = "名单,,\n一等奖（1名）,,\n序号,片名,单位\n1,甲,子\n二等奖,,\n序号,片名,单位\n1,乙,丑\n"
    films = listed(tmp_path / "a.csv", text)
    assert awards(films) == [("甲", "一等奖"), ("乙", "二等奖")]
    assert films.reading
    assert [(row.line, row.why) for row in films.reading.set_aside] == [(2, "section"), (5, "section"), (6, "heading")]
    own = "优秀影片奖,,\n片名,单位,奖项\n甲,子,金奖\n"
    assert roles(reading(tmp_path / "b.csv", own)) == {"片名": "title", "单位": "organization", "奖项": "award"}


def test_rows_of_one_cell_between_full_ones_are_sections_where_the_table_begins_so(tmp_path: Path) -> None:
    lineup = "Title,Director,Country\nIn Competition,,\n甲,子,x\n乙,丑,x\nShort Films,,\n丙,寅,x\n"
    films = listed(tmp_path / "a.csv", lineup)
    assert [(film.title, film.category.name) for film in films if film.category] == [
        ("甲", "In Competition"),
        ("乙", "In Competition"),
        ("丙", "Short Films"),
    ]
    for unlike in (
        "Title,Director,Country\n甲,,\n乙,丑,x\n丙,寅,x\n",  # one such row
        "Title,Director,Country\n乙,丑,x\n甲,,\n丙,寅,x\n丁,,\n戊,x,y\n",  # the first row is full
        "Title,Director,Country\n甲,,\n乙,,\n丙,寅,x\n丁,,\n戊,x,y\n",  # two follow each other
        "Title,Director\n甲,\n乙,丑\n丙,\n丁,寅\n",  # too few columns to tell
    ):
        assert None not in titles(films := listed(tmp_path / "a.csv", unlike)), unlike
        assert len(films) == unlike.count("\n") - 1, unlike


def test_notes_with_a_mark_and_remarks_without_a_colon_are_feet(tmp_path: Path) -> None:
    for feet in ("† Restored version.,\n‡ Tied.,\n", "备注,\n1.排名不分先后,\n", "* 同分,\n"):
        films = listed(tmp_path / "a.csv", f"片名,单位\n甲†,子\n乙,丑\n{feet}")
        assert titles(films) == ["甲†", "乙"], feet
    kept = listed(tmp_path / "a.csv", "片名,单位\n备注,子\n*甲,\n乙,丑\n")
    assert titles(kept) == ["备注", "*甲", "乙"]


def test_a_table_drawn_with_spaces_is_a_table_where_its_rows_are_even(tmp_path: Path) -> None:
    for text in (
        "序号  片名      单位\n1     甲 乙     子\n二等奖\n2     丙        丑\n",
        "序号　片名　单位\n1　甲 乙　子\n2　丙　丑\n",
        "名单\n\n片名\t\t单位\n甲 乙\t\t子\n丙\t\t丑\n",
        "=====  ====\n片名   单位\n=====  ====\n甲 乙  子\n丙     丑\n=====  ====\n",
    ):
        assert titles(listed(tmp_path / "a.txt", text)) == ["甲 乙", "丙"], text
    assert titles(listed(tmp_path / "a.txt", "片名 单位\n甲 子\n乙 丑\n")) == ["甲", "乙"]
    for uneven in ("片名 单位\n甲 子\n乙\n", "片名  单位\n甲  子  x\n乙\n", "片名  单位\n甲\n乙\n"):
        assert reading(tmp_path / "a.txt", uneven).format == "lines", uneven


def test_a_further_table_below_has_its_own_heading(tmp_path: Path) -> None:
    wider = "一等奖,,,\n序号,作品,单位,\n1,甲,子,\n,,,\n二等奖,,,\n序号,作品,单位,备注\n1,乙,丑,x\n2,丙,寅,\n"
    films = listed(tmp_path / "a.csv", wider)
    assert awards(films) == [("甲", "一等奖"), ("乙", "二等奖"), ("丙", "二等奖")]
    assert [film.note for film in films] == [None, "x", None]
    people = listed(tmp_path / "b.csv", "序号,作品,单位\n1,甲,子\n,,\n序号,姓名,单位\n1,张三,丑\n")
    assert [(film.title, film.organization) for film in people] == [("甲", "子"), (None, "张三、丑")]
    said = "序号,影名,单位,奖项\n1,甲,子,x\n序号,作品,导演,奖项\n1,乙,丑,y\n"
    assert titles(listed(tmp_path / "c.csv", said, ReadAs(columns={"影名": "title"}))) == ["甲", "乙"]
    assert titles(listed(tmp_path / "d.csv", "片名,类别\n甲,x\n标题,组别\n")) == ["甲", "标题"]
    for text in ("片名,导演\n甲,子\n\n书名,作者\n乙,丑\n", "片名,导演,\n甲,子,\n,,\n书名,作者,年份\n乙,丑,2019\n"):
        films = listed(tmp_path / "e.csv", text)
        assert [(film.title, film.organization) for film in films] == [("甲", "子"), ("乙", "丑")], text


def test_a_row_of_words_of_headings_below_a_heading_is_a_result(tmp_path: Path) -> None:
    usual = "a", "b", "c"
    for heading, row, is_doubted in (
        ("Name,Work,Year", "Scott Award,Work,2001", False),
        ("Title,Director,Year", "Title,Director,2003", True),
        ("Person,Film,Award", "Work,Title,Scott Award", False),
        ("Film,Organization,Award", "Work,Award Committee,Gold", False),
        ("作品,单位,奖项", "电影,学校,奖项", True),
        ("作品名称,作者,年份", "片名,导演,类别", True),
    ):
        for suffix, separator in ((".csv", ","), (".tsv", "\t"), (".xlsx", "")):
            for at in range(3) if suffix == ".csv" else (1,):
                table = [heading, *usual[:at], row, *usual[at:]]
                cells: list[list[object]] = [
                    [*(f"{each},子,丑" if each in usual else each).split(",")] for each in table
                ]
                text = "".join(separator.join(map(str, each)) + "\n" for each in cells)
                path = written(tmp_path / f"a{suffix}", text if separator else workbook(("x", cells)))
                found = open_collection(path)
                said = found.reading  # type: ignore[attr-defined]
                if at and row in ("电影,学校,奖项", "片名,导演,类别"):  # headings only
                    assert [each.text for each in said.set_aside] == [row.replace(",", " ")], (row, suffix, at)
                    continue
                assert len(list(found)) == 4, (heading, suffix, at)
                assert [column.heading for column in said.columns] == heading.split(","), (heading, suffix, at)
                doubted = messages.MAY_BE_HEADING(line=at + 2) in [remark.text for remark in said.remarks]
                assert doubted == is_doubted, (heading, suffix, at)


def test_the_heading_of_a_further_table_is_set_aside(tmp_path: Path) -> None:
    first = "片名,导演,国别\n春,子,x\n夏,丑,y\n"
    for above, heading, results in (
        ("", "获奖者,所在学校,奖项", 4),
        ("", "获奖者,学校,奖项", 3),
        ("\n", "获奖者,学校,奖项", 3),
        ("优秀个人,,\n", "获奖者,学校,奖项", 3),
        ("", "序号,片名,导演", 3),
        ("", "片名,导演,学校,奖项", 3),
    ):
        found = open_collection(written(tmp_path / "a.csv", f"{first}{above}{heading}\n1,寅,卯\n"))
        aside = [row.text for row in found.reading.set_aside if row.why == "heading"]  # type: ignore[attr-defined]
        assert (len(list(found)), aside) == (results, [heading.replace(",", " ")] if results == 3 else []), above


def test_a_name_below_two_groups_has_that_of_its_group(tmp_path: Path) -> None:
    for text in (
        "作品,,单位,\n名称,类别,名称,区\n甲,x,子,黄浦区\n",
        "获奖作品,,获奖单位,\n基本情况,,基本情况,\n名称,类别,名称,区\n甲,x,子,黄浦区\n",
    ):
        films = listed(tmp_path / "a.csv", text)
        assert [(film.title, film.organization) for film in films] == [("甲", "子")]
    contact = reading(tmp_path / "b.csv", "序号,作品,,联系人,\n,片名,导演,姓名,电话\n1,甲,子,张三,138\n")
    assert [column.heading for column in contact.columns if column.role] == ["片名", "导演"]


def test_numbers_are_no_titles_where_anything_else_may_be(tmp_path: Path) -> None:
    anime = "anime_id,name,episodes\n1,甲,12\n2,乙,24\n"
    assert roles(reading(tmp_path / "a.csv", anime)) == {"anime_id": None, "name": "title", "episodes": None}
    won = "Year,Film,Director,Winner\n2019,甲,子,1\n2020,乙,丑,0\n"
    assert roles(reading(tmp_path / "b.csv", won))["Winner"] is None


def test_a_table_pasted_a_cell_a_line_is_read_or_doubted(tmp_path: Path) -> None:
    for text in (
        "序号\n片名\n导演\n1\n甲\n子\n2\n乙\n丑\n",
        "某通知\n|\n导演 |\n片名 |\n班级 |\n奖次 |\n|\n子 |\n甲 |\n3 |\n一等奖 |\n|\n丑 |\n乙 |\n4 |\n二等奖\n",
    ):
        assert [(film.title, film.organization) for film in listed(tmp_path / "a.txt", text)] == [
            ("甲", "子"),
            ("乙", "丑"),
        ]
    for text in (
        "某通知\n片名\n导演\n片长\n甲\n子\n3\n乙\n丑\n4\n",
        "某通知\n名单附后。\n如下\n序号\n片名\n导演\n1\n甲\n子\n2\n乙\n",
    ):
        cells = reading(tmp_path / "a.txt", text)
        assert [remark.text for remark in cells.remarks] == [messages.A_CELL_A_LINE()], text
    plain = reading(tmp_path / "a.txt", "甲\n作品\n乙\n")
    assert [remark.text for remark in plain.remarks] == [messages.READ_AS_LINES()]


def test_a_table_in_a_page_of_markdown_is_found(tmp_path: Path) -> None:
    page = "# 名单\n\n说明文字。\n\n| 序号 | 片名 | 导演 |\n|---|---|---|\n| 1 | 甲 | 子 |\n| 2 | 乙 | 丑 |\n\n以上。\n"
    films = listed(tmp_path / "a.md", page)
    assert (titles(films), films.reading and films.reading.remarks) == (["甲", "乙"], ())


def test_json_of_plain_words_under_keys_is_a_list_of_titles(tmp_path: Path) -> None:
    films = listed(tmp_path / "a.json", '{"2020": {"金奖": ["甲", "乙"], "银奖": ["丙"]}, "2021": {"金奖": ["丁"]}}')
    assert [(film.title, film.award, film.edition.year) for film in films] == [
        ("甲", "金奖", 2020),
        ("乙", "金奖", 2020),
        ("丙", "银奖", 2020),
        ("丁", "金奖", 2021),
    ]
    assert awards(listed(tmp_path / "a.json", '{"一等奖": ["甲"]}')) == [("甲", "一等奖")]
    assert titles(listed(tmp_path / "a.json", '{"name": "my list", "items": ["A", "B"]}')) == ["A", "B"]
    assert titles(listed(tmp_path / "a.json", '{"title": "A", "genres": ["x", "y"]}')) == ["A"]
    assert titles(listed(tmp_path / "a.json", '{"title": "My films", "films": ["A", "B"]}')) == ["A", "B"]


def test_names_of_people_inside_records_are_who_and_the_way_to_works_is_named(tmp_path: Path) -> None:
    subject = {"title": "甲", "directors": [{"name": "子", "id": 1}, {"name": "丑", "id": 2}]}
    films = listed(tmp_path / "a.json", json.dumps({"subjects": [subject]}))
    assert [film.organization for film in films] == ["子、丑"]
    shows = [{"year": 2019, "categories": [{"name": "Best Picture", "nominees": [{"film": "A"}]}]}]
    with pytest.raises(InvalidDataError) as caught:
        listed(tmp_path / "b.json", json.dumps(shows))
    assert any("--records categories.nominees" in hint for hint in caught.value.hints)
    films = listed(tmp_path / "b.json", json.dumps(shows), ReadAs(records="categories.nominees"))
    assert titles(films) == ["A"]


def test_a_table_without_a_heading_is_told_to_have_one(tmp_path: Path) -> None:
    with pytest.raises(InvalidDataError) as caught:
        listed(tmp_path / "a.csv", "1,雾港,子,2019\n2,铁西,丑,2020\n")
    hint = messages.NO_HEADING_ROW(options="--column title=B --column year=D")
    assert list(caught.value.hints) == [hint], "to name a cell a heading would lose the row"
    with pytest.raises(InvalidDataError) as caught:  # a heading is known: the first row is one
        listed(tmp_path / "b.csv", "奖项,2019,票数\n最佳影片,雾港,1\n最佳导演,安然,2\n")
    assert [hint.rpartition(": ")[2] for hint in caught.value.hints] == [
        "--column title=2019",
        "--column organization=2019",
    ]


def test_the_column_named_as_the_title_is_the_title_and_nothing_is_doubted_after(tmp_path: Path) -> None:
    grammys = "title,nominee,artist\n61st,Bad Guy,甲\n61st,Hey Ma,乙\n62nd,God's Plan,丙\n62nd,Golden Hour,丁\n"
    (remark,) = reading(tmp_path / "a.csv", grammys).remarks
    assert "--column title=nominee" in remark.text
    for name in ("nominee", "Nominee"):
        found = reading(tmp_path / "a.csv", grammys, ReadAs(columns={name: "title"}))
        assert (roles(found), found.remarks) == ({"title": None, "nominee": "title", "artist": "organization"}, ())
    elsewhere = ReadAs(columns={"片名": "title"}, wherever=True)  # the heading of another file settles nothing here
    assert remark in reading(tmp_path / "a.csv", grammys, elsewhere).remarks
    same = "title,片名,导演\n" + "".join(f"大赛,{at}号,子{at}\n" for at in "甲乙丙丁戊己")
    found = reading(tmp_path / "b.csv", same, ReadAs(columns={"片名": "title"}))
    assert (roles(found)["title"], found.remarks) == (None, ())
    (first, *_) = listed(tmp_path / "b.csv", same, ReadAs(columns={"TITLE": "title"}))
    assert (first.title, first.other_titles) == ("大赛", ("甲号",))
    both = "片名,英文名,导演\n甲,A,子\n乙,B,丑\n"  # other titles remain so
    for asked, expected in (
        ({"英文名": "title"}, ("A", ("甲",))),
        ({"导演": "title", "英文名": "title"}, ("子", ("A", "甲"))),
    ):
        (film, *_) = listed(tmp_path / "c.csv", both, ReadAs(columns=asked))  # type: ignore[arg-type]
        assert (film.title, film.other_titles) == expected


def test_records_inside_a_record_get_the_values_of_its_objects(tmp_path: Path) -> None:
    prizes = [{"year": 1903, "category": {"en": "Physics"}}, {"year": 1911, "category": {"en": "Chemistry"}}]
    person = {"id": 6, "knownName": {"en": "Curie"}, "category": {"en": "女"}, "tags": [{"a": 1}], "prizes": prizes}
    asked = ReadAs(records="laureates.prizes", columns={"knownName.en": "organization"})
    found = listed(tmp_path / "a.json", json.dumps({"laureates": [person]}), asked)
    assert [(each.organization, each.category and each.category.name) for each in found] == [
        ("Curie", "Physics"),
        ("Curie", "Chemistry"),
    ]
    assert [column.heading for column in next(iter(found)).cells.columns] == [
        "year",
        "category.en",
        "id",
        "knownName.en",
        "category.en (2)",
    ]
    wrapped = json.dumps([{"data": {"total": 2, "films": [{"title": "A"}]}}])  # what is on the way has no second name
    (film,) = listed(tmp_path / "b.json", wrapped, ReadAs(records="data.films"))
    assert [column.heading for column in film.cells.columns] == ["title", "total"]


def test_the_body_that_signs_below_a_table_is_no_entry(tmp_path: Path) -> None:
    table = "作品名称\t报送单位\t等次\n" + "".join(f"{name}\t文化站\t二等奖\n" for name in "甲乙丙丁戊己")
    for foot in (
        "公示期间如有异议，请与大赛组委会联系。\n联系人：王老师\n临江县委宣传部\n2023年5月1日\n",
        "以上作品，现予公示。\n临江县委宣传部\n临江县文联\n2023年5月1日\n",
    ):
        assert titles(listed(tmp_path / "a.txt", table + foot)) == [*"甲乙丙丁戊己"], foot
    for foot in ("一封家书\n", "制表：王老师\n一封家书\n"):  # no date below it, so it may be a work
        assert titles(listed(tmp_path / "a.txt", table + foot)) == [*"甲乙丙丁戊己", "一封家书"], foot
    more = "以上作品，现予公示。\n一封家书\n2023年5月1日\n鲁班\t锅炉厂\t三等奖\n"
    found = list(listed(tmp_path / "a.txt", table + more))  # a result below them: all are kept but the date
    assert [(each.title, each.edition.year) for each in found][-2:] == [("一封家书", None), ("鲁班", 2023)]


def test_words_for_works_and_their_kinds() -> None:
    for heading in ("作品类型（必选）", "参赛作品类型", "作品种类"):
        assert roles_of([heading], {}) == ["category"], heading
    assert roles_of(["Production", "Playwright(s)"], {}) == ["title", "organization"]
    assert roles_of(["Title", "Production"], {}) == ["title", None]
    assert roles_of(["单位类型", "影片类型"], {}) == ["kind", None]


def test_a_heading_comes_back_with_its_spaces_and_line_breaks(awardcli: Run, tmp_path: Path) -> None:
    for text in ('序号,"片名\nFilm Title"," 导演 "\n1,甲,乙\n', '"片名\r\n（全称）",a  b \n甲,1\n'):
        films = tmp_path / "films.csv"
        films.write_text(text, encoding="utf-8", newline="")
        for name in ("a.csv", "a.xlsx", "a.awards"):
            again, last = tmp_path / name, tmp_path / "last.csv"
            awardcli("export", again, "--data", films, "--force")
            awardcli("export", last, "--data", again, "--force")
            text_again = last.read_bytes().decode("utf-8-sig")
            assert list(csv.reader(StringIO(text_again, newline=""))) == list(csv.reader(StringIO(text, newline=""))), (
                name
            )
    shown = awardcli("list", "--data", films, "-f", "table").out
    assert "片名 （全称）" in shown


def test_a_heading_without_a_letter_or_digit_makes_no_title_of_the_only_column(tmp_path: Path) -> None:
    for number, heading in enumerate(("\0", "***", "…")):
        with pytest.raises(InvalidDataError):
            listed(tmp_path / f"{number}.csv", f"{heading}\n吾梦\n追梦人\n")
    assert titles(listed(tmp_path / "only.csv", "展映\n吾梦\n追梦人\n")) == ["吾梦", "追梦人"]


def test_totals_with_their_number_in_the_cell_are_set_aside_and_titles_are_not() -> None:
    for text in ("計 4点", "合計：12件", "Total : 3 prix", "Total: 12 films", "Summe: 5", "Gesamt 7", "Итого: 4"):
        assert is_total([text]), text
    for text in ("Total Recall", "計画", "Total War: 3 Kingdoms Rise", "Summer: 2 Lovers", "計4姉妹"):
        assert not is_total([text]), text


def test_headings_of_seasons_bodies_with_a_post_and_translations_in_brackets(tmp_path: Path) -> None:
    for heading, role in {"구분(Category)": "category", "工作单位及职务": "organization", "获奖建筑": "title"}.items():
        assert roles_of([heading], {}) == [role], heading
    assert roles_of(["奖金（年）", "상금(만원)", "职务", "Notes (film)"], {}) == [None, None, None, "note"]
    years = roles(reading(tmp_path / "a.csv", "Season|Player|Team\n2021-22|A|B\n2022-23|C|D\n"))
    numbers = roles(reading(tmp_path / "b.csv", "Season|Show|Network\n1|A|B\n2|C|D\n"))
    assert (years["Season"], numbers["Season"]) == ("year", None)
    dates = roles(
        reading(tmp_path / "c.csv", "filmLabel,pointInTime\nA,2019-01-01T00:00:00Z\nB,2020-01-01T00:00:00Z\n")
    )
    assert dates["pointInTime"] == "year"


def test_a_caption_above_a_repeated_heading_is_set_aside_and_a_lone_title_is_not(tmp_path: Path) -> None:
    text = "序号,案例名称,单位\n1,进楼宇,甲\n静安区,,\n序号,案例名称,单位\n1,微改造,乙\n孤岛,,\n2,夜巡,丙\n普陀区,,\n"
    films = listed(tmp_path / "a.csv", text)
    assert titles(films)[:2] == ["进楼宇", "微改造"]
    assert [film.organization for film in films] == ["甲", "乙", None, "丙", None]
    assert films.reading
    assert [aside.text for aside in films.reading.set_aside] == ["静安区", "序号 案例名称 单位"]


def test_first_and_last_beside_a_title_are_the_names_of_who_it_was(tmp_path: Path) -> None:
    for text, who in (
        ("year,title,first,last\n1918,Rain,Ada,Stone\n1919,Snow,A.B.,Reed Jr.\n", ["first", "last"]),
        ("Last,First,Film\nStone,Ada,Rain\nReed,Bo,Snow\n", ["Last", "First"]),
        ("first,last,director,title\nAda,Stone,Jo,Rain\nBo,Reed,Flo,Snow\n", ["first", "last", "director"]),
        ("title,first,last\nRain,1990,2001\nSnow,1991,2002\n", []),
        ("title,first,last\nRain,Ada,2001\nSnow,Bo,2002\n", []),
        ("title,first,second\nRain,Ada,Bo\nSnow,Di,Ed\n", []),
        ("title,first\nRain,Ada\nSnow,Bo\n", []),
        ("name,first,last\nRain,Ada,Stone\nSnow,Bo,Reed\n", []),
    ):
        columns = open_collection(written(tmp_path / "a.csv", text)).reading.columns  # type: ignore[attr-defined]
        assert [column.heading for column in columns if column.role == "organization"] == who, text


def test_a_row_that_begins_with_an_award_below_its_heading_is_no_heading(tmp_path: Path) -> None:
    text = "Award,Won,Nominated\nBest Film,Roma,Green Book\nBest Sound,Dune,Belfast\n"
    with pytest.raises(UnknownColumnsError) as refused:
        reading(tmp_path / "a.csv", text)
    assert "--column title=Won" in refused.value.hints[0]
    assert titles(listed(tmp_path / "a.csv", text, ReadAs({"Won": "title"}))) == ["Roma", "Dune"]
    text = "奖项,获奖,提名\n最佳影片,《甲》,《乙》\n最佳导演,《丙》,《丁》\n"
    assert titles(listed(tmp_path / "a.csv", text)) == ["《甲》", "《丙》"]
    assert titles(listed(tmp_path / "a.csv", "最佳影片,单位\n甲,一中\n乙,二中\n")) == ["甲", "乙"]


def test_a_result_with_a_cell_too_many_is_no_lower_half_of_the_heading(tmp_path: Path) -> None:
    for text in ("title,organization\n河边的人,某电影学院,多\n", "片名,单位\n河边的人,某电影学院,多\n"):
        found = check(written(tmp_path / "a.csv", text))[0]
        assert (found.heading_line, [row.line for row in found.refused]) == (1, [2])


def test_a_comma_within_a_number_parts_no_columns(tmp_path: Path) -> None:
    said = "獎金：第一名{}元、第二名{}元、第三名{}元。\n"
    text = "徵文活動得獎名單\n" + "".join(
        f"{group}：\n第一名王一「春{at}」、第二名李二「夏{at}」、第三名趙三「秋{at}」。{said.format(*sums)}"
        for at, (group, sums) in enumerate(
            (("社會組", ("60,000", "45,000", "30,000")), ("國中組", ("20,000", "15,000", "10,000")))
        )
    )
    assert not {"春0", "秋1"} - {each.title for each in listed(tmp_path / "a.txt", text)}
    rows_of = {  # near misses: cells that are numbers, and a number in a cell of a table
        "排名,片名,导演\n1,300,王一\n2,127,李二\n": ["300", "127"],
        "片名,得分,奖项\n春,12,一等奖\n夏,11,二等奖\n": ["春", "夏"],
        '片名,奖金,奖项\n春,"奖金60,000元",一等奖\n夏,"奖金45,000元",二等奖\n': ["春", "夏"],
    }
    for text, titles in rows_of.items():
        assert [each.title for each in listed(tmp_path / "b.txt", text)] == titles, text


def test_an_award_beside_awards_that_are_headings_is_kept_as_who_gives_them(tmp_path: Path) -> None:
    for text, found in (
        ("year,best_film,best_actor,award\n2019,Rain,Ana,Globes\n2018,Salt,Luis,Globes\n", "best_film"),
        ("Award,Year,Best Film,Best Actor\nOscars,2019,Rain,Ana\nBAFTA,2019,Salt,Luis\n", "Best Film"),
        ("year,best_film,best_actor,host\n2019,Rain,Ana,Globes\n2018,Salt,Luis,Globes\n", "best_film"),
        ("年份,奖项,最佳影片,最佳男主角\n2019,金鸡奖,Rain,Ana\n2018,金鸡奖,Salt,Luis\n", "最佳影片"),
    ):
        films = listed(tmp_path / "a.csv", text)
        assert len(films) == 4, text
        assert [film.award for film in films][::2] == [found, found], text
        assert [film.title for film in films][::2] == ["Rain", "Salt"], text
        givers = {cell for film in films for (_, role), cell in zip(*film.cells, strict=True) if role is None}
        assert givers & {"Globes", "Oscars", "金鸡奖"}, text
    for text in (
        "片名,奖项,最佳影片\n春,一等奖,1\n夏,二等奖,0\n",
        "Film,Award,Best Actor,Best Song\nRain,Oscar,Ana,Blue\nSalt,Oscar,Luis,Red\n",  # the awards of a film
        "序号,奖项,获奖作品,获奖单位\n1,一等奖,春,甲社\n2,一等奖,夏,乙社\n",
        "Year,Award,Winner,Best Film,Best Song\n2019,Best Act,Ann,Rain,Blue\n2020,Best Act,Bo,Salt,Red\n",
    ):
        assert {film.award for film in listed(tmp_path / "a.csv", text)} <= {"一等奖", "二等奖", "Oscar", "Best Act"}, (
            text
        )
    with pytest.raises(UnknownColumnsError):  # prizes of the award that each row is of
        listed(tmp_path / "a.csv", "年份,奖项,金奖,银奖,铜奖\n2019,最佳影片,春,夏,雪\n2020,最佳短片,秋,冬,雨\n")
