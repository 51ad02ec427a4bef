"""Lines and words with a label beside a title in a notice: who made the work, what it is, or what nobody knows."""

from pathlib import Path

from awardcli.collection.loading import check
from test_notices import facts, rows

LIST = "一等奖\n《甲》\n{0}\n《乙》\n{0}\n二等奖\n《丙》\n{0}\n"


def makers(path: Path, beside: str) -> list[str | None]:
    return [who for _, who, _ in rows(path, LIST.format(beside))]


def test_a_role_is_told_by_its_parts_below_a_title_and_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    roles = (
        *(
            "导演",
            "总导演",
            "执行导演",
            "联合导演",
            "副导演",
            "编剧/导演",
            "导演、编剧",
            "制片",
            "制片人",
            "总监制",
            "总策划",
            "主创人员",
        ),
        *(
            "主创团队",
            "演职人员",
            "演员",
            "主要演员",
            "领衔主演",
            "摄像",
            "剪辑",
            "后期制作",
            "文案",
            "撰稿",
            "解说",
            "配音",
            "词",
            "曲",
        ),
        *(
            "演唱",
            "表演者",
            "朗诵",
            "绘画",
            "翻译",
            "译者",
            "主编",
            "编著",
            "设计者",
            "项目成员",
            "团队成员",
            "完成人",
            "完成单位",
        ),
        *(
            "出品",
            "联合出品",
            "联合摄制单位",
            "摄制单位",
            "制片单位",
            "作者单位",
            "所属单位",
            "送评单位",
            "推荐单位",
            "报送单位",
        ),
        *(
            "指导老师",
            "指导老师姓名",
            "学校名称",
            "舞台监督",
            "辅导教师",
            "原创作者",
            "参赛者",
            "拍摄者",
            "姓名",
            "班级",
        ),
    )
    for role in roles:
        for text in (
            LIST.format(f"{role}：张三丰"),
            LIST.replace("\n{0}", f" {role}：张三丰"),
            LIST.format(f"（{role}：张三丰）"),
        ):
            expected = [("甲", "张三丰", "一等奖"), ("乙", "张三丰", "一等奖"), ("丙", "张三丰", "二等奖")]
            assert rows(path, text) == expected, text
    assert makers(path, "出品：某局  导演：张三  制片：李四") == ["某局、张三、李四"] * 3
    assert makers(path, "某公司\n导演：张三\n主要演员：李四、王五") == ["某公司、张三、李四、王五"] * 3
    assert makers(path, "推荐单位：静安区文化馆") == ["静安区文化馆"] * 3
    assert makers(path, "總導演：張三\n監製：李四") == ["張三、李四"] * 3
    assert makers(path, "作　　者：张三丰\n单 位：某某小学") == ["张三丰、某某小学"] * 3
    assert makers(path, "编辑：张三\n记者：李四") == ["张三、李四"] * 3


