"""The Typer app: assembles the command that was asked for, and turns every failure into a message and an exit code."""

import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import Any, NoReturn, cast

import typer

from awardcli import __version__, messages
from awardcli.commands import VERBS, Verb
from awardcli.errors import AwardcliError, ExitCode, UsageError, bad_choice, near
from awardcli.output import terminal

_HELP = ("-h", "--help")
_VERSION = ("-V", "--version")
_EVERYWHERE = (*_HELP, *_VERSION, "--data", "--lang", "--color")
_COLORS = ("auto", "always", "never")
_LANGUAGES = ("zh", "en")


_ENDINGS = {
    getattr(signal, name): code
    for name, code in {
        "SIGINT": ExitCode.INTERRUPTED,
        "SIGTERM": ExitCode.TERMINATED,
        "SIGHUP": ExitCode.HANGUP,
    }.items()
    if hasattr(signal, name)  # Windows has no SIGHUP
}
_MOMENT = 0.001
_IMPATIENCE = 1.0
"""Seconds in which whoever ends us again means the same: they do not disturb the cleaning up."""
_ended_at = [-_IMPATIENCE]
_heard: list[ExitCode] = []
"""The codes of the signals that asked awardcli to end."""


class Ended(BaseException):
    """A signal asked awardcli to end; whatever is open cleans up on the way out."""

    def __init__(self, code: ExitCode) -> None:
        self.code = code


def main() -> NoReturn:
    """Answer the command line and exit."""
    try:
        _catch_signals()
        code = run(sys.argv[1:])
        _let_signals_end_us()
    except Ended as ended:  # after the answer
        code = ended.code
    sys.exit(int(code))


def run(arguments: Sequence[str]) -> ExitCode:
    """Answer one command line; gives the exit code, having said on standard error what went wrong."""
    try:
        code = _answer(list(arguments))
        if sys.stdout is not None:
            terminal.flush_stdout()
    except AwardcliError as error:
        code = _heard[-1] if _heard and _is_interrupted(error) else _fail(error)
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except Ended as ended:
        code = ended.code
    except BrokenPipeError:
        code = ExitCode.BROKEN_PIPE
    except Exception as error:
        if os.environ.get("AWARDCLI_DEBUG") == "1":
            _show_where()
        code = _fail(AwardcliError(messages.INTERNAL(error=f"{type(error).__name__}: {error}")))
    _abandon_what_cannot_be_written()
    return code


def _is_interrupted(error: AwardcliError) -> bool:
    """Whether SQLite broke off: it lets no exception out of what it calls meanwhile, so that is where a signal ends."""
    return getattr(error.__cause__, "sqlite_errorname", None) == "SQLITE_INTERRUPT"


def _answer(arguments: list[str]) -> ExitCode:
    arguments = _settle([_readable(argument) for argument in arguments])
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    if not arguments or arguments[0] in _HELP:
        return _print_help()
    if arguments[0] in _VERSION:
        return _print([f"awardcli {__version__}"])
    verb = _verb(arguments[0])
    if any(option in _HELP for option in options):
        from awardcli.cli.help import of_verb

        return _print(of_verb(verb))
    from awardcli.commands.spreading import spread

    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    bare = not any(argument.startswith("-") for argument in arguments) and "AWARDCLI_DATA" not in os.environ
    app.command(verb.name, add_help_option=False)(spread(verb.load(), bare=bare))
    command = typer.main.get_command(app)
    try:
        context = command.make_context(verb.name, arguments[1:], allow_extra_args=True)
    except typer.TyperException as error:
        raise _worded(error, command) from error
    if context.args:
        raise UsageError(messages.TOO_MANY(name=context.args[0]), hints=[messages.QUOTE_IT()])
    with context:
        return cast(ExitCode, command.invoke(context))


def _settle(arguments: list[str]) -> list[str]:
    """The arguments without `--lang` and `--color`, which are settled here, a leading `--data` put behind the verb.

    Settled before the app is built, so that its help follows the language.
    """
    messages.settle(messages.language_of_system())
    end = arguments.index("--") if "--" in arguments else len(arguments)
    asked, rest = _taken({"--lang": _LANGUAGES, "--color": _COLORS}, arguments[:end])
    if "--lang" in asked:
        messages.settle("zh" if asked["--lang"] == "zh" else "en")
    terminal.color_asked = cast(Any, asked.get("--color", "auto"))
    leading = 2 if rest[:1] == ["--data"] else 1 if rest and rest[0].startswith("--data=") else 0
    return rest[leading : leading + 1] + rest[:leading] + rest[leading + 1 :] + arguments[end:]


