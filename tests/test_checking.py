"""Checking gives the verdict of the JSON Schema on every document, and says what the Schema cannot."""

import json
from collections.abc import Iterator
from copy import deepcopy
from itertools import product
from typing import Any

from jsonschema import Draft202012Validator

from awardcli import messages
from awardcli.collection.own_json import problems_of, reference_problems, shape_problems
from support import HOME, WHOLE

SCHEMA = Draft202012Validator(json.loads((HOME / "data" / "results.schema.json").read_text(encoding="utf-8")))
DOCUMENT: dict[str, Any] = json.loads((HOME / "data" / "results.json").read_text(encoding="utf-8"))

ODD_VALUES: list[Any] = [
    *(None, True, False, 0, 1, -1, 2022, 9.0, 9.5, 1e999, 2**53 - 1, 2**53, 1e30, [], {}),
    *("", " ", "\u3000", "x", "X", "a b", "a  b", " a", "a-b", "a--b", "-", "ü", "上海", "上海\n", "null", "9"),
    *("2022", "2022-08", "2022-8", "2022-13", "2022-08-31", "2022-08-32", "9-micro-film-01", "0-micro-film-01"),
    *("9-micro-film-1", "9-Micro-01", "work", "organization", "police", "printed", "ordered", "micro-film"),
    *(
        [1],
        [1, 2],
        [1, 1],
        [1, 1.0],
        [0],
        ["1"],
        [True],
        [2**53],
        [1, True],
        [None],
        [[]],
        ["甲"],
        ["甲", "甲"],
        ["甲", " "],
    ),
    *({"award": [], "title": [], "organization": []}, {"award": [], "title": []}, {"x": []}),
    *({"award": [1], "title": [], "organization": []}, {"award": [0], "title": [], "organization": []}),
    *({"award": [1], "title": [2, 2], "organization": []}, {"award": None, "title": [], "organization": []}),
]


def sorts_of(section: str) -> list[dict[str, Any]]:
    """One record of each sort in a section of the bundled document."""
    if section != "results":
        return DOCUMENT[section][:1]  # type: ignore[no-any-return] # it is JSON
    sorts = {
        (result["certainty"] == "printed", result["title"] is None): result for result in reversed(DOCUMENT["results"])
    }
    return list(sorts.values())


SMALL = {section: sorts_of(section)[:1] for section in DOCUMENT}
RECORDS = [(section, record) for section in DOCUMENT for record in sorts_of(section)]
FIELDS = [(section, record, key) for section, record in RECORDS for key in record]


def verdicts(document: object) -> tuple[bool, bool]:
    """Whether the Schema takes the document, and whether checking does."""
    return SCHEMA.is_valid(document), not list(shape_problems(document))


def holding(section: str, record: dict[str, Any]) -> dict[str, Any]:
    """A small document with that record in that section: thousands of its like are soon looked at."""
    return {**SMALL, section: [record]}


def changed(section: str, **fields: Any) -> dict[str, Any]:
    """A small document, right but for those fields of the record in that section."""
    return holding(section, {**SMALL[section][0], **fields})


def test_the_bundled_document_is_right() -> None:
    assert verdicts(DOCUMENT) == (True, True)
    assert list(problems_of(DOCUMENT)) == []


def test_every_sort_of_record_is_right() -> None:
    for section, record in RECORDS:
        assert verdicts(holding(section, record)) == (True, True)


def test_the_schema_and_we_agree_on_any_value_of_a_field() -> None:
    for number, (section, record, key) in enumerate(FIELDS):
        for value in ODD_VALUES if WHOLE else ODD_VALUES[number % 8 :: 8]:
            schema, ours = verdicts(holding(section, {**record, key: value}))
            assert ours == schema, value


def test_a_missing_key_is_missed() -> None:
    for section, record, key in FIELDS:
        document = holding(section, {name: value for name, value in record.items() if name != key})
        assert verdicts(document) == (False, False)
        assert (f"{section}[0]", messages.KEY_MISSING(key=key)) in problems_of(document)


def test_an_unknown_key_is_refused() -> None:
    for section in SMALL:
        document = changed(section, colour="red")
        assert verdicts(document) == (False, False)
        assert (f"{section}[0]", messages.KEY_UNKNOWN(key="colour")) in problems_of(document)


def test_the_schema_and_we_agree_on_any_value_of_a_section() -> None:
    for section in SMALL:
        for value in [*ODD_VALUES, SMALL[section], SMALL[section] * 2, [*SMALL[section], None]]:
            schema, ours = verdicts({**SMALL, section: value})
            assert ours == schema, value


