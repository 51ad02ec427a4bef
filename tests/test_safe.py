"""Nothing that steers a terminal leaves the sanitiser as it came, and nothing else changes."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardcli.output.safe import UNSAFE, safe_json, safe_text

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


@pytest.mark.parametrize("character", STEERING, ids=ascii)
def test_a_steering_character_is_shown_by_its_number(character: str) -> None:
    shown = safe_text(f"a{character}b")
    assert shown.isascii()
    assert shown.isprintable()
    assert f"{ord(character):02x}" in shown


def test_a_lone_surrogate_is_shown_by_its_number() -> None:
    assert safe_text("\ud800 \udcff") == r"\ud800 \udcff"


@pytest.mark.parametrize(
    "text", ["爱上海的理由", "五年看上海 | 一镜到底", "《“穿”越》？", "a\u3000b", "👨\u200d👩\u200d👧", "e\u0301", ""]
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text


@given(anything)
def test_no_text_can_steer_a_terminal(text: str) -> None:
    assert not UNSAFE & set(safe_text(text))
    assert safe_text(text).encode().decode() == safe_text(text)


@given(anything)
def test_showing_what_is_shown_already_changes_nothing(text: str) -> None:
    assert safe_text(safe_text(text)) == safe_text(text)


@given(anything)
def test_a_safe_json_text_says_the_same(text: str) -> None:
    document = safe_json(json.dumps({"title": text}, ensure_ascii=False))
    assert json.loads(document) == {"title": text}
    assert not UNSAFE & set(document)


def test_a_json_text_keeps_its_chinese() -> None:
    assert safe_json('{"title": "爱上海\u202e"}') == r'{"title": "爱上海\u202e"}'
