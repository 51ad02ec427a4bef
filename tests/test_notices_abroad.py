"""Notices in Korean, Japanese and the languages of Europe: which award, who won it, and which work."""

from pathlib import Path

from awardcli import messages
from awardcli.collection import open_collection
from awardcli.collection.loading import check
from awardcli.collection.user_file.reading_report import BY_CONTENT
from awardcli.model import Result
from support import written


def listed(path: Path, text: str) -> list[Result]:
    return list(open_collection(written(path, text)))


def rows(path: Path, text: str) -> list[tuple[str | None, ...]]:
    """The title, who it is by, and the award of each result."""
    return [(film.title, film.organization, film.award) for film in listed(path, text)]


def is_plain(path: Path, text: str) -> bool:
    """Whether every line of a text is read as a title, unchanged."""
    return [film.title for film in listed(path, text)] == text.splitlines()


def test_awards_in_korean_name_a_work_or_a_person_and_their_work(tmp_path: Path) -> None:
    found = [
        ("서울의 봄", None, "최우수작품상"),
        ("파묘", "장재현", "감독상"),
        ("암수살인", "곽경택、김태균", "각본상"),
        (None, "김영광、진서연", "인기스타상"),
        ("1987", "한지민", "여우조연상"),
    ]
    for line in ("▲{}={}", "▶ {} = {}", "{}: {}", "■{}　{}"):
        for work in ("{}({})", "{} ('{}')"):
            text = "".join(
                line.format(award, work.format(who.replace("、", "·"), title) if who and title else who or title) + "\n"
                for title, who, award in found
            ).replace("김영광、", "김영광·")
            for above in (
                "",
                "제45회 청룡영화상 수상자(작) 명단\n",
                "배우 김혜수가 '밀수'로 상을 받았다.\n다음은 제39회 영화상 수상자(작).\n",
            ):
                assert rows(tmp_path / "a.txt", above + text) == found, (line, work, above)


def test_titles_in_korean_have_marks_before_or_behind_who_made_them(tmp_path: Path) -> None:
    for marks in ("<{}>", "〈{}〉", "'{}'", "‘{}’", "《{}》", "「{}」"):
        sky, sea = marks.format("하늘"), marks.format("바다")
        text = f"▲작품상: {sky}\n▲감독상: 장재현 {sky}\n▲신인여우상: 김다미 {sea}\n▲특별상: {sea} 박찬욱 감독\n"
        assert rows(tmp_path / "a.txt", text) == [
            ("하늘", None, "작품상"),
            ("하늘", "장재현", "감독상"),
            ("바다", "김다미", "신인여우상"),
            ("바다", "박찬욱", "특별상"),
        ], marks
    text = "대상\n봄날\n여름\n감독상\n김보라(벌새)\n심사위원특별상\n벌새(김보라)\n넷팩상: 홍상수(그 여자)\n"
    assert rows(tmp_path / "a.txt", text) == [
        *(("봄날", None, "대상"), ("여름", None, "대상"), ("벌새", "김보라", "감독상")),
        *(("벌새", "김보라", "심사위원특별상"), ("그 여자", "홍상수", "넷팩상")),
    ]


def test_korean_awards_on_one_line_pupils_with_their_schools_and_age_groups(tmp_path: Path) -> None:
    films = [("여자", "최지연", "감독상"), ("좋은날", "윤순표", "각본상"), ("구세대", "박민수", "신인상")]
    for sign in ("▲{} {}({})", "▲{}={}({})"):
        line = " ".join(sign.format(award, who, title) for title, who, award in films)
        found = listed(tmp_path / "a.txt", f"◇일반부\n{line}\n◇청소년부\n{line}\n")
        assert [(film.title, film.organization, film.award) for film in found] == films * 2, sign
        assert [film.category and film.category.name for film in found] == ["일반부"] * 3 + ["청소년부"] * 3
    for school in ("초", "초등학교", "중", "여고", "대학교"):
        for line in ("{}: {}({})\n", "{} {} ({})\n", "{}: {} ({})\n"):
            pupils = [("홍길동", f"서울{school}", "대상"), ("김철수", f"부산{school}", "최우수상")]
            text = "".join(line.format(award, who, where) for who, where, award in pupils)
            assert rows(tmp_path / "a.txt", text) == pupils, (school, line)
    assert is_plain(tmp_path / "a.txt", "▲ 세상 끝의 집 ▲ 인상 깊은 날\n▲ 농부\n")
    assert rows(tmp_path / "a.txt", "작품상: 신부\n감독상: 장재현(신부)\n")[0] == ("신부", None, "작품상")


