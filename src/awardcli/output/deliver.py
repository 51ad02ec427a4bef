"""Deliver an answer: its rows in the format, columns and order of the options, to a file or standard output."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, Literal, NamedTuple

from awardcli import messages
from awardcli.collection import Collection, ListCollection, bundled_path
from awardcli.errors import ExitCode, UnwritableError, UsageError
from awardcli.model import Edition
from awardcli.output import terminal
from awardcli.output.columns import HIT, Columns, OutputColumn, result_columns
from awardcli.output.formats import FORMATS, OF_RESULTS, Format, Layout, format_named, format_of
from awardcli.output.remarks import remark_uncertain
from awardcli.output.text_layout import display_width

TABLE_LIMIT = 50
"""Rows that a table on a terminal shows unless `--limit` says otherwise: about one screenful to scroll back."""

COUNTED_AT_MOST = 500
"""Rows beyond those shown are counted up to this number: an exact count is not worth a wait."""

_WIDE = 100
"""Columns of a terminal from which a table also shows the id: every bundled id fits without folding a title more."""

_LOOKED_THROUGH = 10_000
"""Of at most this many rows, columns without a value are left out."""

_MOST_NAMED = 3
"""Editions that the title of a page or chart names one by one."""

_GAP = 2
"""Columns of a terminal between two columns of a table."""
_SHORT = 22
"""Columns of a terminal that a short column of a table takes at most, with the gap before it."""

STDOUT = Path("-")
DEV_STDOUT = Path("/dev/stdout")
"""The file that standard output goes to, on systems that have a name for it."""
_BOM = b"\xef\xbb\xbf"

Wording = Literal["keys", "en", "zh", "own"]
"""How columns are headed and values worded: for programs, in English or Chinese, or as the user's list does."""


class Delivery(NamedTuple):
    """Where an answer goes and in what shape, as the options say it."""

    format_name: str | None = None
    output: Path | None = None
    force: bool = False
    bom: bool | None = None
    header: str | None = None
    columns: str | None = None
    sort: tuple[str, ...] = ()
    limit: int | None = None
    count_only: bool = False
    excel_safe: bool = False

    @property
    def path(self) -> Path | None:
        """The file to write; None for standard output."""
        return None if self.output == STDOUT else self.output


class Listing(NamedTuple):
    """Rows to deliver, and the columns that read them.

    `read_from` is the user's list, `inputs` are further files that must not be written to. `total` counts the rows
    where that is faster than going through them. `title` is what the rows are called, "" where the editions or the name
    of the list say it. What is said beside the rows: `written_message` of a file that was written; `summary`, which
    counts all rows, under a table on a terminal that shows every one; in every case what `make_remarks` says.
    `counts_all` says to count all rows for a terminal, however long that takes.
    """

    rows: Iterable[Any]
    columns: Columns
    read_from: Path | None = None
    total: Callable[[], int] | None = None
    editions: Sequence[Edition] = ()
    inputs: Sequence[Path] = ()
    written_message: messages.Message = messages.WRITTEN
    summary: str | None = None
    make_remarks: Callable[[], None] | None = None
    title: str = ""
    counts_all: bool = False


def results_listing(results: Collection, glance: Sequence[str] | None = None) -> Listing:
    """The listing of results; `glance` are the keys that a table shows, unless the usual ones."""
    return Listing(
        rows=results,
        columns=result_columns(results, glance),
        read_from=results.path,
        total=results.__len__,
        editions=results.editions,
    )


def counts_listing(rows: Iterable[Any], columns: Columns, results: Collection) -> Listing:
    """The listing of counts of those results."""
    return Listing(
        rows, columns, read_from=results.path, editions=results.editions, written_message=messages.WRITTEN_ROWS
    )


