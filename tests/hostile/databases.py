"""Collection files: cut, flipped, foreign, or with a schema that means harm."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from awardcli.collection.collection_builder import Builder
from awardcli.collection.sqlite_file import USER_VERSION
from awardcli.language.people_and_bodies import organization_names
from awardcli.model import Edition, Organization, Result
from hostile.case import ROWS, TITLES, Case

Change = Callable[[sqlite3.Connection], object]
_FIRST = "sound-1"
"""The id of the first result of a sound collection."""


@cache
def sound(results: int = 3) -> bytes:
    """A collection of the three results, or of that many."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sound.awards"
        path.touch()
        with Builder(path, path) as builder:
            for number in range(results):
                title, organization = ROWS[number % 3]
                title = title if number < 3 else f"{title}{number}"
                organizations = tuple([Organization(name) for name in organization_names(organization)])
                builder.add(
                    Result(
                        id=f"{path.stem}-{number + 1}",
                        edition=Edition(None, None),
                        category=None,
                        award=None,
                        title=title,
                        title_pinyin=None,
                        organization=organization,
                        organizations=organizations,
                    )
                )
            builder.finish()
        return path.read_bytes()


def changed(*statements: str, results: int = 3, change: Change | None = None) -> Callable[[], bytes]:
    """A collection in which those statements were run, schema and all."""

    def make() -> bytes:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "x.awards"
            path.write_bytes(sound(results))
            connection = sqlite3.connect(path, isolation_level=None)
            connection.execute("PRAGMA writable_schema = ON")
            for statement in statements:
                connection.execute(statement)
            if change:
                change(connection)
            connection.close()
            return path.read_bytes()

    return make


def foreign(*statements: str) -> Callable[[], bytes]:
    """A database of something else."""

    def make() -> bytes:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "x.awards"
            connection = sqlite3.connect(path, isolation_level=None)
            for statement in statements:
                connection.execute(statement)
            connection.close()
            return path.read_bytes()

    return make


SLOW = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


