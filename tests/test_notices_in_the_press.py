"""Notices as newspapers print them: a report around the list, page lines, sentences that give an award to many."""

from pathlib import Path

from awardcli import messages
from awardcli.collection.loading import check
from awardcli.collection.user_file.notices.names import is_clause
from awardcli.collection.user_file.reading_report import BY_CONTENT
from support import written
from test_notices import listed, rows

LIST = (
    "获奖名单如下：\n最佳影片\n《春河》\n最佳导演\n王一《夏山》\n最佳男主角\n李二《秋水》\n最佳女主角\n赵三《春河》\n"
)
LISTED = [
    ("春河", None, "最佳影片"),
    ("夏山", "王一", "最佳导演"),
    ("秋水", "李二", "最佳男主角"),
    ("春河", "赵三", "最佳女主角"),
]
BEHIND = (
    "一等奖：《春河》，作者：城东小学王一。\n二等奖：《夏山》，作者：城西小学李二，《秋水》，作者：城南小学赵三。\n"
)


def remarks(path: Path, text: str) -> list[str]:
    found, _ = check(written(path, text), BY_CONTENT)
    return [remark.text for remark in found.remarks]


def test_a_report_that_says_what_the_list_says_is_set_aside_and_named(tmp_path: Path) -> None:
    for report in (
        "6月16日晚，某电视节颁奖典礼举行。《春河》获得最佳影片奖，而李二、赵三凭借《秋水》《春河》获奖。",
        "昨晚，电影节落幕，李二凭借《秋水》获得最佳男主角。",
        "赵三凭《春河》荣获“最佳女主角”",
        "赵三凭饰演老师获得最佳女主角奖",
        "《夏山》的导演王一获得最佳导演奖。",
    ):
        for text in (f"{report}\n{LIST}", f"某报记者 张四\n{report}\n{LIST}", f"某节落幕\n{report}\n{report}\n{LIST}"):
            assert rows(tmp_path / "a.txt", text) == LISTED, text
            if "获奖。" not in report:
                line = [at for at, each in enumerate(text.splitlines(), start=1) if each == report]
                lines = messages.first_listed(list(map(str, line)))
                assert messages.NOTICE_REPEATED(count=len(line), lines=lines) in remarks(tmp_path / "a.txt", text)


def test_a_sentence_above_the_list_of_one_award_that_names_some_of_its_works_is_set_aside(tmp_path: Path) -> None:
    text = "表彰决定\n决定授予《甲》等2部作品优秀作品奖。现予以公布。\n优秀作品奖\n《甲》（某局）\n《乙》（某校）\n"
    found = [("甲", "某局", "优秀作品奖"), ("乙", "某校", "优秀作品奖")]
    assert rows(tmp_path / "a.txt", text) == found
    assert rows(tmp_path / "a.txt", text.replace("《甲》等2部作品优秀作品奖", "《丙》特别奖"))[1:] == found


def test_what_only_the_report_says_is_read_or_named(tmp_path: Path) -> None:
    for sentence, found in (
        ("《冬雪》获得组委会特别奖。", ("冬雪", None, "组委会特别奖")),
        ("《春河》获得最佳摄影奖。", ("春河", None, "最佳摄影奖")),
        ("孙五凭借《秋水》获得最佳男主角。", ("秋水", "孙五", "最佳男主角")),
    ):
        assert rows(tmp_path / "a.txt", f"{sentence}\n{LIST}") == [found, *LISTED], sentence
    text = f"《春河》获得最佳影片奖。孙五代替正在演出话剧《冬雪》的李二上台领奖。\n{LIST}"
    assert rows(tmp_path / "a.txt", text) == LISTED
    assert messages.NOTICE_TITLES_ASIDE(count=1, lines="1", titles="《冬雪》") in remarks(tmp_path / "a.txt", text)


def test_prose_with_a_title_above_awards_with_their_titles_behind_is_no_work(tmp_path: Path) -> None:
    prose = "自9月9日以来，征文活动受到欢迎，来稿近百篇，请获奖作者领取证书，部分作品在《童话》版上刊登。"
    expected = rows(tmp_path / "b.txt", BEHIND)
    assert rows(tmp_path / "a.txt", f"征文揭晓\n\n{prose}\n\n{BEHIND}") == expected


