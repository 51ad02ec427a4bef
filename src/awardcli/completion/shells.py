"""Answer a shell: read the line as it gives it, and quote the words as it needs them; silent whatever happens."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple, NoReturn

from awardcli import messages
from awardcli.commands.completion import SHELLS
from awardcli.completion.offers import Line, Offer, offers
from awardcli.output.terminal import flush_stdout, write_stdout

ANSWERED, WRONG, A_FILE = 0, 1, 10
"""The exit codes for a script: there are words, there are no words, or the shell completes the name of a file."""

_LONGEST_WAIT = 3.0
"""Seconds after which completion gives up: the shell hangs meanwhile."""
_PLAIN = "-_./,+@%:=^"
"""Signs without a special meaning for bash inside a word."""


def main() -> NoReturn:
    """Answer `awardcli __complete SHELL ...` and end."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, lambda *_: os._exit(WRONG))
        signal.setitimer(signal.ITIMER_REAL, _LONGEST_WAIT)
    messages.settle(messages.language_of_system())
    try:
        code = _answer(sys.argv[2:])
    except Exception:  # an error message would break up the line being typed
        if os.environ.get("AWARDCLI_DEBUG") == "1":
            raise
        code = WRONG
    gc.freeze()  # as cli.app does
    sys.exit(code)


def _answer(arguments: Sequence[str]) -> int:
    shell, *given = arguments
    words, line = _LINE_READERS[shell](given)
    found = offers(line)
    _write(words(found.words))
    return A_FILE if found.file else ANSWERED


def _write(lines: Iterable[str]) -> None:
    """Write lines to standard output, leaving out those that the encoding of arguments cannot express."""
    for line in lines:
        with suppress(UnicodeEncodeError):
            write_stdout(os.fsencode(f"{line}\n"))
    flush_stdout()


Words = Callable[[Iterable[Offer]], Iterator[str]]


def _bash(given: Sequence[str]) -> tuple[Words, Line]:
    """For bash: the line up to the cursor, the rest of it, and COMP_WORDBREAKS; gives words quoted for the line."""
    before, behind, breaks = given
    *words, typed = words_of(before)
    kept = typed.kept(breaks)

    def quoted(found: Iterable[Offer]) -> Iterator[str]:
        for offer in found:
            word = _quoted(offer.word.removeprefix(kept), typed.quote)
            if offer.word.startswith(kept) and word is not None:
                yield word

    return quoted, Line(_behind_the_name(words), typed.text, [word.text for word in words_of(behind)])


def _behind_the_name(words: Sequence["_BashWord"]) -> list[str]:
    """The words behind the name of the program; variables may be set before it."""
    texts = [word.text for word in words]
    name = next((at for at, text in enumerate(texts) if "=" not in text), len(texts))
    return texts[name + 1 :]


def _quoted(text: str, quote: str) -> str | None:
    """The text quoted for bash, inside the quotation that is open; None where that is impossible."""
    if quote == "'":
        return None if "'" in text else text
    if quote == '"':
        escaped = "".join(f"\\{c}" if c in '$`"\\' else c for c in text)
        return None if "!" in text else escaped  # history expansion works inside double quotes
    return "".join(c if not c.isascii() or c.isalnum() or c in _PLAIN else f"\\{c}" for c in text)


def _described(found: Iterable[Offer]) -> Iterator[str]:
    """For shells that quote by themselves: the word, its new part and its meaning, between tabs."""
    return ("\t".join(offer) for offer in found)


def _zsh(given: Sequence[str]) -> tuple[Words, Line]:
    """For zsh: the number of the word, its part before the cursor, and all words, without quotes."""
    number, typed, *words = given
    at = int(number) - 1
    return _described, Line(words[1:at], typed, words[at + 1 :])


def _fish(given: Sequence[str]) -> tuple[Words, Line]:
    """For fish: the word begun, as typed, and those before it; fish does not give those behind the cursor."""
    typed, _, *before = given

    def unlike_homes(found: Iterable[Offer]) -> Iterator[str]:
        # fish does not quote a leading tilde, which would become a home folder
        return _described(offer for offer in found if not offer.word.startswith("~"))

    return unlike_homes, Line(before, words_of(typed)[-1].text)


_LINE_READERS = dict(zip(SHELLS, (_bash, _zsh, _fish), strict=True))


# The words of bash and fish, which give the line as typed.

_ESCAPED_IN_DOUBLE_QUOTES = '$`"\\'


class _BashWord(NamedTuple):
    """A word without its quotes.

    `quote` is the quotation mark that is still open, `opened` the length of the text before it. `bare` are the
    characters outside quotation marks, each with the length of the text up to and including it.
    """

    text: str = ""
    quote: str = ""
    opened: int = 0
    bare: tuple[tuple[str, int], ...] = ()

    def kept(self, breaks: str) -> str:
        """What bash keeps when it completes the word: the text before an open quotation, or up to a word break.

        >>> words_of("--category=微")[-1].kept("=:"), words_of("a'b c")[-1].kept("=:")
        ('--category=', 'a')
        """
        if self.quote:
            return self.text[: self.opened]
        return self.text[: max((end for character, end in self.bare if character in breaks), default=0)]


def words_of(line: str) -> list[_BashWord]:
    """The words of a line up to the cursor; the last one is the word at the cursor, empty after a space.

    Variables and patterns are not expanded.

    >>> [word.text for word in words_of("show 'a b' c\\\\ d \\"e")]
    ['show', 'a b', 'c d', 'e']
    """
    words: list[_BashWord] = []
    word, begun = _BashWord(), False
    characters = iter(line)
    for character in characters:
        quote = word.quote
        if not quote and character in " \t\n":
            words += [word] * begun
            word, begun = _BashWord(), False
            continue
        begun = True
        if character == "\\" and quote != "'":
            following = next(characters, "")
            stays = quote and following not in _ESCAPED_IN_DOUBLE_QUOTES
            word = word._replace(text=word.text + character * bool(stays) + following)
        elif quote and character == quote:
            word = word._replace(quote="")
        elif not quote and character in "'\"":
            word = word._replace(quote=character, opened=len(word.text))
        else:
            bare = () if quote else ((character, len(word.text) + 1),)
            word = word._replace(text=word.text + character, bare=word.bare + bare)
    return [*words, word]
