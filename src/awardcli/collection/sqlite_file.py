"""The SQLite layout of a collection file: plain tables that any SQLite tool reads.

`results` has a row per result. After awardcli's own columns it has one, named by its heading, for each column of the
imported lists that the own ones do not store (`own_columns`); `list_columns` maps the columns of each list to them.

Of a cell that was an array in JSON, `written` has the array, by its heading; it has `true` for one whose text is JSON.

Connections that only read trust nothing in the file: the tables must be exactly those made here, and every statement is
bounded in time and memory.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from types import NoneType
from typing import Any, NamedTuple, get_args

from awardcli import messages
from awardcli.collection.protocol import SQLITE, titles_in
from awardcli.errors import InvalidDataError, UnreadableError
from awardcli.model import Cells, Certainty, Column, Role, cell_text

APPLICATION_ID = 0x41575244
"""AWRD: marks the file as a collection."""

USER_VERSION = 2
"""The version of this layout."""

INT: set[type] = {int}
TEXT: set[type] = {str}
INT_OR_NULL: set[type] = {int, NoneType}
TEXT_OR_NULL: set[type] = {str, NoneType}
CELL: set[type] = {str, int, float, NoneType}


class ResultRow(NamedTuple):
    """A row of `results`, joined with one of the organizations that the result names."""

    position: int
    id: str
    edition: int
    category: int | None
    award: str | None
    title: str | None
    title_pinyin: str | None
    organization: str | None
    certainty: Certainty
    note: str | None
    note_zh: str | None
    printed: str | None
    list: int | None
    written: str | None
    organization_key: int | None
    name: str | None
    pinyin: str | None
    district: str | None
    kind: str | None


class StoredList(NamedTuple):
    """The columns of a list, each with the column of `results` that stores its cells."""

    columns: tuple[Column, ...]
    stored_as: tuple[str, ...]
    titles: tuple[int, ...]
    """The places of the title columns, the main one first."""

    def other_titles(self, cells: Cells) -> tuple[str, ...]:
        """The titles of a row but the first."""
        if len(self.titles) < 2:
            return ()
        titles = [(cell_text(cells.values[place]) or "").strip() for place in self.titles]
        return tuple(chain.from_iterable(map(titles_in, list(filter(None, titles))[1:])))

    @property
    def title_heading(self) -> str | None:
        """The heading of the main column of titles; None where there is none."""
        return self.columns[self.titles[0]].heading if self.titles else None

    @property
    def title_columns(self) -> list[str]:
        """The columns of `results` that store the titles."""
        return [self.stored_as[place] for place in self.titles]


RESULT_COLUMNS = ResultRow._fields[: ResultRow._fields.index("organization_key")]
"""awardcli's own columns of `results`."""
SHARED_COLUMNS = ("id", "award", "category", "title", "organization", "note")
"""Those that also store the cells of a list's column with that role, which mostly equal the result's value."""
_TYPES = {
    **dict.fromkeys(("position", "edition"), INT),
    **dict.fromkeys(("category", "list", "organization_key"), INT_OR_NULL),
    **dict.fromkeys(("id", "certainty"), TEXT),
}
ROW_TYPES = [_TYPES.get(field, TEXT_OR_NULL) for field in ResultRow._fields]
"""The types that the values of a `ResultRow` may have."""

_LIST_COLUMNS = """CREATE TABLE list_columns (
    place INTEGER PRIMARY KEY, -- the order of the columns, in each list and of all
    list INTEGER NOT NULL, -- lists with the same columns are one
    heading TEXT NOT NULL,
    role TEXT,
    stored_as TEXT NOT NULL -- the column of results
)"""
_RESULTS = """CREATE TABLE results (
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
    printed TEXT, -- JSON: the lines of the published text
    list INTEGER, -- the list that it comes from, one of list_columns
    written TEXT -- JSON: cells of the list that the columns above do not give as written, by heading
)"""
_OTHER_TABLES = f"""
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
CREATE TABLE result_organizations (
    result INTEGER NOT NULL REFERENCES results,
    place INTEGER NOT NULL,
    organization INTEGER NOT NULL REFERENCES organizations,
    PRIMARY KEY (result, place)
) WITHOUT ROWID;
CREATE TABLE value_counts (
    place INTEGER PRIMARY KEY, -- the printed order
    name TEXT NOT NULL, -- a key, or the heading of a column
    value,
    results INTEGER NOT NULL
);
{_LIST_COLUMNS};
"""
_INDEXES = """
CREATE UNIQUE INDEX IF NOT EXISTS results_by_id ON results (id);
CREATE INDEX IF NOT EXISTS results_by_organization ON result_organizations (organization);
"""
MOST_OWN = 500
"""Further columns that `results` may have: SQLite allows 2,000, and each makes every query slower."""
MOST_LISTS = 100
"""Lists with different columns that a collection may hold."""
_ROLES = {None, *get_args(Role)}
_LONGEST_NAME = 64
"""Characters of a heading in the name of its column: the names of all columns must fit into one statement."""
_MADE = re.compile(r"CREATE (?:UNIQUE |VIRTUAL )?(?:TABLE|INDEX) (\w+)")
_HEADER = 20
_IN_WAL_MODE = b"\2"
"""The last byte of the header so far: the version needed to read the file (https://sqlite.org/fileformat.html, 1.3)."""
_FOR_BUILDING = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -16384;
PRAGMA temp_store = FILE;
"""
_PAGE = 8192
_LIMITS = {
    # As advised for untrusted files (https://sqlite.org/security.html), but where a collection needs more.
    sqlite3.SQLITE_LIMIT_LENGTH: 56_000_000,  # of the longest line that an import reads, and its arrays
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 250_000,  # the names of all columns
    sqlite3.SQLITE_LIMIT_COLUMN: MOST_OWN + 50,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,  # counts need more than the ten advised
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
"""Steps of SQLite's virtual machine: reading every result takes about a fifth of a step for each byte of the file."""


