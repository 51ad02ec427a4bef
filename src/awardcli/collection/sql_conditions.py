"""Conditions on the results of a collection file, as SQL."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from sqlite3 import Connection
from typing import NamedTuple, get_args

from awardcli.collection.protocol import KEYS, ResultColumn, Table, name_unless_none, selects
from awardcli.model import Cell, Certainty, Result


class Condition(NamedTuple):
    """The condition that a result has one of the names in one of the columns; None: it has no name in any of them."""

    columns: tuple[ResultColumn, ...]
    names: frozenset[str | None]

    def holds(self, result: Result) -> bool:
        return selects(self.columns, self.names, result)


SOURCES: Mapping[Table, str] = {
    "results": "results r",
    "editions": "results r LEFT JOIN editions e USING (edition)",
    "categories": "results r LEFT JOIN categories c USING (category)",
}
# SQLite builds its set of positions several times as fast where they are sorted.
_OF_ORGANIZATIONS = """r.position IN (SELECT DISTINCT result FROM result_organizations WHERE organization IN ({})
    ORDER BY result)"""
_HOLDS: Mapping[Table, str] = {
    "results": "{sql} IN ({names})",
    "editions": "r.edition IN (SELECT e.edition FROM editions e WHERE {sql} IN ({names}))",
    "categories": "r.category IN (SELECT c.category FROM categories c WHERE {sql} IN ({names}))",
    "organizations": _OF_ORGANIZATIONS.format("SELECT o.organization FROM organizations o WHERE {sql} IN ({names})"),
}
_SPACES = "".join(map(chr, [*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029]))
_SPACES += "\u202f\u205f\u3000"
"""Those that `str.strip` takes away."""
_EMPTY: Mapping[Table, str] = {
    "results": f"trim(coalesce({{sql}}, ''), '{_SPACES}') = ''",
    "editions": "r.edition IN (SELECT e.edition FROM editions e WHERE {sql} IS NULL)",
    "categories": "r.category IS NULL",
    "organizations": """r.position NOT IN (SELECT l.result FROM result_organizations l
    JOIN organizations o USING (organization) WHERE {sql} <> '')""",
}
"""The SQL for results without a value in a column of each table."""
_ARRAY = """CASE WHEN r.written IS NOT NULL AND NOT ({is_empty})
    THEN (SELECT a.value FROM json_each(r.written) a WHERE a.key = '{heading}' AND a.type = 'array') END"""
_EACH_OF = "SELECT value FROM json_each(?)"
_ALL = "WHERE TRUE"
_WITHOUT_SPACES = f"CASE typeof({{sql}}) WHEN 'text' THEN trim({{sql}}, '{_SPACES}') ELSE {{sql}} END"


class Selection(NamedTuple):
    """The selected results `r` as a WHERE clause with its values."""

    where: str = _ALL
    values: tuple[object, ...] = ()

    @property
    def links(self) -> str:
        """The links `l` between such results and their organizations, for the FROM clause."""
        if self.where == _ALL:
            return "result_organizations l"
        # CROSS keeps this order of the tables: SQLite would read all the links first.
        return "results r CROSS JOIN result_organizations l ON l.result = r.position"


_PLACES = 1 << 20
"""A bound on the organizations of a result."""
FIRST = f"l.result * {_PLACES} + l.place"
"""A sort key that puts links in printed order."""


def selection_of(conditions: Iterable[Condition], connection: Connection) -> Selection:
    """The results of a file for which all conditions hold; raises sqlite3.Error where the file is damaged."""
    together: list[str] = []
    values: list[object] = []
    for condition in conditions:
        alternatives = list(_alternatives(condition, connection))
        together.append(f"({' OR '.join(sql for sql, _ in alternatives)})")
        values += chain.from_iterable(found for _, found in alternatives)
    return Selection(f"WHERE {_together(together)}", tuple(values)) if together else Selection()


def array_under(heading: str, sql: str) -> str:
    """The SQL for the JSON of an array under a heading, whose cells are `sql`; NULL for other cells and empty ones."""
    if "\0" in heading:  # JSON of SQLite ends there
        return "NULL"
    return _ARRAY.format(is_empty=_EMPTY["results"].format(sql=sql), heading=heading.replace("'", "''"))


_MOST_CUT = 10_000
"""Cells with a NUL that a condition compares: a statement can have 32,766 values."""


def _alternatives(condition: Condition, connection: Connection) -> Iterator[tuple[str, list[object]]]:
    """The SQL of each way in which a condition holds, with its values: a name in a column, or none in all of them."""
    names = frozenset(name for name in condition.names if name is not None)
    if names or None not in condition.names:
        yield from (_holding(column, names, connection) for column in condition.columns)
    if None in condition.names:
        lacking = [_lacking(column, connection) for column in condition.columns]
        yield _together([sql for sql, _ in lacking]), [*chain.from_iterable(values for _, values in lacking)]


def _lacking(column: ResultColumn, connection: Connection) -> tuple[str, list[object]]:
    """The SQL for results that have no name in a column, with its values."""
    empty = _EMPTY[column.table].format(sql=column.sql)
    if column.names_in is not name_unless_none:
        return empty, []
    cells = connection.execute(f"SELECT DISTINCT {column.sql} FROM results r").fetchall()
    nameless = [cell for (cell,) in cells if cell and not column.names_in(cell)]
    return f"({empty} OR {column.sql} IN ({_EACH_OF}))", [_as_json(nameless)]


def _holding(column: ResultColumn, names: frozenset[str], connection: Connection) -> tuple[str, list[object]]:
    """The SQL for results that have one of the names in a column, with its values."""
    if column == KEYS["organization"]:
        # A short form may mean more organizations than a statement can have values.
        return _OF_ORGANIZATIONS.format(_EACH_OF), [_as_json(organization_keys(sorted(names), connection))]
    if column == KEYS["certainty"]:
        # By the unwanted ones: an unknown certainty is then read, and refused as damage.
        unwanted = sorted(set(get_args(Certainty)) - names)
        return f"r.certainty NOT IN ({','.join('?' * len(unwanted))})", [*unwanted]
    if column.table == "results" and column.names_in is not KEYS["id"].names_in:  # cells with several names
        counted = "SELECT value FROM value_counts WHERE name = 'award'" if column == KEYS["award"] else ""
        every = connection.execute(counted).fetchall() if counted else []
        every = every or connection.execute(f"SELECT DISTINCT {column.sql} FROM results r").fetchall()
        cells = [cell for (cell,) in every if not names.isdisjoint(column.names_in(cell))]
        cut = [cell for cell in cells if isinstance(cell, str) and "\0" in cell]  # JSON of SQLite ends there
        cut = cut[:_MOST_CUT]
        each = f"{_EACH_OF} UNION ALL VALUES {','.join(['(?)'] * len(cut))}" if cut else _EACH_OF
        return _HOLDS[column.table].format(sql=column.sql, names=each), [_as_json(cells), *cut]
    wanted = [cell for name in sorted(names) for cell in _cells_of(name)]
    sql = column.sql if column in KEYS.values() else _WITHOUT_SPACES.format(sql=column.sql)
    return _HOLDS[column.table].format(sql=sql, names=",".join("?" * len(wanted))), [*wanted]


def _cells_of(name: str) -> Iterator[Cell]:
    """The cells whose text is a name: the text itself, and the number with that text."""
    yield storable(name)
    if len(name) < 25 and name[-1:].isdigit():
        for number in (int, float):
            try:
                value = number(name)
            except ValueError:
                continue
            if str(value) == name and abs(value) < 1 << 63:
                yield value


def _as_json(values: Iterable[object]) -> str:
    return json.dumps(list(values))


def _together(holding: Sequence[str]) -> str:
    """The conjunction of conditions, nested in halves, since the depth of an expression is limited."""
    if len(holding) == 1:
        return holding[0]
    half = len(holding) // 2
    return f"({_together(holding[:half])} AND {_together(holding[half:])})"


def organization_keys(names: Iterable[str], connection: Connection) -> Iterator[int]:
    """The keys of the organizations of those names; raises sqlite3.Error where the file is damaged."""
    for name in names:
        query = "SELECT organization FROM organizations WHERE name = ?"
        yield from (key for (key,) in connection.execute(query, (storable(name),)))


def storable(text: str) -> str:
    """The text with `?` for lone surrogates, which SQLite cannot store or look for."""
    return text.encode("utf-8", "replace").decode()
