"""The Typer app: builds the command that was typed, and turns every failure into a message and an exit code."""

import errno
import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from awardcli import __version__, messages
from awardcli.cli.signals import Ended, catch_signals, interrupted_by, release_signals
from awardcli.commands import SYNONYMS, VERBS, Verb, commands_near
from awardcli.commands.options import (
    BEFORE_COMMAND,
    EVERYWHERE,
    LANGUAGES,
    Group,
    Option,
    declared,
    options_of,
    remember_list,
)
from awardcli.errors import AwardcliError, ExitCode, UsageError, close_names, did_you_mean
from awardcli.messages import quoted
from awardcli.output import terminal


def main() -> NoReturn:
    """Answer the command line and exit."""
    # Errors while an object is destroyed are of no interest, such as an archive that a signal left half written.
    sys.unraisablehook = lambda _: None
    try:
        catch_signals()
        code = run(sys.argv[1:])
        release_signals()
    except Ended as ended:  # after the answer
        code = ended.code
    gc.freeze()  # so that the interpreter does not look through every object once more before it ends
    sys.exit(int(code))


def run(arguments: Sequence[str]) -> ExitCode:
    """Answer one command line and return the exit code; errors are reported on standard error."""
    is_debugged = os.environ.get("AWARDCLI_DEBUG") == "1"
    try:
        code = _answer([_readable(argument) for argument in arguments])
        if sys.stdout is not None:
            terminal.flush_stdout()
    except AwardcliError as error:
        code = interrupted_by(error) or _report(error)
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except Ended as ended:
        code = ended.code
    except BrokenPipeError:
        code = ExitCode.BROKEN_PIPE
    except Exception as error:
        if is_debugged:
            _report_traceback()
        elif isinstance(error, _OF_NO_MEMORY):  # before all else: what was being worked on is let go
            error.__traceback__ = error.__cause__ = error.__context__ = None
        code = _report(AwardcliError(_unexpected(error)))
    _discard_unwritten()
    return code


def _answer(arguments: list[str]) -> ExitCode:
    messages.settle(_language(arguments))
    remember_list({})
    terminal.color_asked, terminal.quiet, terminal.paging = "auto", False, True
    group = _Verbs(params=[_parameter(name, option) for name, option in BEFORE_COMMAND.items()], add_help_option=False)
    try:
        with group.make_context("awardcli", arguments or ["help"]) as context:
            return cast(ExitCode, group.invoke(context))
    except typer.Exit:  # after --help or --version
        return ExitCode.ANSWERED


class _Verbs(TyperGroup):
    """All commands by name; each is imported and built when it is typed."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except typer.TyperException as error:
            raise _usage_error(error, None, BEFORE_COMMAND.values()) from error

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except typer.TyperException as error:  # options, but no command
            if ctx.params["data"] is None:
                return VERBS["help"].load()()
            raise UsageError(messages.MISSING_COMMAND(), hints=[_see_help()]) from error

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str, TyperCommand, list[str]]:
        """The command and its arguments; words that name no command are a search."""
        name, *rest = args
        if name not in VERBS:
            remember_list(ctx.params)
            _require_no_command_near(args)
            _require_no_file(name)
            name, rest = "search", args
        # --data may also precede the command.
        data = ["--data", ctx.params["data"]] if ctx.params["data"] is not None else []
        return name, _Command(VERBS[name]), [*data, *rest]


class _Command(TyperCommand):
    """A command with the options that its function declares."""

    def __init__(self, verb: Verb) -> None:
        self.function = verb.load()
        self.options = {**options_of(self.function), **EVERYWHERE}
        super().__init__(
            verb.name,
            params=[_parameter(name, option) for name, option in self.options.items()],
            callback=self._call,
            add_help_option=False,
            context_settings={"allow_extra_args": True},
        )

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            rest = super().parse_args(ctx, args)
        except typer.TyperException as error:
            raise _usage_error(error, self.name, self.options.values()) from error
        remember_list(ctx.params)
        if rest:
            raise self._too_many(rest)
        return rest

    def _too_many(self, words: Sequence[str]) -> UsageError:
        """The error for arguments that the command does not take; perhaps a search was meant."""
        if any(not option.flags for option in self.options.values()):
            return UsageError(messages.TOO_MANY(name=words[0]), hints=[messages.QUOTE_IT()])
        search = messages.SEARCH_INSTEAD(query=" ".join(map(quoted, words)))
        message = messages.TAKES_NO_ARGUMENT(command=self.name, name=words[0])
        return UsageError(message, hints=[search, _see_help(self.name)])

    def _call(self, **typed: Any) -> ExitCode:
        """Call the function with what was typed; all else keeps its default."""
        given = {name: value for name, value in typed.items() if value is not None and value != ()}
        values: dict[str, Any] = {}
        for name, taken in declared(self.function).items():
            if isinstance(taken, Group):
                group = self.function.__annotations__[name].__origin__
                values[name] = group(**{each: given[each] for each in taken.options if each in given})
            elif name in given:
                values[name] = given[name]
            elif taken.missing:
                raise UsageError(taken.missing(), hints=[_see_help(self.name)])
        return self.function(**values)


def _parameter(name: str, option: Option) -> TyperArgument | TyperOption:
    """A declared option or argument as Typer's."""
    if not option.flags:
        many = option.metavar is not None and "..." in option.metavar
        return TyperArgument(param_decls=[name], type=option.read, nargs=-1 if many else 1)
    action = _ACTIONS.get(name)
    is_single = bool(option.metavar and not (option.repeated or action))
    return TyperOption(
        param_decls=[name, *option.flags],
        type=option.read if option.metavar else None,
        is_flag=not option.metavar,
        multiple=option.repeated or is_single,
        callback=_only_value(option) if is_single else action,
        expose_value=action is None,
        is_eager=action is not None,
    )


