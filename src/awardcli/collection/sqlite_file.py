"""The layout of a collection file: plain tables that any SQLite tool reads."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from awardcli import messages
from awardcli.errors import InvalidDataError, UnreadableError

APPLICATION_ID = 0x41575244
"""AWRD: says whose file it is."""

USER_VERSION = 1
"""The version of this layout."""

_TABLES = """
CREATE TABLE editions (
    edition INTEGER PRIMARY KEY,
    number INTEGER,
    year INTEGER,
    name TEXT,
    name_en TEXT,
    theme TEXT,
    "begin" TEXT,
    "end" TEXT,
    submissions INTEGER,
    honoured_works INTEGER,
    views INTEGER,
    source TEXT
);
CREATE TABLE categories (
    category INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    id TEXT,
    name_en TEXT,
    honours TEXT NOT NULL
);
CREATE TABLE organizations (
    organization INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    pinyin TEXT,
    district TEXT,
    kind TEXT
);
CREATE TABLE results (
    position INTEGER PRIMARY KEY, -- the printed order, from 1
    id TEXT NOT NULL,
    edition INTEGER NOT NULL REFERENCES editions,
    category INTEGER REFERENCES categories,
    award TEXT,
    title TEXT,
    title_pinyin TEXT,
    organization TEXT, -- as printed, also where it names several
    certainty TEXT NOT NULL,
    note TEXT,
    note_zh TEXT,
    printed TEXT -- JSON: the lines of the published text
);
CREATE TABLE result_organizations (
    result INTEGER NOT NULL REFERENCES results,
    place INTEGER NOT NULL,
    organization INTEGER NOT NULL REFERENCES organizations,
    PRIMARY KEY (result, place)
) WITHOUT ROWID;
"""
_INDEXES = """
CREATE UNIQUE INDEX IF NOT EXISTS results_by_id ON results (id);
CREATE INDEX IF NOT EXISTS results_by_organization ON result_organizations (organization);
"""
_MAKES = re.compile(r"CREATE (?:UNIQUE |VIRTUAL )?(?:TABLE|INDEX) (\w+)")
_MAGIC = b"SQLite format 3\0"
_HEADER = 20
_IN_WAL_MODE = b"\2"
"""The last byte of so many says which program can read the file (SQLite's page on its file format, 1.3)."""
_FOR_BUILDING = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -16384;
PRAGMA temp_store = FILE;
"""
_PAGE = 8192
_LIMITS = {
    # What SQLite advises for files of strangers, but a row has ten texts of a million characters, as an import accepts.
    sqlite3.SQLITE_LIMIT_LENGTH: 48_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,  # our own counts need more than the ten advised
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
}
_STEPS_A_LOOK = 1000
_STEPS_FOR_ANY = 1_000_000
_STEPS_A_BYTE = 4
"""Steps of SQLite's machine: reading every result takes a fifth of one for each byte of the file."""


def connect_readonly(path: Path) -> sqlite3.Connection:
    """A connection to a collection file that trusts nothing in it and writes nothing.

    Raises UnreadableError where the file cannot be read, and InvalidDataError where it is no collection of this
    layout or is damaged at its root.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except (OSError, ValueError) as error:
        raise UnreadableError(messages.CANNOT_READ(path=path, reason=messages.reason(error))) from error
    if not header.startswith(_MAGIC):
        raise InvalidDataError(messages.NOT_A_COLLECTION(path=path))
    if header.endswith(_IN_WAL_MODE):  # then not all of it is in this file, and reading it writes others beside it
        raise UnreadableError(messages.LOGGED(path=path))
    if any(map(_holds_something, _beside(path))):
        raise InvalidDataError(messages.DAMAGED(path=path, reason=messages.LEFT_OPEN()))
    with damage_told(path):
        name = f"{path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(
            name,
            uri=True,
            isolation_level=None,
            factory=_Bounded,
            check_same_thread=False,  # the browser reads it in another thread than the one that opened it
        )
        try:
            connection.bound(path.stat().st_size)
            _distrust(connection)
            _check(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def connect_new(path: Path) -> sqlite3.Connection:
    """A connection to an empty file, which becomes a collection without results; nobody else may read it yet."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(f"PRAGMA page_size = {_PAGE};{_FOR_BUILDING}BEGIN;{_TABLES}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {USER_VERSION}")
    return connection


def connect_copy(path: Path) -> sqlite3.Connection:
    """A connection to a copy of a sound collection, to add to it; nobody else may read it yet."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(f"PRAGMA trusted_schema = OFF;{_FOR_BUILDING}BEGIN;")
    return connection


def add_indexes(connection: sqlite3.Connection) -> None:
    """Index what was added; all at once is faster than row by row."""
    for statement in _INDEXES.split(";"):
        connection.execute(statement)


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Whatever SQLite finds wrong with a file, as InvalidDataError; UnreadableError where another program holds it."""
    try:
        yield
    except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:  # the last where SQLite quotes what is damaged
        if _kind(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise UnreadableError(messages.LOCKED(path=path)) from error
        raise InvalidDataError(messages.DAMAGED(path=path, reason=error)) from error


def reason(error: sqlite3.Error) -> str:
    """Why SQLite could not write, in one short phrase."""
    return messages.DISK_FULL() if _kind(error) == sqlite3.SQLITE_FULL else str(error)


def _kind(error: Exception) -> int:
    """What kind of error it is by SQLite's primary code; 0 for one that is not SQLite's."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _beside(path: Path) -> Iterator[Path]:
    """The files in which other programs keep what they have not yet written into this one.

    SQLite reads a log even where the header knows of none, and writes a file beside it to do so.
    """
    return (path.with_name(path.name + suffix) for suffix in ("-journal", "-wal"))


def _holds_something(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


class _Bounded(sqlite3.Connection):
    """A connection whose every statement may take so many steps for the size of the file, and no more.

    Pages that name each other in a ring, or one page many times, make a small file of more rows than there is time for.
    """

    given_up: Callable[[], bool] = bool
    """Whether nobody waits for the statement any more; somebody always does unless this is replaced."""
    _left = 0
    _most = 0

    def bound(self, size: int) -> None:
        """Give each statement what it takes to read a file of so many bytes many times over."""
        self._most = (_STEPS_FOR_ANY + size * _STEPS_A_BYTE) // _STEPS_A_LOOK
        self.set_progress_handler(self._spend, _STEPS_A_LOOK)

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        self._left = self._most
        return super().execute(*arguments)

    def _spend(self) -> bool:
        self._left -= 1
        return self._left < 0 or self.given_up()


def _distrust(connection: sqlite3.Connection) -> None:
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "query_only = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise InvalidDataError(messages.NOT_A_COLLECTION(path=path))
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != USER_VERSION:
        raise InvalidDataError(messages.NEWER_COLLECTION(path=path, found=version, wanted=USER_VERSION))
    require_as_made(connection, path, [*_TABLES.split(";"), *_INDEXES.split(";")])


def require_as_made(connection: sqlite3.Connection, path: Path, statements: Iterable[str]) -> None:
    """Raise InvalidDataError unless what the statements make is there as they make it, and nothing hangs on it.

    What a stranger may put in its place, or make act when it is touched (a view, a trigger, a generated column, an
    expression in an index), runs no line of ours. Tables of other names are nobody's business.
    """
    missing = _as_kept(statements)
    names = set(missing)
    for name, table, text in connection.execute("SELECT name, tbl_name, sql FROM sqlite_master"):
        ours = name in names or (table in names and text is not None)  # SQLite's own index for a key has no text
        if ours and missing.pop(name, None) != text:
            raise InvalidDataError(messages.DAMAGED(path=path, reason=messages.BAD_TABLE(table=table)))
    for name in missing:
        raise InvalidDataError(messages.DAMAGED(path=path, reason=messages.BAD_TABLE(table=name)))


def _as_kept(statements: Iterable[str]) -> dict[str, str]:
    """The tables and indexes that statements make, by name, each with its text as SQLite keeps it."""
    made = (statement.replace("IF NOT EXISTS ", "").strip() for statement in statements)
    return {found[1]: text for text in made if (found := _MAKES.match(text))}
