"""Open a collection: the bundled list, or a file of the user's."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from awardcli import messages
from awardcli.collection.in_memory import ListCollection
from awardcli.collection.protocol import Collection
from awardcli.errors import InvalidDataError
from awardcli.model import Result

if TYPE_CHECKING:
    from awardcli.collection.row_reader import RowReader
    from awardcli.collection.text_file import UserRow


def bundled_path(name: str = "results.json") -> Path:
    """A file of the bundled list: in a checkout the one under `data/`, else the copy inside the package."""
    here = Path(__file__).parents[1]
    checkout = here.parents[1] / "data" / name
    return checkout if checkout.is_file() else here / "data" / name


_TOLD = 20
"""Problems to put into words: enough to see what is wrong throughout a file."""


def open_collection(path: str | Path | None = None) -> Collection:
    """The collection of a file, or the bundled list where there is none.

    Raises UnreadableError where the file cannot be read, InvalidDataError with the first place where it is not a list
    of results, and UsageError where its suffix says it is something else.

    >>> len(open_collection())
    77
    """
    if path is None:
        from awardcli.collection.json_file import read_json

        # The tests prove the bundled list; checking it again would be the user's wait.
        return own_collection(None, read_json(bundled_path()))
    collection, problems = read_collection(Path(path))
    if collection is None:
        raise problems.told(Path(path))
    return collection


class Problems:
    """What is wrong with a file: how many things, and the first of them in words."""

    def __init__(self) -> None:
        self.count = 0
        self.first: list[str] = []

    def add(self, problem: str, row: "UserRow | None" = None) -> None:
        """Count a problem, which is that of a row or says its place itself."""
        self.count += 1
        if self.count <= _TOLD:
            self.first.append(messages.PLACED(place=row.place, problem=problem) if row else problem)

    def told(self, path: Path) -> InvalidDataError:
        """The error that tells of the first."""
        return InvalidDataError(self.first[0], hints=[messages.TRY_VALIDATE(path=path)] if self.count > 1 else [])


def read_collection(path: Path, *, thorough: bool = False) -> tuple[Collection | None, Problems]:
    """The collection of a file, or None and the problems found; the one way a file is checked, opened or validated.

    A collection file is looked at as it is read, but all of it with `thorough`.

    Raises UnreadableError where the file cannot be read, InvalidDataError where it holds no records at all or is no
    sound collection, and UsageError where its suffix says it is something else.
    """
    suffix = path.suffix.lower()
    if suffix == ".awards":
        from awardcli.collection.stored import StoredCollection

        stored = StoredCollection(path)
        if thorough:
            stored.check()
        return stored, Problems()
    from awardcli.collection.row_reader import RowReader
    from awardcli.collection.user_file import rows_of, rows_or_document

    reader = RowReader(path)
    if suffix != ".json":
        return _from_rows(path, rows_of(path, reader), reader)
    found = rows_or_document(path, reader)
    if not isinstance(found, Mapping):
        return _from_rows(path, found, reader)
    problems = _problems_of(path, found)
    return None if problems.count else own_collection(path, found), problems


def own_or_refused(path: Path, document: Mapping[str, Any]) -> ListCollection:
    """The collection of a document of our own JSON; raises InvalidDataError with its first problem."""
    if (problems := _problems_of(path, document)).count:
        raise problems.told(path)
    return own_collection(path, document)


def _problems_of(path: Path, document: Mapping[str, Any]) -> Problems:
    from awardcli.collection.own_json import problems_of

    problems = Problems()
    for place, what in problems_of(document):
        problems.add(f"{path}: {place}: {what}" if place else f"{path}: {what}")
    return problems


def own_collection(path: Path | None, document: Mapping[str, Any]) -> ListCollection:
    """The collection of a document of our own JSON that has no problems."""
    from awardcli.collection.own_json import results_of

    editions, categories, _, results = results_of(document)
    return ListCollection(path, results, editions, categories)


def _from_rows(path: Path, rows: Iterable["UserRow"], reader: "RowReader") -> tuple[ListCollection | None, Problems]:
    """The collection of flat records."""
    from awardcli.collection.text_file import refused

    results: dict[str, Result] = {}
    problems = Problems()
    for row in rows:
        if row.problem:
            problems.add(row.problem, row)
            continue
        try:
            result = reader.result(row)
            if result.id in results:
                raise refused(messages.REPEATED(value=result.id), row.place)
            results[result.id] = result
        except InvalidDataError as error:
            problems.add(error.message)
    if problems.count:
        return None, problems
    editions = {result.edition: None for result in results.values()}
    categories = {result.category: None for result in results.values() if result.category}
    return ListCollection(path, list(results.values()), list(editions), list(categories)), problems