def test_awards_with_as_many_words_in_each_line_are_no_table(tmp_path: Path) -> None:
    for line in (
        *("{}: {}, {} High School\n", "{}: {} ({} High School)\n", "{}: {} ({})\n", "{} - {} ({} High School)\n"),
        *("{} – {}, {} School\n", "{}: “{}” by {} High\n"),
    ):
        for awards in (("First Prize", "Second Prize"), ("1st Place", "2nd Place"), ("Winner", "Runner-up")):
            people = [("Mei Lin", "Lincoln"), ("John Smith", "Kennedy")]
            text = "".join(line.format(award, *who) for award, who in zip(awards, people, strict=True))
            found = listed(tmp_path / "a.txt", text)
            assert [won.award for won in found] == list(awards), text
            assert [won.title for won in found] == ["Mei Lin", "John Smith"], text
    table = "Name  School  Prize\nMei Lin  Lincoln High  First Prize\nJohn Smith  Kennedy High  Second Prize\n"
    assert [won.award for won in listed(tmp_path / "a.txt", table)] == ["First Prize", "Second Prize"]
    table = "姓名 单位（全称） 奖项\n张三 一中 一等奖\n李四 二中 二等奖\n"
    assert [won.award for won in listed(tmp_path / "a.txt", table)] == ["一等奖", "二等奖"]
    record = "Title: Salt\nWinner: Mei Lin\nPrize: Gold\n\nTitle: Rain\nWinner: John Smith\nPrize: Silver\n"
    assert rows(tmp_path / "a.txt", record) == [("Salt", "Mei Lin", "Gold"), ("Rain", "John Smith", "Silver")]


def test_korean_titles_that_end_as_awards_do_are_titles(tmp_path: Path) -> None:
    for text in (
        "관상\n우상\n협상\n비상\n",
        "너의 이름은.\n일상\n환상\n세상\n",
        "강철비2: 정상회담\n그녀가 말했다\n밥상\n",
    ):
        assert is_plain(tmp_path / "a.txt", text), text


def test_works_in_the_quotation_marks_of_europe_are_by_somebody_or_somebody_is_honoured_for_them(
    tmp_path: Path,
) -> None:
    for marks in ("« {} »", "«{}»", "„{}“", "“{}”", '"{}"', "‘{}’"):
        one, two, six = (marks.format(title) for title in ("To Vancouver", "L'Eau", "Love, Dad"))
        text = (
            f"- Grand prix : {one} de Artemis Ana\n"
            f"- Prix du jury : {two} d’Olivier Smolders et {six} de Cas Van Nguyen\n"
            f"- Mention spéciale : {one} (réalisé par Vincent Tricon, France)\n- Prix du public : {six}, Kim Ono.\n"
            f"- Prix d'interprétation : Ana Caillard dans le film {two} de Bo Ek EX AEQUO avec Jo Chelhot pour {one}\n"
            f"- Mejor guion: Ana Ruiz, Bo Ek y Cy Orr, por {two}\n"
            f"- Miglior film: {two} di Ana Ruiz e Bo Ek (Italia / Francia)\n"
            f"- Bester Film: {one} von Bo Ek und Cy Orr\n"
            f"- Mejor canción: {two}, de Juan Gómez {marks.format('Chico')}, por {one}\n"
        )
        assert rows(tmp_path / "a.txt", text) == [
            ("To Vancouver", "Artemis Ana", "Grand prix"),
            ("L'Eau", "Olivier Smolders", "Prix du jury"),
            ("Love, Dad", "Cas Van Nguyen", "Prix du jury"),
            ("To Vancouver", "Vincent Tricon", "Mention spéciale"),
            ("Love, Dad", "Kim Ono", "Prix du public"),
            ("L'Eau", "Ana Caillard", "Prix d'interprétation"),
            ("To Vancouver", "Jo Chelhot", "Prix d'interprétation"),
            ("L'Eau", "Ana Ruiz、Bo Ek、Cy Orr", "Mejor guion"),
            ("L'Eau", "Ana Ruiz、Bo Ek", "Miglior film"),
            ("To Vancouver", "Bo Ek、Cy Orr", "Bester Film"),
            ("L'Eau", f"Juan Gómez {marks.format('Chico')}", "Mejor canción"),
        ], marks


