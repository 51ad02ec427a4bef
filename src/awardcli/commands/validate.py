"""`awardcli validate`: check a list before using it."""

from pathlib import Path
from typing import Annotated

from awardcli import messages
from awardcli.collection.loading import check
from awardcli.commands.options import READING, Source, argument, path
from awardcli.errors import ExitCode, InvalidDataError
from awardcli.output.sanitize import shortened
from awardcli.output.text import print_lines

_LONGEST = 1000
"""Characters of a problem to print: it may quote a value as long as the file."""


File = Annotated[Path, argument("FILE", read=path, help=messages.HELP_FILE, missing=messages.MISSING_FILE)]


def validate(file: File, reading: Annotated[Source, READING]) -> ExitCode:
    checked = check(file, reading.read_as())
    if checked.problem_count:
        print_lines(shortened(problem, _LONGEST) for problem in checked.problems)
        shown = len(checked.problems)
        raise InvalidDataError(messages.PROBLEMS(path=file, count=checked.problem_count, shown=shown))
    collection = checked.collection
    assert collection is not None
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
