"""Lines and the results that they name; and that blocking loses nothing that all steps would find."""

import pickle
import random
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.match import made_up, perturbed, recall

from awardcli.collection import open_collection
from awardcli.model import Tier
from awardcli.search import tally
from awardcli.search.linking import CHUNK, Names, coded, matches, parallel_matches
from awardcli.search.tally import Tally
from support import result

BUNDLED = open_collection()
NAMES = Names(BUNDLED)
TITLES = [each.title for each in BUNDLED if each.title]


def named(line: str, names: Names = NAMES) -> str | None:
    """The title that a line names."""
    (match,) = matches([line], names)
    return match and match.result.title


@pytest.mark.parametrize("title", TITLES)
def test_a_title_names_itself(title: str) -> None:
    (match,) = matches([title], NAMES)
    assert match
    assert (match.result.title, match.tier, match.score) == (title, Tier.EQUAL, 100)


@pytest.mark.parametrize(
    ("line", "title", "tier"),
    [
        ("愛上海的理由", "爱上海的理由", Tier.EQUAL),
        ("爱 上 海 的 理 由！", "爱上海的理由", Tier.EQUAL),
        ("献给每一个为上海重启", "献给每一个为上海重启努力的你！", Tier.PREFIX),
        ("征途上最亮", "征途上最亮的星", Tier.PREFIX),
        ("老盘的咖非店", "老潘的咖啡店", Tier.SOUND),
        ("心火", "薪火", Tier.SOUND),
        ("aishanghaideliyou", "爱上海的理由", Tier.PINYIN),
        ("lpdkfd", "老潘的咖啡店", Tier.INITIALS),
        ("爱上海的埋由", "爱上海的理由", Tier.NEAR),
        ("爱上的理由", "爱上海的理由", Tier.NEAR),
        ("急诊室不停诊", "不停诊的急诊室", Tier.NEAR),
        ("辅德里一九二二", "辅德里1922", Tier.NEAR),
        ("我们的一千公里", "我们的1000公里", Tier.NEAR),
    ],
)
def test_a_line_is_the_title_as_a_reader_types_it(line: str, title: str, tier: Tier) -> None:
    (match,) = matches([line], NAMES)
    assert match
    assert (match.result.title, match.tier) == (title, tier)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("2022 微电影《爱上海的理由》文汇报社", "爱上海的理由"),
        ("12. 老潘的茶啡店（上集）", "老潘的咖啡店"),
        ("入围：一骑当仙，东航", "一骑当先"),
        ("《24节气的浪漫》系列微视频 第三集", "《二十四节气的浪漫》系列微视频"),
        ("专题奖《大英雄》", "大英雄"),
    ],
)
def test_a_longer_line_may_hold_a_title(line: str, title: str) -> None:
    assert named(line) == title


@pytest.mark.parametrize(
    "line",
    [
        "",
        "  ",
        "……",
        "白日依山尽",
        "黄河入海流",
        "上海",
        "我",
        "的",
        "十万个为什么你不知道",
        "民族英雄纪念碑",
        "The Wandering Earth",
        "2022",
        "詠蠟梅",
        "家乡",
    ],
)
def test_what_names_nothing_stays_blank(line: str) -> None:
    assert named(line) is None


def test_of_two_that_are_named_equally_well_none_is_chosen() -> None:
    names = Names([result("春天的故事"), result("秋天的故事")])
    assert named("夏天的故事", names) is None
    assert named("春天的故事", names) == "春天的故事"


def test_the_same_name_twice_is_no_doubt_and_the_first_stands_for_both() -> None:
    names = Names([result("吾梦", id="a"), result("吾梦", id="b")])
    (match,) = matches(["吾梦"], names)
    assert match
    assert match.result.id == "a"


def test_what_is_named_may_be_an_organization() -> None:
    names = Names(BUNDLED, "organization")
    (match,) = matches(["宝山区消防救缓支队"], names)
    assert match
    assert match.result.organization == "宝山区消防救援支队"


def test_no_match_scores_less_than_was_asked() -> None:
    assert named("爱上海的理甶", Names(BUNDLED, min_score=90)) is None
    assert named("爱上海的理由", Names(BUNDLED, min_score=90)) == "爱上海的理由"


