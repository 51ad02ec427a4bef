"""The peers that npm installs, all asked by one run of `rank.mjs`."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.search.peers import Answered, Record, Skipped

INSTALLED = Path("build", "bench-search", "node")
"""Where `make bench-search` has npm install them, from the top of the checkout."""

_ROOT = Path(__file__).parents[3]
_SCRIPT = Path(__file__).with_name("rank.mjs")


def ask(records: Sequence[Record], queries: Sequence[str]) -> Iterator[Answered | Skipped]:
    """What each of them answers."""
    fields = [{"title": record["title"] or "", "organization": record["organization"] or ""} for record in records]
    asked = json.dumps({"installed": str(_ROOT / INSTALLED), "records": fields, "queries": queries})
    try:
        ran = subprocess.run(["node", _SCRIPT], input=asked, capture_output=True, encoding="utf-8", check=True)
    except FileNotFoundError:
        yield Skipped("fuse.js, minisearch, pinyin-pro, pinyin-match", "node is missing")
        return
    except subprocess.CalledProcessError as error:
        yield Skipped("fuse.js, minisearch, pinyin-pro, pinyin-match", error.stderr.strip())
        return
    for peer in json.loads(ran.stdout):
        if "missing" in peer:
            yield Skipped(peer["name"], peer["missing"])
        else:
            answers = [[records[number] for number in numbers] for numbers in peer["answers"]]
            yield Answered(peer["name"], answers, [peer["version"]])
