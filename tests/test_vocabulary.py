"""The words of the list: each in both languages, each meaning one thing."""

import json

import pytest

from awardcli import messages, vocabulary
from awardcli.collection.user_file.columns.heading_words import known
from awardcli.model import Tier
from awardcli.vocabulary import CERTAINTIES, FLAT, HEADINGS, KINDS
from support import HOME

SCHEMA = json.loads((HOME / "data" / "results.schema.json").read_text(encoding="utf-8"))["$defs"]


def choices(of: str, key: str) -> set[str]:
    """What the schema lets a key be."""
    return {choice["const"] for choice in SCHEMA[of]["properties"][key]["oneOf"] if "const" in choice}


def test_the_kinds_are_those_of_the_schema() -> None:
    assert KINDS.keys() == choices("organization", "kind")


def test_the_certainties_are_those_of_the_schema() -> None:
    assert CERTAINTIES.keys() == choices("result", "certainty")


def test_every_column_has_a_heading() -> None:
    assert set(FLAT) < HEADINGS.keys()


@pytest.mark.parametrize("language", [0, 1])
def test_no_two_columns_share_a_heading(language: int) -> None:
    headings = [names[language] for names in HEADINGS.values()]
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("column", FLAT)
def test_a_column_is_known_by_its_key_and_by_both_its_headings(column: str) -> None:
    assert {found.role for name in (column, *HEADINGS[column]) if (found := known(name))} == {column}


@pytest.mark.parametrize(
    ("heading", "column"),
    [("片名", "title"), ("作品名称", "title"), ("出品单位", "organization"), ("组别", "category"), ("备注", "note")],
)
def test_headings_of_other_lists_are_known(heading: str, column: str) -> None:
    found = known(heading)
    assert found
    assert found.role == column


def test_the_genre_of_a_film_is_not_taken_for_the_kind_of_an_organization() -> None:
    assert known("类型") is None


def test_a_heading_follows_the_language() -> None:
    assert vocabulary.heading("title") == "title"
    messages.settle("zh")
    assert vocabulary.heading("title") == "作品"
    assert vocabulary.heading("title", chinese=False) == "title"


@pytest.mark.parametrize("tier", Tier)
def test_every_tier_has_a_name_for_people(tier: Tier) -> None:
    assert vocabulary.value(tier.name.lower(), chinese=True) != tier.name.lower()


def test_values_follow_the_language_and_other_words_stay() -> None:
    assert vocabulary.value("police") == "police"
    assert vocabulary.value("police", chinese=True) == "公安"
    assert vocabulary.value("ordered", chinese=False) == "paired by order"
    assert vocabulary.value("最佳创意", chinese=True) == "最佳创意"


@pytest.mark.parametrize("name", ["news-media", "news media", "新闻媒体"])
def test_a_kind_is_known_by_each_of_its_names(name: str) -> None:
    assert vocabulary.kind_named(name) == "news-media"


@pytest.mark.parametrize("name", ["spaceship", "", None])
def test_an_unknown_kind_is_none(name: str | None) -> None:
    assert vocabulary.kind_named(name) is None