def test_awards_in_the_languages_of_europe_are_above_works_and_people(tmp_path: Path) -> None:
    for film, director, words in (
        ("Mejor película", "Mejor dirección novel", ("de", "por")),
        ("Melhor filme", "Melhor direção", ("de", "por")),
        ("Meilleur film", "Meilleure réalisation", ("de", "pour")),
        ("Miglior film", "Migliore regia", ("di", "per")),
        ("Bester Film", "Beste Regie", ("von", "für")),
        ("Best Film", "Best Director", ("by", "for")),
    ):
        for end in ("", ":"):
            for bullet in ("", "- "):
                by, made = words
                text = (
                    f'{film}{end}\n{bullet}"Sal", {by} Ana Ruiz.\n{director}{end}\n{bullet}Bo Ek {made} "Sal"\n'
                    f'{film} II{end}\n{bullet}Cy Orr, {made} "Río 7".\n'
                )
                found = [("Sal", "Ana Ruiz", film), ("Sal", "Bo Ek", director), ("Río 7", "Cy Orr", f"{film} II")]
                assert rows(tmp_path / "a.txt", text) == found, text
    text = (
        "La película que más premios se ha llevado ha sido Dolor, de Pedro Almodóvar.\n"
        "Mejor película\n- Dolor y gloria\n- Sal\n"
        "Mejor actor protagonista\n- Antonio de la Torre por La trinchera\n- Ana Ruiz, Bo Ek y Cy Orr por Sal\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        *(("Dolor y gloria", None, "Mejor película"), ("Sal", None, "Mejor película")),
        ("La trinchera", "Antonio de la Torre", "Mejor actor protagonista"),
        ("Sal", "Ana Ruiz、Bo Ek、Cy Orr", "Mejor actor protagonista"),
    ]


def test_titles_without_marks_are_by_the_person_behind_the_last_de_or_von_where_most_lines_have_one(
    tmp_path: Path,
) -> None:
    text = (
        "Le palmarès 2024\nGrand prix national : Le Visage du diable de Julia Kowalski / France\n"
        "Grand prix labo : AliEN0089 de Valeria Hofmann / Chili, Argentine\n"
        "Prix du public : Coal (Charbon) de Ana & Saul\n"
        "Prix du jury : Les Jours de Claude Conseil de Marie-Lola Terver (Nice) et Paul Jo / France : "
        "Une femme vit avec un homme.\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        ("Le Visage du diable", "Julia Kowalski", "Grand prix national"),
        ("AliEN0089", "Valeria Hofmann", "Grand prix labo"),
        ("Coal (Charbon)", "Ana & Saul", "Prix du public"),
        ("Les Jours de Claude Conseil", "Marie-Lola Terver、Nice、Paul Jo", "Prix du jury"),
    ]
    text = (
        "Bester Spielfilm (bis 10 Minuten): Die Minuten der Welt von Jürgen Heim.\n"
        "Bester Dokumentarfilm: Blue von Mia von Ahn.\n"
        "Sonderpreis des Deutschen Kurzfilmpreises: Tal der Ahnungslosen von Ana Ek, Bo Orr und Cy Ono.\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        ("Die Minuten der Welt", "Jürgen Heim", "Bester Spielfilm (bis 10 Minuten)"),
        ("Blue", "Mia von Ahn", "Bester Dokumentarfilm"),
        ("Tal der Ahnungslosen", "Ana Ek、Bo Orr、Cy Ono", "Sonderpreis des Deutschen Kurzfilmpreises"),
    ]
    text = "Grand prix : Le Destin d’Amélie Poulain\nPrix du jury : Les Choses de la vie\nPrix du public : Rabbit\n"
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == [
        *("Le Destin d’Amélie Poulain", "Les Choses de la vie", "Rabbit")
    ]


