"""The sets of queries, awardcli's answers to them, and what answers are worth."""

import shlex
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from bench.search import evaluate
from bench.search.peers import Record

import awardcli

HERE = Path(__file__).parent
AWARDCLI = Path(sys.executable).with_name("awardcli")

Row = Mapping[str, str]
"""A line of a query file: query, field, expected and kind."""

Answers = list[list[Record]]
"""For each query, in their order, the records that a tool finds, best first."""


class Part(NamedTuple):
    """A file of queries, and the list that they are asked of; None is the bundled one."""

    queries: str
    data: str | None = None

    @property
    def rows(self) -> list[Row]:
        """The queries, in their order."""
        rows: list[Row] = evaluate.load(HERE / self.queries)
        return rows


Parts = tuple[Part, ...]

DEV: Parts = (Part("queries-dev.tsv"),)
NEGATIVES: Parts = (Part("negatives-dev.tsv"),)
FRESH: Parts = (Part("queries-fresh.tsv"),)
HARD: Parts = (Part("queries-hard.tsv"), Part("queries-confusable.tsv", "confusable.csv"))


class Found(NamedTuple):
    """The queries of a kind that has answers: how many, the shares right at once and in the first five, and the MRR."""

    asked: int
    r1: float
    r5: float
    mrr: float


class Silent(NamedTuple):
    """The queries of a kind that has no answers: how many, and how many of them found something."""

    asked: int
    answered: int

    @property
    def share(self) -> float:
        """The share that found nothing."""
        return 1 - self.answered / self.asked


class Scored(NamedTuple):
    """Answers by kind and over all; `misses` says of each query gone wrong what it wants and what it got."""

    found: Mapping[str, Found]
    over_all: Found
    silent: Mapping[str, Silent]
    all_silent: Silent
    misses: Mapping[str, Sequence[str]]


def words() -> list[str]:
    """3,000 words of a Chinese dictionary, of two to six characters, none of them in the bundled list."""
    return (HERE / "words.txt").read_text(encoding="utf-8").split()


def answered_words() -> list[str]:
    """Those of the words that find something in the bundled list."""
    results = awardcli.open_collection()
    return [word for word in words() if awardcli.find(results, word).hits]


def ask(part: Part) -> Answers:
    """What awardcli answers to each query of a file, asked in this process."""
    results = awardcli.open_collection(HERE / part.data if part.data else None)
    return [[_record(hit) for hit in awardcli.find(results, row["query"]).hits] for row in part.rows]


def _record(hit: awardcli.Hit) -> dict[str, object]:
    """A hit as `search --format json` writes it, with the keys that are judged or reported."""
    return hit.result.to_dict() | {"tier": hit.tier.name.lower(), "score": round(hit.score, 1)}


def ask_command(part: Part) -> Answers:
    """The same from the installed command, one process a query; one that fails is reported and answers wrongly."""
    options = ["--format", "json", *(["--data", str(HERE / part.data)] if part.data else [])]
    command = f"{shlex.join([str(AWARDCLI), 'search', *options, '--'])} {{query}}"
    with ThreadPoolExecutor() as pool:
        ran = list(pool.map(lambda row: evaluate.run_command(command, row["query"], timeout=60), part.rows))
    for row, (_, error) in zip(part.rows, ran, strict=True):
        if error:
            print(f"{row['query']}: {error}", file=sys.stderr)
    return [answer for answer, _ in ran]


def rows_of(parts: Parts) -> list[Row]:
    """The queries of several files, one after the other."""
    return [row for part in parts for row in part.rows]


def scored(rows: Sequence[Row], answers: Answers) -> Scored:
    """What answers to those queries are worth."""
    table = evaluate.score(rows, answers)
    over_all = table.pop("ALL", {"n": 0, "r1": 0.0, "r5": 0.0, "mrr": 0.0})
    silent = {
        kind: Silent(cell["n"], round(cell["n"] * (1 - cell["empty"])))
        for kind, cell in table.items()
        if "empty" in cell
    }
    misses: dict[str, list[str]] = {}
    for row, answer in zip(rows, answers, strict=True):
        if _is_missed(row, answer):
            misses.setdefault(row["kind"], []).append(_told(row, answer))
    return Scored(
        {kind: _found(cell) for kind, cell in table.items() if kind not in silent},
        _found(over_all),
        silent,
        Silent(sum(kind.asked for kind in silent.values()), sum(kind.answered for kind in silent.values())),
        misses,
    )


def _found(cell: Mapping[str, float]) -> Found:
    return Found(int(cell["n"]), cell["r1"], cell["r5"], cell["mrr"])


def _is_missed(row: Row, answer: Sequence[Record]) -> bool:
    rank: int = evaluate.rank_of(row, answer)
    return bool(answer) if row["kind"].startswith("none") else rank != 1


def _told(row: Row, answer: Sequence[Record]) -> str:
    wanted = row["expected"].replace("|||", " or ") or "nothing"
    return f"`{row['query']}` wants {wanted}, got {'; '.join(map(_named, answer[:2])) or 'nothing'}"


def _named(record: Record) -> str:
    how = f" ({record['tier']} {record['score']})" if "tier" in record else ""
    return f"{record.get('title') or '-'} / {record.get('organization') or '-'}{how}"
