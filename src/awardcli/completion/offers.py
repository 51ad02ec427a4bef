"""What may stand at the cursor: commands, options, their choices, names of the collection, or a file."""

import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from awardcli import messages
from awardcli.commands import VERBS
from awardcli.commands.options import BEFORE_COMMAND, EVERYWHERE, Option, options_of
from awardcli.completion.names import fitting, names_of
from awardcli.completion.typed_line import Line
from awardcli.output.columns import HIT
from awardcli.output.sanitize import safe_text
from awardcli.vocabulary import FLAT, heading, value


class Offer(NamedTuple):
    """A word that may stand at the cursor, what of it is news, and what it means for those whose shell says so."""

    word: str
    shown: str
    meaning: str = ""


class Offers(NamedTuple):
    """Everything that may stand at the cursor; or the name of a file, which the shell knows best."""

    words: Sequence[Offer] = ()
    file: bool = False


A_FILE = Offers(file=True)
_FILES = ("FILE", "FILE...", "COLLECTION")
_EMPTY = Offers()


def offers(line: Line) -> Offers:
    """What may stand at the cursor of a line; raises what opening the collection that it names does."""
    before = list(line.before)
    verb, asked = _asked(before)
    taken = {**options_of(VERBS[verb].load()), **EVERYWHERE} if verb in VERBS else BEFORE_COMMAND
    known = list(taken.values())
    flags = {spelling: option for option in known for spelling in option.spellings}
    only_arguments = "--" in before
    if not only_arguments and before and (option := flags.get(before[-1])) and option.metavar:
        return _values(option, line, verb, "", line.typed)
    flag, equals, begun = line.typed.partition("=")
    if not only_arguments and equals and (option := flags.get(flag)) and option.metavar:
        return _values(option, line, verb, flag + equals, begun)
    if not only_arguments and line.typed.startswith("-"):
        meanings = {spelling: option.help() for spelling, option in flags.items() if spelling.startswith("--")}
        return _begun({**meanings, **{s: o.help() for s, o in flags.items() if s == line.typed}}, line.typed)
    if verb is None:
        return _begun({each.name: each.summary() for each in VERBS.values()}, line.typed)
    given = _arguments(asked, flags)
    expected = [option for option in known if not option.flags]
    if len(given) < len(expected):
        return _values(expected[len(given)], line, verb, "", line.typed)
    return A_FILE if expected and expected[-1].metavar == "FILE..." else _EMPTY


def _asked(before: Sequence[str]) -> tuple[str | None, list[str]]:
    """The command that the words name, and the words behind it."""
    takes_value = {spelling for option in BEFORE_COMMAND.values() if option.metavar for spelling in option.spellings}
    words = iter(before)
    for word in words:
        if word in takes_value:
            next(words, None)
        elif not word.startswith("-"):
            return word, list(words)
    return None, []


def _arguments(words: Iterable[str], flags: Mapping[str, Option]) -> list[str]:
    """The words that are no options and no values of options."""
    found: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            return found + list(left)
        if not word.startswith("-"):
            found.append(word)
        elif (option := flags.get(word)) and option.metavar:
            next(left, None)
    return found


def _values(option: Option, line: Line, verb: str | None, head: str, begun: str) -> Offers:
    """The values that an option or argument may have, where `head` stands before them in the same word."""
    if option.metavar in _FILES:
        return A_FILE
    if option.choices:
        return _begun(dict.fromkeys(option.choices, ""), begun, head)
    if option.names:
        return _named(option.names, _collection(line), begun, head)
    if option.metavar == "ROLE=HEADING":
        return _begun({f"{column}=": heading(column) for column in FLAT}, begun, head)
    *listed, last = begun.split(",")
    if option.metavar == "NAME,...":
        return _begun(_columns(verb, listed), last, head + "".join(f"{name}," for name in listed))
    if option.metavar == "[-]NAME":
        hyphen = "-" if begun.startswith("-") else ""
        return _begun(_columns(verb), begun.removeprefix("-"), head + hyphen)
    return _EMPTY


def _columns(verb: str | None, listed: Sequence[str] = ()) -> dict[str, str]:
    """The columns that are not listed yet, with their headings."""
    columns = (*FLAT, *(HIT if verb == "search" else ()))
    return {column: heading(column) for column in columns if column not in listed}


def _begun(words: Mapping[str, str], begun: str, head: str = "") -> Offers:
    """Those of our own words that begin as typed, with what they mean."""
    found = ((word, meaning) for word, meaning in words.items() if word.startswith(begun))
    return Offers([Offer(head + word, word, meaning if meaning != word else "") for word, meaning in found])


def _named(column: str, collection: Path | None, begun: str, head: str) -> Offers:
    """Those of the collection's names that fit what was typed, with their counts; none that says more than a name.

    A name that would steer a terminal is not offered, and none that begins as an option does.
    """
    names = names_of(column, collection, begun)
    offered = [name for name in names if safe_text(name) == name and not name.startswith("-")]
    return Offers([Offer(head + name, name, _meaning(column, name, names[name])) for name in fitting(offered, begun)])


def _meaning(column: str, name: str, count: int | None) -> str:
    told = [value(name)] if column == "kind" and value(name) != name else []
    counted = [messages.HOW_MANY(count=count)] if count is not None and column != "id" else []
    return messages.listed(told + counted)


def _collection(line: Line) -> Path | None:
    """The list that the line or the environment names."""
    words = [*line.before, *line.behind]
    named = [following for word, following in pairwise(words) if word == "--data"]
    named += [word.removeprefix("--data=") for word in words if word.startswith("--data=")]
    name = named[-1] if named else os.environ.get("AWARDCLI_DATA")
    return Path(name).expanduser() if name else None