def connect_readonly(path: Path) -> sqlite3.Connection:
    """A connection to a collection file that trusts nothing in it and writes nothing.

    Raises UnreadableError where the file cannot be read, and InvalidDataError where it is no collection of this
    layout or its schema is damaged.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except (OSError, ValueError) as error:
        raise UnreadableError(messages.CANNOT_READ(path=path, reason=messages.reason(error))) from error
    if not header.startswith(SQLITE):
        raise InvalidDataError(messages.NOT_A_COLLECTION(path=path))
    if header.endswith(_IN_WAL_MODE):  # part of the data is in another file, and reading it writes a third
        raise UnreadableError(messages.LOGGED(path=path))
    if _is_left_open(path):
        raise InvalidDataError(messages.DAMAGED(path=path, reason=messages.LEFT_OPEN()))
    with reporting_damage(path):
        name = f"{path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(
            name,
            uri=True,
            isolation_level=None,
            factory=_Bounded,
            check_same_thread=False,  # the browser reads in another thread than the one that opened it
        )
        with closed_on_failure(connection):
            connection.bound(path.stat().st_size)
            _distrust(connection)
            _check(connection, path)
        return connection


def connect_new(path: Path) -> sqlite3.Connection:
    """A connection to an empty file, which becomes a collection without results; no other process may read it yet."""
    marks = f"PRAGMA application_id = {APPLICATION_ID};PRAGMA user_version = {USER_VERSION};"
    return _connect_to_write(path, f"PRAGMA page_size = {_PAGE};", f"{_RESULTS};{_OTHER_TABLES};{marks}")


def connect_copy(path: Path) -> sqlite3.Connection:
    """A connection to a copy of a sound collection, to add to it; no other process may read it yet."""
    return _connect_to_write(path, "PRAGMA trusted_schema = OFF;")


def _connect_to_write(path: Path, before: str, script: str = "") -> sqlite3.Connection:
    """A connection on which a transaction has begun, between two scripts."""
    connection = sqlite3.connect(path, isolation_level=None)
    with closed_on_failure(connection):
        connection.executescript(f"{before}{_FOR_BUILDING}BEGIN;{script}")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LIMITS[sqlite3.SQLITE_LIMIT_LENGTH])
    return connection


@contextmanager
def closed_on_failure(connection: sqlite3.Connection) -> Iterator[None]:
    """Close the connection where the block fails."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def add_indexes(connection: sqlite3.Connection) -> None:
    """Index the tables; at the end, since that is faster than row by row."""
    for statement in _INDEXES.split(";"):
        connection.execute(statement)


def add_column(connection: sqlite3.Connection, heading: str, others: Iterable[str]) -> str:
    """Add a column for the cells under a heading to `results`, which has the `others`; gives its name.

    Names in SQLite ignore case, and hold neither NUL nor lone surrogates; a name already taken becomes `name (2)`.
    """
    taken = {name.lower() for name in (*RESULT_COLUMNS, *others)}
    plain = heading.encode("utf-8", "replace").decode().replace("\0", "?")[:_LONGEST_NAME]
    name, number = plain, 1
    while name.lower() in taken:
        number += 1
        name = f"{plain} ({number})"
    connection.execute(f"ALTER TABLE results ADD COLUMN {quoted(name)}")
    return name


def own_columns(connection: sqlite3.Connection) -> list[str]:
    """The columns of `results` named by headings, in their order; at most one more than are allowed."""
    ours = ",".join("?" * len(RESULT_COLUMNS))
    select = f"SELECT stored_as FROM list_columns WHERE stored_as NOT IN ({ours}) ORDER BY place"
    names: dict[str, None] = {}
    for (name,) in connection.execute(select, RESULT_COLUMNS):
        names[name] = None
        if len(names) > MOST_OWN:
            break
    return list(names)


