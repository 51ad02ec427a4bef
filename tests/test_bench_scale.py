"""The bench of large lists measures what it says, and its page says it in both languages."""

import re
import sys
from pathlib import Path

import pytest
from bench.match.speed import Compared, Timed
from bench.scale.inside import Inside, measured
from bench.scale.lists import KINDS, Asked
from bench.scale.loading import Imported, Matched
from bench.scale.report import Report, Searched, Started, write
from bench.timing import Command, Ran, medians, run

from awardcli import open_collection

_SIZES = (1_000, 1_000_000)


def report(**changes: object) -> Report:
    """A run in which every goal is met."""
    by_size = {size: {"awardcli": Ran(0.1, 30), "fzf": Ran(0.3, 20), "sqlite-utils": None} for size in _SIZES}
    whole = Report(
        sizes=_SIZES,
        started=[Started("python -c pass", Ran(0.02, 10)), Started("import typer", Ran(0.1, 20)), Started("jq", None)],
        searched=[Searched(kind, by_size) for kind in (*KINDS, "common")],
        inside=[Inside(kind, 1, 2, 200, 200, 190, 10, 0, 0, ()) for kind in KINDS],
        imported=[Imported("csv", 40, 4, 300, 200, 100)],
        matched=[Matched(made_up, 1_000_000, Compared(8, 80, 1000), 40) for made_up in (False, True)],
        tasks=[Timed("3 lines, a list of 50,000", "3 行，50,000 条", 2, 5, 100)],
        packed=1.9,
    )
    return whole._replace(**changes)  # type: ignore[arg-type]


def test_where_every_goal_is_met_none_is_missed() -> None:
    assert report().missed() == []


@pytest.mark.parametrize(
    ("changes", "missed"),
    [
        ({"tasks": [Timed("3 lines", "3 行", 6, 5, 100)]}, "CPU seconds of match: 3 lines: 6 (≤ 5)"),
        ({"packed": 2.6}, "size against JSON lines: 2.6 (≤ 2.5)"),
        ({"imported": [Imported("csv", 65, 4, 300, 200, 100)]}, "import of csv: against a bare insertion: 16.2 (≤ 16)"),
        ({"inside": [Inside("typo", 1, 2, 200, 200, 190, 0, 0, 0, ())]}, "typo: known answers found: 95.0% (≥ 97%)"),
        ({"inside": [Inside("letters", 1, 20, 200, 200, 200, 0, 0, 0, ())]}, "letters: p95 in process against a scan"),
    ],
)
def test_a_goal_that_is_missed_is_named(changes: dict[str, object], missed: str) -> None:
    [complaint] = report(**changes).missed()
    assert complaint.startswith(missed)


def test_both_languages_have_the_same_figures(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the picture is drawn by matplotlib, of the group bench")
    write(report(), tmp_path)
    english, chinese = ((tmp_path / name).read_text(encoding="utf-8") for name in ("scale.md", "scale.zh-CN.md"))
    assert re.findall(r"\d[\d.,]*", _tables(english)) == re.findall(r"\d[\d.,]*", _tables(chinese))
    assert (tmp_path / "scale.svg").read_text(encoding="utf-8").count("<svg") == 1


def _tables(page: str) -> str:
    rows = (line for line in page.splitlines() if line.startswith("|"))
    return "\n".join(row.replace("known answers found", "") for row in rows)


@pytest.mark.parametrize("in_terminal", [False, True])
def test_a_command_is_timed_with_its_memory(in_terminal: bool) -> None:
    ran = run(
        Command((sys.executable, "-c", "import time; a = 'x' * 50_000_000; time.sleep(0.2)"), in_terminal=in_terminal)
    )
    assert ran.seconds > 0.2
    assert 50 < ran.peak < 500


def test_a_case_without_commands_has_no_median() -> None:
    quick = Command((sys.executable, "-c", "pass"))
    timed, missing = medians([[quick], []], 1)
    assert timed is not None
    assert missing is None


def test_the_known_answer_is_recognized() -> None:
    pytest.importorskip("rapidfuzz")
    bundled = open_collection()
    titles = [result.title for result in bundled if result.title]
    asked = [Asked("typo", "我与阿德书", "我与阿德叔"), Asked("typo", "老潘的奶啡店", "没有这部作品")] * 5
    found = measured(bundled, titles, asked)
    assert (found.top, len(found.missed)) == (5, 5)
    assert found.scan > 0
