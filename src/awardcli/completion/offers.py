"""The words that can complete a line: commands, options, their choices, names and columns of the list, or a file."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from os.path import commonprefix
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from awardcli import messages
from awardcli.collection.loading import open_collection
from awardcli.commands import VERBS
from awardcli.commands.options import BEFORE_COMMAND, EVERYWHERE, Option, options_of
from awardcli.language.fold import fold
from awardcli.output.columns import HIT
from awardcli.output.sanitize import safe_text
from awardcli.vocabulary import FLAT, heading, value

if TYPE_CHECKING:
    from awardcli.collection.stored import StoredCollection


class Line(NamedTuple):
    """The words after `awardcli`, without quotes; `typed` is the one at the cursor, up to the cursor."""

    before: Sequence[str]
    typed: str
    behind: Sequence[str] = ()


class Offer(NamedTuple):
    """A word that can replace the one at the cursor; `shown` is its new part, `meaning` explains it."""

    word: str
    shown: str
    meaning: str = ""


class Offers(NamedTuple):
    """The words that can replace the one at the cursor, or that a file name belongs there, which shells complete."""

    words: Sequence[Offer] = ()
    file: bool = False


_FILES = ("FILE", "FILE...", "COLLECTION")


class _Word(NamedTuple):
    """The word at the cursor: the part to complete, and the part before it (`--category=`, `title,`)."""

    typed: str
    before: str = ""


def offers(line: Line) -> Offers:
    """What can complete a line; raises what opening the list that it names raises."""
    verb, arguments = _command(line.before)
    taken = {**options_of(VERBS[verb].load()), **EVERYWHERE} if verb else BEFORE_COMMAND
    flags = {spelling: option for option in taken.values() for spelling in option.spellings}
    if "--" not in line.before:
        previous = flags.get(line.before[-1]) if line.before else None
        if previous and previous.metavar:
            return _values(previous, line, verb, _Word(line.typed))
        flag, equals, begun = line.typed.partition("=")
        option = flags.get(flag)
        if equals and option and option.metavar:
            return _values(option, line, verb, _Word(begun, before=flag + equals))
        if line.typed.startswith("-"):
            long = {
                name: option.help() for name, option in flags.items() if name.startswith("--") or name == line.typed
            }
            return _starting(long, _Word(line.typed))
    if verb is None:
        return _starting({each.name: each.summary() for each in VERBS.values()}, _Word(line.typed))
    expected = [option for option in taken.values() if not option.flags]
    given = len(_arguments(arguments, flags))
    if expected and given >= len(expected) and expected[-1].metavar == "FILE...":
        return Offers(file=True)
    return _values(expected[given], line, verb, _Word(line.typed)) if given < len(expected) else Offers()


def _command(before: Sequence[str]) -> tuple[str | None, list[str]]:
    """The command of a line and the words behind it; words that name no command are a search."""
    takes_value = {spelling for option in BEFORE_COMMAND.values() if option.metavar for spelling in option.spellings}
    words = iter(before)
    for word in words:
        if word in takes_value:
            next(words, None)
        elif word in VERBS:
            return word, list(words)
        elif not word.startswith("-"):
            return "search", [word, *words]
    return None, []


def _arguments(words: Iterable[str], flags: Mapping[str, Option]) -> list[str]:
    """The words that are neither options nor values of options."""
    found: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            return found + list(rest)
        if not word.startswith("-"):
            found.append(word)
        elif (option := flags.get(word)) and option.metavar:
            next(rest, None)
    return found


def _values(option: Option, line: Line, verb: str | None, word: _Word) -> Offers:
    """The values that an option or argument can have."""
    if option.metavar in _FILES:
        return Offers(file=True)
    if option.choices and option.metavar != "COLUMN":
        return _starting(dict.fromkeys(option.choices, ""), word)
    if option.names:
        return _named(option.names, _data(line), word)
    match option.metavar:
        case "ROLE=HEADING":
            return _starting({f"{column}=": heading(column) for column in FLAT}, word)
        case "HEADING=VALUE":
            return _starting({f"{column}=": meaning for column, meaning in _columns(line, verb).items()}, word)
        case "HEADING":
            return _starting(dict.fromkeys(list_headings(_data(line)), ""), word)
        case "COLUMN":  # a few columns, and those of the list
            own = dict.fromkeys(list_headings(_data(line)), "")
            return _starting({**{column: heading(column) for column in option.choices}, **own}, word)
        case "COLUMN,...":
            *listed, last = word.typed.split(",")
            left = {name: meaning for name, meaning in _columns(line, verb).items() if name not in listed}
            return _starting(left, _Word(last, word.before + "".join(f"{name}," for name in listed)))
        case "[-]COLUMN":
            hyphen = "-" if word.typed.startswith("-") else ""
            return _starting(_columns(line, verb), _Word(word.typed.removeprefix("-"), word.before + hyphen))
    return Offers()


def _columns(line: Line, verb: str | None) -> dict[str, str]:
    """The columns of an output by key, each with its heading, and those of the user's list by their own headings."""
    keys = (*FLAT, *(HIT if verb == "search" else ()))
    return {**{key: heading(key) for key in keys}, **dict.fromkeys(list_headings(_data(line)), "")}


def _starting(words: Mapping[str, str], word: _Word) -> Offers:
    """Those of the words that begin as typed, each with its meaning."""
    found = ((name, meaning) for name, meaning in words.items() if name.startswith(word.typed))
    return Offers([Offer(word.before + name, name, meaning if meaning != name else "") for name, meaning in found])


def _named(column: str, data: Path | None, word: _Word) -> Offers:
    """The names of the list in a column that fit the typed word, each with the number of its results.

    A name with characters that steer a terminal is not offered, nor one that would be read as an option.
    """
    names = names_of(column, data, word.typed)
    safe = [name for name in names if safe_text(name) == name and not name.startswith("-")]
    return Offers(
        [Offer(word.before + name, name, _meaning(column, name, names[name])) for name in fitting(safe, word.typed)]
    )


def _meaning(column: str, name: str, count: int | None) -> str:
    words = [value(name)] if column == "kind" and value(name) != name else []
    counted = [messages.HOW_MANY(count=count)] if count is not None and column != "id" else []
    return messages.listed(words + counted)


def _data(line: Line) -> Path | None:
    """The file that the line or the environment names as the list."""
    words = [*line.before, *line.behind]
    named = [following for word, following in pairwise(words) if word == "--data"]
    named += [word.removeprefix("--data=") for word in words if word.startswith("--data=")]
    name = named[-1] if named else os.environ.get("AWARDCLI_DATA")
    return Path(name).expanduser() if name else None


# The names of a list.


def fitting(names: Sequence[str], typed: str) -> list[str]:
    """The names that begin as typed, else those that contain it, else those whose pinyin begins so.

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

CountedNames = Mapping[str, int | None]
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


def names_of(column: str, path: Path | None, begun: str) -> CountedNames:
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


def list_headings(path: Path | None) -> Sequence[str]:
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


def _few(names: Iterable[str]) -> CountedNames:
    """The names, or none where they are too many: a part of them would look like all."""
    few = dict.fromkeys(names)
    return few if len(few) <= MOST else {}
