"""The names in a column of a list, and those of them that fit what was typed so far."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from os.path import commonprefix
from pathlib import Path
from typing import TYPE_CHECKING

from awardcli.collection.loading import open_collection
from awardcli.language.fold import fold
from awardcli.output.sanitize import safe_text

if TYPE_CHECKING:
    from awardcli.collection.stored import StoredCollection


def fitting(names: Sequence[str], typed: str) -> list[str]:
    """The names that begin as typed; if there are none, those that hold it; else those whose pinyin begins so.

    A shell replaces the typed word by the longest common prefix of all names. Names that do not begin as typed are left
    out where that prefix would lose what was typed.

    >>> fitting(["黄浦区", "静安区"], "hp"), fitting(["上海市公安局黄浦分局", "上海市公安局静安分局"], "黄浦")
    (['黄浦区'], ['上海市公安局黄浦分局'])
    """
    fits: Callable[[str, str], bool]
    for fits in (_begins, _holds, _sounds):
        if found := [name for name in names if fits(name, typed)]:
            common = commonprefix(found)  # noqa: RUF071 # of names, not of paths
            return found if fits is _begins or not common or fits(common, typed) else []
    return []


def _begins(name: str, typed: str) -> bool:
    folded = fold(typed)
    return name.startswith(typed) or bool(folded and fold(name).startswith(folded))


def _holds(name: str, typed: str) -> bool:
    folded = fold(typed)
    return bool(folded) and folded in fold(name)


def _sounds(name: str, typed: str) -> bool:
    """Whether the pinyin of the name, in full or by initials, begins as typed."""
    from awardcli.language.readings import syllables

    if not (typed.isascii() and typed.isalpha()):
        return False
    folded = fold(name)
    spelt = [syllable or character for syllable, character in zip(syllables(folded), folded, strict=True)]
    return any(way.startswith(typed.lower()) for way in ("".join(spelt), "".join(each[0] for each in spelt)))


LONGEST = 1 << 20
"""Bytes of a list that is read during completion: about fifteen thousand results, which take a second."""
MOST = 500
"""Names that are offered at most; a longer list is not read."""
_SCANNED = 10_000
"""Rows of a collection file in which its few awards, districts and kinds are looked for."""

Names = Mapping[str, int | None]
"""Each name with how many results have it; None where counting would take too long."""

_BEGUN = {
    "id": "SELECT id FROM results WHERE id >= ? AND id < ? LIMIT ?",
    "organization": "SELECT name FROM organizations WHERE name >= ? AND name < ? LIMIT ?",
}
_HELD = {
    "award": "SELECT DISTINCT award FROM (SELECT award FROM results LIMIT ?) LIMIT ?",
    "district": "SELECT DISTINCT district FROM (SELECT district FROM organizations LIMIT ?) LIMIT ?",
    "kind": "SELECT DISTINCT kind FROM (SELECT kind FROM organizations LIMIT ?) LIMIT ?",
}
_BEYOND = "\U0010ffff"


def names_of(column: str, path: Path | None, begun: str) -> Names:
    """The names in a column of a file or of the bundled list; where they are very many, those that begin as typed.

    Empty where even those are too many, or where the file takes long to read. Raises what opening a list raises.
    """
    if not _is_quickly_read(path):
        return {}
    collection = open_collection(path)
    if _is_stored(path):
        from awardcli.collection.stored import StoredCollection

        if isinstance(collection, StoredCollection) and collection.last_position > _SCANNED:
            return dict.fromkeys(_glance(collection, column, begun))
    found = {name: count for name, count in collection.counts(column).items() if name}
    return found if len(found) <= MOST else _few([name for name in found if name.startswith(begun)])


def headings_of(path: Path | None) -> Sequence[str]:
    """The headings of a user's list; none of the bundled one, or of a file that takes long to read."""
    if path is None or not _is_quickly_read(path):
        return []
    headings = [column.heading for column in open_collection(path).columns]
    return [heading for heading in headings if safe_text(heading) == heading and not heading.startswith("-")]


def _is_stored(path: Path | None) -> bool:
    return path is not None and path.suffix.lower() == ".awards"


def _is_quickly_read(path: Path | None) -> bool:
    """Whether it is the bundled list, a collection file, or any other plain file of moderate size."""
    return path is None or (path.is_file() and (_is_stored(path) or path.stat().st_size <= LONGEST))


def _glance(collection: "StoredCollection", column: str, begun: str) -> Iterable[str]:
    """The names of a large collection file, through an index or from its first rows."""
    query: str
    values: tuple[object, ...]
    if column == "category":
        return [category.name for category in collection.categories]
    if column == "edition":
        return [edition.short_name for edition in collection.editions if edition.short_name]
    if column in _HELD:
        query, values = _HELD[column], (_SCANNED, MOST + 1)
    else:
        query, values = _BEGUN[column], (begun, begun + _BEYOND, MOST + 1)
    return _few(name for (name,) in collection.connection.execute(query, values) if name)


def _few(names: Iterable[str]) -> Names:
    """The names, or none where they are too many: a part of them would look like all."""
    few = dict.fromkeys(names)
    return few if len(few) <= MOST else {}
