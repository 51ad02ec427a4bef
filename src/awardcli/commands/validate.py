"""`awardcli validate`: check a list before using it."""

from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.collection import read_collection
from awardcli.commands.options import argument, path
from awardcli.errors import ExitCode, InvalidDataError
from awardcli.output.sanitize import shortened
from awardcli.output.text import print_lines

_LONGEST = 1000
"""Characters of a problem to print: it may quote a value as long as the file."""


File = Annotated[Path, argument("FILE", read=path, help=messages.HELP_FILE, missing=messages.MISSING_FILE)]


def validate(file: File) -> ExitCode:
    collection, problems = read_collection(file, thorough=True)
    if collection is None:
        print_lines(shortened(problem, _LONGEST) for problem in problems.first)
        raise InvalidDataError(messages.PROBLEMS(path=file, count=problems.count, shown=len(problems.first)))
    print_lines(
        [
            messages.VALID(
                path=file,
                results=len(collection),
                categories=len(collection.categories),
                organizations=len(collection.organizations),
            )
        ]
    )
    return ExitCode.ANSWERED