def test_a_line_that_begins_with_de_or_by_is_who_made_the_work_above_and_one_with_dans_the_work(tmp_path: Path) -> None:
    for by in ("de", "di", "von", "by", "réalisé par", "Written and directed by", "un film de", "Dirigida por"):
        for separator in ("\n", "\n\n"):
            lines = ("Grand Prix", f"LES MURS\n{by} Ana Ruiz", "Prix du jury", f"La Mer\n{by} Hergé")
            text = separator.join(lines) + "\n"
            makers = [("LES MURS", "Ana Ruiz", "Grand Prix"), ("La Mer", "Hergé", "Prix du jury")]
            assert rows(tmp_path / "a.txt", text) == makers, text
    text = "Grand Prix\nSal\nd’Ana Ruiz\nPrix d'interprétation masculine\nBo Ek\ndans MER de Kim Ono\n"
    assert rows(tmp_path / "a.txt", text)[1] == ("MER", "Bo Ek", "Prix d'interprétation masculine")
    text = "Grand Prix\nLa Mort\nde Louis Ek\nPrix du jury\nLa Mer\n"  # perhaps one title
    assert rows(tmp_path / "a.txt", text)[0][1] == "Louis Ek"
    reading, _ = check(tmp_path / "a.txt", BY_CONTENT)
    assert messages.NOTICE_WITH_NAMES() in [remark.text for remark in reading.remarks]
    text = "Grand Prix\nDe Gaulle\nVon Trapp\nPrix du jury\nBy the Sea\n"
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["De Gaulle", "Von Trapp", "By the Sea"]


def test_prizes_alone_in_lines_are_awards_where_others_are_and_titles_below_an_award(tmp_path: Path) -> None:
    text = "Palme d'Or\nSal\nPrix de la mise en scène\nOvni\nPrix du 61e Festival\nMer\nPrix du jury\nPrix de beauté\n"
    assert [(title or who, award) for title, who, award in rows(tmp_path / "a.txt", text)] == [
        *(("Sal", "Palme d'Or"), ("Ovni", "Prix de la mise en scène"), ("Mer", "Prix du 61e Festival")),
        ("Prix de beauté", "Prix du jury"),
    ]


def test_titles_that_begin_as_awards_in_the_languages_of_europe_are_titles(tmp_path: Path) -> None:
    for text in (
        "Mejor imposible\nMejor solo que mal acompañado\nTodo sobre mi madre\n",
        "Le Prix du danger\nGrand Prix\nMeilleurs vœux\nRabbit\n",
        "Beste Freunde\nBester Mann\nDer Preis\n",
        "« Masques »\n« Rabbit »\n",
        "Death of a Salesman\nPortrait of Jennie\nThe Tragedy of Man\n",
    ):
        assert is_plain(tmp_path / "a.txt", text), text


