"""The rows of JSON: which of its records are read, and as what: objects, rows of a table, words, or winners."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

from awardcli import messages
from awardcli.collection.own_json import is_own
from awardcli.collection.user_file.columns.column_roles import NOMINATED, ONCE_A_GROUP, Asked, Remark
from awardcli.collection.user_file.columns.columns_by_letter import column_options
from awardcli.collection.user_file.columns.heading_row import HEADING_WITHIN, find_heading, is_filled
from awardcli.collection.user_file.columns.heading_words import BY_PARTS, SEVERAL, WEAK, known, known_role, sure_role
from awardcli.collection.user_file.columns.names_of_people import are_people
from awardcli.collection.user_file.columns.title_column import are_awards, own_title
from awardcli.collection.user_file.json.json_file import JsonFile, Record, read_json, record_of
from awardcli.collection.user_file.json.json_keys import (
    EXAMINED,
    HAS_OPTIONS,
    IS_TEXT,
    is_of_candidates,
    keys_in,
)
from awardcli.collection.user_file.json.json_sections import JsonSections
from awardcli.collection.user_file.json.json_values import are_objects, are_rows, is_nested, is_plain, unnested
from awardcli.collection.user_file.json.nested_objects import as_plain, cells_of, flattened
from awardcli.collection.user_file.json.nominees_in_arrays import nominees_in
from awardcli.collection.user_file.json.records_at_path import records_at
from awardcli.collection.user_file.json.records_in_document import Table, left_out, path_to_works, tables_in
from awardcli.collection.user_file.json.records_in_object import holds_winners, is_titled, records_of_winners
from awardcli.collection.user_file.looks_of_values import is_award_alone
from awardcli.collection.user_file.reading_report import (
    LISTED,
    Account,
    ReadAs,
    Reading,
    UnknownColumnsError,
    UserRow,
    UserRows,
    some_of,
)
from awardcli.collection.user_file.section_names import awards_or_categories
from awardcli.collection.user_file.table_lines import Line
from awardcli.collection.user_file.tables.award_in_heading import with_award_in_heading
from awardcli.collection.user_file.tables.table_layouts import is_meant
from awardcli.collection.user_file.tables.table_rows import LOOKED_AT, table_rows
from awardcli.collection.user_file.tables.ticks import by_tick
from awardcli.collection.user_file.tables.wide_tables import by_group
from awardcli.collection.user_file.text_file import TextFile
from awardcli.collection.user_file.text_rows import line_rows
from awardcli.errors import InvalidDataError
from awardcli.language.fold import fold
from awardcli.model import Cell, Cells, Column, JsonCell, Role

LINES_SUFFIXES = (".jsonl", ".ndjson")


def json_rows(account: Account, read_as: ReadAs, text: TextFile) -> UserRows:
    """The rows of an array of objects, of JSON lines, or of the records inside a document."""
    found = _document_on_a_line(read_json(text, lines=account.path.suffix.lower() in LINES_SUFFIXES))
    account.format = Reading(format=found.format, encoding=text.encoding, records=read_as.records)
    if found.document is not None and is_own(found.document) and (read_as.wherever or read_as.records is None):
        if read_as.records:
            error = InvalidDataError(messages.NO_SUCH_RECORDS(path=account.path, records=read_as.records))
            account.does_not_fit(error, records_option(read_as.records))
        return UserRows(account, iter(()), found.document)
    added: dict[str, str] = {}
    document = None if found.document is None else unnested(found.document)
    records: Iterable[Record] = found.records if document is None else [(None, document, None)]
    if read_as.records:
        records = chain.from_iterable(map(_objects_in, records))
        begin = list(islice(records, EXAMINED))
        records = chain(begin, records)
        if not read_as.wherever or _is_path(account, read_as.records, begin):
            records = records_at(account.path, read_as.records, records, added, account.remarks)
    if document is not None and not account.format.records:
        records = _outermost(account, document, added)
    records = iter(records)
    begin = list(islice(records, EXAMINED))
    whole = begin if document is None else [(None, document, None)]
    return UserRows(account, _plain_under_roles(_rows_like(account, begin, chain(begin, records), added, whole)))


def _plain_under_roles(rows: Iterable[UserRow]) -> Iterator[UserRow]:
    """The rows with the text of each cell whose column has a role, as in lists of other formats."""
    for row in rows:
        columns, values = row.cells
        if JsonCell in map(type, values):
            cells = [as_plain(cell) if role else cell for (_, role), cell in zip(columns, values, strict=True)]
            yield row._replace(cells=Cells(columns, tuple(cells)))
        else:
            yield row


def _is_path(account: Account, path: str, begin: Sequence[Record]) -> bool:
    """Whether records that `begin` so have others at the path of `--records`; if not, it is for another file."""
    try:
        deque(records_at(account.path, path, begin, {}, []), maxlen=0)
    except InvalidDataError as error:
        account.does_not_fit(error, records_option(path))
        account.format = account.format._replace(records=None)
        return False
    return True


def _document_on_a_line(file: JsonFile) -> JsonFile:
    """A file of one JSON line that is no result but holds records, as a document; any other as it is."""
    if file.format != "jsonl":
        return file
    first = list(islice(file.records, 2))
    value = first[0][1] if len(first) == 1 else None
    if isinstance(value, dict) and not is_titled(value) and tables_in(value, words=False):
        return JsonFile("json", document=value)
    return file._replace(records=chain(first, file.records))


def _rows_like(
    account: Account,
    begin: Sequence[Record],
    records: Iterator[Record],
    added: Mapping[str, str],
    whole: Sequence[Record],
) -> Iterator[UserRow]:
    """The rows of records that `begin` so: arrays are a table, words a list of titles, objects have their own keys.

    `whole` is the document, or the first records of an array, in which other records may be offered.
    """
    begin = begin[:HEADING_WITHIN]
    first = begin[0][1] if begin else {}
    if is_nested([value for _, value, _ in begin]):
        return _record_rows(account, chain.from_iterable(map(_objects_in, records)), added, whole)
    if isinstance(first, list):
        return table_rows(account, _numbered(cells_of(value) for _, value, _ in records))
    if isinstance(first, str) and account.format.format == "json":
        return line_rows(
            account, filter(is_filled, _numbered(cells_of([value]) for _, value, _ in records)), every=True
        )
    for _, value, _ in begin:  # before each key is compared with the awards
        account.require_width(len(value) if isinstance(value, dict) else 0)
    if isinstance(first, dict) and _has_awards_for_keys(begin, account.asked):
        return table_rows(account, lines_of(records))
    if nominees := nominees_in([value for _, value, _ in begin]):
        return _record_rows(account, _several_of_each(records, nominees.records), added, whole)
    if account.asked:
        return _record_rows(account, records, added, whole)
    if any(holds_winners(value) for _, value, _ in begin):
        return _record_rows(account, _several_of_each(records, records_of_winners), added, whole)
    may_be_crossed = isinstance(first, dict) and len(awards_or_categories([*first])[1]) > 2
    if may_be_crossed and by_group(list(lines_of(begin)), iter(())):
        return table_rows(account, lines_of(records))
    return _record_rows(account, records, added, whole)


def _has_awards_for_keys(begin: Sequence[Record], asked: Asked) -> bool:
    """Whether keys of records are awards, which values tick or name the winners of; no more records are in them."""
    if any(isinstance(value, dict) and any(map(are_objects, value.values())) for _, value, _ in begin):
        return False
    lines = list(lines_of(begin))
    if with_award_in_heading(lines, iter(()), find_heading(lines, asked), asked):
        return True
    found = by_tick(lines, iter(()), asked)
    return found is not None and is_meant(found, asked, lines)


def _objects_in(record: Record) -> Iterator[Record]:
    """The objects of an array in an array; a record that cannot be read, or is another value, itself."""
    value = record[1]
    yield from (record_of(None, each) for each in value if each is not None) if type(value) is list else (record,)


def _numbered(rows: Iterable[tuple[list[Cell], str | None]]) -> Iterator[Line]:
    return ((number, cells, problem) for number, (cells, problem) in enumerate(rows, start=1))


def _outermost(account: Account, document: dict[str, Any], added: dict[str, str]) -> Iterable[Record]:
    """The outermost records of a document; of several tables those whose keys name the most columns."""

    def columns_named(table: Table) -> tuple[int, int]:
        return sum(known(key) is not None for key in keys_in(table.records)), len(table.records)

    tables = tables_in(document)
    if not tables:
        return [(None, document, None)]
    chosen = max(tables, key=columns_named)
    account.format = account.format._replace(records=chosen.path or None)
    added.update(dict.fromkeys(chosen.around, ""))
    account.remarks += _remarks_on_the_rest(document, chosen, account)
    return (record_of(None, value) for value in chosen.records)


def _remarks_on_the_rest(document: dict[str, Any], chosen: Table, account: Account) -> Iterator[Remark]:
    """What a document has besides the records that are read, each with the option that reads it."""
    whole: list[Record] = [(None, document, None)]
    others, values = left_out(document, chosen)
    unread = others[EXAMINED:]
    for other in others[:EXAMINED]:
        if offer := _offer(account, other, whole) or _offer_inside(account, other, whole):
            yield Remark(messages.OTHER_RECORDS(path=chosen.path, option=offer.option), offer.option)
        else:
            unread.append(other)
    if others and values and _reads_more(account, chosen, whole):
        unread += values
    elif values:
        option = records_option(chosen.path)
        text = messages.OUTSIDE_RECORDS(names=some_of(values), option=option)
        yield Remark(text, option, is_harmless=set(map(sure_role, values)).isdisjoint(ONCE_A_GROUP))
    if unread:
        yield Remark(messages.VALUES_LEFT_OUT(names=some_of(unread)))
    one_key = ".".join(chosen.places[0])
    option = records_option(one_key)
    if "*" in chosen.path.split(".") and (offer := _offer(account, one_key, whole)) and offer.option == option:
        names = some_of([".".join(place) for place in chosen.places])
        said = (
            messages.RECORDS_BY_SOME_KEYS(names=names, option=option)
            if others
            else messages.RECORDS_BY_KEY(option=option)
        )
        yield Remark(said, option, is_harmless=True)


def _reads_more(account: Account, chosen: Table, whole: Sequence[Record]) -> bool:
    """Whether the path of a table leads to other records too: `*` means every key, and the jury is beside the films."""
    if "*" not in chosen.path.split("."):
        return False
    fewest = len(chosen.records) + 1
    return len(list(islice(records_at(account.path, chosen.path, whole, {}, []), fewest))) == fewest


def records_option(path: str) -> str:
    return f"--records {messages.quoted(path)}"


class _Offer(NamedTuple):
    """The option that reads records at another path, and what these say by keys of their own."""

    option: str
    has_titles: bool
    has_results: bool
    """Whether they say what or who won, or which award, as the groups around results do not."""


def _offer(account: Account, path: str, whole: Sequence[Record], likely: Mapping[str, Role] = {}) -> _Offer | None:
    """What reads the records at a path, tried on their beginning; None where nothing does.

    `likely` are the columns that are tried where no key is known as a title.
    """
    asked: dict[str, Role | None] = {**account.asked, **likely}
    trial = Account(account.path, ReadAs(columns=asked, records=path, wherever=True))
    trial.format = Reading(format=account.format.format, records=path)
    added: dict[str, str] = {}
    try:
        every = chain.from_iterable(map(_objects_in, whole))
        records = list(islice(records_at(account.path, path, every, added, []), EXAMINED))
        _rows_like(trial, records, iter(records), added, ())
    except UnknownColumnsError as error:
        is_own = bool(error.likely) and added.keys().isdisjoint(error.likely)
        return _offer(account, path, whole, error.likely) if is_own and not likely else None
    except InvalidDataError:
        return None
    option = f"{records_option(path)} {column_options(likely)}".rstrip()
    own = {role for name, role in trial.columns.values() if name not in added}
    offer = _Offer(option, "title" in own, not own.isdisjoint(("title", "organization", "award")))
    inside = None if offer.has_results else _offer_inside(account, path, whole)
    return inside if inside and inside.has_results else offer


def _offer_inside(account: Account, path: str, whole: Sequence[Record]) -> _Offer | None:
    """What reads the records that those at a path hold: the ceremonies of each year; None where nothing does."""
    try:
        records = [value for _, value, _ in islice(records_at(account.path, path, whole, {}, []), EXAMINED)]
    except InvalidDataError:
        return None
    held = (key for each in records if isinstance(each, dict) for key, value in each.items() if are_objects(value))
    found = (_offer(account, f"{path}.{key}", whole) for key in dict.fromkeys(held))
    return next(filter(None, found), None)


def _record_rows(
    account: Account, records: Iterable[Record], added: Mapping[str, str], whole: Sequence[Record]
) -> Iterator[UserRow]:
    """The rows of records, whose keys are the headings; a row has the columns of its own keys.

    `added` are the names that come from the objects around the records, with the keys of these; `whole` is where other
    records are.
    """
    inner: dict[str, list[Any]] = {}
    begin = list(islice(records := iter(records), EXAMINED))
    flat_records = flattened(chain(begin, records), inner, account.fill_down)
    sample = list(islice(flat_records, LOOKED_AT))
    own = _names_in(sample)
    sections = JsonSections(account, own)
    flat_records = sections.results(chain(sample, flat_records))
    sample = list(islice(flat_records, LOOKED_AT))
    cells = [value for _, value, problem in sample if problem is None]
    cells = list(filter(None, cells)) or cells  # without those set aside

    def cells_under(name: str) -> list[Cell]:
        return [value.get(name) for value in cells]

    names = list(dict.fromkeys([*own, *_names_in(sample)]))
    above = account.format.records or ""
    works = {name: path_to_works(held, name) for name, held in inner.items()}
    paths = {name: _path_inside(above, added.get(name), path or name) for name, path in works.items()}
    holders = {name: bool(works[name]) for name, held in inner.items() if are_objects(held) or are_rows(held)}
    tried = (name for name in paths if whole and (name in holders or known(name) or HAS_OPTIONS.search(name)))
    likely = {name: _of_awards(name, inner[name], cells_under(name)) for name in islice(tried, EXAMINED)}
    offers = {name: offer for name, role in likely.items() if (offer := _offer(account, paths[name], whole, role))}
    account.hints += [
        messages.TRY_RECORDS(heading=name, option=offers[name].option) for name in holders if name in offers
    ]
    if cells:
        account.require(names, {records_option(paths[name]): keys_in(inner[name]) for name in holders})
        key = above.rpartition(".")[2]
        by_place = roles_by_place(names, added, key) | _ranks_of_others(added, cells)
        by_place |= names_in_arrays([value for _, value, problem in begin if problem is None])
        if "award" not in map(known_role, names):
            of_awards = (
                name for name, role in by_place.items() if role == "category" and are_awards(cells_under(name))
            )
            by_place |= dict.fromkeys(of_awards, "award")
        roles: dict[str, Role | None] = {**dict.fromkeys(holders), **by_place, **account.asked}
        changed, doubts = own_title(names, added, cells_under, roles, are_candidates=is_of_candidates(key))
        try:
            account.settle(names, cells_under, {**roles, **changed}, sections.added(names), has_letters=False)
        except UnknownColumnsError as error:  # the likely title may hold several in each record
            name = next(iter(error.likely), "")
            are_several = error.likely.get(name) in ("title", "award") and name in paths
            if whole and are_several and (offer := _offer(account, paths[name], whole)):
                error.hints = (messages.SEVERAL_TITLES(heading=name, option=offer.option), *error.hints)
            raise
        account.remarks += doubts
    account.remarks += _remarks_on_inner(account, holders, offers, cells)
    return _rows_of_keys(account, chain(sample, flat_records))


def _names_in(records: Iterable[Record]) -> list[str]:
    return list(dict.fromkeys(name for _, value, problem in records if problem is None for name in value))


def _path_inside(records: str, key: str | None, name: str) -> str:
    """The path to a name in the records, or in the object of a key around them.

    >>> _path_inside("games.prizes", None, "works"), _path_inside("games.prizes", "games", "games.works")
    ('games.prizes.works', 'games.works')
    """
    parts = records.split(".") if records else []
    if key in parts:
        parts, name = parts[: parts.index(key) + 1], name.removeprefix(f"{key}.")
    return ".".join([*parts, name])


def _remarks_on_inner(
    account: Account, holders: Mapping[str, bool], offers: Mapping[str, _Offer], cells: Iterable[Mapping[str, Cell]]
) -> Iterator[Remark]:
    """That records hold other records, or several titles, each with the option that reads these.

    `holders` tells of each name with other records whether they surely are works.
    """
    titles = [heading for heading, role in account.columns.values() if role == "title"]
    is_vague = bool(titles) and (found := known(titles[0])) is not None and found.strength == WEAK
    of_awards = bool(titles) and are_awards([value.get(titles[0]) for value in cells])
    for name, (option, has_titles, _) in offers.items():
        if name not in holders and (name in titles or NOMINATED.search(fold(name))):
            are_awards_each = "--column award=" in option
            said = messages.SEVERAL_AWARDS if are_awards_each else messages.SEVERAL_TITLES
            yield Remark(said(heading=name, option=option), option)
        elif (titles and HAS_OPTIONS.search(name)) or (
            name in holders and ((is_vague and holders[name]) or (of_awards and (has_titles or is_of_candidates(name))))
        ):
            yield Remark(messages.TRY_RECORDS_OF_GROUP(heading=name, title=titles[0], option=option), option)
        elif name in holders:
            yield Remark(messages.TRY_RECORDS(heading=name, option=option), option)


def _of_awards(name: str, words: Sequence[Any], cells: Sequence[Cell]) -> dict[str, Role]:
    """The role of a name that is no known award, where each of its several words in a record may be one; else none."""
    are_words = known_role(name) != "award" and all(isinstance(word, str) for word in words)
    return {name: "award"} if are_words and all(map(is_award_alone, words)) and are_awards(cells) else {}


def _rows_of_keys(account: Account, records: Iterable[Record]) -> Iterator[UserRow]:
    shapes: dict[tuple[str, ...], tuple[Column, ...]] = {}
    source = str(account.path)
    for number, (line, value, problem) in enumerate(records, start=1):
        if problem is not None:
            yield account.refused_row(number, source, line, value, problem)
            continue
        if not any(cell is not None and str(cell).strip() for cell in value.values()):
            continue
        keys = tuple(value)
        if (columns := shapes.get(keys)) is None:
            columns = account.columns_of(keys)
            if len(shapes) < LISTED:
                shapes[keys] = columns
        yield UserRow(number, source, line, Cells(columns, tuple(value.values())))


def roles_by_place(names: Sequence[str], added: Mapping[str, str], key: str) -> dict[str, Role | None]:
    """The roles that names have by where they are: in the records, under `key`, or `added` from the object of a key.

    An added title or organization has none where the records surely have their own. A vague name beside a title, under
    awards or categories, is that of the award or the category. The text alone in an object has the role of the object.

    >>> roles_by_place(["name", "film", "films.title"], {"films.title": "films"}, "awards")
    {'films.title': None, 'name': 'award'}
    >>> roles_by_place(["title.rendered", "link"], {}, "")
    {'title.rendered': 'title'}
    """
    found = {name: each for name in names if (each := known(name)) and each.role in SEVERAL}
    own = {each.role for name, each in found.items() if name not in added and each.strength > WEAK}
    roles: dict[str, Role | None] = {name: None for name, each in found.items() if name in added and each.role in own}
    objects = Counter(name.rpartition(".")[0] for name in names)
    for name in names:
        above, _, last = name.rpartition(".")
        if objects[above] == 1 and IS_TEXT.fullmatch(last) and not known(name):
            of_object = known(above)
            roles |= {name: of_object.role} if of_object and of_object.strength >= BY_PARTS else {}
    if any(each.role == "title" and each.strength > WEAK for each in found.values()):
        for name in (name for name, each in found.items() if each.strength == WEAK):
            by_key = known(f"{added.get(name, key)}.{name}")
            if by_key and by_key.role in ("award", "category"):
                roles[name] = by_key.role
    return roles


def _ranks_of_others(added: Mapping[str, str], cells: Sequence[Mapping[str, Cell]]) -> dict[str, Role | None]:
    """No role for the ranks that records have from around them, beside what is ranked there: a country, each event.

    >>> _ranks_of_others({"country": "", "rank": ""}, [{"item": "Diving", "country": "China", "rank": "2"}])
    {'rank': None}
    """
    ranks = [name for name in added if known(name) == ("award", WEAK)]
    others = [name for name in added if (found := known(name)) is None or found.role in SEVERAL]
    texts = [str(each[name]) for each in cells for name in others if each.get(name) is not None]
    return dict.fromkeys(ranks) if any(text[:1].isalpha() for text in texts) else {}


def names_in_arrays(records: Sequence[dict[str, Any]]) -> dict[str, Role | None]:
    """The role of keys as vague as name that hold people in arrays, though other values are plain words.

    >>> names_in_arrays([{"name": ["Ann Lee", "Bo Ek"], "for": "Tide"}, {"name": ["Cy Fox", "Di Wu"], "for": "Moon"}])
    {'name': 'organization'}
    """
    vague = [key for key in keys_in(records) if known(key) == ("title", WEAK)]
    values = [value for each in records for key in vague if (value := each.get(key))]
    are_arrays = all(isinstance(value, list) and is_plain(value) for value in values)
    has_words = any(isinstance(value, str) for each in records for value in each.values())
    is_of_people = are_arrays and has_words and are_people(map(str, chain.from_iterable(values)), enough=3)
    return dict.fromkeys(vague, "organization") if is_of_people else {}


def _several_of_each(
    records: Iterable[Record], inside: Callable[[dict[str, Any]], Iterable[dict[str, Any]]]
) -> Iterator[Record]:
    """The records that are inside each record, such as what won each of its awards; one without any as it is."""
    for line, value, problem in records:
        found = inside(value) if problem is None and isinstance(value, dict) else ()
        yield from [record_of(line, each) for each in found] or [(line, value, problem)]


def lines_of(records: Iterable[Record]) -> Iterator[Line]:
    """Records as the rows of a table under the keys of the first ones; one with a further key cannot be read."""
    flat_records = flattened(records, {}, ())
    sample = list(islice(flat_records, EXAMINED))
    names = _names_in(sample)
    known_names = {*names}
    yield 1, names, None
    for number, (line, cells, problem) in enumerate(chain(sample, flat_records), start=1):
        if problem is None and not cells.keys() <= known_names:
            problem = messages.RAGGED(wanted=len(names), found=len(cells))
        yield line or number, [str(cells)] if problem else [as_plain(cells.get(name)) for name in names], problem
