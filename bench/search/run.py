"""How well awardcli finds wrongly remembered titles, and finds nothing for titles it lacks, beside its peers.

    python -m bench.search.run [--only-ours] [--check] [--misses] [--command]

Prints Markdown. R@1 is the share of queries whose first record is a right one, R@5 that of those with one among the
first five, MRR the mean of 1 / its rank. Silent is the share of queries with nothing to find that found nothing.
A peer that is not installed is named and passed over; `make bench-search` installs them all.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from time import perf_counter

from bench.search.asking import (
    DEV,
    FRESH,
    HARD,
    NEGATIVES,
    Answers,
    Parts,
    Scored,
    answered_words,
    ask,
    ask_command,
    rows_of,
    scored,
    words,
)
from bench.search.bar import below_bar, words_below_bar
from bench.search.peers import Answered, Skipped, ask_peers

import awardcli

SILENT = {"none": "none", "none-han": "Han", "none-pinyin": "pinyin", "none-initials": "initials"}
"""The kinds with nothing to find, each with its heading in the table of peers."""


def main() -> int:
    """Print the tables; give 1 where awardcli is below the bar and that was asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only-ours", action="store_true", help="leave the peers out")
    parser.add_argument("--check", action="store_true", help="exit 1 where awardcli is below the bar")
    parser.add_argument("--misses", action="store_true", help="list each query that awardcli answers wrongly")
    parser.add_argument("--command", action="store_true", help="run the installed command, once a query")
    wanted = parser.parse_args()

    os.environ.pop("AWARDCLI_DATA", None)  # the command would search that list instead
    ours = {parts: _answers(parts, by_command=wanted.command) for parts in (DEV, NEGATIVES, FRESH, HARD)}
    easy = scored(rows_of(DEV + NEGATIVES), ours[DEV] + ours[NEGATIVES])
    fresh = scored(rows_of(FRESH), ours[FRESH])
    hard = scored(rows_of(HARD), ours[HARD])
    _section("The kinds of query", _by_kind(easy))
    if not wanted.only_ours:
        _section("Beside its peers", _by_tool(ours[DEV] + ours[NEGATIVES]))
    _section("Fresh kinds, and their near misses", _by_kind(fresh))
    _section("Harder kinds, and their near misses", _by_kind(hard))
    answered = answered_words()
    _section("Dictionary words", [f"{len(answered)} of {len(words())} find something: {' '.join(answered)}"])
    if wanted.misses:
        misses = [*easy.misses.items(), *fresh.misses.items(), *hard.misses.items()]
        _section("Missed", [f"- {kind}: {miss}" for kind, each in misses for miss in each])
    if not wanted.check:
        return 0
    complaints = [
        complaint for parts, answers in ours.items() for complaint in below_bar(parts, scored(rows_of(parts), answers))
    ]
    complaints += words_below_bar(answered, len(words()))
    print(*complaints or ["awardcli is above the bar"], sep="\n", file=sys.stderr)
    return int(bool(complaints))


def _answers(parts: Parts, *, by_command: bool) -> Answers:
    begin = perf_counter()
    answers = [answer for part in parts for answer in (ask_command if by_command else ask)(part)]
    files = ", ".join(part.queries for part in parts)
    print(f"{files}: {len(answers)} queries in {perf_counter() - begin:.1f} s", file=sys.stderr)
    return answers


def _by_kind(score: Scored) -> Iterator[str]:
    yield from _heading("kind", "queries", "R@1", "R@5", "MRR", "silent")
    for kind, found in [*score.found.items(), ("**all**", score.over_all)]:
        yield _line(kind, found.asked, found.r1, found.r5, found.mrr, "")
    for kind, silent in [*score.silent.items(), ("**all with nothing to find**", score.all_silent)]:
        yield _line(kind, silent.asked, "", "", "", silent.share)


def _by_tool(ours: Answers) -> Iterator[str]:
    rows = rows_of(DEV + NEGATIVES)
    records = [result.to_dict() for result in awardcli.open_collection()]
    tools = [Answered("**awardcli**", ours, [f"awardcli {awardcli.__version__}"])]
    skipped: list[Skipped] = []
    for peer in ask_peers(records, [row["query"] for row in rows]):
        if isinstance(peer, Answered):
            tools.append(peer)
        else:
            skipped.append(peer)
    yield from _heading("tool", "R@1", "R@5", "MRR", *(f"silent: {name}" for name in SILENT.values()))
    for tool in tools:
        score = scored(rows, tool.answers)
        found = score.over_all
        yield _line(tool.name, found.r1, found.r5, found.mrr, *(score.silent[kind].share for kind in SILENT))
    yield ""
    yield f"With {', '.join(dict.fromkeys(version for tool in tools for version in tool.versions))}."
    yield from (f"Skipped: {peer.name} ({peer.reason})." for peer in skipped)


def _section(title: str, lines: Iterable[str]) -> None:
    print(f"## {title}", "", *lines, "", sep="\n")


def _heading(first: str, *others: str) -> list[str]:
    return [_line(first, *others), _line("---", *["--:"] * len(others))]


def _line(*cells: object) -> str:
    return f"| {' | '.join(f'{cell:.3f}' if isinstance(cell, float) else str(cell) for cell in cells)} |"


if __name__ == "__main__":
    sys.exit(main())