def test_a_word_that_says_what_a_work_is_makes_nobody(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for fact in (
        "片长",
        "时长",
        "作品时长",
        "体裁",
        "题材",
        "类型",
        "组别",
        "语言",
        "出品年份",
        "国家/地区",
        "作品简介",
        "推荐理由",
        "Duration",
    ):
        for text in (f"{fact}：五分", f"导演：张三\n{fact}：五分", f"{fact}：五分\n导演：张三"):
            who = "张三" if "张三" in text else None
            assert makers(path, text) == [who] * 3, text
        text = f"一等奖：《甲》\n{fact}：五分\n二等奖：《乙》（{fact}：五分）\n三等奖：《丙》 {fact}：五分 导演：张三\n"
        assert rows(path, text) == [("甲", None, "一等奖"), ("乙", None, "二等奖"), ("丙", "张三", "三等奖")], text
    found, _ = check(written_list(path, "片长：五分"))
    assert [(row.text, row.why) for row in found.set_aside if row.why != "section"] == [("片长：五分", "label")] * 3


def written_list(path: Path, beside: str) -> Path:
    path.write_text(LIST.format(beside), encoding="utf-8")
    return path


def test_an_unknown_label_costs_its_line_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for beside in ("武术指导组：张三", "武术：张三", "取景地：某县", "首发平台：某某网"):
        assert makers(path, beside) == [None] * 3, beside
        assert makers(path, f"导演：李四\n{beside}") == ["李四"] * 3, beside
        found, _ = check(written_list(path, beside))
        assert [row.text for row in found.set_aside if row.why == "label"] == [beside] * 3, beside


def test_labels_that_are_no_line_of_the_title_above(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "组别：小学组\n一等奖：《甲》张三\n二等奖：《乙》李四\n组别：中学组\n一等奖：《丙》王五\n"
    assert [(title, group) for title, *_, group, _ in facts(path, text)] == [
        ("甲", "小学组"),
        ("乙", "小学组"),
        ("丙", "中学组"),
    ]
    text = "一等奖\n《甲》张三\n《乙》李四\n填报单位：某局\n填报人：王五\n2022年12月8日\n"
    assert rows(path, text) == [("甲", "张三", "一等奖"), ("乙", "李四", "一等奖")]
    text = "一等奖\n《甲》张三\n《乙》李四\n编辑：王五\n责任编辑：赵六\n"
    assert rows(path, text) == [("甲", "张三", "一等奖"), ("乙", "李四", "一等奖")]
    text = "绘画：\n《甲》张三\n《乙》李四\n摄影：\n《丙》王五\n"
    assert [(title, who) for title, who, _ in rows(path, text)] == [("甲", "张三"), ("乙", "李四"), ("丙", "王五")]
    text = "一等奖\n《甲》张三\n优秀组织奖\n获奖单位：\n某局\n某校\n"
    assert [(who, award) for _, who, award in rows(path, text)][1:] == [("某局", "优秀组织奖"), ("某校", "优秀组织奖")]
    assert [award for *_, award in rows(path, "获奖名单：\n一等奖\n《甲》张三\n《乙》李四\n")] == ["一等奖"] * 2
    text = "最佳影片：《甲》\n最佳导演：张三\n最佳新人：李四\n特别荣誉：王五\n"
    assert "张三" in {who for _, who, _ in rows(path, text)}
    text = "最佳影片：《甲》\n导演：张三\n制片：李四\n最佳短片：《乙》\n导演：王五\n制片：赵六\n"
    assert rows(path, text) == [("甲", "张三、李四", "最佳影片"), ("乙", "王五、赵六", "最佳短片")]
    text = "最佳影片\n《甲》\n导演：张三\n编剧：李四\n制片：王五\n出品单位：某公司\n"  # one film
    assert rows(path, text) == [("甲", "张三、李四、王五、某公司", "最佳影片")]


def test_labels_in_languages_of_europe(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for role in (
        "Dirección",
        "Dirige",
        "Guion",
        "Réalisation",
        "Scénario",
        "Regie",
        "Drehbuch",
        "Regia",
        "Direção",
        "Produktion",
    ):
        text = f"Premio del jurado: “Ovni”\n{role}: Ana Ruiz\nPremio del público: “Sal”\n{role}: Bo Ek\n"
        assert rows(path, text) == [
            ("Ovni", "Ana Ruiz", "Premio del jurado"),
            ("Sal", "Bo Ek", "Premio del público"),
        ], role
    text = "1. Preis\nDer Weg\nRegie: Kim Ono\nDrehbuch: Lea Vega\nLänge: 12 min\n2. Preis\nDas Salz\nRegie: Bo Ek\n"
    assert [who for _, who, _ in rows(path, text)] == ["Kim Ono、Lea Vega", "Bo Ek"]
    text = "Grand Prix : « Ovni »\nRéalisation : Ana Ruiz\nInterprétation : Bo Ek\n"
    text += "Prix du jury : « Sel »\nRéalisation : Mei Lin\n"
    assert [who for _, who, _ in rows(path, text)] == ["Ana Ruiz、Bo Ek", "Mei Lin"]
    text = "Mejor película: “Ovni”\nMejor dirección: Ana Ruiz\nMejor guion: Bo Ek\n"
    assert [award for *_, award in rows(path, text)] == ["Mejor película", "Mejor dirección", "Mejor guion"]


def test_names_alone_below_titles_in_marks_made_these(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    expected = [("甲", "张三", "一等奖"), ("乙", "李四", "一等奖"), ("丙", "王五", "二等奖")]
    assert rows(path, "一等奖\n《甲》\n张三\n《乙》\n李四\n二等奖\n《丙》\n王五\n") == expected
    text = "一等奖\n1.《甲》\n张三、李四\n2.《乙》\n某某大学 王五\n二等奖\n1.《丙》\n赵六\n"
    assert [who for _, who, _ in rows(path, text)] == ["张三、李四", "某某大学、王五", "赵六"]
    assert rows(path, "一等奖\n张三\n《甲》\n李四\n《乙》\n二等奖\n王五\n《丙》\n") == expected  # above their titles
    for text in (
        "一等奖\n《甲》\n小城之春\n《乙》\n青春之歌\n二等奖\n《丙》\n春天\n",  # titles without marks
        "一等奖\n《甲》\n张三\n《乙》\n二等奖\n《丙》\n王五\n李四\n",  # no regular order, so that it is doubted
    ):
        assert not {"李四", "王五", "小城之春"} & {
            who for title, who, _ in rows(path, text) if title in ("甲", "乙")
        }, text


def test_kinds_of_works_beside_a_person_are_no_makers(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for kind in (
        "黄梅戏",
        "秦腔",
        "花鼓戏",
        "评弹",
        "二人转",
        "河南坠子",
        "大鼓书",
        "山东快书",
        "合唱",
        "群舞",
        "广场舞",
        "器乐",
        "皮影戏",
    ):
        assert rows(path, f"一等奖\n王航 {kind}《甲》\n{kind}《乙》作者：张三\n") == [
            ("甲", "王航", "一等奖"),
            ("乙", "张三", "一等奖"),
        ]
    assert makers(path, "余小曲") == makers(path, "（余小曲）") == ["余小曲"] * 3
    for maker in ("某某剧团", "某市京剧院", "李书", "张歌舞团", "某县黄梅戏剧院"):
        assert rows(path, f"一等奖\n王航 {maker}《甲》\n李四《乙》\n")[0][1] == f"王航、{maker}", maker
    for remark in ("三章", "长诗", "诗二首", "外一首"):
        assert makers(path, "").count(None) == 3
        assert rows(path, f"一等奖\n《甲》（{remark}）张三\n《乙》李四\n")[0] == ("甲", "张三", "一等奖"), remark


def test_who_wrote_and_published_a_book_is_below_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "获奖书目\n《甲》\n陈芳著\n某某出版社\n《乙》\n[美]安·李著 张三丰译\n某某大学出版社\n"
    assert rows(path, text) == [("甲", "陈芳、某某出版社", None), ("乙", "安·李、张三丰、某某大学出版社", None)]
    text = "一等奖\n《甲》\n新华社《甲》栏目组编\n《乙》\n李四光，王小二著 某某出版社 2020年1月版\n"
    assert [(title, who) for title, who, _ in rows(path, text)] == [
        ("甲", "新华社《甲》栏目组"),
        ("乙", "李四光、王小二、某某出版社"),
    ]
    text = "优秀组织奖：《甲》编辑部、《乙》编辑部\n一等奖：《丙》张三\n"
    assert [title for title, *_ in rows(path, text)] == ["甲", "乙", "丙"]
    text = "一等奖\n春天的故事\n四大名著\n流浪书店\n二等奖\n秋天的雨\n"
    assert [title for title, *_ in rows(path, text)] == ["春天的故事", "四大名著", "流浪书店", "秋天的雨"]
