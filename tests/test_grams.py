"""The grams of a text are those of every way to read it, each once or more."""

from itertools import islice, product

from hypothesis import given
from hypothesis import strategies as st

from awardcli.language.grams import BEGINNING, INITIALS, INITIALS_BEGIN, all_grams, code_of, pairs, spread
from awardcli.language.readings import readings_of, syllables


def plainly(text: str, said: list[str]) -> set[str]:
    """The grams of a text, straight from their definition."""
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


@given(st.text("上海长乐重了一画ab2㐀𠀀", min_size=1, max_size=12))
def test_a_text_has_the_grams_of_every_way_to_read_it(text: str) -> None:
    said = syllables(text)
    assert set(all_grams(text, said).split(" ")) == plainly(text, said)


def test_a_very_long_text_has_all_its_grams_though_it_is_taken_in_pieces() -> None:
    for text in ("上海长乐重了一画ab2" * 301, "乐" * 999 + "海" * 1001):
        said = syllables(text)
        found = all_grams(text, said).split(" ")
        assert plainly(text, said) <= set(found), text[:9]
        assert len(found) == len(set(found)) < len(plainly(text, said)) + 40, text[:9]


def test_a_few_letters_become_many_different_grams() -> None:
    """FTS5 hashes a gram by shifting and xor-ing its bytes: grams with the same hash are compared one by one."""

    def slot(gram: str) -> int:
        total = 13
        for byte in reversed(gram.encode()):
            total = (total << 3 ^ total ^ byte) & 0xFFFFFFFF
        return (total << 3 ^ total ^ ord("0")) % (1 << 19)

    letters = ["".join(way) for way in product("abcdefghijlmnopqrstwxyz", repeat=INITIALS)]
    slots = {slot(INITIALS_BEGIN + spread(way)) for way in letters}
    assert len(slots) > len(letters) / 2
    assert len({slot(INITIALS_BEGIN + way) for way in letters}) < len(letters) / 10