def test_japanese_names_with_a_space_are_one_person_and_sessions_are_captions(tmp_path: Path) -> None:
    text = (
        "文学賞 受賞作リスト\n芥川賞 受賞作\n2020年代\n2024年上半期 第171回\n"
        "朝比奈 秋\n「四十九日」\n松永 K 三蔵\n「バリ山行」\n"
        "2023年下半期 第170回\n九段 理江「同情塔(雑誌「新潮2023年12月」)」\n"
        "井戸川 射子「この世」(『群像』5月号)\n2011上半期 第145回\n"
        "該当作品なし\n直木賞 受賞作\n2024年上半期 第171回\n一穂 ミチ「ツミデミック」\n西　加奈子「サラバ」（小学館）\n"
    )
    films = listed(tmp_path / "a.txt", text)
    assert rows(tmp_path / "a.txt", text) == [
        ("四十九日", "朝比奈 秋", "芥川賞"),
        ("バリ山行", "松永 K 三蔵", "芥川賞"),
        ("同情塔(雑誌「新潮2023年12月」)", "九段 理江", "芥川賞"),
        ("この世", "井戸川 射子", "芥川賞"),
        ("ツミデミック", "一穂 ミチ", "直木賞"),
        ("サラバ", "西 加奈子、小学館", "直木賞"),
    ]
    assert [(film.edition and film.edition.number, film.edition and film.edition.year) for film in films[1:3]] == [
        *((171, 2024), (170, 2023))
    ]
    for text, found in (
        ("最優秀賞：「光」山田 太郎、鈴木 花子\n優秀賞：「道」佐藤 一\n", ["山田 太郎、鈴木 花子", "佐藤 一"]),
        (
            "大賞\n「光」 山田太郎 鈴木花子\n佳作\n「道」 第一小学校 佐藤 一\n",
            ["山田太郎、鈴木花子", "第一小学校、佐藤 一"],
        ),
        ("一等奖\n《光》 张三 李四\n二等奖\n《道》 王五 赵六\n", ["张三、李四", "王五、赵六"]),
    ):
        assert [who for _, who, _ in rows(tmp_path / "a.txt", text)] == found, text


def test_publishers_and_authors_below_a_japanese_book_belong_to_it(tmp_path: Path) -> None:
    text = (
        "受賞作情報\n\n2024年本屋大賞2024.4.10\n\n〜大賞〜\n\n成瀬は天下へ\n<新潮社>\n\n宮島未奈/著\n\n"
        "「島へ行く」と幼馴染が言い出した。圧巻の作!\n\n"
        "第170回 芥川賞・直木賞 受賞作決定!2024.1.17\n\n■第170回芥川賞\n\n同情塔\n<新潮社>\n\n九段理江/著\n\n"
        "現代版「バベルの塔」。\n\n"
        "■第170回直木賞\n\nともぐい\n<文藝春秋>\n\n河崎秋子/著\n\n八月\n\n万城目学／著\n\nやさしい奇跡。\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        ("成瀬は天下へ", "宮島未奈、新潮社", "大賞"),
        ("同情塔", "九段理江、新潮社", "芥川賞"),
        ("ともぐい", "河崎秋子、文藝春秋", "直木賞"),
        ("八月", "万城目学", "直木賞"),
    ]


def test_japanese_titles_that_look_like_captions_or_names_are_titles(tmp_path: Path) -> None:
    for text in (
        "千と千尋の神隠し\n1980年代\n鑑賞\n懸賞\n",
        "<春>\n<夏>\n<秋>\n",
        "夏 終わり\n君の名は。\n雨 上がり\n",
    ):
        assert is_plain(tmp_path / "a.txt", text), text


def test_lines_of_a_crew_below_a_film_are_who_made_it(tmp_path: Path) -> None:
    crew = "Director: Ana Ruiz\nWriter: Bo Ek\nProducer: Cy Orr\nSynopsis: A man meets a man, and leaves.\n"
    text = (
        f"BEST FILM\nWalk with Me | Colombia | 2023 | 12’\n{crew}BEST DIRECTOR\nSalt | Peru | 9’\n{crew}"
        "BEST LEADING ACTRESS\nChairs | United Kingdom | 2023 | 20’\nActress: Kim Ono\nDirector: Ana Ruiz\n"
        "Cast: Kim Ono, Jo Ek\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        ("Walk with Me", "Ana Ruiz、Bo Ek、Cy Orr", "BEST FILM"),
        ("Salt", "Ana Ruiz、Bo Ek、Cy Orr", "BEST DIRECTOR"),
        ("Chairs", "Kim Ono、Ana Ruiz、Jo Ek", "BEST LEADING ACTRESS"),
    ]


