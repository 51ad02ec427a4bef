"""The interface of a collection, and the columns by which its results are filtered, named and counted."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

from awardcli import messages, vocabulary
from awardcli.errors import UnknownNameError, UsageError, close_names, did_you_mean
from awardcli.language.fold import fold
from awardcli.model import Category, Cell, Column, Edition, JsonCell, Organization, Result, cell_text, texts_in_array

SQLITE = b"SQLite format 3\0"
"""The first bytes of a collection file."""
Table = Literal["results", "editions", "categories", "organizations"]


def name_in(cell: Cell) -> str | None:
    """The text of a cell as people type it, without the spaces around it; None for an empty cell.

    1.0 is 1: SQLite does not distinguish them.
    """
    if type(cell) is float and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    return (cell_text(cell) or "").strip() or None


_EXACT = 1 << 53
"""Below this a float can be any whole number."""


def one_name(cell: Cell) -> Sequence[str]:
    """The name in a cell that has only one, or none."""
    name = name_in(cell)
    return [name] if name else []


def names_of_values(cell: Any) -> Sequence[str]:
    """The name of each value of an array, once; of any other cell its one name.

    An array is a `JsonCell`, the names themselves, or JSON in bytes, as a collection file has it.
    """
    if type(cell) is JsonCell:
        names = texts_in_array(cell.values or ())
        return list(dict.fromkeys(filter(None, map(str.strip, names)))) or one_name(cell)
    return cell if type(cell) is tuple else names_of_json(cell) if type(cell) is bytes else one_name(cell)


def names_of_json(cell: Any) -> Sequence[str]:
    """The same of an array, which may be JSON; none of damaged JSON, which is refused where its result is read."""
    if type(cell) not in (str, bytes):
        return names_of_values(cell)
    import json

    try:
        return names_of_values(JsonCell.of_array(json.loads(cell)))
    except (ValueError, RecursionError):
        return ()


def _values_and_whole(cell: Cell) -> Sequence[str]:
    return [*names_of_values(cell), *one_name(cell)] if type(cell) is JsonCell else one_name(cell)


def name_unless_none(cell: Cell) -> Sequence[str]:
    """The name in a cell, unless it says that there is none, as 无 and - do."""
    from awardcli.collection.user_file.table_lines import NO_VALUE, is_nobody  # no result of the bundled list needs it

    return [name for name in one_name(cell) if name not in NO_VALUE and not is_nobody(name)]


def _coded_names(cell: Cell) -> Sequence[str]:
    """A cell as written, and the kind or certainty that it names in either language."""
    text = cell_text(cell)
    code = vocabulary.kind_named(text) or vocabulary.certainty_named(text)
    return [code, *one_name(cell)] if code else one_name(cell)


def _several_names(cell: Cell) -> Sequence[str]:
    """The people and organizations that a cell names."""
    from awardcli.language.people_and_bodies import organization_names  # no result of the bundled list needs it

    return organization_names(cell_text(cell) or "")


def awards_in(cell: Cell) -> Sequence[str]:
    """The awards that a cell names."""
    text = name_in(cell)
    if text is None or (text.isalnum() and not text[-2:-1].isdecimal()):  # as nearly all, and not as 二等奖2项
        return [text] if text else []
    from awardcli.language.awards import award_names  # no result of the bundled list needs it

    return award_names(text)


def titles_in(cell: Cell) -> Sequence[str]:
    """The titles that a cell of other titles names."""
    text = name_in(cell)
    if text is None or text.isalnum():  # as nearly all
        return [text] if text else []
    from awardcli.language.title_names import titles_apart

    return titles_apart(text)


def other_names(result: Result) -> tuple[str, ...]:
    """The other titles that a user's list gives a result, and the titles within a cell (活着 To Live), each once."""
    if not result.cells.columns:
        return result.other_titles
    from awardcli.language import title_names  # no result of the bundled list needs it

    return title_names.other_names(result.title, result.other_titles)


class ResultColumn(NamedTuple):
    """A column by which results are filtered, named and counted, in memory and in a collection file.

    `cells` gives the cells of results in the column; `sql` is the same for a collection file, an expression over
    `table`, whose alias in queries is its first letter. `names_in` gives the names in such a cell.
    """

    cells: Callable[[Iterable[Result]], Iterable[Cell]]
    table: Table
    sql: str
    names_in: Callable[[Any], Sequence[str]] = one_name

    def names(self, result: Result) -> list[str]:
        """The names that a result has in the column, each once."""
        return list(dict.fromkeys(chain.from_iterable(map(self.names_in, self.cells((result,))))))

    def names_of(self, results: Iterable[Result]) -> list[str]:
        """The names that results have in the column, each once."""
        cells: Iterable[object] = self.cells(results)
        if self.names_in is names_of_values:  # arrays of different values can have the same text
            cells = (tuple(names_of_values(cell)) if type(cell) is JsonCell else cell for cell in cells)
        different = dict.fromkeys(cells)
        return list(dict.fromkeys(chain.from_iterable(map(self.names_in, different))))


