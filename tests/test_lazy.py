"""Hits that are found lazily."""

from collections.abc import Iterator

import pytest

from awardcli.model import Hit, Tier
from awardcli.search.ranking import Hits
from support import result


class Found:
    """A search that counts how many hits it has found."""

    def __init__(self, number: int) -> None:
        self.hits = [Hit(result(str(n), None), Tier.EQUAL, 100, 1, ()) for n in range(number)]
        self.looked_at = 0

    def __call__(self) -> Iterator[Hit]:
        for hit in self.hits:
            self.looked_at += 1
            yield hit


def test_no_more_hits_are_found_than_the_caller_takes() -> None:
    found = Found(1000)
    hits = Hits(found)
    assert found.looked_at == 0
    assert hits[0] is found.hits[0]
    assert hits[:3] == found.hits[:3]
    assert found.looked_at == 3


def test_the_first_hits_are_found_once() -> None:
    found = Found(1000)
    hits = Hits(found)
    for _ in range(5):
        assert hits[:50] == found.hits[:50]
    assert bool(hits)
    assert found.looked_at == 50


@pytest.mark.parametrize("number", [0, 1, 63, 64, 65, 200])
def test_they_are_the_same_however_often_they_are_gone_through(number: int) -> None:
    found = Found(number)
    hits = Hits(found)
    assert bool(hits) == bool(number)
    for _ in range(3):
        assert list(hits) == found.hits
        assert len(hits) == number
        assert hits[-2:] == found.hits[-2:]
        assert hits[60:70] == found.hits[60:70]


def test_two_readers_do_not_take_hits_from_each_other() -> None:
    found = Found(200)
    hits = Hits(found)
    pairs = list(zip(hits, hits, strict=True))
    assert pairs == [(hit, hit) for hit in found.hits]


def test_an_index_beyond_the_last_hit_raises() -> None:
    with pytest.raises(IndexError):
        Hits(Found(2))[2]
