"""The columns of an output: the value that each reads from a result, its key for programs, its heading for people."""

import re
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from awardcli import messages, vocabulary
from awardcli.collection.protocol import KEYS_OF_HITS, CellReader
from awardcli.errors import UsageError, close_names, did_you_mean
from awardcli.model import VALUES_BY_KEY, Column, Edition, Hit, Result, Role, unused_name

if TYPE_CHECKING:
    from awardcli.collection import Collection
    from awardcli.search.ranking import Answer

HIT = KEYS_OF_HITS[:2]
"""The keys that a search adds in every format; JSON also has the places that matched."""


class OutputColumn(NamedTuple):
    """One column of an output.

    `read` takes the value for programs from a row of the listing: a result, a hit, a count. `shown` takes the value for
    people, in Chinese or English, where it differs. `headings` are its English and its Chinese heading, `own` the
    heading that the user's list has for it, and `role` says what it is, whatever it is called. A nested column holds a
    list, which only JSON can write.
    """

    key: str
    read: Callable[[Any], object]
    headings: tuple[str, str]
    shown: Callable[[Any, bool], object] | None = None
    own: str | None = None
    role: str | None = None
    nested: bool = False

    def heading(self, *, chinese: bool) -> str:
        """The heading for people in a language."""
        return self.headings[chinese]

    @property
    def label(self) -> str:
        """The heading for people on one line: the list's own, else in the language of messages."""
        return messages.on_one_line(self.own or "") or self.heading(chinese=messages.in_chinese())

    @property
    def name(self) -> str:
        """What messages call it: the Chinese heading, or in English the key."""
        return self.headings[1] if messages.in_chinese() else self.key

    def is_headed(self, name: str) -> bool:
        """Whether its heading in the user's list is written so, or the key of a column that only the list has."""
        return self.own == name or (not self.role and self.key == name)

    def for_people(self, *, chinese: bool) -> Callable[[Any], object]:
        """The function that reads the value for people."""
        shown = self.shown
        return self.read if shown is None else lambda row: shown(row, chinese)


class Columns(NamedTuple):
    """The columns that a listing can show.

    `keys` are those of programs, with the fixed keys. `own` are those of a user's list, under its own headings in its
    own order; empty where the rows are not those of a user's list. `glance` are those that a table shows.
    """

    keys: tuple[OutputColumn, ...]
    own: tuple[OutputColumn, ...] = ()
    glance: tuple[OutputColumn, ...] = ()

    def named(self, name: str, *, nested: bool = False) -> OutputColumn:
        """The column of that key or heading, or of the only heading that holds the name.

        A key written exactly so comes first, then a heading written so, then either once folded: ID is the key `id`
        only where no other column has that heading. `nested` lets lists in. Raises UsageError with all there are.
        """
        known = [column for column in self.keys if nested or not column.nested]
        every = (*self.own, *known)
        wanted = name.strip()
        key = wanted.lower()
        found = (
            [column for column in known if column.key == wanted]
            or [column for column in every if column.role != key and column.is_headed(wanted)]
            or [column for column in known if column.key == key]
        )
        if found:
            return found[0]
        from awardcli.language.fold import fold  # not needed for the keys, which scripts use

        if folded := fold(wanted):
            for column in every:
                if folded in map(fold, filter(None, (column.own, column.key, *column.headings))):
                    return column
            found = [column for column in self.own or known if folded in fold(column.own or column.key)]
            found = [column for column in found if column.key == column.own] or found  # before what we add
        if len(found) == 1:
            return found[0]
        names = [column.own or "" for column in self.own] or [column.name for column in known]
        message = messages.NO_COLUMN(name=wanted, choices=messages.listed(names))
        close = close_names(wanted, [*names, *(column.key for column in known)])
        raise UsageError(message + did_you_mean(list(dict.fromkeys(close))))

    def several(self, names: str, *, nested: bool = False) -> list[OutputColumn]:
        """The columns that are named with commas between; a heading that holds a comma is one name."""
        with_comma = {
            name for column in (*self.own, *self.keys) for name in (column.own, column.key) if name and "," in name
        }
        one = "|".join([*map(re.escape, sorted(with_comma, key=len, reverse=True)), "[^,]*"])
        return [self.named(name, nested=nested) for name in re.findall(rf"(?:^|,)({one})(?=,|$)", names)]

    def sorting(self, name: str) -> tuple[OutputColumn, bool]:
        """The column to sort by, and whether in descending order: `-year`, unless a heading is written so."""
        as_written = {heading for column in (*self.own, *self.keys) for heading in (column.own, column.key)}
        descending = name.startswith("-") and name not in as_written
        column = self.named(name[descending:])
        roles = {column.role, *(own.role for own in self.own if column.own == own.own)}
        read_as = next((key for key in self.keys if key.key in roles & {"year", "edition"}), column)
        return column._replace(read=read_as.read), descending  # by the number read, whatever the heading


class Marked(str):
    """A text whose `spans` matched the query: characters, end exclusive."""

    spans: Sequence[tuple[int, int]] = ()


