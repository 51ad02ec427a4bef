"""How long a user's list of real size takes to answer a search, against another version of awardcli, by CPU time.

    python -m bench.reading LIST OTHER [QUERY ...]

LIST is a table such as the DLu/oscar_data list of the Academy Awards (12,000 rows, tab-separated), OTHER a checkout of
the other version. That one gets as many rows as a CSV with headings that every version knows. Both versions run in
turn; a figure is the median of 11 runs.
"""

import csv
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.timing import Command, medians

from awardcli.collection import open_collection

_HERE = Path(__file__).parents[1]
_ROUNDS = 11
_QUERIES = ("The Last Command", "Casablanca", "godfathr")
"""Found as typed, found as typed, and found by its spelling only."""
_MOST = 1.5
"""The goal: so many times the other version's CPU time at most."""


def _plain_copy(path: Path, copy: Path) -> int:
    """Write the results of a list under the fixed headings of roles; gives how many there are."""
    results = list(open_collection(path))
    with copy.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("title", "organization", "category", "award", "year"))
        for each in results:
            category = each.category.name if each.category else ""
            table.writerow((each.title or "-", each.organization or "-", category, each.award, each.edition.year))
    return len(results)


def _search(checkout: Path, query: str, path: Path) -> Command:
    source = f"PYTHONPATH={checkout / 'src'}"
    return Command(("env", source, sys.executable, "-m", "awardcli", "search", query, "--data", str(path)))


def main(path: Path, other: Path, queries: tuple[str, ...]) -> int:
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "plain.csv"
        print(f"{path.name}: {_plain_copy(path, copy)} rows; CPU seconds, medians of {_ROUNDS} runs")
        print("query                 here   other   ratio")
        worst = 0.0
        for query in queries:
            ours, theirs = medians([[_search(_HERE, query, path)], [_search(other, query, copy)]], _ROUNDS)
            assert ours
            assert theirs
            worst = max(worst, ours.cpu / theirs.cpu)
            print(f"{query:20} {ours.cpu:6.2f} {theirs.cpu:7.2f} {ours.cpu / theirs.cpu:7.2f}")
    return 0 if worst <= _MOST else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), tuple(sys.argv[3:]) or _QUERIES))
