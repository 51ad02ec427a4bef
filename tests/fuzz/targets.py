"""The fuzz targets: each takes any bytes, and raises only where awardcli is wrong."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import gettempdir
from typing import IO
from unittest.mock import patch

from awardcli import messages
from awardcli.collection import Collection, open_collection
from awardcli.collection.stored import StoredCollection
from awardcli.collection.user_file.json import json_file
from awardcli.collection.user_file.reader import read_rows
from awardcli.collection.user_file.text_file import BinaryFile, TextFile
from awardcli.collection.user_file.workbooks import workbook_file
from awardcli.errors import AwardcliError
from awardcli.language.fold import fold
from awardcli.output.sanitize import INVISIBLE, UNSAFE, safe_json, safe_text
from awardcli.search.find import find
from awardcli.search.linking.link import Linker
from awardcli.search.printed_text import Candidate
from awardcli.search.query import Query
from hostile.case import TITLES
from hostile.databases import sound
from hostile.workbooks import SHEET, SOUND, packed

Target = Callable[[bytes], None]
_IDS = ("9-micro-film-07", "9-shortlisted-film-01", "9-theme-award-04", "9-outstanding-organizer-05")
_FOLDER = Path("/dev/shm") if Path("/dev/shm").is_dir() else Path(gettempdir())
_FEW = list(filter(None, map(open_collection().result, _IDS)))
"""Odd questions are the matter, not many titles: one character, signs, numbers either way, no title."""
_PREPARED = {result.id: Candidate(result) for result in _FEW}


def _read(suffix: str) -> Target:
    """A reader: it gives results, whose titles are text, or refuses."""

    def read(data: bytes) -> None:
        path = _FOLDER / f"fuzzed-{os.getpid()}{suffix}"
        path.write_bytes(data)
        with suppress(AwardcliError):
            assert _are_distinct(open_collection(path))

    return read


def _are_distinct(collection: Collection) -> bool:
    """Whether no two results have the same id; each is looked at."""
    ids = set()
    for number, result in enumerate(collection, start=1):
        assert result.title or result.organization or any(cell not in (None, "") for cell in result.cells.values)
        (result.title or "").encode()
        ids.add(result.id)
        if len(ids) < number:
            return False
    return True


def read_array(data: bytes) -> None:
    """A JSON array as an import reads it, record by record: it says what the whole document does, or is refused too."""
    path = _FOLDER / f"fuzzed-{os.getpid()}.json"
    path.write_bytes(data)
    text = _read_or_refused(lambda: TextFile(BinaryFile(path)).read())
    if isinstance(text, list) and text[0].lstrip().startswith("{"):
        return  # which may be lines
    whole, piecewise = (
        _read_or_refused(lambda: json_file.parse_json(path, TextFile(BinaryFile(path)).read())),
        _read_or_refused(lambda: _pieced(path)),
    )
    if isinstance(whole, list) and not isinstance(whole[0], list):
        whole = "refused"  # a number or text alone is JSON, but no list
    assert whole == piecewise or messages.TOO_DEEP() in f"{whole}{piecewise}"  # an array is one level more


def _pieced(path: Path) -> object:
    with patch.object(json_file, "_BLOCK", 5):
        found = json_file.read_json(TextFile(BinaryFile(path)))
        return [value for _, value, _ in found.records] if found.document is None else found.document


def _read_or_refused(read: Callable[[], object]) -> object:
    """What is read; of a refusal, only that it is one, and whether for its depth: there may be several reasons."""
    try:
        return [read()]
    except AwardcliError as error:
        return messages.TOO_DEEP() if messages.TOO_DEEP() in error.message else "refused"


def read_matched_rows(data: bytes) -> None:
    """What `match` reads, of a suffix that the length of the data chooses: all rows have a cell for each column."""
    suffix = (".csv", ".tsv", ".txt")[len(data) % 3]
    path = _FOLDER / f"fuzzed-{os.getpid()}{suffix}"
    path.write_bytes(data)
    with suppress(AwardcliError):
        for row in read_rows(path, to_match=True):
            assert row.problem or len(row.cells.columns) == len(row.cells.values)


def read_workbook(data: bytes) -> None:
    """A workbook, read as always but in a process that is kept: to begin a new one takes fifty times as long."""
    with patch.object(workbook_file, "reading", _READER.reading):
        _read(".xlsx")(data)


_FAR = re.compile(rb"""\br\s*=\s*["'][^"']*(?:[A-Z]{3}|\d{3})""", re.IGNORECASE)
"""A cell so far from the first that the empty ones on the way take longer than all else; hostile files have such."""


def read_sheet(data: bytes) -> None:
    """A workbook whose sheet is those bytes, which are XML or not; nothing where a cell stands far off."""
    if not _FAR.search(data):
        read_workbook(packed(SOUND | {SHEET: data}, method=0))


class _Reader:
    """A process that reads workbooks, begun when the first one comes and anew where one ended it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    @contextmanager
    def reading(self, path: Path, names: Sequence[str] = ()) -> Iterator[IO[str]]:
        told = _FOLDER / f"fuzzed-{os.getpid()}.told"
        if self._process is None or self._process.poll() is not None:
            command = [sys.executable, str(Path(__file__).with_name("reader.py")), str(told)]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        if not self._process.stdout.readline():
            self._process.wait()
        with told.open(encoding="utf-8", errors="surrogatepass") as lines:
            yield lines


_READER = _Reader()


def read_collection(data: bytes) -> None:
    """A collection file in which bytes are changed, read and searched: two of `data` say which, a third to what.

    Any other bytes would be refused at once. No command may change the file.
    """
    content, told, path = _small()
    damaged = bytearray(content)
    for at in range(0, len(data) - 2, 3):
        damaged[told[int.from_bytes(data[at : at + 2]) % len(told)]] = data[at + 2]
    with path.open("r+b") as file:  # to make it anew would take longer
        file.write(damaged)
    with suppress(AwardcliError):
        collection = StoredCollection(path)
        with suppress(AwardcliError):
            assert _are_distinct(collection) or _is_refused(collection.check)
        list(find(collection, Query.of(TITLES[0])).hits)
    assert path.read_bytes() == damaged


def _is_refused(look: Callable[[], object]) -> bool:
    try:
        look()
    except AwardcliError:
        return True
    return False


_NEAR = 8


@cache
def _small() -> tuple[bytes, list[int], Path]:
    """A sound collection in small pages, of which few are empty; the places of it that hold something, or stand near
    to one; and a file for it."""
    path = _FOLDER / f"fuzzed-{os.getpid()}.awards"
    path.write_bytes(sound())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 512")
        connection.execute("VACUUM")
    content = path.read_bytes()
    return content, [at for at in range(len(content)) if any(content[max(at - _NEAR, 0) : at + 1])], path


def sanitise(data: bytes) -> None:
    """Nothing unsafe comes through, and safe text is unchanged."""
    texts = [data.decode("utf-8", "surrogateescape"), data[: len(data) // 4 * 4].decode("utf-32-le", "replace")]
    for text in texts:
        shown = safe_text(text)
        assert not (UNSAFE | INVISIBLE) & set(shown)
        assert safe_text(shown) == shown
        shown.encode()
        if text.isprintable():
            assert shown == text
        document = safe_json(json.dumps(text, ensure_ascii=False))
        assert json.loads(document) == text
        assert not (UNSAFE | INVISIBLE) & set(document)


def search(data: bytes) -> None:
    """Any words find results whose places lie inside the text, or nothing, or are no question.

    One of the results at a time, by how long the question is: more would only take longer.
    """
    words = data.decode("utf-8", "surrogateescape")
    fold(words)
    with suppress(AwardcliError), patch("awardcli.search.find.Candidate", lambda result: _PREPARED[result.id]):
        query = Query.of(words)
        for hit in find([_FEW[len(words) % len(_FEW)]], query).hits:
            assert 0 <= hit.score <= 100
            for place in hit.places:
                printed = hit.result.title if place.field == "title" else hit.result.organization
                assert 0 <= place.start < place.end <= len(printed or "")


def match_line(data: bytes) -> None:
    """A line names one of a few results, surely or less so, or none."""
    line = data.decode("utf-8", "replace")
    for found in _LINKER.match([line, f"《{line}》 2022"]):
        assert 0 <= found.score <= 100
        assert (found.result is None) == (found.tier is None)
        found.note.encode()


_LINKER = Linker(_FEW)
_LINES = (
    "1. 《爱上海的理由》  文汇报社",
    "画 2022",
    "吾梦2",
    "中共十大",
    "第三季 壹佰廿三",
    "FILM Ⅳ: Part Two",
    "fu de li",
)
_DOCUMENTS = (
    '{"data": {"items": [{"片名": "吾梦", "年份": 2021}]}}',
    '{"films": [{"title": "a", "by": {"name": "b"}}], "books": [{"title": "c", "tags": ["d", "e"]}]}',
)
"""JSON whose records lie deeper, under one key or under several."""
_QUESTIONS = ("画", "呼百应", "hu100ying", "fu deli", "一九二二", "xuanchuanb", "a\x1b\u202e", "22", "ｆｕ")

TARGETS: dict[str, Target] = {
    "csv": _read(".csv"),
    "tsv": _read(".tsv"),
    "json": _read(".json"),
    "jsonl": _read(".jsonl"),
    "array": read_array,
    "txt": _read(".txt"),
    "rows": read_matched_rows,
    "line": match_line,
    "sanitiser": sanitise,
    "search": search,
    "xlsx": read_workbook,
    "sheet": read_sheet,
    "awards": read_collection,
}
MOST = 640
"""Bytes of what is made up: room for a few records, in which odd things stand beside each other. More takes longer."""
LONGEST = {"search": 24, "array": 2000, "line": 90, "awards": 90, "sheet": 1500, "xlsx": 4096}
"""Where it is not so: a question is short, nesting is refused at a thousand, a change takes three bytes."""


def seeds(target: str) -> Iterator[bytes]:
    """What fuzzing begins with."""
    from hostile import texts

    match target:
        case "csv" | "tsv" | "json" | "jsonl":
            yield from (case.content() for case in texts.encoded() if case.name.endswith(f".{target}"))
            yield texts.plain(target).encode()
            if target == "json":
                yield from (document.encode() for document in _DOCUMENTS)
        case "array":
            yield from seeds("json")
            yield from (b"[]", b'[{"a": [1.5e3, null]}, "\\ud83c\\udfac", -0, true]', b'{"a": "\\ud83d"}', b"[" * 2000)
        case "txt":
            yield from (case.content() for case in texts.encoded() if case.name.endswith(".csv"))
            yield from (texts.plain("csv").replace(",", separator).encode() for separator in ";|\t，")
            yield from (texts.plain("jsonl").encode(), *(document.encode() for document in _DOCUMENTS))
        case "line":
            yield from (line.encode() for line in _LINES)
        case "rows":
            yield from (texts.plain("csv").encode(), texts.plain("csv").encode("utf-16"), "吾梦\n追梦人\n".encode())
        case "xlsx":
            yield packed(SOUND)
        case "sheet":
            yield str(SOUND[SHEET]).encode()
        case "awards":
            yield bytes(3)
            yield from (place.to_bytes(2) + b"\xff" for place in range(100))
        case _:
            yield from (text.encode() for text in _QUESTIONS)
