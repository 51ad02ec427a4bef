"""Hand an answer over: in the format, order and place that were asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from awardcli import messages, vocabulary
from awardcli.collection import Collection, ListCollection, bundled_path
from awardcli.errors import ExitCode, UnwritableError, UsageError, bad_choice
from awardcli.model import Edition
from awardcli.output import terminal
from awardcli.output.atomic_file import atomic_path, atomic_write, blocks, passing_path, same_file
from awardcli.output.columns import STRUCTURED, Record
from awardcli.output.formats import FORMATS, Format, Save, format_named, format_of
from awardcli.output.layout import Caption, Header, Layout

TABLE_LIMIT = 50
"""Records that a table on a terminal shows unless `--limit` says otherwise: about one screenful to scroll back."""

COUNTED_AT_MOST = 500
"""What is not shown is counted so far and no further: a count is no reason to wait."""

_WIDE = 100
"""Columns of a terminal from which a table also shows the id: every bundled id fits without folding a title more."""

_MOST_NAMED = 3
"""Editions that the title of a page or chart names one by one."""

STDOUT = Path("-")
_DEV_STDOUT = Path("/dev/stdout")
"""The file that standard output goes to, where the system has a name for it."""
_HEADERS: dict[str, Header] = {"en": "en", "zh": "zh", "none": "none"}


class Delivery(NamedTuple):
    """Where an answer goes and in what shape, as the options say it."""

    format_name: str | None = None
    output: Path | None = None
    force: bool = False
    bom: bool | None = None
    header: str | None = None
    columns: str | None = None
    sort: str | None = None
    limit: int | None = None
    count_only: bool = False
    excel_safe: bool = False


class Listing(NamedTuple):
    """Records to hand over, the columns they have, and those that a table shows unless others were asked for."""

    records: Iterable[Record]
    columns: tuple[str, ...]
    glance: tuple[str, ...]
    read_from: Path | None = None
    results: Callable[[], Collection] | None = None
    """Gives the results that the records tell of, for a format that holds more of them; none of counts."""
    total: Callable[[], int] | None = None
    """Says how many records there are, where that is sooner known than by going through them."""
    editions: Sequence[Edition] = ()
    """The editions that the records tell of."""


def deliver(listing: Listing, delivery: Delivery) -> ExitCode:
    """Write the listing where the delivery says; gives ANSWERED, or NOTHING for no records.

    Raises UsageError for options that make no sense, and UnwritableError, leaving any old file as it was.
    """
    format_, layout = _settle(listing, delivery)
    everything = _Counted(_sorted(listing, delivery))
    limit = delivery.limit
    if limit is None and format_.name == "table" and layout.on_terminal:
        limit = TABLE_LIMIT
    chosen = _Counted(islice(everything, limit))
    if delivery.count_only:
        number = listing.total() if listing.total else everything.rest()
        terminal.write_stdout(f"{number}\n".encode())
        terminal.flush_stdout()
        return ExitCode.ANSWERED if number else ExitCode.NOTHING
    to_file = delivery.output if delivery.output != STDOUT else None
    require_another_file(to_file, [listing.read_from or bundled_path()])
    if to_file:
        _to_file(format_, chosen, layout, delivery, listing)
    else:
        _to_stdout(format_, chosen, layout)
    if layout.on_terminal and chosen.number < (total := everything.rest(COUNTED_AT_MOST)):
        shown = messages.SHOWN if total <= COUNTED_AT_MOST else messages.SHOWN_OF_MANY
        terminal.note(shown(shown=chosen.number, total=min(total, COUNTED_AT_MOST)))
    return ExitCode.ANSWERED if everything.number else ExitCode.NOTHING


def _called(edition: Edition, *, chinese: bool) -> str:
    """The name of an edition with its year."""
    name = str(edition.name) if chinese else edition.name_en or str(edition.name)
    if not edition.year or str(edition.year) in name:
        return name
    return f"{name}（{edition.year}）" if chinese else f"{name} ({edition.year})"


def how_many(found: Iterable[object]) -> str:
    """How many there are; of very many, which only a count of all would tell, that there are more.

    >>> how_many(range(40)), how_many(range(1_000_000))
    ('40', '500+')
    """
    count = sum(1 for _ in islice(found, COUNTED_AT_MOST + 1))
    return str(count) if count <= COUNTED_AT_MOST else f"{COUNTED_AT_MOST}+"


class _Counted:
    """Records that are counted as they pass: a million of them need not be at hand at once."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.number = 0
        self._left = iter(records)

    def __iter__(self) -> Iterator[Record]:
        for record in self._left:
            self.number += 1
            yield record

    def rest(self, most: int | None = None) -> int:
        """Pass what is left, or until there were more than `most`; gives how many there were."""
        for _ in self:
            if most is not None and self.number > most:
                break
        return self.number