def columns_in_order(connection: sqlite3.Connection) -> tuple[Column, ...]:
    """The columns of all lists in the order in which they were added, each heading once."""
    found: dict[str, Column] = {}
    for heading, role in connection.execute("SELECT heading, role FROM list_columns ORDER BY place"):
        found.setdefault(heading, Column(heading, role))
    return tuple(found.values())


def stored_lists(connection: sqlite3.Connection, path: Path) -> dict[int, StoredList]:
    """The lists of a collection by their number; raises InvalidDataError where the table is malformed."""
    damaged = InvalidDataError(messages.DAMAGED(path=path, reason=messages.BAD_TABLE(table="list_columns")))
    lists: dict[int, dict[str, tuple[Column, str]]] = {}
    for row in connection.execute("SELECT list, heading, role, stored_as FROM list_columns ORDER BY place"):
        if not all(type(value) in types for value, types in zip(row, (INT, TEXT, TEXT_OR_NULL, TEXT), strict=True)):
            raise damaged
        number, heading, role, stored_as = row
        known = lists.setdefault(number, {})
        if heading in known or (stored_as in RESULT_COLUMNS and not role == stored_as in SHARED_COLUMNS):
            raise damaged
        known[heading] = Column(heading, role), stored_as
        if role not in _ROLES or len(lists) > MOST_LISTS or len(known) > MOST_OWN + len(SHARED_COLUMNS):
            raise damaged
    found = {}
    for number, known in lists.items():
        columns, stored_as = zip(*known.values(), strict=True)
        titles = [place for place, column in enumerate(columns) if column.role == "title"]
        titles.sort(key=lambda place: stored_as[place] != "title")
        found[number] = StoredList(columns=columns, stored_as=stored_as, titles=tuple(titles))
    return found


def quoted(name: str) -> str:
    """A name quoted for SQL."""
    return '"' + name.replace('"', '""') + '"'


@contextmanager
def reporting_damage(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about a file into InvalidDataError, or UnreadableError where another program writes it."""
    try:
        yield
    except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:  # the last where SQLite quotes damaged text
        if _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise UnreadableError(messages.LOCKED(path=path)) from error
        raise InvalidDataError(messages.DAMAGED(path=path, reason=error)) from error


def why_not_written(error: sqlite3.Error) -> str:
    """Why SQLite could not write, in one short phrase."""
    known = {sqlite3.SQLITE_FULL: messages.DISK_FULL, sqlite3.SQLITE_IOERR: messages.DISK_FAILED}.get(_code(error))
    return known() if known else str(error)


def _code(error: Exception) -> int:
    """SQLite's primary error code; 0 for an error that is not SQLite's."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _is_left_open(path: Path) -> bool:
    """Whether another file has changes that are not yet in this one.

    SQLite reads such a log even where the header says there is none, and writes another file to do so.
    """
    for suffix in ("-journal", "-wal"):
        with suppress(OSError):
            if path.with_name(path.name + suffix).stat().st_size > 0:
                return True
    return False


class _Bounded(sqlite3.Connection):
    """A connection that ends a statement after a number of steps that grows with the size of the file.

    In a hostile file, pages that refer to each other in a ring appear as endless rows.
    """

    given_up: Callable[[], bool] = bool
    """Whether to interrupt the running statement; its caller may replace this function."""
    _left = 0
    _most = 0

    def bound(self, size: int) -> None:
        """Allow each statement the steps to read a file of that many bytes many times over."""
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
        other = messages.NEWER_COLLECTION if version > USER_VERSION else messages.OLDER_COLLECTION
        raise InvalidDataError(other(path=path))
    require_as_made(connection, path, [_LIST_COLUMNS])  # before it says which columns results may have
    names = own_columns(connection)
    if len(names) > MOST_OWN or not all(isinstance(name, str) for name in names):
        raise InvalidDataError(messages.DAMAGED(path=path, reason=messages.BAD_TABLE(table="list_columns")))
    require_as_made(connection, path, [_results_with(names), *_OTHER_TABLES.split(";"), *_INDEXES.split(";")])


def _results_with(names: Sequence[str]) -> str:
    """The statement that makes `results`, as SQLite changes it where columns are added."""
    return _RESULTS.removesuffix(")") + "".join(f", {quoted(name)}" for name in names) + ")"


def require_as_made(connection: sqlite3.Connection, path: Path, statements: Iterable[str]) -> None:
    """Raise InvalidDataError unless the tables and indexes are exactly as the statements make them.

    Nothing else may depend on them either: a view, a trigger, a generated column or an expression in an index would
    run code of whoever made the file. Tables of other names are ignored.
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
    return {found[1]: text for text in made if (found := _MADE.match(text))}
