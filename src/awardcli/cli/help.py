"""The help: of awardcli as a whole, and of one command."""

from collections.abc import Iterable, Iterator

from awardcli import messages
from awardcli.commands import VERBS, Verb
from awardcli.commands.options import Option, before_a_command, everywhere, options_of
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
    yield from _section(messages.EVERYWHERE(), map(_row, before_a_command()))
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


def of_verb(verb: Verb) -> Iterator[str]:
    """The lines of a command's help."""
    known = options_of(verb.load()).values()
    arguments = [option for option in known if not option.flags]
    usage = " ".join(["awardcli", verb.name, *(option.metavar or "" for option in arguments), "[OPTIONS]"])
    yield from wrapped(messages.USAGE_OF(usage=usage), reading_width())
    yield ""
    yield from wrapped(verb.summary(), reading_width())
    yield ""
    yield from _examples(verb.examples)
    if verb.setting_up:
        yield from _section(messages.SETTING_UP(), verb.setting_up)
    if arguments:
        yield from _section(messages.ARGUMENTS(), map(_row, arguments))
    if len(arguments) < len(known):
        yield from _section(messages.OPTIONS(), [_row(option) for option in known if option.flags])
    yield from _section(messages.EVERYWHERE(), map(_row, everywhere()))
    yield from _exit_codes()


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


def _section(heading: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield ""
    yield heading
    yield from in_columns(rows, reading_width() - _INDENT, indent=_INDENT)


def _row(option: Option) -> tuple[str, str]:
    """How an option or argument is typed, and what it is for."""
    return " ".join(filter(None, (", ".join(option.spellings), option.metavar))), option.help
