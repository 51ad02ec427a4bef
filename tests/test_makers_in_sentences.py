"""Who made what by the sentences of a notice: a maker is a name, and no kind of work, group, role, adverb or event."""

from pathlib import Path

from awardcli.collection.loading import check
from awardcli.collection.user_file.notices.marked_titles import TITLE_MARKS
from awardcli.collection.user_file.notices.notice_sentences import Clause, clauses
from awardcli.collection.user_file.notices.notice_winners import winners_of
from support import written
from test_notices import listed, rows

OTHER = "；《冬》获三等奖。"


def makers(path: Path, clause: str) -> list[str | None]:
    """Who the titles of a clause are by, where another clause follows."""
    return [who for _, who, _ in rows(path, clause + OTHER)][:-1]


def is_doubted(path: Path, text: str) -> bool:
    found, _ = check(written(path, text))
    return any("sentences" in remark.text for remark in found.remarks)


def test_as_many_makers_as_titles_that_won_respectively_made_one_each(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for clause in (
        "张三、李四的作品《春》《秋》分别荣获二等奖",
        "張三和李四的《春》和《秋》分獲一、二等獎",
        "张三、李四的《春》《秋》依次获得一、二等奖",
        "由张三、李四分别创作的《春》《秋》获二等奖",
        "经评选，张三、李四拍摄的短片《春》、《秋》分别获得一等奖和二等奖",
        "《春》《秋》（张三、李四）分别获一、二等奖",
        "我校张三、李四两位同学的通讯《春》、消息《秋》分别获一、二等奖",
        "《春》《秋》分别由张三、李四创作，荣获二等奖",
    ):
        assert [who.replace("張", "张") for who in makers(path, clause) if who] == ["张三", "李四"], clause
    assert makers(path, "张三（一中）、李四（二中）的《春》《秋》分获一、二等奖") == ["张三、一中", "李四、二中"]
    assert makers(path, "一中、二中选送的《春》《秋》分获一、二等奖") == ["一中", "二中"]
    for clause, who in (
        ("张三的《春》《秋》分别获一、二等奖", "张三"),
        ("张三、李四合作的《春》《秋》分别获一、二等奖", "张三、李四"),
        ("张三（一中）的《春》《秋》分别获一、二等奖", "张三、一中"),
        ("某校、张三的《春》《秋》分别获一、二等奖", "某校、张三"),
        ("张三、李四的《春》《秋》获一等奖", "张三、李四"),
    ):
        assert makers(path, clause) == [who, who], clause
        assert not is_doubted(path, clause + OTHER), clause
    assert makers(path, "张三、李四的《春》、王五的《秋》分别获一、二等奖") == ["张三、李四", "王五"]
    for before in ("张三、李四、王五的", "张三指导、李四、王五拍摄的"):
        clause = f"{before}《春》《秋》分别获一、二等奖"
        assert makers(path, clause) == ["张三、李四、王五"] * 2, before
        assert is_doubted(path, clause + OTHER), before


def test_a_kind_of_work_and_what_a_work_tells_are_no_makers(tmp_path: Path) -> None:
    for before, who in (
        *(
            (kind, None)
            for kind in (
                "新闻漫画",
                "漫画",
                "版面",
                "电视专题",
                "融媒体短视频",
                "广播评论",
                "沙画",
                "教学设计",
                "该作品",
            )
        ),
        ("羊城晚报新闻漫画", "羊城晚报"),
        ("湖北电视台电视专题", "湖北电视台"),
        ("张三的组图", "张三"),
        ("北岛的诗歌", "北岛"),
        ("盘梓姗", "盘梓姗"),
        ("画画工作室的动漫", "画画工作室"),
        ("揭露商家过度渲染“湖景房”概念以赚取高额利润的新闻漫画", None),
        ("抓住车窗抛物这一行为，引出人文关怀、文明素养及“美丽中国”大主题的系列报道", None),
        ("反映乡村生活的短片", None),
        ("以抗疫为主题的歌曲", None),
        ("为纪念抗战胜利而创作的歌曲", None),
        ("传播学院的短片", "传播学院"),
        ("反思者乐队的歌曲", "反思者乐队"),
        ("宣传干部张三的", "宣传干部张三"),
        ("以色列导演安娜的短片", "安娜"),
    ):
        assert makers(tmp_path / "a.txt", f"{before}《春》获得一等奖") == [who], before
    assert is_doubted(tmp_path / "a.txt", "王小明为家乡人民精心写的歌《春》获一等奖" + OTHER)


def test_a_group_before_a_maker_is_the_category(tmp_path: Path) -> None:
    for group, who in (("小学组", "王五"), ("小学高年级", "王五"), ("小学低年级组", "王五"), ("青年组", "某合唱团")):
        for head in (group, f"经评选，{group}", f"在{group}中，", f"{group}："):
            clause = f"{head}{who}的作品《春》荣获一等奖"
            film, other, *_ = listed(tmp_path / "a.txt", f"{clause}，张三的《秋》获二等奖{OTHER}")
            assert [each.category and each.category.name for each in (film, other)] == [group, group], clause
            assert (film.organization, other.organization) == (who, "张三"), clause
    for maker in ("实验小学高年级张三", "语文教研组李四", "合唱组", "飞轮海组合", "摄制组", "某报报道组张三"):
        film, *_ = listed(tmp_path / "a.txt", f"{maker}的《春》获一等奖{OTHER}")
        assert (film.category, film.organization) == (None, maker)
    assert is_doubted(tmp_path / "a.txt", f"小学组张三和中学组李四的《春》《秋》分别获一等奖{OTHER}")
    text = "小学组王五的《春》获一等奖，并获得荣誉证书。\n李四的《秋》获二等奖。"
    assert [film.category is None for film in listed(tmp_path / "a.txt", text)] == [False, True]


def test_a_reporter_is_named_without_the_word_for_one(tmp_path: Path) -> None:
    for before, who in (
        ("本报记者张三采写的", "张三"),
        ("本报首席记者晨啸、通讯员盘梓姗采写的", "晨啸、盘梓姗"),
        ("由本台见习记者欧阳修文拍摄的", "欧阳修文"),
        ("本报讯记者王五的消息", "王五"),
        ("新华社记者张三的", "新华社、张三"),
        ("某市记者协会的", "某市记者协会"),
        ("记者站的", "记者站"),
    ):
        assert makers(tmp_path / "a.txt", f"{before}《春》获一等奖") == [who], before


def test_roles_without_spaces_between_part_those_who_did_them(tmp_path: Path) -> None:
    for beside, who in (
        ("作者王启峰编辑张仕武", "王启峰、张仕武"),
        ("作者集体编辑韩少林张孺海张小燕", "集体、韩少林、张孺海、张小燕"),
        ("編導王五攝像李四", "王五、李四"),
        ("作者张三编辑李四指导老师王五", "张三、李四、王五"),
        ("本报记者王五", "王五"),
        ("记者站编辑部", "记者站编辑部"),
        ("摄影工作者之家", "摄影工作者之家"),
    ):
        assert makers(tmp_path / "a.txt", f"《春》（{beside}）获一等奖") == [who], beside
        assert rows(tmp_path / "a.txt", f"一等奖\n《春》 {beside}\n二等奖\n《秋》 李四")[0][1] == who, beside
    assert is_doubted(tmp_path / "a.txt", "《春》（作者盘梓姗编辑晨啸）获一等奖" + OTHER)


def test_a_clause_that_begins_with_an_adverb_goes_on_with_who_won(tmp_path: Path) -> None:
    for how in ("并相应获得", "并当场荣获", "同时一并获得", "还相继获得", "并由此获得"):
        found = rows(tmp_path / "a.txt", f"张三的《春》荣获一等奖，{how}“优秀作者奖”{OTHER}")
        assert found[:-1] == [("春", "张三", "一等奖"), ("春", "张三", "优秀作者奖")], how
    for text, *won in (
        (
            "《春》荣获一等奖，并相应获得“社会实践证明”。张三首次获得金奖。",
            ("春", None, "一等奖"),
            (None, "张三", "金奖"),
        ),
        ("《春》获一等奖，并破格获得特别奖。并州剧团获金奖。", ("春", None, "一等奖"), (None, "并州剧团", "金奖")),
    ):
        assert rows(tmp_path / "a.txt", text) == won, text


def test_lines_of_the_page_below_sentences_with_titles_are_aside(tmp_path: Path) -> None:
    won = [("春", "张三", "一等奖"), ("秋", "李四", "二等奖")]
    sentences = "张三采写的《春》获一等奖；李四采写的《秋》获二等奖。"
    for page in (
        "热点图片\n- 头条新闻\n- 新闻推荐\n最新专题",
        "相关链接\n- 推荐阅读\n热门排行",
        "责任编辑 王五\n上一篇\n打印",
    ):
        assert rows(tmp_path / "a.txt", f"{sentences}\n{page}") == won, page
        more = rows(tmp_path / "a.txt", f"{sentences}\n{page}\n三等奖\n《冬》 王五")
        assert more == [*won, ("冬", "王五", "三等奖")], page
    for below, found in (
        ("优秀组织奖\n某市文旅局\n某某剧团", [(None, who, "优秀组织奖") for who in ("某市文旅局", "某某剧团")]),
        ("1. 夏天的风\n2. 秋天的雨", [("夏天的风", None, None), ("秋天的雨", None, None)]),
        ("短片类\n《冬》获三等奖。", [("冬", None, "三等奖")]),
    ):
        assert rows(tmp_path / "a.txt", f"{sentences}\n{below}") == [*won, *found], below
    reading, _ = check(written(tmp_path / "a.txt", "一等奖\n《春》\n二等奖\n《秋》\n热搜\n图片故事\n专题汇总"))
    assert any("热搜" in remark.text for remark in reading.remarks)


def test_an_event_in_title_marks_won_nothing(tmp_path: Path) -> None:
    won = [("春", "张三", "一等奖"), ("秋", "李四", "二等奖")]
    for lead in (
        "由某文联、某厅联合举办的《风雨同行——大型摄影展》在某美术馆开展，其中",
        "在某局主办的《春之声歌唱比赛》中，",
        "《某某艺术节》日前在杭州落幕，",
        "某校参加《中华诗词大赛》，",
        "某局举办了《美丽乡村征文》，",
    ):
        assert rows(tmp_path / "a.txt", f"{lead}张三的《春》获一等奖，李四的《秋》获二等奖。") == won, lead
    for clause, who in (
        ("某局主办的《书香艺术节》荣获一等奖", "某局"),
        ("张三的《歌唱比赛》获一等奖", "张三"),
        ("电视剧《艺术节》在某地举行首映，获一等奖", None),
        ("李四的《春节》在京展出，获二等奖", "李四"),
        ("王五在《乡村音乐会》中的演出获最佳演员奖", "王五"),
    ):
        assert makers(tmp_path / "a.txt", clause) == [who], clause


def test_many_adverbs_kinds_and_roles_take_no_time() -> None:
    for word in ("并", "作者张三编辑"):
        clauses(f"{word * (4900 // len(word))}《春》获一等奖。")
        assert winners_of(Clause(f"{word * (4900 // len(word))}《春》", ("一等奖",)), TITLE_MARKS)[0].title == "春"