def _taken(choices: dict[str, tuple[str, ...]], arguments: list[str]) -> tuple[dict[str, str], list[str]]:
    """The values of the options named, and the arguments without them; raises UsageError for any other value."""
    values: dict[str, str] = {}
    rest: list[str] = []
    left = iter(arguments)
    for argument in left:
        name, equals, value = argument.partition("=")
        if name not in choices:
            rest.append(argument)
            continue
        chosen = value if equals else next(left, None)
        if chosen is None:
            raise UsageError(messages.MISSING_VALUE(name=name))
        if chosen not in choices[name]:
            raise bad_choice(name, chosen, choices[name])
        values[name] = chosen
    return values, rest


def _readable(argument: str) -> str:
    """The argument as UTF-8 text, also in a locale that knows none; what is no UTF-8 stays as it is."""
    try:
        return os.fsencode(argument).decode()
    except UnicodeError:
        return argument


def _verb(name: str) -> Verb:
    if name in VERBS:
        return VERBS[name]
    if not name.startswith("-"):
        message = messages.NO_SUCH_COMMAND(name=name) + near(name, VERBS)
    elif name.partition("=")[0] == "--data":
        message = messages.MISSING_ARGUMENT(name="COMMAND")
    else:
        message = messages.NO_SUCH_OPTION(name=name) + near(name, _EVERYWHERE)
    raise UsageError(message, hints=[messages.SEE_HELP(command="awardcli")])


def _worded(error: typer.TyperException, command: Any) -> UsageError:
    """Typer's usage error in our words: what is wrong, and where the right use stands."""
    told = cast(Any, error)  # Typer names none of its usage errors in public, nor what they know
    match type(error).__name__:
        case "NoSuchOption":
            known = [flag for parameter in command.params for flag in parameter.opts]
            message = messages.NO_SUCH_OPTION(name=told.option_name) + near(told.option_name, [*known, *_EVERYWHERE])
        case "MissingParameter":
            is_query = told.param.name == "query"
            message = messages.MISSING_QUERY() if is_query else messages.MISSING_ARGUMENT(name=told.param.metavar)
        case _:  # BadOptionUsage; values are read by ourselves
            taken = messages.MISSING_VALUE if "requires" in str(error) else messages.NO_VALUE_TAKEN
            message = taken(name=told.option_name)
    return UsageError(message, hints=[messages.SEE_HELP(command=f"awardcli {command.name}")])


def _print_help() -> ExitCode:
    from awardcli.cli.help import overview

    return _print(overview())


def _print(lines: Any) -> ExitCode:
    from awardcli.output.text import print_lines

    print_lines(lines)
    return ExitCode.ANSWERED


def _fail(error: AwardcliError) -> ExitCode:
    terminal.note(messages.FAILED(message=error.message))
    for hint in error.hints:
        terminal.note(hint)
    return error.code


def _show_where() -> None:
    """The traceback of the failure being handled, line by line: it may quote a file, so it is cleaned as all else."""
    from traceback import format_exc

    for line in format_exc().rstrip("\n").split("\n"):
        terminal.note(line)


def _abandon_what_cannot_be_written() -> None:
    """Let the interpreter end quietly: what a full or closed stream did not take goes nowhere."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _catch_signals() -> None:
    """Turn the signals that end us into exceptions, so that files are cleaned up; an ignored one stays ignored."""
    for number, code in _ENDINGS.items():
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _ender(code))


def _let_signals_end_us() -> None:
    """Take a signal from now on as any process does: there is nothing left to clean up, and nobody to tell of it."""
    for number in _ENDINGS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


def _ender(code: ExitCode) -> Any:
    def end(number: int, frame: FrameType | None) -> None:
        if frame and frame.f_code.co_filename.startswith("<frozen importlib") and hasattr(signal, "setitimer"):
            # Not all of the machinery of imports lets an exception out: the same again in a moment.
            signal.signal(signal.SIGALRM, end)
            signal.setitimer(signal.ITIMER_REAL, _MOMENT)
        elif _ended_at[-1] + _IMPATIENCE < time.monotonic():
            _ended_at.append(time.monotonic())
            _heard.append(code)
            raise Ended(code)

    return end
