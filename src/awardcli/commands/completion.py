"""`awardcli completion`: the script that completes commands, options and names in a shell."""

from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.commands.options import argument
from awardcli.errors import ExitCode, bad_choice
from awardcli.output.terminal import print_lines

_SHELLS = ("bash", "zsh", "fish")

Shell = Annotated[
    str, argument("|".join(_SHELLS), choices=_SHELLS, help=messages.HELP_SHELL, missing=messages.MISSING_SHELL)
]


def completion(shell: Shell) -> ExitCode:
    if shell not in _SHELLS:
        raise bad_choice("SHELL", shell, _SHELLS)
    script = Path(__file__).parents[1] / "completion" / "scripts" / f"awardcli.{shell}"
    print_lines(script.read_text(encoding="utf-8").splitlines())
    return ExitCode.ANSWERED