def test_labels_of_a_crew_that_repeat_below_films_are_no_awards(tmp_path: Path) -> None:
    for award, title, label in (
        ("Premio {}: ", "“{}”", "Dirección"),
        ("Prix {} : ", "« {} »", "Réalisation "),
        ("Premio {}: ", "“{}”", "Regia"),
    ):
        text = "".join(
            f"{award.format(of)}{title.format(film)}\n{label}: {who}\n"
            for of, film, who in (("del público", "Salt", "Ana Ruiz"), ("del jurado", "Rain", "Mei Lin"))
        )
        found = rows(tmp_path / "a.txt", text)
        assert [film[:2] for film in found] == [("Salt", "Ana Ruiz"), ("Rain", "Mei Lin")], label


def test_awards_of_people_and_ranks_in_other_languages(tmp_path: Path) -> None:
    for text, found in (
        (
            "最優秀作品賞　ある男\n最優秀監督賞　石川慶（ある男）\n最優秀主演女優賞　岸井ゆきの（ケイコ 目を）\n",
            [("ある男", None), ("ある男", "石川慶"), ("ケイコ 目を", "岸井ゆきの")],
        ),
        (
            "【大賞】\n『同志』 逢坂冬馬（早川書房）\n【2位】\n『赤』 青山美智子（講談社）\n3位：『青』 一穂ミチ\n",
            [("同志", "逢坂冬馬、早川書房"), ("赤", "青山美智子、講談社"), ("青", "一穂ミチ")],
        ),
        (
            "최우수작품상 기생충\n감독상 봉준호(기생충)\n대상 - 봄날 (감독 김민수)\n",
            [("기생충", None), ("기생충", "봉준호"), ("봄날", "김민수")],
        ),
        (
            "<최우수상> 홍길동 '빛'\n<우수상> 김철수 '바다'\n",
            [("빛", "홍길동"), ("바다", "김철수")],
        ),
        (
            "△최우수작품상=‘파묘’(쇼박스) △감독상=장재현 △남우주연상=황정민\n",
            [("파묘", "쇼박스"), (None, "장재현"), (None, "황정민")],
        ),
        (
            "■グランプリ\n「海」\n監督：山田太郎\n■観客賞\n「道」\n監督：佐藤健\n",
            [("海", "山田太郎"), ("道", "佐藤健")],
        ),
        (
            "Concha de Oro a la mejor película\n“O corno”, de Ana Ruiz\nConcha de Plata\nBo Ek por “Sal”\n",
            [("O corno", "Ana Ruiz"), ("Sal", "Bo Ek")],
        ),
        (
            "Leone d'Oro: Povere! di Ana Ruiz\nGran Premio: Il male di Bo Ek\nMigliore regia: Cy Orr per Io\n",
            [("Povere!", "Ana Ruiz"), ("Il male", "Bo Ek"), ("Io", "Cy Orr")],
        ),
        (
            "Hauptpreis\nDer Fluss\nRegie: Ana Ek\nPublikumspreis\nDie Wolke\nRegie: Bo Orr\n",
            [("Der Fluss", "Ana Ek"), ("Die Wolke", "Bo Orr")],
        ),
        (
            "1. Preis: Anna Ek, „Der Fluss“\n2. Preis: Bo Orr, „Das Haus“\nEhrenpreis: Cy Ono\n",
            [("Der Fluss", "Anna Ek"), ("Das Haus", "Bo Orr"), (None, "Cy Ono")],
        ),
        (
            "Grand Prix : SALT de Ana Ruiz (Pérou, 2023)\nMention : LE FLEUVE de Bo Ek (Suède, 2022)\n",
            [("SALT", "Ana Ruiz"), ("LE FLEUVE", "Bo Ek")],
        ),
        (
            "Primer premio: La casa. Autora: Ana Ruiz\nSegundo premio: El río. Autor: Bo Ek\nTercer premio: desierto\n",
            [("La casa", "Ana Ruiz"), ("El río", "Bo Ek")],
        ),
    ):
        assert [(title, who) for title, who, _ in rows(tmp_path / "a.txt", text)] == found, text


