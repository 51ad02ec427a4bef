"""The tools beside awardcli: what a user would type into each for the same question."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from bench.scale.lists import AWARDCLI, Asked, Lists, pinyin
from bench.timing import Command

_PYTHON = sys.executable
_BIN = Path(_PYTHON).parent


BARE = "fzf, no titles"


class Peer(NamedTuple):
    """A tool and its command; None where it is not installed, or has no way to answer."""

    name: str
    command: Command | None


def starting(folder: Path) -> Iterator[Peer]:
    """The same question, 上海, to the bundled list in each tool's own form, and the start of what it is built on."""
    awards, lines, database = folder / "awards.csv", folder / "awards.jsonl", folder / "awards.db"
    for path in (awards, lines):
        _run(AWARDCLI, "export", path, "--no-bom", "--force")
    sqlite_utils = _found("sqlite-utils", "query", str(database), "select title from awards where title like '%上海%'")
    if sqlite_utils:
        _run(sqlite_utils.words[0], "insert", database, "awards", lines, "--nl", "--replace", "--pk", "id")
    duckdb = f"import duckdb; print(duckdb.sql(\"select title from '{awards}' where title like '%上海%'\"))"
    yield Peer("python -c pass", Command((_PYTHON, "-c", "pass")))
    yield Peer("import typer", Command((_PYTHON, "-c", "import typer")))
    yield Peer("awardcli --help", Command((AWARDCLI, "--help")))
    yield Peer("awardcli search 上海", Command((AWARDCLI, "search", "上海")))
    yield Peer("awardcli search 上海, in a terminal", Command((AWARDCLI, "search", "上海"), in_terminal=True))
    yield Peer("ripgrep", _found("rg", "-F", "上海", str(awards)))
    yield Peer("fzf --filter", _found("fzf", "--filter", "上海", reads=awards))
    yield Peer("jq", _found("jq", "-c", 'select(.title // "" | contains("上海"))', str(lines)))
    yield Peer("csvkit (csvgrep)", _found("csvgrep", "-c", "title", "-m", "上海", str(awards)))
    yield Peer("sqlite-utils", sqlite_utils)
    yield Peer("DuckDB, from Python", Command((_PYTHON, "-c", duckdb)) if find_spec("duckdb") else None)


def searching(lists: Lists, size: int, asked: Asked) -> Iterator[Peer]:
    """One query to a list of a size; only awardcli makes the pinyin itself, fzf and sqlite-utils get it prepared.

    fzf gets it twice, the second time without the titles: with only ASCII to read it is much faster.
    """
    collection = str(lists.collection(size))
    yield Peer("awardcli", Command((AWARDCLI, "search", asked.query, "-n", "50", "--data", collection)))
    form = {"homophone": "pinyin", "letters": "pinyin", "initials": "initials"}.get(asked.kind, "titles")
    typed = pinyin(asked.query) if asked.kind == "homophone" else asked.query
    yield Peer("fzf", _found("fzf", "--filter", typed, reads=lists.lines(size, form)))
    if form != "titles":
        yield Peer(BARE, _found("fzf", "--filter", typed, reads=lists.lines(size, f"bare {form}")))
    database, has_trigrams = str(lists.full_text(size)), asked.kind not in ("typo", "deletion", "common")
    command = _found("sqlite-utils", "search", database, "films", typed, "--limit", "50")
    yield Peer("sqlite-utils", command if has_trigrams and len(typed) > 2 else None)


def _run(*words: object) -> None:
    subprocess.run(list(map(str, words)), check=True, stderr=subprocess.DEVNULL)


def _found(name: str, *arguments: str, reads: Path | None = None) -> Command | None:
    """The command of a tool beside Python or on the path, or None."""
    path = shutil.which(name, path=str(_BIN)) or shutil.which(name)
    return Command((path, *arguments), reads) if path else None