def test_a_section_cannot_be_left_out() -> None:
    for section in SMALL:
        assert verdicts({key: value for key, value in SMALL.items() if key != section}) == (False, False)


def test_no_section_is_added() -> None:
    assert verdicts({**SMALL, "people": []}) == (False, False)


def test_a_value_that_is_no_document_is_refused() -> None:
    documents: list[object] = [None, [], "text", 1, {}]
    assert [document for document in documents if verdicts(document) != (False, False)] == []


def combinations() -> Iterator[dict[str, Any]]:
    text, nothing = ("x", None)
    for certainty, note, note_zh in product(["printed", "ordered", "uncertain"], [text, nothing], [text, nothing]):
        yield {"certainty": certainty, "note": note, "note_zh": note_zh}
    for title, pinyin, organizations in product([text, nothing], [text, "", nothing], [["甲"], []]):
        yield {"title": title, "title_pinyin": pinyin, "organizations": organizations}


def test_on_fields_that_depend_on_each_other_the_schema_and_we_agree() -> None:
    for fields in combinations():
        schema, ours = verdicts(changed("results", **fields))
        assert ours == schema


def test_a_problem_names_its_place_and_the_expected_value() -> None:
    wrong: list[tuple[dict[str, Any], str, str]] = [
        ({"title": 7}, "results[0].title", messages.WANTED_TEXT()),
        ({"title": " "}, "results[0].title", messages.WANTED_PATTERN(value=" ")),
        ({"edition": "9"}, "results[0].edition", messages.WANTED_NUMBER(minimum=1)),
        ({"organizations": "x"}, "results[0].organizations", messages.WANTED_LIST()),
        ({"organizations": ["x", "x"]}, "results[0].organizations", messages.WANTED_DISTINCT()),
        ({"printed": []}, "results[0].printed", messages.WANTED_OBJECT()),
        (
            {"certainty": "sure"},
            "results[0].certainty",
            messages.WANTED_CHOICE(choices="printed, ordered, uncertain"),
        ),
        ({"certainty": 7}, "results[0].certainty", messages.WANTED_TEXT()),
        ({"certainty": "ordered", "note": None}, "results[0].note", messages.WANTED_NOTE()),
        ({"title": None, "title_pinyin": "x"}, "results[0].title_pinyin", messages.WANTED_BOTH()),
        (
            {"title": None, "title_pinyin": None, "organizations": []},
            "results[0]",
            messages.NOTHING_NAMED(),
        ),
    ]
    for fields, place, what in wrong:
        assert (place, what) in problems_of(changed("results", **fields))


def test_every_problem_is_found_not_only_the_first() -> None:
    document = changed("results", title=7, award=7)
    document["categories"] = [{**DOCUMENT["categories"][0], "id": "Not A Slug"}]
    assert {place for place, _ in problems_of(document)} == {"categories[0].id", "results[0].award", "results[0].title"}


# What a Schema cannot say


def test_what_a_result_names_is_described() -> None:
    for field, value, place in [
        ("edition", 8, "results[0].edition"),
        ("category", "best-dog", "results[0].category"),
        ("organizations", ["无名氏"], "results[0].organizations"),
    ]:
        document = deepcopy(DOCUMENT)
        document["results"][0][field] = value
        named = value[0] if isinstance(value, list) else value
        assert list(reference_problems(document)) == [(place, messages.NOT_DESCRIBED(value=named))]


def test_nothing_is_described_or_listed_twice() -> None:
    for section, key in [("editions", "number"), ("categories", "id"), ("organizations", "name"), ("results", "id")]:
        document = deepcopy(DOCUMENT)
        document[section].append(document[section][0])
        place = f"{section}[{len(document[section]) - 1}].{key}"
        assert list(problems_of(document)) == [(place, messages.REPEATED(value=document[section][0][key]))]


def test_references_are_looked_at_once_the_shape_is_right() -> None:
    document = deepcopy(DOCUMENT)
    document["results"][0] |= {"title": 7, "category": "best-dog"}
    assert list(problems_of(document)) == [("results[0].title", messages.WANTED_TEXT())]


def test_a_result_names_a_thousand_organizations_at_most() -> None:
    document = deepcopy(DOCUMENT)
    record = document["results"][0]
    record["organizations"] = record["organizations"][:1] * 1000
    assert list(reference_problems(document)) == []
    record["organizations"] *= 2
    assert list(reference_problems(document)) == [("results[0].organizations", messages.TOO_MANY_NAMED(most=1000))]
