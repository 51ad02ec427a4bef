"""Every option and argument there is, by the name that the commands and the rooms call its value.

A command asks for whole values (`filters: Filters`, `delivery: Delivery`); `spread` turns each into the single options
that Typer wants, and the parsed options back into the value.
"""

import inspect
import os
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.models import OptionInfo

from awardcli import messages
from awardcli.errors import ExitCode, UsageError
from awardcli.output.formats import FORMATS

Command = Callable[..., ExitCode]


def _options() -> dict[str, Any]:
    formats = "|".join(FORMATS)
    return {
        # what is asked
        "query": typer.Argument(metavar="QUERY...", help=messages.HELP_QUERY()),
        "named_category": typer.Argument(metavar="[CATEGORY]", help=messages.HELP_NAMED_CATEGORY()),
        "named_organization": typer.Argument(metavar="[ORGANIZATION]...", help=messages.HELP_NAMED_ORGANIZATION()),
        "result_id": typer.Argument(metavar="ID", help=messages.HELP_ID()),
        "file": typer.Argument(metavar="FILE", parser=_path, help=messages.HELP_FILE()),
        "export_to": typer.Argument(metavar="FILE", parser=_path, help=messages.HELP_EXPORT_TO()),
        "files": typer.Argument(metavar="FILE...", parser=_path, help=messages.HELP_FILES()),
        # how files are imported
        "collection_to": typer.Option(
            "-o", "--output", metavar="COLLECTION", parser=_path, help=messages.HELP_COLLECTION()
        ),
        "append": typer.Option("--append", help=messages.HELP_APPEND()),
        "column": typer.Option("--column", metavar="NAME=HEADING", help=messages.HELP_COLUMN()),
        "encoding": typer.Option("--encoding", metavar="NAME", help=messages.HELP_ENCODING()),
        "rejects": typer.Option("--rejects", metavar="FILE", parser=_path, help=messages.HELP_REJECTS()),
        "match_file": typer.Argument(metavar="FILE", parser=_path, help=messages.HELP_MATCH_FILE()),
        # how it is searched
        "within": typer.Option("--in", metavar="title|organization|any", help=messages.HELP_IN()),
        "exact": typer.Option("--exact", help=messages.HELP_EXACT()),
        "explain": typer.Option("--explain", help=messages.HELP_EXPLAIN()),
        "min_score": typer.Option(
            "--min-score", metavar="0-100", parser=_number(float, messages.BAD_SCORE), help=messages.HELP_MIN_SCORE()
        ),
        "field": typer.Option("--field", metavar="title|organization", help=messages.HELP_FIELD()),
        "named_column": typer.Option("--column", metavar="NAME", help=messages.HELP_LINE_COLUMN()),
        "jobs": typer.Option("--jobs", metavar="N", parser=_number(int, messages.BAD_JOBS), help=messages.HELP_JOBS()),
        # which results
        "data": typer.Option("--data", metavar="FILE", envvar="AWARDCLI_DATA", parser=_path, help=messages.HELP_DATA()),
        "category": typer.Option("--category", metavar="NAME", help=messages.HELP_CATEGORY()),
        "award": typer.Option("--award", metavar="NAME", help=messages.HELP_AWARD()),
        "organization": typer.Option("--organization", metavar="NAME", help=messages.HELP_ORGANIZATION()),
        "district": typer.Option("--district", metavar="NAME", help=messages.HELP_DISTRICT()),
        "kind": typer.Option("--kind", metavar="NAME", help=messages.HELP_KIND()),
        "edition": typer.Option("--edition", metavar="N", help=messages.HELP_EDITION()),
        # how it is handed over
        "format_name": typer.Option("-f", "--format", metavar=formats, help=messages.HELP_FORMAT()),
        "streamed_format": typer.Option(
            "-f", "--format", metavar="csv|tsv|jsonl", help=messages.HELP_STREAMED_FORMAT()
        ),
        "output": typer.Option("-o", "--output", metavar="FILE", parser=_path, help=messages.HELP_OUTPUT()),
        "force": typer.Option("--force", help=messages.HELP_FORCE()),
        "bom": typer.Option("--bom/--no-bom", help=messages.HELP_BOM()),
        "header": typer.Option("--header", metavar="en|zh|none", help=messages.HELP_HEADER()),
        "columns": typer.Option("-c", "--columns", metavar="NAME,...", help=messages.HELP_COLUMNS()),
        "sort": typer.Option("--sort", metavar="[-]NAME", help=messages.HELP_SORT()),
        "limit": typer.Option(
            "-n", "--limit", metavar="N", parser=_number(int, messages.BAD_LIMIT), help=messages.HELP_LIMIT()
        ),
        "count_only": typer.Option("--count", help=messages.HELP_COUNT()),
        "excel_safe": typer.Option("--excel-safe", help=messages.HELP_EXCEL_SAFE()),
    }


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


def spread(command: Command, *, bare: bool = False) -> Command:
    """The command as Typer reads it: each value it asks for spread into the options of its fields.

    A `bare` command line has arguments alone: the options, which would take Typer a while to read, keep their defaults.
    """
    options = _options()
    wanted = inspect.signature(command).parameters
    flat = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[annotation, options[name]]
        )
        for parameter in wanted.values()
        for name, annotation, default in _spread(parameter)
        if not (bare and isinstance(options[name], OptionInfo))
    ]

    @wraps(command)
    def run(**values: Any) -> ExitCode:
        return command(**{name: _gather(parameter, values) for name, parameter in wanted.items()})

    run.__signature__ = inspect.Signature(flat)  # type: ignore[attr-defined] # what inspect.signature reads
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in flat}
    return run


def _spread(parameter: inspect.Parameter) -> Iterator[tuple[str, Any, Any]]:
    if group := _group(parameter):
        hints = group.__annotations__
        yield from ((name, hints[name], group._field_defaults[name]) for name in group._fields)
    else:
        yield parameter.name, parameter.annotation, parameter.default


def _gather(parameter: inspect.Parameter, values: dict[str, Any]) -> Any:
    if group := _group(parameter):
        return group(**{name: values[name] for name in group._fields if name in values})
    return values.get(parameter.name, parameter.default)


def _group(parameter: inspect.Parameter) -> Any:
    """The named tuple that the parameter asks for, or None where it asks for a single option's value."""
    return parameter.annotation if hasattr(parameter.annotation, "_fields") else None
