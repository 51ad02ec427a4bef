"""Where results come from: the bundled list, or a file of the user's."""

from awardcli.collection.in_memory import ListCollection
from awardcli.collection.loading import bundled_path, open_collection
from awardcli.collection.protocol import Collection

__all__ = ["Collection", "ListCollection", "bundled_path", "open_collection"]
