"""`awardcli help`: the overview, the page of a command, the shared options, and the exit codes.

Laid out for Chinese, which Typer cuts.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Annotated

from awardcli import messages
from awardcli.commands import VERBS, Verb, commands_near
from awardcli.commands.options import (
    BEFORE_COMMAND,
    DELIVERY,
    EVERYWHERE,
    FILTERS,
    SOURCE,
    Group,
    Option,
    argument,
    declared,
)
from awardcli.errors import CODES_OF_SIGNALS, ExitCode, UsageError, did_you_mean
from awardcli.output.terminal import height, print_lines, reading_width
from awardcli.output.text_layout import display_width, in_columns, wrapped
from awardcli.vocabulary import metavar

_OPTIONS, _CODES = "options", "codes"
_SHARED = (FILTERS, DELIVERY, SOURCE, Group(messages.EVERYWHERE, EVERYWHERE))
"""The options of many commands: their pages only name these, and `help options` explains them."""
_FIRST_EXAMPLES = ("爱上海", "list-by-category 微电影", "export awards.xlsx")
_INDENT = 2

Topic = Annotated[str | None, argument("[COMMAND]", choices=(*VERBS, _OPTIONS, _CODES), help=messages.HELP_TOPIC)]


def help_(topic: Topic = None) -> ExitCode:
    lines = list(_page(topic))
    if 0 < height() <= len(lines):
        from awardcli.output.pager import paged_output

        with paged_output() as stream:
            stream.writelines(f"{line}\n".encode() for line in lines)
    else:
        print_lines(lines)
    return ExitCode.ANSWERED


def _page(topic: str | None) -> Iterator[str]:
    if topic is None:
        return _overview()
    if topic == _OPTIONS:
        return _shared_options()
    if topic == _CODES:
        return _codes_and_variables()
    if topic in VERBS:
        return _of_verb(VERBS[topic])
    message = messages.NO_SUCH_COMMAND(name=topic) + did_you_mean(commands_near(topic))
    raise UsageError(message, hints=[messages.SEE_HELP(command="awardcli")])


def _overview() -> Iterator[str]:
    """What `awardcli` alone prints; on 80 columns it fits a screen of 22 lines."""
    yield from wrapped(messages.ABOUT_AWARDCLI(), reading_width())
    yield ""
    yield from _examples(_FIRST_EXAMPLES)
    yield ""
    listed = [verb for verb in VERBS.values() if verb.group is not messages.GROUP_HELP]
    room = max(display_width(verb.group()) for verb in listed) + _INDENT
    rows = []
    for group, verbs in groupby(listed, key=lambda verb: verb.group):
        heading = group()
        for verb in verbs:
            rows.append((heading + " " * (room - display_width(heading)) + verb.name, verb.summary()))
            heading = ""
    yield from in_columns(rows, reading_width())
    yield ""
    yield from wrapped(messages.MORE_HELP(), reading_width())


def _of_verb(verb: Verb) -> Iterator[str]:
    """The page of a command: its own options, examples, and the names of the options that it shares."""
    taken = declared(verb.load())
    own = [each for each in taken.values() if isinstance(each, Option)]
    arguments = [option.metavar or "" for option in own if not option.flags]
    usage = f"awardcli {verb.name} {metavar(' '.join([*arguments, '[OPTIONS]']))}"
    yield from wrapped(messages.USAGE_OF(usage=usage), reading_width())
    yield ""
    yield from wrapped(verb.summary(), reading_width())
    shared = []
    groups = []
    for group in (*taken.values(), _SHARED[-1]):
        if isinstance(group, Group) and (known := _shared_in(group)):
            own += [option for option in group.options.values() if option not in known]
            shared.append((group.heading(), "  ".join("/".join(option.spellings) for option in known)))
        elif isinstance(group, Group):
            groups.append(group)
    if own:
        yield ""
        yield from _rows(map(_row, own))
    for group in groups:
        yield from _section(group.heading(), map(_row, group.options.values()))
    yield ""
    yield messages.EXAMPLES()
    yield from _examples(verb.examples)
    if verb.setup:
        yield from _section(messages.SETTING_UP(), verb.setup)
    yield ""
    yield from in_columns(shared, reading_width())
    yield from wrapped(messages.MORE_OPTIONS(), reading_width())


def _shared_in(group: Group) -> list[Option]:
    """The options of a group that `help options` explains."""
    explained = next((shared.options for shared in _SHARED if shared.heading is group.heading), {})
    return [option for name, option in group.options.items() if option == explained.get(name)]


def _shared_options() -> Iterator[str]:
    first, *others = _SHARED
    yield first.heading()
    yield from _rows(map(_row, first.options.values()))
    for group in others:
        yield from _section(group.heading(), map(_row, group.options.values()))


def _codes_and_variables() -> Iterator[str]:
    yield messages.EXIT_CODES()
    yield from _rows(
        [
            (f"{ExitCode.ANSWERED:d}", messages.CODE_ANSWERED()),
            (f"{ExitCode.NOTHING:d}", messages.CODE_NOTHING()),
            (f"{ExitCode.USAGE:d}", messages.CODE_USAGE()),
            (f"{ExitCode.FILE:d}", messages.CODE_FILE()),
            (", ".join(f"{code:d}" for code in sorted(CODES_OF_SIGNALS.values())), messages.CODE_SIGNALS()),
            (f"{ExitCode.BROKEN_PIPE:d}", messages.CODE_BROKEN_PIPE()),
        ]
    )
    yield from _section(
        messages.VARIABLES(),
        [
            ("AWARDCLI_DATA", messages.VARIABLE_DATA()),
            ("AWARDCLI_LANG", messages.VARIABLE_LANG()),
            ("NO_COLOR, FORCE_COLOR", messages.VARIABLE_COLOR()),
            ("AWARDCLI_PAGER, PAGER", messages.VARIABLE_PAGER()),
            ("AWARDCLI_DEBUG", messages.VARIABLE_DEBUG()),
        ],
    )
    yield from _section(messages.BEFORE_COMMAND(), map(_row, BEFORE_COMMAND.values()))


def _examples(examples: Iterable[str]) -> Iterator[str]:
    yield from (f"{' ' * _INDENT}awardcli {example}" for example in examples)


def _section(heading: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield ""
    yield heading
    yield from _rows(rows)


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield from in_columns(rows, reading_width() - _INDENT, indent=_INDENT)


def _row(option: Option) -> tuple[str, str]:
    """The spelling of an option or argument, and its help."""
    return " ".join(filter(None, (", ".join(option.spellings), metavar(option.metavar or "")))), option.help()