def test_a_list_behind_one_award_goes_on_over_semicolons(tmp_path: Path) -> None:
    found = [("甲", "某报社王一", "一等奖"), ("乙", "李二、赵三", "一等奖"), ("丙", None, "一等奖")]
    for lead in ("获评一等奖的作品为：", "荣获一等奖的作品有：", "获得一等奖的是：", "被评为一等奖的作品是："):
        text = f"{lead}某报社王一创作的消息《甲》；李二、赵三等创作的通讯《乙》；《丙》。"
        assert rows(tmp_path / "a.txt", text) == found, lead
    text = "获一等奖的作品为：王一的《甲》；李二的《乙》获二等奖。"
    assert rows(tmp_path / "a.txt", text) == [("甲", "王一", "一等奖"), ("乙", "李二", "二等奖")]
    assert rows(tmp_path / "a.txt", "《甲》获评委会特别奖，《乙》获评一等奖。") == [
        ("甲", None, "评委会特别奖"),
        ("乙", None, "一等奖"),
    ]


def test_lines_of_a_page_are_neither_titles_nor_makers(tmp_path: Path) -> None:
    text = "《甲》获得某奖“直播”项目一等奖；\n\n《乙》获得某奖“专题”项目二等奖；\n\n《丙》获得某奖“访谈”项目三等奖；\n"
    expected = rows(tmp_path / "b.txt", text)
    head = "祝贺！某台3件作品喜获某奖\n\n2020年11月02日 23:37:45 | 来源：某新闻\n\n字号变大| 字号变小\n\n"
    for foot in (
        "（点击这里查看全部获奖名单）",
        "【点击此处进入专题】",
        "（扫码查看完整名单）",
        "下载客户端，随时看新闻！",
    ):
        assert rows(tmp_path / "a.txt", f"{head}{text}\n{foot}\n") == expected, foot
    assert rows(tmp_path / "a.txt", "一等奖\n《甲》\n（城东镇）\n二等奖\n《乙》\n（城西镇）")[0][1] == "城东镇"


def test_a_maker_that_tells_something_is_none_and_its_line_is_named(tmp_path: Path) -> None:
    assert not any(map(is_clause, ("张获", "某获奖办", "获得者剧团"[:3], "某县扫盲办公室", "艾米莉·获格")))
    text = "一等奖\n《甲》（昨晚斩获三项大奖）\n二等奖\n《乙》（王一）\n"
    assert rows(tmp_path / "a.txt", text) == [("甲", None, "一等奖"), ("乙", "王一", "二等奖")]
    assert messages.NOTICE_SENTENCES(count=1, lines="2") in remarks(tmp_path / "a.txt", text)


def test_in_japanese_awards_have_spaces_within_and_brackets_say_where_people_are_from(tmp_path: Path) -> None:
    text = (
        "第10回 絵本展 審査結果\nたくさんのご応募をありがとうございました。\n■小学生の部\n"
        "大　　賞（１点）　「ゆきのひ」／山田花子（東京都）\n奨 励 賞　「ねこのさんぽ」／鈴木一郎 （大阪府）\n"
        "佳　　作（２点）　「そらいろ」／佐藤りん（新潟市）\n「うみのうた」／中村 海（北海道）\n"
        "※ 今年、一点に「特別賞」が贈られました。\n（一般の部）\n最 優 秀 作 品 賞　「風」／木村遥（京都府）\n"
    )
    found = listed(tmp_path / "a.txt", text)
    assert [(each.title, each.organization, each.award, each.category and each.category.name) for each in found] == [
        ("ゆきのひ", "山田花子", "大賞", "小学生の部"),
        ("ねこのさんぽ", "鈴木一郎", "奨励賞", "小学生の部"),
        ("そらいろ", "佐藤りん", "佳作", "小学生の部"),
        ("うみのうた", "中村 海", "佳作", "小学生の部"),
        ("風", "木村遥", "最優秀作品賞", "一般の部"),
    ]


