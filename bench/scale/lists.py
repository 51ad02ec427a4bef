"""The lists and queries that are measured: a corpus of real titles in four sizes, each in every tool's own form."""

import csv
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from awardcli.language.fold import fold
from awardcli.language.readings import syllables

SIZES = (1_000, 10_000, 100_000, 1_000_000)
KINDS = ("substring", "homophone", "letters", "initials", "typo", "deletion")
"""What `make_queries.py` draws, with known answers."""
HOT = ("月", "山", "明月", "春风", "yue", "mingyue", "sgsqs")
"""Queries of only the commonest characters and pairs, which thousands of the million titles answer."""

AWARDCLI = str(Path(sys.executable).with_name("awardcli"))
_HERE = Path(__file__).parent
_QUERIES_A_KIND = 200


class Asked(NamedTuple):
    """A query, its kind, and the title that it was made from."""

    kind: str
    query: str
    want: str


class Lists:
    """The lists of a folder, each made when it is first needed."""

    def __init__(self, folder: Path, package: Path) -> None:
        self.folder = folder
        self._package = package
        folder.mkdir(parents=True, exist_ok=True)

    def json_lines(self, size: int) -> Path:
        def build(part: Path) -> None:
            self._script("make_corpus.py", self._package, "--size", size, "--out", part)

        return self._made(f"corpus-{size}.jsonl", build)

    def collection(self, size: int) -> Path:
        def build(part: Path) -> None:
            subprocess.run([AWARDCLI, "import", self.json_lines(size), "-o", part], check=True)

        return self._made(f"corpus-{size}.awards", build)

    def csv(self, size: int) -> Path:
        def build(part: Path) -> None:
            with part.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(("title", "organization", "category", "award"))
                writer.writerows((r["title"], r["organization"], r["category"], r["award"]) for r in self.records(size))

        return self._made(f"corpus-{size}.csv", build)

    def lines(self, size: int, kind: str) -> Path:
        """One title a line, by itself or behind its pinyin or its initials, for tools that look for what is there.

        "bare pinyin" and "bare initials" are without the title: what is found there does not say what it is.
        """
        ways: Mapping[str, Callable[[str], str]] = {
            "titles": str,
            "pinyin": lambda title: f"{pinyin(title)}\t{title}",
            "initials": lambda title: f"{initials(title)}\t{title}",
            "bare pinyin": pinyin,
            "bare initials": initials,
        }

        def build(part: Path) -> None:
            with part.open("w", encoding="utf-8") as file:
                file.writelines(f"{ways[kind](r['title'])}\n" for r in self.records(size))

        return self._made(f"lines-{kind.replace(' ', '-')}-{size}.txt", build)

    def full_text(self, size: int) -> Path:
        """A SQLite table with the titles, their pinyin and initials, and FTS5's trigram index of all three."""

        def build(part: Path) -> None:
            connection = sqlite3.connect(part)
            connection.execute("CREATE TABLE films (title TEXT, pinyin TEXT, initials TEXT)")
            titles = (r["title"] for r in self.records(size))
            connection.executemany("INSERT INTO films VALUES (?, ?, ?)", ((t, pinyin(t), initials(t)) for t in titles))
            connection.execute(
                "CREATE VIRTUAL TABLE films_fts USING fts5(title, pinyin, initials, tokenize=trigram, content=films)"
            )
            connection.execute("INSERT INTO films_fts(films_fts) VALUES ('rebuild')")
            connection.commit()
            connection.close()

        return self._made(f"full-text-{size}.db", build)

    def queries(self) -> Sequence[Asked]:
        path = self._made(
            "queries.json",
            lambda part: self._script(
                "make_queries.py", self.json_lines(SIZES[0]), "--per-kind", _QUERIES_A_KIND, "--out", part
            ),
        )
        return [Asked(q["kind"], q["query"], q["want"]) for q in json.loads(path.read_text(encoding="utf-8"))]

    def records(self, size: int) -> Iterator[Mapping[str, str]]:
        with self.json_lines(size).open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)

    def _made(self, name: str, build: Callable[[Path], None]) -> Path:
        path = self.folder / name
        if not path.exists():
            print(f"making {name}", file=sys.stderr)
            part = self.folder / f"part-{name}"  # the suffix says what it is to become
            part.unlink(missing_ok=True)
            build(part)
            part.rename(path)
        return path

    def _script(self, name: str, *arguments: object) -> None:
        subprocess.run([sys.executable, _HERE / name, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def pinyin(title: str) -> str:
    return "".join(syllable or character for syllable, character in _read(title))


def initials(title: str) -> str:
    return "".join((syllable or character)[0] for syllable, character in _read(title))


def _read(title: str) -> Iterator[tuple[str, str]]:
    text = fold(title)
    return zip(syllables(text), text, strict=True)
