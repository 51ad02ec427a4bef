"""The layout of a collection file: plain tables that any SQLite tool reads."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
TABLES = ("editions", "categories", "organizations", "results", "result_organizations")

_MAGIC = b"SQLite format 3\0"
_HEADER = 20
_IN_WAL_MODE = b"\2"
"""The last byte of so many says which program can read the file (SQLite's page on its file format, 1.3)."""
_FOR_BUILDING = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -65536;
PRAGMA temp_store = FILE;
"""
_PAGE = 8192
_LIMITS = {
    # Near what SQLite advises for files of strangers, and above what an import accepts.
    sqlite3.SQLITE_LIMIT_LENGTH: 1 << 27,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
}


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
    with damage_told(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        try:
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
    kinds = {
        name: kind == "table" and not str(sql).upper().startswith("CREATE VIRTUAL")
        for name, kind, sql in connection.execute("SELECT name, type, sql FROM sqlite_master")
    }
    if not all(kinds.get(name) for name in TABLES):
        raise InvalidDataError(messages.NOT_A_COLLECTION(path=path))