def _only_value(option: Option) -> Callable[..., Any]:
    """A function that takes the value of an option that may be given once, or else that of its environment variable.

    It raises UsageError where the option is given twice.
    """

    def value(ctx: Any, parameter: Any, values: Sequence[Any] | None) -> Any:
        if values and len(values) > 1:
            raise UsageError(messages.GIVEN_TWICE(name=option.spellings[-1]))
        if values:
            return values[0]
        typed = os.environ.get(option.envvar) if option.envvar else None
        return option.read(typed) if typed else None

    return value


def _set_color(ctx: Any, parameter: object, value: Any) -> None:
    terminal.color_asked = value or terminal.color_asked


def _set_quiet(ctx: Any, parameter: object, value: bool | None) -> None:
    terminal.quiet |= bool(value)


def _set_paging(ctx: Any, parameter: object, value: bool | None) -> None:
    terminal.paging &= not value


def _show_help(ctx: Any, parameter: object, value: bool | None) -> None:
    if value:
        from awardcli.commands.help_ import help_

        help_(ctx.info_name if ctx.parent else None)
        raise typer.Exit


def _show_version(ctx: Any, parameter: object, value: bool | None) -> None:
    if value:
        terminal.print_lines([f"awardcli {__version__}"])
        raise typer.Exit


def _do_nothing(*_: object) -> None:
    """`--lang` has been read before the options are parsed."""


_ACTIONS: dict[str, Callable[..., None]] = {
    "lang": _do_nothing,
    "color": _set_color,
    "quiet": _set_quiet,
    "no_pager": _set_paging,
    "help": _show_help,
    "version": _show_version,
}
"""The actions of the options that are not parameters of a command."""


def _language(arguments: Sequence[str]) -> messages.Language:
    """The language of `--lang` wherever it is typed, else of the environment; needed before any error can be worded."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    language = messages.language_of_system()
    for option, following in pairwise([*options, ""]):
        name, equals, value = option.partition("=")
        if name == "--lang" and (typed := value if equals else following) in LANGUAGES:
            language = cast(messages.Language, typed)
    return language


def _readable(argument: str) -> str:
    """The argument decoded from UTF-8 whatever the locale; one that is not UTF-8 is left alone."""
    try:
        return os.fsencode(argument).decode()
    except UnicodeError:
        return argument


def _require_no_command_near(words: Sequence[str]) -> None:
    """Raise UsageError where the first word is nearly a command, and so hardly a title."""
    if meant := commands_near(words[0]):
        message = messages.NO_SUCH_COMMAND(name=words[0]) + did_you_mean(meant)
        instead = messages.SEARCH_INSTEAD(query=" ".join(map(quoted, words)))
        raise UsageError(message, hints=[] if words[0] in SYNONYMS else [instead])


def _require_no_file(name: str) -> None:
    """Raise UsageError where the first word is a file with a suffix, and so hardly a title."""
    if Path(name).suffix and os.path.isfile(name):  # noqa: PTH113 # Path.is_file() raises for a name too long
        path = quoted(name)
        hints = [messages.SEARCH_FILE(path=path), messages.MATCH_FILE(path=path)]
        raise UsageError(messages.IS_A_FILE(name=name), hints=hints)


def _usage_error(error: typer.TyperException, command: str | None, options: Iterable[Option]) -> UsageError:
    """Typer's usage error in our words; `command` is None for options before any command.

    Our own functions read all values, so Typer's errors are about options only: an unknown one, a missing value, or a
    value for an option that takes none.
    """
    name = cast(Any, error).option_name
    known = {spelling: option for option in options for spelling in option.spellings}
    if name not in known:
        unknown = messages.NOT_AN_OPTION_OF if command else messages.NO_SUCH_OPTION
        message = unknown(command=command, name=name) + did_you_mean(close_names(name, known, most=1))
    elif known[name].metavar:
        message = messages.MISSING_VALUE(name=name)
    else:
        message = messages.NO_VALUE_TAKEN(name=name)
    return UsageError(message, hints=[_see_help(command)])


def _see_help(command: str | None = None) -> str:
    return messages.SEE_HELP(command=f"awardcli {command}" if command else "awardcli")


def _report(error: AwardcliError) -> ExitCode:
    terminal.report(messages.FAILED(message=error.message))
    for hint in error.hints:
        terminal.report(hint)
    return error.code


_OF_NO_MEMORY = (MemoryError, SystemError)
"""The errors where memory is short: functions in C may then fail without an exception, which is a SystemError."""


def _unexpected(error: Exception) -> str:
    """The message for an unforeseen error: the system lacks a resource, or there is a bug."""
    if isinstance(error, _OF_NO_MEMORY) or "failed to map segment" in str(error):  # the latter of a library
        return messages.NO_MEMORY()
    if isinstance(error, OSError) and error.errno in (errno.ENOMEM, errno.EMFILE, errno.ENFILE, errno.EAGAIN):
        return messages.reason(error)
    return messages.INTERNAL(error=f"{type(error).__name__}: {error}")


def _report_traceback() -> None:
    """Report the current traceback line by line, each sanitized, since it may quote a file."""
    from traceback import format_exc

    for line in format_exc().rstrip("\n").split("\n"):
        terminal.report(line)


def _discard_unwritten() -> None:
    """Discard what a full or closed stream did not accept, so that the interpreter ends quietly."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
