"""Flat records of a user's list, whatever file they came from, as results."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args

from awardcli import messages, vocabulary
from awardcli.collection.text_file import LARGEST_CELL, UserRow, refused
from awardcli.errors import InvalidDataError
from awardcli.language.organization_names import district_of, organization_names
from awardcli.model import MOST_NAMED, Category, Certainty, Edition, Organization, Result

_NO_EDITION = Edition(None, None)
_MOST_SHAPES = 1000
"""Sets of headings to remember, in a file whose records each have their own."""


def headings_of(names: Iterable[str], asked: Mapping[str, str] | None = None) -> dict[str, str]:
    """Our column for each heading of a file that names one; other headings are left out.

    `asked` says what headings mean that are not known, or not meant as they are known; those go first.

    >>> headings_of(["片名", "出品单位", "片长"])
    {'片名': 'title', '出品单位': 'organization'}
    >>> headings_of(["片名", "原名"], {"原名": "title"})
    {'原名': 'title'}
    """
    names = [name for name in names if name.strip()]
    asked = asked or {}
    found = {name: asked[name.strip()] for name in names if name.strip() in asked}
    for name in names:
        column = vocabulary.HEADING_COLUMNS.get(name.strip().lower())
        if name not in found and column and column not in found.values():
            found[name] = column
    return found


class RowReader:
    """Turns the rows of a file into results, sharing what they have in common.

    Ids are the rows' own where they have one, else `<stem>-<row number>`.
    """

    def __init__(self, path: Path, asked: Mapping[str, str] | None = None) -> None:
        self.path = path
        self.headings: dict[str, None] = {}
        """Every heading there was."""
        self.columns: dict[str, str] = {}
        """The column of every heading that named one in some row."""
        self._asked = asked or {}
        self._stem = path.stem.encode(errors="replace").decode()  # a file name need not be text
        self._known: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        self._editions: dict[tuple[int | None, int | None], Edition] = {}
        self._categories: dict[str, Category] = {}
        self._organizations: dict[str, Organization] = {}
        self._named: dict[str, tuple[Organization, ...]] = {}

    def result(self, row: UserRow) -> Result:
        """The row as a result; raises InvalidDataError naming its place where it is none."""
        if row.problem:
            raise refused(row.problem, row.place)
        fields = row.fields
        text: dict[str, str] = {}
        for heading, column in self._known.get(tuple(fields)) or self.recognised(fields):
            value = fields[heading]
            if type(value) is not str:
                value = _text(row, column, value)
            if value and (value := value.strip()):
                if len(value) > LARGEST_CELL:
                    raise refused(messages.TOO_LONG(most=LARGEST_CELL), row.place, column)
                text[column] = value
        get = text.get
        title, organization = get("title"), get("organization")
        if not title and not organization:
            raise refused(messages.NOTHING_NAMED(), row.place)
        note = get("note")
        return Result(
            get("id") or self.numbered(row),
            self._edition(row, text) if "edition" in text or "year" in text else _NO_EDITION,
            self._category(text["category"]) if "category" in text else None,
            get("award"),
            title,
            None,
            organization,
            self._organizations_of(row, text) if organization or "kind" in text else (),
            _certainty(row, text["certainty"]) if "certainty" in text else "printed",
            note,
            note,
        )

    def numbered(self, row: UserRow) -> str:
        """The id of a row that has none of its own."""
        return f"{self._stem}-{row.number}"

    def is_heading(self, cells: Iterable[object], least: int) -> bool:
        """Whether cells name so many columns of ours, a title or an organization among them."""
        columns = headings_of(map(str, cells), self._asked).values()
        return len(columns) >= least and not {"title", "organization"}.isdisjoint(columns)

    def recognised(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """The headings that name a column of ours, each with that column."""
        names = tuple(names)
        found = list(headings_of(names, self._asked).items())
        self.headings.update(dict.fromkeys(names))
        self.columns.update(found)
        if len(self._known) < _MOST_SHAPES:
            self._known[names] = found
        return found

    def require_columns(self) -> None:
        """Raise InvalidDataError where no heading names a title or an organization, or one asked for is missing."""
        found = messages.listed([name for name in self.headings if name.strip()]) or "-"
        stripped = {name.strip() for name in self.headings}
        if missing := [name for name in self._asked if name not in stripped]:
            raise InvalidDataError(messages.NO_SUCH_HEADING(path=self.path, name=missing[0], found=found))
        if not {"title", "organization"} & set(self.columns.values()):
            raise InvalidDataError(messages.NO_COLUMNS(path=self.path, found=found))

    @property
    def left_out(self) -> list[str]:
        """The headings that name no column of ours: what stands under them is not read."""
        known = {*self.columns, "organizations"}  # the organization of our own export, name by name
        return [name for name in self.headings if name.strip() and name not in known]

    def _edition(self, row: UserRow, text: Mapping[str, str]) -> Edition:
        number, year = _number(row, "edition", text), _number(row, "year", text)
        return self._editions.setdefault((number, year), Edition(number=number, year=year))

    def _category(self, name: str) -> Category:
        return self._categories.get(name) or self._categories.setdefault(name, Category(name))

    def _organizations_of(self, row: UserRow, text: Mapping[str, str]) -> tuple[Organization, ...]:
        """The organizations of a row; a district or kind that it gives is that of the first."""
        printed = text.get("organization", "")
        if "kind" not in text and (found := self._named.get(printed)):
            return found
        names = organization_names(printed)
        if len(names) > MOST_NAMED:
            raise refused(messages.TOO_MANY_NAMED(most=MOST_NAMED), row.place, "organization")
        kind = _kind(row, text["kind"]) if "kind" in text else None
        known = self._organizations
        for name in names:
            if name not in known:
                district = text.get("district") if name == names[0] else None
                known[name] = Organization(
                    name, district=district or district_of(name), kind=kind if name == names[0] else None
                )
        organizations = tuple([known[name] for name in names])
        self._named[printed] = organizations
        return organizations


def _text(row: UserRow, column: str, value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise refused(messages.WANTED_TEXT(), row.place, column)


def _number(row: UserRow, column: str, text: Mapping[str, str]) -> int | None:
    """A whole number, also as people write it: 第九届 is left to them, 9, 第9届 and 2022年 are read."""
    value = text.get(column)
    if value is None:
        return None
    digits = value.removeprefix("第").removesuffix("届").removesuffix("年")
    if digits.isascii() and digits.isdigit() and len(digits) <= 9:
        return int(digits)
    from awardcli.language.numerals import number_spans

    match number_spans(digits):
        case [number] if number.end - number.start == len(digits) <= 9:
            return int(number.value)
    raise refused(messages.WANTED_NUMBER(minimum=0), row.place, column)


def _kind(row: UserRow, value: str) -> str:
    kind = vocabulary.kind_named(value)
    if kind is None:
        raise refused(messages.WANTED_CHOICE(choices=", ".join(vocabulary.KINDS)), row.place, "kind")
    return kind


def _certainty(row: UserRow, value: str) -> Certainty:
    for certainty in get_args(Certainty):
        if value in (certainty, *vocabulary.CERTAINTIES[certainty]):
            return certainty  # type: ignore[no-any-return] # get_args is not typed
    raise refused(messages.WANTED_CHOICE(choices=", ".join(get_args(Certainty))), row.place, "certainty")
