"""The characters that look alike."""

import pytest

from awardcli.language.confused_characters import look_alikes


@pytest.mark.parametrize(("wrong", "right"), ["悔梅", "徊回", "快抉", "彭澎", "灭火"])
def test_a_character_is_taken_for_one_with_the_same_part(wrong: str, right: str) -> None:
    assert right in look_alikes(wrong)


def test_a_character_is_taken_for_one_of_the_same_shape() -> None:
    pairs = "日曰 己已 已巳 未末 大火 而面 人入 土士 大太 天夫 干千 王玉 午牛 甲申 "
    pairs += "风凤 鸟乌 候侯 治冶 拔拨 兔免 戊戌 晴睛 今令 崇祟 茶荼 望塑 店居 庙店 墙塘 装裂 画面 公么 察寨 贪贫"
    assert [pair for pair in pairs.split() if pair[1] not in look_alikes(pair[0])] == []
    assert [pair for pair in pairs.split() if pair[0] not in look_alikes(pair[1])] == []


def test_characters_that_merely_share_a_radical_or_little_do_not_look_alike() -> None:
    for one, other in (
        "海草",
        "水火",
        "早晚",
        "上海",
        "江河",
        "花草",
        "红绿",
        "一人",
        "爱情",
        "老年",
        "东西",
        "电影",
        "国家",
        "室客",
        "包条",
    ):
        assert other not in look_alikes(one)
        assert one not in look_alikes(other)


def test_no_character_looks_like_itself_and_letters_like_nothing() -> None:
    assert [character for character in "梅大一鼎" if character in look_alikes(character)] == []
    assert [character for character in "a1#\n，あ\ud800" if look_alikes(character)] == []


def test_few_characters_look_like_one() -> None:
    common = [bytes([row, cell]).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
    counts = [len(look_alikes(character)) for character in common]
    assert max(counts) <= 40
    assert 15 < sum(counts) / len(counts) < 25
