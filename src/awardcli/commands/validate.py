"""`awardcli validate`: how a list is read, with its doubtful parts."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from awardcli import messages, vocabulary
from awardcli.collection import Collection
from awardcli.collection.loading import check
from awardcli.commands.options import READING, Source, argument, option, path
from awardcli.errors import ExitCode, InvalidDataError
from awardcli.output.sanitize import safe_text, shortened
from awardcli.output.terminal import print_lines, prose, reading_width
from awardcli.output.text_layout import in_columns

if TYPE_CHECKING:
    from awardcli.collection.user_file.reading_report import Reading, SetAside

_SHOWN = 20
"""Rows of each kind that are listed: enough to see the pattern."""
_LONGEST = 1000
"""Characters of a problem to print: it may quote a value as long as the file."""

File = Annotated[Path, argument("FILE", read=path, help=messages.HELP_FILE, missing=messages.MISSING_FILE)]
AsJson = Annotated[str | None, option("-f", "--format", choices=("json",), help=messages.HELP_VALIDATE_FORMAT)]


def validate(file: File, reading: Annotated[Source, READING], format_name: AsJson = None) -> ExitCode:
    try:
        found, collection = check(file, reading.read_as())
    except InvalidDataError as error:
        broken = getattr(error, "reading", None)
        if format_name:
            _print_json(broken, results=0, valid=False, more=(error.message, *error.hints))
        elif broken:
            print_lines(_lines_of(broken))
        raise
    valid = not found.refused_count
    if format_name:
        _print_json(found, results=len(collection or ()), valid=valid)
    else:
        verdict = prose(_verdict(file, collection)) if valid and collection is not None else ()
        print_lines([*verdict, *_lines_of(found)])
    if not valid:
        shown = min(found.refused_count, _SHOWN)
        raise InvalidDataError(messages.PROBLEMS(path=file, count=found.refused_count, shown=shown))
    return ExitCode.ANSWERED


def _verdict(file: Path, collection: Collection) -> str:
    counts = [messages.RESULTS_COUNTED(count=len(collection))]
    if collection.categories:
        counts.append(messages.CATEGORIES_COUNTED(count=len(collection.categories)))
    if collection.organizations:
        counts.append(messages.ORGANIZATIONS_COUNTED(count=len(collection.organizations)))
    return messages.VALID(path=file, counts=messages.listed(counts))


def _lines_of(reading: "Reading") -> Iterator[str]:
    """The account of a reading: the format, the columns, the rows set aside or refused, and the remarks."""
    width = reading_width()
    yield from prose(messages.READ_AS(how=messages.listed(list(_how(reading)))))
    roles = [vocabulary.heading(role) if role else messages.KEPT_AS_IT_IS() for _, role in reading.columns]
    rows = zip((messages.on_one_line(heading) for heading, _ in reading.columns), roles, strict=True)
    yield from in_columns(rows, width - 2, indent=2)
    if reading.set_aside:
        yield messages.SET_ASIDE(count=len(reading.set_aside))
        yield from in_columns([_aside(row) for row in reading.set_aside[:_SHOWN]], width - 2, indent=2)
    if reading.refused:
        yield messages.REFUSED(count=reading.refused_count)
        for row in reading.refused[:_SHOWN]:
            yield "  " + shortened(messages.PLACED(place=row.place, problem=row.problem), _LONGEST)
    for remark in _remarks(reading):
        yield from prose(remark)


def _remarks(reading: "Reading") -> Iterator[str]:
    if reading.passed:
        yield messages.SHEETS_PASSED(names=messages.listed(reading.passed))
    yield from (remark.text for remark in reading.remarks)


def _how(reading: "Reading") -> Iterator[str]:
    """The format of a file, its encoding, separator and the like."""
    yield messages.FORMATS_READ.get(reading.format, messages.FORMATS_READ["csv"])()
    if reading.encoding:
        yield reading.encoding.upper()
    if reading.delimiter:
        known = messages.SEPARATORS.get(reading.delimiter)
        yield known() if known else messages.SEPARATOR(separator=reading.delimiter)
    if reading.sheets:
        yield messages.SHEETS(names=messages.listed(reading.sheets))
    if reading.records:
        yield messages.RECORDS_AT(path=reading.records)
    if reading.heading_line:
        yield messages.HEADING_AT(line=reading.heading_line)


def _aside(row: "SetAside") -> tuple[str, str]:
    """The place of a row that is no result, and its text with the reason."""
    return messages.LINE(line=row.line), messages.ROW_ASIDE(text=row.text, why=messages.WHY_ASIDE[row.why]())


def _print_json(reading: "Reading | None", *, results: int, valid: bool, more: tuple[str, ...] = ()) -> None:
    """Print the reading as JSON; facts that are unknown, since the file cannot be read, are null or empty."""
    import json

    from awardcli.collection.user_file.reading_report import Reading

    found = reading or Reading(format="")
    record = {
        "valid": valid,
        "results": results,
        "reading": {
            "format": found.format or None,
            "encoding": found.encoding,
            "delimiter": found.delimiter,
            "sheets": list(found.sheets) or None,
            "heading_line": found.heading_line,
            "records": found.records,
        },
        "columns": [{"heading": column.heading, "role": column.role} for column in found.columns],
        "set_aside": [row._asdict() for row in found.set_aside],
        "refused": [row._asdict() for row in found.refused],
        "remarks": [*_remarks(found), *more],
    }
    text = json.dumps(record, ensure_ascii=False)
    is_safe = safe_text(text) == text
    print_lines([text if is_safe else json.dumps(record)])  # what a terminal might obey is escaped as JSON escapes