RUSSIAN = """Итоги
Гран-при: «Снег», режиссер Анна Петрова
Приз «За дебют»: Иван Белов («Река»)
Приз имени А. Тарковского «Зеркало»: «Путь» (реж. Олег Морозов)
Диплом «За вклад»: Мария Орлова
"""
ITALIAN = """Premio "Luce": "Sale" di Ana Ruiz
Premio della giuria: "Nebbia" di Bo Ek
Premio "Roma": "Mare" di Ida Rossi
"""


def test_an_award_may_have_the_marks_of_titles_within(tmp_path: Path) -> None:
    for text, *found in (
        (
            RUSSIAN,
            ("Снег", "Анна Петрова", "Гран-при"),
            ("Река", "Иван Белов", "Приз «За дебют»"),
            ("Путь", "Олег Морозов", "Приз имени А. Тарковского «Зеркало»"),
            (None, "Мария Орлова", "Диплом «За вклад»"),
        ),
        (
            ITALIAN,
            ("Sale", "Ana Ruiz", 'Premio "Luce"'),
            ("Nebbia", "Bo Ek", "Premio della giuria"),
            ("Mare", "Ida Rossi", 'Premio "Roma"'),
        ),
    ):
        assert rows(tmp_path / "a.txt", text) == found, text
    prose = 'Специальный диплом получил фильм "Блок", отмеченный за новый уровень, и награду получила актриса театра.\n'
    text = f'Приз за режиссуру: Иван Белов ("Река")\nПриз за дебют: Олег Морозов ("Снег")\n{prose}'
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == ["Река", "Снег"]
    assert messages.NOTICE_TITLES_ASIDE(count=1, lines="3", titles='"Блок"') in remarks(tmp_path / "a.txt", text)


def test_people_alone_behind_an_award_among_titles_in_marks_are_no_titles(tmp_path: Path) -> None:
    contact = "联系电话：0512-65637226\n联系地址：某路1号\n"
    text = f"{contact}某文学奖·大奖：王一、李 二\n某文学奖·长篇奖：赵三《甲》\n某文学奖·短篇奖：孙五《乙》\n"
    assert rows(tmp_path / "a.txt", text) == [
        (None, "王一、李二", "某文学奖·大奖"),
        ("甲", "赵三", "某文学奖·长篇奖"),
        ("乙", "孙五", "某文学奖·短篇奖"),
    ]


def test_a_word_in_brackets_belongs_to_an_award_that_only_it_tells_from_another(tmp_path: Path) -> None:
    text = "最佳编剧（原创）：《甲》\n最佳编剧（改编）：《乙》\n最佳导演（2名）：《丙》\n最佳美术（评委）：《丁》"
    assert [award for *_, award in rows(tmp_path / "a.txt", text)] == [
        "最佳编剧（原创）",
        "最佳编剧（改编）",
        "最佳导演",
        "最佳美术",
    ]
    text = "最佳新人（王一）《甲》\n最佳新人（李二）《乙》\n最佳导演（赵三）《丙》\n"
    assert {award for *_, award in rows(tmp_path / "a.txt", text)} == {"最佳新人", "最佳导演"}


def test_sentences_of_the_press_give_each_winner_its_own_award(tmp_path: Path) -> None:
    for text, *found in (
        ("最佳导演奖被王一凭《甲》夺取。《乙》获一等奖。", ("甲", "王一", "最佳导演奖"), ("乙", None, "一等奖")),
        ("《甲》主演王一和《乙》主演李二分别获得影帝影后。", ("甲", "王一", "影帝"), ("乙", "李二", "影后")),
        (
            "王一和国歌分别凭《甲》和《乙》获最佳男、女配角奖。",
            ("甲", "王一", "最佳男配角奖"),
            ("乙", "国歌", "最佳女配角奖"),
        ),
        ("《甲》继日前荣获某奖优秀片后，再获最佳影片奖。", ("甲", None, "最佳影片奖")),
        ("某小学合唱《甲》、某校民乐合奏《乙》获一等奖。", ("甲", "某小学", "一等奖"), ("乙", "某校", "一等奖")),
        (
            "王一《甲》，李二《乙》分别获得声乐类、器乐类一等奖。",
            ("甲", "王一", "声乐类一等奖"),
            ("乙", "李二", "器乐类一等奖"),
        ),
        (
            "一中《甲》、二中《乙》、三中《丙》分别获得声乐类、器乐类一等奖。",
            ("甲", "一中", "一等奖"),
            ("乙", "二中", "一等奖"),
            ("丙", "三中", "一等奖"),
        ),
    ):
        assert rows(tmp_path / "a.txt", text) == found, text
    assert rows(tmp_path / "a.txt", "《甲》获奖。《乙》、《丙》、《丁》分获一、二等奖。")[1:] == []