def test_awards_between_a_title_and_a_country_are_awards(tmp_path: Path) -> None:
    text = (
        "Le palmarès complet :\n- Courts métrages\nFin heureuse - Cristal d'Ovni et prix TPS - France\n"
        "Rabbit - Mention spéciale - Royaume-Uni\nDreams - Family Ties - Prix du public, Prix du jury - Canada\n"
        "- Longs métrages\nRenaissance - Cristal du long métrage - France\nOne D - Prix du jury - Canada\n"
    )
    films = listed(tmp_path / "a.txt", text)
    assert [(film.title, film.award, film.category and film.category.name) for film in films] == [
        ("Fin heureuse", "Cristal d'Ovni et prix TPS", "Courts métrages"),
        ("Rabbit", "Mention spéciale", "Courts métrages"),
        ("Dreams - Family Ties", "Prix du public, Prix du jury", "Courts métrages"),
        ("Renaissance", "Cristal du long métrage", "Longs métrages"),
        ("One D", "Prix du jury", "Longs métrages"),
    ]
    assert is_plain(tmp_path / "a.txt", "Rabbit - Redux - France\nOne D - Canada\nSalt - Director's Cut\n")


def test_an_award_of_people_may_be_behind_a_work_with_its_director(tmp_path: Path) -> None:
    for text, found in (
        (
            (
                "Best Film: Amour by Michael Haneke\nBest Director: Requiem for a Dream by Darren Aronofsky\n"
                "Best Actor: Mads Mikkelsen for The Hunt by Thomas Vinterberg\nBest Actress: Ana de Armas for Blonde\n"
            ),
            [("Requiem for a Dream", "Darren Aronofsky"), ("The Hunt", "Mads Mikkelsen"), ("Blonde", "Ana de Armas")],
        ),
        (
            (
                "Palme d'Or : Amour de Michael Haneke\nPrix de la mise en scène : Heli d’Amat Escalante\n"
                "Meilleur acteur : Mads Mikkelsen pour La chasse de Thomas Vinterberg\n"
                "Meilleure actrice : Ana de Armas\nPrix d'interprétation : le jeune Bo Ek dans Sal de Ana Ruiz\n"
            ),
            [
                ("Heli", "Amat Escalante"),
                ("La chasse", "Mads Mikkelsen"),
                (None, "Ana de Armas"),
                ("Sal", "le jeune Bo Ek"),
            ],
        ),
        (
            (
                "Mejor película: Ovni de Ana Ruiz\nMejor dirección: Sal de Juan Soto\n"
                "Mejor actor: Kevin Spacey por La vida de David Gale de Alan Parker\nMejor actriz: Rosa López\n"
            ),
            [("Sal", "Juan Soto"), ("La vida de David Gale", "Kevin Spacey"), (None, "Rosa López")],
        ),
        (
            (
                "Bester Film: Ovni von Ana Ruiz\nBeste Regie: Salz von Karl Meier\n"
                "Bester Darsteller: Max von Sydow für Pelle von Bille August\nBeste Darstellerin: Hannah Schygulla\n"
            ),
            [("Salz", "Karl Meier"), ("Pelle", "Max von Sydow"), (None, "Hannah Schygulla")],
        ),
        (  # de is in names where titles have no makers behind it, but not behind so many words
            (
                "Mejor película: Ovni\nMejor dirección: Juan de San Martín\nMejor actriz: Ana de Armas\n"
                "Mejor actor: Kevin Spacey por La vida de David Gale\nMejor realizador: Post Luz Oscura de Ana Ruiz\n"
            ),
            [
                (None, "Juan de San Martín"),
                (None, "Ana de Armas"),
                ("La vida de David Gale", "Kevin Spacey"),
                ("Post Luz Oscura", "Ana Ruiz"),
            ],
        ),
    ):
        assert [each[:2] for each in rows(tmp_path / "a.txt", text)][1:] == found, text


