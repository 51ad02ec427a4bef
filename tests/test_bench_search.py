"""Search is above its bar, and the bench that says so can be trusted."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.search import peers
from bench.search.asking import DEV, NEGATIVES, Part, ask, ask_command, rows_of, scored
from bench.search.bar import below_bar
from bench.search.peers import Record, Skipped, fuzzy, literal, node

from awardcli.search.printed_text import Candidate

FILM: Record = {"title": "爱上海的理由", "organization": "文汇报社"}
OTHERS: list[Record] = [{"title": "党员", "organization": "澎湃新闻"}, {"title": None, "organization": "个人"}]


@pytest.fixture
def prepared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Prepare each result once for all queries, not once a query, which would take most of the time."""
    candidates: dict[int, Candidate] = {}  # a candidate holds its result, so that no other gets its id
    monkeypatch.setattr("awardcli.search.find.Candidate", lambda each: candidates.setdefault(id(each), Candidate(each)))


# The bar


@pytest.mark.usefixtures("prepared_once")
def test_search_is_above_the_bar() -> None:
    """On the other queries, which take longer, `make check-search` says so."""
    complaints = below_bar(DEV, scored(rows_of(DEV), [answer for part in DEV for answer in ask(part)]))
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


def test_a_search_that_finds_nothing_is_below_the_bar_with_every_miss_named() -> None:
    rows = rows_of(DEV)
    complaints = "\n".join(below_bar(DEV, scored(rows, [[] for _ in rows])))
    assert "R@1 over all kinds is 0.000, the bar 1.000" in complaints
    assert "homophone: `一呼百应` wants “疫”呼百应 守“沪”联心, got nothing" in complaints
    assert "silence" not in complaints


def test_a_search_that_always_answers_is_below_the_bar_with_every_miss_named() -> None:
    rows = rows_of(NEGATIVES)
    complaints = below_bar(NEGATIVES, scored(rows, [[FILM] for _ in rows]))
    assert [complaint.partition(",")[0] for complaint in complaints] == [
        "silence on other films is 0.000",
        "silence of none-han is 0.000",
        "silence of none-initials is 0.000",
        "silence of none-pinyin is 0.000",
    ]
    assert "none-han: `九品芝麻官` wants nothing, got 爱上海的理由 / 文汇报社" in complaints[0]


def test_the_command_answers_as_the_program_does(tmp_path: Path) -> None:
    queries = tmp_path / "queries.tsv"
    lines = ["query\tfield\texpected\tkind", "爱上海\ttitle\t爱上海的理由\texact", "-\"' 科幻\tany\t\tnone"]
    queries.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    part = Part(str(queries))
    ((by_command,), nothing), ((here,), nothing_here) = ask_command(part), ask(part)
    assert here == {key: by_command[key] for key in here}
    assert nothing == nothing_here == []


# The peers


@pytest.mark.parametrize("peer", [*literal.PEERS, *fuzzy.PEERS], ids=lambda peer: peer.name)
def test_each_peer_finds_literal_text(peer: peers.Peer) -> None:
    rank = peer.ranker([*OTHERS, FILM])
    assert rank("爱上海的理由")[0] == FILM
    assert rank("上海")[0] == FILM
    assert rank("文汇报社")[0] == FILM


def test_a_peer_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(node, "INSTALLED", tmp_path)
    skipped = list(node.ask([FILM], ["上海"]))
    assert all(isinstance(peer, Skipped) for peer in skipped)
    named = " ".join(peer.name for peer in skipped)
    assert all(name in named for name in ("fuse.js", "minisearch", "pinyin-pro", "pinyin-match"))