def test_prose_in_a_language_of_europe_is_no_work_and_a_line_with_a_colon_is_an_award_where_others_are(
    tmp_path: Path,
) -> None:
    synopsis = "Une nuit d’hiver, deux frères que tout oppose se retrouvent dans la maison de leur enfance"
    text = (
        f"Palmarès 2019\n\nGrand prix :\nLes Ombres\n{synopsis}.\n\nPrix du public :\nLe Port\n{synopsis}…\n\n"
        "Prix de la révélation féminine :\nAna Ruiz dans Le Port\n\nCoup de cœur du jury :\nMarée basse\n\n"
        "Membres du jury :\nBo Ek, Ida Rossi\n"
    )
    assert [row for row in rows(tmp_path / "a.txt", text) if row[0] != "Bo Ek, Ida Rossi"] == [
        ("Les Ombres", None, "Grand prix"),
        ("Le Port", None, "Prix du public"),
        ("Le Port", "Ana Ruiz", "Prix de la révélation féminine"),
        ("Marée basse", None, "Coup de cœur du jury"),
    ]
    for line in ("Palmarès complet :", "Réalisation :", "Membres du jury :"):
        text = f"Grand prix :\nLes Ombres\nPrix du public :\nLe Port\n{line}\nMarée basse\n"
        assert line.rstrip(" :") not in [award for *_, award in rows(tmp_path / "a.txt", text)], line


def test_de_is_before_makers_where_most_works_have_theirs_behind_such_words(tmp_path: Path) -> None:
    text = (
        "Grand prix :\nLes Ombres, réalisé par Claire Dumas\nPrix du public :\nLe Port de Jean Martin et Bo Ek\n"
        "Prix du jeune talent :\nMarée basse, de Lucie Bernard\nMention spéciale :\nPaul Girard dans Le Port\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        ("Les Ombres", "Claire Dumas", "Grand prix"),
        ("Le Port", "Jean Martin、Bo Ek", "Prix du public"),
        ("Marée basse", "Lucie Bernard", "Prix du jeune talent"),
        ("Le Port", "Paul Girard", "Mention spéciale"),
    ]
    text = "Grand prix :\nLe Port de Jo Martin\nPrix du public :\nLes Ombres\nPrix du jury :\nAlice dans Les Villes\n"
    assert [title for title, *_ in rows(tmp_path / "a.txt", text)] == [
        "Le Port de Jo Martin",
        "Les Ombres",
        "Alice dans Les Villes",
    ]


def test_in_russian_labels_before_titles_in_marks_are_awards_where_prizes_are_named(tmp_path: Path) -> None:
    text = (
        "Объявлены лауреаты премии «Книга года»\nПроза года: Андрей Волков «Река»\nПоэзия года: Елена Смирнова «Свет»\n"
        "Номинация «Дебют»: Ольга Кузнецова «Снег»\nСпециальный приз «За верность слову»: Николай Зайцев\n"
    )
    assert rows(tmp_path / "a.txt", text) == [
        ("Река", "Андрей Волков", "Проза года"),
        ("Свет", "Елена Смирнова", "Поэзия года"),
        ("Снег", "Ольга Кузнецова", "Номинация «Дебют»"),
        (None, "Николай Зайцев", "Специальный приз «За верность слову»"),
    ]


def test_a_headline_of_the_list_and_further_reading_are_no_works(tmp_path: Path) -> None:
    for head in ("第12届短片节落幕 《春河》成最大赢家", "《春河》《夏山》成大赢家"):
        for foot in ("相关阅读：第11届短片节回顾", "更多新闻", "（完）"):
            assert rows(tmp_path / "a.txt", f"{head}\n{LIST}{foot}\n") == LISTED, (head, foot)


