"""`awardcli completion`: the script that completes commands, options and names in a shell."""

from pathlib import Path

from awardcli.commands.options import options
from awardcli.errors import ExitCode, bad_choice
from awardcli.output.text import print_lines


def completion(shell: str) -> ExitCode:
    if shell not in (shells := options()["shell"].choices):
        raise bad_choice("SHELL", shell, shells)
    script = Path(__file__).with_name("shells") / f"awardcli.{shell}"
    print_lines(script.read_text(encoding="utf-8").splitlines())
    return ExitCode.ANSWERED
