"""The values that all packages share: editions, categories, organizations, results and hits.

All are immutable named tuples: each frozen dataclass would take a hundredth of the start-up time.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from enum import IntEnum
from types import MappingProxyType
from typing import Literal, NamedTuple, Self

Certainty = Literal["printed", "ordered", "uncertain"]
Honours = Literal["work", "organization"]
FieldName = Literal["title", "organization"]


class Edition(NamedTuple):
    """One year's holding of an activity; in a user's list only its number and year are known."""

    number: int | None
    year: int | None
    name: str | None = None
    name_en: str | None = None
    theme: str | None = None
    begin: str | None = None
    end: str | None = None
    submissions: int | None = None
    honoured_works: int | None = None
    views: int | None = None
    source: str | None = None

    @property
    def short_name(self) -> str | None:
        """Its number, else its year."""
        known = self.year if self.number is None else self.number
        return None if known is None else str(known)


class Category(NamedTuple):
    """A category as printed; `id` and `name_en` are None in a user's list."""

    name: str
    id: str | None = None
    name_en: str | None = None
    honours: Honours = "work"


class Organization(NamedTuple):
    """Who made or submitted a work, or was itself honoured, named as printed.

    `pinyin` has one toneless syllable for each Chinese character, between spaces; None where it is to be computed.
    """

    name: str
    pinyin: str | None = None
    district: str | None = None
    kind: str | None = None


Role = Literal[
    "title", "organization", "category", "award", "year", "edition", "district", "kind", "certainty", "note", "id"
]
"""The roles that a column of a user's list can have."""

Cell = str | int | float | None
"""A cell of a user's list, unchanged; of an array, an object or a boolean in JSON a `JsonCell`."""


class JsonCell(str):
    """A cell of JSON that is an array, an object or a boolean, as the text that is shown for it.

    The values of an array are joined by 、 unless it has nested ones or null. `values` has those of an array without
    nested ones; it is None where the text is JSON.

    >>> JsonCell("true").value, JsonCell("喜剧、家庭", ("喜剧", "家庭")).value
    (True, ['喜剧', '家庭'])
    """

    __slots__ = ("values",)
    values: tuple[Cell, ...] | None

    def __new__(cls, text: str, values: tuple[Cell, ...] | None = None) -> Self:
        cell = super().__new__(cls, text)
        cell.values = values
        return cell

    def __reduce__(self) -> tuple[object, ...]:
        return JsonCell, (str(self), self.values)

    @classmethod
    def of_array(cls, values: Sequence[Cell], joined_by: str = "、") -> Self:
        """The cell of an array without nested values."""
        words = texts_in_array(values)
        if len(words) == len(values):
            return cls(joined_by.join(words), tuple(values))
        import json  # few lists have any

        return cls(json.dumps(values, ensure_ascii=False), tuple(values))

    @property
    def value(self) -> object:
        """The value in JSON."""
        if self.values is not None:
            return list(self.values)
        import json

        return json.loads(self)


def texts_in_array(values: Iterable[object]) -> list[str]:
    """The values of an array as texts, without null."""
    return [str(each).lower() if isinstance(each, bool) else str(each) for each in values if each is not None]


def json_value(cell: Cell) -> object:
    """The value of a cell in JSON: an array, an object or a boolean where the list has one."""
    return cell.value if type(cell) is JsonCell else cell


def cell_text(cell: Cell) -> str | None:
    """A cell as text; None where it is empty.

    >>> cell_text(9.7), cell_text(" a "), cell_text("")
    ('9.7', ' a ', None)
    """
    return None if cell is None or cell == "" else str(cell)


class Column(NamedTuple):
    """A column of a user's list: its own heading and its role; a column without a role is only kept."""

    heading: str
    role: Role | None = None


def unused_name(name: str, taken: Container[str | None]) -> str:
    """The name of a column, with a number where it is taken.

    >>> unused_name("id", {"id", "id (2)"})
    'id (3)'
    """
    number, unused = 1, name
    while unused in taken:
        number += 1
        unused = f"{name} ({number})"
    return unused


class Cells(NamedTuple):
    """A row of a user's list, unchanged: the columns of the list in its order, and the cell under each."""

    columns: tuple[Column, ...] = ()
    values: tuple[Cell, ...] = ()


