"""Open a collection: the bundled list, a user's file, or a collection file."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from awardcli import messages
from awardcli.collection.in_memory import ListCollection
from awardcli.collection.protocol import SQLITE, Collection
from awardcli.errors import InvalidDataError, UsageError
from awardcli.model import Category, Cells, Edition, Organization, Result

if TYPE_CHECKING:
    from awardcli.collection.stored import StoredCollection
    from awardcli.collection.user_file.reading_report import ReadAs, Reading, UserRows


def bundled_path(name: str = "results.json") -> Path:
    """A file of the bundled list: in a checkout the one under `data/`, else the copy inside the package."""
    here = Path(__file__).parents[1]
    checkout = here.parents[1] / "data" / name
    return checkout if checkout.is_file() else here / "data" / name


def open_collection(path: str | Path | None = None, read_as: "ReadAs | None" = None) -> Collection:
    """The collection of a file, read by its content and the options `read_as`; the bundled list without a path.

    Rows that cannot be read are left out, and named by `reading` of the collection. Raises UnreadableError where the
    file cannot be read, and InvalidDataError where it is not a list of results or none of its rows can be read.

    >>> len(open_collection())
    77
    """
    if path is None:
        import json

        # The tests check the bundled list; checking it at every start would make the user wait.
        return own_collection(None, json.loads(bundled_path().read_text(encoding="utf-8")))
    path = Path(path)
    if is_collection(path):
        return stored_collection(path, read_as)
    from awardcli.collection.user_file.reader import read_rows
    from awardcli.collection.user_file.reading_report import BY_CONTENT

    rows = read_rows(path, read_as or BY_CONTENT)
    if rows.document is not None:
        return own_or_refused(path, rows.document)
    collection = collection_of(rows)
    reading = rows.reading
    if reading.refused and not collection.results:
        raise refused_rows(path, reading)
    return collection


def check(path: Path, read_as: "ReadAs | None" = None) -> "tuple[Reading, Collection | None]":
    """The reading of a file with its problems, and its collection, or None for our own JSON that is wrong.

    Raises as `open_collection` does where the file is not a list at all.
    """
    from awardcli.collection.user_file.reading_report import BY_CONTENT, Reading, Refusal

    if is_collection(path):
        stored = stored_collection(path, read_as)
        stored.check()
        return Reading(format="awards", columns=tuple(stored.columns)), stored
    from awardcli.collection.user_file.reader import read_rows

    rows = read_rows(path, read_as or BY_CONTENT)
    if rows.document is None:
        collection = collection_of(rows)
        return rows.reading, collection
    from awardcli.collection.own_json import problems_of

    problems = [Refusal(None, place, problem) for place, problem in problems_of(rows.document)]
    reading = rows.reading._replace(refused=tuple(problems), refused_count=len(problems))
    return reading, None if problems else own_collection(path, rows.document)


def stored_collection(path: Path, read_as: "ReadAs | None") -> "StoredCollection":
    """The collection of a collection file; raises UsageError for options on how to read a list."""
    from awardcli.collection.stored import StoredCollection

    if read_as and any(read_as):
        raise UsageError(messages.READ_ALREADY(path=path))
    return StoredCollection(path)


def is_collection(path: Path) -> bool:
    """Whether a file is a collection, by its suffix or its first bytes; false where it cannot be read."""
    if path.suffix.lower() == ".awards":
        return True
    try:
        if not path.is_file():
            return False  # what is read of a pipe would be lost, and a named one can be opened only once
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except (OSError, ValueError):
        return False


def refused_rows(path: Path, reading: "Reading") -> InvalidDataError:
    """The error for a list without a readable row: the first problem, and the command that lists the others."""
    first = messages.PLACED(place=reading.refused[0].place, problem=reading.refused[0].problem)
    return _first_problem(path, first, reading.refused_count)


def own_or_refused(path: Path, document: Mapping[str, Any]) -> ListCollection:
    """The collection of a document of our own JSON; raises InvalidDataError with its first problem."""
    from awardcli.collection.own_json import problems_of

    problems = [f"{path}: {place}: {what}" if place else f"{path}: {what}" for place, what in problems_of(document)]
    if problems:
        raise _first_problem(path, problems[0], len(problems))
    return own_collection(path, document)


def _first_problem(path: Path, problem: str, count: int) -> InvalidDataError:
    hints = [messages.TRY_VALIDATE(path=messages.quoted_path(path))] if count > 1 else []
    return InvalidDataError(problem, hints=hints)


def own_collection(path: Path | None, document: Mapping[str, Any]) -> ListCollection:
    """The collection of a document of our own JSON that has no problems."""
    editions = {record["number"]: Edition(**record) for record in document["editions"]}
    categories = {record["id"]: Category(**record) for record in document["categories"]}
    organizations = {record["name"]: Organization(**record) for record in document["organizations"]}
    results = [
        Result(
            id=record["id"],
            edition=editions[record["edition"]],
            category=categories[record["category"]],
            award=record["award"],
            title=record["title"],
            title_pinyin=record["title_pinyin"],
            organization="、".join(record["organizations"]) or None,
            organizations=tuple(organizations[name] for name in record["organizations"]),
            certainty=record["certainty"],
            note=record["note"],
            note_zh=record["note_zh"],
            printed=record["printed"],
        )
        for record in document["results"]
    ]
    return ListCollection(path, results, list(editions.values()), list(categories.values()))


_MANY, _MOST_SHARED = 20_000, 50_000
"""Rows from which equal texts are shared between cells, and the texts that are shared at most."""


def _with_shared(cells: Cells, shared: dict[str, str]) -> Cells:
    """The cells with each of the `shared` texts kept once: repeated texts fill most of the memory of a long list."""
    get = shared.setdefault if len(shared) < _MOST_SHARED else shared.get
    return Cells(cells.columns, tuple([get(cell, cell) if type(cell) is str else cell for cell in cells.values]))


def collection_of(rows: "UserRows") -> ListCollection:
    """The results of a file's rows; those that cannot be read are left out, and counted in its reading."""
    from awardcli.collection.user_file.result_builder import ResultBuilder
    from awardcli.collection.user_file.text_file import repeated

    reader = ResultBuilder(rows)
    results: list[Result] = []
    numbers: list[int] = []
    shared: dict[str, str] = {}
    for row in rows:
        if row.problem is None:
            if row.number > _MANY:
                row = row._replace(cells=_with_shared(row.cells, shared))
            try:
                results.append(reader.result(row))
                numbers.append(row.number)
            except InvalidDataError as error:
                rows.account.refuse(row, error.message.removeprefix(messages.PLACED(place=row.place, problem="")))
    if (twice := repeated(result.id for result in results)) is not None:
        rows.drop_ids(twice)
        results = [reader.numbered(result, number) for result, number in zip(results, numbers, strict=True)]
    editions = {result.edition: None for result in results}
    categories = {result.category: None for result in results if result.category}
    collection = ListCollection(rows.path, results, list(editions), list(categories), rows.columns)
    collection.reading = rows.reading
    return collection