STRANGERS: dict[str, tuple[str, ...]] = {
    # other things in place of a table of ours
    "view": ("DROP TABLE results", "CREATE VIEW results AS SELECT 1 AS position"),
    "slow-view": ("DROP TABLE results", f"CREATE VIEW results AS SELECT ({SLOW}) AS position"),
    "view-that-loads": ("DROP TABLE results", "CREATE VIEW results AS SELECT load_extension('x') AS position"),
    "view-of-itself": ("DROP TABLE results", "CREATE VIEW results AS SELECT * FROM results"),
    "virtual": ("DROP TABLE results", "CREATE VIRTUAL TABLE results USING fts5(title)"),
    "few-columns": ("DROP TABLE results", "CREATE TABLE results (position)"),
    "no-results": ("DROP TABLE results",),
    "no-editions": ("DROP TABLE editions",),
    "no-categories": ("DROP TABLE categories",),
    "no-organizations": ("DROP TABLE organizations",),
    "no-links": ("DROP TABLE result_organizations",),
    "no-index": ("DROP TABLE title_grams",),
    "index-is-a-table": ("DROP TABLE title_grams", "CREATE TABLE title_grams (grams)"),
    "index-is-a-view": ("DROP TABLE title_grams", f"CREATE VIEW title_grams AS SELECT ({SLOW}) AS grams"),
    "common-is-a-view": ("DROP TABLE common_grams", f"CREATE VIEW common_grams AS SELECT ({SLOW}) AS gram, 1 AS kind"),
    "generated": (
        "ALTER TABLE results DROP COLUMN note_zh",
        "ALTER TABLE results ADD COLUMN note_zh AS (hex(zeroblob(100000000)))",
    ),
    "generated-title": (
        "ALTER TABLE editions DROP COLUMN theme",
        "ALTER TABLE editions ADD COLUMN theme AS (upper(name))",
    ),
    "default": ("ALTER TABLE editions DROP COLUMN theme", "ALTER TABLE editions ADD COLUMN theme TEXT DEFAULT 'x'"),
    "collation": ("UPDATE sqlite_master SET sql = replace(sql, 'title TEXT', 'title TEXT COLLATE unknown')",),
    "check": ("UPDATE sqlite_master SET sql = replace(sql, 'award TEXT', 'award TEXT CHECK (randomblob(9))')",),
    "strict": ("UPDATE sqlite_master SET sql = sql || ' STRICT' WHERE name = 'results'",),
    "renamed-columns": ("ALTER TABLE results RENAME COLUMN title TO titel",),
    "more-columns": ("ALTER TABLE results ADD COLUMN more",),
    # what acts when others are touched
    "trigger": ("CREATE TRIGGER t AFTER INSERT ON results BEGIN DELETE FROM editions; END",),
    "slow-trigger": (f"CREATE TRIGGER t AFTER INSERT ON results BEGIN {SLOW}; END",),
    "trigger-on-names": ("CREATE TRIGGER t BEFORE INSERT ON organizations BEGIN UPDATE results SET title = 'x'; END",),
    "index-on-expression": ("DROP INDEX results_by_id", "CREATE INDEX results_by_id ON results (upper(id))"),
    "partial-index": ("DROP INDEX results_by_id", "CREATE UNIQUE INDEX results_by_id ON results (id) WHERE id = 'x'"),
    # text in the schema that is no SQL
    "schema-of-nonsense": ("UPDATE sqlite_master SET sql = 'nonsense' WHERE name = 'results'",),
    "schema-of-nothing": ("UPDATE sqlite_master SET sql = NULL WHERE name = 'results'",),
    "schema-of-a-blob": ("UPDATE sqlite_master SET sql = zeroblob(100000) WHERE name = 'results'",),
    "schema-twice": ("INSERT INTO sqlite_master SELECT * FROM sqlite_master WHERE name = 'results'",),
    "root-of-another": (
        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'editions') "
        "WHERE name = 'results'",
    ),
    "root-of-none": ("UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'results'",),
    "root-of-the-schema": ("UPDATE sqlite_master SET rootpage = 1 WHERE name = 'results'",),
    "root-below": ("UPDATE sqlite_master SET rootpage = -1 WHERE name = 'results'",),
    # values that no import makes
    "blob-title": ("UPDATE results SET title = x'00ff'",),
    "no-text": ("UPDATE results SET title = CAST(x'ff' AS TEXT)",),
    "surrogate": ("UPDATE results SET title = CAST(x'eda080' AS TEXT)",),
    "strange-edition": ("UPDATE results SET edition = 99",),
    "strange-category": ("UPDATE results SET category = 99",),
    "strange-certainty": ("UPDATE results SET certainty = 'sure'",),
    "strange-kind": ("UPDATE organizations SET kind = 'x'",),
    "strange-link": ("UPDATE result_organizations SET organization = 99",),
    "printed-cut": ("UPDATE results SET printed = '[1'",),
    "printed-deep": (f"UPDATE results SET printed = '{'[' * 50_000}'",),
    "printed-list": ("UPDATE results SET printed = '[]'",),
    "printed-huge": ("UPDATE results SET printed = '{\"title\": [' || replace(hex(zeroblob(4000)), '0', '9') || ']}'",),
    "printed-nan": ("UPDATE results SET printed = '{\"title\": [NaN]}'",),
    "version-before": (f"PRAGMA user_version = {USER_VERSION - 1}",),
    "version-behind": (f"PRAGMA user_version = {USER_VERSION + 1}",),
    "version-below": ("PRAGMA user_version = -1",),
    "no-application": ("PRAGMA application_id = 0",),
    "other-application": ("PRAGMA application_id = 252006673",),
    "long-title": ("UPDATE results SET title = replace(hex(zeroblob(40000000)), '00', 'x')",),
    "large-title": ("UPDATE results SET title = replace(hex(zeroblob(60000000)), '00', 'x')",),
    "large-blob": ("UPDATE results SET note = zeroblob(60000000)",),
}  # fmt: skip
HARMLESS: dict[str, tuple[str, ...]] = {
    "own-table": ("CREATE TABLE notes_of_mine (x)",),
    "own-view": ("CREATE VIEW films AS SELECT title FROM results",),
    "vacuumed": ("VACUUM",),
    "analyzed": ("ANALYZE",),
    "nul-title": ("UPDATE results SET note = 'x' || char(0) || 'y'",),
}


