"""Nothing that steers a terminal leaves the sanitiser as it came, and nothing else changes."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from awardcli.output.sanitize import INVISIBLE, UNSAFE, safe_json, safe_pieces, safe_text, shortened

CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]
BIDI = list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_ENDS = list("\u2028\u2029")
STEERING = CONTROLS + BIDI + LINE_ENDS

anything = st.text(st.one_of(st.characters(codec=None), st.sampled_from(STEERING)))


def test_unsafe_are_all_controls_all_that_reorder_and_all_line_ends() -> None:
    assert frozenset(STEERING) == UNSAFE
    assert len(UNSAFE) == 79


def test_every_character_that_python_knows_to_be_a_control_or_to_reorder_is_unsafe() -> None:
    known = {
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in ("Cc", "Zl", "Zp")
        or unicodedata.bidirectional(chr(code)) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    }
    assert known <= UNSAFE


def test_a_steering_character_is_shown_by_its_number() -> None:
    for character in STEERING:
        shown = safe_text(f"a{character}b")
        assert shown.isascii()
        assert shown.isprintable()
        assert f"{ord(character):02x}" in shown


def test_a_lone_surrogate_is_shown_by_its_number() -> None:
    assert safe_text("\ud800 \udcff") == r"\ud800 \udcff"


def test_ordinary_text_stays_unchanged() -> None:
    for text in [
        "爱上海的理由",
        "五年看上海 | 一镜到底",
        "《“穿”越》？",
        "a\u3000b",
        "👨\u200d👩\u200d👧",
        "e\u0301",
        "",
    ]:
        assert safe_text(text) == text


@given(anything)
def test_no_text_can_steer_a_terminal(text: str) -> None:
    assert not UNSAFE & set(safe_text(text))
    assert safe_text(text).encode().decode() == safe_text(text)


@given(anything)
def test_sanitizing_twice_changes_nothing(text: str) -> None:
    assert safe_text(safe_text(text)) == safe_text(text)


@given(anything)
def test_a_safe_json_text_says_the_same(text: str) -> None:
    document = safe_json(json.dumps({"title": text}, ensure_ascii=False))
    assert json.loads(document) == {"title": text}
    assert not UNSAFE & set(document)


def test_a_json_text_keeps_its_chinese() -> None:
    assert safe_json('{"title": "爱上海\u202e"}') == r'{"title": "爱上海\u202e"}'


def test_without_width_are_these_and_no_others() -> None:
    tags = {chr(code) for code in range(0xE0000, 0xE0100) if "TAG" in unicodedata.name(chr(code), "").split()}
    known = set("\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb")
    deprecated = set("\u206a\u206b\u206c\u206d\u206e\u206f")
    assert known | deprecated | tags == INVISIBLE


def test_a_number_is_written_as_python_and_json_write_it() -> None:
    for character, shown, in_json in [
        ("\x1b", r"\x1b", r"\u001b"),
        ("\x9f", r"\x9f", r"\u009f"),
        ("\xad", r"\xad", r"\u00ad"),
        ("\u061c", r"\u061c", r"\u061c"),
        ("\ufffb", r"\ufffb", r"\ufffb"),
        ("\U000e0041", r"\U000e0041", r"\udb40\udc41"),
    ]:
        assert safe_text(f"a{character}b") == f"a{shown}b"
        assert safe_json(f'"a{character}b"') == f'"a{in_json}b"'


def test_a_marked_text_is_all_there_once() -> None:
    for spans, pieces in [
        ([], [("爱上海的理由", False)]),
        ([(0, 6)], [("爱上海的理由", True)]),
        ([(4, 6), (0, 2)], [("爱上", True), ("海的", False), ("理由", True)]),
        ([(0, 3), (1, 2), (2, 4)], [("爱上海", True), ("的", True), ("理由", False)]),
        ([(1, 2), (2, 3)], [("爱", False), ("上", True), ("海", True), ("的理由", False)]),
        ([(1, 1)], [("爱", False), ("上海的理由", False)]),
    ]:
        assert list(safe_pieces("爱上海的理由", spans)) == pieces


def test_a_long_text_keeps_its_ends_and_no_more_than_it_may() -> None:
    for most, kept in [
        (11, "0123456789"),
        (10, "0123456789"),
        (9, "012345…89"),
        (4, "01…9"),
        (3, "01…"),
        (2, "0…"),
        (1, "…"),
    ]:
        assert shortened("0123456789", most) == kept
