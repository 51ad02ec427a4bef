"""The grams of texts are those that their characters have, in every way to read them."""

from itertools import islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardcli.collection import text_grams as module
from awardcli.collection.text_grams import text_grams
from awardcli.language.grams import BEGINNING, INITIALS, INITIALS_BEGIN, code_of, pairs, spread
from awardcli.language.readings import readings_of, syllables

_TEXTS = st.lists(st.text("上海长乐重了一画ab2㐀𠀀", min_size=1, max_size=9), max_size=6)


def plainly(text: str, said: list[str]) -> set[str]:
    """The grams of a text, as they are defined."""
    ways = [readings_of(character, syllable) for character, syllable in zip(text, said, strict=True)]
    codes = [list(map(code_of, way)) or [character] for way, character in zip(ways, text, strict=True)]
    letters = [
        list(dict.fromkeys(reading[0] for reading in way)) or [character]
        for way, character in zip(ways, text, strict=True)
    ]
    initials = {
        INITIALS_BEGIN + spread("".join(way))
        for place in range(len(text))
        for way in islice(product(*letters[place : place + INITIALS]), 16)
    }
    begins = {BEGINNING + code for code in codes[0]}
    return {*text, *(code for each in codes for code in each), *pairs(codes), *begins, *initials}


@given(_TEXTS)
def test_many_texts_have_the_grams_of_each(texts: list[str]) -> None:
    said = list(map(syllables, texts))
    grams = text_grams(texts, said)
    assert [set(each.split(" ")) for each in grams] == list(map(plainly, texts, said))


def test_none_is_missing_where_not_all_are_made_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["上海长乐", "画", "一画长乐重了上海2ab了", "长" * 50, "海"]
    said = list(map(syllables, texts))
    monkeypatch.setattr(module, "_AT_ONCE", 8)
    for text, its_syllables, grams in zip(texts, said, text_grams(texts, said), strict=True):
        assert plainly(text, its_syllables) <= set(grams.split(" "))


def test_a_few_letters_become_many_different_grams() -> None:
    """FTS5 looks a gram up in a table by a sum of its bytes, shifted: with one sum for many, it would compare many."""

    def slot(gram: str) -> int:
        total = 13
        for byte in reversed(gram.encode()):
            total = (total << 3 ^ total ^ byte) & 0xFFFFFFFF
        return (total << 3 ^ total ^ ord("0")) % (1 << 19)

    letters = ["".join(way) for way in product("abcdefghijlmnopqrstwxyz", repeat=INITIALS)]
    slots = {slot(INITIALS_BEGIN + spread(way)) for way in letters}
    assert len(slots) > len(letters) / 2
    assert len({slot(INITIALS_BEGIN + way) for way in letters}) < len(letters) / 10