def _settle(listing: Listing, delivery: Delivery) -> tuple[Format, Layout]:
    """The format and layout; every option is checked here, before anything is read or written."""
    to_file = delivery.output is not None and delivery.output != STDOUT
    shown = not to_file and terminal.on_terminal()
    if delivery.format_name is not None:
        format_ = format_named(delivery.format_name)
    elif to_file and delivery.output is not None:
        format_ = format_of(delivery.output)
    else:
        format_ = FORMATS["table" if shown else "tsv"]
    if format_.load_save and not to_file and not delivery.count_only:
        raise UsageError(messages.SAVED_AS_COLLECTION())
    if format_.load_pack and shown and not delivery.count_only:
        raise UsageError(messages.NOT_FOR_TERMINALS(format=format_.name))
    if delivery.limit is not None and delivery.limit < 1:
        raise UsageError(messages.BAD_LIMIT(value=delivery.limit))
    if delivery.header is not None and delivery.header not in _HEADERS:
        raise bad_choice("--header", delivery.header, list(_HEADERS))
    wide = shown and terminal.width() >= _WIDE
    glance = (*(("id",) if wide and "id" in listing.columns else ()), *listing.glance)
    usual = glance if format_.name == "table" else listing.columns
    header = _HEADERS[delivery.header] if delivery.header else None
    columns = usual if delivery.columns is None else _chosen(delivery.columns, listing.columns, format_)
    if format_.of_counts and not ("results" in columns and len(columns) > 1):
        raise UsageError(messages.ONLY_COUNTS(format=format_.name))
    on_terminal = shown or (delivery.output is not None and terminal.shows(delivery.output))
    layout = Layout(
        columns=columns,
        whole=delivery.columns is None,
        header=header if header or format_.for_people else "en",
        bom=format_.is_text
        and (format_.for_excel and to_file and not on_terminal if delivery.bom is None else delivery.bom),
        excel_safe=delivery.excel_safe,
        on_terminal=on_terminal,
        width=terminal.width() if shown else None,
        color=not to_file and terminal.color(),
        chinese=messages.language() == "zh",
    )
    return format_, layout._replace(caption=_caption(listing, chinese=layout.says_chinese))


def _caption(listing: Listing, *, chinese: bool) -> Caption:
    """The editions by their names, or the file that was read where they have none, or are many."""
    names = [_called(edition, chinese=chinese) for edition in listing.editions if edition.name]
    sources = dict.fromkeys(edition.source for edition in listing.editions if edition.source)
    if 0 < len(names) <= _MOST_NAMED:
        return Caption(messages.listed(names), messages.listed(list(sources)) or None)
    return Caption(listing.read_from.stem if listing.read_from else "awardcli")


def _chosen(asked: str, columns: Sequence[str], format_: Format) -> tuple[str, ...]:
    """The columns that `--columns` names, by key or by heading in either language."""
    lists = [key for key, column in STRUCTURED.items() if format_.holds_lists and column in columns]
    return tuple(column_named(name.strip(), [*columns, *lists], option="--columns") for name in asked.split(","))


def column_named(name: str, known: Sequence[str], *, option: str) -> str:
    """The column of that key, or of that heading in either language; raises UsageError naming the option."""
    for column in known:
        if name.lower() in (column, *(text.lower() for text in vocabulary.HEADINGS[column])):
            return column
    raise bad_choice(option, name, known)


def _sorted(listing: Listing, delivery: Delivery) -> Iterable[Record]:
    """The records in the order that was asked for."""
    if delivery.sort is None:
        return listing.records
    from awardcli.output.sorting import sorted_by

    descending = delivery.sort.startswith("-")
    column = column_named(delivery.sort.removeprefix("-"), listing.columns, option="--sort")
    return sorted_by(listing.records, column, descending=descending)


def _to_file(format_: Format, records: _Counted, layout: Layout, delivery: Delivery, listing: Listing) -> None:
    path = delivery.output
    assert path is not None
    if format_.load_save:
        _save(format_.load_save(), records, delivery, listing)
    elif format_.load_pack:
        with atomic_path(path, force=delivery.force) as part:
            format_.load_pack()(records, layout, part, str(path))
    else:
        with atomic_write(path, force=delivery.force) as file:
            if layout.bom:
                file.write(b"\xef\xbb\xbf")
            for text in format_.load()(records, layout):
                file.write(text.encode())
    label = messages.WITH_BOM(format=format_.label) if layout.bom else format_.label
    written = messages.WRITTEN_ROWS if "results" in listing.columns else messages.WRITTEN
    terminal.note(written(path=path, count=records.number, format=label))


def _save(save: Save, records: _Counted, delivery: Delivery, listing: Listing) -> None:
    """Write a collection: its results, but those and in the order that the records are."""
    path = delivery.output
    assert path is not None
    if listing.results is None:
        raise UsageError(messages.ONLY_RESULTS())
    results = listing.results()
    if delivery.sort is None and delivery.limit is None:
        records.rest()
    else:
        places = {record["id"]: place for place, record in enumerate(records)}
        kept = sorted((result for result in results if result.id in places), key=lambda result: places[result.id])
        results = ListCollection(results.path, kept, results.editions, results.categories)
    with atomic_path(path, force=delivery.force) as part:
        save(results, part, path)


def require_another_file(path: Path | None, read_from: Iterable[Path]) -> None:
    """Raise UnwritableError where what is written to `path`, or to standard output, would go into a file being read."""
    if path is None and not _DEV_STDOUT.is_file():  # a terminal may well be both
        return
    if any(same_file(path or _DEV_STDOUT, other) for other in read_from):
        raise UnwritableError(messages.OWN_INPUT(path=path or messages.STDOUT()))


def _to_stdout(format_: Format, records: Iterable[Record], layout: Layout) -> None:
    if format_.name == "table":
        screen = terminal.Screen()
        for text in format_.load()(records, layout):
            screen.write(text)
        screen.close()
        return
    if format_.load_pack:
        with passing_path() as part:
            format_.load_pack()(records, layout, part, messages.STDOUT())
            for block in blocks(part):
                terminal.write_stdout(block)
        terminal.flush_stdout()
        return
    if layout.bom:
        terminal.write_stdout(b"\xef\xbb\xbf")
    for text in format_.load()(records, layout):
        terminal.write_stdout(text.encode())
    terminal.flush_stdout()
