"""`awardcli completion`: the script that completes commands, options and names in a shell."""

from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.commands.options import argument, one_of
from awardcli.errors import ExitCode
from awardcli.output.terminal import print_lines

SHELLS = ("bash", "zsh", "fish")
"""The shells that have a script; `completion.shells` reads the line of each."""

_SHELL = argument(
    "|".join(SHELLS),
    choices=SHELLS,
    read=one_of("SHELL", SHELLS),
    help=messages.HELP_SHELL,
    missing=messages.MISSING_SHELL,
)


def completion(shell: Annotated[str, _SHELL]) -> ExitCode:
    script = Path(__file__).parents[1] / "completion" / "scripts" / f"awardcli.{shell}"
    print_lines(script.read_text(encoding="utf-8").splitlines())
    return ExitCode.ANSWERED