KEYS: Mapping[str, ResultColumn] = {
    "id": ResultColumn(lambda results: [r.id for r in results], "results", "r.id"),
    "edition": ResultColumn(
        lambda results: [r.edition.short_name for r in results], "editions", "coalesce(e.number, e.year)"
    ),
    "year": ResultColumn(lambda results: [r.edition.year for r in results], "editions", "e.year"),
    "category": ResultColumn(lambda results: [r.category and r.category.name for r in results], "categories", "c.name"),
    "award": ResultColumn(lambda results: [r.award for r in results], "results", "r.award", awards_in),
    "title": ResultColumn(lambda results: [r.title for r in results], "results", "r.title"),
    "organization": ResultColumn(
        lambda results: [o.name for r in results for o in r.organizations], "organizations", "o.name"
    ),
    "district": ResultColumn(
        lambda results: [o.district for r in results for o in r.organizations], "organizations", "o.district"
    ),
    "kind": ResultColumn(lambda results: [o.kind for r in results for o in r.organizations], "organizations", "o.kind"),
    "certainty": ResultColumn(lambda results: [r.certainty for r in results], "results", "r.certainty"),
}
"""The columns that every collection has, whatever the headings of its list."""


KEYS_OF_HITS = ("tier", "score", "matched")
"""The keys that a search adds to those of a result."""


def own_heading(heading: str) -> str:
    """The name of a column without a role beside the keys: `id (2)` where the list has such a column `id`."""
    return f"{heading} (2)" if heading in KEYS else heading


class ListColumns(NamedTuple):
    """The columns of a list, and the heading of the one that has the titles of its works; None without one."""

    columns: Sequence[Column]
    titles: str | None


def columns_of_result(result: Result) -> ListColumns:
    """The columns of the list of a result: the first of titles has them, unless another was asked to be first."""
    columns, cells = result.cells
    own = (column.heading for column, cell in zip(columns, cells, strict=True) if _is_title(column, cell, result.title))
    return ListColumns(columns, next(own, None) or _first_titles(columns))


def _is_title(column: Column, cell: Cell, title: str | None) -> bool:
    return column.role == "title" and (cell_text(cell) or "").strip() in ("", title)


def _first_titles(columns: Sequence[Column]) -> str | None:
    return next((column.heading for column in columns if column.role == "title"), None)


