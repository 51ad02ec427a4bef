"""Where results come from: the bundled list, or a file of the user's."""

from awardcli.collection.opening import bundled_path, open_collection, read_collection
from awardcli.collection.source import Collection, ListCollection

__all__ = ["Collection", "ListCollection", "bundled_path", "open_collection", "read_collection"]