def test_awards_in_parts_are_whole_and_a_title_may_be_behind_them(tmp_path: Path) -> None:
    for text, found in (
        (
            (
                "Prêmio do Júri – Melhor Filme – Novos Diretores\nSal, de Ana Ruiz\n"
                "Prêmio do Público | Prêmio da Casa – Melhor Documentário\nMar, de Bo Ek\n"
            ),
            [
                ("Sal", "Ana Ruiz", "Prêmio do Júri – Melhor Filme – Novos Diretores"),
                ("Mar", "Bo Ek", "Prêmio do Público | Prêmio da Casa – Melhor Documentário"),
            ],
        ),
        (  # titles in the same lines
            "Prix du jury – Meilleur film – Ovni\nPrix du public – Meilleur court métrage – Sal\n",
            [("Ovni", "", "Prix du jury – Meilleur film"), ("Sal", "", "Prix du public – Meilleur court métrage")],
        ),
        (
            (
                "1° class: Ana Ruiz, “Sale”\n2º classificato: Bo Ek, “Mare”\n"
                "– Menzione d’onore – Miglior noir: Eva Sol, “Buio”\n"
                "– Menzione d’onore – All’originalità: Ugo Re, “Luce”\n"
                "Segnalazione di merito a:\n– Ida Po: “Nube”\n– Leo Oro: “Neve”\n"
            ),
            [
                ("Sale", "Ana Ruiz", "1° class"),
                ("Mare", "Bo Ek", "2º classificato"),
                ("Buio", "Eva Sol", "Menzione d’onore – Miglior noir"),
                ("Luce", "Ugo Re", "Menzione d’onore – All’originalità"),
                ("Nube", "Ida Po", "Segnalazione di merito"),
                ("Neve", "Leo Oro", "Segnalazione di merito"),
            ],
        ),
        (  # a colon of a title
            "Best Film – Tide: A New Hope\nBest Short Film – Fog: Part Two\n",
            [("Tide", "A New Hope", "Best Film"), ("Fog", "Part Two", "Best Short Film")],
        ),
        (
            "Sez. A – Narrativa\n1° premio: Ana Ruiz, “Sale”\n– Premio speciale della giuria\nBo Ek, “Mare”\n",
            [("Sale", "Ana Ruiz", "1° premio"), ("Mare", "Bo Ek", "Premio speciale della giuria")],
        ),
    ):
        assert [(each[0] or "", each[1] or "", each[2]) for each in rows(tmp_path / "a.txt", text)] == found, text


def test_a_title_in_marks_behind_de_is_what_another_work_is_from_and_no_maker(tmp_path: Path) -> None:
    text = (
        "Mejor película: “Ovni”\nMejor canción: “Quiero”, de “Ovni”\n"
        "Mejor música: “Tema”, de la película “Sal”, de Bo Ek\n"
        "Mejor actriz: Ana Ruiz, por “Sal”\nMejor guion: “Mar” de “Chico” Gómez\nBest song: “Tide” (from “Fog”)\n"
    )
    assert [each[:2] for each in rows(tmp_path / "a.txt", text)] == [
        ("Ovni", None),
        ("Quiero", None),
        ("Tema", "Bo Ek"),
        ("Sal", "Ana Ruiz"),
        ("Mar", "“Chico” Gómez"),
        ("Tide", None),
    ]
