"""The help: of awardcli as a whole, and of one command."""

from collections.abc import Iterator

from awardcli import messages
from awardcli.commands import VERBS, Verb
from awardcli.errors import ExitCode
from awardcli.output.text import in_columns, reading_width, wrapped

_FIRST_EXAMPLES = ("search 爱上海", "list-by-category 微电影", "export awards.csv")
_INDENT = 2


def overview() -> Iterator[str]:
    """The lines of `awardcli --help`."""
    yield from _examples(_FIRST_EXAMPLES)
    yield ""
    yield from wrapped(messages.ABOUT_AWARDCLI(), reading_width())
    yield from _section(messages.USAGE(), [("awardcli COMMAND ...", messages.SEE_HELP(command="awardcli COMMAND"))])
    yield from _section(messages.COMMANDS(), [(verb.name, verb.summary()) for verb in VERBS.values()])
    everywhere = [("--data FILE", messages.HELP_DATA()), *_everywhere(), ("-V, --version", messages.HELP_VERSION())]
    yield from _section(messages.EVERYWHERE(), everywhere)
    yield from _section(
        messages.VARIABLES(),
        [
            ("AWARDCLI_DATA", messages.VARIABLE_DATA()),
            ("AWARDCLI_LANG", messages.VARIABLE_LANG()),
            ("NO_COLOR, FORCE_COLOR", messages.VARIABLE_COLOR()),
            ("AWARDCLI_DEBUG", messages.VARIABLE_DEBUG()),
        ],
    )
    yield from _exit_codes()


def of_verb(verb: Verb, parameters: list[object]) -> Iterator[str]:
    """The lines of a command's help, from the parameters that Typer made of its signature."""
    arguments = [p for p in parameters if getattr(p, "param_type_name", "") == "argument"]
    options = [p for p in parameters if getattr(p, "param_type_name", "") == "option"]
    usage = " ".join(["awardcli", verb.name, *(str(getattr(p, "metavar", "")) for p in arguments), "[OPTIONS]"])
    yield from wrapped(f"{messages.USAGE()} {usage}", reading_width())
    yield ""
    yield verb.summary()
    yield ""
    yield from _examples(verb.examples)
    if arguments:
        yield from _section(messages.ARGUMENTS(), [(str(getattr(p, "metavar", "")), _help(p)) for p in arguments])
    if options:
        yield from _section(messages.OPTIONS(), [(_flags(p), _help(p)) for p in options])
    yield from _section(messages.EVERYWHERE(), _everywhere())
    yield from _exit_codes()


def _everywhere() -> list[tuple[str, str]]:
    return [
        ("--lang en|zh", messages.HELP_LANG()),
        ("--color auto|always|never", messages.HELP_COLOR()),
        ("-h, --help", messages.HELP_HELP()),
    ]


def _examples(examples: tuple[str, ...]) -> Iterator[str]:
    yield messages.EXAMPLES()
    yield from (f"{' ' * _INDENT}awardcli {example}" for example in examples)


def _exit_codes() -> Iterator[str]:
    signals = (ExitCode.HANGUP, ExitCode.INTERRUPTED, ExitCode.TERMINATED)
    yield from _section(
        messages.EXIT_CODES(),
        [
            (f"{ExitCode.ANSWERED:d}", messages.CODE_ANSWERED()),
            (f"{ExitCode.NOTHING:d}", messages.CODE_NOTHING()),
            (f"{ExitCode.USAGE:d}", messages.CODE_USAGE()),
            (f"{ExitCode.FILE:d}", messages.CODE_FILE()),
            (", ".join(f"{code:d}" for code in signals), messages.CODE_SIGNALS()),
            (f"{ExitCode.BROKEN_PIPE:d}", messages.CODE_BROKEN_PIPE()),
        ],
    )


def _section(heading: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    yield ""
    yield heading
    yield from in_columns(rows, reading_width() - _INDENT, indent=_INDENT)


def _help(parameter: object) -> str:
    return str(getattr(parameter, "help", "") or "")


def _flags(parameter: object) -> str:
    flags = ", ".join([*getattr(parameter, "opts", ()), *getattr(parameter, "secondary_opts", ())])
    metavar = getattr(parameter, "metavar", None)
    return f"{flags} {metavar}" if metavar else flags
