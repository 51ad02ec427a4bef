"""Who won what in a Chinese award list, found the way you remember it.

>>> import awardcli
>>> films = awardcli.open_collection()
>>> [hit.result.title for hit in awardcli.find(films, "爱上海").hits]
['爱上海的理由']
"""

from typing import TYPE_CHECKING

__version__ = "0.2.0"
# A constant, since importlib.metadata would cost a fifth of the start-up.

GC_THRESHOLDS = 250_000, 50, 50
"""For `gc.set_threshold` where a process of ours begins: imports and records make many objects and hardly any garbage,
and looking for it as often as usual is a tenth of the start-up."""

if TYPE_CHECKING:
    from awardcli.collection import Collection as Collection
    from awardcli.collection import open_collection as open_collection
    from awardcli.collection.user_file.reading_report import ReadAs as ReadAs
    from awardcli.errors import AwardcliError as AwardcliError
    from awardcli.model import Hit as Hit
    from awardcli.model import Result as Result
    from awardcli.search.find import find as find
    from awardcli.search.linking.judging import Work as Work
    from awardcli.search.linking.link import Linker as Linker
    from awardcli.search.linking.link import Match as Match
    from awardcli.search.linking.link import match as match
    from awardcli.search.query import Query as Query
    from awardcli.search.ranking import Answer as Answer

__all__ = [
    *("Answer", "AwardcliError", "Collection", "Hit", "Linker", "Match", "Query", "ReadAs", "Result", "Work"),
    *("__version__", "find", "match", "open_collection"),
]

_HOMES = {
    "Collection": "awardcli.collection",
    "open_collection": "awardcli.collection",
    "ReadAs": "awardcli.collection.user_file.reading_report",
    "AwardcliError": "awardcli.errors",
    "Hit": "awardcli.model",
    "Result": "awardcli.model",
    "Answer": "awardcli.search.ranking",
    "Query": "awardcli.search.query",
    "find": "awardcli.search.find",
    "Linker": "awardcli.search.linking.link",
    "Match": "awardcli.search.linking.link",
    "Work": "awardcli.search.linking.judging",
    "match": "awardcli.search.linking.link",
}


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that `awardcli --help` imports none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