def deliver(listing: Listing, delivery: Delivery) -> ExitCode:
    """Write the listing as the delivery says; gives ANSWERED, or NOTHING for no rows.

    Memory use is bounded, but for a table, a page, a chart and sorting, which take every row at once. Raises UsageError
    for options that make no sense, and UnwritableError, leaving an old file unchanged.
    """
    format_, layout = _format_and_layout(listing, delivery)
    rows = iter(sorted_rows(listing, delivery))
    if delivery.count_only:
        return _print_count(listing, rows)
    path = delivery.path
    require_another_file(path, [listing.read_from or bundled_path(), *listing.inputs])
    is_table_on_terminal = format_.name == "table" and layout.on_terminal
    limit = TABLE_LIMIT if is_table_on_terminal and delivery.limit is None else delivery.limit
    shown = _Counted(islice(rows, limit))  # the rows behind the limit stay in `rows`
    in_table = list(shown) if is_table_on_terminal else None
    to_write, layout = _with_telling_columns(shown if in_table is None else in_table, format_, layout, listing.columns)
    if in_table is not None and len(layout.columns) == 1 and not layout.columns_chosen:
        layout = _with_short_columns(in_table, layout, listing.columns.own)
    has_bom = _has_bom(format_, layout, delivery)
    with _opened(format_, path, force=delivery.force) as stream:
        if has_bom:
            stream.write(_BOM)
        reads = [column.read for column in layout.columns]
        format_.write(([read(row) for read in reads] for row in to_write), layout, stream)
    if path:
        _say_what_was_written(listing, path, shown.number, format_, layout, has_bom=has_bom)
    if layout.on_terminal:
        _say_total(listing, shown.number, rows, is_table=bool(in_table))
    if listing.make_remarks:
        listing.make_remarks()
    remark_uncertain(in_table or [])
    return ExitCode.ANSWERED if shown.number else ExitCode.NOTHING


def _say_what_was_written(
    listing: Listing, path: Path, count: int, format_: Format, layout: Layout, *, has_bom: bool
) -> None:
    label = format_.label if isinstance(format_.label, str) else format_.label()
    label = messages.WITH_BOM(format=label) if has_bom else label
    terminal.note(listing.written_message(path=path, count=count, format=label))
    if layout.for_people and not layout.columns_chosen and (roles := _roles_of_several_lists(layout.columns)):
        terminal.note(messages.ONE_COLUMN_EACH(columns=",".join(roles)))


def _roles_of_several_lists(columns: Sequence[OutputColumn]) -> list[str]:
    """The roles of the user's own columns where lists with different headings were read together; [] for one list."""
    roles = [column.role for column in columns if column.own and column.role]
    return list(dict.fromkeys(roles)) if any(roles.count(role) > 1 for role in _ROLES_OF_ONE) else []


_ROLES_OF_ONE = ("edition", "year", "category", "award")
"""Roles of which a single list has one column."""


def _print_count(listing: Listing, rows: Iterable[Any]) -> ExitCode:
    number = listing.total() if listing.total else sum(1 for _ in rows)
    terminal.write_stdout(f"{number}\n".encode())
    terminal.flush_stdout()
    if listing.make_remarks:
        listing.make_remarks()
    return ExitCode.ANSWERED if number else ExitCode.NOTHING


def _say_total(listing: Listing, shown: int, rest: Iterator[Any], *, is_table: bool) -> None:
    """Say how many rows there are where not all are shown; where all are, the summary under a table."""
    total, is_exact = _total(listing, shown, rest)
    if total == shown:
        if is_table and listing.summary:
            terminal.note(listing.summary)
    elif is_exact:
        terminal.note(messages.SHOWN(shown=shown, total=total))
    else:
        terminal.note(messages.SHOWN_OF_MANY(shown=shown, total=max(COUNTED_AT_MOST, shown), more=max(1000, 2 * shown)))


def _total(listing: Listing, shown: int, rest: Iterator[Any]) -> tuple[int, bool]:
    """The number of rows, and whether it is exact: of very many only the first are counted."""
    if listing.summary and listing.total:  # the command has counted them
        return listing.total(), True
    is_in_memory = isinstance(listing.rows, ListCollection | list)  # and so counted at once
    if is_in_memory or listing.counts_all:
        return shown + sum(1 for _ in rest), True
    total = shown + sum(1 for _ in islice(rest, max(COUNTED_AT_MOST + 1 - shown, 1)))
    return total, total <= COUNTED_AT_MOST


def sorted_rows(listing: Listing, delivery: Delivery) -> Iterable[Any]:
    """The rows in the order of each `--sort`, the first one deciding first; raises UsageError for an unknown column."""
    if not delivery.sort:
        return listing.rows
    from awardcli.output.sorting import sorted_by

    rows = listing.rows
    for column, descending in reversed([listing.columns.sorting(name) for name in delivery.sort]):
        rows = sorted_by(rows, column.read, descending=descending)
    return rows


def how_many(found: Iterable[object]) -> str:
    """How many there are, counted no further than `COUNTED_AT_MOST`.

    >>> how_many(range(40)), how_many(range(1_000_000))
    ('40', '500+')
    """
    count = sum(1 for _ in islice(found, COUNTED_AT_MOST + 1))
    return str(count) if count <= COUNTED_AT_MOST else f"{COUNTED_AT_MOST}+"


