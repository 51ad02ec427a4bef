"""How long a user waits for awardcli, against Python's start and `import typer`, the floor of any Typer program.

    python bench/startup.py [--runs 31]

The commands run in turn, so that a machine whose speed drifts slows all of them; each figure is a ratio of medians of
whole-process times. Exits 1 where a ratio is above its bound.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

_PYTHON = sys.executable
_AWARDCLI = str(Path(_PYTHON).with_name("awardcli"))
_FLOOR = (_PYTHON, "-c", "import typer")


_BREAKS = " \t\n\"'><=;|&(:"


def _tab(line: str) -> tuple[str, ...]:
    """What bash runs when somebody presses TAB behind that line."""
    return (_AWARDCLI, "__complete", "bash", line, "", _BREAKS)


class Case(NamedTuple):
    """A command, and the ratio to the floor that it must not exceed; None where none is promised."""

    name: str
    command: tuple[str, ...]
    bound: float | None = None


CASES = (
    Case("python -c pass", (_PYTHON, "-c", "pass")),
    Case("import typer", _FLOOR),
    Case("awardcli --help", (_AWARDCLI, "--help"), 1.2),
    Case("awardcli search 上海 (literal)", (_AWARDCLI, "search", "上海"), 1.35),
    Case("awardcli search 川成 (sound)", (_AWARDCLI, "search", "川成"), 1.35),
    Case("awardcli search aishangh (pinyin)", (_AWARDCLI, "search", "aishangh"), 1.35),
    Case("awardcli search lpdkfd (initials)", (_AWARDCLI, "search", "lpdkfd"), 1.35),
    Case("awardcli search 奋斗的民乐入 (near)", (_AWARDCLI, "search", "奋斗的民乐入"), 1.6),
    Case("awardcli search aishnaghai (near)", (_AWARDCLI, "search", "aishnaghai"), 1.6),
    Case("TAB behind awardcli se", _tab("awardcli se"), 1.0),
    Case("TAB behind search x --f", _tab("awardcli search x --f"), 1.0),
    Case("TAB behind list-by-category 微", _tab("awardcli list-by-category 微"), 1.0),
    Case("TAB behind --district hp (pinyin)", _tab("awardcli search x --district hp"), 1.0),
)


def seconds(command: tuple[str, ...]) -> float:
    """The wall time of one run into a pipe, with bytecode cached as an installed program has it."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=environment, check=False)
    return time.perf_counter() - begin


def medians(cases: tuple[Case, ...], runs: int) -> dict[str, float]:
    """The median seconds of each case, run in turn after a warm-up."""
    times: dict[str, list[float]] = {case.name: [] for case in cases}
    for run in range(runs + 1):
        for case in cases:
            taken = seconds(case.command)
            if run:
                times[case.name].append(taken)
    return {name: statistics.median(taken) for name, taken in times.items()}


def main() -> int:
    """Print the table; give 1 where a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=31)
    found = medians(CASES, parser.parse_args().runs)
    floor = found["import typer"]
    missed = False
    print(f"{'command':42}{'ms':>6}{'ratio':>7}{'bound':>7}")
    for case in CASES:
        ratio = found[case.name] / floor
        over = case.bound is not None and ratio > case.bound
        missed |= over
        bound = "" if case.bound is None else f"{case.bound:.2f}"
        print(f"{case.name:42}{found[case.name] * 1000:6.0f}{ratio:7.2f}{bound:>7}{'  missed' if over else ''}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
