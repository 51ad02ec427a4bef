"""The characters that look alike."""

import sys
from pathlib import Path

import pytest

from awardcli.language.look_alikes import look_alikes

sys.path.insert(0, str(Path(__file__).parents[1]))
from tools.make_look_alikes import TABLE, table


def test_the_shipped_table_is_what_the_tool_makes() -> None:
    assert TABLE.read_text(encoding="utf-8") == table()


@pytest.mark.parametrize(("wrong", "right"), ["悔梅", "徊回", "快抉", "彭澎", "灭火"])
def test_a_character_is_taken_for_one_of_the_same_shape(wrong: str, right: str) -> None:
    assert right in look_alikes(wrong)


@pytest.mark.parametrize(("one", "other"), ["海草", "水火", "早晚"])
def test_a_common_radical_makes_nothing_alike(one: str, other: str) -> None:
    assert other not in look_alikes(one)


def test_no_character_looks_like_itself_and_letters_like_nothing() -> None:
    assert "梅" not in look_alikes("梅")
    assert not look_alikes("a")