def _words(read: Callable[[Any], Any]) -> Callable[[Any, bool], object]:
    """A function that shows the words for a code, such as a kind, in a language."""

    def shown(row: Any, chinese: bool) -> object:
        code = read(row)
        return None if code is None else vocabulary.value(code, chinese=chinese)

    return shown


def _as_written(role: Role, read: Callable[[Any], object]) -> Callable[[Any, bool], object]:
    """A function that shows a year or edition as the list writes it, such as 1927/28."""
    return lambda result, chinese: result.written(role) or read(result)


def _fixed(
    key: str, read: Callable[[Any], object], shown: Callable[[Any, bool], object] | None = None, *, nested: bool = False
) -> OutputColumn:
    return OutputColumn(key, read, vocabulary.HEADINGS[key], shown, role=key, nested=nested)


_SHOWN: dict[str, Callable[[Any, bool], object]] = {
    **{role: _as_written(role, VALUES_BY_KEY[role]) for role in ("edition", "year")},
    **{key: _words(VALUES_BY_KEY[key]) for key in ("kind", "certainty")},
    "note": lambda result, chinese: result.note_zh if chinese else result.note,
}
"""The values of a result for people, where they differ from those for programs."""
RESULT_COLUMNS = tuple(
    _fixed(key, value, _SHOWN.get(key), nested=key == "organizations") for key, value in VALUES_BY_KEY.items()
)
"""The columns of any result, in the order of every output."""


def _tier(hit: Hit) -> str:
    return hit.tier.name.lower()


def _places(hit: Hit) -> list[dict[str, object]]:
    return [{"field": place.field, "start": place.start, "end": place.end} for place in hit.places]


HIT_COLUMNS = (
    _fixed("tier", _tier, _words(_tier)),
    _fixed("score", lambda hit: round(hit.score, 1), lambda hit, chinese: round(hit.score)),
    _fixed("matched", _places, nested=True),
)
"""The columns that a search adds."""

_GLANCE = ("category", "award", "title", "organization")
_GLANCE_OF_OWN = ("title", "organization", "award", "category")


def result_columns(collection: "Collection", glance: Sequence[str] | None = None) -> Columns:
    """The columns of a collection's results; `glance` are the keys that a table shows, unless the usual ones.

    A table also shows the year, or the edition, where the collection has more than one.
    """
    usual = _GLANCE_OF_OWN if collection.columns else _GLANCE
    shown = (*(usual if glance is None else glance), *editions_told_apart(collection.editions))
    if not collection.columns:
        return Columns(RESULT_COLUMNS, glance=_chosen(RESULT_COLUMNS, shown))
    keys = _keys_of(collection.columns, collection.column_names.title_heading)
    return Columns(keys, _own_of(collection.columns), _chosen(keys, shown))


def hit_columns(collection: "Collection", answer: "Answer | None" = None) -> Columns:
    """The columns of the hits of an answer among a collection's results.

    A table shows the columns whose values the query names. It says how a title or organization matched where that is
    not as typed; in the near step also how well.
    """
    step = answer and answer.step
    telling = () if step in (None, "literal", "words") else HIT if step == "near" else ("tier",)
    keys, own, glance = (tuple(map(_of_hits, columns)) for columns in result_columns(collection))
    if own:
        chinese = messages.in_chinese()
        headings = {column.own for column in own}
        added = [column for column in HIT_COLUMNS if not column.nested]
        own += tuple(column._replace(own=unused_name(column.heading(chinese=chinese), headings)) for column in added)
    named = [each.column for each in answer.named] if answer else []
    shown = dict.fromkeys([*(column.key for column in glance), *named, *telling])
    columns = (*keys, *HIT_COLUMNS)
    return Columns(columns, own, _chosen(columns, list(shown)))


def record_columns(keys: Sequence[str], glance: Sequence[str]) -> Columns:
    """Fixed columns whose rows are records with those keys, such as categories with their counts."""
    columns = tuple(_fixed(key, itemgetter(key), _words(itemgetter(key)) if key == "kind" else None) for key in keys)
    return Columns(columns, glance=_chosen(columns, glance))


def columns_behind(
    headings: Sequence[str],
    added: Sequence[str],
    glance: Sequence[str],
    *,
    of_lines: bool = False,
    in_table: bool = False,
) -> Columns:
    """The columns of a file under its own headings, and fixed ones added behind them; rows are sequences of values.

    The heading of the lines of a text is ours. In English the fixed ones are headed by their keys, but not in a table.
    """
    own = [
        OutputColumn(heading, itemgetter(place), (heading, heading), own=heading)
        for place, heading in enumerate(headings)
    ]
    chinese = messages.in_chinese()
    if of_lines:
        own = [column._replace(own=vocabulary.heading(column.key, chinese=chinese)) for column in own]
    fixed = []
    for place, key in enumerate(added, start=len(own)):
        read = itemgetter(place)
        shown = _words(read) if key == "match_tier" else None
        words = vocabulary.heading(key, chinese=chinese) if chinese or in_table else key
        heading = unused_name(words, headings)
        fixed.append(OutputColumn(key, read, vocabulary.HEADINGS[key], shown, own=heading))
    columns = (*own, *fixed)
    return Columns(columns, columns, _chosen(columns, glance))


