"""Lists as people have them: each file of `lists/` is read as its owner means it.

`lists/cases.json` says for every file what `validate -f json` gives, what some questions answer, and how many rows an
import keeps. The files were made up in the shapes of real lists.
"""

import csv
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from support import HOME, Ran

LISTS = HOME / "tests" / "lists"
CASES: list[dict[str, Any]] = json.loads((LISTS / "cases.json").read_text(encoding="utf-8"))
pytestmark = pytest.mark.usefixtures("workbooks_read_here")
BETWEEN_NAMES = re.compile("[、|；;]| / ")


def tidy(heading: object) -> str:
    """A heading on one line, without the spaces around it."""
    return " ".join(str("" if heading is None else heading).split())


def text(value: object) -> str:
    """A value in the form in which it is compared."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def spelt(pattern: str) -> str:
    """A pattern for an option and its value, which may be quoted."""
    return re.sub(r"^(--[a-z-]+) (.+)$", r"\1[ =]['\"]?\2", pattern)


def either(wanted: object) -> list[object]:
    return wanted if isinstance(wanted, list) else [wanted]


class Asked:
    """One case, and the command that it is tried with."""

    def __init__(self, awardcli: Run, case: dict[str, Any]) -> None:
        self.awardcli = awardcli
        self.case = case
        self.file = LISTS / case["file"]
        self.roles = {tidy(heading): role for heading, role in case["validate"]["columns"]}

    def run(self, *arguments: object) -> Ran:
        ran = self.awardcli(*arguments)
        assert "should not have happened" not in ran.err, arguments
        return ran

    def reading(self) -> Iterator[tuple[str, object, object]]:
        """The expected and the actual answer of `validate -f json`."""
        wanted = self.case["validate"]
        ran = self.run("validate", self.file, *self.case["options"], "-f", "json")
        found = json.loads(ran.out)
        assert ran.code in wanted["exit"]
        for said in (
            *wanted.get("says", ()),
            *(f"--column title={name}" for name in either(wanted.get("untitled", []))),
        ):
            assert re.search(spelt(said), ran.out + ran.err), said
        came = {tidy(column["heading"]): column["role"] for column in found["columns"]}
        for heading, role in wanted["columns"]:
            yield heading, role, came[tidy(heading)] if role != "?" else "?"
        for key in ("results", "heading_line", "encoding"):
            if key in wanted:
                value = found["reading"].get(key, found.get(key))
                yield key, True, value in wanted[key]
        for key in ("format", "sheets", "records"):
            if key in wanted:
                yield key, wanted[key], found["reading"][key]
        for parts in wanted.get("remarks", ()):
            yield str(parts), True, any(all(re.search(part, one) for part in parts) for one in found["remarks"])
        if "refused" in wanted:
            yield "refused", wanted["refused"], [row["line"] for row in found["refused"]]
        asides = wanted.get("set_aside", ())
        assert len(found["set_aside"]) == len(asides)
        for row, aside in zip(found["set_aside"], asides, strict=True):
            yield aside["text"], True, tidy(row["text"]).startswith(aside["text"]) and row["why"] in aside["why"]

    def cells(self, record: dict[str, Any], heading: str) -> set[str]:
        """What a record has under a heading of the file, or under the key of its role."""
        role = self.roles.get(tidy(heading)) or heading
        keys = {heading, tidy(heading), role, *(("organization", "organizations") if "organization" in role else ())}
        values = [each for key, value in record.items() if key in keys for each in either(value)]
        return {text(value) for value in values} | {
            part.strip() for value in values if isinstance(value, str) for part in BETWEEN_NAMES.split(value)
        }

    def answer(self, question: dict[str, Any], data: Path, options: Iterable[str]) -> None:
        """Ask a question of a list, and look at the answer."""
        how = [] if question.get("plain") else ["-f", "json"]
        ran = self.run(*question["args"], "--data", data, *options, *how)
        if ran.code == 0 and question.get("known", "\0") in ran.out:
            return
        assert ran.code == question.get("exit", 0), (question, ran)
        for pattern in question.get("shows", ()):
            assert re.search(spelt(pattern), ran.out + ran.err), question
        for pattern in question.get("stderr", ()):
            assert re.search(pattern, ran.err), question
        if question.keys() & {"first", "first_values", "some_values", "count", "ordered"}:
            self.compare(question, json.loads(ran.out))

    def compare(self, question: dict[str, Any], records: list[dict[str, Any]]) -> None:
        if "count" in question:
            assert len(records) == question["count"], question
        held = [{text(each) for value in record.values() for each in either(value)} for record in records]
        if "some_values" in question:
            assert any(all(set(map(text, either(one))) & row for one in question["some_values"]) for row in held), (
                question
            )
        if "first_values" in question:
            assert all(set(map(text, either(one))) & held[0] for one in question["first_values"]), question
        for heading, wanted in question.get("first", {}).items():
            came = self.cells(records[0], heading)
            if isinstance(wanted, dict):
                assert set(wanted["all"]) <= came, (question, records[0])
            else:
                assert set(map(text, either(wanted))) & (came or {""}), (question, heading, records[0])
        for heading, wanted in question.get("ordered", {}).items():
            assert [value for record in records for value in wanted if value in self.cells(record, heading)] == wanted


def case_ids(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", CASES, ids=case_ids)
def test_a_list_is_read_as_meant(awardcli: Run, case: dict[str, Any]) -> None:
    asked = Asked(awardcli, case)
    for what, wanted, came in asked.reading():
        assert came == wanted, what


@pytest.mark.parametrize("case", CASES, ids=case_ids)
def test_a_list_answers_what_it_is_asked(awardcli: Run, case: dict[str, Any]) -> None:
    asked = Asked(awardcli, case)
    for question in case["questions"]:
        asked.answer(question, asked.file, case["options"])


@pytest.mark.parametrize("case", [case for case in CASES if "round_trip" in case], ids=case_ids)
def test_an_export_is_the_same_table(awardcli: Run, case: dict[str, Any], tmp_path: Path) -> None:
    asked = Asked(awardcli, case)
    assert asked.run("export", tmp_path / "out.csv", "--data", asked.file, *case["options"]).code == 0
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        heading, *rows = csv.reader(file)
    wanted = case["round_trip"]
    named = [at for at, name in enumerate(wanted["headings"]) if name]
    assert [name for name in map(tidy, heading) if name in map(tidy, wanted["headings"])] == [
        tidy(wanted["headings"][at]) for at in named
    ]
    places = [list(map(tidy, heading)).index(tidy(wanted["headings"][at])) for at in named]
    assert [[row[at].replace("\r\n", "\n") for at in places] for row in rows] == [
        [row[at] for at in named] for row in wanted["rows"]
    ]


@pytest.mark.parametrize("case", [case for case in CASES if "import" in case], ids=case_ids)
def test_an_import_keeps_every_row(awardcli: Run, case: dict[str, Any], tmp_path: Path) -> None:
    asked, wanted, out = Asked(awardcli, case), case["import"], tmp_path / "list.awards"
    words = ["import", asked.file, *case["options"], *wanted.get("options", ()), "-o", out]
    ran = asked.run(*words)
    kept = wanted.get("kept")
    if wanted.get("stops"):
        assert ran.code != 0
        assert not out.exists()
        kept = wanted["kept_with_rejects"]
        ran = asked.run(*words, "--rejects", tmp_path / "rejects.csv")
        if kept == 0:
            assert ran.code == 1
            assert not out.exists()
            return
    assert ran.code == 0, ran
    for pattern in wanted.get("says", ()):
        assert re.search(pattern, ran.out + ran.err)
    assert len(asked.run("export", "-", "-f", "jsonl", "--data", out).lines) == kept
    if "columns" in wanted:
        assert set(wanted["columns"]) <= columns_of(out)
    for question in wanted.get("questions", ()):
        asked.answer(question, out, ())


def columns_of(path: Path) -> set[str]:
    """The names of all columns of a collection file."""
    base = sqlite3.connect(path)
    try:
        tables = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
        names = [base.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall() for table in tables]
        return {name for found in names for (name,) in found}
    finally:
        base.close()
