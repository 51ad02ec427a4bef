"""Other ways to search the list, each at its best simple setting: the same queries, over the same two fields."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import NamedTuple

Record = Mapping[str, object]
"""A title and an organization, either of which may be None."""

Ranker = Callable[[str], list[Record]]
"""Gives the records that answer a query, best first."""


class Peer(NamedTuple):
    """A way to search that runs in Python; making its ranker fails where what it needs is not installed."""

    name: str
    ranker: Callable[[Sequence[Record]], Ranker]
    packages: tuple[str, ...] = ()


class Answered(NamedTuple):
    """What a peer answered to each query, in their order, and which versions of what it is made of did so."""

    name: str
    answers: list[list[Record]]
    versions: Sequence[str]


class Skipped(NamedTuple):
    """A peer that is not here, and why."""

    name: str
    reason: str


def ask_peers(records: Sequence[Record], queries: Sequence[str]) -> Iterator[Answered | Skipped]:
    """What every peer answers, in the order of the report."""
    from bench.search.peers import fuzzy, literal, node

    for peer in (*literal.PEERS, *fuzzy.PEERS):
        try:
            versions = [f"{package} {_version(package)}" for package in peer.packages]
            rank = peer.ranker(records)
        except (ImportError, sqlite3.OperationalError) as error:
            yield Skipped(peer.name, str(error))
        else:
            yield Answered(peer.name, [rank(query) for query in queries], versions)
    yield from node.ask(records, queries)


def texts(record: Record) -> list[str]:
    """What of a record is searched, title first."""
    return [str(text) for text in (record["title"], record["organization"]) if text]


def _version(package: str) -> str:
    return sqlite3.sqlite_version if package == "SQLite" else version(package)
