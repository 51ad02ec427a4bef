"""How awardcli holds up from a thousand to a million titles, beside other tools.

    python -m bench.scale.run PACKAGE [--folder DIR] [--sizes 1000 1000000] [--rounds 5] [--write]

PACKAGE is the folder of the npm package `chinese-poetry`, from which the lists are made. Prints Markdown; with
`--write` writes docs/scale.md, docs/scale.zh-CN.md and the picture docs/scale.svg. Ratios are of medians of commands
that ran in turn. Exits 1 where a goal is missed.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from bench.match.speed import by_size
from bench.scale import inside, loading, peers
from bench.scale.lists import HOT, KINDS, SIZES, Asked, Lists
from bench.scale.report import Report, Searched, Started, write
from bench.timing import medians

import awardcli

_QUERIES = 5
"""Queries of a kind that whole processes are run for."""
_JOBS = 2
_LONG_COLLECTION = 300_000
"""Results of the collection that lines are matched with."""


def main() -> int:
    """Measure everything; give 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("--folder", type=Path, default=Path("build/bench-scale"))
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write docs/ instead of printing")
    wanted = parser.parse_args()
    os.environ["AWARDCLI_LANG"] = "en"

    lists, sizes = Lists(wanted.folder, wanted.package), tuple(wanted.sizes)
    largest = sizes[-1]
    report = Report(
        sizes=sizes,
        started=_started(lists, wanted.rounds),
        searched=[_searched(lists, sizes, kind, asked, wanted.rounds) for kind, asked in _asked(lists, _QUERIES)],
        inside=_inside(lists, largest),
        imported=[loading.imported(lists, largest, suffix, wanted.rounds) for suffix in ("csv", "jsonl")],
        matched=[loading.matched(lists, largest, _JOBS, make_up=make_up) for make_up in (False, True)],
        tasks=list(by_size(lists.folder, lists.collection(min(largest, _LONG_COLLECTION)))),
        packed=lists.collection(largest).stat().st_size / lists.json_lines(largest).stat().st_size,
    )
    write(report, Path("docs") if wanted.write else None)
    missed = report.missed()
    print(*(f"missed: {goal}" for goal in missed), sep="\n", file=sys.stderr)
    return int(bool(missed))


def _asked(lists: Lists, most: int) -> list[tuple[str, list[Asked]]]:
    """The queries of each kind, and last the commonest."""
    kinds = [(kind, list(asked)[:most]) for kind, asked in groupby(lists.queries(), key=lambda one: one.kind)]
    assert [kind for kind, _ in kinds] == list(KINDS)
    return [*kinds, ("common", [Asked("common", query, "") for query in HOT])]


def _started(lists: Lists, rounds: int) -> list[Started]:
    known = list(peers.starting(lists.folder))
    runs = medians([[peer.command] if peer.command else [] for peer in known], 3 * rounds)
    return [Started(peer.name, ran) for peer, ran in zip(known, runs, strict=True)]


def _searched(lists: Lists, sizes: Sequence[int], kind: str, asked: Sequence[Asked], rounds: int) -> Searched:
    """A kind of query to lists of each size, ours and the peers' in turn."""
    print(f"searching: {kind}", file=sys.stderr)
    known = {size: [list(peers.searching(lists, size, one)) for one in asked] for size in sizes}
    names = [peer.name for peer in known[sizes[0]][0]]
    cases = [
        [command for one in known[size] if (command := one[place].command)]
        for place in range(len(names))
        for size in sizes
    ]
    runs = iter(medians(cases, rounds))
    ran = {name: {size: next(runs) for size in sizes} for name in names}
    return Searched(kind, {size: {name: ran[name][size] for name in names} for size in sizes})


def _inside(lists: Lists, size: int) -> list[inside.Inside]:
    collection = awardcli.open_collection(lists.collection(size))
    titles = [record["title"] for record in lists.records(size)]
    gc.freeze()  # the titles are for the scan alone: looking through them for garbage is no part of a search
    found = []
    for kind, asked in groupby(lists.queries(), key=lambda one: one.kind):
        print(f"inside: {kind}", file=sys.stderr)
        found.append(inside.measured(collection, titles, list(asked)))
    return found


if __name__ == "__main__":
    sys.exit(main())