def test_winners_in_sentences_are_told_from_what_is_said_of_them(tmp_path: Path) -> None:
    for text, *found in (
        ("昨晚，《甲》横扫最佳影片、最佳导演两项大奖。", ("甲", None, "最佳影片"), ("甲", None, "最佳导演")),
        ("王一则凭《甲》摘得最佳女演员桂冠。", ("甲", "王一", "最佳女演员")),
        ("影后则由首度入围的王一凭《甲》摘下。", ("甲", "王一", "影后")),
        ("终身成就奖颁给资深剪辑师王一。", (None, "王一", "终身成就奖")),
        ("刚毕业的王一凭《甲》获一等奖，《乙》获二等奖。", ("甲", "王一", "一等奖"), ("乙", None, "二等奖")),
    ):
        assert rows(tmp_path / "a.txt", f"{text}《丙》获摄影奖。")[: len(found)] == found, text


def test_lines_of_an_english_page_around_a_list_change_none_of_its_awards(tmp_path: Path) -> None:
    page = (
        'Home | News | Film\n"Salt" wins top prize at festival\nBy Staff Reporter\nPosted May 8, 2021\nShare this\n'
        'The drama "Salt" took the Jury Prize on Saturday night as the 12th Harbor Film Festival came to a close.\n'
        "The full list of winners:\n"
    )
    text = (
        'Jury Prize: "Salt," directed by Ana Ruiz\nAudience Award: "The Long Field," directed by Bo Ek\n'
        'Best Actor: Sam Hill, "Salt"\nSpecial Mention: "Paper Boats"\n'
    )
    found = [
        ("Salt", "Ana Ruiz", "Jury Prize"),
        ("The Long Field", "Bo Ek", "Audience Award"),
        ("Salt", "Sam Hill", "Best Actor"),
        ("Paper Boats", None, "Special Mention"),
    ]
    foot = "Read more: last year's winners\nContact: press@harborfilm.example\n"
    assert rows(tmp_path / "a.txt", page + text + foot) == rows(tmp_path / "b.txt", text) == found


def test_a_lead_sentence_before_titles_takes_nothing_from_the_awards_in_brackets_behind_them(tmp_path: Path) -> None:
    works = "《春》（二等奖）、《夏》（王五，三等奖）。"
    for lead in ("这5部获奖作品分别为：", "我市3部作品获奖，分别是：", "本市获奖的作品有：", ""):
        found = rows(tmp_path / "a.txt", f"{lead}{works}\n《秋》张三获最佳导演奖。\n")
        assert found == [("春", None, "二等奖"), ("夏", "王五", "三等奖"), ("秋", "张三", "最佳导演奖")], lead
    school = rows(tmp_path / "a.txt", "某大学：《春》（二等奖）、《夏》（三等奖）\n某学院：《秋》（二等奖）\n")
    assert [who for _, who, _ in school] == ["某大学", "某大学", "某学院"]


def test_an_award_shared_by_works_is_theirs_and_a_headline_that_counts_works_is_no_category(tmp_path: Path) -> None:
    won = "《春》（周一）获短篇小说奖。\n"
    for shared in ("被《秋》（李明）和《冬》（王可）分享", "由《秋》（李明）、《冬》（王可）共享"):
        found = rows(tmp_path / "a.txt", f"长篇小说奖{shared}。\n{won}")
        assert found[:2] == [("秋", "李明", "长篇小说奖"), ("冬", "王可", "长篇小说奖")], shared
    for headline in ("45篇作品获奖", "三部作品喜获奖"):
        assert [each.category for each in listed(tmp_path / "a.txt", f"某文学奖揭晓\n{headline}\n{won}")] == [None]


def test_what_is_alone_in_brackets_before_awards_is_the_category_of_their_titles(tmp_path: Path) -> None:
    def found(text: str) -> list[tuple[str | None, str | None]]:
        return [(each.title, each.category and each.category.name) for each in listed(tmp_path / "a.txt", text)]

    for between in ("", "\n"):
        text = (
            f"【校园散文】{between}首奖：《甲》；优等：《乙》。\n【校园现代诗】{between}首奖：《丙》；优等：《丁》。\n"
        )
        assert found(text) == [*(("甲", "校园散文"), ("乙", "校园散文"), ("丙", "校园现代诗"), ("丁", "校园现代诗"))], (
            between
        )
    for other in ("【获奖名单】", "【某某奖获奖名单】", "【一等奖】"):  # near misses
        assert {group for _, group in found(f"{other}\n一等奖：《甲》\n二等奖：《乙》\n")} == {None}, other