def counted_columns(by: OutputColumn) -> Columns:
    """The columns of counts: rows are a value of a column, how many results have it, and the bar that shows it."""
    shown = _words(itemgetter(0)) if by.role in ("kind", "certainty") else None
    value = by._replace(read=itemgetter(0), shown=shown, nested=False)
    results, bar = _fixed("results", itemgetter(1)), _fixed("bar", itemgetter(2))
    return Columns((value, results), (value, results) if by.own else (), (value, results, bar))


def _chosen(columns: Sequence[OutputColumn], keys: Sequence[str]) -> tuple[OutputColumn, ...]:
    """The columns of those keys, in the order of the keys."""
    by_key = {column.key: column for column in columns}
    return tuple(by_key[key] for key in keys if key in by_key)


def editions_told_apart(editions: Sequence[Edition]) -> tuple[str, ...]:
    """The keys that tell editions apart: the year where there are several, else the number."""
    years = {edition.year for edition in editions if edition.year is not None}
    numbered = {(edition.number, edition.year) for edition in editions if edition.number is not None}
    several = {"edition": len(numbered) > max(len(years), 1), "year": len(years) > 1}
    return tuple(key for key, is_several in several.items() if is_several)


def _of_hits(column: OutputColumn) -> OutputColumn:
    """The column of a result, read from a hit; the matches in the title and the organization are marked."""
    read, shown = column.read, column.shown
    if column.key in ("title", "organization"):
        return column._replace(read=lambda hit: read(hit.result), shown=lambda hit, _: _marked(hit, column))
    return column._replace(
        read=lambda hit: read(hit.result),
        shown=None if shown is None else lambda hit, chinese: shown(hit.result, chinese),
    )


def _marked(hit: Hit, column: OutputColumn) -> object:
    value = column.read(hit.result)
    spans = [(place.start, place.end) for place in hit.places if place.field == column.key]
    if not isinstance(value, str) or not spans:
        return value
    marked = Marked(value)
    marked.spans = spans
    return marked


def _own_of(columns: Sequence[Column]) -> tuple[OutputColumn, ...]:
    """The columns of a user's list under its own headings, every cell as it was."""
    cells = CellReader()
    return tuple(
        OutputColumn(heading, cells.under(heading), (heading, heading), own=heading, role=role)
        for heading, role in columns
    )


def _or_as_written(heading: str, column: OutputColumn) -> Callable[[Any], object]:
    """A function that reads a key, or the cell as written where the value of the key does not express it.

    Under another heading the cell has a column of its own, and a key that does not express it has no value.
    """
    key, read = column.key, column.read
    if key in ("kind", "certainty"):
        role: Role = "kind" if key == "kind" else "certainty"
        code_named = vocabulary.kind_named if key == "kind" else vocabulary.certainty_named

        def code(result: Result) -> object:  # of the row: an organization has but one kind
            word = result.written(role)
            return read(result) if word is None else code_named(word) or (word if heading == key else None)

        return code
    if heading != key or key not in _NORMALIZED:
        return read
    return lambda result: result.written(key) if (value := read(result)) is None else value


_NORMALIZED = ("year", "edition", "kind", "certainty")


def _keys_of(columns: Sequence[Column], title: str | None) -> tuple[OutputColumn, ...]:
    """The columns of a user's list for programs: the fixed keys, then the other columns under their headings.

    `title` is the heading of the column that has the titles, where there is one.
    """
    headings: dict[str | None, list[str]] = {}
    for column in columns:
        headings.setdefault(column.role, []).append(column.heading)
    if title:
        headings["title"].sort(key=lambda heading: heading != title)
    # A key holds the first column of its role; `organization` holds all of them, but not which says what, and some keys
    # hold a number or a code, not what the list wrote (1927/28, 公安).
    fixed = tuple(
        column._replace(
            own="、".join(headings[column.key][: None if column.key == "organization" else 1]),
            read=_or_as_written(headings[column.key][0], column),
        )
        if column.key in headings and not column.nested
        else column
        for column in RESULT_COLUMNS
    )
    held = {
        of_role[0]
        for role, of_role in headings.items()
        if role and (role != "organization" or len(of_role) == 1) and (role not in _NORMALIZED or of_role[0] == role)
    } - ({*headings.get("title", ())} if title is None else set())
    taken = {column.key for column in (*RESULT_COLUMNS, *HIT_COLUMNS)}
    cells, others = CellReader(), []
    for heading, _ in columns:
        if heading not in held:
            key = unused_name(heading, taken)
            taken.add(key)
            others.append(OutputColumn(key, cells.under(heading), (heading, heading), own=heading))
    return (*fixed, *others)
