"""How a command declares its options, and the options that several commands share.

A command is a function whose parameters are annotated with an `Option` for one value, or a `Group` for several values
that belong together (`filters: Annotated[Filters, FILTERS]`). The parser, the help pages and completion read the same
declarations. Typer is not imported here: completion must answer sooner than Typer loads.
"""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from math import inf
from pathlib import Path
from sys import maxsize
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from awardcli import messages
from awardcli.errors import ExitCode, UsageError, bad_choice
from awardcli.messages import Message
from awardcli.output.formats import COLLECTION, FORMATS, HEADERS, OF_RESULTS
from awardcli.vocabulary import ENCODINGS, FLAT, HEADINGS

if TYPE_CHECKING:
    from awardcli.collection import Collection
    from awardcli.collection.user_file.reading_report import ReadAs
    from awardcli.model import Role

Command = Callable[..., ExitCode]

LANGUAGES = ("en", "zh")
_COLORS = ("auto", "always", "never")
_FIELDS = ("title", "organization", "any")


class Option(NamedTuple):
    """An option, or an argument where it has no flags.

    `flags` are its spellings; a switch and its opposite are one, `--this/--that`. A switch has no `metavar`; the
    metavar of an argument that takes several words ends in dots. `read` turns what was typed into the value, raising
    UsageError where it cannot. `choices` are values to choose from, `names` is the column of the list whose names it
    takes; completion offers both. `missing` is what a required argument says when it is left out.
    """

    flags: tuple[str, ...]
    help: Message
    metavar: str | None = None
    read: Callable[[str], Any] = str
    choices: tuple[str, ...] = ()
    names: str | None = None
    envvar: str | None = None
    repeated: bool = False
    missing: Message | None = None

    @property
    def spellings(self) -> list[str]:
        """Each flag by itself."""
        return [spelling for flag in self.flags for spelling in flag.split("/")]


class Group(NamedTuple):
    """Options that fill the fields of one value, by the name of the field; `heading` is theirs in a help page."""

    heading: Message
    options: Mapping[str, Option]

    def only(self, *names: str) -> "Group":
        """The group of the options named, for a command that has no use for the others."""
        return self._replace(options={name: self.options[name] for name in names})

    def with_options(self, **options: Option) -> "Group":
        """The group with those options in place of its own."""
        return self._replace(options={**self.options, **options})

    def without(self, *names: str) -> "Group":
        """The group without the options named."""
        return self._replace(options={name: each for name, each in self.options.items() if name not in names})


def declared(command: Command) -> dict[str, Option | Group]:
    """The option or group of each parameter of a command."""
    return {name: hint.__metadata__[0] for name, hint in command.__annotations__.items() if name != "return"}


def options_of(command: Command) -> dict[str, Option]:
    """The options and arguments of a command by name, those of its groups among them."""
    options: dict[str, Option] = {}
    for name, taken in declared(command).items():
        options |= taken.options if isinstance(taken, Group) else {name: taken}
    return options


def option(*flags: str, help: Message, **more: Any) -> Option:  # noqa: A002 # Typer calls it so too
    """An option; where `choices` are all that it says of its values, nothing else can be typed."""
    if "choices" in more and not more.keys() & {"metavar", "read"}:
        more["read"] = one_of(flags[-1], more["choices"])
    if "choices" in more:
        more.setdefault("metavar", "|".join(more["choices"]))
    return Option(flags, help, **more)


def argument(metavar: str, help: Message, **more: Any) -> Option:  # noqa: A002 # Typer calls it so too
    return Option((), help, metavar, **more)


def one_of(name: str, choices: tuple[str, ...]) -> Callable[[str], str]:
    """A reader of choices, for the option or argument of that name."""

    def read(typed: str) -> str:
        if typed not in choices:
            raise bad_choice(name, typed, choices)
        return typed

    return read


def number(kind: type[int] | type[float], least: int, most: float, problem: Message) -> Callable[[str], float]:
    """A reader of numbers within limits; `problem` is the error for anything else."""

    def read(typed: str) -> float:
        with suppress(ValueError):
            if least <= (value := kind(typed)) <= most:
                return value
        raise UsageError(problem(value=typed))

    return read


def _limit(typed: str) -> float:
    """The typed number of results; a number beyond those of the machine is the largest of these."""
    return min(number(int, 1, inf, messages.BAD_LIMIT)(typed), maxsize)


