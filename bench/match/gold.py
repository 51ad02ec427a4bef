"""How often `match` is right, on lines whose right answers were judged by eye.

    python -m bench.match.gold [--misses] [--check]

`films.csv`, `books.csv` and `novels.csv` are public facts of film and book prizes. `lines.tsv` has lines as people
would write them: `right` are the ids of what a line names, several where they are as good, none where it names nothing
in the list. An answer among `doubt` is neither right nor wrong, if it scores below 100; `must` is `below` where
something in the line contradicts, so that the right answer has to score below 100.

With `--check` it fails below the bar: precision .98, recall .95, in each list .85, and nothing wrong or undue at 100.
"""

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from awardcli import Linker, Match, open_collection

HERE = Path(__file__).parent
PRECISION, RECALL, RECALL_OF_A_LIST = 0.98, 0.95, 0.85


class Line(NamedTuple):
    """A line, the list it is matched with, and what it names."""

    list: str
    right: frozenset[str]
    doubt: frozenset[str]
    is_below: bool
    text: str


class Counts:
    """How many lines there are, and what became of them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines = self.named = self.answered = self.right = self.undue = self.wrong_at_100 = 0

    @property
    def precision(self) -> float:
        """Right answers among all answers that are right or wrong."""
        return self.right / self.answered if self.answered else 1.0

    @property
    def recall(self) -> float:
        """Right answers among the lines that name something."""
        return self.right / self.named if self.named else 1.0

    def add(self, line: Line, match: Match) -> str | None:
        """Count a line; what is wrong with its answer, if anything."""
        answer = match.result.id if match.result else None
        self.lines += 1
        self.named += bool(line.right)
        if answer is None:
            return "no answer" if line.right else None
        if answer in line.doubt and match.score < 100:
            return None
        self.answered += 1
        if answer in line.right:
            self.right += 1
            if line.is_below and match.score >= 100:
                self.undue += 1
                return "100 although something differs"
            return None
        self.wrong_at_100 += match.score >= 100
        return "wrong"

    def row(self) -> str:
        """As a line of a Markdown table."""
        return (
            f"| {self.name} | {self.lines} | {self.named} | {self.answered} | {self.precision:.3f} | {self.recall:.3f} "
            f"| {self.wrong_at_100} | {self.undue} |"
        )


def lines() -> Iterator[Line]:
    """The lines, in their order."""
    with (HERE / "lines.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Line(
                list=row["list"],
                right=frozenset(filter(None, row["right"].split(","))),
                doubt=frozenset(filter(None, row["doubt"].split(","))),
                is_below=row["must"] == "below",
                text=row["line"],
            )


def measured() -> tuple[list[Counts], list[str]]:
    """The counts of each list and of all, and what is wrong, line by line."""
    linkers = {path.stem: Linker(open_collection(path)) for path in sorted(HERE.glob("*.csv"))}
    counts = {name: Counts(name) for name in (*linkers, "all")}
    misses = []
    for line in lines():
        (match,) = linkers[line.list].match([line.text])
        counts["all"].add(line, match)
        if problem := counts[line.list].add(line, match):
            answer = f"{match.result.title} ({match.result.id}, {match.score})" if match.result else "nothing"
            misses.append(
                f"{line.list}: {line.text} -> {answer}: {problem}; right: {', '.join(line.right) or 'nothing'}"
            )
    return list(counts.values()), misses


def below_bar(counts: list[Counts]) -> list[str]:
    """What is below the bar, in words."""
    *lists, everything = counts
    found = [f"recall of {one.name} is {one.recall:.3f}" for one in lists if one.recall < RECALL_OF_A_LIST]
    if everything.precision < PRECISION:
        found.append(f"precision is {everything.precision:.3f}")
    if everything.recall < RECALL:
        found.append(f"recall is {everything.recall:.3f}")
    if everything.wrong_at_100 or everything.undue:
        found.append(f"at 100: {everything.wrong_at_100} wrong, {everything.undue} undue")
    return found


def parser_of(description: str | None) -> argparse.ArgumentParser:
    """The options of a measurement that prints what is not as it should be, and may fail below the bar."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print each line that is not as it should be")
    parser.add_argument("--check", action="store_true", help="fail below the bar")
    return parser


def report(counted: str, counts: list[Counts], misses: Sequence[str], asked: argparse.Namespace) -> int:
    """Print the table of what was counted by list or form; with `--check` give 1 below the bar."""
    print(f"| {counted} | lines | named | answered | precision | recall | wrong at 100 | undue at 100 |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    print(*(one.row() for one in counts), sep="\n")
    if asked.misses:
        print(*misses, sep="\n")
    complaints = below_bar(counts) if asked.check else []
    print(*complaints, sep="\n", file=sys.stderr)
    return int(bool(complaints))


if __name__ == "__main__":
    options = parser_of(__doc__).parse_args()
    sys.exit(report("list", *measured(), options))
