"""Flat records of a user's list, whatever file they came from, as results."""

from collections.abc import Iterable, Mapping
from typing import get_args

from awardcli import messages, vocabulary
from awardcli.collection.files import Row, refused
from awardcli.collection.naming import district_of, organization_names
from awardcli.model import Category, Certainty, Edition, Organization, Result


def headings_of(names: Iterable[str]) -> dict[str, str]:
    """Our column for each heading of a file that names one; other headings are left out.

    >>> headings_of(["片名", "出品单位", "片长"])
    {'片名': 'title', '出品单位': 'organization'}
    """
    found: dict[str, str] = {}
    for name in names:
        column = vocabulary.HEADING_COLUMNS.get(name.strip().lower())
        if column and column not in found.values():
            found[name] = column
    return found


class RowReader:
    """Turns rows into results, sharing what they have in common.

    Ids are the rows' own where they have one, else `<stem>-<row number>`.
    """

    def __init__(self, stem: str) -> None:
        self._stem = stem
        self._editions: dict[tuple[int | None, int | None], Edition] = {}
        self._categories: dict[str, Category] = {}
        self._organizations: dict[str, Organization] = {}
        self._ids: set[str] = set()

    def result(self, row: Row, columns: Mapping[str, str]) -> Result:
        """The row as a result; raises InvalidDataError naming its place where it is none."""
        fields = {column: row.fields.get(heading) for heading, column in columns.items()}
        text = {column: _text(row, column, value) for column, value in fields.items()}
        if not text.get("title") and not text.get("organization"):
            raise refused(messages.NOTHING_NAMED(), row.place)
        id_ = text.get("id") or f"{self._stem}-{row.number}"
        if id_ in self._ids:
            raise refused(messages.REPEATED(value=id_), row.place)
        self._ids.add(id_)
        return Result(
            id=id_,
            edition=self._edition(_number(row, "edition", text), _number(row, "year", text)),
            category=self._category(text.get("category")),
            award=text.get("award"),
            title=text.get("title"),
            title_pinyin=None,
            organization=text.get("organization"),
            organizations=self._organizations_of(row, text),
            certainty=_certainty(row, text.get("certainty")),
            note=text.get("note"),
            note_zh=text.get("note"),
        )

    def _edition(self, number: int | None, year: int | None) -> Edition:
        return self._editions.setdefault((number, year), Edition(number=number, year=year))

    def _category(self, name: str | None) -> Category | None:
        return self._categories.setdefault(name, Category(name)) if name else None

    def _organizations_of(self, row: Row, text: Mapping[str, str | None]) -> tuple[Organization, ...]:
        """The organizations of a row; a district or kind that it gives is that of the first."""
        names = organization_names(text.get("organization") or "")
        kind = _kind(row, text.get("kind"))
        for name in names:
            if name not in self._organizations:
                district = text.get("district") if name == names[0] else None
                self._organizations[name] = Organization(
                    name, district=district or district_of(name), kind=kind if name == names[0] else None
                )
        return tuple(self._organizations[name] for name in names)


def _text(row: Row, column: str, value: object) -> str | None:
    if isinstance(value, str):
        return value.strip() or None
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise refused(messages.WANTED_TEXT(), row.place, column)


def _number(row: Row, column: str, text: Mapping[str, str | None]) -> int | None:
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


def _kind(row: Row, value: str | None) -> str | None:
    kind = vocabulary.kind_named(value)
    if value and kind is None:
        raise refused(messages.WANTED_CHOICE(choices=", ".join(vocabulary.KINDS)), row.place, "kind")
    return kind


def _certainty(row: Row, value: str | None) -> Certainty:
    if value is None:
        return "printed"
    for certainty in get_args(Certainty):
        if value in (certainty, *vocabulary.CERTAINTIES[certainty]):
            return certainty  # type: ignore[no-any-return] # get_args is not typed
    raise refused(messages.WANTED_CHOICE(choices=", ".join(get_args(Certainty))), row.place, "certainty")