class ColumnNames:
    """Which key, or else which column of a list, a name means: compared as written first, then folded.

    A column with a role means that role's key, except a column of other titles, and where there are several columns of
    organizations: each of them is a column of its own, unless they are called alike (单位, 报送单位) in different
    `lists`. So is one of districts or kinds, of which an organization has only one, and one of editions or
    certainties, which may have no number or code. A key is also known by its headings in either language.
    """

    def __init__(self, columns: Sequence[Column], lists: Callable[[], Iterable[ListColumns]] | None = None) -> None:
        """`columns` are those of all `lists`, which are asked for where they matter; else of one list."""
        self._lists = lists or (lambda: [ListColumns(columns, _first_titles(columns))])
        as_in_json = {f"{column.heading} (2)": column for column in columns if column.heading in KEYS_OF_HITS}
        self._called = (
            as_in_json
            | {own_heading(column.heading): column for column in columns}
            | {column.heading: column for column in columns if column.heading not in KEYS}
        )
        self._columns = columns
        self._of_role: dict[str, list[Column]] = {}
        for column in columns:
            if column.role is not None:
                self._of_role.setdefault(column.role, []).append(column)

    def meant(self, name: str) -> Column | str:
        """The key or column that a name means; raises UsageError with the columns there are."""
        if name in KEYS:
            return self._of_role[name][0] if name == "district" and name in self._of_role else name
        called = self._called
        if name == "note" and name not in called and name in self._of_role:
            return self._of_role[name][0]
        if name not in called:
            folded = fold(name)
            own = next((heading for heading in called if folded and fold(heading) == folded), None)
            key = next((key for key in KEYS if folded in map(fold, vocabulary.HEADINGS[key])), None)
            if own is None and key is not None:
                return key
            if own is None:
                names = [name if name == role else own_heading(name) for name, role in called.values()]
                raise _no_column(name, names or [vocabulary.heading(key) for key in KEYS])
            name = own
        column = called[name]
        role = column.role
        if role is None or role not in KEYS:
            return column
        is_own = (
            role in ("district", "edition", "kind", "certainty")
            or self.has_other_titles(column)
            or self._are_several(role)
        )
        return column if is_own else role

    def _are_several(self, role: str) -> bool:
        """Whether there are several columns of main titles or of organizations, each with something else in it."""
        if role not in ("title", "organization"):
            return False
        headings = {column.heading for column in self._of_role[role]} - self._of_other_titles
        names = [*map(fold, headings)]
        ends = [*names, *map(fold, vocabulary.HEADINGS[role])]
        if len(names) < 2 or not any(all(name.endswith(end) for name in names) for end in ends):
            return len(names) > 1
        return any(sum(column.heading in headings for column in each.columns) > 1 for each in self._lists())

    @cached_property
    def _of_other_titles(self) -> Set[str]:
        """The headings of columns that have other titles than the first of their results, in some list."""
        if len(self._of_role.get("title", ())) < 2:
            return frozenset()
        return {
            column.heading
            for each in self._lists()
            for column in each.columns
            if column.role == "title" and column.heading != each.titles
        }

    def written(self, name: str) -> Column | None:
        """The column of a list whose cells a name means as they are written, beside the names in them."""
        columns = [column for column in self._columns if column.heading == name]
        if name not in KEYS:
            columns += [column for column in self._columns if fold(column.heading) == fold(name)]
        columns += self._of_role.get(str(self.meant(name)), [])
        found = columns[0] if columns else None
        return found if found and (found.role in _NOT_AS_WRITTEN or self.has_other_titles(found)) else None

    def results_of(self, name: str) -> ResultColumn:
        """The column of a list's results that a name means; raises UsageError where there is none."""
        meant = self.meant(name)
        if isinstance(meant, str):
            return KEYS[meant]
        return cells_under(meant)

    @cached_property
    def title_heading(self) -> str | None:
        """The heading of a column that has the titles in each list with it; None where there is none."""
        titles = (column.heading for column in self._of_role.get("title", ()))
        return next((heading for heading in titles if heading not in self._of_other_titles), None)

    def has_other_titles(self, column: Column) -> bool:
        """Whether a column has the other titles of works, of which a cell may name several."""
        return column.role == "title" and column.heading in self._of_other_titles

    def selecting(self, name: str) -> tuple[ResultColumn, ...]:
        """The columns of which any has the value that selects a result by a name: the one meant, and its cells."""
        meant = self.meant(name)
        if not isinstance(meant, str) and meant.role is None:
            return (cells_under(meant)._replace(names_in=_values_and_whole),)
        written = self.written(name)
        return (self.results_of(name), *(whole_cells(written, cells_under(written)) if written else ()))


def selects(columns: Sequence[ResultColumn], names: frozenset[str | None], result: Result) -> bool:
    """Whether a result has one of the names in any of the columns; None among them: it has no name in any."""
    return not names.isdisjoint(names_in(columns, result))


def as_texts(names: Iterable[str | int | None]) -> Iterator[str | None]:
    """The names to select by, where years and editions may be given as numbers."""
    return (name if name is None else str(name) for name in names)


def names_in(columns: Sequence[ResultColumn], result: Result) -> Set[str | None]:
    """The names that a result has in any of the columns; None alone for a result without a name."""
    return {name for column in columns for name in column.names(result)} or {None}


def _no_column(name: str, known: Sequence[str]) -> UsageError:
    message = messages.NO_COLUMN(name=name, choices=messages.listed(known))
    is_note = fold(name) in map(fold, ("note", *vocabulary.HEADINGS["note"]))
    hints = [messages.NOTE_IS_SHOWN()] if is_note else []
    return UsageError(message + did_you_mean(close_names(name, known, most=1)), hints)


class CellReader:
    """Reads the cells of a user's list under its headings, whatever columns a row has."""

    def __init__(self) -> None:
        self._last: tuple[Sequence[Column], Mapping[str, int]] = (), {}
        """The columns of the row read last, and the place of each heading in them, found once for all headings."""

    def under(self, heading: str) -> Callable[[Result], Cell]:
        """A function that reads the cell under a heading."""
        known: Sequence[Column] = ()
        place: int | None = None

        def cell(result: Result) -> Cell:
            nonlocal known, place
            columns, values = result.cells
            if columns is not known:  # the rows of one file share their columns, but in JSON each may have its own
                last = self._last  # read once: another thread may replace it
                if last[0] is not columns:
                    last = self._last = columns, {name: at for at, (name, _) in enumerate(columns)}
                known, place = columns, last[1].get(heading)
            return None if place is None else values[place]

        return cell


_CELLS = CellReader()