def test_names_that_are_parts_of_sentences_and_awards_that_are_in_no_result_are_doubted(tmp_path: Path) -> None:
    def doubts(text: str) -> list[str]:
        return [each for each in remarks(tmp_path / "a.txt", text) if "compare the results" in each]

    others = "《山》（李四）获二等奖。\n"
    odd = [
        *(("《春》（含剧目）获一等奖。\n", "含剧目"), ("《春》（昆曲）获一等奖。\n", "昆曲")),
        *(("《春》（张三、与其团队）获一等奖。\n", "与其团队"), ("张三《春》李四《夏》（王五）\n", "张三")),
        ("《春》摘金奖，《夏》折桂银奖。\n", "折桂银奖"),
    ]
    for text, name in odd:
        assert messages.NOTICE_ODD_NAMES(count=1, lines="1", names=name) in doubts(text + others), text
    for right in ("（含笑）获一等奖。", "（余小曲）获一等奖。", "（某局）、《夏》（李四）获一等奖。", "摘金奖。"):
        assert not any("looks like" in each for each in doubts(f"《春》{right}\n{others}")), right
    left = messages.NOTICE_AWARDS_LEFT(count=1, lines="1", awards="一等奖")
    assert left in doubts(f"我投《春》（一等奖）、《夏》（二等奖）\n{others}")
    assert not any("in no result" in each for each in doubts(f"我投《春》、《夏》\n{others}"))


def test_people_read_as_titles_by_their_works_are_doubted_with_the_command_that_swaps_them(tmp_path: Path) -> None:
    text = (
        "新诗\n第一名：周文（山中笔记）\n第二名：赖诚（我又遇见他）\n散文\n第一名：方秋（捕蝶）\n第二名：黄燕（绿屋）\n"
    )
    (said,) = [each for each in remarks(tmp_path / "a.txt", text) if "may be people" in each]
    assert said.endswith("--column organization=作品 --column title=单位")
    right = "一等奖\n春天（张三）\n夏夜（李四）\n二等奖\n秋风（王五）\n"
    assert not any("may be people" in each for each in remarks(tmp_path / "a.txt", right))


def test_groups_of_people_that_commas_part_win_together_or_an_award_each(tmp_path: Path) -> None:
    def people(text: str) -> list[tuple[str | None, str | None]]:
        return [(who, award) for _, who, award in rows(tmp_path / "a.txt", f"《春》获特别奖。\n{text}。\n")[1:]]

    two = "优秀编剧奖、优秀导演奖"
    assert people(f"昨日，罗毅、许松，张宏分获{two}") == [("罗毅、许松", "优秀编剧奖"), ("张宏", "优秀导演奖")]
    assert people("罗毅、许松，张宏获优秀编剧奖") == [("罗毅、许松、张宏", "优秀编剧奖")]
    for before in ("颁奖典礼上，", "评委罗毅，", "某大学，"):  # near misses
        assert people(f"{before}张宏获优秀编剧奖") == [("张宏", "优秀编剧奖")], before
    for several in ("罗毅、许松、张宏", "罗毅，许松，张宏"):
        assert people(f"{several}分获{two}") == [], several
        assert any(
            "not clearly who" in each
            for each in remarks(tmp_path / "a.txt", f"《春》获特别奖。\n{several}分获{two}。\n")
        )


def test_a_title_without_a_maker_among_many_that_have_one_is_doubted(tmp_path: Path) -> None:
    titles = [f"{at}. 山中日记{at}（李{name}）" for at, name in enumerate("文武明远志强", start=1)]
    text = "\n".join(["一等奖", *titles, "7. 静安区"])
    said = messages.NOTICE_WITHOUT_MAKERS(count=1, lines="8", titles="静安区")
    assert said in remarks(tmp_path / "a.txt", text)
    for right in (
        text.replace("静安区", "河（王五）"),
        text.replace("（李文）", "").replace("（李武）", ""),
    ):  # near misses
        assert not any("nearly all titles" in each for each in remarks(tmp_path / "a.txt", right)), right
