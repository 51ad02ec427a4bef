"""The records of a collection file: the rows of its tables as editions, organizations and results, each checked."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import groupby, islice
from math import isfinite
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast, get_args
from weakref import finalize

from awardcli import messages, vocabulary
from awardcli.collection.gram_index import Index
from awardcli.collection.protocol import (
    MOST_COUNTED,
    Counts,
    ResultColumn,
    cells_under,
    names_of_json,
    one_name,
)
from awardcli.collection.sql_conditions import array_under
from awardcli.collection.sqlite_file import (
    CELL,
    INT,
    INT_OR_NULL,
    RESULT_COLUMNS,
    ROW_TYPES,
    SHARED_COLUMNS,
    TEXT,
    TEXT_OR_NULL,
    ResultRow,
    StoredList,
    columns_in_order,
    connect_readonly,
    own_columns,
    quoted,
    reporting_damage,
    stored_lists,
)
from awardcli.errors import InvalidDataError
from awardcli.model import (
    MOST_NAMED,
    Category,
    Cell,
    Cells,
    Certainty,
    Column,
    Edition,
    Honours,
    JsonCell,
    Organization,
    Result,
)

if TYPE_CHECKING:
    import json

_CELLS = CELL | {JsonCell}
_EDITION_TYPES = (*([INT_OR_NULL] * 2), *([TEXT_OR_NULL] * 5), *([INT_OR_NULL] * 3), TEXT_OR_NULL)
_CATEGORY_TYPES = (TEXT, TEXT_OR_NULL, TEXT_OR_NULL, TEXT)
_ORGANIZATION_TYPES = (TEXT, *([TEXT_OR_NULL] * 3))
_CERTAINTIES = frozenset(get_args(Certainty))
_NOTHING_PRINTED: Mapping[str, Sequence[int]] = MappingProxyType({})
_LONGEST_TITLE = 1_000_000
"""Characters of the longest cell that an import reads."""
_WIDTH = len(ResultRow._fields)


class Records:
    """An open collection file; `connection` reads it, and is closed when this is collected."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = connect_readonly(path)
        finalize(self, self.connection.close)
        with reporting_damage(path):
            editions = self._small_table("editions", "edition", Edition._fields, _EDITION_TYPES)
            categories = self._small_table("categories", "category", Category._fields, _CATEGORY_TYPES)
            self.lists = stored_lists(self.connection, path)
            own = own_columns(self.connection)
        self.editions = {key: Edition(*values) for key, values in editions.items()}
        self.categories = {key: Category(*values) for key, values in categories.items()}
        if not all(category.honours in get_args(Honours) for category in self.categories.values()):
            raise self.damaged("categories")
        self._sound: set[tuple[type, ...]] = set()
        columns = [
            *(f"r.{name}" for name in RESULT_COLUMNS),
            *("l.organization", "o.name", "o.pinyin", "o.district", "o.kind"),
            *(f"r.{quoted(name)}" for name in own),
        ]
        places = {name: place for place, name in enumerate([*ResultRow._fields, *own])}
        places["category"] = -1  # its name, which is put behind all others
        self._places = {number: [places[name] for name in each.stored_as] for number, each in self.lists.items()}
        self._select = f"""SELECT {", ".join(columns)} FROM results r
            LEFT JOIN result_organizations l ON l.result = r.position
            LEFT JOIN organizations o ON o.organization = l.organization"""

    @cached_property
    def organizations(self) -> Mapping[int, Organization]:
        """The organizations by their key."""
        with reporting_damage(self.path):
            rows = self._small_table("organizations", "organization", Organization._fields, _ORGANIZATION_TYPES)
        if not all(is_kind(values[-1]) for values in rows.values()):
            raise self.damaged("organizations")
        return {key: Organization(*values) for key, values in rows.items()}

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of all lists, each heading once."""
        with reporting_damage(self.path):
            return columns_in_order(self.connection)

    @cached_property
    def other_title_columns(self) -> list[str]:
        """The columns of `results` with further titles."""
        names = dict.fromkeys(name for each in self.lists.values() for name in each.title_columns if name != "title")
        return [f"r.{quoted(name)}" for name in names]

    @cached_property
    def gram_index(self) -> Index:
        """The gram index of the titles and the organizations' names."""
        return Index(self.connection, self.path)

    def read(self, where: str = "", values: Sequence[object] = ()) -> Iterator[tuple[int, Result]]:
        """The results `r` for which a condition holds, in printed order, each with its position."""
        with reporting_damage(self.path):
            rows = self.connection.execute(f"{self._select} {where} ORDER BY r.position, l.place", values)
            for position, same in groupby(rows, key=itemgetter(0)):
                found = list(islice(same, MOST_NAMED + 1))
                if len(found) > MOST_NAMED:
                    raise self.damaged(position)
                yield position, self._result(found)

    def damaged(self, where: int | str) -> InvalidDataError:
        """The error for a result at a position, or for a whole table."""
        reason = messages.BAD_RECORD(position=where) if isinstance(where, int) else messages.BAD_TABLE(table=where)
        return InvalidDataError(messages.DAMAGED(path=self.path, reason=reason))

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """The rows of a query in SQL."""
        with reporting_damage(self.path):
            return self.connection.execute(query, values).fetchall()

    def counted(self, name: str) -> Counts | None:
        """How many results have each value of a column, as counted at import; None where it was not."""
        query = "SELECT value, results FROM value_counts WHERE name = ? ORDER BY place LIMIT ?"
        rows = self.rows(query, (name, MOST_COUNTED + 1))
        for value, count in rows:
            if type(value) not in TEXT_OR_NULL or type(count) is not int or (name == "kind" and not is_kind(value)):
                raise self.damaged("value_counts")
        return dict(rows) or None

    def column_under(self, column: Column) -> ResultColumn:
        """The column of results with the cells under a heading, or the values of one without a role."""
        sql = self._sql_under(column.heading)
        if column.role is None:
            sql = f"coalesce(CAST({array_under(column.heading, sql)} AS BLOB), {sql})"
        return cells_under(column, sql)

    def columns_selecting(self, column: Column) -> tuple[ResultColumn, ...]:
        """The columns that select results by a name under a heading without a role: its cells, the values of arrays."""
        sql = self._sql_under(column.heading)
        whole = cells_under(column, sql)._replace(names_in=one_name)
        arrays = ResultColumn(
            lambda results: (cell for cell in whole.cells(results) if type(cell) is JsonCell),
            "results",
            array_under(column.heading, sql),
            names_of_json,
        )
        return whole, arrays

    def _sql_under(self, heading: str) -> str:
        """The SQL for the cells under a heading, from wherever each list stores them."""
        lists: dict[str, list[str]] = {}
        for number, each in self.lists.items():
            for other, stored_as in zip(each.columns, each.stored_as, strict=True):
                if other.heading == heading:
                    lists.setdefault(stored_as, []).append(str(number))
        if len(lists) == 1 and lists.keys().isdisjoint(SHARED_COLUMNS):
            return f"r.{quoted(*lists)}"
        whens = (f"WHEN r.list IN ({','.join(numbers)}) THEN r.{quoted(name)}" for name, numbers in lists.items())
        return f"CASE {' '.join(whens)} END"

    def _small_table(self, table: str, key: str, columns: Sequence[str], types: Sequence[set[type]]) -> dict[int, Any]:
        """The rows of a small table by their key, checked; raises InvalidDataError."""
        named = ", ".join(map(quoted, columns))
        found = {}
        for row in self.connection.execute(f"SELECT {key}, {named} FROM {table} ORDER BY {key}"):
            if not all(type(value) in wanted for value, wanted in zip(row, (INT, *types), strict=True)):
                raise self.damaged(table)
            found[row[0]] = row[1:]
        return found

    def _result(self, rows: list[tuple[Any, ...]]) -> Result:
        organizations = []
        for row in rows:
            kinds = tuple(map(type, row[:_WIDTH]))
            if kinds not in self._sound:
                self._check_types(row, kinds)
            named = ResultRow._make(row[:_WIDTH])
            if named.organization_key is not None:
                if not is_kind(named.kind):
                    raise self.damaged(named.position)
                organizations.append(Organization(named.name, named.pinyin, named.district, named.kind))  # type: ignore[arg-type]
        first = named
        edition = self.editions.get(first.edition)
        category = None if first.category is None else self.categories.get(first.category)
        of_list = None if first.list is None else self.lists.get(first.list)
        unknown = (first.category is not None and category is None) or (first.list is not None and of_list is None)
        is_too_long = first.title is not None and len(first.title) > _LONGEST_TITLE
        if edition is None or unknown or is_too_long or first.certainty not in _CERTAINTIES:
            raise self.damaged(first.position)
        cells = self._cells(of_list, (*rows[0], category and category.name), first) if of_list else Cells()
        return Result(
            id=first.id,
            edition=edition,
            category=category,
            award=first.award,
            title=first.title,
            title_pinyin=first.title_pinyin,
            organization=first.organization,
            organizations=tuple(organizations),
            certainty=first.certainty,
            note=first.note,
            note_zh=first.note_zh,
            printed=self._printed(first.position, first.printed) if first.printed else _NOTHING_PRINTED,
            other_titles=of_list.other_titles(cells) if of_list else (),
            cells=cells,
        )

    def _check_types(self, row: tuple[Any, ...], kinds: tuple[type, ...]) -> None:
        """Check the types of a row's values, and remember them as sound; raises InvalidDataError."""
        named = ResultRow._make(row[:_WIDTH])
        both = (named.organization_key is None) == (named.name is None)
        if not both or not all(kind in wanted for kind, wanted in zip(kinds, ROW_TYPES, strict=True)):
            raise self.damaged(row[0])
        self._sound.add(kinds)

    def _cells(self, of_list: StoredList, values: tuple[Any, ...], row: ResultRow) -> Cells:
        """The cells of a row under the columns of its list."""
        cells = [values[place] for place in self._places[row.list or 0]]
        if row.written:
            written = self._json(row.position, row.written)
            pairs = zip(of_list.columns, cells, strict=True)
            cells = [
                self._as_written(row.position, column, cell, written[column.heading])
                if column.heading in written
                else cell
                for column, cell in pairs
            ]
        self._require_cells(row.position, cells)
        return Cells(columns=of_list.columns, values=tuple(cells))

    def _as_written(self, position: int, column: Column, cell: Any, written: Any) -> Cell:
        """The cell as its list has it, from the one that is stored and what `written` says of it."""
        if column.role or not (written is True or type(written) is list):
            return cast(Cell, written)
        text = cell or ""
        if type(text) is not str or (written is True and not _is_json(text)):
            raise self.damaged(position)
        if written is True:
            return JsonCell(text)
        self._require_cells(position, [each for each in written if type(each) is not bool])
        return JsonCell(text, tuple(written))

    def _require_cells(self, position: int, cells: Sequence[Any]) -> None:
        """Raise InvalidDataError where a value is no cell."""
        kinds = set(map(type, cells))
        if not kinds <= _CELLS or (float in kinds and not all(isfinite(cell) for cell in cells if type(cell) is float)):
            raise self.damaged(position)

    def _printed(self, position: int, text: str) -> Mapping[str, Sequence[int]]:
        printed = self._json(position, text)
        if not all(type(lines) is list and all(type(line) is int for line in lines) for lines in printed.values()):
            raise self.damaged(position)
        return printed

    def _json(self, position: int, text: str) -> dict[str, Any]:
        """The JSON object of a result at a position; raises InvalidDataError where it is not a JSON object."""
        import json  # few results have any

        try:
            found = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise self.damaged(position) from error
        if not isinstance(found, dict):
            raise self.damaged(position)
        return found


@cache
def _decoder() -> "json.JSONDecoder":
    import json

    return json.JSONDecoder(parse_float=_finite, parse_constant=_finite)


def _finite(text: str) -> float:
    if not isfinite(number := float(text)):
        raise ValueError
    return number


def _is_json(text: str) -> bool:
    """Whether a text is JSON that can be written again."""
    try:
        return text in ("true", "false") or _decoder().decode(text) is not None
    except (ValueError, RecursionError):
        return False


def is_kind(kind: str | None) -> bool:
    """Whether it is a known kind of organization, or None."""
    return kind is None or kind in vocabulary.KINDS