def path(typed: str) -> Path:
    """The typed path; in a locale that cannot encode it, the path with the same bytes."""
    try:
        os.fsencode(typed)
    except UnicodeEncodeError:
        return Path(os.fsdecode(typed.encode(errors="surrogatepass")))
    return Path(typed)


_DATA = option("--data", metavar="FILE", read=path, envvar="AWARDCLI_DATA", help=messages.HELP_DATA)

EVERYWHERE = {
    "quiet": option("-q", "--quiet", help=messages.HELP_QUIET),
    "no_pager": option("--no-pager", help=messages.HELP_NO_PAGER),
    "lang": option("--lang", choices=LANGUAGES, help=messages.HELP_LANG),
    "color": option("--color", choices=_COLORS, help=messages.HELP_COLOR),
    "help": option("-h", "--help", help=messages.HELP_HELP),
}
"""The options of every command."""

BEFORE_COMMAND = {
    "data": _DATA._replace(read=str, envvar=None),  # handed on to the command as it was typed
    **EVERYWHERE,
    "version": option("-V", "--version", help=messages.HELP_VERSION),
}
"""The options that may be typed before the command."""

Within = Annotated[str | None, option("--in", choices=_FIELDS, help=messages.HELP_IN)]
Exact = Annotated[bool, option("--exact", help=messages.HELP_EXACT)]
MIN_SCORE = option(
    "--min-score", metavar="0-100", read=number(float, 0, 100, messages.BAD_SCORE), help=messages.HELP_MIN_SCORE
)
MinScore = Annotated[float | None, MIN_SCORE]
FORCE = option("--force", help=messages.HELP_FORCE)
Force = Annotated[bool, FORCE]

FILTERS = Group(
    messages.WHICH_RESULTS,
    {
        "category": option("--category", metavar="NAME", names="category", help=messages.HELP_CATEGORY),
        "award": option("--award", metavar="NAME", names="award", help=messages.HELP_AWARD),
        "organization": option("--organization", metavar="NAME", names="organization", help=messages.HELP_ORGANIZATION),
        "district": option("--district", metavar="NAME", names="district", help=messages.HELP_DISTRICT),
        "kind": option("--kind", metavar="NAME", names="kind", help=messages.HELP_KIND),
        "edition": option("--edition", metavar="N", names="edition", help=messages.HELP_EDITION),
        "where": option("--where", metavar="HEADING=VALUE", repeated=True, help=messages.HELP_WHERE),
    },
)
"""The fields of `search.query.Filters`."""


def _format(*names: str, help: Message = messages.HELP_FORMAT) -> Option:  # noqa: A002
    return option("-f", "--format", choices=names, read=str, help=help)  # read by what delivers, in any case


DELIVERY = Group(
    messages.HOW_IT_IS_WRITTEN,
    {
        "format_name": _format(*OF_RESULTS),
        "output": option("-o", "--output", metavar="FILE", read=path, help=messages.HELP_OUTPUT),
        "force": FORCE,
        "bom": option("--bom/--no-bom", help=messages.HELP_BOM),
        "header": option("--header", choices=HEADERS, help=messages.HELP_HEADER),
        "columns": option("-c", "--columns", metavar="COLUMN,...", help=messages.HELP_COLUMNS),
        "sort": option("--sort", metavar="[-]COLUMN", repeated=True, help=messages.HELP_SORT),
        "limit": option("-n", "--limit", metavar="N", read=_limit, help=messages.HELP_LIMIT),
        "count_only": option("--count", help=messages.HELP_COUNT),
        "excel_safe": option("--excel-safe", help=messages.HELP_EXCEL_SAFE),
    },
)
"""The fields of `output.deliver.Delivery`, for results."""

DELIVERY_OF_COUNTS = DELIVERY.with_options(format_name=_format(*FORMATS))
DELIVERY_TO_FILE = DELIVERY.without("output", "count_only").with_options(
    format_name=_format(*OF_RESULTS, COLLECTION, help=messages.HELP_EXPORT_FORMAT)
)


