"""How long a user waits for awardcli, against Python's start and `import typer`, the floor of any Typer program.

    python -m bench.startup [--runs 31]

The commands run in turn, so that a machine whose speed drifts slows all of them. Each figure is a ratio of medians over
whole processes, by CPU time, which other programs disturb least, and by wall time. Exits 1 where a CPU ratio is above
its bound.
"""

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

from bench.timing import Command, Ran, medians

_PYTHON = sys.executable
_AWARDCLI = str(Path(_PYTHON).with_name("awardcli"))
_BREAKS = " \t\n\"'><=;|&(:"
_FLOOR = "import typer"


def _tab(line: str) -> tuple[str, ...]:
    """What bash runs when somebody presses TAB behind that line."""
    return (_AWARDCLI, "__complete", "bash", line, "", _BREAKS)


class Case(NamedTuple):
    """A command, and the ratio of its CPU time to the floor's that it must not exceed; None where none is promised."""

    name: str
    words: tuple[str, ...]
    bound: float | None = None


CASES = (
    Case("python -c pass", (_PYTHON, "-c", "pass")),
    Case(_FLOOR, (_PYTHON, "-c", "import typer")),
    Case("awardcli --help", (_AWARDCLI, "--help"), 1.1),
    Case("awardcli search 上海 (literal)", (_AWARDCLI, "search", "上海"), 1.25),
    Case("awardcli search 川成 (sound)", (_AWARDCLI, "search", "川成"), 1.3),
    Case("awardcli search aishangh (pinyin)", (_AWARDCLI, "search", "aishangh"), 1.3),
    Case("awardcli search lpdkfd (initials)", (_AWARDCLI, "search", "lpdkfd"), 1.3),
    Case("awardcli search 奋斗的民乐入 (near)", (_AWARDCLI, "search", "奋斗的民乐入"), 1.35),
    Case("awardcli search aishnaghai (misspelt)", (_AWARDCLI, "search", "aishnaghai"), 1.6),
    Case("awardcli list --category wdy", (_AWARDCLI, "list", "--category", "wdy")),
    Case("awardcli search 上海 -f table", (_AWARDCLI, "search", "上海", "-f", "table")),
    Case("TAB behind awardcli se", _tab("awardcli se"), 1.0),
    Case("TAB behind search x --f", _tab("awardcli search x --f"), 1.0),
    Case("TAB behind list-by-category 微", _tab("awardcli list-by-category 微"), 1.0),
    Case("TAB behind --district hp (pinyin)", _tab("awardcli search x --district hp"), 1.0),
)


def measured(cases: tuple[Case, ...], runs: int) -> dict[str, Ran]:
    """The medians of each case by name."""
    found = medians([[Command(case.words)] for case in cases], runs)
    return {case.name: ran for case, ran in zip(cases, found, strict=True) if ran}


def main() -> int:
    """Print the table; return 1 where a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=31)
    found = measured(CASES, parser.parse_args().runs)
    floor = found[_FLOOR]
    missed = False
    print(f"{'command':42}{'CPU ms':>8}{'ratio':>7}{'bound':>7}{'wall ms':>9}{'ratio':>7}")
    for case in CASES:
        ran = found[case.name]
        ratio = ran.cpu / floor.cpu
        over = case.bound is not None and ratio > case.bound
        missed |= over
        bound = "" if case.bound is None else f"{case.bound:.2f}"
        figures = (
            f"{ran.cpu * 1000:8.0f}{ratio:7.2f}{bound:>7}{ran.seconds * 1000:9.0f}{ran.seconds / floor.seconds:7.2f}"
        )
        print(f"{case.name:42}{figures}{'  missed' if over else ''}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
