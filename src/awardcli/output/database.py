"""A collection file, the one format that is no text."""

from pathlib import Path

from awardcli import messages
from awardcli.collection import Collection
from awardcli.collection.importing import Builder, IdTakenError
from awardcli.errors import InvalidDataError


def save_collection(collection: Collection, path: Path, called: Path) -> None:
    """Write all of a collection into the empty file `path`, which messages call `called`."""
    with Builder(path, called) as builder:
        builder.describe(collection.editions, collection.categories)
        for result in collection:
            try:
                builder.add(result, once=False)
            except IdTakenError:
                raise InvalidDataError(messages.REPEATED(value=result.id)) from None
        builder.finish()
