"""Names of people and bodies: short forms, what a name lacks that tells bodies apart, and other bodies."""

from awardcli.search.linking.judging import Work
from awardcli.search.linking.link import Linker
from awardcli.search.linking.same_names import SameName, same_name
from support import film, result

POLICE = "上海市公安局静安分局"


def test_a_short_form_is_the_name() -> None:
    for short, name in [
        ("静安公安", POLICE),
        ("静安分局", POLICE),
        ("静安区公安局", POLICE),
        ("上海市公安局静安区分局", POLICE),
        ("东航", "中国东方航空股份有限公司"),
        ("浦东政府", "浦东新区人民政府"),
        ("文汇报", "文汇报社"),
        ("中山医院", "复旦大学附属中山医院"),
        ("市退役军人事务局", "上海市退役军人事务局"),
        ("姜文", "导演: 姜文 Wen Jiang"),
        ("Coppola", "Francis Ford Coppola"),
    ]:
        assert same_name(short, name) is same_name(name, short) is SameName.YES, short


def test_a_name_may_lack_where_a_body_is_its_number_or_which_branch_it_is() -> None:
    for name, other in [
        ("上海市公安局", POLICE),
        ("公安分局", POLICE),
        ("人民医院", "上海市第十人民医院"),
        ("博物馆", "江苏省博物馆"),
        ("复旦大学", "复旦大学附属中山医院"),
        ("中国建设银行", "中国建设银行江苏省分行"),
        ("国网上海电力", "国网上海市电力公司市北供电公司"),
        ("青浦区宣传部", "中共上海市青浦区委宣传部"),
        ("宝山消防支队", "上海市宝山区消防救援支队"),
        ("澎湃新闻网", "澎湃新闻"),
    ]:
        assert same_name(name, other) is SameName.IN_PART, name


def test_another_place_number_or_word_makes_another_body() -> None:
    for name, other in [
        ("黄浦公安", POLICE),
        ("浙江省博物馆", "江苏省博物馆"),
        ("第二人民医院", "上海市第十人民医院"),
        ("上海大学", "上海交通大学"),
        ("嘉定区委宣传部", "静安区委宣传部"),
        ("嘉定区宣传部", "静安区委宣传部"),
        ("黄浦消防支队", "宝山区消防救援支队"),
        ("李安", "李安妮"),
        ("Ang Lee", "Spike Lee"),
    ]:
        assert same_name(name, other) is SameName.NO, name


def test_who_made_a_work_agrees_lacks_something_or_differs() -> None:
    linker = Linker([film("画", 2022, POLICE), film("画", 2022, "上海市公安局黄浦分局")])
    for who, whole in [("静安公安", POLICE), ("上海市公安局黄浦分局", "上海市公安局黄浦分局")]:
        (found,) = linker.match([Work(("画",), who=(who,))])
        assert found.result
        assert (found.result.organization, found.score, found.note) == (whole, 100, "")
    alone = Linker([film("共同的名字", 2022, POLICE)])
    notes = [
        found.note for found in alone.match([Work(("共同的名字",), who=(who,)) for who in ("上海市公安局", "黄浦公安")])
    ]
    assert notes == [f"not the whole name: 上海市公安局, {POLICE}", f"others made it: 黄浦公安, {POLICE}"]


def test_bodies_are_found_by_their_short_forms() -> None:
    names = (POLICE, "上海市公安局黄浦分局", "上海市第一人民医院", "上海交通大学", "中国建设银行上海市分行")
    linker = Linker([result(None, name) for name in names], "organization")
    for line, name in [
        ("静安公安", POLICE),
        ("黄浦区公安局", "上海市公安局黄浦分局"),
        ("市一医院", "上海市第一人民医院"),
        ("建行上海分行", "中国建设银行上海市分行"),
        ("公安分局", None),
        ("上海大学", None),
        ("市二医院", None),
        ("建行江苏分行", None),
        ("上海市公安局静安分局南京西路派出所", None),
    ]:
        (found,) = linker.match([line])
        assert (found.result and found.result.organization) == name, line
        assert found.score < 100, line


def test_a_medium_is_known_by_its_first_part_and_a_place_by_more_than_that() -> None:
    pairs = [("澎湃", "澎湃新闻"), ("新民", "新民晚报"), ("金山宣传部", "金山区委宣传部")]
    assert [same_name(*pair) for pair in pairs] == [SameName.IN_PART] * 3
    others = [("上海", "上海新闻"), ("欧阳", "欧阳震华"), ("东方", "东方明珠"), ("静安宣传部", "金山区委宣传部")]
    assert [same_name(*pair) for pair in others] == [SameName.NO] * 4


def test_a_line_may_join_a_short_title_and_a_kind_of_work() -> None:
    titles = ["薪火", "党员", "传承", "距离", "画", "面试"]
    linker = Linker(list(map(film, titles)))
    joined = [match.result and match.result.title for match in linker.match(["薪火微电影", "微电影薪火", "距离视频"])]
    assert joined == ["薪火", "薪火", "距离"]
    others = ["薪火电影院", "画作品", "党员教育微视频", "传承传统文化视频", "距离感微电影", "新薪火微电影", "面试题"]
    assert [match.result for match in linker.match(others)] == [None] * len(others)


def test_the_note_has_the_name_as_the_line_has_it() -> None:
    linker = Linker([film("抉择", 2022, "上海交通大学钱学森图书馆")])
    assert [match.note for match in linker.match(["抉择 钱学森图书馆"])] == [
        "not the whole name: 钱学森图书馆, 上海交通大学钱学森图书馆"
    ]
