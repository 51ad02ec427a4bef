"""Open a collection: the bundled list, or a file of the user's."""

from collections.abc import Sequence
from pathlib import Path

from awardcli import messages
from awardcli.collection import files
from awardcli.collection.own_format import results_of
from awardcli.collection.source import Collection
from awardcli.errors import InvalidDataError, UsageError

READABLE = (".json", ".jsonl", ".ndjson", ".csv", ".tsv")


def bundled_path(name: str = "results.json") -> Path:
    """A file of the bundled list: in a checkout the one under `data/`, else the copy inside the package."""
    here = Path(__file__).parents[1]
    checkout = here.parents[1] / "data" / name
    return checkout if checkout.is_file() else here / "data" / name


def open_collection(path: str | Path | None = None) -> Collection:
    """The collection of a file, or the bundled list where there is none.

    Raises UnreadableError where the file cannot be read, InvalidDataError with the first place where it is not a list
    of results, and UsageError where its suffix says it is something else.

    >>> len(open_collection())
    77
    """
    if path is None:
        # The tests prove the bundled list; checking it again would be the user's wait.
        return _own(None, files.read_json(bundled_path()))
    collection, problems = read_collection(Path(path))
    if collection is None:
        raise InvalidDataError(problems[0], hints=[messages.TRY_VALIDATE(path=path)] if len(problems) > 1 else [])
    return collection


def read_collection(path: Path) -> tuple[Collection | None, list[str]]:
    """The collection of a file, or None and every problem found; the one way a file is checked, opened or validated.

    Raises UnreadableError where the file cannot be read, InvalidDataError where it holds no records at all, and
    UsageError where its suffix says it is something else.
    """
    suffix = path.suffix.lower()
    if suffix == ".json":
        document = files.read_json(path)
        return _from_own_format(path, document) if isinstance(document, dict) else _from_array(path, document)
    if suffix in (".jsonl", ".ndjson"):
        return _from_records(path, list(files.read_json_lines(path)))
    if suffix in (".csv", ".tsv"):
        headings, rows = files.read_delimited(path, "," if suffix == ".csv" else "\t")
        return _from_rows(path, headings, list(rows))
    raise UsageError(messages.NOT_READABLE_SUFFIX(path=path, suffixes=" ".join(READABLE)))


def _from_own_format(path: Path, document: dict[str, object]) -> tuple[Collection | None, list[str]]:
    from awardcli.collection.checking import problems_of

    problems = [f"{path}: {place}: {what}" if place else f"{path}: {what}" for place, what in problems_of(document)]
    return (None, problems) if problems else (_own(path, document), [])


def _from_array(path: Path, document: object) -> tuple[Collection | None, list[str]]:
    if not isinstance(document, list):
        raise InvalidDataError(messages.BAD_JSON(path=path, reason=messages.WANTED_LIST()))
    return _from_records(
        path, [files.record_row(i, f"{path}: [{i - 1}]", record) for i, record in enumerate(document, start=1)]
    )


def _from_records(path: Path, rows: list[files.Row]) -> tuple[Collection | None, list[str]]:
    return _from_rows(path, list({heading: None for row in rows for heading in row.fields}), rows)


def _own(path: Path | None, document: dict[str, object]) -> Collection:
    editions, categories, _, results = results_of(document)
    return Collection(path, results, editions, categories)


def _from_rows(path: Path, headings: Sequence[str], rows: list[files.Row]) -> tuple[Collection | None, list[str]]:
    from awardcli.collection.rows import RowReader, headings_of

    columns = headings_of(headings)
    if (headings or rows) and not {"title", "organization"} & set(columns.values()):
        raise InvalidDataError(messages.NO_COLUMNS(path=path, found=messages.listed(headings) or "-"))
    reader = RowReader(path.stem.encode(errors="replace").decode())  # a file name need not be text
    results, problems = [], []
    for row in rows:
        try:
            results.append(reader.result(row, columns))
        except InvalidDataError as error:
            problems.append(error.message)
    if problems:
        return None, problems
    editions = {result.edition: None for result in results}
    categories = {result.category: None for result in results if result.category}
    return Collection(path, results, list(editions), list(categories)), []