def strangers() -> Iterator[Case]:
    for name, statements in STRANGERS.items():
        without_index = "index" in name or "common" in name  # which an export does not ask
        titles = TITLES if without_index else None
        yield Case(f"{name}.awards", changed(*statements), titles, may_refuse=without_index, id=_FIRST)
    for name, statements in HARMLESS.items():
        yield Case(f"{name}.awards", changed(*statements), TITLES, id=_FIRST)
    yield Case("nothing-in-it.awards", foreign("VACUUM"))
    yield Case("of-something-else.awards", foreign("CREATE TABLE results (position)"))
    yield Case("empty-database.awards", foreign("CREATE TABLE x (y)", "DROP TABLE x"))
    mine = ("PRAGMA application_id = 1096241732", "PRAGMA user_version = 1")
    yield Case("of-our-name.awards", foreign("CREATE TABLE x (y)", *mine))
    yield Case("wide.awards", foreign(f"CREATE TABLE results ({', '.join(f'c{n}' for n in range(1500))})", *mine))
    yield Case("many-tables.awards", foreign(*(f"CREATE TABLE t{n} (x)" for n in range(1000)), *mine))


def damaged() -> Iterator[Case]:
    whole, dice = sound(), Random(9)
    for name, data in {
        "empty": b"",
        "magic": b"SQLite format 3\0",
        "half-magic": b"SQLite form",
        "nuls": bytes(100_000),
        "csv": b"title\n",
    }.items():
        yield Case(f"only-{name}.awards", data)
    for sixteenth in range(1, 16):
        yield Case(f"cut-{sixteenth}.awards", whole[: len(whole) * sixteenth // 16], TITLES, may_refuse=True)
    for at in (*range(16, 30), 40, 44, 48, 52, 56, 60, 64, 68, 92, 96):
        for byte in (0, 2, 255):
            flipped = bytearray(whole)
            flipped[at] = byte
            yield Case(f"header-{at}-{byte}.awards", bytes(flipped), TITLES, may_refuse=True)
    text = [whole.find(part.encode()) for part in (*TITLES, "黄浦区", "文汇报社", "嘉定区")]
    in_text = {at for begin in text for at in range(begin, begin + 40)}
    places = [at for at in range(100, len(whole)) if whole[at] and at not in in_text]
    for turn in range(60):
        flipped = bytearray(whole)
        at = dice.choice(places)
        flipped[at] ^= 1 << dice.randrange(8)
        yield Case(f"flipped-{turn}.awards", bytes(flipped), TITLES, may_refuse=True)
    journal = bytes.fromhex("d9d505f920a163d7") + bytes(504) + whole[:8192]
    yield Case("journal.awards", whole, TITLES, may_refuse=True, beside={"journal.awards-journal": journal})
    yield Case(
        "log.awards", whole, TITLES, may_refuse=True, beside={"log.awards-wal": bytes.fromhex("377f0682") + bytes(5000)}
    )
    for name, results in {"pages-in-a-ring": 3000, "pages-in-a-small-ring": 300}.items():
        many = (*TITLES, *(f"{TITLES[number % 3]}{number}" for number in range(3, results)))
        yield Case(f"{name}.awards", partial(_many_times, results), many, may_refuse=True)


def _many_times(results: int) -> bytes:
    """A table whose inner pages all name the same leaf, thousands of times: a small file of more rows than there is time for."""
    data = bytearray(sound(results))
    size = int.from_bytes(data[16:18], "big")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.awards"
        path.write_bytes(data)
        connection = sqlite3.connect(path)
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'results'").fetchone()
        connection.close()
    root_at = (root - 1) * size
    assert data[root_at] == 5, "an inner page"
    leaf = int.from_bytes(data[root_at + 8 : root_at + 12], "big")  # the right-most child
    count = (size - 12) // (2 + 5) - 2

    def inner(child: int) -> bytes:
        page = bytearray(size)
        page[0] = 5
        page[3:5] = count.to_bytes(2, "big")
        page[5:7] = (size - 5 * count).to_bytes(2, "big")
        page[8:12] = child.to_bytes(4, "big")
        for cell in range(count):
            at = size - 5 * (cell + 1)
            page[12 + 2 * cell : 14 + 2 * cell] = at.to_bytes(2, "big")
            page[at : at + 5] = child.to_bytes(4, "big") + b"\1"
        return bytes(page)

    pages = len(data) // size
    for level in range(4):
        data += inner(leaf if level == 0 else pages + level)
    data[root_at : root_at + size] = inner(pages + 4)
    data[28:32] = (len(data) // size).to_bytes(4, "big")
    return bytes(data)


def cases() -> Iterator[Case]:
    for family in (strangers, damaged):
        yield from family()
