"""The values every room speaks of."""

import pytest

import awardcli
from awardcli.model import Category, Cells, Column, Edition, Hit, Organization, Place, Tier
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


def test_a_result_is_short_at_a_prompt() -> None:
    assert repr(result("吾梦", "某社")) == "<Result 吾梦: 吾梦, 某社>"
    assert repr(result(None, "某社")) == "<Result 某社: 某社>"


def test_a_result_as_a_dictionary_has_the_fixed_keys_and_the_columns_without_a_role() -> None:
    cells = Cells((Column("片名", "title"), Column("评分"), Column("id")), ("吾梦", 9.7, "甲"))
    record = result("吾梦", "某社、某校", award="最佳创意", cells=cells).to_dict()
    assert [*record][:7] == ["id", "edition", "year", "category", "award", "title", "organization"]
    assert record["organizations"] == ["某社", "某校"]
    assert (record["评分"], record["id (2)"], record["id"]) == (9.7, "甲", "吾梦")
    assert "片名" not in record


def test_what_can_be_imported_is_listed() -> None:
    assert dir(awardcli) == sorted(awardcli.__all__)
    assert all(getattr(awardcli, name) for name in dir(awardcli))
