"""Read files into a collection: every row is kept, a duplicate, or refused."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from awardcli import messages
from awardcli.collection.building import Builder, IdTakenError
from awardcli.collection.files import AS_IT_IS, Manner, Row
from awardcli.collection.reading import rows_of, rows_or_document
from awardcli.collection.rows import RowReader
from awardcli.collection.source import Collection
from awardcli.errors import InvalidDataError
from awardcli.model import Result

Reject = Callable[[str, str, object], None]
"""Takes a refused row: its place, what is wrong with it, and the row itself."""


class Importer:
    """Adds files to a collection and counts what became of every row."""

    def __init__(self, builder: Builder, reject: Reject) -> None:
        self.read = self.kept = self.duplicates = self.refused = 0
        self._builder = builder
        self._reject = reject

    def take(self, path: Path, manner: Manner = AS_IT_IS) -> list[str]:
        """Add a file; gives the headings that were not read.

        Raises UnreadableError and UsageError as `reading.rows_of` does, and InvalidDataError where the file cannot be
        told into rows: then it is not known where the next row begins, and none can be refused by itself.
        """
        if path.suffix.lower() == ".awards":
            from awardcli.collection.stored import StoredCollection

            stored = StoredCollection(path)
            stored.check_pages()
            return self._collection(stored)
        reader = RowReader(path, manner.columns)
        if path.suffix.lower() != ".json":
            return self._rows(rows_of(path, reader, manner), reader)
        found = rows_or_document(path, reader, manner)
        if not isinstance(found, Mapping):
            return self._rows(found, reader)
        from awardcli.collection.opening import own_or_refused

        return self._collection(own_or_refused(path, found))

    def _rows(self, rows: Iterable[Row], reader: RowReader) -> list[str]:
        for row in rows:
            self.read += 1
            if row.problem:  # of which a hostile file has a million
                self._refuse(row.place, row.problem, row.raw)
                continue
            try:
                result = reader.result(row)
            except InvalidDataError as error:
                place = row.place
                problem = error.message.removeprefix(messages.PLACED(place=place, problem=""))
                self._refuse(place, problem, row.fields)
                continue
            try:
                self._add(result)
            except IdTakenError:
                if result.id == reader.numbered(row):  # given by us, to another row of that number
                    self._add_under_another_id(result)
                else:
                    self._refuse(row.place, messages.REPEATED(value=result.id), row.fields)
        return reader.left_out

    def _collection(self, collection: Collection) -> list[str]:
        """Add results that are checked already; only an id that another file uses too is a reason to refuse one."""
        self._builder.describe(collection.editions, collection.categories)
        for number, result in enumerate(collection):
            self.read += 1
            try:
                self._add(result)
            except IdTakenError:
                raw = {"id": result.id, "title": result.title, "organization": result.organization}
                self._refuse(f"{collection.path}: [{number}]", messages.REPEATED(value=result.id), raw)
        return []

    def _add(self, result: Result) -> None:
        if self._builder.add(result):
            self.kept += 1
        else:
            self.duplicates += 1

    def _add_under_another_id(self, result: Result) -> None:
        number = 2
        while True:
            try:
                return self._add(result._replace(id=f"{result.id}-{number}"))
            except IdTakenError:
                number += 1

    def _refuse(self, place: str, problem: str, raw: object) -> None:
        self.refused += 1
        self._reject(place, problem, raw)
