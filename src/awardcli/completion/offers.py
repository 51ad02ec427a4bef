"""The words that can complete a line: commands, options, their choices, names and columns of the list, or a file."""

import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from awardcli import messages
from awardcli.commands import VERBS
from awardcli.commands.options import BEFORE_COMMAND, EVERYWHERE, Option, options_of
from awardcli.completion.names import fitting, headings_of, names_of
from awardcli.completion.typed_line import Line
from awardcli.output.columns import HIT
from awardcli.output.sanitize import safe_text
from awardcli.vocabulary import FLAT, heading, value


class Offer(NamedTuple):
    """A word that can replace the one at the cursor; `shown` is its new part, `meaning` explains it."""

    word: str
    shown: str
    meaning: str = ""


class Offers(NamedTuple):
    """All words that can replace the one at the cursor, or that it is the name of a file, which shells complete."""

    words: Sequence[Offer] = ()
    file: bool = False


A_FILE = Offers(file=True)
_NONE = Offers()
_FILES = ("FILE", "FILE...", "COLLECTION")


class _Word(NamedTuple):
    """The word at the cursor: what is completed, and what precedes it in the same word (`--category=`, `title,`)."""

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
        return A_FILE
    return _values(expected[given], line, verb, _Word(line.typed)) if given < len(expected) else _NONE


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
        return A_FILE
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
            return _starting(dict.fromkeys(headings_of(_data(line)), ""), word)
        case "COLUMN":  # a few columns, and those of the list
            own = dict.fromkeys(headings_of(_data(line)), "")
            return _starting({**{column: heading(column) for column in option.choices}, **own}, word)
        case "COLUMN,...":
            *listed, last = word.typed.split(",")
            left = {name: meaning for name, meaning in _columns(line, verb).items() if name not in listed}
            return _starting(left, _Word(last, word.before + "".join(f"{name}," for name in listed)))
        case "[-]COLUMN":
            hyphen = "-" if word.typed.startswith("-") else ""
            return _starting(_columns(line, verb), _Word(word.typed.removeprefix("-"), word.before + hyphen))
    return _NONE


def _columns(line: Line, verb: str | None) -> dict[str, str]:
    """The columns of an output by key, each with its heading, and those of the user's list by their own headings."""
    keys = (*FLAT, *(HIT if verb == "search" else ()))
    return {**{key: heading(key) for key in keys}, **dict.fromkeys(headings_of(_data(line)), "")}


def _starting(words: Mapping[str, str], word: _Word) -> Offers:
    """Those of the words that begin as typed, each with its meaning."""
    found = ((name, meaning) for name, meaning in words.items() if name.startswith(word.typed))
    return Offers([Offer(word.before + name, name, meaning if meaning != name else "") for name, meaning in found])


def _named(column: str, data: Path | None, word: _Word) -> Offers:
    """Those of the list's names in a column that fit what was typed, each with how many results have it.

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
