"""Build a result from a row of a user's list: its title, who made it, when, and every other cell unchanged."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple, get_args

from awardcli import messages, vocabulary
from awardcli.collection.protocol import titles_in
from awardcli.collection.user_file.columns.column_roles import asked_role
from awardcli.collection.user_file.columns.names_of_people import (
    NameInParts,
    is_vague,
    joined,
    names_both,
    names_in_parts,
)
from awardcli.collection.user_file.reading_report import UserRow, UserRows
from awardcli.collection.user_file.table_lines import (
    DITTO,
    NO_VALUE,
    NONE,
    is_mark_of_none,
    is_no_award,
    is_nobody,
    is_vacant,
)
from awardcli.collection.user_file.text_file import refused
from awardcli.language.awards import without_count
from awardcli.language.dates import edition_in_year, edition_number, year_in_edition, year_number
from awardcli.language.lazy_pattern import chinese_pattern, lazy_pattern
from awardcli.language.people_and_bodies import organization_names
from awardcli.language.places import district_of
from awardcli.model import MOST_NAMED, Category, Cell, Certainty, Column, Edition, Organization, Result, Role


class _Places(NamedTuple):
    """The places of the cells of each role in rows with certain columns; of several cells the first counts most.

    The given and the family name of one person are an organization together.
    """

    titles: tuple[int, ...]
    organizations: tuple[int | NameInParts, ...]
    others: tuple[tuple[Role, int], ...]
    has_parts: bool = False
    """Whether a name is in parts, which may be whole in another column too."""
    may_repeat_title: bool = False
    """Whether an organization is in a column name, which nominees of a list have whether they are people or works."""


class ResultBuilder:
    """Turns the rows of a file into results, which share equal editions, categories and organizations.

    A result has the id of its row where the list has ids, else `<file stem>-<row number>`.
    """

    def __init__(self, rows: UserRows) -> None:
        self._rows = rows
        self._stem = rows.path.stem.encode(errors="replace").decode()  # a file name need not be text
        self._columns: tuple[Column, ...] | None = None
        self._places = _Places((), (), ())
        self._above: dict[int, str] = {}
        """The last text of each place in the rows with these columns."""
        self._is_export = False
        """Whether awardcli wrote the list, which alone says how certain a row is: its names are as they were read."""
        self._editions: dict[tuple[str, str], Edition] = {("", ""): Edition(None, None)}
        """By edition and year as written."""
        self._same_editions: dict[Edition, Edition] = {}
        self._categories: dict[str, Category] = {}
        self._organizations: dict[str, Organization] = {}
        self._named: dict[str, tuple[Organization, ...]] = {}
        self._without_ids: dict[tuple[Column, ...], tuple[Column, ...]] = {}

    def result(self, row: UserRow) -> Result:
        """The row as a result; raises InvalidDataError with its place where it cannot be read."""
        if row.problem:
            raise refused(row.problem, row.place)
        columns, values = row.cells
        if columns is not self._columns:
            self._columns, self._places, self._above = columns, self._places_of(columns), {}
            self._is_export = any(role == "certainty" for role, _ in self._places.others)
        places = self._places
        texts: dict[Role, str] = {}
        for role, place in places.others:
            text = self._said(place, values)
            is_none = role == "award" and (not (bare := without_count(text)) or is_no_award(bare) or is_nobody(bare))
            is_none = is_none or (role in ("category", "district") and is_nobody(text))
            if text not in NO_VALUE and role not in texts and not is_none:
                texts[role] = text
        who = [name for place in places.organizations if (name := self._who(place, values))]
        if places.has_parts and len(who) > 1:
            who = self._each_once(values)
        if self._rows.account.format.is_page:
            who = [name for text in who for name in _names_by_line(text) if not is_nobody(name)]
        titles = self._titles(values, is_honour=bool(places.organizations or "award" in texts), has_who=bool(who))
        if places.may_repeat_title:
            who = [name for name in who if name not in titles]
        if not titles and not who:
            self._rows.unnamed += 1
        organization = who[0] if len(who) == 1 else "、".join(dict.fromkeys(who)) or None
        get = texts.get
        note = get("note")
        return Result(
            id=get("id") or self.id_of(row.number),
            edition=self._edition(get("edition", ""), get("year", "")),
            category=self._category(get("category")),
            award=get("award"),
            title=titles[0] if titles else None,
            title_pinyin=None,
            organization=organization,
            organizations=self._organizations_of(row, organization or "", get("kind"), get("district")),
            certainty=_certainty(get("certainty")),
            note=note,
            note_zh=note,
            other_titles=tuple(chain.from_iterable(map(titles_in, titles[1:]))),
            cells=row.cells,
        )

    def _titles(self, values: Sequence[Cell], *, is_honour: bool, has_who: bool) -> list[str]:
        """The titles of a row. Where it `is_honour`, with an organization or an award, none is called - or 空缺."""
        found = (self._said(place, values) for place in self._places.titles)
        titles = [text for text in dict.fromkeys(found) if text not in NO_VALUE]
        if is_honour:
            titles = [text for text in titles if not is_mark_of_none(text)]
        if any(map(is_vacant, titles)):
            titles = [text for text in titles if text not in NONE] or titles
            if is_honour and not has_who:
                titles = [text for text in titles if not is_vacant(text)]
        return titles

    def _who(self, place: int | NameInParts, values: Sequence[Cell]) -> str:
        """Who a cell names, or those of the parts of a name; "" for nobody."""
        if isinstance(place, int):
            text = self._said(place, values)
            text = text if self._is_export else _unlisted(text)
            return "" if is_nobody(text) else text
        return joined(self._who(place.given, values), self._who(place.family, values), is_vague=place.is_vague)

    def _each_once(self, values: Sequence[Cell]) -> list[str]:
        """Who the cells of a row name, without the names in parts that are whole in another cell."""
        said = {place: name for place in self._places.organizations if (name := self._who(place, values))}
        whole = [each for place, name in said.items() if isinstance(place, int) for each in organization_names(name)]

        def is_whole(place: NameInParts) -> bool:
            given, family = (self._who(part, values) for part in (place.given, place.family))
            return any(names_both(name, given, family) for name in whole)

        return [name for place, name in said.items() if isinstance(place, int) or not is_whole(place)]

    def _said(self, place: int, values: Sequence[Cell]) -> str:
        """The text of a cell; that of the one above where it says 同上."""
        text = _text(values[place])
        if text not in DITTO:
            self._above[place] = text
        return self._above.get(place, text)

    def id_of(self, number: int) -> str:
        """The id of the row of that number where the list gives none."""
        return f"{self._stem}-{number}"

    def numbered(self, result: Result, number: int) -> Result:
        """The result with an id made from the number of its row, for a list whose own ids cannot be used."""
        columns = result.cells.columns
        if columns not in self._without_ids:
            self._without_ids[columns] = tuple([Column(name, role if role != "id" else None) for name, role in columns])
        cells = result.cells._replace(columns=self._without_ids[columns])
        return result._replace(id=self.id_of(number), cells=cells)

    def _places_of(self, columns: Sequence[Column]) -> _Places:
        named = list(self._rows.asked)
        by_role: dict[Role, list[int]] = {}
        for place, column in enumerate(columns):
            if column.role:
                by_role.setdefault(column.role, []).append(place)

        def order(place: int) -> int:
            asked = asked_role(columns[place].heading, self._rows.asked)
            return len(named) if asked is None else named.index(asked)

        titles = sorted(by_role.pop("title", []), key=order)
        people = [(place, columns[place].heading) for place in by_role.pop("organization", [])]
        others = [(role, place) for role, found in by_role.items() for place in found]
        are_vague = any(is_vague(heading) and asked_role(heading, self._rows.asked) is None for _, heading in people)
        who = _people(people)
        has_parts = any(isinstance(place, NameInParts) for place in who)
        return _Places(tuple(titles), who, tuple(others), has_parts, are_vague)

    def _edition(self, edition: str, year: str) -> Edition:
        written = edition, year
        if (known := self._editions.get(written)) is None:
            known = Edition(
                number=edition_number(edition or edition_in_year(year)),
                year=year_number(year or year_in_edition(edition)),
            )
            known = self._editions[written] = self._same_editions.setdefault(known, known)
        return known

    def _category(self, name: str | None) -> Category | None:
        return self._categories.get(name) or self._categories.setdefault(name, Category(name)) if name else None

    def _organizations_of(
        self, row: UserRow, printed: str, kind: str | None, district: str | None
    ) -> tuple[Organization, ...]:
        """The organizations of a row; a district or kind of the row is that of the first."""
        kind = vocabulary.kind_named(kind) if kind else None
        if kind is None and (found := self._named.get(printed)) is not None:
            return found
        names = organization_names(printed)
        if len(names) > MOST_NAMED:
            raise refused(messages.TOO_MANY_NAMED(most=MOST_NAMED), row.place, "organization")
        known = self._organizations
        for name in names:
            if name not in known:
                first = name == names[0]
                known[name] = Organization(
                    name=name, district=(district if first else None) or district_of(name), kind=kind if first else None
                )
        organizations = tuple([known[name] for name in names])
        self._named[printed] = organizations
        return organizations


_GOES_ON = chinese_pattern(r"[^\w\"'“‘《<]|and\b|和|与")
"""How a line begins that says more of the name above it: （王五）, and Ono"""
_NOT_ENDED = chinese_pattern(r"(?:[,，、;；&/+:：—-]|\band|和|与|[(（\[【][^)）\]】]*)\Z")
"""How a line ends that the next one goes on with: 张三、, 某校（"""


def _names_by_line(cell: str) -> list[str]:
    """The names in a cell of a page, one in each line; a line that only says more of a name goes on with it.

    A page breaks its lines where it is narrow, so more of them go on than `organization_names` takes for granted.

    >>> _names_by_line("某校（张三，李四）\\n他校\\n（王五）"), _names_by_line("某区宣传部\\n静安区")
    (['某校（张三，李四）', '他校（王五）'], ['某区宣传部 静安区'])
    """
    names: list[str] = []
    for line in filter(None, map(str.strip, cell.split("\n"))):
        if names and (_GOES_ON.match(line) or _NOT_ENDED.search(names[-1]) or district_of(line) == line):
            names[-1] += line if line[0] in "（【" else f" {line}"
        else:
            names.append(line)
    return names


def _people(columns: Sequence[tuple[int, str]]) -> tuple[int | NameInParts, ...]:
    """The places of columns of people, those of a given and of a family name together."""
    places, headings = [place for place, _ in columns], [heading for _, heading in columns]
    names = {given: NameInParts(places[given], places[last], vague) for given, last, vague in names_in_parts(headings)}
    further = {last for _, last, _ in names.values()}
    return tuple(names.get(at, place) for at, place in enumerate(places) if place not in further)


def _text(cell: Cell) -> str:
    """A cell as text without the spaces around it; "" where it is empty."""
    return cell.strip() if type(cell) is str else "" if cell is None else str(cell)


def _unlisted(text: str) -> str:
    """The names of a list as programs write one in a cell, parted as in other cells.

    >>> _unlisted("[白井 暁彦,山口 裕太]"), _unlisted("['Lee, A.', 'B']"), _unlisted("[旧] 甲社")
    ('白井 暁彦、山口 裕太', 'Lee, A.、B', '[旧] 甲社')
    """
    if text[:1] != "[" or not _LISTED.fullmatch(text):
        return text
    quoted = _QUOTED.findall(text)
    names = ["".join(each) for each in quoted] or text[1:-1].split(",")
    return "、".join(name for name in map(str.strip, names) if name not in NO_VALUE)


_QUOTED = lazy_pattern(r"'([^']*)'(?=[,\]])|\"([^\"]*)\"(?=[,\]])")
_LISTED = lazy_pattern(r"\[[^\[\]{}]+\]")


def _certainty(written: str | None) -> Certainty:
    if written is None:
        return "printed"
    for certainty in get_args(Certainty):
        if written in (certainty, *vocabulary.CERTAINTIES[certainty]):
            return certainty  # type: ignore[no-any-return] # get_args is not typed
    return "printed"
