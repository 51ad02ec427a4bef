"""`awardcli completion`: the script that completes commands, options and names in a shell."""

from pathlib import Path

from awardcli import messages
from awardcli.commands.options import options
from awardcli.errors import ExitCode, UsageError
from awardcli.output.text import print_lines


def completion(shell: str) -> ExitCode:
    if shell not in (shells := options()["shell"].choices):
        raise UsageError(messages.BAD_CHOICE(option="SHELL", value=shell, choices=", ".join(shells)))
    script = Path(__file__).with_name("shells") / f"awardcli.{shell}"
    print_lines(script.read_text(encoding="utf-8").splitlines())
    return ExitCode.ANSWERED