MOST_NAMED = 1000
"""Organizations of one result at most: a collection file reads the whole result once for each of them."""


class Result(NamedTuple):
    """One line of the award list.

    `organization` is the name as printed, which may name several; `organizations` has them one by one. `printed` maps
    award, title and organization to the numbers of their lines in the published text; it is empty in a user's list.
    `other_titles` come from further title columns of a user's list. `cells` is the unchanged row of a user's list under
    its own headings; it is empty in the bundled list.
    """

    id: str
    edition: Edition
    category: Category | None
    award: str | None
    title: str | None
    title_pinyin: str | None
    organization: str | None
    organizations: tuple[Organization, ...]
    certainty: Certainty = "printed"
    note: str | None = None
    note_zh: str | None = None
    printed: Mapping[str, Sequence[int]] = MappingProxyType({})
    other_titles: tuple[str, ...] = ()
    cells: Cells = Cells()

    def __repr__(self) -> str:
        """Short, for a prompt: `<Result 9-micro-film-03: 咏梅, 嘉定区委宣传部>`."""
        return f"<Result {self.id}: {', '.join(filter(None, (self.title, self.organization)))}>"

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle and copy with `printed` as a dictionary: a read-only mapping cannot be pickled."""
        return Result, tuple(self._replace(printed=dict(self.printed)))

    def to_dict(self) -> dict[str, object]:
        """The values under the fixed keys of JSON, then the cells without a role under their headings.

        A heading that equals a key is numbered: `id (2)`. The district and the kind are those of the first organization
        that has one; of a list with a column of districts, the district is its cell.
        """
        record = {key: value(self) for key, value in VALUES_BY_KEY.items()}
        for heading, cell in self.other.items():
            record[f"{heading} (2)" if heading in VALUES_BY_KEY else heading] = cell
        return record

    @property
    def other(self) -> dict[str, object]:
        """The values of the columns that have no role, by their headings, in the order of the list."""
        pairs = zip(self.cells.columns, self.cells.values, strict=True)
        return {column.heading: json_value(cell) for column, cell in pairs if column.role is None}

    @property
    def titles(self) -> tuple[str, ...]:
        """The title, if there is one, and the other titles."""
        return (self.title, *self.other_titles) if self.title else self.other_titles

    def written(self, role: Role) -> str | None:
        """The first filled cell of the columns with a role, as the list writes it: a year as `1927/28`."""
        pairs = zip(self.cells.columns, self.cells.values, strict=True)
        return next((str(cell) for column, cell in pairs if column.role == role and cell not in (None, "")), None)


def _district(result: Result) -> str | None:
    if any(column.role == "district" for column in result.cells.columns):
        return result.written("district")
    return next((each.district for each in result.organizations if each.district), None)


VALUES_BY_KEY: Mapping[str, Callable[[Result], object]] = {
    "id": lambda result: result.id,
    "edition": lambda result: result.edition.number,
    "year": lambda result: result.edition.year,
    "category": lambda result: result.category.name if result.category else None,
    "award": lambda result: result.award,
    "title": lambda result: result.title,
    "organization": lambda result: result.organization,
    "organizations": lambda result: [organization.name for organization in result.organizations],
    "district": _district,
    "kind": lambda result: next((each.kind for each in result.organizations if each.kind), None),
    "certainty": lambda result: result.certainty,
    "note": lambda result: result.note,
}
"""The value of a result under each fixed key, in the order of every output."""


class Tier(IntEnum):
    """How a result matched, the surest tier first."""

    EQUAL = 0
    PREFIX = 1
    SUBSTRING = 2
    SOUND = 3
    PINYIN = 4
    INITIALS = 5
    NEAR = 6


class Place(NamedTuple):
    """The place of a match: characters `start` to `end` (exclusive) of the printed `field`."""

    field: FieldName
    start: int
    end: int


class Hit(NamedTuple):
    """A result that answers a query; `score` is 0-100, `coverage` the matched share of the field (0-1).

    It is `complete` where everything typed agrees exactly or is a full syllable, in whatever order.
    """

    result: Result
    tier: Tier
    score: float
    coverage: float
    places: tuple[Place, ...]
    complete: bool = True
