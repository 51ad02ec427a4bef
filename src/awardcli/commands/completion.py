"""`awardcli completion`: the script that completes commands, options and names in a shell."""

from pathlib import Path

from awardcli import messages
from awardcli.commands.options import options
from awardcli.errors import ExitCode, UsageError
from awardcli.output.terminal import flush_stdout, write_stdout


def completion(shell: str) -> ExitCode:
    if shell not in (shells := options()["shell"].choices):
        raise UsageError(messages.BAD_CHOICE(option="SHELL", value=shell, choices=", ".join(shells)))
    write_stdout((Path(__file__).with_name("shells") / f"awardcli.{shell}").read_bytes())
    flush_stdout()
    return ExitCode.ANSWERED
