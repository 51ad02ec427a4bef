"""A JSON array read record by record says and refuses what it does read as a whole."""

import json
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from awardcli import messages
from awardcli.collection.loading import open_collection
from awardcli.collection.user_file.json import json_file
from awardcli.collection.user_file.json.json_file import Record, parse_json, record_of
from awardcli.collection.user_file.reading_report import ReadAs
from awardcli.collection.user_file.text_file import BinaryFile, TextFile
from awardcli.errors import InvalidDataError
from support import WHOLE, written

_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()  # NaN among them
    | st.text('吾梦🎬"\\\n', max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["title", "单位", "x"]), inner),
    max_leaves=6,
)
_DAMAGE = [
    *',:[]{}"\\/-+.eE019 \t\n\r\x00\x1a\x1fau',
    "NaN",
    "-Infinity",
    "1e999",
    '"x":1,"x":2',
    "\\ud83c",
    "\\u12",
    "\ufeff",
]


def _damaged(text: str, places: list[tuple[int, str, int]]) -> str:
    for place, put, taken in places:
        at = place % (len(text) + 1)
        text = text[:at] + put + text[at + taken :]
    return text


_texts = st.builds(
    _damaged,
    st.builds(
        lambda values, indent, exactly: json.dumps(values, indent=indent, ensure_ascii=exactly),
        st.lists(_values, max_size=5),
        st.sampled_from([None, 0, 1]),
        st.booleans(),
    ),
    st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(_DAMAGE), st.integers(0, 3)), max_size=1),
)


def text_of(path: Path) -> TextFile:
    return TextFile(BinaryFile(path))


def read_array(path: Path) -> Iterator[Record] | Any:
    found = json_file.read_json(text_of(path))
    return found.records if found.document is None else found.document


def told(read: Callable[[], Iterable[object]]) -> tuple[list[str], str | None]:
    """The records that are read, and what is said of a file that cannot be."""
    found: list[str] = []
    try:
        found.extend(map(repr, read()))
    except InvalidDataError as error:
        return found, error.message
    return found, None


@settings(max_examples=1000 if WHOLE else 30)
@given(_texts, st.integers(1, 40))
def test_an_array_is_read_as_the_whole_document_is(
    tmp_path_factory: pytest.TempPathFactory, text: str, block: int
) -> None:
    assume(text.lstrip().startswith("["))
    path = written(tmp_path_factory.getbasetemp() / "list.json", text.encode("utf-8", "replace"))

    def whole() -> Iterator[object]:
        document = parse_json(path, text_of(path).read())
        if not isinstance(document, list):
            return iter([document])
        return (record_of(None, value) for value in document)

    def in_blocks() -> Iterator[object]:
        found = read_array(path)
        return found if isinstance(found, Iterator) else iter([found])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_file, "_BLOCK", block)
        records, refusal = told(in_blocks)
    expected, expected_refusal = told(whole)
    # Of a text with two faults, half a character is told where it is, before what is no JSON further down.
    is_half_first = refusal is not None and "surrogate" in refusal and expected_refusal is not None
    assert refusal == expected_refusal or is_half_first
    assert records == expected or refusal


@pytest.mark.parametrize("block", [1, 7, 64, json_file._BLOCK])
@pytest.mark.parametrize(
    ("record", "why"),
    [
        ('{"title": 1e999}', "unusable JSON: a number too large to read"),
        ('{"title": "乙", "title": "丙"}', "unusable JSON: duplicate “title”"),
        ('{"title": "\\ud83c"}', "unusable JSON: half a character (a lone surrogate)"),
        ('{"x": ' + "[" * 100_000, "unusable JSON: nested too deeply"),
        ('{"title": "乙" "x": 1}', "not valid JSON: a comma is missing, column 15"),
    ],
)
def test_the_line_of_a_bad_record_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int, record: str, why: str
) -> None:
    monkeypatch.setattr(json_file, "_BLOCK", block)
    good = '{\n"title": "甲"\n}'
    path = written(tmp_path / "list.json", f"\n[{good},\n{good},\n{record}, {good}]")
    assert told(lambda: read_array(path)) == (
        [repr(record_of(None, {"title": "甲"}))] * 2,
        f"{path}: line 8: {why}",
    )


def test_the_column_of_a_long_line_is_counted_from_its_beginning(tmp_path: Path) -> None:
    records = '{"title": "甲"}, ' * 20_000
    path = written(tmp_path / "list.json", f"[{records}?]")
    with pytest.raises(
        InvalidDataError, match=f"line 1: not valid JSON: a value is missing, column {len(records) + 2}"
    ):
        list(read_array(path))


def test_a_record_that_never_ends_is_read_so_far_and_no_further(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_file, "LONGEST_LINE", 1000)
    monkeypatch.setattr(json_file, "_BLOCK", 10)
    path = written(tmp_path / "list.json", '[\n{"title": "甲"},\n{"title": "' + "乙" * 10_000)
    with pytest.raises(InvalidDataError, match="line 3: longer than 1,000"):
        list(read_array(path))


def test_white_space_may_be_as_long_as_it_likes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_file, "LONGEST_LINE", 1000)
    monkeypatch.setattr(json_file, "_BLOCK", 10)
    space = " \n" * 5000
    path = written(tmp_path / "list.json", f'{space}[{space}{{"title": "甲"}}{space},{space}1{space}]{space}')
    assert [value for _, value, _ in read_array(path)] == [{"title": "甲"}, 1]


def test_a_long_array_is_read_in_bounded_memory(tmp_path: Path) -> None:
    record = '{"title": "老潘的咖啡店", "organization": "上海市公安局黄浦分局"}'
    path = written(tmp_path / "list.json", f"[{', '.join([record] * 40_000)}]")
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_array(path)) == 40_000
        assert tracemalloc.get_traced_memory()[1] < path.stat().st_size / 2
    finally:
        tracemalloc.stop()


def test_a_value_among_rows_that_are_arrays_must_be_an_array(tmp_path: Path) -> None:
    found: Any = open_collection(written(tmp_path / "a.json", '[["title"], ["Salt"], null, ["Fog"], {"title": "Sea"}]'))
    assert [each.title for each in found] == ["Salt", "Fog"]
    assert {each.problem for each in found.reading.refused} == {messages.WANTED_ARRAY()}


def test_values_beside_arrays_that_are_none_leave_the_arrays_readable(tmp_path: Path) -> None:
    different: list[list[Any]] = [[["0"], {}, {}], [[0], [], ["0"]], [{}, {}, ["0"]], [{}, []]]
    for rows in different:
        records = [{"title": "一号影片", "画幅": rows}, {"title": "二号影片", "画幅": [["", ""]]}]
        path = written(tmp_path / "a.json", json.dumps(records))
        assert [film.title for film in open_collection(path)] == ["一号影片", "二号影片"]
    films = open_collection(written(path, '[["零"], {}, {}]'), ReadAs(columns={"A": "title"}))
    assert [film.title for film in films] == ["零"]
