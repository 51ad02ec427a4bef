"""A command as Typer reads it: whole values spread into single options, and parsed options gathered into them."""

import inspect
from collections.abc import Iterator
from functools import wraps
from typing import Annotated, Any

import typer

from awardcli.commands.options import Command, Option, options
from awardcli.errors import ExitCode


def spread(command: Command, *, bare: bool = False) -> Command:
    """The command as Typer reads it: each value it asks for spread into the options of its fields.

    A `bare` command line has arguments alone: the options, which would take Typer a while to read, keep their defaults.
    """
    known = options()
    wanted = inspect.signature(command).parameters
    flat = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=default,
            annotation=Annotated[annotation, _in_typers_words(known[name])],
        )
        for parameter in wanted.values()
        for name, annotation, default in _spread(parameter)
        if not (bare and known[name].flags)
    ]

    @wraps(command)
    def run(**values: Any) -> ExitCode:
        return command(**{name: _gather(parameter, values) for name, parameter in wanted.items()})

    run.__signature__ = inspect.Signature(flat)  # type: ignore[attr-defined] # what inspect.signature reads
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in flat}
    return run


def _in_typers_words(option: Option) -> Any:
    """The option as Typer wants it told."""
    if not option.flags:
        return typer.Argument(metavar=option.metavar, parser=option.parser, help=option.help)
    return typer.Option(
        *option.flags, metavar=option.metavar, parser=option.parser, envvar=option.envvar, help=option.help
    )


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