class Source(NamedTuple):
    """The list that a command reads, and the options on how to read its file."""

    data: Path | None = None
    column: tuple[tuple[str, "Role | None"], ...] = ()
    sheet: tuple[str, ...] = ()
    encoding: str | None = None
    records: str | None = None
    fill_down: tuple[str, ...] = ()

    def opened(self) -> "Collection":
        """The collection; raises UsageError for options on how to read a file where none is read."""
        read_as = self.read_as()
        if read_as and self.data is None:
            given = next(option for name, option in READING.options.items() if getattr(self, name))
            raise UsageError(messages.READING_NEEDS_DATA(option=given.spellings[-1]))
        return opened(self.data, read_as)

    def read_as(self) -> "ReadAs | None":
        """How to read the file, or None where no option says so."""
        if self == Source(self.data):
            return None
        from awardcli.collection.user_file.reading_report import ReadAs

        return ReadAs(
            columns=dict(self.column),
            sheets=self.sheet,
            encoding=self.encoding,
            records=self.records,
            fill_down=self.fill_down,
        )


def opened(data: Path | None, read_as: "ReadAs | None" = None) -> "Collection":
    """The collection of a file, or the bundled list; says how a file was read."""
    from awardcli.collection import ListCollection, open_collection
    from awardcli.output.remarks import remarks_of, report_refused
    from awardcli.output.terminal import note

    collection = open_collection(data, read_as)
    if data and isinstance(collection, ListCollection) and collection.reading:
        for remark in remarks_of(data, collection.reading, in_full=False):
            note(messages.PLACED(place=data.name, problem=remark))
        report_refused(data, collection.reading, messages.ROWS_LEFT_OUT)
    return collection


NO_ROLE = "other"
"""The value of `--column` in place of a role, for a column without one."""


def _role_of_heading(typed: str) -> tuple[str, "Role | None"]:
    """The heading and its role from ROLE=HEADING."""
    from awardcli.collection.user_file.columns.heading_words import sure_role

    name, equals, heading = map(str.strip, typed.partition("="))
    role = sure_role(name)
    fixed = {word for key in FLAT for word in HEADINGS[key]}
    if heading in fixed and name not in (*fixed, NO_ROLE, "") and sure_role(heading) != role:
        raise UsageError(
            messages.COLUMN_TURNED(value=messages.quoted(typed), option=f"--column {heading}={messages.quoted(name)}")
        )
    if not equals or not heading or (role is None and name != NO_ROLE):
        raise UsageError(messages.BAD_COLUMN(columns=", ".join((*FLAT, NO_ROLE)), value=typed))
    return heading, role


def _encoding(typed: str) -> str:
    from awardcli.collection.user_file.text_file import usable_encoding

    return usable_encoding(typed)


READING = Group(
    messages.HOW_FILES_ARE_READ,
    {
        "column": option(
            "--column", metavar="ROLE=HEADING", read=_role_of_heading, repeated=True, help=messages.HELP_COLUMN
        ),
        "sheet": option("--sheet", metavar="NAME", repeated=True, help=messages.HELP_SHEET),
        "encoding": option("--encoding", choices=tuple(ENCODINGS), read=_encoding, help=messages.HELP_ENCODING),
        "records": option("--records", metavar="KEY.KEY", help=messages.HELP_RECORDS),
        "fill_down": option("--fill-down", metavar="HEADING", repeated=True, help=messages.HELP_FILL_DOWN),
    },
)
"""The fields of `Source` for a command that is given its files as arguments."""

SOURCE = Group(messages.YOUR_LIST, {"data": _DATA, **READING.options})
"""The fields of `Source`."""


def remember_list(typed: Mapping[str, Any]) -> None:
    """Let every command that messages suggest read the list of these options in the same way."""
    named = {} if str(typed.get("data")) == os.environ.get("AWARDCLI_DATA") else {"data": _DATA}
    messages.reading_options = typed_again(READING.options, typed)
    messages.list_options = typed_again(named, typed) + messages.reading_options


def typed_again(options: Mapping[str, Option], typed: Mapping[str, Any]) -> str:
    """The options with these values, quoted for a shell, each with a space before it."""
    words = []
    for name, taken in options.items():
        value = typed.get(name)
        for each in (value or ()) if taken.repeated else (value,):
            if each is not None:
                text = f"{each[1] or NO_ROLE}={each[0]}" if isinstance(each, tuple) else str(each)
                words.append(f" {taken.spellings[-1]} {messages.quoted(text)}")
    return "".join(words)
