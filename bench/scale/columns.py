"""How a list with five further columns holds up from a thousand rows to a million: its import, and its searches.

    python -m bench.scale.columns PACKAGE [--folder DIR] [--sizes 1000 1000000] [--rounds 5]

PACKAGE is the folder of the npm package `chinese-poetry`, as for `bench.scale.run`; a list that the folder has already
is not made again. Compares by CPU time: the import of each list with that of the list without the columns, and searches
for the first 50 hits in the largest collection with the same in the smallest. Exits 1 where a goal of
docs/scale.md is missed.
"""

import argparse
import csv
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from bench.scale.lists import AWARDCLI, HOT, SIZES, Lists
from bench.scale.report import MOST_GROWTH, MOST_GROWTH_COMMON, MOST_IMPORT_PEAK, MOST_PEAK
from bench.timing import Command, medians, run

_LANGUAGES = ("汉语", "英语", "沪语", "粤语", "无对白")
_QUERIES = 5
"""Queries of a kind."""
_OF_A_COLUMN = ("沪语 明月", "无对白 春风", "粤语 桃花")
"""Queries that name a value of a further column, which a fifth of the rows have."""
_ROUNDS = 5


def _rows(plain: Path) -> Iterator[tuple[object, ...]]:
    """The rows of a list with minutes, a language, a unique address, a remark on a tenth of the rows, and a size."""
    with plain.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        yield *next(rows), "片长", "语言", "网址", "备忘", "画幅"
        for number, row in enumerate(rows):
            remark = f"见第{number // 10}页" if number % 10 == 0 else ""
            language = _LANGUAGES[number % len(_LANGUAGES)]
            yield *row, number % 180 + 1, language, f"https://example.org/{number}", remark, 1.85


def _with_columns(plain: Path) -> Path:
    wide = plain.with_name(f"wide-{plain.name}")
    if not wide.exists():
        with wide.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(_rows(plain))
    return wide


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("--folder", type=Path, default=Path("build/bench-scale"))
    parser.add_argument("--sizes", type=int, nargs="+", default=(SIZES[0], SIZES[-1]))
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    wanted = parser.parse_args()
    lists, missed = Lists(wanted.folder, wanted.package), False
    collections: list[Path] = []
    print(f"{'rows':>9} {'CPU s':>7} {'x plain':>8} {'MiB':>5}  import")
    for size in wanted.sizes:
        plain = lists.csv(size)
        wide, collection = _with_columns(plain), wanted.folder / f"wide-{size}.awards"
        of_both = [
            run(Command((AWARDCLI, "import", str(path), "-o", str(collection), "--force"))) for path in (plain, wide)
        ]
        collections.append(collection)
        missed |= of_both[1].peak > MOST_IMPORT_PEAK
        print(f"{size:9} {of_both[1].cpu:7.1f} {of_both[1].cpu / of_both[0].cpu:8.2f} {of_both[1].peak:5.0f}")
    kinds = {
        kind: [one.query for one in asked][:_QUERIES] for kind, asked in groupby(lists.queries(), lambda q: q.kind)
    }
    print(f"{'query':>12} {'smallest':>9} {'largest':>8} {'ratio':>6} {'MiB':>5}  search, CPU s")
    for kind, queries in {**kinds, "common": list(HOT), "of a column": list(_OF_A_COLUMN)}.items():
        cases = [
            [Command((AWARDCLI, "search", query, "-n", "50", "--data", str(path))) for query in queries]
            for path in (collections[0], collections[-1])
        ]
        few, many = medians(cases, wanted.rounds)
        assert few
        assert many
        ratio = many.cpu / few.cpu
        missed |= ratio > (MOST_GROWTH if kind in kinds else MOST_GROWTH_COMMON) or many.peak > MOST_PEAK
        print(f"{kind:>12} {few.cpu:9.3f} {many.cpu:8.3f} {ratio:6.2f} {many.peak:5.0f}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