def test_a_list_without_titles_names_nothing() -> None:
    names = Names([result(None)])
    assert list(matches(["画", "爱上海的理由"], names)) == [None, None]


def test_names_survive_the_way_to_another_process() -> None:
    lines = [*TITLES, "心火", "白日依山尽"]
    assert list(matches(lines, pickle.loads(pickle.dumps(NAMES)))) == list(matches(lines, NAMES))


def test_blocking_finds_what_is_found_without_it() -> None:
    chance = random.Random(3)
    made = made_up(TITLES, chance)
    kept, wanted = recall(NAMES, [*perturbed(TITLES, 400, chance), *(next(made) for _ in range(100))])
    assert wanted > 300
    assert kept >= 0.99 * wanted


_CODES = "山上海1a㎞，\n𠀀𝐀\ud83c"  # some sound alike, some stand for several, some have no code


@given(
    names=st.lists(st.text(_CODES, max_size=5), min_size=1, max_size=5),
    lines=st.lists(st.text(_CODES, max_size=9), max_size=5),
    fewest=st.tuples(st.integers(0, 4), st.integers(0, 3)),
)
def test_the_first_look_counts_the_grams_of_each_line_with_each_name(
    names: list[str], lines: list[str], fewest: tuple[int, int]
) -> None:
    def grams(text: str, step: int) -> list[tuple[str, str]]:
        return list(zip(coded(text), coded(text)[step:], strict=False))

    sharing: dict[tuple[str, str], set[int]] = {}
    for position, name in enumerate(names):
        for gram in (*grams(name, 1), *grams(name, 2)):
            sharing.setdefault(gram, set()).add(position)

    def shared(line: str, position: int, *steps: int) -> int:
        return sum(position in sharing.get(gram, ()) for step in steps for gram in grams(line, step))

    found, plain = Tally(sharing, len(names), lambda _, neighbours: [fewest[neighbours]] * len(names)).look(lines)
    assert found == {
        number: positions
        for number, line in enumerate(lines)
        if (
            positions := [
                position
                for position in range(len(names))
                if shared(line, position, 1, 2) >= max(fewest[False], 1) and shared(line, position, 1) >= fewest[True]
            ]
        )
    }
    assert plain == [number for number, line in enumerate(lines) if coded(line).isascii() or len(coded(line)) == 1]


def test_lines_that_share_much_are_counted_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [*TITLES, "爱上海的埋由" * 20, "白日依山尽", *TITLES]
    expected = list(matches(lines, NAMES))
    monkeypatch.setattr(tally, "_MOST_AT_ONCE", 10)
    assert list(matches(lines, NAMES)) == expected


def test_codes_may_share_a_number_where_names_have_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "_MOST_CODES", 50)
    names = Names(BUNDLED)
    assert [named(title, names) for title in TITLES] == TITLES
    assert named("12. 老潘的茶啡店（上集）", names) == "老潘的咖啡店"


def test_a_title_is_found_among_hundreds_that_differ_by_a_character() -> None:
    names = Names(
        [
            result(f"{one}{two}的{three}")
            for one in "东西南北春夏秋冬"
            for two in "山水风雨花鸟鱼虫"
            for three in "上下左右前后里外天地"
        ]
    )
    assert named("《冬虫的地》", names) == "冬虫的地"


def test_a_line_too_long_to_count_is_read_all_the_same() -> None:
    assert named("前言" * 200 + "《爱上海的埋由》" + "后记" * 200) == "爱上海的理由"


@pytest.mark.parametrize("jobs", [1, 2])
def test_across_processes_the_answers_are_the_same_and_in_order(jobs: int) -> None:
    lines = [
        TITLES[number // 100 % len(TITLES)] if number % 100 == 0 else "白日依山尽" for number in range(CHUNK * 2 + 7)
    ]
    expected = [line if line in TITLES else None for line in lines]
    assert [match and match.result.title for match in parallel_matches(lines, NAMES, jobs)] == expected


def test_lines_are_not_read_far_ahead() -> None:
    taken = 0

    def endless() -> object:
        nonlocal taken
        while True:
            taken += 1
            yield "白日依山尽"

    found = parallel_matches(endless(), NAMES, 2)  # type: ignore[arg-type]
    next(found)
    found.close()
    assert taken <= CHUNK * 8