def cells_under(column: Column, sql: str = "NULL") -> ResultColumn:
    """The column of results with the cells of one column of a user's list; `sql` is for a collection file."""
    several: Mapping[str | None, Callable[[Any], Sequence[str]]] = {
        None: names_of_values,
        "organization": _several_names,
        "award": awards_in,
        "title": titles_in,
        "district": name_unless_none,
    }
    names_in = several.get(column.role, one_name)
    cell = _CELLS.under(column.heading)
    if column.role == "note":
        return ResultColumn(
            lambda results: (r.note if _is_first_note(r, column.heading) else cell(r) for r in results),
            "results",
            sql,
            names_in,
        )
    return ResultColumn(partial(map, cell), "results", sql, names_in)


def _is_first_note(result: Result, heading: str) -> bool:
    """Whether a column is the one whose cells are the notes of results."""
    return heading == next((column.heading for column in result.cells.columns if column.role == "note"), None)


_NOT_AS_WRITTEN = ("edition", "year", "organization", "kind", "certainty")
"""Roles whose names are not the cells: their numbers, codes, or each of several names."""


def whole_cells(column: Column, cells: ResultColumn) -> list[ResultColumn]:
    """The columns that select results by such a role beside its names: its cells, and the number of an edition.

    A cell also has the kind that it names, which need not be the one that the organization has in other rows, or the
    certainty.
    """
    names = {"kind": _coded_names, "certainty": _coded_names, "organization": name_unless_none}
    whole = cells._replace(names_in=names.get(column.role or "", one_name))
    return [whole, KEYS["edition"]] if column.role == "edition" else [whole]


MOST_COUNTED = 2000
"""The most different values of a column that are counted, and can be named by a word of a query."""
Counts = dict[str | None, int]
"""How many results have each name in a column; None for those without any."""


def counts_by_name(cells: Iterable[tuple[Cell | bytes, int]], column: ResultColumn) -> Counts:
    """How many results have each name in a column, by how many have each cell."""
    counts: Counts = {}
    for cell, count in cells:
        for each in dict.fromkeys(column.names_in(cell)) or [None]:
            counts[each] = counts.get(each, 0) + count
    return {name: count for name, count in counts.items() if count}


class Collection(Protocol):
    """Results in printed order, with the editions and categories they name.

    `path` is the file they are read from; None for the bundled list. Where a method takes a `column`, that is one of
    `KEYS`, or the heading of one of `columns` (`ColumnNames`); it raises UsageError for any other.
    """

    @property
    def path(self) -> Path | None: ...
    @property
    def editions(self) -> Sequence[Edition]: ...
    @property
    def categories(self) -> Sequence[Category]: ...

    @property
    def columns(self) -> Sequence[Column]:
        """The columns of a user's list in its order, of several lists all of them; empty for the bundled list."""
        ...

    @property
    def column_names(self) -> ColumnNames:
        """What the names of columns mean."""
        ...

    @property
    def organizations(self) -> Sequence[Organization]:
        """The organizations that the results name, in printed order."""
        ...

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Result]: ...

    def __getitem__(self, id: str) -> Result:  # noqa: A002 # the field's name
        """The result with exactly that id; raises UnknownNameError where there is none."""
        ...

    def result(self, id: str) -> Result | None:  # noqa: A002 # the field's name
        """The result with exactly that id, or None."""
        ...

    def where(self, column: str, *names: str | int | None) -> "Collection":
        """The collection of those results that have one of the names in a column; None selects those without any.

        A result with several organizations is kept where any of them has the name.
        """
        ...

    def names(self, column: str) -> Sequence[str]:
        """The names that the results have in a column, each once, in printed order."""
        ...

    def counts(self, column: str) -> Mapping[str | None, int]:
        """How many results have each name in a column, in printed order; None counts those without any.

        A result with several names in the column counts once for each.
        """
        ...

    def has_counts(self, column: str) -> bool:
        """Whether `counts` and `names` of a column are fast here, however many results there are."""
        ...

    def category_counts(self) -> Mapping[Category, int]:
        """How many results each category has; categories without results are left out."""
        ...

    def organization_counts(self) -> Mapping[str, int]:
        """How many results each organization has, by name."""
        ...

    def by_organization(self, names: Sequence[str]) -> Iterator[Result]:
        """The results of those organizations, one organization after the other; each result once."""
        ...


def required_result(collection: Collection, id: str) -> Result:  # noqa: A002 # the field's name
    """The result with exactly that id; raises UnknownNameError where there is none."""
    result = collection.result(id)
    if result is None:
        raise UnknownNameError(messages.NO_ID(name=id))
    return result


def described(collection: Collection) -> str:
    """A collection at a prompt: `<Collection films.awards: 1000 results>`."""
    name = f" {collection.path.name}" if collection.path else ""
    return f"<Collection{name}: {len(collection)} results>"
