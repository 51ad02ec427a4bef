"""Every option and argument there is, by the name that the commands and the rooms call its value.

A command asks for whole values (`filters: Filters`, `delivery: Delivery`), whose fields are the single options. The
table is plain: the help and completion read it too, and completion must not wait for Typer.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from awardcli import messages, vocabulary
from awardcli.errors import ExitCode, UsageError

Command = Callable[..., ExitCode]


class Option(NamedTuple):
    """How an option is typed and what it is for; an argument has no flags, and a switch no metavar.

    Of a switch and its opposite, `flags` has both as one: `--this/--that`. `names` is the column of the collection
    whose values it takes, where completion can offer them.
    """

    flags: tuple[str, ...]
    metavar: str | None
    help: str
    parser: Callable[[str], Any] | None = None
    envvar: str | None = None
    names: str | None = None

    @property
    def spellings(self) -> list[str]:
        """Each of its flags by itself."""
        return [spelling for flag in self.flags for spelling in flag.split("/")]

    @property
    def choices(self) -> list[str]:
        """Everything that it may be, where that is a few words."""
        return self.metavar.split("|") if self.metavar and "|" in self.metavar else []


def option(*flags: str, metavar: str | None = None, help: str, **more: Any) -> Option:  # noqa: A002 # as Typer calls it
    """An option with those flags."""
    return Option(flags, metavar, help, **more)


def argument(metavar: str, help: str, **more: Any) -> Option:  # noqa: A002 # as Typer calls it
    """An argument; its metavar ends in dots where there may be several."""
    return Option((), metavar, help, **more)


def everywhere() -> list[Option]:
    """The options that are settled before any command is asked."""
    return [
        option("--lang", metavar="en|zh", help=messages.HELP_LANG()),
        option("--color", metavar="auto|always|never", help=messages.HELP_COLOR()),
        option("-h", "--help", help=messages.HELP_HELP()),
    ]


def before_a_command() -> list[Option]:
    """The options that may stand before the command."""
    return [_data(), *everywhere(), option("-V", "--version", help=messages.HELP_VERSION())]


def options_of(command: Command) -> dict[str, Option]:
    """The options and arguments of a command in its order, by name."""
    known = options()
    return {name: known[name] for name in _names(command)}


def _names(command: Command) -> Iterator[str]:
    for name, annotation in command.__annotations__.items():
        if name != "return":
            yield from getattr(annotation, "_fields", (name,))


def options() -> dict[str, Option]:
    """The whole table."""
    from awardcli.output.formats import FORMATS

    formats = "|".join(FORMATS)
    counted = "|".join(vocabulary.COUNTED)
    return {
        # what is asked
        "query": argument("QUERY...", help=messages.HELP_QUERY()),
        "first_query": argument("[QUERY]...", help=messages.HELP_FIRST_QUERY()),
        "named_category": argument("[CATEGORY]", help=messages.HELP_NAMED_CATEGORY(), names="category"),
        "named_organization": argument(
            "[ORGANIZATION]...", help=messages.HELP_NAMED_ORGANIZATION(), names="organization"
        ),
        "result_id": argument("ID", help=messages.HELP_ID(), names="id"),
        "shell": argument("bash|zsh|fish", help=messages.HELP_SHELL()),
        "file": argument("FILE", parser=_path, help=messages.HELP_FILE()),
        "export_to": argument("FILE", parser=_path, help=messages.HELP_EXPORT_TO()),
        "files": argument("FILE...", parser=_path, help=messages.HELP_FILES()),
        # how files are imported
        "collection_to": option("-o", "--output", metavar="COLLECTION", parser=_path, help=messages.HELP_COLLECTION()),
        "append": option("--append", help=messages.HELP_APPEND()),
        "column": option("--column", metavar="NAME=HEADING", help=messages.HELP_COLUMN()),
        "encoding": option("--encoding", metavar="|".join(vocabulary.ENCODINGS), help=messages.HELP_ENCODING()),
        "rejects": option("--rejects", metavar="FILE", parser=_path, help=messages.HELP_REJECTS()),
        "match_file": argument("FILE", parser=_path, help=messages.HELP_MATCH_FILE()),
        # what is counted
        "by": option("--by", metavar=counted, help=messages.HELP_BY()),
        # how it is searched
        "within": option("--in", metavar="title|organization|any", help=messages.HELP_IN()),
        "exact": option("--exact", help=messages.HELP_EXACT()),
        "explain": option("--explain", help=messages.HELP_EXPLAIN()),
        "min_score": option(
            "--min-score", metavar="0-100", parser=_number(float, messages.BAD_SCORE), help=messages.HELP_MIN_SCORE()
        ),
        "field": option("--field", metavar="title|organization", help=messages.HELP_FIELD()),
        "named_column": option("--column", metavar="NAME", help=messages.HELP_LINE_COLUMN()),
        "jobs": option("--jobs", metavar="N", parser=_number(int, messages.BAD_JOBS), help=messages.HELP_JOBS()),
        # which results
        "data": _data(),
        "category": option("--category", metavar="NAME", help=messages.HELP_CATEGORY(), names="category"),
        "award": option("--award", metavar="NAME", help=messages.HELP_AWARD(), names="award"),
        "organization": option(
            "--organization", metavar="NAME", help=messages.HELP_ORGANIZATION(), names="organization"
        ),
        "district": option("--district", metavar="NAME", help=messages.HELP_DISTRICT(), names="district"),
        "kind": option("--kind", metavar="NAME", help=messages.HELP_KIND(), names="kind"),
        "edition": option("--edition", metavar="N", help=messages.HELP_EDITION(), names="edition"),
        # how it is handed over
        "format_name": option("-f", "--format", metavar=formats, help=messages.HELP_FORMAT()),
        "streamed_format": option("-f", "--format", metavar="csv|tsv|jsonl", help=messages.HELP_STREAMED_FORMAT()),
        "output": option("-o", "--output", metavar="FILE", parser=_path, help=messages.HELP_OUTPUT()),
        "force": option("--force", help=messages.HELP_FORCE()),
        "bom": option("--bom/--no-bom", help=messages.HELP_BOM()),
        "header": option("--header", metavar="en|zh|none", help=messages.HELP_HEADER()),
        "columns": option("-c", "--columns", metavar="NAME,...", help=messages.HELP_COLUMNS()),
        "sort": option("--sort", metavar="[-]NAME", help=messages.HELP_SORT()),
        "limit": option(
            "-n", "--limit", metavar="N", parser=_number(int, messages.BAD_LIMIT), help=messages.HELP_LIMIT()
        ),
        "count_only": option("--count", help=messages.HELP_COUNT()),
        "excel_safe": option("--excel-safe", help=messages.HELP_EXCEL_SAFE()),
    }


def _data() -> Option:
    return option("--data", metavar="FILE", envvar="AWARDCLI_DATA", parser=_path, help=messages.HELP_DATA())


def _number(read: Callable[[str], float], otherwise: messages.Message) -> Callable[[str], float]:
    """How Typer reads a number: as `read` does, or else with our own words for what is wrong."""

    def number(typed: str) -> float:
        try:
            return read(typed)
        except ValueError:
            raise UsageError(otherwise(value=typed)) from None

    return number


def _path(typed: str) -> Path:
    """How Typer reads the name of a file: in a locale that cannot spell it, as the bytes that were typed."""
    try:
        os.fsencode(typed)
    except UnicodeEncodeError:
        return Path(os.fsdecode(typed.encode(errors="surrogatepass")))
    return Path(typed)
