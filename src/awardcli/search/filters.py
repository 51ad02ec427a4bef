"""Filters: the results that the options of a command select, and the names that these options take."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from awardcli import messages, vocabulary
from awardcli.collection import Collection
from awardcli.collection.protocol import awards_in, own_heading
from awardcli.errors import UnknownNameError, UsageError, close_names, did_you_mean
from awardcli.language.fold import fold
from awardcli.model import Column, Edition, FieldName
from awardcli.search.printed_text import PrintedText
from awardcli.search.query import Filters, Query
from awardcli.search.ranking import matches_of
from awardcli.search.steps import NEAR, steps
from awardcli.vocabulary import labelled

_SUGGESTIONS = 3
_CLOSE = 0.5
"""Names are short: 微电 is half of 微视频, and worth suggesting beside 微电影."""
_COMPARED = 5000
"""Names that a mistyped one is compared with to suggest the closest: more would take seconds."""

Names = Mapping[str, Iterable[str | None]]
"""Names in printed order, each with its other names."""


class Filter(NamedTuple):
    """One condition: a column of the collection has one of the names, or no value where `names` is empty.

    `typed` is the value that the user wrote, `option` its option (None for an argument). `exact` is false where the
    name was typed in part, in pinyin or the like; the user is then told which names it means.
    """

    column: str
    names: tuple[str, ...]
    typed: str
    option: str | None = None
    exact: bool = True

    def __str__(self) -> str:
        """The option as typed: `--category 微电影`."""
        return f"{self.option} {self.typed}" if self.option else self.typed


def filtered(collection: Collection, filters: Filters) -> Collection:
    """The results of a collection that the filters select; raises as `resolved` does."""
    return selected(collection, resolved(collection, filters))


def resolved(collection: Collection, filters: Filters) -> list[Filter]:
    """The filters by the names of the whole collection.

    Raises UnknownNameError with the closest names where the collection has no such name, and UsageError for a
    condition that is not HEADING=VALUE or names no column.
    """
    typed = {column: name for column, name in filters._asdict().items() if column != "where" and name is not None}
    found = [
        named(collection, column, each)._replace(option=f"--{column}")
        for column, name in typed.items()
        for each in (_awards(collection, name) if column == "award" else [name])
    ]
    return found + [_where(collection, each) for where in filters.where for each in _conditions(collection, where)]


def _awards(collection: Collection, typed: str) -> Sequence[str]:
    """The awards that are typed as a cell has them (创意奖、人气奖; 一等奖 2项): results that have each are meant."""
    parts, names = awards_in(typed), _names(collection, "award")
    are_known = all(equal_names(part, names) for part in parts)
    return parts if [*parts] not in ([], [typed]) and (are_known or not equal_names(typed, names)) else [typed]


def _conditions(collection: Collection, condition: str) -> Sequence[str]:
    """The condition, or one for each award that it names."""
    heading, value = _parted(collection, condition)
    if not heading or [*awards_in(value)] == [value] or collection.column_names.meant(heading) != "award":
        return [condition]
    return [f"{heading}={each}" for each in _awards(collection, value)]


def selected(collection: Collection, filters: Iterable[Filter]) -> Collection:
    """The results for which all filters hold."""
    for each in filters:
        collection = collection.where(each.column, *(each.names or (None,)))
    return collection


def named(collection: Collection, column: str, typed: str) -> Filter:
    """The filter by a typed name in one of the columns with an option of their own.

    A name that equals a name of the collection, or its id or English name, means that one alone, in every way in which
    the collection writes it (一 等奖, 一等奖).

    Else it may be part of a name, its sound, pinyin, initials or short form: any number of organizations may be meant,
    but only one category, award, district, kind or edition. Raises UnknownNameError.
    """
    names = _names(collection, column)
    if not names and collection.columns:
        raise no_such_column(collection, column)
    wanted = _in_digits(typed) if column == "edition" else typed
    if column == "kind" and (kinds := equal_names(wanted, vocabulary.KINDS)) and any(collection.where(column, *kinds)):
        return Filter(column, kinds, typed)
    if equal := equal_names(wanted, names):
        return Filter(column, equal, typed)
    # A part of a number is another number: --edition 20 is not 2022.
    close: Sequence[str] = []
    if not (column == "edition" and wanted.isdecimal()):
        sure, near = _searched(typed, _candidates(collection, column, names))
        if sure and (len(sure) == 1 or column == "organization"):
            return Filter(column, tuple(sure), typed, exact=False)
        close = list(dict.fromkeys([*near, *close_to(typed, names)]))
        if sure:
            several = messages.NAMES_SEVERAL(name=typed, count=len(sure), names=messages.first_listed(sure))
            raise UnknownNameError(several, hints=[_where_all_are(column, names)])
    message = _UNKNOWN[column](name=typed) + did_you_mean(close[:_SUGGESTIONS])
    raise UnknownNameError(
        message, hints=[*_in_another_column(collection, column, typed), _where_all_are(column, names)]
    )


def _in_another_column(collection: Collection, column: str, typed: str) -> list[str]:
    """Hints at the other columns that have the name: 纪检 is an award, not a category; 等级 is a column of the list."""
    further = [own_heading(each.heading) for each in collection.columns if each.role is None]
    conditions = [
        messages.NAMES_ANOTHER(name=typed, column=heading, option=f"--where {messages.quoted(f'{heading}={typed}')}")
        for heading in further
        if any(collection.where(heading, typed))
    ]
    return conditions + [
        messages.NAMES_ANOTHER(name=typed, column=vocabulary.heading(other), option=f"--{other} {typed}")
        for other in ("category", "award", "district")
        if other != column and equal_names(typed, _names(collection, other))
    ]


def no_such_column(collection: Collection, column: str) -> UnknownNameError:
    """The error for a column that a user's list lacks; it may be there under another heading."""
    heading = vocabulary.heading(column)
    return UnknownNameError(messages.NO_SUCH_COLUMN(heading=heading), hints=[column_hint(collection, column)])


