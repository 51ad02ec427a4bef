"""FTS5 expressions, made of quoted grams alone, and the codes of a term that they are made of."""

from collections.abc import Iterable

from awardcli.language.grams import code_of
from awardcli.language.readings import syllables
from awardcli.search.pattern import Pattern


def codes_at(pattern: Pattern, position: int) -> list[str]:
    """The codes of a Chinese character of a term, in its context first; itself where it has no reading."""
    return list(dict.fromkeys(map(code_of, pattern.readings[position]))) or [pattern.text[position]]


def own_code(character: str) -> str:
    """The code of a character that stands alone; itself where it has no reading."""
    sound = syllables(character)[0]
    return code_of(sound) if sound else character


def all_of(grams: Iterable[str]) -> str:
    """What finds the rows that have all the grams, or answer all the expressions in brackets."""
    return " AND ".join(map(_quoted, grams))


def any_of(grams: Iterable[str]) -> str:
    """What finds the rows that have any of the grams, or answer any of the expressions in brackets."""
    return " OR ".join(map(_quoted, dict.fromkeys(grams)))


def _quoted(gram: str) -> str:
    return gram if gram[0] in '"(' else f'"{gram}"'
