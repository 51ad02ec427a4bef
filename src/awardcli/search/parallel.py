"""The same matches across the cores: lines go out in chunks, what they name comes back in order."""

from collections.abc import Generator, Iterable
from contextlib import closing
from itertools import chain, islice

from awardcli.parallel import in_processes, stands_somewhere
from awardcli.search.matching import Found, NamedMatch, Names, matches

CHUNK = 8000
"""Lines that go out at once: some hundredths of a second's work, so that nobody waits long for an interrupt."""

_names: list[Names] = []
"""In a working process: the names it compares with."""


def parallel_matches(lines: Iterable[str], names: Names, jobs: int) -> Generator[NamedMatch | None, None, None]:
    """`matches` by that many processes, with few lines in memory at any time; what fits one chunk needs none of them.

    However the iteration ends, no process is left when it has.
    """
    left = iter(lines)
    first = list(islice(left, CHUNK))
    if jobs == 1 or len(first) < CHUNK or not stands_somewhere():
        yield from matches(chain(first, left), names)
        return
    chunks = chain([first], iter(lambda: list(islice(left, CHUNK)), []))
    with closing(in_processes(_find, map(_together, chunks), jobs, _know, (names,))) as answers:
        for found in chain.from_iterable(answers):
            yield found and NamedMatch(names.results[found.position], found.tier, found.score)


def _know(names: Names) -> None:
    _names.append(names)


def _together(lines: list[str]) -> list[str] | str:
    """The lines as one text, which goes to another process in a fraction of the time, where it can be told apart."""
    text = "\n".join(lines)
    return text if text.count("\n") < len(lines) else lines


def _find(lines: list[str] | str) -> list[Found | None]:
    return list(_names[-1].find(lines.split("\n") if isinstance(lines, str) else lines))
