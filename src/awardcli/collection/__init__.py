"""Collections of results: the bundled list, a user's file, or a collection file."""

from awardcli.collection.in_memory import ListCollection
from awardcli.collection.loading import bundled_path, open_collection
from awardcli.collection.protocol import Collection

__all__ = ["Collection", "ListCollection", "bundled_path", "open_collection"]
