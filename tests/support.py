"""What the tests share: results made to order, and awardcli run as a process or on a screen of its own."""

import ctypes
import itertools
import os
import signal
import struct
import subprocess
import sys
import traceback
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NamedTuple, NoReturn

import pyte
import pytest
import xlsxwriter

from awardcli.cli import app
from awardcli.collection import Collection, ListCollection
from awardcli.collection.collection_builder import save_collection
from awardcli.collection.stored import StoredCollection
from awardcli.collection.user_file.table_lines import DITTO, is_nobody
from awardcli.language.people_and_bodies import organization_names
from awardcli.language.places import district_of
from awardcli.model import VALUES_BY_KEY, Category, Edition, Organization, Result
from awardcli.output.columns import RESULT_COLUMNS, hit_columns
from awardcli.output.formats import FORMATS, Layout
from awardcli.output.table import write_table as write_table  # and Rich, which each copy of this process needs

HOME = Path(__file__).parents[1]
AWARDCLI = (sys.executable, "-m", "awardcli")
UNHEARD = ("AWARDCLI_", "LC_", "LANG", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PYTHON")
"""How the names of the variables begin that would make a test depend on who runs it."""
WHOLE = os.environ.get("TEST_WHOLE") == "1"
"""Whether to try everything, as the long make targets do, and not only a sample of it."""
NINTH = Edition(9, 2022)
needs_a_full_disk = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
_numbers = itertools.count()
_TALL = 200
"""Lines of a test's screen: more than any of its tables, so that nothing scrolls away."""


def flat_record(result: Result) -> dict[str, object]:
    """The result by the fixed keys, without the columns of a user's list."""
    return {key: value(result) for key, value in VALUES_BY_KEY.items()}


def result(
    title: str | None = "爱上海的理由",
    organization: str | None = "文汇报社",
    *,
    kind: str | None = None,
    category: str | Category | None = "微电影",
    edition: Edition = NINTH,
    id: str | None = None,  # noqa: A002 # what a result calls it
    **changes: Any,
) -> Result:
    """A result like any other, but for what a test is about; its id is its title unless said otherwise.

    >>> result("吾梦", "黄浦区老西门街道").organizations[0].district
    '黄浦区'
    """
    return Result(
        **{
            "id": id or title or organization,
            "edition": edition,
            "category": Category(category) if isinstance(category, str) else category,
            "award": None,
            "title": title,
            "title_pinyin": None,
            "organization": organization,
            "organizations": tuple(
                Organization(name, district=district_of(name), kind=kind)
                for name in organization_names(organization or "")
            ),
            **changes,
        }
    )


def film(title: str, year: int | None = None, who: str | None = None, **changes: Any) -> Result:
    """A film of someone's list; its id is its title and year."""
    return result(title, who, edition=Edition(None, year), **{"id": f"{title} {year}" if year else title, **changes})


def layout(*keys: str, of_hits: bool = False, nested: bool = False, for_people: bool = False, **changes: Any) -> Layout:
    """A layout with the columns of those keys, or all, which a search has more of; lists only where `nested`."""
    chinese = changes.get("chinese", False)
    known = hit_columns(collection([])).keys if of_hits else RESULT_COLUMNS
    columns = [column for column in known if nested or not column.nested]
    if keys:
        by_key = {column.key: column for column in known}
        columns = [by_key[key] for key in keys]
    headings = [column.heading(chinese=chinese) if for_people else column.key for column in columns]
    if for_people:
        columns = [column._replace(read=column.for_people(chinese=chinese)) for column in columns]
    return Layout(**{"columns": columns, "headings": headings, "for_people": for_people, **changes})


def formatted(format_name: str, rows: Iterable[Any], look: Layout) -> bytes:
    """The rows in a format."""
    written_to = BytesIO()
    values = ([column.read(row) for column in look.columns] for row in rows)
    FORMATS[format_name].write(values, look, written_to)
    return written_to.getvalue()


def collection(results: Iterable[Result]) -> ListCollection:
    """Those results as a collection."""
    results = list(results)
    editions = {each.edition: None for each in results}
    categories = {each.category: None for each in results if each.category}
    return ListCollection(None, results, list(editions), list(categories))


class Ran(NamedTuple):
    """How a run of awardcli ended: its exit code, and what it wrote."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        """Standard output as text, its line ends unchanged."""
        return self.raw.decode()

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()


def environment(**changes: str | None) -> dict[str, str]:
    """A plain environment in UTF-8, with the changes; None takes a variable away."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(UNHEARD)}
    changed = {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color", **changes}
    return plain | {name: value for name, value in changed.items() if value is not None}


def process(*arguments: str | bytes, env: Mapping[str, str | None] | None = None, **options: Any) -> Ran:
    """Run awardcli as a process of its own, its output in pipes."""
    wanted = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    ran = subprocess.run([*AWARDCLI, *arguments], env=environment(**(env or {})), check=False, timeout=60, **wanted)
    return Ran(ran.returncode, ran.stdout or b"", (ran.stderr or b"").decode(errors="replace"))


def shell(script: str, env: Mapping[str, str | None] | None = None, cwd: Path | None = None) -> Ran:
    """Run a line of bash in which `awardcli` is ours."""
    ours = f'set -o pipefail; awardcli() {{ "{sys.executable}" -m awardcli "$@"; }}; {script}'
    ran = subprocess.run(
        ["bash", "-c", ours],
        env=environment(**(env or {})),
        cwd=cwd,
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr.decode(errors="replace"))


def hear_every_signal() -> None:
    """Let a process about to begin hear the signals that end it, also where the tests themselves ignore them."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def be_nobody_special() -> None:
    """Let a process about to begin obey permissions, as it does where the tests are not run by root."""
    if sys.platform != "linux":  # which alone has capabilities
        return
    drop = 24  # PR_CAPBSET_DROP
    for capability in (0, 1, 2, 3):  # to give files away, to write and to read any file, to change any file's mode
        ctypes.CDLL(None).prctl(drop, capability, 0, 0, 0)


class Cell(NamedTuple):
    """What one cell of a screen holds: a character, or nothing behind a wide one, and whether it is highlighted."""

    text: str
    lit: bool


class Screen(NamedTuple):
    """What a terminal of that many columns shows after awardcli ran on it, without its standard error."""

    code: int
    err: str
    raw: bytes
    rows: list[list[Cell]]

    @property
    def lines(self) -> list[str]:
        """The lines as a reader sees them."""
        return ["".join(cell.text for cell in row).rstrip() for row in self.rows]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def column_starts(self) -> list[int]:
        """Where the columns of a table begin, read off the rule under its heading."""
        rule = [cell.text for cell in self.rows[1]]
        assert set(rule) == {"─", " "}, self.text
        return [at for at, text in enumerate(rule) if text == "─" and (at == 0 or rule[at - 1] == " ")]

    def column(self, heading: str) -> str:
        """All text in the column of that heading, read downwards without spaces."""
        starts = [*self.column_starts(), None]
        number = self.lines[0].split().index(heading)
        cells = (cell for row in self.rows[2:] for cell in row[starts[number] : starts[number + 1]])
        return "".join(cell.text for cell in cells if cell.text != " ")

    def highlighted(self) -> list[str]:
        """The stretches that are highlighted, line by line."""
        found: list[str] = []
        for row in self.rows:
            for before, cell in zip([None, *row], row, strict=False):
                if cell.lit:
                    found[-1:] = [found[-1] + cell.text] if before and before.lit else [*found[-1:], cell.text]
        return found


def on_screen(*arguments: str, columns: int = 80, env: Mapping[str, str | None] | None = None) -> Screen:
    """Run awardcli on a terminal of that many columns, its standard error apart."""
    with TemporaryFile() as errors:
        code, shown = on_terminal(*arguments, columns=columns, env=env, stderr=errors)
        errors.seek(0)
        err = errors.read().decode()
    screen = pyte.Screen(columns, _TALL)
    pyte.ByteStream(screen).feed(shown)
    rows = [
        [
            Cell(cell.data, cell.bold and cell.fg == "red")
            for cell in map(screen.buffer[line].__getitem__, range(columns))
        ]
        for line in range(screen.cursor.y)
    ]
    return Screen(code, err, shown, rows)


def on_terminal(
    *arguments: str, columns: int = 80, env: Mapping[str, str | None] | None = None, **streams: Any
) -> tuple[int, bytes]:
    """Run awardcli on a terminal of that many columns; gives its exit code and all that the terminal gets."""
    if os.name == "nt":
        pytest.skip("Windows has no such terminals")
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _TALL, columns, 0, 0))
    with copied(*arguments, env=env, **{"stdin": theirs, "stdout": theirs, "stderr": theirs, **streams}) as running:
        os.close(theirs)
        shown = b"".join(_read_all(ours))
        os.close(ours)
    return running.returncode, shown


def copied(
    *arguments: str,
    env: Mapping[str, str | None] | None = None,
    before: Callable[[], object] = hear_every_signal,
    program: Callable[[], object] = app.main,
    **streams: Any,
) -> "subprocess.Popen[bytes]":
    """Run awardcli in a copy of this process, which has imported everything, with those streams.

    That takes a quarter of the time of a new process. `before` is called in the copy first; `program` is what runs.
    """

    def be_awardcli() -> None:
        before()
        os.closerange(3, 1024)  # by which Popen knows that the process has begun
        _end_as_awardcli(program, arguments, environment(**(env or {})))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # from 3.12 on, of threads: the copy has none
        # Python ignores SIGPIPE; restored, it would end the copy where a new process gets a BrokenPipeError.
        return subprocess.Popen(AWARDCLI, preexec_fn=be_awardcli, restore_signals=False, **streams)


def in_copy(*arguments: str, **options: Any) -> Ran:
    """Run awardcli in a copy of this process, as `copied` does, its output in pipes unless said otherwise."""
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with copied(*arguments, **{**streams, **options}) as running:
        out, err = running.communicate(timeout=60)
    return Ran(running.returncode, out or b"", (err or b"").decode(errors="replace"))


def _end_as_awardcli(program: Callable[[], object], arguments: Sequence[str], env: Mapping[str, str]) -> NoReturn:
    """Be awardcli, and end as it does, without what Python and pytest do at their end."""
    code: object = 1
    try:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 # as a new process has them
        sys.stdout, sys.stderr = (open(n, "w", encoding="utf-8", closefd=False) for n in (1, 2))  # noqa: SIM115
        os.environ.clear()
        os.environ.update(env)
        sys.argv = ["awardcli", *arguments]
        program()
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)


def _read_all(descriptor: int) -> Iterable[bytes]:
    while True:
        try:
            data = os.read(descriptor, 65536)
        except OSError:  # Linux says so when the other side has closed
            return
        if not data:
            return
        yield data


def stored(path: Path, films: Collection) -> StoredCollection:
    """Those results as a collection file."""
    path.touch()
    save_collection(films, path, path)
    return StoredCollection(path)


def stored_in(films: Collection, folder: Path) -> StoredCollection:
    """Those results as a collection file of a folder, of a name that no other has."""
    return stored(folder / f"{next(_numbers)}.awards", films)


def written(path: Path, text: str | bytes) -> Path:
    """That file, holding that text exactly."""
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def says_nothing(text: str) -> bool:
    """Whether a cell of that text names nobody, or says the same as the one above: -, N/A, 〃."""
    return is_nobody(text) or text in DITTO


def workbook(*sheets: tuple[str, list[list[object]]], hidden: tuple[str, ...] = ()) -> bytes:
    """A workbook with those sheets, each a name and its rows."""
    data = BytesIO()
    with xlsxwriter.Workbook(data) as book:
        for name, rows in sheets:
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
            if name in hidden:
                page.hide()
    return data.getvalue()
