"""Peers that find only text that is printed exactly as typed."""

import sqlite3
from collections.abc import Sequence
from weakref import finalize

from bench.search.peers import Peer, Ranker, Record, texts

GRAM = 3
"""FTS5's trigrams know nothing shorter."""


def substring(records: Sequence[Record]) -> Ranker:
    """What `grep -F` finds among lines of title, tab and organization, in printed order."""
    lines = ["\t".join(texts(record)) for record in records]
    return lambda query: [record for record, line in zip(records, lines, strict=True) if query in line]


def trigram(records: Sequence[Record]) -> Ranker:
    """Every word somewhere in the record, by FTS5's rank; printed order where a word is too short for it."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE film USING fts5 (title, organization, tokenize='trigram')")
    database.executemany(
        "INSERT INTO film (rowid, title, organization) VALUES (?, ?, ?)",
        [(number, record["title"], record["organization"]) for number, record in enumerate(records)],
    )

    def rank(query: str) -> list[Record]:
        words = query.split()
        if all(len(word) >= GRAM for word in words):
            matching = " ".join('"' + word.replace('"', '""') + '"' for word in words)
            found = database.execute("SELECT rowid FROM film WHERE film MATCH ? ORDER BY rank, rowid", [matching])
        else:
            each = " AND ".join(["(title LIKE ? OR organization LIKE ?)"] * len(words))
            patterns = [f"%{word}%" for word in words for _ in ("title", "organization")]
            found = database.execute(f"SELECT rowid FROM film WHERE {each} ORDER BY rowid", patterns)
        return [records[number] for (number,) in found]

    finalize(rank, database.close)
    return rank


PEERS = (
    Peer("grep -F", substring),
    Peer(f"SQLite FTS5 trigram, LIKE under {GRAM} characters", trigram, ("SQLite",)),
)
