"""The values every room speaks of."""

import pytest

from awardcli.model import Category, Edition, Hit, Organization, Place, Tier
from support import result


def test_a_result_never_changes_once_it_is_made() -> None:
    film = result("吾梦")
    with pytest.raises(AttributeError):
        film.title = "别的"  # type: ignore[misc]


def test_a_hit_never_changes_once_it_is_made() -> None:
    hit = Hit(result("吾梦"), Tier.EQUAL, 100, 1, (Place("title", 0, 2),))
    with pytest.raises(AttributeError):
        hit.score = 1  # type: ignore[misc]


def test_tiers_are_ordered_from_the_surest_down() -> None:
    assert sorted(Tier) == [
        Tier.EQUAL,
        Tier.PREFIX,
        Tier.SUBSTRING,
        Tier.SOUND,
        Tier.PINYIN,
        Tier.INITIALS,
        Tier.NEAR,
    ]


def test_what_a_users_list_does_not_know_is_left_open() -> None:
    assert Edition(9, None)[2:] == (None,) * 9
    assert Category("微电影") == Category("微电影", id=None, name_en=None, honours="work")
    assert Organization("某单位") == Organization("某单位", pinyin=None, district=None, kind=None)


def test_a_result_of_a_users_list_was_never_printed() -> None:
    assert result().printed == {}