def column_hint(collection: Collection, column: str) -> str:
    """What to try where a user's list lacks a column: one under another heading may be meant."""
    own = headings_of(collection.columns)
    return messages.TRY_COLUMN(role=column, heading=vocabulary.heading(column), columns=own)


def headings_of(columns: Iterable[Column]) -> str:
    """The headings of a user's list, for a message."""
    return messages.listed([column.heading for column in columns])


def equal_names(typed: str, names: Names) -> tuple[str, ...]:
    """The names that equal the typed one after folding, or have another name that does."""
    wanted = fold(typed)
    return tuple(name for name, others in names.items() if wanted in map(fold, filter(None, (name, *others))))


def close_to(typed: str, names: Names) -> list[str]:
    """At most three names that are spelt like the typed one, or contain it; closest first."""
    if len(names) > _COMPARED:
        return []
    wanted = fold(typed)
    folded = {fold(other): name for name, others in names.items() for other in (*others, name) if other}
    close = close_names(wanted, folded, most=_SUGGESTIONS, cutoff=_CLOSE)
    holding = [other for other in folded if wanted and wanted in other]
    return list(dict.fromkeys(folded[other] for other in close + holding))[:_SUGGESTIONS]


_UNKNOWN = {
    "category": messages.NO_CATEGORY,
    "award": messages.NO_AWARD,
    "organization": messages.NO_ORGANIZATION,
    "district": messages.NO_DISTRICT,
    "kind": messages.NO_KIND,
    "edition": messages.NO_EDITION,
}
_LIST_ALL = {"category": messages.LIST_CATEGORIES, "organization": messages.LIST_ORGANIZATIONS}


def _where_all_are(column: str, names: Names) -> str:
    if column in _LIST_ALL:
        return _LIST_ALL[column]()
    return messages.ALL_NAMES(names=messages.listed(list(map(labelled, names))) or "-")


def _names(collection: Collection, column: str) -> Names:
    """The names in a column, each with its other names."""
    match column:
        case "category":
            return {category.name: (category.id, category.name_en) for category in collection.categories}
        case "organization":
            return dict.fromkeys((organization.name for organization in collection.organizations), ())
        case "district":
            return {name: (name.removesuffix("区"),) for name in collection.names(column)}
        case "kind":
            cells = collection.names(own.heading) if (own := collection.column_names.written(column)) else ()
            return {name: vocabulary.KINDS.get(name, ()) for name in (*collection.names(column), *cells)}
        case "certainty":
            return {name: vocabulary.CERTAINTIES.get(name, ()) for name in collection.names(column)}
        case "edition":
            return {name: _edition_names(edition) for edition in collection.editions if (name := edition.short_name)}
        case "year":
            return {name: (f"{name}年",) for name in collection.names(column)}
    return dict.fromkeys(collection.names(column), ())