def require_another_file(path: Path | None, inputs: Iterable[Path]) -> None:
    """Raise UnwritableError where `path`, or standard output, is a file that is being read."""
    if path is None and not DEV_STDOUT.is_file():  # a terminal may be both read and written
        return
    from awardcli.output.atomic_file import same_file

    if any(same_file(path or DEV_STDOUT, other) for other in inputs):
        raise UnwritableError(messages.OWN_INPUT(path=path or messages.STDOUT()))


class _Counted:
    """Rows that are counted as they pass, so that a million of them need not be in memory."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self.number = 0
        self._left = iter(rows)

    def __iter__(self) -> Iterator[Any]:
        for row in self._left:
            self.number += 1
            yield row


def _format_and_layout(listing: Listing, delivery: Delivery) -> tuple[Format, Layout]:
    """The format and the layout; checks every option before anything is read or written."""
    path = delivery.path
    to_terminal = path is None and terminal.on_terminal()
    format_ = _checked_format(listing, delivery, to_terminal=to_terminal)
    wording = _wording(format_, listing.columns, delivery.header, to_file=path is not None)
    chinese = wording == "zh" or (wording != "en" and messages.in_chinese())
    if delivery.columns is None:
        columns = _default_columns(format_, listing.columns, wording, wide=to_terminal and terminal.width() >= _WIDE)
    else:
        columns = listing.columns.several(delivery.columns, nested=format_.has_arrays)
    for_people = wording != "keys"
    title, source = title_and_source(listing.editions, listing.read_from, chinese=chinese)
    headings = [_heading(column, wording, chinese=chinese) for column in columns]
    layout = Layout(
        columns=[column._replace(read=column.for_people(chinese=chinese)) for column in columns]
        if for_people
        else columns,
        headings=headings if format_.headings_as_written else list(map(messages.on_one_line, headings)),
        with_heading=delivery.header != "none",
        columns_chosen=delivery.columns is not None,
        for_people=for_people,
        excel_safe=delivery.excel_safe,
        on_terminal=to_terminal or (path is not None and terminal.shows(path)),
        width=terminal.width() if to_terminal else None,
        color=path is None and terminal.color(),
        boxes=to_terminal and terminal.shows_boxes(),
        chinese=chinese,
        title=listing.title or title,
        source=source,
        destination=str(path or messages.STDOUT()),
    )
    return format_, layout


def _checked_format(listing: Listing, delivery: Delivery, *, to_terminal: bool) -> Format:
    """The format that the options name, or that is usual; raises UsageError for options that make no sense."""
    path = delivery.path
    offered = tuple(FORMATS) if any(column.role == "results" for column in listing.columns.keys) else OF_RESULTS
    if delivery.format_name is not None:
        format_ = format_named(delivery.format_name, offered)
    else:
        format_ = format_of(path, offered) if path else FORMATS["table" if to_terminal else "tsv"]
    _refuse_what_means_nothing(delivery, format_)
    if delivery.header == "none" and format_.needs_headings:
        raise UsageError(messages.NEEDS_HEADINGS(format=format_.name))
    return format_


def refuse_given(options: Mapping[str, object], error: Callable[[str], str]) -> None:
    """Raise UsageError, worded by `error`, for the first of these options that has a value."""
    for option, given in options.items():
        if given is not None:
            raise UsageError(error(option))


def _refuse_what_means_nothing(delivery: Delivery, format_: Format) -> None:
    """Raise UsageError for an option that would be ignored beside another, or in the format."""
    if delivery.count_only:
        ignored = {
            "--format": delivery.format_name,
            "--output": delivery.path,
            "--columns": delivery.columns,
            "--header": delivery.header,
            "--sort": delivery.sort or None,
            "--limit": delivery.limit,
            "--bom": delivery.bom,
            "--excel-safe": delivery.excel_safe or None,
        }
        refuse_given(ignored, lambda option: messages.NOT_WITH(option=option, other="--count"))
    if delivery.bom and (format_.is_binary or (format_.name == "table" and delivery.path is None)):
        raise UsageError(messages.NOT_WITH(option="--bom", other=format_.name))
    if delivery.excel_safe and not format_.is_for_spreadsheets:
        raise UsageError(messages.NOT_WITH(option="--excel-safe", other=format_.name))
    if delivery.force and delivery.path is None:
        raise UsageError(messages.FORCE_NEEDS_FILE())


def _wording(format_: Format, columns: Columns, header: str | None, *, to_file: bool) -> Wording:
    """How the columns are headed and their values worded."""
    own_or_language: Wording = "own" if columns.own else messages.language()
    match header:
        case "en":
            return "en" if format_.readers == "people" else "keys"
        case "zh":
            return "zh"
        case "own":
            return own_or_language
    readers = format_.readers or ("people" if to_file else "programs")
    return "keys" if readers == "programs" else own_or_language


def _default_columns(format_: Format, columns: Columns, wording: Wording, *, wide: bool) -> Sequence[OutputColumn]:
    """The columns that are shown unless `--columns` chooses."""
    if format_.name == "table":
        needs_id = wide and all(column.key != "id" for column in columns.glance)
        ids = [column for column in columns.keys if column.key == "id" and (column.own or not columns.own)]
        return [*(ids if needs_id else ()), *columns.glance]
    if wording == "own":
        return columns.own
    plain = [column for column in columns.keys if format_.has_arrays or not column.nested]
    if wording == "keys" or not columns.own:
        return plain
    return [column for column in plain if column.own or column.key in HIT]  # the user's list has no other


def _heading(column: OutputColumn, wording: Wording, *, chinese: bool) -> str:
    if wording == "keys":
        return column.key
    return column.own if wording == "own" and column.own else column.heading(chinese=chinese)


def _with_telling_columns(
    rows: Iterable[Any], format_: Format, layout: Layout, columns: Columns
) -> tuple[Iterable[Any], Layout]:
    """The rows, and the layout without empty columns, unless the user named the columns or the format shows them.

    Formats for people that show empty columns do so for the own columns of a user's list. All are shown of very many
    rows, which are not looked through.
    """
    leaves_out = format_.never_shows_empty or (layout.for_people and not columns.own)
    if layout.columns_chosen or not leaves_out:
        return rows, layout
    rows = iter(rows)
    first = list(islice(rows, _LOOKED_THROUGH + 1))
    if len(first) > _LOOKED_THROUGH or not first:
        return chain(first, rows), layout
    kept = [
        (column, heading)
        for column, heading in zip(layout.columns, layout.headings, strict=True)
        if any(column.read(row) not in (None, "") for row in first)
    ]
    return first, layout._replace(columns=[column for column, _ in kept], headings=[heading for _, heading in kept])


def _with_short_columns(rows: Sequence[Any], layout: Layout, own: Sequence[OutputColumn]) -> Layout:
    """The layout with further columns of a user's list, where a table would show the titles alone.

    They are short, differ from row to row, and are as many as fit beside the titles.
    """
    columns, headings = list(layout.columns), list(layout.headings)
    room = (layout.width or 0) - _width(columns[0], headings[0], rows)
    for column in own:
        width = _GAP + _width(column, column.label, rows)
        differs = len({column.read(row) for row in rows} - {None, ""}) > (len(rows) > 1)
        if column.own != columns[0].own and differs and width <= min(room, _SHORT):
            columns.append(column)
            headings.append(column.label)
            room -= width
    return layout._replace(columns=columns, headings=headings)


def _width(column: OutputColumn, heading: str, rows: Iterable[Any]) -> int:
    """The width of a column whose cells are not folded."""
    cells = (str(column.read(row) or "-") for row in rows)
    return max(display_width(line) for cell in chain([heading], cells) for line in cell.split("\n"))


def title_and_source(editions: Sequence[Edition], path: Path | None, *, chinese: bool) -> tuple[str, str | None]:
    """The editions by their names, or the name of the file where they have none or are many; and their sources."""
    names = [_edition_name(edition, chinese=chinese) for edition in editions if edition.name]
    sources = dict.fromkeys(edition.source for edition in editions if edition.source)
    if 0 < len(names) <= _MOST_NAMED:
        return messages.listed(names), messages.listed(list(sources)) or None
    return path.stem if path else "awardcli", None


def _edition_name(edition: Edition, *, chinese: bool) -> str:
    """The name of an edition with its year."""
    name = str(edition.name) if chinese else edition.name_en or str(edition.name)
    if not edition.year or str(edition.year) in name:
        return name
    return f"{name}（{edition.year}）" if chinese else f"{name} ({edition.year})"


def _has_bom(format_: Format, layout: Layout, delivery: Delivery) -> bool:
    """Whether the text begins with a byte order mark, by which Excel knows UTF-8: a CSV file, unless said otherwise."""
    if delivery.bom is not None:
        return delivery.bom
    return format_.name == "csv" and delivery.path is not None and not layout.on_terminal


def _opened(format_: Format, path: Path | None, *, force: bool) -> AbstractContextManager[BinaryIO]:
    if path:
        from awardcli.output.atomic_file import atomic_write

        return atomic_write(path, force=force)
    if format_.name == "table":
        from awardcli.output.pager import paged_output

        return paged_output()
    return terminal.standard_output()
