"""Slips that find a title, each beside the near miss that finds none; in a list and in a collection made from it."""

import pytest

from awardcli.collection.protocol import Collection
from awardcli.search.find import find
from support import collection, result, stored_in

_WORKS = {
    "北风与大海": "李安",
    "十七岁的单车": "王小帅",
    "黄安的上海故事": "章明",
    "私人订制": None,
    "春天里": "汪峰",
    "Lawrence of Arabia": "David Lean",
    "Avatar": "James Cameron",
    "Silent Networks": "Alex Krizhevsky",
    "高温下的坚守": None,
    "老潘的咖啡店": None,
    "Psycho": None,
    "Aliens": None,
    "Kill Bill": None,
    "Goodnight Moon": None,
    "2002年的初雪": None,
    "弄堂1922": None,
    "灵鼠弟 Stuart Little": "市公安局",
    "放牛班的春天": "林俊 Emily",
    "长镜头": "岩井俊二 Shunji Iwai / 唐·钱德尔 Don",
    "爱上海街 diary": None,
    "海街diary": "白露 Anna",
    "Slaughter House Five": None,
    "深夜食堂打烊了": None,
    "美丽人生": None,
    "看不见的山": None,
    "奋斗的民乐人": None,
    "山那边有一座忘记关灯的小楼": None,
}


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> list[Collection]:
    """The works as a list, and as a collection."""
    works = collection([result(title, who, id=f"list-{n}") for n, (title, who) in enumerate(_WORKS.items())])
    return [works, stored_in(works, tmp_path_factory.mktemp("slips"))]


def assert_found(alike: list[Collection], found: dict[str, str]) -> None:
    for asked, title in found.items():
        for each in alike:
            assert [hit.result.title for hit in find(each, asked).hits][:1] == [title], asked


def assert_silent(alike: list[Collection], *asked: str) -> None:
    for query in asked:
        for each in alike:
            assert not find(each, query).hits, query


def test_a_latin_word_split_into_a_title_and_a_name_is_two_whole_words(alike: list[Collection]) -> None:
    lawrence = "Lawrence of Arabia"
    assert_found(alike, {"davidlawrence": lawrence, "lawrenceofarabiadavidlean": lawrence, "jamesavatar": "Avatar"})
    assert_silent(alike, "davidlaw", "lawrencedav", "jamesava", "alexnet", "kriznetworks")


def test_an_english_word_is_no_misspelt_pinyin_of_two_syllables_with_an_accent(alike: list[Collection]) -> None:
    assert_silent(alike, "singer", "finger", "dance", "chance", "wander", "hangar", "hunger", "curtain", "fondan")
    assert_silent(alike, "signal", "similar", "strings")
    assert_found(
        alike,
        {
            "sanghai": "黄安的上海故事",
            "shagnhai": "黄安的上海故事",
            "danchhe": "十七岁的单车",
            "beifnegyudahai": "北风与大海",
            "sirendingzih": "私人订制",
        },
    )


def test_initials_among_characters_may_leave_out_a_particle(alike: list[Collection]) -> None:
    there, cafe = "高温下的坚守", "老潘的咖啡店"
    assert_found(alike, {"gwx坚守": there, "高温下js": there, "老潘kfd": cafe, "lp咖啡店": cafe})
    assert_silent(alike, "gwx守护", "老王kfd", "老潘kfg", "x坚", "潘kf")


def test_digits_that_look_like_letters_may_stand_anywhere_in_a_word(alike: list[Collection]) -> None:
    assert_found(alike, {"psych0": "Psycho", "4vatar": "Avatar", "Kil1 Bi11": "Kill Bill"})
    assert_found(alike, {"g00dnight moon": "Goodnight Moon"})
    assert_silent(alike, "alien5", "psycho1", "psycho11", "avatar0", "1avatar", "4aliens", "g12dnight moon")


def test_a_year_may_be_said_in_two_figures_and_a_one_as_on_the_telephone(alike: list[Collection]) -> None:
    assert_found(alike, {"零二年的初雪": "2002年的初雪", "弄堂幺九二二": "弄堂1922", "goodnite moon": "Goodnight Moon"})
    assert_silent(alike, "零三年的初雪", "一二年的初雪", "弄堂幺九二三", "幺", "polite moon")


def test_an_award_may_be_typed_with_its_number_in_another_form() -> None:
    decades = collection(
        [result("灯火", None, id="list-1", award="非凡十年"), result("春风", None, id="list-2", award="百年")]
    )
    for asked, titles in (("非凡10年", ["灯火"]), ("100年", ["春风"]), ("非凡9年", []), ("非凡100年", []), ("10", [])):
        assert [hit.result.title for hit in find(decades, asked).hits] == titles, asked


def test_another_word_in_place_of_one_of_the_title_makes_another_title(alike: list[Collection]) -> None:
    assert_silent(
        alike, "放牛班的故事", "深夜食堂开门了", "深夜公园打烊了", "老潘的面包店", "老潘的咖啡机", "看得见的山"
    )
    assert_silent(alike, "美丽人间", "奋斗的年轻人", "低温下的坚守", "高温下的爱情")
    school, cafe, lamp = "放牛班的春天", "老潘的咖啡店", "山那边有一座忘记关灯的小楼"
    found = {
        "放牛斑的春天": school,
        "放牛班的春夭": school,
        "老潘的咖辉店": cafe,
        "老潘的茄啡店": cafe,  # by sound or shape
        "老潘的咖啡居": cafe,
        "放牛的春天": school,
        "放牛班里的春天": school,
        "老潘咖啡店": cafe,
        "深夜食堂打烊": "深夜食堂打烊了",
        "北风和大海": "北风与大海",
        "山那边有一幢忘记关灯的小楼": lamp,
        "山那边有一座忘记关门的小楼": lamp,
        "奋头的民乐人": "奋斗的民乐人",
        "混斗的民乐人": "奋斗的民乐人",
        "老潘的茶啡店": cafe,
        "美丽的人生": "美丽人生",
    }
    assert_found(alike, found)


def test_short_pinyin_does_not_run_from_inside_a_word_into_the_next_nor_only_begin_it(alike: list[Collection]) -> None:
    assert_silent(alike, "june", "junem", "niub", "deer", "junemily", "luanna", "slaughter house six")
    assert_found(
        alike,
        {
            "haijiediary": "海街diary",
            "bailuanna": "海街diary",
            "linjun": "放牛班的春天",
            "jun er": "长镜头",
            "yanjing": "长镜头",
            "fangniu": "放牛班的春天",
            "slaughter house five": "Slaughter House Five",
        },
    )