def _edition_names(edition: Edition) -> list[str | None]:
    years = [str(edition.year), f"{edition.year}年"] if edition.year else []
    numbers = [f"第{edition.number}届"] if edition.number else []
    return [*years, *numbers, edition.name, edition.name_en]


def _in_digits(typed: str) -> str:
    """A typed edition with its numbers in digits: 第九届 as 第9届."""
    from awardcli.language.numerals import number_spans

    text = fold(typed)
    for start, end, value in reversed(number_spans(text)):
        text = text[:start] + value + text[end:]
    return text


def _candidates(collection: Collection, column: str, names: Names) -> "list[_NameText]":
    """The texts by which names in the column are found: each name and its other names, with the known readings."""
    if column == "organization":
        return [_NameText(name, name, pinyin) for name, pinyin, *_ in collection.organizations]
    return [
        _NameText(name, other) for name, others in names.items() for other in dict.fromkeys((name, *others)) if other
    ]


def _where(collection: Collection, condition: str) -> Filter:
    """The filter of a condition HEADING=VALUE.

    A value that is not in the column as typed is compared folded, and with the other names of a value: 第9届, 2022年.
    No value, or the - that tables print for one, means the results without a value in the column.
    """
    heading, value = _parted(collection, condition)
    headings = [column.heading for column in collection.columns]
    if not heading or (heading[-1] in "!<>~" and heading not in headings):  # year!=2022, which folds to year
        raise UsageError(messages.BAD_WHERE(value=condition))
    if value and any(True for _ in collection.where(heading, value)):
        return Filter(heading, (value,), condition, "--where")
    if value in ("", "-") and any(True for _ in collection.where(heading, None)):
        return Filter(heading, (), condition, "--where")
    names = dict.fromkeys(collection.names(heading), ())
    equal = tuple(name for name in names if fold(name) == fold(value))
    meant = collection.column_names.meant(heading)
    role = meant if isinstance(meant, str) else meant.role
    if not equal and role in ("edition", "year", "category", "district", "kind", "certainty"):
        known = _names(collection, role)
        equal = equal_names(value, known) or (equal_names(_in_digits(value), known) if role == "edition" else ())
    if not equal:
        close = [name for name in close_to(value, names) if name != value]
        message = messages.NO_SUCH_VALUE(heading=heading, value=value) + did_you_mean(close)
        raise UnknownNameError(message, hints=[messages.LIST_VALUES(asked=messages.quoted(heading))])
    return Filter(heading, equal, condition, "--where")


def _parted(collection: Collection, condition: str) -> tuple[str, str]:
    """The heading and the value of a condition, split at the first = behind the heading of a column.

    Without such a heading, split at the first =; without any =, both are empty.
    """
    parted = [(condition[:at].strip(), condition[at + 1 :].strip()) for at, sign in enumerate(condition) if sign == "="]
    if len(parted) > 1:
        columns = collection.column_names
        for heading, value in parted:
            with suppress(UsageError):
                columns.meant(heading)
                return heading, value
    return parted[0] if parted else ("", "")


# Typed names are searched like titles.


class _NameText:
    """A name as the steps of a search compare it: by itself or by another name that it has."""

    def __init__(self, name: str, text: str, pinyin: str | None = None) -> None:
        self.name = name
        self._printed = PrintedText("organization", text, pinyin)

    def texts(self, name: FieldName) -> Sequence[PrintedText]:
        return [self._printed]


def _searched(typed: str, candidates: Sequence[_NameText]) -> tuple[list[str], list[str]]:
    """The sure names of the first step with an answer, in printed order, and its near names, best first.

    The near step is sure only of short forms, which leave characters out or move them, but add none (静安公安).
    """
    try:
        query = Query.of(typed, within="organization")
    except UsageError:  # nothing to search for
        return [], []
    for attempt in steps(query):
        found = [(each.name, matches) for each in candidates if (matches := matches_of(each, attempt))]
        short = [name for name, matches in found if all(match.is_complete for _, match in matches)]
        if sure := short if attempt.step in NEAR else [name for name, _ in found]:
            return list(dict.fromkeys(sure)), []
        if found:
            found.sort(key=lambda pair: -min(match.score for _, match in pair[1]))
            return [], list(dict.fromkeys(name for name, _ in found))
    return [], []
